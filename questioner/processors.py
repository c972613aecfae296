"""How much of the machine there is to work with."""

import os
from contextlib import suppress


def processors() -> int:
    """Return the number of processors that this process may use, 1 and up."""
    with suppress(AttributeError):  # not every system tells
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
