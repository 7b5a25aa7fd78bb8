"""A superlative or a place in an order: "the largest city", "ranked No. 2", "the first woman to ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.elliptic_subjects import phrase_before
from claimcheck.grammar.noun_phrases import case_of, noun_phrase
from claimcheck.grammar.subjects import find_subject
from claimcheck.grammar.vocabulary import words_of_sentences
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


MAX_RANK = 2**53 - 1
"""Whole numbers up to this are exact in every reader of JSON, and fit the columns of tables. What is larger
is no place in an order."""


class RankingValue(Value):
    """The place in an order (1 for a superlative), and the word that orders."""

    rank: int = Field(ge=1, le=MAX_RANK)
    order: str

    def describe(self, comparator: Comparator) -> str:
        """Such as `#1 largest`."""
        return f"{'' if comparator == '=' else comparator + ' '}#{self.rank} {self.order}"


class RankingClaim(BaseClaim):
    """A superlative or a place in an order.

    Superlatives, “first”, “last” and “record” have rank 1, “top three” has 3. “At first”, “first of all”
    and centuries are none.
    """

    kind: Literal["ranking"] = "ranking"
    value: RankingValue

    colour: ClassVar[KindColour] = KindColour("order", 312)
    example: ClassVar[tuple[str, str]] = (
        "Lyon is the third largest city in France.",
        "the third largest city in France",
    )


@per_lexicon
def _irregular() -> tuple[Mapping[str, str], frozenset[str]]:
    """Ordering words beside the regular superlatives, and forms in -est that are none."""
    rows = load_rows("en/superlatives.csv")
    words = {row["word"]: row["use"] for row in rows if row["use"] != "never"}
    never = frozenset(row["word"] for row in rows if row["use"] == "never")
    return words, never


@per_lexicon
def _pattern() -> re.Pattern[str]:
    words, _ = _irregular()
    listed = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    # "most populous", "least expensive"; "largest"; listed ones
    return re.compile(rf"\b(?:(?:most|least)\s+[a-z][\w-]+|[a-z]{{2,}}est|{listed})\b", re.IGNORECASE)


_NUMBERED = re.compile(
    r"(?:#\s?|\b[Nn]o\.?\s|\b[Nn]umber\s)(?P<digits>\d{1,3})\b(?![\d.,]*\d)"
    r"|\b(?:an?\s+)?(?P<alltime>all[\s-]time)\s+(?:high|low|record|best|peak)s?\b"
    # "a record 8,323 entries", "a new record of 40 goals"
    r"|\b(?:an?|the|its|their|another)\s+(?:new\s+|all-time\s+)?(?P<record>record)\b"
    r"(?:\s+(?:high|low|number|level|total|sum))?(?:\s+of)?(?=\s+\W?\d)"
    # "record profits", "another record quarter"
    r"|\b(?P<records>[Rr]ecord)(?=[\s-](?:investments?|deals?|inflows?|outflows?|orders?|deliver(?:y|ies)|bookings?|budgets?|fines?|fees?|wins?|drought|floods?|rain(?:fall)?|snowfall|low|high|pace|rates?|deficits?|surplus(?:es)?|spending|funding|donations|hauls?|streaks?|growth|traffic|usage|cases|deaths|quarters?|years?|months?|highs?|lows?|profits?|revenues?|sales|earnings|loss(?:es)?"
    r"|numbers?|levels?|times?|crowds?|temperatures?|heat|attendance|turnout|harvests?|growth|prices?|output|production"
    r"|demand|exports?|imports?|breaking|setting)\b)"
    r"|\b[Tt]op[\s-]+(?P<top>\d{1,3}(?:,\d{3})*(?![\d.,]*\d)|two|three|four|five|six|seven|eight|nine|ten|dozen|twenty|fifty|hundred)\b",
)
_NUMBER_WORDS = {
    word: value for value, word in enumerate("two three four five six seven eight nine ten".split(), start=2)
} | {"dozen": 12, "twenty": 20, "fifty": 50, "hundred": 100}
_RANKING_CONTEXT = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|placed?|position|spot|is|was|be|been|became|as|the|at|world[’']s|[’']s|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def find_ranking_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Superlatives, ordinals and numbered places."""
    for sentence, words in zip(document.sentences, words_of_sentences(document), strict=True):
        seen_until = sentence.start
        hits = sorted(_hits(document, sentence, words), key=lambda hit: (hit[0], -hit[1]))
        for start, end, rank, order, rule, quantity in hits:
            if start < seen_until:
                continue
            phrase = _phrase(document, sentence, start, end)
            following = min((hit[0] for hit in hits if hit[0] >= end), default=phrase[1])
            if following < phrase[1] and rule == "ordinal":  # "the 30th anniversary of the first launch"
                phrase = (phrase[0], _clipped(document.text, end, following))
            if "superlative" in rule and not _is_asserted(document, phrase, start, end):
                continue
            seen_until = end
            yield Draft(
                RankingClaim,
                *phrase,
                RankingValue(rank=rank, order=order),
                f"ranking/{rule}",
                _ranked(document, sentence, *phrase),
                quantities=(quantity,) if quantity is not None else (),
            )


