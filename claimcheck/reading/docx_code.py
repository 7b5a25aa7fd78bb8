"""Code in a Word document: words in a style of code, or in a typewriter font that the rest is not set in."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from claimcheck.reading.code_styles import MAX_TYPED, is_typewriter, styles_of_code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{_SPACE}val"
_PARAGRAPH_STYLE = f"{_SPACE}pPr/{_SPACE}pStyle"
_RUN_STYLE = f"{_SPACE}rPr/{_SPACE}rStyle"

_MARK = "code"
"""An attribute of the words that are code. It has no namespace, as those of Word all do."""


def mark_code(body: Element, styles: Element | None) -> None:
    """Mark the words of a document that are code.

    Args:
        body: of the document.
        styles: the part that defines the styles.
    """
    code, typed = _styles_of_code(body, styles)
    in_code: list[Element] = []
    in_type: list[Element] = []
    letters = 0
    for words, named, run in _runs(body):
        letters += sum(len(part.text or "") for part in words)
        if not code.isdisjoint(named):
            in_code.extend(words)
        elif not typed.isdisjoint(named) or is_typewriter(_font(run.find(f"{_SPACE}rPr"))):
            in_type.extend(words)
    if sum(len(part.text or "") for part in in_type) <= MAX_TYPED * letters:
        in_code.extend(in_type)
    for part in in_code:
        part.set(_MARK, "")


def is_marked_code(words: Element) -> bool:
    """Whether words were marked as code."""
    return _MARK in words.attrib


def _runs(body: Element) -> Iterator[tuple[list[Element], set[str], Element]]:
    """The words of each run, the styles of it and its paragraph, and the run."""
    for paragraph in body.iter(f"{_SPACE}p"):
        style = _value(paragraph.find(_PARAGRAPH_STYLE))
        for run in paragraph.iter(f"{_SPACE}r"):
            yield run.findall(f"{_SPACE}t"), {style, _value(run.find(_RUN_STYLE))}, run


def _styles_of_code(body: Element, styles: Element | None) -> tuple[frozenset[str], frozenset[str]]:
    """The styles that are called so or based on one that is, and those in typewriter fonts."""
    defined = {
        style.get(f"{_SPACE}styleId", ""): style
        for style in (styles.iter(f"{_SPACE}style") if styles is not None else ())
    }
    parents = {
        name: _value(above)
        for name, style in defined.items()
        if (above := style.find(f"{_SPACE}basedOn")) is not None
    }
    used = chain(body.iter(f"{_SPACE}pStyle"), body.iter(f"{_SPACE}rStyle"))
    fonts = {name: _font(style.find(f"{_SPACE}rPr")) for name, style in defined.items()}
    return styles_of_code(map(_value, used), parents, fonts)


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(_VALUE, "")


def _font(properties: Element | None) -> str:
    """The font that the properties of a run or style name, if any."""
    fonts = None if properties is None else properties.find(f"{_SPACE}rFonts")
    return "" if fonts is None else fonts.get(f"{_SPACE}ascii", "")
