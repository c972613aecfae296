"""Files: what is said of one that cannot be read or written, and a way to write that leaves none there by half."""

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

from questioner.errors import InputError, Problem

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says when there is no room: on a disk, in a person's share of it, in one file."""
STDIN = "-"
"""What stands for standard input where a file is named."""
ZIP, OLD_OFFICE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
PACKED = (ZIP, OLD_OFFICE, PDF)
"""How files of office programs begin, new and old, and PDFs."""
PRIVATE = 0o600
"""Mode of a file that its owner alone may read."""


def unreadable(path: Path | str, error: Exception) -> InputError:
    """Return the error for a file that cannot be read; of one that is not there, with the nearest name beside it."""
    near = _near(Path(path)) if isinstance(error, FileNotFoundError) else ""
    meant = f"; did you mean {near}?" if near else ""
    return InputError([Problem(f"cannot be read: {_reason(error)}{meant}", str(path))])


def unwritable(path: Path | str, error: OSError) -> InputError:
    """Return the error for a file that cannot be written."""
    return InputError([Problem(f"cannot be written: {_reason(error)}", str(path))])


def _reason(error: Exception) -> str:
    """Return what the system says, or what is wrong with a path that no system takes."""
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text"
    return getattr(error, "strerror", None) or str(error)


def _near(path: Path) -> str:
    try:
        there = (entry.name for entry in path.parent.iterdir() if not entry.name.startswith("."))
        beside = sorted(name for name in there if name != path.name)  # a link that leads nowhere is no answer
    except OSError:
        return ""
    return "".join(str(path.parent / name) for name in get_close_matches(path.name, beside, n=1, cutoff=0.75))


def read_text(path: Path, encoding: str = "utf-8") -> str:
    """Return the text in ``path``.

    Raises:
        InputError: when it cannot be read, or is no such text.
    """
    try:
        return path.read_text(encoding=encoding)
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(path, error) from error


def aside_of(path: Path) -> Path:
    """Return where a file is written before it takes its place: in the same folder, so that renaming moves nothing."""
    return path.with_name(f".{path.name}.part")


def put(path: Path, pieces: Iterable[bytes], mode: int | None = None) -> None:
    """Write ``path`` aside first and then in place, through a link that leads there.

    It gets ``mode``, or keeps the one it has. What is no file, such as ``/dev/null``, is written to as it is.

    Raises:
        OSError: when it cannot be written; what stood there before is still whole.
    """
    path = Path(os.path.realpath(path))  # a circle of links stays one, and opening it says so
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.writelines(pieces)
        return
    aside = aside_of(path)
    try:
        with os.fdopen(
            os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666 if mode is None else mode), "wb"
        ) as file:
            if mode is not None:
                aside.chmod(mode)  # whatever the umask, and whoever left the file there
            elif path.exists():
                shutil.copymode(path, aside)
            file.writelines(pieces)
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
