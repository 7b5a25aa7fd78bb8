"""Claims against claims: relations, and what the source says with a figure that the answer says otherwise."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claimcheck.checking.findings import Place, make_finding
from claimcheck.checking.grounding.denying import (
    CONTRASTING,
    FOR_FIRST_TIME,
    UNTIL,
    is_last_time,
    is_left_alone,
    is_most,
    lacking,
)
from claimcheck.checking.grounding.names import is_day_or_month
from claimcheck.checking.rules import is_on
from claimcheck.checking.same import (
    content_key,
    field_of,
    is_named,
    name_key,
    other_forms,
    same_name,
    subject_of,
)
from claimcheck.checking.texts import small_words, words_of
from claimcheck.lexicons.word_relations import family, readings
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.reports.cues import is_uncertain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

EXCLUSIVE = frozenset({"developed_by", "acquired_by", "owned_by", "headquartered_in", "founded_by"})
"""Relations of which a thing has one, so that another object contradicts."""

_RELATIONS = frozenset({"organization", "technology"})


class SourceClaims:
    """The claims of the sources by their places and by their relations."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._by_source: dict[str, tuple[list[int], list[BaseClaim]]] = {}
        self.relations: dict[str, list[tuple[str, BaseClaim]]] = {}
        names: set[str] = set()
        for document in documents:
            names.update(name_key(entity.text) for entity in document.entities)
            claims: list[BaseClaim] = sorted(document.claims, key=lambda claim: claim.start)
            self._by_source[document.source] = ([claim.start for claim in claims], claims)
            for claim in claims:
                if claim.kind in _RELATIONS:
                    relation: str = field_of(claim, "relation")
                    self.relations.setdefault(relation, []).append((document.source, claim))

        self._names = frozenset(names - {""})
        self._persons = frozenset(
            name_key(entity.text)
            for document in documents
            for entity in document.entities
            if entity.label == "person"
        )

    def names(self, subject: str) -> bool:
        """Whether a subject holds a name of these documents: not "Analysts", "The disease"."""
        words = name_key(subject).split()
        runs = (words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1))
        return any(" ".join(run) in self._names for run in runs) or _is_bare_name(subject)

    def says_of(self, name: str, claim: BaseClaim) -> bool:
        """Whether these documents say the same figure or date of a name somewhere."""
        return any(
            other.kind == claim.kind
            and same_name(subject_of(other) or "", name)
            and any(field_of(other, key) == field_of(claim, key) is not None for key in _FIGURES)
            for _, claims in self._by_source.values()
            for other in claims
        )

    def is_person(self, name: str) -> bool:
        """Whether a name is that of a person in these documents."""
        return name_key(name) in self._persons

    def at(self, place: Place) -> list[BaseClaim]:
        """The claims of a source that overlap a place, quotes left out."""
        starts, claims = self._by_source.get(place.source, ([], []))
        until = bisect_left(starts, place.end)
        return [c for c in claims[max(0, until - 12) : until] if c.end > place.start and c.kind != "quote"]


_FIGURES = ("number", "low", "count", "timex")


def _is_bare_name(subject: str) -> bool:
    """Whether a subject ends in a capitalised word that is no word of English: "Vexa", "Rival Bergquist"."""
    last = subject.rpartition(" ")[2]
    low = last.lower()
    if not last[:1].isupper() or not last.isalpha() or is_day_or_month(last):
        return False
    if low in small_words() or low in _NEVER_NAMED:
        return False  # "They", "Everyone", whom the sentence before may name
    return not readings(low) and low not in other_forms()


_INDEFINITE_ARTICLES = WordSet("common/indefinite_article")
_NEVER_NAMED = WordSet("grammar/never_named")


def with_claims(findings: Iterable[Finding], answer: Document, sources: SourceClaims) -> Iterator[Finding]:
    """The findings on figures, those turned round whose claim says another thing than the source's claim."""
    own = SourceClaims([answer])
    for finding in findings:
        is_figure = finding.kind not in ("name", "quote") and not finding.operands
        if finding.level != "none" or not finding.evidence or not is_figure:
            yield finding
            continue
        claims, theirs = own.at(finding.place), sources.at(finding.evidence[0])
        yield _against(finding, claims, theirs, (own, sources)) or finding


