"""Which language a text is in, so that nothing is claimed of a text that is not English.

Most English is known by its small words, and what is short and full of facts by the words of our lexicons.
For any other text py3langid is asked: character n-grams of 140 languages, offline, the same answer every
time. It counts only where English is out of the question.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.constructions import all_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

UNDETERMINED = "und"
"""BCP-47 (ISO 639-2) for a text whose language cannot be told."""

PROBE_CHARS = 20_000
"""So much of a text is looked at: its beginning, its middle and its end in equal parts."""

MIN_SMALL_WORDS = 0.25
"""English prose has 40 to 55 % of spaCy's English stop words. Danish, which shares the most of them, has
12 % in spaCy's example sentences, the other languages less."""

MIN_SMALL_WORDS_IF_SHORT = 0.4
"""A single sentence in Norwegian can have 29 % of them."""

SHORT_WORDS = 20

MIN_KNOWN_WORDS = 4
MIN_KNOWN = 0.6
"""So many of the words in lower case are stop words or in our lexicons: "Apple reported revenue of $94.9
billion in 2024". Of 484 sentences in 66 other languages (spaCy's examples), whole and cut after eight words,
none with four such words had more than 0.44, a Danish one. To load py3langid takes 0.6 s."""

_WORD_LISTS = (
    *("change_words", "comparators", "counted_nouns", "kind_nouns", "noun_phrase_ends", "number_cues"),
    *("number_words", "reporting_verbs", "role_titles", "scales"),
    *("trend_words", "units"),
)
"""Lexicons with English words in their first column."""

MIN_WORDS = 5
MIN_LOWER_CASE_WORDS = 3
"""Fewer words in Latin letters may be names in any language: "Los Angeles, San Diego, La Jolla"."""

MAX_ENGLISH = 0.01
"""A text is another language's where English is less probable than this. Of 9,900 stretches of 5 to 40 words
of English articles one had less (a broken address); 388 sentences in 65 other languages all had less (spaCy's
examples; measured 2026-11 with py3langid 0.4.0)."""

_NO_LANGUAGE = "zxx"
# Chinese as it is written is one language; py3langid tells its spoken forms apart where it can.
_CHINESE = frozenset(["wuu", "yue", "gan", "hak", "nan", "cdo"])

# Small words of other languages that are parts of names in English: "Ludwig van Beethoven".
_NAME_PARTICLES = frozenset(
    "al bin da das de del della den der di do dos du el ibn la le ter van von".split()
)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OTHER_SCRIPT = re.compile("[^\\W\\d_\u0000-\u024f\u1e00-\u1eff\ufb00-\ufb06]")


def is_read(language: str) -> bool:
    """Whether claims are looked for in a text of this language: English, and what cannot be told.

    >>> is_read("en-GB"), is_read("und"), is_read("de")
    (True, True, False)
    """
    return language.partition("-")[0].lower() in ("en", UNDETERMINED)


def identify_language(text: str) -> str:
    """The language of a text as BCP-47, or `und` for a text too short, too mixed or with too few words.

    >>> identify_language("The survey was sent to all of the members.")
    'en'
    >>> identify_language("Der Umsatz ist in diesem Jahr um zwölf Prozent gestiegen.")
    'de'
    >>> identify_language("Revenue 2019 2020")
    'und'
    """
    probe = _probe(text)
    words = _WORD.findall(probe)
    if not words:
        return UNDETERMINED
    small_words = load_small_words()
    small = sum(
        count for word, count in Counter(words).items() if word.lower().replace("’", "'") in small_words
    )
    enough = MIN_SMALL_WORDS_IF_SHORT if len(words) < SHORT_WORDS else MIN_SMALL_WORDS
    is_latin = 2 * len(_OTHER_SCRIPT.findall(probe)) <= sum(map(len, words))
    if is_latin and len(words) >= MIN_WORDS and small >= enough * len(words):
        return "en"
    lower_case = [
        word
        for word, after in zip_longest(words, words[1:], fillvalue="")
        if word[0].islower() and not (word in _NAME_PARTICLES and after[:1].isupper())
    ]
    if is_latin and (len(words) < MIN_WORDS or len(lower_case) < MIN_LOWER_CASE_WORDS):
        return UNDETERMINED
    english_words = _load_english_words()
    known = sum(word.replace("’", "'") in english_words for word in lower_case)
    if is_latin and known >= MIN_KNOWN_WORDS and known >= MIN_KNOWN * len(lower_case):
        return "en"
    ranked = _load_identifier()(probe)
    english = next((probability for language, probability in ranked if language == "en"), 0.0)
    language = ranked[0][0]
    if language == "en" and english > 1 - MAX_ENGLISH:
        return "en"
    if english >= MAX_ENGLISH or language == _NO_LANGUAGE:
        return UNDETERMINED
    return "zh" if language in _CHINESE else language


