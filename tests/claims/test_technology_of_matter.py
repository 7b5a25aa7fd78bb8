"""What software does or handles as the thing that rests on a technology, and who uses one."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def technologies(text):
    found = [claim for claim in extract(text).claims if claim.kind == "technology"]
    return [(claim.subject.text, claim.value.relation, claim.value.object) for claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our search ran on Solr for years.", [("Our search", "runs_on", "Solr")]),
        ("The docs are hosted on Netlify and GitHub Pages.", [("The docs", "runs_on", "GitHub Pages")]),
        ("Metrics are collected with Prometheus.", [("Metrics", "built_with", "Prometheus")]),
        (
            "Training was done with DeepSpeed and PyTorch.",
            [("Training", "built_with", "DeepSpeed"), ("Training", "built_with", "PyTorch")],
        ),
        ("Training was done with great care.", []),
        ("Nokia converted its loan to Ethereum.", []),
        ("The film was delivered on Netflix.", []),
        ("Programs are streamed on YouTube and Netflix.", []),
        (
            "We serve the model with Triton Inference Server.",
            [("the model", "built_with", "Triton Inference Server")],
        ),
        ("The statistics were done with SQLite.", []),
        # a common noun of any kind, with a language or program that is beyond doubt
        ("The checkout was rewritten in Elixir.", [("The checkout", "written_in", "Elixir")]),
        ("The checkout was rewritten in French.", []),
        ("The sonata was written in C.", []),
        ("The temple was built in Java.", []),
        ("The images are based on Debian.", [("The images", "based_on", "Debian")]),
        ("The images are based on photographs.", []),
        ("The leaderboard is deployed on Kubernetes.", [("The leaderboard", "runs_on", "Kubernetes")]),
        ("The talk was hosted on Kubernetes Monday.", []),
        # a framework is no platform
        ("The encoder was ported to PyTorch.", [("The encoder", "built_with", "PyTorch")]),
        ("They ported the parser from Perl to Rust.", [("the parser", "built_with", "Rust")]),
        (
            "The storefront was a Ruby on Rails application.",
            [("The storefront", "built_with", "Ruby on Rails")],
        ),
        ("The hosts had dual Intel Xeon CPUs.", []),
        ("The servers had dual Intel Xeon CPUs.", [("The servers", "built_with", "dual Intel Xeon CPUs")]),
        ("We wrote a new proxy and deploy it on Kubernetes.", [("it", "runs_on", "Kubernetes")]),
        ("Thumbnails are generated with SQLite.", [("Thumbnails", "built_with", "SQLite")]),
        ("Figures were generated with SQLite.", []),
        ("TiDB is a SQL database.", []),
        ("A client runtime is available for Linux.", [("A client runtime", "runs_on", "Linux")]),
        # verbs with a hyphen and their objects
        ("We pre-trained the encoder on WebText.", [("the encoder", "trained_on", "WebText")]),
        ("We pre-trained the encoder on Monday.", []),
        (
            "We fine-tuned it on 60,000 hours of LibriSpeech.",
            [("it", "trained_on", "LibriSpeech")],
        ),
        # what a sentence opens with
        ("Using LoRA, we tuned small adapters.", [("we", "built_with", "LoRA")]),
    ],
)
def test_what_software_does_rests_on_a_technology(text, expected):
    found = technologies(text)
    assert found[-len(expected) :] == expected if expected else found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kafka is used in production by Netflix, Spotify and Shopify.",
            [("Netflix", "Kafka"), ("Spotify", "Kafka"), ("Shopify", "Kafka")],
        ),
        ("Redis has been adopted by Spotify.", [("Spotify", "Redis")]),
        ("Django is used at Spotify.", [("Spotify", "Django")]),
        ("Django is used at night.", []),
        ("Django is used by students.", []),
        ("Companies such as Netflix and Spotify use Kafka.", [("Netflix", "Kafka"), ("Spotify", "Kafka")]),
        ("Companies such as Netflix and Spotify use trucks.", []),
    ],
)
def test_adopters_are_built_with_what_they_use(text, expected):
    assert technologies(text) == [(user, "built_with", tool) for user, tool in expected]
