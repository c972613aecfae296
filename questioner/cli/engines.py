"""What ``batch`` and ``eval prompts`` share: the options of the engines, what they cost, and the asking itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questioner.batch import JSONL, LIVE, OPENAI_BATCH
from questioner.cli.options import F
from questioner.errors import InputError, Problem, UsageError
from questioner.exchange import Usage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from questioner.batch.bill import Budget, Price
    from questioner.batch.run import Run
    from questioner.cli.progress import Progress
    from questioner.models import Model

QUEUE = 2_000_000
"""Tokens that OpenAI lets wait in its queue for one model, as accounts have met it; others have more or less."""
ROOM = 1 << 16
"""Bytes kept free on the disk for each reply on its way."""
NEXT = {
    OPENAI_BATCH: "The same command fetches the replies and goes on.",
    JSONL: "Have the files of requests run, then add --collect with the results to the same command.",
}
"""What to do where replies are still to come."""


@dataclass(frozen=True)
class Chosen:
    """What the options of the engines say, and those that say where requests go; one field an option."""

    base_url: str | None
    timeout: float
    engine: str
    collect: tuple[str, ...]
    retry_missing: bool
    file_requests: int
    file_bytes: int
    enqueued_tokens: int | None
    wait: bool
    poll: float
    concurrency: int
    waves: int
    max_cost: float | None
    max_tokens: int | None
    prices: Path | None
    verbose: bool


def options(function: F) -> F:
    """Add the options of ``Chosen`` that are about engines and money, from ``--engine`` to ``--prices``."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


_OPTIONS = (
    click.option("--engine", type=click.Choice([LIVE, OPENAI_BATCH, JSONL]), default=LIVE, show_default=True,
                 help="live: ask at once; openai-batch: through the Batch API, within a day; jsonl: write files of requests."),
    click.option("--collect", multiple=True, metavar="FILE",
                 help="With jsonl: read these results; may be repeated, or a pattern."),
    click.option("--retry-missing", is_flag=True,
                 help="With jsonl: write those requests anew that no result came to."),
    click.option("--wait/--no-wait", default=True,
                 help="With openai-batch: wait for the replies, or leave and come back."),
    click.option("--poll", type=click.FloatRange(1, 3600), default=60.0, show_default=True,
                 help="With openai-batch: seconds between two looks at it."),
    click.option("--file-requests", type=click.IntRange(1), default=50_000, show_default=True,
                 help="Requests in one file, at most."),
    click.option("--file-bytes", type=click.IntRange(1), default=200_000_000, show_default=True,
                 help="Bytes in one file, at most."),
    click.option("--enqueued-tokens", type=click.IntRange(1),
                 help="Tokens that may wait in the service's queue at once; 2000000 with openai-batch without it."),
    click.option("--concurrency", type=click.IntRange(1, 1000), default=32, show_default=True,
                 help="Requests on their way at once, at most."),
    click.option("--waves", type=click.IntRange(1, 5), default=2, show_default=True,
                 help="How often a model is asked for one sheet, at most."),
    click.option("--max-cost", type=click.FloatRange(min=0),
                 help="Stop before this much is spent in the folder over all."),
    click.option("--max-tokens", type=click.IntRange(min=0),
                 help="Stop before so many tokens are spent in it over all."),
    click.option("--prices", envvar="QUESTIONER_PRICES", type=click.Path(path_type=Path),
                 help="Your file of prices; prices.toml in the folder of your settings without it."),
)  # fmt: skip


def model(name: str | None, chosen: Chosen, progress: "Progress") -> "Model | None":
    """Return the model of that name, asked at a pace of its own; None for the bank.

    Raises:
        UsageError: when requests are to be written down for one that is no model of a service.
    """
    from questioner import models
    from questioner.models.pace import Pace
    from questioner.models.replay import Replay

    found = models.choose(
        name, chosen.base_url, chosen.timeout, progress.remark, verbose=chosen.verbose, pace=Pace(chosen.concurrency)
    )
    if chosen.engine != LIVE and (found is None or isinstance(found, Replay)):
        raise UsageError(f"--engine {chosen.engine}: name a model of a service with --model; others need no files")
    return found


def price(name: str, chosen: Chosen) -> "Price | None":
    """Return the price of a model, if one is known.

    Raises:
        InputError: for a file of prices that is not there, or cannot be read.
        UsageError: where none is known and a limit is set.
    """
    from questioner.batch import bill

    path = chosen.prices or Path(click.get_app_dir("questioner")) / "prices.toml"
    if chosen.prices and not path.is_file():
        raise InputError([Problem("there is no such file", str(path))])
    found = bill.prices(path).get(name)
    if found is None and chosen.max_cost is not None:
        raise UsageError(
            f"--max-cost: no price of {name} is known. Look it up and write it into {path} "
            "(docs/batch.md shows how), or use --max-tokens"
        )
    return found


async def drive(run: "Run", asked: "Model", budget: "Budget", chosen: Chosen, progress: "Progress") -> tuple[Path, ...]:
    """Ask for every reply that a run needs, as the engine does it; return the files of requests that others are to run.

    Raises:
        ServiceError: when no further request can succeed.
        StoppedError: when the budget is used up, or the disk is full.
    """
    if chosen.engine == LIVE:
        from questioner.batch.engines.live import Live

        await Live(run, asked, budget, chosen.concurrency).drive()
        return ()
    from questioner.batch.request_files import Limits
    from questioner.models.openai_chat import OpenAIChat

    assert isinstance(asked, OpenAIChat)  # noqa: S101 - checked when it was chosen
    limits = Limits(chosen.file_requests, chosen.file_bytes, chosen.enqueued_tokens)
    if chosen.engine == JSONL:
        from questioner.batch.engines.json_lines import JsonLines, Results

        found = Results(results(chosen), chosen.retry_missing)
        return await JsonLines(run, asked, budget, limits, found, progress.say).drive()
    from questioner.batch.engines.openai_batch import OpenAIBatch, Watching

    limits = Limits(chosen.file_requests, chosen.file_bytes, chosen.enqueued_tokens or QUEUE)
    await OpenAIBatch(run, asked, budget, limits, Watching(chosen.wait, chosen.poll, progress.say)).drive()
    return ()


def results(chosen: Chosen) -> list[Path]:
    """Return the files of results behind the names and patterns of ``--collect``.

    Raises:
        UsageError: for a pattern that matches nothing.
        InputError: for files that are not there.
    """
    from questioner.batch.sources import matches

    found = [Path(path) for name in chosen.collect for path in (matches(name) or [name])]
    missing = [path for path in found if not path.is_file()]
    if missing:
        raise InputError([Problem("there is no such file", str(path)) for path in missing])
    return found


def spent(by_engine: "Mapping[str, Usage]", price: "Price | None") -> str:
    """Return what each engine spent, all together, as a person reads it."""
    from questioner.batch.bill import cost_of

    usage = sum(by_engine.values(), Usage())
    money = f", {price.say(cost_of(price, by_engine))} at the prices of {price.date}" if price else ""
    return (
        f"{usage.requests:,} requests, {usage.input_tokens:,} tokens in ({usage.cached_tokens:,} cached), "
        f"{usage.output_tokens:,} out{money}"
    )
