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
from contextlib import aclosing
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path, PurePath

from questioner import __version__
from questioner.batch import LIVE
from questioner.batch.choice import Choice
from questioner.batch.counts import Counts
from questioner.batch.crew import Crew
from questioner.batch.failures import Failure
from questioner.batch.identity import Identities, identity_of, path_of
from questioner.batch.ledger import Ledger
from questioner.batch.ledger.requests import Planned, key_of
from questioner.batch.ledger.teams import State, TeamRow
from questioner.batch.shelf import Shelf, full
from questioner.batch.sources import Source, Teams
from questioner.batch.work import Job, Orders, Settled
from questioner.errors import (
    CredentialsError,
    ModelNotFoundError,
    QuotaError,
    ServiceError,
    StoppedError,
)
from questioner.exchange import Reply, Request, Usage
from questioner.files import FULL
from questioner.inputs import called
from questioner.phrasing import slugged
from questioner.resources import Templates
from questioner.review import RULES_VERSION

Watch = Callable[[], None]
FATAL = (CredentialsError, QuotaError, ModelNotFoundError)
"""What every other team would meet as well."""


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
        self._identities = Identities(ledger.teams, sources)
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
        return self._ledger.requests.spent()

    def failures(self) -> Iterator[Failure]:
        """Yield each team of this run that stands as failed, in the order of the input."""
        for row, _ in self._ledger.teams.current():
            if row.state is State.FAILED and row.run == self._ledger.teams.run:
                yield Failure(row.name, called(path_of(row.source)), row.error)

    def strangers(self) -> list[str]:
        """Return the sheets in the folder that are of teams of earlier runs and not of this input, by name."""
        return [name for row in self._ledger.teams.gone() for name in row.files if self._shelf.holds([name])]

    def again(self) -> None:
        """Begin another pass over the same teams, for replies that came meanwhile; what failed stays as it is."""
        if self._choice.only or self._choice.retry_failed:
            self._choice = replace(self._choice, only=frozenset(self._chosen), retry_failed=False)
        self._choice = replace(self._choice, force=False)
        self._identities = Identities(self._ledger.teams, self._sources)
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
            self._ledger.teams.complete_run()
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
            done = None if self._choice.force else self._ledger.teams.finished(fingerprint)
            if done and self._shelf.holds(done.files) and done.slug not in self._identities.taken:
                self._identities.taken.add(done.slug)
                self.unknown -= {done.slug, done.name}
                self._ledger.teams.met(done.slug, identity_of(source, done.name), position)
                if done.slug in self._made:
                    self.counts.done += 1
                else:
                    self.counts.left_alone += 1
                self._watch()
            else:
                yield _Met(position, source, sha256, day, fingerprint)

    def _day(self, sha256: str) -> date:
        known = None if self._choice.force else self._ledger.teams.day_of(sha256)
        return known or self._orders.today

    async def _begin(self, met: "_Met") -> Settled:
        if met.source.problem:
            return Settled(failure=met.source.problem)
        return await self._crew.settle(met.position, met.job)

    async def _enter(self, met: "_Met", task: "asyncio.Task[Settled]") -> Case | None:
        """Give a team its slug and its row, and go as far as the replies in the ledger reach."""
        settled = await task
        # A file that cannot be read any more is still that team's: its row tells what was paid for it.
        known = None if settled.team else self._identities.known(met.source, met.position)
        name = settled.team or (known.name if known else met.source.name)
        identity = identity_of(met.source, name)
        slug = self._identities.slug(name if settled.team or known else _stem(met.source), identity, name)
        self._identities.taken.add(slug)
        self.unknown -= {slug, name}
        before = self._ledger.teams.at(slug)
        hopeless = slug in self._hopeless
        chosen = not hopeless and self._choice.takes(slug, name, before)
        if before and not chosen:
            self._ledger.teams.met(slug, identity, met.position)
        else:
            row = TeamRow(
                slug, identity, name, met.position, State.PENDING, met.sha256, met.day.isoformat(), (), {}, ""
            )
            self._ledger.teams.open(row)
        if not chosen:
            self.counts.failed += hopeless
            self.counts.passed_over += not hopeless
            self._watch()
            return None
        self._chosen.add(slug)
        case = Case(slug, met.position, met.job, met.fingerprint, met.sha256, settled)
        return await self._further(case, known=not self._choice.force)

    async def _further(self, case: Case, *, known: bool = True) -> Case | None:
        """Return the team with its next request, or settle it; ``known`` replies are taken in on the way."""
        while case.settled.request:
            key = self.key(case)
            reply = self._ledger.requests.reply(key) if known else None
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
        before = self._ledger.teams.at(case.slug)
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
        found = engine != LIVE and self._ledger.requests.awaited(self.key(case), engine)
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
        return self._ledger.requests.plan(planned, engine)

    def sent(self, custom_id: str, place: str = "") -> None:
        """Note that a request is on its way."""
        self._ledger.requests.sent(custom_id, place)

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
            kept = self._ledger.requests.collect(custom_id, reply)
        except OSError as error:
            if error.errno not in FULL:
                raise
            self.stop_for_room()
            kept = self._ledger.requests.collect(custom_id, reply)
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
        self._ledger.requests.give_up(custom_id, "failed", usage, str(error))

    def lose(self, custom_id: str, usage: Usage) -> None:
        """Note that nobody waits for the reply to a request any more."""
        self._ledger.requests.give_up(custom_id, "lost", usage)


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


def _stem(source: Source) -> str:
    return PurePath(source.name).stem


def _plain(orders: Orders) -> dict[str, object]:
    """Return what of the orders a sheet depends on."""
    return {name: value for name, value in asdict(orders).items() if name not in {"templates", "today", "keep"}}


def _digest(parts: list[object]) -> str:
    return hashlib.sha256(json.dumps(parts, default=str, ensure_ascii=False).encode()).hexdigest()
