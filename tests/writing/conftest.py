"""Results made by hand, so that the writers are tested without a pipeline."""

from __future__ import annotations

import io
import os
import shutil

import pytest
from pydantic import TypeAdapter

from claimcheck.article import Article
from claimcheck.claims import Claim
from claimcheck.claims.base import TextSpan
from claimcheck.result import Entity, make_document
from claimcheck.writing import WRITERS, WritingOptions

CLAIM = TypeAdapter(Claim)


def make_claim(sentence, words, kind, value, *, before="", subject=None, resolved=None, **qualifiers):
    """A claim about `words` in `sentence`, which follows `before` in its article."""
    offset = len(before)
    start = offset + sentence.index(words)
    about = None
    if subject is not None:
        at = offset + sentence.index(subject)
        about = {"start": at, "end": at + len(subject), "text": subject, "resolved": resolved or subject}
        about["resolved_by"] = "only_candidate" if resolved else "as_written"
    return CLAIM.validate_python(
        {
            "id": f"{kind}-{start}",
            "kind": kind,
            "start": start,
            "end": start + len(words),
            "text": words,
            "subject": about,
            "value": value,
            "sentence": {"start": offset, "end": offset + len(sentence), "text": sentence},
            "found_by": f"{kind}/by hand",
            **qualifiers,
        }
    )


SENTENCE = "Asked about Delphi, the lab says that it may have “over” 2.5B parameters, or 40–50% more."
ARTICLE = f"{SENTENCE}\nIt cost nothing."


@pytest.fixture
def document():
    """Two claims of one sentence, with qualifiers, a range, and a character beyond the basic plane."""
    return make_document(
        Article("posts/delphi 𝔸.txt", ARTICLE),
        [
            make_claim(
                SENTENCE,
                "“over” 2.5B parameters",
                "parameter_count",
                {"number": "2500000000"},
                subject="it",
                resolved="Delphi",
                comparator=">",
                certainty="possible",
                attribution={"source": "The lab", "cue": "says"},
            ),
            make_claim(SENTENCE, "40–50%", "percentage", {"low": "40", "high": "50.5", "unit": "percent"}),
        ],
        [
            Entity(
                start=12,
                end=18,
                text="Delphi",
                label="product",
                canonical="Delphi",
                mentions=(TextSpan(start=12, end=18, text="Delphi"),),
            )
        ],
    )


@pytest.fixture
def empty_document():
    return make_document(Article("empty.txt", ""), [], [])


@pytest.fixture
def with_text(document):
    """The same two claims beside the text they were found in."""
    return document.model_copy(update={"text": ARTICLE})


@pytest.fixture
def write():
    """Run a writer by name on documents and return what it wrote: text, or bytes of a binary format."""

    def run(name, documents, **options):
        written = io.BytesIO()
        out = io.TextIOWrapper(written, encoding="utf-8", newline="", write_through=True)
        WRITERS[name].write(documents, out, WritingOptions(**options))
        return written.getvalue() if WRITERS[name].is_binary else written.getvalue().decode()

    return run


@pytest.fixture
def claim_maker():
    return make_claim


@pytest.fixture(scope="module")
def browser():
    """A browser without a window; the tests of pages are passed over without Playwright or Chromium.

    Playwright for Python comes with `pip install 'claimcheck-nlp[browser]'`; where an installed Chromium or
    Chrome is may stand in CLAIMCHECK_BROWSER.
    """
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="needs Playwright: pip install 'claimcheck-nlp[browser]'"
    )
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = os.environ.get("CLAIMCHECK_BROWSER") or next(filter(None, map(shutil.which, names)), None)
    if path is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with playwright.sync_playwright() as started:
        # The sandbox needs rights that containers do not give; the pages are our own.
        opened = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()
