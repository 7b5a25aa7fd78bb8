"""What an amount, a change or a date is of: the subject of a verb, a phrase beside it, a whole, a list."""
