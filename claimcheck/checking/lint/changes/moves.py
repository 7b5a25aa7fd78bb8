"""Changes as a sentence tells them: from which figure to which, which way, and by how much it says that is.

What is read is not whole phrases but the words beside each figure: "from" before it, "to" before it, a word of
rising or falling. Two figures go together where only quiet words, of time and of degree, stand between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.checking.lint.context import CLAUSE_BREAK
from claimcheck.checking.lint.figures import TIME_UNITS, are_alike, as_share
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.lint.figures import Figure, FigureSentence

_NEAR = r"(?:(?:<lint/near>|(?:<common/article>|its) (?:\w+ ){0,2}of) )*"
_START = WordPattern(rf"\b(?:<lint/start_cue>) (?:the )?{_NEAR}$")
_THEN = WordPattern(
    rf"(?:\b(?:<lint/year_before>)|^ (?:<lint/ago>)|\bwhen),? (?:(?:<lint/no_thing>|<common/article_or_possessor>) (?:[\w'-]+ ){{0,5}}|(?:[\w'-]+ ){{1,4}}(?:<lint/stood_at>) ){_NEAR}$"
)
"""Before the figure of an earlier time, in a clause of its own: "a year earlier the firm had employed"."""

_WHEN = re.compile(r"\bwhen\b")
_WAS = WordPattern(rf"\b(?:<lint/no_thing>|<lint/that_figure>) (?:<lint/stood_at>) {_NEAR}$")
_BEFORE = WordPattern(r"^(?: [a-z-]+){0,3}? (?:<lint/ago>|<lint/year_before>|previously|then)\b")
"""Behind a figure of an earlier time: "(it was 3,400 before)"."""

_LATER = WordPattern(r"\b(?:<lint/later>)\b(?! (?:than|to)\b)[^<]{0,40}$")
"""Before the figure of a later time: "a year later the figure was"."""

_YEAR_AHEAD = WordPattern(r" (?:<lint/year_before>),")
"""The earlier time told with the figure before: "up from 500 a year earlier, the number reached"."""

_HAD_BEEN = WordPattern(
    rf"\b(?:<lint/no_thing>|<lint/that_figure>) had (?:[\w'-]+ ){{1,4}}{_NEAR}$|\b(?:<lint/that_figure>) (?:<lint/stood_at>) {_NEAR}$"
)
"""The same without the time: "they had ended Wednesday at"."""

_BRACKETED = WordPattern(
    r" \((?:(?:<lint/period_label>) ?)*(?:[12]\d{3}|(?:<lint/year_before>))(?:[/-]\d\d)?(?::|,| (?:<lint/copula>))? $"
)
"""The value of the period before, in brackets: "€62.5m (2020: €50.0m)"."""

_COMPARED = WordPattern(rf"\b(?:<lint/compared_cue>) (?:the )?{_NEAR}$")
_END = WordPattern(rf"\bto {_NEAR}$")
_WAY = r"(?:(?P<up><lint/up>)|(?P<down><lint/down>))"
_BY = WordPattern(rf"\b{_WAY}(?: (?:[a-z]+ly|<lint/quiet>))*?(?:,? (?:<lint/by_word>))? ?{_NEAR}$")
_NAMED_CHANGE = WordPattern(
    rf"\b(?:<common/article>) (?:[a-z-]+ )?(?:<lint/up>|<lint/down>|<lint/change_noun>) (?:of|by) {_NEAR}$"
)
_MORE_THAN = WordPattern(r"^ (?:(?:<checking/by_how_much>) than|<lint/below>) (?:the |in |a )?")
_MORE_ALONE = WordPattern(r"^ (?:<lint/above_than>|<lint/below_than>)(?=[.,;)]|$)")
_NO_FIGURE = re.compile(r"^[^<:–—]*(?:[.,;)]|$)")
_THAN_ONCE = WordPattern(
    r"^ (?:[a-z]+ than|(?:<lint/below>)) (?:(?:in|at|on|for|by|during) )?(?:(?:<common/article_or_possessor>) )?"
    r"(?:[a-z]+ )?(?:<lint/year_before>|<lint/ago>|<lint/once>|<lint/period_word>|<common/month>|<common/weekday>|[12]\d{3}|when|it|they)\b"
)
"""What a figure is held against is an earlier time of the same: "60 more than in 1990", "than a year earlier"."""

_WHICH_IS = WordPattern(rf",? (?:which|that|this) (?:<lint/copula>) {_NEAR}$")
"""Around an amount, what says that it is the difference of the two before it: "which is 60 more"."""

_ENDS = re.compile(r"(?: [a-z]+)?(?:[.,;)]|$)")
_ARTICLE = re.compile(r"\ban? (?:[a-z-]+ )?$")
_BY_ALONE = WordPattern(rf"\bby {_NEAR}$")
_THEN_WAY = WordPattern(r"^ (?:[a-z-]+ )?(?:<lint/up>|<lint/down>|<lint/change_noun>)\b")
_BESIDE = WordPattern(
    r"^(?: [a-z-]+){0,2}(?: (?:<lint/year_before>))? ?(?:,|\(|–|—|-|;)? ?(?:(?:<lint/in_other_words>|<lint/near>),? )*$"
)
_IN_YEAR = re.compile(r"(?: [a-z-]+){0,3}? in ([12]\d{3})\b")
_TOLD_BEFORE = re.compile(
    r"(?:(?::|;| –| —)(?: [\w'-]+){1,5}|, (?:it|they|there|the [a-z-]+)(?: [a-z]+){1,3}) $"
)
_WORDS = re.compile(r"[a-z][\w'.-]*")
_SLOT = re.compile(r"<([0-9]+)>")
_SHARES = frozenset({"percent", "percentage_point", "basis_point"})
_STOP = re.compile(r"[;:]|\. |\?|!")
_QUIET = WordSet("lint/quiet")
_UP, _DOWN, _AROUND = WordSet("lint/up"), WordSet("lint/down"), WordSet("lint/near")

MOST_WORDS_OF_A_THING = 4
"""So many words may name, behind a figure, what it counts: "1,200 animals of both sexes"."""

_THING = WordPattern(
    rf"^(?: (?!(?:<common/clause_joint>|<reports/subordinate>)\b)[\w'’%/-]+){{0,{MOST_WORDS_OF_A_THING}}}"
)
MOST_CHARS_APART = 90
MOST_CHARS_BETWEEN = 110
"""Between the only two figures of a sentence more may stand."""

_TWO = 2
_NOW = WordPattern(r"\b(?:<lint/now>)\b")
_AND_IS = WordPattern(r"\band (?:<lint/copula>|represents|represented|marks|marked)\b")
_GOING_ON = WordPattern(r":|;(?= (?:<lint/no_thing>)\b)")
"""Marks behind which a sentence goes on about the same."""

_OTHER_SIDE = WordPattern(r"\b(?:while|whereas|but|although)\b|;(?! (?:<lint/no_thing>)\b)|\?")
_BEHIND_WAY = WordPattern(r",? (?:<lint/when_or_where>)\b|[,:]")
"""Behind a verb of moving that has no object: "fell during the study period"."""

_OTHER_SUBJECT = WordPattern(r"\b(?:<common/clause_joint>|<common/relative>|whose|as)\b")
_BASE = WordPattern(rf"\b(?:<lint/base>) (?:[a-z-]+ ){{0,2}}{_NEAR}$")
"""Before a figure that another one is held against: "below the average of"."""

_YEAR = re.compile(r"\b([12]\d{3})\b")
_YEAR_BESIDE = re.compile(r"(?: [a-z'-]+){0,3} in ([12]\d{3})\b")
_YEAR_BESIDE_BEFORE = re.compile(
    r"\b([12]\d{3})(?:,| [a-z]+,)? (?:when|with|at) (?:[a-z]+ ){0,3}$|\bin ([12]\d{3}),? (?:[a-z]+ ){0,4}$"
)


@dataclass(frozen=True, slots=True)
class Move:
    """One change of a sentence.

    Attributes:
        start, end: from which figure to which.
        by: the figures that say by how much.
        way: 1 for a rise, -1 for a fall, 0 where no word says so.
        factor: how many times as much, and the words that say so; None where none does.
        is_compared: whether it is not told as a change, but as one figure compared with another.
        first, last: where it stands in the template.
    """

    start: Figure
    end: Figure
    by: tuple[Figure, ...]
    way: int
    factor: tuple[float, str, str] | None
    is_compared: bool
    first: int
    last: int


@per_lexicon
def factors() -> dict[str, float]:
    """How many times another a figure has become, by the verb that says so."""
    return _values("factor")


@per_lexicon
def times() -> dict[str, float]:
    """How many times another a figure is, by the words that say so."""
    return _values("times")


def _values(role: str) -> dict[str, float]:
    rows = [row for row in load_rows("en/lint_words.csv") if row["role"] == role]
    return {word: float(row["value"]) for row in rows for word in row["words"].split("|")}


class MoveReader:
    """Reads one sentence."""

    def __init__(self, sentence: FigureSentence) -> None:
        self.words = sentence.template
        self.figures = sentence.figures
        self.slots = sentence.slots
        self._before, self._after = sentence.before, sentence.after

    def moves(self) -> Iterator[Move]:
        """Its changes in reading order."""
        amounts = {i for i in range(len(self.figures)) if self._says_by_how_much(i)}
        pairs = [
            (start, end)
            for start in range(len(self.figures))
            if start not in amounts and self._is_start(start)
            for end in [self._end_of(start, amounts)]
            if end is not None
        ]
        pairs = [(start, end) for start, end in pairs if not self._is_first_of_range(end)]
        pairs += [pair for pair in self._dated_pairs() if not any(set(pair) & set(other) for other in pairs)]
        if not pairs:
            pairs = self._only_pair(amounts)
            if pairs:
                yield self._only_move(*pairs[0], amounts)
            return
        for start, end in pairs:
            first, last = min(start, end), max(start, end)
            others = {i for pair in pairs if pair != (start, end) for i in pair}
            by = [i for i in sorted(amounts | self._beside(last)) if i not in others | {start, end}]
            if _HAD_BEEN.search(self._before(start)) and not _THEN.search(self._before(start)):
                by = [i for i in by if i > last]  # what stands before may be told from another time
            is_compared = _COMPARED.search(self._before(start)) is not None
            if is_compared:  # "£556, up 1.8 %, compared with £459 elsewhere": of another base
                by = [i for i in by if (i > last and self._is_named_change(i)) or self._is_more_than(i)]
            said = {i for i in by if self._goes_with(i, first, last)}
            is_only = sorted((start, end)) == self._others(amounts)
            if is_only:
                said |= self._named_amounts(amounts & set(by), first, last)
            factor = None if is_compared else self._factor(first, last)
            yield Move(
                self.figures[start],
                self.figures[end],
                tuple(self.figures[i] for i in sorted(said)),
                self._way(first, last) or (self._only_way(first) if is_only else 0),
                factor or (self._only_factor(first) if is_only else None),
                is_compared,
                self.slots[first][0],
                self.slots[last][1],
            )

    def _only_pair(self, amounts: set[int]) -> list[tuple[int, int]]:
        """The two figures of a sentence that holds no others, one of which is said to be the earlier or the base."""
        rest = self._others(amounts)
        if (
            len(rest) != 2
            or not self._is_like(*rest)
            or not (amounts or _factor_pattern().search(self.words))
        ):
            return []
        one, other = rest
        between = self.words[self.slots[one][1] : self.slots[other][0]]
        if len(between) > MOST_CHARS_BETWEEN or _OTHER_SIDE.search(between):
            return []
        if "" < self._year_of(one) < self._year_of(other):
            return [(one, other)]
        if self._is_start(other) or _BASE.search(self._before(other)):
            return [(other, one)]
        if self._is_start(one) and (
            _END.search(between) or _NOW.search(between) or _YEAR_AHEAD.match(between)
        ):
            return [(one, other)]
        return [(one, other)] if _END.fullmatch(between.lstrip()) else []

    def _only_factor(self, first: int) -> tuple[float, str, str] | None:
        """How many times as much it is said to have become before the only two figures, in their clause."""
        for found in _factor_pattern().finditer(self.words, 0, self.slots[first][0]):
            words = self.words[found.end() : self.slots[first][0]]
            if self._is_of_one_clause(found.end(), self.slots[first][0]) and not _WAYS.search(words):
                return factors()[found["verb"]], found["verb"], (found["how"] or "").strip()
        return None

    def _only_way(self, first: int) -> int:
        """Which way the only two figures of a sentence go, by what is said of them before, in their clause."""
        ways = set()
        for found in _WAYS.finditer(self.words, 0, self.slots[first][0]):
            if _BEHIND_WAY.match(self.words, found.end()) and self._is_of_one_clause(
                found.end(), self.slots[first][0]
            ):
                ways.add(1 if found["up"] else -1)
        return ways.pop() if len(ways) == 1 else 0

    def _named_amounts(self, amounts: set[int], first: int, last: int) -> set[int]:
        """The amounts that are called a change, or so much more, in the clause of the only two figures."""
        named = {i for i in amounts if self._is_named_change(i) or self._is_more_than(i)}
        if _ENDS.match(self._after(last)):  # not "up from 704 in the spring"
            named |= {i for i in amounts if self._is_gain(i)}
        inside = {i for i in named if first < i < last}
        before = {
            i for i in named if i < first and self._is_of_one_clause(self.slots[i][1], self.slots[first][0])
        }
        behind = {
            i for i in named if i > last and self._is_of_one_clause(self.slots[last][1], self.slots[i][0])
        }
        return before | inside | behind

    def _others(self, amounts: set[int]) -> list[int]:
        """The figures that do not say by how much, nor which one of several."""
        rest = [i for i in range(len(self.figures)) if i not in amounts and self.figures[i].kind != "ordinal"]
        return rest if len(rest) <= _TWO else [i for i in rest if not self._is_quiet_figure(i)]

    def _is_of_one_clause(self, begin: int, end: int) -> bool:
        """Whether nothing in a stretch of words begins to tell of something else."""
        words = _WHICH_IS.sub(" ", self.words[begin:end])
        words = _AND_IS.sub(" ", _BETWEEN_TIMES.sub(" ", words))
        return not _OTHER_SUBJECT.search(words) and not _STOP.search(_GOING_ON.sub(",", words))

    def _year_of(self, index: int) -> str:
        """The only year in the words between the figure before one and the one behind it; else none."""
        years = [*_YEAR.findall(self._before(index)), *_YEAR.findall(self._after(index))]
        own = _YEAR_BESIDE.match(self._after(index)) or _YEAR_BESIDE_BEFORE.search(self._before(index))
        return next(filter(None, own.groups())) if own else years[0] if len(years) == 1 else ""

    def _only_move(self, start: int, end: int, amounts: set[int]) -> Move:
        """The change, or comparison, between the only two figures of a sentence."""
        first, last = min(start, end), max(start, end)
        is_named = self._named_amounts(amounts, first, last)
        return Move(
            self.figures[start],
            self.figures[end],
            tuple(self.figures[i] for i in sorted(is_named)),
            self._way(first, last) or self._only_way(first),
            self._only_factor(first),
            False,
            self.slots[first][0],
            self.slots[last][1],
        )

    def _is_start(self, index: int) -> bool:
        before = self._before(index)
        if _LATER.search(before) or (
            index and _START.search(self._before(index - 1)) and _YEAR_AHEAD.match(before)
        ):
            return False
        if _START.search(before) or (index and _BRACKETED.search(before)):
            return True
        then = _THEN.search(before)
        if then is not None and index and _WHEN.search(before) and _WHEN.search(self._before(index - 1)):
            return False  # "between Monday, when 88 came, and Friday, when 44 did"
        if then is not None and (_WAYS.search(then[0]) or _END.search(before)):
            return False  # "a year earlier, an increase of"
        if _WAS.search(before) and _BEFORE.match(self._after(index)):
            return True
        return then is not None or _HAD_BEEN.search(before) is not None

    def _says_by_how_much(self, index: int) -> bool:
        """Whether words of rising and falling stand right beside a figure, and it is not where that ends."""
        before = self._before(index)
        if _END.search(before) or _START.search(before) or self._is_first_of_range(index):
            return False
        if self.figures[index].kind == "ordinal" or self._is_than_another(index):
            return False
        return (
            self._is_more_than(index)
            or _NAMED_CHANGE.search(before) is not None
            or _BY.search(before) is not None
            or _BY_ALONE.search(before) is not None
            or _THEN_WAY.search(self._after(index)) is not None
        )

    def _is_first_of_range(self, index: int) -> bool:
        """Whether a figure and the next are told in one breath: "led by 55 to 45 %"."""
        is_last = index + 1 == len(self.figures)
        return not is_last and self._after(index) == " to " and self._is_like(index, index + 1)

    def _is_more_than(self, index: int) -> bool:
        """Whether a figure says by how much one is more than the one behind it: "30 percent more than the 44"."""
        if _WHICH_IS.search(self._before(index)) and _MORE_ALONE.match(self._after(index)):
            return True
        return bool(_MORE_THAN.match(self._after(index)))

    def _is_than_another(self, index: int) -> bool:
        """Whether a figure says by how much one is more than something without a figure here: "190 more than in Holm"."""
        behind = self.words[self.slots[index][1] :]
        is_held = _MORE_THAN.match(behind) is not None and _NO_FIGURE.match(behind) is not None
        return is_held and _THAN_ONCE.match(behind) is None

    def _is_gain(self, index: int) -> bool:
        """Whether a count is said to have been won or lost: "gained 90 passengers"."""
        figure = self.figures[index]
        return bool(figure.of) and figure.unit is None and _BY.search(self._before(index)) is not None

    def _is_named_change(self, index: int) -> bool:
        """Whether a figure is said to be "an increase of" so much, or "a 5% rise"."""
        before = self._before(index)
        if self.figures[index].text[0] in _SIGNS:
            return True
        is_a_rise = _ARTICLE.search(before) and _THEN_WAY.search(self._after(index))
        return bool(is_a_rise or _NAMED_CHANGE.search(before))

    def _beside(self, last: int) -> set[int]:
        """The percentage that stands right behind the last figure of a change."""
        index = last + 1
        if index == len(self.figures) or not _BESIDE.search(self._before(index)):
            return set()
        figure = self.figures[index]
        if self._is_than_another(index):
            return set()
        return {index} if figure.unit in _SHARES or as_share(figure).unit in _SHARES else set()

    def _end_of(self, start: int, amounts: set[int]) -> int | None:
        """The figure that a change ends at, which began at this one."""
        for index in range(start + 1, len(self.figures)):
            if self._is_like(start, index) and _END.search(self._before(index)):
                return index if self._is_link(start, index, _END) else None
            if index not in amounts and not self._is_quiet_figure(index):
                break
        for index in range(start - 1, -1, -1):
            if index in amounts or self._is_quiet_figure(index):
                continue
            if not self._is_like(start, index) or self._is_start(index):
                return None
            return index if self._is_link(index, start, _START) else None
        return None

    def _dated_pairs(self) -> list[tuple[int, int]]:
        """Two figures with a year each, of what a word before a colon says that it went so: "has tripled: ..."."""
        found = []
        for index in range(len(self.figures) - 1):
            years = _IN_YEAR.match(self._after(index)), _IN_YEAR.match(self._after(index + 1))
            is_told = _TOLD_BEFORE.search(self._before(index)) and self._before(index + 1).endswith(" and ")
            is_dated = years[0] and years[1] and years[0][1] < years[1][1]
            if is_told and is_dated and self._is_like(index, index + 1):
                found.append((index, index + 1))
        return found

    def _is_like(self, one: int, other: int) -> bool:
        return are_alike(self.figures[one], self.figures[other])

    def _is_quiet_figure(self, index: int) -> bool:
        """Whether a figure only says when: an ordinal, a number of years."""
        figure = self.figures[index]
        return figure.kind == "ordinal" or figure.unit in TIME_UNITS

    def _is_link(self, first: int, last: int, cue: WordPattern) -> bool:
        """Whether the words between two figures only say of what they are, and when."""
        between = self.words[self.slots[first][1] : self.slots[last][0]]
        cues = (cue, _BRACKETED, _THEN, _HAD_BEEN, _WAS)
        found = next((match for one in cues if (match := one.search(between))), None)
        return self.is_quiet(between[: found.start()] if found else between, noun=True, moving=True)

    def is_quiet(self, words: str, *, noun: bool = False, moving: bool = False) -> bool:
        """Whether words say only when and how: all are quiet, adverbs, years, or figures of a time.

        `noun`: whether some may come first that name what is counted. `moving`: whether words of rising and
        falling may stand among them.
        """
        if len(words) > MOST_CHARS_APART or _STOP.search(words):
            return False
        if noun:
            words = _THING.sub("", words)
        words = _SLOT.sub(" ", _BETWEEN_TIMES.sub(" ", words))
        return all(_is_quiet_word(word) or (moving and _is_of_moving(word)) for word in _WORDS.findall(words))

    def _goes_with(self, index: int, first: int, last: int) -> bool:
        """Whether a figure that says by how much is said of a change, and not of another thing."""
        if first < index < last:
            return True
        if index < first:
            between = self.words[self.slots[index][1] : self.slots[first][0]]
            cue = _START.search(between) or _END.search(between)
            return self.is_quiet(between[: cue.start()] if cue else between, noun=True, moving=True)
        between = self.words[self.slots[last][1] : self.slots[index][0]]
        return _HENCE.search(between) is not None or self.is_quiet(between, noun=True, moving=True)

    def _way(self, first: int, last: int) -> int:
        """Which way the words right before a change, or between its figures, say that it went."""
        ways = set()
        inner = self.words[self.slots[first][1] : self.slots[last][0]]
        for words, ends in ((self.words[: self.slots[first][0]], True), (inner, False)):
            for found in _WAYS.finditer(words):
                rest = words[found.end() :]
                is_aside = rest.startswith(",") and _IN_SUBORDINATE.search(words, 0, found.start())
                if ends and (is_aside or _OF_A_MEASURE.search(words, 0, found.start())):
                    continue
                if (
                    ends and found[0] in _MOVED and _OBJECT.fullmatch(rest) and not CLAUSE_BREAK.search(rest)
                ) or (
                    self.is_quiet(rest)
                    and (not ends or not CLAUSE_BREAK.search(_BETWEEN_TIMES.sub(" ", rest)))
                ):
                    ways.add(1 if found["up"] else -1)
        return ways.pop() if len(ways) == 1 else 0

    def _factor(self, first: int, last: int) -> tuple[float, str, str] | None:
        """How many times as much a change is said to end at: the factor, its word, the word of degree before it."""
        before = self.words[: self.slots[first][0]]
        told = _TOLD_BEFORE.search(before)
        if told:
            before = before[: told.start()]
        behind = self.words[self.slots[last][1] :]
        pattern = _factor_pattern()
        for found in pattern.finditer(before):
            if self.is_quiet(before[found.end() :]) or (
                told and _REST_OF_CLAUSE.fullmatch(before, found.end())
            ):
                return factors()[found["verb"]], found["verb"], (found["how"] or "").strip()
        found_behind = pattern.search(behind)
        if (
            found_behind
            and self.is_quiet(behind[: found_behind.start()], noun=True)
            and found_behind["verb"].endswith("ing")
        ):
            return factors()[found_behind["verb"]], found_behind["verb"], (found_behind["how"] or "").strip()
        return None


def _is_quiet_word(word: str) -> bool:
    """Whether a word says when or how; "falling" goes on with what a verb before it said."""
    return (
        word in _QUIET
        or word in _AROUND
        or word.endswith("ly")
        or (word.endswith("ing") and _is_of_moving(word))
        or word in _SHORT_WAYS
    )


def _is_of_moving(word: str) -> bool:
    return word in _UP or word in _DOWN


_SIGNS = "+-−–"
_HENCE = WordPattern(r"^(?: [\w'-]+){0,6}?,? (?:<lint/hence>) (?:[\w'-]+ ){0,8}$")
"""Before an amount that is said to follow from two figures: "..., meaning staff numbers rose by" 20 %."""

_MOVED = WordSet("lint/moved")
_OBJECT = WordPattern(rf"(?: [\w'’&/-]+){{1,9}}? (?:to|from) {_NEAR}")
"""Behind a verb of moving something, what it moves: "cut its forecast for this year to" 2 %."""

_OF_A_MEASURE = WordPattern(r"\b(?:<change/that_of>) $")
"""Before a word of moving that is part of what is measured: "its forecast for growth"."""

_IN_SUBORDINATE = WordPattern(r"\b(?:<reports/subordinate>)\b[^,;<]*$")
"""Before a word of moving that another clause is told with: "it fell after the fee went up, from" 50 to 40."""

_REST_OF_CLAUSE = re.compile(r"(?: [\w'’-]+){0,9}")
_SHORT_WAYS = WordSet("lint/short_way")
_WAYS = WordPattern(rf"\b{_WAY}\b")
_BETWEEN_TIMES = WordPattern(
    r"\b(?:<lint/span_start>) (?:(?:<lint/part_of>) )?(?:<common/month>|[12]\d{3})(?: [12]\d{3})?"
    r" (?:<lint/span_end>) (?:<common/month>|[12]\d{3})(?: [12]\d{3})?"
)
"""From when to when: "between January and June"."""


@per_lexicon
def _factor_pattern() -> re.Pattern[str]:
    degrees, words = (
        "|".join(re.escape(word) for word in sorted(some, key=len, reverse=True))
        for some in (word_list("lint/degree"), factors())
    )
    return re.compile(rf"\b(?P<how>(?:{degrees}) )?(?P<verb>{words})\b")


def moves_of(sentence: FigureSentence) -> Sequence[Move]:
    """The changes of a sentence."""
    return tuple(MoveReader(sentence).moves()) if len(sentence.figures) > 1 else ()
