# Every chore in one place. `make demo` and `make test` need only Python 3.11+, make and the package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AXE := build/axe-core/axe.min.js

.PHONY: demo test check package format record bench crash clean

demo: $(VENV)/.ready
	@$(BIN)/questioner prepare examples/behind.yaml --model bank --quiet

test: $(VENV)/.ready $(AXE)
	$(BIN)/python -m pytest

check: $(VENV)/.ready
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/questioner templates check
	$(BIN)/python tools/docs.py --check

# A wheel from a clean build, in an environment of its own, outside the checkout.
package: $(VENV)/.ready
	rm -rf build/wheel && mkdir -p build/wheel
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir build/wheel .
	$(PYTHON) -m venv build/wheel/venv
	build/wheel/venv/bin/python -m pip install --quiet build/wheel/*.whl
	cd build/wheel && venv/bin/questioner prepare ../../examples/behind.yaml --model bank --quiet > sheet.txt
	cd build/wheel && venv/bin/questioner templates check
	grep -q "^Opening" build/wheel/sheet.txt

format: $(VENV)/.ready
	$(BIN)/ruff format
	$(BIN)/ruff check --fix
	$(BIN)/python tools/docs.py

record: $(VENV)/.ready
	$(BIN)/python -m pytest tests/models -m vcr --record-mode=rewrite

bench: $(VENV)/.ready
	$(BIN)/python tools/bench.py
	PYTHONPATH=. $(BIN)/python tools/bench_batch.py

# Kills a batch of 200 teams 50 times; takes some minutes.
crash: $(VENV)/.ready
	PYTHONPATH=. $(BIN)/python tools/crash.py

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "questioner needs Python 3.11 or newer; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

# The accessibility check of the pages; without npm its tests are skipped and say so.
$(AXE):
	-@mkdir -p $(@D) && cd $(@D) && npm pack --silent axe-core@4.14.1 >/dev/null && tar xzf axe-core-*.tgz --strip-components=1

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
