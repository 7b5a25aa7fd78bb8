"""Many documents: worker processes, resuming batches, clusters, reading ahead.

Nothing here looks into a text.
"""
