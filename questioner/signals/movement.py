"""Signals of movement and time: how the figures of a key result run against the cycle.

Throughout, E is the share of the cycle gone by (0 to 1), P the share of the way from start to target and
reach the distance between the two in the key result's own unit. Thresholds marked (h) are heuristics
without a published source, from the coaching note this project keeps to.
"""

from datetime import timedelta

from questioner.phrasing import day, number
from questioner.session import Pillar
from questioner.signals.signal import C, Evidence, I, R, Signal, W, signal
from questioner.standing import Picture, Standing
from questioner.team.fields import Kind

_OUTCOME, _MINDSET, _SAFETY = Pillar.OUTCOME, Pillar.MINDSET, Pillar.SAFETY


def _open(s: Standing) -> float | None:
    """Progress of a metric that something is still expected of; None for any other key result."""
    return s.progress if s.key_result.kind is Kind.METRIC and not s.closed else None


@signal("behind-pace", 4, (_OUTCOME, _MINDSET), (C, W, R, I))
def behind_pace(picture: Picture, s: Standing) -> Evidence | None:
    """P < 0.75 E and E - P >= 0.10, from E >= 0.20 on.

    One OKR tool calls progress below 0.75 of the straight line at risk, another ten points below it behind;
    both must hold here, since work is rarely linear, and nothing is said early in a cycle. Seven tenths of an
    aspirational goal are a win at any time.
    """
    e, p = picture.elapsed, _open(s)
    if p is None or e < 0.20 or round(p - 0.75 * e, 9) >= 0 or round(e - p, 9) < 0.10 or p >= _win(s):
        return None
    expected = float(s.key_result.start or 0) + e * (s.reach or 0)
    rounded = round(expected, 0 if abs(s.reach or 0) >= 10 else 1)
    return Evidence({"expected": rounded}, {"expected": s.shown(rounded)}) if e < 1 else Evidence()


@signal("no-movement", 4, (_OUTCOME, Pillar.FOLLOW_THROUGH), (C, R, I))
def no_movement(picture: Picture, s: Standing) -> Evidence | None:
    """The value stayed within 2 % of reach over the last three check-ins or over twice the cadence; P < 1 (h).

    One flat reading is noise, two in a row are a pattern.
    """
    p, values = _open(s), s.values
    if p is None or p >= 1 or len(values) < 2:
        return None
    last_day, last = values[-1]
    flat_since = last_day
    flat = 0
    for on, value in reversed(values[:-1]):
        if round(abs(value - last) - 0.02 * abs(s.reach or 0), 9) > 0:
            break
        flat_since, flat = on, flat + 1
    long_enough = flat >= 2 or (flat >= 1 and last_day - flat_since >= timedelta(days=2 * picture.team.cadence_days))
    return Evidence({"since": flat_since.isoformat()}, {"since": day(flat_since)}) if long_enough else None


@signal("reversal", 4, (_SAFETY, _OUTCOME), (C, R, I))
def reversal(picture: Picture, s: Standing) -> Evidence | None:
    """The last change goes away from the target by at least 5 % of reach (h)."""
    if _open(s) is None or len(s.values) < 2 or not s.reach:
        return None
    (_, before), (_, now) = s.values[-2:]
    return _step(s, before) if round((now - before) / s.reach, 9) <= -0.05 else None


@signal("required-rate", 3, (_OUTCOME, _MINDSET), (C, W, I))
def required_rate(picture: Picture, s: Standing) -> Evidence | None:
    """What is needed a day is at least twice what was seen a day over the last 28 days; E >= 0.40 (h).

    Arithmetic only: no success is forecast. Silent where nothing moved at all or the figure moved away,
    which other signals tell, and once fewer than two days are left.
    """
    p = _open(s)
    recent = [(on, v) for on, v in s.values if picture.as_of - on <= timedelta(days=28)]
    if p is None or p >= 1 or picture.elapsed < 0.40 or picture.days_left < 2 or len(recent) < 2:
        return None
    days = (recent[-1][0] - recent[0][0]).days
    seen = ((s.progress_at(recent[-1][1]) or 0) - (s.progress_at(recent[0][1]) or 0)) / max(days, 1)
    needed = (1 - p) / picture.days_left
    if seen <= 0 or round(needed - 2 * seen, 9) < 0:
        return None
    return Evidence({"times": round(needed / seen, 1)}, {"times": number(round(needed / seen, 1))})


