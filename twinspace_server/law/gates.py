"""Gates: when one may write in a room, and which teachers must be there (RCH, CHT-03).

A place with a gate is marked in the law (`PlaceRow.gated`); what the gate says is read in the unit that wants to write, from
its row and the rows of presence, by their times. So nothing that happens by itself late (`live/gates.py`) can let anything
in. A gate holds up writing alone, never reading. It speaks before tables do, in this order:

1. it is shut: the session is only proposed, was cancelled or ended early, or the space's policy forbids such a room;
2. the window of a session; it binds everybody, teachers and administrators too;
3. a room's weekly hours;
4. the teachers who must be there. 3 and 4 bind all but teachers and administrators: guests are held up as pupils are.

A teacher is *there* while the very room is open before them, and for 30 seconds after that.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import msgspec
from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, insert, select, update

from twinspace_server.clock import iso
from twinspace_server.errors import Reason
from twinspace_server.law import present
from twinspace_server.law.hours import Hours, next_change, within
from twinspace_server.law.rights import Law
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

ANNOUNCED_MS = 600_000
"""So long before it opens a session is announced."""
LOOK_MS = 30_000
"""A quiet room is looked at again after this time, should the coming of a teacher not have been told."""

Teachers = Literal["none", "any", "each"]
"""Who must be there: nobody, any teacher, or one of each school whose pupils may write."""
Shut = Literal["proposed", "cancelled", "ended", "policy"]
State = Literal["proposed", "lapsed", "cancelled", "ended", "policy", "before", "soon", "open", "quiet", "outside", "over"]
OVER = ("lapsed", "cancelled", "ended", "over")

gates = Table(
    "gates",
    metadata,
    Column("place", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("opens_at", BigInteger),
    Column("closes_at", BigInteger),
    Column("hours", Text),
    Column("teachers", Text, nullable=False),
    Column("shut", Text),
    Column("shown", Text, nullable=False),
    Column("missing", Text, nullable=False),
    Column("announced", BigInteger),
    Column("opened", BigInteger),
    Column("closed", BigInteger),
    Column("next_at", BigInteger),
    Index("ix_gates_next_at", "next_at"),
    Index("ix_gates_space", "space"),
)

_COLUMNS = (
    gates.c.place, gates.c.space, gates.c.opens_at, gates.c.closes_at, gates.c.hours, gates.c.teachers, gates.c.shut, gates.c.shown,
    gates.c.missing, gates.c.announced, gates.c.opened, gates.c.closed,
)  # fmt: skip
_ONE = Hot(select(*_COLUMNS).where(gates.c.place == bindparam("place")))
_THERE = Hot(select(gates.c.place).where(gates.c.place == bindparam("place")))


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate's row. `shown` and `missing` are what people are told, written by `live/gates.py`; no decision reads them."""

    place: str
    space: str
    opens_at: int | None
    closes_at: int | None
    hours: Hours | None
    teachers: Teachers
    shut: Shut | None
    shown: State
    missing: tuple[str, ...]
    announced: int | None
    opened: int | None
    closed: int | None


@dataclass(frozen=True, slots=True)
class Look:
    """What a gate shows at a moment; `next_at` is when it may show something else by itself."""

    state: State
    missing: tuple[str, ...]
    next_at: int | None


def there(db: Db, place: str) -> bool:
    """Whether the place has a gate."""
    return _THERE.one(db, {"place": place}) is not None


def of(db: Db, place: str) -> Gate | None:
    """The place's gate, as this unit sees it."""
    row = _ONE.one(db, {"place": place})
    return None if row is None else _gate(row)


def several(db: Db, places: list[str]) -> dict[str, Gate]:
    """The gates of these places."""
    rows = db.execute(select(*_COLUMNS).where(gates.c.place.in_(places))).fetchall() if places else []
    return {row[0]: _gate(row) for row in rows}


def _gate(row: Any) -> Gate:
    place, space, opens_at, closes_at, hours, teachers, shut, shown, missing_, announced, opened, closed = row
    weekly = _hours(hours) if hours is not None else None
    return Gate(
        place, space, opens_at, closes_at, weekly, teachers, shut, shown, tuple(msgspec.json.decode(missing_)), announced, opened, closed
    )


@lru_cache(maxsize=512)
def _hours(text: str) -> Hours:
    return msgspec.json.decode(text, type=Hours)


# -- deciding --------------------------------------------------------------------------------------------------------


def held_up(db: Db, law: Law, person: str, place: str, now: int) -> Reason | None:
    """Why this member may not write there at this moment, whatever tables say; None when the gate is open to them."""
    gate, standing = of(db, place), law.members.get(person)
    if gate is None:
        return None
    shut = _shut(law, gate)
    if shut is not None:
        return Reason(f"room_{shut}")
    if gate.opens_at is not None and now < gate.opens_at:
        return Reason("room_not_yet", {"at": iso(gate.opens_at)})
    if gate.closes_at is not None and now >= gate.closes_at:
        return Reason("room_over", {"at": iso(gate.closes_at)})
    if standing is not None and (standing.role == "teacher" or standing.administrator):
        return None
    if gate.hours is not None and not within(gate.hours, now):
        return Reason("room_outside_hours")
    if gate.teachers != "none" and missing(law, gate, present.counting(db, place)):
        return Reason(f"room_without_{gate.teachers}_teacher")
    return None


