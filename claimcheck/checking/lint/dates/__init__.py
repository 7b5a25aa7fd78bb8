"""Time: days and their dates, spans between dates, ages, and ranges that end before they begin."""
