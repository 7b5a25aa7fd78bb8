"""Words per second of claimcheck on whole documents, and what they are spent on.

    OMP_NUM_THREADS=1 python benchmarks/throughput.py CORPUS_FOLDER [--words 200000] [--runs 5] [--parts ...]

CORPUS_FOLDER is searched for `.conllu`, `.jsonl` and their `.gz`: the sentences of each file are put
together, in their order, to documents of `--document-words` words in paragraphs of five sentences, and one
document of each file is taken in turn until there are `--words` words. Nothing of it is kept.

Parts (all but `memory` by default):

    end-to-end  `extract` with the bundled pipeline, all kinds
    pipeline    the bundled spaCy pipeline alone: as `extract` runs it, and as `spacy.load` and `nlp.pipe` do
    stages      each stage by itself, on what the one before it gave, for 1/3 of the words
    quantities  `find_quantities` alone
    quantulum3  that program, where it is installed, on 1/20 of the words
    recognizers Recognizers-Text (numbers, ordinals, percentages, money, dimensions, ages, temperatures),
                where it is installed, on 1/40 of the words
    memory      memory after each tenth of a stream of `--documents` documents of `--short-words` words

Each figure is the median of `--runs` runs that take turns, in words (runs of non-space characters) per second
of processor time, which other programs on the machine disturb less, and per second on the wall.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import importlib.util
import itertools
import json
import resource
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy

import claimcheck
from claimcheck.article import Article
from claimcheck.claims import find_claims
from claimcheck.claims.assembling import with_unique_ids
from claimcheck.claims.locating import locate
from claimcheck.dates.finding import find_dates
from claimcheck.language import identify_language
from claimcheck.mentions import normalise
from claimcheck.names.finding import find_names
from claimcheck.passages import split
from claimcheck.pipeline import extract_article, extract_articles
from claimcheck.quantities.finding import find_quantities
from claimcheck.reports.cues import find_cues
from claimcheck.reports.finding import find_reports
from claimcheck.result import make_document
from claimcheck.scale.collecting import collect_seldom
from claimcheck.tagging.pipelines import load_pipeline, tag
from claimcheck.versions.finding import find_versions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SENTENCES_PER_PARAGRAPH = 5
DEFAULT_PARTS = ("end-to-end", "pipeline", "stages", "quantities", "quantulum3", "recognizers")
PARTS = (*DEFAULT_PARTS, "memory")
RECOGNIZERS = ("number", "ordinal", "percentage", "currency", "dimension", "age", "temperature")


# The corpus


def read_sentences(path: Path) -> Iterator[str]:
    """The texts of a file: `# text = ` of CoNLL-U, `text` of JSON lines."""
    opener = gzip.open if path.suffix == ".gz" else open
    is_json = ".jsonl" in path.suffixes
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if is_json and line.startswith("{"):
                text = json.loads(line).get("text")
            else:
                text = line[9:] if not is_json and line.startswith("# text = ") else None
            if isinstance(text, str) and text.strip():
                yield text.strip()


def make_documents(path: Path, words: int) -> Iterator[str]:
    """Documents of about so many words from the sentences of one file."""
    sentences: list[str] = []
    count = 0
    for sentence in read_sentences(path):
        sentences.append(sentence)
        count += len(sentence.split())
        if count >= words:
            yield join(sentences)
            sentences, count = [], 0
    if sentences:
        yield join(sentences)


def join(sentences: Sequence[str]) -> str:
    """Sentences in paragraphs."""
    step = SENTENCES_PER_PARAGRAPH
    return "\n\n".join(" ".join(sentences[i : i + step]) for i in range(0, len(sentences), step))


def make_corpus(folder: Path, words: int, document_words: int) -> list[str]:
    """Documents of all files in turn, until there are enough words."""
    names = (".conllu", ".conllu.gz", ".jsonl", ".jsonl.gz")
    paths = sorted(path for path in folder.rglob("*") if path.name.endswith(names))
    turns = [make_documents(path, document_words) for path in paths]
    documents: list[str] = []
    count = 0
    for document in itertools.chain.from_iterable(itertools.zip_longest(*turns)):
        if document is not None:
            documents.append(document)
            count += len(document.split())
            if count >= words:
                break
    return documents


def count_words(texts: Sequence[str]) -> int:
    return sum(len(text.split()) for text in texts)


# Measuring


class Clock:
    """Runs pieces of work in turns and remembers how long each took."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[tuple[float, float]]] = {}

    def time(self, name: str, work: Callable[[], Any]) -> Any:
        """The result of `work`."""
        processor, wall = time.process_time(), time.perf_counter()
        result = work()
        spent = time.process_time() - processor, time.perf_counter() - wall
        self.seconds.setdefault(name, []).append(spent)
        return result

    def median(self, name: str) -> tuple[float, float]:
        """Seconds of processor time and on the wall."""
        processor, wall = zip(*self.seconds[name], strict=True)
        return statistics.median(processor), statistics.median(wall)


