"""Whether sources bear out what a text says: a module for each family of rules, `ground` for all of them."""
