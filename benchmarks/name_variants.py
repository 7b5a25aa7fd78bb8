"""Changes of a sentence after which its relations are known: other names, lists, denial, doubt, reports.

A change is a function from a `Sentence` to its `Variant`s. It leaves out the sentences in which it would not
be grammatical, and says of each variant which relations it states and which more it may state.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Relation:
    """What a claim says of two names, with its qualifiers; `other` is empty where there is only one."""

    kind: str
    relation: str
    thing: str
    other: str
    polarity: str = "positive"
    certainty: str = "certain"
    prediction: bool | None = False
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that stands alone, the relations found in it and the labels of its names."""

    id: str
    text: str
    relations: tuple[Relation, ...]
    names: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Variant:
    """A changed sentence, what it states for certain, and what else it may state."""

    text: str
    expected: tuple[Relation, ...]
    allowed: tuple[Relation, ...] = ()


Change = Callable[[Sentence], Iterator[Variant]]

# Names that no list holds, by their shape; a sentence's names take them in turn
SHAPES: dict[str, tuple[str, list[str]]] = {
    "one word": ("organization", ["Vortane", "Quellmar", "Drenova", "Ospryde"]),
    "with a head word": ("organization", ["Kelmar Systems", "Drova Foods", "Ostrel Labs", "Haldane Motors"]),
    "two plain words": ("organization", ["Ito Seiki", "Blue Larkspur", "Tall Heron", "Orrin Vale"]),
    "ampersand": ("organization", ["Bright & Odell", "Marsh & Tolley", "Keane & Ruhl", "Poole & Astrid"]),
    "camel case": ("organization", ["QuillPay", "FernGrid", "LoopHaven", "BrickOwl"]),
    "lower case": ("organization", ["deepNorth", "eVarda", "iQuell", "uBrinn"]),
    "legal form": ("organization", ["Halvorsen AB", "Mirvel GmbH", "Tosca S.p.A.", "Bramble Ltd"]),
    "digits": ("organization", ["R3 Energy", "9Fields", "Studio 41", "K2 Foods"]),
    "dotted": ("organization", ["Lume.io", "Quarry.ai", "Brisk.com", "Tally.dev"]),
    "capitals": ("organization", ["KVTR", "OBNX", "ZELQ", "DWRM"]),
    "hyphen": ("organization", ["Aldo-Reyes", "Nord-Kessel", "Vine-Mott", "Rho-Tek"]),
    "common words": ("organization", ["Copper", "Lantern", "Ember", "Paddle"]),
    "listed": ("organization", ["Siemens", "Pfizer", "Nokia", "Unilever"]),
    "product with number": ("product", ["Brisk 3", "Orvana 2", "Pelto 7", "Quill 4"]),
    "product with size": ("product", ["Tern-7B", "Lark-13B", "Wren-70B", "Kite-3B"]),
    "product camel": ("product", ["LumaKit", "TernFlow", "OrbiBase", "DovePress"]),
    "product lower": ("product", ["pikalite", "brontoql", "fernpack", "kestrel-db"]),
    "product dotted": ("product", ["Dovetail.js", "Tern.NET", "quill.py", "lark.cpp"]),
    "product one word": ("product", ["Vellaro", "Brintex", "Ondura", "Maldive"]),
    "person two words": ("person", ["Mirela Oduya", "Tobiah Renz", "Saskia Holt", "Idris Vanterpool"]),
    "person with particle": (
        "person",
        ["Jan van der Kemp", "Ana de la Torre", "Louis de Brae", "Omar al-Ras"],
    ),
    "person initial": ("person", ["Mirela K. Oduya", "T. J. Renz", "Saskia B. Holt", "I. R. Vanter"]),
    "person hyphen": ("person", ["Ann-Marie Osei-Tutu", "Jean-Luc Ferrand", "Kim Soo-jin", "Li Wei-Ting"]),
    "person title": (
        "person",
        ["Dr. Ines Quilter", "Professor Tobiah Renz", "Dame Saskia Holt", "Sir Ivo Vane"],
    ),
}
_LEGAL = r"(?:Inc|Ltd|Corp|LLC|plc|PLC|GmbH|AG|AB|S\.A|Co|Limited|Incorporated|Corporation|N\.V|SE)\b\.?"
_OF_ITS_KIND = re.compile(
    r"University|Ministry|Department|Exchange|Union|Party|Court|Council|Congress|Hospital|NASDAQ|Nasdaq|NYSE"
    r"|Bank of"
)
_VOWEL = re.compile(r"[aeioAEIO]")


