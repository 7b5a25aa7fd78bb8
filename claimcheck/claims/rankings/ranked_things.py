"""What a superlative or a place in an order is said of: the thing that a predicate or an apposition ranks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.descriptions.appositions import is_no_person
from claimcheck.grammar.noun_phrases import SUBJECTS, case_of, noun_phrase
from claimcheck.grammar.ordered_phrases import first_phrase, ordered_subject, phrase_before
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.grammar.subjects.modified import PROPERTIES
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import FINITE, NOUN_TAGS, PROPER_TAGS

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import NormalisedDocument, Sentence

_APPOSED_NAME = re.compile(r"(?:,|:)?\s+(?:the\s+|his\s+|her\s+|its\s+)?")


def ranked_thing(document: NormalisedDocument, sentence: Sentence, start: int, end: int) -> Offsets | None:
    """What is ranked: the thing that a predicate or an apposition ranks, or the phrase itself within another.

    "Phoenix is the largest city", "the Dumky Trio, one of his works", "his finest work, the Dumky Trio"; but
    "the date of the first launch" ranks the launch.
    """
    columns = columns_of(document)
    if not columns.is_parsed:
        return find_subject(document, sentence, start, end)
    root = columns.root_at(start, end)
    if root is None:
        return find_subject(document, sentence, start, end)
    told = _told_by_order(document, sentence, root, start, end)
    return _told_by_tree(document, sentence, root, start, end) if told is None else told


def _told_by_order(
    document: NormalisedDocument, sentence: Sentence, root: int, start: int, end: int
) -> Offsets | None:
    """What is ranked where marks, names and fixed words around the phrase tell it."""
    columns = columns_of(document)
    return (
        _before_dashes(columns, sentence, start, end)
        or _held_to_be(columns, sentence, start)
        or _distinguished(document, sentence, start)
        or _come_to_record(document, sentence, start, end)
        or _named_inside(columns, sentence, start, end)
        or _opened_with(columns, sentence, start, end)
        or _made_into(columns, sentence, start)
        or _caused(columns, sentence, start)
        or _dealt_with(columns, sentence, root, start, end)
        or _behind_comma(document, sentence, root, start, end)
        or _apposed_name(document.text, sentence, end)
        or _predicate_behind(columns, sentence, start, end)
        or _one_of_counted(columns, sentence, start, end)
    )


def _apposed_name(text: str, sentence: Sentence, end: int) -> Offsets | None:
    """The name beside the phrase: "his finest work, the Dumky Trio"."""
    gap = _APPOSED_NAME.match(text, end)
    if gap is None or gap.end() == end:
        return None
    for name in sentence.names:
        is_gapped = text.startswith(" the ", name.end)  # "is the largest, Bergen the wettest"
        is_beside = gap.group().strip() in ("", ",", ":", ", the", ", his", ", her") and not is_gapped
        if name.start == gap.end() and is_beside:
            return name.start, name.end
    return None


def _told_by_tree(
    document: NormalisedDocument, sentence: Sentence, root: int, start: int, end: int
) -> Offsets | None:
    """What is ranked by the arc of the phrase: its subject, or the phrase itself within another."""
    columns, text = columns_of(document), document.text
    is_inner = columns.deps[root].startswith("nmod") or columns.deps[root] == "obl"
    if _stands_behind_copula(columns, root, start) and (is_inner or columns.deps[root] in SUBJECTS):
        ordered = ordered_subject(columns, sentence, sentence.start, start)
        return find_subject(document, sentence, start, end) if ordered is None else ordered
    # "came in second", "drop to third"
    is_place = columns.pos[root] in ("ADJ", "ADV", "NUM") and columns.lowers[root - 1] in ("in", "to")
    is_level = is_place or columns.lowers[root] in _LEVELS or not columns.words[root].isalpha()
    is_level = is_level or columns.lowers[root] in _NUMBER_SIGNS
    told = _told_by_which(columns, sentence, start)
    if told is not None and (is_inner or _is_doer(columns, root) or text[:start].endswith(", at ")):
        return told
    if _is_doer(columns, root) and not is_level:
        return noun_phrase(columns, root)
    is_owned = _OWNED.match(text, start) is not None and not (
        columns.deps[root].startswith("nmod") and case_of(columns, root)
    )  # "at the funeral of her third husband"
    if is_inner and not is_level and not is_owned and not _is_predicated(columns, root):
        return noun_phrase(columns, root)
    if columns.deps[root] in SUBJECTS or _stands_before_verb(columns, sentence, start, end):
        return _told_of(columns, sentence, root) or noun_phrase(columns, root)
    return find_subject(document, sentence, start, end)


def _behind_comma(
    document: NormalisedDocument, sentence: Sentence, root: int, start: int, end: int
) -> Offsets | None:
    """What a ranking phrase right behind a comma is of: the name or the thing before it, or who fared so."""
    columns, text = columns_of(document), document.text
    is_of_which = _OF_WHICH_INSIDE.search(text, start, end) is not None
    if not text[:start].endswith(", ") or start - 2 <= sentence.start or is_of_which:
        return None
    before = phrase_before(columns, sentence, start - 2)
    is_beside = columns.deps[root] in ("appos", "conj", "nmod", "parataxis", "dep")
    if before is not None and any(q.start <= before[0] < q.end for q in sentence.quantities):
        # "Sales fell to 3m, the third decline"
        return _moved(columns, before) or find_subject(document, sentence, *before)
    is_extreme = _EXTREME.match(text, start, sentence.end) is not None
    if before is not None and (columns.lowers[root] in _OUTCOMES or is_extreme):
        # "fell 3% in Tokyo, its biggest drop since March"
        fared = find_subject(document, sentence, start, end)
        is_told = fared is not None and fared[1] <= before[0]
        return fared if is_told else ordered_subject(columns, sentence, sentence.start, start)
    if before is not None and _is_somebody_else(columns, sentence, root, before):
        # "won the Halden Medal, the first woman to do so", "born in Oslo, the third of five children"
        return ordered_subject(columns, sentence, sentence.start, before[0])
    if before is not None and (is_beside or _renames(columns, sentence, before, end)):
        return _outer_thing(columns, root, before)
    return None


def _one_of_counted(columns: TokenColumns, sentence: Sentence, start: int, end: int) -> Offsets | None:
    """The counted things of which one is ranked: "owns 3,000 coins, the oldest of which dates from 310"."""
    if _OF_WHICH_INSIDE.search(columns.text, start, end) is None or not columns.text[:start].endswith(", "):
        return None
    counted = next((q for q in sentence.quantities if q.kind == "count" and q.of_end == start - 2), None)
    return None if counted is None or counted.of_start is None else (counted.of_start, start - 2)


_OF_WHICH_INSIDE = re.compile(r" of wh(?:ich|om)\b")


def _outer_thing(columns: TokenColumns, root: int, before: Offsets) -> Offsets:
    """What stands before a comma, or the thing in that place where the rank has no noun of its own: the mill
    of "a mill in Oslo, the oldest in Norway".
    """
    inner = columns.root_at(*before)
    if columns.tags[root] != "JJS" or inner is None or case_of(columns, inner) not in _PLACES_OF_THINGS:
        return before
    if columns.tags[inner] != "NNP":
        return before  # "a flat in the city, the largest in Norway"
    outer = columns.heads[inner]
    is_outer = columns.deps[inner] == "nmod" and outer < inner and columns.tags[outer] in NOUN_TAGS
    return (noun_phrase(columns, outer, before=inner)[0], before[1]) if is_outer else before


_PLACES_OF_THINGS = WordSet("ranking/in_place")


_OUTCOMES = WordSet("grammar/outcome")
_EXTREME = WordPattern(r"(?:the |its |their )?(?:<grammar/extreme_level>) (?:since|for|on record|ever)\b")
"""A level that something reached, whatever stands before: "was below the average, the lowest since 1976"."""
_AT_SIZE = re.compile(r", at (?:[\d.,]+ [\w-]+ (?:the )?)?$")
_WHICH = WordPattern(
    r", (?:<ranking/telling_relative>) (?:(?:<ranking/before_be>) )?(?:<common/be>)"
    r" (?:(?:<common/article>) )?$"
)


def _told_by_which(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """What a clause behind a comma says to be what is ranked: "sailed to Kell, which was its largest port";
    or what its size makes it between commas: "The bridge, at 640 metres the longest here, carries".
    """
    which = _WHICH.search(columns.text, sentence.start, start)
    which = which or _AT_SIZE.search(columns.text, sentence.start, start)
    return None if which is None else phrase_before(columns, sentence, which.start())


_HUMANS = WordSet("grammar/human")


def _is_somebody_else(columns: TokenColumns, sentence: Sentence, root: int, before: Offsets) -> bool:
    """Whether a ranking phrase tells of somebody, and what stands before its comma is nobody."""
    wholes = [child for child in columns.rights(root) if case_of(columns, child) == "of"]
    is_of_people = any(columns.lowers[token] in _HUMANS for token in (root, *wholes))
    if not is_of_people and not any(_is_of_somebody(columns, whole) for whole in wholes):
        return False
    name = next((name for name in sentence.names if name.end == before[1]), None)
    first = columns.token_at(before[0])
    return is_no_person("" if first is None else columns.lowers[first], name)


def _is_of_somebody(columns: TokenColumns, whole: int) -> bool:
    """Whether a whole is people of somebody: "died at a clinic in Oslo, the oldest of her family"."""
    is_had = any(columns.tags[child] == "PRP$" for child in columns.lefts(whole))
    return is_had and columns.lowers[whole] in _COLLECTIVES


_COLLECTIVES = WordSet("grammar/collective")


def _moved(columns: TokenColumns, amount: tuple[int, int]) -> tuple[int, int] | None:
    """What somebody brings to an amount: "raised its rate to 5%, the highest since 2008"."""
    root = columns.root_at(*amount)
    if root is None or case_of(columns, root) != "to":
        return None
    objects = (c for c in columns.rights(columns.heads[root]) if columns.deps[c] == "obj" and c < root)
    thing = next(objects, None)
    return None if thing is None else noun_phrase(columns, thing, before=root)


def _before_dashes(columns: TokenColumns, sentence: Sentence, start: int, end: int) -> Offsets | None:
    """What an aside between dashes ranks: "Acme - one of the largest banks - is"."""
    opening = _OPENING_DASH.search(columns.text, max(sentence.start, start - 6), start)
    if opening is None or not _CLOSING_DASH.match(columns.text, end, sentence.end):
        return None
    return phrase_before(columns, sentence, opening.start())


def _held_to_be(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """What a participle behind a comma says is held to be what is ranked: "The old pier, considered | the
    longest in Norway, closed".
    """
    held = _HELD_TO_BE.search(columns.text, sentence.start, start)
    return None if held is None else phrase_before(columns, sentence, held.start())


_HELD_TO_BE = WordPattern(
    r", (?:[a-z]+ )?(?:<ranking/held_to_be>)(?: as| to be| to have been)? (?:(?:<common/article>) )?$"
)


def _distinguished(document: NormalisedDocument, sentence: Sentence, start: int) -> Offsets | None:
    """Who has the distinction of being what is ranked: "has the distinction of being | the oldest pier"."""
    distinction = _DISTINCTION.search(document.text, sentence.start, start)
    if distinction is None:
        return None
    return find_subject(document, sentence, *distinction.span("noun"))


_DISTINCTION = WordPattern(r" (?P<noun><ranking/distinction>) (?:of|for) being (?:(?:<common/article>) )?$")


def _come_to_record(document: NormalisedDocument, sentence: Sentence, start: int, end: int) -> Offsets | None:
    """What came to an amount that is a record: the sales of "Sales rose to | a record | $4 million"."""
    if _RECORD.fullmatch(document.text, start, end) is None or not document.text.endswith(" to ", 0, start):
        return None
    amount = next((q for q in sentence.quantities if q.start == end + 1 and q.kind in _PLAIN_AMOUNTS), None)
    if amount is None:
        return None
    columns = columns_of(document)
    reached = _moved(columns, (amount.start, amount.end))
    return reached or find_subject(document, sentence, amount.start, amount.end)


_RECORD = WordPattern(r"(?:<common/article>) record", re.IGNORECASE)
_PLAIN_AMOUNTS = frozenset({"money", "percent", "measure"})


_OPENING_DASH = re.compile(r"(?:\s+(?:-{1,2}|[–—])\s+|[–—])(?:the\s)?$")
_CLOSING_DASH = re.compile(r"[^.;:!?–—\n]{0,80}?(?:\s+(?:-{1,2}|[–—])\s|[–—])")


def _is_doer(columns: TokenColumns, root: int) -> bool:
    """Whether a phrase is who does what a passive says: "the mill was bought by the largest firm"."""
    is_of_verb = columns.deps[root].startswith("obl") and columns.tags[columns.heads[root]] == "VBN"
    return is_of_verb and case_of(columns, root) == "by"


_NUMBER_SIGNS = frozenset({"no", "nos"})
_PACES = WordSet("ranking/pace")
_PREDICATING = WordSet("ranking/predicating")


def _is_predicated(columns: TokenColumns, root: int) -> bool:
    """Whether a preposition says the rank of the subject or of the noun before: "grew into one of the
    largest", "is among the oldest", "the city with the highest rate".
    """
    case = case_of(columns, root)
    if case == "with":
        return columns.deps[root] == "nmod"
    is_paced = case == "at" and columns.lowers[root] in _PACES  # "rose at the fastest rate"
    return case == "as" or is_paced or (case in _PREDICATING and columns.deps[root] == "obl")


def _renames(columns: TokenColumns, sentence: Sentence, name: tuple[int, int], end: int) -> bool:
    """Whether a phrase behind a comma is of the name before it: "Meet Orbit, the first open browser"."""
    if not any(name[0] <= known.start <= name[0] + 6 and known.end == name[1] for known in sentence.names):
        return False
    following = columns.token_at(end + 1) if end + 1 < sentence.end else None
    return following is None or columns.tags[following] not in FINITE


_STARTS = WordSet("ranking/start")


def _stands_behind_copula(columns: TokenColumns, root: int, start: int) -> bool:
    """Whether words are a predicate, which a tree may hang on a noun of another clause: "Oslo is large; Iran
    was the second-largest exporter".
    """
    first = columns.token_at(start)
    return (
        first is not None
        and first > 0
        and columns.tags[first - 1] in FINITE | {"VB", "VBN"}
        and columns.deps[first - 1] == "cop"
        and columns.heads[first - 1] == root
    )


def _stands_before_verb(columns: TokenColumns, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a phrase opens a clause and its verb follows: "..., and the second fair took place in June"."""
    span = columns.span(start, end)
    if span is None or span[0] <= sentence.span.start or span[1] >= sentence.span.end:
        return False
    first, verb = span[0] - (columns.lowers[span[0] - 1] in ("the", "its", "their")), span[1]
    while verb + 1 < sentence.span.end and columns.tags[verb] == "RB":
        verb += 1
    return columns.lowers[first - 1] in _STARTS and columns.tags[verb] in FINITE


