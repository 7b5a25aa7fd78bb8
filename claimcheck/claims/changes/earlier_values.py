"""Words for an earlier value of the same thing, against which a difference is a change: "than in May"."""

from __future__ import annotations

from claimcheck.lexicons.word_sets import WordPattern

_PART_OF_YEAR = r"(?:(?:early|mid|late)[\s-])?(?:<change/part_of_year>)(?:\s+(?:of\s+)?\d{4})?"
_NOUN_OF_LEVEL = r"(?:<change/level_of_year>)s?\b"

EARLIER = (
    # last year, the same period last year's
    r"(?:(?:the\s+)?(?:same\s+)?(?:<change/gone_by>)\s+(?:<change/time_gone_by>)(?:[’']s)?"
    rf"|(?:<change/gone_by>)\s+{_PART_OF_YEAR}\b"
    # in May, during the same week, for the previous ten years
    rf"|(?:<change/within>)\s+(?:all\s+of\s+|the\s+whole\s+of\s+)?(?:the\s+)?(?:same\s+\w+|year\s+before|{_PART_OF_YEAR}"
    r"|\d{4}|previous\s+\w+(?:\s+(?:<common/time_span>|seasons))?|(?:prior|preceding)\s+\w+|last\s+\w+)"
    r"|at\s+the\s+(?:end|start|beginning|turn)\s+of\s+(?:the\s+)?\w+(?:\s+\d{4})?"
    r"|on\s+(?:<change/weekday>)\b|on\s+the\s+(?:previous\s+day|day\s+before)\b"
    # the year before, the same quarter of 2019, the first half
    r"|the\s+(?:<change/unit_of_time>)\s+(?:before|earlier|previously)\b"
    r"|the\s+same\s+(?:<change/unit_of_time>)\b(?:\s+(?:a\s+year\s+(?:ago|earlier|before)|last\s+year|(?:in|of)\s+\d{4}))?"
    r"|(?:in\s+)?the\s+(?:<change/ordinal_part>)\s+(?:quarter|half)\b(?:\s+of\s+(?:last\s+year|\d{4}))?|where\s+(?:it|they)\s+(?:was|were|stood)\b"
    r"|this\s+(?:<change/unit_of_time>)(?:[’']s)?(?=\s*[,.;:)]|$)"
    # at its peak, May's record, its 2019 level, the pre-war average
    rf"|at\s+(?:the|its|their)\s+(?:peak|height|start)\b|(?:{_PART_OF_YEAR}|last\s+(?:year|month|week|quarter))[’']s\s+"
    rf"{_NOUN_OF_LEVEL}"
    rf"|(?:the|<common/possessor_of_third>)\s+\d{{4}}\s+{_NOUN_OF_LEVEL}"
    r"|\d{4}\b(?:\s+levels?)?|(?:a|<change/small_number>|\d+)\s+(?:<common/time_span>)\s+(?:ago|before|earlier)"
    r"|(?:the|<common/possessor_of_third>)\s+(?:[\w-]+\s+)?(?:<change/high_or_low>)\b(?!\s+of\s+(?:the|a)\b)"
    r"|(?:(?:its|their|his|her)\s+(?:[\w-]+\s+)?"
    r"|the\s+(?:[\w-]+[\s-](?:<change/span_of_average>)s?|pre-\w+|historical|historic|seasonal)\s+)average\b"
    r"|pre-?\w+\s+(?:<change/level_before>)\b"
    # the level of a year ago, that of last year
    # or the 61% recorded in 2015, the 3,400 tonnes sold last year
    r"|(?:the\s+(?:<change/level_of_year>)s?|that|the\s+\d[\d.,]*(?:\s?%|(?:\s+[a-z-]+){1,2}?)?"
    r"(?=\s+[a-z]+\s+(?:in|last)\s))\s+(?:of|in|seen\s+in|[a-z]+ed(?:\s+in|(?=\s+last)))\s+"
    r"(?:(?:a|<change/small_number>|\d+)\s+(?:<common/time_span>)\s+(?:ago|before|earlier)|last\s+(?:<change/time_gone_by>)"
    rf"|{_PART_OF_YEAR}|\d{{4}})\b"
    r"|before\b|(?:we|it|they)\s+(?:had|did|saw|got|were|was)\b(?!\s+(?:<change/foreseen>)\b)"
    r"(?:\s+(?:in|last)\s+[\w\s]{3,16})?"
    r"|(?:<change/now_or_then>)\b)"
)
"""To stand in a `WordPattern`."""

_OF_A_MONTH = r"(?i:<common/month>)\s+(?:<change/raised_thing>)\b"
"""A figure of a month that has no other name: "$4.2 billion more than February exports"."""
OVER_TIME = WordPattern(
    rf"\s*(?P<word><change/more_or_less>)\b"
    rf"(?P<noun>(?:\s+[\w-]+){{0,9}}?)\s+(?:than|(?:when\s+)?compared\s+(?:with|to))\s+(?P<then>{EARLIER}|{_OF_A_MONTH})"
)
