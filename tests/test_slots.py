"""Filling slots."""

import pytest

from questioner.slots import fill, names, shape


def test_slots_are_filled_wherever_they_stand():
    assert fill("{kr}: from {a} to {b}, {kr}.", {"kr": "calls", "a": "1", "b": "2"}) == "calls: from 1 to 2, calls."


@pytest.mark.parametrize("slots", [{}, {"kr": ""}, {"other": "x"}])
def test_a_text_with_an_empty_or_unknown_slot_is_not_used(slots):
    assert fill("How is {kr}?", slots) is None


def test_a_text_without_slots_needs_none():
    assert fill("How do you see it?", {}) == "How do you see it?"


def test_a_value_is_never_read_as_a_template():
    assert fill("{a} {b}", {"a": "{b}", "b": "{{ config }}"}) == "{b} {{ config }}"


def test_only_small_letters_and_underscores_make_a_slot():
    assert fill("{KR} {} {2} {kr.title}", {}) == "{KR} {} {2} {kr.title}"


def test_slots_are_named_in_order():
    assert names("{b} and {a_b}, {b}") == ("b", "a_b", "b")


def test_the_shape_of_a_text_fits_whatever_fills_it_and_no_other_text():
    made = shape("What of {blocker} (in {kr})?")
    assert made.fullmatch("what of the missing hall key (in calm mornings)?")
    assert not made.fullmatch("What of the missing hall key in calm mornings?")
    assert not made.fullmatch("What of (in calm mornings)?")
