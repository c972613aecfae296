"""The team model: what it keeps, that it cannot be changed, and the schema it tells others."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from questioner.inputs import read_team
from questioner.team import Team

EXAMPLES = sorted(
    path for path in (Path(__file__).parent.parent / "examples").iterdir() if path.suffix in {".yaml", ".json"}
)
WORDS = st.text(min_size=1, max_size=30).filter(lambda text: re.search(r"[a-zA-Z0-9]", text))
DAYS = st.dates(date(2026, 10, 1), date(2026, 12, 31)).map(str)
CONFIDENCE = st.integers(0, 10) | st.sampled_from(["60%", "Green", "amber", 0.4])


@st.composite
def team_files(draw):
    """A team file in good order, with as much in it as chance wants."""
    results = draw(st.integers(1, 3))
    key_results = [
        {"title": draw(WORDS), "start": draw(st.floats(-1e6, 1e6)), "target": draw(st.integers(-9, 9)), "label": None}
        for _ in range(results)
    ]
    updates = {
        f"KR{number}": {"value": draw(st.floats(-1e9, 1e9)), "confidence": draw(CONFIDENCE), "comment": draw(WORDS)}
        for number in range(1, results + 1)
    }
    commitments = [
        {"text": draw(WORDS), "due": draw(DAYS), "status": draw(st.sampled_from(["open", "partly", "done"]))}
    ]
    return {
        "team": draw(WORDS),
        "cycle": {"name": draw(WORDS), "start": "2026-10-01", "end": "2026-12-31"},
        "objectives": [{"title": draw(WORDS), "key_results": key_results}],
        "check_ins": [{"date": draw(DAYS), "notes": draw(WORDS), "key_results": updates}],
        "sessions": [{"date": draw(DAYS), "asked": [draw(WORDS)], "commitments": commitments}],
        "tags": draw(st.dictionaries(WORDS, WORDS, max_size=2)),
    }


@settings(deadline=None)
@given(data=team_files())
def test_a_team_comes_back_the_same_from_json(data):
    team = Team.model_validate(data)
    assert Team.model_validate_json(team.model_dump_json()) == team
    assert Team.model_validate(team.model_dump()) == team


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_comes_back_the_same_from_json(path):
    team = read_team(str(path))
    assert Team.model_validate_json(team.model_dump_json()) == team


def test_a_team_cannot_be_changed_once_it_is_read(team):
    harbour = team()
    for part, field in ((harbour, "team"), (harbour.cycle, "end"), (harbour.objectives[0].key_results[0], "target")):
        with pytest.raises(ValidationError, match="frozen"):
            setattr(part, field, None)


def test_invisible_characters_and_terminal_codes_are_taken_out_of_names(team):
    assert team(team="\x1b[31mHarbour\u200b Club\u202e\x07").team == "Harbour Club"


# --- the schema -----------------------------------------------------------------------------------------

SCHEMA = Team.model_json_schema()
KNOWN = {
    *("$ref", "$defs", "title", "description", "default", "type", "format", "enum", "const", "anyOf"),
    *("properties", "required", "additionalProperties", "items", "pattern"),
    *("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum"),
}
TYPES = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
    "object": dict,
    "array": list,
}


def faults(value, schema, place="team"):
    """Places at which ``value`` is not what ``schema`` says; enough of JSON Schema for ours."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in schema:
        return [] if any(not faults(value, one) for one in schema["anyOf"]) else [place]
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        return [place]
    found = [place] if value not in schema.get("enum", [value]) else []
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(place)
    if isinstance(value, (int, float)) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(place)
    if isinstance(value, list):
        found += [fault for n, v in enumerate(value) for fault in faults(v, schema.get("items", {}), f"{place}[{n}]")]
    return found + (_faults_of_fields(value, schema, place) if isinstance(value, dict) else [])


def _faults_of_fields(value, schema, place):
    others = schema.get("additionalProperties", {})
    found = [f"{place}.{name}" for name in schema.get("required", []) if name not in value]
    for name, part in value.items():
        own = schema.get("properties", {}).get(name, others)
        found += [f"{place}.{name}"] if own is False else faults(part, own, f"{place}.{name}")
    return found


def parts(schema):
    yield schema
    for value in schema.get("properties", {}).values():
        yield from parts(value)
    for value in (*schema.get("anyOf", []), *schema.get("$defs", {}).values()):
        yield from parts(value)
    for name in ("items", "additionalProperties"):
        if isinstance(schema.get(name), dict):
            yield from parts(schema[name])


def test_the_schema_holds_nothing_but_keywords_of_json_schema():
    assert {keyword for part in parts(SCHEMA) for keyword in part} <= KNOWN


def test_every_object_of_the_schema_names_its_fields_and_takes_no_other():
    objects = [part for part in parts(SCHEMA) if "properties" in part]
    assert len(objects) == 10
    assert all(part["additionalProperties"] is False for part in objects)
    assert set(SCHEMA["required"]) == {"team", "cycle"}
    assert set(SCHEMA["$defs"]["Cycle"]["required"]) == {"start", "end"}
    assert SCHEMA["$defs"]["Objective"]["required"] == ["title"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_schema_accepts_every_example(path):
    data = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
    assert faults(data, SCHEMA) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"goal": 1}, "team.goal"),
        ({"people": 0}, "team.people"),
        ({"cadence_days": "weekly"}, "team.cadence_days"),
        ({"cycle": {"start": "2026-10-01"}}, "team.cycle.end"),
        ({"objectives": [{"title": "A", "id": "a b"}]}, "team.objectives[0].id"),
        ({"check_ins": [{"date": "2026-10-02", "mood": "x"}]}, "team.check_ins[0].mood"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(change, place):
    good = {"team": "A", "cycle": {"start": "2026-10-01", "end": "2026-12-31"}, "objectives": [{"title": "A"}]}
    assert faults(good, SCHEMA) == []
    assert faults(good | change, SCHEMA) == [place]
    with pytest.raises(ValidationError):
        Team.model_validate(good | change)


def test_the_schema_takes_the_short_forms_of_the_file():
    good = {"team": "A", "cycle": {"start": "2026-10-01", "end": "2026-12-31"}}
    one = {"date": "2026-10-02"}
    assert faults(good | {"check_in": one, "sessions": [{"date": "2026-10-02", "asked": ["What else?"]}]}, SCHEMA) == []
    assert faults(good | {"check_in": [one]}, SCHEMA) == []
