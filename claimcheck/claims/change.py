"""Something rose or fell, by an amount, to one, or from one to another.

The words of change are `lexicons/en/change_words.csv`. Around each of them the amounts are sorted by the word
before them: `by` (or nothing) gives the size of the change, `from` the old value, `to` the new one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.amounts.words import POINTS, core_end
from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour
from claimcheck.claims.changes.behind import is_where_most
from claimcheck.claims.changes.changed_things import (
    approximated,
    changed_noun,
    changed_thing,
    is_told_as_share,
)
from claimcheck.claims.changes.no_changes import is_no_change
from claimcheck.claims.changes.partners import carried_changes, with_other_value
from claimcheck.claims.changes.roles import add_amount_before, is_spread, is_told_apart, roles_behind
from claimcheck.claims.changes.sizes import (
    comparator_of,
    direction_of,
    fields_of,
    is_level_of_no_unit,
    read_sides,
    same_measure,
    unit_of,
)
from claimcheck.claims.changes.triggers import (
    CHANGEABLE,
    may_tell_of_change,
    without_changed_changes,
    words_of_change,
)
from claimcheck.claims.changes.values import ChangeValue
from claimcheck.claims.changes.where_most import changes_where_most
from claimcheck.claims.changes.without_verb import changes_without_a_verb, is_of_a_share
from claimcheck.claims.changes.words import ChangeWord, load_change_words
from claimcheck.grammar.numbered_names import is_number_in_name
from claimcheck.grammar.vocabulary import words_of_sentences
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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


def find_change_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Rises and falls with an amount in the same clause."""
    for sentence, words in zip(document.sentences, words_of_sentences(document), strict=True):
        matches = [
            match
            for match in words_of_change(document, sentence, words)
            if may_tell_of_change(document, sentence, match)
        ]
        matches = without_changed_changes(document.text, matches)
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
            is_better = load_change_words()[match[0]].direction == "better"
            for partner in carried_changes(document, sentence, draft, limit, taken):
                if is_better and partner.subject is None:
                    break
                if is_better:
                    partner = _toward_better(document.text, partner)  # noqa: PLW2901
                taken.update(quantity.number_start for quantity in partner.quantities)
                drafts.append(partner)
        yield from drafts
        yield from changes_where_most(document, sentence, taken, ChangeClaim)
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


_MULTIPLYING = re.compile(
    r"\b(?:doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)(?:e|es|ed|ing)\b", re.IGNORECASE
)


def _may_double(text: str, sentence: Sentence) -> bool:
    if _MULTIPLYING.search(text, sentence.start, sentence.end) is not None:
        return True
    return text.find("in half", sentence.start, sentence.end) >= 0


_IN_HALF = re.compile(
    r"(?:(?!\b(?:and|or|but|which|that)\b)[^.;:,!?\n]){1,60}?\b(?:in|by)\s+half\b(?!-|\s+(?:an?|of)\b)",
    re.IGNORECASE,
)
_TO = re.compile(r",? to ")
_ABOUT_IN_HALF = WordPattern(
    r"\b(?:(?P<more>more\s+than)|nearly|almost|about|roughly)\s+(?:in|by)\s+half$", re.IGNORECASE
)
_HALVABLE = WordSet("change/halvable")


