"""What software, a model or a product is made with or rests on: "built on NumPy", "trained on text"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, Value
from claimcheck.claims.relations import Relation, find_relations
from claimcheck.grammar.descriptions import SentenceReading, in_every_sentence
from claimcheck.grammar.phrases import classes_of, kind_nouns
from claimcheck.names.lists import load_name_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.phrases import Phrase
    from claimcheck.mentions import NormalisedDocument

TechnologyRelation = Literal["written_in", "built_with", "based_on", "trained_on", "runs_on"]


class TechnologyValue(Value):
    """How the subject and a technology are related, and the technology as written."""

    relation: TechnologyRelation
    object: str

    def describe(self, comparator: Comparator) -> str:  # noqa: ARG002 - the signature of every kind
        """Such as `built with PyTorch`."""
        return f"{self.relation.replace('_', ' ')} {self.object}"


class TechnologyClaim(BaseClaim):
    """What a product is made with or rests on."""

    kind: Literal["technology"] = "technology"
    value: TechnologyValue

    example: ClassVar[tuple[str, str]] = (
        "Keras was built on top of TensorFlow.",
        "was built on top of TensorFlow",
    )


def find_technology_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every technology that a product is said to be made with or to rest on."""
    return in_every_sentence(document, _find_in_sentence)


def _find_in_sentence(grammar: SentenceReading) -> Iterator[Draft]:
    seen: set[tuple[str, int, int]] = set()
    for relation in [*find_relations(grammar, "technology"), *_kind_of_technology(grammar)]:
        key = ("", relation.thing.head, relation.other.head)
        if key in seen or not _is_sound(relation) or _is_share(grammar, relation):
            continue
        seen.add(key)
        yield _draft(grammar, relation)


def _draft(grammar: SentenceReading, relation: Relation) -> Draft:
    start, end = grammar.text(relation.first, max(relation.last, relation.first + 1))
    return Draft(
        TechnologyClaim,
        start,
        max(end, start),
        TechnologyValue(relation=_narrowed(relation), object=relation.other.text),
        f"technology/{relation.rule}",
        relation.thing.name_span,
    )


def _narrowed(relation: Relation) -> TechnologyRelation:
    """`written_in` needs a language: what is "implemented in Keras" is built with it."""
    found = relation.relation
    other = relation.other
    is_language = (
        "language" in classes_of(other) or other.noun in _LANGUAGES or is_programming_language(other.text)
    )
    if found == "written_in" and not is_language:
        found = "built_with"
    return found  # type: ignore[return-value]  # the lists hold no others: tests/claims/test_relations.py


_SHARE = re.compile(
    r"(?:\b(?:entirely|only|solely|exclusively|completely|purely|wholly|mostly|mainly|primarily|predominantly|largely|partly|partially)|%|\bpercent)\s+(?:\w+\s+)?(?:in|using)?\s*$",
    re.IGNORECASE,
)


def _is_share(grammar: SentenceReading, relation: Relation) -> bool:
    """Whether the words give a share, as "written entirely in Python" does: then it is a `language_share`."""
    if relation.relation != "written_in" or classes_of(relation.other) != {"language"}:
        return False
    text = grammar.document.text
    start = grammar.starts[relation.first]
    before = text[max(grammar.sentence.start, start - 24) : start]
    return (
        _SHARE.search(before) is not None
        or _SHARE.search(text[max(start, relation.other.start - 30) : relation.other.start]) is not None
    )


_LANGUAGES = frozenset({"language", "languages", "assembly", "assembler", "bytecode"})
# What rests on another work or tongue is no technology: "the film is based on", "languages derived from"
_WORKS = frozenset(
    "film films movie movies novel novels book books show shows series album song story language languages"
    "".split()
)
_PRONOUNS = frozenset({"it", "they", "which", "that"})


