"""Names by their build: legal forms, "University of X", titles and given names, model names, domains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.tagging.name_candidates import FAIR, GOOD, SURE, Candidate
from claimcheck.tagging.name_lexicon import (
    load_cues,
    load_demonyms,
    load_legal_forms,
    load_name_table,
    load_person_names,
    load_titles,
)
from claimcheck.tagging.name_words import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.tagging.name_context import NameContext

_LONGEST_NAME = 8  # words; longer runs of capitals are headings or lists
_DOMAIN = re.compile(r"[A-Za-z0-9][\w-]*\.(?:com|ai|io|org|net|co|dev|app|tv|fm)", re.ASCII)
# GPT-3, BioGPT-2, K2-65B, Qwen-7B-Chat, i9-9980XE; not COVID-19, F-16, H1N1.
_MODEL_NAME = re.compile(
    r"(?:[A-Za-z]+\d*(?:\.\d+)?-)+(?:\d+(?:\.\d+)?[BMTK]?|v\d+(?:\.\d+)?|[Bb]ase|[Ll]arge|[Ss]mall|[Mm]ini|[Cc]hat|[Ii]nstruct|[Nn]ano|XL|XXL)"
    r"(?:-[A-Za-z]+\d*)*"
)
_SIZE = re.compile(r"-\d+(?:\.\d+)?[BMT](?:-|$)")
_PRODUCT_ENDING = re.compile(r"(?:GPT|BERT|LM|LLM|Net|DB|OS|SQL|ML|JS|QL|VM|CV|Hub|Script|Py|VAE|GAN|CNN|RNN|CLIP|Book|Pod|Pad|Phone|Watch)[\d.]*$")
_OF_WORDS = frozenset({"of", "for", "on"})
_INNER_WORDS = frozenset({"of", "the", "and", "for", "&"})


def find_built_names(context: NameContext) -> Iterator[Candidate]:
    """Candidates of every pattern; they may overlap."""
    yield from _find_with_legal_form(context)
    yield from _find_with_head(context)
    yield from _find_persons(context)
    yield from _find_model_names(context)
    yield from _find_by_role(context)


def _make(context: NameContext, first: int, last: int, label: str, rule: str, strength: int, end: int | None = None) -> Candidate:
    words = context.words
    return Candidate(first, last, words.starts[first], end or words.ends[last - 1], label, rule, strength)


def _name_start(context: NameContext, last: int, *, inner: frozenset[str] = _INNER_WORDS) -> int:
    """First word of the run of capitals that ends before `last`; sentence starts and titles cut off."""
    words = context.words
    first = last
    index = last - 1
    while index >= 0 and last - index <= _LONGEST_NAME:
        if index + 1 < len(words) and index + 1 <= last - 1 and not context.joins(index + 1) and words.gaps[index + 1] != ". ":
            break
        if context.is_name_like(index):
            if words.gaps[index + 1 if index + 1 < len(words) else index] == ". " and index + 1 < last and words.cases[index] is not Case.INITIAL:
                break
            first = index
        elif words.forms[index] not in inner or index + 1 > last - 1:
            break
        if words.opens[index]:
            break
        index -= 1
    while first < last and (context.is_plain_start(first) or words.forms[first] in load_cues("calendar")):
        first += 1
        while first < last and not context.is_name_like(first):
            first += 1
    return first


def _find_with_legal_form(context: NameContext) -> Iterator[Candidate]:
    """"Acme Robotics GmbH", "Northwind Traders, Inc."."""
    words = context.words
    legal_forms = load_legal_forms()
    index = 1
    while index < len(words):
        length, end = _legal_form_at(context, index, legal_forms)
        if not length:
            index += 1
            continue
        gap = words.gaps[index]
        ambiguous = legal_forms[_SPACES.sub(" ", words.text[words.starts[index] : end])]
        if gap in {" ", ", ", " & "} and context.is_name_like(index - 1) and not (ambiguous and gap == ", "):
            first = _name_start(context, index)
            if first < index and not (first == index - 1 and words.forms[first] in load_cues("plain_capital")):
                yield _make(context, first, index + length, "organization", "legal-form", SURE + 10, end)
        index += length


_SPACES = re.compile(r"\s+")
_LEGAL_STARTS = frozenset("(SABCDEFGHIJKLNOPQRTUVZacdefghlopsó")


def _legal_form_at(context: NameContext, index: int, legal_forms: dict[str, bool]) -> tuple[int, int]:
    """Number of words and end offset of the legal form that starts at `index`; zeros if none does."""
    words = context.words
    form = words.forms[index]
    if form[0] not in _LEGAL_STARTS or (form.islower() and form not in {"plc", "a", "d", "e", "s", "hf", "sp"}):
        return 0, 0
    for last in range(min(index + 5, len(words)), index, -1):
        start, end = words.starts[index], words.ends[last - 1]
        surface = words.text[start:end]
        if surface + words.text[end : end + 1] in legal_forms:
            return last - index, end + len(words.text[end : end + 1])
        if surface in legal_forms:
            return last - index, end
    return 0, 0


def _find_with_head(context: NameContext) -> Iterator[Candidate]:
    """"Northfield Institute", "Ministry of Public Works", "Lake Arden", "Tarn River"."""
    words = context.words
    organization_heads = load_cues("organization_head")
    organization_openers = load_cues("organization_opener")
    place_heads = load_cues("place_head")
    place_openers = load_cues("place_opener")
    for index, form in enumerate(words.forms):
        if not context.is_name_like(index):
            continue
        if form in organization_openers or (form in place_openers and form not in organization_heads):
            last = _of_end(context, index)
            if last:
                first = _name_start(context, index + 1) if form in organization_openers else index
                if form in organization_openers:
                    first = min(first, index)
                    yield _make(context, first, last, "organization", "organization-of", SURE)
                elif form not in {"State", "City", "Town", "County"} or words.opens[index] is False:
                    yield _make(context, index, last, "place", "place-of", SURE)
        if form in {"Lake", "Mount", "Mt", "Fort", "Cape", "Port"} and context.is_name_like(index + 1) and context.joins(index + 1):
            if words.forms[index + 1] not in place_heads | organization_heads:
                yield _make(context, index, index + 2, "place", "place-opener", GOOD)
        if context.heading[index]:
            continue
        if form in organization_heads and not (context.is_name_like(index + 1) and context.joins(index + 1) and words.forms[index + 1] in organization_heads):
            first = _name_start(context, index + 1)
            if _has_own_word(context, first, index, organization_heads):
                yield _make(context, first, index + 1, "organization", "organization-head", SURE)
        elif form in place_heads:
            first = _name_start(context, index + 1, inner=frozenset())
            if _has_own_word(context, first, index, place_heads) and not _is_person_start(context, first, index):
                yield _make(context, first, index + 1, "place", "place-head", GOOD)


def _has_own_word(context: NameContext, first: int, head: int, heads: frozenset[str]) -> bool:
    """Whether something before the head word is more than a plain capital or another head."""
    if first >= head:
        return False
    words = context.words
    return any(
        context.is_name_like(i) and words.forms[i] not in heads and not context.is_explained(i) or words.forms[i] in load_demonyms()
        for i in range(first, head)
    ) or head - first >= 2


def _is_person_start(context: NameContext, first: int, head: int) -> bool:
    given, _, _ = load_person_names()
    return head - first == 1 and context.words.forms[first] in given


def _of_end(context: NameContext, index: int) -> int | None:
    """End of "X of (the) Y and Z" for an opener at `index`; None if no capital follows."""
    words = context.words
    if index + 2 >= len(words) or words.gaps[index + 1] != " " or words.forms[index + 1] not in _OF_WORDS:
        return None
    last = index + 2
    if words.forms[last] == "the" and words.gaps[last] == " ":
        last += 1
    if not (context.is_name_like(last) and words.gaps[last] == " "):
        return None
    while last < len(words) and last - index < _LONGEST_NAME:
        if context.is_name_like(last) and (context.joins(last) or words.gaps[last] == " "):
            last += 1
        elif words.forms[last] in {"of", "and"} and words.gaps[last] == " " and context.is_name_like(last + 1) and words.gaps[last + 1] == " ":
            if words.forms[last] == "and" and load_name_table().readings(words.forms[last + 1]):
                break
            last += 2
        else:
            break
    return last


def _find_persons(context: NameContext) -> Iterator[Candidate]:
    """Given name and surname, or a title and a name."""
    words = context.words
    titles = load_titles()
    given, surnames, ambiguous = load_person_names()
    particles = load_cues("person_particle")
    heads = load_cues("organization_head") | load_cues("place_head")
    total = len(words)
    index = 0
    while index < total:
        form = words.forms[index]
        if not context.is_name_like(index):
            index += 1
            continue
        previous = index - 1
        titled = False
        if previous >= 0 and words.gaps[index] in {" ", ". ", "\u00a0", ".\u00a0"}:
            title = words.forms[previous]
            with_mark = words.gaps[index].startswith(".")
            for size in (1, 2, 3):
                if previous - size + 1 < 0:
                    break
                phrase = words.slice(previous - size + 1, previous + 1)
                if phrase in titles or (with_mark and phrase + "." in titles):
                    titled = not (titles.get(phrase, titles.get(phrase + ".", False)) and phrase.islower())
                    break
            if with_mark and not titled and title:
                titled = False
        if form in titles or form + "." in titles:
            index += 1
            continue
        starts_person = form in given and words.cases[index] is Case.CAPITALISED
        initial_start = words.cases[index] is Case.INITIAL and not words.opens[index]
        if not (titled or starts_person or initial_start):
            index += 1
            continue
        if words.cases[index] not in {Case.CAPITALISED, Case.INITIAL, Case.MIXED}:
            index += 1
            continue
        last = _person_end(context, index, particles, heads)
        count = last - index
        label_ok = False
        if titled:
            label_ok = words.cases[index] is not Case.INITIAL or count > 1
            strength = SURE
        elif count >= 2:
            second = words.forms[last - 1]
            if words.cases[last - 1] is Case.INITIAL:
                label_ok = False
            elif starts_person:
                label_ok = form not in ambiguous or second in surnames
                if load_name_table().readings(form) and second not in surnames and second not in given:
                    label_ok = False
                if context.heading[index] and second not in surnames:
                    label_ok = False
                if words.opens[index] and form.lower() in context.plain:
                    label_ok = False
            else:
                label_ok = second in surnames and words.gaps[index + 1].startswith(".")
            strength = GOOD + 5
        if label_ok:
            yield _make(context, index, last, "person", "title" if titled else "given-name", strength)
            index = last
        else:
            index += 1


def _person_end(context: NameContext, index: int, particles: frozenset[str], heads: frozenset[str]) -> int:
    """End of a person's name that starts at `index`: up to five words."""
    words = context.words
    last = index + 1
    while last < len(words) and last - index < 5:
        gap = words.gaps[last]
        after_initial = words.cases[last - 1] is Case.INITIAL and gap in {". ", "."}
        if gap not in {" ", "\u00a0"} and not after_initial:
            break
        form = words.forms[last]
        case = words.cases[last]
        if form in particles and last + 1 < len(words) and (context.is_name_like(last + 1) or words.forms[last + 1] in particles) and words.gaps[last + 1] == " ":
            last += 1
            continue
        if case not in {Case.CAPITALISED, Case.INITIAL} and not (case is Case.MIXED and form.isalpha()):
            break
        if form in heads or form in load_titles() or form in load_cues("calendar") or form in load_legal_forms():
            break
        last += 1
    while last - 1 > index and (words.forms[last - 1] in particles and not context.is_name_like(last - 1)):
        last -= 1
    return last


