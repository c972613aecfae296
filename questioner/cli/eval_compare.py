"""``questioner eval compare``: whether a change to the prompt is better, worse, or cannot be told."""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from questioner.cli import options
from questioner.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from questioner.evaluation.prompts.comparison import Comparison, Side


class Share(click.FloatRange):
    """A share, from 0 to 1; who writes one in per cent is told how it is meant."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the share.

        Raises:
            click.BadParameter: when it is none.
        """
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            with suppress(ValueError):
                if 1 < float(value) < 100:
                    self.fail(f"{error.message} For {value} % write {float(value) / 100:g}.", param, ctx)
            raise


FORMS = ("text", "markdown", "json", "junit", "html")


@click.command("compare", short_help="Say whether a change to the prompt is better, worse, or cannot be told.")
@click.argument("base", required=False)
@click.argument("new", required=False)
@click.option("--model", metavar="NAME", help="Whose rows to compare, where a run asked several models.")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True)
@click.option("--baseline", type=click.Path(path_type=Path), help="File that --bless writes; it can be BASE later.")
@click.option(
    "--bless", is_flag=True, help="Write NEW's figures, or those of the one run named, to the --baseline file."
)
@click.option(
    "--plan",
    is_flag=True,
    help="Print what it takes to see a difference, from the runs named or none; compare nothing.",
)
@click.option("--difference", type=Share(0, 1, min_open=True), default=0.1, show_default=True,
              help="With --plan: of the share of questions accepted.")  # fmt: skip
@click.option("--power", type=Share(0.5, 0.999), default=0.8, show_default=True,
              help="With --plan: how often it is to be seen.")  # fmt: skip
@click.option(
    "--blind",
    type=click.IntRange(1),
    metavar="N",
    help="Write a page with both sides' sheets for N scenarios, to mark without knowing whose they are; needs -o.",
)
@click.option("--marks", type=click.Path(path_type=Path), help="Read the marks that such a page saved; needs --key.")
@click.option(
    "--key", type=click.Path(path_type=Path), help="With --marks: the key that --blind wrote beside the page."
)
@options.output
def command(
    base: str | None, new: str | None, model: str | None, form: str, baseline: Path | None, bless: bool, plan: bool,
    difference: float, power: float, blind: int | None, marks: Path | None, key: Path | None, output: Path | None,
) -> int:  # fmt: skip
    """Compare two runs of `questioner eval prompts`, scenario by scenario.

    BASE and NEW are each the folder of a run, RUN:TEMPLATE where it holds several templates, or a baseline file. The
    answer is one of: better, worse, no difference shown, not enough data. Only worse ends in exit code 1.

    \b
    Examples:  questioner eval compare runs/before runs/after
               questioner eval compare runs/both:built-in runs/both:shorter
               questioner eval compare evals/baselines/prompts.json runs/after --format markdown
               questioner eval compare runs/after --baseline evals/baselines/prompts.json --bless
               questioner eval compare --plan --difference 0.05 runs/before
               questioner eval compare runs/before runs/after --blind 10 -o blind.html
               questioner eval compare --marks marks.json --key blind.key.json
    """
    _check(base, new, baseline, bless=bless, plan=plan, blind=blind, marks=marks, key=key)
    if marks and key:
        return _keep_rates(marks, key, form, output)
    sides = _sides([name for name in (base, new) if name], model)
    if plan:
        return _plan(sides, difference, power, form, output)
    if bless and baseline:
        _bless(sides[-1], baseline)
    if len(sides) == 1:
        return ExitCode.OK
    from questioner.evaluation.prompts.pairing import compare

    comparison = compare(*sides)
    if blind:
        return _blind(comparison, blind, output)
    from questioner.evaluation.prompts.told import comparison as told

    options.write(told.FORMS[form](comparison), output)
    return _answer(comparison)


def _check(
    base: str | None, new: str | None, baseline: Path | None, *, bless: bool, plan: bool, blind: int | None,
    marks: Path | None, key: Path | None,
) -> None:  # fmt: skip
    asked = [
        name for name, given in (("--bless", bless), ("--plan", plan), ("--blind", blind), ("--marks", marks)) if given
    ]
    if len(asked) > 1:
        raise UsageError(f"{' and '.join(asked)} are different things; ask for one")
    if bool(marks) != bool(key):
        raise UsageError("--marks and --key go together: the marks that the page saved, and the key beside the page")
    if marks and base:
        raise UsageError("--marks needs no run; the key knows what was marked")
    if bless != bool(baseline):
        raise UsageError("--bless and --baseline FILE go together; to compare with a baseline, name its file as BASE")
    least = 0 if plan or marks else 1 if bless else 2
    if sum(name is not None for name in (base, new)) < least:
        raise UsageError("name the run to bless" if bless else "name two runs, BASE and NEW")


def _sides(names: Iterable[str], model: str | None) -> "list[Side]":
    from questioner.evaluation.prompts.sides import named

    return [named(name, model) for name in names]


def _plan(sides: "list[Side]", difference: float, power: float, form: str, output: Path | None) -> int:
    from questioner.evaluation.prompts.planning import planned
    from questioner.evaluation.prompts.told import planning

    made = planned(difference, power, *sides)
    options.write(_told(planning.lines(made), planning.as_data(made), form, "--plan"), output)
    return ExitCode.OK


def _keep_rates(marks: Path, key: Path, form: str, output: Path | None) -> int:
    from questioner.evaluation.prompts.blind import rates, read_key, read_marks
    from questioner.evaluation.prompts.told import blind

    found = rates(read_key(key), read_marks(marks))
    options.write(_told(blind.lines(found), blind.as_data(found), form, "--marks"), output)
    return ExitCode.OK


def _told(lines: Iterable[str], data: dict[str, Any], form: str, asked: str) -> str:
    if form not in ("text", "json"):
        raise UsageError(f"{asked} is written as text or json, not as {form}")
    return json.dumps(data, ensure_ascii=False, indent=2) if form == "json" else "\n".join(lines)


def _bless(side: "Side", path: Path) -> None:
    from questioner.evaluation.prompts import baseline
    from questioner.evaluation.prompts.telling import told

    for before, now in baseline.fallen(baseline.read(path), side) if path.exists() else ():
        was, own = told(now.metric, before.value, side.currency), told(now.metric, now.value, side.currency)
        options.say(f"questioner: worse than before: {now.metric.title} {was} → {own}")
    options.write(baseline.blessed(side), path)
    options.say(f"questioner: {path} now holds the figures of {side.name}")
    if failed := len(side.summary.failed):
        options.say(f"questioner: rows without a reply are not in it: {failed} of {len(side.summary.rows)}")


def _blind(comparison: "Comparison", number: int, output: Path | None) -> int:
    from questioner.evaluation.prompts.blind import drawn
    from questioner.evaluation.prompts.told.blind import page

    if output is None:
        raise UsageError("--blind needs -o PAGE.html; the key is written beside the page")
    made, key = drawn(comparison, number)
    beside = output.with_suffix(".key.json")
    options.write(page(made), output)
    options.write(key.model_dump_json(indent=1) + "\n", beside)
    options.say(f"questioner: mark {output}, then: questioner eval compare --marks FILE --key {beside}")
    return ExitCode.OK


def _answer(comparison: "Comparison") -> int:
    from questioner.evaluation.prompts.comparison import Verdict

    if comparison.verdict is not Verdict.WORSE:
        return ExitCode.OK
    options.say(f"questioner: {comparison.new.name} is worse than {comparison.base.name}")
    return ExitCode.ANSWER_IS_NO
