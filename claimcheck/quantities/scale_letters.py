"""Scale abbreviations after digits ("3.5bn", "7B", "5m"), where what follows lets them multiply."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_noun_phrase_ends, load_number_cues, load_scales
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.counted_nouns import has_plural_noun, is_plural_noun
from claimcheck.quantities.cue_words import context_words

if TYPE_CHECKING:
    from decimal import Decimal

    from claimcheck.quantities.amount import Amount


_SCALE_LETTERS = re.compile(
    r"(?:\+(?=(?:bn|mn|tn|[mbkMBKT])(?![^\W_])))?"  # "€3+bn"
    r"(?P<space>[ \u00a0]?)(?P<letters>[A-Za-z]{1,4})(?![^\W_])(?P<plus>\+?)"
)


_LETTERS = re.compile(r"[^\W\d_]+")
_IN_KELVIN = re.compile(r"(?<![\w.])k\)")
_NETWORK = re.compile(r"(?<![\d.])[2-6]G$")


def take_scale(text: str, low: str, amount: Amount, *, currency: bool = False) -> bool:
    """A scale abbreviation after the digits ("3.5bn"), when what follows allows it."""
    if amount.form not in ("digits", "words"):
        return False
    found = _SCALE_LETTERS.match(text, amount.number_end)
    if found is None:
        return False
    letters = found["letters"]
    if (amount.has_scale or amount.form == "words") and letters.lower() != "cr":
        return False
    scale = load_scales().get(letters)
    if scale is None:
        return False
    end = found.end("letters")
    if (
        found["space"]
        and not scale.spaced
        and not (currency and letters in ("M", "B", "T", "K", "MM", "m", "k"))
    ):
        if letters not in ("M", "B", "G", "T", "m", "k"):
            return False
        if not _is_scaled_count(text, low, end, letters, spaced=True):
            return False
    elif not currency and not _is_scaled_count(text, low, end, letters, spaced=bool(found["space"])):
        return False
    multiply(amount, scale.factor, end)
    return True


def _is_scaled_count(text: str, low: str, end: int, letters: str, *, spaced: bool) -> bool:
    """Whether the letters after the digits multiply: what follows decides between million and metre."""
    scale = load_scales()[letters]
    if (scale.spaced and scale.alone) or letters == "MM":
        return True
    following = _LETTERS.match(text, end + 1) if text[end : end + 1] in (" ", "-", "\u00a0") else None
    word = following[0].lower() if following else ""
    lowered = letters.lower()
    if lowered == "k":
        return _is_thousand(text, low, end, letters, word, spaced=spaced)
    if letters == "G":
        # "5G" is a network
        return following is None and (spaced or not _NETWORK.search(text, max(0, end - 3), end))
    counts = (
        bool(word)
        and word not in load_noun_phrase_ends()
        and (
            is_plural_noun(word) or word in load_number_cues("scaled_noun") or has_plural_noun(text, low, end)
        )
    )
    if letters == "m":
        if _NUMBER_OF.match(low, end):
            return True
        if not word or (spaced and word not in load_number_cues("counted_after_year")):
            return False
        return counts and word not in load_number_cues("metre_noun")
    if letters == "M":
        if SALT.match(text, end):
            return False  # "2M NaCl" is molar
        is_last = not word and text[end : end + 2].lstrip(" ")[:1] in ("", ".", ",", ")", "|")
        return not spaced or counts or is_last
    if lowered == "b":
        return _is_billion(text, low, end, letters, spaced=spaced, counts=counts)
    return letters == "T" and counts


_NUMBER_OF = WordPattern(r" ?[-–—] ?(?!the )(?:[a-z]+ )?(?:<quantities/how_many_of>) of (?![^\W_]*\d)")
"""Behind a figure that a dash parts from what it tells: "9.3m - Number of jobs lost"."""


def _is_thousand(text: str, low: str, end: int, letters: str, word: str, *, spaced: bool) -> bool:
    """Whether "k" is a thousand: no kelvin, no kilometres of a run."""
    if letters == "K" and not word.endswith("s"):
        near = low[max(0, end - 50) : end + 20]
        if "°" in near or _IN_KELVIN.search(near) or context_words("heat_context").search(near):
            return False
    if not spaced:
        return True
    # "2.33 k", "5 k runs", but not "5 k run"
    is_last = not text[end : end + 2].strip(" .,;)").isalnum()
    return letters == "k" and (is_plural_noun(word) or is_last)


def _is_billion(text: str, low: str, end: int, letters: str, *, spaced: bool, counts: bool) -> bool:
    """Whether "b" is a billion: no bytes, no bits."""
    if _GROUPED_BYTES.search(text, max(0, end - 6), end):
        return counts  # "8,000B" is no trillion, "1,000B parameters" is one
    if _LETTERED.search(text, max(0, end - _LONGEST_LETTERED), end):
        return False  # "flat 7b", "Figure 3B"
    if spaced:
        return letters == "B" and counts
    if letters == "b" and text[end : end + 1] == "/":
        return False  # "160,000b/d" are barrels
    is_of_data = context_words("data_context").search(low, max(0, end - 40), end + 30) is not None
    return not is_of_data or (letters == "B" and counts)


SALT = re.compile(
    r"[ ](?=\S*[a-z\d])(?:(?:Na|K|Li|Ca|Mg|Zn|Fe|Cu|Mn|Ni|Co|Ba|Al|Ag|Cs|H|NH)\d?){1,2}"
    r"(?:\(?(?:Cl|Br|I|F|OH|SO|PO|NO|CO|HCO|O|S)\)?\d?){1,2}(?![^\W_])"
)
"""A compound by its formula, of which so much is dissolved."""
_LETTERED = WordPattern(
    r"(?<![^\W_])(?!(?:<quantities/before_size>) )(?:<quantities/before_letter>) \d{1,3} ?[bB]$",
    re.IGNORECASE,
)
"""A place or part with a number and a letter; what may stand before a size is none: "plans 7B models"."""
_LONGEST_LETTERED = 20
_GROUPED_BYTES = re.compile(r"\d,\d{3}B$")


def multiply(amount: Amount, factor: Decimal, end: int) -> None:
    """Multiply the amount by a scale that ends at `end`."""
    amount.value = amount.value * factor
    amount.has_scale = True
    amount.number_end = amount.end = end