_OPENING = re.compile(
    r"\s+(?:(?:of|in|by|for|and|to|at|on|from|with|among)\s+)?(?:(?:the|an?|its|their|his|her)\s+)?$"
)


def _clipped(text: str, start: int, end: int) -> int:
    """End of a phrase that stops before the next ordering word at `end`, preposition and article left out."""
    opening = _OPENING.search(text, start, end)
    return max(start, opening.start() if opening else end)


_APPOSED_NAME = re.compile(r"(?:,|:)?\s+(?:the\s+|his\s+|her\s+|its\s+)?")


def _ranked(document: NormalisedDocument, sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
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
    text = document.text
    if text[:start].endswith(", ") and start - 2 > sentence.start:
        before = phrase_before(columns, sentence, start - 2)
        if before is not None and columns.deps[root] in ("appos", "conj", "nmod", "parataxis", "dep"):
            return before
    gap = _APPOSED_NAME.match(text, end)
    if gap is not None and gap.end() > end:
        for name in sentence.names:
            if name.start == gap.end() and gap.group().strip() in ("", ",", ":", ", the", ", his", ", her"):
                return name.start, name.end
    is_inner = columns.deps[root].startswith("nmod") or columns.deps[root] == "obl"
    is_place = (
        columns.pos[root] in ("ADJ", "ADV", "NUM") and columns.lowers[root - 1] == "in"
    )  # "came in second"
    is_level = is_place or columns.lowers[root] in _LEVELS or not columns.words[root].isalpha()
    if is_inner and not is_level and not _OWNED.match(text, start) and case_of(columns, root) != "as":
        return noun_phrase(columns, root)
    return find_subject(document, sentence, start, end)


_LEVELS = frozenset(
    "time times level levels place places spot spots list page pages top rank position high low end half year"
    " month century decade quarter edition version country".split()
)
_OWNED = re.compile(r"(?:its|his|her|their|our|my|your)\s", re.IGNORECASE)


_Hit = tuple[int, int, int, str, str, "Quantity | None"]


def _hits(document: NormalisedDocument, sentence: Sentence, words: frozenset[str]) -> Iterator[_Hit]:
    """Every word that orders: its place, the rank, the word as written, the rule."""
    if _may_order(words):
        yield from _superlatives(document, sentence)
    for quantity in sentence.quantities:
        if quantity.kind == "ordinal":
            yield from _ordinal(document, quantity)
    if _may_number(document, sentence, words):
        yield from _numbered(document.text, sentence)


@per_lexicon
def _ordering_words() -> frozenset[str]:
    """The words without the ending -est that a match of `_pattern` may begin with."""
    listed, _ = _irregular()
    return frozenset({"most", "least", *(re.split(r"\W", word, maxsplit=1)[0] for word in listed)})


def _may_order(words: frozenset[str]) -> bool:
    """Whether a sentence of these words can hold a match of `_pattern`."""
    return not words.isdisjoint(_ordering_words()) or any(word.endswith("est") for word in words)


_NUMBERING = frozenset({"no", "number", "record", "records", "top", "time"})


def _may_number(document: NormalisedDocument, sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether a sentence can hold a match of `_NUMBERED`."""
    return not words.isdisjoint(_NUMBERING) or document.text.find("#", sentence.start, sentence.end) >= 0


_FIRST_SEVERAL = re.compile(
    r"\s+(?P<number>\d{1,3}(?:,\d{3})*(?![\d.,]*\d)|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"(?!\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centuries|times)\b)"
    r"(?!\s*(?:%|percent|per\s+cent))",
    re.IGNORECASE,
)
_UNREAD_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)[ -]{1,2}$")
"""Digits that were set aside, such as those of a key: "the 999...th largest" is not the largest."""


def _superlatives(document: NormalisedDocument, sentence: Sentence) -> Iterator[_Hit]:
    """Superlatives and listed words, with the ordinal before them: "the third largest"."""
    listed, never = _irregular()
    for match in _pattern().finditer(document.text, sentence.start, sentence.end):
        if not _is_superlative(document, match, listed, never):
            continue
        order = " ".join(match[0].split())
        ordinal = next(
            (q for q in sentence.quantities if q.kind == "ordinal" and 0 < match.start() - q.number_end <= 2),
            None,
        )
        if ordinal is not None and ordinal.number is not None:
            if not 1 <= ordinal.number <= MAX_RANK:
                continue
            yield ordinal.start, match.end(), int(ordinal.number), order, "ordinal-superlative", ordinal
        elif (several := _several_before(sentence, match.start())) is not None:
            yield several.start, match.end(), int(several.number or 1), order, "several-superlative", several
        elif not _UNREAD_ORDINAL.search(document.text, max(sentence.start, match.start() - 6), match.start()):
            is_next = _NEXT_BEFORE.search(
                document.text, max(sentence.start, match.start() - 6), match.start()
            )
            yield match.start(), match.end(), 2 if is_next else 1, order, "superlative", None


_NEXT_BEFORE = re.compile(r"\bnext[\s-]$", re.IGNORECASE)


def _several_before(sentence: Sentence, start: int) -> Quantity | None:
    """The number of places at the top: "the five largest fields"."""
    for quantity in sentence.quantities:
        if quantity.kind in ("count", "number") and 0 < start - quantity.number_end <= 2:
            number = quantity.number
            is_small = (
                number is not None and number == number.to_integral_value() and 1 < number <= MAX_SEVERAL
            )
            return quantity if is_small else None
    return None


MAX_SEVERAL = 100
"""More than so many places at the top are no order anybody has in mind."""


def _ordinal(document: NormalisedDocument, quantity: Quantity) -> Iterator[_Hit]:
    """An ordinal that places something: "the second bridge"."""
    if (
        quantity.number is None
        or not 1 <= quantity.number <= MAX_RANK
        or _is_idle_ordinal(document.text, quantity)
    ):
        return
    if not _is_adverb(document, quantity):
        order = document.text[quantity.number_start : quantity.number_end]
        several = _FIRST_SEVERAL.match(document.text, quantity.number_end) if quantity.number == 1 else None
        if several is not None:
            word = several["number"].lower()
            rank = _NUMBER_WORDS.get(word) or int(word.replace(",", ""))
            if rank:
                yield quantity.start, several.end(), rank, order, "first-several", quantity
            return
        yield quantity.start, quantity.end, int(quantity.number), order, "ordinal", quantity


def _numbered(text: str, sentence: Sentence) -> Iterator[_Hit]:
    """Numbered places, records and the top of a list: "ranked No. 2", "a record high", "the top ten"."""
    for match in _NUMBERED.finditer(text, sentence.start, sentence.end):
        if match["record"] or match["records"]:
            yield match.start(), match.end(), 1, "record", "record", None
        elif match["alltime"]:
            yield match.start(), match.end(), 1, match[0], "all-time", None
        elif match["top"]:
            rank = _NUMBER_WORDS.get(match["top"].lower()) or int(match["top"].replace(",", ""))
            if not rank:  # "top 0" is no place
                continue
            consumed = next((q for q in sentence.quantities if q.number_start == match.start("top")), None)
            yield match.start(), match.end(), rank, "top", "top-n", consumed
        elif _RANKING_CONTEXT.search(text, max(sentence.start, match.start() - 24), match.start()):
            rank = int(match["digits"])
            consumed = next((q for q in sentence.quantities if q.number_start == match.start("digits")), None)
            if rank:
                yield match.start(), match.end(), rank, match[0], "numbered", consumed


_DETERMINED = re.compile(
    r"(?:\b(?:the|its|their|his|her|our|my|your|whose)|[’']s|[a-z]s[’']|\b(?:one|some|two|three|many|among)\s+of\s+the)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)


_IDIOM_AFTER = re.compile(
    r"best\s+(?:bets?|friends?|practices?|interests?|wishes|regards|man|efforts?|guess|known\s+as)\b|most\s+well\b|(?:latest|biggest)\s+and\s+greatest\b|greatest\s+\(|greatest\s+hits\b"
    r"|(?:last|final)\s+(?:few\s+|several\s+|couple\s+of\s+|\d+\s+|two\s+|three\s+|four\s+|five\s+|six\s+|ten\s+)?"
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|decades?|century|centuries|time|summer|winter"
    r"|spring|autumn|fall|season)\b",
    re.IGNORECASE,
)


def _is_superlative(
    document: NormalisedDocument, match: re.Match[str], listed: Mapping[str, str], never: frozenset[str]
) -> bool:
    """Whether the word orders things: "the latest version", but not "at least", "most users", "a test"."""
    text = document.text
    word = " ".join(match[0].lower().split())
    if (
        word in never
        or word.split()[-1] in never
        or (match[0][0].isupper() and match.start() > 0 and text[match.start() - 1] == "-")
        or _IDIOM_AFTER.match(text, match.start())
    ):
        return False
    if document.doc.has_annotation("TAG"):
        columns = columns_of(document)
        span = columns.span(match.start(), match.end())
        if span is None:
            return False
        if word in listed:
            return (
                listed[word] == "any"
                or _DETERMINED.search(text, max(0, match.start() - 24), match.start()) is not None
            )
        first, last = span
        if last - first > 1:
            return columns.pos[last - 1] in ("ADJ", "ADV", "VERB") and _has_noun_or_verb(document, match)
        return columns.tags[first] in ("JJS", "RBS")
    determined = _DETERMINED.search(text, max(0, match.start() - 24), match.start()) is not None
    return determined or listed.get(word) == "any"


def _has_noun_or_verb(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether "most" orders: in "most recent users" without a determiner it counts the users."""
    before = document.text[max(0, match.start() - 24) : match.start()]
    return (
        _DETERMINED.search(before) is not None
        or re.search(r"\b(?:is|are|was|were|be|been)\s+$", before) is not None
        or re.search(r"\b(?:\w+est|(?:most|least)\s+\w+),?\s+(?:and|or)\s+$", before) is not None
    )


@per_lexicon
def _idle() -> re.Pattern[str]:
    """Nouns after which an ordinal counts off time, enumerates the discourse or is an idiom."""
    nouns = "|".join(re.escape(row["noun"]) for row in load_rows("en/unranked_nouns.csv"))
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    joined = r"(?:(?:,? and|,? or|,) (?:first|second|third|fourth))*"  # "the third and fourth quarter"
    return re.compile(
        rf"{joined}[- ](?:{nouns})\b|\s+of\s+(?:all|{months})\b|\s*,|\s+and\s+foremost\b", re.IGNORECASE
    )


_IDLE_COMPOUND = re.compile(r"-(?:line|hand|party|time|class|rate|degree|person|ever|come|born|in|past)\b")
_TIME_SPAN = re.compile(
    r"\s+(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|several|couple\s+of)\s+)"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centuries)\b|\s+(?:few|several)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"(?:^|\s)an?\s$", re.IGNORECASE)
_ANOTHER_AFTER = re.compile(
    r"\s+(?!place\b|spot\b|position\b|prize\b|seed\b|term\b|consecutive\b|straight\b)[a-z]+"
)
_NAME_BEFORE = re.compile(r"[a-z]\s+[A-Z][a-z]+\s$")
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]")
_INSIDE = re.compile(r"[a-z’']\s$")
_PLACED_BEFORE = re.compile(
    r"\b(?:c[ao]mes?|finish(?:ed|es)?|placed?|rank(?:s|ed)?)\s+(?:in\s+)?$", re.IGNORECASE
)
_IN_CASE = re.compile(r"\bin\s+(?:the|both)\s+$", re.IGNORECASE)
_CASE = re.compile(r"\s+cases?\b")
_IDLE_BEFORE = re.compile(
    r"\b(?:at|from|one|two|three|four|five|six|seven|eight|nine"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)[\s-]+$",
    re.IGNORECASE,
)


