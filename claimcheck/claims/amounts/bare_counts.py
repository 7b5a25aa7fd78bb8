"""Counts whose noun does not follow the number: "killing 107", "n = 31", "5 (11 %) relapsed"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.columns import columns_of
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import find_counted_noun, is_plural_noun, joined_states_end
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


class BareCount(NamedTuple):
    """A count: the words of the claim, what is counted, and the rule.

    Attributes:
        is_total: whether it is what others add up to; later numbers without a noun count the same.
    """

    start: int
    end: int
    of: str
    rule: str
    is_total: bool = False


def find_bare_count(
    document: NormalisedDocument, sentence: Sentence, index: int, counted: str | None
) -> BareCount | None:
    """What the quantity at `index` counts, where it has no noun; `counted` is the last noun counted."""
    quantity = sentence.quantities[index]
    narrowing = _NARROWING.search(document.text, max(sentence.start, quantity.start - 12), quantity.start)
    if narrowing is None:
        return _read_bare(document, sentence, index, quantity, counted)
    # "a population of just 14,736": the words before "just" tell what it counts; the claim begins behind it
    widened = replace(quantity, start=narrowing.start())
    bare = _read_bare(document, sentence, index, widened, counted)
    is_bare = bare is not None and bare.start == widened.start
    return bare._replace(start=quantity.start) if bare is not None and is_bare else bare


_NARROWING = WordPattern(r"(?<![^\W_])(?:<common/narrowing>)\s$", re.IGNORECASE)


def _read_bare(
    document: NormalisedDocument, sentence: Sentence, index: int, quantity: Quantity, counted: str | None
) -> BareCount | None:
    if quantity.kind == "multiple":
        return _devices(document.text, sentence, quantity)
    if quantity.kind != "number" or quantity.number is None or quantity.number < 0 or quantity.is_fraction:
        return None
    total = _total(document, sentence, quantity)
    if total is not None:
        same = [q.of for q in sentence.quantities[:index] if q.kind == "count" and q.of]
        return total._replace(of=same[-1]) if total.of == "total" and same else total
    for find in (_affected, _sample, _part_of_many, _with_share, _devices, _restated):
        found = find(document.text, sentence, quantity)
        if found is not None:
            return found if found.of else found._replace(of=counted or "cases")
    return (
        _numbered(document, sentence, quantity)
        or _elliptic(document.text, sentence, index, quantity, counted)
        or _paired(document, sentence, index, quantity)
    )


@per_lexicon
def _people_words() -> Mapping[str, str]:
    """The participle by each form of a verb that is done to a number of people or animals."""
    return {form: row["of"] for row in load_rows("en/people_verbs.csv") for form in row["forms"].split("|")}


_WORD_BEFORE = re.compile(r"(?P<word>[a-z]+)\s+(?:(?:another|some|a\s+further|the)\s+)?$", re.IGNORECASE)
_STATE_AFTER = WordPattern(
    r"\s+(?:were\s+|was\s+|are\s+|have\s+been\s+|had\s+been\s+|had\s+|reported\s+"
    r"|remain(?:ed)?\s+|others?\s+)?(?:(?:<bare_counts/how_badly>)\s+)?(?P<state><bare_counts/state>)\b",
    re.IGNORECASE,
)
_SUPPOSED = WordPattern(r"\b(?:<bare_counts/supposed>)\b", re.IGNORECASE)
_OF_SOMEBODY = re.compile(r"[’']s?\s$")
_CLOSED_AFTER = WordPattern(r"\s*(?:[,.;:)!?—–]|$|(?:<bare_counts/closed_after>)\b)")


def _affected(text: str, sentence: Sentence, quantity: Quantity) -> BareCount | None:
    """People killed, arrested, hired and the like: the word stands before or after the number."""
    state = _STATE_AFTER.match(text, quantity.end, sentence.end)
    if state is not None and _OF_SOMEBODY.search(
        text, max(sentence.start, quantity.start - 3), quantity.start
    ):
        return None  # "the men's eight came home first": a boat
    if state is not None:
        noun = find_counted_noun(text, text.lower(), state.end())
        if noun is not None and noun.is_plural:  # "21 injured dancers", "nine applied pulses"
            return BareCount(quantity.start, noun.end, text[state.start("state") : noun.end], "people-after")
        start, done = state.start("state"), state["state"].removesuffix(" the")  # "512 completed | the form"
        end = joined_states_end(text.lower(), start, start + len(done))
        of = " ".join(text[start:end].lower().split())
        if _SUPPOSED.search(text, quantity.end, start):
            end = quantity.end  # "about 500 | were feared dead": what doubts the number stands outside of it
        return BareCount(quantity.start, end, of, "people-after")
    before = _WORD_BEFORE.search(text, sentence.start, quantity.start)
    if before is None or not _CLOSED_AFTER.match(text, quantity.end, sentence.end):
        return None
    if quantity.number is None or quantity.number % 1:
        return None  # "and they charged 30.50": money
    if _NOUN_LEAD.search(text, max(sentence.start, before.start() - 8), before.start()):
        return None  # "the device of claim 1"
    participle = _people_words().get(before["word"].lower())
    return (
        None if participle is None else BareCount(before.start(), quantity.end, participle, "people-before")
    )


_NOUN_LEAD = WordPattern(r"\b(?:<bare_counts/before_noun>)\s$", re.IGNORECASE)
_SAMPLE = re.compile(r"\b[nN]\s?=?\s?$")


def _sample(text: str, sentence: Sentence, quantity: Quantity) -> BareCount | None:
    """Such as "n = 31"."""
    del sentence
    if "=" not in text[max(0, quantity.number_start - 3) : quantity.number_start]:
        return None
    if text[quantity.number_start : quantity.end] in ("0", "1"):
        return None  # where a sum begins
    before = _SAMPLE.search(text, max(0, quantity.number_start - 5), quantity.number_start)
    return None if before is None else BareCount(before.start(), quantity.end, "n", "sample-size")


_OF_MANY = re.compile(
    r"\s+(?:out\s+)?of\s+(?P<whole>(?:(?:the|his|her|its|their|our|my)\s+(?:(?:last|first|past|other)\s+)?|all\s+|(?:[A-Z][\w.]*\s+){0,2}[A-Z]\w*[’']s\s+)?(?:[Tt]op\s+)?(?:\d[\d,]*|[a-z]+)\b)",
    re.IGNORECASE,
)


def _whole_behind(text: str, sentence: Sentence, end: int) -> Quantity | None:
    """The number of all that a part is drawn from, behind "of" at `end`."""
    found = _OF_MANY.match(text, end, sentence.end)
    if found is None:
        return None
    return next((q for q in sentence.quantities if found.end() >= q.number_end > found.start("whole")), None)


def _part_of_many(text: str, sentence: Sentence, quantity: Quantity) -> BareCount | None:
    """Such as "18 of 20 districts", "13 of the Top 20"."""
    found = _OF_MANY.match(text, quantity.end, sentence.end)
    whole = _whole_behind(text, sentence, quantity.end)
    if found is None or whole is None or whole is quantity or quantity.number != round(quantity.number or 0):
        return None
    return BareCount(
        quantity.start, quantity.end, text[found.start("whole") : max(whole.end, found.end())], "part-of-many"
    )


_SHARE = WordPattern(
    r"\s*[(\[]\s*[<~]?\d{1,3}(?:[.,]\d+)?\s?(?:<common/percent>)[^()\[\]]{0,40}[)\]]", re.IGNORECASE
)


def _with_share(text: str, sentence: Sentence, quantity: Quantity) -> BareCount | None:
    """A whole number with its share in brackets: "5 (11 %) relapsed", "4 (0.3%) African American"."""
    if quantity.number is None or quantity.number != quantity.number.to_integral_value():
        return None
    share = _SHARE.match(text, quantity.end, sentence.end)
    if share is None:
        return None
    noun = find_counted_noun(text, text.lower(), share.end())
    of = "" if noun is None or not noun.is_plural else text[noun.start : noun.end]
    whole = None if of else _whole_behind(text, sentence, share.end())
    if whole is not None and whole.of:
        of = whole.of  # "187 (3.2%) of 5,910 patients"
    return BareCount(quantity.start, quantity.end, of, "with-share")


_DEVICE = re.compile(
    r"\s?[*×xX]\s?(?![A-Za-z]* ?\d{3,4}[pi]\b)(?P<name>(?=\d*[A-Za-z]|\d+\s(?:Ti|[GTC]PUs?|nodes|cards)\b)"
    r"(?:[A-Z][A-Za-z]*[ -]?)?[A-Z]*\d{2,4}[A-Za-z]*(?:\s(?:Ti|GPUs?|TPUs?"
    r"|CPUs?|nodes|cards))?|[GTC]PUs?)\b"
)


def _devices(text: str, sentence: Sentence, quantity: Quantity) -> BareCount | None:
    """Such as "8 * A100", "4× H100 GPUs"."""
    found = _DEVICE.match(text, quantity.number_end, sentence.end)
    return None if found is None else BareCount(quantity.start, found.end(), found["name"], "devices")


_OF_TOTAL = WordPattern(
    r"\b(?P<noun>(?:total\s+|net\s+)?(?:<bare_counts/total>)|(?:average|mean|median)\s+[a-z]+\s+size)"
    r"(?:\s+of\s+(?:the\s+)?(?:[A-Za-z][\w’'-]*\s+){0,3}[A-Za-z][\w’'-]*(?=\s+(?:was|is|were|stood|reached|hit)))?"
    r"(?:\s+on\s+(?:an?\s+)?[A-Za-z]+(?=\s+(?:was|is|stood)))?"
    r"(?:\s+(?:of|(?:was|is|were)(?:\s+(?:estimated|put)\s+at)?|stood\s+at|reached|hit|exceeded)|\s?:)\s*$",
    re.IGNORECASE,
)
_POPULATION = re.compile(r"\(\s?(?P<noun>pop(?:ulation|\.|\b)):?\s+(?:of\s+)?$", re.IGNORECASE)
"""In brackets behind a place: "(pop. 47,300)"."""
_NUMBER_OF = WordPattern(
    r"\b(?:number|total|count)s?\s+of\s+(?P<noun>(?:[a-z][\w-]*\s+){0,3}?[a-z][\w-]*s"
    r"|<bare_counts/plural_without_s>)\b[^.;:!?()]{0,60}?\b(?:<bare_counts/amounting>)\s*$",
    re.IGNORECASE,
)


_NUMBERS = WordPattern(
    r"\b(?P<noun>[A-Za-z][\w-]+\s+numbers)(?:\s+(?:across|at|for|in|of|on|to)\s[^.;:!?()]{1,50}?)?\s+(?:<bare_counts/amounting>)\s*$",
    re.IGNORECASE,
)
"""Such as "passenger numbers on the line reached"."""
_BAND_OF = WordPattern(r"\b(?P<noun><bare_counts/band>)\s+of\s+$", re.IGNORECASE)
"""Before how many a group is: "a crew of 25"."""


_BROUGHT_TO = WordPattern(
    r"\b(?:<bare_counts/bringing>)\s+(?:<common/article_or_possessor>)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?P<noun><bare_counts/total>|tally)\s+(?:[a-z]+\s+[a-z]+\s+)?(?:to|at)\s+$",
    re.IGNORECASE,
)
"""Before what people killed and the like come to: "brought the death toll to 19"."""
_PLACE_OF = WordPattern(
    r"\b(?:an?|the|this|that|our)\s+(?:[a-z-]+\s+){0,2}(?P<noun>(?P<place><bare_counts/place_of_people>))\s+of"
    r"\s+(?:some\s+)?$",
    re.IGNORECASE,
)
"""Before how many live in a place: "a nation of 2.9 million"."""
_FEWEST_OF_A_PLACE = 20
_BEHIND_A_PHRASE = frozenset({*FINITE, "VBG", "VBN", "MD", "TO", "IN", "WDT", "WP"})


def _ends_phrase(document: NormalisedDocument, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether no noun follows a number: not in "a crew of 25 sailors"."""
    if _CLOSED_AFTER.match(document.text, quantity.end, sentence.end):
        return True
    columns = columns_of(document)
    following = columns.token_at(quantity.end + 1) if columns.is_parsed else None
    return following is not None and columns.tags[following] in _BEHIND_A_PHRASE


