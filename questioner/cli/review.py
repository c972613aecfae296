"""``questioner review``: is each of these a question a coach can ask?"""

import codecs
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questioner import files
from questioner.cli import judging, options
from questioner.errors import ExitCode, InputError, Problem, UsageError
from questioner.files import PACKED, STDIN

if TYPE_CHECKING:
    from questioner.resources import Templates
    from questioner.review.items import Item
    from questioner.review.verdicts import Check, Choice, Verdict

OF_WINDOWS = "as-windows-1252"


def _codes(text: str | None, option: str) -> tuple[str, ...]:
    """Return the codes of an option; one that nothing here can earn would silently switch a check off."""
    from questioner.review import RULES, in_context

    codes = tuple(code.strip().upper() for code in (text or "").split(",") if code.strip())
    known = [rule.code for rule in (*RULES, *in_context.WRITTEN)]
    for code in codes:
        if any(name.startswith(code) for name in known):
            continue
        if any(rule.code.startswith(code) for rule in in_context.OF_A_SHEET):
            raise UsageError(
                f"{option} {code}: only questions generated for a sheet can earn it, and review reads others"
            )
        raise UsageError(f"{option} {code}: there is no such rule or family; `questioner rules` lists them all")
    return codes


@click.command("review", short_help="Review questions: your own, or a sheet's.")
@click.argument("files", type=options.FILE, nargs=-1, metavar="[FILE]...")
@click.option(
    "--team",
    type=options.FILE,
    metavar="FILE",
    help="Team file; adds grounding in its data, clarity and repeated questions.",
)
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl", "github", "junit", "sarif"]),
              default="text", show_default=True)  # fmt: skip
@click.option("--select", help="Only findings of these codes, or families such as ADV; with commas.")
@click.option("--ignore", help="No findings of these codes or families.")
@click.option("--strict", is_flag=True, help="Let doubt reject, as for a generated question.")
@click.option("--suggest", is_flag=True, help="Add a neutral wording where one can be given.")
@judging.option
@click.option("--calibration", type=click.Path(path_type=Path),
              help="How far the judge agrees with labelled questions; without it the judge only warns.")  # fmt: skip
@options.output
def command(
    files: tuple[str, ...], team: str | None, form: str, select: str | None, ignore: str | None, strict: bool, suggest: bool,
    judge: str | None, base_url: str | None, timeout: float, templates: "Templates | None", concurrency: int,
    calibration: Path | None, output: Path | None,
) -> int:  # fmt: skip
    """Review the questions in FILE (text, a Markdown list, or a sheet in JSON or Markdown; - for standard input).

    Each line that is not blank is one question; several files are read as one list. A finding is put up with by
    ending its line in <!-- questioner: ignore ADV102 reason -->. Exits with 1 when a question is rejected. With
    --judge a model reads the wording too, and adds what it finds; the questions leave the machine then.

    \b
    Examples:  questioner review questions.txt
               echo "Have you considered hiring?" | questioner review
               questioner review sheet.json --team team.yaml --format jsonl
               questioner review questions.txt --judge NAME --calibration judge.json
    """
    from questioner.review import reports, verdicts

    files = files or (STDIN,)
    for file in files:
        if file.lower().endswith((".yaml", ".yml", ".xlsx", ".docx", ".pdf")):
            raise UsageError(
                f"{file}: review reads text, Markdown and sheets in JSON; a team file is for prepare or --team"
            )
    choice = verdicts.Choice(_codes(select, "--select"), _codes(ignore, "--ignore"), strict)
    context = _context(team)
    at_once = STDIN not in files  # what comes through a pipe is not kept waiting for more to come
    wanted = judging.Wanted(judge, calibration, base_url, timeout, templates, concurrency if at_once else 1)
    items = chain.from_iterable(map(_items, files))
    found = _verdicts(items, choice, context, at_once=at_once)
    reader = wanted.judge(context.hide)
    if reader:
        from questioner.judge import joined

        found = joined(found, reader, choice, judging.known(reader, calibration))
    tally = Tally(found)
    pieces = reports.write(tally, reports.Format(form), " ".join(files), suggest=suggest)
    if output is None:
        for piece in pieces:
            sys.stdout.write(piece)
    else:
        options.write("".join(pieces), output)
    for place, code in tally.unused:
        options.say(f"questioner: {place}: nothing to ignore for {code}; take it out")
    if reader:
        judging.answered(reader)
    return ExitCode.ANSWER_IS_NO if tally.rejected else ExitCode.OK


def _verdicts(items: "Iterator[Item]", choice: "Choice", context: "Context", *, at_once: bool) -> "Iterator[Verdict]":
    """Judge in lots where all is there to be read; what comes through a pipe is judged line by line as it comes."""
    from questioner.review import spread, verdicts

    if at_once and context.check is None:
        return spread.spread(items, choice)
    return verdicts.verdicts(items, choice, context.check, context.goals)


class Tally:
    """Passes verdicts on and counts them on the way."""

    def __init__(self, verdicts: "Iterable[Verdict]") -> None:
        self._verdicts = verdicts
        self.rejected = 0
        self.unused: list[tuple[str, str]] = []

    def __iter__(self) -> "Iterator[Verdict]":
        for verdict in self._verdicts:
            self.rejected += not verdict.accepted
            self.unused += [(f"{verdict.file}:{verdict.line}", code) for code in verdict.unused]
            yield verdict


def _items(file: str) -> "Iterator[Item]":
    from questioner.review import items

    try:
        with _opened(file) as stream:
            if file.lower().endswith(".json"):
                yield from items.from_sheet_json(stream.read(), file)
            else:
                yield from items.from_lines(stream, file, markdown=file.lower().endswith((".md", ".markdown")))
    except OSError as error:
        raise files.unreadable(file, error) from error
    except ValueError as error:
        raise InputError([Problem(str(error), file)]) from error


def _opened(file: str) -> io.TextIOWrapper:
    """Return the file as text: UTF-8, UTF-16 with its mark, and bytes that are neither as Windows-1252 has them.

    So a line is read as soon as it comes, and a bad one does not end the run.

    Raises:
        ValueError: when it is no text.
    """
    raw = sys.stdin.buffer if file == STDIN else io.BufferedReader(io.FileIO(file))
    head = raw.peek() if isinstance(raw, io.BufferedReader) else b""
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if head.startswith(PACKED) or (b"\0" in head and not wide):
        raw.close()
        raise ValueError(
            "is not a text file; save what is to be reviewed as plain text or Markdown, one question a line"
        )
    codecs.register_error(OF_WINDOWS, _of_windows)
    return io.TextIOWrapper(raw, encoding="utf-16" if wide else "utf-8-sig", errors="replace" if wide else OF_WINDOWS)


def _of_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


@dataclass(frozen=True, slots=True)
class Context:
    """What a team file adds to the review."""

    check: "Check | None" = None
    """The check against the team's data."""
    goals: tuple[str, ...] = ()
    """The team's names for its goals."""
    hide: Callable[[str], str] = str
    """Puts placeholders in the place of the names of people."""


def _context(team: str | None) -> Context:
    if team is None:
        return Context()
    from datetime import date

    from questioner import evidence, plan, signals, standing
    from questioner.inputs import read_team
    from questioner.names import Names
    from questioner.resources import Templates
    from questioner.review.grounding import review_written

    read = read_team(team)
    picture = standing.read(read, read.as_of or date.today())
    facts = signals.facts(picture, plan.session_kind(picture)[0], Templates())
    ground = evidence.Gathered(picture, facts, 0)
    return Context(lambda text: review_written(text, ground), ground.goals, Names.of(read).hide)
