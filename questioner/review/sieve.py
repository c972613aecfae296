"""Which expressions may fit a text, told from its words alone.

Nearly every text holds none of the words that nearly every expression needs. So the words an expression cannot do
without are worked out from the expression itself, and a text is searched only for those whose words it has. The
method is that of the prefilter in RE2 (Cox, "Regular Expression Matching with a Trigram Index"), with words in the
place of trigrams.

What is needed is a list of sets of pieces: of every set, one piece stands in each text that the expression fits. A
piece is a stretch of letters, figures and underscores, with an edge (``~``) where a word begins or ends: ``~if~`` is the
word if, ``~struggl`` the beginning of struggled. Every figure reads as 0. A mark of a class of words (see
``rules.marking``) is a piece by itself.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, reduce
from math import fsum
from operator import or_
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

TABLE = Path(__file__).with_name("needs.json")
"""Written by ``tools/needs.py``."""

Needs = tuple[frozenset[str], ...]
"""Of each set, one piece stands in every text that fits."""

_EDGE = "~"
_MANY = 64
"""Strings that are spelled out for one stretch of an expression; more of them tell little and cost time."""
_RANKS = 3
"""Words of one string that are asked for at most."""
ROWS = 5
"""Sets that are kept for an expression, the most telling ones."""
_KNOWN_WORDS = 1 << 13
"""Words remembered from text to text: about what a language has in daily use."""
_COMMON = frozenset(
    "what how why which who when where you your we they team the this that a an it is are was were do does did has have "
    "had can could will would might if with from about and for in of on to not there people".split()
)
_TOKEN = re.compile(
    r"(?P<set>\[\^?(?:\\.|[^\]\\])+\])|(?P<open>\((?:\?(?:P<\w+>|:|<?[=!]))?)|(?P<times>[*+?]\??|\{\d*,?\d*\}\??)"
    r"|(?P<sign>\\s\+|\\x[0-9a-f]{2}|\\.|[^\w\\])|(?P<letters>\w+(?![*+?{])|\w)"
)
_IN_SET = re.compile(r"\\x[0-9a-f]{2}|\\.|.", re.DOTALL)
_EDGES = frozenset(r"\b \s \s+ \W \A \Z ^ $".split())
_ANYTHING = frozenset(r"\w \S \D \B .".split())
_IN_SET_PLAIN = frozenset(".^$()|*+?{}[")
_UNREAD = frozenset("*+?{}()[]|")
_MARKS = frozenset("\x1c\x1d\x1e\x1f")
_WORDS = re.compile(r"\w+")
_FIGURE = re.compile(r"\d")


Strings = frozenset[str]


class _Part(NamedTuple):
    """What is known of a part of an expression."""

    spelled: Strings | None
    """All that it can match, with any run of other characters as one edge; None where that is too much."""
    needs: Needs = ()
    """What it needs beside the words of ``spelled``."""


_UNKNOWN = _Part(None)
_EMPTY = frozenset({""})
_AT_EDGE = frozenset({_EDGE})
_ENDS = frozenset("|)")


def needs(expression: str) -> Needs:
    """Return what ``derived`` gives, from the table kept beside this module where that holds the expression.

    Working it out for all rules takes longer than everything else at the start. An expression that is not in the table,
    or was changed since it was written (``make format``), costs that time and nothing else.
    """
    kept = _table().get(key(expression))
    return derived(expression) if kept is None else tuple(map(frozenset, kept))


@cache
def _table() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = json.loads(TABLE.read_text("utf-8"))
    return found


def key(expression: str) -> str:
    """The name of an expression in the table."""
    return f"{crc32(expression.encode()):08x}-{len(expression)}"


def derived(expression: str) -> Needs:
    """Work out the pieces that no text does without that ``expression`` fits, the rarest first.

    Raises:
        ValueError: when the expression uses what is not read here, such as a back reference or a flag.
    """
    tokens = [*_TOKEN.finditer(expression)][::-1]
    found = _needed(_choice(tokens))
    if tokens:
        raise ValueError(f"a bracket too many in {expression!r}")
    return tuple(sorted(set(found), key=lambda pieces: (_weight(pieces), sorted(pieces)))[:ROWS])


def _needed(part: _Part) -> Needs:
    return part.needs if part.spelled is None else part.needs + _words_of(part.spelled)


def _weight(pieces: Strings) -> float:
    """Roughly how often one of ``pieces`` is met."""
    return fsum(map(_commonness, pieces))  # the same in whatever order


@cache
def _commonness(piece: str) -> float:
    """Roughly how often ``piece`` is met: a letter more makes it three times rarer."""
    return 1.0 if piece.strip(_EDGE) in _COMMON else 3.0 ** -len(piece)


@cache
def _words_of(strings: Strings) -> Needs:
    """Sets of one piece from each string: the rarest of each, then the next, and the next; none where one has no piece."""
    ranked = [_pieces(string) for string in strings]
    if not all(ranked):
        return ()
    return tuple(frozenset(pieces[min(rank, len(pieces) - 1)] for pieces in ranked) for rank in range(_RANKS))


@cache
def _pieces(string: str) -> list[str]:
    """The words in ``string``, each with the edges that are known of it, the rarest first."""
    words = string.split(_EDGE)
    last = len(words) - 1
    pieces = [
        word if word.isspace() else _EDGE * (at > 0) + word + _EDGE * (at < last)
        for at, word in enumerate(words)
        if word
    ]
    return sorted(pieces, key=_commonness)


def _choice(tokens: list[re.Match[str]]) -> _Part:
    """Read alternatives up to the bracket that closes them, or to the end."""
    parts = [_sequence(tokens)]
    while tokens and tokens[-1][0] == "|":
        tokens.pop()
        parts.append(_sequence(tokens))
    return parts[0] if len(parts) == 1 else _either(parts)


def _either(parts: list[_Part]) -> _Part:
    spelled = [part.spelled for part in parts if part.spelled is not None]
    if len(spelled) == len(parts) <= _MANY and not any(part.needs for part in parts):
        return _Part(frozenset().union(*spelled))
    needed = [_needed(part) for part in parts]
    if not all(needed):
        return _UNKNOWN
    return _Part(None, (frozenset().union(*(min(sets, key=_weight) for sets in needed)),))


def _sequence(tokens: list[re.Match[str]]) -> _Part:
    """Read parts one after the other; each word is settled as soon as its edge is reached."""
    if len(tokens) > 1 and tokens[-1].lastgroup == "letters" and tokens[-2][0] in _ENDS:
        return _single(tokens.pop()[0])  # as below, only sooner: most alternatives are one word
    beside: Needs = ()
    found: Needs = ()
    whole: Strings | None = _EMPTY
    run = _EMPTY
    while tokens and tokens[-1][0] not in _ENDS:
        part = _part(tokens)
        beside += part.needs
        longer = _joined(run, part.spelled)
        whole = longer if whole is run else _joined(whole, part.spelled)
        if longer is None:
            found += _words_of(run)
        run = (part.spelled or _EMPTY) if longer is None else longer
        if run != _AT_EDGE and all(string.endswith(_EDGE) for string in run):
            found += _words_of(run)
            run = _AT_EDGE
    return _Part(None, beside + found + _words_of(run)) if whole is None else _Part(whole, beside)


def _joined(before: Strings | None, after: Strings | None) -> Strings | None:
    """Every string of one followed by every string of the other; None where these are too many."""
    if before is None or after is None or len(before) * len(after) > _MANY:
        return None
    if _EMPTY in (after, before):
        return before if after == _EMPTY else after
    return frozenset([(one + other).replace(_EDGE * 2, _EDGE) for one in before for other in after])


def _part(tokens: list[re.Match[str]]) -> _Part:
    token = tokens.pop()
    part = _bracket(tokens, token[0]) if token.lastgroup == "open" else _single(token[0])
    if not tokens or tokens[-1].lastgroup != "times":
        return part
    return _repeated(part, tokens.pop()[0])


def _bracket(tokens: list[re.Match[str]], opened: str) -> _Part:
    inner = _choice(tokens)
    if not tokens:
        raise ValueError("a bracket is not closed")
    tokens.pop()
    if opened.endswith("!"):
        return _Part(_EMPTY)
    return _Part(_EMPTY, _needed(inner)) if opened.endswith("=") else inner


def _repeated(part: _Part, times: str) -> _Part:
    optional = times[0] in "*?" or times.startswith(("{0", "{,"))
    if part.spelled is not None and (times[0] == "?" or part.spelled == _AT_EDGE):
        return _Part(part.spelled | _EMPTY) if optional else part
    return _UNKNOWN if optional else _Part(None, _needed(part))


@cache
def _single(token: str) -> _Part:
    """Read a token that stands for itself or for one character."""
    return _Part(_of_set(token[1:-1]) if token[0] == "[" and len(token) > 1 else _of_sign(token))


def _of_set(inside: str) -> Strings | None:
    signs = _IN_SET.findall(inside)
    if signs[0] == "^" or "-" in signs[1:-1]:
        return None
    members = [_of_sign(sign if sign not in _IN_SET_PLAIN else f"\\{sign}") for sign in signs]
    return None if None in members else frozenset().union(*(member or () for member in members))


def _of_sign(sign: str) -> Strings | None:
    if sign in _ANYTHING:
        return None
    if sign in _EDGES:
        return _AT_EDGE
    if sign == r"\d":
        return frozenset({"0"})
    if sign.startswith("\\x"):
        sign = chr(int(sign.removeprefix("\\x"), 16))
    elif sign in _UNREAD or (sign[0] == "\\" and sign[1].isalnum()):
        raise ValueError(f"{sign!r} is not read here")
    if sign in _MARKS:
        return frozenset({_EDGE + sign + _EDGE})
    return frozenset({_FIGURE.sub("0", sign)}) if _WORDS.match(sign) else _AT_EDGE


class Sieve:
    """Sets of needs side by side, in the bits of one number: a column for each of them, a row for each of its sets."""

    def __init__(self, columns: Sequence[Needs], sights: Iterable[Callable[[str], str]]) -> None:
        """Take the needs in the order of their numbers, and what puts marks before words."""
        self._sights = frozenset(sights)
        self._width = len(columns)
        self._always = tuple(column for column, sets in enumerate(columns) if not sets)
        self._given = 0
        """Bits that every text has: rows beyond the last set of a column."""
        self._rows = defaultdict[str, int](int)
        for column, sets in enumerate(columns):
            for row in range(ROWS if sets else 0):
                bit = 1 << (row * self._width + column)
                for piece in sets[row] if row < len(sets) else ():
                    self._rows[piece] |= bit
                self._given |= bit * (row >= len(sets))
        self._longest = max(map(len, self._rows), default=0)
        self._met = lru_cache(_KNOWN_WORDS)(self._look_up)

    def passing(self, text: str, *pieces: str) -> Iterator[int]:
        """Yield the number of every column whose needs are met by the words of ``text`` and by ``pieces``, in no order.

        Args:
            text: in lower case.
            pieces: what is known of the text beside its words.
        """
        yield from self._always
        met = reduce(or_, map(self._met, [*_WORDS.findall(text), *pieces]), self._given)
        passed = met & ((1 << self._width) - 1)
        for _ in range(1, ROWS):
            met >>= self._width
            passed &= met
        while passed:
            last = passed.bit_length() - 1
            yield last
            passed ^= 1 << last

    def _look_up(self, word: str) -> int:
        """The sets that hold a piece of ``word``."""
        whole = f"{_EDGE}{_FIGURE.sub('0', word)}{_EDGE}"
        size = len(whole)
        met = 0
        for sight in self._sights:
            met |= self._rows.get(sight(f" {word}")[0], 0)
        for start in range(size):
            for end in range(start + 1, min(size, start + self._longest) + 1):
                met |= self._rows.get(whole[start:end], 0)
        return met
