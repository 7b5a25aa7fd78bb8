"""The noun phrase that a number counts ("charging stations" in "400 charging stations by the end").

Found without a parser: a phrase ends at a function word, a common verb, a mark of punctuation or another
number, and at the first plural noun, which is its head. "of" and what follows it is taken in.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.lexicons.quantities import (
    load_noun_phrase_ends,
    load_number_cues,
    load_number_words,
    load_plurals,
)
from claimcheck.lexicons.word_sets import WordPattern, WordSet

MAX_WORD_CHARS = 24  # longer than any word the rules look for
MAX_PHRASE_WORDS = 6  # longer chains of nouns before the head do not occur in the annotated articles
_WORD = re.compile(
    r"(?P<gap>[ \u00a0\t]{0,2}\n?[ ]?|-)(?P<quote>[\"“'‘]?)"
    r"(?P<cap>(?=[A-Z]))?(?P<word>[^\W\d_⁰¹²³⁴-⁹₀-₉¼-¾⅐-⅟](?![^\W_]{100})[^\W_⁰¹²³⁴-⁹]*(?:[-'’&/][^\W_⁰¹²³⁴-⁹]+"
    r"|\.(?:[a-z][^\W_⁰¹²³⁴-⁹]*|[A-Z](?![a-z])[^\W_]*))*(?:\+\+"
    r"|(?(cap)\+(?=[ ][a-z])|(?!))|#(?!\d)|(?<=[A-Z]\.[A-Z])\.(?=[ ][a-zA-Z]))?)"
    r"(?P<close>[\"”]?)"
)
_DETERMINERS = WordSet("quantities/determiner")
_OBJECTS = WordSet("quantities/object")
CAPITAL_NAMES = frozenset({"US", "IT", "WHO", "Go"})  # names that are function words in small letters
_POSSESSIVES = WordSet("common/possessor")
_VERB_FORM = re.compile(r"[a-z]{3,}(?:ing|ed)")
_CHEMICAL = WordPattern(
    r"(?:<quantities/chemical_prefix>)[a-z-]|[a-z]+(?:-\d+(?:,\d+)*-[a-z]+)"
    r"|[a-z]*(?:meth|ethyl|ethan|prop|but[ay]|pent|hex[ay]|phen|benz|chlor|fluor|brom|amino|hydroxy|nitro|carbo|sulf|acet|glyc)"
    r"[a-z]*(?:ol|ane|ene|yne|one|ide|ate|ine|al|yl|acid)(?![^\W_])"
)
_ABBREVIATED = WordPattern(r"(?!(?:<quantities/device>)s?$)[A-Z]{2,5}")
_NOTHING_COUNTED = WordPattern(
    r"short of |(?:next|last)[,.;]|[a-z]{3,}ly [a-z]{3,}ed(?=[.,;:)]|$| (?:<dates/preposition>)(?![^\W_]))"
    r"|(?:last|next|this) (?:<quantities/counted_off>)(?![^\W_])|(?:<quantities/how_many>|century) [a-z]"
)
_SHORT_PLURAL = re.compile(r"[A-Z]{2}s")
"""Such as "EDs" and "PCs", which are too short for a plural in small letters."""
_SET_THEN = re.compile(r"set (?:back )?(?:in|on|by) ")
_OPENING_QUOTES = "\"“'‘"
_REST_OF_NAME = re.compile(r"_\w+(?:\(\))?|(?<=\d)\.\d[\w.-]*\w")
_CHESS_MOVE = re.compile(r"[KQRBN]?[a-h]?[1-8]?x?[a-h][1-8]")
_DIGIT = re.compile(r"\d")
_NOT_PLURAL = ("ss", "us", "is", "ous")
_OPENERS = WordSet("quantities/opener")


class NounPhrase(NamedTuple):
    """A counted noun phrase; `is_plural` tells whether its head is a plural noun."""

    start: int
    end: int
    is_plural: bool


def is_plural_noun(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    return (len(word) > 3 and word[-1] == "s" and not word.endswith(_NOT_PLURAL)) or word in load_plurals()


def _name_head(text: str, low: str, found: re.Match[str]) -> int:
    """End of the plural noun that a name goes on to: "States Navy bases"; 0 if it ends without one."""
    for _ in range(3):
        word = low[found.start("word") : found.end("word")]
        if word in load_noun_phrase_ends():
            return 0
        if is_plural_noun(word):
            return found.end("word")
        following = _WORD.match(text, found.end())
        if following is None or following["gap"] not in (" ", "-"):
            return 0
        found = following
    return 0


def is_cardinal(word: str) -> bool:
    """Whether a word is a number by itself, which no counted noun begins with: "8 four months early"."""
    known = load_number_words().get(word)
    return known is not None and known.role in ("unit", "teen", "ten", "hundred", "scale")


_COMPARED = WordSet("quantities/compared")
_PARTS_THAT_DESCRIBE = WordSet("quantities/part_that_describes")
_NOUNS_TOO = WordSet("quantities/verb_and_noun")
_ONE_FOLD = WordSet("quantities/fold")
_OF_SO_MANY = ("in-", "for-", "wheel-drive")
_OF_PAR = ("under", "over")
_SIDED = WordSet("quantities/sided")
_TIMES_AFTER = WordSet("quantities/time_after_people")
_NO_THING = WordSet("quantities/no_thing")
_MERELY_MORE = WordSet("quantities/merely_more")


_EXTENTS = WordSet("quantities/extent")


def find_counted_noun(text: str, low: str, start: int, *, is_singular: bool = False) -> NounPhrase | None:
    """The noun phrase right after a number; None where no noun follows.

    A plural head ends it. Without one ("36,000 staff", "3 cylinder engine") it is at most two words.
    """
    position, count, is_quoted = start, 0, False
    first = singular_end = -1
    while count < MAX_PHRASE_WORDS:
        found = _WORD.match(text, position)
        if found is None or (not found["gap"] and position != start):
            break
        word = low[found.start("word") : found.end("word")]
        if count == 0 and _cannot_begin(text, low, found, word):
            return None
        is_done = is_singular and len(word) > 4 and word.endswith("ed")  # "one shell landed"
        if (is_done and count) or _ends_before(text, low, found, word, count):
            if word == "and" and count == 1 and (pair := _adjectives_end(text, low, first, found)):
                return with_of_phrase(text, low, NounPhrase(first, pair, is_plural=True))
            break
        first = found.start("word") if first < 0 else first
        is_quoted = is_quoted or bool(found["quote"])
        count += 1
        position = found.end()
        if word.endswith("ly") and (done := _DONE_TO.match(low, position)):
            position = done.end()  # "16 seriously injured people"
            continue
        if word in _COMPARED:
            continue
        last = found.end("word")
        if count == 1 or (count == 2 and not _DIGIT.search(word)):
            singular_end = last
        if _is_plural_head(text, word, found):
            if is_singular and count == 1:
                return None if word not in load_plurals() else NounPhrase(first, last, is_plural=True)
            last = _compound_end(text, low, found) or last
            return with_of_phrase(text, low, NounPhrase(first, last, is_plural=True))
        if count == 1 and (word in _SIDED or (found["gap"] == "-" and _tells_how(word))):
            return None  # "a two sided coin", "two-legged", "two-time champion"
        if count == 1 and (found["gap"] == "-" or _is_part_that_describes(low, start, word)):
            return NounPhrase(first, last, is_plural=False)  # "a 96-layer design", "five storey warehouses"
        if is_singular and count == 1 and _ends_phrase(text, low, position):
            return with_of_phrase(text, low, NounPhrase(first, last, is_plural=False))
        if found["close"] and not is_quoted:
            break  # of a quotation that began before; two “truly random” bits goes on
        if found["close"] and text[first - 1] in _OPENING_QUOTES:
            first -= 1
    return None if first < 0 or singular_end < 0 else _without_plural(text, low, first, singular_end)


def _is_plural_head(text: str, word: str, found: re.Match[str]) -> bool:
    """Whether a word is a plural, which ends a counted phrase: "mills", "CEOs"; not "firm's"."""
    is_plural = is_plural_noun(word.rsplit("-", 1)[-1]) and word[-2:] not in ("'s", "’s")
    return is_plural or _SHORT_PLURAL.fullmatch(text, *found.span("word")) is not None


def _is_part_that_describes(low: str, start: int, word: str) -> bool:
    """Whether a word is a part by which things are told apart: "five | storey | warehouses"."""
    return word in _PARTS_THAT_DESCRIBE and not low[max(0, start - 2) : start].isdigit()


def _tells_how(word: str) -> bool:
    """Whether a word behind a number and a dash only says how something is."""
    return word.endswith(("ed", "dimensional", "lateral", "partite")) or word in _ONE_FOLD


_ADJECTIVE = WordPattern(
    r"[a-z-]{3,}(?:al|ary|able|ible|ful|less|ous|istic)|[a-z]+-[a-z]{2,}ed|<quantities/plain_adjective>"
)


def _adjectives_end(text: str, low: str, first: int, joint: re.Match[str]) -> int:
    """End of the plural that two adjectives describe: "18 public and private schools"; 0 if there is none."""
    second = _WORD.match(text, joint.end())
    if second is None or second["gap"] != " " or not _ADJECTIVE.fullmatch(low, first, joint.start()):
        return 0
    if not _ADJECTIVE.fullmatch(low, *second.span("word")):
        return 0
    third = _WORD.match(text, second.end())
    if third is None or third["gap"] != " " or not is_plural_noun(low[slice(*third.span("word"))]):
        return 0
    return third.end("word")


def _cannot_begin(text: str, low: str, found: re.Match[str], word: str) -> bool:
    """Whether the word right after a number begins no noun phrase that it counts."""
    if word[-2:] in ("'s", "’s") or word == "x" or is_cardinal(word):
        return True
    if word in _EXTENTS and _ends_phrase(text, low, found.end()):
        return True  # "1,200 feet long and 40 wide"
    if found["gap"] == "-" and (_CHEMICAL.match(low, found.start("word")) or word.startswith(_OF_SO_MANY)):
        return True  # "4-bromo-2-methylpropane", "a 1-in-250-year flood", "went 4-for-4"
    if found["gap"] == "-" and word.startswith(_OF_PAR):
        return True  # "a six-under-par 66"
    if found["gap"] == "-" and _ABBREVIATED.fullmatch(text, *found.span("word")):
        return True  # "5-HTP"
    if _SET_THEN.match(low, found.start("word")):
        return True  # "the record is 99 set back in 2007"
    if _NOTHING_COUNTED.match(low, found.start("word")):
        return True  # "eight short of a majority", "16 seriously injured"
    return word[-1] in "12345678" and _CHESS_MOVE.fullmatch(text, *found.span("word")) is not None  # "6 Bg5"


def _ends_before(text: str, low: str, found: re.Match[str], word: str, count: int) -> bool:
    """Whether a phrase of so many words ends before this one."""
    if found["quote"] and found["gap"] in ("-", ""):  # "Node 8's end of life"
        return True
    if count and ((is_cardinal(word) and word != "one") or word.endswith("ly")):
        return True  # "found 617 Patroclus eight months later", "two new slowly"
    if "\n" in found["gap"] and text[found.end("gap") : found.end("gap") + 1].isupper():
        return True
    is_end = word in load_noun_phrase_ends() and text[slice(*found.span("word"))] not in CAPITAL_NAMES
    is_opening = count == 0 and (word in _OPENERS or _describes_plural(low, word, found.end()))
    if is_end and not (is_opening or (word in _NOUNS_TOO and low.startswith(" of ", found.end()))):
        return True
    return word in load_number_cues("comparative") and (
        low.startswith(" than", found.end()) or _ends_phrase(text, low, found.end())
    )


def _compound_end(text: str, low: str, found: re.Match[str]) -> int:
    """End of the compound that a plural opens, "sales people", "Rhodes Scholars"; 0 if there is none."""
    following = _WORD.match(text, found.end())
    if following is None or following["gap"] not in (" ", "-") or following["quote"]:
        return 0
    if low[following.start("word") : following.end("word")] in load_plurals():
        return following.end("word")
    if low[found.start("word") : found.end("word")] == "data" and is_plural_noun(
        low[following.start("word") : following.end("word")]
    ):
        return following.end("word")  # "14 data values"
    if not text[found.start("word")].isupper():
        return 0
    if text[following.start("word")].isupper():
        return _name_head(text, low, following)
    word = low[following.start("word") : following.end("word")]
    is_head = is_plural_noun(word) and word not in load_noun_phrase_ends() and word not in _TIMES_AFTER
    return following.end("word") if is_head else 0  # "two Orioles pitchers"


def _without_plural(text: str, low: str, first: int, end: int) -> NounPhrase | None:
    """The phrase of at most two words where no plural follows: "36,000 staff"; None where it is a clause."""
    if low[first:end] in _MERELY_MORE and _DIGIT.match(low, end + 1):
        return None  # "two further 12-month terms"
    if low.startswith(" ones", end) and not low[end + 5 : end + 6].isalnum():
        return NounPhrase(first, end + len(" ones"), is_plural=True)  # "two new ones"
    if low[first:end] in _NO_THING:
        return None  # "with 20 possible on the hills"
    if text[first - 1 : first] == " " and " " not in low[first:end] and _OBJECT_AFTER.match(low, end):
        return None  # "a crowd of 41,300 saw the race"
    if _begins_with_ordinal(low, first):
        return None
    if _DID_SOMETHING.search(low, first, end) and _TO_SOMETHING.match(low, end):
        end = low.rindex(" ", first, end)  # "1.5 equiv lowered the yield"
    if low.endswith("ly", first, end) and " " not in low[first:end] and low[first:end] not in _NOUNS_IN_LY:
        return None  # "he had 3 badly"
    if text[end : end + 1] == "@":  # "74.4 pass@1"
        return None
    if _VERB_FORM.fullmatch(low, first, end) and text[first - 1 : first] != "-":
        return None  # "around 73 raising the prospect"
    size = _SIZE_NEXT.match(low, end)
    if size is not None:  # "four bicortical 1.4 mm pins", "8 Orbit H100 boards": the noun is further on
        noun = find_counted_noun(text, low, size.end())
        is_found = noun is not None and (noun.is_plural or _SHORT_PLURAL.search(text, noun.start, noun.end))
        if noun is not None and is_found:
            return NounPhrase(first, noun.end, is_plural=True)
        if low[size.start() + 1].isdigit():
            return None
    end = joined_states_end(low, first, end)
    return with_of_phrase(text, low, NounPhrase(first, end, is_plural=False))


_STATES_JOINED = WordPattern(
    r"(?P<first><bare_counts/state>)(?:, (?:<bare_counts/state>))*"
    r",? (?:and|or) (?:<bare_counts/state>)(?=[.,;:)]|$| (?:<dates/preposition>)(?![^\W_]))"
)


def joined_states_end(low: str, start: int, end: int) -> int:
    """Where what befell people ends, with what is joined to it: "3,000 dead | and wounded".

    Not where the second is a verb with an object: "left 9 dead and wounded 30".
    """
    joined = _STATES_JOINED.match(low, start)
    return end if joined is None or joined.end("first") != end else joined.end()


_SHORT_PLURAL = re.compile(r"[A-Z]{2,}s$")
_SIZE_NEXT = re.compile(r" (?:\d+(?:[.,]\d+)?[ -]?[a-z]+|[a-z]+-?\d+[a-z]?)(?![^\W_])")
_NOUNS_IN_LY = WordSet("quantities/noun_in_ly")
_DID_SOMETHING = re.compile(r" [a-z]{2,}ed$")
_OBJECT_AFTER = WordPattern(r" (?:the|its|their|his|her) (?!(?:<quantities/day_after>)(?![^\W_]))[a-z]")
"""Behind a verb, what was done to: "saw the race"; not "12 staff the next day"."""
_TO_SOMETHING = WordPattern(r" (?:<common/article>|its|their|his|her)(?![^\W_])")


def _begins_with_ordinal(low: str, first: int) -> bool:
    """Whether an ordinal follows the number: "61 off 58 second time around" counts no time."""
    word = _WORD.match(low, first - 1) if first else None
    known = load_number_words().get(word["word"]) if word is not None else None
    return known is not None and known.role == "ordinal"


_BEFORE_PLURAL = WordSet("quantities/before_plural")


def _describes_plural(low: str, word: str, end: int) -> bool:
    """Whether "monthly" or a word that is an adjective too describes the plural noun that follows.

    "Monthly visitors", "live births", "such cases"; but "300 live here".
    """
    if word not in _BEFORE_PLURAL and not word.endswith("ly"):
        return False
    for _ in range(2):  # "monthly visitors", "monthly active users"
        found = _WORD.match(low, end)
        if found is None or found["gap"] not in (" ", "-") or found["word"] in load_noun_phrase_ends():
            return False
        if is_plural_noun(found["word"]):
            return True
        end = found.end()
    return False


_DONE_TO = re.compile(r" [a-z]{3,}(?:ed|en)(?= [a-z])")


def _ends_phrase(text: str, low: str, position: int) -> bool:
    following = _WORD.match(text, position)
    if following is None:
        return True
    return low[following.start("word") : following.end("word")] in load_noun_phrase_ends()


_ARTICLES = WordSet("common/article")


def with_of_phrase(text: str, low: str, phrase: NounPhrase) -> NounPhrase:
    """`phrase` with one "of ..." taken in, up to the end of an identifier such as "read_all"."""
    phrase = _with_of_phrase(text, low, phrase)
    rest = _REST_OF_NAME.match(text, phrase.end) if text[phrase.end : phrase.end + 1] in ("_", ".") else None
    return phrase if rest is None else NounPhrase(phrase.start, rest.end(), phrase.is_plural)


def _with_of_phrase(text: str, low: str, phrase: NounPhrase) -> NounPhrase:
    if not low.startswith(" of ", phrase.end):
        return phrase
    inner = find_of_phrase(text, low, phrase.end)
    if inner is not None and _is_initial(text, inner):
        return phrase  # "38 cases of C. difficile"
    if inner is not None:
        first = low[inner.start : inner.end].split(" ", 1)[0]
        if (
            first in _OBJECTS
            or first in _ARTICLES
            or (first in load_noun_phrase_ends() and first not in _POSSESSIVES)
        ):
            return phrase
    return phrase if inner is None else NounPhrase(phrase.start, inner.end, phrase.is_plural)


def _is_initial(text: str, phrase: NounPhrase) -> bool:
    """Whether a phrase is one capital letter that stands for a word: the genus of "C. difficile"."""
    is_letter = phrase.end == phrase.start + 1 and text[phrase.start].isupper()
    return is_letter and text[phrase.end : phrase.end + 2] == ". "


def find_of_phrase(text: str, low: str, start: int) -> NounPhrase | None:
    """What follows "of" at `start`, a determiner included ("the market", "all responses", "these").

    `start` of the answer is after "of".
    """
    at = start
    while at < len(text) and text[at] in " \n\u00a0":
        at += 1
    return find_noun_phrase(text, low, at + 3) if low.startswith("of ", at) else None


_PARTICIPLE_OF_DEED = WordPattern(
    r"(?:[a-z]{3,}ed|<quantities/irregular_participle>)[ \n](?:<grammar/after_participle>)(?![^\W_])"
)
"""What was done to the things of a phrase, behind their noun: "lines of Python built on JAX"."""
_MORE_THAN = WordPattern(r"(?:<change/quantity_more>) than [^\w\s]?\d")
_TIME_OF_TELLING = WordPattern(r"(?:<common/pointing_at_time>) (?:<common/stretch_of_time>)(?![^\W_])")
"""When it was, behind a noun: "79% of the market last year"."""


def find_noun_phrase(text: str, low: str, at: int) -> NounPhrase | None:
    """The noun phrase that begins at `at`, a determiner included."""
    ends = load_noun_phrase_ends()
    first = -1
    last = at
    position = at
    words = 0
    while words < MAX_PHRASE_WORDS:
        found = _WORD.match(text, position)
        if found is None or (found["gap"] == "" and position != at) or found["quote"]:
            break
        word = low[found.start("word") : found.end("word")]
        if first < 0:
            first = found.start("word")
        if (
            word in _OBJECTS
            and words == 0
            and (word not in _DETERMINERS or _ends_phrase(text, low, found.end()))
        ):
            return NounPhrase(first, found.end("word"), is_plural=True)
        if word in _DETERMINERS and last == at:
            position = found.end()
            words += 1
            continue
        if word in ends and text[found.start("word") : found.end("word")] not in CAPITAL_NAMES:
            break
        if _MORE_THAN.match(low, found.start("word")):
            break  # "of the club's more than 16,000 members"
        if last > at and (
            _PARTICIPLE_OF_DEED.match(text, found.start("word"))
            or _TIME_OF_TELLING.match(text, found.start("word"))
        ):
            break
        last = found.end("word")
        position = found.end()
        words += 1
        is_plural = is_plural_noun(word.rsplit("-", 1)[-1]) and word[-2:] not in ("'s", "’s")
        if is_plural or _SHORT_PLURAL.fullmatch(text, *found.span("word")):
            return NounPhrase(first, last, is_plural=True)
    if last == at:
        return None
    return NounPhrase(first, last, is_plural=False)


def has_plural_noun(text: str, low: str, start: int) -> bool:
    """Whether the words right after a number are a noun phrase with a plural head."""
    noun = find_counted_noun(text, low, start)
    return noun is not None and noun.is_plural


_BAND_OF = WordPattern(r"(?<![^\W_])(?:<bare_counts/band>) of $")
_LONGEST_BAND = 24


def follows_band(low: str, start: int) -> bool:
    """Whether a number tells how many people a band is of, and so counts nothing else: "a crew of | 12 and 30
    guns".
    """
    return _BAND_OF.search(low, max(0, start - _LONGEST_BAND), start) is not None


def word_before(low: str, end: int) -> str:
    """The letters (and apostrophes) that end at `end`; empty where there are none."""
    start = end
    floor = max(0, end - MAX_WORD_CHARS)
    while start > floor and (low[start - 1].isalpha() or low[start - 1] in "'’"):
        start -= 1
    return low[start:end]
