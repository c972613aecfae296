"""Labelled questions beside what the reviewer said of them.

A question counts as rejected when a finding about one of the seven faults of wording rejects it in the profile for
generated questions. Without a team, what is unclear only warns, here as in ``questioner review``.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from questioner.evaluation.reviewer.datasets import Labelled, Truth
from questioner.review import Profile, review_wording
from questioner.review.weighing import LABELS


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled question and what the reviewer said of it."""

    row: Labelled
    rejected: bool
    labels: frozenset[str]
    """Labels of the findings that reject."""
    codes: tuple[str, ...]
    """Codes of the findings that reject."""
    warned: tuple[str, ...] = ()
    """Codes of the findings that only warn."""

    @property
    def right(self) -> bool:
        """Whether the verdicts agree; borderline rows are always right."""
        return self.row.verdict is Truth.BORDERLINE or self.rejected == self.faulty

    @property
    def faulty(self) -> bool:
        """Whether the row is to be rejected."""
        return self.row.verdict is Truth.REJECT


def judge(rows: Iterable[Labelled]) -> tuple[Judged, ...]:
    """Return what the reviewer says of each row, in order."""
    return tuple(_judged(row) for row in rows)


def _judged(row: Labelled) -> Judged:
    found = review_wording(row.text, Profile.GENERATE)
    rejecting = [f for f in found if f.rejects and f.label in LABELS]
    return Judged(
        row,
        bool(rejecting),
        frozenset(f.label.value for f in rejecting),
        tuple(f.code for f in rejecting),
        tuple(f.code for f in found if f not in rejecting),
    )
