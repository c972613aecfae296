"""``questioner eval prompts``: templates, scenarios, repeats and models in; a folder with a row for each out."""

import asyncio
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questioner.batch import JSONL
from questioner.cli import engines, options
from questioner.errors import ExitCode, ServiceError, StoppedError, UsageError
from questioner.models import BANK, REPLAY
from questioner.phrasing import count, slugged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questioner.batch.bill import Limits
    from questioner.evaluation.bars import Bar
    from questioner.evaluation.prompts.folder import Arm
    from questioner.evaluation.prompts.results import Run
    from questioner.evaluation.prompts.run import Asked
    from questioner.evaluation.prompts.scenarios import Scenario
    from questioner.evaluation.prompts.summary import Summary
    from questioner.models import Model
    from questioner.resources import Templates
    from questioner.wishes import Wishes


@dataclass(frozen=True)
class Choices(engines.Chosen, options.Talk):
    """What the options say, one field an option."""

    out: Path | None
    model: tuple[str, ...]
    templates: tuple[str, ...]
    scenarios: Path | None
    repeats: int
    only: tuple[str, ...]
    limit: int | None
    send: str
    record: Path | None
    rescore: Path | None
    dry_run: bool
    show: str | None
    fail_under: tuple[str, ...]
    form: str
    output: Path | None
    quiet: bool


@click.command("prompts", short_help="Ask with your prompt on fictional teams, and measure what comes.")
@click.option("--out", type=click.Path(path_type=Path), help="Folder of the run; the same command goes on there.")
@click.option("--templates", multiple=True, metavar="[NAME=]DIR",
              help="Your templates, laid over the built-in; may be repeated. The built-in alone without it, and as `built-in`.")  # fmt: skip
@click.option("--scenarios", type=click.Path(path_type=Path), help="Folder of scenarios; the project's own without it.")
@click.option("--repeats", type=click.IntRange(1, 100), default=3, show_default=True,
              help="How often each is asked, to see how far replies differ.")  # fmt: skip
@click.option("--only", multiple=True, metavar="ID", help="Only this scenario; may be repeated.")
@click.option("--limit", type=click.IntRange(1), help="Only so many scenarios, the first by name.")
@click.option("--model", envvar="QUESTIONER_MODEL", multiple=True,
              help="A model of the service, or replay:DIR (recordings); may be repeated.")  # fmt: skip
@options.service
@engines.options
@options.send
@click.option("--record", type=click.Path(path_type=Path), help="Write each reply to this folder, to be played again.")
@click.option("--rescore", type=click.Path(path_type=Path), metavar="RUN",
              help="Score the run in this folder by the rules of today; nobody is asked.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Print what would be asked and what it would cost; send nothing.")
@click.option("--show", metavar="ID", help="With --dry-run: print the exact prompt for this scenario.")
@click.option("--fail-under", multiple=True, metavar="METRIC=VALUE", help="Exit with 1 when a figure is lower.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "html", "junit"]), default="text", show_default=True
)
@options.output
@options.talk
def command(**values: object) -> int:
    """Ask models for questions on fictional teams with one or several sets of templates, and score what comes.

    Everything goes into the folder --out: what was asked, what came, what it cost, a row for each reply. The same
    command again asks only for what is missing. Exits with 4 when rows failed, with 1 when a figure is below its bar
    or a budget stopped the run.

    \b
    Examples:  questioner eval prompts --out runs/now --model NAME
               questioner eval prompts --out runs/new --templates mine=templates --model NAME --repeats 5
               questioner eval prompts --out runs/ci --model replay:recordings --fail-under acceptance=0.8
               questioner eval prompts --rescore runs/now
               questioner eval prompts --dry-run --show ID
    """
    choices = Choices(**values)  # type: ignore[arg-type]  # click has checked each of them
    _check(choices)
    if choices.rescore:
        return _rescored(choices, choices.rescore)
    if choices.dry_run:
        return _forecast(choices)
    return _Eval(choices).make()


