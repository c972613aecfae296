"""The folder of a batch on the disk: files written aside and renamed, and room kept for the last replies."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from questioner import files

ROOM = ".room"
"""A file of no use but its size: it makes way for the replies on their way when the disk is full."""


class Shelf:
    """Where the sheets of a batch stand."""

    def __init__(self, folder: Path, mode: int = files.PRIVATE, *, dry: bool = False) -> None:
        """Make ``folder`` if it is not there; files get ``mode``, and folders the same with leave to enter.

        A ``dry`` shelf changes nothing on the disk.

        Raises:
            OSError: when it cannot be made.
        """
        self.folder = folder
        self.mode = mode
        self._dry = dry
        self._own: list[Path] = []
        self._make(folder)

    def _make(self, folder: Path) -> None:
        if not self._dry and not folder.is_dir():
            self._make(folder.parent)
            folder.mkdir(exist_ok=True)
            folder.chmod(self.mode | (self.mode & 0o444) >> 2)
            self._own.append(folder)

    def put(self, slug: str, group: str, sheets: Iterable[tuple[str, bytes]]) -> tuple[str, ...]:
        """Write a team's sheets, each the ending of its file and its content; return their names below the folder.

        Raises:
            OSError: when one cannot be written; what stood there before is still whole.
        """
        if group:
            self._make(self.folder / group)
        names = []
        for ending, content in sheets:
            names.append(f"{group}/{slug}{ending}" if group else f"{slug}{ending}")
            self.write(names[-1], (content,))
        return tuple(names)

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write one file, aside first and then in place.

        Raises:
            OSError: when it cannot be written; what stood there before is still whole.
        """
        if not self._dry:
            files.put(self.folder / name, pieces, self.mode)

    def remove(self, names: Iterable[str]) -> None:
        """Take sheets away that stand under another name now."""
        for name in () if self._dry else names:
            with suppress(OSError):
                (self.folder / name).unlink(missing_ok=True)

    def vanish(self, names: Iterable[str]) -> None:
        """Take away the folder, if this shelf made it, with the files of these names; whatever else is in it keeps it."""
        if self.folder in self._own:
            self.remove(names)
            with suppress(OSError):
                while self._own:
                    self._own.pop().rmdir()

    def holds(self, names: Sequence[str]) -> bool:
        """Say whether every one of these sheets is there."""
        return bool(names) and all((self.folder / name).is_file() for name in names)

    def keep_room(self, size: int) -> None:
        """Take ``size`` bytes of the disk, to be given back with ``give_room``.

        Raises:
            OSError: when there is not that much left.
        """
        path = self.folder / ROOM
        if not self._dry and not (path.is_file() and path.stat().st_size >= size):
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, self.mode), "wb") as file:
                for _ in range(0, size, 1 << 16):
                    file.write(b"\1" * (1 << 16))  # written, since a file of holes takes no room

    def give_room(self) -> None:
        """Give back what ``keep_room`` took."""
        self.remove([ROOM])


def full(folder: Path) -> str:
    """Return the sentence for a disk that is full."""
    return (
        f"no space is left on the disk of {folder}; what came so far is kept. Free some and run the same command again"
    )
