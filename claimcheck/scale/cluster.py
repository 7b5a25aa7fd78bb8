"""A corpus on a Ray cluster: shards in, shards out. Needs Ray: `pip install 'claimcheck-nlp[ray]'`.

Ray Data reads the shards; a pool of actors, each with a pipeline of its own, turns batches of articles into
batches of claims; the claims of each block of articles become a Parquet file. The actors import claimcheck
where they run: only settings and tables are sent. A batch whose actor is lost is given to another one.
"""

from __future__ import annotations

import logging
import re
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ExtractionError, ReadingError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from claimcheck.article import DateOrder

BATCH_ARTICLES = 64
"""Articles that an actor is sent at once: some seconds of work, which is what is done again if it is lost."""

BLOCK_ARTICLES = 1_000
"""Articles whose claims become one file: with 500 words each a minute or two of work and some 2 MB."""

_OUR_ERROR = re.compile(r"^claimcheck\.errors\.\w+: (.*)", re.MULTILINE)

_PARQUET, _JSON_LINES = (".parquet",), (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """What every batch is read with; see `extract_batch`."""

    text_column: str = "text"
    id_column: str | None = None
    path_column: str | None = "path"
    date_column: str | None = None
    date_order: DateOrder | None = None
    language: str | None = None
    published: dt.date | None = None
    kinds: tuple[str, ...] = ()
    model: str | None = None


def extract_dataset(
    paths: Sequence[str],
    output: str,
    settings: ClusterSettings,
    *,
    address: str | None = None,
    format_name: str | None = None,
    actors: int | None = None,
    block_articles: int = BLOCK_ARTICLES,
) -> None:
    """Write the claims of a corpus as a folder of Parquet files with `claimcheck.scale.batch.claims_schema`.

    The order of the files, and of the articles in them, is not fixed; the claims of an article stay together.

    Args:
        paths: files or folders of one format, local or as Ray takes them (`s3://…`), which every node can
            read.
        output: a folder that every node can write to; it must not be there.
        settings: how the articles are read. Rows of tables need `id_column`.
        address: of the cluster, `auto` for the one of this machine; None starts one here for the run.
        format_name: `parquet`, `jsonl` or `text`; None for what the first path says.
        actors: at most; None for one per core of the cluster.
        block_articles: how many of them make a file of claims; the last ones of a shard are fewer.

    Raises:
        ReadingError: Ray is not installed, or the settings do not fit the format.
        ExtractionError: the run failed.
    """
    try:
        import ray as untyped_ray  # noqa: PLC0415 - an extra
        from ray.data import SaveMode  # noqa: PLC0415
    except ImportError as error:
        raise ReadingError("to use Ray: pip install 'claimcheck-nlp[ray]'") from error
    ray: Any = untyped_ray  # much of it has no types, whether it is installed or not
    kind = format_name or _format_of(paths[0])
    if kind != "text" and settings.id_column is None:
        raise ReadingError(
            f"{paths[0]}: on a cluster the rows have no numbers: name the column with their id"
        )
    if not ray.is_initialized():
        ray.init(address=address, log_to_driver=True, logging_level=logging.ERROR)
    cores = int(ray.cluster_resources().get("CPU", 1))
    try:
        # Ray reads up to 128 MB at once, an hour of work for one actor while the others have none.
        articles = _read(ray, kind, list(paths), settings).repartition(
            target_num_rows_per_block=block_articles
        )
        claims = articles.map_batches(
            ClaimFinder,
            fn_constructor_args=[asdict(settings)],
            batch_format="pyarrow",
            batch_size=BATCH_ARTICLES,
            compute=ray.data.ActorPoolStrategy(min_size=1, max_size=max(1, actors or cores)),
            num_cpus=1,
        )
        claims.write_parquet(output, mode=SaveMode.ERROR, compression="zstd")
    except (ray.exceptions.RayError, OSError, ValueError) as error:
        raise ExtractionError(f"{output}: {_reason(error)}") from error


def _reason(error: BaseException) -> str:
    """What went wrong where it did, on one line. From an actor only the text of the traceback comes back."""
    ours = _OUR_ERROR.findall(str(error))
    if ours:
        return str(ours[-1])
    if error.__cause__ is not None:
        return _reason(error.__cause__)
    lines = str(error).strip().splitlines() or [""]
    return f"{type(error).__name__}: {lines[0]}"


class ClaimFinder:
    """What an actor holds: the pipeline, loaded once, and the settings."""

    def __init__(self, settings: dict[str, Any]) -> None:
        from claimcheck.tagging.pipelines import load_pipeline  # noqa: PLC0415 - only actors load spaCy

        self.settings = settings
        load_pipeline(settings["model"])

    def __call__(self, table: Any) -> Any:
        """The claims of a batch of articles."""
        from claimcheck.scale.batch import extract_batch  # noqa: PLC0415

        if "bytes" in table.column_names:
            table = _decoded(table, self.settings["text_column"])
        return extract_batch(table, **self.settings)


def _format_of(path: str) -> str:
    suffix = PurePath(path).suffix.lower()
    return "parquet" if suffix in _PARQUET else "jsonl" if suffix in _JSON_LINES else "text"


def _read(ray: Any, kind: str, paths: list[str], settings: ClusterSettings) -> Any:
    if kind == "text":
        return ray.data.read_binary_files(paths, include_paths=True)
    wanted = [settings.text_column, settings.id_column, settings.date_column]
    columns = [name for name in wanted if name is not None]
    if kind == "parquet":
        return ray.data.read_parquet(paths, columns=columns, include_paths=True)
    suffixes = [suffix[1:] for suffix in _JSON_LINES]
    return ray.data.read_json(paths, lines=True, file_extensions=suffixes, include_paths=True)


def _decoded(table: Any, text_column: str) -> Any:
    """Whole files as rows of text; one that is not UTF-8 has none, which its row is reported for."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    texts: list[str | None] = []
    for content in table.column("bytes").to_pylist():
        try:
            texts.append(content.decode("utf-8-sig"))
        except UnicodeDecodeError:
            texts.append(None)
    return pa.table({"path": table.column("path"), text_column: pa.array(texts, pa.string())})
