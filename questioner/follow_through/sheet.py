"""What a wrap-up needs of the sheet that a session was held with: whose it is, of which day, its questions."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from questioner import checked
from questioner.team import Day


class _Question(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    text: Annotated[str, Field(min_length=1, max_length=500)]


class _Opening(BaseModel):
    question: _Question


class _Section(BaseModel):
    questions: tuple[_Question, ...]


class _Sheet(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    team: str
    as_of: Day
    opening: _Opening
    sections: tuple[_Section, ...]
    reserve: tuple[_Question, ...] = ()


@dataclass(frozen=True)
class Prepared:
    """The questions of a sheet by their numbers as printed, ``1``, ``2``, … and ``R1``, ``R2``."""

    team: str
    as_of: date
    questions: dict[str, str]


def read(path: Path) -> Prepared:
    """Return the sheet in ``path``, of either cut.

    Raises:
        InputError: when the file is not a sheet of ours in JSON.
    """
    wrong = "is not a sheet made with --format json; a filled-in Markdown sheet goes to --from"
    sheet = checked.read_json(path, _Sheet, wrong)
    printed = (sheet.opening.question, *(q for section in sheet.sections for q in section.questions))
    numbered = {str(number): q.text for number, q in enumerate(printed, 1)}
    reserve = {f"R{number}": q.text for number, q in enumerate(sheet.reserve, 1)}
    return Prepared(sheet.team, sheet.as_of, numbered | reserve)
