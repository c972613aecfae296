# Every chore in one place. `make demo` and `make test` need only Python 3.11+, make and the package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AXE := build/axe-core/axe.min.js

.PHONY: demo test check package matrix lock format record baselines train bench pictures crash fuzz clean

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
	$(BIN)/zizmor --quiet --offline --config .github/zizmor.yml .github/workflows action.yml examples/workflows/prompt-evals.yml

# Wheel and sdist, what is in them, and the wheel used outside the checkout without a network.
package: $(VENV)/.ready
	rm -rf build/dist
	$(BIN)/python -m build --no-isolation --outdir build/dist > build/package.log
	$(BIN)/python tools/package.py contents build/dist
	$(BIN)/python tools/package.py try build/dist $(PYTHONS)

# The same by every Python named: make matrix PYTHONS="python3.11 python3.13". Takes a minute for each.
matrix: PYTHONS ?= python3.11 python3.12 python3.13
matrix: package

# Takes today's releases for everybody who works on the project. pyproject.toml says what may be taken.
lock: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"  # which knows --group
	$(BIN)/python -m pip install --quiet --group lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" --group dev pyproject.toml -o requirements-dev.txt

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
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"  # which knows --group
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

# Hostile input for every reader, for a time; what fails is shrunk, kept under build/fuzz, and told how to repeat.
SECONDS ?= 60
SEED ?=
ONLY ?=
fuzz: $(VENV)/.ready
	PYTHONPATH=. $(BIN)/python tools/fuzz.py --seconds $(SECONDS) $(if $(SEED),--seed $(SEED)) $(if $(ONLY),--only $(ONLY))

# An index that lacks a locked release, as one behind a company's wall may, gives what pyproject.toml allows.
UNLOCKED = (echo "A locked release cannot be had here; taking what pyproject.toml allows." >&2 && \
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1" && $(BIN)/python -m pip install --quiet --group dev --editable .)

$(VENV)/.ready: pyproject.toml requirements-dev.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "questioner needs Python 3.11 or newer; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt || $(UNLOCKED)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# The accessibility check of the pages; without npm its tests are skipped and say so.
$(AXE):
	-@mkdir -p $(@D) && cd $(@D) && npm pack --silent axe-core@4.14.1 >/dev/null && tar xzf axe-core-*.tgz --strip-components=1

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
