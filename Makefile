# The commands of the project. `make demo` and `make test` set everything up themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TRAIN := .venv-train
TORCH ?= torch==2.13.0

.PHONY: setup engines demo test lint types layers quality bench train-attribution lock clean help

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.ready  ## make .venv from the lock file

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

engines: $(VENV)/.engines  ## add DuckDB and Spark to .venv (Spark is a download of 430 MB)

# Spark comes as source to be packed: by the setuptools that `setup` pinned, not by whatever is newest.
$(VENV)/.engines: $(VENV)/.ready requirements-engines.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --require-hashes \
	  -r requirements-engines.lock
	touch $@

demo: setup  ## a brief on the example story
	$(BIN)/sayso brief examples/reservoir

test: engines  ## run the tests, DuckDB and Spark among them
	$(BIN)/python -m pytest

lint: setup  ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup  ## strict types
	$(BIN)/mypy

layers: setup  ## who may import whom
	$(BIN)/lint-imports --no-cache

quality: setup  ## measure the scores on ../shared/eval and compare them with the floors
	$(BIN)/python -m quality

bench: setup  ## speed as ratios against a named baseline, and its growth with the archive
	$(BIN)/python -m benchmarks

train-attribution: $(TRAIN)/.ready  ## train the attribution reader anew on ../shared/eval (about 50 minutes on 2 free cores)
	$(TRAIN)/bin/python -m training.attribution

# torch is taken apart from the lock file, in the build (CPU, GPU) that fits the machine.
$(TRAIN)/.ready: requirements-train.lock pyproject.toml
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-train.lock
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check $(TORCH)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

lock:  ## resolve the dependencies anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --custom-compile-command "make lock" --extra dev pyproject.toml -o requirements.lock
	$(PYTHON) -c "import tomllib; extras = tomllib.load(open('pyproject.toml', 'rb'))['project']['optional-dependencies']; \
	  print(*extras['duckdb'], *extras['spark'], sep='\n')" \
	  | uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --custom-compile-command "make lock" -c requirements.lock - -o requirements-engines.lock
	uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --no-emit-package torch --custom-compile-command "make lock" --extra train pyproject.toml \
	  -o requirements-train.lock
	sed -i -E '/^(nvidia|cuda|triton)/,/^[^ ]*$$|[^\\]$$/d' requirements-train.lock

clean:  ## remove what make built
	rm -rf $(VENV) $(TRAIN) .training .benchmarks dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
