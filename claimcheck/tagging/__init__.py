"""Stage 3: sentences to a spaCy `Doc` with whatever annotation the chosen pipeline gives.

`pipelines` loads a pipeline and runs it, `schemes` translates label schemes, `penn_tags` names sets
of tags, `components` are faster parts of spaCy's.
"""
