"""Figures, days, confidence and status in the ways people and spreadsheets write them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questioner.importing import values
from questioner.importing.values import DayOrder, Decimal, Figure

POINT, COMMA = Decimal.POINT, Decimal.COMMA


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("45 %", Figure(45, "%")),
        ("45%", Figure(45, "%")),
        ("1.234,5", Figure(1234.5)),
        ("1,234.5", Figure(1234.5)),
        ("1.234.567", Figure(1234567)),
        ("12,5", Figure(12.5)),
        ("0,750", Figure(0.75)),
        ("€1.2M", Figure(1.2, "€M")),
        ("1,2 Mio", Figure(1.2, "Mio")),
        ("$ -3", Figure(-3, "$")),
        ("(45)", Figure(-45)),
        ("−7", Figure(-7)),
        ("1 234 567,8 €", Figure(1234567.8, "€")),
        ("1'200", Figure(1200)),
        ("1\u202f200\u00a0kg", Figure(1200, "kg")),
        ("30 a week", Figure(30, "a week")),
        ("EUR 5", Figure(5, "EUR")),
        (7, Figure(7)),
        (1.234, Figure(1.234)),
    ],
)
def test_a_figure_is_read_with_its_unit(cell, figure):
    assert values.figure(cell, None) == figure


@pytest.mark.parametrize("cell", ["1.234", "1,234", "€ 12,000"])
def test_a_figure_that_may_be_two_is_refused_until_somebody_says_which(cell):
    with pytest.raises(ValueError, match=r"may be .* or .*--decimal"):
        values.figure(cell, None)
    whole, part = (
        values.figure(cell, COMMA if "." in cell else POINT),
        values.figure(cell, POINT if "." in cell else COMMA),
    )
    assert whole.value == part.value * 1000


@pytest.mark.parametrize("cell", ["30-40", "about 30", "3 of 9", "12 34", "1,23,4.5", "1.2.3", "16.11.2026", "v2"])
def test_half_a_figure_is_refused_and_not_cut_short(cell):
    with pytest.raises(ValueError, match="saw '"):
        values.figure(cell, None)


@pytest.mark.parametrize("cell", ["", " ", "-", "n/a", "TBD", None, "by word of mouth"])
def test_no_figure_is_none(cell):
    assert values.figure(cell, None) is None


def test_a_sign_that_does_not_fit_the_file_is_refused():
    with pytest.raises(ValueError, match="decimal comma is expected"):
        values.figure("12.5", COMMA)


@pytest.mark.parametrize(
    ("cells", "sign"),
    [(["1.234", "0,5"], COMMA), (["1,234", "2.5"], POINT), (["1.234"], None), (["0,5", "0.5"], None), ([1.5], None)],
)
def test_the_decimal_sign_is_what_all_figures_agree_on(cells, sign):
    assert values.sign_of_decimals(cells) is sign


@given(st.floats(min_value=-1e9, max_value=1e9).map(lambda number: round(number, 2)))
def test_german_and_english_writing_of_one_number_read_alike(number):
    english = f"{number:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert values.figure(english, POINT).value == values.figure(german, COMMA).value == number


@given(st.text(max_size=40))
def test_any_text_is_a_figure_none_or_a_sentence(cell):
    try:
        values.figure(cell, None)
    except ValueError as error:
        assert str(error).startswith("saw ")  # noqa: PT017 - either is fine, anything else is not


@pytest.mark.parametrize(
    ("figure", "spelt"),
    [
        (Figure(1.2, "€M"), Figure(1_200_000, "€")),
        (Figure(900, "€k"), Figure(900_000, "€")),
        (Figure(3, "bn"), Figure(3e9)),
        (Figure(5, "%"), Figure(5, "%")),
    ],
)
def test_a_scale_is_multiplied_in(figure, spelt):
    assert values.spelt_out(figure) == spelt


@pytest.mark.parametrize(
    "cell",
    ["2026-11-03", "2026/11/3", "2026-11-03T09:30:00Z", "3.11.2026", "03. 11. 2026", "3 Nov 2026", "3. November 2026",
     "Nov 3, 2026", "November 3rd 2026", date(2026, 11, 3), datetime(2026, 11, 3, 9, 30)],
)  # fmt: skip
def test_a_day_is_read(cell):
    assert values.day(cell, None) == date(2026, 11, 3)


def test_german_months_are_read():
    assert values.day("16. Okt 2026", None) == values.day("16. Oktober 2026", None) == date(2026, 10, 16)


def test_a_day_that_may_be_two_is_refused_until_somebody_says_which():
    with pytest.raises(ValueError, match=r"may be two days; .*--dates"):
        values.day("03/04/2026", None)
    assert values.day("03/04/2026", DayOrder.DMY) == date(2026, 4, 3)
    assert values.day("03/04/2026", DayOrder.MDY) == date(2026, 3, 4)
    assert values.day("04/04/2026", None) == date(2026, 4, 4)
    assert values.day("31/12/2026", None) == values.day("12/31/2026", None) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("46342", "count of days"),
        ("2026-11-31", "no such day"),
        ("1.13.2026", "no such day"),
        ("16.11.26", "year-month-day"),
        ("soon", "year-month-day"),
        ("0026-11-03", "year goes from"),
    ],
)
def test_what_is_no_day_is_said_so(cell, said):
    with pytest.raises(ValueError, match=said):
        values.day(cell, None)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/04/2026", "31/12/2026"], DayOrder.DMY),
        (["12/31/2026"], DayOrder.MDY),
        (["31/12/2026", "12/31/2026"], None),
    ],
)
def test_the_order_of_days_is_what_all_agree_on(cells, order):
    assert values.day_order(cells) is order


@pytest.mark.parametrize(
    ("cell", "confidence"),
    [
        ("6", 6),
        (6.0, 6),
        ("6/10", 6),
        ("7 out of 10", 7),
        ("0,6", 0.6),
        ("60 %", "60%"),
        ("Amber", "amber"),
        ("n/a", None),
    ],
)
def test_confidence_is_read_in_every_way_a_team_file_knows(cell, confidence):
    assert values.confidence(cell, None) == confidence


@pytest.mark.parametrize("cell", ["70", "high", "-1", "120%", "6 days"])
def test_confidence_off_its_scale_is_refused(cell):
    with pytest.raises(ValueError, match="write 0 to 10, a percentage"):
        values.confidence(cell, None)


@pytest.mark.parametrize(
    ("cell", "status"),
    [("On Track", "on_track"), ("OnTrack", "on_track"), ("at-risk", "at_risk"), ("Behind", "off_track"),
     ("accomplished", "done"), ("waiting for legal", "waiting for legal"), ("", None)],
)  # fmt: skip
def test_a_status_takes_the_words_of_the_team_file_where_it_has_them(cell, status):
    assert values.status(cell) == status


def test_a_list_in_a_cell_is_parted_at_lines_and_semicolons():
    assert values.several("- one\n• two; three;; -") == ("one", "two", "three")


def test_control_characters_do_not_get_through():
    assert values.text("a\x1b[31mb\u202e\u200b c\n") == "ab c"
