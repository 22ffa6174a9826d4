"""Memory for each idle connection, signed in and listening, beside the naive one: proportional set size of the server's
process tree with all connected, less that with none, by their number."""

import argparse
import asyncio
import resource
from typing import Any

from benchmarks.clients import Client, connect_all
from benchmarks.house import RAISED, Founded, Process, cpu_seconds, found, pss_kb, serve, serve_naive, show, workplace

GOAL_KB = 10


async def measure(server: Process, tokens: list[str | None], space: str | None) -> dict[str, Any]:
    # The first ones make the server build what all share: they are its base.
    first = await connect_all(server.port, tokens[:50], space=space)
    await asyncio.sleep(1)
    base, cpu = pss_kb(server.pid), cpu_seconds(server.pid)
    clients: list[Client] = first + await connect_all(server.port, tokens[50:], space=space)
    joined = cpu_seconds(server.pid) - cpu
    await asyncio.sleep(3)
    connected = pss_kb(server.pid)
    cpu = cpu_seconds(server.pid)
    await asyncio.sleep(2)
    resting = cpu_seconds(server.pid) - cpu
    alive = sum(not client.gone.done() for client in clients)
    for client in clients:
        client.close()
    return {
        "connections": alive,
        "kb_per_connection": round((connected - base) / (len(clients) - 50), 2),
        "base_mb": round(base / 1024, 1),
        "join_cpu_ms_per_connection": round(joined / (len(clients) - 50) * 1000, 2),
        "idle_cpu_share": round(resting / 2, 3),
    }


def run(founded: Founded, *, connections: int = 2000) -> dict[str, Any]:
    """The benchmark."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    connections = min(connections, hard - 200)
    told: dict[str, Any] = {"connections": connections, "goal_kb": GOAL_KB, "people": len(founded.tokens)}
    tokens: list[str | None] = [founded.tokens[number % len(founded.tokens)] for number in range(connections)]
    for who in ("ours", "naive"):
        server = serve(founded) if who == "ours" else serve_naive()
        try:
            ours = who == "ours"
            told[who] = asyncio.run(measure(server, tokens if ours else [None] * connections, founded.space if ours else None))
        finally:
            server.stop()
    return told | {"raised": RAISED}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--connections", type=int, default=2000)
    options.add_argument("--people", type=int, default=50, help="accounts; several sockets each")
    given = options.parse_args()
    with workplace() as path:
        show(run(found(path / "data", given.people), connections=given.connections))


if __name__ == "__main__":
    main()
