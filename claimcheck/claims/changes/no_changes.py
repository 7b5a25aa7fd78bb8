"""Words of change that change nothing: "takes up 48 MB", "fell ill", "the women's doubles"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.claims.amounts.words import POINTS
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import NOUN_TAGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.claims.changes.words import ChangeWord
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity

# Verbs that "up" and "down" only complete: "takes up 48 MB", "made up of 12 parts", "came up with 3 ideas"
_PHRASAL = WordPattern(
    r"\b(?:<change/phrasal>)\s+$",
    re.IGNORECASE,
)
_DRAWN = WordPattern(r"\b(?:<change/drawn>)\s+$", re.IGNORECASE)
_DOWN_SO_FAR = WordPattern(
    r"down\s+(?:by\s|[\d.,]+\s?(?:(?:%|per\s?cent\b)(?!\s+of\b)|(?:<change/depth_unit>)\b))"
)
_PICKED = WordPattern(r"\b(?:<change/pick_up>)\s+$", re.IGNORECASE)
_TO_A_RATE = WordPattern(
    r"\s+(?:to|by|from)\s+(?:(?:<change/before_rate>)\s+){0,4}[\d.,]+[½¼¾]?\s?(?:<common/percent>)"
)
"""Only a rate picks up: "inflation picked up to 4.9%"."""
_CAME = WordPattern(r"\b(?:<change/come_up>)\s+$", re.IGNORECASE)
_TO_AN_AMOUNT = WordPattern(
    r"\s+by\s+(?:(?:<change/amount_filler>)\s+){0,4}\d|\s+(?:to|by|from)\s+(?:(?:<change/amount_filler>)\s+){0,4}"
    r"(?:(?:[$€£¥₹]|Rs\.?\s?|(?:US|A|C|NZ|HK)\$|[A-Z]{3}\s)\s?\d|[\d.,]+[½¼¾]?\s?(?:<common/percent>))"
)
"""Only an amount comes down to a sum or a rate: "debt came down to £3m", but "it came down to 2 bidders"."""
_IS_OFF = WordPattern(
    r"(?:[,(]|\b(?:<change/stands_off>))\s*$",
    re.IGNORECASE,
)
"""Before "off 1.1 percent", where it is a fall and no discount ("took 5% off") nor the rest of a verb."""
_OFF_THE_MARK = WordPattern(
    r"\s+by\s+(?:[a-z]+\s+){0,4}?[\w.,½¼¾]+[\s-]?(?:°|degrees?\b|(?:<common/time_span>|<change/depth_unit>|<change/deep_measure>)\b)"
)
_CUT_OFF = WordPattern(
    r"\s+(?:off\s+)?(?:[a-z]+\s+){0,2}?(?:to|from|in)\s+(?:about\s+|some\s+|more\s+than\s+|nearly\s+)?\d[\d,.]*\s+(?:<change/supplied>)\b"
)
_FROM_A_VERSION = re.compile(
    r"(?:\s+[\w’'-]+){0,4}?\s+from\s+(?:version\s+|v)?\d[\d.]*\s+to\s+(?:version\s+|v)?\d+(?:\.\d+)*(?!\s?%|[a-zA-Z]|\s[a-zA-Z]+s\b)"
)
_AT_AN_ANGLE = re.compile(r"\s+(?:at\s+)?(?:about\s+)?\d[\d.]*\s?(?:°(?!\s?[CF])|degrees?\b(?!\s+(?:C|F)))")
_CUT_OF_PLAYERS = WordPattern(r"\b(?:<change/meeting_a_cut>)\s+the\s+$", re.IGNORECASE)
_SCORES_AFTER = WordPattern(r"\s+(?:(?:only|just)\s+)?(?:\d+|[a-z]+)\s+(?:<change/score>)\b")
_SHARE_OF = WordPattern(
    r"\s+(?:\w+\s+)?\d[\d.,]*\s?(?:<common/percent>)\s+of\s+(?:the|all|its|their|our|[A-Z])"
)
_SHARE_OF_ALL = WordPattern(
    r"\s+(?:\w+\s+){0,2}\d[\d.,]*\s?(?:<common/percent>)\s+of\s+(?:(?:the|all)\b|[A-Z])(?!\s+(?:<change/former>)\b)"
)
"""What somebody comes to hold: "gain 10% of the market"; not "gained 5% of its value"."""
_AGAINST = WordPattern(r"\s+(?:<change/crashed_against>)\b")
_SOMEWHERE = WordPattern(r"\s+(?:<change/crashed_at>)\b")
_WAS_DONE = WordPattern(r"\b(?:<technology/be>|been|being)\s+$", re.IGNORECASE)
_OBJECT_BY = re.compile(
    r"\s+(?:[a-z’'-]+\s+){1,4}by\s+(?:(?:an\s+average\s+of|about|around|up\s+to)\s+)?\W?\d"
)
_RAISED = WordPattern(r"\b(?:<change/raising_up>)\s+$", re.IGNORECASE)
_GOES = WordPattern(r"\b(?:<change/reaching_depth>)\s+$")
_SO_DEEP = WordPattern(r"\s+(?:about\s+|some\s+|nearly\s+)?\d[\d.,]*\s?(?:<change/deep_measure>)\b")
_TO_A_TOTAL = WordPattern(r"\s+to\s+an?\s+(?:<change/limit>)\s+of\b")
_WENT = WordPattern(r"\b(?:<change/gone>)\s+$")
_FROM_TO = re.compile(r"\s+from\s+\W?\d[\d.,]*\s?(?:[a-z%]+\s+)?to\s+(?:\w+\s+)?\W?\d")
_MOVED = WordPattern(r"\b(?:<change/moved_up>)\s+$", re.IGNORECASE)
_INTO_WHAT = WordPattern(
    r"\s+(?:(?:<change/how_far_short>)\s+short|(?:<change/fallen_into>)|on\s+(?!an?\s+[\w-]+\s+basis\b)(?:<change/fallen_on>))\b",
    re.IGNORECASE,
)
_BROUGHT_TO = WordPattern(
    r"\b(?:<change/bringing_up_to>)\s+(?:[\w’'-]+\s+){0,4}?(?:<change/what_is_raised>)\s+(?:(?:[\w’'-]+\s+){0,2}been\s+)?$",
    re.IGNORECASE,
)
"""Before "raised", where what was collected comes to a sum: "brings the total raised to $32 million"."""
_SHORT_OF = re.compile(r"\s+(?:(?!(?:to|by|from|and|but)\s)[^\s;:]*[^\s,;:]\s+){1,5}(?:short|shy)\s+of\b")
"""By how much a goal was missed: "fell four runs short of the target"."""
_TO_A_DEPTH = WordPattern(
    r"[^.;:%$€£]*?\b(?:to|at|in)\s+an?\s+depth\s+of\b|\b(?:<change/depth_unit>)\s+(?:<change/depth_word>)\b"
)
_WON_BEFORE = WordPattern(r"\b(?:<change/contested>)\b", re.IGNORECASE)
_SO_HIGH = WordPattern(
    r"\s+(?:(?:<change/before_height>)\s+)?[\w,.-]+[\s-]"
    r"(?:(?:<change/storey>)\b|(?:<change/depth_unit>|m|km|ft)\s+above\b(?!\s+(?:<change/usual_level>)\b))"
)
_INTO_THE_AIR = WordPattern(
    r"\s+(?:[a-z]+\s+){0,3}?\d[\d.,–-]*\s+[a-z]+(?:\s+\([^()]{1,40}\))?\s+(?:<change/in_the_air>)\b"
)
_TO_A_HEIGHT = WordPattern(
    r"\s+to\s+(?:<common/article_or_possessor>)\s+(?:[a-z]+\s+){0,2}(?:<change/how_high>)\s+of\b"
)
_OUT_OF_A_FIELD = WordPattern(
    r"\s+from\s+(?:<common/article_or_possessor>)\s+(?:[a-z]+\s+){0,2}(?:<change/field_of_rivals>)\b"
)
_STEPS = WordPattern(r"\s+(?:the\s+)?[\d,]+\s+(?:<change/what_is_climbed>)\b")
_STARTING = WordPattern(r"\b(?:<change/starting>)\s+(?:at|from)\s+[^.;:!?]*$")
_LONGEST_CLOSING = 30
_LONGEST_DETERMINER = 12
_CLOSED = WordPattern(r"\b(?:<change/grown_thing>)\s+(?:<change/closed_in_trade>)\s+$", re.IGNORECASE)
_TO_REASONS = WordPattern(
    r"\s+to\s+(?:(?:<common/article_or_possessor>|just|only|\d{1,2}|<common/small_number>|many|several)\s+)*"
    r"(?:[a-z]+\s+)?(?:<change/reason>)\b(?!\s+from\b)"
)
"""What something is owed to: "its success is down to two factors"."""
_SHUT = WordPattern(r"\b(?:<change/shutting>)\s+$", re.IGNORECASE)
_IN_TRADE = WordPattern(
    r"\s+(?:(?:<change/approximating>)\s+)?(?:[$€£¥]\s?\d[\d.]*|\d[\d.]*\s?(?:(?:<common/percent>)|cents?\b))"
    r"(?:(?=[.,;)]|$)|\s+(?:at|to|from|on|a|per|after)\b)"
)
"""What a price or an index moves by; not "the fund opened up $30 million for farmers"."""
_WENT_UP = WordPattern(r"\b(?:<change/going_up>)\s$")
_DROPPED_STUFF = WordPattern(
    r"\s+(?:(?:up\s+to|about|around|nearly|some|over|more\s+than|another|a\s+further"
    r"|almost)\s+)?[\d.,½¼¾]+(?:\s*(?:to|-"
    r"|–)\s*[\d.,½¼¾]+)?[\s-]?(?:<change/dropped_measure>)\.?\s+(?:\([^()]{1,20}\)\s+)?of\b",
)
"""What falls on something, and nothing that got less: "the storm dropped 12 inches of snow"."""
_DROPPED_THING = WordPattern(
    r"\s+an?\s+\d[\d.,]*[\s-](?:<change/dropped_measure>)\s+(?:[a-z]+\s+){0,2}?(?:<change/dropped_thing>)\b"
)
"""What somebody let fall: "dropped a 6,800 kilogram bomb"."""
_REPEATED = WordPattern(r"\s+(?:<change/many_times>)\s+times\b|\s+(?:<change/repeatedly>)\b")
_DONE_SO_OFTEN = WordPattern(r"[ -](?!(?:<change/noun_in_ed>)\b)[a-z]{3,}ed\b(?!\s+[a-z]+s\b)")
_DETERMINER_BEFORE = WordPattern(r"(?:\b(?:<common/article_or_possessor>)|[’']s)\s+$", re.IGNORECASE)
_LENGTHS = WordSet("change/length")


_FROM_ONE_TO_ANOTHER = re.compile(
    r"(?:\s+(?!from\b)[\w’'-]+){0,5}\s+from\s+one\b[^.;:!?]{0,30}?\bto\s+(?:another|the\s+(?:other|next))\b"
)


_OF_A_SIZED = re.compile(r"\s+of\s+an?\s+\d")
"""The amount is one of the thing that grew, was cut or fell: "the growth of a 50 nm layer"."""


class _Word(NamedTuple):
    """A word of change as `match` found it; `floor` is the first character that belongs to it."""

    document: NormalisedDocument
    sentence: Sentence
    match: re.Match[str]
    word: ChangeWord
    floor: int

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def form(self) -> str:
        return self.match[0]

    @property
    def start(self) -> int:
        return self.match.start()

    def leads_to(self, *patterns: WordPattern | re.Pattern[str]) -> bool:
        """Whether one of the patterns matches right behind the word."""
        return any(pattern.match(self.text, self.match.end(), self.sentence.end) for pattern in patterns)

    def is_behind(self, pattern: WordPattern, chars: int) -> bool:
        """Whether a pattern is found in so many characters before the word."""
        return pattern.search(self.text, max(self.floor, self.start - chars), self.start) is not None


def is_no_change(
    document: NormalisedDocument, sentence: Sentence, match: re.Match[str], word: ChangeWord, floor: int
) -> bool:
    """Whether the word of change that `match` found tells none here, whatever amounts stand around it.

    `floor` is the first character that belongs to it.
    """
    found = _Word(document, sentence, match, word, floor)
    if found.leads_to(_FROM_ONE_TO_ANOTHER, _IS_PRICED, _OF_A_SIZED):
        return True  # "when it moves from one format to another", "a climb costs from $38,000 to $160"
    if word.word_class == "particle" and _is_up_to_a_year(found):
        return True
    if _leads_to_a_score(found):
        return True  # "the loss dropped the team to 0-7", "came back from down 4-6"
    is_particle = word.word_class == "particle" and not _tells_of_trade(found)
    if is_particle and (
        _completes_a_verb(document.text, match, floor)
        or _is_particle_of_a_deed(found)
        or _leads_along(found)
        or _is_off_no_price(found)
        or _is_where_prices_end(found)
        or _is_a_sum(found)
        or _is_lead_in_a_game(found)
        or _is_shutting(found)
        or (found.form == "down" and found.leads_to(_TO_REASONS))
    ):
        return True
    if word.word_class == "verb" and _is_no_verb(document, match):
        return True
    if word.percent is not None and _multiplies_nothing(found):
        return True
    return any(found.form in forms and tells_none(found) for forms, tells_none in _BY_FORM)


def _is_up_to_a_year(found: _Word) -> bool:
    """Whether "up to" only tells until when: "must fall 9 per cent a year up to 2040 to meet the goal"."""
    led = _TO_A_YEAR.match(found.text, found.match.end(), found.sentence.end)
    return led is not None and any(
        date.start <= led.start("year") < date.end for date in found.sentence.dates
    )


_TO_A_YEAR = re.compile(r"\s+to\s+(?P<year>(?:19|20)\d\d)\b(?!\s+from\b)")


def _is_shutting(found: _Word) -> bool:
    """Whether "down" is that of a closure: "closed down 40% of its shops"."""
    if found.leads_to(_SHARE_OF_VALUE) or found.is_behind(_CLOSED, _LONGEST_CLOSING):
        return False  # "shares closed down 3% of their value"
    return found.leads_to(_SHARE_OF) and found.is_behind(_SHUT, 12)


_SHARE_OF_VALUE = WordPattern(
    r"\s+(?:\w+\s+)?\d[\d.,]*\s?(?:<common/percent>)\s+of\s+(?:\w+\s+){1,2}(?:<change/own_value>)\b"
)


def _tells_of_trade(found: _Word) -> bool:
    """Whether a price or an index went "up" or "down": "settled down $1.52", "opened up 1.1 percent"."""
    return found.leads_to(_IN_TRADE) and found.is_behind(_CLOSED, _LONGEST_CLOSING)


def _is_particle_of_a_deed(found: _Word) -> bool:
    """Whether "up" or "down" completes, by its tag or arc, a verb of something that is done, and no level
    follows: "racked up hundreds of hours", "pick Ann up ..., which means by 445"; not "ticked up 5%".
    """
    word = token_of(found.document, found.match)
    if word is None:
        return False
    columns = columns_of(found.document)
    verb = columns.heads[word]
    if columns.tags[word] != "RP" and columns.deps[word] != "compound:prt":
        return False
    if columns.lowers[verb] in _CARRYING or found.leads_to(_A_LEVEL):
        return False
    return columns.lowers[verb] not in _BRINGING or not found.leads_to(_OBJECT_TO_AMOUNT)


def _leads_along(found: _Word) -> bool:
    """Whether somebody goes up or down something: "climbed up the mast by 14 feet", "goes down the shaft"."""
    word = token_of(found.document, found.match)
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
_CARRYING = WordSet("change/carrying")
_BRINGING = WordSet("change/bringing_to")
_OBJECT_TO_AMOUNT = re.compile(
    r"(?:\s+[^\W\d][\w’'-]*){1,5}\s+(?:by|to)\s+(?:(?:about|around|nearly|only)\s+)?[$£€]?\d"
)
"""What is brought to an amount, or by one, in so many words: "its stake by $4 million"."""
_A_LEVEL = WordPattern(
    r"\s+(?:(?:by|to|from|on|at)\b"
    r"|(?:[a-z]+\s+){0,2}[$£€]?\d[\d,.]*\s?(?:<common/percent>|points?\b|percentage\b|[bp]ps?\b)"
    r"|[^.;:!?]{0,60}?\b(?:from\s+\W?\d|by\s+\W?\d[\d,.]*\s?(?:<common/percent>)))"
)


def _is_off_no_price(found: _Word) -> bool:
    """Whether "off" tells how far from a mark, or no fall: "can be off by 25 °F", "took 5% off"."""
    return found.form == "off" and (found.leads_to(_OFF_THE_MARK) or not found.is_behind(_IS_OFF, 12))


def _is_where_prices_end(found: _Word) -> bool:
    """Whether "up" leads to the highest of several prices: "tickets start at $35 and go up to $210"."""
    if found.form != "up" or _STARTING.search(found.text, found.sentence.start, found.start) is None:
        return False
    return _WENT_UP.search(found.text, max(0, found.start - 8), found.start) is not None


def _is_a_sum(found: _Word) -> bool:
    """Whether "up" leads to what several parts make: "that adds up to 60 pounds a year"."""
    return found.form == "up" and _ADDING.search(found.text, max(0, found.start - 8), found.start) is not None


def _is_lead_in_a_game(found: _Word) -> bool:
    """Whether "up" or "down" tells who leads: "were down two after the third touchdown"."""
    if not found.leads_to(_SO_MANY_POINTS):
        return False
    sentence = found.sentence
    around = max(0, sentence.start - _GAME_AROUND), sentence.end + _GAME_AROUND
    return _OF_A_GAME.search(found.text, *around) is not None


def _leads_to_a_score(found: _Word) -> bool:
    """Whether two numbers behind the word are of games won and lost, and no range of amounts."""
    pattern = _UP_TO_SCORE if found.word.word_class == "particle" else _TO_A_SCORE
    is_raised = found.word.word_class != "particle" and found.form not in _TAKING_TO_A_SCORE
    if is_raised or not found.leads_to(pattern):
        return False  # "after the win in court, the firm raised fees to 12-14"
    sentence = found.sentence
    around = max(0, sentence.start - _GAME_AROUND), sentence.end + _GAME_AROUND
    return _OF_A_SEASON.search(found.text, *around) is not None


_BARE_PAIR = (
    r"\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?(?=\s*(?:[,;:)]|\.(?!\d)|$)"
    r"|\s(?:<date/behind_score>|<change/behind_lead>|<change/behind_record>|\d{1,2}[-–]\d)\b)"
)
_TAKING_TO_A_SCORE = WordSet("change/taking_to_a_score")
_UP_TO_SCORE = WordPattern(rf"\s+{_BARE_PAIR}")
_TO_A_SCORE = WordPattern(rf"(?:\s+[\w’'-]+){{0,5}}?\s+to\s+{_BARE_PAIR}")
_OF_A_SEASON = WordPattern(r"\b(?:<date/in_a_game>|<change/of_a_season>)\b", re.IGNORECASE)
_ADDING = WordPattern(r"\b(?:<change/adding_up>)\s+$", re.IGNORECASE)
_SO_MANY_POINTS = WordPattern(
    r"\s+(?:by\s+)?(?:(?:just|only)\s+)?(?:\d{1,2}(?![\d.,]*[\d%])|<common/small_number>)\b"
    r"(?:\s+(?:<change/what_is_scored>))?"
    r"(?=[,.;)]|$|\s+(?:<date/behind_score>|<change/behind_lead>)\b)"
)
_OF_A_GAME = WordPattern(r"\b(?:<date/in_a_game>)\b", re.IGNORECASE)
_GAME_AROUND = 200


def _is_no_verb(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether a form that tells a change as a verb is a noun or an adjective: "extended her contract"."""
    columns, word = columns_of(document), token_of(document, match)
    if word is not None and columns.deps[word] == "advmod" and columns.tags[columns.heads[word]][:2] == "VB":
        return True  # "you should double check"
    if word is not None and _describes_a_doer(columns, word):
        return True  # "increasing demand has driven sales to 300 million"
    is_plural = word is not None and columns.tags[word] == "NNS" and columns.deps[word] != "ROOT"
    if word is not None and is_plural and columns.has_child(word, "compound"):
        return True  # "banks fell 3%, oil firms 4%"
    return _is_determined(document, match) or _is_doer(document, match) or _is_predicate(document, match)


