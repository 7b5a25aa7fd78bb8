"""Changes: from one figure to another, and by how much; the two may stand apart."""
