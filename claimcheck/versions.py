"""Versions of software in English text: "Python 3.12", "version 2.0 of PyTorch", "Windows 8.1 and earlier".

>>> version = find_versions("It needs Python 3.8 or later.")[0]
>>> version.name, version.comparator, version.version
('Python', '>=', '3.8')

Whether a name is software cannot be told from its letters. Candidates that need the caller's word on it
("Windows 10", "Apollo 13") have `sure` False.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Literal, NamedTuple

from claimcheck.lexicons import load_pairs, load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet

Comparator = Literal["=", "<", "<=", ">", ">="]

# The longest product name of products.csv with its spaces is under 48 characters.
NAME_CHARS = 48
# The letters of a glued name, as many as its pattern allows, and its operator: "numpy>=1.21".
MAX_CHARS_BEFORE_DIGIT = 33
# A maker and its town in brackets between the two, at the most
ASIDE_CHARS = 130
# "versions number (" with a line end
EXPLICIT_CHARS = 18
# "version of Quillo is currently "
STATED_CHARS = 72
# "no later than version " and the like
COMPARATOR_CHARS = 24


class VersionForm(Enum):
    """How a version is written; a claim is found by `version/FORM`."""

    EXPLICIT = "explicit"  # "version 2", "v2", "release 2.1"
    OPERATOR = "operator"  # ">= 2.1"
    NAME_DOTTED = "name_dotted"  # "Quillo 2.1"
    NAME_NUMBER = "name_number"  # "Quillo 2"
    LIST = "list"  # the second one of "Quillo 2.1 and 2.2"
    GLUED = "glued"  # "IE6"


@dataclass(frozen=True, slots=True)
class VersionExpression:
    """A version; offsets are code points of the text, ends exclusive.

    Attributes:
        start: where the whole phrase begins, name and comparator included.
        end: where it ends, "or later" and "LTS" included.
        text: the characters from `start` to `end`.
        version: the version as written, without "version" and without "+" or "or later".
        comparator: `<`, `<=`, `>=`, `>` for bounds, else `=`.
        name_start: where the name that goes with it begins, or None.
        name_end: where that name ends.
        name: the characters of the name.
        sure: whether the words alone make it a version; otherwise it is one only if the name is software.
        form: how it is written.
    """

    start: int
    end: int
    text: str
    version: str
    comparator: Comparator
    name_start: int | None
    name_end: int | None
    name: str | None
    sure: bool
    form: VersionForm


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
_EXPLICIT = re.compile(
    r"""
      \b(?P<word>versions?|vers?|release|build|edition)
      (?:[ \u00a0](?:number[ ])?\(?|(?<=vers)\.[ ]?|(?<=ver)\.[ ]?|(?<=version)[ ]?[-·]?[ ]?)$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "The latest stable version of Quillo is now 4.2", "the current release is 4.2"
_STATED = WordPattern(
    r"(?:\b(?P<owner>[A-Z][\w+#&*/.-]*(?:[ ][A-Z][\w+#&*/-]*){0,2})[ ])?"
    r"\b(?:versions?|release)(?:[ ]of[ ](?:the[ ])?(?P<name>[A-Z][\w+#&*/-]*(?:[ ][A-Z][\w+#&*/-]*){0,3}))?"
    r"[ ](?:<versions/stating>)[ ]$"
)
# Behind "version": "2.0.4b", "11.5.1J", "1.1.6r4", "0.8-17", "6.8 SR10".
_SUFFIX = re.compile(r"(?:[A-Za-z]\d{0,2}|[-–]\d{1,3}|[ ](?:SR|SP)\d{1,2})(?!\w|\.\w)")
_MARKED_RELEASE = re.compile(r"(?:^|[,(;][ ]?)Release[ ]$")
_EXPLICIT_AFTER = WordPattern(
    r"[- ](?:(?:<versions/release_kind>)[ ])?(?:<versions/after>)\b",
    re.IGNORECASE,
)
_VERSIONS_WORD = re.compile(r"\bversions?[ ]$", re.IGNORECASE)
_SIGNS: dict[str, Comparator] = {
    "<": "<", "<=": "<=", "≤": "<=", ">": ">", ">=": ">=", "≥": ">=", "==": "=", "~=": ">=",
}  # fmt: skip
# A word that belongs to a name of software: it has a capital, or begins with a dot as ".NET" does.
# What follows it is never one of its characters, so nothing need be given back once it is read.
_NAME_WORD = r"(?:\.?[A-Za-z][\w+#&*/-]*+(?:\.(?=[A-Za-z])[\w+#]++)*+)"
_NAME_BEFORE = re.compile(
    rf"(?<![\w.’'])({_NAME_WORD}(?:(?:[ ]?[®™])?[ \u00a0]{_NAME_WORD}){{0,4}}+)"
    r"(?P<gap>[ ]?[®™]?[\"”’'`]?,?[ \u00a0]?\(?)$"
)
# What may stand between a name and its version: the system that it runs on, notes, its maker.
_BETWEEN = re.compile(
    r"""
      (?:
        [ ]for[ ](?:use[ ](?:on|in|with)[ ])?(?:the[ ])?(?:MS[ -]|Microsoft[ ])?
        (?:windows|mac(?:intosh|[ ]?os(?:[ ]?x)?)?|os[ ]?x|linux|unix|pc)[®™]?
      | (?<=[A-Z])[ ]windows
      | [ ]?\[\d[\d, –-]*\]
      | [ ]\([^()\n]{2,90}\)
      )
      (?:[ ](?:statistical[ ])?(?:software|package|program))?
      (?P<gap>,?[ ]?\(?)$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BRACKETED = re.compile(r"[ ]\((?P<short>[A-Za-z][\w-]{1,11})[®™]?\)(?:[ ][a-z]+)?,?[ ]\(?$")
_OPEN_BRACKET = re.compile(r"[ ]?\((?P<inside>[^()\n]+)$")
_WORDS = re.compile(r"[^\W_]+")
_NAME_AFTER = re.compile(
    rf"[ ]of[ ](?:the[ ]|[A-Z]\w+['’]s[ ])?({_NAME_WORD}(?:[ \u00a0](?=\S*[A-Z]){_NAME_WORD}){{0,4}})"
    r"\b(?!['’]s\b)"
)
_LONG_TERM = re.compile(r"[ ](?:LTS|ESR|SP\d|R\d)\b")
_PREVIEW = re.compile(r"[ ](?:beta|alpha|RC|preview)(?:[ ]?\d{1,2})?\b(?![ ](?:version|release|build)|-)")
_LIST_SIGN = re.compile(r"[ ]?(?:,[ ](?:and|or)|,|and|or|&|/|to|through|[-–])[ ]?")
_UNIT_AFTER = re.compile(
    r"""
      \s?(?:[%°$€£¥×′″]|(?:percent|per[ ]cent|percentage|million|billion|trillion|thousand|hundred|[mb]n|k)\b)
    | [ ](?:Tesla|T)\b
    | -(?:inch|year|day|month|week|hour|minute|mile|point|foot|page|star|way|fold|man|person|member|pound
         |litre|liter|meter|metre|kilometer|degree|percent|and)\b
    | (?:x|st|nd|rd|th|s)\b
    | [-–/:]\d
    | [ ]?(?:a\.m\.|p\.m\.|am\b|pm\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WORD_AFTER = re.compile(r"[ \u00a0-]([^\W\d_]+)")
_DECIMALS = re.compile(r"\d+\.\d{3,}")
_ERA_AFTER = re.compile(r"\s?(?:BCE?|CE|AD)\b")
_ACRONYM_BEFORE = re.compile(r"\b(?!IP|DNS|VPN|LAN|ISP)[A-Z]{3,}[ ]$")  # "JASP 0.7.5.6" is no address
_IP_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_DOTTED_DATE = re.compile(r"(?:\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|(?:19|20)\d\d\.\d{1,2}\.\d{1,2})")


class _Bounds(NamedTuple):
    """What version_bounds.csv says, compiled.

    `comparators` has the comparator of each phrase by whether it stands after the version.
    """

    before: re.Pattern[str]
    between: re.Pattern[str]
    after: re.Pattern[str]
    comparators: dict[tuple[bool, str], Comparator]


@per_lexicon
def _bounds() -> _Bounds:
    rows = load_rows("en/version_bounds.csv")
    words = {
        position: "|".join(
            re.escape(row["phrase"]).replace(r"\ ", "[ ]")
            for row in sorted(rows, key=lambda row: -len(row["phrase"]))
            if row["position"] == position or (position == "between" and row["position"] == "before")
        )
        for position in ("before", "between", "after")
    }
    signs = {(row["position"] == "after", row["phrase"]): _SIGNS[row["comparator"]] for row in rows}
    return _Bounds(
        before=re.compile(rf"\b(?P<words>{words['before']})[ ](?:the[ ])?$", re.IGNORECASE),
        between=re.compile(rf"\b(?P<words>{words['between']})[ ]$", re.IGNORECASE),
        after=re.compile(
            rf"[ ]?(?:,[ ])?\(?(?:(?:or|and|&)[ ](?:any[ ]|all[ ])?(?P<words>{words['after']})"
            rf"|(?P<onwards>onwards?|upwards?))\b(?:[ ]versions?\b)?\)?",
            re.IGNORECASE,
        ),
        comparators=signs,
    )


def bound_after(text: str, start: int = 0) -> str | None:
    """`>=` or `<=` where words behind a version make a bound of it, "or later"; None where none do.

    Args:
        text: what holds the version.
        start: where the version ends.
    """
    bounds = _bounds()
    found = bounds.after.match(text, start)
    if found is None:
        return None
    return ">=" if found["words"] is None else bounds.comparators[True, found["words"].lower()]


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


def _is_closed(text: str, end: int, is_dotted: bool, candidate: re.Match[str]) -> bool:
    """Whether the bracket that a version may stand in ends behind it: "PostgreSQL (9.5)", "Python (3.8+)",
    "Node.js (18 or newer)"; a whole number alone in brackets may be anything.
    """
    if text[end : end + 1] == ")":
        return is_dotted or candidate["operator"] is not None
    if candidate["plus"] is not None:
        return text[end + 1 : end + 2] == ")"
    bound = _bounds().after.match(text, end)
    return bound is not None and (text[bound.end() - 1] == ")" or text[bound.end() : bound.end() + 1] == ")")


class _Name(NamedTuple):
    start: int
    end: int


class _Opening(NamedTuple):
    """What stands before a version: where it begins, its name and the words that make it a bound."""

    start: int
    name: _Name | None
    words: re.Match[str] | None


def _of_stated(stated: re.Match[str]) -> _Opening | None:
    """The name in "The latest version of Quillo is 4.2", "The minimum Quillo version is 4.2"."""
    if stated["name"] is not None:
        return _Opening(stated.start(), _Name(*stated.span("name")), None)
    owner = stated["owner"]
    if owner is None or owner.split()[0].lower() in _openers():
        return None
    return _Opening(stated.start("owner"), _Name(*stated.span("owner")), None)


def _read_candidate(
    text: str, candidate: re.Match[str], last: VersionExpression | None
) -> VersionExpression | None:
    if candidate["glued"] is not None:
        return _read_glued(text, candidate)
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
    last_end = last.end if last is not None else 0
    floor = max(last_end, begin - NAME_CHARS - COMPARATOR_CHARS)
    explicit = _EXPLICIT.search(text, max(floor, begin - EXPLICIT_CHARS), begin)
    stated = (
        _STATED.compiled().search(text, max(floor, begin - STATED_CHARS), begin) if "." in version else None
    )
    if explicit and "." not in version and not _marks_any_number(text, explicit):
        explicit = None
    may_go_on = explicit or is_marked or version.count(".") > 1
    if may_go_on and "." in version and (suffix := _SUFFIX.match(text, end)):
        end = suffix.end()
        version = text[candidate.start("version") : end]
    after_word = _EXPLICIT_AFTER.match(text, end) if "." in version or is_marked else None
    is_explicit = bool(explicit or stated) or is_marked or after_word is not None
    is_free = _is_free_number(
        text, version, candidate.start("version"), end, is_explicit=is_explicit or bool(operator)
    )
    if not is_free:
        return None
    is_closed = _is_closed(text, end, "." in version, candidate)
    if is_explicit:
        floor = max(last_end, floor - ASIDE_CHARS)
    opening = _read_opening(
        text, floor, begin, explicit, version, is_explicit=is_explicit or bool(operator), is_closed=is_closed
    )
    if opening.words and _follows_versions(text, opening.words):
        is_explicit = True  # "versions prior to 2.3.1"
    if stated is not None:
        opening = _of_stated(stated) or opening
    inherited = _list_name(text, last, begin, version)
    form = _form(version, operator, opening.name, inherited, is_explicit=is_explicit)
    if form is None:
        return None
    may_be_preview = "." in version or is_explicit
    tail = _read_tail(text, candidate, version, end, after_word, may_be_preview=may_be_preview)
    name, phrase_end = opening.name or inherited, tail.end
    if name is None and is_explicit:
        following = _NAME_AFTER.match(text, phrase_end)
        if following and any(character.isupper() for character in following[1]):
            name = _Name(*following.span(1))
            phrase_end = following.end()
    comparator = _comparator(candidate, operator, opening.words, tail.bound)
    if (
        form is VersionForm.NAME_NUMBER
        and name is not None
        and not _is_written_as_software(text, name)
        and comparator == "="
    ):
        return None
    is_requirement = form is VersionForm.OPERATOR and _is_requirement(
        operator, tail.version, text, opening.name
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
        sure=is_requirement or _is_sure(text, form, tail.version, name, begin, last),
        form=form,
    )


class _Tail(NamedTuple):
    """What goes on behind a version number: the version with it, where the phrase ends, and a bound."""

    version: str
    end: int
    bound: re.Match[str] | None


def _read_tail(
    text: str,
    candidate: re.Match[str],
    version: str,
    end: int,
    after_word: re.Match[str] | None,
    *,
    may_be_preview: bool,
) -> _Tail:
    """The version with "beta 2", "release", "LTS" and "or later" behind it."""
    phrase_end = max(candidate.end(), end)
    preview = _PREVIEW.match(text, phrase_end) if may_be_preview else None
    if preview is not None:
        version = text[candidate.start("version") : preview.end()]  # "Quillo 3.0 beta 2"
        phrase_end = preview.end()
    elif after_word is not None:
        phrase_end = after_word.end()
    elif long_term := _LONG_TERM.match(text, phrase_end):
        phrase_end = long_term.end()
    bound = _bounds().after.match(text, phrase_end)
    return _Tail(version, bound.end() if bound else phrase_end, bound)


def _is_sure(
    text: str,
    form: VersionForm,
    version: str,
    name: _Name | None,
    begin: int,
    last: VersionExpression | None,
) -> bool:
    """Whether the wording alone tells that the name is software's, as the form gives it."""
    if form is VersionForm.NAME_DOTTED and name is not None:
        # "Camera (10.2" and "Tap 108.333" are more often amounts
        is_amount = (
            _DECIMALS.fullmatch(version) and text[name.start : name.end].lower() not in _software_words()
        )
        return _is_written_as_software(text, name) and text[begin - 1] != "(" and not is_amount
    if form is VersionForm.LIST and last is not None:
        return last.sure
    return form is VersionForm.EXPLICIT


_CODE = re.compile(r"V0|V\d\d\.")  # "V02.61" is a diagnosis


_ALSO_PLAIN = WordSet("versions/also_plain")


def _marks_any_number(text: str, explicit: re.Match[str]) -> bool:
    """Whether the word makes a whole number a version: "version 3", and "Quillo, Release 76"."""
    if explicit["word"].lower() not in _ALSO_PLAIN:
        return True
    start = max(0, explicit.start() - 2)
    return _MARKED_RELEASE.search(text[start : explicit.end()]) is not None


def _is_requirement(operator: str | None, version: str, text: str, name: _Name | None) -> bool:
    """Whether an operator states a version, as in "Python >= 3.8", and no limit of a measured value."""
    if operator in ("==", "~="):
        # "numpy==2" pins a version, "size == 4" and "status==0" compare
        return "." in version or (version != "0" and f"{operator}{version}" in text)
    is_dotted = "." in version and not version.startswith("0.")
    return operator in (">=", "<=") and is_dotted and name is not None and _is_written_as_software(text, name)


def _read_opening(
    text: str,
    floor: int,
    begin: int,
    explicit: re.Match[str] | None,
    version: str,
    *,
    is_explicit: bool,
    is_closed: bool,
) -> _Opening:
    zone_end = explicit.start() if explicit else begin
    zone = text[floor:zone_end].rstrip(" ") + (" " if text[zone_end - 1 : zone_end] == " " else "")
    name = _name_past_asides(zone, floor, version, is_explicit=is_explicit, is_closed=is_closed)
    start = name.start if name else zone_end
    if name is None:
        # "Windows earlier than 10", "Python from 3.8"
        words = _bounds().between.search(text, floor, zone_end)
        if words:
            zone = text[floor : words.start()]
            name = _name_before(zone, floor, version, is_explicit=is_explicit, is_closed=is_closed)
            return _Opening(name.start if name else words.start(), name, words)
    words = _bounds().before.search(text, max(floor, start - COMPARATOR_CHARS), start)
    return _Opening(words.start() if words else start, name, words)


def _form(
    version: str, operator: str | None, name: _Name | None, inherited: _Name | None, *, is_explicit: bool
) -> VersionForm | None:
    if is_explicit:
        return VersionForm.EXPLICIT
    if operator:
        return VersionForm.OPERATOR if name is not None else None
    if name is not None:
        return VersionForm.NAME_DOTTED if "." in version else VersionForm.NAME_NUMBER
    return VersionForm.LIST if inherited is not None else None


def _follows_versions(text: str, words: re.Match[str]) -> bool:
    """Whether "versions" stands before a comparator: "versions prior to 2.3.1"."""
    return bool(_VERSIONS_WORD.search(text, max(0, words.start() - 10), words.start()))


def _has_capital(text: str, name: _Name) -> bool:
    return any(character.isupper() for character in text[name.start : name.end])


def _is_written_as_software(text: str, name: _Name) -> bool:
    """Whether a name has a capital or is one of software in small letters: "numpy"."""
    return _has_capital(text, name) or text[name.start : name.end] in _software_words()


def _read_glued(text: str, match: re.Match[str]) -> VersionExpression | None:
    """Read "IE6", "Python3", "numpy>=1.21"; whether the letters are a name is for the caller to say."""
    letters, version = match["glued"], match["glued_version"]
    operator = match["glued_operator"]
    is_dotted = "." in version and letters in _software_words()  # "php5.3"
    is_name = letters[0].isupper() and letters.isalpha() and letters.lower() not in _labels()
    if not operator and not (is_name or is_dotted):
        return None
    if operator in ("<", ">") and letters not in _software_words():
        return None  # "p<0"
    start, end = match.span()
    comparator: Comparator = _SIGNS[operator] if operator else "="
    bound = _bounds().after.match(text, end)
    if bound:
        end = bound.end()
        comparator = _bound_comparator(bound)
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


def _comparator(
    candidate: re.Match[str], operator: str | None, words: re.Match[str] | None, bound: re.Match[str] | None
) -> Comparator:
    if operator:
        return _SIGNS[operator]
    if bound:
        return _bound_comparator(bound)
    if candidate["plus"]:
        return ">="
    return _bounds().comparators[False, words["words"].lower()] if words else "="


def _bound_comparator(bound: re.Match[str]) -> Comparator:
    return _bounds().comparators[True, bound["words"].lower()] if bound["words"] else ">="


_LEADING_VERBS = WordSet("versions/leading_verb")
_OWN_PREDICATE = re.compile(
    r" (?:added|adds|brought|brings|dropped|drops|fixed|fixes|introduced|introduces|removed|removes|made"
    r"|makes|will|has|had|is|was)\b"
)


def _list_name(text: str, last: VersionExpression | None, start: int, version: str) -> _Name | None:
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
    return _Name(last.name_start, last.name_end) if alike else None


@per_lexicon
def _labels() -> frozenset[str]:
    """Words that a number follows without being a version of them: "Section", "Figure", "May", "CI"."""
    products = load_pairs("shared/products.csv", "name", "safety")
    software = {name.lower() for name, safety in products.items() if safety == "safe"}
    numbered = {row["word"].rstrip(".") for row in load_rows("en/numbered_names.csv")}
    dates = {row["word"] for row in load_rows("en/date_words.csv")}
    months = {row["word"].lower() for row in load_rows("en/months.csv")}
    statistics = _STATISTICS.words() - {
        row["name"].lower() for row in load_rows("shared/programming_languages.csv")
    }
    words = _EXPLICIT_WORDS.words() | _NO_NAMES.words()
    return frozenset((numbered - software) | statistics | dates | months | words)


@per_lexicon
def _software_words() -> frozenset[str]:
    """Names of software in small letters, of one word: "php", "numpy"."""
    products = load_pairs("shared/products.csv", "name", "type")
    languages = (row["name"] for row in load_rows("shared/programming_languages.csv"))
    software = (name for name, kind in products.items() if kind in ("software", "framework"))
    return frozenset(name.lower() for name in (*software, *languages) if name.isalpha() and len(name) > 2)


_NO_NAMES = WordSet("versions/no_name")
_EXPLICIT_WORDS = WordSet("versions/explicit")
_STATISTICS = WordSet("quantities/statistic")


@per_lexicon
def _openers() -> frozenset[str]:
    """Words that may begin a sentence with a capital before a name: "The", "With"."""
    return frozenset(row["word"].lower() for row in load_rows("en/sentence_openers.csv"))


@per_lexicon
def _units() -> frozenset[str]:
    return frozenset(row["word"] for row in load_rows("en/counted_nouns.csv"))


def _is_free_number(text: str, version: str, start: int, end: int, *, is_explicit: bool) -> bool:
    """Whether the number is no year, amount, score, date or address."""
    following = text[end : end + 1]
    if following and (following.isalnum() or following == "_"):
        return False
    if following in (".", ",") and text[end + 1 : end + 2].isdigit():
        return False
    if start and text[start - 1] in ".,'’:/-–−" and text[start - 2 : start - 1].isdigit():
        return False
    if start > 1 and text[start - 1] == " " and text[start - 2] in "$€£¥":
        return False
    digits = version.lstrip("vV. ")
    if _DOTTED_DATE.fullmatch(digits) or following == "%":
        return False
    if (
        _IP_ADDRESS.fullmatch(digits)
        and not is_explicit
        and all(int(part) < 256 for part in digits.split("."))
        and not (digits[1] == "." and _ACRONYM_BEFORE.search(text, max(0, start - 12), start))
    ):
        return False
    if "." not in digits and not is_explicit:
        # a year or a count, a part of a longer number, of a date, of a code
        if len(digits) == 4 or digits.startswith("0") or re.match(r"[ ]\(?\d|-[A-Za-z]", text[end : end + 3]):
            return False
        if _ERA_AFTER.match(text, end):
            return False
    if digits.isdigit() and len(digits) > 4:
        return False
    if is_explicit and version[0] in "vV":
        return True
    if _UNIT_AFTER.match(text, end):
        return False
    word = _WORD_AFTER.match(text, end)
    return not (word and word[1].lower() in _units())


@per_lexicon
def _software_nouns() -> frozenset[str]:
    return frozenset(row["word"] for row in load_rows("en/software_nouns.csv"))


def _name_past_asides(
    zone: str, floor: int, version: str, *, is_explicit: bool, is_closed: bool
) -> _Name | None:
    """As `_name_before`, past what explains the name or the system that it runs on before "version".

    "Quillo for Windows, version", "Quality Index Lab (QIL) version", "Quillo (Acme Inc., Oslo, version".
    """
    if not is_explicit:
        system = None if version in _SYSTEM_VERSIONS else _FOR_SYSTEM.search(zone)
        if system is not None:
            zone = zone[: system.start()] + " "
        return _name_before(zone, floor, version, is_explicit=is_explicit, is_closed=is_closed)
    zone = _SORT_OF_VERSION.sub(r"\1", zone)
    opened = _OPEN_BRACKET.search(zone)
    if opened and "," in opened["inside"].rstrip(", "):
        outside = zone[: opened.start()] + " "
        name = _name_past_asides(outside, floor, version, is_explicit=True, is_closed=False)
        if name is not None and any(map(str.isupper, outside[name.start - floor : name.end - floor])):
            return name
    bracketed = _BRACKETED.search(zone)
    if bracketed:
        start = _long_form_start(zone[: bracketed.start()], bracketed["short"])
        if start is not None:
            return _Name(floor + start, floor + bracketed.start())
    cut = len(zone)
    for _ in range(3):
        aside = _BETWEEN.search(zone)
        if aside is None:
            break
        cut = aside.start()
        zone = zone[:cut] + aside["gap"]
    name = _name_before(zone, floor, version, is_explicit=True, is_closed=is_closed)
    if name is None or name.end > floor + cut:
        return None
    bracket = name.start - floor - 1
    if bracket > 0 and zone[bracket] == "(":
        outside = zone[:bracket].rstrip()
        start = _long_form_start(outside, zone[bracket + 1 : name.end - floor])
        if start is not None:
            return _Name(floor + start, floor + len(outside))
    return name


_FOR_SYSTEM = re.compile(
    r"(?<=[A-Z])[ ]for[ ](?:MS[ ]|Microsoft[ ])?(?:Windows|Mac(?:intosh)?)[ ]$", re.IGNORECASE
)
_SYSTEM_VERSIONS = frozenset("3.1 3.11 7 8 8.1 10 11 95 98".split())
_SORT_OF_VERSION = WordPattern(r"([ (])(?:<versions/sort>)[ ]$")


def _long_form_start(zone: str, short: str) -> int | None:
    """Where the words begin whose initials are the letters of a short form; None if they are not."""
    letters = [character for character in short.lower() if character.isalpha()]
    words = list(_WORDS.finditer(zone))
    index = len(words)
    while letters and index:
        index -= 1
        word = words[index][0].lower()
        if word[0] == letters[-1]:
            letters.pop()
        elif word not in _SMALL_WORDS:
            return None
    return words[index].start() if not letters and len(short) > 1 else None


_SMALL_WORDS = WordSet("terms/small_in_titles")


def name_before(text: str, end: int) -> tuple[int, int] | None:
    """The name with a capital that ends at `end`; a word for software behind it is left out."""
    floor = max(0, end - NAME_CHARS - ASIDE_CHARS)
    found = _name_past_asides(text[floor:end] + " ", floor, "1.0", is_explicit=True, is_closed=False)
    if found is None or not _has_capital(text, found):
        return None
    return found.start, found.end


def _name_before(zone: str, floor: int, version: str, *, is_explicit: bool, is_closed: bool) -> _Name | None:
    """The name that ends the zone. Its words have capitals; beside a dotted number one small word will do.

    `is_closed` tells whether a bracket ends right after the version, see there.
    """
    match = _NAME_BEFORE.search(zone)
    if match is None:
        return None
    gap = match["gap"]
    if not is_explicit:
        if (" " not in gap and "\u00a0" not in gap) or "," in gap:
            return None
        if "(" in gap and not (is_closed and " " in gap):
            return None
    words = list(re.finditer(r"[^ \u00a0®™]+", match[1]))
    last = len(words)
    while last > 1 and words[last - 1][0] in _software_nouns():
        last -= 1  # "Quillo statistical software version 3.2"
    if not _may_be_in_name(words[last - 1][0]):
        if last < len(words) and last > 1 and _goes_before_name(words[last - 2][0]):
            first = last - 1  # "GC modeling software version 1.1"
            while first and _goes_before_name(words[first - 1][0]):
                first -= 1
            return _Name(
                floor + match.start(1) + words[first].start(), floor + match.start(1) + words[last - 1].end()
            )
        if last < len(words) and words[last][0] in _PACKAGES and _is_package_name(words[last - 1][0]):
            place = floor + match.start(1)  # "the wren package version 3.1.4"
            return _Name(place + words[last - 1].start(), place + words[last - 1].end())
        last = len(words)
    first = last
    while first and _may_be_in_name(words[first - 1][0]):
        first -= 1
    if first == last:
        word = words[-1][0]
        small = word.lower()
        if (
            not ("." in version or is_explicit or word in _software_words())
            or small in _openers()
            or small in _labels()
            or small in _software_nouns()
            or small.endswith(("ing", "ed"))
            or len(word) < 2
        ):
            return None
        first -= 1
    else:
        while first < last - 1 and (
            words[first][0].lower() in _openers() or words[first][0] in _LEADING_VERBS
        ):
            first += 1
    last_word = words[last - 1][0].lower()
    if last_word in _labels() or last_word in _openers():
        return None
    start = floor + match.start(1)
    if last < len(words) and first == last - 1 and len(words[first][0]) == 1:
        package = _QUOTED_BEFORE.search(zone, 0, match.start(1) + words[first].start())
        if package:  # the "dismo" R package
            return _Name(floor + package.start("name"), floor + package.end("name"))
    return _Name(start + words[first].start(), start + words[last - 1].end())


_PACKAGES = WordSet("versions/package")
_DESCRIBING = re.compile(r".*(?:al|ic|ive|ous|ed|ing|ent|ant|able|ible|ary|ful|less|ly|er)")


def _is_package_name(word: str) -> bool:
    """Whether a small word before "package" may be its name: "dlnm", not "statistical" or "software"."""
    small = word.lower()
    if small in _openers() or small in _labels() or small in _software_nouns() or small in _SORTS:
        return False
    return len(small) > 2 and _DESCRIBING.fullmatch(small) is None


_SORTS = WordSet("versions/sort")
_QUOTED_BEFORE = re.compile(r"[\"“‘'](?P<name>[\w.-]+)[\"”’'][ ]$")


def _goes_before_name(word: str) -> bool:
    """Whether a word may stand in a name before a small one: "GC" of "GC modeling", not "The"."""
    return _may_be_in_name(word) and word.lower() not in _openers()


def _may_be_in_name(word: str) -> bool:
    return any(character.isupper() for character in word) and not word.endswith(("-", "/"))
