"""The key to a service: from the environment, or from a file that its owner alone can read. Never from an option.

A key in the environment comes first, then the file that the environment names, then the one of the settings.
"""

import os
import stat
from contextvars import ContextVar
from pathlib import Path
from shlex import quote

from questioner.errors import InputError, Problem

VARIABLE = "OPENAI_API_KEY"
FILE_VARIABLE = "OPENAI_API_KEY_FILE"
LARGEST = 10_000
"""Bytes; the longest keys in use are tokens of some two thousand."""
OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""What a file of a key must not let its group and all others do."""

of_settings: ContextVar[Path | None] = ContextVar("of_settings", default=None)
"""The file that the settings name, for as long as one command runs."""


def file() -> Path | None:
    """Return the file that the key would be read from; None where none is named."""
    named = os.environ.get(FILE_VARIABLE)
    return Path(named).expanduser() if named else of_settings.get()


def given() -> bool:
    """Say whether there is a key, or a file that should hold one."""
    return bool(os.environ.get(VARIABLE)) or file() is not None


def key() -> str:
    """Return the key; empty where there is none.

    Raises:
        InputError: when the file that should hold it cannot be read, is empty, or is open to others. Windows
            has no such modes; there the file is as safe as the rights of its folder.
    """
    path = file()
    if os.environ.get(VARIABLE) or path is None:
        return os.environ.get(VARIABLE, "")
    try:
        with path.open("rb") as opened:
            held, raw = os.fstat(opened.fileno()), opened.read(LARGEST)
        text = raw.decode().strip()
    except OSError as error:
        raise _unusable(path, f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError:  # whose message would quote what stands there
        raise _unusable(path, "is no text; a file of a key holds the key and nothing else") from None
    if os.name == "posix" and held.st_mode & OTHERS:
        what = f"can be read by others (mode {held.st_mode & 0o777:03o}); make it yours alone: chmod 600 {quote(str(path))}"
        raise _unusable(path, what)
    if os.name == "posix" and held.st_uid not in {os.geteuid(), 0}:
        raise _unusable(path, "belongs to somebody else; a key is read from a file of your own")
    if not text:
        raise _unusable(path, "is empty; it should hold the key and nothing else")
    return text


def _unusable(path: Path, what: str) -> InputError:
    return InputError([Problem(f"{what} (it is named by {FILE_VARIABLE} or key-file)", str(path))])
