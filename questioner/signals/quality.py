"""Signals of how the OKRs are made: outcomes or deliveries, starts and targets, owners, purpose, number.

Thresholds marked (h) are heuristics of the coaching note; the others name their source.
"""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from questioner.phrasing import count, quoted, remarks_in, sayable
from questioner.session import Pillar
from questioner.signals.signal import A, C, Evidence, I, R, Scope, Signal, W, signal
from questioner.standing import Picture, Standing
from questioner.team import KeyResult, Objective
from questioner.team.fields import Kind

_INTENT, _OUTCOME, _FOLLOW = Pillar.INTENT, Pillar.OUTCOME, Pillar.FOLLOW_THROUGH

DELIVERY = re.compile(
    r"^(?:successfully\s+)?(?:launch|ship|build|deliver|roll(?:\s|-)?out|implement|complete|migrate|publish|hire|run|create|"
    r"hold|train|introduce|set\s+up|develop|release|produce|write|organi[sz]e|host|finish|install|deploy|redesign|"
    r"relaunch|conduct|attend|send|post|open|design|document|draft|recruit|onboard)(?:e?s|ed|ing)?\b(?!-)",
    re.IGNORECASE,
)
NOUNS_TOO = re.compile(r"^(?:open|hold|post|train|report|document|design|draft|release|run)\b", re.IGNORECASE)
"""Verbs of delivery that open the name of a measure as often: open tickets, hold time, train punctuality."""
OWN_PRODUCTS = re.compile(
    r"^(?:new\s+)?(?:features?|posts?|sessions?|documents?|workshops?|articles?|newsletters?|releases?|reports?|emails?|"
    r"campaigns?|events?|videos?|pages?|trainings?|meetings?|webinars?|blog posts?|brochures?|tickets?|stories|story points)$",
    re.IGNORECASE,
)
EFFECT = re.compile(
    r"\b(?:rate|share|retention|conversion|activation|satisfaction|revenue|income|cost|time|churn|nps|score|errors?|defects?|"
    r"complaints?|waiting|adoption|usage|repeat|returning|wait|delay|incidents?|attendance|engagement|per\s|from\s)",
    re.IGNORECASE,
)
DIRECTION_ONLY = re.compile(
    r"\b(?:improve|increase|better|optimi[sz]e|more|grow|reduce|decrease|strengthen|boost|enhance|raise)\b",
    re.IGNORECASE,
)
VOLUME = re.compile(
    r"\b(?:page\s?views?|impressions?|followers?|downloads?|sign-?ups?|likes?|registered users?|emails? sent|attendees?|"
    r"visitors?|visits|clicks|views|reach|subscribers?|participants?|registrations?)\b",
    re.IGNORECASE,
)
QUALIFIED = re.compile(
    r"\b(?:rate|share|retention|retained|repeat|returning|active|who\b|that\b|of\s+(?:whom|which)|convert\w*|conversion|"
    r"quality|missed|lost|cancelled|fewer|paid|paying|time|days?|hours?|minutes?|wait\w*)\b|%|\b(?:from|after|since|per|before)\s+(?:first\s+)?[a-z]",
    re.IGNORECASE,
)
UPKEEP = re.compile(r"^(?:keep|maintain|sustain|hold|preserve|stay)\b", re.IGNORECASE)
RATE_UNITS = re.compile(r"%|percent|rate|score|nps|points?", re.IGNORECASE)
NO_PERSON = re.compile(
    r"^(?:all|the team|team|everyone|everybody|tbd|tbc|n/?a|none|we|nobody|open|-|\?)$", re.IGNORECASE
)
SOME_WHY = 6
"""Words from which a why says something; Field Book clients write three to five sentences of it."""
MOST_OBJECTIVES, MOST_PER_OBJECTIVE, MOST_KEY_RESULTS = 3, 5, 12
"""whatmatters.com: at most three objectives with three to five key results; Perdoo: twelve in all."""


@signal("names-a-delivery", 5, (_OUTCOME,), (C, W, I, A))
def names_a_delivery(picture: Picture, s: Standing) -> Evidence | None:
    """The title opens with a verb of delivery and names no effect, or the unit counts the team's own products."""
    k = s.key_result
    own = bool(k.unit and OWN_PRODUCTS.match(k.unit.strip()))
    measured = k.kind is Kind.METRIC and k.start is not None and s.target is not None
    noun = measured and NOUNS_TOO.match(k.title.strip())
    delivery = (
        bool(DELIVERY.match(k.title.strip())) and not noun and not (EFFECT.search(k.title) and k.kind is Kind.METRIC)
    )
    return Evidence() if (own or delivery) and not s.closed else None


