"""Both sides of every signal: teams in which it speaks and teams in which it stays silent, at its thresholds.

Day 20 of the cycle is a share of 0.20, and a key result goes from 20 to 40 unless a case says otherwise, so a
value of 26 is 0.30 of the way.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Case:
    """One team, and what the signal says of it: about which things (none: silent), with which figures."""

    name: str
    team: Mapping[str, Any]
    about: tuple[str, ...] = ()
    figures: Mapping[str, Any] = field(default_factory=dict)


def speaks(name: str, about: str = "O1.KR1", figures: Mapping[str, Any] | None = None, **team: Any) -> Case:
    return Case(name, team, tuple(about.split()), figures or {})


def silent(name: str, **team: Any) -> Case:
    return Case(name, team)


def values(*readings: tuple[int, float], **more: Any) -> dict[str, Any]:
    """Check-ins with these values; the sheet is of the day of the last one."""
    return {"day": readings[-1][0], "check_ins": [{"day": d, "KR1": {"value": v}} for d, v in readings], **more}


def confidence(*given: tuple[int, Any], **more: Any) -> dict[str, Any]:
    return {"day": given[-1][0], "check_ins": [{"day": d, "KR1": {"confidence": c}} for d, c in given], **more}


def both(*given: tuple[int, float, Any]) -> dict[str, Any]:
    return {
        "day": given[-1][0],
        "check_ins": [{"day": d, "KR1": {"value": v, "confidence": c}} for d, v, c in given],
    }


def blocked(*days: int, by: tuple[str, ...] = ("the missing hall key",)) -> dict[str, Any]:
    return {
        "day": days[-1],
        "check_ins": [{"day": d, "KR1": {"blockers": [by[n % len(by)]]}} for n, d in enumerate(days)],
    }


def promised(day: int = 43, **commitment: Any) -> dict[str, Any]:
    return {"sessions": [{"day": day, "commitments": [{"text": "We will call ten members", **commitment}]}]}


def targets(kr: float, *given: tuple[int, float]) -> dict[str, Any]:
    return {"kr": {"target": kr}, "check_ins": [{"day": d, "KR1": {"target": t}} for d, t in given]}


LOWER = {"start": 40, "target": 20}
NO_OKRS = {"objectives": [], "phase": "assess"}

MOVEMENT = {
    "behind-pace": [
        speaks("from a fifth of the cycle", figures={"expected": 24.0, "progress": 0.05}, day=20, kr={"current": 21}),
        silent("before a fifth of the cycle", day=19, kr={"current": 20}),
        speaks("a tenth behind", day=30, kr={"current": 24}),
        silent("less than a tenth behind", day=20, kr={"current": 22.2}),
        speaks("just under three quarters of the pace", day=40, kr={"current": 25.9}),
        silent("exactly three quarters of the pace", day=40, kr={"current": 26}),
        speaks("lower is better", figures={"expected": 30.0}, kr={**LOWER, "current": 38}),
        silent("lower is better and well under way", kr={**LOWER, "current": 29}),
        speaks("on the last day", day=100, kr={"current": 30}),
        silent("called off", kr={"current": 21, "status": "abandoned"}),
        silent("no metric", kr={"kind": "milestone", "current": 21}),
    ],
    "no-movement": [
        speaks("three readings alike", figures={"since": "2026-02-06"}, **values((36, 24), (43, 24), (50, 24))),
        silent("two readings alike", **values((36, 20), (43, 24), (50, 24))),
        speaks("within two hundredths of the way", **values((36, 24.4), (43, 24), (50, 24))),
        silent("beyond two hundredths of the way", **values((36, 24.5), (43, 24), (50, 24))),
        speaks("in small decimals", **values((36, 0.32), (43, 0.3), (50, 0.3), kr={"start": 0, "target": 1})),
        speaks("over twice the cadence", **values((36, 24), (50, 24))),
        silent("a day short of twice the cadence", **values((37, 24), (50, 24))),
        silent("at its target", **values((36, 40), (43, 40), (50, 40))),
    ],
    "reversal": [
        speaks("a twentieth of the way back", figures={"previous": 30, "current": 29}, **values((43, 30), (50, 29))),
        silent("less than a twentieth back", **values((43, 30), (50, 29.1))),
        speaks("up where lower is better", **values((43, 30), (50, 31), kr=LOWER)),
        silent("down where lower is better", **values((43, 30), (50, 29), kr=LOWER)),
        silent("a fall before the last step", **values((36, 30), (43, 25), (50, 26))),
    ],
    "required-rate": [
        speaks("twice the pace", figures={"times": 2.0}, **values((50, 22), (60, 24))),
        silent("less than twice the pace", **values((50, 21.9), (60, 24))),
        speaks("from two fifths of the cycle", **values((30, 22), (40, 23))),
        silent("before two fifths of the cycle", **values((29, 22), (39, 23))),
        speaks("against a reading 28 days old", **values((32, 22), (60, 23))),
        silent("against a reading 29 days old", **values((31, 22), (60, 23))),
        silent("no pace at all", **values((50, 22), (60, 22))),
        silent("away from the target", **values((50, 22), (60, 21))),
        speaks("two days left", **values((90, 22), (98, 23))),
        silent("one day left", **values((90, 22), (99, 23))),
    ],
    "late-and-low": [
        speaks("from three quarters on, under two fifths", figures={"progress": 0.395}, day=75, kr={"current": 27.9}),
        silent("at two fifths of the way", day=75, kr={"current": 28}),
        silent("at two fifths of the way in decimals", day=75, kr={"start": 1, "target": 2, "current": 1.4}),
        silent("before three quarters", day=74, kr={"current": 21}),
    ],
    "target-reached-early": [
        speaks("reached before seven tenths", figures={"progress": 1.0}, day=69, kr={"current": 40}),
        silent("reached at seven tenths", day=70, kr={"current": 40}),
        speaks("nearly reached before half", day=49, kr={"current": 38}),
        silent("nearly reached at half", day=50, kr={"current": 38}),
        silent("under nine tenths before half", day=49, kr={"current": 37.9}),
    ],
    "target-changed": [
        speaks("after the draft", figures={"old_target": 40, "target": 30}, **targets(40, (16, 30))),
        silent("on the last day of the draft", **targets(40, (15, 30))),
        silent("in the draft and told again since", **targets(40, (10, 30), (50, 30))),
        speaks("once and told again since", figures={"old_target": 40}, **targets(40, (30, 30), (50, 30))),
        speaks("the newest also in the key result", figures={"old_target": 40}, **targets(30, (10, 40), (40, 30))),
        silent("the same in every check-in", **targets(40, (30, 40), (50, 40))),
    ],
    "step-forward": [
        speaks("by 0.15 of the way", figures={"previous": 24, "current": 27}, **values((43, 24), (50, 27))),
        silent("by less", **values((43, 24), (50, 26.9))),
        speaks("down where lower is better", **values((43, 36), (50, 33), kr=LOWER)),
        speaks("reached late", day=70, kr={"current": 40}),
        silent("reached early, which another signal tells", day=69, kr={"current": 40}),
        speaks("seven tenths of an ambition", day=80, kr={"current": 34}, objective={"ambition": "aspirational"}),
        silent(
            "under seven tenths of an ambition", day=80, kr={"current": 33.9}, objective={"ambition": "aspirational"}
        ),
        speaks("steady and in step", figures={"previous": 24, "current": 30}, **values((20, 24), (43, 28), (50, 30))),
        silent("steady and not in step", **values((20, 24), (43, 28), (50, 29.9))),
        silent("in step, and too little to tell", **values((18, 25), (25, 25.9))),
        silent("an ambition reached early", day=49, kr={"current": 40}, objective={"ambition": "aspirational"}),
        silent("seven tenths of a commitment", day=80, kr={"current": 34}, objective={"ambition": "committed"}),
    ],
}

CONFIDENCE = {
    "confidence-fell": [
        speaks(
            "two points at once",
            figures={"confidence_before": "7/10", "confidence": "5/10", "before_on": "2026-02-13"},
            **confidence((43, 7), (50, 5)),
        ),
        silent("less than two points", **confidence((43, 7), (50, 5.1))),
        speaks(
            "two points in two steps", figures={"confidence_before": "7/10"}, **confidence((36, 7), (43, 6), (50, 5))
        ),
        silent("less than two points in two steps", **confidence((36, 7), (43, 6.5), (50, 5.5))),
        silent("two points in three steps with a halt", **confidence((36, 7), (40, 6), (43, 6), (50, 5))),
        speaks("fractions", figures={"confidence_before": "0.7"}, **confidence((43, 0.7), (50, 0.5))),
        speaks("colours", figures={"confidence": "amber"}, **confidence((43, "green"), (50, "amber"))),
        silent("up again", **confidence((36, 8), (43, 5), (50, 6))),
    ],
    "confidence-above-progress": [
        speaks("seven at a third", figures={"confidence": "7/10"}, day=33, kr={"current": 23, "confidence": 7}),
        silent("before a third", day=32, kr={"current": 20, "confidence": 7}),
        silent("under seven", day=33, kr={"current": 23, "confidence": 6.9}),
        speaks("just under half the pace", day=40, kr={"current": 23.9, "confidence": 8}),
        silent("half the pace", day=40, kr={"current": 24, "confidence": 8}),
        speaks("green", day=40, kr={"current": 23, "confidence": "green"}),
        silent("done", day=40, kr={"current": 23, "confidence": 8, "status": "done"}),
    ],
    "confidence-below-progress": [
        speaks("four at the pace", figures={"progress": 0.5, "elapsed": 0.5}, kr={"current": 30, "confidence": 4}),
        silent("over four", kr={"current": 30, "confidence": 4.1}),
        silent("just behind the pace", kr={"current": 29.9, "confidence": 4}),
        silent("at its target", kr={"current": 40, "confidence": 4}),
        silent("amber", kr={"current": 30, "confidence": "amber"}),
        speaks("red", kr={"current": 30, "confidence": "red"}),
    ],
    "confidence-without-evidence": [
        speaks("nothing said", figures={"confidence": "6/10"}, now={"value": 30, "confidence": 6}),
        silent("a figure", now={"confidence": 6, "comment": "Up to 30 since Monday"}),
        silent("a figure in words", now={"confidence": 6, "comment": "Three of four"}),
        speaks("five words", now={"confidence": 6, "comment": "Members told us so today"}),
        silent("six words", now={"confidence": 6, "comment": "Members told us so only today"}),
        speaks("six words without grounds", now={"confidence": 6, "comment": "We think it is going alright"}),
        silent("no confidence", now={"value": 30}),
        silent("grounds in the notes", now={"confidence": 6}, notes="Members told us trial activation is easy now."),
        speaks(
            "grounds for something else", now={"confidence": 6}, notes="Members told us the hall is cold in winter."
        ),
        silent("at its target", now={"value": 40, "confidence": 6}),
    ],
    "confidence-unchanged": [
        speaks("a tenth of the way", figures={"check_ins": 3}, **both((36, 22, 6), (43, 23, 6), (50, 24, 6))),
        silent("less than a tenth of the way", **both((36, 22, 6), (43, 23, 6), (50, 23.9, 6))),
        silent("two check-ins", **both((36, 22, 7), (43, 23, 6), (50, 25, 6))),
        silent("another confidence between", **both((36, 22, 6), (43, 23, 5), (50, 25, 6))),
        speaks("a quarter of the cycle", **confidence((25, 6), (37, 6), (50, 6))),
        silent("a day short of a quarter", **confidence((26, 6), (37, 6), (50, 6))),
    ],
    "confidence-spread": [
        speaks("three points", figures={"lowest": 4, "highest": 7}, now={"scores": [7, 5, 4]}),
        silent("less than three points", now={"scores": [7, 4.1]}),
        speaks("fractions", figures={"lowest": 0.6}, now={"scores": [0.9, 0.6]}),
        speaks("percentages", figures={"lowest": "50%", "highest": "80%"}, now={"scores": ["80%", "50%"]}),
        silent("percentages close together", now={"scores": ["80%", "51%"]}),
        silent("nought and one of ten", now={"scores": [1, 0], "confidence": 5}),
        silent("one score", now={"scores": [2]}),
    ],
    "all-confident": [
        speaks("three at seven", "team", {"kr_count": 3}, day=26, krs=[{"confidence": 7}] * 3),
        silent("at a quarter of the cycle", day=25, krs=[{"confidence": 7}] * 3),
        speaks("before nine tenths", "team", day=89, krs=[{"confidence": 7}] * 3),
        silent("at nine tenths", day=90, krs=[{"confidence": 7}] * 3),
        silent("two", krs=[{"confidence": 7}] * 2),
        silent("one under seven", krs=[{"confidence": 7}] * 2 + [{"confidence": 6.9}]),
        silent("one without", krs=[{"confidence": 7}] * 3 + [{}]),
    ],
}

QUALITY = {
    "names-a-delivery": [
        speaks("a verb of delivery", kr={"title": "Launch the new guide"}),
        silent("the effect of it", kr={"title": "Launch of the guide lifts the share of members who return"}),
        silent("delivered", kr={"title": "Launch the new guide", "status": "done"}),
        silent("a noun that looks like a verb", kr={"title": "Open rate of the newsletter"}),
        speaks("a milestone with the word of an effect", kr={"title": "Publish the rate card", "kind": "milestone"}),
        speaks("the team's own products", kr={"title": "Evenings in the hall", "unit": "workshops"}),
        silent("what others do", kr={"title": "Evenings in the hall", "unit": "members"}),
    ],
    "no-start": [
        speaks("none", figures={"target": 40}, kr={"start": None}),
        speaks("nought of a rate", figures={"start": 0}, kr={"start": 0, "unit": "%"}),
        silent("nought of a count", kr={"start": 0, "unit": "members"}),
        silent("no target either", kr={"start": None, "target": None}),
        silent("a milestone", kr={"start": None, "kind": "milestone"}),
        silent("one", kr={}),
    ],
    "no-target": [
        speaks("none", figures={"start": 20}, kr={"target": None}),
        silent("one", kr={}),
        silent("one in a check-in", kr={"target": None}, now={"target": 40}),
        silent("done", kr={"target": None, "status": "done"}),
        silent("a milestone", kr={"target": None, "kind": "milestone", "title": "The second hall is ours"}),
        speaks("a milestone that is a direction", kr={"target": None, "kind": "milestone", "title": "Better evenings"}),
    ],
    "no-owner": [
        speaks("none", kr={"owner": None}),
        speaks("everybody", kr={"owner": "the team"}),
        speaks("to be decided", kr={"owner": "TBD"}),
        silent("somebody", kr={"owner": "Mina"}),
        silent("done", kr={"owner": None, "status": "done"}),
    ],
    "all-or-nothing": [
        speaks("a milestone", kr={"kind": "milestone"}),
        speaks("from nought to one", kr={"start": 0, "target": 1, "unit": None}),
        silent("from nought to one per cent", kr={"start": 0, "target": 1}),
        silent("from nought to two", kr={"start": 0, "target": 2, "unit": None}),
        silent("done", kr={"kind": "milestone", "status": "done"}),
    ],
    "volume-measure": [
        speaks("sign-ups", kr={"title": "Newsletter sign-ups", "unit": "people"}),
        speaks(
            "sign-ups from one number to another", kr={"title": "Newsletter sign-ups from 18 to 30", "unit": "people"}
        ),
        silent("fewer of them", kr={"title": "Visits without an end", "unit": "people", "start": 30, "target": 18}),
        silent("sign-ups that come back", kr={"title": "Newsletter sign-ups who return"}),
        silent("a rate of them", kr={"title": "Newsletter sign-ups", "unit": "%"}),
        silent("something else", kr={"title": "Evenings in the hall", "unit": "people"}),
        silent("done", kr={"title": "Newsletter sign-ups", "unit": "people", "status": "done"}),
    ],
    "near-standing-still": [
        speaks("a twentieth", figures={"start": 40, "target": 42}, kr={"start": 40, "target": 42}),
        silent("over a twentieth", kr={"start": 40, "target": 42.1}),
        speaks("a twentieth in decimals", kr={"start": 0.9, "target": 0.945}),
        speaks("upkeep", kr={"title": "Keep complaints where they are"}),
        silent("the word later in the title", kr={"title": "Members who keep coming"}),
        silent("upkeep of nothing", kr={"title": "Keep complaints where they are", "target": None}),
    ],
    "no-why": [
        speaks("none", "O1", objective={"why": None}),
        speaks("five words", "O1", objective={"why": "Because the members want it"}),
        silent("six words", objective={"why": "Because all the members want it"}),
    ],
    "many-goals": [
        speaks("four objectives", "team", {"objective_count": 4, "kr_count": 4}, objectives=[{}] * 4),
        silent("three objectives", objectives=[{}] * 3),
        speaks("six under one", "team", {"objective_count": 1, "kr_count": 6}, krs=[{}] * 6),
        silent("five under one", krs=[{}] * 5),
        speaks("thirteen in all", "team", {"kr_count": 13}, objectives=[{"krs": [{}] * n} for n in (5, 5, 3)]),
        silent("twelve in all", objectives=[{"krs": [{}] * 4}] * 3),
        silent("four objectives and no key result", objectives=[{"krs": []}] * 4),
    ],
    "close-to-parent": [
        speaks("four fifths alike", "O1", objective={"title": "Calmer", "parent": "Calm"}),
        silent("less alike", objective={"title": "Calmest", "parent": "Calm"}),
        speaks(
            "but for the figure", "O1", objective={"title": "Halls full on 80% of days", "parent": "Halls full on days"}
        ),
        silent("no parent", objective={"title": "Calmer"}),
    ],
    "no-parent-link": [
        speaks("others have one", "O2", objectives=[{"parent": "The whole town meets"}, {}]),
        silent("none has one", objectives=[{}, {}]),
        silent("both have one", objectives=[{"parent": "The whole town meets"}] * 2),
    ],
    "no-initiatives": [
        speaks("others have some", "O1.KR2", day=11, krs=[{"initiatives": ["a poster"]}, {}]),
        silent("at a tenth of the cycle", day=10, krs=[{"initiatives": ["a poster"]}, {}]),
        silent("none has any", krs=[{}, {}]),
        silent("at its target", krs=[{"initiatives": ["a poster"]}, {"current": 40}]),
        silent("done", krs=[{"initiatives": ["a poster"]}, {"status": "done"}]),
    ],
    "no-okrs-yet": [speaks("none", "team", **NO_OKRS), silent("one", phase="assess")],
    "level-open": [
        speaks("nothing said", "level", **NO_OKRS),
        silent("said", **NO_OKRS, background="We start with team-level goals."),
        silent("OKRs are there"),
    ],
    "number-open": [
        speaks("nothing said", "number", **NO_OKRS),
        silent("said", **NO_OKRS, background="We start with two objectives."),
        silent("OKRs are there"),
    ],
    "rhythm-open": [
        speaks("nothing said", "rhythm", **NO_OKRS),
        silent("said", **NO_OKRS, background="We meet weekly."),
        silent("OKRs are there"),
    ],
}

DONE = "We published the new guide."
NOTES = {
    "activity-without-effect": [
        speaks("a delivery", now={"comment": DONE}),
        silent("and what it changed", now={"comment": f"{DONE} Calls about the hall fell."}),
        silent("nothing delivered", now={"comment": "We talked about the new guide."}),
        speaks("for the team as a whole", "team", notes=DONE),
        speaks("named in the notes", notes="We published the new guide for trial activation."),
        silent("delivered and closed", kr={"status": "done"}, now={"comment": DONE}),
        speaks(
            "moved two hundredths",
            day=50,
            check_ins=[{"day": 43, "KR1": {"value": 24}}],
            now={"value": 24.4, "comment": DONE},
        ),
        silent(
            "moved further", day=50, check_ins=[{"day": 43, "KR1": {"value": 24}}], now={"value": 24.5, "comment": DONE}
        ),
    ],
    "short-update": [
        speaks("a filler", now={"comment": "Going well, more next week."}),
        speaks("three words", now={"comment": "Quiet week here"}),
        silent("four words", now={"comment": "A quiet week here"}),
        silent("a figure", now={"comment": "Now 24"}),
        silent("nothing said", now={"value": 24}),
        silent("done", kr={"status": "done"}, now={"comment": "Going well"}),
    ],
    "blocker": [
        speaks("listed", now={"blockers": ["the missing hall key"]}),
        speaks("told", now={"comment": "Blocked by the missing hall key."}),
        speaks("told of the team", "team", notes="We are stuck on the missing hall key."),
        silent("none", now={"comment": "The hall key is back."}),
        speaks("for the second time", **blocked(43, 50)),
        silent("for the third time, which another signal tells", **blocked(36, 43, 50)),
    ],
    "recurring-blocker": [
        speaks("for the third time", figures={"repeat_count": 3}, **blocked(36, 43, 50)),
        silent("for the second time", **blocked(43, 50)),
        silent(
            "something else each time", **blocked(36, 43, 50, by=("the missing hall key", "rain", "a broken boiler"))
        ),
    ],
    "dependency": [
        speaks("a function", now={"comment": "Waiting on Legal for the text."}),
        speaks("a team in a blocker", now={"blockers": ["waiting for the design team"]}),
        speaks("for the team as a whole", "team", notes="The plan depends on the town council."),
        silent("a thing", now={"comment": "Waiting for the paint to dry."}),
        silent("a person", now={"comment": "Waiting for Mina to write."}),
        silent("a function without a wait", now={"comment": "Legal sent the text."}),
    ],
    "competing-priorities": [
        speaks("no time", now={"comment": "There was no time for calls."}),
        speaks("for the team as a whole", "team", notes="Short-staffed since Monday."),
        speaks("people missing", "team", notes="We were two people down for most of it."),
        silent("time enough", now={"comment": "There was time for calls."}),
    ],
    "speaking-up": [
        speaks("fear", "team", now={"comment": "Some were afraid to ask."}, notes="Nobody told us."),
        *(
            speaks(said, "team", notes=said)
            for said in (
                "People are careful what they say in the Monday meeting.",
                "Nobody wanted to be the one who put it in writing.",
                "It went quiet when the figure came up.",
                "She did not want to raise it again.",
                "There was some finger-pointing after the outage.",
                "We sugar-coat the report before it goes up.",
            )
        ),
        silent("none", now={"comment": "Some were glad to ask."}),
        *(
            silent(said, notes=said)
            for said in (
                "People wanted to say more about the hall.",
                "We are careful with the paint.",
                "Some were worried about the rain.",
                "We do not want to repeat the survey.",
            )
        ),
    ],
    "doubt-about-okrs": [
        speaks("in the background", "team", background="Half of us call this box-ticking."),
        speaks("in the notes", "team", notes="Feels like a waste of time."),
        speaks("as forms", "team", notes="To me it is form-filling, and nobody looks at it afterwards."),
        silent("none", background="OKRs are new to us.", notes="The time was well spent."),
        silent("forms that are the work", notes="The new form halves the paperwork for parents."),
    ],
    "scoring-talk": [
        speaks("a bonus", "team", notes="The bonus hangs on this."),
        speaks("pay", "team", notes="If the score decides about pay, we pick an easy one."),
        speaks("before the first check-in", "team", background="Six of us asked about the yearly rating."),
        silent(
            "in the background of an older day", background="Six of us asked about the yearly rating.", notes="Fine."
        ),
        silent("none", notes="The roof hangs on this."),
    ],
    "decision-pending": [
        speaks("asked for", now={"asks": ["the second hall"]}),
        speaks("told", now={"comment": "We need a decision on the second hall."}),
        speaks("told of the team", "team", notes="Approval is pending for the second hall."),
        silent(
            "asked for in an older check-in",
            check_ins=[{"day": 43, "KR1": {"asks": ["the second hall"]}}],
            now={"value": 24},
        ),
        silent("settled", now={"comment": "The decision on the second hall is made."}),
    ],
}

FOLLOW_THROUGH = {
    "no-recent-entry": [
        speaks(
            "over one and a half times the cadence",
            figures={"days_since_update": 16},
            cadence_days=10,
            check_ins=[{"day": 34, "KR1": {"value": 24}}],
        ),
        silent("one and a half times the cadence", cadence_days=10, check_ins=[{"day": 35, "KR1": {"value": 24}}]),
        silent("before the first entry"),
        silent("done", kr={"status": "done"}, check_ins=[{"day": 10, "KR1": {"value": 24}}]),
    ],
    "commitment-open": [
        speaks("due today", "C1", {"commitment_date": "2026-02-13", "due": "2026-02-20"}, **promised(due=50)),
        silent("due tomorrow", **promised(due=51)),
        speaks("undated and a cadence old", "C1", **promised(43)),
        silent("undated and younger", **promised(44)),
        speaks("partly done", "C1", **promised(due=50, status="partly")),
        speaks(
            "of the session before the last",
            "C1",
            {"commitment_date": "2026-01-31"},
            sessions=[{"day": 30, "commitments": [{"text": "We will call"}]}, {"day": 43}],
        ),
        silent("done", **promised(due=50, status="done")),
        silent("dropped", **promised(due=50, status="dropped")),
    ],
    "commitment-done": [
        speaks("done", "C1", {"commitment_date": "2026-02-13"}, **promised(status="done")),
        silent("open", **promised()),
        speaks(
            "found done in the last session",
            "C1",
            {"commitment_date": "2026-01-31"},
            sessions=[
                {"day": 30, "commitments": [{"text": "We will call", "status": "done", "closed": "2026-02-13"}]},
                {"day": 43},
            ],
        ),
        silent(
            "found done before the last session",
            sessions=[
                {"day": 30, "commitments": [{"text": "We will call", "status": "done", "closed": "2026-02-12"}]},
                {"day": 43},
            ],
        ),
        silent(
            "done in the session before the last",
            sessions=[{"day": 30, "commitments": [{"text": "We will call", "status": "done"}]}, {"day": 43}],
        ),
    ],
    "insight-noted": [
        speaks("one", "insight", sessions=[{"day": 43, "insights": ["Calls work best before noon"]}]),
        silent("that names somebody", sessions=[{"day": 43, "insights": ["Mina calls best before noon"]}]),
        silent("none", sessions=[{"day": 43}]),
    ],
    "decision-noted": [
        speaks("one", "decision", sessions=[{"day": 43, "decisions": ["No calls on Fridays"]}]),
        speaks(
            "the first that names nobody",
            "decision",
            sessions=[{"day": 43, "decisions": ["Mina calls alone", "No calls on Fridays"]}],
        ),
        silent("that names somebody", sessions=[{"day": 43, "decisions": ["Mina calls alone"]}]),
        silent(
            "of the session before the last", sessions=[{"day": 30, "decisions": ["No calls on Fridays"]}, {"day": 43}]
        ),
    ],
}

CASES = MOVEMENT | CONFIDENCE | QUALITY | NOTES | FOLLOW_THROUGH
"""Every signal by its slug."""


def all_cases() -> Iterator[tuple[str, str, Case]]:
    """Yield ``(id, slug, case)``."""
    for slug, cases in CASES.items():
        yield from ((f"{slug}: {case.name}", slug, case) for case in cases)