def _is_idle_ordinal(text: str, quantity: Quantity) -> bool:
    """Whether an ordinal places nothing in an order: a quarter, a century, a fraction, an idiom."""
    end = quantity.number_end
    if _PLACED_BEFORE.search(text, max(0, quantity.number_start - 16), quantity.number_start):
        return False
    before = text[max(0, quantity.number_start - 24) : quantity.number_start]
    if quantity.number != 1 and _ANOTHER.search(before) and _ANOTHER_AFTER.match(text, end):
        return True  # "a second home" is another one
    if (
        text[quantity.number_start].isupper()
        and _NAME_AFTER.match(text, end)
        and before[-1:] == " "
        and _INSIDE.search(before)
    ):
        return True  # "the First Coast", "his Seventh Symphony"
    if text[quantity.number_start] == "F" and _NAME_BEFORE.search(before):
        return True  # "the America First agenda"
    if _idle().match(text, end) or _IDLE_COMPOUND.match(text, end) or _TIME_SPAN.match(text, end):
        return True
    if _IN_CASE.search(text, max(0, quantity.number_start - 8), quantity.number_start) and _CASE.match(
        text, end
    ):
        return True
    return _IDLE_BEFORE.search(text, max(0, quantity.number_start - 12), quantity.number_start) is not None


