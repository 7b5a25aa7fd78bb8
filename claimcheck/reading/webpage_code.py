"""Code among the words of a page: marked in its tree, so that it stays there, and apart in its text."""

from __future__ import annotations

import re
from typing import Any

# Signs of the Vai script, as the marks of tables have: printable, and in no English page.
_CODE_OPEN, _CODE_CLOSE = "ꘐ", "ꘑ"
CODE_MARK = re.compile(f"([{_CODE_OPEN}{_CODE_CLOSE}])")
Block = list[tuple[str, bool]]
"""The pieces of a paragraph, each with whether it is an aside."""

_INLINE_CODE = ("code", "kbd", "samp", "tt")
CODE = frozenset(["pre", *_INLINE_CODE])


def mark_code(tree: Any) -> bool:
    """Make the code that stands among words a part of them, between marks; say whether there is some.

    What finds the content takes code for a block of its own, and loses the words around it where these stand
    in no paragraph ("<div>With the <code>--dir</code> option ...</div>").
    """
    inline = [element for element in tree.iter(*_INLINE_CODE) if _is_among_words(element)]
    if not inline or CODE_MARK.search("".join(tree.itertext())) is not None:
        return False
    for element in inline:
        element.tag = "span"
        element.text = _CODE_OPEN + (element.text or "")
        last = element[-1] if len(element) else None
        if last is None:
            element.text += _CODE_CLOSE
        else:
            last.tail = (last.tail or "") + _CODE_CLOSE
    return True


def _is_among_words(code: Any) -> bool:
    """Whether code is a part of a line: its parent has words of its own, and no line ends in it."""
    parent = code.getparent()
    if parent is None or "\n" in "".join(code.itertext()).strip():
        return False
    if any(above.tag in ("pre", *_INLINE_CODE) for above in code.iterancestors()):
        return False
    around = [parent.text, *(child.tail for child in parent)]
    return any(words and not words.isspace() for words in around)


def code_apart(block: Block) -> Block:
    """The pieces of a block, with the code between marks as pieces of its own."""
    if not any(_CODE_OPEN in piece or _CODE_CLOSE in piece for piece, _ in block):
        return block
    parted: Block = []
    is_code = False
    for piece, is_aside in block:
        for part in CODE_MARK.split(piece):
            if part in (_CODE_OPEN, _CODE_CLOSE):
                is_code = part == _CODE_OPEN
            elif part:
                parted.append((part, is_aside or is_code))
    return parted
