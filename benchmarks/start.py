"""How long a start takes: from the command to the first answer, and from SIGKILL to the first delivery to one who resumes.

On SQLite and PostgreSQL, beside a bare Starlette on uvicorn that stores nothing: what no server of this kind is faster than.
CPU is told, too, because on a machine that is busy with other things only that can be compared.
"""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import restart
from benchmarks.commands import reachable
from benchmarks.house import RAISED, Founded, Process, cpu_seconds, found, median, postgres, serve, serve_naive, show, workplace


def times(start: Callable[[], Process], rounds: int) -> dict[str, Any]:
    """Start and stop it again and again; the first start of all is not counted, it fills the machine's caches."""
    start().stop()
    waits, cpus = [], []
    for _ in range(rounds):
        process = start()
        waits.append(process.ready_after)
        cpus.append(cpu_seconds(process.pid))
        process.stop()
    return {"healthy_s": _told(waits), "cpu_s": _told(cpus)}


def _told(values: list[float]) -> dict[str, float]:
    return {"min": round(min(values), 2), "median": round(median(values), 2), "worst": round(max(values), 2)}


def on(founded: Founded, rounds: int) -> dict[str, Any]:
    """Our server on one database."""
    told = times(lambda: serve(founded), rounds)
    again = restart.run(founded, clients=2, rounds=rounds)
    return told | {"killed_to_first_delivery_s": again["first_delivery_s"]}


def run(founded: Founded, path: Path, *, rounds: int = 10, database: str = "") -> dict[str, Any]:
    """The benchmark. `database` is a PostgreSQL server; without one its column says so."""
    told: dict[str, Any] = {
        "rounds": rounds,
        "goal_killed_to_first_delivery_s": restart.GOAL_S,
        "load_before": round(os.getloadavg()[0], 1),
        "peer": times(serve_naive, rounds),
        "sqlite": on(founded, rounds),
    }
    if database:
        try:
            with postgres(database) as url:
                told["postgresql"] = on(found(path, 5, database=url), rounds)
        except OSError as why:
            told["postgresql"] = f"not measured: {why}"
    else:
        told["postgresql"] = "not measured: no server given"
    return told | {"raised": RAISED}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=10)
    options.add_argument("--postgres", default=reachable(), help="address of a server where a database may be made; empty: skip")
    given = options.parse_args()
    with workplace() as path:
        show(run(found(path / "data", 5), path / "postgres", rounds=given.rounds, database=given.postgres))


if __name__ == "__main__":
    main()
