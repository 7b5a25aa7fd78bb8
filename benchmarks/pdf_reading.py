"""Pages per second and peak memory of the PDF reader, beside bare PDFium, pypdf, pdfminer.six and pdftotext.

    python benchmarks/pdf_reading.py FILE.pdf ... [--runs 3] [--made 1 10]

Each reader reads all files in a process of its own, the readers take turns, and the best run counts. A second
is one of processor time, without the start of Python and the imports. Memory is the peak of the process, and
beside it what it is above that after the imports; of pdftotext, a program without imports, both are the
same. A reader that is not installed is left out. `--made` makes PDFs of about so many megabytes of text and
measures them too: the memory should grow with the pages by little more than the file and its text.
claimcheck finds paragraphs, tables, running heads and notes; the others print the characters in their order.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

FRAME = """
import json, resource, sys, time
{imports}
def peak():
    try:  # not ru_maxrss: on Linux it begins with that of the process that started this one
        status = open("/proc/self/status").read()
        return int(status.partition("VmHWM:")[2].split()[0])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before, start = peak(), time.process_time()
characters = sum(read(path) for path in sys.argv[1:])
print(json.dumps([time.process_time() - start, before, peak(), characters]))
"""
READERS = {
    "claimcheck": """
import pypdfium2, spacy.lang.en.stop_words
from claimcheck.reading import read as read_file
def read(path):
    return sum(len(article.text) for article in read_file(path))
""",
    "pypdfium2": """
import pypdfium2
def read(path):
    document, characters = pypdfium2.PdfDocument(path), 0
    for page in document:
        textpage = page.get_textpage()
        characters += len(textpage.get_text_bounded())
        textpage.close()
        page.close()
    document.close()
    return characters
""",
    "pypdf": """
import logging, pypdf
logging.disable()
def read(path):
    return sum(len(page.extract_text()) for page in pypdf.PdfReader(path).pages)
""",
    "pdfminer.six": """
import logging
from pdfminer.high_level import extract_text
logging.disable()
def read(path):
    return len(extract_text(path))
""",
}
WORDS = (
    "The harbour of Lindvik handled {} ships in {}. Its piers were rebuilt after the storm for {} million"
    " kroner, and the town council, which owns most of them, expects that traffic will grow by {} percent."
)


LINE_CHARS = 105
"""What fits on a line of a made page; fpdf2 takes ten times as long to break the lines itself."""

LONGEST_TO_REPEAT = 60.0
"""A reader that takes more seconds is run once: pdfminer.six needs minutes for 20 MB."""


class Measured(NamedTuple):
    """Processor seconds, kilobytes before and at the peak, characters read."""

    seconds: float
    before: int
    peak: int
    characters: int


def measure(reader: str, files: Sequence[Path]) -> Measured | None:
    """One run of a reader in a process of its own; None where it is not installed or fails."""
    if reader == "pdftotext":
        return _measure_pdftotext(files)
    program = FRAME.format(imports=READERS[reader])
    command = [sys.executable, "-c", program, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return Measured(*json.loads(done.stdout)) if done.returncode == 0 else None


def _measure_pdftotext(files: Sequence[Path]) -> Measured | None:
    program = shutil.which("pdftotext")
    if program is None:
        return None
    seconds, peak, characters = 0.0, 0, 0
    for path in files:
        with tempfile.TemporaryFile() as out:
            process = subprocess.Popen([program, str(path), "-"], stdout=out, stderr=subprocess.DEVNULL)  # noqa: S603
            _, _, used = os.wait4(process.pid, 0)
            process.returncode = 0
            characters += out.seek(0, os.SEEK_END)
        seconds += used.ru_utime + used.ru_stime
        peak = max(peak, used.ru_maxrss)
    return Measured(seconds, 0, peak, characters)


def make_pdf(path: Path, megabytes: float) -> None:
    """A PDF of text of about this size."""
    from fpdf import FPDF  # noqa: PLC0415 - an extra

    document = FPDF()
    document.set_compression(False)
    document.set_font("Times", size=11)
    for page in range(max(1, round(megabytes * 1_000_000 / 4_400))):
        document.add_page()
        for paragraph in range(10):
            number = page * 10 + paragraph
            text = WORDS.format(100 + number % 900, 1950 + number % 70, 2 + number % 40, 1 + number % 9)
            for line in textwrap.wrap(f"{text} {text}"[: 330 + number % 40], LINE_CHARS):
                document.cell(0, 5.5, line, new_x="LMARGIN", new_y="NEXT")
            document.ln(3)
    document.output(str(path))


def count_pages(files: Sequence[Path]) -> int:
    """The pages of all files."""
    import pypdfium2  # noqa: PLC0415 - an extra

    return sum(len(pypdfium2.PdfDocument(str(path))) for path in files)


def compare(title: str, files: Sequence[Path], runs: int) -> None:
    """Print a table of all readers on some files."""
    pages = count_pages(files)
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{title}: {len(files)} files, {pages} pages, {size:.1f} MB")
    print(f"  {'':14}{'pages/s':>9}{'peak, MB':>10}{'above, MB':>11}{'characters':>12}")
    best: dict[str, Measured] = {}
    for _ in range(runs):
        for reader in (*READERS, "pdftotext"):
            if reader in best and best[reader].seconds > LONGEST_TO_REPEAT:
                continue
            found = measure(reader, files)
            if found is not None:
                best[reader] = min(found, best.get(reader, found))
    for reader, found in best.items():
        above = f"{(found.peak - found.before) / 1000:,.0f}"
        print(
            f"  {reader:14}{pages / found.seconds:9,.0f}{found.peak / 1000:10,.0f}{above:>11}"
            f"{found.characters:12,}"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--made", type=float, nargs="*", default=[], metavar="MEGABYTES")
    options = parser.parse_args(arguments)
    if options.files:
        compare("given", options.files, options.runs)
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in options.made:
            path = Path(folder) / f"{megabytes:g}.pdf"
            make_pdf(path, megabytes)
            compare(f"made, {megabytes:g} MB", [path], options.runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
