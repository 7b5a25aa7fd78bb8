"""What cards and lists of features say behind a label."""

import pytest

from claimcheck import extract
from claimcheck.constructions.listed import is_programming_language
from claimcheck.lexicons import load_rows

LABELS = load_rows("en/technology_labels.csv")
CARD = "Kestrel-3B\n\nModel Details\n\n"


def labelled(text):
    return [
        (claim.subject and claim.subject.text, claim.value.relation, claim.value.object)
        for claim in extract(text).claims
        if claim.found_by.startswith("technology/label-")
    ]


@pytest.mark.model
@pytest.mark.parametrize("row", LABELS, ids=lambda row: row["label"])
def test_each_label_says_its_relation(row):
    label, _, technology = row["example"].partition(": ")
    assert label.lower() == row["label"]
    beside = "" if row["of_cards"] == "yes" else "- Tokenizer: see the paper\n"
    found = [found[1:] for found in labelled(f"{CARD}- {row['example']}\n- {label}: see the paper\n{beside}")]
    assert found == [(row["relation"], technology)]
    assert row["relation"] != "written_in" or is_programming_language(technology)


@pytest.mark.model
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("- Tokenizer: GPT-NeoX (Halvor et al., 2022).", [("built_with", "GPT-NeoX")]),
        ("**Base model:** GPT-2", [("based_on", "GPT-2")]),
        (
            "Normalization: LayerNorm (Halvor & Lund, 2016) with bias terms, unlike RMSNorm",
            [("built_with", "LayerNorm")],
        ),
        (
            "- Dependencies: NumPy, pandas and Redis",
            [("built_with", "NumPy"), ("built_with", "pandas"), ("built_with", "Redis")],
        ),
        ("- Hardware: 8x A100-80GB GPUs", [("runs_on", "A100-80GB GPUs")]),
        ("- Programming languages: Rust, Go", [("written_in", "Rust"), ("written_in", "Go")]),
        # a label alone over names, or over a list of them
        (
            "Software\n\nPyTorch 2.0, NumPy 1.26",
            [("built_with", "PyTorch 2.0"), ("built_with", "NumPy 1.26")],
        ),
        (
            "- Training objective:\n- DINO distillation loss with crops\n- iBOT masked loss",
            [("built_with", "DINO distillation loss"), ("built_with", "iBOT masked loss")],
        ),
        # the rows of a table of two columns
        (
            "Setting | Value\nTraining data | SlimWren & WrenCoder\nHardware | 16 A100-40G GPUs",
            [("trained_on", "SlimWren"), ("trained_on", "WrenCoder"), ("runs_on", "A100-40G GPUs")],
        ),
        ("Name | Hardware | Year\nWren | A100 | 2022\nHardware | H100 | 2023", []),
        ("- Web framework: Django and", [("built_with", "Django")]),
        # labels of other forms count beside one of a card, or before what is listed
        ("Runtime: 92 minutes\n\nEngine: EcoBoost 1.0", []),
        ("Director: Ida Lund\n\nBased on: The Great Gatsby", []),
        ("Framework: the 2015 Paris Agreement", []),
        ("Framework: EU AI Act", []),
        ("Engine: KestrelGL", []),
        (
            "Engine: KestrelGL\n\nTest framework: pytest",
            [("built_with", "KestrelGL"), ("built_with", "pytest")],
        ),
        ("Engine: Godot", [("built_with", "Godot")]),
        # what is no technology
        ("- Training data: Tuesday and Thursday", []),
        ("- GPU: TBD", []),
        ("- Training data: 300 GB of text", []),
        ("- Hardware type: H100 PCIe 40/80GB", [("runs_on", "H100 PCIe 40/80GB")]),
        ("- Base model: unlike Llama 2", []),
        ("- Base model: formerly Llama 2", []),
        ("- Optimizer: AdamW -> Lion", []),
        ("- Dependencies: NumPy>=1.2, SciPy", [("built_with", "NumPy"), ("built_with", "SciPy")]),
        ("- Programming languages: English, Danish", []),
        ("- Training data: Proprietary", []),
        ("- Engine: 2.0 litres", []),
        ("- Loss: $4M", []),
        ("- Library: British Library", []),
        ("- Architecture: built by Ann Lee", []),
        ("- Precision: 95 %", []),
        ("They wrote software: PyTorch 2.0 and NumPy.", []),
        ("Software\n\nIt was written in May.", []),
        ("Software\n\nSee below", []),
    ],
)
def test_items_behind_labels(lines, expected):
    assert [found[1:] for found in labelled(CARD + lines + "\n")] == expected


@pytest.mark.model
def test_the_thing_is_the_product_in_the_nearest_title():
    text = "Orvane-7B\n\nIt is a model.\n\nOrvane-7B-Chat\n\nDetails\n\n- Optimizer: AdamW\n"
    assert labelled(text) == [("Orvane-7B-Chat", "built_with", "AdamW")]


def test_without_a_title_nothing_is_guessed():
    assert labelled("Some notes\n\n- Optimizer: AdamW\n") == [(None, "built_with", "AdamW")]
