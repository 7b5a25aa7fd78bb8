"""An HTTP server. Needs `pip install 'claimcheck-nlp[serve]'` (FastAPI and uvicorn).

It answers on the loopback interface unless told otherwise, has no users and no keys, and keeps nothing. Put a
proxy that knows who may ask in front of it before it is reached from elsewhere.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import Field

from claimcheck.checking.findings import Findings  # noqa: TC001 - FastAPI reads the annotations
from claimcheck.claims.base import FrozenModel
from claimcheck.errors import ClaimcheckError, ReadingError
from claimcheck.result import Document  # noqa: TC001 - FastAPI reads the annotations
from claimcheck.serving.operations import (
    Limits,
    check_figures,
    compare_texts,
    extract_claims,
    ground_answer,
)
from claimcheck.tagging.pipelines import load_pipeline
from claimcheck.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from fastapi import FastAPI

    Answer = TypeVar("Answer")

BYTES_PER_CHAR = 12
"""The longest that JSON makes of one code point: two escapes of six bytes."""


@dataclass(frozen=True, slots=True)
class ServerLimits:
    """What the server allows.

    Attributes:
        request: what one request may ask for.
        timeout_seconds: after so long a request is answered with 503; the work behind it runs to its end, and
            keeps its place in `concurrency` until then.
        concurrency: requests that are worked on or wait at one time; more are answered with 429.
    """

    request: Limits = field(default_factory=Limits)
    timeout_seconds: float = 30.0
    concurrency: int = 16


class ExtractRequest(FrozenModel):
    """A text, and what is wanted of it."""

    text: str
    kinds: list[str] = Field(default_factory=list, description="Kinds of claims to keep; none for all.")
    date: str | None = Field(None, description="The day of writing, YYYY-MM-DD.")


class GroundRequest(FrozenModel):
    """An answer, and the texts it should be borne out by."""

    answer: str
    sources: list[str]


class LintRequest(FrozenModel):
    """A text whose figures are held against each other."""

    text: str


class CompareRequest(FrozenModel):
    """Texts to hold against each other."""

    documents: list[str]


def make_app(limits: ServerLimits | None = None, model: str | None = None) -> FastAPI:
    """The application: `POST /extract`, `/ground`, `/compare`, `/lint`, `GET /health`; `/docs` describes it.

    Raises:
        ReadingError: the libraries are not installed.
    """
    try:
        from fastapi import FastAPI, Request  # noqa: PLC0415 - an extra
        from fastapi.responses import JSONResponse  # noqa: PLC0415
    except ImportError as error:
        raise ReadingError("to serve HTTP: pip install 'claimcheck-nlp[serve]'") from error
    allowed = limits or ServerLimits()
    app = FastAPI(title="claimcheck", version=__version__, description="Factual claims of English texts.")

    def refusal(status: int, what: str, headers: dict[str, str] | None = None) -> JSONResponse:
        return JSONResponse({"detail": what}, status, headers)

    @app.middleware("http")
    async def refuse_large_bodies(request: Request, answer: Callable[[Request], Any]) -> Any:
        most = allowed.request.max_chars * BYTES_PER_CHAR + 10_000
        length = request.headers.get("content-length")
        if request.method == "POST" and (length is None or not length.isdecimal() or int(length) > most):
            return refusal(411 if length is None else 413, f"at most {most:,} bytes, with their length")
        return await answer(request)

    @app.exception_handler(ClaimcheckError)
    async def say_what_is_wrong(_request: Request, error: ClaimcheckError) -> JSONResponse:
        return refusal(422, str(error))

    @app.exception_handler(_BusyError)
    async def ask_to_come_again(_request: Request, _error: _BusyError) -> JSONResponse:
        return refusal(429, "too many requests at one time", {"Retry-After": "1"})

    @app.exception_handler(TimeoutError)
    async def give_up(_request: Request, _error: TimeoutError) -> JSONResponse:
        return refusal(503, f"not done within {allowed.timeout_seconds:g} seconds")

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok", "version": __version__}

    _answer_questions(app, allowed, model)
    return app


def _answer_questions(app: FastAPI, allowed: ServerLimits, model: str | None) -> None:
    """Add what works: so many requests at a time, each for so long."""
    queue = _Queue(allowed)

    @app.post("/extract")
    async def extract(asked: ExtractRequest) -> Document:
        return await queue.run(
            lambda: extract_claims(
                asked.text, kinds=asked.kinds, date=asked.date, model=model, limits=allowed.request
            )
        )

    @app.post("/ground")
    async def ground(asked: GroundRequest) -> Findings:
        return await queue.run(
            lambda: ground_answer(asked.answer, asked.sources, model=model, limits=allowed.request)
        )

    @app.post("/compare")
    async def compare(asked: CompareRequest) -> Findings:
        return await queue.run(lambda: compare_texts(asked.documents, model=model, limits=allowed.request))

    @app.post("/lint")
    async def lint(asked: LintRequest) -> Findings:
        return await queue.run(lambda: check_figures(asked.text, model=model, limits=allowed.request))


class _BusyError(Exception):
    """As many requests as are allowed are being worked on."""


class _Queue:
    """Runs work in threads, so many at a time, each for so long."""

    def __init__(self, limits: ServerLimits) -> None:
        self.limits = limits
        self.at_work = 0

    async def run(self, work: Callable[[], Answer]) -> Answer:
        if self.at_work >= self.limits.concurrency:
            raise _BusyError
        self.at_work += 1
        task = asyncio.create_task(asyncio.to_thread(work))
        task.add_done_callback(self._done)
        return await asyncio.wait_for(asyncio.shield(task), self.limits.timeout_seconds)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self.at_work -= 1
        if not task.cancelled():
            task.exception()  # of a request that nobody waits for any more


def serve(host: str, port: int, limits: ServerLimits, model: str | None = None) -> None:
    """Answer until the process is told to end (SIGINT, SIGTERM).

    The pipeline is loaded first, so that the first request is no slower than others.

    Raises:
        PipelineError: the pipeline cannot be loaded.
    """
    app = make_app(limits, model)
    load_pipeline(model)
    import uvicorn  # noqa: PLC0415 - an extra

    uvicorn.run(app, host=host, port=port, log_level="warning")
