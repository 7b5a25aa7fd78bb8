"""How often a process of our own looks for garbage; one that only imports claimcheck keeps its habit."""

from __future__ import annotations

import gc

NEW_OBJECTS = 50_000
"""With Python's own 700, the modules and lexicons are looked through some hundred times while they are
loaded, 40 ms of 1.1 s, and a long run takes 4 % longer (November 2026, Python 3.11). Nearly all garbage
here is freed at once, without being looked for."""


def collect_seldom() -> None:
    """Look for garbage after every `NEW_OBJECTS` new objects."""
    gc.set_threshold(NEW_OBJECTS)
