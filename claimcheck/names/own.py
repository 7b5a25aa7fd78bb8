"""Names that the user describes by patterns: spaCy's span ruler, https://spacy.io/api/spanruler."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from claimcheck.ending import TimeUpError, time_limit
from claimcheck.errors import LexiconError, described
from claimcheck.lexicons.own import read_own_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

OWN_NAMES = "own_names"
"""The span group, and what fills it."""

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
    text = read_own_file(path)
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
    except RecursionError:
        return "not JSON that can be read: nested too deeply", {}
    if not isinstance(pattern, dict) or not {"label", "pattern"} <= pattern.keys() <= {
        "label",
        "pattern",
        "id",
    }:
        return "a pattern has a label, a pattern, and maybe an id", {}
    if not isinstance(pattern["label"], str) or pattern["label"] not in NAME_LABELS:
        return f"label is {pattern['label']!r}, not one of {', '.join(NAME_LABELS)}", {}
    if not isinstance(pattern.get("id", ""), str):
        return "id is not text", {}
    content = pattern["pattern"]
    wrong = _beyond_bounds(content)
    if wrong is not None:
        return wrong, {}
    if isinstance(content, str) and content.strip():
        return None, pattern
    if not isinstance(content, list) or not content:
        return "pattern is neither text nor a list of tokens", {}
    return _wrong_tokens(content), pattern


MAX_TOKENS = 100
"""Tokens of a pattern, and times that one may be repeated by a number: spaCy makes a state of each."""

MAX_OPEN_ENDS = 3
"""Tokens that may be repeated without end: the matches of a text grow with its length to that power."""

MAX_PATTERN_CHARS = 1_000

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_OPERATOR = re.compile(r"[+*?!]|\{(\d*)(,?)(\d*)\}")


def _beyond_bounds(content: Any, depth: int = 5) -> str | None:
    """What in a pattern is larger than any that is meant, or no text; None if nothing is."""
    if isinstance(content, str):
        if len(content) > MAX_PATTERN_CHARS:
            return f"more than {MAX_PATTERN_CHARS:,} characters in one text"
        return "text that holds what is no character" if _UNWRITABLE.search(content) else None
    if isinstance(content, float | int) and not isinstance(content, bool):
        return None if abs(content) < 2**31 else "a number beyond 2^31"
    if not depth:
        return "nested too deeply"
    parts = [*content, *content.values()] if isinstance(content, dict) else content
    if not isinstance(parts, list):
        return None
    if len(parts) > MAX_PATTERN_CHARS:
        return f"more than {MAX_PATTERN_CHARS:,} items in one list"
    return next((wrong for part in parts if (wrong := _beyond_bounds(part, depth - 1)) is not None), None)


def _wrong_tokens(tokens: list[Any]) -> str | None:
    import spacy  # noqa: PLC0415 - only who gives patterns waits for it
    from spacy.errors import MatchPatternError  # noqa: PLC0415
    from spacy.matcher import Matcher  # noqa: PLC0415

    if any("_" in token for token in tokens if isinstance(token, dict)):
        return "nothing here sets the attributes that begin with an underscore"
    wrong = _wrong_repetition(tokens) or next(
        filter(None, map(_wrong_expression, _expressions(tokens))), None
    )
    if wrong is not None:
        return wrong
    try:
        Matcher(spacy.blank("en").vocab, validate=True).add("own", [tokens])
    except MatchPatternError as error:
        lines = [line.strip("- ") for line in str(error).split("\n") if line.startswith("- ")]
        return f"spaCy does not know this pattern: {'; '.join(lines) or error}"
    except Exception as error:  # noqa: BLE001 - what spaCy makes of a pattern is not in its documentation
        return f"spaCy cannot use this pattern: {described(error)}"
    return None


def _wrong_repetition(tokens: list[Any]) -> str | None:
    """Why the matcher could not be made of these tokens, or would find no end; None if it could."""
    if len(tokens) > MAX_TOKENS:
        return f"more than {MAX_TOKENS} tokens"
    open_ends = 0
    for token in tokens:
        operator = token.get("OP") if isinstance(token, dict) else None
        found = _OPERATOR.fullmatch(operator) if isinstance(operator, str) else None
        if found is None:
            continue
        if any(
            number and (len(number) > len(str(MAX_TOKENS)) or int(number) > MAX_TOKENS)
            for number in found.groups()[::2]
        ):
            return f"OP repeats a token more than {MAX_TOKENS} times"
        if operator in ("+", "*") or (found[2] and not found[3]):
            open_ends += 1
    return f"more than {MAX_OPEN_ENDS} tokens are repeated without end" if open_ends > MAX_OPEN_ENDS else None


def _expressions(content: Any) -> Iterator[str]:
    """The regular expressions of a pattern."""
    if isinstance(content, list):
        for part in content:
            yield from _expressions(part)
    elif isinstance(content, dict):
        for key, part in content.items():
            if key == "REGEX":
                yield from _texts_in(part)
            else:
                yield from _expressions(part)


def _texts_in(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, list | dict):
        for part in content.values() if isinstance(content, dict) else content:
            yield from _texts_in(part)


PROBE_SECONDS = 1.0
"""An expression that takes so long for a word of thirty letters takes for ever for a longer one; one that is
in order takes some millionths."""

_PROBE_LETTERS = 30


def _wrong_expression(expression: str) -> str | None:
    """Why a regular expression cannot be used; None if it can. It is tried on words that make one explode."""
    try:
        compiled = re.compile(expression)
    except (re.error, OverflowError, RecursionError, ValueError, MemoryError) as error:
        return f"{expression!r} is no regular expression: {error}"
    own = [character for character in expression if character.isalnum()][:20]
    letters = dict.fromkeys([*own, "a", "1", " ", "-"])
    try:
        with time_limit(PROBE_SECONDS):
            for letter in letters:
                compiled.search(letter * _PROBE_LETTERS + "\0")
    except TimeUpError:
        return f"{expression!r} takes for ever for some words: repeat nothing that is repeated"
    return None


def make_name_finder(nlp: Language, patterns: Sequence[Mapping[str, Any]]) -> Callable[[Doc], Doc]:
    """What finds these patterns in the docs of a pipeline, in the tags that it gave, and notes them as a span
    group. The pipeline itself stays as it is: others use it with other patterns.

    Raises:
        LexiconError: they ask for what the pipeline does not say of its words.
    """
    config = {"spans_key": OWN_NAMES, "validate": True}
    ruler: Any = nlp.create_pipe("span_ruler", name=OWN_NAMES, config=config)
    ruler.add_patterns([{**pattern, "pattern": _tokens(nlp, pattern["pattern"])} for pattern in patterns])
    try:
        ruler(nlp("One word after another."))
    except ValueError as error:  # spaCy's E155: a lemma, say, where there is no lemmatizer
        raise LexiconError(f"the patterns do not go with this pipeline: {described(error)}") from error
    found: Callable[[Doc], Doc] = ruler
    return found


def _tokens(nlp: Language, pattern: Any) -> Any:
    """A phrase as its tokens: the ruler would run the whole pipeline over it."""
    return [{"ORTH": token.text} for token in nlp.make_doc(pattern)] if isinstance(pattern, str) else pattern
