"""The examples in the user's files of constructions, tried as the files are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.article import Article
from claimcheck.constructions.examples import prepositions_of, shows_its_sides, sides_of
from claimcheck.constructions.loading import bundled_constructions, constructions_with
from claimcheck.constructions.samples import marked, plain
from claimcheck.errors import LexiconError
from claimcheck.mentions import normalise
from claimcheck.passages import split
from claimcheck.pipeline import explain_article, extract_article
from claimcheck.tagging.pipelines import load_pipeline, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.claims import Claim
    from claimcheck.constructions.definitions import Constructions, RelationDefinition, Words
    from claimcheck.mentions import NormalisedDocument
    from claimcheck.own_rules import OwnRules
    from claimcheck.result import Document


def try_examples(own_rules: OwnRules) -> None:
    """Read every example and near miss of the user's constructions with the bundled pipeline.

    Raises:
        LexiconError: an example does not have its claim, or a form does not show its sides in one, or a near
            miss has a claim; the message names the file and the line, and says what was found instead.
    """
    with own_rules.lexicon.in_force():
        everything, bundled = constructions_with(own_rules.constructions), bundled_constructions()
        _try_forms(own_rules, everything, len(bundled.forms))
        for own in _with_relations(everything, len(bundled.relations), len(bundled.words)):
            for example in own.block.examples:
                _try_example(own_rules, own, example)
            for text in own.block.near_misses:
                _try_near_miss(own_rules, own, text)


class _Own(NamedTuple):
    """A relation, or words for one, with the relation that its examples state."""

    relation: RelationDefinition
    block: RelationDefinition | Words


def _with_relations(everything: Constructions, relations: int, words: int) -> Iterator[_Own]:
    """The user's relations and words: those behind so many bundled ones."""
    by_name = {f"{relation.kind}/{relation.name}": relation for relation in everything.relations}
    yield from (_Own(relation, relation) for relation in everything.relations[relations:])
    yield from (_Own(by_name[block.relation], block) for block in everything.words[words:])


def _try_forms(own_rules: OwnRules, everything: Constructions, bundled: int) -> None:
    nlp = load_pipeline()
    rules = own_rules.for_pipeline(nlp)

    def read(text: str) -> NormalisedDocument:
        (tagged,) = tag(split(Article("-", text, language="en")), nlp, rules.find_own_names)
        return normalise(tagged, rules)

    for form in everything.forms[bundled:]:
        prepositions = prepositions_of(everything, form)
        for example in form.examples:
            if not shows_its_sides(form, example, prepositions, read):
                found = sides_of(form, example, prepositions, read)
                sides = ", ".join(
                    f"{role}: {' + '.join(members) or 'nothing'}"
                    for role, members in zip(form.roles, found, strict=True)
                )
                tags = _tags(read(plain(example)), marked(example, "<"))
                found_in = f"in {plain(example)!r} the form finds {sides}; the trigger is tagged {tags}"
                raise LexiconError(f"{form.place}: {found_in}")
        for text in form.near_misses:
            if all(sides_of(form, text, prepositions, read)):
                raise LexiconError(
                    f"{form.place}: the form finds both sides in its near miss {plain(text)!r}"
                )


def _tags(document: NormalisedDocument, place: tuple[int, int]) -> str:
    return " ".join(token.tag_ for token in document.sentences[0].span if place[0] <= token.idx < place[1])


def _read(own_rules: OwnRules, text: str) -> Document:
    nlp = load_pipeline()
    return extract_article(Article("-", text, language="en"), nlp, own_rules.for_pipeline(nlp))


def _stated(document: Document, relation: RelationDefinition) -> list[Claim]:
    """The claims that a text states this relation."""
    return [
        claim
        for claim in document.claims
        if claim.kind == relation.kind and getattr(claim.value, "relation", "") == relation.name
    ]


def _try_example(own_rules: OwnRules, own: _Own, example: str) -> None:
    text = plain(example)
    document = _read(own_rules, text)
    wanted = _marked_texts(example)
    claims = _stated(document, own.relation)
    if any(_as_marked(claim) == wanted for claim in claims):
        return
    if claims:
        thing, other, words = _as_marked(claims[0])
        instead = f"has {{{thing}}}, [{other}] and <{words}>"
    else:
        instead = _refusal(own_rules, own.relation, document, text) or "is found by none of the forms"
    raise LexiconError(f"{own.block.place}: the example {text!r} {instead}")


def _marked_texts(example: str) -> tuple[str, str, str]:
    """Thing, other and the words of the claim."""
    text = plain(example)
    thing, other, words = (text[slice(*marked(example, mark))] for mark in "{[<")
    return thing, other, words


def _as_marked(claim: Claim) -> tuple[str, str, str]:
    thing = claim.subject.text if claim.subject else ""
    return thing, getattr(claim.value, "object", ""), claim.text


def _refusal(own_rules: OwnRules, relation: RelationDefinition, document: Document, text: str) -> str:
    """Which check refused the claim and what it looked at; empty where nothing was proposed."""
    nlp = load_pipeline()
    rules = own_rules.for_pipeline(nlp)
    name = f"{relation.kind}/{relation.name}/"
    labels = {(m.start, m.end): entity.label for entity in document.entities for m in entity.mentions}
    for sentence in explain_article(Article("-", text, language="en"), nlp, rules).sentences:
        for candidate in sentence.candidates:
            if candidate.refused_by and candidate.rule.startswith(name):
                seen = candidate.looked_at
                what = labels.get((seen.start, seen.end), "no known name") if seen else ""
                of = f" for {seen.text!r} ({what})" if seen else ""
                return f"is refused by the check {candidate.refused_by}{of}"
    return ""


def _try_near_miss(own_rules: OwnRules, own: _Own, text: str) -> None:
    for claim in _stated(_read(own_rules, text), own.relation):
        thing, other, words = _as_marked(claim)
        raise LexiconError(
            f"{own.block.place}: the near miss {text!r} has {{{thing}}}, [{other}] and <{words}>"
        )
