"""What people see of a gate, and the keeper that looks at gates when their time comes (RCH-01, CHT-03).

Whether a line is accepted is decided in its own unit (`law/gates.py`); here it is only told: announced, opened, quiet,
closed. `next_at` in the gate's row is the whole schedule, so it survives restarts, and looking again shows the same, so it
bears two processes, a late keeper and a clock that jumps. Announcing, opening and closing are told once each.
"""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from time import monotonic
from typing import Annotated, Any

import structlog
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Table, Text, and_, delete, or_, select, update

from twinspace_server.clock import iso_or_none
from twinspace_server.errors import TwinspaceError
from twinspace_server.law import gates, present
from twinspace_server.law.hours import Hours
from twinspace_server.live.dispatch import Dispatcher
from twinspace_server.live.feature import CommandParams, Context, Feature, Id, Item, ItemKind, Ref
from twinspace_server.live.feature import Gate as Knock
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db, Lock, Unit
from twinspace_server.storage.tables import metadata

AT_ONCE = 50
"""Gates of one space that are looked at in one unit."""
MOST = 1_000
LOOK_SECONDS = 5.0
"""How long the keeper sleeps at most, and so how late it notices that the clock was put."""
PUT_BACK_MS = 1_000
SET_ASIDE_MS = 60_000

