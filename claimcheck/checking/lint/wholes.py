"""Parts and wholes: shares of one whole, parts and their total, so many of so many, prices and quantities."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.checking.lint.context import slots
from claimcheck.checking.lint.figures import HUNDRED, Interval, as_share, shown_number, sum_of
from claimcheck.claims.language_share import LanguageShareClaim
from claimcheck.lexicons.word_relations import base_forms, kinds_above
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_NESTED = re.compile(
    r"\b(?:of (?:which|whom|these|those|them)|respectively|including|among them|both|either|or more)\b"
)
"""Beside these the shares of a sentence are not those of one whole."""

_REMAINING = slots(
    r"\b(?:the |its |their )?(?:remaining|rest|other)(?: \w+)? ?(?:of |was |were |is |are |, |\()?(?:\w+ ){0,2}?<rest>"
)
_REST = re.compile(r"\b(?:remaining|the rest|remainder)\b")
_WHOLE = re.compile(
    r"\b(?:made up of|composed of|consist(?:s|ed|ing)? of|compris(?:es|ed|ing)|split (?:between|into|as)|breakdown"
    r"|divided (?:between|into))\b"
)


def _slack(shares: Sequence[Figure]) -> Interval:
    return sum_of(shares).widened(0.5)


def find_wrong_rest(text: LintText) -> Iterator[Finding]:
    """Shares with "the remaining", or in a list of what a whole is made of, that are not 100 % together."""
    for sentence in text.sentences:
        words = sentence.template
        shares = [figure for figure in sentence.figures if figure.unit == "percent"]
        if len(shares) < 2 or _NESTED.search(words) or any(share.number > HUNDRED for share in shares):
            continue
        named = _REMAINING.search(words) if _REST.search(words) else None
        whole = _WHOLE.search(words)
        if named is not None:
            rest = sentence.figures[int(named["rest"])]
            if rest.unit != "percent" or _some_make_100(shares, rest):
                continue
        elif whole is None or _slack(shares).low <= HUNDRED:
            continue
        yield _sum_of_shares(text, sentence, shares, "not 100 %")


_VOTED = WordPattern(
    r"<[0-9]+>[^<;]{0,40}?\b(?:<lint/voted_for>)\b[^<;]{0,60}?"
    r"<[0-9]+>[^<;]{0,40}?\b(?:<lint/voted_against>)\b[^<;]{0,40}?"
    r"<[0-9]+>[^<;]{0,40}?\b(?:<lint/voted_neither>)\b"
)
"""The answers to one question that leave each other out."""

_DIVIDED = WordPattern(
    r"<[0-9]+> (?:of )?(?:the|its|their|his|her|all) (?:\w+ )?(?:<lint/divided_sum>) (?:<lint/divided_verb>)"
    r" (?P<where><lint/divided_where>) [^<;]{1,40}?<[0-9]+> (?:(?:<lint/divided_verb>) )?(?P=where) "
    r"[^<;]{1,40}?<[0-9]+> (?:(?:<lint/divided_verb>) )?(?P=where) "
)
"""One sum, and where each share of it goes or comes from."""

_CHOSEN = WordPattern(
    r"<[0-9]+>(?: (?:of )?(?:the |its |their |all )?[a-z-]+)? (?:<lint/chosen_verb>) (?P<where><lint/divided_where>) "
    r"[^<;]{1,40}?<[0-9]+> (?:(?:<lint/chosen_verb>) )?(?P=where) [^<;]{1,40}?"
    r"(?:<[0-9]+> (?:(?:<lint/chosen_verb>) )?(?P=where) [^<;]{1,40}?)*(?=[.;:]|$)"
)
"""The shares of those who choose one of some: "48% voted for Lind and 37% for Aas"."""

_LISTED = WordPattern(
    r"\b(?:<lint/parted>) ?[:–—] ?<[0-9]+>[^<;:]{1,40}?(?:,|;| and) ?(?:and )?<[0-9]+>[^<;:]{1,40}?"
    r"(?:(?:,|;| and) ?(?:and )?<[0-9]+>[^<;:]{1,40}?)+(?=[.;:]|$)"
)
"""The shares of a whole behind a colon: "three sources: 45 % from wind, 40 % from gas and 25 % from coal"."""


_OF_ANOTHER_WHOLE = re.compile(r"\b(?:of|among) [^<;,]{1,30} <")
"""Before a share, the whole that it is of: "of women 55% said yes, of men 40% said no"."""


_OF_WHOM = re.compile(r"<([0-9]+)> (?P<of>of )?(?:the |all )?(?P<whole>[a-z-]+)")


def _are_of_several(sentence: FigureSentence, shares: str) -> bool:
    """Whether shares are of more than one whole: "60% of women were for it, 50% of men against"."""
    wholes = {
        found["whole"]
        for found in _OF_WHOM.finditer(shares)
        if found["of"] or sentence.figures[int(found[1])].text.endswith(" of")
    }
    return len(wholes) > 1


_IN_A_PLACE = re.compile(r"\bin (?:the )?[a-z-]+")


def _are_of_places(shares: str) -> bool:
    """Whether the shares are of votes in more than one place: "37% for Aas in the south"."""
    return len(_IN_A_PLACE.findall(shares)) > 1


def find_too_large_shares(text: LintText) -> Iterator[Finding]:
    """Shares that leave each other out, and are more than 100 % together."""
    for sentence in text.sentences:
        if "<1>" not in sentence.template:
            continue
        for pattern in (_VOTED, _DIVIDED, _CHOSEN, _LISTED):
            match = pattern.search(sentence.template)
            if match is None or _OF_ANOTHER_WHOLE.search(match[0]):
                continue
            if _are_of_several(sentence, match[0]) or _are_of_places(match[0]):
                continue
            shares = [as_share(sentence.figures[int(i)]) for i in re.findall(r"<([0-9]+)>", match[0])]
            if any(share.unit != "percent" for share in shares) or _slack(shares).low <= HUNDRED:
                continue
            yield _sum_of_shares(text, sentence, shares, "more than all", beyond=" > 100")
            break


def _sum_of_shares(
    text: LintText, sentence: FigureSentence, shares: Sequence[Figure], verdict: str, *, beyond: str = ""
) -> Finding:
    """What the shares of one whole come to."""
    total = shown_number(sum(share.number for share in shares))
    return text.finding(
        "lint/shares",
        sentence,
        shares,
        f"the shares of one whole come to {total} %, {verdict}",
        arithmetic=" + ".join(shown_number(share.number) for share in shares) + f" = {total}{beyond}",
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
    groups: defaultdict[tuple[int, str], list[LanguageShareClaim]] = defaultdict(list)
    for claim in text.document.claims:
        if not isinstance(claim, LanguageShareClaim) or claim.comparator not in ("=", "~"):
            continue
        if claim.value.number is not None and claim.polarity == "positive" and claim.attribution is None:
            groups[claim.sentence.start, claim.subject_name].append(claim)
    for claims in groups.values():
        numbers = [float(claim.value.number or 0) for claim in claims]
        if len({claim.value.language for claim in claims}) < len(claims) or len(claims) < 2:
            continue
        total = sum(numbers)
        if total > HUNDRED + 0.5 * len(claims):
            yield text.claim_finding(
                "lint/languages",
                claims[0],
                claims[1:],
                f"the shares of languages come to {shown_number(total)} %",
                arithmetic=" + ".join(map(shown_number, numbers)) + f" = {shown_number(total)} > 100",
                tolerance="half a percent for each share",
            )


_OF = (
    slots(
        r"<n>(?: [a-z-]+){0,2}? (?:out )?of (?:the |all |its |their |those |these |our )?(?:total of )?<m>(?: [\w-]+){0,4}? ?\(<p>\)"
    ),
    slots(
        r"\bof (?:the |all |its |their |those |these |our )?<m>(?: [\w-]+){1,4}?,? <n>(?: [\w-]+){0,2}? ?\(<p>\)"
    ),
    slots(r"<n>(?: [a-z-]+){0,2}? \(<p>\) (?:out )?of (?:the |all |its |their |those |these |our )?<m>"),
    slots(r"<p> \(<n>(?: [\w-]+)? ?(?:out )?(?:of|/)(?: the| all)? ?<m>"),
    slots(r"<n>(?: [a-z-]+){0,2}? of (?:the |all |its |their )?<m>(?: [\w-]+){0,3}?, or <p>"),
    slots(
        r"\bof (?:the |all |its |their |those |these |our )?<m>(?: [\w-]+){1,4}?, <n>(?: [\w-]+){0,2}?, or <p>"
    ),
)
_OUT_OF = slots(r"<f>(?: [\w-]+){0,3}?(?:, or | \()<p>")
_COUNTS_OUT_OF = re.compile(r"(\d[\d,]*) (?:out )?of (\d[\d,]*)$")
_ADJUSTED = re.compile(r"\b(?:weighted|adjusted|estimated|rate|ci|confidence|median|mean)\b")


_OF_THOSE = re.compile(r"\s*(?:of )?(?:all )?(?:those|the ones)\b", re.IGNORECASE)
"""A share of others than the whole before it: "12, or 25% of those that failed"."""


def find_wrong_share_of_count(text: LintText) -> Iterator[Finding]:
    """Finds “200 of the 400 (60 %)”: a percentage that is not that of the two counts it stands beside."""
    for pattern in _OF:
        for sentence, named, match in text.matches(pattern):
            part, whole, share = named["n"], named["m"], named["p"]
            if share.unit != "percent" or part.dimension != whole.dimension or whole.number <= 0:
                continue
            if part.number > whole.number or {"percent", "ordinal"} & {part.kind, whole.kind}:
                continue
            if part.number <= 0 or _ADJUSTED.search(match[0]):
                continue
            if _OF_THOSE.match(sentence.text[share.end :]):
                continue
            exact = part.number / whole.number * 100
            allowed = (
                part.interval.over(whole.interval).scaled(100)
                if _is_rounded(part, whole)
                else Interval(exact, exact)
            )
            if not allowed.widened(max(0.05, share.half_step * 0.1)).meets(share.interval):
                yield text.finding(
                    "lint/share-of-count",
                    sentence,
                    (part, whole, share),
                    f"{part.text} of {whole.text} is {exact:.1f} %, not {share.text}",
                    arithmetic=f"{shown_number(part.number)} / {shown_number(whole.number)} = {exact:.1f} %",
                )

    for sentence, named, _ in text.matches(_OUT_OF):
        fraction, share = named["f"], named["p"]
        counts = _COUNTS_OUT_OF.search(fraction.text)
        if counts is None or share.unit != "percent" or fraction.unit != "percent":
            continue
        if not Interval(fraction.number, fraction.number).widened(0.05).meets(share.interval):
            yield text.finding(
                "lint/share-of-count",
                sentence,
                (fraction, share),
                f"{fraction.text} is {fraction.number:.1f} %, not {share.text}",
                arithmetic=f"{counts[1]} / {counts[2]} = {fraction.number:.1f} %",
            )


_ROUNDED_FROM = 1000


def _is_rounded(*figures: Figure) -> bool:
    """Whether one may be rounded; small whole numbers are counted exactly."""
    return any(f.number >= _ROUNDED_FROM or f.number != int(f.number) or f.unit for f in figures)


_PARTS = (
    "men", "women", "boys", "girls", "males", "females", "children", "adults", "teenagers", "infants", "wins", "losses",
    "draws", "ties", "victories", "defeats", "civilians", "soldiers", "policemen",
)  # fmt: skip
_PART = rf"<[0-9]+> (?:\w+ )?(?:{'|'.join(_PARTS)})"
_PARTITION = re.compile(
    rf"(?:<(?P<t>[0-9]+)>(?: [\w-]+){{1,3}}|\b(?:of|all) <(?P<all>[0-9]+)>) ?(?:,|:|\(|–|—|-) ?(?P<parts>{_PART}(?:, (?:and )?{_PART})*,? and {_PART})(?=[\s,.;:)–—-]|$)"
)
_COMPLETE = (
    frozenset({"men", "women"}), frozenset({"boys", "girls"}), frozenset({"males", "females"}),
    frozenset({"adults", "children"}), frozenset({"wins", "losses"}), frozenset({"victories", "defeats"}),
    frozenset({"civilians", "soldiers"}),
)  # fmt: skip


def find_wrong_partition(text: LintText) -> Iterator[Finding]:
    """Finds “Twelve people, seven men and six women”: parts that are not the whole they are listed behind."""
    for sentence in text.sentences:
        for match in _PARTITION.finditer(sentence.template):
            parts = [sentence.figures[int(index)] for index in re.findall(r"<([0-9]+)>", match["parts"])]
            nouns = frozenset(re.findall(rf"\b(?:{'|'.join(_PARTS)})\b", match["parts"]))
            total = sentence.figures[int(match["t"] or match["all"])]
            if total.unit or any(part.unit for part in parts) or not any(pair <= nouns for pair in _COMPLETE):
                continue
            yield from _judge_sum(text, sentence, parts, total, "lint/parts")
        yield from _too_many_parts(text, sentence)


_LISTED_PARTS = re.compile(
    r"<(?P<t>[0-9]+)> (?P<whole>[a-z-]+) ?[:–—] ?"
    r"(?P<parts><[0-9]+> [a-z-]+(?: ones)?(?:, (?:and )?<[0-9]+> [a-z-]+(?: ones)?)*,? and <[0-9]+> [a-z-]+(?: ones)?)\.?$"
)


def _too_many_parts(text: LintText, sentence: FigureSentence) -> Iterator[Finding]:
    """Kinds of what is counted, behind a colon, that are more than the whole: "52 ships: 30 tankers ...".

    Of "18 electric ones" the noun is that of the whole.
    """
    for match in _LISTED_PARTS.finditer(sentence.template):
        parts = re.findall(r"<([0-9]+)> ([a-z-]+)", match["parts"])
        figures = [sentence.figures[int(index)] for index, _ in parts]
        total, whole = sentence.figures[int(match["t"])], base_forms(match["whole"])
        if total.unit or any(figure.unit for figure in figures):
            continue
        if " ones" not in match["parts"] and not all(kinds_above(noun) & whole for _, noun in parts):
            continue
        if sum(figure.number for figure in figures) > total.number:
            yield from _judge_sum(text, sentence, figures, total, "lint/parts")


_TOTAL_OF_WHO = slots(
    r", (?:they|it|he|she|we) (?:\w+ )?[a-z]+ <t>(?: \w+){0,2} (?:in total|in all|altogether|all told)\b"
)
_TOTALS = (
    slots(
        r"\b(?:for|making|giving|bringing|which makes|that makes) (?:it |up |the |them )?(?:a |to a )?(?:combined |grand )?(?:total|sum) (?:of|to) <t>"
    ),
    slots(r",? (?:totall?ing|adding up to) <t>"),
    slots(r"(?:,|–|—|:) (?:in all )?an? (?:combined |grand )?(?:total|sum) of <t>"),
    slots(r"(?:,|\(|–|—|:|or) ?<t>(?: \w+){0,2} (?:in total|in all|altogether|all told|combined)\b"),
    _TOTAL_OF_WHO,
)
MOST_UNLIKE = 1000
"""Times: what is more unlike shares a scale that only the last one has: "lent 4, 5 and 6 million"."""

_NOT_ADDED = re.compile(
    r"\b(?:each|apiece|per|times|every|from|including|of which|respectively|at|compared|than|by|up|down)\b"
)


def _is_of_others(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a total counts something else than the parts name: tries, and points in all."""
    counted = {base for part in parts if part.of for base in base_forms(part.of.split()[-1])}
    return bool(total.of and counted) and counted.isdisjoint(base_forms(total.of.split()[-1]))


