"""Claims held against other texts, other claims, or what is known; and what comes of it, as findings.

`findings` holds the models, `arithmetic` what follows from figures. Each rule has an example and a near miss
(`claimcheck.register`). Nothing here reads files, prints, or looks at how a claim was found.
"""
