"""Tables: what their heads say of their figures, and the claims in their cells.

`finding` sees tables in plain text, `structure` tells heads from figures, `statements` reads scales,
currencies and units out of heads and captions, `cells` reads a figure, `figures` puts the two together, and
`claims` makes records of them. A figure whose scale or kind is not sure is left out.
"""
