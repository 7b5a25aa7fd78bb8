"""What the results of an earlier run must have been made with for `--resume` to leave them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import spacy

from claimcheck.cli.folders import library_versions, pipeline_version


def test_a_pipeline_is_told_by_its_weights(tmp_path):
    folder = tmp_path / "pipeline"
    (folder / "ner").mkdir(parents=True)
    (folder / "meta.json").write_text("{}")
    (folder / "ner/model").write_bytes(b"weights")
    known = {pipeline_version(str(folder))}
    (folder / "ner/model").write_bytes(b"other w")  # meta data and sizes are the same
    known.add(pipeline_version(str(folder)))
    (folder / "ner/model").rename(folder / "model")
    known.add(pipeline_version(str(folder)))
    assert len(known) == 3


def test_pipelines_have_versions_of_their_own():
    assert pipeline_version(None) != pipeline_version("blank") == ""
    assert pipeline_version("json")  # a package, as those of spaCy are
    assert pipeline_version("no.such.package") == ""


def test_libraries_that_read_and_tag_count():
    versions = library_versions()
    assert versions["spacy"] == spacy.__version__
    assert {"spacy", "trafilatura", "python-docx", "pyarrow"} <= versions.keys()


def test_the_metadata_names_every_licence():
    """Code is under MIT; weights and some lists are not, and whoever passes the package on must know."""
    path = Path(__file__).parents[2] / "pyproject.toml"
    if path.is_file():
        licence = tomllib.loads(path.read_text(encoding="utf-8"))["project"]["license"]
        assert set(licence.split(" AND ")) == {"MIT", "CC-BY-SA-4.0", "CC-BY-4.0"}
