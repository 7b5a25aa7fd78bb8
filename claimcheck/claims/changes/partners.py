"""Changes that share the word of change with another.

"rose 4.2% in the north and 1.9% in the south", "increased $71.5 million, or 66.5%", "decreased 3.1 percent as
reported (1 percent adjusted for currency)" are two changes each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Self

from claimcheck.claims.amounts.interval_levels import find_interval_level
from claimcheck.claims.amounts.words import POINTS, core_end
from claimcheck.claims.base import Draft
from claimcheck.claims.changes.behind import ATTRIBUTE
from claimcheck.claims.changes.changed_things import is_grown, is_told_as_share
from claimcheck.claims.changes.sizes import in_percent, unit_of
from claimcheck.claims.changes.values import ChangeValue
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.grammar.subjects.joined_clauses import is_noun_read_as_verb
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity

PARTNER_KINDS = frozenset({"percent", "money", "count", "number", "measure"})
# what may stand right before a partner: the joint of the coordination, and small words
_JOINT = WordPattern(
    r"(?:,|;|\(|\[|/|,?\s*\b(?:<change/joint>)\b)\s*(?:(?:<change/joint_filler>|<change/evaluating>)\s+)*$",
    re.IGNORECASE,
)
_BUT_ONLY = re.compile(r"\bbut\s+only\s+$")
_BY_OTHER_MEASURE = WordPattern(r"\s+by\s+(?:<change/measured_by>)\b")
"""Behind a share in another measure, which did not rise: "up eight points, but 17 per cent by value"."""
_BY = re.compile(r"\bby\s+$")
_HELD_AGAINST = WordPattern(
    r"\b(?:<change/held_against>)\s+(?:(?:<change/joint_filler>)\s+)*$", re.IGNORECASE
)
"""Before the size of another change that one is held against: "fell 8% in Bonn, compared with 3% in Kiel"."""
_HELD_ENDS = WordPattern(r"\s*(?:[.,;:)]|$)|\s+(?:<change/beside_held>|[a-z]+ly)\b", re.IGNORECASE)
_FORESEEN = WordPattern(r"\s+(?:<change/foreseen>|<change/estimate>)\b", re.IGNORECASE)
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
    r"|(?:\s+to\s+\S+(?:\s+[a-z]+)?)?\s+and\s+(?P<another>(?:the\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){1,3})by\s+"
    r"|,?\s+and\s+(?:that|those)\s+(?:<change/that_of>)\s+(?:[\w’'-]+\s+){1,6}by\s+"
)
_GAPPED_VERB = WordPattern(
    r"(?:\s+(?:(?:by|in|on|at)\s+[\w’'-]+|(?:over|during|in|for)\s+the\s+(?:last\s+|past\s+)?(?:<change/unit_of_time>)))?,?\s+and\s+"
    r"(?P<other>(?:(?:the|its|their)\s+)?"
    r"(?!(?:by|<change/no_other_thing>)\b)[\w’'-]+(?:\s+(?!(?:by|<change/no_other_thing>)\b)[\w’'-]+){0,2})"
    r"(?P<aside>,\s+[a-z]+(?:\s+[a-z]+)?,)?\s+"
)
"""Between two sizes where the second clause leaves its verb out: "was down 0.7% and the index 1.2%"."""
_CLOSES = re.compile(r"\s*(?:[.;,)](?!\d)|$)")
_SPAN = WordPattern(r"\s+on\s+the\s+(?:<change/unit_of_time>)\b")
_ON_SPAN = WordPattern(r"\s+on\s+the\s+(?:<change/unit_of_time>)\s+and\s+(?:by\s+)?")
"""Between two sizes of a fall over two spans: "down €2.50 on the day and 4.7 per cent on the week"."""
_EQUIVALENT = WordPattern(
    r"(?:\s+(?:in|among|for)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}[a-z-]+(?=,\s*or\s)|\s+(?:as\s+well|overall|too)(?=,\s*or\s))?"
    r"\s*(?:,\s*(?:<change/in_other_words>)|\(|/|or)\s*(?:by\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
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
        if value.to is not None and value.from_ is not None:
            yield from _gapped_levels(document, sentence, draft, limit)
        return
    so_far = _Coordination.of(document, sentence, draft, limit)
    if so_far is None:
        return
    for quantity in sentence.quantities:
        if quantity.start < so_far.end or quantity.number_start in taken or quantity.number is None:
            continue
        if quantity.kind == "ordinal":
            continue
        if quantity.kind == "measure" != so_far.kind and ATTRIBUTE.match(document.text, quantity.number_end):
            continue  # "rose 2% at four-year colleges and 3% elsewhere"
        if quantity.start >= limit or quantity.kind not in PARTNER_KINDS:
            return
        if find_interval_level(document.text, quantity.number_end, sentence.end):
            return  # "fell by 12% (95% CI, 8% to 15%)"
        is_same_in_other_words = so_far.says_again(quantity)
        if so_far.is_aside(quantity) and not is_same_in_other_words:
            continue  # "(2023: £205m), or 8% at constant currency"
        if so_far.are_levels_held(quantity):
            return  # "a 5-month gain in survival (24 months on the drug vs. 19 months without)"
        is_adjusted = so_far.is_adjusted(quantity)
        is_of_points = quantity.of in POINTS and not is_adjusted
        after = quantity.end if is_of_points else core_end(document.text, quantity)
        if not (is_adjusted or so_far.governs(quantity, after, again=is_same_in_other_words)):
            return
        yield _with_size_of(document, sentence, draft, value, quantity, after)
        so_far.end = so_far.whole_end = after


@dataclass(slots=True)
class _Coordination:
    """A change with further ones that its word of change governs, as far as they are read.

    Attributes:
        value: of the change.
        kind: of the quantity that is its size, if one is.
        limit: where the reach of the word of change ends.
        end: of the last size.
        whole_end: that of its noun: "212 points".
    """

    document: NormalisedDocument
    sentence: Sentence
    draft: Draft
    value: ChangeValue
    kind: str | None
    limit: int
    end: int
    whole_end: int

    @classmethod
    def of(cls, document: NormalisedDocument, sentence: Sentence, draft: Draft, limit: int) -> Self | None:
        """That of a draft; None where no quantity is its size."""
        value = draft.value
        assert isinstance(value, ChangeValue)
        sized = next((q for q in draft.quantities if q.number == value.number and q.low == value.low), None)
        if sized is None and value.unit != "percent":
            return None
        end = draft.end if sized is None else core_end(document.text, sized)
        whole_end = end if sized is None else max(end, sized.end)
        kind = None if sized is None else sized.kind
        return cls(document, sentence, draft, value, kind, limit, end, whole_end)

    @property
    def is_percent(self) -> bool:
        return self.value.unit in _SHARE_UNITS

    @property
    def has_level(self) -> bool:
        """Whether the old or the new value is told beside the size."""
        return self.value.to is not None or self.value.from_ is not None

    def says_again(self, quantity: Quantity) -> bool:
        """Whether a quantity is the same size in another unit: "$71.5 million, or 66.5%"."""
        if _EQUIVALENT.fullmatch(self.document.text, self.whole_end, quantity.start) is None:
            return False
        return (
            quantity.kind == "percent"
            or (self.is_percent and quantity.kind in ("money", "count"))
            or self.kind == quantity.kind == "measure"
        )

    def is_aside(self, quantity: Quantity) -> bool:
        """Whether a quantity of another sort stands in brackets that open here."""
        is_bracketed = _OPEN_BRACKET.search(self.document.text, self.whole_end, quantity.start) is not None
        return is_bracketed and not _is_of_like_size(quantity, self.value, self.kind)

    def are_levels_held(self, quantity: Quantity) -> bool:
        """Whether a quantity opens brackets in which two levels are held against each other."""
        text = self.document.text
        if self.is_percent or _OPENS_BRACKET.fullmatch(text, self.whole_end, quantity.start) is None:
            return False
        return _LEVEL_AGAINST.match(text, quantity.end, self.sentence.end) is not None

    def has_own_noun(self, quantity: Quantity, after: int) -> bool:
        """Whether a size stands before its noun of change and another percentage before another noun."""
        if not self.is_percent or self.has_level or self.whole_end + 1 >= self.draft.end:
            return False
        columns = columns_of(self.document)
        token = columns.token_at(after + 1) if columns.is_parsed else None
        if token is None or quantity.kind != "percent" or self.document.text[after : after + 1] != " ":
            return False
        is_noun = columns.pos[token] in ("NOUN", "ADJ") and columns.starts[token] == after + 1
        return is_noun and columns.ends[token] < self.limit

    def is_adjusted(self, quantity: Quantity) -> bool:
        """Whether a percentage is the same change on another basis."""
        is_share = self.is_percent and quantity.kind == "percent"
        return is_share and _is_adjusted(self.document, self.sentence, self.whole_end, quantity)

    def is_gap(self, gap: re.Match[str], after: int) -> bool:
        """Whether a percentage, which ends at `after`, closes a clause that leaves the verb of change out."""
        text = self.document.text
        level = _level_behind(self.document, self.sentence, self.draft, after)
        has_share = self.has_level and self.value.to_unit in (None, *_SHARE_UNITS)
        if level is None and (has_share or _CLOSES.match(text, after, self.sentence.end) is None):
            return False  # "fell 8% to 4% and the index 5%": that may be where it is
        is_of_growth = not is_told_as_share(text, self.draft.subject) and is_grown(text, gap.span("other"))
        return is_of_growth and not self.has_verb_in_gap(gap)

    def gap_before(self, quantity: Quantity) -> re.Match[str] | None:
        """What stands before a percentage of a clause that may leave its verb out."""
        if quantity.kind != "percent" or not self.is_percent or self.value.from_ is not None:
            return None
        start = self.whole_end if self.value.to is None else self.draft.end
        return _GAPPED_VERB.fullmatch(self.document.text, start, quantity.start)

    def has_verb_in_gap(self, gap: re.Match[str]) -> bool:
        """Whether a clause has a verb, and no noun that was only read as one: "and rents 2%"."""
        columns = columns_of(self.document)
        noun = columns.token_at(gap.start("other")) if columns.is_parsed else None
        sized = self.draft.quantities[0] if self.draft.quantities else None
        if noun is not None and sized is not None and is_noun_read_as_verb(columns, noun, sized):
            return columns.ends[noun] != gap.end("other")
        return _has_new_verb(self.document, *gap.span("other"))

    def is_size_held(self, after: int) -> bool:
        """Whether what a change is held against, which ends at `after`, can be the size of another one."""
        text = self.document.text
        if self.has_level or is_told_as_share(text, self.draft.subject):
            return False  # "fell 8% to 4.1%, compared with 5% in Kiel", "turnout fell 8%": the level there
        if _FORESEEN.match(text, after):
            return False
        return _HELD_ENDS.match(text, after, self.sentence.end) is not None  # not "against 2% inflation"

    def governs(self, quantity: Quantity, after: int, *, again: bool) -> bool:
        """Whether the word of change goes for a quantity, which ends at `after`, too.

        `again`: it is the same size in other words.
        """
        text = self.document.text
        is_after_new = self.value.to is not None and _EQUIVALENT.fullmatch(
            text, self.draft.end, quantity.start
        )
        if is_after_new and not again:
            return False  # "rose €41m to €388m, or 1.1 cents a unit": the new value in other words
        between = text[self.end : quantity.start]
        is_gapped = quantity.kind == "percent" and _GAPPED_BY.fullmatch(between) is not None
        gap = None if again else self.gap_before(quantity)
        if gap is not None and self.is_gap(gap, after):
            return True
        if gap is not None and gap["aside"]:
            return False  # "wages grew 3% and tips, by contrast, 7%": of another thing, if a change at all
        is_on_span = _ON_SPAN.fullmatch(between) is not None and _SPAN.match(text, after) is not None
        if not again and not (
            (is_gapped or is_on_span or _is_of_like_size(quantity, self.value, self.kind))
            and _is_coordinated(self.document, between, self.end, quantity)
        ):
            return False
        if not again and _OWN_PREDICATE.match(text, after, self.sentence.end):
            return False
        if not again and self.has_own_noun(quantity, after):
            return False  # "20% monthly growth, 95% gross retention"
        if not again and _HELD_AGAINST.search(between) and not self.is_size_held(after):
            return False
        is_contrast = _BUT_ONLY.search(between) and not _ADVERBIAL.match(text, after, self.sentence.end)
        is_by_another = _BY_OTHER_MEASURE.match(text, after, self.sentence.end) and not _BY.search(between)
        is_other = is_contrast or (bool(is_by_another) and not _BY_OTHER_MEASURE.match(text, self.whole_end))
        if not again and (is_other or _has_verb_next(self.document, after)):
            return False  # "cuts the risk by 60 percent, but only 4 percent wear one"
        # "and a 20% drop", "and a 4% pay rise": the next word of change has it
        is_of_next = _BEFORE_NEXT_CHANGE.fullmatch(text, after, self.limit) is not None
        return not is_of_next or self.limit >= self.sentence.end


_ADJUSTED = WordPattern(r"\s+(?:<change/adjusted_basis>)(?![^\W_])", re.IGNORECASE)
_OPEN_BRACKET = re.compile(r"[(\[][^)\]]*$")
_OPENS_BRACKET = re.compile(r"[^()\[\].;:]*[(\[](?:[a-z]+ )?")
_LEVEL_AGAINST = WordPattern(
    r"(?: [\w’'-]+){0,6},? (?:(?:<change/held_against>)|vs\.?) (?:[\w’'-]+ ){0,3}?[$€£¥]?\d", re.IGNORECASE
)
_OR = re.compile(r"(?:,|\)|\bor|\band|\()\s*(?:or\s+|and\s+|by\s+)?$")


def _is_adjusted(document: NormalisedDocument, sentence: Sentence, start: int, quantity: Quantity) -> bool:
    """Whether a percentage tells the same change on another basis: "or 8% at constant currency"."""
    text = document.text
    if _ADJUSTED.match(text, core_end(text, quantity), sentence.end) is None:
        return False
    return _OR.search(text, start, quantity.start) is not None and not _has_new_verb(
        document, start, quantity.start
    )


def _gapped_size(
    document: NormalisedDocument, sentence: Sentence, draft: Draft, limit: int, taken: set[int]
) -> Iterator[Draft]:
    """What something else changed by, behind a new value: "fell to 385 ml, and hospital stay by two days"."""
    value = draft.value
    assert isinstance(value, ChangeValue)
    following = next((in_percent(q) for q in sentence.quantities if q.start >= draft.end), None)
    if following is None or following.start >= limit or following.number_start in taken:
        return
    if following.number is None or following.kind not in PARTNER_KINDS:
        return
    found = _GAPPED_BY.fullmatch(document.text, draft.end, following.start)
    if (
        found is None
        or not (found["other"] or found["another"])
        or _has_new_verb(document, draft.end, following.start)
    ):
        return
    after = max(core_end(document.text, following), following.end)
    yield _with_size_of(document, sentence, draft, value, following, after)


_GAPPED_LEVEL = WordPattern(
    r"(?:\s+(?:in|on|at)\s+[\w’'-]+(?:\s+\d{4})?)?,?\s+(?:and|while)\s+(?P<thing>(?:(?:for|in)\s+(?P<part>[\w’'-]+"
    r"(?:\s+\d{4})?)|(?:(?:the|its|their)\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,4}?))\s+to\s+(?:(?:<change/approximating>)\s+)?"
)
"""Before a new value in a coordination that leaves the verb out: "and its 2023 forecast to" 3% from 3.2%."""
_FROM_OLD = WordPattern(
    r"\s+from\s+(?:an?\s+)?(?:(?:<change/earlier_words>|previous|earlier|prior)\s+)?", re.IGNORECASE
)


def _gapped_levels(
    document: NormalisedDocument, sentence: Sentence, draft: Draft, limit: int
) -> Iterator[Draft]:
    """The new and old values of other things behind those of a draft: "raised its forecast for 2022 to 7.8%
    from 6.4% and | for 2023 to 3% from 2.5%".
    """
    assert isinstance(draft.value, ChangeValue)
    text, end = document.text, draft.end
    spread = next((q for q in sentence.quantities if q.start >= end), None)
    if spread is not None and spread.start < limit and spread.is_spread:
        yield from _gapped_spread(document, draft, spread)
        return
    levels = [q for q in sentence.quantities if end <= q.start < limit and q.number is not None]
    for new, old in pairwise(levels):
        found = _GAPPED_LEVEL.fullmatch(text, end, new.start)
        if found is None or _FROM_OLD.fullmatch(text, new.end, old.start) is None:
            continue
        if new.kind != old.kind or unit_of(new) != unit_of(old) or new.kind not in PARTNER_KINDS:
            return
        if _has_new_verb(document, end, new.start) or new.number is None or old.number is None:
            return
        rises = new.number > old.number
        if new.number == old.number or rises != (draft.value.direction == "increase"):
            return
        fields = {
            "direction": draft.value.direction,
            "unit": unit_of(new),
            "to": new.number,
            "from": old.number,
        }
        yield Draft(
            draft.claim_type,
            new.start,
            old.end,
            ChangeValue.model_validate(fields),
            "change/coordinated",
            draft.subject if found["part"] else found.span("thing"),
            new.comparator,
            (new, old),
        )
        end = old.end


_GAPPED_SPREAD = WordPattern(
    r"(?:\s+(?:in|on|at)\s+[\w’'-]+(?:\s+[\w’'-]+){0,3}?)?,?\s+(?:and|while)\s+"
    r"(?P<thing>(?:(?:for|in)\s+(?P<part>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+)?)"
    r"|(?:(?:the|its|their)\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,4}?))\s+"
)
"""Before both values of what a coordination leaves the verb out of: "and in the EU" from 3% to 4%."""


def _gapped_spread(document: NormalisedDocument, draft: Draft, spread: Quantity) -> Iterator[Draft]:
    """The old and new value of another thing, "and in the EU from 3% to 4%"."""
    assert isinstance(draft.value, ChangeValue)
    text = document.text
    found = _GAPPED_SPREAD.fullmatch(text, draft.end, spread.start)
    has_from = text.startswith("from ", spread.start)
    if found is None or not has_from or _has_new_verb(document, draft.end, spread.start):
        return
    direction = "decrease" if spread.is_descending else "increase"
    unit = draft.value.to_unit or draft.value.unit
    if direction != draft.value.direction or unit_of(spread) != unit or spread.low == spread.high:
        return
    old, new = (spread.high, spread.low) if spread.is_descending else (spread.low, spread.high)
    yield Draft(
        draft.claim_type,
        spread.start,
        spread.end,
        ChangeValue.model_validate({"direction": direction, "unit": unit, "from": old, "to": new}),
        "change/coordinated",
        draft.subject if found["part"] else found.span("thing"),
        spread.comparator,
        (spread,),
    )


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
    """A change in the direction of that of a draft, by a quantity that ends there, with its new value."""
    fields = {
        "direction": value.direction,
        "number": quantity.number,
        "unit": value.unit if quantity.of in POINTS else unit_of(quantity),
    }
    subject = _subject_of(document, sentence, draft, quantity, end)
    level = None if subject == draft.subject else _level_behind(document, sentence, draft, end)
    if level is not None:
        fields |= {"to": level.number, "to_unit": unit_of(level)}
    return Draft(
        draft.claim_type,
        quantity.start,
        max(end, quantity.start + 1) if level is None else level.end,
        ChangeValue.model_validate(fields),
        "change/coordinated",
        subject,
        quantity.comparator,
        (quantity,) if level is None else (quantity, level),
    )


def _level_behind(
    document: NormalisedDocument, sentence: Sentence, draft: Draft, end: int
) -> Quantity | None:
    """The sum that a further change comes to, where the first has one too: "climbed 9% to $4 billion and
    profit 3% | to $400 million".
    """
    assert isinstance(draft.value, ChangeValue)
    if draft.value.to is None:
        return None
    level = next((q for q in sentence.quantities if document.text[end : q.start] == " to "), None)
    is_alike = level is not None and level.number is not None and unit_of(level) == draft.value.to_unit
    return level if is_alike else None


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
    sized_end = max(sized.end, core_end(document.text, sized))
    gaps = (_GAPPED_VERB.fullmatch(document.text, end, quantity.start) for end in (sized_end, draft.end))
    gap = next(filter(None, gaps), None)
    if gap is not None:
        return gap.span("other")
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
