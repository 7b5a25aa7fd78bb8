"""What a passage speaks of: the noun phrases that a later pronoun or description may point back to.

A mention weighs by its grammatical role (Lappin and Leass, 1994), and a name weighs more than a common noun.
The gender of names is read off `lexicons/en/name_genders.csv`. Without a parse only names are mentions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.descriptions.callings import is_same_kind, quoted_title
from claimcheck.grammar.named_phrases import full_text
from claimcheck.grammar.noun_labels import category_labels, is_person_noun, label_of_noun
from claimcheck.grammar.noun_phrases import noun_phrase
from claimcheck.grammar.titles import words_in_titles
from claimcheck.lexicons.persons import load_name_genders, load_person_nouns
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.mentions import read_once
from claimcheck.notation.stray_times import without_trailing_time
from claimcheck.tagging.penn_tags import PROPER_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.names.finding import NameMention

Number = Literal["singular", "plural", "either"]

# Weights of grammatical roles, after Lappin and Leass (1994, table 2), to the nearest ten
ROLE_WEIGHTS = {
    "nsubj": 80,
    "nsubj:pass": 80,
    "nsubj:outer": 80,
    "csubj": 80,
    "obj": 50,
    "iobj": 40,
    "ROOT": 60,
}
OTHER_ROLE_WEIGHT = 40
SUBJECT_WEIGHT = 80
_EMBEDDED_SUBJECT_WEIGHT = 50  # the subject of a relative clause: its sentence is about something else
_OWNER_WEIGHT = 70  # "Nordbank" in "Nordbank's profit fell": the sentence is about it, too
_EMBEDDED = frozenset({"acl:relcl", "acl", "ccomp", "csubj", "parataxis"})

DESCRIBED_PERSON = "someone"
"""The label of a person whom the text introduces without a name: "her mother", "a nurse"."""

UNKNOWN_NAME = "name"
"""The label of a proper noun that the name layer does not know: it may be a thing or a person."""


class Mention(NamedTuple):
    """A noun phrase that something later may stand for.

    Attributes:
        start, end: where it stands, in characters of the passage.
        key: the thing: its canonical name, or the noun phrase in lower case.
        text: what stands for it in a claim.
        label: the kind of name; None for a common noun phrase.
        number, gender: as its words tell; gender is empty where they do not.
        weight: of its role.
        sentence: the index of its sentence.
        head: the token that heads the phrase, where there is a parse; else -1.
        noun: the head noun of a common noun phrase.
        in_quotes, speaks: whether it stands in a quotation, whether it is the source of a report.
        is_linked: whether it is a pronoun that stands for the thing.
        is_joint: whether it is a coordination of names.
    """

    start: int
    end: int
    key: str
    text: str
    label: str | None
    number: Number
    gender: str
    weight: float
    sentence: int
    head: int = -1
    noun: str = ""
    in_quotes: bool = False
    speaks: bool = False
    is_linked: bool = False
    is_joint: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it is a name, a pronoun for one, or names joined."""
        return self.label is not None and self.label != DESCRIBED_PERSON


_POSSESSIVE = re.compile(r"(?:its|their|our|my|your)\s", re.IGNORECASE)
_OF_PERSON = re.compile(r"(?:his|her)\s", re.IGNORECASE)
PERSON_ENDINGS = ("er", "or", "ist", "man", "person", "people", "men", "child", "boy", "girl")
_PEOPLES_ENDINGS = ("oans", "ians", "eans", "xans", "kans", "ners", "landers", "yorkers")  # "Chicagoans"
# Nouns that no later pronoun points back to: times, and words that only introduce
_TIMES = frozenset(
    "year month week day hour minute second decade century time moment date morning night today".split()
) | frozenset("fact way case example reason percent kind lot part number amount thing".split())


def find_mentions(document: NormalisedDocument) -> Iterator[Mention]:
    """Names, and with a parse also common noun phrases in the roles that pronouns point back to."""
    columns = columns_of(document)
    for index, sentence in enumerate(document.sentences):
        covered: set[int] = set()  # tokens that a name has
        ends: set[int] = set()  # where the names of persons end
        named: dict[int, Mention] = {}
        title = _opening_title(columns, sentence, index)
        if title is not None:
            yield title
            covered.update(range(*(columns.span(title.start, title.end) or (0, 0))))
        for name in sentence.names:
            if _is_title_of_next(columns.text, name):
                continue
            if _is_modifier(columns.text, name.start, name.end) or (
                title is not None and name.start < title.end
            ):
                continue
            span = columns.span(name.start, name.end)
            mention = _name_mention(columns, name, span, index)
            if span is not None:
                covered.update(range(*span))
            named[mention.head] = mention
            if name.label == "person":
                ends.add(name.end)
            yield mention
        if columns.is_parsed:
            common = _common_nouns(columns, sentence, index, covered, named)
            yield from (
                _as_short_form(document, mention) if mention.label == UNKNOWN_NAME else mention
                for mention in common
                if mention.label is None or mention.end not in ends
            )
            yield from _joint_names(columns, named)


