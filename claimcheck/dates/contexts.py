"""What stands around a date, and whether it makes a number a year, "May" a month, "the fall" a season."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.dates.readings import LATEST_YEAR, Phrase, Run
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.alternatives import any_of
from claimcheck.lexicons.word_sets import WordPattern, WordSet

# The longest opener of date_relations.csv with its fillers, "beginning in about the fiscal year", has 34.
CONTEXT_CHARS = 48
# ", and the " is the longest usual gap between two years of a list.
LIST_GAP_CHARS = 20
# A span whose end has two digits is years by itself only when short: "2009-12", but not "2015-32".
BARE_SHORT_SPAN_YEARS = 10

_FOLLOWING_WORD = re.compile(r"[^\S\n]*(?:\n(?!\s*\n))?[^\S\n]*([^\W\d_]+)")
_DEICTIC_BEFORE = WordPattern(
    r"\b(?:<dates/deictic>)\s+(?:early\s+|late\s+|mid-?\s*)?$",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r"\s*(?:,?\s*(?:and|or|&|to|versus|vs\.?)|,|;)\s*(?:the\s+|in\s+)?", re.IGNORECASE)
# Age and temperature are told in tens too: "in her nineties", "highs in the 80s".
_TENS = WordPattern(
    r"\b(?:<dates/of_tens>|°|IQ|mph|points?)\b",
    re.IGNORECASE,
)
_MONTH_RELATIONS = frozenset(
    {"in", "since", "until", "by", "before", "after", "during", "throughout", "as_of"}
)
_SEASON_RELATIONS = frozenset({"in", "during", "throughout", "since", "until", "by"})
_DAY_RELATIONS = frozenset({"on", "by", "since", "until", "before", "after", "from"})
_STRONG = frozenset({"in", "since", "until", "during", "throughout", "as_of"})
_WEAK = frozenset({"of", "for", "from", "by", "before", "after", "around", "between", "on", "to"})
_PARTS_OF_MONTH = WordPattern(r"\b(?:<dates/part_of_month>)\s+of\s+$")


class Context(NamedTuple):
    """What stands around a phrase.

    `relation` is that of date_relations.csv, or None; `phrase_start` is where the preposition begins.
    """

    relation: str | None
    phrase_start: int
    before: str
    after: str


def read_context(text: str, start: int, end: int) -> Context:
    """The preposition before `text[start:end]` and the characters on both sides."""
    before = text[max(0, start - CONTEXT_CHARS) : start]
    opener = _opener_pattern().search(before)
    after = text[end : end + CONTEXT_CHARS]
    if opener is None:
        return Context(None, start, before, after)
    relation = _relations()[re.sub(r"\s+", " ", opener["relation"].lower())]
    return Context(relation, start - len(before) + opener.start(), before, after)


@per_lexicon
def _relations() -> dict[str, str]:
    return {row["phrase"]: row["relation"] for row in load_rows("en/date_relations.csv")}


@per_lexicon
def _opener_pattern() -> re.Pattern[str]:
    """A preposition and what may stand between it and the date, at the end of a text."""
    phrases = sorted(_relations(), key=len, reverse=True)
    words = any_of(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    fillers = (
        r"the|years?|early|about|around|approximately|roughly|circa|some ?time|only|fiscal|calendar|\(FY\)"
    )
    return re.compile(
        rf"(?<![\w-])(?P<relation>{words})(?:\s+|(?<=\.))(?:(?:{fillers}|as early as|as late as)[\s-]+)*$",
        re.IGNORECASE,
    )


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or number sign touches the phrase."""
    if start > 0:
        before = text[start - 1]
        if before.isalnum() or before in "_$€£¥₹#@":
            return False
        if before in "-–/.:,'’+" and start > 1 and text[start - 2].isdigit() and text[start].isdigit():
            return False
    if end < len(text):
        after = text[end]
        if after.isalnum():
            return after == "T" and text[end + 1 : end + 2].isdigit()
        if after in "_%°$€£¥‰":
            return False
        if after in "-–/.:," and text[end + 1 : end + 2].isdigit():
            return after == "," and text[end - 1].isalpha()
    return True


