"""Make `claimcheck/lexicons/en/word_relations.tsv` from the database files of WordNet 3.0.

    python lexicon_sources/word_relations.py FOLDER_WITH_data.noun > claimcheck/lexicons/en/word_relations.tsv

Kept are senses that a single uncapitalised word can have, without examples and definitions, and without the
names of species that no text of the sense-tagged corpus uses. Rows:

    =  id  part of speech  category  words  more general ids  similar ids     a sense; words by bars
    >  word  ids                                                              a word's senses, frequent first
    !  word  word                                                             opposites
    +  word  word                                                             derived from each other
    ~  form  word                                                             an irregular form
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SPECIES = {5, 20}  # lexicographer files noun.animal and noun.plant
WORD = re.compile(r"[a-z][a-z-]*")
HYPERNYM, SIMILAR, OPPOSITE, DERIVED = {"@"}, {"&", "$", "^"}, {"!"}, {"+", "\\"}
MAX_SENSES = 8
"""Of the senses of one word and part of speech, those beyond this are too rare to tell anything."""


def read_senses(folder: Path) -> dict[tuple[str, str], dict[str, Any]]:
    senses = {}
    for name, pos in FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="ascii").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split(" | ")[0].split()
            count = int(cells[3], 16)
            words = [re.sub(r"\((a|p|ip)\)$", "", cells[4 + 2 * i]) for i in range(count)]
            at = 4 + 2 * count
            pointers = []
            for i in range(int(cells[at])):
                symbol, offset, part, ends = cells[at + 1 + 4 * i : at + 5 + 4 * i]
                key = ("a" if part == "s" else part, offset)
                pointers.append((symbol, key, int(ends[:2], 16), int(ends[-2:], 16)))
            senses[pos, cells[0]] = {"words": words, "category": int(cells[1]), "pointers": pointers}
    return senses


def read_index(folder: Path) -> dict[tuple[str, str], list[tuple[str, str]]]:
    index = {}
    for name, pos in FILES.items():
        for line in (folder / f"index.{name}").read_text(encoding="ascii").splitlines():
            if not line.startswith(" "):
                cells = line.split()
                count, pointers = int(cells[2]), int(cells[3])
                offsets = cells[6 + pointers :]
                index[cells[0], pos] = [(pos, offset) for offset in offsets[: min(count, MAX_SENSES)]]
    return index


def main() -> None:
    folder = Path(sys.argv[1])
    senses, index = read_senses(folder), read_index(folder)
    tagged = {line.split()[1].split("%")[0] for line in (folder / "cntlist").read_text().splitlines()}
    # the first sense of "turkey" is the country's or the bird's, whichever; capitals tell names apart
    plain = {word for sense in senses.values() for word in sense["words"] if WORD.fullmatch(word)}
    kept = {
        key
        for (word, pos), keys in index.items()
        if word in plain
        for key in keys
        if not (pos == "n" and senses[key]["category"] in SPECIES and word not in tagged)
    }
    for key in list(kept):  # what a sense is a kind of, up to the top
        above = [key]
        while above:
            ups = [k for s, k, *_ in senses[above.pop()]["pointers"] if s in HYPERNYM]
            above += [k for k in ups if k not in kept]
            kept.update(ups)
    number = {key: i for i, key in enumerate(sorted(kept))}

    def ids(keys: list[tuple[str, str]]) -> str:
        return " ".join(str(number[key]) for key in keys if key in number)

    rows = []
    pairs: dict[str, set[tuple[str, str]]] = {"!": set(), "+": set()}
    for key in sorted(kept):
        sense = senses[key]
        words = "|".join(word for word in sense["words"] if word in plain)
        ups = ids([k for s, k, *_ in sense["pointers"] if s in HYPERNYM])
        similar = ids([k for s, k, *_ in sense["pointers"] if s in SIMILAR])
        rows.append(f"=\t{number[key]}\t{key[0]}\t{sense['category']}\t{words}\t{ups}\t{similar}")
        for symbol, other, source, target in sense["pointers"]:
            sign = "!" if symbol in OPPOSITE else "+" if symbol in DERIVED else None
            if sign and source and target:
                pair = sorted((sense["words"][source - 1], senses[other]["words"][target - 1]))
                if pair[0] in plain and pair[1] in plain and pair[0] != pair[1]:
                    pairs[sign].add((pair[0], pair[1]))
    for (word, pos), keys in sorted(index.items()):
        if word in plain and any(key in number for key in keys):
            rows.append(f">\t{word}\t{pos}\t{ids(keys)}")
    for sign in "!+":
        rows += [f"{sign}\t{a}\t{b}" for a, b in sorted(pairs[sign])]
    forms = set()
    for name in FILES:
        for line in (folder / f"{name}.exc").read_text(encoding="ascii").splitlines():
            form, *words = line.split()
            forms.update((form, word) for word in words if word in plain and WORD.fullmatch(form))
    rows += [f"~\t{form}\t{word}" for form, word in sorted(forms)]
    print("# Generated by lexicon_sources/word_relations.py from WordNet 3.0; see SOURCES.md.")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
