"""Who holds a report: the noun phrase that is the subject of a reporting verb, or stands beside it.

Dependency labels are Universal Dependencies'.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.reports.plain_sources import MAX_PLAIN_SOURCE_WORDS, source_beside
from claimcheck.reports.remarks import NOMINAL, end_of_remark, start_of_remark
from claimcheck.reports.reporting_cues import entry_at
from claimcheck.reports.reporting_subjects import (
    goes_on_outside,
    has_subject,
    is_passive,
    outer_reporter,
    subject_of,
)
from claimcheck.reports.source_phrases import source_phrase, trim_phrase
from claimcheck.reports.tagged_phrases import (
    comma_before,
    ends_short_form,
    is_noun_phrase,
    long_phrase_before,
    phrase_before,
)
from claimcheck.tagging.penn_tags import FINITE
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimcheck.reports.reporting_cues import CueEntry, Offsets

_PASSIVE_AGENTS = frozenset({"obl:agent", "obl"})


def find_source(verb: Token, entry: CueEntry) -> Offsets | None:
    """The noun phrase that is said to hold the report; no adverb that opens its sentence, which a parser may
    take for it: "However, reports from districts indicated".
    """
    found = _find_source(verb, entry)
    text = text_of(verb.doc)
    if found is not None and (timed := _TIMED.match(text, *found)) is not None:
        found = timed.end(), found[1]  # "Last week, the firm said", "This time, it's Ann Roe who said"
    if found is not None and (opened := _OPENED.match(text, *found)) is not None:
        return opened.end(), found[1]  # "Prosecuting, Ann Roe said"
    if found is None:
        return _before_aside(verb)
    behind_deed = _behind_opening_deed(verb, found)
    if behind_deed is not None:
        return behind_deed
    if found is None or text[slice(*found)].lower() not in _LEADING:
        return found
    behind = _BEHIND_LEAD.fullmatch(text, found[1], verb.idx)
    return None if behind is None else behind.span("who")


def _before_aside(verb: Token) -> Offsets | None:
    """Who opens a sentence before a participle between commas, which a parser takes for a statement: "A poll,
    conducted in May, found that".
    """
    doc, start = verb.doc, verb.sent.start
    if verb.i + 1 >= len(doc) or verb.nbor().lower_ != "that" or verb.i < start + 4:
        return None
    comma = next((i for i in range(start + 1, verb.i - 2) if doc[i].text == ","), None)
    if comma is None or doc[verb.i - 1].text != "," or has_subject(verb):
        return None
    is_aside = doc[comma + 1].tag_ in ("VBN", "VBD") and not any(
        doc[i].tag_ in FINITE for i in range(comma + 2, verb.i)
    )
    words = doc[start:comma]
    return (words.start_char, words.end_char) if is_aside and is_noun_phrase(words) else None


def _behind_opening_deed(verb: Token, found: Offsets | None) -> Offsets | None:
    """Who stands right before a verb, where a parser takes a deed that opens the sentence, or whom who speaks
    is likened to, for its subject: "Ridiculing the plan of Acme, its rival Ann Roe said", "Like others, she".
    """
    doc, sentence = verb.doc, verb.sent
    first = sentence[0]
    if found is None or found[1] > verb.idx:
        return None
    is_likened = first.lower_ in _LIKENING and found[0] == doc[first.i + 1].idx
    is_deed = found[0] == first.idx and len(first) >= _SHORTEST_DEED and first.lower_.endswith("ing")
    if not is_likened and (not is_deed or doc[first.i + 1].text == ","):
        return None
    comma = comma_before(doc, verb.i, first.i + 1)
    if comma is None:
        return None
    found = phrase_before(doc, verb.i, comma + 1)
    return found or (long_phrase_before(doc, verb.i, comma) if is_likened else None)


_LIKENING = frozenset({"like", "unlike"})
_SHORTEST_DEED = 6  # letters: "Asking", not "King"
_LEADING = WordSet("reports/leading")
_TIMED = WordPattern(
    r"(?:Last|This|Earlier this|Later that) (?:<reports/stretch_of_time>),"
    r" (?:it['’]s |it is )?(?=[\w“\"])"
)
_OPENED = WordPattern(r"(?:(?:<reports/opening_deed>),|[Ee]ven) (?=[A-Z])", re.IGNORECASE)
_BEHIND_LEAD = re.compile(
    r", (?P<who>[^,;:.()\"“”\n]{2,80}?)(?: (?:also|then|now|later|further|already|has|have|had))* "
)


def _find_source(verb: Token, entry: CueEntry) -> Offsets | None:
    if is_passive(verb) and verb.pos_ != "ADJ" and verb.lower_ != "quoted" and not _is_held(verb, entry):
        for child in verb.rights:
            if child.dep_ in _PASSIVE_AGENTS and any(
                c.dep_ == "case" and c.lower_ == "by" for c in child.children
            ):
                return source_phrase(child, verb)
        return None
    if goes_on_outside(verb):  # "X said that Y fell, and noted ...", "X said that Y fell, adding ..."
        outer = outer_reporter(verb)
        return find_source(outer, entry_at(outer) or entry)
    beside = _between_commas(verb)
    if beside is not None:
        return beside
    quoted = _who_is_quoted(verb)
    if quoted is not None:
        return quoted
    subject = subject_of(verb) or _subject_of_participle(verb)
    if _is_only_evidence(verb, entry):
        return None
    if subject is None:
        return _source_of_misread(verb, entry)
    before = _before_first_verb(subject, verb)
    if before is not None:
        return before
    after = _subject_after_conjunction(verb)
    if after is not None:
        return after
    if subject.tag_ in ("VBG", "VBN") and subject.i < verb.i:  # "Speaking in court, Ann Ray, QC, said"
        return _name_before(verb)
    return _name_within(subject, verb) or _named_after(subject, verb) or source_phrase(subject, verb)


def _who_is_quoted(verb: Token) -> Offsets | None:
    """Whose words somebody quotes: "quoted [Lund] as saying that"."""
    if verb.tag_ != "VBG" or verb.i < 2 or verb.nbor(-1).lower_ != "as" or verb.head.lower_ not in _QUOTING:
        return None
    whom = next((child for child in verb.head.rights if child.dep_ == "obj" and child.i < verb.i), None)
    return None if whom is None else source_phrase(whom, verb)


_QUOTING = WordSet("reports/quoting")


def _before_first_verb(subject: Token, verb: Token) -> Offsets | None:
    """A source without its first verb, taken for a participle: "The minister called for calm, and said"."""
    if verb.i < 2 or verb.nbor(-1).lower_ != "and":
        return None
    called = next((c for c in subject.rights if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")), None)
    if called is None or called.i != subject.i + 1 or called.right_edge.i >= verb.i:
        return None
    return trim_phrase(text_of(verb.doc), subject.left_edge.idx, subject.idx + len(subject))


def _name_within(subject: Token, verb: Token) -> Offsets | None:
    """The name that a parser takes for the subject of where somebody works: "said Ann Ray of Acme's lab"."""
    if subject.i < verb.i or subject.pos_ != "PROPN":
        return None
    for child in subject.lefts:
        if child.dep_ == "nsubj" and child.pos_ == "PROPN":
            last = max((c for c in child.rights if c.dep_ == "flat"), key=lambda c: c.i, default=child)
            return child.idx, last.idx + len(last)
    return None


_TIME_CONJUNCTIONS = WordSet("reports/time_conjunction")


def _subject_after_conjunction(verb: Token) -> Offsets | None:
    """The words between "after" and a verb with a "that" clause, which a parser took for a noun after a
    preposition: "after ministers confirmed that".
    """
    doc = verb.doc
    if verb.tag_ not in ("VBN", "VBD") or has_subject(verb) or verb.i + 1 >= len(doc):
        return None
    first = verb.i
    while first > 0 and verb.i - first <= MAX_PLAIN_SOURCE_WORDS and doc[first - 1].pos_ in NOMINAL:
        first -= 1
    is_led = first > 0 and first < verb.i and doc[first - 1].lower_ in _TIME_CONJUNCTIONS
    if not is_led or doc[verb.i + 1].lower_ != "that" or doc[verb.i - 1].pos_ not in ("NOUN", "PROPN"):
        return None
    return doc[first].idx, doc[verb.i - 1].idx + len(doc[verb.i - 1])


def _between_commas(verb: Token) -> Offsets | None:
    """The speaker of a report that commas set off: ", the study says,"; whatever the arcs make of it."""
    first = start_of_remark(verb)
    if first is None or end_of_remark(verb) is None:
        return None
    doc, last = verb.doc, verb.i - 1
    while doc[last].pos_ in ("ADV", "AUX"):
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _subject_of_participle(verb: Token) -> Token | None:
    """The subject that a parser gave to a participle of it: "The results published this week, revealed"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    for child in verb.lefts:
        if child.dep_ == "advcl" and child.tag_ == "VBN":
            for below in child.lefts:
                if below.dep_ == "nsubj" and below.left_edge.is_sent_start:
                    return below
    return None


