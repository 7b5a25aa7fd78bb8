"""Names in a text: organizations, persons, places, products, languages, as one consistent set.

Three sources are merged: the name lists (`senses`), patterns (`patterns`) and the entities of the
spaCy pipeline, if it gives any. Longer beats shorter, a listed name beats the model, and one spelling has
one label within a document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_pairs, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import FAIR, GOOD, MODEL, OWN, WEAK, Basis, Candidate
from claimcheck.names.context import POSSESSIVE_GAPS, NameContext, head_of, load_head_words, read_context
from claimcheck.names.evidence import weigh_name
from claimcheck.names.linking import link_names
from claimcheck.names.lists import (
    load_cues,
    load_demonyms,
    load_name_table,
    load_person_names,
    load_titles,
)
from claimcheck.names.own import NAME_LABELS, OWN_NAMES
from claimcheck.names.patterns import find_built_names
from claimcheck.names.persons import holds_other_words, is_on_a_street
from claimcheck.names.senses import find_listed_names
from claimcheck.names.words import CAPITALISED, INITIAL, LOWER, UPPER, split_words
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Doc, Span

    from claimcheck.names.words import NameWords

_MODEL_LABELS = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "PRODUCT": "product",
    "LANGUAGE": "language",
    "WORK_OF_ART": "product",
}


# Log weights beside those of `name_evidence`, chosen on redocred-test, gum_derived-test and
# crossner_science-test; the scores of the reported files stood beside them in the last sweep.
MODEL_WEIGHT = 1.0  # for the label the pipeline gives
NONE_WEIGHT = 0.7  # against an entity of the pipeline
ACRONYM_DOUBT = 1.5  # more of it for a lone acronym in a text about software
PERSON_CHANCE = 0.62  # least probability of a person whose name no list and no word beside it supports
RUN_CHANCE = 0.8  # least probability of a name that only the words around it speak for


@dataclass(frozen=True, slots=True)
class NameMention:
    """One name in the text.

    Attributes:
        start, end: code points in the text, end exclusive; `text` is what stands there.
        label: organization, person, place, product or language.
        canonical: the name under which this document introduces the thing most fully; always a form that
            the text holds ("Yann LeCun" for a later "LeCun", the long form for a bracketed acronym).
        found_by: the rule that found it.
        basis: what its label rests on.
    """

    start: int
    end: int
    text: str
    label: str
    canonical: str
    found_by: str
    basis: Basis

    @property
    def is_guess(self) -> bool:
        """Whether no list and no word of the name stands behind its label, only what is near it."""
        return self.basis is Basis.SURROUNDINGS

    @property
    def is_listed(self) -> bool:
        """Whether a list of names holds it."""
        return self.basis is Basis.LIST


def find_names(doc: Doc) -> list[NameMention]:
    """Every name of the document in reading order; no two overlap.

    Uses the entities of the `Doc` where there are any and works without. Time is linear in the text.
    """
    text = text_of(doc)
    words = split_words(text)
    if not len(words.forms):
        return []
    context = read_context(words)
    candidates = [*find_listed_names(context), *find_built_names(context)]
    entities = doc.ents  # made anew each time they are asked for
    if entities:
        sure = [c for c in candidates if c.strength >= GOOD]
        candidates += _read_model_entities(doc, entities, context, sure)
    candidates += _read_own_names(doc, context)
    candidates += _read_free_runs(context, candidates)
    chosen = _resolve(_without_holders(context, _without_titles(context, candidates)))
    return [
        NameMention(c.start, c.end, text[c.start : c.end], c.label, canonical, c.rule, c.basis)
        for c, canonical in link_names(context, chosen)
    ]


def _read_own_names(doc: Doc, context: NameContext) -> list[Candidate]:
    """What the user's own patterns found (`own_names`), as far as it is made of words."""
    if OWN_NAMES not in doc.spans:
        return []
    words = context.words
    found = []
    for span in doc.spans[OWN_NAMES]:
        first = bisect_right(words.ends, span.start_char)
        last = bisect_left(words.starts, span.end_char)
        if first < last:
            label = NAME_LABELS[span.label_]
            found.append(Candidate(first, last, words.starts[first], words.ends[last - 1], label, "own", OWN))
    return found


