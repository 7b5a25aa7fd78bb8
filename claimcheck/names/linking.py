"""One name, one label, one canonical form throughout a document.

Short forms, bracketed acronyms, repetitions and enumerations of names already found are found too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import FAIR, GOOD, MODEL, WEAK, Basis, Candidate
from claimcheck.names.context import head_of
from claimcheck.names.evidence import weigh_name
from claimcheck.names.lists import (
    load_cues,
    load_demonyms,
    load_legal_forms,
    load_name_table,
    load_person_names,
    load_titles,
    load_undotted_titles,
)
from claimcheck.names.words import CAPITALISED, MIXED, UPPER, Case

if TYPE_CHECKING:
    from claimcheck.names.context import NameContext

_SMALL_WORDS = WordSet("names/small")
_MOST_ACRONYM_WORDS = 10
EVEN_CHANCE = 0.5
_TOLD_WEIGHT = 10  # mentions that one in which the text says what the name is of outweighs
_SURE_OF_A_LIST = 3  # so many items of one label say what the others are


class NameLinker:
    """The names of one document while they are completed and linked.

    `names` maps the first word of each accepted candidate to it; no two overlap.
    """

    def __init__(self, context: NameContext, chosen: list[Candidate]) -> None:
        self.context = context
        self.words = context.words
        self.names = {c.first: c for c in chosen}
        self.taken: set[int] = {i for c in chosen for i in range(c.first, c.last)}
        self.canonical: dict[int, str] = {}

    def link(self) -> list[tuple[Candidate, str]]:
        """Every name with its canonical form, in reading order."""
        self._settle_labels()
        acronyms = self._link_acronyms()
        self._complete_lists()
        self._repeat_names()
        self._link_short_organizations()
        self._link_short_persons()
        self._settle_labels()
        self._link_listed_aliases()
        result = []
        for first in sorted(self.names):
            name = self.names[first]
            surface = self._surface(name)
            canonical = self.canonical.get(first) or acronyms.get((surface, name.label)) or surface
            result.append((name, canonical))
        return result

    def _surface(self, name: Candidate) -> str:
        surface = self.words.text[name.start : name.end]
        return surface if surface.isalnum() else " ".join(surface.split())

    def _add(
        self, first: int, last: int, label: str, rule: str, strength: int = FAIR, basis: Basis = Basis.WORDS
    ) -> bool:
        """Accept a name unless one of its words is taken."""
        span = range(first, last)
        if not self.taken.isdisjoint(span):
            return False
        words = self.words
        self.names[first] = Candidate(
            first, last, words.starts[first], words.ends[last - 1], label, rule, strength, basis
        )
        self.taken.update(span)
        return True

    def _settle_labels(self) -> None:
        """One spelling, one label: the label with most strength wins, the first one at a tie.

        What the text says once of a name counts as much as being taken for something else often.
        """
        labels: dict[str, set[str]] = defaultdict(set)
        for name in self.names.values():
            labels[self._surface(name)].add(name.label)
        if all(len(several) == 1 for several in labels.values()):
            return
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for name in self.names.values():
            weight = name.strength * (_TOLD_WEIGHT if name.basis is Basis.TOLD else 1)
            votes[self._surface(name)][name.label] += weight
        for first, name in self.names.items():
            ballot = votes[self._surface(name)]
            if len(ballot) > 1 and not (name.label == "person" and self._is_titled(first)):
                label = ballot.most_common(1)[0][0]
                if label != name.label:
                    self.names[first] = name._replace(label=label, rule=f"{name.rule}+same-spelling")

    # Acronyms

    def _link_acronyms(self) -> dict[tuple[str, str], str]:
        """As in "International Monetary Fund (IMF)", either way round: (acronym, label) -> long form."""
        words = self.words
        long_forms: dict[tuple[str, str], str] = {}
        labels: dict[str, str] = {}
        concepts: set[str] = (
            set()
        )  # acronyms of lower-case phrases: "receiver operating characteristic (ROC)"
        by_last = {name.last: name for name in self.names.values()}
        for index in self.context.capitals:
            gap = words.gaps[index]
            if (
                "(" not in gap
                or index == 0
                or gap.strip(" \"“‘'") != "("
                or not _is_acronym(words.forms[index], words.cases[index])
            ):
                continue
            after = words.text[words.ends[index] : words.ends[index] + 1]
            if after not in {")", ",", ";", '"', "”", "'", "’"}:
                continue
            acronym = words.forms[index]
            if acronym in load_cues("plain_capital"):
                continue
            long_name = by_last.get(index)
            first = _expansion_start(self.context, index, acronym)
            inside = self.names.get(index)
            if first is None and long_name is not None and _abbreviates(acronym, self._surface(long_name)):
                first = long_name.first
            if first is None:
                continue
            overlapping = {id(n): n for i in range(first, index) if (n := self._name_over(i))}
            if long_name is not None and long_name.first <= first:
                label, first = long_name.label, long_name.first
            elif inside is not None and self.context.is_name_like(first):
                label = inside.label
                if words.forms[head_of(words, first, index)] in load_cues("thing_head") or (
                    inside.strength <= MODEL and not self._may_be(label, first, index)
                ):
                    concepts.add(acronym)
                    continue
            elif any(n.last == index for n in overlapping.values()):
                label = next(n.label for n in overlapping.values() if n.last == index)
            elif not any(self.context.is_name_like(i) for i in range(first, index)):
                concepts.add(acronym)
                continue
            elif (
                all(
                    self.context.is_name_like(i) or words.forms[i] in _SMALL_WORDS
                    for i in range(first, index)
                )
                and not self.context.heading[index]
            ):
                head = words.forms[index - 1]
                if head not in load_cues("organization_head") and not any(
                    words.forms[i] in load_cues("organization_opener") for i in range(first, index)
                ):
                    continue
                label = "organization"
            else:
                continue
            if label == "person" or not self.context.is_name_like(first):
                continue
            for name in overlapping.values():
                if name.first >= first and name.last <= index:
                    self._drop(name)
            if self.taken.isdisjoint(range(first, index)):
                self._add(first, index, label, "acronym-long-form", GOOD)
            long_surface = " ".join(words.text[words.starts[first] : words.ends[index - 1]].split())
            long_forms[acronym, label] = long_surface
            labels[acronym] = label
            if inside is not None and inside.label != label:
                self._drop(inside)
            self._add(index, index + 1, label, "acronym", GOOD)
        if not labels and not concepts:
            return long_forms
        mentioned = [
            (index, form) for index, form in enumerate(words.forms) if form in labels or form in concepts
        ]
        for index, form in mentioned:
            if (
                form in concepts
                and (concept := self.names.get(index)) is not None
                and concept.last == index + 1
            ):
                self._drop(concept)
            if form not in labels:
                continue
            known = self.names.get(index)
            if known is not None and known.last == index + 1 and known.label != labels[form]:
                self.names[index] = known._replace(label=labels[form], rule="acronym", basis=Basis.WORDS)
            elif index not in self.taken and not self._touches_capital(index, index + 1):
                self._add(index, index + 1, labels[form], "acronym", GOOD)
        return long_forms

    def _may_be(self, label: str, first: int, last: int) -> bool:
        """Whether the words around a phrase allow the label; languages are not weighed, so they never do."""
        return weigh_name(self.context, first, last).get(label, 0.0) >= EVEN_CHANCE

    def _name_over(self, index: int) -> Candidate | None:
        """The name that covers a word, looked for a few words back."""
        if index not in self.taken:
            return None
        for first in range(index, max(-1, index - 16), -1):
            name = self.names.get(first)
            if name is not None:
                return name if name.last > index else None
        return None

    def _drop(self, name: Candidate) -> None:
        if self.names.get(name.first) is name:
            del self.names[name.first]
            self.taken.difference_update(range(name.first, name.last))

    def _touches_capital(self, first: int, last: int) -> bool:
        """Whether an unexplained capital stands beside, so that the words are part of a longer name."""
        context = self.context
        if context.heading[first]:
            return False
        left = first - 1
        if (
            context.is_name_like(left)
            and context.joins(first)
            and not context.is_explained(left)
            and left not in self.taken
        ):
            return True
        return (
            last < len(self.words.forms)
            and context.is_name_like(last)
            and context.joins(last)
            and not context.is_explained(last)
            and last not in self.taken
        )

    # Enumerations

    def _complete_lists(self) -> None:
        """In "Foo, Bar and Baz" the unknown capitalised items are what the known ones are."""
        context = self.context
        read_to = 0
        for index in context.capitals:
            if index < read_to:
                continue
            items = []
            position = index
            while True:
                name = self.names.get(position)
                end = name.last if name else self._free_run_end(position)
                if end is None:
                    break
                items.append((position, end, name))
                following = self._after_list_joint(end)
                if following is None:
                    break
                position = following
            if len(items) >= 3:
                self._label_list(items)
            if items:
                read_to = items[-1][1]

    def _free_run_end(self, index: int) -> int | None:
        """End of a run of one to three unclaimed capitalised words at `index`."""
        context = self.context
        words = self.words
        last = index
        while (
            last < len(words.forms)
            and last - index <= 3
            and context.is_name_like(last)
            and last not in self.taken
            and (last == index or context.joins(last))
        ):
            last += 1
        if (
            last == index
            or last - index > 3
            or (last < len(words.forms) and last in self.taken and context.joins(last))
        ):
            return None
        return last

    def _after_list_joint(self, last: int) -> int | None:
        """First word of the next item of an enumeration, if one follows directly."""
        words = self.words
        context = self.context
        if last >= len(words.forms):
            return None
        gap = words.gaps[last]
        if gap == ", " and context.is_name_like(last):
            return last
        if (
            words.forms[last] in {"and", "or"}
            and gap in {" ", ", "}
            and context.is_name_like(last + 1)
            and words.gaps[last + 1] == " "
        ):
            return last + 1
        return None

    def _label_list(self, items: list[tuple[int, int, Candidate | None]]) -> None:
        known = Counter(name.label for _, _, name in items if name and name.strength > FAIR)
        if not known:
            return
        label, count = known.most_common(1)[0]
        if len(known) > 1 and count >= _SURE_OF_A_LIST and 2 * count > known.total():
            # what only the model says of one item of a list yields to what the others are
            for first, _, name in items:
                if name is not None and name.label != label and name.strength == MODEL:
                    self.names[first] = name._replace(
                        label=label, rule="enumeration", basis=Basis.SURROUNDINGS
                    )
                    known[name.label] -= 1
                    known[label] += 1
            known = +known
            count = known[label]
        unknown = [(first, last) for first, last, name in items if name is None]
        if not unknown or len(known) != 1 or count < 2 or count < len(unknown):
            return
        words = self.words
        context = self.context
        table = load_name_table()
        for first, last in unknown:
            if any(context.is_explained(i) or words.forms[i] in load_demonyms() for i in range(first, last)):
                continue
            surface = words.slice(first, last)
            readings = table.readings(surface)
            if label == "language":
                if not any(r.label == "language" for r in readings):
                    continue
            elif readings and all(r.label != label for r in readings):
                continue
            if label == "person" and last - first == 1 and words.cases[first] is not CAPITALISED:
                continue
            if words.opens[first] and words.forms[first].lower() in context.plain:
                continue
            self._add(first, last, label, "enumeration", basis=Basis.SURROUNDINGS)

    # Repetitions and short forms

    def _repeat_names(self) -> None:
        """Other places of a spelling that was found at least once with some certainty."""
        words = self.words
        context = self.context
        by_first: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        for name in self.names.values():
            if name.strength <= WEAK or (name.last - name.first == 1 and words.forms[name.first].islower()):
                continue
            forms = tuple(words.forms[name.first : name.last])
            if len(forms) == 1 and (
                len(forms[0]) < 3
                or context.is_explained(name.first)
                or forms[0].lower() in load_cues("opener")
            ):
                continue
            if (
                name.label == "language"
                and words.cases[name.first] is not UPPER
                and any(r.safety != "safe" for r in load_name_table().readings(forms[0]))
            ):
                continue  # its context decides each time
            by_first[forms[0]].setdefault(forms, name.label)
        if not by_first:
            return
        for index, form in enumerate(words.forms):
            options = by_first.get(form)
            if options is None or index in self.taken:
                continue
            for forms in sorted(options, key=len, reverse=True):
                last = index + len(forms)
                if tuple(words.forms[index:last]) != forms or not self.taken.isdisjoint(range(index, last)):
                    continue
                if any(
                    not words.gaps[i].isspace() and words.gaps[i] not in {" & ", "-", ". "}
                    for i in range(index + 1, last)
                ):
                    continue
                if self._touches_capital(index, last):
                    continue
                if len(forms) == 1 and words.opens[index] and form.lower() in context.plain:
                    continue
                self._add(index, last, options[forms], "repetition", basis=Basis.SURROUNDINGS)
                break

    def _link_short_persons(self) -> None:
        """As in "LeCun" after "Yann LeCun"; a given name alone only if no list has it as something else."""
        words = self.words
        context = self.context
        suffixes = load_cues("name_suffix")
        titles = load_titles()
        full: dict[str, set[str]] = defaultdict(set)
        first_seen: dict[str, int] = {}
        for first in sorted(self.names):
            name = self.names[first]
            if name.label != "person":
                continue
            forms = [
                f
                for f in words.forms[name.first : name.last]
                if f not in suffixes and f not in titles and f + "." not in titles
            ]
            if len(forms) < 2:
                continue
            surface = self._surface(name)
            for key in (forms[-1], forms[0]):
                if len(key) > 1 and key[0].isupper():
                    full[key].add(surface)
                    first_seen.setdefault(key, name.start)
        if not full:
            return
        # Two spellings of one person ("Emily Chen", "Emily R. Chen"): the first one names both.
        order = {self._surface(n): n.start for n in sorted(self.names.values(), reverse=True)}
        chosen: dict[str, str] = {}
        for key, surfaces in full.items():
            ranked = sorted(surfaces, key=lambda s: order[s])
            if len(ranked) == 1 or all(
                s.split()[0] == ranked[0].split()[0] and s.split()[-1] == ranked[0].split()[-1]
                for s in ranked
            ):
                chosen[key] = ranked[0]
            else:  # "Jens Otto Varga" and "Otto Varga", "James R. Von Ehr II" and "Von Ehr"
                longest = max(ranked, key=lambda s: len(s.split()))
                parts = set(longest.split())
                if all(parts.issuperset(s.split()) for s in ranked):
                    chosen[key] = longest
        given, _, _ = load_person_names()
        table = load_name_table()
        for index in context.capitals:  # as every key has one
            form = words.forms[index]
            if form not in full or index in self.canonical:
                continue
            known = self.names.get(index)
            if known is not None:
                if known.last != index + 1:
                    continue
                if known.label != "person":
                    if known.basis is Basis.LIST and (
                        context.before(index) in load_cues("place_cue") or known.strength > GOOD
                    ):
                        continue
                    if known.start < first_seen[form]:
                        continue
                    self.names[index] = known._replace(
                        label="person", rule="linked-short-form", basis=Basis.WORDS
                    )
                if form in chosen:
                    self.canonical[index] = chosen[form]
                continue
            if (
                index in self.taken
                or words.starts[index] < first_seen[form]
                or self._touches_capital(index, index + 1)
            ):
                continue
            is_given_only = not any(s.split()[-1].rstrip(".") == form for s in full[form])
            if is_given_only and (form not in given or table.readings(form)):
                continue
            if words.opens[index] and form.lower() in context.plain:
                continue
            if self._add(index, index + 1, "person", "linked-short-form", GOOD) and form in chosen:
                self.canonical[index] = chosen[form]
        for first, name in self.names.items():
            if name.label == "person" and first not in self.canonical:
                surface = self._surface(name)
                last_word = surface.split()[-1]
                if last_word in chosen and name.last - name.first > 1:
                    self.canonical[first] = chosen[last_word]

    def _link_short_organizations(self) -> None:
        """As in "Northwind" after "Northwind Traders, Inc."; also the full name without its legal form."""
        words = self.words
        short = self._short_organizations()
        if not short:
            return
        by_lead: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for forms in sorted(short, key=len, reverse=True):
            by_lead[forms[0]].append(forms)
        for index, form in enumerate(words.forms):
            for forms in by_lead.get(form, ()):
                last = index + len(forms)
                if tuple(words.forms[index:last]) != forms:
                    continue
                known = self.names.get(index)
                if known is not None and known.last == last:
                    if known.label in {"person", "place"} and not (
                        known.basis is Basis.LIST or self._is_titled(index)
                    ):
                        known = known._replace(
                            label="organization", rule="linked-short-form", basis=Basis.WORDS
                        )
                        self.names[index] = known
                    if known.label == "organization":
                        self.canonical[index] = short[forms]
                    break
                if not self._touches_capital(index, last) and self._add(
                    index, last, "organization", "linked-short-form", GOOD
                ):
                    self.canonical[index] = short[forms]
                break

    def _is_titled(self, index: int) -> bool:
        return index > 0 and self.words.forms[index - 1] in load_undotted_titles()

    def _short_organizations(self) -> dict[tuple[str, ...], str]:
        """Words by which a firm may be named again -> the full name: without its legal form, and by the words
        before the one for its trade ("Halvor" for "Halvor Foods") unless a person of that name comes first.
        """
        words = self.words
        legal_forms, trades = load_legal_forms(), load_cues("firm_head")
        short: dict[tuple[str, ...], str] = {}
        persons = {
            words.forms[name.last - 1]: name.first
            for _, name in sorted(self.names.items(), reverse=True)
            if name.label == "person" and name.last - name.first > 1
        }
        for first in sorted(self.names):
            name = self.names[first]
            if name.label != "organization" or name.last - name.first < 2:
                continue
            surface = self._surface(name)
            last = name.last
            while last - first > 1 and (
                words.forms[last - 1] in legal_forms or words.forms[last - 1] + "." in legal_forms
            ):
                last -= 1
            had_legal_form = last < name.last
            seat = head_of(words, first, last) + 1
            own = seat - first - (words.forms[first] == "The")
            if name.strength >= GOOD and own > 1 and words.forms[seat : seat + 1] == ["of"]:
                # "Arts Club" for the "Arts Club of Bonn"
                short.setdefault(tuple(words.forms[first:seat]), surface)
            if name.strength >= GOOD and had_legal_form and last - first > 1:
                short.setdefault(tuple(words.forms[first:last]), surface)
            if words.forms[last - 1] in trades and last - first > 1:
                last -= 1
            elif name.strength < GOOD or not (had_legal_form or name.basis is Basis.LEGAL_FORM):
                continue
            else:
                last = first + 1
            lead = words.forms[first]
            if self._is_own_name(first, lead) and persons.get(lead, first) >= first:
                short.setdefault(tuple(words.forms[first:last]), surface)
        return short

    def _is_own_name(self, index: int, lead: str) -> bool:
        """Whether the first word of a firm's name is no common word, list's name or somebody's given name."""
        return not (
            len(lead) <= 3
            or lead.lower() in self.context.plain
            or load_name_table().readings(lead)
            or lead in load_demonyms()
            or lead in load_person_names()[0]
            or self.context.is_explained(index)
            or lead in load_cues("generic_modifier")
            or lead in load_cues("direction")
        )

    def _link_listed_aliases(self) -> None:
        """Forms of one row of the name lists share the longest form that this document uses."""
        table = load_name_table()
        groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for first in sorted(self.names):
            name = self.names[first]
            if first in self.canonical:
                continue
            surface = self._surface(name)
            for entry in table.readings(surface):
                if entry.label == name.label:
                    if entry.label == "product" and not _same_product(surface, entry.name):
                        continue
                    digits = "".join(filter(str.isdigit, surface))
                    groups[entry.name, digits].append(name)
                    break
        for names in groups.values():
            surfaces = dict.fromkeys(self._surface(n) for n in names)
            if len(surfaces) > 1:
                longest = max(surfaces, key=len)
                for name in names:
                    self.canonical[name.first] = longest


