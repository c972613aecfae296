"""Takes expressions apart: what they match, and how their repeats stand to each other."""

import random
import string
from collections.abc import Callable, Iterator
from re import _constants as sre
from re import _parser
from typing import Any

ALPHABET = string.ascii_lowercase + string.digits + " \n_.,;:?!'\"-–()[]{}<>/&%#*`\x1c\x1d\x1e\x1f"
CATEGORIES = {
    sre.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_DIGIT: str.isdigit,
}
OPPOSITES = {
    sre.CATEGORY_NOT_WORD: sre.CATEGORY_WORD,
    sre.CATEGORY_NOT_SPACE: sre.CATEGORY_SPACE,
    sre.CATEGORY_NOT_DIGIT: sre.CATEGORY_DIGIT,
}
REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT}
MANY = 201
"""Repeats from here on are as good as unbounded."""
Tree = Any


def parsed(expression: str) -> Tree:
    """Return the expression as Python's own parser sees it."""
    return _parser.parse(expression)


def sampled(tree: Tree, rng: random.Random) -> str:
    """Return a string that ``tree`` most often matches; what it may not match is left out of account."""
    return "".join(_sample(op, value, rng) for op, value in tree)


def _sample(op: Any, value: Any, rng: random.Random) -> str:
    if op in REPEATS:
        low, high, inner = value
        return "".join(sampled(inner, rng) for _ in range(rng.randint(low, min(high, low + 2))))
    if op is sre.SUBPATTERN:
        return sampled(value[3], rng)
    if op is sre.BRANCH:
        return sampled(rng.choice(value[1]), rng)
    if op is sre.ASSERT and value[0] > 0:
        return sampled(value[1], rng)
    if op in {sre.AT, sre.ASSERT, sre.ASSERT_NOT}:
        return ""
    return rng.choice(sorted(characters(op, value)) or [""])


def characters(op: Any, value: Any) -> set[str]:
    """Return those of ``ALPHABET``, and the literal itself, that a node of one character matches."""
    everything = set(ALPHABET)
    if op is sre.CATEGORY:
        negated = value in OPPOSITES
        found = {c for c in ALPHABET if CATEGORIES[OPPOSITES.get(value, value)](c)}
        return everything - found if negated else found
    if op is sre.IN:
        members = set().union(*(characters(*member) for member in value if member[0] is not sre.NEGATE))
        return everything - members if value[0][0] is sre.NEGATE else members
    single: dict[Any, Callable[[], set[str]]] = {
        sre.LITERAL: lambda: {chr(value)},
        sre.NOT_LITERAL: lambda: everything - {chr(value)},
        sre.ANY: lambda: everything - {"\n"},
        sre.RANGE: lambda: {c for c in ALPHABET if value[0] <= ord(c) <= value[1]},
    }
    return single[op]()


def faults(tree: Tree, *, inside: bool = False) -> Iterator[str]:
    """Yield what could make the work of matching grow faster than the text.

    These are a repeat without a bound inside another one, one that crosses a whole text, and two side by side that can
    share characters, so that there are many ways to divide a stretch between them.
    """
    before: set[str] = set()
    for op, value in tree:
        inner = [part for part in _parts(op, value) if part is not None]
        unbounded = op in REPEATS and value[1] >= MANY
        if unbounded and inside:
            yield f"a repeat without a bound inside another: {value}"
        if unbounded and _first(value[2]) >= {"a", " "}:
            yield f"a gap without a bound: {value}"
        for part in inner:
            yield from faults(part, inside=inside or unbounded)
        if op in {sre.AT, sre.ASSERT, sre.ASSERT_NOT}:
            continue
        here = _first(value[2]) if unbounded else set()
        if here & before:
            yield f"two repeats that share {sorted(here & before)}"
        before = here | before if op in REPEATS and value[0] == 0 else here


def _parts(op: Any, value: Any) -> list[Tree]:
    if op in REPEATS:
        return [value[2]]
    if op is sre.BRANCH:
        return value[1]
    if op is sre.SUBPATTERN:
        return [value[3]]
    return [value[1]] if op in {sre.ASSERT, sre.ASSERT_NOT} else []


def _first(tree: Tree) -> set[str]:
    """Return the characters a repeated single node can match; of anything longer, none."""
    return characters(*tree[0]) if len(tree) == 1 and not _parts(*tree[0]) and tree[0][0] is not sre.AT else set()
