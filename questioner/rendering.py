"""The one Jinja environment: sandboxed, strict about names, with errors that say template and line.

Values are only ever passed in as data: text from a team file is never parsed as a template.
"""

import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any

import jinja2
from jinja2 import meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from questioner.errors import Problem, TemplateError
from questioner.phrasing import visible
from questioner.resources import Templates

Safe = Markup
"""Text that has been escaped already."""
FENCE = "| "
"""Every line of a team's own words stands behind this mark in a prompt."""


def fenced(text: object) -> str:
    """Return ``text`` with every line behind the fence mark, so that no line of it can pass for ours."""
    lines = [line.rstrip() for line in visible(str(text)).split("\n")]
    return "\n".join(f"{FENCE}{line}" for line in lines if line)


Escape = Callable[[str], str]
WIDTH = 80
"""Columns of a text sheet."""


def wrap(text: str, first: str = "", rest: str = "") -> str:
    """Return ``text`` in lines of at most ``WIDTH`` columns, indented by ``first`` and then by ``rest``."""
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False) or first


def long_day(value: str) -> str:
    """Return an ISO date as it stands in a heading: ``16 November 2026``."""
    day = date.fromisoformat(value)
    return f"{day.day} {day:%B %Y}"


def rjust(value: str, width: int) -> str:
    """Return ``value`` with blanks before it, ``width`` characters in all."""
    return str(value).rjust(width)


FILTERS: dict[str, Callable[..., str]] = {"fenced": fenced, "wrap": wrap, "long_day": long_day, "rjust": rjust}
"""What every template may use, beside Jinja's own."""


class _Environment(ImmutableSandboxedEnvironment):
    """Looks up the entry of a table by its name at once; Jinja would first try, and fail, to find an attribute.

    A field of what we made ourselves is as safe, and need not be held against what the sandbox forbids.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        kind = type(obj)
        if kind is dict and attribute in obj:
            return obj[attribute]
        if attribute in getattr(kind, "__dataclass_fields__", ()) and attribute[0] != "_":
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


@lru_cache(maxsize=8)
def environment(templates: Templates, escape: Escape | None = None) -> ImmutableSandboxedEnvironment:
    """Return an environment that loads from ``templates`` and nowhere else, the same one for the same arguments.

    Every value that a template prints goes through ``escape``, unless it is ``Safe`` already; in HTML it is then
    escaped for HTML as well. Kept, since parsing a template takes ten times as long as filling it.
    """

    def load(name: str) -> tuple[str, str, Callable[[], bool]]:
        if name not in templates.names and name not in templates.overlaid:
            raise TemplateError([Problem("no such template; `questioner templates list` shows them", name)])
        return templates.text(name), str(templates.path(name)), lambda: True

    made = _Environment(
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalizer(escape) if escape else None,
        autoescape=_is_html,
    )
    made.filters |= FILTERS
    return made


def _is_html(name: str | None) -> bool:
    return (name or "").endswith("html.j2")


def _finalizer(escape: Escape) -> Callable[[object], object]:
    def finalize(value: object) -> object:
        return value if isinstance(value, Safe) or not isinstance(value, str) else escape(value)

    return finalize


def render(templates: Templates, name: str, values: dict[str, Any], escape: Escape | None = None) -> str:
    """Return template ``name`` filled with ``values``, each printed through ``escape``.

    Raises:
        TemplateError: for a syntax error, an unknown variable or anything the sandbox forbids, with the line.
    """
    with _told(templates, name):
        return environment(templates, escape).get_template(name).render(values)


def stream(templates: Templates, name: str, values: dict[str, Any], escape: Escape | None = None) -> Iterator[str]:
    """Yield piece by piece what ``render`` returns, for a page that is too long to be held.

    Raises:
        TemplateError: as ``render``, when the piece is reached.
    """
    with _told(templates, name):
        yield from environment(templates, escape).get_template(name).generate(values)


@contextmanager
def _told(templates: Templates, name: str) -> Iterator[None]:
    """Say of whatever goes wrong in a template where in it that was."""
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        place = str(error.filename or templates.path(name))  # of an included template where it stands in one
        raise TemplateError([Problem(f"{error.message}", place, error.lineno)]) from error
    except (
        jinja2.TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        AttributeError,
        RecursionError,
        MemoryError,
    ) as error:
        file, line = _place(error)
        raise TemplateError([Problem(_sentence(error), file or str(templates.path(name)), line)]) from error


def variables(templates: Templates, name: str, within: frozenset[str] = frozenset()) -> set[str]:
    """Return the names that template ``name`` takes from outside, with those of the templates it includes.

    ``within`` names the templates that include it.

    Raises:
        TemplateError: for a syntax error, with the line.
    """
    made = environment(templates)
    try:
        tree = made.parse(templates.text(name))
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError([Problem(f"{error.message}", str(templates.path(name)), error.lineno)]) from error
    found = meta.find_undeclared_variables(tree)
    within |= {name}
    for included in tree.find_all(nodes.Include):
        if isinstance(included.template, nodes.Const) and included.template.value not in within:
            found |= variables(templates, str(included.template.value), within)
    return found


def _sentence(error: Exception) -> str:
    known = isinstance(error, jinja2.UndefinedError)
    hint = "; `questioner templates export` writes the built-in one, which shows what can be used" if known else ""
    return f"{error}{hint}"


def _place(error: Exception) -> tuple[str, int | None]:
    """File and line in which the error arose: Jinja gives its frames the template's name and line numbers."""
    frame, file, line = error.__traceback__, "", None
    while frame is not None:
        if frame.tb_frame.f_code.co_filename.endswith(".j2"):
            file, line = frame.tb_frame.f_code.co_filename, frame.tb_lineno
        frame = frame.tb_next
    return file, line
