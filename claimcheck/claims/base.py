"""What every claim has, and what a finder hands over: the fields of the record, drafts, exact amounts.

The fields and their meaning follow the specification of the record (README, "The JSON record").
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, NamedTuple, Self, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    WithJsonSchema,
    model_serializer,
    model_validator,
)

from claimcheck.grammar.antecedents.finding import Reason
from claimcheck.lexicons.quantities import load_plurals
from claimcheck.notebook import marked_html, table_html

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

    from claimcheck.quantities.finding import Quantity

Comparator = Literal["=", "~", "<", "<=", ">", ">="]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
"""FactBank's scale (Saurí and Pustejovsky, 2009) without its unknown value."""

_DOUBLE = Context(prec=15)  # decimal digits that survive a trip through an IEEE 754 double: DBL_DIG = 15


def _to_json_precision(amount: Decimal) -> Decimal:
    """The amount as a JSON reader will see it: integers exact, fractions to 15 significant digits."""
    if not amount.is_finite() or amount.adjusted() > sys.float_info.max_10_exp - 1:
        raise ValueError("an amount is a finite number that a double holds")
    if amount == amount.to_integral_value():
        return amount.to_integral_value()
    return _DOUBLE.plus(amount)


AS_FLOATS = {"amounts": "floats"}
"""The context in which amounts are written as numbers of one type: a reader that infers the type of a column
from its first rows would take whole numbers for integers."""


def _as_json_number(amount: Decimal, info: SerializationInfo) -> int | float:
    is_whole = amount == amount.to_integral_value()
    return int(amount) if is_whole and info.context != AS_FLOATS else float(amount)


Amount = Annotated[
    Decimal,
    AfterValidator(_to_json_precision),
    PlainSerializer(_as_json_number, return_type=int | float, when_used="json"),
    WithJsonSchema({"type": "number"}, mode="serialization"),
]
"""An exact decimal inside, a JSON number outside."""


OwnRelation = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
"""A relation of the user's own constructions."""


class FrozenModel(BaseModel):
    """Base of every model of the record: immutable, and no field that is not declared."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        json_schema_serialization_defaults_required=True,  # a default is written like any other content
    )


def _without_serializer(schema: CoreSchema) -> CoreSchema:
    """The core schema of a model as if it wrote its fields itself, under whatever validators wrap it."""
    plain: dict[str, Any] = {key: part for key, part in schema.items() if key != "serialization"}
    if plain["type"] != "model":
        plain["schema"] = _without_serializer(plain["schema"])
    return cast("CoreSchema", plain)


def _without_null(schema: JsonSchemaValue) -> JsonSchemaValue:
    """The schema of a field that is left out where it is null."""
    plain = {key: part for key, part in schema.items() if key not in ("anyOf", "default")}
    options = [option for option in schema.get("anyOf", ()) if option != {"type": "null"}]
    return {**plain, **options[0]} if len(options) == 1 else {**plain, "anyOf": options}


class TextSpan(FrozenModel):
    """A stretch of the text: `text == article[start:end]`, offsets in Unicode code points, end exclusive."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class SentenceSpan(TextSpan):
    """The sentence that a claim stands in, and how much people would want it checked.

    `score` is from 0 to 1, with 0.5 for what is as often called check-worthy as not by the choice that agrees
    best with people; null in records of earlier versions. That of the row of a table is its figures' highest.
    """

    score: float | None = Field(default=None, ge=0, le=1)


class Subject(TextSpan):
    """What a claim is about.

    `resolved` is the name that stands for it: the text itself where that names something, the antecedent
    where the text is a pronoun or a definite description, null where no antecedent is sure. `resolved_by`
    says by what reason (`claimcheck.grammar.antecedents.finding.Reason`); null where `resolved` is.
    """

    resolved: str | None
    resolved_by: Reason | None = None


class Page(FrozenModel):
    """The page of a PDF, counted from 1, on which the words of a claim begin."""

    page: int = Field(ge=1)


class Line(FrozenModel):
    """The line of an HTML or Markdown source, counted from 1, on which the words of a claim begin."""

    line: int = Field(ge=1)