def _find_model_names(context: NameContext) -> Iterator[Candidate]:
    """Single words built like software or model names, and domains."""
    words = context.words
    table = load_name_table()
    technical = context.code_words >= 2
    for index, form in enumerate(words.forms):
        case = words.cases[index]
        if case in {Case.LOWER, Case.NUMBER} and "." not in form:
            continue
        if len(form) < 3 or table.readings(form):
            continue
        before = words.gaps[index][-1:]
        if before in {"@", "/", "#", "\\"} or words.text[words.ends[index] : words.ends[index] + 1] in {"@", "("} and case is not Case.UPPER:
            continue
        if _DOMAIN.fullmatch(form):
            if form[0].isupper():
                company = _is_company_context(context, index, index + 1)
                yield _make(context, index, index + 1, "organization" if company else "product", "domain", GOOD)
            continue
        if case is Case.LOWER:
            continue
        if _MODEL_NAME.fullmatch(form):
            letters = sum(map(str.isalpha, form))
            upper_only = form.isupper()
            family = form.partition("-")[0]
            if _SIZE.search(form) or table.readings(family) or (letters >= 3 and (not upper_only or technical)):
                yield _make(context, index, index + 1, "product", "model-name", GOOD)
        elif case is Case.MIXED and "-" not in form and "_" not in form and "'" not in form and "’" not in form and form.isalnum():
            if form[:-1].isupper() and form[-1] == "s":
                continue  # the plural of an acronym: GPUs
            if _PRODUCT_ENDING.search(form):
                yield _make(context, index, index + 1, "product", "product-ending", GOOD)
            elif form[0].isupper() and _is_company_context(context, index, index + 1):
                yield _make(context, index, index + 1, "organization", "camel-case", FAIR)


