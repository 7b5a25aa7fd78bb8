"""Relations told beside names, behind labels and by phrases, that no construction says."""
