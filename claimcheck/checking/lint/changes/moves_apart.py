"""Changes whose figures stand apart: what a thing came to at two times, and elsewhere by how much it changed.

“The register held 4,000 names in 2015. Today it is 5,000, an increase of 40 per cent”: no words tie the three
figures together, the records do. A claim of change says by how much, or how many times; the figures beside it, in
its sentence and the one before or behind it, are the two values where there are exactly two of one sort, of one
subject, of two times.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.lint.changes.level_pairs import (
    MEASURES,
    Amount,
    are_of_one_sentence,
    levels_of,
    pair_of,
)
from claimcheck.checking.lint.changes.moves import Move, moves_of
from claimcheck.checking.lint.changes.times import times_of
from claimcheck.checking.lint.dated import SOME_YEAR
from claimcheck.checking.lint.figures import HUNDRED, THEREFORE, as_share
from claimcheck.checking.lint.subjects import are_of_one, head_of, is_one_thing, is_sure, is_unknown
from claimcheck.checking.texts import forms_in, words_of
from claimcheck.claims.change import ChangeClaim
from claimcheck.claims.comparison import ComparisonClaim
from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import FigureSentence
    from claimcheck.claims.base import BaseClaim


def moves_apart(text: LintText) -> Iterator[tuple[FigureSentence, Move]]:
    """The changes that claims tell of figures that stand apart, each in the sentence or the two that hold them."""
    for sentence in text.sentences:
        if sentence.is_heading:
            continue
        own = [claim for claim in text.claims_in(sentence) if _is_told(claim)]
        if not own:
            continue
        tied = {figure.start for move in moves_of(sentence) for figure in (move.start, move.end, *move.by)}
        for window in _windows(text, sentence):
            found = list(_moves_in(text, window, sentence, own, tied))
            if found:
                yield from ((window, move) for move in found)
                break


def _is_told(claim: BaseClaim) -> bool:
    """Whether a claim says by how much something changed, flatly; "40 per cent shorter" than before, but than nothing else."""
    if not is_sure(claim) or claim.table is not None:
        return False
    if isinstance(claim, ChangeClaim):
        return claim.value.number is not None
    if isinstance(claim, ComparisonClaim):
        before = claim.sentence.text[: claim.start - claim.sentence.start]
        is_alone = claim.value.reference is None and _BY_HOW_MUCH.search(claim.text) is not None
        return is_alone and _OF_ITS_SUBJECT.search(before) is not None
    return claim.kind in _AMOUNTS and _told_way(claim.sentence.text, claim, claim.sentence.start) is not None


_OF_ITS_SUBJECT = WordPattern(
    r"(?:^|[,;:(–—]|\b(?:<lint/copula>|<lint/in_other_words>|<lint/has_become>)) ?(?:(?:<lint/degree>|<lint/near>) )*$",
    re.IGNORECASE,
)
"""Before a comparison of what the sentence is about, and of nothing named there: not "and its rivals twice as many"."""


def _told_way(words: str, claim: BaseClaim, offset: int) -> int | None:
    """Which way an amount that is no claim of change goes by the words beside it; None where it goes none.

    "That is 30 per cent more" says so behind it, "a loss of 30 per cent" before.
    """
    behind = _MORE_ALONE.match(words, claim.end - offset)
    if behind is not None:
        return 1 if behind["up"] else -1
    named = _CHANGE_NAMED.search(words, 0, claim.start - offset) if claim.kind == "percentage" else None
    if named is None or not _ENDS.match(words, claim.end - offset):
        return None  # "a gain of 12 per cent on the old school"
    return 1 if named["up"] else -1


_AMOUNTS = frozenset({"percentage", "count", "money", "measurement"})
_BY_HOW_MUCH = WordPattern(r"%|\bper ?cent\b|\bas (?:<lint/as_much>)$", re.IGNORECASE)
"""In a comparison with nothing named: "20 per cent more", "three times as many"."""

_MORE_ALONE = WordPattern(
    r" (?:(?P<up><lint/above_than>)|(?P<down><lint/below_than>))(?=[.,;)]|$)", re.IGNORECASE
)
"""Behind an amount, which way it goes: "that is 30 per cent more"."""

_CHANGE_NAMED = WordPattern(
    r"(?:[,–—-]|\b(?:<lint/copula>)) an? (?:[a-z-]+ )?(?:(?P<up><lint/noun_of_rise>)|(?P<down><lint/noun_of_fall>)) of (?:(?:<lint/near>) )*$",
    re.IGNORECASE,
)
_ENDS = WordPattern(r"(?= ?[.,;)–—]|$| since | (?:<lint/during>) )")


def _windows(text: LintText, sentence: FigureSentence) -> Iterator[FigureSentence]:
    """Where the values may stand: in the sentence, with the one before, with the one behind."""
    yield from filter(None, (sentence, text.with_before(sentence), text.with_behind(sentence)))


def _moves_in(
    text: LintText,
    window: FigureSentence,
    sentence: FigureSentence,
    claims: Sequence[BaseClaim],
    tied: AbstractSet[int],
) -> Iterator[Move]:
    """The changes of a window by each of the claims of a sentence whose figures no words tie: those begin at `tied`."""
    if _has_loose_time(window.text):
        return
    shift = sentence.start - window.start
    amounts = [_amount(window, claim) for claim in claims]
    said = {_amount(window, claim).at for claim in text.claims_from(window) if _is_told(claim)}
    levels = levels_of(window, said)
    for amount in amounts:
        if amount.at is not None and window.figures[amount.at].start - shift in tied:
            continue
        clause = _clause_of(window, amount.claim)
        if _is_by_other_measure(window, amount):
            continue
        if _is_told_as_rate(window, clause, levels):
            continue
        if window.stop is not None and _OWN_TIME.search(window.text, *clause):
            continue  # "It was 40p in January and 60p in June. It rose 20 per cent in June alone."
        pair = pair_of(window, levels, amount)
        if pair is None:
            continue
        follows = _follows(window, clause, pair, amount)
        if not follows and (
            _is_of_other_thing(text, window, pair, amount) or _is_told_apart(window, pair, amount)
        ):
            continue
        if not _counts_from(window, clause, pair[0], levels):
            continue
        if window.stop is None or follows or _is_of_both(text, window, sentence, pair, levels, amount):
            yield _move(window, pair, amount)


def _follows(window: FigureSentence, clause: tuple[int, int], pair: tuple[int, int], amount: Amount) -> bool:
    """Whether a change is said to follow from the sentence before, whatever names it: "The catch thus shrank by"."""
    told_until = amount.claim.end - window.start
    if window.stop is None or THEREFORE.search(window.text, clause[0], told_until) is None:
        return False
    start, end = (window.figures[index].number for index in pair)
    is_other_measure = not base_forms(head_of(amount.claim.subject_name or "")).isdisjoint(MEASURES.words())
    return amount.is_rise == (end > start) and not is_other_measure


def _is_told_as_rate(window: FigureSentence, clause: tuple[int, int], levels: tuple[int, ...]) -> bool:
    """Whether a change is one of each year: "it grew 5 per cent a year", and not "from 50 tonnes a year"."""
    own = [(window.figures[i].start, window.figures[i].end) for i in levels]
    return any(
        not any(start <= found.start() < end for start, end in own)
        for found in _IS_RATE.finditer(window.text[: clause[1]], clause[0])
    )


def _is_by_other_measure(window: FigureSentence, amount: Amount) -> bool:
    """Whether a change is told by a measure that the figures are not of: "a loss of 60 per cent in volume"."""
    end = amount.claim.end - window.start if amount.at is None else window.figures[amount.at].end
    found = _BY_MEASURE.match(window.text, end)
    if found is None:
        return False
    named = [word for word in words_of(found["what"]) if word not in _OF_TIME]
    known = forms_in(window.text[:end])
    return len(named) == len(words_of(found["what"])) and all(known.isdisjoint(base_forms(w)) for w in named)


_BY_MEASURE = WordPattern(
    r"(?: (?:<lint/above_than>|<lint/below_than>))? (?:<lint/by_measure>) (?:(?:<common/article_or_possessor>) )?(?P<what>[a-z-]+(?: [a-z-]+)?)"
)
_OF_TIME = WordSet("grammar/time_word")


def _is_of_both(
    text: LintText,
    window: FigureSentence,
    sentence: FigureSentence,
    pair: tuple[int, int],
    levels: tuple[int, ...],
    amount: Amount,
) -> bool:
    """Whether of two sentences the one goes on about the values, or the change, of the other."""
    assert window.stop is not None
    is_own = {i: (window.figures[i].start > window.stop) == (sentence.start > window.start) for i in levels}
    if any(own and index not in pair for index, own in is_own.items()):
        return False  # the amount may be that of another figure beside it
    if sentence.start > window.start and _REFERS.search(window.text, 0, amount.claim.start - window.start):
        return True
    if _GOES_ON.match(window.text, window.stop + 1) is not None:
        return True
    told = [claim for claim in text.claims_from(window) if _is_told(claim)]
    is_apart = not are_of_one_sentence(window, *pair) and sentence.start > window.start
    if not is_apart or len(told) != 1:
        return False
    return _are_said_of_one(text, window, pair) or _counts_the_same(window, max(pair))


def _counts_the_same(window: FigureSentence, second: int) -> bool:
    """Whether a figure of the second sentence leaves out what the first counted: "560 staff ... only 504 were left"."""
    figure = window.figures[second]
    is_bare = figure.unit is None and not figure.of and figure.kind in ("count", "number")
    return is_bare and _BARE_BEFORE.search(window.before(second)) is not None


_BARE_BEFORE = WordPattern(r"\b(?:<lint/so_many_left>|(?:<lint/no_thing>) (?:<lint/counts_so_many>)) $")


def _are_said_of_one(text: LintText, window: FigureSentence, pair: tuple[int, int]) -> bool:
    """Whether the claims of two figures name one subject, each in its sentence: "the ice covered 562 ... the ice covered 478"."""
    told = [_claim_of(text, window, index) for index in pair]
    names = [claim.subject_name for claim in told if claim is not None and not is_unknown(claim)]
    return len(names) == len(pair) and is_one_thing(*names)


def _claim_of(text: LintText, window: FigureSentence, index: int) -> BaseClaim | None:
    """The claim that holds a figure."""
    start = window.start + window.figures[index].start
    return next((c for c in text.claims_from(window) if c.start <= start < c.end and c.kind != "date"), None)


def _counts_from(
    window: FigureSentence, clause: tuple[int, int], start: int, levels: tuple[int, ...]
) -> bool:
    """Whether the time since when something is said to have changed is that of the earlier figure.

    "It has doubled since 1990" tells nothing of a figure of 2005, "since it opened" nothing of a dated one.
    """
    since = _SINCE.search(window.text, *clause)
    when = times_of(window, levels, None).get(start)
    if since is None or when is None or not when.year:
        return True
    return since["year"] is not None and int(since["year"]) == when.year


_SINCE = re.compile(r"\bsince (?!then\b)(?:(?:[a-z]+ ){0,2}?(?P<year>[12]\d{3})\b)?", re.IGNORECASE)
"""The year is that of "since May 2010" and "since about 2010" as well."""
_REFERS = WordPattern(r"\b(?:<lint/this_change>) (?:[a-z-]+ )?$", re.IGNORECASE)
"""Before an amount that was told of: "the 35 % jump"."""

_GOES_ON = WordPattern(
    r"\W*(?:[\w'-]+ ){0,2}?(?:<lint/goes_back>|<lint/that_figure>|<lint/that_measure>|<lint/now>|<lint/once>)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is about the same as the one before it."""


