"""Which noun phrase a claim is about.

With a dependency parse the answer is syntactic: the subject of the clause that the claim's words belong to,
or the noun they modify. Without one it is the nearest name or pronoun before the claim. Dependency labels
are those of Universal Dependencies (`claimcheck.tagging.schemes` translates others).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of, noun_phrases_in
from claimcheck.grammar.elliptic_subjects import (
    aged_subject,
    bracketed_subject,
    first_phrase,
    fronted_subject,
    gapped_subject,
    grouped_subject,
    joined_amount,
    located_subject,
    ordered_subject,
    phrase_before,
    quantity_from,
    respective_subject,
    share_subject,
)

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence

Offsets = tuple[int, int]

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_NOUN_MODIFIERS = frozenset(
    {"nmod", "nmod:of", "appos", "nummod", "amod", "compound", "nmod:npmod", "acl", "dep"}
)
_RELATIVE_CLAUSES = frozenset({"acl:relcl", "acl"})
_RELATIVE_PRONOUNS = frozenset({"which", "that", "who", "whom"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
_EDGE = frozenset(" \t\n\r,;:.()[]\"'“”‘’—–-*_")


def find_subject(
    document: NormalisedDocument, sentence: Sentence, start: int, end: int, *, names_things: bool = False
) -> Offsets | None:
    """The noun phrase that the words from `start` to `end` say something about, or None.

    `names_things` says that the words are themselves a noun phrase for the things that are spoken of ("67
    million shares"), so that they are their own subject where they only complete another noun.
    """
    restated = _restated_before(document.text, sentence, start)
    if restated is not None:
        return find_subject(document, sentence, *restated)
    columns = columns_of(document)
    if not columns.is_parsed:
        nearest = _nearest_before(document.text, sentence, start)
        return (start, end) if nearest is None and names_things else nearest
    found = _elliptic_subject(document, columns, sentence, start, end, names_things=names_things)
    if found is not None:
        return found
    span = columns.span(start, end)
    if span is not None:
        found = _syntactic_subject(columns, span, start, end, names_things=names_things)
        if found is not None and _is_phrase(columns.text, found) and not _is_amount(sentence, found):
            refined = refine_subject(columns, sentence, found, start, end)
            return _counted(sentence, start, refined) if names_things else refined
    if names_things and span is not None and columns.deps[columns.root(*span)] in _SUBJECTS:
        return _counted(sentence, start, (start, end))
    ordered = ordered_subject(columns, sentence, sentence.start, start)
    if ordered is not None and not _is_amount(sentence, ordered):
        return refine_subject(columns, sentence, ordered, start, end)
    if names_things:
        return _counted(sentence, start, (start, end))
    return _nearest_name(columns, sentence, start)


def _counted(sentence: Sentence, start: int, found: Offsets) -> Offsets:
    """The counted things without their number, where they are their own subject: "people" for "40 people"."""
    if found[0] > start:
        return found
    for quantity in sentence.quantities:
        if (
            quantity.start == start
            and quantity.of_start is not None
            and found[0] < quantity.of_start < found[1]
        ):
            return quantity.of_start, found[1]
    return found


def _nearest_name(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """The last name or pronoun before a claim that no tree explains, outside of brackets."""
    text = columns.text
    for name in reversed(sentence.names):
        if name.end > start or name.label == "language":
            continue
        if text.count("(", sentence.start, name.start) <= text.count(")", sentence.start, name.start):
            return refine_subject(columns, sentence, (name.start, name.end), start, start)
    pronoun = _PRONOUN.search(text, sentence.start, start)
    return refine_subject(columns, sentence, pronoun.span(), start, start) if pronoun else None


def _elliptic_subject(
    document: NormalisedDocument,
    columns: TokenColumns,
    sentence: Sentence,
    start: int,
    end: int,
    *,
    names_things: bool,
) -> Offsets | None:
    """The subject where the order of words tells it, of an amount in a gap, a bracket, a list."""
    quantity = quantity_from(sentence, start, end)
    if quantity is None:
        return None if names_things else fronted_subject(columns, sentence, start)
    found = respective_subject(columns, sentence, quantity, _joint_subjects(columns, quantity.start))
    found = found or aged_subject(columns, sentence, quantity)
    found = found or grouped_subject(columns, sentence, start, end)
    found = found or gapped_subject(columns, sentence, quantity)
    found = found or fronted_subject(columns, sentence, start)
    if found is None and names_things:
        found = _possessor(sentence, columns.text, start) or located_subject(columns, sentence, quantity)
    if found is None and not names_things:
        found = share_subject(columns, sentence, quantity)
        found = found or bracketed_subject(columns, sentence, start)
        earlier = joined_amount(columns, sentence, start) if found is None else None
        if earlier is not None:
            return find_subject(document, sentence, earlier.start, earlier.end)
    return found


_POSSESSIVE_MARK = re.compile(r"['’]s?\s+$")


def _possessor(sentence: Sentence, text: str, start: int) -> Offsets | None:
    """The name that owns counted things: "GE's four centers"."""
    mark = _POSSESSIVE_MARK.search(text, max(sentence.start, start - 4), start)
    if mark is None:
        return None
    return next(
        ((name.start, mark.start()) for name in sentence.names if name.end in (mark.start(), mark.end() - 1)),
        None,
    )


def _joint_subjects(columns: TokenColumns, offset: int) -> list[Offsets]:
    """The members of the coordinated subject of the clause at a place."""
    token = columns.token_at(offset)
    for _ in range(8):
        if token is None:
            break
        for child in columns.lefts(token):
            if columns.deps[child] in _SUBJECTS:
                members = [child, *(c for c in columns.rights(child) if columns.deps[c] == "conj")]
                return [
                    noun_phrase(columns, m, m) if m == child else noun_phrase(columns, m) for m in members
                ]
        head = columns.heads[token]
        token = None if head == token else head
    return []


def _is_phrase(text: str, found: Offsets) -> bool:
    """Whether a subject that a tree offers has a letter or a digit at all: a list mark has none."""
    return found[0] < found[1] and any(character.isalnum() for character in text[slice(*found)])


_FIRST_PERSONS = frozenset({"we", "i"})
_OWNED = re.compile(r"(?:his|her|its|their|my|our|your)\s", re.IGNORECASE)
_GAP_TO_NAME = re.compile(r",?\s+")
_MARKS_BEFORE = re.compile(r"(?:[^\w\s\"'“‘(\[$€£#@]+\s+|\(?\d{1,2}[.)]\s+)+")


_PREPOSITIONS = frozenset({"of", "in", "at", "for", "from", "on", "with", "between", "near"})


def _with_head(columns: TokenColumns, sentence: Sentence, found: Offsets) -> Offsets:
    """A subject that a tree takes from the middle of a noun phrase, with the noun it completes: "The plant in
    Leeds" for "Leeds".
    """
    span = columns.span(*found)
    if span is None or columns.deps[columns.root(*span)] not in _SUBJECTS:
        return found
    first = span[0] - 1
    if first <= sentence.span.start or columns.lowers[first] not in _PREPOSITIONS:
        return found
    outer = phrase_before(columns, sentence, columns.starts[first])
    return found if outer is None else (outer[0], found[1])


def refine_subject(
    columns: TokenColumns,
    sentence: Sentence,
    found: Offsets,
    start: int,
    end: int,
) -> Offsets:
    """A subject that a tree gives, as a reader would name it: whole names, the thing that "we" made or that a
    possessive phrase introduces, no section label.
    """
    text = columns.text
    first, last = _whole_words(text, sentence, _with_head(columns, sentence, found))
    marks = _MARKS_BEFORE.match(text, first, last)
    if marks is not None and marks.end() < last:
        first = marks.end()
    label = _LABEL_END.match(text, last, sentence.end)
    if label is not None and label.end() <= start:
        after_label = ordered_subject(columns, sentence, label.end(), start)
        after_label = after_label or first_phrase(columns, label.end(), start)
        if after_label is not None:
            return after_label
    word = text[first:last].lower()
    if word in _FIRST_PERSONS:
        made = _made_by_author(columns, sentence, first, start, end)
        return made if made is not None else (first, last)
    if word == "it":
        return _said_of(columns, first, start, end) or (first, last)
    if last <= start:
        described = _described(columns, sentence, first, last)
        if described is not None:
            return described
    return _with_names(columns, sentence, (first, last), start)


_LABEL_END = re.compile(r"(?:\s*\([^()]{1,40}\))?:(?=\s)")


def _whole_words(text: str, sentence: Sentence, found: Offsets) -> Offsets:
    """A phrase with the whole of the words that hyphens join at its edges: "gpt-oss-20b" for "gpt"."""
    first, last = found
    while first > sentence.start and text[first - 1] == "-" and first - 1 > sentence.start:
        before = first - 1
        while before > sentence.start and (text[before - 1].isalnum() or text[before - 1] in "._"):
            before -= 1
        if before == first - 1:
            break
        first = before
    while last + 1 < sentence.end and text[last] == "-" and text[last + 1].isalnum():
        last += 2
        while last < sentence.end and (
            text[last].isalnum() or (text[last] in "._" and text[last + 1 : last + 2].isalnum())
        ):
            last += 1
    return first, last


def _with_names(columns: TokenColumns, sentence: Sentence, found: Offsets, start: int) -> Offsets:
    """A phrase with the whole of the names it cuts, and with the name that it introduces."""
    text = columns.text
    first, last = found
    for name in sentence.names:
        if name.start < first < name.end and name.end <= last:
            first = name.start
        elif name.start < last < name.end and name.start >= first and not name.start >= start:
            last = name.end
    is_owned = _OWNED.match(text, first, last) is not None
    gap = _GAP_TO_NAME.match(text, last)
    if gap is None or (gap.group() != " " and not is_owned):
        return first, last
    for name in sentence.names:
        if name.start == gap.end() and (is_owned or text[first].islower()):
            return (name.start, name.end) if is_owned else (first, name.end)
    return first, last


def _said_of(columns: TokenColumns, pronoun: int, start: int, end: int) -> Offsets | None:
    """What a clause is about whose subject "it" only announces it: "it was reported that Baker was ill"."""
    token = columns.token_at(pronoun)
    if token is None:
        return None
    verb = columns.heads[token]
    for child in columns.rights(verb):
        if columns.deps[child] in ("ccomp", "csubj", "csubj:pass"):
            return _own_subject(columns, child, start, end)
    return None


def _described(columns: TokenColumns, sentence: Sentence, first: int, last: int) -> Offsets | None:
    """The named thing that a phrase belongs to the description of: "AppleTalk" for "protocols" in
    "AppleTalk is
    a suite of protocols developed in 1985".
    """
    token = columns.root_at(first, last)
    if token is None or any(name.start < last and name.end > first for name in sentence.names):
        return None
    for _ in range(4):
        if columns.has_child(token, "cop"):
            subject = next((c for c in columns.lefts(token) if columns.deps[c] in _SUBJECTS), None)
            is_named = subject is not None and columns.pos[subject] == "PROPN"
            return noun_phrase(columns, subject) if subject is not None and is_named else None
        above, relation = columns.heads[token], columns.deps[token]
        if relation == "appos" and columns.pos[above] == "PROPN":
            return noun_phrase(columns, above, before=token)
        if above > token or not (relation.startswith("nmod") or relation in ("appos", "conj")):
            return None
        token = above
    return None


def _made_by_author(
    columns: TokenColumns,
    sentence: Sentence,
    pronoun: int,
    start: int,
    end: int,
) -> Offsets | None:
    """The named thing that "we" release, train or present: the claim is about it."""
    token = columns.token_at(pronoun)
    if token is None:
        return None
    verb = columns.heads[token]
    below = [child for child in columns.rights(verb) if columns.deps[child] == "xcomp"]
    for child in [*columns.rights(verb), *(c for x in below for c in columns.rights(x))]:
        if columns.deps[child] != "obj" or start <= columns.starts[child] < end:
            continue
        first, last = noun_phrase(columns, child)
        names = [
            name
            for name in sentence.names
            if name.label == "product" and first <= name.start and name.end <= last
        ]
        if len(names) == 1:
            return names[0].start, names[0].end
        if names or columns.tags[child] in ("NNP", "NNPS"):
            return first, last
    return None


def _is_amount(sentence: Sentence, phrase: Offsets) -> bool:
    """Whether a phrase is nothing but an amount, which a misread tree may offer as a subject."""
    start = phrase[0]
    return any(
        quantity.kind not in ("count", "ordinal") and quantity.start <= start < quantity.end
        for quantity in sentence.quantities
    )


_OPENED = re.compile(r"\s*[(\[]\s*$")


def _restated_before(text: str, sentence: Sentence, start: int) -> Offsets | None:
    """The quantity that one in brackets only restates: "1100 ft" before "(335 m)"."""
    for quantity in sentence.quantities:
        if quantity.end < start and _OPENED.fullmatch(text, quantity.end, start):
            return quantity.start, quantity.end
    return None


def _syntactic_subject(
    columns: TokenColumns, span: Offsets, start: int, end: int, *, names_things: bool
) -> Offsets | None:
    root = columns.root(*span)
    partitive = _partitive(columns, span, root, end)
    if partitive is not None:
        return partitive
    token = root
    for _ in range(len(columns.words)):  # a tree: the walk ends at its root
        subject = _own_subject(columns, token, start, end)
        if subject is not None:
            return subject
        head = columns.heads[token]
        if head == token:
            return None
        relation = columns.deps[token]
        is_nominal = columns.pos[head] in _NOMINAL
        if relation in _RELATIVE_CLAUSES and is_nominal:
            return noun_phrase(columns, head, before=token)
        if relation in _SUBJECTS:
            return _predicate_noun(columns, head) or noun_phrase(columns, token)
        if relation == "xcomp":  # "expect sales to grow": the object of the governor is the subject
            governed = next(
                (child for child in columns.rights(head) if columns.deps[child] == "obj" and child < token),
                None,
            )
            if governed is not None:
                return noun_phrase(columns, governed, before=token)
        if (relation in _NOUN_MODIFIERS or relation.startswith("nmod")) and is_nominal:
            if (
                names_things
                and token == root
                and relation.startswith("nmod")
                and _is_event(columns.lowers[head])
            ):
                return noun_phrase(columns, token)
            modified = _modified_noun(columns, token, start, end)
            if modified is not None:
                return modified
        token = head
    return None


_EVENT_ENDINGS = ("tion", "sion", "ance", "ence", "ment", "ing", "ure", "al", "ry")
_EVENTS = frozenset(
    "sale sales purchase loss losses death deaths release launch murder theft killing arrest use"
    " return transfer"
    " export exports import imports number record total".split()
)


def _is_event(noun: str) -> bool:
    """Whether a noun names what is done with things, which are then spoken of: "the issuance of 34 million
    shares", not "a team of 12 nurses".
    """
    return noun in _EVENTS or noun.endswith(_EVENT_ENDINGS)


def _own_subject(columns: TokenColumns, token: int, start: int, end: int) -> Offsets | None:
    """The subject that `token` itself governs, outside the claim's words."""
    for child in columns.lefts(token):
        if columns.deps[child] not in _SUBJECTS or start <= columns.starts[child] < end:
            continue
        if columns.lowers[child] in _RELATIVE_PRONOUNS and columns.deps[token] in _RELATIVE_CLAUSES:
            return noun_phrase(columns, columns.heads[token], before=token)
        return noun_phrase(columns, child)
    return None


def _predicate_noun(columns: TokenColumns, token: int) -> Offsets | None:
    """What a nominal predicate names: "Lifetimes" where "the most challenging concept" is the subject."""
    is_predicate = columns.pos[token] in ("NOUN", "PROPN") and columns.has_child(token, "cop")
    return noun_phrase(columns, token) if is_predicate else None


def _partitive(columns: TokenColumns, span: Offsets, root: int, end: int) -> Offsets | None:
    """The population of a share that is itself the subject: "the users" in "a quarter of the users agree",
    and what money is spent on or comes from: "$9 billion of expenditures", "$2 million for the purchase".
    """
    is_money = any(columns.tags[i] == "$" or columns.doc[i].is_currency for i in range(*span))
    if is_money:
        of = _OF_WHAT.match(columns.text, end, columns.doc[root].sent.end_char)
        spent_on = columns.token_at(of.end()) if of else None
        if spent_on is not None:
            noun = _noun_from(columns, spent_on)
            return noun_phrase(columns, noun) if noun is not None else None
    is_subject = columns.deps[root] in _SUBJECTS
    if not (is_money or is_subject):
        return None
    for child in columns.rights(root):
        if not columns.deps[child].startswith("nmod") or columns.pos[child] not in ("NOUN", "PROPN", "PRON"):
            continue
        case = case_of(columns, child)
        is_after = columns.starts[child] >= end and not _is_paid(columns, root)
        if (case == "of" and (is_money or is_subject)) or (case == "for" and is_money and is_after):
            return noun_phrase(columns, child)
    return None


def _is_paid(columns: TokenColumns, token: int) -> bool:
    """Whether money is the object of a verb with a subject, who pays, earns or costs it: "paid $4 million for
    the mill" is about the payer.
    """
    while columns.deps[token] == "conj":
        token = columns.heads[token]
    if columns.deps[token] != "obj":
        return False
    return any(columns.deps[child] in _SUBJECTS for child in columns.children[columns.heads[token]])


_OF_WHAT = re.compile(r"\s+of\s+(?=\w)")


def case_of(columns: TokenColumns, token: int) -> str | None:
    """The preposition before a noun, in lower case."""
    deps = columns.deps
    return next((columns.lowers[left] for left in columns.lefts(token) if deps[left] == "case"), None)


def _noun_from(columns: TokenColumns, token: int) -> int | None:
    """The head of the noun phrase that begins with `token`: the first noun that no noun follows."""
    pos = columns.pos
    for follower in range(token, columns.doc[token].sent.end):
        is_noun = pos[follower] in ("NOUN", "PROPN", "PRON")
        if is_noun and (follower + 1 >= len(pos) or pos[follower + 1] not in ("NOUN", "PROPN")):
            return follower
        if not is_noun and pos[follower] not in ("DET", "ADJ", "NUM", "ADV", "PUNCT", "VERB"):
            return None
    return None


# Nouns that only say how an amount was reckoned: the amount is said of what they are reckoned for.
_RECKONING = frozenset(
    {"average", "total", "sum", "amount", "maximum", "minimum", "median", "mean", "record"}
)


def _modified_noun(columns: TokenColumns, token: int, start: int, end: int) -> Offsets | None:
    """The subject where the claim modifies a noun: what that noun is said of, else the noun itself without
    the claim's words. None where the noun only names the scale of an adjunct ("at an elevation of 300 m").
    """
    head = columns.heads[token]
    subject = _own_subject(columns, head, start, end)
    if subject is not None:
        return subject
    holder = _holder(columns, head, start, end)
    if holder is not None:
        return holder
    is_adjunct = columns.deps[head] == "obl" and case_of(columns, head) in ("at", "with")
    if is_adjunct or columns.lowers[head] in _RECKONING:
        return None
    if start <= columns.starts[head] < end:
        return noun_phrase(columns, token)
    if head > token:  # "9th gen Core processors": what follows the claim's words
        first, last = noun_phrase(columns, head)
        return trim(columns.text, end, last) if first <= start < last and end < last else (first, last)
    first, last = noun_phrase(columns, head, before=token)
    return noun_phrase_until(columns, first, min(last, start)) if first < start else (first, last)


# Verbs that give their subject a property: "has a span of 300 metres", "posted a loss of $4 million"
_HOLDING = frozenset(
    "have has had having post posts posted report reports reported record records recorded reach"
    " reaches reached"
    " achieve achieves achieved attain attains attained get gets got score scores scored carry"
    " carries carried"
    " earn earns earned offer offers offered boast boasts boasted see sees saw register registers"
    " registered make"
    " makes made show shows showed win wins won need needs needed require requires required feature features"
    " featured enjoy enjoys enjoyed suffer suffers suffered claim claims claimed hold holds held"
    " command commands"
    " commanded take takes took weigh weighs weighed measure measures measured generate generates"
    " generated".split()
)


def _holder(columns: TokenColumns, noun: int, start: int, end: int) -> Offsets | None:
    """What has the property that a noun names ("has a span of 300 m"), or what the noun describes ("Orbit, a
    model with 7B parameters").
    """
    for _ in range(2):
        relation, above = columns.deps[noun], columns.heads[noun]
        if relation == "appos" and columns.pos[above] == "PROPN":
            return noun_phrase(columns, above, before=noun)
        if relation == "obj" and columns.lowers[above] in _HOLDING:
            return _own_subject(columns, above, start, end) or _shared_subject(columns, above, start, end)
        if relation != "conj":
            return None
        noun = above
    return None


def _shared_subject(columns: TokenColumns, verb: int, start: int, end: int) -> Offsets | None:
    """The subject of the clause that a verb without one is joined to: "fell 3% and posted a loss"."""
    for _ in range(3):
        if columns.deps[verb] not in ("conj", "xcomp", "advcl"):
            return None
        verb = columns.heads[verb]
        subject = _own_subject(columns, verb, start, end)
        if subject is not None:
            return subject
    return None


_EDGE_TAGS = frozenset({"ADP", "CCONJ", "DET", "PUNCT", "PART", "SCONJ", "SPACE", "ADV"})


def noun_phrase_until(columns: TokenColumns, start: int, end: int) -> Offsets | None:
    """The stretch without the function words that a cut left at its end."""
    span = columns.doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return None
    last = span.end
    while last > span.start and columns.pos[last - 1] in _EDGE_TAGS:
        last -= 1
    return trim(columns.text, start, columns.ends[last - 1]) if last > span.start else None


def noun_phrase(
    columns: TokenColumns, head: int, before: int | None = None, *, with_modifying_clauses: bool = False
) -> Offsets:
    """The noun phrase of `head`: its subtree, cut before appositions, at `before`, and before relative
    clauses unless they are asked for.
    """
    tokens = _within_phrase(columns, head, before, with_modifying_clauses)
    first = last = head
    while first - 1 in tokens:
        first -= 1
    while last + 1 in tokens:
        last += 1
    while first < last and columns.pos[first] in ("CCONJ", "SPACE"):
        first += 1
    return trim(columns.text, columns.starts[first], columns.ends[last])


_NOT_IN_PHRASE = (
    frozenset(
        {
            "appos",
            "punct",
            "parataxis",
            "cop",
            "case",
            "mark",
            "cc:preconj",
            "discourse",
            "advcl",
            "aux",
            "ccomp",
        }
    )
    | _SUBJECTS
)


def _within_phrase(columns: TokenColumns, head: int, before: int | None, with_clauses: bool) -> set[int]:
    children, deps, pos = columns.children, columns.deps, columns.pos
    is_predicate = columns.has_child(head, "cop")
    branches = []
    tokens = {head}
    for child in children[head]:
        if before is not None and (child == before or child > before > head):
            continue
        relation = deps[child]
        is_before = child < head
        if relation == "punct" and is_before and columns.words[child] not in ",;:—–":
            tokens.add(child)  # a hyphen or a quotation mark within the phrase
            continue
        if relation in _NOT_IN_PHRASE or (relation == "acl:relcl" and not with_clauses):
            continue
        if relation in ("obl", "advmod") and (not is_before or is_predicate):
            continue
        if is_before and relation in ("acl", "dep") and pos[child] == "VERB":
            continue  # "Founded in 2009, the maker employs ..."
        if relation == "conj" and (is_predicate or pos[child] not in _NOMINAL):
            continue
        if relation == "cc" and is_predicate:
            continue
        branches.append(child)
    for branch in branches:  # grows while it is read: every branch with all that hangs on it
        tokens.add(branch)
        branches.extend(children[branch])
    return tokens


def trim(text: str, start: int, end: int) -> Offsets:
    """The stretch without the spaces and marks at its edges; a bracket that opens in it may close it."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        if text[end - 1] in ")]" and text.count("(["[text[end - 1] == "]"], start, end):
            break
        if text[end - 1] == "." and text.count(".", start, end) > 1:  # an abbreviation: "U.S."
            break
        end -= 1
    return start, end


_PRONOUN = re.compile(r"\b(?:it|they|he|she|we|I|this|these)\b", re.IGNORECASE)


def _nearest_before(text: str, sentence: Sentence, start: int) -> Offsets | None:
    """Without a parse: the last name or pronoun of the sentence before the claim, else its first name."""
    before = [name for name in sentence.names if name.end <= start and name.label != "language"]
    if before:
        return before[-1].start, before[-1].end
    pronoun = _PRONOUN.search(text, sentence.start, start)
    if pronoun:
        return pronoun.span()
    after = [name for name in sentence.names if name.start >= start and name.label != "language"]
    return (after[0].start, after[0].end) if after else None


def resolve_subject(document: NormalisedDocument, subject: Offsets) -> str | None:
    """The name that a subject stands for: itself, unless it needs an antecedent to be understood."""
    text = document.text[slice(*subject)]
    return None if needs_antecedent(text) else text


_ANAPHORIC = re.compile(
    r"(?:it|they|he|she|we|i|you|this|these|that|those|them|him|her|us|one|which|who)$"
    r"|(?:this|these|those|that|its|their|his|her|our|my|your)\s",
    re.IGNORECASE,
)


def needs_antecedent(text: str) -> bool:
    """Whether a noun phrase points back at something the text named before: "it", "this model"."""
    return _ANAPHORIC.match(text) is not None


def noun_phrase_after(document: NormalisedDocument, sentence: Sentence, start: int) -> Offsets | None:
    """The noun phrase that begins at `start`, where something in the sentence tells its end."""
    if document.is_parsed:
        ends = (end for first, end in noun_phrases_in(document, sentence) if first <= start < end)
        end = next(ends, None)
        return None if end is None else (start, end)
    words = _PLAIN_PHRASE.match(document.text, start, sentence.end)
    return words.span() if words else None


# Without a parse: up to four words, until a mark or a word that cannot stand within a simple noun phrase
_PLAIN_PHRASE = re.compile(
    r"(?!(?:it|them|which|whom|that)\b)[\w’'-]+"
    r"(?: (?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|do|does|did|said|say|says"
    r"|in|on|at|by|for|to|from|with|of|and|or|but|than|as|who|which|that|when|while|after|before|since|if|because|not)\b)"
    r"[\w’'-]+){0,3}"
)
_PROPERTY_BEFORE = re.compile(r"\b((?:[a-z]+ )?[a-z]+) of\s+$")
_ARTICLE = re.compile(r"(?:an?|the|its|their|with|at|by|to|about|over) ")


def noun_phrase_before(document: NormalisedDocument, sentence: Sentence, end: int) -> Offsets | None:
    """The property that an amount at `end` is the value of: "accuracy" in "an accuracy of 81%"."""
    match = _PROPERTY_BEFORE.search(document.text, max(sentence.start, end - 60), end)
    if match is None:
        return None
    start, stop = match.span(1)
    article = _ARTICLE.match(document.text, start, stop)
    return (article.end() if article else start), stop
