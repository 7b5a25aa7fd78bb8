"""Years of citations, which date nothing that the text tells: "[Holm et al., 2012, 2014]"."""

from __future__ import annotations

import re

MAX_BRACKET_CHARS = 120
PAPER_REACH = 8000
"""So many characters around a year tell whether a text cites by author and year."""

MIN_CITATIONS = 2

_YEARS = r"(?:19|20)\d\d[a-z]?"
_IN_SQUARE_BRACKETS = re.compile(rf"\[(?:[^\[\]\n]*,\s*)?(?:{_YEARS},\s*)*$")
_TO_BRACKET_END = re.compile(r"[a-z]?(?:[,;][^\[\]\n]*)?\]")
_INSERTED = re.compile(r"\b(?:in|of|since|by|until|from|for)\s\[$")
"""An editor's insertion: "in [2012]"."""

_AUTHOR = r"[A-Z][\w’'-]+"
_AUTHOR_BEFORE = re.compile(
    rf"(?:(?:^|(?:^|\s)[^A-Z\s]\S*\s|\(){_AUTHOR}(?:,? and {_AUTHOR})?|\bet al\."
    rf"|\bby {_AUTHOR}\s{_AUTHOR})\s?\((?:{_YEARS},\s)*$"
)
"""A surname, and no second capital before it as titles of works have, save behind "by"."""
_OTHERS_BEFORE = re.compile(rf"\bet al\.?,?\s(?:{_YEARS},\s)*$")
_SAME_BEFORE = re.compile(rf"[(;]\s?{_AUTHOR}(?:,? (?:and|&) {_AUTHOR})?,? (?:{_YEARS},\s)+$")
"""In brackets, behind another year of the same authors: "(Holm 1986, 1990)"."""

_TO_YEARS_END = re.compile(rf"[a-z]?(?:,\s{_YEARS})*(?:\)|,\spp?\.\s?\d)")
_CITATION = re.compile(
    rf"\bet al\.?,?\s?[(\[]?{_YEARS}|[(;,]\s?{_AUTHOR},? (?:and|&) {_AUTHOR},? {_YEARS}[a-z]?(?=[;),])"
    rf"|[(,;]\s?{_AUTHOR},? (?:19|20)\d\d[a-h](?=[;),])|\b{_AUTHOR},? and {_AUTHOR} \({_YEARS}\)"
)
"""By several authors, or a letter behind the year: a publisher stands before a year as one author does."""


def is_cited_year(text: str, start: int, end: int) -> bool:
    """Whether a year is of a citation: in square brackets, or behind an author in a text of citations."""
    before = text[max(0, start - MAX_BRACKET_CHARS) : start]
    if _IN_SQUARE_BRACKETS.search(before) and _TO_BRACKET_END.match(text, end, end + MAX_BRACKET_CHARS):
        return _INSERTED.search(before) is None
    if not _TO_YEARS_END.match(text, end):
        return False
    if _OTHERS_BEFORE.search(before):
        return True
    if not (_AUTHOR_BEFORE.search(before) or _SAME_BEFORE.search(before)):
        return False
    around = text[max(0, start - PAPER_REACH) : end + PAPER_REACH]
    return sum(1 for _ in _CITATION.finditer(around)) >= MIN_CITATIONS
