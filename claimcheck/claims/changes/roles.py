"""Which amount around a word of change is its size, the old value or the new one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.claims.changes.before import role_before
from claimcheck.claims.changes.behind import BREAK, role_after
from claimcheck.claims.changes.changed_things import is_grown
from claimcheck.claims.changes.found_words import token_of
from claimcheck.claims.changes.sizes import (
    same_measure,
)
from claimcheck.claims.changes.words import load_change_words
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.noun_phrases import SUBJECTS
from claimcheck.grammar.ordered_phrases import TIME_WORDS
from claimcheck.grammar.subjects.joined_clauses import is_noun_read_as_verb
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.tagging.penn_tags import NOUN_TAGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.mentions import NormalisedDocument
    from claimcheck.quantities.finding import Quantity

# "climbed to a five-month high", "dropped only half an hour later": a time is no new value
_RECORD_SPAN = WordPattern(
    r"[\s-]+(?:<common/time_span>)(?:[\s-]+(?:<ranking/extreme>)|\s+(?:later|earlier|ago|before"
    r"|after))\b",
)
_OTHER_THING = re.compile(r"\d[^.;:!?]{0,20}?,?\s+and\s+(?:[a-z-]+\s+){1,4}by\s+$")
_RANGING = re.compile(r"\brang(?:es?|ed|ing)\s(?:(?:in|widely)\s(?:\w+\s)?)?$")


def is_spread(text: str, quantity: Quantity) -> bool:
    """Whether an amount is what things range over: "sizes up to 3 inches, ranging from 1 to 2 inches"."""
    before = text[max(0, quantity.start - 24) : quantity.start]
    return "rang" in before and _RANGING.search(before) is not None


def roles_behind(
    document: NormalisedDocument, match: re.Match[str], window: tuple[int, int], free: Sequence[Quantity]
) -> tuple[dict[str, Quantity], list[Quantity]]:
    """What the amounts behind a word of change say, and those of a series that a later one replaced."""
    text, word = document.text, load_change_words()[match[0]]
    roles: dict[str, Quantity] = {}
    series: list[Quantity] = []
    crossed: Quantity | None = None
    passed: list[Quantity] = []
    for quantity in free:
        if quantity.start < match.end() or quantity.start >= window[1]:
            continue
        if _RECORD_SPAN.match(text, quantity.number_end):
            continue
        if "," in text[match.end() : quantity.start] and not roles and _is_attribute(document, match):
            break  # "owing to increased rain, they moved to a two-pump system"
        if quantity.kind == "count" and not roles and _is_done_by(document, match, quantity):
            break  # "orders rose, lifted by three large contracts"
        if quantity.kind == "count" and not roles and _is_done_by_some(text, match, quantity, free):
            continue  # "fares were cut by 12 airlines to $40"
        role = role_after(text, word, match.end(), quantity, roles)
        if role is None and not roles and _follows_its_object(document, match, quantity):
            role = "number"
        if role is None:
            passed.append(quantity)
            if not roles and BREAK.search(text, match.end(), quantity.start):
                break
            continue
        if role == "past":  # "fell below 6 percent", and then perhaps "to 5.8 percent"
            role, crossed = "to", quantity
        elif _tells_another(text, roles, role, quantity, crossed):
            break
        elif role == "to" and not roles.keys() & {"from", "from-to"}:
            roles.pop("to", None)
        if role == "from" and "to" in roles and _is_of_one_passed(text, roles["to"], passed, quantity):
            break
        if roles and _leaves_the_clause(document, roles, role, quantity, window[0]):
            break
        if role in roles:
            series.append(roles[role])
        roles[role] = quantity  # of a series "from 5 to 6 to 8" the last stays
    return roles, series


def _follows_its_object(document: NormalisedDocument, match: re.Match[str], quantity: Quantity) -> bool:
    """Whether an amount right behind a verb's object can only be the size: "cut its costs 4% in May"."""
    columns, text = columns_of(document), document.text
    is_verb = "verb" in load_change_words()[match[0]].word_class
    is_size = quantity.kind in ("percent", "money", "measure") and quantity.quality != "time"
    is_level = quantity.comparator not in ("=", "~")  # "reducing its debt below $25 billion"
    if not is_verb or not is_size or is_level or quantity.of is not None or not columns.is_parsed:
        return False
    thing = match.end() + 1, quantity.start - 1
    span = columns.span(*thing) if thing[0] < thing[1] else None
    if span is None or span[1] - span[0] > _LONGEST_OBJECT or text[thing[1]] != " ":
        return False
    if any(columns.pos[token] not in _OF_AN_OBJECT for token in range(*span)):
        return False
    return is_grown(text, thing) and _ENDS_SIZE.match(text, quantity.end) is not None


