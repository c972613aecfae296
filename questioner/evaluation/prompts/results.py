"""What a run of a prompt eval leaves in its folder, read and written: what it was made with, and its rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from questioner import checked, files
from questioner.errors import InputError, Problem
from questioner.evaluation.prompts.rows import Row

META, ROWS = "run.json", "rows.jsonl"
NO_RUN = "is not what `questioner eval prompts` writes of a run"
_ROW = TypeAdapter(Row)


class Meta(BaseModel):
    """What a run was made with. Whoever writes it may add fields of their own; this much every reader can rely on."""

    model_config = ConfigDict(extra="allow", frozen=True)

    version: str
    """Of questioner."""
    rules_version: str
    """Of the review that the rows were scored with."""
    templates: Mapping[str, str]
    """SHA-256 of all parts of each set of templates, by its name."""
    scenarios: Mapping[str, str]
    """SHA-256 of each scenario's file, by its id."""
    models: tuple[str, ...]
    repeats: int
    parameters: Mapping[str, Any] = {}
    """What was asked besides the prompt; empty for the defaults."""
    currency: str = ""
    """Of the rows' costs; empty without a price."""
    rows: int | None = None
    """How many there are; None where they are still to be written, or were by a version that did not count them."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it lies on the disk."""

    place: str
    """The folder as it was named."""
    meta: Meta
    rows: tuple[Row, ...]


def read(folder: Path) -> Run:
    """Return the run in ``folder``.

    Raises:
        InputError: when it holds no whole run; each line that is no row is named.
    """
    raw = checked.there(folder / META)
    if raw is None:
        raise no_run(folder)
    meta = checked.from_json(raw, folder / META, Meta, NO_RUN)
    try:
        lines = (folder / ROWS).read_bytes().splitlines()
    except FileNotFoundError as error:
        again = (
            "is not there: the run did not come to its end; the same `questioner eval prompts` command goes on with it"
        )
        raise InputError([Problem(again, str(folder / ROWS))]) from error
    except OSError as error:
        raise files.unreadable(folder / ROWS, error) from error
    rows: dict[tuple[str, str, str, int], Row] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        try:
            row = _ROW.validate_json(line)
        except ValidationError as error:
            problems += checked.problems(error, str(folder / ROWS), number)
            continue
        if order(row) in rows:
            twice = f"{row.id} of {row.template} stands here a second time; `--rescore` writes the rows anew"
            problems.append(Problem(twice, str(folder / ROWS), number))
        rows[order(row)] = row
    if not problems and meta.rows not in (None, len(rows)):
        short = f"holds {len(rows)} rows, and {META} tells of {meta.rows}; `--rescore` writes the rows anew"
        problems.append(Problem(short, str(folder / ROWS)))
    if problems:
        raise InputError(problems)
    return Run(str(folder), meta, tuple(rows.values()))


def no_run(folder: Path) -> InputError:
    """Return the error for a folder that holds no run; runs in folders below it are named."""
    runs = sorted(path.parent for path in folder.glob(f"*/{META}"))
    meant = f"; name one of those in it: {', '.join(map(str, runs))}" if runs else ""
    return InputError([Problem(f"holds no run of `questioner eval prompts`{meant}", str(folder))])


def write(folder: Path, meta: Meta, rows: Iterable[Row]) -> None:
    """Write both files into ``folder``, which is there, each aside and then in place; rows in the order of `order`.

    Raises:
        OSError: when one cannot be written; what stood there before is still whole.
    """
    ordered = sorted(rows, key=order)
    files.put(folder / ROWS, (_ROW.dump_json(row) + b"\n" for row in ordered))
    note(folder, meta.model_copy(update={"rows": len(ordered)}))


def note(folder: Path, meta: Meta) -> None:
    """Write what a run is made with, before its rows are there.

    Raises:
        OSError: when it cannot be written; what stood there before is still whole.
    """
    files.put(folder / META, [meta.model_dump_json(indent=1).encode(), b"\n"])


def order(row: Row) -> tuple[str, str, str, int]:
    """Return what rows are sorted by: template, scenario, model, repeat."""
    return row.template, row.scenario, row.model, row.repeat