def _is_of_other_thing(text: LintText, window: FigureSentence, pair: tuple[int, int], amount: Amount) -> bool:
    """Whether what is said to have changed is not what the two figures are of: sales, and a number of staff."""
    claim = amount.claim
    figures = [window.figures[index] for index in pair]
    nouns = {form for figure in figures if figure.of for form in base_forms(figure.head)}
    named = _CHANGE_OF.match(window.text, claim.end - window.start)
    is_told_of = _REFERS.search(window.text, 0, claim.start - window.start) is not None
    if named is not None and (is_told_of or claim.subject is None):
        end = max(figure.end for figure in figures)
        return base_forms(named["what"].lower()).isdisjoint(nouns | forms_in(window.text[:end]))
    head = head_of(claim.subject_name)
    is_told_again = is_told_of or claim.subject_name.lower() in _TOLD_AGAIN
    if is_told_again or is_unknown(claim) or head in _RISES or head in _FALLS:
        return False
    if not nouns.isdisjoint(base_forms(head)) or _is_measured(window, pair, head):
        return False
    places = [(window.start + figure.start, window.start + figure.end) for figure in figures]
    beside = [
        c for c in text.document.claims if any(c.start < end and start < c.end for start, end in places)
    ]
    return any(not are_of_one(claim, other) for other in beside if other.subject is not None)


