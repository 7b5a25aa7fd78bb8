"""The files of constructions as they stand in the package, and the words in them.

What they mean is for `claimcheck.constructions` to say; here they are text and words.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.inflecting import inflect_noun, inflect_verb


@cache
def bundled_sources() -> tuple[tuple[str, str], ...]:
    """Name and text of each file, by name."""
    folder = files("claimcheck.lexicons").joinpath("en", "constructions")
    found = sorted(
        (item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name
    )
    return tuple((f"en/constructions/{item.name}", item.read_text(encoding="utf-8")) for item in found)


@cache
def _listed(field: str) -> tuple[str, ...]:
    words = (
        word
        for _, text in bundled_sources()
        for block in tomllib.loads(text).get("words", ())
        for word in block.get(field, ())
    )
    return tuple(dict.fromkeys(words))


@per_lexicon
def verb_forms() -> frozenset[str]:
    """Present and past forms of the verbs of the constructions, without particles."""
    forms = (inflect_verb(verb.split(" ")[0]) for verb in _listed("verbs") if verb not in ("be", "have"))
    return frozenset(form for found in forms for form in (found.third, found.past, found.participle))


@per_lexicon
def all_forms() -> frozenset[str]:
    """Every form of every verb and noun of the constructions."""
    verbs = {form for verb in _listed("verbs") for form in inflect_verb(verb.split(" ")[0])}
    return frozenset(
        verbs | {form for noun in _listed("nouns") for form in inflect_noun(noun.split(" ")[-1])}
    )
