"""What a run leaves: a row for each template, scenario, model and repeat, with all that the metrics are worked out from."""

from dataclasses import dataclass, field

from questioner.exchange import Usage
from questioner.session import Label, Pillar


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that an expert would want asked about, or kept out of the questions; at least one of the first two is given."""

    signal: str = ""
    """Slug of a signal, such as ``behind-pace``; empty for any."""
    about: str = ""
    """``O1.KR2``, ``O1`` (with all its key results), ``team`` or ``C1``; empty for any."""
    why: str = ""
    """The expert's reason, in a sentence; empty where none was given."""

    def covers(self, signal: str, about: str) -> bool:
        """Say whether a fact of this signal, about this, belongs to the topic."""
        near = not self.about or about == self.about or about.startswith(f"{self.about}.")
        return near and self.signal in ("", signal)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.signal, self.about)))


@dataclass(frozen=True, slots=True)
class Written:
    """A question as the model wrote it, and what the review says of it."""

    text: str
    pillar: Pillar
    facts: tuple[str, ...]
    """Ids of the facts that it says it rests on."""
    wave: int
    """1 for the first asking, 2 for the second."""
    labels: tuple[Label, ...] = ()
    """Of the findings that reject it, in order and each once; empty for a question that passed."""
    codes: tuple[str, ...] = ()
    """Of the same findings."""

    @property
    def accepted(self) -> bool:
        """Whether it passed the review."""
        return not self.labels


@dataclass(frozen=True, slots=True)
class Row:
    """One template on one scenario, asked of one model for the n-th time."""

    template: str
    scenario: str
    model: str
    repeat: int
    """1 and up."""
    failure: str = ""
    """Why there is no sheet; then what follows is empty and no metric counts the row."""
    missing: bool = False
    """Whether it failed because no recording holds the reply."""
    pending: bool = False
    """Whether it counts as failed only because its reply is still to come."""
    written: bool = False
    """Whether a person wrote one of its replies; such a row says nothing about any model."""
    useless: str = ""
    """Why no sheet could be made of the replies that came. Such a row did not fail, and every metric counts it: what
    the model wrote stands in ``questions`` (nothing where no reply could be read), none of it on a sheet, score 0."""
    questions: tuple[Written, ...] = ()
    """All that the model wrote, in order, of every wave."""
    printed: tuple[str, ...] = ()
    """The model's questions on the finished sheet, opening first; those of the bank are left out."""
    filled: int = 0
    """Questions on the sheet that came from the bank, since too few of the model's passed."""
    pillars: tuple[Pillar, ...] = ()
    """Pillars that the model's accepted questions cover, each once."""
    wanted: tuple[Pillar, ...] = ()
    """Pillars that the plan of the session holds a place for."""
    reached: tuple[str, ...] = ()
    """Expected topics that an accepted question of the model rests on, as text."""
    unreached: tuple[str, ...] = ()
    """Expected topics that none rests on."""
    touched: tuple[str, ...] = ()
    """Topics to avoid that a question of the model rests on, accepted or not."""
    avoided: tuple[str, ...] = ()
    """Topics to avoid that none rests on."""
    score: int = 0
    """Of the finished sheet, 0 to 100."""
    usage: Usage = field(default_factory=Usage)
    seconds: float | None = None
    """From the first request to the last reply; None where nobody measured it."""
    cost: float | None = None
    """In the currency of the price file; None without a price."""

    @property
    def id(self) -> str:
        """``scenario#repeat``, which the row has in every run."""
        return f"{self.scenario}#{self.repeat}"