def find_wrong_total(text: LintText) -> Iterator[Finding]:
    """Amounts in a list that are not the total given at its end."""
    for pattern in _TOTALS:
        for sentence, named, match in text.matches(pattern):
            total = named["t"]
            before = sentence.template[: match.start()]
            clause = before[max(before.rfind(";"), before.rfind(". "), 0) :]
            numbers = re.findall(r"(?:(?P<which>\b(?:the|its|their|his|her) )?<([0-9]+)>)", clause)
            named_parts = [(which, sentence.figures[int(index)]) for which, index in numbers]
            parts = [part for which, part in named_parts if not (which and part.kind == "ordinal")]
            if named_parts and named_parts[0][0] and parts[0].number == len(parts) - 1:
                parts = parts[1:]  # "the three branches sold 120, 95 and 80 bikes"
            if (
                len(parts) < 2
                or _NOT_ADDED.search(clause)
                or (" and <" not in clause and " and " not in clause)
            ):
                continue
            if any(part.dimension != total.dimension or part.kind == "ordinal" for part in parts):
                continue
            if pattern is _TOTAL_OF_WHO and _is_of_others(total, parts):
                continue
            if max(part.number for part in parts) > MOST_UNLIKE * min(part.number for part in parts):
                continue
            yield from _judge_sum(text, sentence, parts, total, "lint/total")


