"""Words or thoughts put in somebody's mouth: direct quotations and indirect speech."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value
from claimcheck.grammar.antecedents.finding import antecedents_of
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.antecedents.finding import Antecedents
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument
    from claimcheck.reports.finding import Report


class QuoteValue(Value):
    """Who says it, by which words it is attributed, and whether it stands in quotation marks.

    `source` is a name where the text has a pronoun or a description and its antecedent is sure. `cue` is
    empty where only its place attributes a quotation.
    """

    source: str
    cue: str
    direct: bool

    def may_be_about(self, name: str) -> bool:
        """Whether a name is of who says or thinks something: no emissions do."""
        return name == self.source or may_speak(name)

    def describe(self, comparator: Comparator) -> str:  # noqa: ARG002 - the signature of every kind
        """Such as `Ann Ray said (direct)`."""
        manner = "direct" if self.direct else "indirect"
        return f"{self.source} {self.cue} ({manner})" if self.cue else f"{self.source} ({manner})"


class QuoteClaim(BaseClaim):
    """Words or thoughts put in somebody's mouth. The span is the content, without quotation marks.

    Direct or indirect, with a named or described source. Claims inside it are claims too, attributed to
    the source. Orders, wishes and questions are none.
    """

    kind: Literal["quote"] = "quote"
    value: QuoteValue

    colour: ClassVar[KindColour] = KindColour("relation", 260)
    example: ClassVar[tuple[str, str]] = ("Ann Ray said that the bridge is safe.", "the bridge is safe")


_NO_SOURCES = WordSet("quote/no_source")
"""Words that name no holder: the author, the reader, and what only evidence, not a speaker, can be."""


def is_attributing(document: NormalisedDocument, report: Report) -> bool:
    """Whether a report puts words or thoughts in somebody's mouth.

    Not: knowledge and perception ("X knows that"), indirect questions, imperatives, what the author or the
    reader says ("we show that"), and what no person, group, study or document holds ("this shows that").
    """
    if report.source is None or report.report_class == "know" or (report.question and not report.direct):
        return False
    if report.report_class == "utter" and not report.direct:
        return False
    if _is_misread(document, report):
        return False
    written = document.text[slice(*report.source)].split()
    words = [word.lower() for word in written]
    if not words or words[-1] in _NO_SOURCES or words[0] in _NOBODY:
        return False
    if _is_deed_or_design(document, report, words):
        return False
    if report.report_class in ("find", "describe") and not _is_data_of_somebody(written):
        is_no_holder = report.report_class == "find" and _is_mere_evidence(words)
        if is_no_holder or not _may_hold(written):
            return False
    return report.direct or report.report_class in VERBLESS or _has_verb(document, report)


def _is_deed_or_design(document: NormalisedDocument, report: Report, words: list[str]) -> bool:
    """Whether nobody holds what is said: what a method assumes, what one way of doing it is to say."""
    head = words[_head_end(words) - 1].strip(_MARKS)
    cue = document.text[slice(*report.cue)].lower()
    if cue.startswith("assum") and not report.direct and head in _DESIGNS:
        return True
    before = document.text[max(0, report.cue[0] - _REACH_OF_TO) : report.cue[0]]
    return not report.direct and _IS_TO.search(before) is not None and head in _DEEDS and not _is_owned(words)


def _is_owned(words: list[str]) -> bool:
    """Whether it is somebody's deed, who tells by it: "Acme's solution was to announce that"."""
    return any(word.endswith(("'s", "’s", "s'", "s’")) for word in words)


_REACH_OF_TO = 12
_IS_TO = WordPattern(r"\b(?:<technology/be>|be) to $")
_DEEDS = WordSet("quote/deed")
_DESIGNS = WordSet("quote/design")


def _is_misread(document: NormalisedDocument, report: Report) -> bool:
    """Whether words look like a report and tell something else: "the things people say about it are",
    "nothing she could say that would help", "the told-you-so", "the much anticipated 'blue room'".
    """
    text, (start, end) = document.text, report.cue
    if _HYPHENED_BEHIND.match(text, end) or _HYPHENED_BEFORE.search(text, max(0, start - 2), start):
        return True
    columns = columns_of(document)
    cue = columns.token_at(start) if columns.is_parsed and start < end else None
    if cue is None:
        return False
    if report.direct:
        is_described = columns.tags[cue] == "VBN" and columns.lowers[cue - 1] in _DEGREES
        return is_described and not any(columns.deps[child].startswith("aux") for child in columns.lefts(cue))
    first = columns.token_at(report.start)
    if first is None or report.start < end or len(report.content) > 1:
        return False
    if _TOLD_ABOUT.match(text, end) or _is_manner(columns, report, first):
        return True
    is_told_of = columns.deps[cue] in ("acl", "acl:relcl") and text[end : report.start] == " that "
    return is_told_of and columns.tags[first] in FINITE


def _is_manner(columns: TokenColumns, report: Report, first: int) -> bool:
    """Whether what a comma sets behind a cue only tells how it was said: "she said, her voice low"."""
    span = columns.span(report.start, report.end)
    is_set_off = columns.text[report.cue[1] : report.start] == ", "
    return is_set_off and span is not None and columns.tags[first] == "PRP$" and _states_none(columns, span)


def _states_none(columns: TokenColumns, span: tuple[int, int]) -> bool:
    """Whether no finite verb stands in words before what a conjunction opens."""
    opener = next((i for i in range(*span) if columns.lowers[i] in ("as", "while", "and", "when")), span[1])
    return FINITE.isdisjoint(columns.tags[span[0] : opener])