MIN_OTHER_WORDS = 8
"""A paragraph with fewer words in another language is a title or a quotation."""

MAX_ENGLISH_SHARE = 0.15
"""A paragraph with a smaller share of English small words may be in another language."""

# Small words of the languages that English texts have paragraphs of, none of them English.
_FOREIGN_WORDS = frozenset(
    "der die das und ist nicht ein eine einer eines dem den des mit auf wurde wird sich auch nach bei oder"
    " zur zum le les des est dans une pour qui sur avec sont aux cette ont pas plus par ses leur et du au"
    " el los las que del una por con para como su se es al lo"
    " il di che della dei delle degli nel sono gli alla non per anche"
    " het een van en dat niet zijn voor met ook worden door aan bij"
    " och att det som av på är inte till har ett og ikke til på ble"
    " o os uma não com foi dos das na no em".split()
) - frozenset("des es no con par per plus lo se il all o met and on an in is as at so to do".split())
MIN_FOREIGN_WORDS = 3
MIN_MARKED_SHARE = 0.25
"""So many of the words of a paragraph have letters that English lacks, where it may be in another one."""


def find_other_languages(text: str) -> tuple[tuple[int, int, str], ...]:
    r"""The paragraphs of an English text that are in another language: half-open offsets and BCP-47.

    >>> text = "The town has 4 parks.\n\nDie Stadt hat 4 Parks, und der Rat will noch 5 weitere bauen."
    >>> [(text[start:end][:9], language) for start, end, language in find_other_languages(text)]
    [('Die Stadt', 'de')]
    """
    found = []
    position = 0
    for paragraph in _PARAGRAPH_END.split(text):
        start = text.find(paragraph, position)
        position = start + len(paragraph)
        if _may_be_other(paragraph) and not is_read(language := identify_language(paragraph)):
            found.append((start, position, language))
    return tuple(found)


_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")


def _may_be_other(paragraph: str) -> bool:
    """Whether a paragraph is not plainly English, by its script and its small words."""
    if paragraph.isascii() and _FOREIGN_WORDS.isdisjoint(_RUN.findall(paragraph)):
        return False
    words = _WORD.findall(_probe(paragraph))
    is_plain = _BEYOND_ENGLISH.search(paragraph) is None
    if is_plain and _FOREIGN_WORDS.isdisjoint(map(str.lower, words)):
        return False
    if len(words) < MIN_OTHER_WORDS:
        return False
    if 2 * len(_OTHER_SCRIPT.findall(_probe(paragraph))) > sum(map(len, words)):
        return True
    small_words = load_small_words()
    if sum(word.lower() in small_words for word in words) > MAX_ENGLISH_SHARE * len(words):
        return False
    if len({word.lower() for word in words} & _FOREIGN_WORDS) >= MIN_FOREIGN_WORDS:
        return True
    marked = sum(word[0].islower() and not word.isascii() for word in words)
    return not is_plain and marked >= MIN_MARKED_SHARE * len(words)


_RUN = re.compile(r"[^\W_]+")

_BEYOND_ENGLISH = re.compile("[^\x00-\x7f‘’“”–—…]")  # its marks are no letters of another script


def _probe(text: str) -> str:
    if len(text) <= PROBE_CHARS:
        return text
    part = PROBE_CHARS // 3
    middle = (len(text) - part) // 2
    return f"{text[:part]} {text[middle : middle + part]} {text[-part:]}"


@per_lexicon
def load_small_words() -> frozenset[str]:
    """The words that English prose is full of, whatever it is about, in lower case."""
    from spacy.lang.en.stop_words import STOP_WORDS  # noqa: PLC0415 - the schema is printed without spaCy

    return frozenset(STOP_WORDS)


@per_lexicon
def _load_english_words() -> frozenset[str]:
    listed = (
        word
        for name in _WORD_LISTS
        for row in load_rows(f"en/{name}.csv")
        for word in _WORD.findall(next(iter(row.values())))
    )
    plain = {word for word in listed if len(word) > 1 and word.islower()}
    return load_small_words() | plain | all_forms()


@cache
def _load_identifier() -> Callable[[str], Sequence[tuple[str, float]]]:
    """py3langid with probabilities; a second of work, so only for texts that need it."""
    from py3langid import langid  # noqa: PLC0415

    identifier: Any = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    rank: Callable[[str], Sequence[tuple[str, float]]] = identifier.rank
    return rank