def _total(document: NormalisedDocument, sentence: Sentence, quantity: Quantity) -> BareCount | None:
    """Such as "a population of 1,215", "the number of divorces in 2012 was 118,140"."""
    text = document.text
    left = max(sentence.start, quantity.start - 110)
    found = (
        _OF_TOTAL.search(text, left, quantity.start)
        or _POPULATION.search(text, left, quantity.start)
        or _NUMBER_OF.search(text, left, quantity.start)
        or _NUMBERS.search(text, left, quantity.start)
        or (_BAND_OF.search(text, left, quantity.start) if quantity.number != 1 else None)
        or _PLACE_OF.search(text, left, quantity.start)
        or _BROUGHT_TO.search(text, left, quantity.start)
    )
    if found is None or not _ends_phrase(document, sentence, quantity):
        return None
    if text.startswith("(", found.start()):
        return BareCount(quantity.start, quantity.end, "population", "total", is_total=True)
    if text[quantity.number_start].isupper() or found["noun"].split(" ")[0].lower() in _LABELLING:
        return None  # "the Committee of Five", "page numbers reached 300"
    if "place" in found.groupdict():
        is_small = quantity.number is not None and quantity.number < _FEWEST_OF_A_PLACE
        return None if is_small else BareCount(quantity.start, quantity.end, "people", "total", is_total=True)
    start = found.start() if quantity.start - found.start() < 30 else quantity.start
    return BareCount(start, quantity.end, found["noun"], "total", is_total=True)


