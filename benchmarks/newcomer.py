"""What somebody who has never seen claimcheck does first: twenty tasks and more, from a clean checkout.

    python benchmarks/newcomer.py [--task NAME ...] [--keep FOLDER] [--environment PYTHON]

Copies what git knows of this checkout into a new folder, makes a virtual environment there, installs
claimcheck from the copy as the README says, and does each task with the commands of the documentation. A
task passes where what it promises is there; its seconds are printed beside it. The exit code is the number of
tasks that failed.

`--environment` uses an interpreter in which claimcheck is installed already, without the task that installs.
Needs git, bash and a network to install from; tasks that need jq or curl say so where they are missing.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "data/articles/building-a-support-assistant.txt"
NOTE = "Brightcell raised $40 million in May 2021. It has 300 employees.\n"


class MissingError(Exception):
    """A tool is not on this machine, so a task cannot be done."""


class Newcomer:
    """A person at a shell in the checkout, with claimcheck in the environment.

    Attributes:
        checkout: the copy of the repository.
        python: the interpreter of the environment.
        work: a folder of their own.
    """

    def __init__(self, checkout: Path, python: Path, work: Path) -> None:
        self.checkout, self.python, self.work = checkout, python, work

    def environment(self, **more: str) -> dict[str, str]:
        """The variables of their shell: the environment is activated."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
        path = f"{self.python.parent}{os.pathsep}{kept.get('PATH', '')}"
        return {**kept, "PATH": path, "PIP_DISABLE_PIP_VERSION_CHECK": "1", **more}

    def shell(self, command: str, *, code: int = 0, where: Path | None = None, **more: str) -> str:
        """What a command prints to standard output; it must end with this code and without a traceback."""
        done = subprocess.run(  # noqa: S603 - commands of this file
            ["bash", "-euo", "pipefail", "-c", command],  # noqa: S607
            cwd=where or self.checkout,
            env=self.environment(**more),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != code or "Traceback" in done.stderr:
            raise AssertionError(
                f"{command}\nended with {done.returncode}\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}"
            )
        self.said = done.stderr
        return done.stdout

    def script(self, code: str, name: str = "script.py", **more: str) -> str:
        """What a Python script of theirs prints."""
        (self.work / name).write_text(code, encoding="utf-8")
        return self.shell(f"python {name}", where=self.work, **more)

    def write(self, name: str, text: str) -> Path:
        """A file of theirs."""
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


def needs(tool: str) -> None:
    """Say that a task cannot be done where a tool is missing."""
    if shutil.which(tool) is None:
        raise MissingError(tool)


def install(who: Newcomer) -> None:
    """The command of the README, with the extras that the tasks need."""
    who.shell("pip install --quiet '.[all,mcp,serve]'")
    assert "claimcheck-nlp" in who.shell("claimcheck --version")


def first_table(who: Newcomer) -> None:
    """A table on a terminal."""
    shown = who.shell(f"claimcheck extract {ARTICLE} --format table --width 100")
    assert "language_share" in shown
    assert "71.4 % Python" in shown


def help_and_kinds(who: Newcomer) -> None:
    """What is there: help of every command, the kinds, a misspelt kind."""
    for command in ("", "extract", "brief", "lint", "ground", "report", "mcp", "serve"):
        assert "Usage" in who.shell(f"claimcheck {command} --help")
    assert "percentage" in who.shell("claimcheck kinds")
    who.shell(f"claimcheck extract {ARTICLE} --kind monye", code=2)
    assert "money" in who.said


def json_to_jq(who: Newcomer) -> None:
    """Amounts of money by jq."""
    needs("jq")
    shown = who.shell(
        f"claimcheck extract {ARTICLE} | jq -r '.claims[] | select(.kind == \"money\") | .value.number'"
    )
    assert shown.split() == ["4000", "2600000", "0.04", "187500", "49"]


def formats(who: Newcomer) -> None:
    """CSV, Parquet, SQLite and JSON Lines of one folder, with the same number of rows."""
    for name in ("claims.csv", "claims.parquet", "claims.db", "claims.jsonl"):
        who.shell(f"claimcheck extract data/articles --output {who.work / name}")
    shown = who.script("""
import csv, sqlite3
import pyarrow.parquet
with open("claims.csv", encoding="utf-8", newline="") as rows:
    found = list(csv.DictReader(rows))
table = pyarrow.parquet.read_table("claims.parquet")
database = sqlite3.connect("claims.db").execute("select count(*) from claims").fetchone()[0]
lines = sum(1 for line in open("claims.jsonl", encoding="utf-8"))
print(len(found) == table.num_rows == database == lines > 100, list(found[0]) == table.column_names)
""")
    assert shown == "True True\n"


def review_sheet(who: Newcomer) -> None:
    """One HTML file to work through."""
    who.shell(f"claimcheck report {ARTICLE} -o {who.work / 'review.html'}")
    assert "<mark" in (who.work / "review.html").read_text(encoding="utf-8")


def brief_and_lint(who: Newcomer) -> None:
    """What to check first; figures that cannot be right end a CI run."""
    assert len(who.shell(f"claimcheck brief {ARTICLE}").splitlines()) > 5
    who.write("wrong.txt", "Revenue rose from $2.1bn to $3.5bn, up 50 %.")
    assert "66.7" in who.shell("claimcheck lint wrong.txt --fail-on finding", code=3, where=who.work)


def ground(who: Newcomer) -> None:
    """An answer against its source."""
    who.write("note.txt", NOTE)
    who.write("answer.txt", "Brightcell raised $50 million.")
    assert "differs" in who.shell("claimcheck ground answer.txt --source note.txt", where=who.work)


def own_company(who: Newcomer) -> None:
    """A company that no list has."""
    who.write("ours.toml", '[[organizations]]\nname = "Halden Vyx"\naliases = ["Hvx"]\nsafety = "safe"\n')
    who.write("vyx.txt", "The tool wren was built by Hvx.")
    shown = who.shell("claimcheck extract vyx.txt --lexicon ours.toml", where=who.work)
    assert {"Hvx": "organization"}.items() <= {
        entity["text"]: entity["label"] for entity in json.loads(shown)["entities"]
    }.items()


def own_unit(who: Newcomer) -> None:
    """A unit that no list has."""
    who.write("units.toml", '[[units]]\nname = "story_point"\nwords = ["story point", "story points"]\n')
    who.write("sprint.txt", "The sprint took 40 story points.")
    shown = who.shell("claimcheck extract sprint.txt --lexicon units.toml --format jsonl", where=who.work)
    assert json.loads(shown)["value"] == {"number": 40.0, "unit": "story_point"}


def own_relation(who: Newcomer) -> None:
    """A relation that claimcheck does not know, as the how-to has it."""
    page = (who.checkout / "docs" / "how-to.md").read_text(encoding="utf-8")
    section = page.split("## Teach it your own relations")[1]
    blocks = (block.split("```")[0] for block in section.split("```toml\n")[1:])
    who.write("relations.toml", next(block for block in blocks if "sued_by" in block))
    who.write("suit.txt", "Uber, sued by Google in 2017, settled.")
    shown = who.shell("claimcheck extract suit.txt --constructions relations.toml", where=who.work)
    relations = [claim["value"].get("relation") for claim in json.loads(shown)["claims"]]
    assert "sued_by" in relations


def from_python(who: Newcomer) -> None:
    """The first script of the README."""
    shown = who.script("""
from claimcheck import extract

document = extract("BioGPT has 1.5B parameters, and the API is entirely in Python.")
for claim in document.claims:
    print(claim.kind, claim.text, claim.value.number)
""")
    assert shown == "parameter_count 1.5B parameters 1500000000\nlanguage_share entirely in Python 100\n"


def notebook(who: Newcomer) -> None:
    """A cell of a notebook shows marked text and a table."""
    who.shell("pip install --quiet ipython")
    shown = who.script("""
from IPython.core.formatters import DisplayFormatter
import claimcheck

data, _ = DisplayFormatter().format(claimcheck.extract("It has 5,200 users."))
print(data["text/plain"], data["text/html"])
""")
    assert "<Document" in shown
    assert '<mark title="count">5,200 users</mark>' in shown


def type_check(who: Newcomer) -> None:
    """A strict type checker accepts a right script and finds a misspelt name."""
    who.shell("pip install --quiet mypy")
    who.write(
        "right.py",
        "import claimcheck\nfor c in claimcheck.extract('It has 5 users.').claims:\n    at: int = c.start\n",
    )
    who.write("wrong.py", "import claimcheck\nclaimcheck.extrct('It has 5 users.')\n")
    assert "Success" in who.shell("mypy --strict right.py", where=who.work)
    assert "extrct" in who.shell("mypy --strict wrong.py", code=1, where=who.work)


def spacy_pipeline(who: Newcomer) -> None:
    """The component in a pipeline of theirs."""
    shown = who.script("""
import spacy

nlp = spacy.blank("en")
nlp.add_pipe("claimcheck")
doc = nlp("The round brought in over €30 million.")
print([(span.text, span.label_) for span in doc.spans["claims"]])
""")
    assert shown == "[('over €30 million', 'money')]\n"


def resume(who: Newcomer) -> None:
    """A run that is killed goes on where it was."""
    count = 200
    for number in range(count):
        who.write(f"many/{number:03}.txt", NOTE * 40)
    command = ["claimcheck", "extract", "many", "--output-dir", "out", "--resume", "--quiet"]
    process = subprocess.Popen(  # noqa: S603 - our own command
        [who.python.parent / command[0], *command[1:]], cwd=who.work, env=who.environment()
    )
    record = who.work / "out" / ".claimcheck" / "finished.jsonl"
    for _ in range(3600):
        if record.exists() and record.read_text(encoding="utf-8").count("\n") >= 3:
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    done = len(list((who.work / "out").glob("*.json")))
    who.shell(" ".join(command), where=who.work)
    assert 3 <= done < count == len(list((who.work / "out").glob("*.json")))


def http_server(who: Newcomer) -> None:
    """A text over HTTP with curl."""
    needs("curl")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603 - our own command
        [who.python.parent / "claimcheck", "serve", "--port", str(port)], env=who.environment()
    )
    try:
        address = f"http://127.0.0.1:{port}"
        who.shell(f"curl -s --retry 60 --retry-connrefused --retry-delay 1 {address}/health")
        body = json.dumps({"text": NOTE, "kinds": ["money"]})
        shown = who.shell(f"curl -s -H 'content-type: application/json' -d '{body}' {address}/extract")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=120)
    assert [claim["text"] for claim in json.loads(shown)["claims"]] == ["$40 million"]


