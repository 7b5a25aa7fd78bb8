"""The colours of what is printed for people, on light and on dark ground.

The 16 colours of a plain terminal are the user's own, and some cannot be read on white, so none is used: the
words of a claim are bold and underlined there, and nothing depends on a colour alone.
"""

from __future__ import annotations

from functools import cache

# Each has a contrast of 4 or more against white and against black. WCAG 2.2, 1.4.3, asks for 4.5, which no
# colour exceeds on both by more than 0.08.
WRONG = "color(161)"  # #d7005f
DOUBTFUL = "color(130)"  # #af5f00
RIGHT = "color(28)"  # #008700
PLAIN = "color(31)"  # #0087af, for names that only have to be told from their neighbours

_FAMILY_COLOURS = {
    "share": "color(31)",  # #0087af
    "amount": "color(63)",  # #5f5fff
    "money": "color(28)",  # #008700
    "order": "color(133)",  # #af5faf
    "time": "color(130)",  # #af5f00
    "relation": "color(30)",  # #008787
}


@cache
def kind_colour(kind: str) -> str:
    """The colour of the family that a kind belongs to, as its model says."""
    from claimcheck.claims import claim_types  # noqa: PLC0415 - `--help` lists the formats without it
    from claimcheck.claims.base import kind_of  # noqa: PLC0415

    families = {kind_of(claim_type): claim_type.colour.family for claim_type in claim_types()}
    return _FAMILY_COLOURS[families.get(kind, "relation")]
