"""Names that the user describes by patterns: spaCy's span ruler, https://spacy.io/api/spanruler."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimcheck.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language

OWN_NAMES = "own_names"
"""The span group, and the component that fills it."""

NAME_LABELS: Mapping[str, str] = {
    **{label: label for label in ("organization", "person", "place", "product", "language")},
    "ORG": "organization",
    "PERSON": "person",
    "PER": "person",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "PRODUCT": "product",
    "WORK_OF_ART": "product",
    "LANGUAGE": "language",
}
"""What a pattern may be labelled with -> what the name is called in the record."""


def read_patterns(path: Path) -> Iterator[dict[str, Any]]:
    """The patterns of a JSON Lines file, such as `{"label": "product", "pattern": "Wren"}`.

    Raises:
        LexiconError: the file cannot be read, or a line is no pattern; the message names file and line.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise LexiconError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise LexiconError(f"{path}, line {line}: not UTF-8") from error
    for number, line_text in enumerate(text.split("\n"), start=1):
        if not line_text.strip():
            continue
        wrong, pattern = _parse(line_text)
        if wrong is not None:
            raise LexiconError(f"{path}, line {number}: {wrong}")
        yield pattern


def _parse(line: str) -> tuple[str | None, dict[str, Any]]:
    """What is wrong with a line, or None; and the pattern."""
    try:
        pattern = json.loads(line)
    except ValueError as error:
        return f"not JSON: {error}", {}
    if not isinstance(pattern, dict) or not {"label", "pattern"} <= pattern.keys() <= {
        "label",
        "pattern",
        "id",
    }:
        return "a pattern has a label, a pattern, and maybe an id", {}
    if pattern["label"] not in NAME_LABELS:
        return f"label is {pattern['label']!r}, not one of {', '.join(NAME_LABELS)}", {}
    content = pattern["pattern"]
    if isinstance(content, str) and content.strip():
        return None, pattern
    if not isinstance(content, list) or not content:
        return "pattern is neither text nor a list of tokens", {}
    return _wrong_tokens(content), pattern


def _wrong_tokens(tokens: list[Any]) -> str | None:
    import spacy  # noqa: PLC0415 - only who gives patterns waits for it
    from spacy.errors import MatchPatternError  # noqa: PLC0415
    from spacy.matcher import Matcher  # noqa: PLC0415

    try:
        Matcher(spacy.blank("en").vocab, validate=True).add("own", [tokens])
    except MatchPatternError as error:
        lines = [line.strip("- ") for line in str(error).split("\n") if line.startswith("- ")]
        return f"spaCy does not know this pattern: {'; '.join(lines) or error}"
    except (ValueError, TypeError, KeyError) as error:
        return f"spaCy cannot use this pattern: {str(error).partition(chr(10))[0]}"
    return None


def set_patterns(nlp: Language, patterns: Sequence[Mapping[str, Any]]) -> None:
    """Let the pipeline look for these patterns, and for no others that it was told before."""
    if OWN_NAMES in nlp.pipe_names:
        nlp.remove_pipe(OWN_NAMES)
    if patterns:
        config = {"spans_key": OWN_NAMES, "validate": True}
        ruler: Any = nlp.add_pipe("span_ruler", name=OWN_NAMES, config=config)
        ruler.add_patterns([{**pattern, "pattern": _tokens(nlp, pattern["pattern"])} for pattern in patterns])


def _tokens(nlp: Language, pattern: Any) -> Any:
    """A phrase as its tokens: the ruler would run the whole pipeline over it."""
    return [{"ORTH": token.text} for token in nlp.make_doc(pattern)] if isinstance(pattern, str) else pattern