_PLACING = frozenset({"come", "finish", "rank", "place", "stand", "be", "end", "run", "qualify"})


def _is_adverb(document: NormalisedDocument, quantity: Quantity) -> bool:
    """Whether "first" only says when: "was first printed", but not "came third"."""
    columns = columns_of(document)
    word = columns.root_at(quantity.number_start, quantity.number_end) if columns.is_parsed else None
    if word is None or columns.deps[word] != "advmod" or columns.pos[word] != "ADV":
        return False
    return columns.doc[columns.heads[word]].lemma_.lower() not in _PLACING


_TO_DETERMINER = re.compile(
    r"(?:\b(?:one|some|two|three|many)\s+of\s+)?(?:\b(?:the|an?|its|their|his|her|our|my|this)\s+|(?:[\w.&-]+\s+){0,2}[\w.&-]+[’']s?\s+)(?:[\w’-]+\s+)?$",
    re.IGNORECASE,
)


def _phrase(document: NormalisedDocument, sentence: Sentence, start: int, end: int) -> Offsets:
    """The noun phrase that the ordering word stands in, from its determiner to its scope."""
    columns = columns_of(document)
    if columns.is_parsed:
        head = _phrase_head(columns, start, end)
        if head is None or columns.pos[head] not in ("NOUN", "PROPN", "NUM", "SYM", "ADJ"):
            return start, end
        first, last = noun_phrase(columns, head, with_modifying_clauses=True)
        first = min(first, start)
        one_of = _ONE_OF.search(document.text, max(sentence.start, first - 12), first)
        return (one_of.start() if one_of else first), max(last, end)
    before = _TO_DETERMINER.search(document.text, max(sentence.start, start - 40), start)
    words = _PLAIN_TAIL.match(document.text, end, sentence.end)
    assert words is not None
    return (before.start() if before else start), words.end()


