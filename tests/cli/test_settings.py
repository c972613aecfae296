"""``questioner.toml``: what it settles, what stands above it, and what it may not do."""

import importlib
import json
import os
from pathlib import Path

import click
import pytest

from questioner.cli import COMMANDS, settings
from questioner.cli.options import settled
from questioner.cli.settings_file import SHARED, TABLES

from ..models.conftest import no_service_is_configured, serve  # noqa: F401 - fixtures
from ..models.small_server import reply
from .conftest import BEHIND


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Write the user's own settings."""
    monkeypatch.setattr(settings, "own_file", lambda: tmp_path / "home" / "questioner.toml")

    def write(text):
        path = tmp_path / "home" / "questioner.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def here(tmp_path, monkeypatch, own):
    """Work in a folder, and write the settings of it."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def write(text, among="."):
        path = folder / among / "questioner.toml"
        path.write_text(text, encoding="utf-8")
        return path.resolve()

    return write


@pytest.fixture
def made(questioner):
    """Return the JSON of a sheet that the bank makes, with options."""

    def make(*more):
        ran = questioner("prepare", BEHIND, "--model", "bank", "--format", "json", *more)
        assert ran.code == 0, ran.err
        return json.loads(ran.out)

    return make


def refused(questioner, *arguments):
    ran = questioner(*(arguments or ("prepare", BEHIND, "--model", "bank")))
    assert (ran.code, ran.out) == (3, "")
    return ran.err


@pytest.mark.parametrize("name", TABLES)
def test_every_setting_is_an_option_of_its_command(name):
    command = importlib.import_module(COMMANDS[name][0]).command
    options = {settings.key_of(option) for option in command.params if isinstance(option, click.Option)}
    assert set(TABLES[name]) <= options


def test_every_shared_setting_belongs_to_some_command():
    assert set(SHARED) <= set().union(*TABLES.values())


def test_nothing_that_writes_deletes_or_sends_questions_to_a_judge_can_be_settled():
    assert not {"output", "out", "force", "purge", "fresh", "into", "map", "yes", "judge"} & set().union(
        *TABLES.values(), SHARED
    )


def test_a_file_of_the_working_folder_settles_options(made, here):
    here("minutes = 45\n")
    assert made()["minutes"] == 45


def test_a_table_is_for_its_command_alone_and_above_what_is_shared(made, here):
    here("minutes = 45\n[prepare]\nminutes = 60\n[batch]\nminutes = 75\n")
    assert made()["minutes"] == 60


def test_an_option_stands_above_the_file(made, here):
    here("minutes = 45\n")
    assert made("--minutes", "50")["minutes"] == 50


def test_the_environment_stands_above_the_file_and_below_the_option(made, here, monkeypatch):
    here("minutes = 45\n[prepare]\nminutes = 48\n")
    monkeypatch.setenv("QUESTIONER_MINUTES", "52")
    assert made()["minutes"] == 52
    assert made("--minutes", "50")["minutes"] == 50


def test_the_working_folder_stands_above_the_users_own(made, here, own):
    own('minutes = 45\nsession = "retro"\n')
    here("minutes = 50\n")
    sheet = made()
    assert (sheet["minutes"], sheet["session"]) == (50, "retro")


def test_the_file_of_a_folder_above_is_found_and_the_nearest_wins(made, here, monkeypatch):
    here("minutes = 45\n")
    Path("deep/er").mkdir(parents=True)
    monkeypatch.chdir("deep/er")
    assert made()["minutes"] == 45
    Path("questioner.toml").write_text("minutes = 50\n")
    assert made()["minutes"] == 50


def test_nothing_above_the_home_folder_is_looked_at(made, here, monkeypatch):
    here("minutes = 45\n")
    Path("home/work").mkdir(parents=True)
    home = Path("home").resolve()
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.chdir("home/work")
    assert made()["minutes"] == 30


def test_the_users_own_file_is_not_taken_for_one_of_the_folder(made, own, monkeypatch):
    path = own('base-url = "http://127.0.0.1:1/v1"\nminutes = 45\n')
    monkeypatch.chdir(path.parent)
    assert made()["minutes"] == 45


def test_a_folder_or_a_missing_working_folder_is_no_obstacle(made, here):
    Path("questioner.toml").mkdir()
    assert made()["minutes"] == 30


def test_flags_lists_and_numbers_come_as_their_kinds(questioner, here, tmp_path):
    here('[batch]\nformat = ["html", "json"]\nwait = false\npoll = 5\nquiet = true\n')
    ran = questioner("batch", BEHIND, "--out", tmp_path / "out", "--model", "bank")
    assert (ran.code, ran.err) == (0, "")
    assert {path.suffix for path in (tmp_path / "out").iterdir()} >= {".html", ".json"}


def test_a_choice_of_figures_may_be_written_as_a_number(questioner, here):
    here("help-level = 4\n")
    ran = questioner("prepare", BEHIND, "--model", "bank")
    assert ran.out == questioner("prepare", BEHIND, "--model", "bank", "--help-level", "4").out


def test_names_of_files_begin_where_the_settings_lie(questioner, here, monkeypatch):
    here('templates = "mine"\nnames = "names.txt"\n')
    Path("mine").mkdir()
    Path("mine/starter.yaml").write_text("# ours\n")
    Path("deep").mkdir()
    monkeypatch.chdir("deep")
    assert questioner("init", "-").out == "# ours\n"


def test_a_format_above_all_tables_is_for_sheets_alone(questioner, here):
    here('format = "markdown"\n')
    assert questioner("prepare", BEHIND, "--model", "bank").out.startswith("# ")
    assert questioner("trends", BEHIND).code == 0
    assert questioner("review", stdin="What matters most?\n").code == 0


def test_the_ending_of_a_file_that_is_typed_stands_above_a_settled_format(questioner, here, tmp_path):
    here('format = "markdown"\n')
    for ending, begins in ((".html", "<!doctype html>"), (".md", "# "), (".page", "# ")):
        path = tmp_path / f"sheet{ending}"
        assert questioner("prepare", BEHIND, "--model", "bank", "-o", path).code == 0
        assert path.read_text().startswith(begins)


def test_of_two_settings_that_exclude_each_other_the_typed_one_holds(questioner, here):
    here('why = "full"\n')
    typed = questioner("prepare", BEHIND, "--model", "bank", "--help-level", "4")
    assert typed.code == 0
    here("help-level = 4\n")
    assert questioner("prepare", BEHIND, "--model", "bank", "--why", "full").out != typed.out
    here('help-level = 4\nwhy = "full"\n')
    assert questioner("prepare", BEHIND, "--model", "bank").code == 2


def test_figures_of_an_eval_do_not_depend_on_settings(here):
    assert set(settings.shared_by("eval prompts")) == {"base-url", "timeout"}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('wyh = "full"\n', 1, "wyh: is no setting; did you mean why?"),
        ("\nkeep_names = false\n", 2, "is written keep-names"),
        ("max-cost = 5\n", 1, "stands under [batch]"),
        ("[prepare]\nconcurrency = 5\n", 2, "is no setting of prepare alone"),
        ("[prepare]\nwaves = 5\n", 2, "stands under [batch]"),
        ('[prepare]\nsesion = "retro"\n', 2, "did you mean session?"),
        ("qqqqqq = 1\n", 1, "`questioner config` lists them all"),
        ("[prepar]\nminutes = 5\n", None, "did you mean [prepare]?"),
        ("minutes 45\n", 1, "is not TOML"),
        ("minutes = 45\nminutes = 50\n", 2, "is not TOML"),
        ('timeout = "60"\n', 1, "saw '60'; write a number"),
        ("quiet = 1\n", 1, "saw 1; write true or false"),
        ("session = true\n", 1, "saw true; write text"),
        ('session = ""\n', 1, "saw ''; write text"),
        ('session = ["retro"]\n', 1, "saw a list; write one value"),
        ('\n\nsession = "retor"\n', 3, "'retor' is not one of"),
        ("timeout = 0\n", 1, "0 is not in the range"),
        ('templates = "nowhere"\n', 1, "is not a folder"),
        ('"minutes" = "x"\n', 1, "write a number"),
        ("trust = ['x']\n", 1, "stands in your own settings alone"),
    ],
)
def test_what_cannot_be_used_is_told_with_file_line_and_what_to_do(text, line, said, questioner, here):
    path = here(text)
    err = refused(questioner)
    assert f"{path}:{line}: " in err if line else f"{path}: " in err
    assert said in err


def test_every_problem_is_told_at_once(questioner, here, own):
    here('wyh = "full"\n[prepare]\nsesion = "retro"\n')
    own("minuets = 5\n")
    assert refused(questioner).count("did you mean") == 3


def test_a_variable_that_cannot_be_used_is_named(questioner, here, monkeypatch):
    monkeypatch.setenv("QUESTIONER_MINUTES", "half an hour")
    assert "QUESTIONER_MINUTES: 'half an hour' is not a valid integer" in refused(questioner)


@pytest.mark.parametrize("raw", [b"\xff\xfem\x00", b"a" * 200_000, b"\x00"])
def test_bytes_of_any_kind_are_refused_in_a_sentence(raw, questioner, here):
    here("").write_bytes(raw)
    assert "questioner.toml" in refused(questioner)


@pytest.mark.parametrize(
    "arguments", [("--help",), ("prepare", "--help"), ("schema",), ("rules", "ADV101")], ids=" ".join
)
def test_help_and_commands_without_settings_do_not_mind(arguments, questioner, here):
    here("not TOML\n")
    assert questioner(*arguments).code == 0


# --- keys, and whom to trust ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["api-key", "api_key", "key", "OPENAI_API_KEY", "token"])
def test_a_key_in_settings_is_refused_and_not_repeated(name, questioner, own, here):
    own(f'{name} = "sk-fictional-4711"\n')
    err = refused(questioner)
    assert "a key has no place in settings" in err
    assert "key-file" in err
    assert "4711" not in err + questioner("config").err


@pytest.fixture
def server(serve, monkeypatch):  # noqa: F811
    """A server that a stranger would like the key to go to, with a key in the environment."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-fictional-4711")
    return serve(reply("{}"))


