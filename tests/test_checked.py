"""Files from outside read into a model: every problem is told, each with the place where a reader finds it."""

import pytest
from pydantic import BaseModel, field_validator

from questioner import checked
from questioner.errors import InputError


class Step(BaseModel):
    title: str
    minutes: int = 5

    @field_validator("minutes")
    @classmethod
    def _some(cls, value):
        if value < 1:
            raise ValueError("write at least one minute")
        return value


class Steps(BaseModel):
    steps: tuple[Step, ...]


def told(read, path, *rest):
    with pytest.raises(InputError) as refused:
        read(path, Steps, *rest)
    return [(problem.field, problem.message) for problem in refused.value.problems]


def from_toml(path, kind):
    return checked.from_toml(checked.there(path), path, kind)


def test_a_file_in_order_becomes_its_model(tmp_path):
    path = tmp_path / "steps"
    path.write_text('{"steps": [{"title": "Arrive"}]}', encoding="utf-8")
    assert checked.read_json(path, Steps, "is no list of steps").steps == (Step(title="Arrive"),)
    path.write_text('[[steps]]\ntitle = "Arrive"', encoding="utf-8")
    assert from_toml(path, Steps).steps == (Step(title="Arrive"),)


def test_all_that_is_wrong_is_told_after_what_the_file_should_be(tmp_path):
    path = tmp_path / "steps.json"
    path.write_text('{"steps": [{"minutes": 0}, {"title": "Go", "minutes": "two"}]}', encoding="utf-8")
    assert told(checked.read_json, path, "is no list of steps") == [
        ("", "is no list of steps"),
        ("steps[0].title", "Field required"),
        ("steps[0].minutes", "write at least one minute"),
        ("steps[1].minutes", "Input should be a valid integer, unable to parse string as an integer"),
    ]


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"[" * 100_000], ids=["empty", "cut short", "not UTF-8", "deep"])
def test_what_is_not_json_is_told_and_not_raised_as_anything_else(tmp_path, raw):
    path = tmp_path / "steps.json"
    path.write_bytes(raw)
    first, second = told(checked.read_json, path, "is no list of steps")
    assert first == ("", "is no list of steps")
    assert "JSON" in second[1]


@pytest.mark.parametrize(
    ("raw", "place", "said"),
    [
        (b"steps = ", "", "is not TOML"),
        (b"\xff", "", "cannot be read: it is not UTF-8 text"),
        (b"[[steps]]\nminutes = 1", "steps[0].title", "Field required"),
    ],
)
def test_toml_is_told_in_the_same_way(tmp_path, raw, place, said):
    path = tmp_path / "steps.toml"
    path.write_bytes(raw)
    ((field, message),) = told(from_toml, path)
    assert field == place
    assert message.startswith(said)


def test_a_file_that_is_not_there_is_nothing_and_one_that_cannot_be_read_is_an_error(tmp_path):
    assert checked.there(tmp_path / "none.json") is None
    assert checked.there(tmp_path / "none" / "none.json") is None
    with pytest.raises(InputError, match="cannot be read"):
        checked.there(tmp_path)


def test_a_place_is_written_as_a_reader_would_and_holds_no_half_of_a_character():
    assert checked.path_of(("objectives", 0, "key_results", 2, "target")) == "objectives[0].key_results[2].target"
    assert checked.path_of((0, "\ud800")) == "[0].?"