def _is_measured(window: FigureSentence, pair: tuple[int, int], head: str) -> bool:
    """Whether the words before each of two figures name what changed: "had sales of $2m ... its sales reached $5m"."""
    return all(not base_forms(head).isdisjoint(forms_in(window.before(index))) for index in pair)


def _is_told_apart(window: FigureSentence, pair: tuple[int, int], amount: Amount) -> bool:
    """Whether words tell a change behind both its figures of a thing, a stretch of time or a base of its own."""
    last = max(window.figures[index].end for index in pair)
    start, end = amount.claim.start - window.start, amount.claim.end - window.start
    if start < last:
        return False
    if window.stop is None or not last <= window.stop < start:
        return _has_own_subject(window, last, start)
    behind = end if amount.at is None else max(end, window.figures[amount.at].end)
    return is_of_other_time(window, behind, start)


def is_of_other_time(window: FigureSentence, behind: int, start: int) -> bool:
    """Whether the second sentence of a window tells a change from `start` to `behind` of a time, place or base of its own.

    "It has risen 11 percent this year", "it had risen 2 percent", "this is 20 percent above the level of 2010".
    """
    assert window.stop is not None
    if _HAD_CHANGED.search(window.text, window.stop, start):
        return True
    is_told_by_verb = _GOES_ON_MOVING.match(window.text, window.stop + 1) is not None
    return is_told_by_verb and not _ENDS_CLAUSE.match(window.text, behind)


