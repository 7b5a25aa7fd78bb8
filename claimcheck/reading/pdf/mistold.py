"""Signs whose characters the fonts of a PDF tell wrong: codes of TeX's fonts, signs of formulas as letters.

Each is mended in its place, by one sign, so that the boxes of the signs stay theirs.
"""

from __future__ import annotations

import re

_LIGATURES = {"\x1b": "ﬀ", "\x1c": "ﬁ", "\x1d": "ﬂ", "\x1e": "ﬃ", "\x1f": "ﬄ"}
_MARKS = {"\x10": "“", "\x11": "”", "\x15": "–", "\x16": "—"}
_CODES = str.maketrans(_LIGATURES | _MARKS)
"""The Cork encoding of TeX's fonts, where the file does not say what their codes stand for."""

_LIGATURE_IN_WORD = re.compile(r"(?<=[a-z])[\x1b-\x1f]|[\x1b-\x1f](?=[a-z])")

_EQUALS = re.compile(r"(?<=[^\W\d_])¼(?=\d)|(?<=[^\W\d_] )¼(?= \d)")
"""A quarter stands behind a number, or before what it is a quarter of; here it is the sign of a formula."""

_DEGREE = re.compile(r"(?<=\d )1(?=C\b)")


def mend_mistold(text: str) -> str:
    r"""The signs of a page with those that were told wrong mended; as many as before.

    >>> mend_mistold("the \x1crst coe\x1ecient of 1986\x151989")
    'the ﬁrst coeﬃcient of 1986–1989'
    >>> mend_mistold("grown at T¼640 1C, ¼ of it at 20 1C")
    'grown at T=640 °C, ¼ of it at 20 °C'
    >>> mend_mistold("1 1C, a \x15, ¼ cup")
    '1 1C, a \x15, ¼ cup'
    """
    if _LIGATURE_IN_WORD.search(text):
        text = text.translate(_CODES)
    if _EQUALS.search(text):
        text = _DEGREE.sub("°", _EQUALS.sub("=", text))
    return text
