"""Subjects that the order of words tells where a clause leaves something out, and a parser is at its weakest.

Gaps ("The outage lasted 2 hours and the repair 5"), brackets ("Norway (97 %), Iceland (96 %)"), shares of a
population ("16% of the users agreed"), "respectively", an age after a name, amounts joined by "or".
Phrases are
read off part-of-speech tags, which are right far more often than arcs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.verb_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_IN_PHRASE = frozenset("NN NNS NNP NNPS JJ JJR JJS DT PRP$ POS CD VBN VBG HYPH AFX PDT".split())
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_TIMES = WordSet("grammar/time_word")
_EMPTY = WordSet("grammar/empty_amount")


def quantity_from(sentence: Sentence, start: int, end: int) -> Quantity | None:
    """The quantity that a claim's words begin with or hold first."""
    for quantity in sentence.quantities:
        if start <= quantity.number_start < end:
            return quantity
    return None


def phrase_before(columns: TokenColumns, sentence: Sentence, end: int) -> Offsets | None:
    """The simple noun phrase that ends at character `end`; a whole name where one ends there."""
    while end > sentence.start and columns.text[end - 1] in " \t\"”’'":
        end -= 1
    last = columns.token_at(end - 1) if end > sentence.start else None
    if last is None or last < sentence.span.start:
        return None
    first = last
    tags = columns.tags
    if tags[last] not in _NOUNS and not any(name.end == end for name in sentence.names):
        return None
    while first > sentence.span.start and (tags[first - 1] in _IN_PHRASE or columns.words[first - 1] == "-"):
        first -= 1
    while first < last and columns.words[first] == "-" and columns.ends[first] < columns.starts[first + 1]:
        first += 1  # the mark of a list item
    start = columns.starts[first]
    for name in sentence.names:
        if name.start < start < name.end:
            start = name.start
    if end <= start or columns.lowers[last] in _TIMES or columns.text[start:end].lower() in _EMPTY:
        return None
    if any(date.start < end and date.end > start for date in sentence.dates):
        return None
    return start, end


_COMPLEMENTING = WordSet("grammar/complementing")


def _before_insertion(columns: TokenColumns, first: int, verb: int) -> int:
    """Where an insertion in commas or brackets before a verb begins: "The plant in Leeds, the firm's oldest,
    employs", "The Greater Leeds Area (GLA) has".
    """
    if verb - 1 <= first or columns.words[verb - 1] not in (",", ")"):
        return verb
    mark = "," if columns.words[verb - 1] == "," else "("
    opening = verb - 2
    while opening > first and columns.words[opening] != mark:
        opening -= 1
    return opening if opening > first else verb


def ordered_subject(columns: TokenColumns, sentence: Sentence, start: int, end: int) -> Offsets | None:
    """The noun phrase before the verb that stands nearest before `end`, by the order of words alone."""
    span = columns.span(start, end) if start < end else None
    if span is None:
        return None
    tags = columns.tags
    verb = next((i for i in range(span[1] - 1, span[0] - 1, -1) if tags[i] in FINITE), None)
    while verb is not None and verb > span[0] and (tags[verb - 1] in FINITE or tags[verb - 1] == "RB"):
        verb -= 1
    if verb is None:
        return None
    verb = _before_insertion(columns, span[0], verb)
    first = verb
    while first > span[0] and columns.lowers[first - 1] not in _CLAUSE_STARTS:
        first -= 1
    while first < verb and (
        (tags[first] not in _IN_PHRASE and tags[first] != "PRP")
        or not columns.words[first][0].isalnum()
        or any(date.start <= columns.starts[first] < date.end for date in sentence.dates)
    ):
        first += 1  # "In 2013 the rate fell"
    last = first
    while last < verb and (tags[last] in _IN_PHRASE - {"VBN", "VBG"} or tags[last] == "PRP"):
        last += 1
    while last + 1 < verb and columns.lowers[last] in _COMPLEMENTING and tags[last + 1] in _IN_PHRASE:
        inner = last + 1
        while inner < verb and tags[inner] in _IN_PHRASE - {"VBN", "VBG"}:
            inner += 1
        if any(date.start <= columns.starts[last + 1] < date.end for date in sentence.dates):
            break
        last = inner
    is_phrase = last > first and (tags[last - 1] in _NOUNS) and columns.lowers[last - 1] not in _TIMES
    if not is_phrase or any(
        d.start < columns.ends[last - 1] and d.end > columns.starts[first] for d in sentence.dates
    ):
        return None
    return columns.starts[first], columns.ends[last - 1]


