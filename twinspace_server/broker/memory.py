"""The broker of a single process: there is nobody else to tell. Several of them on one `Bus` talk to each other, for tests."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

from .promise import SIGNAL_BYTES, OnGap, OnPoke, OnSignal


class Bus:
    """What several `Memory` brokers share."""

    def __init__(self) -> None:
        self.brokers: list[Memory] = []


class Memory:
    """See `promise.Broker`."""

    def __init__(self, bus: Bus | None = None) -> None:
        self._bus = bus or Bus()
        self._on_poke: OnPoke
        self._on_signal: OnSignal

    async def start(self, on_poke: OnPoke, on_signal: OnSignal, on_gap: OnGap) -> None:
        """Joins the bus; there are no gaps in memory."""
        self._on_poke, self._on_signal = on_poke, on_signal
        self._bus.brokers.append(self)

    def poke(self, numbers: Iterable[tuple[str, int]]) -> None:
        """See `Broker.poke`."""
        for space, number in numbers:
            for other in self._others():
                other._soon(other._on_poke, space, number)

    def signal(self, content: bytes) -> None:
        """See `Broker.signal`."""
        if len(content) > SIGNAL_BYTES:
            raise ValueError("The signal is too long.")
        for other in self._others():
            other._soon(other._on_signal, content)

    async def ready(self) -> bool:
        """It is, between `start` and `close`."""
        return self in self._bus.brokers

    async def close(self) -> None:
        """Leaves the bus."""
        if self in self._bus.brokers:
            self._bus.brokers.remove(self)

    def _others(self) -> "list[Memory]":
        return [other for other in self._bus.brokers if other is not self]

    def _soon(self, callback: Callable[..., None], *args: Any) -> None:
        def call() -> None:
            if self in self._bus.brokers:
                callback(*args)

        asyncio.get_running_loop().call_soon(call)
