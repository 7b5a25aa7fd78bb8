"""Parts and the whole that they are said to make: lists behind a colon, and totals at the end of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.lint.context import ROUNDING, slots
from claimcheck.checking.lint.figures import (
    HUNDRED,
    is_rounded,
    may_make,
    shown_number,
    shown_sum,
    with_unit_of,
)
from claimcheck.checking.lint.parts.breakdowns import find_overfull_wholes
from claimcheck.checking.lint.parts.divisions import are_of_one_division
from claimcheck.checking.lint.parts.totals import is_share_of, may_count, totals_apart
from claimcheck.checking.texts import small_words
from claimcheck.lexicons.word_relations import base_forms, kinds_above
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

# Parts behind their whole

_WHOLE = re.compile(r"<(?P<whole>[0-9]+)>(?P<thing>[^<]*)$")
_BEHIND_MARK = re.compile(r" ?(?::| [–—-]) |: | \((?=<)")
_BEHIND_WITH = re.compile(r", with (?=<)")
_BEHIND_COMMA = re.compile(r", (?=<)")
_BEHIND_WORDS = WordPattern(r",? (?:\()?(?:<lint/made_of>) (?:the |its )?(?=(?:(?:<lint/near>) )?<)")
_OF_SUM = re.compile(
    r"^of (?:the |its |their |this |that |a )?(?:[a-z-]+ ){0,3}?(?:of )?<(?P<whole>[0-9]+)>(?: [a-z-]+){0,3}?(?P<opening>, [^<;:]{0,45}?)(?=<)"
)
"""A sum that is spent in parts: "Of the budget of $480,000, the town will spend $260,000 on ..."."""

_MADE_OF_BEFORE = WordPattern(r"\b(?:<lint/made_of>) (?:the |its |their )?$")
_OF_WHOM = WordPattern(r",? (?:\()?of (?:which|whom|these|them) (?=<)")
_LIST_END = re.compile(r"[.;:)]|$")
_NEXT_ITEM = re.compile(r",? and |, (?:and )?|; (?:and )?| / ")
_ITEM = WordPattern(
    r"^(?:(?:<lint/near>|another|the other|the remaining|other|in|on|for|from|at) )*<(?P<figure>[0-9]+)>(?P<of>[^<]*)$"
)
_NOT_A_PART = WordPattern(r"\b(?:<lint/some_of>)\b")
_PLACED = r"(?P<where><lint/divided_where>|of|at|with)\b"
_PREPOSITION = WordPattern(rf"^ ?{_PLACED}")
_SPENT_ON = re.compile(r" ?on\b")
_OF_ONE_PART = WordPattern(rf"^ ?(?:[a-z-]+ ){{0,3}}?{_PLACED}")
_NOUN = re.compile(r"[a-z-]+")
_MOST_TOO_MANY = 1.5
"""Parts that come to more than so many times their whole are hardly its parts."""


def _is_item(thing: str, names: Sequence[str]) -> bool:
    """Whether a whole is itself one of several parts: "35 men, 17 women and 27 boys"."""
    words = frozenset(word for written in (thing, *names) for word in _NOUN.findall(written))
    own = frozenset(_NOUN.findall(thing))
    return any(own & (pair := frozenset(both.split("/"))) and pair <= words for both in _WHOLE_PAIRS)


_WHOLE_PAIRS, _OPEN_PAIRS = WordSet("lint/whole_pair"), WordSet("lint/open_pair")


def _has_pair(words: frozenset[str], pairs: WordSet) -> bool:
    """Whether two words are there that leave each other out: men and women, wins and losses."""
    return any(words.issuperset(pair.split("/")) for pair in pairs)


def find_wrong_partition(text: LintText) -> Iterator[Finding]:
    """Finds “Twelve people, seven men and six women”: parts that are not the whole they are listed behind."""
    for sentence in text.sentences:
        if len(sentence.figures) < 3:
            continue
        yield from _parts_of_sum(text, sentence)
        for opening, form in _openings(sentence.template):
            yield from _judge_parts(text, sentence, opening, form)


def find_parts(text: LintText) -> Iterator[Finding]:
    """Parts that are not their whole, and those that are more than it."""
    found = list(find_wrong_partition(text))
    yield from found
    taken = {finding.place.start for finding in found}
    for finding in find_overfull_wholes(text):
        if finding.place.start not in taken:
            yield finding


def _parts_of_sum(text: LintText, sentence: FigureSentence) -> Iterator[Finding]:
    """Parts of a sum of money that are more than it."""
    opening = _OF_SUM.search(sentence.template)
    if opening is None:
        return
    total = sentence.figures[int(opening["whole"])]
    end = _LIST_END.search(sentence.template, opening.end())
    items = _items(sentence.template[opening.end() : end.start() if end else None])
    if total.kind != "money" or items is None:
        return
    parts = [sentence.figures[int(item["figure"])] for item in items]
    if all(part.unit == total.unit for part in parts) and sum(p.number for p in parts) > total.number:
        yield from judge_sum(text, sentence, parts, total, "lint/parts")


def _openings(words: str) -> Iterator[tuple[re.Match[str], str]]:
    """Where a list of parts may begin: its opening, and how sure that shows that it is one."""
    for pattern, form in (
        (_BEHIND_MARK, "mark"),
        (_BEHIND_WORDS, "words"),
        (_OF_WHOM, "whom"),
        (_BEHIND_WITH, "with"),
        (_BEHIND_COMMA, "comma"),
    ):
        for opening in pattern.finditer(words):
            yield opening, form


class _List(NamedTuple):
    """Figures that may be parts, each with the words behind it, and the figure before them that may be their whole."""

    total: Figure
    thing: str
    figures: list[Figure]
    names: list[str]
    is_named_as_parts: bool


def _judge_parts(
    text: LintText, sentence: FigureSentence, opening: re.Match[str], form: str
) -> Iterator[Finding]:
    """The finding on the list that begins behind an opening, if it lists the parts of the figure before."""
    listed = _listed(sentence, opening)
    if listed is None or _is_item(listed.thing, listed.names):
        return
    if form != "mark" and _are_placed_alike(listed.thing, listed.names):
        return  # the first of the parts: "€52 million from hotels, €21 million from ..."
    total, parts = listed.total, [with_unit_of(figure, listed.total) for figure in listed.figures]
    if not _are_of_its_sort(parts, total):
        return
    reached = sum(part.number for part in parts)
    if any(figure.number == reached for figure in sentence.figures if figure is not total):
        return
    strictness = _strictness_of_list(sentence, listed, form)
    is_held = strictness == "at most" and total.number <= reached <= total.number * _MOST_TOO_MANY
    if is_held or strictness == "complete":
        yield from judge_sum(text, sentence, parts, total, "lint/parts")


def _listed(sentence: FigureSentence, opening: re.Match[str]) -> _List | None:
    """The list that begins behind an opening; None where there is none."""
    whole = _WHOLE.search(sentence.template, 0, opening.start())
    if whole is not None and "," in whole["thing"] and opening.re is _BEHIND_WORDS.compiled():
        return None  # "With 23 items, the test is composed of four scales and four lists"
    if whole is None or len(whole["thing"].split()) > 9 or _NOT_A_PART.search(whole["thing"]):
        return None
    end = _LIST_END.search(sentence.template, opening.end())
    items = _items(sentence.template[opening.end() : end.start() if end else None])
    if items is None:
        return None
    return _List(
        sentence.figures[int(whole["whole"])],
        whole["thing"],
        [sentence.figures[int(item["figure"])] for item in items],
        [item["of"] for item in items],
        _MADE_OF_BEFORE.search(sentence.template, 0, whole.start()) is not None,
    )


def _are_of_its_sort(parts: Sequence[Figure], total: Figure) -> bool:
    """Whether figures are of the sort of a total, and none of them much more than it."""
    if total.kind == "ordinal" or total.unit == "percent":
        return False
    return all(
        part.dimension == total.dimension
        and part.kind not in ("ordinal", "multiple")
        and part.number <= total.number * _MOST_TOO_MANY
        for part in parts
    )


def _are_placed_alike(thing: str, names: Sequence[str]) -> bool:
    """Whether the whole and each of the parts are told with one preposition."""
    of_whole = _OF_ONE_PART.search(thing)
    return of_whole is not None and all(
        (of_part := _PREPOSITION.search(name)) is not None and of_part["where"] == of_whole["where"]
        for name in names
    )


def _items(words: str) -> list[re.Match[str]] | None:
    """The items of a list, each with one figure; None where it is no list of figures."""
    items: list[re.Match[str]] = []
    was_last = False
    for joint, written in _split(words):
        item = _ITEM.search(written)
        is_of_them = item is not None and _OF_THEM.match(item["of"]) is not None
        if (item is None or is_of_them) and was_last:
            break  # "seven men and six women, most of them from Leeds", "three of them from Leeds"
        if item is None or _NOT_A_PART.search(item["of"]):
            return None
        was_last = "and" in joint
        items.append(item)
    return items if len(items) > 1 else None


_OF_THEM = WordPattern(r" of (?:<lint/these>|<common/relative>)\b")


def _split(words: str) -> Iterator[tuple[str, str]]:
    """The pieces of a list, each with the joint before it."""
    begin, joint = 0, ""
    for found in _NEXT_ITEM.finditer(words):
        yield joint, words[begin : found.start()].strip()
        begin, joint = found.end(), found[0]
    yield joint, words[begin:].strip()


def _strictness_of_list(sentence: FigureSentence, listed: _List, form: str) -> str:
    """How a list behind an opening of some form is to be held against its whole, as `_strictness` says it."""
    total, thing, figures, names, is_named_as_parts = listed
    if _is_told_in_full(sentence, listed, form):
        return "complete"
    are_bare = total.kind == "count" and all(f.unit is None and not f.of for f in figures)
    opening = "bare" if form == "comma" and are_bare else form
    are_apart = are_of_one_division(sentence, figures, thing)
    strictness = _strictness(opening, thing, names, are_apart=are_apart)
    if is_named_as_parts and form == "mark":
        return "complete"
    if is_named_as_parts and form == "comma" and strictness != "none":
        return "complete"  # but not "consists of twenty albums, nine collections and seven singles"
    if strictness == "none" and form == "mark" and total.kind == "measure":
        return "at most" if all(_OF_KIND.match(name) for name in names) else "none"
    if strictness == "none" and form == "mark" and total.kind == "money":
        return "at most" if all(_SPENT_ON.match(name) for name in names) else "none"
    return strictness


def _is_told_in_full(sentence: FigureSentence, listed: _List, form: str) -> bool:
    """Whether a list gives all of a total: the months of a quarter, what a cost was for, what "a total of" was made of."""
    before = sentence.template[: sentence.slots[sentence.figures.index(listed.total)][0]]
    uses = {found["where"] for name in listed.names if (found := _USE.match(name)) is not None}
    is_of_one_use = len(uses) == 1 and all(_USE.match(name) for name in listed.names)
    behind = sentence.template[sentence.slots[sentence.figures.index(listed.figures[-1])][1] :]
    if form == "mark" and listed.total.kind == "money" and _COST.search(before):
        return is_of_one_use and not _NOT_A_PART.search(behind) and " other" not in behind
    if form == "with" and _QUARTER.search(sentence.template):
        months = {found[1] for name in listed.names if (found := _IN_MONTH.match(name)) is not None}
        return len(months) == len(listed.names) == _MONTHS_OF_A_QUARTER
    return (
        form == "comma"
        and _A_TOTAL_OF.search(before) is not None
        and _OF_THEM_FIRST.match(listed.names[0]) is not None
    )


_USE = WordPattern(r"^ ?(?P<where>for|on|to) (?:the |its |their )?[a-z]")
_OF_KIND = re.compile(r"^ ?of (?!the\b|these\b|them\b)[a-z-]+$")
"""Of what a part of a measure is: "900 hectares: 420 hectares of forest, ..."."""

_COST = WordPattern(r"\b(?:<lint/to_cost>|<lint/all_spent>) (?:(?:<lint/near>) )*$")
_QUARTER = re.compile(r"\bquarter\b")
_IN_MONTH = WordPattern(r"^ ?in (<common/month>)$")
_MONTHS_OF_A_QUARTER = 3
_A_TOTAL_OF = re.compile(r"\ba total of $")
_OF_THEM_FIRST = WordPattern(r"^ ?of (?:<lint/these>)\b")


def _strictness(opening: str, thing: str, names: Sequence[str], *, are_apart: bool) -> str:
    """How a list of parts is to be held against its whole: `complete`, `at most`, or `none` where it may be no list of parts."""
    nouns = [
        frozenset(base for word in _NOUN.findall(name) for base in (*base_forms(word), word))
        for name in names
    ]
    together = frozenset().union(*nouns)
    if _has_pair(together, _WHOLE_PAIRS):
        return "at most" if opening == "whom" else "complete"
    if _has_pair(together, _OPEN_PAIRS) and not _are_of_two_things(names):
        return "complete" if not together.isdisjoint(_NEITHER) and opening != "whom" else "at most"
    if opening in ("whom", "comma", "bare", "with"):
        return "at most" if are_apart and opening == "bare" else "none"
    if opening == "words" or are_apart:
        return "complete"
    if any(_PREPOSITION.search(name) for name in names):
        return "none"  # "18 in the league and 14 in home matches": some may be both
    whole = frozenset(base for word in _NOUN.findall(thing)[:3] for base in base_forms(word))
    if all(_is_kind(_NOUN.findall(name)[:3], whole) for name in names):
        return "at most"
    if len(names) > 2 and _HAVING.search(thing) is None and not whole.isdisjoint(_GENERAL):
        return "at most"
    return "none"


_SIDE = WordPattern(r"\b(?:for|against|in fav(?:ou)?r of|(?:yes|no) to) (?P<what>[a-z ]+)")


def _are_of_two_things(names: Sequence[str]) -> bool:
    """Whether two sides are of two questions: "35 for the government and 28 against the budget"."""
    told = [set(found["what"].split()) - small_words() for name in names if (found := _SIDE.search(name))]
    told = [words for words in told if words]
    return len(told) > 1 and not set.intersection(*told)


def _is_kind(words: Sequence[str], whole: frozenset[str]) -> bool:
    """Whether some word of a part is a kind of the whole: tankers of ships, "18 electric ones" of anything."""
    above = frozenset(kind for noun in whole for kind in kinds_above(noun))
    return any(word == "ones" or kinds_above(word) & whole or base_forms(word) & above for word in words)


_NEITHER = WordSet("lint/neither_won")
_HAVING = re.compile(r"\b(?:with|in|to|per)\b")
_GENERAL = WordSet("lint/general_thing")
"""Nouns for things of many kinds: "60 properties: 25 offices ..."."""

# Totals at the end of a list

_TOTALS = (
    slots(
        r"\b(?:for|making|giving|bringing|taking|which makes|that makes|which brings|which gives|with) (?:it |up |the |them |its )?(?:a |to a )?(?:combined |grand |overall )?(?:total|sum)"
        r"(?: (?:for|of|in|over) (?:the |that )?(?!<)[a-z]+)? (?:of|to|at) (?:(?:<lint/near>) )?<t>"
    ),
    slots(r"(?:,|–|—|:) (?:altogether|in all|in total|all told),? (?:(?:<lint/near>) )?<t>"),
    slots(r",? (?:totall?ing|adding up to|amounting to) (?:(?:<lint/near>) )?<t>"),
    slots(
        r"(?:,|–|—|:) (?:in all )?an? (?:combined |grand |overall )?(?:total|sum) of (?:(?:<lint/near>) )?<t>"
    ),
    slots(r"(?:,|\(|–|—| -|:|or) ?<t>(?: \w+){0,2} (?:<lint/in_all>)\b"),
    slots(
        r"(?:,|;|:|–|—) (?:<lint/total_thing>)(?! with\b)(?: [a-z'-]+| <_>){0,7}? (?:<lint/comes_to>) (?:(?:<lint/near>|just) )*<t>"
    ),
)
MOST_UNLIKE = 1000
"""Times: what is more unlike shares a scale that only the last one has: "lent 4, 5 and 6 million"."""

_NOT_ADDED = WordPattern(
    r"\b(?:<lint/not_summed>|<lint/the_rest>)\b|\b(?:from|at|by|up|down|(?:<lint/up>|<lint/down>) to) (?:(?:<lint/near>) )*<"
)


def _are_of_several_sorts(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a total counts what some parts do, and others count something else: "five scales and six items, totalling 30 items"."""
    alike = {not base_forms(part.head).isdisjoint(base_forms(total.head)) for part in parts if part.of}
    return bool(total.of) and len(alike) > 1


