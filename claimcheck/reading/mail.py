"""Mail (EML) and pages saved as mail (MHTML): the text of the message, else the words of its page.

The subject is the title, the sender the author, the day of sending the date. Attachments, signatures and
earlier messages below are no part of it, but for what a message without words of its own hands on.
"""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import PurePath
from typing import TYPE_CHECKING

from claimcheck.article import Article
from claimcheck.errors import ReadingError
from claimcheck.reading.inputs import HeldInput
from claimcheck.reading.mail_words import MIN_OWN_WORDS, own_words
from claimcheck.reading.webpage import read_webpage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import MIMEPart

    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input


def read_mail(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The one article in a message."""
    message = email.message_from_bytes(source.read_bytes(), policy=email.policy.default)
    if not message.keys():
        raise ReadingError(f"{source.source}: not a message: it begins with no header fields")
    own = _read_own(message, source, options)
    handed_on = _attached(message)
    if handed_on is not None and (own is None or len(own.text.split()) < MIN_OWN_WORDS):
        inner = _read_own(handed_on, source, options)
        own = inner if own is None or inner is None else replace(inner, text=f"{inner.text}\n{own.text}")
    if own is None:
        raise ReadingError(f"{source.source}: no text in this message")
    yield own


MAX_WORDS_OF_STUB = 40
"""A plain part with as many words is the text of its message, whatever page is beside it."""

MIN_PLAIN_SHARE = 0.3
"""A plain part with a smaller share of the words of the page beside it only says that there is one."""


def _read_own(message: EmailMessage, source: Input, options: ReadingOptions) -> Article | None:
    """The text of a message, with what its fields say."""
    title = " ".join(str(message.get("subject") or "").split()) or None
    author = parseaddr(str(message.get("from") or ""))[0] or None
    published = _day(message)
    plain, page = message.get_body(("plain",)), message.get_body(("html", "related"))
    text = "" if plain is None else own_words(_text(plain, source))
    if page is None or len(text.split()) >= MAX_WORDS_OF_STUB:
        found = Article(source.source, text) if text.strip() else None
    else:
        held = HeldInput(source.source, None, PurePath("message.html"), _text(page, source).encode())
        found = next(iter(read_webpage(held, options)))
        if len(text.split()) > MIN_PLAIN_SHARE * len(found.text.split()):
            found = Article(source.source, text)
    if found is None:
        return None
    return replace(
        found,
        published=published or found.published,
        title=title or found.title,
        author=author or found.author,
        places=None,
    )


def _attached(message: EmailMessage) -> EmailMessage | None:
    """The message that another one carries as a part."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            return inner if isinstance(inner, EmailMessage) else None
    return None


def _day(message: EmailMessage) -> dt.date | None:
    sent = getattr(message.get("date"), "datetime", None)
    return sent.date() if isinstance(sent, dt.datetime) else None


def _text(part: MIMEPart, source: Input) -> str:
    try:
        content = part.get_content()
    except (LookupError, ValueError, KeyError) as error:
        raise ReadingError(f"{source.source}: a message whose text cannot be decoded") from error
    return str(content).replace("\r\n", "\n").replace("\0", "")
