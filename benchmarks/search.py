"""Search over very many messages in 500 rooms of one space, half of which the reader may read, beside the same over few;
and what filling the index in its own unit would cost each `chat.say`, in one run with and without it. In this process.
"""

import argparse
import asyncio
import itertools
import random
import resource
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from benchmarks.commands import reachable
from benchmarks.house import median, percentile, postgres, show
from twinspace_server import app, ids, settings
from twinspace_server.channels.chat import Say, messages, say
from twinspace_server.law import members as law_members
from twinspace_server.law import places as law_places
from twinspace_server.live import indexing, log
from twinspace_server.live.dispatch import Dispatcher
from twinspace_server.spaces.search import Find, find
from twinspace_server.storage import fulltext, migrate
from twinspace_server.storage.store import Db, Unit

GOAL_TIMES = 2
ROOMS = 500
WORDS = [f"{a}{b}{c}" for a, b, c in itertools.product(["otter", "river", "bridge", "heron", "water", "school"], "aeiou", range(600))]
WEIGHTS = list(itertools.accumulate(1 / (n + 1) for n in range(len(WORDS))))
LOOKED_FOR = {
    "frequent": WORDS[3],
    "rare": WORDS[9000],
    "two words": f"{WORDS[1]} {WORDS[40]}",
    "begun": WORDS[700][:7],
    "nothing": "quokka",
}
BATCH = 5_000


async def measure(url: str, path: Path, many: int) -> dict[str, Any]:
    """One installation with so many messages."""
    await asyncio.to_thread(migrate.upgrade, url)
    given = settings.load({"TWINSPACE_DATABASE_URL": url, "TWINSPACE_DATA_DIR": str(path), "TWINSPACE_INSECURE_HTTP": "1"})
    async with app.assemble(given) as house:
        space, now = ids.new(), house.dispatcher.clock()
        rooms = await house.store.write(Unit(space=space, run=lambda db: _found(db, space, now)))
        begun = time.monotonic()
        for start in range(0, many, BATCH):
            some = range(start, min(start + BATCH, many))
            await house.store.write(Unit(space=space, run=lambda db, some=some: _fill(db, space, rooms, some, now)))  # type: ignore[misc]
        told: dict[str, Any] = {"messages": many, "filled_per_s": round(many / (time.monotonic() - begun))}
        if house.store.name == "postgresql":  # as its own housekeeping does after so many rows
            await house.store.write(Unit(space=space, run=lambda db: db.execute(text("ANALYZE found"))))
        dispatcher = house.dispatcher
        for name, words in LOOKED_FOR.items():
            took, hits = [], 0
            for _ in range(40):
                started = time.perf_counter()
                answer = await house.store.read(lambda db, words=words: find(_reader(dispatcher, db, space), Find(space=space, text=words)))  # type: ignore[misc]
                took.append(time.perf_counter() - started)
                hits = len(answer.hits)
            took.sort()
            told[name] = {"ms": round(median(took) * 1000, 2), "p95_ms": round(percentile(took, 0.95) * 1000, 2), "hits": hits}
        told["chat.say"] = await _cost(dispatcher, space, rooms[0])
        return told


def _found(db: Db, space: str, now: int) -> list[str]:
    law_places.make_space(db, kind="project", title="Many rooms", author="teacher", at=now, id=space)
    log.begin(db, space)
    for person, role in (("teacher", "teacher"), ("pupil", "pupil")):
        law_members.add_member(db, space, person=person, role=role, administrator=False, school=None, at=now, seq=0)  # type: ignore[arg-type]
    tables = ({"role:teacher": 15, "role:pupil": 3}, {"role:teacher": 15})
    return [
        law_places.make_place(db, space=space, parent=space, kind="chat", title=f"Room {n}", author="teacher", at=now, rows=tables[n % 2])
        for n in range(ROOMS)
    ]


def _fill(db: Db, space: str, rooms: list[str], some: range, now: int) -> None:
    rows, index = [], []
    for n in some:
        dice = random.Random(n)
        id, place, said = ids.new(now + n), dice.choice(rooms), " ".join(dice.choices(WORDS, cum_weights=WEIGHTS, k=9))
        rows.append(
            {
                "id": id, "space": space, "place": place, "seq": n + 1, "at": now + n, "author": "teacher", "text": said, "reply_to": None,
                "edited_at": None, "state": "said", "reason": None, "reacted": 0,
            }
        )  # fmt: skip
        index.append({"kind": "message", "id": id, "space": space, "place": place, "audience": "", "words": fulltext.tokens(space, said)})
    db.connection.execute(insert(messages), rows)
    db.connection.execute(insert(fulltext.found), index)


def _reader(dispatcher: Dispatcher, db: Db, space: str) -> Any:
    return dispatcher._context(db, None, "pupil", space, dispatcher.laws.current(db, space), dispatcher.clock(), when_closed=True)


async def _cost(dispatcher: Dispatcher, space: str, place: str) -> dict[str, Any]:
    """CPU of a said line in this process, by turns with and without the index."""
    known, took = dispatcher.registry.items["message"], {"with": 0.0, "without": 0.0}
    command, lines = dispatcher.registry.commands["chat.say"], 100
    rounds = 24

    def unit(db: Db) -> None:
        context: Any = dispatcher._context(
            db, None, "pupil", space, dispatcher.laws.current(db, space), dispatcher.clock(), when_closed=False
        )
        tag = ids.tag()
        context.take_number = lambda: log.raise_counter(db, space, tag)
        say(context, Say(place=place, text=" ".join(random.choices(WORDS, cum_weights=WEIGHTS, k=9))))
        entries = dispatcher._record(context, command, "pupil", tag, context.law)
        indexing.index(db, dispatcher.registry, entries)

    for number in range(rounds):
        name = ("with", "without")[number % 2]
        dispatcher.registry.items["message"] = known if name == "with" else replace(known, words=None)
        started = _cpu()
        for _ in range(lines):
            await dispatcher.store.write(Unit(space=space, run=unit))
        if number > 1:
            took[name] += _cpu() - started
    dispatcher.registry.items["message"] = known
    told = {f"cpu_us_{name}": round(seconds / (lines * (rounds / 2 - 1)) * 1e6) for name, seconds in took.items()}
    return told | {"more": f"{took['with'] / took['without'] - 1:.0%}"}


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def run(*, quick: bool = False, database: str = "") -> dict[str, Any]:
    """The benchmark. `database` is a PostgreSQL server; without one its column says so."""
    sizes = (2_000, 20_000) if quick else (10_000, 1_000_000)
    told: dict[str, Any] = {"goal_times": GOAL_TIMES, "rooms": ROOMS}
    for kind in ("sqlite", "postgresql"):
        if kind == "postgresql" and not database:
            told[kind] = "not measured: no server given"
            continue
        told[kind] = []
        for many in sizes:
            with tempfile.TemporaryDirectory() as room:
                if kind == "sqlite":
                    told[kind].append(asyncio.run(measure(f"sqlite:///{room}/twinspace.sqlite", Path(room), many)))
                else:
                    with postgres(database) as url:
                        told[kind].append(asyncio.run(measure(url, Path(room), many)))
    return told


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--postgres", default=reachable(), help="address of a server where a database may be made; empty: skip")
    given = options.parse_args()
    show(run(quick=given.quick, database=given.postgres))


if __name__ == "__main__":
    main()
