"""Who holds a report: the noun phrase that is the subject of a reporting verb, or stands beside it.

Dependency labels are Universal Dependencies'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from claimcheck.reports.reporting_cues import CueEntry, Offsets

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
_PASSIVE_AGENTS = frozenset({"obl:agent", "obl"})
_NOT_IN_PHRASE = frozenset(
    {"appos", "acl:relcl", "parataxis", "punct", "cop", "mark", "discourse", "advcl", "ccomp", "dep", "list"}
)
_EDGE = frozenset(" \t\n\r,;:.()[]\"'“”‘’—–-*_«»„")


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def find_source(verb: Token, entry: CueEntry) -> Offsets | None:
    """The noun phrase that is said to hold the report."""
    if is_passive(verb) and verb.pos_ != "ADJ" and verb.lower_ != "quoted" and not _is_held(verb, entry):
        for child in verb.rights:
            if child.dep_ in _PASSIVE_AGENTS and any(
                c.dep_ == "case" and c.lower_ == "by" for c in child.children
            ):
                return source_phrase(child, verb)
        return None
    subject = _subject(verb)
    return None if subject is None else source_phrase(subject, verb)


def _is_held(verb: Token, entry: CueEntry) -> bool:
    """Whether a participle is a state of mind ("is concerned that"), not a passive ("it is thought that")."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj:pass"]
    return entry.report_class == "think" and bool(subjects) and subjects[0].lower_ != "it"


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    return any(child.dep_ in ("nsubj:pass", "aux:pass") for child in verb.children)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares; the antecedent of a relative pronoun."""
    token = verb
    for _ in range(8):
        for child in token.children:
            if child.dep_ in _SUBJECTS:
                if child.lower_ in _RELATIVE_PRONOUNS and token.dep_ == "acl:relcl":
                    return token.head
                return child
        if token.dep_ == "acl:relcl" or (token.dep_ == "acl" and token.tag_ in ("VBG", "VBN")):
            return token.head
        if token.dep_ == "parataxis" and token.i == verb.i:
            inverted = [
                child for child in token.rights if child.dep_ == "obj" and child.pos_ in ("PROPN", "PRON")
            ]
            return inverted[0] if inverted else None
        if token.dep_ == "xcomp":
            objects = [child for child in token.head.children if child.dep_ in ("obj", "iobj")]
            if objects:  # "let us see": English infinitives are controlled by the object if there is one
                return objects[0]
        if token.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or token.head.i == token.i:
            return None
        token = token.head
    return None


def source_phrase(head: Token, verb: Token) -> Offsets:
    """The noun phrase of `head` without appositions, clauses and the words of the report itself."""
    first = last = head
    for child in head.children:
        if child.dep_ in _NOT_IN_PHRASE or child.i == verb.i or child.is_ancestor(verb):
            continue
        if child.dep_ in _SUBJECTS or (
            child.dep_ in ("case", "cc") and child.i < head.i and child.lower_ != "'s"
        ):
            continue
        if (
            child.dep_ in ("cc", "acl", "nmod", "conj")
            or child.i < head.i
            or child.dep_.startswith(("flat", "nmod"))
        ):
            if child.left_edge.i < first.i and child.i < head.i:
                first = child.left_edge
            if child.right_edge.i > last.i and child.i > head.i:
                last = child.right_edge
        elif child.i == last.i + 1 or child.dep_ in ("compound", "amod", "nummod"):
            last = child.right_edge if child.right_edge.i > last.i else last
    first, last = _whole_name(first, last, verb)
    end = last.idx + len(last)
    if first.i < verb.i <= last.i:
        previous = verb.doc[verb.i - 1]
        end = previous.idx + len(previous)
    return trim_phrase(text_of(head.doc), first.idx, end)


def _whole_name(first: Token, last: Token, verb: Token) -> tuple[Token, Token]:
    """The phrase with the proper nouns that touch it: parses break "The official Microsoft Repo" and "the
    firm Acme" apart, and the name after a comma is who "the secretary general, Ann Ray," is.
    """
    doc = first.doc
    while last.i + 1 < verb.i and doc[last.i + 1].pos_ in ("PROPN", "NOUN") and last.i < verb.i:
        last = doc[last.i + 1]
    while (
        first.i > 0
        and doc[first.i - 1].pos_ == "PROPN"
        and doc[first.i - 1].i != verb.i
        and not first.is_sent_start
    ):
        first = doc[first.i - 1]
    if last.pos_ == "NOUN" or last.is_punct:
        for child in (last, *last.ancestors):
            names = [
                c for c in child.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and last.i < c.i < verb.i
            ]
            if names:
                return names[0].left_edge, names[0].right_edge
            if child.i < first.i or child.pos_ == "VERB":
                break
    return first, last


def trim_phrase(text: str, start: int, end: int) -> Offsets:
    """The stretch without the spaces and marks at its edges; a bracket that opens in it may close it."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        if text[end - 1] in ")]" and text.count("(["[text[end - 1] == "]"], start, end):
            break
        if text[end - 1] == "." and text.count(".", start, end) > 1:
            break
        end -= 1
    return start, end


def trim_content(text: str, start: int, end: int) -> Offsets:
    """Without the spaces, marks and the "that" at the edges."""
    while start < end and (text[start].isspace() or text[start] in _EDGE):
        start += 1
    if text[start : start + 5].lower() == "that " and start + 5 < end:
        start += 5
    while start < end and (text[start].isspace() or text[start] in _EDGE) and text[start] not in "[(":
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.—–-\"“”'‘’"):
        end -= 1
    return start, end


