"""Names: whether the sources hold them, under this form or another of the same thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.same import canonical_name, other_forms
from claimcheck.checking.texts import small_words
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.quantities import (
    load_currency_code_words,
    load_currency_codes,
    load_currency_words,
    load_number_words,
)
from claimcheck.lexicons.word_relations import readings
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence, Word

_CAPITALISED_RUN = re.compile(r"[A-Z][\w'’-]*(?:\s+(?:(?:of|the|and|for|on|in|&)\s+)*[A-Z][\w'’-]*)+")

_LONG_NAME = 3
"""Words of a name of which the middle one can be another while the rest still says which name is meant."""

_INITIAL = re.compile(r"[A-Z]\.?")

QUARTER = re.compile(r"Q[1-4]|[1-4]Q|H[12]|FY\d*")
"""Parts of a year, which are no names."""

_DAYS_AND_MONTHS = WordPattern(
    r"<common/weekday>|<common/month>|(?:<common/month_short>)\.?",
    re.IGNORECASE,
)
"""Parts of dates, which have a verdict of their own."""
_OF_PLACE = WordSet("checking/of_place")
"""Endings by which the name of a place becomes a word for what is of it."""
_TITLES = WordSet("checking/title")


@per_lexicon
def _short_forms() -> dict[str, tuple[str, ...]]:
    """What a source may write for an abbreviation, by the abbreviation in lower case."""
    found: dict[str, tuple[str, ...]] = {}
    for row in load_rows("en/short_forms.csv"):
        for short in row["short"].split("|"):
            found[short] = tuple(row["words"].split("|"))
    return found


@per_lexicon
def _roman_numbers() -> dict[str, tuple[str, ...]]:
    """The words for a small Roman number, which counts wars, kings and leagues."""
    words = {word: str(number.value) for word, number in load_number_words().items()}
    return {
        roman: tuple(word for word, value in words.items() if value == str(number))
        for number, roman in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1)
    }


def _numbers_of(name: str) -> tuple[str, ...]:
    return _roman_numbers().get(name, ())


@per_lexicon
def _cities() -> dict[str, tuple[str, ...]]:
    """Large cities of a country, in lower case, by its canonical name."""
    rows = load_rows("shared/country_cities.csv")
    return {canonical_name(row["country"]): tuple(row["cities"].lower().split("|")) for row in rows}


@per_lexicon
def _unit_symbols() -> frozenset[str]:
    """Symbols of units and of money in lower case, which are no names: "GB", "kWh", "NOK", "C$"."""
    symbols = (symbol for row in load_rows("en/units.csv") for symbol in row["symbols"].split(";") if symbol)
    signs = (sign for sign in load_currency_words() if not sign.isalpha())
    codes = load_currency_codes().keys() - load_currency_code_words()
    return frozenset(symbol.lower() for symbol in (*symbols, *signs, *codes))


def is_day_or_month(word: str) -> bool:
    """Whether a word is a day of the week or a month."""
    return _DAYS_AND_MONTHS.fullmatch(word) is not None


class KnownNames:
    """The names of the sources, by their words, initials and other forms."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._texts = [text.lower() for text in material.texts.values()]
        self._initials: set[str] | None = None
        self._held: dict[str, bool] = {}

    def holds(self, name: str) -> bool:
        """Whether a source names this, under whatever form."""
        if name not in self._held:
            self._held[name] = self._look(name)
        return self._held[name]

    def _look(self, name: str) -> bool:
        low = name.lower().removesuffix("'s").removesuffix("’s").strip(".")
        index = self._material.index
        if not low.isalpha() and any(_holds_as_written(low, text) for text in self._texts):
            return True  # "C++", of which the words are a letter; "M5"
        if self._has_words(low):
            return True
        if name.isupper() and any(word in index.words for word in _numbers_of(name)):
            return True  # "World War II", of the Second World War
        if any(self._stands(form) for form in other_forms().get(low, ())):
            return True
        if any(self._stands(city) for city in _cities().get(canonical_name(low), ())):
            return True  # "the Indian maker", of one in Pune
        if self._is_of_place(low):
            return True
        if any(self._has_words(words) for words in _short_forms().get(low, ())) or low in _unit_symbols():
            return True
        letters = re.sub(r"[^\w]", "", name)
        if letters.isupper() and 2 <= len(letters) <= 6:
            return letters.lower() in index.words or letters.lower().rstrip("s") in self.initials()
        if len(letters) > 3 and letters[:-1].isupper() and letters[-1] == "s":
            return self._look(name[:-1])
        initials = "".join(word[0] for word in re.findall(r"\w+", low) if word not in small_words())
        if len(initials) > 1 and initials in index.words:
            return True
        # an ordinary word with a capital, for another one: "Sales Representative" for a sales agent
        return bool(readings(low)) and low not in other_forms() and index.has_stand_in(low)

    def with_middle_name(self, name: str) -> str | None:
        """The name of a source of which this one has the middle name as an initial: "Ann E. Lee"."""
        words = name.split()
        if not any(_INITIAL.fullmatch(word) for word in words[1:-1]):
            return None
        parts = [
            rf"{word[0]}[\w'’-]*\.?"
            if 0 < at < len(words) - 1 and _INITIAL.fullmatch(word)
            else re.escape(word)
            for at, word in enumerate(words)
        ]
        full = re.compile(rf"\b{' '.join(parts)}\b")
        found = (full.search(text) for text in self._material.texts.values())
        return next((match[0] for match in found if match is not None), None)

    def with_other_word(self, name: str) -> str | None:
        """The name that a source has with another word in it, where it writes this word nowhere as a name.

        "Nordvik Basic Plan", of the Nordvik Premium Plan and of basic things.
        """
        words = name.split()
        if len(words) < _LONG_NAME or any(name in text for text in self._material.texts.values()):
            return None
        for at in range(1, len(words) - 1):
            if any(re.search(rf"\b{re.escape(words[at])}\b", t) for t in self._material.texts.values()):
                continue
            before, after = (re.escape(" ".join(part)) for part in (words[:at], words[at + 1 :]))
            pattern = re.compile(rf"\b{before} [A-Z][\w'’-]+ {after}\b")
            found = next((m for text in self._material.texts.values() for m in pattern.finditer(text)), None)
            if found is not None:
                return found[0]
        return None

    def _has_words(self, low: str) -> bool:
        index = self._material.index
        parts = [part for part in re.split(r"[\s./&-]+", low) if part and part not in _TITLES]
        return all(
            part in small_words()
            or part.isdigit()
            or index.has(part)
            or part.removesuffix("s") in index.words
            or part + "s" in index.words
            or self._is_piece(part)
            for part in parts
        )

    def _is_of_place(self, low: str) -> bool:
        """Whether a word says that something is of a name of the sources: "Moravian" of Moravia."""
        index = self._material.index
        stems = (low.removesuffix(ending) for ending in _OF_PLACE if low.endswith(ending))
        return any(
            len(stem) > 3 and any(stem + end in index.words for end in ("", "a", "ia", "y", "e"))
            for stem in stems
        )

    def _is_piece(self, part: str) -> bool:
        """Such as "spacesavers" of "www.spacesavers.com", or what letters and digits make together."""
        return len(part) > 3 and any(part in text for text in self._texts)

    def _stands(self, form: str) -> bool:
        if " " in form or "." in form:
            return any(form in text for text in self._texts)
        return form in self._material.index.words

    def initials(self) -> set[str]:
        """The first letters of every run of capitalised words."""
        if self._initials is None:
            self._initials = set()
            for sentence in self._material.index.sentences:
                self._initials.update(_runs_of_initials(sentence.text))
            for text in self._material.texts.values():
                for match in _CAPITALISED_RUN.finditer(text):
                    words = re.findall(r"[\w'’-]+", match.group())
                    self._initials.add("".join(w[0] for w in words).lower())
                    self._initials.add("".join(w[0] for w in words if w[0].isupper()).lower())
        return self._initials


