"""`claimcheck mcp` and `claimcheck serve`: claimcheck for other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.inputs import InputOptions
from claimcheck.cli.option_groups import Only, with_option_groups
from claimcheck.cli.terminal import ending_quietly

MaxCharsOption = Annotated[
    int, typer.Option(min=1, metavar="N", help="Longest text of one request, in characters.")
]


Pipeline = Annotated[InputOptions, Only("model")]


@with_option_groups
def mcp(max_chars: MaxCharsOption = 200_000, *, reading: Pipeline) -> None:
    """Serve the Model Context Protocol on standard input and output.

    A client starts this command and calls its tools. Nothing is read from disk, nothing leaves the machine.

    [bold]Example[/bold] (the configuration of a client)

    {"mcpServers": {"claimcheck": {"command": "claimcheck", "args": ["mcp"]}}}
    """
    from claimcheck.serving.mcp import serve as serve_mcp  # noqa: PLC0415 - `--help` does without it
    from claimcheck.serving.operations import Limits  # noqa: PLC0415

    with ending_quietly():
        serve_mcp(Limits(max_chars), reading.model)


@with_option_groups
def serve(
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to answer on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="The port to answer on.")] = 8765,
    max_chars: MaxCharsOption = 200_000,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="Longest time for one answer.")
    ] = 30.0,
    concurrency: Annotated[
        int, typer.Option(min=1, metavar="N", help="Requests at one time; more are told to come again.")
    ] = 16,
    *,
    reading: Pipeline,
) -> None:
    """Answer over HTTP: POST a text to /extract, get its claims; /docs describes it.

    There are no users and no keys: it answers on this machine alone unless --host says otherwise.

    [bold]Example[/bold]

    claimcheck serve --port 8765

    curl -s -H "content-type: application/json" -d "{\\"text\\": \\"It has 5 users.\\"}" http://127.0.0.1:8765/extract
    """
    from claimcheck.serving.http import ServerLimits  # noqa: PLC0415 - `--help` does without it
    from claimcheck.serving.http import serve as serve_http  # noqa: PLC0415
    from claimcheck.serving.operations import Limits  # noqa: PLC0415

    with ending_quietly():
        serve_http(host, port, ServerLimits(Limits(max_chars), timeout, concurrency), reading.model)
