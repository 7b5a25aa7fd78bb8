"""Cue words of a role near a number."""

from __future__ import annotations

import re

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import load_number_cues


@per_lexicon
def context_words(role: str) -> re.Pattern[str]:
    """Any of the cue words of `role`, as a whole word."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(load_number_cues(role)))})(?![^\W_])")
