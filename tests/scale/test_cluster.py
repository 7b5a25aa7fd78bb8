"""A corpus on a Ray cluster of two nodes on this machine, one of which is lost in the middle of a run."""

from __future__ import annotations

import json
import logging
import os
import threading
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

import claimcheck
from claimcheck.cli import app
from claimcheck.scale.cluster import ClusterSettings, extract_dataset

pytest.importorskip("ray", reason="needs claimcheck-nlp[ray]")
pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # Ray leaves sockets and files to the interpreter
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

HEALTH_CHECK = {"initial_delay_ms": 0, "period_ms": 500, "failure_threshold": 3}

SHARDS = 8
ARTICLES_PER_SHARD = 200


def article(shard, number):
    paid = f"The fund paid €{shard + 2} million for {number + 2} trams in {1900 + number % 100}. "
    return paid * (1 + number % 4)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Shards of Parquet, the same articles as JSON Lines, and a few text files."""
    folder = tmp_path_factory.mktemp("corpus")
    for kind in ("parquet", "jsonl", "text"):
        (folder / kind).mkdir()
    for shard in range(SHARDS):
        rows = [
            {"id": f"{shard}-{number}", "text": article(shard, number)}
            for number in range(ARTICLES_PER_SHARD)
        ]
        pq.write_table(pa.Table.from_pylist(rows), folder / "parquet" / f"{shard:02}.parquet")
        if shard < 2:
            lines = "".join(json.dumps(row) + "\n" for row in rows[:20])
            (folder / "jsonl" / f"{shard}.jsonl").write_text(lines, encoding="utf-8")
            (folder / "text" / f"{shard}.txt").write_text(article(shard, 7), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def cluster():
    """Two nodes with a core each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_DATA_DISABLE_PROGRESS_BARS", "1")
        home = [str(Path(claimcheck.__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, home)))  # nodes import what this process does
        import ray
        from ray.cluster_utils import Cluster

        resources = {"num_cpus": 1, "object_store_memory": 100_000_000, "include_dashboard": False}
        # A lost node is noticed after a second; the default is half a minute.
        health = {f"health_check_{name}": value for name, value in HEALTH_CHECK.items()}
        cluster = Cluster(initialize_head=True, head_node_args=resources | {"_system_config": health})
        worker = cluster.add_node(num_cpus=1, object_store_memory=100_000_000)
        ray.init(address=cluster.address, logging_level=logging.ERROR, log_to_driver=False)
        cluster.wait_for_nodes()
        yield cluster, worker
        ray.shutdown()
        cluster.shutdown()


def run(*arguments):
    return CliRunner().invoke(app, ["extract", "--model", "blank", *map(str, arguments)])


def rows_of(path):
    """The claims, sorted by document and place; those of a cluster come in no fixed order."""
    return sorted(pq.read_table(path).to_pylist(), key=lambda row: (row["source"], row["start"], row["id"]))


@pytest.mark.parametrize(("kind", "named"), [("jsonl", ["--id-field", "id"]), ("text", [])])
def test_results_are_those_of_one_machine(corpus, cluster, tmp_path, kind, named):
    files = sorted((corpus / kind).iterdir())
    options = ["--input-format", kind, *named]
    result = run(*files, *options, "--engine", "ray", "--output", tmp_path / "ray.parquet")
    assert result.exit_code == 0, result.output
    assert run(*files, *options, "--output", tmp_path / "one.parquet").exit_code == 0
    assert rows_of(tmp_path / "ray.parquet") == rows_of(tmp_path / "one.parquet")


def test_a_corpus_without_the_column_is_an_error(corpus, cluster, tmp_path):
    arguments = [corpus / "jsonl", "--input-format", "jsonl", "--engine", "ray", "--id-field", "id"]
    result = run(*arguments, "--text-field", "body", "--output", tmp_path / "ray.parquet")
    assert result.exit_code == 1
    assert "no column 'body'" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--engine", "dask", "-o", "out"], "is not local or ray"),
        (["--address", "auto"], "it goes with --engine ray"),
        (["--engine", "ray"], "writes to a folder"),
        (["--engine", "ray", "-o", "."], "is there already"),
        (["--engine", "ray", "-o", "out", "--with-text"], "does not go with --engine ray"),
        (["--engine", "ray", "-o", "out", "--input-format", "pdf"], "Ray does not read pdf"),
    ],
)
def test_wrong_usage_is_said_at_once(tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").touch()
    result = run("a.jsonl", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_rows_need_an_id(corpus, cluster, tmp_path):
    result = run(corpus / "parquet" / "00.parquet", "--engine", "ray", "-o", tmp_path / "out")
    assert (result.exit_code, "name the column with their id" in result.stderr) == (1, True)


def test_a_node_that_is_lost_costs_nothing(corpus, cluster, tmp_path):
    """This comes last: the cluster has one node after it."""
    nodes, worker = cluster
    output = tmp_path / "ray.parquet"
    written_then = []

    def lose_a_node():
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if any(output.glob("*.parquet")):
                written_then.append(len(list(output.glob("*.parquet"))))
                nodes.remove_node(worker, allow_graceful=False)
                return
            time.sleep(0.01)

    thread = threading.Thread(target=lose_a_node)
    thread.start()
    settings = ClusterSettings(id_column="id", model="blank")
    extract_dataset(
        [str(corpus / "parquet")],
        str(output),
        settings,
        format_name="parquet",
        block_articles=ARTICLES_PER_SHARD,
    )
    thread.join()
    assert written_then
    assert written_then[0] < len(list(output.glob("*.parquet")))
    arguments = [corpus / "parquet", "--id-field", "id", "--output", tmp_path / "one.parquet"]
    assert run(*arguments).exit_code == 0
    assert rows_of(output) == rows_of(tmp_path / "one.parquet")