def _describes_a_doer(columns: TokenColumns, word: int) -> bool:
    """Whether a participle describes what does something of its own: "increasing" + "demand has driven"."""
    noun = columns.heads[word]
    if columns.deps[word] != "amod" or not columns.lowers[word].endswith("ing") or noun < word:
        return False
    return columns.deps[noun] == "nsubj" and columns.pos[columns.heads[noun]] == "VERB"


def _multiplies_nothing(found: _Word) -> bool:
    """Whether "doubled" and the like are no size: "triple accredited", "doubled several times"."""
    if found.leads_to(_DONE_SO_OFTEN, _REPEATED) or _is_between_marks(found.text, found.match):
        return True
    return _is_contest(found.document, found.match)


def _quantity_behind(found: _Word) -> Quantity | None:
    """The first quantity behind the word."""
    return next((q for q in found.sentence.quantities if q.start >= found.match.end()), None)


def _is_of_many_things(found: _Word) -> bool:
    """Whether it is many things that fell down, and none that got less: "the collapse of 12,000 homes"."""
    following = _quantity_behind(found)
    if following is None or following.kind != "count" or following.of in POINTS:
        return False
    return found.text[found.match.end() : following.start].strip() == "of"


def _falls_so_far(found: _Word) -> bool:
    """Whether a length follows by which water or a way goes down: "the falls plummet 2,425 feet"."""
    left = max(found.sentence.start, found.start - _LONGEST_WAY)
    going = _WATER_OR_WAY.search(found.text, left, found.start)
    if going is None or going["where"] is not None:
        return False
    following = _quantity_behind(found)
    if following is None or following.quality != "length":
        return False
    return _ONLY_PRAISE.fullmatch(found.text, found.match.end(), following.start) is not None


