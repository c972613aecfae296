"""Gives each item its verdict: findings chosen, suppressed and put in order, accepted or not."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from questioner.review import Profile, in_context, review_wording
from questioner.review.items import Item
from questioner.review.rules import finding
from questioner.review.words import Gist, content, normalised, same
from questioner.session import Finding, Label, Severity

LOOK_BACK = 200
"""Questions before one that it is compared with; so memory does not grow with the file."""

Check = Callable[[str], Iterable[Finding]]
"""A further look at one text, such as grounding in a team's data."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the review says of one item."""

    line: int
    text: str
    accepted: bool
    findings: tuple[Finding, ...]
    unused: tuple[str, ...] = ()
    """Suppressed codes that nothing was found for."""
    file: str = ""
    """Where the item stands."""

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels of the findings that reject, most telling first; where none rejects, of the warnings."""
        rejecting = [f.label for f in self.findings if f.rejects]
        return tuple(dict.fromkeys(rejecting or [f.label for f in self.findings]))


@dataclass(frozen=True, slots=True)
class Choice:
    """Which findings count, and how severely."""

    select: tuple[str, ...] = ()
    """Codes or beginnings of codes; empty: all."""
    ignore: tuple[str, ...] = ()
    strict: bool = False
    """Doubt rejects, as it does for a generated question."""

    def keeps(self, finding: Finding) -> bool:
        """Say whether ``finding`` counts."""
        chosen = not self.select or finding.code.startswith(self.select)
        return chosen and not (self.ignore and finding.code.startswith(self.ignore))


def verdicts(
    items: Iterable[Item], choice: Choice, check: Check | None = None, goals: tuple[str, ...] = ()
) -> Iterator[Verdict]:
    """Yield a verdict for each item, in order and as they come.

    ``goals`` are a team's names for its goals: two questions are not alike for naming the same one.

    Without ``check``, that is without a team, what only a team's data can settle (clarity) warns and never rejects.
    """
    profile = Profile.GENERATE if choice.strict else Profile.REVIEW
    before: deque[Gist] = deque(maxlen=LOOK_BACK)
    for item in items:
        found = [*review_wording(item.text, profile)]
        if check is None:
            found = [_milder(finding) for finding in found]
        else:
            found += [*check(item.text), *_asked_above(item.text, goals, before)]
        yield _verdict(item, [finding for finding in found if choice.keeps(finding)])


def _verdict(item: Item, found: list[Finding]) -> Verdict:
    kept = tuple(f for f in found if not (item.ignored and f.code.startswith(item.ignored)))
    unused = tuple(code for code in item.ignored if not any(f.code.startswith(code) for f in found))
    accepted = not any(finding.rejects for finding in kept)
    return Verdict(item.line, item.text, accepted, kept, unused, item.file)


def _milder(finding: Finding) -> Finding:
    return replace(finding, severity=Severity.WARN) if finding.label is Label.UNCLEAR else finding


def _asked_above(text: str, goals: tuple[str, ...], before: deque[Gist]) -> Iterator[Finding]:
    own = Gist(normalised(text), content(text, goals))
    if any(same(own, earlier) for earlier in before):
        yield finding(in_context.ASKED_ABOVE, (0, len(text)))
    before.append(own)
