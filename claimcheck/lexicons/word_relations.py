"""How English words are related: forms, families, kinds, likeness and opposites, after WordNet 3.0.

`en/word_relations.tsv` is made by `lexicon_sources/word_relations.py`; `en/opposites.csv` adds pairs that
WordNet does not join. A word here is one uncapitalised word; phrases are not covered.
"""

from __future__ import annotations

from importlib.resources import files

from claimcheck.lexicons import load_rows, per_lexicon

MAX_NEAR_SENSES = 6
"""So many senses of a word count when another is asked for that could stand in its place."""

MAX_KIND_SENSES = 3
"""Rarer senses of a noun are of kinds that nobody means."""

MAX_SIBLING_SENSES = 2

# Suffixes that are taken off, and what is put in their place, per part of speech: WordNet's own rules
# (morphy(7WN)).
_ENDINGS = {
    "n": (
        *(("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh")),
        *(("men", "man"), ("ies", "y")),
    ),
    "v": (
        *(("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ied", "y")),
        *(("ing", "e"), ("ing", "")),
    ),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e"), ("ier", "y"), ("iest", "y")),
    "r": (("er", ""), ("est", "")),
}

_MEMORY = 50_000
"""Words whose relations are kept at a time; a text of a million words holds about as many."""


class WordRelations:
    """The lexicon, each sense a number."""

    def __init__(self) -> None:
        self.pos: list[str] = []
        self.category: list[int] = []
        self.words: list[tuple[str, ...]] = []
        self.above: list[tuple[int, ...]] = []
        self.similar: list[tuple[int, ...]] = []
        self.below: dict[int, list[int]] = {}
        self.senses: dict[str, dict[str, tuple[int, ...]]] = {}
        self.derived: dict[str, set[str]] = {}
        self.opposed: dict[str, set[str]] = {}
        self.irregular: dict[str, set[str]] = {}

    def add(self, sign: str, cells: list[str]) -> None:
        """Take a row of the file."""
        if sign == "=":
            number = int(cells[0])
            self.pos.append(cells[1])
            self.category.append(int(cells[2]))
            self.words.append(tuple(cells[3].split("|")) if cells[3] else ())
            self.above.append(tuple(map(int, cells[4].split())))
            self.similar.append(tuple(map(int, cells[5].split())))
            for above in self.above[-1]:
                self.below.setdefault(above, []).append(number)
        elif sign == ">":
            self.senses.setdefault(cells[0], {})[cells[1]] = tuple(map(int, cells[2].split()))
        elif sign == "~":
            self.irregular.setdefault(cells[0], set()).add(cells[1])
        else:
            pairs = self.opposed if sign == "!" else self.derived
            pairs.setdefault(cells[0], set()).add(cells[1])
            pairs.setdefault(cells[1], set()).add(cells[0])


