"""Names by their build: legal forms, "University of X", titles and given names, model names, domains."""

from __future__ import annotations

import re
from functools import cache
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
_SPACES = re.compile(r"\s+")
_DOMAIN = re.compile(r"[A-Za-z0-9][\w-]*\.(?:com|ai|io|org|net|co|dev|app|tv|fm)", re.ASCII)
# GPT-3, BioGPT-2, K2-65B, Qwen-7B-Chat, BERT-large; not COVID-19, F-16, H1N1.
_MODEL_NAME = re.compile(
    r"(?:[A-Za-z]+\d*(?:\.\d+)?-)+"
    r"(?:\d+(?:\.\d+)?[BMTKx]?|v\d+(?:\.\d+)?|[Bb]ase|[Ll]arge|[Ss]mall|[Mm]ini|[Cc]hat|[Ii]nstruct|[Nn]ano|XL|XXL)"
    r"(?:-[A-Za-z]+\d*)*"
)
_SIZE = re.compile(r"-\d+(?:\.\d+)?[BMT](?:-|$)")
_PRODUCT_ENDING = re.compile(
    r"(?:GPT|BERT|LM|LLM|Net|DB|OS|SQL|ML|JS|QL|VM|CV|Hub|Script|Py|VAE|GAN|CNN|RNN|CLIP|Book|Pod|Pad|Phone|Watch)"
    r"\d*(?:\.\d+)?"
)
_SPACE_GAPS = frozenset({" ", "\u00a0"})
# Openers that name many kinds of body: what follows "of" may be a topic in two parts.
_TOPICAL_OPENERS = frozenset(
    "Agency Bureau Centre Center Chamber Commission Committee Council Department Directorate Faculty Institute "
    "Ministry Office School Society Board Academy Association".split()
)
_ON_OPENERS = frozenset(
    "Agency Association Campaign Centre Center Commission Committee Conference Council Foundation Institute Office "
    "Society Union".split()
)
_GROWING_HEADS = frozenset("University College Institute School Hospital Bank Academy Museum".split())
_RESEARCHERS = frozenset(
    "researchers scientists engineers researcher scientist engineer analyst analysts economist economists "
    "developers team colleagues".split()
)
_CHIEFS = frozenset("CEO CTO CFO COO CIO co-founder cofounder".split())
_STAFF = frozenset(
    "founder spokesperson spokeswoman spokesman shares employees investors shareholders executives".split()
)
_PLURAL_PLACES = frozenset("Rivers Mountains Islands Counties Seas Lakes Streets Avenues Valleys Provinces".split())
# Words that end the names of places and bodies, but are surnames too.
_SURNAME_HEADS = frozenset(
    "Banks Bishop Castle Church Court Fields Ford Forest Hall Hill Hills House Lane Marsh Rivers Springs Wells Woods "
    "Park Parish Brook Marina Press Temple".split()
)
_COMPANY_NOUNS = frozenset(
    "company startup start-up firm lab maker manufacturer developer nonprofit non-profit bank retailer provider "
    "organisation organization subsidiary agency carmaker chipmaker supplier publisher conglomerate".split()
)


@cache
def _head_words() -> frozenset[str]:
    return load_cues("organization_head") | load_cues("place_head") | load_cues("weak_organization_head")


def find_built_names(context: NameContext) -> Iterator[Candidate]:
    """Candidates of every pattern; they may overlap."""
    yield from _find_with_legal_form(context)
    yield from _find_with_head(context)
    yield from _find_persons(context)
    yield from _find_model_names(context)
    yield from _find_by_role(context)
    yield from _find_possessed_labs(context)
    yield from _find_quoted_works(context)
    yield from _find_places_before_places(context)


def _make(
    context: NameContext, first: int, last: int, label: str, rule: str, strength: int, end: int | None = None
) -> Candidate:
    words = context.words
    return Candidate(first, last, words.starts[first], end or words.ends[last - 1], label, rule, strength)


