"""Shares of a language told in words: "written mostly in Rust", "most of the code is Go"."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.claims.language_shares.share_pairs import is_about_people
from claimcheck.claims.language_shares.share_parts import LIST_NEXT, is_of_code
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.claims.base import Comparator
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.names.finding import NameMention


class WordedShare(NamedTuple):
    """A share told in words.

    Attributes:
        language: one language or several as a list, as written.
        percent, comparator: what the words are worth, `> 50` for "mostly".
        rule: the last part of the name that a claim is found by.
    """

    start: int
    end: int
    language: str
    percent: Decimal
    comparator: Comparator
    rule: str
    subject: Offsets | None


@per_lexicon
def _share_words() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"]) for row in load_rows("en/share_words.csv"))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@per_lexicon
def _share_meanings() -> dict[str, tuple[Decimal, Comparator]]:
    return {
        row["word"]: (Decimal(row["percent"]), row["comparator"])  # type: ignore[misc]
        for row in load_rows("en/share_words.csv")
    }


_WRITTEN = "(?:<language_share/written_in>)"
_MEANWHILE = r"(?:(?:<language_share/meanwhile>)\s+)?"
_WRITTEN_BEFORE = WordPattern(rf"(?:\b{_WRITTEN}\s+)$", re.IGNORECASE)
_TO_LANGUAGE = WordPattern(
    rf"\s+(?:of\s+(?:it|them|the\s+\w+)\s+)?(?:is\s+|are\s+)?"
    rf"(?:{_WRITTEN}\s+(?:in|using|on)\s+|in\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_WHOLE_WRITTEN = WordPattern(
    rf"\b(?:the\s+)?(?:<language_share/whole>)\s+[\w-]+(?:\s[\w-]+)?\s+(?P<verb>(?:[\w’']+\s+){{1,5}}?){_WRITTEN}\s+(?:in|using)\s+$",
    re.IGNORECASE,
)


def find_worded_shares(
    document: NormalisedDocument, sentence: Sentence, languages: list[NameMention]
) -> Iterator[WordedShare]:
    """Words for all, half or most before languages, and parts of a code base told to be in one."""
    text = document.text
    for match in _share_words().finditer(text, sentence.start, sentence.end):
        listed = _language_list(text, match.end(), languages)
        if listed is None:
            continue
        first, last = listed
        percent, comparator = _share_meanings()[match[0].lower()]
        gap = text[match.end() : first.start].lower()
        if match[0].lower() in _OF_ITSELF and not _PREDICATE_BEFORE.search(
            text, sentence.start, match.start()
        ):
            continue  # "a pure Python package" names what it is; "is pure Python" tells of a share
        # "mostly Python" needs a word for writing or a copula; "entirely in Python" has it in itself
        if not (
            " in " in f" {gap} "
            or "using" in gap
            or _COPULA_BEFORE.search(text, sentence.start, match.start())
            or _CODE_OR_CODING.search(text, sentence.start, sentence.end)
        ):
            continue
        written = _WRITTEN_BEFORE.search(text, sentence.start, match.start())
        start = written.start() if written else match.start()
        yield _worded(document, sentence, (start, last.end), (first, last), percent, comparator, "share-word")
    yield from _halves(document, sentence, languages)
    yield from _parts_of_code(document, sentence, languages)


def _parts_of_code(
    document: NormalisedDocument, sentence: Sentence, languages: list[NameMention]
) -> Iterator[WordedShare]:
    """A part of a code base, or the whole, told to be in one language: "most of the code is Go"."""
    text = document.text
    for language in languages:
        part = _part_of_code().search(text, sentence.start, language.start)
        if part:
            percent, comparator = _parts()[part["part"].lower()]
            yield _worded(
                document,
                sentence,
                (part.start(), language.end),
                (language, language),
                percent,
                comparator,
                "part-of-code",
            )
        whole = _WHOLE_WRITTEN.search(text, sentence.start, language.start)
        if whole:
            yield _worded(
                document,
                sentence,
                (whole.start(), language.end),
                (language, language),
                Decimal(100),
                "=",
                "whole-written",
                opens_with_subject=True,
            )


_HALF = re.compile(r"\b(?:(?P<about>about|roughly)\s+)?half\s+$", re.IGNORECASE)
_AND_HALF = re.compile(r",?\s+(?:and\s+)?half\s+")


def _halves(
    document: NormalisedDocument, sentence: Sentence, languages: list[NameMention]
) -> Iterator[WordedShare]:
    """Both parts of what is "half Kotlin and half Groovy"."""
    text = document.text
    for one, other in pairwise(languages):
        half = _HALF.search(text, sentence.start, one.start)
        if half is None or not _AND_HALF.fullmatch(text, one.end, other.start):
            continue
        if not (is_of_code(one.text) and is_of_code(other.text)):
            continue  # of "half French and half German" may be a family
        comparator: Comparator = "~" if half["about"] else "="
        for start, language in ((half.start(), one), (one.end + 1, other)):
            span = (text.index("half", start) if language is other else start, language.end)
            listed = (language, language)
            yield _worded(document, sentence, span, listed, Decimal(50), comparator, "half-and-half")


@per_lexicon
def _parts() -> dict[str, tuple[Decimal, Comparator]]:
    return {
        row["word"]: (Decimal(row["percent"]), row["comparator"])  # type: ignore[misc]
        for row in load_rows("en/share_parts.csv")
    }


@per_lexicon
def _part_of_code() -> WordPattern:
    """Before a language: "most of the code is", "nearly all of the server is written in"."""
    words = "|".join(re.escape(word) for word in _parts())
    wholes = "|".join(f"<language_share/{part}>" for part in ("code", "built", "text"))
    return WordPattern(
        rf"\b(?P<part>{words})(?:\s+of)?\s+(?:it|(?:the|its|their|our|this|that)\s+(?:[\w-]+\s+)?(?:{wholes}))\s+"
        rf"(?:is|are|was|were)\s+{_MEANWHILE}(?:{_WRITTEN}\s+)?(?:in\s+|using\s+)?$",
        re.IGNORECASE,
    )


_OF_ITSELF = WordSet("language_share/of_itself")
_PREDICATE_BEFORE = WordPattern(
    r"\b(?:(?:<common/be>)\s+(?:(?:<language_share/meanwhile>|all)\s+)?|(?:<language_share/writing>)\s+in\s+)$",
    re.IGNORECASE,
)
_COPULA_BEFORE = WordPattern(rf"\b(?:is|are|was|were)\s+{_MEANWHILE}$", re.IGNORECASE)
_CODE_OR_CODING = WordPattern(
    r"\b(?:<language_share/coding>|front.?end|back.?end)\b",
    re.IGNORECASE,
)


def _language_list(
    text: str, start: int, languages: list[NameMention]
) -> tuple[NameMention, NameMention] | None:
    """First and last of the coordinated languages that follow a share word at `start`."""
    following = [language for language in languages if language.start >= start]
    if not following or not _TO_LANGUAGE.fullmatch(text, start, following[0].start):
        return None
    if is_about_people(text, following[0]):
        return None
    last = following[0]
    for language in following[1:]:
        if not LIST_NEXT.fullmatch(text, last.end, language.start):
            break
        last = language
    return following[0], last


def _worded(
    document: NormalisedDocument,
    sentence: Sentence,
    span: tuple[int, int],
    listed: tuple[NameMention, NameMention],
    percent: Decimal,
    comparator: Comparator,
    rule: str,
    *,
    opens_with_subject: bool = False,
) -> WordedShare:
    first, last = listed
    subject = find_subject(document, sentence, *span)
    if opens_with_subject:
        verb = _AUXILIARY.search(document.text, *span)
        subject = (span[0], verb.start()) if verb else subject
    return WordedShare(*span, document.text[first.start : last.end], percent, comparator, rule, subject)


_AUXILIARY = WordPattern(r"\s(?:<language_share/auxiliary>)\b")
