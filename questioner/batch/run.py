"""One pass over the teams: what is done is left alone, and every other team goes as far as the replies reach.

``Run.cases`` yields each team that needs a reply, with the request for it. An engine gets the replies however it
can, and hands each to ``Run.take``, which answers with the team's next request or with None when it is settled.
The live engine does so at once; one whose replies come hours later stores them in the ledger and makes another
pass, in which the teams find them there.
"""

import asyncio
import hashlib
import json
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator
from contextlib import aclosing, closing, contextmanager, nullcontext
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path, PurePath

from questioner import __version__
from questioner.batch import LIVE
from questioner.batch.crew import Crew
from questioner.batch.failures import Failure
from questioner.batch.index import INDEX, write_indexes
from questioner.batch.ledger import FILE, IN_MEMORY, Ledger, Planned, Row, State, key_of
from questioner.batch.publish import Shelf, write_manifest
from questioner.batch.sources import Source, Teams, names_on
from questioner.batch.work import Job, Orders, Settled
from questioner.errors import (
    FULL,
    CredentialsError,
    InputError,
    ModelNotFoundError,
    Problem,
    QuotaError,
    ServiceError,
    StoppedError,
)
from questioner.inputs import called
from questioner.phrasing import slugged
from questioner.resources import Templates
from questioner.review import RULES_VERSION
from questioner.session import Reply, Request, Usage

Watch = Callable[[], None]


FATAL = (CredentialsError, QuotaError, ModelNotFoundError)
"""What every other team would meet as well."""
OURS = frozenset({PurePath(INDEX).stem})
"""Slugs that no team has, since a file of that name is the batch's own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which teams of the input a run is for."""

    only: frozenset[str] = frozenset()
    """Names or slugs of teams; empty for all."""
    retry_failed: bool = False
    """Only those that failed when they were last tried."""
    force: bool = False
    """Make every sheet anew, and ask for every reply anew."""
    keep_useless: bool = False
    """Take replies that cannot be used for what they are, instead of asking anew in the next run."""

    def takes(self, slug: str, name: str, before: Row | None) -> bool:
        """Say whether a team is to be worked on."""
        if self.only and not {slug, name} & self.only:
            return False
        return not self.retry_failed or (before is not None and before.state is State.FAILED)


@dataclass
class Counts:
    """How far a run is, for whoever watches it."""

    total: int
    met: int = 0
    """Teams read so far."""
    left_alone: int = 0
    """Done in an earlier run."""
    passed_over: int = 0
    """Not chosen for this run."""
    done: int = 0
    failed: int = 0
    awaited: int = 0
    """Asked for, with the reply still to come; part of what is left."""
    replies: int = 0

    @property
    def settled(self) -> int:
        """Teams that nothing more is to be done for."""
        return self.left_alone + self.passed_over + self.done + self.failed

    @property
    def left(self) -> int:
        """Teams still to do."""
        return self.total - self.settled


@dataclass(frozen=True, slots=True)
class Case:
    """A team on its way to a sheet."""

    slug: str
    seat: int
    job: Job
    fingerprint: str
    input_sha256: str
    settled: Settled
    replies: tuple[Reply, ...] = ()
    keys: tuple[str, ...] = ()
    """Of the replies, in order."""

    @property
    def request(self) -> Request:
        """What is to be asked next."""
        assert self.settled.request is not None  # noqa: S101 - a case without one is settled, and nobody holds it
        return self.settled.request


