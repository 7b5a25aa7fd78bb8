"""A share of a code base, or of texts or speakers, in a programming or natural language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import AmountValue, BaseClaim, Comparator, Draft, KindColour
from claimcheck.claims.language_shares.share_amounts import share_amounts
from claimcheck.claims.language_shares.share_pairs import find_share_pairs
from claimcheck.claims.language_shares.share_parts import (
    LANGUAGES,
    LIST_NEXT,
    TEXT,
    is_language,
    is_natural,
    sign_end,
)
from claimcheck.claims.language_shares.worded_shares import find_worded_shares
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.grammar.subjects.list_subjects import introduced_subject
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.claims.language_shares.share_parts import SharePair
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.names.finding import NameMention


class LanguageShareValue(AmountValue):
    """A share in percent, and the language as written."""

    language: str

    def describe(self, comparator: Comparator) -> str:
        """Such as `98.8 % Python`."""
        return f"{self.amount_text(comparator)} % {self.language}"


class LanguageShareClaim(BaseClaim):
    """A share of code, texts or speakers in a language.

    “Entirely” and “only” are 100, “half” is 50, “mostly”, “mainly” and “predominantly” are more than 50.
    The number is in percent.
    """

    kind: Literal["language_share"] = "language_share"
    value: LanguageShareValue

    colour: ClassVar[KindColour] = KindColour("share", 195)
    example: ClassVar[tuple[str, str]] = (
        "The repository is 98.8% written in Python.",
        "98.8% written in Python",
    )


_WHOLE_AFTER = WordPattern(
    r"\s+of\s+(?P<whole>(?:<common/article_or_possessor>|all)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:<language_share/code>|<language_share/text_noun>|codebase|code\s+base))\b",
    re.IGNORECASE,
)
_CODE_AFTER = re.compile(r"\s+code\b", re.IGNORECASE)
_PERIOD = re.compile(r"[QH][1-4]|FY\s?\d{0,4}")  # "1.6% in Q4"


def find_language_share_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Shares in percent beside a language, and words for all, half or most of something in a language."""
    for sentence in document.sentences:
        languages = [
            name for name in sentence.names if name.label == "language" and not _PERIOD.fullmatch(name.text)
        ]
        has_percent = any(
            quantity.kind == "percent" or quantity.is_fraction for quantity in sentence.quantities
        )
        if not languages and not has_percent:
            continue
        told = list(_percent_shares(document, sentence, languages)) if has_percent else []
        yield from told
        if languages:
            for share in find_worded_shares(document, sentence, languages):
                if any(draft.start < share.end and share.start < draft.end for draft in told):
                    continue  # "over half of the text is in Chinese" is one share
                yield Draft(
                    LanguageShareClaim,
                    share.start,
                    share.end,
                    LanguageShareValue(number=share.percent, language=share.language),
                    f"language_share/{share.rule}",
                    share.subject,
                    share.comparator,
                )


def _percent_shares(
    document: NormalisedDocument, sentence: Sentence, languages: list[NameMention]
) -> Iterator[Draft]:
    text = document.text
    pairs = find_share_pairs(document, sentence, languages)
    is_sure = any(pair.is_sure for pair in pairs) or (
        len(pairs) > 1 and _are_languages(text, sentence, pairs)
    )
    previous_end, subject = sentence.start, None
    for pair in pairs:
        if not (pair.is_sure or is_sure):
            continue
        start, end = pair.start, pair.end
        code = _CODE_AFTER.match(text, end)
        end = code.end() if code and pair.order == "share-first" else end
        if subject is None or not LIST_NEXT.fullmatch(text, previous_end, start):
            subject = _whole_of(document, sentence, pair, languages, subject)
        if subject is None and pair.order == "line-of-list":
            subject = introduced_subject(text, sentence)
        previous_end = end
        yield Draft(
            LanguageShareClaim,
            start,
            end,
            LanguageShareValue(**share_amounts(pair.quantity), language=pair.language),
            f"language_share/{pair.order}",
            subject,
            pair.quantity.comparator,
            (pair.quantity,),
        )


def _are_languages(text: str, sentence: Sentence, pairs: list[SharePair]) -> bool:
    """Whether names beside shares are languages: those people speak are told of in a text about speech, as
    they may be peoples; programming languages that people use are none that anything is written in.
    """
    if any(is_natural(pair.language) for pair in pairs):
        return any(words.search(text, sentence.start, sentence.end) for words in (TEXT, LANGUAGES))
    return not _SURVEYED.search(text, sentence.start, sentence.end)


_SURVEYED = WordPattern(r"\b(?:<language_share/people>|use|used|popular|wanted|loved)\b", re.IGNORECASE)


def _whole_of(
    document: NormalisedDocument,
    sentence: Sentence,
    pair: SharePair,
    languages: list[NameMention],
    told_before: tuple[int, int] | None,
) -> tuple[int, int] | None:
    """What the share is one of, "the tokens" in "Python accounts for 24% of the tokens": never a language
    itself, for which the whole told before in the sentence stands.
    """
    if pair.order == "language-first":
        whole = _WHOLE_AFTER.match(document.text, sign_end(document.text, pair.quantity), sentence.end)
        if whole is not None:
            return whole.span("whole")
    subject = find_subject(document, sentence, pair.start, pair.end)
    if subject is None:
        return None
    own = document.text[slice(*subject)]
    is_language_itself = is_language(own) or any(
        subject[0] < language.end and language.start < subject[1] for language in languages
    )
    return told_before if is_language_itself else subject


RULES = (
    Rule("language_share/share-first", "The tool is 80% Rust.", "The tool is 80% steel."),
    Rule(
        "language_share/language-first",
        "Python accounts for 45% of the code.",
        "Rent accounts for 45% of the cost.",
    ),
    Rule(
        "language_share/respective",
        "Rust and Go make up 62% and 31% of the code, respectively.",
        "Rust and Go make up 62% of the code, and 31% of it is old, respectively.",
    ),
    Rule(
        "language_share/line-of-list",
        "Languages of the answers:\n\nPolish: 5.4%\n",
        "Turnout by town:\n\nPolish: 5.4%\n",
    ),
    Rule(
        "language_share/share-word",
        "The server is written mostly in Rust.",
        "The server is mostly idle in Rust.",
    ),
    Rule(
        "language_share/speakers",
        "Some 22% of residents speak Welsh.",
        "Some 22% of residents speak to Welsh poets.",
    ),
    Rule(
        "language_share/share-named",
        "Rust's share of the code is 14%.",
        "Ford's share of the market is 14%.",
    ),
    Rule(
        "language_share/half-and-half",
        "The tests are half Kotlin and half Groovy.",
        "The guests are half French and half German.",
    ),
    Rule("language_share/whole-written", "The entire engine is written in Rust.", "The server is in Rust."),
    Rule("language_share/part-of-code", "Most of the code is Go.", "Most of the staff is Dutch."),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
