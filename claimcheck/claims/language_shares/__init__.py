"""Shares of languages: in pairs, in lists, in words, of speakers."""
