"""Neighbouring amounts that are one quantity: ranges, plus-minus, "one in five", "5 feet 2 inches"."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_comparators, load_trend_words, load_units
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import (
    NounPhrase,
    find_counted_noun,
    has_plural_noun,
    word_before,
)
from claimcheck.quantities.numerals import EXACT, divide
from claimcheck.quantities.units import unit_reading

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount

_LETTERS = re.compile(r"[^\W\d_]+")
_NEAR_IN_WORDS = 5
"""Alternatives in words, no further apart than this, are one vague number: "ten or fifteen"."""
_MOST_PARTS = 10
"""So many parts a whole is divided into in speech: "9 out of 10 doctors"."""
_SHARE_AFTER = re.compile(
    r"(?:[ \u00a0]+[^\W\d_][\w-]*){0,3}[ \u00a0]*[(\[][<~≈]?\d{1,3}(?:[.,]\d+)?[ \u00a0]?"
    r"(?:%|percent|per cent)"
)
_PART_OF_NOUN = re.compile(r" (?P<noun>[a-z]+(?: [a-z]+)?) (?P<joint>in|out of)(?: every)? ")
_MARKS_OF_A_RATING = WordSet("quantities/mark_of_a_rating")
_TENS = frozenset({10, 100, 1000, 10_000, 100_000})
_GAMES_AFTER = WordPattern(r"[ ](?:[a-z-]+[ ]){0,2}(?:<quantities/game>)(?![^\W_])|[.,;]")
_GAINED_BEFORE = WordPattern(r"(?<![^\W_])(?:<quantities/gained_in_games>)[ ]\Z")
_OPENS_SHARE = WordPattern(r"(?<![^\W_])(?:<quantities/before_share>)[ ]\Z")
_OPENS_SENTENCE = re.compile(r"(?:\A|[.!?:;—][\"”’]?\s|\n)[\"“‘]?\Z")
_ROUND_WHOLES = frozenset({4, 5, 10, 20, 100, 1000})
_PLUS_MINUS = re.compile(r"[ \u00a0\u2009]{0,2}(?:±|\+/[-−–]|\+-)[ \u00a0\u2009]{0,2}")
_SMALL = Decimal(1000)
_HUNDRED = Decimal(100)
# an amount after one of these is a ratio or a coefficient without a unit
_STATISTIC_BEFORE = re.compile(
    r"(?:(?<![^\W_])(?:[Aa]?HR|[Aa]?OR|RR|IRR|AUC|ROC|SD|SE|MD|SMD|R2?|R²|r|p|P|n|t|z|F|d|β|α|κ|[Ii]ndex|[Rr]atio|[Ss]core"
    r"|beta|alpha|kappa|coefficient|correlation)[ ]?[=:<>]?|=)[ ]?$"
)
_COMPARED_BEFORE = WordPattern(r"(?:<quantities/person_compared>) (?:than )?$")
_COMPARATIVE_AFTER = WordPattern(r" (?:<quantities/compared_after>)(?![^\W_])")
_SHORT_OF = WordPattern(r"[ ](?:<quantities/short_of>)(?![^\W_])")
_MANY_DO = WordPattern(r" (?:<quantities/many_do>)(?![^\W_])")
_IN_LIST = re.compile(r"(?<!of )(?<!of the )(?<![\d.,])\d[\d.,]*%?, $")
"""What stands before the last but one of a list: "5, 10, or 15 mg"."""
_AFTER_NUMBER = re.compile(r"\d(?:%|-| ?[a-z]{1,3})?, $")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d, ")  # "In 2005, 12, or 15%"
_DOES_SOMETHING = WordPattern(
    r" (?:<quantities/one_does>)(?![^\W_])|(?: [a-z]+ly)? [a-z]+s (?:<common/article_or_possessor>)(?![^\W_])"
)
_COMPOUND_TIMES = {("hour", "minute"): 60, ("minute", "second"): 60}
_THIRD_PART = re.compile(r",? (?:and )?\d+(?:\.\d+)? ?s")
_AN_HOUR = re.compile(r"(?<![^\W_])an hour,? (?:and )?$")
_COMPOUND_UNITS = frozenset(
    {("stone", "pound"), ("foot", "inch"), ("meter", "centimeter"), ("mile", "yard"), ("kilometer", "meter")}
)


_CUES = WordSet("quantities/range_cue")
_BLUR_BEHIND_CUE = WordPattern(r"(?:\s*(?:<quantities/blur_behind_cue>))+$")
_RANGES = WordPattern(r"(?:<quantities/ranging>)$")
_LIST_JOINTS = WordSet("quantities/list_joint")
_BETWEEN_ENDS = WordSet("quantities/between_ends")
_BLURRED = WordPattern(r"(?P<joint>.+?)[ \u00a0]*(?:~|<quantities/blur>)", re.DOTALL)
"""A joint with what blurs the number behind it: "to about", "- ~"."""
_DASHES = frozenset({"-", "–", "—", "‐", "‑", "−", "~", "--"})
_BLANKS = " \u00a0\u2009\n"
_OPEN_ENDED = WordSet("quantities/range_joint")
_PARTS = WordSet("quantities/part_joint")


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
                self._add_hour(amount)
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
                and (last.unit, amount.unit) in _COMPOUND_TIMES
                and last.aside is None
                and amount.aside is None
                and self.low.endswith(" to ", 0, last.start)
                and self.low[last.end : amount.start].strip() in ("", "and")
                and self._merge_times(last, amount)
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
            if first.is_plain and self._merge_fraction(first, second, between):
                return True
            if first.is_plain and self._merge_part_of_noun(first, second, between):
                return True
            if first.kind in ("measure", "money") and self._merge_part_of_unit(first, second, between):
                return True
            return self._merge_compound(first, second, between)
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
        is_falling = first.value > second.value and not second.has_scale
        is_spaced = between[0] in _BLANKS and first.kind == "money" and second.unit_end >= 0
        if is_spaced and is_falling:
            return False  # "earned 3% on £12,000 – £360"
        if first.fraction and self.text[first.numeral.start].isalpha() and second.kind == "percent":
            return False  # "about half – 48% – of them": said twice
        if not self._units_fit(first, second):
            return False
        if is_falling and not (first.kind or second.kind):
            return self._make_score(first, second) if between in ("-", "–") else False
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
            return self._make_range(first, second, "between-range")
        first.is_spread = True
        return self._make_range(first, second, "to-range")

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
        return between <= (_NEAR_IN_WORDS if first.form == "words" else 1)

    def _is_change_and_result(self, first: Amount, second: Amount, cue: str) -> bool:
        """Whether the second amount is where the first led to.

        "Rose by $43 billion to $419 billion", "was down £53m to £212m", "slipped by a quarter to £30m".
        """
        if cue == "by":
            return bool(first.kind) or (first.fraction and not second.fraction and bool(second.kind))
        if first.fraction and not first.kind and second.kind == "money":
            return True
        has_own_unit = first.kind == second.kind == "money"
        return has_own_unit and word_before(self.low, first.start - 1) in load_trend_words()

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
        if (
            second.has_scale
            and not first.has_scale
            and abs(first.mantissa) < _SMALL
            and second.mantissa
            and first.mantissa < second.mantissa
        ):
            low = first.value * (second.value / second.mantissa)
        if second.currency is not None and first.currency is None:
            pass
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

    def _make_score(self, first: Amount, second: Amount, *, is_ratio: bool = False) -> bool:
        if not (
            first.numeral.is_bare
            and second.numeral.is_bare
            and not (first.has_scale or second.has_scale)
            and (max(first.value, second.value) < 200 or is_ratio)
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

    def _merge_fraction(self, first: Amount, second: Amount, between: str) -> bool:
        """Such as "one in five", "9 out of 10", "2000 over 3"."""
        joint = between.strip()
        if second.kind not in ("", "ordinal") or first.form == "fraction" or second.form == "fraction":
            return False
        if joint in _PARTS:
            if first.value < 0 or not second.value > first.value or second.value > 10**7:
                return False
            if joint == "out of" and not self._is_proportion(second):
                return False
            if joint == "out of" and first.value != first.value.to_integral_value():
                return False  # "21.3 out of 25": a score
            is_of_a_hundred = first.value <= second.value == _HUNDRED and has_plural_noun(
                self.text, self.low, second.end
            )  # "78 in 100 households"
            if joint in ("in", "in a", "-in-") and not (
                (first.value <= 20 or is_of_a_hundred)
                and (
                    second.value <= 1000
                    or second.value in _TENS
                    or (first.value == 1 and self.low[second.start : second.end].count(",") == 1)
                )
                and self._can_be_one_in(first, second)
            ):
                return False
            value = divide(first.value, second.value)
            found_by = "number-out-of-number"
        elif joint == "over":
            if has_plural_noun(self.text, self.low, second.end) or first.has_scale:
                return False
            following = _LETTERS.match(self.low, second.end + 1)
            if following is not None:
                return False
            value = divide(first.value, second.value)
            found_by = "number-over-number"
        else:
            return False
        if value is None:
            return False
        first.value = first.mantissa = value
        first.fraction = True
        first.is_proportion = joint in _PARTS
        first.form = "fraction"
        first.number_end, first.end = second.number_end, second.end
        first.found_by = found_by
        return True

    def _merge_part_of_noun(self, first: Amount, second: Amount, between: str) -> bool:
        """Such as "one pupil in eight", "nine lessons out of ten", whose noun stands in between."""
        joint = _PART_OF_NOUN.fullmatch(between)
        if joint is None or first.form != "words" or second.form != "words" or first.fraction or second.kind:
            return False
        if not first.value < second.value or joint["noun"].split(" ")[-1] in _MARKS_OF_A_RATING:
            return False  # "two stars out of four" is a mark and no share
        is_one = first.value == 1 and joint["joint"] == "in"
        is_told = is_one and _DOES_SOMETHING.match(self.low, second.end) is not None
        if not is_told and find_counted_noun(self.text, self.low, second.end) is not None:
            return False
        wholes = _ROUND_WHOLES if joint["joint"] == "out of" else _TENS
        is_ratio = joint["joint"] == "in" and _MANY_DO.match(self.low, second.end) is not None
        if not (is_one or is_ratio) and second.value not in wholes:
            return False
        value = divide(first.value, second.value)
        if value is None:
            return False
        first.noun = NounPhrase(first.end + 1, first.end + joint.end("noun"), is_plural=not is_one)
        first.value = first.mantissa = value
        first.fraction, first.form, first.found_by = True, "fraction", "number-out-of-number"
        first.is_proportion = True
        first.number_end, first.end = second.number_end, second.end
        return True

    def _merge_part_of_unit(self, first: Amount, second: Amount, between: str) -> bool:
        """Such as "one acre in five", "one dollar in ten"; not "one inch in four hours"."""
        is_one = first.value == 1 and first.form == "words" and first.per is None
        if not is_one or between.strip() != "in" or second.form != "words" or second.kind or second.value < 2:
            return False
        if find_counted_noun(self.text, self.low, second.end) is not None:
            return False
        value = divide(first.value, second.value)
        if value is None:
            return False
        first.noun = NounPhrase(first.numeral.end + 1, first.end, is_plural=False)
        first.kind, first.unit, first.unit_reading, first.currency = "", None, None, None
        first.unit_start = first.unit_end = -1
        first.value = first.mantissa = value
        first.fraction, first.form, first.found_by = True, "fraction", "number-out-of-number"
        first.is_proportion = True
        first.number_end, first.end = second.number_end, second.end
        return True

    def _is_proportion(self, whole: Amount) -> bool:
        """Whether "9 out of 10" is a way to say a share; "10 out of 15 patients (67 %)" counts two groups."""
        if _SHARE_AFTER.match(self.low, whole.end):
            return False
        value = whole.value
        if value <= _MOST_PARTS or value % 100 == 0:
            return True
        return value % 5 == 0 and not has_plural_noun(self.text, self.low, whole.end)

    def _can_be_one_in(self, first: Amount, second: Amount) -> bool:
        """Whether "in" stands between a part and its whole: "one in 40", "four in ten", "3 in 10 adults"."""
        if first.value == 1:
            return True
        if _GAMES_AFTER.match(self.low, second.end) and _GAINED_BEFORE.search(
            self.low, max(0, first.start - 12), first.start
        ):
            return False  # "scored four in ten games"
        if first.form == second.form == "words":
            return True
        if second.value not in _TENS or first.has_scale or second.has_scale:
            return False
        opens = _OPENS_SHARE.search(self.low, max(0, first.start - 24), first.start) is not None
        return opens or _OPENS_SENTENCE.search(self.text, max(0, first.start - 3), first.start) is not None

    def _merge_compound(self, first: Amount, second: Amount, between: str) -> bool:
        """Such as "5 feet 2 inches", "3m and 5cm", "6 ft 2"."""
        if first.kind != "measure" or between.strip() not in ("", "and", ",", ".", "-"):
            return False
        if "," in between and _SHORT_OF.match(self.low, second.end):
            return False  # "peaked at 1.87 m, 63 cm short of the mark"
        reading, smaller = first.unit_reading, second.unit_reading
        if (first.unit, second.unit) in _COMPOUND_TIMES and self._is_one_time(between, second):
            return self._merge_times(first, second)
        if reading is None or reading.quality not in ("length", "mass") or reading.si_factor is None:
            return False
        if (
            reading.name == "foot"
            and second.kind == ""
            and between in (" ", "", "-", " and ")
            and 0 <= second.value < 12
            and second.numeral.is_bare
        ):
            follows = self.text[second.end : second.end + 1]
            if follows.isalnum() or has_plural_noun(self.text, self.low, second.end):
                return False
            inches = second.value
            end = second.end
        elif (
            smaller is not None
            and smaller.si_factor is not None
            and second.kind == "measure"
            and (reading.name, smaller.name) in _COMPOUND_UNITS
        ):
            if between.strip() in ("", ".", "-") and reading.name not in ("foot", "stone"):
                return False
            inches, end = second.value, second.end
        else:
            return False
        factor = (
            smaller.si_factor if smaller is not None and smaller.si_factor is not None else Decimal("0.0254")
        )
        if (part := divide(inches * factor, reading.si_factor)) is None or (
            part >= 1 and reading.name in ("foot", "stone")
        ):
            return False
        with localcontext(EXACT):
            first.value = first.value + part
        first.mantissa = first.value
        first.end = end
        first.number_end = second.number_end if smaller is None else first.number_end
        first.unit_end = end
        first.found_by = "compound-measure"
        return True

    def _is_one_time(self, between: str, second: Amount) -> bool:
        """Whether a smaller unit goes on with a time: "2 hours, 47 minutes"; parts of three stay apart."""
        joint = between.strip()
        return joint in ("", "and") or (joint == "," and not _THIRD_PART.match(self.low, second.end))

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

    @staticmethod
    def _merge_times(first: Amount, second: Amount) -> bool:
        """Such as "2 hours 30 minutes", "an hour and 12 minutes": the sum, in the smaller unit."""
        factor = _COMPOUND_TIMES[first.unit or "", second.unit or ""]
        if not 0 <= second.value < factor or first.value != first.value.to_integral_value():
            return False
        first.value = first.mantissa = first.value * factor + second.value
        first.unit, first.unit_reading = second.unit, second.unit_reading
        first.unit_end = first.end = first.number_end = second.end
        first.found_by = "compound-measure"
        return True

    def _add_hour(self, amount: Amount) -> None:
        """Such as "an hour and 12 minutes": the article is one, which no numeral says."""
        found = _AN_HOUR.search(self.low, max(0, amount.start - 16), amount.start)
        if (
            found is None
            or amount.low is not None
            or not 0 < amount.value < _COMPOUND_TIMES["hour", "minute"]
        ):
            return
        amount.value = amount.mantissa = amount.value + _COMPOUND_TIMES["hour", "minute"]
        amount.start = found.start()
        amount.number_end = amount.end
        amount.found_by = "compound-measure"

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
        in_list = _IN_LIST.search(self.low, 0, first.start)
        if between == ", and" and not _AFTER_NUMBER.search(self.low, 0, first.start):
            return  # "down from 52, and 99.9% of demand was met": the next clause
        is_pair = between == ", or" and (in_list is None or _YEAR.fullmatch(in_list[0]) is not None)
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
