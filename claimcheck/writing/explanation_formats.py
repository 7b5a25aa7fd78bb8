"""The formats of `claimcheck explain`: a table, JSON and JSON lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

from claimcheck.writing.colours import PLAIN, RIGHT, WRONG
from claimcheck.writing.json_documents import write_json_objects
from claimcheck.writing.table import GAP, MARGIN, make_console, print_line
from claimcheck.writing.terminal_text import isolated, shown
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimcheck.explanation import ExplainedCandidate, Explanation
    from claimcheck.writing import WritingOptions


def write_explanation_table(
    explanations: Iterable[Explanation], out: TextIO, options: WritingOptions
) -> None:
    """Each sentence that holds a candidate, and below it a line for each."""
    console = make_console(out, options)
    for lines in put_together(explanations, _table_lines, options):
        for line in lines:
            print_line(console, line)


def _table_lines(explanation: Explanation) -> list[Text]:
    margin = " " * MARGIN
    lines = [Text(f"{margin}{shown(explanation.source)}", "bold")]
    for sentence in explanation.sentences:
        if sentence.candidates:
            lines.append(Text(f"{margin}{isolated(sentence.text)}"))
        lines += [_line(candidate, margin * 2) for candidate in sentence.candidates]
    return lines


def _line(candidate: ExplainedCandidate, margin: str) -> Text:
    words, rule = isolated(candidate.text), candidate.rule or candidate.kind
    if candidate.claim is not None:
        return Text.assemble(margin, ("claim  ", RIGHT), GAP, (words, "bold"), GAP, (rule, PLAIN))
    seen = f": {isolated(candidate.looked_at.text)}" if candidate.looked_at is not None else ""
    return Text.assemble(
        margin, ("refused", WRONG), GAP, words, GAP, (rule, PLAIN), GAP, f"by {candidate.refused_by}{seen}"
    )


def write_explanation_json(explanations: Iterable[Explanation], out: TextIO, options: WritingOptions) -> None:
    """One object, or an array of objects if there can be several."""
    write_json_objects(explanations, out, options)


def write_explanation_jsonl(
    explanations: Iterable[Explanation], out: TextIO, options: WritingOptions
) -> None:
    """A candidate per line, its `source` first."""
    for lines in put_together(explanations, _json_lines, options):
        out.writelines(lines)


def _json_lines(explanation: Explanation) -> list[str]:
    source = json.dumps(explanation.source, ensure_ascii=False)
    return [
        f'{{"source":{source},{candidate.model_dump_json()[1:]}\n'
        for sentence in explanation.sentences
        for candidate in sentence.candidates
    ]


EXPLANATION_WRITERS: Mapping[str, Callable[[Iterable[Explanation], TextIO, WritingOptions], None]] = {
    "table": write_explanation_table,
    "json": write_explanation_json,
    "jsonl": write_explanation_jsonl,
}
