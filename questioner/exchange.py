"""What passes between us and a model: what is sent and in which words, what comes back, and what it cost.

Plain frozen values on the standard library alone, as those of a session are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Send(StrEnum):
    """How much of the team's words leaves the machine."""

    TEXT = "text"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Usage:
    """What the model cost. Failed attempts are counted too; tokens are as the service reports them."""

    requests: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.requests + other.requests,
            self.input_tokens + other.input_tokens,
            self.cached_tokens + other.cached_tokens,
            self.output_tokens + other.output_tokens,
        )

    def __sub__(self, other: "Usage") -> "Usage":
        return Usage(
            self.requests - other.requests,
            self.input_tokens - other.input_tokens,
            self.cached_tokens - other.cached_tokens,
            self.output_tokens - other.output_tokens,
        )


@dataclass(frozen=True, slots=True)
class Prompt:
    """The exact messages that would go to a model."""

    system: str
    user: str
    feedback: str = ""
    """The second asking: what fell and why. Empty the first time."""
    previous: str = ""
    """The reply that the feedback is about, repeated to the model before it."""

    @property
    def messages(self) -> tuple[tuple[str, str], ...]:
        """``(role, text)`` in the order they are sent; the part that never changes comes first."""
        first = (("system", self.system), ("user", self.user))
        return (*first, ("assistant", self.previous), ("user", self.feedback)) if self.feedback else first


@dataclass(frozen=True, slots=True)
class Request:
    """One asking of a model: the prompt and the shape that the reply must have."""

    prompt: Prompt
    schema: Mapping[str, object]
    """JSON Schema of the reply, fit for strict mode: every string and list bounded."""
    wave: int = 1
    """1 for the first asking, 2 for the second."""
    sha256: str = ""
    """Hash of the prompt's messages; recordings are found by it."""
    repeat: int = 1
    """The how-manieth time the same is asked, to see how far replies differ; 1 and up."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model returned: its text as it came, or the reason why there is none."""

    text: str
    usage: Usage
    model: str
    problem: str = ""
    """Empty when ``text`` may be read; else what happened: refused, cut off, empty."""
    seconds: float | None = None
    """From the first attempt to the reply; None where nobody measured it."""
