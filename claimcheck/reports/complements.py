"""Which words of a sentence a verb of saying reports: its complement, where a parser finds it or loses it.

"said in May it employs 40", "found the sale to be void", "X died in May, her son announced": the arcs of a
small parser lead to the content by more ways than one, and to what states nothing ("announced a deal").
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.remarks import end_of_remark, start_of_remark
from claimcheck.reports.reporting_cues import Offsets, entry_at
from claimcheck.reports.reporting_subjects import has_subject
from claimcheck.reports.sources import EVIDENCE
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

VERBAL = frozenset({"VERB", "AUX"})
"""Parts of speech of verbs."""


def reports_beside(host: Token, verb: Token) -> bool:
    """Whether the clause beside a verb is a report without a content yet: "X said in May it adds 40 jobs"."""
    entry = entry_at(host)
    if entry is None or entry.report_class != "say" or host.i > verb.i:
        return False
    return not any(child.dep_ in ("ccomp", "obj", "xcomp") for child in host.children)


TELLING = WordSet("reports/telling")
"""Verbs whose object is who hears it."""


def set_off_remark(verb: Token) -> Span | None:
    """A verb of saying and its subject, where they stand between commas: ", the researchers found,"."""
    doc = verb.doc
    after = verb.i + 1
    first = start_of_remark(verb) if after >= len(doc) or doc[after].text in (",", ".") else None
    return None if first is None else doc[first:after]


def remark_around(verb: Token) -> Span | None:
    """The remark between a subject and its verb, with its hearer or time: "The plant, its chairman hinted
    last week, will go". The verb behind its comma tells, whatever the arcs make of it.
    """
    doc = verb.doc
    first = start_of_remark(verb)
    last = None if first is None else end_of_remark(verb)
    if first is None or last is None or doc[last + 1].tag_ not in FINITE:
        return None
    before = doc[verb.sent.start : first - 1]
    if not len(before) or before[-1].pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    return None if any(word.tag_ in FINITE for word in before) else doc[first:last]


def is_told(verb: Token) -> bool:
    """Whether the noun before "told" at the end of a line hears it: "Brewer knew for months, court told"."""
    doc, after = verb.doc, verb.i + 1
    if verb.lower_ != "told" or (after < len(doc) and not doc[after].is_space):
        return False
    return verb.i > 0 and doc[verb.i - 1].pos_ in ("NOUN", "PROPN")


def is_noun_of(verb: Token) -> bool:
    """Whether what is tagged as a verb of saying is the subject of another verb: "Panel reports cover it"."""
    if verb.dep_ not in ("aux", "aux:pass", "nsubj") or verb.tag_ != "VBZ":
        return False
    return verb.head.i == verb.i + 1 and verb.head.pos_ in VERBAL


def that_of(clause: Token) -> Token | None:
    """The "that" which opens a clause."""
    return next((word for word in clause.lefts if word.dep_ == "mark" and word.lower_ == "that"), None)


def is_statement(clause: Token, verb: Token) -> bool:
    """Whether a complement states something: not a thing that is announced ("announced a $2 million grant"),
    and not the verb of a subject that the parser took for something else ("expect to see are not here").
    """
    if clause.i < verb.i:
        return True
    if set_off_remark(clause) is not None and entry_at(clause) is not None:
        return False  # "warned that it is unsafe, he said, but was ignored"
    first = clause.left_edge
    is_bare = first.tag_ in ("VBZ", "VBP", "MD") and first.pos_ in VERBAL
    if verb.lower_ in _WATCHING and clause.tag_ in ("VB", "VBN", "VBG", "NN") and that_of(clause) is None:
        return any(child.dep_.startswith(("aux", "cop")) for child in clause.children)
    if is_bare and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.rights):
        return False
    if clause.tag_ == "VBG" and that_of(clause) is None and verb.lower_ in _ANNOUNCING:
        return any(child.dep_ in ("aux", "cop") for child in clause.children)
    if clause.pos_ not in ("NOUN", "PROPN", "NUM", "SYM"):
        return True
    return not _OF_STATEMENTS.isdisjoint(child.dep_ for child in clause.children)


_ANNOUNCING = WordSet("reports/announcing")
"""Verbs of things, which a parser may take for a clause: "announced a deal in retailing"."""
_WATCHING = WordSet("reports/watching")
"""What is seen to happen is not said to be so: "saw two teams face off"."""
_OF_STATEMENTS = frozenset({"cop", "obj", "nsubj:pass", "nsubj:outer", "expl", "mark", "aux", "csubj"})


def is_misread_clause(noun: Token) -> bool:
    """Whether a noun with a participle right behind it is a subject with its verb."""
    return any(child.dep_ == "acl" and child.tag_ == "VBN" and child.i == noun.i + 1 for child in noun.rights)


def is_parted(clause: Token, verb: Token) -> bool:
    """Whether a semicolon parts a verb from what a parser took for its complement: "added 3%; X was flat"."""
    if clause.i < verb.i:
        return False
    return any(token.text == ";" for token in verb.doc[verb.i + 1 : clause.left_edge.i + 1])


def is_determined_by_that(clause: Token) -> bool:
    """Whether a clause begins with "that" as a pointing word: "said that figure came from a survey"."""
    first = clause.left_edge
    if first.lower_ != "that" or first.i + 1 >= len(first.doc):
        return False
    pointed = first.doc[first.i + 1]
    return pointed.lower_ in _POINTED_AT and pointed.dep_.startswith("nsubj")


_POINTED_AT = WordSet("reports/pointed_at")
"""Nouns that do not stand alone, so that "that" before them is no conjunction."""
_CLAIMED = WordSet("reports/claimed")
_OWN_CLAIM = WordSet("reports/own_claim")


def claim_of_others(verb: Token) -> Token | None:
    """The noun of what others claim, where a verb takes it up: "did not confirm X's claim that Y works"."""
    if verb.lower_ in _OWN_CLAIM:
        return None
    return next((child for child in verb.rights if child.dep_ == "obj" and child.lower_ in _CLAIMED), None)


def question_object(verb: Token) -> Offsets | None:
    """An indirect question whose first word a parser took for the object: "understand why they like it"."""
    for child in verb.rights:
        is_asked = child.dep_ == "obj" and child.i == verb.i + 1 and child.lower_ in _ASKING
        if is_asked and any(below.dep_ in _OF_QUESTIONS for below in child.children):
            return child.idx, end_of(child.right_edge)
    return None


_ASKING = WordSet("reports/interrogative")
_OF_QUESTIONS = frozenset({"advcl:relcl", "acl:relcl", "nsubj"})
JUDGING = WordSet("reports/judging")
"""Verbs with a thing and what it is found to be for their complements."""
_FOUND_OR_NOT = WordSet("reports/found_or_not")


def judgement(verb: Token) -> Offsets | None:
    """What somebody finds of a thing: "found the sale to be void", "found no evidence that it helps"."""
    for child in verb.rights:
        if child.dep_ != "obj":
            continue
        for clause in (*child.rights, *verb.rights):
            is_judged = clause.dep_ in ("acl", "xcomp") and clause.i > child.i
            words = {word.lower_ for word in clause.lefts} if is_judged else set[str]()
            if "to" in words and "be" in words:
                return child.left_edge.idx, end_of(clause.right_edge)
            is_about = child.lower_ in _FOUND_OR_NOT and clause.dep_.startswith("acl")
            if is_about and that_of(clause) is not None:
                return child.left_edge.idx, end_of(clause.right_edge)
    return None


def end_of(token: Token) -> int:
    """Where a token ends, in characters."""
    return int(token.idx + len(token))


def inverted_speaker(verb: Token, report_class: str) -> Token | None:
    """Who says it in a remark between commas, behind the verb: "Ice is light, says the study, and rises"."""
    if report_class not in ("say", "think", "find") or verb.tag_ not in ("VBZ", "VBD") or verb.i == 0:
        return None
    if verb.doc[verb.i - 1].text != "," or has_subject(verb) or verb.dep_ not in ("ROOT", "parataxis"):
        return None
    for child in verb.rights:
        if child.dep_ == "obj":
            last = child.right_edge
            following = verb.doc[last.i + 1] if last.i + 1 < len(verb.doc) else None
            is_closed = following is None or following.text in (",", ".")
            is_closed = is_closed and child.left_edge.i == verb.i + 1 and child.left_edge.lower_ != "that"
            is_speaker = child.pos_ == "PROPN" or (
                child.pos_ == "NOUN" and (verb.lemma_ == "say" or child.lower_ in _speaking_nouns())
            )
            return child if is_closed and is_speaker else None
    return None


@per_lexicon
def _speaking_nouns() -> frozenset[str]:
    """What may "add", "find" or "note" something, and is not what is added, found or noted itself."""
    kinds = (row for row in load_rows("en/kind_nouns.csv") if row["class"] in _SPEAKING)
    forms = chain((row["forms"] for row in kinds), (row["forms"] for row in load_rows("en/role_titles.csv")))
    return EVIDENCE.words() | {form for packed in forms for form in packed.split("|")}


_SPEAKING = frozenset({"person", "group", "organization"})


def around(inner: Span) -> list[Offsets]:
    """The sentence without a remark in it: a verb and its speaker, or what commas set off."""
    sentence = inner.sent
    return [(sentence.start_char, inner.start_char), (inner.end_char, sentence.end_char)]


_TIME_HEADS = WordSet("reports/time_head")
_LONGEST_TIME = 5  # tokens: "on the evening of May 4"


def follows_time(verb: Token, clause: Token) -> bool:
    """Whether only a time stands between a verb and a clause: "said in May it employs 40"."""
    between = verb.doc[verb.i + 1 : clause.left_edge.i]
    if len(between) and between[-1].text == ",":
        between = between[:-1]
    if not 0 < len(between) <= _LONGEST_TIME or not has_subject(clause):
        return False
    return any(token.lower_ in _TIME_HEADS or _ends_in_year(token.text) for token in between) and not any(
        token.is_punct or token.pos_ in VERBAL for token in between
    )


def _ends_in_year(word: str) -> bool:
    return word[-4:].isdigit() and word[-4:-2] in ("18", "19", "20")


def sentence_before(verb: Token) -> Offsets | None:
    """A sentence whose reporter comes last, however it was parsed: "X died in May, her son Y announced."."""
    doc = verb.doc
    after = verb.i + 1
    is_last = after >= len(doc) or doc[after].text in (".", "\n") or doc[after].is_sent_start
    if not is_last or verb.tag_ not in ("VBD", "VBZ"):
        return None
    start = verb.sent.start
    comma = verb.i - 1
    while comma > start and doc[comma].text != ",":
        if doc[comma].pos_ in ("VERB", "AUX", "ADP", "SCONJ", "PUNCT", "CCONJ"):
            return None
        comma -= 1
    if verb.i - comma < 2 or comma - start < _SHORTEST_STATEMENT or doc[comma + 1].tag_ == "WDT":
        return None
    if not any(token.dep_ == "nsubj" for token in doc[comma + 1 : verb.i]):
        return None
    if not any(token.dep_ in ("ROOT", "conj") and has_subject(token) for token in doc[start:comma]):
        return None
    return doc[start].idx, end_of(doc[comma - 1])


_SHORTEST_STATEMENT = 3  # words


def misplaced_clauses(verb: Token) -> Iterator[Token]:
    """Clauses that the parser hung on the hearer or on where it was said, as if relative: "told reporters
    that
    it is safe", "said in a statement that it is safe".
    """
    for child in verb.rights:
        if child.lower_ in _CLAIMED and child.dep_ == "obj":
            continue
        if child.dep_ in ("iobj", "obj", "obl", "nmod") and child.lower_ not in _FOUND_OR_NOT:
            for clause in child.rights:
                if clause.dep_.startswith("acl") and any(
                    word.dep_ == "mark" and word.lower_ == "that" for word in clause.lefts
                ):
                    yield clause


def parted_clauses(verb: Token, report_class: str) -> Iterator[Token]:
    """Clauses that a remark parts from the verb: "explains, in passing, that it is safe"."""
    if report_class not in ("say", "think", "find"):
        return
    for child in verb.rights:
        first = child.left_edge  # "revealed that children are ill", with the predicate taken for an object
        is_opened = child.dep_ in ("obj", "ccomp") and first.lower_ == "that" and first.i == verb.i + 1
        is_plural = child.tag_ == "NNS" and any(word.tag_ in FINITE for word in child.subtree)
        if is_opened and (first.dep_ == "mark" or is_plural):  # no plural is pointed at with "that"
            yield child
        opened = that_of(child) if child.dep_ == "advcl" else None
        if opened is not None and opened.i > verb.i + 1 and verb.doc[opened.i - 1].text == ",":
            yield child
        elif child.dep_ == "advcl":  # "ruled, as a court found, that it is void"
            yield from (clause for clause in child.rights if is_of_outer_verb(clause, child))


def is_of_outer_verb(clause: Token, verb: Token) -> bool:
    """Whether a clause behind a remark with "as" is what the verb before the remark reports, and not that of
    the remark: "ruled, as a court found, that it is void".
    """
    opened = that_of(clause) if clause.dep_ == "ccomp" and verb.dep_ == "advcl" else None
    if opened is None or opened.i <= verb.i or verb.doc[opened.i - 1].text != ",":
        return False
    led_by = next((word for word in verb.lefts if word.dep_ == "mark"), None)
    if led_by is None or led_by.i == 0:  # a remark that opens the text has no verb before it
        return False
    is_remark = led_by.lower_ == "as" and led_by.nbor(-1).text == ","
    entry = entry_at(verb.head) if is_remark and verb.head.i < verb.i else None
    return entry is not None and entry.report_class in ("say", "think", "find")


def is_of_noun_before(clause: Token, verb: Token) -> bool:
    """Whether a clause behind a remark with "as" tells of a noun before the remark: "said nothing, as Acme
    reported, that would hurt".
    """
    opened = (word for word in clause.lefts if word.dep_ in ("nsubj", "nsubj:pass", "obj"))
    first = next(opened, None)
    if first is None or first.lower_ != "that" or first.i <= verb.i or first.nbor(-1).text != ",":
        return False
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.lefts)
