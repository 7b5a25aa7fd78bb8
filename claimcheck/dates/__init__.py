"""Stage 4, dates: date expressions of a plain text with their TIMEX3 values, without spaCy; usable alone."""
