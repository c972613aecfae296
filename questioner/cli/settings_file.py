"""One file of settings: the keys there are and where each may stand, how it is read, and what is wrong with its names."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

from questioner import files
from questioner.errors import InputError, Problem
from questioner.models import keys

FILE = "questioner.toml"
LARGEST = 100_000
"""Bytes; a file with every setting has two thousand."""
KEY_FILE, TRUST = "key-file", "trust"

_SHEETS = ("model", "base-url", "timeout", "send", "keep-names", "names", "templates", "for", "format", "session",
           "minutes", "quiet", "verbose")  # fmt: skip
TABLES: Mapping[str, tuple[str, ...]] = {
    "prepare": (*_SHEETS, "people", "why", "help-level", "show-rejected"),
    "batch": (*_SHEETS, "concurrency", "waves", "max-cost", "max-tokens", "prices", "engine", "wait", "poll",
              "file-requests", "file-bytes", "enqueued-tokens", "group-by", "recursive", "mode"),
    "review": ("format", "select", "ignore", "strict", "suggest", "base-url", "timeout", "templates", "concurrency"),
    "wrap-up": ("templates", "quiet"),
    "follow-up": ("templates",),
    "trends": ("format", "templates"),
    "import": ("decimal", "dates", "encoding", "quiet"),
    "init": ("templates",),
}  # fmt: skip
"""Options of each command that can be settled; none that writes, deletes, pays anew or is about one file."""
SHARED = ("model", "base-url", "timeout", "send", "keep-names", "names", "templates", "for", "format", "session",
          "minutes", "why", "help-level", "concurrency", "prices", "quiet", "verbose")  # fmt: skip
"""Keys that may also stand above all tables, for every command that has them."""
ELSEWHERE = ("base-url", "timeout")
"""Of those, what holds for commands without a table: figures of an eval depend on what is typed alone."""
MAKERS = ("prepare", "batch")
"""The commands that make sheets; a format above all tables is theirs, for others it means something else."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One value that was settled, and where it stands."""

    key: str
    value: Any
    variable: str = ""
    """The variable of the environment that holds it; empty for one of a file."""
    file: Path | None = None
    line: int | None = None

    @property
    def where(self) -> str:
        """Where it stands, as a person finds it: ``questioner.toml:3``, ``QUESTIONER_SEND``."""
        return self.variable or f"{self.file}{f':{self.line}' if self.line else ''}"

    def problem(self, what: str) -> Problem:
        """Return what is wrong with it."""
        return Problem(what, self.variable or str(self.file), self.line, "" if self.variable else self.key)


@dataclass(frozen=True)
class File:
    """A file of settings, read and not yet checked."""

    path: Path
    data: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""

    @cached_property
    def settings(self) -> Mapping[str, Mapping[str, Setting]]:
        """Every value by table and key; under ``""`` those above all tables."""
        lines = _lines(self.text)
        tables = {"": {key: value for key, value in self.data.items() if not isinstance(value, dict)}}
        tables |= {name: table for name, table in self.data.items() if isinstance(table, dict)}
        return {
            name: {key: Setting(key, value, "", self.path, lines.get((name, key))) for key, value in table.items()}
            for name, table in tables.items()
        }

    @property
    def above(self) -> "File":
        """The same without tables."""
        return replace(self, data={key: value for key, value in self.data.items() if not isinstance(value, dict)})


def read(path: Path) -> File:
    """Return the file at ``path``, empty when there is none.

    Raises:
        InputError: when it cannot be read, is too long or no TOML.
    """
    try:
        with path.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise InputError([Problem(f"is larger than {LARGEST // 1000} kB, too long for settings", str(path))])
        text = raw.decode("utf-8-sig")
        return File(path, tomllib.loads(text), text)
    except (FileNotFoundError, NotADirectoryError):
        return File(path)
    except OSError as error:
        raise files.unreadable(path, error) from error
    except (ValueError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        what = "is not TOML; write key = value, one a line, and text in quotation marks"
        raise InputError([Problem(what, str(path), int(line[1]) if line else None)]) from None


_TABLE = re.compile(r"\s*\[\s*\"?([\w-]+)\"?\s*\]")
_LINE = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")


def _lines(text: str) -> dict[tuple[str, str], int]:
    """Return the line of each key, counted from 1, by table and key; the reader of TOML does not tell."""
    found: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if match := _TABLE.match(line):
            table = match[1]
        elif match := _LINE.match(line):
            found.setdefault((table, match[1]), number)
    return found


def misnamed(file: File) -> Iterator[Problem]:
    """Yield every key and table that there is not, and every key that stands in the wrong place."""
    for table, settings in file.settings.items():
        if table and table not in TABLES:
            near = get_close_matches(table, TABLES, n=1)
            meant = f"did you mean [{near[0]}]?" if near else f"there are {', '.join(f'[{name}]' for name in TABLES)}"
            yield Problem(f"is no table of settings; {meant}", str(file.path), None, f"[{table}]")
            continue
        known = TABLES[table] if table else (*SHARED, KEY_FILE, TRUST)
        yield from (s.problem(_unknown(s.key, table, known)) for s in settings.values() if s.key not in known)
    top = file.settings.get("", {})
    if (trust := top.get(TRUST)) and not is_texts(trust.value):
        yield trust.problem('write a list of folders, such as ["/home/ana/okrs"]')
    if (place := top.get(KEY_FILE)) and not isinstance(place.value, str):
        yield place.problem("write the name of a file, in quotation marks")


def _unknown(key: str, table: str, known: tuple[str, ...]) -> str:
    """Say what a key that does not stand here should be. What stands behind it is not repeated: it may be a key."""
    dashed = key.replace("_", "-").lower()
    if dashed in {"api-key", "key", "openai-api-key", "token", "secret"}:
        return f"a key has no place in settings; keep it in {keys.VARIABLE}, or in a file of its own: {KEY_FILE} = …"
    if dashed in known:
        return f"is written {dashed}"
    if dashed in (*SHARED, KEY_FILE, TRUST):
        return f"is no setting of {table} alone; take it out, or put it above all tables"
    if tables := [name for name, names in TABLES.items() if dashed in names and name != table]:
        return f"stands under {' or '.join(f'[{name}]' for name in tables)}"
    near = get_close_matches(dashed, known, n=1)
    return f"is no setting; {f'did you mean {near[0]}?' if near else '`questioner config` lists them all'}"


def is_texts(value: Any) -> bool:
    """Say whether a value is a list of texts."""
    return isinstance(value, list) and all(isinstance(part, str) for part in value)
