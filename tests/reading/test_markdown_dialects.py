"""What other programs add to CommonMark is read as its readers see it, and every line stays on its line."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reading.markdown_dialects import in_common_mark


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('!!! note "On ships"\n\n    It has 12 piers.\n\n    And a mill.\n\nEnd.', "On ships\n\nIt has 12 piers.\n\nAnd a mill.\n\nEnd.\n"),
        ("??? tip\n    It has 12 piers.\n", "It has 12 piers.\n"),
        ("!!! note\n    One.\n\n    !!! tip\n        Two.\n\n    Three.\n", "One.\n\nTwo.\n\nThree.\n"),
        ("!!! note\n    One.\n\n    ```\n    x = 12\n    ```\n", "One.\n"),
        ('=== "Linux"\n\n    It runs.\n', "Linux\n\nIt runs.\n"),
        ("```{note}\n:class: wide\nIt has 12 piers.\n```\nEnd.", "It has 12 piers.\n\nEnd.\n"),
        (":::{tip}\nIt has 12 piers.\n:::\n", "It has 12 piers.\n"),
        ("::: {.callout-note}\nIt has 12 piers.\n:::\n", "It has 12 piers.\n"),
        ("> [!NOTE]\n> It has 12 piers.\n", "It has 12 piers.\n"),
        ("- [x] It has 12 piers.\n1. [ ] A mill.\n", "It has 12 piers.\n\nA mill.\n"),
        ("Pier\n: A wall of 12 metres.\n", "Pier\n\nA wall of 12 metres.\n"),
        ("It has 12 piers.\n{: .lead }\n", "It has 12 piers.\n"),
        ("## Piers of Holm {#p-2018 .wide}\n", "Piers of Holm\n"),
        ("[A mill]{.smallcaps} stands here.", "A mill stands here.\n"),
        ("[[Holm of 2018|Holm]] and [[Lund]] lie apart. ![[map 2018]]", "Holm and Lund lie apart.\n"),
        ('{% include a.html n="12 piers" %}\n\n{{< figure src="b.png" >}}\n\nIt has {{ n }} piers.', "It has piers.\n"),
        ("import Chart from '../chart2018'\nexport const year = 2018\n\nIt has 12 piers.", "It has 12 piers.\n"),
        ("It held 10<sup>6</sup> eels.<sup>[12](#n)</sup>", "It held 10⁶ eels.¹²\n"),
        ("From 1956--1959 a mill---the first---stood.", "From 1956–1959 a mill—the first—stood.\n"),
        ("It is old.^12^ ==So it was==, and ++now++ {ref}`the mill <mill>` stands.", "It is old.¹² So it was, and now the mill stands.\n"),
        ("It is old [@holm2018, p. 12]. %%It has 12 piers.%%", "It is old.\n"),
        ('It cost $5[[7]](#c) million, 20[[9]](h.html "Holm")% more than in [[2018]].', "It cost $5 million, 20% more than in 2018.\n"),
        ("It cost ~~$20~~ $30 on the $5^{th}$ day, and held $10^6$ or $10^{-3}$ of it.", "It cost $30 on the 5th day, and held 10⁶ or 10⁻³ of it.\n"),
        ('!!! danger wide "On ships"\n\n    It sank.\n\n???+ note inline end\n    It rose.\n', "On ships\n\nIt sank.\n\nIt rose.\n"),
        ("import A, {B} from '../a'\nimport * as C from \"c\";\nimport 'd.css'\nexport default Page\n\nIt sank.", "It sank.\n"),
    ],
)  # fmt: skip
def test_a_dialect_is_read(read, source, text):
    assert read("a.md", source).text == text


@pytest.mark.parametrize(
    "source",
    [
        "```\n!!! note\n    {{ x }}\n```\n",
        "```python\n:::\n[[x]]\n```",
        "Use `{{ x }}` and ``[[ y ]]`` here.",
        "It ends: not a list.\n\n: So it stands.",
        "Time: 12.\nA [link](b.md) and [x] here.",
        "The import of wool fell from 12 to 9.",
        "~~~\n```{note}\n~~~\n",
        "If a == b, then C++ and D++ are 2^10^10.",
        "It grew by 4 %% and 5 percent.",
        "Run it with --verbose -- or without.",
        "The mill runs on C++14 and the pier on C++20 parts.",
        "It holds if a==4 and b==20 and c==7.",
        "It made 90%% of its plan, and 40%% of 600 men came.",
        "!!! 60 men drowned off Holm.",
        "??? mills were sold that year",
        "import taxes on 300 mills from 'Holm' fell by 5%.",
        "export default swaps on 20 mills rose.",
        "It cost $5 or \\$6^2 and US$7^2$ in 2018.",
        "Rents\n: fell by 5% in 2018",
        "So it was [[the mill]](m.md) that burned.",
    ],
)
def test_other_words_stay(source):
    assert in_common_mark(source) == source


def test_lines_stay_where_they_are(read, lines_of):
    article = read("a.md", "!!! note\n\n    It has 12 piers.\n\n```{tip}\nA mill.\n```\n")
    assert lines_of(article) == [(3, "It has 12 piers."), (6, "A mill.")]


@pytest.mark.parametrize(
    "opener", ["{% ", "{.b [c]{ ==x ++y %% {{ {% [[a| ^1 ", "[[1]](a", "!!! a ", "import {a, "]
)
def test_a_long_line_of_openers_takes_no_long_time(opener):
    source = opener * (100_000 // len(opener))
    begun = time.perf_counter()
    in_common_mark(source)
    assert time.perf_counter() - begun < 2  # 0.1 seconds; each looked for to the end of the line, 20


@given(st.text(alphabet="!?=:`~{}[]|%> \n\tax1#.-\"'"))
def test_any_source_keeps_its_lines(source):
    assert in_common_mark(source).count("\n") == source.count("\n")
