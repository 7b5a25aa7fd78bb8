"""Whose verb a verb of saying is: its own subject, the one it shares, who reports the clause it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.reporting_cues import entry_at
from claimcheck.tagging.penn_tags import INFLECTED

if TYPE_CHECKING:
    from spacy.tokens import Token


SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
_RELATIVE_PRONOUNS = WordSet("grammar/relative")
_SPEAKERS = WordSet("common/speaker")
_FELT = WordSet("reports/felt")
_HAVING = WordSet("reports/having")


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


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


def subject_of(verb: Token) -> Token | None:
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
            token = outer_reporter(token)
        child = _nearest_subject(token)
        if child is not None:
            if token.i != verb.i and child.lower_ == "it" and verb.dep_ == "csubj":
                return None  # "It is no exaggeration to say": nobody
            if child.lower_ in _RELATIVE_PRONOUNS and token.dep_ == "acl:relcl":
                return token.head
            return _named_subject(child)
        if token.dep_ == "acl:relcl" or (token.dep_ == "acl" and token.tag_ in ("VBG", "VBN")):
            return None if _is_of_noun(token) else token.head
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


def _is_of_noun(verb: Token) -> bool:
    """Whether a gerund only says of what a noun is, which does not do it: "the cost of believing that"."""
    return verb.tag_ == "VBG" and any(child.i == verb.i - 1 and child.lower_ == "of" for child in verb.lefts)


def _nearest_subject(verb: Token) -> Token | None:
    """The subject of a verb; of two the pronoun nearest before it: "It is because I know"; or the name behind
    the comma of an aside: "In Grey Water, her life of Norvale, Ann Ray notes".
    """
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
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
    """The verb of saying for a participle behind it, or behind its quotation: "Ray said, “...”, adding"."""
    doc = verb.doc
    is_behind = verb.tag_ == "VBG" and verb.i > 1 and doc[verb.i - 1].text == ","
    if not is_behind or verb.dep_ not in ("acl", "advcl"):
        return verb
    before = doc[verb.i - 2]
    if before.tag_ in INFLECTED and entry_at(before) is not None and has_subject(before):
        return before  # "It fell, Ray said, adding that"
    if before.text not in _CLOSING:
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
        is_joined = verb.tag_ in ("VBD", "VBZ") and verb.tag_ == reporter_of(verb.head).tag_
        joint = next((child for child in verb.lefts if child.dep_ == "cc"), None)
        is_joined = is_joined and joint is not None and joint.lower_ in ("and", "but")
    else:
        joint = verb
        is_joined = verb.dep_ in ("advcl", "acl") and verb.tag_ == "VBG"
    if not is_joined or joint is None or joint.i == 0 or has_subject(verb):
        return False
    if verb.doc[joint.i - 1].text != "," and not _is_told_of_earlier(verb):
        return False
    entry = entry_at(verb)
    if entry is None or entry.report_class not in ("say", "utter", "think", "find"):
        return False
    outer = outer_reporter(verb)
    if outer == verb.head:
        return False
    return entry.report_class in ("say", "utter") or _agrees_with_reporter_only(verb, outer)


def outer_reporter(verb: Token) -> Token:
    """The verb of saying that a verb may go on with; a participle behind a comma may hang on any word of what
    that one tells: "said it will pay to use the mill, adding that".
    """
    outer = reporter_of(verb.head)
    if outer != verb.head or verb.tag_ != "VBG":
        return outer
    for above in verb.head.ancestors:
        if above.tag_ not in ("VB", "VBG", "VBN") and above.dep_ not in ("ccomp", "conj"):
            break
        outer = reporter_of(above)
        if outer != above:
            return outer
    return verb.head


def _is_told_of_earlier(verb: Token) -> bool:
    """Whether what a verb is joined to had happened before, to what cannot speak: "confirmed that talks had
    failed and said"; not "said that Roe had resigned and claimed".
    """
    told = verb.head
    is_pluperfect = told.tag_ == "VBN" and any(
        child.dep_ == "aux" and child.tag_ == "VBD" and child.lower_ == "had" for child in told.lefts
    )
    inner = next((child for child in told.lefts if child.dep_ in SUBJECTS), None)
    is_thing = inner is not None and inner.lower_ in _SPEECHLESS
    return verb.dep_ == "conj" and verb.tag_ == "VBD" and is_pluperfect and is_thing


_SPEECHLESS = WordSet("common/speechless")


def _agrees_with_reporter_only(verb: Token, outer: Token) -> bool:
    """Whether a verb has the number of who reports and not that of the reported clause: "believes that the
    animals sleep, and estimates that".
    """
    if verb.tag_ != "VBZ" or outer.tag_ != "VBZ" or verb.dep_ != "conj":
        return False
    inner = next((child for child in verb.head.lefts if child.dep_ in SUBJECTS), None)
    return inner is not None and (inner.tag_ in ("NNS", "NNPS") or inner.lower_ in ("they", "these", "those"))


def reporter_of(token: Token) -> Token:
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