def _soars_to_a_height(found: _Word) -> bool:
    """Whether something stands so high: "soars to a height of 213 feet"; not "rises to a height of 12%"."""
    following = _quantity_behind(found)
    return following is not None and following.quality == "length" and found.leads_to(_TO_A_HEIGHT)


_LONGEST_WAY = 60
_WATER_OR_WAY = WordPattern(
    r"(?P<where>\b(?:<grammar/fronting_preposition>)\s+(?:(?:<common/article_or_possessor>)\s+)?(?:[\w’'-]+\s+){0,2}?)?"
    r"\b(?:<change/water_or_way>)(?:\s+(?:of|at)(?:\s+[A-Z][\w’'-]*){1,3})?(?:\s+[a-z]+ly)?\s+$"
)
"""What goes down, right before the word, and not a place by which something does."""
_ONLY_PRAISE = re.compile(r"\s+(?:(?:an?\s+)?[a-z]+ing\s+)?")


def _is_struck(found: _Word) -> bool:
    """Whether something "crashed into" what it struck or "was crashed", as no price is, by no percentage."""
    if not found.leads_to(_AGAINST) and not (found.leads_to(_SOMEWHERE) and found.is_behind(_WAS_DONE, 8)):
        return False
    return all(q.kind != "percent" or q.start < found.start for q in found.sentence.quantities)


