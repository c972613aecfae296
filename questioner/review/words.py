"""Content words of a question, stemmed, and how alike two questions are by them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, Protocol

import Stemmer

from questioner.phrasing import in_small

_STEM = Stemmer.Stemmer("english")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_FUNCTION_WORDS = frozenset(
    "a about after again all am among an and any anything are around as at be been before being between "
    "both but by can "
    "could did do does each else few for from had has have here how i if in into is it its just last like "
    "may me might "
    "more most much my no nor not now of off on one or other our out over own per said same she so some "
    "such than that "
    "the their them then there these they this those through to today under up upon us very was we were "
    "what when where "
    "which while who whom whose why will with within would you your yours yourselves tell us say next time team".split()
)
_LETTERS_AND_FIGURES = re.compile(r"[^\W_]+")
ALIKE = 0.6
"""Similarity from which two questions count as the same (coaching note, 3.2, family DUP)."""
ALIKE_ELSEWHERE = 0.85
"""Similarity from which two questions about different things count as the same."""


def words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, without figures and punctuation."""
    return [*map(str.lower, _WORD.findall(text.replace("’", "'")))]


def first_words(text: str, number: int) -> tuple[str, ...]:
    """Return the first ``number`` of the words of ``text``."""
    return tuple(match[0].lower().replace("’", "'") for match in islice(_WORD.finditer(text), number))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return the Snowball stem of one lower-case English word, without a possessive."""
    return str(_STEM.stemWord(word.removesuffix("'s")))


def stems(text: str) -> frozenset[str]:
    """Return the stems of all words of ``text``."""
    return frozenset(map(stem, set(words(text))))


def content(text: str, leaving_out: Iterable[str] = ()) -> frozenset[str]:
    """Return the stems that carry meaning, once the phrases ``leaving_out`` (names of goals) are taken out."""
    for phrase in leaving_out:
        if may_hold(text, phrase):
            text = _anywhere(phrase).sub(" ", text)
    return _content(text)


@lru_cache(maxsize=4_096)
def _content(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word not in _FUNCTION_WORDS)


def may_hold(text: str, phrase: str) -> bool:
    """Return False where ``phrase`` surely does not stand in ``text`` in any case: a look that costs little."""
    whole, part = in_small(text), in_small(phrase)
    return whole is None or part is None or part in whole


@lru_cache(maxsize=1_024)
def _anywhere(phrase: str) -> re.Pattern[str]:
    return re.compile(re.escape(phrase), re.IGNORECASE)


def similarity(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the Dice coefficient of two sets of stems, 0 to 1; 0 when either is empty (Dice, 1945)."""
    return 0.0 if a.isdisjoint(b) else 2 * len(a & b) / (len(a) + len(b))


@lru_cache(maxsize=4_096)
def normalised(text: str) -> str:
    """Return ``text`` as it is compared for equality: words and figures in lower case, nothing else."""
    return " ".join(_LETTERS_AND_FIGURES.findall(text.lower()))


class Comparable(Protocol):
    """What two questions are compared by."""

    @property
    def normal(self) -> str:
        """Its text as it is compared for equality."""
        ...

    @property
    def essence(self) -> frozenset[str]:
        """Stems that carry meaning."""
        ...

    @property
    def about(self) -> tuple[str, ...]:
        """References of what it is about; empty where nobody knows."""
        ...


class Gist(NamedTuple):
    """A question of which nothing but its words is known."""

    normal: str
    essence: frozenset[str]
    about: tuple[str, ...] = ()


def same(a: Comparable, b: Comparable) -> bool:
    """Say whether two questions ask the same: in equal words, or alike, and more so where both are about other things."""
    if a.normal == b.normal:
        return True
    alike = similarity(a.essence, b.essence)
    if alike < ALIKE:
        return False
    elsewhere = bool(a.about and b.about) and set(a.about).isdisjoint(b.about)
    return not elsewhere or alike >= ALIKE_ELSEWHERE
