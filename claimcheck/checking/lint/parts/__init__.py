"""Parts and their whole: sums, shares of one whole, and percentages of a count."""