class Attribution(FrozenModel):
    """Who is said to hold the claim, and by which words: "according to", "explained".

    In a transcript it is the speaker of the paragraph, and the words are the colon behind the name.
    """

    source: str
    cue: str


class QualifierCue(TextSpan):
    """The words that decided a qualifier that is not at its default."""

    qualifier: Literal["polarity", "certainty", "prediction"]


class TableScale(TextSpan):
    """Words that say what figures count in, such as "(in millions)", and the number that they multiply by."""

    factor: Amount


class TablePeriod(TextSpan):
    """The head that says what time a figure is of, and its TIMEX3 value."""

    timex: str


class TablePlace(FrozenModel):
    """Where in a table a figure stands: the heads that say what it is.

    `row` is the head of its row, `group` that of the rows around it, `column` the heads of its column from
    the top down, `caption` the caption or the line above the table. `scale`, `unit` and `period` are the
    words that gave the figure its scale, its currency or unit, and its time, null where its own cell or
    nothing gives them.
    """

    row: TextSpan | None
    group: TextSpan | None
    column: tuple[TextSpan, ...]
    caption: TextSpan | None
    scale: TableScale | None
    unit: TextSpan | None
    period: TablePeriod | None


class SparseModel(FrozenModel):
    """A model whose fields are left out of the JSON where they are null."""

    @model_serializer(mode="wrap")
    def _without_nulls(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        nullable = self.nullable
        return {k: v for k, v in handler(self).items() if v is not None or k in nullable}

    nullable: ClassVar[frozenset[str]] = frozenset()
    """Fields that are written as null where they are not given."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The fields as they are written: pydantic cannot look into the serializer above."""
        reference = handler(_without_serializer(core_schema))
        schema = handler.resolve_ref_schema(reference)
        required = []
        for name, field in cls.model_fields.items():
            written = field.serialization_alias or field.alias or name
            if field.is_required() or field.default is not None or name in cls.nullable:
                required.append(written)
            else:
                schema["properties"][written] = _without_null(schema["properties"][written])
        schema["required"] = required
        return reference


class Value(SparseModel):
    """Base of the normalised content of a claim. A field that is null is left out of the JSON."""

    def told_of(self, name: str | None) -> Value:  # noqa: ARG002 - the signature of every kind
        """The value with the name that the subject stands for, where it repeats a pronoun; else itself."""
        return self

    def may_be_about(self, name: str) -> bool:  # noqa: ARG002 - the signature of every kind
        """Whether a pronoun as the subject may stand for a name: nothing is owned by itself."""
        return True

    def describe(self, comparator: Comparator) -> str:
        """The value in a form that people read, such as `> 1.5 billion parameters`."""
        raise NotImplementedError


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

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Adds that there is either one number or a range."""
        reference = super().__get_pydantic_json_schema__(core_schema, handler)
        schema = handler.resolve_ref_schema(reference)
        schema["oneOf"] = [{"required": ["number"]}, {"required": ["low", "high"]}]
        schema["dependentRequired"] = {"low": ["high"], "high": ["low"]}
        return reference

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


MOST_DECIMALS = 9
"""Behind the point of a number that somebody wrote; a quotient such as 100 / 3 has more."""


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
    >>> human_number(Decimal(100) / 3)
    '33.3333'
    """
    for scale, word in _SCALES:
        scaled = amount / scale
        if 1 <= abs(scaled) < 1000 and scaled == round(scaled, 3):
            return f"{scaled.normalize():f} {word}"
    if abs(amount) >= 10**15 or (amount and abs(amount) < Decimal("0.0001")):
        return f"{amount.normalize():g}"
    if amount != round(amount, MOST_DECIMALS):  # a quotient
        amount = round(amount, 4)
    return f"{amount.normalize():,f}"


_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz", "siemens": "siemens"}


def human_unit(unit: str, amount: Decimal | None) -> str:
    """A unit of the record as people write it after an amount; plural after None, a range.

    >>> human_unit("mile_per_hour", Decimal(60))
    'miles per hour'
    >>> human_unit("year", Decimal(1))
    'year'
    >>> human_unit("degree_celsius", Decimal(20))
    'degrees celsius'
    >>> human_unit("EUR", Decimal(20))
    'EUR'
    >>> human_unit("per_100000", Decimal(12))
    'per 100000'
    """
    if unit == "percent":
        return "%"
    if amount == 1 or unit.isupper():
        return unit.replace("_", " ")
    words = unit.split("_")
    # "miles per hour" and "degrees celsius" bend their first word, "percentage points" the last
    if words[0] == "per":
        return " ".join(words)
    bent = 0 if words[0] == "degree" or "per" in words else len(words) - 1
    word = words[bent]
    is_bent = (
        word.endswith("s") or word in load_plurals()
    )  # what is counted stands as it is written: "people"
    words[bent] = _PLURALS.get(word) or (word if is_bent else f"{word}s")
    return " ".join(words)


class RelationValue(Value):
    """How the subject and something else are related, and the other side as written."""

    relation: str
    object: str

    def describe(self, comparator: Comparator) -> str:  # noqa: ARG002 - the signature of every kind
        """Such as `developed by OpenAI`."""
        return f"{self.relation.replace('_', ' ')} {self.object}"


class KindColour(NamedTuple):
    """How a kind is shown: the family that gives its colour on a terminal, and its hue on a page, in degrees.

    Kinds of one family are neighbours on the circle of hues.
    """

    family: Literal["share", "amount", "money", "order", "time", "relation"]
    hue: int


class BaseClaim(FrozenModel):
    """The fields that claims of every kind have. `text == article[start:end]`."""

    id: str
    kind: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    location: Page | Line | None = None
    subject: Subject | None
    value: Value
    comparator: Comparator = "="
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    prediction: bool = False
    attribution: Attribution | None = None
    cues: tuple[QualifierCue, ...] = ()
    score: float | None = Field(default=None, ge=0, le=1)
    sentence: SentenceSpan
    table: TablePlace | None = None
    found_by: str

    colour: ClassVar[KindColour] = KindColour("relation", 10)
    """How claims of the kind are shown; a kind need not say it."""

    is_of_the_thing_itself: ClassVar[bool] = False
    """Whether it says what a thing is, as an apposition does in an order too: "Try Orbit, a 7B model"."""

    example: ClassVar[tuple[str, str]]
    """A sentence that holds such a claim, and the words of the claim in it."""

    @property
    def subject_name(self) -> str:
        """The name the claim is about, or its words where they name nothing; empty without a subject."""
        return "" if self.subject is None else self.subject.resolved or self.subject.text

    def __repr__(self) -> str:
        """Short: kind, words, place, subject and value; `model_dump` gives every field."""
        about = f" about {self.subject_name!r}" if self.subject_name else ""
        value = self.value.describe(self.comparator)
        return f"<{self.kind} {self.text!r} at {self.start}{about}: {value}>"

    __str__ = __repr__

    def html_cells(self) -> tuple[str, str, str, str]:
        """A row of a table for a notebook: kind, subject, value, and the sentence with the words marked."""
        start = max(self.start - self.sentence.start, 0)
        words = (start, max(self.end - self.sentence.start, start), self.kind)
        return (
            escape(self.kind.replace("_", " ")),
            escape(self.subject_name),
            escape(self.value.describe(self.comparator)),
            marked_html(self.sentence.text, [words]),
        )

    def _repr_html_(self) -> str:
        return table_html(self.kind, HTML_HEAD, [self.html_cells()])


HTML_HEAD = ("kind", "subject", "value", "in the text")
"""The titles above `BaseClaim.html_cells`."""


@cache
def kind_of(claim_type: type[BaseClaim]) -> str:
    """The name of a kind, as its records say it."""
    kind: str = claim_type.model_fields["kind"].default
    return kind


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
        stated_at: for a relation, the words that state it, where the claim may be a later member of a list,
            which they do not stand in.
        slot: the place around those words where its subject stands; the members of a list share it.
    """

    claim_type: type[BaseClaim]
    start: int
    end: int
    value: Value
    found_by: str
    subject: tuple[int, int] | None = None
    comparator: Comparator = "="
    quantities: tuple[Quantity, ...] = ()
    stated_at: tuple[int, int] | None = None
    slot: str | None = None
