"""Two versions of one text: which figures, names, dates and quotations changed, moved, came and went."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from claimcheck.checking.as_read import AsRead
from claimcheck.checking.findings import Place, make_finding, make_findings
from claimcheck.checking.grounding.quotations import word_diff
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import Sentence, sentences_of, small_words, words_of
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding, Findings
    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

ALIKE = 0.5
"""From this share of common words on, a sentence of the new version is one of the old, rewritten."""


@dataclass(frozen=True, slots=True)
class _Item:
    """Something that is compared: a claim or a name, where it stands, and what it says."""

    kind: str
    what: str
    value: str
    place: Place


def diff_documents(old: Document, new: Document) -> Findings:
    """What a new version of a text says otherwise than the old one.

    Sentences are put beside each other first, equal ones, then those with most words in common; within a
    pair, the claims of one kind, in order. A claim or name whose sentence went or came is `removed` or
    `added`, unless it stands elsewhere with the same words: then it `moved`. Places of what was removed lie
    in the old version, all others in the new one.
    """
    read_old, read_new = AsRead([old]), AsRead([new])
    findings = _differences(*read_old.documents, *read_new.documents)
    return make_findings("diff", (read_new.as_written(f, read_old) for f in findings), [new], [old])


def _differences(old: Document, new: Document) -> list[Finding]:
    before, after = list(sentences_of(old)), list(sentences_of(new))
    in_order = _pair(before, after)
    pairs = _with_displaced(in_order, before, after)
    old_items, new_items = _items(old, before), _items(new, after)
    kept = frozenset(in_order)
    findings: list[Finding] = []
    gone: list[_Item] = []
    come: list[_Item] = []
    for a, b in pairs:
        mine = old_items.get(a, []) if a is not None else []
        its = new_items.get(b, []) if b is not None else []
        left, right = _unchanged(mine, its)
        if a is not None and b is not None and (a, b) not in kept:  # what is said elsewhere has moved
            gone += [item for item in mine if item not in left]
            come += [item for item in its if item not in right]
        exchanged = _exchanged(mine, its, before[a], after[b]) if a is not None and b is not None else []
        for one, other in exchanged if is_on("diff/changed") else ():
            assert a is not None
            assert b is not None
            findings.append(_changed(one, other, before[a], after[b]))
        for one, other in _matched(left, right):
            if is_on("diff/changed"):
                assert a is not None
                assert b is not None
                findings.append(_changed(one, other, before[a], after[b]))
            left.remove(one)
            right.remove(other)
        gone += left
        come += right
    findings += _moved_and_lone(gone, come)
    order = {new.source: 0, old.source: 1}
    findings.sort(key=lambda f: (order[f.place.source], f.place.start, f.place.end, f.kind, f.rule))
    return findings


def _pair(before: Sequence[Sentence], after: Sequence[Sentence]) -> list[tuple[int | None, int | None]]:
    """The sentences of both versions, those that belong together as pairs, in the new order."""
    matcher = SequenceMatcher(None, [s.text for s in before], [s.text for s in after], autojunk=False)
    pairs: list[tuple[int | None, int | None]] = []
    for op, a1, a2, b1, b2 in matcher.get_opcodes():
        if op == "equal":
            pairs += list(zip(range(a1, a2), range(b1, b2), strict=True))
            continue
        left = list(range(a1, a2))
        for b in range(b1, b2):
            words = after[b].text.lower().split()
            scored = [
                (SequenceMatcher(None, before[a].text.lower().split(), words, autojunk=False).ratio(), -a)
                for a in left
            ]
            best = max(scored, default=(0.0, 0))
            if best[0] >= ALIKE:
                pairs.append((-best[1], b))
                left.remove(-best[1])
            else:
                pairs.append((None, b))
        pairs += [(a, None) for a in left]
    return pairs


def _with_displaced(
    pairs: list[tuple[int | None, int | None]], before: Sequence[Sentence], after: Sequence[Sentence]
) -> list[tuple[int | None, int | None]]:
    """The pairs with sentences joined that stand elsewhere in the new version, as they were or rewritten."""
    held: dict[str, set[int]] = {}
    for a, b in pairs:
        if b is None and a is not None:
            for word in _content(before[a]):
                held.setdefault(word, set()).add(a)
    joined: dict[int, int] = {}
    for _, b in (pair for pair in pairs if pair[0] is None):
        assert b is not None
        words = after[b].text.lower().split()
        shared = Counter(a for word in _content(after[b]) for a in held.get(word, ()) if a not in joined)
        scored = [
            (SequenceMatcher(None, before[a].text.lower().split(), words, autojunk=False).ratio(), -a)
            for a, _ in shared.most_common(CANDIDATES)
        ]
        best = max(scored, default=(0.0, 0))
        if best[0] >= ALIKE:
            joined[-best[1]] = b
    found = {b: a for a, b in joined.items()}
    return [
        (found.get(b) if a is None and b is not None else a, b)
        for a, b in pairs
        if not (b is None and a in joined)
    ]


CANDIDATES = 5
"""Sentences of the old version with which one that stands elsewhere is compared word by word."""


def _content(sentence: Sentence) -> frozenset[str]:
    return frozenset(words_of(sentence.text)) - small_words()


def _items(document: Document, sentences: Sequence[Sentence]) -> dict[int, list[_Item]]:
    """The claims and names of each sentence."""
    at = {}
    for number, sentence in enumerate(sentences):
        at[sentence.start] = number
    starts = sorted(at)
    found: dict[int, list[_Item]] = {}
    claims: Sequence[BaseClaim] = document.claims
    for claim in claims:
        what = _what(claim)
        value = claim.value.describe(claim.comparator) + _qualifiers(claim)
        place = Place(
            source=document.source, start=claim.start, end=claim.end, text=claim.text, claim=claim.id
        )
        found.setdefault(_number(starts, claim.start, at), []).append(_Item(claim.kind, what, value, place))
    for entity in document.entities:
        if not _names_something(entity.text):
            continue
        place = Place(source=document.source, start=entity.start, end=entity.end, text=entity.text)
        found.setdefault(_number(starts, entity.start, at), []).append(
            _Item("name", entity.label, entity.text, place)
        )
    for items in found.values():
        items.sort(key=lambda item: (item.place.start, item.kind))
    return found


_INITIAL = re.compile(r"[^\W\d_]\.")


def _names_something(name: str) -> bool:
    """Whether a name tells a reader what is meant: not an initial, "C.", nor an article, "The"."""
    return not _INITIAL.fullmatch(name) and not small_words().issuperset(words_of(name) or (name,))


def _number(starts: list[int], offset: int, at: dict[int, int]) -> int:
    from bisect import bisect_right  # noqa: PLC0415

    return at[starts[max(0, bisect_right(starts, offset) - 1)]]


def _what(claim: BaseClaim) -> str:
    value = claim.value
    parts = [getattr(value, field, None) for field in ("of", "relation", "event", "unit", "currency")]
    return " ".join(str(part) for part in parts if part)


def _qualifiers(claim: BaseClaim) -> str:
    parts = []
    if claim.kind == "quote":
        parts.append(claim.text)
    if claim.polarity == "negative":
        parts.append("denied")
    if claim.certainty != "certain":
        parts.append(claim.certainty)
    return "".join(f" ({part})" for part in parts)


def _unchanged(mine: Sequence[_Item], its: Sequence[_Item]) -> tuple[list[_Item], list[_Item]]:
    """Both sides without what says the same on both."""
    left, right = list(mine), list(its)
    for item in mine:
        same = next((o for o in right if (o.kind, o.value) == (item.kind, item.value)), None)
        if same is not None:
            left.remove(item)
            right.remove(same)
    return left, right


def _exchanged(
    mine: Sequence[_Item], its: Sequence[_Item], old: Sentence, new: Sentence
) -> list[tuple[_Item, _Item]]:
    """What stands in the place of what else, where a sentence has the same words but its figures or names."""
    if len(mine) != len(its) or old.text == new.text or _rest_of(mine, old) != _rest_of(its, new):
        return []
    in_order = [(one, other) for one, other in zip(mine, its, strict=True) if one.kind == other.kind]
    is_turned = sorted((i.kind, i.value) for i in mine) == sorted((i.kind, i.value) for i in its)
    return [(one, other) for one, other in in_order if one.value != other.value] if is_turned else []


def _rest_of(items: Sequence[_Item], sentence: Sentence) -> str:
    """A sentence without the words of its claims and names."""
    text = sentence.text
    for item in sorted(items, key=lambda item: -item.place.start):
        start, end = item.place.start - sentence.start, item.place.end - sentence.start
        text = text[: max(0, start)] + " " * (min(end, len(text)) - max(0, start)) + text[end:]
    return " ".join(text.split())


def _matched(left: Sequence[_Item], right: Sequence[_Item]) -> list[tuple[_Item, _Item]]:
    """Pairs of one kind: first those about the same, then in order."""
    pairs: list[tuple[_Item, _Item]] = []
    free = list(right)
    for strict in (True, False):
        for item in left:
            if any(item is one for one, _ in pairs):
                continue
            other = next(
                (o for o in free if o.kind == item.kind and (o.what == item.what or not strict)), None
            )
            if other is not None:
                pairs.append((item, other))
                free.remove(other)
    return pairs


def _changed(one: _Item, other: _Item, old: Sentence, new: Sentence) -> Finding:
    return make_finding(
        "diff/changed",
        "changed",
        kind=one.kind,
        place=other.place,
        evidence=[one.place],
        reason=f"{one.value} became {other.value}",
        changes=word_diff(old.text.split(), new.text.split()),
    )


def _moved_and_lone(gone: list[_Item], come: list[_Item]) -> Iterator[Finding]:
    for item in come:
        same = next((o for o in gone if (o.kind, o.value) == (item.kind, item.value)), None)
        if same is not None:
            gone.remove(same)
            if is_on("diff/moved"):
                yield make_finding(
                    "diff/moved",
                    "moved",
                    kind=item.kind,
                    place=item.place,
                    evidence=[same.place],
                    reason=f"{item.value} stands in another sentence",
                )
        elif is_on("diff/added"):
            yield make_finding(
                "diff/added", "added", kind=item.kind, place=item.place, reason=f"{item.value} is new"
            )
    for item in gone:
        if is_on("diff/removed"):
            yield make_finding(
                "diff/removed", "removed", kind=item.kind, place=item.place, reason=f"{item.value} is gone"
            )


def facts_of(document: Document) -> Iterator[str]:
    """Each claim and name of a text on a line of its own, without places, for tools that compare lines.

    Git shows the difference of these lines where it is told to read a file with `claimcheck diff --textconv`.
    """
    lines = []
    for items in _items(document, list(sentences_of(document))).values():
        lines += items
    for item in sorted(lines, key=lambda item: (item.place.start, item.kind, item.value)):
        what = f" [{item.what}]" if item.what and item.kind != "name" else ""
        yield f"{item.kind}{what}: {item.value}"


RULES = (
    CheckRule(
        "diff/changed",
        ("changed",),
        "A claim or name of a sentence was replaced by another of its kind.",
        ("The plant has 412 workers.", "The plant has 421 workers."),
        ("The plant has 412 workers.", "The plant employs 412 workers."),
    ),
    CheckRule(
        "diff/moved",
        ("moved",),
        "A claim or name stands in another sentence, unchanged.",
        (
            "The plant has 412 workers. It was opened by a minister.",
            "A minister opened it. Today 412 workers run the whole plant day and night.",
        ),
        ("The plant has 412 workers.", "The plant has 412 workers."),
    ),
    CheckRule(
        "diff/added",
        ("added",),
        "A claim or name is new.",
        ("The plant is large.", "The plant is large. Its staff is 412 people."),
        ("The plant is large.", "The plant is very large."),
    ),
    CheckRule(
        "diff/removed",
        ("removed",),
        "A claim or name is gone.",
        ("The plant is large. Its staff is 412 people.", "The plant is large."),
        ("The plant is very large.", "The plant is large."),
    ),
)
"""The ways in which a new version of a text differs from the old one."""
