"""How far a run is."""

from dataclasses import dataclass


@dataclass
class Counts:
    """How far a run is, for whoever watches it."""

    total: int
    met: int = 0
    """Teams read so far."""
    left_alone: int = 0
    """Done in an earlier run."""
    passed_over: int = 0
    """Not chosen for this run."""
    done: int = 0
    failed: int = 0
    awaited: int = 0
    """Asked for, with the reply still to come; part of what is left."""
    replies: int = 0

    @property
    def settled(self) -> int:
        """Teams that nothing more is to be done for."""
        return self.left_alone + self.passed_over + self.done + self.failed

    @property
    def left(self) -> int:
        """Teams still to do."""
        return self.total - self.settled
