"""When somebody does something, beside the subject: "Acme today announced", "in May the FDA said"."""

from __future__ import annotations

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet

Offsets = tuple[int, int]

_TRAILING = WordPattern(
    r"(?:(?<![\w’'])(?!(?:<grammar/before_weekday>)\b)[a-z]+(?P<weekday> (?i:<common/weekday>))"
    r"|(?<!ed)(?P<time>,? (?:"
    r"(?:(?:late|early) )?(?i:on (?:<common/weekday>))(?: (?:<grammar/part_of_day>))?"
    r"|(?:earlier |later )?(?:this|last) (?:<grammar/time_of_late>)"
    r"|(?:<grammar/trailing_time>))))$"
)
"""A bare weekday only behind a small word: "the bank Tuesday said", but "Ruby Tuesday" is a name."""


@per_lexicon
def _last_words() -> frozenset[str]:
    sets = ("grammar/trailing_time", "common/weekday", "grammar/part_of_day", "grammar/time_of_late")
    return frozenset(time.split()[-1].lower() for name in sets for time in WordSet(name))


def without_trailing_time(text: str, phrase: Offsets) -> Offsets:
    """A phrase without the time that a parser draws into it: "Police | on Monday", "Ann Roe | today"."""
    last = text[text.rfind(" ", *phrase) + 1 : phrase[1]]
    if last.lower() not in _last_words():
        return phrase
    trailing = _TRAILING.search(text, *phrase)
    names = text[slice(*phrase)].split()[-_WORDS_OF_NAME - 1 :]
    is_long = len(names) > _WORDS_OF_NAME and all(name[0].isupper() for name in names)
    if trailing is None and is_long and last.lower() in _WEEKDAYS:
        return phrase[0], phrase[1] - len(last) - 1  # "Senator Ann Roe | Monday", but not "Ruby Tuesday"
    start = phrase[0] if trailing is None else trailing.start(trailing.lastgroup or 0)
    return phrase if start == phrase[0] else (phrase[0], start)


_WEEKDAYS = WordSet("common/weekday")
_WORDS_OF_NAME = 3
"""Words in capitals before a day: no name of a place or a feast has as many."""
_LEADING = WordPattern(
    r"(?:(?i:<common/month>)|(?i:<common/weekday>)),? (?=(?:<common/article_or_possessor>)\b)"
    r"|(?:(?<=[Oo]n )(?i:<common/weekday>)|(?<=[Ii]n )(?i:<common/month>)) (?=[A-Z])"
)


def without_leading_time(text: str, phrase: Offsets) -> Offsets:
    """A phrase without the month or day that a preposition before it has: "In March | the agency", "On Monday
    | Acme".
    """
    leading = _LEADING.match(text, *phrase)
    return phrase if leading is None else (leading.end(), phrase[1])