@pytest.mark.parametrize("table", ["", "[prepare]\n"])
def test_a_file_in_a_working_folder_sends_the_key_nowhere(table, server, questioner, here):
    path = here(f'{table}base-url = "{server.url}"\n')
    ran = questioner("prepare", BEHIND, "--model", "m", "--quiet")
    assert (ran.code, server.seen) == (3, [])
    assert f"trust = ['{path.parent}']" in ran.err


def test_a_folder_that_its_reader_trusts_may_say_where_requests_go(server, questioner, here, own):
    path = here(f'base-url = "{server.url}"\n')
    own(f"trust = ['{path.parent}']\n")
    questioner("prepare", BEHIND, "--model", "m")
    assert server.seen


def test_trust_in_a_folder_is_not_trust_in_those_below(server, questioner, here, own):
    path = here(f'base-url = "{server.url}"\n')
    own(f"trust = ['{path.parent.parent}']\n")
    questioner("prepare", BEHIND, "--model", "m")
    assert server.seen == []


def test_the_users_own_file_may_say_where_requests_go(server, questioner, here, own):
    own(f'base-url = "{server.url}"\nmodel = "m"\n')
    questioner("prepare", BEHIND)
    assert {seen.body["model"] for seen in server.seen} == {"m"}


@pytest.mark.parametrize(
    ("of_folder", "of_user"),
    [
        ("keep-names = true\n", ""),
        ("mode = 644\n", ""),
        ("key-file = 'key'\n", ""),
        ("send = 'text'\n", "send = 'facts'\n"),
        ("names = 'fewer'\n", "names = 'mine'\n"),
        ("max-cost = 5000\n", "[batch]\nmax-cost = 5\n"),
        ("model = 'm'\n", "model = 'bank'\n"),
        ("model = 'm'\n", "[prepare]\nmodel = 'replay:x'\n"),
    ],
)
def test_a_file_in_a_working_folder_lets_no_more_leave_than_its_reader_said(of_folder, of_user, questioner, here, own):
    table = "[batch]\n" if of_folder.startswith(("mode", "max")) else ""
    here(table + of_folder)
    own(of_user)
    assert "decides what leaves" in refused(questioner)