def _judge_sum(
    text: LintText, sentence: FigureSentence, parts: Sequence[Figure], total: Figure, rule: str
) -> Iterator[Finding]:
    figures = (*parts, total)
    exact = sum(part.number for part in parts)
    is_exact = not _is_rounded(*figures) and all(f.interval.high - f.interval.low <= 1 for f in figures)
    wrong = exact != total.number if is_exact else not sum_of(parts).meets(total.interval)
    if wrong:
        yield text.finding(
            rule,
            sentence,
            figures,
            f"the parts come to {shown_number(exact)}, not {total.text}",
            arithmetic=" + ".join(shown_number(p.number) for p in parts)
            + f" = {shown_number(exact)} ≠ {shown_number(total.number)}",
            tolerance="counted exactly"
            if is_exact
            else "each figure may stand for every value that rounds to it",
        )


_EACH = r"(?:each|apiece|a piece|per \w+|a \w+|an \w+)"
_PRICED = (
    slots(
        rf"<n>(?: [\w-]+){{1,4}}? (?:at|for|priced at|costing|worth|of|selling for|that cost|which cost) <p> {_EACH}"
        r"(?:[^<;]{0,40}?)(?:total(?: of| price of| cost of)?|totall?ing|altogether|in all|or|worth"
        r"|and (?:so )?(?:earned|made|took in|took|raised|paid|spent|received|collected)) <t>"
    ),
    slots(
        rf"<n>(?: [\w-]+){{1,4}}? (?:at|for|priced at|costing|worth|of|selling for|that cost|which cost) <p> {_EACH}"
        r"(?:,|:| –| —)? ?(?:or |a |for |(?:pay|spend|earn|cost|rais|mak|tak|collect|receiv|bring)ing(?: in)? )?<t>,? (?:in total|in all|altogether|all told)"
    ),
    slots(
        r"\beach of (?:the|its|their|his|her|these|those) <n>(?: [\w-]+){1,4}? (?:at|for|priced at|costing|worth|of|costs?|pays?|paid|gave|gives"
        r"|earned|received|gets?|got) <p>[^<;]{0,30}?(?:,|:| –| —| and| for)? ?"
        r"(?:(?:or )?(?:a total of |in all |in total |altogether )|or (?=<[0-9]+>,? (?:in total|in all|altogether|all told)\b))<t>"
    ),
)


