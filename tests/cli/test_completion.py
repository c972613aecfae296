"""Completion, as bash, zsh and fish themselves ask for it; where one of them is missing its tests are skipped."""

import os
import shutil
import subprocess
import sys

import pytest

from ..systems import SHELLS
from .test_program import SLOW

pytestmark = SHELLS

BASH = """
source "$1"
COMP_WORDS=("${@:2}"); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
_questioner_completion questioner 2>&1
printf '%s\\n' "${COMPREPLY[@]}"
"""
ZSH = """
compdef() { : }
_describe() { local name=${@[-2]}; [[ $name == -U ]] && name=${@[-3]}; print -l -- "${(@P)name%%:*}" }
compadd() { local name=${@[-1]}; print -l -- "${(@P)name}" }
_path_files() { print -- "a file" }
source "$1"; shift
words=("$@"); CURRENT=$#
_questioner_completion
"""
FISH = """
source $argv[1]
complete -C (string join ' ' -- $argv[2..])
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


@pytest.fixture
def environment(tmp_path):
    """A path on which ``questioner`` is this program, and nobody's settings of a shell."""
    program = tmp_path / "bin" / "questioner"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from questioner.cli import main; main()" "$@"\n')
    program.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "ZDOTDIR": str(tmp_path),
    }


@pytest.fixture(params=[pytest.param("bash"), "zsh", "fish"])
def complete(request, environment, tmp_path):
    """Complete the last of some words in a shell: ``complete("questioner", "pre")``."""
    shell = shutil.which(request.param)
    if shell is None:
        assert request.param != "bash", "bash has to be there to test completion"
        pytest.skip(f"{request.param} is not installed, so its completion is not tested here")
    script, way = tmp_path / "complete", tmp_path / "way"
    source = {**environment, "_QUESTIONER_COMPLETE": f"{request.param}_source"}
    program = shutil.which("questioner", path=environment["PATH"])
    script.write_text(subprocess.run([program], env=source, capture_output=True, text=True, check=True).stdout)
    way.write_text(SCRIPTS[request.param])

    def ask(*words):
        command = [shell, *([] if request.param != "zsh" else ["-f"]), way, script, *words]
        told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
        return {line.split("\t")[0] for line in told.stdout.splitlines()}

    return ask


def test_a_command_is_completed(complete):
    assert complete("questioner", "pre") == {"prepare"}


def test_all_commands_are_offered(complete):
    assert complete("questioner", "") >= {"prepare", "review", "wrap-up", "eval", "config"}


def test_a_command_within_a_group_is_completed(complete):
    assert complete("questioner", "eval", "rev") == {"reviewer"}


def test_options_are_completed(complete):
    assert complete("questioner", "prepare", "--he") == {"--help", "--help-level"}


def test_the_values_of_an_option_are_completed(complete):
    assert complete("questioner", "prepare", "team.yaml", "--format", "do") == {"docx"}


@pytest.fixture
def bare(environment):
    """Ask the program as bash does, without bash: ``bare("questioner prepare --he", 2)``."""

    def ask(words, place):
        asked = {"COMP_WORDS": words, "COMP_CWORD": str(place), "_QUESTIONER_COMPLETE": "bash_complete"}
        script = (
            "import sys\nfrom questioner.cli import run\nrun([])\n"
            "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
        )
        told = subprocess.run(
            [sys.executable, "-c", script], env=environment | asked, capture_output=True, text=True, check=True
        )
        *said, modules = told.stderr.splitlines()
        return told.stdout.splitlines(), said, set(modules.split())

    return ask


def test_names_of_files_are_left_to_the_shell(bare):
    assert bare("questioner prepare exa", 2)[:2] == (["file,exa"], [])
    assert bare("questioner prepare team.yaml --templates m", 4)[:2] == (["dir,m"], [])


@pytest.mark.parametrize(
    ("words", "place"), [("questioner prapare --fo", 2), ("questioner nosuch ", 2), ('questioner "unclosed', 1)]
)
def test_words_that_lead_nowhere_are_met_with_silence(words, place, bare):
    assert bare(words, place)[1] == []


def test_completing_a_command_imports_none(bare):
    offered, _, modules = bare("questioner ", 1)
    assert "plain,prepare" in offered
    assert modules & set(SLOW) == set()


def test_settings_that_cannot_be_read_do_not_stop_completion(bare, tmp_path, monkeypatch):
    (tmp_path / "questioner.toml").write_text("not TOML\n")
    monkeypatch.chdir(tmp_path)
    assert "plain,--help-level" in bare("questioner prepare --he", 2)[0]
