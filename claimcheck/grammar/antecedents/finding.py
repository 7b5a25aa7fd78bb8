"""What pronouns and definite descriptions stand for: "it", "she", "the company", "this model".

Rule-based, after centering (Grosz, Joshi and Weinstein, 1995) and salience (Lappin and Leass, 1994): what a
passage goes on about is its center, and a pronoun in the subject place most likely keeps it. `discourse`
knows what may be meant, `pronouns` and `described_names` choose. Of two readings that are about equally good
none is taken.

Each answer names its reason (`Reason`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.antecedents.authors import find_author
from claimcheck.grammar.antecedents.described_names import DESCRIPTION, OF_TWO, PAIR, SEVERAL, Descriptions
from claimcheck.grammar.antecedents.discourse import NAMED, Antecedent, Discourse, Reason
from claimcheck.grammar.antecedents.pointed_amounts import amount_of_it, pointed_amount
from claimcheck.grammar.antecedents.pronoun_places import OWNERS, PRONOUNS
from claimcheck.grammar.antecedents.pronouns import PronounLinks
from claimcheck.grammar.named_phrases import full_text
from claimcheck.grammar.noun_labels import category_labels
from claimcheck.grammar.titles import words_in_titles
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.mentions import read_once

if TYPE_CHECKING:
    from claimcheck.mentions import NormalisedDocument

_SPEAKERS = WordSet("common/speaker")
_NO_NAMES = WordSet("grammar/no_name")
_POINTING = frozenset({"this", "that"})
_POSSESSIVE = re.compile(r"(?:his|her|its|their|our|my|your)\s", re.IGNORECASE)
_OUR_ORGANIZATION = WordPattern(r"our (?:own )?(?:<grammar/our_organization>)")
_POINTED_AMOUNT = WordPattern(r"(?:this|that) (?:<grammar/amount_noun>)", re.IGNORECASE)
_OF_MODEL = WordPattern(
    r"(?:all|(?:all )?the|this|these) (?:models?"
    r"|(?:(?:<grammar/kind_of_version>|\d[\d.]*[BM]) ){1,2}(?:models?|versions?))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_INITIALS = re.compile(r"IT|US")
_ITSELF = WordPattern(r"\s(?:<grammar/reflexive>)$")
_POSSESSIVE_END = re.compile(r"['\u2019]s?$")
_DEMONYM_ENDINGS = ("ish", "an", "ese", "ch", "ek", "ss", "ic", "i")

__all__ = ["Antecedent", "Antecedents", "Reason", "antecedents_of"]

_LONGEST_LINE = 120
_LINE_ABOVE = re.compile(r"(?:^|\n|:)[ \t#*>]*(?P<name>[^\n:#*]{2,60}?)[.*]{0,3}[ \t]*\n\s*$")
_NAMED_ABOVE = frozenset({"place", "product", "organization", "language"})


_TOLD_APART = WordPattern(r" (?:<grammar/relative>|<grammar/telling_apart>|[a-z]{3,}(?:ing|ed))(?![\w-])")


class Antecedents:
    """The things a passage speaks of, and which of them a later phrase stands for."""

    def __init__(self, document: NormalisedDocument) -> None:
        self._discourse = Discourse(document)
        self._descriptions = Descriptions(self._discourse)
        self._pronouns = PronounLinks(self._discourse, self._descriptions)
        self._is_read = False
        self._author: str | None = None
        self._is_author_read = False

    def _read(self) -> None:
        """Read the mentions and link the pronouns, once."""
        if not self._is_read:
            self._is_read = True
            self._discourse.read()
            linked = self._pronouns.link()
            self._discourse.add_names([mention for mention in linked if mention.label in NAMED])

    def resolve(self, start: int, end: int) -> str | None:
        """The name that the noun phrase from `start` to `end` stands for.

        The full form for a name; the phrase itself where it can be read alone; None where it points back and
        no antecedent is sure.

        >>> from claimcheck.article import Article
        >>> from claimcheck.mentions import normalise
        >>> from claimcheck.passages import split
        >>> from claimcheck.tagging.pipelines import load_pipeline, tag
        >>> article = Article("-", "Microsoft lost money. The company has 900 staff.")
        >>> document = normalise(next(tag(split(article), load_pipeline())))
        >>> Antecedents(document).resolve(22, 33)
        'Microsoft'
        """
        found = self.find(start, end)
        return None if found is None else found.name

    def speaker(self, start: int, end: int) -> str:
        """Who the source of a report is: the name that a pronoun or a short name stands for; as written where
        nothing is sure, and where the text itself describes the source or gives it a title.
        """
        text = self._discourse.document.text[start:end]
        found = self.find(start, end)
        return text if found is None or " " in text else found.name

    def find(self, start: int, end: int) -> Antecedent | None:
        """As `resolve`, with the reason."""
        text = self._discourse.document.text[start:end]
        itself = _ITSELF.search(text)
        if itself is not None:  # "The company itself survived"
            return self.find(start, start + itself.start())
        if _INITIALS.fullmatch(text) and not self._discourse.document.text[end : end + 3].isupper():
            return None  # "IT exceeded 6%", "US sales": no pronouns
        word = text.lower()
        if word == "those" and _TOLD_APART.match(self._discourse.document.text, end):
            return None  # "those who cut more hours"
        if word in _POINTING or word in PRONOUNS or word in OWNERS or word in _SPEAKERS or word == "our":
            return self._find_pronoun(word, start, end)
        is_pair = PAIR.fullmatch(text) is not None
        if is_pair or OF_TWO.fullmatch(text):
            self._read()
            return self._descriptions.pair(start) if is_pair else self._descriptions.one_of_two(text, start)
        if _OUR_ORGANIZATION.fullmatch(word):
            return self._find_speaker("we", start, end)
        if word in _NO_NAMES or _POSSESSIVE.match(text):
            return None
        if SEVERAL.match(text):
            self._read()
            return self._descriptions.several(text, start)
        if _POINTED_AMOUNT.fullmatch(text):
            return self._amount(pointed_amount(self._discourse.document, start, end))
        match = DESCRIPTION.match(text)
        if match is None:
            found = self._find_name(start, end) or self._model(text)
            return found or Antecedent(text, "as_written")
        return self._find_described(match, text, start, end)

    def _find_described(self, match: re.Match[str], text: str, start: int, end: int) -> Antecedent | None:
        """What a description such as "the company" or "these two mills" stands for."""
        is_category = match["noun"].lower() in category_labels()
        modifier = (match["modifier"] or "").strip().lower()
        name = None if is_category and not modifier else self._find_name(start, end)
        if name is not None:
            return name
        self._read()
        found = self._descriptions.one(match, start) or self._descriptions.several(text, start)
        if found is not None and found.reason != "longer_description":
            return found
        found = self._model(text) or found
        if found is not None:
            return found
        if is_category and (not modifier or modifier.endswith(_DEMONYM_ENDINGS)):
            return None
        is_pointing = match["article"].lower() != "the"
        return None if is_pointing else Antecedent(text, "as_written")

    def _find_pronoun(self, word: str, start: int, end: int) -> Antecedent | None:
        if word in _POINTING:
            amount = self._amount(pointed_amount(self._discourse.document, start, end))
            return amount or (self._named_above(start) if word == "this" else None)
        if word in _SPEAKERS or word == "our":
            return self._find_speaker("we" if word == "our" else word, start, end)
        if word == "it":
            try:
                return self._amount(amount_of_it(self._discourse.document, start, end))
            except LookupError:
                pass  # it may be anything
        self._read()
        return self._by_name(start) if word in PRONOUNS else self._pronouns.owner(word, start)

    def _model(self, text: str) -> Antecedent | None:
        """The model that the text is about, for "all models" and "the tuned versions" of its card."""
        if _OF_MODEL.fullmatch(text) is None:
            return None
        self._read()
        model = self._discourse.main_model()
        return None if model is None else Antecedent(model, "description")

    def _named_above(self, start: int) -> Antecedent | None:
        """What a line above names that holds nothing else: "Pangamo." over "This is a town"."""
        document = self._discourse.document
        line = _LINE_ABOVE.search(document.text, max(0, start - _LONGEST_LINE), start)
        if line is None:
            return None
        sentence = document.sentence_at(line.start("name"))
        name = next((name for name in sentence.names if name.start == line.start("name")), None)
        if name is None or name.end != line.end("name") or name.label not in _NAMED_ABOVE:
            return None
        return Antecedent(name.canonical, "center")

    def _amount(self, phrase: tuple[int, int] | None) -> Antecedent | None:
        """The measure or the things counted that a pronoun means of which an amount is said."""
        found = None if phrase is None else self.find(*phrase)
        return None if found is None else Antecedent(found.name, "amount")

    def _by_name(self, start: int) -> Antecedent | None:
        """What the pronoun at a place stands for, by the name of it where that is itself a description: Acme
        for "it" in "Acme grew. The company lost money when it moved".
        """
        found, phrase = self._pronouns.at(start), self._pronouns.phrase(start)
        if found is not None and phrase is not None and PAIR.fullmatch(found.name):
            return self._descriptions.pair(phrase[0]) or found
        match = None if found is None or phrase is None else DESCRIPTION.match(found.name)
        if match is None or phrase is None:
            return found
        named = self._descriptions.one(match, phrase[0])
        if named is not None and named.reason != "description":
            is_category = match["noun"].lower() in category_labels()
            named = named if is_category else None  # "the war" itself is as good a name
        return found if named is None or found is None else Antecedent(named.name, found.reason)

    def _find_name(self, start: int, end: int) -> Antecedent | None:
        name = self._name_of(start, end)
        if name is None:
            return None
        is_whole = name in self._discourse.document.text[start:end]
        return Antecedent(name, "as_written" if is_whole else "full_name")

    def _name_of(self, start: int, end: int) -> str | None:
        """The full form of the name that a phrase consists of, but for an article, a title or a possessive
        ending.
        """
        text = self._discourse.document.text
        article = _ARTICLE.match(text, start, end)
        first = article.end() if article else start
        for stop in (end, start + len(_POSSESSIVE_END.sub("", text[start:end]))):
            for begin in (start, first):
                name = self._discourse.names.get((begin, stop))
                if name is not None:
                    return name
            ending = self._discourse.name_ends.get(stop)
            if ending is None or ending.label != "person" or start >= ending.start:
                continue
            if set(text[first : ending.start].lower().replace(".", "").split()) <= words_in_titles():
                return full_text(ending)
        return None

    def _find_author(self) -> Antecedent | None:
        """Who "we" is outside of quotations, where the text tells."""
        if not self._is_author_read:
            self._is_author_read = True
            quotation = self._discourse.quotation_around
            self._author = find_author(
                self._discourse.document, lambda start, end: quotation(start, end) is not None
            )
        return None if self._author is None else Antecedent(self._author, "author")

    def _find_speaker(self, word: str, start: int, end: int) -> Antecedent | None:
        """Who "I" is in a direct quotation: the speaker. Outside of one, "we" is who the text is by."""
        report = self._discourse.quotation_around(start, end)
        if word in ("we", "us"):
            return self._find_author() if report is None else None
        if word not in ("i", "me"):
            return None
        if report is None or report.source is None:
            return None
        if report.holds(*report.source):
            return None
        name = self.resolve(*report.source)
        return None if name is None else Antecedent(name, "speaker")


@read_once
def antecedents_of(document: NormalisedDocument) -> Antecedents:
    """The antecedents of a passage, looked for once."""
    return Antecedents(document)
