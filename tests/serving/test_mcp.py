"""The MCP server, asked by a real client over a pipe."""

from __future__ import annotations

import asyncio
import sys

import pytest

from claimcheck import extract, ground, lint
from claimcheck.serving.operations import Limits, RequestError, extract_claims

TEXT = "Brightcell raised $40 million in May 2021. It has 300 employees."


def ask(tool, arguments, *options):
    """What a tool answers a client that starts the server as a process."""
    pytest.importorskip("mcp", reason="needs claimcheck-nlp[mcp]")
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    async def talk():
        server = StdioServerParameters(command=sys.executable, args=["-m", "claimcheck", "mcp", *options])
        async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            tools = await session.list_tools()
            return [offered.name for offered in tools.tools], await session.call_tool(tool, arguments)

    return asyncio.run(talk())


def test_a_client_gets_the_claims_that_extract_finds():
    names, answer = ask("extract_claims", {"text": TEXT, "kinds": ["money", "count"]})
    assert "extract_claims" in names
    assert not answer.is_error
    expected = extract(TEXT, kinds=["money", "count"]).model_dump(mode="json")
    assert answer.structured_content == expected


def test_an_answer_is_held_against_its_sources():
    arguments = {"answer": "Brightcell raised $50 million.", "sources": [TEXT]}
    names, answer = ask("ground_answer", arguments)
    assert {"ground_answer", "compare"} <= set(names)
    assert answer.structured_content == ground(arguments["answer"], [TEXT]).model_dump(mode="json")
    assert "differs" in {finding["verdict"] for finding in answer.structured_content["findings"]}


def test_figures_that_cannot_be_right_are_found():
    text = "Sales rose from $2.1 million to $3.5 million, up 50%."
    names, answer = ask("check_figures", {"text": text})
    assert "check_figures" in names
    assert not answer.is_error
    assert answer.structured_content == lint(text).model_dump(mode="json")
    assert len(answer.structured_content["findings"]) == 1


def test_what_is_wrong_is_said_to_the_client():
    _, answer = ask("extract_claims", {"text": TEXT}, "--max-chars", "10")
    assert answer.is_error
    assert "more than the 10 of this server" in answer.content[0].text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"date": "last week"}, "last week"),
        ({"kinds": ["monye"]}, "monye"),
        ({"limits": Limits(5)}, "of this server"),
    ],
)
def test_a_request_that_cannot_be_answered_is_refused(arguments, message):
    with pytest.raises(RequestError, match=message):
        extract_claims(TEXT, **arguments)
