"""One thing with two values: in two sentences, in the headline and the text, or a thousandfold apart."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.lint.context import without_title
from claimcheck.checking.lint.figures import FigureSentence, shown_number
from claimcheck.checking.texts import small_words
from claimcheck.claims.base import AmountValue
from claimcheck.claims.date import DateClaim
from claimcheck.lexicons.word_relations import readings
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure
    from claimcheck.claims.base import BaseClaim

_ONCE_ONLY = frozenset({"born", "died", "founded"})
"""Events that happen to a thing once."""


def find_two_dates(text: LintText) -> Iterator[Finding]:
    """Two years for what happens once: a birth, a death, a foundation."""
    first: dict[tuple[str, str], DateClaim] = {}
    for claim in text.document.claims:
        if not isinstance(claim, DateClaim) or not _is_plain(claim):
            continue
        timex, event = claim.value.timex, _once_only((claim.value.event or "").lower())
        if event is None or _OF_A_NAMESAKE.search(_words_up_to(claim)):
            continue
        if event == "founded" and not _IS_FOUNDED.search(_words_up_to(claim)):
            continue
        name = _person_or_thing(claim)
        if name is None or not re.match(r"\d{4}(?:-\d\d)*$", timex) or claim.value.mod is not None:
            continue
        known = first.setdefault((name, event), claim)
        other = known.value.timex
        length = min(len(timex), len(other))
        if timex[:length] != other[:length] and claim.sentence.start != known.sentence.start:
            deed = "died" if event == "died" else f"been {event}"
            yield text.claim_finding(
                "lint/two-dates",
                claim,
                [known],
                f"{name} is said to have {deed} in {other} and in {timex}",
                arithmetic=f"{other} ≠ {timex}",
            )


def _once_only(event: str) -> str | None:
    """What happens once, in one word: whatever is established is founded."""
    return "founded" if event in _FOUNDING else event if event in _ONCE_ONLY else None


def _words_up_to(claim: BaseClaim) -> str:
    return claim.sentence.text[: claim.end - claim.sentence.start]


_IS_FOUNDED = WordPattern(
    r"(?:\b(?:<lint/copula>)\b|[,(–—]) ?(?:[a-z]+ly |first )?(?:<lint/founding>)\b", re.IGNORECASE
)
"""What was founded, and not who founded it."""

_FOUNDING = WordSet("lint/founding")
_OF_A_NAMESAKE = WordPattern(
    r"\b(?:<lint/namesake>)\b|(?:\b(?:<common/possessor>)|['’]s) (?:\w+ )?(?:<lint/kin>)\b", re.IGNORECASE
)
"""In a sentence with these, a name may be that of another person or thing."""


def _person_or_thing(claim: BaseClaim) -> str | None:
    """The name a claim is about, without the title before it: of "the composer Ann Lee", Ann Lee."""
    name = _named_subject(claim)
    if name is not None or claim.subject is None:
        return name
    subject = claim.subject.resolved or claim.subject.text
    bare = without_title(subject)
    return bare if bare != subject else None


def _is_plain(claim: BaseClaim) -> bool:
    return (
        claim.comparator == "="
        and claim.polarity == "positive"
        and claim.certainty == "certain"
        and not claim.prediction
        and claim.attribution is None
    )


_PRONOUNS = WordPattern(
    r"(?:<lint/no_thing>)$",
    re.IGNORECASE,
)


def _named_subject(claim: BaseClaim) -> str | None:
    """The name a claim is about, if its subject is one: a capital that is not only that of a sentence."""
    if claim.subject is None:
        return None
    name = claim.subject.resolved or claim.subject.text
    name = re.sub(r"^(?:The|the|A|An|a|an) ", "", name)
    is_named = name[:1].isupper() and not _PRONOUNS.match(name) and len(name) <= 60
    starts_sentence = claim.subject.start == claim.sentence.start and " " not in name and name[1:].islower()
    if not is_named:
        return None
    if (
        starts_sentence
        and sum(name in s for s in (claim.sentence.text[1:],)) == 0
        and claim.subject.resolved is None
    ):
        return None
    return name


_TIMES = WordPattern(
    r"\b(?:\d{4}|<lint/of_a_time>)\b",
    re.IGNORECASE,
)
"""Words that say that a value holds at one time, for one part or on one condition; two of them may differ."""

_WORD = re.compile(r"[a-z]{2,}")
_COMMON = WordSet("lint/common")
"""Words that tell nothing of what a sentence is about."""


def find_two_values(text: LintText) -> Iterator[Finding]:
    """The same said of the same named thing, in the same words, with two values."""
    groups: defaultdict[Hashable, list[BaseClaim]] = defaultdict(list)
    for claim in text.document.claims:
        key = _statement_key(claim)
        if key is not None:
            groups[key].append(claim)
    for claims in groups.values():
        if len({claim.value.describe("=") for claim in claims}) > 2:
            continue  # a series over time
        first = claims[0]
        for later in claims[1:]:
            if later.sentence.start == first.sentence.start or _are_of_two_times(first, later):
                continue
            if _agree(text, first, later):
                continue
            value, other = later.value.describe("="), first.value.describe("=")
            yield text.claim_finding(
                "lint/two-values",
                later,
                [first],
                f"{later.subject_name}: {other} here, {value} there",
                arithmetic=f"{other} ≠ {value}",
                tolerance="each figure may stand for every value that rounds to it",
            )


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _are_of_two_times(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether the sentences of two claims give years, and not the same ones."""
    years = [set(_YEAR.findall(claim.sentence.text)) for claim in (one, other)]
    return years[0] != years[1]


