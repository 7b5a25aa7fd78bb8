"""How fast `claimcheck serve` answers, and what it does when more is asked than it can do.

    python benchmarks/serving.py [--requests 200] [--seconds 60] [--clients 1 4 16 32]

Starts the server on a free port of the loopback interface and sends it texts of about 250 words, made of the
articles of `data/`, each with another number in it. The load is bounded: so many requests for each number of
clients, or so many seconds, whichever comes first. Clients keep their connection and ask again at once; one
that is told to come again (429) waits as long as it is told, and is counted.
"""

from __future__ import annotations

import argparse
import http.client
import json
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HOST = "127.0.0.1"
WORDS = 250
ARTICLES = Path(__file__).parent.parent / "data" / "articles"


def make_texts(count: int) -> list[str]:
    """Stretches of the articles, whole paragraphs, so that no two requests are the same."""
    paragraphs = [
        paragraph
        for path in sorted(ARTICLES.glob("*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
        if len(paragraph.split()) > 5
    ]
    texts = []
    for number in range(count):
        taken: list[str] = [f"The archive has {number + 2} rooms."]
        at = number
        while sum(len(part.split()) for part in taken) < WORDS:
            taken.append(paragraphs[at % len(paragraphs)])
            at += 1
        texts.append("\n\n".join(taken))
    return texts


@dataclass(slots=True)
class Load:
    """What came of the requests of one number of clients."""

    seconds: list[float] = field(default_factory=list)
    words: int = 0
    refused: int = 0
    other: list[int] = field(default_factory=list)


def run_clients(port: int, clients: int, texts: Sequence[str], limit_seconds: float) -> tuple[Load, float]:
    """Send the texts, by so many clients at a time; returns what came, and how long it took."""
    load, lock = Load(), threading.Lock()
    waiting: Iterator[str] = iter(texts)
    start = time.monotonic()

    def ask_on() -> None:
        connection = http.client.HTTPConnection(HOST, port, timeout=60)
        while time.monotonic() - start < limit_seconds:
            with lock:
                text = next(waiting, None)
            if text is None:
                break
            body = json.dumps({"text": text})
            while time.monotonic() - start < limit_seconds:
                sent = time.perf_counter()
                connection.request("POST", "/extract", body, {"content-type": "application/json"})
                answer = connection.getresponse()
                answer.read()
                took = time.perf_counter() - sent
                with lock:
                    if answer.status == 429:
                        load.refused += 1
                    elif answer.status == 200:
                        load.seconds.append(took)
                        load.words += len(text.split())
                    else:
                        load.other.append(answer.status)
                if answer.status != 429:
                    break
                time.sleep(float(answer.headers["Retry-After"]))
        connection.close()

    threads = [threading.Thread(target=ask_on) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return load, time.monotonic() - start


def wait_for(port: int, seconds: float = 60) -> None:
    """Return when the server answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            connection = http.client.HTTPConnection(HOST, port, timeout=5)
            connection.request("GET", "/health")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not answer")


def memory_megabytes(process_id: int) -> float:
    """What the process holds at this moment, and 0 where the system does not say."""
    status = Path(f"/proc/{process_id}/status")
    if not status.exists():
        return 0.0
    rows = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines() if ":" in line)
    return int(rows["VmRSS"].split()[0]) / 1000


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 4, 16, 32])
    options = parser.parse_args(arguments)
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "claimcheck", "serve", "--host", HOST, "--port", str(port)]
    )
    try:
        wait_for(port)
        texts = make_texts(options.requests)
        run_clients(port, 1, texts[:5], options.seconds)  # loads the pipeline
        print("| clients | answers | 429 | answers/s | words/s | median ms | 95 % ms | slowest ms | MB |")
        print("| ---: " * 9 + "|")
        for clients in options.clients:
            load, took = run_clients(port, clients, texts, options.seconds)
            if load.other or not load.seconds:
                raise SystemExit(f"{clients} clients: statuses {sorted(set(load.other))}")
            percentiles = statistics.quantiles(load.seconds, n=20)
            print(
                f"| {clients} | {len(load.seconds)} | {load.refused} | {len(load.seconds) / took:.0f} | "
                f"{load.words / took:,.0f} | {statistics.median(load.seconds) * 1000:.0f} | "
                f"{percentiles[-1] * 1000:.0f} | {max(load.seconds) * 1000:.0f} | "
                f"{memory_megabytes(process.pid):.0f} |"
            )
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
    return 0


if __name__ == "__main__":
    sys.exit(main())