def _name_start(context: NameContext, last: int) -> int:
    """First word of the name whose last word is `last - 1`.

    Goes left over capitals; over "of" only from a word that opens such names ("Institute of Technology
    Press"); over "and" only in "Food and Drug Administration". Stops at titles, dates, sentence starts.
    """
    words = context.words
    openers = load_cues("organization_opener")
    titles = load_titles()
    calendar = load_cues("calendar")
    head = words.forms[last - 1]
    first = last - 1
    while first > 0 and last - first < _LONGEST_NAME and not words.opens[first]:
        before = first - 1
        gap = words.gaps[first]
        initial = words.cases[before] is Case.INITIAL and gap == ". "
        if not (gap in _SPACE_GAPS or gap == " & " or initial):
            break
        form = words.forms[before]
        if context.is_name_like(before):
            if form in calendar or form == "I" or (form in titles and not titles[form]):
                break
            first = before
            continue
        if gap == " & " or before == 0 or words.gaps[before] not in _SPACE_GAPS:
            break
        if form == "of" and words.forms[before - 1] in openers:
            first = before - 1
        elif (
            form == "the"
            and before > 1
            and words.forms[before - 1] == "of"
            and words.forms[before - 2] in openers
            and words.gaps[before - 1] in _SPACE_GAPS
        ):
            first = before - 2
        elif (
            form == "and"
            and (head in load_cues("name_joining_head") or head in _PLURAL_PLACES)
            and context.is_name_like(before - 1)
            and words.cases[before - 1] is Case.CAPITALISED
            and not (before > 1 and context.is_name_like(before - 2) and context.joins(before - 1))
            and not load_name_table().readings(words.forms[before - 1])
            and words.forms[before - 1] not in _head_words()
            and not load_name_table().readings(words.forms[first])
            and first < last - 1
        ):
            first = before - 1
            break
        else:
            break
    while first < last and (
        context.is_plain_start(first) or words.forms[first] in calendar or not context.is_name_like(first)
    ):
        first += 1
    return first


def _of_end(context: NameContext, index: int) -> int | None:
    """End of "X of (the) Y and Z" for an opener at `index`; None if no capital follows."""
    words = context.words
    total = len(words)
    opener = words.forms[index]
    if index + 2 >= total or words.gaps[index + 1] not in _SPACE_GAPS:
        return None
    joint = words.forms[index + 1]
    if joint != "of" and not (joint in {"on", "for"} and opener in _ON_OPENERS):
        return None
    last = index + 2
    if words.forms[last] == "the" and words.gaps[last] in _SPACE_GAPS:
        last += 1
    calendar = load_cues("calendar")
    if last >= total or not context.is_name_like(last) or words.gaps[last] not in _SPACE_GAPS or words.forms[last] in calendar:
        return None
    while last < total and last - index < _LONGEST_NAME:
        if words.gaps[last] not in _SPACE_GAPS:
            break
        form = words.forms[last]
        if context.is_name_like(last):
            if form in calendar or (form in load_titles() and not load_titles()[form]):
                break
            last += 1
            continue
        if last + 1 >= total or words.gaps[last + 1] not in _SPACE_GAPS:
            break
        following = words.forms[last + 1]
        if form == "of" and context.is_name_like(last + 1) and words.forms[last - 1] in load_cues("organization_opener") | {"Secretary", "Advancement"}:
            last += 2
        elif form in {"of", "for"} and following == "the" and context.is_name_like(last + 2) and words.forms[last - 1] in {"Advancement", "Protection", "Promotion", "Prevention", "Study"}:
            last += 3
        elif (
            form == "and"
            and opener in _TOPICAL_OPENERS
            and context.is_name_like(last + 1)
            and not load_name_table().readings(following)
            and following not in load_cues("organization_opener")
            and not _is_capital_run_of_own(context, last + 1)
        ):
            last += 2
        else:
            break
    return last


def _is_capital_run_of_own(context: NameContext, index: int) -> bool:
    """Whether the run of capitals at `index` is a person, or a name with its own head."""
    words = context.words
    given, _, _ = load_person_names()
    if words.forms[index] in given:
        return True
    last = index + 1
    while last < len(words) and context.is_name_like(last) and context.joins(last):
        last += 1
    return last - index > 1 and (words.forms[last - 1] in _head_words())


