"""What a bare fraction says: a share, a ratio to the size of something, or a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import load_number_cues
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.fractions import HALF_DID, MANY_DID

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount

_IN_PERCENT = WordPattern(r" \(\d{1,3}(?:\.\d+)? ?(?:<common/percent>)\)")
"""A fraction said again in figures: "two thirds (67%)"."""
_SUM_AFTER = WordPattern(
    r" (?:<quantities/sum_is>) (?:then |now |being |also )?(?:<quantities/done_with_sum>)(?![^\W_])"
)
_PART_OF_UNCOUNTED = WordPattern(r" of an? (?:<quantities/margin>)(?![^\W_])")


_OF_ANOTHER = WordPattern(
    r" of [^\s,;:()]+(?: [^\s,;:()]+)?[’']s? (?:[a-z-]{2,16} )?(?:<quantities/level_of_another>)(?![^\W_])"
)
"""Behind a ratio to another's level, which has no parts: "a third of Leeds's figure"."""
_OF_EARLIER = WordPattern(
    r" of (?:<common/article_or_possessor>) (?:[a-z-]{2,16} )?(?:<quantities/level_told>)s?"
    r" (?=(?:a|an|the|<change/small_number>|\d+) [a-z]+ (?:before|earlier|ago)(?![^\W_])"
    r"|in (?:[a-z]+ )?\d{4}|last [a-z]+)"
)
_TOLD_OF_SOMETHING = WordPattern(
    r"(?:,|(?<![^\W_])(?:<quantities/before_ratio>)) "
    r"(?:(?:<quantities/blur>|some|just|barely|under|over|less than|more than) )?$"
)
"""Before a ratio told of something: "was a sixth of its share a week before"; not "lost a sixth of"."""


_REACH_BEFORE = 24
_WHAT = re.compile(r" what [a-z]")
"""Behind a ratio without "of": "half what it used to be"."""
_OF_WHAT_IS = WordPattern(
    r" of what (?:[^\s,;:()!?]+ ){1,6}(?:<quantities/measured_by>)"
    r"(?: (?:in|before|last|a year|at) [^,;:()!?]{2,40})?"
    r"(?=[,;:)!?\n—]|\.(?!\w)|$| and\b| but\b)"
)
_OF_USUAL = WordPattern(r" of (?:the|<common/possessor>) (?:<quantities/usual>) [a-z]{3,}")
"""Behind a ratio to what is usual: "a quarter of its normal flow"."""
_OF_A_DAY = WordPattern(
    r" of (?:(?:<change/weekday>)|(?:last|the previous) (?:<change/unit_of_time>))[’']s"
    r"(?=[,.;:)]|$| and\b| but\b)",
    re.IGNORECASE,
)
"""Behind a ratio to what another day had: "barely half of Thursday's"."""


def fraction_kind(text: str, low: str, amount: Amount) -> tuple[str, str | None, str]:
    """Kind, unit and rule of a fraction: "percent" of a share, "multiple" of a ratio, or "number"."""
    following = low[amount.end : amount.end + 6]
    if amount.is_proportion:
        return "percent", "percent", amount.found_by
    if _PART_OF_UNCOUNTED.match(low, amount.end):
        return "number", None, amount.found_by or "fraction"  # "won by three-quarters of a length"
    if size_of().match(low, amount.end) and not _is_share_of_a_size(low, amount):
        return "multiple", None, "fraction-of-size"
    if _WHAT.match(low, amount.end) or _OF_A_DAY.match(low, amount.end):
        return "multiple", None, "fraction-of-size"
    # "costs a fifth of what its rival costs", not "gave a fifth of what", "A fifth of her usual pay went"
    of_told = (_OF_WHAT_IS, _OF_EARLIER, _OF_ANOTHER, _OF_USUAL)
    if any(pattern.match(low, amount.end) for pattern in of_told) and _TOLD_OF_SOMETHING.search(
        low, max(0, amount.start - _REACH_BEFORE), amount.start
    ):
        return "multiple", None, "fraction-of-size"
    is_deed = MANY_DID.match(low, amount.end) or (
        text[amount.start : amount.start + 1] == "H" and HALF_DID.match(low, amount.end)
    )
    if (
        following.startswith(" of ")
        or amount.noun is not None
        or is_deed
        or _IN_PERCENT.match(low, amount.end)
    ):
        return "percent", "percent", amount.found_by or "fraction-of"
    is_loss = low.endswith((" by ", "\nby "), 0, amount.start)  # "fell by four-fifths the year after"
    if following.startswith((" the ", " as ")) and amount.value < 1 and not is_loss:
        return "multiple", None, "fraction-as-much"
    return "number", None, amount.found_by or "fraction"


def _is_share_of_a_size(low: str, amount: Amount) -> bool:
    """Whether a fraction is a part of a sum and no ratio: "a fifth of the cost was met by taxes".

    A ratio is told of something ("at a fifth of the cost") or to something ("of the cost of tin").
    """
    sized = size_of().match(low, amount.end)
    if sized is None or not low.startswith(" of ", amount.end):
        return False
    return _SUM_AFTER.match(low, sized.end()) is not None


@per_lexicon
def size_of() -> re.Pattern[str]:
    """After a fraction: "the size of", "its price"; a comparison, not a part."""
    nouns = "|".join(sorted(load_number_cues("compared_size")))
    return re.compile(
        rf" (?:of )?(?:the|its|their|his|her|our|that|what) (?:[a-z]{{2,16}} )?(?:{nouns})(?![^\W_])"
    )