def _opening_title(columns: TokenColumns, sentence: Sentence, index: int) -> Mention | None:
    """The title in quotation marks that a sentence is about, where no name is all of it: "Maybe"."""
    match = quoted_title(columns.text, sentence.start, sentence.end)
    if match is None:
        return None
    start, end = match.span("title")
    if any((name.start, name.end) == (start, end) for name in sentence.names):
        return None
    span = columns.span(start, end)
    head = columns.root(*span) if span is not None and columns.is_parsed else -1
    text = match["title"]
    return Mention(start, end, text, text, "product", "singular", "", SUBJECT_WEIGHT, index, head)


def _as_short_form(document: NormalisedDocument, mention: Mention) -> Mention:
    """An unknown name as the one that it is the first word of: "Keystone" beside "Keystone Padlock"."""
    name = _named_by_first_word(document).get(mention.text)
    if name is None:
        return mention
    number: Number = "either" if name.label == "organization" else "singular"
    return mention._replace(key=name.canonical, text=name.canonical, label=name.label, number=number)


@read_once
def _named_by_first_word(document: NormalisedDocument) -> Mapping[str, NameMention]:
    """The names of organisations and products by their first word, where no other name begins with it."""
    found: dict[str, NameMention] = {}
    unsure: set[str] = set()
    for name in document.names():
        first, _, rest = name.canonical.partition(" ")
        if name.label == "person" and first not in unsure:
            unsure.update(name.canonical.split())
        if not rest:
            continue
        known = found.setdefault(first, name)
        if known.canonical != name.canonical or name.label not in ("organization", "product"):
            unsure.add(first)
    return {first: name for first, name in found.items() if first not in unsure}


def _is_title_of_next(text: str, name: NameMention) -> bool:
    """Whether a word taken for a person only shortens the title of the next one: "Sen" of "Sen. Ann Roe"."""
    return (
        name.label == "person"
        and text.startswith(". ", name.end)
        and text[name.end + 2 : name.end + 3].isupper()
        and name.text.lower() in words_in_titles()
    )


def _is_modifier(text: str, start: int, end: int) -> bool:
    """Whether a name is part of a compound adjective: "Leeds" in "the Leeds-based group", "anti-Leeds"."""
    if text[start - 1 : start] == "-" and text[max(0, start - 2) : start - 1].islower():
        return True
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].islower()


def _name_mention(
    columns: TokenColumns, name: NameMention, span: tuple[int, int] | None, sentence: int
) -> Mention:
    weight: float = OTHER_ROLE_WEIGHT
    head = -1
    if span is not None and columns.is_parsed:
        head = columns.root(*span)
        weight = role_weight(columns, head)
    others = _OTHERS.match(columns.text, name.end) if name.label in ("person", "organization") else None
    if others is not None:  # "Schuman et al. fed them. They found that"
        text = columns.text[name.start : others.end()]
        return Mention(name.start, others.end(), text, text, "person", "plural", "", weight, sentence, head)
    number: Number = "either" if name.label == "organization" else "singular"
    gender = _gender_of(columns, name) if name.label == "person" else ""
    text = full_text(name)
    return Mention(
        name.start, name.end, name.canonical, text, name.label, number, gender, weight, sentence, head
    )


_OTHERS = re.compile(r" (?:et al\.?|and (?:his |her |their )?(?:colleagues|co-?workers|collaborators))(?!\w)")


def _common_nouns(
    columns: TokenColumns, sentence: Sentence, index: int, covered: set[int], named: Mapping[int, Mention]
) -> Iterator[Mention]:
    deps, pos = columns.deps, columns.pos
    for token in range(sentence.span.start, sentence.span.end):
        is_noun = pos[token] in ("NOUN", "PROPN")
        if deps[token] in ROLE_WEIGHTS:
            is_mention = is_noun or _is_one_of_them(columns, token)
        else:
            is_mention = is_noun and _is_owning_firm(columns, token)
        if not is_mention or token in covered:
            continue
        if pos[token] == "PROPN" and _is_of_date(columns, sentence, token):
            continue
        if columns.has_child(token, "cop") and _has_subject(columns, token):
            continue  # "Orbit is a browser. It": what is said of a thing is no other thing
        if _is_named_behind(columns, token, covered):
            continue  # "The regulator Norvale said": two subjects to a tree, and the name is meant
        mention = _common_noun(columns, token, index)
        if mention is not None:
            mention = _by_name(columns, mention, named)
        if mention is not None:
            yield mention
        someone = _described_person(columns, token, index, covered)
        if someone is not None:
            yield someone