class Run:
    """The pass of one command over all its teams: see ``opened``."""

    def __init__(
        self, sources: Teams, orders: Orders, crew: Crew, ledger: Ledger, shelf: Shelf, choice: Choice, watch: Watch
    ) -> None:
        """Begin nothing yet.

        Args:
            sources: The teams.
            orders: What is the same for all of them.
            crew: Works under the same orders.
            ledger: Of the folder.
            shelf: Where sheets go.
            choice: Which teams the run is for.
            watch: Called whenever ``counts`` have changed.
        """
        self.counts = Counts(sources.count())
        self.lost = ledger.begin_run()
        """Requests that were on their way when an earlier run ended."""
        self._sources, self._orders, self._crew = sources, orders, crew
        self._ledger, self._shelf, self._choice, self._watch = ledger, shelf, choice, watch
        self.unknown = set(choice.only)
        """Teams that were asked for by name and not met yet."""
        self._paths = frozenset(sources.paths)
        self._taken: set[str] = set()
        self._chosen: set[str] = set()
        self._made: set[str] = set()
        self._hopeless: set[str] = set()
        self._full = False
        self._templates = Templates(orders.templates)
        self._options = _digest([__version__, RULES_VERSION, self._templates.sha256, _plain(orders)])

    @property
    def folder(self) -> Path:
        """Where the sheets go."""
        return self._shelf.folder

    @property
    def ledger(self) -> Ledger:
        """Of the folder."""
        return self._ledger

    @property
    def shelf(self) -> Shelf:
        """Where files go."""
        return self._shelf

    @property
    def spent(self) -> dict[str, Usage]:
        """All that was spent in the folder, in this run and before, by engine."""
        return self._ledger.spent()

    def failures(self) -> Iterator[Failure]:
        """Yield each team of this run that stands as failed, in the order of the input."""
        for row, _ in self._ledger.teams():
            if row.state is State.FAILED and row.run == self._ledger.run:
                yield Failure(row.name, called(_path(row.source)), row.error)

    def strangers(self) -> list[str]:
        """Return the sheets in the folder that are of teams of earlier runs and not of this input, by name."""
        return [name for row in self._ledger.gone() for name in row.files if self._shelf.holds([name])]

    def again(self) -> None:
        """Begin another pass over the same teams, for replies that came meanwhile; what failed stays as it is."""
        if self._choice.only or self._choice.retry_failed:
            self._choice = replace(self._choice, only=frozenset(self._chosen), retry_failed=False)
        self._choice = replace(self._choice, force=False)
        self._taken.clear()
        self.counts = Counts(self.counts.total, replies=self.counts.replies)
        self._ledger.begin_run()

    # --- the pass -----------------------------------------------------------------------------------------

    async def cases(self) -> AsyncGenerator[Case, None]:
        """Yield every team that needs a reply, in the order of the input; the others are settled on the way.

        Raises:
            TemplateError: for a template that cannot be used.
            UsageError: for minutes out of range.
            OSError: when a sheet cannot be written.
            sqlite3.Error: when the ledger cannot.
        """
        begun: deque[tuple[_Met, asyncio.Task[Settled]]] = deque()
        try:
            for met in self._waiting():
                begun.append((met, asyncio.create_task(self._begin(met))))
                if len(begun) > 2 * self._crew.size:
                    case = await self._enter(*begun.popleft())
                    if case:
                        yield case
            while begun:
                case = await self._enter(*begun.popleft())
                if case:
                    yield case
            self._ledger.complete_run()
        finally:
            for _, task in begun:
                task.cancel()

    async def settle(self) -> None:
        """Go through all the teams where none needs a reply, as with the bank."""
        async for case in self.cases():
            raise AssertionError(f"{case.slug} needs a reply")

    async def forecast(self, engine: str = LIVE) -> list[int]:
        """Return the estimated tokens of the next request of each team for which one is still to be sent."""
        return [case.settled.tokens async for case in self.cases() if not self.awaited(case, engine)]

    async def first(self, engine: str = LIVE) -> Case | None:
        """Return the first team for which a request is still to be sent; None when there is none."""
        async with aclosing(self.cases()) as cases:
            async for case in cases:
                if not self.awaited(case, engine):
                    return case
        return None

    def _waiting(self) -> Iterable["_Met"]:
        """Yield the teams whose sheets are not as they should be already."""
        for position, source in enumerate(self._sources):
            self.counts.met += 1
            sha256 = hashlib.sha256(source.raw).hexdigest() if source.raw else ""
            day = self._day(sha256)
            own = [source.wishes] if source.wishes else []
            fingerprint = _digest([self._options, sha256, day.isoformat(), *own])
            done = None if self._choice.force else self._ledger.done(fingerprint)
            if done and self._shelf.holds(done.files) and done.slug not in self._taken:
                self._taken.add(done.slug)
                self.unknown -= {done.slug, done.name}
                self._ledger.met(done.slug, _identity(source, done.name), position)
                if done.slug in self._made:
                    self.counts.done += 1
                else:
                    self.counts.left_alone += 1
                self._watch()
            else:
                yield _Met(position, source, sha256, day, fingerprint)

    def _day(self, sha256: str) -> date:
        known = None if self._choice.force else self._ledger.day_of(sha256)
        return known or self._orders.today

    async def _begin(self, met: "_Met") -> Settled:
        if met.source.problem:
            return Settled(failure=met.source.problem)
        return await self._crew.settle(met.position, met.job)

    async def _enter(self, met: "_Met", task: "asyncio.Task[Settled]") -> Case | None:
        """Give a team its slug and its row, and go as far as the replies in the ledger reach."""
        settled = await task
        # A file that cannot be read any more is still that team's: its row tells what was paid for it.
        known = None if settled.team else self._known(met.source)
        name = settled.team or (known.name if known else met.source.name)
        identity = _identity(met.source, name)
        slug = self._slug(name if settled.team or known else _stem(met.source), identity, name)
        self._taken.add(slug)
        self.unknown -= {slug, name}
        before = self._ledger.at(slug)
        hopeless = slug in self._hopeless
        chosen = not hopeless and self._choice.takes(slug, name, before)
        if before and not chosen:
            self._ledger.met(slug, identity, met.position)
        else:
            row = Row(slug, identity, name, met.position, State.PENDING, met.sha256, met.day.isoformat(), (), {}, "")
            self._ledger.open_team(row)
        if not chosen:
            self.counts.failed += hopeless
            self.counts.passed_over += not hopeless
            self._watch()
            return None
        self._chosen.add(slug)
        case = Case(slug, met.position, met.job, met.fingerprint, met.sha256, settled)
        return await self._further(case, known=not self._choice.force)

    def _known(self, source: Source) -> Row | None:
        """Return the team that a source was in an earlier run: by its file, in a file of many by the name on its line."""
        if source.name == source.path:
            return self._ledger.from_file(source.path)
        return next(filter(None, (self._of_name(source, name) for name in names_on(source.raw))), None)

    def _of_name(self, source: Source, name: str) -> Row | None:
        """Return the team of that name from the same file, or from one that has no part in the input any more."""
        row = self._ledger.at(slugged(name))
        moved = row and row.name == name and row.slug not in self._taken and _path(row.source) not in self._paths
        return self._ledger.from_source(_identity(source, name), name) or (row if moved else None)

    def _slug(self, base_of: str, identity: str, name: str) -> str:
        """Return a name for a team's files: the one it had, else its own, else with a hash of where it came from.

        It depends on the order of the input and on earlier runs, never on which team is ready first.
        """
        known = self._ledger.from_source(identity, name)
        if known and known.slug not in self._taken:
            return known.slug
        base = slugged(base_of)
        row = self._ledger.at(base)
        whose = row.source if row else identity
        if base not in self._taken | OURS and (whose == identity or _path(whose) not in self._paths):
            return base
        hashes = (hashlib.sha256(f"{identity} {number}".encode()).hexdigest()[:8] for number in count())
        return next(slug for slug in (f"{base}-{digest}" for digest in hashes) if slug not in self._taken)

    async def _further(self, case: Case, *, known: bool = True) -> Case | None:
        """Return the team with its next request, or settle it; ``known`` replies are taken in on the way."""
        while case.settled.request:
            key = self.key(case)
            reply = self._ledger.reply(key) if known else None
            if reply is None:
                return case
            case = await self._with(case, key, reply)
        self._settle(case)
        return None

    async def _with(self, case: Case, key: str, reply: Reply) -> Case:
        replies = (*case.replies, reply)
        settled = await self._crew.settle(case.seat, case.job, replies)
        return replace(case, settled=settled, replies=replies, keys=(*case.keys, key))

    def _settle(self, case: Case) -> None:
        if case.settled.failure:
            useless = case.settled.useless and not self._choice.keep_useless
            self._ledger.fail(case.slug, case.settled.failure, case.keys if useless else ())
            self._failed(case)
        else:
            self._publish(case)
            self._made.add(case.slug)
            self.counts.done += 1
            self._watch()

    def _failed(self, case: Case) -> None:
        self._hopeless.add(case.slug)
        self.counts.failed += 1
        self._watch()

    def _publish(self, case: Case) -> None:
        before = self._ledger.at(case.slug)
        group = self._orders.group_by and slugged(case.settled.group or f"no {self._orders.group_by}")
        files = self._shelf.put(case.slug, group or "", case.settled.sheets)
        self._ledger.publish(case.slug, case.fingerprint, files, case.settled.summary, case.keys)
        self._shelf.remove(set(before.files if before else ()) - set(files))

    # --- for engines --------------------------------------------------------------------------------------

    def key(self, case: Case) -> str:
        """Return the hash that the reply to the request of ``case`` is found by."""
        return key_of(self._orders.model, case.request)

    def awaited(self, case: Case, engine: str) -> bool:
        """Say whether the request of ``case`` was sent before, and its reply is still to come; count it then."""
        found = engine != LIVE and self._ledger.awaited(self.key(case), engine)
        self.counts.awaited += found
        return found

    def plan(self, case: Case, engine: str = LIVE) -> str:
        """Enter the request of ``case`` in the ledger; return its opaque id."""
        planned = Planned(
            slug=case.slug,
            key=self.key(case),
            request=case.request,
            day=case.settled.day,
            input_sha256=case.input_sha256,
            templates_sha256=self._templates.sha256,
            rules_version=RULES_VERSION,
            model=self._orders.model,
        )
        return self._ledger.plan(planned, engine)

    def sent(self, custom_id: str, place: str = "") -> None:
        """Note that a request is on its way."""
        self._ledger.sent(custom_id, place)

    async def take(self, case: Case, custom_id: str, reply: Reply) -> Case | None:
        """Note the reply to the request of ``case``; return the team with its next request, or None once settled.

        Raises:
            StoppedError: when the disk is full; the reply is safe then.
        """
        reply = self.collect(custom_id, reply)
        further = await self._with(case, self.key(case), reply)
        return await self._further(further, known=not self._choice.force)

    def collect(self, custom_id: str, reply: Reply) -> Reply:
        """Note a reply that the next pass is to find; return it as it was noted.

        Raises:
            StoppedError: when the disk is full; the reply is safe then.
        """
        self.counts.replies += 1
        try:
            kept = self._ledger.collect(custom_id, reply)
        except OSError as error:
            if error.errno not in FULL:
                raise
            self.stop_for_room()
            kept = self._ledger.collect(custom_id, reply)
        if self._full:  # what room is left belongs to the replies on their way
            raise StoppedError(full(self.folder))
        return kept

    def stop_for_room(self) -> StoppedError:
        """Take note that the disk is full, and give the replies on their way the room kept for them."""
        self._full = True
        self._shelf.give_room()
        return StoppedError(full(self.folder))

    def give_up(self, case: Case, custom_id: str, error: ServiceError, usage: Usage) -> None:
        """Note that no reply came to the request of ``case``, and why; the next run tries the team again."""
        self.refused(custom_id, error, usage)
        self.fail(case, str(error))

    def fail(self, case: Case, error: str) -> None:
        """Note that no sheet can be made for the team in this run, and why."""
        self._ledger.fail(case.slug, error)
        self._failed(case)

    def refused(self, custom_id: str, error: Exception, usage: Usage) -> None:
        """Note that no reply came for a reason that is none of the team's, which stays as it is."""
        self._ledger.give_up(custom_id, "failed", usage, str(error))

    def lose(self, custom_id: str, usage: Usage) -> None:
        """Note that nobody waits for the reply to a request any more."""
        self._ledger.give_up(custom_id, "lost", usage)


