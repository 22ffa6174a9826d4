"""Sessions against a slow, obvious model: whatever people, processes and clocks do, the door keeps its word (R8, RCH, CHT-03).

Random schedules of booking, answering, coming, going, renewing, dying, saying, extending and ending run through the real
dispatcher on a clock that is put forward and back at will, around the days on which four countries change their clocks.
`Model` is written from the rules as people say them and shares no code with the server. Held against it after every step:

* nobody's line is accepted outside the window, no pupil's without the teachers, and none that should be is refused;
* announced, opened and closed are told at most once each, closed is told of every session whose end has passed;
* what a looked-at gate shows is what the model says.
"""

import os
import random
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, select, update

from tests.cast import World, enter, populated_database, with_new_space
from tests.channels.test_sessions import StillClock
from twinspace_server import identity
from twinspace_server.errors import NotAllowed, TwinspaceError
from twinspace_server.law import gates, present
from twinspace_server.live import log
from twinspace_server.live.gates import Keeper
from twinspace_server.storage.store import Db, Lock, Unit

SHORT, LONG = 100, {"sqlite": 10_000, "postgresql": 1_000}
"""Schedules: a hundred in every run; PostgreSQL takes five times as long for one."""
STEPS = 24
SECOND, MINUTE, HOUR = 1_000, 60_000, 3_600_000

CHANGES = {
    "Europe/Brussels": ((2027, 3, 28), (2027, 10, 31)),
    "America/New_York": ((2027, 3, 14), (2027, 11, 7)),
    "Australia/Lord_Howe": ((2027, 4, 4), (2027, 10, 3)),
    "America/Santiago": ((2027, 4, 4), (2027, 9, 5)),
}
"""Four zones and the local days on which their clocks change: by an hour or by half of one, north and south, at night and at midnight."""


# -- the model ---------------------------------------------------------------------------------------------------------


@dataclass
class Model:
    """What people would say the rules are. Moments are plain numbers; who is there is a list of (teacher's school, until)."""

    opens: int
    closes: int
    teachers: str
    confirmed: bool = False
    cancelled: bool = False
    ended: bool = False
    sockets: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    """Socket → (person, process that renews it, until when it counts)."""

    def window(self, now: int) -> bool:
        return self.confirmed and not self.cancelled and not self.ended and self.opens <= now < self.closes

    def schools_there(self, now: int) -> set[str]:
        return {SCHOOL[person] for person, _, until in self.sockets.values() if person in TEACHERS and until > now}

    def supervised(self, now: int) -> bool:
        there = self.schools_there(now)
        return {"none": True, "any": bool(there), "each": {"gent", "batumi"} <= there}[self.teachers]

    def may_say(self, person: str, now: int) -> bool:
        return self.window(now) and (person in TEACHERS or self.supervised(now))

    def shows(self, now: int) -> str:
        if self.cancelled:
            return "cancelled"
        if self.ended:
            return "ended"
        if not self.confirmed:
            return "lapsed" if now >= self.closes else "proposed"
        if now < self.opens - 10 * MINUTE:
            return "before"
        if now < self.opens:
            return "soon"
        if now >= self.closes:
            return "over"
        return "open" if self.supervised(now) else "quiet"


TEACHERS = ("alice", "bob")
PUPILS = ("pia", "milo")
SCHOOL = {"alice": "gent", "bob": "batumi", "pia": "gent", "milo": "batumi"}


# -- the server --------------------------------------------------------------------------------------------------------


