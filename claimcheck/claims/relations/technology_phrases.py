"""Technologies that a phrase or an opening names, without a verb for it: "our React app", "With Go, ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.constructions.listed import is_platform, is_programming_language
from claimcheck.constructions.matching import Match
from claimcheck.constructions.sides import fits
from claimcheck.grammar.listed_names import names_of
from claimcheck.grammar.named_phrases import TOOLS, is_name
from claimcheck.grammar.stepping import is_time, subject_after_opening
from claimcheck.grammar.verb_groups import BE
from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase
    from claimcheck.names.finding import NameMention

PHRASE_RULES = (
    Rule("technology/code-in", "They like the service in Go.", "They like the service in Oslo."),
    Rule("technology/based-before", "They like Linux based phones.", "They like Linux phones."),
    Rule(
        "technology/based-behind",
        "Firefox uses little memory, based on SQLite.",
        "Firefox uses little memory, based on trust.",
    ),
    Rule("technology/code-of", "They run a Python script.", "They run the Python compiler."),
    Rule("technology/app-of", "They built a Django site.", "They visited a Django site."),
    Rule("technology/app-for", "They sold the Android app.", "They sold the Android company."),
    Rule("technology/opening", "With Rust, Mozilla made it fast.", "With Ann Lee, Mozilla made it fast."),
    Rule("technology/enabling", "Using Rust let Mozilla save time.", "Using Rust took time."),
    Rule("technology/available", "Firefox is available for Linux.", "Firefox is available for students."),
    Rule("technology/same-as", "BERT has the same tokenizer as GPT-2.", "BERT has the same aim as GPT-2."),
    Rule(
        "technology/for-platform", "They sold Fontographer for Windows.", "They sold Fontographer for years."
    ),
)

_USERS = (
    "product",
    "organization",
    "unknown",
    "any-product",
    "any-technology",
    "the-organization",
    "pronoun",
    "speaker",
)


def find_in_phrases(grammar: SentenceReading) -> Iterator[Match]:
    """Every technology that a phrase, an opening or "for" and a platform gives to a thing."""
    if not grammar.names:
        return
    if not _cues().isdisjoint(grammar.vocabulary):
        yield from _code_of_language(grammar)
        yield from _code_in_language(grammar)
        yield from _based(grammar)
        yield from _apps(grammar)
    yield from _means_of_opening(grammar)
    yield from _available(grammar)
    yield from _for_platform(grammar)
    yield from _same_as(grammar)


# "a Python script", "a React app", "the iOS and Android apps"


@per_lexicon
def _code_nouns() -> frozenset[str]:
    return grammar_words("code") | grammar_words("code part")


@per_lexicon
def _cues() -> frozenset[str]:
    """Words of which a sentence holds one where code, apps or a base are named by a phrase."""
    return (
        _code_nouns()
        | grammar_words("code once")
        | grammar_words("built")
        | grammar_words("running")
        | {"based"}
    )


def _code_of_language(grammar: SentenceReading) -> Iterator[Match]:
    """Code named by its language: "a Python script", "the previous Java service"; no compiler of one.

    "The Onyx R package" says where it is used rather than what it rests on.
    """
    nouns = grammar_words("code")
    if nouns.isdisjoint(grammar.vocabulary):
        return
    for phrase in grammar.phrases:
        if phrase.noun not in nouns or not phrase.inner:
            continue
        name = next((inner for inner in phrase.inner if inner.label == "language"), phrase.inner[-1])
        other = grammar.phrase_of_name(name, phrase)
        between = range(other.last, phrase.head) if other is not None else ()
        if other is None or (len(between) > 1 and not all(i in grammar.names for i in between)):
            continue
        if name.label == "language" and is_programming_language(name.text):
            yield Match(
                "written_in", phrase, other, phrase.first, phrase.last, "technology/code-of", is_phrase=True
            )


def _code_in_language(grammar: SentenceReading) -> Iterator[Match]:
    """Code and the languages that it is in: "two scripts in Flask, Ruby and Perl"."""
    nouns = _code_nouns()
    if "in" not in grammar.vocabulary or nouns.isdisjoint(grammar.vocabulary):
        return
    for phrase in grammar.phrases:
        if phrase.noun not in nouns or phrase.name is not None or grammar.word(phrase.last) != "in":
            continue
        first = grammar.phrase_from(phrase.last + 1)
        if first is None or first.first != phrase.last + 1:
            continue
        languages = names_of(grammar, first)
        if not any(is_programming_language(language.text) for language in languages):
            continue
        for other in languages:
            is_language = is_programming_language(other.text)
            if is_language or fits(grammar, other, ("tool",)):
                start = phrase.last if other is first else other.first
                relation = "written_in" if is_language else "built_with"
                yield Match(relation, phrase, other, start, other.last, "technology/code-in")


def _based(grammar: SentenceReading) -> Iterator[Match]:
    """What is based on a name before it or behind its clause: "Linux based phones", ", based on Linux"."""
    if "based" not in grammar.vocabulary:
        return
    for i in range(grammar.first + 1, grammar.last - 1):
        if grammar.lowers[i] != "based":
            continue
        if grammar.word(i - 1) == "," and grammar.word(i + 1) in ("on", "upon"):
            yield from _based_behind(grammar, i)
            continue
        phrase, other = grammar.phrase_from(i + 1), grammar.phrase_until(i)
        if phrase is None or other is None or phrase.first > i + 1 or phrase.determiner or other.last != i:
            continue
        if other.name is not None and _is_tool(other.name) and grammar.tags[phrase.head] in ("NN", "NNS"):
            first = other.first
            other = other._replace(first=grammar.columns.token_at(other.name.start) or first)
            yield Match("based_on", phrase, other, first, phrase.last, "technology/based-before")


def _is_tool(name: NameMention) -> bool:
    return name.label in TOOLS


def _based_behind(grammar: SentenceReading, i: int) -> Iterator[Match]:
    """The base that stands behind a comma at the end of a clause, and the subject of the clause."""
    verb = next((k for k in range(i - 2, grammar.first, -1) if grammar.is_finite(k)), None)
    thing = grammar.subject_of(verb) if verb is not None else None
    first = grammar.phrase_from(i + 2)
    beside = grammar.phrase_until(i - 1)
    if thing is None or first is None or first.first != i + 2 or thing is beside:
        return
    if (beside is not None and beside.is_named) or not fits(grammar, thing, ("product", "any-product")):
        return
    for other in names_of(grammar, first):
        if fits(grammar, other, ("product", "technique", "technology-of-name", "code-name")):
            start = i if other is first else other.first
            yield Match("based_on", thing, other, start, other.last, "technology/based-behind")


_OF_ANY = WordSet("technology/of_any")


def _apps(grammar: SentenceReading) -> Iterator[Match]:
    """What is built with the framework before its noun, or runs on the platform there."""
    built, running = grammar_words("built"), grammar_words("running")
    if built.isdisjoint(grammar.vocabulary) and running.isdisjoint(grammar.vocabulary):
        return
    for phrase in grammar.phrases:
        if not phrase.inner or phrase.name is not None or phrase.determiner in _OF_ANY:
            continue
        if phrase.noun in built and _is_own(grammar, phrase) and not _is_heading(grammar, phrase):
            yield from _apps_of(grammar, phrase, "framework", "built_with", "technology/app-of")
        if phrase.noun in ("dashboard", "dashboards") and _is_own(grammar, phrase):
            yield from _apps_of(grammar, phrase, "program", "built_with", "technology/app-of")
        if phrase.noun in _MADE and any(map(grammar.is_finite, range(grammar.first, grammar.last))):
            yield from _joined_before(grammar, phrase, "framework", "built_with", "technology/app-of")
        # not "Windows CE version 5.0"
        if phrase.noun in running and not grammar.word(phrase.head + 1)[:1].isdigit():
            yield from _apps_of(grammar, phrase, "operating-system", "runs_on", "technology/app-for")
            yield from _joined_before(grammar, phrase, "operating-system", "runs_on", "technology/app-for")


def _is_heading(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a line without a verb only leads to files: "PyTorch weights for Orbit:"."""
    return phrase.noun in _FILES and not any(map(grammar.is_finite, range(grammar.first, grammar.last)))


