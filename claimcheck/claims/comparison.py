"""A ratio against something else: "over 10x this amount", "twice as many as France", "20% more than B"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from claimcheck.claims.amounts.words import core_end
from claimcheck.claims.base import (
    Amount,
    BaseClaim,
    Comparator,
    Draft,
    KindColour,
    Value,
    comparator_prefix,
    human_number,
)
from claimcheck.claims.changes.earlier_values import OVER_TIME
from claimcheck.claims.changes.words import load_change_words
from claimcheck.grammar.subjects.elliptic import amount_before_comma
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.numerals import is_sane
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Comparator, Quantity


class ComparisonValue(Value):
    """A factor against a reference.

    `reference` is written as in the text, null where it is only implied ("10x faster"). `resolved_number` is
    the factor times the reference's value, where the text states that value; `resolved_from` are the words
    that state it.
    """

    factor: Amount
    reference: str | None
    resolved_number: Amount | None = None
    resolved_from: str | None = None

    nullable: ClassVar[frozenset[str]] = frozenset({"reference"})

    def describe(self, comparator: Comparator) -> str:
        """Such as `> 10x this amount (15 billion)`."""
        resolved = f" (= {human_number(self.resolved_number)})" if self.resolved_number is not None else ""
        reference = f" {self.reference}" if self.reference else ""
        return f"{comparator_prefix(comparator)}{human_number(self.factor)}x{reference}{resolved}"


class ComparisonClaim(BaseClaim):
    """A ratio against something else.

    `reference` is that something as written; where the article gives its value, `resolved_number` is the
    product.
    """

    kind: Literal["comparison"] = "comparison"
    value: ComparisonValue

    colour: ClassVar[KindColour] = KindColour("order", 332)
    example: ClassVar[tuple[str, str]] = (
        "Brazil has twice as many airports as France.",
        "twice as many airports as France",
    )


_WORD = r"[\w’'&/-]+(?:,\d{3})*(?:\.\w+)*%?"
_PHRASE = rf"(?:{_WORD}\s+){{0,5}}?{_WORD}"
# Where the phrase of a reference ends: a mark, or a word that opens the next phrase or the predicate
_PHRASE_END = (
    r"(?=\s*(?:[,.;:!?)\]”\"](?!\d)|$)|\s+[-–—]|\s+compared\b|\s+of\s+[$€£¥\d]|\s+(?:in|on|at|for|over|during|among|and|but|or|with|to|by|when|while|if|because|per|is|are|was|were"
    r"|has|have|had|as|did|does|do|from|than|though|although|since|despite|after|before|because|which|who|that|until|so|would|will|can)\b)"
)
_OF_PHRASE = rf"(?:\s+of\s+(?:the\s+|an?\s+)?{_PHRASE})?"
# A clause as what is compared with: "twice what it was in 2019"
_WHAT_CLAUSE = (
    r"what\s+(?:[^,.;:()!?\n—]|\.(?=\w)|,(?=\d)){3,80}?"
    r"(?=\s*(?:[,;:()!?—\n]|\.(?!\w)|$)|\s+(?:[-–]|and\b|but\b|while\b))"
)
# "10x this amount", "twice the size of X", "half its former weight"
_TIMES_NOUN = re.compile(
    rf"\s+(?P<reference>{_WHAT_CLAUSE}|(?:this|that(?!\s+(?:this|these|the|an?|he|she|it|they|we|his|her|their|its)\b)|these|those|the|its|their|his|her|our|last|an?)\s+(?:[$€£¥]\d[\d.,]*[a-z]*(?:\s+{_PHRASE})?|{_PHRASE}){_OF_PHRASE}"
    rf"|[\w-]+['’]s(?:\s+{_PHRASE})?|(?:this|that)(?=\s*(?:[.;:)]|$))){_PHRASE_END}",
    re.IGNORECASE,
)
# "1.3 times EBITDA", "14 times earnings": what companies are valued by
_TIMES_ACCOUNT = WordPattern(
    r"\s+(?P<reference>(?:(?:<comparison/account_kind>|next\s+year[’']s|this\s+year[’']s|last\s+year[’']s"
    r"|FY\d\d(?:\d\d)?E?|(?:19|20)\d\d(?:-\d\d)?)\s+){0,3}(?:<comparison/account>))\b",
)
# "three times as many X as Y", "5x faster than Y", "twice as large"
_AS_AS = re.compile(
    rf"\s+as\s+(?P<quality>{_PHRASE})\s+as\s+(?P<reference>{_PHRASE}){_PHRASE_END}", re.IGNORECASE
)
# "twice as common among nurses": what it is compared with is only implied
_AS_ONLY = re.compile(rf"\s+as\s+(?P<quality>{_WORD})(?![^\W_]|\s+(?:{_WORD}\s+){{0,4}}as\b)", re.IGNORECASE)
# "half as much again", "a third as many again as France"
_AS_MUCH_AGAIN = re.compile(
    rf"\s+as\s+\w+\s+again\b(?:\s+as\s+(?P<reference>{_PHRASE}){_PHRASE_END})?", re.IGNORECASE
)
# "half those in the Netherlands", "less than half of that", "a hundredth of the size of the first"
_PART_OF = WordPattern(
    rf"\s+(?:of\s+(?!those\b|these\b|them\b))?(?P<reference>{_WHAT_CLAUSE}|(?:that|this|those|these)\b(?:\s+(?:of|in|on|for|at)\s+(?:the\s+|an?\s+)?{_PHRASE})?"
    rf"|(?:the|its|their|his|her)\s+(?:former\s+|previous\s+|original\s+|usual\s+)?(?:<comparison/size>)\b{_OF_PHRASE}"
    r"|(?:<common/article_or_possessor>)\s+(?:[a-z-]+\s+)?(?:<quantities/level_told>)s?\s+"
    r"(?:\w+\s+\w+\s+(?:before|earlier|ago)|in\s+(?:\w+\s+)?\d{4}|last\s+\w+)"
    rf"|(?:{_WORD}\s+)?[\w-]+[’']s?\s+(?:[a-z-]+\s+)?(?:<quantities/level_of_another>)"
    r"|(?:the|<common/possessor>)\s+(?:<quantities/usual>)\s+\w+"
    r"|(?:(?:last|the\s+previous)\s+)?[\w-]+[’']s(?=\s*(?:[.,;:)]|$|and\b|but\b)))"
    rf"{_PHRASE_END}",
    re.IGNORECASE,
)
_PERCENT_SIGN = WordPattern(r"\s*(?:<common/percent>|pc)", re.IGNORECASE)
_COMPARATIVE = (
    r"(?:more|less|fewer|(?!(?:rather|other|either|neither|whether|further|together|never|ever|however|another|under|over|after)\b)\w+er"
    r"|worse)"
)
_THAN = re.compile(
    rf"\s+(?:{_COMPARATIVE})(?:\s+{_PHRASE})??\s+than\s+(?P<reference>{_PHRASE}{_OF_PHRASE}){_PHRASE_END}",
    re.IGNORECASE,
)
_MORE_ALONE = re.compile(rf"\s+(?P<quality>{_COMPARATIVE})\b(?!\s+than)", re.IGNORECASE)
_PERCENT_COMPARATIVE = WordPattern(
    r"\s+(?:more|less)\s+(?:[a-z]{4,}(?:ive|ent|ant|ful|ate|ble|al|ous|ed|ing)|likely|common"
    r"|compact)\b(?!\s+than)|\s+(?:<comparison/comparative>)\b(?:\s+in\s+(?!(?:<common/article_or_possessor>)\b)\w+)?"
    r"|\s+(?:<comparison/higher_or_lower>)\s+(?:in|among|for|with)\s+(?:<common/article>\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:<comparison/group>)\b",
)
# "Compared with Halberd, Quillon uses 30% less memory"
_LESS_OF = re.compile(r"\s+(?:less|fewer|more)\s+[a-z-]+\b(?!\s+than)")
_COMPARED_WITH = re.compile(
    rf"(?:compared|in\s+comparison|relative)\s+(?:with|to)\s+(?P<reference>{_PHRASE}),\s", re.IGNORECASE
)
# "12% above the asking price"; but "12% below the poverty line" is a share of people
_OFF_A_YARDSTICK = WordPattern(
    r"\s+(?:above|below|over|under|short\s+of|ahead\s+of)\s+(?P<reference>(?:(?:the|its|their|his|her"
    r"|an?)\s+)?(?:[\w’'-]+\s+){0,3}?(?:<comparison/yardstick>)s?)\b",
    re.IGNORECASE,
)
# "costs exceeded the sum in dispute by 68%"
_BEYOND = WordPattern(
    r"\b(?:<comparison/exceeding>)\s+(?P<reference>(?:(?:<common/article_or_possessor>)\s+)?(?:[\w’'-]+\s+){0,5}[\w’'-]+)"
    r"\s+by\s+(?:(?:<quantities/blur>|some|just|more\s+than|over)\s+)?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:the\s+)?[\d.,]+|(?:age|ages)\b.*", re.IGNORECASE)
_SMALLER = WordPattern(
    r"\s+(?:<comparison/smaller>)\b",
    re.IGNORECASE,
)
_TIMES_SMALLER = WordPattern(r"\s+(?:<comparison/times_smaller>)\b", re.IGNORECASE)
_PLACES_OF_A_PART = 4
_INVERSE_OF: Mapping[Comparator, Comparator] = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
"""More than three times less is less than a third."""
_DEMONSTRATIVE_AMOUNT = WordPattern(
    r"(?:that|this|(?:this|that|these|those|the same)\s+(?:<comparison/amount>)s?)$",
    re.IGNORECASE,
)
_MULTIPLE_PATTERNS = (
    ("as-as", _AS_AS),
    ("than", _THAN),
    ("times-noun", _TIMES_NOUN),
    ("times-account", _TIMES_ACCOUNT),
    ("as-only", _AS_ONLY),
    ("comparative", _MORE_ALONE),
)
_PERCENT_PATTERNS = (
    ("percent-than", _THAN),
    ("percent-comparative", _PERCENT_COMPARATIVE),
    ("percent-off", _OFF_A_YARDSTICK),
)
_RESOLVABLE = frozenset({"count", "money", "measure", "number", "percent"})


def find_comparison_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Multiples and percentages that are said to be more or less than something."""
    earlier: list[list[Quantity]] = []  # what may be pointed back to, sentence by sentence
    for sentence in document.sentences:
        stated: list[Quantity] = []
        for quantity in sentence.quantities:
            if quantity.number is not None and not _is_one_of_two(document.text, sentence, quantity):
                draft = _compare(document, sentence, quantity, earlier)
                if draft is not None:
                    yield draft
            if quantity.kind in _RESOLVABLE:
                if not stated:
                    earlier.append(stated)
                stated.append(quantity)


