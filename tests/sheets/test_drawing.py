"""The way of a key result, drawn and told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questioner.session import Track, TrackPoint
from questioner.sheets.drawing import BOTTOM, CONFIDENCE_BOTTOM, CONFIDENCE_TOP, LEFT, RIGHT, TOP, caption, draw, told
from questioner.tracks import tracks

SHARES = st.one_of(st.none(), st.floats(-1e6, 1e6, allow_nan=False))
UNIT = st.one_of(st.none(), st.floats(0, 1))
POINTS = st.builds(
    TrackPoint, st.just("2026-08-31"), st.floats(-2, 3), st.text(max_size=9), SHARES, UNIT, st.text(max_size=9)
)
TRACKS = st.builds(
    Track, st.just("O1.KR1"), st.text(max_size=9), st.text(max_size=9), st.text(max_size=9), st.text(max_size=9), SHARES, UNIT,
    st.text(max_size=9), st.lists(POINTS, max_size=6).map(tuple),
)  # fmt: skip


def drawn(picture, **team):
    made = picture(**team)
    return draw(tracks(made)[0], made.elapsed)


def test_a_figure_that_is_to_fall_rises_on_the_page_as_it_falls(picture):
    lower = {"start": 310, "target": 120}
    falling = drawn(
        picture, kr=lower, check_ins=[{"day": 20, "KR1": {"value": 280}}, {"day": 40, "KR1": {"value": 200}}]
    )
    first, second = falling.dots
    assert BOTTOM > first.y > second.y > TOP


def test_higher_and_lower_is_better_look_alike_on_the_same_way(picture):
    up = drawn(picture, kr={"start": 0, "target": 100}, now={"value": 25})
    down = drawn(picture, kr={"start": 100, "target": 0}, now={"value": 75})
    assert (up.line, up.dots) == (down.line, down.dots)
    assert (down.start, down.target) == ("100%", "0%")


def test_time_runs_from_left_to_right_with_the_day_of_the_sheet_marked(picture):
    half = drawn(picture, day=50, now={"value": 25})
    assert half.today_x == half.dots[-1].x == (LEFT + RIGHT) / 2


def test_confidence_stands_below_as_a_bar_of_its_own_height(picture):
    made = drawn(
        picture,
        check_ins=[
            {"day": 20, "KR1": {"value": 25, "confidence": 10}},
            {"day": 40, "KR1": {"value": 25, "confidence": 5}},
        ],
    )
    whole, half = made.bars
    assert (whole.top, whole.height) == (CONFIDENCE_TOP, CONFIDENCE_BOTTOM - CONFIDENCE_TOP)
    assert half.height == whole.height / 2


def test_a_value_without_a_check_in_is_one_dot_today(picture):
    assert len(drawn(picture, kr={"current": 30}).dots) == 1


@pytest.mark.parametrize(
    "kr",
    [
        {"kind": "ordinal", "start": "idea", "target": "live", "current": "beta"},
        {"start": None},
        {"start": 40},
        {"target": None},
    ],
)
def test_what_has_no_way_is_told_and_not_drawn(kr, picture):
    made = picture(kr={"current": 30, **kr})
    (track,) = tracks(made)
    assert draw(track, made.elapsed) is None
    assert track.current in told(track, made.elapsed)


@pytest.mark.parametrize(
    ("value", "way"),
    [(25, "25% of the way"), (20, "0% of the way"), (15, "further off than at the start"), (45, "past the target")],
)
def test_the_caption_says_how_far_it_is_and_how_late(value, way, picture):
    made = picture(kr={"start": 20, "target": 40}, now={"value": value, "confidence": 6}, day=60)
    way = way.replace("25%", "25%")
    assert caption(tracks(made)[0], made.elapsed) == f"{value}% · {way}, 60% of the time · confidence 6/10"


def test_the_words_tell_every_check_in(picture):
    made = drawn(
        picture,
        day=50,
        check_ins=[{"day": 20, "KR1": {"value": 25, "confidence": 7}}, {"day": 40, "KR1": {"value": 30}}],
    )
    assert made.words == (
        "From 20% at the start of the cycle to a target of 40%. Now 30%: 50% of the way, with 50% of the time gone. "
        "21 January: 25%, confidence 7/10. 10 February: 30%."
    )


@given(TRACKS, st.floats(0, 1))
def test_nothing_is_ever_drawn_outside_its_frame(track, elapsed):
    made = draw(track, elapsed)
    if made is None:
        return
    for dot in made.dots:
        assert LEFT <= dot.x <= RIGHT
        assert TOP <= dot.y <= BOTTOM
    assert BOTTOM >= made.start_y > made.target_y >= TOP
    for bar in made.bars:
        assert bar.top >= CONFIDENCE_TOP
        assert bar.top + bar.height <= CONFIDENCE_BOTTOM + 0.1
