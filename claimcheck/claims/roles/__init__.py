"""Positions beside names, in lists and held, and the parts of a title."""
