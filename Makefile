# Two commands are all a newcomer needs: `make run` and `make test`.
# PYTHON names the Python 3.11 (or newer) that the virtual environment is made from.
PYTHON ?= python3
VENV := .venv/bin/python
LOCK := $(VENV) -m piptools compile --no-config --quiet --generate-hashes --allow-unsafe --strip-extras
LOCK += --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: run test check bench prove environment lock forget

run: ## everything, with the demo world, until Ctrl-C
	@$(PYTHON) -m marketplace.core.setup_environment
	@$(VENV) -m marketplace.core.supervisor

test: environment check ## the checks, then the tests
	@$(VENV) -m pytest -n 2 tests

check: environment ## style, types, contracts, migrations, messages
	@$(VENV) -m tests.checks

bench: environment ## how fast it is, as ratios
	@$(VENV) -m tests.bench

prove: environment ## the long proofs
	@$(VENV) -m tests.prove

environment:
	@$(PYTHON) -m marketplace.core.setup_environment test

# With the oldest Python that must work: a newer one leaves out what only the older needs.
lock: environment ## pin what pyproject.toml asks for, with hashes
	@CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) -o requirements.txt pyproject.toml
	@CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

forget: ## delete the data of this checkout
	@$(VENV) manage.py engines --forget
