"""Finds the bundled folders, and reads templates from them with the user's own laid over."""

import hashlib
import tomllib
from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from questioner.errors import Problem, TemplateError

PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """Return the bundled folder ``name``: inside the package in a wheel, beside it in a checkout.

    Raises:
        TemplateError: when neither is there, which means a broken installation.
    """
    for folder in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise TemplateError(f"no {name!r} folder in {PACKAGE} or beside it: install questioner again")


class Templates:
    """The words that a model or a coach reads: the bundled files, with the user's own laid over them.

    Names are paths below the templates folder with forward slashes, such as ``pillars/intent.toml``.
    """

    def __init__(self, overlay: Path | None = None) -> None:
        """Use ``overlay`` before the bundled folder; a file there replaces the one of the same name.

        Raises:
            TemplateError: when ``overlay`` is not a folder.
        """
        if overlay is not None and not overlay.is_dir():
            raise TemplateError([Problem("is not a folder; `questioner templates export` makes one", str(overlay))])
        self.overlay = overlay
        self.bundled = data_folder("templates")
        self._tables: dict[str, dict[str, Any]] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the bundled templates, sorted."""
        return tuple(sorted(_relative(self.bundled)))

    @cached_property
    def overlaid(self) -> tuple[str, ...]:
        """Names that the overlay holds, sorted; some may replace nothing."""
        return tuple(sorted(_relative(self.overlay))) if self.overlay else ()

    def path(self, name: str) -> Path:
        """Return the file behind ``name``, the user's own first."""
        if self.overlay and (self.overlay / name).is_file():
            return self.overlay / name
        return self.bundled / name

    def text(self, name: str) -> str:
        """Return the text of one template.

        Raises:
            TemplateError: when it is missing or is not UTF-8 text.
        """
        path = self.path(name)
        try:
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise TemplateError([Problem("no such template; `questioner templates list` shows them", name)]) from None
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateError([Problem(f"cannot be read as UTF-8 text ({error})", str(path))]) from error

    def table(self, name: str) -> dict[str, Any]:
        """Return one TOML template as a dictionary.

        Raises:
            TemplateError: when it is missing or is not valid TOML; the message names the line.
        """
        if name in self._tables:
            return self._tables[name]
        try:
            return self._tables.setdefault(name, tomllib.loads(self.text(name)))
        except tomllib.TOMLDecodeError as error:
            raise TemplateError([Problem(f"is not valid TOML: {error}", str(self.path(name)))]) from error

    def fields(self, name: str, required: Mapping[str, Any]) -> dict[str, Any]:
        """Return the table ``name`` once it holds the ``required`` fields, each of its type.

        Raises:
            TemplateError: when the table cannot be read, or a field of it is missing or of another type.
        """
        table = self.table(name)
        wrong = faults({key: value for key, value in table.items() if key in required}, required)
        if wrong:
            raise TemplateError([Problem(text, str(self.path(name))) for text in wrong])
        return table

    def folder(self, name: str) -> tuple[str, ...]:
        """Return the names of the TOML files of one folder, bundled and laid over, sorted."""
        known = {*self.names, *self.overlaid}
        return tuple(sorted(n for n in known if n.startswith(f"{name}/") and n.endswith(".toml")))

    @cached_property
    def sha256(self) -> str:
        """Hash of every template in effect, the overlay included."""
        return self._digest({*self.names, *self.overlaid})

    @property
    def overlay_sha256(self) -> str:
        """Hash of the overlay alone: of a copy of everything in effect, what ``sha256`` was of the original."""
        return self._digest(set(self.overlaid))

    def _digest(self, names: Collection[str]) -> str:
        digest = hashlib.sha256()
        for name in sorted(names):
            digest.update(name.encode())
            digest.update(hashlib.sha256(self.path(name).read_bytes()).digest())
        return digest.hexdigest()


def faults(entry: Any, required: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> list[str]:
    """Return what is wrong with one table of a TOML template: fields missing, unknown or of another type.

    A type may be a tuple, as for ``isinstance``. By hand, since a pydantic model of the patterns alone would cost a tenth of a run's time.
    """
    if not isinstance(entry, dict):
        return ["is not a table"]
    known = {**required, **(optional or {})}
    return [
        *(f"{name}: is missing" for name in required if name not in entry),
        *(f"{name}: is not a field here; known are {', '.join(known)}" for name in entry if name not in known),
        *(
            f"{name}: saw {entry[name]!r}, which is not {_KINDS[kind]}"
            for name, kind in known.items()
            if name in entry and (not isinstance(entry[name], kind) or isinstance(entry[name], bool))
        ),
    ]


_KINDS: dict[Any, str] = {
    str: "text", int: "a whole number", (int, float): "a number", list: "a list", dict: "a table",
}  # fmt: skip


def _relative(folder: Path) -> list[str]:
    # Dotfiles and editors' backups are nobody's template.
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return [path.relative_to(folder).as_posix() for path in files if not path.name.endswith("~")]
