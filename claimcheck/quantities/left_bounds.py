"""What stands before an amount and bounds or blurs it, or says which way it went: "over", "~", "up to"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.lexicons.quantities import load_comparators, load_number_cues, load_trend_words
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import is_cardinal, is_plural_noun, word_before
from claimcheck.quantities.number_starts import PLURAL_SCALES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.quantities.amount import Amount
    from claimcheck.quantities.counted_nouns import NounPhrase

Trend = Literal["up", "down"]

_MOST_STEPS = 3  # "up to about ~5"
_MOST_WORDS = 5  # of a phrase that bounds: "no more than roughly" is two of them
_OPENING_MARKS = '([{"“‘—–'
_MOST_BLANKS = 2
_REACH = 40  # characters of the longest phrases that bound
_LONGEST_TAG = 90

_BLANKS = " \u00a0\u2009\n"
_SIGNS = frozenset("~≈∼≃≅˜><≥⩾≧≤⩽≦±+=")
_TAG_BEFORE = re.compile(r"</?[A-Za-z][^<>]{0,80}>$")
_OR_EQUAL = re.compile(r"(?P<bound>[<>])\s?or\s?=$")
"""A sign that abstracts in plain letters spell: "aged < or =75 years"."""
_LONGEST_OR_EQUAL = 8
_NEARLY = WordSet("quantities/nearly")
_ASIDE_ENDS = frozenset(")]–—")
_ASIDE = re.compile(r"\s*(?:\([^()\d\n]{1,40}\)|\[[^\[\]\d\n]{1,40}\]|[–—][^–—\d\n.;]{1,40}[–—])\Z")
_AFFAIR = WordPattern(
    r"(?: (?!(?:<quantities/placing>|worth)(?![^\W_]))[a-z-]+){0,2} (?:<quantities/affair>)(?![^\W_])"
)
_BLAMED = WordPattern(r"(?<![^\W_])(?:<quantities/blaming>)(?: [a-z-]+){0,3} $")
_LONGEST_ASIDE = 44
_ESCAPED_SIGNS = ("&lt;", "&gt;")
_PREFIXES = WordSet("quantities/prefix")
_BOUND_OF_PREFIX = {"sub": "<", "under": "<", "over": ">"}
_BEFORE_FIGURES = WordSet("quantities/before_figure")
_OF_TRENDS = WordSet("quantities/after_trend")
_AMOUNT_ENDS = re.compile(r"\d(?:%|[ -][a-z]+(?: [a-z]+)?) $")
_CEILINGS = frozenset({"<", "<="})
_THAN_KEYS = frozenset({"more than", "less than", "fewer than"})
_WHERE = frozenset({"below", "above", "under", "over"})
_NAME_BEHIND = re.compile(r" [A-Z][a-z]")
_RULES_AND_RULERS = WordSet("quantities/ruling")
_STANDING = WordPattern(r"(?<![^\W_])(?:<quantities/standing_under>)(?: [^\W\d][\w’'-]*){0,4} $")
_DRAWN = WordSet("quantities/drawn_up_to")
_THAN_OF_MEASURES = WordSet("quantities/than_of_measures")
_SO_MUCH_MORE = WordPattern(r"(?:\d|(?<![^\W_])(?:<common/small_number>|half)) ?(?:[a-z%°/-]+ ){1,2}$")
"""Before "faster than", by how much: "three times", "two degrees"; what follows is what is compared with."""
_BEHIND_BOUND = WordPattern(r"\s*(?:[.,;:!?()]|$)|\s+(?:<grammar/preposition>|and|or|after|before)(?![^\W_])")
_SEVERAL = WordPattern(r"(?<![^\W_])(?:<quantities/several>) $")
_SCALED_UP = WordPattern(
    r"(?<![^\W_])(?:<quantities/scaling_up>) (?:(?:<common/article_or_possessor>) )(?:[\w-]+ ){1,3}$"
)
"""Before "up to" where something is brought: "we scale the model up to one trillion"."""
_BE = WordSet("technology/be")
_COSTING = WordSet("quantities/costing")
_COURSES = WordSet("quantities/course")
_PLACES_SPREAD_OVER = WordSet("quantities/place_spread_over")
_SPREAD = WordSet("quantities/spread")
_COUNTED_BEFORE = re.compile(r"\d (?:[a-z-]+ ){0,2}[a-z]+s $")
"""Before "over" and the places that so many things are in: "40 plants over 12 states"."""
_FACTORS = WordSet("quantities/factor")
_CONTESTS = WordSet("quantities/contest")
_CONTEST_IS = WordPattern(
    r"(?<![^\W_])(?:<quantities/contest>|race|races) (?:is|was|are|were|takes place|will be) $"
)
"""Before the course of a contest: "the race is over 53 laps"."""
_CIRCA = frozenset({"c.", "c", "ca", "ca."})
_ABOUT_A = frozenset({"about a", "about an", "around a", "around an"})
_BEFORE_ABOUT_A = WordSet("quantities/before_about_a")
_BLURRED_BEHIND_A = frozenset({"percent", "money", "measure"})
_FEW = 13
_A_HANDFUL = 4
_FEELING_ABOUT = WordSet("quantities/feeling_about")
_FROM_BELOW = WordPattern(
    r"(?P<verb>[a-z]+) from [^\w\s]?\d[\d.,]*(?<![.,])(?:\s?(?:<common/percent>)| [a-z]+illion)?"
    r"(?: (?:in|for|among|at) [a-z-]+)? $"
)
"""Right before "up to", where something rose to: "increased from 0.7% in boys up to 5% in men"."""
_LONGEST_RISE = 70
_RACE_TIMES = frozenset({"seconds", "minutes", "hours"})


class Left(NamedTuple):
    """What was read before an amount so far.

    Attributes:
        start: where the amount begins with it.
        comparator: the bound or blur, empty without one.
        trend: which way a word or a sign says that it went.
    """

    start: int
    comparator: str
    trend: Trend | None


class LeftReader:
    """Reads what stands before the amounts of one text; `low` is the text in lower case, offset by offset."""

    def __init__(self, text: str, low: str) -> None:
        self.text = text
        self.low = low

    def read(self, amount: Amount, start: int, floor: int) -> Left:
        """The words and signs that bound or blur an amount, none of them before `floor`."""
        sign = self.text[start : start + 1]
        if amount.form == "plural" and (several := _SEVERAL.search(self.low, max(floor, start - 16), start)):
            start = several.start()  # "a few dozen", "several million"
        left = Left(start, "", "up" if sign == "+" else "down" if sign in ("-", "−") else None)
        for _ in range(_MOST_STEPS):
            left, goes_on = self._step(amount, left, floor)
            if not goes_on:
                break
        return left

    def _step(self, amount: Amount, left: Left, floor: int) -> tuple[Left, bool]:
        """One sign or phrase further to the left, and whether there may be another."""
        text, start = self.text, left.start
        at = start
        while at > floor and text[at - 1] in _BLANKS and start - at <= _MOST_BLANKS:
            at -= 1
        if at == 0 or at < floor:
            return left, False
        last = text[at - 1]
        if last in _ASIDE_ENDS:
            return self._read_before_aside(amount, left, at, floor), False
        if last in _SIGNS:
            return self._read_sign(left, at, floor)
        if last == ";" and self.low[at - 4 : at] in _ESCAPED_SIGNS:
            sign = self.low[at - 4 : at]
            return left._replace(start=at - 4, comparator=load_comparators("before")[sign]), False
        if last == "-":
            return self._read_prefix(left, at), False
        if not (last.isalpha() or last == ".") or (at == start and last != "."):
            return left, False
        return self._read_words(amount, left, at, floor)

    def _read_sign(self, left: Left, at: int, floor: int) -> tuple[Left, bool]:
        comparators = load_comparators("before")
        spelled = _OR_EQUAL.search(self.low, max(floor, at - _LONGEST_OR_EQUAL), at)
        if spelled is not None:
            return left._replace(start=spelled.start(), comparator=spelled["bound"] + "="), True
        if self.text[at - 1] == ">" and _TAG_BEFORE.search(self.text, max(floor, at - _LONGEST_TAG), at):
            return left, False  # "<b>12 parks</b>", left over from HTML
        written = self.low[max(floor, at - 3) : at]
        for length in (3, 2, 1):
            sign = written[-length:]
            if len(sign) == length and sign in comparators:
                comparator = _combine(comparators[sign], left.comparator)
                return left._replace(start=at - length, comparator=comparator), True
        return left, False

    def _read_before_aside(self, amount: Amount, left: Left, at: int, floor: int) -> Left:
        """What bounds across an aside: "more than (they say) 300", "no more than – if that – 40"."""
        aside = _ASIDE.search(self.text, max(floor, at - _LONGEST_ASIDE), at)
        if aside is None:
            return left
        before, _ = self._read_words(amount, left, aside.start(), floor)
        phrase = self.low[before.start : aside.start()].strip()
        is_sure = " " in phrase or phrase in _NEARLY  # "over" and "about" have other senses
        return before if before.comparator and is_sure else left

    def _read_prefix(self, left: Left, at: int) -> Left:
        """Such as "sub-5", "under-18": a prefix right before the amount."""
        prefix = word_before(self.low, at - 1)
        if prefix not in _PREFIXES or at != left.start:
            return left
        return left._replace(start=at - 1 - len(prefix), comparator=_BOUND_OF_PREFIX[prefix])

    def _read_words(self, amount: Amount, left: Left, at: int, floor: int) -> tuple[Left, bool]:
        window = self.low[max(floor, at - _REACH) : at].replace("\n", " ").replace("—", " ")
        words = window.split(" ")
        key = _longest_bound(window, words)
        if not key:
            return left if left.trend is not None else left._replace(trend=_trend_of(words)), False
        begin = at - len(key)
        if key.startswith("up to") and self._went_up(begin, amount):
            return left._replace(trend="up"), False
        if self._means_something_else(key, begin, amount, left, at):
            return left, False
        comparator = _combine(load_comparators("before")[key], left.comparator)
        return left._replace(start=begin, comparator=comparator), True

    def _means_something_else(self, key: str, begin: int, amount: Amount, left: Left, at: int) -> bool:
        """Whether a phrase that may bound an amount does not bound this one."""
        is_time = amount.unit_reading is not None and amount.unit_reading.quality == "time"
        before = self._word_left_of(begin)
        if key == "over":
            return (
                left.comparator in _CEILINGS  # "was over within two minutes"
                or (
                    is_time and not (amount.is_age or self._is_bound(begin) or self._is_of_things(begin))
                )  # "it ran over 12 months"
                or self._is_distance_run(amount, begin)  # "ran 8.2 seconds over 60 metres"
                or self._is_run_through(amount, begin)  # "observed over four nights", "won over five sets"
                # "averaged over 40 runs", but not "averaging over $7,000"
                or (before in load_number_cues("over_spans_after") and not self._is_averaged(amount, before))
                or self._is_spread_out(amount, begin)  # "40 plants over 12 states"
                or self._is_about_affair(amount, begin)
                or self._is_of_different_ones(amount, begin)  # "won over three different surfaces"
            )
        if key == "up to" and amount.value < 0 and before in _DRAWN:
            return True  # "they came up to minus 27%", but "losses of up to -5%"
        if key == "about" and before in _FEELING_ABOUT:
            # "were uncertain about two people"; not "grew angry about 30 minutes later"
            return amount.kind in ("", "money") and not self.low.startswith(" time", amount.number_end)
        if key == "short of":
            return before in _BE  # "is short of 310 nurses"
        if key in _THAN_OF_MEASURES:
            # "faster than two rivals", "three times faster than 30 km/h", "as long as 30 days pass"
            is_factor = before in _FACTORS or _SO_MUCH_MORE.search(self.low, max(0, begin - _REACH), begin)
            return amount.kind != "measure" or bool(is_factor) or self._is_condition(key, amount)
        if key == "under" and amount.noun is not None and self._is_held_under(amount.noun, begin):
            return True  # "was booked under two sections of the act"
        if key in _THAN_KEYS:
            return is_time and self._is_than_at_a_time(amount, begin, before)
        if key.startswith("as "):
            return self._is_as_much_as_other(key, amount, begin, before)
        if key in _WHERE and self._is_compound_before_name(amount):
            return True  # "sparkles below 12,325-foot Teewinot Peak"
        if key == "some":
            return bool(left.comparator)
        if key in _ABOUT_A:
            return amount.kind not in _BLURRED_BEHIND_A or before not in _BEFORE_ABOUT_A
        if key in _CIRCA and amount.form == "words":
            return True  # "a bit of C. Two of them"
        if key == "ca":
            return not self.text[at - 2].islower()  # "CA" is a state
        return key == "many" and not PLURAL_SCALES.match(self.low, left.start)

    def _is_condition(self, key: str, amount: Amount) -> bool:
        """Whether "as long as" may lead to a clause, as a verb may stand behind the amount."""
        return key == "as long as" and _BEHIND_BOUND.match(self.low, amount.end) is None

    def _is_compound_before_name(self, amount: Amount) -> bool:
        """Whether an amount tells of what size a named thing is: "12,325-foot Teewinot Peak"."""
        is_compound = self.text[amount.number_end : amount.number_end + 1] == "-"
        return (
            is_compound and amount.kind == "measure" and _NAME_BEHIND.match(self.text, amount.end) is not None
        )

    def _is_of_different_ones(self, amount: Amount, at: int) -> bool:
        """Whether "over" at `at` leads from what was done to few different things, and bounds none."""
        return (
            amount.noun is not None
            and self.low.endswith(", ", 0, at)
            and amount.form == "words"
            and amount.value <= _A_HANDFUL
            and self.low.startswith("different ", amount.noun.start)
        )

    def _is_held_under(self, noun: NounPhrase, at: int) -> bool:
        """Whether somebody stands under what rules or those who do: "served under two kings"."""
        if _STANDING.search(self.low, max(0, at - _REACH), at) is None:
            return False  # "wrote under 100 articles"
        last = self.low[noun.start : noun.end].rsplit(" ", 1)[-1]
        return last in _RULES_AND_RULERS

    @staticmethod
    def _is_averaged(amount: Amount, before: str) -> bool:
        """Whether an average is over a sum or a share, and not over so many things."""
        return before.startswith("averag") and amount.kind in ("money", "percent")

    def _is_than_at_a_time(self, amount: Amount, begin: int, before: str) -> bool:
        """Whether a stretch of time only says when it was otherwise: "27 pubs, nine more than three years
        ago", "34 cents more than two years ago".
        """
        is_ago = self.low.startswith(" ago", amount.end) and (
            _AMOUNT_ENDS.search(self.low[max(0, begin - 24) : begin]) or is_plural_noun(before)
        )
        return bool(self._follows_number(begin) or is_ago)

    def _is_as_much_as_other(self, key: str, amount: Amount, begin: int, before: str) -> bool:
        """Whether "as much as" holds one thing against another: "as much as 60 cars do", "twice as much as
        five years ago", "cost as much as a $5m yacht".
        """
        is_equal = key == "as much as" and amount.noun is not None and self.low.endswith(", ", 0, begin)
        is_as_dear = key.endswith((" a", " an")) and before in _COSTING
        return is_equal or is_as_dear or before in _FACTORS

    def _is_bound(self, at: int) -> bool:
        """Whether "over" at `at` before a time bounds it ("for over 12 months") rather than spans it."""
        return self._word_left_of(at) in load_number_cues("over_bounds_after")

    def _is_about_affair(self, amount: Amount, at: int) -> bool:
        """Whether "over" at `at` says what a trial, a quarrel or a fine is about: "jailed over $4m fraud"."""
        is_affair = _AFFAIR.match(self.low, amount.end) is not None and not self._is_bound(at)
        return is_affair and _BLAMED.search(self.low, max(0, at - _REACH), at) is not None

    def _is_of_things(self, at: int) -> bool:
        """Whether the plural that opens a sentence stands before "over": "Queries over 100 ms fail"."""
        word = self._word_left_of(at)
        first = at - 1 - len(word)
        return is_plural_noun(word) and self.low[max(0, first - 2) : first] in ("", ". ", "\n", "\n\n")

    def _is_distance_run(self, amount: Amount, at: int) -> bool:
        """Whether "over" at `at` leads from a time to the distance that it was taken for."""
        is_length = amount.unit_reading is not None and amount.unit_reading.quality == "length"
        return is_length and self._word_left_of(at) in _RACE_TIMES

    def _is_run_through(self, amount: Amount, at: int) -> bool:
        """Whether "over" at `at` spans the parts of a course, few and in words, and bounds no number."""
        if amount.has_scale or amount.noun is None:
            return False
        is_told = _CONTEST_IS.search(self.low, max(0, at - _REACH), at) is not None
        is_contest = is_told or self.low[max(0, at - 2) : at] == ", " or self._word_left_of(at) in _CONTESTS
        if not is_contest and (amount.form != "words" or amount.value >= _FEW):
            return False
        return self._head_of(amount.noun) in _COURSES and (is_told or not self._is_bound(at))

    def _is_spread_out(self, amount: Amount, at: int) -> bool:
        """Whether "over" at `at` leads from things, or from what is spread, to the places where it is."""
        if amount.noun is None or amount.has_scale or self._head_of(amount.noun) not in _PLACES_SPREAD_OVER:
            return False
        return (
            self._word_left_of(at) in _SPREAD
            or _COUNTED_BEFORE.search(self.low, max(0, at - _REACH), at) is not None
        )

    def _head_of(self, noun: NounPhrase) -> str:
        """The last word of what is counted, before what it is of: "nights" of "long nights of play"."""
        return self.low[noun.start : noun.end].split(" of ", 1)[0].rsplit(" ", 1)[-1]

    def _went_up(self, at: int, amount: Amount) -> bool:
        """Whether "up to" at `at` tells where something went: "edged up to 5.6 percent".

        Inflation "picked up to 5%", but a van "picked up to 12 passengers".
        """
        if _SCALED_UP.search(self.low, max(0, at - _REACH), at):
            return True
        rising = _FROM_BELOW.search(self.low, max(0, at - _LONGEST_RISE), at)
        if rising is not None and load_trend_words().get(rising["verb"]) == "up":
            return True  # "increased from 0.7% in boys up to 5% in men"
        verb = self._word_left_of(at)
        if verb in load_number_cues("went_up_by_rate"):
            return amount.kind == "percent"
        return verb in load_number_cues("went_up")

    def _follows_number(self, at: int) -> bool:
        """Whether an amount ends right before `at`."""
        word = self._word_left_of(at)
        is_word = is_cardinal(word) and word != "one"  # "another one less than two hours later"
        return is_word or (not word and self.low[at - 2 : at - 1].isdigit())

    def _word_left_of(self, at: int) -> str:
        return word_before(self.low, at - 1) if self.low[at - 1 : at] in (" ", "\n") else ""


def _longest_bound(window: str, words: Sequence[str]) -> str:
    """The longest phrase that bounds or blurs at the end of the words before an amount, or nothing."""
    comparators = load_comparators("before")
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        phrase = " ".join(words[-size:]).lstrip(_OPENING_MARKS)
        is_whole = len(phrase) == len(window) or not window[-len(phrase) - 1].isalnum()
        if phrase in comparators and is_whole:
            return phrase
    return ""


def _trend_of(words: Sequence[str]) -> Trend | None:
    """Which way a word before an amount says that it went: "down 5%", "up by 5%"."""
    word = words[-1]
    if word in _BEFORE_FIGURES and len(words) > 1:
        return load_trend_words().get(words[-2]) if word in _OF_TRENDS else None  # type: ignore[return-value]
    return load_trend_words().get(word)  # type: ignore[return-value]


def _combine(outer: str, inner: str) -> str:
    """Comparator of "up to about", "just over": the bound wins over the blur."""
    if not inner or inner in {"~", "="}:
        return outer if outer != "=" or not inner else inner
    if outer in ("~", "="):
        return inner
    return outer