_ONE_OF = re.compile(r"\b(?:one|some|two|three|many)\s+of\s+$", re.IGNORECASE)
_PLAIN_TAIL = re.compile(r"(?:\s+[\w’'-]+){0,4}")


def _phrase_head(columns: TokenColumns, start: int, end: int) -> int | None:
    """The noun that the ordering word belongs to; "one" in "one of the largest cities"."""
    head = columns.root_at(start, end)
    if head is None:
        return None
    while columns.deps[head] in ("amod", "nummod", "advmod", "compound") and columns.heads[head] > head:
        head = columns.heads[head]
    return head


_LINKING = frozenset(
    {"be", "become", "remain", "have", "hold", "rank", "make", "represent", "set", "reach", "mark"}
)


def _is_asserted(document: NormalisedDocument, phrase: Offsets, start: int, end: int) -> bool:
    """Whether the text says of something that it is the largest, instead of only speaking of the largest.

    "The largest city is Graz", "Graz, the largest city", "has the highest rate" and "known as the oldest" do;
    "on the hottest days" and "download the latest version" do not.
    """
    if _SCOPE.search(document.text, end, min(len(document.text), phrase[1] + 16)):
        return True
    columns = columns_of(document)
    if not columns.is_parsed:
        before = document.text[max(0, phrase[0] - 24) : phrase[0]]
        return _LINKED_BEFORE.search(before) is not None
    head = _phrase_head(columns, start, end)
    if head is None:
        return False
    deps, heads, lowers = columns.deps, columns.heads, columns.lowers
    if deps[head] == "nmod" and lowers[heads[head]] in _PARTS:
        head = heads[head]
    while deps[head] == "conj":
        head = heads[head]
    relation, governor = deps[head], heads[head]
    if relation == "appos" or columns.has_child(head, "cop") or columns.has_child(head, "appos"):
        return True
    is_fact = document.text[start:end].lower().rsplit(" ", 1)[-1] not in _OPINIONS
    if is_fact and (
        _is_possessed(document.text, phrase, start) or relation in ("nsubj", "nsubj:pass", "ROOT", "root")
    ):
        return True
    if relation in ("nsubj", "nsubj:pass"):
        return columns.has_child(governor, "cop")
    if relation in ("obj", "xcomp", "obl"):
        case = next((lowers[child] for child in columns.children[head] if deps[child] == "case"), None)
        if case is not None:
            return case == "as" or (is_fact and case in _SCOPE_CASES)
        lemma = columns.doc[governor].lemma_.lower()
        return lemma in _LINKING or (is_fact and lemma in _HAVING)
    return False


