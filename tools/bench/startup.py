"""How long commands take to begin, beside the imports that they cannot do without."""

from collections.abc import Iterator
from pathlib import Path

from tools.bench.measuring import PYTHON, QUESTIONER, Row, paired

RUNS = 11
PREPARE = ["prepare", "examples/behind.yaml", "--model", "bank", "--quiet"]
PAIRS = (
    ("questioner --help", ["--help"], "import click", "< 2"),
    ("questioner --version", ["--version"], "import click", "< 2"),
    ("prepare --model bank", PREPARE, "import pydantic, jinja2", "< 4"),
    ("prepare --model bank", PREPARE, "import openai", "< 1"),
)


def rows(_folder: Path) -> Iterator[Row]:
    """Yield a row a command."""
    for what, arguments, peer, aim in PAIRS:
        own, beside, ratio = paired([*QUESTIONER, *arguments], [*PYTHON, peer], RUNS)
        yield Row(what, own, "s", peer, beside, ratio, aim)
