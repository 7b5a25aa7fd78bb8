"""Which mention a pronoun stands for.

Only mentions that agree in number, gender and kind, and that the verb can have as its subject
(`lexicons/en/subject_verbs.csv`), are weighed. Of two readings that are about equally good none is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.grammar.antecedents.agreement import can_be, governing_subjects, wanted_subject
from claimcheck.grammar.antecedents.couples import couple_before
from claimcheck.grammar.antecedents.described_names import DESCRIPTION
from claimcheck.grammar.antecedents.discourse import (
    CENTER_WEIGHT,
    MAX_PRONOUN_SENTENCES,
    Antecedent,
    clear_winner,
)
from claimcheck.grammar.antecedents.named_kinds import is_named_as_ship
from claimcheck.grammar.antecedents.pronoun_places import OWNERS, PRONOUNS, THINGS, Place, Pronoun
from claimcheck.grammar.antecedents.referents import (
    DESCRIBED_PERSON,
    OTHER_ROLE_WEIGHT,
    PERSON_ENDINGS,
    SUBJECT_WEIGHT,
    UNKNOWN_NAME,
    Mention,
    bearer_of_role,
    role_weight,
)
from claimcheck.grammar.antecedents.rivals import (
    is_bound,
    is_in_closed_bracket,
    is_of_unnamed_speaker,
    is_ruled_out,
    is_superseded,
    last_speaker,
    last_subject,
    named_in_complement,
    owners_in_predicate,
    speaker_of,
    without_single_things,
)
from claimcheck.grammar.descriptions.callings import is_same_kind
from claimcheck.grammar.noun_labels import category_labels, is_person_noun
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS
from claimcheck.grammar.titles import words_in_titles
from claimcheck.grammar.vocabulary import folded_text_of
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.grammar.antecedents.described_names import Descriptions
    from claimcheck.grammar.antecedents.discourse import Discourse, Reason
    from claimcheck.reports.finding import Report

_PARALLEL_WEIGHT = 35  # a mention in the same role as the pronoun
_SPEAKER_WEIGHT = 80  # who spoke before, where the pronoun is itself the source of a report: "..., it added"
_LAST_SPEAKER_WEIGHT = 240  # the person who spoke last, for "he" who speaks: turns change with a name
_REPORTER_WEIGHT = 60  # who says what the pronoun is the subject of: "Apple said it would cut jobs"
_REPORTING_PERSON_WEIGHT = 120  # who was told of before and says it: "Hale said he would run"
_OTHER_VOICE = 0.5  # names within a quotation, for a pronoun outside it
_LAST_SUBJECT_WEIGHT = 100  # the last subject before, for "it" and "they" as one: a thing is soon changed
_NEVER_PERSONS = frozenset({"organization", "place"})
_NEVER_SPEAKERS = frozenset({"product", "language"})
_OWNING_PERSONS = frozenset({"his", "her"})
_NEAR_SENTENCES = 3
"""How long somebody named since the person whose life is told may still be meant."""
_LINKED = re.compile(r"\b(?:h(?:e|im|is|er)|she|it|th(?:ey|em|[eo]se))\b")  # in a text of folded case
_TAKES = WordPattern(
    r"(?: (?:only|also|still|then|would|will|may|could|can|has|had|have|just|usually|often))*"
    r" (?:<grammar/expletive_verb>) (?P<what>[^.;,\n]{2,60}?) to [a-z]+"
)
_DECIDED = WordPattern(
    r" (?:is|was|has been|had been)(?: (?:also|then|later|therefore|unanimously))?"
    r" (?:<grammar/impersonal_decision>) to [a-z]+"
)
_REPORTED = WordPattern(
    r" (?:is|was|has been|had been)(?: (?:also|then|later|first|only|widely|initially))?"
    r" (?:(?:<grammar/impersonal_report>)(?: (?:in|on|at|by|last|early|late) [^.;,\n]{2,40}?)?"
    r"|found|shown|discovered|known) that\b"
    # "It is feared 12 men have died", but not "It was reported lost"
    r"| (?:is|was)(?: (?:also|now|still|always))? (?:<grammar/impersonal_report>)"
    r" (?!(?:an?|the) (?:same|next|following|previous|most|best|[a-z]+est)\b)"
    r"(?:(?:<common/article_or_possessor>)|there|this|these|those|some|many|most|more|about|around"
    r"|up to|another|all|no|he|she|it|they|we"
    r"|\d[\d,.]*) "
)
_WITH_ARTICLE = WordPattern(r"(?:<common/article>) ", re.IGNORECASE)
_WRITINGS = WordSet("reports/evidence")
_OF_SHIPS = WordSet("grammar/of_ships")
_WOMEN = WordSet("grammar/woman")
_NTH_TIME = WordPattern(
    r"(?:['’]s|['’]d| (?:<technology/be>)| (?:will|would) be| (?:has|had) been)(?: (?:also|only|just|still))?"
    r" (?:(?:<common/article_or_possessor>) )?(?:only (?:the )?)?"
    r"(?:first|second|third|last|only|latest|[a-z]{3,}th|\d{1,3}(?:st|nd|rd|th))(?: [a-z]+)? time\b"
)


_RELATIVE = re.compile(r"\b(?P<whose>[Hh]is|[Hh]er) (?:[\w-]+ )?(?P<noun>[a-z-]+),? (?:[\w-]+ )?$")
_LONGEST_RELATIVE = 40  # characters of "her younger brother, "


def _is_writing(mention: Mention) -> bool:
    """Whether what says something is a text, and speaks of something else: "The report said it opened"."""
    return mention.label is None and mention.noun in _WRITINGS


def _is_of_thing(mention: Mention) -> bool:
    """Whether an unknown name begins with an article, and is no title: "the Civil War", but "the Pope"."""
    return (
        mention.label == UNKNOWN_NAME
        and _WITH_ARTICLE.match(mention.text) is not None
        and not is_person_noun(mention.noun)
        and not mention.noun.endswith(PERSON_ENDINGS)
        and mention.noun not in words_in_titles()
    )


class PronounLinks:
    """The mentions that the pronouns of a passage stand for."""

    def __init__(self, discourse: Discourse, descriptions: Descriptions) -> None:
        self._discourse = discourse
        self._descriptions = descriptions
        self._by_name: dict[int, Mention] = {}  # descriptions of names, by their start, as mentions of them
        self._found: dict[int, Antecedent | None] = {}
        # who "she" behind a quotation is, for the pronouns within
        self._speaking: dict[int, tuple[Mention, Reason] | None] = {}
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
                self._speaking.get(start)
                or self._couple(pronoun, start, linked)
                or self._weigh_pronoun(pronoun, start, linked)
                or self._announced(pronoun, start, linked)
                or self._protagonist(pronoun, start, linked)
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
                if (word is None or columns.tags[word] != "PRP$") and not self._discourse.speaks_behind(
                    linked[-1]
                ):
                    self._discourse.note_center(linked[-1])
        self._linked = linked
        return linked

    def _couple(self, pronoun: Pronoun, start: int, linked: list[Mention]) -> tuple[Mention, Reason] | None:
        """The two persons whom the clause before "they" brings together, where nothing else is many."""
        word = self._discourse.word_at(start)
        if pronoun != PRONOUNS["they"] or word is None:
            return None
        if self._discourse.columns.deps[word] not in NOUN_SUBJECTS:
            return None
        found = couple_before(self._discourse, word, self._before(start, linked))
        return None if found is None else (found, "only_candidate")

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

    def _goes_on_openly(self, place: Place, winner: Mention) -> bool:
        """Whether a pronoun rather stands for what the same one before it does, which is not known: "They
        played with Ann Roe and Bo Lund. They won".
        """
        columns = self._discourse.columns
        before = None if place.word is None else self._open.get(columns.lowers[place.word])
        if before is None or place.role != SUBJECT_WEIGHT or winner.weight >= SUBJECT_WEIGHT:
            return False
        return winner.start > before and place.sentence - self._discourse.sentence_of(before) <= 1

    def _stands_for_infinitive(self, end: int) -> bool:
        """Whether "it" only announces what was decided or told, or took so much: "It took 3 men 6 hours to
        do", "It was announced in May that".
        """
        document = self._discourse.document
        last = document.sentence_at(end).end
        if _DECIDED.match(document.text, end, last) or _REPORTED.match(document.text, end, last):
            return True
        taken = _TAKES.match(document.text, end, last)
        return taken is not None and any(map(str.isdigit, taken["what"]))

    def _counts_times(self, end: int) -> bool:
        """Whether "it" only opens which time something was: "It was the first time they had lost"."""
        document = self._discourse.document
        return _NTH_TIME.match(document.text, end, document.sentence_at(end).end) is not None

    def _weigh_pronoun(
        self, pronoun: Pronoun, start: int, linked: list[Mention]
    ) -> tuple[Mention, Reason] | None:
        """The mention that a pronoun most likely stands for, if one is clear."""
        place = self._place(pronoun, start)
        if place.wanted == "thing" and pronoun.gender and not self._candidates(place, linked):
            place = replace(place, wanted="")  # "He was released": where no ship is told of
        chosen = without_single_things(self._discourse, place, self._candidates(place, linked))
        verb = None if place.word is None else self._discourse.columns.heads[place.word]
        columns = self._discourse.columns
        is_of_ship = (
            verb is not None and columns.lowers[verb] in _OF_SHIPS and not columns.has_child(verb, "obj")
        )
        ships = [mention for mention in chosen if self._is_ship(mention, pronoun)]
        if is_of_ship:  # but not of "She launched a firm"
            chosen = ships or chosen
        elif pronoun.gender == "feminine" and self._is_woman_told(start):
            chosen = [mention for mention in chosen if mention not in ships]
        weights, latest = self._weights(place, chosen)
        best = clear_winner(weights)
        if best is None or self._goes_on_openly(place, latest[best]):
            return None
        if self._is_by_the_way(place, latest[best]) or self._is_relative_of_same(place, latest[best], chosen):
            return None
        if is_ruled_out(self._discourse, place, latest[best], chosen):
            return None
        if is_of_unnamed_speaker(self._discourse, place, chosen):
            return None
        if len(weights) == 1:
            return latest[best], "only_candidate"
        return latest[best], "center" if best == place.center else "salience"

    def _is_by_the_way(self, place: Place, winner: Mention) -> bool:
        """Whether somebody was named sentences ago, in no subject place, in the life of somebody else."""
        main = self._discourse.protagonist() if place.pronoun.gender and place.quoted is None else None
        if main is None or main.key == winner.key or winner.weight >= SUBJECT_WEIGHT:
            return False
        return place.sentence - winner.sentence > 1 and self._agrees(main, place.pronoun, "")

    def _is_relative_of_same(self, place: Place, winner: Mention, chosen: list[Mention]) -> bool:
        """Whether "he" may as well be whose relative somebody was just called: Lund in "Lund was poor. His
        father, Tom, was a miner. He left school at 12".
        """
        if not place.pronoun.gender or place.is_speaker or winner.sentence == place.sentence:
            return False
        text = self._discourse.document.text
        owner = _RELATIVE.search(text, max(0, winner.start - _LONGEST_RELATIVE), winner.start)
        if owner is None or not is_person_noun(owner["noun"]):
            return False
        columns = self._discourse.columns
        said = columns.heads[bearer_of_role(columns, winner.head)] if winner.head >= 0 else -1
        if said < 0 or not columns.has_child(said, "cop"):
            return False  # "Her mother, Ida Roe, disagrees. She": the text has turned to her
        is_alike = OWNERS[owner["whose"].lower()].gender == place.pronoun.gender
        return is_alike and any(
            mention.label == "person" and mention.key != winner.key and mention.start < owner.start()
            for mention in chosen
        )

    def _protagonist(
        self, pronoun: Pronoun, start: int, linked: list[Mention]
    ) -> tuple[Mention, Reason] | None:
        """The person whose life the text tells, where nobody else has been spoken of lately."""
        main = self._discourse.protagonist() if pronoun.gender else None
        if main is None or main.end > start or not self._agrees(main, pronoun, ""):
            return None
        if self._discourse.quotation_around(start, start + 1) is not None:
            return None
        sentence = self._discourse.sentence_of(start)
        before = [main, *self._before(start, linked)]
        last = max(mention.start for mention in before if mention.key == main.key)
        for mention in before:
            is_later = mention.start > last and sentence - mention.sentence <= _NEAR_SENTENCES
            is_near = mention.weight >= SUBJECT_WEIGHT or sentence - mention.sentence <= 1 or is_later
            is_person = mention.label in ("person", DESCRIBED_PERSON)
            is_doer = mention.label == UNKNOWN_NAME and mention.weight >= SUBJECT_WEIGHT
            is_other = mention.key != main.key and (is_person or is_doer)
            if is_other and is_near and self._agrees(mention, pronoun, ""):
                return None
        return main, "center"

    def _place(self, pronoun: Pronoun, start: int) -> Place:
        """The pronoun at a place, with what its clause tells of it."""
        discourse, columns = self._discourse, self._discourse.columns
        word = discourse.word_at(start)
        role = role_weight(columns, word) if word is not None else None
        if word is not None and (columns.tags[word] == "PRP$" or self._opens_next_clause(word)):
            role = SUBJECT_WEIGHT
        sentence = discourse.sentence_of(start)
        return Place(
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

    def _candidates(self, place: Place, linked: list[Mention]) -> list[Mention]:
        """The mentions before a pronoun that it can stand for."""
        owners = frozenset() if place.word is None else owners_in_predicate(self._discourse, place.word)
        if place.word is not None and place.pronoun.gender:
            owners |= named_in_complement(self._discourse, place.word)
        if place.quoted is not None and place.pronoun.gender:
            owners |= speaker_of(self._discourse, place.quoted) or self._speaker_meant(place.quoted, linked)
        fitting = (
            mention
            for mention in self._before(place.start, linked)
            if mention.key not in owners
            and not is_in_closed_bracket(self._discourse, mention, place)
            and (mention.label is not None or not self._discourse.is_heading(mention))
            and not (place.is_speaker and mention.label in _NEVER_SPEAKERS)
            and not (mention.head in place.reporters and _is_writing(mention))
            and self._agrees(mention, place.pronoun, place.wanted)
            and not is_bound(self._discourse, mention, place)
        )
        if place.quoted is None:
            return list(fitting)
        return [self._discourse.heard_within(mention, place.quoted) for mention in fitting]

    def _speaker_meant(self, quotation: Report, linked: list[Mention]) -> frozenset[str]:
        """Who speaks a quotation where a pronoun tells, also behind it: "She won twice," she said."""
        if quotation.source is None or quotation.holds(*quotation.source):
            return frozenset()
        start, end = quotation.source
        pronoun = PRONOUNS.get(self._discourse.document.text[start:end].lower())
        if pronoun is None or not pronoun.gender:
            return frozenset()
        if start < quotation.start:
            return frozenset(mention.key for mention in linked if mention.start == start)
        if start not in self._speaking:
            self._speaking[start] = self._weigh_pronoun(pronoun, start, linked)
        found = self._speaking[start]
        return frozenset() if found is None else frozenset({found[0].key})

    def _weights(
        self, place: Place, chosen: list[Mention]
    ) -> tuple[Mapping[str, float], Mapping[str, Mention]]:
        """How much speaks for each candidate, and its latest mention, by its name."""
        goes_on = place.role == SUBJECT_WEIGHT and not place.pronoun.gender and not place.is_speaker
        subject_before = last_subject(self._discourse, chosen, place) if goes_on else None
        speaker_before = last_speaker(self._discourse, chosen, place)
        weights: dict[str, float] = {}
        latest: dict[str, Mention] = {}
        for mention in chosen:
            as_name = not self._discourse.is_in_passing(mention)
            weight = self._discourse.weight(mention, place.sentence, as_name=as_name)
            if mention.start == place.source:
                weight += _REPORTER_WEIGHT
            if mention is subject_before:
                weight += _LAST_SUBJECT_WEIGHT
            if mention.head in place.reporters:
                is_known = bool(place.pronoun.gender) and mention.key in weights
                is_known = is_known and latest[mention.key].sentence < mention.sentence
                weight += _REPORTING_PERSON_WEIGHT if is_known else _REPORTER_WEIGHT
            if mention.weight == place.role and as_name:
                weight += _PARALLEL_WEIGHT / 2.0 ** (place.sentence - mention.sentence)
            if mention.in_quotes and place.quoted is None:
                weight *= _OTHER_VOICE
            if goes_on and mention.sentence < place.sentence and self._discourse.speaks_behind(mention):
                weight *= _OTHER_VOICE
            if (
                mention.speaks
                and place.is_speaker
                and not is_superseded(self._discourse, mention, place.sentence)
            ):
                weight += _LAST_SPEAKER_WEIGHT if mention is speaker_before else _SPEAKER_WEIGHT
            if mention.key not in weights and mention.key == place.center:
                weight += CENTER_WEIGHT
            weights[mention.key] = weights.get(mention.key, 0.0) + weight
            if mention.key not in latest or not mention.is_linked:
                latest[mention.key] = mention
        return weights, latest

    def _before(self, start: int, linked: list[Mention]) -> Iterator[Mention]:
        """The mentions within reach of a pronoun, and the last one of what the text is about."""
        sentence = self._discourse.sentence_of(start)
        first = self._discourse.sentence_starts[max(0, sentence - MAX_PRONOUN_SENTENCES)]
        for mention in self._discourse.mentions_between(first, start):
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
        if mention.start not in self._by_name:
            match = DESCRIPTION.fullmatch(mention.text)
            found = None if match is None else self._descriptions.one(match, mention.start)
            is_category = mention.noun in category_labels()
            if found is not None and (
                found.name not in self._descriptions.called(mention.noun, mention.start)
                if is_category
                else found.reason != "description"
            ):
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

    def _agrees(self, mention: Mention, pronoun: Pronoun, wanted: str) -> bool:
        labels: set[str | None] = {None if mention.label is None else DESCRIBED_PERSON}
        if mention.is_named:
            labels = {mention.label, *self._discourse.described_labels(mention.key)}
            if pronoun.gender and (mention.label in _NEVER_PERSONS or _is_of_thing(mention)):
                # "Harvard College" is nobody, whatever the text says of John Harvard; a ship may be "she"
                return self._is_ship(mention, pronoun)
            if mention.label == "person" and not mention.gender:
                labels.add(UNKNOWN_NAME)  # "Shuttle Challenger" may be taken for a person
        if not labels & pronoun.labels:
            return self._is_ship(mention, pronoun)
        is_known_person = mention.label == "person" and (
            mention.gender or mention.key in self._discourse.learned
        )
        if is_known_person and pronoun.labels == THINGS:
            return False  # whatever the text seems to call Thomas Kerr, "it" is something else
        is_body = mention.number == "singular" and "organization" in labels  # "The Tarns are a band. They"
        if not is_body and mention.number not in ("either", pronoun.number):
            return False
        gender = mention.gender or self._discourse.learned.get(mention.key, "")
        if pronoun.gender and gender and gender != pronoun.gender:
            return False
        return not wanted or can_be(mention, labels, wanted)

    def _is_ship(self, mention: Mention, pronoun: Pronoun) -> bool:
        """Whether "she" may be a ship: one that the text calls so, or that its name tells: "HMS Orme"."""
        if pronoun.gender != "feminine" or mention.number == "plural" or mention.is_joint:
            return False
        if mention.label is None:
            return is_same_kind(mention.noun, "ship")
        called = self._discourse.callings().get(mention.key, ())
        is_told = any(is_same_kind(calling.noun, "ship") for calling in called)
        return is_told or is_named_as_ship(mention.text)

    def _is_woman_told(self, start: int) -> bool:
        """Whether the text before a place names somebody who may be a woman, or speaks of one."""
        columns = self._discourse.columns
        end = self._discourse.columns.token_at(start) or 0
        if not _WOMEN.isdisjoint(columns.lowers[:end]):
            return True
        return any(
            mention.label == "person"
            and "masculine" not in (mention.gender, self._discourse.learned.get(mention.key))
            and not self._is_ship(mention, PRONOUNS["she"])
            for mention in self._discourse.mentions_between(0, start)
        )

    def _announced(
        self, pronoun: Pronoun, start: int, linked: list[Mention]
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
