"""Which expressions may fit a text, told from its words alone.

Nearly every text holds none of the words that nearly every expression needs. So the words an expression cannot do
without are worked out from the expression itself, and a text is searched only for those whose words it has. The
method is that of the prefilter in RE2 (Cox, "Regular Expression Matching with a Trigram Index"), with words in the
place of trigrams.

What is needed is a list of sets of pieces: of every set, one piece stands in each text that the expression fits. A
piece is one of these:

- a stretch of letters, figures and underscores, with an edge (``~``) where a word begins or ends: ``~if~`` is the word
  if, ``~struggl`` the beginning of struggled; every figure reads as 0;
- two words with nothing between them that belongs to a word: ``what if``;
- a sign, such as a bracket, or the mark of a class of words (see ``rules.marking``).
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import chain, pairwise
from math import fsum
from operator import or_
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from questioner.review.remembered import remembered

TABLE = Path(__file__).with_name("needs.json")
"""Written by ``tools/needs.py``."""

Strings = frozenset[str]
Needs = Sequence[Sequence[str]]
"""Of each set, one piece stands in every text that fits."""

_EDGE = "~"
_MANY = 24
"""Strings that are spelled out for one stretch of an expression; more of them tell little and cost time."""
_RANKS = 4
"""Pieces of one string that are asked for at most."""
ROWS = 5
"""Sets that are kept for an expression at most."""
_FEW = 0.0001
"""Share of the texts from which on no further set is kept (h)."""
OPENS = "OPENS"
"""Stands, in capitals as no word of a text does, before the first word of each clause; and before an expression that fits
there only."""
_OPENED = f"{_EDGE}{OPENS}{_EDGE}"
_SHARES = {
    0.9: OPENS,
    0.8: "the ?",
    0.5: "what you ,",
    0.25: "to a in of would do .",
    0.15: "on how it for that and about is your",
    0.08: "which s from does if with at did why this have be t goal two - :",
    0.04: "has one are where who by was when we new say want as out i see first like so up week could tell team people three"
    " will or us before them all ;",
}
"""The words and signs most often met in questions, by the share of the questions that hold each (dev half)."""
_SHARE = {piece: share for share, listed in _SHARES.items() for piece in listed.split()}
_SELDOM = 0.002
"""Share of the questions that hold any other word."""
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
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d")
_SIGN = re.compile(r"[^\w\s']")
"""An apostrophe is no sign, only an edge: it stands in too many words."""


class _Part(NamedTuple):
    """What is known of a part of an expression."""

    spelled: Strings | None
    """All that it can match, with any run of other characters as one edge; None where that is too much."""
    needs: tuple[Strings, ...] = ()
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
    return derived(expression) if kept is None else kept


@cache
def _table() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = json.loads(TABLE.read_text("utf-8"))
    return found


def key(expression: str) -> str:
    """The name of an expression in the table."""
    return f"{crc32(expression.encode()):08x}-{len(expression)}"


def derived(expression: str) -> list[list[str]]:
    """Work out the pieces that no text does without that ``expression`` fits, the rarest set of them first.

    Raises:
        ValueError: when the expression uses what is not read here, such as a back reference or a flag.
    """
    tokens = [*_TOKEN.finditer(expression.removeprefix(OPENS))][::-1]
    found = _needed(_choice(tokens, frozenset({_OPENED}) if expression.startswith(OPENS) else _EMPTY))
    if tokens:
        raise ValueError(f"a bracket too many in {expression!r}")
    return [sorted(pieces) for pieces in _telling(found)]


def _telling(found: Iterable[Strings]) -> Iterator[Strings]:
    """Yield the rarest sets until next to no text has a piece of each, without those that another one says already."""
    told: list[Strings] = []
    passing = 1.0
    for pieces in sorted(
        {pieces for pieces in found if _OPENED not in pieces}, key=lambda pieces: (_share(pieces), sorted(pieces))
    ):
        if len(told) == ROWS or passing < _FEW:
            return
        if not any(_says(other, pieces) for other in told):
            yield pieces
            told.append(pieces)
            passing *= min(1.0, _share(pieces))


def _says(one: Strings, other: Strings) -> bool:
    """Whether a text with a piece of ``one`` is sure to have a piece of ``other``."""
    return all(any(part.strip(_EDGE) in piece.split() or part in piece for part in other) for piece in one)


def _needed(part: _Part) -> tuple[Strings, ...]:
    return part.needs if part.spelled is None else part.needs + _pieces_of(part.spelled)


def _share(pieces: Strings) -> float:
    """Roughly the share of the texts that hold one of ``pieces``."""
    return fsum(map(_share_of, pieces))  # the same in whatever order


@cache
def _share_of(piece: str) -> float:
    if " " in piece:
        one, other = piece.split(" ")
        return _share_of(one) * _share_of(other)
    return _SHARE.get(piece.strip(_EDGE)) or max(_SELDOM, 2.0 ** -len(piece))


@cache
def _pieces_of(strings: Strings) -> tuple[Strings, ...]:
    """Sets of one piece from each string: the rarest of each, then the next, and so on; none where one has no piece."""
    return _ranked([_pieces(string) for string in strings])


def _ranked(alternatives: Sequence[Sequence[Strings]]) -> tuple[Strings, ...]:
    """Of alternatives, each with its sets of pieces, the first sets put together, then the next, and so on."""
    if not all(alternatives):
        return ()
    ranks = min(_RANKS, max(map(len, alternatives)))
    return tuple(frozenset().union(*(sets[min(rank, len(sets) - 1)] for sets in alternatives)) for rank in range(ranks))


@cache
def _pieces(string: str) -> list[Strings]:
    """The words in ``string``, each with the edges that are known of it, the pairs of them, and the signs; the rarest first."""
    parts = string.split(_EDGE)
    signs = {part for part in parts if part and not _WORD.match(part)}
    last = len(parts) - 1
    words = [
        _EDGE * (at > 0) + part + _EDGE * (at < last) for at, part in enumerate(parts) if part and part not in signs
    ]
    pairs = {
        f"{one.strip(_EDGE)} {other.strip(_EDGE)}" for one, other in pairwise(words) if _whole(one) and _whole(other)
    }
    return [
        frozenset({piece}) for piece in sorted({*words, *pairs, *signs}, key=lambda piece: (_share_of(piece), piece))
    ]


def _whole(word: str) -> bool:
    """Whether both edges of a word are known, and all its letters: a figure stands for any."""
    return word[0] == word[-1] == _EDGE and "0" not in word


def _choice(tokens: list[re.Match[str]], start: Strings) -> _Part:
    """Read alternatives up to the bracket that closes them, or to the end, all of which begin at ``start``."""
    parts = [_sequence(tokens, start)]
    while tokens and tokens[-1][0] == "|":
        tokens.pop()
        parts.append(_sequence(tokens, start))
    return parts[0] if len(parts) == 1 else _either(parts)


def _either(parts: list[_Part]) -> _Part:
    spelled = [part.spelled for part in parts if part.spelled is not None and not part.needs]
    if len(spelled) == len(parts) <= _MANY:
        return _Part(frozenset().union(*spelled))
    return _Part(None, _ranked([sorted(_needed(part), key=_share) for part in parts]))


def _sequence(tokens: list[re.Match[str]], run: Strings) -> _Part:
    """Read parts one after the other, spelled out together with ``run`` as far as their number allows."""
    beside: tuple[Strings, ...] = ()
    found: tuple[Strings, ...] = ()
    whole = True
    if len(tokens) > 1 and tokens[-1].lastgroup == "letters" and tokens[-2][0] in _ENDS:
        return _Part(
            _joined(run, _single(tokens.pop()[0]).spelled)
        )  # as below, only sooner: most alternatives are one word
    while tokens and tokens[-1][0] not in _ENDS:
        part = _part(tokens, _AT_EDGE if _ends_at_edge(run) else _EMPTY)
        beside += part.needs
        longer = _joined(run, part.spelled)
        if longer is None:
            whole = False
            found += _pieces_of(run)
            longer = _joined(_last_words(run), part.spelled) or part.spelled or _EMPTY
        run = longer
    return _Part(run, beside) if whole else _Part(None, beside + found + _pieces_of(run))


def _ends_at_edge(strings: Strings) -> bool:
    return all(string.endswith(_EDGE) for string in strings)


def _last_words(strings: Strings) -> Strings:
    """The words that ``strings`` end in, to be paired with what follows; nothing where one of them ends amid a word."""
    if not _ends_at_edge(strings):
        return _EMPTY
    return frozenset("".join(string[:-1].rpartition(_EDGE)[1:]) + _EDGE for string in strings)


def _joined(before: Strings | None, after: Strings | None) -> Strings | None:
    """Every string of one followed by every string of the other; None where these are too many."""
    if before is None or after is None or len(before) * len(after) > _MANY:
        return None
    if _EMPTY in (after, before):
        return before if after == _EMPTY else after
    return frozenset([(one + other).replace(_EDGE * 2, _EDGE) for one in before for other in after])


def _part(tokens: list[re.Match[str]], start: Strings) -> _Part:
    token = tokens.pop()
    part = _bracket(tokens, token[0], start) if token.lastgroup == "open" else _single(token[0])
    if not tokens or tokens[-1].lastgroup != "times":
        return part
    return _repeated(part, tokens.pop()[0])


def _bracket(tokens: list[re.Match[str]], opened: str, start: Strings) -> _Part:
    inner = _choice(tokens, start)
    if not tokens:
        raise ValueError("a bracket is not closed")
    tokens.pop()
    if opened.endswith("!"):
        return _Part(_EMPTY)
    return _Part(_EMPTY, _needed(inner)) if opened.endswith("=") else inner


def _repeated(part: _Part, times: str) -> _Part:
    optional = times[0] in "*?" or times.startswith(("{0", "{,"))
    if optional and part.spelled is not None and len(part.spelled) == 1 and not any(map(_WORD.search, part.spelled)):
        part = _Part(_AT_EDGE)  # a sign that may be missing
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
    if None in members:
        return None
    strings = frozenset().union(*(member or () for member in members))
    return frozenset(string if _WORD.search(string) or string.strip(_EDGE) in _MARKS else _EDGE for string in strings)


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
    else:
        sign = sign[-1] if sign[0] == "\\" else sign
    if _WORD.match(sign):
        return frozenset({_FIGURE.sub("0", sign)})
    return frozenset({_EDGE + sign + _EDGE}) if sign in _MARKS or _SIGN.match(sign) else _AT_EDGE


class _Known(NamedTuple):
    """What a token, which is what stands between two blanks of a text, tells."""

    met: int
    """The sets that hold a piece of it."""
    first: str
    """Its first word; empty where it holds none."""
    after: Mapping[str, int]
    """The sets that hold its last word with another one after it, by that other one."""


class Sieve:
    """Sets of needs side by side, in the bits of one number: a column for each of them, a row for each of its sets."""

    def __init__(self, columns: Sequence[Needs], sights: Iterable[Callable[[str], str]]) -> None:
        """Take the needs in the order of their numbers, and what puts marks before words."""
        self._sights = frozenset(sights)
        self._width = len(columns)
        self._places = defaultdict[str, list[int]](list)
        """Of every piece, the bits of the sets it stands in."""
        given: list[int] = []
        for column, sets in enumerate(columns):
            bits = range(column, ROWS * self._width, self._width)
            given.extend(bits[len(sets) :])
            for bit, pieces in zip(bits, sets, strict=False):
                for piece in pieces:
                    self._places[piece].append(bit)
        self._given = _number(given)
        """What every text has: rows beyond the last set of a column."""
        self._seconds = defaultdict[str, list[str]](list)
        """The second words of pairs by their first."""
        for pair in [piece for piece in self._places if " " in piece]:
            one, other = pair.split(" ")
            self._seconds[one].append(other)
        self._signs = [piece for piece in self._places if len(piece) == 1 and _SIGN.match(piece)]
        self._longest = max([len(piece) for piece in self._places if " " not in piece], default=0)
        self._known = remembered(self._look_up)
        self._word = remembered(self._look_up_word)
        self._met = remembered(self._number_of)

    def passing(self, tokens: Iterable[str], traits: Iterable[str] = ()) -> Iterator[int]:
        """Yield the number of every column whose needs are met by the words of a text and by ``traits``, in no order.

        Args:
            tokens: what stands between the blanks of the text, in lower case.
            traits: pieces that the text has beside those of its words.
        """
        met = reduce(or_, map(self._met, traits), self._given)
        after: Mapping[str, int] = {}
        for own, first, following in map(self._known, tokens):
            met |= own
            if first:
                if first in after:
                    met |= after[first]
                after = following
        passed = met & ((1 << self._width) - 1)
        for _ in range(1, ROWS):
            met >>= self._width
            passed &= met
        while passed:
            last = passed.bit_length() - 1
            yield last
            passed ^= 1 << last

    def _look_up(self, token: str) -> _Known:
        words: list[str] = _WORD.findall(token)
        pairs = map(" ".join, pairwise(words))
        beside = self._number_of(*filter(token.__contains__, self._signs), *pairs)
        met = reduce(or_, [self._word(word)[0] for word in words], beside)
        return _Known(met, words[0], self._word(words[-1])[1]) if words else _Known(met, "", {})

    def _look_up_word(self, word: str) -> tuple[int, Mapping[str, int]]:
        """The sets that hold a piece of a word, and by the word after it those that hold the pair."""
        pairs = {other: self._met(f"{word} {other}") for other in self._seconds.get(word, ())}
        return self._number_of(*self._pieces(word)), pairs

    def _number_of(self, *pieces: str) -> int:
        """The sets that hold one of ``pieces``."""
        return _number(chain.from_iterable([self._places.get(piece, ()) for piece in pieces]))

    def _pieces(self, word: str) -> set[str]:
        """All pieces of ``word`` that some set holds."""
        whole = f"{_EDGE}{_FIGURE.sub('0', word)}{_EDGE}"
        ends = range(1, len(whole) + 1)
        found = {whole[start:end] for end in ends for start in range(max(0, end - self._longest), end)}
        found.update([sight(f" {word}")[0] for sight in self._sights])
        return found & self._places.keys()


def _number(bits: Iterable[int]) -> int:
    return reduce(or_, map((1).__lshift__, bits), 0)
