"""Shares in percent beside the language they are of: "80% Rust", "Python accounts for 45% of the code"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.names.lists import load_name_table

if TYPE_CHECKING:
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.names.finding import NameMention
    from claimcheck.quantities.finding import Quantity


# Between share and language: "98.8% written in Python", "45% of the code is Python", "60% is in English"
_SHARE_FIRST = re.compile(
    r"\s*(?:of\s+(?:the|its|their|our|this|that|all(?:\s+the)?)\s+(?P<whole>[\w-]+(?:\s[\w-]+){0,3}?)\s*(?:,[^,]{1,40},)?\s+(?:code\s+)?)?"
    r"(?:(?:is|are|was|were|being|consists?\s+of|comes?)\s+)?(?:still\s+|now\s+|already\s+)?"
    r"(?:pure\s+)?(?:(?:written|coded|programmed|implemented|developed|built)\s+)?(?:entirely\s+)?"
    r"(?:(?:in|using|with)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
# Between the language and the share: "Python accounts for 45% of the code", "Python (98.8%)", "Python: 98.8%"
_LANGUAGE_FIRST = WordPattern(
    r"\s*(?:\(|:|at|code\s+at)?\s*|\s+(?:code\s+)?(?:accounts?|accounted|accounting)\s+for\s+"
    r"|\s+(?:code\s+)?(?:makes?|made|making)\s+up\s+"
    r"|\s+(?:<language_share/making_up>)\s+(?:used\s+(?:for|in)\s+)?",
    re.IGNORECASE,
)
_CODE = WordPattern(
    r"\b(?:code|codebase|code\s?base|<language_share/code>)\b",
    re.IGNORECASE,
)
_TEXT = WordPattern(
    r"\b(?:<language_share/text>)\b",
    re.IGNORECASE,
)
LIST_NEXT = re.compile(r"\s*(?:,|and|&|/|,\s*and|or)\s*", re.IGNORECASE)


class SharePair(NamedTuple):
    """A share beside a language.

    Attributes:
        order: how the two stand beside each other; a claim is found by it.
        is_sure: whether the two need no other such pair to be believed.
    """

    quantity: Quantity
    language: str
    start: int
    end: int
    order: str
    is_sure: bool


def find_share_pairs(
    document: NormalisedDocument, sentence: Sentence, languages: list[NameMention]
) -> list[SharePair]:
    """Every share of a sentence with its language, in reading order."""
    text = document.text
    pairs = _respective_pairs(text, sentence, languages)
    paired = {id(pair.quantity) for pair in pairs}
    for quantity in sentence.quantities:
        if quantity.kind != "percent" or quantity.unit != "percent" or id(quantity) in paired:
            continue
        last = max(quantity.number_end, quantity.end, sign_end(text, quantity))
        after = _language_after(text, quantity, languages)
        if after is not None:
            end = max(last, after.end)
            pairs.append(SharePair(quantity, after.text, quantity.start, end, "share-first", is_sure=True))
            continue
        gapped_after = pairs[-1] if pairs and pairs[-1].order == "language-first" else None
        before = _language_before(text, sentence, quantity, languages, gapped_after)
        listed = _listed_pair(document, sentence, quantity, sign_end(text, quantity))
        is_stated = before is not None and _is_stated(text, sentence, before.end, quantity.start)
        # a line of a list says what it is, whether or not its name was found as one
        if before is not None and (is_stated or listed is None or not listed.is_sure):
            pairs.append(
                SharePair(quantity, before.text, before.start, last, "language-first", is_sure=is_stated)
            )
        elif listed is not None:
            pairs.append(listed)
    return pairs


def _respective_pairs(text: str, sentence: Sentence, languages: list[NameMention]) -> list[SharePair]:
    """As many shares as languages before them, in order: "Rust and Go make up 62% and 31%, respectively"."""
    end = text.find("respectively", sentence.start, sentence.end)
    if end < 0:
        return []
    shares = [q for q in sentence.quantities if q.unit == "percent" and q.end <= end]
    listed = [language for language in languages if shares and language.end <= shares[0].start]
    listed = listed[-len(shares) :]
    spoken = _CODE.search(text, sentence.start, sentence.end) or _TEXT.search(
        text, sentence.start, sentence.end
    )
    if len(shares) < 2 or len(listed) != len(shares) or spoken is None:
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
    verb = text[start:end].strip(" (:")
    return bool(
        verb
        or _CODE.search(text, sentence.start, sentence.end)
        or _TEXT.search(text, sentence.start, sentence.end)
    )


_LISTED_AFTER = re.compile(r"\s+(?P<name>[A-Za-z][\w+#]*(?:\s[A-Z][\w+#]*)?)(?![\w-])")
_LISTED_BEFORE = re.compile(r"(?<![\w.-])(?P<name>[A-Z][\w+#.]*(?:\s[A-Z][\w+#]*)?)\s*[(:=–-]?\s*$")
_TOLD_BEFORE = re.compile(
    r"(?<![\w.-])(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+(?:(?:accounts?|accounted)\s+for|ma(?:kes?|de)\s+up)\s+$"
)
_TEXT_NOUN = WordPattern(r"\s+(?:\w+\s+){0,2}?(?:<language_share/text_noun>)\b")
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which)\s+(?P<name>[A-Z][a-z]+)(?=\s*(?:[.,;)]|and\b|$))")
_OF_WHOLE = WordPattern(
    r"\s+of\s+(?:<common/article_or_possessor>|all)\s+(?:[\w-]+\s+){0,2}(?:<language_share/text>)\s+"
    r"(?:is|are|was|were)\s+(?:in\s+)?(?P<name>[A-Z][a-z]+)(?=\s*(?:[.,;)]|and\b|$))"
)
_LINE = re.compile(r"\W*(?P<name>[A-Z][\w+#.-]*(?:\s[\w+#()-]+){0,2})\s*[:=|–-]\s*[~≈<>]?\s*\d[\d.]*\s?%\W*")
_LANGUAGES = re.compile(r"\blanguages?\b", re.IGNORECASE)
_VARIETIES = ("Simplified ", "Traditional ", "Brazilian ", "Mandarin ", "Modern ", "Standard ", "European ")
_HEADING_CHARS = 1500


def _listed_pair(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity, last: int
) -> SharePair | None:
    """A language that only the lists know: "English: 75.0%" on its line, "13% English text"."""
    text = document.text
    line = _LINE.fullmatch(text[sentence.start : sentence.end])
    if line is not None:
        name = line["name"]
        if not is_language(name):
            return None
        heading = text[max(0, sentence.start - _HEADING_CHARS) : sentence.start]
        start = sentence.start + line.start("name")
        is_sure = _LANGUAGES.search(heading) is not None
        return SharePair(quantity, name, start, last, "line-of-list", is_sure=True) if is_sure else None
    after = _LISTED_AFTER.match(text, last, sentence.end)
    if after is not None:
        for name in (after["name"], after["name"].split()[0]):
            if is_language(name) or is_language_in_small_letters(name):
                end = after.start("name") + len(name)
                noun = _TEXT_NOUN.match(text, end, sentence.end)
                if noun is not None:
                    return SharePair(quantity, name, quantity.start, noun.end(), "share-first", is_sure=True)
                closed = re.match(r"\s*(?:[,.;)]|and\b|$)", text[end : sentence.end])
                return (
                    SharePair(quantity, name, quantity.start, end, "share-first", is_sure=False)
                    if closed
                    else None
                )
    of_whole = _OF_WHOLE.match(text, last, sentence.end)
    if of_whole is not None and is_language(of_whole["name"]):
        return SharePair(
            quantity, of_whole["name"], quantity.start, of_whole.end(), "share-first", is_sure=True
        )
    of_them = _OF_THEM.match(text, last, sentence.end)
    if of_them is not None and is_language(of_them["name"]):
        is_sure = _LANGUAGES.search(text, sentence.start, quantity.start) is not None
        return SharePair(
            quantity, of_them["name"], quantity.start, of_them.end(), "share-first", is_sure=is_sure
        )
    before = _LISTED_BEFORE.search(text, max(sentence.start, quantity.start - 40), quantity.start)
    if before is not None and is_language(before["name"]):
        return SharePair(
            quantity, before["name"], before.start("name"), last, "language-first", is_sure=False
        )
    told = _TOLD_BEFORE.search(text, max(sentence.start, quantity.start - 40), quantity.start)
    if told is not None and is_language(told["name"]) and _TEXT.search(text, last, sentence.end):
        last = max(last, quantity.end)
        return SharePair(quantity, told["name"], told.start("name"), last, "language-first", is_sure=False)
    return None


def is_language(name: str) -> bool:
    """Whether the lists of languages hold the name, a variety before it left out ("Simplified Chinese")."""
    for variety in _VARIETIES:
        name = name.removeprefix(variety)
    if len(name) == 1 and name not in ("C", "D", "R"):
        return False  # the language B is a letter nearly everywhere
    return any(entry.label == "language" for entry in load_name_table().readings(name))


_LOW = WordSet("claims/low_language")


def is_language_in_small_letters(name: str) -> bool:
    """Whether a word in small letters is a programming language in a list of such: "assembly", "shell"."""
    return name in _LOW or any(entry.label == "language" for entry in load_name_table().folded.get(name, ()))


def _language_after(text: str, quantity: Quantity, languages: list[NameMention]) -> NameMention | None:
    last = sign_end(text, quantity)
    for language in languages:
        if language.start < last:
            continue
        gap = text[last : language.start]
        match = _SHARE_FIRST.fullmatch(gap)
        if match is None:
            return None
        whole = match["whole"]
        if whole and not (_CODE.search(whole) or _TEXT.search(whole)):
            return None  # "40% of the developers are Python users" is about people
        return language if not is_about_people(text, language) else None
    return None


_PERCENT_SIGN = re.compile(r"\s*(?:%|percent|per\s+cent|pct|pc)?", re.IGNORECASE)


def sign_end(text: str, quantity: Quantity) -> int:
    """Where the percent sign of a share ends, or the number where it has none."""
    match = _PERCENT_SIGN.match(text, quantity.number_end)
    assert match is not None
    return match.end()


_PEOPLE = WordPattern(
    r"[\s-]+(?:<language_share/people>)\b",
    re.IGNORECASE,
)


def is_about_people(text: str, language: NameMention) -> bool:
    """Whether people follow the language: "Python users"."""
    return _PEOPLE.match(text, language.end) is not None


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
    for language in reversed(languages):
        if language.end > quantity.start:
            continue
        match = _LANGUAGE_FIRST.fullmatch(text, language.end, quantity.start)
        if match is None:
            if told_before is None or text[language.end : quantity.start].strip() != "for":
                return None
            return language if LIST_NEXT.fullmatch(text, told_before.end, language.start) else None
        verb = match[0].strip(" (:")
        is_told = _is_stated(text, sentence, language.end, language.end) or _LANGUAGES.search(
            text, sentence.start, language.start
        )
        return language if not verb or is_told else None
    return None
