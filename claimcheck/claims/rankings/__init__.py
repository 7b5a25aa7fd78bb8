"""Superlatives, ordinals and numbered places, and which of them rank nothing."""
