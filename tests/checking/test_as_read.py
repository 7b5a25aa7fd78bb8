"""Marks, what is not seen and the ends of lines change no verdict; places are those of the text as written."""

import html
import re
import textwrap
from functools import partial

import pytest

from claimcheck import extract
from claimcheck.checks import check, compare, diff, ground, lint

SOURCE = (
    "The Larkspur plant in Leeds has 412 workers and opened in 2016, said Jonas Falk, its director. Sales rose by "
    '14% to £3.2 billion in 2021. "The plans are sound & safe," said Mary Holt. Some 340 nurses went to Oslo.'
)
ANSWER = (
    "Larkspur has 421 workers and opened in 2018. Sales fell by 14 percent to £3.2 billion in 2021. Mary Holt said "
    'that "the plans are sound & risky". About 350 nurses went to Bergen. Revenue rose from £2.1 billion to £3.5 '
    "billion, up 50%. The shares of the votes were 40%, 35% and 30% of all."
)
FACTS = [{"subject": "Larkspur", "property": "workers", "value": 412}]
wrapped = partial(textwrap.fill, width=46)


def bold(text):
    return re.sub(r"(£?\d[\d.,]*\d(?:%| billion| percent)?|Mary Holt|Oslo|Bergen|^Larkspur)", r"**\1**", text)


def unseen(text):
    return text.replace("nurses", "nur\u00adses").replace("%", "\u200e%").replace("Holt", "Ho\u200blt")


def unbroken(text):
    return text.replace(" billion", "\u00a0billion").replace(" nurses", "&nbsp;nurses")


WAYS = {
    "bold": bold,
    "wrapped": wrapped,
    "carriage returns": lambda text: wrapped(text).replace("\n", "\r\n"),
    "unseen": unseen,
    "references": html.escape,
    "unbroken": unbroken,
    "together": lambda text: bold(wrapped(unseen(html.escape(text, quote=False)))).replace("\n", "\r\n"),
}


def record(text, source, *, with_text):
    document = extract(text, source=source)
    return document.model_copy(update={"text": text}) if with_text else document


def checked(answer, source):
    return {
        "ground": ground(answer, source),
        "lint": lint(answer),
        "compare": compare([source, answer]),
        "diff": diff(source, answer),
        "check": check(answer, FACTS),
    }


def told(findings):
    return [(one.id, one.rule, one.verdict, one.reason, len(one.evidence)) for one in findings.findings]


@pytest.mark.parametrize("with_text", [True, False], ids=["text", "record"])
@pytest.mark.parametrize("way", WAYS)
def test_marks_change_no_verdict(way, with_text):
    make = partial(record, with_text=with_text)
    plain = checked(make(ANSWER, "answer"), make(SOURCE, "source"))
    written = {"answer": WAYS[way](ANSWER), "source": WAYS[way](SOURCE)}
    mine, its = (make(text, name) for name, text in written.items())
    for answer, source in ((mine, its), (mine, make(SOURCE, "source")), (make(ANSWER, "answer"), its)):
        found = checked(answer, source)
        assert {name: told(one) for name, one in found.items()} == {
            name: told(one) for name, one in plain.items()
        }
    for findings in checked(mine, its).values():
        places = [p for one in findings.findings for p in (one.place, *one.evidence, *one.operands)]
        assert places
        assert all(written[p.source][p.start : p.end] == p.text for p in places if p.row is None)
        texts = {text.source: text.text_sha256 for text in (*findings.checked, *findings.sources)}
        assert all(texts[one.source] == one.text_sha256 for one in (mine, its) if one.source in texts)
