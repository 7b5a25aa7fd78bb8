"""The rest of a whole, told by a denial: "69 percent do not plan to leave", of the 31 percent who do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import HUNDRED
from claimcheck.checking.figures import is_given_as, same_value
from claimcheck.checking.grounding.denials import denying
from claimcheck.checking.grounding.operands import places
from claimcheck.checking.grounding.rivals import is_part_of
from claimcheck.checking.rules import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.grounding.operands import Followed
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence


def denied_rest(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """The part of which the answer denies what a source says of the other part of one whole."""
    if figure.is_range or not is_on("ground/complement") or not denying().search(answer.sentence.text):
        return None
    for number in aligned.near:
        sentence = material.index.sentences[number]
        if denying().search(sentence.text):
            continue
        indices = material.figures.of_sentence.get(number, ())
        theirs = [material.figures.figures[i] for i in indices]
        for i, part in zip(indices, theirs, strict=True):
            if part.is_range or part.unit != figure.unit:
                continue
            for whole in _wholes(figure, part, answer, theirs, sentence):
                if is_given_as(figure, whole - part.low):
                    shown = f"{whole:f} - {part.low:f} = {whole - part.low:f}"
                    return "complement", shown, places((i,), material)
    return None


def _wholes(
    figure: Figure, part: Figure, answer: ParsedSentence, theirs: Sequence[Figure], source: Sentence
) -> Iterator[Decimal]:
    """What both figures are a part of: a hundred percent, or so many in both texts."""
    if figure.unit == "percent":
        yield HUNDRED
        return
    for whole in theirs:
        if not whole.is_range and is_part_of(part, whole, source):
            mine = (one for one in answer.figures if is_part_of(figure, one, answer.sentence))
            if any(same_value(one, whole) is not None for one in mine):
                yield whole.low


def tells_denied_rest(answer: ParsedSentence, aligned: Aligned, material: Material) -> bool:
    """Whether a sentence denies something of the rest only, so that it contradicts nobody."""
    return any(denied_rest(figure, answer, aligned, material) is not None for figure in answer.figures)
