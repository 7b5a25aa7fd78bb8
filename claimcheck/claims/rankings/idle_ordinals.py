"""Ordinals that place nothing in an order: "the second quarter", "a first cousin", "was first printed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.quantities import load_noun_phrase_ends
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument
    from claimcheck.quantities.finding import Quantity


def _is_of_time_before(text: str, quantity: Quantity, before: str) -> bool:
    """Whether an ordinal without a noun takes that of one before it, "in the fourth quarter, after growing in
    the third", or is the minute of a match: "by the 71st".
    """
    if not _AT_THE.search(before):
        return False
    if _PRONOUN_AFTER.match(text, quantity.number_end):
        return True  # "in the second she lost"
    is_minute = text[quantity.number_start].isdigit() and (quantity.number or 0) > _DAYS_OF_A_MONTH
    start = quantity.number_start
    return is_minute or _timed().search(text, max(0, start - _FAR_BACK), start) is not None


_AT_THE = re.compile(r"\b(?:in|by|until|since|from|on) the $")
_PRONOUN_AFTER = WordPattern(r"\s+(?:<grammar/gapped_pronoun>)\b")
_FAR_BACK = 80


_ORDINAL = r"(?:[a-z]*(?:first|second|third|[a-z]th)|\d+(?:st|nd|rd|th))"


def _unranked_nouns() -> str:
    return "|".join(re.escape(row["noun"]) for row in load_rows("en/unranked_nouns.csv"))


@per_lexicon
def _timed() -> re.Pattern[str]:
    """An ordinal with a noun of time or of an order that ranks nothing."""
    so_many = r"(?:(?:few|\d+|two|three|four|five|six|seven|eight|nine|ten) )?"
    return re.compile(
        rf"\b{_ORDINAL} {so_many}(?:{_unranked_nouns()})\b(?:[^.:!?]|\.(?=\d))*$", re.IGNORECASE
    )


@per_lexicon
def _idle() -> re.Pattern[str]:
    """Nouns after which an ordinal counts off time, enumerates the discourse or is an idiom."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    joined = rf"(?:(?:,? and|,? or|,| [-–]) {_ORDINAL})*"  # "the third and fourth quarter"
    return re.compile(
        rf"{joined}[- ](?:(?:full|whole|complete) )?(?:{_unranked_nouns()})\b"
        rf"|\s+(?:\(\d+\w+\)\s+)?of\s+(?:all|{months}|(?:the|each|every|that|this)\s+month)\b"
        r"|\s+one\s+(?:is|are|was|were)\b"  # of a text that counts off what it tells
        r"|\s*,|\s+and\s+foremost\b|\s+(?:vs|versus)\b\.?\s+\d",
        re.IGNORECASE,
    )