@signal("no-start", 3, (_OUTCOME,), (C, W, A))
def no_start(picture: Picture, s: Standing) -> Evidence | None:
    """A metric with a target and no start, or a start of 0 where the unit is a rate or score (Field Book)."""
    k = s.key_result
    if k.kind is not Kind.METRIC or s.target is None or s.closed or (s.progress or 0) >= 1:
        return None
    unlikely_zero = k.start == 0 and bool(k.unit and RATE_UNITS.search(k.unit))
    return Evidence() if k.start is None or unlikely_zero else None


@signal("no-target", 4, (_OUTCOME, Pillar.MINDSET), (C, W, I, A))
def no_target(picture: Picture, s: Standing) -> Evidence | None:
    """No target at all, or only words of direction in the title and no figure in it or in the fields."""
    if s.target is None and not s.closed and not _milestone_by_title(s.key_result):
        return Evidence()
    return None


@signal("no-owner", 3, (_FOLLOW,), (C, W, A))
def no_owner(picture: Picture, s: Standing) -> Evidence | None:
    """No owner, or one that stands for everybody: what is everybody's has no place in anybody's week."""
    owner = (s.key_result.owner or "").strip()
    return Evidence() if not s.closed and (not owner or NO_PERSON.match(owner)) else None


@signal("all-or-nothing", 3, (_OUTCOME,), (C, W, A))
def all_or_nothing(picture: Picture, s: Standing) -> Evidence | None:
    """A milestone, or a metric from 0 to 1: it moves once, so talk of progress turns into talk of tasks."""
    k = s.key_result
    single = k.kind is Kind.MILESTONE or (
        k.kind is Kind.METRIC and s.target == 1 and (k.start or 0) == 0 and not k.unit
    )
    return Evidence() if single and not s.closed else None


@signal("volume-measure", 3, (_OUTCOME,), (C, W, A))
def volume_measure(picture: Picture, s: Standing) -> Evidence | None:
    """The title counts views, sign-ups, followers or the like, without a rate, repeat or quality beside it; more is better."""
    text, fewer = f"{s.key_result.title} {s.key_result.unit or ''}", (s.reach or 0) < 0
    found = VOLUME.search(text) and not QUALIFIED.search(text)
    return Evidence() if found and not fewer and not s.closed else None


@signal("near-standing-still", 2, (_INTENT,), (W, A))
def near_standing_still(picture: Picture, s: Standing) -> Evidence | None:
    """Target within 5 % of start, or a title that keeps or maintains: upkeep more than change (Field Book)."""
    start, target = s.key_result.start, s.target
    close = (
        s.reach is not None
        and s.reach != 0
        and bool(start)
        and round(abs(s.reach) - 0.05 * abs(float(start or 0)), 9) <= 0
    )
    return Evidence() if target is not None and (close or UPKEEP.match(s.key_result.title.strip())) else None


@signal("no-why", 5, (_INTENT,), (C, W, I, A, R), scope=Scope.OBJECTIVE)
def no_why(picture: Picture, objective: Objective) -> Evidence | None:
    """The objective's why is missing or under six words."""
    return Evidence() if len((objective.why or "").split()) < SOME_WHY else None


@signal("many-goals", 3, (_INTENT,), (C, W, I, A), scope=Scope.TEAM)
def many_goals(picture: Picture) -> Iterator[Evidence]:
    """More than three objectives, five key results under one, or twelve key results in all.

    Silent with fewer than two key results on the page: other signals tell what is missing there.
    """
    objectives, results = len(picture.team.objectives), len(picture.standings)
    most = max((len(o.key_results) for o in picture.team.objectives), default=0)
    many = objectives > MOST_OBJECTIVES or most > MOST_PER_OBJECTIVE or results > MOST_KEY_RESULTS
    if many and results >= 2:
        figures = {"objective_count": objectives, "kr_count": results}
        yield Evidence(figures, {name: count(value) for name, value in figures.items() if value >= 2})


@signal("close-to-parent", 4, (_INTENT,), (W, A), scope=Scope.OBJECTIVE)
def close_to_parent(picture: Picture, objective: Objective) -> Evidence | None:
    """Token-set similarity of title and parent of 0.8 or more, figures left out (h)."""
    if not objective.parent or _similar(objective.title, objective.parent) < 80:
        return None
    usable = sayable(objective.parent) and not picture.names.mentioned(objective.parent)
    return Evidence(slots={"parent": quoted(objective.parent)} if usable else {})


