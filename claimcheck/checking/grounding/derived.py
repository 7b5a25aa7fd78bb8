"""Figures that follow from others of the sources: sums, differences, shares, ratios, products, counts."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import chain, combinations
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import (
    Derivation,
    Term,
    derive_amount,
    derive_percent,
    derive_ratio,
    derive_share_of_sum,
)
from claimcheck.checking.figures import (
    FEW_SENTENCES,
    SMALL,
    Figure,
    counts_people,
    is_given_as,
    place_in,
    same_noun,
    same_unit,
    same_value,
)
from claimcheck.checking.grounding.rivals import likeness_of, said_around
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import words_of
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.quantities import load_units
from claimcheck.lexicons.word_relations import opposites
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Place
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

Followed = tuple[str, str, list["Place"]]
"""The name of the rule, the arithmetic in a line, and the figures of the sources that it rests on."""

EXACT_DIGITS = 3

MAX_TERMS = 12
"""Figures of one unit that are tried together; of more, some sum fits by chance."""

PAIR = 2

MAX_LABELLED = 4
"""Figures of other sentences that are tried, because the answer speaks of the same."""

_DERIVED = re.compile(
    r"\b(?:total(?:l?ed|l?ing|s)?|combined|altogether|together|sum|in all|overall|difference|gap|margin"
    r"|more|less|fewer|higher|lower|up|down|by|rose|rise|rises|grew|grow|growth|increase[sd]?|fell|fall|falls"
    r"|declin\w+|drop\w*|decrease[sd]?|remaining|rest|other|share|proportion|percent of|% of|ratio|times"
    r"|twice|double[sd]?|half|triple[sd]?|average|mean|still|remain\w*|exceed\w*|net|beat|ahead|behind"
    r"|earlier|later|better|worse|larger|smaller|bigger|longer|shorter|cheaper|dearer|above|below|beyond|differ\w*|yet|outstanding|unpaid|unspent)\b|\bleft(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)
"""Words that say that a figure was worked out."""

_CHANGE = re.compile(
    r"\b(?:more|less|fewer|higher|lower|up|down|above|below|than|over|from|since|rose|risen|rise|rises|rising|gr[eo]w\w*|increas\w+"
    r"|fell|fall\w*|declin\w+|drop\w*|decreas\w+|gain\w*|lost|loss|jump\w*|climb\w*|improv\w+|expan\w+|cut|shr[aiu]nk"
    r"|reduc\w+|add\w*|boost\w*|surg\w+|soar\w*|plung\w+|slump\w*|larger|smaller|bigger|better|worse|longer|shorter"
    r"|cheaper|faster|slower|heavier|lighter|thinner|thicker|younger|older)\b",
    re.IGNORECASE,
)
"""Words that say that a percentage is a change and no share."""

_SHARE = re.compile(
    r"\b(?:share|proportion|part|portion|account\w*|ma[dk]e?s? up|made up|represent\w*|of)\b", re.IGNORECASE
)

_MADE_UP = re.compile(r"\b(?:ma[dk]e?s?|making) up\b", re.IGNORECASE)

_EACH = re.compile(
    r"\b(?:each|per|every|apiece|average price|an? (?:hour|day|night|week|month|year))\b", re.IGNORECASE
)

_REST = re.compile(
    r"\b(?:rest|remaining|remainder|others?|outside|without|not|no|non|except|never|left|leaving|only|still|didn't|don't|doesn't|wasn't|weren't)\b|n't\b",
    re.IGNORECASE,
)

_SINGLE = r"(?:an?|another|his|her|their|its|one)"
_AND = r"\s*(?:,|,?\s*\band\b|\bas well as\b)\s*"

_ONE_MORE = re.compile(
    rf"\b{_SINGLE}\s+((?:[a-z'’-]+\s+){{0,3}}?[a-z'’-]+){_AND}$",
    re.IGNORECASE,
)
"""A single one right before a figure: "a firefighter and two residents"."""

_ONE_AFTER = re.compile(rf"^(?:\s+[a-z'’-]+){{0,3}}?{_AND}{_SINGLE}\s+([a-z'’-]+)", re.IGNORECASE)

_LIST_NUMBER = re.compile(r"^\s*(?:#\s*)?(\d{1,2})[.):]\s", re.MULTILINE)
_SPEAKER = re.compile(r"^\s*([A-Z][\w.' -]{0,30}):", re.MULTILINE)
_SPEAKER_INLINE = re.compile(r"(?:^|\s\.\s)([A-Z][\w' -]{0,30}):")


def derived(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Followed | None:
    """How a figure of an answer follows from figures of the sentences that speak of the same."""
    return (
        _amount(figure, answer, aligned, material)
        or _of_whole(figure, aligned, material)
        or _gap(figure, answer, aligned, material)
        or _fraction(figure, aligned, material)
        or _product(figure, aligned, material)
        or _changed_by(figure, aligned, material)
        or _each(figure, answer, aligned, material)
        or _points_away(figure, answer, aligned, material)
        or _how_often(figure, answer, aligned, material)
        or _complement(figure, answer, aligned, material)
        or _of_score(figure, aligned, material)
        or _in_a_word(figure, aligned, material)
        or _with_single(figure, aligned, material)
        or _count(figure, material)
    )


def _amount(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Followed | None:
    """A sum, difference, share, change, ratio or product of figures that stand near each other."""
    text = answer.sentence.text
    worked_out = _DERIVED.search(text) or _BETWEEN_THEM.search(text) or text.startswith("Of ")
    if figure.is_range or not (_is_exact(figure) or worked_out or figure.is_fraction or _is_share(figure)):
        return None
    for members in _terms(figure, answer, aligned, material):
        unit = _unit_of(material.figures.figures[members[0]])
        terms = [Term(material.figures.figures[i].low, material.figures.figures[i].shown()) for i in members]
        for derivation in _derivations(figure, unit, terms, answer):
            if is_on(f"ground/{derivation.kind}") and is_given_as(figure, derivation.value):
                operands = [members[term] for term in derivation.terms]
                return derivation.kind, derivation.shown, _places(operands, material)
    return None


def _is_share(figure: Figure) -> bool:
    """Whether it is a percentage of something that is named, "30% of its staff"."""
    return figure.unit == "percent" and bool(figure.noun)


_BETWEEN_THEM = WordPattern(r"\b(?:<checking/between_them>)\b", re.IGNORECASE)

MAX_WHOLES = 3
"""So many of the largest numbers of a noun can be the whole that a part is a share of."""


_BY_HOW_MUCH = WordPattern(
    r"(?:\s+(?!and\b|or\b|but\b)[^\W\d_]+){0,2}\s+(?:<checking/by_how_much>)\b", re.IGNORECASE
)
"""What stands behind a figure that says by how much something is above another: "17 more than"."""


def _gap(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Followed | None:
    """By how much one figure is above another, in whatever unit: "70 centimetres above the old record"."""
    end = figure.end - answer.sentence.start
    if figure.is_range or figure.unit == "percent" or not is_on("ground/difference"):
        return None
    if _BY_HOW_MUCH.match(answer.sentence.text, end) is None:
        return None
    figures = material.figures
    near = [i for n in aligned.near for i in figures.of_sentence.get(n, ())]
    indices = list(dict.fromkeys((*near, *_further(aligned, material))))
    comparable = [
        i for i in indices if not figures.figures[i].is_range and _is_of_like_unit(figure, figures.figures[i])
    ]
    for i, j in combinations(comparable[: 2 * MAX_TERMS], 2):
        one, other = figures.figures[i], figures.figures[j]
        difference = _in_unit_of(figure, one, other)
        if difference and is_given_as(figure, difference):
            small, large = sorted((one, other), key=_size)
            shown = f"{large.shown()} - {small.shown()} = {difference:f}"
            return "difference", shown, _places((i, j), material)
    return None


def _is_of_like_unit(figure: Figure, other: Figure) -> bool:
    if figure.kind == "measure" and figure.si_unit is not None:
        return other.kind == "measure" and other.si_unit == figure.si_unit
    if figure.kind in ("count", "number") and figure.unit is None:
        return other.kind in ("count", "number") and same_noun(figure, other) is not False
    return other.kind == figure.kind and other.unit == figure.unit


def _size(figure: Figure) -> Decimal:
    return figure.low if figure.si_low is None else figure.si_low


def _in_unit_of(figure: Figure, one: Figure, other: Figure) -> Decimal:
    """How far two figures are apart in the unit of a third."""
    if figure.si_low is None or one.si_low is None or other.si_low is None or not figure.si_low:
        return abs(one.low - other.low)
    return abs(one.si_low - other.si_low) * figure.low / figure.si_low


def _fraction(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """A share of an amount, or what it is a share of: 100,000 of "about half of the 200,000"."""
    if figure.kind not in ("count", "number", "money", "measure") or figure.is_range:
        return None
    if not is_on("ground/product"):
        return None
    figures = material.figures
    near = [i for number in aligned.near for i in figures.of_sentence.get(number, ())]
    for number in aligned.near:
        has_rest = _THE_REST.search(material.index.sentences[number].text) is not None
        for i in figures.of_sentence.get(number, ()):
            share = figures.figures[i]
            if not (share.is_fraction or share.kind == "multiple") or share.is_range or share.low <= 0:
                continue
            part = share.low / 100 if share.unit == "percent" else share.low
            parts = [(part, "×")] if part >= 1 or not has_rest else [(part, "×"), (1 - part, "× 1 -")]
            for j in near:
                other = figures.figures[j]
                if other.is_range or not _is_of_like_unit(figure, other):
                    continue
                if figures.sentence[j] != number and not has_rest:
                    continue
                for value, sign in (*((other.low * one, by) for one, by in parts), (other.low / part, "/")):
                    if is_given_as(figure, value):
                        shown = f"{other.shown()} {sign} {share.text} = {value:.6g}"
                        return "product", shown, _places((j, i), material)
    return None


def _of_whole(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """The share of a number that the answer speaks of in all that are counted: 187 of the 1,246 patients."""
    if figure.unit != "percent" or figure.is_range or not is_on("ground/share"):
        return None
    figures = material.figures.figures
    for number in aligned.best:
        for i in material.figures.of_sentence.get(number, ()):
            part = figures[i]
            if part.kind != "count" or part.is_range or part.low < SMALL:
                continue
            wholes = [
                (-figures[j].low, j)
                for j in range(len(figures) if len(material.index.sentences) <= FEW_SENTENCES else 0)
                if figures[j].kind == "count"
                and figures[j].low > part.low
                and _are_of_one_kind(part, figures[j])
            ]
            for _, j in sorted(wholes)[:MAX_WHOLES]:
                share = 100 * part.low / figures[j].low
                if is_given_as(figure, share):
                    shown = f"{part.shown()} / {figures[j].shown()} = {share:.1f} %"
                    return "share", shown, _places((i, j), material)
    return None


def _are_of_one_kind(part: Figure, whole: Figure) -> bool:
    """Whether both are counted by one noun, or one of the two by a noun as general as "people"."""
    return same_noun(part, whole) is not False and bool(part.noun and whole.noun)


def _derivations(
    figure: Figure, unit: object, terms: Sequence[Term], answer: ParsedSentence
) -> Iterable[Derivation]:
    """What can be worked out of figures of one unit that is of the kind of this one."""
    if figure.unit == "percent" and unit in _OF_A_HUNDRED:
        return ()
    if figure.unit == "percent":
        changed = _CHANGE.search(_MADE_UP.sub("", answer.sentence.text))
        is_share = figure.noun or _SHARE.search(answer.sentence.text)
        wanted = "percent-change" if changed else "share" if is_share else ""
        found = chain(derive_percent(terms), derive_share_of_sum(terms))
        kinds = {wanted, "share"} if figure.noun else {wanted}
        return (one for one in found if figure.is_fraction or one.kind in kinds)
    if figure.kind == "multiple":
        return derive_ratio(terms)
    is_same = figure.kind == "number" or unit == _unit_of(figure)
    if is_same or (unit == "percent" and _is_of_points(figure)):
        is_total = _is_total(figure, answer)
        return (one for one in derive_amount(terms) if one.kind == "sum" or not is_total)
    return ()


def _is_total(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a figure is called a total, so that only a sum bears it out."""
    start, end = figure.start - answer.sentence.start, figure.end - answer.sentence.start
    text = answer.sentence.text
    return _SUMMED.search(text, max(0, start - 40), start) is not None or _IN_ALL.match(text, end) is not None