def _against(
    finding: Finding,
    claims: Sequence[BaseClaim],
    theirs: Sequence[BaseClaim],
    sides: tuple[SourceClaims, SourceClaims],
) -> Finding | None:
    """What a claim of the answer says otherwise than the claim of the source with the same figure."""
    for claim in claims:
        for other in theirs:
            if claim.kind != other.kind:
                continue
            found = _difference(claim, other) or _other_subject(claim, other, sides)
            if found is not None and is_on(found[0]):
                rule, reason = found
                return make_finding(
                    rule,
                    "differs",
                    kind=claim.kind,
                    place=Place(
                        source=finding.place.source,
                        start=claim.start,
                        end=claim.end,
                        text=claim.text,
                        claim=claim.id,
                    ),
                    evidence=[
                        Place(
                            source=finding.evidence[0].source,
                            start=other.start,
                            end=other.end,
                            text=other.text,
                            claim=other.id,
                        ),
                        *finding.evidence[1:],
                    ],
                    reason=reason,
                )
    return None


def _difference(claim: BaseClaim, other: BaseClaim) -> tuple[str, str] | None:
    if claim.kind == "change":
        said, theirs = field_of(claim, "direction"), field_of(other, "direction")
        if said != theirs and _is_of_one_role(claim, other):
            return "ground/direction", f"the source says {theirs}, not {said}"
        level = _given_as_level(claim, other)
        if level is not None:
            return "ground/direction", level
        if _has_ends_exchanged(claim, other):
            return "ground/direction", "the source gives the two ends of the change the other way round"
    if claim.polarity != other.polarity and _is_contrary(claim, other):
        word = "denies" if other.polarity == "negative" else "asserts"
        return "ground/polarity", f"the source {word} it"
    if claim.certainty == "certain" and _is_doubted(other) and _is_as_sure(claim, other):
        return "ground/modality", "the source says it only as possible"
    return None


def _is_of_one_role(claim: BaseClaim, other: BaseClaim) -> bool:
    """Whether two changes share an amount or an end: prices rise by what inflation slows to."""
    roles = ("number", "low", "from_", "to")
    mine, its = ({role for role in roles if field_of(one, role) is not None} for one in (claim, other))
    return bool(mine & its)


def _given_as_level(claim: BaseClaim, other: BaseClaim) -> str | None:
    """What the source says, where one has as the amount of a change what the other has as its end.

    "Fell by 8.9 %" of what fell to 8.9 %; a change that both tell by its end is the same. Prices rise by what
    inflation slows to, so that both must be of one thing.
    """
    subjects = [content_key(subject_of(one) or "") for one in (claim, other)]
    if subjects[0].isdisjoint(subjects[1]):
        return None
    said, theirs = field_of(claim, "number"), field_of(other, "number")
    if field_of(claim, "unit") != field_of(other, "unit"):
        return None
    if said is not None and theirs is None and said in (field_of(other, "from_"), field_of(other, "to")):
        return f"the source has {said:f} as the level, not as the change"
    if theirs is not None and said is None and theirs == field_of(claim, "to"):
        return f"the source has {theirs:f} as the change, not as the level"
    return None


def _has_ends_exchanged(claim: BaseClaim, other: BaseClaim) -> bool:
    """Whether a change starts where the other one ends and ends where it starts."""
    mine, its = ([field_of(one, end) for end in ("from_", "to")] for one in (claim, other))
    return None not in mine and mine[0] != mine[1] and mine == its[::-1]


def _is_contrary(claim: BaseClaim, other: BaseClaim) -> bool:
    """Whether of two claims of one figure one denies what the other asserts.

    Not where a figure is only set against another ("1.1 % rather than 1.3 %"), nor where the other sentence
    leaves it open by another word ("it is unknown how it does above 2,200 metres").
    """
    denial, assertion = (claim, other) if claim.polarity == "negative" else (other, claim)
    if any(cue.text.lower() in CONTRASTING for cue in denial.cues):
        return False
    fronted = denial.sentence.text[: denial.start - denial.sentence.start]
    if fronted.startswith("Of ") and "," not in fronted:
        return False  # "Of the 5.5 million euros, 3.5 million will not go there"
    if claim.comparator in ("<", ">") and other.polarity == "negative":
        return False  # "under five percent" of what did not clear the hurdle of five percent
    if is_last_time(denial.sentence.text, assertion.sentence.text):
        return False
    if is_left_alone(denial.sentence.text, assertion.sentence.text):
        return False  # "did not change its forecast of £90m", of one that was kept
    if is_most(denial.sentence.text, assertion.sentence.text):
        return False  # "at 78 kg nobody was lighter", of the lightest
    if FOR_FIRST_TIME.search(assertion.sentence.text):
        return False
    if UNTIL.search(denial.sentence.text, 0, denial.end - denial.sentence.start):
        return False  # "not nervous until the last 200 metres", of somebody who then was
    if denial.kind == assertion.kind == "date" and _are_of_two_deeds(denial, assertion):
        return False
    if _NOT_BEFORE.search(denial.text) and not _NOT_BEFORE.search(assertion.text):
        return False  # "will not run before April" of what stays shut until April
    return lacking().search(assertion.sentence.text) is None