_HYPHENED_BEHIND = re.compile(r"-\w")
_HYPHENED_BEFORE = re.compile(r"\w-$")
_DEGREES = WordSet("quote/before_awaited")
_TOLD_ABOUT = WordPattern(
    r" about (?!the same )(?:<common/determiner>|<common/possessor>|it|them|him|us)\b(?<! an)(?<! a)"
    r"(?![^.;,\n]{0,60}(?: that|:) )"
)
"""Not what is said about something: "said about the deal that it cost $40 million", "about it: it fell"."""
_NOBODY = WordSet("quote/nobody")
VERBLESS = frozenset({"according", "describe", "place"})
"""Classes of reports whose cue is no verb."""


def may_speak(name: str) -> bool:
    """Whether what a pronoun was taken for may hold a thought: a name, people, a group or a writing."""
    words = name.split()
    if len(words) > 1 and words[0].lower() in _DETERMINERS:  # "The allegations", where a sentence begins
        is_named = any(character.isupper() for character in name[len(words[0]) :])
        return is_named or words[_head_end([word.lower() for word in words]) - 1] not in _SPEECHLESS
    return any(character.isupper() for character in name) or _may_hold(words)


def speaker_of(antecedents: Antecedents, document: NormalisedDocument, source: tuple[int, int]) -> str:
    """Who the source of a report is; as written where a pronoun was taken for a thing."""
    speaker = antecedents.speaker(*source)
    return speaker if may_speak(speaker) else document.text[slice(*source)]


def _has_verb(document: NormalisedDocument, report: Report) -> bool:
    """Whether anything is said: a clause has a verb, "AP" of "AP: Acme announces ..." has none; what begins
    with a preposition has a finite one.
    """
    columns = columns_of(document)
    if not columns.is_parsed:
        return True
    span = columns.span(report.start, report.end)
    if span is None:
        return True
    if (
        columns.pos[span[0]] == "ADP" and len(report.content) == 1
    ):  # 'In a letter to "friends," she said that'
        return any(columns.tags[i] in FINITE for i in range(*span))
    return span[1] - span[0] > _SHORT or any(columns.pos[i] in ("VERB", "AUX") for i in range(*span))


_SHORT = 4  # tokens of what may be a name and no statement; the tags of a longer clause may be wrong


def _may_hold(words: list[str]) -> bool:
    """Whether a source is a person, a group, a study, a document or a name: "job gains suggest" has none."""
    lowers = [word.lower().strip(_MARKS) for word in words]
    place = _head_end(lowers)
    head, low = words[place - 1].strip(_MARKS), lowers[place - 1]
    if low in _PERSONS or any(character.isdigit() for character in low):
        return True
    if head[:1].isupper() and (place > 1 or low not in kind_nouns()):
        return True
    if is_title(low) or kind_nouns().get(low, frozenset()) & _HOLDING_KINDS:
        return True
    return any(_is_holder(word) for word in lowers[:place])


def _is_holder(word: str) -> bool:
    """Whether a noun, singular or plural, stands for who or what says or shows something."""
    if word.endswith("ies"):
        return f"{word[:-3]}y" in holders()
    return word in holders() or word.removesuffix("s") in holders()


_MARKS = ".,;:()\"“”'’"
_PERSONS = WordSet("quote/person")
_HOLDING_KINDS = frozenset({"organization", "person", "group"})


@per_lexicon
def holders() -> frozenset[str]:
    """Groups, bodies and writings that say or show something, in the singular."""
    return frozenset(row["word"] for row in load_rows("en/holders.csv"))


def _is_mere_evidence(words: list[str]) -> bool:
    """Whether what shows something is no person, group, study or document: "the pattern suggests ..."."""
    return words == ["it"] or words[_head_end(words) - 1] in _no_holders()


def _is_data_of_somebody(written: list[str]) -> bool:
    """Whether evidence is said to come from somebody certain: "data from the ministry", but not "from 2019"
    or "from farmers".
    """
    words = [word.lower() for word in written]
    end = _head_end(words)
    whose = written[end + 1 :]
    if not _is_mere_evidence(words) or words[end : end + 1] != ["from"] or not whose:
        return False
    is_certain = whose[0][0].isupper() or whose[0] in _DETERMINERS
    is_dated = any(map(str.isdigit, "".join(whose)))
    return is_certain and not is_dated and _may_hold(whose)


_DETERMINERS = WordSet("common/determiner")
_SPEECHLESS = WordSet("common/speechless")


def _head_end(words: list[str]) -> int:
    """Where what stands behind the head of a source begins: 1 in "data from the ministry"."""
    return next((place for place, word in enumerate(words) if word in _AFTER_HEAD and place), len(words))


_AFTER_HEAD = WordSet("quote/after_head")


@per_lexicon
def _no_holders() -> frozenset[str]:
    return frozenset(row["word"] for row in load_rows("en/grammar_words.csv") if row["class"] == "evidence")


def find_quote_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """One draft for each report that puts words or thoughts in somebody's mouth."""
    antecedents = antecedents_of(document)
    for report in document.reports:
        if not is_attributing(document, report) or report.source is None:
            continue
        value = QuoteValue(
            source=speaker_of(antecedents, document, report.source),
            cue=document.text[slice(*report.cue)],
            direct=report.direct,
        )
        manner = "direct" if report.direct else "indirect"
        yield Draft(
            QuoteClaim,
            report.start,
            report.end,
            value,
            f"quote/{manner}_{report.report_class}",
            report.source,
        )
