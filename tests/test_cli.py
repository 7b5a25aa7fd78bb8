"""The command line as a user meets it: exit codes, streams, terminals, bad input.

What depends on pipes, terminals or signals runs in a process of its own; the rest runs in this one.
"""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

import claimcheck
from claimcheck import extract
from claimcheck.cli import app
from claimcheck.result import Document
from claimcheck.version import __version__

COUNT = "The survey drew 5,200 responses.\n"
MONEY = "The round brought in over €30 million.\n"

COMMAND = [sys.executable, "-m", "claimcheck"]
# The package that these tests import is the one that the processes run, installed or not.
HOME = {"PYTHONPATH": str(Path(claimcheck.__file__).parent.parent)}
PLAIN = HOME | {"NO_COLOR": "", "FORCE_COLOR": "", "COLUMNS": "", "TERM": "xterm-256color"}


@pytest.fixture
def articles(tmp_path, monkeypatch):
    """A folder to work in, with a few articles."""
    for name, text in {"count.txt": COUNT, "money.txt": MONEY, "sub/count.txt": MONEY + COUNT}.items():
        path = tmp_path / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, value in PLAIN.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def run(*arguments, stdin=None):
    """Run in this process; standard input is no terminal."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def spawn(*arguments, stdin=b"", **environment):
    """Run in a process with pipes."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        env=os.environ | PLAIN | environment,
        check=False,
        timeout=120,
    )


def in_terminal(*arguments, width=100, until=None, then=b"", **environment):
    """Run in a process whose three streams are a terminal; return what it shows, and the exit code.

    `then` is typed as soon as `until` is seen.
    """
    primary, secondary = pty.openpty()
    fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=secondary,
        stdout=secondary,
        stderr=secondary,
        env={name: value for name, value in (os.environ | PLAIN | environment).items() if value},
        start_new_session=True,
    )
    os.close(secondary)
    shown = b""
    while select.select([primary], [], [], 120)[0]:
        try:
            part = os.read(primary, 65536)
        except OSError:  # Linux: the other side is closed
            break
        if not part:
            break
        shown += part
        if until is not None and until in shown:
            os.write(primary, then)
            until = None
    os.close(primary)
    return shown.decode(), process.wait(timeout=120)


# One input, many inputs


def test_one_file_is_one_object(articles):
    result = run("extract", "articles/count.txt", "--format", "json")
    assert result.exit_code == 0
    document = Document.model_validate_json(result.stdout)
    assert document == extract(COUNT, source="articles/count.txt")
    assert [claim.text for claim in document.claims] == ["5,200 responses"]
    assert result.stderr == ""


def test_several_files_are_an_array_in_the_order_given(articles):
    records = json.loads(run("extract", "articles/money.txt", "articles/count.txt").stdout)
    assert [record["source"] for record in records] == ["articles/money.txt", "articles/count.txt"]


def test_a_folder_is_an_array_of_all_below_it(articles):
    records = json.loads(run("extract", "articles").stdout)
    assert [record["source"] for record in records] == [
        *("articles/count.txt", "articles/money.txt", "articles/sub/count.txt"),
    ]
    (articles / "one").mkdir()
    (articles / "one" / "a.txt").write_text(COUNT)
    assert len(json.loads(run("extract", "one").stdout)) == 1


def test_the_same_file_twice_is_extracted_twice(articles):
    assert len(json.loads(run("extract", "articles/count.txt", "articles/count.txt").stdout)) == 2


@pytest.mark.parametrize("arguments", [["-"], []])
def test_standard_input_is_read_from_a_pipe(articles, arguments):
    result = spawn("extract", *arguments, stdin=COUNT.encode())
    assert result.returncode == 0
    assert json.loads(result.stdout)["source"] == "-"
    assert len(json.loads(result.stdout)["claims"]) == 1


def test_standard_input_can_stand_among_files(articles):
    records = json.loads(run("extract", "articles/count.txt", "-", stdin=MONEY).stdout)
    assert [record["source"] for record in records] == ["articles/count.txt", "-"]


def test_an_empty_file_holds_no_claims(articles):
    (articles / "empty.txt").touch()
    result = run("extract", "empty.txt")
    assert (result.exit_code, json.loads(result.stdout)["claims"]) == (0, [])