def _find_with_legal_form(context: NameContext) -> Iterator[Candidate]:
    """"Acme Robotics GmbH", "Northwind Traders, Inc."."""
    words = context.words
    legal_forms = load_legal_forms()
    starts = _legal_starts()
    for index in range(1, len(words)):
        if words.forms[index] not in starts or not context.is_name_like(index - 1):
            continue
        gap = words.gaps[index]
        if gap not in {" ", ", ", " & ", "\u00a0", " ("}:
            continue
        found = _legal_form_at(context, index, legal_forms)
        if found is None:
            continue
        last, end, ambiguous = found
        if ambiguous and (gap == ", " or (context.is_name_like(last) and context.joins(last))):
            continue
        first = _name_start(context, index)
        if first >= index or (first == index - 1 and words.forms[first] in load_cues("plain_capital")):
            continue
        if first == index - 1 and words.forms[first] in load_cues("generic_modifier"):
            continue
        yield _make(context, first, last, "organization", "legal-form", SURE + 10, end)


@cache
def _legal_starts() -> frozenset[str]:
    """First words of the legal forms, as this finder splits words."""
    from claimcheck.tagging.name_words import split_words  # noqa: PLC0415

    return frozenset(split_words(form).forms[0] for form in load_legal_forms())


def _legal_form_at(
    context: NameContext, index: int, legal_forms: dict[str, bool]
) -> tuple[int, int, bool] | None:
    """Last word, end offset and ambiguity of the longest legal form that starts at `index`."""
    words = context.words
    text = words.text
    start = words.starts[index]
    if start and text[start - 1] == "(":
        start -= 1
    for last in range(min(index + 5, len(words)), index, -1):
        end = words.ends[last - 1]
        surface = text[start:end]
        mark = text[end : end + 1]
        for form, form_end in ((surface + mark, end + len(mark)), (surface, end)):
            if form in legal_forms:
                return last, form_end, legal_forms[form]
    return None


def _find_with_head(context: NameContext) -> Iterator[Candidate]:
    """"Northfield Institute", "Ministry of Public Works", "Lake Arden", "Tarn River"."""
    words = context.words
    heads = load_cues("organization_head")
    weak_heads = load_cues("weak_organization_head")
    openers = load_cues("organization_opener")
    place_heads = load_cues("place_head")
    place_openers = load_cues("place_opener")
    leads = load_cues("organization_lead")
    table = load_name_table()
    for index, form in enumerate(words.forms):
        is_opener = form in openers
        is_place_opener = form in place_openers
        is_head = form in heads
        is_place_head = form in place_heads
        if not (is_opener or is_place_opener or is_head or is_place_head or form in leads):
            continue
        if form in leads and not context.heading[index]:
            last = index + 1
            while last < len(words) and context.is_name_like(last) and words.gaps[last] in _SPACE_GAPS and last - index < 5:
                last += 1
            if last > index + 1 and not (context.is_name_like(index - 1) and context.joins(index)):
                yield _make(context, index, last, "organization", "organization-lead", GOOD)
        if is_opener or is_place_opener:
            last = _of_end(context, index)
            if last:
                if is_opener:
                    first = _name_start(context, index + 1)
                    if first <= index:
                        yield _make(context, first, last, "organization", "organization-of", SURE)
                elif not (context.is_name_like(index - 1) and context.joins(index)) and context.before(index) != "of":
                    yield _make(context, index, last, "place", "place-of", SURE)
                continue
        follows = index + 1 < len(words) and context.is_name_like(index + 1) and words.gaps[index + 1] in _SPACE_GAPS
        if form in {"Lake", "Mount", "Mt", "Fort", "Cape", "Port"} and follows and words.forms[index + 1] not in place_heads | heads:
            if not (context.is_name_like(index - 1) and context.joins(index)):
                yield _make(context, index, index + 2, "place", "place-opener", GOOD)
        if context.heading[index]:
            continue
        right_open = follows and not context.is_explained(index + 1) and not table.readings(words.forms[index + 1])
        if is_head:
            last = index + 1
            if right_open:
                if form not in _GROWING_HEADS or words.forms[index + 1] in heads | place_heads:
                    continue
                while last < len(words) and context.is_name_like(last) and words.gaps[last] in _SPACE_GAPS and last - index < 4:
                    last += 1
            first = _name_start(context, index + 1)
            if _has_own_word(context, first, index, weak=form in weak_heads):
                strength = SURE if form not in weak_heads else GOOD
                yield _make(context, first, last, "organization", "organization-head", strength)
        elif is_place_head and not right_open:
            first = _name_start(context, index + 1)
            if _has_own_word(context, first, index, weak=False) and not _is_person_start(context, first, index):
                yield _make(context, first, index + 1, "place", "place-head", GOOD)


