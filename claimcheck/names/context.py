"""What a document says around a word: capitals that are forced, neighbours, cue words, headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import Basis, Candidate
from claimcheck.names.lists import (
    load_all_cues,
    load_cues,
    load_demonyms,
    load_name_table,
    load_person_names,
    load_titles,
    names_a_trade,
)
from claimcheck.names.words import CAPITALISED, INITIAL, LOWER, MIXED, UPPER, NameWords

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

SPACE_GAPS = frozenset({" ", "\u00a0"})
POSSESSIVE_GAPS = frozenset({"'s ", "’s ", "‘s "})
NAME_CASES = frozenset({CAPITALISED, UPPER, MIXED, INITIAL})
_SHORTEST_GERUND = 5  # letters: "Using"
_HEADING_WORDS = 24  # a longer line of capitals is a list or a title page, not a heading


@dataclass(slots=True)
class NameContext:
    """The words of a document and what is looked up about them again and again.

    Attributes:
        plain: lower-case words of the document; a sentence start in this set is no name on its own.
        heading: for each word, whether its line is in title case or all capitals.
        code_words: how many words of the document speak of software.
        name_like: for each word, whether it starts with, or holds, a capital.
        capitals: the indices of those that do; few enough to go through them for every rule.
        cues: the words in `en/name_cues.csv` by their role.
        titles: what stands before the name of a person, and whether it is an ordinary word too.
        explained: words with a capital of their own.
        head_words: words that end the names of bodies and places.
    """

    words: NameWords
    plain: frozenset[str]
    heading: list[bool]
    code_words: int
    name_like: list[bool]
    capitals: list[int]
    cues: Mapping[str, frozenset[str]]
    titles: Mapping[str, bool]
    explained: frozenset[str]
    head_words: frozenset[str]

    def is_name_like(self, index: int) -> bool:
        """Whether the word exists and starts, or holds, a capital."""
        return 0 <= index < len(self.name_like) and self.name_like[index]

    def joins(self, index: int) -> bool:
        """Whether word `index` follows the word before it with only a space or an ampersand between."""
        return 0 < index < len(self.name_like) and self.words.gaps[index] in {" ", " & ", "\u00a0"}

    def is_plain_start(self, index: int) -> bool:
        """Whether the capital is owed to the sentence start: an ordinary word stands there."""
        if not self.words.opens[index]:
            return False
        form = self.words.forms[index]
        lower = form.lower()
        if lower in self.cues["opener"] or lower in self.plain:
            return True
        if lower.endswith("ly"):  # "Recently", but "Emily", "Italy"
            return form not in load_person_names()[0] and not load_name_table().readings(form)
        return lower.endswith("ing") and self._does_something_to_a_name(index)

    def _does_something_to_a_name(self, index: int) -> bool:
        """Whether an "-ing" form stands before a name that is alone elsewhere: "Running Wren costs us"."""
        words = self.words
        form, following = words.forms[index], index + 1
        if len(form) < _SHORTEST_GERUND or not self.joins(following) or not self.is_name_like(following):
            return False
        given, surnames, _ = load_person_names()
        if form in given or form in surnames or load_name_table().readings(form):
            return False
        name = words.forms[following]
        return any(
            words.forms[place] == name and words.forms[place - 1] != form
            for place in self.capitals
            if place != following
        )

    def opens_as_trade(self, index: int) -> bool:
        """Whether a sentence opens with what those do whose name follows: "Carmakers Honda and Kia"."""
        words = self.words
        if not words.opens[index] or not self.joins(index + 1) or not names_a_trade(words.forms[index]):
            return False
        form, following = words.forms[index], words.forms[index + 1]
        given, surnames, _ = load_person_names()
        if form in given or (form in surnames and form[-1] != "s"):
            return False
        return self.name_like[index + 1] and following not in self.head_words

    def is_month_of_clause(self, index: int) -> bool:
        """Whether a month that is a given name too dates a clause: "In | April | Smith left"; not in a line
        that names an author, "By April Smith", nor in "In April Smith the party has a leader".
        """
        words = self.words
        if words.forms[index] not in _GIVEN_MONTHS or index == 0 or not self.joins(index):
            return False
        is_opening = words.opens[index - 1] or words.gaps[index - 1].strip() != ""
        is_opening = is_opening or self.before(index - 1) in _JOINING
        if not is_opening or words.forms[index - 1].lower() not in _BEFORE_MONTHS:
            return False
        end = index + 1
        while self.joins(end) and self.name_like[end]:
            end += 1
        following = self.after(end)
        return following.islower() and following not in _NO_VERBS

    def is_explained(self, index: int) -> bool:
        """Whether a capitalised neighbour has its own reason and is no part of a longer name."""
        form = self.words.forms[index]
        return form in self.explained or form.lower() in self.cues["opener"] or self.is_plain_start(index)

    def near(self, first: int, last: int, cues: Collection[str], reach: int) -> bool:
        """Whether one of `cues` stands within `reach` words, in the same line and sentence."""
        words = self.words
        for step in range(1, reach + 1):
            index = first - step
            if index < 0 or words.opens[index + 1]:
                break
            if words.forms[index] in cues or words.forms[index].lower() in cues:
                return True
        for index in range(last, min(last + reach, len(words.forms))):
            if words.opens[index]:
                break
            if words.forms[index] in cues or words.forms[index].lower() in cues:
                return True
        return False

    def before(self, index: int) -> str:
        """The lower-case word before, in the same sentence; else empty."""
        if index <= 0 or self.words.opens[index]:
            return ""
        return self.words.forms[index - 1].lower()

    def after(self, last: int) -> str:
        """The word after, if only a space or hyphen stands between; else empty."""
        if last >= len(self.words.forms) or self.words.gaps[last] not in {" ", "-", "\u00a0"}:
            return ""
        return self.words.forms[last]


def read_context(words: NameWords) -> NameContext:
    """Context of all words, in one pass."""
    plain = frozenset(
        [form for form, case in zip(words.forms, words.cases, strict=True) if case is LOWER and len(form) > 1]
    )
    cues = load_all_cues()
    code_cues = cues["code_cue"]
    code_words = sum([form in code_cues for form in words.forms])
    name_like = [case in NAME_CASES for case in words.cases]
    capitals = [index for index, is_capital in enumerate(name_like) if is_capital]
    return NameContext(
        words,
        plain,
        _find_headings(words),
        code_words,
        name_like,
        capitals,
        cues,
        load_titles(),
        _load_explained(),
        load_head_words(),
    )


@per_lexicon
def _load_explained() -> frozenset[str]:
    """Words that have a capital of their own: days, months, titles, nationalities."""
    return frozenset(load_titles()) | load_demonyms() | load_cues("calendar") | load_cues("plain_capital")


def _find_headings(words: NameWords) -> list[bool]:
    """Mark the words of lines in which nearly every word that can be capitalised is."""
    heading = [False] * len(words.forms)
    line_start = 0
    line_ends = [index for index, gap in enumerate(words.gaps) if "\n" in gap and index]
    for index in (*line_ends, len(words.forms)):
        size = index - line_start
        if 2 < size <= _HEADING_WORDS:
            long_words = [i for i in range(line_start, index) if len(words.forms[i]) > 3]
            capitals = sum(1 for i in long_words if words.cases[i] in NAME_CASES)
            if len(long_words) >= 2 and capitals >= 0.8 * len(long_words):
                tail = words.gaps[index] if index < len(words.forms) else words.text[words.ends[-1] :]
                if not tail.lstrip(" \"”'’)").startswith("."):
                    heading[line_start:index] = [True] * size
        line_start = index
    return heading


_COMPANY_NOUNS = WordSet("names/company")
_GIVEN_MONTHS = WordSet("names/month_or_given_name")
_BEFORE_MONTHS = WordSet("names/before_month")
_JOINING = frozenset({"and", "but"})
_NO_VERBS = WordSet("names/no_verb_behind_person")
_FIRMS = WordSet("names/firm")


@per_lexicon
def load_head_words() -> frozenset[str]:
    """Words that end the names of bodies and places."""
    return load_cues("organization_head") | load_cues("place_head") | load_cues("weak_organization_head")


def head_of(words: NameWords, first: int, last: int) -> int:
    """The word that says what a name is of: its last one, or the one before the first "of", "for" or "on"."""
    for index in range(first + 1, last):
        if words.forms[index] in {"of", "for", "on"}:
            return index - 1
    return last - 1


def make_candidate(
    context: NameContext,
    first: int,
    last: int,
    label: str,
    rule: str,
    strength: int,
    end: int | None = None,
    basis: Basis = Basis.WORDS,
) -> Candidate:
    """A candidate over whole words; `end` overrides the end offset ("Jr.")."""
    words = context.words
    return Candidate(
        first, last, words.starts[first], end or words.ends[last - 1], label, rule, strength, basis
    )


def is_nationality(context: NameContext, first: int, last: int) -> bool:
    """Whether a name that is a nationality too says where a noun is from: "a Norwegian company"."""
    is_one = last - first == 1 and context.words.forms[first] in load_demonyms()
    return is_one and context.before(first) in _ARTICLES and context.after(last).islower()


def is_company_context(context: NameContext, first: int, last: int) -> bool:
    """Whether the words beside a name speak of a company."""
    words = context.words
    after = context.after(last)
    if after in load_cues("company_verb") or after in load_cues("company_noun"):
        return True
    before = context.before(first)
    if before in load_cues("company_noun") and words.gaps[first] in SPACE_GAPS:
        return True
    return is_company_apposition(context, last)


_ARTICLES = WordSet("common/article")
_ENDS = WordSet("names/end_of_description")


def is_company_apposition(context: NameContext, last: int, *, surely: bool = False) -> bool:
    """Whether "X, a (small) company" or "X is a company" follows; `surely` leaves out what a person can be
    ("a developer") and nouns with more behind them ("a bank robber").
    """
    return _is_told_as(context, last, _FIRMS if surely else _COMPANY_NOUNS, surely=surely)


def label_told_after(context: NameContext, last: int) -> str:
    """The label of a firm or a place that what follows a name says it is: "Ford, an automaker", "Jackson is
    the capital of Mississippi"; else empty.
    """
    for label, nouns in (("organization", _FIRMS), ("place", _PLACES)):
        if _is_told_as(context, last, nouns, surely=True):
            return label
    return ""


_PLACES = WordSet("names/told_place")


def _is_told_as(context: NameContext, last: int, nouns: WordSet, *, surely: bool) -> bool:
    """Whether one of some nouns is said of the name that ends before a word; `surely`: no noun behind it."""
    words = context.words
    if last + 1 >= len(words.forms):
        return False
    if words.gaps[last] == ", " and words.forms[last] in _ARTICLES:
        begin = last + 1
    elif (
        words.gaps[last] == " " and words.forms[last] in {"is", "was"} and words.forms[last + 1] in _ARTICLES
    ):
        begin = last + 2
    else:
        return False
    for index in range(begin, min(begin + 4, len(words.forms))):
        if words.gaps[index] not in {" ", "-"}:
            return False
        if words.forms[index] in nouns:
            return not surely or not context.after(index + 1) or context.after(index + 1) in _ENDS
        if words.forms[index] in _ENDS:
            return False
    return False
