"""Stage 4: from tagged text to mentions with typed values.

`quantities`, `dates` and `versions` are value parsers: plain text in, exact values out, no spaCy, usable by
themselves. `document` puts their results beside the names and the parse of the same passage.
"""