@signal("no-parent-link", 2, (_INTENT,), (W, I, A), scope=Scope.OBJECTIVE)
def no_parent_link(picture: Picture, objective: Objective) -> Evidence | None:
    """Other objectives of the file name the goal above them and this one does not."""
    others = [o.parent for o in picture.team.objectives if o is not objective and o.parent]
    return Evidence() if others and not objective.parent else None


@signal("no-initiatives", 3, (_OUTCOME, _FOLLOW), (C, W, A))
def no_initiatives(picture: Picture, s: Standing) -> Evidence | None:
    """No initiative is linked while other key results have some, and E > 0.10.

    A file that never lists initiatives says nothing about the work, so it is not held against it.
    """
    others = any(other.key_result.initiatives for other in picture.standings)
    bare = others and not s.key_result.initiatives and picture.elapsed > 0.10
    return Evidence() if bare and not s.closed and (s.progress or 0) < 1 else None


DEPLOYMENT = {
    "level": re.compile(
        r"\b(?:company|team|department|unit|individual|group|organi[sz]ation)[- ](?:level|okrs)|\blevels?\b",
        re.IGNORECASE,
    ),
    "number": re.compile(
        r"\b(?:one|two|three|1|2|3|single|at most)\s+objectives?\b|number of objectives|key results each", re.IGNORECASE
    ),
    "rhythm": re.compile(
        r"\bquarter\w*|\b(?:four|six|three|4|6|3)[- ]months?\b|\btrimester|\bweekly\b|\bfortnight\w*|cycle of",
        re.IGNORECASE,
    ),
}
"""What a deployment settles first, and how a background says it (level, number of objectives, rhythm)."""
UNDECIDED = re.compile(
    r"\b(?:not (?:yet )?(?:settled|decided|clear|agreed)|undecided|open question|nothing (?:is|has been) (?:settled|decided)|unclear)\b",
    re.I,
)


@signal("no-okrs-yet", 5, (_INTENT, _OUTCOME, Pillar.SAFETY, _FOLLOW), (A,), scope=Scope.TEAM)
def no_okrs_yet(picture: Picture) -> Iterator[Evidence]:
    """The file holds no objective: a deployment session."""
    if not picture.team.objectives:
        yield Evidence()


def _not_settled(picture: Picture, what: str) -> Iterator[Evidence]:
    settled = (r for r in remarks_in(picture.team.background or "") if not UNDECIDED.search(r))
    if not picture.team.objectives and not any(DEPLOYMENT[what].search(remark) for remark in settled):
        yield Evidence(about=what)


@signal("level-open", 4, (_INTENT, _OUTCOME), (A,), scope=Scope.TEAM)
def level_open(picture: Picture) -> Iterator[Evidence]:
    """Nothing in the background says at which level OKRs will be set (deployment comes first)."""
    yield from _not_settled(picture, "level")


@signal("number-open", 4, (_INTENT, _OUTCOME), (A,), scope=Scope.TEAM)
def number_open(picture: Picture) -> Iterator[Evidence]:
    """Nothing in the background says how many objectives there will be."""
    yield from _not_settled(picture, "number")


@signal("rhythm-open", 4, (_FOLLOW,), (A,), scope=Scope.TEAM)
def rhythm_open(picture: Picture) -> Iterator[Evidence]:
    """Nothing in the background says how long a cycle lasts or how often the team checks in."""
    yield from _not_settled(picture, "rhythm")


def foundations_weak(picture: Picture) -> bool:
    """True when more than half of the key results are deliveries, volumes, all or nothing, or lack a figure.

    Coaching cannot mend goals that were made wrong: the set-up comes first.
    """
    found = (names_a_delivery, no_start, no_target, all_or_nothing, volume_measure)
    weak = sum(any(signal.find(picture, s) for signal in found) for s in picture.standings)
    return weak > len(picture.standings) / 2


def _milestone_by_title(key_result: KeyResult) -> bool:
    return key_result.kind is Kind.MILESTONE and not DIRECTION_ONLY.search(key_result.title)


def _similar(a: str, b: str) -> float:
    """Token-set similarity, 0 to 100, of two titles without their figures."""
    bare = [re.sub(r"[\d.,%€$£]+", " ", text.lower()) for text in (a, b)]
    return fuzz.token_set_ratio(*bare)


SIGNALS: tuple[Signal, ...] = (
    names_a_delivery,
    no_start,
    no_target,
    no_owner,
    all_or_nothing,
    volume_measure,
    near_standing_still,
    no_why,
    many_goals,
    close_to_parent,
    no_parent_link,
    no_initiatives,
    no_okrs_yet,
    level_open,
    number_open,
    rhythm_open,
)
