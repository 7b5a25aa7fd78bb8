"""When a document was published: as its record says, or as its dateline does."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claimcheck.checking.texts import pieces_of
from claimcheck.dates.finding import find_dates
from claimcheck.notation.datelines import end_of_dateline

if TYPE_CHECKING:
    from claimcheck.result import Document

_HEAD = 800
"""So many characters of a document can hold its dateline."""

_DATE_LINE = 70
"""A longer line is a sentence, and its date one that it tells of."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SENT_FROM = re.compile(r"[^\n.!?]{0,60}?\d{4}\s*(?:\([^()\n]{2,20}\)\s*)?(?:[–—]|--|(?<=\s)-(?=\s|$))")
"""A day with its year before a dash: "Reuters, 5 April 2024 - "."""


def publication_day(document: Document) -> dt.date | None:
    """The day of publication; None where neither the record nor a line of its own at the top gives one.

    A dateline with its year counts ("OSLO, 4 May 2024 - "), as does a short line that is a date
    ("Published: May 4, 2024").
    """
    if document.published is not None:
        return document.published
    piece = next(pieces_of(document), None)
    if piece is None or piece.start > _HEAD:
        return None
    for line in piece.text[:_HEAD].splitlines():
        text = line.strip()
        end = end_of_dateline(text, 0, len(text))
        sent = _SENT_FROM.match(text)
        if end == 0 and sent is not None:
            end = sent.end()
        if end == 0 and len(text) <= _DATE_LINE and not text.endswith((".", "!", "?")):
            end = len(text)
        days = [day for date in find_dates(text[:end]) if (day := _day_of(date.timex)) is not None]
        if len(days) == 1:
            return days[0]
    return None


def _day_of(timex: str) -> dt.date | None:
    found = _DAY.fullmatch(timex)
    try:
        return None if found is None else dt.date(*map(int, found.groups()))
    except ValueError:
        return None
