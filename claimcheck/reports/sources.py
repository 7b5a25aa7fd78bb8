"""Who holds a report: the noun phrase that is the subject of a reporting verb, or stands beside it.

Dependency labels are Universal Dependencies'.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.reporting_cues import entry_at
from claimcheck.reports.tagged_phrases import ends_short_form
from claimcheck.tagging.texts import text_of
from claimcheck.tagging.verb_tags import INFLECTED
from claimcheck.trailing_times import without_trailing_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

    from claimcheck.reports.reporting_cues import CueEntry, Offsets

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
_RELATIVE_PRONOUNS = WordSet("grammar/relative")
_SPEAKERS = WordSet("common/speaker")
_FELT = WordSet("reports/felt")
_HAVING = WordSet("reports/having")
_PASSIVE_AGENTS = frozenset({"obl:agent", "obl"})
_NOT_IN_PHRASE = frozenset(
    {"appos", "acl:relcl", "parataxis", "punct", "cop", "mark", "discourse", "advcl", "ccomp", "dep", "list"}
)
_EDGE = frozenset(" \t\n\r,;:.()[]\"'“”‘’—–-*_«»„")


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def find_source(verb: Token, entry: CueEntry) -> Offsets | None:
    """The noun phrase that is said to hold the report; no adverb that opens its sentence, which a parser may
    take for it: "However, reports from districts indicated".
    """
    found = _find_source(verb, entry)
    text = text_of(verb.doc)
    if found is None or text[slice(*found)].lower() not in _LEADING:
        return found
    behind = _BEHIND_LEAD.fullmatch(text, found[1], verb.idx)
    return None if behind is None else behind.span("who")


_LEADING = WordSet("reports/leading")
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
        outer = _reporter_of(verb.head)
        return find_source(outer, entry_at(outer) or entry)
    beside = _between_commas(verb)
    if beside is not None:
        return beside
    subject = _subject(verb) or _subject_of_participle(verb)
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
    while first > 0 and verb.i - first <= MAX_PLAIN_SOURCE_WORDS and doc[first - 1].pos_ in _NOMINAL:
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


def start_of_remark(verb: Token) -> int | None:
    """Where the speaker begins that stands between a comma and a finite verb: ", the study says"."""
    doc, last = verb.doc, verb.i
    if verb.tag_ not in INFLECTED or last < _SHORTEST_REMARK_AT:
        return None
    while doc[last - 1].pos_ in ("ADV", "AUX") and doc[last - 1].lower_ != "not":
        last -= 1
    first = last
    while first > 1 and last - first <= _LONGEST_SET_OFF and doc[first - 1].pos_ in _NOMINAL:
        first -= 1
    if first == last or doc[first - 1].text != "," or doc[first].pos_ in ("ADJ", "NUM"):
        return None
    is_speaker = doc[last - 1].pos_ in ("NOUN", "PROPN", "PRON") and doc[first].lower_ not in _NO_SPEAKERS
    return first if is_speaker and first > verb.sent.start + 1 else None


def end_of_remark(verb: Token) -> int | None:
    """The comma that ends a remark with its hearer or time: ", he told the court on Monday,"."""
    doc, last = verb.doc, verb.i + 1
    while last + 1 < len(doc) and last - verb.i <= _LONGEST_REST and doc[last].pos_ in _OF_RESTS:
        last += 1
    return last if last + 1 < len(doc) and doc[last].text == "," else None


_SHORTEST_REMARK_AT = 3  # tokens: something is said before "he said"
_LONGEST_SET_OFF = 5  # tokens of a speaker between commas
_LONGEST_REST = 6  # tokens of a hearer or a time
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
_OF_RESTS = frozenset({"ADV", "ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM"})
_NO_SPEAKERS = WordSet("reports/no_speaker")


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
    subject = _subject(verb)
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
        if name is not None and last - first > 1:
            return name
        if first == 0 or doc[first].is_sent_start or doc[first - 1].text != ",":
            return None
        last = first - 1
    return None


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


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    return any(child.dep_ in ("nsubj:pass", "aux:pass") for child in verb.children)


def is_naming(verb: Token) -> bool:
    """Whether a participle only gives a name: "a measure called “total variety”"."""
    is_aside = verb.i > 0 and verb.doc[verb.i - 1].text == ","  # "The test, called PancSpot, found 71"
    if verb.tag_ != "VBN" or (verb.dep_ not in ("acl", "ccomp") and not is_aside):
        return False
    return not any(
        child.dep_ in ("aux", "aux:pass", "obl:agent") or child.lower_ == "by" for child in verb.children
    )


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares; the antecedent of a relative pronoun."""
    token = verb = _reporter_before_quotation(verb)
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i > 0 and verb.doc[verb.i - 1].text == ",":
        while token.head.dep_ == "xcomp" and token.head.head.i < token.head.i:
            token = token.head  # "X urged them to go on, adding that ...": X adds it, not they
        token = token.head if token.i != verb.i else verb
    if verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).lower_ == "into":
        talked = [child for child in verb.head.children if child.dep_ == "obj" and child.i < verb.i]
        return talked[-1] if talked else None  # "misleads people into thinking that": they think it
    experiencer = _who_is_to(verb)
    if experiencer is not None:
        return experiencer if _does_it(experiencer, verb) else None
    for _ in range(8):
        if goes_on_outside(token):
            token = _reporter_of(token.head)
        child = _nearest_subject(token)
        if child is not None:
            if token.i != verb.i and child.lower_ == "it" and verb.dep_ == "csubj":
                return None  # "It is no exaggeration to say": nobody
            if child.lower_ in _RELATIVE_PRONOUNS and token.dep_ == "acl:relcl":
                return token.head
            return _named_subject(child)
        if token.dep_ == "acl:relcl" or (token.dep_ == "acl" and token.tag_ in ("VBG", "VBN")):
            return token.head
        if token.dep_ == "parataxis" and token.i == verb.i:
            inverted = [
                child for child in token.rights if child.dep_ == "obj" and child.pos_ in ("PROPN", "PRON")
            ]
            return inverted[0] if inverted else None
        if token.dep_ == "acl" and token.tag_ == "VB" and token.head.dep_ == "obj":
            if token.head.head.lemma_.lower() not in _HAVING:
                return None
            token = token.head.head  # "They had no way to tell how many"
            continue
        if token.dep_ == "xcomp":
            objects = [child for child in token.head.children if child.dep_ in ("obj", "iobj")]
            if objects:  # "let us see": English infinitives are controlled by the object if there is one
                return objects[0]
        if token.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or token.head.i == token.i:
            return None
        token = token.head
    return None


