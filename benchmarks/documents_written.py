"""Files that other people's programs write, for `metamorphic_documents.py`: each is optional."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import partial
from typing import TYPE_CHECKING

from documents_packed import MAKERS  # a script beside this one

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    Writer = Callable[[Mapping[str, Sequence[str]], Path], dict[str, Path]]

TITLE = "A longer read"
_NOTED = re.compile(r"(?<=[a-z]{2}\.)(?= |$)")


def _run(*command: str, within: Path | None = None) -> None:
    subprocess.run(command, check=True, capture_output=True, cwd=within, timeout=600)  # noqa: S603


def _markdown(paragraphs: Sequence[str], *, has_notes: bool) -> str:
    """A text in the Markdown of pandoc, with a note behind every sentence that ends with a word."""
    escape = MAKERS["markdown"].escape
    parts = [f"# {TITLE}"]
    for words in paragraphs:
        escaped = re.sub(r"[@$^]", r"\\\g<0>", escape(words))
        parts.append(_NOTED.sub("^[So it was said.]", escaped, count=1) if has_notes else escaped)
    return "\n\n".join(parts) + "\n"


def _by_pandoc(
    options: Sequence[str],
    suffix: str,
    texts: Mapping[str, Sequence[str]],
    folder: Path,
    *,
    has_notes: bool = False,
) -> dict[str, Path]:
    files = {}
    for name, paragraphs in texts.items():
        source = folder / f"{name}.source"
        source.write_text(_markdown(paragraphs, has_notes=has_notes), encoding="utf-8")
        files[name] = folder / f"{name}{suffix}"
        _run(
            "pandoc",
            "-s",
            "-f",
            "markdown-smart",
            *options,
            "-M",
            f"title={TITLE}",
            "-o",
            str(files[name]),
            str(source),
        )
    return files


def _by_office(kind: str, texts: Mapping[str, Sequence[str]], folder: Path) -> dict[str, Path]:
    """Files that LibreOffice makes of pages."""
    pages = []
    for name, paragraphs in texts.items():
        page = folder / "pages" / f"{name}.html"
        page.parent.mkdir(exist_ok=True)
        body = "".join(f"<p>{MAKERS['html'].escape(words)}</p>" for words in paragraphs)
        page.write_text(
            f'<html><head><meta charset="utf-8"></head><body><h1>{TITLE}</h1>{body}</body></html>',
            encoding="utf-8",
        )
        pages.append(str(page))
    profile = f"-env:UserInstallation=file://{(folder / 'profile').resolve()}"
    _run(
        "soffice",
        profile,
        "--headless",
        "--infilter=HTML (StarWriter)",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        *pages,
    )
    suffix = kind.partition(":")[0]
    return {name: folder / f"{name}.{suffix}" for name in texts}


def _sources(texts: Mapping[str, Sequence[str]], folder: Path, head: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, paragraphs in texts.items():
        content = head + "\n\n".join([f"# {TITLE}", *map(MAKERS["markdown"].escape, paragraphs)])
        (folder / f"{name}.md").write_text(content + "\n", encoding="utf-8")


def _by_mkdocs(theme: str, texts: Mapping[str, Sequence[str]], folder: Path) -> dict[str, Path]:
    _sources(texts, folder / "docs")
    (folder / "docs" / "index.md").write_text("# The Lindvik Courier\n\nFounded in 1921.\n")
    (folder / "mkdocs.yml").write_text(
        f"site_name: The Lindvik Courier\ntheme: {theme}\nuse_directory_urls: false\n"
        "copyright: Founded in 1921\n"
    )
    _run("mkdocs", "build", "-q", within=folder)
    return {name: folder / "site" / f"{name}.html" for name in texts}


def _by_sphinx(theme: str, texts: Mapping[str, Sequence[str]], folder: Path) -> dict[str, Path]:
    for name, paragraphs in texts.items():
        words = [re.sub(r"[\\*`_|]", r"\\\g<0>", paragraph) for paragraph in paragraphs]
        lines = [
            f"{TITLE}\n{'=' * len(TITLE)}",
            *(re.sub(r"^(\(?\w+[.)])(?= )", r"\\\1", line) for line in words),
        ]
        (folder / f"{name}.rst").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    listed = "\n   ".join(texts)
    (folder / "index.rst").write_text(f"Lindvik\n=======\n\n.. toctree::\n\n   {listed}\n")
    (folder / "conf.py").write_text(
        f'project = "The Lindvik Courier"\nhtml_theme = "{theme}"\nsmartquotes = False\n'
    )
    _run("sphinx-build", "-q", "-b", "html", ".", "site", within=folder)
    return {name: folder / "site" / f"{name}.html" for name in texts}


def _by_pelican(theme: str, texts: Mapping[str, Sequence[str]], folder: Path) -> dict[str, Path]:
    content = folder / "content"
    content.mkdir(exist_ok=True)
    for name, paragraphs in texts.items():
        words = "\n\n".join(map(MAKERS["markdown"].escape, paragraphs))
        head = (
            f"Title: {TITLE}\nDate: 2026-05-04\nCategory: Ports\nTags: ships, 1921\nSlug: {name.lower()}\n"
            "Summary: 40,000 ships came.\n\n"
        )
        (content / f"{name}.md").write_text(head + words + "\n", encoding="utf-8")
    (folder / "settings.py").write_text(
        'SITENAME = "The Lindvik Courier"\nARTICLE_SAVE_AS = "{slug}.html"\nTIMEZONE = "UTC"\n'
    )
    _run("pelican", "content", "-s", "settings.py", "-o", "site", "-t", theme, "-q", within=folder)
    return {name: folder / "site" / f"{name.lower()}.html" for name in texts}


_PANDOC = (
    ("docx", ".docx", (), True),
    ("odt", ".odt", (), True),
    ("epub", ".epub", (), True),
    ("rtf", ".rtf", (), True),
    ("html", ".html", (), True),
    ("html, slides", ".html", ("-t", "revealjs"), False),
    ("markdown, CommonMark", ".md", ("-t", "commonmark"), False),
    ("markdown, GitHub's", ".md", ("-t", "gfm"), True),
    ("markdown, pandoc's", ".md", ("-t", "markdown"), True),
)
"""What pandoc writes: a name, the extension, the options, and whether notes can be written in it."""

TOOLS: Mapping[str, Writer] = {
    **{f"{name} by pandoc": partial(_by_pandoc, options, suffix) for name, suffix, options, _ in _PANDOC},
    **{
        f"{name} with notes by pandoc": partial(_by_pandoc, options, suffix, has_notes=True)
        for name, suffix, options, may_have_notes in _PANDOC
        if may_have_notes
    },
    **{f"{kind} by soffice": partial(_by_office, kind) for kind in ("docx", "odt", "rtf", "html", "epub")},
    **{
        f"html of theme {theme} by mkdocs": partial(_by_mkdocs, theme)
        for theme in ("mkdocs", "readthedocs", "material")
    },
    **{
        f"html of theme {theme} by sphinx-build": partial(_by_sphinx, theme)
        for theme in ("alabaster", "classic", "furo", "sphinx_rtd_theme", "nature", "bizstyle")
    },
    **{f"html of theme {theme} by pelican": partial(_by_pelican, theme) for theme in ("simple", "notmyidea")},
}
"""What writes files of many texts into a folder; the last word of a name is the program."""


def missing_program(name: str) -> str:
    """The program that a writer needs and that is not here, or nothing."""
    program = name.rpartition(" ")[2]
    return "" if shutil.which(program) else program