_CLAUSE_STARTS = WordSet("grammar/clause_start")


_OF_WHICH = re.compile(
    r", (?P<part>(?:[\w-]+ ){0,3}?[\w-]+ of (?:which|whom))(?:, (?P<name>[^,;:()]{2,50}),)? (?=[a-z])"
)


def part_of_which(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """The part that a relative clause is about: "AMF" in "funds, the biggest of which, AMF, has 8%"."""
    text = columns.text
    if text.find(" of wh", sentence.start, start) < 0:
        return None
    found = None
    for match in _OF_WHICH.finditer(text, sentence.start, start):
        found = match
    if found is None or any(mark in text[found.end() : start] for mark in ",;:("):
        return None
    verb = columns.token_at(found.end())
    if verb is None or columns.tags[verb] not in FINITE:
        return None
    return found.span("name") if found["name"] else found.span("part")


def first_phrase(columns: TokenColumns, start: int, end: int) -> Offsets | None:
    """The first simple noun phrase of a stretch."""
    span = columns.span(start, end) if start < end else None
    if span is None:
        return None
    first = span[0]
    while first < span[1] and not columns.words[first][0].isalnum():
        first += 1
    last = first
    while last < span[1] and columns.tags[last] in _IN_PHRASE:
        last += 1
    while last > first and columns.tags[last - 1] not in _NOUNS - {"CD"}:
        last -= 1
    return (columns.starts[first], columns.ends[last - 1]) if last > first else None


_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})


def fronted_subject(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """The subject after a participle clause that opens a sentence: "First shown in 1973, it was built to"."""
    span = columns.span(sentence.start, start) if sentence.start < start else None
    if span is None:
        return None
    tags = columns.tags
    first = span[0]
    while first < span[1] and (tags[first] in ("RB", "JJ") or not columns.words[first][0].isalnum()):
        first += 1
    if (
        first >= span[1]
        or tags[first] not in _PARTICIPLES
        or any(tags[i] in FINITE for i in range(first + 1, span[1]))
    ):
        return None
    comma = columns.text.find(", ", start, sentence.end)
    token = columns.token_at(comma + 2) if comma >= 0 else None
    if token is None:
        return None
    last = token
    while last < sentence.span.end and (tags[last] in _IN_PHRASE or tags[last] == "PRP"):
        last += 1
    if last == token or last >= sentence.span.end or (tags[last] not in FINITE and tags[last] != "RB"):
        return None
    return columns.starts[token], columns.ends[last - 1]


# --- Amounts before a noun ----------------------------------------------------------------------------------

_BRACKET_AFTER = re.compile(r"\s*\([^()]{1,40}\)")
_STRETCHES = WordSet("grammar/stretch")


def attributive_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The thing that a measure before it describes: "tusk" in "a five-foot tusk"."""
    if quantity.kind != "measure" or ("-" not in quantity.text and quantity.text[-1:] == "s"):
        return None
    if columns.text[quantity.start - 1 : quantity.start] == "(":
        return None  # "a leaflet (70 kB PDF)": of the leaflet
    bracket = _BRACKET_AFTER.match(columns.text, quantity.end, sentence.end)
    first = columns.token_at((bracket.end() if bracket else quantity.end) + 1)
    if first is None or columns.text[columns.starts[first] - 1] != " ":
        return None
    first += columns.lowers[first] in _DIMENSIONS
    last = first
    while last < sentence.span.end and columns.tags[last] in _DESCRIBED:
        last += 1
    if last == first or columns.tags[last - 1] not in _NOUNS:
        return None
    if columns.lowers[last - 1] in _STRETCHES or columns.lowers[last - 1] in _TIMES:
        return None
    return columns.starts[first], columns.ends[last - 1]


_DISTANT = WordPattern(r" (?:<grammar/distant>)\b")


def distant_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What a new thing's distance or size is told of right behind it: "a lake 40 km from Oslo"."""
    if quantity.kind != "measure" or _DISTANT.match(columns.text, quantity.end, sentence.end) is None:
        return None
    if columns.text[quantity.start - 1 : quantity.start] != " ":
        return None
    found = phrase_before(columns, sentence, quantity.start - 1)
    first = None if found is None else columns.token_at(found[0])
    is_new = first is not None and columns.lowers[first] in ("a", "an")
    return found if is_new else None


_DIMENSIONS = WordSet("grammar/dimension")
_DESCRIBED = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "AFX"})


