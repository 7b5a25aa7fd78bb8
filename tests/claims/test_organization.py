"""Relations of organisations, in their fixed direction."""

import pytest

from claimcheck import extract
from claimcheck.claims.organization import OrganizationValue


def organizations(text, model=None):
    found = [claim for claim in extract(text, model=model).claims if claim.kind == "organization"]
    return [(claim.subject.text, claim.value.relation, claim.value.object) for claim in found]


def test_description():
    value = OrganizationValue(relation="headquartered_in", object="Lyon")
    assert value.describe("=") == "headquartered in Lyon"


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Google developed Kubernetes.",
        "Kubernetes was developed by Google.",
        "Kubernetes, developed by Google, won.",
        "Kubernetes, which Google developed, won.",
        "Google, the company behind Kubernetes, won.",
        "Kubernetes is a product of Google.",
        "Google's Kubernetes won.",
    ],
)
def test_one_fact_in_many_forms(text):
    assert organizations(text) == [("Kubernetes", "developed_by", "Google")]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Google is based in California. It released Kubernetes.",
            [("Google", "headquartered_in", "California"), ("Kubernetes", "developed_by", "Google")],
        ),
        ("The House of Commons of Canada met.", []),
        ("Google made it a standard.", []),
        ("She asked how Google built Kubernetes.", []),
        ("Google fell by 4%.", []),
    ],
)
def test_organizations(text, expected):
    assert organizations(text) == expected


def test_relations_without_a_parse():
    assert organizations("Google developed Kubernetes.", model="blank") == [
        ("Kubernetes", "developed_by", "Google")
    ]
