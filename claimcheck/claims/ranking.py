"""A superlative or a place in an order: "the largest city", "ranked No. 2", "the first woman to ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from claimcheck.claims.asserted_superlatives import LAST_OF, is_asserted, ranked_head
from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value
from claimcheck.claims.idle_ordinals import is_adverb, is_idle_ordinal
from claimcheck.claims.ranked_things import ranked_thing
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.noun_phrases import noun_phrase
from claimcheck.grammar.vocabulary import words_of_sentences
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet
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


_LABEL = re.compile(r"(?:\s[\w’'-]+){1,4}:\s")


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
    return re.compile(rf"\b(?:(?:most|least)[\s-]+[a-z][\w-]+|[a-z]{{2,}}est|{listed})\b", re.IGNORECASE)


_NUMBERED = WordPattern(
    r"(?:#\s?|\b[Nn]o\.?\s|\b[Nn]umber[\s-])(?P<digits>\d{1,3}|(?:one|two|three|four|five|six|seven|eight|nine|ten))\b(?![\d.,]*\d)(?!\s+(?i:<ranking/line>)\b)"
    r"|\b(?:<ranking/ranked>)\s+(?:at\s+|as\s+)?(?P<place>\d{1,4})(?![\d.,]*\d|\w|\s*%)(?=\s*(?:[,.;)]|$|(?:<ranking/after_place>)\b))"
    r"|\b(?:<ranking/setting_record>)\s+(?:<common/article_or_possessor>)\s+(?:(?:new|previous|own|old|<ranking/record_field>|[A-Z][\w’']*)\s+){0,3}"
    r"(?P<set>record)\b(?!-|\s+[a-z]+(?:s|er|ing)\b)"
    r"|\b(?:an?\s+)?(?P<alltime>all[\s-]time)\s+(?:high|low|record|best|peak)s?\b"
    # "a record 8,323 entries", "a new record of 40 goals"
    r"|\b(?:an?|the)\s+(?:new\s+)?(?:<ranking/held_field>)\s+(?P<own>record)\b(?!-|\s+(?:of\s+\d|[a-z]+(?:s|er|ing)\b))"
    r"|\b(?:an?|the|its|their|another)\s+(?:new\s+|all-time\s+)?(?P<record>record)\b"
    r"(?:\s+(?:high|low|number|level|total|sum))?(?:\s+of)?(?=\s+(?:[A-Z]{1,3}[$£€]?\s?)?\W?\d)"
    # "record profits", "another record quarter"
    r"|\b(?P<records>[Rr]ecord)(?=[\s-](?:<ranking/recorded>)\b)"
    r"|\b[Tt]op[\s-]+(?P<top>\d{1,3}(?:,\d{3})*(?![\d.,]*\d|\s?(?:%|percent\b|per\s+cent\b))|two|three|four|five|six|seven|eight|nine|ten|dozen|twenty|fifty|hundred)\b"
    # a share is no place, and what a classifier gets right among its first few guesses is a score
    r"(?!\s+(?:percent|per\s+cent)\b|\s+(?:[\w-]+\s+){0,2}(?:accuracy|accuracies|error|errors|recall|precision|score)\b)"
)
_TOPS = WordPattern(r"\b(?:<ranking/before_topping>)\s+$")
_LONGEST_BEFORE_TOPPING = 14
_NUMBER_WORDS = {
    word: value for value, word in enumerate("two three four five six seven eight nine ten".split(), start=2)
} | {"one": 1, "dozen": 12, "twenty": 20, "fifty": 50, "hundred": 100}
_RANKING_CONTEXT = WordPattern(
    r"\b(?:<ranking/context>|[’']s|to)\s+(?:the\s+)?$",
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
            phrase = (start, end) if rule in _ALONE else _phrase(document, sentence, start, end)
            following = min((hit[0] for hit in hits if hit[0] >= end), default=phrase[1])
            if following < phrase[1] and rule == "ordinal":  # "the 30th anniversary of the first launch"
                phrase = (phrase[0], _clipped(document.text, end, following))
            if "superlative" in rule and not is_asserted(document, phrase, start, end):
                continue
            seen_until = end
            yield Draft(
                RankingClaim,
                *phrase,
                RankingValue(rank=rank, order=order),
                f"ranking/{rule}",
                ranked_thing(document, sentence, *phrase),
                quantities=(quantity,) if quantity is not None else (),
            )


_ALONE = frozenset({"extreme", "shared-order"})
"""Rules whose words stand alone, without the noun phrase around them."""
_OPENING = re.compile(
    r"\s+(?:(?:of|in|by|for|and|to|at|on|from|with|among)\s+)?(?:(?:the|an?|its|their|his|her)\s+)?$"
)


def _clipped(text: str, start: int, end: int) -> int:
    """End of a phrase that stops before the next ordering word at `end`, preposition and article left out."""
    opening = _OPENING.search(text, start, end)
    return max(start, opening.start() if opening else end)


_Hit = tuple[int, int, int, str, str, "Quantity | None"]


def _hits(document: NormalisedDocument, sentence: Sentence, words: frozenset[str]) -> Iterator[_Hit]:
    """Every word that orders: its place, the rank, the word as written, the rule."""
    if _may_order(words):
        yield from _superlatives(document, sentence)
    if "most" in words or "least" in words:
        yield from _most(document.text, sentence)
    for quantity in sentence.quantities:
        if quantity.kind == "ordinal":
            yield from _ordinal(document, quantity)
    if not (words.isdisjoint(_EXTREMES) or words.isdisjoint(_FIELDS)):
        yield from _extremes(document.text, sentence)
    if _may_number(document, sentence, words):
        yield from _numbered(document.text, sentence)


@per_lexicon
def _ordering_words() -> frozenset[str]:
    """The words without the ending -est that a match of `_pattern` may begin with."""
    listed, _ = _irregular()
    return frozenset({"most", "least", *(re.split(r"\W", word, maxsplit=1)[0] for word in listed)})


def _may_order(words: frozenset[str]) -> bool:
    """Whether a sentence of these words can hold a match of `_pattern`."""
    if not words.isdisjoint(_ordering_words()):
        return True
    return "est" in " ".join(words) and any(word.endswith("est") for word in words)


def _extremes(text: str, sentence: Sentence) -> Iterator[_Hit]:
    """The highest or lowest of a stretch of time or of somebody's: "a 30-year high", "her career best"."""
    for match in _EXTREME.finditer(text, sentence.start, sentence.end):
        consumed = next((q for q in sentence.quantities if q.number_start == match.start("field")), None)
        yield match.start(), match.end(), 1, match["extreme"], "extreme", consumed


