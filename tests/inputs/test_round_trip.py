"""A team file changed in place: the change is made, and everything else keeps its bytes."""

import copy
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questioner.errors import InputError
from questioner.inputs import marked_yaml, read_team
from questioner.inputs.round_trip import Inline, RoundTrip, as_yaml

from ..cli.conftest import FILES

FILE = """\
# Our team. Keep this line.
team: "Harbour Library"   # the one by the water
cycle: {start: 2026-10-01, end: 2026-12-31}
objectives:
    - title: Visitors find what they came for   # O1
      why: >-
        Most of them leave
        with less than they hoped for.

      key_results:
          - {title: Visits with help found, start: 41,
             target: 60}     # measured on Fridays
          - title: 'Slips'
            start: 5

check_ins:
  # newest first
  - date: 2026-11-02
    notes: |
      One line.
      Another.
    key_results:
      KR1: {value: 44}

# sessions are written by hand here
sessions: []   # none so far
"""
SESSION = {"date": date(2026, 11, 3), "asked": ["What: now?", "yes"], "commitments": [Inline(text="a, b", who="Ines")]}


def lines_gone(before, after):
    """The lines of ``before`` that are not in ``after``, in order."""
    left = iter(after.splitlines(keepends=True))
    return [line for line in before.splitlines(keepends=True) if not any(line == other for other in left)]


@pytest.fixture
def trip():
    return lambda text=FILE, name="team.yaml": RoundTrip(text.encode(), name)


def test_an_entry_is_added_to_a_list_before_the_comments_that_follow_it(trip):
    file = trip()
    file.append(
        ("check_ins",), {"date": date(2026, 11, 9), "notes": "Two.\nLines.", "key_results": {"KR1": Inline(value=46)}}
    )
    assert lines_gone(FILE, file.text) == []
    assert (
        "      KR1: {value: 44}\n  - date: 2026-11-09\n    notes: |-\n      Two.\n      Lines.\n"
        "    key_results:\n      KR1: {value: 46}\n\n# sessions are" in file.text
    )


def test_a_list_is_begun_where_an_empty_one_stood_and_its_comment_stays(trip):
    file = trip()
    file.append(("sessions",), SESSION)
    assert file.text == FILE.replace("sessions: []   # none so far\n", "") + (
        "sessions:   # none so far\n  - date: 2026-11-03\n    asked:\n      - 'What: now?'\n      - 'yes'\n"
        "    commitments:\n      - {text: 'a, b', who: Ines}\n"
    )
    file.append(("sessions",), {"date": date(2026, 11, 10)})
    assert file.text.endswith("who: Ines}\n  - date: 2026-11-10\n")


@pytest.mark.parametrize("nothing", ["", " ~", " null  # soon", " []"])
def test_a_list_is_begun_for_null_too(nothing, trip):
    file = trip(f"team: A\nsessions:{nothing}\npeople: 5\n")
    file.append(("sessions",), {"date": "2026-11-10"})
    assert file.data == {"team": "A", "sessions": [{"date": "2026-11-10"}], "people": 5}
    assert ("# soon" in file.text) == ("# soon" in nothing)


def test_a_missing_list_is_begun_at_the_end(trip):
    file = trip("team: A   # x\npeople: 5")
    file.append(("sessions",), {"date": "2026-11-10"})
    assert file.text == "team: A   # x\npeople: 5\nsessions:\n  - date: 2026-11-10\n"


def test_a_value_is_replaced_in_its_own_quotes_and_nothing_else_moves(trip):
    file = trip()
    file.set(("team",), "Harbour & Quay")
    file.set(("objectives", 0, "key_results", 0, "target"), 65)
    file.set(("objectives", 0, "key_results", 1, "title"), "Tom's slips")
    file.set(("objectives", 0, "why"), "It matters: to all.")
    assert file.text == FILE.replace("Harbour Library", "Harbour & Quay").replace("target: 60", "target: 65").replace(
        "'Slips'", "'Tom''s slips'"
    ).replace(">-\n        Most of them leave\n        with less than they hoped for.", "'It matters: to all.'")


def test_a_field_is_added_in_the_style_of_its_neighbours(trip):
    file = trip()
    file.set(("objectives", 0, "key_results", 0, "current"), 44)
    file.set(("objectives", 0, "key_results", 1, "unit"), "%")
    assert file.text == FILE.replace("target: 60}", "target: 60, current: 44}").replace(
        "            start: 5\n", "            start: 5\n            unit: '%'\n"
    )


@pytest.mark.parametrize("text", ["0{", "a, b", "a]", "x,"])
def test_a_text_that_would_end_the_braces_around_it_is_quoted_and_one_outside_of_them_is_not(text, trip):
    file = trip("team: A\ncycle: {name: Q3}\ntags: {}\nsessions: [a]\n")
    file.set(("cycle", "name"), text)
    file.set(("cycle", "start"), text)
    file.set(("tags", "site"), text)
    file.append(("sessions",), text)
    file.set(("team",), text)
    assert file.text == (
        f"team: {text}\ncycle: {{name: '{text}', start: '{text}'}}\ntags: {{site: '{text}'}}\nsessions: [a, '{text}']\n"
    )


