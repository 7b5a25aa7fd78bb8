"""Sentences that say of something told that it is not so, or of something tried that it came to nothing.

"Rumours that Norvale owns Brightcell are false", "It is not true that 40% of users left", "Talks to buy
Brightcell failed", "Norvale dropped its plan to buy Brightcell", "Rumour has it that". The words tell how far
such a verdict reaches, from "that" or "to" to the verb of the verdict or the end of the clause: a tree often
hangs the clause elsewhere. The words are sets of `lexicons/en/words/verdicts.csv`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.claims.told_clauses import end_of_opening, end_of_told, is_granted, is_left_open
from claimcheck.grammar.columns import columns_of
from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.reports.reporting_subjects import SUBJECTS
from claimcheck.tagging.penn_tags import FINITE, PROPER_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence

MAX_TOLD = 160
"""Characters of what a verdict is about; what is longer is more than one clause."""


class Verdict(NamedTuple):
    """Words that say that something is not so.

    Attributes:
        start, end: of what it is said of.
        cue: the words of the verdict themselves.
        kind: `denied` for what is not so, `doubted` for what is only rumoured, feared, asked or hoped,
            `failed` for what was tried and came to nothing, `undone` for a deed named by a noun that was
            refused or given up, `granted` for what nobody denies.
        is_ended: whether a mark ends a question, behind which nothing is asked.
    """

    start: int
    end: int
    cue: tuple[int, int]
    kind: Literal["denied", "doubted", "failed", "undone", "granted"]
    is_ended: bool = False


_TOLD = rf"(?P<told>[^;!?\n]{{5,{MAX_TOLD}}})"
"""What is told behind a verdict."""

_TOLD_THEN_VERDICT = WordPattern(
    rf"\b(?:<verdicts/told>) (?:that )(?P<told>[^;!?\n]{{5,{MAX_TOLD}}}?)"
    r",? (?P<verdict>(?:<verdicts/is_said_to_be>)(?: to be)?"
    r"(?: (?:<verdicts/how>))? (?:<verdicts/not_so>))\b",
    re.IGNORECASE,
)
_VERDICT_THEN_TOLD = WordPattern(
    r"\b(?P<verdict>(?:it|that)(?:['’]s| (?:<verdicts/is_said_to_be>))(?: (?:<verdicts/how>))? "
    r"(?:(?:<verdicts/untrue>)|(?:<verdicts/not_so>) to (?:<verdicts/holding>)) "
    rf"that) {_TOLD}",
    re.IGNORECASE,
)
_NOTHING_SPEAKS_FOR = WordPattern(
    r"\b(?P<verdict>(?:<verdicts/hardly_any>)(?: [a-z]+)? (?:<verdicts/support>) that)"
    rf" {_TOLD}",
    re.IGNORECASE,
)
_TRIED_THEN_VERDICT = WordPattern(
    r"\b(?:<verdicts/tried>)(?: (?:by|between|with|from|of) [^,;.!?\n]{2,60}?)?"
    rf" (?P<told>to [a-z]+ [^;.!?\n]{{2,{MAX_TOLD}}}?),?"
    r" (?P<verdict>(?:(?:<verdicts/helping>) ){0,4}"
    r"(?:(?:<verdicts/came_to_nothing>)"
    r"|(?:<verdicts/undergoing>)(?: [a-z]+ly)? (?:<verdicts/stopped>)))\b",
    re.IGNORECASE,
)
_VERDICT_THEN_TRIED = WordPattern(
    r"\b(?P<verdict>(?:<verdicts/stopping>)(?: (?:<common/article_or_possessor>|all|any|[\w-]+['’]s?))?"
    r"(?: [\w-]+)?"
    r" (?:<verdicts/tried>)(?: (?:by|between|with|from) [^,;.!?\n]{2,60}?)?)"
    rf" (?P<told>to [a-z]+ [^;.!?\n]{{2,{MAX_TOLD}}})",
    re.IGNORECASE,
)
_ONLY_TOLD = WordPattern(
    r"(?<!no )(?<!little )(?<!-)\b(?P<verdict>(?:<verdicts/rumour>)(?: (?:has|have|had) it)? that)"
    rf" {_TOLD}",
    re.IGNORECASE,
)
_DENIED_THEN_TOLD = WordPattern(
    r"\b(?P<verdict>(?P<not>(?:<verdicts/nobody>) )?(?P<verb>(?:<verdicts/denying>))"
    r"(?: (?:<common/article_or_possessor>|all|any|[\w-]+['’]s?))?(?: [\w-]+)?(?: (?:<verdicts/told>)"
    rf"(?: (?:by|from) [^,;.!?\n]{{2,60}}?)?)? that) {_TOLD}",
    re.IGNORECASE,
)
_DENIED_THEN_SAID = WordPattern(
    r"\b(?P<verdict>(?:<verdicts/denying>)(?: (?:<common/article_or_possessor>|all|any))?(?: [\w-]+)?"
    rf" (?:<verdicts/told>)) (?P<told>(?:<grammar/gapped_pronoun>) [^;!?\n]{{5,{MAX_TOLD}}})",
    re.IGNORECASE,
)
"""Without "that" it may be the claims themselves that somebody made: "rejected claims he had made in May"."""
_DOUBTED_THEN_TOLD = WordPattern(
    r"\b(?P<verdict>(?P<not>(?:<verdicts/nobody>) )?(?P<verb>(?:<verdicts/doubting>)) that)"
    rf" {_TOLD}",
    re.IGNORECASE,
)
_NOT_BELIEVED = WordPattern(
    r"(?P<verdict>(?:<common/negator>) (?:[a-z]+ly )?(?:<verdicts/believing>) that)"
    rf" {_TOLD}",
    re.IGNORECASE,
)
_LEFT_OPEN = WordPattern(rf"\b(?P<verdict>(?:<verdicts/leaving_open>)) {_TOLD}", re.IGNORECASE)
_CLAUSE_END = WordPattern(r", (?:<verdicts/next_clause>)\b|[()—–]| – ", re.IGNORECASE)
_DEED = (
    r"(?:(?:<common/article_or_possessor>|any|(?:[\w&.-]+ ){0,3}?[\w&.-]+['’]s?) )?"
    r"(?:(?!(?:<verdicts/no_part_of_deed>) )[\w$£€.-]+ ){0,4}?(?P<deed>(?:<verdicts/deed>))"
    r"(?: (?:of|with|by|between|to) [^,;.!?\n]{2,80}?)?"
)
"""A deed that a noun names, with who does it: "its $4 billion merger with Acme"."""
_BEHIND_DEED = (
    r"(?=[,;.!?\n]|$| (?:<verdicts/next_clause>|<verdicts/time_or_reason>|<verdicts/behind_deed>)\b)"
)
_DEED_THEN_VERDICT = WordPattern(
    rf"\b(?P<told>{_DEED}),? (?P<verdict>(?:(?:<verdicts/helping>) ){{0,4}}"
    r"(?:(?:<verdicts/never_done>)"
    r"|(?:<verdicts/undergoing>)(?: [a-z]+ly)? (?:<verdicts/called_off>)))\b(?! to\b)",
    re.IGNORECASE,
)
"""Not what failed, or was ended, after it was done: "the merger failed after nine years"."""
_VERDICT_THEN_DEED = WordPattern(
    rf"\b(?P<verdict>(?:<verdicts/stopping>|<verdicts/rejecting>)) (?P<told>{_DEED}){_BEHIND_DEED}",
    re.IGNORECASE,
)
_NOT_ALLOWED = WordPattern(
    r"\b(?P<verdict>(?:did(?:n['’]t| not)|(?:<verdicts/withholding>)) (?:<verdicts/allowing>))"
    rf" (?P<told>{_DEED}){_BEHIND_DEED}",
    re.IGNORECASE,
)
_NOT_YET_ALLOWED = WordPattern(
    r"\b(?P<verdict>(?:(?:has|have|had) (?:not (?:yet )?|yet to )|(?:has|have|had)n['’]t (?:yet )?)"
    rf"(?:<verdicts/allowing>)) (?P<told>{_DEED}){_BEHIND_DEED}",
    re.IGNORECASE,
)
_DEEDS_BEHIND = (_VERDICT_THEN_DEED, _NOT_ALLOWED, _NOT_YET_ALLOWED)
_DONE_AT_LAST = WordPattern(
    r"\b(?:<claims/until>|<verdicts/not_for_good>|<verdicts/carried_out>)\b",
    re.IGNORECASE,
)
"""Words in a sentence by which a deed may have been done after all: "nearly blocked", "but it closed"."""
_Kind = Literal["denied", "doubted", "failed", "undone", "granted"]
_DENIALS = (_DENIED_THEN_TOLD, _DOUBTED_THEN_TOLD, _NOT_BELIEVED)
_PATTERNS: tuple[tuple[WordPattern, _Kind, str, str], ...] = (
    (_TOLD_THEN_VERDICT, "denied", "verdicts/told", "verdicts/not_so"),
    (_VERDICT_THEN_TOLD, "denied", "verdicts/not_so", "verdicts/not_so"),
    (_NOTHING_SPEAKS_FOR, "denied", "verdicts/support", "verdicts/support"),
    (_TRIED_THEN_VERDICT, "failed", "verdicts/tried", "verdicts/came_to_nothing"),
    (_TRIED_THEN_VERDICT, "failed", "verdicts/tried", "verdicts/stopped"),
    (_VERDICT_THEN_TRIED, "failed", "verdicts/tried", "verdicts/stopping"),
    (_DEED_THEN_VERDICT, "undone", "verdicts/deed", "verdicts/never_done"),
    (_DEED_THEN_VERDICT, "undone", "verdicts/deed", "verdicts/called_off"),
    (_VERDICT_THEN_DEED, "undone", "verdicts/deed", "verdicts/stopping"),
    (_VERDICT_THEN_DEED, "undone", "verdicts/deed", "verdicts/rejecting"),
    (_NOT_ALLOWED, "undone", "verdicts/deed", "verdicts/allowing"),
    (_NOT_YET_ALLOWED, "doubted", "verdicts/deed", "verdicts/allowing"),
    (_DOUBTED_THEN_TOLD, "denied", "verdicts/doubting", "verdicts/doubting"),
    (_ONLY_TOLD, "doubted", "verdicts/rumour", "verdicts/rumour"),
    (_DENIED_THEN_TOLD, "denied", "verdicts/denying", "verdicts/denying"),
    (_DENIED_THEN_SAID, "doubted", "verdicts/told", "verdicts/denying"),
    (_NOT_BELIEVED, "denied", "verdicts/believing", "verdicts/believing"),
    (_LEFT_OPEN, "doubted", "verdicts/leaving_open", "verdicts/leaving_open"),
)
"""The patterns with the two sets of words a sentence must hold one of each for them to be searched."""


@per_lexicon
def _single_words(key: str) -> frozenset[str]:
    """The longest words of the entries of a set, one of which a sentence with such an entry holds."""
    return frozenset(max(entry.split(), key=len) for entry in WordSet(key))


@per_lexicon
def _opening_words() -> frozenset[str]:
    """Words of which a sentence with a verdict holds one."""
    return frozenset().union(*(_single_words(verdict) for *_, verdict in _PATTERNS))


def find_verdicts(
    document: NormalisedDocument, sentence: Sentence, words: frozenset[str]
) -> Iterator[Verdict]:
    """The verdicts of a sentence of these words."""
    if words.isdisjoint(_opening_words()):
        return
    text = document.text
    for pattern, kind, *wanted in _PATTERNS:
        if any(words.isdisjoint(_single_words(key)) for key in wanted):
            continue
        if kind == "undone" and _DONE_AT_LAST.search(text, sentence.start, sentence.end):
            continue
        for found in pattern.finditer(text, sentence.start, sentence.end):
            verdict = _verdict_of(found, pattern, kind, document)
            if verdict is not None:
                yield verdict


def _verdict_of(
    found: re.Match[str], pattern: WordPattern, kind: _Kind, document: NormalisedDocument
) -> Verdict | None:
    """The verdict of a match; None where its words say something else."""
    columns = columns_of(document)
    start, end = found.span("told")
    cue = found.span("verdict")
    if kind in ("failed", "undone") and _is_negated(columns, cue[0]):
        return None  # "never gave up its plan to buy"
    if not _is_one_clause(columns, start, end, "undone" if pattern in _DEEDS_BEHIND else kind):
        return None
    if pattern in _DEEDS_BEHIND:
        if not _is_refused_itself(columns, found):
            return None
        if pattern is not _VERDICT_THEN_DEED and not _is_decided(columns, found):
            return None
        end = _with_second_party(columns, end)
    if cue[0] < start:
        over = _CLAUSE_END.search(document.text, start, end)
        end = end if over is None else over.start()
        if kind == "doubted":
            end = _before_main_verb(columns, start, end)
            if pattern is _LEFT_OPEN and _opens_sentence(columns, cue[0]):
                end = end_of_opening(columns, start, end)
    if pattern in _DENIALS:
        return _of_denier(found, pattern, columns, end)
    if cue[0] < start and (kind == "denied" or pattern is _DENIED_THEN_SAID):
        end = end_of_told(columns, start, end, None)
    is_ended = pattern is _LEFT_OPEN and document.text[end : end + 1] in _ENDING
    return Verdict(start, end, cue, kind, is_ended and _has_finite_verb(columns, start, end))


_ENDING = frozenset({",", ";"})


def _of_denier(found: re.Match[str], pattern: WordPattern, columns: TokenColumns, end: int) -> Verdict | None:
    """The verdict of somebody who denies, does not believe or doubts something."""
    start, cue = found.start("told"), found.span("verdict")
    denier = columns.token_at(found.start("verb") if pattern is not _NOT_BELIEVED else cue[0])
    if denier is None or not _has_finite_verb(columns, start, found.end("told")):
        return None  # "denied that charge of 40 thefts"
    if pattern is _NOT_BELIEVED:
        denier = max(0, denier - 1)  # "did not believe": the tense is that of "did"
        return Verdict(start, end_of_told(columns, start, end, denier), cue, "denied")
    if found["not"] or is_granted(columns, denier):
        return Verdict(start, end_of_told(columns, start, end, denier), cue, "granted")
    if pattern is _DOUBTED_THEN_TOLD:
        return None  # a doubt reaches what its tree says
    kind: _Kind = "doubted" if is_left_open(columns, denier) else "denied"
    return Verdict(start, end_of_told(columns, start, end, denier), cue, kind)


def _opens_sentence(columns: TokenColumns, start: int) -> bool:
    """Whether a question stands before its main clause: "Whether it fell", "Depending on whether it fell"."""
    token = columns.token_at(start)
    if token is None or not columns.doc.has_annotation("SENT_START"):
        return False
    first = columns.doc[token].sent.start
    return all(columns.tags[place] in _LEADING for place in range(first, token))


_LEADING = frozenset({"VBG", "IN", "RB", "CC", "``", "''"})


def _has_finite_verb(columns: TokenColumns, start: int, end: int) -> bool:
    span = columns.span(start, end)
    if span is None or not columns.doc.has_annotation("TAG"):
        return True
    return not FINITE.isdisjoint(columns.tags[slice(*span)])


def _is_negated(columns: TokenColumns, start: int) -> bool:
    token = columns.token_at(start)
    return token is not None and token > 0 and columns.lowers[token - 1] in _NEGATORS


_NEGATORS = WordSet("common/negator")


def _is_one_clause(columns: TokenColumns, start: int, end: int, kind: str) -> bool:
    """Whether what is told is a clause of its own, no relative one ("claims that are old"), and what is tried
    has no other verb before the verdict.
    """
    span = columns.span(start, end)
    if span is None or not columns.doc.has_annotation("TAG"):
        return True
    if kind in ("failed", "undone"):
        return FINITE.isdisjoint(columns.tags[slice(*span)])
    return columns.tags[span[0]] not in FINITE


def _with_second_party(columns: TokenColumns, end: int) -> int:
    """The end of a deed with the second of the two whom it joins: "rejected the merger of A | and B"."""
    last = columns.token_at(end - 1)
    if last is None or last + 2 >= len(columns.tags) or columns.tags[last] not in PROPER_TAGS:
        return end
    place = last + 2 + (columns.lowers[last + 2] == "the")
    if columns.lowers[last + 1] != "and" or place >= len(columns.tags):
        return end
    first = place
    while place < len(columns.tags) and columns.tags[place] in PROPER_TAGS:
        place += 1
    is_clause = place < len(columns.tags) and columns.tags[place] in FINITE | {"POS"}
    return end if place == first or is_clause else columns.ends[place - 1]


def _is_refused_itself(columns: TokenColumns, found: re.Match[str]) -> bool:
    """Whether a deed is what was given up, by whoever can: not "dropped its challenge to the merger", "denied
    fraud in its purchase", "fans rejected the takeover".
    """
    span, verb = (
        columns.span(found.start("told"), found.end("deed")),
        columns.token_at(found.start("verdict")),
    )
    if span is None or verb is None or not columns.doc.has_annotation("TAG"):
        return True
    tags = columns.tags[span[0] : span[1] - 1]
    owner = tags[: tags.index("POS")] if "POS" in tags else []
    is_owner_named = not PROPER_TAGS.isdisjoint(owner)
    if not _NOT_WITHIN.isdisjoint(tags) or (is_owner_named and not _COMMON_TAGS.isdisjoint(owner)):
        return False
    if columns.lowers[verb] not in _REJECTING:
        return True
    subject = next((child for child in columns.lefts(verb) if columns.deps[child] in SUBJECTS), None)
    return subject is None or _may_decide(columns, subject)


def _may_decide(columns: TokenColumns, subject: int) -> bool:
    return columns.pos[subject] in ("PROPN", "PRON") or columns.lowers[subject] in _DECIDING


def _is_decided(columns: TokenColumns, found: re.Match[str]) -> bool:
    """Whether who can has not allowed a deed, and no "if" leaves that open: not "If the regulator
    did not approve the merger", "fans did not approve the sale", "did not approve the sale in 2001 but
    approved it in 2003".
    """
    verb = columns.token_at(found.start("verdict"))
    if verb is None or not columns.is_parsed or _LATER_ALLOWED.match(columns.text, found.end()):
        return False
    if columns.deps[verb] == "aux":
        verb = columns.heads[verb]
    lefts = list(columns.lefts(verb))
    if any(columns.deps[child] in ("mark", "advmod") and columns.lowers[child] in _OPEN for child in lefts):
        return False
    subject = next((child for child in lefts if columns.deps[child] in SUBJECTS), None)
    return subject is not None and _may_decide(columns, subject)


_OPEN = frozenset({"if", "unless", "whether", "when", "until"})
_LATER_ALLOWED = WordPattern(
    r"(?:(?![.!?]\s)[^\n])*?\b(?:<verdicts/allowing>|<verdicts/carried_out>|did so|only|unconditionally)\b",
    re.IGNORECASE,
)
"""The rest of a sentence that tells of an approval, or bounds the refusal."""


_NOT_WITHIN = frozenset({"IN", "TO", "VB", "VBD", "VBG", "VBP", "VBZ", "WDT", "WP", "CC", ","})
_COMMON_TAGS = frozenset({"NN", "NNS"})
_REJECTING = WordSet("verdicts/rejecting")
_DECIDING = WordSet("verdicts/deciding")


def _before_main_verb(columns: TokenColumns, start: int, end: int) -> int:
    """Where what is told ends before the verb that it is the subject of: "rumours that it left | sent"."""
    span = columns.span(start, end)
    if span is None or not columns.doc.has_annotation("TAG"):
        return end
    is_told = False
    for token in range(*span):
        if columns.tags[token] not in FINITE | {"VBN"}:
            continue
        before = columns.lowers[token - 1]
        is_of_group = columns.tags[token - 1] in _HELPING_TAGS or before in _HELPING
        if is_told and not is_of_group and before not in _GOING_ON:
            return columns.starts[token]
        is_told = is_told or columns.tags[token] in FINITE
    return end


_GOING_ON = frozenset({"and", "or", "that", "who", "which", "when", "if"})
_HELPING_TAGS = frozenset({"MD", "RB", "TO", "PRP", "WP", "WDT", "DT", "IN"})
_HELPING = WordSet("verdicts/auxiliary")