def _find_possessed_labs(context: NameContext) -> Iterator[Candidate]:
    """"Halcyon's AI Research lab": the possessor is part of the name."""
    words = context.words
    table = load_name_table()
    for index in range(1, len(words)):
        if words.gaps[index] not in {"'s ", "’s ", "‘s "} or not context.is_name_like(index):
            continue
        readings = table.readings(words.forms[index - 1])
        if not readings or readings[0].label != "organization":
            continue
        last = index
        while last < len(words) and context.is_name_like(last) and (last == index or context.joins(last)):
            last += 1
        if last - index > 4 or words.forms[last - 1] not in {"Research", "AI", "Lab", "Labs", "Laboratory", "Brain"}:
            continue
        if context.after(last) in {"lab", "laboratory", "group", "team", "unit", "division", "institute"}:
            last += 1
        elif last - index < 2:
            continue
        yield _make(context, index - 1, last, "organization", "possessed-lab", SURE)


def _find_quoted_works(context: NameContext) -> Iterator[Candidate]:
    """The novel "Winter Tides": capitals in quotation marks after a word for a work."""
    words = context.words
    cues = load_cues("work_noun")
    text = words.text
    for index in range(1, len(words)):
        gap = words.gaps[index].lstrip(" ,")
        if gap not in {'"', "“", "‘", "'", "«"} or not context.is_name_like(index):
            continue
        if words.forms[index - 1].lower() not in cues:
            continue
        last = index
        plain = 0
        while last < len(words) and last - index < 14:
            if last > index and words.gaps[last] not in {" ", ": ", ", ", "-", "\u00a0"}:
                break
            if not context.is_name_like(last) and words.forms[last] not in _INNER_TITLE_WORDS:
                plain += 1
            last += 1
        closing = text[words.ends[last - 1] : words.ends[last - 1] + 2]
        if not closing or not (closing[0] in "\"”’'»" or closing[1:2] in {'"', "”"}):
            continue
        if plain * 3 <= last - index:
            yield _make(context, index, last, "product", "quoted-work", GOOD)


_INNER_TITLE_WORDS = frozenset("a an the of and for in on to at by from with or is are as vs de la no".split())


def _find_places_before_places(context: NameContext) -> Iterator[Candidate]:
    """"in Foo, Tuscany": an unknown capital before a listed country or state, after a word of place."""
    words = context.words
    table = load_name_table()
    cues = load_cues("place_cue")
    for index in range(1, len(words)):
        if words.gaps[index] != ", " or not context.is_name_like(index) or not context.is_name_like(index - 1):
            continue
        readings = table.readings(words.forms[index])
        if not any(r.label == "place" and r.kind in {"country", "state", "region"} and r.safety != "context" for r in readings):
            continue
        first = index - 1
        while first > 0 and context.is_name_like(first - 1) and context.joins(first) and index - first < 3:
            first -= 1
        if words.opens[first] or words.forms[first - 1].lower() not in cues or not words.gaps[first] == " ":
            continue
        if any(words.cases[i] is not Case.CAPITALISED or words.forms[i] in _head_words() for i in range(first, index)):
            continue
        if table.readings(words.slice(first, index)):
            continue
        yield _make(context, first, index, "place", "before-place", FAIR)


def _has_own_word(context: NameContext, first: int, head: int, *, weak: bool) -> bool:
    """Whether something before the head word makes it a name, not just a capitalised noun phrase."""
    if first >= head:
        return False
    words = context.words
    modifiers = load_cues("generic_modifier")
    demonyms = load_demonyms()
    own = [
        i
        for i in range(first, head)
        if context.is_name_like(i) and (words.forms[i] not in modifiers or not weak) and not (
            words.opens[i] and words.forms[i].lower() in context.plain
        )
    ]
    if not own:
        return False
    if weak:
        table = load_name_table()
        return any(
            table.readings(words.forms[i]) or words.forms[i] in demonyms or words.cases[i] in {Case.UPPER, Case.MIXED}
            or words.forms[i].lower() not in context.plain
            for i in own
        )
    return head - first >= 2 or words.forms[first].lower() not in context.plain


def _is_person_start(context: NameContext, first: int, head: int) -> bool:
    given, _, _ = load_person_names()
    return head - first == 1 and context.words.forms[first] in given and context.words.forms[head] in {
        "Hill", "Woods", "Park", "Lane", "Rivers", "Street", "Castle", "Banks", "Forest", "Lake", "Point", "Hall", "House", "Garden", "Tower", "Pass", "Rock",
    }