_PART_BEFORE = WordPattern(r"\b(?:<ranking/part_of_whole>)\s$", re.IGNORECASE)
_ONE_OF_FIRST = re.compile(r"\b(?:one|some) of (?:my|our|your|their|his|her) $", re.IGNORECASE)
_TROOPS_AFTER = WordPattern(r"\s+(?:[A-Z][\w-]*\s+){0,3}(?:<ranking/troops>)\b")
_NUMBERED_TROOPS = WordPattern(r"(?:st|nd|rd|th)\s+(?:<ranking/troops>)\b", re.IGNORECASE)
_CROSS_STREET = WordPattern(
    r"\s*&\s*[A-Z]|\s+(?:and|near|at)\s+(?:[A-Z][a-z]+\s+){1,2}(?:<ranking/street>)\b"
)
_CAPITAL_AFTER = re.compile(r" [A-Z]")
_HOUSE_NUMBER = re.compile(r"(?:^|\s)\d{2,5} $")
_QUARTER_OF_TOWN = re.compile(r"(?:^|\s)[NSEW]\.?\s$")
_SHARE_AFTER = WordPattern(r"\s+(?:[A-Z]{0,3}[$€£¥₹]\s?\d|\d[\d.,]*\s?(?:<common/percent>))")
_IDLE_COMPOUND = WordPattern(r"(?:-|\s-\s)(?:<ranking/idle_compound>)\b")
_TIME_SPAN = re.compile(
    r"\s+(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|several|couple\s+of)\s+)"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centuries"
    r"|(?:kilo|mega|giga)?bytes?|bits?|octets?|(?:kilo)?met(?:re|er)s?|miles?|feet|inches|pounds|dollars)\b"
    r"|\s+(?:few|several)\b",
    re.IGNORECASE,
)
_OF_TIME = WordPattern(r"\b(?:<ranking/before_second>)\s+an?\s+$", re.IGNORECASE)
_ANOTHER = re.compile(r"(?:^|\s+)an?\s$", re.IGNORECASE)
_TERM_AFTER = WordPattern(r"\s+(?:<ranking/nth_of_right>)\b")
_BROUGHT_ABOUT = WordPattern(
    r"(?<![^\W_])(?!(?:<ranking/mere_use>)$)(?:[a-z]{2,}ed|<ranking/bringing_about>)$"
)
_TO_NONE = re.compile(r"\s+to\s+none\b", re.IGNORECASE)
_NAME_AT_START = WordPattern(
    r"(?:First|Second|Third)(?:\s+[A-Z][a-z]+)?\s+(?:<ranking/after_ordinal_of_name>)\b"
    r"(?!\s+[A-Z])|First\s+[A-Z][a-z]+\s+(?:Financial|Bancorp|Bancshares|Capital|Energy)\s+[A-Z]"
)
_DATE_LINE_ENDS = re.compile(r"(?:[\d)]|\b[A-Z][\w.]*) ?(?:--?|[–—]|/) ?$")
"""What a name follows that opens the sentence behind a date line: "PORT, WA, May 4, 2019 --"."""
_PERSON_WHO = WordPattern(r"\s+person\s+(?:<ranking/who_did>)\b")
_ANOTHER_AFTER = WordPattern(r"\s+(?:<ranking/another>)\b")
_TERM_OF_OFFICE = WordPattern(
    r"\s+(?:<ranking/term>)\s+(?:<ranking/in_office>|(?:of|at|with|on|under)\s+(?:<common/article_or_possessor>|[A-Z][\w-]*)|of\s+life)\b"
)
"""A year of somebody's or something's: "her first year as mayor", "its third season in the league"."""
_OF_SOMEBODY = WordPattern(r"(?:[a-z.]['’]s|[a-z]s['’]|\b(?:<common/possessor_of_third>))\s+$")
_OF_A_NAME = re.compile(r"[A-Z][\w.]*['’]s?\s+$")
_TERM_ALONE = WordPattern(r"\s+(?:<ranking/term>)\s*(?:[.,;:]|$)")
_COMPOUND_BEFORE = re.compile(r"[a-z]-[\"”’']?$")
_NAME_BEFORE = re.compile(r"[a-z]\s+[A-Z][a-z]+\s$")
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]")
_QUOTED = re.compile(r"[a-z] [\"“‘]$")
_INSIDE = re.compile(r"[a-z’']\s$")
_PLACED_BEFORE = WordPattern(
    r"\b(?:<ranking/placed>)\s+(?:in\s+)?$",
    re.IGNORECASE,
)
_IN_CASE = re.compile(r"\bin\s+(?:the|both)\s+$", re.IGNORECASE)
_CASE = re.compile(r"\s+cases?\b")
_IDLE_BEFORE = re.compile(
    r"\b(?:at|from|every|each|one|two|three|four|five|six|seven|eight|nine"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)[\s-]+$",
    re.IGNORECASE,
)


