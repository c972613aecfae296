"""What a rule is, and how its patterns become a check.

A rule is data: regular expressions, the sentence a coach reads, and sentences it must reject and accept.
A rule that needs more than expressions names a small matcher function beside it in its family's module.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from typing import NamedTuple

from questioner.review.reading import Clause, Form, Reading, Span, Trait, piece
from questioner.review.remembered import remembered
from questioner.review.sieve import OPENS, ROWS, Needs, needs
from questioner.session import Finding, Label, Severity


class Profile(StrEnum):
    """Whose words are reviewed, which decides what doubt does."""

    GENERATE = "generate"
    """A generated question: doubt drops it, another one costs nothing."""
    REVIEW = "review"
    """A person's question: doubt only warns."""


class Scope(StrEnum):
    """Where the patterns of a rule are tried."""

    OPENING = "opening"
    """At the first character of every clause that asks."""
    ASKING = "asking"
    """Anywhere inside the clauses that ask; facts stated before them are left alone."""
    WHOLE = "whole"
    """Anywhere in the text, quotations and asides masked."""
    PLAIN = "plain"
    """Anywhere in the text, nothing masked."""


Matcher = Callable[[Reading], Span | None]
"""Finds what a rule objects to, or nothing."""
Excuse = Callable[[Reading, Clause], bool]
"""Whether a clause gives no offence, although a pattern fits it."""
Sight = Callable[[str], str]
"""What the patterns of a rule see of a text: as long as the text, and differing in white space only."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that keeps a question from doing its work.

    In ``patterns`` a blank stands for any run of white space. A pattern holds no nested quantifier and no
    gap without a bound, so that its time grows with the length of the text and no faster.
    """

    code: str
    """Three letters and three digits; never given to another rule."""
    name: str
    label: Label
    severity: Severity
    """In the profile ``generate``."""
    message: str
    """One sentence for a coach: what in the words does it."""
    why: str
    """What such a question costs in the room."""
    source: str
    rejects: tuple[str, ...]
    """Sentences that must get this code."""
    accepts: tuple[str, ...]
    """Near misses that no rule may reject."""
    patterns: tuple[str, ...] = ()
    scope: Scope = Scope.ASKING
    sight: Sight | None = None
    """Where the patterns name classes of words: the marks of these classes, see ``marking``."""
    unless: Excuse | None = None
    """Excuses whole clauses, in the scopes that look at clauses."""
    cues: tuple[str, ...] = ()
    """Of which one has to stand in the text as well, for the rule to be tried; empty: no such condition."""
    matcher: Matcher | None = None
    """Tried where no pattern fits."""
    signs: tuple[str, ...] = ("",)
    """Patterns of which one fits somewhere in every text to which the matcher objects, so that others are passed over; after
    ``OPENS``, where a clause begins."""
    traits: tuple[Form | Trait, ...] = ()
    """Of which every text has one to which the matcher objects; empty: any. A form is that of one of the clauses."""
    review_severity: Severity | None = None
    """In the profile ``review`` where that is milder; None: the same."""
    firm: bool = False
    """Whether it finds a fault of grammar under a label of meaning, which no choice of words makes up for."""
    instead: str = ""
    """A neutral wording of the same intent, where one fits every text."""
    given: str = ""
    """What the sentences are held against, where more than their words decides."""

    @property
    def reply_test(self) -> str:
        """The reply of the team that would show the fault."""
        return REPLY_TESTS[self.label]

    def severity_in(self, profile: Profile) -> Severity:
        """What a finding of this rule does to a question of that profile."""
        return (self.review_severity or self.severity) if profile is Profile.REVIEW else self.severity


REPLY_TESTS = {
    Label.ADVICE: "“Good idea.”",
    Label.BLAME: "“It wasn't us.”",
    Label.LEADING: "“Says who?”",
    Label.STATUS: "“See the page.”",
    Label.STACKED: "“Which one first?”",
    Label.NOT_A_QUESTION: "“Was that a question?”",
    Label.CLOSED: "“Yes.” or “Tuesday.”",
    Label.UNCLEAR: "“Come again?”",
    Label.UNGROUNDED: "“That is not how it is here.”",
    Label.DUPLICATE: "“You have asked that already.”",
}
"""A question fails when its team could truthfully reply like this."""


class Hit(NamedTuple):
    """What a look at a text found; the least of several is the one to show."""

    clause: int
    """Number of the clause; 0 where clauses play no part."""
    start: int
    pattern: int
    """Number of the pattern: where two begin together, the one that is written first is shown."""
    end: int


Find = Callable[[Reading], Hit | None]


