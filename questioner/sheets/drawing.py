"""The way of a key result through the cycle as a small drawing, and as words for those who do not see it.

Upwards is towards the target, whichever way the figure itself moves, so lower-is-better reads like the rest.
Lengths are in the units of the drawing's ``viewBox`` (220 by 86), of which five are about a millimetre in print.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from questioner.phrasing import day
from questioner.session import Track

LEFT, RIGHT = 4.0, 216.0
"""Where the cycle begins and ends."""
TOP, BOTTOM = 16.0, 52.0
"""Where the target and the start are, unless a reading lies beyond them."""
CONFIDENCE_TOP, CONFIDENCE_BOTTOM = 70.0, 84.0
"""Where confidence 1 and 0 are."""
FURTHEST = 0.5
"""How far past start and target the drawing goes, as a share of the way; what lies further is drawn at its edge."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One reading in the drawing."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The confidence at one check-in."""

    x: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the template needs to draw one key result."""

    ref: str
    name: str
    target_y: float
    start_y: float
    today_x: float
    line: str
    """Points of the way so far, from the start of the cycle."""
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    start: str
    target: str
    caption: str
    words: str
    """The same as sentences."""


def draw(track: Track, elapsed: float) -> Drawing | None:
    """Return the drawing of ``track`` at ``elapsed`` (share of the cycle, 0 to 1); None where there is no way to draw."""
    readings = [(p.elapsed, p.progress) for p in track.points if p.progress is not None]
    if not readings and track.progress is not None:
        readings = [(elapsed, track.progress)]
    if not readings:
        return None
    low = max(-FURTHEST, min(0.0, *(progress for _, progress in readings)))
    high = min(1 + FURTHEST, max(1.0, *(progress for _, progress in readings)))

    def y(progress: float) -> float:
        share = (min(high, max(low, progress)) - low) / (high - low)
        return round(BOTTOM - share * (BOTTOM - TOP), 1)

    dots = tuple(Dot(_x(at), y(progress)) for at, progress in readings)
    way = [Dot(_x(0), y(0)), *dots]
    return Drawing(
        ref=track.ref,
        name=track.name,
        target_y=y(1),
        start_y=y(0),
        today_x=_x(elapsed),
        line=" ".join(f"{dot.x:g},{dot.y:g}" for dot in way),
        dots=dots,
        bars=tuple(_bars(track)),
        start=track.start,
        target=track.target,
        caption=caption(track, elapsed),
        words=" ".join(_words(track, elapsed)),
    )


def caption(track: Track, elapsed: float) -> str:
    """Return where a key result stands, in one line without its name; empty where the page says nothing."""
    ways = [_way(track.progress), f"{elapsed:.0%} of the time"] if track.progress is not None else []
    confidence = f"confidence {track.said}" if track.said else ""
    return " · ".join(filter(None, [track.current, ", ".join(ways), confidence]))


def told(track: Track, elapsed: float) -> str:
    """Return one key result in one line: where it stands, where it came from and where it goes."""
    ends = " ".join(f"{word} {value}" for word, value in (("from", track.start), ("to", track.target)) if value)
    return " · ".join(filter(None, [caption(track, elapsed), ends])) or "no figures on the page"


def _x(elapsed: float) -> float:
    return round(LEFT + min(1.0, max(0.0, elapsed)) * (RIGHT - LEFT), 1)


def _bars(track: Track) -> Iterator[Bar]:
    for point in track.points:
        if point.confidence is not None:
            height = max(0.8, point.confidence * (CONFIDENCE_BOTTOM - CONFIDENCE_TOP))  # so that none is seen as none
            yield Bar(_x(point.elapsed), round(CONFIDENCE_BOTTOM - height, 1), round(height, 1))


def _way(progress: float) -> str:
    if progress < 0:
        return "further off than at the start"
    return "past the target" if progress > 1 else f"{progress:.0%} of the way"


def _words(track: Track, elapsed: float) -> Iterator[str]:
    yield f"From {track.start} at the start of the cycle to a target of {track.target}."
    if track.progress is not None:
        yield f"Now {track.current}: {_way(track.progress)}, with {elapsed:.0%} of the time gone."
    for point in track.points:
        confidence = f"confidence {point.said}" if point.said else ""
        yield f"{day(date.fromisoformat(point.date))}: {', '.join(filter(None, [point.value, confidence])) or 'no figures'}."