@per_lexicon
def load_word_relations() -> WordRelations:
    """The whole lexicon; it takes about half a second and 60 MB."""
    relations = WordRelations()
    text = files("claimcheck.lexicons").joinpath("en/word_relations.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        sign, *cells = line.split("\t")
        if not sign.startswith("#"):
            relations.add(sign, cells)
    for row in load_rows("en/opposites.csv"):
        for one in row["words"].split("|"):
            for other in row["opposites"].split("|"):
                relations.add("!", [one, other])
    return relations


@per_lexicon(maxsize=_MEMORY)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """The base forms that a lower-case word can be a form of, with their parts of speech.

    >>> readings("rose")
    (('rose', 'a'), ('rose', 'n'), ('rise', 'n'), ('rise', 'v'))
    """
    relations = load_word_relations()
    found: dict[tuple[str, str], None] = {}
    senses = relations.senses
    for pos in senses.get(word, ()):
        found[word, pos] = None
    for base in sorted(relations.irregular.get(word, ())):
        for pos in senses.get(base, ()):
            if pos in "vna":
                found[base, pos] = None
    for pos, endings in _ENDINGS.items():
        for ending, instead in endings:
            if not word.endswith(ending) or len(word) <= len(ending) + 1:
                continue
            base = word[: -len(ending)] + instead
            for candidate in (base, base[:-1]) if base[-1:] == base[-2:-1] else (base,):
                if pos in senses.get(candidate, ()):
                    found[candidate, pos] = None
    return tuple(found)


@per_lexicon(maxsize=_MEMORY)
def base_forms(word: str) -> frozenset[str]:
    """The word and what it can be a form of.

    >>> sorted(base_forms("running"))
    ['run', 'running']
    """
    return frozenset({word, *(base for base, _ in readings(word))})


@per_lexicon(maxsize=_MEMORY)
def family(word: str) -> frozenset[str]:
    """The base forms of a word and the words that are derived from them, or they from these.

    >>> "explosion" in family("exploded")
    True
    """
    derived = load_word_relations().derived
    found = set(base_forms(word))
    for base in tuple(found):
        found |= derived.get(base, set())
    return frozenset(found)


@per_lexicon(maxsize=_MEMORY)
def stand_ins(word: str) -> frozenset[str]:
    """Words that could stand in the place of this one: alike in sense, more general, or more special."""
    relations = load_word_relations()
    found: set[str] = set()
    for member in family(word):
        for ids in relations.senses.get(member, {}).values():
            for sense in ids[:MAX_NEAR_SENSES]:
                found.update(relations.words[sense])
                for other in (
                    *relations.above[sense],
                    *relations.similar[sense],
                    *relations.below.get(sense, ()),
                ):
                    found.update(relations.words[other])
    return frozenset(found)


@per_lexicon(maxsize=_MEMORY)
def synonyms(word: str) -> frozenset[str]:
    """Words with a sense in common with a base form of this one."""
    relations = load_word_relations()
    found: set[str] = set()
    for base, pos in readings(word):
        for sense in relations.senses[base][pos][:MAX_NEAR_SENSES]:
            found.update(relations.words[sense])
    return frozenset(found)


@per_lexicon(maxsize=_MEMORY)
def siblings(word: str) -> frozenset[str]:
    """Nouns of the same kind that are something else, in the first senses of this one: wheat for barley.

    >>> "wheat" in siblings("barley"), "grain" in siblings("barley")
    (True, False)
    """
    relations = load_word_relations()
    found: set[str] = set()
    for base, pos in readings(word):
        if pos != "n":
            continue
        for sense in relations.senses[base][pos][:MAX_SIBLING_SENSES]:
            for above in relations.above[sense]:
                for other in relations.below.get(above, ()):
                    found.update(relations.words[other])
    return frozenset(found - synonyms(word) - family(word) - stand_ins(word))


@per_lexicon(maxsize=_MEMORY)
def kinds_above(word: str) -> frozenset[str]:
    """Everything that this is a kind of, as a noun in its first senses: words all the way up."""
    relations = load_word_relations()
    found: set[str] = set()
    for base, pos in readings(word):
        if pos != "n":
            continue
        level = list(relations.senses[base][pos][:MAX_KIND_SENSES])
        while level:
            sense = level.pop()
            for above in relations.above[sense]:
                found.update(relations.words[above])
                level.append(above)
    return frozenset(found)


@per_lexicon(maxsize=_MEMORY)
def opposites(word: str, pos: str = "") -> frozenset[str]:
    """Base forms of words that mean the contrary, directly or by way of one that is alike in the first sense.

    Args:
        word: in lower case.
        pos: WordNet's letter of its part of speech, so that "present" is not taken for "absent" where it is
            a verb; nothing for any.

    >>> "decrease" in opposites("increased")
    True
    """
    relations = load_word_relations()
    own, parts = base_forms(word), readings(word)
    found: set[str] = set() if parts else set(relations.opposed.get(word, ()))
    for base, part in parts:
        if pos and part != pos:
            continue
        direct = relations.opposed.get(base, set())
        found |= {other for other in direct if not pos or pos in relations.senses.get(other, {pos: ()})}
        sense = relations.senses[base][part][0]
        alike = set(relations.words[sense]) if part in "ar" else set()
        if part == "a":
            alike |= {word for other in relations.similar[sense] for word in relations.words[other]}
        for other in alike:
            if part in relations.senses[other] and relations.senses[other][part][0] in (
                sense,
                *relations.similar[sense],
            ):
                found |= {
                    contrary
                    for contrary in relations.opposed.get(other, ())
                    if part in relations.senses.get(contrary, ())
                }
    return frozenset(found - own)


@per_lexicon(maxsize=_MEMORY)
def first_category(word: str) -> int | None:
    """WordNet's lexicographer file of the first noun sense: 6 artifact, 13 food, 15 location ...; or None."""
    relations = load_word_relations()
    for base, pos in readings(word):
        if pos == "n":
            return relations.category[relations.senses[base][pos][0]]
    return None