def _are_of_two_deeds(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether two dates are of events with no word in common."""
    words = [words_of(field_of(claim, "event") or "") for claim in (one, other)]
    return all(words) and all(family(a).isdisjoint(family(b)) for a in words[0] for b in words[1])


_NOT_BEFORE = WordPattern(r"\b(?:<checking/not_before>)\b", re.IGNORECASE)


def _other_subject(
    claim: BaseClaim, other: BaseClaim, sides: tuple[SourceClaims, SourceClaims]
) -> tuple[str, str] | None:
    """Whether the source says it of another name, where both sides say it of a name."""
    mine, its = subject_of(claim), subject_of(other)
    if not mine or not its or same_name(mine, its):
        return None
    if not _can_differ(mine, its):
        return None
    if _is_author(claim) or _is_author(other):
        return None  # "we offer": the house for one reader, the one who writes for another
    if _is_described(claim) or _is_described(other):
        return None  # whom "the town" means, a name nearby does not surely say
    if not (sides[0].names(mine) and sides[1].names(its)) or sides[1].says_of(mine, other):
        return None
    if not sides[1].names(mine) or _names_too(claim.sentence.text, its):
        return None  # a name that no source holds has a verdict of its own
    if sides[1].is_person(its) and stands_after_the(claim.sentence.text, mine):
        return None  # "the Social Democrat" stands for a person
    sentence = other.sentence.text.lower()
    if any(word in sentence for word in mine.lower().split() if len(word) > 2):
        return None
    return "ground/subject", f"the source says it of {its}, not of {mine}"


def _names_too(text: str, name: str) -> bool:
    """Whether a sentence holds a word of a name, so that it may be said of that one, too."""
    words = [word for word in _CAPITALISED.findall(name) if len(word) > 2]
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in words)


def stands_after_the(text: str, name: str) -> bool:
    """Whether a name has an article before it, as a description has and a person's name has not."""
    return _DEFINITE.search(text[: max(0, text.find(name))]) is not None


_DEFINITE = WordPattern(r"\b(?:<checking/definite>)\s+(?:(?-i:[A-Z])[\w'’-]*\s+){0,2}$", re.IGNORECASE)

_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]*")


def _can_differ(one: str, other: str) -> bool:
    """Whether two subjects are names with no word in common: not "Man of the match Reid" and "Callum Reid".

    "plants, Carlisle" is a phrase that holds a name.
    """
    if any("," in name or not _CAPITALISED.search(name) or name[:1].islower() for name in (one, other)):
        return False
    if any(name.split()[0].lower() in _INDEFINITE_ARTICLES for name in (one, other)):
        return False  # "A former director of Halloway Savings Bank" is a description
    if _abbreviates(one, other) or _abbreviates(other, one):
        return False
    words = [
        {singular(w.lower().removesuffix("'s")) for w in _CAPITALISED.findall(name)} for name in (one, other)
    ]
    return words[0].isdisjoint(words[1])


def singular(word: str) -> str:
    """A name without the s of its plural: the Liberals are the Liberal Party."""
    return word.removesuffix("s")


def _abbreviates(short: str, name: str) -> bool:
    """Whether letters can stand for a name: "IDB" for "Inter-American Development Bank"."""
    initials = iter(word[0].upper() for word in name_key(name).split())
    return short.isupper() and len(name.split()) > 1 and all(letter in initials for letter in short)


def _is_author(claim: BaseClaim) -> bool:
    return claim.subject is not None and claim.subject.resolved_by == "author"


def _is_described(claim: BaseClaim) -> bool:
    return claim.subject is not None and claim.subject.resolved_by == "description"


_TALK = re.compile(r"\b(?:I|we|you)\b", re.IGNORECASE)
_MODALS = WordSet("checking/modal")


_WHERE_IT_STANDS = re.compile(r"\baccording to\s[^,;]*$", re.IGNORECASE)

_ALLOWING = frozenset({"may"})


