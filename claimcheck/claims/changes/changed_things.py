"""What rose or fell: the complement of a noun of change, else the object or the subject of a verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.amounts.words import core_end
from claimcheck.grammar.antecedents.pronoun_places import PRONOUNS
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.noun_phrases import SUBJECTS, case_of, noun_phrase, noun_phrase_until
from claimcheck.grammar.ordered_phrases import TIME_WORDS, first_phrase, ordered_subject, phrase_before
from claimcheck.grammar.subjects.elliptic import amount_before_comma, expected_subject
from claimcheck.grammar.subjects.existing import existing_things
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.grammar.subjects.joined_clauses import subject_behind_amount
from claimcheck.grammar.subjects.naming import refine_subject
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.claims.base import Comparator
    from claimcheck.claims.changes.words import ChangeWord
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import NormalisedDocument, Sentence


def changed_noun(
    document: NormalisedDocument,
    sentence: Sentence,
    match: re.Match[str],
    word: ChangeWord,
    span: Offsets,
) -> str | None:
    """The words of what rose to a bare number, as the unit of that number: "headcount" of "its headcount"."""
    thing = changed_thing(document, sentence, match, word, span)
    if thing is None:
        return None
    noun = _DETERMINER.sub("", document.text[slice(*thing)])
    is_name = any(name.start <= thing[0] and thing[1] <= name.end for name in sentence.names)
    if is_name or (" " in noun and noun.istitle()):
        return None  # "Leeds shrank by a fifth to 640" does not say what of
    return None if noun.lower() in PRONOUNS else noun


_DETERMINER = re.compile(r"^(?:the|an?|its|their|his|her|our)\s+", re.IGNORECASE)
_APPROXIMATORS = WordPattern(r"\b(<change/approximating>)\s+$", re.IGNORECASE)


def approximated(text: str, sentence: Sentence, start: int) -> tuple[int, Comparator]:
    """Where "nearly doubled" begins, and its comparator."""
    match = _APPROXIMATORS.search(text, max(sentence.start, start - 20), start)
    if match is None:
        return start, "="
    return match.start(), ">" if match[1].lower().startswith(("more", "over")) else "~"


def changed_thing(
    document: NormalisedDocument,
    sentence: Sentence,
    match: re.Match[str],
    word: ChangeWord,
    span: Offsets,
) -> Offsets | None:
    """What rose or fell: the complement of a noun ("rise in prices"), else a verb's object or subject."""
    columns = columns_of(document)
    root = columns.root_at(match.start(), match.end())
    if not columns.is_parsed or root is None:
        return find_subject(document, sentence, *span)
    for child in columns.rights(root):
        start, relation = columns.starts[child], columns.deps[child]
        if any(quantity.start <= start < quantity.end for quantity in sentence.quantities):
            continue
        if any(date.start <= start < date.end for date in sentence.dates) or _is_time(columns, child):
            continue  # "an increase of 4% in May" is none of May
        is_complement = relation.startswith("nmod") and case_of(columns, child) in ("in", "of")
        if "noun" in word.word_class and is_complement:
            return _up_to_amount(columns, sentence, _with_dues(columns, noun_phrase(columns, child)))
        is_noun = columns.pos[child] in ("NOUN", "PROPN", "PRON")
        if "verb" in word.word_class and relation == "obj" and is_noun:
            return _without_amount(columns, sentence, *noun_phrase(columns, child))
    if "noun" in word.word_class:
        named = _named_before(columns, sentence, root)
        beside = amount_before_comma(document.text, sentence, span[0]) if named is None else None
        if beside is not None and beside.end < span[0]:
            return find_subject(document, sentence, beside.start, beside.end)
        if named is not None or beside is not None:
            return named
    sent = _moved_by_particle(columns, sentence, match, root) if word.word_class == "particle" else None
    is_dealt_out = document.text.find("respectively", span[1], sentence.end) >= 0  # "A and B rose 4% and 9%"
    dealt = find_subject(document, sentence, *span) if is_dealt_out else None
    joined = None if is_dealt_out else _of_joined_clause(document, sentence, match, word, root)
    found = sent or dealt or joined or find_subject(document, sentence, match.start(), match.end())
    found = found or find_subject(document, sentence, *span)
    if found is not None and found[0] <= match.start() < found[1] and found[1] >= span[1]:
        return existing_things(columns, sentence, match.start())  # a change is not what changed
    if word.word_class == "particle":
        return _risen(columns, sentence, found, match.start())
    if found is not None and _is_only_foretold(columns, root, found):
        return None
    return _before_degree(document, sentence, match, found) if "verb" in word.word_class else found


