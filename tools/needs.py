"""Writes the table of the words that each pattern of a rule needs, or checks that it is in step with the rules.

Run with --check to change nothing.
"""

import json
import sys

from questioner.review import RULES
from questioner.review.rules import expressions
from questioner.review.sieve import TABLE, derived, key


def table() -> str:
    """Return the table, a line for each pattern."""
    listed = sorted({expression for rule in RULES for expression in expressions(rule)})
    lines = {key(expression): json.dumps([sorted(pieces) for pieces in derived(expression)]) for expression in listed}
    if len(lines) < len(listed):
        raise SystemExit("two patterns have the same key; reword one")
    return "{\n" + ",\n".join(f'"{name}": {sets}' for name, sets in sorted(lines.items())) + "\n}\n"


def main() -> int:
    """Write the table, or with --check return 1 where it is out of step."""
    stale = not TABLE.exists() or TABLE.read_text("utf-8") != table()
    if "--check" in sys.argv:
        if stale:
            print(f"{TABLE.name} is out of step with the rules; `make format` writes it anew")
        return int(stale)
    if stale:
        TABLE.write_text(table(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
