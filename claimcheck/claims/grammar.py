"""What the relation kinds share: phrases, verbs with their arguments, and which phrase describes which.

Base noun phrases are read from the part-of-speech tags and from the names, because tags are right far more
often than the arcs of a parse; arcs decide where the words next to each other do not. Without tags the names
are the only phrases. Token positions are indices into the `Doc`, ends are exclusive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from claimcheck.claims.base import Draft
    from claimcheck.claims.subjects import Offsets
    from claimcheck.normalising.document import NormalisedDocument, Sentence
    from claimcheck.tagging.names import NameMention

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "’s", "‘s", "'re", "’re", "'m", "’m", "am", "ai"})
HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d", "’d"})
RELATIVE = frozenset({"which", "that", "who"})
_NEGATORS = frozenset({"not", "n't", "n’t", "never"})
_MARKS = frozenset({"'s", "’s", "‘s", "'", "’", "s"})
_ATTACHED_MARKS = ("‘s", "'s", "’s")  # the first is a typing error that no tokenizer splits off
_QUOTES = frozenset("\"“”*‘’'`") | {"``", "''"}

# Longest way from a verb to an argument of it that no arc gives: "developed, according to X, by Y" is not read.
MAX_GAP_TOKENS = 12


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
        """Whether it names something: "BioGPT", "the Rust compiler"."""
        return self.name is not None or bool(self.inner)

    @property
    def name_text(self) -> str:
        """The name it ends in, without the common nouns before it: "Ann Lee" of "founder Ann Lee"; else the phrase."""
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


_DETERMINERS = frozenset(
    {"a", "an", "the", "its", "their", "his", "her", "our", "my", "your", "this", "these", "that", "those", "one"}
)

# One letter per token: Determiner, Adjective, Verb form that modifies, adverb (R), number (C), Noun,
# possessive mark (P), noun with the mark in the same token (S), hyphen or slash (H), quotation mark (Q), comma,
# and (&), pronoun (I), other (O).
_MODIFIERS = r"(?:R*[AVC](?:(?:,|,?&)(?=R*[AV]))?|N|H|QD*)"
_PHRASE = re.compile(rf"I|D*{_MODIFIERS}*(?:(?:NC?Q?P|S)D*{_MODIFIERS}*)*NC?Q?")


@dataclass(frozen=True, slots=True)
class Description:
    """One phrase said to be another: "Skylake is a microarchitecture".

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


