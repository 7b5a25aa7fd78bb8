"""Percentages of a count in another: “200 of the 400 (60 %)”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.lint.context import slots
from claimcheck.checking.lint.figures import ABOUT, Interval, as_share, is_rounded, shown_number
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_THE = r"(?:(?:[\w-]+'s|the|all|its|their|those|these|our|his|her|a total of|some) )*"
_SHARE_IS = (
    r"(?: ?\(|,? (?:–|—|-) ?|,? (?=<[0-9]+>,)|,? (?=(?:or|that is|which is|i\.e|equal|equivalent|making|representing|accounting|amounting|corresponding|an?)\b))"
    r"(?:(?:or|that is|which is|i\.e\.,?|equal to|equivalent to|making up|representing|accounting for|amounting to"
    r"|corresponding to|an? (?:[a-z-]+ ){0,2}(?:<lint/share_noun>) of) )?(?:(?:<lint/near>|only) )*"
)
"""Between two counts and the percentage of one in the other."""

_OF = (
    slots(rf"<n>(?: [a-z-]+){{0,2}}? (?:out )?of {_THE}<m>(?: [\w'-]+){{0,9}}?{_SHARE_IS}<p>"),
    slots(
        rf"\b(?:out )?of {_THE}<m>(?: [\w'-]+){{1,9}}?,?(?: [\w'-]+){{0,4}}? {ABOUT}<n>(?: [\w'-]+){{0,5}}?{_SHARE_IS}<p>"
    ),
    slots(rf"<n>(?: [a-z-]+){{0,2}}? \(<p>\) (?:out )?of {_THE}<m>"),
    slots(r"<p> \(<n>(?: [\w-]+)? ?(?:out )?(?:of|/)(?: the| all)? ?<m>"),
    slots(rf"<p>(?: of)? {_THE}<m>(?: [\w'-]+){{1,3}}?,? (?:\(|(?:<lint/in_other_words>),? ){ABOUT}<n>"),
)
_OF_THEM = slots(
    rf"<m>(?: [\w'-]+){{1,5}}?,? (?:and|of which|but) (?:[\w'-]+ ){{1,6}}?<n> of (?:them|those|these){_SHARE_IS}<p>"
)
_AT_A_RATE = slots(
    rf"<m>(?: [\w'-]+){{1,6}}?,? (?:<lint/goes_with>) (?:[\w'-]+ ){{0,6}}?<n>(?: [\w'-]+){{0,5}}?"
    rf",? (?:\w+ )?an? (?:[a-z-]+ ){{0,2}}(?:<lint/share_noun>) of {ABOUT}<p>"
)
"""How many came back of those that were sent: "1,500 were sent out and 930 came back, a response rate of 62 %"."""

_OF_THESE = slots(
    rf"<m>(?: [\w'-]+){{1,9}}?,? (?:and )?of (?:them|those|these|whom|which),? {ABOUT}<n>(?: [\w'-]+){{0,5}}?{_SHARE_IS}<p>"
)
"""The same with those meant before the part: "It checked 900 drivers. Of these, 45, or 5 percent, ..."."""

_THAT_IS = slots(
    rf"\bof {_THE}<m>(?: [\w'-]+){{1,5}}?, {ABOUT}<n>(?: [\w'-]+){{1,9}}?, (?:that|this) is {ABOUT}<p>(?=[.,;]|$)"
)
"""The same in a sentence of its own: "Of the 160 schools, 112 have a kitchen. That is 70 per cent"."""

_OUT_OF = slots(
    rf"<f>(?: [\w-]+){{0,3}}?(?:, or | \(|,? (?:\w+ )?an? (?:[a-z-]+ ){{0,2}}(?:<lint/share_noun>) of ){ABOUT}<p>"
)
_COUNTS_OUT_OF = re.compile(r"(\d[\d,]*) (?:out )?of (\d[\d,]*)$")
_ADJUSTED = WordPattern(r"\b(?:<lint/adjusted>)\b")
_OTHER_CLAUSE = WordPattern(r"\b(?:<lint/other_clause>)\b")
"""Between two counts and a percentage, what may bring in another whole."""

_OF_THOSE = re.compile(r"\s*\(?(?:of )?(?:all )?(?:those|the ones|whom|which)\b", re.IGNORECASE)
"""A share of others than the whole before it: "12, or 25% of those that failed"."""


def find_wrong_share_of_count(text: LintText) -> Iterator[Finding]:
    """Finds “200 of the 400 (60 %)”: a percentage that is not that of the two counts it stands beside."""
    for pattern in _OF:
        for sentence, named, match in text.matches(pattern):
            if not _ADJUSTED.search(match[0]) and not _OTHER_CLAUSE.search(match[0]):
                yield from _judge(text, sentence, named["n"], named["m"], named["p"])
    for sentence, named, _ in (
        *text.matches(_OF_THEM),
        *text.matches(_AT_A_RATE, told=True),
        *text.matches(_OF_THESE, told=True),
        *text.matches(_THAT_IS, told=True),
    ):
        yield from _judge(text, sentence, named["n"], named["m"], named["p"])
    for sentence, named, _ in text.matches(_OUT_OF):
        yield from _judge_out_of(text, sentence, named["f"], named["p"])


def _judge(
    text: LintText, sentence: FigureSentence, part: Figure, whole: Figure, share: Figure
) -> Iterator[Finding]:
    """The finding on a share that is not that of a part in a whole."""
    share = as_share(share)
    if share.unit != "percent" or part.dimension != whole.dimension:
        return
    if {"percent", "ordinal"} & {part.kind, whole.kind} or not 0 < part.number <= whole.number:
        return
    if _OF_THOSE.match(sentence.text[share.end :]):
        return
    exact = part.number / whole.number * 100
    allowed = Interval(exact, exact)
    if is_rounded(part, whole) or any(
        f.interval.high - f.interval.low > 2 * f.half_step for f in (part, whole)
    ):
        allowed = part.interval.over(whole.interval).scaled(100)
    if not allowed.widened(max(0.05, share.half_step * 0.1)).meets(share.interval):
        yield text.finding(
            "lint/share-of-count",
            sentence,
            (part, whole, share),
            f"{part.text} of {whole.text} is {exact:.1f} %, not {share.text}",
            arithmetic=f"{shown_number(part.number)} / {shown_number(whole.number)} = {exact:.1f} %",
        )


def _judge_out_of(
    text: LintText, sentence: FigureSentence, fraction: Figure, share: Figure
) -> Iterator[Finding]:
    """The finding on a share that is not that of the “7 out of 10” before it."""
    counts = _COUNTS_OUT_OF.search(fraction.text)
    if counts is None or share.unit != "percent" or fraction.unit != "percent":
        return
    exact = 100 * float(counts[1].replace(",", "")) / float(counts[2].replace(",", ""))
    if not Interval(exact, exact).widened(0.05).meets(share.interval):
        yield text.finding(
            "lint/share-of-count",
            sentence,
            (fraction, share),
            f"{fraction.text} is {exact:.1f} %, not {share.text}",
            arithmetic=f"{counts[1]} / {counts[2]} = {exact:.1f} %",
        )


RULES = (
    (
        find_wrong_share_of_count,
        CheckRule(
            "lint/share-of-count",
            ("inconsistent",),
            "a percentage that is not that of the two counts beside it",
            ("Of the 400 respondents, 200 (60 percent) agreed.", ""),
            ("Of the 400 respondents, 200 (50 percent) agreed.", ""),
        ),
    ),
)
"""The finder of this module with its rule."""
