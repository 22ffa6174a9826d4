"""What a broker promises: it tells the other processes that something happened. It is only a poke; the log is the truth.

The hub uses it. Nothing that must not be lost may travel here alone: pokes and signals may come doubled, late or, after a gap,
not at all.
"""

from collections.abc import Callable, Iterable
from typing import Protocol

SIGNAL_BYTES = 7000
"""A signal may be this long at most."""

OnPoke = Callable[[str, int], None]
OnSignal = Callable[[bytes], None]
OnGap = Callable[[], None]


class Broker(Protocol):
    """One process's end. Its callbacks run in the loop's thread, one after the other, and must not block."""

    async def start(self, on_poke: OnPoke, on_signal: OnSignal, on_gap: OnGap) -> None:
        """Connects; from now on hears the others. Raises `storage.CannotStart` with a sentence.

        `on_gap` is called after every time when something may have been missed: look at the log of whatever is listened to, and
        at whatever signals tell of.
        """
        ...

    def poke(self, numbers: Iterable[tuple[str, int]]) -> None:
        """The others hear of each space that its log has reached this number; of several numbers only the highest may arrive.

        Never blocks and never fails: what can't be sent now is kept and sent later.
        """
        ...

    def signal(self, content: bytes) -> None:
        """The others hear these bytes, in the order in which they were given here; kept for a while when they can't be sent now.

        At most `SIGNAL_BYTES`, else ValueError.
        """
        ...

    async def ready(self) -> bool:
        """It hears the others now."""
        ...

    async def close(self) -> None:
        """Sends what waits, if that is quick, and hangs up. No callback comes after it."""
        ...
