"""A side of a comparison as it is named: a run's folder, one template in it, or a baseline file."""

from pathlib import Path

from questioner.errors import InputError, Problem, UsageError
from questioner.evaluation.prompts import baseline, results
from questioner.evaluation.prompts.comparison import Side
from questioner.evaluation.prompts.summary import summarise


def named(text: str, model: str | None = None) -> Side:
    """Return the side that ``text`` names: ``RUN``, ``RUN:TEMPLATE``, or a file that `baseline.blessed` wrote.

    Args:
        text: as it stands on the command line; a path that is there is taken whole, colons and all.
        model: which of the run's models is meant; None where it has one.

    Raises:
        InputError: when there is no run or baseline of that name, or the template is not in it.
        UsageError: when the run holds several templates or models and none is named.
    """
    path, template = Path(text), ""
    if not path.exists():
        before, _, after = text.rpartition(":")
        path, template = (Path(before), after) if before else (path, "")
    if path.is_file():
        return baseline.read(path)
    if not path.is_dir():
        raise InputError([Problem("is no folder of a run and no baseline file", text)])
    run = results.read(path)
    template = template or _only("template", f"{text}:NAME", text, [*run.meta.templates])
    if template not in run.meta.templates:
        raise InputError(
            [Problem(f"holds no templates called {template}, but {', '.join(run.meta.templates)}", str(path))]
        )
    rows = [row for row in run.rows if row.template == template]
    models = [*dict.fromkeys(row.model for row in rows)]
    if not rows or model not in (None, *models):
        told = f"holds no row of {template}" + (f" asked of {model}, but of {', '.join(models)}" if models else "")
        raise InputError([Problem(told, str(path))])
    model = model or _only("model", "--model NAME", text, models)
    rows = [row for row in rows if row.model == model]
    return Side(
        name=text,
        templates_sha256=run.meta.templates[template],
        summary=summarise(rows),
        currency=run.meta.currency,
        rules_version=run.meta.rules_version,
        repeats=run.meta.repeats,
        scenarios=run.meta.scenarios,
        parameters=run.meta.parameters,
        written=any(row.written for row in rows),
    )


def _only(what: str, way: str, place: str, among: list[str]) -> str:
    if len(among) != 1:
        raise UsageError(f"{place} holds {len(among)} {what}s ({', '.join(among)}); choose one: {way}")
    return among[0]
