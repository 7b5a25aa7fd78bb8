"""Cues of uncertainty, negation and prediction in a text: found by word lists, without a parse.

What counts as a cue is a row of `hedges.csv`, `weasel_words.csv`, `negations.csv`, `predictions.csv` or
`intentions.csv` in `lexicons/en/`; an intention ("wants to", "agreed to") is a cue of doubt and of the
future. How far a cue reaches is another question, and needs grammar: `claimcheck.claims.scope`
answers it for claims.

People mean different things by "uncertain" and "negated", so each cue carries a reading:

* uncertainty, `narrow`: speculation proper, as scientists mark it ("may", "suggest", "putative"). BioScope
  (Vincze et al., 2008) is annotated so.
* uncertainty, `broad`: any cue that takes a statement out of plain assertion: modal verbs of ability and
  advice, conditions, alternatives, opinions ("can", "should", "if", "or", "I think"). The SFU Review Corpus
  (Konstantinova et al., 2012) is annotated so.
* vagueness and uncertainty, `vague`: somebody unnamed says so, or there are more or fewer than is said ("some
  people", "it is widely believed"). WikiWeasel (Farkas et al., 2010) is annotated so.
* negation, `clausal`: negating adverbs, determiners and conjunctions ("not", "never", "without", "nor").
* negation, `modal`: negated modal verbs that BioScope counts as negation and SFU as speculation ("couldn't").
* negation, `formal`: negating words that deny nothing or only a part ("not only", "no doubt", "isn't it?").
* negation, `pronominal`: "nothing", "nobody", "nowhere".
* negation, `lexical`: words whose meaning holds a negation ("lack", "fail", "absence", "rather than").
* negation, `affixal`: words negated by an affix ("unknown", "useless"), as in Conan Doyle's stories annotated
  by Morante and Daelemans (2012).
* prediction, `future`: the future ("will", "is expected to", "by the end of next year").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from claimcheck.errors import LexiconError
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_memory import WordMemory
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

CueKind = Literal["uncertainty", "vagueness", "negation", "prediction"]
Reading = Literal[
    "narrow", "broad", "vague", "clausal", "modal", "pronominal", "lexical", "affixal", "formal", "future"
]

READINGS: Mapping[CueKind, frozenset[str]] = {
    "uncertainty": frozenset({"narrow", "broad", "vague"}),
    "vagueness": frozenset({"vague"}),
    "negation": frozenset({"clausal", "modal", "pronominal", "lexical", "affixal", "formal"}),
    "prediction": frozenset({"future"}),
}

_LEXICONS: tuple[tuple[str, CueKind], ...] = (
    ("en/hedges.csv", "uncertainty"),
    ("en/weasel_words.csv", "vagueness"),
    ("en/negations.csv", "negation"),
    ("en/predictions.csv", "prediction"),
    ("en/intentions.csv", "uncertainty"),
    ("en/intentions.csv", "prediction"),
)
_INTENTIONS = "en/intentions.csv"

_EFFECTS = {
    "uncertainty": frozenset({"", "possible", "probable"}),
    "vagueness": frozenset({""}),
    "negation": frozenset({"", "negative"}),
    "prediction": frozenset({"", "future"}),
}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that hedge, deny or predict. Offsets count from the start of the text that was searched.

    Attributes:
        start, end: the words, half-open.
        text: the words as written.
        kind: what they are a cue of.
        readings: under which readings of that notion they count; see the module.
        effect: what they do to a claim in their scope: `possible` or `probable`, `negative`, `future`; empty
            where they count as a cue in some reading only, but leave the claim as it is.
        scope: what they reach: the clause they stand in (`governor`), only the clause or phrase that depends
            on them (`complement`), that but for who is asked (`request`), only the noun phrase they determine
            (`phrase`), or nothing (`none`); more of them in `claimcheck.claims.scope`.
    """

    start: int
    end: int
    text: str
    kind: CueKind
    readings: frozenset[str]
    effect: str
    scope: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of a lexicon: words, each one of several forms, and conditions on the words beside them."""

    words: tuple[frozenset[str], ...]
    kind: CueKind
    readings: frozenset[str]
    effect: str
    scope: str
    left: _Condition
    right: _Condition


@dataclass(frozen=True, slots=True)
class _Condition:
    """What a neighbouring word must be (`wanted`), or must not be (`unwanted`). Empty sets ask nothing."""

    wanted: frozenset[str]
    unwanted: frozenset[str]

    @property
    def asks(self) -> bool:
        return bool(self.wanted or self.unwanted)

    def holds(self, word: str) -> bool:
        word = _NUMBER if word.isdecimal() else word
        return word not in self.unwanted and (not self.wanted or word in self.wanted)


def find_cues(
    text: str,
    kinds: Collection[CueKind] = ("uncertainty", "negation", "prediction"),
    *,
    start: int = 0,
    end: int | None = None,
) -> list[Cue]:
    """The cues of a sentence, or of a longer text, in reading order. The longest cue at a place wins.

    No parse is needed. Works on any text; time is linear in its length. With `start` and `end` only that part
    of the text is read, as if it stood alone; offsets still count from the start of `text`.

    >>> [(cue.text, cue.kind, cue.effect) for cue in find_cues("It may not have been written in Python.")]
    [('may', 'uncertainty', 'possible'), ('not', 'negation', 'negative')]
    """
    stop = len(text) if end is None else end
    starters = _starters(tuple(kinds))
    words = list(_WORD.finditer(text, start, stop))
    starts = [(place, entries) for place, word in enumerate(words) if (entries := starters[word[0]])]
    if not starts:
        return []
    sentence = _Words(text, start, stop, words)
    found: dict[tuple[int, int, CueKind], Cue] = {}
    read_to = dict.fromkeys(kinds, 0)
    for place, entries in starts:
        second = _normal(words[place + 1][0]) if place + 1 < len(words) else _EDGE
        for entry in entries:
            if len(entry.words) > 1 and second not in entry.words[1]:
                continue  # most of them, which need not be looked at closely
            kind = entry.kind
            if place < read_to[kind] or not _stands_at(entry, sentence, place):
                continue
            read_to[kind] = place + len(entry.words)
            first, last = words[place].start(), words[read_to[kind] - 1].end()
            found[first, last, kind] = Cue(
                first, last, text[first:last], kind, entry.readings, entry.effect, entry.scope
            )
    return sorted(found.values(), key=lambda cue: (cue.start, cue.end, cue.kind))


def is_uncertain(text: str, reading: Reading = "narrow") -> bool:
    """Whether a sentence holds a cue of uncertainty in the given reading.

    >>> is_uncertain("These tiles can be cut with a knife."), is_uncertain("You can cut them.", "broad")
    (False, True)
    """
    return any(reading in cue.readings for cue in find_cues(text, ("uncertainty", "vagueness")))


def is_negated(text: str, readings: Collection[Reading] = ("clausal", "modal", "pronominal")) -> bool:
    """Whether a sentence holds a cue of negation in one of the given readings.

    >>> is_negated("The key was useless."), is_negated("The key was useless.", ("clausal", "affixal"))
    (False, True)
    """
    wanted = frozenset[str](readings)
    kinds: tuple[CueKind, ...] = ("negation",)
    return any(wanted & cue.readings for cue in find_cues(text, kinds))


# A word with its inner apostrophes; U+0092 is the apostrophe of texts decoded with the wrong code page.
_WORD = re.compile(r"[^\W_]+(?:['’‘`´\x92][^\W_]+)*")
_APOSTROPHES = str.maketrans("’‘`´\x92", "'''''")
_NUMBER = "#"  # the neighbour of digits
_EDGE = ""  # the neighbour of the first and the last word
_MARKS = frozenset(",;:.?!()[]")


def _normal(word: str) -> str:
    lower = word.lower()
    return lower if lower.isalpha() else lower.translate(_APOSTROPHES)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a sentence and what stands beside each: a mark, else the next word, else nothing."""

    text: str
    start: int
    stop: int
    words: list[re.Match[str]]

    def before(self, place: int) -> str:
        gap_start = self.words[place - 1].end() if place else self.start
        mark = _last_mark(self.text[gap_start : self.words[place].start()])
        return mark or (_normal(self.words[place - 1][0]) if place else _EDGE)

    def after(self, place: int) -> str:
        following = self.words[place + 1] if place + 1 < len(self.words) else None
        gap_end = self.stop if following is None else following.start()
        mark = _last_mark(self.text[self.words[place].end() : gap_end][::-1])
        return mark or (_EDGE if following is None else _normal(following[0]))