def _nearest_subject(verb: Token) -> Token | None:
    """The subject of a verb; of two the pronoun nearest before it: "It is because I know"; or the name behind
    the comma of an aside: "In Grey Water, her life of Norvale, Ann Ray notes".
    """
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if len(subjects) > 1:
        beside = [child for child in subjects if child.pos_ == "PRON" and child.i < verb.i]
        if beside and beside[-1].dep_ != "nsubj:outer" and subjects[0].dep_ != "csubj":
            return beside[-1]
        last, first = subjects[-1], subjects[-1].left_edge
        if last.pos_ == "PROPN" and last.i < verb.i and first.i > 0 and first.nbor(-1).text == ",":
            return last
    return subjects[0] if subjects else None


def _who_is_to(verb: Token) -> Token | None:
    """Who an infinitive is asked of: "me" in "It is sad for me to admit that"."""
    if verb.tag_ != "VB" or verb.dep_ not in ("csubj", "advcl", "xcomp", "ccomp"):
        return None
    is_asked = any(child.lower_ == "it" for child in verb.head.lefts)
    whom = ("PRON", "PROPN", "NOUN") if is_asked else ("PRON", "PROPN")
    for child in verb.head.rights:
        is_person = child.dep_ in ("obl", "nmod") and child.i < verb.i and child.pos_ in whom
        if is_person and any(c.lower_ == "for" for c in child.lefts):
            return child
    return None


def _does_it(experiencer: Token, verb: Token) -> bool:
    """Whether somebody does what is hard to do, which nobody does in "It is time for Oslo to say"."""
    if experiencer.lower_ in _SPEAKERS:
        return True
    return verb.head.lower_ in _FELT and not any(child.tag_ == "MD" for child in verb.head.lefts)


