"""Who makes a piece of software, as reports of research cite it: "SPSS 20 (SPSS Inc., Chicago, IL)".

A bracket behind software holds its maker and the maker's town; where the bracket stands behind a common word,
"an analysis program (Quillo 6; Vexel Ltd.)", it names both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.named_phrases import TOOLS
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.names.lists import load_cues, load_legal_forms, load_name_table
from claimcheck.rules import Rule
from claimcheck.versions.expressions import VersionForm
from claimcheck.versions.names import name_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument, Sentence

Span = tuple[int, int]


class Maker(NamedTuple):
    """A piece of software and who makes it; offsets into the passage.

    `form` is how it was said: `bracket`, `named-in-bracket`, `by` or `name`.
    """

    software: Span
    maker: Span
    form: str


_QUOTES = ("“", '"', "‘")
_BRACKET = re.compile(r"\(([^()\n]{2,160}?)\)")
_PART = re.compile(r"[^;,]+")
_OTHER_SCRIPT = re.compile(r"[\u2e80-\uffef]")
"""In brackets behind a name, that name as its own language writes it."""
_YEAR_END = re.compile(r"[ ](?:19|20)\d\d$")
_MARKS = " \u00a0\"“”‘’'®™:"
_VERSION_PART = re.compile(
    r"(?:v(?:ers?(?:ion)?)?\.?|release|rel\.|build|edition)?[ -]?(?:R20\d\d[ab]|\d[\w.∙-]*)(?:[ ]\w{1,3})?"
    r"|https?:.*|www\..*|.*\.(?:com|org|net|edu)(?:/.*)?|.*@.*|RRID.*|RRID:.*",
    re.IGNORECASE,
)
_BY = WordPattern(
    r"[ ]?,?[ ](?:which[ ](?:was|is)[ ])?(?:<makers/made>)?[ ]?"
    r"(?:by|from)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_VERSION_BEFORE = re.compile(
    r"""
      [ ,(]+(?:(?:version|ver|vers|v|release|rel)\b\.?[ ]?[-·]?)?[ ]?
      (?:R20\d\d[ab]|\d[\w.∙-]*)\)?(?:[ ][a-z])?
      (?:[®™]?[ ](?:for[ ][\w ]{2,16}|[a-z]+|Package)){0,3}[®™]?,?$
    """,
    re.IGNORECASE | re.VERBOSE,
)


MAKER_RULES = (
    Rule(
        "organization/developed_by/cited/bracket",
        "Means were compared using Quillo software (Vexel Inc., Oslo, Norway).",
        "Means were compared using Quillo software (Table 2).",
    ),
    Rule(
        "organization/developed_by/cited/named-in-bracket",
        "Cells were counted by a program (Quillo 6.1; Vexel Instruments, Oslo).",
        "Cells were counted by a program (Quillo 6.1; Oslo, Norway).",
    ),
    Rule(
        "organization/developed_by/cited/by",
        "The tracks were analysed with Quillo 3.1 software by Vexel Inc. in May.",
        "The tracks were analysed with Quillo 3.1 software by the students in May.",
    ),
    Rule(
        "organization/developed_by/cited/name",
        "All data were analysed using IBM SPSS 22.",
        "All data were analysed using the SPSS 22 of the library.",
    ),
)
"""The rules by their names; `claims.organization` makes the claims."""


def find_makers(document: NormalisedDocument) -> Iterator[Maker]:
    """Every maker of a named piece of software that a sentence of research or a citation gives."""
    text = document.text
    if "(" not in text and not any(name.label == "product" for name in document.names()):
        return
    for sentence in document.sentences:
        if text.find("(", sentence.start, sentence.end) >= 0:
            for bracket in _BRACKET.finditer(text, sentence.start, sentence.end):
                maker = _read_bracket(document, sentence, bracket)
                if maker is not None:
                    yield maker
        yield from _named_with_maker(document, sentence)


# Brackets


def _read_bracket(document: NormalisedDocument, sentence: Sentence, bracket: re.Match[str]) -> Maker | None:
    text = document.text
    if not any(map(str.isupper, bracket[1])) or bracket[1].removeprefix("the ").startswith(_QUOTES):
        return None  # neither a maker nor a name is without a capital; ("Company") is a contract's word
    if any(q.start == bracket.start(1) and q.kind in _AMOUNTS for q in sentence.quantities):
        return None  # "12-15 °C (54-59 °F)"
    if bracket[1].partition(" ")[0] in _OF_LIVES:
        return None  # "Ann Lee (born May 2, 1983 in Oslo)"
    if _are_initials(bracket[1], text[sentence.start : bracket.start()]):
        return None  # "AWS Distro for OpenTelemetry (ADOT)"
    parts = _parts(text, bracket.start(1), bracket.end(1))
    if all(_VERSION_PART.fullmatch(text[slice(*part)]) for part in parts):
        return None
    outside = _software_before(document, sentence, bracket.start(), parts)
    if outside is not None:
        software, is_sure = outside
        if len(parts) == 1 and _is_release_name(text[slice(*software)], text[slice(*parts[0])]):
            return None
        makers = [part for part in parts if not _VERSION_PART.fullmatch(text[slice(*part)])]
        while makers and _repeats(text[slice(*software)], text[slice(*makers[0])], is_last=len(makers) == 1):
            del makers[0]
        if not makers:
            return None
        maker = _maker(document, sentence, makers, text[slice(*software)], is_sure=is_sure)
        if maker is not None:
            return Maker(software, maker, "bracket")
    return _named_in_bracket(document, sentence, bracket.start(), parts)


_OF_LIVES = WordSet("makers/of_life")
_AMOUNTS = frozenset({"measure", "percent", "money"})


_INITIALS = re.compile(r"(?<![A-Z])[A-Z]|\b[a-z]")


def _are_initials(word: str, before: str) -> bool:
    """Whether a word is nothing but the initials of the words before it, small ones left out at will."""
    if not word.isalpha() or not word.isupper():
        return False
    letters = list(word.lower())
    for initial in reversed(_INITIALS.findall(before)[-3 * len(word) :]):
        if letters and initial.lower() == letters[-1]:
            letters.pop()
        elif initial.isupper():
            break
    return not letters


def _is_release_name(software: str, word: str) -> bool:
    """Whether one word behind a system is the name of its release: "Ubuntu 19.04 (Disco)"."""
    readings = load_name_table().readings
    systems = readings(software) or readings(software.partition(" ")[0])
    is_system = any(entry.kind == "os" for entry in systems)
    return (
        is_system and " " not in word and not any(entry.label == "organization" for entry in readings(word))
    )


def _named_in_bracket(
    document: NormalisedDocument, sentence: Sentence, bracket: int, parts: list[Span]
) -> Maker | None:
    """As in "a tracking program (Quillo 6.1; Vexel Ltd., Oslo)"."""
    text = document.text
    if len(parts) < 2:
        return None
    first = parts[0]
    version = next((v for v in sentence.versions if v.start < first[1] and first[0] < v.end), None)
    named = next((n for n in sentence.names if n.start < first[1] and first[0] < n.end), None)
    end = first[1]
    if version is not None and version.name_end is not None and first[0] < version.name_end <= first[1]:
        end = version.name_end
    surface = text[first[0] : end].strip(_MARKS)
    if not any(map(str.isupper, surface)) or _VERSION_PART.fullmatch(surface) or len(surface.split()) > 5:
        return None
    is_software = (
        version is not None or _is_software(surface) or _is_tool_before(text, sentence.start, bracket)
    )
    if not is_software or (named is not None and named.label in ("person", "place", "organization")):
        return None
    rest = [part for part in parts[1:] if not _VERSION_PART.fullmatch(text[slice(*part)])]
    is_sure = version is not None and version.sure and _is_tool_before(text, sentence.start, bracket)
    maker = _maker(document, sentence, rest, surface, is_sure=is_sure) if rest else None
    return (
        Maker((first[0], first[0] + len(surface)), maker, "named-in-bracket") if maker is not None else None
    )


def _is_tool_before(text: str, start: int, bracket: int) -> bool:
    return _TOOL_WORD.search(text, start, bracket) is not None


_TOOL_WORD = WordPattern(r"\b(?:[Ss]oftware|program(?:me)?|<makers/tool>)s?[ ]$")


def _parts(text: str, start: int, end: int) -> list[Span]:
    """What commas and semicolons part, white space and marks cut off; "Acme, Inc." stays one part."""
    parts: list[Span] = []
    for match in _PART.finditer(text, start, end):
        surface = match[0]
        first = match.start() + len(surface) - len(surface.lstrip(_MARKS))
        last = match.end() - (len(surface) - len(surface.rstrip(_MARKS)))
        if first >= last:
            continue
        if parts and text[first:last] in load_legal_forms():
            parts[-1] = (parts[-1][0], last)
            continue
        version = _VERSION_AHEAD.match(text, first, last)
        if version is not None:
            parts.append((first, first + len(version["version"])))
            first = version.end()
        parts.append((first, last))
    return parts


# "version 9.3 SAS Institute Inc.": no comma stands between the two
_VERSION_AHEAD = re.compile(r"(?P<version>(?:[Vv]ersion|[Vv]ers?\.|v\.?)[ ]?\d[\w.]*)[.:]?[ ](?=[A-Z]\w)")


def _software_before(
    document: NormalisedDocument, sentence: Sentence, bracket: int, parts: list[Span]
) -> tuple[Span, bool] | None:
    """The software whose name ends before a bracket, and whether the words leave no doubt that it is one."""
    text = document.text
    end = bracket
    while end > sentence.start and text[end - 1] in " \u00a0":
        end -= 1
    version = next(
        (
            v
            for v in reversed(sentence.versions)
            if v.start < bracket and v.name_start is not None and (v.sure or v.form is not VersionForm.LIST)
            if _is_tail(text[min(v.end, bracket) : end])
        ),
        None,
    )
    if version is not None and version.name_start is not None and version.name_end is not None:
        start, stop = version.name_start, version.name_end
        if any(map(str.isupper, text[start:stop])) and not _HARDWARE.search(text[start:bracket]):
            is_called = _CALLED.search(text, stop, bracket) is not None
            is_sure = version.sure or is_called or _is_software(text[start:stop])
            return _widened(sentence, (start, stop)), is_sure
        return None
    before = _VERSION_BEFORE.search(text, max(sentence.start, end - 60), end)
    stop = before.start() if before else end
    found = name_before(text, stop) or _listed_software(document, sentence, stop)
    if found is None or found[0] < sentence.start:
        return None
    words = text[slice(*found)]
    if _HARDWARE.search(text[found[0] : bracket]):
        return None
    has_noun = text[found[1] : bracket].strip(" \u00a0®™,\"”’'") != ""
    states_version = any(_STATED.match(text[slice(*part)]) for part in parts)
    named = next((n for n in sentence.names if n.start < found[1] and found[0] < n.end), None)
    is_product = named is not None and named.label in TOOLS
    if named is not None and named.label in ("person", "place") and not (has_noun or states_version):
        return None
    if _is_software(words) or has_noun or states_version or is_product:
        is_called = _CALLED.search(text, found[1], bracket) is not None
        return _widened(sentence, found), _is_software(words) or is_called or states_version
    return None


def _listed_software(document: NormalisedDocument, sentence: Sentence, end: int) -> Span | None:
    """A listed program before words for what it is: "Quantity One software", whose "One" may be a number."""
    return next(
        (
            (name.start, name.end)
            for name in sentence.names
            if name.is_listed and name.label == "product" and name.end <= end
            if _is_tail(document.text[name.end : end])
        ),
        None,
    )


_CALLED = re.compile(r"\b(?:software|programs?|programme|package)\b", re.IGNORECASE)
_STATED = re.compile(r"(?:v|ver|vers|version|release)\.?[ -]?\d|R20\d\d[ab]|\d+(?:\.\d+)+$", re.IGNORECASE)
_HARDWARE = WordPattern(r"\b(?:<makers/hardware>)$")
_TAIL = re.compile(
    r"""
      [®™"”’')]*
      (?:[ ](?:for[ ][A-Z]\w+(?:[ ][A-Z]\w*)?|\d+[- ]bit|statistical|analysis|statistics|[Ss]oftware
        |[Pp]ackage|[Pp]rogram(?:me)?|suite|toolbox|application|[a-z]|\[[\d, –-]+\]|\(R20\d\d[ab]\)))*
      [®™]?,?
    """,
    re.VERBOSE,
)


def _is_tail(words: str) -> bool:
    """Whether only a word for software, a system or a mark stands there."""
    return _TAIL.fullmatch(words) is not None


def _widened(sentence: Sentence, span: Span) -> Span:
    """The whole product where the span is a part of one: "Prism" in "GraphPad Prism"."""
    for name in sentence.names:
        if name.label == "product" and name.start <= span[0] and span[1] <= name.end:
            return name.start, span[1]
    return span


def _is_software(name: str) -> bool:
    return any(
        reading.is_software and reading.kind not in ("device", "platform", "service", "journal")
        for reading in load_name_table().readings(name)
    )


# Makers


def _maker(
    document: NormalisedDocument, sentence: Sentence, parts: list[Span], software: str, *, is_sure: bool
) -> Span | None:
    """The first part, if it names an organization; alone in its bracket it counts where `is_sure`."""
    text = document.text
    start, end = parts[0]
    surface = text[start:end]
    year = _YEAR_END.search(surface)
    if year:
        end -= year.end() - year.start()
        surface = text[start:end].rstrip(_MARKS)
        end = start + len(surface)
    words = surface.split()
    if not words or len(words) > 8 or not surface[0].isalnum() or not any(map(str.isupper, surface)):
        return None
    if _is_no_maker(surface) or any(date.start <= start < date.end for date in sentence.dates):
        return None  # "Quillo 16 (April 2024)"
    bare = [word.strip(".,®™") for word in words]
    has_word = _has_word_of_makers(words, bare)
    if (not has_word and _is_place(surface)) or (surface[0].islower() and "of" not in words):
        return None
    named = next((n for n in sentence.names if n.start < end and start < n.end), None)
    is_placed = any(_is_place(text[slice(*part)]) for part in parts[1:])
    if named is not None and named.label == "place" and named.start <= start and end <= named.end:
        # "Verity Software House, Topsham, ME": no list knows it as a place, and its town follows
        is_maker = is_sure and is_placed and not _is_place(surface) and not _is_land(text[slice(*parts[1])])
        return (start, end) if is_maker else None
    if has_word or (named is not None and named.label == "organization" and named.start <= start):
        return start, end
    if any(word.islower() and word not in _INNER for word in bare):
        return None
    if is_placed:
        return start, end
    is_short_form = len(words) == 1 and surface.isupper() and _abbreviates(surface, software)
    if is_sure and len(parts) == 1 and not is_short_form and not _is_software(surface):
        if named is not None and named.label in ("person", "place", "product", "language"):
            return (start, end) if named.is_guess and named.label == "product" else None
        return start, end
    return None


def _is_no_maker(surface: str) -> bool:
    """Whether words in a bracket point at a part of a text, a version or what somebody has."""
    return bool(
        _OF_SOMEBODY.search(surface)  # "M12 (Microsoft's venture arm)"
        or _NO_MAKER.match(surface)
        or _VERSION_PART.fullmatch(surface)
        or _OTHER_SCRIPT.search(surface)
    )


def _has_word_of_makers(words: list[str], bare: list[str]) -> bool:
    """Whether a name has a legal form or a word by which companies, labs and teams are called."""
    forms = load_legal_forms()
    is_company = words[-1] in forms or (len(words) > 1 and words[-1].capitalize() in forms)
    return is_company or not _maker_words().isdisjoint(bare) or not forms.keys().isdisjoint(words)


_INNER = WordSet("makers/inner")
_OF_SOMEBODY = re.compile(r"['’]s?[ ][a-z]")
_NO_MAKER = re.compile(
    r"(?:Tab(?:le)?s?|Figs?|Figures?|Supp\w*|Additional|Appendix|Section|See|Eqs?|Equations?|Box|Data|File"
    r"|Text|Ref\w*|Movie|Video|Windows|Mac\w*|Linux|Unix|OS|License|Licence|GPL|Version|Release|Build"
    r"|Student|Academic|S\d|College[ ]Station|Step|Method\w*|Experiment|Study|Group|Panel|Scheme|Chapter"
    r"|Note|Copyright|All|In|For|The[ ]\w+[ ]of)\b",
)


def _abbreviates(short: str, long: str) -> bool:
    rest = iter(long.lower())
    return all(character in rest for character in short.lower())


@per_lexicon
def _maker_words() -> frozenset[str]:
    """Words in the names of companies, labs, universities and teams."""
    own = {row["word"] for row in load_rows("en/software_use.csv") if row["role"] == "maker"}
    return load_cues("organization_head") | load_cues("organization_opener") | own


def _is_place(surface: str) -> bool:
    surface = surface.strip(_MARKS + ".")
    readings = load_name_table().readings(surface)
    if any(reading.label == "place" for reading in readings):
        return True
    bare = surface.replace(".", "")
    states = load_cues("state_code")
    if bare in states:
        return True
    before, _, last = bare.rpartition(" ")
    if last.isdigit():  # "MA 02139"
        before, _, last = before.rpartition(" ")
    return last in states and before.count(" ") < 3 and before.replace(" ", "").isalpha()


def _is_land(surface: str) -> bool:
    """Whether a part is a state or a country, so that a town stands before it: "Armonk, NY"."""
    surface = surface.strip(_MARKS + ".")
    if surface.replace(".", "").partition(" ")[0] in load_cues("state_code"):
        return True
    return any(entry.kind in ("state", "country") for entry in load_name_table().readings(surface))


_AGAIN = re.compile(r"[ ](?:for[ ](?:Windows|Mac)|v(?:ersion|er)?\.?[ ]?\d)|[ ]\d+(?:\.\d+)*$", re.IGNORECASE)


def _repeats(software: str, part: str, *, is_last: bool) -> bool:
    """Whether a part names the software again: "Quillo 7.0", its short form, its long form."""
    year = _YEAR_END.search(part)
    if year is not None and part[: year.start()] != software:
        part = part[: year.start()]  # "StataCorp 2015"
    words = [word.strip(".,") for word in part.split()]
    is_other_form = _is_short_form(part, software) or _is_short_form(software, part)
    if is_other_form and not part.casefold().startswith(software.casefold()):
        return True
    forms = load_legal_forms()
    if (words[-1] in forms or words[-1].capitalize() in forms) and len(words) > 1:
        return False  # "SPSS inc"
    if _AGAIN.search(part):
        return True
    if not _maker_words().isdisjoint(words):
        return False
    # "SAS (SAS, Cary, NC)": the maker has the name of the product
    return is_last and (part == software or software.startswith(f"{part} "))


def _is_short_form(short: str, long: str) -> bool:
    letters = "".join(filter(str.isalpha, short))
    return (
        " " not in short
        and " " in long
        and sum(map(str.isupper, letters)) > 1
        and _abbreviates(letters, long)
    )


# "software by Vexel", "Vexel Quillo"


def _named_with_maker(document: NormalisedDocument, sentence: Sentence) -> Iterator[Maker]:
    text = document.text
    products = [name for name in sentence.names if name.label == "product"]
    if not products or not _ANALYSIS.search(text, sentence.start, sentence.end):
        return
    for name in products:
        if not (
            _LEAD.search(text, sentence.start, name.start)
            or _WAS_USED.match(text, name.end, sentence.end)
            or text[name.start - 1 : name.start] == "("
        ):
            continue  # "Google Chrome is ..." does not say who made it
        maker = next(
            (n for n in sentence.names if n.end + 1 == name.start and n.label == "organization"), None
        )
        if maker is not None and _is_company(maker.text) and _is_software(name.text):
            yield Maker((name.start, name.end), (maker.start, maker.end), "name")
            continue
        first, space, rest = name.text.partition(" ")
        if space and rest and _is_company(first) and _is_edition(name.text) and not _is_company(name.text):
            yield Maker((name.start, name.end), (name.start, name.start + len(first)), "name")
    for maker in sentence.names:
        if maker.label != "organization":
            continue
        by = _BY.search(text, max(sentence.start, maker.start - 40), maker.start)
        if by is None or (len(maker.text) < 4 and not _is_company(maker.text)):
            continue
        found = _software_before(document, sentence, by.start(), [])
        if found is not None and found[1]:
            yield Maker(found[0], (maker.start, maker.end), "by")


def _is_edition(name: str) -> bool:
    """Whether a name is that of a program, or one with what tells a release apart: "Adobe Photoshop CC"."""
    return _is_software(name) or _is_software(name.rpartition(" ")[0])


def _is_company(word: str) -> bool:
    return any(reading.label == "organization" for reading in load_name_table().readings(word))


_ANALYSIS = WordPattern(
    r"\b(?:analy[sz](?:ed|es|is|ing)|statistic\w*|<makers/analysis>|carried[ ]out|undertaken"
    r"|assessed|estimated|entered|imported)\b",
    re.IGNORECASE,
)
_WAS_USED = re.compile(r"(?:[^.;]|\.\d){0,60}\b(?:was|were)[ ](?:used|utili[sz]ed|employed)\b")
_LEAD = re.compile(
    r"\b(?:using|with|in|by|to|into|and|via|used)[ ](?:the[ ])?"
    r"(?:(?:statistical[ ])?(?:software|program(?:me)?)[ ](?:package[ ])?)?(?:[A-Z]\w+[ ])?$"
)
