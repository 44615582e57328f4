"""`python -m tests.checks`: what must hold before a test is worth running. Each check returns its findings; none means it holds."""
