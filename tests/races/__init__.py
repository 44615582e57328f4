"""Several connections at once on the real database. Each race first proves itself with the lock off."""
