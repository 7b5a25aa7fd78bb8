"""Whether a claim stands in prose: not in code, a formula, a listing of rows, or what a program printed.

Such a passage states nothing in words. It is known by what it is made of, not by single words: prose is full
of small words ("the", "of", "is"), code and formulas are full of signs, rows are full of numbers without a
comma between them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.language import load_small_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.claims.base import Draft
    from claimcheck.mentions import NormalisedDocument

# Of 5,209 claims that people marked in articles none stands in a passage that these measures do not take for
# prose; of 6,370 claims made of manuals, papers and forms 177 did, 19 of 20 of them wrong (2026-11).
MAX_SENTENCE_CHARS = 400
"""Of a longer sentence, which may be a whole listing, what stands around the claim is looked at."""

AROUND_CHARS = 150

PROSE = 0.25
"""So many of the words of prose are small ones; code has hardly any but in its comments."""

MAX_SMALL_IN_ROWS, MAX_SMALL_IN_CODE = 0.08, 0.1
MIN_WORDS_OF_ROWS, MIN_WORDS_OF_CODE, MIN_WORDS_OF_MIXED = 10, 3, 6
MIN_NUMBERS, MIN_SIGNS, MIN_SIGNS_OF_MIXED = 0.22, 0.25, 0.3
MAX_MARKS = 0.15
"""What prose lists without small words, it sets apart by commas."""

# Not the capitals inside "iPhone" and "eBay", nor "I" and "a", nor the bound in "Python >= 3.10".
_CODE_WORD = re.compile(
    r"""
      \w_\w | ^_+\w | \w\(\) | :: | -> | => | [=!]= | ^=$ | \w=[\w"'-] | [{}|\\@^`] | [<>](?![=\d]|$)
    | ^(?![ie][A-Z])[a-z]+[A-Z] | ^["'(]?/\w+/ | \w/\w+/\w | ^0x[0-9a-fA-F] | ^["'(]?--?[A-Za-z]
    | ^\W?[a-z]+\d+[a-z] | \w\[ | \]\w | \w\.\w+\( | \w\(\w{1,2}\)$
    | ^[*&]\w[^*]*$ | ^[·×∈≤≥≠⊕∑−+*]$ | ^(?![aI]\b)[A-Za-z][,.]?$
    """,
    re.VERBOSE,
)
# A row of a table: "| Framework | Django |", "Framework | Django", and no pipe of a shell: "cat a | sort"
_ROW = re.compile(r"\|.*\|\s*\Z|[A-Z][a-z]+(?: [\w-]+){0,3} \| [^|\n]+\Z")
_SMALL_LETTERS = frozenset("aAI")  # other letters are variables
# one word in code font, as prose about software has them: "it uses `wren`"
_CODE_FONT = re.compile(r"`(?P<word>[A-Za-z][\w.-]*)`")
# Without one of these there is no code, without three numbers no row; a look for them costs little.
_CODE_SIGN = re.compile(r"[_{}<>|\\@^`=\[·×∈≤≥≠⊕∑+*/]|\(\)|::|->")
_THREE_NUMBERS = re.compile(r"\d\S*\s(?:\D*\d\S*){2}")
_NUMBER = re.compile(r"[-+(\[$€£#]*\d[\d.,:/x%-]*[)\]%,.;:]*\Z")
_MARKS = frozenset(",;:.!?)")


def passage_around(document: NormalisedDocument, draft: Draft) -> tuple[int, int]:
    """Offsets of the sentence of a claim that is to be made, or of what stands around it in a long one."""
    sentence = document.sentence_at(draft.start)
    start, end = sentence.start, sentence.end
    if end - start > MAX_SENTENCE_CHARS:
        return max(start, draft.start - AROUND_CHARS), min(end, draft.end + AROUND_CHARS)
    return start, end


_WORD = re.compile(r"[^\W\d_]{3,}")


def is_bare_figure(document: NormalisedDocument, draft: Draft) -> bool:
    """Whether an amount of nothing stands in a line of amounts alone: "8% 11%", "17 ft (5.2 m) 2,820 lb*".

    So it is with the labels of charts, and with tables whose heads are not found.
    """
    if draft.subject is not None or not draft.quantities:
        return False
    sentence = document.sentence_at(draft.start)
    position = sentence.start
    for quantity in sentence.quantities:
        if quantity.of is not None or _WORD.search(document.text, position, max(position, quantity.start)):
            return False
        position = max(position, quantity.end)
    return _WORD.search(document.text, position, sentence.end) is None


def is_prose(passage: str) -> bool:
    """Whether a sentence, or a part of one, is prose.

    >>> is_prose("The call returns 4 bytes of the table.")
    True
    >>> is_prose("for (int i = 0; i < 4; ++i) crc[i] = 0;")
    False
    >>> is_prose("thin weight 0 light weight 50 book weight 75 bold weight 200 heavy weight 210")
    False
    """
    if _ROW.match(passage):
        passage = passage.replace("|", " ")  # what the cells hold is looked at
    passage = _CODE_FONT.sub(r"\g<word>", passage)
    has_signs = _CODE_SIGN.search(passage) is not None
    if not has_signs and _THREE_NUMBERS.search(passage) is None:
        return True
    words = passage.split()
    known = load_small_words()
    small = sum(word.lower() in known and (len(word) > 1 or word in _SMALL_LETTERS) for word in words)
    count = len(words)
    if count < MIN_WORDS_OF_CODE or small >= PROSE * count:
        return True
    if count >= MIN_WORDS_OF_ROWS and small <= MAX_SMALL_IN_ROWS * count and _are_rows(words):
        return False
    return not (has_signs and _is_code(words, small / count))


def _are_rows(words: Sequence[str]) -> bool:
    marked = sum(word[-1] in _MARKS for word in words)
    numbers = sum(_NUMBER.match(word) is not None for word in words)
    return marked <= MAX_MARKS * len(words) and numbers >= MIN_NUMBERS * len(words)


def _is_code(words: Sequence[str], small: float) -> bool:
    signs = sum(_CODE_WORD.search(word) is not None for word in words) / len(words)
    is_mixed = len(words) >= MIN_WORDS_OF_MIXED and signs >= MIN_SIGNS_OF_MIXED
    return is_mixed or (small <= MAX_SMALL_IN_CODE and signs >= MIN_SIGNS)
