"""How a sentence is built: columns, phrases, clauses, descriptions, subjects, antecedents.

It says what stands where, never what that means; meaning belongs to `claims`.
"""
