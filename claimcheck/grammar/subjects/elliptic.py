"""Subjects of clauses that leave something out, where the order of words tells more than a tree.

Gaps ("The walk took 2 hours and the meal 5"), "respectively", amounts joined by "or", participles that
open a sentence, parts "of which".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import IN_PHRASE, first_phrase, phrase_before
from claimcheck.grammar.subjects.edges import noun_like_verbs
from claimcheck.grammar.subjects.joined_clauses import is_noun_read_as_verb, subject_behind_amount
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import FINITE, FINITE_OR_PARTICIPLE, NOUN_TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]


def quantity_from(sentence: Sentence, start: int, end: int) -> Quantity | None:
    """The quantity that a claim's words begin with or hold first."""
    for quantity in sentence.quantities:
        if start <= quantity.number_start < end:
            return quantity
    return None


_OF_WHICH = re.compile(
    r", (?P<part>(?:[\w-]+ ){0,3}?[\w-]+ of (?:which|whom))(?:, (?P<name>[^,;:()]{2,50}),)? (?=[a-z])"
)


def part_of_which(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """The part that a relative clause is about: "AMF" in "funds, the biggest of which, AMF, has 8%"."""
    text = columns.text
    if text.find(" of wh", sentence.start, start) < 0:
        return None
    found = None
    for match in _OF_WHICH.finditer(text, sentence.start, start):
        found = match
    if found is None or any(mark in text[found.end() : start] for mark in ",;:("):
        return None
    verb = columns.token_at(found.end())
    if verb is None or columns.tags[verb] not in FINITE:
        return None
    return found.span("name") if found["name"] else found.span("part")


_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})


