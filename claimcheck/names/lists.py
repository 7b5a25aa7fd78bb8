"""The bundled name lists as one table: a form as printed -> what it can stand for.

Loaded on first use (about 20 ms) and kept. Forms are case-sensitive.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons import load_rows, own_rows, per_lexicon
from claimcheck.lexicons.word_memory import WordMemory
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LISTS = (
    # Later lists win where a form stands in two with equal safety.
    ("places", "place"),
    ("products", "product"),
    ("organizations", "organization"),
    ("natural_languages", "language"),
    ("programming_languages", "language"),
)
_FIRST_WORD = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z](?![^\W_]))?|\.?[^\W_]+(?:[-&_'’][^\W_]+|\.(?=[a-z0-9])[^\W_]+)*(?:\+\+|[#*])?"
)
_BETWEEN_WORDS = re.compile(r"[\W_]")


class NameEntry(NamedTuple):
    """One reading of a form.

    Attributes:
        name: the main name of the row.
        label: organization, product, place or language.
        kind: the row's `type`; `natural` for natural languages.
        safety: `safe` anywhere; `capital` wherever a capital is not owed to the sentence start;
            `context` only with something beside it that tells.
    """

    name: str
    label: str
    kind: str
    safety: str

    @property
    def is_software(self) -> bool:
        """Whether it is a product or a programming language."""
        return self.label == "product" or (self.label == "language" and self.kind != "natural")


@dataclass(frozen=True)
class NameTable:
    """Every form of the name lists.

    Attributes:
        packed: form -> its readings as text, one a line; they become `NameEntry` when they are asked for, as
            few of them ever are. It is so large that hardly any of it is in the cache of the processor, so
            what was found is remembered, of forms that are not listed too.
        most_spaces: first word -> spaces in the longest form that starts with it.
        openings: how forms of several words start: the first word, the space and the character after it;
            with the spaces and marks in the one of these that has most, so that it has no more words.
    """

    packed: dict[str, str]
    most_spaces: dict[str, int]
    openings: dict[str, int]
    _known: WordMemory[tuple[NameEntry, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", WordMemory(self._look_up))

    @cached_property
    def folded(self) -> dict[str, tuple[NameEntry, ...]]:
        """Lower-cased safe forms of software and programming languages; built when first needed."""
        forms = [
            form
            for form, packed in self.packed.items()
            if len(form) > 2 and not form.islower() and "\tsafe" in packed
        ]
        return {
            form.lower(): entries
            for form in forms
            if (entries := self.readings(form))[0].safety == "safe" and entries[0].is_software
        }

    def readings(self, form: str) -> tuple[NameEntry, ...]:
        """What the form can stand for: languages first, then the safest; empty if it is not listed."""
        return self._known[form]

    def _look_up(self, form: str) -> tuple[NameEntry, ...]:
        packed = self.packed.get(form)
        if packed is None:
            return ()
        read = [NameEntry(*line.split("\t")) for line in packed.split("\n")]
        return tuple(sorted(read, key=lambda e: (e.label != "language", _ORDER[e.safety])))


_ORDER = {"safe": 0, "capital": 1, "context": 2}


@per_lexicon
def load_name_table() -> NameTable:
    """The table over all name lists but persons."""
    entries: dict[str, str] = {}
    most_spaces: dict[str, int] = {}
    openings: dict[str, int] = {}
    for file_name, label in _LISTS:
        natural = file_name == "natural_languages"
        for name, aliases, capital_aliases, context_aliases, kind, safety, *_ in _read(file_name):
            row_kind = "natural" if natural else kind
            forms = [(name, safety)]
            if aliases:
                forms += [(alias, "safe") for alias in aliases.split("|")]
            if capital_aliases:
                forms += [(alias, "capital") for alias in capital_aliases.split("|")]
            if context_aliases:
                forms += [(alias, "context") for alias in context_aliases.split("|")]
            for form, form_safety in forms:
                entry = f"{name}\t{label}\t{row_kind}\t{form_safety}"
                others = entries.get(form)
                entries[form] = entry if others is None else f"{entry}\n{others}"
                word, space, rest = form.partition(" ")
                if space:
                    opening, parts = f"{word} {rest[:1]}", 1 + len(_BETWEEN_WORDS.findall(rest))
                    if openings.get(opening, 0) < parts:
                        openings[opening] = parts
                if not word.isalnum():
                    match = _FIRST_WORD.search(word)
                    if match is None:
                        continue
                    word = match[0].removesuffix("'s")
                spaces = form.count(" ")
                if most_spaces.get(word, -1) < spaces:
                    most_spaces[word] = spaces
    return NameTable(entries, most_spaces, openings)


def _read(file_name: str) -> Iterator[list[str]]:
    """Rows of a name list without its header; plain lists, for speed."""
    path = files("claimcheck.lexicons").joinpath("shared", f"{file_name}.csv")
    reader = csv.reader(path.read_text(encoding="utf-8").splitlines())
    next(reader)
    yield from reader
    for row in own_rows(f"shared/{file_name}.csv"):
        yield list(row.values())


@per_lexicon
def load_person_names() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Given names, surnames, and those of either that are also ordinary words or places."""
    given, surnames, ambiguous = set(), set(), set()
    for name, kind, flag in _read("person_names"):
        if "g" in kind:
            given.add(name)
        if "s" in kind:
            surnames.add(name)
        if flag == "1":
            ambiguous.add(name)
    return frozenset(given), frozenset(surnames), frozenset(ambiguous)


