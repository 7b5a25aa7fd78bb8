"""Versions of software in English text: "Python 3.12", "version 2.0 of PyTorch", "Windows 8.1 and earlier".

>>> version = find_versions("It needs Python 3.8 or later.")[0]
>>> version.name, version.comparator, version.version
('Python', '>=', '3.8')

Whether a name is software cannot be told from its letters. Candidates that need the caller's word on it
("Windows 10", "Apollo 13") have `sure` False.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.versions.bounds import SIGNS, bound_comparator, bound_words, comparator_of
from claimcheck.versions.expressions import Comparator, VersionExpression, VersionForm
from claimcheck.versions.free_numbers import is_free_number
from claimcheck.versions.names import ASIDE_CHARS, NAME_CHARS, Name, is_written_as_software
from claimcheck.versions.openings import (
    COMPARATOR_CHARS,
    EXPLICIT,
    EXPLICIT_CHARS,
    STATED,
    STATED_CHARS,
    Opening,
    follows_versions,
    marks_any_number,
    of_stated,
    read_opening,
)
from claimcheck.versions.tails import EXPLICIT_AFTER, SUFFIX, closes_bracket, name_behind, read_tail
from claimcheck.versions.vocabulary import labels, software_words

# The letters of a glued name, as many as its pattern allows, and its operator: "numpy>=1.21".
MAX_CHARS_BEFORE_DIGIT = 33
_NUMBER = (
    r"\d+(?:[.∙]\d+)*(?:\.[xX*](?![\w]))?"
    r"(?:[-.]?(?:alpha|beta|rc|dev|post|pre|preview|snapshot|final|a|b|p)[-.]?\d+|-(?:alpha|beta|rc|snapshot|dev|preview))?"
)
_CANDIDATE = re.compile(
    rf"""
      (?:(?<![\w$€£¥\#@%&+-])|(?<=[ (]version))
      (?:(?P<operator>[<>]=?|[=~]=|[≤≥])[ \t]?)?
      (?P<version>R20\d\d[ab]\b|(?:v\.?[-·]?[ ]?(?=\d))?{_NUMBER})
      (?P<plus>\+(?!\w))?
    | # "IE6", "numpy>=1.21"
      (?<![\w.-])
      (?P<glued>[a-z][a-z+\#]{{1,30}}?)
      (?P<glued_operator>[<>]=?|[=~]=)?
      (?P<glued_version>\d{{1,2}}(?:\.\d+)*)
      (?![\w%°-]|[.,]\d|[ ]v?\d+\.\d)  # "PyO3 0.21" has its version behind a digit of its name
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DIGIT = re.compile(r"\d")
_LIST_SIGN = re.compile(r"[ ]?(?:,[ ](?:and|or)|,|and|or|&|/|to|through|[-–])[ ]?")
_DECIMALS = re.compile(r"\d+\.\d{3,}")


def find_versions(text: str) -> list[VersionExpression]:
    """Every number of the text that is, or may be, a version, in reading order, none overlapping another.

    Left out: years, money, amounts with units, scores, sections and figures, addresses, dates, and numbers
    inside names such as "GPT-4". A list such as "Python 3.8, 3.9 and 3.10" gives one record for each number.
    """
    found: list[VersionExpression] = []
    position = 0
    while digit := _DIGIT.search(text, position):
        # A candidate begins at most so far before its first digit; looking for digits goes much faster.
        candidate = _CANDIDATE.search(text, max(position, digit.start() - MAX_CHARS_BEFORE_DIGIT))
        if candidate is None:
            break
        if candidate["glued"] is not None and candidate["glued"].lower() == "version":
            position = candidate.start("glued_version")  # "version11.2"
            continue
        position = candidate.end()
        version = _read_candidate(text, candidate, found[-1] if found else None)
        if version is not None:
            found.append(version)
            position = max(position, version.end)
    return found


class _Number(NamedTuple):
    """A number that may be a version, with the signs and words around it that say that it is one.

    `begin` is where it begins with its operator, `end` where it ends with its suffix.
    """

    version: str
    begin: int
    end: int
    operator: str | None
    explicit: re.Match[str] | None
    stated: re.Match[str] | None
    after_word: re.Match[str] | None

    @property
    def is_explicit(self) -> bool:
        """Whether a "v" or a word for versions says it."""
        return bool(self.explicit or self.stated or self.after_word) or self.version[0] in "vV"


def _read_candidate(
    text: str, candidate: re.Match[str], last: VersionExpression | None
) -> VersionExpression | None:
    if candidate["glued"] is not None:
        return _read_glued(text, candidate)
    last_end = last.end if last is not None else 0
    number = _read_number(text, candidate, last_end)
    if number is None:
        return None
    opening = _opening_of(text, candidate, number, last_end)
    # "versions prior to 2.3.1"
    is_explicit = number.is_explicit or bool(opening.words and follows_versions(text, opening.words))
    if number.stated is not None:
        opening = of_stated(number.stated) or opening
    inherited = _list_name(text, last, number.begin, number.version)
    form = _form(number.version, number.operator, opening.name, inherited, is_explicit=is_explicit)
    if form is None:
        return None
    tail = read_tail(
        text,
        candidate,
        number.version,
        number.end,
        number.after_word,
        may_be_preview="." in number.version or is_explicit,
    )
    name, phrase_end = opening.name or inherited, tail.end
    if name is None and is_explicit:
        name, phrase_end = name_behind(text, tail.end)
    comparator = comparator_of(candidate, number.operator, opening.words, tail.bound)
    is_plain = form is VersionForm.NAME_NUMBER and comparator == "="
    if is_plain and name is not None and not is_written_as_software(text, name):
        return None
    is_requirement = form is VersionForm.OPERATOR and _is_requirement(
        number.operator, tail.version, text, opening.name
    )
    return VersionExpression(
        start=opening.start,
        end=phrase_end,
        text=text[opening.start : phrase_end],
        version=tail.version,
        comparator=comparator,
        name_start=name.start if name else None,
        name_end=name.end if name else None,
        name=text[name.start : name.end] if name else None,
        sure=is_requirement or _is_sure(text, form, tail.version, name, number.begin, last),
        form=form,
    )


def _read_number(text: str, candidate: re.Match[str], last_end: int) -> _Number | None:
    """The number of a candidate, unless it is a code, an engine, or a year, amount or date."""
    version, end = candidate["version"], candidate.end("version")
    is_marked = version[0] in "vV"
    if is_marked and version[0] == "V" and "." not in version and version[1:2] not in "-· ":
        return None  # "V8" is an engine
    if _CODE.match(version):
        return None
    operator = candidate["operator"]
    if operator in ("<", ">") and "." not in version:
        operator = None
    begin = candidate.start() if operator else candidate.start("version")
    floor = _floor(begin, last_end)
    is_dotted = "." in version
    explicit = EXPLICIT.search(text, max(floor, begin - EXPLICIT_CHARS), begin)
    stated = STATED.compiled().search(text, max(floor, begin - STATED_CHARS), begin) if is_dotted else None
    if explicit and not is_dotted and not marks_any_number(text, explicit):
        explicit = None
    may_go_on = explicit or is_marked or version.count(".") > 1
    if may_go_on and is_dotted and (suffix := SUFFIX.match(text, end)):
        end = suffix.end()
        version = text[candidate.start("version") : end]
    after_word = EXPLICIT_AFTER.match(text, end) if is_dotted or is_marked else None
    number = _Number(version, begin, end, operator, explicit, stated, after_word)
    is_said = number.is_explicit or bool(operator)
    is_free = is_free_number(text, version, candidate.start("version"), end, is_explicit=is_said)
    return number if is_free else None


def _floor(begin: int, last_end: int) -> int:
    """How far before a number its name and the words of a bound may reach."""
    return max(last_end, begin - NAME_CHARS - COMPARATOR_CHARS)


def _opening_of(text: str, candidate: re.Match[str], number: _Number, last_end: int) -> Opening:
    """What stands before a number; where words say that it is a version, asides may stand between."""
    floor = _floor(number.begin, last_end)
    if number.is_explicit:
        floor = max(last_end, floor - ASIDE_CHARS)
    return read_opening(
        text,
        floor,
        number.begin,
        number.explicit,
        number.version,
        is_explicit=number.is_explicit or bool(number.operator),
        is_closed=closes_bracket(text, number.end, "." in number.version, candidate),
    )


def _is_sure(
    text: str,
    form: VersionForm,
    version: str,
    name: Name | None,
    begin: int,
    last: VersionExpression | None,
) -> bool:
    """Whether the wording alone tells that the name is software's, as the form gives it."""
    if form is VersionForm.NAME_DOTTED and name is not None:
        # "Camera (10.2" and "Tap 108.333" are more often amounts
        is_amount = (
            _DECIMALS.fullmatch(version) and text[name.start : name.end].lower() not in software_words()
        )
        return is_written_as_software(text, name) and text[begin - 1] != "(" and not is_amount
    if form is VersionForm.LIST and last is not None:
        return last.sure
    return form is VersionForm.EXPLICIT


_CODE = re.compile(r"V0|V\d\d\.")  # "V02.61" is a diagnosis


def _is_requirement(operator: str | None, version: str, text: str, name: Name | None) -> bool:
    """Whether an operator states a version, as in "Python >= 3.8", and no limit of a measured value."""
    if operator in ("==", "~="):
        # "numpy==2" pins a version, "size == 4" and "status==0" compare
        return "." in version or (version != "0" and f"{operator}{version}" in text)
    is_dotted = "." in version and not version.startswith("0.")
    return operator in (">=", "<=") and is_dotted and name is not None and is_written_as_software(text, name)


def _form(
    version: str, operator: str | None, name: Name | None, inherited: Name | None, *, is_explicit: bool
) -> VersionForm | None:
    if is_explicit:
        return VersionForm.EXPLICIT
    if operator:
        return VersionForm.OPERATOR if name is not None else None
    if name is not None:
        return VersionForm.NAME_DOTTED if "." in version else VersionForm.NAME_NUMBER
    return VersionForm.LIST if inherited is not None else None


def _read_glued(text: str, match: re.Match[str]) -> VersionExpression | None:
    """Read "IE6", "Python3", "numpy>=1.21"; whether the letters are a name is for the caller to say."""
    letters, version = match["glued"], match["glued_version"]
    operator = match["glued_operator"]
    is_dotted = "." in version and letters in software_words()  # "php5.3"
    is_name = letters[0].isupper() and letters.isalpha() and letters.lower() not in labels()
    if not operator and not (is_name or is_dotted):
        return None
    if operator in ("<", ">") and letters not in software_words():
        return None  # "p<0"
    start, end = match.span()
    comparator: Comparator = SIGNS[operator] if operator else "="
    bound = bound_words().after.match(text, end)
    if bound:
        end = bound.end()
        comparator = bound_comparator(bound)
    return VersionExpression(
        start=start,
        end=end,
        text=text[start:end],
        version=version,
        comparator=comparator,
        name_start=start,
        name_end=match.end("glued"),
        name=letters,
        sure=operator is not None or is_dotted,
        form=VersionForm.OPERATOR if operator else VersionForm.GLUED,
    )


_OWN_PREDICATE = WordPattern(r" (?:<versions/own_predicate>)\b")


def _list_name(text: str, last: VersionExpression | None, start: int, version: str) -> Name | None:
    """The name of the version before, where this one goes on its list: "Python 3.8, 3.9 and 3.10"."""
    if last is None or last.name_start is None or last.name_end is None:
        return None
    if last.name_start > last.start and last.end == last.name_end:
        return None
    if not _LIST_SIGN.fullmatch(text, last.end, start):
        return None
    if _OWN_PREDICATE.match(text, start + len(version)):
        return None  # "had dropped Python 3.8, and 0.9 added wheels"
    alike = ("." in version) == ("." in last.version) and len(version) <= len(last.version) + 2
    return Name(last.name_start, last.name_end) if alike else None
