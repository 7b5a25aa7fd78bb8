"""Changes that share the word of change with another, or that are said without one.

"rose 4.2% in the north and 1.9% in the south", "increased $71.5 million, or 66.5%", "decreased 3.1 percent as
reported (1 percent adjusted for currency)" are two changes each; "12% below its peak", "5% higher than in
May", "2,000 more responses than last year" and "accuracy (+23%)" have no word of change at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.claims.amount_words import core_end
from claimcheck.claims.base import Draft
from claimcheck.claims.change_values import ChangeValue, Direction
from claimcheck.claims.earlier_values import EARLIER, OVER_TIME
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.subjects import find_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.claims.base import BaseClaim
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity

_PARTNER_KINDS = frozenset({"percent", "money", "count", "number", "measure"})
# what may stand right before a partner: the joint of the coordination, and small words
_JOINT = re.compile(
    r"(?:,|;|\(|\[|/|,?\s*\b(?:and|or|but|then|plus)\b|\bfollowed by\b)\s*(?:(?:also|then|only|just|by|a"
    r"|an|another|some|even)\s+)*$",
    re.IGNORECASE,
)
_EQUIVALENT = re.compile(r"\s*(?:,\s*or|\(|/|or|,\s*i\.e\.,?)\s*(?:by\s+|a\s+|an\s+)?$", re.IGNORECASE)
"""Between an amount and the same change in another unit: "$71.5 million, or 66.5%"."""
_OWN_PREDICATE = re.compile(
    r"\s*(?:of|were|was|are|is|had|have|has|said|did|do|say|who|which|that|would|will|can|could|agreed|reported|used)\b"
    r"|\s*(?:points?|higher|lower|above|below|more|less)\b",
    re.IGNORECASE,
)
_MAX_JOINT_CHARS = 110


def carried_changes(
    document: NormalisedDocument, sentence: Sentence, draft: Draft, limit: int, taken: set[int]
) -> Iterator[Draft]:
    """The further changes of a coordination that the word of change of `draft` governs, up to `limit`."""
    value = draft.value
    assert isinstance(value, ChangeValue)
    if value.number is None and value.low is None:
        return
    sized = next((q for q in draft.quantities if q.number == value.number and q.low == value.low), None)
    kind = next((q.kind for q in draft.quantities if q.number == value.number and q.low == value.low), None)
    if kind is None and value.unit != "percent":
        return
    is_percent = value.unit in ("percent", "percentage_point", "basis_point")
    end = draft.end if sized is None else core_end(document.text, sized)
    for quantity in sentence.quantities:
        if quantity.start < end or quantity.number_start in taken or quantity.number is None:
            continue
        if quantity.start >= limit or quantity.kind not in _PARTNER_KINDS:
            return
        between = document.text[end : quantity.start]
        is_same_in_other_words = bool(_EQUIVALENT.fullmatch(between)) and (
            quantity.kind == "percent" or (is_percent and quantity.kind in ("money", "count"))
        )
        is_share = quantity.kind == "percent" and is_percent and not quantity.is_fraction
        is_alike = is_share or (
            not is_percent
            and quantity.kind == kind
            and unit_of(quantity) == value.unit
            and value.unit is not None
        )
        if not (is_same_in_other_words or (is_alike and _is_coordinated(document, between, end, quantity))):
            return
        after = core_end(document.text, quantity)
        if _OWN_PREDICATE.match(document.text, after, sentence.end) and not is_same_in_other_words:
            return
        if not document.text[after:limit].strip() and limit < sentence.end:
            return  # "and a 20% drop": the next word of change has it
        yield Draft(
            draft.claim_type,
            quantity.start,
            max(after, quantity.start + 1),
            ChangeValue.model_validate(
                {"direction": value.direction, "number": quantity.number, "unit": unit_of(quantity)}
            ),
            "change/coordinated",
            _subject_of(document, sentence, draft, quantity, after),
            quantity.comparator,
            (quantity,),
        )
        end = after


def _subject_of(
    document: NormalisedDocument, sentence: Sentence, draft: Draft, quantity: Quantity, end: int
) -> tuple[int, int] | None:
    """What a partner is about: what the first is, unless the sentence deals its subjects out one by one."""
    if document.text.find("respectively", end, sentence.end) < 0:
        return draft.subject
    return find_subject(document, sentence, quantity.start, end) or draft.subject


def _is_coordinated(document: NormalisedDocument, between: str, start: int, quantity: Quantity) -> bool:
    """Whether only a joint and adverbials of the first amount stand between two amounts, and no clause."""
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
    return not any(
        columns.tags[token] in ("VBD", "VBZ", "VBP", "MD")
        or columns.lowers[token] in ("with", "which", "who")
        for token in range(*span)
        if columns.starts[token] >= start
    )


def unit_of(quantity: Quantity) -> str | None:
    """The unit of a change by this amount: the counted noun of a count."""
    return quantity.of if quantity.kind == "count" else quantity.unit


_OLD_VALUE_JOINT = re.compile(r"[\s,]*[(–—-]?\s*$|\s*,\s*$")


def with_old_value(text: str, draft: Draft, particle: Draft) -> Draft | None:
    """`draft`, which gives a new value, with the old one of "(up from 30%)" after it; None if they part."""
    new, old = draft.value, particle.value
    assert isinstance(new, ChangeValue)
    assert isinstance(old, ChangeValue)
    is_old_alone = old.from_ is not None and old.to is None and old.number is None and old.low is None
    if not is_old_alone or new.from_ is not None or new.to is None or new.direction != old.direction:
        return None
    if (new.to_unit or new.unit) != old.unit or len(particle.quantities) != 1:
        return None
    if not _OLD_VALUE_JOINT.fullmatch(text, draft.end, particle.start):
        return None
    return replace(
        draft,
        end=particle.end,
        value=new.model_copy(update={"from_": old.from_}),
        quantities=(*draft.quantities, *particle.quantities),
    )


_FROM_LEVEL = re.compile(
    rf"\s+(?P<word>above|below|over|under|up\s+on|down\s+on|up\s+from|down\s+from)\s+(?P<then>{EARLIER})"
)
_CLOSED_AT = re.compile(
    r"\b(?:clos(?:e|es|ed|ing)|end(?:s|ed|ing)?|finish(?:es|ed|ing)?|trad(?:e|es|ed|ing)|open(?:s|ed|ing)?|settl(?:e|ed|ing)"
    r"|was|were|is|are|and|stood|about|nearly|some|almost|,)\s+$",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"\s+(?P<word>higher|lower|up|down)\b(?!\s+(?:than|in|the|to|from|a|an)\b)(?=\s*[,.;)]|\s+(?:on|at|for|after|by|since|over|year|compared|against|amid|as)\b|\s*$)"
)
_DOWN_WORDS = frozenset(
    {
        "fewer",
        "less",
        "lower",
        "smaller",
        "worse",
        "cheaper",
        "weaker",
        "slower",
        "below",
        "under",
        "down on",
        "down",
        "down from",
    }
)


def changes_without_a_verb(
    document: NormalisedDocument, sentence: Sentence, taken: set[int], claim_type: type[BaseClaim]
) -> Iterator[Draft]:
    """Differences from an earlier value, and signed percentages in brackets, as drafts of `claim_type`."""
    text = document.text
    for quantity in sentence.quantities:
        if quantity.number is None or quantity.number_start in taken or quantity.kind not in _PARTNER_KINDS:
            continue
        after = core_end(text, quantity)
        match, rule = OVER_TIME.match(text, after, sentence.end), "more-than-before"
        if match is None and quantity.kind != "number":
            match, rule = _FROM_LEVEL.match(text, after, sentence.end), "off-a-level"
        if match is None and quantity.kind == "percent" and quantity.unit == "percent":
            match = _HIGHER.match(text, after, sentence.end)
            rule = "closed-higher"
            if match is not None and not _CLOSED_AT.search(text, sentence.start, quantity.start):
                match = None
        if match is not None:
            word = " ".join(match["word"].lower().split())
            direction: Direction = "decrease" if word in _DOWN_WORDS else "increase"
            noun = match["noun"].strip() if rule == "more-than-before" else ""
            yield _draft(
                claim_type,
                document,
                sentence,
                quantity,
                match.end(),
                direction,
                quantity.unit or noun or quantity.of,
                rule,
            )
            continue
        signed = (
            None
            if _IS_COMPARED.search(text, sentence.start, quantity.start)
            else _signed_direction(text, quantity)
        )
        if signed is not None:
            yield _draft(claim_type, document, sentence, quantity, after, signed, quantity.unit, "signed")


_IS_COMPARED = re.compile(
    r"\b(?:better|worse|higher|lower|ahead|behind|than|over|outperforms?|beats?)\b", re.IGNORECASE
)


def _signed_direction(text: str, quantity: Quantity) -> Direction | None:
    """Of a percentage with a sign in brackets after what changed: "MMLU (+23%)"."""
    sign = text[quantity.start : quantity.start + 1]
    if quantity.kind != "percent" or sign not in ("+", "-", "−", "–"):
        return None
    if (
        text[max(0, quantity.start - 1) : quantity.start] != "("
        or not text[: quantity.start - 1].rstrip()[-1:].isalnum()
    ):
        return None
    return "increase" if sign == "+" else "decrease"


def _draft(
    claim_type: type[BaseClaim],
    document: NormalisedDocument,
    sentence: Sentence,
    quantity: Quantity,
    end: int,
    direction: Direction,
    unit: str | None,
    rule: str,
) -> Draft:
    number = quantity.number
    assert number is not None
    return Draft(
        claim_type,
        quantity.start,
        end,
        ChangeValue(direction=direction, number=abs(number), unit=unit),
        f"change/{rule}",
        find_subject(document, sentence, quantity.start, quantity.end),
        quantity.comparator,
        (quantity,),
    )