def _read_model_entities(
    doc: Doc, entities: Sequence[Span], context: NameContext, sure: list[Candidate]
) -> list[Candidate]:
    """The pipeline's entities, cut to whole words; the label is weighed against the words around it."""
    words = context.words
    sure_at = {c.first: c for c in sure}
    named = {(c.first, c.last) for c in sure}  # what the lists say of a name counts for more
    tags = doc.to_array("TAG").tolist() if doc.has_annotation("TAG") else []
    name_tags = {doc.vocab.strings[tag] for tag in _NAME_TAGS}
    found: list[Candidate] = []
    for entity in entities:
        label = _MODEL_LABELS.get(entity.label_)
        span = _whole_words(words, entity) if label is not None else None
        if label is None or span is None:
            continue
        first, last = span
        if label == "place" and _opens_with_initial(words, first, last):
            label = "person"
        elif label != "place" and _is_part_of_place(words, first, last):
            label = "place"
        if label != "language" and tags and name_tags.isdisjoint(tags[entity.start : entity.end]):
            continue
        pieces = _split_entity(context, first, last, label)
        weighed = (_weigh_piece(context, piece, label, sure_at) for piece in pieces if piece not in named)
        found += [name for name in weighed if name is not None]
    return found


def _whole_words(words: NameWords, entity: Span) -> tuple[int, int] | None:
    """First word and end of an entity that begins and ends with words, but for one mark; else None."""
    first = bisect_left(words.starts, entity.start_char)
    last = bisect_right(words.ends, entity.end_char)
    is_whole = (
        first < last
        and words.starts[first] == entity.start_char
        and entity.end_char - words.ends[last - 1] in (0, 1)
    )
    return (first, last) if is_whole else None


def _weigh_piece(
    context: NameContext, piece: tuple[int, int], label: str, sure_at: dict[int, Candidate]
) -> Candidate | None:
    """The name that a piece of an entity is, under its likeliest label; None where it is more likely none."""
    words = context.words
    first, last = piece
    if label == "language":
        return _make_model_name(context, first, last, label)
    holder = _holder_behind_seat(context, first, last, sure_at)
    if holder is not None:
        return _make_model_name(context, first, holder.first, "place")
    if _is_pieced_together(context, first, last, sure_at):
        return None
    first, last = _whole_run(context, first, last, label, sure_at)
    if not _may_be_name(context, first, last):
        return None
    doubt = NONE_WEIGHT
    if context.code_words and last - first == 1 and words.cases[first] is UPPER:
        doubt += ACRONYM_DOUBT
    chances = weigh_name(context, first, last, {label: MODEL_WEIGHT, "none": doubt})
    best = max(chances, key=chances.__getitem__)
    if best == "person" and (holds_other_words(context, first, last) or is_on_a_street(context, first, last)):
        return None
    if best == "person" and (other := _other_than_person(context, first, last)):
        best = other
    elif best == "person":
        if chances[best] < PERSON_CHANCE and not _is_personal(context, first, last):
            return None
        if last - first > 1 and words.forms[first] in load_titles():
            if is_on_a_street(context, first + 1, last):
                return _make_model_name(context, first, last, "place")  # "80 King Street"
            first += 1  # "Senator Thune", which the pipeline took for something else
    elif best == "organization":
        if context.after(last) in context.cues["product_after"]:
            best = "product"  # "the HALVOR database"
        elif len(words.slice(first, last)) < _SHORTEST_BODY:
            return None  # "(EN)"
    return None if best == "none" else _make_model_name(context, first, last, best)


_SHORTEST_BODY = 3  # letters
_COMPASS = frozenset("NSEW")


def _opens_with_initial(words: NameWords, first: int, last: int) -> bool:
    """Whether a name is an initial and a surname that is a place's too: "D. Berlin"; not "N. Ireland"."""
    return (
        last - first == 2
        and words.cases[first] is INITIAL
        and words.gaps[first + 1] == ". "
        and words.cases[first + 1] is CAPITALISED
        and words.forms[first] not in _COMPASS
    )


def _is_part_of_place(words: NameWords, first: int, last: int) -> bool:
    """Whether a name is a quarter of the compass, shortened, and a place: "W. Virginia", "E. Germany"."""
    return (
        last - first == 2
        and words.cases[first] is INITIAL
        and words.forms[first] in _COMPASS
        and words.forms[first + 1] in load_pairs("shared/places.csv", "name", "type")
    )


def _holder_behind_seat(
    context: NameContext, first: int, last: int, sure_at: dict[int, Candidate]
) -> Candidate | None:
    """The person of a title that is held of the place before: Ann Lee in "Mayor of Halvor Ann Lee"."""
    if context.before(first) not in {"of", "for", "from"}:
        return None
    inner = (sure_at.get(i) for i in range(first + 1, last))
    return next(
        (
            c
            for c in inner
            if c is not None and c.label == "person" and c.basis is Basis.TITLE and c.last == last
        ),
        None,
    )


