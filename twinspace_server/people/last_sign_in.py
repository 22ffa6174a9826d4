"""On which day somebody signed in last (SGN-09), by whatever door: password, card, passkey or another house.

Coarse on purpose: a day, no hour and no place. Written in the unit that begins a session; read by teachers of a space (`spaces/team`).
A token of a program is nobody who comes in.
"""

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import Column, Table, Text, select

from twinspace_server.identity import sessions
from twinspace_server.live.feature import Context, Emission, Feature
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

last_sign_ins = Table(
    "last_sign_ins",
    metadata,
    Column("person", Text, primary_key=True),
    Column("day", Text, nullable=False),
)

feature = Feature("last_sign_in")

_PUT = upsert(last_sign_ins, ["person"], ["day"])


def day_of(ms: int) -> str:
    """The day of a moment, in UTC: 2026-11-29."""
    return datetime.fromtimestamp(ms / 1000, UTC).date().isoformat()


def note(db: Db, person: str, now: int) -> None:
    """Somebody has just come in."""
    _PUT(db, {"person": person, "day": day_of(now)})


def of(db: Db, persons: Collection[str]) -> dict[str, str]:
    """The day of each; who has never signed in is absent."""
    query = select(last_sign_ins.c.person, last_sign_ins.c.day).where(last_sign_ins.c.person.in_(list(persons)))
    return {person: day for person, day in db.execute(query)}


@feature.on("session.started")
def started(ctx: Context, emission: Emission) -> None:
    """A session has begun: if it is not a program's, its person has signed in."""
    begun = [ref.id for ref in emission.items if ref.kind == "session"]
    query = select(sessions.c.person).where(sessions.c.id.in_(begun), sessions.c.type != "token").distinct()
    for (person,) in ctx.db.execute(query).fetchall():
        note(ctx.db, person, ctx.now)


feature.keeps(last_sign_ins, "person", "own", everywhere=True)
