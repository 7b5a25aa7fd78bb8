"""Exact F1 per kind on annotated articles, and the floors that it may not fall below.

    python benchmarks/accuracy.py [GOLD_FOLDER ARTICLE_FOLDER] [--write-floors]

Without folders: the articles of `data/`. A claim is right if its kind is, its words overlap those of an
annotated one, and every field of its value that tells claims apart is equal. `--write-floors` puts
today's figures into `data/gold/floors.json` where they are higher; one is lowered only with `--lower KIND`,
once for each.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claimcheck

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = Path(__file__).parents[1] / "data"
FLOORS = DATA / "gold" / "floors.json"

_COMPARED = (
    *("number", "low", "high", "factor", "from", "to", "unit", "currency"),
    *("timex", "relation", "direction", "version", "rank", "direct"),
)
_NAMES = ("language", "software", "object", "person", "source")
_ARTICLES = frozenset({"the", "a", "an", "of", "its", "their", "his", "her", "our"})

Claim = dict[str, Any]


def same_name(one: object, other: object) -> bool:
    """Whether the words of the shorter name are among the longer's, articles and possessive endings aside."""
    first, second = (
        set(re.findall(r"[\w.+#-]+", re.sub(r"['’]s\b", "", str(text or "").lower()))) - _ARTICLES
        for text in (one, other)
    )
    return bool(first and second) and (first <= second or second <= first)


def same_value(gold: Claim, found: Claim) -> bool:
    """Whether every compared field of the annotated value is equal in the found one."""
    for field, wanted in gold.items():
        given = found.get(field)
        if field in _NAMES and not same_name(wanted, given):
            return False
        if field in _COMPARED:
            is_number = isinstance(wanted, int | float) and isinstance(given, int | float)
            if not (abs(wanted - given) <= abs(wanted) / 1000 if is_number else wanted == given):
                return False
    return True


def pair(gold: Sequence[Claim], found: Sequence[Claim]) -> list[tuple[int, int]]:
    """The annotated and the found claims that are the same, one to one, the longest overlap first."""
    overlaps = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            length = min(one["end"], other["end"]) - max(one["start"], other["start"])
            if length > 0 and one["kind"] == other["kind"] and same_value(one["value"], other["value"]):
                overlaps.append((-length, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(overlaps):
        if all(i != first and j != second for first, second in pairs):
            pairs.append((i, j))
    return pairs


def read_claims(path: Path) -> list[Claim]:
    """The claims of a result or an annotation."""
    content = json.loads(path.read_text(encoding="utf-8"))
    claims: list[Claim] = (content[0] if isinstance(content, list) else content)["claims"]
    return claims


def measure(gold_folder: Path, article_folder: Path) -> dict[str, tuple[int, int, int]]:
    """Kind -> annotated, found, right."""
    annotated: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for path in sorted(gold_folder.glob("*.json")):
        gold = read_claims(path)
        text = (article_folder / f"{path.stem}.txt").read_text(encoding="utf-8")
        claims = json.loads(claimcheck.extract(text).model_dump_json())["claims"]
        annotated.update(claim["kind"] for claim in gold)
        found.update(claim["kind"] for claim in claims)
        right.update(gold[i]["kind"] for i, _ in pair(gold, claims))
    return {kind: (annotated[kind], found[kind], right[kind]) for kind in sorted(annotated | found)}


def f1(annotated: int, found: int, right: int) -> float:
    """The harmonic mean of precision and recall, 0 to 1, to three digits."""
    return round(2 * right / (annotated + found), 3) if annotated + found else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path, nargs="?", default=DATA / "gold" / "articles")
    parser.add_argument("articles", type=Path, nargs="?", default=DATA / "articles")
    parser.add_argument("--write-floors", action="store_true")
    parser.add_argument("--lower", action="append", default=[], metavar="KIND")
    options = parser.parse_args(arguments)
    counts = measure(options.gold, options.articles)
    print(f"{'kind':18}{'annotated':>10}{'found':>7}{'right':>7}{'F1':>7}")
    for kind, (annotated, found, right) in counts.items():
        print(f"{kind:18}{annotated:10}{found:7}{right:7}{f1(annotated, found, right):7.3f}")
    if options.write_floors:
        floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
        for kind, figures in counts.items():
            today = f1(*figures)
            if today > floors.get(kind, -1) or kind in options.lower:
                floors[kind] = today
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