def _shut(law: Law, gate: Gate) -> Shut | None:
    """A room of two is shut by the space's policy if both are pupils, and always if they are a guest and a pupil."""
    row = law.places.get(gate.place)
    if row is None or row.kind != "pair":
        return gate.shut
    roles = sorted(law.members[person].role for person in row.people if person in law.members)
    if roles == ["guest", "pupil"]:
        return "policy"
    return gate.shut if roles == ["pupil", "pupil"] else None


def missing(law: Law, gate: Gate, counting: Mapping[str, int]) -> tuple[str, ...]:
    """The schools of which a teacher is missing; an empty name means that any teacher is."""
    return tuple(sorted(school or "" for school, until in _needed(law, gate, counting).items() if until is None))


def _needed(law: Law, gate: Gate, counting: Mapping[str, int]) -> dict[str | None, int | None]:
    """Each school of which a teacher must be there (None: any) → until when one counts."""
    if gate.teachers == "none":
        return {}
    best: dict[str | None, int] = {}
    for person, until in counting.items():
        standing = law.members.get(person)
        if standing is not None and standing.role == "teacher" and law.sees(person, gate.place):
            for school in {None, standing.school}:
                best[school] = max(until, best.get(school, 0))
    wanted: frozenset[str | None] = frozenset([None]) if gate.teachers == "any" else law.pupils_schools(gate.place)
    return {school: best.get(school) for school in wanted}


# -- showing ---------------------------------------------------------------------------------------------------------


def look(db: Db, law: Law, gate: Gate, now: int) -> Look:
    """What people are to be told of it now; follows the times, forwards and backwards, like `held_up` does."""
    shut = _shut(law, gate)
    if shut == "proposed" and gate.closes_at is not None:
        return Look("lapsed", (), None) if now >= gate.closes_at else Look("proposed", (), gate.closes_at)
    if shut is not None:
        return Look(shut, (), None)
    if gate.opens_at is not None and now < gate.opens_at:
        soon = gate.opens_at - ANNOUNCED_MS
        return Look("before", (), soon) if now < soon else Look("soon", (), gate.opens_at)
    if gate.closes_at is not None and now >= gate.closes_at:
        return Look("over", (), None)
    edges = [gate.closes_at, next_change(gate.hours, now) if gate.hours is not None else None]
    if gate.hours is not None and not within(gate.hours, now):
        return Look("outside", (), _first(edges))
    needed = _needed(law, gate, present.counting(db, gate.place)) if gate.teachers != "none" else {}
    lacking = tuple(sorted(school or "" for school, until in needed.items() if until is None))
    if lacking:
        return Look("quiet", lacking, _first([*edges, now + LOOK_MS]))
    # Rows of presence tell their end by the database's clock.
    lapses = [now + until - db.now() for until in needed.values() if until is not None]
    return Look("open", (), _first([*edges, *lapses]))


def _first(moments: list[int | None]) -> int | None:
    return min((moment for moment in moments if moment is not None), default=None)


# -- writing ---------------------------------------------------------------------------------------------------------


def put(
    db: Db,
    *,
    place: str,
    space: str,
    opens_at: int | None = None,
    closes_at: int | None = None,
    hours: Hours | None = None,
    teachers: Teachers = "none",
    shut: Shut | None = None,
    shown: State | None = None,
) -> None:
    """Gives a place a gate. The unit must change the law, so that everybody knows that there is one.

    `shown` is what people are told before anybody looks: for a place that this very unit makes, which no law knows yet.
    """
    text = msgspec.json.encode(hours).decode() if hours is not None else None
    db.execute(
        insert(gates),
        {
            "place": place, "space": space, "opens_at": opens_at, "closes_at": closes_at, "hours": text, "teachers": teachers, "shut": shut,
            "shown": shown or shut or "before", "missing": "[]", "announced": None, "opened": None, "closed": None, "next_at": 0,
        },
    )  # fmt: skip
    db.wake("gates")


def change(db: Db, place: str, **values: int | str | None) -> None:
    """Changes columns of a gate; `settle` in the same unit shows what that means."""
    db.execute(update(gates).where(gates.c.place == place).values(**{"next_at": 0, **values}))
    db.wake("gates")


def settle(db: Db, law: Law, place: str, now: int) -> None:
    """Writes what the gate shows after a change, so that the event that tells of the change carries it."""
    gate = of(db, place)
    if gate is not None:
        seen = look(db, law, gate, now)
        shown(db, place, seen, next_at=0)


def shown(db: Db, place: str, seen: Look, **values: int | None) -> None:
    """Writes what was seen."""
    told = {"shown": seen.state, "missing": msgspec.json.encode(seen.missing).decode(), "next_at": seen.next_at, **values}
    db.execute(update(gates).where(gates.c.place == place).values(**told))


def forget(db: Db, places: Collection[str]) -> None:
    """Drop the gates of places that are gone for ever."""
    db.execute(delete(gates).where(gates.c.place.in_(places)))
