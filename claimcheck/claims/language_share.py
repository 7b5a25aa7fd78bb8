"""A share of a code base, or of texts or speakers, in a programming or natural language."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from claimcheck.claims.base import AmountValue, BaseClaim, Comparator, Draft, KindColour, amounts_of
from claimcheck.grammar.list_subjects import introduced_subject
from claimcheck.grammar.subjects import find_subject
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.names.lists import load_name_table
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.names.finding import NameMention
    from claimcheck.quantities.finding import Quantity


class LanguageShareValue(AmountValue):
    """A share in percent, and the language as written."""

    language: str

    def describe(self, comparator: Comparator) -> str:
        """Such as `98.8 % Python`."""
        return f"{self.amount_text(comparator)} % {self.language}"


class LanguageShareClaim(BaseClaim):
    """A share of code, texts or speakers in a language.

    “Entirely” and “only” are 100, “half” is 50, “mostly”, “mainly” and “predominantly” are more than 50.
    The number is in percent.
    """

    kind: Literal["language_share"] = "language_share"
    value: LanguageShareValue

    colour: ClassVar[KindColour] = KindColour("share", 195)
    example: ClassVar[tuple[str, str]] = (
        "The repository is 98.8% written in Python.",
        "98.8% written in Python",
    )


# Between share and language: "98.8% written in Python", "45% of the code is Python", "60% is in English"
_SHARE_FIRST = re.compile(
    r"\s*(?:of\s+(?:the|its|their|our|this|that|all(?:\s+the)?)\s+(?P<whole>[\w-]+(?:\s[\w-]+){0,3}?)\s*(?:,[^,]{1,40},)?\s+(?:code\s+)?)?"
    r"(?:(?:is|are|was|were|being|consists?\s+of|comes?)\s+)?(?:still\s+|now\s+|already\s+)?"
    r"(?:pure\s+)?(?:(?:written|coded|programmed|implemented|developed|built)\s+)?(?:entirely\s+)?"
    r"(?:(?:in|using|with)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
# Between the language and the share: "Python accounts for 45% of the code", "Python (98.8%)", "Python: 98.8%"
_LANGUAGE_FIRST = WordPattern(
    r"\s*(?:\(|:|at|code\s+at)?\s*|\s+(?:code\s+)?(?:accounts?|accounted|accounting)\s+for\s+"
    r"|\s+(?:code\s+)?(?:makes?|made|making)\s+up\s+"
    r"|\s+(?:<language_share/making_up>)\s+(?:used\s+(?:for|in)\s+)?",
    re.IGNORECASE,
)
_CODE = WordPattern(
    r"\b(?:code|codebase|code\s?base|<language_share/code>)\b",
    re.IGNORECASE,
)
_TEXT = WordPattern(
    r"\b(?:<language_share/text>)\b",
    re.IGNORECASE,
)
_WHOLE_AFTER = WordPattern(
    r"\s+of\s+(?P<whole>(?:<common/article_or_possessor>|all)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:<language_share/code>|<language_share/text_noun>|codebase|code\s+base))\b",
    re.IGNORECASE,
)
_CODE_AFTER = re.compile(r"\s+code\b", re.IGNORECASE)
_LIST_NEXT = re.compile(r"\s*(?:,|and|&|/|,\s*and|or)\s*", re.IGNORECASE)


_PERIOD = re.compile(r"[QH][1-4]|FY\s?\d{0,4}")  # "1.6% in Q4"


def find_language_share_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Shares in percent beside a language, and words for all, half or most of something in a language."""
    for sentence in document.sentences:
        languages = [
            name for name in sentence.names if name.label == "language" and not _PERIOD.fullmatch(name.text)
        ]
        has_percent = any(quantity.kind == "percent" for quantity in sentence.quantities)
        if not languages and not has_percent:
            continue
        if has_percent:
            yield from _percent_shares(document, sentence, languages)
        if languages:
            yield from _worded_shares(document, sentence, languages)