def _statement_key(claim: BaseClaim) -> Hashable | None:
    """What a sentence says without the value of a claim in it; None where that is not a plain statement."""
    value = claim.value
    if (
        "|" in claim.sentence.text or "\t" in claim.sentence.text
    ):  # a row of a table; another table may have a row of that name
        return None
    if (
        not isinstance(value, AmountValue)
        or value.number is None
        or not _is_plain(claim)
        or claim.kind == "change"
    ):
        return None
    name = _named_subject(claim)
    if name is None or claim.subject is None or claim.subject.end > claim.start:
        return None
    between = claim.sentence.text[
        claim.subject.end - claim.sentence.start : claim.start - claim.sentence.start
    ]
    words = _WORD.findall(between.lower())
    end = claim.end - claim.sentence.start
    rest = _CLAUSE_END.split(_ALTOGETHER.sub("", claim.sentence.text[end : end + 60]))[0]
    if not words or len(words) > 4 or _TIMES.search(between) or _TIMES.search(rest):
        return None
    unit = getattr(value, "unit", None) or getattr(value, "currency", None)
    of = getattr(value, "of", None)
    after = tuple(_WORD.findall(rest.partition(",")[0].lower()))[:3]
    return claim.kind, name, tuple(words), unit, (of or "").lower(), after


_CLAUSE_END = re.compile(r" and |[.;]")
_ALTOGETHER = WordPattern(r"^\s*(?:<checking/summed>)\b", re.IGNORECASE)


def _agree(text: LintText, one: BaseClaim, other: BaseClaim) -> bool:
    first, second = _figure_of(text, one), _figure_of(text, other)
    return first is None or second is None or first.may_equal(second)


def _figure_of(text: LintText, claim: BaseClaim) -> Figure | None:
    """The figure that a claim is made from."""
    for sentence in text.sentences:
        if sentence.start == claim.sentence.start:
            offset = claim.start - sentence.start
            end = claim.end - sentence.start
            return next((f for f in sentence.figures if f.start < end and offset < f.end), None)
    return None


_TELLING_DIGITS = 3
"""So many digits in common are no chance, so that one word in common shows that the thing is the same."""

_SLIPS = (1_000.0, 1_000_000.0)


def find_unit_slips(text: LintText) -> Iterator[Finding]:
    """The same digits for the same thing, a thousand or a million times as much."""
    seen: list[_Said] = []
    for sentence in text.sentences:
        if _ROW.search(sentence.text):
            continue  # of a table, whose heads may give the scale
        words = _telling_words(sentence.text)
        for figure in sentence.figures:
            if figure.kind not in ("money", "count", "measure") or not _has_two_digits(figure.number):
                continue
            said = _Said(sentence, figure, words)
            other = next((before.figure for before in seen if _is_slip(said, before)), None)
            if other is not None:
                yield _slip(text, said, other)
            seen.append(said)


class _Said(NamedTuple):
    """A figure with its sentence, and the words that tell what that is of."""

    sentence: FigureSentence
    figure: Figure
    words: frozenset[str]


_ROW = re.compile(r"[\t|]")


def _telling_words(words: str) -> frozenset[str]:
    common, small = _COMMON.words(), small_words()
    return frozenset(
        word[:6].removesuffix("s")
        for word in _WORD.findall(words.lower())
        if word not in common and word not in small and len(word) > 2
    )


