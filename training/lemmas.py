"""Builds the tables of spaCy's rule lemmatizer from the training treebanks.

Three tables, each by part of speech: suffix rules (hand-written, the most special first, because the first
one that applies decides about an unknown word), an index of lemmas seen, and exceptions: every form whose
usual lemma in the treebanks is not what rules and index give.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from corpora import TreebankSentence
from spacy.lookups import Lookups

VOWEL_PAIRS = "ea oa oo ou ai ee oi ie au".split()

# Endings of verb stems that mostly lose an e before -ed and -ing ("created", "defined").
SILENT_E = (
    "at iz is yz ys c dg rg ng v us as os ns ps rs uid ad od ud bl pl tl dl gl kl fl il ul ut ot uir ir ur "
    "ar am om um in ak ok ik u op yp ap rib"
).split()

# Part of speech (lower case, as the lemmatizer wants it) -> (ending, what replaces it).
RULES: dict[str, list[tuple[str, str]]] = {
    "noun": [
        ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("zzes", "zz"),
        ("ss", "ss"), ("us", "us"), ("is", "is"), ("women", "woman"), ("men", "man"), ("s", ""),
    ],
    "verb": [
        ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("zzes", "zz"),
        ("oes", "o"), ("ss", "ss"), ("s", ""), ("ied", "y"), ("eed", "ee"), ("ying", "y"),
        *((f"{c}{c}{end}", c) for c in "bdgmnprt" for end in ("ed", "ing")),
        # two vowels before the consonant: "treated"; but not before s, c, v, g, z: "raised", "voiced"
        *(
            (f"{pair}{c}{end}", f"{pair}{c}")
            for pair in VOWEL_PAIRS for c in "bdfklmnprt" for end in ("ed", "ing")
        ),
        *((f"{stem}{end}", f"{stem}e") for stem in SILENT_E for end in ("ed", "ing")),
        ("ed", ""), ("ing", ""),
    ],
    "aux": [],
    "adj": [
        ("iest", "y"), ("ier", "y"),
        *((f"{c}{c}{end}", c) for c in "bdgmnt" for end in ("er", "est")),
    ],
    "adv": [],
    "pron": [], "det": [], "adp": [], "part": [], "sconj": [], "cconj": [], "num": [], "sym": [],
    "intj": [],
}  # fmt: skip
# The last resort of every list: the form itself, in lower case.
for _rules in RULES.values():
    _rules.append(("", ""))

# Comparison is left to index and exceptions but for -ier and doubled letters: "other", "former" and
# "modest" are commoner than regular comparatives outside the treebanks.


def apply_rules(form: str, rules: Iterable[tuple[str, str]], index: frozenset[str]) -> str:
    """What spaCy's rule lemmatizer answers for a lower-case form without exceptions."""
    known: list[str] = []
    unknown: list[str] = []
    for ending, replacement in rules:
        if form.endswith(ending):
            lemma = form[: len(form) - len(ending)] + replacement
            if lemma in index:
                known.insert(0, lemma)
            elif lemma:
                unknown.append(lemma)
    return (known + unknown + [form])[0]


def build_lemma_tables(sentences: Iterable[TreebankSentence]) -> Lookups:
    """The lookups `lemma_rules`, `lemma_index` and `lemma_exc`."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, pos, lemma in zip(sentence.words, sentence.pos, sentence.lemmas, strict=True):
            if lemma != "_" and pos.lower() in RULES:
                seen[word.lower(), pos.lower()][lemma] += 1
    index: dict[str, set[str]] = defaultdict(set)
    for (form, pos), lemmas in seen.items():
        lemma, times = lemmas.most_common(1)[0]
        if times > 1 or lemma == form:
            index[pos].add(lemma)
    exceptions: dict[str, dict[str, list[str]]] = {pos: {} for pos in RULES}
    for (form, pos), lemmas in sorted(seen.items()):
        lemma = min(lemmas, key=lambda entry: (-lemmas[entry], entry))
        if apply_rules(form, RULES[pos], frozenset(index[pos])) != lemma:
            exceptions[pos][form] = [lemma]
    lookups = Lookups()
    lookups.add_table("lemma_rules", {pos: [list(rule) for rule in rules] for pos, rules in RULES.items()})
    # A mapping, because spaCy only asks whether a lemma is in it, and lists answer slowly.
    lookups.add_table("lemma_index", {pos: dict.fromkeys(sorted(index[pos]), 1) for pos in RULES})
    lookups.add_table("lemma_exc", exceptions)
    return lookups
