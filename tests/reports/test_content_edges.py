"""Where reported content begins and ends, and who holds it, where a small parser errs or prose interrupts."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


FOUND = [
    # the clause behind a remark is not the remark's
    (
        "The council ruled, as the auditors found, that the bridge was unsafe.",
        ("The council", "the bridge was unsafe", False),
    ),
    (
        "Non-seasonally adjusted reports show that the fee was £40.",
        ("Non-seasonally adjusted reports", "the fee was £40", False),
    ),
    (
        "According to the town's first selectman Carl Ruiz, there were ten guests aboard.",
        ("the town's first selectman Carl Ruiz", "there were ten guests aboard", False),
    ),
    # the verb of who reports is not reported
    ("The man who said that 40 people died was wrong.", ("The man", "40 people died", False)),
    (
        "The clerk who said that those who paid were rich was wrong.",
        ("The clerk", "those who paid were rich", False),
    ),
    ("Divers believe the man, 40, drowned.", ("Divers", "the man, 40, drowned", False)),
    # "per" names a source where it opens a sentence
    ("Per the harbour office, 40 ships left.", ("the harbour office", "40 ships left", False)),
    ("Per Ida Lund, the bridge carries 40 trains.", ("Ida Lund", "the bridge carries 40 trains", False)),
    # a time between cue and content
    ("Police said on Saturday 40 people were hurt.", ("Police", "40 people were hurt", False)),
    ("The mayor said, this morning, the bridge is safe.", ("The mayor", "the bridge is safe", False)),
    # a cue in the middle
    (
        "The repair could take months, a director said, and it would cost $5 million.",
        ("a director", "The repair could take months, a director said, and it would cost $5 million", False),
    ),
    # a quotation that is the whole statement after an adverbial
    (
        'Mr Orr told the court that, over five months, "the illness played a big role in her life."',
        ("Mr Orr", "the illness played a big role in her life.", True),
    ),
    (
        'By then, "the roof was gone and the walls were wet", according to the Leeds Post.',
        ("the Leeds Post", "the roof was gone and the walls were wet", True),
    ),
    (
        'Ann Ray dubbed the row "a war that nobody could win".',
        ("Ann Ray", "a war that nobody could win", True),
    ),
    # two complements
    (
        "Ann Ray noticed that the mill makes 20 pins, but that the shop makes 48.",
        ("Ann Ray", "the mill makes 20 pins, but that the shop makes 48", False),
    ),
    # speakers
    (
        "The chief executive of Cambrel Analytics, Dr Alan Taylor, said the data was deleted.",
        ("Dr Alan Taylor", "the data was deleted", False),
    ),
    (
        "Speaking in court, Tom Orr, QC, said that the firm has 40 trucks.",
        ("Tom Orr", "the firm has 40 trucks", False),
    ),
    (
        "The Director-General of the World Health Organization said the plan works.",
        ("The Director-General of the World Health Organization", "the plan works", False),
    ),
    (
        "The firm said in a statement that it lost $3 million.",
        ("The firm", "it lost $3 million", False),
    ),
    ("A study found sales fell, citing 40 shops.", ("A study", "sales fell, citing 40 shops", False)),
    # what the reporter does next is no part of it, and is the reporter's
    (
        "The mayor explained that the firm held a 4% share, and stated they want to stay.",
        ("The mayor", "the firm held a 4% share", False),
    ),
    (
        "The mayor explained that the firm held a 4% share, and stated they want to stay.",
        ("The mayor", "they want to stay", False),
    ),
    ("The firm said sales fell 3%, adding that margins rose.", ("The firm", "sales fell 3%", False)),
    ("The firm said sales fell 3%, adding that margins rose.", ("The firm", "margins rose", False)),
    (
        "They urged the crowd to keep learning their craft, adding that all makers differ.",
        ("They", "all makers differ", False),
    ),
    ("The company said it adds 300 jobs without giving details.", ("The company", "it adds 300 jobs", False)),
    ("He said prices rose 4%, citing a report by the bank.", ("He", "prices rose 4%", False)),
    # a remark, a time or another's ruling in between
    ("The company said in May it adds 300 jobs.", ("The company", "it adds 300 jobs", False)),
    (
        "Radio Leeds (RL) reported in mid-2019, 62 shops had closed within a year.",
        ("Radio Leeds", "62 shops had closed within a year", False),
    ),
    (
        "The site explains, in a jocular fashion, that the row was caused by a video.",
        ("The site", "the row was caused by a video", False),
    ),
    (
        "The Bank of Leeds ruled, as the Court of Session found, that the sale was void.",
        ("The Bank of Leeds", "the sale was void", False),
    ),
    (
        "The boy did nothing, as Ann Roe said, that would hurt the firm.",
        ("Ann Roe", "The boy did nothing, as Ann Roe said, that would hurt the firm", False),
    ),
    # a first verb that a parser takes for a participle, and whom an infinitive is asked of
    (
        "At the time, the minister called for a full audit, and stated half of it had been done.",
        ("the minister", "half of it had been done", False),
    ),
    (
        "It was hard for Ann Roe to accept that the mill had closed.",
        ("Ann Roe", "the mill had closed", False),
    ),
    # clauses that a parser misreads
    ("The minister said the rival lied.", ("The minister", "the rival lied", False)),
    (
        "They say adding the mineral to salt is the simplest method of all.",
        ("They", "adding the mineral to salt is the simplest method of all", False),
    ),
    (
        "A new mid-year report confirms that thefts are on track to fall.",
        ("A new mid-year report", "thefts are on track to fall", False),
    ),
    # judgements, and findings of nothing
    ("The court found the sale to be unlawful.", ("The court", "the sale to be unlawful", False)),
    (
        "Ju et al. found no evidence that the mutations help the cells.",
        ("Ju et al.", "no evidence that the mutations help the cells", False),
    ),
    (
        "The High Court also ruled on the same day, finding that the sale was not a matter for it.",
        ("The High Court", "the sale was not a matter for it", False),
    ),
    # the reporter comes last
    (
        "Gloria Marsh died on Monday at the age of 95, her son Peter Marsh announced.",
        ("Peter Marsh", "Gloria Marsh died on Monday at the age of 95", False),
    ),
    # speakers behind a comma, a description and a hyphen
    (
        "Speaking to Adria.hr, Matt Sims, the firm's head for Central Europe, explained that the company is sound.",
        ("Matt Sims", "the company is sound", False),
    ),
    (
        "In a radio report in March, Dave Lowe, head of Orbit, stated they did not plan to leave Wales.",
        ("Dave Lowe", "they did not plan to leave Wales", False),
    ),
    (
        '"Cold currents reach the reef at its weakest points," said study co-author Mary Allen.',
        ("study co-author Mary Allen", "Cold currents reach the reef at its weakest points,", True),
    ),
    (
        '"The reef is dying," said marine biologist Ann Ray.',
        ("marine biologist Ann Ray", "The reef is dying,", True),
    ),
    # a quotation that only a colon or its paragraph gives to somebody
    (
        'Ann Ray of the Leeds Fund disagreed with these findings: "The spring is well known and was important."',
        ("Ann Ray of the Leeds Fund", "The spring is well known and was important.", True),
    ),
    (
        'He praised only the crew: "They did what nobody else would do."',
        ("He", "They did what nobody else would do.", True),
    ),
    (
        'The mayor, Ann Ray, said "we will go home to rest now".\n\n"We never saw such a flood in this town."',
        ("Ann Ray", "We never saw such a flood in this town.", True),
    ),
    (
        'The council concluded that the deal is "null and void" and "breaks the law, does not help anybody".',
        ("The council", 'the deal is "null and void" and "breaks the law, does not help anybody"', False),
    ),
    # a claim of others that somebody takes up is theirs
    (
        'The trial did not confirm an earlier claim by the company that Slumber "cuts insomnia by 80 percent".',
        ("the company", "cuts insomnia by 80 percent", True),
    ),
    # a person without what that person is
    (
        '"I like it more than that," says Tom Brandt, head of support at the chain Nordvik, whose staff agree.',
        ("Tom Brandt", "I like it more than that,", True),
    ),
    (
        "A spokesman, Eoin Daly, said that figure came from a survey of 300 customers.",
        ("Eoin Daly", "that figure came from a survey of 300 customers", False),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_content_and_speaker(text, expected, told_quotes):
    assert expected in told_quotes(text)


NO_QUOTES = [
    "The AEX index added 0.3%; in New York the S&P 500 was little changed.",
    "The rest is shell scripts and things nobody admits to having written.",
    "Norvale announced a $100 million investment in chip plants.",
    "\n- Norvale announced a $100 million investment in London-based chips manufacturing.",
    "The pattern of the mutations suggests that most are harmless.",
    "Anecdotal evidence from farmers suggests that the rise is due to rain.",
    "Many visitors expect to see are not within the city limits.",
    'They ask whether a measure of tumour variety called "total mutant variety" (TMV) is related to deaths.',
    "For example, let's say that you are trying to find a fault.",
    "The time series varies according to the survey coverage each year.",
    "The figures are produced according to the agreed international standards set out in the manual.",
    "The finals saw two teams from Brazil face off in the arena.",
    "A biologist told the school about 'self-healing' roads.",
    'The rule of the club is simple: "Nobody may enter the hall without a tie."',
    "Developers have moved to the new version, showing that they like it.",
    "Release 4.2 drops the old parser, adds an Arrow backend, and is twice as fast on wide tables.",
    "The update fixes 60 crashes, notes a dark mode, and is 40 % smaller.",
    "The parts are expected to last 40 years.",
    "The workers found themselves without a job.",
    "Staff are paid according to the rules of 1990.",
    "Per the new rules, firms pay 3% of sales.",
    "Per day, 40 ships leave the harbour.",
    # a given name
    "Per Lindqvist, 45, won 3 titles.",
    "Per Berg, an engineer, designed the bridge in 1988.",
    "Per Olsen, who left the harbour office in 1988, died in 2011.",
    "North Americans maintain a large “personal space”.",
    'He proclaimed himself "emperor of the seas".',
    "It is important to note that the road is closed.",
    "As he assumes that post, he will earn $3 million.",
    "As far as I can tell, the mill has 40 windows.",
    "It is time for Norway to say that 30 mills closed.",
    "It would be wrong for the firm to claim that sales rose 30%.",
    "Ida Lund waited for Norway to say that 30 mills closed.",
]


@pytest.mark.parametrize("text", NO_QUOTES)
def test_no_quote(text, told_quotes):
    assert told_quotes(text) == []


def test_two_reports_of_one_sentence_are_kept_apart(told_quotes):
    text = "Ann Ray said the mill has 40 windows, while Bob Lee said the shop has 9."
    assert told_quotes(text) == [
        ("Ann Ray", "the mill has 40 windows", False),
        ("Bob Lee", "the shop has 9", False),
    ]


def test_what_the_speaker_does_next_is_not_reported(told_quotes):
    text = "The mill is old, Ann Ray said, and she left."
    assert told_quotes(text) == [("Ann Ray", "The mill is old", False)]


def test_a_claim_around_the_cue_has_its_source():
    text = "It uses SQLite; only 5% of the code, according to Adeyemi, is still Fortran."
    (share,) = [claim for claim in extract(text).claims if claim.kind == "language_share"]
    assert share.attribution is not None
    assert share.attribution.source == "Adeyemi"
