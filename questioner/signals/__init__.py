"""What stands out in a team's picture: signals in, ranked facts out.

A signal finds; the words of its fact stand in ``templates/signals``, one table a signal. To add one, write
its function with formula and source in the file of its kind, its entry there, and its patterns in the bank.
"""

from questioner.signals.facts import SIGNALS, facts
from questioner.signals.follow_through import CARRIED, KEPT, open_promises
from questioner.signals.quality import foundations_weak
from questioner.signals.signal import Evidence, Scope, Signal

__all__ = ["CARRIED", "KEPT", "SIGNALS", "Evidence", "Scope", "Signal", "facts", "foundations_weak", "open_promises"]
