"""Mail (EML) and pages saved as mail (MHTML): the text of the message, else the words of its page.

The subject is the title, the sender the author, the day of sending the date. Attachments and earlier messages
below are no part of it.
"""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from email.utils import parseaddr
from pathlib import PurePath
from typing import TYPE_CHECKING

from claimcheck.article import Article
from claimcheck.errors import ReadingError
from claimcheck.reading.inputs import HeldInput
from claimcheck.reading.webpage import read_webpage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage, MIMEPart

    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input


def read_mail(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The one article in a message."""
    message = email.message_from_bytes(source.read_bytes(), policy=email.policy.default)
    if not message.keys():
        raise ReadingError(f"{source.source}: not a message: it begins with no header fields")
    title = " ".join(str(message.get("subject") or "").split()) or None
    author = parseaddr(str(message.get("from") or ""))[0] or None
    published = _day(message)
    plain = message.get_body(("plain",))
    if plain is not None and (text := _text(plain, source)).strip():
        yield Article(source.source, text, published, title=title, author=author)
        return
    page = message.get_body(("html", "related"))
    if page is None:
        raise ReadingError(f"{source.source}: no text in this message")
    held = HeldInput(source.source, None, PurePath("message.html"), _text(page, source).encode())
    for article in read_webpage(held, options):
        yield Article(
            source.source,
            article.text,
            published or article.published,
            title=title or article.title,
            author=author or article.author,
            asides=article.asides,
            tables=article.tables,
        )


def _day(message: EmailMessage) -> dt.date | None:
    sent = getattr(message.get("date"), "datetime", None)
    return sent.date() if isinstance(sent, dt.datetime) else None


def _text(part: MIMEPart, source: Input) -> str:
    try:
        content = part.get_content()
    except (LookupError, ValueError, KeyError) as error:
        raise ReadingError(f"{source.source}: a message whose text cannot be decoded") from error
    return str(content).replace("\r\n", "\n").replace("\0", "")