def _is_slip(said: _Said, before: _Said) -> bool:
    """Whether two figures of the same thing have the same digits, and are thousands apart."""
    figure, other = said.figure, before.figure
    if before.sentence is said.sentence or (other.dimension, other.kind) != (figure.dimension, figure.kind):
        return False
    ratio = max(figure.number, other.number) / min(figure.number, other.number)
    if not any(abs(ratio / slip - 1) < 1e-9 for slip in _SLIPS):
        return False
    alike = len(said.words & before.words)
    if _measured(said.sentence, figure) & _measured(before.sentence, other):
        alike += 1
    if alike < (1 if _digits_of(figure.number) >= _TELLING_DIGITS else 2):
        return False
    if figure.kind == "count" and figure.of.split()[-1:] != other.of.split()[-1:]:
        return False
    if _OF_CHANGE.search(said.sentence.text, 0, figure.start) or _OF_CHANGE.search(
        before.sentence.text, 0, other.start
    ):
        return False  # "a fall in turnover of $3 million"
    # "3.6 million a year" of what cost 3.6 billion
    return _is_of_each(said.sentence, figure) == _is_of_each(before.sentence, other)


def _slip(text: LintText, said: _Said, other: Figure) -> Finding:
    figure = said.figure
    large, small = max(figure.number, other.number), min(figure.number, other.number)
    return text.finding(
        "lint/unit-slip",
        said.sentence,
        (figure,),
        f"{figure.text} here, {other.text} above: {large / small:,.0f} times apart, with the same digits",
        arithmetic=f"{shown_number(large)} / {shown_number(small)} = {large / small:,.0f}",
        tolerance="the same digits",
    )


_OF_CHANGE = WordPattern(
    r"\b(?:<lint/up>|<lint/down>)(?: in [a-z -]{1,30}) (?:of|by) (?:(?:<lint/at_least>) )?$", re.IGNORECASE
)
_MEASURED = WordPattern(
    r"\b([a-z]{3,})(?: for [^,;]{0,30})? (?:of|was|is|were|are|came to|reached|hit|totalled|totaled) (?:(?:<lint/at_least>) )?$",
    re.IGNORECASE,
)


def _measured(sentence: FigureSentence, figure: Figure) -> frozenset[str]:
    """The noun of what a figure measures, where it stands right before it: "revenue of $6.4 billion"."""
    found = _MEASURED.search(sentence.text, 0, figure.start)
    return frozenset({found[1].lower()}) if found else frozenset()


_OF_EACH = WordPattern(
    r"\s*(?:(?:<checking/per>|<checking/of_each>)\b|[a-z]+ (?:<checking/per>) (?:<common/time_span>)\b)",
    re.IGNORECASE,
)


def _is_of_each(sentence: FigureSentence, figure: Figure) -> bool:
    """Whether a figure is for one of many, or for one year."""
    return bool(_OF_EACH.match(sentence.text, figure.end)) or " a " in figure.text or " per " in figure.text


def _has_two_digits(number: float) -> bool:
    return _digits_of(number) >= 2 and number > 0


def _digits_of(number: float) -> int:
    """How many digits a number has without the zeros at its ends."""
    return len(f"{abs(number):.12g}".split("e", maxsplit=1)[0].replace(".", "").strip("0"))


def find_unheld_headlines(text: LintText) -> Iterator[Finding]:
    """A figure of the headline for which the text gives another one and not this."""
    heading, body = _headline(text)
    if heading is None:
        return
    figures = [figure for sentence in body for figure in sentence.figures]
    texts = " ".join(sentence.text for sentence in body)
    for figure in heading.figures:
        is_bare = figure.kind == "number" and figure.unit is None and bool(_deed_of(heading, figure))
        if figure.start == 0 and "." in figure.text:
            continue  # the number of a section
        if not (is_bare or figure.kind in ("money", "percent", "count", "measure")) or figure.number <= 1:
            continue
        if any(figure.may_equal(other) and _same_sort(figure, other) for other in figures):
            continue
        if re.search(rf"(?<![\d.,]){re.escape(figure.text.strip('$€£% '))}(?![\d])", texts):
            continue
        other = next((o for s in body for o in s.figures if _is_rival(heading, figure, s, o)), None)
        if other is None or _are_summed(figure, figures) or (is_bare and _COUNTED_ON.search(texts)):
            continue
        yield text.finding(
            "lint/headline",
            heading,
            (figure,),
            f"the headline says {figure.text}; the text does not hold it, it says {other.text}",
            arithmetic=f"{shown_number(figure.number)} ≠ {shown_number(other.number)}",
        )


def _is_rival(heading: FigureSentence, figure: Figure, sentence: FigureSentence, other: Figure) -> bool:
    """Whether a figure of the text is of what the headline gives another one for."""
    if other.dimension != figure.dimension or _is_of_each(sentence, other):
        return False
    common = len(_content_words(heading.text) & _content_words(sentence.text))
    deeds = _deed_of(sentence, other) & _deed_of(heading, figure)
    if figure.kind == "number":
        return bool(deeds) and common >= (1 if any(deed in _HARM_NAMES for deed in deeds) else 2)
    if other.kind != figure.kind or common < 2:
        return False
    return figure.kind != "count" or _noun(other) == _noun(figure) != ""


