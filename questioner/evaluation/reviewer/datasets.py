"""Labelled questions: one JSON object a line, checked when read."""

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from questioner import checked, files
from questioner.errors import InputError, Problem
from questioner.resources import data_folder

FOLDER = "reviewer"
SPLITS = ("dev", "test", "field")
"""The parts of the project's own labelled questions."""
HELD_OUT = frozenset(SPLITS) - {"dev"}
"""Parts that nothing is learnt from; their rows are not looked at one by one."""


class Truth(StrEnum):
    """What the people who labelled a question say of it."""

    ACCEPT = "accept"
    BORDERLINE = "accept_borderline"
    REJECT = "reject"


class Labelled(BaseModel):
    """One labelled question. Further fields are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Annotated[str, Field(min_length=1, max_length=80)]
    text: Annotated[str, Field(min_length=1, max_length=4_000)]
    verdict: Truth
    labels: tuple[str, ...] = ()
    """Its faults, the primary one first; empty for what is accepted."""
    hard: bool = False
    pair: str | None = None
    """Shared by the two halves of a minimal pair."""
    after: str | None = None
    """The id of the question that it varies in other words."""
    split: str | None = None
    source: Annotated[str, Field(max_length=80)] | None = None
    """Where it was found, such as the name of a set of transcripts."""

    @model_validator(mode="after")
    def _labels_fit_the_verdict(self) -> Self:
        if (self.verdict is Truth.REJECT) != bool(self.labels):
            raise ValueError("a rejected question has labels, an accepted one has none")
        return self


def bundled(split: str) -> Path:
    """Return the path of one part of the project's own labelled questions.

    Raises:
        InputError: when there is none of that name.
    """
    path = data_folder("evals") / FOLDER / f"{split}.jsonl"
    if not path.is_file():
        raise InputError([Problem(f"there is no such part of the labelled questions; {', '.join(SPLITS)} are", split)])
    return path


def read(path: Path) -> tuple[Labelled, ...]:
    """Return the labelled questions of a file, in order.

    Raises:
        InputError: with every line that is wrong, or when ids repeat or nothing is there.
    """
    lines = files.read_text(path).splitlines()
    rows: list[Labelled] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                rows.append(Labelled.model_validate_json(line))
            except ValidationError as error:
                problems += checked.problems(error, str(path), number)
    problems += [Problem(f"the id {name} is there more than once", str(path)) for name in _repeated(r.id for r in rows)]
    if not rows and not problems:
        problems.append(Problem("holds no labelled question", str(path)))
    if problems:
        raise InputError(problems)
    return tuple(rows)


def sha256(path: Path) -> str:
    """Return the hash of a file of labelled questions, which names this state of it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _repeated(ids: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return sorted({name for name in ids if name in seen or seen.add(name)})  # type: ignore[func-returns-value]
