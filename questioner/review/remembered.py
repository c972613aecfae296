"""What was worked out for a word is kept for the next text that holds it."""

from collections.abc import Callable
from typing import TypeVar

KNOWN_WORDS = 1 << 14
"""Words remembered from text to text: about what a language has in daily use."""

Told = TypeVar("Told")


def remembered(tell: Callable[[str], Told]) -> Callable[[str], Told]:
    """Ask ``tell`` once for each word; beyond ``KNOWN_WORDS`` all is forgotten and begun anew.

    A dictionary, and not ``functools.lru_cache``, which puts each word that is met again at the end of a chain: most
    words of a text are known, and that chain costs more than what is looked up.
    """
    return Remembered(tell).__getitem__


class Remembered(dict[str, Told]):
    """What ``remembered`` keeps."""

    def __init__(self, tell: Callable[[str], Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> Told:
        if len(self) >= KNOWN_WORDS:
            self.clear()
        told = self[word] = self._tell(word)
        return told
