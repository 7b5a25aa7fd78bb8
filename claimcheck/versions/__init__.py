"""Stage 4, versions: numbers that are, or may be, versions of software in a plain text.

No spaCy; usable alone.
"""