def _reporter_before_quotation(verb: Token) -> Token:
    """The verb of saying in front of a quotation, for a participle behind it: "Ray said, “...”, adding"."""
    doc = verb.doc
    is_behind = verb.tag_ == "VBG" and verb.i > 1 and doc[verb.i - 1].text == ","
    if not is_behind or doc[verb.i - 2].text not in _CLOSING or verb.dep_ not in ("acl", "advcl"):
        return verb
    for above in verb.ancestors:
        if above.i < verb.i and entry_at(above) is not None and has_subject(above):
            return above
    return verb


_CLOSING = frozenset({'"', "”", "''"})


def _named_subject(subject: Token) -> Token:
    """The name among two subjects that a parser gives to one verb: "her son Ann Ray said"."""
    if subject.pos_ == "PRON" or subject.i == subject.head.i:
        return subject
    following = subject.nbor() if subject.i + 1 < len(subject.doc) else subject
    is_second = following.dep_ == "nsubj" and following.head.i == subject.head.i
    return following if is_second and subject.pos_ == "NOUN" and following.pos_ == "PROPN" else subject


def goes_on_outside(verb: Token) -> bool:
    """Whether a verb of saying that the parse joins to a reported clause is what the reporter does next.

    A comma, and no subject of its own: "X said that Y fell, and noted that ...", "X said that Y fell, adding
    that ...". The first stays inside without a comma: "X said that Y apologised and admitted that ...".
    """
    if verb.dep_ == "conj":
        is_joined = verb.tag_ in ("VBD", "VBZ") and verb.tag_ == _reporter_of(verb.head).tag_
        joint = next((child for child in verb.lefts if child.dep_ == "cc"), None)
        is_joined = is_joined and joint is not None and joint.lower_ in ("and", "but")
    else:
        joint = verb
        is_joined = verb.dep_ in ("advcl", "acl") and verb.tag_ == "VBG"
    if not is_joined or joint is None or joint.i == 0 or has_subject(verb):
        return False
    if verb.doc[joint.i - 1].text != ",":
        return False
    entry = entry_at(verb)
    if entry is None or entry.report_class not in ("say", "utter", "think", "find"):
        return False
    outer = _reporter_of(verb.head)
    if outer == verb.head:
        return False
    return entry.report_class in ("say", "utter") or _agrees_with_reporter_only(verb, outer)


def _agrees_with_reporter_only(verb: Token, outer: Token) -> bool:
    """Whether a verb has the number of who reports and not that of the reported clause: "believes that the
    animals sleep, and estimates that".
    """
    if verb.tag_ != "VBZ" or outer.tag_ != "VBZ" or verb.dep_ != "conj":
        return False
    inner = next((child for child in verb.head.lefts if child.dep_ in _SUBJECTS), None)
    return inner is not None and (inner.tag_ in ("NNS", "NNPS") or inner.lower_ in ("they", "these", "those"))


def _reporter_of(token: Token) -> Token:
    """The verb of saying whose complement a word stands in; the word itself where there is none."""
    clause = token
    while clause.dep_ == "conj" and clause.head.i != clause.i:
        clause = clause.head
    while clause.dep_ not in ("ccomp", "ROOT") and clause.head.i < clause.i and clause.pos_ != "VERB":
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.i > clause.i:
        return token
    entry = entry_at(clause.head)
    return clause.head if entry is not None and entry.report_class in ("say", "think", "find") else token


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
    first, last = _whole_name(_before_hyphens(first), _past_hyphen(last, verb), verb)
    end = last.idx + len(last)
    if first.i < verb.i <= last.i:
        previous = verb.doc[verb.i - 1]
        end = previous.idx + len(previous)
    return _without_citation(text_of(head.doc), trim_phrase(text_of(head.doc), first.idx, end))


_CITING = re.compile(r",\s+(?:quoting|citing|which|who|whose|speaking|writing)\b")


_NUMBERED = re.compile(r"(?<=\w)\s*\[\d[\d\s,–-]*\]?$")
"""The numbers of references behind a name: "Ray [13,14]"."""


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
    phrase = without_trailing_time(text, phrase)
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


MAX_PLAIN_SOURCE_WORDS = 8


