"""Groups of commands that know them by name, and import one only to run it."""

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from questioner.errors import UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

HELP = {"-h", "--help"}
"""What is answered whatever stands in files of settings."""

Table = Mapping[str, tuple[str, str]]
"""Each command's module, whose ``command`` it is, and its line in the help. A test holds the lines to the commands'
own; that way ``--help`` imports none of them."""


class LazyGroup(click.Group):
    """A group whose commands stand in a table, in the order in which the help lists them."""

    def __init__(self, *args: Any, table: Table, **kwargs: Any) -> None:
        """Take the commands from ``table``."""
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name not in self.table:
            return None
        command: click.Command = importlib.import_module(self.table[cmd_name][0]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, with what is settled for it; of a mistyped one, say which was meant."""
        name = args[0]
        if name not in self.table and not name.startswith("-") and not ctx.resilient_parsing:
            from difflib import get_close_matches

            near = get_close_matches(name, self.table, n=1)
            meant = f"did you mean {near[0]}?" if near else f"`{ctx.command_path} --help` lists them all"
            raise UsageError(f"there is no command {name}; {meant}")
        found, command, rest = super().resolve_command(ctx, args)
        if found and command and not (ctx.resilient_parsing or isinstance(command, click.Group) or HELP & {*rest}):
            from questioner.cli import settings

            ctx.default_map = {found: settings.defaults(ctx, found, command)}
        return found, command, rest

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Return the commands that begin with ``incomplete``, from the table alone, and the group's own options."""
        from click.shell_completion import CompletionItem

        begun = [
            CompletionItem(name, help=line) for name, (_, line) in self.table.items() if name.startswith(incomplete)
        ]
        return [*begun, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self.table.items()])
