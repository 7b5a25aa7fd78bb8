"""The list of kinds: what each means, and an example with the words of the claim marked."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

from claimcheck.claims import claim_types
from claimcheck.writing.colours import kind_colour
from claimcheck.writing.table import GAP, MARGIN, claim_marks, make_console, print_line

if TYPE_CHECKING:
    from claimcheck.claims.base import BaseClaim
    from claimcheck.writing import WritingOptions


def kinds() -> tuple[str, ...]:
    """The names of the kinds, in the order in which people are shown them."""
    return tuple(_kind(claim_type) for claim_type in claim_types())


def write_kinds(out: TextIO, options: WritingOptions) -> None:
    """Two entries per kind: its name and meaning, and a sentence that holds such a claim."""
    console = make_console(out, options)
    name_width = max(map(len, kinds()))
    room = max(options.width - 2 * MARGIN - name_width - len(GAP), 1) if options.width else None
    for claim_type in claim_types():
        kind = _kind(claim_type)
        margin = Text.assemble(" " * MARGIN, (f"{kind:<{name_width}}", kind_colour(kind)), GAP)
        for text in (_meaning(claim_type), _example(claim_type, claim_marks(console, options))):
            for part in text.wrap(console, room) if room else [text]:
                print_line(console, margin + part)
                margin = Text(" " * margin.cell_len)


def _meaning(claim_type: type[BaseClaim]) -> Text:
    """The first paragraph of the docstring of the model."""
    return Text(inspect.cleandoc(claim_type.__doc__ or "").split("\n\n")[0].replace("\n", " "))


def _example(claim_type: type[BaseClaim], marks: tuple[str, str]) -> Text:
    sentence, words = claim_type.example
    before, _, after = sentence.partition(words)
    opening, closing = marks
    style = f"bold underline {kind_colour(_kind(claim_type))}"
    return Text.assemble(before, (f"{opening}{words}{closing}", style), after)


def _kind(claim_type: type[BaseClaim]) -> str:
    return str(claim_type.model_fields["kind"].default)