_WITH_MORE = WordPattern(
    r",? ?(?:(?:in total|in all|altogether|all told),? )?\(?(?:<lint/with_more>)\b", re.IGNORECASE
)
"""Behind a total, what it holds besides: "$1,200 in all with fees"."""


def find_wrong_price(text: LintText) -> Iterator[Finding]:
    """Finds “200 units at $5 each, for a total of $2,000”: a total that is not the price times the number."""
    for pattern in _PRICED:
        for sentence, named, _ in text.matches(pattern):
            number, price, total = named["n"], named["p"], named["t"]
            if price.dimension != total.dimension or price.unit is None or number.unit is not None:
                continue
            if min(number.number, price.number, total.number) <= 0:
                continue
            if _WITH_MORE.match(sentence.text[total.end :]):
                continue
            exact = number.number * price.number
            if (
                not number.interval.times(price.interval).meets(total.interval)
                if _is_rounded(number)
                else not (price.interval.scaled(number.number).meets(total.interval))
            ):
                yield text.finding(
                    "lint/per-unit",
                    sentence,
                    (number, price, total),
                    f"{number.text} at {price.text} is {shown_number(exact)}, not {total.text}",
                    arithmetic=f"{shown_number(number.number)} × {shown_number(price.number)} = {shown_number(exact)}",
                )


