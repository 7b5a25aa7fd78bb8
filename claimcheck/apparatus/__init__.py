"""What a document says of itself, of its sources and of other pages; a module for each kind of it."""