def _stands_at(entry: _Entry, sentence: _Words, place: int) -> bool:
    """Whether the words of an entry after the first stand there, and beside them what the entry asks."""
    length = len(entry.words)
    if length > 1:
        following = sentence.words[place + 1 : place + length]
        if len(following) < length - 1:
            return False
        for word, forms in zip(following, entry.words[1:], strict=True):
            if _normal(word[0]) not in forms:
                return False
    return (not entry.left.asks or entry.left.holds(sentence.before(place))) and (
        not entry.right.asks or entry.right.holds(sentence.after(place + length - 1))
    )


def _last_mark(gap: str) -> str:
    """The last punctuation mark of the characters between two words; empty if there is none."""
    return next((character for character in reversed(gap) if character in _MARKS), "")


_LONGEST_AFFIX = 10


def _keys(word: str, form: str) -> Iterator[str]:
    """The index keys of a word: those of the whole word, then what it ends with (`*less`), then what it
    begins with (`un*`).
    """
    yield from _whole_keys(word, form)
    for size in range(min(_LONGEST_AFFIX, len(form)), 1, -1):
        yield "*" + form[-size:]
    for size in range(min(_LONGEST_AFFIX, len(form)), 1, -1):
        yield form[:size] + "*"


def _whole_keys(word: str, form: str) -> Iterator[str]:
    """The word as written where that has capitals, then its lower-cased form."""
    if word != form:
        yield word
    yield form


