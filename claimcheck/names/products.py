"""Names of products by their build: model names, camel case, domains, titles of works in quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.names.candidates import FAIR, GOOD, SURE, Candidate
from claimcheck.names.context import is_company_context, make_candidate
from claimcheck.names.lists import (
    load_cues,
    load_name_table,
)
from claimcheck.names.words import CAPITALISED, LOWER, MIXED, NUMBER, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.names.context import NameContext


_DOMAIN = re.compile(r"[A-Za-z0-9][\w-]*\.(?:com|ai|io|org|net|co|dev|app|tv|fm)", re.ASCII)
# GPT-3, BioGPT-2, K2-65B, Qwen-7B-Chat, BERT-large; not COVID-19, F-16, H1N1.
_MODEL_NAME = re.compile(
    r"(?:[A-Za-z]+\d*(?:\.\d+)?-)+"
    r"(?:\d+(?:\.\d+)?[BMTKx]?|v\d+(?:\.\d+)?|[Bb]ase|[Ll]arge|[Ss]mall|[Mm]ini|[Cc]hat|[Ii]nstruct|[Nn]ano|XL|XXL)"
    r"(?:-[A-Za-z]+\d*)*"
)
# Llama-3.1-8B, Yi-9B-200K, Claude-3.5-Sonnet-1022: three parts and more, one of them with a digit
_LONG_MODEL_NAME = re.compile(
    r"(?![A-Z\d-]+$)[A-Z][A-Za-z]+\d*(?:\.\d+)?(?:-(?:[A-Z][A-Za-z]+\d*(?:\.\d+)?|[vV]?\d+(?:\.\d+)?[A-Za-z]{0,4}|[a-z]{2,8})){2,}"
)
_SIZE = re.compile(r"-\d+(?:\.\d+)?[BMT](?:-|$)")
# mpt-7b, dolly-v2-12b, Llama-2-7b-hf: as repositories write them
_SIZED_NAME = re.compile(r"[A-Za-z]{3,}[\w.]*(?:-[\w.]+)*-\d+(?:\.\d+)?[bB](?:-[\w.]+)*", re.ASCII)
_LICENCE = re.compile(r"(?:CC-)?BY(?:-[A-Z]{2})*-\d.*|[AL]?GPL.*|(?:BSD|Apache|MIT)-.*")
_PRODUCT_ENDING = WordPattern(r"(?:<names/product_ending>)\d*(?:\.\d+)?")
_INNER_TITLE_WORDS = WordSet("names/inner_of_title")
_TECHNICAL = 2  # words on software that make a text one about it


def find_model_names(context: NameContext) -> Iterator[Candidate]:
    """Single words built like software or model names, and domains."""
    words = context.words
    table = load_name_table()
    plain = context.cues["plain_capital"]
    for index, form in enumerate(words.forms):
        case = words.cases[index]
        if case is LOWER and form.isalpha():  # most words
            continue
        has_stop = "." in form
        if (case is LOWER or case is NUMBER or case is CAPITALISED) and not has_stop and "-" not in form:
            continue
        if len(form) < 3 or table.readings(form) or form in plain or _stands_in_code(context, index):
            continue
        if has_stop and _DOMAIN.fullmatch(form):
            found = _domain_name(context, index)
        elif _is_model_name(context, index):
            found = make_candidate(context, index, index + 1, "product", "model-name", GOOD)
        elif case is MIXED and form.isalnum() and form[0].isupper():
            found = _camel_case_name(context, index)
        else:
            found = None
        if found is not None:
            yield found


def _stands_in_code(context: NameContext, index: int) -> bool:
    """Whether the marks about a word are those of code, paths, handles and addresses."""
    words = context.words
    end = words.ends[index]
    after = words.text[end : end + 1]
    return (
        words.gaps[index][-1:] in {"@", "/", "#", "\\", "_", "$", "<"}
        or after in {"@", "_"}
        or (after == "(" and words.cases[index] is not UPPER)
    )


def _domain_name(context: NameContext, index: int) -> Candidate | None:
    """What a word built like "orbit.com" names: a company that has the name of its site, or a service."""
    words = context.words
    if words.forms[index][0].isupper():
        is_read = context.before(index) in context.cues["service_use"]  # "on Orbit.com"
        label = "product" if is_read else "organization"
        return make_candidate(context, index, index + 1, label, "domain", GOOD)
    if words.gaps[index][-1:] == " " and words.forms[index - 1].isalpha():
        return make_candidate(context, index, index + 1, "product", "domain", FAIR)
    return None


def _is_model_name(context: NameContext, index: int) -> bool:
    """Whether a word is built like the name of a model: "GPT-3", "mpt-7b"; no licence ("BY-SA-4.0")."""
    form = context.words.forms[index]
    if _LICENCE.fullmatch(form):
        return False
    if context.words.cases[index] is LOWER:
        return "-" in form and _SIZED_NAME.fullmatch(form) is not None
    technical = context.code_words >= _TECHNICAL
    if technical and _LONG_MODEL_NAME.fullmatch(form) and any(map(str.isdigit, form)):
        return True
    return _MODEL_NAME.fullmatch(form) is not None and (
        _SIZED_NAME.fullmatch(form) is not None
        or _SIZE.search(form) is not None
        or bool(load_name_table().readings(form.partition("-")[0]))
        or (sum(map(str.isalpha, form)) >= 3 and (not form.isupper() or technical))
    )


def _camel_case_name(context: NameContext, index: int) -> Candidate | None:
    """What a word with capitals inside names: "YouTube", "HalvorDB"; None for plurals such as "GPUs"."""
    form = context.words.forms[index]
    if form[-1] == "s" and (form[:-1].isupper() or load_name_table().readings(form[:-1])):
        return None
    if is_company_context(context, index, index + 1):
        return make_candidate(context, index, index + 1, "organization", "camel-case", FAIR)
    ending = _PRODUCT_ENDING.search(form)
    if ending and ending.end() == len(form) and ending.start() > 0:
        return make_candidate(context, index, index + 1, "product", "product-ending", GOOD)
    if context.code_words >= _TECHNICAL:
        return make_candidate(context, index, index + 1, "product", "camel-case", FAIR)
    return None


def find_repositories(context: NameContext) -> Iterator[Candidate]:
    """Models and repositories with their owner: "mosaicml/mpt-7b", "QwenLM/Qwen"."""
    words = context.words
    table = load_name_table()
    if "/" not in words.text:
        return
    for index, gap in enumerate(words.gaps):
        if gap != "/" or index == 0 or words.gaps[index - 1][-1:] in _PATH_MARKS:
            continue
        owner, form = words.forms[index - 1], words.forms[index]
        following = words.text[words.ends[index] : words.ends[index] + 2]
        goes_on = following[:1] in _PATH_MARKS and (following[:1] not in ".:" or following[1:].isalnum())
        if goes_on or len(owner) < 3 or len(form) < 3:
            continue
        is_model = _SIZED_NAME.fullmatch(form) or (_MODEL_NAME.fullmatch(form) and form.count("-") > 1)
        is_project = words.cases[index - 1] is MIXED and (
            words.cases[index] is MIXED or table.readings(form) or any(map(str.isdigit, form))
        )
        if is_model or (is_project and not table.readings(owner)):
            yield make_candidate(context, index - 1, index + 1, "product", "repository", SURE)


_PATH_MARKS = frozenset("/.:@\\#~=_")


def find_quoted_works(context: NameContext) -> Iterator[Candidate]:
    """Capitals in quotation marks after a word for a work, and what is listed behind them: the novel "Winter
    Tides", the songs "Slow Ferry" and "Wet Sand".
    """
    words = context.words
    cues = load_cues("work_noun")
    after = 0  # word behind the last one found
    for index in context.capitals:
        if index == 0 or not _opens_quotation(words.gaps[index]):
            continue
        is_next = after in (index, index - (words.forms[index - 1] in _LIST_JOINTS))
        is_told = words.forms[index - 1].lower() in cues and words.gaps[index].lstrip(" ,") in _OPENING_MARKS
        if not (is_told or (after and is_next)):
            continue
        last = _quoted_title_end(context, index)
        if last:
            after = last
            yield make_candidate(context, index, last, "product", "quoted-work", GOOD)


_LIST_JOINTS = frozenset({"and", "or"})
_OPENING_MARKS = frozenset({'"', "“", "‘", "'", "«"})


def _opens_quotation(gap: str) -> bool:
    """Whether a quotation opens before a word, at once or behind the end of another: ' "', '", "'."""
    mark = gap[-1:]
    return mark in _OPENING_MARKS and gap[:-1].strip(" \"”’'»,") == ""


def _quoted_title_end(context: NameContext, index: int) -> int:
    """End of a title in quotation marks that starts at a word, mostly capitals; 0 for none."""
    words = context.words
    last = index
    plain = 0
    while last < len(words.forms) and last - index < _LONGEST_TITLE:
        if last > index and words.gaps[last] not in _IN_TITLES:
            break
        if not context.is_name_like(last) and words.forms[last] not in _INNER_TITLE_WORDS:
            plain += 1
        last += 1
    closing = words.text[words.ends[last - 1] : words.ends[last - 1] + 2]
    is_closed = bool(closing) and (closing[0] in "\"”’'»" or closing[1:2] in {'"', "”"})
    return last if is_closed and plain * 3 <= last - index else 0


_LONGEST_TITLE = 14  # words
_IN_TITLES = frozenset({" ", ": ", ", ", "-", "\u00a0"})
