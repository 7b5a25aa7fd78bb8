"""How far claims survive the file that a text stands in: pages, Word, OpenDocument, books, mail, Markdown.

    python benchmarks/metamorphic_documents.py INPUT ... [--only NAME] [--failures 15] [--limit 20]

The paragraphs of prose of each input are read as plain text, then once more from files of many shapes
(`metamorphic_documents.toml`): with menus, teasers, advertisements and comments around them, figures cut into
elements, tracked changes, notes, fields. Besides, other people's programs write them: pandoc, LibreOffice,
MkDocs, Sphinx and Pelican, as far as they are on the PATH; the others are named. The claims of a file must be
those of the plain text, and none may come from what stands around it.

For each shape a line says how many claims there are and how many came out alike, and of the others whether
the value, the subject, another qualifier or the speaker is another one, the claim is lost, or a new one came.
Words are compared without white space at their ends, soft hyphens and the numbers of notes. `--kept` keeps
the files.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import tomllib
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

# scripts beside this one
from documents_packed import MAKERS, forms_of
from documents_written import TOOLS, missing_program
from metamorphic import (
    NEW,
    Claim,
    Outcome,
    Outcomes,
    claims_in,
    documents_of,
    drawn,
    options_parser,
    report,
    texts_of,
)

from claimcheck import read
from claimcheck.article import Article
from claimcheck.errors import ReadingError
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FAULTS = ("value", "qualifier", "subject", "speaker", "lost")
QUALIFIERS = ("comparator", "polarity", "certainty", "prediction")
LOOSE = ("of", "event", "order", "reference", "category", "title")
"""Words of a value, which may be written otherwise."""

EVERY = 3  # paragraphs, before something stands between them
MIN_WORDS = 8
MIN_PARAGRAPHS = 5
MAX_PARAGRAPHS = 40
_PROSE = re.compile(r"[A-Z“\"][^\n\t]*[.!?][”\"]?")
_UNWRITTEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060⁰¹²³⁴⁵⁶⁷⁸⁹*†]|\\[\\^?\\d+\\]|(?<=\n)(?:> ?)+")

_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


@dataclass(frozen=True)
class Shape:
    """How a text is written into a file.

    `page` is the file, `paragraph` one of its paragraphs, `between` stands behind every third. `replace` is
    what patterns find in the words, and what is written there. `parts` are other files of a package, `escape`
    the format whose signs are to be escaped in the words.
    """

    name: str
    page: str
    paragraph: str
    between: str = ""
    replace: tuple[tuple[re.Pattern[str], str], ...] = ()
    parts: Mapping[str, str] | None = None
    escape: str = ""

    @property
    def format(self) -> str:
        """The format, by which a maker is known."""
        return self.name.partition(":")[0]


def load_shapes(path: Path) -> list[Shape]:
    """Those kept as data, in the order of the file."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))

    def whole(words: str) -> str:
        return re.sub(r"<([A-Z]+)>", lambda found: rows["pieces"].get(found[1], found[0]), words)

    shapes: list[Shape] = []
    first: dict[str, Shape] = {}
    for row in rows["shapes"]:
        plain = first.get(row["name"].partition(":")[0])
        shape = Shape(
            row["name"],
            whole(row["page"] if plain is None else row.get("page", plain.page)),
            whole(row["paragraph"] if plain is None else row.get("paragraph", plain.paragraph)),
            whole(row.get("between", "")),
            tuple((re.compile(pattern), whole(to)) for pattern, to in row.get("replace", ())),
            {name: whole(part) for name, part in row.get("parts", {}).items()},
            row.get("escape", row["name"].partition(":")[0]),
        )
        first.setdefault(shape.format, shape)
        shapes.append(shape)
    return shapes


def written(shape: Shape, paragraphs: Sequence[str]) -> bytes:
    """The file of a shape with some paragraphs in it."""
    maker = MAKERS[shape.format]
    escape = MAKERS[shape.escape].escape
    parts = []
    for number, words in enumerate(paragraphs, 1):
        text = escape(words)
        for pattern, to in shape.replace:
            text = pattern.sub(lambda found, to=to: _filled(to, found), text)  # type: ignore[misc]
        parts.append(shape.paragraph.replace("{}", text))
        if shape.between and number % EVERY == 0 and number < len(paragraphs):
            parts.append(shape.between)
    content = shape.page
    for name, form in forms_of("".join(parts), [escape(words) for words in paragraphs]).items():
        content = content.replace(f"{{{name}}}", form) if f"{{{name}}}" in content else content
    return maker.packed(content, shape.parts or {})


def _filled(template: str, found: re.Match[str]) -> str:
    """A template with the groups of a match; other escapes, which are those of RTF, stay."""
    return re.sub(r"\\([1-9])", lambda number: found[int(number[1])], template)


def prose_of(text: str) -> list[str]:
    """The paragraphs of a text that are prose on one line."""
    lines = (line.strip() for line in text.split("\n\n"))
    return [line for line in lines if _PROSE.fullmatch(line) and len(line.split()) >= MIN_WORDS][
        :MAX_PARAGRAPHS
    ]


def _said(words: str | None) -> str:
    return " ".join(_UNWRITTEN.sub("", words or "").translate(_STRAIGHT).split())


