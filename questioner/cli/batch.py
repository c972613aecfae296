"""``questioner batch``: many team files in, a folder of session sheets out."""

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questioner.batch import JSONL, LIVE
from questioner.cli import engines, options
from questioner.errors import ExitCode, UsageError
from questioner.exchange import Usage
from questioner.formats import Format
from questioner.models import BANK
from questioner.phrasing import some
from questioner.session import SessionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from questioner.batch.bill import Budget
    from questioner.batch.run import Run
    from questioner.batch.work import Orders
    from questioner.resources import Templates

SHOWN = 20
"""Reasons for failures that are told at the end; the manifest has them all."""


class Mode(click.ParamType[int]):
    """Who may read a file, as chmod writes it: ``640``."""

    name = "mode"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the mode that ``value`` means."""
        text = str(value)
        if not (len(text) == 3 and set(text) <= set("046") and text[0] == "6"):
            self.fail(f"{text!r} is no mode; write 600, 640, 644 or 660", param, ctx)
        return int(text, 8)


@dataclass(frozen=True)
class Choices(engines.Chosen, options.Talk):
    """What the options say, one field an option."""

    paths: tuple[str, ...]
    out: Path
    recursive: bool
    forms: tuple[str, ...]
    cut: str
    group_by: str | None
    only: tuple[str, ...]
    retry_failed: bool
    force: bool
    session: str | None
    minutes: int | None
    as_of: date | None
    model: str | None
    send: str
    keep_names: bool
    names: Path | None
    dry_run: bool
    show: str | None
    purge: bool
    older_than: int | None
    mode: int
    templates: "Templates | None"
    quiet: bool

    @property
    def formats(self) -> tuple[Format, ...]:
        """Each format that is asked for, once."""
        return tuple(map(Format, dict.fromkeys(self.forms))) or (Format.MARKDOWN,)


@click.command("batch", short_help="Prepare sheets for many teams, restartable.")
@click.argument("paths", type=options.FILE, metavar="PATH...", nargs=-1)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder for the sheets and the ledger.")
@click.option("--recursive", is_flag=True, help="Look into the folders of a folder too.")
@click.option("--format", "forms", multiple=True, type=click.Choice([form.value for form in Format]),
              help="May be repeated; markdown without it. pdf needs a Chromium or Chrome, docx python-docx.")  # fmt: skip
@click.option("--for", "cut", type=click.Choice(["coach", "room", "both"]), default="coach", show_default=True,
              help="coach: everything; room: nothing but the questions and the close; both: one after the other, on pages of their own.")  # fmt: skip
@click.option("--group-by", metavar="TAG", help="Put sheets into a folder for each value of the teams' tag.")
@click.option("--only", multiple=True, metavar="TEAM", help="Only this team, by name or slug; may be repeated.")
@click.option("--retry-failed", is_flag=True, help="Only the teams that failed when they were last tried.")
@click.option("--force", is_flag=True, help="Make every sheet anew, and pay for every reply anew.")
@click.option("--session", type=click.Choice([kind.value for kind in SessionKind]),
              help="Kind of session; worked out from each team's data without it.")  # fmt: skip
@click.option("--minutes", type=int, help="Length of the sessions; by their kind without it.")
@click.option("--as-of", type=options.Day(), help="Day of the sheets, or today; each file's own without it.")
@options.model
@engines.options
@options.privacy
@click.option("--dry-run", is_flag=True, help="Print what would be asked and what it would cost; send nothing.")
@click.option("--show", metavar="TEAM", help="With --dry-run: print the exact bytes that would leave for this team.")
@click.option("--purge", is_flag=True, help="Remove the replies kept in --out, keep the sheets, do nothing else.")
@click.option("--older-than", type=click.IntRange(min=0), metavar="DAYS", help="With --purge: only older replies.")
@click.option("--mode", type=Mode(), default="600", show_default=True, help="Who may read the files.")
@options.templates
@options.talk
def command(**values: object) -> int:
    """Turn many team files into a folder of session sheets: files, folders, patterns, JSON lines, - for standard input.

    The same command again does what is missing or has changed, and only that: replies that came are kept in the
    folder and are not paid for twice. Exits with 1 when teams failed or a budget stopped the run.

    \b
    Examples:  questioner batch teams/ --out sheets --model bank
               questioner batch teams/ --out sheets --dry-run
               questioner batch teams.jsonl --out sheets --format markdown --format json --max-cost 5
               questioner batch teams/ --out sheets --engine openai-batch --model NAME
               questioner batch teams/ --out sheets --engine jsonl --model NAME --collect results.jsonl
    """
    choices = Choices(**values)  # type: ignore[arg-type]  # click has checked each of them
    _check(choices)
    if choices.purge:
        return _purge(choices)
    batch = _Batch(choices)
    return batch.forecast() if choices.dry_run else batch.make()


def _check(choices: Choices) -> None:
    if choices.purge and choices.paths:
        raise UsageError("--purge works on --out alone; leave the team files out")
    if not choices.purge and not choices.paths:
        raise UsageError("name the team files: a folder, files, a .jsonl with a team a line, or - for standard input")
    if choices.older_than is not None and not choices.purge:
        raise UsageError("--older-than goes together with --purge")
    if choices.show and not choices.dry_run:
        raise UsageError("--show goes together with --dry-run")
    if (choices.collect or choices.retry_missing) and (choices.engine != JSONL or choices.force or choices.dry_run):
        raise UsageError("--collect and --retry-missing go with --engine jsonl, and without --force and --dry-run")
    engines.results(choices)
    if choices.out.exists() and not choices.out.is_dir():
        raise UsageError(f"--out {choices.out}: is a file; name a folder")
    if not choices.purge and not choices.dry_run:
        from questioner import plan, sheets

        if choices.minutes is not None:
            plan.check_minutes(choices.minutes)
        for form in choices.formats:
            sheets.demand(form, sheets.Cut(choices.cut))


def _purge(choices: Choices) -> int:
    from datetime import timedelta

    from questioner.batch.ledger import Ledger
    from questioner.batch.ledger.database import FILE

    if not (choices.out / FILE).is_file():
        raise UsageError(f"--out {choices.out}: holds no ledger, so there is nothing to remove")
    today = date.today()
    before = today + timedelta(days=1) if choices.older_than is None else today - timedelta(days=choices.older_than)
    ledger = Ledger(choices.out, today)
    gone = ledger.requests.purge(before)
    ledger.close()
    choices.talk(f"{gone} {'reply was' if gone == 1 else 'replies were'} removed for good; sheets and sums stay.")
    return ExitCode.OK


class _Batch:
    """One call of the command: its parts put together, carried out and told about."""

    def __init__(self, choices: Choices) -> None:
        from questioner.batch.crew import preload
        from questioner.batch.sources import Sources
        from questioner.cli.progress import Progress

        self.choices = choices
        self.progress = Progress(quiet=choices.quiet)
        preload(choices.paths)  # the model's library takes as long to import as a crew takes to come up
        self.model = engines.model(choices.model, choices, self.progress)
        self.price = engines.price(self.model.name, choices) if self.model else None
        self.sources = Sources(choices.paths, recursive=choices.recursive, out=choices.out)

    @contextmanager
    def _opened(self, watch: "Callable[[], None]" = lambda: None) -> "Iterator[Run]":
        from questioner.batch.choice import Choice
        from questioner.batch.folder import Place, opened

        c = self.choices
        choice = Choice(frozenset((*c.only, *([c.show] if c.show else ()))), c.retry_failed, c.force)
        place = Place(c.out, c.mode, engines.ROOM * c.concurrency, c.dry_run)
        with opened(place, self.sources, self._orders(), choice, watch) as run:
            yield run

    def _orders(self) -> "Orders":
        from questioner.batch.engines.live import OPEN
        from questioner.batch.work import Orders
        from questioner.exchange import Send
        from questioner.prompts import Terms
        from questioner.sheets import Cut
        from questioner.wishes import Wishes, declared_names

        c = self.choices
        wishes = Wishes(
            session=SessionKind(c.session) if c.session else None,
            minutes=c.minutes,
            names=declared_names(c.names),
            terms=Terms(Send(c.send), c.keep_names, c.waves),
        )
        return Orders(
            wishes=wishes,
            as_of=c.as_of,
            templates=c.templates.overlay if c.templates else None,
            formats=c.formats,
            cut=Cut(c.cut),
            group_by=c.group_by,
            model=self.model.name if self.model else BANK,
            today=date.today(),
            keep=OPEN * c.concurrency,
        )

    # --- carrying it out ----------------------------------------------------------------------------------

    def make(self) -> int:
        """Make the sheets, and tell how it went."""
        c = self.choices
        if self.model and c.engine != JSONL:  # which sends nothing
            self.model.check()  # before the folder is made
        with self._opened(self.progress.update) as run:
            if run.lost:
                c.talk(f"{run.lost} requests were on their way when an earlier run ended; they may have been billed.")
            for engine, waiting in run.ledger.requests.outstanding().items():
                if self.model and engine != c.engine:
                    c.talk(
                        f"{waiting.requests:,} requests of --engine {engine} have no reply yet; {c.engine} asks anew."
                    )
            budget = self._budget(run)
            try:
                with self.progress.of(run, budget):
                    asyncio.run(self._drive(run, budget))
            finally:
                self._tell(run)
            if run.unknown:
                raise UsageError(f"--only {min(run.unknown)}: no team of the input has this name or slug")
            return ExitCode.ANSWER_IS_NO if run.counts.failed else ExitCode.OK

    def _budget(self, run: "Run") -> "Budget":
        from questioner.batch.bill import Budget, Limits

        c = self.choices
        return Budget(Limits(c.max_tokens, c.max_cost), self.price, run.spent, c.engine)

    async def _drive(self, run: "Run", budget: "Budget") -> None:
        if self.model is None:
            await run.settle()
            return
        for path in await engines.drive(run, self.model, budget, self.choices, self.progress):
            click.echo(path)

    def _tell(self, run: "Run") -> None:
        """Tell what was made, what it cost, and which teams failed, each with its reason."""
        c, counts = self.choices, run.counts
        kept = f", {counts.left_alone:,} were up to date" if counts.left_alone else ""
        over = f", {counts.passed_over:,} not chosen" if counts.passed_over else ""
        out = f", {counts.awaited:,} wait for replies" if counts.awaited else ""
        todo = counts.left - counts.awaited
        left = f"{out}, {todo:,} still to do" if todo else out
        c.talk(
            f"{counts.done:,} of {counts.total:,} teams got a sheet in {c.out}{kept}{over}, {counts.failed:,} failed{left}."
        )
        if strangers := run.strangers():
            one = len(strangers) == 1
            whose = f"sheet in {c.out} is of a team that is" if one else f"sheets in {c.out} are of teams that are"
            c.talk(f"{len(strangers):,} {whose} not in this input: {some(strangers, len(strangers))}.")
        if self.model is not None:
            c.talk(f"Spent in this folder so far: {engines.spent(run.spent, self.price)}.")
        if counts.failed:
            from questioner.batch.failures import by_reason
            from questioner.batch.manifest import MANIFEST

            reasons = by_reason(run.failures())
            for line in "\n".join(reasons[:SHOWN]).splitlines():
                options.say(f"questioner: {line}")
            if len(reasons) > SHOWN:
                more = f"and {len(reasons) - SHOWN:,} more reasons; {c.out / MANIFEST} has them all"
                options.say(f"questioner: {more}")
            c.talk("The same command tries the failed teams again.")
        if counts.awaited:
            c.talk(engines.NEXT[c.engine])

    # --- a dry run ----------------------------------------------------------------------------------------

    def forecast(self) -> int:
        """Print what would be asked and what it would cost, or the bytes for one team; send nothing."""
        with self._opened() as run:
            if self.choices.show:
                self._show(run, self.choices.show)
            else:
                self._bill(run)
        return ExitCode.OK

    def _show(self, run: "Run", team: str) -> None:
        from questioner.models.openai_chat import OpenAIChat

        case = asyncio.run(run.first(self.choices.engine))
        if run.unknown:
            raise UsageError(f"--show {team}: no team of the input has this name or slug")
        if case is None or not isinstance(self.model, OpenAIChat):
            self.choices.talk(f"Nothing would be sent for {team}.")
            return
        if self.choices.engine == LIVE:
            click.echo(self.model.body(case.request))
        else:
            from questioner.batch.request_files import line

            self.model.shape = run.ledger.shape(self.model.name, self.model.shape)
            custom_id = run.plan(case, self.choices.engine)
            click.echo(line(custom_id, self.model.fields(case.request)), nl=False)

    def _bill(self, run: "Run") -> None:
        from questioner.batch.bill import estimate

        usage = Usage()
        for tokens in asyncio.run(run.forecast(self.choices.engine)):
            usage += estimate(tokens)
        click.echo(f"teams: {run.counts.total:,}")
        click.echo(f"up to date: {run.counts.left_alone:,}")
        click.echo(f"cannot be used: {run.counts.failed:,}")
        if run.counts.awaited:
            click.echo(f"waiting for replies: {run.counts.awaited:,}")
        if self.model is None:
            click.echo("requests: 0 (the built-in bank asks nobody)")
            return
        click.echo(
            f"requests: {usage.requests:,} to {self.model.name}, and one more for each team whose questions fall"
        )
        click.echo(f"estimated tokens: {usage.input_tokens:,} in, {usage.output_tokens:,} out")
        if self.price is None:
            click.echo(f"estimated cost: no price of {self.model.name} is configured")
        else:
            cost = self.price.of(usage)
            click.echo(
                f"estimated cost: {self.price.say(cost)} live, {self.price.say(cost * self.price.batch)} as a batch file, "
                f"at the prices of {self.price.date}"
            )
        self._left(run)

    def _left(self, run: "Run") -> None:
        """Tell what was spent in the folder, and what the limits leave."""
        c, spent = self.choices, run.spent
        if spent:
            click.echo(f"spent in this folder so far: {engines.spent(spent, self.price)}")
        budget = self._budget(run)
        budget.restart(spent, run.ledger.requests.outstanding().get(c.engine))
        tokens, money = budget.left
        if tokens is not None:
            click.echo(f"--max-tokens {c.max_tokens} leaves: {tokens:,} tokens")
        if money is not None and self.price:
            click.echo(f"--max-cost {c.max_cost:g} leaves: {self.price.say(money)}")