class SentenceGrammar:
    """Phrases and clauses of one sentence."""

    __slots__ = ("_at", "_descriptions", "doc", "document", "first", "last", "names", "phrases", "sentence")

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
        self._descriptions: tuple[Description, ...] | None = None

    # Phrases

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
        if text in _QUOTES and tag != "POS":
            return "Q"
        if text in _MARKS and (tag == "POS" or not tag) and before in ("N", "Q"):
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
            return "D" if text.lower() in _DETERMINERS else "O"
        return self._tagged_category(token, tag, before)

    def _is_hyphenated(self, i: int) -> bool:
        """Whether a hyphen without a space joins the token to another one."""
        doc = self.doc
        joins_next = i + 1 < self.last and not doc[i].whitespace_ and doc[i + 1].text == "-"
        joins_last = i - 1 > self.first and doc[i - 1].text == "-" and not doc[i - 1].whitespace_
        return joins_next or (joins_last and not doc[i - 2].whitespace_ and doc[i].is_alpha)

    def _tagged_category(self, token: Token, tag: str, before: str) -> str:
        if tag in ("DT", "PDT", "PRP$", "WP$"):
            return "D"
        if tag.startswith("NN"):
            return "S" if token.text.endswith(_ATTACHED_MARKS) else "N"
        if tag in ("JJ", "JJR", "JJS", "AFX"):
            if before == "N" and token.lower_ in ("last", "next"):
                return "D"  # "rewritten in Go | last year"
            return "A"
        if tag == "CD":
            return "C"
        if tag in ("PRP", "WP"):
            return "I"
        if tag in ("RB", "RBS", "RBR"):
            return "R" if token.lower_ not in _NEGATORS else "O"
        follows_name = token.i - 1 in self.names and before == "N"
        if tag in ("VBG", "VBN") and not follows_name and (before in ("D", "A", "P", "C", "H", "S") or token.dep_ in ("amod", "compound")):
            return "V"
        return "O"

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
            if name is not None and self.doc[i - 1].tag_ == "NNS" and self.names.get(i - 1) is None and name.label != "person":
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
            found for i in range(first, head) if (found := self.names.get(i)) is not None and found is not name
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
        tokens = [i for i in range(max(self.first, within.first - 8), within.last) if self.names.get(i) is name]
        return Phrase(self.doc, tokens[0], tokens[-1] + 1, tokens[-1], name) if tokens else None

    def phrase_from(self, i: int) -> Phrase | None:
        """The phrase that starts at token `i`, adverbs, marks and a possessor before it aside."""
        while i < self.last and i not in self._at and (self.doc[i].text in _QUOTES or self.doc[i].tag_.startswith("RB")):
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
            while i > self.first and self.doc[i - 1].text in _QUOTES:
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

    # Words

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

    def is_verb(self, i: int) -> bool:
        """Whether token `i` is a verb; without tags any word that is no name may be."""
        tag = self.doc[i].tag_
        return tag.startswith("V") or tag == "MD" if tag else i not in self.names

    def is_finite(self, i: int) -> bool:
        """Whether token `i` is a finite verb."""
        return self.first <= i < self.last and self.doc[i].tag_ in FINITE

    def after_adverbs(self, i: int) -> int:
        """The first token from `i` on that is no adverb."""
        while i < self.last and (self.doc[i].tag_.startswith("RB") or self.word(i) in _NEGATORS) and i not in self.names:
            i += 1
        return i

    def group_start(self, verb: int) -> int:
        """Where the verb with its auxiliaries begins: "has not been released"."""
        i = verb
        while i - 2 >= self.first and self.doc[i - 1].text == "-" and not self.doc[i - 2].whitespace_:
            i -= 2  # "fine-tuned", "co-founded"
        while i > self.first:
            token = self.doc[i - 1]
            before = token.lower_
            if not (
                before in BE or before in HAVE or token.tag_ in ("MD", "RB", "TO") or token.pos_ == "AUX" or before in _NEGATORS
            ) or (i - 1) in self.names:
                break
            i -= 1
        while i < verb and self.doc[i].tag_ == "RB" and self.doc[i].lower_ not in _NEGATORS:
            i += 1
        return i

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is a passive or a participle that follows what it acts on."""
        token = self.doc[verb]
        if token.tag_ in ("VBZ", "VBP", "VB", "VBG"):
            return False
        for i in range(verb - 1, max(self.first, self.group_start(verb)) - 1, -1):
            before = self.doc[i].lower_
            if before in BE or before in ("get", "gets", "got"):
                return True
            if before in HAVE:
                return False
        after = self.word(self.after_adverbs(verb + 1))
        if after == "by":
            return True
        if token.tag_ == "VBN":
            return True
        if not token.tag_:
            return False
        # "a library developed at Acme", with the participle taken for a past tense
        has_subject = any(child.dep_ in SUBJECTS for child in token.children)
        return token.dep_ in ("acl",) and not has_subject

    # Arguments

    def subjects_of(self, verb: int) -> list[Phrase]:
        """What the verb's clause is about, each member of a coordination by itself."""
        phrase = self.subject_of(verb)
        return [] if phrase is None else self.members(phrase)

    def subject_of(self, verb: int) -> Phrase | None:
        """What the verb's clause is about; for a participle after a noun, that noun."""
        beside = self._subject_beside(verb)
        start = self.group_start(verb)
        if not self.document.is_parsed:
            return beside
        if beside is not None and self.word(start - 1) == "," and self.doc[verb].tag_ == "VBN" and start + 2 > verb:
            if self.word(start) not in BE:
                return beside  # "Natsu Higuchi, also known as": the arcs of such participles are the least sure
        before = self.before_insertion(start)
        if before is not None:
            return before
        token = self.doc[verb]
        for _ in range(8):  # longer chains of clauses are misread ones
            for child in token.children:
                if child.dep_ in SUBJECTS and child.i < token.i:
                    found = self._antecedent(child, token)
                    if found is not None:
                        return found
            head = token.head
            if token.dep_ in ("acl:relcl", "acl"):
                return self._at.get(head.i) or beside
            if token.dep_ not in ("conj", "xcomp", "advcl", "aux", "aux:pass", "cop", "parataxis", "ccomp"):
                break
            if head.i == token.i or not self.first <= head.i < self.last:
                break
            if token.dep_ in ("ccomp", "parataxis") and beside is not None:
                break
            token = head
        return beside

    def before_insertion(self, start: int) -> Phrase | None:
        """The subject before an insertion that ends right before the verb group: "Acme, once called Orbit, is"."""
        if self.word(start - 1) != "," or not self.is_finite(start):
            return None
        for i in range(start - 2, max(self.first, start - 3 * MAX_GAP_TOKENS), -1):
            if self.is_finite(i):
                return None
            if self.word(i) == ",":
                phrase = self.phrase_until(i)
                if phrase is None or (self.word(i + 1) in ("and", "or")):
                    continue
                outer = self.outermost(phrase)
                if outer is not None and outer.is_named and (outer.first == self.first or self.word(outer.first - 1) in (",", "and", "that", '"', "“", "but")):
                    return outer
        return None

    def _antecedent(self, subject: Token, verb: Token) -> Phrase | None:
        """The phrase of a subject; what a relative pronoun stands for."""
        if subject.lower_ not in RELATIVE or (subject.lower_ == "that" and subject.tag_ == "DT"):
            return self._at.get(subject.i)
        before = subject.i - 1
        if self.word(before) == ",":
            before -= 1
        beside = self.phrase_until(before + 1)
        head = self._at.get(verb.head.i) if verb.dep_ in ("acl:relcl", "acl") else None
        return head or beside

    def _subject_beside(self, verb: int) -> Phrase | None:
        """The phrase right before the verb group, over a relative pronoun and a bracket or comma insertion."""
        start = self.group_start(verb)
        i = start
        if self.word(i - 1) in RELATIVE and i - 1 not in self.names:
            i -= 1
        if self.word(i - 1) == ",":
            i -= 1
        phrase = self.phrase_until(i)
        if phrase is None or i < start or not self.is_finite(start):
            return phrase
        return self.outermost(phrase)

    def outermost(self, phrase: Phrase) -> Phrase | None:
        """The phrase that a chain such as "the head of the lab at Acme" begins with; None after a mere preposition."""
        for _ in range(4):
            first = phrase.possessor.first if phrase.possessor is not None else phrase.first
            if self.word(first - 1) not in _PREPOSITIONS:
                return phrase
            before = self.phrase_until(first - 1)
            if before is None:
                return None
            phrase = before
        return phrase

    def chain(self, phrase: Phrase) -> list[Phrase]:
        """The phrase and those it hangs on by prepositions, the innermost first."""
        found = [phrase]
        for _ in range(4):
            inner = found[-1]
            first = inner.possessor.first if inner.possessor is not None else inner.first
            before = self.phrase_until(first - 1) if self.word(first - 1) in _PREPOSITIONS else None
            if before is None:
                return found
            found.append(before)
        return found

    def object_of(self, verb: int) -> Phrase | None:
        """What follows the verb as its object."""
        i = self.after_adverbs(verb + 1)
        beside = self.phrase_from(i)
        if beside is not None and not self.is_finite(beside.last):
            return beside
        if self.document.is_parsed:
            for child in self.doc[verb].rights:
                if child.dep_ == "obj" and child.i < self.last:
                    return self._at.get(child.i)
        return beside

    def complement(self, start: int, prepositions: tuple[str, ...], *, limit: int = MAX_GAP_TOKENS) -> Phrase | None:
        """The phrase after the first of the prepositions from token `start` on, before any other verb."""
        i = start
        while i < min(self.last, start + limit):
            for preposition in prepositions:
                words = preposition.split()
                if all(self.word(i + k) == word for k, word in enumerate(words)):
                    phrase = self.phrase_from(i + len(words))
                    if phrase is not None:
                        return phrase
            token = self.doc[i]
            if token.text in (";", ":") or (token.tag_ in FINITE and i not in self._at):
                return None
            i += 1
        return None

    # Coordination and reduction

    def members(self, phrase: Phrase) -> list[Phrase]:
        """The phrase and what is coordinated with it after it: "Python, PyTorch, and the new compiler"."""
        found = [phrase]
        while True:
            nxt, is_last = self._next_member(found[-1])
            if nxt is None or not self._goes_on(phrase, nxt):
                return found if len(found) < 3 or not self._is_run_on(found) else found[:1]
            found.append(nxt)
            if is_last:
                return found

    def joint(self, phrase: Phrase) -> Phrase:
        """A coordination as one phrase: "OpenAI and Microsoft"."""
        members = self.members(phrase)
        return phrase if len(members) == 1 else replace(phrase, last=members[-1].last)

    def _is_run_on(self, found: list[Phrase]) -> bool:
        """Whether commas alone join the phrases, as appositions would be."""
        return False if all(self._has_name(p) for p in found) else self.word(found[-1].first - 1) == ","

    @staticmethod
    def _has_name(phrase: Phrase) -> bool:
        return phrase.is_named

    def _next_member(self, phrase: Phrase) -> tuple[Phrase | None, bool]:
        """The phrase joined to this one, and whether "and" says it is the last."""
        i = phrase.last
        while self.word(i) in _QUOTES:
            i += 1
        if self.word(i) == "(":
            close = i
            while close < self.last and self.doc[close].text != ")":
                close += 1
            i = close + 1 if close - i <= MAX_GAP_TOKENS else i
        has_comma = self.word(i) == ","
        i += has_comma
        joint = self.word(i)
        is_last = joint in ("and", "or", "&", "/", "plus") or (joint == "as" and self.word(i + 1) == "well")
        if is_last:
            i += 3 if joint == "as" else 1
        if not has_comma and not is_last:
            return None, False
        if self.word(i) == "(" and self.word(i + 2) == ")":  # "(2) the second item"
            i += 3
        return self.phrase_from(i), is_last

    def _goes_on(self, first: Phrase, member: Phrase) -> bool:
        """Whether a joined phrase is another member and not the subject of a clause of its own."""
        if self.doc[member.first].tag_ in ("PRP", "WP"):
            return False
        after = self.after_adverbs(member.last)
        if not self.is_finite(after):
            comma_only = self.word(member.first - 1) == ","
            # ", a company that ..." after a name is an apposition
            return not (comma_only and first.is_named and member.determiner and not member.is_named)
        if any(self.is_finite(i) for i in range(max(self.first, first.first - 3 * MAX_GAP_TOKENS), first.first)):
            return False
        return True

    def content(self, phrase: Phrase) -> Phrase:
        """What a phrase is about where its own noun only measures or frames: "the power of PyTorch"."""
        for _ in range(3):
            if phrase.noun not in transparent_nouns() or phrase.name is not None or self.word(phrase.last) not in ("of", "to"):
                return phrase
            inner = self.phrase_from(phrase.last + 1)
            if inner is None:
                return phrase
            phrase = inner
        return phrase

    def instances(self, phrase: Phrase) -> list[Phrase]:
        """The members of a phrase, or the examples given for it: "platforms such as AWS and GCP"."""
        i = phrase.last
        i += self.word(i) == ","
        if self.word(i) == "like" or self.word(i) == "including" or self.word(i) == "namely":
            example = self.phrase_from(i + 1)
        elif self.word(i) == "such" and self.word(i + 1) == "as":
            example = self.phrase_from(i + 2)
        else:
            example = None
        if example is not None and example.is_named and phrase.name is None:
            return self.members(example)
        return [self.content(member) for member in self.members(phrase)]

    def extended(self, phrase: Phrase) -> int:
        """The token after the phrase and the prepositional phrases that follow it."""
        last = phrase.last
        for _ in range(4):
            if self.word(last) not in ("of", "for", "in", "at", "by", "from", "to", "on", "with"):
                break
            inner = self.phrase_from(last + 1)
            if inner is None:
                break
            last = inner.last
        return last

    # Descriptions

    def descriptions(self) -> tuple[Description, ...]:
        """Every pair of phrases of which one is said to be the other, in reading order."""
        if self._descriptions is None:
            found = [*self._copulas(), *self._appositions(), *self._brackets(), *self._fronted()]
            unique: dict[tuple[int, int], Description] = {}
            for description in found:
                unique.setdefault((description.thing.head, description.category.head), description)
            self._descriptions = tuple(sorted(unique.values(), key=lambda d: (d.first, d.last)))
        return self._descriptions

    def described(self, phrase: Phrase) -> Phrase:
        """The thing that a describing phrase stands for, or the phrase itself."""
        if phrase.name is None:
            for description in self.descriptions():
                if description.category.head == phrase.head and description.form != "called":
                    return description.thing
        return phrase

    def _copulas(self) -> Iterator[Description]:
        for i in range(self.first, self.last):
            word = self.word(i)
            if i in self.names or word not in _COPULAS or (word in _MARKS and self.doc[i].tag_ == "POS"):
                continue
            after = self.after_adverbs(i + 1)
            if any(self.word(k) in _PREPOSITIONS for k in range(i + 1, after)):
                continue
            category = self._predicate(after)
            if category is None or self.doc[category.first].tag_ in ("PRP", "WP"):
                continue
            if category.possessor is not None and category.possessor.first < after:
                continue
            thing = self.subject_of_copula(i, category)
            if thing is None or thing.head >= i:
                continue
            if self.doc[category.head].tag_ == "NNS":
                thing = self.joint(thing)
            start = self.group_start(i)
            for member in self._categories(category):
                first = start if member is category else _possessed_first(member)
                yield Description(thing, member, "copula", first, self.extended(member))

    def _predicate(self, i: int) -> Phrase | None:
        """The phrase that starts at token `i`; "one of the first writers" as one phrase."""
        if self.word(i) == "one" and self.word(i + 1) == "of":
            inner = self.phrase_from(i + 2)
            return None if inner is None else replace(inner, first=i, possessor=None)
        return self.phrase_from(i)

    def subject_of_copula(self, copula: int, category: Phrase) -> Phrase | None:
        """The subject of "is", from the arcs of the predicate or the copula, else the phrase beside it."""
        before = self.before_insertion(self.group_start(copula))
        if before is not None:
            return before
        if self.document.is_parsed:
            for token in (self.doc[category.head], self.doc[copula]):
                for child in token.lefts:
                    if child.dep_ in SUBJECTS and self.first <= child.i < copula:
                        return self._antecedent(child, token)
                if token.dep_ == "conj" and token.i < category.first:
                    break
        return self.subject_of(copula)

    def _categories(self, category: Phrase) -> Iterator[Phrase]:
        """A predicate and its coordinated ones: "the capital of Arizona as well as the largest city in it"."""
        yield category
        current = category
        for _ in range(6):
            i = self._clause_end(self.extended(current))
            comma = self.word(i) == ","
            i += comma
            if self.word(i) in ("and", "or"):
                i += 1
            elif self.word(i) == "as" and self.word(i + 1) == "well":
                i += 3
            elif not comma or not (i == current.last + 1 and self._ends_in_and(i) or self._is_another(category, i)):
                return
            following = self.phrase_from(i)
            if following is None or self.is_finite(self.after_adverbs(self.extended(following))):
                return
            if not following.determiner and following.possessor is None and not self._is_ordinal_phrase(following):
                return
            if following.name is not None:
                return
            current = following
            yield following

    def _clause_end(self, i: int) -> int:
        """Token `i`, or where an infinitive or a bracket that starts there ends: "writers to appear in X (1868)"."""
        if self.word(i) == "to" and self.is_verb(i + 1 if i + 1 < self.last else i):
            i += 2
            if self.word(i) in _PREPOSITIONS:
                i += 1
            phrase = self.phrase_from(i)
            i = self.extended(phrase) if phrase is not None else i
        if self.word(i) == "(":
            close = i
            while close < self.last and close - i < MAX_GAP_TOKENS and self.doc[close].text != ")":
                close += 1
            i = close + 1 if self.word(close) == ")" else i
        return i

    def _ends_in_and(self, i: int) -> bool:
        """Whether the phrase at token `i` is followed by another one after "and"."""
        phrase = self.phrase_from(i)
        return phrase is not None and self.word(phrase.last + (self.word(phrase.last) == ",")) in ("and", "or")

    def _is_another(self, category: Phrase, i: int) -> bool:
        """Whether the phrase at token `i` goes on with the same noun or another rank: "the largest in X, the fifth in Y"."""
        phrase = self.phrase_from(i)
        return phrase is not None and phrase.name is None and (phrase.noun == category.noun or self.is_ranked(phrase))

    def _is_ordinal_phrase(self, phrase: Phrase) -> bool:
        """Whether a superlative, an ordinal or an adjective opens the phrase."""
        first = self.doc[phrase.first]
        return first.tag_ in ("JJS", "JJ", "RBS") or any(
            quantity.kind == "ordinal" and quantity.number_start == first.idx for quantity in self.sentence.quantities
        )

    def is_ranked(self, phrase: Phrase) -> bool:
        """Whether a superlative or an ordinal stands in the phrase."""
        starts = {self.doc[i].idx for i in range(phrase.first, phrase.head)}
        return any(self.doc[i].tag_ in ("JJS", "RBS") for i in range(phrase.first, phrase.head)) or any(
            quantity.kind == "ordinal" and quantity.number_start in starts for quantity in self.sentence.quantities
        )

    def _appositions(self) -> Iterator[Description]:
        for phrase in self.phrases:
            comma = phrase.last
            if self.word(comma) == "(":  # a bracket between a name and its apposition
                close = comma
                while close < self.last and self.doc[close].text != ")":
                    close += 1
                comma = close + 1
            while self.word(comma) in _QUOTES:
                comma += 1
            mark = self.word(comma)
            if mark not in (",", "—", "–", "--"):
                continue
            following = self.phrase_from(comma + 1)
            if following is None or following.first - comma > 2 + (following.possessor is not None) * 6:
                continue
            is_named = self.is_proper(phrase)
            if is_named and (not self._is_category_of(following, phrase) or self._is_opening(phrase, following)):
                following = None
            elif is_named and following.name is None:
                for member in self._categories(following):
                    if not self._closes(self.extended(member), member) and member is following:
                        break
                    yield Description(phrase, member, "apposition", _possessed_first(member), self.extended(member))
                continue
            if (
                following is not None
                and following.name is not None
                and not following.determiner
                and phrase.name is None
                and self._may_name(phrase)
            ):
                end = following.last
                if self._closes(end, following) and self.word(end) not in ("and", "or", "&"):
                    yield Description(following, phrase, "name_after", _possessed_first(phrase), phrase.last)

    def _is_category_of(self, category: Phrase, thing: Phrase) -> bool:
        """Whether the phrase after a comma can say what the named thing before it is."""
        if category.name is not None or self.doc[category.first].tag_ in ("PRP", "WP"):
            return False
        if thing.determiner in ("a", "an") or self.word(category.first) in ("other", "another", "some", "any", "no"):
            return False
        if self.doc[category.head].tag_ == "NNS":
            return False  # "Thrace, the Greek cities": items of a list more often than not
        if thing.possessor is None and self.doc[thing.first - 1].lower_ == "," and not category.determiner:
            return False
        first = self.doc[category.first]
        if not (category.determiner or category.possessor is not None or first.tag_ in ("JJS", "RBS")):
            known = kind_nouns().get(category.noun, frozenset()) & {"organization", "person", "place"}
            return bool(known) and self.word(category.last) in ("of", "at", "for", "in", ",", ".", "to")
        # an item of a list: "Apple, the others, and Ford", "a gold for Ann Lee, a silver for Bo Chen and a bronze"
        end = self.extended(category)
        comma = self.word(end) == ","
        joined = self.phrase_from(end + comma + 1) if self.word(end + comma) in ("and", "or") else None
        if comma and joined is not None and not self.is_finite(self.after_adverbs(self.extended(joined))):
            return False
        is_plain = category.determiner == "the" and end == category.last == category.first + 2
        if joined is not None and is_plain:
            return False  # "he met Acme, the firm and the press"
        outer = self.chain(thing)[-1]
        is_item = outer is not thing and outer.determiner in ("a", "an") and category.determiner in ("a", "an")
        is_person = thing.name is not None and thing.name.label == "person"
        return not is_item or (is_person and joined is None)

    def _is_opening(self, thing: Phrase, category: Phrase) -> bool:
        """Whether the comma ends an opening such as "In the case of Acme, the ..." rather than the name."""
        comma = next((i for i in range(thing.first - 1, self.first, -1) if self.doc[i].text == ","), self.first - 1)
        opener = self.doc[comma + 1]
        is_short = thing.first - comma <= 3
        if opener.tag_ not in ("IN", "VBG", "TO") or not (comma < self.first or is_short):
            return False
        if thing.name is None or thing.name.label == "product":
            return True
        if thing.name.label == "person" or category.determiner in ("a", "an"):
            return False
        return thing.name.label not in kind_nouns().get(category.noun, frozenset())

    def _may_name(self, phrase: Phrase) -> bool:
        """Whether a description may be followed by the name it stands for: "its main rival, Mozilla Firefox"."""
        token = self.doc[phrase.head]
        if token.tag_ not in ("NN", "NNP") or not (phrase.determiner or phrase.possessor is not None):
            return False
        return phrase.noun in kind_nouns() or phrase.possessor is not None or phrase.determiner in ("a", "an", "its", "his", "her", "their")

    def _closes(self, i: int, phrase: Phrase) -> bool:
        """Whether an apposition may end before token `i`: at a mark, a relative clause, the end."""
        if i >= self.last:
            return True
        word = self.word(i)
        if word in (",", ".", ";", ":", ")", "—", "–", "--", "?", "!", "and", "or", "&") or word in RELATIVE | {"whose", "where"}:
            return True
        if word == "(":
            close = i
            while close < self.last and self.doc[close].text != ")":
                close += 1
            return close + 1 >= self.last or not self.is_finite(self.after_adverbs(close + 1))
        if self.doc[i].text in _QUOTES:
            return True
        token = self.doc[i]
        if token.tag_ in FINITE and i not in self.names:
            # "X, the company behind Y shared": a clause of its own only if "X" has no other verb
            return False
        return token.tag_ in ("VBN", "VBG", "IN", "TO") or (token.tag_.startswith("RB") and not self.is_finite(i + 1))

    def _may_list(self, phrase: Phrase, members: list[Phrase]) -> bool:
        """Whether a bracket names what the phrase before it describes: "its editors (Ann Lee and Bo Chen)"."""
        if any("/" in member.text for member in members):
            return False
        if len(members) > 1:
            return self.doc[phrase.head].tag_ == "NNS" and all(member.name is not None for member in members)
        name = members[0].name
        classes = kind_nouns().get(phrase.noun, frozenset())
        return self.doc[phrase.head].tag_ == "NN" and name is not None and name.label in classes - {"product"}

    def _fronted(self) -> Iterator[Description]:
        """ "As the primary language of the project, Python ...": form `as`, said in passing."""
        if self.word(self.first) != "as":
            return
        category = self.phrase_from(self.first + 1)
        if category is None or category.is_named or not category.determiner:
            return
        for i in range(category.last, min(self.last, category.last + 2 * MAX_GAP_TOKENS)):
            if self.is_finite(i):
                return
            name = self.phrase_from(i + 1) if self.word(i) == "," else None
            if name is not None and name.name is not None and self.is_finite(self.after_adverbs(name.last)):
                yield Description(name, category, "as", self.first, category.last)
                return

    def _brackets(self) -> Iterator[Description]:
        for phrase in self.phrases:
            if self.word(phrase.last) != "(":
                continue
            inside = phrase.last + 1
            inner = self.phrase_from(inside)
            if inner is None and self.word(inside + 1) == ",":  # "(remember, the model)"
                inner = self.phrase_from(inside + 2)
            if inner is None:
                continue
            if self.is_proper(phrase) and inner.name is None and inner.determiner and not self.is_finite(self.extended(inner)):
                yield Description(phrase, inner, "bracket", inner.first, self.extended(inner))
            elif phrase.name is None and (phrase.determiner or phrase.possessor) and inner.name is not None:
                members = self.members(inner)
                if self.word(members[-1].last) == ")" and self._may_list(phrase, members):
                    whole = Phrase(self.doc, inner.first, members[-1].last, inner.head, inner.name, inner.inner)
                    yield Description(whole, phrase, "bracket", _possessed_first(phrase), members[-1].last + 1)


