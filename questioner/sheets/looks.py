"""How a sheet is to be shown: for whom, and with how much help."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Cut(StrEnum):
    """For whose eyes a sheet is. ``BOTH`` is the coach's pages followed by the room's, on a page of its own."""

    COACH = "coach"
    ROOM = "room"
    BOTH = "both"


class Why(StrEnum):
    """How much of the reason stands beside a question."""

    NONE = "none"
    SHORT = "short"
    FULL = "full"


class HelpLevel(IntEnum):
    """How much of the work of asking a sheet takes off a team; 1 is the most, and a team grows out of it."""

    REASONS = 1
    """Every question with the fact it rests on and the reason for it."""
    MOVES = 2
    """Every question with the name of its move."""
    HEADINGS = 3
    """The facts under the headings of the pillars; the team writes the questions."""
    FACTS = 4
    """The facts."""

    @property
    def asks(self) -> bool:
        """Whether a sheet at this level holds questions."""
        return self <= HelpLevel.MOVES


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet is to be shown."""

    cut: Cut = Cut.COACH
    why: Why = Why.SHORT
    show_rejected: bool = False
    markup: bool = False
    """Whether a text sheet carries rich's tags for a terminal."""
    level: HelpLevel | None = None
    """None for questions with as much of their reason as ``why`` says."""
