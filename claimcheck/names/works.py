"""Names of works and other things by the word for their kind: "the Clean Water Act", "the film X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import GOOD, SURE, Candidate
from claimcheck.names.context import SPACE_GAPS, make_candidate
from claimcheck.names.lists import (
    load_cues,
    load_demonyms,
    load_name_table,
    load_person_names,
    load_titles,
)
from claimcheck.names.words import LOWER, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.names.context import NameContext

_LONGEST = 8
# Before these a title stands in quotation marks; without them a capital belongs to the next sentence part.
_NOUNS_OF_TEXTS = WordSet("names/text")
_INNER = WordSet("names/inner_of_work")


def find_works(context: NameContext) -> Iterator[Candidate]:
    """Laws, treaties and reports by their last word; works and products after a word for one; ships."""
    words = context.words
    heads = context.cues["work_head"] | context.cues["artefact_head"] | {"System"}
    periodicals = context.cues["periodical_head"]
    nouns = (load_cues("work_noun") - _NOUNS_OF_TEXTS.words()) | load_cues("product_noun")
    ships = load_cues("ship_prefix")
    for index in context.capitals:
        if context.heading[index]:
            continue
        form = words.forms[index]
        if form in heads:
            span = _with_work_head(context, index)
            if span is not None:
                yield make_candidate(context, *span, "product", "work-head", SURE)
        elif form in periodicals:
            span = _periodical(context, index)
            if span is not None:
                yield make_candidate(context, *span, "product", "periodical", SURE)
        elif form == "Show" and (first := _show_start(context, index)) is not None:
            yield make_candidate(context, first, index + 1, "product", "show", SURE)
        elif form in _PIECES and _is_piece(context, index):
            yield make_candidate(context, index - 1, index + 1, "product", "piece-of-music", SURE)
        elif form in ships:
            last = _run_end(context, index + 1)
            first = index
            if context.before(index) == "space" and context.joins(index):
                first -= 1  # "Space Shuttle"
            if (
                last > index + 1
                and words.gaps[index + 1] in SPACE_GAPS
                and words.forms[last - 1] not in load_cues("organization_head")
            ):
                yield make_candidate(context, first, last, "product", "ship", SURE)
        if index and words.forms[index - 1].lower() in nouns and not words.opens[index]:
            last = _title_end(context, index)
            if last and _is_told(context, index, last):
                yield make_candidate(context, index, last, "product", "work-noun", GOOD)


def _show_start(context: NameContext, index: int) -> int | None:
    """Where the name of a show begins that has somebody's name: "The Ann Lee Show", "The Ann and Bo Show"."""
    words = context.words
    given = load_person_names()[0]
    first = index
    while first > 0 and index - first < _LONGEST and words.gaps[first] == " ":
        before = first - 1
        if words.forms[before] in {"The", "the"}:
            is_named = any(words.forms[i] in given for i in range(first, index))
            return first - (words.forms[before] == "The") if is_named else None
        if not context.is_name_like(before) and words.forms[before] != "and":
            return None
        first = before
    return None


_PIECES = WordSet("names/piece")
_BEFORE_PIECES = WordSet("names/before_piece")


def _is_piece(context: NameContext, index: int) -> bool:
    """Whether a word ends the name of a piece of music: "the Seventh Symphony", "the Cello Concerto"; not
    "the Halvor Symphony" and not the start of a longer name.
    """
    return (
        context.joins(index)
        and context.words.forms[index - 1] in _BEFORE_PIECES
        and not (context.is_name_like(index + 1) and context.joins(index + 1))
        and not (context.is_name_like(index - 2) and context.joins(index - 1))
    )


def _run_end(context: NameContext, index: int) -> int:
    """End of the run of capitals at a word; the word itself where there is none."""
    last = index
    while last < len(context.words.forms) and context.is_name_like(last):
        if last > index and not context.joins(last):
            break
        last += 1
    return last


