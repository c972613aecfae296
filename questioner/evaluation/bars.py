"""Bars that figures are held to: asked for one by one, or kept in a file as the last accepted figures."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import RootModel, ValidationError

from questioner import files
from questioner.errors import InputError, Problem


class _Kept(RootModel[dict[str, dict[str, float]]]):
    """Lowest accepted figures by the name of their questions, such as ``dev``."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure and the least that it may be."""

    name: str
    least: float
    value: float | None
    """None where nothing was counted, which reaches no bar."""

    @property
    def reached(self) -> bool:
        """Whether the figure is as high as the bar."""
        return self.value is not None and self.value >= self.least

    def __str__(self) -> str:
        return f"{self.name} is {self.value}, {'not below' if self.reached else 'below'} {self.least:g}"


def metric(figures: dict[str, Any], name: str) -> float | None:
    """Return the figure at a dotted ``name`` such as ``labels.advice.caught``.

    Raises:
        KeyError: when there is no figure of that name.
    """
    value: Any = figures
    for part in name.split("."):
        if not isinstance(value, dict):
            raise KeyError(name)
        value = value[part]
    if value is not None and not isinstance(value, (int, float)):
        raise KeyError(name)
    return value


def bars(figures: dict[str, Any], least: Iterable[tuple[str, float]]) -> tuple[Bar, ...]:
    """Return a bar for each name and floor.

    Raises:
        KeyError: when there is no figure of that name.
    """
    return tuple(Bar(name, floor, metric(figures, name)) for name, floor in least)


def kept(path: Path, name: str) -> Mapping[str, float]:
    """Return the floors that ``path`` keeps for the questions called ``name``.

    Raises:
        InputError: when the file cannot be read, or keeps nothing for them.
    """
    floors = _read(path)
    if name not in floors:
        known = ", ".join(sorted(floors)) or "nothing"
        raise InputError([Problem(f"keeps no figures for {name} (it has {known}); --bless writes them", str(path))])
    return floors[name]


def blessed(path: Path, name: str, figures: dict[str, Any], metrics: Iterable[str]) -> str:
    """Return what ``path`` is to hold when ``metrics`` of ``figures`` become the accepted ones for ``name``; the others stay.

    Figures are rounded down to three places, so that the same run reaches them.

    Raises:
        InputError: when the file is there and cannot be read.
    """
    own = {metric_name: metric(figures, metric_name) for metric_name in metrics}
    floors = {n: math.floor(value * 1000) / 1000 for n, value in own.items() if value is not None}
    before = _read(path) if path.exists() else {}
    return json.dumps({**before, name: floors}, indent=1, sort_keys=False) + "\n"


def _read(path: Path) -> dict[str, dict[str, float]]:
    try:
        return _Kept.model_validate_json(path.read_bytes()).root
    except OSError as error:
        raise files.unreadable(path, error) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise InputError(
            [Problem(f"is no file of accepted figures: {first['msg']}", str(path), field=place)]
        ) from error
