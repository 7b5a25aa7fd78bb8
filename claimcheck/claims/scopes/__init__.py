"""What the scopes of cues go by: the way up from a claim, and the cues that take a complement."""
