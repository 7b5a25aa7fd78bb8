"""A number of countable things: "5,991 responses", "3 trillion tokens", "two people"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.amount_words import POINTS
from claimcheck.claims.bare_counts import BareCount, find_bare_count
from claimcheck.claims.base import AmountValue, BaseClaim, Comparator, Draft, KindColour, amounts_of
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.subject_edges import noun_like_verbs
from claimcheck.grammar.subjects import find_subject
from claimcheck.lexicons.quantities import load_noun_phrase_ends
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import is_plural_noun
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


class CountValue(AmountValue):
    """A number of things; `of` is the counted noun phrase as written, without the number."""

    of: str

    def describe(self, comparator: Comparator) -> str:
        """Such as `>= 5,991 responses`."""
        return f"{self.amount_text(comparator)} {self.of}"


class CountClaim(BaseClaim):
    """A number of countable things.

    `of` is the noun phrase as written. “Dozens” is more than 24, “hundreds” more than 100, “millions”
    more than a million; “several” and “a couple of” are none. Numbers in names, addresses, phone numbers
    and list marks are none.
    """

    kind: Literal["count"] = "count"
    value: CountValue

    colour: ClassVar[KindColour] = KindColour("amount", 248)
    example: ClassVar[tuple[str, str]] = ("The survey drew 5,200 responses.", "5,200 responses")


# "only one shell", "did not fire one shell", "one man and two women"
_COUNTED_ONE = WordPattern(
    r"\b(?:<count/before_one>)\s+(?:\w+\s+){0,2}$|n[’']t\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def find_count_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every number of things whose noun is known. "One" counts only where it is set against other numbers."""
    counted: str | None = None
    counted_in = 0
    for place, sentence in enumerate(document.sentences):
        if place - counted_in > 1:
            counted = None  # what was counted two sentences ago is no longer spoken of
        for index, quantity in enumerate(sentence.quantities):
            if quantity.kind in ("number", "multiple"):
                bare = find_bare_count(document, sentence, index, counted)
                if bare is not None:
                    if bare.is_total:
                        counted, counted_in = bare.of, place
                    yield _bare_draft(document, sentence, quantity, bare)
            if (
                quantity.kind == "count"
                and quantity.of
                and not _is_mere_article(quantity, document, sentence)
                and not _is_refused(document, sentence, quantity)
            ):
                if document.text[quantity.number_end : quantity.number_end + 1] != "-":
                    counted, counted_in = quantity.of, place
                yield Draft(
                    CountClaim,
                    quantity.start,
                    quantity.end,
                    CountValue(**amounts_of(quantity), of=quantity.of),
                    f"count/{quantity.found_by}",
                    find_subject(document, sentence, quantity.start, quantity.end, names_things=True),
                    quantity.comparator,
                    (quantity,),
                )


def _bare_draft(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity, bare: BareCount
) -> Draft:
    return Draft(
        CountClaim,
        bare.start,
        bare.end,
        CountValue(**amounts_of(quantity), of=bare.of),
        f"count/{bare.rule}",
        find_subject(document, sentence, quantity.start, quantity.end, names_things=True),
        quantity.comparator,
        (quantity,),
    )