def _is_company_context(context: NameContext, first: int, last: int) -> bool:
    """Whether the words beside a name speak of a company."""
    after = context.after(last)
    return (
        after in load_cues("company_verb")
        or after in load_cues("company_noun")
        or context.before(first) in load_cues("company_noun")
    )


def _find_by_role(context: NameContext) -> Iterator[Candidate]:
    """"the Halcyon team", "researchers at Halcyon", "Halcyon, the company behind Y", "Halcyon CEO"."""
    words = context.words
    table = load_name_table()
    for index in range(len(words)):
        if not context.is_name_like(index) or context.heading[index] or words.cases[index] is Case.INITIAL:
            continue
        form = words.forms[index]
        if context.is_explained(index) or table.readings(form) or form in load_demonyms():
            continue
        if context.is_name_like(index - 1) and context.joins(index):
            continue
        last = index + 1
        while last < len(words) and context.is_name_like(last) and context.joins(last) and words.forms[last] not in load_titles() and last - index < 4:
            last += 1
        before = context.before(index)
        after = context.after(last)
        role = None
        if after == "team" and before == "the":
            role = "team-pattern"
        elif before == "at" and index >= 2 and words.forms[index - 2] in {"researchers", "scientists", "engineers", "researcher", "scientist", "engineer", "analyst", "analysts", "economist", "developers"}:
            role = "researchers-at"
        elif after in {"CEO", "CTO", "CFO", "COO", "co-founder", "cofounder"} or (after in {"founder", "spokesperson", "spokeswoman", "spokesman", "shares", "employees", "investors", "shareholders"} and not words.opens[index]):
            role = "company-role"
        elif last + 2 < len(words) and words.gaps[last] == ", " and words.forms[last] in {"the", "a", "an"} and any(
            words.forms[i] in {"company", "startup", "start-up", "firm", "lab", "maker", "developer", "nonprofit"} for i in range(last + 1, min(last + 5, len(words)))
        ):
            role = "company-apposition"
        if role:
            yield _make(context, index, last, "organization", role, FAIR)
