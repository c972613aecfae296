"""An earlier sheet of which a few questions are to be replaced and the rest kept word for word."""

from dataclasses import dataclass, replace
from pathlib import Path

from questioner import sheet_file
from questioner.candidates import Reviewed
from questioner.errors import InputError, Problem, UsageError
from questioner.session import Question
from questioner.sheet_file import Asked


@dataclass(frozen=True)
class Previous:
    """The questions of an earlier sheet in the order they were asked, and the numbers of those to replace."""

    team: str
    questions: tuple[Question, ...]
    drop: frozenset[int]
    """Numbers as printed, from 1; 1 is the opening."""
    earlier: tuple[str, ...] = ()
    """Questions dropped in rounds before this one."""

    @property
    def kept(self) -> tuple[Question, ...]:
        """The questions that stay, in order."""
        return tuple(q for number, q in enumerate(self.questions, 1) if number not in self.drop)

    @property
    def dropped(self) -> tuple[Question, ...]:
        """The questions to replace, in order."""
        return tuple(q for number, q in enumerate(self.questions, 1) if number in self.drop)

    @property
    def given_up(self) -> tuple[str, ...]:
        """The texts of all that were dropped, in this round and in those before it."""
        return (*self.earlier, *(q.text for q in self.dropped))

    @property
    def keeps_opening(self) -> bool:
        """True when the first question stays."""
        return 1 not in self.drop

    def in_place(self, chosen: list[Reviewed]) -> list[Reviewed]:
        """Return ``chosen`` in the order of the earlier sheet, new questions where the dropped ones stood."""
        by_text = {r.candidate.text: r for r in chosen}
        stay = {q.text for q in self.kept}
        fresh = [r for r in chosen if r.candidate.text not in stay]
        ordered: list[Reviewed] = []
        for number, question in enumerate(self.questions[1:], 2):
            if number not in self.drop:
                ordered.append(by_text[question.text])
            elif fresh:
                same = [r for r in fresh if r.candidate.pillar is question.pillar]
                taken = (same or fresh)[0]
                fresh.remove(taken)
                # Under the heading of the one it replaces: elsewhere it would move, and renumber, those that stay.
                ordered.append(replace(taken, candidate=replace(taken.candidate, pillar=question.pillar)))
        return ordered


def read(path: Path, drop: frozenset[int], facts: dict[tuple[str, str], str]) -> Previous:
    """Return the sheet in ``path`` with the questions numbered ``drop`` to be replaced.

    ``facts`` maps ``(signal, about)`` to the id a fact has today; what a kept question rested on is found by it.

    Raises:
        InputError: when the file is not the coach's sheet in JSON.
        UsageError: when there is no question of a number in ``drop``.
    """
    sheet = sheet_file.read(path)
    if sheet.facts is None:
        raise InputError([Problem("is the room's sheet; --again takes the coach's", str(path))])
    entries = sheet.questions
    unknown = sorted(number for number in drop if not 1 <= number <= len(entries))
    if unknown:
        raise UsageError(f"--drop {unknown[0]}: the sheet has the questions 1 to {len(entries)}")
    today = {fact.id: facts.get((fact.signal, fact.about), "") for fact in sheet.facts}
    questions = (_question(f"Q{number}", entry, today) for number, entry in enumerate(entries, 1))
    return Previous(sheet.team, tuple(questions), drop, sheet.dropped)


def _question(name: str, entry: Asked, today: dict[str, str]) -> Question:
    facts = tuple(filter(None, (today.get(fact, "") for fact in entry.facts)))
    return Question(name, entry.text, entry.pillar, entry.about, facts, entry.reason, entry.cue, entry.source)
