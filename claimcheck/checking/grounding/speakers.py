"""Wrong speakers: words that the answer puts in one mouth, and the source in another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.figure_values import same_unit, same_value
from claimcheck.checking.figures import NUMERAL, figures_of
from claimcheck.checking.findings import Place, make_finding
from claimcheck.checking.same import canonical_name, field_of, name_key, other_forms
from claimcheck.checking.texts import Piece, small_words, words_of
from claimcheck.lexicons.word_relations import base_forms, family, synonyms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

FEW_WORDS = 4
"""A statement of fewer content words may be anybody's."""

RETOLD_SHARE = 0.6
"""From this share of common words on, an indirect statement retells another."""

SAID_TOO_SHARE = 0.35
"""From this share on, somebody said much the same, unless somebody else said much more of it."""

LESS_OF_IT = 0.7
"""Who said less than this part of what another said is not meant."""

FEW_CHARACTERS = 16
"""Shorter words in quotation marks may be anybody's."""

_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")


class _Speech(NamedTuple):
    """What a source puts in somebody's mouth.

    Attributes:
        source: its document.
        claim: the quotation.
        speaker: the name of who says it; empty where it is no name.
        words: its words in a row.
        keys: what its content words are found by.
        around: the sentence with the two before it, in lower case.
    """

    source: str
    claim: BaseClaim
    speaker: str
    words: str
    keys: frozenset[str]
    around: str


class Speakers:
    """All that is said in some documents, and by whom."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._speeches: list[_Speech] = []
        self._holding: dict[str, list[int]] = {}
        self._labels: dict[str, str] = {}
        for document in documents:
            for entity in document.entities:
                self._labels.setdefault(name_key(entity.canonical or entity.text), entity.label)
            for claim in document.claims:
                if claim.kind == "quote":
                    self._add(_speech_of(claim, document))

    def _add(self, speech: _Speech) -> None:
        for key in speech.keys:
            self._holding.setdefault(key, []).append(len(self._speeches))
        self._speeches.append(speech)

    def label_of(self, speech: _Speech) -> str | None:
        """What the name of a speaker is of, as `Entity.label`; None where no source has it."""
        mine = set(name_key(speech.speaker).split())
        found = (label for name, label in self._labels.items() if mine and mine <= set(name.split()))
        return next(found, None)

    def sharing(self, speech: _Speech) -> list[tuple[float, _Speech]]:
        """What shares words with something said, with the share of its words."""
        hits: dict[int, int] = {}
        content = _content_of(speech.claim.text)
        for word in content:
            forms = family(word) | synonyms(word)
            for number in {n for form in forms for n in self._holding.get(form, ())}:
                hits[number] = hits.get(number, 0) + 1
        return [(hits[number] / len(content), self._speeches[number]) for number in sorted(hits)]


def _speech_of(claim: BaseClaim, document: Document) -> _Speech:
    before = document.text[max(0, claim.sentence.start - 300) : claim.sentence.start] if document.text else ""
    return _Speech(
        source=document.source,
        claim=claim,
        speaker=_name_in(field_of(claim, "source"), document),
        words=_in_a_row(claim.text),
        keys=frozenset().union(*(base_forms(word) for word in _content_of(claim.text)), frozenset()),
        around=f"{before} {claim.sentence.text}".lower(),
    )


def _content_of(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words_of(text) if word not in small_words()))


def _in_a_row(text: str) -> str:
    return " ".join(_WORD.findall(text.lower().replace("’", "'")))


_PHRASE_END = re.compile(r"[,(;]|\s(?:of|from|at|in|for|with|who)\s")
"""Where the head of a speaker's phrase ends: "Analysts | at Orme Securities"."""


def _name_in(speaker: str, document: Document) -> str:
    """The name that a speaker's phrase ends in, in its longest form: "Easton manager Greta Solberg"."""
    head, _, apposed = speaker.partition(", ")
    return _ending_name(_PHRASE_END.split(head, maxsplit=1)[0], document) or (
        _ending_name(apposed, document) if _NAME.fullmatch(apposed) else ""
    )


_NAME = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+")
"""What stands behind a comma for whom the words before describe: "the firm's chief, Wendy Tran"."""


def _ending_name(head: str, document: Document) -> str:
    found = [
        (len(head) - len(mention.text), entity.canonical or entity.text)
        for entity in document.entities
        if entity.label in _SPEAKING
        for mention in entity.mentions
        if head.endswith(mention.text) and not head[: -len(mention.text)][-1:].isalnum()
    ]
    return min(found)[1] if found else ""


