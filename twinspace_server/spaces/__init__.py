"""Spaces: founding and settings, the tree of places, rights tables, my team, read marks."""
