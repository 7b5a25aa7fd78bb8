"""The claims of several documents beside each other: what they agree on and what they conflict in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checking.amount_pairs import exclude_each_other, is_one_rounded
from claimcheck.checking.as_read import AsRead
from claimcheck.checking.claim_pairs import judge
from claimcheck.checking.crosswise import Crosswise
from claimcheck.checking.findings import Place, make_finding, make_findings
from claimcheck.checking.judgement import Said
from claimcheck.checking.keys import VALUE_KINDS, key_of, office_key_of, periods_of
from claimcheck.checking.publication import publication_day
from claimcheck.checking.retold import retold_amounts
from claimcheck.checking.rules import is_on
from claimcheck.checking.same import field_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language

    from claimcheck.checking.findings import Finding, Findings
    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document


def compare_documents(documents: Iterable[Document], load_nlp: Callable[[], Language]) -> Findings:
    """Every claim about something named, with what the other documents say of the same.

    A claim that several documents make is one finding, at its place in the first of them.

    Args:
        documents: the documents; a record without its text is known by its claims' sentences.
        load_nlp: gives the pipeline by which documents that tell of one thing are tagged; asked only where
            there are such.
    """
    written = tuple(documents)
    read = AsRead(written)
    checked = read.documents
    groups: dict[tuple[str, str], list[Said]] = {}
    for document in checked:
        periods = periods_of(document)
        published = publication_day(document)
        for claim in document.claims:
            for key in (key_of(claim, periods), office_key_of(claim)):
                if key is None:
                    continue
                said = Said(claim, document, key, published)
                groups.setdefault((key.kind, key.subject), []).append(said)
    findings = [finding for _, group in sorted(groups.items()) for finding in _of_subject(group)]
    crosswise = Crosswise(checked, load_nlp)
    findings = [finding for finding in findings if not _is_of_two_events(finding, crosswise)]
    findings = _with_unnamed(findings, checked, crosswise)
    order = {document.source: number for number, document in enumerate(checked)}
    findings.sort(key=lambda f: (order[f.place.source], f.place.start, f.place.end, f.rule))
    return make_findings("compare", map(read.as_written, findings), written)


def _is_of_two_events(finding: Finding, crosswise: Crosswise) -> bool:
    """Whether two amounts are of documents of two days, or that give other figures throughout."""
    if finding.verdict != "conflicts" or finding.kind not in VALUE_KINDS:
        return False
    i, j = sorted(crosswise.numbers[place.source] for place in (finding.place, *finding.evidence[:1]))
    return crosswise.are_of_two_events(i, j)


def _with_unnamed(
    findings: list[Finding], documents: tuple[Document, ...], crosswise: Crosswise
) -> list[Finding]:
    """The findings with the conflicts that are known by their sentences only.

    What two documents say of the same by its key is compared by that; what seemed to stand in one alone may
    be told otherwise in the other.
    """
    paired = {
        (place.source, place.claim)
        for finding in findings
        if finding.verdict != "only_in_one"
        for place in (finding.place, *finding.evidence)
    }
    told = set()
    found = []
    for rule, reason, one, other, claim, its in _unnamed(documents, crosswise):
        places = [
            Place(source=document.source, start=c.start, end=c.end, text=c.text, claim=c.id)
            for document, c in ((one, claim), (other, its))
        ]
        ends = [(place.source, place.claim) for place in places]
        is_turned = field_of(claim, "direction") != field_of(its, "direction")
        can_be_one = not exclude_each_other(claim, its) or is_one_rounded(claim, its)
        if not paired.isdisjoint(ends) or (can_be_one and not is_turned):
            continue
        told.update(ends)
        paired.update(ends)
        shown = " / ".join(c.value.describe(c.comparator) for c in (claim, its))
        found.append(
            make_finding(
                rule,
                "conflicts",
                kind=claim.kind,
                place=places[0],
                evidence=places[1:],
                reason=f"{reason}: {shown}",
                arithmetic=shown.replace("/", "≠"),
            )
        )
    kept = (f for f in findings if f.verdict != "only_in_one" or (f.place.source, f.place.claim) not in told)
    return [*kept, *found]


def _unnamed(
    documents: tuple[Document, ...], crosswise: Crosswise
) -> Iterator[tuple[str, str, Document, Document, BaseClaim, BaseClaim]]:
    """Rule, reason, two documents and a claim of each, which contradict each other by their sentences."""
    if is_on("compare/retold"):
        for pair in retold_amounts(documents, crosswise.differ_throughout):
            yield "compare/retold", "two sentences that else say the same", *pair
    if is_on("compare/crosswise"):
        for pair in crosswise.conflicts():
            yield "compare/crosswise", "two articles that else agree", *pair


def _of_subject(group: list[Said]) -> Iterator[Finding]:
    """The findings on claims of one kind about one thing."""
    paired: set[int] = set()
    for at, one in enumerate(group):
        for number in range(at + 1, len(group)):
            other = group[number]
            if other.document.source == one.document.source:
                continue
            found = judge(one, other)
            if found is None or not is_on(found.rule):
                continue
            if found.is_amount and found.verdict == "conflicts" and _is_given_too(one, other, group):
                continue
            if at in paired and number in paired:  # said already, by way of a third
                continue
            paired.update((at, number))
            yield make_finding(
                found.rule,
                found.verdict,
                kind=one.claim.kind,
                place=one.place(),
                evidence=[other.place()],
                reason=found.reason,
                arithmetic=found.arithmetic,
            )
    for at, one in enumerate(group):
        if at not in paired and one.key.kind in _TOLD_ALONE and is_on("compare/alone"):
            yield make_finding(
                "compare/alone",
                "only_in_one",
                kind=one.claim.kind,
                place=one.place(),
                reason=f"only {one.document.source} says this",
            )


def _is_given_too(one: Said, other: Said, group: list[Said]) -> bool:
    """Whether one of two documents gives the amount of the other one too, so that its own is of another time.

    "It sold 4.5 million cars. In 2022 it had sold 3.9 million."
    """
    for mine, its in ((one, other), (other, one)):
        beside = (s for s in group if s.document.source == its.document.source and s is not its)
        for said in beside:
            found = judge(mine, said)
            if found is not None and found.verdict in ("same", "rounds_to"):
                return True
    return False


_TOLD_ALONE = frozenset({"relation", "role", "date"}) | VALUE_KINDS
"""Kinds of keys whose claims are shown where no other document has them; offices are shown as roles."""
