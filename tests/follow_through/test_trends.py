"""Measures of a team over cycles, check-ins and sessions, at their edges."""

from datetime import date, timedelta

import pytest

from questioner.follow_through.trends import MEASURES, History, trends
from questioner.standing import read
from questioner.team import Team

DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def points(picture):
    """``(day, value, label)`` of every point of one measure over the pictures of a team."""

    def made(key, *pictures, sessions=None):
        found = sorted((s for p in pictures for s in p.sessions), key=lambda s: s.date)
        history = History(tuple(pictures), tuple(found), max(p.as_of for p in pictures))
        return [((p.on - DAY).days, round(p.value, 3), p.label) for p in MEASURES[key](history)]

    return made


def cycle(team, number, end_score=None, **given):
    """A finished cycle of a hundred days, ``number`` cycles after the first, with the team's own day as its last."""
    start = DAY + timedelta(days=number * 100)
    dates = {"start": start.isoformat(), "end": (start + timedelta(days=99)).isoformat(), "name": f"C{number}"}
    made = team(kr={"score": end_score}, **given)
    return made.model_copy(update={"cycle": type(made.cycle).model_validate(dates)}), start + timedelta(days=99)


@pytest.mark.parametrize(
    ("kr", "now", "value"),
    [
        ({"start": 20, "target": 40}, {"value": 30}, 0.5),
        ({"start": 20, "target": 40}, {"value": 10}, 0.0),
        ({"start": 20, "target": 40}, {"value": 60}, 1.0),
        ({"start": 40, "target": 20}, {"value": 25}, 0.75),
        ({"start": 20, "target": 40, "score": 0.3}, {"value": 40}, 0.3),
    ],
)
def test_achievement_is_a_final_score_or_the_share_of_the_way(kr, now, value, points, picture):
    assert points("achievement", picture(kr=kr, now=now)) == [(50, value, f"{value:.0%} over one key result, so far")]


def test_achievement_leaves_out_what_has_no_figures(points, picture):
    krs = [{"kind": "milestone", "start": None, "target": None}, {"current": 30}]
    assert points("achievement", picture(krs=krs)) == [(50, 0.5, "50% over one key result, so far")]
    assert points("achievement", picture(krs=krs[:1])) == []


def test_progress_is_told_at_each_check_in_of_what_is_known_by_then(points, picture):
    check_ins = [
        {"day": 10, "KR1": {"value": 30}},
        {"day": 20, "KR2": {"value": 40}},
        {"day": 30, "notes": "no figures"},
    ]
    assert points("path", picture(krs=[{}, {}], check_ins=check_ins)) == [
        (10, 0.5, "50% over one key result"),
        (20, 0.75, "75% over two key results"),
        (30, 0.75, "75% over two key results"),
    ]


def test_time_to_target_is_the_share_of_the_cycle_at_the_first_reading_there(points, picture):
    check_ins = [{"day": d, "KR1": {"value": v}} for d, v in ((20, 30), (40, 40), (45, 30))]
    assert points("reached", picture(krs=[{}, {}], check_ins=check_ins)) == [
        (50, 0.4, "40% of the cycle, one key result")
    ]
    assert points("reached", picture(now={"value": 39})) == []


@pytest.mark.parametrize(
    ("key", "kr", "value"),
    [
        ("outcomes", {}, 1.0),
        ("outcomes", {"title": "Launch the new page", "start": None}, 0.0),
        ("outcomes", {"title": "Launch the new page", "start": None, "status": "done"}, 0.0),
        ("outcomes", {"title": "Page views", "unit": None}, 0.0),
        ("measurable", {}, 1.0),
        ("measurable", {"target": None}, 0.0),
        ("measurable", {"start": None}, 0.0),
        ("measurable", {"start": None, "status": "abandoned"}, 0.0),
    ],
)
def test_how_goals_are_made_is_told_whatever_became_of_them(key, kr, value, points, picture):
    assert [point[1] for point in points(key, picture(kr=kr))] == [value]


@pytest.mark.parametrize(
    ("commitments", "told"),
    [
        ([{"status": "done"}, {"status": "partly"}], "1 of 2"),
        ([{"status": "done"}, {"due": 49}], "1 of 2"),
        ([{"status": "done"}, {"due": 50}], "1 of 1"),
        ([{"status": "done"}, {}], "1 of 1"),
        ([{"status": "done"}, {"status": "dropped", "due": 30}], "1 of 1"),
        ([{}, {"due": 60}], None),
        ([], None),
    ],
)
def test_commitments_count_once_they_are_settled_or_past_their_day(commitments, told, points, picture):
    given = [{"text": f"do {number}", **c} for number, c in enumerate(commitments)]
    found = points("kept", picture(sessions=[{"day": 30, "commitments": given}]))
    assert [label for _, _, label in found] == ([told] if told else [])


def test_the_teams_own_questions_are_a_share_of_those_asked(points, picture):
    asked = ["What now?", {"text": "What next?", "by": "team"}, "Why?"]
    found = points("own", picture(sessions=[{"day": 30, "asked": asked}, {"day": 40}]))
    assert found == [(30, 0.333, "1 of 3")]


