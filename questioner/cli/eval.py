"""``questioner eval``: how well the parts work, in figures."""

import click

from questioner.cli.lazy import LazyGroup, Table

COMMANDS: Table = {
    "reviewer": ("questioner.cli.eval_reviewer", "Measure the reviewer on labelled questions."),
    "prompts": ("questioner.cli.eval_prompts", "Ask with your prompt on fictional teams, and measure what comes."),
    "compare": (
        "questioner.cli.eval_compare",
        "Say whether a change to the prompt is better, worse, or cannot be told.",
    ),
}


@click.group("eval", cls=LazyGroup, table=COMMANDS, short_help="Measure the reviewer, and changes to the prompt.")
def command() -> None:
    """Measure the parts of the program.

    \b
    Example:  questioner eval reviewer --split dev
    """
