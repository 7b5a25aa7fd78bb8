"""Ages: "25 years old", "aged 25", "died at 24", "Jane Doe, 35, said"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.persons import load_name_genders, load_person_nouns
from claimcheck.lexicons.quantities import load_month_names, load_number_words, load_units
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import has_plural_noun, word_before
from claimcheck.quantities.units import unit_reading

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount


_AGE_AFTER = re.compile(
    r"[ -]?(?P<unit>years?|yrs?|months?|weeks?|days?)?[ -]?(?P<old>olds?|of age)(?![^\W_])"
)
_OLDER_AFTER = WordPattern(r" (?:and|or) (?:<quantities/in_years>)(?![^\W_])")
_PEOPLE_BEFORE = WordPattern(r"(?<![^\W_])(?:<quantities/people_of_age>) $")
_AGE_GROUP = WordPattern(r"[ -]age[ -](?:<quantities/group_of_age>)(?![^\W_])")


_YO = re.compile(r"[ -]?(?:y/?o|y\.o\.)(?![^\W_])")


_AGE_BEFORE = re.compile(r"(?<![^\W_])(?:aged(?: between| from)?|(?:between )?ages?(?: of| from)?) $")
_LISTED_AGE = r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_AGE_LISTED = re.compile(
    rf"(?<![^\W_])(?:aged|ages) (?:{_LISTED_AGE}, ){{0,8}}?{_LISTED_AGE},? (?:and |or )?$"
)
"""Between the first age of a list and the one that is read: "aged 19, 22 and"."""
_LISTED_CHARS = 60
_PERSON_OF = WordPattern(r"(?<![^\W_])(?:<quantities/person_of_so_many>) of $")
_AGE_LIMIT = WordPattern(
    r"(?<![^\W_])(?:<quantities/kind_of_age>) age(?: limit)? (?:[a-z]+ ){0,4}?"
    r"(?:is|was|of|to|at|from|remains|will be) $"
)
"""Before an age that a rule or an average gives: "the minimum age to play is 18"."""


_TO_YOUNGER = re.compile(r"(?: ?[-–—] ?| to | or | and )\d{1,3}[ -](?:months?|weeks?|days?)(?![^\W_])")

_DIED_AT = ("died at ", "dead at ", "married at ", "school at ", "home at ", "retired at ", "orphaned at ")
_SHARE_UNDER = WordPattern(
    r"(?:%|(?<![^\W_])(?:<quantities/part_of_people>))(?: of [a-z ]{2,30}?)? (?:was|were|are|is) "
    r"(?:aged )?(?:under|over|below|above) $"
)
"""Before the age that a share of people is under or over: "64% were under 25"."""
_THE_DEAD = ("of dead at ", "the dead at ", "of the dead at ")
_PERSONS_BEFORE = WordPattern(
    r"(?:<quantities/persons_of_age>)(?: aged)? (?:under|over|above|below|(?:young|old)er than) $"
)
AGE_GROUP_BEFORE = re.compile(r"(?:over|under)[ -]$")
_AGE_CLAUSE = re.compile(
    r", (?:he|she|they|his|her|[a-z]+ (?:was|is|had|has) (?:the )?(?:young|old))(?![^\W_])"
)


_PERSON_IS = WordPattern(
    r"(?<![^\W_])(?:<quantities/kin_of_age>|(?P<one_of><quantities/one_by_age>))"
    r" (?:is|was|am|<quantities/turned>) $"
)
_NAME_WAS = re.compile(r"[A-Z][\w’'-]+ (?:is|was) $")
_WHEN_SOMEBODY = WordPattern(r",? when (?:<quantities/pronoun_of_age>)(?![^\W_])")
"""Around the age of somebody with a name: "Holt was 36 when she took over"."""
_AGE_ENDS = re.compile(r"[.,;](?!\d)| (?:and|but|when|now|at)(?![^\W_])(?! \d)")


@per_lexicon
def _persons() -> frozenset[str]:
    """Nouns for one person, by kin, office or part in what happened."""
    offices = {row["forms"].split("|")[0] for row in load_rows("en/role_titles.csv")}
    return frozenset({*load_person_nouns(), *offices, *_PERSONS})


_PERSONS = WordSet("quantities/person")
_DETERMINED = WordPattern(
    r"(?<![^\W_])(?:<common/article_or_possessor>|another|[a-z]+['’]s)[ ](?:[a-z-]+[ ]){0,3}$"
)


def _is_one_person(low: str, at: int) -> bool:
    """Whether a determiner opens the phrase whose noun begins at `at`: "the former driver, 43,"."""
    return _DETERMINED.search(low, max(0, at - 48), at) is not None


def take_age(low: str, amount: Amount) -> bool:
    """Take "years old" and the like after the number."""
    end = amount.end
    if low[end : end + 1] not in (" ", "-", "y", "\n", "m", "\u00a0"):
        return False
    found = _AGE_AFTER.match(low, end)
    if found is not None and (found["unit"]):
        name = {"y": "year", "m": "month", "w": "week", "d": "day"}[found["unit"][0]]
    else:
        found = _YO.match(low, end)
        if found is None:
            return False
        name = "year"
    amount.kind, amount.end = "measure", found.end()
    unit = load_units()[name]
    amount.unit_reading = unit_reading(unit, found.end())
    amount.unit = name
    amount.unit_start, amount.unit_end = end, found.end()
    amount.found_by, amount.is_age = "age", True
    return True


def is_age(text: str, low: str, amount: Amount) -> bool:
    """Whether a bare number is somebody's age: "aged 25", "died at 24", "Jane Doe, 35, said"."""
    if not 1 <= amount.value <= 120 or amount.value != amount.value.to_integral_value():
        return False
    start, end = amount.start, amount.end
    blur = _BLURRED.search(low, max(0, start - 16), start)
    start = start if blur is None else blur.start()
    following = low[end : end + 1]
    if _AGE_GROUP.match(low, end):
        return True  # "the 18 to 24 age group"
    left = low[max(0, start - 16) : start]
    if _OLDER_AFTER.match(low, end) and _PEOPLE_BEFORE.search(left):
        return True  # "9% of those 65 and older"
    if _AGE_BEFORE.search(left):
        if _TO_YOUNGER.match(low, end):
            return False  # "aged 2 to 59 months": both ends have the unit of the last
        return not following.isalpha() and following != "%"
    if _is_age_listed(text, low, amount):
        return True
    if _PERSON_OF.search(left):
        return not has_plural_noun(text, low, end) and not following.isalpha() and following != "%"
    if amount.form == "words" and left.endswith("at ") and not left.endswith(_DIED_AT):
        return False
    if _PERSONS_BEFORE.search(low[max(0, start - 32) : start]):
        return following in _MARKS_AFTER_PERSONS and not has_plural_noun(text, low, end)
    if amount.value >= 10 and _SHARE_UNDER.search(low[max(0, start - 60) : start]):
        return following in _MARKS_AFTER_PERSONS and not has_plural_noun(text, low, end)
    if _AGE_LIMIT.search(low[max(0, start - 60) : start]):
        return not has_plural_noun(text, low, end) and not following.isalpha() and following != "%"
    if left.endswith("at ") and (amount.numeral.is_bare or amount.form == "words") and amount.value >= 10:
        return _is_age_at(text, low, left, start, end)
    is_plain = amount.numeral.is_bare or (amount.form == "words" and amount.value > 1)
    of_person = _PERSON_IS.search(low[max(0, start - 30) : start]) if is_plain else None
    if of_person is not None:
        if of_person["one_of"] and not _are_persons_in_view(text, low, start, end):
            return False
        if _AGE_ENDS.match(low, end):
            return True
    if is_plain and _WHEN_SOMEBODY.match(low, end) and _NAME_WAS.search(text[max(0, start - 30) : start]):
        return True
    return _is_age_reached(text, low, left, start, amount)


