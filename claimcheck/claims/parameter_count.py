"""The size of a model in parameters: "1.5B parameters", "a 7B model"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import AmountValue, BaseClaim, Comparator, Draft, KindColour, amounts_of
from claimcheck.grammar.descriptions.reading import described_thing
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


class ParameterCountValue(AmountValue):
    """A number of parameters."""

    def describe(self, comparator: Comparator) -> str:
        """Such as `> 1.5 billion parameters`."""
        return f"{self.amount_text(comparator)} parameters"


class ParameterCountClaim(BaseClaim):
    """The size of a model in parameters.

    A size that is only part of a name, as in “Qwen-7B-Chat”, states nothing and is left out.
    """

    kind: Literal["parameter_count"] = "parameter_count"
    value: ParameterCountValue

    colour: ClassVar[KindColour] = KindColour("amount", 265)
    is_of_the_thing_itself: ClassVar[bool] = True
    example: ClassVar[tuple[str, str]] = ("Gemma has 2.5B parameters.", "2.5B parameters")


_PARAMETERS = re.compile(
    r"(?:\([\d.]+ ?[BMTK]\) )?(?:(?!and\b|or\b|to\b)[\w-]+ ){0,2}?param(?:eter)?s?\b", re.IGNORECASE
)
_MODEL_NOUN = (
    r"(?:[Mm]odels?|[Vv]ersions?|[Vv]ariants?|LLMs?|[Nn]etworks?|[Tt]ransformers?|[Ee]ncoders?|[Dd]ecoders?|[Cc]heckpoints?"
    r"|[Bb]ackbones?|MoEs?|GLMs?|GPTs?|BERTs?|VLMs?|SLMs?|[Ss]tudent(?!s))"
)
# "the 70B version", "an 8B decoder-only transformer", "1B multilingual GLM", "14M and 31M models"
_SIZED = re.compile(
    rf"[ -]?(?P<joint>(?:and|or|to) \S+ )?(?:ones?\b|(?:(?!(?:and|or|of|for|on|in|with|the|a|an|to|from|by"
    rf"|at)\b)[\w-]+ ){{0,3}}?(?:{_MODEL_NOUN})\b)"
)
# "a 70 billion model"; several of them would be counted
_SPELLED_SIZE = WordPattern(r"[ -](?:<parameter_count/one_model>)\b", re.IGNORECASE)
# "the 7B base scores 63.4": the variant of a model by its training
_VARIANT = WordPattern(r"[ -](?:<parameter_count/variant>)\b")
_SIZED_AND_MORE = re.compile(r"\+ ?(?:models?|versions?|LLMs?)\b")  # "12B+ models"
_COUNT_OF = re.compile(
    r"\b(?:parameter (?:count|size)|number of (?:\w+ )?parameters)\b"
    r"(?:[^.;:!?\d]{0,40} (?:is|are|was|were|stands at|of)| of)$|\bparameters:$",
    re.IGNORECASE,
)
_SUFFIXED = re.compile(r"\d[BMTKb]\b")
_MODEL_SIZE = re.compile(r"\d(?:[BMb]\b|[ -]?(?:million|billion)$)")
# what 37B are said to be: "671B total, 37B activated", "12.9B are active", "671B of the main model weights"
_SHARE_OF_MODEL = WordPattern(
    r"\s+(?:(?:of\s+which\s+|of\s+them\s+)?(?:are\s+|is\s+)?(?:<parameter_count/share>)\b"
    r"|(?:parameters?\s+)?(?:per|for\s+each|for\s+every)\s+token\b"
    r"|of\s+(?:the\s+)?(?:[\w()-]+\s+){0,5}?weights\b)",
    re.IGNORECASE,
)
_TOKENS = WordPattern(r"[ -](?:<parameter_count/data>)\b")
_LIST_JOINT = re.compile(
    r"\s*(?:,\s*(?:and|or)?|/|\band\b|\bor\b|&|\bto\b|;)\s*(?:an?\s+|the\s+)?", re.IGNORECASE
)
_MODELS = re.compile(
    r"\b(?:parameters?|params|language models?|LLMs?|pre-?trained|transformers?|checkpoints?|fine-?tun\w+"
    r"|GPT|BERT|Llama|GLMs?|MoE|\d+[BT] total,? (?:and )?[\d.]+[BT] activ(?:e|ated)(?! [a-z])"
    r"|neural|model (?:size|card|family|weights)|(?:open|base|dense|instruct|chat) models?|models?)\b",
    re.IGNORECASE,
)
_SIZES = WordPattern(
    r"\b(?:<parameter_count/size>)\b",
    re.IGNORECASE,
)
_NAME_BEFORE = WordPattern(r"(?:[A-Z][\w.-]*|\b(?:<parameter_count/before_bracket>))\s*\($")
_SO_MANY = r"(?: (?:a total of|about|around|roughly|some|only|just|another))? ?$"
_OF_WHICH = re.compile(rf"\b(?:of which|of them|of these){_SO_MANY}", re.IGNORECASE)
_OUT_OF = re.compile(rf"\bout of{_SO_MANY}", re.IGNORECASE)
_NEAR_PART = 24
_WEIGHTS = re.compile(r"(?:(?:trainable|learned|learnable|tunable|free) )?weights\b")
_NAMED_MODEL = re.compile(r" (?=[A-Z])")


def find_parameter_count_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Counts of parameters, and sizes such as `7B` of a model: before its noun, in a list, in brackets."""
    if not _may_size(document):
        return
    is_about_models = _MODELS.search(document.text) is not None
    for sentence in document.sentences:
        found = _sizes(sentence, document.text, is_about_models=is_about_models)
        told_of: Offsets | None = None
        for quantity, (rule, end) in sorted(found.items(), key=lambda item: item[0].start):
            subject = _model_with_size(document, sentence, quantity, end)
            if subject is None and _is_part(document.text, quantity, sentence.end):
                subject = told_of  # "has 671B parameters, 37B activated"
            told_of = subject
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