@per_lexicon
def _starters(kinds: tuple[CueKind, ...]) -> WordMemory[tuple[_Entry, ...]]:
    """The entries that a word can start, by the word as written: of each kind in the order in which they are
    tried. Most words start none, and are looked up under all their keys once only.
    """
    by_key: dict[str, tuple[_Entry, ...]] = {}
    for kind in kinds:
        for key, entries in _entries(kind).items():
            by_key[key] = by_key.get(key, ()) + entries

    endings = tuple(key.removeprefix("*") for key in by_key if key.startswith("*"))
    beginnings = tuple(key.removesuffix("*") for key in by_key if key.endswith("*"))

    def read(word: str) -> tuple[_Entry, ...]:
        form = _normal(word)
        has_affix = form.endswith(endings) or form.startswith(beginnings)
        keys = (_keys if has_affix else _whole_keys)(word, form)
        return tuple(entry for key in keys for entry in by_key.get(key, ()))

    return WordMemory(read)


@per_lexicon
def _entries(kind: CueKind) -> Mapping[str, tuple[_Entry, ...]]:
    """The entries of a kind by each form of their first word, the longest first, conditions before none."""
    index: dict[str, list[_Entry]] = {}
    for name, lexicon_kind in _LEXICONS:
        if lexicon_kind != kind:
            continue
        for row in load_rows(name):
            if name == _INTENTIONS and kind == "prediction" and not row["prediction"]:
                continue
            entry = _parse_row(name, kind, _intention(row, kind) if name == _INTENTIONS else row)
            forms = tuple(_with_day(entry)) if name == _INTENTIONS else (entry,)
            for first in entry.words[0]:
                index.setdefault(first, []).extend(forms)
    for entries in index.values():
        entries.sort(key=lambda entry: (-len(entry.words), -_strictness(entry)))
    return {first: tuple(entries) for first, entries in index.items()}


_WEEKDAYS = WordSet("common/weekday")
_ON = WordSet("common/weekday_preposition")


def _with_day(entry: _Entry) -> Iterator[_Entry]:
    """An entry, and where it ends in "to" also with a day before that: "agreed on Friday to"."""
    yield entry
    *before, last = entry.words
    if before and "to" in last:
        for days in ((_WEEKDAYS,), (_ON, _WEEKDAYS)):
            yield replace(entry, words=(*before, *(day.words() for day in days), last))


def _intention(row: Mapping[str, str], kind: CueKind) -> Mapping[str, str]:
    """A row of the intentions in the form of the other lexicons, as a cue of doubt or of the future.

    As a cue of doubt it counts under no reading of uncertainty: people who mark hedges leave plans alone.
    """
    scope = "request" if row["request"] else "complement"
    if kind == "prediction":
        return {**row, "readings": "future", "effect": "future", "scope": scope}
    return {**row, "readings": "", "effect": row["certainty"], "scope": scope}


def _strictness(entry: _Entry) -> int:
    return sum(bool(part) for side in (entry.left, entry.right) for part in (side.wanted, side.unwanted))


def _parse_row(name: str, kind: CueKind, row: Mapping[str, str]) -> _Entry:
    readings = frozenset(row["readings"].split())
    if not readings <= READINGS[kind] or row["effect"] not in _EFFECTS[kind]:
        message = f"{name}, cue {row['cue']!r}: no reading {row['readings']!r} or no effect {row['effect']!r}"
        raise LexiconError(message)
    return _Entry(
        words=tuple(frozenset(word.split("/")) for word in row["cue"].split()),
        kind=kind,
        readings=readings,
        effect=row["effect"],
        scope=row["scope"],
        left=_parse_condition(row["left"]),
        right=_parse_condition(row["right"]),
    )


def _parse_condition(cell: str) -> _Condition:
    """`a b` wants one of two neighbours, `!a !b` wants neither; `^` stands for the edge of the text, `#` for
    a number in digits.
    """
    wanted: set[str] = set()
    unwanted: set[str] = set()
    for item in cell.split():
        side = unwanted if item.startswith("!") else wanted
        word = item.removeprefix("!")
        side.add(_EDGE if word == "^" else word)
    return _Condition(frozenset(wanted), frozenset(unwanted))
