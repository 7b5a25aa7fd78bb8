"""Penn Treebank tags of verbs, as the pipelines set them; apart from the schemes, which need spaCy."""

from typing import Final

INFLECTED: Final = frozenset({"VBD", "VBZ", "VBP"})
"""Penn Treebank tags of finite verbs, but for modal ones."""
FINITE: Final = INFLECTED | {"MD"}
"""Penn Treebank tags of finite verbs."""