def spans_of(text: str, name: str) -> list[tuple[int, int]]:
    """The places of a name as whole words."""
    return [m.span() for m in re.finditer(rf"(?<![\w.-]){re.escape(name)}(?![\w-]|\.\w)", text)]


def with_names(text: str, names: dict[str, str]) -> str:
    """A text with names replaced, longer ones first, and "a" or "an" before them mended."""
    if not names:
        return text
    found = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?P<article>\b[Aa]n? )?(?<![\w.-])(?P<name>{found})(?![\w-]|\.\w)")

    def put(match: re.Match[str]) -> str:
        new = names[match["name"]]
        article = match["article"]
        if not article:
            return new
        return f"{article[0]}{'n' if _VOWEL.match(new) else ''} {new}"

    return re.sub(r"\.\.(?=$|\s)", ".", pattern.sub(put, text))


def renamed(relation: Relation, names: dict[str, str]) -> Relation:
    """A relation with its names replaced."""
    source = relation.source and with_names(relation.source, names)
    thing, other = with_names(relation.thing, names), with_names(relation.other, names)
    return replace(relation, thing=thing, other=other, source=source)


def _renaming(label: str, new: list[str]) -> Change:
    def change(sentence: Sentence) -> Iterator[Variant]:
        old = [
            name
            for name, its_label in sentence.names.items()
            if its_label == label and not _OF_ITS_KIND.search(name) and not _is_set_off(sentence.text, name)
        ]
        sides = {side for r in sentence.relations for side in (r.thing, r.other)}
        used = [name for name in old if any(spans_of(side, name) for side in sides)]
        if not used or len(old) > len(new) or _share_words([*sentence.names]):
            return
        names = dict(zip(old, new, strict=False))
        text = with_names(sentence.text, names)
        yield Variant(text, tuple(renamed(r, names) for r in sentence.relations))

    return change


def _is_set_off(text: str, name: str) -> bool:
    """Whether a name has its article or stands beside a bracket or code, where another would not fit."""
    return any(
        text[:first].endswith(("the ", "The ", "`", "/", "@", "(")) or text[last : last + 2] == " ("
        for first, last in spans_of(text, name)
    )


def _share_words(names: list[str]) -> bool:
    words = [word for name in names for word in set(name.lower().split())]
    return len(words) != len(set(words))


# What stands around one name

_BEFORE = re.compile(r"(?:^|\b(?:by|with|from|to|and|for|acquired|bought|purchased|of) )$")
_BEHIND = re.compile(
    r"(?: (?:was|is|has|had|will|acquired|bought|developed|released|launched|founded|in|to|by|for)\b|\.$)"
)
NEW_NAMES = ("Kelmar Systems", "Vortane", "QuillPay")


