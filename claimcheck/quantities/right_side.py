"""What stands right after a numeral and belongs to it: percent, age, multiple, scale, currency, unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_scales, load_units
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.ages import take_age
from claimcheck.quantities.counted_nouns import has_plural_noun
from claimcheck.quantities.measures import is_no_unit, take_unit, time_adjective
from claimcheck.quantities.money import CurrencyReading, read_currency_after, read_scaled_code
from claimcheck.quantities.multiples import take_factor, take_multiple
from claimcheck.quantities.percents import take_part_of_percent, take_percent
from claimcheck.quantities.prices import is_mass, take_currency_after
from claimcheck.quantities.rates import take_base_rate
from claimcheck.quantities.scale_letters import SALT, multiply, take_scale
from claimcheck.quantities.units import UnitReading, read_unit, unit_reading

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount

_JOINED = frozenset(" \u00a0\u2009\n-%‰°º˚\"'″′×µμ$€£¥￥₹₽₩₺₿₡₾₭₦₱฿₫₴₪₸₼₮₲₵៛৳֏₨¢ر/([{<ΩΩ℃℉٪﹪％+,;≈")
FRACTION_JOINT = re.compile(
    r" of (?:one|1) ?(?=%)|(?:(?: of)?(?: an?| one| 1)? |-(?=point|percent))(?=[a-z])"
)
_FEW = 100
_GRAVITY = re.compile(r"[ ]?[×x][ ]?(?P<symbol>g)(?![^\W_])")
_ONE_G = re.compile(r"[ ]?(?P<symbol>g)(?![^\W_]|[ ](?:of|per)[ ]|/)")
_ACCELERATION = WordPattern(
    r"(?<![^\W_])(?:(?:<quantities/acceleration>)[: ]"
    r"(?:of |was |is |up to |reached |hit |exceeded |peaked at )?[: ]?"
    r"|(?:<quantities/bearing_acceleration>) (?:about |up to |over |more than |a )?"
    r"|(?:exposed|subjected)(?: [\w’'-]+){0,3} to (?:about |up to )?)\Z"
)
_ACCELERATION_CHARS = 30
_STANDARD_GRAVITY = Decimal("9.80665")  # m/s², by the third CGPM of 1901


def take_right_side(text: str, low: str, amount: Amount) -> None:
    """Take percent, age, multiple, scale, currency or unit after the number; the first that fits.

    A plus sign may stand between them: "3+ petabytes", "30+%".
    """
    end = amount.end
    if text[end : end + 1] == "+" and text[end + 1 : end + 2] in _AFTER_PLUS and amount.form == "digits":
        amount.end = end + 1
        _take_right_side(text, low, amount)
        if amount.end == end + 1:
            amount.end = end  # nothing fitted; the sign is read as a bound later
    else:
        _take_right_side(text, low, amount)


_AFTER_PLUS = frozenset(" \u00a0-%")


def _take_right_side(text: str, low: str, amount: Amount) -> None:
    end = amount.end
    following = text[end : end + 1]
    if following == "]" and text[amount.start - 1 : amount.start] == "[" and amount.form == "words":
        bracketed = read_unit(text, low, end + 1)
        if bracketed is not None:
            take_unit(text, low, amount, bracketed, end + 1)
        return
    if low.startswith("of ", amount.start - 3) and take_factor(low, amount):
        return
    if following == " " and (
        _take_unit_behind_digits(text, low, amount) or _take_unit_behind_spread(text, low, amount)
    ):
        return
    if not following or not (following.isalpha() or following in _JOINED or following.isspace()):
        return
    if take_percent(low, amount) or amount.form == "ordinal":
        return
    if following == " " and low.startswith(" or ", end) and _take_bounded_unit(text, low, amount):
        return
    if take_age(low, amount) or _take_scaled_code(text, low, amount):
        return
    if take_multiple(low, amount) or _take_gravity(text, low, amount):
        return
    if _take_molarity(text, low, amount) or _take_millibars(text, low, amount):
        return
    if _take_memory(text, low, amount) or _take_device_hours(text, low, amount):
        return
    if _take_emissions(text, low, amount) or _take_file_size(text, low, amount):
        return
    take_scale(text, low, amount)
    if amount.has_scale and _take_device_hours(text, low, amount):
        return
    if take_base_rate(low, amount):
        return
    currency = read_currency_after(text, low, amount.end)
    if currency is not None and _is_counted(text, low, amount, currency):
        currency = None  # "two AOA sensors"
    if amount.form == "fraction" and currency is None and _take_part(text, low, amount):
        return
    if amount.form == "plural" and _take_whole(text, low, amount):
        return
    _take_currency_or_unit(text, low, amount, currency)


_SPREAD = re.compile(
    r" [(\[](?:sd|s\.d\.|se|sem|±|\+/-|iqr)[ =:,]{0,2}±?[ ]?\d[\d., –-]*(?: to \d[\d.]*)?[)\]](?= [a-z])"
)


_SAID_AGAIN = re.compile(r" \((?P<digits>\d{1,4})\)(?= [a-z])")


def _take_unit_behind_digits(text: str, low: str, amount: Amount) -> bool:
    """Such as "sixty (60) days": a unit behind the number said again in digits, as deeds and rules do."""
    again = _SAID_AGAIN.match(low, amount.end) if amount.form == "words" else None
    if again is None or amount.value != Decimal(again["digits"]):
        return False
    unit = read_unit(text, low, again.end())
    if unit is None:
        return False
    take_unit(text, low, amount, unit, again.end())
    return True


def _take_unit_behind_spread(text: str, low: str, amount: Amount) -> bool:
    """Such as "43.2 (SD 11.6) years": a unit behind the bracket that tells how far the values are spread."""
    spread = _SPREAD.match(low, amount.end) if low.startswith((" (", " ["), amount.end) else None
    unit = None if spread is None else read_unit(text, low, spread.end())
    if spread is None or unit is None:
        return False
    take_unit(text, low, amount, unit, spread.end())
    return True


_OR_MORE = WordPattern(r" or (?:(?P<more><quantities/or_more>)|(?:<quantities/or_less>))(?= )")


def _take_bounded_unit(text: str, low: str, amount: Amount) -> bool:
    """Such as "1,000 or more kilograms": a unit behind what bounds the number."""
    bound = _OR_MORE.match(low, amount.end)
    unit = None if bound is None else read_unit(text, low, bound.end())
    if bound is None or unit is None or unit.end - bound.end() <= _SHORT_UNIT:
        return False
    take_unit(text, low, amount, unit, bound.end())
    amount.comparator = ">=" if bound["more"] else "<="
    return True


_SHORT_UNIT = 3
"""Of a blank and a symbol: what is written between number and unit in words goes on in words."""
_PLAIN_CODES = frozenset(["USD", "EUR", "GBP", "JPY", "CHF", "RMB"])


def _is_counted(text: str, low: str, amount: Amount, currency: CurrencyReading) -> bool:
    """Whether the code of a currency is part of what a small number counts: "two AOA sensors"."""
    code = text[currency.start : currency.end]
    if amount.has_scale or not code.isupper() or len(code) != 3 or code in _PLAIN_CODES:
        return False
    if amount.value >= _FEW or amount.value != amount.value.to_integral_value():
        return False
    return has_plural_noun(text, low, currency.end)


def _take_scaled_code(text: str, low: str, amount: Amount) -> bool:
    """Such as "48.5 MGBP"."""
    end = amount.end
    if amount.form != "digits" or text[end : end + 1] not in " kKMmbB":
        return False
    scaled_code = read_scaled_code(text, end)
    if scaled_code is None:
        return False
    letters, currency = scaled_code
    multiply(amount, load_scales()[letters].factor, currency.end)
    amount.number_end = currency.start
    take_currency_after(text, low, amount, currency)
    return True


def _take_gravity(text: str, low: str, amount: Amount) -> bool:
    """Such as "3000 × g"."""
    gravity = _GRAVITY.match(text, amount.end)
    if gravity is None and text[amount.end : amount.end + 2].lstrip(" ")[:1] == "g":
        is_told = _ACCELERATION.search(low, max(0, amount.start - _ACCELERATION_CHARS), amount.start)
        gravity = _ONE_G.match(text, amount.end) if is_told else None
    if gravity is None:
        return False
    reading = UnitReading(
        gravity.end(),
        "standard_gravity",
        "acceleration",
        _STANDARD_GRAVITY,
        Decimal(0),
        "meter/second^2",
        is_compound=False,
    )
    take_unit(text, low, amount, reading, gravity.start("symbol"))
    return True


_MOLAR = re.compile(r"[ ]?(?P<symbol>M)(?![^\W_])")
_SOLUTION = WordPattern(
    r"[ ](?:(?:<quantities/dissolved>)(?![^\W_])|in[ ](?:<quantities/solvent>)(?![^\W_]))"
)


def _take_molarity(text: str, low: str, amount: Amount) -> bool:
    """Such as "0.5 M NaCl", "2.0 M in hexane": so much of a compound in a litre."""
    found = _MOLAR.match(text, amount.end) if amount.form == "digits" else None
    if found is None or not (SALT.match(text, found.end()) or _SOLUTION.match(low, found.end())):
        return False
    take_unit(text, low, amount, unit_reading(load_units()["molar"], found.end()), found.start("symbol"))
    return True


_MB = re.compile(r"[ ]?(?P<symbol>mb)(?![^\W_])")
_PRESSURE_CHARS = 80


def _take_millibars(text: str, low: str, amount: Amount) -> bool:
    """Such as "a pressure of 967 mb", "down 12 mb": millibars beside a pressure, elsewhere megabits."""
    found = _MB.match(text, amount.end) if amount.form == "digits" else None
    if found is None or "pressure" not in low[max(0, amount.start - _PRESSURE_CHARS) : amount.start]:
        return False
    unit = load_units()["millibar"]
    take_unit(text, low, amount, unit_reading(unit, found.end()), found.start("symbol"))
    return True


_MEMORY = re.compile(r"G(?![^\W_])")
_MEMORY_NEAR = WordPattern(r"(?<![^\W_])(?:<quantities/memory>|a100|v100|h100|t4|nvidia)(?![^\W_])")
_MEMORY_CHARS = 60


def _take_memory(text: str, low: str, amount: Amount) -> bool:
    """Such as "an A100 (40G)": a gigabyte beside memory and devices."""
    found = _MEMORY.match(text, amount.end) if amount.form == "digits" else None
    if found is None or not _MEMORY_NEAR.search(low, max(0, amount.start - _MEMORY_CHARS), amount.end + 40):
        return False
    take_unit(text, low, amount, unit_reading(load_units()["gigabyte"], found.end()), found.start())
    return True


_EMISSIONS = re.compile(r"[ ]?(?P<mass>kg|g|kt|Mt|Gt|t)[ -]?CO[2₂][ -]?(?:eq?)?(?![^\W_])")
_OF_NUTRIENT = re.compile(
    r"[ ]?(?P<mass>kg|mg|g|t|lb)[ ](?:N|P|K|C|S|P[2₂]O[5₅]|K[2₂]O|NO[3₃]|NH[4₄])"
    r"(?=[ ]?/[ ]?[a-zA-Z]|[ ]per[ ])"
)
_EMISSION_MASSES = {"kg": "kilogram", "g": "gram", "t": "tonne"}


def _take_emissions(text: str, low: str, amount: Amount) -> bool:
    """Such as "539 tCO2eq", a mass of carbon dioxide, and "120 kg N/ha", which is told for so much."""
    found = _EMISSIONS.match(text, amount.end)
    if found is None and (of_stuff := _OF_NUTRIENT.match(text, amount.end)) is not None:
        reading = _rate_of_stuff(text, of_stuff)
        if reading is not None:
            take_unit(text, low, amount, reading, of_stuff.start("mass"))
        return reading is not None
    name = None if found is None else _EMISSION_MASSES.get(found["mass"])
    if found is None or name is None:
        return False
    reading = unit_reading(load_units()[name], found.end())
    if _RATE_AFTER.match(text, found.end()):
        reading = _rate_of_stuff(text, found) or reading
    take_unit(text, low, amount, reading, found.start("mass"))
    return True


_RATE_AFTER = re.compile(r"[ ]?/[ ]?[A-Za-z]|[ ]per[ ][A-Za-z]")
_LONGEST_RATE = 24


def _rate_of_stuff(text: str, found: re.Match[str]) -> UnitReading | None:
    """The unit of a mass of some stuff for so much of something else: "241 g CO2/kWh"."""
    bare = f" {found['mass']}"
    spelled = bare + text[found.end() : found.end() + _LONGEST_RATE]
    rate = read_unit(spelled, spelled.lower(), 0)
    if rate is None or rate.end <= len(bare):
        return None
    return rate._replace(end=found.end() + rate.end - len(bare))


_FILE_SIZE = WordPattern(
    r"[ ]?(?P<prefix>[KMG])b[ ,;)]{1,2}(?:in[ ])?(?:<quantities/file>)(?![^\W_])",
    re.IGNORECASE,
)
_FILE_UNITS = {"k": "kilobyte", "m": "megabyte", "g": "gigabyte"}


def _take_file_size(text: str, low: str, amount: Amount) -> bool:
    """Such as "(69.7 Kb Pdf)": files are measured in bytes, however the unit is written."""
    if low[amount.end : amount.end + 3].lstrip()[:1] not in _FILE_UNITS:
        return False
    found = _FILE_SIZE.match(low, amount.end)
    if found is None:
        return False
    start = found.start("prefix")
    unit = load_units()[_FILE_UNITS[found["prefix"]]]
    take_unit(text, low, amount, unit_reading(unit, start + 2), start)
    return True


_DEVICE_HOURS = re.compile(
    r"[ -](?:[A-Z]{1,3}\d{2,4}[ -])?(?P<device>[GTC]PU)[ -](?P<time>hours?|days?)(?![^\W_])"
)


def _take_device_hours(text: str, low: str, amount: Amount) -> bool:
    """Such as "2.8M H800 GPU hours"."""
    found = _DEVICE_HOURS.match(text, amount.end)
    if found is None:
        return False
    unit = load_units()[f"{found['device'].lower()}_{found['time'].rstrip('s')}"]
    take_unit(text, low, amount, unit_reading(unit, found.end()), amount.end + 1)
    return True


def _take_part(text: str, low: str, amount: Amount) -> bool:
    """The unit or currency that a fraction is of: "half a mile", "two thirds of a euro"."""
    joint = FRACTION_JOINT.match(low, amount.end)
    if joint is None:
        return False
    if take_part_of_percent(low, amount, joint.end()):
        return True
    part = read_unit(text, low, joint.end() - 1)
    if part is not None and not (part.name in ("turn", "degree") and part.end == joint.end()):
        take_unit(text, low, amount, part, joint.end())
        return True
    currency = read_currency_after(text, low, joint.end() - 1)
    if currency is None:
        return False
    take_currency_after(text, low, amount, currency)
    return True


def _take_whole(text: str, low: str, amount: Amount) -> bool:
    """The unit or currency of a bare scale: "millions of dollars", "hundreds of miles"."""
    if not low.startswith(" of ", amount.end):
        return False
    currency = read_currency_after(text, low, amount.end + 3)
    if currency is not None:
        take_currency_after(text, low, amount, currency)
        return True
    unit = read_unit(text, low, amount.end + 3)
    if unit is None or is_no_unit(text, low, amount, unit):
        return False
    take_unit(text, low, amount, unit, amount.end + 4)
    return True


_OF_GOLD = WordPattern(r"[ -](?:<quantities/gold>)(?![^\W_])")
"""Behind a carat that tells how pure gold is, and nothing of its mass."""
_LETTER_UNIT = re.compile(r"[ \u00a0-][A-Z](?![^\W_])")
_WAY_OF_LENGTH = WordPattern(r"[ -](?:<quantities/way_of_length>)[ -]")
_OR_SO = re.compile(r" or so ")
_FEWEST_LETTERS = 3
_GAINED = re.compile(
    r"[ ](?:(?:total|career|net|gross|combined|all-purpose|[a-z]{3,16}ing)[ ]){1,3}(?=yards?(?![^\W_]))"
)
"""How yards of a game were gained: "2,000 receiving yards"."""


def _take_currency_or_unit(text: str, low: str, amount: Amount, currency: CurrencyReading | None) -> None:
    unit: UnitReading | None = None
    is_scaled = amount.number_end != amount.numeral.end and amount.number_end < amount.end
    if (currency is None or currency.currency.assumed) and not is_scaled:
        unit = read_unit(text, low, amount.end)
        if unit is not None and amount.form == "words" and _LETTER_UNIT.match(text, amount.end):
            unit = None  # "three A grades", "four A*s"
    if currency is not None and (unit is None or not is_mass(low, amount, currency, unit)):
        take_currency_after(text, low, amount, currency)
        return
    if unit is not None:
        if is_no_unit(text, low, amount, unit):
            return
        if unit.name == "carat" and _OF_GOLD.match(low, unit.end):
            unit = unit_reading(load_units()["karat"], unit.end)
        take_unit(text, low, amount, unit, amount.end)
        is_temperature = amount.kind == "measure" and unit.quality in ("angle", "temperature")
        if is_temperature and low.startswith(" below zero", amount.end):
            amount.value, amount.mantissa = -amount.value, -amount.mantissa
            amount.end += len(" below zero")
        return
    gained = _GAINED.match(low, amount.end) if amount.kind == "" else None
    if gained is not None:
        yard = read_unit(text, low, gained.end() - 1)
        if yard is not None and yard.name == "yard":
            take_unit(text, low, amount, yard, gained.end())
            return
    about = _OR_SO.match(low, amount.end) if amount.kind == "" else None
    if about is None and amount.kind == "":
        about = _WAY_OF_LENGTH.match(low, amount.end)  # "1,150 vertical feet"
    if about is not None:
        later = read_unit(text, low, about.end() - 1)
        if later is not None and later.end - about.end() >= _FEWEST_LETTERS:
            take_unit(text, low, amount, later, about.end())
            return
    adjective = time_adjective().match(low, amount.end) if amount.kind == "" else None
    if adjective is not None:
        later = read_unit(text, low, adjective.end() - 1)
        if later is not None and later.quality == "time":
            take_unit(text, low, amount, later, adjective.end())