_EXTREME = re.compile(
    r"\b(?:an?|its|their|his|her|the|new)\s+(?:new\s+)?(?P<field>(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|multi)-"
    r"(?:day|week|month|year|decade)|series|career|season|lifetime|historic|historical|personal|club|school|post-?war)[\s-]"
    r"(?P<extreme>high|low|best|worst|record|peak)s?\b(?!-)(?!\s+[a-z]+(?:s|er|ing)\b)",
    re.IGNORECASE,
)
_MOST = WordPattern(
    r"\b(?:the\s+)?(?P<most>most|least)\s+(?:in\s+(?:any|a|its|their|his|her|the|history|\d|[A-Z])\b|(?:of|by|for|since)\s+any\b|ever\b"
    r"|since\s+(?:\d|[A-Z])|on\s+record\b|to\s+date\b|worldwide\b)"
)
_MOST_SAID = WordPattern(r"(?:,|–|—|\(|\b(?:<superlatives/linked_before>))\s*$")


def _most(text: str, sentence: Sentence) -> Iterator[_Hit]:
    """The largest number without its noun: "27 medals, the most of any battle", "most ever by a keeper"."""
    for match in _MOST.finditer(text, sentence.start, sentence.end):
        if _MOST_SAID.search(text, max(sentence.start, match.start() - 12), match.start()):
            yield match.start(), match.end("most"), 1, match["most"], "most-of-any", None


_EXTREMES = WordSet("ranking/extreme")
_FIELDS = WordSet("ranking/field")
_NUMBERING = WordSet("ranking/numbering")


