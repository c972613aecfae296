"""The day is an argument: what is prepared, measured and written today is the same tomorrow."""

import re
from pathlib import Path

import questioner

CLOCK = re.compile(r"\b(?:date|datetime)\.(?:today|now|utcnow)\b|\btime\.(?:time|localtime|gmtime)\b")
HTTP_DATES = "models/faults.py"
"""Counts the seconds to a moment that a service names, where the service does not tell its own time."""


def test_nothing_below_the_command_line_reads_the_clock():
    package = Path(questioner.__file__).parent
    reads = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if CLOCK.search(path.read_text(encoding="utf-8"))
    }
    assert {name for name in reads if not name.startswith("cli/")} == {HTTP_DATES}
    assert any(name.startswith("cli/") for name in reads)
