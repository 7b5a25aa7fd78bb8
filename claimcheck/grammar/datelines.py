"""Where a report is sent from: the line of place, day and agency before its first sentence."""

from __future__ import annotations

import re

from claimcheck.lexicons import load_pairs

_LONGEST = 60
_INSERTION = 80
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,20}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.-]{1,20}){0,3}"
    r"(?P<more>(?:, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?)?"
    r"(?:,? (?:\d{1,2} [A-Z]\w{2,9}\.?|[A-Z]\w{2,9}\.? \d{1,2})(?:,? \d{4})?)?"
    r"(?: \([^()\n]{2,20}\))?) ?(?P<dash>[–—]|--|(?<= )-(?= )) ?(?=[^\w\s]?[A-ZÀ-Þ0-9])"
)
"""A place in capitals, perhaps its country, the day and the agency: "TALLINN, Estonia, 4 May (Acme) -"."""


def end_of_dateline(text: str, start: int, end: int) -> int:
    """Where what a sentence says begins, behind its dateline; the start of the sentence if it has none.

    A second dash makes an insertion of what stands behind a bare name: "NASA - Acme's client - owns it".
    """
    if not text[start + 1 : start + 3].isupper():
        return _end_after_city(text, start, end)
    line = _DATELINE.match(text, start, end)
    if line is None or line.end() > start + _LONGEST:
        return start
    if not line["more"] and text.find(f" {line['dash']} ", line.end(), min(end, line.end() + _INSERTION)) > 0:
        return start
    return line.end()


_CITY_LINE = re.compile(
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?:, [A-Z][\w.]+){0,2}(?:,? \d{1,2}(?:,? \d{4})?)?"
    r" (?:[–—]|--) (?=[A-Z])"
)
_DASHES = (" — ", " – ", " -- ")


def _end_after_city(text: str, start: int, end: int) -> int:
    """The same where the place is not in capitals, "Paris — Acme bought Brightcell": only of a place that the
    lists know, before a whole sentence without a second dash.
    """
    line = _CITY_LINE.match(text, start, min(end, start + _LONGEST))
    if line is None or line["place"] not in load_pairs("shared/places.csv", "name", "type"):
        return start
    is_sentence = text[start:end].rstrip('”" ')[-1:] in (".", "!", "?")
    if not is_sentence or any(text.find(dash, line.end(), end) > 0 for dash in _DASHES):
        return start
    return line.end()