def follows_year(text: str, start: int, year_end: int) -> bool:
    """Whether what begins at `start` goes on a list after a year: "2007, 2008 and 2009"."""
    return 0 <= start - year_end <= LIST_GAP_CHARS and bool(_LIST_GAP.fullmatch(text, year_end, start))


def is_date(run: Run, phrase: Phrase, context: Context, *, is_in_list: bool) -> bool:
    """Whether the phrase is a date here; `is_in_list` if it goes on a list of years."""
    reading = phrase.reading
    if phrase.until is not None and reading.form == "year" and phrase.until.form == "year":
        is_short = run.at(phrase.end - 1).end - run.at(phrase.turn).start < 4
        return _is_year_span(run, phrase, context, is_short=is_short)
    if not (reading.sure and (phrase.until is None or phrase.until.sure)):
        return _is_confirmed(run, phrase, context, is_in_list=is_in_list)
    return not (
        reading.point.takes_year and not reading.is_relative and _DEICTIC_BEFORE.search(context.before)
    )


_ALSO_VERBS = WordSet("dates/also_verb")


def _is_confirmed(run: Run, phrase: Phrase, context: Context, *, is_in_list: bool) -> bool:
    """Whether the context makes a phrase a date that could be something else by its words alone."""
    reading = phrase.reading
    point = reading.point
    if phrase.until is not None:
        return context.relation is not None
    if point.takes_year and _DEICTIC_BEFORE.search(context.before):
        return False
    if reading.form == "year":
        return _is_year(point.year or 0, context, is_in_list=is_in_list)
    if reading.form == "numeric_date":  # 20190126
        return not _pattern("label").search(context.before) and 1900 <= (point.year or 0) <= 2100
    if reading.form == "spelled_year":
        return _is_year(point.year or 0, context, is_in_list=is_in_list) and context.relation is not None
    if reading.form == "short_year":
        return context.relation in _MONTH_RELATIONS | {"of", "from", "around"}
    if reading.form in ("decade_word", "short_decade"):
        return (
            bool(re.search(r"\bthe\s+$", context.before, re.IGNORECASE))
            and not _TENS.search(context.before)
            and not _TENS.search(context.after)
        )
    if reading.form == "season":
        return _is_season(run, phrase, context)
    if reading.form == "quarter":
        return context.relation is not None and not _GAME.search(context.before + " " + context.after)
    if reading.form in ("slash_day", "spaced_date"):
        return context.relation in _DAY_RELATIONS
    # a month
    word = run.text[run.at(phrase.first).start : run.at(phrase.end - 1).end].rstrip(".")
    if word.islower() and (word in _ALSO_VERBS or len(word) < 4):
        return False
    if context.relation == "of":
        return bool(_PARTS_OF_MONTH.search(context.before))
    return context.relation in _MONTH_RELATIONS and not context.before.rstrip().lower().endswith("the")


def _is_season(run: Run, phrase: Phrase, context: Context) -> bool:
    word = run.text[run.at(phrase.first).start : run.at(phrase.end - 1).end].lower()
    following = _FOLLOWING_WORD.match(context.after)
    if context.relation not in _SEASON_RELATIONS:
        return False
    if word.endswith(("fall", "spring")):
        # "in the fall of Rome", "by the spring": only after "in" and "during"
        if context.relation not in ("in", "during", "throughout"):
            return False
        return not (following and following[1].lower() in ("of", "from", "in"))
    return not (following and following[1].lower() == "of")


# ---- is a number a year? ----

