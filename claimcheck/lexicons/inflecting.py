"""The forms of English verbs and nouns: by rule, or by row of `irregular_verbs.csv`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

_VOWELS = frozenset("aeiou")


class VerbForms(NamedTuple):
    """A verb: "take", "takes", "took", "taken", "taking"."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


@per_lexicon
def _irregular() -> Mapping[str, VerbForms]:
    fields = VerbForms._fields
    return {
        row["base"]: VerbForms(*(row[field] for field in fields))
        for row in load_rows("en/irregular_verbs.csv")
    }


def inflect_verb(base: str) -> VerbForms:
    """The forms of a verb, those of its last part where hyphens join it.

    >>> inflect_verb("acquire")
    VerbForms(base='acquire', third='acquires', past='acquired', participle='acquired', ing='acquiring')
    >>> inflect_verb("co-own").past, inflect_verb("supply").third, inflect_verb("plan").ing
    ('co-owned', 'supplies', 'planning')
    """
    prefix, hyphen, stem = base.rpartition("-")
    found = _irregular().get(stem)
    if found is None:
        found = VerbForms(stem, _with_s(stem), _with_ed(stem), _with_ed(stem), _with_ing(stem))
    return VerbForms(*(f"{prefix}{hyphen}{form}" for form in found))


def inflect_noun(noun: str) -> tuple[str, str]:
    """Singular and plural of a noun.

    >>> inflect_noun("subsidiary"), inflect_noun("branch")
    (('subsidiary', 'subsidiaries'), ('branch', 'branches'))
    """
    return noun, _with_s(noun)


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _doubles(word: str) -> bool:
    """Whether a short verb doubles its last letter: "plan", not "plane", "train" or "back"."""
    return (
        len(word) in (3, 4)
        and word[-1] not in _VOWELS | set("wxy")
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
    )


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return word + (word[-1] if _doubles(word) else "") + "ed"


def _with_ing(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return word[:-1] + "ing"
    return word + (word[-1] if _doubles(word) else "") + "ing"
