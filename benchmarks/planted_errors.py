"""Errors planted into consistent text: one of the figures that stand in a relation is changed.

Some passages are made from the templates of `planted_errors.toml`, in wording of many sorts. Others are
paragraphs of the texts given, in which `holding_relations.py` finds figures that make a change, a total, a
share, an age or a date. No rule of `lint` is read for that. What lint finds is counted by relation, and what
it finds in the passages as they were.

    python benchmarks/planted_errors.py [TEXT ...] [--only RELATION] [--misses] [--each 3]
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

# scripts beside this one
from english_numbers import DAYS, MONTHS, ordinal
from holding_relations import Plant, real_passages
from metamorphic import documents_of, texts_of

from claimcheck.checking.lint import lint_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TEMPLATES = Path(__file__).with_suffix(".toml")
Values = dict[str, float]


# Passages from templates


def _growth(draw: random.Random) -> Values:
    start = draw.choice((draw.randrange(200, 990, 10), draw.randrange(1200, 9800, 100)))
    percent = draw.choice((15, 20, 25, 30, 40, 60, 75))
    return {"a": start, "b": round(start * (100 + percent) / 100), "p": percent}


def _decline(draw: random.Random) -> Values:
    start, percent = draw.randrange(400, 9800, 20), draw.choice((10, 15, 20, 25, 30, 40))
    return {"a": start, "b": round(start * (100 - percent) / 100), "p": percent}


def _gain(draw: random.Random) -> Values:
    start, more = draw.randrange(210, 990), draw.randrange(35, 190)
    return {"a": start, "b": start + more, "d": more}


def _points(draw: random.Random) -> Values:
    start, more = draw.randrange(11, 60), draw.randrange(3, 9)
    return {"a": start, "b": start + more, "d": more}


def _multiple(draw: random.Random) -> Values:
    start, times = draw.randrange(110, 480, 10), draw.randrange(2, 5)
    return {"a": start, "b": start * times, "times": times}


def _half(draw: random.Random) -> Values:
    half = draw.randrange(110, 480)
    return {"a": 2 * half, "b": half}


def _sum2(draw: random.Random) -> Values:
    one, other = draw.randrange(61, 390), draw.randrange(61, 390)
    return {"m": one, "n": other, "t": one + other}


def _sum3(draw: random.Random) -> Values:
    parts = {name: draw.randrange(21, 290) for name in "mnk"}
    return parts | {"t": sum(parts.values())}


def _shares(draw: random.Random) -> Values:
    one, other = draw.randrange(41, 53), draw.randrange(11, 37)
    return {"m": one, "n": other, "p": 100 - one - other, "p2": 100 - one}


def _share(draw: random.Random) -> Values:
    whole, percent = draw.randrange(200, 900, 100), draw.randrange(12, 70)
    return {"t": whole, "m": whole * percent / 100, "p": percent}


def _product(draw: random.Random) -> Values:
    number, price = draw.randrange(120, 640, 10), draw.randrange(6, 45)
    return {"n": number, "c": price, "t": number * price}


def _rate(draw: random.Random) -> Values:
    number, each = draw.randrange(6, 40), draw.randrange(12, 60)
    return {"n": number, "c": each, "t": number * each}


def _age(draw: random.Random) -> Values:
    born, age = draw.randrange(1880, 1940), draw.randrange(31, 80)
    return {"y1": born, "y2": born + age, "g": age}


def _span(draw: random.Random) -> Values:
    start, years = draw.randrange(1920, 1985), draw.randrange(11, 38)
    return {"y1": start, "y2": start + years, "g": years}


def _days(draw: random.Random) -> Values:
    first, days = draw.randrange(2, 9), draw.randrange(8, 19)
    return {"d1": first, "d2": first + days - 1, "g": days, "gap": days - 1}


def _weekday(draw: random.Random) -> Values:
    return {"d1": draw.randrange(1, 29), "month": draw.randrange(1, 13), "y": draw.randrange(2005, 2026)}


def _same(draw: random.Random) -> Values:
    figure = draw.randrange(1100, 9900)
    return {"a": figure, "a2": figure}


def _founded(draw: random.Random) -> Values:
    year = draw.randrange(1880, 1990)
    return {"y1": year, "y2": year}


def _order(draw: random.Random) -> Values:
    names = dict(zip("mnk", draw.sample(range(110, 980), 3), strict=True))
    return names | {"top": 0}


MAKERS: dict[str, Callable[[random.Random], Values]] = {
    "growth": _growth,
    "decline": _decline,
    "gain": _gain,
    "points": _points,
    "multiple": _multiple,
    "half": _half,
    "sum2": _sum2,
    "sum3": _sum3,
    "shares": _shares,
    "share": _share,
    "product": _product,
    "rate": _rate,
    "age": _age,
    "span": _span,
    "days": _days,
    "weekday": _weekday,
    "same": _same,
    "founded": _founded,
    "order": _order,
}
"""The figures of each relation."""

_FOLDS = {2: ("doubled", "twice"), 3: ("tripled", "three times"), 4: ("quadrupled", "four times")}
_NAMES = ("Ostby", "Lier", "Hamra")
_CHOICE = re.compile(r"\[([^\[\]{}]*(?:\{\w+\}[^\[\]{}]*)*)\]")
_PLAIN = ("p", "p2", "d", "g", "gap", "y", "y1", "y2", "d1", "d2", "c")
"""Figures that are no amounts of the theme: percentages, points, years and days."""


def made_passages(each: int) -> Iterator[Plant]:
    """So many plants of each template, always the same ones."""
    templates = tomllib.loads(TEMPLATES.read_text(encoding="utf-8"))
    themes = {theme["name"]: theme["rows"] for theme in templates["themes"]}
    for passage in templates["passages"]:
        rows = [row for theme in passage["themes"] for row in themes[theme]]
        for text in passage["texts"]:
            for number in range(each):
                draw = random.Random(f"{text} {number}")  # noqa: S311 - the same ones for everybody
                yield _made(draw, passage, text, draw.choice(rows))


def _made(draw: random.Random, passage: dict[str, object], text: str, row: dict[str, str]) -> Plant:
    relation = str(passage["relation"])
    values = MAKERS[relation](draw)
    chosen = _CHOICE.sub(lambda found: draw.choice(found[1].split("|")), text)
    used = [name for name in passage["altered"] if f"{{{name}}}" in chosen]  # type: ignore[attr-defined]
    if not used:  # the template tells the relation by another of its figures
        used = [name for name in ("p2", "gap", "gth", "a") if f"{{{name}}}" in chosen]
    altered = draw.choice(used).replace("gth", "g")
    right = chosen.format(**_words(row, values, relation))
    wrong = chosen.format(
        **_words(row, _with_error(draw, values, altered, upward=relation == "shares"), relation)
    )
    return Plant(relation, text, _begun(right), _begun(wrong))


def _begun(text: str) -> str:
    return text[0].upper() + text[1:]


def _with_error(draw: random.Random, values: Values, altered: str, *, upward: bool) -> Values:
    """The figures with one of them changed by more than any rounding."""
    if altered in ("w", "top"):
        return values | {"shift": draw.randrange(1, 3)}
    value = values[altered]
    if altered in ("y1", "y2", "g", "gap", "d") and value < 10:
        return values | {altered: value + draw.choice((3, 4, 5))}
    if altered in ("y1", "y2"):
        return values | {altered: value + draw.choice((-9, 9, 18))}
    step = max(abs(value) * draw.choice((0.3, 0.4, 0.5)), 6)
    wrong = value - step if not upward and draw.random() < 0.3 and value - step > 5 else value + step
    return values | {altered: round(wrong, 1) if value != int(value) else round(wrong)}


def _words(row: dict[str, str], values: Values, relation: str) -> dict[str, str]:
    """What stands in the slots of a template."""
    told = {name: _told(name, value, row, relation) for name, value in values.items()}
    words = row | told
    words["who"] = words["lwho"] = _inside(row["Who"])
    words["lmeasure"] = _inside(row.get("measure", ""))
    words["They"] = row.get("they", "").capitalize()
    words["One"], words["Two"], words["Three"] = _NAMES
    if "times" in values:
        words["ed"], words["times"] = _FOLDS[int(values["times"])]
    if "g" in values:
        words["gth"] = ordinal(int(values["g"]))
    if "top" in values:
        ranked = sorted(zip((values[name] for name in "mnk"), _NAMES, strict=True), reverse=True)
        words["top"] = ranked[int(values.get("shift", 0))][1]
    month = int(values.get("month", 1 + int(values.get("d1", 0)) % 12))
    words["month"] = MONTHS[month - 1]
    if "y" in values:
        day = dt.date(int(values["y"]), month, int(values["d1"]))
        words["w"] = DAYS[(day.weekday() + int(values.get("shift", 0))) % 7]
    words.setdefault("y1", "2012")
    words.setdefault("y2", "2019")
    return words


def _inside(phrase: str) -> str:
    """A phrase as it stands within a sentence."""
    return phrase[:1].lower() + phrase[1:] if phrase.split()[0:1] in (["The"], ["Support"]) else phrase


def _told(name: str, value: float, row: dict[str, str], relation: str) -> str:
    """A figure as its theme writes it."""
    if relation == "product" and name in ("c", "t"):
        return f"€{value:,.0f}"
    if name in _PLAIN or relation == "points" or (relation in ("shares", "rate") and value < 10_000):
        return f"{value:.0f}"
    if row.get("unit") is not None:
        return f"{row['unit']}{value:,.0f} million"
    return f"{value:,.0f}"


# What lint makes of them


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "texts", type=Path, nargs="*", metavar="TEXT", help="consistent texts to plant errors in"
    )
    parser.add_argument("--only", default="", metavar="RELATION")
    parser.add_argument("--each", type=int, default=3, metavar="N", help="passages made from each template")
    parser.add_argument(
        "--misses", action="store_true", help="print what is missed, and what is found wrongly"
    )
    options = parser.parse_args()
    plants = [*made_passages(options.each), *real_passages(texts_of(options.texts))]
    plants = [plant for plant in plants if options.only in plant.relation]
    _report(plants, options.misses)
    return 0


def _report(plants: Sequence[Plant], misses: bool) -> None:
    """Found and planted for each relation, made and real apart, and the wrong findings on right passages."""
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false: Counter[str] = Counter()
    wrongs = documents_of(("", plant.wrong) for plant in plants)
    rights = documents_of(("", plant.right) for plant in plants)
    for plant, wrong, right in zip(plants, wrongs, rights, strict=True):
        name = f"{plant.relation}, real" if plant.wording.startswith("real") else plant.relation
        of_right = lint_document(right.model_copy(update={"text": plant.right}))
        known = {(finding.rule, finding.reason) for finding in of_right}
        of_wrong = lint_document(wrong.model_copy(update={"text": plant.wrong}))
        is_found = any((finding.rule, finding.reason) not in known for finding in of_wrong)
        planted[name] += 1
        found[name] += is_found
        false[name] += bool(of_right)
        if misses and not is_found:
            print(f"MISS {name} | {plant.wrong!r}")
        if misses and of_right:
            print(f"FALSE {name} | {plant.right!r} | {sorted(known)}")
    for name in sorted(planted, key=lambda name: (" real" in name, found[name] / planted[name])):
        _print_row(name, found[name], planted[name], false[name])
    for sort in ("made", "real"):
        names = [name for name in planted if (", real" in name) == (sort == "real")]
        if names:
            _print_row(
                f"all {sort}", *(sum(count[name] for name in names) for count in (found, planted, false))
            )


def _print_row(name: str, found: int, planted: int, false: int) -> None:
    print(f"{name:20}{found:5} of {planted:5}{found / planted:8.1%}   false {false}")


if __name__ == "__main__":
    raise SystemExit(main())
