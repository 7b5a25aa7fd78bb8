"""The subject that a verb itself governs, or that a tree hung elsewhere and is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.gatherings import is_of_whole
from claimcheck.grammar.misread_verbs import end_of_subject, subject_of_misread_verb
from claimcheck.grammar.noun_labels import label_of_noun
from claimcheck.grammar.noun_phrases import SUBJECTS, case_of, noun_phrase, stands_beside_clause
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE, NOUN_TAGS, PROPER_TAGS

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns

Offsets = tuple[int, int]

RELATIVE_CLAUSES = frozenset({"acl:relcl", "acl"})

_RELATIVE_PRONOUNS = WordSet("grammar/relative")


def joint_in_subject(columns: TokenColumns, noun: int) -> int | None:
    """The conjunction in what a tree takes for the subject of a clause, where the noun is the object of the
    clause before: "and" in "Norvale employs 300 people in Oslo and Brightcell employs 40".
    """
    verb = columns.heads[noun]
    above = columns.heads[verb]
    if columns.deps[verb] not in _COMPLEMENT_CLAUSES or above >= noun or columns.tags[above] not in FINITE:
        return None
    if columns.tags[verb] not in FINITE:
        return None
    joint = joint_before(columns, verb)
    if joint is None or joint <= noun:
        return None
    between = range(above + 1, noun)
    if any(columns.tags[token] not in _OBJECT_OPENING for token in between):
        return None
    is_repeated = columns.lowers[above] == columns.lowers[verb]  # else "said 40 men and two women left"
    return joint if is_repeated else None


def joint_before(columns: TokenColumns, verb: int) -> int | None:
    """The conjunction before the plain noun phrase that a finite verb stands behind."""
    last = verb - 1
    while last > 0 and columns.tags[last] in ("RB", "MD"):
        last -= 1
    first = last
    while first > 0 and columns.tags[first] in _PLAIN_PHRASE:
        first -= 1
    is_joined = first < last and columns.lowers[first] in _JOINTS
    return first if is_joined and columns.tags[last] in NOUN_TAGS else None


def last_of_phrase(columns: TokenColumns, joint: int) -> int:
    """The last token of the plain noun phrase behind a conjunction."""
    last = joint + 1
    while columns.tags[last + 1] in _PLAIN_PHRASE:
        last += 1
    return last


_COMPLEMENT_CLAUSES = frozenset({"ccomp", "advcl", "parataxis"})
_JOINTS = WordSet("grammar/parallel_joint")
_OBJECT_OPENING = frozenset("RB DT CD JJ JJR NN IN $ PRP$".split())
_PLAIN_PHRASE = frozenset("DT PRP$ JJ NN NNS NNP NNPS POS".split())


def own_subject(columns: TokenColumns, token: int, start: int, end: int) -> Offsets | None:
    """The subject that `token` itself governs, outside the claim's words.

    Of two the one beside it: a tree may take what opens a sentence for another, "Statewide, the office has".
    """
    beside = None
    for child in reversed(list(columns.lefts(token))):
        if columns.deps[child] not in SUBJECTS or start <= columns.starts[child] < end:
            continue
        if columns.deps[child] == "csubj" and columns.tags[child] == "VBN":
            continue  # "Founded in 1968 and based in Austin, Norvale employs"
        if stands_beside_clause(columns, child):
            continue  # no subject, though a tree says so
        if columns.lowers[child] in _RELATIVE_PRONOUNS and columns.deps[token] in RELATIVE_CLAUSES:
            return told_by_relative(columns, token, columns.heads[token])
        if beside is not None and columns.tags[child] == "VBG":
            break  # the object of a gerund was taken for the subject: "Training a model costs"
        joint = joint_in_subject(columns, child)
        if joint is not None:
            return columns.starts[joint + 1], columns.ends[last_of_phrase(columns, joint)]
        beside = _with_torn(beside, noun_phrase(columns, child))
        before = columns.text[max(0, beside[0] - 6) : beside[0]].rstrip()
        is_torn = before[-1:].isalnum() and not before.endswith(" that")  # "The mayor of Oslo Ann Ray won"
        first = columns.token_at(beside[0])
        is_torn = is_torn and first is not None and columns.tags[first] not in _OPENING_PHRASE
        if not is_torn and columns.text[max(0, beside[0] - 1)] != "-":  # nor "The plant in 's-Graveland"
            break
    if beside is None:
        beside = _existing(columns, token, start, end) or _cut_off_subject(columns, token)
        beside = beside or _led_by_with(columns, token)
        return beside or _before_participle(columns, token)
    return _with_gerund(columns, beside)


def told_by_relative(columns: TokenColumns, verb: int, noun: int) -> Offsets:
    """What a relative clause is of: the noun that it hangs on, or the one that this belongs to, where only it
    agrees with the verb: "two huts by the harbour, which sleep six", or which a participle is of.
    """
    subject = subject_of_misread_verb(columns, verb)
    if subject is not None:
        end = end_of_subject(columns, subject, verb)
        return noun_phrase(columns, subject, before=end)[0], columns.ends[end - 1]
    changed = _whole_that_changes(columns, verb, noun)
    if changed is not None:
        return noun_phrase(columns, changed, before=noun)[0], noun_phrase(columns, noun, before=verb)[1]
    number = _NUMBERS.get(columns.tags[verb])
    above = columns.heads[noun]
    is_of_other = columns.deps[noun].startswith("nmod") and above < noun
    case = next((c for c in columns.lefts(noun) if columns.deps[c] == "case"), None) if is_of_other else None
    if case is not None and is_of_whole(columns, above, case, noun, verb):
        return noun_phrase(columns, above, before=noun)[0], noun_phrase(columns, noun, before=verb)[1]
    inner = _firm_of_matter(columns, verb, noun)
    if inner is not None:
        return noun_phrase(columns, inner, before=verb)
    if number is None or not is_of_other or columns.tags[noun] not in _OTHER_NUMBER[number]:
        return noun_phrase(columns, noun, before=verb)
    if columns.tags[above] not in _OF_NUMBER[number]:
        return noun_phrase(columns, noun, before=verb)
    return noun_phrase(columns, above, before=noun)[0], columns.ends[noun]


def _whole_that_changes(columns: TokenColumns, verb: int, noun: int) -> int | None:
    """The noun whose complement a past tense hangs on that tells by how much something rose or fell: the risk
    of "found that the risk of falls | increased by 3%".
    """
    is_bare = columns.tags[verb] in ("VBN", "VBD") and noun < verb and not list(columns.lefts(verb))
    is_change = columns.lowers[verb] in _UP or columns.lowers[verb] in _DOWN
    if not (is_bare and is_change) or columns.lowers[verb + 1 : verb + 2] != ["by"]:
        return None
    above = columns.heads[noun]
    is_of = columns.deps[noun].startswith("nmod") and above < noun and case_of(columns, noun) == "of"
    return above if is_of and columns.tags[above] in NOUN_TAGS else None


_UP = WordSet("change/said_up")
_DOWN = WordSet("change/said_down")


def _firm_of_matter(columns: TokenColumns, verb: int, noun: int) -> int | None:
    """Who does what only somebody can do, behind what is told of them: the chain of "turnover at the chain,
    which runs 88 shops".
    """
    if columns.lowers[noun] not in _OF_FIRMS or columns.lowers[verb] not in _BY_FIRMS:
        return None
    inner = [c for c in columns.rights(noun) if c < verb and columns.deps[c].startswith("nmod")]
    if not inner or columns.words[inner[-1] + 1] != "," or columns.has_child(verb, "compound:prt"):
        return None  # "income from rents, which makes up half of it"
    is_body = columns.tags[inner[-1]] in PROPER_TAGS or label_of_noun(columns.lowers[inner[-1]]) in _FIRMS
    return inner[-1] if is_body else None


_FIRMS = frozenset({"organization", "place"})
_OF_FIRMS = WordSet("grammar/told_of_firms")
_BY_FIRMS = WordSet("grammar/worked_by_firms")


def relative_that_goes_on(columns: TokenColumns, verb: int, head: int) -> int | None:
    """The verb of the relative clause that a joined verb goes on with, as its tense alone tells: "founded
    Orbit, which employs 46 people and has raised $3 million".
    """
    tense = _tense(columns, verb)
    if tense is None or tense == _tense(columns, head) or columns.has_child(verb, "mark"):
        return None
    if any(columns.deps[child] in SUBJECTS for child in columns.lefts(verb)):
        return None
    for token in range(verb - 1, head, -1):
        if columns.words[token] in (",", ";", ":", "(", ")", "–", "—"):
            return None  # what the commas close does not go on
        if columns.deps[token] == "acl:relcl" and _tense(columns, token) == tense:
            return token
    return None


def _tense(columns: TokenColumns, verb: int) -> str | None:
    """Whether a verb is of the present or the past, by itself or by its auxiliary; None for other forms."""
    group = (
        verb,
        *(child for child in columns.lefts(verb) if columns.deps[child].startswith(("aux", "cop"))),
    )
    return next((_TENSES[columns.tags[token]] for token in group if columns.tags[token] in _TENSES), None)


_TENSES = {"VBZ": "present", "VBP": "present", "VBD": "past"}
_NUMBERS = {"VBP": "plural", "VBZ": "singular"}
_OF_NUMBER = {"plural": frozenset({"NNS", "NNPS"}), "singular": frozenset({"NN", "NNP"})}
_OTHER_NUMBER = {"plural": frozenset({"NN", "NNP"}), "singular": frozenset({"NNS", "NNPS"})}


def _existing(columns: TokenColumns, verb: int, start: int, end: int) -> Offsets | None:
    """What a clause says that there is: "where there have been nine accidents since 2019"."""
    if not any(columns.tags[child] == "EX" for child in columns.lefts(verb)):
        return None
    for child in columns.rights(verb):
        if columns.deps[child] in SUBJECTS and not start <= columns.starts[child] < end:
            rest = columns.tags[child : columns.doc[child].sent.end]
            return noun_phrase(columns, child) if FINITE.isdisjoint(rest) else None
    return None


def _led_by_with(columns: TokenColumns, participle: int) -> Offsets | None:
    """What "with" says does something beside a clause, which a tree takes for an adjunct of that: "with | two
    towns | seeing a rise".
    """
    if columns.tags[participle] != "VBG":
        return None
    before = columns.starts[participle]
    head = columns.heads[participle]
    beside = [c for c in columns.rights(head) if c < participle and noun_phrase(columns, c)[1] + 1 == before]
    for child in (*columns.lefts(participle), *beside):
        is_led = columns.deps[child] == "obl" and case_of(columns, child) == "with"
        if is_led and columns.lowers[child] not in _TIMES:  # "with last month setting a record"
            return noun_phrase(columns, child, before=participle)
    return _compound_led_by_with(columns, participle)


def _compound_led_by_with(columns: TokenColumns, participle: int) -> Offsets | None:
    """The same where a tree takes it for a part of the participle: "with | each side | scoring two goals"."""
    noun = participle - 1
    marks = (child for child in columns.lefts(participle) if columns.lowers[child] == "with")
    opener = next(marks, None)
    if opener is None or columns.deps[opener] != "mark" or columns.deps[noun] != "compound":
        return None
    has_object = any(columns.deps[child] == "obj" for child in columns.rights(participle))
    is_determined = columns.tags[opener + 1] == "DT" and opener + 1 < noun
    if not has_object or not is_determined or columns.tags[noun] not in ("NN", "NNS"):
        return None
    return columns.starts[opener + 1], columns.ends[noun]


def _cut_off_subject(columns: TokenColumns, verb: int) -> Offsets | None:
    """The subject of a reported clause that what is told beside it cuts off, so that a tree takes it for the
    object of the verb of saying: "said | her husband, a father of three, | had cycled".
    """
    if columns.deps[verb] != "ccomp":
        return None
    first = min([verb, *(child for child in columns.lefts(verb) if columns.deps[child] in _GROUP)])
    if columns.tags[first] not in FINITE or columns.words[first - 1] != ",":
        return None
    objects = (child for child in columns.rights(columns.heads[verb]) if columns.deps[child] == "obj")
    noun = next(objects, None)
    return None if noun is None or noun >= first else noun_phrase(columns, noun, before=first)


_TIMES = WordSet("grammar/time_unit")
_GROUP = frozenset({"aux", "aux:pass", "cop", "case", "advmod"})


def _with_torn(name: Offsets | None, phrase: Offsets) -> Offsets:
    """A phrase with the name right behind it, which a tree took for another subject: "The maker | Drexon"."""
    is_torn = name is not None and name[0] == phrase[1] + 1
    return (phrase[0], name[1]) if is_torn and name is not None else phrase


def _before_participle(columns: TokenColumns, verb: int) -> Offsets | None:
    """The subject that a tree gives to a participle behind it: "while volumes of fish sold in shops fell 7%".

    A participle without an auxiliary has no subject of its own, and no comma parts it from the verb.
    """
    if columns.tags[verb] not in FINITE:
        return None
    for child in columns.lefts(verb):
        if columns.deps[child] not in _PARTICIPLE_CLAUSES or columns.tags[child] not in ("VBN", "VBD"):
            continue
        children = list(columns.lefts(child))
        noun = next((token for token in children if columns.deps[token] in SUBJECTS), None)
        is_helped = any(columns.deps[token].startswith("aux") for token in children)
        if noun is None or is_helped or noun > child or "," in columns.words[noun:verb]:
            continue
        return noun_phrase(columns, noun, before=child)[0], columns.ends[verb - 1]
    return None


_PARTICIPLE_CLAUSES = frozenset({"advcl", "ccomp", "csubj"})


_OPENING_PHRASE = frozenset({"DT", "PRP$"})
"""What no phrase is torn before: "Since its end in 1970 the dam has"."""
_OF_GERUNDS = frozenset({"csubj", "advcl", "ccomp"})


def _with_gerund(columns: TokenColumns, found: Offsets) -> Offsets:
    """A subject with the -ing form that opens its clause and whose object a parser took for the subject:
    "training a model would cost $2 million".
    """
    first = columns.token_at(found[0])
    if not first or columns.tags[first - 1] != "VBG" or columns.tags[first] not in ("DT", "PRP$"):
        return found
    verb = first - 1
    is_opening = columns.words[verb][:1].isupper() or (verb > 0 and columns.lowers[verb - 1] == "that")
    is_gerund = is_opening and columns.deps[verb] in _OF_GERUNDS
    return (columns.starts[verb], found[1]) if is_gerund else found
