"""Stage 5: from mentions to claims. One module per kind holds its model and its finder; what the rules of a
kind ask stands in a room (`change.py`, `changes/`), or in one for several kinds (`amounts/`, `relations/`).

To add a kind: write `claims/<kind>.py` and name it in the two lists below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from claimcheck.claims.assembling import assemble
from claimcheck.claims.change import ChangeClaim, find_change_claims
from claimcheck.claims.comparison import ComparisonClaim, find_comparison_claims
from claimcheck.claims.count import CountClaim, find_count_claims
from claimcheck.claims.date import DateClaim, find_date_claims
from claimcheck.claims.definition import DefinitionClaim, find_definition_claims
from claimcheck.claims.language_share import LanguageShareClaim, find_language_share_claims
from claimcheck.claims.measurement import MeasurementClaim, find_measurement_claims
from claimcheck.claims.money import MoneyClaim, find_money_claims
from claimcheck.claims.organization import OrganizationClaim, find_organization_claims
from claimcheck.claims.parameter_count import ParameterCountClaim, find_parameter_count_claims
from claimcheck.claims.percentage import PercentageClaim, find_percentage_claims
from claimcheck.claims.prose import is_bare_figure, is_prose, passage_around
from claimcheck.claims.quote import QuoteClaim, find_quote_claims
from claimcheck.claims.ranking import RankingClaim, find_ranking_claims
from claimcheck.claims.role import RoleClaim, find_role_claims
from claimcheck.claims.statement import StatementClaim, find_statement_claims
from claimcheck.claims.technology import TechnologyClaim, find_technology_claims
from claimcheck.claims.to_the_reader import is_asked, is_supposed, is_told
from claimcheck.claims.version import VersionClaim, find_version_claims
from claimcheck.rules import Candidate, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.claims.base import BaseClaim, Draft
    from claimcheck.mentions import NormalisedDocument
    from claimcheck.rules import RulesInForce

Claim = Annotated[
    LanguageShareClaim
    | ParameterCountClaim
    | PercentageClaim
    | MoneyClaim
    | MeasurementClaim
    | CountClaim
    | ChangeClaim
    | ComparisonClaim
    | RankingClaim
    | DateClaim
    | VersionClaim
    | TechnologyClaim
    | OrganizationClaim
    | RoleClaim
    | DefinitionClaim
    | QuoteClaim
    | StatementClaim,
    Field(discriminator="kind"),
]
"""A claim of any kind, told apart by `kind`."""

CLAIM_FINDERS: tuple[Callable[[NormalisedDocument], Iterator[Draft]], ...] = (
    find_language_share_claims,
    find_parameter_count_claims,
    find_comparison_claims,
    find_change_claims,
    find_ranking_claims,
    find_percentage_claims,
    find_money_claims,
    find_measurement_claims,
    find_count_claims,
    find_date_claims,
    find_version_claims,
    find_technology_claims,
    find_organization_claims,
    find_role_claims,
    find_definition_claims,
    find_quote_claims,
    find_statement_claims,
)
"""Every finder. Where two want the same quantity, the one that stands earlier here keeps it."""


def find_claims(document: NormalisedDocument) -> list[BaseClaim]:
    """The claims of one passage in reading order, offsets into the article."""
    (claims,) = find_all_claims([document])
    return claims


def find_all_claims(documents: Sequence[NormalisedDocument]) -> list[list[BaseClaim]]:
    """The claims of some passages, as `find_claims` gives them for each.

    Each finder goes over all passages before the next one does, as in `normalise_all`.
    """
    drafts: list[list[Draft]] = [[] for _ in documents]
    for find in CLAIM_FINDERS:
        for document, found in zip(documents, drafts, strict=True):
            found.extend(find(document))
    claims = [_claims_from(found, document) for document, found in zip(documents, drafts, strict=True)]
    for document in documents:
        document.readings.clear()
    return claims


def _claims_from(drafts: list[Draft], document: NormalisedDocument) -> list[BaseClaim]:
    rules = document.rules
    if rules.off:
        drafts = [draft for draft in drafts if rules.allow(draft.found_by)]
    drafts = _without_no_prose(drafts, document)
    drafts = [draft for draft in drafts if not _is_of_nothing(document, draft)]
    stated = [
        draft
        for draft in drafts
        if not (is_asked(document, draft) or is_told(document, draft) or is_supposed(document, draft))
    ]
    settled = _without_share_twins(_settle(stated, rules), rules)
    if rules.statements:
        settled = _without_told_twice(settled, document)
    if rules.trace is not None:
        rules.trace.extend(Candidate(draft.found_by, draft.start, draft.end) for draft in settled)
    return assemble(settled, document)


def _without_no_prose(drafts: list[Draft], document: NormalisedDocument) -> list[Draft]:
    """Drafts without those in code, formulas, listings and the like, which state nothing in words."""
    kept = []
    judged: dict[tuple[int, int], bool] = {}
    for draft in drafts:
        passage = passage_around(document, draft)
        is_plain = judged.get(passage)
        if is_plain is None:
            is_plain = judged[passage] = is_prose(document.text[slice(*passage)])
        if is_plain or not document.rules.refuse(
            "any/no-prose", draft.found_by, draft.start, draft.end, passage
        ):
            kept.append(draft)
    return kept


def _is_of_nothing(document: NormalisedDocument, draft: Draft) -> bool:
    """Whether a draft is an amount among amounts that nothing is said of."""
    return is_bare_figure(document, draft) and document.rules.refuse(
        "any/bare-figure", draft.found_by, draft.start, draft.end
    )


def _without_told_twice(drafts: list[Draft], document: NormalisedDocument) -> list[Draft]:
    """Drafts without the statements whose sentence holds a claim of another kind."""
    taken = {document.sentence_at(one.start) for one in drafts if one.claim_type is not StatementClaim}
    return [
        draft
        for draft in drafts
        if draft.claim_type is not StatementClaim or document.sentence_at(draft.start) not in taken
    ]


def _without_share_twins(drafts: list[Draft], rules: RulesInForce) -> list[Draft]:
    """Drafts without the technologies and definitions that only say a language share again."""
    shares = [(draft.start, draft.end) for draft in drafts if draft.claim_type is LanguageShareClaim]
    if not shares:
        return drafts
    kept = []
    for draft in drafts:
        share = None
        if draft.claim_type in (TechnologyClaim, DefinitionClaim):
            share = next(
                ((start, end) for start, end in shares if draft.start < end and start < draft.end), None
            )
        if share is None or not rules.refuse(
            "any/language-share-beside", draft.found_by, draft.start, draft.end, share
        ):
            kept.append(draft)
    return kept


def _settle(drafts: list[Draft], rules: RulesInForce) -> list[Draft]:
    """Drafts without those whose quantity an earlier kind already made a claim of."""
    owners: dict[int, Draft] = {}
    settled = []
    for draft in drafts:
        owner = next(
            (
                owners[quantity.number_start]
                for quantity in draft.quantities
                if owners.get(quantity.number_start, draft).claim_type is not draft.claim_type
            ),
            None,
        )
        if owner is not None and rules.refuse(
            "any/quantity-of-another-kind", draft.found_by, draft.start, draft.end, (owner.start, owner.end)
        ):
            continue
        for quantity in draft.quantities:
            owners[quantity.number_start] = draft
        settled.append(draft)
    return settled


CHECKS = (
    Rule(
        "any/no-prose",
        "thin weight 0 light weight 50 book weight 75 bold weight 200 heavy weight 210",
        "The tool knows 75 book weights, 50 light weights and 210 heavy weights.",
        True,
    ),
    Rule("any/bare-figure", "8% 11%", "Of them 8% and 11% stayed.", True),
    Rule("any/question", "Was Kubernetes developed by Google?", "Kubernetes was developed by Google.", True),
    Rule("any/instruction", "Wait for 10 minutes.", "They waited for 10 minutes.", True),
    Rule(
        "any/supposed-of-the-reader",
        "If you take more than 80 mg, a doctor must see you.",
        "If you take the train, the trip costs £80.",
        True,
    ),
    Rule(
        "any/language-share-beside",
        "Gmail is an application with 60% Java code.",
        "Gmail is an application with old Java code.",
        True,
    ),
    Rule(
        "any/quantity-of-another-kind",
        "Revenue rose by 12 percent.",
        "Revenue was 12 percent of the total.",
        True,
    ),
)
"""The checks that the claims of every kind go through."""


def claim_types() -> tuple[type[BaseClaim], ...]:
    """The model of every kind, in the order in which people are shown them."""
    union = Claim.__origin__  # type: ignore[attr-defined]
    return tuple(union.__args__)
