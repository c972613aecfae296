"""Weighing: what the words of a question and the rules' findings tell together, by weights learnt from labelled questions.

Patterns end where the fault lies in what a word means: "what has your hesitation about the price cost the goal?" takes
for granted what "what has your note about the price done to the goal?" may know. So turns of words have weights for each fault, learnt from
questions that were labelled by the guide in the card of ``evals/reviewer``. They add up to a probability (multinomial
logistic regression), which does two things: it finds the fault in words that no rule knows, and it lets a rule only
warn where everything else speaks for the question.

The weights are data (``weights.json``). ``tools/train.py`` writes them and tells how they are learnt.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from math import exp
from pathlib import Path
from typing import NamedTuple

import Stemmer

from questioner.review.reading import Clause, Reading, Span
from questioner.review.rules import Rule
from questioner.session import Label, Severity

WEIGHTS = Path(__file__).with_name("weights.json")

FOUND = 0.7
"""Probability of a fault from which a question is rejected that no rule rejects."""
DOUBTED = 0.3
"""Probability of a fault below which a rule's finding only warns, where the fault lies in what words mean."""

LABELS = (
    Label.ADVICE,
    Label.LEADING,
    Label.CLOSED,
    Label.STACKED,
    Label.STATUS,
    Label.BLAME,
    Label.NOT_A_QUESTION,
)
"""The faults that have weights, in the order of the weights."""
IN_GRAMMAR = frozenset({Label.CLOSED, Label.NOT_A_QUESTION})
"""Faults that no choice of words makes up for."""
IN_MEANING = frozenset(LABELS) - IN_GRAMMAR
"""Faults that lie in what words mean, so that the words around them may speak against a rule."""

_TOKEN = re.compile(r"[a-z]+(?:[-'][a-z]+)*|\d[\d.,%]*|[?!.,:;–—]")
_CAPITAL = re.compile(r"[A-Z](?<=[^\s.?!:…] .)")
"""A capital inside a sentence begins a name."""
_STEM = Stemmer.Stemmer("english")
_NAME, _PLAIN = "@name", "+"
_QUOTED = "x"
"""What a quotation's mask of x's counts as, however long it is."""
_KNOWN_WORDS = 1 << 14
"""Words remembered from text to text."""
_ENDINGS = ("ing", "ed", "ly", "'s")
_OPENINGS = (2, 3, 4)
"""So many words at the beginning of what is asked count together."""
_MAX_COUNT = 3
"""Clauses and sentences are told apart up to this number."""
_WORDS_A_STEP = 6
_MAX_STEPS = 6


Kind = Callable[[str], str]
"""What a word is to the weights: a function word itself, of others the class (``@fault``), else the ending alone."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt."""

    kind: Kind
    rows: dict[str, list[int]]
    """For each sign its weight for each of ``LABELS``, that for a good question being 0."""
    sign: Callable[[str], int]
    """The same, ``packed``; one text needs few of them."""
    base: int
    """The weights of a text without any sign."""
    scale: int
    """So many make a weight of 1."""


class Weighed(NamedTuple):
    """What came out for one text."""

    fault: float
    """Probability that the question is at fault, 0 to 1."""
    label: Label
    """The likeliest fault."""


@cache
def weights() -> Weights:
    """Return the weights, read once."""
    table = json.loads(WEIGHTS.read_text("utf-8"))
    rows: dict[str, list[int]] = table["signs"]
    sign = cache(lambda name: packed(rows[name]))
    return Weights(kinds_of(table["classes"]), rows, sign, packed(table["base"]), table["scale"])


def packed(row: Sequence[int]) -> int:
    """Return one number that holds a weight for each of ``LABELS``, so that one addition adds all of them."""
    return sum(weight << (_BITS * at) for at, weight in enumerate(row))


def unpacked(number: int) -> list[int]:
    """Return the weights, or sums of weights, that ``number`` holds; each must lie within ±2**23."""
    row = []
    for _ in LABELS:
        weight = ((number + _HALF) & _LANE) - _HALF
        row.append(weight)
        number = (number - weight) >> _BITS
    return row


_BITS = 24
_HALF, _LANE = 1 << (_BITS - 1), (1 << _BITS) - 1


def kinds_of(classes: Mapping[str, str]) -> Kind:
    """Return what tells the kind of a word by ``classes``, which lists the words of each; those of ``function`` are kinds."""
    kinds = {word: f"@{name}" for name, listed in classes.items() for word in listed.split()}
    kinds |= {word: word for word in classes["function"].split()}

    @lru_cache(_KNOWN_WORDS)
    def kind(word: str) -> str:
        if word in kinds:
            return kinds[word]
        if not word[0].isalpha():
            return "#" if word[0].isdigit() else word
        part = next((kinds[part] for part in word.split("-") if part in kinds), "")
        return part if part.startswith("@") else next((f"+{end}" for end in _ENDINGS if word.endswith(end)), _PLAIN)

    return kind


