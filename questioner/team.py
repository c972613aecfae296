"""The team file: what a team brings to a session, checked field by field; unknown keys are refused.

``Team`` is immutable. Every error message is written for whoever keeps the file: what was seen, what to do.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from questioner.phrasing import visible

Place = tuple[int | str, ...]
"""Where something stands in a file: ``("objectives", 0, "title")``."""

LONG = 20_000
"""Characters of the longest text a field may hold; background and notes included."""
SHORT = 500
"""Characters of a title, a name or a measured value that is text."""
YEARS = range(1970, 2200)
"""Years a date may fall in; what lies outside is a typing mistake."""
MANY = 500
"""Entries of the longest list a file may hold."""

NUMBER_WITH_UNIT = re.compile(r"^\s*([€$£¥]?)\s*([+-]?\d[\d.,]*)\s*((?:[^\W\d_]|[%‰°€$£¥]).{0,30})?\s*$")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
COLOURS = {"green": 0.8, "amber": 0.5, "yellow": 0.5, "red": 0.2}
"""Confidence that a colour stands for: middle of the usual bands 8–10, 4–7 and 1–3 of 10."""


class Phase(StrEnum):
    """Where a team stands in learning to work with OKRs."""

    ASSESS = "assess"
    SKILLS = "skills"
    SUPPORT = "support"


class Kind(StrEnum):
    """How a key result is measured."""

    METRIC = "metric"
    ORDINAL = "ordinal"
    MILESTONE = "milestone"


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError(f"saw {value}; write a plain number, or leave the field out")
    return value


def _measured(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        what = str(value).lower() if isinstance(value, bool) else "a list or fields"
        raise ValueError(f"saw {what}; write a number or a text in quotation marks")
    if isinstance(value, str):
        return _short(value)
    return _finite(float(value))


def _short(value: str) -> str:
    if not value.strip() or len(value) > SHORT:
        raise ValueError(f"is blank or longer than {SHORT} characters; write a few words, or leave the field out")
    return value


def _counted(value: Any) -> Any:
    """Refuse what would quietly be taken for one or nought."""
    if isinstance(value, bool):
        raise ValueError(f"saw {str(value).lower()}; write a number")
    return value


def _confidence(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError(f"saw {str(value).lower()}; write 0 to 10, a percentage such as 60%, or a colour")
    if isinstance(value, (int, float)):
        if not 0 <= value <= 10:  # NaN compares false and ends here too
            raise ValueError(f"saw {value}; numbers go from 0 to 10 (or 0 to 1, then throughout the file)")
        return float(value)
    text = str(value).strip().lower()
    percent = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*%", text)
    if (percent and float(percent[1]) <= 100) or text in COLOURS:
        return text.replace(" ", "")
    raise ValueError(f"saw {value!r}; write 0 to 10, a percentage such as 60%, or green, amber or red")


def _line(value: Any) -> Any:
    """A number where a title is due is read as text: ``team: 42`` is a name, not a mistake."""
    return str(value) if isinstance(value, (int, float, date)) and not isinstance(value, bool) else value


def _day(value: Any) -> Any:
    # A bare number would be taken for seconds since 1970.
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not (isinstance(value, str) and ISO_DATE.fullmatch(value.strip())):
        raise ValueError(f"saw {str(value)[:60]!r}; write a date as year-month-day, such as 2026-11-16")
    try:
        day = date.fromisoformat(value.strip())
    except ValueError:
        raise ValueError(f"saw {value!r}; the calendar has no such day") from None
    if day.year not in YEARS:
        raise ValueError(f"saw {value!r}; the year goes from {YEARS[0]} to {YEARS[-1]}")
    return day


def _not_blank(value: str) -> str:
    value = visible(value)
    if not value.strip():
        raise ValueError("is blank; write a few words, or leave the field out where it is optional")
    return value.strip()


# Bounds stand before the validators, else the JSON Schema does not tell of them.
Text = Annotated[str, Field(max_length=LONG), BeforeValidator(_line), AfterValidator(_not_blank)]
Line = Annotated[str, Field(max_length=SHORT), BeforeValidator(_line), AfterValidator(_not_blank)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$"), BeforeValidator(_line)]
Share = Annotated[float, Field(ge=0, le=1), BeforeValidator(_counted)]
Value = Annotated[float | str, BeforeValidator(_measured)]
Confidence = Annotated[float | str, BeforeValidator(_confidence)]
Day = Annotated[date, BeforeValidator(_day)]
Lines = Annotated[tuple[Text, ...], Field(max_length=MANY)]


def _without_null(value: Any) -> Any:
    return {k: v for k, v in value.items() if v is not None} if isinstance(value, dict) else value


WithoutNull = BeforeValidator(_without_null)
"""Null is the same as absent."""


def _without_empty(value: Any) -> Any:
    """Leave out tags that an export has a column for and this team no value."""
    named = _without_null(value)
    return (
        {k: v for k, v in named.items() if not (isinstance(v, str) and not v.strip())}
        if isinstance(named, dict)
        else named
    )


class Entry(BaseModel):
    """Base of every part of a team file: immutable, unknown keys refused, null the same as absent."""

    # Deferred, since only the whole team is ever read: the parts need no validator of their own.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:
        # Not so for a key that is no field: `{target: 1,200}` is read as target 1 and a stray key 200.
        known = {*cls.model_fields, "check_in"}
        return {k: v for k, v in data.items() if v is not None or k not in known} if isinstance(data, dict) else data


class Cycle(Entry):
    """The span of time that the OKRs are for."""

    name: Line | None = None
    start: Day
    end: Day

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"end {self.end} is not after start {self.start}; swap or correct the dates")
        return self


class KeyResult(Entry):
    """One measure of an objective."""

    id: Id | None = None
    title: Line
    label: Line | None = None
    """Short name that fits inside a sentence, such as ``trial activation``."""
    owner: Line | None = None
    kind: Kind = Kind.METRIC
    start: Value | None = None
    target: Value | None = None
    current: Value | None = None
    unit: Line | None = None
    confidence: Confidence | None = None
    status: Line | None = None
    score: Share | None = None
    """Final score, 0 to 1, once the cycle is over."""
    initiatives: Lines = ()


class Objective(Entry):
    """What a team wants to bring about."""

    id: Id | None = None
    title: Line
    label: Line | None = None
    why: Text | None = None
    audience: Line | None = None
    """Who it is for, such as ``new customers``."""
    parent: Line | None = None
    """Wording of the goal one level up."""
    ambition: Literal["committed", "aspirational"] | None = None
    key_results: Annotated[tuple[KeyResult, ...], Field(max_length=MANY)] = ()

    @field_validator("key_results", mode="before")
    @classmethod
    def _ids_in_order(cls, value: Any) -> Any:
        return _in_order(value, "KR")


class Update(Entry):
    """What one check-in says about one key result."""

    value: Value | None = None
    target: Value | None = None
    confidence: Confidence | None = None
    comment: Text | None = None
    status: Line | None = None
    blockers: Lines = ()
    asks: Lines = ()
    scores: Annotated[tuple[Confidence, ...], Field(max_length=MANY)] = ()
    """Confidence of each person, without names."""


class CheckIn(Entry):
    """One check-in of the team: notes, and an update a key result."""

    date: Day
    notes: Text | None = None
    key_results: Annotated[dict[str, Update], WithoutNull] = {}


class Asked(Entry):
    """One question that was asked in an earlier session."""

    text: Text
    landed: bool | None = None
    drop: bool = False
    by: Literal["sheet", "team"] = "sheet"


class CommitmentStatus(StrEnum):
    """What became of a commitment."""

    OPEN = "open"
    PARTLY = "partly"
    DONE = "done"
    DROPPED = "dropped"


class Commitment(Entry):
    """Something that somebody set out to do."""

    text: Text
    who: Line | None = None
    due: Day | None = None
    status: CommitmentStatus = CommitmentStatus.OPEN
    closed: Day | None = None
    """Day on which it was found done or dropped."""
    note: Text | None = None

    @property
    def unfinished(self) -> bool:
        """True while it is open or partly done."""
        return self.status in {CommitmentStatus.OPEN, CommitmentStatus.PARTLY}


class Feedback(Entry):
    """What the people of a session say of it afterwards, in up to three lines and without names."""

    useful: Text | None = None
    """The question that was most useful."""
    drop: Text | None = None
    """The one to drop."""
    missing: Text | None = None
    """The one that was missing."""


def _asked(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class PastSession(Entry):
    """What an earlier coaching session left behind."""

    date: Day
    summary: Text | None = None
    insights: Lines = ()
    decisions: Lines = ()
    asked: Annotated[
        tuple[Annotated[Asked, BeforeValidator(_asked, json_schema_input_type=str | Asked)], ...],
        Field(max_length=MANY),
    ] = ()
    commitments: Annotated[tuple[Commitment, ...], Field(max_length=MANY)] = ()
    feedback: Feedback | None = None


def _also_check_in(schema: dict[str, Any]) -> None:
    """Tell the JSON Schema of ``check_in``, which is read as ``check_ins`` and is no field of its own."""
    one = schema["properties"]["check_ins"]["items"]
    schema["properties"]["check_in"] = {"anyOf": [one, {"type": "array", "items": one}]}


class Team(Entry):
    """A team with its OKRs, its check-ins and its earlier sessions."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=_also_check_in)

    team: Line
    as_of: Day | None = None
    cycle: Cycle
    vision: Text | None = None
    phase: Phase | None = None
    cadence_days: Annotated[int, Field(ge=1, le=120), BeforeValidator(_counted)] = 7
    people: Annotated[int, Field(ge=1, le=200), BeforeValidator(_counted)] | None = None
    tags: Annotated[dict[str, Line], BeforeValidator(_without_empty)] = {}
    background: Text | None = None
    objectives: Annotated[tuple[Objective, ...], Field(max_length=MANY)] = ()
    check_ins: Annotated[tuple[CheckIn, ...], Field(max_length=MANY)] = ()
    sessions: Annotated[tuple[PastSession, ...], Field(max_length=MANY)] = ()

    @model_validator(mode="before")
    @classmethod
    def _one_check_in(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "check_in" not in data:
            return data
        if data.get("check_ins"):
            raise ValueError("check_in and check_ins are both there; keep one of them")
        rest = {key: value for key, value in data.items() if key not in ("check_in", "check_ins")}
        one = _as_list(data["check_in"])
        return rest | ({"check_ins": one} if one != [None] else {})

    @field_validator("objectives", mode="before")
    @classmethod
    def _ids_in_order(cls, value: Any) -> Any:
        return _in_order(value, "O")

    @model_validator(mode="wrap")
    @classmethod
    def _hangs_together(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Report what does not fit together beside what is wrong within the fields, all at once."""
        faults = [_custom("team_file", loc, message, None) for loc, message in cross_check(data)]
        try:
            team = handler(data)
        except ValidationError as error:
            found = ((_as_written(e["loc"], data), e) for e in error.errors())
            faults = [_custom(e["type"], loc, e["msg"], e["input"]) for loc, e in found] + faults
        if faults:
            raise ValidationError.from_exception_data("Team", faults)
        return team

    def references(self) -> dict[str, tuple[str, str]]:
        """Return every way a check-in may name a key result, mapped to ``(objective id, key result id)``."""
        return short_names((str(o.id), str(k.id)) for o in self.objectives for k in o.key_results)


def _how_to_write(name: str, text: str) -> str:
    match = NUMBER_WITH_UNIT.match(text)
    if not match:
        return "write a number, or kind: ordinal (or milestone) where the measure is not a number"
    sign, number, unit = match[1], match[2], (match[3] or "").strip()
    unit = sign + unit
    plain = f"{name}: {_without_commas(number)}"
    return f'write {plain} and unit: "{unit}"' if unit else f"write {plain}, without quotation marks"


def _without_commas(number: str) -> str:
    """Return ``1,200`` as ``1200`` and ``22,5`` as ``22.5``: a comma before three digits marks thousands."""
    thousands = re.sub(r",(?=\d{3}(?!\d))", "", number)
    return thousands.rstrip(".,").replace(",", ".")


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _as_written(loc: Place, data: Any) -> Place:
    """Return a place in ``check_ins`` as the file has it where it says ``check_in`` instead."""
    if loc[:1] != ("check_ins",) or not isinstance(data, dict) or "check_in" not in data:
        return loc
    return ("check_in", *loc[1 if isinstance(data["check_in"], list) else 2 :])


def _in_order(entries: Any, prefix: str) -> Any:
    whole = isinstance(entries, (list, tuple)) and all(isinstance(e, dict) for e in entries)
    return _numbered(entries, prefix) if whole else entries


def cross_check(data: Any) -> Iterator[tuple[Place, str]]:
    """Yield ``(place, message)`` for what does not fit together in the plain data of a team file.

    Works on the data as read, whatever else is wrong with it, so that every problem shows at once.
    """
    if not isinstance(data, dict):
        return
    if not data.get("objectives") and data.get("phase") != Phase.ASSESS:
        yield (
            (),
            "objectives: none are there; add one with a title, or phase: assess for a team that has no OKRs yet",
        )
    objectives = _numbered(data.get("objectives"), "O")
    yield from _repeated(("objectives",), objectives)
    results = [_numbered(o.get("key_results"), "KR") for o in objectives]
    for number, entries in enumerate(results):
        yield from _repeated(("objectives", number, "key_results"), entries)
    defined = {
        (str(o.get("id")), str(k.get("id"))): str(k.get("kind") or Kind.METRIC)
        for o, entries in zip(objectives, results, strict=True)
        for k in entries
        if o.get("id") is not None and k.get("id") is not None
    }
    for number, entries in enumerate(results):
        for index, entry in enumerate(entries):
            faults = _mistyped(entry, ("start", "target", "current"), str(entry.get("kind") or Kind.METRIC))
            yield from ((("objectives", number, "key_results", index), fault) for fault in faults)
    check_ins = data.get("check_ins") or _as_list(data.get("check_in"))
    for number, check_in in enumerate(_dicts(check_ins)):
        for name, update in (check_in.get("key_results") or {}).items() if _holds_updates(check_in) else ():
            place: Place = ("check_ins", number, "key_results", str(name))
            yield from ((_as_written(place, data), fault) for fault in _check_update(str(name), update, defined))


def short_names(defined: Iterable[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Return every way a check-in may name a key result: ``O1.KR2``, and ``KR2`` where only one has it."""
    defined = list(defined)
    counts = Counter(kr for _, kr in defined)
    names = {f"{o}.{kr}": (o, kr) for o, kr in defined}
    return names | {kr: (o, kr) for o, kr in defined if counts[kr] == 1}


def _check_update(name: str, update: Any, defined: dict[tuple[str, str], str]) -> Iterator[str]:
    known = short_names(defined)
    if not defined:
        return  # that none is defined is the one thing to mend, and is told elsewhere
    if name not in known:
        meant = [f"{o}.{kr}" for o, kr in defined if kr == name]
        listed = ", ".join(list(known)[:12])
        yield (
            f"could be {' or '.join(meant)}; write the one that is meant"
            if meant
            else f"no key result has this id; the file defines {listed}"
        )
    elif isinstance(update, dict):
        yield from _mistyped(update, ("value", "target"), defined[known[name]])


def _mistyped(entry: dict[str, Any], fields: Iterable[str], kind: str) -> Iterator[str]:
    """Yield a sentence for each field that is text in a metric, or a number in an ordinal key result."""
    for name in fields:
        value = entry.get(name)
        if kind == Kind.ORDINAL and isinstance(value, (int, float)) and not isinstance(value, bool):
            yield f"{name}: saw the number {value:g}; write text for an ordinal key result, or kind: metric"
        elif kind == Kind.METRIC and isinstance(value, str) and value.strip():
            yield f"{name}: saw the text {value[:60]!r}; {_how_to_write(name, value)}"


def _holds_updates(check_in: dict[str, Any]) -> bool:
    return isinstance(check_in.get("key_results"), dict)


def _dicts(entries: Any) -> list[dict[str, Any]]:
    return [e if isinstance(e, dict) else {} for e in entries] if isinstance(entries, (list, tuple)) else []


def _numbered(entries: Any, prefix: str) -> list[dict[str, Any]]:
    """Give each entry without an id the one of its place, unless another entry has taken it."""
    entries = _dicts(entries)
    taken = {str(e["id"]) for e in entries if e.get("id") is not None}
    ids = (f"{prefix}{number}" for number in range(1, len(entries) + 1))
    return [
        e if e.get("id") is not None or name in taken else {**e, "id": name}
        for e, name in zip(entries, ids, strict=True)
    ]


def _repeated(place: Place, entries: list[dict[str, Any]]) -> Iterator[tuple[Place, str]]:
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        name = entry.get("id")
        if name is None:
            yield (*place, number), "has no id, and the one of its place is taken; give it an id of its own"
        elif str(name) in seen:
            yield (*place, number, "id"), f"{name} is there already; ids must differ"
        seen.add(str(name))


def _custom(kind: str, loc: Place, message: str, value: Any) -> InitErrorDetails:
    # Braces in a template of pydantic's stand for its own variables.
    error = PydanticCustomError(kind, "{text}", {"text": message.removeprefix("Value error, ")})
    return InitErrorDetails(type=error, loc=loc, input=value)
