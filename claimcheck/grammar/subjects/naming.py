"""A subject that grammar gives, as a reader would name it: whole names, no label, the thing described."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.descriptions.reading import described_thing
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS, is_in_adjunct, noun_phrase, trim
from claimcheck.grammar.ordered_phrases import first_phrase, ordered_subject
from claimcheck.grammar.subjects.clause_subjects import own_subject
from claimcheck.grammar.subjects.edges import with_edges
from claimcheck.grammar.subjects.extent import whole_subject, with_second_half
from claimcheck.grammar.titles import words_in_titles
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.tagging.penn_tags import FINITE, FINITE_OR_PARTICIPLE, NOUN_TAGS, PROPER_TAGS

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence

Offsets = tuple[int, int]

_OURS = ("our ", "my ")
_FIRST_PERSONS = frozenset({"we", "i"})

_KEPT_ELSEWHERE = WordSet("grammar/kept_elsewhere")
_DONE_TO_OWN = WordSet("grammar/done_to_own")

_OWNED = re.compile(r"(?:his|her|its|their|my|our|your)\s", re.IGNORECASE)

_GAP_TO_NAME = re.compile(r",?\s+")

_MARKS_BEFORE = re.compile(r"(?:[^\w\s\"'“‘(\[$€£#@]+\s+|\(?\d{1,2}[.)]\s+)+")


def refine_subject(
    document: NormalisedDocument,
    sentence: Sentence,
    found: Offsets,
    start: int,
    end: int,
) -> Offsets:
    """A subject that a tree gives, as a reader would name it: whole names, the thing that "we" made or that a
    possessive phrase introduces, no section label.
    """
    columns = columns_of(document)
    text = columns.text
    found = with_edges(columns, sentence, found, start)
    first, last = _whole_words(text, sentence, whole_subject(columns, sentence, found))
    marks = _MARKS_BEFORE.match(text, first, last)
    if marks is not None and marks.end() < last:
        first = marks.end()
    label = _LABEL_END.match(text, last, sentence.end)
    if label is not None and label.end() <= start:
        after_label = ordered_subject(columns, sentence, label.end(), start)
        after_label = after_label or first_phrase(columns, label.end(), start)
        if after_label is not None:
            return after_label
    word = text[first:last].lower()
    if word in _FIRST_PERSONS:
        made = _made_by_author(columns, sentence, first, start, end)
        return made if made is not None else (first, last)
    if word == "it":
        return _said_of(columns, first, start, end) or (first, last)
    if last <= start:
        described = described_thing(document, sentence, first, last)
        thing = None if described is None else (described.start, described.end)
        if thing is not None and thing[1] <= start and not _is_beside_adjunct(columns, (first, last), thing):
            return thing
    named = _with_names(columns, sentence, _before_verb(columns, sentence, (first, last)), start)
    named = _before_headline_verb(text, sentence, named)
    return with_second_half(columns, sentence, named, start)


def _is_beside_adjunct(columns: TokenColumns, found: Offsets, named: Offsets) -> bool:
    """Whether a name only ends the adjunct that a clause opens with, so that the subject behind its comma
    does not describe it: "Based on figures from the Halvor Institute, the number of herons rose".
    """
    subject, name = columns.root_at(*found), columns.root_at(*named)
    if subject is None or name is None or columns.deps[subject] not in NOUN_SUBJECTS or name > subject:
        return False
    return is_in_adjunct(columns, name, columns.heads[subject])


def _before_verb(columns: TokenColumns, sentence: Sentence, found: Offsets) -> Offsets:
    """A phrase without the clause that a misread verb drew into it: "GDP" for "GDP increased by 0.8%"."""
    span = columns.span(*found)
    if span is None:
        return found
    tags = columns.tags
    names = [name for name in sentence.names if name.start < found[1] and name.end > found[0]]
    for i in range(span[0] + 1, span[1]):
        if tags[i] not in FINITE_OR_PARTICIPLE or tags[i - 1] not in NOUN_TAGS:
            continue
        if tags[i] == "VBN" and _is_told(columns, sentence) and not _is_verb_of_name(columns, span[0], i):
            continue
        if not any(name.start <= columns.starts[i] < name.end for name in names):
            return trim(columns.text, found[0], columns.starts[i])
    return found


def _is_verb_of_name(columns: TokenColumns, first: int, verb: int) -> bool:
    """Whether what a tagger took for a participle is the verb of a name that opens the clause: "In May, Rita
    packed winds of 240 km/h". Not in "Norvale owned shops".
    """
    is_led = first > 0 and columns.words[first - 1] not in (",", ".", "\n")
    if (
        (is_led and not columns.doc[first].is_sent_start)
        or columns.lowers[verb] in _BOUND
        or verb + 1 >= len(columns.tags)
    ):
        return False
    is_name = all(tag == "NNP" for tag in columns.tags[first:verb])
    return is_name and columns.tags[verb + 1] in ("NN", "NNS", "DT", "CD", "PRP$", "JJ")


_BOUND = WordSet("grammar/bound_to_name")


def _is_told(columns: TokenColumns, sentence: Sentence) -> bool:
    """Whether a sentence has a finite verb, so that its participles may be what they seem."""
    return not FINITE.isdisjoint(columns.tags[sentence.span.start : sentence.span.end])


_HEADLINE_VERB = re.compile(r" [a-z]{2,14}s")


def _before_headline_verb(text: str, sentence: Sentence, found: Offsets) -> Offsets:
    """The name alone, where the verb of a headline was taken for a noun: "Harbour Robotics lifts target"."""
    if found[0] != sentence.start or text[: sentence.end].rstrip()[-1:] in (".", "!", "?", ":"):
        return found
    for name in sentence.names:
        if name.start == found[0] and _HEADLINE_VERB.fullmatch(text, name.end, found[1]):
            return found[0], name.end
    return found


_LABEL_END = re.compile(r"(?:\s*\([^()]{1,40}\))?:(?=\s)")


def _whole_words(text: str, sentence: Sentence, found: Offsets) -> Offsets:
    """A phrase with the whole of the words that hyphens join at its edges: "gpt-oss-20b" for "gpt"."""
    first, last = found
    while first > sentence.start and text[first - 1] == "-" and first - 1 > sentence.start:
        before = first - 1
        while before > sentence.start and (text[before - 1].isalnum() or text[before - 1] in "._"):
            before -= 1
        if before == first - 1:
            break
        first = before
    while last + 1 < sentence.end and text[last] == "-" and text[last + 1].isalnum():
        last += 2
        while last < sentence.end and (
            text[last].isalnum() or (text[last] in "._" and text[last + 1 : last + 2].isalnum())
        ):
            last += 1
    return first, last


def _with_names(columns: TokenColumns, sentence: Sentence, found: Offsets, start: int) -> Offsets:
    """A phrase with the whole of the names it cuts, and with the name that it introduces."""
    text = columns.text
    first, last = found
    for name in sentence.names:
        if name.start < first < name.end and name.end <= last:
            first = name.start
        elif name.start < last < name.end and name.start >= first and not name.start >= start:
            last = name.end
    titled = _titled_person(text, sentence, last, start)
    if titled is not None:
        return first, titled
    is_owned = _OWNED.match(text, first, last) is not None
    gap = _GAP_TO_NAME.match(text, last)
    if gap is None or (gap.group() != " " and not is_owned):
        return first, last
    is_parted = gap.group()[0] == ","
    for name in sentence.names:
        is_titled = name.label == "person"  # "Marketing manager Ann Roe", "Senator from Ohio Ann Ray"
        if is_parted and text[name.end : name.end + 1] not in _APPOSITION_ENDS:
            continue  # "Its tanks, Ray says, were warmer"
        if name.start == gap.end() and (is_owned or is_titled or text[first].islower()):
            return (name.start, name.end) if is_owned else (first, name.end)
    return first, last


_APPOSITION_ENDS = frozenset({"", ",", ".", ";", ")", "—", "–"})


def _titled_person(text: str, sentence: Sentence, last: int, start: int) -> int | None:
    """Where the person is named whose title stands behind a name: "United States President Ann Roe"."""
    for name in sentence.names:
        if name.label != "person" or not last < name.start <= last + _LONGEST_TITLE or name.end > start:
            continue
        title = text[last : name.start]
        words = title.lower().replace(".", "").split()
        if (
            words
            and title[:1] == title[-1:] == " "
            and title[1].isupper()
            and set(words) <= words_in_titles()
        ):
            return name.end
    return None


_LONGEST_TITLE = 30


def _said_of(columns: TokenColumns, pronoun: int, start: int, end: int) -> Offsets | None:
    """What a clause is about whose subject "it" only announces it: "it was reported that Baker was ill"."""
    token = columns.token_at(pronoun)
    if token is None:
        return None
    verb = columns.heads[token]
    for child in columns.rights(verb):
        if columns.deps[child] in ("ccomp", "csubj", "csubj:pass"):
            return own_subject(columns, child, start, end)
    return None


def _made_by_author(
    columns: TokenColumns,
    sentence: Sentence,
    pronoun: int,
    start: int,
    end: int,
) -> Offsets | None:
    """What "we" release, and the named thing that we train or present: the claim is about it. What we meet,
    visit or use is ours in no such way: "I met Ann Ray in 1990".
    """
    token = columns.token_at(pronoun)
    if token is None:
        return None
    verb = columns.heads[token]
    below = [child for child in columns.rights(verb) if columns.deps[child] == "xcomp"]
    for child in [*columns.rights(verb), *(c for x in below for c in columns.rights(x))]:
        if columns.deps[child] != "obj" or start <= columns.starts[child] < end:
            continue
        first, last = noun_phrase(columns, child)
        done = columns.lowers[columns.heads[child]]
        if done in _DONE_TO_OWN:
            names = [name for name in sentence.names if first <= name.start and name.end <= last]
            products = [name for name in names if name.label == "product"]
            # "launched our Facebook page", which is no product of ours
            is_part = columns.text.startswith(_OURS, first) and columns.lowers[child] in _KEPT_ELSEWHERE
            if len(products) == 1 and not (is_part and products[0].end < last):
                return products[0].start, products[0].end
            is_thing = all(name.label not in ("person", "place") for name in names)
            if columns.tags[child] in PROPER_TAGS and is_thing:
                return first, last
        if done in grammar_words("releasing"):
            return first, last
    return None
