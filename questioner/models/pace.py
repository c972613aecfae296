"""How many requests may be on their way at once: as many as asked for, fewer while the service signals a limit.

Additive increase, multiplicative decrease (Chiu and Jain 1989), as TCP does it: a refusal halves the number, an
answer adds a share of one. Knows no SDK and no clock but the event loop's.
"""

import asyncio
import re
from collections import deque
from collections.abc import Mapping
from contextlib import suppress

from questioner.models.faults import LONGEST_WAIT

CALM = 1.0
"""Seconds after a decrease in which no other one follows: refusals of one burst say the same thing once."""

_SPAN = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}


class Pace:
    """A gate that every attempt passes: ``async with pace:`` around it, then ``pace.saw(...)``.

    Places are given in the order of arrival. One pace belongs to one event loop.
    """

    def __init__(self, most: int) -> None:
        """Let ``most`` attempts, 1 and up, be on their way at once."""
        self.most = most
        self.limit = float(most)
        """Attempts that may be on their way now, 1 to ``most``."""
        self.on_the_way = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._calm_until = 0.0
        self._paused_until = 0.0
        self._timer: asyncio.TimerHandle | None = None

    async def __aenter__(self) -> None:
        if not self._waiting and self._free():
            self.on_the_way += 1
            return
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(place)
        self._admit()
        try:
            await place
        except asyncio.CancelledError:
            if place.cancelled():
                with suppress(ValueError):  # one that left before has passed it over already
                    self._waiting.remove(place)
            else:  # the place was given in the same moment
                self._leave()
            raise

    async def __aexit__(self, *_: object) -> None:
        self._leave()

    def saw(self, headers: Mapping[str, str], *, refused: bool, pause: float | None = None) -> None:
        """Learn from an attempt's end.

        Args:
            headers: Of the answer, keys case-insensitive or in lower case; empty where none came.
            refused: Whether the service turned the attempt away as one too many.
            pause: Seconds that it asked to be left alone, above 0; None when it did not say.
        """
        now = asyncio.get_running_loop().time()
        if refused:
            self._refused(now, pause)
        else:
            self.limit = min(self.most, self.limit + 1 / self.limit)
        for kind in ("requests", "tokens"):
            self._counted(now, headers.get(f"x-ratelimit-remaining-{kind}"), headers.get(f"x-ratelimit-reset-{kind}"))
        left = _whole(headers.get("x-ratelimit-remaining-requests"))
        if left is not None:
            self.limit = max(1.0, min(self.limit, float(left)))
        self._admit()

    def _refused(self, now: float, pause: float | None) -> None:
        if now >= self._calm_until:
            self.limit = max(1.0, self.limit / 2)
            self._calm_until = now + CALM
        if pause is not None and pause <= LONGEST_WAIT:
            self._paused_until = max(self._paused_until, now + pause)

    def _counted(self, now: float, left: str | None, reset: str | None) -> None:
        pause = span(reset or "")
        if _whole(left) == 0 and pause and pause <= LONGEST_WAIT:
            self._paused_until = max(self._paused_until, now + pause)

    def _free(self) -> bool:
        return self.on_the_way < int(self.limit) and asyncio.get_running_loop().time() >= self._paused_until

    def _leave(self) -> None:
        self.on_the_way -= 1
        self._admit()

    def _admit(self) -> None:
        while self._waiting and self._free():
            place = self._waiting.popleft()
            if not place.done():
                self.on_the_way += 1
                place.set_result(None)
        loop = asyncio.get_running_loop()
        if self._waiting and loop.time() < self._paused_until:
            if self._timer:
                self._timer.cancel()
            self._timer = loop.call_at(self._paused_until, self._admit)


def span(text: str) -> float | None:
    """Return the seconds of a span as rate limits give it, such as ``6m0s`` or ``20ms``; None for anything else."""
    parts = _SPAN.findall(text)
    if not parts or "".join(number + unit for number, unit in parts) != text:
        return None
    return sum(float(number) * _SECONDS[unit] for number, unit in parts)


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else None
