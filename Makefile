# Needs Python 3.11 or later, make and git; everything else goes into .venv.
VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
STAMP := $(VENV)/.installed
SHARED := ../shared
WORKERS := 2
FUZZ_CASES ?= 20000
FUZZ_SEED ?= 0
FUZZ_ENGINE ?= random

# The least that each of these may be on all answered files of $(SHARED), and on the five main ones; raised as the rules
# learn.
FLOORS := --min mean=0.975 --min placed=1 --min grounded=1
MAIN := hereford bury stafford
MAIN_FLOORS := --min mean=0.99 --min placed=1 --min grounded=1
SCORE := $(PYTHON) benchmarks/score_record.py --shared $(SHARED) --run '$(abspath $(BIN))/minutesparse extract --lines'

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-slow fuzz fuzz-atheris pump guards lint format coverage golden docs schema \
	vocabulary wheel-compiled bench bench-check bench-peers bench-batch \
	bench-dask scale gains score score-write score-folds mutate-text lock clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 12

setup: $(STAMP)  ## create .venv with the locked tools and this package

# python3 may be older, or a shim for a version that is not there: the first that starts and can make an environment.
$(STAMP): .ci/requirements.txt pyproject.toml
	@set -eu; found=; \
	IFS=:; for folder in $$PATH; do for name in python3.11 python3.12 python3.13 python3.14 python3; do \
		candidate="$$folder/$$name"; \
		if [ -z "$$found" ] && [ -x "$$candidate" ] && \
			"$$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
		then found="$$candidate"; fi; \
	done; done; unset IFS; \
	if [ -x $(PYTHON) ]; then found=$(PYTHON); fi; \
	if [ -z "$$found" ]; then echo 'make: no Python 3.11 or later with venv was found' >&2; exit 1; fi; \
	if [ ! -x $(PYTHON) ]; then "$$found" -m venv $(VENV); fi
	$(PYTHON) -m pip install --quiet --require-hashes --requirement .ci/requirements.txt
	$(PYTHON) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(STAMP)  ## show the minutes of fixtures/demo, then as JSON
	$(BIN)/minutesparse show fixtures/demo/*.txt
	$(BIN)/minutesparse extract --pretty fixtures/demo/minutes.txt

test: $(STAMP)  ## run the tests but the slow ones
	$(PYTHON) -m pytest -q -n $(WORKERS) --dist worksteal

test-slow: $(STAMP)  ## run the slow tests
	$(PYTHON) -m pytest -q -n $(WORKERS) -m slow

fuzz: $(STAMP)  ## try FUZZ_CASES texts (FUZZ_ENGINE=random, hypothesis) for faults, kept in fixtures/regressions
	$(PYTHON) -m tests.fuzz --cases $(FUZZ_CASES) --seed $(FUZZ_SEED) --engine $(FUZZ_ENGINE) --record benchmarks/fuzz.tsv

fuzz-atheris: $(STAMP)  ## the same guided by coverage (CPython on Linux); its corpus is kept in .fuzz-corpus
	$(PYTHON) -m pip install --quiet --require-hashes --requirement .ci/fuzz-requirements.txt
	$(PYTHON) -m tests.fuzz_atheris .fuzz-corpus --cases $(FUZZ_CASES) --seed $(FUZZ_SEED) --record benchmarks/fuzz.tsv

pump: $(STAMP)  ## print each pattern's worst ratio of work for twice the text; PATTERN=WORD chooses by module or name
	$(PYTHON) -m tests.pump $(PATTERN)

guards: $(STAMP)  ## take each guard of SECURITY.md out of a copy of the tree, and demand that its test fails
	$(PYTHON) -m tests.guards $(GUARD)

lint: $(STAMP)  ## check style, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP)  ## put the code into its format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

coverage: $(STAMP)  ## run all tests and report lines and branches that none reaches
	$(PYTHON) -m pytest -q -n $(WORKERS) -m 'slow or not slow' --cov --cov-report=term

golden: $(STAMP)  ## write the golden documents of fixtures/ anew; read the difference before you commit it
	$(PYTHON) tests/golden.py

docs: $(STAMP)  ## write docs/rules/ and docs/tables.md anew from what the rules and the tables declare
	$(PYTHON) -m tests.rule_pages
	$(PYTHON) -m tests.table_page

schema: $(STAMP)  ## write src/minutesparse/schema.json anew from the models
	$(PYTHON) -m minutesparse.schema

vocabulary: $(STAMP)  ## make the modules of words and docs/vocabulary.md anew from src/minutesparse/vocabulary/*.toml
	$(PYTHON) -m minutesparse.vocabulary.generate .

# In a copy, since what is compiled is put beside its source, where it would be taken for it ever after.
wheel-compiled: $(STAMP)  ## build a wheel for this Python and machine whose modules are compiled (needs gcc), into dist/
	rm -rf $(VENV)/compiled
	mkdir -p $(VENV)/compiled
	cp -R pyproject.toml README.md LICENSE src $(VENV)/compiled/
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(PYTHON) -m pip wheel --no-deps --wheel-dir dist $(VENV)/compiled

bench: $(STAMP)  ## measure speed, memory and start-up; the tables are kept in benchmarks/ratios.md
	$(PYTHON) benchmarks/bench.py --shared $(SHARED) $(MAIN:%=--main %) --write

bench-check: $(STAMP)  ## fail where a ratio that repeats from run to run is clearly worse than the kept one
	$(PYTHON) benchmarks/bench.py --shared $(SHARED) $(MAIN:%=--main %) --check --repeats 3

bench-peers: $(STAMP)  ## measure what a user would pick instead; the tables are written into docs/peers.md
	$(PYTHON) benchmarks/peers.py --shared $(SHARED) --write

bench-batch: $(STAMP)  ## measure batches of 1,000 files
	$(PYTHON) benchmarks/batches.py --shared $(SHARED)

gains: $(STAMP)  ## what is found now that BASE (the commit before) did not find, and the other way round; FOLDER of texts
	$(PYTHON) benchmarks/gains.py $(BASE) $(if $(FOLDER),--folder '$(FOLDER)') $(GAINS)

bench-dask: $(STAMP)  ## measure 10,000 files by two workers of Dask against one process, which takes some minutes
	$(PYTHON) benchmarks/batches.py --shared $(SHARED) --dask

scale: $(STAMP)  ## measure what a document costs, and write the figures of docs/scale.md anew
	$(PYTHON) benchmarks/scale.py --shared $(SHARED) --write

score: $(STAMP)  ## score the answered files of ../shared, with floors, against the recorded scores
	@status=0; $(SCORE) $(FLOORS) || status=1; \
	echo; echo 'main files'; $(SCORE) $(MAIN:%=--doc %) $(MAIN_FLOORS) || status=1; exit $$status

score-write: $(STAMP)  ## record the scores of the answered files in benchmarks/score.json
	$(SCORE) --write

score-folds: $(STAMP)  ## score two halves of the councils apart
	$(SCORE) --folds 2

mutate-text: $(STAMP)  ## change the fixtures in ways that do not change meaning, and demand the same documents
	$(PYTHON) -m tests.mutate

# pip-tools gets an environment of its own, because it is needed for this alone. Options and comments are taken out,
# so that the lock names no index.
lock:  ## resolve the dependencies of pyproject.toml anew
	python3 -m venv .venv/lock
	.venv/lock/bin/python -m pip install --quiet pip-tools hatchling
	.venv/lock/bin/pip-compile --quiet --upgrade --extra dev --generate-hashes --allow-unsafe --strip-extras \
		--no-build-isolation --no-header --no-annotate --no-emit-options --output-file .venv/lock/out.txt pyproject.toml
	{ echo '# Locked development environment, runtime dependencies included; `make lock` writes it.'; \
		grep -vE '^(--|#)' .venv/lock/out.txt; } > .ci/requirements.txt
	$(PYTHON) -m tests.lock

clean:  ## remove the environment and what tools leave behind
	rm -rf $(VENV) build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
