"""Options that several commands share, each a decorator, and the readers of their values."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from questioner import files
from questioner.errors import UsageError
from questioner.formats import ENDINGS, Format
from questioner.phrasing import visible
from questioner.resources import Templates

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])
Decorator = Callable[[F], F]


FILE = click.Path(readable=False, allow_dash=True)
"""The name of a file as text, so that a shell can complete it; whoever reads the file says what is wrong with it."""


class Day(click.ParamType[date]):
    """A date, or ``today``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date that ``value`` means."""
        if isinstance(value, date):
            return value
        if value == "today":
            return date.today()
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date; write year-month-day, such as 2026-11-16, or today", param, ctx)


class TemplatesFolder(click.ParamType[Templates]):
    """A folder laid over the bundled templates."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Templates:
        """Return the templates with ``value`` laid over them."""
        return value if isinstance(value, Templates) else Templates(Path(value))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Leave the names of folders to the shell."""
        return click.Path(file_okay=False).shell_complete(ctx, param, incomplete)


def templates(function: F) -> F:
    """``--templates DIR``."""
    return click.option(
        "--templates",
        "templates",
        type=TemplatesFolder(),
        help="Folder with your own templates, laid over the built-in.",
    )(function)


def output(function: F) -> F:
    """``-o FILE``."""
    return click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead.")(function)


def form_of(named: str | None, output: Path | None, among: Sequence[Format]) -> Format:
    """Return the format that is named, else the one that the ending of ``output`` stands for, else text.

    A format that was settled for all runs gives way to an ending that was typed.

    Raises:
        UsageError: for an ending of none of the formats ``among`` which it is chosen.
    """
    ending = output.suffix.lower() if output else ""
    if not ending or (named and not (settled("form") and ENDINGS.get(ending) in among)):
        return Format(named or Format.TEXT)
    if ENDINGS.get(ending) not in among:
        names = f"{', '.join(among[:-1])} or {among[-1]}"
        raise UsageError(f"-o {output}: choose --format {names}; {ending} is none of them")
    return ENDINGS[ending]


def service(function: F) -> F:
    """``--base-url`` and ``--timeout``."""
    function = click.option("--timeout", type=click.FloatRange(1, 3600), default=120.0, show_default=True,
                            help="Seconds that one request may take over all.")(function)  # fmt: skip
    return click.option("--base-url", envvar="OPENAI_BASE_URL", help="Address of an OpenAI-compatible service.")(
        function
    )


def model(function: F) -> F:
    """``--model``, ``--base-url``, ``--timeout``."""
    return click.option(
        "--model",
        envvar="QUESTIONER_MODEL",
        help="bank (the built-in questions), replay:DIR (recordings), or the name of a model of the service.",
    )(service(function))


def _typed(ctx: click.Context, name: str) -> bool:
    """Say whether an option was typed, and is not what files or the environment settle for all runs."""
    return ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE


def settled(name: str) -> bool:
    """Say whether an option of the command that runs was not typed, and comes from a file of settings."""
    ctx = click.get_current_context(silent=True)
    return ctx is not None and ctx.get_parameter_source(name) is click.core.ParameterSource.DEFAULT_MAP


def _send(ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """Return what may be sent: what was asked for, unless the office allows less."""
    from questioner.office import PLACE, office

    locked = office().send
    if locked and value != locked:
        if _typed(ctx, "send"):
            raise UsageError(f"--send {value}: {PLACE} allows --send {locked} only")
        return locked
    return value


def _keep_names(ctx: click.Context, _param: click.Parameter, value: bool) -> bool:
    from questioner.office import PLACE, office

    if value and office().keep_names is False:
        if not _typed(ctx, "keep_names"):
            return False
        raise UsageError(f"--keep-names: {PLACE} does not allow it")
    return value


def send(function: F) -> F:
    """``--send``."""
    return click.option("--send", type=click.Choice(["text", "facts"]), default="text", show_default=True, callback=_send,
                        help="text: the team's words go to the model, of check-ins the latest; facts: titles, figures and fact sentences, which quote a few words.")(function)  # fmt: skip


def privacy(function: F) -> F:
    """``--send``, ``--keep-names``, ``--names``."""
    function = click.option("--names", type=click.Path(path_type=Path), help="File with further names to hide, one a line.")(
        function
    )  # fmt: skip
    function = click.option(
        "--keep-names", is_flag=True, callback=_keep_names, help="Send people's names as they are, not as Person 1."
    )(function)
    return send(function)


def talk(function: F) -> F:
    """``--quiet`` and ``--verbose``."""
    function = click.option("-v", "--verbose", is_flag=True, help="Say where requests go and how they fare.")(function)
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors.")(function)


class Talk:
    """What a command's choices have in common that may be told to be quiet."""

    quiet: bool

    def talk(self, line: str) -> None:
        """Say a line on standard error, unless told to be quiet."""
        if not self.quiet:
            say(line)


def say(line: str) -> None:
    """Print a line on standard error, without what would steer a terminal: it may quote a file."""
    click.echo(visible(line), err=True)


def write(content: str | bytes, path: Path | None) -> None:
    """Write ``content`` to ``path``, aside first and then in place, or to standard output.

    Raises:
        InputError: when the file cannot be written.
    """
    if path is None:
        click.echo(content, nl=isinstance(content, str) and not content.endswith("\n"))
        return
    try:
        files.put(path, [content.encode() if isinstance(content, str) else content])
    except OSError as error:
        raise files.unwritable(path, error) from error


def coloured(stream: TextIO | None = None) -> bool:
    """Say whether ``stream``, or standard output, takes colour: a terminal without NO_COLOR, or FORCE_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or ((stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb")


def print_markup(text: str) -> None:
    """Print rich's markup to standard output."""
    from rich.console import Console

    Console(highlight=False, emoji=False, soft_wrap=True).print(text, end="")