MAX_NAME_PARTS = 3


def is_name_in_capitals(words: str) -> bool:
    """Whether words in capitals are a given name and a surname: "IDA LUND", but not "GRANT AMOUNT"."""
    given, surnames, ambiguous = load_person_names()
    parts = [word.capitalize() for word in words.split()]
    if not 1 < len(parts) <= MAX_NAME_PARTS or parts[0] not in given:
        return False
    return parts[0] not in ambiguous or parts[-1] in surnames


@per_lexicon
def load_all_cues() -> Mapping[str, frozenset[str]]:
    """The words in `en/name_cues.csv` by their role."""
    return {row["role"]: frozenset(row["words"].split("|")) for row in load_rows("en/name_cues.csv")}


def load_cues(role: str) -> frozenset[str]:
    """The words of one role in `en/name_cues.csv`; where a `NameContext` is at hand, it has them."""
    return load_all_cues()[role]


@per_lexicon
def load_titles() -> dict[str, bool]:
    """Titles before a person's name -> whether the word is ambiguous."""
    titles = {}
    for row in load_rows("shared/titles.csv"):
        for form in (row["name"], *row["aliases"].split("|")):
            if form:
                titles[form] = row["ambiguous"] == "1"
                if " " in form and form.islower():  # "Chief Technology Officer Ann Ray", capitals by the name
                    titles.setdefault(_with_capitals(form), False)
    return titles


@per_lexicon
def load_undotted_titles() -> frozenset[str]:
    """Every title, and without its full stop every one that has one."""
    return frozenset(load_titles()) | {title.removesuffix(".") for title in load_titles()}


_SMALL = WordSet("names/small_in_title")


def _with_capitals(title: str) -> str:
    return " ".join(word if word in _SMALL else word.capitalize() for word in title.split(" "))


@per_lexicon
def load_legal_forms() -> dict[str, bool]:
    """Legal forms of companies -> whether the form is ambiguous."""
    forms = {}
    for row in load_rows("shared/legal_forms.csv"):
        for form in (row["name"], *row["aliases"].split("|")):
            if form:
                forms[form] = row["ambiguous"] == "1"
    return forms


@per_lexicon
def load_demonyms() -> frozenset[str]:
    """Nationality words: the demonyms of the list of places."""
    return frozenset(word for row in _read("places") if row[6] for word in row[6].split("|"))


@per_lexicon
def _trades() -> frozenset[str]:
    forms = {form for row in load_rows("en/role_titles.csv") for form in row["forms"].split("|")}
    return frozenset(forms) | load_cues("trade_noun")


def names_a_trade(form: str) -> bool:
    """Whether a word says what somebody or some firm does, and so has its capital from the sentence where it
    stands before a name: "Immunologist Ann Lee", "Carmakers Honda and Kia".
    """
    lower = form.lower()
    return lower in _trades() or lower.endswith(("ologist", "ologists", "maker", "makers"))
