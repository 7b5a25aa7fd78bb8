"""What is defined though no capital names it: "kestrel-v2-7b", "kestrel.dev/queue", “Faster Loops”, gout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.kind_nouns import kind_nouns, transparent_nouns
from claimcheck.grammar.phrases import QUOTES, Phrase
from claimcheck.grammar.verb_groups import PREPOSITIONS
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import PROPER_TAGS

if TYPE_CHECKING:
    from claimcheck.grammar.clauses import SentenceGrammar

NAMED_KINDS = frozenset({"product", "organization", "place", "technology", "hardware"})
"""What a noun is of whose things have names of their own."""


@per_lexicon
def term_kinds() -> frozenset[str]:
    """Common nouns that tell what kind of thing a term is: "disease", "protocol"."""
    return frozenset(form for row in load_rows("en/term_kinds.csv") for form in row["forms"].split("|"))


@per_lexicon
def kind_words() -> frozenset[str]:
    """The nouns of which `tells_kind` needs one, for a quick look at a sentence."""
    return term_kinds() | _KINDS | transparent_nouns()


def tells_kind(grammar: SentenceGrammar, category: Phrase) -> bool:
    """Whether a phrase tells what kind of thing a term is: "a disease", "a form of taxation"."""
    if category.noun in term_kinds():
        return True
    is_frame = category.noun in _KINDS or category.noun in transparent_nouns()
    before = category.head - 1
    if category.noun in _KINDS and before > category.first and grammar.tags[before].startswith("NN"):
        return True  # "a metric type"
    return is_frame and grammar.word(category.last) == "of" and grammar.word(category.last + 1) not in _VAGUE


_KINDS = WordSet("terms/frame")
_VAGUE = WordSet("terms/vague")

# A word that is written as only names of files, sites, packages, models and genes are
_CODE_NAME = re.compile(
    r"""
      [#@][A-Za-z]\w{2,}                                        # a hashtag, an account
    | [a-z][a-z0-9]+(?:-[a-z0-9.]+)*-v?\d+(?:\.\d+)*[a-z]{0,2}(?:-[a-z]+)*  # kestrel-v2-7b, kestrel-15k
    | [A-Za-z]\w*_\w+                                           # kestrel_cli
    | [a-z]+[A-Z][A-Za-z]+ | [A-Z][a-z]+(?:[A-Z]+[a-z]+)+[A-Z]* # kestrelCase, KestrelCase, KestrelUI
    | (?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|edu|gov|ai|co|app|info|eu|uk|de|fr)(?:/[\w./-]*\w)?
    """,
    re.VERBOSE,
)
_NO_CODE_NAME = re.compile(
    r"(?:mid|pre|post|non|anti|top|type|phase|grade|level|under|over|age)-|"  # "pre-2020", "top-10"
    r"(?-i:(?:Mc|Mac|De|Di|La|Le|Van|Von|Fitz|O)[A-Z][a-z]+$)",  # McAllister, DeSanto
    re.IGNORECASE,
)
_SHORT_FORM = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z0-9]s?")


def code_name_until(grammar: SentenceGrammar, i: int) -> Phrase | None:
    """The code name that ends before token `i`, quotation marks aside."""
    while i - 1 > grammar.first and grammar.words[i - 1] in QUOTES:
        i -= 1
    first = i - 1
    if _is_plain(grammar.words[first]) and (first == grammar.first or grammar.spaced[first - 1]):
        return None
    while (
        first > grammar.first and not grammar.spaced[first - 1] and grammar.words[first - 1] not in _OPENING
    ):
        first -= 1
    return _code_name(grammar, first, i)


def code_name_from(grammar: SentenceGrammar, i: int) -> Phrase | None:
    """The code name that starts at token `i`, quotation marks aside."""
    while i < grammar.last and grammar.words[i] in QUOTES:
        i += 1
    if i < grammar.last and _is_plain(grammar.words[i]) and grammar.spaced[i]:
        return None
    last = i + 1
    while last < grammar.last and not grammar.spaced[last - 1] and grammar.words[last] not in _CLOSING:
        last += 1
    return _code_name(grammar, i, last)


def _is_plain(word: str) -> bool:
    """Whether a word is written as any other: no code name is, standing alone."""
    return word.isalpha() and (word.islower() or word.istitle())


_OPENING = frozenset("([{,;:—–") | QUOTES
_CLOSING = frozenset(")]},;:.!?—–") | QUOTES


def _code_name(grammar: SentenceGrammar, first: int, last: int) -> Phrase | None:
    if not grammar.first <= first < last <= grammar.last:
        return None
    written = grammar.document.text[grammar.starts[first] : grammar.ends[last - 1]]
    if _CODE_NAME.fullmatch(written) is None or _NO_CODE_NAME.match(written):
        return None
    return Phrase(grammar.columns, first, last, last - 1, grammar.names.get(last - 1))


_TITLE_MARKS = QUOTES - {"*", "`"}


def quoted_title_until(grammar: SentenceGrammar, i: int) -> Phrase | None:
    """The title in quotation marks that ends before token `i`: “Faster Loops”."""
    if i - 2 <= grammar.first or grammar.words[i - 1] not in _TITLE_MARKS:
        return None
    for first in range(i - 2, max(grammar.first, i - _MAX_TITLE) - 1, -1):
        if grammar.words[first] in _TITLE_MARKS:
            return _title(grammar, first + 1, i - 1)
    return None


def quoted_title_from(grammar: SentenceGrammar, i: int) -> Phrase | None:
    """The title in quotation marks that starts at token `i`."""
    if i + 2 >= grammar.last or grammar.words[i] not in _TITLE_MARKS:
        return None
    for last in range(i + 1, min(grammar.last, i + _MAX_TITLE)):
        if grammar.words[last] in _TITLE_MARKS:
            return _title(grammar, i + 1, last)
    return None


_MAX_TITLE = 16  # tokens with the marks


def _title(grammar: SentenceGrammar, first: int, last: int) -> Phrase | None:
    words = [grammar.words[i] for i in range(first, last) if grammar.words[i][:1].isalpha()]
    if not words or not words[0][:1].isupper() or grammar.words[last - 1] in _SPEECH_ENDS:
        return None
    if not all(word[:1].isupper() or len(word) < _SHORTEST_CAPITAL or word in PREPOSITIONS for word in words):
        return None  # words of speech
    return Phrase(grammar.columns, first, last, last - 1, grammar.names.get(last - 1))


_SPEECH_ENDS = frozenset({",", "."})
_SHORTEST_CAPITAL = 4  # "The Rise of the House": short words stay small in titles


def is_written_as_name(grammar: SentenceGrammar, thing: Phrase) -> bool:
    """Whether every word of a term has a capital or a digit, and it is no label: "Kestrel", not "License"."""
    words = [grammar.words[i] for i in range(thing.first, thing.last) if grammar.words[i][:1].isalnum()]
    if any(date.start < thing.end and thing.start < date.end for date in grammar.sentence.dates):
        return False
    if not words or thing.noun in kind_nouns() or thing.noun in term_kinds() or thing.noun in _NO_TERMS:
        return False
    if any(_CODE_NAME.fullmatch(word) for word in words) or thing.name is not None:
        return True
    is_proper = any(grammar.tags[i] in PROPER_TAGS for i in range(thing.first, thing.last))
    has_sign = any(any(c.isdigit() or c.isupper() for c in word[1:]) for word in words)
    return (is_proper or has_sign) and all(
        word[:1].isupper() or word.lower() in _SMALL or word[:1].isdigit() for word in words
    )


_SMALL = WordSet("terms/small_in_titles")


def is_term(grammar: SentenceGrammar, thing: Phrase) -> bool:
    """Whether a phrase is a term that a kind may be told of: "gout", "garbage collection"."""
    if thing.possessor is not None or thing.determiner or thing.inner:
        return False
    tag = grammar.tags[thing.head]
    if tag not in ("NN", "NNS", "NNP") or thing.noun in _NO_TERMS:
        return False
    if thing.last - thing.first > _MAX_TERM or grammar.tags[thing.first] == "CD":
        return False
    return not any(grammar.word(i) in _UNDEFINED for i in range(thing.first, thing.last))


_MAX_TERM = 6
_NO_TERMS = WordSet("terms/no_term")
_UNDEFINED = WordSet("terms/undefined")


def has_short_form(grammar: SentenceGrammar, thing: Phrase) -> bool:
    """Whether a bracket after the phrase gives its short form: "chronic wasting disease (CWD)"."""
    i = thing.last
    return (
        grammar.word(i) == "("
        and grammar.word(i + 2) == ")"
        and _SHORT_FORM.fullmatch(grammar.words[i + 1]) is not None
    )


def names_inside(grammar: SentenceGrammar, thing: Phrase) -> bool:
    """Whether an unknown name stands before the noun or is cut: "The Halvor pipeline", "Orvane-3B-4E1 T"."""
    if thing.possessor is not None or thing.determiner not in ("the", ""):
        return False
    start = thing.first + (thing.determiner == "the")
    word = grammar.words[min(start, thing.head)]
    if not word[:1].isupper() or grammar.tags[start] not in PROPER_TAGS:
        return False
    if any(date.start <= grammar.starts[start] < date.end for date in grammar.sentence.dates):
        return False
    if any(character.isdigit() for character in word):
        return True
    return grammar.tags[thing.head] in ("NN", "NNS") and thing.determiner == "the" and start < thing.head
