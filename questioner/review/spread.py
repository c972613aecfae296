"""Long files reviewed on every processor: lots of items side by side, their verdicts in order.

Only where each item is judged by itself; comparing an item with those above it needs one reader of all.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice

from questioner.processors import spread as _all_processors
from questioner.review.items import Item
from questioner.review.verdicts import Choice, Verdict, verdicts

LOT = 500
"""Items that a process takes at once: a twentieth of a second of work, many times the cost of handing them over."""
ALONE = 2 * LOT
"""Items up to which other processes would take longer to start than to help."""


def spread(items: Iterable[Item], choice: Choice) -> Iterator[Verdict]:
    """Yield a verdict for each item, in order. A few lots are read ahead, never the whole file."""
    source = iter(items)
    yield from verdicts(islice(source, ALONE), choice)
    lots = iter(lambda: list(islice(source, LOT)), [])
    second = next(lots, None)
    if second is None:
        return
    yield from chain.from_iterable(_all_processors(partial(_judged, choice), chain((second,), lots)))


def _judged(choice: Choice, lot: list[Item]) -> list[Verdict]:
    return list(verdicts(lot, choice))
