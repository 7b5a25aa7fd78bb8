"""The tree of a page made ready for what finds its content: blanks, raised digits, forms and listings."""

from __future__ import annotations

import re
from typing import Any

from claimcheck.reading.raised_digits import are_numbers, level_digits, raise_digits, raise_letter

_PAGES_OF_NOTE = re.compile(r"\s*:\s*[\divxlc][\d\s,;\u2009\u200aivxlc–-]{0,40}\s*")
MAX_FIXED_BLANKS = 0.2
"""In a page with a higher share of no-break spaces they only lay it out, as those of a text that was turned
into a page do; in others they keep "10 km" together."""

_SOFT_HYPHEN = "\u00ad"


def clean(tree: Any) -> None:
    """Make a page ready, in place; in a chapter of a book only hyphens and raised digits are to be mended."""
    _drop_unseen(tree)
    drop_page_numbers(tree)
    _level_blanks(tree)
    drop_soft_hyphens(tree)
    write_raised(tree)
    _drop_editors_marks(tree)
    _drop_labels(tree)
    _drop_listings(tree)
    _drop_pull_quotes(tree)
    _part_figures(tree)


def _level_blanks(tree: Any) -> None:
    """Make the no-break spaces of a page plain ones where they stand for all of its blanks."""
    fixed = plain = 0
    for words in tree.itertext():
        fixed += words.count("\xa0")
        plain += words.count(" ")
    if fixed <= MAX_FIXED_BLANKS * (fixed + plain):
        return
    _write_for(tree, "\xa0", " ")


def drop_soft_hyphens(tree: Any) -> None:
    """Take out the places where a word may be cut, which are no part of it: "mil&shy;lion"."""
    _write_for(tree, _SOFT_HYPHEN, "")


def _write_for(tree: Any, sign: str, other: str) -> None:
    """Write another sign, or none, for one in all words of a page."""
    for element in tree.iter():
        if element.text and sign in element.text:
            element.text = element.text.replace(sign, other)
        if element.tail and sign in element.tail:
            element.tail = element.tail.replace(sign, other)


def _raise_note_numbers(tree: Any) -> None:
    """Take the numbers of notes for raised ones, also where only the style of a page raises them; links back
    from a note to its place, and those of a heading to itself, are no words.
    """
    for number in [*tree.iter("span")]:
        if _NOTE_NUMBER.search(number.get("class") or "") and are_numbers("".join(number.itertext())):
            number.tag = "sup"
    for link in [*tree.iter("a")]:
        said = " ".join(filter(None, map(link.get, ("class", "role", "epub:type", "type"))))
        if _NOTE_LINK.search(said) and are_numbers("".join(link.itertext())):
            link.tag = "sup"
        elif link.getparent() is not None and (_is_back_link(link, said) or _is_sign_within(link)):
            link.drop_tree()