def _find_persons(context: NameContext) -> Iterator[Candidate]:
    """Given name and surname, a title and a name, initials and a name."""
    words = context.words
    titles = load_titles()
    given, surnames, ambiguous = load_person_names()
    table = load_name_table()
    total = len(words)
    index = 0
    while index < total:
        case = words.cases[index]
        form = words.forms[index]
        dotted = case is Case.UPPER and form[1] == "." and form[-1] == "." and not table.readings(form)
        if not (case is Case.CAPITALISED or case is Case.INITIAL or dotted):
            index += 1
            continue
        title = _title_before(context, index, titles)
        if form in titles or form + "." in titles or form.lower() in titles:
            following = words.forms[index + 1] if index + 1 < total else ""
            if form not in given or following in given or following in titles:
                index += 1
                continue
        title_end = next((i for i in (index + 1, index + 2) if i < total and words.forms[i - 1] in _title_ends()), 0)
        if title_end and _title_before(context, title_end, titles):
            index = title_end
            continue
        if not title and (context.is_plain_start(index) or form in {"St", "Mt", "Camp", "Fort"}):
            index += 1
            continue
        is_initial = dotted or (case is Case.INITIAL and words.text[words.ends[index] : words.ends[index] + 1] == ".")
        last = _person_end(context, index)
        if last is None:
            index += 1
            continue
        count = last - index
        final = words.forms[last - 1]
        if words.cases[last - 1] is Case.INITIAL:
            index += 1
            continue
        strength = 0
        rule = "given-name"
        if title:
            rule = "title"
            named = count >= 2 or form in surnames or form in given or title == "sure"
            if title == "sure" or (named and not table.readings(form) and not table.readings(words.slice(index, last))):
                strength = SURE if named else 0
        elif count >= 2:
            second = words.forms[index + 1]
            if is_initial:
                rule = "initials"
                inside = context.is_name_like(index - 1) and context.joins(index) and not context.is_explained(index - 1)
                if final.isalpha() and len(final) > 1 and not table.readings(final) and not inside:
                    strength = GOOD
            elif words.cases[index] is Case.CAPITALISED:
                strength = _given_name_strength(context, index, last, given, surnames, ambiguous)
                if (
                    strength <= FAIR
                    and count >= 3
                    and context.before(index) in {"of", "for"}
                    and second in given
                    and final not in _head_words()
                    and form not in given
                ):
                    index += 1  # "Minister of Education Jane Roe"
                    strength = GOOD
                elif not strength and second in given and second not in ambiguous and count >= 3 and not table.readings(form):
                    strength = FAIR
        elif count == 1 and _is_lone_speaker(context, index):
            rule, strength = "speaker", FAIR
        if strength:
            end = words.ends[last - 1]
            if words.forms[last - 1] in {"Jr", "Sr"} and words.text[end : end + 1] == ".":
                end += 1
            yield _make(context, index, last, "person", rule, strength, end)
            index = last
        else:
            index += 1


def _given_name_strength(
    context: NameContext,
    first: int,
    last: int,
    given: frozenset[str],
    surnames: frozenset[str],
    ambiguous: frozenset[str],
) -> int:
    """How sure a run of capitals is a person by its given name and surname; 0 for not at all."""
    words = context.words
    table = load_name_table()
    form, final = words.forms[first], words.forms[last - 1]
    if table.readings(words.slice(first, first + 2)) or table.readings(words.slice(first, last)):
        return 0
    if words.opens[first] and form.lower() in context.plain:
        return 0
    if context.is_name_like(first - 1) and context.joins(first) and not context.is_explained(first - 1):
        return 0  # inside a longer name, which is looked at from its own start
    if form in given:
        if final in surnames:
            return GOOD + 5
        if form in ambiguous or table.readings(form) or context.heading[first] or final in _head_words():
            return 0
        return GOOD
    if final in surnames and final not in ambiguous and not context.heading[first]:
        if table.readings(form) or context.is_explained(first) or words.opens[first] or not form.isalpha():
            return 0
        if any(words.forms[i] in load_demonyms() or table.readings(words.forms[i]) for i in range(first, last)):
            return 0
        return FAIR
    if not context.heading[first] and not words.opens[first] and last - first in {2, 3}:
        after = context.after(last)
        if after in load_cues("person_verb") and not any(
            table.readings(words.forms[i]) or context.is_explained(i) for i in range(first, last)
        ):
            return FAIR
    return 0