def test_a_pipe_from_another_process_can_be_given_by_name(articles):
    read, write = os.pipe()
    os.write(write, COUNT.encode())
    os.close(write)
    result = subprocess.run(
        [*COMMAND, "extract", f"/dev/fd/{read}"], pass_fds=[read], capture_output=True, check=True
    )
    os.close(read)
    assert len(json.loads(result.stdout)["claims"]) == 1


ROWS = [{"text": COUNT}, {"text": MONEY}]


def test_an_input_with_rows_is_an_array(articles):
    (articles / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    records = json.loads(run("extract", "rows.jsonl", "--format", "json").stdout)
    assert [record["claims"][0]["kind"] for record in records] == ["count", "money"]
    assert run("extract", "rows.jsonl", "--output-dir", "out").exit_code == 0
    assert json.loads((articles / "out/rows.json").read_text(encoding="utf-8")) == records


# Formats


def test_json_lines_hold_a_claim_each(articles):
    lines = run("extract", "articles", "-f", "jsonl").stdout.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["count", "money", "money", "count"]
    assert all(line.startswith('{"source":"articles/') for line in lines)


def test_csv_holds_a_row_for_each_claim(articles):
    result = spawn("extract", "articles", "-f", "csv")
    assert b"\r\r\n" not in result.stdout
    rows = list(csv.DictReader(io.StringIO(result.stdout.decode(), newline="")))
    assert [row["value_currency"] for row in rows] == ["", "EUR", "EUR", ""]


def test_a_table_in_a_pipe_is_neither_clipped_nor_coloured(articles):
    sentence = f"The long {'winding ' * 60}survey drew 5,200 responses."
    (articles / "long.txt").write_text(sentence)
    result = spawn("extract", "long.txt", "--format", "table")
    assert sentence in result.stdout.decode()
    assert "⟦5,200 responses⟧" in result.stdout.decode()
    assert b"\x1b" not in result.stdout


def test_columns_sets_the_width_of_a_table_in_a_pipe(articles):
    result = spawn("extract", "articles", "--format", "table", COLUMNS="60")
    lines = result.stdout.decode().splitlines()
    assert max(map(len, lines)) <= 60
    assert " " + "─" * 58 in lines


def test_colour_can_be_forced_into_a_pipe(articles):
    forced = spawn("extract", "articles/count.txt", "-f", "table", FORCE_COLOR="1", TERM="dumb")
    assert b"\x1b[1;4m5,200 responses\x1b[0m" in forced.stdout
    refused = spawn("extract", "articles/count.txt", "-f", "table", FORCE_COLOR="1", NO_COLOR="1")
    assert b"\x1b" not in refused.stdout
    assert "⟦5,200 responses⟧" in refused.stdout.decode()


def test_colour_and_width_can_be_asked_for(articles):
    options = ("-f", "table", "--color", "always", "--width", "60")
    asked = spawn("extract", "articles/count.txt", *options, NO_COLOR="1", COLUMNS="100", TERM="dumb")
    assert b"\x1b[1;4m5,200 responses\x1b[0m" in asked.stdout
    assert "─" * 58 + "\x1b" in asked.stdout.decode()
    never = spawn("extract", "articles/count.txt", "-f", "table", "--color", "never", FORCE_COLOR="1")
    assert b"\x1b" not in never.stdout


def test_verbose_accounts_for_each_article(articles):
    result = spawn("extract", "articles/count.txt", "--verbose")
    assert re.search(rb"count.txt: \d+ words, language \w+, 1 claim, \d+ names?\n", result.stderr)
    assert re.search(rb"count.txt: 1 article, \d+\.\d\d s", result.stderr)
    assert spawn("extract", "articles/count.txt").stderr == b""


def test_data_is_utf8_whatever_the_locale(articles):
    result = spawn("extract", "articles/money.txt", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "€30 million" in result.stdout.decode("utf-8")


def test_a_table_does_without_what_the_terminal_cannot_write(articles):
    result = spawn("extract", "articles/money.txt", "-f", "table", PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert b"[[over ?30 million]" in result.stdout


# Terminals


def test_auto_is_a_table_on_a_terminal(articles):
    shown, code = in_terminal("extract", "articles/count.txt", width=80)
    assert code == 0
    assert "\x1b[1;4;38;5;63m5,200 responses" in shown
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown)
    assert " " + "─" * 78 in plain
    assert " articles/count.txt  1 claim" in plain


def test_a_pager_gets_the_table_with_its_colours(articles, tmp_path):
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\nsed 's/^/| /'\n", encoding="utf-8")
    pager.chmod(0o755)
    shown, code = in_terminal("extract", "articles/count.txt", "--pager", CLAIMCHECK_PAGER=str(pager))
    assert code == 0
    assert "\x1b[1;4;38;5;63m5,200 responses" in shown
    assert all(line.startswith("| ") for line in shown.strip().splitlines())


def test_a_pager_that_is_left_early_ends_quietly(articles):
    shown, code = in_terminal("extract", "articles/count.txt", "--pager", CLAIMCHECK_PAGER="true")
    assert (code, "Traceback" in shown) == (0, False)


def test_no_colour_means_no_escape_sequences(articles):
    shown, _ = in_terminal("extract", "articles/count.txt", NO_COLOR="1")
    assert "\x1b" not in shown
    assert "⟦5,200 responses⟧" in shown


def test_nothing_to_read_from_a_terminal_is_wrong_usage(articles):
    shown, code = in_terminal("extract")
    assert code == 2
    assert "give a file, a folder, or - for standard input" in shown


def test_a_progress_bar_is_shown_and_removed(articles):
    shown, code = in_terminal("extract", "articles", "missing.txt")
    assert code == 1
    assert "100%" in shown or "67%" in shown
    assert "claimcheck: missing.txt: no such file or directory" in shown
    assert shown.count("in 3 articles") == 1
    quiet, _ = in_terminal("extract", "articles", "--quiet")
    assert "%" not in re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", quiet)


def test_an_interrupt_ends_quietly(articles):
    process = subprocess.Popen(
        [*COMMAND, "extract", "-", "-o", "out.json"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=120)
    assert (process.returncode, errors) == (130, b"")
    assert not (articles / "out.json").exists()


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "table"])
def test_a_closed_pipe_ends_quietly(articles, form):
    (articles / "many.txt").write_text(COUNT * 400)
    with subprocess.Popen(
        [*COMMAND, "extract", "many.txt", "many.txt", "-f", form],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
@pytest.mark.parametrize("arguments", [["extract", "articles"], ["kinds"], ["--help"], ["--version"]])
def test_a_full_disk_is_one_line(articles, arguments):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        result = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 1
    assert result.stderr == b"claimcheck: standard output: no space left on device\n"


# Files


def test_output_goes_to_a_file_and_its_extension_names_the_format(articles):
    for name, start in {
        "c.json": "[\n",
        "c.jsonl": '{"source"',
        "c.csv": "claim_id,document_id,source",
        "c.out": "[\n",
    }.items():
        result = run("extract", "articles", "-o", name)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
        assert (articles / name).read_text(encoding="utf-8").startswith(start)


def test_output_of_nothing_leaves_the_old_file(articles):
    (articles / "old.json").write_text("old")
    assert run("extract", "missing.txt", "-o", "old.json").exit_code == 1
    assert (articles / "old.json").read_text() == "old"


def test_each_input_has_a_file_of_its_own_below_a_folder(articles):
    result = run("extract", "articles", "-", "--output-dir", "out/put", stdin=COUNT)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    folder = articles / "out/put"
    written = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    assert written == ["count.json", "money.json", "stdin.json", "sub/count.json"]
    document = Document.model_validate_json((articles / "out/put/sub/count.json").read_text(encoding="utf-8"))
    assert document.source == "articles/sub/count.txt"


def test_two_inputs_do_not_share_a_file(articles):
    result = run("extract", "articles/count.txt", "articles/sub/count.txt", "--output-dir", "out")
    assert result.exit_code == 1
    assert (
        result.stderr
        == "claimcheck: articles/sub/count.txt: out/count.json holds the claims of articles/count.txt\n"
    )
    assert json.loads((articles / "out/count.json").read_text())["source"] == "articles/count.txt"


def test_an_input_that_is_given_twice_has_one_file(articles):
    result = run("extract", "articles/count.txt", "articles/count.txt", "articles", "--output-dir", "out")
    assert (result.exit_code, result.stderr) == (0, "")
    Document.model_validate_json((articles / "out/count.json").read_text(encoding="utf-8"))


def test_a_file_per_input_can_have_another_format(articles):
    run("extract", "articles", "--output-dir", "out", "-f", "csv")
    assert (articles / "out/sub/count.csv").exists()


# Choice of kinds


def test_only_claims_of_the_kinds_asked_for_are_kept(articles):
    every = json.loads(run("extract", "articles/sub/count.txt").stdout)
    some = json.loads(run("extract", "articles/sub/count.txt", "--kind", "money").stdout)
    assert [claim["kind"] for claim in every["claims"]] == ["money", "count"]
    assert some["claims"] == every["claims"][:1]
    both = json.loads(run("extract", "articles/sub/count.txt", "-k", "money", "-k", "count").stdout)
    assert both == every


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--kind", "mony"], "'mony' is not one of language_share, parameter_count"),
        (["--format", "yaml"], "'yaml' is not one of auto, table, json, jsonl, csv"),
        (["--encoding", "klingon"], "no encoding is called 'klingon'"),
        (["--output", "a.json", "--output-dir", "b"], "exclude each other"),
        (["--output", "articles"], "articles is a folder"),
        (["--output", "nowhere/a.json"], "there is no folder nowhere"),
        (["--output", "articles/count.txt"], "articles/count.txt is also an input"),
        (["--output-dir", "articles/count.txt"], "articles/count.txt is not a folder"),
        (["--output-dir", "out", "--format", "table"], "table is for one stream"),
        (["--model", "no_such_pipeline"], "no_such_pipeline"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(articles, arguments, message):
    result = run("extract", "articles/count.txt", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr
    assert re.fullmatch(r"claimcheck: .+; claimcheck extract --help lists what there is\n", result.stderr)
    assert (articles / "articles/count.txt").read_text() == COUNT


# Bad input


BAD = [
    pytest.param(
        b"caf\xe9",
        "not UTF-8: byte 0xE9 at offset 3",
        id="latin-1",
    ),
    pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "binary file, not text (NUL byte at offset 8)", id="binary"),
    pytest.param(b"\xff\xfeo", "not UTF-16-LE: byte 0x6F at offset 2", id="broken utf-16"),
]


@pytest.mark.parametrize(("data", "reason"), BAD)
def test_one_bad_input_is_one_line_and_the_others_are_processed(articles, data, reason):
    (articles / "bad.txt").write_bytes(data)
    result = run("extract", "bad.txt", "articles/count.txt", "-f", "jsonl")
    assert result.exit_code == 1
    assert result.stderr == f"claimcheck: bad.txt: {reason}\n"
    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == ["articles/count.txt"]


def test_missing_files_and_empty_folders_are_reported(articles):
    (articles / "nothing").mkdir()
    result = run("extract", "missing.txt", "nothing", "articles/count.txt")
    assert result.exit_code == 1
    missing, empty = sorted(result.stderr.splitlines())
    assert missing == "claimcheck: missing.txt: no such file or directory"
    assert empty.startswith("claimcheck: nothing: no articles in this folder (*.txt, *.md, ")
    assert len(json.loads(result.stdout)) == 1


def test_no_input_that_can_be_read_writes_nothing(articles):
    result = run("extract", "missing.txt")
    assert (result.exit_code, result.stdout) == (1, "")


def test_a_file_that_fails_while_it_is_read_is_reported(articles):
    result = run("extract", "/proc/self/mem", "articles/count.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("claimcheck: /proc/self/mem: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_name_cannot_act_on_the_terminal(articles):
    result = run("extract", "a\x1b[2J\nb.txt")
    assert result.stderr == "claimcheck: a␛[2J b.txt: no such file or directory\n"


def test_a_name_that_is_not_utf8_is_written_by_its_bytes(articles):
    with open(b"caf\xe9.txt", "w") as file:  # noqa: PTH123 - the name is not text
        file.write(COUNT)
    result = spawn("extract", b"caf\xe9.txt")
    assert result.returncode == 0
    assert json.loads(result.stdout)["source"] == r"caf\xe9.txt"


ODD_TEXTS = [
    pytest.param("\r\n\r\nLine one.\r\n" + COUNT.replace("\n", "\r\n"), id="CRLF"),
    pytest.param("\x07\x1b[1m\x0c " + COUNT, id="control characters"),
    pytest.param("👩‍💻👩🏽‍🚀 Zoe\u0301 said: e\u0301\u0323. " + COUNT, id="emoji and combining characters"),
    pytest.param(
        "A survey of readers of שלום, مرحبا and 你好 was held in the spring. " + COUNT, id="other scripts"
    ),
    pytest.param("word " * 2_000 + COUNT, id="a sentence without end"),
]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_offsets_point_at_the_words_in_odd_texts(articles, text):
    (articles / "odd.txt").write_bytes(text.encode())
    claims = json.loads(run("extract", "odd.txt").stdout)["claims"]
    assert "5,200 responses" in [claim["text"] for claim in claims]
    for claim in claims:
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert text[claim["sentence"]["start"] : claim["sentence"]["end"]] == claim["sentence"]["text"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_is_honoured_and_not_counted(articles, encoding):
    (articles / "marked.txt").write_bytes(MONEY.encode(encoding))
    (claim,) = json.loads(run("extract", "marked.txt").stdout)["claims"]
    assert MONEY[claim["start"] : claim["end"]] == claim["text"] == "over €30 million"


def test_an_encoding_can_be_given(articles):
    (articles / "old.txt").write_bytes(MONEY.encode("cp1252"))
    assert run("extract", "old.txt").exit_code == 1
    result = run("extract", "old.txt", "--encoding", "cp1252")
    assert json.loads(result.stdout)["claims"][0]["text"] == "over €30 million"


# Help


@pytest.mark.parametrize(
    "arguments", [[], ["--help"], ["-h"], ["extract", "--help"], ["kinds", "--help"], ["schema", "--help"]]
)
def test_help_is_shown(arguments):
    result = run(*arguments)
    assert result.exit_code == 0
    assert "Usage: " in result.stdout
    assert result.stderr == ""


def test_a_kind_that_is_misspelt_is_suggested():
    result = run("extract", "--kind", "monye", __file__)
    assert result.exit_code == 2
    assert "did you mean money?" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "command", "told"),
    [
        (["schemas"], "", "no such command 'schemas'. Did you mean 'schema'?"),
        (["ground"], " ground", "missing argument 'ANSWER'"),
        (["compare", "-"], " compare", "invalid value for INPUT: give two documents or more"),
        (["extract", "-", "--jobs", "0"], " extract", "invalid value for --jobs: '0' is neither auto nor a number from 1 on"),
    ],
)  # fmt: skip
def test_wrong_usage_is_one_line_on_standard_error(arguments, command, told):
    result = run(*arguments, stdin=COUNT)
    line = f"claimcheck: {told}; claimcheck{command} --help lists what there is\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", line)


@pytest.mark.parametrize("command", ["extract", "quantities", "report", "text", "compare", "kinds"])
def test_help_names_no_types_of_python(command):
    shown = run(command, "--help").stdout
    assert "<bool>" not in shown
    assert "list[" not in shown


@pytest.mark.parametrize("arguments", [["extract", "--help"], ["--help"]])
def test_help_has_no_colour_that_a_light_ground_swallows(arguments):
    said = spawn(*arguments, FORCE_COLOR="1", TERM="xterm")
    codes = re.findall(rb"\x1b\[([0-9;]*)m", said.stdout + said.stderr)
    assert b"1" in codes
    assert {part for code in codes for part in code.split(b";")} <= {b"0", b"1", b"2", b"3"}


def test_version_is_shown():
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"claimcheck {__version__} (claimcheck-nlp)\n")


def test_kinds_are_listed():
    result = run("kinds")
    assert result.exit_code == 0
    assert " money " in result.stdout
    assert "⟦over €30 million⟧" in result.stdout


def test_the_schema_is_printed():
    result = run("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["title"] == "Document"


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["--version"], {"spacy", "numpy", "pydantic", "rich"}),
        (["--help"], {"spacy", "numpy"}),  # Typer's help may load pydantic
        (["extract", "--help"], {"spacy", "numpy"}),
        (["extract", "missing.txt"], {"spacy"}),
        (["quantities", __file__], {"spacy"}),
        (["kinds"], {"spacy"}),
        (["schema"], {"spacy"}),
    ],
)
def test_nothing_large_is_imported_without_need(arguments, unneeded):
    code = f"import sys, atexit; atexit.register(lambda: print({unneeded} & sys.modules.keys())); sys.argv[0] = 'claimcheck'; from claimcheck.__main__ import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert result.stdout.endswith("set()\n")
