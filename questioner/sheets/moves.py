"""The named moves behind questions, from ``templates/moves.toml``: what a team learns to ask for itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from questioner.errors import Problem, TemplateError
from questioner.resources import Templates, faults

FILE = "moves.toml"
FIELDS: dict[str, Any] = {"name": str, "does": str, "example": str, "signals": list, "pillars": list}


@dataclass(frozen=True, slots=True)
class Move:
    """One way of asking, the signals whose facts call for it and the pillars whose own questions make it."""

    name: str
    does: str
    example: str
    signals: tuple[str, ...]
    pillars: tuple[str, ...]


def moves(templates: Templates) -> tuple[Move, ...]:
    """Return every move, in file order.

    Raises:
        TemplateError: when the file cannot be read or an entry of it is wrong.
    """
    entries = templates.fields(FILE, {"move": list})["move"]
    wrong = [f"move {n}: {text}" for n, entry in enumerate(entries, 1) for text in faults(entry, FIELDS)]
    if wrong:
        raise TemplateError([Problem(text, str(templates.path(FILE))) for text in wrong])
    return tuple(Move(**{**e, "signals": tuple(e["signals"]), "pillars": tuple(e["pillars"])}) for e in entries)


class MoveNames:
    """Finds the name of a question's move: that of the first fact it rests on, else that of its pillar."""

    def __init__(self, templates: Templates, facts: Iterable[Mapping[str, Any]]) -> None:
        known = moves(templates)
        of_signal = {signal: move.name for move in known for signal in move.signals}
        self._of_pillar = {pillar: move.name for move in known for pillar in move.pillars}
        self._of_fact = {f["id"]: of_signal[f["signal"]] for f in facts if f["signal"] in of_signal}

    def of(self, question: Mapping[str, Any]) -> str:
        """Return the name of the move that ``question``, as data, makes; empty where the table has none."""
        named = [self._of_fact[fact] for fact in question["facts"] if fact in self._of_fact]
        return named[0] if named else self._of_pillar.get(question["pillar"], "")
