"""What people settle once for all runs: ``questioner.toml``, their own and that of the folder they work in.

Options come first, then the environment, then the file of the working folder, then the user's own, then what is
built in. What an office has locked stands above them all (``questioner.office``). A file that lies in a working
folder may have been written by anybody: it may not send the team's words or a key where its reader has not said so.
"""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from questioner import files
from questioner.errors import InputError, Problem, QuestionerError
from questioner.models import BANK, REPLAY, keys

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
    "review": ("format", "select", "ignore", "strict", "suggest", "base-url", "timeout", "templates"),
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
_PATHS = ("templates", "names", "prices", KEY_FILE)


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
    trusted: bool = True

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


@dataclass(frozen=True)
class Settings:
    """All that is settled in files."""

    own: File
    project: File | None
    """The one of the working folder, or of one above it."""

    @property
    def files(self) -> tuple[File, ...]:
        """The files, the stronger first."""
        return (self.project, self.own) if self.project else (self.own,)

    def of(self, command: str) -> Mapping[str, Setting]:
        """Return what files settle for a command, ``prepare`` or ``eval reviewer``, by key."""
        found: dict[str, Setting] = {}
        for file in reversed(self.files):
            shared = shared_by(command)
            found |= {key: setting for key, setting in file.settings.get("", {}).items() if key in shared}
            found |= file.settings.get(command, {})
        return found

    @property
    def above(self) -> "Settings":
        """The same without tables."""
        return Settings(self.own.above, self.project.above if self.project else None)

    def key_file(self) -> Setting | None:
        """Return where the settings say that the key is."""
        return next((found for file in self.files if (found := file.settings.get("", {}).get(KEY_FILE))), None)


def shared_by(command: str) -> tuple[str, ...]:
    """Return the keys above all tables, and the variables of the environment, that hold for a command."""
    keys = tuple(key for key in SHARED if key in TABLES.get(command, ELSEWHERE))
    return keys if command in MAKERS else tuple(key for key in keys if key != "format")


def own_file() -> Path:
    """Return where the user's own settings are, whether or not there are any."""
    return Path(click.get_app_dir("questioner")) / FILE


def project_file() -> Path | None:
    """Return the nearest file in the working folder and those above it, up to the home folder or the root."""
    with suppress(OSError, RuntimeError):  # a working folder that is gone; a user without a home
        here, home = Path.cwd(), Path.home()
        for folder in (here, *here.parents):
            if (folder / FILE).is_file():
                return folder / FILE
            if folder == home:
                return None
    return None


def read() -> Settings:
    """Return what is settled in files.

    Raises:
        InputError: with every unknown key, every one that may not stand where it stands, or a file that cannot be read.
    """
    own = _read(own_file())
    problems = list(_of_names(own))
    path = project_file()
    if path is None or (own.data and path.samefile(own.path)):
        project = None
    else:
        project = _read(path, trusted=_is_trusted(path, own))
        problems += [*_of_names(project), *_of_trust(project, own)]
    if problems:
        raise InputError(problems)
    return Settings(own, project)


def defaults(ctx: click.Context, name: str, command: click.Command) -> dict[str, Any]:
    """Return what takes the place of a command's built-in defaults, by parameter; ``ctx`` is that of its group.

    Raises:
        InputError: with every setting that cannot be used.
    """
    path = " ".join([*ctx.command_path.split()[1:], name])
    if not {*TABLES.get(path, ELSEWHERE)} & {key_of(parameter) for parameter in command.params}:
        return {}
    settled = read()
    found = applying(settled, path, command)
    if place := settled.key_file():
        token = keys.of_settings.set(Path(_placed(place.value, place)))
        ctx.call_on_close(lambda: keys.of_settings.reset(token))
    return {parameter: value for parameter, (value, _) in found.items()}


def applying(settled: Settings, name: str, command: click.Command) -> dict[str, tuple[Any, Setting]]:
    """Return the value and the place of every setting of files and environment that holds for a command, by parameter.

    Raises:
        InputError: with every setting that cannot be used.
    """
    options = {key_of(option): option for option in command.params if isinstance(option, click.Option)}
    wanted = {key: setting for key, setting in settled.of(name).items() if key in options}
    for key in shared_by(name):  # an option that names a variable of its own has click read it
        if key in options and not options[key].envvar and (text := os.environ.get(variable_of(key))):
            wanted[key] = Setting(key, text, variable_of(key))
    made, problems = {}, []
    for key, setting in wanted.items():
        option = options[key]
        try:
            made[option.name or key] = (_value(option, setting), setting)
        except (ValueError, click.BadParameter, QuestionerError) as error:
            what = error.message if isinstance(error, click.BadParameter) else str(error)
            problems.append(setting.problem(what))
    if problems:
        raise InputError(problems)
    return made


