"""A server of the Model Context Protocol over standard input and output.

Needs `pip install 'claimcheck-nlp[mcp]'`. Everything a client sends is data: no tool opens a file or a
connection.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError, ReadingError
from claimcheck.serving.operations import (
    Limits,
    as_json,
    check_figures,
    compare_texts,
    extract_claims,
    ground_answer,
)
from claimcheck.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mcp.server import MCPServer

INSTRUCTIONS = (
    "claimcheck finds the factual claims of English texts by fixed rules: figures, dates, names, relations, "
    "quotes. Every record points at its exact characters. It does not know whether a claim is true."
)


def make_server(limits: Limits | None = None, model: str | None = None) -> MCPServer:
    """The server with its tools.

    Raises:
        ReadingError: the library is not installed.
    """
    try:
        from mcp.server import MCPServer  # noqa: PLC0415 - an extra
        from mcp.server.mcpserver.exceptions import ToolError  # noqa: PLC0415
    except ImportError as error:
        raise ReadingError("to serve MCP: pip install 'claimcheck-nlp[mcp]'") from error
    server = MCPServer("claimcheck", instructions=INSTRUCTIONS, version=__version__)

    @server.tool(name="extract_claims", structured_output=True)
    def extract_tool(text: str, kinds: list[str] | None = None, date: str | None = None) -> dict[str, Any]:
        """Every factual claim of an English text as a typed record with its exact place.

        kinds: keep only these, such as money, percentage, date, organization, quote. date: the day of writing
        (YYYY-MM-DD), from which "last year" counts.
        """
        with _saying_what_is_wrong(ToolError):
            return as_json(extract_claims(text, kinds=kinds, date=date, model=model, limits=limits))

    @server.tool(name="ground_answer", structured_output=True)
    def ground_tool(answer: str, sources: list[str]) -> dict[str, Any]:
        """Whether source texts bear out the figures, dates, names, quotes and relations of an answer.

        Each finding has a verdict (borne_out, follows, differs, not_found), the exact places on both sides
        and the reason. What differs is worth showing to the user; not_found is not the same as wrong.
        """
        with _saying_what_is_wrong(ToolError):
            return as_json(ground_answer(answer, sources, model=model, limits=limits))

    @server.tool(name="compare", structured_output=True)
    def compare_tool(documents: list[str]) -> dict[str, Any]:
        """What two or more texts agree on and where their figures, dates or relations conflict."""
        with _saying_what_is_wrong(ToolError):
            return as_json(compare_texts(documents, model=model, limits=limits))

    @server.tool(name="check_figures", structured_output=True)
    def check_figures_tool(text: str) -> dict[str, Any]:
        """Figures of one text that cannot all be right: wrong percentages, sums, ages, weekdays, units.

        Each finding names the places, the arithmetic and the tolerance. No finding does not mean that the
        figures are true, only that they do not contradict each other.
        """
        with _saying_what_is_wrong(ToolError):
            return as_json(check_figures(text, model=model, limits=limits))

    return server


@contextmanager
def _saying_what_is_wrong(tool_error: type[Exception]) -> Iterator[None]:
    """The SDK hands on the words of its own kind of error alone, and takes any other for a crash."""
    try:
        yield
    except ClaimcheckError as error:
        raise tool_error(str(error)) from error


def serve(limits: Limits | None = None, model: str | None = None) -> None:
    """Answer one client on standard input and output until it closes them."""
    make_server(limits, model).run("stdio")