def _whole_run(
    context: NameContext, first: int, last: int, label: str, sure_at: dict[int, Candidate]
) -> tuple[int, int]:
    """A body's name of several words goes on to the end of the capitals that it stands in: what the pipeline
    cuts from "Quarterly National Accounts" or "the Tarn Research Information Triad" is no name.
    """
    words = context.words
    if label != "organization" or last - first < 2 or words.forms[last - 1] in context.head_words:
        return first, last
    given = load_person_names()[0]
    end = last
    while (
        end < len(words.forms)
        and end - first < _LONGEST_RUN
        and context.is_name_like(end)
        and context.joins(end)
        and end not in sure_at
        and not context.is_explained(end)
        and words.forms[end] not in given
        and words.cases[end] is CAPITALISED
        and words.forms[end].isascii()
        and not load_name_table().readings(words.forms[end])
    ):
        end += 1
    return first, end


_LONGEST_RUN = 6  # words


def _other_than_person(context: NameContext, first: int, last: int) -> str:
    """What a name of several words is that the pipeline takes for a person's, by its first word or its last
    one: a firm's branch ("Tesco Polska"), a law ("H.B. 588"); empty where they do not tell.
    """
    words = context.words
    if last - first == 1:
        return ""
    if any(map(str.isdigit, words.forms[last - 1])):
        return "none"
    head = words.forms[first]
    if head in load_cues("organization_lead"):
        return "organization"
    given, surnames, _ = load_person_names()
    if head in given or head in surnames:
        return ""
    if words.forms[last - 1] in load_titles():
        return "none"  # "NASA Administrator"
    readings = load_name_table().readings(head)
    is_firm = bool(readings) and readings[0].label == "organization" and readings[0].safety == "safe"
    return "organization" if is_firm else ""


def _is_personal(context: NameContext, first: int, last: int) -> bool:
    """Whether a name that the pipeline takes for a person's is, or stands, as persons' names do."""
    words = context.words
    given, surnames, ambiguous = load_person_names()
    tail = words.forms[last - 1]
    if words.forms[first] in given or (last - first > 1 and tail in surnames and tail not in ambiguous):
        return True
    if words.forms[first - 1] in load_titles() if first else False:
        return True
    if context.after(last) in load_cues("person_verb"):
        return True
    if last - first == 1:
        return False
    table = load_name_table()
    return not any(
        words.cases[i] is not CAPITALISED
        or words.forms[i].lower() in context.plain
        or words.forms[i] in load_cues("generic_modifier")
        or words.forms[i] in load_head_words()
        or table.readings(words.forms[i])
        for i in range(first, last)
    )


def _make_model_name(context: NameContext, first: int, last: int, label: str) -> Candidate:
    words = context.words
    return Candidate(
        first, last, words.starts[first], words.ends[last - 1], label, "model", MODEL, Basis.SURROUNDINGS
    )


def _split_entity(context: NameContext, first: int, last: int, label: str) -> list[tuple[int, int]]:
    """Pieces of an entity: cut at possessive endings, titles and plain words at its edges cut off."""
    words = context.words
    honorifics = load_cues("honorific")
    pieces = []
    start = first
    for index in range(first + 1, last + 1):
        possessive = index < last and (
            words.gaps[index] in POSSESSIVE_GAPS
            or (words.gaps[index] in _PLURAL_GAPS and words.forms[last - 1] not in context.head_words)
        )
        if index == last or possessive or words.forms[index] in honorifics:
            pieces.append((start, index))
            start = index
        elif words.forms[index] in {"and", "or"} and _joins_two(context, start, index, last):
            pieces.append((start, index))  # "the Halvor Pension Fund and School Fund"
            start = index + 1
        elif words.gaps[index] == " - " or (
            words.gaps[index] == " & " and label in {"person", "product"} and last - first == _PAIR
        ):
            pieces.append((start, index))  # "Roe & Lee", "NCG - Orvane"
            start = index
        elif label == "person" and index - start > 1 and words.forms[index] == "of":
            pieces.append((start, index))  # "Sundar Rao of Acme"; one word before it is "Joan of Arc"
            break
    trimmed = (_trim_piece(context, first, last, label) for first, last in pieces)
    return [piece for piece in trimmed if piece[0] < piece[1]]


