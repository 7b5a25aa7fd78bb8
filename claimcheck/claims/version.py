"""A version that software is said to be at, to need or to have reached: "Python 3.12 or later"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value, comparator_prefix
from claimcheck.claims.version_contexts import is_joined, names_needed_version, states_version
from claimcheck.grammar.columns import noun_phrases_in
from claimcheck.grammar.named_phrases import TOOLS
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.names.lists import load_name_table
from claimcheck.rules import Rule
from claimcheck.versions.expressions import VersionForm
from claimcheck.versions.names import name_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.names.finding import NameMention
    from claimcheck.versions.expressions import VersionExpression


class VersionValue(Value):
    """A piece of software and its version as written."""

    software: str
    version: str

    def describe(self, comparator: Comparator) -> str:
        """Such as `Python >= 3.8`."""
        return f"{self.software} {comparator_prefix(comparator)}{self.version}"


class VersionClaim(BaseClaim):
    """A version of software.

    The software is at the version, needs it or has reached it.
    """

    kind: Literal["version"] = "version"
    value: VersionValue

    colour: ClassVar[KindColour] = KindColour("time", 98)
    example: ClassVar[tuple[str, str]] = ("The tool needs Python 3.8 or later.", "Python 3.8 or later")


def find_version_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every version whose software is named."""
    for sentence in document.sentences:
        stated_until = None
        for version in sentence.versions:
            draft = _draft(document, sentence, version, stated_until)
            if draft is not None:
                stated_until = draft.end
                yield draft


def _draft(
    document: NormalisedDocument, sentence: Sentence, version: VersionExpression, stated_until: int | None
) -> Draft | None:
    is_released = version.name_start is not None and _is_said_released(document.text, sentence, version)
    if not is_released and _is_in_longer_name(sentence, version):
        return None
    is_used = is_released or (
        not version.sure
        and (
            _is_used(document, sentence, version)
            or _is_needed(document, sentence, version)
            or _is_listed_beside(document, version, stated_until)
        )
    )
    if not (version.sure or is_used or version.comparator != "="):
        return None  # "Internet Explorer 6" names a product; it does not say which version something is at
    if _counts_something(document.text, sentence, version):
        return None
    software = _software(document, sentence, version)
    if software is None:
        return None
    rule = f"version/{version.form.value}"
    is_stated = is_used or _is_stated(document, sentence, version, stated_until)
    for check, looked_at in _checks(document.text, version, software, is_used=is_used, is_stated=is_stated):
        if looked_at and document.rules.refuse(check, rule, version.start, version.end, looked_at):
            return None
    start, end = software
    return Draft(
        VersionClaim,
        min(version.start, start) if 0 <= version.start - end <= 3 else version.start,
        version.end,
        VersionValue(software=document.text[start:end], version=_MARK.sub("", version.version)),
        rule,
        (start, end),
        version.comparator,
    )


def _is_in_longer_name(sentence: Sentence, version: VersionExpression) -> bool:
    return any(
        name.start <= version.start
        and version.end <= name.end
        and name.end - name.start > version.end - version.start + 1
        for name in sentence.names
    )


def _counts_something(text: str, sentence: Sentence, version: VersionExpression) -> bool:
    """Whether the number is that of a named thing's own, or counts what stands behind it."""
    if version.form is VersionForm.NAME_NUMBER and text[version.end : version.end + 2] in ("'s", "’s"):
        return True  # "before Quillo 15's launch"
    counts = [q for q in sentence.quantities if q.kind == "count"]
    if version.form is VersionForm.LIST and "." not in version.version:
        # "Quillo v18 and 9 packages"
        return any(q.number_start == version.start and q.number_end == version.end for q in counts)
    if version.form is VersionForm.NAME_NUMBER and not version.sure and version.comparator != "=":
        # "holds a 91 on Metacritic from 84 reviews"
        return any(version.start < q.number_start < version.end for q in counts)
    return False


_Looked = tuple[int, int] | None


