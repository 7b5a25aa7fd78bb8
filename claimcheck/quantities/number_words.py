"""Numbers that are spelled out, also behind digits: "two and a half", "3.5 million", "a hundred and four"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import load_number_words
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.quantities.numerals import MAX_DIGITS, VULGAR_FRACTIONS, Numeral, divide, vulgar_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.lexicons.quantities import NumberWord


MAX_NUMBER_WORDS = 40  # the longest spelled-out numbers of law texts have about 25 words


@per_lexicon
def _word_token() -> re.Pattern[str]:
    """One word of a spelled-out number with what joins it to the one before."""
    words = sorted((*load_number_words(), "and", "point", "a", "an", "of"), key=len, reverse=True)
    tens, units = glued_words()
    return re.compile(
        r"(?P<join>[ \u00a0]{0,2}[-‐‑–—][ ]?|,?[ \u00a0]{1,2}|\n|)"
        rf"(?P<word>(?:{tens})(?=(?:{units})(?![^\W_]))|(?:{'|'.join(words)}|\d+(?:\.\d+)?|[{VULGAR_FRACTIONS}])(?![^\W_]|\.\d))"
    )


def glued_words() -> tuple[str, str]:
    """Alternatives for tens and for what may be glued to them ("seventythird")."""
    known = load_number_words()
    tens = "|".join(word for word, entry in known.items() if entry.role == "ten")
    units = "|".join(
        word
        for word, entry in known.items()
        if entry.value < 10 and entry.role in ("unit", "ordinal") and entry.value
    )
    return tens, units


class _Token(NamedTuple):
    """A word of a spelled-out number, with its role and its place."""

    start: int
    end: int
    value: Decimal
    role: str
    word: str
    join: str
    plural: bool


def read_words(low: str, start: int, first: Numeral | None = None) -> Numeral | None:
    """The number that begins with a word, or with the digits of `first`, at `start` of lower-cased text.

    >>> read_words("one hundred and twenty-three thousand", 0)
    Numeral(0, 37, 123000, 'words')
    >>> read_words("two thirds of them", 0)
    Numeral(0, 10, 0.6666666666666666666666666667, 'fraction')
    """
    tokens = _tokenise(low, start, first)
    if not tokens:
        return None
    if len(tokens) == 1 and first is None:
        token = tokens[0]
        if token.word in _SCALES_OF_NUMBERS:
            return None
        if token.role in ("zero", "unit", "teen", "ten"):
            return Numeral(token.start, token.end, token.value, "words")
    return _Grammar(tokens).read()


def _tokenise(low: str, start: int, first: Numeral | None) -> list[_Token]:
    words: Mapping[str, NumberWord] = load_number_words()
    pattern = _word_token()
    tokens: list[_Token] = []
    position = start
    if first is not None:
        tokens.append(_Token(first.start, first.end, first.value, "digits", "", "", plural=False))
        position = first.end
        if low[position : position + 1] == "+" and _begins_scale(low, position + 1):
            position += 1  # "3+ million"
    while len(tokens) < MAX_NUMBER_WORDS:
        found = pattern.match(low, position)
        if found is None:
            break
        word, join = found["word"], found["join"]
        at = found.start("word")
        known = words.get(word)
        if tokens and not join and tokens[-1].role != "ten" and not _is_glued_scale(tokens, known):
            break
        if known is not None:
            token = _Token(at, found.end(), known.value, known.role, word, join, known.plural)
        elif word[0].isdigit():
            if not tokens or len(word) > MAX_DIGITS:
                break
            token = _Token(at, found.end(), Decimal(word), "digits", word, join, plural=False)
        elif word in VULGAR_FRACTIONS:
            token = _Token(at, found.end(), vulgar_value(word), "vulgar", word, join, plural=False)
        else:
            token = _Token(
                at, found.end(), Decimal(1), "an" if word in ("a", "an") else word, word, join, plural=False
            )
        if first is not None and _begins_anew(tokens, token, low):
            break
        if token.role == "half" and tokens and tokens[-1].role == "and" and low.startswith(" of ", token.end):
            break  # "are below seven and half of them"
        tokens.append(token)
        position = found.end()
    while tokens and tokens[-1].role in ("and", "point", "an", "of"):
        tokens.pop()
    return tokens


_SCALES_OF_NUMBERS = WordSet("quantities/scale_of_numbers")
_LARGE_WORD = re.compile(r"[- ]+(?:hundred|thousand|million)")


def _begins_anew(tokens: list[_Token], token: _Token, low: str) -> bool:
    """Whether a number after digits with a scale is one of its own: "of $1 billion six months before", "sales
    of 780 million and 164 staff".

    "2 million five hundred thousand" is one number.
    """
    if token.role == "ordinal" and [each.role for each in tokens[-3:]] == ["scale", "and", "an"]:
        return True  # "a total of $55.8 million and a third place"
    before = tokens[-2] if tokens[-1].role == "and" and len(tokens) > 1 else tokens[-1]
    if token.role not in ("unit", "teen", "ten", "digits") or before.role != "scale":
        return False
    return _LARGE_WORD.match(low, token.end) is None


def _begins_scale(low: str, position: int) -> bool:
    """Whether a scale word follows: "3+ million", "3+bn"."""
    found = _word_token().match(low, position)
    known = load_number_words().get(found["word"]) if found is not None else None
    return known is not None and known.role in ("scale", "hundred", "dozen")


def _is_glued_scale(tokens: list[_Token], known: NumberWord | None) -> bool:
    """Whether a scale word follows digits without a space: "12.7billion"."""
    return tokens[-1].role == "digits" and known is not None and known.role in ("scale", "hundred")


_Reading = tuple[Decimal, int]
_TEN = Decimal(10)
_AFTER_POINT = frozenset({"unit", "zero", "digit", "digits", "ten", "teen"})


class _Grammar:
    """Recursive descent over the words of a number. Each reader returns value and next index, or None."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.size = len(tokens)
        self.mantissa: Decimal | None = None
        self.has_scale = False

    def role(self, index: int) -> str:
        return self.tokens[index].role if index < self.size else ""

    def read(self) -> Numeral | None:
        """The longest number from the first word on."""
        fraction = self.fraction(0)
        tokens = self.tokens
        cardinal = self.cardinal(0)
        if fraction is not None and (cardinal is None or fraction[1] > cardinal[1]):
            value, after = fraction
            # "three quarters billion", "half a million", "a quarter million"
            scaled = self.scaled_fraction(value, after)
            if scaled is not None:
                more = self.addition(scaled[0], scaled[1], self.last_scale)
                return self.numeral(more, "words")
            return self.numeral(fraction, "fraction")
        if cardinal is None:
            return self.ordinal(0)
        ordinal = self.ordinal(0)
        if ordinal is not None and ordinal.end > tokens[cardinal[1] - 1].end:
            return ordinal
        first = tokens[0]
        if cardinal[1] == 1 and first.plural:
            return Numeral(first.start, first.end, first.value, "plural", Decimal(1), has_scale=True)
        if first.plural and self.role(0) in ("hundred", "scale", "dozen"):
            return self.numeral(cardinal, "plural")
        return self.numeral(cardinal, "words" if first.role != "digits" or cardinal[1] > 1 else "digits")

    def numeral(self, reading: _Reading, form: str) -> Numeral:
        value, after = reading
        return Numeral(
            self.tokens[0].start,
            self.tokens[after - 1].end,
            value,
            form,
            self.mantissa if self.mantissa is not None and self.has_scale else None,
            has_scale=self.has_scale,
        )

    # -- parts ------------------------------------------------------------------------------------------

    def small(self, index: int) -> _Reading | None:
        """0 to 99, or digits, with decimals after "point"."""
        if index >= self.size:
            return None
        token = self.tokens[index]
        role = token.role
        if role == "ten":
            value, index = token.value, index + 1
            if self.role(index) == "unit" and not self.tokens[index].join.startswith(","):
                value, index = value + self.tokens[index].value, index + 1
        elif role in ("unit", "teen", "zero", "digits"):
            value, index = token.value, index + 1
        else:
            return None
        is_whole = value == value.to_integral_value() and value.adjusted() < 15
        if is_whole and self.role(index) == "point" and self.role(index + 1) in _AFTER_POINT:
            return self.decimals(value, index + 1)
        if role == "digits" and self.role(index) == "vulgar":
            return value + self.tokens[index].value, index + 1
        return value, index

    def decimals(self, whole: Decimal, index: int) -> _Reading:
        digits = ""
        while self.role(index) in _AFTER_POINT:
            token = self.tokens[index]
            if token.role in ("ten", "teen") and digits.strip("0"):
                break
            if token.role == "digits":
                if token.word.isdecimal():
                    digits += token.word
                    index += 1
                break
            value = token.value
            index += 1
            if token.role == "ten" and self.role(index) == "unit":
                value += self.tokens[index].value
                index += 1
            digits += str(value)
            if token.role in ("ten", "teen"):
                break
        return Decimal(f"{int(whole)}.{digits or 0}"), index

    def group(self, index: int) -> _Reading | None:
        """A number below a thousand (or any digits): hundreds, tens, units."""
        start = index
        if self.role(index) == "an":
            if self.role(index + 1) not in ("hundred", "scale", "dozen"):
                return None
            reading: _Reading | None = (Decimal(1), index + 1)
        elif self.role(index) in ("hundred", "scale", "dozen"):
            reading = (Decimal(1), index)
        else:
            reading = self.small(index)
        if reading is None:
            return None
        value, index = reading
        # "one twenty two": digits said in groups
        if (
            index == start + 1
            and self.role(start) == "unit"
            and self.role(index) == "ten"
            and self.role(index + 1) == "unit"
            and " " in self.tokens[index].join
            and self.role(index + 2) not in ("denominator", "ordinal")
        ):
            tens = self.tokens[index].value + self.tokens[index + 1].value
            return value * 100 + tens, index + 2
        if self.role(index) == "hundred":
            value, index = value * 100, index + 1
            if self.tokens[index - 1].plural:
                return value, index
            after = index + 1 if self.role(index) == "and" else index
            if self.role(after) in ("unit", "teen", "ten", "digits") and not (
                self.role(index) != "and" and self.tokens[after].join.startswith(",")
            ):
                rest = self.small(after)
                if rest is not None and after > index and self.role(rest[1]) == "dozen":
                    return value, index  # "three hundred and two dozens"
                if rest is not None and self.role(rest[1]) == "hundred":
                    return value, index  # "3 hundred and 2 hundred"
                if (
                    rest is not None
                    and 0 < rest[0] < 100
                    and (not self.is_denominator(rest[1]) or (self.in_numerator and after == index))
                ):
                    return value + rest[0], rest[1]
            if self.role(index) == "point" and self.role(index + 1) in _AFTER_POINT:
                return self.decimals(value, index + 1)  # "two hundred point seventy-one"
        return value, index

    def is_denominator(self, index: int) -> bool:
        """Whether the word at `index` makes a fraction of the number before it."""
        return self.role(index) == "denominator"

    def cardinal(self, index: int) -> _Reading | None:
        """A whole or mixed number with its scales."""
        group = self.group(index)
        if group is None:
            return None
        value, after = group
        if self.role(after) not in ("scale", "dozen"):
            self.mantissa, self.has_scale = value, self.role(after - 1) == "hundred"
            if self.has_scale:
                self.mantissa = value / 100
            mixed = self.tail_fraction(after)
            if mixed is not None:
                scaled = self.scales(value + mixed[0], mixed[1])
                if scaled is not None:
                    self.mantissa, self.has_scale = value + mixed[0], True
                    return scaled
                return value + mixed[0], mixed[1]
            is_more = self.role(after) == "and" and self.role(after + 1) in ("unit", "ten", "teen")
            if is_more and self.role(after + 2) != "dozen":
                return value, after
            if self.role(after - 1) == "hundred":
                return self.addition(value, after, Decimal(100))
            return value, after
        scaled = self.scales(value, after)
        if scaled is None:
            return value, after
        self.mantissa, self.has_scale = value, True
        total, after = scaled
        return self.addition(total, after, self.last_scale)

    def scales(self, value: Decimal, index: int) -> _Reading | None:
        """Multiply by the scale words from `index` on ("lakh crore", "thousand millions")."""
        factor = Decimal(1)
        start = index
        while self.role(index) in ("scale", "dozen", "hundred") and (
            index == start or self.tokens[index].role != "hundred"
        ):
            factor *= self.tokens[index].value
            index += 1
        if index == start:
            return None
        self.last_scale = factor
        return value * factor, index

    def addition(self, total: Decimal, index: int, scale: Decimal) -> _Reading:
        """What follows a scale: lower groups ("two thousand and eleven"), or a fraction of the scale."""
        while True:
            after = index + 1 if self.role(index) == "and" else index
            if after >= self.size:
                return total, index
            apart = self.tokens[after].join.startswith(",")  # "$7 million, two thirds of it"
            fraction = None if apart else self.fraction(after)
            if fraction is not None:
                scaled = self.scaled_fraction(*fraction)
                if scaled is not None and scaled[0] < scale:
                    return total + scaled[0], scaled[1]
            if after > index and scale > 100 and (tail := self.tail_fraction(index)) is not None:
                # "one million and a half" is one and a half million
                return total + tail[0] * scale, tail[1]
            group = self.lower_group(index, after)
            if group is None:
                return total, index
            value, next_index = group
            scaled = self.scales(value, next_index)
            if scaled is not None:
                if self.last_scale >= scale and not (self.last_scale == 12 and scale > 12):
                    return total, index
                total, index, scale = total + scaled[0], scaled[1], self.last_scale
                continue
            if value >= scale:
                return total, index
            if self.tail_starts(next_index):
                tail = self.tail_fraction(next_index)
                if tail is not None:
                    return total + value + tail[0], tail[1]
            return total + value, next_index

    def lower_group(self, index: int, after: int) -> _Reading | None:
        """The group at `after` that goes on a number which ends at `index`; None where another begins."""
        if self.tokens[after].plural or self.role(after) in ("hundred", "scale", "dozen"):
            return None
        group = self.group(after)
        if group is None or not group[0]:
            return None
        _, end = group
        if self.tokens[after].join.startswith(",") and self.role(end) == "denominator":
            return None
        is_hundred = any(token.role == "hundred" for token in self.tokens[after:end])
        is_scaled = is_hundred or self.role(end) in ("scale", "dozen")
        if self.role(after) == "digits" and after == index and not is_scaled:
            return None  # "2.9 million 9 litre cases"
        return None if self.is_denominator(end) and after > index else group

    def tail_starts(self, index: int) -> bool:
        return self.role(index) == "and"

    last_scale = Decimal(1)
    in_numerator = False

    def scaled_fraction(self, value: Decimal, index: int) -> _Reading | None:
        """A fraction of a scale word: "half a million", "three quarters billion"; `index` is after it."""
        after = index
        if self.role(after) == "of" and self.role(after + 1) == "an":
            after += 2
        elif self.role(after) == "an":
            after += 1
        if self.role(after) not in ("scale", "dozen") or self.tokens[after].plural:
            return None
        scaled = self.scales(value, after)
        self.mantissa, self.has_scale = value, True
        return scaled

    def tail_fraction(self, index: int) -> _Reading | None:
        """Such as "and a half", "and two thirds", "and three quarters"."""
        if self.role(index) != "and":
            return None
        fraction = self.fraction(index + 1)
        if fraction is None or fraction[0] >= 1:
            return None
        return fraction

    def fraction(self, index: int) -> _Reading | None:
        """Such as "half", "a third", "two thirds", "one twenty-fifth", "twenty-three fifths"."""
        role = self.role(index)
        if role == "vulgar":
            return self.tokens[index].value, index + 1
        if role == "half":
            return Decimal("0.5"), index + 1
        if role == "quarter":
            return (Decimal("0.25"), index + 1) if self.role(index + 1) == "scale" else None
        if role == "an" or (role in ("unit", "digits") and self.tokens[index].value == 1):
            single = self.single_part(index + 1)
            if single is not None:
                return single
            if role == "an" and self.role(index + 1) not in ("hundred", "scale"):
                return None
        self.in_numerator = True
        reading = None if role in ("hundred", "scale", "dozen") else self.group_with_scales(index)
        self.in_numerator = False
        if reading is None:
            return None
        above, after = reading
        if any(token.join.startswith(",") for token in self.tokens[index + 1 : after]):
            return None  # "7 million, two thirds": no numerator is written with a comma in words
        if self.is_joined_part(index, after, above):
            value = divide(above, self.tokens[after].value)
            return None if value is None else (value, after + 1)
        if self.role(after) == "denominator":
            below = self.tokens[after].value
            split = self.split_before_ten(index, after)
            if split is not None:
                above, below = split, below + self.tokens[after - 1].value
            elif below == 1:
                return None
            value = divide(above, below)
            return None if value is None else (value, after + 1)
        # "twenty twenty fifths" is 20/25: the denominator is a number of its own
        if (
            self.role(after) == "ten"
            and self.role(after + 1) == "denominator"
            and self.tokens[after + 1].value < 10
        ):
            value = divide(above, self.tokens[after].value + self.tokens[after + 1].value)
            return None if value is None else (value, after + 2)
        return None

    def is_joined_part(self, index: int, after: int, above: Decimal) -> bool:
        """Whether an ordinal is joined to a small number as its denominator: "a two-third majority"."""
        if self.role(after) != "ordinal" or self.role(index) != "unit" or after != index + 1:
            return False
        part = self.tokens[after]
        return 1 < above < part.value <= _TEN and bool(part.join) and not part.join.isspace()

    def split_before_ten(self, index: int, after: int) -> Decimal | None:
        """The numerator of "one hundred thirty-fifths", whose denominator has two words."""
        if (
            self.tokens[after - 1].role != "ten"
            or self.tokens[after].value >= 10
            or after - 1 <= index
            or self.role(after - 2) == "and"
        ):
            return None
        reading = _Grammar(self.tokens[index : after - 1]).group_with_scales(0)
        return None if reading is None else reading[0]

    def single_part(self, index: int) -> _Reading | None:
        """The denominator after "a" or "one": "third", "quarter", "twenty-first", "hundred fifth"."""
        role = self.role(index)
        if role == "half":
            return Decimal("0.5"), index + 1
        if role == "quarter":
            return Decimal("0.25"), index + 1
        if role == "ordinal":
            below = self.tokens[index].value
            if below < 3:
                return None
            value = divide(Decimal(1), below)
            return None if value is None else (value, index + 1)
        if role in ("ten", "unit") or self.is_glued_denominator(index):
            ordinal = self.ordinal_value(index)
            if ordinal is not None and ordinal[0] > 2:
                value = divide(Decimal(1), ordinal[0])
                return None if value is None else (value, ordinal[1])
        return None

    def is_glued_denominator(self, index: int) -> bool:
        """Whether a number is joined to the scale that it multiplies: "one ten-thousandth"."""
        if self.role(index) not in ("teen", "hundred") or self.role(index + 1) != "ordinal":
            return False
        scale = self.tokens[index + 1]
        return scale.value > 100 and bool(scale.join) and not scale.join.isspace()

    def group_with_scales(self, index: int) -> _Reading | None:
        """A cardinal without fraction tail, for a numerator."""
        total = Decimal(0)
        last: Decimal | None = None
        while True:
            group = self.group(index)
            if group is None:
                return (total, index) if last is not None else None
            value, index = group
            if self.role(index) != "scale":
                return total + value, index
            factor = Decimal(1)
            while self.role(index) == "scale":
                factor *= self.tokens[index].value
                index += 1
            if last is not None and factor >= last:
                return None
            total, last = total + value * factor, factor

    def ordinal(self, index: int) -> Numeral | None:
        """An ordinal: "third", "twenty-first", "three trillionth"."""
        found = self.ordinal_value(index)
        if found is None:
            return None
        value, after = found
        return Numeral(self.tokens[0].start, self.tokens[after - 1].end, value, "ordinal")

    def ordinal_value(self, index: int) -> _Reading | None:
        total = Decimal(0)
        if self.role(index) == "an":
            if self.role(index + 1) not in ("hundred", "scale"):
                return None
            index += 1
        part: Decimal | None = None
        while index < self.size:
            token = self.tokens[index]
            if token.role == "ordinal":
                if token.value >= 100:
                    return total + (part or Decimal(1)) * token.value, index + 1
                if (
                    part is not None
                    and part % 100
                    and not (part % 10 == 0 and part % 100 >= 20 and token.value < 10)
                ):
                    return None
                return total + (part or 0) + token.value, index + 1
            if token.role == "denominator" and token.value >= 100 and part is not None:
                return None
            if token.role in ("unit", "teen", "ten"):
                if part is not None and part % 100 and not (part % 10 == 0 and part % 100 >= 20):
                    return None
                part = (part or Decimal(0)) + token.value
            elif token.role == "hundred":
                part = (part or Decimal(1)) * 100
            elif token.role == "scale":
                total, part = total + (part or Decimal(1)) * token.value, None
            elif token.role != "and":
                return None
            index += 1
        return None
