"""Items that may be long in coming, such as the rows of a pipe, taken together without waiting for more.

Articles that are worked on together cost less. But what has come is not to wait for what has not: whoever
pours rows into a pipe by and by wants the claims of each as they are there.
"""

from __future__ import annotations

from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")

ITEMS_AHEAD = 500
"""So many items are read before the first of them is asked for, which bounds memory."""


class NothingYet:
    """Stands in a stream where the next item is not there yet, so that nothing waits for it."""


NOTHING_YET = NothingYet()


class _End(Exception):  # noqa: N818 - no error
    """Ends the items; what ended them in place of their end is its cause."""


def read_ahead(items: Iterable[Item]) -> Iterator[Item | NothingYet]:
    """The items in their order, read by a thread of its own, with `NOTHING_YET` wherever one is waited for.

    What reading raises is raised here, after the items before it. The thread ends with the process, whatever
    it waits for.
    """
    queue: Queue[Item | _End] = Queue(maxsize=ITEMS_AHEAD)
    Thread(target=_fill, args=(queue, items), daemon=True).start()
    while True:
        try:
            item = queue.get_nowait()
        except Empty:
            yield NOTHING_YET
            item = queue.get()
        if isinstance(item, _End):
            if item.__cause__ is not None:
                raise item.__cause__
            return
        yield item


def _fill(queue: Queue[Item | _End], items: Iterable[Item]) -> None:
    end = _End()
    try:
        for item in items:
            queue.put(item)
    except BaseException as error:  # noqa: BLE001 - it is raised again where the items are used
        end.__cause__ = error
    queue.put(end)
