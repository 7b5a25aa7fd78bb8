"""Shares in percent beside the language they are of: "80% Rust", "Python accounts for 45% of the code"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.claims.language_shares.listed_shares import find_listed_pair
from claimcheck.claims.language_shares.share_parts import (
    BUILT,
    DENIED,
    LANGUAGES,
    LIST_NEXT,
    NEXT_CLAUSE,
    SHARE_ENDS,
    TELLING,
    SharePair,
    is_of_code,
    is_of_several,
    is_share_of_whole,
    is_spoken_of,
    sign_end,
)
from claimcheck.claims.language_shares.spoken_shares import find_spoken_pair
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.names.finding import NameMention
    from claimcheck.quantities.finding import Quantity


# Between share and language: "98.8% written in Python", "45% of the code is Python", "60% is in English"
_SHARE_FIRST = WordPattern(
    r"\s*(?:of\s+(?:which|(?:the|its|their|our|this|that|all(?:\s+the)?)\s+(?P<whole>(?:(?:\d[\d.,]*|[\w-]+)\s){0,3}?[\w-]+))"
    r"\s*(?:,[^,]{1,40},)?(?=\s+(?:<language_share/being>|has|have|in|code)\b)\s+(?:code\s+)?)?"
    r"(?:(?:<language_share/being>|(?:has|have)\s+been)\s+)?(?:(?:<language_share/meanwhile>)\s+)?"
    r"(?:pure\s+)?(?:(?:<language_share/made_in>)\s+)?(?:entirely\s+)?(?:(?:in|using|with|to)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
# Between the language and the share: "Python accounts for 45% of the code", "Python (98.8%)", "Python: 98.8%"
_LANGUAGE_FIRST = WordPattern(
    r"\s*(?:\(|:|at|code\s+at)?\s*"
    rf"|(?:,\s+which)?\s+{TELLING}(?:used\s+(?:for|in)\s+)?(?:(?:<language_share/belittling>)\s+)?",
    re.IGNORECASE,
)


def find_share_pairs(
    document: NormalisedDocument, sentence: Sentence, languages: list[NameMention]
) -> list[SharePair]:
    """Every share of a sentence with its language, in reading order."""
    text = document.text
    pairs = _respective_pairs(text, sentence, languages)
    paired = {id(pair.quantity) for pair in pairs}
    for quantity in sentence.quantities:
        is_share = quantity.unit == "percent" if quantity.kind == "percent" else quantity.is_fraction
        if not is_share or id(quantity) in paired:
            continue
        pair = _pair_of(document, sentence, quantity, languages, pairs[-1] if pairs else None)
        if pair is not None:
            pairs.append(pair)
    return pairs


def _pair_of(
    document: NormalisedDocument,
    sentence: Sentence,
    quantity: Quantity,
    languages: list[NameMention],
    told_before: SharePair | None,
) -> SharePair | None:
    """The language of a share, told behind it or before it, or known from a list of names alone."""
    text = document.text
    last = max(quantity.number_end, quantity.end, sign_end(text, quantity))
    spoken = find_spoken_pair(text, sentence, quantity)
    if spoken is not None:
        return spoken
    after = _language_after(text, quantity, languages)
    if after is not None:
        # a letter may be an element, a bare fraction one of a family
        is_plain = quantity.kind == "percent" and len(after.text) > 1
        is_sure = is_plain or BUILT.search(text, sentence.start, quantity.start) is not None
        return SharePair(
            quantity, after.text, quantity.start, max(last, after.end), "share-first", is_sure=is_sure
        )
    if quantity.kind != "percent":
        return find_listed_pair(document, sentence, quantity, told_before)
    before = _language_before(text, sentence, quantity, languages, told_before)
    listed = find_listed_pair(document, sentence, quantity, told_before)
    is_stated = before is not None and _is_stated(text, sentence, before.end, quantity.start)
    # a line of a list says what it is, whether or not its name was found as one
    if before is not None and (is_stated or listed is None or not listed.is_sure):
        return SharePair(quantity, before.text, before.start, last, "language-first", is_sure=is_stated)
    return listed


def _respective_pairs(text: str, sentence: Sentence, languages: list[NameMention]) -> list[SharePair]:
    """As many shares as languages before them, in order: "Rust and Go make up 62% and 31%, respectively"."""
    end = text.find("respectively", sentence.start, sentence.end)
    if end < 0:
        return []
    shares = [q for q in sentence.quantities if q.unit == "percent" and q.end <= end]
    listed = [language for language in languages if shares and language.end <= shares[0].start]
    listed = listed[-len(shares) :]
    if len(shares) < 2 or len(listed) != len(shares) or not is_spoken_of(text, sentence):
        return []
    gaps = [(one.end, other.start) for one, other in pairwise(listed)]
    gaps += [(sign_end(text, one), other.start) for one, other in pairwise(shares)]
    if not all(LIST_NEXT.fullmatch(text, *gap) for gap in gaps):
        return []
    return [
        SharePair(share, language.text, share.start, sign_end(text, share), "respective", is_sure=True)
        for share, language in zip(shares, listed, strict=True)
    ]


def _is_stated(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a verb, or code or text spoken of, makes the share one in the language before it."""
    return bool(text[start:end].strip(" (:")) or is_spoken_of(text, sentence)


