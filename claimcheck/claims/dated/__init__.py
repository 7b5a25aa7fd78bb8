"""What dates date: events, works, lives, subjects, and which dates date nothing."""