def _has_own_subject(window: FigureSentence, last: int, start: int) -> bool:
    """Whether a clause behind two figures says of something not told of before that it changed, or when else.

    "Sales rose from 400 to 1,200 and profit doubled", "as prices rose 5 percent", "after it had doubled".
    """
    between = window.text[last:start].lower()
    joints = list(_JOINTS.finditer(between))
    if not joints:
        return False
    if _BEFORE_OR_AFTER.fullmatch(joints[-1][0].strip()):
        return True
    if _SAYS_OF_IT.match(between, joints[-1].end()) or joints[-1][0] in ("which", "that", "who"):
        return False
    told = forms_in(window.text[:last])
    own = words_of(THEREFORE.sub(" ", between[joints[-1].end() :]))
    return any(not _is_filler(word) and told.isdisjoint(base_forms(word)) for word in own)


def _is_filler(word: str) -> bool:
    """Whether a word of a clause names nothing that could change."""
    return word.endswith("ly") or any(word in words for words in _FILLERS)


_JOINTS = WordPattern(r"[,;:(–—]|\b(?:<lint/clause_break>|<reports/subordinate>|with)\b")
_SAYS_OF_IT = WordPattern(r"\W*(?:(?:<lint/hence>) )?(?:<grammar/gapped_pronoun>|which)\b")
_BEFORE_OR_AFTER = re.compile(r"after|before")
_FILLERS = (
    WordSet("lint/quiet"),
    WordSet("lint/no_thing"),
    WordSet("lint/no_subject"),
    WordSet("lint/auxiliary"),
    WordSet("lint/noun_of_rise"),
    WordSet("lint/noun_of_fall"),
    WordSet("lint/up"),
    WordSet("lint/down"),
    WordSet("lint/hence"),
)
_HAD_CHANGED = WordPattern(r"\b(?:<grammar/gapped_pronoun>) (?:had|was|were) ", re.IGNORECASE)
"""In the next sentence, before a change: of a time before: "It had risen 2 percent"."""

