"""Whether the name of a language is one here: "written in Go", "speaks Basque", "in Rust, C and Java"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import (
    NameEntry,
    load_cues,
    load_demonyms,
    load_name_table,
)
from claimcheck.names.words import NUMBER

if TYPE_CHECKING:
    from claimcheck.names.context import NameContext


_VERSION = re.compile(r"\d+(?:\.\d+)*\+?|v\d+(?:\.\d+)*|\d+\.x")
_LIST_GAPS = frozenset({", ", "/", " / ", " & ", ",", " + ", ", \n", "\n"})
# Between a preposition and the end of its phrase a language name stands alone; before a noun it describes.
_LANGUAGE_PREPOSITIONS = WordSet("names/before_language")
AFTER_NOUN_PHRASE = WordSet("names/after_noun_phrase")
_WRITTEN = WordSet("names/written")
_CODE_NOUNS = WordSet("names/code")
_SPEECH_VERBS = WordSet("names/speech")
# "the Apple event" is the company, "the apple" is not; "a Java program" is the language.
_CODE_BEFORE = WordSet("names/before_code")
_ARTICLES = WordSet("common/article")
_ABOUT_PROGRAMS = WordSet("names/about_program")
_ABOUT_R = WordSet("names/about_script")


def is_programming_language(
    context: NameContext,
    first: int,
    last: int,
    entry: NameEntry,
    technical: bool,
    language_words: dict[int, str],
) -> bool:
    """Whether a form is the language: beside words of code, in a list of languages, after "written in"."""
    words = context.words
    form = words.slice(first, last)
    if entry.safety == "safe":
        return not form.islower() or technical
    if (
        not words.opens[first]
        and context.is_name_like(first - 1)
        and context.joins(first)
        and entry.safety == "context"
        and not context.is_explained(first - 1)
    ):
        return False  # inside a longer name: Natural Language Processing
    if form == "Python":
        return not _is_animal_python(context, first)
    if form.islower():
        return False
    listed = _is_listed(context, first, last, language_words)
    if entry.safety == "context" and len(load_name_table().readings(form)) > 1:
        # MATLAB: software, unless said
        written = context.before(first) == "in" and context.near(first, last, _WRITTEN, 4)
        return listed or written or context.after(last) in _CODE_NOUNS
    if _has_share(context, first) and (listed or context.near(first, last, load_cues("code_cue"), 8)):
        return True  # "the code is 60% C and 40% R"
    if len(form) == 1:
        return _is_letter_of_a_language(context, first, last, technical=technical, listed=listed)
    return listed or _is_language_here(context, first, last, entry, technical=technical)


def _is_letter_of_a_language(
    context: NameContext, first: int, last: int, *, technical: bool, listed: bool
) -> bool:
    """Whether a letter names a language: not an initial, "(C)", "20 °C"."""
    words, code = context.words, load_cues("code_cue")
    form, before, after = words.forms[first], context.before(first), context.after(last)
    is_dotted = last < len(words.forms) and words.gaps[last].startswith(".")
    if is_dotted and context.is_name_like(last) and form not in {"C", "R"}:
        return False  # an initial
    if words.gaps[first].endswith(("(", "$", "°", "° ")) or after.isdigit():
        return False
    if listed:
        return True
    if context.is_name_like(first - 1) and words.gaps[first] == " " and not words.opens[first - 1]:
        return words.forms[first - 1] in {"Objective", "GNU", "ANSI"}
    if after in _ABOUT_PROGRAMS or (before == "in" and context.near(first, last, _WRITTEN, 3)):
        return True
    if form not in {"C", "R", "D", "J", "F"}:
        return False
    if form == "R" and after in _ABOUT_R:
        return True
    is_used = before in {"in", "with", "using"} and not context.is_name_like(last)
    return technical and (after in code or is_used)


def _is_language_here(
    context: NameContext, first: int, last: int, entry: NameEntry, *, technical: bool
) -> bool:
    """Whether the words around a name that is something else too are about code: "Java", "Swift"."""
    words, code = context.words, load_cues("code_cue")
    form = words.slice(first, last)
    before, after = context.before(first), context.after(last)
    if entry.safety == "capital" and any(
        r.label == "place" for r in load_name_table().readings(form)
    ):  # Java
        # "Java"
        is_no_place = before not in load_cues("place_cue") and after.islower() and not words.opens[first]
        return technical or context.near(first, last, code, 5) or is_no_place
    is_followed = after in code or bool(_VERSION.fullmatch(after))
    if words.opens[first]:
        is_plain = form.lower() in context.plain or form.lower() in load_cues("opener")
        return is_followed or (technical and entry.safety == "capital" and not is_plain)
    if is_followed or (before == "in" and context.near(first, last, _WRITTEN, 5)):
        return True
    if before in _CODE_BEFORE and (technical or context.near(first, last, code, 4)):
        return True
    if entry.safety == "capital":
        return technical and not (context.heading[first] and form.lower() in context.plain)
    return technical and context.near(first, last, code, 2)


def _is_animal_python(context: NameContext, first: int) -> bool:
    return first > 0 and context.words.forms[first - 1] in {"Monty", "Burmese", "Ball"}


def _is_listed(context: NameContext, first: int, last: int, language_words: dict[int, str]) -> bool:
    """Whether the name is one of an enumeration that holds a sure programming language."""
    index = first
    for _ in range(6):
        step = _list_step(context, index, -1)
        if step is None:
            break
        index = step
        if language_words.get(index) == "programming":
            return True
    index = last - 1
    for _ in range(6):
        step = _list_step(context, index, 1)
        if step is None:
            break
        index = step
        if language_words.get(index) == "programming":
            return True
    return False


def _has_share(context: NameContext, index: int) -> bool:
    """Whether a percentage stands right before a word: "20% Go"."""
    words = context.words
    if not 0 < index < len(words.forms):
        return False
    return words.gaps[index].strip() == "%" and words.forms[index - 1][-1:].isdigit()


def _list_step(context: NameContext, index: int, direction: int) -> int | None:
    """The neighbouring item of an enumeration of single words: over a comma, a slash, "and", "or"."""
    words = context.words
    if direction < 0 and _has_share(context, index):
        index -= 1  # "70% TypeScript, 20% Go"
    neighbour = index + direction
    if not 0 <= neighbour < len(words.forms):
        return None
    if direction > 0 and _has_share(context, neighbour + 1):
        beyond = neighbour + 1
        return beyond if words.gaps[neighbour] in _LIST_GAPS and context.is_name_like(beyond) else None
    gap = words.gaps[index] if direction < 0 else words.gaps[neighbour]
    if words.forms[neighbour] in {"and", "or"} and gap in {" ", ", "}:
        beyond = neighbour + direction
        if not 0 <= beyond < len(words.forms):
            return None
        next_gap = words.gaps[neighbour] if direction < 0 else words.gaps[beyond]
        if direction > 0 and _has_share(context, beyond + 1) and context.is_name_like(beyond + 1):
            return beyond + 1
        return beyond if next_gap in {" ", ", "} and context.is_name_like(beyond) else None
    if gap in _LIST_GAPS and context.is_name_like(neighbour):
        return neighbour
    return None


_ABOUT_SPEECH = WordSet("names/about_speech")


def is_natural_language(context: NameContext, first: int, last: int, entry: NameEntry) -> bool:
    """Whether a form is the language and no adjective: "speaks Basque", but not "a Basque town"."""
    words = context.words
    form = words.slice(first, last)
    if form.islower() or (entry.safety == "context" and len(form) < 4):
        return False
    after = context.after(last)
    before = context.before(first)
    if context.is_name_like(last) and words.gaps[last] == " ":
        return False
    if after in _ABOUT_SPEECH:
        return True
    if form not in load_demonyms() and entry.safety == "safe":
        return True
    if _is_among_languages(context, first, last) or _is_line_of_languages(context, first, last):
        return True
    ends_phrase = last >= len(words.forms) or words.gaps[last] not in {" ", "-"} or after in AFTER_NOUN_PHRASE
    if not ends_phrase:
        return False
    if before in _SPEECH_VERBS:
        return True
    speech = load_cues("speech_cue")
    if before in _LANGUAGE_PREPOSITIONS and (before == "in" or context.near(first, last, speech, 6)):
        return not words.opens[first]
    return context.near(first, last, speech, 5)


def _is_among_languages(context: NameContext, first: int, last: int) -> bool:
    """Whether a list of languages holds the name: "Icelandic, Italian, and Spanish", "both Welsh and Irish".

    A list of three is one, where no noun follows it and no article stands before it; of two with a word
    before it that leads to languages.
    """
    start, end = first, last - 1
    size = 1
    while (step := _language_beside(context, start, -1)) is not None:
        start, size = step, size + 1
    while (step := _language_beside(context, end, 1)) is not None:
        end, size = step, size + 1
    if size < 2:
        return False
    words = context.words
    after = context.after(end + 1)
    ends = end + 1 >= len(words.forms) or words.gaps[end + 1] not in {" ", "-"} or after in AFTER_NOUN_PHRASE
    before = context.before(start)
    if not ends or before in _ARTICLES:
        return False
    return size > 2 or before in _LEADS_TO_LANGUAGES or words.gaps[start].endswith(("(", ": "))


_REACH_OF_HEADING = 800  # characters before a line in which its list says that it is one of languages


def _is_line_of_languages(context: NameContext, first: int, last: int) -> bool:
    """Whether a line gives the share of a language, beside another such line: "German: 4.0%"."""
    words = context.words
    if last >= len(words.forms) or words.cases[last] is not NUMBER or "\n" not in words.gaps[first]:
        return False
    if words.gaps[last].strip() != ":":
        return False
    beside = any(_may_be_language(context, i) for i in (first - 2, last + 1, last + 2) if i >= 0)
    start = words.starts[first]
    return beside and "language" in words.text[max(0, start - _REACH_OF_HEADING) : start].lower()


def _language_beside(context: NameContext, index: int, direction: int) -> int | None:
    """The outer word of the next language of a list; "Simplified Chinese" is one."""
    step = _list_step(context, index, direction)
    if step is None:
        return None
    if direction > 0 and not _may_be_language(context, step) and context.joins(step + 1):
        return step + 1 if _may_be_language(context, step + 1) else None
    if not _may_be_language(context, step):
        return None
    if direction < 0 and context.is_name_like(step - 1) and context.joins(step):
        return step - 1
    return step


def _may_be_language(context: NameContext, index: int) -> bool:
    if not context.is_name_like(index):
        return False
    readings = load_name_table().readings(context.words.forms[index])
    return any(reading.label == "language" and reading.kind == "natural" for reading in readings)


_LEADS_TO_LANGUAGES = WordSet("names/leading_to_language")