def _language_after(text: str, quantity: Quantity, languages: list[NameMention]) -> NameMention | None:
    last = sign_end(text, quantity)
    for language in languages:
        if language.start < last:
            continue
        match = _SHARE_FIRST.fullmatch(text, last, language.start)
        if match is None or is_about_people(text, language) or DENIED.search(match[0]):
            return None
        if quantity.kind != "percent" and (match["whole"] or not is_of_code(language.text)):
            return None  # "a third German, a third French" may be of a family
        whole = match["whole"]
        is_whole = whole is None or is_share_of_whole(text, last, language.start, language.text)
        return language if is_whole else None  # "40% of the developers are Python users" is about people
    return None


_PEOPLE = WordPattern(
    r"[\s-]+(?:<language_share/people>)\b",
    re.IGNORECASE,
)


def is_about_people(text: str, language: NameMention) -> bool:
    """Whether people follow the language: "Python users"."""
    return _PEOPLE.match(text, language.end) is not None


_GAPPED = WordPattern(r"\s+(?:<language_share/gapped>)\s+", re.IGNORECASE)


def _language_before(
    text: str,
    sentence: Sentence,
    quantity: Quantity,
    languages: list[NameMention],
    told_before: SharePair | None,
) -> NameMention | None:
    """The language its share follows: "Python accounts for 45%"; "Java for 11%" after one with a verb."""
    if text.find("respectively", quantity.end, sentence.end) >= 0:
        return (
            None  # "Rust and Go make up 62% and 31%, respectively": the nearest language need not be its own
        )
    language = next((name for name in reversed(languages) if name.end <= quantity.start), None)
    if language is None:
        return None
    match = _LANGUAGE_FIRST.fullmatch(text, language.end, quantity.start)
    if match is None:
        is_gapped = (
            told_before is not None
            and told_before.order == "language-first"
            and _GAPPED.fullmatch(text, language.end, quantity.start) is not None
            and NEXT_CLAUSE.fullmatch(text, told_before.end, language.start) is not None
        )
        return language if is_gapped else None
    verb = match[0].strip(" (:")
    if not verb:
        return language
    if is_of_several(text, language.start, sentence.start) or not SHARE_ENDS.match(
        text, sign_end(text, quantity), sentence.end
    ):
        return None  # "C is 20% faster"
    is_of = is_share_of_whole(text, sign_end(text, quantity), sentence.end, language.text)
    is_told = is_spoken_of(text, sentence) or LANGUAGES.search(text, sentence.start, language.start)
    return language if (is_told if is_of is None else is_of) else None
