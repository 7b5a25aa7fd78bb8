"""The software that a README, a manual or a release note is about: its name, which no list knows.

It stands in the first lines, comes back often and does what programs do: "Wren runs on", "Wren has".
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import GOOD, Basis, Candidate
from claimcheck.names.context import make_candidate
from claimcheck.names.lists import load_name_table, load_person_names
from claimcheck.names.words import CAPITALISED, MIXED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.names.context import NameContext

_OF_READMES = WordSet("names/readme")
_DOING = WordSet("names/software_does")
_MOST_OPENING = 90  # words from the start of the text in which the name first stands
_LEAST_CODE_WORDS = 2
_LEAST_README_WORDS = 5  # different ones
_LEAST_MENTIONS = 3
_LEAST_DEEDS = 2
_SHORTEST = 3  # letters


def find_main_software(context: NameContext) -> Iterator[Candidate]:
    """Every mention of the name of the software that the text is about, where there is one."""
    if context.code_words < _LEAST_CODE_WORDS or not _is_readme(context):
        return
    name = _main_name(context)
    if name is None:
        return
    words = context.words
    for index in context.capitals:
        if words.forms[index] == name and not _is_part_of_longer(context, index):
            yield make_candidate(
                context, index, index + 1, "product", "main-software", GOOD, basis=Basis.SURROUNDINGS
            )


def _is_readme(context: NameContext) -> bool:
    of_readmes = _OF_READMES.words()
    return len(of_readmes.intersection(context.words.forms)) >= _LEAST_README_WORDS


def _main_name(context: NameContext) -> str | None:
    """The unknown name that comes back most and does most, or None."""
    words = context.words
    mentions: Counter[str] = Counter()
    deeds: Counter[str] = Counter()
    endings: set[str] = set()  # words that end a longer name somewhere, or have an article
    doing = _DOING.words()
    for index in context.capitals:
        form = words.forms[index]
        if words.cases[index] not in (CAPITALISED, MIXED) or len(form) < _SHORTEST:
            continue
        if _ends_longer(context, index):
            endings.add(form)
        mentions[form] += 1
        deeds[form] += context.after(index + 1) in doing
    opening = set(words.forms[:_MOST_OPENING])
    for form, count in mentions.most_common():
        if count < _LEAST_MENTIONS:
            return None
        is_main = form in opening and deeds[form] >= _LEAST_DEEDS and form not in endings
        if is_main and _is_unknown(context, form):
            return form
    return None


def _is_unknown(context: NameContext, form: str) -> bool:
    """Whether no list has a word as a name of anything, nor as a word with a capital of its own."""
    if form in context.explained or form in context.head_words or form.lower() in context.cues["opener"]:
        return False
    given, surnames, _ = load_person_names()
    return not (load_name_table().readings(form) or form in given or form in surnames)


def _is_part_of_longer(context: NameContext, index: int) -> bool:
    """Whether another capital stands right beside, so that a longer name may have the word."""
    return _ends_longer(context, index) or (context.joins(index + 1) and context.is_name_like(index + 1))


def _ends_longer(context: NameContext, index: int) -> bool:
    """Whether a capital stands right before a word, or "the" and no noun behind: "the Foundation is"."""
    if context.before(index) == "the":
        following = context.after(index + 1)
        return not following or following in _DOING
    is_joined = index > 0 and context.joins(index) and context.is_name_like(index - 1)
    return is_joined and not context.is_explained(index - 1)
