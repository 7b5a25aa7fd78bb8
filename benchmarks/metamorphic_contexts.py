"""Whether a sentence says the same in every place: in its article, a list, under a heading, joined to others.

    python benchmarks/metamorphic_contexts.py INPUT ... [--only NAME] [--failures 15] [--limit 150]

The sentences of the inputs that hold claims of value are read alone, then in their article and in places
that say nothing about them. Each claim must stay with its value, unit, comparator, qualifiers, speaker and
subject. In "joined" two sentences of different articles make one by a word or mark between independent
clauses: the claims of both must stay, each with its own. What was wrong in the sentence alone counts as right
here.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

# scripts beside this one
from metamorphic import (
    VALUE_KINDS,
    Claim,
    Outcome,
    Outcomes,
    claims_in,
    documents_of,
    drawn,
    options_parser,
    report,
    texts_of,
)
from metamorphic_values import FAULTS, claims_of, is_tried, judged_claims, moved, told_failure

from claimcheck.splitting import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

FRAMES = {
    "an unrelated sentence before": ("{other} ", ""),
    "an unrelated sentence behind": ("", " {other}"),
    "an unrelated paragraph before": ("{other}\n\n", ""),
    "an unrelated paragraph behind": ("", "\n\n{other}"),
    "a list item": ("- {other}\n- ", "\n- {third}"),
    "a numbered item": ("1. {other}\n2. ", "\n3. {third}"),
    "a quoted line": ("> ", ""),
    "a cell of a table": ("| Place | Note |\n| --- | --- |\n| North | {other} |\n| South | ", " |"),
    "under a heading": ("## Background\n\n", ""),
    "under a plain heading": ("Background\n\n", ""),
    "under a heading in title case": ("What the Council Decided About the Harbour Wall\n\n", ""),
    "under a line with a date": ("3 March 2021\n\n", ""),
    "under a byline": ("By Mirela Oduya\n\n", ""),
    "behind a question": ("What happened next? ", ""),
    "behind a quotation": ('"We are ready," the mayor said. ', ""),
    "before a quotation": ("", ' "We are ready," the mayor said.'),
    "behind a person": ("Mirela Oduya chairs the board of Vortane. ", ""),
    "behind a denial": ("It did not rain. ", ""),
    "behind a doubt": ("It may rain. ", ""),
}
"""What stands before and behind a sentence; `{other}` and `{third}` are sentences of other articles."""

JOINTS = {
    "joined by and": ", and ",
    "joined by but": ", but ",
    "joined by while": ", while ",
    "joined by whereas": ", whereas ",
    "joined by a semicolon": "; ",
}
OPENINGS = frozenset(
    "The A An In On About Some More Its Their These This At It They For Since By Of Most".split()
)
"""Words of which the first letter is made small within a sentence."""
OF_ANOTHER = frozenset("it they he she its their his her these this that those we i".split())
"""First words of a sentence that cannot be read without the one before."""
JOINED_LONGEST = 22  # words: longer ones are no clauses that a writer would join
CLAUSE_MARKS = (";", ":", '"', "“", "(", " – ", " — ")


class Place(NamedTuple):
    """A sentence somewhere: the text, where the sentence starts and ends in it, and its claims when alone."""

    text: str
    start: int
    end: int
    expected: Sequence[Claim]


class Alone(NamedTuple):
    """A sentence with the article it stands in and its claims when it stands alone."""

    article: str
    start: int
    text: str
    claims: Sequence[Claim]


def sentences_alone(paths: Iterable[Path]) -> tuple[dict[str, str], list[Alone]]:
    """The articles by name, and their sentences that hold claims of value."""
    articles = dict(texts_of(paths))
    found = [
        (name, start, text[start:end])
        for name, text in articles.items()
        for start, end in split_sentences(text)
        if is_tried(text[start:end])
    ]
    claims = claims_of([text for _, _, text in found])
    return articles, [Alone(*place, c) for place, c in zip(found, claims, strict=True) if c]


def framed(sentence: Alone, frame: tuple[str, str], others: Sequence[Alone]) -> Place:
    """A sentence in a frame, whose places are filled with other sentences."""
    before, behind = (part.format(other=others[0].text, third=others[1].text) for part in frame)
    start = len(before)
    text = before + sentence.text + behind
    return Place(text, start, start + len(sentence.text), moved(sentence.claims, start))


def joined(one: Alone, other: Alone, joint: str) -> Place | None:
    """Two sentences as one; None where they would not make one."""
    if not all(map(_is_joinable, (one, other))):
        return None
    first, _, rest = other.text.partition(" ")
    if first not in OPENINGS and not _is_name(other, first):
        return None
    first = first.lower() if first in OPENINGS else first
    start = len(one.text) - 1 + len(joint)
    text = f"{one.text[:-1]}{joint}{first} {rest}"
    return Place(text, 0, len(text), [*moved(one.claims, 0), *moved(other.claims, start)])


def _is_name(sentence: Alone, first: str) -> bool:
    """Whether a first word is a name, as far as its letters tell: it stands so in the middle as well."""
    return first.isupper() or f" {first}" in sentence.text


def _is_joinable(sentence: Alone) -> bool:
    first = sentence.text.split()[0].lower()
    is_short = len(sentence.text.split()) <= JOINED_LONGEST
    return is_short and first not in OF_ANOTHER and not any(mark in sentence.text for mark in CLAUSE_MARKS)


def places(
    articles: dict[str, str], sentences: Sequence[Alone], only: str, limit: int
) -> Iterator[tuple[str, Place]]:
    """Up to `limit` sentences in each place, with its name."""
    for name, frame in FRAMES.items():
        if only in name:
            for sentence in drawn(name, sentences, limit):
                others = drawn(
                    name + sentence.text, [s for s in sentences if s.article != sentence.article], 2
                )
                yield name, framed(sentence, frame, others)
    for name, joint in JOINTS.items():
        if only in name:
            pairs = zip(
                drawn(name, sentences, len(sentences)),
                drawn(name[::-1], sentences, len(sentences)),
                strict=True,
            )
            made = [joined(one, other, joint) for one, other in pairs if one.article != other.article]
            yield from ((name, place) for place in list(filter(None, made))[:limit])
    for name, text in articles.items():
        of_article = [sentence for sentence in sentences if sentence.article == name]
        for sentence in drawn(name, of_article, 4):
            end = sentence.start + len(sentence.text)
            paragraph = text.rfind("\n\n", 0, sentence.start) + 2 if "\n\n" in text[: sentence.start] else 0
            behind = text.find("\n\n", end)
            for where, begin, stop in (
                ("in its article", 0, len(text)),
                ("in its paragraph", paragraph, behind if behind > 0 else len(text)),
                ("from its paragraph on", paragraph, len(text)),
            ):
                if only in where:
                    at = sentence.start - begin
                    yield (
                        where,
                        Place(text[begin:stop], at, at + len(sentence.text), moved(sentence.claims, at)),
                    )


def claims_within(place: Place, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of value in the sentence of a place."""
    return [
        claim
        for claim in claims
        if claim["kind"] in VALUE_KINDS and place.start <= claim["start"] < place.end
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what stays; returns the exit status."""
    options = options_parser(__doc__).parse_args(arguments)
    articles, sentences = sentences_alone(options.inputs)
    made = list(places(articles, sentences, options.only, options.limit))
    documents = documents_of((f"{number}", place.text) for number, (_, place) in enumerate(made))
    outcomes: dict[str, Outcomes[Claim]] = defaultdict(list)
    for (name, place), document in zip(made, documents, strict=True):
        got = claims_within(place, claims_in(document))
        sentence = place.text[place.start : place.end]
        found = judged_claims(place.expected, got)
        outcomes[name] += [(sentence, _within(outcome, place.start)) for outcome in found]
    report(outcomes, FAULTS, options.failures, told_failure)
    return 0


def _within(outcome: Outcome[Claim], start: int) -> Outcome[Claim]:
    """An outcome whose claim has offsets within its sentence."""
    got = outcome.got
    if got is None:
        return outcome
    return outcome._replace(got={**got, "start": got["start"] - start, "end": got["end"] - start})


if __name__ == "__main__":
    raise SystemExit(main())
