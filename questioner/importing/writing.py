"""What was gathered becomes a team file: a new one, or an existing one brought up to date in place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from questioner import checked
from questioner.checked import Place
from questioner.errors import InputError
from questioner.importing.gathering import Gathered, KeyResult, Objective, folded, tidy
from questioner.inputs import round_trip, team_file
from questioner.inputs.round_trip import Inline, RoundTrip
from questioner.team import Team
from questioner.team.consistency import short_names

_SHORT_ENTRY = 90
"""Characters of an update that still stands on one line."""


@dataclass
class Report:
    """What an import did to one team file, in sentences."""

    changes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What is different and was left alone."""


def new_file(team: Gathered, name: str) -> str:
    """Return the text of a team file that holds ``team``.

    Raises:
        InputError: when it does not hang together; with every problem found.
    """
    numbers = _Ids((), ())
    objectives = [_objective(objective, numbers) for objective in team.objectives]
    refs = _references(objectives, team.objectives)
    data: dict[str, Any] = {
        "team": team.team,
        "cycle": Inline({k: team.cycle[k] for k in ("name", "start", "end") if k in team.cycle}),
        **team.fields,
        "objectives": objectives,
    }
    check_ins = [_check_in(team, day, refs) for day in team.days]
    if check_ins:
        data["check_ins"] = check_ins
    text = round_trip.as_yaml(data)
    _checked(team_file.parse(text, name).data, name)
    return text


def _checked(data: Any, name: str) -> Team:
    try:
        return Team.model_validate(data)
    except ValidationError as error:
        raise InputError([*checked.problems(error, name)]) from error


class _Ids:
    """Gives out ids that are not taken: O1, O2 … and KR1, KR2 … across the team."""

    def __init__(self, objectives: tuple[str, ...], key_results: tuple[str, ...]) -> None:
        self._taken = {"O": set(objectives), "KR": set(key_results)}

    def free(self, prefix: str, wanted: str) -> str:
        """Return ``wanted``, or the next free one of ``prefix``; either is taken from now on."""
        taken = self._taken[prefix]
        numbered = (f"{prefix}{number}" for number in range(1, len(taken) + 2))
        name = wanted or next(name for name in numbered if name not in taken)
        taken.add(name)
        return name


def _objective(objective: Objective, ids: _Ids) -> dict[str, Any]:
    made = {"id": ids.free("O", objective.id), "title": objective.title, **objective.fields}
    if objective.key_results:
        made["key_results"] = [_key_result(one, ids) for one in objective.key_results]
    return made


def _key_result(one: KeyResult, ids: _Ids) -> dict[str, Any]:
    return {"id": ids.free("KR", one.id), "title": one.title, **one.fields}


Refs = list[tuple[str, KeyResult]]
"""How check-ins name each key result."""


def _references(made: list[dict[str, Any]], objectives: list[Objective]) -> Refs:
    pairs = [
        ((o["id"], k["id"]), one)
        for o, objective in zip(made, objectives, strict=True)
        for k, one in zip(o.get("key_results", ()), objective.key_results, strict=True)
    ]
    short = {key: name for name, key in short_names(key for key, _ in pairs).items()}  # the short one comes last
    return [(short[key], one) for key, one in pairs]


def _check_in(team: Gathered, day: date, refs: Refs) -> dict[str, Any]:
    made: dict[str, Any] = {"date": day}
    if day in team.notes:
        made["notes"] = team.notes[day]
    updates = {name: _in_braces(one.updates[day]) for name, one in refs if day in one.updates}
    return made | ({"key_results": updates} if updates else {})


def _in_braces(update: dict[str, Any]) -> dict[str, Any]:
    short = sum(len(str(value)) + len(name) + 4 for name, value in update.items()) < _SHORT_ENTRY
    return Inline(update) if short and not any("\n" in str(value) for value in update.values()) else update


def bring_up_to_date(file: RoundTrip, team: Gathered) -> Report:
    """Change ``file`` to what ``team`` says: new goals, changed figures, a check-in a day; nothing is taken out.

    Key results are matched by id, then by title. Labels, reasons, sessions, comments and order stay.

    Raises:
        InputError: when the file is no team file, or cannot be changed safely.
    """
    updater = _Updater(file, _checked(file.data, file.name))
    updater.bring(team)
    _checked(file.data, file.name)
    return updater.report


