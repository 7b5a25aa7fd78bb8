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
_PRODUCT_ENDING = WordPattern(r"(?:<names/product_ending>)\d*(?:\.\d+)?")
_INNER_TITLE_WORDS = WordSet("names/inner_of_title")


def find_model_names(context: NameContext) -> Iterator[Candidate]:
    """Single words built like software or model names, and domains."""
    words = context.words
    table = load_name_table()
    plain = context.cues["plain_capital"]
    technical = context.code_words >= 2
    text = words.text
    for index, form in enumerate(words.forms):
        case = words.cases[index]
        if case is LOWER and form.isalpha():  # most words
            continue
        has_stop = "." in form
        if (case is LOWER or case is NUMBER or case is CAPITALISED) and not has_stop and "-" not in form:
            continue
        if len(form) < 3 or table.readings(form) or form in plain:
            continue
        before = words.gaps[index][-1:]
        after = text[words.ends[index] : words.ends[index] + 1]
        if (
            before in {"@", "/", "#", "\\", "_", "$", "<"}
            or after in {"@", "_"}
            or (after == "(" and case is not UPPER)
        ):
            continue
        if has_stop and _DOMAIN.fullmatch(form):
            if form[0].isupper():
                # "on Orbit.com" is read; else it is a company that has the name of its site
                is_read = context.before(index) in context.cues["service_use"]
                label = "product" if is_read else "organization"
                yield make_candidate(context, index, index + 1, label, "domain", GOOD)
            elif before == " " and words.forms[index - 1].isalpha():
                yield make_candidate(context, index, index + 1, "product", "domain", FAIR)
            continue
        if case is LOWER:
            if "-" in form and _SIZED_NAME.fullmatch(form):
                yield make_candidate(context, index, index + 1, "product", "model-name", GOOD)
            continue
        is_long = technical and _LONG_MODEL_NAME.fullmatch(form) and any(map(str.isdigit, form))
        if is_long or _MODEL_NAME.fullmatch(form):
            letters = sum(map(str.isalpha, form))
            family = form.partition("-")[0]
            if (
                is_long
                or _SIZED_NAME.fullmatch(form)
                or _SIZE.search(form)
                or table.readings(family)
                or (letters >= 3 and (not form.isupper() or technical))
            ):
                yield make_candidate(context, index, index + 1, "product", "model-name", GOOD)
        elif case is MIXED and form.isalnum() and form[0].isupper():
            if form[-1] == "s" and (form[:-1].isupper() or table.readings(form[:-1])):
                continue  # the plural of an acronym or a name: GPUs
            if is_company_context(context, index, index + 1):
                yield make_candidate(context, index, index + 1, "organization", "camel-case", FAIR)
            elif (
                (ending := _PRODUCT_ENDING.search(form)) and ending.end() == len(form) and ending.start() > 0
            ):
                yield make_candidate(context, index, index + 1, "product", "product-ending", GOOD)
            elif technical:
                yield make_candidate(context, index, index + 1, "product", "camel-case", FAIR)


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
    """The novel "Winter Tides": capitals in quotation marks after a word for a work."""
    words = context.words
    cues = load_cues("work_noun")
    text = words.text
    for index in context.capitals:
        gap = words.gaps[index].lstrip(" ,")
        if index == 0 or gap not in {'"', "“", "‘", "'", "«"}:
            continue
        if words.forms[index - 1].lower() not in cues:
            continue
        last = index
        plain = 0
        while last < len(words.forms) and last - index < 14:
            if last > index and words.gaps[last] not in {" ", ": ", ", ", "-", "\u00a0"}:
                break
            if not context.is_name_like(last) and words.forms[last] not in _INNER_TITLE_WORDS:
                plain += 1
            last += 1
        closing = text[words.ends[last - 1] : words.ends[last - 1] + 2]
        if not closing or not (closing[0] in "\"”’'»" or closing[1:2] in {'"', "”"}):
            continue
        if plain * 3 <= last - index:
            yield make_candidate(context, index, last, "product", "quoted-work", GOOD)
