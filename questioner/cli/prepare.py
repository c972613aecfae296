"""``questioner prepare``: a team file in, a session sheet out."""

import os
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questioner.cli import options
from questioner.errors import UsageError
from questioner.formats import Format
from questioner.session import SessionKind

if TYPE_CHECKING:
    from questioner.prepare import Asking, Preparation
    from questioner.resources import Templates
    from questioner.session import SessionSheet
    from questioner.team import Team


@dataclass(frozen=True)
class Choices(options.Talk):
    """What the options say, one field an option."""

    file: str
    model: str | None
    base_url: str | None
    timeout: float
    session: str | None
    minutes: int | None
    people: int | None
    as_of: date | None
    form: str | None
    cut: str
    why: str | None
    help_level: str | None
    show_rejected: bool
    focus: tuple[str, ...]
    again: Path | None
    drop: str | None
    send: str
    keep_names: bool
    names: Path | None
    dry_run: bool
    templates: "Templates | None"
    output: Path | None
    quiet: bool
    verbose: bool

    @property
    def format(self) -> Format:
        """The format of the sheet: the one that is named, else the one that fits the file it goes to."""
        return options.form_of(self.form, self.output, list(Format))


@click.command("prepare", short_help="Turn a team file into a session sheet.")
@click.argument("file", type=options.FILE)
@click.option("--session", type=click.Choice([kind.value for kind in SessionKind]),
              help="Kind of session; worked out from the data without it.")  # fmt: skip
@click.option("--minutes", type=int, help="Length of the session; 30, 60, 75, 35 or 45 by its kind without it.")
@click.option("--people", type=click.IntRange(1, 200), help="How many people take part.")
@click.option("--as-of", type=options.Day(), help="Day of the sheet, or today; the file's own without it.")
@click.option("--for", "cut", type=click.Choice(["coach", "room", "both"]), default="coach", show_default=True,
              help="coach: everything; room: nothing but the questions and the close; both: one after the other, on pages of their own.")  # fmt: skip
@click.option("--format", "form", type=click.Choice([form.value for form in Format]),
              help="By the ending of -o, else text. pdf needs a Chromium or Chrome, docx python-docx.")  # fmt: skip
@click.option("--why", type=click.Choice(["none", "short", "full"]),
              help="How much of the reason stands beside a question; short without it.")  # fmt: skip
@click.option("--help-level", type=click.Choice(["1", "2", "3", "4"]),
              help="1: questions with full reasons; 2: with the names of their moves; 3: pillars and facts, the team writes the questions; 4: facts.")  # fmt: skip
@click.option("--show-rejected", is_flag=True, help="Show what was written and fell in review.")
@click.option("--focus", multiple=True, help="Give O1.KR2, or a pillar, one more question; may be repeated.")
@click.option("--again", type=click.Path(path_type=Path), help="An earlier sheet in JSON to replace questions of.")
@click.option("--drop", help="With --again: numbers of the questions to replace, such as 3,5.")
@options.model
@options.privacy
@click.option("--dry-run", is_flag=True, help="Print the exact prompt and send nothing.")
@options.templates
@options.output
@options.talk
def command(**values: object) -> None:
    """Turn a team FILE (YAML or JSON, - for standard input) into a session sheet.

    \b
    Examples:  questioner prepare examples/behind.yaml
               questioner prepare team.yaml --session retro --format markdown -o sheet.md
               questioner prepare team.yaml -o sheet.html
               questioner prepare team.yaml --again sheet.json --drop 3,5
    """
    for one, other in (("why", "help_level"), ("help_level", "why")):
        if (
            values[one] and options.settled(other) and not options.settled(one)
        ):  # of two that exclude each other, the one that is typed holds
            values[other] = None
    choices = Choices(**values)  # type: ignore[arg-type]  # click has checked each of them
    _keep_inputs(choices)
    _fit_together(choices)
    preparation = _preparation(choices)
    if choices.dry_run:
        options.write(_dry_run(preparation), choices.output)
        return
    sheet = _sheet(preparation, choices)
    _print(sheet, preparation, choices)


def _keep_inputs(choices: Choices) -> None:
    """Refuse to write over a file that is read."""
    out = choices.output
    if out is None:
        return
    read = (choices.file, choices.again, choices.names)
    if any(path and os.path.realpath(path) == os.path.realpath(out) for path in read):
        raise UsageError(f"-o {out}: that file is read in the same run; choose another name")


