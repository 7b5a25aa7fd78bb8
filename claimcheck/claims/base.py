"""What every claim has, and what a finder hands over: the fields of the record, drafts, exact amounts.

The fields and their meaning follow the specification of the record (README, "The JSON record").
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)

if TYPE_CHECKING:
    from claimcheck.normalising.quantities import Quantity

Comparator = Literal["=", "~", "<", "<=", ">", ">="]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
"""FactBank's scale (Saurí and Pustejovsky, 2009) without its unknown value."""

_DOUBLE = Context(prec=15)  # decimal digits that survive a trip through an IEEE 754 double: DBL_DIG = 15


def _to_json_precision(amount: Decimal) -> Decimal:
    """The amount as a JSON reader will see it: integers exact, fractions to 15 significant digits."""
    if not amount.is_finite():
        raise ValueError("an amount is a finite number")
    if amount == amount.to_integral_value():
        return amount.to_integral_value()
    return _DOUBLE.plus(amount)


def _as_json_number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


Amount = Annotated[
    Decimal,
    AfterValidator(_to_json_precision),
    PlainSerializer(_as_json_number, return_type=int | float, when_used="json"),
]
"""An exact decimal inside, a JSON number outside."""


class FrozenModel(BaseModel):
    """Base of every model of the record: immutable, and no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TextSpan(FrozenModel):
    """A stretch of the text: `text == article[start:end]`, offsets in Unicode code points, end exclusive."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Subject(TextSpan):
    """What a claim is about.

    `resolved` is the name that stands for it: the text itself where that names something, the antecedent
    where the text is a pronoun or a definite description, null where no antecedent is sure.
    """

    resolved: str | None


class Attribution(FrozenModel):
    """Who is said to hold the claim, and by which words: "according to", "explained"."""

    source: str
    cue: str


class QualifierCue(TextSpan):
    """The words that decided a qualifier that is not at its default."""

    qualifier: Literal["polarity", "certainty", "prediction"]


class Value(FrozenModel):
    """Base of the normalised content of a claim. A field that is null is left out of the JSON."""

    def describe(self, comparator: Comparator) -> str:
        """The value in a form that people read, such as `> 1.5 billion parameters`."""
        raise NotImplementedError

    @model_serializer(mode="wrap")
    def _without_nulls(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        nullable = self.nullable
        return {k: v for k, v in handler(self).items() if v is not None or k in nullable}

    nullable: ClassVar[frozenset[str]] = frozenset()
    """Fields that are written as null where they are not given."""


class AmountValue(Value):
    """A value with one `number`, or a range from `low` to `high`."""

    number: Amount | None = None
    low: Amount | None = None
    high: Amount | None = None

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        exact = self.number is not None
        ranged = self.low is not None and self.high is not None
        half = (self.low is None) != (self.high is None)
        if exact == ranged or half:
            raise ValueError("give either `number`, or both `low` and `high`")
        return self

    def amount_text(self, comparator: Comparator) -> str:
        """The amount for people: `~ 1.5 billion`, `10-15`."""
        if self.number is not None:
            return comparator_prefix(comparator) + human_number(self.number)
        assert self.low is not None
        assert self.high is not None
        return f"{comparator_prefix(comparator)}{human_number(self.low)}–{human_number(self.high)}"


def amounts_of(quantity: Quantity) -> dict[str, Decimal | None]:
    """The fields of `AmountValue` as a quantity of the number layer gives them."""
    return {"number": quantity.number, "low": quantity.low, "high": quantity.high}


def comparator_prefix(comparator: Comparator) -> str:
    """`"> "` and so on; nothing for equality."""
    return "" if comparator == "=" else f"{comparator} "


_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def human_number(amount: Decimal) -> str:
    """A number as a newspaper prints it.

    >>> human_number(Decimal(1_500_000_000))
    '1.5 billion'
    >>> human_number(Decimal(422_000))
    '422,000'
    >>> human_number(Decimal("98.80"))
    '98.8'
    >>> human_number(Decimal(4_489_109))
    '4,489,109'
    """
    for scale, word in _SCALES:
        scaled = amount / scale
        if 1 <= abs(scaled) < 1000 and scaled == round(scaled, 3):
            return f"{scaled.normalize():f} {word}"
    if abs(amount) >= 10**15 or (amount and abs(amount) < Decimal("0.0001")):
        return f"{amount.normalize():g}"
    return f"{amount.normalize():,f}"


class BaseClaim(FrozenModel):
    """The fields that claims of every kind have. `text == article[start:end]`."""

    id: str
    kind: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    subject: Subject | None
    value: Value
    comparator: Comparator = "="
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    prediction: bool = False
    attribution: Attribution | None = None
    cues: tuple[QualifierCue, ...] = ()
    sentence: TextSpan
    found_by: str

    example: ClassVar[tuple[str, str]]
    """A sentence that holds such a claim, and the words of the claim in it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as its finder saw it, before its context is read. Offsets count from the start of the passage.

    Attributes:
        claim_type: the model the draft becomes.
        start, end: the words of the claim.
        value: its normalised content.
        found_by: the rule, as `kind/rule`.
        subject: offsets of the noun phrase the claim is about, if one was found.
        comparator: as the words say.
        quantities: those the claim is made from. A quantity belongs to one claim only: where two drafts want
            it, the kind that stands earlier in `CLAIM_FINDERS` keeps it.
    """

    claim_type: type[BaseClaim]
    start: int
    end: int
    value: Value
    found_by: str
    subject: tuple[int, int] | None = None
    comparator: Comparator = "="
    quantities: tuple[Quantity, ...] = ()