def mcp_client(who: Newcomer) -> None:
    """A tool called by a client over a pipe."""
    shown = who.script("""
import asyncio
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

async def main():
    server = StdioServerParameters(command="claimcheck", args=["mcp"])
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        print(sorted(tool.name for tool in (await session.list_tools()).tools))
        text = "Revenue rose from $2.1bn to $3.5bn, up 50 %."
        answer = await session.call_tool("check_figures", {"text": text})
        print(answer.structured_content["findings"][0]["rule"])

asyncio.run(main())
""")
    assert "['check_figures', 'compare', 'extract_claims', 'ground_answer']" in shown
    assert "lint/change" in shown


def action_command(who: Newcomer) -> None:
    """What the GitHub Action runs."""
    who.write("post.md", NOTE)
    summary = who.work / "summary.md"
    shown = who.shell(
        f"bash {who.checkout}/.github/action.sh",
        where=who.work,
        CLAIMCHECK_INPUTS="post.md",
        CLAIMCHECK_OPTIONS="--kind\nmoney",
        GITHUB_STEP_SUMMARY=str(summary),
    )
    assert shown.startswith("::notice file=post.md,line=1,")
    assert "| money |" in summary.read_text(encoding="utf-8")


def develop(who: Newcomer) -> None:
    """The checks of CONTRIBUTING on the untouched checkout."""
    who.shell("pip install --quiet -e '.[dev]'")
    who.shell("ruff check . && ruff format --check . && mypy && lint-imports")
    who.shell("pytest -q tests/test_architecture.py")


