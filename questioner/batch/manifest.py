"""The list of a folder for other programs: a line of JSON a team, in the order of the input."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from questioner.batch.ledger import Ledger
from questioner.batch.ledger.teams import TeamRow
from questioner.batch.shelf import Shelf
from questioner.exchange import Usage

MANIFEST = "manifest.jsonl"


def manifest(rows: Iterable[tuple[TeamRow, Usage]]) -> Iterator[str]:
    """Yield the lines of the manifest, one a team, in the order of the input."""
    for row, usage in rows:
        yield json.dumps(_entry(row, usage), ensure_ascii=False) + "\n"


def _entry(row: TeamRow, usage: Usage) -> dict[str, Any]:
    return {
        "team": row.name,
        "slug": row.slug,
        "state": row.state.value,
        "files": list(row.files),
        "input_sha256": row.input_sha256,
        "prompt_sha256": row.sheet.get("prompt_sha256", ""),
        "model": row.sheet.get("model", ""),
        "attempts": usage.requests,
        "usage": asdict(usage),
        "score": row.sheet.get("score"),
        "error": row.error,
        **{name: row.sheet.get(name) for name in ("as_of", "session", "minutes", "templates_sha256", "rules_version")},
    }


def write_manifest(shelf: Shelf, ledger: Ledger) -> None:
    """Write the manifest whole, from the ledger.

    Raises:
        OSError: when it cannot be written; an earlier one is still whole.
    """
    shelf.write(MANIFEST, map(str.encode, manifest(ledger.teams.current())))
