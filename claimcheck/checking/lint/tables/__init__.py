"""Tables: rows and columns that do not add up to their total."""