_LONGEST_OBJECT = 5
"""Words of an object between a verb and the size of the change: "its full-year profit forecast"."""
_OF_AN_OBJECT = frozenset({"DET", "PRON", "ADJ", "NOUN", "PROPN"})
_ENDS_SIZE = WordPattern(r"\s*(?:[.,;)](?!\d)|$)|\s+(?:<change/adverbial>)\b", re.IGNORECASE)


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
    if role == "from" and (roles.keys() >= {"from", "to"} or "from-to" in roles):
        return True  # "dropped from 840 ms to 95 ms, memory from 2.1 GB to 310 MB"
    size = roles.get("number")
    is_of_share = role == "to" and size is not None and size.kind == "percent"
    if is_of_share and size is not None and _RUNNING_TOTAL.search(text, size.end, quantity.start):
        return True  # "a drop of 31 percent, bringing its total to $108 million"
    if role == "to" and size is not None and _is_of_other_thing(document, size, quantity):
        return True  # "sales rose 4% and margins to 12%"
    if role in ("to", "from", "old") and _is_of_another_clause(document, roles, quantity):
        return True  # "up 7.5%, and profit came to £38m, compared with £34m"
    if role == "from" and "to" in roles and _IN_OTHER_WORDS.search(text, roles["to"].end, quantity.start):
        return not same_measure(roles["to"], quantity) or not _can_have_come_near(roles["to"], quantity)
    if role == "number":  # "rose to €487m from €452m, and operating profit by a quarter"
        return _OTHER_THING.search(text, max(floor, quantity.start - 60), quantity.start) is not None
    # "up from 83.9 percent, according to figures from 214 hotels"
    return role == "from" and role in roles and "," in text[roles[role].end : quantity.start]


def _is_of_other_thing(document: NormalisedDocument, size: Quantity, new: Quantity) -> bool:
    """Whether another thing stands between the size of a change and a new value, which is its: the margins of
    "sales rose 4% and margins to 12%".
    """
    gap = _OTHER_TO.fullmatch(document.text, size.end, new.start)
    columns = columns_of(document)
    last = columns.token_at(gap.end("other") - 1) if gap is not None and columns.is_parsed else None
    if last is None or columns.lowers[last] in TIME_WORDS:
        return False
    return columns.tags[last] in NOUN_TAGS or is_noun_read_as_verb(columns, last, size)


_OTHER_TO = WordPattern(
    r",?\s(?:<grammar/parallel_joint>)\s(?P<other>[\w’'-]+(?:\s[\w’'-]+){0,3}?)\sto\s(?:(?:<grammar/hedging_amount>)\s)?"
)


def _is_of_one_passed(text: str, new: Quantity, passed: Sequence[Quantity], old: Quantity) -> bool:
    """Whether an old value is that of an amount told in between: "to $3bn, and pays 28 cents, against 22"."""
    if _IN_OTHER_WORDS.search(text, new.end, old.start):
        return False
    return any(same_measure(other, old) and other.start > new.end for other in passed)


_IN_OTHER_WORDS = re.compile(r",\s+or\s")
_NEAR_VALUES = 100


def _can_have_come_near(new: Quantity, old: Quantity) -> bool:
    """Whether an old value is of the size of the new one: not "fell to £11bn, or 26p a mile, from 31p"."""
    if not new.number or not old.number:
        return True
    return 1 / Decimal(_NEAR_VALUES) < abs(new.number / old.number) < _NEAR_VALUES


_TOP_SO_MANY = re.compile(r"\btop[ -]$", re.IGNORECASE)
_FROM_A_RANK = re.compile(r"\s+from\s+(?:No\.|number|#)", re.IGNORECASE)


