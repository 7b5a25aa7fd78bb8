"""What holds no claims among the words of a page: marked in its tree, so that it stays, apart in its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# Around an aside. Signs of the Vai script, as the marks of tables have: printable, and in no English page.
_OPEN, _CLOSE = "ꘐ", "ꘑ"
ASIDE_MARK = re.compile(f"([{_OPEN}{_CLOSE}])")
Block = list[tuple[str, bool]]
"""The pieces of a paragraph, each with whether it is an aside."""

_INLINE_CODE = ("code", "kbd", "samp", "tt")
CODE = frozenset(["pre", *_INLINE_CODE])


def mark_asides(tree: Any) -> bool:
    """Make the code that stands among words a part of them, between marks, and put such marks around the
    headlines of other pages that stand between paragraphs; say whether there is some of either.

    What finds the content takes code for a block of its own, and loses the words around it where these stand
    in no paragraph ("<div>With the <code>--dir</code> option ...</div>").
    """
    inline = [element for element in tree.iter(*_INLINE_CODE) if _is_among_words(element)]
    teasers = [*_teasers(tree)]
    if not (inline or teasers) or ASIDE_MARK.search("".join(tree.itertext())) is not None:
        return False
    for element in (*inline, *teasers):
        if element.tag in CODE:
            element.tag = "span"
        element.text = _OPEN + (element.text or "")
        last = element[-1] if len(element) else None
        if last is None:
            element.text += _CLOSE
        else:
            last.tail = (last.tail or "") + _CLOSE
    return True


MIN_PARAGRAPHS_BESIDE = 3
"""Paragraphs that are none, with fewer of which links are a list and no teasers."""


def _teasers(tree: Any) -> Iterator[Any]:
    """The links that alone are a paragraph and no whole sentence, among paragraphs that are none of them."""
    for parent in {paragraph.getparent() for paragraph in tree.iter("p")}:
        links = [] if parent is None else [*map(_only_link, parent.findall("p"))]
        teasers = [link for link in links if link is not None]
        if len(links) - len(teasers) >= max(MIN_PARAGRAPHS_BESIDE, len(teasers)):
            yield from teasers


def _only_link(paragraph: Any) -> Any:
    """The link to another page that all words of a paragraph are those of; None where there is none."""
    links = list(paragraph.iter("a"))
    words = "".join(paragraph.itertext()).strip()
    if len(links) != 1 or not words or words[-1] in '.!?:”"':
        return None
    is_within = (links[0].get("href") or "").startswith("#")
    return links[0] if not is_within and "".join(links[0].itertext()).strip() == words else None


def _is_among_words(code: Any) -> bool:
    """Whether code is a part of a line: its parent has words of its own, and no line ends in it."""
    parent = code.getparent()
    if parent is None or "\n" in "".join(code.itertext()).strip():
        return False
    if any(above.tag in ("pre", *_INLINE_CODE) for above in code.iterancestors()):
        return False
    around = [parent.text, *(child.tail for child in parent)]
    return any(words and not words.isspace() for words in around)


def asides_apart(block: Block) -> Block:
    """The pieces of a block, with what stands between marks as pieces of its own."""
    if not any(_OPEN in piece or _CLOSE in piece for piece, _ in block):
        return block
    parted: Block = []
    is_marked = False
    for piece, is_aside in block:
        for part in ASIDE_MARK.split(piece):
            if part in (_OPEN, _CLOSE):
                is_marked = part == _OPEN
            elif part:
                parted.append((part, is_aside or is_marked))
    return parted
