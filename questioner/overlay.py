"""The user's own templates beside the built-in ones: copying them out, and checking the two together."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path

from questioner import bank, briefing, closing, files, plan, prepare, prompts
from questioner.errors import InputError, Problem, TemplateError
from questioner.follow_through import note, trends
from questioner.formats import Format
from questioner.inputs import team_in
from questioner.phrasing import sentence
from questioner.rendering import variables
from questioner.resources import Templates
from questioner.review import review_wording
from questioner.session import Pillar, Rejected, SessionKind
from questioner.sheets import Cut, Look, Why, moves, write
from questioner.signals import SIGNALS
from questioner.slots import SLOT, names
from questioner.team import Team
from questioner.wishes import Wishes, settle

RECORD = ".exported.json"
"""Hash of each built-in template at the time it was copied, kept beside the copies."""

_SHEET = {
    "sheet", "coach", "asks", "session_title", "titles", "number", "show_rejected", "aside", "band", "losses",
    "drawings", "others", "standings", "words", "promised", "feedback",
}  # fmt: skip
GIVEN = {
    "prompt/system.j2": {"pillars"},
    "prompt/picture.j2": {"facts_only", "team", "objectives", "check_in", "last_session"},
    "prompt/team.j2": {
        "session", "as_of", "days_left", "elapsed", "phase", "picture", "facts", "wanted", "places", "top", "focus",
        "sensitive", "asked", "first",
    },
    "prompt/again.j2": {"problem", "rejected", "wanted", "places", "top"},
    "index.j2": {"group", "days", "counts", "missing", "shared", "done", "others"},
    "prompt/judge.j2": {"labels"},
    "prompt/judge_questions.j2": {"questions"},
    "reports/reviewer.html.j2": {"name", "figures", "bars", "errors", "labels", "rate"},
    "reports/parts.html.j2": set(),
    "reports/prompt-blind.html.j2": {"blind", "marks"},
    "reports/prompt-comparison.html.j2": {
        "comparison", "verdict_side", "gates", "others", "cases", "keys", "bill", "scenarios", "labels", "repeats",
    },
    "reports/prompt-run.html.j2": {"name", "meta", "bars", "parts", "names", "scenarios", "labels", "repeats"},
    "sheets/text.j2": {*_SHEET, "tag"},
    "sheets/markdown.j2": _SHEET,
    "sheets/html.j2": {"cuts", "one_page"},
    "trends/text.j2": {"words", "teams"},
    "trends/html.j2": {"words", "teams"},
}  # fmt: skip
"""The variables that each Jinja template is given."""
MAY_LEAVE_OUT = {
    "elapsed", "first", "titles", "asks", "aside", "band", "losses", "show_rejected", "number", "tag", "drawings", "others",
    "standings", "words", "promised", "feedback",
}  # fmt: skip
"""Variables that a template can do without and still do its work."""
SLOTS = frozenset(
    {"team", "minutes", "objective", "kr", "audience", "current", "target", "start", "previous", "old_target", "confidence",
     "confidence_before", "days_left", "kr_count", "objective_count", "repeat_count", "days_since_update", "next_checkin",
     "since", "commitment_date", "blocker", "activity", "quote", "dependency", "decision", "insight", "commitment", "parent",
     "vision", "as_of", "expected", "times", "check_ins", "scores"}
)  # fmt: skip
"""Every slot that a fact or a session can fill."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say about a set of templates."""

    text: str
    error: bool = True