_FILES = WordSet("technology/file")
_MADE = WordSet("technology/made_thing")


def _is_own(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether one such thing is told of: ours, or one that was made; "a Django site" alone is any of them."""
    if phrase.determiner in _OWN or phrase.noun in _MADE:
        return True
    i = phrase.first - 1
    while i > grammar.first and grammar.tags[i] in ("DT", "JJ", "CD", "RB"):
        i -= 1
    return grammar.word(i) in grammar_words("making") and grammar.tags[i] in ("VBD", "VBN", "VBP", "VBZ")


_OWN = WordSet("technology/own")


def _apps_of(
    grammar: SentenceReading, phrase: Phrase, kind: str, relation: str, rule: str
) -> Iterator[Match]:
    beside: NameMention = phrase.inner[-1]
    for name in phrase.inner:
        other = grammar.phrase_of_name(name, phrase)
        if other is None or not fits(grammar, other, (kind,)):
            continue
        if name is beside and phrase.head - other.last > 2:
            return
        if grammar.document.text.startswith(("-like", "-style"), name.end):
            continue  # "a Unix-like shell"
        last = phrase.last if name is beside else other.last
        first = phrase.first if name is phrase.inner[0] else other.first
        yield Match(relation, phrase, other, first, last, rule, is_phrase=relation == "built_with")


def _joined_before(
    grammar: SentenceReading, phrase: Phrase, kind: str, relation: str, rule: str
) -> Iterator[Match]:
    """The platform or framework before the joined one: iOS in "our iOS and Android apps"."""
    i = phrase.first - 1
    if grammar.word(i) not in ("and", "or") or not fits(grammar, phrase, ("product-of-name",)):
        return
    before = grammar.phrase_until(i)
    beside = grammar.phrase_of_name(phrase.inner[0], phrase)
    if before is None or beside is None or beside.first != phrase.first:
        return
    if grammar.word(i) == "or" and before.determiner == "the":
        return  # "the UNIX or Linux computer": one of either kind
    if fits(grammar, before, (kind,)) and fits(grammar, beside, (kind,)):
        yield Match(
            relation, phrase, before, before.first, before.last, rule, is_phrase=relation == "built_with"
        )


# "With Go, the company", "Using Go let the company"


_MEANS_WITH = ("program", "language", "technique")
_MEANS_APPLIED = ("tool", "model", "language", "technique", "product-of-name")


def _means_of_opening(grammar: SentenceReading) -> Iterator[Match]:
    """A tool that a sentence opens with, and who uses it."""
    i = grammar.first
    while i < grammar.last and not grammar.words[i][:1].isalnum():
        i += 1
    i += grammar.word(i) == "by"
    opening = grammar.word(i)
    if opening != "with" and opening not in grammar_words("applying"):
        return
    means = grammar.phrase_from(i + 1)
    if means is None or means.first != i + 1 or not means.is_named:
        return
    classes = _MEANS_WITH if opening == "with" else _MEANS_APPLIED
    others = [other for other in names_of(grammar, means) if fits(grammar, other, classes)]
    if not others or is_time(grammar, means):
        return
    end = others[-1].last
    thing, rule = subject_after_opening(grammar, end - 1), "technology/opening"
    if opening != "with" and grammar.word(grammar.after_adverbs(end)) in grammar_words("enabling"):
        thing, rule = grammar.phrase_from(grammar.after_adverbs(end) + 1), "technology/enabling"
    if thing is None or not fits(grammar, thing, _USERS):
        return
    for other in others:
        first = i if other is others[0] else other.first
        yield Match("built_with", thing, other, first, other.last, rule)


# "is available for Linux", "Fontographer for Windows"


_ON = WordSet("technology/available_on")


def _available(grammar: SentenceReading) -> Iterator[Match]:
    """What is said to be available on a platform."""
    words = grammar_words("availability")
    if words.isdisjoint(grammar.vocabulary):
        return
    for i in range(grammar.first + 1, grammar.last - 2):
        if grammar.lowers[i] not in words or grammar.word(i + 1) not in _ON:
            continue
        other = grammar.phrase_from(i + 2)
        thing = _said_to_be(grammar, i)
        if other is None or thing is None or not fits(grammar, thing, _AVAILABLE):
            continue
        for member in names_of(grammar, other):
            if is_platform(member):
                first = i if member is other else member.first
                yield Match("runs_on", thing, member, first, member.last, "technology/available")


_AVAILABLE = ("product", "unknown", "organization", "any-product", "any-technology", "pronoun")
_LONGEST_ADVERBS = 3  # words between a copula and its predicate: "is now also available"


def _said_to_be(grammar: SentenceReading, i: int) -> Phrase | None:
    """The subject of a predicate, or the phrase right before it: "an app available for iOS"."""
    for k in range(i - 1, max(grammar.first, i - 2 - _LONGEST_ADVERBS), -1):
        if grammar.lowers[k] in BE:
            found = grammar.subject_of(k)
            return found if found is not None and found.last <= k else grammar.phrase_until(k)
        if not grammar.tags[k].startswith("RB") and grammar.tags[k] not in ("VBN", "MD"):
            break
    return grammar.phrase_until(i)


def _may_be_software(phrase: Phrase) -> bool:
    """Whether a name may be one of software: no company or place, but a word taken for a person's name."""
    if phrase.name is None or phrase.name.label in TOOLS:
        return True
    return phrase.name.label == "person" and phrase.last - phrase.first == 1


def _is_an_app(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is of one program that something is said to be: "a text editor"."""
    if phrase.name is not None or phrase.determiner not in ("a", "an", "the", "our"):
        return False
    return phrase.noun in _APPS and any(map(grammar.is_finite, range(grammar.first, grammar.last)))


_APPS = WordSet("technology/app")


def _for_platform(grammar: SentenceReading) -> Iterator[Match]:
    """Products with what they run on: "Fontographer for Windows and Mac OS", "an editor (for Linux)"."""
    if "for" not in grammar.vocabulary or not grammar.names:
        return
    for i in range(grammar.first + 1, grammar.last - 1):
        if grammar.lowers[i] != "for":
            continue
        other = grammar.phrase_from(i + 1)
        if other is None or not is_platform(other):
            continue
        thing = grammar.phrase_until(i - (grammar.word(i - 1) == "("))
        if thing is None or not (is_name(grammar, thing) or _is_an_app(grammar, thing)):
            continue
        if is_time(grammar, thing) or not _may_be_software(thing):
            continue
        for member in names_of(grammar, other):
            if is_name(grammar, member):
                first = i if member is other else member.first
                thing = grammar.described(thing)
                yield Match("runs_on", thing, member, first, member.last, "technology/for-platform")


# "has the same architecture as GPT-2"


def _same_as(grammar: SentenceReading) -> Iterator[Match]:
    """A part that two products have alike: "Both have the same architecture as BERT"."""
    if "same" not in grammar.vocabulary or "as" not in grammar.vocabulary:
        return
    for i in range(grammar.first + 2, grammar.last - 3):
        part = grammar.phrase_at(i) if grammar.lowers[i] == "same" else None
        if part is None or part.noun not in _PARTS or grammar.word(part.last) != "as":
            continue
        other = grammar.phrase_from(part.last + 1)
        verb = part.first - 1
        if other is None or other.first != part.last + 1 or not grammar.is_verb(verb):
            continue
        thing = grammar.subject_of(verb)
        is_product = other.name is not None and other.name.label == "product"
        if thing is None or thing.head >= verb or not is_product or not fits(grammar, thing, _SHARERS):
            continue
        whole = part._replace(last=other.last)
        first = grammar.group_start(verb)
        yield Match("built_with", thing, whole, first, other.last, "technology/same-as")


_PARTS = WordSet("technology/shared_part")
_SHARERS = ("product", "unknown", "organization", "any-product", "pronoun")