def _halved(document: NormalisedDocument, sentence: Sentence, match: re.Match[str]) -> Draft | None:
    """A fall by 50 percent without an amount in figures: "cut its use of power in half"."""
    if match[0] not in _HALVABLE:
        return None
    found = _IN_HALF.match(document.text, match.end(), sentence.end)
    if found is None:
        return None
    start, comparator = approximated(document.text, sentence, match.start())
    about = _ABOUT_IN_HALF.search(document.text, match.end(), found.end())
    if about is not None:
        comparator = ">" if about["more"] else "~"
    used = tuple(q for q in sentence.quantities if match.end() <= q.start < found.end() <= q.end + 1)
    fields: dict[str, Decimal | str | None] = {
        "direction": "decrease",
        "number": Decimal(50),
        "unit": "percent",
    }
    end = found.end()
    new = next((q for q in sentence.quantities if _TO.fullmatch(document.text, end, q.start)), None)
    if new is not None and new.number is not None and unit_of(new) is not None:
        fields |= {"to": new.number, "to_unit": unit_of(new)}
        used, end, comparator = (*used, new), new.end, new.comparator
    return Draft(
        ChangeClaim,
        start,
        end,
        ChangeValue.model_validate(fields),
        "change/in-half",
        changed_thing(document, sentence, match, load_change_words()[match[0]], (start, found.end())),
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
        if q.kind in CHANGEABLE
        and q.number_start not in taken
        and not is_spread(text, q)
        and not is_number_in_name(text, q.number_start, q.number_end)
    ]
    roles, series = roles_behind(document, match, window, free)
    if "number" in roles and not roles.keys() & {"from", "to", "from-to"}:
        spread = next((q for q in free if q.start >= roles["number"].end), None)
        if spread is not None and spread.start < limit and is_told_apart(text, roles["number"], spread):
            roles["from-to"] = spread
    before = [q for q in free if floor <= q.start and core_end(text, q) <= match.start()]
    if len(before) > 1 and _said_again_in_bracket(text, before[-2], before[-1]):
        before.pop()  # "a 12-millimeter (half an inch) rise"
    if before and "number" not in roles and ("to" not in roles or word.word_class != "verb"):
        add_amount_before(text, match, before, roles)
    if "from" in roles and "to" not in roles and word.word_class == "particle":
        follower = next((q for q in free if q.start > roles["from"].end and q is not roles["from"]), None)
        opens = not text[sentence.start : match.start()].strip()
        is_next = follower is not None and opens and ";" not in text[match.end() : follower.start]
        if follower is not None and is_next and same_measure(follower, roles["from"]):
            roles["to"] = follower  # "Up from 17%, usage is now 25%"
    return _make_draft(document, sentence, match, word, roles, series)


def _said_again_in_bracket(text: str, quantity: Quantity, other: Quantity) -> bool:
    """Whether the second amount is the first in another unit, in brackets."""
    is_alike = quantity.kind == other.kind and quantity.quality == other.quality
    is_other_unit = quantity.kind in ("measure", "money") and quantity.unit != other.unit
    return is_alike and is_other_unit and text[quantity.end : other.start] == " (" and text[other.end] == ")"


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
        start, comparator = approximated(document.text, sentence, start)
        if sides.old is not None and sides.new is not None:
            comparator = "="  # "more than halved to £21.6m from £46.9m": both are what they are
    elif word.percent is not None and sides.both is not None and sides.both.low is not None:
        start, _ = approximated(document.text, sentence, start)
    direction = direction_of(word, sides)
    fields = fields_of(document.text, word, sides)
    if direction is None or fields is None:
        return None
    if is_level_of_no_unit(fields, sides):
        fields["to_unit"] = changed_noun(document, sentence, match, word, (start, end))
    given = {key: value for key, value in fields.items() if value is not None}
    if not given.keys() & {"number", "low", "from", "to"}:
        return None
    thing = changed_thing(document, sentence, match, word, (start, end))
    if word.direction == "better" and "from" not in given and _is_better_less(document.text, thing):
        return None
    is_level = sides.size is not None and is_where_most(document.text, match.end(), sides.size)
    if is_level and is_told_as_share(document.text, thing):
        return None  # "unemployment rose most in Spain (26%)"
    return Draft(
        ChangeClaim,
        start,
        end,
        ChangeValue.model_validate({"direction": direction, **given}),
        f"change/{word.word_class.replace(' ', '-')}",
        thing,
        comparator_of(sides) if comparator == "=" else comparator,
        used + _conversions(document.text, sentence, used),
    )


def _toward_better(text: str, partner: Draft) -> Draft:
    """A further change that is for the better too: "efficiency improved by 4% and losses by 3%"."""
    assert isinstance(partner.value, ChangeValue)
    direction = "decrease" if _is_better_less(text, partner.subject) else "increase"
    return replace(partner, value=partner.value.model_copy(update={"direction": direction}))


_LESS_IS_BETTER = WordPattern(r"\b(?:<change/less_is_better>)\b", re.IGNORECASE)


def _is_better_less(text: str, thing: tuple[int, int] | None) -> bool:
    """Whether something may be the better the less there is of it: "the error rate improved by 3%"."""
    return thing is None or _LESS_IS_BETTER.search(text, *thing) is not None


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
    Rule(
        "change/where-most",
        "The largest rise was in Oslo, at 7.1%.",
        "The largest share was in Oslo, at 7.1%.",
    ),
    Rule("change/of-a-risk", "It came with 7% higher odds of a fall.", "It came with 7% higher fences."),
    Rule("change/uses-less", "It uses 30% less memory.", "It has 30% less memory."),
    Rule("change/signed", "The model is stronger: recall (+23%).", "The model is stronger: recall (23%)."),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
