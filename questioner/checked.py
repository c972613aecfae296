"""What comes from outside, checked against a model: all that is wrong with it is told, each with its place."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from questioner import files
from questioner.errors import InputError, Problem

Model = TypeVar("Model", bound=BaseModel)
Place = tuple[int | str, ...]
"""Where something stands in data: ``("objectives", 0, "title")``."""


def path_of(place: Iterable[str | int]) -> str:
    """Return a place in data as a reader writes it: ``objectives[0].key_results[2].target``."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return text.removeprefix(".").encode(errors="replace").decode()


def problems(error: ValidationError, name: str, line: int | None = None) -> Iterator[Problem]:
    """Yield all that ``error`` says of the file, or of its ``line``, that is called ``name``."""
    for detail in error.errors(include_url=False):
        said = detail["msg"].removeprefix("Value error, ").replace("Invalid JSON", "is not JSON")
        if line is not None:  # the model saw one line alone
            said = said.replace(" at line 1 column ", " at character ")
        yield Problem(said, name, line, path_of(detail["loc"]))


def there(path: Path) -> bytes | None:
    """Return what stands in ``path``; None where there is no such file.

    Raises:
        InputError: when it is there and cannot be read.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise files.unreadable(path, error) from error


def read_json(path: Path, kind: type[Model], wrong: str) -> Model:
    """Return what the JSON file ``path`` holds; of one that does not hold a ``kind``, ``wrong`` is said first.

    Raises:
        InputError: when it cannot be read, or with all that is wrong in it.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise files.unreadable(path, error) from error
    return from_json(raw, path, kind, wrong)


def from_json(raw: bytes, path: Path, kind: type[Model], wrong: str) -> Model:
    """Return what ``raw``, JSON from ``path``, holds; of what is no ``kind``, ``wrong`` is said first.

    Raises:
        InputError: with all that is wrong in it.
    """
    try:
        return kind.model_validate_json(raw)
    except ValidationError as error:
        raise InputError([Problem(wrong, str(path)), *problems(error, str(path))]) from error


def from_toml(raw: bytes, path: Path, kind: type[Model]) -> Model:
    """Return what ``raw``, TOML from ``path``, holds.

    Raises:
        InputError: with all that is wrong in it.
    """
    try:
        data: dict[str, Any] = tomllib.loads(raw.decode())
    except UnicodeDecodeError as error:
        raise files.unreadable(path, error) from error
    except tomllib.TOMLDecodeError as error:
        raise InputError([Problem(f"is not TOML: {error}", str(path))]) from error
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise InputError([*problems(error, str(path))]) from error