def is_idle_ordinal(text: str, quantity: Quantity) -> bool:
    """Whether an ordinal places nothing in an order: a quarter, a century, a fraction, an idiom."""
    end = quantity.number_end
    if quantity.number == 1 and _is_first_of_idiom(text, quantity):
        return True
    if _TO_NONE.match(text, end) or _is_of_a_label(text, quantity.number_start, end):
        return True
    if _counts_off_two(text, quantity.number_start, end) or _counts_off_several(
        text, quantity.number_start, end
    ):
        return True
    if _TELLS_ON.match(text, end) and _OPENING.search(
        text, max(0, quantity.number_start - 8), quantity.number_start
    ):
        return True
    if _NONE_BEFORE.search(text, max(0, quantity.number_start - 12), quantity.number_start):
        return True  # "there was no third bidder"
    if _PLACED_BEFORE.search(text, max(0, quantity.number_start - 16), quantity.number_start):
        return False
    before = text[max(0, quantity.number_start - 24) : quantity.number_start]
    if _is_another(text, quantity, before) or _is_base(text, quantity, before):
        return True
    if _is_year_of_somebody(text, end, before):
        return False
    if _is_of_name(text, quantity, before) or _is_of_time(text, quantity, before):
        return True
    if _PART_BEFORE.search(before) and text.startswith(" of ", end):
        return True  # "the top third of the screen"
    if _ONE_OF_FIRST.search(before):
        return True  # "one of my first jobs"
    if _SHARE_AFTER.match(text, end) or _COMPOUND_BEFORE.search(before):
        return True  # "the first 25% of them", "a mobile-first site"
    if _PERSON_WHO.match(text, end):
        return False  # "the third person to do so", but not "told in the third person"
    if _idle().match(text, end) or _IDLE_COMPOUND.match(text, end) or _TIME_SPAN.match(text, end):
        return True
    if _IN_CASE.search(text, max(0, quantity.number_start - 8), quantity.number_start) and _CASE.match(
        text, end
    ):
        return True
    return _IDLE_BEFORE.search(text, max(0, quantity.number_start - 12), quantity.number_start) is not None


_NONE_BEFORE = WordPattern(r"\b(?:<technology/be>|be|been) no $", re.IGNORECASE)
_FIRST_OF_TWO = WordPattern(
    r"(?: (?!(?:<ranking/awarded>)\b)[a-z]+)? (?:is|are) [^.;!?\n]{3,120}?(?:[,;]| and| but| while),?"
    r" the second(?: [a-z]+)? (?:is|are)\b"
)
_BEFORE_SECOND = WordPattern(
    r"\b[Tt]he first(?: (?!(?:<ranking/awarded>)\b)[a-z]+)? (?:is|are) "
    r"[^.;!?\n]{3,120}?(?:[,;]| and| but| while) the $"
)
_IS_SECOND = re.compile(r"(?: [a-z]+)? (?:is|are)\b")
_FARTHEST_FIRST = 180


def _counts_off_two(text: str, start: int, end: int) -> bool:
    """Whether an ordinal only tells two things apart that a text goes through: "The first score is an old
    print, and the second is a new one".
    """
    if _FIRST_OF_TWO.match(text, end):
        return text[start:end].lower() == "first"
    is_second = text[start:end] == "second" and _IS_SECOND.match(text, end)
    return bool(is_second) and _BEFORE_SECOND.search(text, max(0, start - _FARTHEST_FIRST), start) is not None


_THE = re.compile(r"\b[Tt]he $")
_TOLD_APART = WordPattern(r" (?P<noun><ranking/told_apart>)\b(?! (?:to|ever|in (?:the|its|his|her)|since)\b)")
_SO_MANY = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|[2-9])(?: [a-z-]+){0,3} "
_FARTHEST_COUNT = 600


def _counts_off_several(text: str, start: int, end: int) -> bool:
    """Whether an ordinal tells apart the parts, ways or cases that were counted before, as in "It has two
    modes. In the first mode the fan is off".
    """
    told = _TOLD_APART.match(text, end)
    if told is None or not _THE.search(text, max(0, start - 4), start):
        return False
    noun = told["noun"]
    several = rf"(?:{noun}(?:s|es)|{noun[:-1]}ies|{noun[:-2]}(?:a|es))"
    counted = re.compile(rf"{_SO_MANY}{several}\b", re.IGNORECASE)
    return counted.search(text, max(0, start - _FARTHEST_COUNT), start) is not None


_LABEL_ENDS = re.compile(r" [a-z]+:")


def _is_of_a_label(text: str, start: int, end: int) -> bool:
    """Whether an ordinal and its noun only say what a line is: "First drive: the new estate"."""
    opens = start == 0 or text[start - 1] == "\n"
    return opens and _LABEL_ENDS.match(text, end) is not None


