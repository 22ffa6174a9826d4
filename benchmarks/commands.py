"""Durable `chat.say` per second and CPU per command, from 1 and from 50 clients, on SQLite and PostgreSQL.

Each client says one text, with a key, and waits for the reply, which comes after the commit was synced. Nobody listens:
fan-out has its own benchmark. Beside it, in the same run, what the disk and the bare driver allow (`limit`).
"""

import argparse
import asyncio
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import limit
from benchmarks.clients import Client, connect_all
from benchmarks.house import RAISED, Founded, Process, cpu_seconds, found, median, percentile, postgres, serve, show, workplace

GOAL_PER_S = 4000


async def say(clients: Sequence[Client], place: str, pid: int, seconds: float, run: str) -> dict[str, Any]:
    waits: list[float] = []
    failed = 0
    end = time.monotonic() + seconds

    async def talk(client: Client) -> None:
        nonlocal failed
        number = 0
        while (begun := time.monotonic()) < end:
            number += 1
            key = f"{run}-{client.number}-{number}"
            reply = await client.call("chat.say", place=place, text=f"{key} ".ljust(80, "."), key=key)
            waits.append(time.monotonic() - begun)
            failed += "error" in reply

    cpu, start = cpu_seconds(pid), time.monotonic()
    await asyncio.gather(*(talk(client) for client in clients))
    took, cpu = time.monotonic() - start, cpu_seconds(pid) - cpu
    waits.sort()
    return {
        "clients": len(clients),
        "per_s": round(len(waits) / took),
        "cpu_us_per_command": round(cpu / len(waits) * 1e6),
        "p50_ms": round(percentile(waits, 0.5) * 1000, 2),
        "p99_ms": round(percentile(waits, 0.99) * 1000, 2),
        "failed": failed,
    }


async def measure(server: Process, founded: Founded, runs: int, seconds: float) -> list[dict[str, Any]]:
    tokens: list[str | None] = [founded.tokens[number % len(founded.tokens)] for number in range(50)]
    clients = await connect_all(server.port, tokens)
    await say(clients, founded.place, server.pid, 1.0, "warm")
    told = []
    for count in (1, 50):
        rows = [await say(clients[:count], founded.place, server.pid, seconds, f"{count}-{number}") for number in range(runs)]
        names = ("clients", "per_s", "cpu_us_per_command", "p50_ms", "p99_ms")
        told.append({name: median([row[name] for row in rows]) for name in names} | {"failed": sum(row["failed"] for row in rows)})
    for client in clients:
        client.close()
    return told


def on(founded: Founded, runs: int, seconds: float) -> list[dict[str, Any]]:
    """On one database."""
    server = serve(founded)
    try:
        return asyncio.run(measure(server, founded, runs, seconds))
    finally:
        server.stop()


def run(founded: Founded, path: Path, *, quick: bool = False, database: str = "") -> dict[str, Any]:
    """The benchmark. `database` is a PostgreSQL server; without one its column says so."""
    runs, seconds = (1, 2.0) if quick else (3, 3.0)
    told: dict[str, Any] = {"goal_per_s_sqlite_50_clients": GOAL_PER_S, "runs": runs, "sqlite": on(founded, runs, seconds)}
    path.mkdir(exist_ok=True)
    told["limit"] = limit.run(path)
    if not database:
        return told | {"postgresql": "not measured: no server given", "raised": RAISED}
    try:
        with postgres(database) as url:
            told["postgresql"] = on(found(path / "postgres", 10 if quick else 25, database=url), runs, seconds)
    except OSError as why:
        told["postgresql"] = f"not measured: {why}"
    return told | {"raised": RAISED}


def reachable() -> str:
    """The PostgreSQL server to use: the one that the tests use, too."""
    return os.environ.get("TWINSPACE_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--people", type=int, default=50)
    options.add_argument("--postgres", default=reachable(), help="address of a server where a database may be made; empty: skip")
    given = options.parse_args()
    with workplace() as path:
        show(run(found(path / "data", given.people), path / "limit", quick=given.quick, database=given.postgres))


if __name__ == "__main__":
    main()
