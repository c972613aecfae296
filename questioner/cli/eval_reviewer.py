"""``questioner eval reviewer``: how often the reviewer is right, in figures."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from questioner.cli import judging, options
from questioner.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from questioner.evaluation.bars import Bar
    from questioner.evaluation.reviewer.datasets import Labelled
    from questioner.resources import Templates


@click.command("reviewer", short_help="Measure the reviewer on labelled questions.")
@click.argument("dataset", required=False, type=click.Path(path_type=Path))
@click.option(
    "--split", type=click.Choice(["dev", "test", "field"]), help="Part of the project's own questions; dev without it."
)
@click.option("--format", "form", type=click.Choice(["text", "json", "junit", "html"]),
              default="text", show_default=True)  # fmt: skip
@click.option("--by-rule", is_flag=True, help="Add to the text how often each rule is right when it fires.")
@click.option("--show-errors", is_flag=True, help="List wrong rows of the parts held out too.")
@click.option("--fail-under", multiple=True, metavar="METRIC=VALUE", help="Exit with 1 when a figure is lower.")
@click.option(
    "--baseline", type=click.Path(path_type=Path), help="Exit with 1 when a figure kept in this file is higher."
)
@click.option("--bless", is_flag=True, help="Write this run's figures to the --baseline file.")
@judging.option
@click.option("--calibration", type=click.Path(path_type=Path), help="Write the judge's agreement to this file.")
@options.output
def command(
    dataset: Path | None, split: str | None, form: str, by_rule: bool, show_errors: bool, fail_under: tuple[str, ...],
    baseline: Path | None, bless: bool, judge: str | None, base_url: str | None, timeout: float,
    templates: "Templates | None", concurrency: int, calibration: Path | None, output: Path | None,
) -> int:  # fmt: skip
    """Measure the wording rules on DATASET (JSON lines), or on a part of the project's own labelled questions.

    With --judge a model is measured on them too, by itself; the questions leave the machine then.

    \b
    Examples:  questioner eval reviewer
               questioner eval reviewer mine.jsonl --format json
               questioner eval reviewer --split test --fail-under reject.precision=0.95
               questioner eval reviewer --format html -o report.html
               questioner eval reviewer --judge NAME --calibration judge.json
    """
    from questioner.evaluation.reviewer import datasets
    from questioner.evaluation.reviewer.judged import judge as by_rules
    from questioner.evaluation.reviewer.report import report

    if dataset and split:
        raise UsageError("name a file or a --split, not both")
    if bless and not baseline:
        raise UsageError("--bless needs --baseline FILE, which it writes")
    part = split or "dev"
    path, name = (dataset, dataset.name) if dataset else (datasets.bundled(part), part)
    rows = datasets.read(path)
    wanted = judging.Wanted(judge, calibration, base_url, timeout, templates, concurrency)
    figures = report(by_rules(rows)) | _agreement(wanted, rows, name, path)
    if bless and baseline:
        _bless(baseline, name, figures)
    bars = _bars(figures, name, fail_under, baseline)
    shown = show_errors or split not in datasets.HELD_OUT
    options.write(_written(figures, bars, name, form, errors=shown, rules=by_rule), output)
    for bar in bars:
        if not bar.reached:
            options.say(f"questioner: {bar}")
    return ExitCode.OK if all(bar.reached for bar in bars) else ExitCode.ANSWER_IS_NO


def _agreement(wanted: judging.Wanted, rows: "Sequence[Labelled]", name: str, path: Path) -> dict[str, Any]:
    judge = wanted.judge()
    if judge is None:
        return {}
    from questioner.evaluation.reviewer.agreement import calibrate

    found = calibrate(judge, rows, name, path, judging.say)
    judging.answered(judge)
    if wanted.calibration:
        options.write(found.model_dump_json(indent=1) + "\n", wanted.calibration)
        judging.say(f"{wanted.calibration} holds how far {judge.name} agrees: {judging.agreement(found)}")
    return {"judge": found.model_dump(mode="json")}


def _written(figures: dict[str, Any], bars: "Sequence[Bar]", name: str, form: str, *, errors: bool, rules: bool) -> str:
    if form == "json":
        told = figures if errors else {**figures, "errors": []}
        return json.dumps(told, ensure_ascii=False, indent=2)
    if form == "junit":
        from questioner.evaluation.reviewer import junit_report

        return junit_report.document(figures, bars, name, errors=errors)
    if form == "html":
        from questioner.evaluation.reviewer import html_report

        return html_report.page(figures, bars, name, errors=errors)
    from questioner.evaluation.reviewer import text_report

    return "\n".join(text_report.lines(figures, bars, errors=errors, rules=rules))


def _bars(figures: dict[str, Any], name: str, fail_under: tuple[str, ...], baseline: Path | None) -> "tuple[Bar, ...]":
    from questioner.evaluation.bars import asked, bars, by_name, kept

    found = by_name(figures)
    shares = {name: not isinstance(value, int) for name, value in found.items()}
    floors = [*kept(baseline, name, found).items()] if baseline else []
    return bars(found, [*floors, *asked(fail_under, shares, "a figure and a number, such as reject.recall=0.92")])


def _bless(path: Path, name: str, figures: dict[str, Any]) -> None:
    from questioner.evaluation.bars import blessed, by_name, fallen
    from questioner.evaluation.reviewer.report import BLESSED

    found = by_name(figures)
    for bar in fallen(path, name, found):
        options.say(f"questioner: lower than before: {bar}")
    options.write(blessed(path, name, found, BLESSED), path)
    options.say(f"questioner: the figures on {name} are now those of {path}")