class _Updater:
    """Brings one file up to date, and says what it did."""

    def __init__(self, file: RoundTrip, team: Team) -> None:
        self.report = Report()
        self._file = file
        self._team = team
        self._ids = _Ids(
            tuple(str(o.id) for o in team.objectives), tuple(str(k.id) for o in team.objectives for k in o.key_results)
        )
        numbers = (u.confidence for c in team.check_ins for u in c.key_results.values())
        self._fractions = any(isinstance(number, float) and 0 < number < 1 for number in numbers)

    def bring(self, team: Gathered) -> None:
        for name, value in team.fields.items():
            if name not in self._file.data:
                self._set((name,), value, f"{name}: added")
        self._tell_of_the_cycle(team)
        matched: set[tuple[str, str]] = set()
        found = {id(objective): self._match(self._team.objectives, objective) for objective in team.objectives}
        for objective in team.objectives:
            matched |= self._bring_objective(objective, found[id(objective)])
        for o in self._team.objectives:
            for k in o.key_results:
                if (str(o.id), str(k.id)) not in matched:
                    self.report.remarks.append(f"{o.id}.{k.id} ({k.title}) is not in the import; it stays as it is")
        self._bring_check_ins(team)

    def _set(self, place: Place, value: Any, change: str) -> None:
        self._file.set(place, value)
        self.report.changes.append(change)

    def _append(self, place: Place, value: Any, change: str) -> None:
        self._file.append(place, value)
        self.report.changes.append(change)

    def _tell_of_the_cycle(self, team: Gathered) -> None:
        for name, value in team.cycle.items():
            own = getattr(self._team.cycle, name)
            if own != value and own is not None:
                self.report.remarks.append(f"cycle {name} is {own} here and {value} in the import; it stays as it is")

    @staticmethod
    def _match(entries: Any, one: Objective | KeyResult) -> int | None:
        """Return where the entry of that id stands, or else of that title."""
        by_id = (at for at, entry in enumerate(entries) if one.id and entry.id == one.id)
        by_title = (at for at, entry in enumerate(entries) if folded(entry.title) == folded(one.title))
        return next(by_id, next(by_title, None))

    def _bring_objective(self, objective: Objective, at: int | None) -> set[tuple[str, str]]:
        """Bring one objective; return which key results of the file it speaks of."""
        if at is None:
            made = _objective(objective, self._ids)
            self._append(("objectives",), made, f"{made['id']}: new objective, {objective.title}")
            return set()
        own = self._team.objectives[at]
        if folded(own.title) != folded(objective.title):
            self._set(("objectives", at, "title"), objective.title, f"{own.id}: title is now {objective.title}")
        for name, value in objective.fields.items():
            if getattr(own, name) is None:
                self._set(("objectives", at, name), value, f"{own.id}: {name} added")
        spoken_of = set()
        for one in objective.key_results:
            place = self._match(own.key_results, one)
            if place is None:
                made = _key_result(one, self._ids)
                self._append(("objectives", at, "key_results"), made, f"{made['id']}: new key result, {one.title}")
            else:
                self._bring_key_result(one, (at, place))
                spoken_of.add((str(own.id), str(own.key_results[place].id)))
        return spoken_of

    def _bring_key_result(self, one: KeyResult, at: tuple[int, int]) -> None:
        own = self._team.objectives[at[0]].key_results[at[1]]
        place: Place = ("objectives", at[0], "key_results", at[1])
        if folded(own.title) != folded(one.title):
            self._set((*place, "title"), one.title, f"{own.id}: title is now {one.title}")
        for name in ("start", "target", "unit", "owner"):
            self._bring_field(one, own, (*place, name))
        for initiative in one.fields.get("initiatives", ()):
            if folded(initiative) not in map(folded, own.initiatives):
                self._append((*place, "initiatives"), initiative, f"{own.id}: initiative added")

    def _bring_field(self, one: KeyResult, own: Any, place: Place) -> None:
        """Bring one field; a target that moved goes into the check-in, so that the first one is still known."""
        name = str(place[-1])
        new = one.fields.get(name)
        old = tidy(getattr(own, name))
        if new is None or new == old:
            return
        if old is None:
            self._set(place, new, f"{own.id}: {name} added")
        elif name == "target" and one.updates:
            newest = one.updates[max(one.updates)]
            if self._latest_target(self._team.objectives[int(place[1])].id, own) != new:
                newest.setdefault("target", new)
        elif name != "owner":  # people are often named otherwise here, and hidden by that name
            self._set(place, new, f"{own.id}: {name} is now {new}")

    def _latest_target(self, objective: str | None, own: Any) -> Any:
        names = {name for name, key in self._team.references().items() if key == (objective, own.id)}
        told = [(c.date, u.target) for c in self._team.check_ins for n, u in c.key_results.items() if n in names]
        moved = [(day, target) for day, target in told if target is not None]
        return tidy(max(moved)[1]) if moved else tidy(own.target)

    def _bring_check_ins(self, team: Gathered) -> None:
        refs = list(self._refs(team))
        for day in team.days:
            place = self._place_of(day)
            made = _check_in(team, day, refs)
            for update in made.get("key_results", {}).values():
                self._scaled(update)
            if place is None:
                self._append((self._check_ins_key(),), made, f"check-in of {day} added")
            else:
                self._merge(place, made)
        if team.days and (as_of := self._team.as_of) and as_of < team.days[-1]:
            self._set(("as_of",), team.days[-1], f"as_of is now {team.days[-1]}")
        self._bring_current(refs)

    def _refs(self, team: Gathered) -> Iterator[tuple[str, KeyResult]]:
        """Yield how the file, with its new goals, names each key result of ``team``."""
        now = _checked(self._file.data, self._file.name)
        short = {key: name for name, key in now.references().items()}
        for objective in team.objectives:
            own = now.objectives[self._match(now.objectives, objective) or 0]
            for one in objective.key_results:
                key_result = own.key_results[self._match(own.key_results, one) or 0]
                yield short[str(own.id), str(key_result.id)], one

    def _check_ins_key(self) -> str:
        """Return the field that holds the check-ins; a single one in ``check_in`` becomes a list there."""
        one = self._file.data.get("check_in")
        if one and not isinstance(one, list):
            self._file.make_list(("check_in",))
        return "check_in" if one else "check_ins"

    def _place_of(self, day: date) -> Place | None:
        key = self._check_ins_key()
        days = [str(entry.get("date")) for entry in self._file.data.get(key) or ()]
        # Of several on one day the last one counts.
        return (key, len(days) - 1 - days[::-1].index(str(day))) if str(day) in days else None

    def _scaled(self, update: dict[str, Any]) -> None:
        number = update.get("confidence")
        if self._fractions and isinstance(number, (int, float)):
            update["confidence"] = f"{number * 10:g}%"

    def _merge(self, place: Place, made: dict[str, Any]) -> None:
        """Bring a check-in of a day that the file has already."""
        day, own = made["date"], self._file.at(place)
        if "notes" in made and own.get("notes") is None:
            self._set((*place, "notes"), made["notes"], f"check-in of {day}: notes added")
        elif "notes" in made and folded(str(own["notes"])) != folded(made["notes"]):
            self.report.remarks.append(f"check-in of {day} has other notes than the import; they stay as they are")
        names = _checked(self._file.data, self._file.name).references()
        for name, update in made.get("key_results", {}).items():
            known = own.get("key_results") or {}
            written = next((ref for ref, key in names.items() if key == names[name] and ref in known), None)
            if written is None:
                self._set((*place, "key_results", name), update, f"check-in of {day}: {name} added")
                own = self._file.at(place)
                continue
            for part, value in update.items():
                self._bring_part((*place, "key_results", written), part, value, day)

    def _bring_part(self, place: Place, part: str, value: Any, day: date) -> None:
        own = (self._file.at(place) or {}).get(part)
        what = f"check-in of {day}: {place[-1]} {part}"
        if isinstance(value, list):
            for entry in value:
                if entry not in (own or ()):
                    self._append((*place, part), entry, f"{what} added")
        elif own != value and str(own) != str(value):
            self._set((*place, part), value, f"{what} is now {value}" if own is not None else f"{what} added")

    def _bring_current(self, refs: Refs) -> None:
        """Keep ``current`` in step where the file has it and the newest check-in says another value."""
        now = _checked(self._file.data, self._file.name)
        names = now.references()
        for name, one in refs:
            values = {day: update["value"] for day, update in one.updates.items() if "value" in update}
            o, k = names[name]
            at = next(n for n, own in enumerate(now.objectives) if own.id == o)
            place = next(n for n, own in enumerate(now.objectives[at].key_results) if own.id == k)
            current = now.objectives[at].key_results[place].current
            newest = max((c.date for c in now.check_ins), default=date.min)
            if current is not None and values and max(values) == newest and values[newest] != current:
                self._set(
                    ("objectives", at, "key_results", place, "current"),
                    values[newest],
                    f"{name}: current is now {values[newest]}",
                )
