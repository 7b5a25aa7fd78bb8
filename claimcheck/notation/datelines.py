"""Where a report is sent from: place, day and agency before its first sentence: "OSLO, 4 May (Acme) -"."""

from __future__ import annotations

import re

from claimcheck.lexicons import load_pairs
from claimcheck.lexicons.word_sets import WordSet

_LONGEST = 120
_INSERTION = 80
_DAY = (
    r"(?:(?:[A-Z][a-z]{2,8}day,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?)(?:,? \d{4})?)"
)
_AGENCY = r"(?:\((?!\d)[^()\n]{2,24}\)|/ ?[A-Z][\w .-]{1,22}?/)"
_DASH = r"(?:[–—]|--|(?<= )-(?= ))"
_REGION = r"(?:, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?)"
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,20}?(?:(?: & |[ /])[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{1,20}?){0,3}"
_DATELINE = re.compile(
    rf"{_PLACE}(?P<more>{_REGION}{{0,2}}(?:,? (?:&|and) {_PLACE}{_REGION}{{0,2}})?"
    rf"(?:(?:,? | ?{_DASH} ?){_DAY})?"
    rf"(?: ?(?:{_DASH} ?)?{_AGENCY})?(?:{_DASH}{_DAY})?)"
    rf" ?(?P<dash>{_DASH}|(?<=\d):) ?(?=[^\w\s]?[A-ZÀ-Þ0-9])"
)
"""Places in capitals, perhaps with region, day and agency: "TALLINN, Estonia & OSLO, 4 May (Acme) -"."""
_CITY_LINE = re.compile(
    rf"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}){_REGION}{{0,2}}"
    rf"(?P<day>(?:,? | ?{_DASH} ?){_DAY})?(?P<agency> ?{_AGENCY})?"
    rf" ?(?P<dash>{_DASH}|(?<=\d):) ?(?=[A-Z0-9])"
)
_BEHIND_PLACE = re.compile(r"[–—:-]")
"""What a dateline ends in; most sentences hold none of these so early."""
_AGENCIES = WordSet("splitting/agency")
_DASHES = (" — ", " – ", " -- ")


def end_of_dateline(text: str, start: int, end: int) -> int:
    """Where what a sentence says begins, behind its dateline; the start of the sentence if it has none.

    A second dash makes an insertion of what stands behind a bare name: "NASA - Acme's client - owns it".
    """
    if not text[start + 1 : start + 3].isupper():
        return _end_after_city(text, start, end)
    line = _DATELINE.match(text, start, min(end, start + _LONGEST))
    if line is None:
        return start
    if not line["more"] and text.find(f" {line['dash']} ", line.end(), min(end, line.end() + _INSERTION)) > 0:
        return start
    return line.end()


def _end_after_city(text: str, start: int, end: int) -> int:
    """The same where the place is not in capitals, "Paris — Acme bought Brightcell", or is an agency.

    Only of a place that the lists know. Where no day and no agency tell, it must stand before a whole
    sentence without a second dash, and no plain hyphen parts them.
    """
    last = min(end, start + _LONGEST)
    line = _CITY_LINE.match(text, start, last) if _BEHIND_PLACE.search(text, start, last) else None
    if line is None:
        return start
    is_agency = line["day"] is not None and line["place"] in _AGENCIES
    if not is_agency and line["place"] not in load_pairs("shared/places.csv", "name", "type"):
        return start
    if line["day"] or line["agency"]:
        return line.end()
    is_sentence = text[start:end].rstrip('”" ')[-1:] in (".", "!", "?")
    has_insertion = any(text.find(dash, line.end(), end) > 0 for dash in _DASHES)
    return start if line["dash"] == "-" or not is_sentence or has_insertion else line.end()
