"""Records of benchmark files, for the scripts beside this one."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read_records(*paths: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of files, one per line, packed with gzip or not; blank lines are passed over."""
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())
