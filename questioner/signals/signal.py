"""What a signal is: one thing to look for in a team's picture, with its weight and who may ask about it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from questioner.session import Figure, Pillar, SessionKind
from questioner.standing import Picture, Standing
from questioner.team import Objective

C, W, R = SessionKind.CHECK_IN, SessionKind.WORKSHOP, SessionKind.RETRO
I, A = SessionKind.ONE_TO_ONE, SessionKind.ASSESS  # noqa: E741 - the letters of the tables below


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a signal found about one thing."""

    figures: Mapping[str, Figure] = field(default_factory=dict)
    """Raw figures for JSON and for grounding; those of the key result itself are added to them."""
    slots: Mapping[str, str] = field(default_factory=dict)
    """Phrases for sentences, beside the common ones."""
    about: str = ""
    """Only for team signals that are about one key result or commitment after all."""


Finder = (
    Callable[[Picture, Standing], Evidence | None]
    | Callable[[Picture, Objective], Evidence | None]
    | Callable[[Picture], Iterable[Evidence]]
)


class Scope(StrEnum):
    """What a signal looks at, one at a time."""

    KEY_RESULT = "key result"
    OBJECTIVE = "objective"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal: how much it weighs (1 to 5), which pillars and sessions may ask about it, how it is found."""

    slug: str
    weight: float
    pillars: tuple[Pillar, ...]
    sessions: frozenset[SessionKind]
    scope: Scope
    find: Callable[..., object]
    """A ``Finder`` for its scope."""
    sensitive: bool = False
    """Fear, blame, scoring: for the coach's eyes only, never in the room."""

    @property
    def formula(self) -> str:
        """The finder's docstring: formula, units, threshold and source."""
        return (self.find.__doc__ or "").strip()


def signal(
    slug: str,
    weight: float,
    pillars: tuple[Pillar, ...],
    sessions: Iterable[SessionKind],
    *,
    scope: Scope = Scope.KEY_RESULT,
    sensitive: bool = False,
) -> Callable[[Callable[..., object]], Signal]:
    """Make a ``Signal`` of the function below, which finds it."""

    def made(find: Callable[..., object]) -> Signal:
        return Signal(slug, weight, pillars, frozenset(sessions), scope, find, sensitive)

    return made