def _with_work_head(context: NameContext, head: int) -> tuple[int, int] | None:
    """First and last word of "the CHIPS and Science Act"; None where no word of it is its own."""
    words = context.words
    first = _first_before(context, head)
    last = head + 1
    total = len(words.forms)
    if (
        words.forms[head] in {"Census", "Treaty", "Convention", "Declaration", "Survey", "Constitution"}
        and last + 1 < total
        and words.forms[last] in {"of", "on"}
        and words.gaps[last] in SPACE_GAPS
    ):
        end = last + 1 + (words.forms[last + 1] == "the")
        stop = _run_end(context, end)
        if stop > end:
            last = stop
            if last + 1 < total and words.forms[last] == "and" and context.is_name_like(last + 1):
                last = _run_end(context, last + 1)
    elif last < total and context.is_name_like(last) and context.joins(last):
        return None  # inside a longer name
    elif last < total and _is_year(words.forms[last]) and words.gaps[last] in SPACE_GAPS:
        last += words.forms[head] in _DATED_HEADS
    if not _is_artefact(context, first, head):
        return None
    if words.forms[head] in _LAWS and (
        head - first < 2 or not _is_definite(context, first) or "of" in words.forms[first:head]
    ):
        return None  # "Home Rule", "a professor of Commercial Law"
    own = [i for i in range(first, last) if i != head and context.is_name_like(i)]
    modifiers = load_cues("generic_modifier")
    told = [i for i in own if words.forms[i] not in modifiers and words.forms[i] not in load_demonyms()]
    if not told or (last - first < 3 and words.forms[head] in {"Report", "Plan", "Study", "Index", "Code"}):
        return None
    if any(words.forms[i].lower() in context.plain for i in told) and len(told) == 1:
        return None
    return first, last


def _first_before(context: NameContext, head: int) -> int:
    """The first word of the run of names that ends with the head."""
    words = context.words
    first = head
    while first > 0 and head - first < _LONGEST and not words.opens[first]:
        before = first - 1
        if words.gaps[first] not in SPACE_GAPS:
            break
        if context.is_name_like(before) and words.forms[before] not in load_titles():
            first = before
        elif (
            words.forms[before] in {"and", "of", "on"}
            and context.is_name_like(before - 1)
            and words.gaps[before] in SPACE_GAPS
            and (words.forms[before] != "and" or _opens_phrase(context, before - 1))
            and not (words.forms[before] == "of" and _ends_person(context, before))
        ):
            first = before - 1
        else:
            break
    while first < head and (context.is_plain_start(first) or words.forms[first] in load_cues("calendar")):
        first += 1
    return first


def _ends_person(context: NameContext, of: int) -> bool:
    """Whether a given name and a surname stand before "of": "Ann Roe of Halvor Software"."""
    words = context.words
    surname = words.forms[of - 1]
    is_run = of > 1 and context.is_name_like(of - 2) and words.gaps[of - 1] in SPACE_GAPS
    is_word = surname.lower() in context.plain or surname in context.head_words
    return is_run and words.forms[of - 2] in load_person_names()[0] and not is_word


_LAWS = frozenset({"Bill", "Law", "Ordinance", "Rule"})
_DATED_HEADS = frozenset({"Act", "Accord", "Agreement", "Code", "Regulation", "Regulations", "Protocol"})


def _is_definite(context: NameContext, first: int) -> bool:
    """Whether "the" or a possessor stands before a word: "the", "his", "Biden's"."""
    return context.before(first) in _DEFINITE or context.words.gaps[first][:2] in {"'s", "’s"}


_DEFINITE = WordSet("common/the_or_possessor")


def _is_year(form: str) -> bool:
    return len(form) == 4 and form.isdigit() and form[:2] in {"17", "18", "19", "20"}


def _is_artefact(context: NameContext, first: int, head: int) -> bool:
    """Whether words of a device or a piece of software name one: two words and more before the last.

    "System" ends the names of bodies as well; the word before it tells: "Information System".
    """
    form = context.words.forms[head]
    if form == "System":
        return head - first > 1 and context.words.forms[head - 1] in context.cues["artefact_system"]
    return form not in context.cues["artefact_head"] or head - first > 1


