"""The tree of a page made ready for what finds its content: blanks, raised digits, forms and listings."""

from __future__ import annotations

import re
from typing import Any

from claimcheck.reading.raised_digits import are_numbers, level_digits, raise_digits

_PAGES_OF_NOTE = re.compile(r"\s*:\s*[\divxlc][\d\s,;\u2009\u200aivxlc–-]{0,40}\s*")
MAX_FIXED_BLANKS = 0.2
"""In a page with a higher share of no-break spaces they only lay it out, as those of a text that was turned
into a page do; in others they keep "10 km" together."""


SOFT_HYPHEN = "\u00ad"


def level_blanks(tree: Any) -> None:
    """Make the no-break spaces of a page plain ones where they stand for all of its blanks."""
    fixed = plain = 0
    for words in tree.itertext():
        fixed += words.count("\xa0")
        plain += words.count(" ")
    if fixed <= MAX_FIXED_BLANKS * (fixed + plain):
        return
    for element in tree.iter():
        if element.text and "\xa0" in element.text:
            element.text = element.text.replace("\xa0", " ")
        if element.tail and "\xa0" in element.tail:
            element.tail = element.tail.replace("\xa0", " ")


def drop_soft_hyphens(tree: Any) -> None:
    """Take out the places where a word may be cut, which are no part of it: "mil&shy;lion"."""
    for element in tree.iter():
        if element.text and SOFT_HYPHEN in element.text:
            element.text = element.text.replace(SOFT_HYPHEN, "")
        if element.tail and SOFT_HYPHEN in element.tail:
            element.tail = element.tail.replace(SOFT_HYPHEN, "")


def _raise_note_numbers(tree: Any) -> None:
    """Take the numbers of notes for raised ones, also where only the style of a page raises them; links back
    from a note to its place, and those of a heading to itself, are no words.
    """
    for link in [*tree.iter("a")]:
        said = " ".join(filter(None, map(link.get, ("class", "role", "epub:type", "type"))))
        if _NOTE_LINK.search(said) and are_numbers("".join(link.itertext())):
            link.tag = "sup"
        elif link.getparent() is not None and (_is_back_link(link, said) or _is_sign_within(link)):
            link.drop_tree()


_NOTE_LINK = re.compile(
    r"(?:^|[\s-])(?:noteref|footnote-ref|footnote-reference|footnoteref)\b", re.IGNORECASE
)
_BACK_LINK = re.compile(r"(?:^|[\s-])(?:doc-backlink|footnote-back(?:link|ref)?|backlink)\b", re.IGNORECASE)
_SIGNS_WITHIN = frozenset("↩⏎↑↵¶§#🔗\ufe0e\ufe0f ")
"""What alone is the text of a link to another place of the same page: the way back, a heading's own place."""

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


def _is_back_link(link: Any, said: str) -> bool:
    """Whether a link leads from a note to its place; the words of a heading may lead to the contents."""
    return _BACK_LINK.search(said) is not None and _HEADINGS.isdisjoint(
        above.tag for above in link.iterancestors()
    )


def _is_sign_within(link: Any) -> bool:
    words = "".join(link.itertext()).strip()
    return bool(words) and (link.get("href") or "").startswith("#") and _SIGNS_WITHIN.issuperset(words)


def write_raised(tree: Any) -> None:
    """Write raised digits as such; pages behind the number of a note (": 20") go."""
    _raise_note_numbers(tree)
    for element in list(tree.iter("sup")):
        words = "".join(element.itertext())
        if _PAGES_OF_NOTE.fullmatch(words) and "reference" in (element.get("class") or ""):
            for child in list(element):
                element.remove(child)
            element.text = None
        elif are_numbers(words):
            for child in element.iter():
                child.text = raise_digits(child.text) if child.text else child.text
                if child is not element and child.tail:
                    child.tail = raise_digits(child.tail)
            _part_fraction(element)


_EDITORS_MARK = re.compile(r"(?:^|\s)(?:mw-editsection|Inline-Template|noprint)(?:\s|$)")


def drop_editors_marks(tree: Any) -> None:
    """Take out what a wiki writes to its editors among the words: "[edit]", "[citation needed]"."""
    for element in [*tree.iter("sup", "span")]:
        if element.getparent() is not None and _EDITORS_MARK.search(element.get("class") or ""):
            element.drop_tree()


_LABELS = ("label", "legend", "option", "textarea", "datalist")


def drop_labels(tree: Any) -> None:
    """Take what names the fields of a form out of a page; what stands behind it stays."""
    for element in [*tree.iter(*_LABELS)]:
        if element.getparent() is not None:
            element.drop_tree()  # lxml.html hands its tail on


_LISTING = re.compile(
    r"(?:^|[\s_-])(?:programlisting|screen|synopsis|highlight|sourcecode|prettyprint|codeblock|brush:|lang(?:uage)?-\w)",
    re.IGNORECASE,
)


def drop_listings(tree: Any) -> None:
    """Take out blocks that the page calls code, or what a screen showed; other text may be set so too."""
    for element in [*tree.iter("pre")]:
        if element.getparent() is not None and _LISTING.search(element.get("class") or ""):
            element.drop_tree()


def _part_fraction(numerator: Any) -> None:
    """Set a whole number apart from the fraction behind it: "21/2" with a raised 1 is 2 1/2."""
    below = numerator.getnext()
    slash = (numerator.tail or "").strip()
    if below is None or below.tag != "sub" or slash not in ("/", "⁄"):
        return
    digits = level_digits("".join(numerator.itertext())).strip()
    before = numerator.getprevious()
    ahead = (numerator.getparent().text if before is None else before.tail) or ""
    for child in list(numerator):
        numerator.remove(child)
    numerator.text = f" {digits}" if ahead[-1:].isdigit() else digits
    numerator.tail = "⁄"
