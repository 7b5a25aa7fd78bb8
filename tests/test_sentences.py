"""All that is found in sentences that are easily read otherwise: nothing more, nothing less.

`tests/sentences/ROOM.txt` holds the sentences that a guard of that room keeps from a wrong reading. Behind
each, which stands after "> " (a blank line of it is ">"), a line for each claim: kind, words, subject (and
whom it stands for), value, and what is not as usual. Before it may stand "@ " and the day of writing. A line
`names:` holds the names of a sentence, where they matter. `UPDATE_SENTENCES=1` writes the files anew: read what that changes as you would read a claim.
"""

from __future__ import annotations

import datetime as dt
import os
from itertools import groupby
from pathlib import Path

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model

FILES = sorted((Path(__file__).parent / "sentences").glob("*.txt"))
USUAL = {"comparator": "=", "polarity": "positive", "certainty": "certain", "prediction": False}


def read(path):
    """The sentences of a file: the day of writing, or None, the text, and the lines behind it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    stretches = [list(group) for is_blank, group in groupby(lines, lambda line: not line) if not is_blank]
    for stretch in stretches:
        date = dt.date.fromisoformat(stretch.pop(0)[2:]) if stretch[0].startswith("@ ") else None
        text = [line[2:] for line in stretch if line.startswith(">")]
        yield date, "\n".join(text), [line for line in stretch if not line.startswith(">")]


def line_of(claim):
    value = claim.value.model_dump(mode="json", exclude={"si_unit", "si_value"})
    parts = [claim.kind, claim.text.replace("\n", "\\n")]
    if claim.subject is None:
        parts.append("-")
    else:
        text, resolved = claim.subject.text, claim.subject.resolved
        parts.append(text if text == resolved else f"{text} ({resolved or '?'})")
    parts.append(", ".join(f"{key} {value[key]}" for key in value if value[key] is not None))
    parts.extend(
        f"{name} {getattr(claim, name)}" for name, usual in USUAL.items() if getattr(claim, name) != usual
    )
    if claim.attribution is not None:
        parts.append(f"{claim.attribution.cue}: {claim.attribution.source}")
    return " | ".join(parts)


def found_in(text, *, names=False, date=None):
    document = extract(text, language="en", date=date)
    listed = sorted(f"{entity.text} {entity.label}" for entity in document.entities)
    return [line_of(claim) for claim in document.claims] + ([f"names: {', '.join(listed)}"] if names else [])


def has_names(lines):
    return any(line.startswith("names:") for line in lines)


@pytest.mark.parametrize(
    ("date", "text", "expected"),
    [pytest.param(*case, id=f"{path.stem}-{case[1][:40]}") for path in FILES for case in read(path)],
)
def test_what_is_found_in_a_sentence(date, text, expected):
    assert found_in(text, names=has_names(expected), date=date) == expected


@pytest.mark.skipif("UPDATE_SENTENCES" not in os.environ, reason="it writes the files anew")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_are_written_anew(path):
    cases = []
    for date, text, lines in read(path):
        before = [f"@ {date}"] if date else []
        quoted = [f"> {line}".rstrip() for line in text.split("\n")]
        cases.append("\n".join([*before, *quoted, *found_in(text, names=has_names(lines), date=date)]))
    path.write_text("\n\n".join(cases) + "\n", encoding="utf-8")