MAX_PLAIN_SOURCE_WORDS = 8


def plain_source_before(token: Token, sentence: Span) -> Offsets | None:
    """Without a parse: the words before the verb, back to a mark, at most eight, without auxiliaries."""
    doc = token.doc
    stop = token.i
    while stop > sentence.start and doc[stop - 1].lower_ in (
        "has",
        "have",
        "had",
        "also",
        "later",
        "then",
        "previously",
    ):
        stop -= 1
    begin = stop
    while begin > sentence.start and stop - begin < MAX_PLAIN_SOURCE_WORDS:
        previous = doc[begin - 1]
        if (
            previous.is_punct
            or previous.is_space
            or previous.is_quote
            or previous.lower_ in ("and", "but", "that", "as")
        ):
            break
        begin -= 1
    if begin == stop:
        return None
    span = doc[begin:stop]
    start, end = trim_phrase(text_of(doc), span.start_char, span.end_char)
    return (start, end) if start < end else None


_ADVERB_LIKE = frozenset("also later then further furthermore however has have had".split())


def source_beside(tokens: Sequence[Token], place: int) -> Offsets | None:
    """Without a usable parse: the words before the verb, or, where there are none, those after it."""
    source = source_before(tokens[:place])
    if source is not None:
        return source
    following: list[Token] = []
    for token in tokens[place + 1 :]:
        if token.is_punct or token.lower_ in (
            "in",
            "at",
            "on",
            "to",
            "of",
            "after",
            "during",
            "when",
            "while",
            "as",
        ):
            break
        following.append(token)
    if not following or not _looks_nominal(following[0]):
        return None
    return following[0].idx, following[-1].idx + len(following[-1])


def source_before(tokens: Sequence[Token]) -> Offsets | None:
    """The words right before a verb, back to a mark."""
    words: list[Token] = []
    for token in reversed(tokens):
        if not words and token.lower_ in _ADVERB_LIKE:
            continue
        if token.is_punct or token.is_space or token.lower_ in ("and", "but", "that", "who", "which"):
            break
        words.append(token)
        if len(words) > MAX_PLAIN_SOURCE_WORDS:
            return None
    words.reverse()
    if not words or not _looks_nominal(words[0]):
        return None
    return words[0].idx, words[-1].idx + len(words[-1])


_DETERMINERS = frozenset("the a an this that these those some many one his her its their our my your".split())
_PRONOUNS = frozenset("he she they it we i you".split())


def _looks_nominal(token: Token) -> bool:
    return token.lower_ in _DETERMINERS or token.lower_ in _PRONOUNS or token.text[:1].isupper()
