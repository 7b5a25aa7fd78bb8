"""Which noun phrase a claim is about.

With a dependency parse the answer is syntactic (`syntactic`), save where a clause leaves something out
(`elliptic`); `naming` then finds the words a reader would use. Without a parse it is the nearest name or
pronoun before the claim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.descriptions.reading import described_thing
from claimcheck.grammar.noun_phrases import SUBJECTS, noun_phrase
from claimcheck.grammar.ordered_phrases import ordered_subject
from claimcheck.grammar.subjects.aged import aged_subject, grouped_subject
from claimcheck.grammar.subjects.attributive import (
    attributive_subject,
    distant_subject,
    equipped_subject,
    inhabited_subject,
    sized_subject,
    subject_of_each,
    worth_subject,
)
from claimcheck.grammar.subjects.bracketed import bracketed_subject
from claimcheck.grammar.subjects.compared import amount_compared, compared_subject
from claimcheck.grammar.subjects.elliptic import (
    beside_with,
    expected_subject,
    fronted_subject,
    gapped_subject,
    joined_amount,
    located_subject,
    matter_beside,
    part_of_which,
    quantity_from,
    respective_subject,
    whole_of_included,
)
from claimcheck.grammar.subjects.existing import existing_subject
from claimcheck.grammar.subjects.joined_infinitives import joined_infinitive_subject
from claimcheck.grammar.subjects.labelled_amounts import labelled_subject, measured_matter
from claimcheck.grammar.subjects.list_subjects import item_subject
from claimcheck.grammar.subjects.naming import refine_subject
from claimcheck.grammar.subjects.numbered_shares import numbered_subject
from claimcheck.grammar.subjects.pointed_back import counted_share, part_of_pointed
from claimcheck.grammar.subjects.reported import own_subject_of_reported
from claimcheck.grammar.subjects.set_aside import acting_side
from claimcheck.grammar.subjects.share_subjects import is_share_of_nobody, population_of, share_subject
from claimcheck.grammar.subjects.spent import receiver_of_money
from claimcheck.grammar.subjects.syntactic import joint_subjects, syntactic_subject, valued_subject
from claimcheck.grammar.subjects.trimming import (
    JOINED,
    behind_time,
    trimmed_subject,
    without_clause_behind,
)
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.dates.finding import DateExpression
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]


def find_subject(
    document: NormalisedDocument, sentence: Sentence, start: int, end: int, *, names_things: bool = False
) -> Offsets | None:
    """The noun phrase that the words from `start` to `end` say something about, or None.

    `names_things` says that the words are themselves a noun phrase for the things that are spoken of ("67
    million shares"), so that they are their own subject where they only complete another noun.
    """
    found = _find_subject(document, sentence, start, end, names_things=names_things)
    if not names_things and document.is_parsed:
        found = _of_no_clause(columns_of(document), sentence, found, start, end)
        found = _of_somebody(columns_of(document), sentence, found, start, end)
    if found is not None and _is_sign_of_number(document.text, found):
        if names_things:
            counted = _counted(document.text, sentence, start, (start, end))
            if any(map(str.isalpha, document.text[slice(*counted)])):
                return counted
            return bracketed_subject(columns_of(document), sentence, start) if document.is_parsed else None
        found = ordered_subject(columns_of(document), sentence, sentence.start, found[0])
    if found is not None:
        found = _behind_participle(document, sentence, found, start)
        found = _beside_insertion(document, sentence, found)
        found = without_clause_behind(document.text, found)
        found = _within_report(document, sentence, found, start, end)
    found = None if found is None else _of_own_part(document, sentence, found, start)
    found = None if found is None else behind_time(document.text, sentence.start, found)
    if found is not None and _is_rest_of_bracket(document.text[slice(*found)]):
        return _nearest_name(document, sentence, start)
    if found is None:
        return None
    trimmed = trimmed_subject(document, sentence, found, start, end)
    if trimmed is None or not document.is_parsed:
        return trimmed
    return acting_side(document, columns_of(document), sentence, trimmed)


def _behind_participle(
    document: NormalisedDocument, sentence: Sentence, found: Offsets, start: int
) -> Offsets:
    """A subject, or that of the clause behind the participle that opens its sentence and holds it: "Also
    starring Ann Ray, | the film | earned $4 million".
    """
    if not document.is_parsed or found[1] > start:
        return found
    columns = columns_of(document)
    comma = document.text.find(", ", found[1], start)
    first = sentence.span.start + (columns.tags[sentence.span.start] == "RB")
    if comma < 0 or columns.tags[first] != "VBG" or found[0] < columns.starts[first]:
        return found
    opening = columns.span(columns.starts[first], comma)
    if opening is None or not FINITE.isdisjoint(columns.tags[slice(*opening)]):
        return found
    own = ordered_subject(columns, sentence, comma + 2, start)
    return (
        found if own is None or own[0] != comma + 2 else refine_subject(document, sentence, own, start, start)
    )


def _beside_insertion(document: NormalisedDocument, sentence: Sentence, found: Offsets) -> Offsets:
    """A subject, or the name before it where it only stands in commas between that and its verb: "| Acme |,
    the firm behind Orbit, has made 29 films".
    """
    text = document.text
    if not text.startswith(", ", found[1]) or not text.endswith(", ", sentence.start, found[0]):
        return found
    if not document.is_parsed or not text.startswith(("the ", "a ", "an "), found[0]):
        return found
    columns = columns_of(document)
    verb = columns.token_at(found[1] + 2)
    name = next((name for name in sentence.names if name.end == found[0] - 2), None)
    is_verb = verb is not None and columns.tags[verb] in FINITE
    if name is None or not is_verb or text[sentence.start : name.start].strip():
        return found
    return name.start, name.end


def _within_report(
    document: NormalisedDocument, sentence: Sentence, found: Offsets, start: int, end: int
) -> Offsets | None:
    """A subject, or that of the reported clause where it is only who reports. Those of whom a share is that
    opens its clause may report as well: "48% of nurses said it helps, while 47% call it slow".
    """
    own = own_subject_of_reported(document, sentence, found, start, end)
    if own is None or own == found:
        return own
    share = quantity_from(sentence, start, end)
    if share is not None and share_subject(columns_of(document), sentence, share) is not None:
        return found
    return refine_subject(document, sentence, own, start, end)


def _of_no_clause(
    columns: TokenColumns, sentence: Sentence, found: Offsets | None, start: int, end: int
) -> Offsets | None:
    """A subject, or what an amount without a clause is of: the whole of its label, or what it measures."""
    label = labelled_subject(columns, sentence, start, end)
    if label is not None and (found is None or (label[0] <= found[0] and found[1] <= label[1])):
        return label
    return found or measured_matter(columns, sentence, end)


def _of_somebody(
    columns: TokenColumns, sentence: Sentence, found: Offsets | None, start: int, end: int
) -> Offsets | None:
    """A subject, or None where it is only that of the clause before a share that is nobody's."""
    share = quantity_from(sentence, start, end)
    if found is None or share is None or not is_share_of_nobody(columns, sentence, share, found):
        return found
    return None


def beyond_amount(document: NormalisedDocument, sentence: Sentence, found: Offsets) -> Offsets | None:
    """A subject, or where that is an amount which another subject has, that one: "the rate" for the 1.6 % of
    "the rate averaged 1.6 % in 1991". What is itself the subject of a clause stays: "$5 was paid in 1991".
    """
    amount = next(
        (
            q
            for q in sentence.quantities
            if q.kind in _AMOUNTS
            and (found[0] <= q.start or found[0] == q.number_start)
            and q.end == found[1]
        ),
        None,
    )
    if amount is None or not document.is_parsed:
        return found
    columns = columns_of(document)
    root = columns.root_at(*found)
    before = columns.span(found[0], amount.start) if found[0] < amount.start else None
    is_alone = before is None or all(columns.tags[i] in ("RB", "IN") for i in range(*before))
    is_of_some = " of " in document.text[slice(*found)]
    if root is None or not is_alone or is_of_some or columns.deps[root] in SUBJECTS:
        return found
    own = find_subject(document, sentence, amount.start, amount.end)
    return None if own == found else own


_AMOUNTS = frozenset({"percent", "money", "measure"})


def _of_own_part(document: NormalisedDocument, sentence: Sentence, found: Offsets, start: int) -> Offsets:
    """A subject; behind a semicolon or colon the one of the clause that stands behind it too, if it has one:
    "Wages are the problem: a nurse earns $40". No subject reaches over the cells of a row.
    """
    bar = document.text.rfind(_BETWEEN_CELLS, *found)
    if bar >= 0:
        found = bar + len(_BETWEEN_CELLS), found[1]
    mark = max(document.text.rfind(part, found[1], start) for part in _PARTING)
    if mark < 0 or not document.is_parsed:
        return found
    own = ordered_subject(columns_of(document), sentence, mark + 1, start)
    return found if own is None else refine_subject(document, sentence, own, start, start)


_BETWEEN_CELLS = " | "
_PARTING = (";", ": ", "| ", " – ", " — ")


def _is_sign_of_number(text: str, found: Offsets) -> bool:
    """Whether a subject only says that a number follows: "(n = 40)", "came in at No. 3"."""
    return found[1] - found[0] <= _LONGEST_SIGN and _SIGN_OF_NUMBER.match(text, found[0]) is not None


_LONGEST_SIGN = 3
_SIGN_OF_NUMBER = re.compile(r"[Nn](?:os?\.?\s?|\s?=\s?)\d")


def find_subject_of_measure(
    document: NormalisedDocument, sentence: Sentence, measure: Quantity
) -> Offsets | None:
    """As `find_subject`; one of a list of amounts has the subject of the last: "a 4 x 4 m tent"."""
    found = find_subject(document, sentence, measure.start, measure.end)
    later = None if found is None else _end_of_list(document.text, sentence, found, measure.end)
    if later is not None:
        return find_subject_of_measure(document, sentence, later)
    return None if found == (measure.start, measure.end) else found


_LIST_JOINT = re.compile(r"\s*(?:,|[x×X/&]|by|or|and|to|,\s+(?:or|and))\s*")


def _end_of_list(text: str, sentence: Sentence, found: Offsets, end: int) -> Quantity | None:
    """The next amount of a list, where a subject was drawn from it: "5 or 10 mg" is not of "10 mg"."""
    for quantity in sentence.quantities:
        if quantity.start >= found[1]:
            break
        if end <= found[0] <= quantity.start and _LIST_JOINT.fullmatch(text, end, quantity.start):
            return quantity
    return None


def _is_rest_of_bracket(words: str) -> bool:
    """Whether words close a bracket that they do not open, as what stands behind an aside does: "lb).[4]"."""
    return any(words.count(close) > words.count(opening) for opening, close in ("()", "[]"))


def _find_subject(
    document: NormalisedDocument, sentence: Sentence, start: int, end: int, *, names_things: bool
) -> Offsets | None:
    restated = _restated_before(document.text, sentence, start)
    if restated is not None:
        return find_subject(document, sentence, *restated)
    columns = columns_of(document)
    if not columns.is_parsed:
        nearest = _nearest_before(document.text, sentence, start)
        return (start, end) if nearest is None and names_things else nearest
    if names_things and (_is_whole(columns.text, sentence, start) or _is_beside(columns, sentence, start)):
        return _counted(document.text, sentence, start, (start, end))
    known = _known_things(columns, sentence, start, end) if names_things else None
    if known is not None:
        return known
    found = joined_infinitive_subject(columns, sentence, start)
    found = found or _elliptic_subject(document, columns, sentence, start, end, names_things=names_things)
    if found is not None:
        return found
    span = columns.span(start, end)
    if span is not None:
        found = syntactic_subject(columns, span, start, end, names_things=names_things)
        of_share = None if found is None or names_things else _population(columns, sentence, found, start)
        if of_share is not None:
            return refine_subject(document, sentence, of_share, start, end)
        equal = _equal_object(columns, sentence, found, start) if names_things else None
        if equal is not None:
            return find_subject(document, sentence, equal.start, equal.end, names_things=True)
        is_phrase = found is not None and _is_phrase(columns.text, found)
        is_degree = found is not None and start <= found[0] and found[1] <= _number_start(sentence, start)
        if is_degree and names_things:  # "Close to 40 men died"
            return _counted(document.text, sentence, start, (start, end))
        if found is not None and names_things and _is_joined_count(columns.text, sentence, found, start):
            return _counted(document.text, sentence, start, (start, end))
        if found is not None and is_phrase and not _is_no_subject(columns.text, sentence, found):
            refined = refine_subject(document, sentence, found, start, end)
            return _counted(document.text, sentence, start, refined) if names_things else refined
    if names_things and span is not None and columns.deps[columns.root(*span)] in SUBJECTS:
        return _counted(document.text, sentence, start, (start, end))
    ordered = ordered_subject(columns, sentence, sentence.start, start)
    if ordered is not None and not _is_amount(sentence, ordered):
        return refine_subject(document, sentence, ordered, start, end)
    if names_things:
        return _counted(document.text, sentence, start, (start, end))
    return _nearest_name(document, sentence, start)


def _population(columns: TokenColumns, sentence: Sentence, found: Offsets, start: int) -> Offsets | None:
    """Of whom a share is that is the subject of a clause: "10% of the staff earned less than $9"."""
    root = columns.root_at(*found)
    if found[1] > start or root is None or columns.deps[root] not in SUBJECTS:
        return None
    return population_of(columns, sentence, found)


def _equal_object(
    columns: TokenColumns, sentence: Sentence, found: Offsets | None, start: int
) -> Quantity | None:
    """The counted object of a verb that further things are joined to, which a tree says of it: "The fire
    killed five men in a van and two nurses".
    """
    if found is None or not JOINED.search(columns.text, found[1], start):
        return None
    root = columns.root_at(*found)
    if root is None or columns.deps[root] != "obj":
        return None
    return next((q for q in sentence.quantities if q.kind == "count" and q.start == found[0]), None)


def _is_joined_count(text: str, sentence: Sentence, found: Offsets, start: int) -> bool:
    """Whether a subject is only what was counted before: "10 million cases and 140,000 deaths"."""
    return any(
        found[0] == quantity.start and quantity.kind == "count" and JOINED.match(text, found[1], start)
        for quantity in sentence.quantities
        if quantity.end <= start
    )


_KNOWN_BEFORE = re.compile(r"(?<!\w)(?:the|these|those) $", re.IGNORECASE)


def _known_things(columns: TokenColumns, sentence: Sentence, start: int, end: int) -> Offsets | None:
    """Counted things that are known before the clause says anything of them, which the number is said of:
    "was repeated by the two labs", "the gap between the three groups". Not what they only measure something
    else by: "the 40-seat hall".
    """
    known = _KNOWN_ARTICLE.search(columns.text, max(sentence.start, start - _LONGEST_KNOWN), start)
    last = columns.token_at(end - 1)
    if known is None or last is None or "-" in columns.text[start:end]:
        return None
    if columns.tags[last] != "NNS" or columns.tags[last + 1 : last + 2] in (["NN"], ["NNS"]):
        return None
    first, whole = noun_phrase(columns, last)
    return (known.start(), whole) if first <= start and end <= whole else (known.start(), end)


_LONGEST_KNOWN = 16
_KNOWN_ARTICLE = WordPattern(
    r"(?<!\w)(?:the|these|those) (?:(?:<grammar/of_known_things>) )?$", re.IGNORECASE
)


def _counted(text: str, sentence: Sentence, start: int, found: Offsets) -> Offsets:
    """The counted things without their number, where they are their own subject: "people" for "40 people".

    Things that are known keep theirs: "the two countries".
    """
    if found[0] > start:
        return found[0], _before_next(text, sentence, found)
    known = _KNOWN_BEFORE.search(text, max(sentence.start, start - 6), start)
    if known is not None and known.start() <= found[0] and start < found[1]:
        return known.start(), found[1]
    if found[1] <= start:
        return _counted_before(sentence, start, found)
    for quantity in sentence.quantities:
        if (
            quantity.start == start
            and quantity.of_start is not None
            and quantity.of_end is not None
            and found[0] <= quantity.of_start < found[1]
        ):
            broken = _BREAK.search(text, quantity.of_end, found[1])
            last = found[1] if broken is None else broken.start()
            return quantity.of_start, _before_next(text, sentence, (quantity.of_end, last))
    return found


def _number_start(sentence: Sentence, start: int) -> int:
    """Where the number itself of a quantity begins, behind what qualifies it."""
    return next((q.number_start for q in sentence.quantities if q.start == start), start)


def _counted_before(sentence: Sentence, start: int, found: Offsets) -> Offsets:
    """What a bare number counts that shares the noun of one before: "people" for the 36 of "21 people live in
    Kent and 36 in Essex".
    """
    if not any(quantity.start == start and quantity.kind == "number" for quantity in sentence.quantities):
        return found
    for earlier in sentence.quantities:
        if earlier.start == found[0] and earlier.kind == "count" and earlier.of_start is not None:
            return (earlier.of_start, found[1]) if earlier.of_start < found[1] else found
    return found


def _before_next(text: str, sentence: Sentence, rest: Offsets) -> int:
    """Where counted things end before others that are counted: "cases of measles and 140,000 deaths"."""
    for other in sentence.quantities:
        is_inside = rest[0] < other.start < rest[1]
        joint = JOINED.search(text, rest[0], other.start) if is_inside else None
        if joint is not None:
            return joint.start()
    return rest[1]


_BREAK = WordPattern(r",? ?(?:—|–|--) ?|, (?:<grammar/beside_counted>)\b")
"""What is said beside counted things, which a tree may draw into their phrase: "nine men, according to"."""


def _nearest_name(document: NormalisedDocument, sentence: Sentence, start: int) -> Offsets | None:
    """The last name or pronoun before a claim that no tree explains, outside of brackets."""
    text = document.text
    for name in reversed(sentence.names):
        if name.end > start or name.label == "language":
            continue
        described = _BASED.match(text, name.end, sentence.end)
        if described is not None and described.end() <= start:
            article = _ARTICLE_BEFORE.search(text, sentence.start, name.start)
            return (article.start() if article else name.start), described.end()
        if text.count("(", sentence.start, name.start) <= text.count(")", sentence.start, name.start):
            return refine_subject(document, sentence, (name.start, name.end), start, start)
    pronoun = _PRONOUN.search(text, sentence.start, start)
    return refine_subject(document, sentence, pronoun.span(), start, start) if pronoun else None


_BASED = WordPattern(r"-(?:<grammar/bound_to_name>) (?:[a-z]+ )??[a-z]+(?= )")
_ARTICLE_BEFORE = re.compile(r"\b(?:the|an?) $", re.IGNORECASE)


_AMONG = WordPattern(r"(?:<grammar/of_whole>) (?:(?:the|these|those) )?$", re.IGNORECASE)
_LONGEST_AMONG = 14


def _is_whole(text: str, sentence: Sentence, start: int) -> bool:
    """Whether counted things are the whole whose parts a clause goes on to tell: "Of the 9 towns, 5 are"."""
    among = _AMONG.search(text, max(sentence.start, start - _LONGEST_AMONG), start)
    if among is None:
        return False
    before = text[sentence.start : among.start()]
    return not before.strip() or before.endswith((", ", "; ", ": "))


def _is_beside(columns: TokenColumns, sentence: Sentence, start: int) -> bool:
    """Whether counted things are the subject of a clause behind "with": "..., with 25 others injured"."""
    quantity = next((quantity for quantity in sentence.quantities if quantity.start == start), None)
    first = columns.token_at(start)
    if quantity is None or first is None or first - 2 < sentence.span.start:
        return False
    if columns.lowers[first - 1] != "with" or columns.words[first - 2] not in (",", ")", "-", "–", "—"):
        return False
    after = columns.token_at(quantity.end + 1) if quantity.end + 1 < sentence.end else None
    return after is not None and columns.tags[after] in ("VBN", "VBG")


def _elliptic_subject(
    document: NormalisedDocument,
    columns: TokenColumns,
    sentence: Sentence,
    start: int,
    end: int,
    *,
    names_things: bool,
) -> Offsets | None:
    """The subject where the order of words tells it, of an amount in a gap, a bracket, a list."""
    quantity = quantity_from(sentence, start, end)
    if quantity is None:
        return None if names_things else fronted_subject(columns, sentence, start)
    found = (
        item_subject(columns, sentence, start)
        or part_of_which(columns, sentence, start)
        or part_of_pointed(columns, sentence, quantity)
        or counted_share(columns, sentence, quantity)
        or subject_of_each(columns, sentence, quantity)
        or compared_subject(columns, sentence, quantity)
        or _shared_with_compared(document, sentence, quantity, names_things=names_things)
        or _subject_beside_amount(columns, sentence, start, quantity)
    )
    if found is None and not names_things:
        owner = _owner_of_described(columns, sentence, quantity)
        if owner is not None:
            return owner
        found = attributive_subject(columns, sentence, quantity)
        found = found or distant_subject(columns, sentence, quantity)
        found = None if found is None else _described_or_itself(document, sentence, found)
    found = found or gapped_subject(columns, sentence, quantity)
    found = found or fronted_subject(columns, sentence, start)
    if found is None and names_things:
        found = _possessor(sentence, columns.text, start) or located_subject(columns, sentence, quantity)
        found = found or existing_subject(columns, sentence, quantity)
    if found is None and not names_things:
        found = share_subject(columns, sentence, quantity) or valued_subject(columns, quantity)
        found = found or receiver_of_money(columns, sentence, quantity)
        found = found or _bracketed(document, columns, sentence, start)
        earlier = joined_amount(columns, sentence, start) if found is None else None
        if earlier is not None:
            return find_subject(document, sentence, earlier.start, earlier.end)
    return found


def _shared_with_compared(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity, *, names_things: bool
) -> Offsets | None:
    """The subject before the amount that this one is compared with: "sold 40, compared with 30"."""
    compared = amount_compared(columns_of(document), sentence, quantity)
    if compared is None:
        return None
    last = compared.of_end or compared.end
    shared = find_subject(document, sentence, compared.start, last, names_things=names_things)
    return shared if shared is not None and shared[1] <= compared.start else None


def _subject_beside_amount(
    columns: TokenColumns, sentence: Sentence, start: int, quantity: Quantity
) -> Offsets | None:
    """The subject that the words around an amount tell, whether they name things or not."""
    return (
        expected_subject(columns, sentence, quantity)
        or beside_with(columns, sentence, quantity)
        or respective_subject(columns, sentence, quantity, joint_subjects(columns, quantity.start))
        or numbered_subject(columns, sentence, quantity)
        or (aged_subject(columns, sentence, quantity) if quantity.start == start else None)
        or grouped_subject(columns, sentence, start, quantity)
        or equipped_subject(columns, sentence, quantity)
        or matter_beside(columns, sentence, quantity)
        or worth_subject(columns, sentence, quantity)
        or sized_subject(columns, sentence, quantity)
        or inhabited_subject(columns, sentence, quantity)
        or whole_of_included(columns, sentence, quantity)
    )


def _bracketed(
    document: NormalisedDocument, columns: TokenColumns, sentence: Sentence, start: int
) -> Offsets | None:
    """What a bracket stands after, or what that describes: "Quill" in "Quill is the best editor (41%)"."""
    found = bracketed_subject(columns, sentence, start)
    if found is None or any((name.start, name.end) == found for name in sentence.names):
        return found
    return _described_or_itself(document, sentence, found)


def _described_or_itself(document: NormalisedDocument, sentence: Sentence, found: Offsets) -> Offsets:
    """The thing that a phrase describes, if it does: "Orbit" for the ship of "Orbit is a ship"."""
    thing = described_thing(document, sentence, *found)
    return found if thing is None else (thing.start, thing.end)


_POSSESSIVE_MARK = re.compile(r"['’]s?\s+$")


def _possessor(sentence: Sentence, text: str, start: int) -> Offsets | None:
    """The name that owns counted things: "GE's four centers"."""
    mark = _POSSESSIVE_MARK.search(text, max(sentence.start, start - 4), start)
    if mark is None:
        return None
    return next(
        ((name.start, mark.start()) for name in sentence.names if name.end in (mark.start(), mark.end() - 1)),
        None,
    )


_OWNED_BEFORE = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}$")
_DESCRIBED = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})


