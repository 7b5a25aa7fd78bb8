"""claimcheck for other programs: over the Model Context Protocol (`mcp`) and over HTTP (`http`).

`operations` holds what both offer, as functions from plain values to plain JSON. The libraries are extras and
are imported inside functions.
"""
