"""What other programs add to CommonMark is read as its readers see it, and every line stays on its line."""

from __future__ import annotations

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
        "Run it with --verbose -- or without.",
    ],
)
def test_other_words_stay(source):
    assert in_common_mark(source) == source


def test_lines_stay_where_they_are(read, lines_of):
    article = read("a.md", "!!! note\n\n    It has 12 piers.\n\n```{tip}\nA mill.\n```\n")
    assert lines_of(article) == [(3, "It has 12 piers."), (6, "A mill.")]


@given(st.text(alphabet="!?=:`~{}[]|%> \n\tax1#.-\"'"))
def test_any_source_keeps_its_lines(source):
    assert in_common_mark(source).count("\n") == source.count("\n")
