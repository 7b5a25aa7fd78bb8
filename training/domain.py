"""The domain sentences: hand-written patterns in domain/*.txt, filled with names and numbers.

A pattern is a line of words separated by spaces, as tokens are. `{COMPANY}` and the like are slots for names
(see names.SLOTS), `{N}`, `{PCT}`, `{YEAR}`, `{VER}` and `{DATE}` are slots for values, `<a|b>` is a choice,
`[text|LABEL]` a fixed name, `[text|?]` a word about which nothing is said. In `account~go` the second word,
which has the same tag but is easier to parse, stands in when the tree is grown (grow_trees.py).
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora import NamedSentence, TreebankSentence, read_treebank
from names import SLOTS, NamePools

CHOICE = re.compile(r"<([^<>]*)>")
PIECE = re.compile(r"\{([A-Z]+)\}|\[([^|\]]+)\|([A-Z]+|\?)\]|([^{}\[\] ]+)")
MONTHS = "January February March April May June July August September October November December".split()
NO_SPACE_BEFORE = frozenset(". , ; : ? ! ) % 's 'S .".split())
NO_SPACE_AFTER = frozenset("( $ €".split())


def read_patterns(folder: Path) -> list[str]:
    """All patterns of the folder, in file and line order."""
    return [
        line
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a pattern, or a slot filled with `text`; `label` is the entity label or empty."""

    text: str
    slot: str = ""
    label: str = ""
    glued: bool = False
    stand_in: str = ""


def choose_words(pattern: str, rng: random.Random) -> str:
    """The pattern with one of every `<a|b>` taken."""
    return CHOICE.sub(lambda match: rng.choice(match[1].split("|")), pattern)


def fill_value(slot: str, rng: random.Random) -> str:
    """A value for `{N}`, `{PCT}`, `{YEAR}`, `{VER}` or `{DATE}`, tokens separated by spaces."""
    if slot == "N":
        return rng.choice(
            (str(rng.randint(2, 99)), str(rng.randint(100, 990)), f"{rng.randint(1, 90)}.{rng.randint(1, 9)}")
        )
    if slot == "PCT":
        number = rng.choice((str(rng.randint(2, 99)), f"{rng.randint(1, 98)}.{rng.randint(1, 9)}"))
        return f"{number} {rng.choice(('%', '%', '%', 'percent', 'per cent'))}"
    if slot == "YEAR":
        return str(rng.randint(1950, 2025))
    if slot == "VER":
        return rng.choice(
            (
                f"{rng.randint(1, 19)}.{rng.randint(0, 20)}",
                str(rng.randint(2, 19)),
                f"{rng.randint(1, 9)}.{rng.randint(0, 9)}.{rng.randint(1, 9)}",
            )
        )
    if slot == "DATE":
        day, month, year = rng.randint(1, 28), rng.choice(MONTHS), rng.randint(1990, 2025)
        return rng.choice((f"{month} {day} , {year}", f"{day} {month} {year}", f"{month} {day}"))
    raise ValueError(f"unknown slot {slot}")


def read_pieces(pattern: str) -> Iterator[Piece]:
    """The pieces of a pattern without choices; a piece written right after another one is glued to it."""
    end = -1
    for match in PIECE.finditer(pattern):
        slot, fixed, label, word = match.groups()
        glued = match.start() == end
        end = match.end()
        if slot:
            yield Piece("", slot, SLOTS.get(slot, ""), glued)
        elif fixed:
            yield Piece(fixed, "", label, glued)
        else:
            shown, _, stand_in = word.partition("~")
            yield Piece(shown, "", "", glued, stand_in or shown)


def fill_pattern(pattern: str, pools: NamePools, rng: random.Random) -> NamedSentence:
    """A sentence of the pattern with names and values drawn, and where its entities are."""
    text = ""
    ents: list[tuple[int, int, str]] = []
    missing: list[tuple[int, int]] = []
    close_quote = False
    glue_next = True
    for piece in read_pieces(choose_words(pattern, rng)):
        if piece.slot in SLOTS:
            words = pools.choose(piece.slot, rng)
        elif piece.slot:
            words = fill_value(piece.slot, rng).replace(" %", "%").replace(" ,", ",")
        else:
            words = piece.text
        glue = glue_next or piece.glued or words in NO_SPACE_BEFORE or words.startswith("%")
        glue_next = words in NO_SPACE_AFTER or words.endswith(("$", "€", "("))
        if words == '"':
            glue, glue_next, close_quote = (True, False, False) if close_quote else (glue, True, True)
        if text and not glue:
            text += " "
        start = len(text)
        text += words
        if piece.label == "?":
            missing.append((start, len(text)))
        elif piece.label:
            ents.append((start, len(text), piece.label))
    if text.endswith(".."):
        text = text[:-1]  # the full stop of "Inc." closes the sentence too
    return NamedSentence(text, tuple(ents), tuple(missing))


def fill_all(patterns: Sequence[str], pools: NamePools, rng: random.Random) -> list[NamedSentence]:
    """Every pattern once, filled anew."""
    return [fill_pattern(pattern, pools, rng) for pattern in patterns]