def _is_part(text: str, quantity: Quantity, end: int) -> bool:
    """Whether a size is the whole or a part of one that is told in parts: "37B activated", "out of 21B"."""
    is_out_of = _OUT_OF.search(text, max(0, quantity.start - _NEAR_PART), quantity.start) is not None
    return is_out_of or _SHARE_OF_MODEL.match(text, quantity.number_end, end) is not None


def _model_with_size(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity, end: int
) -> Offsets | None:
    """The model that a size is told of: the noun after it or what that noun describes, the subject of the
    clause, or the model named last where these are only sizes themselves.
    """
    subject = find_subject(document, sentence, quantity.start, end)
    names_part = _PART_ALONE.match(document.text, quantity.number_end, sentence.end) is not None
    if document.doc.has_annotation("POS") and not names_part:  # "671B total" names no model of that size
        sized = _sized_model(document, end)
        thing = None if sized is None else described_thing(document, sentence, *sized)
        subject = (thing.start, thing.end) if thing is not None else sized or subject
    holds_others = subject is not None and any(
        other is not quantity and other.start < subject[1] and subject[0] < other.end
        for other in sentence.quantities
    )
    if subject is not None and not holds_others and not _BARE_SIZE.fullmatch(document.text, *subject):
        return subject
    for name in reversed(sentence.names):
        if name.end <= quantity.start and name.label == "product":
            return name.start, name.end
    written = _WRITTEN_AS_NAME.search(document.text, sentence.start, quantity.start)
    if written is not None:
        return written.span()
    is_noun = subject is not None and not holds_others and subject[1] > quantity.number_end + 1
    return subject if is_noun else _noun_behind_list(document, sentence, quantity)