def peak_megabytes() -> float:
    """The most memory that this process has held (Linux counts in kilobytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def run_stages(clock: Clock, articles: Sequence[Article]) -> None:
    """Each stage on the results of the one before it; `normalise` also in its parts."""
    nlp = load_pipeline()
    clock.time("language", lambda: [identify_language(article.text) for article in articles])
    passages = clock.time("split", lambda: [passage for article in articles for passage in split(article)])
    every = clock.time("tag (the spaCy pipeline)", lambda: list(tag(passages, nlp)))
    texts = [one.doc.text for one in every]
    clock.time("  of normalise: quantities", lambda: [list(find_quantities(text)) for text in texts])
    clock.time("  of normalise: names", lambda: [list(find_names(one.doc)) for one in every])
    clock.time("  of normalise: dates", lambda: [list(find_dates(text)) for text in texts])
    clock.time("  of normalise: versions", lambda: [list(find_versions(text)) for text in texts])
    clock.time("  of normalise: reports", lambda: [list(find_reports(one.doc)) for one in every])
    clock.time(
        "  of normalise: cues",
        lambda: [
            list(find_cues(text, start=start, end=end))
            for one, text in zip(every, texts, strict=True)
            for start, end in one.passage.sentences
        ],
    )
    normalised = clock.time("normalise", lambda: [normalise(one) for one in every])
    found = clock.time(
        "find claims",
        lambda: [locate(find_claims(document), document.passage.article) for document in normalised],
    )
    pairs = [(document.passage.article, claims) for document, claims in zip(normalised, found, strict=True)]
    documents = clock.time(
        "make records", lambda: [make_document(article, with_unique_ids(some), ()) for article, some in pairs]
    )
    clock.time("write JSON", lambda: [document.model_dump_json() for document in documents])


def run_pipeline(articles: Sequence[Article]) -> int:
    """The number of passages; their docs are dropped as they come."""
    return sum(
        1 for _ in tag((passage for article in articles for passage in split(article)), load_pipeline())
    )


def load_recognizers() -> Callable[[str], list[Any]] | None:
    """A function that runs all of `RECOGNIZERS` on a text, or None where they are not installed."""
    if not importlib.util.find_spec("recognizers_suite"):
        return None
    suite = importlib.import_module("recognizers_suite")
    functions = [getattr(suite, f"recognize_{name}") for name in RECOGNIZERS]
    language = suite.Culture.English

    def recognize(text: str) -> list[Any]:
        return [function(text, language) for function in functions]

    recognize("5 miles")  # the models are made on first use
    return recognize


def show(clock: Clock, words: dict[str, int]) -> None:
    print(f"{'':32}{'words/s of processor':>22}{'words/s on the wall':>22}{'µs a word':>12}")
    for name in clock.seconds:
        processor, wall = clock.median(name)
        count = words.get(name, words[""])
        print(f"{name:32}{count / processor:22,.0f}{count / wall:22,.0f}{processor / count * 1e6:12.2f}")


def measure_memory(folder: Path, documents: int, words: int) -> None:
    nlp = load_pipeline()
    short = [" ".join(text.split()[:words]) for text in make_corpus(folder, documents * words * 2, words)]
    del short[documents:]
    tenth = max(1, len(short) // 10)
    stream = extract_articles((Article(f"#{number}", text) for number, text in enumerate(short)), nlp)
    claims = 0
    for number, document in enumerate(stream, 1):
        claims += len(document.claims)
        if number % tenth == 0:
            held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6
            print(
                f"{number:7,} documents: {held:6,.0f} MB now, {peak_megabytes():6,.0f} MB at most, "
                f"{len(nlp.vocab.strings):,} words kept, {claims:,} claims",
                flush=True,
            )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="CORPUS_FOLDER")
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--document-words", type=int, default=500)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--documents", type=int, default=10_000, help="of the part `memory`")
    parser.add_argument("--short-words", type=int, default=40, help="of a document of the part `memory`")
    parser.add_argument("--parts", default=",".join(DEFAULT_PARTS))
    options = parser.parse_args(arguments)
    parts = options.parts.split(",")
    unknown = set(parts) - set(PARTS)
    if unknown:
        parser.error(f"no parts are called {', '.join(sorted(unknown))}")
    collect_seldom()  # as the command and its worker processes do
    if parts == ["memory"]:
        measure_memory(options.folder, options.documents, options.short_words)
        return 0

    texts = make_corpus(options.folder, options.words, options.document_words)
    if not texts:
        parser.error(f"there are no texts in {options.folder}")
    articles = [Article(f"#{number}", text) for number, text in enumerate(texts)]
    words = {"": count_words(texts)}
    print(f"{len(texts):,} documents, {words['']:,} words, Python {sys.version.split()[0]}", flush=True)
    nlp = load_pipeline()
    extract_article(articles[0], nlp)  # lexicons are loaded on first use
    clock, stages = Clock(), Clock()
    as_spacy_runs_it = spacy.load(Path(claimcheck.__file__).parent / "model") if "pipeline" in parts else nlp
    recognize = load_recognizers() if "recognizers" in parts else None
    for _ in range(options.runs):
        if "end-to-end" in parts:
            clock.time("end-to-end", lambda: sum(1 for _ in extract_articles(articles, nlp)))
        if "pipeline" in parts:
            clock.time("the spaCy pipeline alone", lambda: run_pipeline(articles))
            clock.time("the same by spaCy alone", lambda: sum(1 for _ in as_spacy_runs_it.pipe(texts)))
        if "quantities" in parts:
            clock.time("find_quantities", lambda: [list(find_quantities(text)) for text in texts])
        if "quantulum3" in parts and importlib.util.find_spec("quantulum3"):
            from quantulum3 import parser as quantulum3  # noqa: PLC0415 - it takes seconds, and is not needed

            some = texts[::20]
            words["quantulum3"] = count_words(some)
            clock.time("quantulum3", lambda some=some: [quantulum3.parse(text) for text in some])
        if "recognizers" in parts and recognize:
            some = texts[::40]
            words["Recognizers-Text"] = count_words(some)
            clock.time("Recognizers-Text", lambda some=some: [recognize(text) for text in some])
        if "stages" in parts:
            some = articles[::3]
            words["stages"] = count_words([article.text for article in some])
            run_stages(stages, some)
    if clock.seconds:
        show(clock, words)
    if stages.seconds:
        show(stages, {"": words["stages"]})
    print(f"peak memory {peak_megabytes():,.0f} MB", flush=True)
    if "memory" in parts:
        measure_memory(options.folder, options.documents, options.short_words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
