"""``questioner wrap-up``: what a session left, into the team file."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questioner import files
from questioner.cli import options
from questioner.errors import ExitCode, InputError, UsageError
from questioner.resources import Templates

if TYPE_CHECKING:
    from questioner.closing import Closing
    from questioner.follow_through.draft import Draft
    from questioner.follow_through.interview import Ask, Interview
    from questioner.follow_through.record import WrapUp
    from questioner.standing import Picture
    from questioner.team import Team

BACK = "<"


@click.command("wrap-up", short_help="Take down what a session left, in the team file.")
@click.argument("file", type=options.FILE)
@click.option("--sheet", type=click.Path(path_type=Path), help="The session's sheet in JSON, to say what was asked.")
@click.option("--from", "filled", type=click.Path(path_type=Path),
              help="Read a filled-in Markdown sheet instead of asking.")  # fmt: skip
@click.option("--date", "day", type=options.Day(), help="Day of the session, or today; the sheet's own without it.")
@click.option("--fresh", is_flag=True, help="Forget the answers of a wrap-up that was stopped.")
@click.option("--dry-run", is_flag=True, help="Print the entry and write nothing.")
@options.templates
@click.option("-q", "--quiet", is_flag=True, help="With --from: say nothing on standard error but errors.")
def command(
    file: str, sheet: Path | None, filled: Path | None, day: date | None, fresh: bool, dry_run: bool,
    templates: Templates | None, quiet: bool,
) -> int:  # fmt: skip
    """Take down what a session left (commitments, insights, decisions, the summary, what was asked) in team FILE.

    Asks for each in turn. It can be stopped with Ctrl-C; the same command goes on from there. Nothing else in
    FILE is touched, and the earlier version stays beside it as FILE.bak.

    \b
    Examples:  questioner wrap-up team.yaml --sheet sheet.json
               questioner wrap-up team.yaml --from sheet.md
    """
    from questioner import closing
    from questioner.inputs import read_team

    if file == files.STDIN:
        raise UsageError("wrap-up writes to the team file, so it needs its name")
    if sheet and filled:
        raise UsageError("--sheet and --from: a filled-in sheet brings its questions along; give one of them")
    team, words = read_team(file), closing.read(templates or Templates())
    if filled:
        wrap_up = _from_page(Path(file), team, filled, day, words)
        return _finish(Path(file), wrap_up, None, dry_run=dry_run, quiet=quiet) or ExitCode.OK
    talk, draft = _interview(Path(file), team, sheet, day, words, fresh=fresh)
    while True:
        code = _finish(Path(file), _asked(talk, draft), draft, dry_run=dry_run, quiet=quiet)
        if code is not None:
            return code
        talk.back()


def _picture(file: Path, team: "Team", day: date) -> "Picture":
    from questioner import standing

    if any(session.date == day for session in team.sessions):
        raise UsageError(
            f"the file holds a session of {day} already; correct it there, or give another --date{_anew(file, team)}"
        )
    return standing.read(team, day)


def _anew(file: Path, team: "Team") -> str:
    """Say how the last session is taken down anew, if the version before it is still there."""
    from questioner.inputs import read_team
    from questioner.inputs.round_trip import backup_of

    before = backup_of(file)
    try:
        is_before = read_team(str(before)).sessions == team.sessions[:-1]
    except InputError:
        is_before = False
    if is_before:
        return f". To take it down anew, put the version before it, {before}, in the place of {file}"
    return ""


def _from_page(file: Path, team: "Team", filled: Path, day: date | None, words: "Closing") -> "WrapUp":
    from questioner.follow_through import close, days

    page = close.page(files.read_text(filled, "utf-8-sig"), words)
    _keep_apart(team, page.team, str(filled))
    session = day or days.read(page.day, team.cycle.start)
    if session is None:
        raise UsageError(f"{filled} does not say which day it is of; add --date")
    if page.notes:
        options.say("Notes under the questions stay on the sheet; the boxes and the close are taken over.")
    for heading in page.unknown:
        options.say(f"“{heading}” is no heading of the close; what stands under it is left out.")
    wrap_up = close.read(page, _picture(file, team, session), session, str(filled))
    for commitment in wrap_up.session.commitments:
        if commitment.due and commitment.due < session:
            told = (
                f"“{commitment.text}” is due {days.told(commitment.due)}, before the session, of {days.told(session)}."
            )
            options.say(f"{told} Look at it in the file.")
    return wrap_up


def _interview(
    file: Path, team: "Team", sheet: Path | None, day: date | None, words: "Closing", *, fresh: bool
) -> "tuple[Interview, Draft]":
    from questioner import sheet_file, signals
    from questioner.follow_through import interview
    from questioner.follow_through.draft import Draft

    prepared = sheet_file.read(sheet, "a filled-in Markdown sheet goes to --from") if sheet else None
    if prepared:
        _keep_apart(team, prepared.team, str(sheet))
    draft = Draft(file)
    if fresh:
        draft.forget()
    session = day or (prepared.as_of if prepared else None) or draft.day or date.today()
    picture, questions = _picture(file, team, session), prepared.numbered if prepared else {}
    promised = (promise.commitment.text for promise in signals.open_promises(picture))
    answers = draft.begin(session, (*questions.values(), *promised), sheet)
    talk = interview.Interview(lambda: interview.interview(picture, session, questions, words), answers)
    options.say(f"{team.team}, session of {session}. {words.interview['begin']}")
    if talk.answers:
        options.say(f"Going on after {len(talk.answers)} answers given before.")
    return talk, draft


def _keep_apart(team: "Team", other: str, where: str) -> None:
    if other != team.team:
        whose = f"is for {other}" if other else "names no team in its first heading"
        raise UsageError(f"{where}: that sheet {whose}, this file is for {team.team}")


def _asked(talk: "Interview", draft: "Draft") -> "WrapUp":
    """Ask until everything was asked; each answer is kept as soon as it is given."""
    heading = ""
    try:
        while talk.ask is not None:
            if talk.ask.heading != heading:
                heading = talk.ask.heading
                bold = options.coloured(sys.stderr)
                click.echo(f"\n{click.style(heading, bold=True) if bold else heading}", err=True, color=bold)
            answer = _prompt(talk.ask)
            if answer.strip() == BACK:
                talk.back()
            else:
                talk.answer(answer)
            draft.keep(talk.answers)
    except (click.Abort, KeyboardInterrupt):
        _say_stopped(draft)
        raise
    assert talk.result is not None  # noqa: S101 - an interview without a further question has its result
    return talk.result


def _say_stopped(draft: "Draft") -> None:
    options.say(f"\nStopped. What you said is kept in {draft.path}; the same command goes on from there.")


def _prompt(ask: "Ask") -> str:
    for line in (*ask.lines, *([ask.problem] if ask.problem else [])):
        options.say(f"  {line}")
    default = f" [{ask.default}]" if ask.default else ""
    answer: str = click.prompt(f"  {ask.prompt}{default}", default="", show_default=False, err=True)
    return answer


def _finish(file: Path, wrap_up: "WrapUp", draft: "Draft | None", *, dry_run: bool, quiet: bool) -> int | None:
    """Read back what was said, and write it; None to go back to the answer before."""
    from questioner.follow_through import record

    if wrap_up.empty:
        options.say("Nothing was said, so nothing is written.")
        return ExitCode.ANSWER_IS_NO
    if draft or not quiet:
        options.say("\nTaken down:")
        for line in record.told(wrap_up):
            options.say(f"  {line}")
    if dry_run:
        options.write(record.as_text(wrap_up.session), None)
        return ExitCode.OK
    if draft and (answer := _confirmed(file, draft)) != "y":
        if answer == BACK:
            return None
        options.say(f"Nothing is written. What you said is kept in {draft.path}.")
        return ExitCode.ANSWER_IS_NO
    try:
        backup = record.write(file, wrap_up)
    except InputError:
        click.echo(
            "Nothing is written. The same command with --dry-run prints the entry, to be put in by hand.", err=True
        )
        raise
    if draft:
        draft.discard()
    if not quiet:
        options.say(f"Written to {file}; the earlier version is {backup}.")
    return ExitCode.OK


def _confirmed(file: Path, draft: "Draft") -> str:
    """Return ``y``, ``n`` or ``<``."""
    try:
        while True:
            answer: str = click.prompt(
                f"Write this to {file}? [Y/n, < goes back]", default="y", show_default=False, err=True
            )
            if (short := answer.strip().lower()) in {"y", "yes", "n", "no", BACK}:
                return short[0]
    except (click.Abort, KeyboardInterrupt):
        _say_stopped(draft)
        raise