def fault_of(expected: Claim, got: Claim) -> str | None:
    """In what a claim of the same kind and words is another one; None where it is not."""
    if _value(expected) != _value(got):
        return "value"
    if any(expected[name] != got[name] for name in QUALIFIERS):
        return "qualifier"
    if _subject(expected) != _subject(got):
        return "subject"
    return None if _speaker(expected) == _speaker(got) else "speaker"


def _value(claim: Claim) -> dict[str, Any]:
    return {
        name: _said(value) if isinstance(value, str) else value
        for name, value in claim["value"].items()
        if name not in LOOSE
    }


def _subject(claim: Claim) -> str:
    subject = claim["subject"] or {}
    return _said(subject.get("resolved") or subject.get("text"))


def _speaker(claim: Claim) -> str:
    return _said((claim["attribution"] or {}).get("source"))


def judged(expected: Sequence[Claim], got: Sequence[Claim]) -> Outcomes[Claim]:
    """What became of each claim, with its sentence; those of the same kind and words are paired in order."""
    waiting: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in got:
        waiting[claim["kind"], _said(claim["text"])].append(claim)
    outcomes: Outcomes[Claim] = []
    for claim in expected:
        alike = waiting[claim["kind"], _said(claim["text"])]
        best = min(alike, key=lambda other: fault_of(claim, other) or "", default=None)
        if best is not None:
            alike.remove(best)
        fault = "lost" if best is None else fault_of(claim, best)
        outcomes.append((claim["sentence"]["text"], Outcome(fault, claim, best)))
    for left in waiting.values():
        outcomes += [(claim["sentence"]["text"], Outcome(NEW, None, claim)) for claim in left]
    return outcomes


def read_file(path: Path, name: str) -> Article:
    """What is read of a file; nothing where it is refused."""
    try:
        article = next(iter(read(path)))
    except ReadingError as error:
        print(error, file=sys.stderr)
        return Article(name, "", language="en")
    return replace(article, source=name, language="en", published=None)  # the text alone has no day


def compare(
    files: Mapping[str, Path], texts: Mapping[str, str], expected: Mapping[str, Sequence[Claim]]
) -> Outcomes[Claim]:
    """What became of the claims of each text in its file."""
    outcomes: Outcomes[Claim] = []
    changed = []
    for name, path in files.items():
        article = read_file(path, name)
        if article.text.strip() == texts[name].strip() and not article.asides:
            outcomes += [(claim["sentence"]["text"], Outcome(None, claim, claim)) for claim in expected[name]]
        else:
            changed.append(article)
    for document in extract_articles(iter(changed), load_pipeline()):
        outcomes += judged(expected[document.source], claims_in(document))
    return outcomes


def told(_: str, outcome: Outcome[Claim]) -> str:
    """What was expected of a claim and what came out."""
    return " -> ".join(
        "none"
        if claim is None
        else f"{claim['kind']} <{claim['text']}> {json.dumps(_value(claim), ensure_ascii=False)}"
        f" of {_subject(claim)!r}" + (f" by {_speaker(claim)!r}" if _speaker(claim) else "")
        for claim in (outcome.expected, outcome.got)
    )


def files_of(
    shapes: Sequence[Shape], texts: Mapping[str, Sequence[str]], folder: Path, only: str
) -> Iterator[tuple[str, dict[str, Path]]]:
    """The files of each shape and of each program, by the name of the text."""
    for number, shape in enumerate(shapes):
        place = folder / f"{number:03}"
        place.mkdir(parents=True, exist_ok=True)
        files = {}
        for name, paragraphs in texts.items():
            files[name] = place / f"{name}{MAKERS[shape.format].suffix}"
            files[name].write_bytes(written(shape, paragraphs))
        yield shape.name, files
    for program, write in TOOLS.items():
        if only in program and not missing_program(program):
            place = folder / re.sub(r"\W+", "-", program)
            place.mkdir(parents=True, exist_ok=True)
            yield program, write(texts, place)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what survives; returns the exit status."""
    parser = options_parser(__doc__)
    parser.add_argument("--kept", type=Path, metavar="DIRECTORY", help="where the files are written")
    parser.set_defaults(limit=20)
    options = parser.parse_args(arguments)
    shapes = [
        shape for shape in load_shapes(Path(__file__).with_suffix(".toml")) if options.only in shape.name
    ]
    chosen = _chosen(options.inputs, options.limit)
    texts = {name: "\n\n".join(paragraphs) + "\n" for name, paragraphs in chosen.items()}
    expected = {document.source: claims_in(document) for document in documents_of(texts.items())}
    outcomes: dict[str, Outcomes[Claim]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, files in files_of(shapes, chosen, options.kept or Path(scratch), options.only):
            outcomes[name] = compare(files, texts, expected)
    report(outcomes, FAULTS, options.failures, told)
    absent = sorted({program for name in TOOLS if (program := missing_program(name))})
    if absent:
        print(f"left out, since not on the PATH: {', '.join(absent)}")
    return 0


def _chosen(paths: Iterable[Path], limit: int) -> dict[str, list[str]]:
    """The paragraphs of up to `limit` inputs that have enough of them."""
    found = [(name, prose_of(text)) for name, text in texts_of(paths)]
    enough = [(name, paragraphs) for name, paragraphs in found if len(paragraphs) >= MIN_PARAGRAPHS]
    return dict(drawn("documents", enough, limit))


if __name__ == "__main__":
    raise SystemExit(main())