def _check(choices: Choices) -> None:
    if choices.rescore and (choices.out or choices.templates or choices.record):
        raise UsageError("--rescore works on a run that is there: leave --out, --templates and --record out")
    if choices.show and not choices.dry_run:
        raise UsageError("--show goes together with --dry-run")
    if not (choices.rescore or choices.dry_run or choices.out):
        raise UsageError("name a folder for the run, such as --out runs/now")
    if choices.record and len(choices.model) > 1:
        raise UsageError("--record: name one --model; recordings of several are told apart by their folders")
    if (choices.collect or choices.retry_missing) and choices.engine != JSONL:
        raise UsageError("--collect and --retry-missing go with --engine jsonl")
    engines.results(choices)
    if choices.fail_under:
        _floors(choices)


def _floors(choices: Choices) -> tuple[tuple[str, float], ...]:
    """Return the metrics that are held to a bar, each with the least that it may be."""
    from questioner.evaluation.bars import asked
    from questioner.evaluation.prompts.metrics import METRICS, Kind

    shares = {metric.name: metric.kind is not Kind.AMOUNT for metric in METRICS if metric.higher_is_better}
    form = f"a metric of which more is better and a number, such as acceptance=0.8; known are {', '.join(shares)}"
    return asked(choices.fail_under, shares, form)


# --- what is to be asked ----------------------------------------------------------------------------------------------


def _templates(given: tuple[str, ...]) -> "dict[str, Templates]":
    """Return each set of templates by its name.

    Raises:
        TemplateError: for a folder that is not there.
        UsageError: for a name that is given twice.
    """
    from questioner.evaluation.prompts.folder import BUILT_IN
    from questioner.resources import Templates

    found: dict[str, Templates] = {}
    for text in given or (BUILT_IN,):
        name, equals, folder = text.partition("=")
        if not equals:
            name, folder = (BUILT_IN, "") if text == BUILT_IN else (slugged(Path(text).resolve().name), text)
        if name != slugged(name):
            raise UsageError(
                f"--templates {text}: write the name in small letters, digits and hyphens: {slugged(name)}"
            )
        if name in found:
            raise UsageError(f"--templates {text}: there is another set called {name}; write NAME=DIR")
        found[name] = Templates(Path(folder) if folder else None)
    return found


def _scenarios(choices: Choices) -> "tuple[Scenario, ...]":
    """Return the scenarios that are chosen.

    Raises:
        InputError: for files that are none.
        UsageError: for an id that there is not.
    """
    from questioner.evaluation.prompts import scenarios

    every = scenarios.in_folder(choices.scenarios or scenarios.bundled())
    wanted = {choices.show} if choices.show else {*choices.only}
    unknown = wanted - {scenario.id for scenario in every}
    if unknown:
        option = "--show" if choices.show else "--only"
        raise UsageError(
            f"{option} {min(unknown)}: no scenario has this id; known are {', '.join(s.id for s in every)}"
        )
    return tuple(islice((s for s in every if not wanted or s.id in wanted), choices.limit))


def _wishes(choices: Choices) -> "Wishes":
    from questioner.exchange import Send
    from questioner.prompts import Terms
    from questioner.wishes import Wishes

    return Wishes(terms=Terms(Send(choices.send), waves=choices.waves))


