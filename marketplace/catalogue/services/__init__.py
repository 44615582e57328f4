"""Writes of the catalogue: the life of a good, and its pictures."""
