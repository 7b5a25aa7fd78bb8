"""How a figure of an answer follows from figures of the sources: sums, shares, spans, what is left."""
