"""The program as a whole: how it ends, what it loads, and its help."""

import importlib
import json
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from questioner import __version__
from questioner.cli import COMMANDS, cli, main
from questioner.errors import ExitCode, ServiceError

from .conftest import BEHIND

PROGRAM = [sys.executable, "-c", "from questioner.cli import main; main()"]
SLOW = ("openai", "pydantic", "jinja2", "tenacity", "rich", "yaml", "httpx2", "rapidfuzz")


@pytest.fixture
def failing(monkeypatch):
    """Make ``prepare`` raise something while it reads its file."""

    def fail(error):
        def read(path):
            raise error

        monkeypatch.setattr("questioner.inputs.read_team", read)

    return fail


def test_an_interrupted_run_ends_in_130(questioner, failing):
    failing(KeyboardInterrupt())
    ran = questioner("prepare", BEHIND)
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.split() == ["questioner:", "interrupted"]


def test_our_own_bug_ends_in_70_with_a_sentence_and_no_traceback(questioner, failing):
    failing(ZeroDivisionError("by nought"))
    ran = questioner("prepare", BEHIND)
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.startswith("questioner: this is a bug in questioner (ZeroDivisionError: by nought).")
    assert ran.err.count("\n") == 1


def test_the_traceback_of_a_bug_is_there_for_who_asks(questioner, failing, monkeypatch):
    monkeypatch.setenv("QUESTIONER_TRACEBACK", "1")
    failing(ZeroDivisionError("by nought"))
    with pytest.raises(ZeroDivisionError):
        questioner("prepare", BEHIND)


def test_an_error_of_ours_ends_in_its_own_code(questioner, failing):
    failing(ServiceError("the service is away"))
    ran = questioner("prepare", BEHIND)
    assert (ran.code, ran.err) == (ExitCode.SERVICE, "questioner: the service is away\n")


def test_the_installed_program_exits_with_the_code(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["questioner", "prepare", "/no/such/file.yaml"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == ExitCode.INPUT
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("settings", [{}, {"FORCE_COLOR": "1"}], ids=["plain", "coloured"])
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_reader_that_goes_away_is_met_with_silence(form, settings, monkeypatch):
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    command = [*PROGRAM, "prepare", BEHIND, "--model", "bank", "--quiet", "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (0, b"")


def test_a_pipe_carries_no_colour_and_utf_8_whatever_the_place(monkeypatch):
    for name, value in {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}.items():  # ASCII, on POSIX
        monkeypatch.setenv(name, value)
    ran = subprocess.run([*PROGRAM, "prepare", BEHIND, "--model", "bank", "-q"], capture_output=True, check=True)
    assert b"\x1b" not in ran.stdout
    assert "—" in ran.stdout.decode()
    assert ran.stderr == b""


def test_a_sign_that_a_chosen_encoding_lacks_becomes_a_question_mark(monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    ran = subprocess.run([*PROGRAM, "prepare", BEHIND, "--model", "bank", "-q"], capture_output=True, check=True)
    assert "take it in. ?2: nothing asks" in " ".join(ran.stdout.decode("cp1252").split())


def loaded(*arguments):
    """The modules that a fresh interpreter holds after one run."""
    script = (
        "import io, json, sys\nfrom contextlib import redirect_stdout\nfrom questioner.cli import run\n"
        f"with redirect_stdout(io.StringIO()):\n    code = run({list(arguments)!r})\n"
        "print(json.dumps([code, sorted({name.partition('.')[0] for name in sys.modules})]))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    code, modules = json.loads(ran.stdout)
    assert code == 0
    return set(modules)


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)], ids=" ".join)
def test_help_and_version_load_nothing_slow(arguments):
    assert loaded(*arguments) & set(SLOW) == set()


def test_the_bank_needs_no_client_of_any_service():
    modules = loaded("prepare", BEHIND, "--model", "bank", "--quiet")
    assert modules & {"openai", "httpx2", "tenacity", "rich"} == set()
    assert "pydantic" in modules


def test_the_help_lists_every_command_with_its_own_line():
    result = CliRunner().invoke(cli, ["--help"])
    assert result.exit_code == 0
    for name, (module, line) in COMMANDS.items():
        command = importlib.import_module(module).command
        assert (command.name, command.short_help) == (name, line)
        assert f"  {name} " in result.output
        assert line in result.output
    assert next(iter(COMMANDS)) == "prepare"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name):
    result = CliRunner().invoke(cli, [name, "-h"])
    assert result.exit_code == 0
    assert f"questioner {name}" in result.output.partition("Example")[2]


def commands_within(command, path=()):
    """Yield the words that call each command, those within groups too."""
    if isinstance(command, click.Group):
        with click.Context(command) as ctx:
            for name in command.list_commands(ctx):
                yield from commands_within(command.get_command(ctx, name), (*path, name))
    else:
        yield path


@pytest.mark.parametrize("path", list(commands_within(cli)), ids=" ".join)
def test_every_command_within_a_group_explains_itself_with_an_example_too(path):
    result = CliRunner().invoke(cli, [*path, "--help"])
    assert result.exit_code == 0
    assert f"questioner {' '.join(path)}" in result.output.partition("Example")[2]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("prepare", BEHIND, "--fromat", "json"), "--format"),
        (("review", "--strikt"), "--strict"),
        (("eval", "reviewer", "--spilt", "dev"), "--split"),
        (("wrap-up", BEHIND, "--form", "sheet.md"), "--from"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_of_a_mistyped_option_it_is_said_which_was_meant(typed, meant, questioner):
    ran = questioner(*typed)
    assert (ran.code, ran.out) == (2, "")
    assert meant in ran.err.partition("Did you mean")[2]


def test_the_coachs_commands_come_first():
    assert list(COMMANDS)[:5] == ["prepare", "review", "wrap-up", "follow-up", "trends"]
    assert set(list(COMMANDS)[-3:]) == {"templates", "config", "eval"}


def test_the_version_is_that_of_the_package():
    result = CliRunner().invoke(cli, ["--version"])
    assert result.output == f"questioner, version {__version__}\n"