def _may_number(document: NormalisedDocument, sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether a sentence can hold a match of `_NUMBERED`."""
    return not words.isdisjoint(_NUMBERING) or document.text.find("#", sentence.start, sentence.end) >= 0


_FIRST_SEVERAL = re.compile(
    r"(?!\s*\n\s*\n)\s+(?P<number>\d{1,3}(?:,\d{3})*(?![\d.,]*\d)|two|three|four|five|six|seven|eight|nine|ten)\b(?!-[a-z])"
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
        order = _order(document, match)
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
            is_second = is_next or _BUT_ONE.match(document.text, match.end(), sentence.end)
            yield match.start(), match.end(), 2 if is_second else 1, order, "superlative", None


def _order(document: NormalisedDocument, match: re.Match[str]) -> str:
    """The ordering words: "most populous", but "most" where it counts, as in "the most delegates"."""
    words = match[0].split()
    if len(words) == 2 and words[0].lower() in ("most", "least") and document.doc.has_annotation("TAG"):
        columns = columns_of(document)
        last = columns.token_at(match.end() - 1)
        if last is not None and columns.tags[last] == "NNS":
            return words[0]
    return " ".join(words)


_NEXT_BEFORE = re.compile(r"\bnext[\s-]$", re.IGNORECASE)
_BUT_ONE = re.compile(r"\sbut\sone\b|\s[a-z]+\sbut\sone\b(?!\s(?:of|that|who|which)\b)")
"""Behind what is second: "the largest port but one"."""


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


_SHARED_ORDER = re.compile(
    r"(?:(?:,|,?\s+(?:and|or))\s+(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)))+"
    r"[\s-](?P<order>(?:most|least)\s+[a-z][\w-]+|[a-z]{2,}est)\b"
)
"""Ordinals that share a superlative: "the first, second and third warmest winters"."""


def _ordinal(document: NormalisedDocument, quantity: Quantity) -> Iterator[_Hit]:
    """An ordinal that places something: "the second bridge"."""
    if quantity.number is None or not 1 <= quantity.number <= MAX_RANK:
        return
    shared = _SHARED_ORDER.match(document.text, quantity.number_end)
    if shared is not None and (found := _pattern().fullmatch(document.text, *shared.span("order"))):
        if found[0].lower() not in _irregular()[1]:
            yield quantity.start, quantity.end, int(quantity.number), found[0], "shared-order", quantity
        return
    if is_idle_ordinal(document.text, quantity):
        return
    if not is_adverb(document, quantity):
        order = document.text[quantity.number_start : quantity.number_end]
        several = _FIRST_SEVERAL.match(document.text, quantity.number_end) if quantity.number == 1 else None
        if several is not None and any(
            other.kind == "measure" and other.number_start == several.start("number")
            for other in document.sentence_at(quantity.start).quantities
        ):
            return  # "for the first 3 km"
        if several is not None:
            word = several["number"].lower()
            rank = _NUMBER_WORDS.get(word) or int(word.replace(",", ""))
            if rank:
                yield quantity.start, several.end(), rank, order, "first-several", quantity
            return
        yield quantity.start, quantity.end, int(quantity.number), order, "ordinal", quantity


_OF_CHART = re.compile(r"[A-Za-z] Top[\s-]\w+ [A-Z][a-z]")


def _is_topping(text: str, sentence: Sentence, start: int) -> bool:
    """Whether "top" is a verb, "sales may top 300"; not after a mere "to", "rose to top 10", or after May."""
    return _TOPS.search(text, max(sentence.start, start - _LONGEST_BEFORE_TOPPING), start) is not None


def _numbered(text: str, sentence: Sentence) -> Iterator[_Hit]:
    """Numbered places, records and the top of a list: "ranked No. 2", "a record high", "the top ten"."""
    for match in _NUMBERED.finditer(text, sentence.start, sentence.end):
        if match["records"] and _is_number_of_record(text, sentence, match):
            continue
        if match["set"] or match["own"]:
            yield match.start(match.lastgroup or 0), match.end(), 1, "record", "record-set", None
        elif match["record"] or match["records"]:
            yield match.start(), match.end(), 1, "record", "record", None
        elif match["place"]:
            consumed = next((q for q in sentence.quantities if q.number_start == match.start("place")), None)
            if int(match["place"]):
                yield (
                    match.start(),
                    match.end(),
                    int(match["place"]),
                    match[0].split()[0],
                    "numbered",
                    consumed,
                )
        elif match["alltime"]:
            yield match.start(), match.end(), 1, match[0], "all-time", None
        elif match["top"]:
            rank = _NUMBER_WORDS.get(match["top"].lower()) or int(match["top"].replace(",", ""))
            if not rank:  # "top 0" is no place
                continue
            consumed = next((q for q in sentence.quantities if q.number_start == match.start("top")), None)
            is_measured = consumed is not None and consumed.kind in ("measure", "money", "percent")
            if is_measured or _is_topping(text, sentence, match.start()):
                continue  # "demand will top 5,900 MW"
            if text[match.start()] == "T" and _OF_CHART.match(text, match.start() - 2, sentence.end):
                continue  # "the Australian Top 40 Music list"
            yield match.start(), match.end(), rank, "top", "top-n", consumed
        elif _RANKING_CONTEXT.search(text, max(sentence.start, match.start() - 24), match.start()):
            rank = _NUMBER_WORDS.get(match["digits"].lower()) or int(match["digits"])
            consumed = next((q for q in sentence.quantities if q.number_start == match.start("digits")), None)
            if rank:
                yield match.start(), match.end(), rank, match[0], "numbered", consumed


_RECORD_NUMBER = WordPattern(r"[Rr]ecord[\s-]numbers?\b(?!\s+of\s+(?!records?\b))")
_IN_RECORD = WordPattern(
    r"(?:\b(?:<dates/preposition>|<common/article>|and)\s+(?:new\s+)?|[,.;:]\s*|^)$", re.IGNORECASE
)


def _is_number_of_record(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether it is the number of a record: "the loss record numbers", but "in record numbers"."""
    if _RECORD_NUMBER.match(text, match.start()) is None:
        return False
    before = text[max(sentence.start, match.start() - 16) : match.start()]
    return before.lower().endswith("the ") or _IN_RECORD.search(before) is None


_DETERMINED = re.compile(
    r"(?:\b(?:the|its|their|his|her|our|my|your|whose|this)|[’']s|[a-z]s[’']|\b(?:one|some|two|three|many|among)\s+of\s+the)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)


_IDIOM_AFTER = WordPattern(
    r"best\s+(?:<ranking/after_best>)\b|top\s+(?:<ranking/after_top>)\b|most\s+well\b|final\s+(?:<ranking/after_final>)\b"
    r"|(?:latest|biggest)\s+and\s+greatest\b|greatest\s+\(|greatest\s+hits\b|(?:last"
    r"|final)\s+(?:(?:few|several|couple\s+of|\d+(?:\.\d+|\s?[½¼¾]|\s\d/\d)?|<ranking/small_number>|<ranking/round_number>|couple|few\s+hundred)\s+)?"
    r"(?:<ranking/time_after_last>)\b"
    r"|last\s+(?:<ranking/after_last>)\b|nearest\s+neighbou?rs?\b(?!\s+[a-z])|lowest\s+common\b|earliest\s+(?:<ranking/after_earliest>)\b"
    r"|latest\s+(?:<ranking/after_latest>)\b",
    re.IGNORECASE,
)


_LAST_SO_MANY = WordPattern(
    r"last\s+(?:\d+|(?:<ranking/small_number>|<ranking/round_number>)\b)", re.IGNORECASE
)
_COURSE_BEFORE = WordPattern(
    r"(?<!one )(?<!two )\b(?:in|of|over|during|for|from|across|within)\s+"
    r"(?:<common/article_or_possessor>)\s+$",
    re.IGNORECASE,
)
"""Before what came lately, and is no end of a row: "won 14 of her last 16 races"."""


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
        or _is_in_title(text, match)
        or (match[0] == "Top" and _OF_CHART.match(text, match.start() - 2))
        or (_IDIOM_AFTER.match(text, match.start()) and not LAST_OF.match(text, match.start()))
        or (
            _LAST_SO_MANY.match(text, match.start())
            and _COURSE_BEFORE.search(text, max(0, match.start() - 16), match.start())
        )
        or (
            _NAMED_AFTER.match(text, match.end())
            and _ONE_OF_A_SORT.search(text, max(0, match.start() - 4), match.start())
        )
        or _BEST_DONE.search(text, max(0, match.start() - 24), match.end())
        or _ASKED.search(text, max(0, match.start() - 60), match.start())
        or (
            _PRAISED.search(text, max(0, match.start() - 24), match.end())
            and _CLOSED.match(text, match.end())
        )
        or (_MOST_SO.match(text, match.start()) and not _follows_determiner(text, match.start()))
    ):
        return False
    if document.doc.has_annotation("TAG"):
        columns = columns_of(document)
        span = columns.span(match.start(), match.end())
        if span is None:
            return False
        following = columns.pos[span[1]] if span[1] < len(columns.pos) else ""
        if word == "final" and following not in ("NOUN", "PROPN", "ADJ", "NUM", "VERB"):
            return False  # "the national final"
        if word in listed:
            return (
                listed[word] == "any"
                or _DETERMINED.search(text, max(0, match.start() - 24), match.start()) is not None
            )
        first, last = span
        if last - first > 1:
            if columns.tags[last - 1] == "NNS" and word.startswith(("most ", "least ")):
                # "had the most delegates", but not "most delegates"
                return (
                    _RIGHT_AFTER_DETERMINER.search(text, max(0, match.start() - 6), match.start()) is not None
                )
            return columns.pos[last - 1] in ("ADJ", "ADV", "VERB") and _has_noun_or_verb(document, match)
        return columns.tags[first] in ("JJS", "RBS") or _is_determined_form(text, match)
    determined = _DETERMINED.search(text, max(0, match.start() - 24), match.start()) is not None
    return determined or listed.get(word) == "any"


_ONE_OF_A_SORT = re.compile(r"\b[Aa]n?\s+$")
_NAMED_AFTER = re.compile(r"(?<=est)-[a-z]")
"""What makes a superlative the name of a sort behind "a": "a shortest-path search"."""
_BEST_DONE = WordPattern(
    r"\b(?:<ranking/doing>)\s+(?:<common/possessor>|your|the)\s+(?:very\s+)?(?:level\s+)?best$", re.IGNORECASE
)
_PRAISED = WordPattern(
    r"\b(?:<ranking/praised>)\s+(?:<technology/be>)\s+the\s+(?:best|greatest)$", re.IGNORECASE
)
"""Thanks and praise, which rank nobody: "you guys are the best"."""
_ASKED = WordPattern(
    r"\b(?:<ranking/asking>)\s+(?:which|what|who)\s+(?:[\w-]+\s+){0,3}?(?:<technology/be>|will\s+be|would\s+be|works?|has|have)\s+(?:the\s+)?$|\b(?:sounds?|looks?|fits?|suits?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""A question inside a sentence: "to know which class is the most similar"."""
_MOST_SO = WordPattern(r"(?:most|least)\s+(?:<ranking/so_much>)\b", re.IGNORECASE)
"""Degrees that order nothing without an article: "is most famous for", "are most similar"."""


def _is_in_title(text: str, match: re.Match[str]) -> bool:
    """Whether the word is one of a title or a name: "wrote The Last Good Inn", "the Top Ten Acre Rule"."""
    is_inside = match[0][0].isupper() and _INSIDE_SENTENCE.search(
        text, max(0, match.start() - 24), match.start()
    )
    return bool(is_inside) and _CAPITAL_AFTER.match(text, match.end()) is not None


_INSIDE_SENTENCE = re.compile(r"[a-z,]\s(?:[\"“‘']?[Tt]he\s)?[\"“‘']?$")
_CAPITAL_AFTER = re.compile(r"\s+[A-Z]")


def _is_determined_form(text: str, match: re.Match[str]) -> bool:
    """Whether a form in -est that the tagger did not know stands as a superlative: "the tidiest room"."""
    is_plain = match[0].islower() and text[match.end() : match.end() + 1] in (" ", ",", ".", "\n", "")
    return (
        is_plain
        and _RIGHT_AFTER_DETERMINER.search(text, max(0, match.start() - 12), match.start()) is not None
    )


_CLOSED = re.compile(r"\s*(?:[.,;!?)]|$)")


def _follows_determiner(text: str, start: int) -> bool:
    return _RIGHT_AFTER_DETERMINER.search(text, max(0, start - 12), start) is not None


_RIGHT_AFTER_DETERMINER = re.compile(r"(?:\b(?:the|its|their|his|her|our|my|your)|[’']s)\s+$", re.IGNORECASE)


def _has_noun_or_verb(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether "most" orders: in "most recent users" without a determiner it counts the users."""
    before = document.text[max(0, match.start() - 24) : match.start()]
    return (
        _DETERMINED.search(before) is not None
        or re.search(r"\b(?:is|are|was|were|be|been)\s+$", before) is not None
        or (
            re.search(r"(?:^|\n)\W*$", before) is not None
            and _LABEL.match(document.text, match.end()) is not None
        )
        or re.search(r"\b(?:\w+est|(?:most|least)\s+\w+),?\s+(?:and|or)\s+$", before) is not None
    )


_TO_DETERMINER = re.compile(
    r"(?:\b(?:one|some|two|three|many)\s+of\s+)?(?:\b(?:the|an?|its|their|his|her|our|my|this)\s+|(?:[\w.&-]+\s+){0,2}[\w.&-]+[’']s?\s+)(?:[\w’-]+\s+)?$",
    re.IGNORECASE,
)


def _phrase(document: NormalisedDocument, sentence: Sentence, start: int, end: int) -> Offsets:
    """The noun phrase that the ordering word stands in, from its determiner to its scope."""
    columns = columns_of(document)
    if columns.is_parsed:
        head = ranked_head(columns, start, end)
        if head is None or columns.pos[head] not in ("NOUN", "PROPN", "NUM", "SYM", "ADJ"):
            return start, end
        first, last = noun_phrase(columns, head, with_modifying_clauses=True)
        first = min(_after_case(columns, first), start)
        comma = document.text.rfind(", ", first, start)
        if comma >= 0 and _TO_DETERMINER.fullmatch(document.text, comma + 2, start):
            first = comma + 2  # "on the 19th alone, its wettest day"
        one_of = _ONE_OF.search(document.text, max(sentence.start, first - 12), first)
        aside = _ASIDE.compiled().search(document.text, end, max(last, end))
        return (one_of.start() if one_of else first), aside.start() if aside else max(last, end)
    before = _TO_DETERMINER.search(document.text, max(sentence.start, start - 40), start)
    words = _PLAIN_TAIL.match(document.text, end, sentence.end)
    assert words is not None
    return (before.start() if before else start), words.end()


def _after_case(columns: TokenColumns, first: int) -> int:
    """Where a phrase begins without its preposition: "its best day" of "for its best day"."""
    token = columns.token_at(first)
    if token is None or columns.deps[token] != "case" or token + 1 >= len(columns.starts):
        return first
    return columns.starts[token + 1]


# "the first flight, which may take place in May": what is told besides does not say what is ranked
_ASIDE = WordPattern(r",\s+(?:of |in )?(?:<claims/of_an_aside>)\b")
_ONE_OF = re.compile(r"\b(?:one|some|two|three|many)\s+of\s+$", re.IGNORECASE)
_PLAIN_TAIL = re.compile(r"(?:\s+[\w’'-]+){0,4}")


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
    Rule(
        "ranking/most-of-any",
        "It won 27 medals, the most of any club.",
        "It won 27 medals, for most of them wanted it.",
    ),
    Rule(
        "ranking/shared-order",
        "It had the first and second warmest winters on record.",
        "It had the first and second halves of the grant.",
    ),
    Rule("ranking/numbered", "The brand is ranked No. 2 in Peru.", "He wears No. 2 boots."),
    Rule("ranking/top-n", "We list the top 20 sites.", "We list 20 sites on top."),
    Rule("ranking/record", "The fair drew a record 8,323 guests.", "The fair drew up a record."),
    Rule("ranking/record-set", "She holds the world record.", "She holds the records of the mill."),
    Rule("ranking/extreme", "Prices hit a 30-year high.", "Prices hit a 30-year-old mill."),
    Rule("ranking/all-time", "Use is at an all-time high.", "Use is at all times high."),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
