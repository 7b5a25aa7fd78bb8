"""Shares that leave each other out: of one whole, of those who choose, of the languages of a code base."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.checking.lint.context import slots
from claimcheck.checking.lint.figures import (
    ABOUT,
    HUNDRED,
    Interval,
    as_share,
    shown_number,
    shown_sum,
    sum_of,
)
from claimcheck.checking.lint.parts.wholes import find_crowded_wholes, unread_fractions
from claimcheck.claims.language_share import LanguageShareClaim
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence
    from claimcheck.claims.base import BaseClaim

_NESTED = WordPattern(r"\b(?:<lint/nested>)\b")
"""Beside these the shares of a sentence are not those of one whole."""

_SEVERAL_ANSWERS = WordPattern(r"\b(?:<lint/several_answers>)\b", re.IGNORECASE)
"""Where these stand in a text, its shares may be of people who chose more than one."""

_REMAINING = slots(r"\b(?:<lint/rest>|other)(?: \w+)? ?(?:(?:of|<lint/copula>) |, |\()?(?:\w+ ){0,2}?<rest>")
_REST = WordPattern(r"\b(?:<lint/rest>)\b")
_WHOLE = WordPattern(r"\b(?:<lint/divided_whole>)\b")


def _slack(shares: Sequence[Figure]) -> Interval:
    return sum_of(shares).widened(0.5)


_MOST_OF_ONE = 150.0
"""Shares that come to more are those of several wholes: of two groups."""


def find_wrong_rest(text: LintText) -> Iterator[Finding]:
    """Shares with "the remaining", or in a list of what a whole is made of, that are not 100 % together."""
    for sentence in text.sentences:
        words = sentence.template
        shares = [figure for figure in sentence.figures if figure.unit == "percent"]
        shares += unread_fractions(sentence)
        if len(shares) < 2 or _NESTED.search(words) or any(share.number > HUNDRED for share in shares):
            continue
        named = _REMAINING.search(words) if _REST.search(words) else None
        whole = _WHOLE.search(words)
        if named is not None:
            rest = sentence.figures[int(named["rest"])]
            if rest.unit != "percent" or _some_make_100(shares, rest):
                continue
        elif (
            whole is None
            or not HUNDRED < _slack(shares).low <= _MOST_OF_ONE
            or _are_of_several(sentence, words[whole.end() :])
        ):
            continue
        yield from _sum_of_shares(text, sentence, shares, "not 100 %")


_ONE_CHOICE = WordPattern(
    r"<[0-9]+>[^<;]{1,60}<[0-9]+>[^<;]{1,60}<[0-9]+>[^<;]{0,25}?\b(?:<lint/voted_neither>)\b"
)
"""Answers of which the last is that of those who chose none."""

_VOTED = WordPattern(
    r"<[0-9]+>[^<;]{0,40}?\b(?:<lint/voted_for>)\b[^<;]{0,60}?"
    r"<[0-9]+>[^<;]{0,40}?\b(?:<lint/voted_against>)\b[^<;]{0,40}?"
    r"<[0-9]+>[^<;]{0,40}?\b(?:<lint/voted_neither>)\b"
)
"""The answers to one question that leave each other out."""

_DIVIDED = WordPattern(
    r"<[0-9]+> (?:of )?(?:<lint/whole_start>) (?:\w+ )?(?:<lint/divided_sum>) (?:<lint/divided_verb>)"
    r" (?P<where><lint/divided_where>) [^<;]{1,40}?<[0-9]+> (?:(?:<lint/divided_verb>) )?(?P=where) "
    r"[^<;]{1,40}?<[0-9]+> (?:(?:<lint/divided_verb>) )?(?P=where) "
)
"""One sum, and where each share of it goes or comes from."""

_FRONTED = WordPattern(
    r"^of (?:all )?(?:<lint/whole_start>) (?:\w+ )?(?:<lint/divided_sum>)[^<;:]{0,60}?, (?:(?:<lint/near>) )?<[0-9]+> (?:<lint/divided_verb>) (?P<where><lint/divided_where>) "
    r"[^<;]{1,40}?(?:<[0-9]+> (?:(?:<lint/divided_verb>) )?(?P=where) [^<;]{1,40}?)+(?=[.;:]|$)"
)
"""The same with the sum first: "Of the water used, 68 percent goes to farms ..."."""

_CHOSEN = WordPattern(
    r"<[0-9]+>(?: (?:of )?(?:(?:<lint/whole_start>) )?[a-z-]+)? (?:<lint/chosen_verb>) (?P<where><lint/divided_where>) "
    r"[^<;]{1,40}?<[0-9]+> (?:(?:<lint/chosen_verb>) )?(?P=where) [^<;]{1,40}?"
    r"(?:<[0-9]+> (?:(?:<lint/chosen_verb>) )?(?P=where) [^<;]{1,40}?)*(?=[.;:]|$)"
)
"""The shares of those who choose one of some: "48% voted for Lind and 37% for Aas"."""

_LISTED = WordPattern(
    r"\b(?:<lint/parted>) ?[:–—] ?<[0-9]+>[^<;:]{1,40}?(?:,|;| and) ?(?:and )?<[0-9]+>[^<;:]{1,40}?"
    r"(?:(?:,|;| and) ?(?:and )?<[0-9]+>[^<;:]{1,40}?)+(?=[.;:]|$)"
)
"""The shares of a whole behind a colon: "three sources: 45 % from wind, 40 % from gas and 25 % from coal"."""


_MADE_UP = WordPattern(
    r"\b(?:<lint/making_up>) (?:(?:<lint/near>) )?<[0-9]+>(?: (?:of )?[a-z' -]{1,40})?"
    r"(?:,? (?:and )?(?:(?!and\b)[\w'-]+ ){1,4}(?:(?:<lint/making_up>) )?(?:(?:<lint/near>) )?<[0-9]+>(?: of [a-z' -]{1,40})?){2,}"
)
"""What a whole is made up of: "commuters make up 48% of passengers, tourists 37% and students 15%"."""

_LABELLED = WordPattern(
    r"\b(?:<lint/parted>|<lint/divided_whole>) ?[:–—] ?(?:(?!and\b)[a-z'-]+ ){1,4}?\(?<[0-9]+>\)?(?:(?:,|;| and|, and) ?(?:and )?(?:[a-z'-]+ ){1,4}?\(?<[0-9]+>\)?){2,}(?=[.;:]|$)"
)
"""The same with the name of each part before its share: "as follows: shares 55%, bonds 35%, property 10%"."""

_AGAIN = r"(?:,? (?:and )?(?:(?:<lint/near>) )?<[0-9]+> "
_SAME_DEED = WordPattern(
    r"^of (?:all )?(?:(?:<lint/whole_start>) )?(?:[a-z-]+ ){0,3}?[a-z-]+, (?:(?:<lint/near>) )?<[0-9]+> "
    r"(?:<lint/copula>) (?:<lint/done_once>) "
    rf"(?:(?:<lint/sold_through>)\b[^<;:,]{{0,40}}{_AGAIN}(?:<lint/sold_through>)\b[^<;:,.]{{0,30}})+"
    rf"|(?P<how>(?!by\b|for\b)(?:<lint/when_or_where>)|from|to) [^<;:,]{{1,40}}"
    rf"{_AGAIN}(?P=how) [^<;:,.]{{1,30}})+)(?=[.;:]|$)"
)
"""One thing done to all of a whole, each share in another way: "62% were sold online and 38% by phone".

