"""``questioner eval``: how well the parts work, in figures."""

import json
from pathlib import Path

import click

from questioner.cli import options
from questioner.errors import ExitCode, UsageError


@click.group("eval", short_help="Measure the reviewer on labelled questions.")
def command() -> None:
    """Measure the parts of the program.

    \b
    Example:  questioner eval reviewer --split dev
    """


@command.command()
@click.argument("dataset", required=False, type=click.Path(path_type=Path))
@click.option(
    "--split", type=click.Choice(["dev", "test"]), help="Half of the project's own questions; dev without it."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--show-errors", is_flag=True, help="List wrong rows of the test half too.")
@click.option("--fail-under", multiple=True, metavar="METRIC=VALUE", help="Exit with 1 when a figure is lower.")
@options.output
def reviewer(
    dataset: Path | None, split: str | None, form: str, show_errors: bool, fail_under: tuple[str, ...],
    output: Path | None,
) -> int:  # fmt: skip
    """Measure the wording rules on DATASET (JSON lines), or on a half of the project's own labelled questions.

    \b
    Examples:  questioner eval reviewer
               questioner eval reviewer mine.jsonl --format json
               questioner eval reviewer --split test --fail-under reject.precision=0.95
    """
    from questioner.evaluation import datasets
    from questioner.evaluation import reviewer as evaluation
    from questioner.evaluation.text_report import lines

    if dataset and split:
        raise UsageError("name a file or a --split, not both")
    rows = datasets.read(dataset or datasets.bundled(split or "dev"))
    figures = evaluation.report(evaluation.judge(rows))
    shown = show_errors or split != "test"
    if form == "json":
        told = figures if shown else {**figures, "errors": []}
        options.write(json.dumps(told, ensure_ascii=False, indent=2), output)
    else:
        options.write("\n".join(lines(figures, errors=shown)), output)
    return _held(figures, fail_under)


def _held(figures: dict[str, object], bars: tuple[str, ...]) -> int:
    from questioner.evaluation.reviewer import metric

    below = False
    for bar in bars:
        name, _, least = bar.partition("=")
        try:
            value, floor = metric(figures, name), float(least)
        except (KeyError, ValueError):
            raise UsageError(f"--fail-under {bar}: write a figure and a number, such as reject.recall=0.92") from None
        if value is None or value < floor:
            below = True
            click.echo(f"questioner: {name} is {value}, below {floor:g}", err=True)
    return ExitCode.ANSWER_IS_NO if below else ExitCode.OK
