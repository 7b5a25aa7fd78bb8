"""Claims held against other texts, other claims, or what is known; and what comes of it, as findings.

`findings` holds the models, `rules` the register of every rule with its examples, `arithmetic` what follows
from figures. Nothing here reads files, prints, or looks at how a claim was found.
"""
