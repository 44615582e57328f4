"""The house itself: floors, forks, names, settings, the cast."""
