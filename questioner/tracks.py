"""The way of each key result through the cycle, as it is drawn and told on a sheet."""

from datetime import date

from questioner.session import Track, TrackPoint
from questioner.standing import Picture, Standing


def tracks(picture: Picture) -> tuple[Track, ...]:
    """Return the way of every key result, in file order."""
    return tuple(_track(picture, standing) for standing in picture.standings)


def _track(picture: Picture, s: Standing) -> Track:
    points = tuple(
        TrackPoint(r.date.isoformat(), _elapsed(picture, r.date), s.shown(r.value), s.progress_at(r.value), r.confidence, r.said)
        for r in s.readings
    )  # fmt: skip
    return Track(
        ref=s.ref,
        name=s.name,
        start=s.shown(s.key_result.start),
        target=s.shown(s.target),
        current=s.shown(s.current),
        progress=s.progress,
        confidence=s.confidence,
        said=s.said,
        points=points,
    )


def _elapsed(picture: Picture, on: date) -> float:
    cycle = picture.team.cycle
    return (on - cycle.start).days / (cycle.end - cycle.start).days
