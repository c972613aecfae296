"""No text takes the reviewer long, whoever wrote it: every expression is taken apart, then fed its own words."""

import random
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import chain
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import pytest

from questioner import review
from questioner.review import MAX_CHARS, RULES, reading, review_wording
from questioner.review.rules import Look, expressions

from .expressions import faults, parsed, sampled

MODULES = [
    import_module(found.name)
    for found in walk_packages(review.__path__, f"{review.__name__}.")
    if not found.name.endswith(".sieve")  # reads expressions, not texts
]
MATCHED_ONCE = {"reading._WRAPPED_IN_QUOTES", "items._HEADING", "items.SHEET_QUESTION", "items._IGNORE"}
"""Tried at one character only, so that a gap without a bound costs one pass."""
PARTED = {"weighing._TOKEN"}
"""A sign parts what is repeated from what is repeated inside, so that there is one way to read a word."""
PATIENCE = 60
"""Seconds. What they are given for takes less than one; a pattern that backtracks takes hours."""
FLOODS = (
    *("a ", "what ", "?", "if you ", "you should ", " ", "or a ", "how much has ", '"', "'a ", "(", "e.g. a, "),
    *(", what ", "why is it ", "progress and ", "not the ", "1 ", "did you learn ", " - a, ", "where the ", "\n"),
    *(
        "[(",
        "“",
        "« »",
        "\u202e\u05d0 ",
        "\U0001f469\u200d\U0001f4bb ",
        "\u200b",
        "e\u0301",
        "\x00",
        "\ud800",
        "İ",
        "1.",
        "a.b.",
    ),
)


def compiled_in(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the expressions that a module keeps, also those that are compiled late or shut in a matcher."""
    if isinstance(value, re.Pattern):
        yield name, value.pattern
    elif hasattr(value, "cache_info") and not hasattr(value, "__name__"):
        yield name, value().pattern
    for cell in getattr(value, "__closure__", None) or ():
        inside = cell.cell_contents
        for each in inside if isinstance(inside, tuple) else (inside,):
            yield from compiled_in(name, each)


def of_module(module: ModuleType) -> Iterator[tuple[str, str]]:
    short = module.__name__.rpartition(".")[2]
    for name, value in vars(module).items():
        yield from compiled_in(f"{short}.{name}", value)


KEPT = dict.fromkeys(
    [
        *((rule.code, expression) for rule in RULES for expression in expressions(rule) if expression),
        *(found for rule in RULES for found in compiled_in(rule.code, rule.matcher)),
        *(found for module in MODULES for found in of_module(module)),
    ]
)
EXPRESSIONS = [pytest.param(name, expression, id=f"{at}-{name}") for at, (name, expression) in enumerate(KEPT)]


@contextmanager
def patience() -> Iterator[None]:
    """Fail when what is done takes many times what it should."""

    def out_of_patience(*_: object) -> None:
        raise TimeoutError(f"took more than {PATIENCE} s")

    before = signal.signal(signal.SIGALRM, out_of_patience)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(("name", "expression"), EXPRESSIONS)
def test_the_work_of_no_expression_grows_faster_than_the_text(name: str, expression: str):
    assert [fault for fault in faults(parsed(expression)) if name not in MATCHED_ONCE | PARTED] == []


@pytest.mark.parametrize(
    "expression",
    [
        r"(?:\w+\s+)*x",
        r"a\s*\s*b",
        r"a\s*(?:so)?\s*b",
        r"a[^.]*b",
        r"(?:a|\w+\w*)b",
        r"\d+\S*x",
        r"a(?=\w+\w+b)",
        r"a.*?b",
    ],
)
def test_an_expression_that_could_backtrack_is_told(expression: str):
    assert list(faults(parsed(expression)))


@pytest.mark.parametrize(
    "expression", [r"\w+\s+\w+", r"a\s*(?:so\s*)?b", r"a[^.]{0,40}b", r"(?:\w+\s+){2,4}x", r"\?+\s*"]
)
def test_an_expression_that_cannot_backtrack_is_let_be(expression: str):
    assert list(faults(parsed(expression))) == []


def test_expressions_of_every_kind_are_found():
    names = {name for name, _ in KEPT}
    assert names >= {
        "ADV101",
        "CLO311",
        "LED213",
        "licence.HEDGE",
        "reading._TAG",
        "reading._REASON_TAIL",
        "items._IGNORE",
    }


@pytest.mark.parametrize(("name", "expression"), EXPRESSIONS)
def test_no_expression_takes_long_on_a_flood_of_its_own_words(name: str, expression: str):
    tree, rng, compiled = parsed(expression), random.Random(ascii(expression)), re.compile(expression)
    with patience():
        for _ in range(3):
            own = sampled(tree, rng) or name
            for flood in (own, own[:-1], f"{own} ", own.split(" ")[0]):
                compiled.search((flood * MAX_CHARS)[:MAX_CHARS])


@pytest.mark.parametrize("flood", FLOODS)
def test_no_look_at_the_longest_text_takes_long(flood: str, looks_of: dict[str, list[Look]]):
    found = reading.read((flood * MAX_CHARS)[:MAX_CHARS])
    with patience():
        for look in chain.from_iterable(looks_of.values()):
            look.find(found)


@pytest.mark.parametrize("flood", FLOODS)
def test_the_longest_text_is_reviewed_and_its_offsets_lie_inside(flood: str):
    text = (flood * MAX_CHARS)[:MAX_CHARS]
    with patience():
        assert all(0 <= hit.start <= hit.end <= len(text) for hit in review_wording(text))
