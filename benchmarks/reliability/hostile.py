"""Files that have broken readers, made from a seed: a reader gives articles or one `ReadingError`."""

# ruff: noqa: E501 - lists of pieces read best as they are

from __future__ import annotations

import io
import json
import random
import time
import traceback
import warnings
import zipfile
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from laws import SLOW_SECONDS, Tally
from odd_texts import make_text

from claimcheck.errors import ReadingError
from claimcheck.reading import READERS, Input, ReadingOptions, read_articles

if TYPE_CHECKING:
    from collections.abc import Callable

Draw = random.Random

ENCODINGS = "base64 hex rot13 utf-7 utf-16 utf-32 idna punycode unicode_escape cp037 big5 x-user-defined utf8 latin1".split()


def _text(draw: Draw) -> str:
    return make_text(draw.randrange(10**9), 0)


def _nested(draw: Draw, opening: str, closing: str) -> str:
    depth = draw.choice((1, 5, 50, 101, 300, 2_000, 20_000))
    return opening * depth + _text(draw) + closing * draw.choice((0, depth))


def make_plain(draw: Draw) -> bytes:
    """Text in some encoding, or bytes."""
    text = _text(draw) * draw.choice((0, 1, 1, 50))
    return text.encode(draw.choice(("utf-8", "utf-16", "utf-32", "cp1252", "utf-8-sig")), "replace")


def make_markdown(draw: Draw) -> bytes:
    """Front matter of any kind, nested quotes and lists, tables, tags."""
    head = draw.choice((
        "",
        f"---\ntitle: {_text(draw)}\ndate: {'9' * draw.choice((4, 40, 5000))}\n---\n",
        f"+++\nx = {_nested(draw, '[', ']')}\n+++\n",
        f"+++\nx = {'1' * 5000}\n+++\n",
    ))  # fmt: skip
    return (head + draw.choice((
        _nested(draw, "> ", ""), _nested(draw, "- ", ""), _nested(draw, "<b>", "</b>"), _nested(draw, "![", "]()"),
        f"| a | b |\n|---|---|\n| {_text(draw)} |\n", _nested(draw, "*", "_"), _nested(draw, "`", "`"),
    ))).encode()  # fmt: skip


def make_page(draw: Draw) -> bytes:
    """HTML with declarations of encodings, nested without end, cut off."""
    head = f'<meta charset="{draw.choice(ENCODINGS)}">' if draw.random() < 0.4 else ""
    body = draw.choice((
        _nested(draw, "<div>", "</div>"), _nested(draw, "<table><tr><td>", "</td></tr></table>"),
        f"<p>{_text(draw)}</p>" * 20, f"<p>{_text(draw)}" + f"&#{'9' * draw.choice((3, 9, 5000))};", f"<!--{_text(draw)}",
    ))  # fmt: skip
    return f"<!doctype html><html><head>{head}</head><body>{body}".encode()


def make_json_lines(draw: Draw) -> bytes:
    """Rows, some of them good, some nested, some with what is no character."""
    rows = [
        draw.choice(
            (
                json.dumps({"text": _text(draw), "more": [1, {"a": None}]}),
                json.dumps({"text": draw.choice((None, 1, [], {}, True))}),
                '{"text": "a", "more": ' + "[" * draw.choice((1, 90, 400, 90_000)) + "}",
                '{"text": "a", "more": ' + '{"b":' * 300 + "1" + "}" * 301,
                '{"text": "\\ud800", "more": 1}',
                '{"text": "a", "more": ' + "1" * draw.choice((20, 5000)) + "}",
                '{"text": "a", "more": 1e999}',
                "null",
                "",
                "{",
                _text(draw),
                '{"text": "a\\u0000", "more": NaN}',
            )
        )
        for _ in range(draw.randint(0, 12))
    ]
    return "\n".join(rows).encode("utf-8", "replace")


def make_csv(draw: Draw) -> bytes:
    """Tables with quotes left open, rows of any length, columns of one name."""
    sign = draw.choice(",;\t")
    head = draw.choice(("text", "id{}text", "text{}text", "a{}b", "", '"text', "text{}more")).format(sign)
    rows = [sign.join(draw.choice((_text(draw), '"' + _text(draw), "", '"a""b"', "1")) for _ in range(draw.randint(0, 4)))
            for _ in range(draw.randint(0, 8))]  # fmt: skip
    return draw.choice(("\n", "\r\n", "\r")).join([head, *rows]).encode("utf-8", "replace")