def _before_degree(
    document: NormalisedDocument, sentence: Sentence, match: re.Match[str], found: Offsets | None
) -> Offsets | None:
    """What was found, or the phrase right before a degree, at which trees go wrong: "| profit | more than
    halved".
    """
    degree = _APPROXIMATORS.search(document.text, max(sentence.start, match.start() - 20), match.start())
    if degree is None:
        return found
    before = _phrase_with_complements(columns_of(document), sentence, degree.start())
    if before is None or (found is not None and found[0] <= before[0] and before[1] <= found[1]):
        return found
    return refine_subject(document, sentence, before, match.start(), match.end())


def _up_to_amount(columns: TokenColumns, sentence: Sentence, phrase: Offsets) -> Offsets:
    """A phrase as far as no amount stands in it."""
    first, last = phrase
    amounts = [quantity.start for quantity in sentence.quantities if first < quantity.start < last]
    return noun_phrase_until(columns, first, min([last, *amounts])) or phrase


def _with_dues(columns: TokenColumns, phrase: Offsets) -> Offsets:
    """A phrase with the word behind it that says which sums it means, and the sums beside them: "a rise in
    accounts | receivable and unbilled fees |".
    """
    dues = _DUES.match(columns.text, phrase[1])
    if dues is None:
        return phrase
    beside = _AND.match(columns.text, dues.end())
    end = len(columns.text) if beside is None else min(len(columns.text), beside.end() + _LONGEST_SUM)
    second = None if beside is None else first_phrase(columns, beside.end(), end)
    if second is None or beside is None or second[0] != beside.end():
        return phrase[0], dues.end()
    return phrase[0], second[1]


_DUES = re.compile(r" (?:payable|receivable)\b")
_AND = re.compile(r" and (?=[a-z])")
_LONGEST_SUM = 60


def _moved_by_particle(
    columns: TokenColumns, sentence: Sentence, match: re.Match[str], root: int
) -> Offsets | None:
    """What is sent, driven or expected up or down, or set beside a clause as up or down."""
    moved = _sent(columns, sentence, match.start()) or _set_beside(columns, sentence, match.start())
    moved = moved or _driven(columns, root)
    behind = next((q for q in sentence.quantities if q.start >= match.end()), None)
    return moved or (None if behind is None else expected_subject(columns, sentence, behind))


def _is_time(columns: TokenColumns, token: int) -> bool:
    """Whether a noun is a stretch of time that only says when: "a rise of 4% in | the previous month |"."""
    if columns.lowers[token] not in TIME_WORDS or columns.tags[token] != "NN":
        return False
    return any(columns.tags[child] == "DT" for child in columns.lefts(token))


def _named_before(columns: TokenColumns, sentence: Sentence, change: int) -> Offsets | None:
    """What changes, named right before the noun of its change: "a 7% | tax | increase", "| Revenue |
    growth of 3%".
    """
    first = change
    while first > sentence.span.start and _is_of_name(columns, first - 1):
        first -= 1
    while first < change and (columns.lowers[first] in _QUALITIES or columns.lowers[first] in TIME_WORDS):
        first += 1  # "a 7% annual | wage | rise"
    start = columns.starts[first]
    if first == change or columns.tags[change - 1] == "JJ":
        return None
    if any(name.start < columns.starts[change] and start < name.end for name in sentence.names):
        return None  # "a 5% Acme rise"
    amounts = [q for q in sentence.quantities if q.kind in ("percent", "money")]
    is_sized = any(
        (q.start < start and _MANNER.fullmatch(columns.text, core_end(columns.text, q), start) is not None)
        or columns.text[columns.ends[change] : q.start] == " of "
        for q in amounts
    )
    return (start, columns.ends[change - 1]) if is_sized else None