def _noun_behind_list(document: NormalisedDocument, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What a list of sizes counts the sizes of: "checkpoints" in "distilled 7B, 13B and 70B checkpoints"."""
    last = quantity
    for other in sentence.quantities:
        if other.start > last.start and _LIST_JOINT.fullmatch(document.text, last.number_end, other.start):
            last = other
    noun = _SIZED_NOUN.match(document.text, last.number_end, sentence.end)
    return None if noun is None else noun.span("noun")


_SIZED_NOUN = WordPattern(
    r"[ -](?:(?:param|parameter) )?(?P<noun>(?:[a-z]+ )??(?:(?:<claims/model>)s?|checkpoints?|weights))\b"
)


# the name of a model that no list knows: "InternLM2-Reward", "StableLM", not the size "7B"
_WRITTEN_AS_NAME = re.compile(r"(?<![\w-])[A-Z][a-zA-Z]*(?:[A-Z\d]|-[A-Za-z])[\w.-]*\w")


_BARE_SIZE = WordPattern(
    r"(?:an?\s+)?[\d.,]+(?:[\s-]?(?:[KMBT]|million|billion|trillion))?"
    r"(?:(?:,|,? and|,? or|/) ?[\d.]+[\s-]?(?:[KMBT]|million|billion|trillion))*"
    r"(?:[\s-](?:total|active|activated))?(?:[\s-](?:<parameter_count/sized>))*",
)
_SIZE_LETTER = re.compile(r"\d[BMTKbmtk]\b")
_SIZE_HINTS = ("param", "lion weights", "lion model", "lion-model")


def _may_size(document: NormalisedDocument) -> bool:
    """Whether a passage can hold a size at all."""
    if _SIZE_LETTER.search(document.text):
        return True
    low = document.text.lower()
    return any(hint in low for hint in _SIZE_HINTS)


def _sizes(sentence: Sentence, text: str, *, is_about_models: bool) -> dict[Quantity, tuple[str, int]]:
    """Rule and end of the words, by each quantity of the sentence that is a size in parameters."""
    found: dict[Quantity, tuple[str, int]] = {}
    for quantity in sentence.quantities:
        size = _match(quantity, sentence, text, is_about_models=is_about_models)
        if size is not None:
            found[quantity] = size
    _take_parts(sentence, text, found)
    if not found and not (is_about_models and _SIZES.search(text, sentence.start, sentence.end)):
        return found
    _spread(sentence, text, found, is_about_models=is_about_models)
    return found


def _take_parts(sentence: Sentence, text: str, found: dict[Quantity, tuple[str, int]]) -> None:
    """Take the parts of a size told before ("1.3B parameters, of which 0.4B are embeddings"), and the size of
    a model named behind ("has 1.5 billion parameters, ten times the size of GPT-1, at 117 million").
    """
    if not found:
        return
    first = min(quantity.start for quantity in found)
    for quantity in sentence.quantities:
        if quantity in found or quantity.kind not in ("count", "number"):
            continue
        if not _MODEL_SIZE.search(text[quantity.number_start : quantity.number_end]):
            continue
        part = _PART_ALONE.match(text, quantity.number_end, sentence.end)
        if part is not None and _is_beside_a_size(text, quantity, part.end("part"), found):
            found[quantity] = "share-of-model", part.end("part")
        if part is not None or quantity.start < first:
            continue
        left = text[max(first, quantity.start - _NEAR_PART) : quantity.start].rstrip()
        if (
            _OF_WHICH.search(left)
            or _OUT_OF.search(left)
            or _PART_OF_IT.match(text, quantity.number_end, sentence.end)
        ):
            found[quantity] = "share-of-model", quantity.number_end
        elif quantity.kind == "number" and any(
            name.label == "product" and _AT.fullmatch(text, name.end, quantity.start)
            for name in sentence.names
        ):
            found[quantity] = "gapped", quantity.number_end


def _is_beside_a_size(
    text: str, quantity: Quantity, end: int, found: dict[Quantity, tuple[str, int]]
) -> bool:
    """Whether another size is right before or behind a part up to `end`: "671B total, 37B active"."""
    return any(
        _BEHIND_SIZE.fullmatch(text, last, quantity.start) or _BEFORE_SIZE.fullmatch(text, end, size.start)
        for size, (_, last) in found.items()
    )


_BEHIND_SIZE = re.compile(r"(?:,|/| \(| /| with| and|, and|, with)? ?(?:(?:only|just|about) )?")
_BEFORE_SIZE = re.compile(r"(?:,| /|/| of| \(| out of(?: a total of)?) ?(?:(?:about|some) )?")
# "3.6 billion active out of 21 billion total parameters", not "3.6 billion active users"
_PART_ALONE = WordPattern(
    r"(?P<part> (?:<parameter_count/share>))(?=,? \d| out of\b| of\b| and\b| per\b| for each\b|[.,;)]|$)"
)
_PART_OF_IT = WordPattern(r"\s+of\s+(?:which|them)\s+(?:are\s+|is\s+)?(?:<parameter_count/share>)\b")
_AT = re.compile(r",? (?:at|with|has|had|have)(?: (?:just|only))? ")


def _spread(
    sentence: Sentence, text: str, found: dict[Quantity, tuple[str, int]], *, is_about_models: bool
) -> None:
    """Take the sizes of a list in which one is known to be a size, or of which all are written as sizes."""
    sized = [q for q in sentence.quantities if _is_size_like(q, text)]
    runs: list[list[Quantity]] = []
    for quantity in sized:
        last = runs[-1][-1] if runs else None
        if last is not None and _LIST_JOINT.fullmatch(text, last.number_end, quantity.start):
            runs[-1].append(quantity)
        else:
            runs.append([quantity])
    for run in runs:
        is_list_of_sizes = (
            len(run) > 1
            and is_about_models
            and all(_SUFFIXED.search(text, q.number_start, q.number_end) for q in run)
            and _LISTED_AFTER.match(text, run[-1].number_end, sentence.end) is not None
        )
        if any(quantity in found for quantity in run) or is_list_of_sizes:
            for quantity in run:
                found.setdefault(quantity, ("list", quantity.number_end))


_LISTED_AFTER = re.compile(
    r"\s*(?:[).,;:—–]|-\s|$|(?:in|for|as|and|or|with|on|respectively|sizes?|parameters?|models?)\b)"
)


def _is_size_like(quantity: Quantity, text: str) -> bool:
    """Whether a number is written like a size and counts nothing else."""
    if quantity.kind not in ("count", "number") or quantity.number is None:
        return False
    if not _MODEL_SIZE.search(text[quantity.number_start : quantity.number_end]):
        return False
    of = (quantity.of or "").lower()
    return (
        quantity.kind == "number"
        or of.startswith(("param", "model", "size", "variant", "version", "checkpoint", "baseline"))
        or quantity.of_start != quantity.number_end + 1
    )


def _is_before_noun(token: Token) -> bool:
    return token.pos_ in _BEFORE_NOUN or (token.text == "-" and not token.whitespace_)


_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "CCONJ", "SYM", "PRON", "ADV"})
_MODEL_NOUNS = WordSet("claims/model")


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
        while following < last.sent.end and (
            document.doc[following].pos_ in ("NOUN", "PROPN", "ADJ") or document.doc[following].text == "-"
        ):
            following += 1
        nouns = document.doc[last.i + 1 : following]
        if last.lower_.endswith("s") or not len(nouns) or nouns[-1].pos_ == "ADJ":
            return None
        if nouns[0].lower_.rstrip("s") not in _MODEL_NOUNS:
            return nouns.start_char, nouns.end_char
        last = nouns[0]
    last = _past_compound(last)
    first = last.i
    while first > last.sent.start and _is_before_noun(document.doc[first - 1]):
        first -= 1
    while document.doc[first].pos_ in ("CCONJ", "ADV"):
        first += 1
    return document.doc[first].idx, last.idx + len(last)


def _past_compound(noun: Token) -> Token:
    """The noun that a compound describes, of which a noun is the first part: "decoder-only | transformer"."""
    doc, last = noun.doc, noun
    while last.i + 2 < noun.sent.end and doc[last.i + 1].text == "-" and not last.whitespace_:
        last = doc[last.i + 2]
        while last.i + 1 < noun.sent.end and doc[last.i + 1].pos_ in ("NOUN", "PROPN", "ADJ"):
            last = doc[last.i + 1]
    return last


MIN_OF_ONE_PARAMETER = 1000
"""Smaller numbers before "parameter", without an s and no "model" behind it, count something else, and so do
those before "parameters" with no model near by."""

_MODEL_NEXT = WordPattern(r"[ -](?:<claims/model>)s?\b", re.IGNORECASE)


_MODEL_NEAR = re.compile(rf"\b{_MODEL_NOUN}\b")
_NEAR = 200


def _tells_of_model(text: str, quantity: Quantity) -> bool:
    """Whether a model is told of near a number of parameters."""
    return _MODEL_NEAR.search(text, max(0, quantity.start - _NEAR), quantity.end + _NEAR) is not None


def _match(
    quantity: Quantity, sentence: Sentence, text: str, *, is_about_models: bool
) -> tuple[str, int] | None:
    """The rule that makes the quantity a size in parameters, and where its words end."""
    if quantity.kind not in ("count", "number"):
        return None
    tail = text[quantity.number_end : sentence.end].lstrip(" -+")
    skipped = sentence.end - quantity.number_end - len(tail)
    named = _PARAMETERS.match(tail)
    is_few = quantity.number is not None and quantity.number < MIN_OF_ONE_PARAMETER
    is_size = _MODEL_NEXT.match(tail, named.end()) if named else None
    if (
        named
        and is_few
        and not is_size
        and (named[0].endswith("parameter") or not _tells_of_model(text, quantity))
    ):
        named = None  # "two slashes separating parameter and pattern", "three system parameters"
    if named:
        return "named", quantity.number_end + skipped + named.end()
    head = text[sentence.start : quantity.start].rstrip()
    if _COUNT_OF.search(head):
        return "of", quantity.end
    weights = _WEIGHTS.match(tail)
    if weights is not None and not is_few and is_about_models and _tells_of_model(text, quantity):
        return "named", quantity.number_end + skipped + weights.end()
    numeral = text[quantity.number_start : quantity.number_end]
    if not _SUFFIXED.search(numeral):
        spelled = _SPELLED_SIZE.match(text, quantity.number_end) if numeral.endswith("illion") else None
        return None if spelled is None or is_few else ("sized-model", spelled.end())
    if _TOKENS.match(text, quantity.number_end):
        return None  # "a 1T-token checkpoint"
    sized = _SIZED.match(text, quantity.number_end, sentence.end)
    plus = _SIZED_AND_MORE.match(text, quantity.number_end)
    if sized is not None and sized["joint"]:  # "14M and 31M models"
        return "sized-model", quantity.number_end
    if sized or plus:
        return "sized-model", (sized or plus).end()  # type: ignore[union-attr]
    if not is_about_models or not _MODEL_SIZE.search(numeral):
        return None
    return _size_near_model(quantity, sentence, text, head)


def _size_near_model(quantity: Quantity, sentence: Sentence, text: str, head: str) -> tuple[str, int] | None:
    """The rule and the end of a size such as "7B" that a text about models tells without the word."""
    variant = _VARIANT.match(text, quantity.number_end, sentence.end)
    if variant is not None:
        return "sized-model", variant.end()
    share = _SHARE_OF_MODEL.match(text, quantity.number_end, sentence.end)
    if share is not None:
        return "share-of-model", share.end()
    if (
        _NAME_BEFORE.search(text, sentence.start, quantity.start)
        and text[quantity.number_end : quantity.number_end + 1] == ")"
    ):
        return "bracket", quantity.number_end
    if _of_model(text, sentence, quantity):
        return "size-is", quantity.number_end
    if _is_before_model_name(text, sentence, quantity):
        return "sized-model", quantity.number_end
    if quantity.kind == "number" and _SIZE_IS.search(head):
        return "size-is", quantity.number_end
    return None


def _of_model(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a size is told of a model right before it: "models under 3B", "the draft model, at 0.5B,"."""
    if _MODELS_BOUNDED.search(text, sentence.start, quantity.number_start):
        return True
    is_closed = _ENDS_NAME.match(text, quantity.number_end, sentence.end) is not None
    return is_closed and _MODEL_AT.search(text, sentence.start, quantity.start) is not None


_MODELS_BOUNDED = WordPattern(rf"\b{_MODEL_NOUN}\s(?:<parameter_count/bounding>)\s$")
_MODEL_AT = WordPattern(
    rf"\b{_MODEL_NOUN},\sat\s$|\b(?:<parameter_count/weighing>)\sin\sat\s(?:just\s|only\s|around\s|about\s)?$"
)


def _is_before_model_name(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a model of that size is named right behind: "a 400M SigLIP", not "400M Spotify users"."""
    start = quantity.number_end + 1
    if not _NAMED_MODEL.match(text, quantity.number_end) or not _ARTICLE.search(
        text, sentence.start, quantity.start
    ):
        return False
    named = next((name for name in sentence.names if name.start == start), None)
    if named is not None:
        return named.label == "product" and _ENDS_NAME.match(text, named.end, sentence.end) is not None
    written = _WRITTEN_AS_NAME.match(text, start, sentence.end)
    return written is not None and _ENDS_NAME.match(text, written.end(), sentence.end) is not None


_ARTICLE = WordPattern(r"\b(?:<common/article_or_possessor>)\s$", re.IGNORECASE)
_ENDS_NAME = WordPattern(r"\s*(?:[.,;:)]|$|(?:and|or|with|as|for|<common/be>)\b)")
_SIZE_IS = re.compile(
    r"\b(?:total |model )?sizes?\b[^.;:!?]{0,60}\b(?:is|are|of|was|were|at)$", re.IGNORECASE
)


RULES = (
    Rule("parameter_count/named", "BioNet has 1.5B parameters.", "BioNet has 1.5B users."),
    Rule(
        "parameter_count/of",
        "It has a parameter count of 1.5 billion.",
        "It has a user count of 1.5 billion.",
    ),
    Rule("parameter_count/sized-model", "We tuned a 7B model.", "We tuned a $7B model."),
    Rule(
        "parameter_count/share-of-model",
        "The language models hold 671B of main weights.",
        "The vaults hold 671B of gold.",
    ),
    Rule(
        "parameter_count/bracket",
        "They compared Orca (13B) with other language models.",
        "They compared Orca (13 bn) with other banks.",
    ),
    Rule(
        "parameter_count/size-is",
        "The total size of the models is 685B.",
        "The total size of the bank is 685B.",
    ),
    Rule(
        "parameter_count/gapped",
        "GPT-2 has 1.5 billion parameters and GPT-1 had 117 million.",
        "GPT-2 has 1.5 billion parameters and Acme had 117 million.",
    ),
    Rule("parameter_count/list", "The models come as 7B, 13B and 70B.", "The banks come at 7B, 13B and 70B."),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