def _organizations(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """The organisations on a side of a relation that stand once in a sentence."""
    sides = {side for r in sentence.relations if r.kind == "organization" for side in (r.thing, r.other)}
    for name, label in sentence.names.items():
        places = spans_of(sentence.text, name)
        if label == "organization" and name in sides and len(places) == 1 and name[:1].isupper():
            yield name, *places[0]


def _around(before: str, behind: str, name_too: Callable[[str], str] | None = None) -> Change:
    def change(sentence: Sentence) -> Iterator[Variant]:
        for name, first, last in _organizations(sentence):
            text, new = sentence.text, name_too(name) if name_too else name
            if re.search(_LEGAL + "$", name) or (before and not _BEFORE.search(text[:first])):
                continue
            if (behind or new != name) and not _BEHIND.match(text, last):
                continue
            opening = before if first or not before else before[0].upper() + before[1:]
            end = text[last:]
            tail = behind.rstrip(",") if end == "." else behind
            if new.endswith(".") and end == ".":
                end = ""
            names = {name: new}
            yield Variant(
                text[:first] + opening + new + tail + end,
                tuple(renamed(r, names) if new != name else r for r in sentence.relations),
            )

    return change


def _without_legal_form(sentence: Sentence) -> Iterator[Variant]:
    for name, _, _ in _organizations(sentence):
        bare = re.sub(rf",? {_LEGAL}$", "", name)
        if bare != name:
            names = {name: bare}
            yield Variant(
                with_names(sentence.text, names), tuple(renamed(r, names) for r in sentence.relations)
            )


# Lists

_AFTER_OBJECT = re.compile(r"(?:\.$| in \d{4}\b| for | on )")
_AFTER_SUBJECT = re.compile(
    r" (?P<verb>was|is|has|acquired|bought|developed|released|launched|founded|purchased)\b"
)
_PLURAL = {"was": "were", "is": "are", "has": "have"}
_ONE_TO_ONE = ("headquartered_in",)


def _as_list(name: str, template: str, relations: tuple[Relation, ...]) -> tuple[str, tuple[Relation, ...]]:
    """A name in a list with new ones, and the relations with one more for each of these."""
    listed = template.format(name, *NEW_NAMES)
    new = [n for n in NEW_NAMES if n in listed]
    more = [replace(r, other=n) for r in relations for n in new if r.other == name]
    more += [replace(r, thing=n) for r in relations for n in new if r.thing == name]
    return listed, (*relations, *more)


def _listed_object(template: str) -> Change:
    """The object as a list; `template` holds `{0}` for it and new names."""

    def change(sentence: Sentence) -> Iterator[Variant]:
        for name, first, last in _sides(sentence):
            text = sentence.text
            if not _BEFORE.search(text[:first]) or not _AFTER_OBJECT.match(text, last):
                continue
            if text[:first].endswith("and ") or first == 0:
                continue
            listed, expected = _as_list(name, template, sentence.relations)
            yield Variant(text[:first] + listed + text[last:], expected)

    return change


def _sides(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    for name, first, last in _organizations(sentence):
        concerned = [r for r in sentence.relations if name in (r.thing, r.other)]
        if all(r.kind == "organization" and r.relation not in _ONE_TO_ONE for r in concerned):
            yield name, first, last


def _listed_subject(template: str) -> Change:
    def change(sentence: Sentence) -> Iterator[Variant]:
        for name, first, last in _sides(sentence):
            text = sentence.text
            behind = _AFTER_SUBJECT.match(text, last)
            if first or behind is None or re.match(r" (?:was|is|has) (?:an?|the|one)\b", text[last:]):
                continue
            verb = _PLURAL.get(behind["verb"], behind["verb"])
            listed, expected = _as_list(name, template, sentence.relations)
            yield Variant(f"{listed} {verb}{text[behind.end() :]}", expected)

    return change


# The clause alone: tense, voice, denial, doubt

_IRREGULAR = {"bought": "buy", "built": "build", "made": "make"}
_REGULAR = frozenset(
    "absorbed co-founded designed developed established founded funded launched owned published".split()
)
_KEPT_E = frozenset(
    "acquired created financed managed manufactured operated produced purchased released used".split()
)


def _base(past: str) -> str | None:
    if past in _IRREGULAR:
        return _IRREGULAR[past]
    if past in _KEPT_E:
        return past[:-1]
    return past[:-2] if past in _REGULAR else None


@dataclass(frozen=True, slots=True)
class Clause:
    """Agent, verb in the past and what is affected, with the relation that they state."""

    agent: str
    past: str
    affected: str
    relation: Relation
    agent_is_other: bool

    def forms(self) -> dict[str, str]:
        """What the slots of a template stand for."""
        base = _base(self.past) or ""
        ing = (base.removesuffix("e")) + "ing"
        third = base + ("es" if base.endswith(("sh", "ch", "s")) else "s")
        return {
            "A": self.agent,
            "O": self.affected,
            "past": self.past,
            "base": base,
            "ing": ing,
            "third": third,
        }


_CLAUSE = re.compile(r" (?P<passive>(?:was|were|has been|had been|is|are) )?(?P<past>[\w-]+)(?P<by> by)? ")


def _clauses(sentence: Sentence) -> Iterator[Clause]:
    """The relations stated by nothing but a verb between two names."""
    for r in sentence.relations:
        if r.kind != "organization" or r.polarity != "positive" or r.certainty != "certain" or r.source:
            continue
        if not {r.thing, r.other} <= {*sentence.names}:
            continue
        for one, two, is_first in ((r.thing, r.other, True), (r.other, r.thing, False)):
            for first, last in spans_of(sentence.text, one):
                behind = _CLAUSE.match(sentence.text, last)
                if behind is None or not sentence.text.startswith(two, behind.end()):
                    continue
                if bool(behind["passive"]) != bool(behind["by"]) or not _base(behind["past"]):
                    continue
                if not (behind["passive"] or is_first != (r.relation in _BY_OBJECT)):
                    continue
                if first and not re.search(r"[.,;] $", sentence.text[:first]):
                    continue
                agent, affected = (two, one) if behind["passive"] else (one, two)
                yield Clause(agent, behind["past"], affected, r, agent == r.other)


_BY_OBJECT = ("acquired_by", "developed_by", "founded_by", "owned_by", "operated_by", "funded_by")
_B, _C = "Kelmar Systems", "Vortane"
_PROBABLE = {"certainty": "probable", "prediction": True}
_POSSIBLE = {"certainty": "possible", "prediction": None}
_DENIED = {"polarity": "negative"}
TEMPLATES: dict[str, tuple[str, dict[str, Any]]] = {
    "active": ("{A} {past} {O}.", {}),
    "perfect": ("{A} has {past} {O}.", {}),
    "passive": ("{O} was {past} by {A}.", {}),
    "passive perfect": ("{O} has been {past} by {A}.", {}),
    "passive and years": ("{O} was {past} by {A} in 2014.", {}),
    "year before": ("In 2014, {A} {past} {O}.", {}),
    "year before, passive": ("In 2014 {O} was {past} by {A}.", {}),
    "last year before": ("Last year, {A} {past} {O}.", {}),
    "on Monday before": ("On Monday {A} {past} {O}.", {}),
    "who, relative": ("{A}, which {past} {O}, grew fast.", {}),
    "whom, relative": ("{O}, which was {past} by {A}, grew fast.", {}),
    "participle behind": ("{O}, {past} by {A} in 2014, grew fast.", {}),
    "participle before": ("{past_capital} by {A} in 2014, {O} grew fast.", {}),
    "cleft": ("It was {A} that {past} {O}.", {}),
    "headline": ("{A} {third} {O}", {}),
    "headline with time": ("{A} {third} {O} after long talks", {}),
    "list item": ("- {A} {past} {O}", {}),
    "second clause": ("Sales fell and {A} {past} {O}.", {}),
    "after which": ("{A} grew fast and {past} {O}.", {}),
    "also": ("{A} later also {past} {O}.", {}),
    "will": ("{A} will {base} {O}.", {"prediction": True}),
    "is to": ("{A} is to {base} {O}.", {"certainty": None, "prediction": True}),
    "agreed": ("{A} agreed to {base} {O}.", _PROBABLE),
    "plans": ("{A} plans to {base} {O}.", _PROBABLE),
    "is set": ("{A} is set to {base} {O}.", _PROBABLE),
    "expected": ("{A} is expected to {base} {O}.", _PROBABLE),
    "wants": ("{A} wants to {base} {O}.", _POSSIBLE),
    "offered": ("{A} offered to {base} {O}.", _POSSIBLE),
    "tried": ("{A} tried to {base} {O}.", _POSSIBLE),
    "talks": ("{A} is in talks to {base} {O}.", _POSSIBLE),
    "may": ("{A} may {base} {O}.", _POSSIBLE),
    "reportedly": ("{A} has reportedly {past} {O}.", _POSSIBLE),
    "may passive": ("{O} may be {past} by {A}.", _POSSIBLE),
    "plans passive": ("{O} is expected to be {past} by {A}.", _PROBABLE),
    "rumours": ("Rumours that {A} {past} {O} spread quickly.", _POSSIBLE),
    "did not": ("{A} did not {base} {O}.", _DENIED),
    "never": ("{A} never {past} {O}.", _DENIED),
    "was not": ("{O} was not {past} by {A}.", _DENIED),
    "was never": ("{O} has never been {past} by {A}.", _DENIED),
    "failed": ("{A} failed to {base} {O}.", {"polarity": "negative", "prediction": None}),
    "will not": ("{A} will not {base} {O}.", {"polarity": "negative", "prediction": True}),
    "not true": ("It is not true that {A} {past} {O}.", _DENIED),
    "denied": ("{A} denied that it had {past} {O}.", {"polarity": "negative", "source": None, "thing": None}),
    "refused": ("{A} refused to {base} {O}.", {"polarity": "negative", "prediction": None}),
    "said it": ("{A} said it had {past} {O}.", {"thing": None, "source": "{A}"}),
    "announced plans": (
        "{A} announced plans to {base} {O}.",
        {"certainty": "probable", "prediction": True, "source": None},
    ),
}
LISTED: dict[str, tuple[str, dict[str, Any], str]] = {
    "objects": ("{A} {past} {O}, {B} and {C}.", {}, "O"),
    "objects, both": ("{A} {past} both {O} and {B}.", {}, "O"),
    "objects, as well as": ("{A} {past} {O} as well as {B}.", {}, "O"),
    "agents": ("{A} and {B} {past} {O}.", {}, "A"),
    "agents, passive": ("{O} was {past} by {A} and {B}.", {}, "A"),
    "agents, passive three": ("{O} was {past} by {A}, {B} and {C}.", {}, "A"),
    "affected, passive": ("{O} and {B} were {past} by {A}.", {}, "O"),
    "affected, passive three": ("{O}, {B} and {C} were {past} by {A}.", {}, "O"),
    "did not, or": ("{A} did not {base} {O} or {B}.", _DENIED, "O"),
    "was not, or": ("{O} was not {past} by {A} or {B}.", _DENIED, "A"),
    "was not, three": ("{O} was not {past} by {A}, {B} or {C}.", _DENIED, "A"),
    "neither agent": ("Neither {A} nor {B} {past} {O}.", _DENIED, "A"),
    "neither agent, perfect": ("Neither {A} nor {B} has {past} {O}.", _DENIED, "A"),
    "neither affected": ("Neither {O} nor {B} was {past} by {A}.", _DENIED, "O"),
    "neither object": ("{A} {past} neither {O} nor {B}.", _DENIED, "O"),
    "by neither": ("{O} was {past} by neither {A} nor {B}.", _DENIED, "A"),
    "plans, and": ("{A} plans to {base} {O} and {B}.", _PROBABLE, "O"),
    "plans, agents": ("{A} and {B} plan to {base} {O}.", _PROBABLE, "A"),
    "will, three": ("{A} will {base} {O}, {B} and {C}.", {"prediction": True}, "O"),
    "may, or": ("{A} may {base} {O} or {B}.", _POSSIBLE, "O"),
    "may, passive": ("{O} may be {past} by {A} or {B}.", _POSSIBLE, "A"),
    "tried, and": ("{A} tried to {base} {O} and {B}.", _POSSIBLE, "O"),
}
CONTRASTS: dict[str, tuple[str, str]] = {
    "not A but B": ("{O} was {past} not by {B} but by {A}.", "A"),
    "by A, not B": ("{O} was {past} by {A}, not by {B}.", "A"),
    "O, not B": ("{A} {past} {O}, not {B}.", "O"),
    "did not O but": ("{A} did not {base} {B} but {past} {O}.", "O"),
}


def _filled(template: str, clause: Clause) -> str:
    forms = clause.forms()
    capital = forms["past"][0].upper() + forms["past"][1:]
    return template.format(**forms, past_capital=capital, B=_B, C=_C)


def _of_clause(template: str, said: dict[str, Any]) -> Change:
    def change(sentence: Sentence) -> Iterator[Variant]:
        for clause in _clauses(sentence):
            text = _filled(template, clause)
            qualifiers = {k: v for k, v in said.items() if k not in ("source", "thing")}
            source = said.get("source")
            expected = replace(clause.relation, **{"prediction": False, **qualifiers})
            if "source" in said:
                expected = replace(expected, source="*" if source is None else _filled(str(source), clause))
            yield Variant(text.replace("..", "."), (expected,))

    return change


def _member(clause: Clause, slot: str, new: str) -> Relation:
    is_other = (slot == "A") == clause.agent_is_other
    return replace(clause.relation, other=new) if is_other else replace(clause.relation, thing=new)


def _of_list(template: str, said: dict[str, Any], slot: str) -> Change:
    def change(sentence: Sentence) -> Iterator[Variant]:
        for clause in _clauses(sentence):
            members = [clause.relation, _member(clause, slot, _B)]
            members += [_member(clause, slot, _C)] if "{C}" in template else []
            yield Variant(_filled(template, clause), tuple(replace(r, **said) for r in members))

    return change


def _of_contrast(template: str, slot: str) -> Change:
    def change(sentence: Sentence) -> Iterator[Variant]:
        for clause in _clauses(sentence):
            denied = replace(_member(clause, slot, _B), polarity="negative")
            yield Variant(_filled(template, clause), (clause.relation,), (denied,))

    return change


# The whole sentence in a report

_LOWERED = frozenset(
    "The In It He She They On At A An This That These Its His Her Their Since After By As For From"
    "  To While When We Our All Some Most During Both".split()
)
_SPOKEN = re.compile(
    r"[\"“”‘:;?!]|\b(?:said|says|told|according|reported|announced|claims?|argued|I|we|my)\b"
)


_ADVERBIAL = frozenset("In On At Since After By As For From To While When During".split())
_POINTING = re.compile(r"(?:he|she|it|they|its?|their|his|her|the [a-z]+)$", re.IGNORECASE)


def _lowered(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if first.rstrip(",") in _LOWERED else text


def _wrapped(template: str, said: dict[str, Any]) -> Change:
    def change(sentence: Sentence) -> Iterator[Variant]:
        text = sentence.text
        is_plain = text.endswith(".") and text[:1].isupper() and not _SPOKEN.search(text)
        opens_as_name = any(start == 0 for name in sentence.names for start, _ in spans_of(text, name))
        if not is_plain or not (opens_as_name or text.split(" ", 1)[0].rstrip(",") in _LOWERED):
            return
        if "said {S}" in template and text.split(" ", 1)[0] in _ADVERBIAL:
            return  # "said in 2014, Acme bought": when it was said, or when Acme bought
        wrapped = template.format(S=_lowered(text)[:-1], T=text[:-1], W=text)
        if any(_POINTING.match(side) for r in sentence.relations for side in (r.thing, r.other)):
            return  # "the company" may be the speaker's
        relations = [replace(r, **said) for r in sentence.relations if r.kind != "quote" and r.source is None]
        if relations and len(relations) == len(sentence.relations):
            yield Variant(wrapped, tuple(relations))

    return change


WRAPS: dict[str, tuple[str, dict[str, Any]]] = {
    "X said that": ("Mirela Oduya said that {S}.", {"source": "Mirela Oduya"}),
    "X said": ("A spokesman for Kelmar Systems said {S}.", {"source": "A spokesman for Kelmar Systems"}),
    "According to X": ("According to Mirela Oduya, {S}.", {"source": "Mirela Oduya"}),
    "According to a body": ("According to Kelmar Systems, {S}.", {"source": "Kelmar Systems"}),
    "X said behind": ("{T}, Mirela Oduya said.", {"source": "Mirela Oduya"}),
    "according to behind": ("{T}, according to Mirela Oduya.", {"source": "Mirela Oduya"}),
    "X wrote, quoted": ("“{T},” Mirela Oduya said.", {"source": "Mirela Oduya"}),
    "X said: quoted": ("Mirela Oduya said: “{W}”", {"source": "Mirela Oduya"}),
    "reports say": ("The report says that {S}.", {"source": "The report"}),
    "rumoured": ("It is rumoured that {S}.", {"certainty": "possible"}),
    "not true": ("It is not true that {S}.", {"polarity": "negative"}),
    "list item": ("- {T}", {}),
    "numbered item": ("1. {W}", {}),
    "time before": ("Last year, {S}.", {}),
    "dash behind": ("{T} – a long story.", {}),
    "but before": ("But {S}.", {}),
    "however before": ("However, {S}.", {}),
}


_JOINED = {"and": "{0} and {1}", "three": "{0}, {1} and {2}", "Oxford": "{0}, {1}, and {2}"}


def all_changes() -> dict[str, Change]:
    """Every change by its name, in the order of the report."""
    changes: dict[str, Change] = {"nothing": lambda s: iter([Variant(s.text, s.relations)])}
    changes |= {f"name: {shape}": _renaming(label, new) for shape, (label, new) in SHAPES.items()}
    changes |= {
        "form: Inc.": _around("", "", lambda name: name + " Inc."),
        "form: Ltd": _around("", "", lambda name: name + " Ltd"),
        "form: dropped": _without_legal_form,
        "before: chipmaker": _around("chipmaker ", ""),
        "before: the Oslo-based startup": _around("the Oslo-based startup ", ""),
        "before: the software company": _around("the software company ", ""),
        "before: its rival": _around("its rival ", ""),
        "before: Norwegian retailer": _around("Norwegian retailer ", ""),
        "behind: a maker of": _around("", ", a maker of tools,"),
        "behind: one of": _around("", ", one of the largest banks in Norway,"),
        "behind: ticker": _around("", " (NASDAQ: VRTN)"),
        "behind: acronym": _around("", " (VRT)"),
        "behind: which is": _around("", ", which is based in Oslo,"),
    }
    for name, template in _JOINED.items():
        changes[f"list object: {name}"] = _listed_object(template)
        changes[f"list subject: {name}"] = _listed_subject(template)
    changes |= {f"clause: {name}": _of_clause(*row) for name, row in TEMPLATES.items()}
    changes |= {f"listed clause: {name}": _of_list(*row) for name, row in LISTED.items()}
    changes |= {f"contrast: {name}": _of_contrast(*row) for name, row in CONTRASTS.items()}
    changes |= {f"report: {name}": _wrapped(*row) for name, row in WRAPS.items()}
    return changes
