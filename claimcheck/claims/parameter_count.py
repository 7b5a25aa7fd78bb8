"""The size of a model in parameters: "1.5B parameters", "a 7B model"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import AmountValue, BaseClaim, Comparator, Draft, amounts_of
from claimcheck.grammar.subjects import find_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.subjects import Offsets
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


class ParameterCountValue(AmountValue):
    """A number of parameters."""

    def describe(self, comparator: Comparator) -> str:
        """Such as `> 1.5 billion parameters`."""
        return f"{self.amount_text(comparator)} parameters"


class ParameterCountClaim(BaseClaim):
    """The size of a model in parameters."""

    kind: Literal["parameter_count"] = "parameter_count"
    value: ParameterCountValue

    example: ClassVar[tuple[str, str]] = ("Gemma has 2.5B parameters.", "2.5B parameters")


_PARAMETERS = re.compile(r"(?:[\w-]+ ){0,2}?param(?:eter)?s?\b", re.IGNORECASE)
# "the 70B version", "14M and 31M models": a size suffix directly before a word for a trained network
_SIZED = re.compile(r"[ -]?(?:(?:and|or|to) \S+ )?(models?|versions?|variants?|LLMs?|networks?|ones?)\b")
_SIZED_AND_MORE = re.compile(r"\+ ?(?:models?|versions?|LLMs?)\b")  # "12B+ models"
_COUNT_OF = re.compile(r"\bparameter (?:count|size) of$|\bparameters:$", re.IGNORECASE)
_SUFFIXED = re.compile(r"\d[BMTK]\b")


def find_parameter_count_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Counts of parameters, and sizes such as `7B` that stand before a word for a model."""
    for sentence in document.sentences:
        for quantity in sentence.quantities:
            found = _match(quantity, sentence, document.text)
            if found is not None:
                rule, end = found
                subject = find_subject(document, sentence, quantity.start, end)
                if document.doc.has_annotation("POS"):
                    subject = _sized_model(document, end) or subject
                yield Draft(
                    ParameterCountClaim,
                    quantity.start,
                    end,
                    ParameterCountValue(**amounts_of(quantity)),
                    f"parameter_count/{rule}",
                    subject,
                    quantity.comparator,
                    (quantity,),
                )


_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "CCONJ", "SYM", "PRON", "ADV"})
_MODEL_NOUNS = frozenset(
    {"model", "one", "version", "variant", "llm", "network", "transformer", "encoder", "decoder"}
)


def _sized_model(document: NormalisedDocument, end: int) -> Offsets | None:
    """The models whose size is named before their noun: "all 12B+ models", "GPT-3 model" in "the 175 billion
    parameter GPT-3 model". None where the parameters are counted by themselves.
    """
    span = document.doc.char_span(end - 1, end, alignment_mode="expand")
    if span is None:
        return None
    last = span[0]
    if last.lower_.startswith("param"):
        following = last.i + 1
        while following < last.sent.end and document.doc[following].pos_ in ("NOUN", "PROPN", "ADJ"):
            following += 1
        nouns = document.doc[last.i + 1 : following]
        if last.lower_.endswith("s") or not len(nouns) or nouns[-1].pos_ == "ADJ":
            return None
        if nouns[0].lower_.rstrip("s") not in _MODEL_NOUNS:
            return nouns.start_char, nouns.end_char
        last = nouns[0]
    first = last.i
    while first > last.sent.start and document.doc[first - 1].pos_ in _BEFORE_NOUN:
        first -= 1
    while document.doc[first].pos_ in ("CCONJ", "ADV"):
        first += 1
    return document.doc[first].idx, last.idx + len(last)


def _match(quantity: Quantity, sentence: Sentence, text: str) -> tuple[str, int] | None:
    """The rule that makes the quantity a size in parameters, and where its words end."""
    if quantity.kind not in ("count", "number"):
        return None
    tail = text[quantity.number_end : sentence.end].lstrip(" -+")
    skipped = sentence.end - quantity.number_end - len(tail)
    named = _PARAMETERS.match(tail)
    if named:
        return "named", quantity.number_end + skipped + named.end()
    head = text[sentence.start : quantity.start].rstrip()
    if _COUNT_OF.search(head):
        return "of", quantity.end
    numeral = text[quantity.number_start : quantity.number_end]
    if _SUFFIXED.search(numeral):
        sized = _SIZED.match(text, quantity.number_end)
        plus = _SIZED_AND_MORE.match(text, quantity.number_end)
        if sized or plus:
            return "sized-model", (sized or plus).end()  # type: ignore[union-attr]
    return None