def find_wrong_total(text: LintText) -> Iterator[Finding]:
    """Amounts in a list that are not the total given at its end."""
    for pattern in _TOTALS:
        for sentence, named, match in text.matches(pattern, told=True):
            total = named["t"]
            parts = _parts_before(sentence, match.start(), total)
            if len(parts) < 2:
                continue
            if any(part.dimension != total.dimension or part.kind == "ordinal" for part in parts):
                continue
            if _are_of_several_sorts(total, parts):
                continue
            if sentence.stop is not None and not may_count(parts, total, is_apart=True):
                continue
            if max(part.number for part in parts) > MOST_UNLIKE * min(part.number for part in parts):
                continue
            yield from judge_sum(text, sentence, parts, total, "lint/total")


def find_totals(text: LintText) -> Iterator[Finding]:
    """Totals at the end of a list, and those that stand apart from it."""
    found = list(find_wrong_total(text))
    yield from found
    taken = {(finding.place.start, finding.place.end) for finding in found}
    for sentence, parts, total in totals_apart(text):
        for finding in judge_sum(text, sentence, parts, total, "lint/total"):
            if all(finding.place.end != end for _, end in taken):
                yield finding


_NUMBERED = re.compile(r"(?P<which>\b(?:the|its|their|his|her) )?<(?P<figure>[0-9]+)>")


