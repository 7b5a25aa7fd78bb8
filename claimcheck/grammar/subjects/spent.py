"""What money is said of that is itself the subject of its clause: whom it goes to, what it is spent on.

"$2.3 billion was given to the Harbour Fund", "$4 million went to Norvale", "$9 million was stolen from it".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import first_phrase
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_MOVED = WordPattern(
    r"(?: dollars| euros)?(?: \([^()]{1,40}\))?"
    r"(?: (?:is|are|was|were|(?:has|have|had|will|would) (?:then )?be(?:en)?|being))"
    r"(?: (?:[a-z]+ly|then|also|now|later))? (?:<grammar/money_moved>)"
    r" (?P<way>to|from|into|in|on|by|for|towards?) "
)
_GOING = WordPattern(
    r"(?: dollars| euros)?(?: \([^()]{1,40}\))?(?: (?:[a-z]+ly|then|also|now|later))?"
    r" (?:<grammar/money_going>)"
    r" (?P<way>to|from|into|on|towards?) "
)
_GAPPED = re.compile(r"(?: dollars| euros)?(?: \([^()]{1,40}\))? (?P<way>to|from|into|by|for|towards?) ")
_JOINT = re.compile(r"(?:,|;)(?: and| but)? $|(?<=\w) and $")
_KNOWN = WordPattern(r"(?:<grammar/definite>|[A-Z])")


def receiver_of_money(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """Whom or what an amount that opens its clause goes to, comes from or is spent on."""
    if quantity.kind != "money":
        return None
    text = columns.text
    moved = _moved(text, sentence, quantity)
    if moved is None:
        return None
    here = moved.end()
    if any(date.start <= here < date.end for date in sentence.dates):
        return None
    if any(other.start <= here < other.end for other in sentence.quantities):
        return None
    if moved["way"] in ("in", "for", "by") and _KNOWN.match(text, here) is None:
        return None  # "in cash", "for nothing", "by cheque"
    for name in sentence.names:
        if name.start in (here, here + len("the ")):
            return here, name.end
    return first_phrase(columns, here, sentence.end)


def _moved(text: str, sentence: Sentence, quantity: Quantity) -> re.Match[str] | None:
    """The words from an amount up to whom it goes to; in a later amount of the sentence without the verb: "$3
    million was paid by Norvale and $2 million by Brightcell".
    """
    end = sentence.end
    moved = _MOVED.match(text, quantity.end, end) or _GOING.match(text, quantity.end, end)
    if moved is not None:
        return moved
    gapped = _GAPPED.match(text, quantity.end, end)
    if gapped is None or _JOINT.search(text, sentence.start, quantity.start) is None:
        return None
    for earlier in sentence.quantities:
        if earlier.kind != "money" or earlier.end > quantity.start:
            continue
        first = _MOVED.match(text, earlier.end, end) or _GOING.match(text, earlier.end, end)
        if first is not None and first["way"] == gapped["way"]:
            return gapped
    return None
