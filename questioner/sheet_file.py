"""A session sheet as it comes back: what later runs read of the JSON that ``--format json`` wrote.

The reviewer reads sheets by hand (``review.items.from_sheet_json``), since it does without pydantic.
"""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from questioner import checked
from questioner.session import Pillar, Source
from questioner.team.fields import Day


class _Read(BaseModel):
    """Base of what is read: fields that nobody needs are passed over, so that sheets may gain some."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Asked(_Read):
    """A question as it was printed. The room's cut says no more of it than its text and pillar."""

    text: Annotated[str, Field(min_length=1, max_length=500)]
    pillar: Pillar
    about: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    reason: str = ""
    cue: str = ""
    source: Source = Source.MODEL


class RestedOn(_Read):
    """A fact of that day, as far as today's fact of the same kind can be found by it."""

    id: str
    signal: str
    about: str


class _Opening(_Read):
    question: Asked


class _Section(_Read):
    questions: tuple[Asked, ...]


class Sheet(_Read):
    """A sheet of either cut."""

    team: str
    as_of: Day
    opening: _Opening
    sections: tuple[_Section, ...]
    reserve: tuple[Asked, ...] = ()
    facts: tuple[RestedOn, ...] | None = None
    """None in the room's cut."""
    dropped: tuple[str, ...] = ()
    """Questions that gave way to others in earlier rounds."""

    @property
    def questions(self) -> tuple[Asked, ...]:
        """All that were to be asked, in the order and with the numbers of the page, from 1."""
        return (self.opening.question, *(q for section in self.sections for q in section.questions))

    @property
    def numbered(self) -> dict[str, str]:
        """The texts by number as printed: ``1``, ``2``, … and ``R1``, ``R2`` for those in reserve."""
        asked = {str(number): q.text for number, q in enumerate(self.questions, 1)}
        return asked | {f"R{number}": q.text for number, q in enumerate(self.reserve, 1)}


def read(path: Path, otherwise: str = "") -> Sheet:
    """Return the sheet in ``path``; ``otherwise`` tells what to do with a file that is none.

    Raises:
        InputError: when it cannot be read, or is not a sheet of ours in JSON.
    """
    hint = f"; {otherwise}" if otherwise else ""
    return checked.read_json(path, Sheet, f"is not a sheet made with --format json{hint}")
