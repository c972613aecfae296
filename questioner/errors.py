"""Every error that questioner raises on purpose, and the exit code each one ends in.

QuestionerError                     70  (never raised itself)
├── UsageError                       2  options that do not go together
├── InputError                       3  a file that cannot be used; carries every problem found
│   └── TemplateError                3  a template, pillar or pattern that cannot be used
├── ServiceError                     4  the model's service did not answer (after retries)
│   ├── CredentialsError             4  no key, or one that is refused
│   ├── QuotaError                   4  nothing left to spend
│   ├── ModelNotFoundError           4  the service does not know the model
│   ├── RequestRefusedError          4  the service will not take this request
│   │   └── ShapeRefusedError        4  … for the way in which it asks for the reply's shape
│   └── UnreachableError             4  no connection, no answer in time, overloaded
├── ReplyError                       5  replies came and none of them could be used
└── StoppedError                     1  a run over many teams that ended with work left
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What the process returns; the same for every command."""

    OK = 0
    ANSWER_IS_NO = 1
    USAGE = 2
    INPUT = 3
    SERVICE = 4
    REPLY = 5
    BUG = 70
    INTERRUPTED = 130


class QuestionerError(Exception):
    """Base of all the project's errors. The message is a sentence for the person at the terminal."""

    exit_code: ExitCode = ExitCode.BUG


class UsageError(QuestionerError):
    """Options that do not go together, or a value outside its range."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input: where it stands, what was seen and what to do about it."""

    message: str
    file: str = ""
    line: int | None = None
    """Counted from 1; None where the place in the file is not known."""
    field: str = ""
    """Path of the field, such as ``objectives[0].key_results[2].target``."""

    def __str__(self) -> str:
        place = ":".join(part for part in (self.file, str(self.line) if self.line else "") if part)
        return ": ".join(part for part in (place, self.field, self.message) if part)


class InputError(QuestionerError):
    """A file that cannot be used. ``problems`` holds every problem found, in file order."""

    exit_code = ExitCode.INPUT

    def __init__(self, problems: Sequence[Problem] | str) -> None:
        self.problems = (Problem(problems),) if isinstance(problems, str) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class TemplateError(InputError):
    """A template, pillar file or bank pattern that cannot be used."""


class ServiceError(QuestionerError):
    """The model's service did not give an answer, after all retries that make sense."""

    exit_code = ExitCode.SERVICE


class CredentialsError(ServiceError):
    """There is no key, or the service refuses the one it was given."""


class QuotaError(ServiceError):
    """The account behind the key has nothing left to spend."""


class ModelNotFoundError(ServiceError):
    """The service does not know the model that was asked for."""


class RequestRefusedError(ServiceError):
    """The service will not take this request: too long, a refused parameter, a content policy."""


class ShapeRefusedError(RequestRefusedError):
    """The service takes no reply of the shape that was asked for; a simpler one is asked for from here on."""


class UnreachableError(ServiceError):
    """No connection, no answer within the time limit, or a service that stays overloaded."""


class ReplyError(QuestionerError):
    """Replies came and none of them could be used."""

    exit_code = ExitCode.REPLY


class StoppedError(QuestionerError):
    """A run over many teams that ended with work left: its budget is used up, or the disk is full."""

    exit_code = ExitCode.ANSWER_IS_NO
