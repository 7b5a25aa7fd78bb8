"""The names of one document that are accepted, while they are completed and linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.names.candidates import FAIR, Basis, Candidate
from claimcheck.names.lists import load_undotted_titles

if TYPE_CHECKING:
    from claimcheck.names.context import NameContext


class AcceptedNames:
    """The names of one document while they are completed and linked.

    `names` maps the first word of each accepted candidate to it; no two overlap. `canonical` maps the first
    word of a name to the form that stands for it in the document, where that is another one.
    """

    def __init__(self, context: NameContext, chosen: list[Candidate]) -> None:
        self.context = context
        self.words = context.words
        self.names = {c.first: c for c in chosen}
        self.taken: set[int] = {i for c in chosen for i in range(c.first, c.last)}
        self.canonical: dict[int, str] = {}

    def surface(self, name: Candidate) -> str:
        """The words of a name with single blanks."""
        surface = self.words.text[name.start : name.end]
        return surface if surface.isalnum() else " ".join(surface.split())

    def add(
        self, first: int, last: int, label: str, rule: str, strength: int = FAIR, basis: Basis = Basis.WORDS
    ) -> bool:
        """Accept a name unless one of its words is taken."""
        span = range(first, last)
        if not self.taken.isdisjoint(span):
            return False
        words = self.words
        self.names[first] = Candidate(
            first, last, words.starts[first], words.ends[last - 1], label, rule, strength, basis
        )
        self.taken.update(span)
        return True

    def drop(self, name: Candidate) -> None:
        """Take a name back, if it is an accepted one."""
        if self.names.get(name.first) is name:
            del self.names[name.first]
            self.taken.difference_update(range(name.first, name.last))

    def name_over(self, index: int) -> Candidate | None:
        """The name that covers a word, looked for a few words back."""
        if index not in self.taken:
            return None
        for first in range(index, max(-1, index - 16), -1):
            name = self.names.get(first)
            if name is not None:
                return name if name.last > index else None
        return None

    def touches_capital(self, first: int, last: int) -> bool:
        """Whether an unexplained capital stands beside, so that the words are part of a longer name."""
        context = self.context
        if context.heading[first]:
            return False
        left = first - 1
        if (
            context.is_name_like(left)
            and context.joins(first)
            and not context.is_explained(left)
            and left not in self.taken
        ):
            return True
        return (
            last < len(self.words.forms)
            and context.is_name_like(last)
            and context.joins(last)
            and not context.is_explained(last)
            and last not in self.taken
        )

    def is_titled(self, index: int) -> bool:
        """Whether a title of a person stands before a word."""
        return index > 0 and self.words.forms[index - 1] in load_undotted_titles()