def new_unit(who: Newcomer) -> None:
    """A unit for everybody: one row with its example, and the test that looks each example up."""
    table = who.checkout / "claimcheck" / "lexicons" / "en" / "units.csv"
    rows = table.read_text(encoding="utf-8")
    table.write_text(rows + "zorkel,zorkel;zorkels,,length,,it is 7 zorkels,,,,\n", encoding="utf-8")
    who.shell("pytest -q tests/lexicons -k 'zorkel or units'")


KIND = r'''"""A flight: the code of an airline and a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, Value
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument

_FLIGHT = re.compile(r"\b[Ff]light (?P<code>[A-Z]{2}\d{3,4})\b")


class FlightValue(Value):
    """The code as it is written."""

    code: str

    def describe(self, comparator: Comparator) -> str:  # noqa: ARG002 - the signature of every kind
        """Such as `flight KL1234`."""
        return f"flight {self.code}"


class FlightClaim(BaseClaim):
    """A flight by its code."""

    kind: Literal["flight"] = "flight"
    value: FlightValue

    example: ClassVar[tuple[str, str]] = ("They came by flight KL1234.", "flight KL1234")


def find_flight_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every flight whose code is given."""
    for found in _FLIGHT.finditer(document.text):
        value = FlightValue(code=found["code"])
        yield Draft(FlightClaim, found.start(), found.end(), value, "flight/code")


RULES = (Rule("flight/code", "They came by flight KL1234.", "They came by the flight of stairs A12."),)
'''


