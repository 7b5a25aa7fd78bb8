"""What an amount right before or behind a noun describes: "a five-foot tusk", "a lake 40 km from Oslo"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import NOUNS, TIME_WORDS, phrase_before, with_complement
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_BRACKET_AFTER = re.compile(r"\s*\([^()]{1,40}\)")
_INDEFINITE_ARTICLES = WordSet("common/indefinite_article")
_STRETCHES = WordSet("grammar/stretch")


_EACH = WordPattern(r", each(?: (?:<grammar/behind_each>))* \Z")


def subject_of_each(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The things before a comma of each of which an amount is said: "two berths, each 400 metres long"."""
    each = _EACH.search(columns.text, max(sentence.start, quantity.start - 40), quantity.start)
    things = None if each is None else phrase_before(columns, sentence, each.start())
    last = None if things is None else columns.token_at(things[1] - 1)
    return things if last is not None and columns.tags[last] in ("NNS", "NNPS") else None


def attributive_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The thing that a measure before it describes: "tusk" in "a five-foot tusk"."""
    if quantity.kind != "measure" or ("-" not in quantity.text and quantity.text[-1:] == "s"):
        return None
    if columns.text[quantity.start - 1 : quantity.start] == "(":
        return None  # "a leaflet (70 kB PDF)": of the leaflet
    bracket = _BRACKET_AFTER.match(columns.text, quantity.end, sentence.end)
    first = columns.token_at(_behind_dimension(columns.text, bracket.end() if bracket else quantity.end) + 1)
    if first is None or columns.text[columns.starts[first] - 1] != " ":
        return None
    first += columns.lowers[first] in _DIMENSIONS
    last = first
    while last < sentence.span.end and columns.tags[last] in _DESCRIBED:
        last += 1
    if last == first or columns.tags[last - 1] not in NOUNS:
        return None
    if last < len(columns.lowers) and columns.lowers[last] == "than":
        return None  # "can be 6 dB louder than": a comparative taken for a noun
    is_stretch = columns.lowers[last - 1] in _STRETCHES and quantity.unit in _TIME_UNITS
    if is_stretch or columns.lowers[last - 1] in TIME_WORDS:
        return None
    return columns.starts[first], columns.ends[last - 1]


def _behind_dimension(text: str, end: int) -> int:
    """Where a measure ends with the dimension that is bound to its bracket: "(109-metre)-long"."""
    bound = _BOUND_DIMENSION.match(text, end)
    return end if bound is None else bound.end()


_BOUND_DIMENSION = WordPattern(r"-(?:<grammar/dimension>)(?= )")
_TIME_UNITS = WordSet("grammar/time_unit")
_DISTANT = WordPattern(r" (?:to the )?(?:<grammar/distant>)\b")


def distant_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What a new thing's distance or size is told of right behind it: "a lake 40 km from Oslo"; a
    place whose distance stands beside it.
    """
    if quantity.kind != "measure" or _DISTANT.match(columns.text, quantity.end, sentence.end) is None:
        return None
    if columns.text[quantity.start - 1 : quantity.start] != " ":
        return None
    for name in sentence.names:
        if name.label == "place" and columns.text[name.end : quantity.start] == ", ":
            return name.start, name.end  # "Soitue, 60 km to the east"
    found = phrase_before(columns, sentence, quantity.start - 1)
    first = None if found is None else columns.token_at(found[0])
    is_new = first is not None and columns.lowers[first] in _INDEFINITE_ARTICLES
    return found if is_new else None


_WITH = WordPattern(
    r" with (?:an? (?:[a-z-]+ ){0,2}(?:<grammar/feature>) of )?"
    r"(?:(?:<grammar/hedging_amount>) )?$"
)


