"""Bands of people told by their number alone: "a crew of 12 and 30 guns" counts no guns twice."""

from claimcheck.lexicons.word_sets import WordPattern

BAND_OF = WordPattern(r"(?<![^\W_])(?:<bare_counts/band>) of $")
BAND_CHARS = 24
"""How far before a number its band begins at most."""