def _parts_before(sentence: FigureSentence, end: int, total: Figure) -> list[Figure]:
    """The figures of the clause before a total that it may be the sum of; none where it is no list."""
    before = sentence.template[:end]
    clause = before[max(before.rfind(";"), before.rfind(". "), before.rfind(": "), 0) :]
    if is_share_of(sentence, sentence.figures.index(total)):
        return []  # "the total number of births was 8 % of"
    if _NOT_ADDED.search(clause) or (" and <" not in clause and " and " not in clause):
        return []
    named = [(found["which"], sentence.figures[int(found["figure"])]) for found in _NUMBERED.finditer(clause)]
    parts = [part for which, part in named if not (which and part.kind == "ordinal")]
    if len(parts) > 2 and parts[0].number == len(parts) - 1 and total.number > parts[0].number * len(parts):
        parts = parts[1:]  # "the three branches sold 120, 95 and 80 bikes"
    return [with_unit_of(part, total) if any(p.unit == total.unit for p in parts) else part for part in parts]


def judge_sum(
    text: LintText, sentence: FigureSentence, parts: Sequence[Figure], total: Figure, rule: str
) -> Iterator[Finding]:
    """The finding on parts that do not come to their total, however they were rounded; none where one is a range."""
    figures = (*parts, total)
    if any(sentence.is_end_of_range(figure) for figure in figures):
        return
    exact = sum(part.number for part in parts)
    is_exact = all(map(_is_counted, figures))
    wrong = exact != total.number if is_exact else not may_make(parts, total)
    if wrong:
        yield text.finding(
            rule,
            sentence,
            figures,
            f"the parts come to {shown_number(exact)}, not {total.text}",
            arithmetic=f"{shown_sum(part.number for part in parts)} = {shown_number(exact)} ≠ {shown_number(total.number)}",
            tolerance="counted exactly" if is_exact else ROUNDING,
        )


def _is_counted(figure: Figure) -> bool:
    """Whether a whole number was counted one by one: "240 patients", but not "about 240", nor "300"."""
    is_plain = figure.interval.high - figure.interval.low <= 2 * figure.half_step
    is_round = figure.number >= HUNDRED and figure.number % _ROUND == 0
    return is_plain and not is_round and not is_rounded(figure)


_ROUND = 50

RULES = (
    (
        find_parts,
        CheckRule(
            "lint/parts",
            ("inconsistent",),
            "parts that are not the whole they are listed behind",
            ("Twelve people, seven men and six women, were hurt.", ""),
            ("Twelve people, six men and six women, were hurt.", ""),
        ),
    ),
    (
        find_totals,
        CheckRule(
            "lint/total",
            ("inconsistent",),
            "amounts that are not the total given for them",
            ("The town spent $40,000 on roads and $25,000 on parks, for a total of $75,000.", ""),
            ("The town spent $40,000 on roads and $25,000 on parks, for a total of $65,000.", ""),
        ),
    ),
)
"""The finders of this module, each with the rule in whose name it finds."""
