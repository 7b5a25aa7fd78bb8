"""Numerals that are no quantities: years and dates, clock times, names, versions, citations.

Each rule has a name (`names.py`); `explain_numerals` reports it for every numeral set aside.
"""
