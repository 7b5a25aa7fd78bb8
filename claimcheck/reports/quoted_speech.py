"""Direct quotations that no clause explains: the cue stands before or after them, or only their place tells.

By the conventions of English prose: a verb of speaking beside the quotation, the speaker of the quotation
before it in the paragraph, the speaker named in the sentence before, a name after a dash.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.complements import claim_of_others, is_noun_of, is_told
from claimcheck.reports.plain_sources import MAX_PLAIN_SOURCE_WORDS, source_before, source_beside
from claimcheck.reports.reporting_cues import Offsets, Report, ReportClass, entry_at
from claimcheck.reports.reporting_subjects import has_subject, is_naming, is_passive
from claimcheck.reports.source_phrases import source_phrase
from claimcheck.reports.sources import find_source
from claimcheck.tagging.texts import text_of, token_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from claimcheck.reports.quotations import Quotation, QuotationIndex
    from claimcheck.reports.reporting_cues import CueEntry

_SENTENCE_CLOSERS = frozenset(".!?…")

MAX_CUE_GAP_TOKENS = 14
"""Words between a quotation and its verb, "said Ann Ray, who led the team of the institute,": in GUM's news
and interviews all but one of the direct quotations lie within it.
"""

MIN_SPEECH_WORDS = 4
"""A shorter quotation is a name, a title or a word held at a distance, unless a verb of speaking stands
beside it.
"""


def find_quotation_reports(
    doc: Doc, quotations: QuotationIndex, clauses: Sequence[Report], *, parsed: bool
) -> Iterator[Report]:
    """Direct quotations, each with the cue that stands nearest by the conventions of English prose."""
    explained = {
        report.start: report
        for report in clauses
        if report.direct and (report.source is not None or report.report_class != "utter")
    }
    covered = _Cover([report for report in clauses if quotations.at(report.cue[0]) is None])
    previous: Report | None = None
    previous_end = 0
    for index, quotation in enumerate(quotations.outer):
        known = explained.get(quotation.inner_start)
        resumed = _resumed(text_of(doc), quotation, previous, previous_end)
        report = resumed or known
        if resumed is not None:
            yield resumed
        elif known is None and not covered.holds(quotation) and _is_speech(text_of(doc), quotation):
            next_start = (
                quotations.outer[index + 1].start if index + 1 < len(quotations.outer) else len(text_of(doc))
            )
            report = _framed(doc, quotation, previous_end, next_start, parsed=parsed)
            if report is None and _is_long(text_of(doc), quotation):
                report = _continued(text_of(doc), quotation, previous, previous_end)
                report = report or _introduced(doc, quotation, previous_end, parsed=parsed)
                report = report or _signed(doc, quotation)
                report = report or _labelled(text_of(doc), quotation)
                report = report or _paragraph_of_same(text_of(doc), quotation, previous, previous_end)
            if report is not None:
                yield report
        previous = report
        previous_end = quotation.end


_OPENER_WORDS = 1


def without_openers(reports: Sequence[Report], text: str) -> list[Report]:
    """The reports without the one word before a cue behind which the quotation goes on: "Well," he said."""
    kept = []
    for place, report in enumerate(reports):
        following = reports[place + 1] if place + 1 < len(reports) else None
        is_opener = (
            report.direct
            and following is not None
            and following.direct
            and following.cue == report.cue
            and following.start > report.end
            and len(_WORD.findall(text, report.start, report.end)) <= _OPENER_WORDS
        )
        if not is_opener:
            kept.append(report)
    return kept


class _Cover:
    """Whether a quotation stands within the content of an indirect report."""

    def __init__(self, reports: Sequence[Report]) -> None:
        pieces = sorted(piece for report in reports if not report.direct for piece in report.content)
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in pieces:
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, quotation: Quotation) -> bool:
        index = bisect_right(self._starts, quotation.inner_start) - 1
        return index >= 0 and quotation.inner_start < self._ends[index]


_WORD = re.compile(r"\w+(?:['’]\w+)*")


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation may be speech at all: not a name or a title, whose words are all in capitals."""
    words = _WORD.findall(text, quotation.inner_start, min(quotation.inner_end, quotation.inner_start + 400))
    if text[quotation.inner_end - 1] in ".,!?…":
        return bool(words)
    return any(not word[0].isupper() for word in words if len(word) >= _SHORTEST_TITLE_WORD)


