"""So much for each of so many: prices, quantities and rates, and what they come to."""