def _is_age_reached(text: str, low: str, left: str, start: int, amount: Amount) -> bool:
    """Whether a number behind "turned", "now" or a name and a comma is an age: "Jane Doe, 35, said"."""
    end = amount.end
    following = low[end : end + 1]
    turned = _TURNED.search(left) if amount.value >= _ADULT and amount.numeral.is_bare else None
    if turned is not None:
        return _is_turned_age(text, low, start - len(turned[0]), end)
    found = _NOW.search(left)
    if found is not None and (amount.numeral.is_bare or found["person"]):
        return following in (".", ",", ";") and not low[end + 1 : end + 2].isdigit()
    is_apart = left.endswith(", ") and following == "," and start > _SHORTEST_NAME
    return (
        is_apart and amount.numeral.is_bare and amount.value >= 5 and _is_behind_person(text, low, start, end)
    )


_BLURRED = WordPattern(r"(?<![^\W_])(?:<quantities/blur>|<common/narrowing>) $")
"""Before a number that is about as much or just so much: "when he was about 17", "at just 25"."""
_TURNED = WordPattern(r" (?:<quantities/turned>) $")
_ADULT = 18
_AGE_TURNED_ENDS = WordPattern(
    r"(?:[.,;](?!\d)| on (?!\d)| in (?P<time>\d{4}|[a-z]+)| (?:<quantities/when_turned>))"
    r"(?![^\W_])(?![^.;!?]* into )"
)
_NAME_WORDS = re.compile(r"(?<![^\W_])[A-Z][a-z]+")
_VIEW_BEFORE = 200
_VIEW_BEHIND = 60
_SENTENCE_END = re.compile(r"[.!?\n]")