_SHORTEST_TITLE_WORD = 4  # "The Rise of the House": short words stay small in titles


def _last_mark(text: str, quotation: Quotation) -> str:
    """The last character of a quotation, before the mark that closes another one: “He said, ‘Go.’”."""
    last = quotation.inner_end - 1
    return text[last - 1] if text[last] in "'’”\"" and last > quotation.inner_start else text[last]


def _is_long(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is speech without a verb beside it: a sentence, or the better part of one."""
    words = _WORD.findall(text, quotation.inner_start, min(quotation.inner_end, quotation.inner_start + 400))
    if len(words) < MIN_SPEECH_WORDS:
        return False
    ends_sentence = _last_mark(text, quotation) in ".,!?…" or text[quotation.end : quotation.end + 1] in (
        ".",
        ",",
    )
    capitals = sum(word[0].isupper() for word in words)
    return ends_sentence and capitals < len(words) * 0.7


def _framed(
    doc: Doc, quotation: Quotation, previous_end: int, next_start: int, *, parsed: bool
) -> Report | None:
    """The cue in the words right after the quotation, or right before it, in the same sentence."""
    after = _tokens_after(doc, quotation, next_start)
    before = _tokens_before(doc, quotation, previous_end)
    text = text_of(doc)
    if before and _is_in_phrase(before[-1], text, quotation):
        return None
    comma_inside = _last_mark(text, quotation) in ",?!" or text[quotation.end : quotation.end + 1] == ","
    found = None
    if comma_inside:
        found = _cue_after(after, parsed=parsed)
    if found is None:
        reach = (
            before
            if _is_long(text, quotation)
            or len(_WORD.findall(text, quotation.inner_start, quotation.inner_end)) >= MIN_SPEECH_WORDS
            else before[-_NEAR:]
        )
        found = _cue_before(reach, parsed=parsed)
    ends_within = _last_mark(text, quotation) != text[quotation.inner_end - 1]  # “He wrote, ‘Go.’” Roe said
    if found is None and not (comma_inside or ends_within) and _is_long(text, quotation):
        found = _cue_after(after[:4], parsed=parsed)
    if found is None and parsed and _is_long(text, quotation):
        found = _doer_before_colon(before)
    if found is None:
        return None
    source, cue, report_class = found
    return Report(((quotation.inner_start, quotation.inner_end),), source, cue, report_class, direct=True)


_CITING = frozenset({"citing", "quoting"})
_NEAR = 3  # tokens between a verb and a few words in quotation marks
_LONGEST_HELD = 8  # words that are held at a distance within a sentence of one's own


def _is_in_phrase(before: Token, text: str, quotation: Quotation) -> bool:
    """Whether a quotation is only a part of a noun phrase: "a large “personal space”", "himself “king”"."""
    words = _WORD.findall(text, quotation.inner_start, quotation.inner_end)
    if len(words) > _LONGEST_HELD or text[quotation.inner_end - 1] in "!?":
        return False
    if before.lower_ in _CITING:
        return True  # "Citing “a lack of data,” the panel forecast": of somebody else
    if before.pos_ == "ADP":  # "told us about “self-healing” roads"
        return len(words) < MIN_SPEECH_WORDS and not words[0][0].isupper() and before.lower_ != "as"
    return before.pos_ in ("DET", "ADJ", "NUM") or before.lower_.endswith(("self", "selves"))


_Found = tuple[Offsets | None, Offsets, ReportClass]
_SPEAKING = frozenset({"say", "utter", "think"})


def _tokens_after(doc: Doc, quotation: Quotation, next_start: int) -> list[Token]:
    """The words from a quotation to the end of its sentence or to the next quotation; behind a comma they may
    stand on the next line.
    """
    start = token_from(doc, quotation.end)
    is_on_next_line = _goes_on_below(doc, quotation, start)
    start += is_on_next_line
    tokens: list[Token] = []
    for token in doc[start : start + MAX_CUE_GAP_TOKENS]:
        if token.idx >= next_start or "\n" in token.text or (tokens and token.is_sent_start):
            break
        if token.text in _SENTENCE_CLOSERS or token.text == ";":
            break
        tokens.append(token)
    verb = next((token for token in tokens if entry_at(token) is not None), None)
    says_more = is_on_next_line and verb is not None and _says_something_else(verb)
    return [] if says_more else tokens


def _goes_on_below(doc: Doc, quotation: Quotation, start: int) -> bool:
    """Whether who speaks may stand on the line below a quotation that fills its own up to a comma."""
    text = text_of(doc)
    if text[quotation.inner_end - 1] != "," or text[: quotation.start].rstrip(" ")[-1:] not in ("", "\n"):
        return False
    return start < len(doc) and doc[start].is_space and doc[start].text.count("\n") == 1


def _says_something_else(verb: Token) -> bool:
    """Whether a verb of speaking tells what is said behind it: "The firm said sales fell"; not to whom."""
    return any(
        child.dep_ == "ccomp"
        or (child.dep_ == "obj" and child.pos_ == "NOUN" and verb.lower_ not in _TELLING)
        for child in verb.rights
    )


_TELLING = WordSet("reports/telling")


def _tokens_before(doc: Doc, quotation: Quotation, previous_end: int) -> list[Token]:
    """The words from the start of the sentence, or from the quotation before, to a quotation."""
    stop = token_from(doc, quotation.start)
    tokens: list[Token] = []
    for position in range(stop - 1, max(-1, stop - 1 - 3 * MAX_CUE_GAP_TOKENS), -1):
        token = doc[position]
        if token.idx < previous_end or token.text in _SENTENCE_CLOSERS:
            break
        if "\n" in token.text:
            if tokens and tokens[-1].text != ":":
                break
            continue
        tokens.append(token)
        if token.is_sent_start:
            break
    tokens.reverse()
    return tokens


def _cue_after(tokens: Sequence[Token], *, parsed: bool) -> _Found | None:
    """The first verb of speaking after the quotation: "...", said X; "...", X said."""
    for place, token in enumerate(tokens):
        entry = entry_at(token)
        if entry is None or entry.report_class not in _SPEAKING or _is_nominal(token) or is_told(token):
            continue
        source = find_source(token, entry) if parsed else None
        if source is None or not _is_near(source, tokens):
            source = source_beside(tokens, place)
        if source is None or (token.tag_ == "VBG" and source[0] > token.idx):
            continue  # "“...”, recalling their first meeting": what is recalled does not speak
        return source, (token.idx, token.idx + len(token)), entry.report_class
    return None


def _cue_before(tokens: Sequence[Token], *, parsed: bool) -> _Found | None:
    """X said, "..."; the last verb before the quotation, with its subject."""
    for place in range(len(tokens) - 1, max(-1, len(tokens) - 1 - MAX_CUE_GAP_TOKENS), -1):
        token = tokens[place]
        entry = entry_at(token)
        if entry is None or entry.report_class in ("know", "according") or _is_nominal(token):
            continue
        if entry.following and entry.report_class == "utter" and not _ends_remark(tokens, place, entry):
            continue
        if entry.report_class == "describe" and place + 1 < len(tokens) and tokens[place + 1].lower_ == "for":
            continue  # a request
        if entry.report_class == "describe" and not (
            parsed and has_subject(token) and not is_passive(token) and not is_naming(token)
        ):
            continue
        claimed = claim_of_others(token) if parsed else None
        if claimed is not None:
            return _claimant(claimed)
        source = find_source(token, entry) if parsed else None
        if source is None and not parsed:
            source = source_before(tokens[:place])
        if source is None:
            continue
        return source, (token.idx, token.idx + len(token)), entry.report_class
    return None


def _ends_remark(tokens: Sequence[Token], place: int, entry: CueEntry) -> bool:
    """Whether nothing but how it is said follows a cue of several words: "put it bluntly:", not "put it down
    to".
    """
    rest = tokens[place + 1 + len(entry.following) :]
    return tokens[-1].text in (":", ",") and all(
        token.is_punct or token.tag_ == "RB" or token.lower_ in ("this", "way") for token in rest
    )


def _claimant(noun: Token) -> _Found | None:
    """Whose claim it is: "a claim by the company", "the company's claim"."""
    for child in noun.children:
        is_by = child.dep_ == "nmod" and any(word.lower_ == "by" for word in child.lefts)
        if is_by or (child.dep_ == "nmod:poss" and child.pos_ != "PRON"):
            return source_phrase(child, noun), (noun.idx, noun.idx + len(noun)), "say"
    return None


def _doer_before_colon(tokens: Sequence[Token]) -> _Found | None:
    """Whoever does something that a quotation after a colon puts in words: "Ann Ray disagreed: “...”".

    Only a named person or firm and "he", "she", "they" speak so; what is, reads or means something does not.
    """
    if len(tokens) < 3 or tokens[-1].text != ":":
        return None
    for token in tokens:
        if token.pos_ != "VERB" or token.tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        subjects = [child for child in token.lefts if child.dep_ == "nsubj"]
        if not subjects or is_passive(token) or token.dep_ not in ("ROOT", "conj"):
            continue
        subject = subjects[0]
        if subject.lower_ not in _PERSONS and subject.pos_ != "PROPN":
            return None
        return source_phrase(subject, token), (token.idx, token.idx + len(token)), "utter"
    return None


_PERSONS = WordSet("reports/person")


def _paragraph_of_same(
    text: str, quotation: Quotation, previous: Report | None, previous_end: int
) -> Report | None:
    """A quotation that fills a paragraph without a cue: who is quoted in the paragraph before goes on."""
    if previous is None or not previous.direct or previous.source is None:
        return None
    before = text.rfind("\n", 0, quotation.start)
    after = text.find("\n", quotation.end)
    stop = after if after >= 0 else len(text)
    if text[before + 1 : quotation.start].strip() or text[quotation.end : stop].strip():
        return None
    gap = text[previous_end : quotation.start]
    if gap.strip().count("\n") or len(_WORD.findall(gap)) > MAX_CUE_GAP_TOKENS:
        return None
    cue = (quotation.start, quotation.start)
    return replace(
        previous, content=((quotation.inner_start, quotation.inner_end),), cue=cue, report_class="place"
    )


def _is_nominal(token: Token) -> bool:
    if token.tag_ == "NNS" and token.lower_ == "reads" and token.i + 1 < len(token.doc):
        return token.nbor().text not in _SENTENCE_CLOSERS  # "“...,” the union release reads."
    return (
        token.pos_ in ("NOUN", "PROPN", "ADP", "ADJ")
        or is_noun_of(token)
        or (token.idx > 0 and text_of(token.doc)[token.idx - 1] in "#@/")
    )


def _is_near(source: Offsets, tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].idx <= source[0] <= tokens[-1].idx


def _resumed(text: str, quotation: Quotation, previous: Report | None, previous_end: int) -> Report | None:
    """The second half of a quotation that only its speaker and verb interrupt: "...," she said, "..."."""
    if previous is None or not previous.direct or previous.source is None:
        return None
    gap = text[previous_end : quotation.start]
    if len(gap) > _LONGEST_INTERRUPTION or "\n" in gap or gap.rstrip()[-1:] not in (",", ":"):
        return None
    named = [text[slice(*previous.source)], text[slice(*previous.cue)]]
    if sorted(_WORD.findall(gap)) != sorted(word for part in named for word in _WORD.findall(part)):
        return None
    return replace(previous, content=((quotation.inner_start, quotation.inner_end),))


_LONGEST_INTERRUPTION = 200  # characters; a speaker's name, a title and a verb


def _continued(text: str, quotation: Quotation, previous: Report | None, previous_end: int) -> Report | None:
    """A quotation in the sentence after another one, in the same paragraph: the same speaker goes on."""
    if previous is None or not previous.direct:
        return None
    gap = text[previous_end : quotation.start]
    cue_between = previous_end <= previous.cue[0] < quotation.start
    if "\n" in gap or not (cue_between or not gap.strip() or _REMARK.fullmatch(gap)):
        return None
    if len(_WORD.findall(gap)) > MAX_CUE_GAP_TOKENS:
        return None
    return replace(previous, content=((quotation.inner_start, quotation.inner_end),))


_REMARK = re.compile(r",? [a-z]+ing\b[^.!?\"“”\n]{0,80}\.\s+")
"""What a participle adds behind a quotation, before the speaker goes on: ", recalling their meeting."."""


def _introduced(doc: Doc, quotation: Quotation, previous_end: int, *, parsed: bool) -> Report | None:
    """A quotation that is a sentence of its own: the sentence before it names the speaker."""
    stop = token_from(doc, quotation.start)
    if stop == 0 or stop >= len(doc):
        return None
    last = doc[stop - 1]
    if last.text not in _SENTENCE_CLOSERS and last.text not in (":", ";", ","):
        return None
    start = stop - 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    tokens = [token for token in doc[start:stop] if token.idx >= previous_end]
    for place, token in enumerate(tokens):
        entry = entry_at(token)
        if entry is None or entry.report_class not in _SPEAKING or _is_nominal(token):
            continue
        source = find_source(token, entry) if parsed else source_before(tokens[:place])
        if source is not None:
            cue = (token.idx, token.idx + len(token))
            content = ((quotation.inner_start, quotation.inner_end),)
            return Report(content, source, cue, entry.report_class, direct=True)
    return None


_LABEL = re.compile(
    r"(?:^|\n)[^\S\n]*[-•*]?[^\S\n]*"
    r"(?P<name>[A-Z][\w.'’-]*(?: (?:of |de |van |von |al-)?[A-Z][\w.'’-]*){0,4})(?P<colon>:)\s*$"
)
_LABEL_WINDOW = 80


def _labelled(text: str, quotation: Quotation) -> Report | None:
    """A quotation behind a name and a colon that open their line: 'Ann Ray: "It is safe."'."""
    match = _LABEL.search(text, max(0, quotation.start - _LABEL_WINDOW), quotation.start)
    if match is None or (match.start("name") > 0 and text[match.start("name") - 1] not in "\n -•*"):
        return None
    content = ((quotation.inner_start, quotation.inner_end),)
    return Report(content, match.span("name"), match.span("colon"), "place", direct=True)


_SIGNATURE = re.compile(
    r"[\s]*(?P<dash>—|–|--?|~)[^\S\n]*(?P<name>[^\s\d\"“].{1,80}?)[^\S\n]*(?=[,(\n]|\.?$|\.\n)"
)
_SIGNATURE_WINDOW = 120


def _signed(doc: Doc, quotation: Quotation) -> Report | None:
    """A quotation with a name after a dash: "..." - Jane Roe."""
    text = text_of(doc)
    match = _SIGNATURE.match(text, quotation.end, min(len(text), quotation.end + _SIGNATURE_WINDOW))
    if match is None or not match["name"][0].isupper() or len(match["name"].split()) > MAX_PLAIN_SOURCE_WORDS:
        return None
    content = ((quotation.inner_start, quotation.inner_end),)
    return Report(content, match.span("name"), match.span("dash"), "place", direct=True)
