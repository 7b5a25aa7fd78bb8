"""Something rose or fell, by an amount, to one, or from one to another.

The words of change are `lexicons/en/change_words.csv`. Around each of them the amounts are sorted by the word
before them: `by` (or nothing) gives the size of the change, `from` the old value, `to` the new one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.amount_words import POINTS, core_end
from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour
from claimcheck.claims.change_partners import (
    carried_changes,
    changes_without_a_verb,
    is_of_a_share,
    with_other_value,
)
from claimcheck.claims.change_sizes import (
    comparator_of,
    direction_of,
    fields_of,
    is_level_of_no_unit,
    read_sides,
    same_measure,
)
from claimcheck.claims.change_values import ChangeValue
from claimcheck.claims.change_words import ChangeWord, load_change_words
from claimcheck.claims.earlier_values import EARLIER
from claimcheck.claims.no_changes import LOST, is_no_change, token_of
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.existing_subjects import existing_things
from claimcheck.grammar.noun_phrases import SUBJECTS, case_of, noun_phrase, noun_phrase_until
from claimcheck.grammar.ordered_phrases import phrase_before
from claimcheck.grammar.pronouns import PRONOUNS
from claimcheck.grammar.subject_naming import refine_subject
from claimcheck.grammar.subjects import find_subject
from claimcheck.grammar.vocabulary import folded_text_of, words_of_sentences
from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


class ChangeClaim(BaseClaim):
    """Something rose or fell by or to an amount.

    By an amount (`number`, `unit`), from a value, to a value; what of these the text gives is there. The
    amounts inside are not claims of their own. “Doubled” is an increase of 100 percent. Of a series, the
    first and the last value count.
    """

    kind: Literal["change"] = "change"
    value: ChangeValue

    colour: ClassVar[KindColour] = KindColour("order", 350)
    example: ClassVar[tuple[str, str]] = (
        "Revenue rose by 12% to €4.1 billion.",
        "rose by 12% to €4.1 billion",
    )


# What may stand between a word of change and an amount that follows without a preposition
_NEAR = re.compile(
    r"\s*(?:,\s*)?(?:(?:by|only|just|another|an?\s+(?:additional|further|whopping|record|mere|modest|total)|an?|further"
    r"|again|even|more|sharply|slightly|modestly|roughly|significantly|steadily|dramatically|rapidly|nearly|of|as\s+much"
    r"\s+as|year[- ]on[- ]year|year[- ]over[- ]year|some|\w+ly)\s+)*",
    re.IGNORECASE,
)
_PREPOSITION = WordPattern(
    r"\b(by|to\s+(?:reach|hit|total)|reaching|hitting|to|from|of|at|compared\s+(?:with|to)|against|versus|vs\.?)\s+"
    r"(?:(?:about|only|just|(?:an?\s+)?(?:<change/evaluating>)|an?|the|its|their|average|previous|earlier|original|initial|latest|current|usual|present|last\s+(?:year|month|quarter|week)[’']s|a\s+total\s+of)\s+)*$"
    # "from a net investment of £27.3 billion"
    r"|\b(?P<into>to|from)\s+(?:an?|the|its|their)\s+(?:[\w-]+\s+){1,3}of\s+$",
    re.IGNORECASE,
)
# "The increase was due to $250 million of repurchases": the amount is that of the cause
_CAUSE = re.compile(
    r"\b(?:due|owing|attributable|attributed|thanks|relat(?:ed|ing))\s+to\b[^,]*$"
    r"|\b(?:offset|driven|caused)\s+by\b[^,]*$|\b(?:because|result(?:ed|ing|s)?|consist(?:ed|ing|s)?)\s+(?:of|from)\b[^,]*$",
    re.IGNORECASE,
)
_PREPOSITION_ROLES = {
    "by": "number",
    "to": "to",
    "to reach": "to",
    "to hit": "to",
    "to total": "to",
    "reaching": "to",
    "hitting": "to",
    "from": "from",
    "of": "of",
    "at": "at",
    "compared with": "old",
    "compared to": "old",
    "against": "old",
    "versus": "old",
    "vs": "old",
    "vs.": "old",
}
# Between a verb and "from", "to" or "by" its object may stand, with a clause of its own.
_HARD_BREAK = re.compile(
    r"[;:!?]|\s[-–—]{1,2}\s|—|\b(?:while|whereas|but|although|though|because)\b", re.IGNORECASE
)
_BREAK = WordPattern(
    r"[;:!?]|\s[-–—]{1,2}\s|—|\b(?:<change/break>)\b",
    re.IGNORECASE,
)
# "climbed to a five-month high", "dropped only half an hour later": a time is no new value
_RECORD_SPAN = WordPattern(
    r"[\s-]+(?:<common/time_span>)(?:[\s-]+(?:<change/record>)|\s+(?:later|earlier|ago|before"
    r"|after))\b",
)
_OTHER_THING = re.compile(r"\d[^.;:!?]{0,20}?,?\s+and\s+(?:[a-z-]+\s+){1,4}by\s+$")
_CROSSING = re.compile(
    r"(?:below|under|above|past|beyond|no\s+(?:lower|higher|further)\s+than)\b", re.IGNORECASE
)
_NOUN_AFTER = WordPattern(
    r"\s*(?:(?:<change/raised_thing>)\s+)?"
    r"(?:[- ]?(?:year[- ]on[- ]year|year[- ]over[- ]year|annual|overall|net|average|sharp|further)\s+)?",
    re.IGNORECASE,
)
_MAX_GAP_WORDS = 16
"""Between a word of change and "by" or "to" its object may stand, of a dozen words at the longest."""


def find_change_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Rises and falls with an amount in the same clause."""
    for sentence, words in zip(document.sentences, words_of_sentences(document), strict=True):
        matches = [
            match
            for match in _words_of_change(document, sentence, words)
            if _may_tell_of_change(document, sentence, match)
        ]
        if not sentence.quantities and not (matches and _may_double(document.text, sentence)):
            continue
        taken: set[int] = set()
        drafts: list[Draft] = []
        for index, match in enumerate(matches):
            limit = matches[index + 1].start() if index + 1 < len(matches) else sentence.end
            floor = matches[index - 1].end() if index else sentence.start
            draft = _halved(document, sentence, match) or _read_change(
                document, sentence, match, (floor, limit), taken
            )
            if draft is None:
                continue
            draft = _with_points_of_a_share(document, sentence, draft, taken)
            taken.update(quantity.number_start for quantity in draft.quantities)
            joined = with_other_value(document.text, drafts[-1], draft) if drafts else None
            if joined is not None:
                drafts[-1] = joined
                continue
            drafts.append(draft)
            for partner in carried_changes(document, sentence, draft, limit, taken):
                taken.update(quantity.number_start for quantity in partner.quantities)
                drafts.append(partner)
        yield from drafts
        yield from changes_without_a_verb(document, sentence, taken, ChangeClaim)


