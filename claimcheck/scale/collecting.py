"""How often garbage is looked for: seldom in a process of our own, elsewhere while articles are read."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NEW_OBJECTS = 50_000
"""With Python's own 700, the modules and lexicons are looked through some hundred times while they are
loaded, 40 ms of 1.1 s, and a long run takes 4 % longer (November 2026, Python 3.11). Nearly all garbage
here is freed at once, without being looked for."""


def collect_seldom() -> None:
    """Look for garbage after every `NEW_OBJECTS` new objects."""
    gc.set_threshold(NEW_OBJECTS)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look for garbage seldom until the end of the block, then as often as before.

    What a program set that looks for it more seldom, or never, is left alone.
    """
    before = gc.get_threshold()
    if not 0 < before[0] < NEW_OBJECTS:
        yield
        return
    ours = (NEW_OBJECTS, *before[1:])
    gc.set_threshold(*ours)
    try:
        yield
    finally:
        if gc.get_threshold() == ours:  # else the program has set it anew meanwhile
            gc.set_threshold(*before)
