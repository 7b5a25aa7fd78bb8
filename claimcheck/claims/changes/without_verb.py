"""Changes that are said without a word of change: differences from an earlier value, and signed percentages.

"12% below its peak", "5% higher than in May", "2,000 more responses than last year" and "accuracy (+23%)".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.amounts.words import POINTS, core_end
from claimcheck.claims.base import Draft
from claimcheck.claims.changes.earlier_values import EARLIER, OVER_TIME
from claimcheck.claims.changes.partners import PARTNER_KINDS
from claimcheck.claims.changes.sizes import in_percent
from claimcheck.claims.changes.values import ChangeValue, Direction
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.noun_phrases import SUBJECTS
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.claims.base import BaseClaim
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity

_FROM_LEVEL = WordPattern(rf"\s+(?P<word><change/off_level>)\s+(?P<then>{EARLIER})")
_OF_A_PLACE = WordPattern(r"\b(?:<change/level_of_a_place>)\slevels?$", re.IGNORECASE)
_CLOSED_AT = WordPattern(
    r"(?:\b(?:<change/closing>)|,)\s+$|\b(?:with|and|at)\s+(?:[a-z]+\s+){1,2}$",
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
        quantity = in_percent(found_quantity)
        if quantity.number is None or quantity.number_start in taken or quantity.kind not in PARTNER_KINDS:
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
            noun = (match.groupdict().get("noun") or "").strip()
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
    is_told_at_end = quantity.kind in ("percent", "money") or _is_of_points(quantity)
    for rule, pattern, is_open, leads in (
        ("more-than-before", OVER_TIME, True, ()),
        ("off-a-level", _FROM_LEVEL, quantity.kind != "number", ()),
        ("closed-higher", _HIGHER, is_told_at_end, _CLOSING),
        ("more-closed", _MORE_CLOSED, is_rate, _LEADING_TO_MORE),
        ("of-a-risk", _OF_RISK, is_rate, ()),
    ):
        match = pattern.match(text, after, sentence.end) if is_open else None
        if match is not None and quantity.quality == "length" and _OF_A_PLACE.search(match["then"]):
            continue  # "26 m above the river level"
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
    signed = _signed_direction(text, quantity)
    if signed is not None and _OF_BALANCES.search(text, sentence.start, quantity.start):
        return None  # "deficits, except for Denmark (+3.3%)": where they stand
    if signed is None or _IS_COMPARED.search(text, sentence.start, quantity.start):
        return None
    return signed, after, "signed"


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


_OF_BALANCES = WordPattern(
    r"\b(?i:<change/balance>)(?:,? (?:<change/balance_of>)| [A-Z][\w’'-]+ \([^()]*\)(?:,| and)?)* (?:the )?"
    r"[A-Z][\w’'-]+ \($"
)
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
    is_behind = _BEHIND_A_COMMA.search(text, max(0, quantity.start - 4), quantity.start) is not None
    if sign == "+" and is_behind and _CLOSES.match(text, quantity.end):
        return "increase"  # "customers above $100K, +31%"
    if (
        text[max(0, quantity.start - 1) : quantity.start] != "("
        or not text[max(0, quantity.start - 9) : quantity.start - 1].rstrip()[-1:].isalnum()
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
