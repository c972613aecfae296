"""The page to read first: what stands out by team, check-ins that are missing, blockers that teams share.

It helps an office to prepare, and no more: teams stand in the order of the input, nothing is counted by person,
whatever names a person or a fear is left out, and no score is on it.
"""

import html
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil
from pathlib import PurePosixPath
from typing import Any

from questioner.batch.ledger import Ledger
from questioner.batch.ledger.teams import State, TeamRow
from questioner.batch.shelf import Shelf
from questioner.phrasing import visible
from questioner.rendering import stream
from questioner.resources import Templates
from questioner.review.words import ALIKE, content, similarity
from questioner.session import SessionSheet
from questioner.signals.notes import blockers
from questioner.standing import Picture

INDEX = "index.html"
TEMPLATE = "index.j2"
LATE = 1.5
"""Cadences without a check-in after which one is missing, as for the signal ``no-recent-entry``."""
LONGEST = 160
"""Characters of a blocker that are shown."""
MANY = 1_000
"""Blockers that several teams share, shown at most."""


def told(sheet: SessionSheet, picture: Picture, *, coach: bool) -> dict[str, Any]:
    """Return what the page says of one team; without the ``coach``'s cut only how the session opens."""
    opening = {"opening": sheet.opening.question.text}
    if not coach:
        return opening
    facts = (fact.text for fact in sheet.facts if not fact.sensitive and not picture.names.mentioned(fact.text))
    listed = (text for standing in picture.standings for text in blockers(standing))
    return {
        **opening,
        "stands_out": next(facts, ""),
        "last_check_in": picture.latest.date.isoformat() if picture.latest else "",
        "check_in_missing": _is_missing(picture),
        "blockers": list(dict.fromkeys(text[:LONGEST] for text in listed if not picture.names.mentioned(text))),
    }


def _is_missing(picture: Picture) -> bool:
    since = picture.latest.date if picture.latest else picture.team.cycle.start
    until = min(picture.as_of, picture.team.cycle.end)  # nobody checks in to a cycle that is over
    return bool(picture.team.objectives) and until - since > timedelta(LATE * picture.team.cadence_days)


def write_indexes(shelf: Shelf, ledger: Ledger, templates: Templates) -> None:
    """Write the page of the whole folder, and one for each group of sheets in it.

    The page of a group whose teams are all gone from the input stays, and lists none.

    Raises:
        OSError: when one cannot be written; an earlier one is still whole.
        TemplateError: when the template of the page cannot be used.
    """
    groups = {_group(row) for row, _ in ledger.teams.current()} - {""}
    former = {_group(row) for row in ledger.teams.gone()} - {""}
    groups |= {group for group in former if shelf.holds([f"{group}/{INDEX}"])}
    for group in ("", *sorted(groups)):
        shelf.write(str(PurePosixPath(group, INDEX)), map(str.encode, _page(ledger, templates, group)))


def _page(ledger: Ledger, templates: Templates, group: str) -> Iterator[str]:
    def rows() -> Iterator[TeamRow]:
        yield from (row for row, _ in ledger.teams.current() if not group or _group(row) == group)

    shared, states, missing = Shared(), Counter[State](), 0
    days: set[str] = set()
    for row in rows():
        states[row.state] += 1
        if row.state is State.DONE:
            missing += bool(_of(row).get("check_in_missing"))
            days.add(str(row.sheet.get("as_of") or ""))
            shared.add((row.name, _link(row, group)), _of(row).get("blockers", ()))
    values = {
        "group": group,
        "days": (min(days), max(days)) if days else (),
        "counts": {state.value: states[state] for state in State},
        "missing": missing,
        "shared": shared.groups[:MANY],
        "done": lambda: (_entry(row, group) for row in rows() if row.state is State.DONE),
        "others": lambda: ({"team": row.name, "why": row.error} for row in rows() if row.state is not State.DONE),
    }
    yield from stream(templates, TEMPLATE, values, lambda text: html.escape(visible(text)))


def _entry(row: TeamRow, group: str) -> dict[str, Any]:
    blank = {"opening": "", "stands_out": "", "last_check_in": "", "check_in_missing": False}
    return {"team": row.name, "link": _link(row, group), "as_of": row.sheet.get("as_of", ""), **blank, **_of(row)}


def _of(row: TeamRow) -> dict[str, Any]:
    known: dict[str, Any] = row.sheet.get("index") or {}
    return known


def _group(row: TeamRow) -> str:
    return "" if not row.files else str(PurePosixPath(row.files[0]).parent).removeprefix(".")


def _link(row: TeamRow, group: str) -> str:
    """Return where a team's first sheet is, seen from the page."""
    return (row.files[0].removeprefix(f"{group}/") if group else row.files[0]) if row.files else ""


@dataclass(frozen=True, slots=True)
class Group:
    """A blocker in the words of the team that came first, and the teams that name it."""

    text: str
    stems: frozenset[str]
    teams: list[tuple[str, str]] = field(default_factory=list)
    """Name and link of each, in the order of the input."""


class Shared:
    """Brings blockers together that say the same: Dice's coefficient of their stems, ``ALIKE`` or more."""

    def __init__(self) -> None:
        self._all: list[Group] = []
        self._holding: dict[str, list[int]] = {}

    @property
    def groups(self) -> list[Group]:
        """Those that more than one team names, the most widely shared first."""
        return sorted((group for group in self._all if len(group.teams) > 1), key=lambda group: -len(group.teams))

    def add(self, team: tuple[str, str], texts: Iterable[str]) -> None:
        """Add the blockers of one team; one that it names twice counts once."""
        for text in texts:
            stems = content(text)
            group = self._like(stems) if stems else None
            if group is None and stems:
                group = Group(text, stems)
                for stem in stems:
                    self._holding.setdefault(stem, []).append(len(self._all))
                self._all.append(group)
            if group and team not in group.teams[-1:]:
                group.teams.append(team)

    def _like(self, stems: frozenset[str]) -> Group | None:
        # Two sets that are alike share so many stems that one of any so many others must be among them.
        must = ceil(ALIKE * len(stems) / (2 - ALIKE) - 1e-9)
        rarest = sorted(stems, key=lambda stem: (len(self._holding.get(stem, ())), stem))[: len(stems) - must + 1]
        for place in sorted({place for stem in rarest for place in self._holding.get(stem, ())}):
            if similarity(stems, self._all[place].stems) >= ALIKE:
                return self._all[place]
        return None
