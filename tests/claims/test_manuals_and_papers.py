"""Amounts, ranks and names as manuals, papers and licences have them, beside what looks like them elsewhere."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def claims(text):
    return [(claim.kind, claim.text) for claim in extract(text).claims]


@pytest.mark.parametrize(
    ("text", "near_miss", "expected"),
    [
        ("It writes an ASN.1 structure.", "It writes 1 structure.", ("count", "1 structure")),
        ("It flies 737–8 and 737–9 jets.", "It flies 8–9 jets.", ("count", "8–9 jets")),
        ("It fills pages 120–30 of it.", "It moved 120–130 boats.", ("count", "120–130 boats")),
        ("The flags -1 to -9 boats set it.", "It has 9 boats.", ("count", "9 boats")),
        (
            'Call the first file "?1" and the next one "?2" and so on.',
            'It is a 2" pipe and it is old.',
            ("measurement", '2"'),
        ),
        (
            "The strings end with an extra zero character.",
            "The race had zero crashes.",
            ("count", "zero crashes"),
        ),
        (
            "It reads two hundred k of data.",
            "It reads two hundred pages of data.",
            ("count", "two hundred pages of data"),
        ),
        (
            "Each cell has 8 more V (valid) bits.",
            "Each cell has 8 more bits.",
            ("count", "8 more bits"),
        ),
        ("No one lost a penny in the crisis.", "No one lost a dollar in the crisis.", ("money", "a dollar")),
        ("The build takes under a second.", "She was placed second.", ("ranking", "second")),
        (
            "The loss record numbers can be read.",
            "They came in record numbers.",
            ("ranking", "record numbers"),
        ),
        (
            "The tool prints size == 4 here.",
            "The tool needs numpy==1.26 here.",
            ("version", "numpy==1.26"),
        ),
        (
            "It is under the GNU General Public License.",
            "It is under General Ann Lee.",
            ("role", "General Ann Lee"),
        ),
        (
            "If the state is Orbit, the call failed, and it ends.",
            "Meet Orbit, the old tool that failed.",
            ("definition", "the old tool"),
        ),
        (
            "It holds Orbit, any agent or employee harmless.",
            "It holds Orbit, an agent or employee of boats.",
            ("definition", "an agent"),
        ),
        (
            "It copies the Orbit files (the base package alone is over 700K).",
            "It copies Orbit (the base package of boats).",
            ("definition", "the base package of boats"),
        ),
        (
            "It follows 4.3BSD in that.",
            "It costs 4.3 million BSD in Nassau.",
            ("money", "4.3 million BSD"),
        ),
        (
            "It is under the 3-Clause BSD licence.",
            "It has 3 clauses.",
            ("count", "3 clauses"),
        ),
        (
            "It needs version 1.4-5+deb10u1 of boats.",
            "It needs 4-5 boats.",
            ("count", "4-5 boats"),
        ),
        (
            "The new upstream version 1.2 is old.",
            "The new Orbit version 1.2 is old.",
            ("version", "Orbit version 1.2"),
        ),
        (
            "May assume that the state is the same.",
            "May said that the pier is old.",
            ("quote", "the pier is old"),
        ),
        (
            "It is a theory, according to which free markets lead to growth.",
            "According to the harbour office, free markets lead to growth.",
            ("quote", "free markets lead to growth"),
        ),
        (
            "set width 1.0 tells the program that all values are read.",
            "The clerk tells users that all values are read.",
            ("quote", "all values are read"),
        ),
        (
            "The ward is at Holm Institute, Elm Str. 4, 72076 Dahlheim, Norland.",
            "The ward lent 72076 Dahlheim books to Norland.",
            ("count", "72076 Dahlheim books"),
        ),
        (
            "Received: 4 May 2019; in revised form: 1 June 2019 / Accepted: 2 June 2019",
            "The port received 4 May flags on 2 June 2019.",
            ("date", "on 2 June 2019"),
        ),
    ],
)
def test_no_claim_and_what_looks_like_it(text, near_miss, expected):
    kind, _ = expected
    assert kind not in [found for found, _ in claims(text)]
    assert expected in claims(near_miss)


def test_a_counted_noun_ends_with_its_identifier():
    assert claims("It makes 12 calls of read_all_rows in a loop.") == [("count", "12 calls of read_all_rows")]


def test_quotation_marks_inside_a_counted_noun():
    assert ("count", "two “truly random” bits") in claims("Each key has two “truly random” bits.")
    assert ("count", "40 boats") in claims("“The harbour has 40 boats” is what she said.")


def test_a_subject_has_words_and_no_lone_bracket():
    (claim,) = extract("¹³ This is used for 64-bit systems.").claims
    assert claim.subject is None or claim.subject.text == "systems"
    subjects = [claim.subject for claim in extract("• Olga (Pier 8) was the yodeling cowgirl,").claims]
    assert all(subject is None or not subject.text.endswith("8)") for subject in subjects)


def test_the_level_of_an_interval_is_no_further_change():
    assert claims("Losses fell by 12% (95% confidence interval 8% to 15%).") == [
        ("change", "fell by 12%"),
        ("percentage", "8% to 15%"),
    ]
    assert ("change", "9%") in claims("Losses fell by 12% in the north (9% in the south).")


@pytest.mark.parametrize(
    "counted", ["97 new 18F masts", "21 injured sailors", "nine applied pulses", "two unique 3D maps"]
)
def test_the_noun_that_is_counted_may_stand_behind_a_size_or_a_state(counted):
    assert ("count", counted) in claims(f"The report told of {counted}.")


PAPER = (
    "This was shown by Holm (1978), Dahl and Lund (1989) and others (Berg and Moe, 2004; Ness and Vik, 2011). "
    "The variants were proposed by Ek et al. [2012], and were noted elsewhere [Ek, 2011, 2014; Dahl et al., 2016]."
)


def test_years_of_citations_date_nothing():
    assert [text for kind, text in claims(PAPER) if kind == "date"] == []


def test_an_author_with_both_names_is_cited_behind_by_in_a_text_of_citations():
    text = "The tide tables are those of a paper by Signe Dahl (1990). They were tested twice (Ness, 1985d; Moe, 1991b)."
    assert [words for kind, words in claims(text) if kind == "date"] == []
    novel = "The film rests on the novel by Signe Dahl (1990). It was shown twice (Bergen, 1993; Oslo, 1994)."
    assert "date" in [kind for kind, _ in claims(novel)]


@pytest.mark.parametrize(
    "text", ["She wrote Emma (1815).", 'The deed says that it "began in [2012]" and ended.']
)
def test_years_of_works_and_what_an_editor_adds_are_dates(text):
    assert "date" in [kind for kind, _ in claims(text)]


def test_the_first_of_a_form_is_not_joined_with_the_number_of_its_next_field():
    assert ("ranking", "FIRST\n\n4") not in claims("NAME LAST, FIRST\n\n4. Date of birth of the applicant.")
    assert ("ranking", "The first 4 boats") in claims("The first 4 boats won.")