def swap_names(sentence: NamedSentence, pools: NamePools, rng: random.Random, share: float) -> NamedSentence:
    """The sentence with about `share` of its known names exchanged for others of the same kind."""
    text = sentence.text
    pieces: list[str] = []
    ents: list[tuple[int, int, str]] = []
    shifts: list[tuple[int, int]] = []  # (old position from which on, shift)
    at = shift = 0
    for start, end, label in sorted(sentence.ents):
        if start < at:
            continue
        name = text[start:end]
        new = name
        is_open = any(begin < end and start < stop for begin, stop in sentence.missing)
        if rng.random() < share and not is_open:
            new = swap_one(name, label, pools, rng)
        pieces.append(text[at:start])
        pieces.append(new)
        ents.append((start + shift, start + shift + len(new), label))
        shift += len(new) - len(name)
        shifts.append((end, shift))
        at = end
    pieces.append(text[at:])

    def moved(position: int) -> int:
        total = 0
        for old, by in shifts:
            if position >= old:
                total = by
        return position + total

    missing = tuple((moved(start), moved(end)) for start, end in sentence.missing)
    return NamedSentence("".join(pieces), tuple(ents), missing)


def swap_one(name: str, label: str, pools: NamePools, rng: random.Random) -> str:
    """Another name of the same kind, or the name itself if its kind is not known."""
    words = name.split()
    if not name.isascii() or name.isupper() or name.islower():
        return name
    if label == "PERSON":
        if len(words) == 2 and all(word.isalpha() and word.istitle() for word in words):
            return f"{pools.choose('GIVEN', rng)} {pools.choose('SURNAME', rng)}"
        return name
    pool = pools.pool_of.get(name)
    if pool is None or SLOTS.get(pool) != label:
        return name
    return pools.choose(pool, rng)


def read_trees(folder: Path) -> list[TreebankSentence]:
    """The trees of the patterns (grow_trees.py), slots as single words."""
    return read_treebank(folder / "trees.conllu")


def name_tokens(name: str) -> list[str] | None:
    """The words of a plain name; None for names with signs, digits or particles, whose tree is not sure."""
    words = name.split()
    if len(words) > 5 or not all(word.isalpha() for word in words):
        return None
    if any(word.islower() for word in words[1:]) or "The" in words:
        return None
    return words


def fill_tree(tree: TreebankSentence, pools: NamePools, rng: random.Random) -> TreebankSentence:
    """The tree with names and numbers drawn; a name of several words is flat (persons) or a compound."""
    words: list[str] = []
    tags: list[str] = []
    pos: list[str] = []
    morphs: list[str] = []
    deps: list[str] = []
    heads: list[int] = []  # old index of the head, or -2 - new index for the inside of a name
    moved: list[int] = []  # old index -> new index
    for i, word in enumerate(tree.words):
        slot = word[1:-1] if word.startswith("{") else ""
        if not slot:
            moved.append(len(words))
            words.append(vary_number(word, rng) if tree.tags[i] == "CD" else word)
            tags.append(tree.tags[i])
            pos.append(tree.pos[i])
            morphs.append(tree.morphs[i])
            deps.append(tree.deps[i])
            heads.append(tree.heads[i])
            continue
        parts = None
        while parts is None:
            parts = name_tokens(pools.choose(slot, rng))
        person = SLOTS[slot] == "PERSON"
        base = len(words)
        top = base if person else base + len(parts) - 1
        moved.append(top)
        for k, part in enumerate(parts):
            words.append(part)
            tags.append("NNP")
            pos.append("PROPN")
            morphs.append("Number=Sing")
            if base + k == top:
                deps.append(tree.deps[i])
                heads.append(tree.heads[i])
            else:
                deps.append("flat" if person else "compound")
                heads.append(-2 - top)
    new_heads = [moved[head] if head >= 0 else -2 - head for head in heads]
    spaces = []
    quoted = False
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        spaced = (
            following not in NO_SPACE_BEFORE and word not in NO_SPACE_AFTER and "-" not in (word, following)
        )
        if word == '"':
            quoted = not quoted
            spaced = spaced and not quoted
        elif following == '"' and quoted:
            spaced = False
        spaces.append(spaced)
    return TreebankSentence(
        tuple(words), tuple(spaces), tuple(tags), tuple(pos), tuple(morphs), ("_",) * len(words),
        tuple(new_heads), tuple(deps), starts_paragraph=True, starts_document=True,
    )  # fmt: skip


def vary_number(word: str, rng: random.Random) -> str:
    """Another number of the same kind as `word`, or `word` if it is not in plain figures."""
    if re.fullmatch(r"(19|20)\d\d", word):
        return str(rng.randint(1950, 2025))
    if re.fullmatch(r"\d{1,2}", word):
        return str(rng.randint(2, 28))
    if re.fullmatch(r"\d+\.\d", word):
        return f"{rng.randint(1, 98)}.{rng.randint(1, 9)}"
    return word