_NUMBERED = WordPattern(
    r"\b(?P<verb><bare_counts/numbering>|(?P<level>stood|stand)(?=\s+at))(?:\s+at)?\s+$", re.IGNORECASE
)
_NO_THINGS = WordSet("bare_counts/no_things")
_EVENTS = WordSet("bare_counts/countable_events")
_LABELLING = WordSet("bare_counts/labelling")


_LEAST_LEVEL = 100
"""Below it, what stands at a number may be a mark or a rate."""


def _numbered(document: NormalisedDocument, sentence: Sentence, quantity: Quantity) -> BareCount | None:
    """What a verb numbers: "days lost to disputes numbered 47,000" counts the days."""
    text = document.text
    found = _NUMBERED.search(text, max(sentence.start, quantity.start - 16), quantity.start)
    columns = columns_of(document)
    if found is None or not columns.is_parsed or not _CLOSED_AFTER.match(text, quantity.end, sentence.end):
        return None
    verb = columns.root_at(found.start("verb"), found.end("verb"))
    if verb is None:
        return None
    subject = _numbered_things(columns, sentence.span.start, verb)
    if subject is None or quantity.number is None:
        return None
    if quantity.number < _LEAST_LEVEL and "." in text[quantity.number_start : quantity.number_end]:
        return None  # "complaints stood at 14.30 on Monday"
    is_level = found["level"] is not None
    thing = columns.lowers[subject]
    is_small = quantity.number < _LEAST_LEVEL and thing not in _EVENTS
    if is_level and (thing in _NO_THINGS or is_small):
        return None  # "shares stood at 412"
    return BareCount(found.start(), quantity.end, thing, "total", is_total=True)


