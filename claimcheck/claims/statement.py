"""A sentence that states a fact and holds no claim of another kind: found only where it is asked for.

Which sentences state facts is what the score of check-worthiness learned to tell (`SentenceScore.factual`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.checkworthiness.scoring import SentenceScore
from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.rules import Rule
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence

_SUBJECTS = ("nsubj", "csubj", "expl")
_MIN_WORDS = 4
_MIN_FACTUAL = 0.4
"""Of the sentences of debates without another claim, 69 % of those from here on are factual, and 53 % of the
factual ones are here (2012, which the weights are not trained on)."""
_CLOSING = " \t\r\n.!\"”'’)"


class StatementValue(Value):
    """The main verb as written; what is stated of the subject is the sentence itself."""

    predicate: str

    def describe(self, comparator: Comparator) -> str:  # noqa: ARG002 - the signature of every kind
        """The verb."""
        return self.predicate


class StatementClaim(BaseClaim):
    """A sentence that states a fact and holds no claim of another kind.

    Only with `--statements` (`extract(text, statements=True)`), or where the kind is asked for. The span is
    the sentence without its final mark. Headings, questions, instructions and opinions are none.
    """

    kind: Literal["statement"] = "statement"
    value: StatementValue

    colour: ClassVar[KindColour] = KindColour("relation", 60)
    example: ClassVar[tuple[str, str]] = (
        "The senator voted against the farm bill.",
        "The senator voted against the farm bill",
    )


def find_statement_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every sentence that states a fact; `find_claims` leaves out those that hold another claim."""
    if not document.rules.statements:
        return
    columns = columns_of(document)
    for sentence in document.sentences if columns.is_parsed else ():
        verb = _main_verb(columns, sentence)
        if verb is None:
            continue
        words = document.text[sentence.start : sentence.end]
        if SentenceScore(words, ()).factual < _MIN_FACTUAL:
            continue
        start = sentence.start + len(words) - len(words.lstrip())
        end = sentence.start + len(words.rstrip(_CLOSING))
        subject = find_subject(document, sentence, columns.starts[verb], columns.ends[verb])
        value = StatementValue(predicate=columns.words[verb])
        yield Draft(StatementClaim, start, end, value, "statement/factual", subject)


def _main_verb(columns: TokenColumns, sentence: Sentence) -> int | None:
    """The verb of a whole sentence: finite, by itself or by its auxiliary, and with a subject."""
    span = columns.span(sentence.start, sentence.end)
    if span is None or span[1] - span[0] < _MIN_WORDS:
        return None
    verb = columns.root(*span)
    children = columns.children[verb]
    has_subject = any(columns.deps[child].startswith(_SUBJECTS) for child in children)
    helpers = (child for child in children if columns.deps[child].startswith(("aux", "cop")))
    is_finite = any(columns.tags[token] in FINITE for token in (verb, *helpers))
    return verb if has_subject and is_finite else None


RULES = (
    Rule(
        "statement/factual",
        "The senator voted against the farm bill.",
        "I think we should work together for a better future.",
    ),
)
