"""The HTTP server: on a real port of the loopback interface, and its limits."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest

from claimcheck import extract, lint

pytest.importorskip("fastapi", reason="needs claimcheck-nlp[serve]")
pytest.importorskip("uvicorn", reason="needs claimcheck-nlp[serve]")

TEXT = "Brightcell raised $40 million in May 2021. It has 300 employees."


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def address():
    """Where a server answers, started as its command does."""
    port = free_port()
    arguments = ["serve", "--port", str(port), "--max-chars", "20000", "--concurrency", "8"]
    process = subprocess.Popen([sys.executable, "-m", "claimcheck", *arguments], stderr=subprocess.PIPE)
    base = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{base}/health", timeout=5).close()
            break
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    yield base
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)


def post(address, body, path="extract"):
    """Status and JSON of an answer."""
    request = urllib.request.Request(
        f"{address}/{path}", json.dumps(body).encode(), {"content-type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_it_answers_with_the_record(address):
    status, answer = post(address, {"text": TEXT, "kinds": ["money"]})
    assert (status, answer) == (200, extract(TEXT, kinds=["money"]).model_dump(mode="json"))


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({"text": "x" * 20_001}, 422, "more than the 20,000"),
        ({"text": TEXT, "kinds": ["monye"]}, 422, "monye"),
        ({"text": TEXT, "date": "soon"}, 422, "soon"),
        ({"text": "half \ud800"}, 422, ""),
        ({"txt": TEXT}, 422, "text"),
    ],
)
def test_bad_requests_get_a_reason(address, body, status, words):
    code, answer = post(address, body)
    assert code == status
    assert words in json.dumps(answer)


def test_a_body_that_is_announced_as_too_large_is_not_waited_for(address):
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
    connection.putrequest("POST", "/extract")
    connection.putheader("content-length", "2000000")
    connection.endheaders()
    answer = connection.getresponse()
    assert (answer.status, b"bytes" in answer.read()) == (413, True)
    connection.close()


def test_answers_are_grounded_and_texts_compared(address):
    status, found = post(address, {"answer": "Brightcell raised $50 million.", "sources": [TEXT]}, "ground")
    assert status == 200
    assert "differs" in {finding["verdict"] for finding in found["findings"]}
    status, found = post(
        address,
        {"documents": ["Brightcell was founded in 2016.", "Brightcell was founded in 2018."]},
        "compare",
    )
    assert status == 200
    assert "conflicts" in {finding["verdict"] for finding in found["findings"]}
    assert post(address, {"documents": [TEXT]}, "compare")[0] == 422


def test_figures_that_cannot_be_right_are_found(address):
    text = "Sales rose from $2.1 million to $3.5 million, up 50%."
    status, found = post(address, {"text": text}, "lint")
    assert (status, found) == (200, lint(text).model_dump(mode="json"))
    assert len(found["findings"]) == 1
    assert post(address, {"text": TEXT}, "lint")[1]["findings"] == []


def test_its_description_names_the_paths(address):
    with urllib.request.urlopen(f"{address}/openapi.json", timeout=30) as answer:
        assert {"/extract", "/ground", "/compare", "/lint", "/health"} == set(json.load(answer)["paths"])


def test_many_clients_get_their_own_answers_or_are_told_to_wait(address):
    texts = [f"The fund paid ${n} million for {n + 2} trams." for n in range(1, 41)]
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda text: post(address, {"text": text}), texts))
    assert {status for status, _ in answers} <= {200, 429}
    for text, (status, answer) in zip(texts, answers, strict=True):
        if status == 200:
            assert answer == extract(text).model_dump(mode="json")
    assert sum(status == 200 for status, _ in answers) >= 8


def test_work_that_takes_too_long_is_answered(monkeypatch):
    pytest.importorskip("httpx", reason="needs httpx")
    from fastapi.testclient import TestClient

    from claimcheck.serving import http as serving_http

    monkeypatch.setattr(serving_http, "extract_claims", lambda *_args, **_options: time.sleep(0.5))
    app = serving_http.make_app(serving_http.ServerLimits(timeout_seconds=0.05, concurrency=1))
    with TestClient(app) as client:
        first = client.post("/extract", json={"text": TEXT})
        second = client.post("/extract", json={"text": TEXT})  # the first one still holds its place
    assert (first.status_code, second.status_code) == (503, 429)
    assert second.headers["retry-after"] == "1"


def test_a_model_that_is_not_there_is_told_before_any_request():
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "serve", "--port", "0", "--model", "en_no_such_model"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 2
    assert "en_no_such_model" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_one_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", "serve", "--port", str(taken.getsockname()[1])],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            env=dict(os.environ),
        )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "in use" in done.stderr