def test_a_text_becomes_fields_where_it_stands(trip):
    file = trip("team: A\nsessions:\n  - asked:\n      - What now?  # good\n      - Why?\n")
    file.set(("sessions", 0, "asked", 0), {"text": "What now?", "landed": True})
    assert "      - {text: 'What now?', landed: true}  # good\n      - Why?\n" in file.text


@pytest.mark.parametrize("form", ["{}", "{date: 2026-11-02, notes: x}"])
def test_one_check_in_becomes_a_list(form, trip):
    file = trip(f"team: A\ncheck_in: {form}  # one\npeople: 5\n")
    file.make_list(("check_in",))
    assert file.text == f"team: A\ncheck_in: [{form}]  # one\npeople: 5\n"


def test_one_check_in_over_several_lines_becomes_a_list(trip):
    file = trip("team: A\ncheck_in:\n  date: 2026-11-02   # Monday\n  notes: |\n    a\n\n    b\n# next\npeople: 5\n")
    file.make_list(("check_in",))
    assert file.text == (
        "team: A\ncheck_in:\n  - date: 2026-11-02   # Monday\n    notes: |\n      a\n\n      b\n# next\npeople: 5\n"
    )


@pytest.mark.parametrize("name", ["\r\n", "\n"], ids=["CR LF", "LF"])
def test_line_ends_and_a_byte_order_mark_stay(name, tmp_path):
    path = tmp_path / "team.yaml"
    raw = b"\xef\xbb\xbf" + FILE.replace("\n", name).encode()
    path.write_bytes(raw)
    file = RoundTrip.read(path)
    file.append(("sessions",), SESSION)
    backup = file.save(path)
    after = path.read_bytes()
    assert backup.read_bytes() == raw
    assert after.startswith(b"\xef\xbb\xbf# Our")
    assert after.count(b"\r") == (after.count(b"\n") if name == "\r\n" else 0)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["team.yaml", "team.yaml.bak"]


def test_a_file_that_changed_meanwhile_is_not_written_over(tmp_path):
    path = tmp_path / "team.yaml"
    path.write_text(FILE, encoding="utf-8")
    file = RoundTrip.read(path)
    file.set(("team",), "B")
    path.write_text(FILE + "# mine\n", encoding="utf-8")
    with pytest.raises(InputError, match="somebody else"):
        file.save(path)
    assert path.read_text(encoding="utf-8").endswith("# mine\n")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("indent", [None, 1, 2, 4])
def test_json_stays_json(indent, trip):
    data = {"team": "A \U0001f600", "sessions": [{"date": "2026-10-01", "asked": []}], "people": None}
    file = trip(json.dumps(data, indent=indent), "team.json")
    file.append(("sessions",), SESSION)
    file.append(("sessions", 0, "asked"), "What: now?")
    file.set(("people",), 5)
    file.set(("vision",), "Calm\tmornings")
    read = json.loads(file.text)
    assert read == file.data
    assert read["sessions"][1]["date"] == "2026-11-03"
    assert read["sessions"][0]["asked"] == ["What: now?"]
    assert (len(file.text.splitlines()) > 1) == (indent is not None)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_example_takes_a_session_and_keeps_every_line(path: Path, tmp_path):
    file = RoundTrip.read(path)
    file.append(("sessions",), SESSION)
    assert [line for line in lines_gone(path.read_text(encoding="utf-8"), file.text) if path.suffix == ".yaml"] == []
    (tmp_path / path.name).write_text(file.text, encoding="utf-8")
    assert read_team(str(tmp_path / path.name)).sessions[-1].date == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("team: &a A\nvision: *a\n", ("team",)),
        ("team: A\nsessions:\n  - &s {date: 2026-10-01}\n  - *s\npeople: 5\n", ("sessions", 1, "date")),
        ("team: A\nbackground:\n  a: 1\n", ("background",)),
    ],
    ids=["anchor", "alias", "fields over several lines"],
)
def test_what_cannot_be_changed_safely_is_refused_with_its_line_and_left_alone(text, place, trip):
    file = trip(text)
    with pytest.raises(InputError, match=r"team\.yaml:\d+: .*: is written in a way"):
        file.set(place, "B")
    assert file.text == text


KEYS = st.from_regex(r"[a-z_0-9]{1,12}", fullmatch=True)
words = st.text(max_size=30).filter(lambda t: not any(0xD800 <= ord(c) <= 0xDFFF for c in t))
scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False), words
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


@given(value=values, text=words)
def test_whatever_is_written_is_read_again_the_same(value, text):
    data = {"team": text, "tags": value, "in braces": Inline(a=text)}
    assert marked_yaml.load(as_yaml(data)).data == data


@given(value=values)
def test_whatever_is_added_is_there_and_nothing_else_changes(value):
    file = RoundTrip(FILE.encode())
    before = copy.deepcopy(file.data)
    file.append(("sessions",), value)
    file.set(("tags",), value)
    file.set(("objectives", 0, "key_results", 0, "unit"), value)
    assert file.data["sessions"] == [value]
    assert file.data["tags"] == value
    assert file.data["objectives"][0]["key_results"][0].pop("unit") == value
    assert {**file.data, "sessions": []} == {**before, "tags": value}