def _is_one_of_them(columns: TokenColumns, token: int) -> bool:
    """Whether an adjective stands for one of several things as a subject: "The largest of the mills has"."""
    is_subject = columns.deps[token] in ("nsubj", "nsubj:pass")
    is_compared = columns.tags[token] in ("JJS", "JJR")
    return (
        is_subject and is_compared and any(columns.lowers[child] == "the" for child in columns.lefts(token))
    )


def _is_owning_firm(columns: TokenColumns, token: int) -> bool:
    """Whether a noun for an organization owns what a clause is about: "Last year the firm's sales fell"."""
    owned = columns.heads[token]
    is_owner = columns.deps[token] == "nmod:poss" and columns.deps[owned] in ("nsubj", "nsubj:pass")
    return is_owner and category_labels().get(columns.lowers[token]) == "organization"


def _is_of_date(columns: TokenColumns, sentence: Sentence, token: int) -> bool:
    """Whether a proper noun only tells when: "on Tuesday", "in June"."""
    place = columns.starts[token]
    return columns.lowers[token] in _WEEKDAYS or any(
        date.start <= place < date.end for date in sentence.dates
    )


_WEEKDAYS = WordSet("common/weekday")


def _by_name(columns: TokenColumns, mention: Mention, named: Mapping[int, Mention]) -> Mention | None:
    """A phrase by the name in apposition to it: "The council's insurer, Keel Mutual, must pay".

    None where that name is a mention of its own that the phrase fits; a person's fits no thing.
    """
    apposed = (c for c in columns.rights(mention.head) if columns.deps[c] == "appos")
    behind = next((c for c in apposed if columns.tags[c] in PROPER_TAGS), None)
    if behind is None or mention.number == "plural" or mention.label not in (None, UNKNOWN_NAME):
        return mention
    name = named.get(behind)
    if mention.label == UNKNOWN_NAME:  # "The Foreign Minister, Ann Roe, said"
        is_title = columns.lowers[mention.head] in words_in_titles()
        return None if is_title and name is not None and name.label == "person" else mention
    is_person = (
        label_of_noun(mention.noun) == "person"
        or is_person_noun(mention.noun)
        or (mention.noun in words_in_titles() and label_of_noun(mention.noun) is None)  # "the dean, Ann Roe"
    )
    if name is not None:
        return None if is_person == (name.label == "person") else mention
    start, end = noun_phrase(columns, behind)
    text = columns.text[start:end].split(",", 1)[0]
    return mention._replace(key=text, text=text, label=UNKNOWN_NAME, number="either")


def _is_named_behind(columns: TokenColumns, token: int, covered: set[int]) -> bool:
    """Whether a name is right behind a noun, and a tree takes both for subjects of one verb."""
    return (
        token + 1 in covered
        and columns.deps[token + 1] == columns.deps[token]
        and columns.deps[token].startswith("nsubj")
        and columns.heads[token + 1] == columns.heads[token]
    )


def _has_subject(columns: TokenColumns, token: int) -> bool:
    return any(columns.deps[child] in ("nsubj", "nsubj:outer") for child in columns.lefts(token))


def _joint_names(columns: TokenColumns, named: Mapping[int, Mention]) -> Iterator[Mention]:
    """Names that "and" joins, as one: "Ann Ray and Bob Lee" for "they"."""
    for head, first in named.items():
        if head < 0:
            continue
        joined = (child for child in columns.rights(head) if columns.deps[child] == "conj")
        others = (named.get(child) or _name_behind(columns, child, named) for child in joined)
        members = [first, *(member for member in others if member is not None)]
        if len(members) == 1 or len({member.label for member in members}) > 1:
            continue
        text = columns.text[first.start : members[-1].end]
        if " and " not in text or len(text) > _LONGEST_JOINT:
            continue
        if _TELLING.search(text):
            text = f"{', '.join(member.text for member in members[:-1])} and {members[-1].text}"
        yield first._replace(end=members[-1].end, key=text, text=text, number="plural", is_joint=True)


