"""Base noun phrases of a sentence, read from part-of-speech tags and names, and what their nouns stand for.

Tags are right far more often than the arcs of a parse, so phrases do without arcs. Without tags the names are
the only phrases. Token positions are indices into the `Doc`, ends are exclusive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

    from claimcheck.claims.subjects import Offsets
    from claimcheck.normalising.document import NormalisedDocument, Sentence
    from claimcheck.tagging.names import NameMention

NEGATORS = frozenset({"not", "n't", "n’t", "never"})
QUOTES = frozenset("\"“”*‘’'`") | {"``", "''"}
MARKS = frozenset({"'s", "’s", "‘s", "'", "’", "s"})
_ATTACHED_MARKS = ("‘s", "'s", "’s")  # the first is a typing error that no tokenizer splits off


@dataclass(frozen=True, slots=True)
class Phrase:
    """A base noun phrase: determiner to head, without what follows the head.

    Attributes:
        first, last: its tokens, end exclusive.
        head: the token of its last noun.
        name: the name that ends in it, if its head belongs to one.
        inner: names before the head: "Rust" in "the Rust compiler"; not the possessor's.
        possessor: tokens of "Acme" in "Acme's new phone"; the phrase itself then starts after the mark.
    """

    doc: Doc = field(repr=False, compare=False)
    first: int
    last: int
    head: int
    name: NameMention | None = None
    inner: tuple[NameMention, ...] = ()
    possessor: Phrase | None = None

    @property
    def start(self) -> int:
        """Where it begins, in characters of the passage."""
        return self.doc[self.first].idx

    @property
    def end(self) -> int:
        """Where it ends."""
        token = self.doc[self.last - 1]
        end = token.idx + len(token)
        if token.text.endswith(_ATTACHED_MARKS) and len(token) > 2:
            return end - 2
        return end

    @property
    def text(self) -> str:
        """As written."""
        return text_of(self.doc)[self.start : self.end]

    @property
    def noun(self) -> str:
        """The head in lower case."""
        return self.doc[self.head].lower_

    @property
    def is_named(self) -> bool:
        """Whether it names something: "Redis", "the Rust compiler"."""
        return self.name is not None or bool(self.inner)

    @property
    def name_text(self) -> str:
        """The name it ends in, without the nouns before it: "Ann Lee" of "founder Ann Lee"; else all."""
        start, end = self.name_span
        return text_of(self.doc)[start:end]

    @property
    def name_span(self) -> tuple[int, int]:
        """Where `name_text` stands."""
        if self.name is None or self.doc[self.last - 1].idx >= self.name.end:
            return self.start, self.end
        return max(self.start, self.name.start), self.end

    @property
    def determiner(self) -> str:
        """Its first word in lower case if that is a determiner or a possessive, else nothing."""
        token = self.doc[self.first]
        is_determiner = token.tag_ in ("DT", "PDT", "PRP$", "WP$") or token.lower_ in _DETERMINERS
        return token.lower_ if is_determiner else ""


_DETERMINERS = frozenset("a an the its their his her our my your this these that those one".split())

_AFTER_NOUNS = frozenset({",", ".", ")", ";", "of", "at", "for"})

# One letter per token: Determiner, Adjective, Verb form that modifies, adverb (R), number (C), Noun,
# possessive mark (P), noun with the mark in the same token (S), hyphen or slash (H), quotation mark (Q),
# comma, and (&), pronoun (I), other (O).
_MODIFIERS = r"(?:R*[AVC](?:(?:,|,?&)(?=R*[AV]))?|N|H|QD*)"
# No noun has more modifiers, and without a bound a line of quotation marks takes time in its square.
_RUN = rf"D{{0,8}}{_MODIFIERS}{{0,30}}"
_PHRASE = re.compile(rf"I|{_RUN}(?:(?:NC?Q?P|S){_RUN}){{0,8}}NC?Q?")


class SentencePhrases:
    """The base noun phrases of one sentence, and its words."""

    __slots__ = ("_at", "doc", "document", "first", "last", "names", "phrases", "sentence")

    def __init__(self, document: NormalisedDocument, sentence: Sentence) -> None:
        self.document = document
        self.sentence = sentence
        self.doc = document.doc
        self.first = sentence.span.start
        self.last = sentence.span.end
        self.names = self._names_by_token()
        self.phrases = tuple(self._read_phrases())
        self._at = {i: phrase for phrase in self.phrases for i in range(phrase.first, phrase.last)}
        for phrase in self.phrases:
            if phrase.possessor is not None:
                owner: Phrase | None = phrase.possessor
                while owner is not None:
                    for i in range(owner.first, owner.last):
                        self._at.setdefault(i, owner)
                    owner = owner.possessor

    def _names_by_token(self) -> dict[int, NameMention]:
        by_token = {}
        tokens = iter(range(self.first, self.last))
        i = next(tokens, None)
        for name in self.sentence.names:
            while i is not None and self.doc[i].idx + len(self.doc[i]) <= name.start:
                i = next(tokens, None)
            while i is not None and self.doc[i].idx < name.end:
                by_token[i] = name
                i = next(tokens, None)
        return by_token

    def _category(self, i: int, before: str) -> str:
        """The letter of `_PHRASE` for a token."""
        token = self.doc[i]
        text = token.text
        tag = token.tag_
        if text in QUOTES and tag != "POS":
            return "Q"
        if text in MARKS and (tag == "POS" or not tag) and before in ("N", "Q"):
            return "P"
        if i in self.names and not token.is_punct:
            if text.endswith(_ATTACHED_MARKS):
                return "S"
            return "C" if token.like_num and before == "O" else "N"
        if text == ",":
            return ","
        if text in ("-", "–", "/"):
            return "H"
        if tag and not tag.startswith("NN") and self._is_hyphenated(i):
            return "A"  # "of" and "the" in "state-of-the-art", "to" in "go-to"
        if text == "#":
            return "A"
        if text.lower() in ("and", "&"):
            return "&"
        if not tag:
            if text.lower() in _DETERMINERS:
                return "D"
            return "N" if kind_nouns().get(text, frozenset()) - {"frame", "evaluation", "data"} else "O"
        return self._tagged_category(token, tag, before)

    def _is_hyphenated(self, i: int) -> bool:
        """Whether a hyphen without a space joins the token to another one."""
        doc = self.doc
        joins_next = i + 1 < self.last and not doc[i].whitespace_ and doc[i + 1].text == "-"
        joins_last = i - 1 > self.first and doc[i - 1].text == "-" and not doc[i - 1].whitespace_
        return joins_next or (joins_last and not doc[i - 2].whitespace_ and doc[i].is_alpha)

    def _tagged_category(self, token: Token, tag: str, before: str) -> str:
        if self.is_verb_after_name(token.i):
            return "O"
        if tag in ("DT", "PDT", "PRP$", "WP$"):
            return "D"
        if tag.startswith("NN"):
            return "S" if token.text.endswith(_ATTACHED_MARKS) else "N"
        if tag in ("JJ", "JJR", "JJS", "AFX"):
            if before == "N" and token.lower_ in ("last", "next"):
                return "D"  # "rewritten in Go | last year"
            if before in ("D", "P", "A") and self._ends_a_phrase(token.i):
                return "N"  # "an academic, ...", "its chief executive"
            return "A"
        if tag == "CD":
            return "C"
        if tag in ("PRP", "WP"):
            return "I"
        if tag in ("RB", "RBS", "RBR"):
            return "R" if token.lower_ not in NEGATORS else "O"
        if before == "R" and self.doc[max(self.first, token.i - 2)].tag_ in ("DT", "PRP$", "JJ"):
            before = "A"
        follows_name = token.i - 1 in self.names and before == "N"
        if (
            tag in ("VBG", "VBN")
            and not follows_name
            and (before in ("D", "A", "P", "C", "H", "S") or token.dep_ in ("amod", "compound"))
        ):
            return "V"
        return "O"

    def _ends_a_phrase(self, i: int) -> bool:
        """Whether an adjective stands where a noun would: before a mark or "of", and no second adjective."""
        if self.word(i + 1) == "," and i + 2 < self.last:
            return self.doc[i + 2].tag_ not in ("JJ", "JJR", "JJS", "VBN", "VBG", "RB")
        return self.word(i + 1) in _AFTER_NOUNS

    def is_verb_after_name(self, i: int) -> bool:
        """Whether a word tagged as noun or adjective is the verb of a name: "Orbit powers the city".

        Taggers take many short sentences with an unknown name for noun phrases.
        """
        if i - 1 < self.first or i + 1 >= self.last or i - 1 not in self.names or i in self.names:
            return False
        if self.doc[i].tag_ not in ("NNS", "JJ", "VBN") or self.doc[i].lower_ not in verb_forms():
            return False
        following = self.doc[i + 1]
        return i + 1 in self.names or following.tag_ in ("DT", "PRP$") or following.lower_ in ("on", "under")

    def _read_phrases(self) -> Iterator[Phrase]:
        letters = []
        before = "O"
        for i in range(self.first, self.last):
            before = self._category(i, before)
            letters.append(before)
        for match in _PHRASE.finditer("".join(letters)):
            first, last = self.first + match.start(), self.first + match.end()
            cut = self._plural_before_name(first, last)
            if cut is not None:
                yield self._phrase("".join(letters[first - self.first : cut - self.first]), first, cut)
                first = cut
            yield self._phrase("".join(letters[first - self.first : last - self.first]), first, last)

    def _plural_before_name(self, first: int, last: int) -> int | None:
        """Where a name that a plural noun stands before begins: "one of the reasons | Python has ..."."""
        for i in range(first + 1, last):
            name = self.names.get(i)
            if (
                name is not None
                and self.doc[i - 1].tag_ == "NNS"
                and self.names.get(i - 1) is None
                and name.label != "person"
            ):
                return i
        return None

    def _phrase(self, letters: str, first: int, last: int) -> Phrase:
        possessor = None
        mark = max(letters.rfind("P"), letters.rfind("S"))
        if mark >= 0:
            owner = letters[:mark] + ("N" if letters[mark] == "S" else "")
            possessor = self._phrase(owner, first, first + len(owner))
            first, letters = first + mark + 1, letters[mark + 1 :]
        while letters[0] == "H" or (letters[0] == "Q" and "Q" not in letters[1:]):
            first, letters = first + 1, letters[1:]
        while letters[-1] == "Q" and letters.count("Q") % 2:
            last, letters = last - 1, letters[:-1]
        if letters == "I":
            return Phrase(self.doc, first, last, first)
        head = first + letters.rfind("N")
        name = self.names.get(head)
        if name is not None and possessor is not None and possessor.name is name and self.doc[head].is_lower:
            name = None  # "Google's lab" taken as one name
        if name is not None and self._is_category_with_name(first, head, name):
            return Phrase(self.doc, first, last, head, None, (name,), possessor)
        inner = dict.fromkeys(
            found
            for i in range(first, head)
            if (found := self.names.get(i)) is not None and found is not name
        )
        return Phrase(self.doc, first, last, head, name, tuple(inner), possessor)

    def _is_category_with_name(self, first: int, head: int, name: NameMention) -> bool:
        """Whether a name taken as one is a common noun after a name: "a PyTorch Model"."""
        return (
            self.word(first) in ("a", "an")
            and self.doc[head].idx > name.start
            and self.word(head) in kind_nouns()
        )

    def phrase_at(self, i: int) -> Phrase | None:
        """The phrase that holds token `i`."""
        return self._at.get(i)

    def phrase_of_name(self, name: NameMention, within: Phrase) -> Phrase | None:
        """The tokens of a name inside a phrase as a phrase of their own."""
        tokens = [
            i for i in range(max(self.first, within.first - 8), within.last) if self.names.get(i) is name
        ]
        return Phrase(self.doc, tokens[0], tokens[-1] + 1, tokens[-1], name) if tokens else None

    def phrase_from(self, i: int) -> Phrase | None:
        """The phrase that starts at token `i`, adverbs, marks and a possessor before it aside."""
        while (
            i < self.last
            and i not in self._at
            and (self.doc[i].text in QUOTES or self.doc[i].tag_.startswith("RB"))
        ):
            i += 1
        phrase = self._at.get(i)
        if phrase is None:
            return None
        for later in self._owners(phrase):
            phrase = later
        return phrase if phrase.first >= i or phrase.possessor is not None or phrase.first == i else None

    def _owners(self, phrase: Phrase) -> Iterator[Phrase]:
        """The phrase that `phrase` is the possessor of."""
        after = self._at.get(phrase.last + 1) or self._at.get(phrase.last)
        if after is not None and after.possessor is not None and after.possessor.first == phrase.first:
            yield after

    def phrase_until(self, i: int) -> Phrase | None:
        """The phrase whose last token is before token `i`, marks and brackets between aside."""
        for _ in range(3):
            while i > self.first and self.doc[i - 1].text in QUOTES:
                i -= 1
            if i <= self.first or self.doc[i - 1].text != ")":
                break
            i -= 1
            while i > self.first and self.doc[i].text != "(":
                i -= 1
        phrase = self._at.get(i - 1)
        return phrase if phrase is not None and phrase.last == i else None

    def text(self, first: int, last: int) -> Offsets:
        """Characters of a run of tokens."""
        token = self.doc[last - 1]
        return self.doc[first].idx, token.idx + len(token)

    def is_proper(self, phrase: Phrase) -> bool:
        """Whether a phrase names something, by the names found or, where none was, by its tag and capital."""
        if phrase.is_named:
            return True
        token = self.doc[phrase.head]
        is_name = token.tag_ in ("NNP", "NNPS") and token.text[:1].isupper() and len(token) > 2
        return is_name and not any(date.start <= token.idx < date.end for date in self.sentence.dates)

    def word(self, i: int) -> str:
        """Token `i` in lower case; nothing outside the sentence."""
        return self.doc[i].lower_ if self.first <= i < self.last else ""

    def compound(self, i: int) -> str:
        """Token `i` in lower case with what hyphens join to it from the left: "fine-tuned"."""
        word = self.word(i)
        while i - 2 >= self.first and self.doc[i - 1].text == "-" and not self.doc[i - 2].whitespace_:
            i -= 2
            word = f"{self.word(i)}-{word}"
        return word


@cache
def kind_nouns() -> Mapping[str, frozenset[str]]:
    """Common nouns, singular and plural, and the classes of things they stand for (`kind_nouns.csv`)."""
    classes: dict[str, set[str]] = {}
    for row in load_rows("en/kind_nouns.csv"):
        for form in row["forms"].split("|"):
            classes.setdefault(form, set()).add(row["class"])
    return {form: frozenset(found) for form, found in classes.items()}


@cache
def verb_forms() -> frozenset[str]:
    """Present and past forms of the verbs of `relation_verbs.csv`."""
    forms = (form for row in load_rows("en/relation_verbs.csv") for form in row["forms"].split("|"))
    return frozenset(form for form in forms if form.endswith(("s", "ed")))


@cache
def transparent_nouns() -> frozenset[str]:
    """Nouns that frame what follows them with "of": "a set of tools", "the power of PyTorch"."""
    return frozenset(form for form, classes in kind_nouns().items() if "frame" in classes)


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
