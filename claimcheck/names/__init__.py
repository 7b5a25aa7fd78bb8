"""Stage 4, names: lists, patterns, evidence and linking to one consistent set of `NameMention`s."""
