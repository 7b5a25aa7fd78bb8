"""Whether forms show the sides that their examples mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.constructions.definitions import WITH_PREPOSITIONS
from claimcheck.constructions.samples import marked, plain
from claimcheck.grammar.descriptions.reading import SentenceReading
from claimcheck.grammar.predications import read_predication

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from claimcheck.constructions.definitions import Constructions, Form
    from claimcheck.mentions import NormalisedDocument


def prepositions_of(constructions: Constructions, form: Form) -> tuple[str, ...]:
    """The prepositions that any words have in the template of a form."""
    found = {
        preposition
        for words in constructions.words
        if form.template in words.templates
        for preposition in words.prepositions
    }
    return tuple(sorted(found, key=lambda text: (-len(text), text)))


def sides_of(
    form: Form, example: str, prepositions: Collection[str], read: Callable[[str], NormalisedDocument]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands in the two roles of a form in an example whose trigger is in angle brackets.

    Args:
        form: of which `needs` and `unless` are regarded.
        example: a sentence with marks.
        prepositions: to fill the slots that take those of the words.
        read: reads the sentence without its marks.
    """
    document = read(plain(example))
    start, end = marked(example, "<")
    sentence = next(sentence for sentence in document.sentences if start < sentence.end)
    grammar = SentenceReading(document, sentence)
    trigger = [i for i in range(grammar.first, grammar.last) if start <= grammar.starts[i] < end]
    if not trigger:
        return (), ()
    first = trigger[-1] if form.trigger == "suffix" else trigger[0]
    predication = read_predication(grammar, first, trigger[-1] + 1, is_verb=form.trigger == "verb")
    if form.voice and (form.voice == "passive") != predication.passive:
        return (), ()
    if any(not predication.slot(slot) for slot in form.needs) or any(map(predication.slot, form.unless)):
        return (), ()
    words = "|".join(prepositions)
    slots = [f"{slot}:{words}" if slot in WITH_PREPOSITIONS else slot for slot in form.roles.values()]
    one, other = (tuple(phrase.text for phrase in predication.slot(slot)) for slot in slots)
    return (one[1:], one[:1]) if slots[0] == slots[1] else (one, other)


def shows_its_sides(
    form: Form, example: str, prepositions: Collection[str], read: Callable[[str], NormalisedDocument]
) -> bool:
    """Whether the words in [brackets] and {braces} stand in the first and the second role of a form."""
    found = sides_of(form, example, prepositions, read)
    text = plain(example)
    return all(
        any(text[slice(*marked(example, mark))] in member for member in members)
        for mark, members in zip("[{", found, strict=True)
    )