attendance = Table(
    "attendance",
    metadata,
    Column("place", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("here", BigInteger, nullable=False),
)

_SEEN_HERE = upsert(attendance, ["place", "person"], ["last", "here"])

logger = structlog.get_logger(__name__)

feature = Feature("gate")


class Gate(Item, tag="gate", frozen=True):
    """When one may write in a room, who must be there, and how it stands. `id` is the place.

    `missing` are the schools without a teacher in a quiet room; an empty name means that any teacher will do.
    """

    opens_at: str | None
    closes_at: str | None
    hours: Hours | None
    teachers: gates.Teachers
    state: gates.State
    missing: list[str]


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Gates by place."""
    return {
        gate.place: Gate(
            id=gate.place, opens_at=iso_or_none(gate.opens_at), closes_at=iso_or_none(gate.closes_at), hours=gate.hours,
            teachers=gate.teachers, state=gate.shown, missing=list(gate.missing),
        )
        for gate in gates.several(db, list(wanted)).values()
    }  # fmt: skip


feature.item(ItemKind("gate", Gate, load, place=lambda gate: str(gate.id)))


class LookAtGates(CommandParams, kw_only=True):
    space: Id
    places: Annotated[list[Id], Meta(max_length=AT_ONCE)]


@feature.command("gate.look", gate=Knock.HOUSE, emits=["gate.announced", "gate.opened", "gate.closed", "gate.changed"])
def look(ctx: Context, p: LookAtGates) -> None:
    """Show how these gates stand now, and note when to look again."""
    ctx.hold()  # nobody books, extends or ends a session between this look and the commit
    for place in p.places:
        gate = gates.of(ctx.db, place)
        if gate is None:
            continue
        if place not in ctx.rules.places:
            gates.change(ctx.db, place, next_at=None)
            continue
        seen = gates.look(ctx.db, ctx.rules, gate, ctx.now)
        if gate.closes_at is not None and (seen.state in ("open", "quiet") or gate.shown in ("open", "quiet")):
            attend(ctx.db, place, ctx.now, over=seen.state not in ("open", "quiet"))
        event, told = _news(gate, seen, ctx.now)
        gates.shown(ctx.db, place, seen, **told)
        if event is not None:
            ctx.emit(event, Ref("gate", place), place=place)


def _news(gate: gates.Gate, seen: gates.Look, now: int) -> tuple[str | None, dict[str, int]]:
    """What there is to tell, and the columns that remember that it was told."""
    if gate.opens_at is not None:
        if seen.state == "soon" and gate.announced is None:
            return "gate.announced", {"announced": now}
        if seen.state in ("open", "quiet", "outside") and gate.opened is None:
            return "gate.opened", {"opened": now}
        if seen.state in ("over", "lapsed") and gate.closed is None:
            return "gate.closed", {"closed": now}
    if (seen.state, seen.missing) != (gate.shown, gate.missing):
        return "gate.changed", {}
    return None, {}


def attend(db: Db, place: str, now: int, *, over: bool) -> None:
    """Keep who is, and who was, in a session while it is open."""
    here = [] if over else present.here(db, place)
    for person in here:
        _SEEN_HERE(db, {"place": place, "person": person, "first": now, "last": now, "here": 1})
    gone = and_(attendance.c.place == place, attendance.c.here == 1, attendance.c.person.not_in(here))
    db.execute(update(attendance).where(gone).values(last=now, here=0))


class Keeper:
    """Looks at the gates of all spaces when they are due. One in each process; which of them is first doesn't matter."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self._dispatcher = dispatcher
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._asked: dict[str, str] = {}
        self._ended = False
        self._last: tuple[int, float] | None = None

    async def start(self) -> None:
        """From now on, beginning with what was due while nobody looked."""
        self._dispatcher.store.wakes["gates"] = self._news.set
        self._task = asyncio.create_task(self._work())

    async def stop(self) -> None:
        """Finish what is under way."""
        self._ended = True
        self._news.set()
        if self._task is not None:
            await self._task

    def look_at(self, places: Mapping[str, str]) -> None:
        """Somebody came or went in these places (→ their space)."""
        self._asked.update(places)
        self._news.set()

    async def _work(self) -> None:
        while not self._ended:
            self._news.clear()
            try:
                pause = await self.turn()
            except TwinspaceError:
                logger.warning("gates_unread")
                pause = LOOK_SECONDS
            try:
                await asyncio.wait_for(self._news.wait(), pause)
            except TimeoutError:
                continue

    async def turn(self) -> float:
        """Look at everything that is due or was asked for; the seconds until there is more."""
        now = self._dispatcher.clock()
        asked, self._asked = self._asked, {}
        put_back, self._last = self._put_back(now), (now, monotonic())
        due, next_at = await self._dispatcher.store.read(lambda db: _due(db, now, put_back))
        by_space: dict[str, list[str]] = defaultdict(list)
        for place, space in {**dict(due), **asked}.items():
            by_space[space].append(place)
        for space, places in by_space.items():
            for at in range(0, len(places), AT_ONCE):
                await self._look(space, places[at : at + AT_ONCE])
        if len(due) == MOST:
            return 0.0
        return LOOK_SECONDS if next_at is None else min(LOOK_SECONDS, max(0.01, (next_at - now) / 1000))

    def _put_back(self, now: int) -> bool:
        """The clock shows less than it should (or nothing is known yet): gates may show what is no longer so."""
        if self._last is None:
            return True
        wall, steady = self._last
        return now - wall < (monotonic() - steady) * 1000 - PUT_BACK_MS

    async def _look(self, space: str, places: list[str]) -> None:
        """One that fails holds up none of the others; it is set aside for a minute."""
        try:
            await self._dispatcher.house("gate.look", LookAtGates(space=space, places=places), space)
        except Exception as error:
            if len(places) > 1:
                for place in places:
                    await self._look(space, [place])
                return
            logger.exception("gate_not_looked_at", kind=type(error).__name__)
            later = self._dispatcher.clock() + SET_ASIDE_MS
            aside = update(gates.gates).where(gates.gates.c.place == places[0]).values(next_at=later)
            await self._dispatcher.store.write(Unit(space, lambda db: db.execute(aside).rowcount, law=Lock.NONE))


def _due(db: Db, now: int, put_back: bool) -> tuple[list[tuple[str, str]], int | None]:
    """The gates (with their spaces) to look at, and when the next one is due after these."""
    table = gates.gates.c
    wanted: Any = table.next_at <= now
    if put_back:
        ahead = [
            and_(table.shown.in_(["over", "lapsed"]), table.closes_at > now),
            and_(table.shown.in_(["open", "quiet", "outside"]), table.opens_at > now),
            and_(table.shown == "soon", table.opens_at > now + gates.ANNOUNCED_MS),
            and_(or_(table.hours.is_not(None), table.teachers != "none"), table.shut.is_(None), table.next_at.is_not(None)),
        ]
        wanted = or_(wanted, *ahead)
    due = db.execute(select(table.place, table.space).where(wanted).order_by(table.next_at).limit(MOST)).fetchall()
    after = db.execute(select(table.next_at).where(table.next_at > now).order_by(table.next_at).limit(1)).scalar()
    return [(row[0], row[1]) for row in due], after


def forget(db: Db, places: Collection[str]) -> None:
    """Drop who was in rooms that are gone for ever."""
    db.execute(delete(attendance).where(attendance.c.place.in_(places)))