_BY_FORM: tuple[tuple[WordSet, Callable[[_Word], bool]], ...] = (
    # "a well sunk in 1863 to a depth of 212 feet"
    (WordSet("change/sunk"), lambda found: found.leads_to(_TO_A_DEPTH)),
    # "brings the total raised to $32 million"
    (WordSet("change/raised"), lambda found: found.is_behind(_BROUGHT_TO, 60)),
    # "fell short by 3 votes", "fell 3 votes short of a majority"
    (WordSet("change/fallen"), lambda found: found.leads_to(_INTO_WHAT, _SHORT_OF)),
    # "won 46%, tied 21% and lost 33%"
    (
        WordSet("change/losing"),
        lambda found: _WON_BEFORE.search(found.text, found.sentence.start, found.start) is not None,
    ),
    # "grows 38% of the world's coffee"
    (WordSet("change/growing"), lambda found: found.leads_to(_SHARE_OF)),
    # "could gain just 10% of the market"
    (WordSet("change/gaining"), lambda found: found.leads_to(_SHARE_OF_ALL)),
    # "a narrow vote of 4 to 3"
    (WordSet("change/narrow"), lambda found: found.is_behind(_DETERMINER_BEFORE, _LONGEST_DETERMINER)),
    # "the collapse of 12,000 homes", "crashed in attacks by 19 men"
    (WordSet("change/collapsing"), _is_of_many_things),
    (WordSet("change/crashing"), _is_struck),
    (
        WordSet("change/cut"),
        lambda found: _is_another_cut(found.text, found.match, found.sentence.end, found.floor),
    ),
    # "limestones dipping 35° to the north"
    (WordSet("change/dipping"), lambda found: found.leads_to(_AT_AN_ANGLE)),
    # "was upgraded from 11 to 16.2"
    (WordSet("change/upgraded"), lambda found: found.leads_to(_FROM_A_VERSION)),
    # "the tower rises 58 storeys", "2,000 m above the plain"; not "above normal"
    (WordSet("change/rising"), lambda found: found.leads_to(_SO_HIGH)),
    # "ash clouds rising 500 metres (1,600 feet) into the air"
    (WordSet("change/rising_into_air"), lambda found: found.leads_to(_INTO_THE_AIR)),
    # "the tower soars to a height of 213 feet"
    (WordSet("change/standing_high"), _soars_to_a_height),
    # "the falls plummet 2,425 feet", "the path drops 1,110 feet"
    (WordSet("change/falling_away"), _falls_so_far),
    # "advanced from a field of 12"
    (WordSet("change/advancing"), lambda found: found.leads_to(_OUT_OF_A_FIELD)),
    # "has dropped only 21 games"
    (WordSet("change/drop"), lambda found: found.leads_to(_SCORES_AFTER, _DROPPED_STUFF, _DROPPED_THING)),
    # "a long jump of 8.2 metres", "climb 325 steps"
    (
        WordSet("change/jump"),
        lambda found: found.leads_to(_STEPS) or _goes_so_far(found.sentence, found.match),
    ),
    # "storm surges of 15 feet"
    (WordSet("change/surge_of_the_sea"), lambda found: _goes_so_far(found.sentence, found.match)),
)
"""What tells no change, by the form of its word."""


