"""Whether the text says of something that it is the largest, instead of only speaking of the largest."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import NormalisedDocument


def ranked_head(columns: TokenColumns, start: int, end: int) -> int | None:
    """The noun that the ordering word belongs to; "one" in "one of the largest cities"."""
    head = columns.root_at(start, end)
    if head is None:
        return None
    while columns.deps[head] in ("amod", "nummod", "advmod", "compound") and columns.heads[head] > head:
        head = columns.heads[head]
    return head


LINKING = WordSet("superlatives/linking")
"""Verbs that say of their subject what stands behind them."""


def is_asserted(document: NormalisedDocument, phrase: Offsets, start: int, end: int) -> bool:
    """Whether the text says of something that it is the largest, instead of only speaking of the largest.

    "The largest city is Graz", "Graz, the largest city", "has the highest rate" and "known as the oldest" do;
    "on the hottest days" and "download the latest version" do not.
    """
    if _is_idiom(document.text, start, end):
        return False
    clause_end = _CLAUSE_END.search(document.text, phrase[1], phrase[1] + SCOPE_CHARS)
    if _SCOPE.search(document.text, end, clause_end.start() if clause_end else phrase[1] + SCOPE_CHARS):
        return True
    is_this = _THIS.search(document.text, max(0, start - 6), start) is not None
    if is_this or LAST_OF.match(document.text, start):
        return True
    columns = columns_of(document)
    if not columns.is_parsed:
        before = document.text[max(0, phrase[0] - 24) : phrase[0]]
        return _LINKED_BEFORE.search(before) is not None
    head = ranked_head(columns, start, end)
    return head is not None and _is_asserted_of(document, phrase, start, end, head)


def _is_asserted_of(document: NormalisedDocument, phrase: Offsets, start: int, end: int, head: int) -> bool:
    """Whether the tree says of something that it is the largest: by the arc of the ranked noun."""
    columns = columns_of(document)
    deps, heads, lowers = columns.deps, columns.heads, columns.lowers
    if deps[head] == "nmod" and lowers[heads[head]] in _PARTS:
        head = heads[head]
    head = columns.first_joined(head)
    relation, governor = deps[head], heads[head]
    if document.text[start:end].lower().rsplit(" ", 1)[-1] in _NEW:
        # "the most recent figures are" only tells which figures; "it is the latest release" tells of it
        return relation == "appos" or columns.has_child(head, "cop")
    if relation == "appos" or columns.has_child(head, "cop") or columns.has_child(head, "appos"):
        return True
    is_fact = document.text[start:end].lower().rsplit(" ", 1)[-1] not in _OPINIONS
    if is_fact and (
        _is_possessed(document.text, phrase, start) or relation in ("nsubj", "nsubj:pass", "ROOT", "root")
    ):
        return True
    if relation in ("nsubj", "nsubj:pass"):
        is_past = columns.tags[governor] in ("VBD", "VBN") and document.text[start:end].lower() in _CLOSING
        return (is_past and relation == "nsubj") or columns.has_child(governor, "cop")
    if relation in ("obj", "xcomp", "obl"):
        case = next((lowers[child] for child in columns.children[head] if deps[child] == "case"), None)
        if case == "as" or (is_fact and case in _SCOPE_CASES):
            return True
        if case is None and columns.doc[governor].lemma_.lower() in LINKING:
            return True
    return not _is_only_spoken_of(columns, start, end, head)


def _is_idiom(text: str, start: int, end: int) -> bool:
    """Whether an ordering word orders nothing: "at its best", "the best of both worlds", "this last week",
    "from lowest to highest", "the highest quartile".
    """
    if _IDIOM_BEHIND.match(text, end):
        return True
    if text.startswith("-", end) and text[start:end].lower() in _CLOSING:
        return True  # "a last-minute goal", "the Last-Modified field"
    before = text[max(0, start - _LONGEST_BEFORE_IDIOM) : start]
    if _OF_A_CASE.fullmatch(text[start:end]) and _IN_A_CASE.search(before) and _CASE_BEHIND.match(text, end):
        return True  # "in the simplest case", "in its simplest form"
    if _FROM_END_TO_END.search(before):
        return True
    if _ADVICE.match(text, start) and _IT_IS.search(before):
        return True  # "it is best to wait"
    if before.endswith("at the ") and text[start:end].lower() in _LIMITS_OF_TIME:
        return not text[end : end + 2].strip().isalpha()  # "before Monday at the earliest."
    if text[start:end].lower() == "last":
        return _THIS.search(before) is not None
    return _IDIOM.fullmatch(text[start:end]) is not None and _IDIOM_BEFORE.search(before) is not None


_IN_A_CASE = re.compile(r"\b[Ii]n (?:the|its|their) $")
_CASE_BEHIND = WordPattern(
    r" (?:<superlatives/case>)\b"
    r"(?! (?:of|in|ever|on|since|that|which|this|I|we|you|he|she|it|they|[a-z]+y)\b)"
)
_OF_A_CASE = WordPattern(r"(?:<superlatives/of_case>)")
_LIMITS_OF_TIME = WordSet("superlatives/limit_of_time")
_LONGEST_BEFORE_IDIOM = 18
_FROM_END_TO_END = WordPattern(r"\bfrom (?:<superlatives/end_of_scale>) to $")
_ADVICE = WordPattern(r"(?:<superlatives/idiom>|easiest|safest|simplest) (?:to|if|not to)\b")
_IT_IS = re.compile(r"\b[Ii]t(?:[’']s| is| was| would be| may be) $")
_IDIOM = WordPattern(r"(?:<superlatives/idiom>)", re.IGNORECASE)
_IDIOM_BEFORE = WordPattern(r"(?:\bat (?:<common/possessor>)|\ball the|\bfor the) $", re.IGNORECASE)
_IDIOM_BEHIND = WordPattern(
    r"(?: of (?:both worlds|luck)|[ -](?:<superlatives/bin>)"
    r"| to (?:<superlatives/end_of_scale>))\b"
)


def _is_only_spoken_of(columns: TokenColumns, start: int, end: int, head: int) -> bool:
    """Whether no thing is said to exist that comes first: "to find the easiest way", "the best thing".

    So it is in what somebody may, should or is told to do, with nouns that name no kind of thing, and with
    words that order in time, as the latest of anything is the next to be replaced.
    """
    noun = ranked_head(columns, start, end)
    words = columns.text[start:end].lower().split()
    if noun is None or words[-1] in _PASSING or columns.lowers[noun] in _OF_NO_KIND:
        return True
    if columns.pos[noun] not in ("NOUN", "PROPN", "ADJ") or columns.starts[noun] < start:
        return True
    verb = head
    while columns.pos[verb] not in ("VERB", "AUX") and columns.heads[verb] != verb:
        verb = columns.heads[verb]
    if columns.pos[verb] != "VERB":
        return False
    if columns.lowers[columns.heads[verb]] in _GLAD:
        return False  # "we are happy to release the final version"
    helpers = [child for child in columns.children[verb] if columns.deps[child] in ("mark", "aux", "advmod")]
    if any(columns.lowers[child] in _UNREAL for child in helpers):
        return True
    has_subject = columns.has_child(verb, "nsubj") or columns.has_child(verb, "nsubj:pass")
    return columns.tags[verb] == "VB" and not has_subject  # "pick the cheapest room"


_PASSING = WordSet("superlatives/passing")
_OF_NO_KIND = WordSet("superlatives/of_no_kind")
_GLAD = WordSet("superlatives/glad")
_UNREAL = WordSet("superlatives/unreal")


_NEW = WordSet("superlatives/new")
_CLOSING = WordSet("superlatives/closing")
_THIS = re.compile(r"\b[Tt]his\s$")
LAST_OF = WordPattern(
    r"(?:<superlatives/closing>)\s+(?:<superlatives/stretch>)\s+(?:of|under|before|as)\s+(?:<common/article_or_possessor>|[A-Z])"
    r"|last\s+time\s+(?:that\s+)?(?:<common/article_or_possessor>|this|it|[A-Z])[^.;:!?\n]{2,60}?\s(?:was|were)\s+(?:in|on|during)\b",
    re.IGNORECASE,
)
"""What did come last: "the last year under the old plan", "the last time it rained was in March"."""


SCOPE_CHARS = 40
"""How far behind its phrase a superlative may name the field that it was found in."""

_CLAUSE_END = re.compile(r"[,;:.!?\n(]")

_PARTS = WordSet("superlatives/part")
_OPINIONS = WordSet("superlatives/opinion")
"""Words that order in time or by taste: they need to be said of something, as in "is the best"."""
_SCOPE_CASES = WordSet("superlatives/scope")
_POSSESSED = re.compile(r"(?:[’']s?|\b(?:its|their|his|her|our|whose))\s+(?:[\w-]+\s+)?$", re.IGNORECASE)


def _is_possessed(text: str, phrase: Offsets, start: int) -> bool:
    """Whether somebody's is said to be the most: "Islam's holiest site", "its lowest in 50 years"."""
    return _POSSESSED.search(text, max(0, min(phrase[0], start) - 24), start) is not None


_MONTHS = "|".join(calendar.month_name[1:])
# A superlative that names the field it was found in is said to be true there, wherever it stands.
_SCOPE = re.compile(
    r"\b(?:of\s+(?:its|their|his|her)\s+kind|ever|so\s+far|to\s+date|in\s+(?:the\s+(?:world|country|region|state|city|history)|history|decades"
    r"|years|Europe|Asia|Africa|America|(?:(?:at\s+least|more\s+than|nearly|almost|over|about|some)\s+)?(?:a\s+|\d+\s+|\w+\s+)?(?:years?|decades?"
    rf"|century|centuries|months|generations?))|on\s+record|of\s+all\s+time|worldwide|since\s+(?:\d{{4}}|records|the|{_MONTHS}))\b"
)

_LINKED_BEFORE = WordPattern(
    r"(?:\b(?:<superlatives/linked_before>)\s+(?:also\s+|still\s+|now\s+|currently\s+)?"
    r"|[,(–—]\s*)$",
)
