"""Penn Treebank tags, as the pipelines set them; apart from the schemes, which need spaCy."""

from typing import Final

INFLECTED: Final = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of finite verbs, but for modal ones."""
FINITE: Final = INFLECTED | {"MD"}
"""Tags of finite verbs."""
NOUN_TAGS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
"""Tags of nouns, common and proper."""
