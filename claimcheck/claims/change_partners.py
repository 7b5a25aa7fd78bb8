"""Changes that share the word of change with another, or that are said without one.

"rose 4.2% in the north and 1.9% in the south", "increased $71.5 million, or 66.5%", "decreased 3.1 percent as
reported (1 percent adjusted for currency)" are two changes each; "12% below its peak", "5% higher than in
May", "2,000 more responses than last year" and "accuracy (+23%)" have no word of change at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.claims.amount_words import POINTS, core_end
from claimcheck.claims.base import Draft
from claimcheck.claims.change_sizes import unit_of
from claimcheck.claims.change_values import ChangeValue, Direction
from claimcheck.claims.earlier_values import EARLIER, OVER_TIME
from claimcheck.claims.interval_levels import find_interval_level
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.noun_phrases import SUBJECTS
from claimcheck.grammar.subjects import find_subject
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.claims.base import BaseClaim
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity

_PARTNER_KINDS = frozenset({"percent", "money", "count", "number", "measure"})
# what may stand right before a partner: the joint of the coordination, and small words
_JOINT = WordPattern(
    r"(?:,|;|\(|\[|/|,?\s*\b(?:<change/joint>)\b)\s*(?:(?:<change/joint_filler>)\s+)*$",
    re.IGNORECASE,
)
_BUT_ONLY = re.compile(r"\bbut\s+only\s+$")
_ADVERBIAL = WordPattern(
    r"\s*(?:[.,;)]|$)|\s+(?:<change/adverbial>)\b"
    r"|\s+[a-z]+ly\s*(?:[.,;)]|$)"  # "fell 8% in the city but only 2% nationally"
)
# "were up by €11 to €162, in Galway by €4"
_GAPPED_BY = WordPattern(
    r"(?:\s+to\s+\S+(?:\s+(?:an?|per)\s+[a-z]+|\s+[a-z]+)?(?:\s+(?:from|in|on|since)\s+\w+)?"
    r"|\s+(?:<change/span_of_rate>)[- ](?:on|over)[- ](?:<change/span_of_rate>)"
    r"|(?:\s+(?:in|on|since)\s+[\w’'-]+){1,2})?"
    r"[,;]\s+(?:and\s+|but\s+|while\s+)?(?P<among>(?:<change/among>)\s+)?(?P<other>(?:the\s+)?"
    r"(?:[\w’'-]+\s+){1,4})by\s+"
    r"|\s+and\s+(?P<another>(?:the\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){1,3})by\s+"
    r"|,?\s+and\s+(?:that|those)\s+(?:<change/that_of>)\s+(?:[\w’'-]+\s+){1,6}by\s+"
)
_EQUIVALENT = WordPattern(
    r"\s*(?:,\s*(?:<change/in_other_words>)|\(|/|or)\s*(?:by\s+|a\s+|an\s+)?$", re.IGNORECASE
)
"""Between an amount and the same change in another unit: "$71.5 million, or 66.5%"."""
_OWN_PREDICATE = WordPattern(
    r"\s*(?:<change/partner_predicate>|<change/than_word>)\b",
    re.IGNORECASE,
)
_BEFORE_NEXT_CHANGE = WordPattern(r"\s*(?:(?:<change/raised_thing>)\s*)?", re.IGNORECASE)
_MAX_JOINT_CHARS = 110


_SHARE_UNITS = ("percent", "percentage_point", "basis_point")


def carried_changes(
    document: NormalisedDocument, sentence: Sentence, draft: Draft, limit: int, taken: set[int]
) -> Iterator[Draft]:
    """The further changes of a coordination that the word of change of `draft` governs, up to `limit`."""
    value = draft.value
    assert isinstance(value, ChangeValue)
    if value.number is None and value.low is None:
        if value.to is not None:
            yield from _gapped_size(document, sentence, draft, limit, taken)
        return
    sized = next((q for q in draft.quantities if q.number == value.number and q.low == value.low), None)
    kind = next((q.kind for q in draft.quantities if q.number == value.number and q.low == value.low), None)
    if kind is None and value.unit != "percent":
        return
    is_percent = value.unit in _SHARE_UNITS
    end = draft.end if sized is None else core_end(document.text, sized)
    whole_end = end if sized is None else max(end, sized.end)  # with the noun of "212 points"
    for quantity in sentence.quantities:
        if quantity.start < end or quantity.number_start in taken or quantity.number is None:
            continue
        if quantity.kind == "ordinal":
            continue
        if quantity.start >= limit or quantity.kind not in _PARTNER_KINDS:
            return
        if find_interval_level(document.text, quantity.number_end, sentence.end):
            return  # "fell by 12% (95% CI, 8% to 15%)"
        between = document.text[end : quantity.start]
        pair = _second_pair(document, sentence, draft, quantity)
        if pair is not None:
            yield pair
            return
        is_same_in_other_words = _EQUIVALENT.fullmatch(
            document.text, whole_end, quantity.start
        ) is not None and (
            quantity.kind == "percent"
            or (is_percent and quantity.kind in ("money", "count"))
            or kind == quantity.kind == "measure"
        )
        is_alike = _is_of_like_size(quantity, value, kind)
        if _OPEN_BRACKET.search(document.text, whole_end, quantity.start) and not (
            is_alike or is_same_in_other_words
        ):
            continue  # "(2023: £205m), or 8% at constant currency"
        if (
            is_percent
            and quantity.kind == "percent"
            and _is_adjusted(document, sentence, whole_end, quantity)
        ):
            after = core_end(document.text, quantity)
            yield _with_size_of(document, sentence, draft, value, quantity, after)
            end = whole_end = after
            continue
        is_after_new = value.to is not None and _EQUIVALENT.fullmatch(
            document.text, draft.end, quantity.start
        )
        if is_after_new and not is_same_in_other_words:
            return  # "rose €41m to €388m, or 1.1 cents a unit": the new value in other words
        if not (is_same_in_other_words or (is_alike and _is_coordinated(document, between, end, quantity))):
            return
        after = quantity.end if quantity.of in POINTS else core_end(document.text, quantity)
        if _OWN_PREDICATE.match(document.text, after, sentence.end) and not is_same_in_other_words:
            return
        is_contrast = _BUT_ONLY.search(between) and not _ADVERBIAL.match(document.text, after, sentence.end)
        if not is_same_in_other_words and (is_contrast or _has_verb_next(document, after)):
            return  # "cuts the risk by 60 percent, but only 4 percent wear one"
        if _BEFORE_NEXT_CHANGE.fullmatch(document.text, after, limit) and limit < sentence.end:
            return  # "and a 20% drop", "and a 4% pay rise": the next word of change has it
        yield _with_size_of(document, sentence, draft, value, quantity, after)
        end = whole_end = after


_ADJUSTED = WordPattern(r"\s+(?:<change/adjusted_basis>)(?![^\W_])", re.IGNORECASE)
_OPEN_BRACKET = re.compile(r"[(\[][^)\]]*$")
_OR = re.compile(r"(?:,|\)|\bor|\band|\()\s*(?:or\s+|and\s+|by\s+)?$")


def _is_adjusted(document: NormalisedDocument, sentence: Sentence, start: int, quantity: Quantity) -> bool:
    """Whether a percentage tells the same change on another basis: "or 8% at constant currency"."""
    text = document.text
    if _ADJUSTED.match(text, core_end(text, quantity), sentence.end) is None:
        return False
    return _OR.search(text, start, quantity.start) is not None and not _has_new_verb(
        document, start, quantity.start
    )


_AND = re.compile(r",?\s+and\s+(?:by\s+)?")


def _second_pair(
    document: NormalisedDocument, sentence: Sentence, draft: Draft, quantity: Quantity
) -> Draft | None:
    """A second size with its new value: "slid half a cent to $1.3049 and 0.3% to €1.1938"."""
    value, text = draft.value, document.text
    assert isinstance(value, ChangeValue)
    if value.to is None or not _AND.fullmatch(text, draft.end, quantity.start):
        return None
    after = core_end(text, quantity)
    new = next((q for q in sentence.quantities if q.start >= after), None)
    if new is None or new.number is None or text[after : new.start] != " to " or new.kind == "ordinal":
        return None
    if quantity.kind not in ("percent", "money", "measure") or new.kind not in (
        "percent",
        "money",
        "measure",
    ):
        return None
    fields = {
        "direction": value.direction,
        "number": quantity.number,
        "unit": unit_of(quantity),
        "to": new.number,
        "to_unit": None if unit_of(new) == unit_of(quantity) else unit_of(new),
    }
    return Draft(
        draft.claim_type,
        quantity.start,
        new.end,
        ChangeValue.model_validate({key: given for key, given in fields.items() if given is not None}),
        "change/coordinated",
        draft.subject,
        quantity.comparator,
        (quantity, new),
    )


def _gapped_size(
    document: NormalisedDocument, sentence: Sentence, draft: Draft, limit: int, taken: set[int]
) -> Iterator[Draft]:
    """What something else changed by, behind a new value: "fell to 385 ml, and hospital stay by two days"."""
    value = draft.value
    assert isinstance(value, ChangeValue)
    following = next((_in_percent(q) for q in sentence.quantities if q.start >= draft.end), None)
    if following is None or following.start >= limit or following.number_start in taken:
        return
    if following.number is None or following.kind not in _PARTNER_KINDS:
        return
    found = _GAPPED_BY.fullmatch(document.text, draft.end, following.start)
    if found is None or not found["other"] or _has_new_verb(document, draft.end, following.start):
        return
    after = core_end(document.text, following)
    yield _with_size_of(document, sentence, draft, value, following, max(after, following.end))


def _is_of_like_size(quantity: Quantity, value: ChangeValue, kind: str | None) -> bool:
    """Whether a quantity can be the size of a change as `value` is, whose size is of this kind."""
    if value.unit == "percentage_point" and quantity.of in POINTS:
        return True
    if value.unit in _SHARE_UNITS:
        return quantity.kind == "percent" and not quantity.is_fraction
    return quantity.kind == kind and unit_of(quantity) == value.unit and value.unit is not None


def _with_size_of(
    document: NormalisedDocument,
    sentence: Sentence,
    draft: Draft,
    value: ChangeValue,
    quantity: Quantity,
    end: int,
) -> Draft:
    """A change of the same direction as that of a draft, by a quantity that ends there."""
    return Draft(
        draft.claim_type,
        quantity.start,
        max(end, quantity.start + 1),
        ChangeValue.model_validate(
            {
                "direction": value.direction,
                "number": quantity.number,
                "unit": value.unit if quantity.of in POINTS else unit_of(quantity),
            }
        ),
        "change/coordinated",
        _subject_of(document, sentence, draft, quantity, end),
        quantity.comparator,
        (quantity,),
    )


def _subject_of(
    document: NormalisedDocument, sentence: Sentence, draft: Draft, quantity: Quantity, end: int
) -> tuple[int, int] | None:
    """What a partner is about: what the first is, unless the sentence deals its subjects out one by one."""
    gapped = _gapped_subject(document, draft, quantity)
    if gapped is not None:
        return gapped
    if document.text.find("respectively", end, sentence.end) < 0:
        return draft.subject
    return find_subject(document, sentence, quantity.start, end) or draft.subject


def _gapped_subject(document: NormalisedDocument, draft: Draft, quantity: Quantity) -> tuple[int, int] | None:
    """What stands before a gapped "by": the rents of "prices rose 4%, and rents by 7%"."""
    sized = next((q for q in draft.quantities if q.end <= quantity.start), None)
    if sized is None:
        return None
    for start in (draft.end, sized.end, core_end(document.text, sized)):
        found = _GAPPED_BY.fullmatch(document.text, start, quantity.start)
        if found is None or found["among"]:
            continue
        group = "other" if found["other"] else "another"
        if found[group]:
            return found.start(group), found.end(group) - 1
    return None


def _is_coordinated(document: NormalisedDocument, between: str, start: int, quantity: Quantity) -> bool:
    """Whether only a joint and adverbials of the first amount stand between two amounts, and no clause."""
    if _GAPPED_BY.fullmatch(between) and not _has_new_verb(document, start, quantity.start):
        return True
    if (
        len(between) > _MAX_JOINT_CHARS
        or not _JOINT.search(between)
        or any(mark in between for mark in ".:!?\n")
    ):
        return False
    columns = columns_of(document)
    if not columns.is_parsed:
        return True
    span = columns.span(start, quantity.start)
    if span is None:
        return True
    is_parallel = document.text.startswith(" with ", quantity.end)  # "by 1.4% with X and 0.6% with Y"
    return not any(
        (columns.tags[token] in ("VBD", "VBZ", "VBP", "MD") and columns.lowers[token] != "compared")
        or (columns.lowers[token] == "with" and columns.lowers[token - 1] != "compared" and not is_parallel)
        or columns.lowers[token] in ("which", "who")
        for token in range(*span)
        if columns.starts[token] >= start
    )


def _has_verb_next(document: NormalisedDocument, end: int) -> bool:
    columns = columns_of(document)
    token = columns.token_at(end + 1) if columns.is_parsed and document.text[end : end + 1] == " " else None
    return token is not None and columns.tags[token] in ("VBP", "VBD", "VBZ", "MD")


def _has_new_verb(document: NormalisedDocument, start: int, end: int) -> bool:
    columns = columns_of(document)
    span = columns.span(start, end) if columns.is_parsed else None
    return span is not None and any(columns.tags[token] in _FINITE for token in range(*span))


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})


_OLD_VALUE_JOINT = re.compile(r"(?:\s+[a-z-]+){0,4}[\s,]*[(–—-]?\s*$|\s*,\s*$")
_NEW_VALUE_JOINT = re.compile(r"\s*,?\s*(?:and\s+)?(?:now\s+)?$")


def with_other_value(text: str, draft: Draft, particle: Draft) -> Draft | None:
    """`draft` with the value that it lacks and the particle after it gives; None if they part.

    "fell to 10 per thousand men, down from 13", "cut the fleet (from 32 buses down to four)".
    """
    first, second = draft.value, particle.value
    assert isinstance(first, ChangeValue)
    assert isinstance(second, ChangeValue)
    if second.number is not None or second.low is not None or len(particle.quantities) != 1:
        return None
    if first.direction != second.direction:
        return None
    units = (first.to_unit or first.unit, second.unit)
    is_one_unit = units[0] == units[1] or units[1] is None
    between = text[draft.end : particle.start]
    if second.to is None and first.to is not None and first.from_ is None:
        fits, given = _OLD_VALUE_JOINT.fullmatch(between), {"from_": second.from_}
    elif second.from_ is None and first.from_ is not None and first.to is None:
        fits, given = _NEW_VALUE_JOINT.fullmatch(between), {"to": second.to}
    else:
        return None
    if fits is None or not is_one_unit:
        return None
    return replace(
        draft,
        end=particle.end,
        value=first.model_copy(update=given),
        quantities=(*draft.quantities, *particle.quantities),
    )


_FROM_LEVEL = WordPattern(rf"\s+(?P<word><change/off_level>)\s+(?P<then>{EARLIER})")
# "$200 more than its predecessor", "£1.1bn less than forecast", but not "$5 more than once"
_MORE_THAN = WordPattern(
    r"\s+(?P<word><change/dearer>)\s+(?:\w+\s+)?than\b(?!\s+(?:<change/no_reference>|\d))"
)
_WEIGHED = frozenset({"mass", "volume", "energy", "power", "data"})
_CLOSED_AT = WordPattern(
    r"\b(?:<change/closing>|,)\s+$|\b(?:with|and)\s+(?:[a-z]+\s+){1,2}$",
    re.IGNORECASE,
)
_HIGHER = WordPattern(
    r"\s+(?P<word><change/up_or_down>)\b(?!\s+(?:<change/not_closed>)\b(?!\s+(?:the\s+)?(?:<change/time_opening>)\b))"
    r"(?=\s*[,.;)]|\s+(?:<change/closed_adverbial>|in)\b|\s*$)"
)
# "carried 6.7 million passengers, 4 percent more, and"
_MORE_CLOSED = WordPattern(
    r"\s+(?P<word><change/quantity_more>)(?=\s*[,.;)]|\s*$|\s+(?:by|in)\s+(?:<change/by_what>)\b)"
)
_AFTER_AMOUNT = re.compile(r"\d[\d.,]*(?:\s[a-z][\w-]*){1,4}(?:,|\sbut)\s+(?:about\s+|some\s+|around\s+)?$")
_IN_A_RACE = WordSet("change/in_a_race")
_DOWN_WORDS = WordSet("change/lower")


def changes_without_a_verb(
    document: NormalisedDocument, sentence: Sentence, taken: set[int], claim_type: type[BaseClaim]
) -> Iterator[Draft]:
    """Differences from an earlier value, and signed percentages in brackets, as drafts of `claim_type`."""
    text = document.text
    for found_quantity in sentence.quantities:
        quantity = _in_percent(found_quantity)
        if quantity.number is None or quantity.number_start in taken or quantity.kind not in _PARTNER_KINDS:
            continue
        is_of_points = _is_of_points(quantity)
        after = quantity.end if is_of_points else core_end(text, quantity)
        if _took_its_time(text, sentence, quantity, after):
            continue
        found = _compared(text, sentence, quantity, after)
        if found is not None:
            match, rule = found
            word = " ".join(match["word"].lower().split())
            direction: Direction = "decrease" if word in _DOWN_WORDS else "increase"
            noun = match["noun"].strip() if rule == "more-than-before" else ""
            unit = quantity.unit or _counted(quantity) or noun or _counted_before(sentence, quantity)
            if is_of_points and is_of_a_share(document, sentence, quantity, taken):
                unit = "percentage_point"
            old = _in_brackets(text, sentence, match.end())
            yield _draft(
                claim_type, document, sentence, quantity, match.end(), direction, unit, rule, old=old
            )
            continue
        told = _told(document, sentence, quantity, after)
        if told is not None:
            direction, end, rule = told
            yield _draft(claim_type, document, sentence, quantity, end, direction, quantity.unit, rule)


def _is_of_points(quantity: Quantity) -> bool:
    return quantity.kind == "count" and quantity.of in POINTS


def _took_its_time(text: str, sentence: Sentence, quantity: Quantity, after: int) -> bool:
    """Whether a time is a gap of a race: "35 seconds slower than the record", "0.2 seconds ahead of ..."."""
    if quantity.quality != "time":
        return False
    match = OVER_TIME.match(text, after, sentence.end)
    if match is not None:
        return match["word"] in ("slower", "faster")
    match = _FROM_LEVEL.match(text, after, sentence.end) if quantity.kind != "number" else None
    return match is not None and match["word"].lower() in _IN_A_RACE


def _compared(
    text: str, sentence: Sentence, quantity: Quantity, after: int
) -> tuple[re.Match[str], str] | None:
    """What compares a quantity with an earlier value, with the name of the rule that knows it."""
    is_rate = quantity.kind == "percent" and quantity.unit == "percent"
    is_size = quantity.kind == "measure" and quantity.quality in _WEIGHED
    is_told_at_end = quantity.kind in ("percent", "money") or _is_of_points(quantity)
    for rule, pattern, is_open, leads in (
        ("more-than-before", OVER_TIME, True, ()),
        ("off-a-level", _FROM_LEVEL, quantity.kind != "number", ()),
        ("amount-more", _MORE_THAN, is_size or quantity.kind == "money", ()),
        ("closed-higher", _HIGHER, is_told_at_end, _CLOSING),
        ("more-closed", _MORE_CLOSED, is_rate, _LEADING_TO_MORE),
        ("of-a-risk", _OF_RISK, is_rate, ()),
    ):
        match = pattern.match(text, after, sentence.end) if is_open else None
        if match is not None and (
            not leads or any(lead.search(text, sentence.start, quantity.start) for lead in leads)
        ):
            return match, rule
    return None


def _told(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity, after: int
) -> tuple[Direction, int, str] | None:
    """Which way something went by a quantity that is compared with nothing, the end and the rule."""
    text = document.text
    if quantity.kind == "percent":
        found = _year_on_year(document, sentence, quantity, after) or _of_less(
            text, sentence, quantity, after
        )
        if found is not None:
            return found
    if _IS_COMPARED.search(text, sentence.start, quantity.start):
        return None
    signed = _signed_direction(text, quantity)
    return None if signed is None else (signed, after, "signed")


def _in_percent(quantity: Quantity) -> Quantity:
    """A bare fraction as a share: "a third more than in 2024"."""
    if quantity.kind != "number" or not quantity.is_fraction or quantity.number is None:
        return quantity
    number = (quantity.number * 100).quantize(Decimal("0.01"))
    return replace(quantity, kind="percent", unit="percent", number=number)


def is_of_a_share(
    document: NormalisedDocument, sentence: Sentence, points: Quantity, taken: set[int]
) -> bool:
    """Whether points are those of a percentage said before: "averaged 71%, five points lower".

    A percentage that is itself a change gives none: "fell 2%, losing 12 points"; nor does that of another
    clause: "the rate stood at 2%, and the index was up 12 points".
    """
    if points.number is None or abs(points.number) >= _WHOLE:
        return False
    before = [q for q in sentence.quantities if q.end <= points.start and q.kind in ("percent", "money")]
    if not before or before[-1].unit != "percent" or before[-1].number_start in taken:
        return False
    if _IS_MOVE.match(document.text, before[-1].end, sentence.end):
        return False  # "closed 0.6 per cent higher, up 49.7 points"
    return not _has_new_subject(document, before[-1].end, points.start)


def _has_new_subject(document: NormalisedDocument, start: int, end: int) -> bool:
    """Whether a clause about something else opens between the offsets; a pronoun goes on with the same."""
    columns = columns_of(document)
    span = columns.span(start, end) if columns.is_parsed else None
    return span is not None and any(
        columns.deps[token] in SUBJECTS and columns.pos[token] != "PRON" for token in range(*span)
    )


_IS_MOVE = WordPattern(r"\s+(?:<change/up_or_down>|<change/quantity_more>)\b")
_WHOLE = 100
_ON_YEAR = WordPattern(
    r"\s*,?\s*(?:<change/span_of_rate>)[- ](?:on|over)[- ](?:<change/span_of_rate>)\b", re.IGNORECASE
)
_ROSE_OR_FELL = WordPattern(r"\b(?P<up><change/said_up>)\b|\b(?P<down><change/said_down>)\b", re.IGNORECASE)


def _year_on_year(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity, after: int
) -> tuple[Direction, int, str] | None:
    """A percentage "year on year" in brackets after what says which way: "a large rise in fraud (17% year on
    year)".
    """
    text = document.text
    found = _ON_YEAR.match(text, after, sentence.end)
    if found is None or text[max(0, quantity.start - 1) : quantity.start] not in ("(", "["):
        return None
    said = list(_ROSE_OR_FELL.finditer(text, sentence.start, quantity.start))
    if not said or len({match.lastgroup for match in said}) > 1:
        return None
    return "increase" if said[-1]["up"] else "decrease", found.end(), "year-on-year"


_OF_RISK = WordPattern(
    r"\s+(?P<word>higher|lower|greater|increased|reduced)\s+(?:[a-z-]+\s+)?(?:<change/risk>)\b(?!\s+(?:[\w]+\s+){0,4}than\b)"
)
"""Behind by how much more or less likely something is: "7% higher odds of a fall"."""
_LESS = WordPattern(
    r"\s+(?P<word><change/quantity_more>)\s+(?P<noun>[A-Za-z-]+)\b(?!\s+than)"
    r"(?=\s*[.,;)]|\s+(?:<change/less_place>)\b|$)"
)
_COMPARED = WordPattern(r"\b(?:<change/comparing>)\b", re.IGNORECASE)
_USING = WordPattern(r"\b(?:<change/using>)\s+$", re.IGNORECASE)
_CLOSING = (_CLOSED_AT,)
_LEADING_TO_MORE = (_AFTER_AMOUNT, _USING)
"""One of these stands before an amount that is more or less of something without saying than what."""


def _of_less(
    text: str, sentence: Sentence, quantity: Quantity, after: int
) -> tuple[Direction, int, str] | None:
    """What something now uses or makes more or less of: "uses 30% less memory"."""
    found = _LESS.match(text, after, sentence.end)
    if found is None or _USING.search(text, sentence.start, quantity.start) is None:
        return None
    if _COMPARED.search(text, sentence.start, sentence.end):
        return None  # less than another uses
    return "increase" if found["word"] == "more" else "decrease", found.end(), "uses-less"


def _counted(quantity: Quantity) -> str | None:
    """What there are so many more of: "people" of "8 million more people"."""
    return None if quantity.of is None else _MORE_OF.sub("", quantity.of) or None


_MORE_OF = re.compile(r"(?:more|fewer|less)(?:\s+|$)")


def _counted_before(sentence: Sentence, quantity: Quantity) -> str | None:
    """What the number before a bare one counts: "8,367 deaths, 381 fewer than in 2011"."""
    if quantity.kind != "number":
        return None
    before = [q for q in sentence.quantities if q.end <= quantity.start]
    if any(q.kind in ("money", "measure") for q in before):
        return None  # "raised £9.4 million for 780 charities, 1.1 million more than last year"
    counted = [q.of for q in before if q.kind == "count"]
    return counted[-1] if counted else None


def _in_brackets(text: str, sentence: Sentence, end: int) -> Quantity | None:
    """The old value right after "than in 2011": "(8,748)"."""
    for quantity in sentence.quantities:
        if quantity.start in (end + 2, end + 1) and text[end : quantity.start].strip() == "(":
            return quantity if text[quantity.end : quantity.end + 1] == ")" else None
    return None


_IS_COMPARED = WordPattern(
    r"\b(?:<change/compared>)\b",
    re.IGNORECASE,
)


_BEHIND_A_COMMA = re.compile(r"[^%\s],\s$")
_CLOSES = re.compile(r"\s*(?:[.;)]|$|\n)")
_LEVEL_IN_BRACKET = re.compile(r"\([$€£¥]\s?[\d.,]+\s?(?:[a-z]{1,8})?[,;]\s$", re.IGNORECASE)


def _signed_direction(text: str, quantity: Quantity) -> Direction | None:
    """Of a percentage with a sign in brackets after what changed: "MMLU (+23%)"."""
    sign = text[quantity.start : quantity.start + 1]
    if quantity.kind != "percent" or sign not in ("+", "-", "−", "–"):
        return None
    if _LEVEL_IN_BRACKET.search(text, max(0, quantity.start - 32), quantity.start):
        return "increase" if sign == "+" else "decrease"  # "Salt ($9.8 million, -52%)"
    if sign == "+" and _BEHIND_A_COMMA.search(text, 0, quantity.start) and _CLOSES.match(text, quantity.end):
        return "increase"  # "customers above $100K, +31%"
    if (
        text[max(0, quantity.start - 1) : quantity.start] != "("
        or not text[: quantity.start - 1].rstrip()[-1:].isalnum()
    ):
        return None
    return "increase" if sign == "+" else "decrease"


def _thing_outside(
    document: NormalisedDocument, sentence: Sentence, amount: tuple[int, int], end: int
) -> tuple[int, int] | None:
    """What changed, and not what it is held against or how much of it there is: "40 pubs, nine more than two
    years ago", "The engine uses 3% less oil".
    """
    found = find_subject(document, sentence, *amount)
    if found is None or not (_COMPARATIVE.match(document.text, *found) and amount[0] <= found[0] < end):
        return found
    return find_subject(document, sentence, amount[0], end)


_COMPARATIVE = re.compile(r"(?:more|less|fewer)\s", re.IGNORECASE)


def _draft(
    claim_type: type[BaseClaim],
    document: NormalisedDocument,
    sentence: Sentence,
    quantity: Quantity,
    end: int,
    direction: Direction,
    unit: str | None,
    rule: str,
    *,
    old: Quantity | None = None,
) -> Draft:
    number = quantity.number
    assert number is not None
    fields = {"direction": direction, "number": abs(number), "unit": unit}
    if old is not None and old.number is not None and old.kind in ("number", "count", quantity.kind):
        fields["from"] = old.number
        end = old.end + 1
    return Draft(
        claim_type,
        quantity.start,
        end,
        ChangeValue.model_validate(fields),
        f"change/{rule}",
        _thing_outside(document, sentence, (quantity.start, quantity.end), end),
        quantity.comparator,
        (quantity,) if "from" not in fields or old is None else (quantity, old),
    )
