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
    (claim,) = extract("¹³ This is used for 64-bit processors.").claims
    assert claim.subject is None or claim.subject.text == "processors"
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


@pytest.mark.parametrize(
    "text",
    [
        "The rates of the sites are drawn according to a gamma distribution.",
        "The boats are put back on a slip according to their uniform weights.",
        "The likelihood is found by pooling the rows according to the covariates.",
    ],
)
def test_what_something_is_drawn_or_sorted_by_says_nothing(text):
    assert "quote" not in [kind for kind, _ in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Rents rose in May according to a survey of agents.",
        "Rents rose in May, according to the covariates of the model.",
        "Rents rose in May according to Halden Bank.",
        "The pier was safe according to a 2011 study.",
    ],
)
def test_who_brings_news_or_has_a_name_speaks_without_a_comma_too(text):
    assert "quote" in [kind for kind, _ in claims(text)]


def test_a_word_of_change_before_the_noun_that_it_describes_changes_nothing():
    text = "The noise reduction filter sends the sound to the 48 loudspeakers of the hall."
    assert "change" not in [kind for kind, _ in claims(text)]
    assert ("change", "growth rate of 4%") in claims("The town had a growth rate of 4% in 2019.")


def test_a_form_that_nobody_can_say_and_the_name_of_a_file_are_no_superlatives():
    text = "Speed is measured with the kvtest program and with the largest.c program of the tree."
    assert "ranking" not in [kind for kind, _ in claims(text)]
    assert ("ranking", "the fastest program of the tree") in claims("It is the fastest program of the tree.")


def test_terms_of_a_formula_have_no_units():
    text = "It has an F distribution with n − 2k degrees of freedom, and the bound has the shape 1 + 2t of a line."
    assert [kind for kind, _ in claims(text) if kind in ("measurement", "count")] == []
    assert ("measurement", "2t") in claims("The crane lifts 2t of sand.")


def test_what_the_reader_may_do_or_is_told_to_do_is_no_claim():
    assert claims("If you take more than 80 mg, call a doctor.") == []
    assert claims("Do not store it above 25 °C.") == []
    assert claims("Use the script to make a table with 4,000 rows.") == []
    assert ("money", "$12") in claims("If you stay for a week, the room costs $12 less a night.")
    assert ("count", "4,000 rows") in claims("They use the script to make a table with 4,000 rows.")


@pytest.mark.parametrize(
    "line",
    ["Created: 2003-03-07 08:42:58", "This page was last modified on 2021-06-03", "Updated: 3 May 2019"],
)
def test_when_a_page_or_a_record_was_made_is_no_claim(line):
    assert claims(f"The pier stands on larch.\n\n{line}\n\nIt is long.") == []
    assert ("date", "Created in 1903") in claims("Created in 1903, the park has a lake.")


def test_the_level_of_a_test_is_no_share():
    assert claims("The null hypothesis is not rejected at the 10% level.") == []
    assert ("percentage", "10% level") in claims("Support reached the 10% level in May.")


def test_a_day_that_nobody_knows_lasts_no_day():
    assert "measurement" not in [kind for kind, _ in claims("Acme would one day do this.")]
    assert ("measurement", "one day") in claims("The trip takes one day longer.")


def test_the_page_of_a_citation_may_stand_behind_its_year():
    text = f"{PAPER} The table in Lund (1989, p. 420) shows it, and Moe (2004, pp. 3-9) repeats it."
    assert [words for kind, words in claims(text) if kind == "date"] == []


def test_who_has_a_title_in_capitals_speaks_and_not_the_title():
    text = 'Commenting on the results, Ann Ray, Chief Executive, said: "We sold 40,000 pairs."'
    assert [claim.value.source for claim in extract(text).claims if claim.kind == "quote"] == ["Ann Ray"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("If you visit Lund, which has 92,000 people, take the tram.", ("count", "92,000 people")),
        ("When you visit Lund, a town of 92,000 people, take the tram.", ("count", "92,000 people")),
        ("If you know that Orbit was founded in 1998, say so.", ("date", "was founded in 1998")),
        ("Use Orbit to query the 30 billion rows that Acme collects.", ("count", "30 billion rows")),
        ("Read the report to see that 30% of adults smoke.", ("percentage", "30% of adults")),
    ],
)
def test_what_is_true_whatever_the_reader_does(text, figure):
    assert figure in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "If you find that 30 pixels are dead, call us.",
        "Use it to mix the 300 ml of milk.",
        "Use it to make a table of 300 rows.",
    ],
)
def test_what_the_reader_may_do_or_is_told(text):
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("The clinic stands at 412 N.E. Alder Street in Corvallis.", "measurement", []),
        ("Send it to 77 S. Pine Avenue by Monday.", "measurement", []),
        ("The rope took 412 N. It did not break.", "measurement", [412]),
        ("Here z is an m × 1 vector of weights that sum to one.", "count", []),
        ("The slab is 3 × 1 m.", "measurement", [3, 1]),
        ("The tool copies files between 32-bit and 64-bit hosts.", "measurement", [32, 64]),
        ("The film is between 32 and 64 nm thick.", "measurement", [None]),
        ("The last step is the growth of a 40 nm thick cap.", "change", []),
        ("The last step brought a growth of 40 nm.", "change", [40]),
        ("The package knots (Aldous et al., 2004, 2011) draws them.", "date", []),
        ("The package knots (Aldous et al., in 2011) was shown.", "date", ["2011"]),
        (
            "Errors grow (Aldous 1986, 1990). Reef and Vane (1987) and Lane and Ray (2003) saw it first.",
            "date",
            [],
        ),
        ("It was held twice (Norway 1998, 2002).", "date", ["2002"]),
        ("The map is a 12 * 12 grid of cells.", "count", []),
        ("We draw a two-by-two table for each boat.", "count", []),
        ("They sat by the pier, and three people stayed.", "count", [3]),
        ("Its share is 0.72 h2 in all.", "measurement", []),
        ("It falls at 9 m/s2 here.", "measurement", [9]),
    ],
)
def test_signs_of_papers_that_look_like_amounts(text, kind, values):
    found = [claim.value for claim in extract(text).claims if claim.kind == kind]
    assert [value.timex if kind == "date" else value.number for value in found] == values
