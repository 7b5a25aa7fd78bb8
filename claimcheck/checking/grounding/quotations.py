"""Quotations: verbatim, altered, or nowhere in the sources."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from claimcheck.checking.findings import WordChange, make_finding
from claimcheck.checking.texts import small_words, words_of
from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

MIN_WORDS = 5
"""Fewer words in quotation marks are mostly a term or a title."""

MIN_SENTENCE = 3
"""So many are a whole sentence, where they are given as what somebody said."""

ALTERED_SHARE = 0.6
"""From this share of common words on, a quotation is one of the source's sentences, altered."""

_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]{1,600})[”\"»“]")
_LEFT_OUT = re.compile(r"\.\.\.|…|\[[^\]]*\]|\([^)]*\)")
_SAYS_WHO = re.compile(r"[,.!?][”\"](?:\s*[^“”\"]{1,120}?)\s*[“\"]")
"""What stands between two halves of a quotation: `," she told reporters, "`."""

_INTRODUCED = re.compile(r"[,:]\s*$")
"""What stands before direct speech."""

_TOKEN = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*|…|\.\.\.")


def quotation_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """A verdict on every stretch in quotation marks."""
    for match in _QUOTED.finditer(answer.sentence.text):
        words = _words(match[1])
        place = answer.sentence.place(match.start(1), match.end(1))
        if len(words) < MIN_WORDS and (len(words) < MIN_SENTENCE or not _is_sentence(match, answer)):
            continue
        numbers = [_verbatim(part, material) for part in _parts(match[1])]
        number = numbers[0] if numbers and None not in numbers else None
        if number is not None:
            yield make_finding(
                "ground/quotation",
                "borne_out",
                kind="quote",
                place=place,
                evidence=[material.index.sentences[number].place()],
                reason="the source has these very words",
            )
            continue
        number, start, end, share = _nearest(words, aligned, material, answer)
        if number is not None and not _is_spoken(match, answer) and _is_term(match[1], material):
            continue
        if number is not None and share >= ALTERED_SHARE:
            sentence = material.index.sentences[number]
            yield make_finding(
                "ground/quotation",
                "differs",
                kind="quote",
                place=place,
                evidence=[sentence.place(start, end), sentence.place()],
                reason="the quotation is not what the source says",
                changes=word_diff(_TOKEN.findall(sentence.text[start:end]), _TOKEN.findall(match[1])),
            )
        else:
            yield make_finding(
                "ground/quotation",
                "not_found",
                kind="quote",
                place=place,
                reason="no source holds these words",
            )


def _is_sentence(match: re.Match[str], answer: ParsedSentence) -> bool:
    """Whether a short quotation is a whole sentence that somebody said: "The rules are clear," she said."""
    return match[1][:1].isupper() and match[1].rstrip()[-1:] in ",.!?" and _is_spoken(match, answer)


@per_lexicon
def _words_of_saying() -> frozenset[str]:
    rows = load_rows("en/reporting_verbs.csv")
    return frozenset(
        form
        for row in rows
        if row["class"] in ("say", "utter", "according")
        for form in row["cue"].split("/")
    )


def _is_spoken(match: re.Match[str], answer: ParsedSentence) -> bool:
    """Whether what is in quotation marks is given as what somebody said, not as a term, title or theme."""
    text = answer.sentence.text
    if _INTRODUCED.search(text[: match.start()]):
        return True
    outside = words_of(text[: match.start()]) + words_of(text[match.end() :])
    return any(word in _words_of_saying() for word in outside)


def _is_term(text: str, material: Material) -> bool:
    """Whether the sources hold every word, or one that could stand for it, so that it tells in brief."""
    content = [word for word in words_of(text) if word not in small_words()]
    return all(material.index.has(word) or material.index.has_stand_in(word) for word in content)


def _parts(text: str) -> list[list[str]]:
    """The words of a quotation, parted where it says that something is left out or put in."""
    parts = [_words(part) for part in _LEFT_OUT.split(text)]
    return [part for part in parts if len(part) > 1] or [_words(text)]


def _words(text: str) -> list[str]:
    return [token.lower().replace("’", "'") for token in _TOKEN.findall(text) if token[0] not in ".…"]


def _verbatim(words: Sequence[str], material: Material) -> int | None:
    """The sentence in which the same words stand in a row, or begin to."""
    wanted = " ".join(words)
    longest = sorted(set(words), key=lambda word: (-len(word), word))[:2]
    candidates = set(range(len(material.index.sentences)))
    for word in longest:
        numbers = material.index.postings.get(word)
        if numbers:
            candidates &= set(numbers) | {n - 1 for n in numbers} | {n - 2 for n in numbers}
    sentences = material.index.sentences
    for number in sorted(n for n in candidates if n >= 0):
        following = ""
        for at in range(number, min(number + 6, len(sentences))):
            if sentences[at].source != sentences[number].source or len(following) > 10 * len(wanted) + 800:
                break
            following += sentences[at].text + " "
        for text in (following, _SAYS_WHO.sub(" ", following)):
            if f" {wanted} " in f" {' '.join(_words(text))} ":
                return number
    return None


def _nearest(
    words: Sequence[str], aligned: Aligned, material: Material, answer: ParsedSentence
) -> tuple[int | None, int, int, float]:
    """The sentence that is most like the words, where in it they are, and how much of them it holds."""
    best: tuple[float, int | None, int, int] = (0.0, None, 0, 0)
    numbers = dict.fromkeys(
        (*aligned.best, *aligned.near, *material.index.align([*words, *answer.content]).best)
    )
    for number in numbers:
        sentence = material.index.sentences[number]
        tokens = [match for match in _TOKEN.finditer(sentence.text) if match[0][0] not in ".…"]
        if not tokens:
            continue
        theirs = [token[0].lower().replace("’", "'") for token in tokens]
        matcher = SequenceMatcher(None, theirs, words, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            continue
        share = sum(block.size for block in blocks) / len(words)
        if share > best[0]:
            first = max(0, blocks[0].a - blocks[0].b)
            last = min(
                len(tokens), blocks[-1].a + blocks[-1].size + len(words) - blocks[-1].b - blocks[-1].size
            )
            best = (share, number, tokens[first].start(), tokens[last - 1].end())
    return best[1], best[2], best[3], best[0]


def word_diff(old: Sequence[str], new: Sequence[str]) -> list[WordChange]:
    """The steps from some words to others.

    >>> [(change.op, change.text) for change in word_diff(["a", "b"], ["a", "c"])]
    [('keep', 'a'), ('delete', 'b'), ('insert', 'c')]
    """
    changes: list[WordChange] = []
    lower = [word.lower() for word in old], [word.lower() for word in new]
    for op, a, b, c, d in SequenceMatcher(None, *lower, autojunk=False).get_opcodes():
        if op == "equal":
            changes.append(WordChange(op="keep", text=" ".join(new[c:d])))
            continue
        if b > a:
            changes.append(WordChange(op="delete", text=" ".join(old[a:b])))
        if d > c:
            changes.append(WordChange(op="insert", text=" ".join(new[c:d])))
    return changes
