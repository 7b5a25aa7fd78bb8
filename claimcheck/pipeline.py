"""The stages in order: read -> split -> tag -> normalise -> find claims -> (write)."""

from __future__ import annotations

import re
from bisect import bisect_right
from contextlib import contextmanager
from dataclasses import replace
from decimal import localcontext
from itertools import chain, islice
from threading import RLock
from typing import TYPE_CHECKING, cast

from claimcheck.article import Article
from claimcheck.claims import claim_types, find_all_claims, find_claims
from claimcheck.claims.assembling import with_unique_ids
from claimcheck.claims.base import TextSpan
from claimcheck.claims.locating import locate
from claimcheck.claims.turns import said_in_turns
from claimcheck.errors import ReadingError
from claimcheck.explanation import make_explanation
from claimcheck.language import find_other_languages, identify_language, is_read
from claimcheck.marks import as_written, without_marks
from claimcheck.mentions import normalise, normalise_all
from claimcheck.names.lists import is_name_in_capitals
from claimcheck.names.short_forms import adds_legal_form
from claimcheck.passages import split
from claimcheck.quantities.numerals import WHOLE
from claimcheck.reports.turns import find_turns
from claimcheck.result import Document, Entity, hash_of, make_document
from claimcheck.rules import EVERY_RULE, without_rules
from claimcheck.scale.collecting import collecting_seldom
from claimcheck.tables.claims import with_table_claims
from claimcheck.tagging.pipelines import BATCH_CHARS, batched, load_pipeline, tag

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from spacy.language import Language

    from claimcheck.claims.base import BaseClaim
    from claimcheck.explanation import Explanation
    from claimcheck.marks import Unmarked
    from claimcheck.mentions import NormalisedDocument
    from claimcheck.names.finding import NameMention
    from claimcheck.own_rules import OwnRules
    from claimcheck.result import EntityLabel
    from claimcheck.rules import Candidate, RulesInForce
    from claimcheck.tagging.pipelines import TaggedPassage

MAX_WORDS = 50_000
"""So many words a pipeline remembers over a stream of articles, with what it knows of each about 40 MB. The
frequent ones are among the first that come; a word after them is forgotten with its article."""

_ONE_AT_A_TIME = RLock()
"""Held while a pipeline is at work: threads share its vocabulary, which `forgetting_rare_words` clears."""


def extract(
    text: str,
    *,
    source: str = "-",
    date: dt.date | None = None,
    kinds: Collection[str] | None = None,
    language: str | None = None,
    model: str | None = None,
    own_rules: OwnRules | None = None,
    without: Collection[str] = (),
    statements: bool = False,
) -> Document:
    """Every factual claim of a text.

    Args:
        text: an English text; all offsets count its code points, as it is given. It is read without marks of
            emphasis, carriage returns, characters that are not seen, and with what references mean.
        source: what `Document.source` says.
        date: the day of writing, from which "last year" counts.
        kinds: the kinds of claims to keep; None for all.
        language: of the text, BCP-47, where that is known; a text that is not English has no claims.
        model: the spaCy pipeline, as for `load_pipeline`; loaded on first use and kept.
        own_rules: words, patterns and constructions of one's own (`load_own_rules`), for this text alone.
            What is made of them is kept with them.
        without: names of rules that are not to be used, as `found_by` gives them; the beginning of a name up
            to a slash stands for all rules of that name (`organization/acquired_by`).
        statements: whether sentences that state a fact and hold no other claim are claims of the kind
            `statement`; they are too where `kinds` names it.

    Raises:
        PipelineError: the pipeline cannot be loaded.
        ReadingError: the text holds half of a surrogate pair, which is no character.
        ValueError: a kind is not known.

    >>> document = extract("BioGPT has 1.5B parameters.")
    >>> [(claim.kind, claim.text, claim.value.number) for claim in document.claims]
    [('parameter_count', '1.5B parameters', Decimal('1500000000'))]
    """
    _check_characters(text, source)
    wanted = None if kinds is None else known_kinds(kinds)
    article = Article(source, text, published=date, language=language)
    nlp = load_pipeline(model)
    rules = put_together(own_rules, nlp, without)
    if statements or (wanted and "statement" in wanted):
        rules = replace(rules, statements=True)
    document = extract_article(article, nlp, rules)
    return document if wanted is None else document.of_kinds(wanted)


def explain(
    text: str, *, source: str = "-", model: str | None = None, own_rules: OwnRules | None = None
) -> Explanation:
    """What every rule proposed as a claim in a text, and what became of it.

    For each sentence the candidates of all kinds in reading order, with the rule that proposed each, and the
    claim that it became or the check that refused it. Arguments and errors as for `extract`.

    >>> (sentence,) = explain("It has 1.5B parameters.").sentences
    >>> [(candidate.rule, candidate.text) for candidate in sentence.candidates if candidate.claim]
    [('parameter_count/named', '1.5B parameters')]
    """
    _check_characters(text, source)
    nlp = load_pipeline(model)
    return explain_article(Article(source, text), nlp, put_together(own_rules, nlp))


