"""What ``review`` and ``eval reviewer`` share of the model judge: choosing it, and saying what it may do."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questioner.cli import options
from questioner.errors import ReplyError, UsageError

if TYPE_CHECKING:
    from questioner.judge import Calibration, Judge
    from questioner.resources import Templates


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options say of a judge."""

    name: str | None
    calibration: Path | None
    base_url: str | None
    timeout: float
    templates: "Templates | None"
    concurrency: int

    def judge(self, hide: Callable[[str], str] = str) -> "Judge | None":
        """Return the judge of that name, or None where none is asked for.

        Raises:
            UsageError: for the bank, which cannot judge, or a calibration without a judge.
        """
        if self.name is None:
            if self.calibration:
                raise UsageError("--calibration goes with --judge NAME")
            return None
        from questioner import models
        from questioner.judge import Judge
        from questioner.models.pace import Pace
        from questioner.resources import Templates

        pace = Pace(self.concurrency)
        model = models.choose(self.name or models.BANK, self.base_url, self.timeout, say, pace=pace)
        if model is None:
            raise UsageError(f"--judge {self.name}: the bank judges nothing; name a model, or replay:DIR")
        return Judge(model, self.templates or Templates(), hide, self.concurrency)


def say(line: str) -> None:
    """Say a line on standard error."""
    options.say(f"questioner: {line}")


def known(judge: "Judge", path: Path | None) -> "Calibration | None":
    """Return the calibration in ``path`` if it is one of ``judge`` as it is now, and say what the judge may do.

    Raises:
        InputError: when the file cannot be read, or is no calibration.
    """
    if path is None:
        say(
            f"nothing is known of how far {judge.name} agrees with labelled questions (--calibration), so it only warns"
        )
        return None
    from questioner.judge import mismatch, read_calibration

    calibration = read_calibration(path)
    wrong = mismatch(calibration, judge) or _outdated(calibration)
    if wrong:
        say(f"{path} does not hold for this judge ({wrong}), so it only warns")
        return None
    say(f"{judge.name} may reject; on labelled questions: {agreement(calibration)}")
    return calibration


def answered(judge: "Judge") -> None:
    """Say how many questions got no answer.

    Raises:
        ReplyError: when none of them did.
    """
    if judge.unjudged and not judge.judged:
        raise ReplyError(f"no reply of the judge {judge.name} could be used. Try another, or leave --judge out.")
    if judge.unjudged:
        say(f"questions without an answer that could be used from {judge.name}: {judge.unjudged}")


def agreement(calibration: "Calibration") -> str:
    """Return how far a judge agrees, in one line."""
    figures = {
        "κ": calibration.kappa,
        "TPR": calibration.tpr,
        "TNR": calibration.tnr,
        "base rate": calibration.base_rate,
    }
    told = ", ".join(f"{name} {'–' if value is None else f'{value:.2f}'}" for name, value in figures.items())
    return f"{told}, n {calibration.n}"


def _outdated(calibration: "Calibration") -> str:
    """Say whether the project's own questions have changed since; other questions are not at hand to compare."""
    from questioner.evaluation.reviewer import datasets

    name, of_then = calibration.dataset.name, calibration.dataset.sha256
    if name not in datasets.SPLITS or datasets.sha256(datasets.bundled(name)) == of_then:
        return ""
    return f"the labelled questions called {name} have changed since"


def option(function: options.F) -> options.F:
    """``--judge``, where its service is, and how much it is asked at once."""
    function = click.option("--concurrency", type=click.IntRange(1, 1000), default=4, show_default=True,
                            help="Requests to the judge on their way at once, at most.")(function)  # fmt: skip
    return click.option("--judge", metavar="NAME", help="Model that reads the questions too: its name, or replay:DIR.")(
        options.service(options.templates(function))
    )
