"""The answers of a wrap-up that was stopped, kept beside the team file until it is finished."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from questioner.errors import InputError, Problem

SUFFIX = ".wrap-up.json"
"""What the draft's name ends in, after the name of the team file."""


class _Kept(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    fits: str
    answers: tuple[str, ...]


class Draft:
    """Answers on disk, readable by their owner alone, and what they were given to."""

    def __init__(self, team_file: Path, about: Iterable[str]) -> None:
        """``about``: the texts that the interview rests on; the answers fit no others."""
        self.path = team_file.with_name(team_file.name + SUFFIX)
        self._fits = hashlib.sha256("\n".join(about).encode()).hexdigest()

    def read(self) -> tuple[str, ...]:
        """Return the answers of an earlier sitting; none when there is no draft.

        Raises:
            InputError: when it cannot be read, or belongs to another session or sheet.
        """
        try:
            kept = _Kept.model_validate_json(self.path.read_bytes())
        except FileNotFoundError:
            return ()
        except (OSError, ValidationError, RecursionError) as error:
            what = f"cannot be read: {error.strerror}" if isinstance(error, OSError) else "is no draft of a wrap-up"
            raise InputError([Problem(f"{what}; --fresh begins anew", str(self.path))]) from error
        if kept.fits != self._fits:
            what = "holds answers to another day, another sheet or other promises; --fresh begins anew without them"
            raise InputError([Problem(what, str(self.path))])
        return kept.answers

    def keep(self, answers: Iterable[str]) -> None:
        """Write the answers, all or nothing.

        Raises:
            InputError: when they cannot be written.
        """
        aside = self.path.with_name(f".{self.path.name}.part")
        text = json.dumps({"fits": self._fits, "answers": list(answers)}, ensure_ascii=False, indent=2)
        try:
            aside.touch(mode=0o600)
            aside.write_text(text + "\n", encoding="utf-8")
            aside.replace(self.path)
        except OSError as error:
            raise InputError([Problem(f"cannot be written: {error.strerror or error}", str(self.path))]) from error

    def discard(self) -> None:
        """Delete the draft, if there is one."""
        self.path.unlink(missing_ok=True)
