"""Stage 4, quantities: numbers, amounts, units and money of a plain text, exact.

No spaCy; usable alone.
"""
