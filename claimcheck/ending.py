"""What ends the work from outside: Ctrl-C, the signals of a batch system, the alarm of a time limit.

Each is raised in the middle of whatever runs, and must get through it. Libraries take errors for their own:
pydantic, when it writes a model, makes an error of whatever a Python function raises that it calls, or tries
the next kind of claim. So what has been raised is also noted, and raised again where one document is done.
"""

from __future__ import annotations

import re
import signal
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Never

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


class TimeUpError(BaseException):
    """The time that one document may take is over.

    No `Exception`, like `KeyboardInterrupt`: a reader that takes whatever a library raises for a broken file
    must not take this for one.
    """


_noted: list[BaseException] = []


def end_in_order() -> None:
    """Let Ctrl-C, SIGTERM and SIGHUP end this process alike: its workers end, unfinished files are removed.

    A signal that somebody else handles, or has ignored as `nohup` does, is left alone.
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _end)


def _end(number: int, _frame: FrameType | None) -> Never:
    ended = KeyboardInterrupt() if number == signal.SIGINT else SystemExit(128 + number)
    _noted.append(ended)
    raise ended


def raise_if_ended(error: BaseException | None = None) -> None:
    """Raise again what was to end the work and did not: it was taken for an error, or is in one.

    Args:
        error: what was raised in its place, if anything was.
    """
    if _noted:
        raise _noted[-1]
    cause = error
    while cause is not None:
        if not isinstance(cause, Exception):
            raise cause
        cause = cause.__cause__
    if type(error).__name__ == "PydanticSerializationError" and _WRAPPED.search(str(error)):
        raise KeyboardInterrupt  # of it, pydantic keeps no more than the name


_WRAPPED = re.compile(r"Error calling function `\w+`: KeyboardInterrupt\b")


RING_SECONDS = 0.5
"""An alarm that somebody took for an error of his own rings again after so long."""


def can_limit_time() -> bool:
    """Whether `time_limit` works here: in the main thread of a process, where the system has alarms."""
    return hasattr(signal, "setitimer") and current_thread() is main_thread()


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Raise `TimeUpError` in this block once it has taken so long; None, or no alarms, is no limit.

    It gets into Python and into regular expressions, not into a loop of a library that is written in C.
    """
    if seconds is None or not can_limit_time():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, RING_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> Never:
    raise TimeUpError
