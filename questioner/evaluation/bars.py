"""Bars that figures are held to: asked for one by one, or kept in a file as the last accepted figures."""

import json
import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import RootModel

from questioner import checked
from questioner.errors import InputError, Problem, UsageError


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


def by_name(figures: Mapping[str, Any]) -> dict[str, float | None]:
    """Return every figure of a report by its dotted name, such as ``labels.advice.caught``."""
    found: dict[str, float | None] = {}
    for name, value in figures.items():
        if isinstance(value, Mapping):
            found |= {f"{name}.{below}": figure for below, figure in by_name(value).items()}
        elif value is None or isinstance(value, (int, float)):
            found[name] = value
    return found


def asked(texts: Iterable[str], shares: Mapping[str, bool], form: str) -> tuple[tuple[str, float], ...]:
    """Return figure and floor of each ``METRIC=VALUE`` of ``--fail-under``.

    Args:
        texts: as they stand on the command line.
        shares: every figure that can be held to a bar, and whether it is a share, from 0 to 1.
        form: what to write, told where one cannot be understood.

    Raises:
        UsageError: for a figure that there is not, or a value that it cannot have.
    """
    return tuple(_asked(text, shares, form) for text in texts)


def _asked(text: str, shares: Mapping[str, bool], form: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    try:
        share, least = shares[name], float(value)
    except (KeyError, ValueError):
        raise UsageError(f"--fail-under {text}: write {form}") from None
    if not math.isfinite(least):
        raise UsageError(f"--fail-under {text}: write {form}")
    if share and not 0 <= least <= 1:
        meant = f"; for {least:g} % write {name}={least / 100:g}" if 1 < least <= 100 else ""
        raise UsageError(f"--fail-under {text}: {name} is a share from 0 to 1{meant}")
    return name, least


def bars(figures: Mapping[str, float | None], least: Iterable[tuple[str, float]]) -> tuple[Bar, ...]:
    """Return a bar for each name and floor.

    Raises:
        KeyError: when there is no figure of that name.
    """
    return tuple(Bar(name, floor, figures[name]) for name, floor in least)


def kept(path: Path, name: str, known: Collection[str]) -> Mapping[str, float]:
    """Return the floors that ``path`` keeps for the questions called ``name``, of figures that are ``known``.

    Raises:
        InputError: when the file cannot be read, keeps nothing for them, or a figure that there is not.
    """
    floors = _read(path)
    if name not in floors:
        known = ", ".join(sorted(floors)) or "nothing"
        raise InputError([Problem(f"keeps no figures for {name} (it has {known}); --bless writes them", str(path))])
    strange = [figure for figure in floors[name] if figure not in known]
    if strange:
        raise InputError([Problem("there is no figure of this name", str(path), field=f"{name}.{s}") for s in strange])
    return floors[name]


def blessed(path: Path, name: str, figures: Mapping[str, float | None], metrics: Iterable[str]) -> str:
    """Return what ``path`` is to hold when ``metrics`` of ``figures`` become the accepted ones for ``name``; the others stay.

    Figures are rounded down to three places, so that the same run reaches them.

    Raises:
        InputError: when the file is there and cannot be read.
    """
    own = ((metric, figures[metric]) for metric in metrics)
    floors = {metric: math.floor(value * 1000) / 1000 for metric, value in own if value is not None}
    before = _read(path) if path.exists() else {}
    return json.dumps({**before, name: floors}, indent=1, sort_keys=False) + "\n"


def fallen(path: Path, name: str, figures: Mapping[str, float | None]) -> tuple[Bar, ...]:
    """Return what of ``figures`` is lower than what ``path`` keeps for ``name``; nothing where it keeps nothing yet.

    Raises:
        InputError: when the file is there and cannot be read.
    """
    before = _read(path).get(name, {}) if path.exists() else {}
    held = bars(figures, [(metric, least) for metric, least in before.items() if metric in figures])
    return tuple(bar for bar in held if not bar.reached)


def _read(path: Path) -> dict[str, dict[str, float]]:
    return checked.read_json(path, _Kept, "is no file of accepted figures").root
