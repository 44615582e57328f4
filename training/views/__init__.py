"""Screens of the programme's staff where training, income and people meet."""
