"""Which mention a pronoun stands for.

Only mentions that agree in number, gender and kind, and that the verb can have as its subject
(`lexicons/en/subject_verbs.csv`), are weighed. Of two readings that are about equally good none is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.grammar.agreement import (
    bound_heads,
    can_be,
    governing_subjects,
    is_in_adjunct,
    wanted_subject,
)
from claimcheck.grammar.couples import find_couple, has_others
from claimcheck.grammar.described_names import DESCRIPTION
from claimcheck.grammar.discourse import (
    CENTER_WEIGHT,
    MAX_PRONOUN_SENTENCES,
    NAMED_THINGS,
    Antecedent,
    clear_winner,
)
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS
from claimcheck.grammar.parallel_clauses import has_same_measure, has_same_verb
from claimcheck.grammar.referents import (
    DESCRIBED_PERSON,
    OTHER_ROLE_WEIGHT,
    SUBJECT_WEIGHT,
    UNKNOWN_NAME,
    Mention,
    Number,
    category_labels,
    is_person_noun,
    role_weight,
)
from claimcheck.grammar.vocabulary import folded_text_of
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.grammar.described_names import Descriptions
    from claimcheck.grammar.discourse import Discourse, Reason
    from claimcheck.reports.finding import Report

_PARALLEL_WEIGHT = 35  # a mention in the same role as the pronoun
_SPEAKER_WEIGHT = 80  # who spoke before, where the pronoun is itself the source of a report: "..., it added"
_REPORTER_WEIGHT = 60  # who says what the pronoun is the subject of: "Apple said it would cut jobs"
_OTHER_VOICE = 0.5  # names within a quotation, for a pronoun outside it
_LAST_SUBJECT_WEIGHT = (
    100  # the last subject before, for "it" and "they" as a subject: a thing is soon changed
)


@dataclass(frozen=True, slots=True)
class _Pronoun:
    labels: frozenset[str | None]
    number: Number
    gender: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """A pronoun in the text.

    Attributes:
        role: the weight of its grammatical role; an owner counts as a subject.
        wanted: what its verb asks of its subject.
        quoted: the quotation that it stands in.
        center: what the text is about before it.
        reporters: who says what the pronoun is the subject of.
        source: where the one stands according to whom what it opens is so; -1 for nobody.
    """

    pronoun: _Pronoun
    start: int
    sentence: int
    word: int | None
    role: float | None
    wanted: str
    quoted: Report | None
    is_speaker: bool
    center: str | None
    reporters: frozenset[int]
    source: int


_THINGS: frozenset[str | None] = frozenset(
    {"organization", "place", "product", "language", UNKNOWN_NAME, None}
)
_PERSON: frozenset[str | None] = frozenset({"person", UNKNOWN_NAME, DESCRIBED_PERSON})
_ANYTHING: frozenset[str | None] = frozenset({"person", *_THINGS})
_NEVER_PERSONS = frozenset({"organization", "place"})
_NEVER_SPEAKERS = frozenset({"product", "language"})
PRONOUNS = {
    "he": _Pronoun(_PERSON, "singular", "masculine"),
    "him": _Pronoun(_PERSON, "singular", "masculine"),
    "she": _Pronoun(_PERSON, "singular", "feminine"),
    "her": _Pronoun(_PERSON, "singular", "feminine"),
    "it": _Pronoun(_THINGS, "singular"),
    "they": _Pronoun(_ANYTHING, "plural"),
    "them": _Pronoun(_ANYTHING, "plural"),
    "these": _Pronoun(frozenset({None}), "plural"),
    "those": _Pronoun(frozenset({None}), "plural"),
}
OWNERS = {"its": PRONOUNS["it"], "their": PRONOUNS["they"], "his": PRONOUNS["he"], "her": PRONOUNS["she"]}
_OWNING_PERSONS = frozenset({"his", "her"})
_LINKED = re.compile(r"\b(?:h(?:e|im|is|er)|she|it|th(?:ey|em|[eo]se))\b")  # in a text of folded case


_TAKES = WordPattern(
    r"(?: (?:only|also|still|then|would|will|may|could|can|has|had|have|just|usually|often))*"
    r" (?:<grammar/expletive_verb>) (?P<what>[^.;,\n]{2,60}?) to [a-z]+"
)


_HAPPENINGS = WordSet("grammar/happening")
_WRITINGS = WordSet("reports/evidence")
_NTH_TIME = WordPattern(
    r"(?:['’]s|['’]d| (?:<technology/be>)| (?:will|would) be| (?:has|had) been)(?: (?:also|only|just|still))?"
    r" (?:(?:<common/article_or_possessor>) )?(?:only (?:the )?)?"
    r"(?:first|second|third|last|only|latest|[a-z]{3,}th|\d{1,3}(?:st|nd|rd|th))(?: [a-z]+)? time\b"
)


def _is_writing(mention: Mention) -> bool:
    """Whether what says something is a text, and speaks of something else: "The report said it opened"."""
    return mention.label is None and mention.noun in _WRITINGS


class PronounLinks:
    """The mentions that the pronouns of a passage stand for."""

    def __init__(self, discourse: Discourse, descriptions: Descriptions) -> None:
        self._discourse = discourse
        self._descriptions = descriptions
        self._by_name: dict[int, Mention] = {}  # descriptions of names, by their start, as mentions of them
        self._found: dict[int, Antecedent | None] = {}
        self._linked: list[Mention] = []  # the pronouns that stand for something, as mentions
        self._open: dict[str, int] = {}  # where each pronoun last was a subject and stood for nothing known
        self._phrases: dict[int, tuple[int, int]] = {}  # where a common noun phrase stands that one means

    def at(self, start: int) -> Antecedent | None:
        """What the pronoun at a place stands for."""
        return self._found.get(start)

    def phrase(self, start: int) -> tuple[int, int] | None:
        """Where the common noun phrase stands that the pronoun at a place means, if it means one."""
        return self._phrases.get(start)

    def owner(self, word: str, start: int) -> Antecedent | None:
        """What "its" at a place stands for: as "it" would in the subject place, the subject of its own
        clause too. To be asked after `link`.
        """
        if start not in self._found:
            before = [mention for mention in self._linked if mention.start < start]
            found = self._weigh_pronoun(OWNERS[word], start, before)
            self._found[start] = None if found is None else Antecedent(found[0].text, found[1])
        return self._found[start]

    def link(self) -> list[Mention]:
        """Resolve the pronouns in reading order; each counts as a mention for those after it."""
        columns = self._discourse.columns
        linked: list[Mention] = []
        passed = 0  # mentions that the centers know
        for match in _LINKED.finditer(folded_text_of(self._discourse.document)):
            start, end = match.span()
            word = self._discourse.word_at(start)
            if word is not None and not self._points_back(match.group(), word):
                continue
            if match.group() == "it" and (self._stands_for_infinitive(end) or self._counts_times(end)):
                continue
            passed = self._discourse.note_centers(passed, start)
            pronoun = PRONOUNS.get(match.group()) or OWNERS[match.group()]
            found = (
                self._couple(pronoun, start, linked)
                or self._weigh_pronoun(pronoun, start, linked)
                or self._announced(pronoun, start, linked)
            )
            self._found[start] = None if found is None else Antecedent(found[0].text, found[1])
            if found is None:
                self._note_open(match.group(), word)
                continue
            winner = found[0]
            if not winner.is_named:
                self._phrases[start] = (winner.start, winner.end)
            if pronoun.gender:
                self._discourse.learned.setdefault(winner.key, pronoun.gender)
            if winner.is_named:
                linked.append(self._linked_mention(winner, start, end, word))
                self._discourse.note_taken_up(linked[-1])
                if word is None or columns.tags[word] != "PRP$":
                    self._discourse.note_center(linked[-1])
        self._linked = linked
        return linked

    def _couple(self, pronoun: _Pronoun, start: int, linked: list[Mention]) -> tuple[Mention, Reason] | None:
        """The two persons whom the clause before "they" brings together, where nothing else is many."""
        word = self._discourse.word_at(start)
        columns = self._discourse.columns
        if pronoun.number != "plural" or None not in pronoun.labels or "person" not in pronoun.labels:
            return None
        if word is None or columns.deps[word] not in NOUN_SUBJECTS:
            return None
        before = sorted(self._before(start, linked), key=lambda mention: mention.start)
        if not before:
            return None
        last = [mention for mention in before if mention.sentence == before[-1].sentence]
        if self._discourse.sentence_of(start) - last[0].sentence > 1:
            return None
        found = find_couple(columns, last)
        if found is None or any(mention.number == "plural" for mention in last):
            return None
        sentence = max(0, last[0].sentence - 1)
        bodies = (m for m in before if m.label == "organization" and m.weight >= SUBJECT_WEIGHT)
        if any(body.sentence >= sentence for body in bodies):
            return None  # "Norvale hired Ann Roe. She met Bo Lund. They"
        first = self._discourse.sentence_starts[sentence]
        opening = columns.token_at(first)
        is_alone = opening is not None and not has_others(columns, opening, word)
        return (found, "only_candidate") if is_alone else None

    def _linked_mention(self, winner: Mention, start: int, end: int, word: int | None) -> Mention:
        """The pronoun at a place as a mention of the name that it stands for."""
        weight = OTHER_ROLE_WEIGHT if word is None else role_weight(self._discourse.columns, word)
        mention = winner._replace(
            start=start,
            end=end,
            weight=weight,
            sentence=self._discourse.sentence_of(start),
            head=-1 if word is None else word,
            in_quotes=False,
            speaks=False,
            is_linked=True,
        )
        return self._discourse.placed(mention)

    def _points_back(self, pronoun: str, word: int) -> bool:
        """Whether a word is a pronoun that stands for something; owners do for persons alone."""
        columns = self._discourse.columns
        if pronoun in _OWNING_PERSONS and columns.tags[word] == "PRP$":
            owned = columns.heads[word]  # "Her mother, who is 81": the text turns to somebody else
            return not (is_person_noun(columns.lowers[owned]) and columns.deps[owned] in NOUN_SUBJECTS)
        return columns.tags[word] in ("PRP", "DT") and columns.deps[word] not in ("expl", "det")

    def _note_open(self, pronoun: str, word: int | None) -> None:
        """Take note of a pronoun that is the subject of a main clause and stands for nothing known."""
        columns = self._discourse.columns
        if word is None or columns.deps[word] not in NOUN_SUBJECTS:
            return
        self._open[pronoun] = columns.starts[word]

    def _goes_on_openly(self, place: _Place, winner: Mention) -> bool:
        """Whether a pronoun rather stands for what the same one before it does, which is not known: "They
        played with Ann Roe and Bo Lund. They won".
        """
        columns = self._discourse.columns
        before = None if place.word is None else self._open.get(columns.lowers[place.word])
        if before is None or place.role != SUBJECT_WEIGHT or winner.weight >= SUBJECT_WEIGHT:
            return False
        return winner.start > before and place.sentence - self._discourse.sentence_of(before) <= 1

    def _stands_for_infinitive(self, end: int) -> bool:
        """Whether "it" only announces what took so much: "It took 3 men 6 hours to load the van"."""
        document = self._discourse.document
        taken = _TAKES.match(document.text, end, document.sentence_at(end).end)
        return taken is not None and any(map(str.isdigit, taken["what"]))

    def _counts_times(self, end: int) -> bool:
        """Whether "it" only opens which time something was: "It was the first time they had lost"."""
        document = self._discourse.document
        return _NTH_TIME.match(document.text, end, document.sentence_at(end).end) is not None

    def _is_of_event(self, place: _Place, winner: Mention) -> bool:
        """Whether the predicate of "it" names what happened, and the candidate is no such thing: "The limit
        is 50. It was the deadliest crash", "Acme bought Orbit. It was the largest deal".
        """
        columns = self._discourse.columns
        if place.word is None or columns.lowers[place.word] != "it" or place.role != SUBJECT_WEIGHT:
            return False
        noun = columns.heads[place.word]
        is_predicate = columns.pos[noun] == "NOUN" and columns.has_child(noun, "cop")
        event = columns.lowers[noun]
        if not is_predicate or event not in _HAPPENINGS or winner.noun == event:
            return False
        return winner.is_named or winner.noun not in _HAPPENINGS

    def _weigh_pronoun(
        self, pronoun: _Pronoun, start: int, linked: list[Mention]
    ) -> tuple[Mention, Reason] | None:
        """The mention that a pronoun most likely stands for, if one is clear."""
        place = self._place(pronoun, start)
        chosen = self._without_single_things(place, self._candidates(place, linked))
        weights, latest = self._weights(place, chosen)
        best = clear_winner(weights)
        if best is None or self._is_ruled_out(place, latest[best], chosen):
            return None
        if len(weights) == 1:
            return latest[best], "only_candidate"
        return latest[best], "center" if best == place.center else "salience"

    def _without_single_things(self, place: _Place, chosen: list[Mention]) -> list[Mention]:
        """The candidates for "they" less what is one thing, where something else is many: "A study of Tarn
        University followed 900 nurses. They".
        """
        if place.pronoun.number != "plural" or all(mention.number != "plural" for mention in chosen):
            return chosen
        reporters = {mention.key for mention in chosen if mention.head in place.reporters}
        left_out = {
            mention.key
            for mention in chosen
            if mention.key not in reporters and self._is_one_thing_called_many(place, mention, chosen)
        }
        return [mention for mention in chosen if mention.key not in left_out]

    def _place(self, pronoun: _Pronoun, start: int) -> _Place:
        """The pronoun at a place, with what its clause tells of it."""
        discourse, columns = self._discourse, self._discourse.columns
        word = discourse.word_at(start)
        role = role_weight(columns, word) if word is not None else None
        if word is not None and (columns.tags[word] == "PRP$" or self._opens_next_clause(word)):
            role = SUBJECT_WEIGHT
        sentence = discourse.sentence_of(start)
        return _Place(
            pronoun,
            start,
            sentence,
            word,
            role,
            wanted=wanted_subject(columns, word) if word is not None else "",
            quoted=discourse.quotation_around(start, start + 1),
            is_speaker=start in discourse.speaking,
            center=discourse.center_before(sentence),
            reporters=governing_subjects(columns, word) if word is not None else frozenset(),
            source=discourse.source_in_front(start),
        )

    def _opens_next_clause(self, word: int) -> bool:
        """Whether a pronoun is the subject of a clause that only follows another: "Orbit grew: it has"."""
        columns = self._discourse.columns
        verb = columns.heads[word]
        main = columns.heads[verb]
        is_next = columns.deps[verb] == "parataxis" != columns.deps[main] and main < word
        is_saying = columns.starts[word] in self._discourse.speaking  # "Towns will pay, they argue"
        return is_next and not is_saying and columns.deps[word] in NOUN_SUBJECTS

    def _candidates(self, place: _Place, linked: list[Mention]) -> list[Mention]:
        """The mentions before a pronoun that it can stand for."""
        owners = frozenset() if place.word is None else self._owners_in_predicate(place.word)
        if place.quoted is not None and place.pronoun.gender:
            owners |= self._speaker_of(place.quoted)
        fitting = (
            mention
            for mention in self._before(place.start, linked)
            if mention.key not in owners
            and not self._is_in_closed_bracket(mention, place)
            and (mention.label is not None or not self._discourse.is_heading(mention))
            and not (place.is_speaker and mention.label in _NEVER_SPEAKERS)
            and not (mention.head in place.reporters and _is_writing(mention))
            and self._agrees(mention, place.pronoun, place.wanted)
            and not self._is_bound(mention, place)
        )
        if place.quoted is None:
            return list(fitting)
        return [self._discourse.heard_within(mention, place.quoted) for mention in fitting]

    def _is_in_closed_bracket(self, mention: Mention, place: _Place) -> bool:
        """Whether a mention stands in a bracket that ends before the pronoun: "her novel (Lantern Press)"."""
        text = self._discourse.document.text
        first = self._discourse.sentence_starts[mention.sentence]
        opening = text.rfind("(", first, mention.start)
        closing = text.find(")", opening, place.start) if opening >= 0 else -1
        is_whole = (opening + 1, closing) == (mention.start, mention.end)
        if is_whole and place.pronoun.gender and mention.label == "person":
            return False  # "The mayor (Ann Roe) left. She": the bracket says who the mayor is
        return closing >= mention.end

    def _weights(
        self, place: _Place, chosen: list[Mention]
    ) -> tuple[Mapping[str, float], Mapping[str, Mention]]:
        """How much speaks for each candidate, and its latest mention, by its name."""
        goes_on = place.role == SUBJECT_WEIGHT and not place.pronoun.gender and not place.is_speaker
        last_subject = self._last_subject(chosen, place) if goes_on else None
        weights: dict[str, float] = {}
        latest: dict[str, Mention] = {}
        for mention in chosen:
            as_name = not self._discourse.is_in_passing(mention)
            weight = self._discourse.weight(mention, place.sentence, as_name=as_name)
            if mention.start == place.source:
                weight += _REPORTER_WEIGHT
            if mention is last_subject:
                weight += _LAST_SUBJECT_WEIGHT
            if mention.head in place.reporters:
                weight += _REPORTER_WEIGHT
            if mention.weight == place.role and as_name:
                weight += _PARALLEL_WEIGHT / 2.0 ** (place.sentence - mention.sentence)
            if mention.in_quotes and place.quoted is None:
                weight *= _OTHER_VOICE
            if goes_on and mention.sentence < place.sentence and self._discourse.speaks_behind(mention):
                weight *= _OTHER_VOICE
            if mention.speaks and place.is_speaker and not self._is_superseded(mention, place.sentence):
                weight += _SPEAKER_WEIGHT
            if mention.key not in weights and mention.key == place.center:
                weight += CENTER_WEIGHT
            weights[mention.key] = weights.get(mention.key, 0.0) + weight
            if mention.key not in latest or not mention.is_linked:
                latest[mention.key] = mention
        return weights, latest

    def _is_ruled_out(self, place: _Place, winner: Mention, chosen: list[Mention]) -> bool:
        """Whether the heaviest candidate is still no sure one."""
        if self._is_doubtful(winner, place.pronoun):
            return True
        if self._goes_on_openly(place, winner) or self._is_of_event(place, winner):
            return True
        if self._is_said_of_either(place, chosen):
            return True
        if winner.label == DESCRIBED_PERSON:
            return True  # "Her mother is 81. She has the shares": nobody with a name
        if place.pronoun.number == "plural" and self._are_persons_nearer(winner, place.start, place.sentence):
            return True
        distance = place.sentence - winner.sentence
        is_reporter = any(mention.key == winner.key and mention.head in place.reporters for mention in chosen)
        if not is_reporter and self._is_one_thing_called_many(place, winner, chosen):
            return True
        goes_on_speaking = winner.speaks and place.is_speaker and distance <= 1
        is_many = place.pronoun.number == "plural" and winner.number == "either"
        if not (is_reporter or goes_on_speaking) and self._has_rival(
            winner, chosen, place.center, place.wanted, is_many=is_many
        ):
            return True
        is_far = bool(place.pronoun.gender) and distance > 1
        return is_far and self._is_somebody_named(place.sentence - 1, winner.key)

    def _is_one_thing_called_many(self, place: _Place, winner: Mention, chosen: list[Mention]) -> bool:
        """Whether "they" would stand for one name that is no subject beside it: a firm may be "they" where it
        has just done something or the text is about it.
        """
        if place.pronoun.number != "plural" or not winner.is_named or winner.number != "either":
            return False
        return place.role != SUBJECT_WEIGHT or not any(
            mention.key == winner.key
            and mention.weight >= SUBJECT_WEIGHT
            and (place.sentence - mention.sentence <= 1 or mention.key == place.center)
            and not self._discourse.is_heading(mention)
            for mention in chosen
        )

    def _last_subject(self, chosen: list[Mention], place: _Place) -> Mention | None:
        """The subject of the last clause before a pronoun, in its sentence or the one before.

        None where that is one of several, or a phrase that itself points back ("This version").
        """
        discourse, columns, word = self._discourse, self._discourse.columns, place.word
        if word is None or columns.deps[word] not in NOUN_SUBJECTS:
            return None
        sentence = place.sentence
        last = None
        for mention in chosen:
            is_near = sentence - mention.sentence <= 1 and (not mention.in_quotes or place.quoted is not None)
            if mention.sentence < sentence and self._is_of_trailing_clause(mention):
                continue  # "The lake formed when the ice withdrew. It has 14 islands"
            if mention.sentence < sentence and discourse.speaks_behind(mention):
                continue  # "Acme was fined, the regulator said. It made 4 calls"
            if is_near and mention.weight == SUBJECT_WEIGHT and mention.head >= 0:
                last = mention if last is None or mention.start >= last.start else last
        if last is None or discourse.is_joined(last) != last.is_joint or "’s " in last.text.replace("'", "’"):
            return None
        is_passed = any(
            columns.deps[token] in NOUN_SUBJECTS and columns.pos[token] == "NOUN"
            for token in range(last.head + 1, word)
        )
        told = self._told_of(last, chosen)
        if told is not None and has_same_verb(columns, told.head, word):
            return told if has_same_measure(columns, told.head, word) else None
        return None if is_passed else last

    def _told_of(self, speaker: Mention, chosen: list[Mention]) -> Mention | None:
        """The candidate of which a subject says something: Orbit in "Acme says that Orbit has 9 shops"."""
        columns = self._discourse.columns
        said = [c for c in columns.rights(columns.heads[speaker.head]) if columns.deps[c] == "ccomp"]
        subjects = {c for verb in said for c in columns.lefts(verb) if columns.deps[c] in NOUN_SUBJECTS}
        return next((mention for mention in chosen if mention.head in subjects), None)

    def _is_said_of_either(self, place: _Place, chosen: list[Mention]) -> bool:
        """Whether a clause may go on with who spoke or with what was told of: "Acme says that Orbit has 9% of
        the trade. It also has 3 mills".
        """
        columns, word = self._discourse.columns, place.word
        if word is None or place.role != SUBJECT_WEIGHT or place.pronoun.gender or place.is_speaker:
            return False
        speakers = (m for m in chosen if m.head >= 0 and m.weight == SUBJECT_WEIGHT)
        near = [m for m in speakers if m.sentence == place.sentence - 1 and not m.is_linked]
        for speaker in near:
            told = self._told_of(speaker, chosen)
            if told is not None and told.key != speaker.key and has_same_verb(columns, told.head, word):
                return not has_same_measure(columns, told.head, word)
        return False

    def _is_of_trailing_clause(self, mention: Mention) -> bool:
        """Whether a subject is that of an adverbial clause behind the main one."""
        columns = self._discourse.columns
        if mention.head < 0 or columns.deps[mention.head] not in NOUN_SUBJECTS:
            return False
        verb = columns.heads[mention.head]
        return columns.deps[verb] == "advcl" and columns.heads[verb] < mention.head

    def _speaker_of(self, quotation: Report) -> frozenset[str]:
        """The name of who speaks a quotation, in which "he" is somebody else."""
        if quotation.source is None or quotation.holds(*quotation.source):
            return frozenset()
        first, last = quotation.source
        low, high = bisect_left(self._discourse.starts, first), bisect_left(self._discourse.starts, last)
        return frozenset(
            mention.key for mention in self._discourse.mentions[low:high] if mention.label == "person"
        )

    def _is_superseded(self, speaker: Mention, sentence: int) -> bool:
        """Whether somebody else has been the subject of a sentence since a person spoke."""
        return any(
            self._discourse.center_of(index) not in (None, speaker.key)
            for index in range(speaker.sentence + 1, sentence)
        )

    def _are_persons_nearer(self, winner: Mention, start: int, sentence: int) -> bool:
        """Whether two persons stand between things and "they", which may be both of them: "He sold 40 copies.
        Then Ann Thorne married Arthur Vane; they had two daughters".
        """
        if winner.is_named or winner.sentence == sentence:
            return False
        starts = self._discourse.starts
        between = self._discourse.mentions[bisect_left(starts, winner.end) : bisect_left(starts, start)]
        persons = {mention.key for mention in between if mention.label == "person" and mention.is_named}
        return len(persons) > 1

    def _is_somebody_named(self, sentence: int, key: str) -> bool:
        """Whether the subject of a sentence is a full name no person bears, other than `key`:
        "Tyne Hall" as a place, before "She".
        """
        return any(
            mention.weight == SUBJECT_WEIGHT
            and mention.label in ("place", UNKNOWN_NAME)
            and mention.key != key
            and " " in mention.text
            and not mention.is_joint
            for mention in self._discourse.mentions_of(sentence)
        )

    def _owners_in_predicate(self, word: int) -> frozenset[str]:
        """The names that own what a pronoun is said to be: "It was Orkney's worst defeat" is not Orkney."""
        columns = self._discourse.columns
        noun = columns.heads[word]
        if not any(columns.deps[child] == "cop" for child in columns.children[noun]):
            return frozenset()
        owners = [child for child in columns.children[noun] if columns.deps[child] == "nmod:poss"]
        if not owners:
            return frozenset()
        low = bisect_left(self._discourse.starts, columns.starts[word])
        return frozenset(
            mention.key for mention in self._discourse.mentions[low : low + 6] if mention.head in owners
        )

    def _is_doubtful(self, mention: Mention, pronoun: _Pronoun) -> bool:
        """Whether the label of a name does not fit the pronoun: "Quill" taken for a person and called "it",
        an unknown name called "she".
        """
        if mention.label == UNKNOWN_NAME:
            return bool(pronoun.gender)
        return (
            mention.label == "person"
            and None in pronoun.labels
            and not (self._discourse.described_labels(mention.key) & NAMED_THINGS)
            and pronoun.number == "singular"
        )

    def _before(self, start: int, linked: list[Mention]) -> Iterator[Mention]:
        """The mentions within reach of a pronoun, and the last one of what the text is about."""
        sentence = self._discourse.sentence_of(start)
        first = self._discourse.sentence_starts[max(0, sentence - MAX_PRONOUN_SENTENCES)]
        low, high = bisect_left(self._discourse.starts, first), bisect_left(self._discourse.starts, start)
        for mention in self._discourse.mentions[low:high]:
            if mention.end <= start:
                yield mention if mention.label is not None else self._named(mention)
        for mention in reversed(linked):
            if mention.start < first:
                break
            yield mention

    def _named(self, mention: Mention) -> Mention:
        """A description as a mention of the name that it stands for: "the bank" of Norvale in "Norvale is a
        bank. The bank lost money when it", so that the two do not vie.
        """
        if mention.noun not in category_labels():
            return mention
        if mention.start not in self._by_name:
            match = DESCRIPTION.fullmatch(mention.text)
            found = None if match is None else self._descriptions.one(match, mention.start)
            if found is not None and found.name not in self._descriptions.called(mention.noun, mention.start):
                found = None  # nothing but the kind of the name speaks for it
            name = None if found is None else self._discourse.name_before(found.name, mention.start)
            self._by_name[mention.start] = (
                mention
                if name is None
                else mention._replace(
                    key=name.key,
                    text=name.text,
                    label=name.label,
                    number=name.number,
                    gender=name.gender,
                    is_linked=True,
                )
            )
        return self._by_name[mention.start]

    def _agrees(self, mention: Mention, pronoun: _Pronoun, wanted: str) -> bool:
        labels: set[str | None] = {None if mention.label is None else DESCRIBED_PERSON}
        if mention.is_named:
            labels = {mention.label, *self._discourse.described_labels(mention.key)}
            if pronoun.gender and mention.label in _NEVER_PERSONS:
                return False  # "Harvard College", whatever the text says of John Harvard
            if mention.label == "person" and not mention.gender:
                labels.add(UNKNOWN_NAME)  # "Shuttle Challenger" may be taken for a person
        if not labels & pronoun.labels:
            return False
        is_known_person = mention.label == "person" and (
            mention.gender or mention.key in self._discourse.learned
        )
        if is_known_person and pronoun.labels == _THINGS:
            return False  # whatever the text seems to call Thomas Kerr, "it" is something else
        if mention.number not in ("either", pronoun.number):
            return False
        gender = mention.gender or self._discourse.learned.get(mention.key, "")
        if pronoun.gender and gender and gender != pronoun.gender:
            return False
        return not wanted or can_be(mention, labels, wanted)

    def _has_rival(
        self, winner: Mention, chosen: list[Mention], center: str | None, wanted: str, *, is_many: bool
    ) -> bool:
        """Whether the object of the clause that the best candidate is the subject of would do as well.

        "Tom Hale hired James Orr. He was 40": grammar alone does not tell. What the text is about and what
        the verb asks for do, unless one thing would be many: "Verdano runs 31 farms. They".
        """
        best = winner.key
        is_sure = best == center or (wanted == "agent" and winner.is_named)
        if winner.is_joint or (is_sure and not is_many):
            return False
        own = [mention for mention in chosen if mention.key == best and mention.head >= 0]
        latest = max((mention.sentence for mention in own), default=-1)
        verbs = {
            (mention.sentence, self._discourse.clause_of(mention.head))
            for mention in own
            if mention.weight >= SUBJECT_WEIGHT and mention.sentence == latest
        }
        for mention in chosen:
            if mention.key == best or mention.head < 0 or mention.is_linked:
                continue
            head = mention.head
            if self._discourse.columns.deps[head] not in ("obj", "iobj"):
                continue
            if (mention.sentence, self._discourse.columns.heads[head]) in verbs:
                return True
        return False

    def _is_bound(self, mention: Mention, place: _Place) -> bool:
        """Whether grammar keeps a pronoun from standing for a mention.

        It does not stand for a phrase that it is part of ("the data that it was trained on"), for another
        argument of its verb ("Microsoft replaced it"), or for what stands in an adjunct of its own clause
        ("Compared with Firefox, it uses less"), but for who says it ("According to Acme, it uses less").
        """
        word = place.word
        if word is None or mention.head < 0 or mention.start == place.source:
            return False
        if mention.head in bound_heads(self._discourse.columns, word):
            return True
        return self._discourse.columns.deps[word] in NOUN_SUBJECTS and is_in_adjunct(
            self._discourse.columns, mention.head, self._discourse.columns.heads[word]
        )

    def _announced(
        self, pronoun: _Pronoun, start: int, linked: list[Mention]
    ) -> tuple[Mention, Reason] | None:
        """The subject of the main clause that follows: "When she was 12, Anna Berg moved to Oslo"."""
        word = self._discourse.word_at(start)
        columns = self._discourse.columns
        if word is None or columns.deps[word] not in NOUN_SUBJECTS:
            return None
        verb = columns.heads[word]
        main = columns.heads[verb]
        if columns.deps[verb] != "advcl" or main < verb:
            return None
        if any(self._agrees(mention, pronoun, "") for mention in self._before(start, linked)):
            return None
        heads = {child for child in columns.lefts(main) if columns.deps[child] in NOUN_SUBJECTS}
        low = bisect_left(self._discourse.starts, start)
        for mention in self._discourse.mentions[low : low + 8]:
            if mention.head in heads and mention.is_named and self._agrees(mention, pronoun, ""):
                return mention, "announced"
        return None