OWN = ([], [], [{"text": "What next?", "by": "team"}])


def test_two_points_are_no_trend_and_three_are_one(team, templates):
    def said(number):
        sessions = [
            {"day": 10 * n, "asked": ["What now?", *own]} for n, own in zip(range(1, number + 1), OWN, strict=False)
        ]
        return measure(trends([(team(sessions=sessions), DAY + timedelta(days=50))], templates)[0], "own").said

    assert said(2) == "A trend needs at least three sessions on which this was noted; on file: two."
    assert said(3) == "From 0% to 50% over three readings."


@pytest.mark.parametrize(
    ("latest", "told"),
    [
        ({"KR1": 30}, "From 50% to 30% over three readings."),
        (
            {"KR2": 10},
            "The first reading is over one key result and the last over two key results, so the two are not compared.",
        ),
    ],
)
def test_means_over_different_key_results_are_not_compared(latest, told, templates):
    readings = ({"KR1": 50}, {"KR1": 50}, latest)
    key_results = [{"id": name, "title": name, "start": 0, "target": 100} for name in ("KR1", "KR2")]
    given = Team.model_validate(
        {
            "team": "Harbour",
            "cycle": {"start": "2026-10-01", "end": "2026-12-31"},
            "objectives": [{"title": "Calm starts", "key_results": key_results}],
            "check_ins": [
                {
                    "date": f"2026-10-{10 + n}",
                    "key_results": {name: {"value": value} for name, value in figures.items()},
                }
                for n, figures in enumerate(readings)
            ],
        }
    )
    assert measure(trends([(given, date(2026, 11, 1))], templates)[0], "path").said == told


def measure(found, key):
    return next(m for m in found.measures if m.key == key)


def achieved(team, templates, scores, began):
    """What is said of achievement over cycles with these final scores, the first session on day ``began``."""
    cycles = [cycle(team, number, score) for number, score in enumerate(scores)]
    day = (DAY + timedelta(days=began)).isoformat()
    last, as_of = cycles[-1]
    coached = last.model_copy(update={"sessions": team(sessions=[{"date": day}]).sessions})
    return measure(trends([*cycles[:-1], (coached, as_of)], templates)[0], "achievement").said


def test_before_and_after_are_told_apart_by_the_first_session(team, templates):
    said = achieved(team, templates, [0.2, 0.4, 0.8], began=210)
    assert said == "30% before coaching began (two finished cycles), 80% since (one finished cycle)."


@pytest.mark.parametrize(("began", "told"), [(5, "zero before and two after"), (199, "one before and one after")])
def test_a_cycle_in_which_coaching_began_counts_as_after(began, told, team, templates):
    said = achieved(team, templates, [0.2, 0.8], began)
    assert (told in said) is (began == 5)
    assert said.startswith("20% before") is (began == 199)


def test_a_running_cycle_is_on_neither_side(team, templates):
    first, end = cycle(team, 0, 0.2)
    second, later = cycle(team, 1, 0.8, sessions=[{"day": 105}])
    found = trends([(first, end), (second, later - timedelta(days=1))], templates)[0]
    assert measure(found, "achievement").said.endswith("on file: one before and zero after.")


def test_files_of_one_team_are_one_story_in_order_and_sessions_carried_along_count_once(team, templates):
    sessions = [{"day": 50, "asked": ["What now?"]}]
    first, second = cycle(team, 0, 0.2, sessions=sessions), cycle(team, 1, 0.8, sessions=sessions)
    (found,) = trends([second, first], templates)
    assert [p.name for p in measure(found, "achievement").points] == ["C0", "C1"]
    assert len(measure(found, "own").points) == 1
    assert found.began == DAY + timedelta(days=50)


def test_teams_stand_in_order_of_their_names_and_none_is_told_of_another(team, templates):
    teams = [
        (team(team=name, now={"value": v}), DAY + timedelta(days=50)) for name, v in (("B", 40), ("A", 21), ("C", 30))
    ]
    found = trends(teams, templates)
    assert [t.team for t in found] == ["A", "B", "C"]
    for one, (alone, day) in zip(found, sorted(teams, key=lambda pair: pair[0].team), strict=True):
        assert trends([(alone, day)], templates) == (one,)


def test_a_team_before_its_okrs_has_no_points_and_is_told_so(team, templates):
    bare = team(phase="assess").model_copy(update={"objectives": ()})
    assert read(bare, DAY).standings == ()
    (found,) = trends([(bare, DAY)], templates)
    assert all(m.points == () and "on file: zero" in m.said for m in found.measures)


def test_feedback_is_kept_with_its_day(team, templates):
    sessions = [{"day": 20, "feedback": {"useful": "the second"}}, {"day": 30}]
    (found,) = trends([(team(sessions=sessions), DAY + timedelta(days=50))], templates)
    assert [(day, f.useful) for day, f in found.feedback] == [(DAY + timedelta(days=20), "the second")]
