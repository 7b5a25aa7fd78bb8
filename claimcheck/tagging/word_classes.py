"""Universal parts of speech, as the pipelines set them; apart from the noun chunks, which need spaCy."""

from typing import Final

NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
"""Classes of words that head a noun phrase."""
