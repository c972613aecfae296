"""What a rule is, and how its patterns become a check.

A rule is data: regular expressions, the sentence a coach reads, and sentences it must reject and accept.
A rule that needs more than expressions names a small matcher function beside it in its family's module.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from questioner.review.reading import Reading, Span
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
    cues: tuple[str, ...] = ()
    """Beginnings of words, of which at least one stands in every text that the rule can match; empty: always tried."""
    openers: tuple[str, ...] = ()
    """First words of the clauses that the patterns can match; empty: any."""
    matcher: Matcher | None = None
    review_severity: Severity | None = None
    """In the profile ``review`` where that is milder; None: the same."""
    instead: str = ""
    """A neutral wording of the same intent, where one fits every text."""

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
}
"""A question fails when its team could truthfully reply like this."""


def compiled(rule: Rule) -> Matcher:
    """The check of ``rule``, with its cues tried before anything dearer."""
    check = _any_of(_searches(rule), rule.matcher)
    if not rule.cues:
        return check
    cues = rule.cues

    def cued(reading: Reading) -> Span | None:
        plain = reading.plain
        for cue in cues:
            if cue in plain:
                return check(reading)
        return None

    return cued


def heads(rule: Rule) -> frozenset[str]:
    """The head of each cue, as in ``Reading.heads``; empty where a cue has none, so that they tell nothing."""
    found = [_HEAD.match(cue) for cue in rule.cues]
    return frozenset(head[0] for head in found if head) if all(found) else frozenset()


_HEAD = re.compile(r"\w{3}|\w{1,2}(?!\w|'t|\Z)")


def finding(rule: Rule, span: Span, profile: Profile) -> Finding:
    """What ``rule`` says about the stretch ``span``."""
    severity = rule.severity_in(profile)
    return Finding(rule.code, rule.label, severity, rule.message, span.start, span.end, rule.instead)


def pattern(source: str) -> re.Pattern[str]:
    """A rule's pattern as an expression: a blank stands for a run of white space, ``" ?"`` for none too."""
    return re.compile(source.replace(" ?", r"\s*").replace(" ", r"\s+"))


def marking(classes: Mapping[str, Iterable[str]]) -> Sight:
    r"""Let a pattern name a class of many words by one mark instead of spelling them all, which is slow to compile.

    Args:
        classes: the words of each class, under a white-space character that no prose holds.

    Returns:
        A function that puts the mark of its class in the place of the blank before each of these words. To a
        pattern the mark is a blank as before; ``(?<=MARK)\w+`` is a word of the class.
    """
    marked = {word: mark + word for mark, words in classes.items() for word in words}

    @lru_cache(maxsize=2)  # every rule of a family looks at the same text
    def sight(text: str) -> str:
        if marked.keys().isdisjoint(_WORD_AFTER_BLANK.findall(text)):
            return text
        return _WORD_AFTER_BLANK.sub(lambda hit: marked.get(hit[1]) or hit[0], text)

    return sight


_WORD_AFTER_BLANK = re.compile(r"\s(\w+)")


def _as_it_is(text: str) -> str:
    return text


def _any_of(first: Matcher | None, second: Matcher | None) -> Matcher:
    if first is None or second is None:
        return first or second or _nothing
    return lambda reading: first(reading) or second(reading)


def _nothing(_reading: Reading) -> Span | None:
    return None


def _searches(rule: Rule) -> Matcher | None:
    """The search for the patterns of ``rule``; they are compiled when a text first gets past the cues."""
    if not rule.patterns:
        return None
    built: list[Matcher] = []

    def search(reading: Reading) -> Span | None:
        if rule.openers and all(clause.opener not in rule.openers for clause in reading.clauses):
            return None
        if not built:
            joined = pattern("|".join(f"(?:{source})" for source in rule.patterns))
            built.append(_SEARCHES[rule.scope](joined, rule.sight or _as_it_is))
        return built[0](reading)

    return search


def _opening(joined: re.Pattern[str], sight: Sight) -> Matcher:
    match = joined.match

    def check(reading: Reading) -> Span | None:
        seen = sight(reading.masked)
        for clause in reading.clauses:
            if found := match(seen, clause.start, clause.end):
                return Span(found.start(), found.end())
        return None

    return check


def _asking(joined: re.Pattern[str], sight: Sight) -> Matcher:
    search = joined.search

    def check(reading: Reading) -> Span | None:
        seen = sight(reading.masked)
        for clause in reading.clauses:
            if found := search(seen, clause.start, clause.end):
                return Span(found.start(), found.end())
        return None

    return check


def _whole(joined: re.Pattern[str], sight: Sight) -> Matcher:
    search = joined.search

    def check(reading: Reading) -> Span | None:
        found = search(sight(reading.masked))
        return Span(found.start(), found.end()) if found else None

    return check


def _plain(joined: re.Pattern[str], sight: Sight) -> Matcher:
    search = joined.search

    def check(reading: Reading) -> Span | None:
        found = search(sight(reading.plain))
        return Span(found.start(), found.end()) if found else None

    return check


_SEARCHES = {Scope.OPENING: _opening, Scope.ASKING: _asking, Scope.WHOLE: _whole, Scope.PLAIN: _plain}
