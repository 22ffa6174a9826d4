"""All benchmarks on one founded installation, as one JSON document: `make bench`.

Some ten minutes on two cores; `--quick` takes a few, with single runs that say less.
"""

import argparse
import os
import platform
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import (
    agenda,
    commands,
    fanout,
    files,
    idle,
    opening,
    pages,
    pictures,
    pinboard,
    pokes,
    public,
    restart,
    search,
    sign_in_flood,
    start,
    stuck,
    tree,
)
from benchmarks.house import Founded, copied, found, show, workplace

# Each in a copy of the founded installation, with the options that were given and a directory of its own.
ALL: dict[str, Callable[[Founded, argparse.Namespace, Path], dict[str, Any]]] = {
    "fanout": lambda here, given, _beside: fanout.run(here, quick=given.quick),
    "pinboard": lambda here, given, _beside: pinboard.run(here, quick=given.quick),
    "commands": lambda here, given, beside: commands.run(here, beside, quick=given.quick, database=given.postgres),
    "idle": lambda here, given, _beside: idle.run(here, connections=500 if given.quick else 2000),
    "stuck": lambda here, given, _beside: stuck.run(here, quick=given.quick),
    "sign_in_flood": lambda here, given, _beside: sign_in_flood.run(here, quick=given.quick),
    "restart": lambda here, given, _beside: restart.run(here, rounds=1 if given.quick else 5),
    "start": lambda here, given, beside: start.run(here, beside, rounds=3 if given.quick else 10, database=given.postgres),
    "pokes": lambda _here, given, _beside: pokes.run(quick=given.quick, postgres=given.postgres, redis=given.redis, nats=given.nats),
    "opening": lambda here, given, _beside: opening.run(here, quick=given.quick),
    "tree": lambda here, given, _beside: tree.run(here, quick=given.quick),
    "agenda": lambda _here, given, _beside: agenda.run(quick=given.quick),
    "pictures": lambda here, given, _beside: pictures.run(here, quick=given.quick),
    "pages": lambda here, given, _beside: pages.run(here, quick=given.quick),
    "files": lambda here, given, _beside: files.run(here, quick=given.quick),
    "public": lambda here, given, beside: public.run(here, beside, quick=given.quick),
    "search": lambda _here, given, _beside: search.run(quick=given.quick, database=given.postgres),
}


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("--quick", action="store_true", help="single, short runs")
    options.add_argument("--only", choices=ALL, action="append", help="this one (may be given more than once)")
    options.add_argument("--people", type=int, help="accounts to make; members and connections beyond that share them")
    options.add_argument("--postgres", default=commands.reachable(), help="server where a database may be made; empty: skip")
    pokes.addresses(options)
    given = options.parse_args()
    people = given.people or (10 if given.quick else 50)
    started = time.monotonic()
    told: dict[str, Any] = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.platform()},
        "people": people,
    }
    with workplace() as path:
        founded = found(path / "founded", people)
        for name in given.only or ALL:
            begun = time.monotonic()
            told[name] = ALL[name](copied(founded, path / name), given, path / f"{name} beside")
            told[name]["seconds"] = round(time.monotonic() - begun)
    told["seconds"] = round(time.monotonic() - started)
    show(told)


if __name__ == "__main__":
    main()
