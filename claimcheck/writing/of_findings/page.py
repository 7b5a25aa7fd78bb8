"""One HTML file: the text that was checked beside its sources, its findings, and their places.

Nothing is fetched, and the page's policy (CSP) refuses everything but its own style and script. Without the
script every finding still links to its places.
"""

from __future__ import annotations

import html
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, TextIO

from claimcheck.errors import WritingError
from claimcheck.writing.of_findings.places import verdict_words
from claimcheck.writing.offline_page import page_head, source_hash
from claimcheck.writing.terminal_text import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import CheckedText, Finding, Findings, Place
    from claimcheck.writing import WritingOptions

_TITLE = """\
<header><h1>Findings</h1><p>{summary}</p></header>
<main>
"""


def write_findings_page(findings: Findings, out: TextIO, _options: WritingOptions) -> None:
    """The findings as a list between the checked texts and their sources; a click shows the places."""
    style, script = _asset("findings_page.css"), _asset("findings_page.js")
    summary = ", ".join(f"{n} {verdict_words(verdict)}" for verdict, n in findings.counts.items())
    own = f"style-src '{source_hash(style)}'; script-src '{source_hash(script)}'"
    out.write(page_head("Findings", f"default-src 'none'; img-src data:; {own}", style, script))
    out.write(_TITLE.format(summary=html.escape(summary or "Nothing to check.")))
    anchors = _Anchors(findings)
    out.write('<section class="texts" aria-label="What was checked" tabindex="0">\n')
    for text in findings.checked:
        out.writelines(anchors.marked(text))
    out.write('</section>\n<section class="list" aria-label="Findings" tabindex="0"><ol>\n')
    out.writelines(anchors.items(findings))
    out.write("</ol></section>\n")
    sources = [text for text in findings.sources if text.text is not None]
    if sources:
        out.write('<section class="texts" aria-label="Sources" tabindex="0">\n')
        for text in sources:
            out.writelines(anchors.marked(text))
        out.write("</section>\n")
    out.write("</main>\n</body>\n</html>\n")


class _Anchors:
    """Names for the places of findings, and the texts with those places marked."""

    def __init__(self, findings: Findings) -> None:
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._levels: dict[tuple[str, int, int], str] = {}
        self._by_source: dict[str, list[tuple[int, int]]] = {}
        for finding in findings.findings:
            for place in (finding.place, *finding.evidence, *finding.operands):
                self._add(place, finding.level if place is finding.place else "source")

    def _add(self, place: Place, level: str) -> None:
        key = (place.source, place.start, place.end)
        if place.row is not None or key in self._numbers:
            return
        self._numbers[key] = len(self._numbers) + 1
        self._levels[key] = level
        self._by_source.setdefault(place.source, []).append((place.start, place.end))

    def name(self, place: Place) -> str | None:
        """The anchor of a place; None for a row of a table."""
        number = self._numbers.get((place.source, place.start, place.end))
        return None if number is None else f"p{number}"

    def marked(self, text: CheckedText) -> Iterator[str]:
        """A text as HTML. Places that overlap are cut into pieces, and each names all that it is part of."""
        if text.text is None:
            raise WritingError(f"{text.source}: this format needs the text beside the findings")
        yield f'<article><h2>{html.escape(shown(text.title or text.source))}</h2><div class="text">'
        spans = sorted(self._by_source.get(text.source, ()))
        cuts = sorted({0, len(text.text), *(cut for span in spans for cut in span)})
        opened: set[tuple[int, int]] = set()
        for start, end in pairwise(cuts):
            piece = html.escape(text.text[start:end])
            over = [span for span in spans if span[0] <= start and end <= span[1]]
            if not over:
                yield piece
                continue
            keys = [(text.source, *span) for span in over]
            ids = "".join(
                f'<a id="p{self._numbers[key]}"></a>'
                for key, span in zip(keys, over, strict=True)
                if span not in opened
            )
            opened.update(over)
            names = " ".join(f"p{self._numbers[key]}" for key in keys)
            yield f'{ids}<mark class="{self._levels[keys[-1]]}" data-places="{names}">{piece}</mark>'
        yield "</div></article>\n"

    def items(self, findings: Findings) -> Iterator[str]:
        """The findings as items of a list."""
        for finding in findings.findings:
            yield f'<li class="{finding.level}" data-places="{self._names(finding)}">'
            yield f"<strong>{verdict_words(finding.verdict)}</strong> "
            yield f"{self._link(finding.place)} <code>{html.escape(finding.rule)}</code>"
            yield f"<p>{html.escape(finding.reason)}</p>"
            if finding.arithmetic:
                yield f"<p><samp>{html.escape(finding.arithmetic)}</samp></p>"
            if finding.changes:
                tags = {"insert": "ins", "delete": "del", "keep": "span"}
                parts = (f"<{tags[c.op]}>{html.escape(c.text)}</{tags[c.op]}>" for c in finding.changes)
                yield f"<p>{' '.join(parts)}</p>"
            yield from (f"<p>↳ {self._link(place)}</p>" for place in finding.evidence)
            yield "</li>\n"

    def _names(self, finding: Finding) -> str:
        names = (self.name(place) for place in (finding.place, *finding.evidence, *finding.operands))
        return " ".join(name for name in names if name)

    def _link(self, place: Place) -> str:
        words = html.escape(shown(place.text))
        where = f" <small>{html.escape(shown(place.source))}</small>"
        if place.row is not None:
            return f"“{words}” <small>{html.escape(shown(place.source))}, line {place.row}</small>"
        return f'<a href="#{self.name(place)}">“{words}”</a>{where}'


@cache
def _asset(name: str) -> str:
    return files("claimcheck.writing.of_findings").joinpath(name).read_text(encoding="utf-8").strip()