def _is_refused(document: NormalisedDocument, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether what follows the number is a verb ("Swift 5.3 brings"), or a heading is numbered by it."""
    found_by = f"count/{quantity.found_by}"
    if _is_heading_number(document.text, sentence, quantity):
        return document.rules.refuse("count/heading-number", found_by, quantity.start, quantity.end)
    if quantity.of == "mark" or (quantity.of is not None and _is_of_letter(document.text, quantity)):
        return document.rules.refuse("count/one-letter", found_by, quantity.start, quantity.end)
    if _is_below_one(document.text, quantity):
        return document.rules.refuse("count/below-one", found_by, quantity.start, quantity.end)
    if _is_number_of_name(document.text, quantity):
        return document.rules.refuse("count/number-of-a-name", found_by, quantity.start, quantity.end)
    if _SHOTS.match(document.text, quantity.number_end):
        return document.rules.refuse("count/shots-of-a-prompt", found_by, quantity.start, quantity.end)
    is_multiple = quantity.of == "times" and quantity.number is not None and quantity.number % 1 != 0
    if is_multiple and quantity.per is None:  # but "2.5 times a year" is how often
        return document.rules.refuse("count/multiple", found_by, quantity.start, quantity.end)
    is_rest = quantity.number is not None and 0 < quantity.number < 1 and not quantity.is_fraction
    if is_rest and quantity.of is not None and not any(map(is_plural_noun, quantity.of.lower().split())):
        return document.rules.refuse("count/number-of-a-name", found_by, quantity.start, quantity.end)
    if document.text[quantity.number_start - 1 : quantity.number_start] in ("∶", ":"):
        return document.rules.refuse("count/number-of-a-name", found_by, quantity.start, quantity.end)
    is_worded = document.text[quantity.number_start].isalpha()
    if is_worded and _NO_SUCH.search(document.text, max(sentence.start, quantity.start - 4), quantity.start):
        return document.rules.refuse("count/no-such", found_by, quantity.start, quantity.end)
    if _AGE_CLASS.match(document.text, quantity.start, quantity.number_end):
        return document.rules.refuse("count/age-class", found_by, quantity.start, quantity.end)
    if quantity.of == "figures" and _PART_OF_FIGURES.search(
        document.text, max(sentence.start, quantity.start - 8), quantity.start
    ):
        return document.rules.refuse("count/number-of-a-name", found_by, quantity.start, quantity.end)
    if quantity.of in POINTS and _TO_A_SHARE.match(document.text, quantity.end, sentence.end):
        return document.rules.refuse("count/points-of-a-share", found_by, quantity.start, quantity.end)
    is_first = _FIRST_BEFORE.search(document.text, max(sentence.start, quantity.start - 7), quantity.start)
    if is_first and quantity.of in _RANKS:
        return document.rules.refuse("count/first-several", found_by, quantity.start, quantity.end)
    is_vague_sum = quantity.comparator == ">" and _VAGUE.match(document.text, quantity.number_start)
    if is_vague_sum and quantity.of is not None and quantity.of.rsplit(" ", 1)[-1] in _FUNDS:
        return document.rules.refuse("count/sum-of-money", found_by, quantity.start, quantity.end)
    if (
        quantity.of is not None
        and quantity.of.rsplit(" ", 1)[-1] in _SUMS
        and quantity.number is not None
        and quantity.number >= _SCALE
    ):
        return document.rules.refuse("count/sum-of-money", found_by, quantity.start, quantity.end)
    if _is_release_with_verb(document.text, sentence, quantity):
        return document.rules.refuse("count/release-before-verb", found_by, quantity.start, quantity.end)
    columns = columns_of(document)
    if quantity.of_start is None or not columns.is_parsed or quantity.of_start < quantity.number_end:
        return False
    span = columns.span(quantity.of_start, quantity.of_start + 1)
    if span is None:
        return False
    first = span[0]
    if columns.tags[first] == "RB" and first + 1 < len(columns.tags):  # "5.3 significantly improves"
        first += 1
    is_verb = columns.tags[first] in ("VBZ", "VBD", "MD") and columns.pos[first] in ("VERB", "AUX")
    if is_verb and columns.tags[first] == "VBD" and not _PAST_FORM.fullmatch(columns.lowers[first]):
        is_verb = False  # "2,714 multimorbid patients", whatever the tagger makes of a rare adjective
    is_base = not columns.lowers[first].endswith("s") and quantity.of is not None and " " not in quantity.of
    if is_base and _PRONOUN_AFTER.match(document.text, quantity.end, sentence.end):
        is_verb = True  # "of 28 analysts, 19 rate it a buy"
    if columns.lowers[first] in noun_like_verbs() and columns.has_child(first, "obj"):
        is_verb = True  # "Her 143 puts Marlshire ahead"
    is_part = quantity.number is not None and quantity.number % 1 != 0 and quantity.number < _FEW
    has_object = _SHOCK.search(document.text, max(0, quantity.start - 8), quantity.start) is not None
    has_object &= _SOMETHING_AFTER.match(document.text, quantity.of_start, sentence.end) is not None
    if is_part and has_object and columns.lowers[first] in noun_like_verbs():
        is_verb = True  # "a shock of 6.3 releases more energy"
    if columns.tags[first] == "VBP" and quantity.number == 1:  # "values under 1 end there"
        is_verb = columns.pos[first] == "VERB"
    if not is_verb or _is_participle_of_subject(document, columns, quantity, first):
        return False
    looked_at = (columns.starts[first], columns.ends[first])
    return document.rules.refuse("count/verb-after-number", found_by, quantity.start, quantity.end, looked_at)


_PART_OF_FIGURES = WordPattern(r"\b(?:<count/part_of_figures>)[ -]$", re.IGNORECASE)
"""Before how many figures a sum has: "a sum in the low seven figures"."""
_LETTER_FIRST = re.compile(r"[a-z] ")
_LETTER_LAST = re.compile(r"(?:.* )?[A-Za-z]")


def _is_of_letter(text: str, quantity: Quantity) -> bool:
    """Whether one letter is counted: "12 Q", "three hundred k of data", "8 more V (valid) bits"."""
    of = quantity.of or ""
    if len(of) == 1 or _LETTER_FIRST.match(of):
        return True
    return text.startswith(" (", quantity.end) and _LETTER_LAST.fullmatch(of) is not None


def _is_below_one(text: str, quantity: Quantity) -> bool:
    """Whether less than nothing is counted ("the flags -1 to -9 say"), or none of what is one thing ("a zero
    byte").
    """
    if quantity.number is None:
        return False
    if quantity.number < 0:
        return True
    is_worded = quantity.number == 0 and text[quantity.number_start].isalpha()
    return (
        is_worded and quantity.comparator == "=" and not any(map(is_plural_noun, (quantity.of or "").split()))
    )


_CLAUSE_OF_NAME = re.compile(r"\d+-[A-Z][a-z]+(?:-[A-Z][a-z]+)* [A-Z]")


_NO_SUCH = re.compile(r"\b[Nn]o\s$")
"""Before what is denied of any so many: "no two people agree"."""
_DECIMAL = re.compile(r"\d+\.\d+")
_NAMED_ONE = WordPattern(
    r"(?!(?:<count/adjective_of_people>)\b)(?:[A-Z][a-z]{2,}(?<!ian)(?<!ean)(?<!can)(?<!ish)(?<!ese)(?: |$))+"
    r"(?:(?:<count/particle_of_name>)(?: [A-Z][a-z]+)*)?"
)
_YEAR_OF_ONE = re.compile(r"\b[Aa]n?\s(?:1[4-9]|20)\d\d$")
_STAR_AND_PLANET = re.compile(r"[A-Z][a-z]+ [b-h]")
_INITIALS = WordPattern(r"(?!(?:<quantities/device>|GI|US|UK|EU|UN)$)[A-Z]{2,3}")
_OF_SERIES = re.compile(r"\d{4,} series\b")


def _is_number_of_name(text: str, quantity: Quantity) -> bool:
    """Whether a number names what follows: a decimal before one thing ("the 1003.1 standard", "20.7 ABC",
    "3.6 Tides" of a heading), or a long one before "series". Parts are counted of many: "2.5 children".
    """
    if quantity.of is None:
        return False
    if text[quantity.number_start - 1 : quantity.number_start].isalpha():
        return True  # "Ca2+ leak"
    if _OF_SERIES.match(text, quantity.number_start) or _CLAUSE_OF_NAME.match(text, quantity.number_start):
        return True  # "the 1200 series", "3-Clause BSD"
    if _YEAR_OF_ONE.search(text, max(0, quantity.number_start - 3), quantity.number_end):
        return True  # "a 1984 New York Times article"
    if _STAR_AND_PLANET.fullmatch(quantity.of):
        return True  # "51 Ursae b"
    if _INITIALS.fullmatch(quantity.of):
        return True  # "a rate of 12 MS"
    if _NAMED_ONE.fullmatch(quantity.of) and not any(map(is_plural_noun, quantity.of.lower().split())):
        # "29 Amphitrite", "at 3926 Feagan", "1 – 0 Korea"
        digits = text[quantity.number_start : quantity.number_end].replace(",", "")
        return digits.isdigit() and quantity.comparator == "="
    is_decimal = _DECIMAL.fullmatch(text, quantity.number_start, quantity.number_end) is not None
    return is_decimal and not any(map(is_plural_noun, quantity.of.lower().split()))


def _is_participle_of_subject(
    document: NormalisedDocument, columns: TokenColumns, quantity: Quantity, verb: int
) -> bool:
    """Whether a word in -ed describes what a number in letters counts: "Two imported cases were found"."""
    if columns.tags[verb] != "VBD" or not columns.lowers[verb].endswith("ed"):
        return False
    is_worded = document.text[quantity.number_start].isalpha()
    return is_worded and verb + 1 < len(columns.tags) and columns.tags[verb + 1] == "NNS"


# Irregular past forms are short, or have one of these prefixes
_PAST_FORM = re.compile(r"[a-z]+ed|[a-z]{1,7}|(?:over|under|with|mis|fore|out|up)[a-z]+")
_FEW = 1000
_SHOCK = re.compile(r"\bof\s+$")
_SOMETHING_AFTER = re.compile(r"[a-z]+s\s+(?:about|more|less|the|an?|some|as|up)\s")
_TO_A_SHARE = re.compile(r"\s+to\s+\d[\d.]*\s?(?:%|per\s?cent)")
_SHOTS = re.compile(r"-shot\b")  # "0-shot", "a 5-shot prompt": a setting of a test
_AGE_CLASS = re.compile(r"(?:under|over)-\d{1,2}$", re.IGNORECASE)
_FIRST_BEFORE = re.compile(r"\bfirst\s+$", re.IGNORECASE)
_RANKS = WordSet("count/rank")
"""What an order consists of, whose first ones a ranking states: "held the first 7 spots"."""
_SUMS = WordSet("count/sum")
_VAGUE = re.compile(
    r"(?:(?:tens|hundreds|thousands)\s+of\s+)?(?:millions|billions|trillions)\b", re.IGNORECASE
)
_FUNDS = WordSet("count/fund")
"""What "billions of" tells in money, whose currency is not said: "billions of additional tax cuts"."""
_SCALE = 1_000
"""From which a number before a sum is an amount whose currency stands elsewhere: "a 107 million loss"."""
_RELEASE = re.compile(r"(?:[A-Z][\w.+#-]*[ \u00a0]){1,4}$")
_PRONOUN_AFTER = WordPattern(r"[ ](?:<count/pronoun_after>)(?![^\W_])")
_OBJECT_AFTER = WordPattern(r"[ ](?:<count/object_after>)(?![^\W_])")


def _is_release_with_verb(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sentence begins with a numbered name and its verb: "Angular 17 defaults to".

    A counted noun has no object after it, and no sentence begins with a bare name before a count.
    """
    if quantity.of is None or not quantity.of.islower() or not quantity.of.endswith("s"):
        return False
    if " " in quantity.of or quantity.start != quantity.number_start or not text[quantity.start].isdigit():
        return False
    if _OBJECT_AFTER.match(text, quantity.end, sentence.end) is None:
        return False
    before = text[sentence.start : quantity.start]
    first = before.split(" ", 1)[0].lower()
    return first not in load_noun_phrase_ends() and _RELEASE.fullmatch(before) is not None


_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.? [A-Z][^.!?\n]{0,70}$")


def _is_heading_number(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Such as "1 Introduction" on a line of its own."""
    if quantity.start != sentence.start or quantity.of is None or not quantity.of[:1].isupper():
        return False
    return _HEADING.fullmatch(text[sentence.start : sentence.end].rstrip()) is not None


def _is_mere_article(quantity: Quantity, document: NormalisedDocument, sentence: Sentence) -> bool:
    """Whether "one" only introduces its noun: "one example of this", "one poster admitted", or is half of a
    proportion: "at least a one-to-one match".
    """
    text = document.text
    if text[quantity.number_start : quantity.number_end].lower() != "one":
        return False
    if quantity.comparator != "=":
        return text.startswith("-to-one", quantity.number_end)
    if _COUNTED_ONE.search(text, max(sentence.start, quantity.start - 40), quantity.start):
        return False
    heads = set((quantity.of or "").lower().split(" of ", 1)[0].split())
    if heads.isdisjoint(_IDLE_ONES) and (
        quantity.per is not None
        or _PER_ONE.match(text, quantity.end)
        or _HAD_ONE.search(text, max(sentence.start, quantity.start - 20), quantity.start)
    ):
        return False  # "had one child", "one pack per order"
    others = (other for other in sentence.quantities if other.kind == "count" and other is not quantity)
    return not any(0 < abs(other.start - quantity.start) < _CONTRAST_CHARS for other in others)


_HAD_ONE = WordPattern(r"\b(?:<count/having>|there\s+(?:<technology/be>))\s+$", re.IGNORECASE)
_PER_ONE = re.compile(r"\s+per\s+[a-z]")
_IDLE_ONES = WordSet("count/idle_one")
_CONTRAST_CHARS = 40
"""How near another count must stand for "one" to be set against it: "one man and two women"."""


RULES = (
    Rule("count/counted-noun", "The zoo has 40 lions.", "The zoo is 40 km away."),
    Rule("count/to-range", "The zoo has 30 to 40 lions.", "The zoo is 30 to 40 km away."),
    Rule("count/either-or-range", "The zoo has 46 or 47 lions.", "The zoo has 40 or 80 lions."),
    Rule("count/dash-range", "The zoo has 30-40 lions.", "The zoo is 30-40 km away."),
    Rule(
        "count/between-range", "The zoo has between 30 and 40 lions.", "The zoo is between 30 and 40 km away."
    ),
    Rule(
        "count/lower-and-upper-bound",
        "The zoo has more than 30 and less than 40 lions.",
        "The zoo has more than 30 lions and less than 40 bears.",
    ),
    Rule(
        "count/people-before",
        "Officers arrested 40 after the match.",
        "Officers arrested 40 fans after the match.",
    ),
    Rule("count/people-after", "The raid left 12 killed.", "The raid left 12 towns in ruins."),
    Rule(
        "count/sample-size",
        "Younger adults (n = 31) slept longer.",
        "Younger adults (31 years) slept longer.",
    ),
    Rule("count/part-of-many", "The law passed in 18 of 20 districts.", "The law passed in 18 districts."),
    Rule("count/with-share", "Of 45 patients, 5 (11%) relapsed.", "Of 45 patients, 11% relapsed."),
    Rule("count/devices", "Training needs 8 × A100 cards.", "Training needs 8 × 2 hours."),
    Rule("count/total", "The town has a population of 1,215.", "The town has a mayor of 51."),
    Rule(
        "count/elliptic",
        "It named 21 farms in Kent and 36 in Essex.",
        "It named 21 farms in Kent and left in May.",
    ),
    Rule("count/those", "Those 10 were late.", "Those were late at 10."),
    Rule("count/verb-after-number", "Swift 5.3 brings async code.", "The dock has 5 ships.", is_check=True),
    Rule(
        "count/release-before-verb",
        "Angular 17 defaults to a new build system.",
        "Kenya sent 40 trucks to the border.",
        is_check=True,
    ),
    Rule("count/first-several", "It held the first 7 spots.", "It held the other 7 spots.", is_check=True),
    Rule("count/sum-of-money", "It made a 107 million loss.", "It made 107 million losses.", is_check=True),
    Rule(
        "count/shots-of-a-prompt", "It lost 10 points in 32-shot tests.", "It lost 32 shots.", is_check=True
    ),
    Rule(
        "count/points-of-a-share",
        "Its combined ratio improved by 3 points to 91%.",
        "Its team improved by 3 points to 91.",
        is_check=True,
    ),
    Rule("count/age-class", "The under-16 team won.", "The club has over 16 teams.", is_check=True),
    Rule("count/no-such", "No two mills are alike.", "Some two mills are alike.", is_check=True),
    Rule("count/multiple", "The ratio was 3.4 times.", "The bell rang 3 times.", is_check=True),
    Rule("count/heading-number", "1 Introduction", "It has 1 introduction.", is_check=True),
    Rule(
        "count/number-of-a-name",
        "It follows the 1003.1 standard.",
        "It has 2.5 standards.",
        is_check=True,
    ),
    Rule(
        "count/below-one",
        "The string ends with a zero character.",
        "The race ended with zero crashes.",
        is_check=True,
    ),
    Rule("count/one-letter", "He wrote 12 Q on it.", "He wrote 12 queries on it.", is_check=True),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
