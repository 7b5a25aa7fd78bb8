"""HTML: the main content of a saved page, without its menus, adverts and footers.

trafilatura finds the content, the title, the author and the date of publication. Blocks of code are left out;
inline code is read as words but holds no claims.
"""

from __future__ import annotations

import codecs
import datetime as dt
import html
import logging
import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claimcheck.reading.decoding import decode, is_text_encoding
from claimcheck.reading.libraries import missing_library
from claimcheck.reading.paragraphs import Paragraphs
from claimcheck.reading.raised_digits import are_numbers, level_digits, raise_digits
from claimcheck.reading.table_rows import Piece, place_cells
from claimcheck.reading.webpage_tables import MARK, PageTable, take_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*(?P<name>[A-Za-z0-9_.:-]{1,40})""",
    re.IGNORECASE,
)
DECLARATION_BYTES = 1024
"""Browsers look for the beginning of a declaration in this many bytes (HTML Standard, 13.2.3.2)."""

_DECLARATION_REACH = 320  # bytes that a declaration may go on

# Names that mean another encoding on the web (WHATWG Encoding Standard, 4.2), as Python calls it.
_NO_PAGES = frozenset(["idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"])
_WEB_NAMES = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
    "utf-16": "utf-8",  # a declaration that can be read byte by byte is no UTF-16
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "x-sjis": "cp932",
}

# The date that trafilatura finds is not used: it takes one from the text if the page gives none itself.
_NO_DATE_SEARCH = {"original_date": True, "extensive_search": False}
_WIKI_GENERATOR = "MediaWiki"

# What pages call the day they were published, from the most to the least telling; Open Graph, schema.org,
# Dublin Core and the tags that news sites share.
_PUBLISHED_NAMES = frozenset(
    "article:published_time og:published_time datepublished date_published pubdate publishdate publish-date"
    " publish_date published_date publication_date parsely-pub-date sailthru.date citation_publication_date"
    " citation_date dc.date.issued dcterms.issued article.published".split()
)
_DATE_NAMES = frozenset("date dc.date dcterms.date dc.date.created dcterms.created".split())
_PUBLISHED_CLASS = re.compile(r"publish|posted|entry-date|post-date|dateline", re.IGNORECASE)
_PUBLISHED_JSON = re.compile(r'"datePublished"\s*:\s*"(?P<date>[^"]{8,40})"')
_LEADING_DATE = re.compile(r"\s*(?P<year>[12]\d{3})([-/])(?P<month>\d{2})\2(?P<day>\d{2})(?!\d)")
_DATE_IN_ADDRESS = re.compile(r"/(?P<year>[12]\d{3})/(?P<month>\d{2})/(?P<day>\d{2})/")

# A comment, an element no reader of the page sees, a tag, or a declaration; each ends at the end of the file
# at the latest, so that no text is gone over twice.
_MARK = re.compile(
    r"""
    <!--.*?(?:-->|\Z)
    | <(?P<unseen>script|style|template|noscript|title)\b(?P<unseen_attributes>[^<>]*+)>
        (?P<content>.*?)(?:</(?P=unseen)\s*>|\Z)
    | </?(?P<tag>[A-Za-z][^\s/<>]*+)(?P<attributes>[^<>]*+)>
    | <[!?][^<>]*+>
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=/"'<>]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'<>]+)))?"""
)

_PAGES_OF_NOTE = re.compile(r"\s*:\s*[\divxlc][\d\s,;\u2009\u200aivxlc–-]{0,40}\s*")

_BLOCKS = frozenset(["p", "head", "item", "list", "quote", "table", "div", "ab", "fw", "del"])
_BLANK = re.compile(r"\s+")

TELLING_CHARS = 40
"""So many characters, without white space, hardly ever stand twice on a page."""