# the quarter of a game, or of a city
_GAME = WordPattern(
    r"\b(?:<dates/game>)\b",
    re.IGNORECASE,
)
_COMPARED = WordPattern(
    r"\b(?:<dates/compared>)\s+than\s+$",
    re.IGNORECASE,
)
_THAN = re.compile(r"\b(?:than|versus|vs\.?|compared\s+(?:to|with)|against)\s+(?:in\s+)?$", re.IGNORECASE)
_BRACKET_AFTER = re.compile(r"\s+(?:and|&)\s+\d{4}\s*[)\]]|\s*[)\];,–—\[-]|[a-z]?[)\];]")
_DETERMINER_BEFORE = WordPattern(
    r"(?:\b(?:<dates/before_year_name>)|['’]s)\s+(?:[a-z]{4,}(?:ous|ful|ic|al|ive|ed|less|able)\s+)?$",
    re.IGNORECASE,
)
_PUBLISHED = WordPattern(r"[(\[](?:[A-Z][\w.&’'-]*,?\s+(?:&\s+|and\s+)?){0,3}(?:<dates/publisher>),?\s+$")
_START_BEFORE = re.compile(
    r"(?:^|[.!?:…]['\"”’)\]]*\s+|\n\s*|[;,(—–\"“‘]\s*|\b(?:and|but|while|that|whether|if)\s+)$"
)
_SIGN_BEFORE = re.compile(r"[-–/.:=+*'’]$")
_YEAR_BEFORE = re.compile(r"\byears?,?\s+$", re.IGNORECASE)
_BEGUN = WordPattern(r"\b(?:<dates/begun>)\s+$")
_AS_BEGUN = WordPattern(r"\s*[,.;]|\s+(?:<dates/as_begun>)\b")
_NO_YEAR_AFTER = re.compile(r"\s*[%°$€£×]|\s*-\s*\w|\s+\d|\s?x\s?\d")
_SIDES = re.compile(r"\s?[x×]\s?\d")
_TO_NUMBER = re.compile(r"\s+to\s+(?P<last>\d{4,6})(?!\d|,\d)")
_TWO_WORDS = re.compile(r"\s+(?P<first>[a-z]+)\s+(?P<head>[a-z]+s)\b")
_WHOSE = re.compile(r"['’]s?\s[a-z]+(?<!s)\b")
_OLD_YEAR = 1850  # before it, a number with a plural noun after it is a count rather than a year


@per_lexicon
def _words(kind: str) -> tuple[str, ...]:
    """The words of one class of year_contexts.csv."""
    return tuple(row["word"] for row in load_rows("en/year_contexts.csv") if row["class"] == kind)


@per_lexicon
def _pattern(kind: str) -> re.Pattern[str]:
    """What a class of year_contexts.csv means, as a pattern for the text on its side of the number."""
    words = "|".join(re.escape(word) for word in _words(kind))
    patterns = {
        "change": rf"\b(?:{words})(?:\s+\w+ly)?\s+(?:by|to|from)\s+$",
        "total": rf"\b(?:{words})\s+of\s+(?:about\s+|around\s+|over\s+|nearly\s+|some\s+)?$",
        "dated_to": rf"\b(?:{words})\s+(?:\w+\s+)?(?:to|with)\s+$",
        "subject": rf"\s+(?:{words})\b(?!\s+(?:people|the\s+number))",
        "event": rf"(?:\b(?:{words})|©|\(c\))\s*$",
        "label": rf"(?:\b(?:{words})\b\.?:?|[#=])\s*$",
    }
    return re.compile(patterns[kind], re.IGNORECASE)


@per_lexicon
def _bracket_pattern() -> re.Pattern[str]:
    """The inside of a bracket up to a year: "(", "(Smith, ", "(born "."""
    words = "|".join(re.escape(word) for word in (*_words("event"), *_words("bracket_event")))
    return re.compile(
        rf"[(\[](?:[^()\[\]\n]{{0,44}};)?\s*"
        rf"(?:[^()\[\];\n]{{0,36}}?(?:,|\bal\.,?|\b(?:{words}|from|until))\s*)?$",
        re.IGNORECASE,
    )


@per_lexicon
def _counted_nouns() -> dict[str, str]:
    return {row["word"]: row["class"] for row in load_rows("en/counted_nouns.csv")}


