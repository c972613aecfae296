"""The page on which a person marks both sides' questions without knowing whose they are; it saves the marks as a file."""

from questioner.evaluation.prompts.blind import Blind, Mark
from questioner.phrasing import for_xml
from questioner.rendering import render
from questioner.resources import Templates

TEMPLATE = "reports/prompt-blind.html.j2"


def page(blind: Blind, templates: Templates | None = None) -> str:
    """Return the page. It holds nothing but ``blind``, so that its source does not tell whose a set is.

    Raises:
        TemplateError: when its template cannot be rendered.
    """
    return render(templates or Templates(), TEMPLATE, {"blind": blind, "marks": list(Mark)}, for_xml)
