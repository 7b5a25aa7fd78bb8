"""`claimcheck explain`: what every rule proposed, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.choosing import KindOption, check_kinds
from claimcheck.cli.inputs import InputOptions, InputsArgument, RuleOptions, find_all
from claimcheck.cli.option_groups import AUTO, Only, with_option_groups
from claimcheck.cli.outputs import (
    OutputOption,
    check_outputs,
    choose_report_format,
    report_format_option,
    write_stream,
)
from claimcheck.cli.terminal import Messages, ending_quietly
from claimcheck.ending import raise_if_ended
from claimcheck.errors import ExtractionError, ReadingError, described

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.explanation import Explanation
    from claimcheck.own_rules import OwnRules
    from claimcheck.reading import Input, ReadingOptions

FORMATS = ("table", "json", "jsonl")
ReportFormatOption = Annotated[str, report_format_option(FORMATS)]


READING = Only("input_format", "glob", "encoding", "text_field", "id_field", "language", "max_chars", "model")


@with_option_groups
def explain(
    inputs: InputsArgument = None,
    *,
    reading: Annotated[InputOptions, READING],
    rules: RuleOptions,
    kind: KindOption = None,
    output_format: ReportFormatOption = AUTO,
    output: OutputOption = None,
) -> None:
    """Account for articles: what every rule proposed as a claim, and which check refused what.

    Each sentence with the candidates in it: their words, the rule that proposed them, and the claim that they
    became or the check that refused them with the words that it went by. Numerals that are no quantities
    are accounted for too. Exit code 0; 1 if an input failed (the others are processed); 2 for wrong usage.

    [bold]Examples[/bold]

    claimcheck explain article.txt

    claimcheck explain article.txt --kind organization
    """
    from claimcheck.writing.explanation_formats import EXPLANATION_WRITERS  # noqa: PLC0415 - `--help` does without it

    name = choose_report_format(output_format, FORMATS, output)
    options = reading.reading_options()
    kinds = check_kinds(kind)
    own_rules = rules.load()
    with ending_quietly():
        messages = Messages(quiet=True)
        found, several = find_all(inputs, reading.glob, options, messages.fail)
        check_outputs(found, output, None, rules.files)
        explanations = _explanations(found, options, messages, reading.model, own_rules, kinds)
        write = EXPLANATION_WRITERS[name]
        write_stream(explanations, write, output, messages, several=several, for_people=name == "table")
        raise typer.Exit(messages.exit_code)


def _explanations(
    found: Sequence[Input],
    options: ReadingOptions,
    messages: Messages,
    model: str | None,
    own_rules: OwnRules,
    kinds: frozenset[str],
) -> Iterator[Explanation]:
    from claimcheck.explanation import only_kinds  # noqa: PLC0415 - `--help` does without the pipeline
    from claimcheck.pipeline import explain_article, put_together  # noqa: PLC0415
    from claimcheck.reading import read_articles  # noqa: PLC0415
    from claimcheck.tagging.pipelines import load_pipeline  # noqa: PLC0415

    for source in found:
        try:
            for article in read_articles(source, replace(options, on_bad_row=messages.fail)):
                nlp = load_pipeline(model)
                try:
                    explanation = explain_article(article, nlp, put_together(own_rules, nlp))
                except Exception as error:  # noqa: BLE001 - whatever it is, it concerns one article
                    raise_if_ended(error)
                    messages.fail(ExtractionError(f"{article.source}: {described(error)}"))
                else:
                    yield only_kinds(explanation, kinds) if kinds else explanation
        except ReadingError as error:
            messages.fail(error)
