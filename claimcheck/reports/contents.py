"""What a verb of saying reports: its clause, the sentence that it is put into, or what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.complements import (
    JUDGING,
    TELLING,
    VERBAL,
    around,
    end_of,
    follows_time,
    inverted_speaker,
    is_misread_clause,
    is_of_noun_before,
    is_of_outer_verb,
    is_parted,
    is_statement,
    judgement,
    misplaced_clauses,
    parted_clauses,
    question_object,
    remark_around,
    reports_beside,
    sentence_before,
    set_off_remark,
    that_of,
)
from claimcheck.reports.content_edges import (
    begin_of_content,
    continuation,
    end_before_host,
    end_before_main_verb,
    end_before_other_report,
    end_with_condition,
    end_with_joined,
    later_complements,
    unbroken_end,
)
from claimcheck.reports.opened_contents import end_with_rest, that_before
from claimcheck.reports.reporting_cues import CueEntry, Offsets, entry_at
from claimcheck.reports.reporting_subjects import has_subject, is_naming, is_passive
from claimcheck.reports.sources import find_source
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token


_INTERROGATIVES = WordSet("reports/interrogative")


def contents_of(verb: Token, entry: CueEntry) -> Iterator[_Content]:
    """What the verb reports, a clause or a remark's host; of the ways to say it the first that is there."""
    report_class = entry.report_class
    remark = remark_around(verb) if report_class in _STATING else None
    if remark is not None:
        yield around(remark), False, None
        return
    clauses = _complements(verb, report_class)
    if report_class == "describe" and not any(that_of(clause) for clause in clauses):
        yield from ((pieces, False, None) for pieces in _description(verb))
    elif clauses and not (report_class == "describe" and verb.lower_.startswith("call")):
        yield from _contents_of_clauses(verb, entry, clauses)  # never "called a plan that several opposed"
    elif (judged := judgement(verb) if verb.lower_ in JUDGING else None) is not None:
        yield [judged], False, None
    elif (asked := question_object(verb)) is not None:
        yield [asked], True, None
    elif (host := _host_of_remark(verb, report_class)) is not None:
        yield host, False, None
    elif verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children):
        if report_class in _STATING and (host := _host_of_as_clause(verb)) is not None:
            yield host, False, None
    elif (found := _content_without_clause(verb, entry)) is not None:
        yield found


_Content = tuple[list[Offsets], bool, "Token | None"]
"""The pieces of what is reported, whether it is an indirect question, and its verb where a parse gives it."""
_STATING = frozenset({"say", "think", "find"})


def _complements(verb: Token, report_class: str) -> list[Token]:
    """The clauses that a verb governs, or that a parser hung elsewhere and are its own."""
    clauses = [
        child
        for child in verb.children
        if child.dep_ in ("ccomp", "csubj:pass")
        and is_statement(child, verb)
        and not (is_parted(child, verb) or is_of_outer_verb(child, verb) or is_of_noun_before(child, verb))
    ]
    return clauses or list(misplaced_clauses(verb)) or list(parted_clauses(verb, report_class))


def _contents_of_clauses(verb: Token, entry: CueEntry, clauses: Sequence[Token]) -> Iterator[_Content]:
    """The first two clauses of a verb, each unless it only goes on with the first."""
    read_to = 0
    for clause in clauses[:2]:
        if _is_behind_speaker(clause, verb) or (clause.i < verb.i and _does_something(verb)):
            continue
        if _is_done_by_speaker(clause, verb) or _is_before_colon(clause, verb):
            continue
        if _is_of_opening_report(clause, verb) or _tells_of_place(clause):
            continue
        pieces = _with_edges(clause, verb, entry, _span_without(clause, verb))
        if not pieces or (clause.i > verb.i and (clause.idx < read_to or pieces[-1][1] <= read_to)):
            continue  # it goes on with the first one: "that training a model would cost"
        read_to = max(read_to, pieces[-1][1])
        yield pieces, _is_question(clause) and not _is_drawn_out(clause, verb), clause


_NO_DEEDS = WordSet("reports/noun_in_ing")


def _does_something(verb: Token) -> bool:
    """Whether a verb behind a clause reports nothing: "Sales fell 3%, its rival added 40 jobs"."""
    if verb.lower_ in TELLING or not has_subject(verb):
        return False
    things = (child for child in verb.rights if child.dep_ == "obj")
    return any(word.pos_ in ("DET", "NUM") for thing in things for word in thing.lefts)


