"""What the tests of the review share: the data of a small team."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import pytest

from questioner.phrasing import AnyCase
from questioner.review import RULES
from questioner.review.rules import Look, looks
from questioner.review.words import stems

TEXTS = "trial activation from 18% to 30% now 22% the missing API key Legal reviews weekly call in October Bank Feeds"


@dataclass(frozen=True)
class Known:
    """A ``Ground`` that is written down."""

    figures: Mapping[str, frozenset[str]]
    days: frozenset[tuple[int, int]]
    words: frozenset[str]
    texts: str
    moves: Mapping[str, frozenset[tuple[str, str]]]
    directions: Mapping[str, tuple[int, int]]
    people: Callable[[str], tuple[tuple[int, int], ...]]
    private: AnyCase
    facts: Mapping[str, tuple[str, str]]
    goals: tuple[str, ...]
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@pytest.fixture(scope="session")
def looks_of() -> dict[str, list[Look]]:
    """The looks of every rule, whose patterns are compiled once."""
    return {rule.code: list(looks(rule)) for rule in RULES}


@pytest.fixture
def ground() -> Known:
    return Known(
        figures={
            "": frozenset({"30", "45"}),
            "O1.KR1": frozenset({"18", "22", "30", "7", "4", "10"}),
            "O1.KR2": frozenset({"310"}),
        },
        days=frozenset({(11, 16), (10, 5)}),
        words=stems(TEXTS),
        texts=TEXTS.lower(),
        moves={"O1.KR1": frozenset({("18", "22"), ("18", "30"), ("7", "4")})},
        directions={"O1.KR1": (1, -1)},
        people=lambda text: tuple(match.span() for match in re.finditer("Mina", text)),
        private=AnyCase("afraid"),
        facts={"F1": ("O1.KR1", "Trial activation 22%"), "F2": ("O1.KR2", "Contacts about missing transactions 310")},
        goals=("trial activation",),
    )


@pytest.fixture
def named(ground):
    """The same ground, with what the team calls its key results."""
    phrases = {"O1.KR1": ("trial activation", "Trial activation from 18% to 30%"), "O1.KR2": ("missing transactions",)}
    return replace(ground, phrases=phrases, figures={**ground.figures, "O1": frozenset({"60"})})
