"""The reviewer's figures as one page that needs nothing else: no network, no files beside it."""

from collections.abc import Sequence
from typing import Any

from questioner.evaluation.bars import Bar
from questioner.evaluation.pages import rate
from questioner.phrasing import for_xml
from questioner.rendering import render
from questioner.resources import Templates

TEMPLATE = "reports/reviewer.html.j2"


def page(
    figures: dict[str, Any], bars: Sequence[Bar], name: str, *, errors: bool, templates: Templates | None = None
) -> str:
    """Return the page; with ``errors`` each wrong row is listed, to be filtered by verdict and label.

    Raises:
        TemplateError: when its template cannot be rendered.
    """
    labels = sorted({label for error in figures["errors"] for label in error["labels"] or error["given"]})
    values = {"name": name, "figures": figures, "bars": bars, "errors": errors, "labels": labels, "rate": rate}
    return render(templates or Templates(), TEMPLATE, values, for_xml)