def _is_behind_speaker(clause: Token, verb: Token) -> bool:
    """Whether a clause only tells of the speaker who stands behind a verb and its quotation: "“Go,” said Ann
    Lee, among the last to leave".
    """
    doc, first = verb.doc, clause.left_edge
    if verb.i == 0 or doc[verb.i - 1].text not in _CLOSING_MARKS or any(map(_is_subject, verb.lefts)):
        return False
    if first.i <= verb.i + 1 or that_of(clause) is not None:
        return False
    return first.pos_ in ("ADP", "SCONJ", "DET", "PRON") and first.dep_ != "nsubj"


def _tells_of_place(clause: Token) -> bool:
    """Whether a clause tells of a place and is no statement: "said Ann Lee, where 40 people live"."""
    first = clause.left_edge
    first = first.nbor() if first.text == "," and first.i < clause.i else first
    if first.lower_ != "where" or first.i < 2 or first.nbor(-1).text != ",":
        return False
    # but "Roe said, where needed, that", "it costs 4 million, Roe said, where once it cost 2"
    return first.nbor(-2).pos_ in ("NOUN", "PROPN") and first.nbor(-2).ent_type_ != "PERSON"


def _is_done_by_speaker(clause: Token, verb: Token) -> bool:
    """Whether a clause that opens a sentence tells what the speaker did: "Speaking in Oslo, Ann Lee said"."""
    if clause.i > verb.i or clause.tag_ != "VBG" or clause.left_edge.i != clause.sent.start:
        return False
    return clause.left_edge.i == clause.i and not any(_is_subject(word) for word in clause.lefts)


def _is_before_colon(clause: Token, verb: Token) -> bool:
    """Whether a colon parts a clause from a verb behind it: "It had one cause: Ann Lee told us it fell"."""
    return clause.i < verb.i and any(word.text == ":" for word in verb.doc[clause.i : verb.i])


def _is_of_opening_report(clause: Token, verb: Token) -> bool:
    """Whether a clause before a verb is what a clause that opens the sentence reports, as its "that" shows:
    "After the firm said that it would close, Ann Lee said".
    """
    opened = that_of(clause)
    if opened is None or clause.i > verb.i or opened.i == clause.left_edge.i:
        return False
    return any(word.dep_ == "advcl" and word.i < opened.i for word in clause.lefts)


def _takes_object(verb: Token) -> bool:
    return any(child.dep_ == "obj" for child in verb.rights) and verb.lower_ not in TELLING


def _host_of_remark(verb: Token, report_class: str) -> list[Offsets] | None:
    """The sentence that a remark is put into: "The dam, said Ann Lee, is full", "It is full, she said"."""
    inverted = inverted_speaker(verb, report_class)
    if inverted is not None:
        return around(verb.doc[verb.i : inverted.right_edge.i + 1])
    set_off = set_off_remark(verb) if verb.dep_ in _REMARKS and report_class in _STATING else None
    if set_off is not None:
        return around(set_off)
    is_host = verb.dep_ == "parataxis" and has_subject(verb) and not (_takes_object(verb) or is_passive(verb))
    if is_host and not (_is_label(verb) or reports_beside(verb.head, verb)):
        return _span_without(verb.head, verb)
    return None


def _host_of_as_clause(verb: Token) -> list[Offsets] | None:
    """What stands about a remark with "as": "It is full, as Ann Lee said"."""
    is_within = any(is_of_outer_verb(child, verb) for child in verb.rights)
    if not has_subject(verb) or is_passive(verb) or _takes_object(verb) or is_within:
        return None
    host = verb.head
    if is_of_noun_before(host, verb) and host.dep_ == "acl:relcl":
        host = host.head.head  # "said nothing, as Acme reported, that would hurt"
    pieces = _span_without(host, verb)
    rest = next((child for child in verb.rights if is_of_noun_before(child, verb)), None)
    if rest is not None and pieces:  # "did nothing, as Ann Roe said, that would hurt"
        pieces = [(pieces[0][0], end_of(rest.right_edge))]
    return pieces


