"""Who "we" is outside of quotations: the organization that the text itself says its authors are of.

It says so with "we at Norvale", "At Norvale, we ...", "We are Norvale", "I am an engineer at Norvale", with a
sentence that "we" go on from ("Norvale is a platform for booking. We provide ..."), or by opening with a name
and speaking of "our company" next. Where it says so of two names, or tells that "we" bought, left or moved to
the one it names, nobody is taken. Words are rows of `lexicons/en/first_person.csv`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.mentions import NormalisedDocument

_LABELS = frozenset({"organization", "product"})
_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b")
_HERE = re.compile(
    r"(?:\b(?:[Ww]e|[Uu]s|[Hh]ere|[Oo]ur (?:\w+ )?(?:team|engineers|office|offices))(?:,? here)?,? at"
    r"|(?P<employed>\bI(?:['’]m| am| work)\b[^.;:\n]{0,60}? at"
    r"|\bI(?:['’]m| am) (?:an?|the) [^.;:,\n]{3,50}? (?:for|with)|\bI work for)) (?:the )?$"
)
# Who works there does not speak for the whole of it
_ACADEMIC = re.compile(r"\b(?:University|School|College|Institute|Hospital|Department|Centre|Center)\b")
_AT = re.compile(r"(?:^|[.!?:,] |\n)[^\w\n]*(?:Here at|At) (?:the )?$")
_THEN_WE = re.compile(r",? (?:we|our|I)\b")


@per_lexicon
def _words(class_: str) -> str:
    """The words of one class of `first_person.csv`, as alternatives of a pattern."""
    rows = load_rows("en/first_person.csv")
    return "|".join(sorted(row["word"] for row in rows if row["class"] == class_))


def find_author(document: NormalisedDocument, is_quoted: Callable[[int, int], bool]) -> str | None:
    """The one organization that speaks as "we" in a passage, or None.

    `is_quoted` says whether a stretch stands in a direct quotation, where others speak.
    """
    text = document.text
    if all(is_quoted(*found.span()) for found in _PERSON.finditer(text)):
        return None
    said = {text[start:end] for start, end in _said(document) if not is_quoted(start, end)}
    if len(said) != 1:
        return None
    name = said.pop()
    return None if _is_anothers(text, name) else name


def _said(document: NormalisedDocument) -> Iterator[tuple[int, int]]:
    """Names that "we" are said to be of."""
    text = document.text
    for sentence in document.sentences:
        for name in sentence.names:
            if name.label not in _LABELS:
                continue
            before = text[max(sentence.start, name.start - 80) : name.start]
            here = _HERE.search(before)
            if here is not None and here["employed"] and _ACADEMIC.search(name.text):
                continue
            if here is not None or (_AT.search(before) and _THEN_WE.match(text, name.end, sentence.end)):
                yield name.start, name.end


def _is_anothers(text: str, name: str) -> bool:
    """Whether "we" do with the name what people do with another's: "we moved to Norvale last year"."""
    used = (
        rf"\b[Ww]e\b[^.;\n]{{0,30}}?\b(?:{_words('using')})\b[^.;,\n]{{0,30}}(?<!\w){re.escape(name)}(?!\w)"
    )
    return re.search(used, text) is not None