def _is_turned_age(text: str, low: str, subject_end: int, end: int) -> bool:
    """Whether somebody turned so old: "Ann Roe turned 90 in May", not "the counter turned 90 today"."""
    behind = _AGE_TURNED_ENDS.match(low, end)
    if behind is None or (behind["time"] and not _is_time(behind["time"])):
        return False
    if text[subject_end - 1 : subject_end] == ",":
        subject_end -= 1
    word = word_before(low, subject_end)
    at = subject_end - len(word)
    if word in _PRONOUNS:
        return True
    if not text[at : at + 1].isupper():
        return word in _persons() and _is_one_person(low, at)
    first = word_before(low, at - 1) if low[at - 1 : at] == " " else ""
    given = load_name_genders()
    return any(text[i : i + len(name)] in given for name, i in ((word, at), (first, at - 1 - len(first))))


_PRONOUNS = WordSet("quantities/pronoun_of_age")


def _is_time(word: str) -> bool:
    return word.isdigit() or word in load_month_names()


def _are_persons_in_view(text: str, low: str, start: int, end: int) -> bool:
    """Whether "the oldest" is one of the persons told of before, or named in the same sentence."""
    before = low[low.rfind("\n", 0, start) + 1 : start][-_VIEW_BEFORE:]
    if _YOUNGEST.fullmatch(before):
        return True  # nothing else is told of, and things are seldom the youngest
    if any(_is_of_persons(word) for word in _WORDS.findall(before)):
        return True
    closing = _SENTENCE_END.search(text, end, end + _VIEW_BEHIND)
    behind = text[end : end + _VIEW_BEHIND if closing is None else closing.start()]
    return any(name in load_name_genders() for name in _NAME_WORDS.findall(behind))


_YOUNGEST = WordPattern(r"the (?:<quantities/youngest>) (?:is|was) ")
_WORDS = re.compile(r"[a-z]+")
_MANY_PERSONS = WordSet("quantities/persons_of_age")


def _is_of_persons(word: str) -> bool:
    return word in _MANY_PERSONS or (word.endswith("s") and word[:-1] in _persons())


_MARKS_AFTER_PERSONS = ("", " ", ",", ".", ";", ")", "\n")
_MARKS_AFTER_DEATH = ("", " ", ",", ".", ";", "—", "–", ")")
_NOW = WordPattern(r"(?:(?:<quantities/now_of_age>)|(?P<person>he was|she was)) $")
_SHORTEST_NAME = 4  # "Ann" and its comma


def _is_age_at(text: str, low: str, left: str, start: int, end: int) -> bool:
    """Whether a number behind "at" is an age: "died at 84", "at 25, she", not "put the dead at 44"."""
    if not left.endswith(_DIED_AT):
        return _AGE_CLAUSE.match(low, end) is not None
    if low.endswith(_THE_DEAD, 0, start):
        return False
    return low[end : end + 1] in _MARKS_AFTER_DEATH and not has_plural_noun(text, low, end)


def _is_age_listed(text: str, low: str, amount: Amount) -> bool:
    """Whether a number goes on in a list of ages: "three men aged 19, 22 and 31"."""
    start, end = amount.start, amount.end
    if low[start - 1 : start] != " " or low[start - 2 : start - 1] not in (",", "d", "r"):
        return False
    listed = _AGE_LISTED.search(low, max(0, start - _LISTED_CHARS), start)
    if listed is None or not all(_is_number(word) for word in _LISTED_WORDS.findall(listed[0])[1:]):
        return False
    return _AGE_LIST_ENDS.match(low, end) is not None and not has_plural_noun(text, low, end)


_LISTED_WORDS = re.compile(r"(?!(?:and|or)(?![^\W_]))(?<![^\W_])[^\s,]+")
_AGE_LIST_ENDS = WordPattern(
    r"[.,;)](?!\d)| (?:and|or) \d|\Z|\n| (?:<quantities/after_listed_age>)(?![^\W_])"
)


def _is_number(word: str) -> bool:
    return word.isdigit() or word.split("-", maxsplit=1)[0] in load_number_words()


def _is_behind_person(text: str, low: str, start: int, end: int) -> bool:
    """Whether a number between commas stands behind somebody: "Jane Doe, 35, said", "the driver, 43, was"."""
    if low[end + 1 : end + 2] != " ":
        return False
    word = word_before(low, start - 2)
    at = start - 2 - len(word)
    if word in _persons() and not text[at].isupper():
        return _is_one_person(low, at)
    if (
        not text[start - 3].isalpha()
        or len(word) <= 1
        or not text[at].isupper()
        or word in load_month_names()
    ):
        return False
    before = text[at - 1 : at]
    if before in ("", "\n") or text[max(0, at - 2) : at] in (". ", "? ", "! "):
        return True
    outer = word_before(low, at - 1)
    return before == " " and text[at - 1 - len(outer) : at - len(outer)].isupper()
