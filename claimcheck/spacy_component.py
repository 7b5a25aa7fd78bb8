"""claimcheck as a component of any English spaCy pipeline: `nlp.add_pipe("claimcheck")`.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("claimcheck")
>>> doc = nlp("The survey drew 5,200 responses.")
>>> [(span.text, span.label_) for span in doc.spans["claims"]]
[('5,200 responses', 'count')]
>>> doc.user_data["claimcheck"]["claims"][0]["value"]
{'number': 5200, 'of': 'responses'}

Installed, spaCy finds it by its entry point; otherwise `import claimcheck.spacy_component` makes it known.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language

from claimcheck.article import Article
from claimcheck.own_rules import load_own_rules
from claimcheck.passages import group, split
from claimcheck.pipeline import extract_tagged, known_kinds
from claimcheck.rules import RulesInForce
from claimcheck.tagging.mending import mend_tree
from claimcheck.tagging.pipelines import TaggedPassage, set_sentence_starts
from claimcheck.tagging.schemes import unify_labels
from claimcheck.tagging.texts import text_of
from claimcheck.writing.span_groups import CLAIMS, ENTITIES, USER_DATA, annotate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Doc


class ClaimFinder:
    """Finds the claims of a `Doc` with the annotation that the components before it gave.

    Subjects and relations need a parser, names are better with an entity recogniser. A doc without sentences
    is split as claimcheck does. Nothing but the span groups and the entry in `user_data` is changed.
    """

    def __init__(
        self,
        *,
        claims_key: str = CLAIMS,
        entities_key: str = ENTITIES,
        kinds: Collection[str] | None = None,
        without: Collection[str] = (),
        lexicons: Collection[str | Path] = (),
        constructions: Collection[str | Path] = (),
    ) -> None:
        self.claims_key = claims_key
        self.entities_key = entities_key
        self.kinds = None if kinds is None else known_kinds(kinds)
        own = load_own_rules(lexicons=map(Path, lexicons), constructions=map(Path, constructions))
        self.rules = RulesInForce(
            off=frozenset(without), own_constructions=own.constructions, lexicon=own.lexicon
        )

    def __call__(self, doc: Doc) -> Doc:
        """Fill the span groups and `doc.user_data["claimcheck"]`, as `span_groups.annotate` says."""
        article = Article(source=str(doc.user_data.get("source", "-")), text=text_of(doc))
        document = extract_tagged(article, _tagged(article, doc), self.rules)
        if self.kinds is not None:
            document = document.of_kinds(self.kinds)
        return annotate(doc, document, claims_key=self.claims_key, entities_key=self.entities_key)


@Language.factory(
    USER_DATA,
    default_config={
        "claims_key": CLAIMS,
        "entities_key": ENTITIES,
        "kinds": None,
        "without": [],
        "lexicons": [],
        "constructions": [],
    },
    assigns=["doc.spans"],
)
def make_claim_finder(
    nlp: Language,  # noqa: ARG001 - spaCy calls factories with both
    name: str,  # noqa: ARG001
    claims_key: str,
    entities_key: str,
    kinds: list[str] | None,
    without: list[str],
    lexicons: list[str],
    constructions: list[str],
) -> ClaimFinder:
    """The component: the span groups it fills, the kinds of claims it keeps, the rules it does without, and
    files of one's own words and constructions, which are read now.
    """
    return ClaimFinder(
        claims_key=claims_key,
        entities_key=entities_key,
        kinds=kinds,
        without=without,
        lexicons=lexicons,
        constructions=constructions,
    )


@Language.component("claimcheck_sentences", assigns=["token.is_sent_start"])
def set_sentences(doc: Doc) -> Doc:
    """Set the sentence starts as claimcheck splits; put first, the parser keeps to them, as in `extract`."""
    starts = (
        passage.start + start
        for passage in split(Article("-", text_of(doc)))
        for start, _ in passage.sentences
    )
    return set_sentence_starts(doc, starts)


def _tagged(article: Article, doc: Doc) -> Iterator[TaggedPassage]:
    """The passages of a doc as docs of their own: labels are brought to one scheme on a copy."""
    is_split = doc.has_annotation("SENT_START")
    for passage in group(article, _sentences(doc)) if is_split else split(article):
        span = doc.char_span(passage.start, passage.end, alignment_mode="expand")
        assert span is not None, "a passage holds more than white space"
        shift = passage.start - span.start_char
        sentences = tuple((start + shift, end + shift) for start, end in passage.sentences)
        copy = span.as_doc()
        if not is_split:
            set_sentence_starts(copy, (start for start, _ in sentences))
        moved = type(passage)(article, span.start_char, span.end_char, sentences)
        unified = unify_labels(copy)
        mend_tree(unified)
        yield TaggedPassage(moved, unified)


def _sentences(doc: Doc) -> Iterator[tuple[int, int]]:
    """The sentences without the white space around them."""
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        if tokens:
            yield tokens[0].idx, tokens[-1].idx + len(tokens[-1])
