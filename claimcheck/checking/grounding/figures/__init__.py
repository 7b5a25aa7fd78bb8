"""The figures of an answer: each held against those of the sources."""
