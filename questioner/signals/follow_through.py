"""Signals of what earlier sessions and check-ins left: commitments, insights, silence."""

from collections.abc import Iterator
from datetime import timedelta

from questioner.phrasing import count, day, quoted, sayable
from questioner.session import Pillar
from questioner.signals.signal import C, Evidence, I, R, Scope, Signal, W, signal
from questioner.standing import Picture, Standing
from questioner.team import Commitment, CommitmentStatus

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


def _last_commitments(picture: Picture) -> Iterator[tuple[str, Commitment]]:
    session = picture.last_session
    if session:
        yield from ((f"C{place}", commitment) for place, commitment in enumerate(session.commitments, 1))


def _evidence(picture: Picture, about: str, commitment: Commitment) -> Evidence:
    session = picture.last_session
    on = session.date if session else picture.as_of
    usable = sayable(commitment.text) and not picture.names.mentioned(commitment.text)
    words = {"commitment": quoted(_bare(commitment.text))} if usable else {}
    figures = {"commitment_date": on.isoformat()} | ({"due": commitment.due.isoformat()} if commitment.due else {})
    return Evidence(figures, {"commitment_date": day(on), **words}, about)


def _bare(text: str) -> str:
    """Return a commitment as it is quoted: without the ``we will`` that the sentence around it supplies."""
    for opening in ("we will ", "we'll ", "we are going to ", "i will ", "i'll ", "to "):
        if text.lower().startswith(opening):
            text = text[len(opening) :]
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


@signal("commitment-open", 5, (_FOLLOW,), (C, W, R, I), scope=Scope.TEAM)
def commitment_open(picture: Picture) -> Iterator[Evidence]:
    """A commitment of the last session is open or partly done, and due by now, or undated and a cadence old."""
    session = picture.last_session
    waited = session is not None and picture.as_of - session.date >= timedelta(days=picture.team.cadence_days)
    for about, commitment in _last_commitments(picture):
        unfinished = commitment.status in {CommitmentStatus.OPEN, CommitmentStatus.PARTLY}
        due = commitment.due <= picture.as_of if commitment.due else waited
        if unfinished and due:
            yield _evidence(picture, about, commitment)


@signal("commitment-done", 3, (_FOLLOW,), (C, R, I), scope=Scope.TEAM)
def commitment_done(picture: Picture) -> Iterator[Evidence]:
    """A commitment of the last session is marked done."""
    for about, commitment in _last_commitments(picture):
        if commitment.status is CommitmentStatus.DONE:
            yield _evidence(picture, about, commitment)


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


def open_commitments(picture: Picture) -> tuple[tuple[str, Commitment], ...]:
    """Return the unfinished commitments of the last session with their references ``C1``, ``C2`` and so on."""
    unfinished = {CommitmentStatus.OPEN, CommitmentStatus.PARTLY}
    return tuple((about, c) for about, c in _last_commitments(picture) if c.status in unfinished)


SIGNALS: tuple[Signal, ...] = (no_recent_entry, commitment_open, commitment_done, insight_noted)
