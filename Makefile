# Every chore in one place. `make demo` and `make test` need only Python 3.11+, make and the package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AXE := build/axe-core/axe.min.js

.PHONY: demo test check package format record baselines train bench pictures crash clean

demo: $(VENV)/.ready
	@$(BIN)/questioner prepare examples/behind.yaml --model bank --quiet

test: $(VENV)/.ready $(AXE)
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

check: $(VENV)/.ready
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/questioner templates check
	$(BIN)/python tools/docs.py --check
	$(BIN)/python tools/needs.py --check
	PYTHONPATH=. $(BIN)/python tools/pictures.py --check

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
	$(BIN)/python tools/needs.py

record: $(VENV)/.ready
	$(BIN)/python -m pytest tests/models -m vcr --record-mode=rewrite

# Takes today's figures as those that the tests let nothing fall below. Say why, where one is lower than before.
baselines: $(VENV)/.ready
	for part in dev test field; do $(BIN)/questioner eval reviewer --split $$part --baseline evals/baselines/reviewer.json --bless -o $(VENV)/$$part.txt || exit 1; done
	rm -rf build/prompts
	$(BIN)/questioner eval prompts --out build/prompts --model replay:evals/scenarios/recordings --waves 1 --quiet -o $(VENV)/prompts.txt
	$(BIN)/questioner eval compare build/prompts --baseline evals/baselines/prompts.json --bless
	git --no-pager diff --stat -- evals/baselines

# Only who changes rules, classes of words or labelled questions needs this; scikit-learn is for it alone.
train: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --group train
	$(BIN)/python tools/train.py

# One table: what things take, each beside a peer or a limit. `make bench PARTS="review --page"` measures less, or writes the page.
bench: $(VENV)/.ready
	$(BIN)/python -m tools.bench $(PARTS)

# The pictures of the README, of pages as the program makes them today; wants Chromium.
pictures: $(VENV)/.ready
	PYTHONPATH=. $(BIN)/python tools/pictures.py

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
