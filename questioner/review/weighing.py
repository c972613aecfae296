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
from functools import cache
from itertools import chain, islice, pairwise, repeat
from math import exp
from pathlib import Path
from sys import intern
from typing import NamedTuple

import Stemmer

from questioner.review.reading import Reading, Span
from questioner.review.remembered import remembered
from questioner.review.rules import Rule
from questioner.session import Label, Severity

WEIGHTS = Path(__file__).with_name("weights.json")

REJECTED_FROM = 0.65
"""Probability of a fault from which a question is rejected. Below it what a rule finds in the meaning of words only warns."""

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

_TOKEN = re.compile(r"[a-zA-Z]+(?:[-'][a-zA-Z]+)*|\d[\d.,%]*|[?!.,:;–—]")
_CAPITAL = re.compile(r"[A-Z](?<=[^\s.?!:…] .)")
"""A capital inside a sentence begins a name."""
_STEM = Stemmer.Stemmer("english")
_NAME, _PLAIN = "@name", "+"
_ASKED, _AROUND, _ANYWHERE = "asked ", "around ", ""
"""Sorts of single words; no word that stands first in a pair ends in a blank or is empty."""
_START, _END = "^", "$"
"""The edges of a text, as words of their own."""
_QUOTED, _MASK = "x", "xX"
"""What a quotation's mask of x's counts as, however long it is; what it is made of."""
_ENDINGS = ("ing", "ed", "ly", "'s")
_OPENINGS = (2, 3, 4)
"""So many words at the beginning of what is asked count together."""
_MAX_COUNT = 3
"""Clauses and sentences are told apart up to this number."""
_WORDS_A_STEP = 6
_MAX_STEPS = 6
BETWEEN = "\t"
"""Stands between the names of signs in the file of weights."""


Kind = Callable[[str], str]
"""What a word is to the weights: a function word itself, of others the class (``@fault``), else the ending alone."""
Sign = tuple[str, str]
"""What sort it is of, and its name; of a pair of words the first is the sort."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt."""

    kind: Kind
    signs: dict[Sign, int]
    """The weights of each sign for ``LABELS``, that for a good question being 0, ``packed``."""
    words: Mapping[str, Callable[[str], int]]
    """Those of all signs of a word, by its role."""
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
    words: "Words"
    """What was weighed."""


@cache
def weights() -> Weights:
    """Return the weights, read once."""
    table = json.loads(WEIGHTS.read_text("utf-8"))
    # Interned, a name is found again by being the same, without a look at its letters.
    signs = {
        (intern(sort), intern(name)): weight
        for sort, (names, digits) in table["signs"].items()
        for name, weight in zip(names.split(BETWEEN), read_numbers(digits), strict=True)
    }
    kind = kinds_of(table["classes"])

    def of(role: str) -> Callable[[str], int]:
        return remembered(lambda word: sum(signs.get(sign, 0) for sign in _of_word(word, role, kind)))

    words = {role: of(role) for role in (_ASKED, _AROUND)}
    return Weights(kind, signs, words, packed(table["base"]), table["scale"])


def packed(row: Sequence[int]) -> int:
    """Return one number that holds a weight for each of ``LABELS``, so that one addition adds all of them."""
    number = 0
    for weight in reversed(row):
        number = (number << _BITS) + weight
    return number


def written(rows: Iterable[Sequence[int]]) -> str:
    """Return rows of weights as one run of hexadecimal digits, which are read twice as fast as lists of numbers."""
    return "".join(f"{packed(row) + _LIFTED:0{_DIGITS}x}" for row in rows)


def read_numbers(digits: str) -> Iterator[int]:
    """Yield for each row that was ``written`` what ``packed`` makes of it."""
    for at in range(0, len(digits), _DIGITS):
        yield int(digits[at : at + _DIGITS], 16) - _LIFTED