_PREPOSITIONS = frozenset(
    "of in at for from to by on with about against between into through during under over within across".split()
)
_COPULAS = BE | {"become", "becomes", "became", "remain", "remains", "remained"}


def _possessed_first(phrase: Phrase) -> int:
    """The first token with the possessor."""
    return phrase.possessor.first if phrase.possessor is not None else phrase.first


def in_every_sentence(
    document: NormalisedDocument, find: Callable[[SentenceGrammar], Iterator[Draft]]
) -> Iterator[Draft]:
    """The drafts of a rule over all sentences."""
    for sentence in document.sentences:
        yield from find(SentenceGrammar(document, sentence))


@cache
def kind_nouns() -> Mapping[str, frozenset[str]]:
    """Common nouns, singular and plural, and the classes of things they stand for (`kind_nouns.csv`)."""
    classes: dict[str, set[str]] = {}
    for row in load_rows("en/kind_nouns.csv"):
        for form in row["forms"].split("|"):
            classes.setdefault(form, set()).add(row["class"])
    return {form: frozenset(found) for form, found in classes.items()}


@cache
def transparent_nouns() -> frozenset[str]:
    """Nouns that frame what follows them with "of": "a set of tools", "the power of PyTorch"."""
    return frozenset(form for form, classes in kind_nouns().items() if "frame" in classes)


_LABEL_CLASSES = {"organization": "organization", "person": "person", "place": "place", "product": "product", "language": "language"}


def classes_of(phrase: Phrase) -> frozenset[str]:
    """The classes of what a phrase stands for: by its name's label, else by its noun."""
    if phrase.name is not None:
        return frozenset({_LABEL_CLASSES[phrase.name.label]})
    return kind_nouns().get(phrase.noun, frozenset())