_COUNTED_ON = WordPattern(r"\ba (?:<lint/counted_on>)\b", re.IGNORECASE)
"""One more than a count of the text: "killed two, and a third died"."""

_BEFORE = WordPattern(r"\b([^\W\d_]+)(?:\s+(?:<lint/at_least>))?\s+$", re.IGNORECASE)


_AFTER = re.compile(r"\s+([^\W\d_]+ed)\b")


_HARM = (
    WordPattern(r"\b(?:<lint/death>)\b", re.IGNORECASE),
    WordPattern(r"\b(?:<lint/injury>)\b", re.IGNORECASE),
)
_HARM_NAMES = tuple(f"harm {index}" for index in range(len(_HARM)))
"""Words of one deed, whichever of them is used: "kills 23" and "32 people died"."""

_RIGHT_AFTER = re.compile(r"(?: [^\W\d_]+){0,3}")


def _deed_of(sentence: FigureSentence, figure: Figure) -> frozenset[str]:
    """The verb right before a figure, or the participle right after it, in its base form: "kills 24"."""
    beside = _BEFORE.search(sentence.text, 0, figure.start), _AFTER.match(sentence.text, figure.end)
    words = [found[1].lower() for found in beside if found is not None]
    behind = _RIGHT_AFTER.match(sentence.text, figure.end)
    near = (beside[0][0] if beside[0] else "") + (behind[0] if behind else "")
    harms = {name for name, pattern in zip(_HARM_NAMES, _HARM, strict=True) if pattern.search(near)}
    return frozenset(base for word in words for base, part in readings(word) if part == "v") | harms


def _are_summed(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a count may be what two counts of a text come to: "killed 14 there, and 10 more died here"."""
    counts = [other.number for other in others if other.unit == figure.unit]
    return any(one + two == figure.number for one, two in combinations(counts, 2))


def _same_sort(figure: Figure, other: Figure) -> bool:
    return figure.dimension == other.dimension or "number" in (figure.dimension, other.dimension)


def _noun(figure: Figure) -> str:
    return figure.of.split()[-1] if figure.of else ""


def _content_words(words: str) -> frozenset[str]:
    common = _COMMON.words()
    return frozenset(
        word[:5] for word in _WORD.findall(words.lower()) if word not in common and len(word) > 3
    )


def _headline(text: LintText) -> tuple[FigureSentence | None, tuple[FigureSentence, ...]]:
    sentences = text.sentences
    if sentences and sentences[0].is_heading:
        return sentences[0], sentences[1:]
    return None, sentences


RULES = (
    (
        find_two_dates,
        CheckRule(
            "lint/two-dates",
            ("inconsistent",),
            "two years for what happens once",
            (
                "Acme Tools was founded in 1998. The town is proud of it. Acme Tools was founded in 1989 by a smith.",
                "",
            ),
            (
                "Acme Tools was founded in 1998. The town is proud of it. Acme Tools was founded in 1998 by a smith.",
                "",
            ),
        ),
    ),
    (
        find_two_values,
        CheckRule(
            "lint/two-values",
            ("inconsistent",),
            "the same said of the same thing with two values",
            ("Acme Tools employs 450 people. The town is proud of it. Acme Tools employs 540 people.", ""),
            ("Acme Tools employs 450 people. The town is proud of it. Bolt Works employs 540 people.", ""),
        ),
    ),
    (
        find_unit_slips,
        CheckRule(
            "lint/unit-slip",
            ("inconsistent",),
            "the same digits for the same thing, a thousand times as much",
            (
                "The bridge repair cost the county $4.2 million. The county paid $4.2 billion for the bridge.",
                "",
            ),
            (
                "The bridge repair cost the county $4.2 million. The county paid $4.2 million for the bridge.",
                "",
            ),
        ),
    ),
    (
        find_unheld_headlines,
        CheckRule(
            "lint/headline",
            ("inconsistent",),
            "a figure of the headline that the text does not hold",
            (
                "Ferry fire injures 14 passengers\n\nThe fire on the ferry injured 12 passengers on Sunday night.",
                "",
            ),
            (
                "Ferry fire injures 12 passengers\n\nThe fire on the ferry injured 12 passengers on Sunday night.",
                "",
            ),
        ),
    ),
)
"""The finders of this module, each with the rules in whose name it finds."""