def unpacked(number: int) -> list[int]:
    """Return the weights, or sums of weights, that ``number`` holds; each must lie within ±2**23."""
    lifted = number + _LIFTED
    return [(lifted >> place & _LANE) - _HALF for place in _PLACES]


def _column(number: int, at: int) -> int:
    return (number + _LIFTED >> _PLACES[at] & _LANE) - _HALF


_BITS = 24
_DIGITS = _BITS * len(LABELS) // 4
_HALF, _LANE = 1 << (_BITS - 1), (1 << _BITS) - 1
_PLACES = range(0, _BITS * len(LABELS), _BITS)
_LIFTED = packed([_HALF] * len(LABELS))
"""Added, no lane is below 0, so that none borrows from the next."""


def kinds_of(classes: Mapping[str, str]) -> Kind:
    """Return what tells the kind of a word by ``classes``, which lists the words of each; those of ``function`` are kinds."""
    kinds = {word: intern(f"@{name}") for name, listed in classes.items() for word in listed.split()}
    kinds |= {word: intern(word) for word in classes["function"].split()}

    @remembered
    def kind(word: str) -> str:
        if word[0].isupper():
            known = kind(word.lower())
            return _NAME if known.startswith(_PLAIN) else known
        if word in kinds:
            return kinds[word]
        if not word[0].isalpha():
            return "#" if word[0].isdigit() else word
        part = next((kinds[part] for part in word.split("-") if part in kinds), "")
        return part if part.startswith("@") else next((f"+{end}" for end in _ENDINGS if word.endswith(end)), _PLAIN)

    return kind


def told(broken: Iterable[Rule]) -> set[str]:
    """Return what the weights know of the rules that a text breaks: their labels, and whether one rejects."""
    on_wording = [rule for rule in broken if rule.label in LABELS]
    found: set[str] = {rule.label for rule in on_wording}
    return found | {REJECTED} if any(rule.severity is Severity.REJECT for rule in on_wording) else found


REJECTED = "rejected"


def weigh(reading: Reading, findings: Iterable[str]) -> Weighed:
    """Add up what the words of a text and ``findings``, as ``told``, weigh."""
    known = weights()
    words = _words(reading)
    total = known.base + sum(map(known.signs.get, _of_text(reading, words, findings, known.kind), repeat(0)))
    for role, spoken in words.roles():
        total += sum(map(known.words[role], spoken))
    odds = [exp(min(weight / known.scale, _MOST)) for weight in unpacked(total)]
    against = sum(odds)
    return Weighed(against / (1 + against), LABELS[odds.index(max(odds))], words)


_MOST = 30.0  # beyond it the probability is 1 to the last digit, and far beyond it the exponential overflows


def heaviest(reading: Reading, weighed: Weighed) -> Span:
    """Return the stretch of words that speaks most for the likeliest fault: the run with the greatest sum of weights."""
    known, words, place = weights(), weighed.words, LABELS.index(weighed.label)
    pairs = list(map(known.signs.get, pairwise(words.kinds(known.kind)), repeat(0)))
    own = chain.from_iterable(map(known.words[role], spoken) for role, spoken in words.parts())
    both = [2 * word + before + after for word, (before, after) in zip(own, pairwise(pairs), strict=True)]
    first, last = _greatest_run([_column(worth, place) for worth in both])
    tokens = [*islice(_TOKEN.finditer(reading.masked), first, last)]
    return Span(tokens[0].start(), tokens[-1].end()) if tokens else Span(0, len(reading.text))


def _greatest_run(worth: Sequence[float]) -> tuple[int, int]:
    """Return the run of neighbours with the greatest sum (Kadane), its end not included."""
    best, first, last = 0.0, 0, 1
    run, begun = 0.0, 0
    for at, own in enumerate(worth):
        if run <= 0:
            run, begun = 0.0, at
        run += own
        if run >= best:
            best, first, last = run, begun, at + 1
    return first, last


