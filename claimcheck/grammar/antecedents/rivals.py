"""What keeps a pronoun from standing for a mention: grammar, another mention that would do as well, or what
is said of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claimcheck.grammar.antecedents.agreement import bound_heads
from claimcheck.grammar.antecedents.discourse import NAMED_THINGS
from claimcheck.grammar.antecedents.parallel_clauses import has_same_measure, has_same_verb
from claimcheck.grammar.antecedents.referents import (
    DESCRIBED_PERSON,
    PERSON_ENDINGS,
    SUBJECT_WEIGHT,
    UNKNOWN_NAME,
)
from claimcheck.grammar.descriptions.callings import is_work
from claimcheck.grammar.noun_labels import is_person_noun, label_of_noun
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS, is_in_adjunct
from claimcheck.grammar.titles import words_in_titles
from claimcheck.lexicons.persons import load_person_nouns
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.antecedents.discourse import Discourse
    from claimcheck.grammar.antecedents.pronoun_places import Place, Pronoun
    from claimcheck.grammar.antecedents.referents import Mention
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.reports.finding import Report

_WRITINGS = WordSet("reports/evidence")
_HAPPENINGS = WordSet("grammar/happening")
_NEWS = WordPattern(  # "It follows a strike", "It comes after a strike": what was told before
    r"it (?:follow(?:s|ed) (?:an? |the |[\w’'-]+ (?:[\w-]+ )?)(?:<grammar/happening>|<grammar/telling>)"
    r"|c(?:omes|ame) (?:(?:just |only )?[\w-]+ (?:hours?|days?|weeks?|months?|years?) )?"
    r"(?:after|as(?! an? )|amid|ahead of) )",
    re.IGNORECASE,
)


def _is_of_event(discourse: Discourse, place: Place, winner: Mention) -> bool:
    """Whether the predicate of "it" names what happened, and the candidate is no such thing: "The limit
    is 50. It was the deadliest crash", "Acme bought Orbit. It was the largest deal".
    """
    columns = discourse.columns
    if place.word is None or columns.lowers[place.word] != "it" or place.role != SUBJECT_WEIGHT:
        return False
    noun = columns.heads[place.word]
    is_news = winner.is_named and _NEWS.match(discourse.document.text, place.start) is not None
    if is_news and not _is_of_things(discourse, winner):
        return True
    is_predicate = columns.pos[noun] == "NOUN" and columns.has_child(noun, "cop")
    event = columns.lowers[noun]
    if not is_predicate or event not in _HAPPENINGS or winner.noun == event:
        return False
    return winner.is_named or winner.noun not in _HAPPENINGS


def _is_of_things(discourse: Discourse, winner: Mention) -> bool:
    """Whether a name is that of a work or a product, which follows what it tells of: "follows a death"."""
    called = discourse.callings().get(winner.key, ())
    return winner.label == "product" or any(is_work(calling.noun) for calling in called)


def without_single_things(discourse: Discourse, place: Place, chosen: list[Mention]) -> list[Mention]:
    """The candidates for "they" less what is one thing, where something else is many: "A study of Tarn
    University followed 900 nurses. They".
    """
    if place.pronoun.number != "plural" or all(mention.number != "plural" for mention in chosen):
        return chosen
    reporters = {mention.key for mention in chosen if mention.head in place.reporters}
    left_out = {
        mention.key
        for mention in chosen
        if mention.key not in reporters and _is_one_thing_called_many(discourse, place, mention, chosen)
    }
    return [mention for mention in chosen if mention.key not in left_out]


def is_in_closed_bracket(discourse: Discourse, mention: Mention, place: Place) -> bool:
    """Whether a mention stands in a bracket that ends before the pronoun: "her novel (Lantern Press)"."""
    text = discourse.document.text
    first = discourse.sentence_starts[mention.sentence]
    opening = text.rfind("(", first, mention.start)
    closing = text.find(")", opening, place.start) if opening >= 0 else -1
    is_whole = (opening + 1, closing) == (mention.start, mention.end)
    if is_whole and place.pronoun.gender and mention.label == "person":
        return False  # "The mayor (Ann Roe) left. She": the bracket says who the mayor is
    return closing >= mention.end


def is_ruled_out(discourse: Discourse, place: Place, winner: Mention, chosen: list[Mention]) -> bool:
    """Whether the heaviest candidate is still no sure one."""
    if _is_doubtful(discourse, winner, place.pronoun) or _is_of_event(discourse, place, winner):
        return True
    if _is_said_of_either(discourse, place, chosen) or _is_place_of_subject(discourse, place, chosen, winner):
        return True
    if winner.label == DESCRIBED_PERSON:
        return True  # "Her mother is 81. She has the shares": nobody with a name
    if place.pronoun.number == "plural" and (
        _are_persons_nearer(discourse, winner, place) or _is_held_by_several(discourse, winner)
    ):
        return True
    if winner.is_joint and winner.label == "place" and discourse.tells_where(winner):
        return True  # "They nest in Chile and Peru. They": no countries
    distance = place.sentence - winner.sentence
    is_reporter = any(mention.key == winner.key and mention.head in place.reporters for mention in chosen)
    if place.pronoun.gender and not is_reporter and _has_reporter(place, winner, chosen):
        return True
    is_told_of = place.pronoun.gender and not (place.is_speaker or is_reporter)
    if is_told_of and _is_of_described_subject(discourse, place, winner):
        return True
    if not is_reporter and _is_one_thing_called_many(discourse, place, winner, chosen):
        return True
    goes_on_speaking = winner.speaks and place.is_speaker and distance <= 1
    if not (is_reporter or goes_on_speaking) and _has_rival(discourse, place, winner, chosen):
        return True
    is_far = bool(place.pronoun.gender) and distance > 1
    return is_far and _is_somebody_named(discourse, place.sentence - 1, winner.key)


def _has_reporter(place: Place, winner: Mention, chosen: list[Mention]) -> bool:
    """Whether somebody else says what "he" is the subject of, and may be meant: "Hale says he will run"."""
    return any(
        mention.head in place.reporters and mention.label == "person" and mention.key != winner.key
        for mention in chosen
    )


_MAX_CLIMB = 5  # arcs from a pronoun to the clauses around it


def _is_of_described_subject(discourse: Discourse, place: Place, winner: Mention) -> bool:
    """Whether a clause around "he" is about a person without a name, told of since the winner was: "Roe said
    the boy had been ill since he was 13".
    """
    columns, word = discourse.columns, place.word
    if word is None or columns.deps[word] not in NOUN_SUBJECTS:
        return False
    token = columns.heads[word]
    if _is_told_of_unnamed(discourse, place, winner, word):
        return True
    for _ in range(_MAX_CLIMB):
        above = columns.heads[token]
        if above == token:
            return False
        if columns.deps[token] == "acl:relcl" and _is_unnamed_person(discourse, above, place):
            return columns.starts[above] > winner.end
        token = above
        for subject in columns.lefts(token):
            if columns.deps[subject] in NOUN_SUBJECTS and _is_unnamed_person(discourse, subject, place):
                return columns.starts[subject] > winner.end and subject < word
    return False


def _is_told_of_unnamed(discourse: Discourse, place: Place, winner: Mention, word: int) -> bool:
    """Whether what somebody says is about a person without a name: "Roe said the boy was ill when he"."""
    columns = discourse.columns
    after = columns.token_at(max(winner.end, discourse.sentence_starts[place.sentence]))
    return any(
        columns.deps[token] in NOUN_SUBJECTS
        and columns.deps[columns.heads[token]] == "ccomp"
        and _is_unnamed_person(discourse, token, place)
        for token in range(word if after is None else after, word)
    )


def _is_unnamed_person(discourse: Discourse, token: int, place: Place) -> bool:
    """Whether a noun stands for one person whom nothing names and whom a pronoun may mean."""
    columns = discourse.columns
    noun = columns.lowers[token]
    if columns.tags[token] not in ("NN", "JJ") or any(
        columns.deps[child] in ("appos", "flat") for child in columns.rights(token)
    ):
        return False
    is_aged = noun == "old" and columns.lowers[token - 1] == "-"
    gender = load_person_nouns().get(noun)
    return is_aged or (gender is not None and gender in ("", place.pronoun.gender))


def _is_place_of_subject(discourse: Discourse, place: Place, chosen: list[Mention], winner: Mention) -> bool:
    """Whether a place only tells where the subject of the clause before belongs, which "it" goes on with:
    "The town's oldest brewery was founded in 1990. In 2003 it was sold".
    """
    if winner.label != "place" or winner.head < 0 or place.role != SUBJECT_WEIGHT:
        return False
    deps, heads = discourse.columns.deps, discourse.columns.heads
    own = [mention.head for mention in chosen if mention.key == winner.key]
    return all(deps[head] == "nmod:poss" and deps[heads[head]] in NOUN_SUBJECTS for head in own)


def _is_one_thing_called_many(
    discourse: Discourse, place: Place, winner: Mention, chosen: list[Mention]
) -> bool:
    """Whether "they" would stand for one name that is no subject beside it: a firm may be "they" where it
    has just done something or the text is about it.
    """
    if place.pronoun.number != "plural" or not winner.is_named or winner.number != "either":
        return False
    return place.role != SUBJECT_WEIGHT or not any(
        mention.key == winner.key
        and mention.weight >= SUBJECT_WEIGHT
        and (place.sentence - mention.sentence <= 1 or mention.key == place.center)
        and not discourse.is_heading(mention)
        for mention in chosen
    )


def last_subject(discourse: Discourse, chosen: list[Mention], place: Place) -> Mention | None:
    """The subject of the last clause before a pronoun, in its sentence or the one before.

    None where that is one of several, or a phrase that itself points back ("This version").
    """
    columns, word = discourse.columns, place.word
    if word is None or columns.deps[word] not in NOUN_SUBJECTS:
        return None
    sentence = place.sentence
    last = None
    for mention in chosen:
        is_near = sentence - mention.sentence <= 1 and (not mention.in_quotes or place.quoted is not None)
        if mention.sentence < sentence and _is_of_trailing_clause(discourse, mention):
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
    told = _told_of(discourse, last, chosen)
    if told is not None and has_same_verb(columns, told.head, word):
        return told if has_same_measure(columns, told.head, word) else None
    return None if is_passed else last


def _told_of(discourse: Discourse, speaker: Mention, chosen: list[Mention]) -> Mention | None:
    """The candidate of which a subject says something: Orbit in "Acme says that Orbit has 9 shops"."""
    columns = discourse.columns
    said = [c for c in columns.rights(columns.heads[speaker.head]) if columns.deps[c] == "ccomp"]
    subjects = {c for verb in said for c in columns.lefts(verb) if columns.deps[c] in NOUN_SUBJECTS}
    return next((mention for mention in chosen if mention.head in subjects), None)


def _is_said_of_either(discourse: Discourse, place: Place, chosen: list[Mention]) -> bool:
    """Whether a clause may go on with who spoke or with what was told of: "Acme says that Orbit has 9% of
    the trade. It also has 3 mills".
    """
    columns, word = discourse.columns, place.word
    if word is None or place.role != SUBJECT_WEIGHT or place.pronoun.gender or place.is_speaker:
        return False
    speakers = (m for m in chosen if m.head >= 0 and m.weight == SUBJECT_WEIGHT)
    near = [m for m in speakers if m.sentence == place.sentence - 1 and not m.is_linked]
    for speaker in near:
        told = _told_of(discourse, speaker, chosen)
        if told is not None and told.key != speaker.key and has_same_verb(columns, told.head, word):
            return not has_same_measure(columns, told.head, word)
    return False


def _is_of_trailing_clause(discourse: Discourse, mention: Mention) -> bool:
    """Whether a subject is that of an adverbial clause behind the main one."""
    columns = discourse.columns
    if mention.head < 0 or columns.deps[mention.head] not in NOUN_SUBJECTS:
        return False
    verb = columns.heads[mention.head]
    return columns.deps[verb] == "advcl" and columns.heads[verb] < mention.head


def speaker_of(discourse: Discourse, quotation: Report) -> frozenset[str]:
    """The name of who speaks a quotation, in which "he" is somebody else."""
    if quotation.source is None or quotation.holds(*quotation.source):
        return frozenset()
    named = discourse.mentions_between(*quotation.source)
    return frozenset(mention.key for mention in named if mention.label == "person")


def last_speaker(discourse: Discourse, chosen: list[Mention], place: Place) -> Mention | None:
    """The person who spoke last, in the sentence before a "he" who speaks or in its own: Tan in "Lund was
    ill, said Ann Tan. She said".

    None where the sentence names somebody before "he" but for what he says: "In a letter by Lund, he said".
    """
    if not (place.is_speaker and place.pronoun.gender):
        return None
    told = discourse.report_of(place.start)
    sentence = place.sentence if told is None else min(place.sentence, discourse.sentence_of(told.start))
    spoke = [
        mention
        for mention in chosen
        if mention.speaks
        and not mention.in_quotes
        and sentence - mention.sentence <= 1
        and not _speaks_in_report(discourse, mention)
    ]
    last = max(spoke, key=lambda mention: mention.start, default=None)
    if last is None or last.sentence == place.sentence:
        return last
    is_other_named = any(
        mention.sentence == place.sentence
        and mention.key != last.key
        and not mention.in_quotes
        and not (told is not None and told.holds(mention.start, mention.end))
        for mention in chosen
    )
    return None if is_other_named else last


def _speaks_in_report(discourse: Discourse, mention: Mention) -> bool:
    """Whether somebody else reports that a person speaks: Keller in "Roe said Keller told her 40 died"."""
    outer = discourse.source_before(mention.start)
    report = None if outer is None else discourse.report_of(outer[0])
    return report is not None and report.holds(mention.start, mention.end)


def is_of_unnamed_speaker(discourse: Discourse, place: Place, chosen: list[Mention]) -> bool:
    """Whether a "he" who speaks may rather be who spoke last and has no name: "Lund was ill. A doctor said he
    would live. She said".
    """
    if not (place.is_speaker and place.pronoun.gender):
        return False
    first = discourse.sentence_starts[max(0, place.sentence - 1)]
    source = discourse.source_before(place.start)
    if source is None or source[0] < first:
        return False
    if any(mention.start < source[1] and mention.end > source[0] for mention in chosen):
        return False  # a name, a pronoun for one, or a description of one
    token = discourse.columns.root_at(*source)
    if token is None or any(_is_apposed(discourse, mention, token) for mention in chosen):
        return False
    noun = discourse.columns.lowers[token]
    is_title = noun in words_in_titles() and label_of_noun(noun) is None  # no "council"
    is_person = is_person_noun(noun) or is_title
    if not is_person and (label_of_noun(noun) or noun in _WRITINGS or not noun.endswith(PERSON_ENDINGS)):
        return False  # "A newspaper said that he had left. He said"
    return load_person_nouns().get(noun, "") in ("", place.pronoun.gender)


def _is_apposed(discourse: Discourse, mention: Mention, noun: int) -> bool:
    """Whether a mention tells the name of a noun: "The minister, Bo Lund, left, saying it was late"."""
    columns, head = discourse.columns, mention.head
    return head >= 0 and columns.deps[head] == "appos" and columns.heads[head] == noun


def is_superseded(discourse: Discourse, speaker: Mention, sentence: int) -> bool:
    """Whether somebody else has been the subject of a sentence since a person spoke, or was named in one."""
    return any(
        discourse.center_of(index) not in (None, speaker.key)
        or any(
            mention.label == "person" and mention.key != speaker.key and not mention.in_quotes
            for mention in discourse.mentions_of(index)
        )
        for index in range(speaker.sentence + 1, sentence)
    )


def _are_persons_nearer(discourse: Discourse, winner: Mention, place: Place) -> bool:
    """Whether two persons stand between things and "they", which may be both of them: "He sold 40 copies.
    Then Ann Thorne married Arthur Vane; they had two daughters".
    """
    if winner.is_named or winner.sentence == place.sentence:
        return False
    between = discourse.mentions_between(winner.end, place.start)
    persons = {mention.key for mention in between if mention.label == "person" and mention.is_named}
    return len(persons) > 1


def _is_held_by_several(discourse: Discourse, winner: Mention) -> bool:
    """Whether things are the object of several that "and" joins: "Lu and Yo had only photographs. They"."""
    columns = discourse.columns
    if winner.is_named or winner.head < 0 or columns.deps[winner.head] != "obj":
        return False
    subjects = [c for c in columns.lefts(columns.heads[winner.head]) if columns.deps[c] in NOUN_SUBJECTS]
    return any(
        columns.deps[c] == "conj" and columns.pos[c] == "PROPN"
        for subject in subjects
        for c in columns.rights(subject)
    )


def _is_somebody_named(discourse: Discourse, sentence: int, key: str) -> bool:
    """Whether the subject of a sentence is a full name no person bears, other than `key`:
    "Tyne Hall" as a place, before "She".
    """
    return any(
        mention.weight == SUBJECT_WEIGHT
        and mention.label in ("place", UNKNOWN_NAME)
        and mention.key != key
        and " " in mention.text
        and not mention.is_joint
        for mention in discourse.mentions_of(sentence)
    )


def owners_in_predicate(discourse: Discourse, word: int) -> frozenset[str]:
    """The names that own what a pronoun is said to be: "It was Orkney's worst defeat" is not Orkney."""
    columns = discourse.columns
    noun = columns.heads[word]
    if not any(columns.deps[child] == "cop" for child in columns.children[noun]):
        return frozenset()
    owners = [child for child in columns.children[noun] if columns.deps[child] == "nmod:poss"]
    if not owners:
        return frozenset()
    low = bisect_left(discourse.starts, columns.starts[word])
    return frozenset(mention.key for mention in discourse.mentions[low : low + 6] if mention.head in owners)


def named_in_complement(discourse: Discourse, word: int) -> frozenset[str]:
    """The persons whom a clause names that hangs on the verb of a pronoun: in "He said that Lund would go"
    he is somebody else.
    """
    columns = discourse.columns
    verb = columns.heads[word]
    if columns.deps[word] not in NOUN_SUBJECTS or verb < word:
        return frozenset()
    clause = next((child for child in columns.rights(verb) if columns.deps[child] == "ccomp"), None)
    if clause is None:
        return frozenset()
    low = bisect_left(discourse.starts, columns.starts[verb])
    return frozenset(
        mention.key
        for mention in discourse.mentions[low : low + 6]
        if mention.label == "person" and not mention.in_quotes and _is_below(columns, mention.head, clause)
    )


def _is_below(columns: TokenColumns, word: int, clause: int) -> bool:
    """Whether a word is the head of a clause or hangs on it."""
    while word not in (clause, columns.heads[word]):
        word = columns.heads[word]
    return word == clause


def _is_doubtful(discourse: Discourse, mention: Mention, pronoun: Pronoun) -> bool:
    """Whether the label of a name does not fit the pronoun: "Quill" taken for a person and called "it",
    an unknown name called "she".
    """
    if mention.label == UNKNOWN_NAME:
        return bool(pronoun.gender)
    return (
        mention.label == "person"
        and None in pronoun.labels
        and not (discourse.described_labels(mention.key) & NAMED_THINGS)
        and pronoun.number == "singular"
    )


def _has_rival(discourse: Discourse, place: Place, winner: Mention, chosen: list[Mention]) -> bool:
    """Whether the object of the clause that the best candidate is the subject of would do as well.

    "Tom Hale hired James Orr. He was 40": grammar alone does not tell. What the text is about and what
    the verb asks for do, unless one thing would be many: "Verdano runs 31 farms. They".
    """
    best = winner.key
    is_sure = best == place.center or (place.wanted == "agent" and winner.is_named)
    is_many = place.pronoun.number == "plural" and winner.number == "either"
    if winner.is_joint or (is_sure and not is_many):
        return False
    own = [mention for mention in chosen if mention.key == best and mention.head >= 0]
    latest = max((mention.sentence for mention in own), default=-1)
    verbs = {
        (mention.sentence, discourse.clause_of(mention.head))
        for mention in own
        if mention.weight >= SUBJECT_WEIGHT and mention.sentence == latest
    }
    for mention in chosen:
        if mention.key == best or mention.head < 0 or mention.is_linked:
            continue
        head = mention.head
        if discourse.columns.deps[head] not in ("obj", "iobj"):
            continue
        if (mention.sentence, discourse.columns.heads[head]) in verbs:
            return True
    return False


def is_bound(discourse: Discourse, mention: Mention, place: Place) -> bool:
    """Whether grammar keeps a pronoun from standing for a mention.

    It does not stand for a phrase that it is part of ("the data that it was trained on"), for another
    argument of its verb ("Microsoft replaced it"), or for what stands in an adjunct of its own clause
    ("Compared with Firefox, it uses less"), but for who says it ("According to Acme, it uses less").
    """
    word = place.word
    if word is None or mention.head < 0 or mention.start == place.source:
        return False
    if ";" in discourse.document.text[mention.end : place.start]:
        return False  # another clause, whatever the tree says: "Ann Roe was ill until May; she"
    if mention.head in bound_heads(discourse.columns, word):
        return True
    return discourse.columns.deps[word] in NOUN_SUBJECTS and is_in_adjunct(
        discourse.columns, mention.head, discourse.columns.heads[word]
    )
