"""The command line: one file a command, imported only when it is called."""

import errno
import gc
import io
import os
import sys
from pathlib import Path

import click

from questioner import __version__
from questioner.cli.lazy import LazyGroup, Table
from questioner.errors import ExitCode, QuestionerError
from questioner.files import FULL

COMMANDS: Table = {
    "prepare": ("questioner.cli.prepare", "Turn a team file into a session sheet."),
    "review": ("questioner.cli.review", "Review questions: your own, or a sheet's."),
    "wrap-up": ("questioner.cli.wrap_up", "Take down what a session left, in the team file."),
    "follow-up": ("questioner.cli.follow_up", "Print three questions to send between sessions."),
    "trends": ("questioner.cli.trends", "Show what has changed for a team over time."),
    "import": ("questioner.cli.import_", "Make team files from an export, a spreadsheet or a text."),
    "init": ("questioner.cli.init", "Write a commented team file to start from."),
    "batch": ("questioner.cli.batch", "Prepare sheets for many teams, restartable."),
    "rules": ("questioner.cli.rules", "Show the reviewer's rules, or one of them."),
    "schema": ("questioner.cli.schema", "Print the JSON Schema of the team file."),
    "templates": ("questioner.cli.templates", "List, export and check the templates."),
    "config": ("questioner.cli.config", "Show each setting and where it comes from."),
    "eval": ("questioner.cli.eval", "Measure the reviewer, and changes to the prompt."),
}
"""Every command with its module and its line in the help, the coach's first. A test holds the lines to the
commands' own; that way ``--help`` imports none of them."""


@click.group(cls=LazyGroup, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="questioner")
def cli() -> None:
    """Prepare a human OKR coach: a team's goals and check-in in, open questions out.

    \b
    Try:  questioner prepare examples/behind.yaml
          questioner init my-team.yaml
    """


def main() -> None:
    """Run the command line and exit with the code of ``errors.ExitCode`` that fits."""
    # Importing makes many objects that live to the end; looking through them for garbage costs a tenth of a run.
    gc.set_threshold(50_000)
    # There are no plugins for pydantic here; looking for some reads the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _open_what_is_closed()
    _speak_utf8()
    sys.exit(run(sys.argv[1:]))


def _speak_utf8() -> None:
    """Write to files and pipes in UTF-8, on Windows too, whose code pages lack signs that a sheet has.

    A terminal keeps its own encoding, and so does who names one in PYTHONIOENCODING; what that lacks becomes `?`.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            own = stream.isatty() or os.environ.get("PYTHONIOENCODING")
            stream.reconfigure(encoding=stream.encoding if own else "utf-8", errors="replace")


def run(arguments: list[str]) -> int:
    """Run one command; return its exit code. Errors become sentences on standard error."""
    try:
        result = cli.main(arguments, prog_name="questioner", standalone_mode=False)
        sys.stdout.flush()
    except QuestionerError as error:
        return _say(str(error), error.exit_code)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _say("interrupted", ExitCode.INTERRUPTED)
    except (OSError, SystemExit) as error:  # click and rich leave by SystemExit when they meet a broken pipe
        return _not_written(error)
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback for a coach
        return _bug(error)
    return result if isinstance(result, int) else ExitCode.OK


def _open_what_is_closed() -> None:
    """Give a stream that the caller closed (``>&-``) somewhere to go, where Python has None."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - to the end


def _not_written(error: OSError | SystemExit) -> int:
    """Return the exit code where standard output takes no more: its reader went away (`| head`), or a disk is full."""
    if isinstance(error, OSError) and error.errno not in {*FULL, errno.EPIPE, errno.ESHUTDOWN}:
        return _bug(error)
    # The interpreter must not complain about it while it closes down.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, OSError) and error.errno in FULL:
        return _say(f"<stdout>: cannot be written: {error.strerror}", ExitCode.INPUT)
    return ExitCode.OK


def _say(message: str, code: ExitCode) -> int:
    from questioner.phrasing import visible

    for line in visible(message).splitlines() or [""]:  # it may quote a file
        click.echo(f"questioner: {line}", err=True)
    return code


def _bug(error: Exception) -> int:
    if os.environ.get("QUESTIONER_TRACEBACK"):
        raise error
    what = f"{type(error).__name__}: {error}"
    return _say(f"this is a bug in questioner ({what}). Set QUESTIONER_TRACEBACK=1 to see where.", ExitCode.BUG)
