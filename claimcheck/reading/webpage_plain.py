"""Pages that are nothing but a text, and pages read whole: headings, paragraphs and lists as they stand.

What looks for the content of a page takes short lists and headings for menus. In a manual, a report or a
chapter of a book, which have no menus, they belong to the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimcheck.reading.webpage_asides import CODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.reading.webpage_asides import Block

_AROUND_A_TEXT = (
    "script", "form", "iframe", "aside", "footer", "button", "input", "frame", "object", "embed"
)  # fmt: skip
"""What pages have that put something around a text."""

_NAMED_AROUND = re.compile(
    r"(?:^|[\s_-])(?:byline|share|sharing|social|comments|newsletter|related-?\w*|most-?(?:read|viewed|popular))(?=$|[\s_-])"
    r"|\bshare[A-Z]",
    re.IGNORECASE,
)
"""How pages that are built of `div` alone name what stands around a text."""

MAX_LINKED = 0.2
"""In the menus, teasers and indexes of a page more of the words are links."""

MAX_TYPED = 0.3
"""A page with more of its words in blocks of code or of typed text is no text with headings."""

UNREAD = frozenset("script style template noscript head title nav svg math button select".split())
_BLOCKS = frozenset(
    "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote section article hr figure figcaption pre table"
    " tr aside".split()
)


def is_plain_page(tree: Any) -> bool:
    """Whether a page has a text with headings or lists, and nothing around it."""
    if next(tree.iter(*_AROUND_A_TEXT), None) is not None or next(tree.iter("h1", "h2", "h3"), None) is None:
        return False
    if any(map(_is_named_around, tree.iter("div", "ul"))):
        return False
    words = _words_in(body_of(tree))
    linked = sum(map(_words_in, tree.iter("a")))
    typed = sum(map(_words_in, tree.iter("pre")))
    return linked <= MAX_LINKED * words and typed <= MAX_TYPED * words


def _is_named_around(element: Any) -> bool:
    return (element.get("id") or "") == "footer" or bool(_NAMED_AROUND.search(element.get("class") or ""))


def _words_in(element: Any) -> int:
    return sum(len(words.split()) for words in element.itertext())


def body_of(tree: Any) -> Any:
    """The part of a page that is shown."""
    return next(iter(tree.iter("body")), tree)


def page_blocks(body: Any) -> Iterator[Block]:
    r"""The paragraphs, headings, list items and rows of a page, as pieces of text.

    A piece says whether it is an aside. `"\\n"` alone is the end of a line.
    """
    block: Block = []
    steps = [("open", body)]
    code = 0  # how many elements of code are open
    while steps:  # no recursion: pages nest as deep as they like
        step, element = steps.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            yield block
            block = []
        if step == "close":
            code -= tag in CODE
            block.append((element.tail or "", code > 0))
            continue
        code += tag in CODE
        if element is not body:
            steps.append(("close", element))
        if not tag or tag in UNREAD:
            continue
        if tag == "br":
            block.append(("\n", False))
        block.append((element.text or "", code > 0))
        steps.extend(("open", child) for child in reversed(element))
    yield block
