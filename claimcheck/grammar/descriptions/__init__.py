"""What a sentence says that something is: copulas, appositions, brackets, names called so."""