# --- Gaps ---------------------------------------------------------------------------------------------------

_JOINTS = WordSet("grammar/joint")


def gapped_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The subject of a clause whose verb is left out: "the repair" in "The outage lasted 2 hours and the
    repair 5 hours".
    """
    before = [other for other in sentence.quantities if other.end <= quantity.start]
    if not before or not any(_is_alike(other, quantity) for other in before):
        return None
    phrase = phrase_before(columns, sentence, quantity.start)
    if phrase is None or phrase[0] < before[-1].end:
        return None
    first = columns.token_at(phrase[0])
    if first is None or first - 1 < sentence.span.start or columns.lowers[first - 1] not in _JOINTS:
        return None
    earlier = before[-1]
    span = columns.span(earlier.end, phrase[0])
    if span is not None and any(columns.tags[i] in FINITE for i in range(*span)):
        return None
    head = columns.span(sentence.start, earlier.start)
    if head is None or not any(columns.tags[i] in FINITE for i in range(*head)):
        return None
    end = columns.token_at(quantity.end)
    if end is not None and end < sentence.span.end and columns.tags[end] in FINITE:
        return None  # the phrase belongs to a clause with a verb: "and Brightcell's 40 staff left"
    return phrase


def _is_alike(other: Quantity, quantity: Quantity) -> bool:
    if other.kind == quantity.kind and other.unit == quantity.unit:
        return True
    return {other.kind, quantity.kind} <= {"count", "number"}


_IN = re.compile(r"\s+(?:in|at|from)\s+(?:the\s+)?")


def located_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The place or field that a bare number of a series belongs to: "21 people in Davao, 36 in Cotabato"."""
    here = _IN.match(columns.text, quantity.number_end, sentence.end)
    if here is None:
        return None
    earlier = [other for other in sentence.quantities if other.end <= quantity.start]
    if not earlier or not any(_IN.match(columns.text, other.end, sentence.end) for other in earlier):
        return None
    return first_phrase(columns, here.end(), sentence.end)


_THERE = WordPattern(
    r"\b(?:there|here)(?:['’]s|['’]re|\s+(?:is|are|was|were|remain(?:s|ed)?|have been"
    r"|had been|has been|will be|may be|could be))\s+(?:(?:<grammar/after_there>)\s+)*$",
    re.IGNORECASE,
)
_WHERE = WordPattern(r"(?:<grammar/where>)\s+")
_DEFINITE = WordPattern(
    r"(?:<grammar/definite>)\b",
    re.IGNORECASE,
)
MAX_THERE_CHARS = 60


