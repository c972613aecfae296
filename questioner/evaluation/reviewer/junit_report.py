"""The reviewer's figures as JUnit: one test case a bar, and one a wrong row that is shown."""

from collections.abc import Sequence
from typing import Any

from questioner.evaluation import junit
from questioner.evaluation.bars import Bar

SHOWN = 200
"""Characters of a question that stand in a test case's name."""


def document(figures: dict[str, Any], bars: Sequence[Bar], name: str, *, errors: bool) -> str:
    """Return the XML; with ``errors`` each wrong row is a failure of its own."""
    cases = [junit.case("bars", f"{bar.name} >= {bar.least:g}", "" if bar.reached else str(bar)) for bar in bars]
    if errors:
        cases += [junit.case("questions", f"{e['id']}: {e['text'][:SHOWN]}", _told(e)) for e in figures["errors"]]
    return junit.document(f"eval reviewer {name}", cases)


def _told(error: dict[str, Any]) -> str:
    if error["rejected"]:
        return f"rejected ({', '.join(error['codes'])}), and should pass"
    return f"accepted, and should not ({', '.join(error['labels'])})"
