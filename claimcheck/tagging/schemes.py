"""Label schemes in one vocabulary: Universal Dependencies and our own entity labels.

The bundled model speaks it already. Other spaCy pipelines for English are trained on OntoNotes and speak
ClearNLP dependencies (`dobj`, `pobj`) and entity labels such as GPE. ClearNLP differs from UD in structure,
not only in names (a preposition governs its noun, a copula its predicate), so `unify_labels` rewrites heads
too. Finders see UD names and `ENTITY_LABELS` only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.tokens import Token

ENTITY_LABELS: Final = ("PERSON", "ORG", "LOC", "PRODUCT", "LANGUAGE")
"""PERSON, ORG (companies, universities, parties, teams), LOC (countries, places, buildings), PRODUCT
(software, models, services, devices, works), LANGUAGE (for programming, and natural ones where a pipeline
marks them)."""

# Entity labels of OntoNotes and CoNLL pipelines -> ours. What is missing (dates, numbers, nationalities,
# laws, events) is no name in our sense.
OTHER_ENTITY_LABELS: Final = {
    "PER": "PERSON",
    "ORGANIZATION": "ORG",
    "GPE": "LOC",
    "FAC": "LOC",
    "LOCATION": "LOC",
    "WORK_OF_ART": "PRODUCT",
}

# ClearNLP relations that only have another name in UD.
CLEARNLP_TO_UD: Final = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "relcl": "acl:relcl",
    "neg": "advmod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "quantmod": "advmod",
    "npadvmod": "obl:unmarked",
    "nmod": "compound",
    "intj": "discourse",
    "meta": "dep",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "attr": "xcomp",
}

# Relations found in ClearNLP trees only; one of them tells the scheme of a document.
CLEARNLP_ONLY: Final = frozenset(
    {"dobj", "pobj", "nsubjpass", "auxpass", "prep", "pcomp", "attr", "acomp", "poss", "prt"}
)

# "according to" starts with a verb, "due to" with an adverb; a dative may also be a noun.
PREPOSITION_POS: Final = frozenset({"ADP", "SCONJ", "VERB", "ADV", "PART"})

COPULAS: Final = frozenset({"be"})


def may_be_clearnlp(nlp: Language) -> bool:
    """Whether a pipeline may parse with ClearNLP relations: not where its parser knows none of them."""
    if "parser" not in nlp.pipe_names:
        return True
    labels: Iterable[str] = nlp.get_pipe("parser").labels  # type: ignore[attr-defined]  # that of a parser
    return not CLEARNLP_ONLY.isdisjoint(labels)


def is_clearnlp(doc: Doc) -> bool:
    """Whether the document is parsed with ClearNLP relations."""
    # By numbers: iterating over a `Doc` makes an object of every token
    strings = doc.vocab.strings
    return not {strings[label] for label in CLEARNLP_ONLY}.isdisjoint(doc.to_array("DEP").tolist())


def unify_labels(doc: Doc) -> Doc:
    """Rewrite parse and entities of `doc` in place to the one vocabulary, and return it.

    A document that speaks it already is left as it is, so a second call changes nothing.
    """
    unify_entities(doc)
    if is_clearnlp(doc):
        _unify_dependencies(doc)
    return doc


def unify_entities(doc: Doc) -> None:
    """Rename entity labels in place, and drop entities that are no names."""
    entities = doc.ents  # made anew each time they are asked for
    if all(ent.label_ in ENTITY_LABELS for ent in entities):
        return
    kept = []
    for ent in entities:
        label = OTHER_ENTITY_LABELS.get(ent.label_, ent.label_)
        if label in ENTITY_LABELS:
            kept.append(Span(doc, ent.start, ent.end, label=label))
    doc.set_ents(kept)


def _unify_dependencies(doc: Doc) -> None:
    """Turn a ClearNLP tree into a UD tree: content words govern, prepositions and copulas depend."""
    heads = [token.head.i for token in doc]
    deps = [CLEARNLP_TO_UD.get(token.dep_, token.dep_) for token in doc]
    for token in doc:
        if token.dep_ in {"prep", "agent", "dative"} and token.pos_ in PREPOSITION_POS:
            _turn_preposition(token, heads, deps)
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    for token in doc:
        if token.dep_ in {"attr", "acomp"} and token.head.lemma_ in COPULAS:
            _turn_copula(token, heads, deps, children)
        elif token.dep_ == "mark" and token.pos_ == "CCONJ":
            deps[token.i] = "cc"
    array: Any = doc.to_array(["HEAD", "DEP"]).astype("uint64")
    for i, head in enumerate(heads):
        array[i, 0] = (head - i) % 2**64
        array[i, 1] = doc.vocab.strings.add(deps[i])
    doc.from_array(["HEAD", "DEP"], array)


def _turn_preposition(preposition: Token, heads: list[int], deps: list[str]) -> None:
    """`founded -prep-> by -pobj-> Ada` becomes `founded -obl-> Ada -case-> by`."""
    objects = [child for child in preposition.children if child.dep_ in ("pobj", "pcomp")]
    if not objects:
        # "come in", or "because of" with the object on the second word, which is turned by itself.
        deps[preposition.i] = "advmod" if not list(preposition.children) else deps[preposition.i]
        return
    governor = preposition.head
    inner = objects[0]
    heads[inner.i] = heads[preposition.i]
    if inner.dep_ == "pcomp":
        relation = "advcl" if governor.pos_ in ("VERB", "AUX", "ADJ", "ADV") else "acl"
    elif preposition.dep_ == "agent":
        relation = "obl:agent"
    elif governor.pos_ in ("VERB", "AUX", "ADJ", "ADV"):
        relation = "obl"
    else:
        relation = "nmod"
    if preposition.dep_ == "ROOT":
        relation = "ROOT"
    deps[inner.i] = relation
    heads[preposition.i] = inner.i
    deps[preposition.i] = "mark" if inner.dep_ == "pcomp" else "case"
    for child in preposition.children:
        if child.i != inner.i:
            heads[child.i] = inner.i
            if child.dep_ in {"prep", "pobj"}:
                deps[child.i] = "case" if child.dep_ == "prep" else "nmod"


def _turn_copula(predicate: Token, heads: list[int], deps: list[str], children: list[list[int]]) -> None:
    """`is -attr-> model` becomes `model -cop-> is`; the copula's other dependents go to the predicate."""
    copula = predicate.head
    if heads[predicate.i] != copula.i:
        return  # a second predicate; the first one has taken over
    governor = heads[copula.i]
    if governor == copula.i:
        heads[predicate.i] = predicate.i
    else:
        heads[predicate.i] = governor
        children[governor].append(predicate.i)
    deps[predicate.i] = deps[copula.i]
    for i in children[copula.i]:
        if i != predicate.i and heads[i] == copula.i:
            heads[i] = predicate.i
            children[predicate.i].append(i)
    children[copula.i] = []
    heads[copula.i] = predicate.i
    deps[copula.i] = "cop"
    children[predicate.i].append(copula.i)
