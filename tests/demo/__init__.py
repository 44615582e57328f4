"""The demo world: its files hold together, and building it twice is the same as once."""