def _trim_piece(context: NameContext, start: int, end: int, label: str) -> tuple[int, int]:
    """A piece of an entity without titles, trades, peoples and plain words at its edges."""
    words, titles = context.words, load_titles()
    plain, honorifics = load_cues("plain_capital"), load_cues("honorific")
    while start < end and (
        (not context.is_name_like(start) and words.cases[start] is LOWER)
        or (
            end - start > 1
            and (words.forms[start] in honorifics or (label == "person" and words.forms[start] in titles))
        )
        or context.is_plain_start(start)
        or (label == "person" and end - start > _PAIR and words.forms[start] in load_demonyms())
        or (end - start > 1 and context.opens_as_trade(start))
    ):
        start += 1
    while end - start > 1 and (
        words.forms[end - 1] in plain
        or (words.forms[end - 1] in context.cues["calendar"] and words.cases[end - 2] is LOWER)
        or words.cases[end - 1] is LOWER
        or (label == "person" and words.forms[end - 1] in titles)
    ):
        end -= 1
    return start, end


_PAIR = 2  # words
_PLURAL_GAPS = frozenset({"' ", "’ "})  # within names of halls and schools: "Bakers' Hall"


def _joins_two(context: NameContext, first: int, joint: int, last: int) -> bool:
    """Whether a conjunction stands between two names of one kind: one word ends both, or each is one word
    and one of them stands alone elsewhere.
    """
    forms = context.words.forms
    left, right = forms[joint - 1], forms[last - 1]
    if last - joint > 2 and joint - first > 1:
        return left == right
    return last - first == _PAIR + 1 and (forms.count(left) > 1 or forms.count(right) > 1)


