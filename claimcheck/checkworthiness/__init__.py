"""How much a fact-checker would want a sentence checked: a score from features that a person can read.

`features` says what they are, `scoring` weighs them. The weights are trained on US presidential debates
(`training/checkworthiness.py`) and stored as text, `lexicons/en/checkworthiness_weights.csv`.
"""
