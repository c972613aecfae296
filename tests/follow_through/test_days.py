"""Days as people write them."""

from datetime import date

import pytest

from questioner.follow_through.days import read, told

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-11-23", date(2026, 11, 23)),
        ("by 2026-11-23.", date(2026, 11, 23)),
        ("23 November", date(2026, 11, 23)),
        ("23.11.2026", date(2026, 11, 23)),
        ("by 4. 12. 2027.", date(2027, 12, 4)),
        ("12.23.2026", None),
        ("23rd of November 2027", date(2027, 11, 23)),
        ("Nov 23", date(2026, 11, 23)),
        ("November 23rd, 2026", date(2026, 11, 23)),
        ("1 Sept", date(2027, 9, 1)),
        ("16 November", MONDAY),
        ("15 November", date(2027, 11, 15)),
        ("Friday", date(2026, 11, 20)),
        ("by monday", date(2026, 11, 23)),
        ("+7", date(2026, 11, 23)),
        ("+0", MONDAY),
        ("29 February", None),
        ("today", MONDAY),
        ("tomorrow", date(2026, 11, 17)),
        ("this Friday", date(2026, 11, 20)),
        ("next Friday", date(2026, 11, 27)),
        ("next Monday", date(2026, 11, 23)),
        ("in two weeks", date(2026, 11, 30)),
        ("in a  week", date(2026, 11, 23)),
        ("within 10 days", date(2026, 11, 26)),
        ("a fortnight from now", date(2026, 11, 30)),
        ("29 February 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_it_was_meant_on_the_day_of_the_session(text, meant):
    assert read(text, MONDAY) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "next week",
        "23/11",
        "11/23/2026",
        "23.11.",
        "ju 3",
        "2026-13-01",
        "31 June",
        "+99999",
        "Halina",
        "next",
        "in weeks",
        "in two",
        "next next friday",
        "a few weeks",
    ],
)
def test_what_is_no_day_or_could_be_two_is_none(text):
    assert read(text, MONDAY) is None


def test_a_friday_on_a_friday_is_the_one_a_week_later():
    friday = date(2026, 11, 20)
    assert read("Friday", friday) == read("next Friday", friday) == date(2026, 11, 27)


def test_a_day_is_told_with_its_weekday_and_year():
    assert told(MONDAY) == "Monday, 16 November 2026"
