"""The review sheet: one HTML file with the articles, their claims and all it takes to look at them.

Nothing is fetched: styles and script are in the file, and its policy (CSP) refuses everything else. Without
the script it is still an annotated article beside a table.
"""

from __future__ import annotations

import html
import json
import re
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.columns import kept_words
from claimcheck.writing.offline_page import page_head, source_hash
from claimcheck.writing.positions import text_of
from claimcheck.writing.qualifiers import find_qualifiers, subject_words
from claimcheck.writing.terminal_text import shown
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.checking.findings import Finding, Findings, Place
    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

MAX_HEADING_CHARS = 90
"""A paragraph on one line, no longer than this and without a full stop, is set like a heading."""

_PARAGRAPH_GAP = re.compile(r"(?>\r\n?|\n)[^\S\r\n]*(?>\r\n?|\n)\s*")
_SENTENCE_END = (".", "!", "?", ":", ";", ",", "…", "”", '"')

# What no HTML document may hold, and halves of characters, which UTF-8 cannot.
_UNWRITABLE = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def write_review_sheet(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """A page with each article as it comes: its text with the claims marked, beside a table of them.

    Figures that cannot all be right, and what other checks found in it, are listed above the text. Verdicts
    of an earlier page, by claim id, are put into this one, which then asks about the claims that have none.
    """
    style = _asset("review_sheet.css").replace("/* HUES */", hue_rules())
    script = _asset("review_sheet.js")
    out.write(page_head("Claims", _policy(style, script), style, script) + _TOP)
    if options.verdicts:
        earlier = _embedded(dict(options.verdicts))
        out.write(f'<script type="application/json" id="previous">{earlier}</script>\n')
    written = 0

    def section(document: Document) -> list[str]:
        return list(_section(document, written + 1, options.findings))

    for parts in put_together(documents, section, options):
        out.writelines(parts)
        out.flush()
        written += 1
    out.write(_TAIL)


_TOP = """\
<a class="skip" href="#articles">Skip to the articles</a>
<header id="bar">
<div class="row">
<h1>Claims</h1>
<p id="status" role="status"></p>
<p id="progress" hidden></p>
<form id="filters" role="search" aria-label="Filter claims">
<input id="query" type="search" placeholder="Search claims" aria-label="Search claims" autocomplete="off" \
spellcheck="false" aria-keyshortcuts="/">
<select id="certainty" aria-label="Certainty">
<option value="">Any certainty</option>
<option value="certain">Certain</option>
<option value="probable">Probable</option>
<option value="possible">Possible</option>
<option value="negative">Denied</option>
<option value="prediction">Predicted</option>
</select>
<select id="attribution" aria-label="Attribution">
<option value="">Anyone’s claims</option>
<option value="author">The author’s own</option>
<option value="attributed">Attributed to somebody</option>
</select>
<select id="judged" aria-label="Verdict">
<option value="">Any verdict</option>
<option value="open">Not judged yet</option>
<option value="right">Right</option>
<option value="wrong">Wrong</option>
<option value="source">Needs a source</option>
</select>
<select id="order" aria-label="Order of the table">
<option value="place">In reading order</option>
<option value="score">Most worth checking first</option>
</select>
<select id="article" aria-label="Go to article"><option value="">Go to article …</option></select>
</form>
<div class="tools">
<button id="export-json" type="button" title="Save the verdicts as JSON">JSON</button>
<button id="export-csv" type="button" title="Save the verdicts as CSV">CSV</button>
<button id="theme" type="button" aria-label="Switch between light and dark" title="Light or dark (t)">\
<span aria-hidden="true">◐</span></button>
<button id="help" type="button" aria-haspopup="dialog" aria-label="Keyboard shortcuts" title="Keys (?)">\
<span aria-hidden="true">?</span></button>
</div>
</div>
<div id="kinds" role="group" aria-label="Kinds of claims"></div>
</header>
<main id="articles" tabindex="-1">
<p id="nothing" hidden>No claim matches. <button type="button" id="reset">Show all claims</button></p>
"""

_TAIL = """\
</main>
<section id="record" aria-label="Record of the claim" hidden></section>
<div id="tip" role="tooltip" hidden></div>
<dialog id="keys" aria-labelledby="keys-title">
<h2 id="keys-title">Keys</h2>
<dl>
<div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous claim</dd></div>
<div><dt><kbd>]</kbd> <kbd>[</kbd></dt><dd>next and previous article</dd></div>
<div><dt><kbd>Enter</kbd></dt><dd>from the text to the table, and back</dd></div>
<div><dt><kbd>/</kbd></dt><dd>search</dd></div>
<div><dt><kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd></dt>\
<dd>right, wrong, needs a source; <kbd>0</kbd> takes it back</dd></div>
<div><dt><kbd>n</kbd> <kbd>l</kbd></dt><dd>write a note, give a link</dd></div>
<div><dt><kbd>s</kbd></dt><dd>most worth checking first, or in reading order</dd></div>
<div><dt><kbd>c</kbd></dt><dd>copy the record as JSON</dd></div>
<div><dt><kbd>t</kbd></dt><dd>light or dark</dd></div>
<div><dt><kbd>Esc</kbd></dt><dd>close the record, leave the search, clear the filters</dd></div>
<div><dt><kbd>?</kbd></dt><dd>this list</dd></div>
</dl>
<form method="dialog"><button>Close</button></form>
</dialog>
</body>
</html>
"""


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def hue_rules() -> str:
    """The style rules that give each kind its hue: of its marks, and of the line below marks within it."""
    from claimcheck.claims import claim_types  # noqa: PLC0415 - `--help` lists the formats without it
    from claimcheck.claims.base import kind_of  # noqa: PLC0415

    return "\n".join(
        f".k-{kind_of(one)} {{ --hue: {one.colour.hue} }} .o-{kind_of(one)} {{ --outer: {one.colour.hue} }}"
        for one in claim_types()
    )


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{source_hash(style)}'; script-src '{source_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _section(document: Document, number: int, checks: Sequence[Findings]) -> Iterator[str]:
    """One article: its text on one side, its table on the other, and its records for the script."""
    name = _escaped(shown(document.title or document.source))
    count = f"{len(document.claims):,} {'claim' if len(document.claims) == 1 else 'claims'}"
    yield f'<section class="sheet" id="a{number}" aria-labelledby="h{number}">\n<article>\n'
    yield f'<header><h2 id="h{number}" dir="auto">{name}</h2>\n'
    yield f'<p class="meta">{" · ".join(_about(document, count))}</p></header>\n'
    yield from _findings(document, number, checks)
    yield from _paragraphs(text_of(document), document.claims, number)
    yield f'</article>\n<div class="claims" tabindex="0" role="region" aria-label="Claims of {name}">\n'
    if document.claims:
        yield f"<table><caption>{count}</caption>\n"
        yield (
            '<thead><tr><th scope="col">Kind</th><th scope="col">Subject</th>'
            '<th scope="col">Value</th></tr></thead>\n<tbody>\n'
        )
        yield from (_row(claim, number, index) for index, claim in enumerate(document.claims))
        yield "</tbody></table>\n"
    else:
        yield '<p class="none">No claims.</p>\n'
    records = [claim.model_dump(mode="json", by_alias=True) for claim in document.claims]
    yield f'</div>\n<script type="application/json">{_embedded(records)}</script>\n</section>\n'


def _about(document: Document, count: str) -> Iterator[str]:
    """What is known of an article beside its name."""
    if document.author:
        yield _escaped(shown(document.author))
    if document.published:
        date = document.published.isoformat()
        yield f'<time datetime="{date}">{date}</time>'
    if document.title:
        yield _escaped(shown(document.source))
    if document.fields:
        yield _escaped(shown(kept_words(document.fields)))
    yield count


def _findings(document: Document, number: int, checks: Sequence[Findings]) -> Iterator[str]:
    """Figures that cannot all be right, and what checks found, each with a way to the claim it stands at."""
    from claimcheck.checking.lint import lint_document  # noqa: PLC0415 - `--help` lists the formats without it

    found = [(finding, finding.place) for finding in lint_document(document)]
    found += [pair for check in checks for pair in _found_in(document, check)]
    if not found:
        return
    name = _escaped(shown(document.title or document.source))
    yield f'<ul class="findings" aria-label="Findings in {name}">\n'
    for finding, place in found:
        words = f"“{_escaped(shown(place.text))}”"
        index = _claim_at(place, document)
        where = words if index is None else f'<a href="#t{number}-{index}">{words}</a>'
        reason = _escaped(shown(finding.reason))
        others = {_escaped(shown(other.source)) for other in (finding.place, *finding.evidence)}
        beside = ", ".join(sorted(others - {_escaped(shown(document.source))}))
        beside = f" ({beside})" if beside else ""
        yield f"<li>{where}: {reason}{beside} <code>{finding.rule}</code></li>\n"
    yield "</ul>\n"


def _found_in(document: Document, check: Findings) -> Iterator[tuple[Finding, Place]]:
    """What a check found in the very text of a document, with the place in it; not what holds."""
    texts = {text.source: text.text_sha256 for text in (*check.checked, *check.sources)}
    if texts.get(document.source) != document.text_sha256:
        return
    for finding in check.findings:
        places = (finding.place, *finding.evidence)
        place = next((p for p in places if p.source == document.source and p.row is None), None)
        if finding.level != "none" and place is not None:
            yield finding, place


def _claim_at(place: Place, document: Document) -> int | None:
    """The index of the claim that stands at a place, or of the first that overlaps it."""
    by_id = {claim.id: index for index, claim in enumerate(document.claims)}
    if place.claim in by_id:
        return by_id[place.claim]
    over = (
        i for i, claim in enumerate(document.claims) if claim.start < place.end and place.start < claim.end
    )
    return next(over, None)


def _row(claim: BaseClaim, number: int, index: int) -> str:
    qualifiers = "".join(
        f'<span class="q q-{name}">{_escaped(words)}</span>' for name, words in find_qualifiers(claim)
    )
    value = _escaped(shown(claim.value.describe(claim.comparator)))
    kind = f'<a href="#t{number}-{index}">{claim.kind.replace("_", " ")}</a>'
    return (
        f'<tr id="r{number}-{index}" class="k-{claim.kind}"><th scope="row" data-n="{index + 1}">{kind}</th>'
        f'<td dir="auto">{_escaped(subject_words(claim)) or "–"}</td>'
        f'<td><b dir="auto">{value}</b>{qualifiers}</td></tr>\n'
    )


# The text


def _paragraphs(text: str, claims: Sequence[BaseClaim], number: int) -> Iterator[str]:
    """The text in paragraphs, cut where a claim starts or ends."""
    pieces = _pieces(text, claims)
    piece = next(pieces, None)
    for start, end in _paragraph_bounds(text):
        yield f'<p dir="auto"{_paragraph_class(text[start:end])}>'
        while piece is not None and piece[0] < end:
            first, last, covering = piece
            if last > start:
                yield _marked(text, max(first, start), min(last, end), covering, claims, number)
            if last > end:
                break  # goes on in the next paragraph
            piece = next(pieces, None)
        yield "</p>\n"


def _paragraph_bounds(text: str) -> Iterator[tuple[int, int]]:
    start = len(text) - len(text.lstrip())
    last = len(text.rstrip())
    for gap in _PARAGRAPH_GAP.finditer(text, start, last):
        yield start, gap.start()
        start = gap.end()
    if start < last:
        yield start, last


def _paragraph_class(paragraph: str) -> str:
    is_line = len(paragraph) <= MAX_HEADING_CHARS and not re.search(r"[\r\n]", paragraph)
    return ' class="line"' if is_line and not paragraph.rstrip().endswith(_SENTENCE_END) else ""


def _pieces(text: str, claims: Sequence[BaseClaim]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Stretches that cover the text, each with the indices of the claims over it, shortest claim first."""
    order = sorted(range(len(claims)), key=lambda index: claims[index].start)
    cuts = sorted({0, len(text), *(cut for claim in claims for cut in (claim.start, claim.end))})
    active: list[int] = []
    waiting = iter(order)
    following = next(waiting, None)
    for start, end in pairwise(cuts):
        active = [index for index in active if claims[index].end > start]
        while following is not None and claims[following].start <= start:
            if claims[following].end > start:
                active.append(following)
            following = next(waiting, None)
        covering = sorted(active, key=lambda index: (claims[index].end - claims[index].start, index))
        yield start, end, tuple(covering)


def _marked(
    text: str, start: int, end: int, covering: Sequence[int], claims: Sequence[BaseClaim], number: int
) -> str:
    """A stretch of text; the shortest claim over it gives the colour, the next one the line below."""
    words = _escaped(text[start:end])
    if not covering:
        return words
    # An id, and a number for the printed page, for each claim that begins here; the mark can carry one.
    beginning = [
        f't{number}-{index}" data-n="{index + 1}' for index in covering if claims[index].start == start
    ]
    anchors = "".join(f'<i id="{name}"></i>' for name in reversed(beginning[1:]))
    inner = claims[covering[0]]
    classes = [f"k-{inner.kind}"]
    if len(covering) > 1:
        classes.append(f"o-{claims[covering[1]].kind}")
    if inner.start == start:
        classes.append("s")
    if inner.end == end:
        classes.append("e")
    name = f' id="{beginning[0]}"' if beginning else ""
    numbers = " ".join(map(str, covering))
    return (
        f'{anchors}<mark{name} class="{" ".join(classes)}" data-c="{numbers}" '
        f'aria-details="r{number}-{covering[0]}">{words}</mark>'
    )


def _escaped(text: str) -> str:
    return html.escape(_UNWRITABLE.sub("\ufffd", text))


def _embedded(records: object) -> str:
    """JSON that holds no tag and no comment, so that nothing in it ends the element it stands in."""
    text = json.dumps(records, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")