def _is_sound(relation: Relation) -> bool:
    """Whether the two sides are a product and a technology."""
    if relation.thing.head == relation.other.head:
        return False
    if relation.relation == "based_on" and relation.thing.noun in _WORKS:
        return False
    return _is_product(relation.thing, relation) and _is_means(relation.other, relation)


def _is_product(phrase: Phrase, relation: Relation) -> bool:
    if phrase.columns.tags[phrase.head] == "PRP" or phrase.text.lower() in _PRONOUNS:
        return phrase.text.lower() in ("it", "they") and relation.other.is_named
    classes = classes_of(phrase)
    if (
        phrase.name is None
        and phrase.columns.tags[phrase.head] == "NNP"
        and relation.rule.startswith(("rests", "member"))
    ):
        return True
    if phrase.name is not None:
        strict = relation.rule.startswith(("uses", "centre", "serves"))
        return bool(classes & {"product", "language"}) or (bool(classes & {"organization"}) and not strict)
    if "product" in classes:
        return True
    return "data" not in classes and "technology" in classes


def _is_means(phrase: Phrase, relation: Relation) -> bool:
    if phrase.columns.tags[phrase.head] in ("PRP", "WP", "DT"):
        return False
    classes = classes_of(phrase)
    if _is_unknown_name(phrase):
        return True
    if relation.relation == "trained_on":
        return bool(classes & {"data", "product", "language"}) or (
            phrase.is_named and "person" not in classes
        )
    if relation.relation == "written_in" and relation.rule.endswith(
        ("write", "code", "program", "develop", "build")
    ):
        may_be = phrase.last - phrase.first == 1 and is_programming_language(phrase.text)
        return "language" in classes or may_be or (phrase.noun in _LANGUAGES and phrase.inner != ())
    if phrase.name is not None:
        allowed = (
            {"product", "language"}
            if relation.rule.startswith(("uses", "serves"))
            else {"product", "language", "organization"}
        )
        return bool(classes & allowed)
    if phrase.determiner in (
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "your",
        "this",
        "these",
        "that",
        "those",
    ):
        return False
    return "technology" in classes and _is_specific(phrase)


def is_programming_language(word: str) -> bool:
    """Whether a word is listed as a programming language, though it may be something else too: "Go", "C"."""
    return any(
        entry.label == "language" and entry.kind != "natural" for entry in load_name_table().readings(word)
    )


def _is_unknown_name(phrase: Phrase) -> bool:
    """Whether a phrase is a name by its tag and capital alone; in these frames it is a product."""
    head, columns = phrase.head, phrase.columns
    if columns.tags[head] not in ("NNP", "NNPS"):
        return False
    word = columns.words[head]
    is_capital = word[:1].isupper() and not columns.doc[head].is_sent_start
    return phrase.name is None and not phrase.inner and is_capital and len(word) > 2


def _is_specific(phrase: Phrase) -> bool:
    """Whether a common noun phrase says which technology: "a hash table", not "advanced technologies"."""
    if phrase.inner:
        return True
    if phrase.noun in _LANGUAGES:
        return False
    columns = phrase.columns
    return any(
        columns.tags[i].startswith("NN") or columns.words[i] == "-" for i in range(phrase.first, phrase.head)
    )


def _kind_of_technology(grammar: SentenceReading) -> Iterator[Relation]:
    """Names before the noun of a category: "BERT is a Transformer model"."""
    for description in grammar.descriptions_of_named():
        category = description.category
        if (
            category.name is not None
            or not category.inner
            or "product" not in kind_nouns().get(category.noun, frozenset())
        ):
            continue
        name = category.inner[-1]
        if name.label not in ("product", "language") or category.noun in ("language", "version", "product"):
            continue
        other = grammar.phrase_of_name(name, category)
        if other is not None:
            is_code = name.label == "language" and category.noun != "model"
            relation = "written_in" if is_code else "based_on"
            yield Relation(relation, description.thing, other, description.first, category.last, "kind-of")