def _name_behind(columns: TokenColumns, token: int, named: Mapping[int, Mention]) -> Mention | None:
    """The name that stands behind a noun for a person: "Mabel" in "Edwin Dorran and his wife Mabel"."""
    if not is_person_noun(columns.lowers[token]):
        return None
    behind = next((name for name in named.values() if name.start == columns.ends[token] + 1), None)
    return behind if behind is not None and behind.label == "person" else None


_TELLING = WordPattern(r", (?:<grammar/relative>) ")
"""What is told of one of several between their names: "Ann Ray, who wrote it, and Bob Lee"."""


_LONGEST_PHRASE = 6  # spaces; what is longer is no noun phrase but a clause misread as one
_LONGEST_JOINT = 80  # characters; what is longer is a list of members, which nobody repeats as one name


def _common_noun(columns: TokenColumns, token: int, sentence: int) -> Mention | None:
    """The phrase of a noun that no name covers, unless no pronoun could point back to it."""
    word = columns.lowers[token]
    if word in _TIMES or (word.endswith("s") and columns.doc[token].lemma_.lower() in _TIMES):
        return None
    is_plural = (
        columns.tags[token] in ("NNS", "NNPS")
        or word.endswith(_PEOPLES_ENDINGS)
        or any(columns.deps[child] == "conj" for child in columns.rights(token))
    )
    if is_plural and _is_title(columns, token):
        is_plural, is_title = False, True
    else:
        is_title = False
    is_proper = (is_title or columns.tags[token] == "NNP") and columns.words[token][:1].isupper()
    is_personal = (
        word.endswith(PERSON_ENDINGS)
        and label_of_noun(word) in (None, "person")
        and not is_same_kind(word, "ship")  # "a liner"
    )
    if not is_plural and not is_proper and is_personal:
        return None
    start, end = without_trailing_time(columns.text, noun_phrase(columns, token))
    text = columns.text[start:end].split(",", 1)[0] if not is_plural else columns.text[start:end]
    end = start + len(text)
    key = text.lower()
    if start >= end or _is_pointing(text) or text.count(" ") > _LONGEST_PHRASE:
        return None
    if _is_label(columns.text, start, end):
        return None
    is_owned = _OF_PERSON.match(text) is not None
    if is_personal and not is_plural and is_owned:
        return None  # "her daughter": somebody else's "she"
    weight = role_weight(columns, token)
    is_couple = word in _COUPLES and columns.lowers[token - 1] in _POINTING_BACK
    number: Number = (
        "plural" if is_plural or is_couple else "either" if is_proper or _is_many(word) else "singular"
    )
    label = UNKNOWN_NAME if is_proper and not is_plural and not is_owned else None
    return Mention(start, end, key, text, label, number, "", weight, sentence, token, word)


def _is_title(columns: TokenColumns, token: int) -> bool:
    """Whether a plural is the title of one thing: "Greatest Hits is", "Broken Flowers was shown"."""
    if columns.deps[token] not in ("nsubj", "nsubj:pass") or not columns.words[token][:1].isupper():
        return False
    verb = columns.heads[token]
    return columns.words[token - 1][:1].isupper() and any(
        columns.lowers[c] in _OF_ONE for c in (verb, *columns.children[verb]) if c > token
    )


