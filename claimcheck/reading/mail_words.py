"""What the sender of a message says in it: not the signature, the foot of a list, an earlier message.

A message that says hardly anything of its own was sent for what stands below; then that is its text.
"""

from __future__ import annotations

import re

MIN_OWN_WORDS = 12
"""Less, such as "FYI" or "See below", only points to what stands below."""

_SIGNATURE = re.compile(r"^(?:-- ?|_{30,})\n(?!From:)(?:.*\n){0,15}.*\Z", re.MULTILINE)
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
    found = _SIGNATURE.search(text)
    return text if found is None else text[: found.start()]