def _is_another(text: str, quantity: Quantity, before: str) -> bool:
    """Whether it is one more or a time: "a second home", "for a second", but not "arrested a second man"."""
    another = _ANOTHER.search(before) if quantity.number != 1 else None
    if another is None or _TERM_AFTER.match(text, quantity.number_end):
        return False
    is_done = _BROUGHT_ABOUT.search(before, 0, another.start()) is not None
    return not is_done or _is_mere_other(text, quantity.number_end)


def _is_base(text: str, quantity: Quantity, before: str) -> bool:
    """Whether it is a place on a field: "reached first base", "a runner on second with two outs"."""
    if quantity.number not in (1, 2, 3):
        return False
    if _BASE_BEHIND.match(text, quantity.number_end):
        return _DETERMINED.search(before) is None
    if not _ON_BASE.search(before) or not _NO_NOUN.match(text, quantity.number_end):
        return False
    near = max(0, quantity.number_start - _FAR_BACK), quantity.number_end + _FAR_BACK
    return _OF_BASEBALL.search(text, *near) is not None


_BASE_BEHIND = re.compile(r"\s+base(?:man|men)?\b")
_DETERMINED = WordPattern(r"(?:[’']s?|\b(?:<common/article_or_possessor>))\s+$", re.IGNORECASE)
_ON_BASE = WordPattern(r"\b(?:<ranking/reaching_a_base>)\s+$", re.IGNORECASE)
_OF_BASEBALL = WordPattern(
    r"\b(?:<quantities/baseball>|(?:no|one|two) outs?|runners? (?:on|at)|loaded bases)\b", re.IGNORECASE
)


def _is_of_name(text: str, quantity: Quantity, before: str) -> bool:
    """Whether it is a part of a name: of a work, a place, a firm, a troop."""
    end, first = quantity.number_end, text[quantity.number_start]
    if (
        first.isupper()
        and _NAME_AFTER.match(text, end)
        and (_INSIDE.search(before) if before[-1:] == " " else _QUOTED.search(before))
    ):
        return True  # "the First Coast", "his Seventh Symphony", 'the "Third Rome"'
    if _TROOPS_AFTER.match(text, end) and not _is_of_some_troops(text, quantity):
        return True  # "the 2nd Infantry Division", but not "the first Marines to land"
    if first.isdigit() and _is_of_place_or_unit(text, end, before):
        return True
    if first == "F" and _NAME_BEFORE.search(before):
        return True  # "the America First agenda"
    # "First Bank opened 30 branches"
    opens = not before.strip() or _DATE_LINE_ENDS.search(before) is not None
    return opens and _NAME_AT_START.match(text, quantity.number_start) is not None


def _is_of_time(text: str, quantity: Quantity, before: str) -> bool:
    """Whether it is a second or a day: "in under a second", "March 23 & 24th", "on the 19th alone"."""
    if _DAYS_BEFORE.search(text, max(0, quantity.number_start - 24), quantity.number_start):
        return True
    if not _NO_NOUN.match(text, quantity.number_end):
        return False
    is_day = quantity.number is not None and quantity.number <= _DAYS_OF_A_MONTH
    return (
        (quantity.number == 2 and _OF_TIME.search(before) is not None)
        or (is_day and _ON_THE_DAY.search(before) is not None)
        or _is_of_time_before(text, quantity, before)
    )


def _is_of_place_or_unit(text: str, end: int, before: str) -> bool:
    """Whether an ordinal in digits is of a street or of troops: "S. 10th & Oak", "the 65th wing"."""
    is_numbered = _HOUSE_NUMBER.search(before) and _CAPITAL_AFTER.match(text, end)
    if is_numbered or _CROSS_STREET.match(text, end) or _QUARTER_OF_TOWN.search(before):
        return True
    return _NUMBERED_TROOPS.match(text, end - len("th")) is not None


def _is_mere_other(text: str, end: int) -> bool:
    """Whether no noun follows "a second", or one that nobody counts off."""
    word = _PLAIN_WORD.match(text, end)
    return word is None or word[1] in load_noun_phrase_ends() or _ANOTHER_AFTER.match(text, end) is not None


_PLAIN_WORD = re.compile(r"[ -]([a-z]+)")