_SPEAKING = ("person", "organization")


def speaker_findings(answer: Document, sources: Speakers) -> Iterator[Finding]:
    """Words and statements that the sources put in the mouth of somebody else, and nowhere in this one's."""
    for claim in answer.claims:
        if claim.kind != "quote" or claim.polarity == "negative":
            continue
        mine = _speech_of(claim, answer)
        if not mine.speaker or not _is_written_near(mine):
            continue
        other = _said_by_another(mine, sources)
        if other is None:
            continue
        yield _finding(
            "ground/speaker", mine, other, f"the source has {other.speaker} say this, not {mine.speaker}"
        )


def _finding(rule: str, mine: _Speech, theirs: _Speech, reason: str) -> Finding:
    return make_finding(
        rule, "differs", kind="quote", place=_place(mine), evidence=[_place(theirs)], reason=reason
    )


def _place(speech: _Speech) -> Place:
    claim = speech.claim
    return Place(source=speech.source, start=claim.start, end=claim.end, text=claim.text, claim=claim.id)


def _is_written_near(speech: _Speech) -> bool:
    """Whether a speaker is named where the words stand, so that no pronoun can have been misread."""
    return any(word in speech.around for word in speech.speaker.lower().split()[-1:])


def _said_by_another(mine: _Speech, sources: Speakers) -> _Speech | None:
    """Where the sources have somebody else say the same, if they have nobody else it could be."""
    is_direct = bool(field_of(mine.claim, "direct"))
    label = sources.label_of(mine)
    if label not in _SPEAKING:
        return None  # a name that no source holds has a verdict of its own
    found = None
    best = own = 0.0
    for share, theirs in sources.sharing(mine):
        same_words = len(mine.words) >= FEW_CHARACTERS and (
            f" {mine.words} " in f" {theirs.words} "
            or (is_direct and f" {theirs.words} " in f" {mine.words} ")
        )
        retold = not is_direct and share >= RETOLD_SHARE and _is_same_statement(mine, theirs)
        if sources.label_of(theirs) != label or not _is_another(mine, theirs):
            if same_words:
                return None
            if not is_direct and share >= SAID_TOO_SHARE:
                own = max(own, share)
        elif (same_words or retold) and share > best:
            found, best = theirs, share
    return found if own < LESS_OF_IT * best else None


def _is_same_statement(mine: _Speech, theirs: _Speech) -> bool:
    """Whether two statements are long enough to tell, and give the same numerals or none."""
    if mine.claim.polarity != theirs.claim.polarity:
        return False
    numerals = set(NUMERAL.findall(mine.claim.text))
    common = numerals.intersection(NUMERAL.findall(theirs.claim.text))
    is_figure_shared = bool(common) or _share_a_figure(mine, theirs)
    known = len(_content_of(mine.claim.text)) + max(len(common), int(is_figure_shared))
    return known >= FEW_WORDS and (not numerals or is_figure_shared)


def _share_a_figure(mine: _Speech, theirs: _Speech) -> bool:
    """Whether two statements give one value in different words: "20%", "a fifth"."""
    said, held = (list(figures_of(Piece(0, one.claim.text))) for one in (mine, theirs))
    return any(same_unit(a, b) and same_value(a, b) is not None for a in said for b in held)


def _is_another(mine: _Speech, theirs: _Speech) -> bool:
    """Whether two speakers, both people or both houses, are surely two, without a word in common.

    Who speaks for a house says what the house says. A name that stands nearer to the words in the source may
    be whom a pronoun there means.
    """
    if not theirs.speaker:
        return False
    one, other = (canonical_name(speech.speaker).split() for speech in (mine, theirs))
    if not set(one).isdisjoint(other) or _are_forms(mine.speaker, theirs.speaker):
        return False
    is_named_there = any(
        re.search(rf"\b{re.escape(word)}\b", theirs.claim.sentence.text.lower()) for word in other[-1:]
    )
    last = [theirs.around.rfind(words[-1]) for words in (one, other)]
    return is_named_there or last[0] < last[1]


def _are_forms(one: str, other: str) -> bool:
    """Whether two names are forms of one, or the one could be the initials of the other."""
    if other.lower() in other_forms().get(one.lower(), ()):
        return True
    short, long = sorted((one, other), key=len)
    initials = "".join(word[0] for word in long.split() if word[0].isupper())
    return short.isupper() and short == initials