@signal("late-and-low", 4, (_MINDSET, Pillar.INTENT), (C, R, I))
def late_and_low(picture: Picture, s: Standing) -> Evidence | None:
    """P < 0.40 with E >= 0.75: the band up to 0.3 to 0.4 is red in Doerr, Measure What Matters (2018)."""
    p = _open(s)
    return Evidence() if p is not None and picture.elapsed >= 0.75 and p < 0.40 else None


@signal("target-reached-early", 3, (_MINDSET,), (C, W, R, I))
def target_reached_early(picture: Picture, s: Standing) -> Evidence | None:
    """P >= 1 with E < 0.70, or P >= 0.9 with E < 0.50. No intent is inferred: once proves nothing (re:Work)."""
    p = _open(s)
    return Evidence() if p is not None and _early(p, picture.elapsed) else None


def _early(p: float, e: float) -> bool:
    return (p >= 1 and e < 0.70) or (p >= 0.9 and e < 0.50)


@signal("target-changed", 3, (Pillar.INTENT, _MINDSET), (C, R, I))
def target_changed(picture: Picture, s: Standing) -> Evidence | None:
    """The target differs from the one before it, in a check-in dated after E = 0.15."""
    if len(s.targets) < 2:
        return None
    cycle = picture.team.cycle
    drafted_until = cycle.start + timedelta(days=round(0.15 * (cycle.end - cycle.start).days))
    dated = [r for r in s.readings if r.update.target is not None]
    # Later check-ins may repeat the target: what counts is the first one that had it.
    since = next(
        (r.date for r, before in zip(dated[:0:-1], dated[-2::-1], strict=True) if before.update.target != s.target),
        dated[0].date,
    )
    if since <= drafted_until:
        return None
    old = s.targets[-2]
    return Evidence({"old_target": old}, {"old_target": s.shown_bare(old)})


@signal("step-forward", 3, (_MINDSET, _SAFETY), (C, R, I))
def step_forward(picture: Picture, s: Standing) -> Evidence | None:
    """P rose by 0.15 or more since the entry before; or P >= 0.3 and P >= E; or P >= 1, or 0.7 of an aspirational goal.

    The middle one is steady progress over the cycle, told from the first entry on (h); it needs E >= 0.20.
    Seven tenths of an ambitious goal is a win, not a miss (re:Work: 60 to 70 % is the sweet spot). A target
    reached early is left to the signal of that name, and a low one late in the cycle is no step forward.
    """
    p = _open(s)
    if p is None:
        p = s.progress
    before = s.values[-2][1] if len(s.values) > 1 else None
    leap = p is not None and before is not None and round(p - (s.progress_at(before) or 0), 9) >= 0.15
    reached = p is not None and p >= _win(s) and not _early(p, picture.elapsed)
    first = s.values[0][1] if s.values else None
    steady = (
        p is not None and picture.elapsed >= 0.20 and p >= max(0.3, picture.elapsed) and not _early(p, picture.elapsed)
    )
    if not (leap or reached or steady):
        return None
    before = before if leap else first
    moved = before is not None and p is not None and p > (s.progress_at(before) or 0)
    return _step(s, before) if moved and before is not None else Evidence()


def _win(s: Standing) -> float:
    """Share of the way from which a key result counts as won: 0.7 where its goal is aspirational, else 1."""
    return 0.7 if s.objective.ambition == "aspirational" else 1.0


def _step(s: Standing, before: float) -> Evidence:
    return Evidence({"previous": before}, {"previous": s.shown_bare(before)})


SIGNALS: tuple[Signal, ...] = (
    behind_pace,
    no_movement,
    reversal,
    required_rate,
    late_and_low,
    target_reached_early,
    target_changed,
    step_forward,
)
