"""The Python API on texts of every size and sort."""

import re
import textwrap
from pathlib import Path

import pytest

from claimcheck import extract, pipeline
from claimcheck.article import Article
from claimcheck.errors import ReadingError
from claimcheck.passages import split
from claimcheck.pipeline import extract_article, extract_articles
from claimcheck.tagging import pipelines
from claimcheck.tagging.pipelines import load_pipeline

SAMPLES = sorted((Path(__file__).parent.parent / "data" / "articles").glob("*.txt"))


def test_half_a_surrogate_pair_is_refused_in_one_line():
    with pytest.raises(ReadingError, match="character 3 is half of a surrogate pair"):
        extract("ab \ud800 cd")


def test_a_person_is_listed_once_with_every_mention():
    text = "Marta Lindqvist joined Acme Ltd in 2019. Lindqvist had worked for the IMF. Marta Lindqvist left."
    people = [entity for entity in extract(text).entities if entity.label == "person"]
    assert [entity.text for entity in people] == ["Marta Lindqvist"]
    assert [mention.text for mention in people[0].mentions] == [
        "Marta Lindqvist",
        "Lindqvist",
        "Marta Lindqvist",
    ]
    assert (people[0].start, people[0].mentions[1].start) == (0, text.index("Lindqvist had"))


def test_an_acronym_is_a_name_of_its_own():
    text = "The International Monetary Fund (IMF) agreed. The IMF paid in May."
    names = [(e.text, e.canonical, len(e.mentions)) for e in extract(text).entities]
    assert ("IMF", "International Monetary Fund", 2) in names
    assert ("International Monetary Fund", "International Monetary Fund", 1) in names


def test_the_default_pipeline_is_loaded_once():
    assert load_pipeline() is load_pipeline(None)


@pytest.mark.parametrize(
    "text", ['"' * 20_000, "1," * 10_000, "x" * 100_000, 'said "a ' * 1_000, "$" * 20_000]
)
def test_runs_without_end_are_read(text):
    document = extract(text)
    assert all(text[claim.start : claim.end] == claim.text for claim in document.claims)


def test_offsets_hold_over_the_seams_of_a_long_text():
    paragraph = "Acme Inc. raised $5 million in 2019. Its app has 40,000 users in 12 countries.\n\n"
    text = paragraph * 2_000  # more than one passage
    document = extract(text)
    assert all(text[claim.start : claim.end] == claim.text for claim in document.claims)
    assert sum(claim.kind == "money" for claim in document.claims) == 2_000
    assert len({claim.id for claim in document.claims}) == len(document.claims)


@pytest.mark.parametrize("together", [1, 3_000, 1_000_000])
def test_what_is_tagged_together_does_not_change_the_claims(together, monkeypatch):
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    texts += [
        "",
        "Acme paid $5 million.",
        "Die Fähre hat in diesem Jahr mehr als 40.000 Fahrgäste befördert.",
        *texts,
    ]
    articles = [Article(f"#{number}", text) for number, text in enumerate(texts)]
    alone = [extract_article(article, load_pipeline()).model_dump_json() for article in articles]
    monkeypatch.setattr(pipeline, "BATCH_CHARS", together)
    monkeypatch.setattr(pipelines, "BATCH_CHARS", together)
    found = [document.model_dump_json() for document in extract_articles(articles, load_pipeline())]
    assert found == alone


def test_articles_are_read_a_few_ahead(monkeypatch):
    monkeypatch.setattr(pipeline, "BATCH_CHARS", 50)
    read = []

    def articles():
        for number in range(20):
            read.append(number)
            yield Article(f"#{number}", "It has 40 doors.")

    results = extract_articles(articles(), load_pipeline("blank"))
    for number in range(20):
        next(results)
        assert len(read) <= number + 4


@pytest.mark.model
def test_the_rest_of_a_bracket_is_no_subject():
    text = "The call duck is a small duck, as it weighs less than 1 kg (2.2 lb).[48]\n\nHeraldry\n"
    subjects = [claim.subject.text for claim in extract(text).claims if claim.kind == "measurement"]
    assert subjects
    assert not any(")" in subject or "[" in subject for subject in subjects)


PARAGRAPH = (
    "The county hired 340 nurses in March 2021, and its budget rose by about 14 percent to 3.2 million kroner. "
    "Jonas Falk, the head of the Norwegian Rail Board, said that the 1.1B parameters of the Falcon Air model "
    "were trained on 2,048 GPU hours of computation. Output fell by 1.5% in mining, by 0.4% in trade."
)


def what_is_told(text):
    document = extract(text)
    assert all(text[claim.start : claim.end] == claim.text for claim in document.claims)
    assert all(text[e.start : e.end] == e.text for entity in document.entities for e in entity.mentions)
    subjects = [claim.subject for claim in document.claims if claim.subject is not None]
    assert all(text[subject.start : subject.end] == subject.text for subject in subjects)
    sentences = [claim.sentence for claim in document.claims]
    assert all(text[span.start : span.end] == span.text for span in sentences)
    cues = [cue for claim in document.claims for cue in claim.cues]
    assert all(text[cue.start : cue.end] == cue.text for cue in cues)
    return [(claim.id, claim.kind, claim.start, claim.end, claim.value) for claim in document.claims]


@pytest.mark.parametrize("width", [60, 66, 72, 80, 100])
def test_where_the_lines_of_a_paragraph_end_changes_nothing(width):
    assert len(what_is_told(PARAGRAPH)) == 9
    assert what_is_told(textwrap.fill(PARAGRAPH, width)) == what_is_told(PARAGRAPH)


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f"])
def test_blanks_of_other_sorts_change_nothing(blank):
    assert what_is_told(PARAGRAPH.replace(" ", blank)) == what_is_told(PARAGRAPH)


def test_a_group_of_three_digits_after_a_narrow_blank_is_of_one_number():
    (claim,) = extract("The library lent 48\u00a0310 maps.").claims
    assert claim.value.number == 48_310


def test_a_line_with_a_mark_of_its_own_does_not_go_on():
    text = "The sales team wrote about the price of the tram and said this:\n> 40 trams are sold"
    assert "\n".join(passage.text for passage in split(Article("-", text))) == text


def test_half_a_word_at_the_end_of_a_line_stays_one():
    passage = next(split(Article("-", "A well-\nknown line of 40 words ends\nhere.")))
    assert passage.text == "A well-\nknown line of 40 words ends here."
    assert re.sub(r"\s", " ", passage.written(2, 13)) == "well- known"
