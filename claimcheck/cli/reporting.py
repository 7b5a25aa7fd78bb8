"""`claimcheck report`: the review sheet of articles."""

from __future__ import annotations

import sys

import typer

from claimcheck.cli.extracting import JobsOption, ModelOption, TimeoutOption, check_jobs, find_documents
from claimcheck.cli.inputs import (
    AUTO,
    ConstructionsOption,
    CurrencyOption,
    DateOption,
    DateOrderOption,
    DecimalOption,
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
    UnitSystemOption,
    WithoutOption,
    find_all,
    make_reading_options,
    read_own_rules,
)
from claimcheck.cli.outputs import (
    KindOption,
    OutputOption,
    QuietOption,
    check_kinds,
    check_outputs,
    write_all,
)
from claimcheck.cli.terminal import Messages, ending_quietly, is_terminal

FORMAT = "html"


def report(
    inputs: InputsArgument = None,
    input_format: InputFormatOption = AUTO,
    glob: GlobOption = None,
    encoding: EncodingOption = None,
    text_field: TextFieldOption = "text",
    id_field: IdFieldOption = None,
    date: DateOption = None,
    date_order: DateOrderOption = None,
    language: LanguageOption = None,
    max_chars: MaxCharsOption = None,
    timeout: TimeoutOption = None,
    currency: CurrencyOption = None,
    decimal: DecimalOption = None,
    unit_system: UnitSystemOption = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    patterns: PatternsOption = None,
    constructions: ConstructionsOption = None,
    without: WithoutOption = None,
    output: OutputOption = None,
    kind: KindOption = None,
    jobs: JobsOption = "1",
    quiet: QuietOption = False,
) -> None:
    """Make a review sheet: one HTML file with the articles, their claims marked, and a table to check.

    The file needs no network and no other file. Press ? in it for its keys.

    [bold]Examples[/bold]

    claimcheck report article.txt -o review.html

    claimcheck report drafts/ --kind money --kind change -o figures.html
    """
    options = make_reading_options(
        input_format=input_format,
        encoding=encoding,
        text_field=text_field,
        id_field=id_field,
        date=date,
        date_order=date_order,
        language=language,
        max_chars=max_chars,
        currency=currency,
        decimal=decimal,
        unit_system=unit_system,
    )
    if output is None and is_terminal(sys.stdout):
        raise typer.BadParameter("say where to: --output review.html", param_hint="--output")
    wanted = check_kinds(kind)
    processes = check_jobs(jobs)
    own_rules = read_own_rules(lexicon, patterns, constructions, without)
    with ending_quietly():
        messages = Messages(quiet=quiet)
        found, several = find_all(inputs, glob, options, messages.fail)
        check_outputs(found, output, None, [*(lexicon or ()), *(patterns or ())])
        results = find_documents(
            found,
            options=options,
            model=model,
            own_rules=own_rules,
            messages=messages,
            with_text=True,
            kinds=wanted,
            jobs=processes,
            timeout=timeout,
        )
        write_all((document for _, document in results), FORMAT, output, messages, several=several)
        raise typer.Exit(messages.exit_code)