def _is_of_name(columns: TokenColumns, token: int) -> bool:
    return columns.tags[token] in _OF_NAMED and columns.lowers[token] not in _PERCENT


_PERCENT = WordSet("grammar/percent")
_MANNER = WordPattern(r"\s(?:(?:<change/adjective_before>)\s)*", re.IGNORECASE)
_QUALITIES = WordSet("change/quality_of_change")
_OF_NAMED = frozenset({"NN", "NNS", "JJ"})


def _is_only_foretold(columns: TokenColumns, change: int, found: Offsets) -> bool:
    """Whether what was found only wants or foresees a change: "| Economists | had forecast a 3% increase"."""
    verb = columns.heads[change]
    if columns.deps[change] != "obj" or columns.lowers[verb] not in _FORETELLING:
        return False
    return any(
        columns.deps[child] in SUBJECTS and found[0] <= columns.starts[child] < found[1]
        for child in columns.lefts(verb)
    )


_FORETELLING = WordSet("change/foretelling")


def _of_joined_clause(
    document: NormalisedDocument, sentence: Sentence, match: re.Match[str], word: ChangeWord, root: int
) -> Offsets | None:
    """What changed in a clause behind another change: the costs of "Profits fell 3% and costs rose 2%"."""
    columns = columns_of(document)
    if word.word_class != "particle" and not columns.tags[root].startswith("VB"):
        return None
    found = subject_behind_amount(columns, sentence, match.start())
    return None if found is None else refine_subject(document, sentence, found, match.start(), match.end())


def _risen(columns: TokenColumns, sentence: Sentence, found: Offsets | None, start: int) -> Offsets | None:
    """What is up or down: what the bracket that says so stands behind ("sales in Oslo (up 3%)"), or what was
    found, if that is not the amount itself.
    """
    opening = _opening_of_amount(columns.text, sentence, start)
    if opening is not None:
        phrase = _phrase_with_complements(columns, sentence, opening)
        return found if phrase is None or _holds_amount(sentence, phrase) else phrase
    if found is not None and found[0] >= start and _holds_amount(sentence, found):
        return ordered_subject(columns, sentence, sentence.start, start)
    return found


def _opening_of_amount(text: str, sentence: Sentence, start: int) -> int | None:
    """The bracket that a change opens, or an amount before its comma: "Chile ($5 million, | up 3%)"."""
    if text.endswith("(", sentence.start, start):
        return start - 1
    amount = next((q for q in sentence.quantities if text[q.end : start] == ", "), None)
    if amount is None or not text.endswith("(", sentence.start, amount.start):
        return None
    return amount.start - 1


def _holds_amount(sentence: Sentence, phrase: Offsets) -> bool:
    return any(q.start < phrase[1] and phrase[0] < q.end for q in sentence.quantities)


_SENDING = WordSet("ranking/sending")