def signs_of(reading: Reading, findings: Iterable[str], kind: Kind) -> Iterator[Sign]:
    """Yield all signs of a text, whether they have a weight or not.

    These are single words by their kinds and by their stems, told apart by whether they stand in what is asked,
    and pairs by their kinds; of what is asked its form, the words that open it, and every kind of word after its first;
    how many clauses, sentences and words there are; and ``findings``, as ``told``.
    A pair counts as often as it occurs, a word once for each of its roles.
    """
    words = _words(reading)
    yield from _of_text(reading, words, findings, kind)
    for role, spoken in words.roles():
        for word in spoken:
            yield from _of_word(word, role, kind)


class Words(NamedTuple):
    """The words, figures and marks of a text, and which of them are those of the first clause that asks."""

    all: list[str]
    start: int
    end: int

    def parts(self) -> tuple[tuple[str, list[str]], ...]:
        """Return what stands before, in and after what is asked, each with the role of its words."""
        start, end = self.start, self.end
        return (_AROUND, self.all[:start]), (_ASKED, self.all[start:end]), (_AROUND, self.all[end:])

    def roles(self) -> tuple[tuple[str, set[str]], ...]:
        """Return the words in each role, each word once."""
        (_, before), (_, asked), (_, after) = self.parts()
        return (_ASKED, {*asked}), (_AROUND, {*before, *after})

    def kinds(self, kind: Kind) -> list[str]:
        """Return the kinds of the words, with the edges of the text as words of their own."""
        return [_START, *map(kind, self.all), _END]


def _words(reading: Reading) -> Words:
    clause, text = reading.clauses[0], _with_names(reading)
    before, asked, after = (
        _spoken(text[: clause.start]),
        _spoken(text[clause.start : clause.end]),
        _spoken(text[clause.end :]),
    )
    return Words([*before, *asked, *after], len(before), len(before) + len(asked))


def _spoken(text: str) -> list[str]:
    return [*chain.from_iterable(map(_in_token, text.split()))]


@remembered
def _in_token(token: str) -> tuple[str, ...]:
    """The words, figures and marks of what stands between two blanks."""
    return tuple([word if word.strip(_MASK) else _QUOTED for word in _TOKEN.findall(token)])


def _of_word(word: str, role: str, kind: Kind) -> tuple[Sign, ...]:
    stem = f"={_STEM.stemWord(word.lower())}"
    return (role, kind(word)), (role, stem), (_ANYWHERE, stem)


def _of_text(reading: Reading, words: Words, findings: Iterable[str], kind: Kind) -> Iterator[Sign]:
    kinds = words.kinds(kind)
    asked = kinds[words.start + 1 : words.end + 1]
    return chain(
        pairwise(kinds),
        zip(repeat(f"{reading.clauses[0].opener} …"), {*asked[1:]}, strict=False),
        zip(repeat("opens"), [" ".join(asked[:size]) for size in _OPENINGS], strict=False),
        zip(repeat("shape"), _shape(reading, len(words.all)), strict=False),
        zip(repeat("found"), findings, strict=False),
    )


def _with_names(reading: Reading) -> str:
    """The masked text, with a capital where one begins a word inside a sentence."""
    text = reading.masked
    if reading.text[1:].islower():
        return text
    for hit in _CAPITAL.finditer(reading.text):
        if text[hit.start()] == hit[0].lower():
            text = f"{text[: hit.start()]}{hit[0]}{text[hit.end() :]}"
    return text


def _shape(reading: Reading, words: int) -> tuple[str, ...]:
    clause = reading.clauses[0]
    return (
        clause.form,
        "preface" if clause.preface.end > clause.preface.start else "no preface",
        f"{min(_MAX_COUNT, len(reading.clauses))} clauses",
        f"{min(_MAX_COUNT, len(reading.sentences))} sentences",
        f"{_WORDS_A_STEP * min(_MAX_STEPS, words // _WORDS_A_STEP)} words",
    )
