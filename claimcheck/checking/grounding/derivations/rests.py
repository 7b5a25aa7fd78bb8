"""The rest of a whole, told by a denial or a contrary: "69 percent do not leave", of the 31 who do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import HUNDRED
from claimcheck.checking.figure_values import is_comparable, is_given_as, same_value
from claimcheck.checking.grounding.denying import denying
from claimcheck.checking.grounding.derivations.operands import is_of_like_amount, pairs_near, places
from claimcheck.checking.grounding.figure_words import clause_of, is_part_of
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import small_words, words_of
from claimcheck.lexicons.word_relations import base_forms, family, opposites
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.derivations.operands import Followed
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence


def denied_rest(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """The part of which the answer denies what a source says of the other part of one whole.

    It may say the contrary instead, "lost two of its nine seats", or "all but two".
    """
    if figure.is_range or not is_on("ground/complement"):
        return None
    is_denied = denying().search(answer.sentence.text) is not None
    is_excepted = _ALL_BUT.search(answer.sentence.text, 0, figure.start - answer.sentence.start) is not None
    for number in aligned.near:
        sentence = material.index.sentences[number]
        are_denied = denying().search(sentence.text) is not None
        is_other = is_excepted or (not are_denied and (is_denied or _says_contrary(answer, number, material)))
        if not is_other and (is_denied or not are_denied):
            continue
        indices = material.figures.of_sentence.get(number, ())
        theirs = [material.figures.figures[i] for i in indices]
        for i, part in zip(indices, theirs, strict=True):
            if part.is_range or part.unit != figure.unit:
                continue
            if not is_other and not _is_denied_of(part, theirs, sentence):
                continue
            for whole in _wholes(figure, part, answer, theirs, sentence):
                if is_given_as(figure, whole - part.low):
                    shown = f"{whole:f} - {part.low:f} = {whole - part.low:f}"
                    return "complement", shown, places((i,), material)
    return None


def _is_denied_of(part: Figure, theirs: Sequence[Figure], sentence: Sentence) -> bool:
    """Whether a sentence denies something in the clause of a figure: "one home in eight has no heating"."""
    first, last = clause_of(part, theirs, sentence)
    return denying().search(sentence.text, first, last) is not None


_ALL_BUT = WordPattern(r"\b(?:<checking/all_but>)\s+$", re.IGNORECASE)


def _says_contrary(answer: ParsedSentence, number: int, material: Material) -> bool:
    """Whether a sentence has the contrary of a verb or a state of the answer: "lost", of what was kept."""
    keys = material.index.keys[number]
    words = (word.lower for word in answer.words if word.pos in ("VERB", "ADJ"))
    return any(not keys.isdisjoint(opposites(word)) for word in words)


def _wholes(
    figure: Figure, part: Figure, answer: ParsedSentence, theirs: Sequence[Figure], source: Sentence
) -> Iterator[Decimal]:
    """What both figures are a part of: a hundred percent, or so many that the source names.

    Where the answer names a whole for its own figure, it is the same.
    """
    if figure.unit == "percent":
        yield HUNDRED
        return
    mine = [one for one in answer.figures if is_part_of(figure, one, answer.sentence)]
    for whole in theirs:
        if whole.is_range or not (is_part_of(part, whole, source) or is_taken_out(part, whole, source)):
            continue
        if mine and not any(same_value(one, whole) is not None for one in mine):
            continue
        if mine or _share_noun(figure, whole):
            yield whole.low


def _share_noun(figure: Figure, whole: Figure) -> bool:
    """Whether what is counted is of one name: "100 of the mosses", "140 species of moss"."""
    forms = frozenset().union(*(base_forms(word) for word in words_of(whole.noun or "")), frozenset())
    return is_comparable(figure, whole) or any(
        not family(word).isdisjoint(forms)
        for word in words_of(figure.noun or "")
        if word not in small_words()
    )


_OF_THEM = WordPattern(r"(?:^|\s)(?:<checking/of_them>)\b", re.IGNORECASE)

_OF_WHICH = WordPattern(r"[^\d;.]*\b(?:<checking/of_them>)\b[^\d;.,]*", re.IGNORECASE)

_OF = re.compile(r"^(?:\s*Of)\s+(?:the\s+)?$|[.;]\s+Of\s+(?:the\s+)?$")
"""What a whole is fronted by: "Of 16 turtles, five still send signals"."""

_NTH_IN = WordPattern(r"\s+(?:\w+\s+){1,2}in\s+(?:(?:<checking/whose>)\s+)?", re.IGNORECASE)


def is_taken_out(part: Figure, whole: Figure, sentence: Sentence) -> bool:
    """Whether a figure is a part of the one before it, "140 species, 31 of them", or of the one after it:
    the ninth "win in eleven matches".
    """
    start, end = part.start - sentence.start, part.end - sentence.start
    if part.kind == "ordinal":
        return _NTH_IN.fullmatch(sentence.text, end, max(end, whole.start - sentence.start)) is not None
    if whole.end > part.start or not is_of_like_amount(part, whole) or whole.kind == "ordinal":
        return False
    between = sentence.text[whole.end - sentence.start : start]
    written = sentence.text[start : end + len(" of which")]
    is_of_them = _OF_THEM.search(written) or _OF_WHICH.fullmatch(between)
    is_fronted = _OF.search(sentence.text, 0, whole.start - sentence.start) and "," in between
    return bool(is_of_them or is_fronted)


def rest_of_which(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """What is left of an amount of which a source names a part: 0.4 of "1.5 billion, of which A has 1.1"."""
    if figure.is_range or figure.kind == "ordinal" or not is_on("ground/difference"):
        return None
    for number, i, j in pairs_near(aligned, material):
        part, whole = material.figures.figures[i], material.figures.figures[j]
        if part.is_range or whole.is_range or not is_of_like_amount(figure, whole):
            continue
        is_part = is_taken_out(part, whole, material.index.sentences[number])
        if is_part and is_given_as(figure, whole.low - part.low):
            shown = f"{whole.shown()} - {part.shown()} = {whole.low - part.low:f}"
            return "difference", shown, places((j, i), material)
    return None


def denied_rests(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Figure]:
    """The figures that a sentence gives for the rest, denying of it what a source says of a part."""
    for figure in answer.figures:
        if denied_rest(figure, answer, aligned, material) is not None:
            yield figure


def tells_denied_rest(answer: ParsedSentence, aligned: Aligned, material: Material) -> bool:
    """Whether a sentence denies something of the rest only, so that it contradicts nobody."""
    return any(True for _ in denied_rests(answer, aligned, material))
