"""The team file: what a team brings to a session, checked field by field; unknown keys are refused.

``Team`` is immutable. Every error message is written for whoever keeps the file: what was seen, what to do.
"""

from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import (
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

from questioner.checked import Place
from questioner.team.consistency import as_list, as_written, cross_check, short_names, with_ids
from questioner.team.fields import (
    MANY,
    Confidence,
    Day,
    Id,
    Kind,
    Line,
    Lines,
    Phase,
    Share,
    Text,
    Value,
    WithoutNull,
    counted,
    without_empty,
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
        return with_ids(value, "KR")


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
    cadence_days: Annotated[int, Field(ge=1, le=120), BeforeValidator(counted)] = 7
    people: Annotated[int, Field(ge=1, le=200), BeforeValidator(counted)] | None = None
    tags: Annotated[dict[str, Line], BeforeValidator(without_empty)] = {}
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
        one = as_list(data["check_in"])
        return rest | ({"check_ins": one} if one != [None] else {})

    @field_validator("objectives", mode="before")
    @classmethod
    def _ids_in_order(cls, value: Any) -> Any:
        return with_ids(value, "O")

    @model_validator(mode="wrap")
    @classmethod
    def _hangs_together(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Report what does not fit together beside what is wrong within the fields, all at once."""
        faults = [_custom("team_file", loc, message, None) for loc, message in cross_check(data)]
        try:
            team = handler(data)
        except ValidationError as error:
            found = ((as_written(e["loc"], data), e) for e in error.errors())
            faults = [_custom(e["type"], loc, e["msg"], e["input"]) for loc, e in found] + faults
        if faults:
            raise ValidationError.from_exception_data("Team", faults)
        return team

    def references(self) -> dict[str, tuple[str, str]]:
        """Return every way a check-in may name a key result, mapped to ``(objective id, key result id)``."""
        return short_names((str(o.id), str(k.id)) for o in self.objectives for k in o.key_results)


def _custom(kind: str, loc: Place, message: str, value: Any) -> InitErrorDetails:
    # Braces in a template of pydantic's stand for its own variables.
    error = PydanticCustomError(kind, "{text}", {"text": message.removeprefix("Value error, ")})
    return InitErrorDetails(type=error, loc=loc, input=value)
