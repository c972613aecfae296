"""The folder of a run, with everything that is needed to score it anew without asking anybody.

::

    run.json                    what it was made with
    templates/<name>/           every template in effect, copied
    scenarios/<id>.yaml         every scenario, copied
    asking/<template>/<model>/  a ledger: each request, each reply, what it cost
    rows.jsonl                  a row for each template, scenario, model and repeat
"""

import hashlib
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from questioner import checked, files
from questioner.batch import LIVE
from questioner.batch.bill import Price
from questioner.batch.ledger import Ledger
from questioner.batch.ledger.database import FILE
from questioner.batch.ledger.requests import PastRequest
from questioner.batch.ledger.teams import State, TeamRow
from questioner.errors import InputError, Problem, UsageError
from questioner.evaluation.prompts import results, scenarios
from questioner.evaluation.prompts.results import Meta
from questioner.evaluation.prompts.rows import Row
from questioner.evaluation.prompts.scenarios import Scenario
from questioner.evaluation.prompts.scoring import Outcome
from questioner.exchange import Reply, Usage
from questioner.models import REPLAY
from questioner.models.faults import WAY_OUT
from questioner.phrasing import slugged
from questioner.resources import Templates

BUILT_IN = "built-in"
"""Name of the templates without any of one's own."""


class Arm(BaseModel):
    """One set of templates asked of one model."""

    model_config = ConfigDict(frozen=True)

    template: str
    model: str
    """As it was asked for."""
    by: str
    """As the rows name it: of recordings, the model that was recorded."""
    engine: str = LIVE
    asked: Mapping[str, int] = {}
    """How often each scenario is asked, by its id."""

    @property
    def folder(self) -> str:
        """Where its ledger is, below the folder of the run."""
        slug = slugged(self.model)
        apart = "" if slug == self.model else f"-{hashlib.sha256(self.model.encode()).hexdigest()[:6]}"
        return f"asking/{self.template}/{slug}{apart}"

    def and_earlier(self, earlier: "Arm") -> "Arm":
        """Return the arm with all that was asked before too."""
        every = {**earlier.asked, **self.asked}
        most = {name: max(times, earlier.asked.get(name, 0)) for name, times in every.items()}
        return self.model_copy(update={"asked": most})


class Failed(BaseModel):
    """A row that failed, for whoever reads ``run.json`` alone."""

    model_config = ConfigDict(frozen=True)

    template: str
    model: str
    row: str
    why: str


class Made(Meta):
    """What a run was made with, and what it needs to be scored anew."""

    arms: tuple[Arm, ...]
    prices: Mapping[str, Price] = {}
    """By the model's name, as they were when it was asked."""
    failed: tuple[Failed, ...] = ()


def read(folder: Path) -> Made | None:
    """Return what the run in ``folder`` was made with; None where there is none yet.

    Raises:
        InputError: when what is there is no run.
    """
    raw = checked.there(folder / results.META)
    return None if raw is None else checked.from_json(raw, folder / results.META, Made, results.NO_RUN)


# --- what is asked with -----------------------------------------------------------------------------------------------