def _is_doubted(claim: BaseClaim) -> bool:
    """Whether a modal verb makes a claim a mere possibility.

    Hearsay, which articles repeat, does not, nor do plans and politeness in talk ("I might come at five").
    """
    if claim.certainty != "possible" or _TALK.search(claim.sentence.text):
        return False
    if _WHERE_IT_STANDS.search(claim.sentence.text[: claim.start - claim.sentence.start]):
        return False  # "it may help, according to a study of 3,000 adults": that many there were
    if claim.comparator in ("<=", ">=") and any(cue.text.lower() in _ALLOWING for cue in claim.cues):
        return False  # "may have at most nine" allows no more
    return any(cue.text.lower() in _MODALS for cue in claim.cues)


def is_talk(text: str) -> bool:
    """Whether somebody speaks of themselves or to somebody: "I", "we", "you"."""
    return _TALK.search(text) is not None or _SPEAKER.match(text) is not None


_SPEAKER = re.compile(r"\s*[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}:\s")


def doubted(text: str) -> bool:
    """Whether a sentence says by some word that it is not sure; whose word it is does not count."""
    return is_uncertain(text, "broad") or _OPEN.search(text) is not None


_OPEN = WordPattern(r"\b(?:<checking/left_open>)\b", re.IGNORECASE)
_WHOSE_WORD = WordPattern(r"\b(?:<checking/whose_word>)\b", re.IGNORECASE)


def _is_as_sure(claim: BaseClaim, other: BaseClaim) -> bool:
    """Whether a claim is the answer's own and flat, or somebody's on both sides."""
    if doubted(claim.sentence.text):
        return False
    if claim.attribution is None:
        return _WHOSE_WORD.search(claim.sentence.text) is None
    return other.attribution is not None


def _sells_to(text: str, name: str) -> bool:
    """Whether a sentence that says who bought a thing says that it was sold on to somebody."""
    last = name.rsplit(maxsplit=1)[-1]
    return re.search(rf"\bsold\b[^.;]*\bto\b[^.;,]*\b{re.escape(last)}\b", text) is not None


def relation_findings(answer: Document, sources: SourceClaims) -> Iterator[Finding]:
    """A verdict on every relation that the sources state with the same name on one side."""
    for claim in answer.claims:
        if claim.kind not in _RELATIONS:
            continue
        relation: str = field_of(claim, "relation")
        subject, object_ = subject_of(claim), field_of(claim, "object")
        if not subject or not is_named(subject):
            continue
        found = _relation_verdict(claim, subject, object_, sources.relations.get(relation, []), relation)
        if found is None:
            continue
        rule, verdict, reason, (source, other) = found
        if is_on(rule):
            yield make_finding(
                rule,
                verdict,
                kind=claim.kind,
                place=Place(
                    source=answer.source, start=claim.start, end=claim.end, text=claim.text, claim=claim.id
                ),
                evidence=[
                    Place(source=source, start=other.start, end=other.end, text=other.text, claim=other.id),
                    Place(
                        source=source,
                        start=other.sentence.start,
                        end=other.sentence.end,
                        text=other.sentence.text,
                    ),
                ],
                reason=reason,
            )


def _relation_verdict(
    claim: BaseClaim,
    subject: str,
    object_: str,
    stated: Sequence[tuple[str, BaseClaim]],
    relation: str,
) -> tuple[str, str, str, tuple[str, BaseClaim]] | None:
    words = relation.replace("_", " ")
    rival = None
    for source, other in stated:
        theirs, its = subject_of(other), field_of(other, "object")
        if not theirs:
            continue
        if same_name(subject, theirs) and same_name(object_, its):
            if claim.polarity != other.polarity:
                return "ground/polarity", "differs", "the source says the contrary", (source, other)
            return "ground/relation", "borne_out", f"the source says {theirs} {words} {its}", (source, other)
        if same_name(theirs, its) or same_name(subject, object_):
            continue  # "Windows builds" that run on Windows
        if same_name(subject, its) and same_name(object_, theirs):
            reason = f"the source says {theirs} {words} {its}, not the other way round"
            return "ground/roles", "differs", reason, (source, other)
        positive = other.polarity == claim.polarity == "positive"
        named = is_named(its) and is_named(object_)
        is_resold = relation == "acquired_by" and _sells_to(other.sentence.text, object_)
        if relation in EXCLUSIVE and positive and named and same_name(subject, theirs) and not is_resold:
            rival = (source, other)
    if rival is not None:
        other = rival[1]
        reason = f"the source says {subject_of(other)} {words} {field_of(other, 'object')}"
        return "ground/relation", "differs", f"{reason}, not {object_}", rival
    return None