def export(folder: Path, prefixes: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Copy built-in templates to ``folder``; yield each name and whether it was written (False: was there).

    Raises:
        InputError: when a file cannot be written, or nothing has a name like that.
    """
    templates = Templates()
    chosen = [name for name in templates.names if not prefixes or name.startswith(prefixes)]
    if not chosen:
        raise InputError([Problem("no built-in template begins so; `questioner templates list`", " ".join(prefixes))])
    record = _record(folder)
    for name in chosen:
        target = folder / name
        if target.exists():
            yield name, False
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(templates.text(name), encoding="utf-8", newline="\n")
            record[name] = _hash(templates, name)
            (folder / RECORD).write_text(json.dumps(record, indent=1, sort_keys=True), encoding="utf-8")
        except OSError as error:
            raise files.unwritable(target, error) from error
        yield name, True


def check(templates: Templates) -> tuple[Remark, ...]:
    """Return everything to be said about ``templates``, errors before warnings."""
    remarks = [
        *_strangers(templates),
        *_variables(templates),
        *_tables(templates),
        *_patterns(templates),
        *_signals(templates),
        *_moved(templates),
    ]
    if not any(remark.error for remark in remarks):
        remarks += _tried(templates)
    return tuple(sorted(remarks, key=lambda remark: not remark.error))


def _record(folder: Path) -> dict[str, str]:
    try:
        data = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in data.items()} if isinstance(data, dict) else {}


def _hash(templates: Templates, name: str) -> str:
    return hashlib.sha256((templates.bundled / name).read_bytes()).hexdigest()


def _strangers(templates: Templates) -> Iterator[Remark]:
    for name in templates.overlaid:
        # The bank and the signals take any file of theirs; elsewhere a new name is a misspelt one.
        if name not in templates.names and not name.startswith((f"{bank.FOLDER}/", "signals/")):
            yield Remark(f"{name}: replaces no built-in template, so nothing reads it", error=False)


def _variables(templates: Templates) -> Iterator[Remark]:
    for name, given in GIVEN.items():
        try:
            used = variables(templates, name)
        except TemplateError as error:
            yield from (Remark(str(problem)) for problem in error.problems)
            continue
        yield from (Remark(f"{name}: nothing fills {{{{ {word} }}}}") for word in sorted(used - given))
        unused = sorted(given - used - MAY_LEAVE_OUT)
        yield from (Remark(f"{name}: leaves {{{{ {word} }}}} unused", error=False) for word in unused)


def _tried(templates: Templates) -> Iterator[Remark]:
    """Write both prompts and every sheet for the team of the starter file: that alone tells a misspelt field of a value."""
    team = team_in(Templates().text("starter.yaml").encode(), "starter.yaml")
    assert team.as_of is not None  # noqa: S101 - the file is ours
    remarks = [*_errors(partial(_prompts, team, team.as_of, templates))]
    ours = settle(team, team.as_of, Wishes(), Templates())
    sheet = prepare.from_bank(ours)
    for form, cut in product((f for f in Format if f"sheets/{f}.j2" in GIVEN), (Cut.COACH, Cut.ROOM)):
        remarks += _errors(partial(write, sheet, form, Look(cut, Why.FULL), ours.table, templates))
    yield from dict.fromkeys(remarks)


def _prompts(team: Team, day: date, templates: Templates) -> None:
    prepared = settle(team, day, Wishes(), templates)
    text = "Have you considered hiring?"
    rejected = Rejected(text, Pillar.OUTCOME, review_wording(text))
    for problem in ("", "it is no JSON"):
        prompts.again(prepared.prompt, "{}", prompts.wanted(prepared.plan), [rejected], templates, problem)


def _tables(templates: Templates) -> Iterator[Remark]:
    for kind in SessionKind:
        yield from _errors(partial(plan.session_table, templates, kind))
    for pillar in Pillar:
        yield from _errors(partial(prompts.pillar_table, templates, pillar))
    yield from _errors(partial(briefing.lines, templates))
    yield from _errors(partial(closing.read, templates))
    yield from _errors(partial(note.read, templates))
    yield from _errors(partial(trends.words, templates))
    yield from _errors(partial(moves.moves, templates))


def _errors(read: Callable[[], object]) -> Iterator[Remark]:
    try:
        read()
    except TemplateError as error:
        yield from (Remark(str(problem)) for problem in error.problems)


def _patterns(templates: Templates) -> Iterator[Remark]:
    try:
        found = bank.patterns(templates)
    except TemplateError as error:
        yield from (Remark(str(problem)) for problem in error.problems)
        return
    signals = {signal.slug: signal for signal in SIGNALS}
    for pattern in found:
        if pattern.signal != bank.ANY and pattern.signal not in signals:
            yield Remark(f"bank: {pattern.id}: there is no signal called {pattern.signal}")
        yield from _never_used(pattern)
        yield from (
            Remark(f"bank: {pattern.id}: nothing fills {{{slot}}}") for slot in bank.unknown_slots(pattern, SLOTS)
        )
    covered = {(pattern.signal, session) for pattern in found for session in pattern.sessions}
    for slug, signal in signals.items():
        for session in sorted(signal.sessions - {s for name, s in covered if name == slug}):
            yield Remark(f"bank: no pattern asks about {slug} in a session of the kind {session}")


def _never_used(pattern: bank.Pattern) -> Iterator[Remark]:
    """Warn of a pattern that the review rejects, whatever fills its slots: it would never reach a page."""
    text = sentence(SLOT.sub(lambda slot: f"“{slot[1]}”", pattern.text))
    rejecting = [f for f in review_wording(text) if f.rejects]
    if rejecting:
        yield Remark(
            f"bank: {pattern.id}: the review rejects it ({rejecting[0].code}: {rejecting[0].message})", error=False
        )


def _signals(templates: Templates) -> Iterator[Remark]:
    worded: dict[str, object] = {}
    for name in templates.folder("signals"):
        found = list(_errors(partial(templates.table, name)))
        yield from found
        for slug, entry in templates.table(name).items() if not found else ():
            if not isinstance(entry, dict):
                yield Remark(f"{name}: {slug} is no table; each signal has one of its own")
                continue
            texts = " ".join(str(entry.get(key, "")) for key in ("fact", "without"))
            yield from (Remark(f"{name}: {slug}: nothing fills {{{s}}}") for s in sorted(set(names(texts)) - SLOTS))
            worded[slug] = {key for key in ("fact", "intent", "cue") if entry.get(key)}
    for signal in SIGNALS:
        if worded.get(signal.slug) != {"fact", "intent", "cue"}:
            yield Remark(f"signals: {signal.slug} lacks its fact, intent or cue")


def _moved(templates: Templates) -> Iterator[Remark]:
    record = _record(templates.overlay) if templates.overlay else {}
    for name in templates.overlaid:
        if name in record and name in templates.names and record[name] != _hash(templates, name):
            yield Remark(f"{name}: the built-in template has changed since you copied it", error=False)
