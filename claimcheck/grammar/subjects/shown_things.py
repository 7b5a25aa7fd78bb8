"""What an amount is of that a source only shows, confirms or reports: the things, and not the source.

"The survey identified 12 | sites |", "The coroner confirmed three | deaths |", "A poll found 25% of
| nurses | to be content", "Ray said 12% of | the homes | were insured, and 14% in Oslo".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.noun_phrases import SUBJECTS, noun_phrase
from claimcheck.grammar.ordered_phrases import phrase_before
from claimcheck.grammar.subjects.syntactic import valued_subject
from claimcheck.grammar.subjects.trimming import JOINED
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_EVIDENCE = WordSet("reports/evidence")
_BEARERS = WordSet("reports/bearer_of_news")
_SHOWING = WordSet("grammar/showing_things")
_ANNOUNCING = WordSet("grammar/announcing_events")
_OFFICIALS = WordSet("grammar/official")
_EVENTS = WordSet("bare_counts/countable_events")
_BEFORE_AMOUNT = frozenset({"DT", "RB", "JJ", "RBR", "JJR"})


def shown_things(
    columns: TokenColumns, sentence: Sentence, found: Offsets, quantity: Quantity
) -> Offsets | None:
    """What is counted, or of whom a share is, as the object of a verb whose subject only tells it."""
    if quantity.of_start is None or quantity.of_end is None or quantity.kind not in ("count", "percent"):
        return None
    root = columns.root_at(*found)
    amount = columns.token_at(_first_of_list(columns.text, sentence, quantity))
    if root is None or amount is None or columns.deps[root] not in SUBJECTS or found[1] > quantity.start:
        return None
    verb = columns.heads[root]
    if not root < verb < amount or not _BEFORE_AMOUNT.issuperset(columns.tags[verb + 1 : amount]):
        return None
    things = quantity.of_start, quantity.of_end
    if columns.doc[root].lemma_.lower() in _EVIDENCE or _is_other_source(columns, sentence, root):
        return things if columns.lowers[verb] in _SHOWING else None
    head = columns.token_at(quantity.of_end - 1)
    first = columns.token_at(quantity.of_start)
    if head is None or first is None or _EVENTS.isdisjoint(columns.lowers[first : head + 1]):
        return None
    is_told = columns.lowers[verb] in _ANNOUNCING and _tells_news(columns, sentence, root, found)
    return things if is_told else None


def _first_of_list(text: str, sentence: Sentence, quantity: Quantity) -> int:
    """Where the first of the counted things begins that some are joined to: "16 deaths and 40 injuries"."""
    start = quantity.start
    for other in reversed(sentence.quantities):
        if other.kind == quantity.kind and JOINED.fullmatch(text, other.end, start):
            start = other.start
    return start


def _is_other_source(columns: TokenColumns, sentence: Sentence, root: int) -> bool:
    """Whether "another" stands for another source: "One survey found that 40% left, another found 25%"."""
    before = range(sentence.span.start, root)
    return columns.lowers[root] == "another" and any(columns.lowers[i] in _EVIDENCE for i in before)


def _tells_news(columns: TokenColumns, sentence: Sentence, root: int, found: Offsets) -> bool:
    """Whether a subject is somebody who passes on what happened elsewhere: a coroner, a person by name."""
    if columns.lowers[root] in _BEARERS or columns.lowers[root] in _OFFICIALS:
        return True
    return any(
        name.label == "person" and found[0] <= name.start and name.end <= found[1] for name in sentence.names
    )


_GAP = WordPattern(r",? (?:<grammar/parallel_joint>) (?:(?:<grammar/hedging_amount>|only|just) )?$")
_LONGEST_GAP = 30


def amount_shared(
    document: NormalisedDocument, sentence: Sentence, found: Offsets, quantity: Quantity
) -> Quantity | None:
    """The share in a report that one behind it goes on with, where the report was taken to end before: what
    "14% in Oslo" shares in "Ray said 12% of the homes were insured, and 14% in Oslo".
    """
    if quantity.kind != "percent" or quantity.of_start is not None:
        return None
    text = document.text
    behind = text[quantity.end : quantity.end + 4]
    if re.match(r" (?:in|at|on)\b", behind) is None:
        return None
    for report in document.reports:
        end = report.content[-1][1]
        if report.direct or report.source is None or not 0 <= quantity.start - end <= _LONGEST_GAP:
            continue
        if not (report.source[0] <= found[0] and found[1] <= report.source[1]):
            continue
        if _GAP.search(text, max(sentence.start, end - 1), quantity.start) is None:
            continue
        alike = [q for q in sentence.quantities if q.kind == "percent" and q.end <= end]
        return next((q for q in reversed(alike) if q.of_start is not None), None)
    return None


_WITH = re.compile(r",\s+with\s+$")


def behind_remark(document: NormalisedDocument, found: Offsets, start: int) -> Offsets | None:
    """The subject of what somebody is reported to have said, where "with" goes on with it behind the remark:
    "| Norvale | was hit hardest, he said, with 11 deaths".
    """
    for report in document.reports:
        if report.source is None or report.source != found or report.direct:
            continue
        first, last = report.content[-1]
        told = max(report.source[1], report.cue[1])
        if last > found[0] or _WITH.fullmatch(document.text, told, start) is None:
            continue
        columns = columns_of(document)
        span = columns.span(first, last)
        for token in range(*span) if span is not None else ():
            if columns.deps[token] in SUBJECTS and columns.tags[columns.heads[token]] != "PRP":
                return noun_phrase(columns, token)
    return None


def antecedent_of_told(document: NormalisedDocument, sentence: Sentence, found: Offsets) -> Offsets | None:
    """What a relative clause tells of that says who says so: "| The tower |, which Ann says is 40 m tall"."""
    for report in document.reports:
        if report.source is None or not (report.source[0] <= found[0] and found[1] <= report.source[1]):
            continue
        columns = columns_of(document)
        first = columns.token_at(report.source[0])
        if first is None or first - 1 <= sentence.span.start or columns.tags[first - 1] != "WDT":
            continue
        if report.content[0][0] < report.source[1]:
            continue
        end = columns.starts[first - 1]
        return phrase_before(columns, sentence, len(document.text[:end].rstrip(", ")))
    return None


def verb_of_record(columns: TokenColumns, found: Offsets) -> int | None:
    """The verb of which a record is the object that somebody sets: "| set | a new record at 102 tonnes"."""
    root = columns.root_at(*found)
    if root is None or columns.deps[root] != "obj" or columns.lowers[root] not in _RECORDS:
        return None
    verb = columns.heads[root]
    is_some = columns.text.startswith(("a ", "an "), found[0])
    return verb if is_some and verb < root and columns.lowers[verb] in _SETTING else None


def total_brought(columns: TokenColumns, found: Offsets, quantity: Quantity) -> Offsets | None:
    """What a participle behind a comma brings to a number: "It bought, bringing | its fleet | to 30".

    "The total" alone tells nothing that the clause before does not.
    """
    span = columns.span(found[1], quantity.start) if found[1] < quantity.start else None
    if span is None or not any(
        columns.tags[i] == "VBG" and columns.words[i - 1] == "," for i in range(*span)
    ):
        return None
    things = valued_subject(columns, quantity)
    words = None if things is None else columns.span(*things)
    if words is None or (words[1] - words[0] == _BARE and columns.tags[words[0]] == "DT"):
        return None
    return things


_BARE = 2
_RECORDS = WordSet("grammar/record_set")
_SETTING = WordSet("grammar/setting_record")

_AVERAGED = WordPattern(r" (?:with|at|on) (?:an? )?(?:<grammar/averaging>) (?:[a-z-]+ ){1,3}of $")
_LONGEST_AVERAGE = 60


def averaged_things(text: str, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """Of what an average is that stands right behind things that are counted: "75 | jobs | with an average
    salary of $40,000".
    """
    for other in sentence.quantities:
        if other.kind != "count" or other.of_start is None or other.of_end is None:
            continue
        is_near = 0 < quantity.start - other.of_end < _LONGEST_AVERAGE
        if is_near and _AVERAGED.fullmatch(text, other.of_end, quantity.start) is not None:
            return other.of_start, other.of_end
    return None


_ADDED = WordPattern(r",? (?:<grammar/parallel_joint>) (?:<grammar/adding_amount>) $")


def amount_added_to(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """The amount before that another is joined to: "includes $8 million in tax refunds for gear, and another
    $10 million in credits".
    """
    added = _ADDED.search(columns.text, sentence.start, quantity.start)
    before = [q for q in sentence.quantities if q.kind == quantity.kind and q.end < quantity.start]
    if added is None or not before:
        return None
    span = columns.span(before[-1].end, added.start()) if before[-1].end < added.start() else None
    is_one_clause = span is None or FINITE.isdisjoint(columns.tags[slice(*span)])
    return before[-1] if is_one_clause else None


_LONGEST_OPENING = 5  # tokens: "In fact, only"
_IN_OPENING = frozenset({"RB", "DT", "IN", "NN", "JJ", ","})


def opening_population(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The people or things whose share opens a sentence: "Another 42% of | nurses | partially agreed"."""
    if quantity.kind != "percent" or quantity.of_start is None or quantity.of_end is None:
        return None
    first, last = columns.token_at(quantity.start), columns.token_at(quantity.of_end - 1)
    if first is None or last is None or columns.tags[last] != "NNS":
        return None
    before = columns.tags[sentence.span.start : first]
    if len(before) > _LONGEST_OPENING or not _IN_OPENING.issuperset(before):
        return None
    return quantity.of_start, quantity.of_end