def _is_lone_speaker(context: NameContext, index: int) -> bool:
    """"says Pall", "Tarlo explains": an unlisted capitalised word beside a verb of speech."""
    words = context.words
    form = words.forms[index]
    if words.cases[index] is not Case.CAPITALISED or words.opens[index] or not form.isalpha() or len(form) < 3:
        return False
    if context.is_name_like(index - 1) and context.joins(index):
        return False
    if context.before(index) in {"the", "a", "an"}:
        return False
    following = context.after(index + 1)
    ends = index + 1 >= len(words) or words.gaps[index + 1] not in _SPACE_GAPS
    if not (following in load_cues("person_verb") or (context.before(index) in {"said", "says", "explained", "explains", "added"} and ends)):
        return False
    return not (
        load_name_table().readings(form)
        or context.is_explained(index)
        or form.lower() in context.plain
        or form in load_demonyms()
        or form in _head_words()
    )


def _title_before(context: NameContext, index: int, titles: dict[str, bool]) -> str:
    """`sure`, `weak` (a common noun that also precedes other names) or empty."""
    words = context.words
    if index == 0:
        return ""
    gap = words.gaps[index]
    if gap not in {" ", ". ", "\u00a0", ".\u00a0", "\n"}:
        return ""
    mark = "." if gap[0] == "." else ""
    for size in (5, 4, 3, 2, 1):
        if index - size < 0:
            continue
        phrase = words.slice(index - size, index) + mark
        if phrase in titles:
            if mark and phrase in {"St.", "M."}:
                return ""
            if phrase in {"Dean", "Major", "Duke", "Earl", "King", "Prince", "Judge", "Baron", "Count", "Lord", "Lady", "General", "Private", "Captain"} and words.cases[index] is not Case.CAPITALISED:
                return ""
            if phrase[0].islower() or titles[phrase]:
                return "weak"
            return "sure"
    return ""


@cache
def _title_ends() -> frozenset[str]:
    """Last words of titles of several words: the "Staff" of "Chief of the General Staff"."""
    return frozenset(title.rpartition(" ")[2] for title in load_titles() if " " in title)


def _person_end(context: NameContext, index: int) -> int | None:
    """End of a person's name that starts at `index`: up to five words; None if the run is another kind of name."""
    words = context.words
    particles = load_cues("person_particle")
    suffixes = load_cues("name_suffix")
    heads = _head_words()
    titles = load_titles()
    table = load_name_table()
    total = len(words)
    last = index + 1
    while last < total and last - index < 7:
        gap = words.gaps[last]
        after_initial = (words.cases[last - 1] is Case.INITIAL and gap in {". ", "."}) or words.forms[last - 1][-1] == "."
        form = words.forms[last]
        if form in suffixes and gap in {" ", ", "} and last - index >= 1 and (form != "V" or gap == " "):
            last += 1
            break
        if gap not in _SPACE_GAPS and not after_initial:
            break
        case = words.cases[last]
        if form in particles and last + 1 < total and words.gaps[last + 1] in _SPACE_GAPS:
            if context.is_name_like(last + 1) or words.forms[last + 1] in particles:
                last += 1
                continue
            break
        if case not in {Case.CAPITALISED, Case.INITIAL} and not (case is Case.MIXED and form.isalpha() and form[0].isupper()):
            break
        if form in heads or form in load_legal_forms():
            given, surnames, ambiguous = load_person_names()
            named = words.forms[index] in given and words.forms[index] not in ambiguous and form in _SURNAME_HEADS
            if named and last - index == 1 and not (context.is_name_like(last + 1) and context.joins(last + 1)):
                last += 1
                break
            return None
        if form in titles or form in load_cues("calendar"):
            break
        readings = table.readings(form)
        if readings and readings[0].safety == "safe" and last - index >= 2:
            break
        last += 1
    while last - 1 > index and words.forms[last - 1] in particles and not context.is_name_like(last - 1):
        last -= 1
    return last