def _numbered_things(columns: TokenColumns, first: int, verb: int) -> int | None:
    """The plural subject of a verb that numbers; of "number" itself, which tags take for a noun, the plural
    that opens the sentence: "Children under five number 10,180".
    """
    things = next((child for child in columns.lefts(verb) if columns.deps[child] == "nsubj"), None)
    if things is None and columns.lowers[verb] == "number":
        things = first
    return things if things is not None and columns.tags[things] in ("NNS", "NNPS") else None


_RESTATED = re.compile(r"\s\(\d[\d.,]*\s?(?:[BMTKk]|million|billion|trillion)?\)")


def _restated(text: str, sentence: Sentence, quantity: Quantity) -> BareCount | None:
    """A number said again in brackets before its noun: "1 trillion (1T) tokens"."""
    again = _RESTATED.match(text, quantity.end, sentence.end)
    noun = None if again is None else find_counted_noun(text, text.lower(), again.end())
    if again is None or noun is None or not noun.is_plural:
        return None
    return BareCount(quantity.start, noun.end, text[noun.start : noun.end], "restated")


_OF_THESE = re.compile(r"\bof\s+(?:which|whom|these|those|them),?\s+$", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|a\s+further)\s+$", re.IGNORECASE)
_VERB_AFTER = re.compile(
    r"\s+(?P<more>more\s+)?(?:are|were|is|was|have|had|will|would|remain(?:ed)?|came|went|live[ds]?|died|[a-z]{3,}ed)\b"
)


