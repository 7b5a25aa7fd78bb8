"""What products are made with."""

import pytest

from claimcheck import extract
from claimcheck.claims.technology import TechnologyValue
from claimcheck.constructions.listed import is_programming_language


def technologies(text, model=None):
    found = [claim for claim in extract(text, model=model).claims if claim.kind == "technology"]
    return [(claim.subject.text, claim.value.relation, claim.value.object) for claim in found]


def test_description():
    assert TechnologyValue(relation="built_with", object="Rust").describe("=") == "built with Rust"


@pytest.mark.parametrize(
    ("word", "expected"), [("Go", True), ("Rust", True), ("French", False), ("Acme", False)]
)
def test_programming_languages(word, expected):
    assert is_programming_language(word) is expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The parser was built on top of NumPy.", [("The parser", "based_on", "NumPy")]),
        ("PyTorch powers the browser.", [("the browser", "built_with", "PyTorch")]),
        ("The parser was implemented with Flask.", [("The parser", "built_with", "Flask")]),
        (
            "They built the app using PyTorch and NumPy.",
            [("the app", "built_with", "PyTorch"), ("the app", "built_with", "NumPy")],
        ),
        (
            "We use Nagios and Centreon.",
            [("We", "built_with", "Nagios"), ("We", "built_with", "Centreon")],
        ),
        (
            "The site was built with React & Gatsby.",
            [("The site", "built_with", "React"), ("The site", "built_with", "Gatsby")],
        ),
        ("Built on Chromium, we present Firefox.", [("Firefox", "based_on", "Chromium")]),
        ("Built on Chromium, we sell Firefox.", []),
        # what a model is trained with is no data of it, and the other way round
        ("The model was fine-tuned using LoRA.", [("The model", "built_with", "LoRA")]),
        ("The model was trained with WebText.", [("The model", "trained_on", "WebText")]),
        ("The model was trained with care.", []),
        # moves from one tool to another
        ("The team moved the parser from Java to Rust.", [("the parser", "built_with", "Rust")]),
        ("The team moved the parser from Oslo to Paris.", []),
        # what supports a system
        (
            "The browser will end support of Windows 7 and Windows 8.",
            [("The browser", "runs_on", "Windows 7"), ("The browser", "runs_on", "Windows 8")],
        ),
        ("The browser will end support of students.", []),
        (
            "The app is now available for Windows and macOS.",
            [("The app", "runs_on", "Windows"), ("The app", "runs_on", "macOS")],
        ),
        # things named by what they are built with or run on; any of them is none
        ("We wrote a small Django site.", [("a small Django site", "built_with", "Django")]),
        ("Every Django site is slow.", []),
        ("She tested our Android app.", [("our Android app", "runs_on", "Android")]),
        (
            "She tested our iOS and Android apps.",
            [("Android apps", "runs_on", "our iOS"), ("Android apps", "runs_on", "Android")],
        ),
        ("She tested our firm and Android apps.", [("Android apps", "runs_on", "Android")]),
        ("We built a simple Grafana dashboard.", [("a simple Grafana dashboard", "built_with", "Grafana")]),
        # a participle behind a description is said of it, not of those who present it
        (
            "We introduce Doom, a chat model based on GPT-4.",
            [("Doom", "based_on", "GPT-4")],
        ),
        # openings
        ("Using Rust, Mozilla halved the time.", [("Mozilla", "built_with", "Rust")]),
        ("With Ann Lee, Mozilla halved the time.", []),
        ("Mozilla has begun using Rust.", [("Mozilla", "built_with", "Rust")]),
        ("It is recommended to use SQLite here.", []),
        # partners are no means
        ("The new features were developed with Vellora.", []),
        ("The previous Java service was slow.", [("The previous Java service", "written_in", "Java")]),
        ("The Java compiler was slow.", []),
        ("They like the Onyx R package.", []),
        ("Netflix met Nagios and Centreon.", []),
        (
            "It was first sold in 2008 for Microsoft Windows, and was later ported to Linux and macOS.",
            [("It", "runs_on", "Linux"), ("It", "runs_on", "macOS")],
        ),
        (
            "Doom was released in February 2011 for the PlayStation 3, Xbox 360 and PC.",
            [
                ("Doom", "runs_on", "the PlayStation 3"),
                ("Doom", "runs_on", "Xbox 360"),
                ("Doom", "runs_on", "PC"),
            ],
        ),
        (
            "It was published for many years, originally only on the Amiga, then also for Windows.",
            [("It", "runs_on", "the Amiga"), ("It", "runs_on", "Windows")],
        ),
        ("They sold Fontographer for Windows.", [("Fontographer", "runs_on", "Windows")]),
        ("They sold chairs for Windows.", []),
        ("They met in March 2011 for Windows.", []),
        ("Orbit was released in February 2011 for the first time.", []),
        (
            "The model runs on a single 80GB GPU (like NVIDIA H100 or AMD MI300X).",
            [("The model", "runs_on", "NVIDIA H100"), ("The model", "runs_on", "AMD MI300X")],
        ),
        (
            "The tuned models use instruction tuning (IT) and reinforcement learning (RL).",
            [
                ("The tuned models", "built_with", "instruction tuning"),
                ("The tuned models", "built_with", "reinforcement learning"),
            ],
        ),
        (
            "We pre-train GPT-5 on 14.8 trillion diverse tokens.",
            [("GPT-5", "trained_on", "14.8 trillion diverse tokens")],
        ),
        (
            "GPT-5 was trained for up to 3 trillion tokens of French text.",
            [("GPT-5", "trained_on", "French text")],
        ),
        ("GPT-5 was trained in collaboration with Acme.", []),
        (
            "They wrote a monolithic PHP application.",
            [("a monolithic PHP application", "written_in", "PHP")],
        ),
        ("About half of the users said they use Python.", []),
        ('Some ticked "don\'t use Python" and left.', []),
        ("The integration of Siri with other services, such as Alexa, was hard.", []),
        ("This repository contains the PyTorch code.", []),
        ("The cells were counted using ImageJ.", []),
        ("Python was trained by experts.", []),
        ("The show is based on a book.", []),
        # lists with brackets, marks and phrases inside
        (
            "The model was trained on a mixture of WebText (Halvor et al., 2023), Wikipedia and The Pile.",
            [
                ("The model", "trained_on", "WebText"),
                ("The model", "trained_on", "Wikipedia"),
                ("The model", "trained_on", "The Pile"),
            ],
        ),
        (
            "The blog was deployed on Kubernetes + Docker.",
            [("The blog", "runs_on", "Kubernetes"), ("The blog", "runs_on", "Docker")],
        ),
        (
            "SQLite is used in tools like Kafka from LinkedIn, React from Meta, Podman from Red Hat.",
            [
                ("Kafka", "built_with", "SQLite"),
                ("React", "built_with", "SQLite"),
                ("Podman", "built_with", "SQLite"),
            ],
        ),
        # dates stand between
        (
            "The browser was first released on May 5, 1996 for Microsoft Windows.",
            [("The browser", "runs_on", "Microsoft Windows")],
        ),
        # what a technology names, and what is written as code is
        ("The team deploys Docker containers.", [("The team", "built_with", "Docker containers")]),
        ("The store requires Chromium-based apps.", [("apps", "based_on", "Chromium")]),
        (
            "Netflix chose the Rust programming language.",
            [("Netflix", "built_with", "the Rust programming language")],
        ),
        (
            "Our app relies on webkit2gtk version 2.36.",
            [("Our app", "built_with", "webkit2gtk version 2.36")],
        ),
        ("Our app relies on luck.", []),
        ("The app makes heavy use of Redis.", [("The app", "built_with", "Redis")]),
        ("The app makes heavy use of colour.", []),
        # architectures
        (
            "BERT is an encoder-only transformer.",
            [("BERT", "based_on", "an encoder-only transformer")],
        ),
        ("GPT-5 is a mixture-of-experts language model.", [("GPT-5", "based_on", "mixture-of-experts")]),
        ("GPT-5 is a small language model.", []),
        (
            "The models follow a Transformer architecture.",
            [("The models", "based_on", "a Transformer architecture")],
        ),
        # bases before and behind
        ("They compared Linux based phones.", [("phones", "based_on", "Linux")]),
        ("They compared Oslo based phones.", []),
        # code and the languages it is in
        (
            "They like two old scripts in Ruby and Perl.",
            [("two old scripts", "written_in", "Ruby"), ("two old scripts", "written_in", "Perl")],
        ),
        ("They like two old scripts in Oslo and Bergen.", []),
        ("They searched for Go packages.", []),
        ("The rest is written in Java.", [("The rest", "written_in", "Java")]),
        ("The rest is written in Danish.", []),
        # habits, shares and moves
        ("The blog used to be deployed on Linux.", [("The blog", "runs_on", "Linux")]),
        ("Much of the stack was based on NumPy.", [("the stack", "based_on", "NumPy")]),
        ("Netflix's move to Kubernetes took years.", [("Netflix", "built_with", "Kubernetes")]),
        ("Netflix's move to Paris took years.", []),
        (
            "We provide PyTorch and NumPy weights.",
            [("NumPy weights", "built_with", "PyTorch"), ("NumPy weights", "built_with", "NumPy")],
        ),
        ("PyTorch weights for readers:", []),
        ("A Linux stack with all Linux components.", []),
        # what the sentence says of a name counts for what it may be
        (
            "Boulder is a small parser that uses SQLite.",
            [("Boulder", "built_with", "SQLite")],
        ),
        ("Ann Lee is a small woman who uses SQLite.", []),
        ("Quillo, written in Rust, is fast.", [("Quillo", "written_in", "Rust")]),
        ("Tonight, written in Oslo, is long.", []),
        # a program that something is said to be, and its platforms; a part that two have alike
        (
            "Quillo is a text editor (for Windows and Linux).",
            [("Quillo", "runs_on", "Windows"), ("Quillo", "runs_on", "Linux")],
        ),
        ("They need an editor for Windows papers.", []),
        ("Firefox is compatible with Windows.", [("Firefox", "runs_on", "Windows")]),
        ("Firefox is compatible with students.", []),
        (
            "The models have the same tokenizer as GPT-2.",
            [("The models", "built_with", "the same tokenizer as GPT-2")],
        ),
        ("The models have the same tokenizer as before.", []),
        # parts that a word before them makes specific; verbs with forms of their own
        ("BERT uses a ResNet backbone.", [("BERT", "built_with", "a ResNet backbone")]),
        ("BERT uses a good backbone.", []),
        ("The site is based on GitHub webhooks.", [("The site", "based_on", "GitHub webhooks")]),
        (
            "They keep it on a site. orvane.org is hosted on Kubernetes.",
            [("orvane.org", "runs_on", "Kubernetes")],
        ),
        (
            "BERT was trained on a large-scale, mixed corpus.",
            [("BERT", "trained_on", "a large-scale, mixed corpus")],
        ),
        ("Firefox is backed by relational databases.", [("Firefox", "built_with", "relational databases")]),
        ("Firefox is backed by large databases.", []),
        (
            "Programs such as Blender and the SQLite engine that powers Firefox are old.",
            [("Firefox", "built_with", "the SQLite engine")],
        ),
        # any of a kind
        ("They sell clients that use SQLite.", []),
        ("They sell three clients that use SQLite.", [("three clients", "built_with", "SQLite")]),
        ("Quillo is a framework for building small apps with Rust.", []),
        ("Any team that wants to write an app in Rust may do so.", []),
        ("They plan to write an app in Rust.", [("an app", "written_in", "Rust")]),
        # what is meant by other words beside the same verbs
        ("The French depended on the Hurons.", []),
        ("Quillo was released to PyPI in May.", []),
        ("Before running BERT models they rest.", []),
        ("The models were run in Stata.", []),
        ("The model was aligned with BERT fans.", []),
        ("SQLite is embedded in Firefox.", [("Firefox", "built_with", "SQLite")]),
        ("The data are kept in MongoDB.", [("The data", "runs_on", "MongoDB")]),
        (
            "They tuned checkpoints based on BERT and the Llama 2 series.",
            [("checkpoints", "based_on", "BERT"), ("checkpoints", "based_on", "the Llama 2 series")],
        ),
    ],
)
def test_technologies(text, expected):
    assert technologies(text) == expected


def test_relations_without_a_parse():
    assert technologies("TensorFlow was written in C++.", model="blank") == [
        ("TensorFlow", "written_in", "C++")
    ]