_FOUND = WordSet("ranking/found")
_OCCURRING = WordSet("ranking/occurring")
_WHERE = WordSet("ranking/where")


def _told_of(columns: TokenColumns, sentence: Sentence, root: int) -> tuple[int, int] | None:
    """What a clause says of a rank that is its subject: the thing that it is, or that it was found in.

    "The oldest mill is Orbit", "The highest rate was seen in London".
    """
    head = columns.heads[root]
    if (
        columns.pos[head] in ("NOUN", "PROPN")
        and columns.has_child(head, "cop")
        and case_of(columns, head) is None
    ):
        return noun_phrase(columns, head)
    is_superlative = any(columns.tags[child] in ("JJS", "RBS") for child in columns.lefts(root))
    verb = next((i for i in range(root + 1, sentence.span.end) if columns.tags[i] in FINITE), None)
    if not is_superlative or verb is None or verb + 2 >= sentence.span.end:
        return None
    after = verb + 1
    if columns.lowers[after] in _FOUND:
        after += 1
    elif columns.lowers[verb] not in _OCCURRING:
        return None
    if columns.lowers[after] not in _WHERE:
        return None
    place = first_phrase(columns, columns.starts[after + 1], sentence.end)
    is_time = place is not None and any(place[0] <= date.start < place[1] for date in sentence.dates)
    return None if is_time else place  # "came in the 2002/03 season"


