"""What a text says twice, in its headline too, and gives another figure or date."""