def _periodical(context: NameContext, head: int) -> tuple[int, int] | None:
    """The words of "American Journal of Applied Physics", "Annals of the Rheumatic Diseases"."""
    words = context.words
    first, last = head, head + 1
    while first > 0 and not words.opens[first] and context.is_name_like(first - 1) and context.joins(first):
        first -= 1
    while first < head and context.is_plain_start(first):
        first += 1
    if words.forms[last : last + 1] not in (["of"], ["in"]):
        return None
    while last < len(words.forms) and last - head < _LONGEST and words.gaps[last] in SPACE_GAPS | {" & "}:
        if context.is_name_like(last):
            last += 1
            continue
        ahead = last + 1 + (words.forms[last + 1 : last + 2] == ["the"])
        if words.forms[last] not in _INNER_OF_PERIODICALS or not context.is_name_like(ahead):
            break
        if words.forms[ahead] in context.cues["calendar"]:
            break
        if any(words.gaps[i] not in SPACE_GAPS for i in range(last + 1, ahead + 1)):
            break
        last = ahead + 1
    return (first, last) if last > head + 1 else None


_INNER_OF_PERIODICALS = WordSet("names/inner_of_periodical")
_OPENING_ARTICLES = WordSet("names/phrase_opener")


def _opens_phrase(context: NameContext, index: int) -> bool:
    """Whether an article stands before the word, so that an "and" behind it joins two words of one name."""
    return context.before(index) in _OPENING_ARTICLES


def _title_end(context: NameContext, index: int) -> int:
    """End of a title that starts at a word, small words between capitals taken in; 0 for none."""
    words = context.words
    if words.gaps[index] not in {" ", ", ", "\u00a0"} or not context.is_name_like(index):
        return 0
    last = index + 1
    while last < len(words.forms) and last - index < _LONGEST:
        if words.gaps[last] not in SPACE_GAPS:
            break
        if context.is_name_like(last):
            last += 1
            continue
        ahead = last + 1
        if words.forms[ahead : ahead + 1] == ["the"]:
            ahead += 1
        if not (words.forms[last] in _INNER and context.is_name_like(ahead)):
            break
        last = ahead + 1
    return last


def _is_told(context: NameContext, first: int, last: int) -> bool:
    """Whether the words before say that a work of that name follows, and nobody's name stands there."""
    words = context.words
    table = load_name_table()
    given, surnames, _ = load_person_names()
    head, final = words.forms[first], words.forms[last - 1]
    if context.is_explained(first) or table.readings(words.slice(first, last)) or head in load_demonyms():
        return False
    if head in given and (last - first == 1 or final in surnames):
        return False
    noun = first - 1
    listed = words.gaps[last : last + 2] == [", ", ", "] and context.is_name_like(last)
    if last - first == 1 and listed and context.is_name_like(last + 1):
        return False  # "her memoir Walk, Run, Swim": a title with commas
    if words.gaps[first] == ", ":
        after = words.gaps[last] if last < len(words.forms) else "."
        if not after.startswith((",", ".", ";", " (", ")")):
            return False
        start = next((i for i in range(noun, max(-1, noun - 5), -1) if words.opens[i]), noun)
        if words.forms[start] in _FRONTING:
            return False  # "In his 1993 memoir, Ann Lee writes"
        is_one = any(words.forms[i].lower() in _ONE for i in range(max(0, noun - 4), noun))
        return is_one and not any(words.gaps[i].strip() for i in range(max(1, noun - 1), noun + 1))
    if words.forms[noun].lower() in load_cues("product_noun") and words.cases[first] is not UPPER:
        return words.cases[noun] is LOWER and any(
            words.forms[i].lower() in _ONE for i in range(max(0, noun - 4), noun)
        )
    return words.cases[noun] is LOWER


_ONE = WordSet("names/before_work")
_FRONTING = frozenset({"In", "From", "For", "With", "By", "On", "At", "Throughout"})
