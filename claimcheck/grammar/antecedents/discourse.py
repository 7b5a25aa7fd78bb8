"""What a passage speaks of so far, and how much each thing weighs: pronouns and descriptions choose from it.

A mention weighs by its grammatical role, every sentence in between halves the weight, and mentions of one
thing add up. What a passage goes on about is its center.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.grammar.antecedents.referents import (
    DESCRIBED_PERSON,
    OTHER_ROLE_WEIGHT,
    SUBJECT_WEIGHT,
    Mention,
    bearer_of_role,
    find_mentions,
)
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.descriptions.callings import (
    Calling,
    find_callings,
    find_quoted_titles,
    is_sure_to_be,
    label_of_calling,
)
from claimcheck.grammar.descriptions.reading import in_every_sentence
from claimcheck.grammar.named_phrases import full_text
from claimcheck.grammar.noun_labels import is_person_noun, label_of_noun
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS
from claimcheck.grammar.titles import words_in_titles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.mentions import NormalisedDocument
    from claimcheck.reports.finding import Report

_NAME_WEIGHT = 50  # names are what claims are about; Lappin and Leass know no names
_TOPIC_WEIGHT = 10  # for each other mention of a name, up to four
_SAME_SENTENCE_WEIGHT = 20
CENTER_WEIGHT = 40  # what the text was about before
_TIE = 0.88
"""A runner-up this close to the best candidate makes the answer unsure. On the articles of the gold folder
the right and the wrong answers part between 0.8 and 0.95.
"""

_UNREAD: Literal["unread"] = "unread"
_OPENING_SENTENCES = 4  # where a text names what it is about
_LEAST_MENTIONS = 3

MAX_PRONOUN_SENTENCES = 3
"""A pronoun is not looked up further back, but for what the text is about; Hobbs (1978) found 98 % of
antecedents in the same sentence or the one before.
"""

_WHERE = frozenset({"obl", "nmod", "nmod:unmarked", "obl:unmarked"})

Reason = Literal[
    "as_written",
    "full_name",
    "only_candidate",
    "center",
    "salience",
    "announced",
    "description",
    "longer_description",
    "defined_term",
    "amount",
    "speaker",
    "author",
]
"""Why a phrase stands for a name.

* `as_written`: it can be read alone; `full_name`: a short form of a name that the text gives in full.
* `only_candidate`: nothing else before it agrees; `center`: what the sentences before are about;
  `salience`: the most prominent of several; `announced`: the name follows in the main clause.
* `description`: the only or most prominent name of its kind; `longer_description`: what the text calls more
  fully; `defined_term`: the text says what it calls so ("Acme Inc. (the \u201cCompany\u201d)").
