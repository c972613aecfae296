"""Which kind of session a team's picture calls for, where the coach does not say."""

from questioner.session import SessionKind
from questioner.signals import foundations_weak
from questioner.standing import LATE_FROM, Picture, phase
from questioner.team import Phase

WEAK = "More than half of the key results name deliveries or lack a figure for start or success"


def session_kind(picture: Picture) -> tuple[SessionKind, str]:
    """Return the kind of session, and why in a sentence for the coach (empty for a plain check-in).

    A cycle from 90 % on is looked back at; goals that are being set up, or that were set up so that more than
    half of the key results cannot show an effect, are assessed first: coaching cannot mend those.
    """
    if phase(picture) is Phase.ASSESS:
        return (
            SessionKind.ASSESS,
            "The goals are being set up, so this is an assessment (--session chooses another kind).",
        )
    if picture.elapsed >= LATE_FROM:
        return (
            SessionKind.RETRO,
            "The cycle is at its end, so this is a retrospective (--session chooses another kind).",
        )
    if foundations_weak(picture):
        return SessionKind.ASSESS, f"{WEAK}, so this is an assessment (--session check-in for a check-in all the same)."
    return SessionKind.CHECK_IN, ""


def remark(picture: Picture, chosen: SessionKind) -> tuple[str, ...]:
    """Return what to tell a coach who chose otherwise: that the foundations deserve an assessment first."""
    skips = chosen not in {SessionKind.ASSESS, SessionKind.WORKSHOP, SessionKind.RETRO}
    return (
        (f"{WEAK}; an assessment may serve better (--session assess).",) if skips and foundations_weak(picture) else ()
    )
