"""Settings: `dev` for `make run`, `test` for the suite, `production` for the world. Environment variables only."""