def _takes_up(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number takes up what was counted last: "of which 1,050 were cut", "another 40 are due"."""
    verb = _VERB_AFTER.match(text, quantity.end, sentence.end)
    if verb is None:
        return False
    left = max(sentence.start, quantity.start - 14)
    before = _OF_THESE.search(text, left, quantity.start) or _ANOTHER.search(text, left, quantity.start)
    return before is not None or verb["more"] is not None


_OF_WHICH = re.compile(r"\bof\s+(?:which|whom),?\s+$", re.IGNORECASE)
_WERE_THINGS = re.compile(r"\s+(?:are|were)\s+(?P<noun>[a-z]+)(?=\s*[.,;)]|\s*$)")


def _called(text: str, sentence: Sentence, quantity: Quantity) -> str | None:
    """What so many of them were, where a plural noun says it: "of which 1,045 were tankers"."""
    found = _WERE_THINGS.match(text, quantity.end, sentence.end)
    return found["noun"] if found is not None and is_plural_noun(found["noun"]) else None


_OF_NAME = re.compile(r"\s+of\s+[A-Z]")
_JOINT = WordPattern(r"(?:[,;]|\b(?:<bare_counts/joint>))\s+$", re.IGNORECASE)
_PLACE_AFTER = WordPattern(
    r"\s+(?:<bare_counts/place_after>)\b",
    re.IGNORECASE,
)
_AGAINST_VOTES = re.compile(r"\bvotes\s+(?:to|against)\s+(?:\w+[’']s\s+)?$")
_HELD_BEFORE = WordPattern(
    r"\b(?:<bare_counts/held_before>)\s+$",
    re.IGNORECASE,
)
# "Building had 44,000 deaths, followed by trade at 37,000 and banking at 26,000"
_FOLLOWED = re.compile(r"\bfollowed\s+by\b[^.;:%]*\bat\s+$", re.IGNORECASE)
_LEAST_FOLLOWER = 100
_ENDED_AFTER = re.compile(r"\s*(?:[,.;)]|$|and\b|while\b)")
_DEMONSTRATIVE = re.compile(r"\b(?:those|these|the\s+(?:other|remaining))\s+$", re.IGNORECASE)
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_WHO = re.compile(r"\s+who\b", re.IGNORECASE)
_ONE_OF_A_YEAR = re.compile(r"one in (?:[A-Z][a-z]+ )?\d{4}\b")
_RELATIVE = re.compile(r"\s+(?:that|who)\s+(?:are|were|is|was|had|have|has)\b", re.IGNORECASE)


_OUT_OF = re.compile(r"\s+out\s+of\s+(?:the\s+|all\s+|a\s+total\s+of\s+)?$")


def _ends_number(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number ends its phrase, or what so many did follows: "ten tasters out of 14 preferred it"."""
    return any(after.match(text, quantity.end, sentence.end) for after in (_CLOSED_AFTER, _DID_AFTER))


_OF_ALL = re.compile(r"(?:Of|Among|Out\s+of)\s+(?:the\s+|all\s+)?\d")
_DID_AFTER = WordPattern(r"\s+(?:<bare_counts/did>|[a-z]{3,}ed)\b")
"""Behind a part of all that a sentence opens with: "Of 61 units that bid, 44 won contracts"."""


def _elliptic(
    text: str, sentence: Sentence, index: int, quantity: Quantity, counted: str | None
) -> BareCount | None:
    """A number in a list of counts whose noun is said once: "21 people in Davao, 36 in Cotabato"."""
    left = max(sentence.start, quantity.start - 20)
    is_followed = _RELATIVE.match(text, quantity.end, sentence.end) is not None
    if _DEMONSTRATIVE.search(text, left, quantity.start) or (
        is_followed and _THE.search(text, left, quantity.start)
    ):
        is_closed = is_followed or _CLOSED_AFTER.match(text, quantity.end, sentence.end)
        return _those(text, sentence.quantities[:index], quantity, counted) if is_closed else None
    if counted is None or quantity.number is None or quantity.number != quantity.number.to_integral_value():
        return None
    if _takes_up(text, sentence, quantity):
        of = _called(text, sentence, quantity) or counted
        is_same = any(q.kind == "count" and q.of == counted for q in sentence.quantities[:index])
        if of == counted and not is_same and _OF_WHICH.search(text, left, quantity.start):
            return None  # "calls came to 3,112, of which 1,045 were late": not of what was counted before
        return BareCount(quantity.start, quantity.end, of, "elliptic")
    if _ONE_OF_A_YEAR.match(text, quantity.number_start):
        return None  # "killed 15,000 people in 1978, and one in 2003 killed more"
    has_count = any(
        other.kind == "count" and other.end <= quantity.start for other in sentence.quantities[:index]
    )
    if not has_count:
        return None
    part = sentence.quantities[index - 1] if index else None
    out_of = _OUT_OF.fullmatch(text, part.end, quantity.start) if part is not None else None
    is_count = part is not None and part.kind == "count"
    if out_of is not None and is_count and _ends_number(text, sentence, quantity):
        return BareCount(quantity.start, quantity.end, counted, "elliptic")
    if _OF_ALL.match(text, sentence.start, quantity.start) and _DID_AFTER.match(
        text, quantity.end, sentence.end
    ):
        return BareCount(quantity.start, quantity.end, counted, "elliptic")
    if counted == "votes" and _AGAINST_VOTES.search(text, left, quantity.start):
        return BareCount(quantity.start, quantity.end, counted, "elliptic")
    return _listed(text, sentence, quantity, counted, left)


def _listed(text: str, sentence: Sentence, quantity: Quantity, counted: str, left: int) -> BareCount | None:
    """A number behind a joint or a verb of its own, of what was counted before: "and 36 in Cotabato"."""
    of_name = _OF_NAME.search(counted)
    is_of_another = of_name is not None and _OF_NAME.match(text, quantity.end, sentence.end)
    if of_name is not None and is_of_another and _JOINT.search(text, left, quantity.start):
        return BareCount(quantity.start, quantity.end, counted[: of_name.start()], "elliptic")
    is_listed = _JOINT.search(text, left, quantity.start) and _PLACE_AFTER.match(
        text, quantity.end, sentence.end
    )
    is_several = quantity.number is not None and quantity.number >= _LEAST_FOLLOWER
    follows_first = is_several and _FOLLOWED.search(
        text, max(sentence.start, quantity.start - 90), quantity.start
    )
    is_held = (follows_first or _HELD_BEFORE.search(text, left, quantity.start)) and _ENDED_AFTER.match(
        text, quantity.end, sentence.end
    )
    if not (is_listed or is_held):
        return None
    return BareCount(quantity.start, quantity.end, counted, "elliptic")


def _those(text: str, before: Sequence[Quantity], quantity: Quantity, counted: str | None) -> BareCount:
    """Things that are pointed at: "these 12", "the 40 who came"."""
    of = counted or "those"
    if _WHO.match(text, quantity.end) and len({q.of for q in before if q.of}) > 1:
        of = "those"  # "63 patients in nine countries; 40 of the 52 who were asked"
    return BareCount(quantity.start, quantity.end, of, "those")


_NEXT_OF_PAIR = WordPattern(r"(?:[,;]|\b(?:<bare_counts/next_of_pair>))\s+$", re.IGNORECASE)
_NEXT_CHARS = 20


def _paired(
    document: NormalisedDocument, sentence: Sentence, index: int, quantity: Quantity
) -> BareCount | None:
    """The second of two that are told to have done something: "408 patients got the drug and 204 got none".

    Both stand right before verbs of one form, so that the number is the subject of a clause like the first.
    """
    columns = columns_of(document)
    if not columns.is_parsed or quantity.low is not None or quantity.number == 1:
        return None
    left = max(sentence.start, quantity.start - _NEXT_CHARS)
    if not _NEXT_OF_PAIR.search(document.text, left, quantity.start):
        return None
    first = next((q for q in reversed(sentence.quantities[:index]) if q.kind == "count" and q.of), None)
    if first is None or first.of is None or not any(map(is_plural_noun, first.of.lower().split())):
        return None
    if first.number is None or not _are_alike(first.number, quantity.number):
        return None  # "ten teams entered and two million watched"
    if _LOOKED_ON.match(document.text, quantity.end, sentence.end):
        return None
    tags = [
        None if (verb := columns.token_at(amount.end + 1)) is None else columns.tags[verb]
        for amount in (first, quantity)
    ]
    if tags not in (["VBD", "VBD"], ["VBN", "VBD"], ["VBP", "VBP"]):
        return None  # taggers take a past form behind its subject for a participle
    return BareCount(quantity.start, quantity.end, first.of, "elliptic")


_ALIKE = 10
"""Times the one number is as large as the other, at most: both are of one crowd."""
_LOOKED_ON = WordPattern(r"\s+(?:<bare_counts/looked_on>)\b")
"""What people do that need not be of those counted before: "nine boats raced and 40 watched"."""


def _are_alike(first: Decimal, second: Decimal | None) -> bool:
    return second is not None and max(first, second) <= _ALIKE * min(first, second)