def variable_of(key: str) -> str:
    """Return the variable of the environment that says the same as a key: ``QUESTIONER_KEEP_NAMES``."""
    return f"QUESTIONER_{key.upper().replace('-', '_')}"


def key_of(parameter: click.Parameter) -> str:
    """Return an option's name as it is typed: ``keep-names``."""
    return max(parameter.opts, key=len).removeprefix("--")


# --- reading ----------------------------------------------------------------------------------------------


def _read(path: Path, *, trusted: bool = True) -> File:
    try:
        with path.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise InputError([Problem(f"is larger than {LARGEST // 1000} kB, too long for settings", str(path))])
        text = raw.decode("utf-8-sig")
        return File(path, tomllib.loads(text), text, trusted)
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


def _of_names(file: File) -> Iterator[Problem]:
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
    if (trust := top.get(TRUST)) and not _is_texts(trust.value):
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


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


# --- whom to trust ----------------------------------------------------------------------------------------


def _is_trusted(path: Path, own: File) -> bool:
    """Say whether the user's own settings name the folder of the file at ``path``."""
    trust = own.settings.get("", {}).get(TRUST)
    folders = trust.value if trust and _is_texts(trust.value) else []
    return any(Path(folder).expanduser().resolve() == path.parent.resolve() for folder in folders)


def _of_trust(file: File, own: File) -> Iterator[Problem]:
    """Yield what a file that anybody may have written must not settle."""
    settled = [setting for table in file.settings.values() for setting in table.values()]
    yield from (s.problem(f"stands in your own settings alone, {own.path}") for s in settled if s.key == TRUST)
    if file.trusted:
        return
    remedy = f"If you know who wrote it, put  trust = ['{file.path.parent}']  into {own.path}"
    if os.name == "posix" and file.path.stat().st_uid not in {os.geteuid(), 0}:
        yield Problem(f"belongs to somebody else, so it is not read. {remedy}", str(file.path))
    for setting in settled:
        if _loosens(setting, own):
            what = "decides what leaves and who sees it, and a file in a working folder may be anybody's"
            yield setting.problem(f"{what}. {remedy}; or settle it there")


def _loosens(setting: Setting, own: File) -> bool:
    """Say whether a setting lets more leave, to other places or for other eyes, than the user has said."""
    value, said = setting.value, [table[setting.key].value for table in own.settings.values() if setting.key in table]
    looser: Mapping[str, bool] = {
        "base-url": True,
        "key-file": True,
        "keep-names": value is not False,
        "mode": str(value) != "600",
        "send": value != "facts" and "facts" in said,
        "model": _asks(value) and any(not _asks(other) for other in said),
        **dict.fromkeys(("names", "prices", "max-cost", "max-tokens"), bool(said)),
    }
    return looser.get(setting.key, False)


def _asks(model: Any) -> bool:
    return model != BANK and not str(model).startswith(REPLAY)


# --- values -----------------------------------------------------------------------------------------------


def _value(option: click.Option, setting: Setting) -> Any:
    """Return a value as its option takes it.

    Raises:
        ValueError: for one of another kind.
        BadParameter: for one that the option does not take.
    """
    several = setting.value if isinstance(setting.value, list) else [setting.value]
    if isinstance(setting.value, list) and not option.multiple:
        raise ValueError("saw a list; write one value")
    made = [_one(option, part, setting) for part in several]
    return made if option.multiple else made[0]


def _one(option: click.Option, value: Any, setting: Setting) -> Any:
    kind = option.type
    if setting.variable:
        value = _placed(value, setting)
    elif option.is_flag:
        if not isinstance(value, bool):
            raise ValueError(f"saw {_seen(value)}; write true or false, without quotation marks")
    elif isinstance(kind, (click.types.IntParamType, click.types.FloatParamType)):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ValueError(f"saw {_seen(value)}; write a number, without quotation marks")
    elif isinstance(value, bool) or not isinstance(value, (str, int)) or value == "":
        raise ValueError(f"saw {_seen(value)}; write text in quotation marks, or leave the line out")
    else:
        value = _placed(str(value), setting)
    kind.convert(value, option, None)
    return value


def _seen(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return f"a {'table' if isinstance(value, dict) else 'list'}"
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value)


def _placed(value: str, setting: Setting) -> str:
    """Return the name of a file or folder as seen from the working folder: a file's names begin where it lies."""
    folder = setting.file.parent if setting.file else Path()
    if setting.key in _PATHS:
        return os.path.normpath(folder / Path(value).expanduser())
    if setting.key == "model" and value.startswith(REPLAY):
        return f"{REPLAY}{os.path.normpath(folder / Path(value.removeprefix(REPLAY)).expanduser())}"
    return value