@cache
def _good_docx() -> bytes:
    import docx  # noqa: PLC0415 - an extra

    document = docx.Document()
    document.add_heading("Ships")
    document.add_paragraph("The yard paid €30 million for 40 ships in 2019.")
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def make_docx(draw: Draw) -> bytes:
    """A Word file whose parts are changed, and archives that are none."""
    raw = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_good_docx())) as old,
        zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            kind = draw.random()
            if kind < 0.1:
                continue
            if kind < 0.3:
                content = _changed(content, draw)
            if kind > 0.9 and name.endswith("document.xml"):
                content = b"<w:document>" + b"<w:p>" * draw.choice((10, 5_000)) + content
            if kind > 0.97:
                content = b" " * 60_000_000
            new.writestr(name, content)
    return raw.getvalue()


@cache
def _good_pdf() -> bytes:
    from fpdf import FPDF  # noqa: PLC0415 - of the tests

    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    pdf.write(text="The yard paid 30 million dollars for 40 ships in 2019. " * 20)
    return bytes(pdf.output())


def make_pdf(draw: Draw) -> bytes:
    """A PDF whose bytes are changed, cut off or preceded by many digits."""
    if draw.random() < 0.1:
        return b"%PDF-1." + b"7" * draw.choice((1, 4_300, 5_000)) + _good_pdf()
    return _changed(_good_pdf(), draw)


@cache
def _good_parquet() -> bytes:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    from pyarrow import parquet  # noqa: PLC0415

    raw = io.BytesIO()
    parquet.write_table(
        pa.table({"text": ["It paid $5.", None, "It has 40 ships."], "more": [[1], [], None]}), raw
    )
    return raw.getvalue()


def make_parquet(draw: Draw) -> bytes:
    """A Parquet file whose bytes are changed or cut off."""
    return _changed(_good_parquet(), draw)


def _changed(content: bytes, draw: Draw) -> bytes:
    changed = bytearray(content)
    for _ in range(draw.choice((1, 1, 3, 20, 200))):
        if not changed:
            break
        place = draw.randrange(len(changed))
        kind = draw.random()
        if kind < 0.6:
            changed[place] = draw.randrange(256)
        elif kind < 0.75:
            del changed[place : place + draw.choice((1, 10, 1000))]
        elif kind < 0.9:
            changed[place:place] = changed[place : place + draw.choice((1, 10, 1000))]
        else:
            del changed[place:]
    return bytes(changed)


MAKERS: dict[str, Callable[[Draw], bytes]] = {
    "text": make_plain,
    "markdown": make_markdown,
    "html": make_page,
    "jsonl": make_json_lines,
    "csv": make_csv,
    "docx": make_docx,
    "pdf": make_pdf,
    "parquet": make_parquet,
}


def make_file(seed: int, number: int) -> tuple[str, bytes]:
    """File `number` of a seed: its format and what is in it; one in ten is of another format than it says."""
    draw = random.Random(f"{seed}/{number}")  # noqa: S311 - no secret
    name = draw.choice(list(MAKERS))
    made = draw.choice(list(MAKERS)) if draw.random() < 0.1 else name
    content = MAKERS[made](draw) if draw.random() < 0.95 else draw.randbytes(draw.choice((0, 1, 7, 5_000)))
    return name, content


def run_over_files(*, seed: int, count: int, folder: Path, first: int = 0) -> Tally:
    """Read each file; text that comes out is whole Unicode, places are in it, the same twice."""
    warnings.simplefilter("ignore")  # libraries say of broken files that they are broken
    tally = Tally("readers", seed)
    for number in range(first, first + count):
        name, content = make_file(seed, number)
        path = folder / f"file{READERS[name].suffixes[0]}"
        path.write_bytes(content)
        started = time.perf_counter()
        try:
            read = [_read(path, name) for _ in range(2)]
            assert read[0] == read[1], "two runs differ"
        except ReadingError as error:
            if "\n" in str(error) or not str(error).startswith(str(path)):
                tally.fault("a message of more lines, or without its source", f"file {number}: {error}")
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__}: {error} ({place.filename.rpartition('/')[2]}:{place.lineno})"
            tally.fault(kind.replace("\n", " ")[:200], f"file {number} ({name})")
        if time.perf_counter() - started > 12 * SLOW_SECONDS:  # twice read, some of them 100,000 signs deep
            tally.fault("slow", f"file {number} ({name}): {len(content)} bytes")
        tally.runs += 1
    return tally


def _read(path: Path, name: str) -> list[tuple[str, ...]]:
    bad_rows: list[ReadingError] = []
    keep = ("more",) if READERS[name].has_rows else ()
    options = ReadingOptions(keep_fields=keep, on_bad_row=bad_rows.append)
    found = []
    for article in read_articles(Input(str(path), path, PurePath(path.name)), options):
        article.text.encode()
        json.dumps(dict(article.fields))
        for start, end in article.asides:
            assert 0 <= start <= end <= len(article.text), "an aside outside of the text"
        found.append((article.source, article.text))
    return [*found, *((str(error),) for error in bad_rows)]
