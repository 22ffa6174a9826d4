"""Readers that stop reading: 20 of 200, while a fixed rate of long texts goes on.

Paired runs, with and without them in turn: the p99 of the others, the memory that each stuck socket takes (the server's
own and the kernel's), how each was closed, and whether each came back by its bookmark to every text, once and in order.
"""

import argparse
import asyncio
import json
import time
from pathlib import Path
from typing import Any

from benchmarks.clients import Client, connect, connect_all
from benchmarks.house import RAISED, Founded, Process, found, median, percentile, pss_kb, serve, show, workplace
from benchmarks.load import SENDERS, Room

LENGTH = 3900
RATE = 50.0
GOAL = 1.5
GOAL_KB = 256


class Reader:
    """A client that keeps what a browser would: numbers seen and the newest bookmark."""

    def __init__(self, token: str, space: str, port: int) -> None:
        self.token, self.space, self.port = token, space, port
        self.seen: list[int] = []
        self.bookmark = ""
        self.client: Client | None = None

    async def open(self) -> bool:
        """Connect and listen, from the bookmark if there is one; whether that was a resumption."""
        self.client = await connect(self.port, 99, self.token)
        self.client.on_text = self._came
        answer = await self.client.ask("space.listen", space=self.space, **({"bookmark": self.bookmark} if self.bookmark else {}))
        if answer["fresh"]:
            self.seen, self.bookmark = [answer["seq"]], answer["bookmark"]
        return not answer["fresh"]

    def _came(self, payload: bytes) -> None:
        told = json.loads(payload)
        for event in told if isinstance(told, list) else [told]:
            params = event["params"]
            if "bookmark" in params:
                self.seen.append(params["seq"])
                self.bookmark = params["bookmark"]


def sockets(port: int, peers: set[int]) -> tuple[int, int]:
    """Of the server's sockets to these peers: how many it still holds open, and the bytes that the kernel keeps to be sent.

    What lies unread in the clients' own receive buffers is not the server's."""
    open_, waiting = 0, 0
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        fields = line.split()
        local, remote = (int(fields[at].partition(":")[2], 16) for at in (1, 2))
        if local == port and remote in peers:
            open_ += fields[3] == "01"
            waiting += int(fields[4].partition(":")[0], 16)
    return open_, waiting


async def pair(server: Process, founded: Founded, room: Room, stuck: int, seconds: float, *, with_them: bool) -> dict[str, Any]:
    readers = [Reader(founded.tokens[number % len(founded.tokens)], founded.space, server.port) for number in range(stuck)]
    for reader in readers:
        await reader.open()
    clients = [reader.client for reader in readers if reader.client is not None]
    peers = {client.transport.get_extra_info("sockname")[1] for client in clients if client.transport is not None}
    most_pss = most_kernel = 0
    base = pss_kb(server.pid)
    running = True
    dropped: float | None = None
    start = time.monotonic()

    async def watch() -> None:
        nonlocal most_pss, most_kernel, dropped
        while running:
            most_pss = max(most_pss, pss_kb(server.pid) - base)
            open_, kernel = sockets(server.port, peers)
            most_kernel = max(most_kernel, kernel)
            if not open_ and dropped is None:
                dropped = time.monotonic() - start
            await asyncio.sleep(0.1)

    if with_them:
        for client in clients:
            assert client.transport is not None
            client.transport.pause_reading()
    watching = asyncio.create_task(watch())
    told = await room.fixed(RATE, seconds, length=LENGTH)
    running = False
    await watching
    result = {"p50_ms": told["p50_ms"], "p99_ms": told["p99_ms"], "lost_by_the_others": told["lost"], "pss_growth_kb": most_pss}
    if with_them:
        for client in clients:
            assert client.transport is not None
            client.transport.resume_reading()
        codes = await asyncio.gather(*(asyncio.wait_for(client.gone, 10) for client in clients), return_exceptions=True)
        behind = [len(reader.seen) for reader in readers]
        resumed = await asyncio.gather(*(reader.open() for reader in readers))
        newest = (await room.clients[0].ask("space.listen", space=founded.space))["seq"]
        back = time.monotonic()
        while any(reader.seen[-1] < newest for reader in readers) and time.monotonic() - back < 20:
            await asyncio.sleep(0.02)
        result |= {
            "kernel_kb_each": round(most_kernel / stuck / 1024, 1),
            "all_dropped_after_s": round(dropped, 1) if dropped is not None else None,
            "close_codes": sorted({str(code) for code in codes}),
            "seen_before_the_end": [min(behind), max(behind)],
            "resumed": sum(resumed),
            "caught_up_after_s": round(time.monotonic() - back, 2),
            "complete": sum(reader.seen == list(range(reader.seen[0], newest + 1)) for reader in readers),
        }
    for reader in readers:
        assert reader.client is not None
        reader.client.close()
    await asyncio.sleep(0.3)
    return result


async def measure(server: Process, founded: Founded, members: int, stuck: int, pairs: int, seconds: float) -> dict[str, Any]:
    tokens: list[str | None] = [founded.tokens[number % len(founded.tokens)] for number in range(members - stuck)]
    room = Room(await connect_all(server.port, tokens, space=founded.space, timed_each=4), server.pid, founded.place)
    room.quiet()
    await room.fixed(RATE, 1.0, length=LENGTH)
    without, with_them = [], []
    for _ in range(pairs):
        without.append(await pair(server, founded, room, stuck, seconds, with_them=False))
        with_them.append(await pair(server, founded, room, stuck, seconds, with_them=True))
    for client in room.clients:
        client.close()
    ratios = sorted(a["p99_ms"] / b["p99_ms"] for a, b in zip(with_them, without, strict=True))
    kernel = max(row["kernel_kb_each"] for row in with_them)
    own = max(0.0, (max(row["pss_growth_kb"] for row in with_them) - median([row["pss_growth_kb"] for row in without])) / stuck)
    return {
        "p99_ratio_median": round(median(ratios), 2),
        "p99_ratio_each": [round(ratio, 2) for ratio in ratios],
        "p99_ratio_goal": GOAL,
        "p99_ms_without": percentile(sorted(row["p99_ms"] for row in without), 0.5),
        "p99_ms_with": percentile(sorted(row["p99_ms"] for row in with_them), 0.5),
        "kb_each_in_the_server": round(own, 1),
        "kb_each_in_the_servers_kernel_buffers": kernel,
        "kb_each_goal": GOAL_KB,
        "all_dropped_after_s": [row["all_dropped_after_s"] for row in with_them],
        "close_codes": sorted({code for row in with_them for code in row["close_codes"]}),
        "resumed": [row["resumed"] for row in with_them],
        "caught_up_after_s": [row["caught_up_after_s"] for row in with_them],
        "complete": [row["complete"] for row in with_them],
        "of": stuck,
        "lost_by_the_others": sum(row["lost_by_the_others"] for row in without + with_them),
    }


def run(founded: Founded, *, quick: bool = False, members: int = 200, stuck: int = 20) -> dict[str, Any]:
    """The benchmark."""
    server = serve(founded)
    try:
        told = asyncio.run(measure(server, founded, members, stuck, 1 if quick else 5, 8.0 if quick else 7.5))
    finally:
        server.stop()
    setting = {"members": members, "stuck": stuck, "senders": SENDERS, "texts_per_s": RATE, "text_bytes": LENGTH}
    return setting | told | {"raised": RAISED}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--people", type=int, default=50)
    given = options.parse_args()
    with workplace() as path:
        show(run(found(path / "data", given.people), quick=given.quick))


if __name__ == "__main__":
    main()
