"""What people settle once for all runs: ``questioner.toml``, their own and that of the folder they work in.

Options come first, then the environment, then the file of the working folder, then the user's own, then what is
built in. What an office has locked stands above them all (``questioner.office``).
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from questioner.cli import settings_file
from questioner.cli.settings_file import ELSEWHERE, FILE, KEY_FILE, MAKERS, SHARED, TABLES, File, Setting, misnamed
from questioner.cli.trust import overstepping
from questioner.errors import InputError, QuestionerError
from questioner.models import REPLAY, keys

_PATHS = ("templates", "names", "prices", KEY_FILE)


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
    own = settings_file.read(own_file())
    problems = list(misnamed(own))
    path = project_file()
    if path is None or (own.data and path.samefile(own.path)):
        project = None
    else:
        project = settings_file.read(path)
        problems += [*misnamed(project), *overstepping(project, own)]
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
