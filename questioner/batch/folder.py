"""A run's folder opened and left again: ledger and lock, crew, manifest and index."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from questioner import files
from questioner.batch.choice import Choice
from questioner.batch.crew import Crew
from questioner.batch.index import INDEX, write_indexes
from questioner.batch.ledger import Ledger
from questioner.batch.ledger.database import FILE
from questioner.batch.manifest import MANIFEST, write_manifest
from questioner.batch.run import Run, Watch
from questioner.batch.shelf import Shelf, full
from questioner.batch.sources import Teams
from questioner.batch.work import Orders
from questioner.errors import InputError, Problem, StoppedError, UsageError
from questioner.files import FULL
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

    A folder that was made for a run which could not begin, as for want of a usable template, goes with it.

    Raises:
        UsageError: when another run is at work there.
        InputError: when the folder or its ledger cannot be written or read, or there is no team at all.
        StoppedError: when the disk is full.
    """
    if not sources.count():
        raise InputError([Problem("holds no team", path) for path in sources.paths])
    out = place.out
    try:
        with ExitStack() as after, closing(sources):
            shelf = Shelf(out, place.mode, dry=place.dry)
            ledger = Ledger(out, orders.today, place.mode, dry=place.dry)
            with closing(ledger), closing(Crew(orders, sources.count())) as crew:
                try:
                    with _at_work(shelf, place.room, ledger, Templates(orders.templates)):
                        yield Run(sources, orders, crew, ledger, shelf, choice, watch)
                except (UsageError, InputError):  # nothing could begin, as is seen only now
                    if ledger.fruitless:
                        after.callback(shelf.vanish, (FILE, MANIFEST, INDEX))
                    raise
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno in FULL:
            raise StoppedError(full(out)) from error
        raise files.unwritable(error.filename or out, error) from error


@contextmanager
def _at_work(shelf: Shelf, room: int, ledger: Ledger, templates: Templates) -> Iterator[None]:
    """Keep room on the disk meanwhile, and write manifest and index at the end."""
    try:
        shelf.keep_room(room)
        yield
    finally:
        shelf.give_room()
        write_manifest(shelf, ledger)
        write_indexes(shelf, ledger, templates)