_LEVELS = WordSet("ranking/level")
_REACHED_LEVELS = WordSet("ranking/reached_level")
_OWN_TURNS = WordSet("ranking/own_turn")
_OWNED = re.compile(r"(?:its|his|her|their|our|my|your)\s", re.IGNORECASE)


# --- Beside the phrase --------------------------------------------------------------------------------------

_LAST_NAME = re.compile(r", (?:(?:the|an?|his|her|its|their) )?(?:[a-z]+ ){0,3}(?P<name>[A-Z0-9\"“].*)$")
_SCOPE = re.compile(
    r"(?: (?:in|of|on|at|from|for) (?:the )?[a-z]+){0,2}"
    r", (?:(?:the|an?|her|his|its) (?:[a-z]+ ){0,3})?(?=[A-Z])"
)
_PLACING = (" in ", " at ", " on ", " from ")
_CLOSING = frozenset(",.;:)") | {""}
_NO_APPOSITION = frozenset({"IN", "RB", "TO", "VBG", "VBN"})
"""Tags of the word behind a comma where no second name of what stands before it follows."""


def _named_inside(columns: TokenColumns, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The name that ends a ranking phrase behind a comma: "her first husband, the sailor Tom Hale", "the
    first citizen in space, Ann Ray,".
    """
    text = columns.text
    last = _LAST_NAME.search(text, start, end)
    scope = _SCOPE.match(text, end, sentence.end) if last is None else None
    begin = last.start("name") if last is not None else scope.end() if scope is not None else None
    if begin is None:
        return None
    if last is not None and text.endswith(_PLACING, start, begin):
        return None  # "the oldest, if not the largest, port in Wales"
    comma = text.rfind(", ", start, begin)
    told = _tags(columns, comma + 2, begin)
    if not FINITE.isdisjoint(told) or not _NO_APPOSITION.isdisjoint(told[:1]):
        return None  # "the second largest, behind the US"
    for name in sentence.names:
        if name.start == begin:
            if "IN" in told and told[:1] == ("DT",):
                return None  # "her first novel, a life of Ann Ray", but "his setting of Stabat Mater"
            if text.startswith(" the ", name.end):
                return None  # "the oldest in Oslo, Brava the largest"
            is_closed = name.end == end if last is not None else text[name.end : name.end + 1] in _CLOSING
            return (name.start, name.end) if is_closed else None
    return None


_AS_OPENING = re.compile(r"As (?:one of )?$")


def _opened_with(columns: TokenColumns, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The subject of a sentence that opens with what it is: "As the oldest ally, France signed"."""
    opening = _AS_OPENING.search(columns.text, sentence.start, start)
    if opening is None or opening.start() != sentence.start:
        return None
    comma = columns.text.find(", ", end, sentence.end)
    subject = first_phrase(columns, comma + 2, sentence.end) if comma >= 0 else None
    verb = None if subject is None else columns.token_at(subject[1] + 1)
    if subject is None or verb is None or subject[0] != comma + 2 or columns.tags[verb] not in FINITE:
        return None
    return subject


def _made_into(columns: TokenColumns, sentence: Sentence, start: int) -> tuple[int, int] | None:
    """What something makes the thing that is ranked: "which makes it the largest hotel in Oslo"."""
    one_of = _ONE_OF.search(columns.text, sentence.start, start)
    start = start if one_of is None else one_of.start()
    last = columns.token_at(start - 1)
    if last is None or last <= sentence.span.start:
        return None
    thing = (columns.starts[last], columns.ends[last])
    if columns.tags[last] not in ("CD", "PRP", "PRP$"):
        before = phrase_before(columns, sentence, start - 1)
        if before is None or before[1] != start - 1:
            return None
        thing = before
    first = columns.token_at(thing[0])
    if first is None or first <= sentence.span.start:
        return None
    opener = columns.lowers[first - 1]  # a verb, or what joins a clause that leaves it out
    is_gapped = opener in _JOINING and columns.tags[last] in PROPER_TAGS
    is_gapped = is_gapped and _RANKED_BEFORE.search(columns.text, sentence.start, thing[0]) is not None
    return thing if is_gapped or opener in _MAKING else None


_JOINING = frozenset({",", "and", "but"})
_RANKED_BEFORE = WordPattern(r"\b(?:<technology/be>) the (?:[a-z]+est|most|least) ")
"""Before what leaves the verb out: "Kestrel is the oldest hotel in Oslo, | Brava the largest"."""
_MAKING = WordSet("ranking/making_into")
_ONE_OF = re.compile(r"one of $")
_BECOMING = re.compile(
    r"(?P<gap> (?:to )?(?:become|be) |(?P<as> as (?:being |having )?)|(?P<to> to ))(?:one of )?$"
)
_SENDING = WordSet("ranking/sending")
_CAUSING = WordSet("ranking/causing")
_CHOOSING = WordSet("ranking/choosing")


def _caused(columns: TokenColumns, sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The object of a verb that makes or takes it for what is ranked: "helped the mill become one of the
    first", "settled on Orbit as the best tool", "sent prices to a record high".
    """
    becoming = _BECOMING.search(columns.text, max(sentence.start, start - 20), start)
    if becoming is None:
        return None
    thing = phrase_before(columns, sentence, becoming.start())
    verb = None if thing is None else columns.token_at(thing[0])
    if thing is not None and verb is not None and columns.lowers[verb - 1] == "and":
        earlier = phrase_before(columns, sentence, columns.starts[verb - 1] - 1)
        if earlier is not None:
            thing, verb = (earlier[0], thing[1]), columns.token_at(earlier[0])
    if thing is None or verb is None or verb <= sentence.span.start:
        return None
    before = columns.lowers[verb - 1]
    if becoming["to"] is not None:
        return thing if before in _SENDING else None
    if becoming["as"] is None:
        return thing if before in _CAUSING else None
    is_object = before in _CHOOSING or (before in ("on", "upon") and columns.lowers[verb - 2] in _CHOOSING)
    return thing if is_object else None


_ATTAINING = WordSet("ranking/attaining")
_JUBILEES = WordSet("ranking/jubilee")
_PARTS = WordSet("superlatives/part")
_OF_NAME = re.compile(r" of (?=[A-Z0-9])")


def _dealt_with(
    columns: TokenColumns, sentence: Sentence, root: int, start: int, end: int
) -> tuple[int, int] | None:
    """A ranking phrase that something is done with, which is then about itself: "They maintain the largest
    archive", "Lind wrote her last novel". Not what the subject has or comes to be: "Lyon has the largest
    archive", "reached its highest level".
    """
    owner = _OWNED.match(columns.text, start, end)
    if columns.lowers[root] in _JUBILEES and (owner is None or columns.deps[root] in ("nmod", "obl")):
        return noun_phrase(columns, root)  # "in celebration of his 80th birthday"
    if not _is_dealt_with(columns, sentence, root, start):
        return None
    of = _OF_NAME.search(columns.text, start, end) if owner and owner[0].lower() == "our " else None
    if of is not None:  # "We release our final version of Orbit"
        named = next((name for name in sentence.names if name.start == of.end()), None)
        return None if named is None else (named.start, named.end)
    beside = next((child for child in columns.rights(root) if columns.deps[child] == "appos"), None)
    if beside is not None and columns.pos[beside] == "PROPN":
        return noun_phrase(columns, beside)  # "introduced its first pair of skates, Glide 1"
    return (start, end) if columns.lowers[root] in _PARTS else noun_phrase(columns, root)


def _is_dealt_with(columns: TokenColumns, sentence: Sentence, root: int, start: int) -> bool:
    """Whether a ranking phrase is the object of a verb by which nothing gets the rank for its own."""
    first = columns.token_at(start)
    if first is None or first <= sentence.span.start:
        return False
    noun = columns.lowers[root]
    is_thing = columns.pos[root] in ("NOUN", "PROPN") or noun in _PARTS
    if not is_thing or noun in _REACHED_LEVELS or noun in _OWN_TURNS or noun in PROPERTIES:
        return False
    if any(q.kind == "ordinal" and q.start <= columns.starts[root] < q.end for q in sentence.quantities):
        return False  # "finished a close second"
    verb = _verb_of_object(columns, root, first)
    if verb is None or columns.lowers[verb] in _ATTAINING:
        return False
    is_passive = columns.tags[verb] == "VBN" and not columns.has_child(verb, "aux")
    return not is_passive and not any(
        columns.deps[child] in ("obj", "iobj") and child < first for child in columns.rights(verb)
    )


def _verb_of_object(columns: TokenColumns, root: int, first: int) -> int | None:
    """The verb whose object a phrase is, by its place or by the tree; None for one that a verb or a name
    behind a comma follows.
    """
    following = columns.tags[root + 1 : root + 3]
    if columns.words[first - 1] == "," or not FINITE.isdisjoint(following[:1]):
        return None
    if following[:1] == [","] and not PROPER_TAGS.isdisjoint(following[1:]):
        return None
    if columns.tags[first - 1].startswith("VB"):
        return first - 1 if columns.deps[root] in ("obj", "conj", "obl") else None
    noun = columns.first_joined(root)
    verb = columns.heads[noun]
    return verb if columns.deps[noun] == "obj" and columns.tags[verb].startswith("VB") else None


_BEING = WordPattern(r" (?:<ranking/equating>) (?=(?:the |an? |[\"“])?(?P<word>[\w]))")


_NUMERAL = re.compile(r" [IVX]+\b")  # "Henry IV"
_HAVING_IT = re.compile(r"\b[Tt]he [a-z]+ (?:[a-z]+ )?with $")  # "The region with the highest rate was Kent"


def _predicate_behind(
    columns: TokenColumns, sentence: Sentence, start: int, end: int
) -> tuple[int, int] | None:
    """What a clause says that its ranking subject is: "In 2013 the largest field here was Belridge"."""
    text = columns.text
    opening = _HAVING_IT.sub("", text[sentence.start : start]).rstrip()
    if _OF_WHICH.search(text, start, end) is not None:
        opening = ""  # "has 40 coins, the oldest of which is a Roman one": a clause of its own
    if opening and not opening.endswith((",", ";", ":", "-", "•", " and", " but")):
        return None
    if opening.endswith((" and", " but")) and FINITE.isdisjoint(_tags(columns, sentence.start, start)):
        return None
    if opening.endswith(",") and any(tag in FINITE for tag in _tags(columns, sentence.start, start)):
        return None
    for being in _BEING.finditer(text, start, min(sentence.end, end + _LONGEST_SCOPE)):
        tags = _tags(columns, start, being.start() + 1)
        if any(tag in FINITE for tag in tags) or "," in text[start : being.start()]:
            return None
        for name in sentence.names:
            if name.start == being.end() or columns.text[being.end() : name.start] in ("the ", "a ", "an "):
                numeral = _NUMERAL.match(text, name.end)
                return name.start, name.end if numeral is None else numeral.end()
        after = columns.token_at(being.end())
        if after is None or columns.tags[after] not in NOUN_TAGS:
            return None
        phrase = first_phrase(columns, being.end(), sentence.end)
        head = None if phrase is None else columns.token_at(phrase[1] - 1)
        whole = phrase if head is None else noun_phrase(columns, head)
        return whole if phrase is not None and whole is not None and whole[0] == phrase[0] else phrase
    return None


_OF_WHICH = re.compile(r" of wh(?:ich|om)$")


def _tags(columns: TokenColumns, start: int, end: int) -> tuple[str, ...]:
    span = columns.span(start, end) if start < end else None
    return () if span is None else tuple(columns.tags[span[0] : span[1]])


_LONGEST_SCOPE = 50
