"""`claimcheck extract --engine ray`: the options that say where a run over a corpus takes place."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.option_groups import OptionGroup
from claimcheck.cli.terminal import ending_quietly

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from claimcheck.reading import ReadingOptions

LOCAL, RAY = "local", "ray"


@dataclass(frozen=True, slots=True)
class ClusterOptions(OptionGroup):
    """Where the work is done."""

    engine: Annotated[
        str,
        typer.Option(
            metavar="local|ray",
            help="Where to work: in this process and its workers, or on a Ray cluster, which reads Parquet, "
            "JSON Lines or text and writes a folder of Parquet files to --output.",
            rich_help_panel="Cluster",
        ),
    ] = LOCAL
    address: Annotated[
        str | None,
        typer.Option(
            metavar="auto|ray://HOST:PORT",
            help="The Ray cluster. Without it, one is started on this machine for the run.",
            show_default=False,
            rich_help_panel="Cluster",
        ),
    ] = None

    def is_wanted(self) -> bool:
        """Whether the run is for a cluster."""
        if self.engine not in (LOCAL, RAY):
            raise typer.BadParameter(f"{self.engine!r} is not local or ray", param_hint="--engine")
        if self.engine == LOCAL and self.address is not None:
            raise typer.BadParameter("it goes with --engine ray", param_hint="--address")
        return self.engine == RAY

    def refuse(self, given: Mapping[str, bool]) -> None:
        """Refuse options that a cluster does without: each by its name, and whether it was given."""
        for name, is_given in given.items():
            if is_given:
                raise typer.BadParameter("it does not go with --engine ray", param_hint=name)


def extract_on_cluster(
    inputs: Sequence[str] | None,
    output: Path | None,
    options: ReadingOptions,
    *,
    address: str | None,
    model: str | None,
    kinds: frozenset[str],
) -> None:
    """Run `claimcheck.scale.cluster.extract_dataset` with the options of the command line.

    Args:
        inputs: paths, as the cluster sees them.
        output: the folder to make.
        options: how articles are read.
        address: of the cluster.
        model: the spaCy pipeline, as it is called on the nodes.
        kinds: of claims to keep.
    """
    from claimcheck.scale.cluster import ClusterSettings, extract_dataset  # noqa: PLC0415 - `--help` does without it

    if options.format_name not in (None, "parquet", "jsonl", "text"):
        raise typer.BadParameter(f"Ray does not read {options.format_name}", param_hint="--input-format")
    if not inputs:
        raise typer.BadParameter("name files or folders", param_hint="INPUT")
    if len(options.text_fields) > 1:
        raise typer.BadParameter("--engine ray takes one column", param_hint="--text-field")
    if output is None:
        raise typer.BadParameter("--engine ray writes to a folder: give its name", param_hint="--output")
    if output.exists():
        raise typer.BadParameter(f"{output} is there already", param_hint="--output")
    settings = ClusterSettings(
        text_column=options.text_fields[0],
        id_column=options.id_field,
        published=options.published,
        date_order=options.date_order,
        language=options.language,
        kinds=tuple(sorted(kinds)),
        model=model,
    )
    with ending_quietly():
        logging.getLogger("ray.data").setLevel(logging.CRITICAL)  # what fails is said here, on one line
        extract_dataset(
            inputs, str(output.absolute()), settings, address=address, format_name=options.format_name
        )
