"""Shares of a language told in words: "written mostly in Rust", "most of the code is Go"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.claims.share_pairs import is_about_people
from claimcheck.claims.share_parts import LIST_NEXT
from claimcheck.grammar.subjects import find_subject
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet, word_list

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


_WRITTEN = r"(?:written|coded|programmed|implemented|developed|built|based)"
_WRITTEN_BEFORE = re.compile(rf"(?:\b{_WRITTEN}\s+)$", re.IGNORECASE)
_TO_LANGUAGE = re.compile(
    rf"\s+(?:of\s+(?:it|them|the\s+\w+)\s+)?(?:is\s+|are\s+)?"
    rf"(?:{_WRITTEN}\s+(?:in|using|on)\s+|in\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_WHOLE_WRITTEN = re.compile(
    rf"\b(?:the\s+)?(?:entire|whole)\s+[\w-]+(?:\s[\w-]+)?\s+(?P<verb>(?:[\w’']+\s+){{1,5}}?){_WRITTEN}\s+(?:in|using)\s+$",
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


@per_lexicon
def _parts() -> dict[str, tuple[Decimal, Comparator]]:
    return {
        row["word"]: (Decimal(row["percent"]), row["comparator"])  # type: ignore[misc]
        for row in load_rows("en/share_parts.csv")
    }


@per_lexicon
def _part_of_code() -> re.Pattern[str]:
    """Before a language: "most of the code is", "nearly all of the server is written in"."""
    words = "|".join(re.escape(word) for word in _parts())
    wholes = "|".join(
        re.escape(word) for part in ("code", "built", "text") for word in word_list(f"language_share/{part}")
    )
    return re.compile(
        rf"\b(?P<part>{words})(?:\s+of)?\s+(?:it|(?:the|its|their|our|this|that)\s+(?:[\w-]+\s+)?(?:{wholes}))\s+"
        rf"(?:is|are|was|were)\s+(?:still\s+|now\s+)?(?:{_WRITTEN}\s+)?(?:in\s+|using\s+)?$",
        re.IGNORECASE,
    )


_OF_ITSELF = WordSet("language_share/of_itself")
_PREDICATE_BEFORE = WordPattern(
    r"\b(?:(?:<common/be>)\s+(?:(?:still|now|all)\s+)?|(?:<language_share/writing>)\s+in\s+)$", re.IGNORECASE
)
_COPULA_BEFORE = re.compile(r"\b(?:is|are|was|were)\s+(?:still\s+|now\s+)?$", re.IGNORECASE)
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
        verb = re.search(rf"\s(?:{_AUXILIARY})\b", document.text[slice(*span)])
        subject = (span[0], span[0] + verb.start()) if verb else subject
    return WordedShare(*span, document.text[first.start : last.end], percent, comparator, rule, subject)


_AUXILIARY = (
    "is|are|was|were|be|been|has|have|had|may|might|could|can|must|should|will|would|isn|wasn|did|does"
)