_GOES_ON_MOVING = WordPattern(
    r"\W*(?:(?:<grammar/gapped_pronoun>) |(?:this|that) (?:is|was) (?!an?\b|the\b))", re.IGNORECASE
)
_ENDS_CLAUSE = re.compile(r" ?(?:[.,;:)–—]|$)")

_RISES, _FALLS = WordSet("lint/noun_of_rise"), WordSet("lint/noun_of_fall")
_TOLD_AGAIN = WordSet("lint/that_measure")
_CHANGE_OF = WordPattern(r" (?:in|of) (?:<common/article_or_possessor> )?(?P<what>[a-z]+)\b", re.IGNORECASE)
"""Behind a change that a noun tells, what changed: "the 50% increase in fees"."""


def _amount(window: FigureSentence, claim: BaseClaim) -> Amount:
    start, end = claim.start - window.start, claim.end - window.start
    number, is_rise = _size(window, claim)
    for index, figure in enumerate(window.figures):
        if start <= figure.start < end and number in (figure.number, round(as_share(figure).number, 2)):
            return Amount(claim, index, None, is_rise)
    how = _DEGREE.search(window.text, max(start - _DEGREE_REACH, 0), end)
    factor = 1 + (number if is_rise else -number) / HUNDRED
    return Amount(claim, None, (factor, claim.text.split(" to ")[0], how[0].lower() if how else ""), is_rise)


def _size(window: FigureSentence, claim: BaseClaim) -> tuple[float, bool]:
    """The size of the change that a claim tells, and whether it is a rise."""
    if isinstance(claim, ChangeClaim):
        return float(claim.value.number or 0), claim.value.direction == "increase"
    if isinstance(claim, ComparisonClaim):
        return abs(float(claim.value.factor) - 1) * HUNDRED, claim.value.factor > 1
    return float(getattr(claim.value, "number", None) or 0), _told_way(window.text, claim, window.start) == 1


def _has_loose_time(text: str) -> bool:
    """Whether "last year" stands beside years, before or after which it may be."""
    return _LAST_YEAR.search(text) is not None and SOME_YEAR.search(text) is not None


_LAST_YEAR = WordPattern(r"\blast (?:<common/stretch_of_time>)\b", re.IGNORECASE)
_OWN_TIME = WordPattern(r"\b(?:in|on|during) (?:(?:<common/month>)\b|[12]\d{3}\b)", re.IGNORECASE)
_DEGREE = WordPattern(r"\b(?:<lint/degree>)\b", re.IGNORECASE)
_DEGREE_REACH = 12
_IS_RATE = WordPattern(r"(?<!half )\b(?:<lint/rate>)\b(?! (?:<lint/ago>)\b)", re.IGNORECASE)


def _clause_of(window: FigureSentence, claim: BaseClaim) -> tuple[int, int]:
    """The clause of a claim in a window, by its marks."""
    start, end = claim.start - window.start, claim.end - window.start
    first = max(window.text.rfind(mark, 0, start) for mark in ".,;:(")
    last = min((at for mark in ".,;:)" if (at := window.text.find(mark, end)) >= 0), default=len(window.text))
    return first + 1, last


def _move(window: FigureSentence, pair: tuple[int, int], amount: Amount) -> Move:
    start, end = (window.figures[index] for index in pair)
    by = () if amount.at is None else (window.figures[amount.at],)
    first, last = (window.slots[index] for index in sorted(pair))
    return Move(start, end, by, 0, amount.factor, False, first[0], last[1])
