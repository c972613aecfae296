"""Whatever is fed to the reader ends in a Team or in an InputError."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questioner.errors import InputError
from questioner.inputs import read_team
from questioner.team import Team

FIELDS = [
    *Team.model_fields,
    "check_in",
    "date",
    "key_results",
    "id",
    "title",
    "KR1",
    "value",
    "confidence",
    "kind",
    "start",
]
CHARACTERS = st.characters(codec=None)  # surrogates too
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(CHARACTERS, max_size=20)
    | st.sampled_from(["2026-10-01", "2026-12-31", "30%", "assess", "ordinal", 10**400])
)
KEYS = st.sampled_from(FIELDS) | st.text(CHARACTERS, max_size=5)
JSON_LIKE = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=40
)
YAML_LIKE = st.text(st.sampled_from("ab :-[]{}&*!|>'\"%@`#,?~\n\t01.e<"), max_size=120)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("anything")


def fed(content, folder, name):
    """The team read from ``content``, or None where it ended in problems that can be printed."""
    path = folder / name
    path.write_bytes(content)
    try:
        return read_team(str(path))
    except InputError as error:
        if not error.problems or not str(error).encode():
            raise AssertionError("an error without a sentence") from error
        return None


@settings(deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes_end_in_a_team_or_in_problems(content, folder):
    fed(content, folder, "bytes.yaml")


@settings(deadline=None)
@given(text=st.text(max_size=200) | YAML_LIKE)
def test_any_text_ends_in_a_team_or_in_problems(text, folder):
    fed(text.encode(), folder, "text.yaml")
    fed(b"team: " + text.encode(), folder, "text.yaml")
    fed(b"{" + text.encode(), folder, "text.json")


@settings(deadline=None)
@given(data=st.dictionaries(KEYS, JSON_LIKE, max_size=8))
def test_any_json_ends_in_a_team_or_in_problems(data, folder):
    text = json.dumps(data).encode()
    fed(text, folder, "data.json")
    fed(text, folder, "data.yaml")


@settings(deadline=None)
@given(
    data=st.fixed_dictionaries(
        {
            "team": st.just("A"),
            "cycle": st.just({"start": "2026-10-01", "end": "2026-12-31"}),
            "objectives": st.just([{"title": "B", "key_results": [{"title": "C"}]}]),
        },
        optional=dict.fromkeys(("tags", "check_ins", "check_in", "sessions", "vision", "phase", "people"), JSON_LIKE),
    )
)
def test_a_good_file_with_one_odd_field_ends_in_a_team_or_in_problems(data, folder):
    team = fed(json.dumps(data).encode(), folder, "odd.json")
    assert team is None or team.team == "A"
