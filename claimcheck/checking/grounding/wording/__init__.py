"""The words of an answer against those of the sources: contraries, denials, comparisons, exchanged sides."""