def keep_templates(folder: Path, name: str, templates: Templates) -> Templates:
    """Copy every template in effect into the folder of a run; return the copy.

    Raises:
        UsageError: when others of that name are there already.
        OSError: when they cannot be written.
    """
    copy = folder / "templates" / name
    if copy.is_dir():
        kept = Templates(copy)
        if kept.overlay_sha256 != templates.sha256:
            raise UsageError(
                f"--templates {name}: {folder} was made with others of that name; choose another --out, or another NAME"
            )
        return kept
    aside = files.aside_of(copy)
    shutil.rmtree(aside, ignore_errors=True)
    for part in sorted({*templates.names, *templates.overlaid}):
        (aside / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(templates.path(part), aside / part)
    aside.rename(copy)
    return Templates(copy)


def kept_templates(folder: Path, made: Made) -> dict[str, Templates]:
    """Return the templates of a run by name, as they were when it was made.

    Raises:
        InputError: when one was changed since, or is gone.
    """
    found = {name: Templates(folder / "templates" / name) for name in made.templates}
    changed = [name for name, sha256 in made.templates.items() if found[name].overlay_sha256 != sha256]
    if changed:
        problem = "is not as it was when the run was made; its replies belong to other templates"
        raise InputError([Problem(problem, str(found[name].overlay)) for name in changed])
    return found


def keep_scenarios(folder: Path, wanted: Iterable[Scenario]) -> None:
    """Copy scenarios into the folder of a run.

    Raises:
        UsageError: when another of that id is there already.
        OSError: when they cannot be written.
    """
    (folder / "scenarios").mkdir(parents=True, exist_ok=True)
    for scenario in wanted:
        copy = folder / "scenarios" / f"{scenario.id}.yaml"
        if not copy.is_file():
            copy.write_bytes(scenario.source)
        elif copy.read_bytes() != scenario.source:
            raise UsageError(
                f"--scenarios: {scenario.id} is not as it was when {folder} was made; choose another --out"
            )


def kept_scenarios(folder: Path) -> dict[str, Scenario]:
    """Return the scenarios of a run by id.

    Raises:
        InputError: when one cannot be read.
    """
    return {scenario.id: scenario for scenario in scenarios.in_folder(folder / "scenarios")}


def spent(folder: Path, arm: Arm, today: date) -> dict[str, Usage]:
    """Return what was spent on an arm up to ``today``, by engine.

    Raises:
        UsageError: when another run is at work in its folder.
        InputError: when its ledger cannot be read.
    """
    if not (folder / arm.folder / FILE).is_file():
        return {}
    with closing(Ledger(folder / arm.folder, today)) as ledger:
        return ledger.requests.spent()


# --- what came of it --------------------------------------------------------------------------------------------------


@dataclass
class _Came:
    """What the ledger knows of one row."""

    requests: list[PastRequest] = field(default_factory=list)
    team: TeamRow | None = None
    usage: Usage = field(default_factory=Usage)

    @property
    def replies(self) -> tuple[Reply | None, ...]:
        """The newest reply to each asking since the first one was last asked, None for one that is still to come."""
        newest = {asked.wave: asked.reply for asked in self.last}
        return tuple(newest[wave] for wave in sorted(newest))

    @property
    def last(self) -> Sequence[PastRequest]:
        firsts = [place for place, asked in enumerate(self.requests) if asked.wave == 1]
        return self.requests[firsts[-1] :] if firsts else ()


def outcomes(folder: Path, arm: Arm, price: Price | None, today: date) -> Iterator[Outcome]:
    """Yield what became of every row of an arm, by scenario and repeat.

    Raises:
        UsageError: when another run is at work in its folder.
        InputError: when its ledger cannot be read.
    """
    came = _came(folder / arm.folder, today)
    for scenario, times in sorted(arm.asked.items()):
        for repeat in range(1, times + 1):
            own = came[name(scenario, repeat)]
            outcome = Outcome(arm.template, scenario, arm.by, repeat, price=price and price.at(arm.engine))
            yield _outcome(outcome, own, replayed=arm.model.startswith(REPLAY))


def name(scenario: str, repeat: int) -> str:
    """Return what a row is called in its ledger, as ``Row.id`` says it."""
    return f"{scenario}#{repeat}"


def _came(place: Path, today: date) -> dict[str, _Came]:
    found: dict[str, _Came] = defaultdict(_Came)
    if (place / FILE).is_file():
        with closing(Ledger(place, today)) as ledger:
            for team, usage in ledger.teams.every():
                found[team.source].team, found[team.source].usage = team, usage
            for asked in ledger.requests.asked():
                found[asked.source].requests.append(asked)
    return found


def _outcome(head: Outcome, own: _Came, *, replayed: bool) -> Outcome:
    # A recording that is played again costs nothing; what counts is what it cost once.
    usage = sum((asked.usage for asked in own.last), Usage()) if replayed else own.usage
    if own.team is None or own.team.state is State.PENDING:
        why = "its reply is still to come; the same command goes on"
        return replace(head, failure=why, pending=True, usage=usage)
    replies = own.replies
    came = tuple(reply for reply in replies if reply is not None)
    if not came or len(came) < len(replies):
        missing = replayed and own.team.state is State.FAILED
        why = own.team.error.removesuffix(WAY_OUT).rstrip()  # the bank, which has no prompt to measure
        return replace(head, failure=why or "no reply is there", missing=missing, usage=usage)
    return replace(head, replies=came, usage=usage)


def failed(rows: Iterable[Row]) -> tuple[Failed, ...]:
    """Return the rows that failed, as ``run.json`` lists them."""
    return tuple(Failed(template=r.template, model=r.model, row=r.id, why=r.failure) for r in rows if r.failure)
