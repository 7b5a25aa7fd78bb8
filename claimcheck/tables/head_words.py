"""What the words of a head say: things that are counted, a rate, what is told for one of something."""

from __future__ import annotations

import re

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import is_plural_noun
from claimcheck.tables.statements import find_statement, singular

PER_ONE = re.compile(
    r"\bper\b|(?:[$€£¥₹¢]|\bcents|\bpence)\s?/\s?[A-Za-z]|/\s?(?:share|unit|day)\b|\bEPS\b", re.IGNORECASE
)
"""What makes a figure that of one thing: "per share", "$/share", "EPS"."""
NUMBER_OF = re.compile(r"(?:the\s+|total\s+)?(?:number|no\.|count|#)\s*(?:of\b)?\s*", re.IGNORECASE)
_PHRASE_END = WordPattern(
    r"[,;:()–—]|\s(?:of|in|on|at|for|by|to|from|with|under|per|<tables/done_to_thing>|as|during"
    r"|before|after|since|within|over|than|and)\b",
    re.IGNORECASE,
)


@per_lexicon
def load_words(role: str) -> frozenset[str]:
    """The words of a role in table_words.csv, without the -s of a plural."""
    return frozenset(singular(row["word"]) for row in load_rows("en/table_words.csv") if row["role"] == role)


def opening_phrase(words: str) -> str:
    """The noun phrase that a head begins with: "Restaurants opened by franchisees" -> "Restaurants"."""
    found = _PHRASE_END.search(words, 1)
    return words[: found.start()] if found else words


_SINGULAR_THINGS = WordSet("tables/singular")


def names_things(words: str, role: str = "thing") -> bool:
    """Whether a head says that things are counted, which can have no worth (or, as assets, can)."""
    number_of = NUMBER_OF.match(words)
    if (
        number_of is not None
        and number_of.end() < len(words)
        and number_of[0].strip().lower() not in ("no.", "")
    ):
        return True
    last = re.findall(r"[^\W\d_]+", opening_phrase(words))[-1:]
    if not last:
        return False
    noun = last[0].lower()
    is_plural = noun != singular(noun) or noun in _SINGULAR_THINGS
    return is_plural and singular(noun) in load_words(role)


_PAID = WordSet("tables/paid")


def names_paid(words: str) -> bool:
    """Whether a head is nothing but people whose pay is told as often as their number: "Staff"."""
    return words.strip(" :").lower() in _PAID


def names_plural(words: str) -> bool:
    """Whether a head begins with a phrase in the plural: "Options granted in the year"."""
    last = re.findall(r"[^\W\d_]+", opening_phrase(words))[-1:]
    return bool(last) and is_plural_noun(last[0].lower())


def is_amount_of(words: str) -> bool:
    """Whether a head in the singular says how many there are: "Population", "Attendance"."""
    last = re.findall(r"[^\W\d_]+", opening_phrase(words))[-1:]
    return bool(last) and last[0].lower() in load_words("multitude")


def is_rate(words: str) -> bool:
    """Whether a head says that its figures are rates: "Turnout"."""
    last = re.findall(r"[^\W\d_]+", opening_phrase(words))[-1:]
    return bool(last) and singular(last[0].lower()) in load_words("rate")


def says_two_things(head: str) -> bool:
    """Whether a head gives two units or scales, as one over two columns: "Power (MW) Output (GWh)"."""
    brackets = re.findall(r"\([^()]{1,30}\)", head)
    if len(brackets) < 2:
        return False
    said = [found for words in brackets if (found := find_statement(words, is_head=True)) is not None]
    measures = {found.unit or found.currency for found in said if found.unit or found.currency}
    factors = {found.factor for found in said if found.factor is not None}
    return len(measures) > 1 or len(factors) > 1


def is_label(words: str) -> bool:
    """Whether the head of a column says that it holds numbers of rows, notes or pages."""
    if words.strip() in ("#", "№", "Nr", "Nr."):
        return True
    found = [singular(word.lower()) for word in re.findall(r"[^\W\d_]+", words)]
    return bool(found) and len(found) <= 2 and found[0] in load_words("label")
