"""Checks in one call: an answer against sources, documents against each other or against facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NoReturn, cast

from claimcheck.checking.comparing import compare_documents
from claimcheck.checking.differing import diff_documents
from claimcheck.checking.facts import check_documents, parse_facts
from claimcheck.checking.grounding.ground import ground_documents
from claimcheck.checking.lint import lint_documents
from claimcheck.pipeline import extract
from claimcheck.result import Document
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from claimcheck.checking.findings import Findings
    from claimcheck.errors import ReadingError

Texts = str | Document | Iterable[str | Document]


def ground(answer: str | Document, sources: Texts, *, model: str | None = None) -> Findings:
    """Whether sources bear out what an answer says.

    Args:
        answer: a text, or its record; a record without its text is known by the sentences of its claims.
        sources: the same, one or several; many are searched by an index.
        model: the spaCy pipeline, as for `load_pipeline`.

    Returns:
        A finding per figure, date, name, quotation and relation of the answer, and per word that the
        sources contradict; verdicts `borne_out`, `follows`, `differs`, `not_found`.

    >>> found = ground("Sales fell 4% to 12 million euros.", "Sales rose 4%, to 12 million euros.")
    >>> [finding.rule for finding in found.findings if finding.verdict == "differs"]
    ['ground/opposite', 'ground/direction']
    """
    (checked,) = _documents(answer, "answer", model)
    return ground_documents([checked], _documents(sources, "source", model), load_pipeline(model))


def compare(documents: Iterable[str | Document], *, model: str | None = None) -> Findings:
    """What documents agree on and contradict each other in, claim by claim.

    Args:
        documents: two or more texts or records.
        model: the spaCy pipeline, as for `load_pipeline`.

    Returns:
        Findings with the verdicts `same`, `rounds_to`, `updated`, `conflicts`, `only_in_one`.

    >>> found = compare(["Larkspur was founded in 2016.", "Larkspur was founded in 2018."])
    >>> [(finding.verdict, finding.reason) for finding in found.findings]
    [('conflicts', 'larkspur, found: 2016 against 2018')]
    """
    return compare_documents(_documents(documents, "document", model), partial(load_pipeline, model))


def diff(old: str | Document, new: str | Document, *, model: str | None = None) -> Findings:
    """What a new version of a text says otherwise than the old one.

    Args:
        old: a text or its record.
        new: the same.
        model: the spaCy pipeline, as for `load_pipeline`.

    Returns:
        Findings with the verdicts `changed`, `moved`, `added`, `removed`.

    >>> found = diff("The plant has 412 workers.", "The plant has 421 workers.")
    >>> [(finding.verdict, finding.reason) for finding in found.findings]
    [('changed', '412 workers became 421 workers')]
    """
    (before,) = _documents(old, "old", model)
    (after,) = _documents(new, "new", model)
    return diff_documents(before, after)


def check(
    document: str | Document,
    facts: Iterable[Mapping[str, object]],
    *,
    source: str = "facts",
    model: str | None = None,
) -> Findings:
    """Claims against a table of what is known.

    Args:
        document: a text or its record.
        facts: rows with `subject`, `property`, `value` and, where needed, `unit`, `as_of`, `tolerance`,
            `source`.
        source: what the table is called in the findings.
        model: the spaCy pipeline, as for `load_pipeline`.

    Returns:
        Findings with the verdicts `supported`, `close`, `outdated`, `contradicted`, `unknown`.

    Raises:
        ReadingError: a row is no fact; the message gives its number.

    >>> row = {"subject": "Larkspur", "property": "customers", "value": 400, "tolerance": "5%"}
    >>> found = check("Larkspur has 412 customers.", [row])
    >>> [(finding.verdict, finding.arithmetic) for finding in found.findings]
    [('supported', '412 customers = 400 ± 20')]
    """

    def fail(error: ReadingError) -> NoReturn:
        raise error

    known = parse_facts(enumerate(facts, start=1), source, fail)
    return check_documents(_documents(document, "document", model), known, source)


def lint(documents: Texts, *, model: str | None = None) -> Findings:
    """Figures of a text that cannot all be right.

    Args:
        documents: a text or its record, or several, each taken by itself.
        model: the spaCy pipeline, as for `load_pipeline`.

    Returns:
        Findings with the verdict `inconsistent`, their arithmetic and its tolerance.

    >>> found = lint("Revenue rose from $2.1bn to $3.5bn, up 50 %.")
    >>> [(finding.rule, finding.reason) for finding in found.findings]
    [('lint/change', 'from $2.1bn to $3.5bn is +66.7 %, not 50 %')]
    """
    return lint_documents(_documents(documents, "document", model))


def _documents(given: Texts, name: str, model: str | None) -> list[Document]:
    """Records as they are; texts read, with names where there are several."""
    single = isinstance(given, str | Document)
    items = [cast("str | Document", given)] if single else list(cast("Iterable[str | Document]", given))
    documents = []
    for number, item in enumerate(items, start=1):
        if isinstance(item, Document):
            documents.append(item)
            continue
        source = name if single else f"{name}-{number}"
        documents.append(extract(item, source=source, model=model).model_copy(update={"text": item}))
    return documents
