"""Listed names in the text, with the reading the context allows.

A safe form counts anywhere; a form that is also something else ("Go", "Apple", "French", "Georgia") counts
only where the words around it, or the rest of the document, say so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import GOOD, SURE, WEAK, Basis, Candidate
from claimcheck.names.context import is_company_context, is_nationality
from claimcheck.names.languages import (
    AFTER_NOUN_PHRASE,
    is_natural_language,
    is_programming_language,
)
from claimcheck.names.lists import (
    NameEntry,
    load_cues,
    load_name_table,
    load_person_names,
    load_titles,
)
from claimcheck.names.words import CAPITALISED, INITIAL, NUMBER, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    _Match = tuple[
        int, int, int, tuple[NameEntry, ...]
    ]  # first word, last word exclusive, end offset, readings

    from claimcheck.names.context import NameContext

_TRAILING_MARKS = "!.+*"  # Yahoo!  Inc.  F*
_POSSESSIVE_MARKS = frozenset({"'s", "’s", "‘s"})
_NUMBERED_KINDS = WordSet("names/numbered_kind")
_RELEASED_KINDS = frozenset({"browser", "framework"})
_RELEASE_DIGITS = (2, 3)  # "Electron 23"; a single digit is a version of the same thing, four are a year
_NUMBER_GOES_ON = re.compile(r"[%/:+–-]|[.,]\w")
_LONGEST_SERVICE_LIST = 4
_SPACES = re.compile(r"\s+")


def find_listed_names(context: NameContext) -> list[Candidate]:
    """Every form of the name lists in the text that its context allows, longest at each word."""
    matches = list(_find_forms(context))
    technical = _is_technical(context, matches)
    if technical:
        matches = _add_other_spellings(context, matches)
    full_names = {entry.name for _, _, _, entries in matches for entry in entries if entry.safety == "safe"}
    covered: dict[int, str] = {}
    for first, last, _, entries in matches:
        if any(entry.safety == "safe" for entry in entries):
            for index in range(first, last):
                covered.setdefault(index, entries[0].label)
    language_words = _sure_languages(matches)
    candidates = []
    words = context.words
    for match_first, match_last, match_end, entries in matches:
        first, last, end = match_first, match_last, match_end
        chosen = _choose(context, first, last, entries, full_names, technical, language_words)
        if chosen is None:
            continue
        entry, strength, rule = chosen
        label = entry.label
        basis = Basis.WORDS if label == "language" else Basis.LIST
        if label == "place":
            first = _with_direction(context, first)
        elif label == "product":
            if entry.kind in {"service", "marque"} and is_company_context(context, first, last):
                label, rule, basis = "organization", "service-as-company", Basis.WORDS
            elif entry.kind in _NUMBERED_KINDS:
                last, end = _with_version(context, last, end)
            if last == match_last and entry.kind in _RELEASED_KINDS:
                last, end = _with_release(context, last, end)
        elif label == "organization" and _is_service_in_use(context, first, last, entries):
            label, rule, basis = "product", "service-in-use", Basis.WORDS
        if label in {"product", "organization"}:
            tail = _product_tail(context, first, last)
            if tail > last:
                label, rule, basis, last = "product", "product-head", Basis.WORDS, tail
                end = words.ends[last - 1]
        if not _stands_alone(context, first, last, covered):
            strength = WEAK
        candidates.append(Candidate(first, last, words.starts[first], end, label, rule, strength, basis))
    return candidates


def _with_direction(context: NameContext, first: int) -> int:
    """As in "Northern Italy" is a place of its own."""
    if (
        context.is_name_like(first - 1)
        and context.joins(first)
        and context.words.forms[first - 1] in load_cues("direction")
        and not (context.words.opens[first - 1] and context.words.forms[first - 1].lower() in context.plain)
    ):
        return first - 1
    return first


def _with_version(context: NameContext, last: int, end: int) -> tuple[int, int]:
    """As in "Windows 10" keeps its number; a dotted version ("PyTorch 2.0") is split off."""
    words = context.words
    if (
        last < len(words.forms)
        and words.gaps[last] == " "
        and words.cases[last] is NUMBER
        and len(words.forms[last]) <= 2
        and words.forms[last].isdigit()
        and not words.forms[last - 1].isdigit()
        and words.text[words.ends[last] : words.ends[last] + 1] not in {"%", "/", ":"}
        and not (context.after(last + 1) or "").islower()
    ):
        return last + 1, words.ends[last]
    return last, end


def _with_release(context: NameContext, last: int, end: int) -> tuple[int, int]:
    """As in "Electron 23" and "Chromium 110": the number of a release, where nothing is counted by it."""
    words = context.words
    if (
        last < len(words.forms)
        and words.gaps[last] == " "
        and words.forms[last].isdigit()
        and len(words.forms[last]) in _RELEASE_DIGITS
        and not words.forms[last - 1][-1:].isdigit()
        and not _NUMBER_GOES_ON.match(words.text, words.ends[last])
    ):
        following = context.after(last + 1)
        if not following.islower() or following in AFTER_NOUN_PHRASE:
            return last + 1, words.ends[last]
    return last, end


def _is_service_in_use(context: NameContext, first: int, last: int, entries: tuple[NameEntry, ...]) -> bool:
    """Whether a company is named for the service that people use: "on Twitter", "her Facebook page"."""
    if not any(entry.label == "product" and entry.kind == "service" for entry in entries):
        return False
    words, cues = context.words, context.cues
    if context.after(last).lower() in cues["service_part"]:
        return True
    for _ in range(_LONGEST_SERVICE_LIST):
        before = first - 1
        if before < 0 or words.opens[first]:
            return False
        if context.before(first) in {"and", "or"}:
            before -= 1
        elif words.gaps[first] != ", ":
            return context.before(first) in cues["service_use"] and words.gaps[first] in {" ", "\u00a0"}
        if not any(entry.kind == "service" for entry in load_name_table().readings(words.forms[before])):
            return False
        first = before
    return False


def _product_tail(context: NameContext, first: int, last: int) -> int:
    """End of "OpenAI API", "Google AI Platform": capitals up to a word for a kind of product."""
    words = context.words
    if context.heading[first]:
        return last
    end = last
    heads = load_cues("product_head")
    for index in range(last, min(last + 3, len(words.forms))):
        if not (context.is_name_like(index) and words.gaps[index] == " "):
            break
        if words.forms[index] in heads:
            end = index + 1
    if end < len(words.forms) and context.is_name_like(end) and context.joins(end):
        return last  # inside a still longer name
    return end


_BEFORE_RELEASES = WordSet("names/before_release")
_ORDINARY = WordSet("names/ordinary_word")


def _add_other_spellings(context: NameContext, matches: list[_Match]) -> list[_Match]:
    """Technical prose writes "javascript", "Pytorch", "MySql": single words, any letter case.

    Not those that are ordinary words in another case: a palm is no "PaLM", tidal water no "TIDAL".
    """
    words = context.words
    folded = load_name_table().folded
    taken = {first for first, _, _, _ in matches}
    openers = load_cues("opener")
    more = [
        (index, index + 1, words.ends[index], folded[lower])
        for index, lower in enumerate(map(str.lower, words.forms))
        if lower in folded
        and index not in taken
        and len(words.forms[index]) > 2
        and lower not in openers
        and lower not in _ORDINARY
        and words.text[words.ends[index] : words.ends[index] + 3] != "://"
    ]
    return sorted([*matches, *more], key=lambda m: m[0]) if more else matches


def _find_forms(context: NameContext) -> Iterator[_Match]:
    """Listed forms as (first word, last word exclusive, end offset, readings); all lengths at each word."""
    words = context.words
    table = load_name_table()
    text = words.text
    total = len(words.forms)
    most_spaces = table.most_spaces
    for index, form in enumerate(words.forms):
        if form not in most_spaces:
            continue
        start = words.starts[index]
        longest = min(total, index + most_spaces[form] + 2)
        if longest > index + 1 and words.gaps[index + 1] == " ":
            parts = table.openings.get(text[start : words.starts[index + 1] + 1])
            if parts is None:  # most words that follow "the" follow it in no name
                if alone := table.readings(form):
                    yield index, index + 1, words.ends[index], alone
                continue
            longest = min(longest, index + parts + 2)
        for last in range(longest, index, -1):
            end = words.ends[last - 1]
            if end - start > 120:
                continue
            surface = text[start:end]
            if "\n" in surface:
                if "\n\n" in surface:
                    continue
                surface = _SPACES.sub(" ", surface)
            found: tuple[NameEntry, ...] = ()
            if text[end : end + 1] and text[end] in _TRAILING_MARKS:
                found = table.readings(surface + text[end])
                if found:
                    end += 1
            elif text[end : end + 2] in _POSSESSIVE_MARKS:
                found = table.readings(surface + "'s")  # McDonald's
                if found:
                    end += 2
            if not found:
                found = table.readings(surface)
            if found:
                yield index, last, end, found
                break


def _is_technical(context: NameContext, matches: list[_Match]) -> bool:
    """Whether the document is about software, where Rust, Flask and Spark are what they usually are."""
    sure = {
        entry.name
        for _, _, _, entries in matches
        for entry in entries
        if entry.safety == "safe" and entry.is_software
    }
    return len(sure) * 2 + context.code_words >= 2


def _sure_languages(matches: list[_Match]) -> dict[int, str]:
    """First and last words of languages beyond doubt -> `programming` or `natural`."""
    sure = {}
    for first, last, _, entries in matches:
        entry = entries[0]
        if entry.label == "language" and (entry.safety == "safe" or entry.name in {"Python", "JavaScript"}):
            for index in (first, last - 1):
                sure[index] = "natural" if entry.kind == "natural" else "programming"
    return sure


def _choose(
    context: NameContext,
    first: int,
    last: int,
    entries: tuple[NameEntry, ...],
    full_names: set[str],
    technical: bool,
    language_words: dict[int, str],
) -> tuple[NameEntry, int, str] | None:
    """The reading that fits, its strength and rule; None where none is sure."""
    words = context.words
    form = words.slice(first, last)
    single = last - first == 1
    for entry in entries:
        if entry.label == "language":
            if entry.kind == "natural":
                if is_natural_language(context, first, last, entry):
                    return entry, GOOD, "natural-language"
            elif is_programming_language(context, first, last, entry, technical, language_words):
                return entry, SURE, "programming-language"
            continue
        if single and words.cases[first] is UPPER and _is_shouted(context, first):
            continue
        if entry.safety == "safe":
            if form.islower() and not (technical and entry.is_software):
                continue
            return entry, SURE, "lexicon"
        if (
            entry.safety == "context"
            and entry.name in full_names
            and entry.label == "organization"
            and not words.opens[first]
        ):
            return entry, SURE, "lexicon-introduced"
        if entry.label == "organization" and _is_company_here(context, first, last, entry):
            return entry, GOOD, "lexicon-in-context"
        if entry.label == "place" and _is_place_here(context, first, last, entry):
            return entry, GOOD, "lexicon-in-context"
        if entry.label == "product" and _is_product_here(context, first, last, entry, technical):
            return entry, GOOD, "lexicon-in-context"
    return None


def _is_shouted(context: NameContext, index: int) -> bool:
    """Whether the words on both sides are all capitals, so that capitals say nothing."""
    words = context.words
    neighbours = [i for i in (index - 1, index + 1) if 0 <= i < len(words.forms)]
    return bool(neighbours) and all(
        words.cases[i] is UPPER and len(words.forms[i]) > 1 and words.forms[i].isalpha() for i in neighbours
    )


_ARTICLES = WordSet("common/article")


def _is_company_here(context: NameContext, first: int, last: int, entry: NameEntry) -> bool:
    words = context.words
    after = context.after(last)
    if is_nationality(context, first, last):
        return False
    if after in load_cues("company_verb") or after in load_cues("company_noun"):
        return True
    if _is_beside_company(context, first, last):
        return True
    if last < len(words.forms) and words.gaps[last][:2] in {"'s", "’s", "‘s"} and entry.safety == "capital":
        return True
    before = context.before(first)
    if before in load_cues("company_noun") or before == "by":
        return not words.opens[first]
    if entry.safety == "capital" and not words.opens[first] and not context.heading[first]:
        return before not in _ARTICLES or context.is_name_like(last)
    return False


def _is_beside_company(context: NameContext, first: int, last: int) -> bool:
    """Whether a conjunction joins a form to a listed organisation of one word: "Ford and Shell critics"."""
    words = context.words
    for joint, other in ((last, last + 1), (first - 1, first - 2)):
        if not 0 < joint < len(words.forms) or not 0 <= other < len(words.forms):
            continue
        if words.forms[joint] not in _JOINING or not context.joins(joint) or not context.joins(joint + 1):
            continue
        readings = load_name_table().readings(words.forms[other])
        if any(entry.label == "organization" and entry.safety != "context" for entry in readings):
            return True
    return False


_JOINING = WordSet("names/joining")


def _is_place_here(context: NameContext, first: int, last: int, entry: NameEntry) -> bool:
    words = context.words
    if words.opens[first]:
        return False
    if context.code_words and any(
        r.is_software for r in load_name_table().readings(words.slice(first, last))
    ):
        return False  # Java
    before = context.before(first)
    if before in load_cues("place_cue"):
        return True
    if last < len(words.forms) and words.gaps[last] == ", " and context.is_name_like(last):
        readings = load_name_table().readings(words.forms[last])
        if any(r.label == "place" and r.kind in {"country", "state"} for r in readings):
            return True
    if first and words.gaps[first] == ", " and context.is_name_like(first - 1):
        readings = load_name_table().readings(words.forms[first - 1])
        if any(r.label == "place" for r in readings):
            return True
    return entry.safety == "capital" and not context.heading[first]


def _is_product_here(context: NameContext, first: int, last: int, entry: NameEntry, technical: bool) -> bool:
    words = context.words
    form = words.slice(first, last)
    if form.islower():
        return technical and context.near(first, last, load_cues("code_cue"), 3)
    if context.near(first, last, load_cues("code_cue"), 3) and not words.opens[first]:
        return True
    if context.heading[first]:
        return False
    if words.opens[first]:
        return (
            technical
            and entry.safety == "capital"
            and context.after(last).islower()
            and form.lower() not in context.plain
        )
    given, _, _ = load_person_names()
    if form in given and not technical:
        return False
    return technical or (entry.safety == "capital" and not context.heading[first])


def _stands_alone(context: NameContext, first: int, last: int, covered: dict[int, str]) -> bool:
    """The guard: no unexplained capital touches the match, which would make it a part of a longer name."""
    words = context.words
    if context.heading[first]:
        return True
    left, right = first - 1, last
    if first and context.joins(first) and context.is_name_like(left):
        if not (context.is_explained(left) or left in covered or words.cases[left] is INITIAL):
            return False
        if words.gaps[first] == " & ":
            return False
    if right < len(words.forms) and context.joins(right) and context.is_name_like(right):
        if words.gaps[right] == " & ":
            return False
        form = words.forms[right]
        if right in covered or form in load_titles() or form in load_cues("calendar"):
            return True
        if form in load_cues("plain_capital") and words.cases[right] is UPPER:
            return True
        if form in _BEFORE_RELEASES and words.cases[right + 1 : right + 2] == [NUMBER]:
            return True  # "IBM SPSS Statistics Version 24"
        if form in context.cues["event_head"]:
            return False  # "the London Marathon" in a text that also says "marathon"
        # "the Pytorch Model" in a text that also says "model": an ordinary word in capitals.
        is_last = not (context.is_name_like(right + 1) and context.joins(right + 1))
        return is_last and form.lower() in context.plain and words.cases[right] is CAPITALISED
    return True
