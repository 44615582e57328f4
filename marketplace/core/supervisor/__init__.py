"""`make run`, second half: starts the engines and the servers as direct children, watches them, stops them in reverse order."""
