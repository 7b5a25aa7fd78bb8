"""Penn Treebank tags, as the pipelines set them; apart from the schemes, which need spaCy."""

from typing import Final

INFLECTED: Final = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of finite verbs, but for modal ones."""
FINITE: Final = INFLECTED | {"MD"}
"""Tags of finite verbs."""
FINITE_OR_PARTICIPLE: Final = FINITE | {"VBN"}
"""Tags of verbs that may be finite: a past tense is often taken for a participle."""
PROPER_TAGS: Final = frozenset({"NNP", "NNPS"})
"""Tags of proper nouns."""
NOUN_TAGS: Final = PROPER_TAGS | {"NN", "NNS"}
"""Tags of nouns, common and proper."""