_LIST_MARKS = " \t*•‣▪●–—-#"
_LONGEST_LABEL = 60


@per_lexicon
def _moving() -> frozenset[str]:
    """Words that only what is measured can be the subject of: "rose", "fell"."""
    return frozenset(row["word"] for row in load_rows("en/trend_words.csv"))


def label_of_clause(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """The label of a line that goes on with a verb of its own: "Net income: | Rose from $4m to $5m"."""
    text = columns.text
    colon = text.find(": ", sentence.start, start)
    verb = columns.token_at(colon + 2) if colon >= 0 else None
    if verb is not None and columns.tags[verb] == "RB" and columns.starts[verb] < start:
        verb += 1
    if verb is None or columns.starts[verb] > start or columns.lowers[verb] not in _moving():
        return None
    words = text[sentence.start : colon]
    first = sentence.start + len(words) - len(words.lstrip(_LIST_MARKS))
    label = text[first:colon].rstrip(" *")
    span = columns.span(first, first + len(label))
    if not 1 < len(label) <= _LONGEST_LABEL or span is None or not label[0].isalpha():
        return None
    tags = columns.tags[slice(*span)]
    is_thing = FINITE.isdisjoint(tags) and any(tag.startswith("NN") for tag in tags)
    is_remark = label.lower() in _REMARKS or any(mark in label for mark in ",;:.!?")
    return (first, first + len(label)) if is_thing and not is_remark else None


_REMARKS = WordSet("grammar/label_of_remark")
