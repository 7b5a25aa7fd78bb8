"""Figures of tables: write the claims of each page of a suite, for its scorer to read.

A suite is a file of JSON Lines with `id` and `html`. The predictions are a line a page: `id`, and `claims` as
`claimcheck extract PAGE.html --format json` gives them.

    python benchmarks/tables.py SUITE --output PREDICTIONS
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from claimcheck.pipeline import extract_articles
from claimcheck.reading import ReadingOptions, read_articles
from claimcheck.reading.inputs import Input
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.article import Article


def read_pages(suite: Path, folder: Path) -> Iterator[tuple[str, Article]]:
    """The pages of a suite, each read from a file of its own as the command line would."""
    for line in suite.read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        path = folder / "page.html"
        path.write_text(page["html"], encoding="utf-8")
        for article in read_articles(
            Input(f"{page['id']}.html", path, PurePath(path.name)), ReadingOptions()
        ):
            yield page["id"], article


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("suite", type=Path)
    parser.add_argument("--output", type=Path, help="where the predictions go; standard output without it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = list(read_pages(options.suite, Path(folder)))
    documents = extract_articles((article for _, article in pages), load_pipeline())
    lines = [
        json.dumps(
            {"id": name, "claims": document.model_dump(mode="json", by_alias=True)["claims"]},
            ensure_ascii=False,
        )
        for (name, _), document in zip(pages, documents, strict=True)
    ]
    written = "".join(f"{line}\n" for line in lines)
    if options.output is None:
        sys.stdout.write(written)
    else:
        options.output.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
