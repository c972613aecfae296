"""The size of type: as large as fits, never larger for more words."""

from dataclasses import replace

import pytest

from questioner.plan import session_table
from questioner.sheets import Cut, Look
from questioner.sheets.fitting import SIZES
from questioner.sheets.writing import html_values


def size(sheet, templates, **look):
    return html_values(sheet, Look(**look), session_table(templates, sheet.session), templates)["cuts"][0]["fit"].size


def test_a_short_sheet_is_set_in_the_largest_type(sheet, templates):
    assert size(sheet("before-okrs"), templates, cut=Cut.ROOM) == SIZES[0]


@pytest.mark.parametrize("name", ["behind", "messy-notes", "all-green"])
def test_more_notes_never_make_the_type_larger(name, sheet, templates):
    made = sheet(name)
    sizes = [
        size(replace(made, notes=(*made.notes, "One more thing that is good to know. " * n)), templates)
        for n in range(0, 200, 10)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1] == SIZES[-1]


def test_the_room_has_larger_type_than_the_coach(sheet, templates):
    assert size(sheet("behind"), templates, cut=Cut.ROOM) > size(sheet("behind"), templates)