@pytest.mark.parametrize(
    "text", ["keep-names = false\n", "send = 'facts'\n", "send = 'text'\n", "model = 'bank'\n", "[batch]\nmode = 600\n"]
)
def test_it_may_let_less_leave(text, questioner, here):
    here(text)
    assert questioner("prepare", BEHIND, "--dry-run").code == 0


@pytest.mark.skipif(os.name != "posix", reason="owners of files are POSIX's")
def test_a_file_that_belongs_to_somebody_else_is_not_read(questioner, here, monkeypatch):
    here("minutes = 45\n")
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    monkeypatch.setattr(Path, "stat", _of_another_owner(Path.stat))
    assert "belongs to somebody else" in refused(questioner)


def _of_another_owner(stat):
    def told(path, **given):
        found = list(stat(path, **given))
        found[4] = 815
        return os.stat_result(found)

    return told


def test_the_key_is_read_from_the_file_that_the_settings_name(questioner, own, serve, here):  # noqa: F811
    server = serve(reply("{}"))
    path = own(f'base-url = "{server.url}"\nmodel = "m"\nkey-file = "key"\n')
    (path.parent / "key").write_text("sk-from-a-file\n")
    (path.parent / "key").chmod(0o600)
    questioner("prepare", BEHIND)
    assert server.seen[0].headers["authorization"] == "Bearer sk-from-a-file"
    assert settings.keys.of_settings.get() is None


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX's")
def test_a_file_of_a_key_that_others_can_read_is_refused(questioner, own, here):
    path = own('base-url = "http://127.0.0.1:1/v1"\nmodel = "m"\nkey-file = "key"\n')
    (path.parent / "key").write_text("sk-from-a-file\n")
    (path.parent / "key").chmod(0o644)
    err = refused(questioner, "prepare", BEHIND)
    assert f"chmod 600 {path.parent / 'key'}" in err
    assert "sk-from" not in err


def test_the_office_stands_above_settings_without_an_error(questioner, here, own, monkeypatch, tmp_path):
    (tmp_path / "office.toml").write_text('send = "facts"\nkeep_names = false\n')
    plain = questioner("prepare", BEHIND, "--dry-run", "--send", "facts").out
    monkeypatch.setattr("questioner.office.PLACE", tmp_path / "office.toml")
    own('send = "text"\nkeep-names = true\n')
    assert questioner("prepare", BEHIND, "--dry-run").out == plain


def test_outside_a_command_nothing_is_settled():
    assert not settled("form")