def _content_without_clause(verb: Token, entry: CueEntry) -> _Content | None:
    """What a verb reports behind a colon, before it, in an infinitive, or where a parse has a thing."""
    beside = _clause_beside(verb, entry.report_class)
    if beside is not None:
        return _span_without(beside, verb), False, None
    if verb.lower_ in ("say", "says", "said") and not _follows_quotation(verb):
        for child in verb.rights:  # never "said a thing": "said the rival lied" is a clause, misread
            if child.dep_ == "obj" and child.right_edge.i > child.i and is_misread_clause(child):
                return _span_without(child, verb), False, child
    if entry.report_class in ("say", "find") and not _takes_object(verb):
        before = sentence_before(verb)
        if before is not None:
            return [before], False, None
    infinitive = _infinitive(verb) if entry.takes_infinitive else None
    if infinitive is not None:
        return _span_without(infinitive, verb), False, None
    if entry.report_class in ("say", "find", "know"):
        for child in verb.rights:
            if child.dep_ == "obj" and child.lower_ in _INTERROGATIVES and _has_clause(child):
                return _span_without(child, verb), True, None
    return None


def _clause_beside(verb: Token, report_class: str) -> Token | None:
    """The clause behind a colon, or behind the time of saying: "reported in May, 40 shops had shut"."""
    if report_class not in ("say", "utter", "think"):
        return None
    for child in verb.rights:
        if verb.pos_ == "ADJ" and entry_at(child) is not None:
            continue  # "were optimistic about 2011: They predicted"
        if child.dep_ == "parataxis" or _stands_beside(child):
            has_colon = ":" in _gap(verb, child) + _gap(child.left_edge, child)
            if has_colon or follows_time(verb, child):
                return child
    return None


def _infinitive(verb: Token) -> Token | None:
    """The infinitive or gerund that a verb reports with: "claims to be the oldest"."""
    for child in verb.rights:
        if child.lower_ in _NO_DEEDS:
            continue  # "did not admit wrongdoing"
        # "denied conspiracy to defraud": the infinitive of a noun
        is_led = any(word.lower_ == "to" for word in child.lefts) and not any(
            other.dep_ == "obj" and other.i < child.i for other in verb.rights
        )
        if child.dep_ == "xcomp" or (is_led and child.dep_ in ("advcl", "obl") and child.pos_ in VERBAL):
            return child
    return None


def _stands_beside(clause: Token) -> bool:
    """Whether a clause that a parser coordinates has no conjunction: "reported in May, 40 shops had shut"."""
    return clause.dep_ == "conj" and has_subject(clause) and not any(c.dep_ == "cc" for c in clause.lefts)


_REMARKS = frozenset({"acl:relcl", "acl", "advcl", "appos", "ccomp", "dep"})
"""Relations by which a parser hangs a remark between commas on the words before it."""


def _is_label(verb: Token) -> bool:
    """Whether what stands beside a clause is what its line is about: "Slow mode: The model thinks first"."""
    label = verb.head
    before = verb.doc[label.i + 1 : verb.left_edge.i]
    return label.i < verb.i and not has_subject(label) and any(word.text == ":" for word in before)


def _follows_quotation(verb: Token) -> bool:
    """Whether a quotation ends right before the verb: what follows it is the speaker."""
    doc, i = verb.doc, verb.i - 1
    i -= i > 0 and doc[i].text == ","
    return i >= 0 and doc[i].text in _CLOSING_MARKS


def _is_subject(word: Token) -> bool:
    return word.dep_.startswith("nsubj")


_CLOSING_MARKS = frozenset({'"', "”", "“", "''", "»", "’"})


def _with_edges(clause: Token, verb: Token, entry: CueEntry, pieces: list[Offsets]) -> list[Offsets]:
    """The pieces of a complement clause, ended and begun where the report does."""
    if len(pieces) != 1:
        return pieces
    start, end = pieces[0]
    if clause.i > verb.i:
        opened = that_of(clause) or _that_behind_hearer(clause, verb)
        if opened is not None and opened.i > clause.left_edge.i and opened.i > verb.i:
            start = opened.idx  # "ruled, as others did, that it is void"
        that = that_before(verb, verb.i + 1 + len(entry.following), clause)
        if that is not None:
            start = min(start, that.idx)  # "said on Tuesday that in April it was 40"
        for child in verb.rights:  # "say adding salt is best": the gerund is the subject
            if child.dep_ == "xcomp" and child.tag_ == "VBG" and child.i == verb.i + 1 < clause.i:
                start = child.idx
        start = begin_of_content(verb.doc, verb.i + 1 + len(entry.following), start)
        end = max([end, *later_complements(clause, end)])
        end = end_with_joined(clause, verb, unbroken_end(verb, start, end))
        if entry.report_class in _STATING:
            end = end_with_rest(verb, end, opened=opened is not None)
        end = end_with_condition(verb.doc, start, end_before_main_verb(verb, start, end))
        end = end_before_host(verb, start, end_before_other_report(clause, verb, end))
        return [(start, end)] if start < end else []
    if entry.report_class not in ("say", "think"):
        return [(start, end)]
    source = find_source(verb, entry)
    more = continuation(verb, source)
    return [(start, end), more] if more is not None else [(start, end)]


