"""Does a flood of sign-ins slow those who talk? 200 a second beside a class that chats; the p99 of the chat with and without, in pairs.

`connecting` is the floor: as many connections that ask only whether the server is there. `guessing` is one address that tries names,
with the limits as they are shipped. `spread` is the same from 250 addresses, so what refuses it is the limit over all: its first
minutes, while it has tries left. `refused` is the rest of such an hour, when it has none. `hashing` lifts the limits too, so that the pool
of hashing processes is always full and its queue runs over: the worst that such a flood could do.
It comes out of a process of its own, which gives way to the server's as one on another machine would. Safety S12 asks for a p99 of at
most 10 % more. On a machine that has other things to do, `loop_ms_for_each` says more: what the event loop, which chat and sign-ins
share, spends on each.
"""

import argparse
import asyncio
import itertools
import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.clients import connect_all
from benchmarks.house import Founded, Process, found, median, serve, show, workplace
from benchmarks.load import Room

MEMBERS, RATE, SECONDS = 60, 40, 6.0
FLOOD = 200
ADDRESSES = 250
GOAL = 1.1
PAIRS = 3
SHIPPED = {"messages_per_second": "20", "burst": "40"}
LIFTED = {"sign_in_tries": "100000", "sign_in_tries_per_name": "10000", "sign_in_tries_overall": "10000000"}
SOON_REFUSED = {"sign_in_tries_overall": "100"}


class Flood(NamedTuple):
    """What comes, from how many addresses, and against which limits."""

    method: str = "POST /api/people.sign_in"
    addresses: int = 1
    limits: dict[str, str] = {}  # noqa: RUF012 - nobody changes it


FLOODS = {
    "connecting": Flood("GET /healthz"),
    "guessing": Flood(),
    "spread": Flood(addresses=ADDRESSES),
    "refused": Flood(addresses=ADDRESSES, limits=SOON_REFUSED),
    "hashing": Flood(addresses=ADDRESSES, limits=LIFTED),
}


async def flood(port: int, seconds: float, what: Flood) -> dict[str, Any]:
    """`FLOOD` of them a second, sign-ins with wrong passwords, each on a connection of its own; what they were answered, in how long."""
    answers: Counter[str] = Counter()
    waits: list[float] = []
    numbers = itertools.count()

    async def one() -> None:
        number = next(numbers)
        body = json.dumps({"name": f"pupil{number % 2000}", "password": "not the right one"}).encode()
        head = f"{what.method} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        begun = time.monotonic()
        try:
            whence = (f"127.0.1.{1 + number % what.addresses}", 0)
            reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=whence)
            writer.write(head.encode() + body)
            status = (await asyncio.wait_for(reader.read(), 60)).split(b" ", 2)[1].decode()
            writer.close()
        except (OSError, TimeoutError, IndexError) as error:
            status = type(error).__name__
        answers[status] += 1
        waits.append(time.monotonic() - begun)

    loop = asyncio.get_running_loop()
    start, tasks = loop.time(), set()
    for number in range(int(FLOOD * seconds)):
        await asyncio.sleep(max(0.0, start + number / FLOOD - loop.time()))
        task = asyncio.create_task(one())
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    begun = len(waits) + len(tasks)
    await asyncio.wait(tasks, timeout=30)
    return {"sent": begun, "answers": dict(answers), "median_ms": round(median(waits) * 1000, 1)}


def loop_seconds(pid: int) -> float:
    """CPU time of the server's first thread, which runs the event loop: what chat and sign-ins share."""
    return int(Path(f"/proc/{pid}/task/{pid}/schedstat").read_text().split()[0]) / 1e9


async def measure(name: str, server: Process, founded: Founded, pairs: int) -> dict[str, Any]:
    tokens: list[str | None] = [founded.tokens[number % len(founded.tokens)] for number in range(MEMBERS)]
    room = Room(await connect_all(server.port, tokens, space=founded.space, timed_each=4), server.pid, founded.place)
    room.quiet()
    await room.fixed(RATE, 2.0)
    without, with_it, floods, loop = [], [], [], []
    for _ in range(pairs):
        before = loop_seconds(server.pid)
        without.append(await room.fixed(RATE, SECONDS))
        alone = loop_seconds(server.pid) - before
        command = [sys.executable, "-m", "benchmarks.sign_in_flood", "--flood", name, str(server.port)]
        process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, preexec_fn=lambda: os.nice(19))
        await asyncio.sleep(1.0)  # until the queue stands
        before = loop_seconds(server.pid)
        with_it.append(await room.fixed(RATE, SECONDS))
        loop.append((loop_seconds(server.pid) - before - alone) / SECONDS)
        told, _ = await process.communicate()
        floods.append(json.loads(told))
        await asyncio.sleep(1.0)
    for client in room.clients:
        client.close()
    ratios = [a["p99_ms"] / b["p99_ms"] for a, b in zip(with_it, without, strict=True)]
    return {
        "p99_ratio_median": round(median(ratios), 2),
        "p99_ratio_each": [round(ratio, 2) for ratio in ratios],
        "p99_ratio_goal": GOAL,
        "p99_ms_without": round(median([row["p99_ms"] for row in without]), 2),
        "p99_ms_with": round(median([row["p99_ms"] for row in with_it]), 2),
        "p50_ms_without": round(median([row["p50_ms"] for row in without]), 2),
        "p50_ms_with": round(median([row["p50_ms"] for row in with_it]), 2),
        "lost": sum(row["lost"] for row in without + with_it),
        "loop_ms_for_each": round(median(loop) / FLOOD * 1000, 2),
        "floods": floods,
    }


def run(founded: Founded, *, quick: bool = False) -> dict[str, Any]:
    """The benchmark."""
    told: dict[str, Any] = {"members": MEMBERS, "texts_per_s": RATE, "sign_ins_per_s": FLOOD}
    for name, what in FLOODS.items():
        server = serve(founded, **SHIPPED, **what.limits)
        try:
            told[name] = asyncio.run(measure(name, server, founded, 1 if quick else PAIRS))
        finally:
            server.stop()
    return told


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--people", type=int, default=30)
    options.add_argument(
        "--flood", nargs=2, metavar=("WHAT", "PORT"), help="only flood the server on this port, and print what it answered"
    )
    given = options.parse_args()
    if given.flood:
        name, port = given.flood
        show(asyncio.run(flood(int(port), SECONDS + 2, FLOODS[name])))
        return
    with workplace() as path:
        show(run(found(path / "data", given.people), quick=given.quick))


if __name__ == "__main__":
    main()
