"""How large the type of a sheet may be, so that it prints on the pages it is meant for.

A page cannot ask its printer. So the height of what stands on it is estimated here, with a wide typeface and the
smaller side of A4 and Letter, and the type made as large as fits. The lengths follow ``templates/sheets/style.css``.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

SIZES = tuple(percent / 100 for percent in range(112, 71, -2))
"""Factors tried, largest first; below the last, type could not be read at arm's length, and a page more is taken."""
PAGE = 254.0
"""Millimetres of Letter between the margins, less one for rounding."""
WIDTH = 184.0
"""Millimetres of A4 between the margins."""
EM = 10.4 * 0.3528
"""Millimetres of type at factor 1."""
LETTER = 0.52
"""Width of a letter in a wide typeface, in em."""
LOST = 24.0
"""Millimetres that a page break costs, since no question is cut in two."""
SPREAD = 0.6
"""Share of the height left over that is given to the space for notes; higher blocks make for costlier breaks."""
DRAWING = 42.0
"""Millimetres of a drawing's width at factor 1."""
FURNITURE = 6.7
"""Heights in em that every article has: its heading, the heads of opening and close."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a cut is set in print."""

    size: float
    """Factor for the size of type."""
    space: float
    """Millimetres more to write in behind each question."""


def fit(cut: dict[str, Any], pages: int) -> Fit:
    """Return how the ``cut`` is set so that it fits on ``pages`` pages; one page stretches by itself."""
    room = pages * PAGE - (pages - 1) * LOST
    # Larger type never takes less room, so halving what is left of the list finds the largest that fits.
    size = SIZES[bisect_left(SIZES, -room, hi=len(SIZES) - 1, key=lambda size: -sum(_heights(cut, size)))]
    height = sum(_heights(cut, size))
    left = (PAGE if height <= PAGE else room) - height
    places = 1 + sum(len(section["questions"]) or 1 for section in cut["sheet"]["sections"])
    return Fit(size, round(max(0.0, SPREAD * left / places), 1) if pages > 1 else 0.0)


def _heights(cut: dict[str, Any], size: float) -> Iterator[float]:
    """Yield the height of each part in millimetres."""
    em, sheet = EM * size, cut["sheet"]

    def text(words: str, width: float, share: float, line: float = 1.3) -> float:
        """Height of ``words`` in type of ``share`` em, in a column ``width`` millimetres wide."""
        return math.ceil(len(words) / (width / (LETTER * share * em))) * line * share * em

    def question(entry: dict[str, Any] | None) -> float:
        if entry is None:
            return 0.0
        drawn = cut["coach"] and entry["id"] in cut["drawings"]
        column = WIDTH - 1.9 * em - (DRAWING * size + 1.6 * em if drawn else 0)
        asked = text(entry["text"], column, 1.18 * 1.06, 1.22)
        if cut["coach"]:
            asked += text(" ".join(f"{a}: {b}  " for a, b in cut["aside"](entry)), column, 0.9) + 2.0 * em
        else:
            asked += 3.7 * em
        return max(asked, DRAWING * size * 86 / 220 + 2.2 * 0.95 * em if drawn else 0) + 0.5 * em

    yield FURNITURE * em + text(sheet["team"], WIDTH, 1.6 * 1.06, 1.15) - 1.84 * em  # of which one line is furniture
    yield text(sheet["vision"], WIDTH, 1.0) if cut["coach"] else 0.0
    yield text(sheet["opening"]["line"], WIDTH, 1.0) + question(sheet["opening"]["question"])
    for section in sheet["sections"]:
        yield 1.7 * em + sum(map(question, section["questions"]))
        yield sum(text(fact, WIDTH - 1.3 * em, 1.0) for fact in section.get("facts", ()))
        yield 0.0 if cut["asks"] else 4.0 * em
    if not cut["coach"]:
        yield 15.4 * em
        return
    lines = [line for note in sheet["notes"] for line in note.splitlines()]
    lines += [f"{name} {told}" for name, told in cut["others"]] + [f"Data: {warning}" for warning in sheet["warnings"]]
    column = (WIDTH - 5 * em) / 2
    yield (sum(text(line, column - em, 0.82, 1.25) for line in lines) / 2 + 3.8 * em) if lines else 0.0
    spare = [f"R1 {q['text']}" for q in sheet["reserve"]]
    spare += [f"Left out: {cut['titles'][entry['pillar']]}. {entry['why']}" for entry in sheet["left_out"]]
    yield (
        max(2.0 * em, sum(text(line, WIDTH / 2 - em, 0.86, 1.25) for line in spare)) + 1.7 * em if cut["asks"] else 0.0
    )
    promises = [f"C1 {cut['promised'](promise)} (partly)" for promise in sheet["promises"]]
    yield sum(text(line, WIDTH - 2 * em, 0.86, 1.25) for line in promises) + (1.5 * em if promises else 0.0)
    yield 9.7 * em + (5.0 * em if cut["asks"] else 2.0 * em)
