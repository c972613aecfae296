"""A run of a prompt eval: templates, scenarios, repeats and models put together, asked through the batch, and scored.

Each set of templates and model is one batch of its own (an arm), with a ledger in the folder of the run. What was
asked is never asked again; what it cost, how fast, and through which engine is the batch's matter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from questioner import __version__, files
from questioner.batch.bill import Price
from questioner.batch.choice import Choice
from questioner.batch.folder import Place
from questioner.batch.sources import Source
from questioner.batch.work import Orders
from questioner.errors import InputError, Problem
from questioner.evaluation.prompts import folder as folders
from questioner.evaluation.prompts import results, scoring
from questioner.evaluation.prompts.folder import Arm, Made
from questioner.evaluation.prompts.rows import Row
from questioner.evaluation.prompts.scenarios import Scenario
from questioner.evaluation.prompts.scoring import Outcome
from questioner.files import PRIVATE
from questioner.formats import Format
from questioner.processors import fresh, spread
from questioner.prompts import USUAL
from questioner.resources import Templates
from questioner.review import RULES_VERSION
from questioner.sheets import Cut
from questioner.wishes import Wishes

ALONE = 24
"""Rows that are scored in less time than it takes to start a process."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A model to ask, and how its rows name it."""

    name: str
    by: str
    price: Price | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to ask: every set of templates on every scenario, of every model, so many times."""

    templates: Mapping[str, Templates]
    scenarios: Sequence[Scenario]
    models: Sequence[Asked]
    repeats: int
    wishes: Wishes
    """Of every session, beside what its scenario says."""
    engine: str

    @property
    def arms(self) -> tuple[Arm, ...]:
        """Each set of templates with each model."""
        asked = {scenario.id: self.repeats for scenario in self.scenarios}
        return tuple(
            Arm(template=template, model=model.name, by=model.by, engine=self.engine, asked=asked)
            for template in self.templates
            for model in self.models
        )


class Cases:
    """The scenarios of a run, each as often as it is asked: what a batch takes for its teams."""

    def __init__(self, plan: Plan) -> None:
        """Nothing is read: the scenarios are there."""
        self._plan = plan

    @property
    def paths(self) -> frozenset[str]:
        """The names of all rows."""
        return frozenset(source.path for source in self)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._plan.scenarios) * self._plan.repeats

    def __iter__(self) -> Iterator[Source]:
        """Yield each scenario, then each once more, until all repeats are through."""
        for repeat in range(1, self._plan.repeats + 1):
            for scenario in self._plan.scenarios:
                name = folders.name(scenario.id, repeat)
                terms = replace(self._plan.wishes.terms, repeat=repeat)
                wishes = scenario.wished(replace(self._plan.wishes, terms=terms))
                yield Source(name, name, scenario.raw, "", wishes)

    def close(self) -> None:
        """Nothing is held."""


def begin(folder: Path, plan: Plan) -> Made:
    """Put everything that a run is made with into its folder, beside what is there of it; return what it is now.

    Raises:
        TemplateError: for a template that cannot be used.
        UsageError: when the folder holds a run with other templates or scenarios of the same names.
        InputError: when it holds something else, or cannot be written.
    """
    for templates in plan.templates.values():  # what cannot be used is told before anything is written
        _ = scoring.prepared(plan.scenarios[0], templates, plan.wishes).prompt
    earlier = folders.read(folder)
    if earlier is None and folder.is_dir() and any(folder.iterdir()):
        raise InputError([Problem("holds files, and no run of `questioner eval prompts`; choose another", str(folder))])
    try:
        folders.keep_scenarios(folder, plan.scenarios)
        for name, templates in plan.templates.items():
            folders.keep_templates(folder, name, templates)
        made = _made(plan, earlier)
        results.note(folder, made)
    except OSError as error:
        raise files.unwritable(error.filename or folder, error) from error
    return made


def _made(plan: Plan, earlier: Made | None) -> Made:
    arms = {arm.folder: arm for arm in earlier.arms} if earlier else {}
    for arm in plan.arms:
        arms[arm.folder] = arm.and_earlier(arms[arm.folder]) if arm.folder in arms else arm
    priced = {model.name: model.price for model in plan.models if model.price}
    prices = {**(earlier.prices if earlier else {}), **priced}
    return Made(
        version=__version__,
        rules_version=RULES_VERSION,
        templates={**(earlier.templates if earlier else {}), **{n: t.sha256 for n, t in plan.templates.items()}},
        scenarios={**(earlier.scenarios if earlier else {}), **{s.id: s.sha256 for s in plan.scenarios}},
        models=tuple(dict.fromkeys(arm.by for arm in arms.values())),
        repeats=max(times for arm in arms.values() for times in arm.asked.values()),
        currency=next((price.currency for price in prices.values()), ""),
        parameters=_parameters(plan.wishes),
        arms=tuple(arms.values()),
        prices=prices,
    )


def _parameters(wishes: Wishes) -> dict[str, Any]:
    """Return what of ``wishes`` differs from what a prompt is asked with otherwise."""
    own, usual = ({"waves": t.waves, "send": t.send.value} for t in (wishes.terms, USUAL))
    return {name: value for name, value in own.items() if value != usual[name]}


def place(folder: Path, arm: Arm, room: int) -> Place:
    """Return where an arm leaves its ledger; ``room`` bytes are kept for replies on their way when the disk is full."""
    return Place(folder / arm.folder, PRIVATE, room)


def orders(folder: Path, plan: Plan, arm: Arm, keep: int, today: date) -> Orders:
    """Return what is the same for all askings of an arm; the sheets are kept in JSON, for whoever asks where a figure is from."""
    copy = folder / "templates" / arm.template
    return Orders(plan.wishes, None, copy, (Format.JSON,), Cut.COACH, None, arm.model, today, keep)


def choice(*, replayed: bool) -> Choice:
    """Return which rows are asked for: those without a reply; recordings are played anew each time."""
    return Choice(force=replayed, keep_useless=True)


def score(folder: Path, made: Made, today: date) -> tuple[Row, ...]:
    """Score every row of a run by the rules as they are now, and write them; nobody is asked.

    The ledgers are opened on ``today``.

    Raises:
        UsageError: when another run is at work in the folder.
        InputError: when what it holds was changed, or cannot be read or written.
    """
    kept = folders.kept_scenarios(folder)
    templates = folders.kept_templates(folder, made)
    every = [o for arm in made.arms for o in folders.outcomes(folder, arm, made.prices.get(arm.model), today)]
    rows = sorted(_scored(folder, kept, templates, every), key=results.order)
    told = made.model_copy(
        update={"version": __version__, "rules_version": RULES_VERSION, "failed": folders.failed(rows)}
    )
    try:
        results.write(folder, told, rows)
    except OSError as error:
        raise files.unwritable(folder, error) from error
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Lot:
    """The rows of one scenario with one set of templates, whose facts are found once."""

    scenario: Scenario
    templates: Path
    outcomes: tuple[Outcome, ...]


def _scored(
    folder: Path, kept: Mapping[str, Scenario], templates: Mapping[str, Templates], every: Iterable[Outcome]
) -> Iterator[Row]:
    def whose(outcome: Outcome) -> tuple[str, str]:
        return outcome.template, outcome.scenario

    ordered = sorted(every, key=whose)
    lots = [
        _Lot(kept[scenario], folder / "templates" / template, tuple(own))
        for (template, scenario), own in groupby(ordered, key=whose)
    ]
    if len(ordered) <= ALONE:
        for lot in lots:
            yield from scoring.scored(lot.scenario, templates[lot.outcomes[0].template], lot.outcomes)
    else:
        for rows in spread(_score, lots, fresh(__name__)):
            yield from rows


_templates: dict[Path, Templates] = {}
"""What this process has read of templates so far."""


def _score(lot: _Lot) -> tuple[Row, ...]:
    templates = _templates.setdefault(lot.templates, Templates(lot.templates))
    return scoring.scored(lot.scenario, templates, lot.outcomes)
