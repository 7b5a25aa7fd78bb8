"""Stage 4, reports: who says what, quotation marks, and the cues of doubt, denial and prediction."""