def _source_of_misread(verb: Token, entry: CueEntry) -> Offsets | None:
    """The words beside a verb of speaking whose subject no arc gives: "“...,” said Ray to the crowd"."""
    classes = ("say", "think", "find") if _ends_in_others(verb) else ("say", "think")
    if entry.report_class not in classes or verb.tag_ not in ("VBD", "VBZ") or verb.dep_ == "xcomp":
        return None
    if verb.i > 0 and verb.doc[verb.i - 1].text == ",":  # "Ann Ray, head of the firm, said"
        named = _name_before(verb)
        if named is not None:
            return named
    tokens = list(verb.sent)
    return source_beside(tokens, verb.i - tokens[0].i)


def _ends_in_others(verb: Token) -> bool:
    """Whether "et al." stands before a verb."""
    return verb.i > 0 and ends_short_form(verb.nbor(-1))


def _is_only_evidence(verb: Token, entry: CueEntry) -> bool:
    """Whether a participle says what the whole clause before it shows: "Sales fell, showing that ..."."""
    if entry.report_class != "find" or verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl"):
        return False
    if (
        verb.i == 0
        or verb.doc[verb.i - 1].text != ","
        or has_subject(verb)
        or verb.lower_ in _DONE_BY_SOMEBODY
    ):
        return False
    subject = subject_of(verb)
    return subject is None or subject.lemma_.lower() not in EVIDENCE