def _counts(year: int, context: Context, *, is_strong: bool) -> bool:
    """Whether the word after a number makes it a count or a measure: "1900 km", "2000 people"."""
    if _SIDES.match(context.after):
        return True  # "a resolution of 1800 x 1920"
    span = _TO_NUMBER.match(context.after)
    if span is not None and int(span["last"]) > LATEST_YEAR:
        return True
    words = _TWO_WORDS.match(context.after) if year < _OLD_YEAR and not is_strong else None
    if (
        words is not None
        and not words["head"].endswith(("ss", "us", "is", "was"))
        and words["first"] not in _words("not_plural")
    ):
        return words["first"] not in (
            "the",
            "a",
            "an",
            "and",
            "or",
            "by",
            "in",
            "to",
            "of",
            "for",
            "when",
            "at",
            "on",
            "as",
            "his",
        )
    following = _FOLLOWING_WORD.match(context.after)
    if following is None:
        return not is_strong and bool(_NO_YEAR_AFTER.match(context.after))
    word = following[1]
    if _WHOSE.match(context.after, following.end()):
        return False  # "a 1963 children's book"
    noun = _counted_nouns().get(word.lower())
    if noun == "unit":
        return True
    is_round = year % 50 == 0
    if noun is not None:
        return is_round or not is_strong or not 1700 <= year <= 2060
    if word.endswith(("children", "people", "women", "men")) and not is_strong:
        return True
    if not is_round or not word.islower() or word in _words("not_plural"):
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _is_year(year: int, context: Context, *, is_in_list: bool) -> bool:
    relation, before = context.relation, context.before
    if context.after[:1] in ("'", "’") and context.after[1:2] == "s" and 1700 <= year <= 2100:
        return True
    is_strong = relation in _STRONG
    is_signed = relation != "around" and _SIGN_BEFORE.search(before)  # "c.1850"
    if _counts(year, context, is_strong=is_strong) or is_signed:
        return False
    if is_strong or is_in_list or _pattern("event").search(before):
        return True
    is_near = 1800 <= year <= LATEST_YEAR or (1400 <= year < 1800 and year % 50 != 0)
    if is_near and _event_after(before, context.after) is not None:
        return True
    if not 1400 <= year <= LATEST_YEAR:
        return relation in ("before", "after", "around") and year % 100 != 0
    is_round = year % 500 == 0
    if relation in _WEAK:
        return _is_year_after_weak(year, context, is_round=is_round)
    if _YEAR_BEFORE.search(before) or (_BEGUN.search(before) and _AS_BEGUN.match(context.after)):
        return True
    if _THAN.search(before):
        return not _COMPARED.search(before) and not is_round
    if is_year_of_publication(before, context.after):
        return True
    if _bracket_pattern().search(before) and _BRACKET_AFTER.match(context.after):
        return not is_round or before.endswith("(")
    if not 1800 <= year <= 2100 or is_round:
        return False
    if _DETERMINER_BEFORE.search(before):
        # "the 2024 Notes" is a name
        following = _FOLLOWING_WORD.match(context.after)
        return following[1][0].islower() if following else bool(re.match(r"-[a-z]", context.after))
    return bool(_START_BEFORE.search(before) and _pattern("subject").match(context.after))


def _event_after(before: str, after: str) -> int | None:
    """Where in the words after a year the name of what happened in it ends: "on the 2001 Census"; not in "in
    1990 they won the cup", where no article and no capitals make one phrase of the year and the noun.
    """
    found = _event_pattern().match(after)
    if found is None:
        return None
    is_phrase = (
        _DETERMINER_BEFORE.search(before) is not None
        or _LISTED.search(before) is not None
        or (after[found.end() - 1].isalpha() and found[0].istitle() and _ON_BEFORE.search(before) is not None)
    )
    return found.end() if is_phrase else None


_LISTED = re.compile(r"\b(?:1[4-9]|20)\d\d\s[^.;:!?\n]+?(?:,|\band|\bor)\s+$")
"""Behind another year with what happened in it: "the 2002 French election, |2007 French election"."""
_ON_BEFORE = WordPattern(
    r"\b(?:<dates/preposition>)\s+$",
    re.IGNORECASE,
)


