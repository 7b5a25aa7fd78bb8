"""Which phrase of a sentence describes which: "Orbit is a telescope", "Redis, a database"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from claimcheck.grammar.clauses import MAX_GAP_TOKENS, PREPOSITIONS, RELATIVE, SUBJECTS, SentenceGrammar
from claimcheck.grammar.phrases import ATTACHED_MARKS, MARKS, QUOTES, Phrase, kind_nouns
from claimcheck.grammar.stepping import opening_title, with_joined_noun, without_date
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.mentions import read_once
from claimcheck.names.lists import load_cues
from claimcheck.tagging.verb_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimcheck.mentions import NormalisedDocument, Sentence

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Description:
    """One phrase said to be another: "Orbit is a telescope".

    Attributes:
        thing: what is described.
        category: the describing phrase.
        form: `copula`, `inverted`, `apposition`, `name_after`, `bracket`, `called`.
        first, last: the tokens of the claim.
    """

    thing: Phrase
    category: Phrase
    form: str
    first: int
    last: int


_PRONOUNS = WordSet("grammar/describable_pronoun")
_PROPER = frozenset({"NNP", "NNPS"})
_COMMON = frozenset({"NN", "NNS"})


class SentenceReading(SentenceGrammar):
    """A sentence with its phrases, verbs and descriptions: what the relation kinds read."""

    __slots__ = ("_descriptions", "_of_named")

    def __init__(self, document: NormalisedDocument, sentence: Sentence) -> None:
        super().__init__(document, sentence)
        self._descriptions: tuple[Description, ...] | None = None
        self._of_named: tuple[Description, ...] | None = None

    def descriptions(self) -> tuple[Description, ...]:
        """Every pair of phrases of which one is said to be the other, in reading order."""
        if self._descriptions is None:
            found = [
                *_copulas(self),
                *_appositions(self),
                *_brackets(self),
                *_fronted(self),
                *_item(self),
            ]
            unique: dict[tuple[int, int], Description] = {}
            for description in found:
                unique.setdefault((description.thing.head, description.category.head), description)
            self._descriptions = tuple(sorted(unique.values(), key=lambda d: (d.first, d.last)))
        return self._descriptions

    def descriptions_of_named(self) -> tuple[Description, ...]:
        """The descriptions, or none if nothing in the sentence is named or could be a pronoun for a name.

        Every kind but that of `described` asks only for what is said of something named.
        """
        if self._of_named is None:
            self._of_named = self.descriptions() if self._may_name() else ()
        return self._of_named

    def _may_name(self) -> bool:
        return (
            bool(self.names)
            or not _PRONOUNS.isdisjoint(self.vocabulary)
            or not _PROPER.isdisjoint(self.tags[self.first : self.last])
            or any(word.endswith(ATTACHED_MARKS) for word in self.vocabulary)  # "he's" as one token
            or (self.words[self.first] in _BULLETS and not _DASHES.isdisjoint(self.vocabulary))
        )

    def topic(self) -> Phrase | None:
        """The subject of the sentence before, in the same paragraph: whose "Other investors include" are."""
        readings = sentence_readings(self.document)
        index = bisect_left(readings, self.sentence.start, key=lambda found: found.sentence.start) - 1
        if index < 0:
            return None
        before = readings[index]
        if "\n\n" in self.document.text[before.sentence.end : self.sentence.start]:
            return None
        for i in range(before.first, before.last):
            if before.is_finite(i) and before.phrase_at(i) is None:
                return before.subject_of(i)
        return None

    def described(self, phrase: Phrase) -> Phrase:
        """The thing that a describing phrase stands for, or the phrase itself."""
        if phrase.name is None or self.tags[phrase.head] in _COMMON:
            found = self._thing_of(self._describing(phrase))
            return phrase if found is None else found
        return phrase

    def named_by(self, phrase: Phrase) -> Phrase | None:
        """The named thing whose description holds a phrase: "a lake" in "Leeds is a town on a lake"."""
        if phrase.is_named:
            return None
        if not self.descriptions_of_named():
            return None
        found = self._thing_of(self.chain(self._joined_first(phrase)))
        return found if found is not None and self.is_proper(found) else None

    def _joined_first(self, phrase: Phrase) -> Phrase:
        """The phrase that a bare one is joined to: "a tower" of "a tower or lookout"."""
        for _ in range(3):
            i = phrase.first - 1
            while self.word(i) in QUOTES:
                i -= 1
            if self.word(i) == ")":
                while i > self.first and self.word(i) != "(":
                    i -= 1
            elif self.word(i) not in ("or", "and"):
                return phrase
            before = None if phrase.determiner else self.phrase_until(i)
            if before is None:
                return phrase
            phrase = before
        return phrase

    def _thing_of(self, describing: Iterable[Phrase]) -> Phrase | None:
        heads = {phrase.head for phrase in describing}
        for description in self.descriptions():
            if description.category.head in heads and description.form != "called":
                return description.thing
        return None

    def _describing(self, phrase: Phrase) -> Iterator[Phrase]:
        """The phrase, what it is joined to, "a tower" of "a tower and lookout", and what it only tells the
        members of: "a suite" of "a suite of protocols".
        """
        yield phrase
        joined = self._joined_first(phrase)
        if joined is not phrase:
            yield joined
        if phrase.determiner or phrase.possessor is not None or self.word(phrase.first - 1) != "of":
            return
        outer = self.phrase_until(phrase.first - 1)
        if outer is not None and outer.noun in grammar_words("gathering"):
            yield outer


def described_thing(document: NormalisedDocument, sentence: Sentence, start: int, end: int) -> Phrase | None:
    """The named thing that the phrase from `start` to `end` describes in its sentence: "AppleTalk" for
    "protocols" in "AppleTalk is a suite of protocols developed in 1985".
    """
    readings = sentence_readings(document)
    index = bisect_left(readings, sentence.start, key=lambda found: found.sentence.start)
    reading = readings[index] if index < len(readings) else None
    token = None if reading is None else reading.columns.root_at(start, end)
    phrase = None if reading is None or token is None else reading.phrase_at(token)
    if reading is None or phrase is None or phrase.head != token:
        return None
    return reading.named_by(phrase)


def in_every_sentence(
    document: NormalisedDocument, find: Callable[[SentenceReading], Iterator[Found]]
) -> Iterator[Found]:
    """What a rule finds, over all sentences."""
    for reading in sentence_readings(document):
        yield from find(reading)


@read_once
def sentence_readings(document: NormalisedDocument) -> tuple[SentenceReading, ...]:
    """The readings of all sentences of a document, in order; made once."""
    return tuple(SentenceReading(document, sentence) for sentence in document.sentences)


def _copulas(grammar: SentenceGrammar) -> Iterator[Description]:
    turning = _TURNING.words() if "into" in grammar.vocabulary else frozenset()
    copulas = _COPULAS.words() | turning if turning else _COPULAS.words()
    if copulas.isdisjoint(grammar.vocabulary):
        return
    for i in range(grammar.first, grammar.last):
        word = grammar.lowers[i]
        if word not in copulas or i in grammar.names or (word in MARKS and grammar.tags[i] == "POS"):
            continue
        if word in turning and grammar.word(i + 1) != "into":
            continue
        if grammar.word(grammar.group_start(i) - 1) == "there":
            continue  # "if there are circumstances" says that they exist, and of nothing what it is
        after = grammar.after_adverbs(i + 1 + (word in turning))
        after += grammar.word(after) in _TODAY or (
            grammar.word(after) == "both" and grammar.tags[after] == "CC"
        )
        if any(
            grammar.word(k) in PREPOSITIONS for k in range(i + 1 + (word in turning), after)
        ) or _is_existence(grammar, i):
            continue
        category = predicate_from(grammar, after)
        if category is None or grammar.tags[category.first] in ("PRP", "WP"):
            continue
        if category.possessor is not None and category.possessor.first < after:
            continue
        thing = _work_before(grammar, i, category) or _subject_of_copula(grammar, i, category)
        if thing is None or thing.head >= i:
            continue
        if grammar.tags[category.head] in ("NNS", "NNPS"):
            thing = grammar.joint(thing)
        thing = without_date(grammar, thing)  # "In 1990 Orbit won, becoming the first"
        start = grammar.group_start(i)
        if start == thing.last < i and grammar.word(start) in MARKS:  # "Miller's is a bar"
            start, thing = start + 1, thing._replace(last=start + 1)
        if grammar.word(start - 1) in RELATIVE and thing.noun != category.noun:
            thing = _same_kind_beside(grammar, start - 1, category) or thing
            thing = _person_beside(grammar, start - 1) or thing
        if (
            grammar.word(start - 1) == ","
            and grammar.before_insertion(start) is None
            and thing.last >= start - 1
            and not (thing.first == grammar.first and grammar.is_proper(thing))  # "Orbit FM, is a station"
        ):
            continue  # "Not mentioned on the site, are the dangers"
        for member in _categories(grammar, category):
            first = start if member is category else possessed_first(member)
            yield Description(thing, member, "copula", first, grammar.extended(member))


def _work_before(grammar: SentenceGrammar, copula: int, category: Phrase) -> Phrase | None:
    """The work whose title, which need be no phrase, opens the sentence: "Gone with the Tide is a film"."""
    if category.noun not in load_cues("work_noun") or not category.determiner:
        return None
    title = opening_title(grammar, copula)
    known = None if title is None else grammar.names.get(title.head)
    return title if known is None or title is None or known.start > title.start else None


_TODAY = frozenset({"today", "nowadays"})
_REFLEXIVE = WordSet("grammar/reflexive")


def _same_kind_beside(grammar: SentenceGrammar, relative: int, category: Phrase) -> Phrase | None:
    """The phrase next to a relative pronoun where its noun is that of the category.

    The field of "the discovery of the Halvor field, which is the largest field in Norway".
    """
    beside = grammar.phrase_until(relative - (grammar.word(relative - 1) == ","))
    return beside if beside is not None and beside.noun == category.noun else None


def _person_beside(grammar: SentenceGrammar, relative: int) -> Phrase | None:
    """The person right before ", who": Chen in "Ann Lee, who sang, and Bo Chen, who became a judge"."""
    if grammar.word(relative) != "who" or grammar.word(relative - 1) != ",":
        return None
    beside = grammar.phrase_until(relative - 1)
    if beside is None or beside.name is None or beside.name.label != "person":
        return None
    return None if grammar.word(beside.first - 1) == "of" else beside  # "the son of Ann Lee, who became king"


def _is_existence(grammar: SentenceGrammar, copula: int) -> bool:
    """Whether a copula only says that something exists: "there are also", "is there"."""
    return "there" in (grammar.word(grammar.group_start(copula) - 1), grammar.word(copula + 1))


def predicate_from(grammar: SentenceGrammar, i: int) -> Phrase | None:
    """The phrase that starts at token `i`; "one of the first writers" as one phrase."""
    if grammar.word(i) == "one" and grammar.word(i + 1) == "of":
        inner = grammar.phrase_from(i + 2)
        return None if inner is None else inner._replace(first=i, possessor=None)
    if grammar.tags[min(i, grammar.last - 1)] == "DT" and grammar.phrase_at(i) is None:
        return _broken_phrase(grammar, i, i + 1)
    found = grammar.phrase_from(i)
    if found is None:
        return None
    if grammar.tags[found.head] == "JJ" and found.first == i and found.determiner in _ONE:
        whole = _broken_phrase(grammar, i, found.last + 1) if _goes_on(grammar, found) else None
        if whole is not None:
            return whole  # "a private, Roman Catholic school"
    return (
        _with_joined_modifier(grammar, found)
        or _behind_name(grammar, found)
        or with_joined_noun(grammar, found)
    )


def _behind_name(grammar: SentenceGrammar, phrase: Phrase) -> Phrase | None:
    """A phrase that a name and an -ing form open: "the Orbit Open defending champion"."""
    i = phrase.last
    if (
        i + 1 >= grammar.last
        or not grammar.is_proper(phrase)
        or not phrase.determiner
        or grammar.tags[i] != "VBG"
    ):
        return None
    rest = _with_present_participle(grammar, i)
    is_bare = rest is not None and rest.first == i and not rest.determiner and rest.name is None
    return rest._replace(first=phrase.first) if is_bare and rest is not None else None


def _with_joined_modifier(grammar: SentenceGrammar, phrase: Phrase) -> Phrase | None:
    """A phrase in which two joined nouns modify one: "a food and drink firm"; not "a bank and rail firm"."""
    first = phrase.last + 1
    rest = _with_present_participle(grammar, first) if first < grammar.last else None
    if rest is None or grammar.word(phrase.last) not in _JOINING or phrase.determiner not in _ONE:
        return None
    is_bare = rest.first == first and not rest.determiner and rest.possessor is None
    if not is_bare or rest.head == rest.first or phrase.name is not None or rest.name is not None:
        return None
    if grammar.tags[phrase.head] != "NN" or not {"NN", "VBG"}.issuperset(
        grammar.tags[rest.first : rest.last]
    ):
        return None
    kinds, kinds_of_first = (kind_nouns().get(noun, _NONE) for noun in (rest.noun, phrase.noun))
    is_two = is_title(phrase.noun) or not (kinds | {"place", "organization"}).isdisjoint(kinds_of_first)
    if not kinds or is_two:
        return None
    return rest._replace(first=phrase.first)


def _with_present_participle(grammar: SentenceGrammar, i: int) -> Phrase | None:
    """The phrase at token `i`, with an -ing form that opens it: "monitoring and |alerting toolkit"."""
    inner = grammar.phrase_at(i + 1) if grammar.tags[i] == "VBG" and i + 1 < grammar.last else None
    if inner is None or inner.first != i + 1:
        return grammar.phrase_at(i)
    return inner._replace(first=i)


_JOINING = frozenset({"and", "or", "&"})


def _goes_on(grammar: SentenceGrammar, phrase: Phrase) -> bool:
    """Whether a comma behind an adjective leads to another one: "a private, Roman Catholic school"."""
    rest = grammar.phrase_at(phrase.last + 1) if phrase.last + 1 < grammar.last else None
    return (
        grammar.word(phrase.last) == ","
        and grammar.tags[phrase.last + 1] in ("JJ", "NNP")
        and rest is not None
        and rest.head > rest.first
        and grammar.word(rest.last) != ","
    )


def _broken_phrase(grammar: SentenceGrammar, first: int, i: int) -> Phrase | None:
    """A phrase that commas or a bracket cut, of which the tokens before `i` are read: "a private financial,
    software, data, and media company".
    """
    while i < min(grammar.last, first + 2 * MAX_GAP_TOKENS):
        phrase = grammar.phrase_at(i)
        if phrase is None:
            is_inner = grammar.word(i) in _WITHIN or grammar.tags[i][:2] in ("JJ", "RB", "CD", "VB")
            if grammar.is_finite(i) or not (is_inner or grammar.words[i] == "-"):
                return None
            i += 1
        elif phrase.determiner or phrase.possessor is not None or phrase.name is not None:
            return None
        elif grammar.word(phrase.last) in _WITHIN or grammar.words[min(phrase.last, grammar.last - 1)] == "-":
            i = phrase.last
        else:
            return _without_measure(grammar, phrase)._replace(first=first)
    return None


def _without_measure(grammar: SentenceGrammar, phrase: Phrase) -> Phrase:
    """A phrase without the distance that was taken into it: "an island | 90 miles from"."""
    for quantity in grammar.sentence.quantities:
        i = grammar.columns.token_at(quantity.start) if quantity.kind == "measure" else None
        if i is not None and phrase.first < i <= phrase.head and grammar.tags[i - 1] == "NN":
            return phrase._replace(last=i, head=i - 1, name=None)
    return phrase


_WITHIN = frozenset({",", "and", "or", "but", "yet", "(", ")"})


def _subject_of_copula(grammar: SentenceGrammar, copula: int, category: Phrase) -> Phrase | None:
    """The subject of "is", from the arcs of the predicate or the copula, else the phrase beside it."""
    before = grammar.before_insertion(grammar.group_start(copula))
    if before is not None:
        return before
    if grammar.columns.is_parsed:
        for token in (category.head, copula):
            for child in reversed([*grammar.columns.lefts(token)]):  # "Heir of a baker, she became"
                if grammar.deps[child] in SUBJECTS and grammar.first <= child < copula:
                    # "Orbit, which itself is a fork of Comet"
                    subject = child - (grammar.word(child) in _REFLEXIVE)
                    return grammar.antecedent(subject, token)
            if grammar.deps[token] == "conj" and token < category.first:
                break
    return grammar.subject_of(copula)


def _categories(grammar: SentenceGrammar, category: Phrase) -> Iterator[Phrase]:
    """A predicate and its coordinated ones: "the capital of Arizona as well as the largest city in it"."""
    yield category
    current = category
    for _ in range(6):
        i = _clause_end(grammar, grammar.extended(current))
        comma = grammar.word(i) == ","
        i += comma
        if grammar.word(i) in ("and", "or"):
            i += 1
        elif grammar.word(i) == "as" and grammar.word(i + 1) == "well":
            i += 3
        elif not comma or not (
            (i == current.last + 1 and _ends_in_and(grammar, i)) or _is_another(grammar, category, i)
        ):
            return
        following = grammar.phrase_from(i)
        if following is None or grammar.is_finite(grammar.after_adverbs(grammar.extended(following))):
            return
        if (
            not following.determiner
            and following.possessor is None
            and not _is_ordinal_phrase(grammar, following)
        ):
            return
        if following.name is not None:
            return
        current = following
        yield following


def _clause_end(grammar: SentenceGrammar, i: int) -> int:
    """Token `i`, or where an infinitive or a bracket that starts there ends: "a bridge to open in May"."""
    if grammar.word(i) == "to" and grammar.is_verb(i + 1 if i + 1 < grammar.last else i):
        i += 2
        if grammar.word(i) in PREPOSITIONS:
            i += 1
        phrase = grammar.phrase_from(i)
        i = grammar.extended(phrase) if phrase is not None else i
    if grammar.word(i) == "(":
        close = i
        while close < grammar.last and close - i < MAX_GAP_TOKENS and grammar.words[close] != ")":
            close += 1
        i = close + 1 if grammar.word(close) == ")" else i
    return i


def _ends_in_and(grammar: SentenceGrammar, i: int) -> bool:
    """Whether the phrase at token `i` is followed by another one after "and"."""
    phrase = grammar.phrase_from(i)
    return phrase is not None and grammar.word(phrase.last + (grammar.word(phrase.last) == ",")) in (
        "and",
        "or",
    )


def _is_another(grammar: SentenceGrammar, category: Phrase, i: int) -> bool:
    """Whether the phrase at token `i` goes on with the same noun or another rank: "…, the fifth in Asia"."""
    phrase = grammar.phrase_from(i)
    return (
        phrase is not None
        and phrase.name is None
        and (phrase.noun == category.noun or grammar.is_ranked(phrase))
    )


def _is_ordinal_phrase(grammar: SentenceGrammar, phrase: Phrase) -> bool:
    """Whether a superlative, an ordinal or an adjective opens the phrase."""
    start = grammar.starts[phrase.first]
    return grammar.tags[phrase.first] in ("JJS", "JJ", "RBS") or any(
        quantity.kind == "ordinal" and quantity.number_start == start
        for quantity in grammar.sentence.quantities
    )


_APPOSING = frozenset({",", "—", "–", "--"})


def _appositions(grammar: SentenceGrammar) -> Iterator[Description]:
    if _APPOSING.isdisjoint(grammar.vocabulary):
        return
    for phrase in grammar.phrases:
        comma = phrase.last
        mark = grammar.word(comma)
        if mark == "(":  # a bracket between a name and its apposition
            close = comma
            while close < grammar.last and grammar.words[close] != ")":
                close += 1
            comma = close + 1
            mark = grammar.word(comma)
        while mark in QUOTES:
            comma += 1
            mark = grammar.word(comma)
        if mark not in _APPOSING:
            continue
        if grammar.word(comma + 2) == "," and grammar.words[comma + 1].isdigit():
            comma += 2  # "Paul Varga, 42, a convicted forger"
        following = predicate_from(grammar, comma + 1)
        if following is None or following.first - comma > 2 + (following.possessor is not None) * 6:
            continue
        if following.name is not None and _is_capitalised_kind(grammar, following):
            following = following._replace(name=None)
        is_named = grammar.is_proper(phrase)
        if is_named and (
            not is_category_of(grammar, following, phrase) or _is_opening(grammar, phrase, following)
        ):
            following = None
        elif is_named and following.name is None:
            for member in _categories(grammar, following):
                end = grammar.extended(member)
                if member is following and not (
                    closes_apposition(grammar, end) or _is_past_participle(grammar, end)
                ):
                    break
                yield Description(phrase, member, "apposition", possessed_first(member), end)
            continue
        if (
            following is not None
            and phrase.name is None
            and (following.name is not None or _is_likely_name(grammar, phrase, following))
            and (not following.determiner or _has_article_of_name(phrase, following))
            and (_may_name(grammar, phrase) or _is_set_off(grammar, phrase, following))
        ):
            end = following.last
            is_owner = end < grammar.last and grammar.tags[end] == "POS"  # "a plant, General Motors' first"
            if (
                not is_owner
                and closes_apposition(grammar, end)
                and grammar.word(end) not in ("and", "or", "&")
            ):
                yield Description(following, phrase, "name_after", possessed_first(phrase), phrase.last)


def _is_set_off(grammar: SentenceGrammar, kind: Phrase, name: Phrase) -> bool:
    """Whether commas set a name off between "the" thing it names and the verb: "The ferry, Halcyon, sank"."""
    end = name.last
    if (
        kind.determiner != "the"
        or kind.is_named
        or grammar.tags[kind.head] != "NN"
        or grammar.word(end) != ","
    ):
        return False
    if kind.first > grammar.first and grammar.word(kind.first - 1) not in (
        ",",
        "and",
        "but",
        "that",
        '"',
        "“",
    ):
        return False
    after = grammar.after_adverbs(end + 1)
    return grammar.is_finite(after) or grammar.word(after) in RELATIVE


def _is_likely_name(grammar: SentenceGrammar, kind: Phrase, phrase: Phrase) -> bool:
    """Whether capitals between commas are the name of what somebody has: "Orbit's shell, Comet Dock, ran"."""
    words = grammar.words[phrase.first : phrase.last]
    return (
        (kind.possessor is not None or kind.determiner in _OWN)
        and not phrase.determiner
        and not phrase.inner
        and phrase.possessor is None
        and all(word[:1].isupper() for word in words)
        and grammar.word(phrase.last) in (",", ".", ")")
    )


_OWN = WordSet("common/possessor")


def _has_article_of_name(kind: Phrase, phrase: Phrase) -> bool:
    """Whether an article belongs to the name of a work or body: "a weekend supplement, the Star Weekly"."""
    is_had = kind.possessor is not None or kind.determiner in _OWN
    may_have = kind.determiner in ("a", "an") or (is_had and phrase.name is not None)
    return phrase.determiner == "the" and may_have and not phrase.inner


def _is_capitalised_kind(grammar: SentenceGrammar, phrase: Phrase) -> bool:
    """Whether capitals make a name of a kind: "the first German Foundation Language Model"."""
    has_article = phrase.determiner in ("a", "an") or (
        phrase.determiner == "the" and grammar.is_ranked(phrase)
    )
    return has_article and phrase.noun in kind_nouns()


_ONE = WordSet("grammar/one")
_NONE: frozenset[str] = frozenset()
_IMPERSONAL = frozenset({"organization", "place", "product"})
_OTHERS = WordSet("grammar/other")


def is_category_of(grammar: SentenceGrammar, category: Phrase, thing: Phrase) -> bool:
    """Whether the phrase after a comma can say what the named thing before it is."""
    if category.name is not None or grammar.tags[category.first] in ("PRP", "WP"):
        return False
    if thing.determiner in ("a", "an") or grammar.word(category.first) in _OTHERS:
        return False
    is_the_most = category.determiner == "the" and grammar.is_ranked(category)
    if grammar.tags[category.head] == "NNS" and category.determiner not in _ONE and not is_the_most:
        return False  # "Thrace, the Greek cities": items of a list more often than not
    if thing.possessor is None and grammar.lowers[thing.first - 1] == "," and not category.determiner:
        return False
    is_superlative = grammar.tags[category.first] in ("JJS", "RBS")
    if not (category.determiner or category.possessor is not None) and _ends_in_and(grammar, category.first):
        return False  # "along with Acme, school board, and local firms"
    if not (category.determiner or category.possessor is not None or is_superlative):
        known = kind_nouns().get(category.noun, frozenset()) & {"organization", "person", "place"}
        return bool(known) and grammar.word(category.last) in ("of", "at", "for", "in", ",", ".", "to")
    # an item of a list: "Apple, the others, and Ford", "a gold for Ann Lee, a silver for Bo Chen"
    end = grammar.extended(category)
    comma = grammar.word(end) == ","
    joined = grammar.phrase_from(end + comma + 1) if grammar.word(end + comma) in ("and", "or") else None
    if grammar.word(end) in ("and", "or") and grammar.word(end + 1) in PREPOSITIONS:
        return grammar.word(thing.first - 1) != grammar.word(end + 1)  # "on Orbit, our forum and on IRC"
    if (
        comma
        and joined is not None
        and not grammar.is_finite(grammar.after_adverbs(grammar.extended(joined)))
    ):
        return False
    is_plain = category.determiner == "the" and end == category.last == category.first + 2
    if joined is not None and is_plain:
        return False  # "he met Acme, the firm and the press"
    outer = grammar.chain(thing)[-1]
    is_item = outer is not thing and outer.determiner in ("a", "an") and category.determiner in ("a", "an")
    is_person = thing.name is not None and thing.name.label == "person"
    # "a member of Orbit, a club that": no person is a club
    is_other_sort = is_title(outer.noun) and bool(kind_nouns().get(category.noun, _NONE) & _IMPERSONAL)
    return not is_item or ((is_person or is_other_sort) and joined is None)


def _is_opening(grammar: SentenceGrammar, thing: Phrase, category: Phrase) -> bool:
    """Whether the comma ends an opening such as "In the case of Acme, the ..." rather than the name."""
    comma = next(
        (i for i in range(thing.first - 1, grammar.first, -1) if grammar.words[i] == ","),
        grammar.first - 1,
    )
    # within a sentence: "To this end, in Bonn, a unit was founded", but not "on the site Orbit, a mirror,"
    is_short = thing.first - comma <= 3 and grammar.word(grammar.extended(category)) not in (",", ".")
    is_short = is_short or _is_subject(grammar, category)
    if any(grammar.is_finite(i) for i in range(grammar.first, thing.first)) and comma < grammar.first:
        return False
    if grammar.tags[comma + 1] not in ("IN", "VBG", "TO") or not (comma < grammar.first or is_short):
        return False
    is_closed = category.determiner in ("a", "an") and grammar.word(grammar.extended(category)) == ","
    if not is_closed and _is_subject(grammar, category):
        return True  # "At the request of Ann Lee, a bridge was built"
    if thing.name is None or (thing.name.label == "product" and not is_closed):
        return True  # but "On the Pain Index, a list of ten questions, the score fell"
    if thing.name.label == "person" or category.determiner in ("a", "an"):
        return False
    return thing.name.label not in kind_nouns().get(category.noun, frozenset())


def _is_subject(grammar: SentenceGrammar, phrase: Phrase) -> bool:
    """Whether a verb follows that the phrase, with what hangs on it, is the subject of."""
    end = grammar.extended(phrase)
    for i in range(end, min(grammar.last, end + MAX_GAP_TOKENS)):
        if grammar.word(i) in (",", ";", "—", "–", ")"):
            return False
        if grammar.is_finite(i):
            return grammar.word(grammar.group_start(i) - 1) not in RELATIVE
    return False


_OWNED = WordSet("grammar/article_or_third")


def _may_name(grammar: SentenceGrammar, phrase: Phrase) -> bool:
    """Whether a description may be followed by the name it stands for: "its main rival, Mozilla Firefox"."""
    if grammar.tags[phrase.head] not in ("NN", "NNP"):
        return False
    if not (phrase.determiner or phrase.possessor is not None):
        return False
    return phrase.noun in kind_nouns() or phrase.possessor is not None or phrase.determiner in _OWNED


_LOOSE_RELATIVES = WordSet("grammar/loose_relative")


def closes_apposition(grammar: SentenceGrammar, i: int) -> bool:
    """Whether an apposition may end before token `i`: at a mark, a relative clause, the end."""
    if i >= grammar.last:
        return True
    word = grammar.word(i)
    if (
        word
        in (
            ",",
            ".",
            ";",
            ":",
            ")",
            "—",
            "–",
            "--",
            "?",
            "!",
            "and",
            "or",
            "&",
        )
        or word in _LOOSE_RELATIVES
    ):
        return True
    if word == "(":
        close = i
        while close < grammar.last and grammar.words[close] != ")":
            close += 1
        return close + 1 >= grammar.last or not grammar.is_finite(grammar.after_adverbs(close + 1))
    if grammar.words[i] in QUOTES:
        return True
    tag = grammar.tags[i]
    if tag == "CD" and any(q.start == grammar.starts[i] for q in grammar.sentence.quantities):
        return True  # "an island 750 miles from Oslo"
    if tag in FINITE and i not in grammar.names:
        # "X, the company behind Y shared": a clause of its own only if "X" has no other verb
        return False
    return tag in ("VBN", "VBG", "IN", "TO") or (tag.startswith("RB") and not grammar.is_finite(i + 1))


_AFTER_PARTICIPLES = WordSet("grammar/after_participle")


def _is_past_participle(grammar: SentenceGrammar, i: int) -> bool:
    """Whether a past tense is a participle: "Meet Orbit, the first model built on Rust".

    The sentence has another finite verb before it, or opens with an imperative.
    """
    if i >= grammar.last or grammar.tags[i] != "VBD" or grammar.word(i + 1) not in _AFTER_PARTICIPLES:
        return False
    return grammar.tags[grammar.first] == "VB" or any(grammar.is_finite(k) for k in range(grammar.first, i))


def _may_list(grammar: SentenceGrammar, phrase: Phrase, members: list[Phrase]) -> bool:
    """Whether a bracket names what the phrase before it describes: "its editors (Ann Lee and Bo Chen)"."""
    if any("/" in member.text for member in members):
        return False
    if len(members) > 1:
        return grammar.tags[phrase.head] == "NNS" and all(grammar.is_proper(member) for member in members)
    name = members[0].name
    classes = kind_nouns().get(phrase.noun, frozenset())
    if grammar.tags[phrase.head] != "NN" or name is None:
        return False
    if phrase.determiner in ("a", "an") and " " in name.text and phrase.first + 2 < phrase.last:
        return name.label in ("organization", "product") and bool(classes & {"organization", "product"})
    return name.label in classes - {"product"}


def _fronted(grammar: SentenceGrammar) -> Iterator[Description]:
    """What a sentence opens with: "As a tool of the project, Orbit …": form `as`, said in passing."""
    if grammar.word(grammar.first) != "as":
        return
    category = grammar.phrase_from(grammar.first + 1)
    if category is None or category.is_named or not category.determiner:
        return
    for i in range(category.last, min(grammar.last, category.last + 2 * MAX_GAP_TOKENS)):
        if grammar.is_finite(i):
            return
        name = grammar.phrase_from(i + 1) if grammar.word(i) == "," else None
        if name is not None and name.name is not None and grammar.is_finite(grammar.after_adverbs(name.last)):
            yield Description(name, category, "as", grammar.first, category.last)
            return


_DASHES = frozenset({"—", "–", "-", "--"})
_BULLETS = frozenset({"-", "•", "*", "–", "·", "‣"})
_MAX_TERM = 5  # tokens of a term with its bullet


def _item(grammar: SentenceGrammar) -> Iterator[Description]:
    """An item of a list that says what its term is: "- torch — a slow implementation"."""
    if _DASHES.isdisjoint(grammar.vocabulary) or _BULLETS.isdisjoint(grammar.vocabulary):
        return
    for first in range(grammar.first, grammar.last - 3):
        if grammar.words[first] not in _BULLETS or not opens_line(grammar, first):
            continue
        for i in range(first + 2, min(grammar.last - 1, first + 1 + _MAX_TERM)):
            if grammar.words[i] not in _DASHES or not (grammar.spaced[i] and grammar.spaced[i - 1]):
                continue
            category = grammar.phrase_from(i + 1)
            if category is not None and category.first == i + 1 and category.determiner in ("a", "an"):
                term = Phrase(grammar.columns, first + 1, i, i - 1, grammar.names.get(i - 1))
                yield Description(term, category, "item", category.first, grammar.extended(category))
            break


def opens_line(grammar: SentenceGrammar, i: int) -> bool:
    """Whether token `i` is the first of its line."""
    if i == grammar.first:
        return True
    return "\n" in grammar.document.text[grammar.ends[i - 1] : grammar.starts[i]]


def _brackets(grammar: SentenceGrammar) -> Iterator[Description]:
    if "(" not in grammar.vocabulary:
        return
    for phrase in grammar.phrases:
        if grammar.word(phrase.last) != "(":
            continue
        inside = phrase.last + 1
        if _is_short_name(grammar, inside):
            continue
        inner = grammar.phrase_from(inside)
        if inner is None and grammar.word(inside + 1) == ",":  # "(remember, the model)"
            inner = grammar.phrase_from(inside + 2)
        if inner is None:
            continue
        if (
            grammar.is_proper(phrase)
            and inner.name is None
            and inner.determiner
            and not grammar.is_finite(grammar.after_adverbs(grammar.extended(inner)))
        ):
            yield Description(phrase, inner, "bracket", inner.first, grammar.extended(inner))
        elif phrase.name is None and (phrase.determiner or phrase.possessor) and inner.name is not None:
            members = grammar.members(inner)
            if grammar.word(members[-1].last) == ")" and _may_list(grammar, phrase, members):
                whole = Phrase(
                    grammar.columns, inner.first, members[-1].last, inner.head, inner.name, inner.inner
                )
                yield Description(whole, phrase, "bracket", possessed_first(phrase), members[-1].last + 1)


def _is_short_name(grammar: SentenceGrammar, first: int) -> bool:
    """Whether a bracket says what a text calls a thing from then on: (the "Notes"), ("Company" or "we")."""
    if grammar.word(first) in _BEFORE_SHORT_NAMES:
        first += 1 + (grammar.word(first + 1) == ",") + (grammar.word(first + 1) == "the")
    return grammar.word(first) in _OPENING_QUOTES


_BEFORE_SHORT_NAMES = WordSet("grammar/before_short_name")
_OPENING_QUOTES = frozenset("\"“‘'«„")
_COPULAS = WordSet("grammar/copula")
_TURNING = WordSet("grammar/turning_into")


def possessed_first(phrase: Phrase) -> int:
    """The first token with the possessor."""
    return phrase.possessor.first if phrase.possessor is not None else phrase.first
