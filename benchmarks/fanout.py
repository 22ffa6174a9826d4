"""Durable fan-out in one room, beside a naive Starlette broadcast of the same bytes: many short windows in turn, because a
shared machine changes its mood by the minute; the ratio is the median of the pairs' ratios.

F: 10 senders, 10,000 deliveries a second. S: saturated, 20 texts under way. Ours has stored each text, synced to disk,
before anybody sees it; the peer stores nothing.
"""

import argparse
import asyncio
from typing import Any

from benchmarks.clients import connect_all
from benchmarks.house import RAISED, Founded, Process, found, median, serve, serve_naive, show, workplace
from benchmarks.load import TEXT, Room


async def measure(ours: Process, naive: Process, founded: Founded, members: int, runs: int, seconds: float) -> dict[str, Any]:
    tokens = [founded.tokens[number % len(founded.tokens)] for number in range(members)]
    here = Room(await connect_all(ours.port, list(tokens), space=founded.space, timed_each=10), ours.pid, founded.place)
    there = Room(await connect_all(naive.port, [None] * members, timed_each=10), naive.pid)
    there.size = await here.event_size()
    for room in (here, there):
        room.quiet()
        await room.fixed(10_000 / members, 1.0)
    results: dict[str, list[dict[str, Any]]] = {f"{kind}{who}": [] for kind in "FS" for who in ("ours", "naive")}
    for _ in range(runs):
        for who, room in (("ours", here), ("naive", there)):
            results[f"F{who}"].append(await room.fixed(10_000 / members, seconds))
    for _ in range(runs):
        for who, room in (("ours", here), ("naive", there)):
            results[f"S{who}"].append(await room.saturated(20, seconds / 2))
    for client in here.clients + there.clients:
        client.close()
    told: dict[str, Any] = {"members": members, "text_bytes": TEXT, "bytes_per_delivery": there.size, "runs": runs}
    for kind, name in (("F", f"F{members}"), ("S", f"S{members}")):
        ours_, naive_ = results[f"{kind}ours"], results[f"{kind}naive"]
        told[name] = {
            "cpu_ratio": round(median([a["cpu_s_per_million"] / b["cpu_s_per_million"] for a, b in zip(ours_, naive_, strict=True)]), 3),
            "cpu_ratio_goal": 1.0 if kind == "F" else 0.2,
            "ours": medians(ours_),
            "naive": medians(naive_),
        }
    return told


def middle(rows: list[dict[str, Any]], name: str) -> float:
    return median([row[name] for row in rows])


def medians(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The median of each column; losses are summed."""
    columns = {name: round(middle(rows, name), 3) for name in rows[0] if isinstance(rows[0][name], int | float)}
    return columns | {"lost": sum(row["lost"] for row in rows), "cpu_s_per_million_each": [row["cpu_s_per_million"] for row in rows]}


def run(founded: Founded, *, quick: bool = False, members: int = 200) -> dict[str, Any]:
    """The benchmark."""
    ours, naive = serve(founded), serve_naive()
    try:
        told = asyncio.run(measure(ours, naive, founded, members, 3 if quick else 7, 3.0))
        return told | {"raised": RAISED}
    finally:
        ours.stop()
        naive.stop()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--members", type=int, default=200)
    options.add_argument("--people", type=int, default=50, help="accounts; several sockets each when there are fewer than members")
    given = options.parse_args()
    with workplace() as path:
        show(run(found(path / "data", given.people), quick=given.quick, members=given.members))


if __name__ == "__main__":
    main()
