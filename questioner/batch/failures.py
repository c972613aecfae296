"""Why teams failed, told once where many share a reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from questioner.phrasing import SOME, some

_LINE = re.compile(r"(?::\d+)*: ")
"""What stands between a file and what is wrong with it: the line, where it is known."""
_NUMBER = re.compile(r"(?<=\[)\d+(?=\])|(?<=, at character )\d+")
"""The place of an objective, an entry or a bracket, which is another one in each file."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A team without a sheet."""

    name: str
    file: str
    """As errors call it."""
    why: str
    """A line a problem, each with the file or the name before it, or neither."""

    def parted(self, line: str) -> tuple[str, str]:
        """Return where a problem is, or whose it is, and the problem itself."""
        for place in (self.file, self.name):
            found = _LINE.match(line, len(place)) if line.startswith(place) else None
            if found:
                return line[: found.end()].removesuffix(": "), line[found.end() :]
        return self.name, line


@dataclass(slots=True)
class _Reason:
    text: str
    teams: int = 0
    places: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """Of the first team, in full."""

    def told(self) -> str:
        if self.teams == 1:
            return "\n".join(self.lines)
        return f"{self.teams:,} teams ({some(self.places, self.teams)}): {self.text}"


def by_reason(failures: Iterable[Failure]) -> list[str]:
    """Return what is to be told of each reason, the commonest first, others in the order of the input.

    Where several teams share a reason it is one line with their number and the places of a few of them. A reason of
    one team alone is told as it stands, a line a problem.
    """
    reasons: dict[str, _Reason] = {}
    for failure in failures:
        met: set[str] = set()
        for line in failure.why.splitlines():
            place, text = failure.parted(line)
            key = _NUMBER.sub("…", text)
            reason = reasons.setdefault(key, _Reason(key))
            if key not in met:
                met.add(key)
                reason.teams += 1
                if reason.teams <= SOME:
                    reason.places.append(place)
            if reason.teams == 1:
                reason.lines.append(line if line.startswith(failure.name) else f"{failure.name}: {line}")
    return [reason.told() for reason in sorted(reasons.values(), key=lambda reason: -reason.teams)]
