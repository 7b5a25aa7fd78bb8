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

MAX_LEAD_SENTENCES = 5
"""How many sentences open a text."""
MIN_MENTIONS = 3
"""How often a name that only its opening binds to "we" must stand in the text."""

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
_WE_ARE = re.compile(r"\b[Ww]e(?: are|['’]re) (?:the )?$")
_END = re.compile(r"(?: team)?(?=\s*(?:[.,!;:]|$))")
_IS = re.compile(r" (?:is|are) (?:an?|the|one of)\b")
# A name of a text's own that no list knows: "18F", "iAdvize"
_OPENING_NAME = re.compile(
    r"(?:(?:Today|Yesterday),? )?"
    r"(?P<name>[A-Z0-9]\w*\d\w*|\d+[A-Z]\w*|[a-z]+[A-Z]\w+|[A-Z][a-z]+[A-Z]\w*)(?=(?:['’]s)? [a-z])"
)


@per_lexicon
def _words(class_: str) -> str:
    """The words of one class of `first_person.csv`, as alternatives of a pattern."""
    rows = load_rows("en/first_person.csv")
    return "|".join(sorted(row["word"] for row in rows if row["class"] == class_))


@per_lexicon
def _own() -> re.Pattern[str]:
    return re.compile(rf"\b[Oo]ur (?:\w+ )?(?:{_words('own')})\b")


@per_lexicon
def _serving() -> re.Pattern[str]:
    return re.compile(rf"\s*We (?:(?:also|now|currently) )?(?:{_words('serving')})\b")


def find_author(document: NormalisedDocument, is_quoted: Callable[[int, int], bool]) -> str | None:
    """The one organization that speaks as "we" in a passage, or None.

    `is_quoted` says whether a stretch stands in a direct quotation, where others speak.
    """
    text = document.text
    if all(is_quoted(*found.span()) for found in _PERSON.finditer(text)):
        return None
    said = {text[start:end] for start, end in _said(document) if not is_quoted(start, end)}
    if not said:
        opening = _opening(document, is_quoted)
        said = set() if opening is None else {opening}
    if len(said) != 1:
        return None
    name = said.pop()
    return None if _is_anothers(text, name) else name


def _said(document: NormalisedDocument) -> Iterator[tuple[int, int]]:
    """Names that "we" are said to be of."""
    text = document.text
    for index, sentence in enumerate(document.sentences):
        for name in sentence.names:
            if name.label not in _LABELS:
                continue
            before = text[max(sentence.start, name.start - 80) : name.start]
            here = _HERE.search(before)
            if here is not None and here["employed"] and _ACADEMIC.search(name.text):
                continue
            if (
                here is not None
                or (_AT.search(before) and _THEN_WE.match(text, name.end, sentence.end))
                or (_WE_ARE.search(before) and _END.match(text, name.end, sentence.end))
                or (not before and _goes_on(document, index, name.end))
            ):
                yield name.start, name.end


def _goes_on(document: NormalisedDocument, index: int, end: int) -> bool:
    """Whether a sentence tells what a name is and the next one what "we" do for others."""
    sentences = document.sentences
    if index + 1 >= len(sentences) or _IS.match(document.text, end, sentences[index].end) is None:
        return False
    following = sentences[index + 1].start
    same_paragraph = "\n\n" not in document.text[sentences[index].end : following]
    return same_paragraph and _serving().match(document.text, following) is not None


def _opening(document: NormalisedDocument, is_quoted: Callable[[int, int], bool]) -> str | None:
    """The name that a text opens with and calls "our company" in the same sentence or the next one."""
    text, sentences = document.text, document.sentences
    for index, sentence in enumerate(sentences[:MAX_LEAD_SENTENCES]):
        end = sentences[min(index + 1, len(sentences) - 1)].end
        own = _own().search(text, sentence.start, end)
        if own is None or is_quoted(*own.span()):
            continue
        named = next(
            (n for n in sentence.names if n.start == sentence.start and n.label == "organization"), None
        )
        unlisted = _OPENING_NAME.match(text, sentence.start, own.start())
        found = named.text if named is not None else unlisted["name"] if unlisted is not None else None
        if found is not None and len(re.findall(rf"(?<!\w){re.escape(found)}(?!\w)", text)) >= MIN_MENTIONS:
            return found
    return None


def _is_anothers(text: str, name: str) -> bool:
    """Whether "we" do with the name what people do with another's: "we moved to Norvale last year"."""
    used = (
        rf"\b[Ww]e\b[^.;\n]{{0,30}}?\b(?:{_words('using')})\b[^.;,\n]{{0,30}}(?<!\w){re.escape(name)}(?!\w)"
    )
    return re.search(used, text) is not None
