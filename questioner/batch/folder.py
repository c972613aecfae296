"""A run's folder opened and left again: ledger and lock, crew, manifest and index."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from questioner.batch.choice import Choice
from questioner.batch.crew import Crew
from questioner.batch.index import write_indexes
from questioner.batch.ledger import Ledger
from questioner.batch.manifest import write_manifest
from questioner.batch.run import Run, Watch
from questioner.batch.shelf import FULL, Shelf, full
from questioner.batch.sources import Teams
from questioner.batch.work import Orders
from questioner.errors import InputError, Problem, StoppedError
from questioner.resources import Templates


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run leaves its files, and how."""

    out: Path
    mode: int
    """Of the files."""
    room: int
    """Bytes kept free for the replies that are on their way when the disk fills up."""
    dry: bool = False
    """Leave no trace."""


@contextmanager
def opened(place: Place, sources: Teams, orders: Orders, choice: Choice, watch: Watch) -> Iterator[Run]:
    """Open the folder of a run over ``sources``, and leave it with its manifest written, however the run ends.

    Raises:
        UsageError: when another run is at work there.
        InputError: when the folder or its ledger cannot be written or read, or there is no team at all.
        StoppedError: when the disk is full.
    """
    if not sources.count():
        raise InputError([Problem("holds no team", path) for path in sources.paths])
    out = place.out
    try:
        shelf = Shelf(out, place.mode, dry=place.dry)
        with closing(sources), closing(Ledger(out, orders.today, place.mode, dry=place.dry)) as ledger:
            shelf.keep_room(place.room)
            with closing(Crew(orders, sources.count())) as crew:
                try:
                    yield Run(sources, orders, crew, ledger, shelf, choice, watch)
                finally:
                    shelf.give_room()
                    write_manifest(shelf, ledger)
                    write_indexes(shelf, ledger, Templates(orders.templates))
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno in FULL:
            raise StoppedError(full(out)) from error
        raise InputError(
            [Problem(f"cannot be written: {error.strerror or error}", str(error.filename or out))]
        ) from error
