"""Prints one table: what things take, each beside a peer or a limit; with --page, into docs/performance.md as well.

Nothing here passes or fails: a machine that is busy with other work makes everything slow, ratios less so than seconds.
Name parts to measure only those: ``startup``, ``review``, ``batch``, ``evals``.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from questioner.processors import processors
from tools.bench import batch, evals, review, startup
from tools.bench.measuring import ROOT, Row

PARTS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "startup": startup.rows,
    "review": review.rows,
    "batch": batch.rows,
    "evals": evals.rows,
}
PAGE = ROOT / "docs" / "performance.md"
START, END = "<!-- measured -->", "<!-- end -->"
HEAD = f"{'what':<36}{'measured':>14}  {'against':<26}{'that':>14}{'ratio':>8}{'aim':>8}"


def line(row: Row) -> str:
    """Return a row as a line of the table, one that misses its aim with a mark."""
    own, beside = (
        f"{value:,.3g} {row.unit}" if value < 1000 else f"{value:,.0f} {row.unit}" for value in (row.value, row.beside)
    )
    return f"{row.what:<36}{own:>14}  {row.against:<26}{beside:>14}{row.ratio:>8.2f}{row.aim:>8}{'' if row.met else '  missed'}"


def conditions() -> str:
    """Return what a reader of the figures has to know of the run."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{date.today()}, Python {sys.version.split()[0]}, {processors()} processors{load} at the end"


def main(words: list[str]) -> int:
    """Measure the parts that are named, or all; return 2 for a name that is none."""
    wanted = [word for word in words if word != "--page"] or list(PARTS)
    if unknown := [word for word in wanted if word not in PARTS]:
        print(f"{unknown[0]} is no part; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    lines = [HEAD]
    print(HEAD)
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            for row in PARTS[name](Path(folder)):
                lines.append(line(row))
                print(lines[-1], flush=True)
    print(conditions())
    if "--page" in words:
        text = PAGE.read_text(encoding="utf-8")
        head, _, rest = text.partition(START)
        _, _, tail = rest.partition(END)
        table = "\n".join(["```text", *lines, "", conditions(), "```"])
        PAGE.write_text(f"{head}{START}\n{table}\n{END}{tail}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