def _checks(
    text: str, version: VersionExpression, software: tuple[int, int], *, is_used: bool, is_stated: bool
) -> tuple[tuple[str, _Looked], ...]:
    """Each check with the words that make it refuse a version, or None where it lets the version pass."""
    words = text[slice(*software)]
    is_of = version.name_start is not None and version.name_start > version.start + len("version")
    is_license = (words, version.version) in _LICENSES
    return (
        ("version/no-software", software if _NO_SOFTWARE.search(words) else None),
        ("version/hardware", None if is_of else _span(_HARDWARE_AFTER.match(text, version.end))),
        ("version/score", None if version.sure or is_used or _is_listed_software(words) else software),
        ("version/license", software if is_license else _span(_LICENSE_AFTER.match(text, version.end))),
        ("version/actor", None if is_stated else software),
    )


def _is_said_released(text: str, sentence: Sentence, version: VersionExpression) -> bool:
    """Whether a name with a number is said to be a release: "Orbit 3 is the newest stable version"."""
    start = version.name_start if version.name_start is not None else version.start
    return (
        _RELEASE_AFTER.compiled().match(text, version.end, sentence.end) is not None
        or _RELEASE_BEFORE.compiled().search(text, max(sentence.start, start - _MAX_RELEASE), start)
        is not None
    )


_MAX_RELEASE = 60  # characters from "latest" to the name
_RELEASE = (
    r"(?:<version/which_release>)\s+(?:[\w-]+\s+)?(?:version|(?:<version/release_of_software>)\s+release)"
)
_RELEASE_AFTER = WordPattern(rf"\s+(?:is|was)\s+(?:now\s+)?(?:the|our|its)\s+{_RELEASE}\b", re.IGNORECASE)
_RELEASE_BEFORE = WordPattern(rf"\b{_RELEASE}\s+of\s+(?:the\s+)?$", re.IGNORECASE)


RULES = (
    Rule("version/explicit", "It was drawn with Quillo, version 12.", "It sold 3 versions."),
    Rule("version/name_dotted", "The site runs on PyTorch 2.0.", "They use Internet Explorer 9."),
    Rule("version/operator", "It requires Node.js >= 18.", "The mark was kept where ICC >= 0.8."),
    Rule("version/list", "It works with Python 3.8 and 3.9.", "It works with Python 3.8 and 9 people."),
    Rule("version/name_number", "The models were fitted using Stata 13.", "They use Internet Explorer 9."),
    Rule("version/glued", "The images were processed using SPM8.", "The cells were processed using SATB2."),
    Rule("version/no-software", "It uses the Acme License v2.0.", "Acme Server v2.0 is out.", True),
    Rule(
        "version/hardware", "Films were made with a Leica MZ v12.5 camera.", "We use Acme v12.5 today.", True
    ),
    Rule(
        "version/score",
        "The Python code and the JavaScript code keep cases with PHQ-9 >= 10 in the file.",
        "It needs Node.js >= 10 now.",
        True,
    ),
    Rule("version/actor", "Python 3.12 brings dark pages.", "We moved to Python 3.12 at work.", True),
    Rule("version/license", "It uses the Quillo v2.0 license.", "It uses Quillo v2.0.", True),
)


def _is_stated(
    document: NormalisedDocument, sentence: Sentence, version: VersionExpression, stated_until: int | None
) -> bool:
    """Whether something is said to be at the version; if not, the version only names who acts."""
    if (
        version.comparator != "="
        or version.form in (VersionForm.OPERATOR, VersionForm.LIST)
        or version.name_start is None
    ):
        return True
    text = document.text
    if version.form is VersionForm.EXPLICIT and _VERSION_WORD.search(text, version.start, version.end):
        return True
    start = min(version.start, version.name_start)
    if states_version(text, sentence, start, version.end, stated_until):
        return True
    if _SOURCE_AFTER.match(text, version.end, sentence.end):
        return True
    doing, lead, tool = _patterns()
    named = text[version.name_start : version.name_end or version.name_start]
    if _METHOD.search(text, sentence.start, sentence.end) and _is_listed_software(named):
        return True
    led = lead.search(text, sentence.start, start)
    is_tool = (led and not _OTHER_LEAD.match(text, led.start())) or tool.match(text, version.end)
    return bool(is_tool) and doing.search(text, sentence.start, sentence.end) is not None


