"""Names of persons by their build: given name and surname, title and name, initials and name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import FAIR, GOOD, SURE, Basis, Candidate
from claimcheck.names.context import (
    SPACE_GAPS,
    load_head_words,
    make_candidate,
)
from claimcheck.names.lists import (
    load_cues,
    load_demonyms,
    load_legal_forms,
    load_name_table,
    load_person_names,
    load_titles,
    load_undotted_titles,
    names_a_trade,
)
from claimcheck.names.words import CAPITALISED, INITIAL, MIXED, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.names.context import NameContext


# Words that end the names of places and bodies, but are surnames too.
_SURNAME_HEADS = WordSet("names/surname_head")


def find_persons(context: NameContext) -> Iterator[Candidate]:
    """Given name and surname, a title and a name, initials and a name."""
    name_like, total = context.name_like, len(context.words.forms)
    index = 0
    while index < total:
        if name_like[index]:
            found, index = _read_person(context, index)
            if found is not None:
                yield found
        else:
            index += 1


def _read_person(context: NameContext, index: int) -> tuple[Candidate | None, int]:
    """The person that the word may open, and the word to read on from."""
    words, titles = context.words, load_titles()
    forms, cases = words.forms, words.cases
    form, case = forms[index], cases[index]
    dotted = case is UPPER and form[1:2] == "." and form[-1] == "." and not load_name_table().readings(form)
    if not (case is CAPITALISED or case is INITIAL or dotted):
        return None, index + 1
    if context.is_month_of_clause(index):
        return None, index + 1
    title = _title_before(context, index, titles)
    seat_end = 0 if title else _seat_end(context, index, titles)
    if seat_end:  # "Mayor of Halvor Ann Lee": the person stands behind the place
        last = _person_end(context, seat_end)
        if last is not None and last - seat_end >= 2:
            return make_candidate(context, seat_end, last, "person", "seat", SURE, basis=Basis.SEAT), last
    if _is_title_of_next(context, index, titles):
        return None, index + 1
    title_end = _title_end_near(context, index, titles)
    if title_end:
        return None, title_end
    if title and form in _STREETS and not context.words.gaps[index].startswith("."):
        return None, index + 1  # "Duke Street"
    if not title and (context.is_plain_start(index) or form in {"St", "Mt", "Camp", "Fort"}):
        return None, index + 1
    last = None if form in context.cues["document_head"] else _person_end(context, index)
    if last is None or cases[last - 1] is INITIAL:
        return None, index + 1
    has_initial = dotted or (case is INITIAL and words.text[words.ends[index] : words.ends[index] + 1] == ".")
    if not title and holds_other_words(context, index, last):
        return None, index + 1
    first, rule, strength = _weigh_person(context, index, last, title, has_initial=has_initial)
    if not strength:
        return None, index + 1
    end = words.ends[last - 1]
    if forms[last - 1] in {"Jr", "Sr"} and words.text[end : end + 1] == ".":
        end += 1
    basis = Basis.TITLE if title else Basis.WORDS
    return make_candidate(context, first, last, "person", rule, strength, end, basis), last


_NO_SURNAMES = WordSet("names/no_surname")
_STREETS = WordSet("names/street")


def holds_other_words(context: NameContext, first: int, last: int) -> bool:
    """Whether a run of capitals has words that no person's name has, behind its first: "Cash On Hand", "Davis
    Cup", "Marshall Scholars"; not where they are surnames.
    """
    if last - first == 1:
        return False
    given, surnames, _ = load_person_names()
    cues = context.cues
    tail = context.words.forms[last - 1]
    ends_otherwise = tail in cues["event_head"] or tail in cues["thing_head"] or tail in _NO_SURNAMES
    if ends_otherwise and tail not in surnames and tail not in given:
        return True
    return any(
        len(form) > 1
        and form[0].isupper()
        and form.lower() in cues["opener"]
        and form not in surnames
        and form not in given
        for form in context.words.forms[first + 1 : last]
    )


def _is_title_of_next(context: NameContext, index: int, titles: Mapping[str, bool]) -> bool:
    """Whether a word is the title of the name behind it, or no given name at all: "Major", "Mr"."""
    forms = context.words.forms
    form = forms[index]
    if form not in load_undotted_titles() and form.lower() not in titles:
        return False
    given, _, _ = load_person_names()
    following = forms[index + 1] if index + 1 < len(forms) else ""
    return form not in given or following in given or following in titles


def _weigh_person(
    context: NameContext, index: int, last: int, title: str, *, has_initial: bool
) -> tuple[int, str, int]:
    """Where a person begins in a run of words, the rule that says so and how sure it is; 0 for not at all."""
    if title:
        return index, "title", _title_strength(context, index, last, title)
    if last - index == 1:
        if _is_lone_speaker(context, index):
            return index, "speaker", FAIR
        return index, "given-name", 0
    if has_initial:
        return index, "initials", _initials_strength(context, index, last)
    if context.words.cases[index] is CAPITALISED:
        first, strength = _weigh_run(context, index, last)
        return first, "given-name", strength
    return index, "given-name", 0


def _title_strength(context: NameContext, index: int, last: int, title: str) -> int:
    """How sure a name behind a title is that of a person."""
    given, surnames, _ = load_person_names()
    words, table = context.words, load_name_table()
    form = words.forms[index]
    is_listed = (form in surnames or form in given) and words.forms[last - 1] not in context.cues["direction"]
    if is_on_a_street(context, index, last):
        return 0
    if not is_listed and _opens_other_than_person(context, index, last, title):
        return 0
    named = last - index >= 2 or is_listed or title == "sure"
    is_other = title != "sure" and (table.readings(form) or table.readings(words.slice(index, last)))
    return SURE if named and not is_other else 0


def is_on_a_street(context: NameContext, index: int, last: int) -> bool:
    """Whether a number before a title, or a direction in or behind a name, make an address of it: "80 King |
    Street", "King | Street West".
    """
    forms = context.words.forms
    if forms[index] not in context.head_words | _SURNAME_HEADS:
        return False
    if last - index == _TWO and forms[last - 1] in context.cues["direction"]:
        return True
    if last - index > 1:
        return False
    if context.before(index - 1).isdigit():
        return True
    return context.joins(last) and context.after(last) in context.cues["direction"]


_DEPARTMENTS = WordSet("names/department")


def _opens_other_than_person(context: NameContext, index: int, last: int, title: str) -> bool:
    """Whether words behind a title are no name: "King | Street West", "General | Language Model", "Vice
    President | Marketing"; behind a common noun also those that end as firms do: "owner | Tarn Investment".
    """
    forms, cues = context.words.forms, context.cues
    form = forms[index]
    if form in context.head_words or form in cues["generic_modifier"] or form.lower() in cues["opener"]:
        return True
    if last - index == 1 and form in _DEPARTMENTS:
        return True
    return title == "weak" and (
        forms[last - 1] in cues["firm_head"] or forms[last - 1] in cues["industry_word"]
    )


def _initials_strength(context: NameContext, index: int, last: int) -> int:
    """How sure initials and a name are a person."""
    final = context.words.forms[last - 1]
    inside = context.is_name_like(index - 1) and context.joins(index) and not context.is_explained(index - 1)
    is_name = final.isalpha() and len(final) > 1 and not load_name_table().readings(final)
    return GOOD if is_name and not inside else 0


def _is_behind_seat(context: NameContext, index: int) -> bool:
    """Whether a word opens or ends a ministry: "of | Education", "for Women and | Sport"."""
    before = context.before(index)
    if before != "and" or index < _SEAT_OF_TWO:
        return before in {"of", "for"}
    return context.is_name_like(index - 2) and context.before(index - 2) in {"of", "for"}


_SEAT_OF_TWO = 3  # words before the second: "for Women and"


def _weigh_run(context: NameContext, index: int, last: int) -> tuple[int, int]:
    """Where a person begins in a run of capitals, a trade before it cut off, and how sure it is."""
    words, count = context.words, last - index
    given, surnames, ambiguous = load_person_names()
    form, second, final = words.forms[index], words.forms[index + 1], words.forms[last - 1]
    strength = _given_name_strength(context, index, last, given, surnames, ambiguous)
    if not strength and _holds_nickname(context, index, last):
        strength = FAIR
    opens = count >= 3 and words.opens[index] and form not in given and names_a_trade(form)
    if opens and not strength and final in surnames - ambiguous:
        index += 1  # "Broadcaster Piers Varga"
        strength = FAIR
    is_behind_seat = _is_behind_seat(context, index) and final not in load_head_words()
    if strength <= FAIR and count >= 3 and is_behind_seat and second in given and form not in given:
        return index + 1, GOOD  # "Minister of Education Jane Roe"
    is_second_given = second in given and second not in ambiguous
    if not strength and is_second_given and count >= 3 and not load_name_table().readings(form):
        # "Broadcaster Jane Roe", "Republican Jane Roe", "Dane Jane Roe"
        return index + (names_a_trade(form) or context.is_explained(index)), FAIR
    return index, strength


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
        if any(words.forms[i] in load_cues("person_particle") for i in range(first + 1, last - 1)):
            return GOOD
        if form in ambiguous or table.readings(form) or context.heading[first] or final in load_head_words():
            return 0
        return GOOD
    if final in surnames and final not in ambiguous and not context.heading[first]:
        if table.readings(form) or context.is_explained(first) or words.opens[first] or not form.isalpha():
            return 0
        if any(
            words.forms[i] in load_demonyms() or table.readings(words.forms[i]) for i in range(first, last)
        ):
            return 0
        return FAIR
    if not context.heading[first] and not words.opens[first] and last - first in {2, 3}:
        after = context.after(last)
        if after in load_cues("person_verb") and not any(
            table.readings(words.forms[i]) or context.is_explained(i) for i in range(first, last)
        ):
            return FAIR
    return 0


_ARTICLES = WordSet("common/article")
_SAYING = WordSet("names/saying")
_CHAMBERS = WordSet("names/chamber")
_MEMBERS = WordSet("names/member")


def _is_lone_speaker(context: NameContext, index: int) -> bool:
    """As in "says Pall", "Tarlo explains": an unlisted capitalised word beside a verb of speech."""
    words = context.words
    form = words.forms[index]
    if words.cases[index] is not CAPITALISED or words.opens[index] or not form.isalpha() or len(form) < 3:
        return False
    if context.is_name_like(index - 1) and context.joins(index):
        return False
    if context.before(index) in _ARTICLES:
        return False
    following = context.after(index + 1)
    ends = index + 1 >= len(words.forms) or words.gaps[index + 1] not in SPACE_GAPS
    if not (following in load_cues("person_verb") or (context.before(index) in _SAYING and ends)):
        return False
    return not (
        load_name_table().readings(form)
        or context.is_explained(index)
        or form.lower() in context.plain
        or form in load_demonyms()
        or form in load_head_words()
    )


def _title_before(context: NameContext, index: int, titles: Mapping[str, bool]) -> str:
    """`sure`, `weak` (a common noun that also precedes other names) or empty."""
    words = context.words
    if index == 0:
        return ""
    gap = words.gaps[index]
    if gap not in {" ", ". ", "\u00a0", ".\u00a0", "\n"}:
        return ""
    mark = "." if gap[0] == "." else ""
    if words.forms[index - 1] + mark not in _title_tails():
        return ""
    for size in (5, 4, 3, 2, 1):
        if index - size < 0:
            continue
        phrase = words.slice(index - size, index) + mark
        if phrase in titles:
            if mark and phrase in {"St.", "M."}:
                return ""
            if (
                phrase
                in {
                    "Dean",
                    "Major",
                    "Duke",
                    "Earl",
                    "King",
                    "Prince",
                    "Judge",
                    "Baron",
                    "Count",
                    "Lord",
                    "Lady",
                    "General",
                    "Private",
                    "Captain",
                }
                and words.cases[index] is not CAPITALISED
            ):
                return ""
            if phrase[0].islower() or titles[phrase]:
                return "weak"
            return "sure"
    return ""


_LONGEST_SEAT = 4  # words: "House of Representatives", "Lyon Chamber of Commerce"


def _seat_end(context: NameContext, index: int, titles: Mapping[str, bool]) -> int:
    """Where a known place or body ends that a title is held of and a given name follows; else 0."""
    words, members = context.words, _MEMBERS.words()
    before = index - 1
    if before >= 0 and words.forms[before] == "the":
        before -= 1
    if (
        before < 1
        or words.forms[before] not in {"of", "for", "from"}
        or not (words.forms[before - 1] in titles or words.forms[before - 1].lower() in members)
    ):
        return 0
    given, surnames, _ = load_person_names()
    table = load_name_table()
    heads = load_cues("organization_head") | _CHAMBERS.words()
    for last in range(min(index + _LONGEST_SEAT, len(words.forms) - 1), index, -1):
        if any(words.gaps[i] not in SPACE_GAPS for i in range(index + 1, last + 1)):
            continue
        readings = table.readings(words.slice(index, last))
        is_seat = readings and readings[0].label in {"place", "organization"}
        if not is_seat and not (last - index > 1 and words.forms[last - 1] in heads):
            continue
        following = words.forms[last : last + 2]
        is_named = len(following) == 2 and all(form[:1].isupper() for form in following)
        if is_named and (following[0] in given or following[1] in surnames):
            return last
    return 0


def _title_end_near(context: NameContext, index: int, titles: Mapping[str, bool]) -> int:
    """Where a title of several words ends that the word is part of, up to two words on; else 0."""
    words = context.words
    ends = _title_ends()
    for end in range(index + 1, min(index + 4, len(words.forms))):
        if words.forms[end - 1] in ends and _title_before(context, end, titles):
            return end
    return 0


@per_lexicon
def _title_ends() -> frozenset[str]:
    """Last words of titles of several words: the "Staff" of "Chief of the General Staff"."""
    return frozenset(title.rpartition(" ")[2] for title in load_titles() if " " in title)


@per_lexicon
def _title_tails() -> frozenset[str]:
    """Everything that a title can end with, so that most words before a name are seen to be none."""
    return frozenset(title[start:] for title in load_titles() for start in range(len(title)))


def _is_surname_head(context: NameContext, first: int, last: int) -> bool:
    """Whether the word of a place or body that ends a name is a surname: "Ann Hall", "Tamsy Ann Hall"."""
    given, _, ambiguous = load_person_names()
    forms = context.words.forms
    if forms[last] not in _SURNAME_HEADS or (context.is_name_like(last + 1) and context.joins(last + 1)):
        return False
    is_named = forms[last - 1] in given and forms[last - 1] not in ambiguous
    return is_named and (last - first == 1 or (last - first == _TWO and context.before(first) != "the"))


_TWO = 2  # words before a surname


def _is_surname_title(context: NameContext, first: int, last: int) -> bool:
    """Whether the word of a title is a surname behind a given name: "John Major", "Mackenzie King"."""
    given, surnames, ambiguous = load_person_names()
    words = context.words
    form = words.forms[first]
    if last != first + 1 or words.forms[last] not in surnames or form not in given:
        return False
    if form in ambiguous and not _title_before(context, first, context.titles):
        return False
    return not (context.is_name_like(last + 1) and context.joins(last + 1))


# Marks before a nickname and behind it; each opens what stands at its place in the other.
_NICKNAME_MARKS = {' "': '" ', " “": "” ", " '": "' ", " ‘": "’ ", ' ("': '") ', " (“": "”) ", " (": ") "}
_LONGEST_NICKNAME = 3  # words: "The Iron Duke"


def _holds_nickname(context: NameContext, first: int, last: int) -> bool:
    """Whether a nickname in quotes stands within: what looks so is a person where no list knows it."""
    words, table = context.words, load_name_table()
    return any(words.gaps[i] in _NICKNAME_MARKS for i in range(first + 1, last)) and not any(
        context.is_explained(i) or table.readings(words.forms[i]) for i in (first, last - 1)
    )


def _nickname_end(context: NameContext, index: int) -> int:
    """First word behind the nickname that starts at `index`, if the name goes on there; else 0."""
    words = context.words
    closing = _NICKNAME_MARKS[words.gaps[index]]
    if closing == ") " and not load_person_names()[0].issuperset(words.forms[index - 1 : index + 1]):
        return 0  # "Robert (Bob) Lund", not "Lund (Oslo) Mills"
    for last in range(index + 1, min(index + _LONGEST_NICKNAME, len(words.forms) - 1) + 1):
        gap = words.gaps[last]
        if gap == closing:
            is_named = words.cases[last] in {CAPITALISED, MIXED} or words.forms[last] in load_cues(
                "person_particle"
            )
            return last if is_named and context.is_name_like(index) else 0
        if gap not in SPACE_GAPS:
            return 0
    return 0


def _person_end(context: NameContext, index: int) -> int | None:
    """End of a person's name that starts at `index`; None if the run is another kind of name."""
    words = context.words
    particles, suffixes = context.cues["person_particle"], context.cues["name_suffix"]
    heads, titles = context.head_words, context.titles
    table = load_name_table()
    total = len(words.forms)
    last = index + 1
    closed_at = 0  # first word behind a nickname
    while last < total and last - index < 7:
        gap = words.gaps[last]
        is_initial = words.cases[last - 1] is INITIAL and gap in {". ", "."}
        after_initial = is_initial or words.forms[last - 1][-1] == "."
        form = words.forms[last]
        behind_nickname = _nickname_end(context, last) if gap in _NICKNAME_MARKS else 0
        if behind_nickname:
            last = closed_at = behind_nickname
            continue
        if form in suffixes and gap in {" ", ", "} and last - index >= 1 and (form != "V" or gap == " "):
            last += 1
            break
        if gap not in SPACE_GAPS and not after_initial and last != closed_at:
            break
        case = words.cases[last]
        if form in particles and last + 1 < total and words.gaps[last + 1] in SPACE_GAPS:
            if context.is_name_like(last + 1) or words.forms[last + 1] in particles:
                last += 1
                continue
            break
        is_mixed = case is MIXED and form.isalpha() and form[0].isupper()
        if case not in {CAPITALISED, INITIAL} and not is_mixed:
            break
        if form in heads or form in load_legal_forms() or form in context.cues["document_head"]:
            if not _is_surname_head(context, index, last):
                return None
            last += 1
            break
        if form in titles and _is_surname_title(context, index, last):
            last += 1
            break
        if form in titles or form in context.cues["calendar"]:
            break
        readings = table.readings(form)
        if readings and readings[0].safety == "safe" and last - index >= 2:
            break
        last += 1
    while last - 1 > index and words.forms[last - 1] in particles and not context.is_name_like(last - 1):
        last -= 1
    return last
