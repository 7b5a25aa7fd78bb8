"""Shares of languages that only the lists of names know: "English: 75.0%" on its line, "13% English text"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.language_shares.share_parts import (
    BUILT,
    CODE,
    DENIED,
    LANGUAGES,
    LIST_NEXT,
    NEXT_CLAUSE,
    TELLING,
    SharePair,
    is_language,
    is_language_in_small_letters,
    is_natural,
    is_of_code,
    is_of_several,
    is_share_of_whole,
    is_spoken_of,
    sign_end,
)
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity

_NAME = r"(?P<name>[A-Z][\w+#]*(?:\s[A-Z][\w+#]*)?)"
_CLOSED = r"(?=\s*(?:[.,;:)—–]|$|(?:<language_share/behind_language>)\b))"
_LINE = re.compile(
    r"\W*(?P<name>[A-Z][\w+#.-]*(?:\s[\w+#()-]+){0,2}?)(?:\s*[:=|–-]\s*|\s+)[~≈<>]?\s*\d[\d.]*\s?%\W*"
)
_HEADING_CHARS = 1500
_REACH = 60


def find_listed_pair(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity, told_before: SharePair | None
) -> SharePair | None:
    """The language of a share by the way it is told; `told_before` is the last pair of the sentence."""
    text = document.text
    line = _LINE.fullmatch(text[sentence.start : sentence.end])
    if line is not None:
        return _line_of_list(text, sentence, quantity, line)
    for find in (_in_language, _language_behind, _whole_in_language, _of_which, _language_before):
        pair = find(text, sentence, quantity)
        if pair is not None:
            return pair
    return _next_of_list(text, sentence, quantity, told_before)


def _line_of_list(text: str, sentence: Sentence, quantity: Quantity, line: re.Match[str]) -> SharePair | None:
    """Such as "Polish: 5.4%" under a heading that speaks of languages."""
    heading = text[max(0, sentence.start - _HEADING_CHARS) : sentence.start]
    name = line["name"]
    if not is_language(name) or not (
        LANGUAGES.search(heading) or (is_of_code(name) and _is_beside_another(text, sentence))
    ):
        return None
    start = sentence.start + line.start("name")
    return SharePair(quantity, name, start, sign_end(text, quantity), "line-of-list", is_sure=True)


def _is_beside_another(text: str, sentence: Sentence) -> bool:
    """Whether the line above or below gives the share of a programming language too."""
    above = text[: sentence.start].rstrip().rpartition("\n")[2]
    below = text[sentence.end :].lstrip().partition("\n")[0]
    lines = (_LINE.fullmatch(line) for line in (above[-_REACH:], below[:_REACH]))
    return any(line is not None and is_of_code(line["name"]) for line in lines)


_PART_BEFORE = WordPattern(r"\b(?:<language_share/before_part>)\s+$")
_WRITTEN_IN = re.compile(r"\s+in\s+(?P<name>[A-Za-z][\w+#]*)(?![\w-])")


def _in_language(text: str, sentence: Sentence, quantity: Quantity) -> SharePair | None:
    """Such as "with 6% in assembly" of something built."""
    found = _WRITTEN_IN.match(text, sign_end(text, quantity), sentence.end)
    if found is None or not (is_of_code(found["name"]) or is_language_in_small_letters(found["name"])):
        return None
    is_closed = _ENDS.match(text, found.end(), sentence.end) is not None
    is_part = _PART_BEFORE.search(text, sentence.start, quantity.start) is not None
    if not (is_closed and is_part) or BUILT.search(text, sentence.start, quantity.start) is None:
        return None
    return SharePair(quantity, found["name"], quantity.start, found.end(), "share-first", is_sure=True)


_BEHIND = re.compile(r"\s+(?P<name>[A-Za-z][\w+#]*(?:\s[A-Z][\w+#]*)?)(?![\w-])")
_TEXT_NOUN = WordPattern(r"\s+(?:\w+\s+){0,2}?(?:<language_share/text_noun>)\b")
_TEXT_IS = WordPattern(
    r"\b(?:<language_share/text_noun>)\s+(?:(?:that|which)\s+)?(?:<language_share/being>)\s+$", re.IGNORECASE
)
_ENDS = re.compile(r"\s*(?:[,.;)]|and\b|$)")


def _language_behind(text: str, sentence: Sentence, quantity: Quantity) -> SharePair | None:
    """Such as "13% English text"; "1.5% assembly", believed beside another share, or of something built."""
    last = sign_end(text, quantity)
    behind = _BEHIND.match(text, last, sentence.end)
    if behind is None:
        return None
    for name in (behind["name"], behind["name"].split()[0]):
        if not is_language(name) and not is_language_in_small_letters(name):
            continue
        end = behind.start("name") + len(name)
        noun = _TEXT_NOUN.match(text, end, sentence.end)
        if noun is not None and quantity.kind == "percent":
            return SharePair(quantity, name, quantity.start, noun.end(), "share-first", is_sure=True)
        if not _ENDS.match(text, end, sentence.end):
            return None
        told = BUILT if is_of_code(name) else _TEXT_IS
        is_sure = told.search(text, sentence.start, quantity.start) is not None
        if quantity.kind != "percent" and not is_of_code(name):
            return None
        return SharePair(quantity, name, quantity.start, end, "share-first", is_sure=is_sure)
    return None


_IN_LANGUAGE = WordPattern(
    r"(?:\s+of)?(?P<whole>\s+(?:(?P<it>it)|(?P<they>them|these|those|which|that)"
    r"|(?:(?:<common/article_or_possessor>|all)\s+)?(?:(?:\d[\d.,]*|[\w-]+)\s+){0,3}?[a-z][\w-]*(?:\s+code)?))"
    r"(?:\s*,[^,]{1,40},)?\s+"
    r"(?:(?:<language_share/being>|(?:has|have)\s+been)\s+(?:(?:<language_share/meanwhile>)\s+)?"
    r"(?:(?:<language_share/made_in>)\s+)?(?:(?:in|to)\s+)?|in\s+)"
    rf"{_NAME}{_CLOSED}"
)
_OF_THEM = WordPattern(
    r"\s+of\s+(?:them|these|those|which)\s+"
    r"(?:(?P<name>[A-Z][\w+#]*)(?P<noun>\s+(?:\w+\s+)?(?:<language_share/text_noun>))"
    rf"|(?P<bare>[A-Z][\w+#]*(?:\s[A-Z][\w+#]*)?)){_CLOSED}"
)


def _whole_in_language(text: str, sentence: Sentence, quantity: Quantity) -> SharePair | None:
    """Such as "nine-tenths of the code is C", "half of it is Scala", "55% of them English"."""
    last = sign_end(text, quantity)
    of_them = _OF_THEM.match(text, last, sentence.end)
    found = of_them or _IN_LANGUAGE.match(text, last, sentence.end)
    name = None if found is None else found.groupdict().get("bare") or found["name"]
    if found is None or name is None or not is_language(name) or DENIED.search(found[0]):
        return None
    of_languages = LANGUAGES.search(text, sentence.start, quantity.start) is not None
    if of_them is not None:
        is_sure = of_languages or of_them["noun"] is not None
        is_sure = is_sure or (is_of_code(name) and CODE.search(text, sentence.start, last) is not None)
    elif found["it"] is not None:
        is_sure = is_of_code(name) or is_spoken_of(text, sentence)
    elif found["they"] is not None:
        is_sure = of_languages or is_spoken_of(text, sentence)
    else:
        whole = text[found.start("whole") : found.end("whole")]
        is_sure = is_share_of_whole(f" of{whole}", 0, len(whole) + 3, name) is True
        if not is_sure:
            return None
    return SharePair(quantity, name, quantity.start, found.end(), "share-first", is_sure=is_sure)


_TEXT_OF_WHICH = WordPattern(
    r"\b(?:<language_share/text_noun>)(?:\s+[a-z]+){0,2},?\s+of\s+(?:<grammar/pointing>),?\s+$",
    re.IGNORECASE,
)
_IS_LANGUAGE = WordPattern(rf"\s+(?:<language_share/being>)\s+(?:in\s+)?{_NAME}{_CLOSED}")


def _of_which(text: str, sentence: Sentence, quantity: Quantity) -> SharePair | None:
    """Such as "6 trillion tokens, of which 58% are English"."""
    if quantity.kind != "percent" or not _TEXT_OF_WHICH.search(text, sentence.start, quantity.start):
        return None
    found = _IS_LANGUAGE.match(text, sign_end(text, quantity), sentence.end)
    if found is None or not is_language(found["name"]):
        return None
    return SharePair(quantity, found["name"], quantity.start, found.end(), "share-first", is_sure=True)


_BEFORE = re.compile(r"(?<![\w.-])(?P<name>[A-Z][\w+#.]*(?:\s[A-Z][\w+#]*)?)\s*[(:=–-]?\s*$")
_TOLD = WordPattern(
    r"(?<![\w.-])(?P<name>[A-Z][\w+#]*(?:\s[A-Z][\w+#]*)?)(?:,\s+which)?\s+"
    rf"{TELLING}(?:(?:<language_share/belittling>)\s+)?$"
)


_WHOLE = (
    r"(?:<common/article_or_possessor>)\s+(?:[\w-]+\s+){0,2}?(?:<language_share/code>|<language_share/built>)"
)
_SHARE_NAMED = WordPattern(
    rf"\b(?:[Tt]he\s+share\s+of\s+{_NAME}\s+(?:code\s+)?in\s+{_WHOLE}"
    rf"|(?P<own>[A-Z][\w+#]*)[’']s?\s+share\s+(?:of|in)\s+{_WHOLE})\s+(?:<language_share/telling_share>)\s+$"
)


def _language_before(text: str, sentence: Sentence, quantity: Quantity) -> SharePair | None:
    """Such as "Welsh (22%)", believed beside another share; "English accounts for 80% of the tokens"."""
    first = max(sentence.start, quantity.start - _REACH)
    before = _BEFORE.search(text, first, quantity.start)
    last = sign_end(text, quantity)
    if before is not None and is_language(before["name"]):
        return SharePair(
            quantity, before["name"], before.start("name"), last, "language-first", is_sure=False
        )
    told = _TOLD.search(text, first, quantity.start)
    named = _SHARE_NAMED.search(text, first, quantity.start)
    if named is not None and is_of_code(named["name"] or named["own"]):
        name = named["name"] or named["own"]
        return SharePair(quantity, name, named.start(), last, "share-named", is_sure=True)
    if told is None or not is_language(told["name"]) or is_of_several(text, told.start(), sentence.start):
        return None
    is_of = is_share_of_whole(text, last, sentence.end, told["name"])
    if is_of is False:
        return None
    last = max(last, quantity.end)
    return SharePair(quantity, told["name"], told.start("name"), last, "language-first", is_sure=bool(is_of))


_NO_LANGUAGE = WordSet("language_share/no_language")
_LISTED_BEHIND = WordPattern(rf"\s+(?:(?:<language_share/being>)\s+)?{_NAME}{_CLOSED}")
_LISTED_BEFORE = re.compile(rf"{_NAME}\s+\(?$")
_LISTED_GAPPED = WordPattern(rf"{_NAME}\s+(?:<language_share/gapped>)\s+$")


def _next_of_list(
    text: str, sentence: Sentence, quantity: Quantity, told_before: SharePair | None
) -> SharePair | None:
    """A name that stands to its share as the language before it did: "C++ (81%) and CUDA (14%)".

    A name that no list knows is believed in a list of programming languages only.
    """
    if told_before is None or quantity.kind != "percent":
        return None
    last = sign_end(text, quantity)
    if told_before.order == "share-first":
        found = _LISTED_BEHIND.match(text, last, sentence.end)
        if found is None or not LIST_NEXT.fullmatch(text, told_before.end, quantity.start):
            return None
        start, end = quantity.start, found.end("name")
    else:
        first = max(sentence.start, quantity.start - _REACH)
        found = _LISTED_BEFORE.search(text, first, quantity.start) or _LISTED_GAPPED.search(
            text, first, quantity.start
        )
        if found is None or not NEXT_CLAUSE.fullmatch(text, told_before.end, found.start()):
            return None
        start, end = found.start(), last
    is_alike = is_of_code(told_before.language) or (
        is_natural(told_before.language) and is_natural(found["name"])
    )
    if not is_alike or len(found["name"]) == 1 or found["name"] in _NO_LANGUAGE:
        return None
    return SharePair(quantity, found["name"], start, end, told_before.order, is_sure=told_before.is_sure)