def _with_points_of_a_share(
    document: NormalisedDocument, sentence: Sentence, draft: Draft, taken: set[int]
) -> Draft:
    """A change by points in percentage points, where a percentage went before: "61%, down two points"."""
    value = draft.value
    assert isinstance(value, ChangeValue)
    if value.unit not in POINTS or value.number is None or value.to is not None or value.from_ is not None:
        return draft
    points = next((q for q in draft.quantities if q.of in POINTS), None)
    if points is None or not is_of_a_share(document, sentence, points, taken):
        return draft
    return replace(draft, value=value.model_copy(update={"unit": "percentage_point"}))


@per_lexicon
def _change_forms() -> frozenset[str]:
    return frozenset(load_change_words())


_WHOLE_WORD = re.compile(r"\b\w+\b(?!-)")


def _words_of_change(
    document: NormalisedDocument, sentence: Sentence, words: frozenset[str]
) -> list[re.Match[str]]:
    """The words of change of a sentence, in lower case."""
    forms = _change_forms()
    if words.isdisjoint(forms):
        return []
    whole = _WHOLE_WORD.finditer(folded_text_of(document), sentence.start, sentence.end)
    return [match for match in whole if match[0] in forms]


def _may_tell_of_change(document: NormalisedDocument, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word of change is no part of another word, a sum, a unit or a name."""
    text = document.text
    if match[0] in _UP_AND_DOWN and text[match.start() - 1 : match.start()] == "-":
        return False  # "the set-up"
    return not (_is_sum(sentence, match) or _is_unit(sentence, match) or _is_name(text, match))


_ARTICLE_BEFORE = WordPattern(r"(?<![^\W_])(?:<common/article>)\s$", re.IGNORECASE)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a capital word behind an article, which a verb never is, is a name: "The Rose of Kent"."""
    is_verb = load_change_words()[match[0]].word_class == "verb" and text[match.start()].isupper()
    return is_verb and _ARTICLE_BEFORE.search(text, max(0, match.start() - 5), match.start()) is not None


_UP_AND_DOWN = frozenset({"up", "down"})  # in compounds they change nothing: "warm-up steps"
_RANGING = re.compile(r"\brang(?:es?|ed|ing)\s(?:(?:in|widely)\s(?:\w+\s)?)?$")


def _is_spread(text: str, quantity: Quantity) -> bool:
    """Whether an amount is what things range over: "sizes up to 3 inches, ranging from 1 to 2 inches"."""
    before = text[max(0, quantity.start - 24) : quantity.start]
    return "rang" in before and _RANGING.search(before) is not None


def _is_unit(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word is the unit of an amount, which no verb is: "from 1 inch to 2 feet"."""
    return any(
        quantity.kind == "measure" and quantity.start < match.start() < quantity.end
        for quantity in sentence.quantities
    )


_SUMS = WordSet("change/sum")


def _is_sum(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word names a sum in accounts: "a gain of $2.5 million on the sale", "depreciation expense".

    It changes nothing, and is no edge of what another word changes: "reduced depreciation by $80 million".
    """
    if match[0] not in _SUMS:
        return False
    following = next(
        (q for q in sentence.quantities if q.start >= match.end() and q.kind in _CHANGEABLE), None
    )
    return following is not None and following.kind == "money"


_MULTIPLYING = re.compile(
    r"\b(?:doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)(?:e|es|ed|ing)\b", re.IGNORECASE
)


def _may_double(text: str, sentence: Sentence) -> bool:
    if _MULTIPLYING.search(text, sentence.start, sentence.end) is not None:
        return True
    return text.find("in half", sentence.start, sentence.end) >= 0


_IN_HALF = re.compile(
    r"(?:(?!\b(?:and|or|but|which|that)\b)[^.;:,!?\n]){1,60}?\b(?:in|by)\s+half\b", re.IGNORECASE
)
_HALVABLE = WordSet("change/halvable")


def _halved(document: NormalisedDocument, sentence: Sentence, match: re.Match[str]) -> Draft | None:
    """A fall by 50 percent without an amount in figures: "cut its use of power in half"."""
    if match[0] not in _HALVABLE:
        return None
    found = _IN_HALF.match(document.text, match.end(), sentence.end)
    if found is None:
        return None
    start, comparator = _approximated(document.text, sentence, match.start())
    used = tuple(q for q in sentence.quantities if match.end() <= q.start < found.end() <= q.end + 1)
    return Draft(
        ChangeClaim,
        start,
        found.end(),
        ChangeValue(direction="decrease", number=Decimal(50), unit="percent"),
        "change/in-half",
        _changed_thing(document, sentence, match, load_change_words()[match[0]], (start, found.end())),
        comparator,
        used,
    )


def _read_change(
    document: NormalisedDocument,
    sentence: Sentence,
    match: re.Match[str],
    window: tuple[int, int],
    taken: set[int],
) -> Draft | None:
    """The change that one word of change states with the amounts around it, if it states any."""
    text = document.text
    word = load_change_words()[match[0]]
    floor, limit = window
    if is_no_change(document, sentence, match, word, floor):
        return None
    free = [
        q
        for q in sentence.quantities
        if q.kind in _CHANGEABLE and q.number_start not in taken and not _is_spread(text, q)
    ]
    roles, series = _roles_behind(document, match, window, free)
    if "number" in roles and not roles.keys() & {"from", "to", "from-to"}:
        spread = next((q for q in free if q.start >= roles["number"].end), None)
        if spread is not None and spread.start < limit and _is_told_apart(text, roles["number"], spread):
            roles["from-to"] = spread
    before = [q for q in free if floor <= q.start and core_end(text, q) <= match.start()]
    if before and "number" not in roles and ("to" not in roles or word.word_class != "verb"):
        _add_amount_before(text, match, before, roles)
    if "from" in roles and "to" not in roles and word.word_class == "particle":
        follower = next((q for q in free if q.start > roles["from"].end and q is not roles["from"]), None)
        opens = not text[sentence.start : match.start()].strip()
        is_next = follower is not None and opens and ";" not in text[match.end() : follower.start]
        if follower is not None and is_next and same_measure(follower, roles["from"]):
            roles["to"] = follower  # "Up from 17%, usage is now 25%"
    return _make_draft(document, sentence, match, word, roles, series)


def _roles_behind(
    document: NormalisedDocument, match: re.Match[str], window: tuple[int, int], free: Sequence[Quantity]
) -> tuple[dict[str, Quantity], list[Quantity]]:
    """What the amounts behind a word of change say, and those of a series that a later one replaced."""
    text, word = document.text, load_change_words()[match[0]]
    roles: dict[str, Quantity] = {}
    series: list[Quantity] = []
    crossed: Quantity | None = None
    for quantity in free:
        if quantity.start < match.end() or quantity.start >= window[1]:
            continue
        if _RECORD_SPAN.match(text, quantity.number_end):
            continue
        if "," in text[match.end() : quantity.start] and not roles and _is_attribute(document, match):
            break  # "owing to increased rain, they moved to a two-pump system"
        role = _role_after(text, word, match.end(), quantity, roles)
        if role is None:
            if not roles and _BREAK.search(text, match.end(), quantity.start):
                break
            continue
        if role == "past":  # "fell below 6 percent", and then perhaps "to 5.8 percent"
            role, crossed = "to", quantity
        elif _tells_another(text, roles, role, quantity, crossed):
            break
        elif role == "to" and not roles.keys() & {"from", "from-to"}:
            roles.pop("to", None)
        if roles and _leaves_the_clause(document, roles, role, quantity, window[0]):
            break
        if role in roles:
            series.append(roles[role])
        roles[role] = quantity  # of a series "from 5 to 6 to 8" the last stays
    return roles, series


def _tells_another(
    text: str, roles: Mapping[str, Quantity], role: str, quantity: Quantity, crossed: Quantity | None
) -> bool:
    """Whether an amount in a role that is filled belongs to another change; `crossed` is a mere threshold."""
    if role == "number":
        return "number" in roles  # "rose by 1% in the north and by 2% in the south"
    if role != "to":
        return False
    last = _newest(roles) if roles.keys() & {"from", "from-to"} else None
    if last is not None:  # not "from £0.9m to £1.6m held profit to £2.05m"
        return _GOES_ON.fullmatch(text, last.end, quantity.start) is None
    return "to" in roles and "from" not in roles and roles["to"] is not crossed


def _leaves_the_clause(
    document: NormalisedDocument, roles: Mapping[str, Quantity], role: str, quantity: Quantity, floor: int
) -> bool:
    """Whether an amount behind those that were read is said of something else."""
    text = document.text
    if role in ("to", "from", "old") and _is_of_another_clause(document, roles, quantity):
        return True  # "up 7.5%, and profit came to £38m, compared with £34m"
    if role == "number":  # "rose to €487m from €452m, and operating profit by a quarter"
        return _OTHER_THING.search(text, max(floor, quantity.start - 60), quantity.start) is not None
    # "up from 83.9 percent, according to figures from 214 hotels"
    return role == "from" and role in roles and "," in text[roles[role].end : quantity.start]


def _add_amount_before(
    text: str, match: re.Match[str], before: list[Quantity], roles: dict[str, Quantity]
) -> None:
    """The amount before a word of change in its role: "a 5% increase", "16% (up from 8.9%)"."""
    word = load_change_words()[match[0]]
    role = _role_before(text, word, before[-1], match)
    if role is None or role in roles:
        return
    if role == "to" and "from" in roles:
        if roles["from"].kind not in ("number", "count"):
            # "54.6 percent were seen within four hours, down from 61.2 percent"
            before = [q for q in before if same_measure(q, roles["from"])]
        before = _fitting(text, word.direction, roles["from"], before)
    if before:
        roles[role] = _part_of_many(text, before)


def _is_of_another_clause(
    document: NormalisedDocument, roles: Mapping[str, Quantity], quantity: Quantity
) -> bool:
    """Whether a new clause with its own subject begins behind a conjunction, before the quantity.

    "Up 7.5%, and profit came to £38m", "fell 12% after a well was sunk to 3 km".
    """
    last = max(role.end for role in roles.values())
    joint = _CLAUSE_JOINT.match(document.text, last, quantity.start)
    columns = columns_of(document)
    if joint is None or not columns.is_parsed:
        return False
    span = columns.span(joint.end(), quantity.start)
    if span is None:
        return False
    if any(columns.deps[token] in SUBJECTS for token in range(*span)):
        return True
    # "after a well drilled to a depth of 3 km came on stream", whatever the parser makes of "drilled"
    return any(
        columns.lowers[token + 1] == "to" and columns.tags[token] in _VERB_TAGS
        for token in range(span[0], span[1] - 1)
    )


def _newest(roles: Mapping[str, Quantity]) -> Quantity | None:
    """The new value read so far, or the range that holds it."""
    return roles.get("to") or roles.get("from-to")


_GOES_ON = re.compile(
    r"(?:[\s,(–-]+(?:and|then|now|finally|later|again|in|by|at|next|year|last|this|the|a|(?:[A-Z][a-z]+\s)?\d{4}))*"
    r"[\s,)–-]+(?:to|reaching|hitting)\s+(?:\w+\s+){0,2}"
)
"""Between the values of a series: "from 5 to 6 and then to 8"."""
_VERB_TAGS = frozenset({"VBD", "VBN"})
_CLAUSE_JOINT = WordPattern(r"[^.;:!?]*?\b(?:<change/before_clause>)\s")
_APART = re.compile(r"(?:\s+(?:since|in|over|during|by|for|on)\s+[\w’' /-]{2,30}?)?\s*[,(–—-]\s*")


def _is_told_apart(text: str, size: Quantity, spread: Quantity) -> bool:
    """Whether old and new value stand behind a comma: "fell by a third since 2020, from 24% to 16%"."""
    is_spread = spread.low is not None and text[spread.start : spread.start + 5].lower() == "from "
    return is_spread and spread.is_spread and _APART.fullmatch(text, size.end, spread.start) is not None


def _is_attribute(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether a participle only describes its noun: "increased rain"."""
    word = token_of(document, match)
    return word is not None and columns_of(document).deps[word] == "amod"


def _fitting(text: str, direction: str, old: Quantity, before: list[Quantity]) -> list[Quantity]:
    """The amounts up to the one that came "up from" or "down from" the old one: of "14,000 doctors in nine
    countries, up from 5,500" it is the doctors, as no nine is above 5,500; where both could be, the nearer.
    """
    fitting = [q for q in before if _can_have_come(q, old, direction)]
    if len(fitting) > 1 and _PLACED.fullmatch(text, fitting[-2].end, fitting[-1].start):
        outer, inner, then = fitting[-2].number, fitting[-1].number, old.number
        if not (outer is None or inner is None or then is None) and abs(outer - then) < abs(inner - then):
            fitting.pop()
    return before[: before.index(fitting[-1]) + 1] if fitting else []


_PLACED = re.compile(r"\s+(?:in|across|at|within|among|over|to)\s+(?:the\s+|its\s+)?")


def _can_have_come(new: Quantity, old: Quantity, direction: str) -> bool:
    if new.number is None or old.number is None or direction not in ("increase", "decrease"):
        return True
    return new.number != old.number and (new.number > old.number) == (direction == "increase")


_OF_MANY = re.compile(r"\s+(?:out\s+)?of\s+(?:[\w’'.-]+\s+){0,4}", re.IGNORECASE)


def _part_of_many(text: str, before: Sequence[Quantity]) -> Quantity:
    """The last amount, or the part that it is the whole of: "7,718 of the county's 884,788 residents"."""
    last = before[-1]
    if (
        len(before) > 1
        and before[-2].kind in ("count", "number")
        and _OF_MANY.fullmatch(text, before[-2].end, last.start)
    ):
        return before[-2]
    return last


_CHANGEABLE = frozenset({"number", "count", "percent", "money", "measure", "multiple"})


def _role_after(
    text: str, word: ChangeWord, word_end: int, quantity: Quantity, roles: Mapping[str, Quantity]
) -> str | None:
    """What an amount after the word of change says: `number`, `from`, `to`, or None if it is unrelated."""
    gap = text[word_end : quantity.start]
    if _CAUSE.search(gap):
        return None
    if quantity.kind == "measure" and _ATTRIBUTE.match(text, quantity.number_end):
        return None  # "cut the price of a 2-litre bottle by 10p"
    preposition = _PREPOSITION.search(gap)
    if preposition is not None and _WITHIN.match(text, quantity.start):
        return None  # "recovered to within 6% of its peak"
    if quantity.low is not None and text[quantity.start : quantity.start + 5].lower() == "from ":
        return _role_of_span(text, gap, quantity, roles)
    role = _preposition_role(preposition)
    if _leads_elsewhere(text, word_end, gap, quantity, role, has_preposition=preposition is not None):
        return None
    if role == "to" and "noun" in word.word_class and gap.strip() == "to" and _is_limited(text, word_end):
        return "number"  # "limit the rise to 3%"
    if word.direction == "either":
        return role if role in ("from", "to") else None
    if role in ("to", "from") and (word.only_by or _WITH_ANOTHER.search(gap)):
        return None
    leads_to_it = role in ("number", "from", "to", "old")
    if (_HARD_BREAK if leads_to_it else _BREAK).search(gap) and not roles:
        return None
    if len(gap.split()) > _MAX_GAP_WORDS:
        return None
    if quantity.kind == "multiple":
        if _OF_AN_AMOUNT.match(text, quantity.number_end):
            return None  # "added three times that amount"
        is_size = role == "number" or _NEAR.fullmatch(gap) is not None
        return "number" if is_size and word.word_class != "particle" else None
    if role == "of":
        return _role_behind_of(word, gap, quantity, roles)
    is_put_off = quantity.unit in _SPANS_PUT_OFF and _PUT_OFF.search(text, max(0, word_end - 8), word_end)
    if role == "at" or is_put_off:
        return None  # "the opening slipped by three weeks"
    if role == "old":
        return "from" if _is_old_value(text, quantity, roles) else None
    if role:
        return role
    return None if roles else _role_right_behind(text, word, word_end, quantity)


def _role_of_span(text: str, gap: str, quantity: Quantity, roles: Mapping[str, Quantity]) -> str | None:
    """What a range with "from" says: old and new value, also behind the size of the change."""
    if roles.keys() == {"number"} and text[roles["number"].end : quantity.start] in (" ", ", "):
        return "from-to"  # "cut latency by 40% from 120 ms to 72 ms"
    is_near = len(gap.split()) <= _MAX_GAP_WORDS and not _HARD_BREAK.search(gap)
    return "from-to" if not roles and is_near else None


def _leads_elsewhere(
    text: str, word_end: int, gap: str, quantity: Quantity, role: str | None, *, has_preposition: bool
) -> bool:
    """Whether a preposition belongs to another word than that of change, or the amount to a score."""
    if role == "to" and (_LED_TO.search(gap) or _APPLIED.search(text, max(0, word_end - 60), word_end)):
        return True
    if role == "to" and _SCORE.fullmatch(gap) and LOST.match(text, max(0, word_end - 6), word_end):
        return True  # "lost 40 to 21": a score
    if role == "number" and has_preposition and LOST.match(text, max(0, word_end - 6), word_end):
        return True  # "lost by 17 votes": a margin
    if role == "number" and (agent := _AGENT.search(gap)) and agent[1].lower() not in load_change_words():
        return True  # "grew to 20 m, seen by 1.5m guests"
    return quantity.kind == "number" and _INNINGS_AFTER.match(text, quantity.number_end) is not None


def _role_behind_of(
    word: ChangeWord, gap: str, quantity: Quantity, roles: Mapping[str, Quantity]
) -> str | None:
    """What an amount behind "of" says: the size, where a noun of change stands before it."""
    if _OTHERWISE.search(gap):
        return None  # "will cut posts and stage five operas instead of eight"
    if ", " in gap and word.word_class != "noun":
        return None  # "cut the outlook, citing spending of £12m"
    if _OWN_CLAUSE.search(gap):
        return None  # "growth was the fastest in years and beat forecasts of 3.8%"
    if roles and _BREAK.search(gap):
        return None  # "rise to £401m, on which interest of £15.9m is due"
    if "noun" not in word.word_class or "number" in roles:
        return None
    is_of_things = quantity.kind in ("count", "number") and _OF_THINGS.search(gap) is not None
    return None if is_of_things else "number"


def _role_right_behind(text: str, word: ChangeWord, word_end: int, quantity: Quantity) -> str | None:
    """What an amount without a preposition says: "rose 5%", "fell below 6%", "slid 15 cents to $6.05"."""
    gap = text[word_end : quantity.start]
    is_share = quantity.kind == "percent"
    if "noun" in word.word_class and is_share and _is_in_bracket_of(text, word_end, quantity):
        return "number"
    if _NEAR.fullmatch(gap) is None:
        return None
    if "verb" in word.word_class and _CROSSING.match(text, quantity.start):
        return "past"
    if gap.strip() == ",":
        return None
    if quantity.kind == "count" and _is_of_posts(text, word_end, quantity):
        return "number"
    if word.bare == "any" or (word.bare in ("share", "size") and is_share):
        return "number"
    if is_share and "verb" in word.word_class and _LANDED.match(text, quantity.end):
        return "number"  # "the dividend is lifted 10 per cent to 8.8p"
    if word.bare not in ("share", "size"):
        return None
    if quantity.of in POINTS and _INDEX_MOVE.match(text, quantity.end):
        return "number"  # "gained 328 points, or 0.39 per cent"
    return "number" if quantity.kind == "money" and _LANDED.match(text, quantity.end) else None


_OWN_CLAUSE = WordPattern(r"\b(?:<change/own_clause>)\b(?!\s+of\s)", re.IGNORECASE)
_WITH_ANOTHER = WordPattern(r"\bwith\s+(?:[a-z]+\s+)?(?:\d|(?:<ranking/small_number>)\b)")
"""What something has, and nothing it came from: "climbed to third with 31 points from 19 games"."""
_OTHERWISE = WordPattern(r"\b(?:<change/of_what_is_not>) of $")
_APPLIED = re.compile(
    r"\bappl(?:y|ies|ied|ying)\s+(?:an?|the|this|that|its|their)\s+(?:[\w-]+\s+){0,3}[a-z]+$", re.IGNORECASE
)
"""Before what is then applied to something: "applying the one-fifth reduction to a sum of £4.27m"."""
_LANDED = re.compile(
    r"(?:,\s+or\s+\d[\d.]*\s?(?:%|per\s?cent))?,?\s+to\s+(?:[$€£¥₹]|Rs\.?\s?|[A-Z]{1,3}\$?\s?)?\d"
)
_INDEX_MOVE = re.compile(r"\s*(?:,\s*or|\(|or)\s+[\d.]+\s?(?:%|per\s?cent|pc)|\s+to\s+\d")
_ATTRIBUTE = re.compile(
    r"-[a-z]+(?:-[a-z]+)? (?!(?:of|in|for|to|from|at|on|by|and|or|over|than|per|a|the|last|this)\b)[a-z]"
)
"""A measure that only tells which thing is meant: "-litre" + " bottle"."""
_AGENT = re.compile(
    r"\b([a-z]{2,}(?:ed|en)|made|led|held|built|sold|bought|run|paid|won|known|shown|drawn|hit|met)\s+by\s+(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_PUT_OFF = WordPattern(r"\b(?:<change/put_off>)$", re.IGNORECASE)
_SPANS_PUT_OFF = frozenset({"day", "week", "month", "quarter", "year"})

_SCORE = re.compile(r"\s+\d+\s+to\s+")
_INNINGS_AFTER = re.compile(
    r"\s+for\s+(?:one|two|three|four|five|six|seven|eight|nine|\d)(?!\w|[.,]?\d|\s+[a-z]+s\b)"
)
"""After the runs of an innings, the wickets: "slumped to 214 for six" tells no fall."""
_LIMITED = re.compile(
    r"\b(?:limit|cap|restrict|hold|keep|held|kept|confin|curb|cut|trim|narrow|extend|widen|bring|brought|tak|took|par)"
    r"(?:s|ed|ing|ting|ped|ping|med|ming|e|es)?\s+(?:(?:this|the)\s+\w+[’']s|the|its|their|any|this|that|annual)"
    r"\s+(?:[\w-]+\s+){0,2}[a-z]+$",
    re.IGNORECASE,
)


def _is_limited(text: str, word_end: int) -> bool:
    """Whether a noun of change is held to an amount: "capped the annual rise to 3%"."""
    return _LIMITED.search(text, max(0, word_end - 60), word_end) is not None


_SINCE_THEN = re.compile(
    r"(?:\s+(?:since|in|from|for)\s+(?:[A-Z][a-z]+\s+)?(?:\d{4}|[A-Z][a-z]+))?\s*[(\[]\s*$"
)


def _is_in_bracket_of(text: str, word_end: int, quantity: Quantity) -> bool:
    """Whether a bracket gives the size: "a decrease (2.1%)", "the largest rise since July 2013 (2.5%)"."""
    closes = text[quantity.end : quantity.end + 1] in (")", "]")
    return closes and _SINCE_THEN.fullmatch(text, word_end, quantity.start) is not None


_POSTS = WordSet("change/post")
_TAKES_POSTS = WordPattern(r"(?:<change/taking_posts>|slash\w*)$")


def _is_of_posts(text: str, word_end: int, quantity: Quantity) -> bool:
    """Whether posts were added or lost: "the economy added 21,000 jobs" says by how much they rose."""
    words = (quantity.of or "").lower().split(" in ")[0].split()
    has_posts = bool(words) and words[-1] in _POSTS
    return has_posts and _TAKES_POSTS.search(text[max(0, word_end - 9) : word_end].lower()) is not None


_OF_AN_AMOUNT = re.compile(r"\s+(?:that|this|those|these|the|its|their|as)\b", re.IGNORECASE)
_THEN = re.compile(
    rf"\s*(?:[a-z-]+\s+)?(?:{EARLIER}|(?:in|for|during|at|on)\s+(?:the\s+)?(?:\w+\s+){{0,3}}\d{{4}}\b)",
    re.IGNORECASE,
)
_OWN_PREDICATE = WordPattern(r"\s+(?:\w+ed|<change/own_predicate>)\b")


def _is_old_value(text: str, quantity: Quantity, roles: Mapping[str, Quantity]) -> bool:
    """Whether "compared with" leads to the old value: "down to 28% compared with last year's 30.5%",
    "a fall of 19% compared with 13.3 in 2002"; not "to 3 million jobs, compared to 300,000 jobs added".
    """
    if "from" in roles:
        return False
    new = roles.get("to")
    if new is not None:
        return same_measure(new, quantity) and _OWN_PREDICATE.match(text, quantity.end) is None
    amount = roles.get("number")
    is_share_of_it = amount is not None and amount.kind == "percent" and quantity.kind != "percent"
    return is_share_of_it and _THEN.match(text, quantity.end) is not None


_OF_THINGS = re.compile(r"\bof\s+(?:the|these|those|its|their|all|our)\s+$", re.IGNORECASE)
"""Before those that something happened to or in: "growth in four of the eight quarters"."""
_LED_TO = re.compile(
    r"\b(?:amount\w*|came|comes?|equat\w*|add\w*\s+up|correspond\w*|compar\w+|equal\w*|equivalent|relat\w+|attribut\w+|due|led|leads?|leading|linked|tied"
    r"|contribut\w+|respon\w+|subject|close|similar|according|owing|thanks|prior|referr\w+|refers?|mapp?\w*)\s+to\s+"
    r"(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Words whose own "to" leads to no new value: "a rise that corresponded to an 8% higher risk"."""
_WITHIN = re.compile(r"within\s", re.IGNORECASE)
_REVERSED = re.compile(r"\b(?:disinvestment|loss|deficit|outflow|shortfall|gap)\b", re.IGNORECASE)


def _preposition_role(preposition: re.Match[str] | None) -> str | None:
    if preposition is None:
        return None
    if preposition["into"] is not None and _REVERSED.search(preposition[0]):
        return None  # "to a net disinvestment of £0.7 billion" is below zero
    return _PREPOSITION_ROLES.get(" ".join((preposition[1] or preposition["into"]).lower().split()))


def _role_before(text: str, word: ChangeWord, quantity: Quantity, match: re.Match[str]) -> str | None:
    """What an amount before the word of change says: "a 5% increase", "16% (up from 8.9%)"."""
    gap = text[core_end(text, quantity) : match.start()]
    if gap == " " and quantity.kind == "percent" and _RISK_AFTER.match(text, match.end()):
        return "number"  # "an 8.8% increased risk"
    if "noun" in word.word_class:
        is_counted = quantity.kind == "count" and quantity.of == text[match.start() : match.end()]
        if _is_period(text, quantity, match) or is_counted:
            return None  # "two expansions" are counted
        if quantity.kind in ("money", "measure") and match[0] in _PROJECTS:
            return None  # "a $1 billion expansion" costs as much
        return "number" if _NOUN_AFTER.fullmatch(gap) else None
    if word.word_class == "particle":
        following = text[match.end() : match.end() + 8].split()[:1]
        if following == ["from"]:
            return "to" if _NOW.fullmatch(gap) else None
        if following == ["to"] and _ONCE.search(text, max(0, quantity.start - 12), quantity.start):
            return "from" if _THEN_NOW.fullmatch(text, quantity.end, match.start()) else None
    return None


_PROJECTS = WordSet("change/project")
_PERIODS = frozenset("second minute hour day week month quarter year decade century".split())
_OF_A_TIME = WordPattern(
    r"\s+(?:in|of|to)\s+(?:[\w’'-]+\s+){0,4}?(?:<change/time>)\b",
    re.IGNORECASE,
)


def _is_period(text: str, quantity: Quantity, match: re.Match[str]) -> bool:
    """Whether a time before a noun tells how long it went on: "a one-day fall".

    Not in "a two-day cut in waiting times", where time got less.
    """
    if quantity.kind != "measure" or quantity.unit not in _PERIODS:
        return False
    return "-" in text[quantity.number_start : match.start()] and _OF_A_TIME.match(text, match.end()) is None


_RISK_AFTER = WordPattern(r"\s+(?:relative\s+|absolute\s+)?(?:<change/risk>)\b")
_NOW = re.compile(r"[^.;:!?]{0,30}[,(—–-]\s*|\s+(?:at|in|on|for|as of)\s+[\w ]{2,25}\s+")
"""Between a value and "down from": "16% (up from 8.9%)", "1,215 at the 2010 census down from 1,539"."""
_ONCE = re.compile(r"\b(?:from|originally|initially|previously|formerly|once)\s+$", re.IGNORECASE)
_THEN_NOW = re.compile(r"\s*,?\s*(?:now\s+)?", re.IGNORECASE)
"""Between an old value and "down to": "from 32 servers down to four", "originally four, now down to two"."""


def _make_draft(
    document: NormalisedDocument,
    sentence: Sentence,
    match: re.Match[str],
    word: ChangeWord,
    roles: Mapping[str, Quantity],
    series: Sequence[Quantity],
) -> Draft | None:
    """The claim that a word of change makes with the amounts in their roles; None where they do not agree."""
    sides = read_sides(document.text, roles)
    if sides is None:
        return None
    used = tuple(quantity for quantity in (*sides, *series) if quantity is not None)
    start = min([match.start(), *(quantity.start for quantity in used)])
    end = max([match.end(), *(quantity.end for quantity in used)])
    comparator: Comparator = "="
    if word.percent is not None and sides.both is None and sides.size is None:
        start, comparator = _approximated(document.text, sentence, start)
        if sides.old is not None and sides.new is not None:
            comparator = "="  # "more than halved to £21.6m from £46.9m": both are what they are
    elif word.percent is not None and sides.both is not None and sides.both.low is not None:
        start, _ = _approximated(document.text, sentence, start)
    direction = direction_of(word, sides)
    fields = fields_of(document.text, word, sides)
    if direction is None or fields is None:
        return None
    if is_level_of_no_unit(fields, sides):
        fields["to_unit"] = _changed_noun(document, sentence, match, word, (start, end))
    given = {key: value for key, value in fields.items() if value is not None}
    if not given.keys() & {"number", "low", "from", "to"}:
        return None
    return Draft(
        ChangeClaim,
        start,
        end,
        ChangeValue.model_validate({"direction": direction, **given}),
        f"change/{word.word_class.replace(' ', '-')}",
        _changed_thing(document, sentence, match, word, (start, end)),
        comparator_of(sides) if comparator == "=" else comparator,
        used + _conversions(document.text, sentence, used),
    )


def _conversions(text: str, sentence: Sentence, used: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The amounts of a change in another unit, in brackets: "fell by 3 feet (0.9 m) to 12 feet (3.7 m)"."""
    ends = {quantity.end: quantity for quantity in used if quantity.kind in ("measure", "money")}
    return tuple(
        quantity
        for quantity in sentence.quantities
        if text[quantity.start - 2 : quantity.start] == " ("
        and text[quantity.end : quantity.end + 1] == ")"
        and (amount := ends.get(quantity.start - 2)) is not None
        and amount.kind == quantity.kind
        and amount.unit != quantity.unit
    )


def _changed_noun(
    document: NormalisedDocument,
    sentence: Sentence,
    match: re.Match[str],
    word: ChangeWord,
    span: Offsets,
) -> str | None:
    """The words of what rose to a bare number, as the unit of that number: "headcount" of "its headcount"."""
    thing = _changed_thing(document, sentence, match, word, span)
    if thing is None:
        return None
    noun = _DETERMINER.sub("", document.text[slice(*thing)])
    return None if noun.lower() in PRONOUNS else noun


_DETERMINER = re.compile(r"^(?:the|an?|its|their|his|her|our)\s+", re.IGNORECASE)
_APPROXIMATORS = re.compile(
    r"\b(nearly|almost|about|roughly|around|approximately|more than|over)\s+$", re.IGNORECASE
)


def _approximated(text: str, sentence: Sentence, start: int) -> tuple[int, Comparator]:
    """Where "nearly doubled" begins, and its comparator."""
    match = _APPROXIMATORS.search(text, max(sentence.start, start - 20), start)
    if match is None:
        return start, "="
    return match.start(), ">" if match[1].lower() in ("more than", "over") else "~"


def _changed_thing(
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
        is_amount = any(quantity.start <= start < quantity.end for quantity in sentence.quantities)
        if is_amount:
            continue
        if any(date.start <= start < date.end for date in sentence.dates):
            continue  # "an increase of 4% in May" is none of May
        is_complement = relation.startswith("nmod") and case_of(columns, child) in ("in", "of")
        if "noun" in word.word_class and is_complement:
            first, last = noun_phrase(columns, child)
            amounts = [quantity.start for quantity in sentence.quantities if first < quantity.start < last]
            return noun_phrase_until(columns, first, min([last, *amounts])) or (first, last)
        is_noun = columns.pos[child] in ("NOUN", "PROPN", "PRON")
        if "verb" in word.word_class and relation == "obj" and is_noun:
            return _without_amount(columns, sentence, *noun_phrase(columns, child))
    found = find_subject(document, sentence, match.start(), match.end())
    found = found or find_subject(document, sentence, *span)
    if found is not None and found[0] <= match.start() < found[1] and found[1] >= span[1]:
        return existing_things(columns, sentence, match.start())  # a change is not what changed
    degree = _APPROXIMATORS.search(document.text, max(sentence.start, match.start() - 20), match.start())
    if degree is None or "verb" not in word.word_class:
        return found
    # "profit more than halved": trees go wrong at the degree, and what stands right before it is the subject
    before = _phrase_with_complements(columns, sentence, degree.start())
    if before is None or (found is not None and found[0] <= before[0] and before[1] <= found[1]):
        return found
    return refine_subject(document, sentence, before, match.start(), match.end())


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


RULES = (
    Rule("change/verb", "Exports grew by 7%.", "Exports to 7 lands resumed."),
    Rule("change/verb-noun", "A drop of 4% followed.", "A drop fell on 4 men."),
    Rule("change/in-half", "It cut the use of power in half.", "It cut the loaf and ate in half an hour."),
    Rule("change/noun", "Growth of 4% followed.", "Growth pleased 4 men."),
    Rule("change/particle", "Sales were up 5%.", "He took up 5 sports."),
    Rule(
        "change/coordinated",
        "Rents rose 4.5% in Kiel and 2.5% in Bonn.",
        "Rents rose 4.5% and 18% of tenants left.",
    ),
    Rule(
        "change/more-closed",
        "It carried 6.7 million passengers, 4 percent more.",
        "It carried 4 percent more passengers.",
    ),
    Rule(
        "change/more-than-before", "Wages were 5% higher than in May.", "Wages were 5% higher than in Bonn."
    ),
    Rule("change/off-a-level", "Traffic is 12% below its 2019 level.", "Traffic is 12% of all noise."),
    Rule(
        "change/closed-higher",
        "The index closed 1.4% lower on Friday.",
        "The index holds 1.4% of lower grades.",
    ),
    Rule(
        "change/year-on-year",
        "There was a rise in fraud (17% year on year).",
        "There was a lot of fraud (17% year on year).",
    ),
    Rule("change/uses-less", "It uses 30% less memory.", "It has 30% less memory."),
    Rule("change/amount-more", "It cost $200 more than its rival.", "It paid $200 more often."),
    Rule("change/signed", "The model is stronger: recall (+23%).", "The model is stronger: recall (23%)."),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
