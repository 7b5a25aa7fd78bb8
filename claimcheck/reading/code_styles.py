"""What word processors call code: the names of its styles, and the typewriter fonts that it is set in.

A document that is set in a typewriter font as a whole, such as a screenplay, is no code for that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMES = re.compile(
    r"code(?:$|block|listing|text|char|inline|example)|inlinecode|sourcecode|sourcetext|htmlcode|htmlpreformatted"
    r"|preformatted|macrotext|programlisting|listing$|verbatim|teletype|computercode|console"
)
"""The beginnings of the names of styles of code, in small letters and without what parts their words."""

_FONTS = re.compile(
    r"courier|consolas|menlo|monaco|lucida ?console|\bmono(?:space)?\b|sans ?mono|fira ?code|source ?code"
)

_PARTING = re.compile(r"_20_|[\s_-]+")

MAX_TYPED = 0.5
"""A text with more of its letters in typewriter fonts is set so, and no code."""


def is_code_name(style: str) -> bool:
    """Whether a style is called like one of code: "Source_20_Text", "HTML Code", "VerbatimChar"."""
    return _NAMES.match(_PARTING.sub("", style.lower())) is not None


def is_typewriter(font: str) -> bool:
    """Whether a font is one of typewriters and terminals: "Courier New", "DejaVu Sans Mono"."""
    return _FONTS.search(font.lower()) is not None


def styles_of_code(
    used: Iterable[str], parents: dict[str, str], fonts: dict[str, str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The styles that are called so or based on one that is, and those in typewriter fonts.

    Args:
        used: names of styles that the text asks for, defined or not.
        parents: the style that each style is based on.
        fonts: the font of each style that is defined, empty where it names none.
    """
    names = {*fonts, *parents.values(), *used}
    typed = (name for name, font in fonts.items() if is_typewriter(font))
    return _with_descendants(filter(is_code_name, names), parents), _with_descendants(typed, parents)


def _with_descendants(names: Iterable[str], parents: dict[str, str]) -> frozenset[str]:
    """Names of styles with all those that are based on them.

    Args:
        names: of the styles.
        parents: the style that each style is based on.
    """
    found = set(names)
    for style in parents:
        line = [style]
        while line[-1] not in found and (above := parents.get(line[-1])) is not None and above not in line:
            line.append(above)
        if line[-1] in found:
            found.update(line)
    return frozenset(found)
