"""Which corpora are trained on, with what weight, and how what they leave open is hidden from the model.

Held out, never read here: every file ending in `-test`, wikigold-dev, crossner_ai-dev, en_ewt-dev and
en_gum-nonnc-dev (the dev treebanks choose between runs).
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from corpora import LABELS, NamedSentence, TreebankSentence

# Times a treebank is seen per round. GUM is edited prose, which is what claims are found in; EWT is
# half e-mail and web forum.
TREEBANKS = {"en_ewt-train": 1, "en_gum-nonnc-train": 2}

# Times a name file is seen per round, by how near its prose is to articles and how good its annotation.
NAMES = {
    "wikigold-train": 2.0,
    "crossner_ai-train": 6.0,
    "crossner_science-train": 2.0,
    "crossner_science-dev": 2.0,
    "crossner_politics-train": 2.0,
    "crossner_politics-dev": 2.0,
    "crossner_literature-train": 1.0,
    "crossner_literature-dev": 1.0,
    "crossner_music-train": 1.0,
    "crossner_music-dev": 1.0,
    "uner_ewt-dev": 2.0,
    "gum_derived-train": 1.0,
    "gum_derived-dev": 1.0,
    "redocred-dev": 1.0,
    "wnut17-train": 0.5,
    "wnut17-dev": 0.5,
    "btc_f-train": 0.25,
    "btc_g-train": 0.25,
    "somesci-train": 1.0,
    "somesci-dev": 1.0,
    "stackoverflow-train": 0.6,
    "stackoverflow-dev": 0.6,
}

# The hand-written domain patterns, filled anew every time: for names, and as trees for the parser.
DOMAIN_NAMES = 2.0
DOMAIN_TREES = 1

# With the labels of the teacher (teacher.py): text of which no names were known, the passages, and the trees.
LABELLED = {"en_ewt-train": 1.0}
PASSAGES = 2.0
LABELLED_TREES = 1

# Share of the known names in the corpora that are exchanged for others of the same kind.
SWAPPED = 0.25

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*[+#]*")
NAMES_OF_PEOPLE_AND_PLACES = frozenset({"PERSON", "ORG", "LOC"})


def lower_case_words(treebanks: Iterable[TreebankSentence]) -> Counter[str]:
    """How often each word occurs in lower case, so a capital at the start of a sentence can be judged."""
    return Counter(word for sentence in treebanks for word in sentence.words if word.islower())


def read_technology_names(folder: Path) -> dict[str, str]:
    """Product and programming language names and all their aliases: form -> label."""
    forms: dict[str, str] = {}
    for file, label in (("programming_languages.csv", "LANGUAGE"), ("products.csv", "PRODUCT")):
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                names = [row["name"], *row["aliases"].split("|"), *row["ambiguous_aliases"].split("|")]
                for name in names:
                    if len(name) > 1 and not name.islower():
                        forms[name] = label
    return forms


def read_titles(folder: Path) -> frozenset[str]:
    """Words before a person's name that are no part of it, such as `President`, with a capital."""
    with (folder / "titles.csv").open(encoding="utf-8", newline="") as lines:
        forms = [form for row in csv.DictReader(lines) for form in (row["name"], *row["aliases"].split("|"))]
    return frozenset(form[0].upper() + form[1:] for form in forms if form)


def read_states(folder: Path) -> frozenset[str]:
    """Countries, their states and capitals."""
    with (folder / "places.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(
            row["name"] for row in csv.DictReader(lines) if row["type"] in ("country", "capital", "state")
        )


def _leading_title(name: str, titles: frozenset[str]) -> str:
    """The title a person's name starts with, with the space after it, or nothing."""
    words = name.split(" ")
    for length in (3, 2, 1):
        title = " ".join(words[:length])
        if len(words) > length and title in titles:
            return title + " "
    return ""


def even_out(
    sentence: NamedSentence, titles: frozenset[str], states: frozenset[str], technology: dict[str, str]
) -> NamedSentence:
    """Settle where the sources differ: titles are outside a person's name, countries are never ORG.

    A country, state or capital that a source marks as an organisation (its team, its government) becomes
    missing, and so does a name of the products list that a source marks as a programming language (MATLAB).
    """
    ents = []
    missing = list(sentence.missing)
    for start, end, label in sentence.ents:
        name = sentence.text[start:end]
        if (label == "ORG" and name in states) or (label == "LANGUAGE" and technology.get(name) == "PRODUCT"):
            missing.append((start, end))
            continue
        title = _leading_title(name, titles) if label == "PERSON" else ""
        ents.append((start + len(title), end, label))
    return NamedSentence(sentence.text, tuple(ents), tuple(missing))


def hide_open_labels(
    sentence: NamedSentence,
    scope: frozenset[str],
    technology: dict[str, str],
    common: Counter[str],
) -> NamedSentence:
    """Mark as missing what could bear a label outside the file's scope.

    Without PERSON, ORG and LOC in scope every capitalised word is open, except at the start of the sentence
    if it is usual in lower case. Without PRODUCT and LANGUAGE in scope the words are open that the name
    lists know as a product or a language.
    """
    if scope.issuperset(LABELS):
        return sentence
    missing = list(sentence.missing)
    words = [(match.start(), match.end()) for match in WORD.finditer(sentence.text)]
    if not scope & NAMES_OF_PEOPLE_AND_PLACES:
        for number, (start, end) in enumerate(words):
            word = sentence.text[start:end]
            if word[0].isupper() and word != "I" and (number > 0 or common[word.lower()] < 3):
                missing.append((start, end))
    else:
        for number in range(len(words)):
            for length in (3, 2, 1):
                if number + length > len(words):
                    continue
                start, end = words[number][0], words[number + length - 1][1]
                form = sentence.text[start:end]
                label = technology.get(form)
                if label and label not in scope and (number > 0 or length > 1 or common[form.lower()] < 3):
                    missing.append((start, end))
                    break
    return NamedSentence(sentence.text, sentence.ents, tuple(missing))
