"""The answers of a wrap-up that was stopped, kept beside the team file until it is finished."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from questioner import checked, files
from questioner.errors import InputError, Problem
from questioner.team.fields import Day

SUFFIX = ".wrap-up.json"
"""What the draft's name ends in, after the name of the team file."""


class _Kept(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    day: Day
    fits: str
    answers: tuple[str, ...]
    sheet: str = ""
    """The sheet that was given beside them."""

    @property
    def options(self) -> str:
        """The options that they were given with."""
        return f"--date {self.day}" + (f" --sheet {self.sheet}" if self.sheet else "")


class Draft:
    """Answers on disk, readable by their owner alone, and what they were given to."""

    def __init__(self, team_file: Path) -> None:
        """Read the draft beside ``team_file``, if there is one.

        Raises:
            InputError: when it cannot be read.
        """
        self.path = team_file.with_name(team_file.name + SUFFIX)
        self._kept = self._read()
        self._head: dict[str, str] = {}

    @property
    def day(self) -> date | None:
        """Day of the session that the answers are about; None without a draft."""
        return self._kept.day if self._kept else None

    def begin(self, day: date, about: Iterable[str], sheet: Path | None = None) -> tuple[str, ...]:
        """Return the answers that were given before, of a session on ``day``; none when there is no draft.

        ``about``: the texts that the interview rests on, those of ``sheet`` among them; the answers fit no others.

        Raises:
            InputError: when the draft belongs to another session or sheet.
        """
        fits = hashlib.sha256("\n".join(about).encode()).hexdigest()
        self._head = {"day": day.isoformat(), "fits": fits, "sheet": str(sheet or "")}
        if self._kept and (self._kept.day, self._kept.fits) != (day, fits):
            given = self._kept.options
            same = given == f"--date {day}" + (f" --sheet {sheet}" if sheet else "")
            what = "to questions or promises that have changed since" if same else f"that go on with {given}"
            told = f"holds answers of {self._kept.day} that were never written, {what}; --fresh begins without them"
            raise InputError([Problem(told, str(self.path))])
        return self._kept.answers if self._kept else ()

    def _read(self) -> _Kept | None:
        raw = checked.there(self.path)
        wrong = "is no draft of a wrap-up; delete it to begin anew"
        return None if raw is None else checked.from_json(raw, self.path, _Kept, wrong)

    def keep(self, answers: Iterable[str]) -> None:
        """Write the answers, all or nothing.

        Raises:
            InputError: when they cannot be written.
        """
        text = json.dumps({**self._head, "answers": list(answers)}, ensure_ascii=False, indent=2)
        try:
            files.put(self.path, [text.encode(), b"\n"], files.PRIVATE)
        except OSError as error:
            raise files.unwritable(self.path, error) from error

    def forget(self) -> None:
        """Let go of the answers given before; the file stays until others are kept."""
        self._kept = None

    def discard(self) -> None:
        """Delete the draft, if there is one."""
        self.path.unlink(missing_ok=True)