_HAVING_OR_TIME = WordSet("reports/before_saying")
_THAT_OR_AS = WordSet("reports/before_source")


def plain_source_before(token: Token, sentence: Span) -> Offsets | None:
    """Without a parse: the words before the verb, back to a mark, at most eight, without auxiliaries."""
    doc = token.doc
    stop = token.i
    while stop > sentence.start and doc[stop - 1].lower_ in _HAVING_OR_TIME:
        stop -= 1
    begin = stop
    while begin > sentence.start and stop - begin < MAX_PLAIN_SOURCE_WORDS:
        previous = doc[begin - 1]
        if previous.is_punct or previous.is_space or previous.is_quote or previous.lower_ in _THAT_OR_AS:
            break
        begin -= 1
    if begin == stop:
        return None
    span = doc[begin:stop]
    start, end = trim_phrase(text_of(doc), span.start_char, span.end_char)
    return (start, end) if start < end else None


_ADVERB_LIKE = WordSet("reports/adverb_like")


def source_beside(tokens: Sequence[Token], place: int) -> Offsets | None:
    """Without a usable parse: the words before the verb, or, where there are none, those after it."""
    source = source_before(tokens[:place])
    if source is not None:
        return source
    following: list[Token] = []
    for offset, token in enumerate(tokens[place + 1 :], place + 2):
        if (token.is_punct and token.text != "-") or token.lower_ in _AFTER_A_NAME:
            later = tokens[offset] if offset < len(tokens) else None
            if token.lower_ != "of" or later is None or later.pos_ != "PROPN" or not following:
                break  # but "tweeted Mayor of London Ann Ray"
        following.append(token)
    if not following or not (_looks_nominal(following[0]) or _is_described_name(following)):
        return None
    if following[0].lower_ == "that" or any(token.pos_ in ("VERB", "AUX") for token in following):
        return None  # what is said: "stated they did not know"
    return following[0].idx, following[-1].idx + len(following[-1])


_AFTER_A_NAME = WordSet("reports/after_name")


def _is_described_name(tokens: Sequence[Token]) -> bool:
    """Whether common words lead up to a name: "study co-author Ann Ray", "marine biologist Ann Ray"."""
    return (
        len(tokens) <= MAX_PLAIN_SOURCE_WORDS
        and tokens[-1].pos_ == "PROPN"
        and all(token.pos_ in ("NOUN", "ADJ", "PROPN", "PUNCT") for token in tokens)
    )


def _before_bracket(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before a bracket that ends the stretch: "the largest group (35%)"."""
    if not tokens or tokens[-1].text != ")":
        return tokens
    place = len(tokens) - 1
    while place > 0 and tokens[place].text != "(":
        place -= 1
    return tokens[:place] if place else tokens


_OPENERS = WordSet("reports/before_speaker")


def source_before(tokens: Sequence[Token]) -> Offsets | None:
    """The words right before a verb, back to a mark."""
    words: list[Token] = []
    tokens = _before_bracket(tokens)
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if not words and token.lower_ in _ADVERB_LIKE:
            continue
        if ends_short_form(token):
            words.append(token)  # "Ray et al."
            continue
        if token.lower_ == "and" and words and _joins_names(tokens, place):
            words.append(token)
            continue
        if token.is_punct or token.is_space or token.lower_ in _OPENERS:
            break
        words.append(token)
        if len(words) > MAX_PLAIN_SOURCE_WORDS:
            return None
    words.reverse()
    if not words or not _looks_nominal(words[0]):
        return None
    return words[0].idx, words[-1].idx + len(words[-1])


def _joins_names(tokens: Sequence[Token], place: int) -> bool:
    """Whether an "and" stands between two names that are all there is up to a mark: "Harrow and Leeds"."""
    first = place
    while first and tokens[first - 1].pos_ == "PROPN":
        first -= 1
    is_alone = not first or tokens[first - 1].text == ","
    return is_alone and first < place and all(t.pos_ == "PROPN" for t in tokens[place + 1 : place + 2])


_DETERMINERS = WordSet("reports/determiner")
_PRONOUNS = WordSet("reports/pronoun")


def _looks_nominal(token: Token) -> bool:
    return token.lower_ in _DETERMINERS or token.lower_ in _PRONOUNS or token.text[:1].isupper()
