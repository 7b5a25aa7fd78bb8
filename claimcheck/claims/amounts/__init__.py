"""Counts without a noun, counts that count nothing, units that are implied, and levels of intervals."""