def fronted_subject(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """The subject after a participle clause that opens a sentence: "First shown in 1973, it was built to"."""
    span = columns.span(sentence.start, start) if sentence.start < start else None
    if span is None:
        return None
    tags = columns.tags
    first = span[0]
    while first < span[1] and (tags[first] in ("RB", "JJ") or not columns.words[first][0].isalnum()):
        first += 1
    if (
        first >= span[1]
        or tags[first] not in _PARTICIPLES
        or any(tags[i] in FINITE for i in range(first + 1, span[1]))
    ):
        return None
    comma = columns.text.find(", ", start, sentence.end)
    token = columns.token_at(comma + 2) if comma >= 0 else None
    if token is None:
        return None
    last = token
    while last < sentence.span.end and (tags[last] in IN_PHRASE or tags[last] == "PRP"):
        last += 1
    if last == token or last >= sentence.span.end or (tags[last] not in FINITE and tags[last] != "RB"):
        return None
    return columns.starts[token], columns.ends[last - 1]


# --- Gaps ---------------------------------------------------------------------------------------------------

_JOINTS = WordSet("grammar/joint")


def gapped_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The subject of a clause whose verb is left out: "the repair" in "The outage lasted 2 hours and the
    repair 5 hours".
    """
    before = [other for other in sentence.quantities if other.end <= quantity.start]
    if not before:
        return None
    earlier = before[-1]
    if columns.text.endswith(" to ", earlier.end, quantity.start):  # "sales rose 4% and margins | to 12%"
        reached = subject_behind_amount(columns, sentence, quantity.start - len("to "))
        if reached is not None:
            return reached
    if not any(_is_alike(other, quantity) for other in before):
        return None
    end = _behind_equal_preposition(columns, earlier, quantity)
    phrase = phrase_before(columns, sentence, end)
    if phrase is None and quantity.kind == "percent":
        # what counts things may be an object: "sells 30 boats"
        phrase = _noun_read_as_verb(columns, earlier, end)
    if phrase is None or phrase[0] < earlier.end:
        return None
    first = columns.token_at(phrase[0])
    if first is None or first - 1 < sentence.span.start or columns.lowers[first - 1] not in _JOINTS:
        return None
    span = columns.span(earlier.end, phrase[0])
    if span is not None and any(columns.tags[i] in FINITE for i in range(*span)):
        return None
    head = columns.span(sentence.start, earlier.start)
    if head is None or FINITE_OR_PARTICIPLE.isdisjoint(columns.tags[slice(*head)]):
        return None
    behind = columns.token_at(quantity.end)
    if behind is not None and behind < sentence.span.end and columns.tags[behind] in FINITE:
        return None  # the phrase belongs to a clause with a verb: "and Brightcell's 40 staff left"
    return phrase


def _noun_read_as_verb(columns: TokenColumns, earlier: Quantity, end: int) -> Offsets | None:
    noun = columns.token_at(end - 1)
    if noun is None or not is_noun_read_as_verb(columns, noun, earlier):
        return None
    opening = columns.token_at(earlier.end + 1)
    if opening is None or NOUN_TAGS.isdisjoint(columns.tags[opening:noun]):
        return columns.starts[noun], columns.ends[noun]
    # It has a subject: "sales rose 4% and Roe, his partner, expects 9%"
    first = behind = opening + 1
    while columns.tags[behind] == "NNP":
        behind += 1
    return (columns.starts[first], columns.ends[behind - 1]) if behind > first else None


_HEDGED = WordPattern(r" (?!an? )(?:<grammar/hedging_amount>) $")
_ASIDE_BEFORE = re.compile(r", [a-z]+(?: [a-z]+)?, $")
_PREPOSITION_BEFORE = re.compile(r" (?P<preposition>[a-z]+) $")


def _behind_equal_preposition(columns: TokenColumns, earlier: Quantity, quantity: Quantity) -> int:
    """Where the words before an amount end, without a preposition that stands between the verb and an earlier
    one too: "Europe accounts for 3% and Asia for 4%".
    """
    hedged = _HEDGED.search(columns.text, earlier.end, quantity.start)
    if hedged is not None:
        return hedged.start()  # "prices rose 3%, wages only 2%"
    aside = _ASIDE_BEFORE.search(columns.text, earlier.end, quantity.start)
    if aside is not None:
        return aside.start()  # "prices rose 3% and wages, by contrast, 2%"
    here = _PREPOSITION_BEFORE.search(columns.text, earlier.end, quantity.start)
    there = _PREPOSITION_BEFORE.search(columns.text, max(0, earlier.start - 12), earlier.start)
    if here is None or there is None or here["preposition"] != there["preposition"]:
        return quantity.start
    verb = columns.token_at(there.start() - 1) if there.start() else None
    is_of_verb = verb is not None and columns.tags[verb] in FINITE_OR_PARTICIPLE
    return here.start() if is_of_verb else quantity.start


def _is_alike(other: Quantity, quantity: Quantity) -> bool:
    if other.kind == quantity.kind and other.unit == quantity.unit:
        return True
    return {other.kind, quantity.kind} <= {"count", "number"}


_IN = re.compile(r"\s+(?:in|at|from)\s+(?:the\s+)?")


def located_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The place or field that a bare number of a series belongs to: "21 people in Davao, 36 in Cotabato"."""
    here = _IN.match(columns.text, quantity.number_end, sentence.end)
    if here is None:
        return None
    earlier = [other for other in sentence.quantities if other.end <= quantity.start]
    if not earlier or not any(_IN.match(columns.text, other.end, sentence.end) for other in earlier):
        return None
    return first_phrase(columns, here.end(), sentence.end)


_INCLUDING = WordPattern(r"[,(] ?including (?:(?:<grammar/hedging_amount>) )*$")


def whole_of_included(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What an amount is a part of that has no noun of its own: "repairs to the quay" in "paid for repairs to
    the quay, including $3 million in May".
    """
    if quantity.kind == "count" or _OF_MATTER.match(columns.text, quantity.end):
        return None
    if quantity.kind == "percent" and quantity.of is not None:
        return None
    including = _INCLUDING.search(columns.text, sentence.start, quantity.start)
    if including is None:
        return None
    whole = phrase_before(columns, sentence, len(columns.text[: including.start()].rstrip()))
    if whole is None:
        return None
    first = columns.token_at(whole[0])
    if first is None:
        return whole
    is_purpose = columns.tags[first - 2 : first] == ["TO", "VB"]  # "payments to reduce our debt"
    opening = first - 2 if is_purpose else first - 1
    if not is_purpose and columns.tags[opening] != "IN":
        return whole
    outer = phrase_before(columns, sentence, columns.starts[opening])
    return whole if outer is None else (outer[0], whole[1])


# --- Joined amounts -----------------------------------------------------------------------------------------

_OF_MATTER = re.compile(r" of (?=[a-z])")
_CONVERTED = re.compile(r" \([^()]*\d[^()]*\) of (?=[a-z])")


def matter_beside(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The matter of a measure that is joined to the size of another thing: the rain of "brought winds of 140
    km/h and 60 mm of rain".
    """
    if quantity.kind != "measure":
        return None
    converted = _CONVERTED.match(columns.text, quantity.end, sentence.end)
    if converted is not None and not columns.text[sentence.start : quantity.start].strip(" \n*•-–—"):
        # "About 300 tonnes (330 short tons) of cocoa is made"
        return first_phrase(columns, converted.end(), sentence.end)
    matter = _OF_MATTER.match(columns.text, quantity.end, sentence.end)
    earlier = None if matter is None else _joined_before(columns, sentence, quantity.start)
    if matter is None or earlier is None or not columns.text.endswith(" of ", sentence.start, earlier.start):
        return None
    return first_phrase(columns, matter.end(), sentence.end)


_EQUAL = re.compile(r"\s*(?:\([^()]{0,40}\)\s*)?(?:,|or|and|, and|, or)\s+")


def joined_amount(columns: TokenColumns, sentence: Sentence, start: int) -> Quantity | None:
    """The amount of the same kind that stands before one and is joined to it: "$50 or €45".

    In a long list it is the first member, so that no chain of members is followed one by one.
    """
    earlier = _joined_before(columns, sentence, start)
    first, members = earlier, 1
    while first is not None and (before := _joined_before(columns, sentence, first.start)) is not None:
        first, members = before, members + 1
    return first if members > _LONG_LIST else earlier


_LONG_LIST = 12


def _joined_before(columns: TokenColumns, sentence: Sentence, start: int) -> Quantity | None:
    quantities = sentence.quantities
    index = bisect_left(quantities, start, key=attrgetter("start"))
    if not 0 < index < len(quantities) or quantities[index].start != start:
        return None
    for earlier in quantities[max(0, index - 2) : index][::-1]:
        if earlier.kind == quantities[index].kind and _EQUAL.fullmatch(columns.text, earlier.end, start):
            return earlier
    return None


_TO_DO = WordPattern(r" to (?P<verb>[a-z]+) (?:(?:at|by|to|in|up|down) )?$")
_CONTROLLING = WordSet("grammar/object_control")
_FORESEEING = WordSet("grammar/foreseeing")


def expected_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What is expected to do something, where a tree takes that for a noun or hangs it on who expects it:
    "expect | the rate | to peak at 8%", "forecast | revenue | to reach $4 billion".
    """
    doing = _TO_DO.search(columns.text, sentence.start, quantity.start)
    verb = None if doing is None else columns.token_at(doing.start("verb"))
    if doing is None or verb is None:
        return None
    is_torn = columns.tags[verb] in _READ_AS_NOUN and doing["verb"] + "s" in noun_like_verbs()
    if not is_torn and columns.tags[verb] != "VB":
        return None
    end = doing.start()
    beside = columns.token_at(end - 1)
    if beside is not None and columns.tags[beside] == "RB":
        end = columns.ends[beside - 1]  # "expects | wind and sun | together to make"
    thing = _with_its_places(columns, sentence, end)
    first = None if thing is None else columns.token_at(thing[0])
    if first is None or first <= sentence.span.start:
        return None
    return thing if columns.lowers[first - 1] in (_CONTROLLING if is_torn else _FORESEEING) else None


_MAX_PLACES = 3
"""More phrases with prepositions behind a noun are hardly written."""


def _with_its_places(columns: TokenColumns, sentence: Sentence, end: int) -> Offsets | None:
    """The noun phrase that ends somewhere, with what tells where and of what: "prices of flats in Ulm"."""
    thing = phrase_before(columns, sentence, end)
    for _ in range(_MAX_PLACES):
        first = None if thing is None else columns.token_at(thing[0])
        if thing is None or first is None or first - 1 <= sentence.span.start:
            return thing
        if columns.tags[first - 1] not in ("IN", "CC"):
            return thing
        before = phrase_before(columns, sentence, columns.starts[first - 1])
        if before is None:
            return thing
        thing = before[0], thing[1]
    return thing


def beside_with(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The name that "with" sets beside a clause with a participle of its own, or a further one: "with Acme
    raising $9 million and | Orbit | securing $3 million".
    """
    first = columns.token_at(quantity.start)
    if first is None or first - 2 <= sentence.span.start or columns.tags[first - 1] != "VBG":
        return None
    name = next((n for n in sentence.names if n.end == columns.ends[first - 2]), None)
    if name is None or _BESIDE_WITH.search(columns.text, sentence.start, name.start) is None:
        return None
    return name.start, name.end


_BESIDE_WITH = re.compile(r", with (?:[^;:()]*(?:,| and) )?$")
_READ_AS_NOUN = frozenset({"NN", "JJ"})
_BEHIND_COMMA = WordPattern(r", (?:(?:<grammar/hedging_amount>) )?$")


def amount_before_comma(text: str, sentence: Sentence, start: int) -> Quantity | None:
    """The amount that what stands behind its comma is told of: "cost $48 million, | double the estimate"."""
    comma = _BEHIND_COMMA.search(text, sentence.start, start)
    if comma is None:
        return None
    return next((q for q in sentence.quantities if q.end == comma.start() and q.kind != "ordinal"), None)


# --- Respectively -------------------------------------------------------------------------------------------


def respective_subject(
    columns: TokenColumns,
    sentence: Sentence,
    quantity: Quantity,
    members: Sequence[Offsets],
) -> Offsets | None:
    """The member of a coordinated subject that an amount belongs to: "A and B have 3 and 4, respectively"."""
    where = columns.text.find("respectively", quantity.end, sentence.end)
    if where < 0 or len(members) < 2:
        return None
    amounts = [q for q in sentence.quantities if q.end <= where and q.start >= members[-1][1]]
    if len(amounts) != len(members) or quantity not in amounts:
        return None
    return members[amounts.index(quantity)]
