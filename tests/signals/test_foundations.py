"""When the goals themselves come first."""

import pytest

from questioner.signals import foundations_weak, open_promises


@pytest.mark.parametrize(
    ("krs", "weak"),
    [
        ([{"start": None}, {}, {}], False),
        ([{"start": None}, {}], False),
        ([{"start": None}, {"target": None}, {}], True),
        ([{"kind": "milestone"}], True),
        ([{"owner": None}, {"owner": None}], False),
        ([], False),
    ],
)
def test_foundations_are_weak_when_more_than_half_of_the_key_results_cannot_show_an_effect(krs, weak, picture):
    assert foundations_weak(picture(krs=krs)) is weak


def test_open_promises_are_the_unfinished_ones_of_every_session_those_of_the_last_one_first(picture):
    promises = [{"text": "call ten members", "status": s} for s in ("done", "open", "partly", "dropped")]

    found = open_promises(
        picture(sessions=[{"day": 30, "commitments": promises[:2]}, {"day": 43, "commitments": promises}])
    )

    assert [(promise.ref, promise.place) for promise in found] == [("C2", (1, 1)), ("C3", (1, 2)), ("C5", (0, 1))]


def test_before_the_first_session_nothing_is_promised(picture):
    assert open_promises(picture()) == ()
