# make episode   a French podcast episode with the embedded neural voice, from a fresh clone
# make test      everything that is checked, from a fresh clone
# make stress    kills, faults and bad input by the thousand, each figure printed (an hour)
# make bench     how fast it is: a table of ratios
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet -c constraints.txt

# Where it is set, as in many containers, every command that a test starts would compile all of speakerine again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: episode installed test bench stress lint format docs jingles clean

episode: $(VENV)/.neural
	@$(BIN)/speakerine make examples/marche-de-nuit.txt

installed: $(VENV)/.dev

test: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --dist loadfile

bench: $(VENV)/.dev
	$(BIN)/python benchmarks $(BENCH)

stress: $(VENV)/.dev
	$(BIN)/python -m tests.reliability --kills 200
	$(BIN)/python -m tests.fuzz --minutes 30
	$(BIN)/python -m tests.security

lint: $(VENV)/.dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

docs: $(VENV)/.dev
	$(BIN)/python tools/write_french_doc.py

jingles: $(VENV)/.dev
	$(BIN)/python tools/render_jingles.py voices/jingles/antenne

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "speakerine needs Python 3.11 or later: run `make PYTHON=python3.12 …` with a newer one.")'
	@echo "Making $(VENV)/ …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.neural: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Installing speakerine with its neural voice (about 150 MB, once) …"
	@$(PIP) -e '.[neural]'
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Installing speakerine, its neural voice and what its tests need, once …"
	@$(PIP) -e '.[neural,s3,sftp,cluster,dev]'
	@touch $@

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
