"""Which teams of the input a run is for."""

from dataclasses import dataclass

from questioner.batch.ledger.teams import State, TeamRow


@dataclass(frozen=True, slots=True)
class Choice:
    """Which teams of the input a run is for."""

    only: frozenset[str] = frozenset()
    """Names or slugs of teams; empty for all."""
    retry_failed: bool = False
    """Only those that failed when they were last tried."""
    force: bool = False
    """Make every sheet anew, and ask for every reply anew."""
    keep_useless: bool = False
    """Take replies that cannot be used for what they are, instead of asking anew in the next run."""

    def takes(self, slug: str, name: str, before: TeamRow | None) -> bool:
        """Say whether a team is to be worked on."""
        if self.only and not {slug, name} & self.only:
            return False
        return not self.retry_failed or (before is not None and before.state is State.FAILED)