def _sent(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """What somebody sends up or down: "met its goal, sending its shares up 41%"."""
    thing = phrase_before(columns, sentence, start - 1)
    first = None if thing is None else columns.token_at(thing[0])
    if thing is None or first is None:
        return None
    if columns.tags[first] == "VBG" and columns.lowers[first] in _SENDING:
        return columns.starts[first + 1], thing[1]
    return thing if first > sentence.span.start and columns.lowers[first - 1] in _SENDING else None


def _driven(columns: TokenColumns, particle: int) -> Offsets | None:
    """What a verb with its particle moves: "drove up | total spending | by 26 percent"."""
    if columns.deps[particle] != "compound:prt":
        return None
    moved = (c for c in columns.rights(columns.heads[particle]) if c > particle and columns.deps[c] in _MOVED)
    thing = next(moved, None)
    found = None if thing is None else noun_phrase(columns, thing)
    is_right_behind = found is not None and found[0] == columns.ends[particle] + 1
    is_thing = thing is not None and columns.tags[thing] not in ("JJR", "JJS")  # "went up the most, by 4%"
    is_amount = columns.tags[particle + 1] in ("CD", "$")
    return found if is_right_behind and is_thing and not is_amount else None


_MOVED = frozenset({"obj", "xcomp"})  # "spending" is taken for a verb


def _set_beside(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """What "with" sets beside a clause as up or down, or a list behind it does: "All shares fell, with banks
    down 3%, oil firms 4% and makers of cars | down 6%".
    """
    opening = columns.text.rfind(_WITH, sentence.start, start)
    thing = None if opening < 0 else _phrase_with_complements(columns, sentence, start - 1)
    if thing is None or thing[0] < opening + len(_WITH):
        return None
    span = columns.span(opening + len(_WITH), start)
    if span is None or not FINITE.isdisjoint(columns.tags[slice(*span)]):
        return None
    is_member = thing[0] == opening + len(_WITH) or _NEXT_BESIDE.search(columns.text, opening, thing[0])
    return thing if is_member else None


_WITH = " with "
_NEXT_BESIDE = WordPattern(r"(?:,|,? (?:<grammar/parallel_joint>)|;) $")

_OF_CHANGE = re.compile(r"\s+(?:by|from|to)\s+(?:about\s+|nearly\s+|some\s+|up\s+to\s+)?$")


def _without_amount(columns: TokenColumns, sentence: Sentence, first: int, last: int) -> Offsets:
    """A verb's object without the size of the change: "the cost of the coal you ship" + " by 40 percent"."""
    for quantity in sentence.quantities:
        led = (
            _OF_CHANGE.search(columns.text, first, quantity.start) if first < quantity.start < last else None
        )
        if led is not None and led.start() > first:
            return first, led.start()
    return first, last


_COMPLEMENT = re.compile(r"\s+(?:of|in|for|to|at|on|by|from)\s+(?:the\s+|its\s+|an?\s+)?$")


def _phrase_with_complements(columns: TokenColumns, sentence: Sentence, end: int) -> Offsets | None:
    """The noun phrase that ends at a place, with what it completes: "the number of visits to the site"."""
    found = phrase_before(columns, sentence, end)
    while found is not None:
        joint = _COMPLEMENT.search(columns.text, max(sentence.start, found[0] - 12), found[0])
        outer = None if joint is None else phrase_before(columns, sentence, joint.start())
        if outer is None:
            return found
        found = outer[0], found[1]
    return None


_PHRASE_HEAD = r"^(?:(?!(?:<claims/of_phrase>)\b)[\w.’'&-]+\s+)*?"
_TOLD_AS_SHARE = WordPattern(
    _PHRASE_HEAD + r"(?:<change/told_as_share>)(?:\s+(?:<claims/of_phrase>)\b|$)", re.IGNORECASE
)
_GROWN = WordPattern(
    _PHRASE_HEAD + r"(?:<change/grown_thing>)(?:\s+(?:<claims/of_phrase>)\b|$)", re.IGNORECASE
)


def is_told_as_share(text: str, thing: Offsets | None) -> bool:
    """Whether a percentage may be what there is of a thing, and no size of its change: "the turnout"."""
    return thing is None or _TOLD_AS_SHARE.match(text[slice(*thing)]) is not None


def is_grown(text: str, thing: Offsets) -> bool:
    """Whether a percentage beside a thing can only tell how it changed: "prices", "the index"."""
    return _GROWN.match(text[slice(*thing)]) is not None