def put_together(own_rules: OwnRules | None, nlp: Language, without: Collection[str] = ()) -> RulesInForce:
    """The user's rules with the bundled ones for texts that a pipeline tags, without some.

    Raises:
        LexiconError: the patterns ask for what the pipeline does not say of its words.
    """
    if own_rules is None:
        return without_rules(without)
    with _ONE_AT_A_TIME:  # patterns become words of the vocabulary
        rules = own_rules.for_pipeline(nlp)
    return replace(rules, off=rules.off.union(without)) if without else rules


def explain_article(article: Article, nlp: Language, rules: RulesInForce = EVERY_RULE) -> Explanation:
    """What every rule in force proposed as a claim in one article, and what became of it."""
    read, marks = without_marks(article)
    explained = _explain_plain(read, nlp, rules)
    return explained if marks is None else as_written(explained, marks)


def _explain_plain(article: Article, nlp: Language, rules: RulesInForce) -> Explanation:
    language = _language(article)
    claims: list[BaseClaim] = []
    explained: list[tuple[NormalisedDocument, list[Candidate]]] = []
    with _ONE_AT_A_TIME, localcontext(WHOLE), rules.lexicon.in_force():
        for tagged in tag(split(article), nlp, rules.find_own_names) if is_read(language) else ():
            trace: list[Candidate] = []
            document = normalise(tagged, replace(rules, trace=trace))
            claims.extend(locate(find_claims(document), article))
            explained.append((document, trace))
        tabled = with_table_claims(claims, article)
        kept = {id(claim) for claim in tabled}
        refused = [claim for claim in claims if id(claim) not in kept]
        return make_explanation(article, explained, with_unique_ids(tabled), refused)


def _check_characters(text: str, source: str) -> None:
    half = _SURROGATE.search(text)
    if half:
        message = f"{source}: character {half.start()} is half of a surrogate pair; decode the text first"
        raise ReadingError(message)


def known_kinds(kinds: Collection[str]) -> frozenset[str]:
    """The kinds asked for. Raises `ValueError` if one of them is none."""
    known = [claim_type.model_fields["kind"].default for claim_type in claim_types()]
    unknown = sorted(set(kinds).difference(known))
    if isinstance(kinds, str) or unknown:
        raise ValueError(f"kinds is a collection of {', '.join(known)}; got {kinds!r}")
    return frozenset(kinds)


_SURROGATE = re.compile("[\ud800-\udfff]")


def extract_article(article: Article, nlp: Language, rules: RulesInForce = EVERY_RULE) -> Document:
    """Every factual claim of one article. In a text that is not English none is looked for."""
    (document,) = _extract_together([article], nlp, rules)
    return document


def extract_tagged(
    article: Article, passages: Iterable[TaggedPassage], rules: RulesInForce = EVERY_RULE
) -> Document:
    """Every factual claim of one article whose passages are tagged, or will be as they are asked for."""
    language = _language(article)
    return _extract(article, language, _read_passages(passages, rules) if is_read(language) else (), rules)


def extract_articles(
    articles: Iterable[Article], nlp: Language, rules: RulesInForce = EVERY_RULE
) -> Iterator[Document]:
    """The results of many articles, in their order; memory does not grow with their number.

    Articles of together `BATCH_CHARS` are read before the first of them is handed on.
    """
    for batch in batched(articles, lambda article: len(article.text), BATCH_CHARS):
        with forgetting_rare_words(nlp):
            documents = _extract_together(batch, nlp, rules)
        yield from documents


def _extract_together(
    articles: Sequence[Article], nlp: Language, rules: RulesInForce = EVERY_RULE
) -> list[Document]:
    """The results of a few articles, whose passages are tagged together."""
    read = [without_marks(article) for article in articles]
    documents = _extract_plain([article for article, _ in read], nlp, rules)
    return [
        document if marks is None else with_marks(document, marks)
        for document, (_, marks) in zip(documents, read, strict=True)
    ]


def with_marks(document: Document, marks: Unmarked) -> Document:
    """The result for a text that was read without its marks, with its places in the text as written."""
    placed = as_written(document, marks)
    return placed.model_copy(update={"text_sha256": hash_of(marks.written)})


