"""Relations that constructions state: ways of saying as data (forms), words and sides as data (relations).

`loading` reads the TOML files and compiles them, `matching` finds them in a sentence, `sides` says what may
stand on either side, `samples` makes sentences of them. There is no English in here: all of it is in
`lexicons/en/constructions/`, and in files of the user's.
"""