def existing_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What holds things that are said to exist: "the ship" in "There were 12 cranes on the ship".

    Only a name or a definite phrase holds them, and neither a time nor a clause stands in between.
    """
    text = columns.text
    if _THERE.search(text, max(sentence.start, quantity.start - MAX_THERE_CHARS), quantity.start) is None:
        return None
    end = quantity.end if quantity.of_end is None else max(quantity.end, quantity.of_end)
    first = columns.token_at(end + 1) if end + 1 < sentence.end else None
    if first is None:
        return None
    for place in range(first, sentence.span.end):
        if columns.tags[place] in _CLAUSE_TAGS or (
            columns.lowers[place] in _CLAUSE_STARTS and columns.lowers[place] != "and"
        ):
            return None
        if columns.tags[place] != "IN" or not _WHERE.match(text, columns.starts[place]):
            continue
        here = columns.starts[place + 1] if place + 1 < sentence.span.end else sentence.end
        if any(date.start <= here < date.end for date in sentence.dates):
            continue
        named = next(
            (name for name in sentence.names if name.start <= here + 4 and name.end > here + 4), None
        )
        if _DEFINITE.match(text, here) is None and (named is None or named.start > here):
            continue
        if columns.tags[place + 1] == "PRP":
            return here, columns.ends[place + 1]
        return first_phrase(columns, here, sentence.end)
    return None


_CLAUSE_TAGS = FINITE | {"WDT", "WP", "WRB"}


# --- Joined amounts -----------------------------------------------------------------------------------------

_EQUAL = re.compile(r"\s*(?:\([^()]{0,40}\)\s*)?(?:,|or|and|, and|, or)\s+")


def joined_amount(columns: TokenColumns, sentence: Sentence, start: int) -> Quantity | None:
    """The amount of the same kind that stands before one and is joined to it: "$50 or €45"."""
    for index, quantity in enumerate(sentence.quantities):
        if quantity.start != start or index == 0:
            continue
        earlier = sentence.quantities[index - 1]
        if earlier.kind == quantity.kind and _EQUAL.fullmatch(columns.text, earlier.end, start):
            return earlier
        two_back = sentence.quantities[index - 2] if index > 1 else None
        if (
            two_back is not None
            and two_back.kind == quantity.kind
            and _EQUAL.fullmatch(columns.text, two_back.end, start)
        ):
            return two_back
    return None


# --- Shares of a population ---------------------------------------------------------------------------------

_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:all|the|these|those|its|their|our|his|her)\s+)*")
_FRONTED = re.compile(r"\s*(?:Of|Among)\s+(?P<population>[^,]{2,80}),\s")
_POINTING = WordSet("grammar/pointing")


def share_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The population of a share that is itself the subject of its clause: "16% of the users agreed"; the same
    population for one that leaves it out: "..., and 70% felt safe".
    """
    if quantity.kind != "percent":
        return None
    if _follows_with(columns, sentence, quantity):
        own = _population(columns, sentence, quantity)
        return own or _population_before(columns, sentence, quantity)
    if not _is_clause_subject(columns, sentence, quantity):
        return None
    own = _population(columns, sentence, quantity)
    if own is not None:
        return own
    fronted = _FRONTED.match(columns.text, sentence.start, quantity.start)
    if fronted is not None:
        return _without_amount(sentence, fronted.span("population"))
    return _population_before(columns, sentence, quantity)


def population_of(columns: TokenColumns, sentence: Sentence, phrase: Offsets) -> Offsets | None:
    """Of whom a share is that is the subject of a clause: "the staff" for "10% of the staff"."""
    for quantity in sentence.quantities:
        if quantity.kind == "percent" and quantity.start <= phrase[0] < quantity.end:
            return _population(columns, sentence, quantity)
    return None