def new_kind(who: Newcomer) -> None:
    """A kind of claim, in the places that the README names and no other; then the tests of kinds."""
    home = who.checkout / "claimcheck" / "claims"
    (home / "flight.py").write_text(KIND, encoding="utf-8")
    registry = home / "__init__.py"
    text = registry.read_text(encoding="utf-8")
    following = "from claimcheck.claims.language_share import"
    text = text.replace(
        following, f"from claimcheck.claims.flight import FlightClaim, find_flight_claims\n{following}"
    )
    for line, added in (
        ("    | QuoteClaim", "    | FlightClaim"),
        ("    find_quote_claims,", "    find_flight_claims,"),
    ):
        assert text.count(f"{line}\n") == 1, "the lists of kinds look otherwise"
        text = text.replace(f"{line}\n", f"{line}\n{added}\n")
    registry.write_text(text, encoding="utf-8")
    cases = [
        ("came", "They came by flight KL1234.", ("flight KL1234", "KL1234")),
        ("late", "Flight BA117 was late again.", ("Flight BA117", "BA117")),
    ]
    lines = [
        {
            "id": name,
            "text": sentence,
            "claims": [{"text": words, "value": {"code": code}, "comparator": "="}],
            "why": "a flight",
        }
        for name, sentence, (words, code) in cases
    ]
    gold = who.checkout / "data" / "gold" / "flight.jsonl"
    gold.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    who.shell("python docs/generate.py")
    who.shell("ruff check . && ruff format --check . && mypy && lint-imports")
    who.shell(
        "pytest -q tests/test_architecture.py tests/test_gold.py tests/test_docs.py tests/test_data.py "
        "tests/test_rules.py tests/writing tests/test_extract.py tests/test_spacy_component.py "
        "-k 'not browser'"
    )
    assert "flight" in who.shell("claimcheck kinds")


TASKS: Sequence[Callable[[Newcomer], None]] = (
    install,
    first_table,
    help_and_kinds,
    json_to_jq,
    formats,
    review_sheet,
    brief_and_lint,
    ground,
    own_company,
    own_unit,
    own_relation,
    from_python,
    notebook,
    type_check,
    spacy_pipeline,
    resume,
    http_server,
    mcp_client,
    action_command,
    develop,
    new_unit,
    new_kind,
)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--task", action="append", choices=[task.__name__ for task in TASKS])
    parser.add_argument("--keep", type=Path, help="a folder for it all, which is left there")
    parser.add_argument("--environment", type=Path, help="an interpreter that has claimcheck")
    options = parser.parse_args(arguments)
    folder = options.keep or Path(tempfile.mkdtemp(prefix="newcomer-"))
    try:
        return run(folder, options.task, options.environment)
    finally:
        if options.keep is None:
            shutil.rmtree(folder, ignore_errors=True)


def run(folder: Path, chosen: Sequence[str] | None, environment: Path | None) -> int:
    """Do the tasks in a folder; returns how many failed."""
    checkout, work = folder / "checkout", folder / "work"
    work.mkdir(parents=True, exist_ok=True)
    if not checkout.exists():
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(checkout)], check=True)  # noqa: S603, S607
    python = environment or folder / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)  # noqa: S603
    who = Newcomer(checkout, python.absolute(), work)
    failed = 0
    for task in TASKS:
        if (chosen and task.__name__ not in chosen) or (environment and task is install):
            continue
        start = time.monotonic()
        try:
            task(who)
            outcome = "ok"
        except MissingError as error:
            outcome = f"skipped: needs {error}"
        except Exception:  # noqa: BLE001 - whatever it is, the other tasks go on
            outcome = "FAILED\n" + traceback.format_exc()
            failed += 1
        print(f"{time.monotonic() - start:7.1f} s  {task.__name__:15} {outcome}", flush=True)
    print(f"{failed} of {len(TASKS)} tasks failed" if failed else "a newcomer gets through")
    return failed


if __name__ == "__main__":
    sys.exit(main())
