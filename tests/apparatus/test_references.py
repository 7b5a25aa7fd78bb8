"""Lists of references hold no claims; sentences that look like them do."""

from __future__ import annotations

import pytest

from claimcheck.apparatus.finding import asides_of
from claimcheck.apparatus.references import find_references, find_run_in_references
from claimcheck.article import Article
from claimcheck.lexicons import load_rows

REFERENCES = (
    "References\n\nDahl, I. (2004). Forty boats of the sound. Holm Press.\n\n"
    "Lund, O. (1998). The 12 piers. Journal of Boats. 12 (3): 40–52.\n"
)


def test_what_stands_under_references_holds_no_claims():
    text = f"The pier has 40 boats.\n\n{REFERENCES}"
    (span,) = asides_of(Article("-", text))
    assert text[slice(*span)].strip() == REFERENCES.removeprefix("References").strip()


@pytest.mark.parametrize("row", load_rows("en/reference_headings.csv"), ids=lambda row: row["heading"])
def test_each_heading_of_references_is_known(row):
    assert list(find_references(REFERENCES.replace("References", row["example"])))


def test_references_end_where_sentences_go_on():
    after = "\nAppendix\n\nThe town has 40 boats.\n\nIt had 12 piers.\n\nThey had 3 bridges.\n"
    text = f"{REFERENCES}{after}"
    (span,) = find_references(text)
    assert text[span[1] :].strip() == after.strip()


def test_references_go_on_behind_a_table_that_stands_among_them():
    first = "\n\n".join(f"[{i}] I. Dahl, {i} boats, J. Boats 12 (2015) {i}00-{i}15." for i in range(1, 4))
    table = "Boats of the sound\n\nNets 12 14\n\nRopes 9 11\n\nThe town has 40 boats."
    rest = "of the 12 piers, Sea Walls 7 (2003) 22-27. [5] O. Lund, Two tides, Sea Walls 8 (2004) 3-9.\n\n[6] Rud, 8 tides, 1999."
    text = f"References\n\n{first}\n\n{table}\n\n{rest}"
    assert [text[start:end].strip() for start, end in find_references(text)] == [first, rest]


def test_references_of_medicine_put_a_semicolon_behind_the_year():
    entries = "1. Dahl IM, Lund O. Forty boats. Nature, 1993; 327: 524-6.\n\n2. Rud A. 8 tides. J Sea 2004;10(3):149-159."
    text = f"The pier has 40 boats.\n\nReferences\n\n{entries}"
    assert [text[start:end].strip() for start, end in find_references(text)] == [entries]


def test_references_run_into_one_paragraph_are_found_by_their_numbers():
    entries = " ".join(
        f"{i}. Dahl IM, Lund O ({i + 1990}) Forty boats of {i} piers. J Sea {i}:12–19" for i in range(1, 6)
    )
    text = f"The pier has 40 boats. References {entries}\n\nIt has 3 bridges."
    assert [text[start:end] for start, end in find_run_in_references(text)] == [entries]


def test_numbered_names_are_no_references():
    text = "1. Dahl IM (40 boats) 2. Lund O (3 boats) 3. Rud A (9 boats)"
    assert list(find_run_in_references(text)) == []


def test_an_entry_tells_itself():
    text = 'The pier has 40 boats.\n\n^ "Forty boats". The Herald. Retrieved 4 May 2019.\n\nIt has 3 bridges.'
    (span,) = find_references(text)
    assert text[slice(*span)].startswith("^")


@pytest.mark.parametrize(
    "text",
    [
        "References\n\nHe gave two references, and 40 boats were built.",
        "Sources say that 40 boats were built in 2004.",
        "The dog retrieved 12 sticks on 4 May 2019.",
    ],
)
def test_sentences_are_no_references(text):
    assert list(find_references(text)) == []


def test_references_of_chemistry_have_numbers_in_brackets_and_volumes_behind_the_year():
    entries = [
        f"({number}) Holm, A. B.; Dahl, C. On the {number}th use of salt in the north. Sea Letters 201{number}, 12, 345–67."
        for number in range(1, 5)
    ]
    text = "The yard built 12 boats.\n\nReferences\n\n" + "\n\n".join(entries)
    assert [text[start:end].strip() for start, end in find_references(text)] == ["\n\n".join(entries)]