def find_wrong_shares(text: LintText) -> Iterator[Finding]:
    """Shares of one whole that are not 100 % together."""
    yield from find_wrong_rest(text)
    yield from find_too_large_shares(text)


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
    (
        find_wrong_share_of_count,
        CheckRule(
            "lint/share-of-count",
            ("inconsistent",),
            "a percentage that is not that of the two counts beside it",
            ("Of the 400 respondents, 200 (60 percent) agreed.", ""),
            ("Of the 400 respondents, 200 (50 percent) agreed.", ""),
        ),
    ),
    (
        find_wrong_partition,
        CheckRule(
            "lint/parts",
            ("inconsistent",),
            "parts that are not the whole they are listed behind",
            ("Twelve people, seven men and six women, were hurt.", ""),
            ("Twelve people, six men and six women, were hurt.", ""),
        ),
    ),
    (
        find_wrong_total,
        CheckRule(
            "lint/total",
            ("inconsistent",),
            "amounts that are not the total given for them",
            ("The town spent $40,000 on roads and $25,000 on parks, for a total of $75,000.", ""),
            ("The town spent $40,000 on roads and $25,000 on parks, for a total of $65,000.", ""),
        ),
    ),
    (
        find_wrong_price,
        CheckRule(
            "lint/per-unit",
            ("inconsistent",),
            "a total that is not the price of one times their number",
            ("They sold 200 units at $5 each for a total of $2,000.", ""),
            ("They sold 200 units at $10 each for a total of $2,000.", ""),
        ),
    ),
)
"""The finders of this module, each with the rules in whose name it finds."""
