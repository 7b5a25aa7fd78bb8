"""Word lists that ship with claimcheck, and the one way to read them.

`shared/` holds what is the same in any language (currencies, names), `en/` what is English. A list is a
CSV file with a header row; the lists made by hand have a column `example`, and a test looks each example
up. Nothing is read on import: a list is loaded on first use and kept.

Rows of the user's own (`own`) stand behind the bundled ones. A `Lexicon` holds them, with everything that was
made of the lists. The one in force is put there by whoever reads a text, for as long as that takes, and asked
by every function under `@per_lexicon`; so readings with different words go on side by side.
"""

from __future__ import annotations

import csv
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, partial, update_wrapper
from importlib.resources import files
from itertools import chain
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, overload

from claimcheck.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    OwnRows = Mapping[str, tuple[Mapping[str, str], ...]]

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


class Lexicon:
    """The bundled lists with rows of the user's own behind them, and what was made of them, each thing once.

    Sent to another process, it is the rows alone.
    """

    __slots__ = ("made", "own")

    def __init__(self, own: OwnRows = MappingProxyType({})) -> None:
        """The lists with these rows behind theirs: by list, with its columns in their order."""
        self.own = own
        self.made = _Made()

    def __reduce__(self) -> tuple[type[Lexicon], tuple[OwnRows]]:
        return Lexicon, (dict(self.own),)

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Ask this lexicon until the end of the block, in this thread.

        A generator must not yield within the block: whoever asked it would go on with this lexicon.
        """
        before = _in_force.set(self)
        try:
            yield
        finally:
            _in_force.reset(before)


class _Made(dict[Any, Any]):
    """What was made of the lists of one lexicon, by what made it, which is called on first use."""

    def __missing__(self, make: Callable[[], Any]) -> Any:
        made = self[make] = make()
        return made


class _Memory(dict[Any, Any]):
    """The results of a function of one argument, by the argument."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, argument: Any) -> Any:
        result = self[argument] = self._function(argument)
        return result


BUNDLED = Lexicon()
"""The lists as they ship, in force where no other was put."""

_in_force = ContextVar("lexicon", default=BUNDLED)
in_force = _in_force.get
"""The lexicon that is asked now, in this thread."""


@overload
def per_lexicon(function: Callable[Parameters, Result], /) -> Callable[Parameters, Result]: ...


@overload
def per_lexicon(
    *, maxsize: int
) -> Callable[[Callable[Parameters, Result]], Callable[Parameters, Result]]: ...


def per_lexicon(function: Callable[..., Any] | None = None, /, *, maxsize: int | None = None) -> Any:
    """As `functools.lru_cache`, for what depends on word lists: each lexicon remembers its own results."""
    if function is None:
        return partial(_per_lexicon, maxsize=maxsize)
    return _per_lexicon(function, maxsize=None)


def _per_lexicon(function: Callable[..., Any], maxsize: int | None) -> Callable[..., Any]:
    """Some of these are asked for every few words: what they do without on the way is time."""
    in_force = _in_force.get
    count = function.__code__.co_argcount
    if count + function.__code__.co_kwonlyargcount == 0:

        def ask() -> Any:
            return in_force().made[function]

        return update_wrapper(ask, function)
    if count == 1 and maxsize is None and not function.__code__.co_kwonlyargcount:
        by_argument = partial(_Memory, function)  # each lexicon makes its own

        def ask_of_one(argument: Any, /) -> Any:
            return in_force().made[by_argument][argument]

        return update_wrapper(ask_of_one, function)
    memory = partial(lru_cache(maxsize), function)

    def ask_of_all(*args: Any, **named: Any) -> Any:
        return in_force().made[memory](*args, **named)

    return update_wrapper(ask_of_all, function)


@per_lexicon
def load_rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Rows of the bundled list `name`, such as `en/scales.csv`, in file order.

    Every row has exactly the columns of the header; cells are stripped of outer white space. Lines that
    start with `#` are comments. Raises `LexiconError`, naming file and line, for a row that is too long
    or too short.
    """
    return (*_bundled_rows(name), *own_rows(name))


@cache  # however many lexicons there are, these are the same
def _bundled_rows(name: str) -> tuple[Mapping[str, str], ...]:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return tuple(MappingProxyType(row) for _, row in rows_of_csv(text, name))


def rows_of_csv(text: str, where: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a list with their lines, as `load_rows` has them; `where` is what errors name."""
    reader = csv.reader((line if not line.startswith("#") else "" for line in text.splitlines()), strict=True)
    header: list[str] | None = None
    try:
        for row in reader:
            if not row:
                continue
            if header is None:
                header = [cell.strip() for cell in row]
                continue
            if len(row) != len(header):
                wrong = f"{len(row)} cells where the header has {len(header)}"
                raise LexiconError(f"{where}, line {reader.line_num}: {wrong}")
            yield reader.line_num, dict(zip(header, (cell.strip() for cell in row), strict=True))
    except csv.Error as error:
        raise LexiconError(f"{where}, line {reader.line_num}: {error}") from error


@per_lexicon
def load_pairs(name: str, key: str, value: str) -> Mapping[str, str]:
    """Two columns of the bundled list `name` as a mapping; for long lists, in a tenth of the time."""
    lines = files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()
    reader = csv.reader(line for line in lines if not line.startswith("#"))
    columns = itemgetter(*map(next(reader).index, (key, value)))
    own = ((row[key], row[value]) for row in own_rows(name))
    return MappingProxyType(dict(chain(map(columns, reader), own)))


def own_rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows that the user added to the list `name`, with its columns in their order."""
    return _in_force.get().own.get(name, ())
