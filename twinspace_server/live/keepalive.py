"""Pings for all live sockets of one loop: one timer for all, no task and no timer for a socket.

Used by the protocol class in `frames`. What a ping and a missing pong mean is the socket's business (`Pinged`).
"""

import asyncio
import os
from collections import deque
from typing import ClassVar, Protocol
from weakref import WeakKeyDictionary

from twinspace_server.live.wire import head


class Pinged(Protocol):
    """A socket on the wheel."""

    loop: asyncio.AbstractEventLoop
    wheel: "Wheel | None"
    spoke: "set[Pinged] | None"

    def ping(self, payload: bytes, wire: bytes) -> bool:
        """Send a ping unless one is unanswered; say whether it was sent."""

    def pong_due(self, payload: bytes) -> None:
        """The time for answering this ping is over."""


class Wheel:
    """Keepalive for all sockets of one loop: each turn lasts one interval, each tick pings one spoke of it.

    No task and no timer for a socket; the ping frame is encoded once for all that it goes to.
    """

    SPOKES = 20
    wheels: ClassVar[WeakKeyDictionary[asyncio.AbstractEventLoop, dict[tuple[float, float | None], "Wheel"]]] = WeakKeyDictionary()

    def __init__(self, interval: float, timeout: float | None) -> None:
        self.interval = interval
        self.timeout = timeout
        self.spokes: list[set[Pinged]] = [set() for _ in range(self.SPOKES)]
        self.at = 0
        self.next = 0
        self.asked: deque[tuple[float, bytes, list[Pinged]]] = deque()
        self.timer: asyncio.TimerHandle | None = None

    @classmethod
    def of(cls, wire: Pinged, interval: float | None, timeout: float | None) -> None:
        """Put a socket on the wheel of its loop, unless pings are switched off."""
        if not interval:
            return
        wheels = cls.wheels.setdefault(wire.loop, {})
        wheel = wheels.get((interval, timeout))
        if wheel is None:
            wheel = wheels[interval, timeout] = cls(interval, timeout)
        wheel.add(wire)

    def add(self, wire: Pinged) -> None:
        # Round robin, so that a thousand who come back at once are not pinged at once.
        self.next = (self.next + 1) % self.SPOKES
        wire.wheel, wire.spoke = self, self.spokes[self.next]
        wire.spoke.add(wire)
        if self.timer is None:
            self.timer = wire.loop.call_later(self.interval / self.SPOKES, self.tick, wire.loop)

    def remove(self, wire: Pinged) -> None:
        if wire.spoke is not None:
            wire.spoke.discard(wire)
        wire.wheel = wire.spoke = None

    def tick(self, loop: asyncio.AbstractEventLoop) -> None:
        now = loop.time()
        while self.asked and self.asked[0][0] <= now:
            _, payload, wires = self.asked.popleft()
            for wire in wires:
                wire.pong_due(payload)
        self.at = (self.at + 1) % self.SPOKES
        if self.spokes[self.at]:
            payload = os.urandom(4)
            frame = head(0x89, 4) + payload
            asked = [wire for wire in list(self.spokes[self.at]) if wire.ping(payload, frame)]
            if asked and self.timeout is not None:
                self.asked.append((now + self.timeout, payload, asked))
        self.timer = loop.call_later(self.interval / self.SPOKES, self.tick, loop) if any(self.spokes) else None
        if self.timer is None:
            self.asked.clear()
