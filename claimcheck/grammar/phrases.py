"""Base noun phrases of a sentence, read from part-of-speech tags and names.

Tags are right far more often than the arcs of a parse, so phrases do without arcs, save where two nouns stand
side by side and the second is the subject of what is told of the first. Without tags the names are
the only phrases. Token positions are indices into the `Doc`, ends are exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons.constructions import verb_forms
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import NOUN_TAGS, PROPER_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.names.finding import NameMention

NEGATORS = WordSet("common/negator")
QUOTES = frozenset("\"“”*‘’'`") | {"``", "''"}
MARKS = frozenset({"'s", "’s", "‘s", "'", "’", "s"})
ATTACHED_MARKS = ("‘s", "'s", "’s")  # the first is a typing error that no tokenizer splits off
DASHES = frozenset({"—", "–", "-", "--"})
BULLETS = frozenset({"-", "•", "*", "–", "·", "‣"})
"""What an item of a list opens with."""
APPOSING = (DASHES - {"-"}) | {","}
"""What sets a description beside the thing that it is of."""


class Phrase(NamedTuple):
    """A base noun phrase: determiner to head, without what follows the head.

    Attributes:
        first, last: its tokens, end exclusive.
        head: the token of its last noun.
        name: the name that ends in it, if its head belongs to one.
        inner: names before the head: "Rust" in "the Rust compiler"; not the possessor's.
        possessor: tokens of "Acme" in "Acme's new phone"; the phrase itself then starts after the mark.
    """

    columns: TokenColumns
    first: int
    last: int
    head: int
    name: NameMention | None = None
    inner: tuple[NameMention, ...] = ()
    possessor: Phrase | None = None

    @property
    def start(self) -> int:
        """Where it begins, in characters of the passage."""
        return self.columns.starts[self.first]

    @property
    def end(self) -> int:
        """Where it ends."""
        last = self.last - 1
        end = self.columns.ends[last]
        word = self.columns.words[last]
        return end - 2 if word.endswith(ATTACHED_MARKS) and len(word) > 2 else end

    @property
    def text(self) -> str:
        """As written."""
        return self.columns.text[self.start : self.end]

    @property
    def noun(self) -> str:
        """The head in lower case, with a hyphen where only that is a known noun: "start-up"."""
        lowers, head = self.columns.lowers, self.head
        if head - 2 >= self.first and lowers[head - 1] == "-":
            joined = f"{lowers[head - 2]}-{lowers[head]}"
            if joined in kind_nouns():
                return joined
        return lowers[head]

    @property
    def label(self) -> str:
        """The class of the name that it ends in: `organization`, `person` and so on; empty without one."""
        return self.name.label if self.name is not None else ""

    @property
    def first_with_possessor(self) -> int:
        """The first token, that of whose it is included: "Acme" in "Acme's new phone"."""
        return self.possessor.first if self.possessor is not None else self.first

    @property
    def is_named(self) -> bool:
        """Whether it names something: "Redis", "the Rust compiler"."""
        return self.name is not None or bool(self.inner)

    @property
    def name_text(self) -> str:
        """The name it ends in, without the nouns before it: "Ann Lee" of "founder Ann Lee"; else all."""
        start, end = self.name_span
        return self.columns.text[start:end]

    @property
    def name_span(self) -> tuple[int, int]:
        """Where `name_text` stands."""
        if self.name is None or self.columns.starts[self.last - 1] >= self.name.end:
            return self.start, self.end
        return max(self.start, self.name.start), self.end

    @property
    def determiner(self) -> str:
        """Its first word in lower case if that is a determiner or a possessive, else nothing."""
        word = self.columns.lowers[self.first]
        is_determiner = self.columns.tags[self.first] in _DETERMINER_TAGS or word in _DETERMINERS
        return word if is_determiner else ""

    @property
    def is_indefinite(self) -> bool:
        """Whether it opens with "a" or "an"."""
        return self.columns.lowers[self.first] in _INDEFINITE_ARTICLES


_INDEFINITE_ARTICLES = WordSet("common/indefinite_article")
_DETERMINER_TAGS = frozenset({"DT", "PDT", "PRP$", "WP$"})
_DETERMINERS = WordSet("grammar/determiner")
_BEFORE_MEMBERS = WordSet("grammar/before_members")
_HAVE = WordSet("common/having")
_NEVER_NAMED = WordSet("grammar/never_named")
_NAMED_UNITS = WordSet("grammar/named_unit")  # "Acme's AI Lab" is part of Acme
_OF_TITLES = WordSet("grammar/of_title")
_COMPOUNDING = WordSet("grammar/compounding")
_COMPOUNDED = WordSet("grammar/compounded")
_AFTER_NOUNS = WordSet("grammar/after_noun")

# One letter per token: Determiner, Adjective, Verb form that modifies, adverb (R), number (C), Noun,
# possessive mark (P), noun with the mark in the same token (S), hyphen or slash (H), quotation mark (Q),
# comma, and (&), pronoun (I), other (O).
_MODIFIERS = r"(?:R*[AVC](?:(?:,|,?&)(?=R*[AV]))?|N|H|QD*)"
# No noun has more modifiers, and without a bound a line of quotation marks takes time in its square.
_RUN = rf"D{{0,8}}{_MODIFIERS}{{0,30}}"
# No phrase begins with the letters of the first group, half of all, behind which there is nothing to try
_PHRASE = re.compile(rf"(?![O,&])(?:I|{_RUN}(?:(?:NC?Q?P|S){_RUN}){{0,8}}NC?Q?)")


# Words whose letter is not that of their tag
_MARKED = QUOTES | MARKS | {",", "-", "–", "/", "#", "&", "and"}
# Tags with one letter, whatever stands before
_LETTERS = {
    **dict.fromkeys(_DETERMINER_TAGS, "D"),
    **dict.fromkeys(("PRP", "WP"), "I"),
    "CD": "C",
    **dict.fromkeys(("IN", "TO", "MD", "VB", "VBD", "VBP", "VBZ", "WDT", "WRB", "EX", "RP"), "O"),
}


class SentencePhrases:
    """The base noun phrases of one sentence, and its words.

    Token positions are those of the document, in whose columns the rules look a token up: `tags[i]`. A rule
    that waits for certain words first looks whether the sentence has one of them, in its `vocabulary`.
    """

    __slots__ = (
        "_at",
        "_phrases",
        "columns",
        "deps",
        "doc",
        "document",
        "ends",
        "first",
        "last",
        "lowers",
        "names",
        "sentence",
        "spaced",
        "starts",
        "tags",
        "vocabulary",
        "words",
    )

    def __init__(self, document: NormalisedDocument, sentence: Sentence) -> None:
        self.document = document
        self.sentence = sentence
        self.doc = document.doc
        self.columns = columns = columns_of(document)
        self.words, self.lowers, self.tags, self.deps = (
            columns.words,
            columns.lowers,
            columns.tags,
            columns.deps,
        )
        self.starts, self.ends, self.spaced = columns.starts, columns.ends, columns.spaced
        self.first = sentence.span.start
        self.last = sentence.span.end
        self.vocabulary = frozenset(self.lowers[self.first : self.last])
        self.names = self._names_by_token()
        self._phrases: tuple[Phrase, ...] | None = None
        self._at: dict[int, Phrase] = {}

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The base noun phrases in reading order, read when they are first asked for."""
        if self._phrases is None:
            self._phrases = tuple(self._read_phrases())
        return self._phrases

    def _phrases_by_token(self) -> dict[int, Phrase]:
        found = {i: phrase for phrase in self.phrases for i in range(phrase.first, phrase.last)}
        for phrase in self.phrases:
            owner = phrase.possessor
            while owner is not None:
                for i in range(owner.first, owner.last):
                    found.setdefault(i, owner)
                owner = owner.possessor
        return found

    def _names_by_token(self) -> dict[int, NameMention]:
        by_token = {}
        i, starts = self.first, self.starts
        for name in self.sentence.names:
            i = bisect_right(self.ends, name.start, i, self.last)
            while i < self.last and starts[i] < name.end:
                by_token[i] = name
                i += 1
        return by_token

    def _categories(self) -> str:
        """The letters of `_PHRASE` for the sentence."""
        tags, words, lowers, names = self.tags, self.words, self.lowers, self.names
        beside_hyphens: set[int] = set()
        if "-" in self.vocabulary:
            beside_hyphens.update(
                k for i in range(self.first, self.last) if lowers[i] == "-" for k in (i - 1, i + 1)
            )
        letters = []
        before = "O"
        tokens = zip(tags[self.first : self.last], lowers[self.first : self.last], strict=True)
        for i, (tag, word) in enumerate(tokens, self.first):
            if word in _MARKED or i in names or i in beside_hyphens or not tag:
                letter = self._category(i, before)
            elif tag in NOUN_TAGS and i - 1 not in names:
                letter = "S" if words[i].endswith(ATTACHED_MARKS) else "N"
            else:
                letter = _LETTERS.get(tag) or self._tagged_category(i, tag, before)
            letters.append(letter)
            before = letter
        if "(" in self.vocabulary:
            self._join_short_forms(letters)
        if not self.vocabulary.isdisjoint(_BEFORE_MEMBERS):
            self._part_openers(letters)
        return "".join(letters)

    def _part_openers(self, letters: list[str]) -> None:
        """Keep words that only open a list out of its first name: "neither Acme nor Orbit"."""
        for i in range(self.first, self.last - 1):
            if self.lowers[i] in _BEFORE_MEMBERS and self.words[i + 1][:1].isupper() and i not in self.names:
                letters[i - self.first] = "O"

    def _join_short_forms(self, letters: list[str]) -> None:
        """Make a bracketed short form a part of its phrase: "a Mixture-of-Experts (MoE) language model"."""
        words, tags, first = self.words, self.tags, self.first
        for i in range(first + 1, self.last - 3):
            if (
                words[i] == "("
                and words[i + 2] == ")"
                and letters[i - 1 - first] == "N"
                and i - 1 not in self.names
                and sum(map(str.isupper, words[i + 1])) > 1
                and tags[i + 3] in ("NN", "NNS")
                and words[i + 3].islower()
                and i + 3 not in self.names
            ):
                letters[i - first : i + 3 - first] = "NNN"

    def _is_in_name(self, i: int) -> bool:
        """Whether a token stands between others of one organization's name."""
        name = self.names.get(i)
        return (
            name is not None
            and name.label == "organization"
            and self.names.get(i - 1) is name
            and self.names.get(i + 1) is name
        )

    def _category(self, i: int, before: str) -> str:
        """The letter of `_PHRASE` for a token."""
        text = self.words[i]
        tag = self.tags[i]
        if text in _MARKED:
            if text in QUOTES and tag != "POS":
                return "Q"
            if text in MARKS and (tag == "POS" or not tag) and before in ("N", "Q"):
                return "P"
        if text == "," and self._is_in_name(i):
            return "N"  # "Northwind Traders, Inc."
        if i in self.names and (text == "&" or text[0].isalnum() or not self.doc[i].is_punct):
            if text.endswith(ATTACHED_MARKS):
                return "S"
            return "C" if before == "O" and self.doc[i].like_num else "N"
        if text in _MARKED:
            if text == ",":
                return ","
            if text in ("-", "–", "/"):
                return "H"
        if tag and not tag.startswith("NN") and self._is_hyphenated(i):
            return "A"  # "of" and "the" in "state-of-the-art", "to" in "go-to"
        if text == "#":
            return "A"
        if self.lowers[i] in ("and", "&"):
            return "&"
        if not tag:
            if self.lowers[i] in _DETERMINERS:
                return "D"
            return "N" if kind_nouns().get(text, frozenset()) - {"frame", "evaluation", "data"} else "O"
        return self._tagged_category(i, tag, before)

    def _is_hyphenated(self, i: int) -> bool:
        """Whether a hyphen without a space joins the token to another one."""
        words, spaced = self.words, self.spaced
        if i + 1 < self.last and words[i + 1] == "-" and not spaced[i]:
            return True
        joins_last = i - 1 > self.first and words[i - 1] == "-" and not spaced[i - 1]
        return joins_last and not spaced[i - 2] and bool(self.doc[i].is_alpha)

    def _tagged_category(self, i: int, tag: str, before: str) -> str:
        if i - 1 in self.names:
            if self.is_verb_after_name(i):
                return "O"
            if self.lowers[i] in _NEVER_NAMED and self.words[i].islower():
                following = self.tags[i + 1] if i + 1 < self.last else ""
                return "D" if following.startswith(("NN", "JJ")) else "I"  # "by Acme | little changed"
        if tag.startswith("NN"):
            return "S" if self.words[i].endswith(ATTACHED_MARKS) else "N"
        letter = _LETTERS.get(tag)
        if letter is not None:
            return letter
        if tag in ("JJ", "JJR", "JJS", "AFX"):
            if before == "N" and self.words[i] in ("last", "next"):
                return "D"  # "rewritten in Go | last year"
            if before in ("D", "P", "A") and self._ends_a_phrase(i):
                return "N"  # "an academic, ...", "its chief executive"
            return "A"
        if tag in ("RB", "RBS", "RBR"):
            return "R" if self.lowers[i] not in NEGATORS else "O"
        if tag not in ("VBG", "VBN"):
            return "O"
        if before == "R" and self.tags[max(self.first, i - 2)] in ("DT", "PRP$", "JJ"):
            before = "A"
        if before == "R" and tag == "VBN" and self._is_perfect(i):
            return "O"  # "has most recently developed Orbit"
        follows_name = i - 1 in self.names and before == "N" and not self._is_between_nouns(i)
        if not follows_name and (
            before in ("D", "A", "P", "C", "H", "S") or self.deps[i] in ("amod", "compound")
        ):
            return "V"
        if before == "N" and self.lowers[i] in _COMPOUNDING and self._names_a_kind(i + 1):
            return "V"  # "a question answering model"
        if self.lowers[i] in _OF_TITLES and i + 1 < self.last and is_title(self.lowers[i + 1]):
            return "V"  # "became managing director"
        return "O"

    def _names_a_kind(self, i: int) -> bool:
        """Whether a token is a singular noun for something of a kind that an -ing form before it may tell."""
        return i < self.last and self.tags[i] == "NN" and self.lowers[i] in _COMPOUNDED

    def _is_perfect(self, i: int) -> bool:
        """Whether only adverbs stand between a participle and a form of have."""
        while i > self.first and self.tags[i - 1].startswith("RB"):
            i -= 1
        return i > self.first and self.lowers[i - 1] in _HAVE

    def _is_between_nouns(self, i: int) -> bool:
        """Whether an -ing form after a name belongs to the noun after it: "the Orbit streaming service"."""
        if self.tags[i] != "VBG" or self.deps[i] not in ("amod", "compound") or i + 1 >= self.last:
            return False
        name, first = self.names[i - 1], i - 1
        while first > self.first and self.names.get(first - 1) is name:
            first -= 1
        return self.tags[i + 1] in ("NN", "NNS") and self.tags[first - 1] in ("DT", "PRP$", "JJ")

    def _ends_a_phrase(self, i: int) -> bool:
        """Whether an adjective stands where a noun would: before a mark or "of", and no second adjective."""
        following = self.word(i + 1)
        if following == "," and i + 2 < self.last:
            return self.tags[i + 2] not in ("JJ", "JJR", "JJS", "VBN", "VBG", "RB")
        return following in _AFTER_NOUNS

    def is_verb_after_name(self, i: int) -> bool:
        """Whether a word tagged as noun or adjective is the verb of a name: "Orbit powers the city".

        Taggers take many short sentences with an unknown name for noun phrases.
        """
        if i - 1 < self.first or i + 1 >= self.last or i - 1 not in self.names or i in self.names:
            return False
        if self.tags[i] not in ("NNS", "JJ", "VBN") or self.lowers[i] not in verb_forms():
            return False
        behind = self.names.get(i + 1)
        if behind is not None and behind.label == "person" and is_title(self.lowers[i]):
            return False  # "the Acme engineers Ann Lee and Bo Chen"
        return (
            i + 1 in self.names or self.tags[i + 1] in ("DT", "PRP$") or self.lowers[i + 1] in ("on", "under")
        )

    def _read_phrases(self) -> Iterator[Phrase]:
        letters = self._categories()
        cuts = self._names_after_plurals()
        for match in _PHRASE.finditer(letters):
            first, last = self.first + match.start(), self.first + match.end()
            if last < self.last and self.words[last] == "#" and self.names.get(last) is not None:
                last += self.names.get(last) is self.names.get(last - 1)  # "C#" as two tokens
            cut = next((i for i in cuts if first < i < last), None) if cuts else None
            if cut is None and last - first > 1 and self.deps[last - 1] in NOUN_SUBJECTS:
                cut = self._subject_behind_noun(first, last)
            if cut is not None:
                before = letters[first - self.first : cut - self.first]
                if "N" in before:  # not "something | the firm wants to do"
                    yield self._phrase(before, first, cut)
                first = cut
            yield self._phrase(letters[first - self.first : last - self.first], first, last)

    def _names_after_plurals(self) -> list[int]:
        """Where names begin that a plural noun stands before: "one of the reasons | Python has ..."."""
        return [
            i
            for i, name in self.names.items()
            if self.tags[i - 1] == "NNS" and self.names.get(i - 1) is None and name.label != "person"
        ]

    def _subject_behind_noun(self, first: int, last: int) -> int | None:
        """Where the subject of a relative clause without a pronoun begins, within a run of nouns: "the votes
        | senators cast", "the amount | Norvale raised".
        """
        heads, subject = self.columns.heads, last - 1
        verb, noun = heads[subject], subject - 1
        while noun > first and heads[noun] == subject and self.tags[noun] not in ("NN", "NNS"):
            noun -= 1
        tag = self.tags[noun]
        if verb < last or tag not in ("NN", "NNS") or self.names.get(noun, self) is self.names.get(subject):
            return None
        if self.deps[verb] == "acl:relcl" and heads[verb] == noun:
            return noun + 1
        # Not of "The maker Drexon makes", where a tree may give a verb two subjects
        is_second = tag == "NNS" and self.tags[subject] in PROPER_TAGS
        is_second = is_second and self.deps[noun] in NOUN_SUBJECTS and heads[noun] == verb
        return noun + 1 if is_second else None

    def _phrase(self, letters: str, first: int, last: int) -> Phrase:
        possessor = None
        if ("P" in letters or "S" in letters) and not (self.names and self._is_one_name(letters, first)):
            mark = max(letters.rfind("P"), letters.rfind("S"))
            owner = letters[:mark] + ("N" if letters[mark] == "S" else "")
            possessor = self._phrase(owner, first, first + len(owner))
            first, letters = first + mark + 1, letters[mark + 1 :]
        while letters[0] == "H" or (letters[0] == "Q" and "Q" not in letters[1:]):
            first, letters = first + 1, letters[1:]
        while letters[-1] == "Q" and letters.count("Q") % 2:
            last, letters = last - 1, letters[:-1]
        if letters == "I":
            return Phrase(self.columns, first, last, first)
        head = first + letters.rfind("N")
        if not self.names:
            return Phrase(self.columns, first, last, head, None, (), possessor)
        name = self.names.get(head)
        if (
            name is not None
            and possessor is not None
            and possessor.name is name
            and self.words[head].islower()
        ):
            name = None  # "Google's lab" taken as one name
        if name is not None and self._is_category_with_name(first, head, name):
            return Phrase(self.columns, first, last, head, None, (name,), possessor)
        if head == first:
            return Phrase(self.columns, first, last, head, name, (), possessor)
        inner = dict.fromkeys(
            found
            for i in range(first, head)
            if (found := self.names.get(i)) is not None and found is not name
        )
        return Phrase(self.columns, first, last, head, name, tuple(inner), possessor)

    def _is_one_name(self, letters: str, first: int) -> bool:
        """Whether the last possessive mark of a phrase stands inside a name: "St Anne's Hospital"."""
        owner = first + max(letters.rfind("P") - 1, letters.rfind("S"))
        head = first + letters.rfind("N")
        name = self.names.get(head)
        return (
            name is not None
            and owner < head
            and name is self.names.get(owner)
            and self.words[head][:1].isupper()
            and self.lowers[head] not in _NAMED_UNITS
        )

    def _is_category_with_name(self, first: int, head: int, name: NameMention) -> bool:
        """Whether a name taken as one is a common noun after a name: "a PyTorch Model"."""
        return (
            self.word(first) in _INDEFINITE_ARTICLES
            and self.starts[head] > name.start
            and self.word(head) in kind_nouns()
        )

    def phrase_at(self, i: int) -> Phrase | None:
        """The phrase that holds token `i`."""
        if not self._at and self.phrases:
            self._at = self._phrases_by_token()
        return self._at.get(i)

    def phrase_of_name(self, name: NameMention, within: Phrase) -> Phrase | None:
        """The tokens of a name inside a phrase as a phrase of their own."""
        tokens = [
            i for i in range(max(self.first, within.first - 8), within.last) if self.names.get(i) is name
        ]
        return Phrase(self.columns, tokens[0], tokens[-1] + 1, tokens[-1], name) if tokens else None

    def phrase_from(self, i: int) -> Phrase | None:
        """The phrase that starts at token `i`, adverbs, marks and a possessor before it aside."""
        phrase = self.phrase_at(i)
        while phrase is None and i < self.last and (self.words[i] in QUOTES or self.tags[i].startswith("RB")):
            i += 1
            phrase = self.phrase_at(i)
        if phrase is None:
            return None
        for later in self._owners(phrase):
            phrase = later
        return phrase if phrase.first >= i or phrase.possessor is not None or phrase.first == i else None

    def _owners(self, phrase: Phrase) -> Iterator[Phrase]:
        """The phrase that `phrase` is the possessor of."""
        after = self.phrase_at(phrase.last + 1) or self.phrase_at(phrase.last)
        if after is not None and after.possessor is not None and after.possessor.first == phrase.first:
            yield after

    def phrase_until(self, i: int) -> Phrase | None:
        """The phrase whose last token is before token `i`, marks and brackets between aside."""
        for _ in range(3):
            while i > self.first and self.words[i - 1] in QUOTES:
                i -= 1
            if i <= self.first or self.words[i - 1] != ")":
                break
            i -= 1
            while i > self.first and self.words[i] != "(":
                i -= 1
        phrase = self.phrase_at(i - 1)
        return phrase if phrase is not None and phrase.last == i else None

    def text(self, first: int, last: int) -> Offsets:
        """Characters of a run of tokens."""
        return self.starts[first], self.ends[last - 1]

    def is_proper(self, phrase: Phrase) -> bool:
        """Whether a phrase names something, by the names found or, where none was, by its tag and capital."""
        if phrase.is_named:
            return True
        head = phrase.head
        if self.tags[head] not in PROPER_TAGS:
            return False
        word, start = self.words[head], self.starts[head]
        is_name = word[:1].isupper() and len(word) > 2
        return is_name and not any(date.start <= start < date.end for date in self.sentence.dates)

    def word(self, i: int) -> str:
        """Token `i` in lower case; nothing outside the sentence."""
        return self.lowers[i] if self.first <= i < self.last else ""


_LABEL_CLASSES = {
    "organization": "organization",
    "person": "person",
    "place": "place",
    "product": "product",
    "language": "language",
}


def classes_of(phrase: Phrase) -> frozenset[str]:
    """The classes of what a phrase stands for: by its name's label, else by its noun."""
    if phrase.name is not None:
        return frozenset({_LABEL_CLASSES[phrase.name.label]})
    return kind_nouns().get(phrase.noun, frozenset())
