"""Relations told beside names, on cards and by phrases, that no construction says."""