def _percent_shares(
    document: NormalisedDocument, sentence: Sentence, languages: list[NameMention]
) -> Iterator[Draft]:
    text = document.text
    pairs = _pairs(document, sentence, languages)
    is_sure = any(pair.is_sure for pair in pairs) or len(pairs) > 1
    previous_end, subject = sentence.start, None
    for pair in pairs:
        if not (pair.is_sure or is_sure):
            continue
        start, end = pair.start, pair.end
        code = _CODE_AFTER.match(text, end)
        end = code.end() if code and pair.order == "share-first" else end
        if subject is None or not _LIST_NEXT.fullmatch(text, previous_end, start):
            subject = _whole_of(document, sentence, pair, languages, subject)
        if subject is None and pair.order == "line-of-list":
            subject = introduced_subject(text, sentence)
        previous_end = end
        yield Draft(
            LanguageShareClaim,
            start,
            end,
            LanguageShareValue(**amounts_of(pair.quantity), language=pair.language),
            f"language_share/{pair.order}",
            subject,
            pair.quantity.comparator,
            (pair.quantity,),
        )


def _whole_of(
    document: NormalisedDocument,
    sentence: Sentence,
    pair: _Pair,
    languages: list[NameMention],
    told_before: tuple[int, int] | None,
) -> tuple[int, int] | None:
    """What the share is one of, "the tokens" in "Python accounts for 24% of the tokens": never a language
    itself, for which the whole told before in the sentence stands.
    """
    if pair.order == "language-first":
        whole = _WHOLE_AFTER.match(document.text, _sign_end(document.text, pair.quantity), sentence.end)
        if whole is not None:
            return whole.span("whole")
    subject = find_subject(document, sentence, pair.start, pair.end)
    if subject is None:
        return None
    own = document.text[slice(*subject)]
    is_language_itself = is_language(own) or any(
        subject[0] < language.end and language.start < subject[1] for language in languages
    )
    return told_before if is_language_itself else subject


class _Pair(NamedTuple):
    """A share beside a language.

    Attributes:
        order: how the two stand beside each other; a claim is found by it.
        is_sure: whether the two need no other such pair to be believed.
    """

    quantity: Quantity
    language: str
    start: int
    end: int
    order: str
    is_sure: bool


def _pairs(document: NormalisedDocument, sentence: Sentence, languages: list[NameMention]) -> list[_Pair]:
    text = document.text
    pairs = _respective_pairs(text, sentence, languages)
    paired = {id(pair.quantity) for pair in pairs}
    for quantity in sentence.quantities:
        if quantity.kind != "percent" or quantity.unit != "percent" or id(quantity) in paired:
            continue
        last = max(quantity.number_end, quantity.end, _sign_end(text, quantity))
        after = _language_after(text, quantity, languages)
        if after is not None:
            end = max(last, after.end)
            pairs.append(_Pair(quantity, after.text, quantity.start, end, "share-first", is_sure=True))
            continue
        gapped_after = pairs[-1] if pairs and pairs[-1].order == "language-first" else None
        before = _language_before(text, sentence, quantity, languages, gapped_after)
        listed = _listed_pair(document, sentence, quantity, _sign_end(text, quantity))
        is_stated = before is not None and _is_stated(text, sentence, before.end, quantity.start)
        # a line of a list says what it is, whether or not its name was found as one
        if before is not None and (is_stated or listed is None or not listed.is_sure):
            pairs.append(
                _Pair(quantity, before.text, before.start, last, "language-first", is_sure=is_stated)
            )
        elif listed is not None:
            pairs.append(listed)
    return pairs


def _respective_pairs(text: str, sentence: Sentence, languages: list[NameMention]) -> list[_Pair]:
    """As many shares as languages before them, in order: "Rust and Go make up 62% and 31%, respectively"."""
    end = text.find("respectively", sentence.start, sentence.end)
    if end < 0:
        return []
    shares = [q for q in sentence.quantities if q.unit == "percent" and q.end <= end]
    listed = [language for language in languages if shares and language.end <= shares[0].start]
    listed = listed[-len(shares) :]
    spoken = _CODE.search(text, sentence.start, sentence.end) or _TEXT.search(
        text, sentence.start, sentence.end
    )
    if len(shares) < 2 or len(listed) != len(shares) or spoken is None:
        return []
    gaps = [(one.end, other.start) for one, other in pairwise(listed)]
    gaps += [(_sign_end(text, one), other.start) for one, other in pairwise(shares)]
    if not all(_LIST_NEXT.fullmatch(text, *gap) for gap in gaps):
        return []
    return [
        _Pair(share, language.text, share.start, _sign_end(text, share), "respective", is_sure=True)
        for share, language in zip(shares, listed, strict=True)
    ]