class Look(NamedTuple):
    """One look at a text on behalf of a rule."""

    needs: Needs
    """What a text must have of words for the look to be worth its time."""
    find: Find


def looks(rule: Rule) -> Iterator[Look]:
    """Yield each pattern of ``rule`` as a look of its own, then its matcher.

    A pattern is compiled when a text first has its words.
    """
    for number, expression in enumerate(map(_spelled_out, rule.patterns)):
        search = _in_clauses if rule.scope in (Scope.OPENING, Scope.ASKING) else _anywhere
        yield Look(needs(_wanted(rule, expression)), _cued(search(rule, number, expression), rule.cues))
    if rule.matcher:
        traits = [[*map(piece, rule.traits)]] if rule.traits else []
        find = _cued(partial(_ask, rule.matcher), rule.cues)
        for sign in map(_spelled_out, rule.signs):
            yield Look([*traits, *needs(sign)[: ROWS - 1]], find)


def _cued(find: Find, cues: tuple[str, ...]) -> Find:
    if not cues:
        return find

    def cued(reading: Reading) -> Hit | None:
        hit = find(reading)
        return hit if hit and any(cue in reading.plain for cue in cues) else None

    return cued


def _ask(matcher: Matcher, reading: Reading) -> Hit | None:
    found = matcher(reading)
    return Hit(len(reading.clauses), found.start, 0, found.end) if found else None


def expressions(rule: Rule) -> list[str]:
    """Every expression that is looked up in the table of needs."""
    return [*(_wanted(rule, _spelled_out(source)) for source in rule.patterns), *map(_spelled_out, rule.signs)]


def _wanted(rule: Rule, expression: str) -> str:
    """What the table of needs is asked for."""
    return OPENS + expression if rule.scope is Scope.OPENING else expression


def finding(
    rule: Rule, span: tuple[int, int] = (0, 0), profile: Profile = Profile.GENERATE, *, said: str = ""
) -> Finding:
    """What ``rule`` says about the stretch ``span``: ``said`` of this text, or else what it says of all."""
    return Finding(rule.code, rule.label, rule.severity_in(profile), said or rule.message, *span, rule.instead)


def pattern(source: str) -> re.Pattern[str]:
    """A rule's pattern as an expression: a blank stands for a run of white space, ``" ?"`` for none too."""
    return re.compile(_spelled_out(source))


def _spelled_out(source: str) -> str:
    return source.replace(" ?", r"\s*").replace(" ", r"\s+")


def marking(classes: Mapping[str, Iterable[str]]) -> Sight:
    r"""Let a pattern name a class of many words by one mark instead of spelling them all, which is slow to compile.

    Args:
        classes: the words of each class, under a white-space character that no prose holds.

    Returns:
        A function that puts the mark of its class in the place of the blank before each of these words. To a
        pattern the mark is a blank as before; ``(?<=MARK)\w+`` is a word of the class.
    """
    marks = {word: mark for mark, words in classes.items() for word in words}

    @remembered
    def marked(token: str) -> str:
        return _WORD_AFTER_BLANK.sub(lambda hit: marks.get(hit[1], hit[0][0]) + hit[1], f" {token}")

    @lru_cache(maxsize=2)  # every rule of a family looks at the same text
    def sight(text: str) -> str:
        return "".join(map(marked, text.split(" ")))[1:]

    return sight


_WORD_AFTER_BLANK = re.compile(r"\s(\w+)")


def _in_clauses(rule: Rule, number: int, expression: str) -> Find:
    """Look for a pattern in one clause that asks after the other."""
    sight, unless = rule.sight, rule.unless
    compiled: list[Callable[[str, int, int], re.Match[str] | None]] = []

    def find(reading: Reading) -> Hit | None:
        if not compiled:
            made = re.compile(expression)
            compiled.append(made.match if rule.scope is Scope.OPENING else made.search)
        seen = sight(reading.masked) if sight else reading.masked
        for place, clause in enumerate(reading.clauses):
            found = compiled[0](seen, clause.start, clause.end)
            if found and not (unless and unless(reading, clause)):
                return Hit(place, found.start(), number, found.end())
        return None

    return find


def _anywhere(rule: Rule, number: int, expression: str) -> Find:
    """Look for a pattern in the whole text."""
    sight, plain = rule.sight, rule.scope is Scope.PLAIN
    compiled: list[Callable[[str], re.Match[str] | None]] = []

    def find(reading: Reading) -> Hit | None:
        if not compiled:
            compiled.append(re.compile(expression).search)
        text = reading.plain if plain else reading.masked
        found = compiled[0](sight(text) if sight else text)
        return Hit(0, found.start(), number, found.end()) if found else None

    return find
