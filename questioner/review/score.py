"""How fit a sheet is for use, 0 to 100, reproducible by hand. It rates the sheet, never the team.

``score = 40 craft + 25 ground + 20 fit + 15 shape``, each a share from 0 to 1 (coaching note, 3.3):

- craft: mean over the questions of ``max(0.4, 1 - 0.15 x warnings)``;
- ground: share of the questions resting on facts whose words show it, without a warning about grounding;
- fit: rank of the things asked about, over that of as many that stand out most;
- shape: mean of six yes-or-no tests: purpose first, what stands out most is asked, pillars present, a
  strength, the close has its headings, within the budget.

Scores of different rule versions or of different teams cannot be compared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from questioner.phrasing import count
from questioner.session import Fact, Label, Question, Score

CRAFT, GROUND, FIT, SHAPE = 40, 25, 20, 15
LOSSES = 2
"""How many of the largest losses are said in words."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The tests of a sheet's shape."""

    tests: tuple[tuple[bool, str], ...]
    """Whether each holds, and what to say where it does not."""

    @property
    def share(self) -> float:
        """Share of the tests that hold, 0 to 1."""
        return sum(holds for holds, _ in self.tests) / len(self.tests)

    @property
    def missed(self) -> str:
        """What is to be said of those that do not hold."""
        return " and ".join(otherwise for holds, otherwise in self.tests if not holds)


def score(questions: Sequence[Question], facts: Iterable[Fact], shape: Shape) -> Score:
    """Return the score of a sheet with these questions, for a team with these facts."""
    craft, warned = _craft(questions)
    ground, loose = _ground(questions)
    fit, missed = _fit(questions, tuple(facts))
    parts = {
        f"{_of(warned, len(questions))} carry a warning": CRAFT * (1 - craft),
        f"{_of(loose, len(questions))} could be put to any team": GROUND * (1 - ground),
        missed: FIT * (1 - fit),
        shape.missed: SHAPE * (1 - shape.share),
    }
    total = round(CRAFT * craft + GROUND * ground + FIT * fit + SHAPE * shape.share)
    worst = sorted(((lost, words) for words, lost in parts.items() if round(lost) >= 1), reverse=True)[:LOSSES]
    losses = tuple(f"−{round(lost)}: {words}" for lost, words in worst)
    return Score(total, round(craft, 3), round(ground, 3), round(fit, 3), round(shape.share, 3), losses)


def band(total: int) -> str:
    """Return what to do with a sheet of this score, in a coach's words."""
    if total >= 90:
        return "take it in"
    if total >= 75:
        return "glance at the notes first"
    return "edit it first" if total >= 60 else "do not use it as it is"


def _of(some: int, all_of_them: int) -> str:
    return f"{count(some)} of {count(all_of_them)} questions"


def _craft(questions: Sequence[Question]) -> tuple[float, int]:
    shares = [max(0.4, 1 - 0.15 * len(q.findings)) for q in questions]
    return sum(shares) / len(shares), sum(bool(q.findings) for q in questions)


def _ground(questions: Sequence[Question]) -> tuple[float, int]:
    resting = [q for q in questions if q.facts]
    loose = sum(any(f.label is Label.UNGROUNDED for f in q.findings) for q in resting)
    return (1 - loose / len(resting) if resting else 1.0), loose


def _fit(questions: Sequence[Question], facts: tuple[Fact, ...]) -> tuple[float, str]:
    weights: dict[str, Fact] = {}
    for fact in facts:
        if fact.askable:
            weights.setdefault(fact.about, fact)
    places = max(1, len(questions) - 1)  # the opening has its own task
    top = list(weights.values())[:places]
    covered = {ref for q in questions for ref in q.about}
    missing = [fact for fact in top if fact.about not in covered]
    whole = sum(fact.rank for fact in top)
    share = 1 - sum(fact.rank for fact in missing) / whole if whole else 1.0
    verb = "gets" if len(missing) == 1 else "get"
    words = f"{count(len(missing))} of the {count(len(top))} things that stand out most {verb} no question"
    return share, words