def _population_before(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The population of an earlier share of the sentence."""
    for other in reversed(sentence.quantities):
        if other.end <= quantity.start and other.kind == "percent":
            population = _population(columns, sentence, other)
            if population is not None:
                return population
    return None


def _follows_with(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a share is the subject of a reduced clause: "with 76% of respondents using Go"."""
    token = columns.token_at(quantity.start)
    if token is None or token - 1 < sentence.span.start or columns.lowers[token - 1] != "with":
        return False
    is_bracketed = False
    for place in range(token, min(token + MAX_POPULATION_TOKENS, sentence.span.end)):
        if columns.starts[place] >= quantity.end and columns.tags[place] in _REDUCED:
            return True
        if columns.words[place] in "()":
            is_bracketed = columns.words[place] == "("
        elif columns.lowers[place] in _CLAUSE_STARTS and not is_bracketed:
            return False
    return False


MAX_POPULATION_TOKENS = 9
_REDUCED = frozenset({"VBG", "VBN"})


def _without_amount(sentence: Sentence, span: Offsets) -> Offsets:
    """The counted noun where the population is counted: "patients" in "the 40 patients"."""
    for quantity in sentence.quantities:
        inside = span[0] <= quantity.start and quantity.end <= span[1]
        if inside and quantity.of_start is not None and quantity.of_end is not None:
            return quantity.of_start, quantity.of_end
    return span


def _before_opening_date(columns: TokenColumns, sentence: Sentence, token: int) -> int:
    """Where a sentence begins whose opening date stands before a token: "In May 2013 10% of the staff"."""
    for date in sentence.dates:
        if columns.text[date.end : columns.starts[token]].strip() in ("", ",", "only") and not any(
            character.isalnum() for character in columns.text[sentence.start : date.phrase_start]
        ):
            return sentence.span.start
    return token


def _is_clause_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether no verb stands between the start of the clause and the share, and one follows it."""
    first, last = sentence.span.start, sentence.span.end
    token = columns.token_at(quantity.start)
    if token is None:
        return False
    for place in range(_before_opening_date(columns, sentence, token) - 1, first - 1, -1):
        if columns.lowers[place] in (
            ",",
            ";",
            ":",
            "while",
            "and",
            "but",
            "that",
            "whereas",
            "as",
            "although",
        ):
            break
        if columns.tags[place] in FINITE or columns.tags[place] in ("VB", "VBG", "IN", "TO"):
            return False
    for place in range(token, last):
        tag = columns.tags[place]
        if tag in FINITE or (tag == "VBN" and columns.tags[place - 1] in _NOUNS):
            return True  # a past tense is often taken for a participle
        if columns.lowers[place] in (";", ",") and columns.starts[place] >= quantity.end:
            return columns.lowers[place - 1] in _POINTING
    return False


def _population(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    of = _OF.match(columns.text, quantity.number_end, sentence.end) or _OF.match(
        columns.text, quantity.end, sentence.end
    )
    percent_sign = re.compile(r"\s?(?:%|percent|per cent)").match(
        columns.text, quantity.number_end, sentence.end
    )
    if of is None and percent_sign is not None:
        of = _OF.match(columns.text, percent_sign.end(), sentence.end)
    if of is None:
        if quantity.of_start is None or quantity.of_end is None or quantity.of_start < quantity.number_end:
            return None
        return quantity.of_start, quantity.of_end  # "half the applicants", "one in three people"
    start = of.end()
    first = columns.token_at(start)
    if first is None:
        return None
    is_bare = columns.tags[first] not in _IN_PHRASE  # "39% of these are", not "39% of these flaws are"
    if columns.lowers[first] in _POINTING or (
        is_bare and columns.text[of.start() : start].split()[-1] in _POINTING
    ):
        return _pointed_at(columns, sentence, of.start())
    last = first
    while last + 1 < sentence.span.end and columns.tags[last + 1] in _IN_PHRASE:
        if columns.tags[last + 1] in _REDUCED and columns.tags[last] in _NOUNS:
            break  # "43% of businesses used the web", "12% of users surveyed"
        last += 1
    if last + 2 < sentence.span.end and columns.lowers[last + 1] in ("in", "of"):
        inner = last + 2
        while inner < sentence.span.end and columns.tags[inner] in _IN_PHRASE:
            inner += 1
        last = max(last, inner - 1) if inner > last + 2 else last
    return (start, columns.ends[last]) if columns.tags[last] in _NOUNS else None


def _pointed_at(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """What "of which", "of these" points back to: the counted things or the subject before them."""
    for quantity in reversed(sentence.quantities):
        if quantity.end > start:
            continue
        if quantity.kind == "count" and quantity.of_start is not None and quantity.of_end is not None:
            return quantity.of_start, quantity.of_end
    first = sentence.span.start
    while first < sentence.span.end and columns.tags[first] not in FINITE:
        first += 1
    end = columns.starts[first] if first < sentence.span.end else start
    return phrase_before(columns, sentence, end) if end < start else None


# --- Numbers with their share -------------------------------------------------------------------------------

_SHARE_AFTER = re.compile(r"\s*\(\s?[\d.,]+\s?(?:%|percent|per cent)\s?\)\s*")
_NUMBER_BEFORE = re.compile(r"(?<![\w.,])\d[\d.,]*\s*\(\s?$")


def numbered_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What a bare number with its share in brackets, or that share, is said of: "homes" in "There were 571
    homes, of which 109 (19.1%) had gardens", "couples" in "41 (7.2%) couples".
    """
    start, end = quantity.number_start, quantity.number_end
    if quantity.kind == "percent":
        number = _NUMBER_BEFORE.search(columns.text, sentence.start, start)
        if number is None:
            return None
        start, end = number.start(), columns.text.rfind("(", sentence.start, start)
    elif quantity.kind != "number":
        return None
    share = _SHARE_AFTER.match(columns.text, end, sentence.end)
    following = None if share is None else columns.token_at(share.end())
    if share is None or following is None:
        return None
    if columns.words[following][:1].isupper():
        return None  # the parts of a whole: "The makeup of the town was 4 (0.3%) African American"
    if columns.tags[following] in _DESCRIBED:
        return first_phrase(columns, share.end(), sentence.end)
    for other in reversed(sentence.quantities):
        if other.end > start or other.kind != "count":
            continue
        if other.of_start is not None and other.of_end is not None:
            return other.of_start, other.of_end
    return None


# --- Respectively -------------------------------------------------------------------------------------------


def respective_subject(
    columns: TokenColumns,
    sentence: Sentence,
    quantity: Quantity,
    members: Sequence[Offsets],
) -> Offsets | None:
    """The member of a coordinated subject that an amount belongs to: "A and B have 3 and 4, respectively"."""
    where = columns.text.find("respectively", quantity.end, sentence.end)
    if where < 0 or len(members) < 2:
        return None
    amounts = [q for q in sentence.quantities if q.end <= where and q.start >= members[-1][1]]
    if len(amounts) != len(members) or quantity not in amounts:
        return None
    return members[amounts.index(quantity)]


# --- Ages ---------------------------------------------------------------------------------------------------

_AGED = re.compile(r",?\s+(?:(?:now|then|just|only|still|already)\s+)?(?:aged\s+|age\s+)?$")


def aged_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The person whose age stands after the name in commas: "Manju Sam, 36, is here"; the people whose age
    stands behind theirs: "costs were lowest among men aged 60".
    """
    before = columns.text[sentence.start : quantity.start]
    behind = _BEHIND_PEOPLE.search(before)
    if behind is not None:
        people = phrase_before(columns, sentence, sentence.start + behind.start())
        last = None if people is None else columns.token_at(people[1] - 1)
        if people is not None and last is not None and columns.lowers[last] in _PEOPLE_OF_AGE:
            other = _OTHER_PEOPLE.search(columns.text, sentence.start, people[0])
            is_joint = other is not None and other["noun"].lower() in _PEOPLE_OF_AGE
            return (other.start(), people[1]) if other is not None and is_joint else people
    gap = _AGED.search(before)
    if (
        gap is None
        or not gap.group().startswith(",")
        or columns.text[quantity.end : quantity.end + 1] not in ",.;"
    ):
        return None
    end = sentence.start + gap.start()
    for name in sentence.names:
        if name.end == end and name.label == "person":
            return name.start, name.end
    return None


_BEHIND_PEOPLE = re.compile(r"(?:\s*\([^()]{1,30}\))?(?:,|\s[-–—])?\s+aged?\s+$")
_OTHER_PEOPLE = re.compile(r"\b(?P<noun>[a-z]+) (?:and|or) $", re.IGNORECASE)
_PEOPLE_OF_AGE = WordSet("grammar/people_of_age")
_AGE_WORDS = re.compile(r"(?:aged|under|over|ages?)\b", re.IGNORECASE)
_BRACKET_BEFORE = re.compile(r"\s*\([^()]{1,30}\)\s*$")


def grouped_subject(columns: TokenColumns, sentence: Sentence, start: int, end: int) -> Offsets | None:
    """The people whose age stands right after them: "91 people (7.5%) aged 18 to 24"."""
    if _AGE_WORDS.match(columns.text, start, end) is None:
        return None
    bracket = _BRACKET_BEFORE.search(columns.text, sentence.start, start)
    return phrase_before(columns, sentence, bracket.start() if bracket else start)
