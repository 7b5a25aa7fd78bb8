"""Whether sources bear out a text: every figure, date, name, quotation and relation of it gets a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checking.as_read import AsRead
from claimcheck.checking.findings import make_findings
from claimcheck.checking.grounding.claims import SourceClaims, relation_findings, with_claims
from claimcheck.checking.grounding.dates import date_findings
from claimcheck.checking.grounding.derivations.gaps import gap_sign_findings
from claimcheck.checking.grounding.figures.verdicts import figure_findings
from claimcheck.checking.grounding.material import Material
from claimcheck.checking.grounding.names import KnownNames, name_findings
from claimcheck.checking.grounding.quotations import quotation_findings
from claimcheck.checking.grounding.rules import GROUND_RULES
from claimcheck.checking.grounding.speakers import Speakers, speaker_findings
from claimcheck.checking.grounding.wording.exchanges import exchange_findings
from claimcheck.checking.grounding.wording.findings import wording_findings
from claimcheck.checking.grounding.wording.possibilities import possibility_findings
from claimcheck.checking.grounding.wording.roles import role_findings
from claimcheck.checking.parsed import read_sentences
from claimcheck.checking.rules import is_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from claimcheck.checking.findings import Finding, Findings
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.result import Document


__all__ = ["GROUND_RULES", "Grounder", "ground_documents"]


class Grounder:
    """Sources that are read once, for any number of answers.

    Args:
        sources: what answers are held against. A record without its text is known by its claims' sentences.
        nlp: the pipeline by which the sentences of the answers are tagged.
    """

    def __init__(self, sources: Iterable[Document], nlp: Language) -> None:
        self.nlp = nlp
        self.sources = tuple(sources)
        self._read = AsRead(self.sources)
        self.material = Material(self._read.documents, nlp)
        self.names = KnownNames(self.material)
        self.claims = SourceClaims(self.material.documents)
        self.speakers = Speakers(self.material.documents)

    def findings(self, answer: Document) -> list[Finding]:
        """The verdicts on all that an answer says, in the order of its text."""
        read = AsRead([answer])
        return [read.as_written(finding, self._read) for finding in self._findings(*read.documents)]

    def _findings(self, answer: Document) -> list[Finding]:
        told = (
            found for sentence in read_sentences(answer, self.nlp) for found in self._of(sentence, answer)
        )
        found = [
            *with_claims([one for one in told if is_on(one.rule)], answer, self.claims),
            *relation_findings(answer, self.claims),
            *(one for one in speaker_findings(answer, self.speakers) if is_on(one.rule)),
        ]
        unique = {(f.rule, f.place.start, f.place.end): f for f in reversed(found)}.values()
        return sorted(unique, key=lambda finding: (finding.place.start, finding.place.end, finding.rule))

    def _of(self, sentence: ParsedSentence, answer: Document) -> Iterator[Finding]:
        aligned = self.material.index.align(sentence.content)
        yield from figure_findings(sentence, aligned, self.material)
        yield from date_findings(sentence, aligned, self.material, answer.published)
        yield from quotation_findings(sentence, aligned, self.material)
        yield from name_findings(sentence, aligned, self.material, self.names)
        yield from role_findings(sentence, aligned, self.material)
        yield from exchange_findings(sentence, aligned, self.material)
        yield from gap_sign_findings(sentence, aligned, self.material)
        yield from possibility_findings(sentence, aligned, self.material)
        yield from wording_findings(sentence, aligned, self.material)


def ground_documents(answers: Iterable[Document], sources: Iterable[Document], nlp: Language) -> Findings:
    """The verdicts on all that texts say, held against the sources together; see `Grounder`."""
    grounder = Grounder(sources, nlp)
    checked = tuple(answers)
    findings = [finding for answer in checked for finding in grounder.findings(answer)]
    return make_findings("ground", findings, checked, grounder.sources)
