"""The senses in which a numeral is no quantity."""

from __future__ import annotations

from typing import Literal

SetAsideRule = Literal[
    "address",
    "citation",
    "clock-time",
    "code",
    "date",
    "decade",
    "fraction-word",
    "ip-address",
    "isbn",
    "list-number",
    "name-with-number",
    "number-too-large",
    "one-of",
    "phone-number",
    "postcode",
    "pronoun-one",
    "rate-base",
    "section-number",
    "time-word",
    "times-adverb",
    "unread",
    "version",
    "year",
]