def _owner_of_described(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The name that owns the noun after money: "Norvale's new $4 million plan"."""
    if quantity.kind != "money":
        return None
    mark = _OWNED_BEFORE.search(columns.text, max(sentence.start, quantity.start - 40), quantity.start)
    after = columns.token_at(quantity.end + 1) if quantity.end + 1 < sentence.end else None
    is_before_noun = after is not None and columns.tags[after] in _DESCRIBED
    if mark is None or not is_before_noun or columns.text[quantity.end] not in " \u00a0":
        return None
    for name in sentence.names:
        if name.end in (mark.start(), mark.start() + 2):
            return name.start, mark.start()
    return None


def _is_phrase(text: str, found: Offsets) -> bool:
    """Whether a subject that a tree offers has a letter or a digit at all: a list mark has none."""
    return found[0] < found[1] and any(character.isalnum() for character in text[slice(*found)])


def _is_no_subject(text: str, sentence: Sentence, phrase: Offsets) -> bool:
    """Whether a phrase that a misread tree offers is an amount, a day, or the time of something."""
    if _is_amount(sentence, phrase) or text[slice(*phrase)].lower() in _DAYS:
        return True
    return any(
        date.start <= phrase[0] and phrase[1] <= date.end and _is_adjunct(text, date)
        for date in sentence.dates
    )


def _is_adjunct(text: str, date: DateExpression) -> bool:
    """Whether a date only says when, as one behind a preposition or in a bracket does."""
    return date.relation not in (None, "of") or text[max(0, date.start - 1)] in "(["


_DAYS = WordSet("common/day")


def _is_amount(sentence: Sentence, phrase: Offsets) -> bool:
    """Whether a phrase is nothing but an amount, which a misread tree may offer as a subject."""
    start, end = phrase
    return any(
        quantity.kind not in ("count", "ordinal")
        and quantity.start <= start < quantity.end
        and not ("-" in quantity.text and quantity.end < end)  # "five-year survival" is no amount
        for quantity in sentence.quantities
    )


_OPENED = re.compile(r"\s*[(\[]\s*$")


def _restated_before(text: str, sentence: Sentence, start: int) -> Offsets | None:
    """The quantity that one in brackets only restates: "1100 ft" before "(335 m)"."""
    for quantity in sentence.quantities:
        if quantity.kind == "ordinal":
            continue  # "a close second (35%)"
        if quantity.end < start and _OPENED.fullmatch(text, quantity.end, start):
            return quantity.start, quantity.end
    return None


_PRONOUN = re.compile(r"\b(?:it|they|he|she|we|I|this|these)\b", re.IGNORECASE)


def _nearest_before(text: str, sentence: Sentence, start: int) -> Offsets | None:
    """Without a parse: the last name or pronoun of the sentence before the claim, else its first name."""
    before = [name for name in sentence.names if name.end <= start and name.label != "language"]
    if before:
        return before[-1].start, before[-1].end
    pronoun = _PRONOUN.search(text, sentence.start, start)
    if pronoun:
        return pronoun.span()
    after = [name for name in sentence.names if name.start >= start and name.label != "language"]
    return (after[0].start, after[0].end) if after else None
