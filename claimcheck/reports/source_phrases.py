"""How far the noun phrase of a source reaches, and the edges of a content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.notation.stray_times import without_leading_time, without_trailing_time
from claimcheck.reports.reporting_subjects import SUBJECTS
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimcheck.reports.reporting_cues import Offsets

_NOT_IN_PHRASE = frozenset(
    {"appos", "acl:relcl", "parataxis", "punct", "cop", "mark", "discourse", "advcl", "ccomp", "dep", "list"}
)
_EDGE = frozenset(" \t\n\r,;:.()[]\"'“”‘’—–-*_«»„")


def source_phrase(head: Token, verb: Token) -> Offsets:
    """The noun phrase of `head` without appositions, clauses and the words of the report itself."""
    first = last = head
    for child in head.children:
        if child.dep_ in _NOT_IN_PHRASE or child.i == verb.i or child.is_ancestor(verb):
            continue
        if child.dep_ == "acl" and child.i > head.i and "," in _edge(child):
            continue  # "The study, published in May"
        if child.dep_ in SUBJECTS or (
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
    first, last = _whole_name(_before_hyphens(first), _past_hyphen(last, verb), verb)
    end = last.idx + len(last)
    if first.i < verb.i <= last.i:
        previous = verb.doc[verb.i - 1]
        end = previous.idx + len(previous)
    text = text_of(head.doc)
    return _without_citation(text, _with_name_behind_rank(text, trim_phrase(text, first.idx, end)))


def _with_name_behind_rank(text: str, phrase: Offsets) -> Offsets:
    """A source with the name behind a short title, whose full stop ends a parse: "said Lt. Ann Roe"."""
    name = _NAME_BEHIND_RANK.match(text, phrase[1])
    if name is None or text[slice(*phrase)].rsplit(" ", 1)[-1] not in _ranks():
        return phrase
    return phrase[0], name.end()


_NAME_BEHIND_RANK = re.compile(
    r"\.(?! (?:The|An?|It|He|She|We|They|But|And|In|On|At)\b)(?: [A-Z](?:\.|[\w.'’-]*[\w'’-])){1,4}"
)


@per_lexicon
def _ranks() -> frozenset[str]:
    """Short titles, without their full stop."""
    rows = load_rows("en/abbreviations.csv")
    return frozenset(row["abbreviation"].rstrip(".") for row in rows if row["kind"] == "title")


def _edge(clause: Token) -> tuple[str, str]:
    """The word before a clause and its first one, either of which may be the comma that parts it."""
    first = clause.left_edge
    return clause.doc[first.i - 1].text, first.text


_CITING = re.compile(r",\s+(?:quoting|citing|which|who|whose|speaking|writing)\b")


_NUMBERED = re.compile(r"(?<=\w)\s*\[\d[\d\s,–-]*\]?$")
"""The numbers of references behind a name: "Ray [13,14]"."""


_AGED = re.compile(r"(?<=[a-z]), \d{2}(?:, of [A-Z](?:(?! and )[\w ])+)?$")
"""The age, and the home, behind a name: "Ann Ray, 47, of Leeds"."""


_DESCRIBED = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+(?P<what>), (?!and\b|or\b)"
    r"(?:an?|the|of|[a-z-]+(?= (?:of|at|for|with)))\b(?!.*,? and [A-Z])"
)
"""A person and who that is: "Ann Ray, head of support at the chain Nordvik"."""


_NAMED = re.compile(
    r"[A-Z][\w.&’'-]*(?: (?:of |the |de |von |van |and |& )?[A-Z0-9][\w.&’'-]*)*"
    r"(?P<more>), (?!and\b|or\b|the [A-Z])[a-z]"
)
"""A name and what is said of it: "Norvale, a maker of lamps"; not "Norvale, the Orbit group and others"."""


def _without_citation(text: str, phrase: Offsets) -> Offsets:
    """A source without whom it quotes or what it is: "the agency, citing a minister"."""
    line = text.rfind("\n", *phrase)
    if line >= 0:
        phrase = trim_phrase(text, line + 1, phrase[1])  # no source runs over lines
    phrase = trim_phrase(text, *phrase)
    if text.endswith("et al.", *phrase):
        return phrase
    number = _NUMBERED.search(text, *phrase)
    if number is not None:
        phrase = (phrase[0], number.start())
    aged = _AGED.search(text, *phrase)
    if aged is not None and " and " not in text[slice(*phrase)]:
        phrase = (phrase[0], aged.start())
    phrase = without_leading_time(text, without_trailing_time(text, phrase))
    citing = _CITING.search(text, *phrase) or _DESCRIBED.match(text, *phrase) or _NAMED.match(text, *phrase)
    return phrase if citing is None else (phrase[0], citing.start(citing.lastgroup or 0))


def _before_hyphens(first: Token) -> Token:
    """Where a word that hyphens join begins, with its article: "the Director" in "the Director-General"."""
    doc = first.doc
    while first.i > 1 and doc[first.i - 1].text == "-" and not doc[first.i - 2].whitespace_:
        first = doc[first.i - 2]
        if first.i > 0 and doc[first.i - 1].pos_ == "DET" and not first.is_sent_start:
            first = doc[first.i - 1]
    return first


def _past_hyphen(last: Token, verb: Token) -> Token:
    """Where a phrase ends whose head the parser cut off at a hyphen: "Non-seasonally adjusted data show"."""
    doc = last.doc
    if last.i + 2 >= verb.i or doc[last.i + 1].text != "-" or last.whitespace_:
        return last
    final = doc[verb.i - 1]
    inner = doc[last.i + 2 : verb.i - 1]
    is_phrase = not any(word.is_punct or word.tag_ in ("VBD", "VBZ", "VBP") for word in inner)
    return final if is_phrase and final.pos_ in ("NOUN", "PROPN") else last


def _whole_name(first: Token, last: Token, verb: Token) -> tuple[Token, Token]:
    """The phrase with the proper nouns that touch it: parses break "The official Microsoft Repo" and "the
    firm Acme" apart, and the name after a comma is who "the secretary general, Ann Ray," is.
    """
    doc = first.doc
    if first.i == last.i and first.pos_ == "PRON":
        return first, last
    if verb.i < first.i and last.pos_ == "NOUN":  # "said marine biologist Ann Ray"
        while last.i + 1 < len(doc) and doc[last.i + 1].pos_ == "PROPN" and not doc[last.i + 1].is_sent_start:
            last = doc[last.i + 1]
        named = [child for child in last.rights if child.dep_ == "appos" and child.pos_ == "PROPN"]
        if named and doc[named[0].left_edge.i - 1].text == ",":  # "said the mayor, Ann Ray"
            return named[0].left_edge, named[0].right_edge
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
            if names and "-" in (
                names[0].left_edge.text,
                doc[names[0].left_edge.i - 1].text,
            ):  # "the Director-General"
                return first, names[0].right_edge
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
        if text[end - 1] == "." and (text.count(".", start, end) > 1 or text.endswith(" al.", start, end)):
            break
        end -= 1
    if text.endswith("et al", start, end) and text.startswith(".", end):
        end += 1  # the full stop belongs to the short form, whatever a parser takes it for
    return start, end


def trim_content(text: str, start: int, end: int) -> Offsets:
    """Without the spaces, marks and the "that" at the edges."""
    while start < end and (text[start].isspace() or text[start] in _EDGE):
        start += 1
    if text[start : start + 5].lower() == "that " or text[start : start + 6].lower() == "that, ":
        start += 5
    while start < end and (text[start].isspace() or text[start] in _EDGE) and text[start] not in "[(":
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.—–-\"“”'‘’"):
        end -= 1
    return start, end