def _forecast(choices: Choices) -> int:
    """Print what would be asked, or one prompt; send nothing."""
    from questioner import prompts
    from questioner.evaluation.prompts import scoring

    templates, chosen, wishes = _templates(choices.templates), _scenarios(choices), _wishes(choices)
    if choices.show:
        for name, own in templates.items():
            request = scoring.prepared(chosen[0], own, wishes).prompt
            click.echo("\n".join(f"--- {role}\n{text}" for role, text in request.messages))
            click.echo(f"---\ntemplates: {name}\nprompt sha256: {prompts.sha256(request)}")
        return ExitCode.OK
    tokens = 0
    for scenario in chosen:
        every = [scoring.prepared(scenario, own, wishes) for own in templates.values()]
        settled = every[0]
        tokens += sum(prompts.estimated_tokens(own.prompt) for own in every)
        click.echo(f"{scenario.id}: {settled.brief.session}, {count(len(settled.facts))} facts")
        for topic in scenario.expect:
            if not any(topic.covers(fact.signal, fact.about) for fact in settled.facts):
                click.echo(f"  nothing that stands out belongs to the expected topic {topic}")
    asked = len(chosen) * len(templates) * choices.repeats
    click.echo(
        f"requests of a new run: {asked:,} to each model, and up to {choices.waves} for each where questions fall"
    )
    _bill(choices, asked, tokens * choices.repeats)
    return ExitCode.OK


def _bill(choices: Choices, asked: int, tokens: int) -> None:
    from questioner.batch.bill import estimate_of
    from questioner.exchange import Usage

    usage = estimate_of(Usage(asked, tokens))
    click.echo(f"estimated tokens: {usage.input_tokens:,} in, {usage.output_tokens:,} out for each model")
    for name in choices.model:
        price = None if name.startswith(REPLAY) else engines.price(name, choices)
        if price:
            cost = price.of(usage)
            batched = price.say(cost * price.batch)
            click.echo(f"{name}: {price.say(cost)} live, {batched} as a batch file, at the prices of {price.date}")
        else:
            click.echo(f"{name}: {'recordings cost nothing' if name.startswith(REPLAY) else 'no price is configured'}")


# --- asking -----------------------------------------------------------------------------------------------------------


class _Eval:
    """One call of the command: its parts put together, carried out and told about."""

    def __init__(self, choices: Choices) -> None:
        from questioner.cli.progress import Progress
        from questioner.evaluation.prompts.run import Plan

        assert choices.out is not None  # noqa: S101 - checked before
        self.choices, self.out, self.today = choices, choices.out, date.today()
        self.progress = Progress(quiet=choices.quiet, things="rows")
        self.models = [self._model(name) for name in choices.model or (None,)]
        self.plan = Plan(
            templates=_templates(choices.templates),
            scenarios=_scenarios(choices),
            models=self._named(),
            repeats=choices.repeats,
            wishes=_wishes(choices),
            engine=choices.engine,
        )

    def _model(self, name: str | None) -> "Model":
        found = engines.model(name, self.choices, self.progress)
        if found is None:
            raise UsageError(
                f"--model {name or BANK}: the built-in bank reads no prompt, so there is nothing to measure; "
                "name a model, or replay:DIR for recordings"
            )
        return found

    def _named(self) -> "list[Asked]":
        from questioner.evaluation.prompts.run import Asked
        from questioner.models.replay import Replay

        named: list[Asked] = []
        for model in self.models:
            by = model.by if isinstance(model, Replay) else model.name
            if by in {other.by for other in named}:
                by = model.name
            if by in {other.by for other in named}:
                raise UsageError(f"--model {model.name}: is named twice")
            price = None if isinstance(model, Replay) else engines.price(model.name, self.choices)
            named.append(Asked(model.name, by, price))
        return named

    def make(self) -> int:
        """Ask, score, and tell how it went."""
        from questioner.evaluation.prompts import run

        self.made = made = run.begin(self.out, self.plan)
        stopped: ServiceError | StoppedError | None = None
        try:
            for arm in self.plan.arms:
                self._ask(arm)
        except (ServiceError, StoppedError) as error:
            stopped = error
        if self.choices.record:
            self._record(self.choices.record)
        run.score(self.out, made, self.today)
        code = _told(self.choices, self.out)
        if stopped:
            raise stopped
        return code

    def _ask(self, arm: "Arm") -> None:
        from questioner.batch.bill import Budget
        from questioner.batch.engines.live import OPEN
        from questioner.batch.folder import opened
        from questioner.evaluation.prompts import run
        from questioner.models.replay import Replay

        c = self.choices
        at = [asked.name for asked in self.plan.models].index(arm.model)
        model, price = self.models[at], self.plan.models[at].price
        place = run.place(self.out, arm, engines.ROOM * c.concurrency)
        orders = run.orders(self.out, self.plan, arm, OPEN * c.concurrency, self.today)
        choice = run.choice(replayed=isinstance(model, Replay))
        with opened(place, run.Cases(self.plan), orders, choice, self.progress.update) as batch:
            if batch.lost:
                c.talk(f"{batch.lost} requests were on their way when an earlier run ended; they may have been billed.")
            budget = Budget(self._limits(arm), price, batch.spent, c.engine)
            with self.progress.of(batch, budget):
                asyncio.run(engines.drive(batch, model, budget, c, self.progress))
            if not isinstance(model, Replay):
                c.talk(f"{arm.template}, {arm.by}: spent so far {engines.spent(batch.spent, price)}.")

    def _limits(self, arm: "Arm") -> "Limits":
        """Return what may be spent on an arm, all arms of the run counted; recordings cost nothing."""
        from questioner.batch.bill import Limits, cost_of, total
        from questioner.evaluation.prompts import folder
        from questioner.exchange import Usage

        c = self.choices
        if arm.model.startswith(REPLAY) or (c.max_tokens is None and c.max_cost is None):
            return Limits()
        tokens, cost = 0, 0.0
        for other in self.made.arms:
            if other.folder != arm.folder and not other.model.startswith(REPLAY):
                spent, price = folder.spent(self.out, other, self.today), self.made.prices.get(other.model)
                tokens += total(sum(spent.values(), Usage()))
                cost += cost_of(price, spent) if price else 0.0
        return Limits(c.max_tokens, c.max_cost, tokens, cost)

    def _record(self, target: Path) -> None:
        from questioner.evaluation.prompts import recordings

        number = recordings.record(self.out, self.plan.arms, target, self.today)
        self.choices.talk(f"{target} holds {number:,} {'reply' if number == 1 else 'replies'} of this run.")