_METHOD = WordPattern(
    r"\b(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:<version/method>)\b|\bwe\s+used\b",
    re.IGNORECASE,
)
"""What methods are reported by: "were analysed in SPSS 18.0 and Stata 12.1"."""


# "Quillo 3.10 (Softmaker, Leeds)", "Quillo 3.10 [45]": reports name the source behind what was used
_SOURCE_AFTER = re.compile(
    r"\s*(?:\[\d{1,3}[\],–-]|\((?:[A-Z][\w.&-]+(?:\s[A-Z][\w.&-]*){0,3}[,;]\s|https?:|www\.))"
)


def _is_needed(document: NormalisedDocument, sentence: Sentence, version: VersionExpression) -> bool:
    """Whether a whole number beside known software is a version that something needs or begins with."""
    if version.form is not VersionForm.NAME_NUMBER or version.name_start is None or version.name_end is None:
        return False
    named = next((n for n in sentence.names if n.start < version.end and version.name_start < n.end), None)
    is_software = _is_listed_software(document.text[version.name_start : version.name_end]) or (
        named is not None and named.label == "product"
    )
    return is_software and names_needed_version(document.text, sentence, version.name_start, version.end)


def _is_listed_beside(
    document: NormalisedDocument, version: VersionExpression, stated_until: int | None
) -> bool:
    """Whether a whole number beside known software follows a version: "Node.js v18 and npm 9"."""
    if version.form is not VersionForm.NAME_NUMBER or version.name_start is None or version.name_end is None:
        return False
    is_software = _is_listed_software(document.text[version.name_start : version.name_end])
    return is_software and is_joined(document.text, stated_until, version.name_start)


_OTHER_LEAD = re.compile(r"(?:of|to|from|into)\b", re.IGNORECASE)  # "compared to Quillo 2.5"
_VERSION_WORD = re.compile(r"\bver(?:sions?|s|\.)?\b[ .]?\(?v?\d|\bRelease\s\d", re.IGNORECASE)


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match is not None else None


@per_lexicon
def _words(role: str) -> frozenset[str]:
    """The words of one role in `en/software_use.csv`."""
    return frozenset(row["word"] for row in load_rows("en/software_use.csv") if row["role"] == role)


