"""Signals of what earlier sessions and check-ins left: commitments, insights, silence."""

from collections.abc import Iterator
from datetime import timedelta

from questioner.phrasing import count, day, quoted, sayable
from questioner.session import Pillar
from questioner.signals.signal import C, Evidence, I, R, Scope, Signal, W, signal
from questioner.standing import Picture, Promise, Standing
from questioner.team import CommitmentStatus

_FOLLOW = Pillar.FOLLOW_THROUGH


@signal("no-recent-entry", 3, (_FOLLOW,), (C, W, I))
def no_recent_entry(picture: Picture, s: Standing) -> Evidence | None:
    """More than 1.5 times the cadence since the last reading of this key result; silent before the first."""
    if s.latest is None or s.closed:
        return None
    days = (picture.as_of - s.latest.date).days
    if days <= 1.5 * picture.team.cadence_days:
        return None
    return Evidence({"days_since_update": days}, {"days_since_update": count(days)})


def _evidence(picture: Picture, promise: Promise) -> Evidence:
    on, commitment = promise.session.date, promise.commitment
    usable = sayable(commitment.text) and not picture.names.mentioned(commitment.text)
    words = {"commitment": quoted(bare(commitment.text))} if usable else {}
    figures = {"commitment_date": on.isoformat()} | ({"due": commitment.due.isoformat()} if commitment.due else {})
    return Evidence(figures, {"commitment_date": day(on), **words}, promise.ref)


def bare(text: str) -> str:
    """Return a commitment as it is quoted: without the ``we will`` that the sentence around it supplies."""
    for opening in ("we will ", "we'll ", "we are going to ", "i will ", "i'll ", "to "):
        if text.lower().startswith(opening):
            text = text[len(opening) :]
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


@signal("commitment-open", 5, (_FOLLOW,), (C, W, R, I), scope=Scope.TEAM)
def commitment_open(picture: Picture) -> Iterator[Evidence]:
    """A commitment of any session is open or partly done, and due by now, or undated and a cadence old."""
    for promise in open_promises(picture):
        waited = picture.as_of - promise.session.date >= timedelta(days=picture.team.cadence_days)
        due = promise.commitment.due
        if due <= picture.as_of if due else waited:
            yield _evidence(picture, promise)


@signal("commitment-done", 3, (_FOLLOW,), (C, R, I), scope=Scope.TEAM)
def commitment_done(picture: Picture) -> Iterator[Evidence]:
    """A commitment of the last session is marked done, or an earlier one was closed as done in the last session."""
    for promise in picture.promises:
        if promise.commitment.status is CommitmentStatus.DONE:
            yield _evidence(picture, promise)


@signal("insight-noted", 2, (_FOLLOW,), (C, W, R, I), scope=Scope.TEAM)
def insight_noted(picture: Picture) -> Iterator[Evidence]:
    """The last session noted an insight; the first one that names nobody is taken."""
    session = picture.last_session
    for text in session.insights if session else ():
        if session and sayable(text) and not picture.names.mentioned(text):
            on = session.date
            slots = {"insight": quoted(text), "commitment_date": day(on)}
            yield Evidence({"commitment_date": on.isoformat()}, slots, about="insight")
            return


@signal("decision-noted", 2, (_FOLLOW,), (C, W, R, I), scope=Scope.TEAM)
def decision_noted(picture: Picture) -> Iterator[Evidence]:
    """The last session noted a decision; the first one that names nobody is taken."""
    session = picture.last_session
    for text in session.decisions if session else ():
        if session and sayable(text) and not picture.names.mentioned(text):
            slots = {"decision": quoted(text), "commitment_date": day(session.date)}
            yield Evidence({"commitment_date": session.date.isoformat()}, slots, about="decision")
            return


def open_promises(picture: Picture) -> tuple[Promise, ...]:
    """Return the unfinished commitments of all sessions, those of the last one first."""
    return tuple(promise for promise in picture.promises if promise.commitment.unfinished)


KEPT = "commitment-done"
"""Signal of a promise that was kept."""
CARRIED = frozenset({"commitment-open", KEPT, "insight-noted", "decision-noted"})
"""Signals of what a team said in an earlier session, which the follow-through begins with."""

SIGNALS: tuple[Signal, ...] = (no_recent_entry, commitment_open, commitment_done, insight_noted, decision_noted)
