"""How long a browser takes to open a review sheet of 100 articles and 5,000 claims.

    python benchmarks/review_sheet.py [--browser PATH] [--runs N]

The articles are those of `data/articles`, repeated, with 50 claims each. Time counts from the request to the
frame after the page is ready: filters, counts and keys work. Needs Playwright (`pip install
'claimcheck-nlp[browser]'`) and Chromium.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from claimcheck import extract
from claimcheck.writing import WRITERS, WritingOptions

ARTICLES, CLAIMS = 100, 50
SAMPLES = sorted((Path(__file__).parent.parent / "data" / "articles").glob("*.txt"))


def write_sheet(path: Path) -> None:
    documents = []
    for sample in SAMPLES:
        text = sample.read_text(encoding="utf-8")
        document = extract(text, source=sample.name)
        documents.append(document.model_copy(update={"text": text, "claims": document.claims[:CLAIMS]}))
    many = (
        documents[number % len(documents)].model_copy(update={"source": f"{number + 1}.txt"})
        for number in range(ARTICLES)
    )
    with path.open("w", encoding="utf-8", newline="") as out:
        WRITERS["html"].write(many, out, WritingOptions())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--browser", default=shutil.which("chromium"))
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "review.html"
        write_sheet(path)
        print(f"{path.stat().st_size / 1e6:.1f} MB")
        browser = playwright.chromium.launch(executable_path=arguments.browser, args=["--no-sandbox"])
        for _ in range(arguments.runs):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            start = time.perf_counter()
            page.goto(path.as_uri(), wait_until="commit")
            page.wait_for_selector("html[data-ready]", state="attached")
            page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            ready = time.perf_counter() - start
            paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
            print(f"ready after {ready:.2f} s, first words after {paint / 1000:.2f} s")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