_SUMMED = WordPattern(r"\b(?:<checking/summed>)\b[^,;:.]*$", re.IGNORECASE)
_IN_ALL = WordPattern(r"(?:\s+\w+)?\s+(?:<checking/summed>)\b", re.IGNORECASE)


_OF_A_HUNDRED = frozenset({"percent", "percentage_point", "basis_point"})


def _terms(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Iterator[list[int]]:
    """Figures of one unit that are tried together, those of the best sentence before those of others."""
    figures = material.figures
    best = [i for number in aligned.best[:1] for i in figures.of_sentence.get(number, ())]
    mentioned = [f for f in answer.figures if f != figure]
    near = [i for number in aligned.near for i in figures.of_sentence.get(number, ()) if i not in best]
    for i in near:
        other = figures.figures[i]
        if any(same_unit(f, other) and same_value(f, other) for f in mentioned):
            best.append(i)
    yield from _by_unit(best, material)
    alike_too = (f for f in mentioned if f.unit == figure.unit and same_noun(figure, f) is not False)
    if sum(1 for f in alike_too if same_unit(figure, f)) >= PAIR:
        return  # the answer has both figures that it is worked out of
    said = said_around(figure, answer)
    alike = {i: likeness_of(said, i, material) for i in near}
    labelled = sorted((i for i in near if alike[i]), key=lambda i: (-alike[i], i))[:MAX_LABELLED]
    for members in _by_unit([*labelled, *best], material):
        if not set(members) <= set(best):
            yield members
    if _is_of_points(figure) or _GAP.search(answer.sentence.text):  # the other one stands further off
        yield from _by_unit([*best, *near, *_further(aligned, material)], material)
    if _is_exact(figure) and _GAP.search(answer.sentence.text):
        yield from _by_unit([*near, *_of_names(answer, material)], material)
    if _is_rest(figure, answer, aligned, material):
        yield from _by_unit([*best, *near, *_further(aligned, material)], material)
    if _TOTAL.search(answer.sentence.text) and figure.noun:
        yield from _by_unit(_of_noun(figure, material), material)


_THE_REST = WordPattern(r"\b(?:<checking/the_rest>)\b", re.IGNORECASE)


def _is_rest(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> bool:
    """Whether a figure is what is left of something, in the answer's words or in the source's."""
    start = figure.start - answer.sentence.start
    if _THE_REST.search(answer.sentence.text, max(0, start - 30), start + 60):
        return True
    return _is_exact_but_zeros(figure) and any(
        _THE_REST.search(material.index.sentences[number].text) for number in aligned.best
    )


def _is_exact_but_zeros(figure: Figure) -> bool:
    """Whether it has two digits at least, so that hardly a difference gives it by chance."""
    return len(f"{abs(figure.low).normalize():f}".replace(".", "").strip("0")) >= PAIR


_GAP = re.compile(
    r"\b(?:lead|leads|led|gap|margin|difference|ahead|behind|net|more than|fewer than|less than)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:total\w*|in all|altogether|combined|together|overall)\b", re.IGNORECASE)


def _further(aligned: Aligned, material: Material) -> Iterator[int]:
    """Figures of the sentences beside those that speak of the answer."""
    wider = {n + step for n in aligned.near for step in (-1, 1)}
    for number in sorted(wider - set(aligned.near)):
        yield from material.figures.of_sentence.get(number, ())


MAX_NAMED = 4
"""A name in more sentences tells none from another."""


def _of_names(answer: ParsedSentence, material: Material) -> Iterator[int]:
    """Figures of the few sentences that hold a name of the answer, and of those before them."""
    postings = material.index.postings
    named = [postings.get(word.lower, []) for word in answer.words if word.pos == "PROPN"]
    numbers = {n for found in named if len(found) <= MAX_NAMED for n in found}
    for number in sorted(numbers | {n - 1 for n in numbers}):
        yield from material.figures.of_sentence.get(number, ())


def _of_noun(figure: Figure, material: Material) -> list[int]:
    """What the sources count of the same noun, and bare numbers beside it: "2,140 pupils, 1,960 others"."""
    figures = material.figures
    if len(material.index.sentences) > FEW_SENTENCES:
        return []
    found: list[int] = []
    for members in figures.of_sentence.values():
        if any(same_noun(figure, figures.figures[i]) for i in members):
            found += [
                i
                for i in members
                if figures.figures[i].kind == "number" or same_noun(figure, figures.figures[i])
            ]
    return found


def _by_unit(indices: Iterable[int], material: Material) -> Iterator[list[int]]:
    figures = material.figures.figures
    groups: dict[object, list[int]] = {}
    for i in dict.fromkeys(indices):
        if not figures[i].is_range and figures[i].kind not in ("ordinal", "score"):
            groups.setdefault(_unit_of(figures[i]), []).append(i)
    bare = [i for i in groups.get("count", ()) if figures[i].kind == "number"]
    for unit, members in groups.items():  # "is 43.7 years, compared with 40.9": a unit is written once
        yield (members if unit == "count" else [*members, *bare])[:MAX_TERMS]


def _places(indices: Iterable[int], material: Material) -> list[Place]:
    sentences, figures = material.index.sentences, material.figures
    return [place_in(figures.figures[i], sentences[figures.sentence[i]].source) for i in indices]


def _product(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """So many in each of so many: "two deaths in each group" of two, "three sessions a week for 12 weeks"."""
    if not is_on("ground/product") or figure.kind not in ("count", "number", "money", "measure"):
        return None
    for number in aligned.best:
        text = material.index.sentences[number].text
        offset = material.index.sentences[number].start
        numbers = list(material.figures.of_sentence.get(number, ()))
        for i in numbers:
            one = material.figures.figures[i]
            if (
                not same_unit(figure, one)
                or one.is_range
                or not _is_each(text, one.start - offset, one.end - offset)
            ):
                continue
            for j in numbers:
                times = material.figures.figures[j]
                if j == i or times.is_range or times.low != times.low.to_integral_value():
                    continue
                if is_given_as(figure, one.low * times.low):
                    shown = f"{one.shown()} × {times.shown()} = {one.low * times.low:f}"
                    return "product", shown, _places((i, j), material)
            if re.search(
                r"\b(?:each|both) (?:\w+ )?(?:group|side|arm|team|half|party|house|sex)\b|\beach$", text
            ) and (is_given_as(figure, one.low * 2) and one.kind == figure.kind):
                return "product", f"{one.shown()} × 2 = {one.low * 2:f}", _places((i,), material)
    return None


@per_lexicon
def _factors() -> dict[str, Decimal]:
    """By what a verb multiplies what it is said of, "halved" by a half."""
    return {
        word: Decimal(row["value"])
        for row in load_rows("en/lint_words.csv")
        if row["role"] == "factor"
        for word in row["words"].split("|")
    }


def _changed_by(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """A figure of a sentence times what a verb in it says: 200,000 of "400,000, later halved"."""
    if figure.is_range or figure.kind not in ("count", "number", "money", "measure"):
        return None
    if not is_on("ground/product"):
        return None
    for number in aligned.near:
        found = [word for word in words_of(material.index.sentences[number].text) if word in _factors()]
        for i in material.figures.of_sentence.get(number, ()) if found else ():
            other = material.figures.figures[i]
            if other.is_range or not _is_of_like_unit(figure, other):
                continue
            for word in found:
                if is_given_as(figure, other.low * _factors()[word]):
                    shown = f"{other.shown()}, {word} = {figure.shown()}"
                    return "product", shown, _places((i,), material)
    return None


_OF_EACH = WordPattern(r"\s+(?:<checking/of_each>)\b", re.IGNORECASE)


def _each(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Followed | None:
    """What is shared out evenly: 15 megawatts each, of 960 megawatts by 64 turbines."""
    if figure.is_range or figure.kind not in ("count", "money", "measure") or not is_on("ground/product"):
        return None
    if not _OF_EACH.match(answer.sentence.text, figure.end - answer.sentence.start):
        return None
    indices = [i for number in aligned.near for i in material.figures.of_sentence.get(number, ())]
    figures = material.figures.figures
    for i in indices:
        if figures[i].is_range or not _is_of_like_unit(figure, figures[i]):
            continue
        for j in indices:
            if figures[j].kind != "count" or figures[j].is_range or j == i or figures[j].low < PAIR:
                continue
            if is_given_as(figure, figures[i].low / figures[j].low):
                shown = f"{figures[i].shown()} / {figures[j].shown()} = {figure.shown()}"
                return "product", shown, _places((i, j), material)
    return None


_EVERY = WordPattern(r"\b(?:<common/each>)\s+$", re.IGNORECASE)
_AN_HOUR = WordPattern(r"\s+(?:<checking/per>)\s+(?P<unit><checking/numbered_span>)\b", re.IGNORECASE)


def _how_often(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """So many in each hour, of what comes every so many minutes: "three buses an hour"."""
    per = _AN_HOUR.match(answer.sentence.text, figure.end - answer.sentence.start)
    inner = _AN_HOUR.search(figure.text)
    found = per or inner
    if figure.kind != "count" or figure.is_range or found is None or not is_on("ground/ratio"):
        return None
    whole = load_units()[found["unit"].lower()].si_factor
    for number in aligned.near if whole is not None else ():
        sentence = material.index.sentences[number]
        for i in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[i]
            if other.si_unit != "second" or not other.si_low or whole is None:
                continue
            if not _EVERY.search(sentence.text, 0, other.start - sentence.start):
                continue
            if is_given_as(figure, whole / other.si_low):
                return (
                    "ratio",
                    f"every {other.shown()} = {figure.low:f} per {found['unit']}",
                    _places((i,), material),
                )
    return None


def _points_away(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """A percentage so many points from another one: "up from 4.75%", of what rose 0.75 points to 5.5%."""
    if figure.unit != "percent" or figure.is_range or not _CHANGE.search(answer.sentence.text):
        return None
    for number in aligned.near if is_on("ground/difference") else ():
        indices = material.figures.of_sentence.get(number, ())
        for i, j in ((i, j) for i in indices for j in indices):
            share, gap = material.figures.figures[i], material.figures.figures[j]
            if share.unit != "percent" or gap.unit != "percentage_point" or share.is_range or gap.is_range:
                continue
            for start in (share.low - gap.low, share.low + gap.low):
                if start > 0 and is_given_as(figure, start):
                    shown = f"{share.shown()} and {gap.shown()}: {start:f} %"
                    return "difference", shown, _places((i, j), material)
    return None


def _is_each(text: str, start: int, end: int) -> bool:
    return _EACH.search(text, max(0, start - 60), end + 60) is not None


def _complement(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """The rest of a hundred: 54 % of one side where the source gives 46 % of the other."""
    if figure.unit != "percent" or figure.is_range or not is_on("ground/complement"):
        return None
    rest = _REST.search(answer.sentence.text) is not None
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for i in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[i]
            if other.unit != "percent" or other.is_range or not is_given_as(figure, 100 - other.low):
                continue
            start = other.start - sentence.start
            if (
                rest
                or _says_contrary(answer, number, material)
                or _is_of_other(figure, answer, sentence.text[:start], i, material)
            ):
                return "complement", f"100 - {other.low:f} = {100 - other.low:f}", _places((i,), material)
    return None


def _says_contrary(answer: ParsedSentence, number: int, material: Material) -> bool:
    """Whether a sentence has the contrary of a word of the answer: men where it gives the share of women."""
    keys = material.index.keys[number]
    return any(not keys.isdisjoint(opposites(word.lower)) for word in answer.words if word.pos == "NOUN")


_NAME = re.compile(r"\b[A-Z][\w'’-]+")


def _is_of_other(figure: Figure, answer: ParsedSentence, before: str, index: int, material: Material) -> bool:
    """Whether it is the same of another name: Inverness's possession, where the source gives Falkirk's."""
    names = _NAME.findall(before)
    mine = {word.lower for word in answer.words}
    if not names or names[-1].lower().removesuffix("'s") in mine:
        return False
    named = any(word.pos == "PROPN" for word in answer.words)
    return named and likeness_of(said_around(figure, answer), index, material) > 0


def _of_score(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """A side of a score or of a vote, or how far it is ahead: two goals of a 3-2, nine votes of a 9-4."""
    if figure.kind not in ("count", "number") or figure.is_range or not is_on("ground/score"):
        return None
    for number in aligned.near:
        for i in material.figures.of_sentence.get(number, ()):
            score = material.figures.figures[i]
            if score.kind != "score":
                continue
            if figure.low in (score.low, score.high):
                return "score", f"a side of {score.text}", _places((i,), material)
            if figure.low == abs(score.low - score.high):
                return "score", f"{score.text} is {figure.low:f} apart", _places((i,), material)
    return None


_IN_A_WORD = {
    Decimal(2): re.compile(r"\b(?:doubl\w+|twice|twofold|two times|half)\b", re.IGNORECASE),
    Decimal(3): re.compile(r"\b(?:tripl\w+|trebl\w+|threefold|three times|thrice|a third)\b", re.IGNORECASE),
    Decimal(4): re.compile(r"\b(?:quadrupl\w+|fourfold|four times|a quarter)\b", re.IGNORECASE),
}


def _in_a_word(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """How many times, where the source has it in a verb: "twice as much" of what could double."""
    pattern = _IN_A_WORD.get(figure.low) if figure.kind == "multiple" and not figure.is_range else None
    if pattern is None or not is_on("ground/ratio"):
        return None
    for number in aligned.near:
        found = pattern.search(material.index.sentences[number].text)
        if found is not None:
            place = material.index.sentences[number].place(found.start(), found.end())
            return "ratio", f"{found[0]} = {figure.low:f} times", [place]
    return None


def _with_single(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """A number of people or things, one of them with "a" in the source: "a firefighter and two residents"."""
    if figure.kind not in ("count", "number") or figure.is_range or not is_on("ground/sum"):
        return None
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for i in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[i]
            if other.kind not in ("count", "number") or other.low + 1 != figure.low:
                continue
            start, end = other.start - sentence.start, other.end - sentence.start
            single = _ONE_MORE.search(sentence.text, max(0, start - 60), start) or _ONE_AFTER.match(
                sentence.text[end : end + 60]
            )
            if single is not None and (not single[1].endswith("s") or single[1].endswith("ss")):
                return "sum", f"1 + {other.shown()} = {figure.low:f}", _places((i,), material)
    return None


def _is_exact(figure: Figure) -> bool:
    """Whether it has three digits that are no zeros at its end, so that no sum gives it by chance."""
    digits = f"{figure.low.normalize():f}".replace(".", "").strip("0")
    return len(digits) >= EXACT_DIGITS


def _is_of_points(figure: Figure) -> bool:
    return figure.unit == "percentage_point" or figure.noun in ("points", "point")


def _unit_of(figure: Figure) -> object:
    return figure.unit if figure.unit is not None else "count"


def _count(figure: Figure, material: Material) -> tuple[str, str, list[Place]] | None:
    """The number of items of a numbered list, or of the people who speak in a conversation."""
    if figure.kind not in ("count", "number") or figure.is_range or not 2 <= figure.low <= SMALL:
        return None
    if not is_on("ground/count"):
        return None
    for text in material.texts.values():
        numbers = [int(n) for n in _LIST_NUMBER.findall(text)]
        if numbers and figure.low in _list_lengths(numbers):
            return "count", f"the source lists {int(figure.low)} items", []
        if figure.low in _lengths_of_names(text):
            return "count", f"the source lists {int(figure.low)} names", []
        if counts_people(figure) and len(speakers_of(text)) == figure.low:
            return "count", f"{int(figure.low)} people speak in the source", []
    return None


def speakers_of(text: str) -> frozenset[str]:
    """The names before the turns of a conversation."""
    return frozenset(_SPEAKER.findall(text)) | frozenset(_SPEAKER_INLINE.findall(text))


_LISTED_NAMES = re.compile(
    r"\b[A-Z][\w'’-]*(?:[ ][A-Z][\w'’-]*){0,3}(?:,[ ](?:the[ ])?[A-Z][\w'’-]*(?:[ ][A-Z][\w'’-]*){0,3})*"
    r",?[ ]and[ ](?:the[ ])?[A-Z][\w'’-]*"
)


def _lengths_of_names(text: str) -> set[Decimal]:
    """How many names are listed in one go: "in the Netherlands, Belgium and Denmark"."""
    return {
        Decimal(match[0].count(",") - (", and" in match[0]) + 2) for match in _LISTED_NAMES.finditer(text)
    }


def _list_lengths(numbers: Sequence[int]) -> set[Decimal]:
    """How long the numbered lists are: the last number before one starts anew."""
    lengths, last = set(), 0
    for number in [*numbers, 1]:
        if number == last + 1:
            last = number
            continue
        if last > 1:
            lengths.add(Decimal(last))
        last = 1 if number == 1 else 0
    if last > 1:
        lengths.add(Decimal(last))
    return lengths
