"""Whether sources bear out what a text says: `ground` for all rules, a module or a room for each family.

The rooms: `figures/` holds figures against those of the sources, `derivations/` says how one follows from
others, `wording/` holds words against words.
"""