def equipped_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The new thing that has what "with" counts or measures behind it: "a laptop" in "runs on a laptop with
    8 GB", "a van" in "sells a van with a range of 90 km".
    """
    behind = _WITH.search(columns.text, sentence.start, quantity.start)
    found = None if behind is None else phrase_before(columns, sentence, behind.start())
    root = None if found is None else columns.root_at(*found)
    if found is None or root is None or columns.deps[root] == "appos" or columns.has_child(root, "cop"):
        return None  # "Orbit is a ship with 12 decks": of Orbit
    first = columns.token_at(found[0])
    is_new = first is not None and columns.lowers[first] in _INDEFINITE_ARTICLES
    has_feature = behind is not None and " of " in behind.group()
    is_kind = has_feature and columns.tags[root] in ("NN", "NNS") and _opens_bare_phrase(columns, first or 0)
    is_feat = has_feature and columns.lowers[root] in _FEATS
    return found if (is_new or is_kind) and not is_feat else None


def _opens_bare_phrase(columns: TokenColumns, first: int) -> bool:
    """Whether a token opens a phrase for things of a kind: "grains with a diameter of 2 mm"."""
    before = columns.tags[first - 1] if first else ""
    return columns.tags[first] in _BARE and before not in _WITHIN_PHRASE


_BARE = frozenset({"JJ", "NN", "NNS"})
_WITHIN_PHRASE = frozenset({"DT", "PRP$", "POS", "CD", "JJ", "RB", "VBG", "VBN", "HYPH"})
_FEATS = WordSet("grammar/feat")
_WORTH = WordPattern(
    r",? (?:(?:<grammar/worth>) |(?:\w+er|more|less|fewer) than )(?:(?:<grammar/hedging_amount>) )?$"
)


def worth_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The noun that an amount behind "worth" or a comparative sizes: "loans worth $2 million", "a
    mill, valued at $4 million", "Wells deeper than 40 m". A predicate is of the clause: "The
    wells are deeper than 40 m".
    """
    behind = _WORTH.search(columns.text, sentence.start, quantity.start)
    found = None if behind is None else phrase_before(columns, sentence, behind.start())
    last = None if found is None else columns.token_at(found[1] - 1)
    if behind is None or found is None or last is None or columns.tags[last] not in ("NN", "NNS"):
        return None
    if behind.group().startswith(","):
        worth = columns.token_at(behind.start() + 2)
        while columns.deps[last] == "nmod":
            last = columns.heads[last]  # "found nine of the works, worth $4 million"
        if columns.deps[last] != "obj" or worth is None or columns.tags[worth] == "VBG":
            return None  # "the largest in the world, valued at $6 million", "won 66 seats, totaling 365"
    return with_complement(columns, sentence, found)


_IN_AMOUNT = WordPattern(r" in the (?:amount|sum) of (?:(?:<grammar/hedging_amount>) )?$")
_JOINING_PHRASES = frozenset({"IN", "TO"})
_LONGEST_CHAIN = 5


def sized_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The noun that comes to "the amount of" so much, with what belongs to it: "a debt for tax payable to the
    state in the amount of $8 million".
    """
    behind = _IN_AMOUNT.search(columns.text, sentence.start, quantity.start)
    found = None if behind is None else phrase_before(columns, sentence, behind.start())
    if found is None:
        return None
    first, end = found[0], found[1]
    for _ in range(_LONGEST_CHAIN):
        token = columns.token_at(first)
        if token is None or token - 3 < sentence.span.start:
            break
        token -= columns.tags[token - 1] == "DT"  # "the Bank of Oslo" by its name
        if columns.tags[token - 1] not in _JOINING_PHRASES:
            break
        joint = token - 1 - (columns.lowers[token - 2] in _STATES)
        before = phrase_before(columns, sentence, columns.ends[joint - 1])
        if before is None:
            return None  # "was fined for arson in the amount of $8 million"
        first = before[0]
    return first, end


_STATES = WordSet("date/state_behind_noun")
_HOME = WordPattern(r", (?:<grammar/home_to>) (?:(?:<grammar/hedging_amount>) )?$")


def inhabited_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The place that so many live in or work at: "the slopes above the village, home to 900 people"."""
    behind = _HOME.search(columns.text, sentence.start, quantity.start)
    return None if behind is None else phrase_before(columns, sentence, behind.start())


_DIMENSIONS = WordSet("grammar/dimension")
_DESCRIBED = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "AFX"})
