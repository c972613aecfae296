"""What is settled for one team before anybody is asked: facts, plan, ground, patterns, and the first prompt."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from questioner import bank, evidence, plan, prompts
from questioner.bank import Pattern
from questioner.exchange import Prompt, Request
from questioner.plan import Brief, Plan, SessionTable
from questioner.prompts import USUAL, Terms, Wanted
from questioner.resources import Templates
from questioner.review.grounding import Ground
from questioner.session import Fact
from questioner.signals import facts as find_facts
from questioner.slots import shape
from questioner.standing import Picture

if TYPE_CHECKING:  # only --again needs it, and its reader's model of a sheet would cost every run
    from questioner.previous import Previous


@dataclass(frozen=True)
class Preparation:
    """Everything that is settled before anybody is asked: facts, plan, bank."""

    picture: Picture
    brief: Brief
    templates: Templates
    table: SessionTable
    plan: Plan
    facts: tuple[Fact, ...]
    patterns: tuple[Pattern, ...]
    terms: Terms = USUAL
    previous: "Previous | None" = None
    """An earlier sheet of which only some questions are replaced."""
    notes: tuple[str, ...] = ()
    """Remarks of the caller for the coach, printed above the others."""

    @cached_property
    def prompt(self) -> Prompt:
        """The prompt of the first asking, names of people hidden unless they are to be kept."""
        picture, terms = self.picture, self.terms
        made = prompts.first(picture, self.table, self.brief, self.facts, self._wanted, self.templates, terms.send)
        return made if terms.keep_names else replace(made, user=picture.names.hide(made.user))

    @cached_property
    def request(self) -> Request:
        """The first asking of a model."""
        return prompts.request(self.prompt, 1, self.terms.repeat)

    @cached_property
    def ground(self) -> Ground:
        """Everything that a question may refer to; not gathered before one is there, which may be hours later."""
        return evidence.Gathered(self.picture, self.facts, self.brief.minutes)

    @property
    def _wanted(self) -> Wanted:
        if self.previous is None:
            return prompts.wanted(self.plan)
        return Wanted({q.pillar: 2 for q in self.previous.dropped})

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """The facts by their ids."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def usable(self) -> tuple[Pattern, ...]:
        """The patterns of the bank without those that a coach dropped after an earlier session, whatever filled them."""
        dropped = [asked.text for session in self.picture.sessions for asked in session.asked if asked.drop]
        if not dropped:
            return self.patterns
        return tuple(p for p in self.patterns if not any(shape(p.text).fullmatch(text) for text in dropped))


def prepare(
    picture: Picture,
    brief: Brief,
    templates: Templates,
    terms: Terms = USUAL,
    notes: tuple[str, ...] = (),
) -> Preparation:
    """Return what is settled before anybody is asked.

    Raises:
        TemplateError: for a template, pillar or pattern that cannot be used.
        UsageError: for minutes out of range.
    """
    table = plan.session_table(templates, brief.session)
    found = find_facts(picture, brief.session, templates)
    made = plan.make(table, brief, found)
    patterns = bank.patterns(templates)
    return Preparation(picture, brief, templates, table, made, found, patterns, terms, notes=notes)
