"""Words of change that tell how high, deep or far: "soars to a height of 213 feet", "dips 35°"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import NOUN_TAGS

if TYPE_CHECKING:
    from claimcheck.claims.changes.found_words import ByForm, FoundWord


def goes_down_so_deep(found: FoundWord) -> bool:
    """Whether "down" leads to how deep something reaches: "the foundations go down 33 metres"."""
    return found.has_before(_GOES, 8) and _SO_DEEP.match(found.text, found.end) is not None


_GOES = WordPattern(r"\b(?:<change/reaching_depth>)\s+$")
_SO_DEEP = WordPattern(r"\s+(?:about\s+|some\s+|nearly\s+)?\d[\d.,]*\s?(?:<change/deep_measure>)\b")


def leads_along(found: FoundWord) -> bool:
    """Whether somebody goes up or down something: "climbed up the mast by 14 feet", "goes down the shaft"."""
    word = found.token
    if word is None:
        return False
    columns = columns_of(found.document)
    verb = columns.heads[word]
    if verb != word - 1 or columns.lowers[verb] not in _GOING:
        return False
    way = next((child for child in columns.rights(verb) if child > word), word)
    is_way = columns.deps[way] == "obj" and columns.tags[way] in NOUN_TAGS
    return is_way and columns.lowers[word + 1] in _DEFINITE and not columns.has_child(way, "nummod")


_GOING = WordSet("change/going")
_DEFINITE = WordSet("grammar/definite")


def _falls_so_far(found: FoundWord) -> bool:
    """Whether a length follows by which water or a way goes down: "the falls plummet 2,425 feet"."""
    left = max(found.sentence.start, found.start - _LONGEST_WAY)
    going = _WATER_OR_WAY.search(found.text, left, found.start)
    if going is None or going["where"] is not None:
        return False
    following = found.quantity_behind()
    if following is None or following.quality != "length":
        return False
    return _ONLY_PRAISE.fullmatch(found.text, found.end, following.start) is not None


_LONGEST_WAY = 60
_WATER_OR_WAY = WordPattern(
    r"(?P<where>\b(?:<grammar/fronting_preposition>)\s+(?:(?:<common/article_or_possessor>)\s+)?(?:[\w’'-]+\s+){0,2}?)?"
    r"\b(?:<change/water_or_way>)(?:\s+(?:of|at)(?:\s+[A-Z][\w’'-]*){1,3})?(?:\s+[a-z]+ly)?\s+$"
)
"""What goes down, right before the word, and not a place by which something does."""
_ONLY_PRAISE = re.compile(r"\s+(?:(?:an?\s+)?[a-z]+ing\s+)?")


def _soars_to_a_height(found: FoundWord) -> bool:
    """Whether something stands so high: "soars to a height of 213 feet"; not "rises to a height of 12%"."""
    following = found.quantity_behind()
    return following is not None and following.quality == "length" and found.leads_to(_TO_A_HEIGHT)


_TO_A_HEIGHT = WordPattern(
    r"\s+to\s+(?:<common/article_or_possessor>)\s+(?:[a-z]+\s+){0,2}(?:<change/how_high>)\s+of\b"
)


def _goes_so_far(found: FoundWord) -> bool:
    """Whether a length follows, which somebody jumps or the sea rises: "a long jump of 8.2 metres"."""
    following = found.quantity_behind()
    return following is not None and (following.unit or "").split("_per_")[0] in _LENGTHS


_LENGTHS = WordSet("change/length")
_TO_A_DEPTH = WordPattern(
    r"[^.;:%$€£]*?\b(?:to|at|in)\s+an?\s+depth\s+of\b|\b(?:<change/depth_unit>)\s+(?:<change/depth_word>)\b"
)
_AT_AN_ANGLE = re.compile(r"\s+(?:at\s+)?(?:about\s+)?\d[\d.]*\s?(?:°(?!\s?[CF])|degrees?\b(?!\s+(?:C|F)))")
_SO_HIGH = WordPattern(
    r"\s+(?:(?:<change/before_height>)\s+)?[\w,.-]+[\s-]"
    r"(?:(?:<change/storey>)\b|(?:<change/depth_unit>|m|km|ft)\s+above\b(?!\s+(?:<change/usual_level>)\b))"
)
_INTO_THE_AIR = WordPattern(
    r"\s+(?:[a-z]+\s+){0,3}?\d[\d.,–-]*\s+[a-z]+(?:\s+\([^()]{1,40}\))?\s+(?:<change/in_the_air>)\b"
)
_STEPS = WordPattern(r"\s+(?:the\s+)?[\d,]+\s+(?:<change/what_is_climbed>)\b")

BY_FORM: ByForm = (
    # "a well sunk in 1863 to a depth of 212 feet"
    (WordSet("change/sunk"), lambda found: found.leads_to(_TO_A_DEPTH)),
    # "limestones dipping 35° to the north"
    (WordSet("change/dipping"), lambda found: found.leads_to(_AT_AN_ANGLE)),
    # "the tower rises 58 storeys", "2,000 m above the plain"; not "above normal"
    (WordSet("change/rising"), lambda found: found.leads_to(_SO_HIGH)),
    # "ash clouds rising 500 metres (1,600 feet) into the air"
    (WordSet("change/rising_into_air"), lambda found: found.leads_to(_INTO_THE_AIR)),
    # "the tower soars to a height of 213 feet"
    (WordSet("change/standing_high"), _soars_to_a_height),
    # "the falls plummet 2,425 feet", "the path drops 1,110 feet"
    (WordSet("change/falling_away"), _falls_so_far),
    # "a long jump of 8.2 metres", "climb 325 steps"
    (WordSet("change/jump"), lambda found: found.leads_to(_STEPS) or _goes_so_far(found)),
    # "storm surges of 15 feet"
    (WordSet("change/surge_of_the_sea"), _goes_so_far),
)