class Play:
    """One schedule: a session in a space that many schedules share, and what was done to it."""

    def __init__(self, world: World, clock: StillClock, seed: int) -> None:
        self.world = world
        self.clock = clock
        self.random = random.Random(seed)
        self.seed = seed
        self.steps: list[str] = []
        self.keeper = Keeper(world.house.dispatcher)
        self.place = ""
        self.model = Model(0, 0, "none")

    async def run(self) -> None:
        await self.begin()
        for _ in range(STEPS):
            step = self.random.choice(STORY)
            self.steps.append(f"{step} at {self.clock.now}")
            await getattr(self, step)()
            await self.look_around()
        await self.finish()

    async def begin(self) -> None:
        """Booked for the hours around a change of the clocks, an hour or so before it begins."""
        zone = self.random.choice(sorted(CHANGES))
        day = datetime(*self.random.choice(CHANGES[zone]))  # noqa: DTZ001
        local = day + timedelta(minutes=self.random.choice([0, 30, 45, 60, 90, 120, 150, 180, 240, 600]) - 60)
        minutes = self.random.choice([5, 20, 45, 60, 90])
        opens = utc(local, zone)
        while shown(opens, zone) != local:  # skipped by the clocks: nobody can agree on it
            local += timedelta(minutes=30)
            opens = utc(local, zone)
        self.clock.now = opens - self.random.choice([70, 20, 3, 0]) * MINUTE - self.random.choice([0, 1, 999])
        teachers = self.random.choice(["each", "each", "any", "none"])
        answer = await self.world.do(
            "alice", "session.book", space=self.world.space, subject=f"Schedule {self.seed}", start=local.strftime("%Y-%m-%dT%H:%M"),
            zone=zone, minutes=minutes, people=[self.world[name].id for name in ("bob", "pia", "milo")], teachers=teachers,
        )  # fmt: skip
        self.place = answer["place"]["id"]
        self.model = Model(opens, opens + minutes * MINUTE, teachers)
        if self.random.random() < 0.9:
            await self.accept()

    # what people do

    async def accept(self) -> None:
        allowed = not self.model.cancelled and not self.model.ended and self.clock.now < self.model.closes
        await self.expect(allowed, "bob", "session.answer", answer="accepted")
        self.model.confirmed |= allowed

    async def say(self) -> None:
        for person in self.random.sample((*TEACHERS, *PUPILS, *PUPILS), 3):
            await self.expect(self.model.may_say(person, self.clock.now), person, "chat.say", text="Hoi!")

    async def extend(self) -> None:
        allowed = self.model.window(self.clock.now)
        minutes = self.random.choice([1, 5, 10])
        await self.expect(allowed, "bob", "session.extend", minutes=minutes)
        self.model.closes += minutes * MINUTE if allowed else 0

    async def end(self) -> None:
        if self.random.random() < 0.1:
            allowed = self.model.window(self.clock.now)
            await self.expect(allowed, "alice", "session.end")
            self.model.ended |= allowed

    async def cancel(self) -> None:
        if self.random.random() < 0.05:
            allowed = not self.model.cancelled and not self.model.ended and self.clock.now < self.model.closes
            await self.expect(allowed, "alice", "session.cancel")
            self.model.cancelled |= allowed

    # who comes and goes

    async def come(self) -> None:
        for person in self.random.sample((*TEACHERS, *TEACHERS, *PUPILS), 2):
            process, socket = self.random.choice(["one", "two"]), f"{self.place}-{person}-{self.random.randrange(2)}"
            until = self.clock.now + 30 * SECOND
            await self.write(
                lambda db, s=socket, p=person, x=process, u=until: present.enter(
                    db, socket=s, place=self.place, space=self.world.space, person=self.world[p].id, process=self.process(x), until=u
                )
            )
            self.model.sockets[socket] = (person, process, until)
            self.keeper.look_at({self.place: self.world.space})

    async def go(self) -> None:
        if self.model.sockets:
            socket = self.random.choice(sorted(self.model.sockets))
            person, _, _ = self.model.sockets[socket]
            until = self.clock.now + 30 * SECOND
            await self.write(lambda db: present.linger(db, socket, self.place, until))
            self.model.sockets[socket] = (person, "gone", until)
            self.keeper.look_at({self.place: self.world.space})

    async def renew(self) -> None:
        process = self.random.choice(["one", "two"])
        until = self.clock.now + 30 * SECOND
        await self.write(lambda db: present.renew(db, self.process(process), until))
        for socket, (person, renewed_by, _) in self.model.sockets.items():
            if renewed_by == process:
                self.model.sockets[socket] = (person, process, until)

    async def sweep(self) -> None:
        """What a process does with rows that have lapsed."""
        now = self.clock.now
        await self.write(lambda db: db.execute(delete(present.presence).where(present.presence.c.until <= now)))
        self.model.sockets = {key: known for key, known in self.model.sockets.items() if known[2] > now}

    async def restart(self) -> None:
        """In good order, or killed (what it had open is never renewed again); the keeper starts anew, knowing nothing."""
        process = self.random.choice(["one", "two"])
        if self.random.random() < 0.5:
            await self.write(lambda db: present.let_go(db, self.process(process)))
        else:
            orphaned = (
                update(present.presence).where(present.presence.c.process == self.process(process)).values(process=f"dead-{self.seed}")
            )
            await self.write(lambda db: db.execute(orphaned))
        for socket, (person, renewed_by, until) in self.model.sockets.items():
            if renewed_by == process:
                self.model.sockets[socket] = (person, "gone", until)
        self.keeper = Keeper(self.world.house.dispatcher)

    # what clocks do

    async def a_moment(self) -> None:
        self.clock.now += self.random.choice([1, 999, 5 * SECOND, 10 * SECOND, 29_999, 30 * SECOND])

    async def to_an_edge(self) -> None:
        """The millisecond before, or of, something that happens by time."""
        edges = [
            self.model.opens - 10 * MINUTE,
            self.model.opens,
            self.model.closes,
            *(until for _, _, until in self.model.sockets.values()),
        ]
        self.clock.now = self.random.choice(edges) - self.random.choice([0, 0, 1])

    async def a_while(self) -> None:
        self.clock.now += self.random.choice([1, 7, 20, 60]) * MINUTE

    async def forward(self) -> None:
        self.clock.now += self.random.choice([2 * MINUTE, HOUR, 26 * HOUR])

    async def back(self) -> None:
        self.clock.now -= self.random.choice([SECOND, 40 * SECOND, 2 * MINUTE, HOUR, 26 * HOUR])

    # what must hold

    async def look_around(self) -> None:
        """Sometimes the keeper is late; when it has looked, it shows what is."""
        if self.random.random() < 0.3:
            return
        await self.turn()

    async def turn(self) -> None:
        # A test has no steady clock beside: each look is as one after a clock was put back.
        self.keeper._last = None
        await self.keeper.turn()
        told = await self.world.ask("pia", "place.open", place=self.place)
        assert told["gate"]["state"] == self.model.shows(self.clock.now), self
        if told["gate"]["state"] == "quiet":
            wanted = {"any": {""}, "each": {getattr(self.world, s) for s in {"gent", "batumi"} - self.model.schools_there(self.clock.now)}}
            assert set(told["gate"]["missing"]) == wanted[self.model.teachers], self

    async def finish(self) -> None:
        """The end has passed: it was told, once, and everything before it at most once."""
        self.clock.now = max(self.clock.now, self.model.closes) + HOUR
        await self.turn()
        await self.turn()
        await self.expect(False, "pia", "chat.say", text="Too late.")
        await self.expect(False, "alice", "chat.say", text="Too late.")
        query = select(log.log.c.event).where(log.log.c.place == self.place)
        told = await self.world.house.store.read(lambda db: [row[0] for row in db.execute(query)])
        count = {event: told.count(event) for event in ("gate.announced", "gate.opened", "gate.closed")}
        over_by_hand = self.model.cancelled or self.model.ended
        assert max(count["gate.announced"], count["gate.opened"]) <= 1, self
        assert count["gate.closed"] == 1 or (over_by_hand and count["gate.closed"] == 0), self
        said = await self.world.ask("alice", "chat.history", place=self.place, limit=100)
        stamps = [int(datetime.fromisoformat(line["at"]).timestamp() * 1000) for line in said["messages"]]
        assert all(self.model.opens <= stamp < self.model.closes for stamp in stamps), self
        # The next schedule begins at another time: this one's keeper has nothing to do there.
        await self.write(lambda db: db.execute(delete(gates.gates).where(gates.gates.c.place == self.place)))

    async def expect(self, allowed: bool, person: str, method: str, /, **params: Any) -> None:
        why: TwinspaceError | None = None
        try:
            await self.world.do(person, method, place=self.place, **params)
        except TwinspaceError as error:
            why = error
        done = why is None
        assert done == allowed, f"{person} {method}: done {done}, should {allowed} {why!r} {self}"
        assert done or method != "chat.say" or isinstance(why, NotAllowed), why

    def process(self, name: str) -> str:
        return f"{self.place}-{name}"

    async def write(self, run: Any) -> None:
        await self.world.house.store.write(Unit("house", run, law=Lock.NONE))

    def __str__(self) -> str:
        return f"schedule {self.seed}: {self.model} now {self.clock.now}; " + ", ".join(self.steps)


