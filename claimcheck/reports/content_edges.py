"""Where reported content begins and ends, beside the words of its own that a parser may leave out or add.

"X said on Saturday 40 were hurt" reports "40 were hurt"; "It could take months, a director said, and it would
cost more" reports both halves; "40% said yes, while 7% said no" are two reports; and in "X said that, by
June,
“it was gone”" the words in quotation marks are the content.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.complements import TELLING
from claimcheck.reports.reporting_cues import entry_at
from claimcheck.reports.reporting_subjects import SUBJECTS, goes_on_outside
from claimcheck.tagging.penn_tags import FINITE
from claimcheck.tagging.texts import text_of, token_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from claimcheck.reports.quotations import QuotationIndex
    from claimcheck.reports.reporting_cues import Offsets, Report

_SUBJECTS = SUBJECTS | {"expl"}
_DAYS = WordSet("common/day")
_TIME_WORDS = WordSet("reports/time_word")
_TIME_STARTS = WordSet("reports/time_start")
_OWN_CLASSES = frozenset({"say", "think"})
_LONGEST_TIME = 6  # tokens: "on the morning of 5 May"


def begin_of_content(doc: Doc, after_cue: int, start: int) -> int:
    """Where the content begins that a parser lets begin at `start`, in characters.

    Words right after the cue that no hearer or time explains belong to it ("said a “wider debate” is
    needed");
    a time between cue and content does not.
    """
    first = token_from(doc, start)
    while first < len(doc) and doc[first].text == ",":
        first += 1
    if after_cue > first:
        return start
    left_out = doc[after_cue:first]
    if len(left_out) and left_out[0].text not in (",", ":") and _opens_clause(left_out[0]):
        return int(left_out[0].idx)
    skipped = _time_from(doc, first, after_cue)
    if skipped is None and first == after_cue and _is_time_of_saying(doc, first):
        skipped = first + 2
    return int(doc[skipped].idx) if skipped is not None else start


def _is_time_of_saying(doc: Doc, first: int) -> bool:
    """Whether "last month" right behind a cue tells when it was said, as what follows is not past: "said last
    month it hopes to sell".
    """
    if first + 2 >= len(doc) or doc[first].lower_ != "last" or doc[first + 1].lower_ not in _TIME_WORDS:
        return False
    clause = doc[first + 1].head
    finite = [word for word in (*clause.lefts, clause) if word.tag_ in FINITE]
    is_now = bool(finite) and finite[0].tag_ in ("VBZ", "VBP", "MD")
    return is_now and any(child.dep_ in _SUBJECTS and child.i >= first + 2 for child in clause.lefts)


def _opens_clause(token: Token) -> bool:
    """Whether a word after the cue is the start of a noun phrase that the clause lacks, not of a hearer."""
    if token.tag_ == "EX":
        return True  # "worry there won't be anyone": a subject that a parser may take for a place
    if token.dep_ in ("det", "nsubj", "nsubj:pass", "amod", "nummod") and token.head.dep_ in _SUBJECTS:
        return True
    noun = token.head if token.dep_ in ("det", "amod", "nummod", "compound") else token
    if noun.dep_ not in ("obj", "iobj", "ccomp") or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return noun.head.lower_ not in TELLING and noun.left_edge.i == token.i and _lacks_subject(noun)


def _lacks_subject(noun: Token) -> bool:
    """Whether the clause right behind an object has a finite verb, or "to", and nobody who does it: "reported
    the guard left", "says Acme to announce". What is taken for a clause itself is part of the next one.
    """
    clause = next((child for child in noun.head.rights if child.i > noun.i and child.dep_ == "ccomp"), None)
    if clause is None or (noun.dep_ == "ccomp" and noun.tag_ in FINITE):
        return False
    if noun.dep_ == "ccomp":
        return True
    entry = entry_at(noun.head)
    is_believed = clause.tag_ == "VBN" and entry is not None and entry.report_class in _OWN_CLASSES
    is_verb = clause.tag_ in FINITE or is_believed  # "believe the man, 40, drowned"
    is_verb = is_verb or any(child.lower_ == "to" or child.tag_ in FINITE for child in clause.lefts)
    return is_verb and not any(
        child.dep_ in _SUBJECTS or child.lower_ in ("that", "if", "whether") for child in clause.lefts
    )


def _time_from(doc: Doc, first: int, after_cue: int) -> int | None:
    """The token behind a time that stands between the cue and the content, "said, this morning, it is"."""
    if first >= len(doc) or doc[first].lower_ not in _TIME_STARTS:
        return None
    has_comma = first - 1 >= after_cue - 1 and doc[first - 1].text == ","
    named = False
    for place in range(first, min(len(doc), first + _LONGEST_TIME + 1)):
        token = doc[place]
        if token.text == ",":
            return place + 1 if named and has_comma and place + 1 < len(doc) else None
        if token.lower_ in _TIME_WORDS:
            named = True
            following = doc[place + 1] if place + 1 < len(doc) else token
            if token.lower_ in _DAYS and following.lower_ not in (
                "morning",
                "afternoon",
                "evening",
                "night",
                "and",
                "or",
                ",",
            ):
                is_owner = following.tag_ == "POS"  # "felt Tuesday's vote was lost"
                is_direct = first == after_cue and not (following.is_punct or is_owner)
                return place + 1 if is_direct else None
        elif named and token.lower_ not in ("of", "the") and not token.like_num:
            return None
    return None


def end_before_other_report(clause: Token, verb: Token, end: int) -> int:
    """The end of a content that must not hold the report of somebody else: "while 7% said no"."""
    doc = clause.doc
    for token in doc[clause.i : clause.right_edge.i + 1]:
        if token.idx >= end:
            break
        is_joined = token.dep_ in ("conj", "advcl", "acl") and token.i > clause.i
        if is_joined and (goes_on_outside(token) or _is_manner_of_saying(token, verb)):
            return _end_before(doc, _left_edge(token), clause.i, end)
        if token.i == verb.i or not _is_joined(token, clause):
            continue
        entry = entry_at(token)
        if entry is None or entry.report_class not in _OWN_CLASSES:
            continue
        if not any(child.dep_ in _SUBJECTS for child in token.children):
            continue
        return _end_before(doc, _left_edge(token), clause.i, end)
    return end


def _end_before(doc: Doc, start: int, clause: int, end: int) -> int:
    """Where the words end that stand before a token, its conjunction and marks left out."""
    while start > clause and doc[start - 1].lower_ in _JOINTS:
        start -= 1
    return int(doc[start - 1].idx + len(doc[start - 1])) if start > clause else end


_JOINTS = WordSet("reports/joint")


def end_before_host(verb: Token, start: int, end: int) -> int:
    """The end of a content in a clause that opens its sentence, before the main clause that a parser draws
    into it: "While officials say it is safe, [the council voted to close it]".
    """
    doc = verb.doc
    mark = next((child for child in verb.lefts if child.dep_ == "mark"), None)
    if mark is None or mark.lower_ not in _YIELDING or verb.dep_ != "ROOT":
        return end
    if any(not (word.is_punct or word.pos_ == "CCONJ") for word in doc[verb.sent.start : mark.i]):
        return end
    first, has_verb = token_from(doc, start), False
    opens_content = doc[first].nbor() if doc[first].lower_ == "that" else doc[first]
    if opens_content.lower_ in _OPENING_CONDITION:
        return end  # "Because Roe said that if prices rose, shops would close"
    for token in doc[first : token_from(doc, end)]:
        if (
            token.text == ","
            and has_verb
            and any(word.tag_ in FINITE for word in doc[token.i : verb.sent.end])
        ):
            following = token.nbor()
            is_other = following.tag_ in _RELATIVE_TAGS or following.tag_ in FINITE
            if following.pos_ not in ("CCONJ", "SCONJ") and not is_other:
                return token.idx
        has_verb = has_verb or token.tag_ in FINITE
    return end


_OPENING_CONDITION = frozenset({"if", "when", "once", "unless", "until"})
_YIELDING = frozenset({"although", "though", "while", "whereas", "after", "because", "since"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB", "VBG", "VBN", "IN"})


def _is_manner_of_saying(token: Token, verb: Token) -> bool:
    """Whether a participle says how somebody said it: "without elaborating", ", citing a report".

    What a study cites is part of what it found.
    """
    if token.tag_ != "VBG":
        return False
    before = token.doc[token.i - 1]
    if before.lower_ == "without":
        return token.lower_ in _LEFT_UNSAID
    entry = entry_at(verb)
    is_said = entry is not None and entry.report_class in _OWN_CLASSES
    return is_said and before.text == "," and token.lower_ in _CITED


_LEFT_UNSAID = WordSet("reports/left_unsaid")
_CITED = frozenset({"citing", "quoting"})


def _left_edge(token: Token) -> int:
    return min([token.i, *(child.left_edge.i for child in token.lefts)])


def _is_joined(token: Token, clause: Token) -> bool:
    """Whether a verb stands beside the clause, after "while", or after a comma and "and"."""
    if token.dep_ == "advcl":
        return any(child.lower_ in ("while", "whereas") for child in token.lefts if child.dep_ == "mark")
    if token.dep_ != "conj" or token.i == clause.i:
        return False
    first = token.doc[_left_edge(token)]
    if first.i == 0:
        return False
    before = token.doc[first.i - 1]
    return before.text in (",", ";") or (first.lower_ in ("and", "but") and before.text in (",", ";"))


_PERSONAL = WordSet("reports/personal")


def continuation(verb: Token, source: Offsets | None) -> Offsets | None:
    """What goes on with the content behind a cue in its middle: ", a director said, and it would cost more".

    Not what the speaker does next: "it works, she said, and left".
    """
    doc = verb.doc
    for child in verb.rights:
        if child.dep_ not in ("conj", "advcl", "parataxis") or child.pos_ not in (
            "VERB",
            "AUX",
            "ADJ",
            "NOUN",
        ):
            continue
        start = child.left_edge.i
        start += doc[start].text == ","
        if start < 2 or doc[start - 1].text != "," or doc[start].lower_ not in ("and", "but"):
            continue
        if doc[start - 2].i < verb.i:
            continue
        subjects = [c for c in child.children if c.dep_ in _SUBJECTS]
        if not subjects or subjects[0].lower_ in _PERSONAL:
            continue
        if source is not None and text_of(doc)[slice(*source)].endswith(subjects[0].text):
            continue
        if entry_at(child) is not None:
            continue
        last = child.right_edge
        return int(doc[start].idx), int(last.idx + len(last))
    return None


def quoted_part(clause: Token, start: int, end: int, quotations: QuotationIndex) -> Offsets | None:
    """The quotation that holds the whole statement of a content, but for an adverbial before it."""
    for quotation in quotations.between(start, end):
        if quotation.inner_end < end - 2 or quotation.inner_start <= start:
            continue
        subjects = [child for child in clause.children if child.dep_ in _SUBJECTS]
        if not subjects or not _holds(quotation.inner_start, quotation.inner_end, clause, subjects[0]):
            return None
        return quotation.inner_start, quotation.inner_end
    return None


_BEFORE_CLOSING = frozenset(".,!?")
_OPENING_OF = {'"': '"', "”": "“"}


def with_closing_mark(text: str, report: Report) -> Report:
    """A report with the mark that closes a quotation at the end of its content: 'the plan as "modest"'."""
    start, end = report.content[-1]
    end += text[end : end + 1] in _BEFORE_CLOSING and text[end + 1 : end + 2] in _OPENING_OF
    closing = text[end : end + 1]
    if report.direct or closing not in _OPENING_OF:
        return report
    opening, words = _OPENING_OF[closing], text[start:end]
    opened, closed = words.count(opening), words.count(closing)
    is_open = opened % 2 == 1 if opening == closing else opened > closed
    return replace(report, content=(*report.content[:-1], (start, end + 1))) if is_open else report


def _holds(start: int, end: int, *tokens: Token) -> bool:
    return all(
        start <= token.left_edge.idx if token.dep_ in _SUBJECTS else start <= token.idx < end
        for token in tokens
    )


_BACKSHIFTED = WordSet("reports/backshifted")
_LONGEST_BREAK = 2  # tokens between two parts of one clause: a closing mark and "and"
_LONGEST_PHRASE = 8  # tokens of a phrase between a subject and its verb


def unbroken_end(verb: Token, first: int, end: int) -> int:
    """The end of a content that a parser broke off before the verb of its own clause, or before what is
    reported with it: "confirmed that money set aside [would be moved]", "said it was lost [and would be
    found]".
    """
    doc = verb.doc
    after = token_from(doc, end)
    if after >= len(doc) or doc[after].is_sent_start:
        return end
    is_mark = doc[after].pos_ == "PUNCT" and not (doc[after].is_quote or doc[after].tag_ in FINITE)
    if is_mark and (doc[after].text != "," or after + 1 >= len(doc) or doc[after + 1].tag_ not in FINITE):
        return end  # as nearly all do
    is_bare = not any(word.tag_ in FINITE for word in doc[token_from(doc, first) : after])
    if is_mark:  # "found that the mounds, or barrows, built for kings[, are old]"
        after += is_bare
        if not is_bare or verb.dep_.startswith("acl"):
            return end
    reach = _LONGEST_PHRASE if is_bare else _LONGEST_BREAK
    for place in range(after, min(after + reach + 1, len(doc))):
        token = doc[place]
        if token.is_sent_start:
            return end
        if token.tag_ not in FINITE:
            if token.is_quote or (token.lower_ in _LINKS and not is_bare):
                continue
            if is_bare and token.pos_ in ("ADP", "NOUN", "DET", "ADJ", "PROPN", "NUM"):
                continue
            return end
        governor = token.head if token.dep_ in ("aux", "aux:pass", "cop") else token
        is_told = place > after and token.lower_ in _BACKSHIFTED and verb.tag_ == "VBD"
        has_own = any(child.dep_ in _SUBJECTS and child.i > after for child in governor.lefts)
        if not (is_told or is_bare) or (has_own and not is_bare):
            return end
        last = governor.right_edge
        return max(end, int(last.idx + len(last))) if last.i > place else end
    return end


def end_before_main_verb(verb: Token, first: int, end: int) -> int:
    """The end of a content without the verb of who reports it, which a parser draws into it: "The man who
    said that 40 people died [was wrong]"; where it begins if that is all.
    """
    noun = verb.head
    if verb.dep_ != "acl:relcl" or noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN"):
        return end
    doc = verb.doc
    if any(word.tag_ in FINITE for word in doc[noun.sent.start : verb.i]):
        return end
    start = token_from(doc, first)
    start += doc[start].lower_ == "that"
    if doc[start].tag_ in FINITE:
        return first
    told = [word for word in doc[start:] if word.idx < end]
    finite = [word for word in told if word.tag_ in FINITE]
    clauses = 1 + sum(word.lower_ in _CLAUSE_OPENINGS for word in told)
    return _end_before(doc, finite[-1].i, start, end) if len(finite) > clauses else end


_CLAUSE_OPENINGS = WordSet("reports/clause_opening")
_LINKS = WordSet("reports/link")


def end_with_joined(clause: Token, verb: Token, end: int) -> int:
    """The end of a content with what goes on with it and hangs on the verb of saying, as parsers have it one
    way or the other: "said that A fell, and B rose", "said A fell; B rose", "said A rose by 3% and by 5%".

    Not what the reporter does next, nor what somebody else says.
    """
    doc = clause.doc
    for child in verb.rights:
        if child.dep_ == "punct" or child.idx < end:
            continue
        first = child.left_edge.i
        place = token_from(doc, end)
        if any(not (word.is_punct or word.dep_ == "cc") for word in doc[place:first]):
            return end
        marks = {word.lower_ for word in doc[place : child.i] if word.is_punct or word.dep_ == "cc"}
        if not _goes_on(child, marks, clause):
            return end
        last = child.right_edge
        end = int(last.idx + len(last))
    return end


_HAVING = WordSet("common/having")
_DASHES = frozenset({"—", "–", "--"})


def _goes_on(part: Token, marks: set[str], clause: Token) -> bool:
    """Whether a dependent of a verb of saying goes on with what is said, by the marks before its head."""
    has_own = any(child.dep_ in _SUBJECTS for child in part.lefts)
    if entry_at(part) is not None and (has_own or not marks.isdisjoint(("and", "but"))):
        return False
    if part.lower_ == "compared" or part.dep_ == "advcl":
        return part.lower_ == "compared" and not has_own
    if part.dep_ == "ccomp":
        return part.left_edge.lower_ != "that"
    if part.dep_ == "dep":
        return any(later.dep_ == "ccomp" and later.i > part.i for later in part.head.rights)
    if part.dep_ not in ("conj", "parataxis"):
        return False
    if not has_own and _is_earlier(part):
        return True  # "said the pumps were old and had been mended twice"
    if not has_own and part.dep_ == "conj" and entry_at(part) is None and part.tag_ == "VB":
        return any(child.tag_ == "MD" for child in part.lefts)  # "said it is ill, but will go on"
    if has_own:
        is_opened = any(child.lower_ == "that" for child in clause.lefts)
        return ";" in marks or (is_opened and part.dep_ == "conj" and {",", "and"} <= marks)
    is_phrase = part.pos_ in ("NOUN", "NUM", "ADJ", "SYM") and part.tag_ not in FINITE
    is_phrase = is_phrase and not any(child.tag_ in FINITE for child in part.children)
    if part.dep_ == "parataxis":  # "shot one of them — a man of 55 — in the head"
        return is_phrase and not marks.isdisjoint(_DASHES) and any(c.text in _DASHES for c in part.subtree)
    return is_phrase and part.dep_ == "conj" and not marks.isdisjoint(("and", "or"))


_CONDITIONS = frozenset({"if", "unless"})


def end_with_condition(doc: Doc, start: int, end: int) -> int:
    """The end of a content with the condition right behind it, which a parser hung on a verb further up:
    "that it will not sell [unless the bid is raised]".
    """
    place = token_from(doc, end)
    if place >= len(doc) or doc[place].is_sent_start or doc[place].lower_ not in _CONDITIONS:
        return end
    mark = doc[place]
    if not any(word.tag_ in FINITE for word in doc[token_from(doc, start) : place]):
        return end  # "states that few if any mills use it"
    if mark.dep_ != "mark" or mark.head.i < mark.i or mark.head.dep_ != "advcl":
        return end
    last = mark.head.right_edge
    return max(end, int(last.idx + len(last)))


def _is_earlier(verb: Token) -> bool:
    """Whether a verb tells what had happened before somebody spoke, which is then part of what was said.

    Not what was done to "it": "said the quay was unsafe and had closed it".
    """
    reporter = verb.head
    is_pluperfect = verb.tag_ == "VBN" and any(
        child.dep_ == "aux" and child.tag_ == "VBD" and child.lower_ in _HAVING for child in verb.lefts
    )
    is_done_to_it = any(child.dep_ == "obj" and child.pos_ == "PRON" for child in verb.rights)
    return is_pluperfect and reporter.tag_ == "VBD" and entry_at(verb) is None and not is_done_to_it


def _opens_complement(word: Token) -> bool:
    """Whether "that" opens a clause, also where a parser takes it for a subject beside the clause's own."""
    if word.lower_ != "that":
        return False
    is_second = word.dep_ in _SUBJECTS and any(
        child.dep_ in _SUBJECTS and child.i > word.i for child in word.head.lefts
    )
    return word.dep_ == "mark" or is_second


def later_complements(clause: Token, end: int) -> Iterator[int]:
    """Where each further "that" clause of a coordination ends: "said that ..., but that ..."."""
    doc = clause.doc
    place = token_from(doc, end)
    for _ in range(3):
        while place < len(doc) and (doc[place].text == "," or doc[place].lower_ in _LINKS):
            place += 1
        if place >= len(doc) or doc[place].is_sent_start or not _opens_complement(doc[place]):
            return
        head = doc[place].head
        if head.i <= place or doc[place - 1].lower_ not in ("and", "but", "or", ","):
            return
        last = head.right_edge
        yield int(last.idx + len(last))
        place = last.i + 1