# --- telling ----------------------------------------------------------------------------------------------------------


def _rescored(choices: Choices, folder: Path) -> int:
    from questioner.evaluation.prompts import folder as folders
    from questioner.evaluation.prompts import results, run

    made = folders.read(folder)
    if made is None:
        raise results.no_run(folder)
    rows = run.score(folder, made, date.today())
    code = _told(choices, folder)
    return code if code or not any(row.pending for row in rows) else ExitCode.SERVICE


def _told(choices: Choices, folder: Path) -> int:
    """Print what the rows say; return the exit code."""
    from questioner.evaluation.prompts import results, summary
    from questioner.evaluation.prompts.told import run_report

    found = results.read(folder)
    summed = summary.summaries(found.rows)
    bars = summary.bars(summed, _floors(choices))
    options.write(_written(choices.form, found, summed, bars), choices.output)
    for line in run_report.lost(summed, str(folder / results.META)):
        options.say(line)
    for bar in bars:
        if not bar.reached:
            options.say(f"questioner: {bar}")
    waiting = sum(row.pending for row in found.rows)
    if waiting:
        how = engines.NEXT.get(choices.engine, "The same command goes on.")
        choices.talk(f"{waiting:,} rows wait for their replies. {how}")
    if any(own.lost for own in summed):
        return ExitCode.SERVICE
    return ExitCode.OK if all(bar.reached for bar in bars) else ExitCode.ANSWER_IS_NO


def _written(form: str, found: "Run", summed: "Sequence[Summary]", bars: "Sequence[Bar]") -> str:
    from questioner.evaluation.prompts.told import run_report

    if form == "json":
        return run_report.as_json(found.place, found.meta, summed, bars)
    if form == "junit":
        return run_report.as_junit(found.place, summed, bars)
    if form == "html":
        from questioner.evaluation.prompts.told import run_page

        return run_page.page(found.meta, summed, found.place, bars)
    return "\n".join(run_report.lines(found.place, found.meta, summed, bars))
