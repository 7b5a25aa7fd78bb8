"""What changes are made of: their words, old and new values, sizes, partners and what changed."""
