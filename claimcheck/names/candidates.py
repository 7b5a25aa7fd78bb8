"""A possible name, and what the rules that propose names share."""

from __future__ import annotations

from typing import NamedTuple


class Candidate(NamedTuple):
    """A possible name over words `first` to `last`, exclusive.

    Attributes:
        start, end: code points in the text; `end` may lie behind the last word ("Yahoo!").
        strength: how sure the rule is; compared only between candidates. `WEAK` ones need support.
    """

    first: int
    last: int
    start: int
    end: int
    label: str
    rule: str
    strength: int


WEAK = 10
FAIR = 40
MODEL = 50
GOOD = 60
SURE = 80
OWN = 100
"""A pattern of the user's own: it also beats longer names."""
