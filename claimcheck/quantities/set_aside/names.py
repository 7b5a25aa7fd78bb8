"""The senses in which a numeral is no quantity."""

from __future__ import annotations

from typing import Literal

SetAsideRule = Literal[
    "address",
    "broken-number",
    "citation",
    "clock-time",
    "code",
    "date",
    "decade",
    "form-number",
    "fraction-word",
    "ip-address",
    "isbn",
    "law-citation",
    "line-number",
    "list-number",
    "model-name",
    "name-with-number",
    "network",
    "number-too-large",
    "one-of",
    "part-of-ten",
    "phone-number",
    "postcode",
    "pronoun-one",
    "rate-base",
    "resolution",
    "section-number",
    "time-word",
    "times-adverb",
    "truncation-mark",
    "unread",
    "version",
    "year",
]
