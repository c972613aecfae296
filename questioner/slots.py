"""Filling ``{slots}`` in fact sentences and bank patterns: each slot resolves, or the text is not used.

Deliberately not Jinja: these texts are short, a coach edits them, and a value is never read as a template.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

SLOT = re.compile(r"\{([a-z_]+)\}")
_TEXTS = 1_024
"""Texts with slots of which is remembered what was worked out: more than the templates hold."""


def fill(text: str, slots: Mapping[str, str]) -> str | None:
    """Return ``text`` with its slots filled; None when one is empty or unknown."""
    parts = list(_parts(text))
    for place in range(1, len(parts), 2):
        value = slots.get(parts[place])
        if not value:
            return None
        parts[place] = value
    return "".join(parts)


@lru_cache(_TEXTS)
def shape(text: str) -> re.Pattern[str]:
    """Return a pattern for every text that filling the slots of ``text`` can lead to."""
    return re.compile(".+".join(re.escape(part) for part in _parts(text)[::2]), re.IGNORECASE)


def names(text: str) -> tuple[str, ...]:
    """Return the slots of ``text``, in order."""
    return _parts(text)[1::2]


@lru_cache(_TEXTS)
def _parts(text: str) -> tuple[str, ...]:
    """Return ``text`` in parts: what stands between its slots, and their names, in turn."""
    return tuple(SLOT.split(text))
