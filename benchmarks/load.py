"""A room full of clients and what is said in it: at a fixed rate, or as fast as the server lets itself be asked.

Measures one window: deliveries, their times, and the CPU seconds that the server's process tree took meanwhile. A
sender's own copy counts as a delivery.
"""

import asyncio
import itertools
import time
from dataclasses import dataclass
from typing import Any

from benchmarks.clients import Client, now_us
from benchmarks.house import cpu_seconds, percentile

SENDERS = 10
TEXT = 80
_keys = itertools.count()


@dataclass
class Room:
    """The clients in a room; `place` says that it is ours, `size` the bytes that the peer relays for each text."""

    clients: list[Client]
    pid: int
    place: str | None = None
    size: int = TEXT

    @property
    def senders(self) -> list[Client]:
        return self.clients[:SENDERS]

    def say(self, client: Client, length: int = TEXT) -> None:
        """One text by this client, marked with its number and the time."""
        mark = f"~M{client.number % 100:02d}:{now_us():016d}~"
        if self.place is None:
            client.text((mark + "." * (self.size - len(mark))).encode())
            return
        number = next(_keys)
        text = mark + "." * (length - len(mark))
        client.text(
            f'{{"jsonrpc":"2.0","id":{10_000_000 + number},"method":"chat.say",'
            f'"params":{{"place":"{self.place}","text":"{text}","key":"bench-{number}"}}}}'.encode()
        )

    async def event_size(self) -> int:
        """Bytes of one event with one text, as a reader gets it alone."""
        reader, sizes = self.clients[-1], asyncio.get_running_loop().create_future()
        reader.on_text = lambda payload: sizes.done() or b"chat.said" not in payload or sizes.set_result(len(payload))
        self.say(self.senders[0])
        size = await asyncio.wait_for(sizes, 10)
        reader.on_text = None
        await asyncio.sleep(0.2)
        return int(size)

    def quiet(self) -> None:
        """Everybody but the senders only counts from here on."""
        for client in self.clients[SENDERS:]:
            client.count()

    async def fixed(self, rate: float, seconds: float, *, length: int = TEXT) -> dict[str, Any]:
        """`rate` texts a second, evenly, by the senders in turn."""
        loop = asyncio.get_running_loop()

        async def run() -> int:
            start, count = loop.time(), int(rate * seconds)
            for number in range(count):
                await asyncio.sleep(max(0.0, start + number / rate - loop.time()))
                self.say(self.senders[number % SENDERS], length)
            return count

        return await self.window(run)

    async def saturated(self, under_way: int, seconds: float) -> dict[str, Any]:
        """`under_way` texts at any time: whoever sees an own text come back says the next."""
        loop = asyncio.get_running_loop()
        said = 0
        end = loop.time() + seconds

        def say(client: Client) -> None:
            nonlocal said
            said += 1
            self.say(client)

        async def run() -> int:
            for client in self.senders:
                mine = f"~M{client.number % 100:02d}:".encode()

                def came(payload: bytes, client: Client = client, mine: bytes = mine) -> None:
                    if loop.time() < end:
                        for _ in range(payload.count(mine)):
                            say(client)

                client.on_text = came
            for number in range(under_way):
                say(self.senders[number % SENDERS])
            await asyncio.sleep(seconds)
            return said

        try:
            return await self.window(run)
        finally:
            for client in self.senders:
                client.on_text = None

    async def window(self, run: Any) -> dict[str, Any]:
        """Measure what `run` says; it answers how many texts."""
        for client in self.clients:
            client.reset()
        cpu, start = cpu_seconds(self.pid), time.monotonic()
        said = await run()
        expected = said * len(self.clients)
        end = time.monotonic() + 5
        while sum(client.heard for client in self.clients) < expected and time.monotonic() < end:
            await asyncio.sleep(0.005)
        took, cpu = time.monotonic() - start, cpu_seconds(self.pid) - cpu
        heard = sum(client.heard for client in self.clients)
        waits = sorted(wait for client in self.clients for wait in client.waits)
        reads = sum(client.reads for client in self.clients[SENDERS:])
        return {
            "texts": said,
            "deliveries": heard,
            "lost": expected - heard,
            "deliveries_per_s": round(heard / took),
            "server_cpu_s": round(cpu, 3),
            "cpu_s_per_million": round(cpu / heard * 1e6, 3) if heard else None,
            "p50_ms": round(percentile(waits, 0.5) / 1000, 2),
            "p99_ms": round(percentile(waits, 0.99) / 1000, 2),
            "deliveries_per_read": round(sum(client.heard for client in self.clients[SENDERS:]) / reads, 1) if reads else None,
        }