@per_lexicon
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A word of doing; what leads to a tool, at its name; what says behind it that it is one."""
    doing, leads, nouns = ("|".join(sorted(_words(role))) for role in ("doing", "lead", "tool"))
    return (
        re.compile(rf"\b(?:{doing})\b", re.IGNORECASE),
        re.compile(
            rf"(?:\b(?:{leads})[ ](?:(?:the|an?|{nouns}|statistical)[ ])*[\"“‘]?|\([\"“‘]?)$", re.IGNORECASE
        ),
        re.compile(rf"[®™]?[\"”’]?\)?[ ](?:[a-z]+[ ])?(?:{nouns}|for Windows|for Mac|was used|were used)\b"),
    )


def _is_used(document: NormalisedDocument, sentence: Sentence, version: VersionExpression) -> bool:
    """Whether the sentence tells what was done with it: "were analysed using Stata 13", "SPM8 software"."""
    if version.name_start is None or version.name_end is None or version.comparator != "=":
        return False
    doing, lead, tool = _patterns()
    text = document.text
    if _is_bracketed_release(text, version) or _RELEASE_OF_A_YEAR.fullmatch(version.version):
        return True
    if version.version.count(".") > 1 and _PACKAGES.search(text, sentence.start, version.start):
        return True
    if not doing.search(text, sentence.start, sentence.end):
        return False
    named = next((n for n in sentence.names if n.start < version.end and version.name_start < n.end), None)
    is_listed = _is_listed_software(text[version.name_start : version.name_end]) or _is_listed_software(
        version.text  # "SPM8"
    )
    is_known = is_listed or (named is not None and named.label in TOOLS)
    start = min(version.start, named.start if named is not None else version.start)
    if is_known and (is_listed or version.text[version.text.rfind(version.version) - 1 :][:1] == " "):
        return bool(lead.search(text, sentence.start, start) or tool.match(text, version.end))
    is_tool = tool.match(text, version.end) or _TOOL_BEFORE.search(text, sentence.start, start)
    return bool(is_tool) and (named is None or named.label != "person")


def _is_bracketed_release(text: str, version: VersionExpression) -> bool:
    """As in "Adobe Photoshop (19.1)", after listed software."""
    return (
        "." in version.version
        and version.name is not None
        and text[version.start : version.end].endswith(version.version)
        and text[version.end - len(version.version) - 1] == "("
        and text[version.end : version.end + 1] in (")", ";", ",")
        and any(
            _is_listed_software(version.name[:end])
            for end in range(len(version.name) + 1)
            if version.name[end : end + 1] in ("", " ")
        )
    )


_RELEASE_OF_A_YEAR = re.compile(r"R20\d\d[ab]")
_PACKAGES = re.compile(r"\b(?:packages|libraries|modules)\b")
_TOOL_BEFORE = re.compile(r"\b(?:software|program|programme|package|toolbox|tool)[ ][\"“‘]?$")


def _is_listed_software(name: str) -> bool:
    return any(
        reading.is_software and reading.kind != "device" for reading in load_name_table().readings(name)
    )


_MARK = re.compile(r"^[vV][.\s·-]*(?=\d)")
_HARDWARE_AFTER = WordPattern(
    r"[ ](?:[A-Z]+[ ])?(?:<version/hardware>)s?\b",
    re.IGNORECASE,
)
_NO_SOFTWARE = WordPattern(
    r"(?:licen[cs]es?|GPL|LGPL|AGPL|\b(?:<version/no_software>)|^ICD\b.*"
    r"|^(?:the )?(?:<version/only_kind>))$",
    re.IGNORECASE,
)
_LICENSES = frozenset({("Apache", "2.0"), ("Apache", "v2.0")})
"""Licences that are called by the name of software: the server of that name has left 2.0 in 2013."""
_LICENSE_AFTER = re.compile(r"\s+licen[cs]e", re.IGNORECASE)


def _software(
    document: NormalisedDocument, sentence: Sentence, version: VersionExpression
) -> tuple[int, int] | None:
    """The name that goes with a version: the one beside it, if it is not known to be something else."""
    if version.name_start is None or version.name_end is None:
        return _phrase_before(document, sentence, version)
    name = next(
        (n for n in sentence.names if n.start < version.name_end and version.name_start < n.end), None
    )
    if (
        name is not None
        and name.label == "organization"
        and (outer := _before_bracket(document, sentence, name))
    ):
        return outer
    if name is None:
        # a number after an unknown name may count anything: "Incremental 0.5", "WT 0.5 dpc"
        is_sure = _is_used(document, sentence, version) or (
            version.sure and (version.form is not VersionForm.NAME_DOTTED or version.version.count(".") > 1)
        )
        return (version.name_start, version.name_end) if is_sure else None
    is_told = version.sure and version.form is not VersionForm.NAME_DOTTED  # the word "version" stands there
    if name.label not in TOOLS and not (
        is_told or (version.sure and name.label == "organization") or _is_used(document, sentence, version)
    ):
        return None
    return version.name_start, version.name_end


def _before_bracket(
    document: NormalisedDocument, sentence: Sentence, maker: NameMention
) -> tuple[int, int] | None:
    """The software whose maker opens the bracket that the version stands in: "Quillo (Acme, version 3)"."""
    text = document.text
    bracket = maker.start - 1
    if bracket <= sentence.start or text[bracket] != "(":
        return None
    return name_before(text, len(text[:bracket].rstrip()))


def _phrase_before(
    document: NormalisedDocument, sentence: Sentence, version: VersionExpression
) -> tuple[int, int] | None:
    """Without a name beside it: the phrase before a bracket, "the old builds (v0)", or the last product."""
    text = document.text
    end = len(text[: version.start].rstrip(" \"“'‘("))
    if document.is_parsed and "(" in text[end : version.start]:
        for phrase in noun_phrases_in(document, sentence):
            if phrase[1] == end:
                return phrase
    products = [name for name in sentence.names if name.label == "product" and name.end <= version.start]
    return (products[-1].start, products[-1].end) if products and version.sure else None
