"""Verbs with their auxiliaries, and which of them are passive: "has not been released", "run by"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS
from claimcheck.grammar.phrases import NEGATORS, SentencePhrases
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.mentions import NormalisedDocument, Sentence

BE = WordSet("common/be")
HAVE = WordSet("common/have")
RELATIVE = WordSet("common/relative")
PREPOSITIONS = WordSet("grammar/preposition")

# Longest way from a verb to an argument of it that no arc gives
MAX_GAP_TOKENS = 12

_IN_VERB_GROUP = WordSet("grammar/in_verb_group")
_GETTING = WordSet("grammar/getting")
_LIKE_BASE = WordSet("grammar/like_base")
_DOING = WordSet("common/do")
DATING = WordSet("grammar/dating")


class VerbGroups(SentencePhrases):
    """Phrases and groups of verbs of one sentence."""

    __slots__ = ("_in_verb_group", "_negators")

    def __init__(self, document: NormalisedDocument, sentence: Sentence) -> None:
        super().__init__(document, sentence)
        self._in_verb_group, self._negators = _IN_VERB_GROUP.words(), NEGATORS.words()

    def is_verb(self, i: int) -> bool:
        """Whether token `i` is a verb; without tags any word that is no name may be."""
        tag = self.tags[i]
        if not tag:
            return i not in self.names
        return tag.startswith("V") or tag == "MD" or self.is_verb_after_name(i)

    def is_finite(self, i: int) -> bool:
        """Whether token `i` is a finite verb."""
        return self.first <= i < self.last and self.tags[i] in FINITE

    def after_adverbs(self, i: int) -> int:
        """The first token from `i` on that is no adverb."""
        while (
            i < self.last
            and (self.tags[i].startswith("RB") or self.word(i) in self._negators)
            and i not in self.names
        ):
            i += 1
        return i

    def _before_adverbs(self, i: int) -> int:
        """Where the adverbs right before token `i` begin."""
        while i - 1 > self.first and self.tags[i - 1] == "RB" and i - 1 not in self.names:
            i -= 1
        return i

    def group_start(self, verb: int) -> int:
        """Where the verb with its auxiliaries begins: "has not been released"."""
        i = verb
        while i - 2 >= self.first and self.words[i - 1] == "-" and not self.spaced[i - 2]:
            i -= 2  # "fine-tuned", "co-founded"
        while i > self.first:
            if (
                not (
                    self.tags[i - 1] in ("MD", "RB", "TO")
                    or (
                        self.tags[i - 1] == "RBS" and self.lowers[i].endswith("ly")
                    )  # "has most recently built"
                    or self.columns.pos[i - 1] == "AUX"
                    or self.lowers[i - 1] in self._in_verb_group
                )
                or (i - 1) in self.names
            ):
                break
            i -= 1
        while i < verb and self.tags[i] in ("RB", "RBS") and self.lowers[i] not in self._negators:
            i += 1
        return i

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is a passive or a participle that follows what it acts on."""
        tag = self.tags[verb]
        if tag in ("VBZ", "VBP", "VB", "VBG"):
            return self._is_joined_participle_like_base(verb)
        if self.is_verb_after_name(verb) and self.word(verb + 1) != "on":
            return False
        for i in range(verb - 1, max(self.first, self.group_start(verb)) - 1, -1):
            before = self.lowers[i]
            if before in BE or before in _GETTING:
                return True
            if before in HAVE or self.tags[i] == "TO" or before in _DOING:
                return False  # "wants to found": like the past tense of another verb
        if self.word(self._after_time(self.after_adverbs(verb + 1))) == "by":
            return True  # also "acquired in 1999 by"
        if tag == "VBD" and self._is_put_in(verb):
            return True
        if tag == "VBN":
            first = self._joined_participle(verb)
            if first is not None:
                return self.is_passive(first)
            # "Acme completed the purchase", with the past tense taken for a participle
            return not (self.deps[verb] == "ROOT" and self._has_active_subject(verb))
        # "a library developed at Acme", with the participle taken for a past tense
        return bool(tag) and self.deps[verb] == "acl" and not self._has_subject(verb)

    def _is_put_in(self, verb: int) -> bool:
        """Whether a past tense is a participle put in before a verb: "Acme, sold to Orbit, grew"."""
        comma = self._before_adverbs(verb) - 1
        if self.word(comma) != "," or self.word(verb + 1) not in PREPOSITIONS:
            return False
        if any(self.is_finite(i) for i in range(self.first, comma)):
            return False
        following = next((i for i in range(verb + 1, self.last) if self.is_finite(i)), self.first)
        return following > verb and self.word(self._before_adverbs(following) - 1) == ","

    def _is_joined_participle_like_base(self, verb: int) -> bool:
        """Whether a verb is a participle like the bare one: "is owned by Acme and run by Orbit"."""
        joint = self._before_adverbs(verb) - 1
        if self.lowers[verb] not in _LIKE_BASE or self.word(verb + 1) != "by" or joint <= self.first:
            return False
        if self.deps[verb] == "acl" and not self._has_subject(verb):
            return True  # "a theatre in Lyon run by Acme"
        return self.lowers[joint] in ("and", "or", "but") and any(
            self.tags[k] == "VBN" and self.is_passive(k) for k in range(joint - 1, self.first, -1)
        )

    def _after_time(self, i: int) -> int:
        """The token after a date with its preposition at token `i`, if one stands there."""
        dates = self.sentence.dates
        if not dates or self.word(i) not in DATING or i + 1 >= self.last:
            return i
        date = next((date for date in dates if date.start <= self.starts[i + 1] < date.end), None)
        if date is None:
            return i
        while i + 1 < self.last and self.starts[i + 1] < date.end:
            i += 1
        return i + 1

    def _joined_participle(self, verb: int) -> int | None:
        """The participle whose auxiliary another one shares: `designed` of "has designed and later built"."""
        joint = self._before_adverbs(verb) - 1
        if joint - 1 <= self.first or self.lowers[joint] not in ("and", "or", "but"):
            return None
        return joint - 1 if self.tags[joint - 1] == "VBN" else None

    def _has_active_subject(self, verb: int) -> bool:
        return any(self.deps[child] == "nsubj" for child in self.columns.lefts(verb))

    def _has_subject(self, verb: int) -> bool:
        return any(self.deps[child] in NOUN_SUBJECTS for child in self.columns.children[verb])
