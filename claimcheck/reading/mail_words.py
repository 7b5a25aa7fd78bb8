"""What the sender of a message says in it: not the signature, the foot of a list, an earlier message.

A message that says hardly anything of its own was sent for what stands below; then that is its text.
"""

from __future__ import annotations

import re

MIN_OWN_WORDS = 12
"""Less, such as "FYI" or "See below", only points to what stands below."""

_SIGNED = re.compile(r"^(?:(?P<standard>-- )|--|_{30,})\n(?!From:)", re.MULTILINE)
MAX_SIGNED_LINES = 15
_FIGURE_SAID = re.compile(r"[$€£]\s?\d|\d\s?(?:%|percent\b)")
_SENTENCE_END = re.compile(r"[.!?:][\"”’')]*\Z")
_SMALL_WORD = re.compile(r"(?<!\S)[a-z]+(?=[\s.,;:!?]|\Z)")
MIN_SMALL_WORDS = 4
"""A sentence has so many words in lower case; "Head of Sales, Pier House Ltd." has one."""

_FIELDS = r"(?:[ >*]*(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To):\*?[ \t].*\n(?:[ \t]+\S.*\n)*)"
_EARLIER = re.compile(
    rf"^(?:(?P<line>-{{3,}}[ ]?(?:Original Message|Forwarded message|Forwarded by .{{1,60}})[ ]?-{{3,}}"
    rf"|_{{10,}}|Begin forwarded message:)\n+(?P<fields>{_FIELDS}{{2,}})"
    rf"|(?P<said>On\b.{{6,160}}(?:\n.{{0,80}})?\bwrote:)\n+(?=>))",
    re.MULTILINE,
)
_QUOTED_TO_THE_END = re.compile(r"(?:[ \t]*(?:>.*)?\n)*[ \t]*(?:>.*)?\Z")


def own_words(text: str) -> str:
    """The words of a plain message that are its sender's, or those of the message that it hands on.

    An answer between the lines of an earlier message is read with them.
    """
    for earlier in _EARLIER.finditer(text):
        if earlier["said"] and not _QUOTED_TO_THE_END.match(text, earlier.end()):
            continue
        own = _without_signature(text[: earlier.start()])
        if len(own.split()) >= MIN_OWN_WORDS:
            return own
        return f"{own.rstrip()}\n\n{_without_signature(text[earlier.end() :].lstrip())}".lstrip()
    return _without_signature(text)


def _without_signature(text: str) -> str:
    """The text before its signature; below a rule, or a mark without its blank, prose may go on."""
    tail = len(text)
    for _ in range(MAX_SIGNED_LINES + 2):
        tail = max(0, text.rfind("\n", 0, tail))
    for found in _SIGNED.finditer(text, tail):
        below = text[found.end() :]
        if below.count("\n") <= MAX_SIGNED_LINES and (found["standard"] or not _has_prose(below)):
            return text[: found.start()]
    return text


def _has_prose(text: str) -> bool:
    return _FIGURE_SAID.search(text) is not None or any(
        _SENTENCE_END.search(paragraph.rstrip()) and len(_SMALL_WORD.findall(paragraph)) >= MIN_SMALL_WORDS
        for paragraph in text.split("\n\n")
    )