_DONE_BY_SOMEBODY = WordSet("reports/done_by_somebody")
"""What no fall of prices does, as it may show something."""
EVIDENCE = WordSet("reports/evidence")
"""What may show something without anybody who speaks."""


MAX_APPOSITION_TOKENS = 12


def _named_after(subject: Token, verb: Token) -> Offsets | None:
    """The name in commas between a description and its verb: "The head of Acme, Dr Ann Ray, said"."""
    doc = subject.doc
    last = verb.i - 1
    if subject.pos_ == "PROPN" or last - subject.i < 2 or doc[last].text != ",":
        return None
    first = last
    while first > subject.i and last - first < MAX_APPOSITION_TOKENS and doc[first - 1].text != ",":
        first -= 1
    return _name_in(doc, first, last) if first > subject.i + 1 and doc[first - 1].text == "," else None


def _name_before(verb: Token) -> Offsets | None:
    """The name right before a verb, over a title or an age in commas: "Ann Ray, QC, said"."""
    doc = verb.doc
    last = verb.i
    for _ in range(3):
        if doc[last - 1].text == ",":
            last -= 1
        first = last
        while first > 0 and last - first < MAX_APPOSITION_TOKENS and doc[first - 1].text != ",":
            if doc[first].is_sent_start:
                break
            first -= 1
        name = _name_in(doc, first, last)
        if name is not None and last - first > 1 and not _describes_name_before(doc, first, last):
            return name
        if first == 0 or doc[first].is_sent_start or doc[first - 1].text != ",":
            return None
        last = first - 1
    return None


def _describes_name_before(doc: Doc, first: int, last: int) -> bool:
    """Whether words in capitals are the title of the name before their comma: "Ann Ray, Chief Executive,"."""
    head = doc[first:last].root
    return head.dep_ == "appos" and head.head.i < first and head.head.pos_ == "PROPN"


def _name_in(doc: Doc, first: int, last: int) -> Offsets | None:
    """The stretch if every word of it is that of a name; titles may stand before."""
    words = [token for token in doc[first:last] if not token.is_punct or token.text in ("-", ".")]
    if not words or len(words) > MAX_PLAIN_SOURCE_WORDS:
        return None
    if all(word.pos_ == "PROPN" or word.text in "-.'" or word.text[:1].isupper() for word in words):
        return words[0].idx, words[-1].idx + len(words[-1])
    return None


_STATES = WordSet("reports/state")


def _is_held(verb: Token, entry: CueEntry) -> bool:
    """Whether a participle is a state of mind ("is concerned that"), not a passive ("it is thought that")."""
    if verb.lower_ not in _STATES:
        return False
    joined = verb.head.children if verb.dep_ == "conj" else ()
    subjects = [child for child in verb.children if child.dep_ == "nsubj:pass"]
    subjects = subjects or [child for child in joined if child.dep_.startswith("nsubj")]
    return entry.report_class == "think" and bool(subjects) and subjects[0].lower_ != "it"