_NOTE_LINK = re.compile(
    r"(?:^|[\s-])(?:noteref|footnote-ref|footnote-reference|footnoteref)\b", re.IGNORECASE
)
_NOTE_NUMBER = re.compile(
    r"(?:^|[\s_-])(?:foot|end)?note[_-]?(?:number|num|ref|reference|mark|marker)(?=$|[\s_-])", re.IGNORECASE
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
    """Write raised digits as such; pages behind the number of a note (": 20") go, and so does a number in
    brackets behind a digit, which without being raised would look like more of it ("340[3] people").
    """
    _raise_note_numbers(tree)
    for element in list(tree.iter("sup")):
        words = "".join(element.itertext())
        if _PAGES_OF_NOTE.fullmatch(words) and "reference" in (element.get("class") or ""):
            for child in list(element):
                element.remove(child)
            element.text = None
        elif _NUMBER_OF_NOTE.fullmatch(words) and _is_behind_digit(element):
            element.drop_tree()
        elif are_numbers(words):
            for child in element.iter():
                child.text = raise_digits(child.text) if child.text else child.text
                if child is not element and child.tail:
                    child.tail = raise_digits(child.tail)
            _part_fraction(element)
        elif (link := element.find(".//a")) is not None and link.text and link.text.strip() == words.strip():
            link.text = raise_letter(link.text)


_NUMBER_OF_NOTE = re.compile(r"\s*(?:\[\s?\d{1,3}\s?\]\s?){1,9}")


def _is_behind_digit(element: Any) -> bool:
    before = element.getprevious()
    ahead = element.getparent().text if before is None else before.tail or "".join(before.itertext())
    return (ahead or "")[-1:].isdigit()


_FOR_HEARING = re.compile(
    r"(?:^|[\s_-])(?:sr-only|screen-?reader(?:-text|-only)?|visually-?hidden|show-for-sr|a11y-hidden)(?=$|[\s_-])",
    re.IGNORECASE,
)
_CROSSED_OUT = frozenset(["del", "s", "strike"])
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MAX_NOT_SHOWN = 0.3
"""A page with a higher share of its words not shown shows them once it runs."""


def _drop_unseen(tree: Any) -> None:
    """Take out words that are crossed out, only read aloud ("opens in a new window"), or not shown."""
    said: list[Any] = []
    hidden: list[Any] = []
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if element.tag in _CROSSED_OUT or _FOR_HEARING.search(element.get("class") or ""):
            said.append(element)
        elif element.get("hidden") is not None or _NOT_SHOWN.search(element.get("style") or ""):
            hidden.append(element)
    whole = len("".join(tree.itertext())) if hidden else 0
    if sum(len("".join(element.itertext())) for element in hidden) > MAX_NOT_SHOWN * whole:
        hidden = []
    for element in (*said, *hidden):
        if element.getparent() is not None:
            element.drop_tree()


def drop_page_numbers(tree: Any) -> None:
    """Take out the numbers that tell where the pages of the printed book begin."""
    for element in [*tree.iter("span", "a", "div")]:
        is_break = "pagebreak" in (element.get("epub:type") or "") or element.get("role") == "doc-pagebreak"
        if is_break and element.getparent() is not None:
            element.drop_tree()


_EDITORS_MARK = re.compile(r"(?:^|\s)(?:mw-editsection|Inline-Template|noprint)(?:\s|$)")


def _drop_editors_marks(tree: Any) -> None:
    """Take out what a wiki writes to its editors among the words: "[edit]", "[citation needed]"."""
    for element in [*tree.iter("sup", "span")]:
        if element.getparent() is not None and _EDITORS_MARK.search(element.get("class") or ""):
            element.drop_tree()


_PULLED = re.compile(r"pull-?_?quote|pulled-?quote|(?:^|[\s_-])pull(?:[\s_-]|$)", re.IGNORECASE)
_NO_WORD = re.compile(r"\W+")
MIN_PULLED_WORDS = 4


def _drop_pull_quotes(tree: Any) -> None:
    """Take out words that a page sets large beside the same words in its text."""
    named = [
        element
        for element in tree.iter("blockquote", "div", "p", "q", "figure")
        if element.tag == "blockquote" or _PULLED.search(element.get("class") or "")
    ]
    whole = _NO_WORD.sub(" ", "".join(tree.itertext())) if named else ""
    for element in named:
        words = _NO_WORD.sub(" ", "".join(element.itertext())).strip()
        is_twice = words.count(" ") >= MIN_PULLED_WORDS - 1 and whole.count(words) > 1
        if is_twice and element.getparent() is not None:
            element.drop_tree()
            whole = whole.replace(words, "", 1)


_LABELS = ("label", "legend", "option", "textarea", "datalist")


def _drop_labels(tree: Any) -> None:
    """Take what names the fields of a form out of a page; what stands behind it stays."""
    for element in [*tree.iter(*_LABELS)]:
        if element.getparent() is not None:
            element.drop_tree()  # lxml.html hands its tail on


_LISTING = re.compile(
    r"(?:^|[\s_-])(?:programlisting|screen|synopsis|highlight|sourcecode|prettyprint|codeblock|brush:|lang(?:uage)?-\w)",
    re.IGNORECASE,
)


_PROMPT = re.compile(
    r"^[ \t]*(?:(?![A-Z]{1,3}\$)[\w@.:~/-]*\$|[#%]|>>>|[A-Z]:\\[^\s>]*>)[ \t]+[a-z./-]", re.MULTILINE
)
_SIGN_OF_CODE = re.compile(r"[{};=<>|\\$_@]|\(\)|::|//")
MIN_SIGNS = 3
MIN_SHARE_OF_SIGNS = 0.04
"""Of the letters of code so many are signs that prose hardly has."""


def _drop_listings(tree: Any) -> None:
    """Take out blocks that the page calls code, or what a screen showed, and those that look so; other text,
    such as verse, may be set like them.
    """
    for element in [*tree.iter("pre")]:
        is_listing = _LISTING.search(element.get("class") or "") or _is_typed("".join(element.itertext()))
        if is_listing and element.getparent() is not None:
            element.drop_tree()


def _is_typed(words: str) -> bool:
    """Whether text was typed at a prompt, or is full of the signs of code."""
    if _PROMPT.search(words):
        return True
    signs = len(_SIGN_OF_CODE.findall(words))
    return signs >= max(MIN_SIGNS, MIN_SHARE_OF_SIGNS * len("".join(words.split())))


_FIGURE_END = re.compile(r"\d[%+kKmMbB]?\s?\Z")
_WORD_START = re.compile(r"(?!(?:st|nd|rd|th)\b)[^\W\d_]{2,}")


def _part_figures(tree: Any) -> None:
    """Put a blank between a figure and the label that a page sets below it: "182,000" and "visitors"."""
    for element in tree.iter("span", "strong", "b"):
        label = element.getnext()
        if label is None or label.tag != element.tag or element.tail:
            continue
        if _FIGURE_END.search("".join(element.itertext())) and _WORD_START.match("".join(label.itertext())):
            element.tail = " "


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