def _is_stated(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a verb, or code or text spoken of, makes the share one in the language before it."""
    verb = text[start:end].strip(" (:")
    return bool(
        verb
        or _CODE.search(text, sentence.start, sentence.end)
        or _TEXT.search(text, sentence.start, sentence.end)
    )


_LISTED_AFTER = re.compile(r"\s+(?P<name>[A-Za-z][\w+#]*(?:\s[A-Z][\w+#]*)?)(?![\w-])")
_LISTED_BEFORE = re.compile(r"(?<![\w.-])(?P<name>[A-Z][\w+#.]*(?:\s[A-Z][\w+#]*)?)\s*[(:=–-]?\s*$")
_TOLD_BEFORE = re.compile(
    r"(?<![\w.-])(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+(?:(?:accounts?|accounted)\s+for|ma(?:kes?|de)\s+up)\s+$"
)
_TEXT_NOUN = WordPattern(r"\s+(?:\w+\s+){0,2}?(?:<language_share/text_noun>)\b")
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which)\s+(?P<name>[A-Z][a-z]+)(?=\s*(?:[.,;)]|and\b|$))")
_OF_WHOLE = WordPattern(
    r"\s+of\s+(?:<common/article_or_possessor>|all)\s+(?:[\w-]+\s+){0,2}(?:<language_share/text>)\s+"
    r"(?:is|are|was|were)\s+(?:in\s+)?(?P<name>[A-Z][a-z]+)(?=\s*(?:[.,;)]|and\b|$))"
)
_LINE = re.compile(r"\W*(?P<name>[A-Z][\w+#.-]*(?:\s[\w+#()-]+){0,2})\s*[:=|–-]\s*[~≈<>]?\s*\d[\d.]*\s?%\W*")
_LANGUAGES = re.compile(r"\blanguages?\b", re.IGNORECASE)
_VARIETIES = ("Simplified ", "Traditional ", "Brazilian ", "Mandarin ", "Modern ", "Standard ", "European ")
_HEADING_CHARS = 1500


def _listed_pair(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity, last: int
) -> _Pair | None:
    """A language that only the lists know: "English: 75.0%" on its line, "13% English text"."""
    text = document.text
    line = _LINE.fullmatch(text[sentence.start : sentence.end])
    if line is not None:
        name = line["name"]
        if not is_language(name):
            return None
        heading = text[max(0, sentence.start - _HEADING_CHARS) : sentence.start]
        start = sentence.start + line.start("name")
        is_sure = _LANGUAGES.search(heading) is not None
        return _Pair(quantity, name, start, last, "line-of-list", is_sure=True) if is_sure else None
    after = _LISTED_AFTER.match(text, last, sentence.end)
    if after is not None:
        for name in (after["name"], after["name"].split()[0]):
            if is_language(name) or is_language_in_small_letters(name):
                end = after.start("name") + len(name)
                noun = _TEXT_NOUN.match(text, end, sentence.end)
                if noun is not None:
                    return _Pair(quantity, name, quantity.start, noun.end(), "share-first", is_sure=True)
                closed = re.match(r"\s*(?:[,.;)]|and\b|$)", text[end : sentence.end])
                return (
                    _Pair(quantity, name, quantity.start, end, "share-first", is_sure=False)
                    if closed
                    else None
                )
    of_whole = _OF_WHOLE.match(text, last, sentence.end)
    if of_whole is not None and is_language(of_whole["name"]):
        return _Pair(quantity, of_whole["name"], quantity.start, of_whole.end(), "share-first", is_sure=True)
    of_them = _OF_THEM.match(text, last, sentence.end)
    if of_them is not None and is_language(of_them["name"]):
        is_sure = _LANGUAGES.search(text, sentence.start, quantity.start) is not None
        return _Pair(quantity, of_them["name"], quantity.start, of_them.end(), "share-first", is_sure=is_sure)
    before = _LISTED_BEFORE.search(text, max(sentence.start, quantity.start - 40), quantity.start)
    if before is not None and is_language(before["name"]):
        return _Pair(quantity, before["name"], before.start("name"), last, "language-first", is_sure=False)
    told = _TOLD_BEFORE.search(text, max(sentence.start, quantity.start - 40), quantity.start)
    if told is not None and is_language(told["name"]) and _TEXT.search(text, last, sentence.end):
        last = max(last, quantity.end)
        return _Pair(quantity, told["name"], told.start("name"), last, "language-first", is_sure=False)
    return None


def is_language(name: str) -> bool:
    """Whether the lists of languages hold the name, a variety before it left out ("Simplified Chinese")."""
    for variety in _VARIETIES:
        name = name.removeprefix(variety)
    if len(name) == 1 and name not in ("C", "D", "R"):
        return False  # the language B is a letter nearly everywhere
    return any(entry.label == "language" for entry in load_name_table().readings(name))


_LOW = WordSet("claims/low_language")


def is_language_in_small_letters(name: str) -> bool:
    """Whether a word in small letters is a programming language in a list of such: "assembly", "shell"."""
    return name in _LOW or any(entry.label == "language" for entry in load_name_table().folded.get(name, ()))


def _language_after(text: str, quantity: Quantity, languages: list[NameMention]) -> NameMention | None:
    sign_end = _sign_end(text, quantity)
    for language in languages:
        if language.start < sign_end:
            continue
        gap = text[sign_end : language.start]
        match = _SHARE_FIRST.fullmatch(gap)
        if match is None:
            return None
        whole = match["whole"]
        if whole and not (_CODE.search(whole) or _TEXT.search(whole)):
            return None  # "40% of the developers are Python users" is about people
        return language if not _is_about_people(text, language) else None
    return None


_PERCENT_SIGN = re.compile(r"\s*(?:%|percent|per\s+cent|pct|pc)?", re.IGNORECASE)


def _sign_end(text: str, quantity: Quantity) -> int:
    match = _PERCENT_SIGN.match(text, quantity.number_end)
    assert match is not None
    return match.end()


_PEOPLE = WordPattern(
    r"[\s-]+(?:<language_share/people>)\b",
    re.IGNORECASE,
)


def _is_about_people(text: str, language: NameMention) -> bool:
    return _PEOPLE.match(text, language.end) is not None


def _language_before(
    text: str,
    sentence: Sentence,
    quantity: Quantity,
    languages: list[NameMention],
    told_before: _Pair | None,
) -> NameMention | None:
    """The language its share follows: "Python accounts for 45%"; "Java for 11%" after one with a verb."""
    if text.find("respectively", quantity.end, sentence.end) >= 0:
        return (
            None  # "Rust and Go make up 62% and 31%, respectively": the nearest language need not be its own
        )
    for language in reversed(languages):
        if language.end > quantity.start:
            continue
        match = _LANGUAGE_FIRST.fullmatch(text, language.end, quantity.start)
        if match is None:
            if told_before is None or text[language.end : quantity.start].strip() != "for":
                return None
            return language if _LIST_NEXT.fullmatch(text, told_before.end, language.start) else None
        verb = match[0].strip(" (:")
        is_told = _is_stated(text, sentence, language.end, language.end) or _LANGUAGES.search(
            text, sentence.start, language.start
        )
        return language if not verb or is_told else None
    return None


@per_lexicon
def _share_words() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"]) for row in load_rows("en/share_words.csv"))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@per_lexicon
def _share_meanings() -> dict[str, tuple[Decimal, Comparator]]:
    return {
        row["word"]: (Decimal(row["percent"]), row["comparator"])  # type: ignore[misc]
        for row in load_rows("en/share_words.csv")
    }


_WRITTEN = r"(?:written|coded|programmed|implemented|developed|built|based)"
_WRITTEN_BEFORE = re.compile(rf"(?:\b{_WRITTEN}\s+)$", re.IGNORECASE)
_TO_LANGUAGE = re.compile(
    rf"\s+(?:of\s+(?:it|them|the\s+\w+)\s+)?(?:is\s+|are\s+)?"
    rf"(?:{_WRITTEN}\s+(?:in|using|on)\s+|in\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_WHOLE_WRITTEN = re.compile(
    rf"\b(?:the\s+)?(?:entire|whole)\s+[\w-]+(?:\s[\w-]+)?\s+(?P<verb>(?:[\w’']+\s+){{1,5}}?){_WRITTEN}\s+(?:in|using)\s+$",
    re.IGNORECASE,
)


def _worded_shares(
    document: NormalisedDocument, sentence: Sentence, languages: list[NameMention]
) -> Iterator[Draft]:
    text = document.text
    for match in _share_words().finditer(text, sentence.start, sentence.end):
        listed = _language_list(text, match.end(), languages)
        if listed is None:
            continue
        first, last = listed
        percent, comparator = _share_meanings()[match[0].lower()]
        gap = text[match.end() : first.start].lower()
        # "mostly Python" needs a word for writing or a copula; "entirely in Python" has it in itself
        if not (
            " in " in f" {gap} "
            or "using" in gap
            or _COPULA_BEFORE.search(text, sentence.start, match.start())
            or _CODE_OR_CODING.search(text, sentence.start, sentence.end)
        ):
            continue
        written = _WRITTEN_BEFORE.search(text, sentence.start, match.start())
        start = written.start() if written else match.start()
        yield _worded_draft(
            document, sentence, (start, last.end), (first, last), percent, comparator, "share-word"
        )
    for language in languages:
        part = _PART_OF_CODE.search(text, sentence.start, language.start)
        if part:
            percent, comparator = _PARTS[part["part"].lower()]
            yield _worded_draft(
                document,
                sentence,
                (part.start(), language.end),
                (language, language),
                percent,
                comparator,
                "part-of-code",
            )
        whole = _WHOLE_WRITTEN.search(text, sentence.start, language.start)
        if whole:
            yield _worded_draft(
                document,
                sentence,
                (whole.start(), language.end),
                (language, language),
                Decimal(100),
                "=",
                "whole-written",
                opens_with_subject=True,
            )


_PART_OF_CODE = re.compile(
    rf"\b(?P<part>most|the\s+majority|a\s+majority|the\s+bulk|half|all)\s+of\s+(?:the|its|their|our|this|that)\s+(?:[\w-]+\s+)?"
    rf"(?:code|codebase|code\s+base|source|repository|text|corpus|data|articles|documents|pages)\s+(?:is|are|was|were)\s+"
    rf"(?:still\s+|now\s+)?(?:{_WRITTEN}\s+)?(?:in\s+|using\s+)?$",
    re.IGNORECASE,
)
_PARTS: dict[str, tuple[Decimal, Comparator]] = {
    "most": (Decimal(50), ">"),
    "the majority": (Decimal(50), ">"),
    "a majority": (Decimal(50), ">"),
    "the bulk": (Decimal(50), ">"),
    "half": (Decimal(50), "="),
    "all": (Decimal(100), "="),
}
_COPULA_BEFORE = re.compile(r"\b(?:is|are|was|were)\s+(?:still\s+|now\s+)?$", re.IGNORECASE)
_CODE_OR_CODING = WordPattern(
    r"\b(?:<language_share/coding>|front.?end|back.?end)\b",
    re.IGNORECASE,
)


def _language_list(
    text: str, start: int, languages: list[NameMention]
) -> tuple[NameMention, NameMention] | None:
    """First and last of the coordinated languages that follow a share word at `start`."""
    following = [language for language in languages if language.start >= start]
    if not following or not _TO_LANGUAGE.fullmatch(text, start, following[0].start):
        return None
    if _is_about_people(text, following[0]):
        return None
    last = following[0]
    for language in following[1:]:
        if not _LIST_NEXT.fullmatch(text, last.end, language.start):
            break
        last = language
    return following[0], last


def _worded_draft(
    document: NormalisedDocument,
    sentence: Sentence,
    span: tuple[int, int],
    listed: tuple[NameMention, NameMention],
    percent: Decimal,
    comparator: Comparator,
    rule: str,
    *,
    opens_with_subject: bool = False,
) -> Draft:
    first, last = listed
    subject = find_subject(document, sentence, *span)
    if opens_with_subject:
        verb = re.search(rf"\s(?:{_AUXILIARY})\b", document.text[slice(*span)])
        subject = (span[0], span[0] + verb.start()) if verb else subject
    return Draft(
        LanguageShareClaim,
        *span,
        LanguageShareValue(number=percent, language=document.text[first.start : last.end]),
        f"language_share/{rule}",
        subject,
        comparator,
    )


_AUXILIARY = (
    "is|are|was|were|be|been|has|have|had|may|might|could|can|must|should|will|would|isn|wasn|did|does"
)


RULES = (
    Rule("language_share/share-first", "The tool is 80% Rust.", "The tool is 80% steel."),
    Rule(
        "language_share/language-first",
        "Python accounts for 45% of the code.",
        "Rent accounts for 45% of the cost.",
    ),
    Rule(
        "language_share/respective",
        "Rust and Go make up 62% and 31% of the code, respectively.",
        "Rust and Go make up 62% of the code, and 31% of it is old, respectively.",
    ),
    Rule(
        "language_share/line-of-list",
        "Languages of the answers:\n\nPolish: 5.4%\n",
        "Turnout by town:\n\nPolish: 5.4%\n",
    ),
    Rule(
        "language_share/share-word",
        "The server is written mostly in Rust.",
        "The server is mostly idle in Rust.",
    ),
    Rule("language_share/whole-written", "The entire engine is written in Rust.", "The server is in Rust."),
    Rule("language_share/part-of-code", "Most of the code is Go.", "Most of the staff is Dutch."),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
