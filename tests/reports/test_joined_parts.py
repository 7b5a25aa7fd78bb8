"""Parts of a report that a parser joins to its content, or hangs on the verb of saying: the report is the same."""

import pytest

pytestmark = pytest.mark.model


WHOLE = [
    # a second clause of what is said
    (
        (
            "Harrow reported that one mill had its best month ever, and orders at another mill doubled "
            "relative to twelve months earlier."
        ),
        "Harrow",
        "one mill had its best month ever, and orders at another mill doubled relative to twelve months earlier",
    ),
    (
        (
            "Shops reported rents generally grew in Leeds, York, and Hull; rents were flat in Bath; "
            "and rents grew more slowly in Ripon."
        ),
        "Shops",
        (
            "rents generally grew in Leeds, York, and Hull; rents were flat in Bath; "
            "and rents grew more slowly in Ripon"
        ),
    ),
    # phrases after it
    (
        "The report said there was one rider badly hurt, and two more with small cuts; no guards were hurt.",
        "The report",
        "there was one rider badly hurt, and two more with small cuts; no guards were hurt",
    ),
    (
        (
            "The doctors also report that among patients who stayed, the chances of recovery increased with the "
            "length of the first phase up to 7 months and with the total length of treatment up to 18 months."
        ),
        "The doctors",
        (
            "among patients who stayed, the chances of recovery increased with the length of the first phase "
            "up to 7 months and with the total length of treatment up to 18 months"
        ),
    ),
    (
        "Brema Post reports only 3% of Polish bread sales comes from them, compared to 7% in France.",
        "Brema Post",
        "only 3% of Polish bread sales comes from them, compared to 7% in France",
    ),
    # the subject of what is said
    (
        "- Fox News: White House says Norvale to announce $40M plant for turbines",
        "White House",
        "Norvale to announce $40M plant for turbines",
    ),
    (
        'Minister of Culture Tina Gallo said a "more open debate" ((it)) is needed.',
        "Minister of Culture Tina Gallo",
        'a "more open debate" ((it)) is needed',
    ),
    (
        "Ray et al. revealed that DNA changes that damage normal cell activity are less likely to be kept.",
        "Ray et al.",
        "DNA changes that damage normal cell activity are less likely to be kept",
    ),
    # what stands in front
    (
        (
            "According to the Board of Energy, after operating and capital expenses, net income in Norway's oil "
            "industry was near zero."
        ),
        "the Board of Energy",
        "after operating and capital expenses, net income in Norway's oil industry was near zero",
    ),
    (
        "The survey states there were 40 mills in the valley.",
        "The survey",
        "there were 40 mills in the valley",
    ),
    ("Regions characterized growth as moderate.", "Regions", "growth as moderate"),
]


@pytest.mark.parametrize(("text", "source", "content"), WHOLE)
def test_content_is_whole_whatever_its_last_part_hangs_on(text, source, content, told_quotes):
    assert told_quotes(text) == [(source, content, False)]


SPEAKERS = [
    (
        "U.S. painter Gina Valk died on Monday at the age of 95, her son Adam Cole announced.",
        ["Adam Cole"],
    ),
    (
        (
            'Orr said, "As far as I know, this would be the first case of this type in history", adding, '
            '"For Mexico, this man is a thief".'
        ),
        ["Orr", "Orr"],
    ),
    (
        (
            "Ray [13,14] argues that deals involve costs, and where these costs outweigh the gains, "
            "the exchange will not take place."
        ),
        ["Ray"],
    ),
    (
        "Contrary to popular belief, Ray et al. found no evidence that the mutations help weeds to spread.",
        ["Ray et al."],
    ),
    (
        (
            "Relative to the same period a year earlier, Richmond and Harrow reported that the number of visitors "
            "at state and city parks in their regions increased greatly."
        ),
        ["Richmond and Harrow"],
    ),
]


@pytest.mark.parametrize(("text", "sources"), SPEAKERS)
def test_speaker_is_named_whole(text, sources, told_quotes):
    assert [source for source, _, _ in told_quotes(text)] == sources


APART = [
    # somebody else says it
    (
        "Cleveland noted that rents came in low, and Harrow indicated that sales weakened.",
        ["rents came in low", "sales weakened"],
    ),
    (
        "Ann Ray said that it lost money; Tom Orr said that it did not.",
        ["it lost money", "it did not"],
    ),
    # without "that", what comes after the comma may be the author's own
    ("The firm said it lost money, and its rival opened a shop.", ["it lost money"]),
    # who hears it
    ("The court told the press the verdict stands.", ["the verdict stands"]),
    ("Ann Ray said her son Tom Orr was ill.", ["her son Tom Orr was ill"]),
    # a list of sources has no content
    ("According to Ann Ray, head of sales, and Tom Orr, a clerk, rents fell.", ["rents fell"]),
    # no verb of saying
    ("In five states there were 40 fires.", []),
    ('Panel reports cover "the scientific and technical work relevant to the basis of risk."', []),
]


@pytest.mark.parametrize(("text", "contents"), APART)
def test_what_is_no_part_of_a_content_stays_outside(text, contents, told_quotes):
    assert [content for _, content, _ in told_quotes(text)] == contents