def _that_behind_hearer(clause: Token, verb: Token) -> Token | None:
    """The "that" behind a hearer whom a parser takes for the subject: "told them that her staff had"."""
    hearer = next((word for word in clause.lefts if word.dep_.startswith("nsubj")), None)
    if hearer is None or verb.lower_ not in TELLING or hearer.left_edge.i != verb.i + 1:
        return None
    following = hearer.nbor()
    return following if following.lower_ == "that" and following.dep_ == "mark" else None


def _gap(first: Token, second: Token) -> str:
    """The marks right before the second token."""
    return text_of(first.doc)[max(0, second.idx - 3) : second.idx]


def _description(verb: Token) -> Iterator[list[Offsets]]:
    """Object and what it is called: "called the verdict dangerous", "describes the verdict as a mistake"."""
    named = [child for child in verb.rights if child.dep_ == "obj"]
    if not named or any(child.dep_ == "nsubj:pass" for child in verb.children):
        return
    if is_naming(verb):
        return
    for child in verb.rights:
        # no "as well as"
        is_as = child.dep_ in ("obl", "advcl") and any(
            c.lower_ == "as" and c.dep_ != "cc" for c in child.children
        )
        if child.dep_ == "xcomp" or (is_as and child.i > named[0].i):
            end = child.right_edge
            yield [(named[0].left_edge.idx, end.idx + len(end))]
            return
    for child in named[0].rights:  # the same, hung on the noun: "characterized growth as moderate"
        is_as = child.dep_ == "acl" and child.pos_ == "ADJ" and child.left_edge.lower_ == "as"
        if is_as and not any(word.lower_ == "as" for word in child.subtree if word.i > child.i):
            yield [(named[0].left_edge.idx, end_of(child.right_edge))]
            return
    if verb.lower_.startswith("defin"):
        inner = [
            c
            for c in named[0].children
            if c.dep_ in ("nmod", "advcl") and any(g.lower_ == "as" for g in c.children)
        ]
        if inner:
            end = inner[0].right_edge
            yield [(named[0].left_edge.idx, end.idx + len(end))]


def _has_clause(token: Token) -> bool:
    return any(child.dep_ == "acl:relcl" for child in token.children)


def _is_question(clause: Token) -> bool:
    """Whether a complement clause is an indirect question: "whether ...", "how ...", "what ...", and not a
    statement that a clause of its own opens: "When it rains, the dam is full, she said".
    """
    first = clause.left_edge
    if any(child.dep_ == "advcl" and child.left_edge.i == first.i for child in clause.lefts):
        return False
    if first.pos_ == "ADV" and first.lower_ not in _INTERROGATIVES and first.i < clause.i:  # "exactly how"
        first = first.nbor()
    if first.lower_ in ("whether", "if"):
        return True
    return first.lower_ in _INTERROGATIVES and first.tag_.startswith("W")


def _is_drawn_out(clause: Token, verb: Token) -> bool:
    """Whether a complement begins before the verb that reports it: "a dam, which Acme said would open"."""
    is_relative = verb.dep_ == "acl:relcl" and clause.dep_ == "ccomp"
    return is_relative and verb.head.i < clause.left_edge.i < verb.i < clause.i


def _span_without(clause: Token, verb: Token) -> list[Offsets]:
    """The words of a clause, without those of the reporting clause that stands in it or beside it."""
    start = clause.left_edge.idx
    last = clause.right_edge
    end = last.idx + len(last)
    inside = clause.is_ancestor(verb)
    if _is_drawn_out(clause, verb):
        return [(verb.doc[verb.i + 1].idx, end)]
    if not inside:
        return [(start, end)]
    first, final = verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge)
    pieces = [(start, min(first, end)), (max(final, start), end)]
    return [(a, b) for a, b in pieces if a < b]
