"""A comparison in every form that it can be asked for."""

import json
from collections.abc import Callable, Mapping

from questioner.evaluation.prompts.comparison import Comparison
from questioner.evaluation.prompts.told import (
    comparison_data,
    comparison_junit,
    comparison_markdown,
    comparison_page,
    comparison_text,
)


def _text(comparison: Comparison) -> str:
    return "\n".join(comparison_text.lines(comparison))


def _json(comparison: Comparison) -> str:
    return json.dumps(comparison_data.as_data(comparison), ensure_ascii=False, indent=2)


FORMS: Mapping[str, Callable[[Comparison], str]] = {
    "text": _text,
    "markdown": comparison_markdown.document,
    "json": _json,
    "junit": comparison_junit.document,
    "html": comparison_page.page,
}
"""Each form by the name that ``--format`` has for it."""