def _extract_plain(articles: Sequence[Article], nlp: Language, rules: RulesInForce) -> list[Document]:
    with rules.lexicon.in_force():
        languages = [_language(article) for article in articles]
        passages = [
            tuple(split(article)) if is_read(language) else ()
            for article, language in zip(articles, languages, strict=True)
        ]
    with _ONE_AT_A_TIME, collecting_seldom():
        read = _read_passages(tag(chain.from_iterable(passages), nlp, rules.find_own_names), rules)
        return [
            _extract(article, language, islice(read, len(own)), rules)
            for article, language, own in zip(articles, languages, passages, strict=True)
        ]


def _language(article: Article) -> str:
    return article.language or identify_language(article.text)


_ReadPassage = tuple["NormalisedDocument", "list[BaseClaim]"]


def _read_passages(passages: Iterable[TaggedPassage], rules: RulesInForce) -> Iterator[_ReadPassage]:
    """The passages with their mentions and claims, read as they are asked for, short ones a few ahead."""
    for batch in batched(passages, lambda tagged: tagged.passage.end - tagged.passage.start, BATCH_CHARS):
        documents = normalise_all(batch, rules)
        yield from zip(documents, find_all_claims(documents), strict=True)


def _extract(
    article: Article, language: str, passages: Iterable[_ReadPassage], rules: RulesInForce = EVERY_RULE
) -> Document:
    """The result of one article; passages that are made when asked for are asked for in its lexicon."""
    with rules.lexicon.in_force():
        return _extract_in_force(article, language, passages, rules)


def _extract_in_force(
    article: Article, language: str, passages: Iterable[_ReadPassage], rules: RulesInForce
) -> Document:
    claims: list[BaseClaim] = []
    names: list[tuple[int, NameMention]] = []
    with _ONE_AT_A_TIME, localcontext(WHOLE):
        for document, found in passages:
            claims.extend(found)
            names.extend((document.passage.start, name) for name in document.names())
    others: tuple[tuple[int, int, str], ...] = ()
    if is_read(language):
        claims = with_table_claims(claims, article, rules)
        if article.language is None and (others := find_other_languages(article.text)):
            claims = [claim for claim in claims if not _is_within(claim.start, others)]
            names = [(start, name) for start, name in names if not _is_within(start + name.start, others)]
        people = ((at + name.start, at + name.end) for at, name in names if name.label == "person")
        if turns := find_turns(article.text, people, is_name_in_capitals):
            claims = said_in_turns(claims, turns)
    located = locate(claims, article)
    return make_document(
        article,
        with_unique_ids(located),
        _entities(names, article.text),
        language=language,
        other_languages=others,
    )


def _is_within(offset: int, stretches: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a character stands in one of some stretches, which ascend."""
    index = bisect_right(stretches, offset, key=lambda stretch: stretch[0]) - 1
    return index >= 0 and offset < stretches[index][1]


@contextmanager
def forgetting_rare_words(nlp: Language) -> Iterator[None]:
    """Keep the vocabulary of a pipeline from growing without end.

    spaCy keeps every word it ever saw. Once there are `MAX_WORDS`, the words that are new within this block
    are freed at its end, so no `Doc` that was made in it may be used after it. Results hold none.
    """
    with _ONE_AT_A_TIME:
        is_bounded = nlp.vocab.in_memory_zone  # type: ignore[attr-defined]  # spaCy's types do not have it
        if len(nlp.vocab.strings) < MAX_WORDS or is_bounded:
            yield
            return
        for _, pipe in nlp.pipeline:  # the rule lemmatizer remembers a lemma for every word, without end
            cache = getattr(pipe, "cache", None)
            if isinstance(cache, dict) and len(cache) > MAX_WORDS:
                cache.clear()
        with nlp.memory_zone():
            yield


def _entities(found: Iterable[tuple[int, NameMention]], text: str) -> list[Entity]:
    """The distinct names, each with all of its mentions; those come with the start of their passage."""
    mentions: dict[tuple[str, str], list[TextSpan]] = {}
    canonical: dict[tuple[str, str], str] = {}
    for offset, name in found:
        is_short = name.label == "person" or adds_legal_form(name.canonical, name.text)
        listed_as = name.canonical if is_short else name.text
        key = name.label, " ".join(listed_as.split())
        start, end = offset + name.start, offset + name.end
        span = TextSpan(start=start, end=end, text=text[start:end])
        mentions.setdefault(key, []).append(span)
        canonical.setdefault(key, name.canonical)
    entities = []
    for key, spans in mentions.items():
        label, listed_as = key
        first = next((span for span in spans if " ".join(span.text.split()) == listed_as), spans[0])
        entities.append(
            Entity(
                start=first.start,
                end=first.end,
                text=first.text,
                label=cast("EntityLabel", label),
                canonical=canonical[key],
                mentions=tuple(spans),
            )
        )
    return sorted(entities, key=lambda entity: entity.start)
