"""Whose a figure is where much is said of the subject before its verb: clauses, insertions, possessors."""

from __future__ import annotations

import pytest

from claimcheck import extract


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        # the object of a relative clause is no subject of the main one
        ("The panel that audits the clinics began with one doctor.", "one doctor", "The panel"),
        ("The firm that feeds the schools is the second-largest caterer in Kent.", "second-largest", "The firm that feeds the schools"),
        ("The survey that shows the clinics lost 3% is old.", "lost 3%", "the clinics"),
        ("The panel hopes that the clinics open in 2031.", "2031", "the clinics"),
        # a past tense that seems to be a participle
        ("The cost of the bread of the islands increased by 4%.", "4%", "The cost of the bread of the islands"),
        ("GDP, after a row with the bank, increased by 4% in 2016.", "4%", "GDP"),
        ("GDP, after a row with the bank, increased by 4% in 2016.", "2016", "GDP"),
        ("Photograph of a barn damaged in 2016.", "2016", "a barn"),
        ("The owner of the barn damaged in 2016 sold it.", "2016", "the barn"),
        ("Velmar, owner of the ferry built in 1931.", "1931", "the ferry"),
        ("The rent of the chapel, repaired in 1931.", "1931", "the chapel"),
        ("The death of the sailor wounded in 1931.", "1931", "the sailor"),
        ("The head of the bakery founded by Ida Holm.", "founded by", "the bakery"),
        ("Ida Holm, patron of a choir bought by Velmar in 2016.", "bought by", "a choir"),
        ("The sales of the inns of the coast increased to $900.", "$900", "The sales of the inns of the coast"),
        # a verb that takes a clause has none as its object
        ("The broker who thinks the levy will rise 4% sails from Kent.", "4%", "the levy"),
        ("The audit that confirmed the abbot spent $3 million was leaked.", "$3 million", "the abbot"),
        # what stands between commas and dashes
        ("The Kiel – Ulm railway – the oldest of its kind – carries 4,100 people.", "4,100", "The Kiel – Ulm railway"),
        ("The Kiel – Ulm railway – owned by Ida Holm – closed in 1931.", "1931", "The Kiel – Ulm railway"),
        ("The east – west path – the longest in Kent – carries 4,100 riders.", "4,100", "The east – west path"),
        ("Velmar – to the delight of its rivals – employs 4,100 people.", "4,100", "Velmar"),
        ("The number of barns, which the town had counted, fell in 2016.", "2016", "The number of barns"),
        ("The Oslo – Bergen line carried 4,100 people.", "4,100", "The Oslo – Bergen line"),
        ("The leader of the town, despite its protests, is the third-richest man in Kent.", "third", "The leader of the town"),
        ("Rents are high; at the time, Velmar was the second-largest port in Kent.", "second", "Velmar"),
        # whose something is
        ("Velmar's northern branch closed in 2016.", "2016", "Velmar's northern branch"),
        ("The island's only bakery's output peaked in 2016.", "2016", "The island's only bakery's output"),
        # the clause before a joined verb, not the first one
        ("Rents fell, and the club was founded in 1916 and won in 1921.", "1921", "the club"),
        ("The club was founded in 1916 and won in 1921.", "1921", "The club"),
        # a bracket between a share and whose it is
        ("At this end, 10% (n = 43) of full-time nurses earned more than £27 an hour.", "10%", "full-time nurses"),
        ("While 47% (95% CI 41-53) of the revenue goes to the town, 53% is spent.", "47%", "revenue"),
        ("While 47% (as planned) of the revenue goes to the town, 53% is spent.", "53%", "revenue"),
        ("Kent grew by 10% (n = 43) in the war of 1812.", "10%", "Kent"),
        # "a total of" counts for whoever has it
        ("The panel held the hall with a total of 16 boats.", "16 boats", "The panel"),
        ("The trade offers work to a total of 5,227 nurses in Kent.", "5,227", "The trade"),
        ("The removal of 40 trees took a week.", "40 trees", "trees"),
        ("A total of 40 trees fell.", "40 trees", "trees"),
        # the cells of a row
        ("| Town | Note |\n| --- | --- |\n| Ulm | The mill can take 600 tons per day. |", "600 tons", "The mill"),
        ("| Town | Note |\n| --- | --- |\n| Ulm | On 3 March, Kent banned the third bridge. |", "3 March", "Kent"),
        # a date that opens a clause behind another
        ("Rents fell in Oslo, and in 2016, the old club moved to Kent.", "2016", "the old club"),
        ("The plan is dead; on April 9, 2016, Holm officially left the party.", "2016", "Holm"),
        ("The barn is old; in 2016 there were 4,100 births in Kent.", "2016", "4,100 births in Kent"),
        ("The barn was built in 1990, and in 2016 was closed.", "2016", "The barn"),
        ("Holm won in 1990, and in 2016 the cup again.", "2016", "Holm"),
        # a predicate that a tree hangs on another clause
        ("Kettle 3 is the latest release of the tool; in 2016, mills employed 1,893 people.", "latest", "Kettle 3"),
        ("There were ten in the crew; Kettle 3 will be the last version to use it.", "last", "Kettle 3"),
    ],
)  # fmt: skip
def test_a_figure_is_of_the_whole_subject_of_its_clause(text, words, subject):
    found = {
        c.subject.text
        for c in extract(text).claims
        if words in c.text and c.subject and c.kind != "definition"
    }
    assert found == {subject}