def _is_year_of_somebody(text: str, end: int, before: str) -> bool:
    """Whether an ordinal counts the years of somebody or something: "its eighth year as a sponsor"."""
    if _OF_SOMEBODY.search(before) is None:
        return False
    if _TERM_OF_OFFICE.match(text, end):
        return True
    return _OF_A_NAME.search(before) is not None and _TERM_ALONE.match(text, end) is not None


def _is_of_some_troops(text: str, quantity: Quantity) -> bool:
    """Whether a small "first" picks out some of those whom a plural names."""
    word = _PLURAL_NAME.match(text, quantity.number_end)
    return word is not None and text[quantity.number_start].islower()


_PLURAL_NAME = re.compile(r"\s+[A-Z][a-z]+s\b")
_IN_THE = re.compile(r"\bin the $", re.IGNORECASE)
_IN_THE_PLACING = WordPattern(r"\b(?:<ranking/placed>)\s+in the $", re.IGNORECASE)
_PLACE_CLOSED = re.compile(r"\s+place\b(?!\s+(?:of|among|with|on|behind|ahead|that|where)\b)")
_WHICH_COMES = re.compile(
    r"\b(?:which|what|who|whichever|whatever)\s+(?:comes|came|goes|went)\s+$", re.IGNORECASE
)


def _is_first_of_idiom(text: str, quantity: Quantity) -> bool:
    """Whether "first" is that of "why was it built in the first place" or of "which comes first"."""
    before = text[max(0, quantity.number_start - 24) : quantity.number_start]
    if _IN_THE.search(before) and _PLACE_CLOSED.match(text, quantity.number_end):
        return _IN_THE_PLACING.search(before) is None
    if _ANOTHER.search(before) and _EDITION.match(text, quantity.number_end):
        return True  # "a first edition", but not "the first edition of the fair"
    return _WHICH_COMES.search(before) is not None


_EDITION = re.compile(r"[ -]editions?\b")
_OPENING = re.compile(r"(?:^|[.!?:;\n]\s*)[Tt]he $")
_TELLS_ON = WordPattern(r"\s+(?:one\s+)?(?:<ranking/tells_on>)\b")
"""A verb right behind an ordinal that opens a sentence: "The first is that ...", of what was said before."""
_DAYS_OF_A_MONTH = 31
_ON_THE_DAY = re.compile(
    r"\b(?:on|by|until|till|before|after|since|from|to|of)\s+(?:or\s+about\s+)?the\s+$", re.IGNORECASE
)
_NO_NOUN = WordPattern(r"(?:th|st|nd|rd)?\s*(?:[,.;:)]|$|(?:<ranking/no_noun>)\b)")
_DAYS_BEFORE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
    r"\s\d{1,2}(?:st|nd|rd|th)?\s?(?:,|&|and|or|to|[-–])\s?$"
)
_POSSESSOR_BEFORE = re.compile(r"(?:[’']s?|\b(?:the|its|their|his|her|our))\s+$", re.IGNORECASE)
_PLACING = WordSet("ranking/placing")


def is_adverb(document: NormalisedDocument, quantity: Quantity) -> bool:
    """Whether "first" only says when: "was first printed", but not "came third"."""
    columns = columns_of(document)
    word = columns.root_at(quantity.number_start, quantity.number_end) if columns.is_parsed else None
    if word is None:
        return False
    if _says_when(columns, word):
        return True  # "when the matter first came up"
    if columns.deps[word] != "advmod" or columns.pos[word] != "ADV":
        return False
    if columns.deps[columns.heads[word]] == "amod" and _POSSESSOR_BEFORE.search(
        document.text, max(0, quantity.number_start - 12), quantity.number_start
    ):
        return False  # "the town's first crewed station"
    return columns.doc[columns.heads[word]].lemma_.lower() not in _PLACING


def _says_when(columns: TokenColumns, word: int) -> bool:
    """Whether "first" stands between a noun and its verb, whatever the tree makes of it."""
    if columns.lowers[word] != "first" or not 0 < word < len(columns.tags) - 1:
        return False
    is_before_verb = columns.tags[word + 1] in ("VBD", "VBZ", "VBP") and columns.pos[word + 1] == "VERB"
    return is_before_verb and columns.pos[word - 1] in ("NOUN", "PRON", "PROPN")
