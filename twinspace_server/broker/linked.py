"""What all brokers on a line to a server share: they gather what is to be said, say it, and mend the line when it breaks.

`postgres.py` is made of it, and by way of `echoed.py` so are `redis.py` and `nats.py`: they only know how to connect, how to
deliver and how to hang up. While the line is broken what is to be said waits, within bounds. A poke that falls out costs others
the seconds until they compare numbers; a signal that falls out is lost, which is what signals promise.
"""

import asyncio
import contextlib
import logging
import random
import secrets
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from ..storage.store import CannotStart
from .promise import SIGNAL_BYTES, OnGap, OnPoke, OnSignal

log = logging.getLogger(__name__)

HEARTBEAT = 5.0
"""Seconds between looks at a quiet line, and the longest that an answer may take."""
CONNECT_SECONDS = 10.0
CLOSE_SECONDS = 2.0
SHORTEST_PAUSE = 0.05
LONGEST_PAUSE = 2.0
AT_ONCE = 200
"""Signals that are delivered together at most."""
SPACES = 50_000
"""Pokes that wait at most, one for each space; the oldest fall out."""
SIGNALS = 10_000
SIGNALS_BYTES = 2_000_000
"""Signals that wait at most; the oldest fall out."""


class Linked:
    """See `promise.Broker`. A kind of broker brings `_connect`, `_deliver`, `_beat` and `_hang_up`, and calls `_heard_…` and `_failed`."""

    def __init__(self, where: str) -> None:
        """`where` is named to people: a host and a port, never a password."""
        self._where = where
        self._me = secrets.token_hex(4)
        self._pokes: dict[str, int] = {}
        self._signals: deque[bytes] = deque()
        self._signals_bytes = 0
        self._work = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._linked = False
        self._closing = False
        self._broken: BaseException | None = None
        self._pause = 0.0
        self._on_poke: OnPoke
        self._on_signal: OnSignal
        self._on_gap: OnGap

    async def start(self, on_poke: OnPoke, on_signal: OnSignal, on_gap: OnGap) -> None:
        """Connects and hears; a first failure is told, later ones are mended."""
        self._on_poke, self._on_signal, self._on_gap = on_poke, on_signal, on_gap
        try:
            await self._link()
        except CannotStart:
            raise
        except Exception as error:
            raise CannotStart(f"The broker at {self._where} can't be reached: {_words(error)}.") from error
        self._task = asyncio.create_task(self._run())

    def poke(self, numbers: Iterable[tuple[str, int]]) -> None:
        """See `Broker.poke`."""
        for space, number in numbers:
            if number > self._pokes.get(space, -1):
                self._pokes[space] = number
        while len(self._pokes) > SPACES:
            del self._pokes[next(iter(self._pokes))]
        self._work.set()

    def signal(self, content: bytes) -> None:
        """See `Broker.signal`."""
        if len(content) > SIGNAL_BYTES:
            raise ValueError("The signal is too long.")
        self._signals.append(content)
        self._signals_bytes += len(content)
        while len(self._signals) > SIGNALS or self._signals_bytes > SIGNALS_BYTES:
            self._signals_bytes -= len(self._signals.popleft())
        self._work.set()

    async def ready(self) -> bool:
        """The line stands; a dead one is noticed within two heartbeats."""
        return self._linked and self._broken is None

    async def close(self) -> None:
        """Gives what waits two seconds, then hangs up."""
        self._closing = True
        self._work.set()
        if self._task is not None:
            with contextlib.suppress(TimeoutError, asyncio.CancelledError):
                await asyncio.wait_for(self._task, CLOSE_SECONDS)
            self._task = None
        await self._unlink(gently=True)

    # --- what a kind of broker brings ---

    async def _connect(self) -> None:
        """Connect, and hear the others from the moment in which this returns."""
        raise NotImplementedError

    async def _deliver(self, pokes: dict[str, int], signals: list[bytes]) -> None:
        """Return when the server has taken all of it; raise when that isn't sure, in `HEARTBEAT` seconds at most."""
        raise NotImplementedError

    async def _beat(self) -> None:
        """Raise when the line is dead, in `HEARTBEAT` seconds at most."""
        raise NotImplementedError

    async def _hang_up(self, *, gently: bool) -> None:
        """Let go of whatever `_connect` made, as far as it came; called twice it does nothing the second time."""
        raise NotImplementedError

    # --- the line ---

    async def _link(self) -> None:
        self._broken = None
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                await self._connect()
        except BaseException:
            await self._unlink()
            raise
        self._linked = True

    async def _unlink(self, *, gently: bool = False) -> None:
        self._linked = False
        with contextlib.suppress(Exception):
            async with asyncio.timeout(CLOSE_SECONDS):
                await self._hang_up(gently=gently)

    def _failed(self, error: BaseException) -> None:
        """The line is broken: for callbacks and listening tasks, whose exceptions nobody would see."""
        self._broken = self._broken or error
        self._work.set()

    async def _run(self) -> None:
        """Sends until closed; whatever breaks, connects anew and says so by `on_gap`."""
        while not self._closing:
            try:
                if not self._linked:
                    await self._link()
                    log.info("the broker can be reached again")
                    self._call(self._on_gap)
                await self._send_until_closed()
            except Exception as error:
                if self._linked:
                    log.warning("the line to the broker was lost: %s", type(error).__name__)
                await self._unlink()
                # Everybody lost it at the same moment; they shall not all be back at the same moment.
                self._pause = min(LONGEST_PAUSE, self._pause * 2 + SHORTEST_PAUSE)
                await asyncio.sleep(self._pause * random.uniform(0.5, 1))

    async def _send_until_closed(self) -> None:
        while True:
            if self._broken is not None:
                raise self._broken
            if self._pokes or self._signals:
                await self._send()
            else:
                self._work.clear()
                if self._closing:
                    return
                try:
                    await asyncio.wait_for(self._work.wait(), HEARTBEAT)
                    continue
                except TimeoutError:
                    await self._beat()
            self._pause = 0.0

    async def _send(self) -> None:
        pokes, self._pokes = self._pokes, {}
        signals = [self._signals.popleft() for _ in range(min(AT_ONCE, len(self._signals)))]
        self._signals_bytes -= sum(map(len, signals))
        try:
            await self._deliver(pokes, signals)
        except Exception:
            # Perhaps they were taken; said twice they do no harm. Newer numbers may have come meanwhile.
            newer, self._pokes = self._pokes, pokes
            self.poke(newer.items())
            self._signals.extendleft(reversed(signals))
            self._signals_bytes += sum(map(len, signals))
            raise

    # --- hearing ---

    def _heard_poke(self, space: str, number: int) -> None:
        self._call(self._on_poke, space, number)

    def _heard_signal(self, content: bytes) -> None:
        self._call(self._on_signal, content)

    def _call(self, callback: Callable[..., None], *args: Any) -> None:
        if self._closing:
            return
        try:
            callback(*args)
        except Exception:
            log.exception("a broker's callback failed")


def _words(error: BaseException) -> str:
    return str(error).rstrip(".") or ("it does not answer" if isinstance(error, TimeoutError) else type(error).__name__)
