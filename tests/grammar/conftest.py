"""What a word of a text stands for, for the tests of pronouns and descriptions."""

import pytest

from claimcheck.article import Article
from claimcheck.grammar.antecedents.finding import Antecedents
from claimcheck.mentions import normalise
from claimcheck.passages import split
from claimcheck.tagging.pipelines import load_pipeline, tag


def _antecedent(text, phrase, model=None):
    (tagged,) = tag(split(Article("-", text)), load_pipeline(model))
    start = text.rindex(phrase)
    return Antecedents(normalise(tagged)).find(start, start + len(phrase))


@pytest.fixture(scope="session")
def antecedent():
    """The function that gives what the last occurrence of a phrase in a text stands for, with the reason."""
    return _antecedent


@pytest.fixture(scope="session")
def resolved():
    """The function that gives the name that the last occurrence of a phrase in a text stands for, or None."""

    def name_of(text, phrase, model=None):
        found = _antecedent(text, phrase, model)
        return None if found is None else found.name

    return name_of
