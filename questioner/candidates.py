"""Questions on their way to a sheet: as they are written, and with what the review says of them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from questioner.review import in_context
from questioner.review.words import content, first_words, normalised
from questioner.session import Finding, Pillar, Source


class Role(StrEnum):
    """What a pattern of the bank that needs no fact is for."""

    OPENING = "opening"
    STRENGTH = "strength"
    IDENTITY = "identity"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question on its way to the sheet, before it is reviewed."""

    text: str
    pillar: Pillar
    facts: tuple[str, ...]
    reason: str
    cue: str
    source: Source
    pattern: str = ""
    """Id of the pattern it was made from; empty for a model's own."""
    role: Role | None = None
    told: bool = True
    """False for a pattern that keeps silent about what its fact names: it is for names that may not be said."""


@dataclass(frozen=True)
class Reviewed:
    """A candidate with its findings. What is chosen from has warnings only."""

    candidate: Candidate
    findings: tuple[Finding, ...]
    about: tuple[str, ...]
    rank: float
    """Rank of the highest fact it rests on; 0 for a question that rests on none."""
    names: tuple[str, ...] = ()
    """The names of goals, and the team's words, that say nothing of what it asks about them."""
    strength: bool = False
    """True when it asks about something that went well."""
    detail: bool = False
    """True when it speaks of a single key result or promise."""
    purpose: bool = False
    """True when it rests on a purpose that the page does not tell."""
    draw: int = 0
    """Lot that settles ties: the same for the same team, another for the next one."""

    @property
    def rejects(self) -> bool:
        """True when a finding keeps it off the page."""
        return any(finding.rejects for finding in self.findings)

    @cached_property
    def generic(self) -> bool:
        """True when it could be put to any team."""
        return not self.candidate.facts or any(finding.code == in_context.ANY_TEAMS.code for finding in self.findings)

    @cached_property
    def start(self) -> tuple[str, ...]:
        """Its first three words in lower case."""
        return first_words(self.candidate.text, 3)

    @cached_property
    def normal(self) -> str:
        """Its text as it is compared for equality."""
        return normalised(self.candidate.text)

    @cached_property
    def essence(self) -> frozenset[str]:
        """Stems that carry meaning, ``names`` left out."""
        return content(self.candidate.text, self.names) or content(self.candidate.text)

    @property
    def has_figure(self) -> bool:
        """True when a figure is read aloud with it."""
        return any(map(str.isdigit, self.candidate.text))