def told(broken: Iterable[Rule]) -> frozenset[str]:
    """Return what the weights know of the rules that a text breaks: their labels, and whether one rejects."""
    on_wording = [rule for rule in broken if rule.label in LABELS]
    names = {f"found {rule.label}" for rule in on_wording}
    rejected = any(rule.severity is Severity.REJECT for rule in on_wording)
    return frozenset(names | {REJECTED} if rejected else names)


REJECTED = "rejected"


def weigh(reading: Reading, findings: frozenset[str]) -> Weighed:
    """Add up what the words of a text and ``findings``, as ``told``, weigh."""
    known = weights()
    found = names(reading, known.kind)
    found |= findings
    weighty = known.rows.keys() & found
    total = unpacked(known.base + sum(map(known.sign, weighty)))
    odds = [exp(min(weight / known.scale, _MOST)) for weight in total]
    return Weighed(sum(odds) / (1 + sum(odds)), LABELS[odds.index(max(odds))])


_MOST = 30.0  # beyond it the probability is 1 to the last digit, and far beyond it the exponential overflows


def heaviest(reading: Reading, label: Label) -> Span:
    """Return the stretch of words that speaks most for ``label``: the run with the greatest sum of weights."""
    known, column = weights(), LABELS.index(label)
    words = _Words(reading, known.kind)
    spans = words.spans()
    worth = [0.0] * len(spans)
    for size, turns in words.turns():
        for at, name in enumerate(turns, -1):  # the edge of the text is no word of it
            if name in known.rows:
                weight = known.rows[name][column] / size
                for word in range(max(0, at), min(len(worth), at + size)):
                    worth[word] += weight
    first, last = _greatest_run(worth)
    return Span(spans[first].start, spans[last - 1].end) if worth else Span(0, len(reading.text))


def _greatest_run(worth: Sequence[float]) -> tuple[int, int]:
    """Return the run of neighbours with the greatest sum (Kadane), its end not included."""
    best, run = (0.0, 0, 1), (0.0, 0)
    for at, own in enumerate(worth):
        run = max((run[0] + own, run[1]), (own, at))
        best = max(best, (run[0], run[1], at + 1))
    return best[1], best[2]


def names(reading: Reading, kind: Kind) -> set[str]:
    """Return the names of all signs of a text, whether they have a weight or not.

    These are single words and pairs, by their kinds and by their stems; of what is asked its form, the
    words that open it, and every kind of word after its first; and how many clauses, sentences and words there are.
    """
    words = _Words(reading, kind)
    asked, opener = words.asked(reading.clauses[0]), reading.clauses[0].opener
    turns = (turns for _, turns in words.turns())
    opening = [f"opens {' '.join(asked[:size])}" for size in _OPENINGS]
    return {
        *chain.from_iterable(turns),
        *map(f"{opener} … ".__add__, asked[1:]),
        *opening,
        *_whole(reading, len(words.kinds)),
    }


class _Words:
    """The words, figures and marks of a text, as the weights see them."""

    def __init__(self, reading: Reading, kind: Kind) -> None:
        self._masked = reading.masked
        words = [word if word.strip(_QUOTED) else _QUOTED for word in _TOKEN.findall(reading.masked)]
        self.stems = [*map(_stem, words)]
        self.kinds = [*map(kind, words)]
        for hit in _CAPITAL.finditer(reading.text):
            at = self._before(hit.start())
            if self._before(hit.end()) > at and self.kinds[at].startswith(_PLAIN):
                self.kinds[at] = _NAME

    def _before(self, place: int) -> int:
        """How many words begin before ``place``."""
        return len(_TOKEN.findall(self._masked, 0, place)) if place else 0

    def asked(self, clause: Clause) -> list[str]:
        """Return the kinds of the words of what is asked."""
        end = len(self.kinds) if clause.end == len(self._masked) else self._before(clause.end)
        return self.kinds[self._before(clause.start) : end]

    def turns(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the sizes of turns of words, each with all turns of that size, edges of the text as words of their own."""
        for framed in (["^", *self.kinds, "$"], ["=^", *self.stems, "=$"]):
            yield 1, framed
            yield 2, [*map(" ".join, pairwise(framed))]

    def spans(self) -> list[Span]:
        """Return where the words stand."""
        return [Span(*token.span()) for token in _TOKEN.finditer(self._masked)]


@lru_cache(_KNOWN_WORDS)
def _stem(word: str) -> str:
    return f"={_STEM.stemWord(word)}"


def _whole(reading: Reading, length: int) -> Iterator[str]:
    clause = reading.clauses[0]
    yield f"form {clause.form}"
    yield f"preface {clause.preface.end > clause.preface.start}"
    yield f"clauses {min(_MAX_COUNT, len(reading.clauses))}"
    yield f"sentences {min(_MAX_COUNT, len(reading.sentences))}"
    yield f"length {min(_MAX_STEPS, length // _WORDS_A_STEP)}"
