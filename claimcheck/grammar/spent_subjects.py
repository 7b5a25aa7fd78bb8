"""What money is said of that is itself the subject of its clause: whom it goes to, what it is spent on.

"$1.7 billion was paid to the General Fund", "$4 million went to Norvale", "$9 million was stolen from it".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.elliptic_subjects import first_phrase
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_MOVED = WordPattern(
    r"(?: dollars| euros)?(?: (?:is|are|was|were|(?:has|have|had|will|would) (?:then )?be(?:en)?|being))"
    r"(?: (?:[a-z]+ly|then|also|now|later))? (?:<grammar/money_moved>)"
    r" (?P<way>to|from|into|in|on|by|for|towards?) "
)
_GOING = WordPattern(
    r"(?: dollars| euros)?(?: (?:[a-z]+ly|then|also|now|later))? (?:<grammar/money_going>)"
    r" (?P<way>to|from|into|on|towards?) "
)
_KNOWN = WordPattern(r"(?:<grammar/definite>|[A-Z])")


def receiver_of_money(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """Whom or what an amount that opens its clause goes to, comes from or is spent on."""
    if quantity.kind != "money":
        return None
    text = columns.text
    moved = _MOVED.match(text, quantity.end, sentence.end) or _GOING.match(text, quantity.end, sentence.end)
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