STORY = (
    "accept", "say", "say", "say", "say", "extend", "extend", "end", "cancel", "come", "come", "come", "come", "go", "go", "renew",
    "renew", "sweep", "restart", "a_moment", "a_moment", "to_an_edge", "to_an_edge", "to_an_edge", "to_an_edge", "a_while", "forward",
    "back", "back",
)  # fmt: skip


def utc(local: datetime, zone: str) -> int:
    return int(local.replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)


def shown(moment: int, zone: str) -> datetime:
    return datetime.fromtimestamp(moment / 1000, ZoneInfo(zone)).replace(tzinfo=None)


# -- proofs ------------------------------------------------------------------------------------------------------------


@asynccontextmanager
async def theatre(kind: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[World, StillClock]]:
    """A house whose only clock is ours, the database's too, and whose sessions of people last for ever."""
    clock = StillClock(utc(datetime(2027, 1, 1), "UTC"))  # noqa: DTZ001
    fast = Path("/dev/shm")
    with TemporaryDirectory(dir=fast if fast.is_dir() else None) as room:
        async with populated_database(kind, Path(room)) as (url, made):
            monkeypatch.setattr(Db, "now", lambda _db: clock.now)
            async with enter(url, Path(room), replace(made, clock=clock)) as world:  # type: ignore[arg-type]
                for_ever = update(identity.sessions).values(expires_at=2**52)
                await world.house.store.write(Unit("house", lambda db: db.execute(for_ever).rowcount, law=Lock.NONE))
                yield world, clock


async def play(kind: str, seeds: Iterable[int], monkeypatch: pytest.MonkeyPatch) -> None:
    async with theatre(kind, monkeypatch) as (made, clock):
        world = made
        for number, seed in enumerate(seeds):
            if number % 100 == 99:  # a space has an end, and so has patience with a large one
                world = await with_new_space(made)
            await Play(world, clock, seed).run()


async def test_schedules(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    await play(kind, range(SHORT), monkeypatch)


@pytest.mark.long
async def test_thousands_of_schedules(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = int(os.environ.get("TWINSPACE_SEED", "1000"))
    await play(kind, range(first, first + LONG[kind]), monkeypatch)
