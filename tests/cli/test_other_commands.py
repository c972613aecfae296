"""``init``, ``schema`` and ``templates``."""

import json

import pytest

from questioner import overlay
from questioner.resources import Templates
from questioner.team import Team


def test_the_starter_file_can_be_prepared_as_it_is(questioner, tmp_path):
    path = tmp_path / "team.yaml"
    ran = questioner("init", path)
    assert (ran.code, ran.out) == (0, "")
    assert f"Wrote {path}" in ran.err
    sheet = questioner("prepare", path, "--model", "bank", "--quiet", "--format", "json")
    assert (sheet.code, sheet.err) == (0, "")
    assert json.loads(sheet.out)["team"] == "Harbour Library"
    assert json.loads(sheet.out)["warnings"] == []


def test_init_refuses_to_write_over_a_file_unless_forced(questioner, tmp_path):
    path = tmp_path / "team.yaml"
    path.write_text("mine", encoding="utf-8")
    ran = questioner("init", path)
    assert ran.code == 2
    assert "is there already" in ran.err
    assert path.read_text(encoding="utf-8") == "mine"
    assert questioner("init", path, "--force").code == 0
    assert path.read_text(encoding="utf-8") == Templates().text("starter.yaml")


def test_init_writes_to_standard_output_and_without_a_name_to_team_yaml(questioner, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = questioner("init", "-")
    assert (ran.code, ran.out, ran.err) == (0, Templates().text("starter.yaml"), "")
    assert questioner("init").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["team.yaml"]


def test_init_where_nothing_can_be_written_ends_in_three(questioner, tmp_path):
    ran = questioner("init", tmp_path / "none" / "team.yaml")
    assert (ran.code, "cannot be written" in ran.err, "Wrote" in ran.err) == (3, True, False)


def test_the_schema_is_the_one_of_the_model(questioner, tmp_path):
    ran = questioner("schema")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == Team.model_json_schema()
    assert questioner("schema", "-o", tmp_path / "team.schema.json").out == ""
    assert (tmp_path / "team.schema.json").read_text(encoding="utf-8").strip() == ran.out.strip()


# --- templates ------------------------------------------------------------------------------------------


@pytest.fixture
def mine(tmp_path):
    return tmp_path / "mine"


def own(folder, name, text):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_the_list_shows_every_template_and_whose_it_is(questioner, mine):
    own(mine, "close.toml", "")
    own(mine, "bank/zeal.toml", "")
    lines = questioner("templates", "list").out.splitlines()
    assert lines == [f"built-in  {name}" for name in Templates().names]
    lines = questioner("templates", "list", "--templates", mine).out.splitlines()
    assert [line for line in lines if line.startswith("yours")] == ["yours     bank/zeal.toml", "yours     close.toml"]
    assert len(lines) == len(Templates().names) + 1


def test_export_copies_what_is_asked_for_and_keeps_what_is_there(questioner, mine):
    own(mine, "close.toml", "mine")
    ran = questioner("templates", "export", mine, "close", "pillars/s")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [f"kept   {mine / 'close.toml'}", f"wrote  {mine / 'pillars/safety.toml'}"]
    assert (mine / "close.toml").read_text(encoding="utf-8") == "mine"


def test_a_full_export_checks_without_a_remark_and_makes_the_same_sheets(questioner, mine):
    assert questioner("templates", "export", mine).code == 0
    assert {p.relative_to(mine).as_posix() for p in mine.rglob("*") if p.is_file()} == {
        *Templates().names,
        overlay.RECORD,
    }
    ran = questioner("templates", "check", mine)
    assert (ran.code, ran.out) == (0, "Nothing to remark.\n")
    assert Templates(mine).sha256 == Templates().sha256


@pytest.mark.parametrize(("arguments", "code"), [(("zeal",), 3), ((), 2)])
def test_an_export_that_cannot_be_made_says_so(arguments, code, questioner, mine):
    if not arguments:
        mine.write_text("a file", encoding="utf-8")
    ran = questioner("templates", "export", mine, *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err


def test_the_built_in_templates_check_without_a_remark(questioner):
    ran = questioner("templates", "check")
    assert (ran.code, ran.out, ran.err) == (0, "Nothing to remark.\n", "")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("prompt/again.j2", "{{ wantd }}", "error    prompt/again.j2: nothing fills {{ wantd }}"),
        ("pillars/safety.toml", 'title = "Safety"', "safety.toml: purpose: is missing"),
        ("sheets/text.j2", "a\n{{ b", "sheets/text.j2:2: "),
        ("close.toml", "heard = 'x'", "close.toml: decided: is missing"),
    ],
)
def test_an_error_ends_in_one(name, text, said, questioner, mine):
    own(mine, name, text)
    ran = questioner("templates", "check", mine)
    assert (ran.code, ran.err) == (1, "")
    assert said in ran.out


def test_a_warning_alone_ends_in_nought(questioner, mine):
    own(mine, "zeal.toml", "")
    ran = questioner("templates", "check", mine)
    assert (ran.code, ran.out) == (0, "warning  zeal.toml: replaces no built-in template, so nothing reads it\n")


def test_a_folder_that_is_none_ends_in_three(questioner, mine):
    ran = questioner("templates", "check", mine)
    assert (ran.code, ran.out) == (3, "")
    assert "is not a folder" in ran.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("wrapup", "there is no command wrapup; did you mean wrap-up?"),
        ("prepar", "there is no command prepar; did you mean prepare?"),
        ("zzz", "there is no command zzz; `questioner --help` lists them all"),
    ],
)
def test_of_a_mistyped_command_it_is_said_which_was_meant(questioner, typed, said):
    ran = questioner(typed, "team.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
