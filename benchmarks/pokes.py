"""How long a poke takes from one process to another, through each broker: memory, PostgreSQL, Redis and NATS, in the same run.

Two ends of a broker stand in one process and one loop (uvloop, as the server has it), so this is the broker's own share, without
database and delivery. One poke at a time, each sent when the last was heard; then a burst of signals as fast as they are taken.
"""

import argparse
import asyncio
import os
import time
from typing import Any

import uvloop

from benchmarks.commands import reachable
from benchmarks.house import percentile, show
from twinspace_server.broker import Broker, Bus, Memory, open_broker
from twinspace_server.storage.store import CannotStart

SIGNAL = b'{"what":"typing","space":"01JQZX3V8K4D2M6N8P0R2T4V6X","place":"01JQZX3V8K4D2M6N8P0R2T4V6Y","by":"01JQZX3V8K4D2M6N8P0R2T4V6Z"}'


class Other:
    """The end that hears."""

    def __init__(self) -> None:
        self.heard = asyncio.Event()
        self.signals = 0

    def poked(self, _space: str, _number: int) -> None:
        self.heard.set()

    def signalled(self, _content: bytes) -> None:
        self.signals += 1


async def measure(speaker: Broker, listener: Broker, count: int) -> dict[str, Any]:
    other = Other()
    await listener.start(other.poked, other.signalled, lambda: None)
    await speaker.start(lambda _space, _number: None, lambda _content: None, lambda: None)
    waits = []
    try:
        for number in range(count + count // 10):
            other.heard.clear()
            begun = time.perf_counter()
            speaker.poke([("01JQZX3V8K4D2M6N8P0R2T4V6X", number)])
            await asyncio.wait_for(other.heard.wait(), 10)
            waits.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        for number in range(count):
            speaker.signal(SIGNAL)
            if number % 100 == 0:
                await asyncio.sleep(0)
        async with asyncio.timeout(60):
            while other.signals < count:
                await asyncio.sleep(0.001)
        took = time.perf_counter() - begun
    finally:
        await speaker.close()
        await listener.close()
    waits = sorted(waits[count // 10 :])  # the first ones warm up
    return {
        "pokes": count,
        "p50_us": round(percentile(waits, 0.5) * 1e6),
        "p99_us": round(percentile(waits, 0.99) * 1e6),
        "signals_per_s": round(count / took),
    }


def run(*, quick: bool, postgres: str, redis: str, nats: str) -> dict[str, Any]:
    """All that can be reached."""
    told: dict[str, Any] = {}
    count = 500 if quick else 5000

    async def one(url: str) -> dict[str, Any]:
        if url == "memory:":
            bus = Bus()
            return await measure(Memory(bus), Memory(bus), count)
        name = f"bench.{os.getpid()}"
        return await measure(open_broker(url, "", name), open_broker(url, "", name), count)

    for name, url in (("memory", "memory:"), ("postgresql", postgres), ("redis", redis), ("nats", nats)):
        if url:
            try:
                told[name] = uvloop.run(one(url))
            except CannotStart as why:
                told[name] = str(why)
    return told


def addresses(options: argparse.ArgumentParser) -> None:
    """Where the brokers are; empty: skip."""
    options.add_argument("--redis", default=os.environ.get("TWINSPACE_TEST_REDIS", "redis://127.0.0.1:6379"))
    options.add_argument("--nats", default=os.environ.get("TWINSPACE_TEST_NATS", "nats://127.0.0.1:4222"))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--postgres", default=reachable())
    addresses(options)
    given = options.parse_args()
    show(run(quick=given.quick, postgres=given.postgres, redis=given.redis, nats=given.nats))


if __name__ == "__main__":
    main()