_OF_ONE = frozenset({"is", "was", "has"})


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether a phrase is the label of a line, which nothing later points back to: "Getting there: Take"."""
    return text.startswith(":", end) and (start == 0 or text[start - 1] == "\n")


def _is_many(noun: str) -> bool:
    """Whether a noun is one group of people, which "they" may be: "the band", "a jury"."""
    return noun in _COLLECTIVE or category_labels().get(noun) == "organization"


_COLLECTIVE = WordSet("grammar/collective")
_COUPLES = WordSet("grammar/couple")
_POINTING_BACK = WordSet("common/pointing_back")


def _described_person(columns: TokenColumns, token: int, sentence: int, covered: set[int]) -> Mention | None:
    """A person whom a clause is about and whom no name tells: "Her mother puts it differently"."""
    gender = load_person_nouns().get(columns.lowers[token])
    if gender is None or columns.deps[token] not in ("nsubj", "nsubj:pass") or columns.tags[token] != "NN":
        return None
    inner = (child for child in columns.children[token] if columns.deps[child] in _NAMING)
    if not covered.isdisjoint(inner):
        return None  # "Her mother, Ann Ray, left"
    if token + 1 in covered or (token + 2 in covered and columns.words[token + 1] == ","):
        return None
    is_new = columns.lowers[token] in _SOMEBODY_ELSE or any(
        columns.lowers[child] in _INTRODUCING or columns.deps[child] == "nmod:poss"
        for child in columns.lefts(token)
    )
    if not is_new:
        return None
    start, end = noun_phrase(columns, token)
    text = columns.text[start:end].split(",", 1)[0]
    is_awaited = columns.deps[columns.heads[token]] == "advcl"  # "until a successor is found"
    return Mention(
        start,
        start + len(text),
        text.lower(),
        text,
        DESCRIBED_PERSON,
        "singular",
        gender,
        0 if is_awaited else role_weight(columns, token),
        sentence,
        token,
        columns.lowers[token],
    )


_NAMING = frozenset({"appos", "flat", "compound"})
_INTRODUCING = WordSet("grammar/introducing")
_SOMEBODY_ELSE = WordSet("grammar/somebody_else")
"""Who is seldom the person that a text has named: "Ann Roe spoke. The owner was abroad. She bought"."""


def _is_pointing(text: str) -> bool:
    """Whether a phrase points to something that "it" or "they" may be as well: "its unit", "this man".

    A thing that is his or hers does not: in "Her novel won a prize. It sold", she is not "it".
    """
    return bool(_POSSESSIVE.match(text)) or text.lower().startswith(
        ("this ", "that ", "these ", "those ", "no ")
    )


def bearer_of_role(columns: TokenColumns, token: int) -> int:
    """The token whose arc tells the role of a noun that another one only goes on with, or is joined to."""
    deps, heads = columns.deps, columns.heads
    for _ in range(4):
        head = heads[token]
        if head == token or deps[token] not in ("appos", "conj", "flat", "compound"):
            break
        token = head
    return token


def role_weight(columns: TokenColumns, token: int) -> float:
    """The weight of the role of a noun phrase; an apposition or a list member shares that of its head."""
    deps, heads = columns.deps, columns.heads
    token = bearer_of_role(columns, token)
    weight = float(ROLE_WEIGHTS.get(deps[token], OTHER_ROLE_WEIGHT))
    if weight == SUBJECT_WEIGHT and deps[heads[token]] in _EMBEDDED:
        return _EMBEDDED_SUBJECT_WEIGHT
    if deps[token] == "nmod:poss" and deps[heads[token]] in ("nsubj", "nsubj:pass"):
        return _OWNER_WEIGHT
    return weight


# --- Genders ------------------------------------------------------------------------------------------------


def _gender_of(columns: TokenColumns, name: NameMention) -> str:
    """The gender that a person's title or given name tells, or the noun in front: "her son Anderson Cole".

    Empty if none is listed.
    """
    before = columns.text[max(0, name.start - _LONGEST_TITLE) : name.start].split()
    text, canonical = name.text.split(), name.canonical.split()
    given = [
        *(text if len(text) == 1 else text[:-1])[:3],
        *(canonical if len(canonical) == 1 else canonical[:-1])[:3],
    ]
    if len(text) == 1 < len(canonical):
        given = given[1:]  # "Norman" of "Ann Norman"
    words = [*before[-1:], *given]
    for word in words:
        gender = load_name_genders().get(word) or load_name_genders().get(word.rstrip("."))
        if gender is not None:
            return gender
    told = load_person_nouns().get(before[-1], "") if before else ""
    return told or _gender_beside(columns.text, name)


def _gender_beside(text: str, name: NameMention) -> str:
    """The gender that a noun for a relative tells across a comma: "Her husband, the painter Sam Ray, left",
    "Sam Ray, her brother, left".
    """
    before = _RELATIVE_BEFORE.search(text, max(0, name.start - _LONGEST_RELATIVE), name.start)
    after = None if before else _RELATIVE_AFTER.match(text, name.end)
    found = before or after
    return "" if found is None else load_person_nouns().get(found["noun"].lower(), "")


_RELATIVE_BEFORE = WordPattern(
    r"\b(?:(?:<common/possessor>)|[A-Z][\w-]+['’]s?) (?:[\w-]+ )?(?P<noun>[a-z-]+), "
    r"(?:(?:<common/article>) (?:[\w-]+ ){1,4})?$",
    re.IGNORECASE,
)
_RELATIVE_AFTER = WordPattern(r", (?:<common/possessor>) (?:[\w-]+ )?(?P<noun>[a-z-]+),", re.IGNORECASE)
_LONGEST_RELATIVE = 70  # characters of a relative with what else is said of the named
_LONGEST_TITLE = 14  # characters: "businesswoman "