def is_year_of_publication(before: str, after: str) -> bool:
    """Whether a bracket gives publisher and year of a work: "Salt Roads (Harrow Press, 1998)"."""
    return after[:1] in (")", "]") and _PUBLISHED.search(before) is not None


def event_of_a_year(text: str, year_start: int, year_end: int) -> int | None:
    """Where the name ends of what happened in the year before it: "the 2010 |United States Census|"."""
    before = text[max(0, year_start - _REACH_BEFORE) : year_start]
    end = _event_after(before, text[year_end : year_end + _REACH_AFTER])
    return None if end is None else year_end + end


def happens(noun: str) -> bool:
    """Whether a noun in lower case is for what happens or comes out at a time: "deal", "census"."""
    return noun in _dated_nouns()


@per_lexicon
def _dated_nouns() -> frozenset[str]:
    return frozenset(_words("dated_noun"))


_REACH_BEFORE = 40
_REACH_AFTER = 160  # characters: seven words and more


@per_lexicon
def _event_pattern() -> re.Pattern[str]:
    """Up to six words and a noun for what happens or comes out; small words only between others."""
    nouns = "|".join(sorted(_words("dated_noun"), key=len, reverse=True))
    return re.compile(
        r"\s+(?:(?:[A-Z][\w.’'&-]*|&|[a-z][a-z-]*[a-rt-z](?<!ed)(?<!\bthan)(?<!\bthat)|[a-z]+(?:['’]s|s['’])|of|and|on|for|the)\s+){0,6}?"
        rf"(?i:{nouns})\b(?!-)(?:\s+(?i:{nouns})\b)*"
    )


def _is_year_after_weak(year: int, context: Context, *, is_round: bool) -> bool:
    """Whether a number after "of", "to", "by" ... is a year; these stand before counts as well."""
    relation, before = context.relation, context.before
    if _pattern("change").search(before):
        return relation == "from" and year % 50 != 0
    if relation == "to":
        return bool(_pattern("dated_to").search(before))
    if relation == "of":
        return not (_pattern("total").search(before) or _NAMED_BY_YEAR.search(before))
    if relation in ("before", "after", "between", "by"):
        return True
    return relation != "on" and not is_round and not _COMPARED.search(before)


# The year is part of the name: "the War of 1812" lasted to 1815
_NAMED_BY_YEAR = re.compile(r"\b(?:War|Class|Spirit)\s+of\s+$")


def _may_be_month(phrase: Phrase, run: Run) -> bool:
    """Whether a span is written like an ISO month: "2009-10"."""
    sign, last = run.at(phrase.turn - 1), run.at(phrase.turn)
    return sign.word == "-" and len(last.word) == 2 and last.value <= 12 and run.is_tight(phrase.turn)


# "the 2009-10 season"
_SEASON_SPAN = re.compile(r"\b(?:the|season)\s+\||\|\s+[a-z]", re.IGNORECASE)


def _is_year_span(run: Run, phrase: Phrase, context: Context, *, is_short: bool) -> bool:
    """Whether two numbers such as "2000-2005" or "from 2004 to 2009" are years."""
    first, last = phrase.reading.point.year or 0, (phrase.until or phrase.reading).point.year or 0
    is_strong = context.relation in _STRONG
    if first < 1000 or last > LATEST_YEAR or _counts(last, context, is_strong=is_strong):
        return False
    if _pattern("label").search(context.before) or _SIGN_BEFORE.search(context.before):
        return False
    is_bare = context.relation is None and not context.before.endswith(("(", "["))
    if is_bare and is_short and last - first > BARE_SHORT_SPAN_YEARS:
        return False
    if (
        is_bare
        and _may_be_month(phrase, run)
        and not _SEASON_SPAN.search(context.before + "|" + context.after)
    ):
        return False
    if first % 500 == 0 and last % 500 == 0:
        return is_strong
    if first % 50 == 0 and last % 50 == 0 and _pattern("change").search(context.before):
        return False
    return first >= 1400 or not is_bare
