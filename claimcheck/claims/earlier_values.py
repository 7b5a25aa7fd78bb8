"""Words for an earlier value of the same thing, against which a difference is a change: "than in May"."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:(?:early|mid|late)[\s-])?(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?\d{4})?"
)
EARLIER = (
    r"(?:(?:the\s+)?(?:same\s+)?(?:last|previous|prior|preceding|earlier)\s+(?:year|month|quarter|week|season|decade|survey|period|time)"
    r"(?:[’']s)?|(?:in|during|at|for)\s+(?:all\s+of\s+|the\s+whole\s+of\s+)?(?:the\s+)?(?:same\s+\w+|year\s+before|"
    + _MONTH
    + r"|\d{4}|previous\s+\w+(?:\s+(?:years|months|weeks|quarters|seasons))?|prior\s+\w+|last\s+\w+)"
    r"|the\s+(?:year|month|quarter|week|season|day)\s+(?:before|earlier|previously)\b"
    r"|the\s+same\s+(?:year|quarter|month|week|period|time|day|season|half)\b(?:\s+(?:a\s+year\s+(?:ago|earlier|before)|last\s+year|(?:in|of)\s+\d{4}))?"
    r"|the\s+(?:first|second|third|fourth)\s+(?:quarter|half)\b|where\s+(?:it|they)\s+(?:was|were)\b"
    r"|(?:the|its|their|his|her)\s+\d{4}\s+(?:level|total|figure|average|peak|high|mark|value|number|tally|baseline)s?\b"
    r"|\d{4}\b(?:\s+levels?)?|(?:a|one|two|three|four|five|six|ten|\d+)\s+(?:years?|months?|weeks?|quarters?|decades?)\s+(?:ago|before|earlier)"
    r"|(?:the|its|their|his|her)\s+(?:[\w-]+\s+)?(?:peak|trough|high|low|record|level|levels)\b(?!\s+of\s+(?:the|a)\b)"
    r"|(?:(?:its|their|his|her)\s+(?:[\w-]+\s+)?|the\s+(?:[\w-]+[\s-](?:year|month|week|day|term|decade)s?|pre-\w+|historical|historic|seasonal)\s+)average\b"
    r"|pre-?\w+\s+(?:levels?|averages?|figures?|times|rates?|trends?|days|peaks?)|before\b|(?:we|it|they)\s+(?:had|did|saw|got|were|was)\b(?:\s+(?:in|last)\s+[\w\s]{3,16})?|yesterday|today|now\b|at\s+present\b)"
)
OVER_TIME = re.compile(
    rf"\s*(?P<word>more|fewer|less|higher|lower|greater|larger|smaller|better|worse|cheaper|stronger|weaker|faster|slower)\b"
    rf"(?P<noun>(?:\s+[\w-]+){{0,9}}?)\s+(?:than|(?:when\s+)?compared\s+(?:with|to))\s+(?P<then>{EARLIER})"
)