def read_webpage(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The one article of a page, with the line of the source for each place of its text.

    The encoding is the one asked for, that of the byte-order mark, the one the page declares, or UTF-8.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing_library(source.source, "HTML", "html") from error
    # Without a handler Python prints what the libraries warn about.
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())

    data = source.read_bytes()
    encoding = options.encoding or _declared_encoding(data)
    raw = decode(data, source=source.source, encoding=encoding)
    page = _without_encoding(raw)
    # A file without these elements is a fragment of a page, which trafilatura would not take for HTML.
    is_whole = re.search(r"<(?:html|body)\b", page, re.IGNORECASE)
    tree = trafilatura.load_html(page if is_whole else f"<html><body>{page}</body></html>")
    if tree is not None:
        _level_blanks(tree)
        _write_raised(tree)
        _drop_labels(tree)
        _drop_listings(tree)
    tables = [] if tree is None else take_tables(tree)
    is_marked = tree is not None and _mark_code(tree)
    found = (
        None
        if tree is None
        else trafilatura.bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params=_NO_DATE_SEARCH,
        )
    )
    text = Paragraphs("line")
    scan = _Scan(raw)
    if found is None or isinstance(found, dict) or found.body is None:
        yield text.article(source.source, published=scan.published())
        return
    content = _blocks(found.body)
    blocks = list(_with_tables(map(_code_apart, content) if is_marked else content, tables))
    places = iter(scan.locate([words for block in blocks for words in _words_of(block)]))
    for block in blocks:
        if isinstance(block, PageTable):
            _add_table(text, block, places, scan)
        else:
            _add_block(text, block, next(places), scan)
    yield text.article(
        source.source,
        title=(_CODE_MARK.sub("", found.title or "") if is_marked else found.title) or None,
        author=found.author or None,
        published=scan.published(),
    )


