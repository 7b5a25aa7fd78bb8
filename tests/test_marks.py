"""Emphasis and carriage returns in plain text: the claims are those of the text without them."""

import pytest

from claimcheck import explain, extract
from claimcheck.article import Article
from claimcheck.marks import unmarked

PLAIN = (
    "Sales at Acme Ltd rose by 14 percent to $3.2 billion in March 2021, said Jonas Falk, the head of the board.\n"
    "At least 340 nurses were hired by the county of Oslo in\nthe spring."
)
BOLD = (
    "Sales at **Acme Ltd** rose by **14 percent** to **$3.2 billion** in **March 2021**, said **Jonas Falk**, the "
    "head of the board.\n**At least 340 nurses** were hired by the county of Oslo in\nthe spring."
)


def told(document):
    return [
        (claim.kind, claim.text.replace("**", "").replace("\r", ""), claim.value) for claim in document.claims
    ]


@pytest.mark.parametrize("text", [BOLD, PLAIN.replace("\n", "\r\n"), BOLD.replace("\n", "\r\n")])
def test_marks_change_no_claim(text):
    document = extract(text)
    assert told(document) == told(extract(PLAIN))
    assert [claim.id for claim in document.claims] == [claim.id for claim in extract(PLAIN).claims]
    spans = [*document.claims, *(claim.sentence for claim in document.claims), *document.entities]
    spans += [claim.subject for claim in document.claims if claim.subject is not None]
    spans += [cue for claim in document.claims for cue in claim.cues]
    spans += [mention for entity in document.entities for mention in entity.mentions]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert document.text_sha256 != extract(PLAIN).text_sha256


def test_a_pair_of_marks_is_not_torn():
    texts = {claim.text for claim in extract(BOLD).claims}
    assert {"in **March 2021**", "rose by **14 percent** to **$3.2 billion**"} <= texts


def test_what_is_explained_stands_where_it_is_written():
    explained = explain(BOLD)
    spans = [*explained.sentences, *(one for sentence in explained.sentences for one in sentence.candidates)]
    assert all(BOLD[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize(
    "text",
    ["2**10 is 1024 and 2**20 more.", "p was 0.05** and 0.01** below.", "The sign ** stands ** alone.", "a * b", "__init__"],
)  # fmt: skip
def test_other_stars_stay(text):
    assert unmarked(Article("-", text)) is None


def test_a_format_that_took_care_of_its_marks_is_left_alone():
    assert unmarked(Article("-", "It is **bold**.", asides=((0, 2),))) is None