def add_amount_before(
    text: str, match: re.Match[str], before: list[Quantity], roles: dict[str, Quantity]
) -> None:
    """The amount before a word of change in its role: "a 5% increase", "16% (up from 8.9%)"."""
    word = load_change_words()[match[0]]
    is_rank = _TOP_SO_MANY.search(text, max(0, before[-1].start - 5), before[-1].start) is not None
    if is_rank and _FROM_A_RANK.match(text, match.end()):
        return  # "in the top 5, up from No. 17"
    role = role_before(text, word, before[-1], match)
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
    before = {columns.tags[token - 1] for token in range(*span) if columns.tags[token] == "TO"}
    if before & _BEFORE_INFINITIVE:
        return True  # "expects sales to rise 3% and capital spending to reach $4 million"
    # "after a well drilled to a depth of 3 km came on stream", whatever the parser makes of "drilled"
    return any(
        columns.lowers[token + 1] == "to" and columns.tags[token] in _VERB_TAGS
        for token in range(span[0], span[1] - 1)
    )


_BEFORE_INFINITIVE = NOUN_TAGS | {"VBG"}


def _newest(roles: Mapping[str, Quantity]) -> Quantity | None:
    """The new value read so far, or the range that holds it."""
    return roles.get("to") or roles.get("from-to")


_GOES_ON = WordPattern(
    r"(?:[\s,(–-]+(?:<change/goes_on>|(?:[A-Z][a-z]+\s)?\d{4}))*"
    r"[\s,)–-]+(?:to|reaching|hitting)\s+(?:\w+\s+){0,2}"
)
"""Between the values of a series: "from 5 to 6 and then to 8"."""
_RUNNING_TOTAL = WordPattern(
    r",\s+(?:<change/bringing>)\s+(?:[\w’'-]+\s+){0,4}(?:<change/running_total>)\b", re.IGNORECASE
)
_VERB_TAGS = frozenset({"VBD", "VBN"})
_CLAUSE_JOINT = WordPattern(r"[^.;:!?]*?\b(?:<change/before_clause>)\s")
_APART = re.compile(
    r"(?:\s+overall|\s+[a-z]+(?:ly|wide))?"
    r"(?:\s+(?:since|in|over|during|by|for|on)\s+[\w’' /-]{2,30}?)?\s*[,(–—-]\s*"
)


def is_told_apart(text: str, size: Quantity, spread: Quantity) -> bool:
    """Whether old and new value stand behind a comma: "fell by a third since 2020, from 24% to 16%"."""
    is_spread = spread.low is not None and text[spread.start : spread.start + 5].lower() == "from "
    return is_spread and spread.is_spread and _APART.fullmatch(text, size.end, spread.start) is not None


def _is_attribute(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether a participle only describes its noun: "increased rain"."""
    word = token_of(document, match)
    return word is not None and columns_of(document).deps[word] == "amod"


def _is_done_by(document: NormalisedDocument, match: re.Match[str], quantity: Quantity) -> bool:
    """Whether a participle behind a comma leads to what did it: ", lifted by three large contracts"."""
    text = document.text
    if not text.endswith(", ", 0, match.start()) or text[match.end() : quantity.start] != " by ":
        return False
    word = token_of(document, match)
    return word is not None and columns_of(document).tags[word] == "VBN"


def _is_done_by_some(text: str, match: re.Match[str], quantity: Quantity, free: Sequence[Quantity]) -> bool:
    """Whether a passive leads to those who changed something, of another kind than they are.

    "Fares were cut by 12 airlines to $40", but "the bloc was increased by 10 states to 25".
    """
    if text[match.end() : quantity.start] != " by " or _DOES_IT.search(quantity.of or "") is None:
        return False
    led = next((other for other in free if other.start > quantity.end), None)
    if led is None or led.kind not in ("money", "percent", "measure"):
        return False
    is_led_to = text[quantity.end : led.start] in (" to ", " by ", " from ")
    return is_led_to and _WAS_BEFORE.search(text, max(0, match.start() - 16), match.start()) is not None


_WAS_BEFORE = WordPattern(r"\b(?:<technology/be>|been|being)\s+(?:[a-z]+ly\s+)?$", re.IGNORECASE)
_DOES_IT = WordPattern(r"\b(?:<change/who_changes_things>)$", re.IGNORECASE)


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
