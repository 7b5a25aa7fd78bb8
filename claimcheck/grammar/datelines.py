"""Where a report is sent from: the line of place, day and agency before its first sentence."""

from __future__ import annotations

import re

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
        return start
    line = _DATELINE.match(text, start, end)
    if line is None or line.end() > start + _LONGEST:
        return start
    if not line["more"] and text.find(f" {line['dash']} ", line.end(), min(end, line.end() + _INSERTION)) > 0:
        return start
    return line.end()
