"""`claimcheck explain`: what every rule proposed, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.extracting import ModelOption  # noqa: TC001 - Typer reads the annotations
from claimcheck.cli.inputs import (
    AUTO,
    ConstructionsOption,
    EncodingOption,
    GlobOption,
    IdFieldOption,
    InputFormatOption,
    InputsArgument,
    LanguageOption,
    LexiconOption,
    MaxCharsOption,
    PatternsOption,
    TextFieldOption,
    WithoutOption,
    find_all,
    make_reading_options,
    read_own_rules,
)
from claimcheck.cli.outputs import (
    KindOption,
    OutputOption,
    check_kinds,
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


def explain(
    inputs: InputsArgument = None,
    input_format: InputFormatOption = AUTO,
    glob: GlobOption = None,
    encoding: EncodingOption = None,
    text_field: TextFieldOption = None,
    id_field: IdFieldOption = None,
    language: LanguageOption = None,
    max_chars: MaxCharsOption = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    patterns: PatternsOption = None,
    constructions: ConstructionsOption = None,
    without: WithoutOption = None,
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
    options = make_reading_options(
        input_format=input_format,
        encoding=encoding,
        text_field=text_field,
        id_field=id_field,
        language=language,
        max_chars=max_chars,
    )
    kinds = check_kinds(kind)
    own_rules = read_own_rules(lexicon, patterns, constructions, without)
    with ending_quietly():
        messages = Messages(quiet=True)
        found, several = find_all(inputs, glob, options, messages.fail)
        check_outputs(found, output, None)
        explanations = _explanations(found, options, messages, model, own_rules, kinds)
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