What can be done once only, and in ways of one sort: who is content with the food may be so with the rooms, and what
is made by hand may be made in Italy.
"""

_OF_ANOTHER_WHOLE = re.compile(r"\b(?:of|among) [^<;,]{1,30} <")
"""Before a share, the whole that it is of: "of women 55% said yes, of men 40% said no"."""


_OF_WHOM = re.compile(r"<([0-9]+)> (?P<of>of )?(?:the |all )?(?P<whole>[a-z-]+)")


_OF_ITS_OWN = re.compile(r"<[0-9]+> (?:of )?(?:the|all|those) ")


def _are_of_several(sentence: FigureSentence, shares: str) -> bool:
    """Whether shares are of more than one whole: "60% of women were for it, 50% of men against"."""
    wholes = {
        found["whole"]
        for found in _OF_WHOM.finditer(shares)
        if found["of"] or sentence.figures[int(found[1])].text.endswith(" of")
    }
    return len(wholes) > 1 or len(_OF_ITS_OWN.findall(shares)) > 1


_IN_A_PLACE = re.compile(r"\bin (?:the )?[a-z-]+")


def _are_of_places(shares: str) -> bool:
    """Whether the shares are of votes in more than one place: "37% for Aas in the south"."""
    return len(_IN_A_PLACE.findall(shares)) > 1


def find_too_large_shares(text: LintText) -> Iterator[Finding]:
    """Shares that leave each other out, and are more than 100 % together."""
    if any(_SEVERAL_ANSWERS.search(sentence.text) for sentence in text.sentences):
        return
    for sentence in text.sentences:
        if "<1>" not in sentence.template:
            continue
        for pattern in (
            _VOTED,
            _ONE_CHOICE,
            _DIVIDED,
            _FRONTED,
            _CHOSEN,
            _LISTED,
            _LABELLED,
            _SAME_DEED,
            _MADE_UP,
        ):
            match = pattern.search(sentence.template)
            if match is None or (
                pattern not in (_FRONTED, _SAME_DEED) and _OF_ANOTHER_WHOLE.search(match[0])
            ):
                continue
            if _are_of_several(sentence, match[0]) or _are_of_places(match[0]):
                continue
            shares = [as_share(sentence.figures[int(i)]) for i in re.findall(r"<([0-9]+)>", match[0])]
            if any(share.unit != "percent" for share in shares) or _slack(shares).low <= HUNDRED:
                continue
            yield from _sum_of_shares(text, sentence, shares, "more than all", beyond=" > 100")
            break


_BY_WHOM = WordPattern(
    rf"^(?:(?:<lint/near>) )*<[0-9]+>(?: of [a-z' -]{{3,40}}?)? (?:<lint/copula>) (?:<lint/paid_by>) by (?:[a-z'-]+ ?){{1,5}}"
    rf"(?:(?:,|,? and) {ABOUT}<[0-9]+> by (?:[a-z'-]+ ?){{1,5}})+(?=[.;]|$)"
)
"""What several have paid or own: "70 per cent was paid by the state, 20 per cent by the county and ..."."""

_MAY_OVERLAP = WordPattern(r"\b(?:<lint/may_overlap>)\b")


def find_overpaid_wholes(text: LintText) -> Iterator[Finding]:
    """Shares of one whole that one verb gives to one after the other, and that are more than all of it."""
    for sentence in text.sentences:
        if sentence.is_heading or _BY_WHOM.match(sentence.template) is None:
            continue
        shares = sentence.figures
        if len(shares) < 3 or any(share.unit != "percent" for share in shares):
            continue
        if _slack(shares).low > HUNDRED and not _MAY_OVERLAP.search(sentence.template):
            yield from _sum_of_shares(text, sentence, shares, "more than all", beyond=" > 100")


def _sum_of_shares(
    text: LintText, sentence: FigureSentence, shares: Sequence[Figure], verdict: str, *, beyond: str = ""
) -> Iterator[Finding]:
    """What the shares of one whole come to; nothing where some are the ends of one range."""
    if any(map(sentence.is_end_of_range, shares)):
        return
    total = shown_number(sum(share.number for share in shares))
    yield text.finding(
        "lint/shares",
        sentence,
        shares,
        f"the shares of one whole come to {total} %, {verdict}",
        arithmetic=f"{shown_sum(share.number for share in shares)} = {total}{beyond}",
    )


def _some_make_100(shares: Sequence[Figure], rest: Figure) -> bool:
    """Whether the rest and some of the other shares are a whole: the sentence may hold shares of other things."""
    others = [share for share in shares if share is not rest]
    return any(
        _slack((*some, rest)).low <= HUNDRED <= _slack((*some, rest)).high
        for size in range(1, len(others) + 1)
        for some in combinations(others, size)
    )


def find_too_many_languages(text: LintText) -> Iterator[Finding]:
    """Shares of languages in one code base, named in one sentence, that are more than 100 % together."""
    groups: defaultdict[tuple[int, str, str], list[LanguageShareClaim]] = defaultdict(list)
    for claim in text.document.claims:
        if not isinstance(claim, LanguageShareClaim) or claim.comparator not in ("=", "~"):
            continue
        if _NESTED.search(claim.sentence.text) or _SPOKEN.search(claim.sentence.text):
            continue
        if claim.value.number is not None and claim.polarity == "positive":
            source = claim.attribution.source if claim.attribution else ""
            named = _code_base(claim)
            groups[claim.sentence.start, named, source].append(claim)
    for start, named, source in [key for key in groups if key[1]]:
        wholes = {key[1] for key in groups if key[0] == start and key[1]}
        if len(wholes) == 1:
            groups[start, named, source] += groups.pop((start, "", source), [])
    for claims in groups.values():
        if len({claim.value.language for claim in claims}) < len(claims) or len(claims) < 2:
            continue
        last = max(claims, key=lambda claim: claim.end)
        shares: list[BaseClaim] = [*claims, *_last_of_list(text, last)]
        numbers = [float(getattr(claim.value, "number", None) or 0) for claim in shares]
        total = sum(numbers)
        if total > HUNDRED + 0.5 * len(shares):
            yield text.claim_finding(
                "lint/languages",
                shares[0],
                shares[1:],
                f"the shares of languages come to {shown_number(total)} %",
                arithmetic=f"{shown_sum(numbers)} = {shown_number(total)} > 100",
                tolerance="half a percent for each share",
            )


def _code_base(claim: LanguageShareClaim) -> str:
    """What a share is of; an empty word where that is not named, or is the language itself."""
    subject = claim.subject_name or ""
    return "" if subject == claim.value.language else subject


_SPOKEN = WordPattern(r"\b(?:<lint/spoken>)\b", re.IGNORECASE)
"""Of languages that people know, each may know several."""

_LIST_GOES_ON = re.compile(r",? and (?:[A-Z][\w+#]* ){0,2}$")


def _last_of_list(text: LintText, last: LanguageShareClaim) -> list[BaseClaim]:
    """The share that ends a list of languages without naming one: "and 15% in shell scripts"."""
    start = last.sentence.start
    return [
        claim
        for claim in text.document.claims
        if claim.kind == "percentage"
        and claim.sentence.start == start
        and claim.start >= last.end
        and _LIST_GOES_ON.fullmatch(last.sentence.text[last.end - start : claim.start - start])
    ]


def find_wrong_shares(text: LintText) -> Iterator[Finding]:
    """Shares of one whole that are not 100 % together."""
    yield from find_wrong_rest(text)
    yield from find_too_large_shares(text)
    yield from find_crowded_wholes(text)
    yield from find_overpaid_wholes(text)


RULES = (
    (
        find_wrong_shares,
        CheckRule(
            "lint/shares",
            ("inconsistent",),
            "shares of one whole that are not 100 % together",
            (
                "Forty percent were women, 30 percent were men and the remaining 20 percent gave no answer.",
                "",
            ),
            (
                "Forty percent were women, 40 percent were men and the remaining 20 percent gave no answer.",
                "",
            ),
        ),
    ),
    (
        find_too_many_languages,
        CheckRule(
            "lint/languages",
            ("inconsistent",),
            "shares of languages in one code base that are more than 100 %",
            ("The code base is 60% Python, 30% Rust and 20% C.", ""),
            ("The code base is 60% Python, 30% Rust and 10% C.", ""),
        ),
    ),
)
"""The finders of this module, each with the rule in whose name it finds."""
