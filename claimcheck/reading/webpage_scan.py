"""What stands on which line of a page's source, and when the page says it was published."""

from __future__ import annotations

import datetime as dt
import html
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from claimcheck.reading.raised_digits import level_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

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

_BLANK = re.compile(r"[\s\u00ad]+")

TELLING_CHARS = 40
"""So many characters, without white space, hardly ever stand twice on a page."""


def squeezed(text: str) -> str:
    """Text without white space and soft hyphens, its digits not raised, as the source has it."""
    return level_digits(_BLANK.sub("", text)).replace("⁄", "/")


class PageScan:
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
            words = squeezed(html.unescape(line))
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
