"""The name before a version: "Quillo 2.1", "Quality Index Lab (QIL) version", "the wren package version"."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.versions.vocabulary import labels, openers, software_nouns, software_words

# The longest product name of products.csv with its spaces is under 48 characters.
NAME_CHARS = 48
# A maker and its town in brackets between the two, at the most
ASIDE_CHARS = 130
# A word that belongs to a name of software: it has a capital, or begins with a dot as ".NET" does.
# What follows it is never one of its characters, so nothing need be given back once it is read.
NAME_WORD = r"(?:\.?[A-Za-z][\w+#&*/-]*+(?:\.(?=[A-Za-z])[\w+#]++)*+)"
_NAME_BEFORE = re.compile(
    rf"(?<![\w.’'])({NAME_WORD}(?:(?:[ ]?[®™])?[ \u00a0]{NAME_WORD}){{0,4}}+)"
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


class Name(NamedTuple):
    """Where a name stands: offsets of the text, end exclusive."""

    start: int
    end: int


def _has_capital(text: str, name: Name) -> bool:
    return any(character.isupper() for character in text[name.start : name.end])


def is_written_as_software(text: str, name: Name) -> bool:
    """Whether a name has a capital or is one of software in small letters: "numpy"."""
    return _has_capital(text, name) or text[name.start : name.end] in software_words()


_LEADING_VERBS = WordSet("versions/leading_verb")


def name_past_asides(
    zone: str, floor: int, version: str, *, is_explicit: bool, is_closed: bool
) -> Name | None:
    """As `name_ending`, past what explains the name or the system that it runs on before "version".

    "Quillo for Windows, version", "Quality Index Lab (QIL) version", "Quillo (Acme Inc., Oslo, version".
    """
    if not is_explicit:
        system = None if version in _SYSTEM_VERSIONS else _FOR_SYSTEM.search(zone)
        if system is not None:
            zone = zone[: system.start()] + " "
        return name_ending(zone, floor, version, is_explicit=is_explicit, is_closed=is_closed)
    zone = _SORT_OF_VERSION.sub(r"\1", zone)
    opened = _OPEN_BRACKET.search(zone)
    if opened and "," in opened["inside"].rstrip(", "):
        outside = zone[: opened.start()] + " "
        name = name_past_asides(outside, floor, version, is_explicit=True, is_closed=False)
        if name is not None and any(map(str.isupper, outside[name.start - floor : name.end - floor])):
            return name
    bracketed = _BRACKETED.search(zone)
    if bracketed:
        start = _long_form_start(zone[: bracketed.start()], bracketed["short"])
        if start is not None:
            return Name(floor + start, floor + bracketed.start())
    cut = len(zone)
    for _ in range(3):
        aside = _BETWEEN.search(zone)
        if aside is None:
            break
        cut = aside.start()
        zone = zone[:cut] + aside["gap"]
    name = name_ending(zone, floor, version, is_explicit=True, is_closed=is_closed)
    if name is None or name.end > floor + cut:
        return None
    bracket = name.start - floor - 1
    if bracket > 0 and zone[bracket] == "(":
        outside = zone[:bracket].rstrip()
        start = _long_form_start(outside, zone[bracket + 1 : name.end - floor])
        if start is not None:
            return Name(floor + start, floor + len(outside))
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
    found = name_past_asides(text[floor:end] + " ", floor, "1.0", is_explicit=True, is_closed=False)
    if found is None or not _has_capital(text, found):
        return None
    return found.start, found.end


def name_ending(zone: str, floor: int, version: str, *, is_explicit: bool, is_closed: bool) -> Name | None:
    """The name that ends the zone. Its words have capitals; beside a dotted number one small word will do.

    `is_closed` tells whether a bracket ends right after the version, see there.
    """
    match = _NAME_BEFORE.search(zone)
    if match is None or not (is_explicit or _may_part_a_name(match["gap"], is_closed=is_closed)):
        return None
    words = list(re.finditer(r"[^ \u00a0®™]+", match[1]))
    place = floor + match.start(1)
    last = len(words)
    while last > 1 and words[last - 1][0] in software_nouns():
        last -= 1  # "Quillo statistical software version 3.2"
    if not _may_be_in_name(words[last - 1][0]):
        first = _first_of_described([word[0] for word in words], last)
        if first is not None:
            return Name(place + words[first].start(), place + words[last - 1].end())
        last = len(words)
    first = last
    while first and _may_be_in_name(words[first - 1][0]):
        first -= 1
    if first == last:
        if not _is_small_name(words[-1][0], is_sure="." in version or is_explicit):
            return None
        first -= 1
        if is_explicit and first and _goes_before_name(words[first - 1][0]):
            first -= 1  # "ABC statistics version 17.0"
    else:
        while first < last - 1 and (
            words[first][0].lower() in openers() or words[first][0] in _LEADING_VERBS
        ):
            first += 1
    last_word = words[last - 1][0].lower()
    if last_word in labels() or last_word in openers():
        return None
    if last < len(words) and first == last - 1 and len(words[first][0]) == 1:
        package = _QUOTED_BEFORE.search(zone, 0, match.start(1) + words[first].start())
        if package:  # the "dismo" R package
            return Name(floor + package.start("name"), floor + package.end("name"))
    return Name(place + words[first].start(), place + words[last - 1].end())


def _may_part_a_name(gap: str, *, is_closed: bool) -> bool:
    """Whether a name and its version may be parted so where no word says that it is one."""
    if (" " not in gap and "\u00a0" not in gap) or "," in gap:
        return False
    return "(" not in gap or (is_closed and " " in gap)


def _first_of_described(words: list[str], last: int) -> int | None:
    """The first word of a name that ends with a small one before a noun for software; None if it is none.

    "GC modeling software version 1.1", "the wren package version 3.1.4".
    """
    if last == len(words):
        return None
    if last > 1 and _goes_before_name(words[last - 2]):
        first = last - 1
        while first and _goes_before_name(words[first - 1]):
            first -= 1
        return first
    return last - 1 if words[last] in _PACKAGES and _is_package_name(words[last - 1]) else None


def _is_small_name(word: str, *, is_sure: bool) -> bool:
    """Whether a word without capitals may be the name; `is_sure` where the number is sure to be a version."""
    small = word.lower()
    if not (is_sure or word in software_words()) or len(word) < 2:
        return False
    is_other = small in openers() or small in labels() or small in software_nouns()
    return not (is_other or small.endswith(("ing", "ed")))


_PACKAGES = WordSet("versions/package")
_DESCRIBING = re.compile(r".*(?:al|ic|ive|ous|ed|ing|ent|ant|able|ible|ary|ful|less|ly|er)")


def _is_package_name(word: str) -> bool:
    """Whether a small word before "package" may be its name: "dlnm", not "statistical" or "software"."""
    small = word.lower()
    if small in openers() or small in labels() or small in software_nouns() or small in _SORTS:
        return False
    return len(small) > 2 and _DESCRIBING.fullmatch(small) is None


_SORTS = WordSet("versions/sort")
_QUOTED_BEFORE = re.compile(r"[\"“‘'](?P<name>[\w.-]+)[\"”’'][ ]$")


def _goes_before_name(word: str) -> bool:
    """Whether a word may stand in a name before a small one: "GC" of "GC modeling", not "The"."""
    return _may_be_in_name(word) and word.lower() not in openers()


def _may_be_in_name(word: str) -> bool:
    return any(character.isupper() for character in word) and not word.endswith(("-", "/"))
