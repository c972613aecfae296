"""What a session left, and how it is added to the team file without touching anything else in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from questioner import checked
from questioner.errors import InputError, Problem
from questioner.inputs.round_trip import Inline, RoundTrip, as_yaml
from questioner.standing import Promise
from questioner.team import Asked, Commitment, CommitmentStatus, PastSession, Team


@dataclass(frozen=True)
class Followed:
    """What was found in a session to have become of an earlier commitment."""

    promise: Promise
    status: CommitmentStatus
    note: str | None

    @property
    def closed(self) -> bool:
        """True when nothing more is expected of it."""
        return self.status in {CommitmentStatus.DONE, CommitmentStatus.DROPPED}

    @property
    def changed(self) -> bool:
        """True when the file says something else."""
        commitment = self.promise.commitment
        return (self.status, self.note) != (commitment.status, commitment.note)


@dataclass(frozen=True)
class WrapUp:
    """What one session left: its own entry, and what became of earlier commitments."""

    session: PastSession
    followed: tuple[Followed, ...] = ()

    @property
    def empty(self) -> bool:
        """True when there is nothing in it but its date."""
        own = self.session.model_dump(exclude_defaults=True, exclude={"date"})
        return not own and not any(followed.changed for followed in self.followed)


def write(path: Path, wrap_up: WrapUp) -> Path:
    """Add ``wrap_up`` to the team file at ``path``, all or nothing; return where the earlier version is kept.

    Raises:
        InputError: when the file cannot be written, cannot be changed safely, or was changed meanwhile.
    """
    file = RoundTrip.read(path)
    for followed in wrap_up.followed:
        if followed.changed:
            _follow(file, followed, wrap_up)
    file.append(("sessions",), entry(wrap_up.session))
    try:
        Team.model_validate(file.data)
    except ValidationError as error:
        raise InputError([*checked.problems(error, str(path))]) from error
    return file.save(path)


def _follow(file: RoundTrip, followed: Followed, wrap_up: WrapUp) -> None:
    session, number = followed.promise.place
    place = ("sessions", session, "commitments", number)
    try:
        there = Commitment.model_validate(file.data["sessions"][session]["commitments"][number])
    except (LookupError, TypeError, ValidationError):
        there = None
    if there != followed.promise.commitment:
        raise InputError(
            [Problem("was changed meanwhile; run the command again", file.name, None, checked.path_of(place))]
        )
    if followed.status is not there.status:
        file.set((*place, "status"), followed.status.value)
        if followed.closed:
            file.set((*place, "closed"), wrap_up.session.date)
    if followed.note and followed.note != there.note:
        file.set((*place, "note"), followed.note)


def entry(session: PastSession) -> dict[str, Any]:
    """Return the entry of a session as it stands in a team file, in the order of the contract."""
    fields: dict[str, Any] = {
        "date": session.date,
        "summary": session.summary,
        "insights": session.insights,
        "decisions": session.decisions,
        "asked": [_asked(asked) for asked in session.asked],
        "commitments": [_commitment(commitment) for commitment in session.commitments],
        "feedback": session.feedback.model_dump(exclude_none=True) if session.feedback else None,
    }
    return {name: value for name, value in fields.items() if value}


def as_text(session: PastSession) -> str:
    """Return the entry of a session as YAML, to be read before it is written."""
    return as_yaml({"sessions": [entry(session)]})


def _asked(asked: Asked) -> str | Inline:
    tags = asked.model_dump(exclude_defaults=True)
    return asked.text if tags == {"text": asked.text} else Inline(tags)


def _commitment(commitment: Commitment) -> Inline:
    fields = commitment.model_dump(mode="json", exclude_none=True)
    return Inline({name: fields[name] for name in ("text", "who", "due", "status", "note") if name in fields})


def told(wrap_up: WrapUp) -> Iterator[str]:
    """Yield what was taken down, a line each, to be read back before it is written."""
    session = wrap_up.session
    for followed in wrap_up.followed:
        if followed.changed:
            note = f" ({followed.note})" if followed.note else ""
            yield f"{followed.promise.ref} {followed.promise.commitment.text}: {followed.status.value}{note}"
    marks = [a for a in session.asked if a.by == "sheet"]
    landed, dropped = sum(bool(a.landed) for a in marks), sum(a.drop for a in marks)
    if marks:
        yield f"Asked from the sheet: {len(marks)}; landed: {landed}; to be dropped: {dropped}"
    yield from (f"Asked by the team: {asked.text}" for asked in session.asked if asked.by == "team")
    yield from (f"Heard: {line}" for line in (session.summary or "").splitlines())
    yield from (f"Insight: {text}" for text in session.insights)
    yield from (f"Decided: {text}" for text in session.decisions)
    for commitment in session.commitments:
        who, due = commitment.who or "nobody named", f"by {commitment.due}" if commitment.due else "no date"
        yield f"Will: {commitment.text} ({who}, {due})"
    for name, text in (session.feedback.model_dump(exclude_none=True) if session.feedback else {}).items():
        yield f"Feedback, {name}: {text}"
