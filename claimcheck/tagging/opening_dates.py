"""Trees mended where a date opens a clause and no comma parts it from the subject: "In 2019 sales rose".

A parser trained on text that has the comma takes such a year for a part of the noun behind it, and the noun
for the adjunct: "In 2019 sales" rose, and nothing is said to have. A finite verb has a subject, so where a
verb has none and the noun before it is led by a preposition and a date, the date alone is the adjunct.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from claimcheck.lexicons.quantities import load_month_names
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.verb_tags import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WEEKDAYS = WordSet("common/weekday")
_PARTS = WordSet("tagging/part_of_time")
_POINTING = WordSet("tagging/pointing_at_time")
_STRETCHES = WordSet("tagging/stretch_of_time")
_TERMS = WordSet("tagging/terms_of_a_year")
_LEADING = frozenset({"case", "mark"})
_ADJUNCTS = frozenset({"obl", "obl:unmarked", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_CLOSING = frozenset({",", ";", ":", "(", ")", "—", "–"})
_DAYS = 31
_YEARS = range(1000, 2101)
_LONGEST_DATE = 4  # tokens: "early 3 May 2019"


def mend_opening_dates(doc: Doc) -> None:
    """Let dates that open a clause hang on its verb, and the noun behind them be its subject, in place.

    Only where the verb is finite and has no other subject. Where nothing is to mend it costs two columns of
    the document.
    """
    if len(doc) < _LONGEST_DATE or not doc.has_annotation("DEP"):
        return
    tree = _Tree(doc)
    found = [tree.mend_led(int(place)) for place in tree.led()]
    found += [tree.mend_pointed(int(place)) for place in tree.pointed()]
    if any(found):
        tree.write()


class _Tree:
    """Heads and relations of a document, as lists that are written back at once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        array: Any = doc.to_array(["HEAD", "DEP"])
        self._places = np.arange(len(doc), dtype=np.int64)
        self._heads = self._places + array[:, 0].astype(np.int64)
        self._deps = array[:, 1]
        self.heads: list[int] = self._heads.tolist()

    def led(self) -> list[int]:
        """Where a preposition hangs on a word that does not follow it: "In" of "In 2019 sales"."""
        strings = self.doc.vocab.strings
        is_leading = np.isin(self._deps[:-1], [strings[name] for name in _LEADING])
        is_far = self._heads[:-1] > self._places[:-1] + 1
        return list(np.flatnonzero(is_leading & is_far))

    def pointed(self) -> list[int]:
        """Where a stretch of time is a part of the noun behind it: "Last year sales rose"."""
        is_compound = self._deps[1:] == self.doc.vocab.strings["compound"]
        is_described = self._heads[:-1] == self._places[1:]
        return list(np.flatnonzero(is_compound & is_described))

    def mend_led(self, lead: int) -> bool:
        """Mend a clause that a preposition at `lead` opens; whether there was something to mend."""
        end = self._end_of_date(lead + 1)
        if end is None or not self._opens_clause(lead) or self._goes_on(end):
            return False
        noun = self.heads[lead]
        if "mark" in (self.doc[noun].dep_, self.doc[lead].dep_):
            noun = self.heads[lead + 1]  # "Since 2019 prices have risen": the date alone hangs on the noun
        return self._part(lead, end, noun)

    def mend_pointed(self, lead: int) -> bool:
        """Mend a clause that "last year" and the like open; whether there was something to mend."""
        words = self.doc[lead].lower_, self.doc[lead + 1].lower_
        if words[0] not in _POINTING or words[1] not in _STRETCHES or not self._opens_clause(lead):
            return False
        return self._part(lead + 1, lead + 2, self.heads[lead + 1], first=lead)

    def write(self) -> None:
        """Write heads and relations back."""
        array: Any = self.doc.to_array(["HEAD", "DEP"]).astype("uint64")
        for place, head in enumerate(self.heads):
            array[place, 0] = (head - place) % 2**64
            array[place, 1] = self._deps[place]
        self.doc.from_array(["HEAD", "DEP"], array)

    def _end_of_date(self, start: int) -> int | None:
        """Behind the last token of the date that begins at `start`, if it names a year, a month or a day."""
        place, names_time = start, False
        while place < min(len(self.doc), start + _LONGEST_DATE):
            word = self.doc[place].lower_
            is_year = word.isdecimal() and len(word) == len("2019") and int(word) in _YEARS
            is_name = (word in load_month_names() or word in _WEEKDAYS) and self.doc[place].is_title
            is_day = word.isdecimal() and int(word) <= _DAYS and self._is_beside_month(place)
            if not (is_year or is_name or is_day or (word in _PARTS and not names_time)):
                break
            names_time |= is_year or is_name
            place += 1
        return place if names_time and place < len(self.doc) else None

    def _goes_on(self, end: int) -> bool:
        """Whether a date is a part of what follows: of a name of several words, "On Monday Night Football",
        or of what prices are told in, "In 2010 terms".
        """
        if self.doc[end].lower_ in _TERMS:
            return True
        is_year = self.doc[end - 1].is_digit
        return not is_year and all(self.doc[i].is_title for i in range(end, min(end + 2, len(self.doc))))

    def _is_beside_month(self, place: int) -> bool:
        beside = [i for i in (place - 1, place + 1) if 0 <= i < len(self.doc)]
        return any(self.doc[i].lower_ in load_month_names() for i in beside)

    def _opens_clause(self, lead: int) -> bool:
        """Whether a sentence or a clause begins here: "..., and in 2022 sales fell"."""
        token = self.doc[lead]
        if token.is_sent_start or lead == 0:
            return True
        before = self.doc[lead - 1]
        return before.text in _CLOSING or before.tag_ == "CC" or before.is_quote

    def _part(self, lead: int, end: int, noun: int, *, first: int | None = None) -> bool:
        """Part the date up to `end` from the noun behind it, if the verb of the clause lacks a subject."""
        doc = self.doc
        if noun < end or doc[noun].tag_ not in _NOUNS:
            return False
        verb = self._verb_of(noun)
        if verb is None or any(word.text in _CLOSING for word in doc[end:verb]):
            return False
        date = end - 1 if first is not None else self._head_of_date(lead + 1, end)
        if any(self.heads[i] not in (noun, *range(lead, end)) for i in range(lead + 1, end)):
            return False
        is_root = self.heads[noun] == noun
        if is_root:
            self._hang(verb, verb, "ROOT")
            for child in [i for i, head in enumerate(self.heads) if head == noun and i > verb]:
                self.heads[child] = verb
        if doc[noun].dep_ not in _SUBJECTS:
            is_passive = any(child.dep_ == "aux:pass" for child in doc[verb].children)
            self._hang(noun, verb, "nsubj:pass" if is_passive else "nsubj")
        self._hang(date, verb, "obl" if first is None else "obl:unmarked")
        for place in range(lead if first is None else first, end):
            if place != date:
                self.heads[place] = date
        if first is None:
            self._hang(lead, date, "case")
        return True

    def _verb_of(self, noun: int) -> int | None:
        """The finite verb right behind the phrase of a noun that has no subject, or has the noun as one."""
        token = self.doc[noun]
        if token.dep_ == "ROOT":
            verbs = [child for child in token.rights if child.dep_ == "acl" and child.tag_ in FINITE]
            verb = verbs[0] if len(verbs) == 1 else None
        else:
            verb = token.head
        if verb is None or verb.i <= noun or token.dep_ not in _ADJUNCTS | _SUBJECTS | {"ROOT"}:
            return None
        is_finite = verb.tag_ in FINITE or any(
            child.tag_ in FINITE for child in verb.lefts if child.dep_ in ("aux", "aux:pass", "cop")
        )
        subjects = [child.i for child in verb.children if child.dep_ in _SUBJECTS]
        return verb.i if is_finite and subjects in ([], [noun]) else None

    def _head_of_date(self, start: int, end: int) -> int:
        """The month or the weekday of a date, else its last token."""
        return next((i for i in range(start, end) if self.doc[i].is_alpha and self.doc[i].is_title), end - 1)

    def _hang(self, place: int, head: int, relation: str) -> None:
        self.heads[place] = head
        self._deps[place] = self.doc.vocab.strings.add(relation)