* `amount`: what the amount of the sentence before is said of ("Sales were $3 million. This was 4% more").
* `speaker`: "I" in a quotation; `author`: "we" outside of quotations, where the text tells whose it is.
"""


class Antecedent(NamedTuple):
    """The name that a phrase stands for, and why."""

    name: str
    reason: Reason


NAMED_THINGS = frozenset({"organization", "place", "product", "language"})
NAMED = NAMED_THINGS | {"person"}
"""Labels of names."""


class Discourse:
    """The things a passage speaks of, with their places and weights, and what each sentence is about.

    Names are known at once; everything else is read when the first phrase that is no name asks for it.
    """

    def __init__(self, document: NormalisedDocument) -> None:
        self.document = document
        self.columns = columns_of(document)
        self.sentence_starts = [sentence.start for sentence in document.sentences]
        self._direct = [report for report in document.reports if report.direct]
        self._direct_starts = [report.start for report in self._direct]
        self._sources = {report.source for report in document.reports if report.source is not None}
        self.speaking = {start for start, _ in self._sources}
        self._speaking_behind = {
            report.source[0]
            for report in document.reports
            if report.source is not None and report.start < report.source[0]
        }
        self._sources_in_front = {
            report.start: report.source[0]
            for report in document.reports
            if report.source is not None and report.cue[0] < report.source[0] < report.start
        }
        self._reports_by_source = {
            report.source[0]: report for report in document.reports if report.source is not None
        }
        self._sources_in_order = sorted(self._sources)
        self._starts_of_speakers = {end: start for start, end in self._sources}
        self.names = {(name.start, name.end): full_text(name) for name in document.names()}
        self.name_ends = {name.end: name for name in document.names()}
        self._counts: dict[str, int] = {}
        self.mentions: list[Mention] = []
        self.starts: list[int] = []
        self.name_list: list[Mention] = []
        self.name_starts: list[int] = []
        self.learned: dict[str, str] = {}  # the gender of the pronouns that stood for a name before
        self._called: dict[str, list[Calling]] | None = None
        self._protagonist: Mention | Literal["unread"] | None = _UNREAD
        # the subject that each sentence is about, by its name; empty for somebody without one
        self._centers: dict[int, str] = {}
        self._subjects: dict[str, int] = {}  # how often a thing was the subject so far
        # by sentence, the names that pronouns mean, with their labels
        self._taken_up: dict[int, set[tuple[str, str | None]]] = defaultdict(set)

    def read(self) -> None:
        """Read the mentions."""
        for mention in sorted(find_mentions(self.document), key=lambda mention: (mention.start, mention.end)):
            if mention.is_named:
                self._counts[mention.key] = self._counts.get(mention.key, 0) + 1
            self.mentions.append(self.placed(mention))
        self.starts = [mention.start for mention in self.mentions]
        self.add_names(
            [mention for mention in self.mentions if mention.label in NAMED and not mention.is_joint]
        )

    def add_names(self, mentions: list[Mention]) -> None:
        """Take in mentions of names: those that pronouns stand for, too."""
        self.name_list = sorted(
            [*self.name_list, *mentions], key=lambda mention: (mention.start, mention.end)
        )
        self.name_starts = [mention.start for mention in self.name_list]

    def placed(self, mention: Mention) -> Mention:
        """The mention with what the reports around it say of its place."""
        quoted = self.quotation_around(mention.start, mention.end) is not None
        speaks = mention.start in self.speaking or self._speaks_with_title(mention)
        return mention._replace(in_quotes=quoted, speaks=speaks) if quoted or speaks else mention

    def heard_within(self, mention: Mention, quotation: Report) -> Mention:
        """A mention as a pronoun of the same quotation takes it: a clause that hangs on nothing but the words
        which tell who says it is a main one there.
        """
        columns, head = self.columns, mention.head
        if head < 0 or columns.deps[head] not in NOUN_SUBJECTS or not mention.in_quotes:
            return mention
        verb = columns.heads[head]
        is_told = columns.deps[verb] == "ccomp" and quotation.holds(mention.start, mention.end)
        above = columns.starts[columns.heads[verb]]
        return (
            mention._replace(weight=SUBJECT_WEIGHT)
            if is_told and not quotation.holds(above, above)
            else mention
        )

    def _speaks_with_title(self, mention: Mention) -> bool:
        """Whether a person is the source of a report that gives a title first: "Councillor Ann Roe said"."""
        first = self._starts_of_speakers.get(mention.end) if mention.label == "person" else None
        if first is None or first >= mention.start:
            return False
        before = self.document.text[first : mention.start].lower()
        if set(before.split()) <= words_in_titles():
            return True
        last = before.split()[-1]
        is_told = last.endswith(",") or last in words_in_titles() or is_person_noun(last)
        return is_told and " and " not in before  # "The head of the union, Ann Roe, said"

    def note_centers(self, passed: int, start: int) -> int:
        """Take note of the subjects up to a place."""
        while passed < len(self.mentions) and self.mentions[passed].start < start:
            self.note_center(self.mentions[passed])
            passed += 1
        return passed

    def note_center(self, mention: Mention) -> None:
        """A name that is the subject of a main clause is what its sentence is about; one that is also defined
        there ("Orbit is a browser"), or stands alone on its line, is what the next sentences are about.
        """
        if mention.label == DESCRIBED_PERSON and not mention.in_quotes:
            self._centers.setdefault(mention.sentence, "")
        if mention.in_quotes or not mention.is_named or mention.is_joint:
            return
        is_heading = self.is_heading(mention)
        if not is_heading and (mention.weight != SUBJECT_WEIGHT or self.is_joined(mention)):
            return
        is_defined = not mention.is_linked and (is_heading or self._is_defined(mention))
        self._subjects[mention.key] = self._subjects.get(mention.key, 0) + 1 + is_defined
        if not self._centers.get(mention.sentence):
            self._centers[mention.sentence] = mention.key

    def is_heading(self, mention: Mention) -> bool:
        """Whether a mention stands alone on its line: "Background"."""
        sentence = self.document.sentences[mention.sentence]
        return sentence.start == mention.start and sentence.end <= mention.end + 1

    def is_joined(self, mention: Mention) -> bool:
        """Whether a mention is one of several that "and" joins."""
        head = mention.head
        deps = self.columns.deps
        return head >= 0 and (
            deps[head] == "conj" or any(deps[c] == "conj" for c in self.columns.rights(head))
        )

    def _is_defined(self, mention: Mention) -> bool:
        if mention.head < 0:
            return False
        head = self.columns.heads[mention.head]
        return self.columns.has_child(head, "cop") and self.columns.pos[head] in ("NOUN", "PROPN")

    def mentions_of(self, sentence: int) -> list[Mention]:
        """The mentions of a sentence, but for the pronouns."""
        first = self.sentence_starts[sentence]
        low = bisect_left(self.starts, first)
        after = self.sentence_starts[sentence + 1 : sentence + 2]
        return self.mentions[low : bisect_left(self.starts, after[0]) if after else None]

    def mentions_between(self, first: int, last: int) -> list[Mention]:
        """The mentions, but for the pronouns, that begin from one place on and before another."""
        return self.mentions[bisect_left(self.starts, first) : bisect_left(self.starts, last)]

    def center_of(self, sentence: int) -> str | None:
        """The name that is the subject of a sentence read so far; empty for somebody unnamed."""
        return self._centers.get(sentence)

    def center_before(self, sentence: int) -> str | None:
        """What the text is about before a sentence: the thing that was its subject in the last sentence that
        had one and elsewhere, or the one that opened the text.
        """
        for index in range(sentence - 1, max(-1, sentence - 1 - MAX_PRONOUN_SENTENCES), -1):
            key = self._centers.get(index)
            if key is not None:
                return key if self._subjects.get(key, 0) > 1 else None
        return None

    def note_taken_up(self, mention: Mention) -> None:
        """Take note of a name that a pronoun stands for."""
        self._taken_up[mention.sentence].add((mention.key, mention.label))

    def taken_up_in(self, sentence: int, label: str) -> str | None:
        """The one name of a kind that pronouns of a sentence stand for: it is what the text goes on about
        (Grosz, Joshi and Weinstein, 1995, rule 1), Lumen in "Lumen grew. Bramble decided to close it".
        """
        keys = [key for key, kind in self._taken_up.get(sentence, ()) if kind == label]
        return keys[0] if len(keys) == 1 else None

    def name_before(self, text: str, start: int) -> Mention | None:
        """The last mention of a name, as it stands in claims, before a place."""
        for mention in reversed(self.name_list[: bisect_left(self.name_starts, start)]):
            if mention.text == text:
                return mention
        return None

    def topic(self) -> str:
        """What the text says it is about: the name that its first sentence defines ("Toronto is a city");
        empty where that defines none.
        """
        for mention in self.mentions:
            if mention.sentence > 0:
                break
            if mention.is_named and mention.weight == SUBJECT_WEIGHT and self._is_defined(mention):
                return mention.key
        return ""

    def protagonist(self) -> Mention | None:
        """The person whose life a text tells: the subject of its first sentence that has one, where that says
        who it is or gives the dates: "Ann Roe (born 1950) is a painter", "Ann Roe, a painter, died".
        """
        if self._protagonist is _UNREAD:
            self._protagonist = self._find_protagonist()
        return None if isinstance(self._protagonist, str) else self._protagonist

    def _find_protagonist(self) -> Mention | None:
        for mention in self.mentions:
            if mention.sentence >= _OPENING_SENTENCES:
                break
            if mention.weight != SUBJECT_WEIGHT or self.is_heading(mention) or mention.in_quotes:
                continue
            is_told = mention.label == "person" and not mention.is_joint and not self.is_joined(mention)
            if not is_told or " " not in mention.text:
                return None
            called = self.callings().get(mention.key, ())
            is_described = any(self.sentence_of(calling.end - 1) == mention.sentence for calling in called)
            return mention if is_described or self._is_defined(mention) else None
        return None

    def main_model(self) -> str | None:
        """The model that the text opens with and names most, if there is one: "GPT-2" of its model card."""
        counted = [
            (self._counts[mention.key], mention.text)
            for mention in self.mentions
            if mention.sentence < _OPENING_SENTENCES
            and mention.label == "product"
            and not mention.is_joint
            and is_sure_to_be(mention.text, "model")
        ]
        if not counted:
            return None
        most, name = max(counted, key=lambda pair: pair[0])
        named = {mention.key for mention in self.mentions if mention.text == name}
        others = [n for key, n in self._counts.items() if key not in named and is_sure_to_be(key, "model")]
        return name if most >= max(_LEAST_MENTIONS, 1 + max(others, default=0)) else None

    def word_at(self, start: int) -> int | None:
        """The token at a place, where the document is parsed."""
        return self.columns.root_at(start, start + 1) if self.columns.is_parsed else None

    def clause_of(self, head: int) -> int:
        """The token that governs a mention."""
        return self.columns.heads[head]

    def callings(self) -> Mapping[str, list[Calling]]:
        """What the passage calls its names, by the canonical name."""
        if self._called is None:
            self._called = defaultdict(list)
            if self.columns.is_parsed:
                for find in (find_callings, find_quoted_titles):
                    for key, called in in_every_sentence(self.document, find):
                        self._called[key].append(called)
        return self._called

    def described_labels(self, key: str) -> set[str]:
        """The kinds of thing that descriptions call a name: "Quill is a text editor"."""
        called = self.callings().get(key, ())
        return {label for description in called if (label := label_of_calling(description.noun)) is not None}

    def quotation_around(self, start: int, end: int) -> Report | None:
        """The direct quotation that holds a stretch."""
        index = bisect_right(self._direct_starts, start) - 1
        for report in reversed(self._direct[max(0, index - 3) : index + 1]):
            if report.holds(start, end):
                return report
        return None

    def weight(self, mention: Mention, sentence: int, *, as_name: bool = True) -> float:
        """How much a mention weighs for a phrase in a later sentence, or the same one.

        `as_name` False weighs a name no more than a common noun in no role.
        """
        weight = mention.weight if as_name else min(mention.weight, OTHER_ROLE_WEIGHT)
        if mention.label is not None and as_name:
            weight += _NAME_WEIGHT  # somebody unnamed counts as a name would: the sentence is about them
        if mention.is_named:
            weight += _TOPIC_WEIGHT * min(4, self._counts.get(mention.key, 1) - 1)
        if mention.sentence == sentence:
            weight += _SAME_SENTENCE_WEIGHT
        return weight / 2.0 ** min(60, sentence - mention.sentence)

    def speaks_behind(self, mention: Mention) -> bool:
        """Whether a mention only says what stands before it: "Acme was fined, the regulator said"."""
        return mention.start in self._speaking_behind

    def source_in_front(self, start: int) -> int:
        """Where the source stands in front of a report that begins at a place: Acme for "it" in "According to
        Acme, it fell"; -1 where none does.
        """
        return self._sources_in_front.get(start, -1)

    def report_of(self, start: int) -> Report | None:
        """The report whose source begins at a place."""
        return self._reports_by_source.get(start)

    def source_before(self, start: int) -> tuple[int, int] | None:
        """The last source of a report that ends before a place."""
        index = bisect_left(self._sources_in_order, (start, start)) - 1
        return self._sources_in_order[index] if index >= 0 else None

    def is_in_passing(self, mention: Mention) -> bool:
        """Whether a name only tells where, or which thing a noun behind it is: "a tomb in Luxor", "her Quill
        account".
        """
        if mention.label not in NAMED_THINGS or mention.head < 0 or mention.is_joint:
            return False
        columns, head = self.columns, self.columns.heads[mention.head]
        is_front = columns.deps[mention.head] == "compound" and head > mention.head
        if is_front and columns.pos[head] == "PROPN" and mention.label == "place":
            return True  # "The Leeds Courier", of which the name layer knows the town alone
        if is_front and columns.pos[head] == "NOUN":
            return label_of_noun(columns.lowers[head]) != mention.label  # but "the Quill web framework"
        return mention.label == "place" and self.tells_where(mention)

    def tells_where(self, mention: Mention) -> bool:
        """Whether a place stands in a phrase that only tells where something is."""
        columns = self.columns
        return mention.head >= 0 and columns.deps[bearer_of_role(columns, mention.head)] in _WHERE

    def sentence_of(self, offset: int) -> int:
        """The index of the sentence at a place."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)


def clear_winner(weights: Mapping[str, float]) -> str | None:
    """The heaviest candidate, unless another one is about as heavy."""
    if not weights:
        return None
    best, *others = sorted(weights, key=lambda key: (-weights[key], key))
    if others and weights[others[0]] >= _TIE * weights[best]:
        return None
    return best
