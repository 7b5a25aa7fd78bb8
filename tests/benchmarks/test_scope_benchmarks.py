"""What `benchmarks/metamorphic_scope.py` and `treebank_scope.py` expect of claims, and what they say of them."""

from pathlib import Path

import metamorphic_scope
import pytest
import treebank_scope
from metamorphic import documents_of
from treebank import read_treebank

LIST = Path(__file__).parents[2] / "benchmarks" / "metamorphic_scope.toml"
SENTENCES = ("The quarry hired 34 masons in March.", "The ferry carried 900 lorries.")


@pytest.fixture(scope="module")
def frames():
    return {frame.name: frame for frame in metamorphic_scope.load_frames(LIST)}


def _tried(frame, sentences=SENTENCES):
    read = [
        (text, claims) for text, (claims, _) in zip(sentences, metamorphic_scope.read(sentences), strict=True)
    ]
    return metamorphic_scope.filled(frame, read)


@pytest.mark.parametrize(
    ("name", "text", "sources", "polarities"),
    [
        (
            "before: said that",
            "Mirela Oduya said that the quarry hired 34 masons in March.",
            ["Oduya", "Oduya"],
            {"positive"},
        ),
        (
            "after: quoted, then the author",
            "“The quarry hired 34 masons in March,” Reyes said. The ferry carried 900 lorries.",
            ["Reyes", "Reyes", ""],
            {"positive"},
        ),
        (
            "denial: It is not true that",
            "It is not true that the quarry hired 34 masons in March.",
            ["", ""],
            {"negative"},
        ),
    ],
)
def test_a_frame_says_who_speaks_and_what_is_denied(frames, name, text, sources, polarities):
    trial = _tried(frames[name])
    assert trial.text == text
    assert [claim["source"] for claim in trial.expected] == sources
    assert {claim["polarity"] for claim in trial.expected} == polarities
    ((got, _),) = metamorphic_scope.read([text])
    assert [outcome.fault for outcome in metamorphic_scope.judged(trial, got)] == [None] * len(sources)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("The quarry hired 34 masons in March.", "speaker"),
        ("Mirela Oduya said that the quarry may have hired 34 masons in March.", "certainty"),
        ("Mirela Oduya said that the quarry hired masons.", "lost"),
    ],
)
def test_what_went_wrong_in_a_frame_is_named(frames, text, fault):
    trial = _tried(frames["before: said that"])
    ((got, _),) = metamorphic_scope.read([text.ljust(len(trial.text))])
    moved = [{**claim, "start": 0, "end": 200} for claim in trial.expected[:1]]
    (outcome,) = metamorphic_scope.judged(trial._replace(expected=moved), got)
    assert outcome.fault == fault


def test_frames_that_open_with_in_are_left_out(frames):
    assert _tried(frames["before: said, bare"], ("In 2019, the quarry hired 34 masons.",)) is None


def test_names_tell_frames_apart(frames):
    assert len(frames) == len(metamorphic_scope.load_frames(LIST))


TREES = """\
# newdoc id = quarry
# newpar
1	Lund	Lund	PROPN	NNP	_	2	nsubj	_	_
2	said	say	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	Definite=Def	4	det	_	_
4	quarry	quarry	NOUN	NN	_	7	nsubj	_	_
5	did	do	AUX	VBD	_	7	aux	_	_
6	not	not	PART	RB	_	7	advmod	_	_
7	hire	hire	VERB	VB	VerbForm=Inf	2	ccomp	_	_
8	34	34	NUM	CD	_	9	nummod	_	_
9	masons	mason	NOUN	NNS	_	7	obj	_	SpaceAfter=No
10	.	.	PUNCT	.	_	2	punct	_	_

1	It	it	PRON	PRP	_	3	nsubj	_	_
2	may	may	AUX	MD	_	3	aux	_	_
3	hire	hire	VERB	VB	VerbForm=Inf	0	root	_	_
4	12	12	NUM	CD	_	5	nummod	_	_
5	drivers	driver	NOUN	NNS	_	3	obj	_	SpaceAfter=No
6	.	.	PUNCT	.	_	3	punct	_	_

"""


def test_a_tree_says_who_speaks_and_what_is_denied_and_unsure(tmp_path):
    path = tmp_path / "quarry.conllu"
    path.write_text(TREES, encoding="utf-8")
    (gold,) = read_treebank(path)
    (document,) = documents_of([(gold.name, gold.text)])
    asked = {(asked.name, asked.outcome) for asked in treebank_scope.questions_of(gold, document.claims)}
    assert asked >= {
        ("polarity: negative", "right"),
        ("polarity: positive", "right"),
        ("certainty: unsure", "right"),
        ("speaker: somebody", "right"),
        ("quote", "right"),
    }