_PARTS = frozenset("one some two three four five six seven eight nine ten many most several among".split())
_OPINIONS = frozenset({"latest", "best", "last", "final", "top", "worst"})
"""Words that order in time or by taste: they need to be said of something, as in "is the best"."""
_HAVING = frozenset(
    {
        *(
            "build",
            "own",
            "operate",
            "maintain",
            "host",
            "run",
            "win",
            "produce",
            "post",
            "report",
            "record",
            "see",
        ),
        *(
            "suffer",
            "get",
            "receive",
            "draw",
            "attract",
            "score",
            "boast",
            "create",
            "launch",
            "develop",
            "release",
        ),
        *(
            "publish",
            "open",
            "achieve",
            "show",
            "find",
            "employ",
            "sell",
            "buy",
            "discover",
            "experience",
            "endure",
        ),
    }
)


_SCOPE_CASES = frozenset({"among", "with", "to", "by", "at"})
_POSSESSED = re.compile(r"(?:[’']s?|\b(?:its|their|his|her|our|whose))\s+(?:[\w-]+\s+)?$", re.IGNORECASE)


def _is_possessed(text: str, phrase: Offsets, start: int) -> bool:
    """Whether somebody's is said to be the most: "Islam's holiest site", "its lowest in 50 years"."""
    return _POSSESSED.search(text, max(0, min(phrase[0], start) - 24), start) is not None


# A superlative that names the field it was found in is said to be true there, wherever it stands.
_SCOPE = re.compile(
    r"\b(?:of\s+(?:its|their|his|her)\s+kind|ever|so\s+far|to\s+date|in\s+(?:the\s+(?:world|country|region|state|city|history)|history|decades"
    r"|years|Europe|Asia|Africa|America|(?:(?:at\s+least|more\s+than|nearly|almost|over|about|some)\s+)?(?:a\s+|\d+\s+|\w+\s+)?(?:years?|decades?"
    r"|century|centuries|months|generation))|on\s+record|of\s+all\s+time|worldwide|since\s+(?:\d{4}|records|the))\b"
)

_LINKED_BEFORE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|became|becomes|become|remains?|remained|has|had|have|as|ranks?|ranked)\s+"
    r"(?:also\s+|still\s+|now\s+|currently\s+)?|[,(–—]\s*)$"
)


RULES = (
    Rule("ranking/superlative", "Oslo had its driest May in decades.", "Oslo had its dry May."),
    Rule("ranking/ordinal", "He finished in fourth place.", "He finished in four places."),
    Rule(
        "ranking/ordinal-superlative", "Lyon is the third largest city in France.", "Lyon is a third larger."
    ),
    Rule(
        "ranking/several-superlative",
        "Four of the five largest fields lie in Kent.",
        "Five large fields lie in Kent.",
    ),
    Rule("ranking/first-several", "They won the first 7 rounds.", "They won in the first 7 minutes."),
    Rule("ranking/numbered", "The brand is ranked No. 2 in Peru.", "He wears No. 2 boots."),
    Rule("ranking/top-n", "We list the top 20 sites.", "We list 20 sites on top."),
    Rule("ranking/record", "The fair drew a record 8,323 guests.", "The fair drew up a record."),
    Rule("ranking/all-time", "Use is at an all-time high.", "Use is at all times high."),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