def _holds_as_written(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _runs_of_initials(text: str) -> set[str]:
    """The first letters of two to five words in a row, small words counted and not: "nlp", "oecd"."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    found = set()
    for kept in (words, [word for word in words if word not in small_words()]):
        letters = "".join(word[0] for word in kept)
        found |= {letters[i : i + size] for size in range(2, 6) for i in range(len(letters) - size + 1)}
    return found


def name_findings(
    answer: ParsedSentence, aligned: Aligned, material: Material, known: KnownNames
) -> Iterator[Finding]:
    """A verdict on every name of a sentence."""
    for run in _runs(answer):
        start, end = run[0].start, run[-1].end
        name = answer.sentence.text[start:end]
        first = next((word for word in answer.words if word.text[:1].isalnum()), None)
        if run[0] is first and len(run) == 1 and _is_plain(run[0]):
            continue
        if run[0] is first and len(run) > 1 and _is_adverb(run[0]) and not known.holds(run[0].text):
            del run[0]
            start, name = run[0].start, answer.sentence.text[run[0].start : end]
        missing = [word for word in run if word.is_content and not known.holds(word.text)]
        full = known.with_middle_name(name)
        other = known.with_other_word(name) if full is None and not missing else None
        listed = _listed_around(name, answer.sentence.text[:start])
        if other is not None:
            reason = f"the sources name {other}, not {name}"
        elif full is not None or not missing or known.holds(name) or known.holds(listed):
            reason = None
        else:
            reason = f"no source names {' '.join(word.text for word in missing)}"
        best = aligned.best[:1] if reason is not None else ()
        yield make_finding(
            "ground/name",
            "borne_out" if reason is None else "not_found",
            kind="name",
            place=answer.sentence.place(start, end),
            evidence=[material.index.sentences[number].place() for number in best],
            reason=reason or f"the sources name {name}",
        )


def _listed_around(name: str, before: str) -> str:
    """The listed name that a name ends, "United Kingdom" of "Kingdom" with "United" no name by its tag."""
    wider = f"{before.rsplit(maxsplit=1)[-1]} {name}" if before.endswith(" ") and before.strip() else name
    return wider if wider.lower() in other_forms() else name


def _runs(answer: ParsedSentence) -> Iterator[list[Word]]:
    """Words in a row that are names, going by tag and capital."""
    run: list[Word] = []
    for index, word in enumerate(answer.words):
        if _is_name(word, first=index == 0):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_plain(word: Word) -> bool:
    """Whether the first word of a sentence, with its capital, is an ordinary one: "Annual", "Offshore"."""
    is_adjective = any(part == "a" for _, part in readings(word.lower))
    is_abstract = word.lower.endswith(_ABSTRACT) and bool(readings(word.lower))
    return (is_adjective or is_abstract) and word.text[1:].islower() and word.lower not in other_forms()


def _is_adverb(word: Word) -> bool:
    """Whether the first word of a sentence only leads on to the name behind it: "Altogether Chebet won"."""
    return (word.lower, "r") in readings(word.lower)


_ABSTRACT = ("ness", "ment", "tion", "sion", "ship", "hood", "ance", "ence", "ism", "ity")
"""Endings of nouns for what no name is given to: "Joblessness fell"."""


def _is_name(word: Word, *, first: bool) -> bool:
    if not word.text[:1].isupper() or not word.is_content or len(word.text) < 2:
        return False
    if is_day_or_month(word.text):
        return False
    if word.pos == "PROPN":
        return not QUARTER.fullmatch(word.text)
    inner = any(character.isupper() for character in word.text[1:])
    return not QUARTER.fullmatch(word.text) and (inner or (not first and word.pos in ("NOUN", "ADJ", "X")))
