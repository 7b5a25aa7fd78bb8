from __future__ import annotations

import pytest

import claimcheck
from claimcheck.checking.differing import facts_of

pytestmark = pytest.mark.model


def changes(old, new):
    return [(f.verdict, f.kind, f.place.text) for f in claimcheck.diff(old, new).findings]


def test_equal_versions_have_no_differences():
    text = "The plant has 412 workers. Ann Reed runs it."
    assert changes(text, text) == []


def test_a_figure_that_changed_is_shown_with_both_places():
    old, new = "It rains.\n\nThe plant has 412 workers.", "The plant has 421 workers today."
    (found,) = claimcheck.diff(old, new).findings
    assert (found.verdict, found.reason) == ("changed", "412 workers became 421 workers")
    assert new[found.place.start : found.place.end] == "421 workers"
    assert old[found.evidence[0].start : found.evidence[0].end] == "412 workers"


def test_what_only_moved_is_not_a_change():
    old = "The plant has 412 workers. It was opened by a minister in rain."
    new = "A minister opened it. Today 412 workers run the whole plant day and night."
    assert changes(old, new) == [("moved", "count", "412 workers")]


def test_sentences_that_come_and_go():
    old = "The plant is large. It cost 5 million euros."
    new = "The plant is large. Its staff is 412 people."
    found = changes(old, new)
    assert ("added", "count", "412 people") in found
    assert ("removed", "money", "5 million euros") in found


def test_a_denial_is_a_change():
    found = changes("ChatGPT was built with Django.", "ChatGPT was not built with Django.")
    assert any(verdict == "changed" for verdict, *_ in found)


def test_a_file_as_lines_for_git():
    document = claimcheck.extract("The plant has 412 workers.")
    text = document.model_copy(update={"text": "The plant has 412 workers."})
    assert list(facts_of(text)) == ["count [workers]: 412 workers"]


def test_figures_of_one_sentence_that_change_places_have_changed():
    found = claimcheck.diff(
        "The team has 9 engineers in Lisbon and 4 in Porto.",
        "The team has 4 engineers in Lisbon and 9 in Porto.",
    ).findings
    assert [f.place.text for f in found if f.verdict == "changed"] == ["4 engineers", "9"]


def test_an_initial_and_an_article_are_no_names_to_show():
    from claimcheck.checking.differing import _names_something

    assert not _names_something("C.")
    assert not _names_something("The")
    assert _names_something("C")
    assert _names_something("The Hague")


def test_what_changed_in_a_sentence_that_moved_has_changed():
    old = (
        "The scheme will cost 540,000 pounds, paid by the town. The garden opens in September. "
        "A petition against it has 1,870 signatures."
    )
    new = (
        "A petition against it has 1,940 signatures. The scheme will cost 590,000 pounds, paid by the town. "
        "The garden opens in September."
    )
    found = {(f.verdict, f.place.text) for f in claimcheck.diff(old, new).findings}
    assert ("changed", "590,000 pounds") in found
    assert ("changed", "1,940 signatures") in found
    assert not {verdict for verdict, _ in found} & {"added", "removed"}
