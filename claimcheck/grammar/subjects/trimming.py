"""Subjects without the words beside them: a heading or a date in front, an age, an aside or the start of
another amount behind. What is then nothing but an amount or a time is no subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.ordered_phrases import first_phrase
from claimcheck.grammar.subjects.extent import with_second_half
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.notation.stray_times import without_trailing_time

if TYPE_CHECKING:
    from claimcheck.mentions import NormalisedDocument, Sentence

Offsets = tuple[int, int]

JOINED = re.compile(r"(?:,? and|,) $")
"""What joins the next thing to one: "oil | and | 37 billion"."""


_RELATIVE_CLAUSE = re.compile(r"(?<=[\w’'”\")]), (?:which|who|whose|whom|where)\b")
_DASH = re.compile(r" [–—] ")
_CLOSING_DASH = re.compile(r" [–—] (?![^.!?\n]* [–—] )")
_NAME_AROUND_DASH = re.compile(r"[A-Z][\w’'-]* [–—] [A-Z][\w-]* \w")  # "The Oslo – Bergen line"


def without_clause_behind(text: str, found: Offsets) -> Offsets:
    """A subject without the relative clause behind its comma, and without what stands in dashes before its
    verb: "shares in Halvor, which have lost ...", "The mill – to all surprise –".
    """
    clause = _RELATIVE_CLAUSE.search(text, *found)
    if clause is None and _CLOSING_DASH.match(text, found[1]):
        named = _NAME_AROUND_DASH.search(text, *found)
        clause = _DASH.search(text, found[0] if named is None else named.end(), found[1])
    return found if clause is None else (found[0], clause.start())


def _whole_title(text: str, sentence: Sentence, found: Offsets, start: int) -> Offsets:
    """A subject that is a part of a title in quotation marks, with the whole of it: "“Yes | Man | ” made"."""
    floor = max(sentence.start, found[0] - _LONGEST_TITLE)
    opening = max(text.rfind(mark, floor, found[0] + 1) for mark in _OPENING_QUOTES)
    if opening < 0 or (text[opening] == '"' and text.count('"', sentence.start, opening) % 2):
        return found
    mark = "”" if text[opening] == "“" else '"'
    closing = text.find(mark, opening + 1, opening + _LONGEST_TITLE)
    if not opening < found[0] <= found[1] <= closing or opening < start < closing:
        return found
    end = len(text[:closing].rstrip(",."))
    return (opening + 1, end) if _TITLE.fullmatch(text, opening + 1, end) is not None else found


_OPENING_QUOTES = '“"'
_LONGEST_TITLE = 80
_TITLE = WordPattern(r"[A-Z\d][\w’'.-]*(?:[:,]? (?:[A-Z\d][\w’'.-]*|(?:<grammar/within_title>)))*")
"""A few words with capitals, small ones within: "Get Him to the Greek"."""


def _behind_day(text: str, sentence: Sentence, found: Offsets) -> Offsets:
    """A subject without the day that opens its sentence: "Today | Brazil and Peru | grow it"."""
    day = _DAY.match(text, *found)
    if day is None or found[0] != sentence.start:
        return found
    opens = text.startswith("the ", day.end()) or any(name.start == day.end() for name in sentence.names)
    return (day.end(), found[1]) if opens else found


_DAY = WordPattern(r"(?:<common/day>) ", re.IGNORECASE)


def trimmed_subject(
    document: NormalisedDocument, sentence: Sentence, found: Offsets, start: int, end: int
) -> Offsets | None:
    """What was found as the subject of the words from `start` to `end`, without what is beside it; None where
    nothing but an amount or a time is left.
    """
    found = _behind_date(document.text, sentence, without_trailing_time(document.text, found))
    age = _AGE_BEHIND.search(document.text, *found)
    if age is not None and document.text[found[1] : found[1] + 1] == ",":
        found = found[0], age.start()  # "Alvarez, 24, has 21 goals"
    found = _whole_title(document.text, sentence, found, start)
    found = _behind_day(document.text, sentence, found)
    found = _without_aside(document.text, found, start)
    source = _ACCORDING.match(document.text, *found)
    found = found if source is None else (source.end(), found[1])
    found = _with_second_half(document, sentence, _before_amount(document.text, sentence, found), start)
    words = document.text[slice(*found)]
    if words.lower() in _PARTS_OF and document.text.startswith(" of ", found[1]):
        # "None of her 22 crew died": said of the crew
        return first_phrase(columns_of(document), found[1] + 4, sentence.end)
    if start <= found[0] <= found[1] <= end and _is_amount_alone(document.text, sentence, found):
        return None  # an amount is not what it is said of
    label = _own_label(document.text, sentence, found, start)
    if label is not None:
        return label
    is_amount = any(map(str.isdigit, document.text[start:end]))
    if is_amount and found[0] > sentence.start and _TIME_ALONE.fullmatch(words):
        # "The value of options exercised in 2019, 2018 and 2017 was $1 million": not of 2017
        if found[1] > start:
            return None
        return _opening_phrase(document, sentence.start, found[0])
    twice = _TWICE.match(words)
    if (
        twice is not None
        and not twice["words"].islower()
        and _has_lower(words[twice.end() :], twice["words"])
    ):
        return found[0] + twice.end(), found[1]
    return _without_loose_ends(document.text, _with_whole_name(sentence, found))


def _is_amount_alone(text: str, sentence: Sentence, found: Offsets) -> bool:
    """Whether a subject is nothing but an amount, with what qualifies it: the "At least 60" of "At least 60
    were hurt".
    """
    is_bare = any(
        q.kind == "number"
        and q.number_start < found[1] <= q.end
        and _HEDGES.fullmatch(text, found[0], max(found[0], q.start))
        for q in sentence.quantities
    )
    return is_bare or _AMOUNT_ALONE.fullmatch(text, *found) is not None


_HEDGES = WordPattern(r"(?:(?:<grammar/hedging_amount>) )*", re.IGNORECASE)


def _without_aside(text: str, found: Offsets, start: int) -> Offsets:
    """A subject without what commas set behind it, and without the claim's own words there: "The union, with
    41,000 members," and "Most of the rest, 27%,".
    """
    if text[found[1] : found[1] + 1] != ",":
        return found
    if found[0] < start < found[1] and text[:start].endswith(", "):
        return found[0], start - 2
    aside = _ASIDE.search(text, *found) if found[1] < start else None
    return found if aside is None else (found[0], aside.start())


_ASIDE = WordPattern(r", (?:<grammar/opening_aside>) (?:[^,]|(?<=\d),(?=\d))+$")


def _behind_date(text: str, sentence: Sentence, found: Offsets) -> Offsets:
    """A subject without the date that opens its clause: "By 2024 Norvale had 300 mills", "In May storm Ingrid
    tore off".
    """
    for date in sentence.dates:
        is_told = date.relation is not None and date.relation != "of"
        if is_told and date.phrase_start <= found[0] < date.end < found[1]:
            is_parted = date.phrase_start == sentence.start or _NAME_NEXT.match(text, date.end) is not None
            is_parted = is_parted and text[date.end : date.end + 2].strip().isalpha()
            return (date.end + 1, found[1]) if is_parted else found
    return found


_NAME_NEXT = re.compile(r" [A-Z]")
_INSERTED = WordPattern(r",? (?:<grammar/inserted>),?\Z", re.IGNORECASE)
"""What stands between a subject and its verb and says nothing of either: "Norvale, by contrast, has"."""
_ADDED = WordPattern(r"(?:<grammar/adding>)\s+", re.IGNORECASE)


def _without_loose_ends(text: str, found: Offsets) -> Offsets | None:
    """A phrase without what joins it to another, and without a bracket that it only opens: "the loans (PSN".

    None for the "us" of "let's".
    """
    start, end = found
    if text[start:end] in ("s", "'s", "’s"):
        return None
    added = _ADDED.match(text, start, end)
    start = start if added is None else added.end()
    inserted = _INSERTED.search(text, start, end)
    end = end if inserted is None else inserted.start()
    opening = text.rfind("(", start, end)
    if opening > start and ")" not in text[opening:end]:
        end = len(text[:opening].rstrip())
    return start, end


_LABEL_BEFORE = re.compile(r"(?:[,;]|,? and)\s+(?P<label>(?:[A-Z][\w.&’'-]*\s){1,3})\Z")


def _own_label(text: str, sentence: Sentence, found: Offsets, start: int) -> Offsets | None:
    """The name right before an amount whose subject came out as another with its amount.

    "Oslo 12 °C, Bergen 9 °C": the 9 degrees are not of Oslo.
    """
    if not any(found[0] < quantity.start and quantity.end == found[1] for quantity in sentence.quantities):
        return None
    label = _LABEL_BEFORE.search(text, max(found[1], start - 60), start)
    return None if label is None else (label.start("label"), label.end("label") - 1)


def _before_amount(text: str, sentence: Sentence, found: Offsets) -> Offsets:
    """A subject without the start of another amount: "oil" for "oil and 37 billion" of cubic metres."""
    for quantity in sentence.quantities:
        if found[0] < quantity.start < found[1] < quantity.end:
            joint = JOINED.search(text, found[0], quantity.start)
            return found if joint is None else (found[0], joint.start())
    return found


def _with_second_half(
    document: NormalisedDocument, sentence: Sentence, found: Offsets, start: int
) -> Offsets:
    is_parsed = document.is_parsed and "respectively" not in document.text[start : sentence.end]
    return with_second_half(columns_of(document), sentence, found, start) if is_parsed else found


_AGE_BEHIND = re.compile(r"(?<=[a-z.]), (?:aged )?\d{1,3}(?:(?:,| and|, and) \d{1,3})*$")
_PARTS_OF = WordSet("grammar/part_of_many")
_ACCORDING = re.compile(r"according to ", re.IGNORECASE)
_AMOUNT_ALONE = WordPattern(
    r"\d[\d.,]*(?:\s?(?:<common/scale>|bn|mn|m|k|%|per\s?cent|\d/\d))?", re.IGNORECASE
)


def _opening_phrase(document: NormalisedDocument, start: int, end: int) -> Offsets | None:
    """The phrase that a sentence opens with, and what it is of; None where that is a time."""
    columns = columns_of(document)
    first = first_phrase(columns, start, end)
    if first is None or any(map(str.isdigit, document.text[slice(*first)])):
        return None
    of = first_phrase(columns, first[1] + 4, end) if document.text.startswith(" of ", first[1]) else None
    return (first[0], of[1]) if of is not None else first


def _has_lower(again: str, words: str) -> bool:
    """Whether words come again with a small letter among their first ones, as in a sentence."""
    return any(word[0].islower() for word in again[: len(words)].split(" "))


_TIME_ALONE = WordPattern(
    r"(?:the )?(?:<grammar/kind_of_year>)?\s?(?:<grammar/accounting_period>)?\s?(?:(?:19|20)\d\d)?",
    re.IGNORECASE,
)
_TWICE = re.compile(r"(?P<words>[A-Z][\w'’&-]*(?: [\w'’&-]+){1,4}) (?=(?P=words)\b)", re.IGNORECASE)
"""A heading that its paragraph begins with again: "Selling Expenses Selling expenses rose"."""


def _with_whole_name(sentence: Sentence, found: Offsets) -> Offsets:
    """A subject that is the legal form of a company alone, with its name: "Inc" of "Acme Robots, Inc."."""
    if found[1] - found[0] > _LONGEST_FORM:
        return found
    for name in sentence.names:
        if name.start < found[0] and found[1] <= name.end and name.label == "organization":
            return (name.start, name.end) if "," in name.text else found
    return found


_LONGEST_FORM = 12


_TIME_OF_ITEM = re.compile(r"(?:(?:1[5-9]|20)\d\d(?=\s?[:–—])|\d{1,2}[:.]\d\d(?![\d.,%]))\W*")


def behind_time(text: str, start: int, found: Offsets) -> Offsets | None:
    """A subject without the year or hour that opens its item of a list; None where it is nothing else: "1987:
    Sold to Orbit for $3m", "09:14 | Error rates reach 19%".

    Args:
        text: the document.
        start: where the item or sentence begins.
        found: where the subject stands.
    """
    opening = _TIME_OF_ITEM.match(text, found[0])
    if opening is None or text[start : found[0]].strip(" \t*•-–—"):
        return found
    return None if opening.end() >= found[1] else (opening.end(), found[1])