def _is_another_cut(text: str, match: re.Match[str], end: int, floor: int) -> bool:
    """Whether "cut" ends a supply or parts players: "power was cut to 560 homes", "missed the cut by one"."""
    if _CUT_OFF.match(text, match.end(), end):
        return True
    return _CUT_OF_PLAYERS.search(text, max(floor, match.start() - 16), match.start()) is not None


def _completes_a_verb(text: str, match: re.Match[str], floor: int) -> bool:
    """Whether "up" or "down" is part of a verb that tells no change: not in "picked up to 4.9%"."""
    if match[0] == "up" and _TO_MANY.match(text, match.end()):
        return (
            text[max(floor, match.start() - 1) : match.start()] == "("
        )  # "(up to tens of thousands of them)"
    if _GOES.search(text, max(0, match.start() - 8), match.start()) and _SO_DEEP.match(text, match.end()):
        return True  # "the foundations go down 33 metres"
    if _TO_A_TOTAL.match(text, match.end()) and not _WENT.search(
        text, max(0, match.start() - 8), match.start()
    ):
        return True  # "gifts are matched up to a total of £1m"
    if not _PHRASAL.search(text, max(floor, match.start() - 12), match.start()):
        return False
    left = max(floor, match.start() - 8)
    if _BY_SO_MUCH.match(text, match.end()) and _SHOT.search(
        text, max(floor, match.start() - 9), match.start()
    ):
        return False  # "prices shot up by 9%"
    if _PICKED.search(text, left, match.start()) and _TO_A_RATE.match(text, match.end()):
        return False
    if _DOWN_SO_FAR.match(text, match.start()) and _DRAWN.search(text, left, match.start()):
        return False  # "the reservoir was drawn down 3 metres", not "drew down 3 million euros"
    if _OBJECT_BY.match(text, match.end()) and _RAISED.search(text, left, match.start()):
        return False  # "put up prices by 15%"
    if _FROM_TO.match(text, match.end()) and _MOVED.search(text, left, match.start()):
        return False  # "went back up from 9 to 13.5 percent"
    came_down = match[0] == "down" and _CAME.search(text, left, match.start())
    return not (came_down and _TO_AN_AMOUNT.match(text, match.end()))