def _without_titles(context: NameContext, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates but those that begin in the title of a person and end in it or with the person: neither
    "Chief Technology" nor "Chief Technology Officer Ann Ray" is a name, nor the title by itself.
    """
    titles = load_titles()
    firsts = _load_first_words_of_titles()
    words = context.words
    candidates = [
        c
        for c in candidates
        if words.forms[c.first] not in firsts or c.strength == OWN or not _is_in_title(words, c, titles)
    ]
    until: dict[int, int] = {}  # word of a title -> where the person ends
    for person in candidates:
        if person.basis is Basis.TITLE:
            for start in range(max(0, person.first - _LONGEST_TITLE), person.first - 1):
                if context.words.slice(start, person.first) in titles:
                    until.update(dict.fromkeys(range(start, person.first), person.last))
    return (
        [c for c in candidates if c.strength == OWN or c.last > until.get(c.first, -1)]
        if until
        else candidates
    )


_LONGEST_TITLE = 5  # words


def _without_holders(context: NameContext, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, bodies cut where the person begins who holds a seat in them.

    As in "CEO of the Halvor Council Ann Lee".
    """
    holders = {person.last: person.first for person in candidates if person.basis is Basis.SEAT}
    if not holders:
        return candidates
    found = []
    for candidate in candidates:
        first = holders.get(candidate.last, candidate.first)
        if first > candidate.first and candidate.strength != OWN:
            if candidate.label == "organization":
                end = context.words.ends[first - 1]
                found.append(candidate._replace(last=first, end=end))
        else:
            found.append(candidate)
    return found


@per_lexicon
def _load_first_words_of_titles() -> frozenset[str]:
    """The first words of titles of several words."""
    return frozenset(title.partition(" ")[0] for title in load_titles() if " " in title)


def _is_in_title(words: NameWords, candidate: Candidate, titles: Collection[str]) -> bool:
    """Whether a title begins where a candidate does, and ends behind it or with it."""
    first, last = candidate.first, candidate.last
    return candidate.label != "person" and any(
        words.slice(first, end) in titles
        for end in range(max(last, first + 2), min(first + _LONGEST_TITLE, len(words.forms)) + 1)
    )


def _is_pieced_together(context: NameContext, first: int, last: int, sure_at: dict[int, Candidate]) -> bool:
    """Whether surer names cover every word of the span that is not ordinary: "General Motors of Detroit"."""
    words = context.words
    index = first
    inner = 0
    while index < last:
        name = sure_at.get(index)
        if name is not None and name.last <= last and not (name.first == first and name.last == last):
            inner += 1
            index = name.last
        elif context.is_name_like(index) and words.forms[index].lower() not in context.plain:
            return False
        else:
            index += 1
    return inner > 0


_FISCAL_YEAR = re.compile(r"[FC]Y\d{2}(?:\d\d)?")


def _may_be_name(context: NameContext, first: int, last: int) -> bool:
    """Whether a span of the pipeline is worth weighing at all."""
    words = context.words
    capitals = [i for i in range(first, last) if context.is_name_like(i)]
    if not capitals or context.heading[first] or _FISCAL_YEAR.fullmatch(words.forms[first]):
        return False
    forms = [words.forms[i] for i in capitals]
    if forms[-1] in load_demonyms() or forms[-1] in context.cues["event_head"]:
        return False
    if context.joins(last) and context.after(last) in context.cues["event_head"]:
        return False  # "the Second Tarn | War"
    if forms == ["Eve"] and first and words.forms[first - 1] in context.cues["calendar"]:
        return False  # "Christmas Eve"
    if words.forms[head_of(words, first, last)] in context.cues["thing_head"]:
        return False
    if context.after(last) in context.cues["thing_after"] and words.gaps[last] != "-":
        return False
    if len(forms) == 1 and last - first == 1 and forms[0] in context.cues["bare_head"]:
        return False
    if last < len(words.forms) and words.forms[last] in context.cues["disease_noun"]:
        return False
    if len(forms) == 1 and (
        (len(forms[0]) >= _LONG and forms[0].endswith(_UNNAMED_ENDINGS)) or _is_licence(context, last)
    ):
        return False
    modifiers = context.cues["generic_modifier"]
    for form in forms:
        if form.lower() not in context.plain and form not in modifiers:
            break
    else:
        return False
    table = load_name_table()
    for i, form in zip(capitals, forms, strict=True):
        if not (context.is_explained(i) or (form[-1] == "s" and table.readings(form[:-1]))):
            return True
    return False


_LONG = 7  # letters
_UNNAMED_ENDINGS = (
    *("ians", "eans", "ism"),  # "Athenians", "Melanesians", "McCarthyism"; not "Prism"
    *("saurus", "pteryx", "pithecus", "therium", "coccus", "bacter", "bacterium", "virus", "myces"),
)
_LICENCES = WordSet("names/licence")


def _is_licence(context: NameContext, last: int) -> bool:
    """Whether a name is that of a licence: "the Halvor 2.0 licence"."""
    forms = context.words.forms
    if context.after(last)[:1].isdigit():
        last += 1
    return context.after(last).lower() in _LICENCES and last < len(forms)


_NAME_TAGS = frozenset({"NNP", "NNPS", "FW", "ADD", "GW"})


def _read_free_runs(context: NameContext, candidates: list[Candidate]) -> list[Candidate]:
    """Runs of capitals that nothing else explains, where the words around them leave little doubt."""
    words = context.words
    taken = {i for c in candidates if c.strength > WEAK for i in range(c.first, c.last)}
    found = []
    read_to = 0
    for index in context.capitals:
        if index < read_to or index in taken or context.heading[index]:
            continue
        first = index
        last = index + 1
        while last not in taken and context.is_name_like(last) and context.joins(last):
            last += 1
        read_to = last
        if last - first > 1 and context.is_plain_start(first):
            first += 1
        if (
            last - first > 5
            or (first - 1 in taken and context.joins(first))
            or (last in taken and context.joins(last))
        ):
            continue
        if not _may_be_name(context, first, last) or _is_bare(context, first, last):
            continue
        chances = weigh_name(context, first, last)
        label = max(chances, key=chances.__getitem__)
        if label != "none" and chances[label] >= RUN_CHANCE:
            found.append(
                Candidate(
                    first,
                    last,
                    words.starts[first],
                    words.ends[last - 1],
                    label,
                    "evidence",
                    FAIR,
                    Basis.SURROUNDINGS,
                )
            )
    return found


def _is_bare(context: NameContext, first: int, last: int) -> bool:
    """Whether a run is one word that is hardly a name by itself: two letters ("CI", "V8"), a word for places
    or bodies ("Range", "Center").
    """
    form = context.words.forms[first]
    return last - first == 1 and (
        form in context.head_words or (context.words.cases[first] is UPPER and len(form) < _SHORTEST_BODY)
    )


def _resolve(candidates: list[Candidate]) -> list[Candidate]:
    """The longest and strongest candidates that do not overlap, in reading order."""
    taken: set[int] = set()
    chosen = []
    for candidate in sorted(
        candidates, key=lambda c: (c.strength != OWN, -(c.last - c.first), -c.strength, c.first)
    ):
        if candidate.strength <= WEAK:
            continue
        span = range(candidate.first, candidate.last)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.start)
