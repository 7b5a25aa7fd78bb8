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
from claimcheck.marks import without_marks
from claimcheck.own_rules import load_own_rules
from claimcheck.passages import group, in_one_line, split
from claimcheck.pipeline import extract_tagged, known_kinds, with_marks
from claimcheck.rules import RulesInForce
from claimcheck.tagging.mending import mend_tree
from claimcheck.tagging.pipelines import TaggedPassage, set_sentence_starts
from claimcheck.tagging.relaid import relaid
from claimcheck.tagging.schemes import unify_labels
from claimcheck.tagging.texts import text_of
from claimcheck.writing.span_groups import CLAIMS, ENTITIES, USER_DATA, annotate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Doc, Span

    from claimcheck.article import Passage
    from claimcheck.marks import Unmarked


_ANNOTATION = ("DEP", "TAG", "POS", "LEMMA", "ENT_IOB")


class ClaimFinder:
    """Finds the claims of a `Doc` with the annotation that the components before it gave.

    Subjects and relations need a parser, names are better with an entity recogniser. A doc without sentences
    is split as claimcheck does. Nothing but the span groups and the entry in `user_data` is changed.

    A text with marks, or with lines that end inside of sentences, is read without them as `extract` does: by
    the components before this one, a second time, so that the claims are those of `extract`. A doc with
    annotation that they do not give, such as one that was stored, is not read again: what was said of its
    words is kept, though it was said of them beside the marks, and claims may differ there.
    """

    def __init__(
        self,
        *,
        nlp: Language | None = None,
        claims_key: str = CLAIMS,
        entities_key: str = ENTITIES,
        kinds: Collection[str] | None = None,
        without: Collection[str] = (),
        lexicons: Collection[str | Path] = (),
        constructions: Collection[str | Path] = (),
    ) -> None:
        self.nlp = nlp
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
        read, marks = without_marks(article)
        again = None if in_one_line(read) == article.text else self._read_again(doc, read)
        document = extract_tagged(read, _tagged(read, doc, marks) if again is None else again, self.rules)
        if marks is not None:
            document = with_marks(document, marks)
        if self.kinds is not None:
            document = document.of_kinds(self.kinds)
        return annotate(doc, document, claims_key=self.claims_key, entities_key=self.entities_key)

    def _read_again(self, doc: Doc, article: Article) -> list[TaggedPassage] | None:
        """A text by the components before this one; None where a doc has annotation that they do not give."""
        if self.nlp is None:
            return None
        passages = []
        for passage in split(article):
            again = self.nlp.make_doc(passage.text)
            set_sentence_starts(again, (start for start, _ in passage.sentences))
            for _, component in self.nlp.pipeline:
                if component is self:
                    break
                if component is not set_sentences:
                    again = component(again)
            if any(doc.has_annotation(kind) and not again.has_annotation(kind) for kind in _ANNOTATION):
                return None
            passages.append(_unified(passage, again))
        return passages


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
    nlp: Language,
    name: str,  # noqa: ARG001 - spaCy calls factories with both
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
        nlp=nlp,
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
    read, marks = without_marks(Article("-", text_of(doc)))
    starts = (
        passage.start + start if marks is None else marks.span(passage.start + start, passage.start + end)[0]
        for passage in split(read)
        for start, end in passage.sentences
    )
    return set_sentence_starts(doc, starts)


def _tagged(article: Article, doc: Doc, marks: Unmarked | None) -> Iterator[TaggedPassage]:
    """The passages of a doc as docs of their own: labels are brought to one scheme on a copy.

    `article` has the characters that are read, `marks` those of the doc that are not.
    """
    is_split = doc.has_annotation("SENT_START")
    for passage in group(article, _sentences(doc, marks)) if is_split else split(article):
        written = (passage.start, passage.end) if marks is None else marks.span(passage.start, passage.end)
        span = doc.char_span(*written, alignment_mode="expand")
        assert span is not None, "a passage holds more than white space"
        start, end = _as_read(marks, span.start_char, span.end_char)
        shift = passage.start - start
        sentences = tuple((first + shift, last + shift) for first, last in passage.sentences)
        moved = type(passage)(article, start, end, sentences)
        copy = _copy(span, moved, marks)
        if not is_split:
            set_sentence_starts(copy, (first for first, _ in sentences))
        yield _unified(moved, copy)


def _unified(passage: Passage, doc: Doc) -> TaggedPassage:
    unified = unify_labels(doc)
    mend_tree(unified)
    return TaggedPassage(passage, unified)


def _copy(span: Span, passage: Passage, marks: Unmarked | None) -> Doc:
    if marks is None and span.text == passage.text:
        return span.as_doc()
    stretches = (_as_read(marks, token.idx, token.idx + len(token)) for token in span)
    return relaid(
        span, passage.text, [(start - passage.start, end - passage.start) for start, end in stretches]
    )


def _as_read(marks: Unmarked | None, start: int, end: int) -> tuple[int, int]:
    return (start, end) if marks is None else marks.span_in_text(start, end)


def _sentences(doc: Doc, marks: Unmarked | None) -> Iterator[tuple[int, int]]:
    """The sentences without the white space around them."""
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        if tokens:
            start, end = _as_read(marks, tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
            if start < end:
                yield start, end
