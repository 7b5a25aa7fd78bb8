"""Sentences: a table of texts we wrote, by class of difficulty, then laws that hold for any text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicons import load_rows
from claimcheck.splitting import find_blocks, split_sentences

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "benchmarks" / "sentences"


def sentences_of(text):
    return [text[start:end] for start, end in split_sentences(text)]


# Each entry lists the sentences; the text is what `join` makes of them.
ONE_LINE = {
    "plain": ["The lab opened in May.", "It has nine rooms.", "Who paid?", "We did!"],
    "title before a name": ["Dr. Lindqvist met Prof. Rao.", "They talked."],
    "company form before an opener": ["He works at Tarn Inc.", "They make cranes."],
    "company form before a title": ["Tarn Corp. Chairman Ola Berg resigned."],
    "company form at the end and lower case": ["Jane and co. left early.", "Nobody minded."],
    "initials": ["J. K. Rowling and George R. R. Martin met.", "It rained."],
    "initials open the sentence": ["She left.", "J. P. Lindgren, who stayed, slept.", "A. B. Smith left."],
    "reference to a file number": ["See Ref. HR/2025-08 and App. B, too.", "Ask the ref.", "He knows."],
    "initial before a family name that is also an opener": ["The work is by Lin, X. He, Y. An and others."],
    "country": ["The U.S. Treasury paid.", "She lives in the U.S.", "He lives in the U.K. with her."],
    "letter that is not an initial": ["Take vitamin C.", "It helps."],
    "time of day": ["We met at 6 p.m.", "The train left at 9 p.m. from Leeds."],
    "time opens the sentence": ["At 7 a.m. Mrs. Pike called."],
    "month": ["It opened on Jan. 4, 2021.", "It closed in Feb.", "The owners moved."],
    "reference to a number": ["See Fig. 3 and pp. 12-15 in Vol. II for it.", "No. 7 is new."],
    "'no' as an answer": ["Was it done?", "No.", "They forgot."],
    "for example": ["Use a metal, e.g. Copper, vs. Tin.", "Done."],
    "decimals and money": ["It rose 3.5 percent to $4.20.", "Then it fell."],
    "versions and file names": ["Python 3.12.1 reads setup.cfg and Node.js reads package.json.", "Good."],
    "addresses of the net": [
        "Go to https://tarn.example/a.b/c.html.",
        "Write to ana.r@tarn.example.",
        "Bye.",
    ],
    "number at the end": ["The total was 12.", "In 2019 it was 9.", "2018 was worse."],
    "ellipsis goes on": ["I thought ... maybe not … well, fine.", "Go."],
    "ellipsis ends": ["He waited...", "Nobody came."],
    "spaced ellipsis ends": ["It was long ago . . . .", "We left."],
    "ellipsis in brackets": ["The text [...] Was cut here."],
    "quotation goes on": ['"Is it done?" she asked.', "It was."],
    "quotation before a speaker": ["“Stop!” Ana Ruiz said.", "He stopped."],
    "quotation ends": ['He said, "We won."', "She smiled."],
    "typographic quotation": ["“We won.”", "“Did we?”", "‘Yes.’", "She smiled."],
    "bracket goes on": ["The mill (it closed in May.) was sold.", "It stands."],
    "bracket of its own": ["The mill was sold.", "(It closed in May.)", "Nobody came."],
    "name with a mark": ["She runs Yahoo! News and Yum! Brands.", "Both grew."],
    "numbers of notes": ["It fell by half.[3]", "Nobody knew why. [4] [5]", "The mill closed."],
    "links to notes": [
        "It fell.[[1]](#fn1)",
        "Nobody knew.[^2]",
        "It rose.[3](#n3)",
        "All left.⁴",
        "The end.",
    ],
    "number of a note, glued": ["They trained for a year.12", "The result was poor."],
    "number of a note, apart": ["They trained for a year. 3", "Even so, it failed."],
    "several marks": ["What?!", "No!!", "Yes..."],
    "numbered items": ["1. Open the lid", "2. Pour the water", "3. Close the lid"],
    "numbered items with brackets": ["1) Open the lid.", "2) Pour the water."],
    "bullets": ["• Open the lid", "• Pour the water"],
    "a number that is no item": ["1. Bring 2 Cups and 3 Plates"],
    "label of a caption": ["Figure 2.3", "The mill in winter"],
    "emphasis": ["**It works.**", "_Really._", "Good."],
    "name in camel case opens": ["Sales fell.", "iPhone sales rose.", "eBay followed."],
    "colon and semicolon": ["It has two parts: a lid; a pot."],
    "no space after the mark": ["They paid 1,000 for Node.js and ASP.Net in the U.S.A. and left."],
    "small letters": ["it works.", "they like it.", "who knows?", "i do not see it etc. for long."],
    "numbered items after a colon": ["We need two things:", "1. A lid", "2. A pot.", "That is all."],
    "number after a colon": ["The total: 12.", "The mean: 1.", "The rest is noise."],
    "month ends, day goes on": ["It fell in Feb.", "Sales rose on Mon. March 4 and Tues. Jan. 5."],
    "time goes on": ["Come at 5 p.m. Eastern or 6 p.m. Monday.", "It ends at 9 p.m.", "Buses run late."],
    "abbreviation in brackets": [
        "The (U.S.) Army paid.",
        "He (J. K.) Holm left.",
        "It rose (by 4 percent.)",
        "Why?",
    ],
    "letter after a label": ["Figure 2 (left) shows the mill.", "Table 3 lists the rest."],
    "amount opens": ["Sales fell.", "$3 million was lost.", "€2 million was saved.", "~40 came."],
    "emoticon and emoji": ["It works! :)", "We left. 🎉🎉", "Nobody came."],
    "bracket after an abbreviation": ["Tarn Inc. (Oslo: TRN) pays.", "Come at 9 a.m. (CET) please."],
    "state": ["He left Gary, Ind.", "It was cold.", "The Fresno, Calif. Office closed."],
}


@pytest.mark.parametrize("sentences", ONE_LINE.values(), ids=ONE_LINE.keys())
@pytest.mark.parametrize("space", [" ", "  ", "\u00a0"])
def test_sentences_within_a_line(sentences, space):
    assert sentences_of(space.join(sentences)) == sentences


def test_forgotten_space():
    text = "It fell.The mill closed in 1,990.That hurt!What now?Nobody knows.Ana Ruiz left."
    assert sentences_of(text) == [
        *("It fell.", "The mill closed in 1,990.", "That hurt!", "What now?", "Nobody knows.Ana Ruiz left."),
    ]


LINES = {
    "wrapped prose": (
        "The harbour was built in 1921 by a firm from Leeds that\nalso dug it. It was sold to the\nPort of Hull.",
        [
            "The harbour was built in 1921 by a firm from Leeds that\nalso dug it.",
            "It was sold to the\nPort of Hull.",
        ],
    ),
    "wrapped before a name": (
        "Half of the money for the new bridge came from the North\nSea Fund, and the rest from the\ntown itself.",
        [
            "Half of the money for the new bridge came from the North\nSea Fund, and the rest from the\ntown itself."
        ],
    ),
    "heading over prose": (
        "A New Bridge\nHalf of the money for the bridge came from the North Sea Fund. It opened in May.",
        [
            "A New Bridge",
            "Half of the money for the bridge came from the North Sea Fund.",
            "It opened in May.",
        ],
    ),
    "blank lines": ("A New Bridge\n\nIt opened\n \nin May", ["A New Bridge", "It opened", "in May"]),
    "markdown": (
        "# Bridges of the north and of the south coast\nThe first one\n## Costs\n- steel\n- Stone. It is dear.\n* sand",
        [
            "# Bridges of the north and of the south coast",
            "The first one",
            "## Costs",
            "- steel",
            "- Stone.",
            "It is dear.",
            "* sand",
        ],
    ),
    "underlined heading": ("Bridges\n=======\nThey cost money.", ["Bridges", "=======", "They cost money."]),
    "numbered list": (
        "You need three things:\n1. A lid.\n2. A pot that is large enough for all of the\n   water\na) Salt",
        [
            "You need three things:",
            "1. A lid.",
            "2. A pot that is large enough for all of the\n   water",
            "a) Salt",
        ],
    ),
    "initial at the start of a wrapped line": (
        "The speech about the moon was held in Houston by John\nF. Kennedy in September.",
        ["The speech about the moon was held in Houston by John\nF. Kennedy in September."],
    ),
    "table": (
        "| Name | Size |\n|------|------|\n| Tarn | 7B |\nThat is all.",
        ["| Name | Size |", "|------|------|", "| Tarn | 7B |", "That is all."],
    ),
    "columns": ("Name\tSize\nTarn\t7B", ["Name\tSize", "Tarn\t7B"]),
    "short lines": ("Ana Ruiz\nChief of Research\nTarn Labs", ["Ana Ruiz", "Chief of Research", "Tarn Labs"]),
    "list of things": (
        "features\ncontact manager\nevents, activities",
        ["features", "contact manager", "events, activities"],
    ),
    "heading over two lines": (
        "What the new bridge means for the\nharbour\n\nA lot.",
        ["What the new bridge means for the\nharbour", "A lot."],
    ),
    "wrapped with few words": ("It was a cold \nnight in the city.", ["It was a cold \nnight in the city."]),
    "quoted mail": (
        "> The harbour was built in 1921 by a firm from the\n> north of England.\nI doubt that.",
        ["> The harbour was built in 1921 by a firm from the\n> north of England.", "I doubt that."],
    ),
    "quotation over lines": ("“It was\nlate.”\nShe left.", ["“It was\nlate.”", "She left."]),
}


@pytest.mark.parametrize(("text", "sentences"), LINES.values(), ids=LINES.keys())
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_sentences_over_lines(text, sentences, line_break):
    changed = text.replace("\n", line_break)
    assert sentences_of(changed) == [sentence.replace("\n", line_break) for sentence in sentences]


@pytest.mark.parametrize("row", load_rows("en/abbreviations.csv"), ids=lambda row: row["abbreviation"])
def test_abbreviation_does_not_end_its_example(row):
    example = row["example"]
    assert row["abbreviation"] in example
    assert sentences_of(example) == [example]


@pytest.mark.parametrize("row", load_rows("en/sentence_openers.csv"), ids=lambda row: row["word"])
def test_opener_starts_the_second_sentence_of_its_example(row):
    first, second = sentences_of(row["example"])
    assert second.startswith(row["word"] + " ")
    assert first.endswith(".")


@pytest.mark.parametrize("name", ["en/abbreviations.csv", "en/sentence_openers.csv"])
def test_lexicon_is_sorted_and_has_no_doubles(name):
    keys = [next(iter(row.values())) for row in load_rows(name)]
    assert keys == sorted(set(keys), key=lambda key: (key.lower(), key))


# Characters that rules look at, so that random texts reach them.
TEXTS = st.text() | st.lists(
    st.sampled_from(
        [
            *(
                ".",
                "!",
                "?",
                "…",
                " ",
                "  ",
                "\n",
                "\r\n",
                "\r",
                "\u2028",
                "\u2029",
                "\x0c",
                "\t",
                '"',
                "”",
                "“",
                "'",
            ),
            *(
                "(",
                ")",
                "[",
                "]",
                "[1]",
                "1.",
                "2)",
                "a.",
                "•",
                "- ",
                "# ",
                "| ",
                "> ",
                "Dr",
                "U.S",
                "p.m",
                "Yahoo!",
            ),
            *(
                "Fig",
                "The",
                "the",
                "Ana",
                "iPhone",
                "said",
                "12",
                "3.5",
                "😀",
                "e\u0301",
                "\ufeff",
                "\x00",
                ". . .",
            ),
        ]
    ),
    max_size=60,
).map("".join)


@given(TEXTS)
def test_sentences_are_trimmed_ordered_and_cover_the_text(text):
    spans = split_sentences(text)
    position = 0
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
    assert spans == split_sentences(text)


@given(TEXTS)
def test_no_sentence_runs_across_a_block(text):
    blocks = list(find_blocks(text))
    starts = {start for start, _ in split_sentences(text)}
    ends = {end for _, end in split_sentences(text)}
    assert {start for start, _ in blocks} <= starts
    assert {end for _, end in blocks} <= ends


@given(TEXTS, TEXTS)
def test_paragraphs_are_split_apart_from_each_other(first, second):
    text = first + "\n\n" + second
    offset = len(first) + 2
    moved = [(start + offset, end + offset) for start, end in split_sentences(second)]
    assert split_sentences(text) == split_sentences(first) + moved


MILLION = 1_000_000


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "a",
            "word ",
            '"',
            ".",
            ". ",
            '."',
            '. "',
            ".'",
            "1. ",
            "A. ",
            "?)",
            "[1]",
            "(",
            "\n",
            "\r",
            " ",
            "a\n",
            "A\n",
        ),
        *(
            "...a",
            "|",
            "\t",
            "> ",
            "- ",
            "• ",
            "1) A ",
            "😀",
            "The U.S. The ",
            ". .",
            "a.1 ",
            "[",
            ".[1",
            '.\n"',
            "#",
        ),
    ],
    ids=repr,
)
def test_a_million_characters_of_anything(unit):
    """Each takes well under a second; a rule that looks back or ahead without bound would take hours."""
    text = (unit * (MILLION // len(unit) + 1))[:MILLION]
    spans = split_sentences(text)
    assert sum(end - start for start, end in spans) >= len("".join(text.split()))


BARS = [("golden_rules_en.jsonl", "right=46"), ("boundaries_visible.jsonl", "inner_f1=0.945")]


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"the benchmark is not at {SHARED}")
@pytest.mark.parametrize(("name", "bar"), BARS, ids=["golden rules", "GUM dev"])
def test_benchmark_reaches_its_bar(tmp_path, name, bar):
    records = [json.loads(line) for line in (SHARED / name).read_text("utf-8").splitlines()]
    if name.startswith("boundaries"):
        records = [record for record in records if (record["corpus"], record["split"]) == ("GUM", "dev")]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    predictions = tmp_path / "predictions.jsonl"
    command = [ROOT / "benchmarks" / "sentences.py", gold, "--output", predictions]
    subprocess.run([sys.executable, *map(str, command)], check=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
    scorer = [SHARED / "score_sentences.py", gold, predictions, "--require", bar]
    result = subprocess.run([sys.executable, *map(str, scorer)], check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
