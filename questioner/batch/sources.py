"""Where teams come from: files, folders, patterns, files of JSON lines, standard input. One at a time, in order."""

import glob
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from questioner.errors import InputError, Problem, UsageError
from questioner.files import STDIN
from questioner.inputs import LARGEST, bytes_of, called
from questioner.phrasing import visible
from questioner.wishes import Wishes

LINES = ".jsonl"
"""Ending of a file with one team a line."""
ENDINGS = frozenset({".yaml", ".yml", ".json", LINES})
"""Endings of the files that a folder is searched for."""
IN_MEMORY = 8_000_000
"""Bytes of standard input that are kept in memory; more go to an unnamed temporary file."""


_NAME = re.compile(rb'"team"\s*:\s*("(?:[^"\\]|\\.)*")')


@dataclass(frozen=True, slots=True)
class Source:
    """One team as it came: its bytes, or what keeps them from being read."""

    name: str
    """How errors call it: ``teams/a.yaml``, ``teams.jsonl:12``, ``<stdin>``."""
    path: str
    """The file it is from; ``-`` for standard input."""
    raw: bytes = b""
    problem: str = ""
    wishes: Wishes | None = None
    """What is asked for of its session, where that is not the same for all."""


class Teams(Protocol):
    """Where the teams of a run come from, as often as they are gone through."""

    @property
    def paths(self) -> Collection[str]:
        """The files they are from."""
        ...

    def count(self) -> int:
        """Return how many there are."""
        ...

    def __iter__(self) -> Iterator[Source]:
        """Yield each, always in the same order."""
        ...

    def close(self) -> None:
        """Let go of whatever is held."""
        ...


class Sources:
    """The teams of several paths, each file once, in the order given; those of a folder sorted by name.

    Iterating reads each file when its turn comes, so that memory does not grow with their number.
    """

    def __init__(self, paths: Sequence[str], *, recursive: bool = False, out: Path | None = None) -> None:
        """Find the files behind ``paths``; ``out`` and all below it are passed over.

        Raises:
            UsageError: for a pattern that matches nothing, a folder without team files, or ``out`` among the paths.
            InputError: when there is nothing at all under any of the names, as after a slip of the pen.
        """
        self._out = _real(out) if out else None
        found = [file for path in paths for file in self._files(path, recursive=recursive)]
        once: dict[str, str] = {}
        for file in found:
            once.setdefault(_identity(file), file)
        self.paths = tuple(once.values())
        if not any(path == STDIN or os.path.lexists(path) for path in self.paths):
            raise InputError([Problem("there is no such file or folder", path) for path in self.paths])
        self._stdin: IO[bytes] | None = None

    def close(self) -> None:
        """Let go of what standard input held."""
        if self._stdin:
            self._stdin.close()

    def _files(self, path: str, *, recursive: bool) -> Iterator[str]:
        if path == STDIN:
            yield path
        elif Path(path).is_dir():
            yield from self._in_folder(path, recursive=recursive)
        elif unfolded := matches(path):
            yield from (match for match in unfolded if _is_file(Path(match)) and not self._ours(Path(match)))
        else:
            yield path

    def _in_folder(self, path: str, *, recursive: bool) -> Iterator[str]:
        if self._out == _real(path):
            raise UsageError(f"--out {path}: the team files are there; choose another folder for the sheets")
        inside = Path(path).rglob("*") if recursive else Path(path).iterdir()
        found = sorted(str(file) for file in inside if _is_team_file(file, Path(path)) and not self._ours(file))
        if not found:
            deeper = "" if recursive else "; --recursive looks into the folders in it too"
            raise UsageError(f"{path}: holds no file that ends in {', '.join(sorted(ENDINGS))}{deeper}")
        yield from found

    def _ours(self, path: Path) -> bool:
        return self._out is not None and self._out in _real(path).parents

    def count(self) -> int:
        """Return how many teams there are, without looking into them."""
        return sum(self._count(path) for path in self.paths)

    def _count(self, path: str) -> int:
        if path != STDIN and not path.endswith(LINES):
            return 1
        try:
            with self._opened(path) as file:
                return sum(1 for line in file if line.strip()) if self._has_lines(path, file) else 1
        except OSError:
            return 1

    def __iter__(self) -> Iterator[Source]:
        """Yield every team."""
        for path in self.paths:
            yield from self._lines(path) if path == STDIN or path.endswith(LINES) else (_whole(path),)

    def _lines(self, path: str) -> Iterator[Source]:
        name = called(path)
        try:
            with self._opened(path) as file:
                if not self._has_lines(path, file):
                    yield _bounded(name, path, file.read(LARGEST + 1))
                    return
                number = 0
                while line := file.readline(LARGEST + 2):
                    number += 1
                    if line.strip():
                        yield _bounded(f"{name}:{number}", path, line)
                    while len(line) > LARGEST and not line.endswith(b"\n"):  # the rest of a line that is too long
                        line = file.readline(LARGEST + 1) or b"\n"
        except OSError as error:
            yield Source(name, path, problem=f"{name}: cannot be read: {error.strerror or error}")

    @contextmanager
    def _opened(self, path: str) -> Iterator[IO[bytes]]:
        if path == STDIN:
            yield self._standard_input()
        else:
            with Path(path).open("rb") as file:
                yield file

    def _standard_input(self) -> IO[bytes]:
        """Return standard input from its beginning, as often as it is asked for."""
        if self._stdin is None:
            self._stdin = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - read again to the end of the run
            shutil.copyfileobj(sys.stdin.buffer, self._stdin)
        self._stdin.seek(0)
        return self._stdin

    @staticmethod
    def _has_lines(path: str, file: IO[bytes]) -> bool:
        """Say whether there is a team a line: by the file's name, on standard input by its first two lines."""
        if path != STDIN:
            return True
        first, second = (file.readline(LARGEST).strip() for _ in range(2))
        file.seek(0)
        return first.startswith(b"{") and first.endswith(b"}") and (not second or second.startswith(b"{"))


def names_on(line: bytes) -> Iterator[str]:
    """Yield what may be the name of the team on a line of JSON, whether or not the line can be read as a whole."""
    for found in _NAME.finditer(line):
        try:
            name = json.loads(found[1])
        except ValueError:
            continue
        yield visible(name).strip()  # as the team file has it


def matches(path: str) -> list[str]:
    """Return the names that a pattern stands for, sorted; none where it is a plain name.

    Raises:
        UsageError: for a pattern that matches nothing.
    """
    if Path(path).exists() or not glob.has_magic(path):
        return []
    found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - the pattern may be absolute
    if not found:
        raise UsageError(f"{path}: no file has a name like that")
    return found


def _identity(path: str) -> str:
    return path if path == STDIN else str(_real(path))


def _real(path: str | Path) -> Path:
    """Return ``path`` behind its links; unlike ``resolve`` also where they lead in a circle."""
    return Path(os.path.realpath(path))


def _is_team_file(file: Path, below: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(below).parts)
    return file.suffix.lower() in ENDINGS and not hidden and _is_file(file)


def _is_file(path: Path) -> bool:
    """Say whether there is a file, or a link to one that is gone: its team is missing, and somebody should know."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _whole(path: str) -> Source:
    try:
        return Source(path, path, bytes_of(path))
    except InputError as error:
        return Source(path, path, problem=str(error))


def _bounded(name: str, path: str, raw: bytes) -> Source:
    if len(raw) <= LARGEST + 1:
        return Source(name, path, raw)
    what = f"is larger than {LARGEST // 1_000_000} MB; a line holds one team"
    return Source(name, path, problem=str(Problem(what, name)))