def read_whole_page(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The one article of a page that is nothing but text, such as a chapter of a book: all of its words."""
    try:
        import trafilatura  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing_library(source.source, "HTML", "html") from error
    data = source.read_bytes()
    encoding = options.encoding or _declared_encoding(data)
    tree = trafilatura.load_html(_without_encoding(decode(data, source=source.source, encoding=encoding)))
    text = Paragraphs()
    if tree is None:
        yield text.article(source.source)
        return
    _write_raised(tree)
    tables = take_tables(tree)
    body = next(iter(tree.iter("body")), tree)
    for block in _with_tables(_page_blocks(body), tables):
        if isinstance(block, PageTable):
            text.add_table(
                place_cells(block.rows), caption=[Piece(block.caption)], tells_spans=block.tells_spans
            )
            continue
        for piece, is_aside in block:
            if piece == "\n":
                text.end_line()
            else:
                text.add(piece, is_aside=is_aside)
        text.end_paragraph()
    yield text.article(source.source)


_UNREAD = frozenset("script style template noscript head title nav svg math button select".split())
_PAGE_BLOCKS = frozenset(
    "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote section article hr figure figcaption pre table"
    " tr aside".split()
)


def _page_blocks(body: Any) -> Iterator[_Block]:
    """The paragraphs of a page as `_blocks` gives them."""
    block: _Block = []
    steps = [("open", body)]
    code = 0  # how many elements of code are open
    while steps:  # no recursion: pages nest as deep as they like
        step, element = steps.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _PAGE_BLOCKS:
            yield block
            block = []
        if step == "close":
            code -= tag in _CODE
            block.append((element.tail or "", code > 0))
            continue
        code += tag in _CODE
        if element is not body:
            steps.append(("close", element))
        if not tag or tag in _UNREAD:
            continue
        if tag == "br":
            block.append(("\n", False))
        block.append((element.text or "", code > 0))
        steps.extend(("open", child) for child in reversed(element))
    yield block


# The encoding


def _declared_encoding(data: bytes) -> str | None:
    """What the page declares; None where it declares nothing or a byte-order mark says more."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    declared = _DECLARED.search(data, 0, DECLARATION_BYTES + _DECLARATION_REACH)
    if declared is None or declared.start() >= DECLARATION_BYTES:
        return None
    name = declared["name"].decode("ascii").lower()
    try:
        encoding = codecs.lookup(_WEB_NAMES.get(name, name)).name
    except LookupError:
        encoding = ""
    # Python has codecs that no page is written in: of bytes (base64), of host names, of its own source
    if not encoding or encoding in _NO_PAGES or not is_text_encoding(encoding):
        return None  # browsers pass over a label that they do not know
    return encoding


def _without_encoding(page: str) -> str:
    """The page without the declaration that lxml refuses in text that is decoded already."""
    return re.sub(r"\A\s*<\?xml[^>]*\?>", lambda match: re.sub(r"[^\n]", " ", match[0]), page)


# The text


MAX_FIXED_BLANKS = 0.2
"""In a page with a higher share of no-break spaces they only lay it out, as those of a text that was turned
into a page do; in others they keep "10 km" together."""


def _level_blanks(tree: Any) -> None:
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


def _raise_note_numbers(tree: Any) -> None:
    """Take the numbers of notes for raised ones, also where only the style of a page raises them; links back
    from a note to its place are no words.
    """
    for link in [*tree.iter("a")]:
        said = " ".join(filter(None, map(link.get, ("class", "role", "epub:type", "type"))))
        if _NOTE_LINK.search(said) and are_numbers("".join(link.itertext())):
            link.tag = "sup"
        elif link.getparent() is not None and (_BACK_LINK.search(said) or _is_arrow_back(link)):
            link.drop_tree()


_NOTE_LINK = re.compile(
    r"(?:^|[\s-])(?:noteref|footnote-ref|footnote-reference|footnoteref)\b", re.IGNORECASE
)
_BACK_LINK = re.compile(r"(?:^|[\s-])(?:doc-backlink|footnote-back(?:link|ref)?|backlink)\b", re.IGNORECASE)
_ARROWS = frozenset("↩⏎↑↵\ufe0e\ufe0f ")


def _is_arrow_back(link: Any) -> bool:
    words = "".join(link.itertext()).strip()
    return bool(words) and (link.get("href") or "").startswith("#") and _ARROWS.issuperset(words)


def _write_raised(tree: Any) -> None:
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


# Signs of the Vai script, as the marks of tables have: printable, and in no English page.
_CODE_OPEN, _CODE_CLOSE = "ꘐ", "ꘑ"
_CODE_MARK = re.compile(f"([{_CODE_OPEN}{_CODE_CLOSE}])")
_INLINE_CODE = ("code", "kbd", "samp", "tt")
_CODE = frozenset(["pre", *_INLINE_CODE])


def _mark_code(tree: Any) -> bool:
    """Make the code that stands among words a part of them, between marks; say whether there is some.

    What finds the content takes code for a block of its own, and loses the words around it where these stand
    in no paragraph ("<div>With the <code>--dir</code> option ...</div>").
    """
    inline = [element for element in tree.iter(*_INLINE_CODE) if _is_among_words(element)]
    if not inline or _CODE_MARK.search("".join(tree.itertext())) is not None:
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


def _code_apart(block: _Block) -> _Block:
    """The pieces of a block, with the code between marks as pieces of its own."""
    if not any(_CODE_OPEN in piece or _CODE_CLOSE in piece for piece, _ in block):
        return block
    parted: _Block = []
    is_code = False
    for piece, is_aside in block:
        for part in _CODE_MARK.split(piece):
            if part in (_CODE_OPEN, _CODE_CLOSE):
                is_code = part == _CODE_OPEN
            elif part:
                parted.append((part, is_aside or is_code))
    return parted


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


def _drop_listings(tree: Any) -> None:
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


def _blocks(body: Any) -> Iterator[_Block]:
    r"""The paragraphs, headings, list items and rows of the content, as pieces of text.

    A piece says whether it is an aside. `"\\n"` and `"\\t"` alone are the end of a line and of a cell.
    """
    block: list[tuple[str, bool]] = []
    steps = [("open", body)]
    while steps:  # no recursion: pages nest as deep as they like
        step, element = steps.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if step == "open":
            if tag in _BLOCKS:
                yield block
                block = []
            steps.append(("close", element))
            if tag == "lb":
                block.append(("\n", False))
            if not tag or (tag == "code" and _is_code_block(element)) or tag == "graphic":
                continue
            if element.text:
                block.append((element.text, tag == "code"))
            steps.extend(("open", child) for child in reversed(element))
        else:
            if tag in _BLOCKS:
                yield block
                block = []
            elif tag == "row":
                block.append(("\n", False))
            elif tag == "cell" and element.getnext() is not None:
                block.append(("\t", False))
            elif tag == "code" and _is_code_block(element):
                block.append(("\n", False))
            if element.tail:
                block.append((element.tail, False))
    yield block


_Block = list[tuple[str, bool]]


def _with_tables(blocks: Iterable[_Block], tables: Sequence[PageTable]) -> Iterator[_Block | PageTable]:
    """The blocks, with each table whole in the place of those that hold a mark of it."""
    put: set[int] = set()
    for block in blocks:
        marks = [MARK.search(piece) for piece, _ in block]
        numbers = [int(mark["number"]) for mark in marks if mark is not None]  # any decimal digits
        if not numbers:
            yield block
        for number in numbers:
            if number not in put and number < len(tables):
                put.add(number)
                yield tables[number]


def _words_of(block: _Block | PageTable) -> Iterator[str]:
    """What is looked for in the source: the caption and the rows of a table, the whole of another block."""
    if isinstance(block, PageTable):
        yield _squeezed(block.caption)
        yield from (_squeezed("".join(cell.text for cell in row)) for row in block.rows)
    else:
        yield _squeezed("".join(piece for piece, _ in block))


def _add_table(
    text: Paragraphs, table: PageTable, places: Iterator[tuple[int, bool] | None], scan: _Scan
) -> None:
    """Add a table; each row is given the line of the source on which it begins."""

    def line(located: tuple[int, bool] | None) -> int | None:
        return None if located is None else scan.number(located[0])

    caption = [Piece(table.caption, place=line(next(places)))]
    rows = []
    for row in table.rows:
        number = line(next(places))
        rows.append(
            [
                replace(cell, pieces=tuple(replace(piece, place=number) for piece in cell.pieces))
                for cell in row
            ]
        )
    text.add_table(place_cells(rows), caption=caption, tells_spans=table.tells_spans)


def _is_code_block(element: Any) -> bool:
    """Whether code stands by itself, not among the words of a paragraph."""
    parent = element.getparent()
    stands_alone = parent is None or parent.tag in ("body", "div", "code", "quote")
    return stands_alone or "\n" in (element.text or "").strip()


def _add_block(
    text: Paragraphs, block: Sequence[tuple[str, bool]], located: tuple[int, bool] | None, scan: _Scan
) -> None:
    place, is_whole = located or (None, False)
    text.end_paragraph()
    for piece, is_aside in block:
        if piece == "\n":
            text.end_line()
        elif piece == "\t":
            text.end_cell()
        elif place is None or not is_whole:
            text.set_place(None if place is None else scan.number(place))
            text.add(piece, is_aside=is_aside)
        else:
            for words in _by_line(piece, place, scan):
                text.set_place(scan.number(place))
                text.add(words, is_aside=is_aside)
                place += len(_squeezed(words))


def _squeezed(text: str) -> str:
    """Text without white space, and as the source has it: with digits that are not raised."""
    return level_digits(_BLANK.sub("", text)).replace("⁄", "/")


def _by_line(piece: str, place: int, scan: _Scan) -> Iterator[str]:
    """A piece of text, cut where a new line of the source begins."""
    start, seen = 0, place
    number = scan.number(place)
    for word in re.finditer(r"\s*\S+", piece):
        here = scan.number(seen)
        if here != number and start < word.start():
            yield piece[start : word.start()]
            start, number = word.start(), here
        seen += len(word[0].lstrip())
    yield piece[start:]


class _Scan:
    """What stands on which line of the source, and when the page says it was published.

    White space counts for nothing in places. Not by `html.parser`, which takes quadratic time on broken tags
    in the Python versions before 2025.
    """

    def __init__(self, page: str) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._numbers: list[int] = []
        self._dates: dict[str, dt.date] = {}
        self._times: set[dt.date] = set()
        self._is_wiki = False
        position, line = 0, 1
        for mark in _MARK.finditer(page):
            line = self._read_words(page[position : mark.start()], line)
            line += mark[0].count("\n")
            position = mark.end()
            self._read_tag(mark)
        self._read_words(page[position:], line)
        self._text = "".join(self._parts)

    def _read_words(self, source: str, number: int) -> int:
        """Note where words stand; return the line they end on."""
        for line in source.split("\n"):
            words = _squeezed(html.unescape(line))
            if words:
                self._starts.append(self._length)
                self._numbers.append(number)
                self._parts.append(words)
                self._length += len(words)
            number += 1
        return number - 1

    def _read_tag(self, mark: re.Match[str]) -> None:
        """Note the dates that a tag gives."""
        tag = (mark["unseen"] or mark["tag"] or "").lower()
        if tag not in ("meta", "time", "link", "script"):
            return
        given = _attributes(mark["unseen_attributes"] or mark["attributes"] or "")
        names = {given.get(name, "").lower() for name in ("property", "name", "itemprop")}
        content = _LEADING_DATE.match(given.get("content", ""))
        if tag == "script":
            is_json = given.get("type", "").lower() == "application/ld+json"
            if is_json and (written := _PUBLISHED_JSON.search(mark["content"])):
                self._note("json", _LEADING_DATE.match(written["date"]))
        elif tag == "link" and given.get("rel") == "canonical":
            self._note("address", _DATE_IN_ADDRESS.search(given.get("href", "")))
        elif tag == "meta" and "generator" in names:
            self._is_wiki |= given.get("content", "").startswith(_WIKI_GENERATOR)
        elif tag == "meta" and names & _PUBLISHED_NAMES:
            self._note("published", content)
        elif tag == "meta" and names & _DATE_NAMES:
            self._note("date", content)
        elif tag == "time" and (written := _LEADING_DATE.match(given.get("datetime", ""))):
            is_marked = "pubdate" in given or names & _PUBLISHED_NAMES
            if is_marked or _PUBLISHED_CLASS.search(given.get("class", "")):
                self._note("time", written)
            elif day := _date(written):
                self._times.add(day)

    def _note(self, kind: str, written: re.Match[str] | None) -> None:
        if written is not None and (day := _date(written)):
            self._dates.setdefault(kind, day)

    def published(self) -> dt.date | None:
        """The day of publication as the page marks it; None where it does not, and for pages of a wiki, which
        give the day they were begun and go on being written.
        """
        if self._is_wiki:
            return None
        for kind in ("published", "json", "time", "date"):
            if kind in self._dates:
                return self._dates[kind]
        if len(self._times) == 1:
            return next(iter(self._times))
        return self._dates.get("address")

    def locate(self, blocks: Sequence[str]) -> list[tuple[int, bool] | None]:
        """The place of each block, given without white space in the order of the page; None if it is nowhere.

        Long blocks are found first, each behind the one before. The short ones, whose words could stand
        anywhere, are looked for between them. The flag says whether all of the block was found, not only
        its first words.
        """
        places: list[tuple[int, bool] | None] = [None] * len(blocks)
        cursor = 0
        for index, words in enumerate(blocks):
            if len(words) >= TELLING_CHARS:
                place = self._text.find(words, cursor)
                is_whole = place >= 0
                if not is_whole:
                    place = self._text.find(words[:TELLING_CHARS], cursor)
                if place >= 0:
                    places[index] = place, is_whole
                    cursor = place + (len(words) if is_whole else TELLING_CHARS)
        cursor = 0
        ends = self._starts_behind(places)
        for index, words in enumerate(blocks):
            located = places[index]
            if located is not None:
                cursor = located[0] + (len(words) if located[1] else TELLING_CHARS)
            elif words and len(words) < TELLING_CHARS:
                place = self._text.find(words, cursor, ends[index])
                if place >= 0:
                    places[index] = place, True
                    cursor = place + len(words)
        return places

    def _starts_behind(self, places: Sequence[tuple[int, bool] | None]) -> list[int]:
        """For each block the start of the next one that has a place."""
        ends = [self._length] * len(places)
        end = self._length
        for index in range(len(places) - 1, -1, -1):
            ends[index] = end
            located = places[index]
            if located is not None:
                end = located[0]
        return ends

    def number(self, place: int) -> int | None:
        """The line of the character at `place`."""
        index = bisect_right(self._starts, place) - 1
        return self._numbers[index] if index >= 0 else None


def _attributes(source: str) -> dict[str, str]:
    return {
        found["name"].lower(): html.unescape(found["double"] or found["single"] or found["bare"] or "")
        for found in _ATTRIBUTE.finditer(source)
    }


def _date(written: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(written["year"]), int(written["month"]), int(written["day"]))
    except ValueError:
        return None
