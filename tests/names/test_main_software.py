"""The software that a README is about is found by its name, which no list knows."""

from __future__ import annotations

import pytest

from claimcheck.names.finding import find_names
from claimcheck.tagging.pipelines import load_pipeline

README = """{title}

{name} reads code and prints it. {name} supports three parsers. See the documentation for its usage.

The library has no dependencies. Run the tests after you install it from source. {name} was tested with Python.
"""


def products(text):
    return [name.text for name in find_names(load_pipeline()(text)) if name.label == "product"]


@pytest.mark.model
def test_the_name_of_a_readme_is_found_wherever_it_stands():
    assert products(README.format(title="Wrennix", name="Wrennix")).count("Wrennix") == 4


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        # a word that ends a longer name, or that has an article
        README.format(title="Halvor Foundation", name="The Foundation"),
        # no README
        "Wrennix\n\nWrennix has a harbour. Wrennix was founded in 1900. Wrennix is small. It has a library.",
    ],
)
def test_other_capitals_are_no_software(text):
    assert not {"Foundation", "Wrennix"} & set(products(text))
