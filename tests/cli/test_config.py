"""``questioner config``: each setting, its value and where it comes from."""

import json

import pytest

from questioner.cli import settings

from .test_settings import here, own  # noqa: F401 - fixtures


@pytest.fixture
def shown(questioner):
    """Return the settings that are shown, by command and key, and all that is shown."""

    def show():
        ran = questioner("config", "--format", "json")
        assert (ran.code, ran.err) == (0, "")
        data = json.loads(ran.out)
        return {(row["command"], row["key"]): row for row in data["settings"]}, data

    return show


def test_without_any_file_everything_is_a_default(shown, here):  # noqa: F811
    rows, data = shown()
    assert {row["source"] for row in rows.values()} == {"default"}
    assert rows[None, "send"]["value"] == "text"
    assert [place["found"] for place in data["files"]] == [False, False, False]
    assert data["key"] == {"source": "default", "where": None}


def test_every_setting_is_shown_where_it_can_be_written(shown, here):  # noqa: F811
    rows, _ = shown()
    assert {key for command, key in rows if command is None} == set(settings.SHARED)
    for name, known in settings.TABLES.items():
        assert {key for command, key in rows if command == name} | set(settings.SHARED) >= set(known)
    assert rows["review", "format"]["value"] == "text"


def test_each_source_is_named_with_its_place(shown, here, own, monkeypatch, tmp_path):  # noqa: F811
    folder = here('why = "full"\n[prepare]\nminutes = 45\n')
    user = own('timeout = 60\nwhy = "none"\n')
    monkeypatch.setenv("QUESTIONER_MODEL", "bank")
    monkeypatch.setenv("QUESTIONER_SESSION", "retro")
    (tmp_path / "office.toml").write_text('send = "facts"\n')
    monkeypatch.setattr("questioner.office.PLACE", tmp_path / "office.toml")
    rows, _ = shown()
    told = {key: (row["value"], row["source"], row["where"]) for key, row in rows.items()}
    assert told[None, "why"] == ("full", "file", f"{folder}:1")
    assert told[None, "timeout"] == (60, "file", f"{user}:1")
    assert told[None, "model"] == ("bank", "environment", "QUESTIONER_MODEL")
    assert told[None, "session"] == ("retro", "environment", "QUESTIONER_SESSION")
    assert told[None, "send"] == ("facts", "office", str(tmp_path / "office.toml"))
    assert told[None, "minutes"] == (None, "default", None)
    assert told["prepare", "minutes"] == (45, "file", f"{folder}:3")


def test_the_text_tells_the_same(questioner, here):  # noqa: F811
    path = here('why = "full"\n[batch]\nformat = ["html", "json"]\n')
    lines = [line.split() for line in questioner("config").out.splitlines()]
    assert ["why", "full", f"{path}:1"] in lines
    assert ["format", "html,", "json", f"{path}:3"] in lines
    assert ["model", "not", "set", "default"] in lines
    assert ["[batch]"] in lines


@pytest.mark.parametrize("form", ["text", "json"])
def test_neither_a_key_nor_a_login_is_ever_shown(form, questioner, here, own, monkeypatch):  # noqa: F811
    path = own('base-url = "https://ana:sesame@models.invalid/v1"\nkey-file = "key"\n')
    (path.parent / "key").write_text("sk-from-a-file")
    ran = questioner("config", "--format", form)
    assert ran.code == 0
    assert f"{path}:2" in ran.out
    assert "models.invalid" in ran.out
    assert not any(secret in ran.out + ran.err for secret in ("sesame", "sk-from"))
    monkeypatch.setenv("OPENAI_API_KEY", "sk-fictional-4711")
    ran = questioner("config", "--format", form)
    assert "OPENAI_API_KEY" in ran.out
    assert "4711" not in ran.out + ran.err


def test_it_looks_into_the_tables_of_all_commands(questioner, here):  # noqa: F811
    path = here("[import]\nquiet = 3\n[trends]\nformat = 'pdf'\n")
    ran = questioner("config")
    assert ran.code == 3
    assert f"{path}:2: quiet" in ran.err
    assert f"{path}:4: format: 'pdf' is not one of" in ran.err


def test_other_commands_are_left_as_they_were(questioner, here):  # noqa: F811
    assert questioner("config").code == 0
    assert questioner("init", "-h").code == 0


def test_it_sends_nothing_and_loads_no_client(here):  # noqa: F811
    from .test_program import loaded

    assert loaded("config") & {"openai", "httpx2", "tenacity", "rich"} == set()