def link_names(context: NameContext, chosen: list[Candidate]) -> list[tuple[Candidate, str]]:
    """The chosen names, completed over the document, each with its canonical form."""
    return NameLinker(context, chosen).link()


def _is_acronym(form: str, case: Case) -> bool:
    return (
        2 <= len(form) <= 12
        and form[0].isupper()
        and (case is UPPER or (case is MIXED and sum(map(str.isupper, form)) * 2 > len(form)))
    )


def _expansion_start(context: NameContext, last: int, acronym: str) -> int | None:
    """First word of the words before `last` whose initials spell the acronym, small words skipped at will."""
    words = context.words
    letters = [c.lower() for c in acronym if c.isalpha()]
    position = len(letters) - 1
    index = last - 1
    steps = 0
    while index >= 0 and steps < _MOST_ACRONYM_WORDS and position >= 0:
        form = words.forms[index]
        lower = form.lower()
        if "-" in form and position > 0 and not lower.startswith(letters[position]):
            parts = lower.split("-")
            for part in reversed(parts):
                if position >= 0 and part[:1] == letters[position]:
                    position -= 1
        elif lower[0] == letters[position]:
            position -= 1
        elif lower not in _SMALL_WORDS:
            return None
        if position < 0:
            return index
        gap = words.gaps[index]
        if gap not in {" ", " & ", "-", "\u00a0", "/"}:
            return None
        index -= 1
        steps += 1
    return None


def _same_product(surface: str, name: str) -> bool:
    """Whether a listed form is only another spelling of the row's name, not a version of it."""
    if surface == name or _abbreviates(surface, name):
        return True
    short, long = sorted((surface.casefold(), name.casefold()), key=len)
    return long.endswith(short) or long.replace(" ", "") == short.replace(" ", "")


def _abbreviates(acronym: str, surface: str) -> bool:
    """Whether the letters of the acronym occur in order in the name, the first one first."""
    rest = iter(surface.lower())
    letters = [c.lower() for c in acronym if c.isalpha()]
    return bool(letters) and surface[:1].lower() == letters[0] and all(c in rest for c in letters)
