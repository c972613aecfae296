"""One team to one session sheet, as decisions without I/O: begin, then advance with each reply that came.

``begin`` finds the facts, makes the plan and, for a model, the first request. ``advance`` takes a reply and
returns either the next request or the sheet. Neither waits: the command line, a batch whose replies come
hours later and the evals all drive these two steps. Without a model ``from_bank`` gives the sheet at once.
"""

from questioner.prepare.conversation import Asking, advance, begin, from_bank, go_on, hear, replacing
from questioner.prepare.preparation import Preparation, prepare

__all__ = [
    "Asking",
    "Preparation",
    "advance",
    "begin",
    "from_bank",
    "go_on",
    "hear",
    "prepare",
    "replacing",
]
