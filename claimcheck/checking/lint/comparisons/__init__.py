"""One thing beside another: so many times as much, who is ahead, and who comes first."""