_SHOT = WordPattern(r"\b(?:<change/shooting_up>)\s+$", re.IGNORECASE)
_BY_SO_MUCH = WordPattern(
    r"\s+(?:by\s+)?(?:(?:<change/approximating>)\s+)?[\d.]+\s?(?:<common/percent>)(?!\s+of\b)"
)
_TO_MANY = WordPattern(r" to (?:<change/scale_plural>)\b")


def _is_determined(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether a word that tells a change as a verb is a noun here, with its determiner before it."""
    before = max(0, match.start() - _LONGEST_DETERMINER)
    if not _DETERMINER_BEFORE.search(document.text, before, match.start()):
        return False
    word = token_of(document, match)
    return word is not None and columns_of(document).tags[word] == "NN"


_MARK_BEHIND = re.compile(r"\s*(?:[.,;:)]|$|\n)")


def _is_between_marks(text: str, match: re.Match[str]) -> bool:
    """Whether a participle stands alone between marks: what was done to a thing, and not how it went."""
    is_behind = text.endswith((", ", "("), 0, match.start())
    return match[0].endswith("ed") and is_behind and _MARK_BEHIND.match(text, match.end()) is not None


def token_of(document: NormalisedDocument, match: re.Match[str]) -> int | None:
    """The token that a match stands for in the tree; None without a parse."""
    columns = columns_of(document)
    return columns.root_at(match.start(), match.end()) if columns.is_parsed else None


def _goes_so_far(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a length follows, which somebody jumps or the sea rises: "a long jump of 8.2 metres"."""
    following = next((q for q in sentence.quantities if q.start >= match.end()), None)
    return following is not None and (following.unit or "").split("_per_")[0] in _LENGTHS


def _is_doer(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether a verb of change is a noun that does something: "the firms sold 30 trucks to 5 clubs"."""
    columns, word = columns_of(document), token_of(document, match)
    return word is not None and columns.pos[word] == "NOUN" and columns.deps[word] in NOUN_SUBJECTS


def _is_predicate(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether a form of change is an adjective that tells a state: "the white is firm by 65 degrees"."""
    if match[0] not in _STATES:
        return False
    return _IS_BEFORE.search(document.text, max(0, match.start() - 24), match.start()) is not None


_IS_PRICED = WordPattern(r"\s+(?:<change/is_priced>)\b(?!\s+(?:by|in)\b)")
_STATES = WordSet("change/state")
_IS_BEFORE = WordPattern(r"\b(?:<change/is_so>)\s+(?:\w+ly\s+|still\s+|very\s+|too\s+|quite\s+)?$")
_CONTEST_BEFORE = WordPattern(r"(?:[’']s?|\b(?:<change/contest_lead>))\s+$", re.IGNORECASE)
_INFINITIVE_BEFORE = re.compile(r"\bto\s+[a-z]+\b[^.;:!?\n]*\band\s+$")
_BEFORE_VERBS = WordSet("change/before_verb")


_PRICED_AFTER = re.compile(r" (?:from|at|for) (?:about |around )?[£€$]\s?\d[\d.,]*(?! to\b)")
"""Behind rooms for two: what they cost, and nothing that the price becomes."""


def _is_contest(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether "doubles" or "triple" is a noun: "the women's doubles", "hit a triple", "doubles from £95"."""
    if match[0][-1] == "s" and _PRICED_AFTER.match(document.text, match.end()):
        return True
    if _CONTEST_BEFORE.search(document.text, max(0, match.start() - 10), match.start()):
        return True
    columns, word = columns_of(document), token_of(document, match)
    if word is None or columns.pos[word] not in ("NOUN", "PROPN", "ADJ"):
        return False
    before = columns.lowers[word - 1] if word else ""
    if before == "and" and _INFINITIVE_BEFORE.search(
        document.text, max(0, match.start() - 120), match.start()
    ):
        return False  # "aims to halve the delay and double the throughput"
    return before not in _BEFORE_VERBS or match[0][-1] == "s"
