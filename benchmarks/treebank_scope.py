"""Speakers, denial, doubt and the future of claims, held against the gold trees of a treebank.

    python benchmarks/treebank_scope.py FILE.conllu[.gz] ... [--failures 15] [--only CLASS]

The documents are read as running text. For each claim the tree tells, where it is plain, whether it is denied
(a negation of its own predicate, or "no" before its noun), unsure (a modal, a condition, an attempt, a plan
over its own clause), ahead ("will"), and who says it (the subject of the verb of saying whose clause it
stands in). Where the tree leaves it open, it is not asked: cues within the same sentence that may reach the
claim by another way, quotation marks, speakers in the first person. For each verb of saying with a clause and
a speaker it is asked whether a quote of this speaker is found there.

A line for each class says how often it was asked and what came out. Counts only, unless failures are asked
for.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

# scripts beside this one
from metamorphic import documents_of, drawn, options_parser
from treebank import SUBJECTS, TreebankText, read_treebank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treebank import GoldWord

    from claimcheck.claims import Claim

SAYING = frozenset(
    "say tell report claim announce believe think argue estimate find show suggest note add explain state "
    "write warn confirm insist acknowledge admit reveal indicate maintain predict conclude observe declare "
    "stress emphasize assert contend recall complain reply remark".split()
)
DENYING = frozenset("not n't never no neither nor none nobody nothing without hardly barely cannot".split())
LACKING = frozenset(
    "deny fail refuse lack reject dismiss decline cancel prevent avoid stop doubt except rather unlike false "
    "untrue myth unable impossible unlikely wrong absence instead".split()
)
MAY = frozenset("may might".split())
MODAL = MAY | frozenset("could would should can must ought will shall 'll 'd wo ca sha".split())
FUTURE = frozenset("will 'll shall wo".split())
TRYING = frozenset("want hope try attempt seek offer propose wish aim threaten".split())
PLANNING = frozenset("plan intend agree promise pledge vow expect".split())
OTHER_DOUBT = frozenset(
    "perhaps maybe probably possibly likely unlikely reportedly allegedly apparently presumably supposedly "
    "rumor rumour alleged suspect suspected seemingly hopefully potential potentially possible probable "
    "hypothetical projected provided seem appear if unless whether suppose lest assume imagine guess wonder "
    "consider ask urge request demand need require order prepare due set schedule forecast predict project "
    "promise goal plan proposal effort attempt offer doubt think believe estimate suggest indicate go about "
    "future expect would like either until invite encourage tell let dream feel look ready eager".split()
)
CONDITIONS = frozenset(("if", "unless", "whether"))
CLAUSES = frozenset(
    "root ccomp xcomp advcl acl acl:relcl advcl:relcl parataxis csubj csubj:pass csubj:outer".split()
)
WITHIN = frozenset(
    "nummod obj obl nmod compound nmod:unmarked obl:unmarked nsubj:pass advmod amod obl:agent".split()
)
FIRST = frozenset("i we you who which that it there one this what".split())
QUOTES = frozenset("\"“”„«»''``'‘")


@dataclass(frozen=True)
class Place:
    """Where a claim stands in the tree: from the head of its words up to the root."""

    gold: TreebankText
    claim: Claim

    @cached_property
    def head(self) -> GoldWord | None:
        """The topmost word of the claim."""
        return self.gold.topmost(self.claim.start, self.claim.end)

    @cached_property
    def way(self) -> list[GoldWord]:
        """The words from the head of the claim up to the root of its sentence."""
        way = [self.head] if self.head is not None else []
        while way and way[-1].head != way[-1].place:
            way.append(self.gold.head_of(way[-1]))
        return way

    @cached_property
    def sentence(self) -> tuple[GoldWord, ...]:
        """All words of the sentence."""
        return self.gold.sentence_of(self.way[0])

    @cached_property
    def predicate(self) -> GoldWord | None:
        """The head of the clause that states the claim, where the claim is a plain part of it."""
        for number, word in enumerate(self.way):
            if _is_predicate(self.gold, word):
                return word
            if word.relation not in WITHIN or number > 2:
                return None
        return None

    def near(self) -> list[GoldWord]:
        """The words of the way and those that hang on them: what may reach the claim."""
        return [near for word in self.way for near in (word, *self.gold.children(word))]


def _is_predicate(gold: TreebankText, word: GoldWord) -> bool:
    if word.pos in ("VERB", "AUX") and word.relation not in ("amod", "compound", "case"):
        return True
    return bool(gold.children(word, "cop"))


def _lemmas(words: Sequence[GoldWord]) -> set[str]:
    return {word.lemma.lower() for word in words} | {word.text.lower() for word in words}


def expected_polarity(place: Place) -> str | None:
    """What the tree says of the denial of a claim; None where it leaves it open."""
    sentence = _lemmas(place.sentence)
    if not sentence & (DENYING | LACKING):
        return "positive"
    near = _lemmas(place.near())
    if near & LACKING or any(w.text.lower().startswith(("un", "non", "dis")) for w in place.way):
        return None
    inside = _lemmas(place.gold.words_in(place.claim.start, place.claim.end))
    if not near & DENYING:
        if inside & DENYING or "nor" in sentence or "neither" in sentence:
            return None
        return "positive"
    predicate = place.predicate
    if predicate is None or any(
        w.relation in ("conj", "nsubj") for w in place.way[: place.way.index(predicate)]
    ):
        return None
    deniers = [
        word
        for word in place.gold.children(predicate, "advmod")
        if word.lemma.lower() in ("not", "never", "n't") and word.place < predicate.place
    ]
    above = place.way[place.way.index(predicate) + 1 :]
    others = {w for word in above for w in _lemmas([word, *place.gold.children(word)])} & DENYING
    below = place.way[: place.way.index(predicate)]
    if len(deniers) != 1 or others or any(_is_known(place.gold, word) for word in below):
        return None
    if any(w.relation in ("obl", "advmod", "obl:unmarked") for w in below):
        return None
    if _lemmas(place.gold.children(predicate)) & CONDITIONS:
        return None
    return "negative"


def _is_known(gold: TreebankText, noun: GoldWord) -> bool:
    """Whether a noun is one that the reader knows, whatever is said of it: "the 40 families"."""
    marks = gold.children(noun, "det", "nmod:poss")
    return any(
        mark.relation == "nmod:poss" or "Definite=Def" in mark.features or "Dem" in mark.features
        for mark in marks
    )


def expected_certainty(place: Place) -> str | None:
    """`certain` or `unsure`, as far as the tree tells."""
    near = _lemmas(place.near())
    inside = _lemmas(place.gold.words_in(place.claim.start, place.claim.end))
    doubts = MODAL | TRYING | PLANNING | OTHER_DOUBT
    if not _lemmas(place.sentence) & doubts:
        return "certain"
    if not (near | inside) & doubts:
        return "certain" if not _is_followed_by_question(place) else None
    predicate = place.predicate
    if predicate is None:
        return None
    below = place.way[: place.way.index(predicate)]
    if any(word.relation in ("conj", *SUBJECTS) or _is_known(place.gold, word) for word in below):
        return None
    children = place.gold.children(predicate)
    if any(w.relation == "aux" and w.lemma.lower() in MAY for w in children):
        return "unsure"
    if any(w.relation == "mark" and w.lemma.lower() in CONDITIONS for w in children):
        return "unsure"
    over = place.gold.head_of(predicate)
    if (
        predicate.relation == "xcomp"
        and over.lemma.lower() in TRYING | PLANNING
        and "VerbForm=Inf" in predicate.features
    ):
        return "unsure"
    return None


def expected_future(place: Place) -> str | None:
    """`ahead` or `not ahead`, as far as the tree tells."""
    near = _lemmas(place.near())
    if not _lemmas(place.sentence) & (MODAL | TRYING | PLANNING | OTHER_DOUBT):
        return "not ahead"
    predicate = place.predicate
    if predicate is None:
        return "not ahead" if not near & (MODAL | TRYING | PLANNING | OTHER_DOUBT) else None
    below = place.way[: place.way.index(predicate)]
    if any(word.relation in ("conj", *SUBJECTS) or _is_known(place.gold, word) for word in below):
        return None
    if any(w.relation == "aux" and w.text.lower() in FUTURE for w in place.gold.children(predicate)):
        return "ahead"
    return None


def _is_followed_by_question(place: Place) -> bool:
    return place.sentence[-1].text == "?"


class Saying(NamedTuple):
    """A verb of saying, its subject and the head of what is said."""

    verb: GoldWord
    speaker: GoldWord
    content: GoldWord


def sayings(gold: TreebankText) -> Iterator[Saying]:
    """The verbs of saying of a document that have a described speaker and a finite clause."""
    for word in gold.words:
        if word.lemma.lower() not in SAYING or word.pos != "VERB":
            continue
        subjects = gold.children(word, "nsubj")
        if (
            len(subjects) != 1
            or subjects[0].text.lower() in FIRST
            or gold.children(word, "nsubj:pass", "aux:pass")
        ):
            continue
        if _lemmas(gold.children(word)) & (DENYING | MODAL | CONDITIONS | TRYING):
            continue
        contents = [child for child in gold.children(word, "ccomp") if _is_full(gold, child)]
        if contents:
            yield Saying(word, subjects[0], contents[0])
        elif word.relation == "parataxis" and not gold.children(word, "obj"):
            yield Saying(word, subjects[0], gold.head_of(word))


def _is_full(gold: TreebankText, clause: GoldWord) -> bool:
    marks = {w.lemma.lower() for w in gold.children(clause, "mark", "advmod")}
    if marks & (CONDITIONS | {"how", "why", "when", "where", "what"}):
        return False
    return bool(gold.children(clause, *SUBJECTS, "expl", "csubj"))


def expected_speaker(place: Place, told: Sequence[Saying]) -> list[str] | None:
    """The last words of those who may be meant as the speaker, none for nobody; None where it is open.

    The innermost saying counts; its clauses and those joined to them.
    """
    ways = {word.place for word in place.way}
    contents = {saying.content.place: saying for saying in told}
    inside = place.gold.words_in(place.claim.start, place.claim.end)
    verbs = {word.place for word in inside if word.lemma.lower() in SAYING}
    for word in place.way:
        saying = contents.get(word.place)
        if saying is None:
            continue
        if saying.verb.place in verbs or saying.speaker.place in ways:
            return None
        if saying.verb.relation == "parataxis" and abs(saying.verb.place - place.way[0].place) > 60:
            return None
        return [saying.speaker.text]
    others = _lemmas(place.sentence) & (SAYING | {"accord", "according", "per"})
    if others or any(character in QUOTES for character in _paragraph(place)) or ":" in _paragraph(place):
        return None
    return []


def _paragraph(place: Place) -> str:
    start = place.gold.text.rfind("\n\n", 0, place.claim.start) + 1
    end = place.gold.text.find("\n\n", place.claim.end)
    return place.gold.text[max(start, place.claim.start - 600) : end if end >= 0 else None]


class Asked(NamedTuple):
    """One question of a claim, what should be and what is."""

    name: str
    outcome: str
    text: str
    told: str


def questions_of(gold: TreebankText, claims: Sequence[Claim]) -> Iterator[Asked]:
    """What is asked of the claims of a document."""
    told = list(sayings(gold))
    for claim in claims:
        if claim.kind == "quote":
            continue
        place = Place(gold, claim)
        if not place.way:
            continue
        text = gold.text[place.sentence[0].start : place.sentence[-1].end]
        source = claim.attribution.source if claim.attribution else None
        said = (
            f"{claim.kind} <{claim.text}> {claim.polarity} {claim.certainty} {claim.prediction} by {source!r}"
        )
        wanted = expected_polarity(place)
        if wanted:
            yield Asked(f"polarity: {wanted}", "right" if claim.polarity == wanted else "wrong", text, said)
        certainty = "certain" if claim.certainty == "certain" else "unsure"
        wanted = expected_certainty(place)
        if wanted:
            yield Asked(f"certainty: {wanted}", "right" if certainty == wanted else "wrong", text, said)
        future = "ahead" if claim.prediction else "not ahead"
        wanted = expected_future(place)
        if wanted:
            yield Asked(f"prediction: {wanted}", "right" if future == wanted else "wrong", text, said)
        speakers = expected_speaker(place, told)
        if speakers is not None:
            outcome = outcome_of_speaker(speakers, source)
            yield Asked(
                f"speaker: {'somebody' if speakers else 'nobody'}", outcome, text, f"{said}; {speakers}"
            )
    yield from questions_of_quotes(gold, claims, told)


def outcome_of_speaker(speakers: Sequence[str], source: str | None) -> str:
    """Whether the speaker is one of those, is missing, or another."""
    if not speakers:
        return "right" if source is None else "false"
    if source is None:
        return "missing"
    return "right" if _names(speakers[0], source) else "wrong"


PRONOUNS = frozenset("he she it they".split())


def _names(speaker: str, source: str) -> bool:
    """Whether a source is the speaker that a tree has; what a pronoun stands for is not asked."""
    return speaker.lower() in PRONOUNS or speaker.lower() in source.lower()


def questions_of_quotes(
    gold: TreebankText, claims: Sequence[Claim], told: Sequence[Saying]
) -> Iterator[Asked]:
    """Whether each saying has its quote, with its speaker."""
    quotes = [claim for claim in claims if claim.kind == "quote"]
    for saying in told:
        around = [quote for quote in quotes if quote.start <= saying.content.start < quote.end]
        verbs = [quote for quote in around if quote.value.cue and saying.verb.text in quote.value.cue]
        right = [quote for quote in verbs or around if _names(saying.speaker.text, quote.value.source)]
        outcome = "right" if right else "wrong" if around else "missing"
        sentence = gold.sentence_of(saying.verb)
        text = gold.text[sentence[0].start : sentence[-1].end]
        got = [(quote.value.source, quote.value.cue, quote.text) for quote in around]
        yield Asked(
            "quote", outcome, text, f"{saying.speaker.text} {saying.verb.text} <{saying.content.text}>: {got}"
        )


OUTCOMES = ("right", "wrong", "missing", "false")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what comes out; returns the exit status."""
    options = options_parser(__doc__).parse_args(arguments)
    texts = [text for path in options.inputs for text in read_treebank(path)]
    answers: dict[str, list[Asked]] = defaultdict(list)
    documents = documents_of((text.name, text.text) for text in texts)
    for text, document in zip(texts, documents, strict=True):
        for asked in questions_of(text, document.claims):
            answers[asked.name].append(asked)
    print(f"{'asked':24}{'times':>8}" + "".join(f"{outcome:>10}" for outcome in OUTCOMES))
    for name in sorted(answers):
        counts = [sum(asked.outcome == outcome for asked in answers[name]) for outcome in OUTCOMES]
        print(f"{name:24}{len(answers[name]):8}" + "".join(f"{count or '':>10}" for count in counts))
    for name in sorted(answers) if options.failures else ():
        if options.only in name:
            wrong = [asked for asked in answers[name] if asked.outcome != "right"]
            print(f"\n{name}")
            for asked in drawn(name, wrong, options.failures):
                print(f"  {asked.text}\n    {asked.outcome}: {asked.told}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