@dataclass(frozen=True, slots=True)
class _Met:
    """A team as it was met in the input."""

    position: int
    source: Source
    sha256: str
    day: date
    fingerprint: str

    @property
    def job(self) -> Job:
        return Job(self.source.name, self.source.raw, self.day, self.source.wishes)


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
        trace = not place.dry or (out / FILE).is_file()
        with (
            closing(sources),
            closing(Ledger(out if trace else IN_MEMORY, orders.today, place.mode)) as ledger,
            ledger.transaction(keep=False) if place.dry else nullcontext(),
        ):
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


def full(folder: Path) -> str:
    """Return the sentence for a disk that is full."""
    return (
        f"no space is left on the disk of {folder}; what came so far is kept. Free some and run the same command again"
    )


def _identity(source: Source, name: str) -> str:
    """Return what tells a team from others of its name: its file, and in a file of many its name."""
    return source.path if source.name == source.path else f"{source.path}\n{name}"


def _path(identity: str) -> str:
    return identity.partition("\n")[0]


def _stem(source: Source) -> str:
    return PurePath(source.name).stem


def _plain(orders: Orders) -> dict[str, object]:
    """Return what of the orders a sheet depends on."""
    return {name: value for name, value in asdict(orders).items() if name not in {"templates", "today", "keep"}}


def _digest(parts: list[object]) -> str:
    return hashlib.sha256(json.dumps(parts, default=str, ensure_ascii=False).encode()).hexdigest()
