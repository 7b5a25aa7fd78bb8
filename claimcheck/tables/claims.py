"""Claims in the cells of tables, and which claims of running text are none because they stand in a table."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

from claimcheck.claims.assembling import canonical_value, reading_order, stable_id
from claimcheck.claims.base import (
    SentenceSpan,
    Subject,
    TablePeriod,
    TablePlace,
    TableScale,
    TextSpan,
    kind_of,
)
from claimcheck.claims.count import CountClaim, CountValue
from claimcheck.claims.date import DateClaim, DateValue
from claimcheck.claims.language_share import LanguageShareClaim, LanguageShareValue
from claimcheck.claims.measurement import MeasurementClaim, MeasurementValue
from claimcheck.claims.money import MoneyClaim, MoneyValue
from claimcheck.claims.parameter_count import ParameterCountClaim, ParameterCountValue
from claimcheck.claims.percentage import PercentageClaim, PercentageValue
from claimcheck.claims.technology import TechnologyClaim, TechnologyValue
from claimcheck.claims.version import VersionClaim, VersionValue
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.rules import EVERY_RULE, Rule
from claimcheck.tables.cells import is_period
from claimcheck.tables.facts import Fact, find_facts, is_tool_head
from claimcheck.tables.figures import find_figures
from claimcheck.tables.finding import find_tables
from claimcheck.tables.head_words import load_words
from claimcheck.tables.periods import find_period
from claimcheck.tables.scores import with_scores
from claimcheck.tables.side_by_side import one_below_another
from claimcheck.tables.statements import content_words, read_unit_words
from claimcheck.tables.structure import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from decimal import Decimal

    from claimcheck.article import Article, Table, TableCell
    from claimcheck.claims.base import BaseClaim, Value
    from claimcheck.rules import RulesInForce
    from claimcheck.tables.figures import PageFigures
    from claimcheck.tables.worth import TableFigure

MIN_PROSE_WORDS = 8
"""A cell with so many words and a full stop, or twice as many, holds sentences, which are read as such."""

MIN_TELLING_AMOUNT = 10
"""A smaller amount can be that of a table by chance."""

_SCALE_WORD = re.compile(
    r"(?:thousand|[mbtrz]illion|crore|lakh)s?\b|\d\s?(?:[kmbt]|[mbt]n|mm|bln|mln)\b", re.IGNORECASE
)
_NOTES = re.compile(r"(?:\s*(?:\((?:\d{1,2}|[a-z])\)|\[\w{1,3}\]|[*†‡§]+|[¹²³⁴⁵⁶⁷⁸⁹]+))+\Z|[\s:]+\Z")
_NUMBER_OF = re.compile(r"(?:the\s+|total\s+)?(?:number|no\.|count|#)\s*(?:of\b)?\s*(?=\w)", re.IGNORECASE)
_PER = re.compile(r"\bper\s+(?:[a-z]+\s+(?=share|unit))?(?P<thing>[A-Za-z]+)", re.IGNORECASE)
_DIGITS = tuple("0123456789")  # before "per" they are a rate of the head itself: "cut from 5 to 3 per week"
_PER_UNIT = re.compile(r"(?:[$€£¥₹¢]|cents|pence)\s?/\s?(?P<unit>[A-Za-z]+)")
_CLAIM_TYPES = {
    "money": MoneyClaim,
    "percentage": PercentageClaim,
    "measurement": MeasurementClaim,
    "count": CountClaim,
    "parameter_count": ParameterCountClaim,
    "language_share": LanguageShareClaim,
}


def tables_of(article: Article) -> Sequence[Table]:
    """The tables of an article: those that its reader saw, or those that its text shows."""
    tables = find_tables(article.text) if article.tables is None else article.tables
    return [one_below_another(table, article.text) for table in tables]


IN_A_TABLE = "table/in-a-table"
IN_THOUSANDS = "table/counts-in-thousands"

RULES = (
    Rule("table/money", "Item\t2019\t2018\nSales\t$ 53\t$ 49", "Item\tNote\tPage\nSales\t53\t49"),
    Rule("table/percentage", "Item\t2019\t2018\nMargin\t(8.1)%\t24.3%", "Item\t2019\t2018\nRatio\t8.1\t24.3"),
    Rule(
        "table/measurement",
        "Peak\tHeight (km)\nHolm\t4.2\nDahl\t3.9",
        "Peak\tGrade (a)\nHolm\t4.2\nDahl\t3.9",
    ),
    Rule("table/count", "Town\tPopulation\nHolm\t5,200\nDahl\t940", "Town\tRank\nHolm\t1\nDahl\t2"),
    Rule(
        "table/parameter_count",
        "Model\t#Total Params\nWren-1\t671B\nWren-2\t236B",
        "Model\tContext\nWren-1\t671K\nWren-2\t236K",
    ),
    Rule(
        "table/language_share",
        "Language\tShare\nPython\t71.4%\nRust\t18%",
        "Town\tShare\nHolm\t71.4%\nDahl\t18%",
    ),
    Rule(
        "table/date",
        "Tool\tReleased\nQuillo\t4 May 2019\nVexel\t9 March 2020",
        "Tool\tSeen\nQuillo\t4 May 2019\nVexel\t9 March 2020",
    ),
    Rule(
        "table/version",
        "Tool\tLatest version\nQuillo\t2.0.1\nVexel\t1.4",
        "Tool\tGrade\nQuillo\t2.0.1\nVexel\t1.4",
    ),
    Rule(
        "table/technology",
        "Model\tBase model\nWren-1\tQuillo-7B\nWren-2\tQuillo-13B",
        "Model\tTwin model\nWren-1\tQuillo-7B\nWren-2\tQuillo-13B",
    ),
    Rule(
        IN_A_TABLE,
        "Item\t2019\t2018\nSales\tabout $53 million\tabout $49 million",
        "The sales were about $53 million.",
        is_check=True,
    ),
    Rule(
        IN_THOUSANDS,
        "Sales (in thousands):\n\nItem\t2019\t2018\nSales\t$ 53,437\t$ 49,417\n\nThey were $53,437 in 2019.",
        "Sales (in thousands):\n\nItem\t2019\t2018\nSales\t$ 53,437\t$ 49,417\n\nThe fee was $9,400.",
        is_check=True,
    ),
)
"""What each rule is for; see `claimcheck.rules`."""


def with_table_claims(
    claims: Iterable[BaseClaim], article: Article, rules: RulesInForce = EVERY_RULE
) -> list[BaseClaim]:
    """The claims of running text and those of the tables of an article, in reading order.

    What stands in a table is none of running text, save in a cell of sentences. An amount of money in a
    sentence that counts in the thousands of the tables ("a charge of $19,911") is left out.
    """
    tables = tables_of(article)
    if not tables:
        return list(claims)
    figures = find_figures(article.text, tables)
    refused = refused_by_tables(claims, tables, article.text, figures, rules)
    kept = [claim for claim, check in refused if check is None]
    own = chain(_claims(figures, tables, article.text), _fact_claims(tables, article.text))
    in_order = sorted((claim for claim in own if rules.allow(claim.found_by)), key=reading_order)
    kept.extend(with_scores(in_order))
    return sorted(kept, key=reading_order)


def refused_by_tables(
    claims: Iterable[BaseClaim],
    tables: Sequence[Table],
    text: str,
    figures: PageFigures,
    rules: RulesInForce = EVERY_RULE,
) -> Iterator[tuple[BaseClaim, str | None]]:
    """Each claim of running text with the check that refuses it because of a table, None for most."""
    scaled = {
        abs(f.figure.number) for f in figures.sure if f.scale is not None and f.figure.number is not None
    }
    starts = [table.start for table in tables]
    in_scaled = {bisect_right(starts, f.start) - 1 for f in figures.sure if f.scale is not None}
    for claim in claims:
        check = None
        index = bisect_right(starts, claim.start) - 1
        # "net of tax of $4" in the head of a row of a table in millions
        is_beside = index in in_scaled and claim.end <= tables[index].end and _is_bare_money(claim)
        if _is_in_table(claim, tables, text):
            check = IN_A_TABLE if rules.allow(IN_A_TABLE) else None
        elif (is_beside or _is_unscaled(claim, figures.scaled_from, scaled)) and rules.allow(IN_THOUSANDS):
            check = IN_THOUSANDS
        yield claim, check


def _claims(figures: PageFigures, tables: Sequence[Table], text: str) -> Iterator[BaseClaim]:
    rows: dict[int, Mapping[int, tuple[int, int]]] = {}
    starts = [table.start for table in tables]
    for figure in figures.sure:
        index = bisect_right(starts, figure.start) - 1
        if index not in rows:
            rows[index] = rows_of(tables[index])
        claim = _claim(figure, text, rows[index][figure.place.cell.row])
        if claim is not None:
            yield claim


def _fact_claims(tables: Sequence[Table], text: str) -> Iterator[BaseClaim]:
    """The claims of cells with a day, a version or a technology."""
    for table in tables:
        rows = None
        for fact in find_facts(table, text):
            rows = rows or rows_of(table)
            row = rows[fact.cell.row]
            start, end = fact.cell.start, fact.cell.end
            subject = _subject_of(fact.row_head.start, fact.row_head.end, text)
            claim_type, value = _fact_value(fact, subject)
            sentence = SentenceSpan(start=row[0], end=row[1], text=text[slice(*row)])
            head = _span(fact.column_head, text)
            yield claim_type(
                id=stable_id(
                    (fact.kind, text[start:end], canonical_value(value), sentence.text, start - row[0])
                ),
                start=start,
                end=end,
                text=text[start:end],
                subject=subject,
                value=value,
                sentence=sentence,
                table=TablePlace(
                    row=_span(fact.row_head, text),
                    group=None,
                    column=() if head is None else (head,),
                    caption=_text_span(table.caption, text),
                    scale=None,
                    unit=None,
                    period=None,
                ),
                found_by=f"table/{fact.kind}",
            )


def _fact_value(fact: Fact, subject: Subject) -> tuple[Any, Value]:
    """The type of the claim that a fact makes, each of which fits its value, and that value."""
    if fact.kind == "date":
        return DateClaim, DateValue(timex=fact.value, event=fact.event)
    if fact.kind == "version":
        return VersionClaim, VersionValue(software=subject.text, version=fact.value)
    return TechnologyClaim, TechnologyValue(relation=fact.event or "built_with", object=fact.value)


def _is_in_table(claim: BaseClaim, tables: Sequence[Table], text: str) -> bool:
    """Whether a claim of running text stands in a table, and not in a sentence there."""
    index = bisect_right(tables, claim.end - 1, key=lambda table: table.start) - 1
    if index < 0 or claim.start >= tables[index].end or _is_in_prose(claim, tables[index], text):
        return False
    return not (claim.kind == "technology" and _is_in_card(claim, tables[index], text))


def _is_in_card(claim: BaseClaim, table: Table, text: str) -> bool:
    """Whether a table only pairs labels with what stands behind them: "Hardware | 16 A100 GPUs"."""
    if any(cell.column > 1 for cell in table.cells):
        return False
    if any(cell.column == 1 and is_tool_head(text[cell.start : cell.end]) for cell in table.cells):
        return False  # its rows are read by that head
    return any(cell.column == 1 and cell.start <= claim.start < cell.end for cell in table.cells)


def _is_bare_money(claim: BaseClaim) -> bool:
    """Whether an amount of money gives no scale of its own, and is of no single thing."""
    is_whole = isinstance(claim.value, MoneyValue) and claim.value.per is None
    return is_whole and _SCALE_WORD.search(claim.text) is None


def _is_unscaled(claim: BaseClaim, scaled_from: int | None, scaled: AbstractSet[Decimal]) -> bool:
    """Whether an amount of money in a sentence is to be taken times a thousand or more, as the tables are.

    Args:
        claim: of any kind.
        scaled_from: where the text begins to say so of all amounts.
        scaled: figures of tables before their scale is applied.
    """
    if not _is_bare_money(claim):
        return False
    assert isinstance(claim.value, MoneyValue)
    amounts = [
        abs(amount)
        for amount in (claim.value.number, claim.value.low, claim.value.high)
        if amount is not None
    ]
    if any(amount < MIN_TELLING_AMOUNT for amount in amounts):
        return False
    if scaled_from is not None and claim.start > scaled_from and "." not in claim.text:
        return True
    return any(amount in scaled for amount in amounts)


def _is_in_prose(claim: BaseClaim, table: Table, text: str) -> bool:
    """Whether a claim stands in a cell of sentences."""
    for cell in table.cells:
        if cell.start <= claim.start and claim.end <= cell.end:
            words = text[cell.start : cell.end]
            count = len(words.split())
            return count >= 2 * MIN_PROSE_WORDS or (count >= MIN_PROSE_WORDS and words[-1] in '.!?”"')
    return False


# The record


def _claim(figure: TableFigure, text: str, row: tuple[int, int]) -> BaseClaim | None:
    kind, value = _value(figure, text)
    if value is None:
        return None
    subject = _subject(figure, text)
    if subject is None:
        return None
    claim_type: Any = _CLAIM_TYPES[kind]  # each fits the value of its kind
    words = text[figure.start : figure.end]
    sentence = SentenceSpan(start=row[0], end=row[1], text=text[slice(*row)])
    place = _place(figure, text)
    claim: BaseClaim = claim_type(
        id=stable_id(
            (kind_of(claim_type), words, canonical_value(value), sentence.text, figure.start - row[0])
        ),
        start=figure.start,
        end=figure.end,
        text=words,
        subject=subject,
        value=value,
        comparator=figure.figure.comparator,
        prediction=_is_forecast(figure, text),
        sentence=sentence,
        table=place,
        found_by=f"table/{kind}",
    )
    return claim


def _value(figure: TableFigure, text: str) -> tuple[str, Value | None]:
    amounts = {"number": figure.number, "low": figure.low, "high": figure.high}
    match figure.kind:
        case "money" if figure.unit is not None:
            assumed = True if figure.unit_assumed else None
            return "money", MoneyValue(
                **amounts, currency=figure.unit, currency_assumed=assumed, per=_per(figure, text)
            )
        case "percentage" if figure.unit in ("percent", "percentage_point"):
            language = _language(figure, text)
            if language is not None:
                return "language_share", LanguageShareValue(**amounts, language=language)
            unit: Literal["percent", "percentage_point"] = (
                "percent" if figure.unit == "percent" else "percentage_point"
            )
            return "percentage", PercentageValue(**amounts, unit=unit, of=_measured(figure, text))
        case "measurement" if figure.unit is not None:
            quantity = figure.figure.quantity
            is_own = quantity is not None and quantity.number == figure.number
            return "measurement", MeasurementValue(
                **amounts,
                unit=figure.unit,
                si_value=quantity.si_value if quantity is not None and is_own else None,
                si_unit=quantity.si_unit if quantity is not None and is_own else None,
            )
        case "parameter_count":
            return "parameter_count", ParameterCountValue(**amounts)
        case "count":
            of = figure.figure.quantity.of if figure.figure.quantity is not None else None
            of = of or _measured(figure, text)
            return "count", CountValue(**amounts, of=of) if of else None
        case _:
            return "", None


def _measured(figure: TableFigure, text: str) -> str | None:
    """What is counted or measured: the head of the column, or else that of the row."""
    row = figure.place.row_head
    if figure.of is not None:
        words = text[slice(*figure.of)]
    elif row is not None:
        words = text[row.start : row.end]
    else:
        return None
    words = _NUMBER_OF.sub("", _NOTES.sub("", words), count=1)
    return " ".join(words.split()) or None


def _per(figure: TableFigure, text: str) -> str | None:
    if figure.figure.per is not None:
        return figure.figure.per
    place = figure.place
    for cell in (place.row_head, *reversed(place.column_heads), *reversed(place.groups)):
        words = text[cell.start : cell.end] if cell is not None else ""
        if (found := _PER.search(words)) and not words[: found.start()].rstrip().endswith(_DIGITS):
            return found["thing"].lower()
        if (found := _PER_UNIT.search(words)) and (unit := read_unit_words(found["unit"])):
            return unit
        if re.search(r"\bEPS\b", words):
            return "share"
    return None


@per_lexicon
def _load_languages() -> frozenset[str]:
    names = ("shared/programming_languages.csv", "shared/natural_languages.csv")
    return frozenset(next(iter(row.values())) for name in names for row in load_rows(name))


def _language(figure: TableFigure, text: str) -> str | None:
    """The language of a row of a table of languages."""
    row = figure.place.row_head
    if row is None or figure.number is None or text[row.start : row.end] not in _load_languages():
        return None
    heads = " ".join(
        text[cell.start : cell.end] for cell in (*figure.titles, *figure.place.column_heads)
    ).lower()
    caption = text[slice(*figure.caption)].lower() if figure.caption else ""
    says_so = "language" in heads or "languages" in caption or "code" in heads
    return text[row.start : row.end] if says_so else None


def _subject(figure: TableFigure, text: str) -> Subject | None:
    """The head of the row; where that is a time, the head of the column."""
    row = figure.place.row_head
    assert row is not None
    start, end = row.start, row.end
    if is_period(text[start:end]):
        if figure.of is None:
            return None
        start, end = figure.of
    return _subject_of(start, end, text)


_GENERAL = WordSet("tables/general")


def _subject_of(start: int, end: int, text: str) -> Subject:
    """A head as a subject; it names what it says, save "Total" and the like, which name nothing alone."""
    end = start + len(_bare(text[start:end]))
    words = text[start:end]
    if words.lower() in _GENERAL:
        return Subject(start=start, end=end, text=words, resolved=None)
    return Subject(start=start, end=end, text=words, resolved=words, resolved_by="as_written")


def _bare(words: str) -> str:
    """A head without marks of notes and without the colon behind it."""
    while (found := _NOTES.search(words)) and found.start() > 0:
        words = words[: found.start()]
    return words


def _place(figure: TableFigure, text: str) -> TablePlace:
    place = figure.place
    scale = figure.scale
    return TablePlace(
        row=_span(place.row_head, text),
        group=_span(place.groups[-1], text) if place.groups else None,
        column=tuple(span for cell in place.column_heads if (span := _span(cell, text)) is not None),
        caption=_text_span(figure.caption, text),
        scale=None
        if scale is None or scale.factor is None
        else TableScale(
            start=scale.start, end=scale.end, text=text[scale.start : scale.end], factor=scale.factor
        ),
        unit=_text_span(figure.unit_words, text),
        period=_period(figure, text),
    )


def _period(figure: TableFigure, text: str) -> TablePeriod | None:
    """The time of the heads of the column, with those of the groups and of the title where they lack a
    year.
    """
    place = figure.place
    columns = list(place.column_heads)
    row = (
        [place.row_head]
        if place.row_head is not None and is_period(text[place.row_head.start : place.row_head.end])
        else []
    )
    others = [cell for cell in (*figure.titles, *place.groups) if cell not in columns]
    for cells in (columns, [*others, *columns], row, [*row, *columns], place.groups):
        timex = find_period([text[cell.start : cell.end] for cell in cells]) if cells else None
        if timex is not None:
            told = [cell for cell in cells if find_period([text[cell.start : cell.end]]) is not None] or list(
                cells
            )
            cell = told[-1]
            return TablePeriod(start=cell.start, end=cell.end, text=text[cell.start : cell.end], timex=timex)
    return None


def _is_forecast(figure: TableFigure, text: str) -> bool:
    heads = " ".join(text[cell.start : cell.end] for cell in figure.place.column_heads)
    return (
        bool(content_words(heads) & load_words("forecast"))
        or re.search(r"\b20\d\d\s?[EF]\b", heads) is not None
    )


def _span(cell: TableCell | None, text: str) -> TextSpan | None:
    return None if cell is None else _text_span((cell.start, cell.end), text)


def _text_span(span: tuple[int, int] | None, text: str) -> TextSpan | None:
    return None if span is None else TextSpan(start=span[0], end=span[1], text=text[slice(*span)])
