"""The trends of teams as text or as one HTML file that needs nothing from elsewhere."""

from collections.abc import Mapping, Sequence
from typing import Any

from questioner import closing
from questioner.follow_through import drawing
from questioner.follow_through.trends import Measure, Trends, words
from questioner.formats import Format
from questioner.phrasing import visible
from questioner.rendering import Safe, long_day, render
from questioner.resources import Templates


def write(found: Sequence[Trends], form: Format, templates: Templates) -> str:
    """Return the page, as text or as HTML, with everything that came from files escaped for its format.

    Raises:
        TemplateError: when the words or the format's template cannot be read or rendered.
    """
    said, heads = words(templates)["words"], closing.read(templates).headings
    values = {"words": said, "teams": [_team(trends, form, said, heads) for trends in found]}
    return render(templates, f"trends/{form}.j2", values, visible)


def _team(found: Trends, form: Format, said: dict[str, Any], heads: Mapping[str, str]) -> dict[str, Any]:
    began = said["began"].replace("{day}", long_day(found.began.isoformat())) if found.began else said["not_begun"]
    dashed = f" {said['dashed']}" if found.began and form is Format.HTML else ""
    return {
        "name": found.team,
        "began": began + dashed,
        "measures": [_measure(measure, found, form) for measure in found.measures],
        "feedback": [
            {"day": day.isoformat(), "head": heads[name], "text": text}
            for day, feedback in found.feedback
            for name, text in feedback.model_dump(exclude_none=True).items()
        ],
    }


def _measure(measure: Measure, found: Trends, form: Format) -> dict[str, Any]:
    columns = max((len(drawing.heading(point)) for point in measure.points), default=0)
    drawn = drawing.svg(measure, found.began) if form is Format.HTML else ""
    points = [
        {"heading": _padded(drawing.heading(p), columns, form), "bar": drawing.bar(p.value), "label": p.label}
        for p in measure.points
    ]
    return {
        "title": measure.title,
        "about": measure.about,
        "said": measure.said,
        "points": points,
        "drawing": Safe(drawn),
    }


def _padded(text: str, columns: int, form: Format) -> str:
    return visible(text).ljust(columns) if form is Format.TEXT else text