def _fit_together(choices: Choices) -> None:
    """Refuse, before anybody is asked, what could not be written in the end."""
    from questioner import sheets

    form = choices.format
    if choices.why and choices.help_level:
        raise UsageError("--why and --help-level both say how much stands beside a question; give one of them")
    if form.binary and choices.output is None and sys.stdout.isatty():
        raise UsageError(f"--format {form}: a terminal cannot show it; add -o sheet{form.ending}")
    if not choices.dry_run:
        sheets.demand(form, sheets.Cut(choices.cut))


def _preparation(choices: Choices) -> "Preparation":
    from questioner import prepare, wishes
    from questioner.exchange import Send
    from questioner.inputs import read_team
    from questioner.prompts import Terms
    from questioner.resources import Templates

    team, templates = read_team(choices.file), choices.templates or Templates()
    as_of = choices.as_of or team.as_of or date.today()
    wished = wishes.Wishes(
        session=SessionKind(choices.session) if choices.session else None,
        minutes=choices.minutes,
        people=choices.people,
        focus=choices.focus,
        names=wishes.declared_names(choices.names),
        terms=Terms(Send(choices.send), choices.keep_names),
    )
    _warn_of_age(team, as_of, choices)
    made = wishes.settle(team, as_of, wished, templates)
    if choices.again is None and choices.drop is None:
        return made
    if choices.again is None or choices.drop is None:
        raise UsageError("--again SHEET.json and --drop 3,5 go together")
    from questioner import previous

    today = {(fact.signal, fact.about): fact.id for fact in made.facts}
    return prepare.replacing(made, previous.read(choices.again, _numbers(choices.drop), today))


def _warn_of_age(team: "Team", as_of: date, choices: Choices) -> None:
    days = (date.today() - as_of) // timedelta(days=1)
    if days > team.cadence_days:
        choices.talk(
            f"This sheet is as of {as_of}, {days} days ago, more than one cadence of "
            f"{team.cadence_days} days. --as-of today reads the file as it stands now."
        )


def _numbers(text: str) -> frozenset[int]:
    parts = [part for part in text.replace(" ", "").split(",") if part]
    if not parts or not all(part.isdecimal() and len(part) < 5 for part in parts):
        raise UsageError(f"--drop {text}: write the numbers of the questions, such as 3,5")
    return frozenset(map(int, parts))


def _dry_run(preparation: "Preparation") -> str:
    from questioner import prompts

    prompt = preparation.prompt
    parts = [f"--- {role}\n{text}" for role, text in prompt.messages]
    return (
        "\n".join(parts) + "\n---\n"
        f"prompt sha256: {prompts.sha256(prompt)}\n"
        f"templates sha256: {preparation.templates.sha256}\n"
        f"estimated tokens: {prompts.estimated_tokens(prompt)}\n"
    )


def _sheet(preparation: "Preparation", choices: Choices) -> "SessionSheet":
    from questioner import models, prepare
    from questioner.session import SessionSheet

    model = models.choose(choices.model, choices.base_url, choices.timeout, choices.talk, verbose=choices.verbose)
    if model is None:
        return prepare.from_bank(preparation)
    state: prepare.Asking | SessionSheet = prepare.begin(preparation)
    choices.talk(f"Asking {model.name} for questions.")
    while isinstance(state, prepare.Asking):
        if state.request.wave > 1:
            choices.talk(f"Asking once more: {_why_again(state)}.")
        state = prepare.advance(state, model.answer(state.request))
    return state


def _why_again(asking: "Asking") -> str:
    fallen = len(asking.rejected)
    if asking.survivors:
        return f"{fallen} of {fallen + len(asking.survivors)} questions fell in review, or a place is empty"
    return f"all {fallen} questions fell in review" if fallen else "the reply could not be read"


def _print(sheet: "SessionSheet", preparation: "Preparation", choices: Choices) -> None:
    from questioner import sheets

    form = choices.format
    coloured = form is Format.TEXT and choices.output is None and options.coloured()
    look = sheets.Look(
        sheets.Cut(choices.cut),
        sheets.Why(choices.why or "short"),
        choices.show_rejected,
        coloured,
        sheets.HelpLevel(int(choices.help_level)) if choices.help_level else None,
    )
    if form.binary:
        options.write(sheets.as_file(sheet, form, look, preparation.table, preparation.templates), choices.output)
        return
    text = sheets.write(sheet, form, look, preparation.table, preparation.templates)
    if coloured:
        options.print_markup(text)
    else:
        options.write(text, choices.output)