def _find_model_names(context: NameContext) -> Iterator[Candidate]:
    """Single words built like software or model names, and domains."""
    words = context.words
    table = load_name_table()
    technical = context.code_words >= 2
    text = words.text
    for index, form in enumerate(words.forms):
        case = words.cases[index]
        has_stop = "." in form
        if (case is Case.LOWER or case is Case.NUMBER or case is Case.CAPITALISED) and not has_stop and "-" not in form:
            continue
        if len(form) < 3 or table.readings(form):
            continue
        before = words.gaps[index][-1:]
        after = text[words.ends[index] : words.ends[index] + 1]
        if before in {"@", "/", "#", "\\", "_", "$", "<"} or after in {"@", "_"} or (after == "(" and case is not Case.UPPER):
            continue
        if has_stop and _DOMAIN.fullmatch(form):
            if form[0].isupper():
                company = is_company_context(context, index, index + 1)
                yield _make(context, index, index + 1, "organization" if company else "product", "domain", GOOD)
            continue
        if case is Case.LOWER:
            continue
        if _MODEL_NAME.fullmatch(form):
            letters = sum(map(str.isalpha, form))
            family = form.partition("-")[0]
            if _SIZE.search(form) or table.readings(family) or (letters >= 3 and (not form.isupper() or technical)):
                yield _make(context, index, index + 1, "product", "model-name", GOOD)
        elif case is Case.MIXED and form.isalnum() and form[0].isupper():
            if form[-1] == "s" and (form[:-1].isupper() or table.readings(form[:-1])):
                continue  # the plural of an acronym or a name: GPUs
            if is_company_context(context, index, index + 1):
                yield _make(context, index, index + 1, "organization", "camel-case", FAIR)
            elif (ending := _PRODUCT_ENDING.search(form)) and ending.end() == len(form) and ending.start() > 0:
                yield _make(context, index, index + 1, "product", "product-ending", GOOD)
            elif technical:
                yield _make(context, index, index + 1, "product", "camel-case", FAIR)


def is_company_context(context: NameContext, first: int, last: int) -> bool:
    """Whether the words beside a name speak of a company."""
    words = context.words
    after = context.after(last)
    if after in load_cues("company_verb") or after in load_cues("company_noun"):
        return True
    before = context.before(first)
    if before in load_cues("company_noun") and words.gaps[first] in _SPACE_GAPS:
        return True
    return is_company_apposition(context, last)


def is_company_apposition(context: NameContext, last: int) -> bool:
    """Whether "X, a (small) company" or "X is a company" follows."""
    words = context.words
    if last + 1 >= len(words):
        return False
    if words.gaps[last] == ", " and words.forms[last] in {"the", "a", "an"}:
        begin = last + 1
    elif words.gaps[last] == " " and words.forms[last] in {"is", "was"} and words.forms[last + 1] in {"the", "a", "an"}:
        begin = last + 2
    else:
        return False
    for index in range(begin, min(begin + 4, len(words))):
        if words.gaps[index] not in {" ", "-"}:
            return False
        if words.forms[index] in _COMPANY_NOUNS:
            return True
        if words.forms[index] in {"of", "that", "which", "who", "by", "for", "in", "and"}:
            return False
    return False


def _find_by_role(context: NameContext) -> Iterator[Candidate]:
    """"the Halcyon team", "researchers at Halcyon", "Halcyon, the company behind Y", "Halcyon CEO"."""
    words = context.words
    table = load_name_table()
    titles = load_titles()
    total = len(words)
    for index in range(total):
        case = words.cases[index]
        if case is Case.LOWER or case is Case.NUMBER or case is Case.INITIAL or context.heading[index]:
            continue
        if context.is_name_like(index - 1) and context.joins(index):
            continue
        form = words.forms[index]
        if context.is_explained(index) or table.readings(form):
            continue
        last = index + 1
        while last < total and context.is_name_like(last) and context.joins(last) and words.forms[last] not in titles and last - index < 4:
            last += 1
        before = context.before(index)
        after = context.after(last)
        role = None
        if after == "team" and before == "the":
            role = "team-pattern"
        elif before == "at" and index >= 2 and words.forms[index - 2] in _RESEARCHERS:
            role = "researchers-at"
        elif after in _CHIEFS or (after in _STAFF and not words.opens[index]):
            role = "company-role"
        elif is_company_apposition(context, last):
            role = "company-apposition"
        if role:
            yield _make(context, index, last, "organization", role, FAIR)
