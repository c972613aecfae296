"""Colour: on a terminal alone, and nowhere with NO_COLOR. Held for every command that colours anything."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress

import pytest

from .conftest import BEHIND

pty = pytest.importorskip("pty", reason="a terminal of one's own needs a POSIX system")
STYLE = re.compile(rb"\x1b\[[0-9;]*m")
COMMANDS = {
    "prepare": ["prepare", BEHIND, "--model", "bank"],
    "wrap-up": ["wrap-up", "team.yaml", "--date", "2026-08-31"],
    "batch": ["batch", BEHIND, "--out", "out", "--model", "bank"],
    "review": ["review", "questions.txt"],
    "rules": ["rules", "ADV102"],
    "config": ["config"],
    "help": ["--help"],
    "an error": ["prepare", BEHIND, "--fromat", "json"],
}


def on_a_terminal(arguments, folder, **settings):
    """Return what a command writes to a terminal of its own, where somebody types two empty lines and Ctrl-D."""
    shutil.copy(BEHIND, folder / "team.yaml")
    (folder / "questions.txt").write_text("Have you considered hiring?\n")
    program = [sys.executable, "-c", "from questioner.cli import main; main()", *arguments]
    ours, its = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", **settings}
    with subprocess.Popen(program, stdin=its, stdout=its, stderr=its, cwd=folder, env=environment):
        os.close(its)
        os.write(ours, b"\n\n\x04")
        written = b""
        with suppress(OSError):  # which is how Linux tells that the other end has closed
            while piece := os.read(ours, 65536):
                written += piece
    os.close(ours)
    return written


@pytest.mark.parametrize("name", COMMANDS)
def test_no_color_is_heeded_by_every_command(name, tmp_path):
    written = on_a_terminal(COMMANDS[name], tmp_path, NO_COLOR="1")
    assert written
    assert STYLE.findall(written) == []


@pytest.mark.parametrize("name", ["prepare", "wrap-up"])
def test_a_terminal_is_given_colour_or_weight(name, tmp_path):
    assert STYLE.findall(on_a_terminal(COMMANDS[name], tmp_path))
