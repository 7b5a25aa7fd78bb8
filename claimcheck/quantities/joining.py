"""Neighbouring amounts that are one quantity: ranges, plus-minus, "one in five", "5 feet 2 inches"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_comparators, load_trend_words, load_units
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.compounds import COMPOUND_TIMES, add_hour, merge_compound, merge_times
from claimcheck.quantities.counted_nouns import (
    follows_band,
    has_plural_noun,
    word_before,
)
from claimcheck.quantities.parts_of_wholes import merge_fraction, merge_part_of_noun, merge_part_of_unit
from claimcheck.quantities.units import unit_reading

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount

_NEAR_IN_WORDS = 5
"""Alternatives in words, no further apart than this, are one vague number: "ten or fifteen"."""
_ROUNDED_TO = 5
_ROUNDED_FROM = 20
"""Alternatives in digits so far apart are one vague number from here on: "30 or 35", but not "5 or 10"."""
_PLUS_MINUS = re.compile(r"[ \u00a0\u2009]{0,2}(?:±|\+/[-−–]|\+-)[ \u00a0\u2009]{0,2}")
_SMALL = Decimal(1000)
_HUNDRED = Decimal(100)
_TENFOLD = Decimal(10)
_FIVEFOLD = Decimal(5)
_MILLION = Decimal(1000000)
# an amount after one of these is a ratio or a coefficient without a unit
_STATISTIC_BEFORE = re.compile(
    r"(?:(?<![^\W_])(?:[Aa]?HR|[Aa]?OR|RR|IRR|AUC|ROC|SD|SE|MD|SMD|R2?|R²|r|p|P|n|t|z|F|d|β|α|κ|[Ii]ndex|[Rr]atio|[Ss]core"
    r"|beta|alpha|kappa|coefficient|correlation)[ ]?[=:<>]?|=)[ ]?$"
)
_COMPARED_BEFORE = WordPattern(r"(?:<quantities/person_compared>) (?:than )?$")
_COMPARATIVE_AFTER = WordPattern(r" (?:<quantities/compared_after>)(?![^\W_])")
_IN_LIST = re.compile(r"(?<!of )(?<!of the )(?<![\d.,])\d[\d.,]*%?, $")
"""What stands before the last but one of a list: "5, 10, or 15 mg"."""
_LONGEST_BEFORE = 40
"""How far before an amount the number before it begins, in characters."""
_AFTER_NUMBER = re.compile(r"\d(?:%|-| ?[a-z]{1,3})?, $")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d, ")  # "In 2005, 12, or 15%"


_BOUND_BEFORE = WordPattern(r"\s(?:<quantities/before_sum>)$")
_NOUN_OF_CHANGE = WordPattern(
    r"(?<![^\W_])(?:<quantities/noun_of_change>)(?: in (?:[\w’'-]+ ){1,4}?)? over (?:[\w’'-]+ ){1,6}?of$"
)
"""Before the size of a change over a time, where a much larger sum behind "to" is what it came to."""
_LONGEST_CHANGE = 90
_VOTE_BEHIND = WordPattern(r"[ -](?:<quantities/decided_by_numbers>)(?![^\W_])")
_VOTE_BEFORE = WordPattern(r"(?<![^\W_])(?:<quantities/vote_leading_to_numbers>) $")
_AHEAD_BEFORE = WordPattern(r"(?<![^\W_])(?:<quantities/ahead_by>)(?: [^\W\d][\w’'-]*){0,4} $")
_CUES = WordSet("quantities/range_cue")
_BLUR_BEHIND_CUE = WordPattern(r"(?:\s*(?:<quantities/blur_behind_cue>))+$")
_AGES_BEHIND_CUE = re.compile(r" (?:the )?ages(?: of)?$")
_RANGES = WordPattern(r"(?:<quantities/ranging>)$")
_LIST_JOINTS = WordSet("quantities/list_joint")
_BETWEEN_ENDS = WordSet("quantities/between_ends")
_BLURRED = WordPattern(r"(?P<joint>.+?)[ \u00a0]*(?:~|<quantities/blur>)", re.DOTALL)
"""A joint with what blurs the number behind it: "to about", "- ~"."""
_DASHES = frozenset({"-", "–", "—", "‐", "‑", "−", "~", "--"})
_BLANKS = " \u00a0\u2009\n"
_OPEN_ENDED = WordSet("quantities/range_joint")


class AmountJoiner:
    """Joins the amounts of one text."""

    def __init__(self, text: str, low: str) -> None:
        self.text = text
        self.low = low

    def join(self, amounts: list[Amount]) -> list[Amount]:
        """Join neighbouring amounts: ranges, plus-minus, fractions in words, compound measures."""
        joined: list[Amount] = []
        index = 0
        amounts = self._with_whole_times(amounts)
        count = len(amounts)
        low = self.low
        while index < count:
            amount = amounts[index]
            index += 1
            if amount.aside is not None:
                joined.append(amount)
                continue
            if amount.unit == "minute":
                add_hour(self.low, amount)
            while index < count:
                other = amounts[index]
                gap = other.start - amount.end
                if other.aside is not None or gap > 24:
                    break
                between = low[amount.end : other.start]
                if gap < 0 or (between == " to " and self._opens_range(amounts, index)):
                    break  # "from £230m to £180m-£195m"
                if not self._merge(amount, other, between):
                    break
                index += 1
            joined.append(amount)
        # "between 20 and 30" was joined above; "45 and 50 mg" shares the unit backwards
        for position in range(len(joined) - 2, -1, -1):
            first, second = joined[position], joined[position + 1]
            if first.aside is None and second.aside is None and second.start - first.end <= 6:
                self._share_unit(first, second)
        return joined

    def _with_whole_times(self, amounts: list[Amount]) -> list[Amount]:
        """The amounts with "to 2 hours 15 minutes" as one, so that no range ends inside it."""
        whole: list[Amount] = []
        for amount in amounts:
            last = whole[-1] if whole else None
            if (
                last is not None
                and (last.unit, amount.unit) in COMPOUND_TIMES
                and last.aside is None
                and amount.aside is None
                and self.low.endswith(" to ", 0, last.start)
                and self.low[last.end : amount.start].strip() in ("", "and")
                and merge_times(last, amount)
            ):
                continue
            whole.append(amount)
        return whole

    def _opens_range(self, amounts: list[Amount], place: int) -> bool:
        """Whether an amount and the next one are a range of their own, with a dash: "180-195"."""
        if place + 1 >= len(amounts):
            return False
        first, second = amounts[place : place + 2]
        return second.aside is None and self.low[first.end : second.start] in ("-", "–")

    def _merge(self, first: Amount, second: Amount, between: str) -> bool:
        """Take `second` into `first` where the two are one quantity."""
        if first.kind in ("ordinal", "multiple") or second.kind == "multiple":
            return False
        if _PLUS_MINUS.fullmatch(between):
            if first.kind in ("", second.kind):
                first.tolerance = second.value
                if not first.kind:
                    self._copy_unit(first, second)
                first.end = second.end
                first.found_by = "plus-minus"
                return True
            return False
        if between.strip() in ("×", "x", "by") and first.kind in ("", second.kind) and not second.fraction:
            self._take_side_of_body(first, second)
            reading = second.unit_reading
            has_sides = reading is None or reading.quality in ("length", "angle") or reading.name == "pixel"
            if not first.kind and not has_sides:
                return False  # "6 x 330 ml bottles"
            return self._merge_dimensions(first, second)
        if first.low is None and second.low is None:
            if self._merge_range(first, second, between):
                return True
            if first.is_plain and merge_fraction(self.text, self.low, first, second, between):
                return True
            if first.is_plain and merge_part_of_noun(self.text, self.low, first, second, between):
                return True
            if first.kind in ("measure", "money") and merge_part_of_unit(
                self.text, self.low, first, second, between
            ):
                return True
            return merge_compound(self.text, self.low, first, second, between)
        return False

    @staticmethod
    def _take_side_of_body(first: Amount, second: Amount) -> None:
        """Take a unit of space behind three sides as that of each: "3 x 3 x 4 mm3"; of area behind two."""
        reading = second.unit_reading
        if reading is None or first.kind:
            return
        power, _, name = reading.name.partition("_")
        sides = len(first.sides or (first.value,)) + 1
        if (power, sides) not in (("cubic", 3), ("square", 2)) or name not in load_units():
            return
        second.unit_reading = unit_reading(load_units()[name], reading.end)
        second.unit = name

    def _merge_dimensions(self, first: Amount, second: Amount) -> bool:
        """Such as "4 × 4 × 5 mm": the sides of one thing, whose sizes are kept apart."""
        if first.low is not None or second.low is not None:
            return False
        if first.kind and first.unit != second.unit:
            return False
        if not first.kind:
            self._copy_unit(first, second)
        first.sides = (first.sides or (first.value,)) + (second.sides or (second.value,))
        first.number_end, first.end = second.number_end, second.end
        first.found_by = "dimensions"
        return True

    def _is_blurred(self, amount: Amount) -> bool:
        return self.low[max(0, amount.start - 2) : amount.start].strip() == "~"

    def _merge_range(self, first: Amount, second: Amount, between: str) -> bool:
        """Take in the other end of a range, where what stands between the two makes one."""
        if first.indefinite or second.indefinite or second.kind == "ordinal" or first.kind == "ordinal":
            return False
        joint = between.strip(" \u00a0\u2009\n")
        if joint in (":", "/") and between == joint and not first.kind and not second.kind:
            return self._make_score(first, second, is_ratio=True)
        blurred = _BLURRED.fullmatch(joint)
        if blurred is not None:
            joint = blurred["joint"]
        if joint.startswith("and ") and self.low.endswith("between ", 0, first.start):
            bound = joint.removeprefix("and ")  # "between 2 million and more than 9 million"
            joint = "and" if bound in load_comparators("before") else joint
        if first.form == "digits" and second.value < 0 and (joint == "" and between in ("", " ", "  ")):
            return self._merge_signed(first, second, between)
        one, other = first.currency, second.currency
        if one is not None and other is not None and one.factor != other.factor:
            return False
        if self._is_dash(first, joint, between):
            return self._merge_dashed(first, second, between)
        if joint not in _BETWEEN_ENDS:
            return False
        if joint == "or":
            return self._is_either_or(first, second) and self._make_range(first, second, "either-or-range")
        return self._merge_worded(first, second, joint)

    def _merge_signed(self, first: Amount, second: Amount, between: str) -> bool:
        """Such as "2 -7 g", "10-15", whose dash was read as the sign of the second number."""
        at = second.start
        is_signed = self.text[at] in "-−–" and second.number_start >= at and second.currency is None
        if not is_signed or between != " " or not self.text[at + 1 : at + 2].isdigit():
            return False
        if first.value < 0 or -second.value <= first.value or not self._units_fit(first, second):
            return False
        second.value, second.mantissa = -second.value, -second.mantissa
        return self._make_range(first, second, "dash-range")

    def _is_dash(self, first: Amount, joint: str, between: str) -> bool:
        """Whether a joint is a dash; a wave before the second number only is its "about"."""
        if joint == "~" and (
            (between.startswith(" ") and not between.endswith(" ")) or self._is_blurred(first)
        ):
            return False  # "~ $470 ~ $480": two amounts, each about so much
        return joint in _DASHES

    def _merge_dashed(self, first: Amount, second: Amount, between: str) -> bool:
        """Such as "10-15 kg", "£2 – £3"; a falling pair without units is a score."""
        if first.unit == "foot" and not second.kind and second.value < 12 and between == "-":
            return False  # "6-foot-2"
        if first.kind and second.kind and first.kind != second.kind:
            return False
        if between.strip() == "--" and second.kind == "money" and not first.kind:
            return False  # "a sum of two -- $425 million": a slip of the tongue
        if between[0] in _BLANKS and first.kind in ("measure", "percent") and not second.kind:
            return False  # "a load of 240 tons -- 12 of those cars were new"
        is_falling = first.value > second.value and not second.has_scale
        is_spaced = between[0] in _BLANKS and first.kind == "money" and second.unit_end >= 0
        if is_spaced and is_falling:
            return False  # "earned 3% on £12,000 – £360"
        if first.fraction and self.text[first.numeral.start].isalpha() and second.kind == "percent":
            return False  # "about half – 48% – of them": said twice
        if not self._units_fit(first, second):
            return False
        if is_falling and first.kind == second.kind == "percent" and self._is_of_two_sides(first):
            return False  # "won by 56%-42%", but "fell 5%-3%"
        if is_falling and not (first.kind or second.kind):
            is_vote = self._is_vote(first, second)
            return self._make_score(first, second, is_vote=is_vote) if between in ("-", "–") else False
        return self._make_range(first, second, "dash-range")

    def _merge_worded(self, first: Amount, second: Amount, joint: str) -> bool:
        """Such as "from 10 to 15 kg", "between 2 and 3"."""
        cue = self._range_cue(first.start)
        if joint == "to" and self._is_share_and_result(first, second):
            return False
        if joint == "and" and cue != "between" and not self._is_from_and(first, second, cue):
            return False
        if not self._units_fit(first, second) or not self._are_alike(first, second):
            return False
        is_bare = first.kind == second.kind == ""
        if joint == "to" and second.value == 1 and first.value > 1 and is_bare:
            return self._make_score(first, second)
        if joint == "to" and is_bare and self._is_vote(first, second):
            return self._make_score(first, second, is_vote=True)
        is_of_second = not first.kind and second.kind == "percent" and first.value > second.value
        if joint == "to" and is_of_second and self._is_of_two_sides(first):
            return False  # "leads by 50 to 28 percent", but "growth of 3 to 2 percent"
        is_rising = first.value < second.value or first.numeral.form == "words"
        if joint in _OPEN_ENDED and cue not in _CUES and is_bare and not is_rising:
            return False
        if joint == "to" and self._is_other_amount(first, second, cue):
            return False
        if first.kind == "measure" and not second.kind and has_plural_noun(self.text, self.low, second.end):
            return False  # "from nine hours to four trains"
        is_falling = first.kind and second.kind and second.value < first.value
        if is_falling and cue not in _CUES and second.has_scale <= first.has_scale:
            return False  # "fell below 6 percent to 5.8 percent"
        if cue == "between":
            if all(amount.kind and self.text[amount.numeral.end] == "-" for amount in (first, second)):
                return False  # "between 32-bit and 64-bit systems"
            return self._make_range(first, second, "between-range")
        first.is_spread = True
        return self._make_range(first, second, "to-range")

    def _is_of_two_sides(self, first: Amount) -> bool:
        """Whether what leads to a share tells who was ahead, so that the next is that of the other side."""
        return _AHEAD_BEFORE.search(self.low, max(0, first.start - _LONGEST_BEFORE), first.start) is not None

    @staticmethod
    def _is_share_and_result(first: Amount, second: Amount) -> bool:
        """Whether "to" leads from a fraction, or from percent to one: "rose by a tenth to 20,370"."""
        if first.fraction and not second.fraction and second.value > 1:
            return True
        return second.fraction and first.kind == "percent"  # "shrank from 40% to a quarter"

    @staticmethod
    def _is_from_and(first: Amount, second: Amount, cue: str) -> bool:
        """Whether "and" joins the ends of a range of money behind "from": "from 20 and 30 euros"."""
        is_alike = not first.kind or second.kind == first.kind
        is_of_money = first.currency is None and second.kind == "money"
        return cue == "from" and first.value < second.value and is_alike and is_of_money

    def _is_other_amount(self, first: Amount, second: Amount, cue: str) -> bool:
        """Whether the amount behind "to" is another one than the end of a range."""
        if not cue and first.kind and second.kind == "" and not first.currency and not first.is_age:
            return True
        return self._is_change_and_result(first, second, cue) or (not cue and self._is_given(first, second))

    def _is_either_or(self, first: Amount, second: Amount) -> bool:
        """Whether two alternatives leave open which of two neighbours it is: "46 or 47", "8 or 9 days"."""
        if first.form != second.form or not first.value < second.value <= first.value * 2:
            return False
        between = second.value - first.value
        if first.is_age and first.unit_end < 0 and not second.kind:
            return between == 1  # "aged 31 or 32"
        if first.kind or not self._units_fit(first, second):
            return False
        if first.form == "digits" and second.kind:  # "8 or $9" are two prices, "5 or 10 mg" two doses
            is_whole = first.value == first.value.to_integral_value()
            is_before = second.currency is not None and second.currency.before
            return between == 1 and is_whole and not is_before
        if first.form == "digits" and between == _ROUNDED_TO and first.value >= _ROUNDED_FROM:
            return first.value % _ROUNDED_TO == 0 and not second.kind  # "some 30 or 35 workers"
        return between <= (_NEAR_IN_WORDS if first.form == "words" else 1)

    def _is_change_and_result(self, first: Amount, second: Amount, cue: str) -> bool:
        """Whether the second amount is where the first led to.

        "Rose by $43 billion to $419 billion", "was down £53m to £212m", "slipped by a quarter to £30m".
        """
        if cue == "by":
            return bool(first.kind) or (first.fraction and not second.fraction and bool(second.kind))
        if first.fraction and not first.kind and second.kind == "money":
            return True
        if first.kind != second.kind or first.kind not in ("money", "measure"):
            return False
        is_far = second.value > first.value * _FIVEFOLD
        if first.kind == "measure" and not is_far:
            return False  # "fell 10 feet to 20 feet"
        before = self.low[max(0, first.start - _LONGEST_CHANGE) : first.start].rstrip()
        before = _BOUND_BEFORE.sub("", before)
        if is_far and _NOUN_OF_CHANGE.search(before) is not None:
            return True  # "an increase over the first half of $3.2 million to $14.5 million"
        before = before[-_LONGEST_BEFORE:]
        return word_before(before, len(before)) in load_trend_words()

    def _is_given(self, first: Amount, second: Amount) -> bool:
        """Whether a sum goes to so many: "paid Rs 1.26 lakh crore to 2.43 crore women"."""
        if first.currency is None or not first.currency.before or second.kind:
            return False
        return has_plural_noun(self.text, self.low, second.end)

    @staticmethod
    def _are_alike(first: Amount, second: Amount) -> bool:
        """Whether two amounts can be the ends of one range: not "$87 million to two coalitions"."""
        if first.kind and not second.kind and first.form == "digits" and second.form == "words":
            return False
        is_lost_scale = first.has_scale and not second.has_scale and second.value * _SMALL < first.value
        return not (is_lost_scale and first.kind)

    def _range_cue(self, start: int) -> str:
        before = self.low[max(0, start - 28) : start].rstrip(" \u00a0~")
        before = _BLUR_BEHIND_CUE.sub("", before)
        before = _AGES_BEHIND_CUE.sub("", before)
        if before.endswith(("between", "from")):
            return "between" if before[-1] == "n" else "from"
        if before.endswith(" by"):
            return "by"
        return "range" if _RANGES.search(before) else ""

    @staticmethod
    def _units_fit(first: Amount, second: Amount) -> bool:
        if not first.kind:
            return True
        if not second.kind:
            if first.kind == "percent" and first.value <= _HUNDRED < second.value:
                return False  # "stays above 99% up to 200K"
            return first.kind in ("money", "percent", "measure")
        if first.kind != second.kind:
            return False
        return first.unit == second.unit or (
            first.unit == "degree" and (second.unit or "").startswith("degree_")
        )

    def _make_range(self, first: Amount, second: Amount, found_by: str) -> bool:
        if not first.kind:
            self._copy_unit(first, second)
        elif second.kind == "money" and first.kind == "money" and first.per is None:
            first.per = second.per
        elif second.kind and second.kind == first.kind:
            if first.unit == "degree":
                self._copy_unit(first, second)
            first.per = first.per or second.per
        low, high = first.value, second.value
        if self._takes_scale(first, second):
            low = first.value * (second.value / second.mantissa)
        elif self._takes_thousands(first, second):
            low = first.value * _SMALL
        first.low, first.high = (low, high) if low <= high else (high, low)
        first.descending = low > high
        first.has_scale = first.has_scale or second.has_scale
        first.number_end = second.number_end
        first.end = second.end
        first.found_by = found_by
        if first.kind != "money" or second.unit_end > first.unit_end:
            first.unit_end = max(first.unit_end, second.unit_end)
        cue = self._range_cue(first.start)
        if cue in ("between", "from"):
            at = self.low.rfind(cue, max(0, first.start - 28), first.start)
            first.start = at
        return True

    def _takes_thousands(self, first: Amount, second: Amount) -> bool:
        """Whether the thousands of the second number are those of the first too: "80-85,000 people"."""
        is_written = self.text[first.number_end - 1].isdigit() and self.low.endswith(
            ",000", 0, second.number_end
        )
        if not is_written or not first.numeral.is_bare or second.value >= _MILLION:
            return False
        return first.value * _SMALL < second.value <= first.value * _SMALL * _FIVEFOLD

    def _takes_scale(self, first: Amount, second: Amount) -> bool:
        """Whether the scale behind the second number is that of the first too: "2 to 3 million", "fell from
        8.3 to 7.9 million"; not "rose from 900 to 1.2 million".
        """
        if not second.has_scale or first.has_scale or abs(first.mantissa) >= _SMALL or not second.mantissa:
            return False
        if first.mantissa < second.mantissa:
            return True
        before = self.low[max(0, first.start - _LONGEST_BEFORE) : first.start]
        words = before.removesuffix("from ").split()
        has_fallen = before.endswith("from ") and load_trend_words().get(words[-1] if words else "") == "down"
        is_near = first.mantissa < _TENFOLD * second.mantissa
        return is_near and (has_fallen or first.mantissa != first.mantissa.to_integral_value())

    def _is_vote(self, first: Amount, second: Amount) -> bool:
        """Whether two numbers are those for and against: "a vote of 4 to 3", "in a 219-212 vote"."""
        if _VOTE_BEHIND.match(self.low, second.end):
            return True
        return _VOTE_BEFORE.search(self.low, max(0, first.start - _LONGEST_BEFORE), first.start) is not None

    def _make_score(
        self, first: Amount, second: Amount, *, is_ratio: bool = False, is_vote: bool = False
    ) -> bool:
        if not (
            first.numeral.is_bare
            and second.numeral.is_bare
            and not (first.has_scale or second.has_scale)
            and (max(first.value, second.value) < 200 or is_ratio or is_vote)
        ):
            return False
        first.kind, first.found_by = "score", "ratio" if is_ratio else "score"
        first.low, first.high = first.value, second.value
        first.number_end = first.end = second.end
        return True

    @staticmethod
    def _copy_unit(first: Amount, second: Amount) -> None:
        first.kind, first.unit, first.unit_reading = second.kind, second.unit, second.unit_reading
        first.currency, first.per = second.currency, second.per
        first.unit_start, first.unit_end = second.unit_start, second.unit_end

    def _is_list_of_one_unit(self, first: Amount, second: Amount, between: str) -> bool:
        """Whether nothing says that the first number has no unit or another one: "HR 0.42, 95% CI"."""
        bound = self.low[max(0, first.start - 14) : first.start]
        if _COMPARED_BEFORE.search(bound):
            return False  # "8% younger than 23 and 27% older than 40"
        if between == "," and not second.shares_unit:
            return False  # a list of two is joined by "and"
        if second.kind == "percent" and first.value > _HUNDRED >= second.value:
            return False  # "stood at 112.6 and 3.1% higher"
        before = self.text[max(0, first.start - 24) : first.start]
        if _STATISTIC_BEFORE.search(before):
            return False
        return not (second.kind == "percent" and _COMPARATIVE_AFTER.match(self.low, second.end))

    def _share_unit(self, first: Amount, second: Amount) -> None:
        """Such as "45 and 50 mg", "64- and 96-layer": a list shares the last unit."""
        if (
            first.kind
            or first.indefinite
            or first.low is not None
            or second.kind not in ("measure", "percent", "money")
        ):
            return
        between = self.low[first.end : second.start].strip()
        if first.fraction and not second.fraction and between == "to":
            return  # "fell by four-fifths to 0.21 TWh"
        if {first.form, second.form} == {"digits", "words"} or not self._is_list_of_one_unit(
            first, second, between
        ):
            return  # "were under five, and 86 percent of them"
        if follows_band(self.low, first.start):
            return  # "a crew of 22 and 1,800 tons of coal"
        near = max(0, first.start - _LONGEST_BEFORE)
        in_list = _IN_LIST.search(self.low, near, first.start)
        if between == ", and" and not _AFTER_NUMBER.search(self.low, near, first.start):
            return  # "down from 52, and 99.9% of demand was met": the next clause
        is_pair = between == ", or" and (in_list is None or _YEAR.fullmatch(in_list[0]) is not None)
        if between == ", or" and second.unit is not None and second.unit.startswith("per_"):
            return  # "complaints numbered 5,310, or 17 per 100,000 journeys"
        if is_pair and second.kind == "percent" and (first.form == "digits" or first.is_proportion):
            return  # "of 80 tests, 12, or 15%", "12 out of 80, or 15%": the same in other words
        if between not in _LIST_JOINTS:
            return
        if second.currency is not None and second.currency.factor != 1 and second.form == "digits":
            return
        is_prefixed = second.currency is not None and second.unit_start < second.number_start
        if is_prefixed and not (between == "or" and first.value < second.value):
            return
        self._copy_unit(first, second)
        first.found_by, first.shares_unit = "shared-unit", True
