"""Shares of code, texts and speakers in a language, in the many wordings of READMEs, cards and censuses."""

import pytest

from claimcheck import extract


def shares(text):
    claims = [claim for claim in extract(text).claims if claim.kind == "language_share"]
    return [(claim.value.language, float(claim.value.number), claim.comparator) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roughly nine-tenths of the code base is C.", [("C", 90, "~")]),
        ("Two thirds of the monorepo is JavaScript.", [("JavaScript", 66.67, "=")]),
        ("Exactly half of it is Scala.", [("Scala", 50, "=")]),
        ("It began as 100% Perl and is now four-fifths Go.", [("Perl", 100, "="), ("Go", 80, "=")]),
        (
            "The kernel, 97.6% of which is written in C, has 1% assembly.",
            [("C", 97.6, "="), ("assembly", 1, "=")],
        ),
        ("Around a third of its 1.2 million lines are in Objective-C.", [("Objective-C", 33.33, "~")]),
        ("Seventy percent of the codebase has been ported to Kotlin.", [("Kotlin", 70, "=")]),
        ("It is largely C, with around 15% of it in Rust.", [("C", 50, ">"), ("Rust", 15, "~")]),
        ("Over half of the training text was in Chinese.", [("Chinese", 50, ">")]),
        ("More than nine in ten posts were in Indonesian.", [("Indonesian", 90, ">")]),
        ("The dataset is 92.6% English.", [("English", 92.6, "=")]),
        (
            "It read 6 trillion tokens, of which 58% are English and 9% are German.",
            [("English", 58, "="), ("German", 9, "=")],
        ),
        ("The club has 400 members, of which 30% are English.", []),
        ("The compiler is self-hosted: 99% Crystal.", [("Crystal", 99, "=")]),
        ("The firmware is largely C, with 6% in assembly.", [("C", 50, ">"), ("assembly", 6, "=")]),
        ("The plugin has 12,000 lines of code, 90 percent of them Lua.", [("Lua", 90, "=")]),
        ("The model was trained on data that is 98% English.", [("English", 98, "=")]),
        ("It saw 4 trillion tokens, 61% of them English web text.", [("English", 61, "=")]),
    ],
)
def test_the_share_stands_before_its_language(text, expected):
    assert shares(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Python makes up 88.3 percent of the source and C the other 11.7 percent.",
            [("Python", 88.3, "="), ("C", 11.7, "=")],
        ),
        (
            "By lines of code, Haskell leads at 63%, followed by Nix (9%).",
            [("Haskell", 63, "="), ("Nix", 9, "=")],
        ),
        ("Zig accounts for 38.5% of the tree; C still has 55%.", [("Zig", 38.5, "="), ("C", 55, "=")]),
        ("Lua is used for less than 5% of the engine.", [("Lua", 5, "<")]),
        (
            "English accounts for 89.70% of the data and German for 0.17%.",
            [("English", 89.7, "="), ("German", 0.17, "=")],
        ),
        ("The library is implemented in C++ (81%) and CUDA (14%).", [("C++", 81, "="), ("CUDA", 14, "=")]),
        ("The languages are C 88.1%, Makefile 2.9%, Other 2.7%.", [("C", 88.1, "="), ("Makefile", 2.9, "=")]),
        ("Julia: 97.8%\nShell: 2.2%\n", [("Julia", 97.8, "="), ("Shell", 2.2, "=")]),
        ("Rust's share of the code is 14%.", [("Rust", 14, "=")]),
        ("Python now makes up only 58% of the repository.", [("Python", 58, "=")]),
        ("The share of Go in the project stands at 71%.", [("Go", 71, "=")]),
        ("Rust, which makes up 23% of the code, runs the network.", [("Rust", 23, "=")]),
        ("Welsh, which accounts for 4% of the tokens, is rare.", [("Welsh", 4, "=")]),
    ],
)
def test_the_language_stands_before_its_share(text, expected):
    assert shares(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 22% of residents speak Welsh.", [("Welsh", 22, "~")]),
        ("Welsh is spoken by 22% of residents.", [("Welsh", 22, "=")]),
        ("Spanish is the first language of 41% of the pupils.", [("Spanish", 41, "=")]),
        ("About a quarter of Belgians are native speakers of French.", [("French", 25, "~")]),
        ("Catalan speakers make up a third of the city.", [("Catalan", 33.33, "=")]),
        (
            "Finnish was the home language of 86.5% of residents, Swedish of 5.2%.",
            [("Finnish", 86.5, "="), ("Swedish", 5.2, "=")],
        ),
    ],
)
def test_a_share_of_those_who_speak_it(text, expected):
    assert shares(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The project is pure Python, with no extensions.", [("Python", 100, "=")]),
        ("Nearly all of the server is in Kotlin.", [("Kotlin", 100, "~")]),
        ("The package is a pure Python library.", []),
        ("Tests are about half Kotlin and half Groovy.", [("Kotlin", 50, "~"), ("Groovy", 50, "~")]),
        ("The guests are half French and half German.", []),
        ("Nearly all of the engine is cast iron.", []),
    ],
)
def test_a_share_told_in_words(text, expected):
    assert shares(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The three most common ancestries were English (37.2%), Irish (14.1%) and Scottish (9.9%).",
        "The most used languages were JavaScript (62%), Python (51%) and SQL (49%).",
        "Python accounts for 45% of all downloads in our repository.",
        "Two thirds of the audience was German.",
        "Our Python service handles 45% of the traffic.",
        "C is 20% faster than Go in this program.",
        "Go has 12% fewer lines of code than before.",
        "About 40% of the staff are Welsh and 12% are Irish.",
        "About 20% of customers speak to Dutch staff first.",
        "Polish is the largest group, at 24%.",
        "Our firm made 6% in Java.",
        "The system is slow, with 6% in reserve.",
        "German accounts for 40% of exports.",
        "Some 30% of them read English novels.",
        "Dutch and French account for 80% of the text.",
        "The ore is 60% C and 12% S.",
        "Only a tenth of the training text is not in English.",
        "Half of the code isn't in Java.",
        "Python, which makes up 45% of sales, is a brand of bags.",
        "It sold 4,000 seats, 61% of them English fans.",
        "A fifth of respondents use Go (20%) and a third Rust (33%).",
    ],
)
def test_a_share_of_people_or_things_is_none_of_a_language(text):
    assert shares(text) == []


@pytest.mark.model
def test_a_language_is_no_order_to_the_reader():
    text = "Languages used in the repository: Python 60%, Go 30%."
    assert [share[0] for share in shares(text)] == ["Python", "Go"]
    assert not extract("Go north for 30 miles.").claims