def _is_one_of_two(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether another factor stands before a multiple: "6 or 7 times larger" is not 7 times for sure."""
    return quantity.kind == "multiple" and any(
        other.kind == "number" and text[other.end : quantity.start].strip() in ("or", "to")
        for other in sentence.quantities
        if other.end < quantity.start
    )


def _compare(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity, earlier: list[list[Quantity]]
) -> Draft | None:
    text = document.text
    ratio = _ratio(text, sentence, quantity)
    if ratio is None or ratio.factor <= 0:
        return None
    found = _wording(text, sentence, quantity, ratio)
    if found is None or (found.is_of_part and _is_share(text, quantity)):
        return None
    reference = found.reference
    if _LOWER_END.search(text, sentence.start, quantity.start):
        return None  # "between 4 and 7 times faster"
    if found.is_of_noun and reference is not None and _WHEN.match(reference):
        return None  # "lost twice that year"
    if reference is not None and _NUMBER.fullmatch(reference):
        return None  # "8% younger than 23"
    resolved = _resolve(
        reference, earlier, is_price=_PRICED.search(text, sentence.start, quantity.start) is not None
    )
    product = ratio.factor * resolved.number if resolved is not None and resolved.number else None
    return Draft(
        ComparisonClaim,
        quantity.start,
        found.end,
        ComparisonValue(
            factor=ratio.factor,
            reference=reference,
            resolved_number=product if product is not None and is_sane(product) else None,
            resolved_from=resolved.text if resolved is not None else None,
        ),
        f"comparison/{found.rule}",
        _compared_thing(document, sentence, quantity, found.end),
        _INVERSE_OF.get(quantity.comparator, quantity.comparator)
        if ratio.is_inverse
        else quantity.comparator,
        (quantity,),
    )


_WHICH_IS = WordPattern(r", which (?:is|was|were|are|had been)(?: (?:<grammar/hedging_amount>))? $")


def _compared_thing(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity, end: int
) -> tuple[int, int] | None:
    """What is so many times something else; behind an amount and a comma what that is of: "a repair that cost
    $48 million, double the estimate".
    """
    amount = amount_before_comma(document.text, sentence, quantity.start)
    if amount is None:
        clause = _WHICH_IS.search(document.text, sentence.start, quantity.start)
        if clause is not None and any(told.end == clause.start() for told in sentence.quantities):
            return None  # "at a cost of £3 million, which was twice the budget": of the sum
        return find_subject(document, sentence, quantity.start, end)
    return find_subject(document, sentence, amount.start, amount.end, names_things=amount.kind == "count")


_Patterns = tuple[tuple[str, "re.Pattern[str] | WordPattern"], ...]


class _Ratio(NamedTuple):
    """What a quantity makes of what it is compared with, and the ways to say so that are tried behind it.

    Attributes:
        factor: 1.2 for "20% more".
        after: offset behind the quantity.
        patterns: rule names and what they match there, the first that does counts.
        is_inverse: whether the factor is one over the number, so that its bound is on the other side.
    """

    factor: Decimal
    after: int
    patterns: _Patterns
    is_inverse: bool = False


def _ratio(text: str, sentence: Sentence, quantity: Quantity) -> _Ratio | None:
    """The ratio that a fraction, a multiple or a percentage gives; None for changes and other quantities."""
    assert quantity.number is not None
    if quantity.is_fraction and quantity.raw is not None:
        after = quantity.number_end
        if _PARTS_OF_A_SECOND.search(text, quantity.number_start, after) and _IN_A_RACE.match(text, after):
            return None  # "four tenths faster than the old car"
        if OVER_TIME.match(text, after, sentence.end):
            return None  # a change
        factor = quantity.raw
        is_off = _OFF_A_YARDSTICK.match(text, after, sentence.end) is not None  # "a third below normal"
        if is_off or _THAN.match(text, after, sentence.end):  # "a third more than B"
            factor = 1 - factor if _SMALLER.match(text, after) else 1 + factor
        elif _AS_MUCH_AGAIN.match(text, after, sentence.end):
            factor = 1 + factor
        patterns: _Patterns = (
            ("part-of", _PART_OF),
            ("percent-off", _OFF_A_YARDSTICK),
            ("as-again", _AS_MUCH_AGAIN),
            *_MULTIPLE_PATTERNS[:2],
            ("as-only", _AS_ONLY),
        )
        if quantity.kind == "multiple" and quantity.raw != _HALF:  # "half the South" is a share of it
            patterns = (*patterns, ("times-noun", _TIMES_NOUN))  # "a third the epochs of the rest"
        return _Ratio(factor, after, patterns)
    if quantity.kind == "multiple":
        after = quantity.number_end if quantity.is_fraction else quantity.end
        factor = quantity.number
        if factor > 1 and _TIMES_SMALLER.match(text, after):
            factor = round(1 / factor, _PLACES_OF_A_PART)  # "seven times less than" is a seventh
            return _Ratio(factor, after, _MULTIPLE_PATTERNS, is_inverse=True)
        return _Ratio(factor, after, _MULTIPLE_PATTERNS)
    if quantity.kind == "percent" and quantity.unit == "percent":
        if OVER_TIME.match(text, core_end(text, quantity), sentence.end):
            return None  # a change
        sign = _PERCENT_SIGN.match(text, quantity.number_end)
        after = sign.end() if sign else quantity.end
        share = quantity.number / 100
        return _Ratio(1 - share if _SMALLER.match(text, after) else 1 + share, after, _PERCENT_PATTERNS)
    return None


_PARTS_OF_A_SECOND = re.compile(r"(?:tenths?|hundredths?|thousandths?)$", re.IGNORECASE)
_IN_A_RACE = WordPattern(r"\s+(?:<comparison/in_a_race>)\b", re.IGNORECASE)


class _Wording(NamedTuple):
    """How a comparison is said.

    Attributes:
        rule: the rule that knows it.
        end: where its words end.
        reference: what it is compared with.
        is_of_noun: whether that is only a noun behind the multiple: "twice the price".
        is_of_part: whether it may be a part of that, which compares nothing: "a fifth of the cost".
    """

    rule: str
    end: int
    reference: str | None
    is_of_noun: bool = False
    is_of_part: bool = False


def _wording(text: str, sentence: Sentence, quantity: Quantity, ratio: _Ratio) -> _Wording | None:
    """The first way to say a comparison that stands behind the quantity, or opens its sentence."""
    for rule, pattern in ratio.patterns:
        match = pattern.match(text, ratio.after, sentence.end)
        if match is not None:
            reference = match.groupdict().get("reference")
            return _Wording(rule, match.end(), reference, pattern is _TIMES_NOUN, pattern is _PART_OF)
    beyond = _BEYOND.search(text, sentence.start, quantity.start) if quantity.kind == "percent" else None
    if beyond is not None:
        return _Wording("percent-beyond", quantity.end, beyond["reference"])
    fronted = (
        _COMPARED_WITH.match(text, sentence.start, quantity.start) if quantity.kind == "percent" else None
    )
    less = None if fronted is None else _LESS_OF.match(text, ratio.after, sentence.end)
    if fronted is None or less is None:
        return None
    return _Wording("compared-with", less.end(), fronted.groupdict().get("reference"))


def _is_share(text: str, quantity: Quantity) -> bool:
    """Whether "a fifth of X" is a part of X and compares nothing: "a fifth of the cost was met by taxes"."""
    is_pointed_at = _POINTING.match(text, quantity.number_end) is not None
    return _is_lost_or_won(text, quantity.start) or (quantity.kind == "percent" and not is_pointed_at)


_LOWER_END = re.compile(r"(?<![\d.,])\d[\d.]*\s?(?:to|-|–|(?<!\d)and)\s?$|\bbetween\s\S+\sand\s$")
_HALF = Decimal("0.5")
_WHEN = WordPattern(
    r"(?:<dates/deictic>|an?|the|those|these)\s+(?:<comparison/when>)s?\b(?![’'])", re.IGNORECASE
)
_VERB_BEFORE = re.compile(
    r"\b([a-z]+)\s+(?:(?:by|only|just|almost|nearly|about|around|roughly|over|more\s+than)\s+)*$"
)


_POINTING = re.compile(r"\s+(?:of\s+)?(?:that|this|those|these)\b", re.IGNORECASE)


def _is_lost_or_won(text: str, start: int) -> bool:
    """Whether a part is what changed, and no size: "lost a third of its value" leaves two thirds."""
    found = _VERB_BEFORE.search(text, max(0, start - 40), start)
    word = load_change_words().get(found[1]) if found is not None else None
    return word is not None and "verb" in word.word_class and word.bare != "none"


_PRICED = WordPattern(
    r"\b(?:<comparison/priced>|fetch\w*)\b[^.;:!?]{0,40}?\s"
    r"(?:(?:for|just|only|about|around|perhaps|barely|nearly|less than|more than|at)\s+)*$"
)


def _resolve(reference: str | None, earlier: list[list[Quantity]], *, is_price: bool) -> Quantity | None:
    """The amount that "this amount" points back to: the last one stated; of a price, the last sum of money.

    A mere "that" points at the only amount of its sentence if that is money: "earns twice that" is not of an
    age. Other references stay open.
    """
    if reference is None or not earlier or not _DEMONSTRATIVE_AMOUNT.match(reference):
        return None
    if is_price:
        amounts = (amount for stated in reversed(earlier) for amount in reversed(stated))
        return next((amount for amount in amounts if amount.kind == "money" and amount.number), None)
    last = earlier[-1][-1]
    is_bare = " " not in reference
    return None if is_bare and (len(earlier[-1]) > 1 or last.kind != "money") else last


RULES = (
    Rule("comparison/as-as", "Peru has twice as many peaks as Chile.", "Peru counted its peaks twice."),
    Rule("comparison/than", "The boat is three times faster than the ferry.", "The boat sank three times."),
    Rule("comparison/times-noun", "The lake is twice the size of Malta.", "The lake froze twice in Malta."),
    Rule(
        "comparison/times-account",
        "The stock trades at 14 times earnings.",
        "The bank published earnings 14 times.",
    ),
    Rule(
        "comparison/as-only",
        "The illness is twice as common among nurses.",
        "The illness struck nurses twice.",
    ),
    Rule(
        "comparison/as-again",
        "The field is half as large again as the old one.",
        "The field is half as large, again.",
    ),
    Rule("comparison/comparative", "The new chip is 3x faster.", "The new chip has 3 cores."),
    Rule("comparison/part-of", "The barn is half the size of the house.", "Half of the house burnt."),
    Rule(
        "comparison/compared-with",
        "Compared with Redis, Quillon uses 30% less memory.",
        "Compared with Redis, Quillon uses 30% of the memory.",
    ),
    Rule(
        "comparison/percent-off",
        "Flats sold for 12% above the asking price.",
        "It puts 12% below the poverty line.",
    ),
    Rule(
        "comparison/percent-beyond",
        "Costs exceeded the sum in dispute by 68%.",
        "Costs exceeded the sum in dispute of 68%.",
    ),
    Rule("comparison/percent-than", "The paint costs 25% less than oil.", "The paint is 25% oil."),
    Rule(
        "comparison/percent-comparative",
        "The new hall is 14 percent larger in area.",
        "The new hall is 14 percent glass.",
    ),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
