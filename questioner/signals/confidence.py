"""Signals of confidence: the score a team gives its key results, against time, progress and its own words.

C is the confidence as a share, 0 to 1; E and P are as in ``movement``. Bands 1 to 3, 4 to 7 and 8 to 10 of
ten follow common practice; thresholds marked (h) are heuristics of the coaching note.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from questioner.phrasing import count
from questioner.session import Pillar
from questioner.signals.signal import C, Evidence, I, R, Scope, Signal, W, signal
from questioner.standing import Picture, Reading, Standing

_SAFETY, _OUTCOME = Pillar.SAFETY, Pillar.OUTCOME
HIGH, LOW = 0.7, 0.4
EVIDENCE = re.compile(
    r"\b(?:saw|seen|see|measur\w*|heard|hear|customers?|users?|patients?|pupils?|data|survey\w*|asked|told|tested|"
    r"counted|interview\w*|feedback|orders?|signed|confirmed|report\w*|numbers?|results?)\b",
    re.IGNORECASE,
)
"""What grounds for a score look like in a note: people who were asked, something measured."""
FIGURE = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|half|none)\b", re.IGNORECASE)
"""A figure is grounds by itself."""


def _given(s: Standing) -> list[Reading]:
    return [r for r in s.readings if r.confidence is not None]


def _drop(before: Reading, after: Reading) -> float:
    return round((before.confidence or 0) - (after.confidence or 0), 9)


@signal("confidence-fell", 5, (_SAFETY, _OUTCOME), (C, R, I))
def confidence_fell(picture: Picture, s: Standing) -> Evidence | None:
    """C dropped by 0.2 at once, or in two steps running by 0.2 together; the change says more than the level."""
    given = _given(s)
    if len(given) < 2:
        return None
    if _drop(given[-2], given[-1]) >= 0.2:
        return _change(given[-2], given[-1])
    twice = len(given) > 2 and _drop(given[-3], given[-2]) > 0 and _drop(given[-2], given[-1]) > 0
    return _change(given[-3], given[-1]) if twice and _drop(given[-3], given[-1]) >= 0.2 else None


@signal("confidence-above-progress", 5, (_SAFETY, _OUTCOME), (C, I))
def confidence_above_progress(picture: Picture, s: Standing) -> Evidence | None:
    """C >= 0.7 while P < 0.5 E, from E >= 0.33 on (h). Lag or a full pipeline are innocent readings of it."""
    c, p, e = s.confidence, s.progress, picture.elapsed
    found = c is not None and p is not None and not s.closed and c >= HIGH and e >= 0.33 and round(p - 0.5 * e, 9) < 0
    return Evidence() if found else None


@signal("confidence-below-progress", 4, (_SAFETY,), (C, I))
def confidence_below_progress(picture: Picture, s: Standing) -> Evidence | None:
    """C <= 0.4 while P >= E: the figure runs to plan, the people are less sure; often the earlier warning."""
    c, p = s.confidence, s.progress
    found = (
        c is not None and p is not None and c <= LOW and round(p - picture.elapsed, 9) >= 0 and p < 1 and not s.closed
    )
    return Evidence() if found else None


@signal("confidence-without-evidence", 4, (_OUTCOME,), (C, I))
def confidence_without_evidence(picture: Picture, s: Standing) -> Evidence | None:
    """The newest reading gives a confidence, and its comment no grounds: no figure, and under six words or none of EVIDENCE.

    The team's own notes count too where they name the key result.
    """
    last = s.latest
    if last is None or last.confidence is None or s.closed or (s.progress or 0) >= 1:
        return None
    comment = last.update.comment or ""
    notes = picture.latest.notes if picture.latest and picture.latest.notes else ""
    grounds = " ".join((comment, *last.update.blockers, *(_sentences_naming(s, notes))))
    told = FIGURE.search(grounds) or (len(grounds.split()) >= 6 and EVIDENCE.search(grounds))
    return None if told else Evidence()


@signal("confidence-unchanged", 2, (_SAFETY,), (C, I))
def confidence_unchanged(picture: Picture, s: Standing) -> Evidence | None:
    """The same C in three check-ins or more while P moved by 0.10 or E by 0.25 (h)."""
    given = _given(s)
    same: list[Reading] = []
    for reading in reversed(given):
        if reading.confidence != given[-1].confidence:
            break
        same.insert(0, reading)
    if len(same) < 3 or s.closed:
        return None
    cycle = picture.team.cycle
    ways = [p for p in (s.progress_at(reading.value) for reading in same) if p is not None]
    moved = len(ways) > 1 and round(abs(ways[-1] - ways[0]), 9) >= 0.10
    aged = (same[-1].date - same[0].date) >= timedelta(days=0.25 * (cycle.end - cycle.start).days)
    return Evidence({"check_ins": len(same)}, {"check_ins": count(len(same))}) if moved or aged else None


@signal("confidence-spread", 3, (_SAFETY,), (C, W))
def confidence_spread(picture: Picture, s: Standing) -> Evidence | None:
    """The scores of the people in the newest reading lie 0.3 or more apart. Who gave which is never kept."""
    scores = s.latest.scores if s.latest else ()
    if len(scores) < 2 or round(scores[-1][0] - scores[0][0], 9) < 0.3:
        return None
    return Evidence({"lowest": scores[0][1], "highest": scores[-1][1]}, {"scores": count(len(scores))})


@signal("all-confident", 3, (_OUTCOME, Pillar.MINDSET), (C, W, I), scope=Scope.TEAM)
def all_confident(picture: Picture) -> Iterator[Evidence]:
    """Three key results or more, every C >= 0.7, 0.25 < E < 0.90: verify the greens once, then leave them."""
    confident = [s.confidence for s in picture.standings if s.confidence is not None]
    enough = len(confident) == len(picture.standings) >= 3
    if enough and min(confident) >= HIGH and 0.25 < picture.elapsed < 0.90:
        number = len(picture.standings)
        yield Evidence({"kr_count": number}, {"kr_count": count(number)})


def _change(before: Reading, after: Reading) -> Evidence:
    words = {"confidence_before": before.said, "confidence": after.said}
    return Evidence({**words, "before_on": before.date.isoformat()}, words)


def _sentences_naming(s: Standing, notes: str) -> Iterator[str]:
    label = (s.key_result.label or s.key_result.title).lower()
    yield from (part for part in re.split(r"(?<=[.!?])\s+|\n", notes) if label in part.lower())


SIGNALS: tuple[Signal, ...] = (
    confidence_fell,
    confidence_above_progress,
    confidence_below_progress,
    confidence_without_evidence,
    confidence_unchanged,
    confidence_spread,
    all_confident,
)
