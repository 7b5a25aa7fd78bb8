"""Citations of law, whose numbers are no amounts and no years.

A reporter stands between a volume and a page ("410 F.2d 777"), a code between a title and a section
("50 U.S.C. 1701").
"""

from __future__ import annotations

import re

_REPORTER = (
    r"(?:U\.? ?S\.? ?C\.?(?: ?A\.)?|U\. ?S\.|F\. ?(?:App['’]x|Supp\.?(?: ?[2-4]d)?|[2-4](?:d|th))|F\."
    r"|S\. ?Ct\."
    r"|L\. ?Ed\.(?: ?2d)?|Fed\. ?(?:Reg|Cl|Appx)\.|C\.? ?F\.? ?R\.?|Stat\.|B\.R\.|T\.C\.|WL|F\.R\.D\."
    r"|(?:[A-Z]\.){1,3} ?(?:[2-4]d|[2-4]th)"
    r"|(?:A|P|N\.E|N\.W|S\.E|S\.W|So|N\.Y|Cal|Ill|Ohio|Wis|Mass|Pa|Va|Wash)\."
    r"(?: ?(?:App|Rptr|St|S)\.)?(?: ?[2-5](?:d|th))?"
    r"|FR(?= \d{3,5}(?!\d))|Cong\. ?Rec\.|A\.C\.|Q\.B\.|W\.L\.R\.|All E\.?R\.?|EWCA|EWHC|UKSC)"
)
_SECTION = r"\d{1,5}(?!\d)(?:\.\d{1,4}(?!\d))?(?: ?[-–] ?\d{1,5}(?![\d%]))?"
_SUBSECTION = r"(?:[a-z]?(?:\([a-z0-9]{1,4}\))*(?![^\W_]))?"
# "11.43 and 11.45", "parts 51, 52 and 60": what follows is neither counted nor measured
_MORE_SECTIONS = (
    rf"(?:(?:,? (?:and|or|to|through) |, )(?:§{{1,2}} ?|[Pp]arts? )?{_SECTION}{_SUBSECTION}"
    r"(?=\Z|[.,;:)\]]|\s(?:and|or|of|to|is|are|was|were|has|have|may|shall|applies|apply)\b))*"
)
_CODE = r"(?:U\. ?S\. ?C\.?|C\. ?F\. ?R\.?|CFR)(?![^\W_])"
LAW_CITATION = re.compile(
    rf"\d{{1,4}} (?:{_REPORTER} ?(?:§{{1,2}} ?|[Pp]arts? |[Ss]ec(?:tion|\.) )?{_SECTION}{_SUBSECTION}"
    rf"(?:(?:, | at )\d{{1,4}}(?![\d%.])|{_MORE_SECTIONS})?|{_CODE})"
)
"""From the volume to the last page or section: "347 U.S. 483", "28 C.F.R. § 58.11", "14 CFR 11.43 and 11.45".

A code may stand without a section ("15 U.S.C."), a reporter may not ("12 U.S. states").
"""


_SECTION_OF_ACT = re.compile(rf"(?:1[2-9]|20)\d\d,? ss?\.? ?{_SECTION}{_SUBSECTION}{_MORE_SECTIONS}")
"""From the year of an act to a section: "1968 s 15A", "1988, ss 5 and 7"."""


def find_law_citation(text: str, start: int) -> int:
    """End of the citation of law that begins with the digits at `start`; 0 if none does.

    >>> find_law_citation("as in 410 F.2d 777, where", 6)
    18
    >>> find_law_citation("In 12 U.S. states", 3)
    0
    >>> find_law_citation("under the Theft Act 1968 s 15(1)", 20)
    32
    >>> find_law_citation("see 14 CFR 11.43 and 11.45, by mail", 4)
    26
    """
    if text.endswith("Act ", 0, start) and (section := _SECTION_OF_ACT.match(text, start)) is not None:
        return section.end()
    space = text.find(" ", start, start + 5)
    if space < 0 or not text[space + 1 : space + 2].isupper():
        return 0
    found = LAW_CITATION.match(text, start)
    return 0 if found is None else found.end()


_CITATION_BEFORE = re.compile(rf"\d{{1,4}} {_REPORTER} ?(?:§{{1,2}} ?|[Pp]arts? )?$")


def ends_law_citation(text: str, start: int) -> bool:
    """Whether the number at `start` is the page or section of a citation of law."""
    return bool(_CITATION_BEFORE.search(text, max(0, start - 32), start))
