"""Who is whose contact, and who asks to be (CON-01..06): the rows, and the one question that gates projects (PRJ-11).

There is one row for each two people, whoever asked. `desk/contacts` holds the commands, `projects/` asks `are_contacts`. A refusal is
quiet: to the one who asked it looks like waiting, so nothing here tells the two apart for them.
"""

from typing import Any, Literal, NamedTuple

from sqlalchemy import BigInteger, Column, Index, Table, Text, or_, select, update

from twinspace_server.identity import people
from twinspace_server.people.attachments import State, schools_of
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

Standing = Literal["none", "asked", "accepted", "declined", "dropped"]
"""`dropped`: declined, and taken back by the one who asked. It is kept so that asking anew is as quiet as before."""

contacts = Table(
    "contacts",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("asker", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("word", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("declined_at", BigInteger, nullable=False),
    Index("ix_contacts_other", "other"),
)

_PLACE = upsert(contacts, ["one", "other"])


class Between(NamedTuple):
    """What stands between two people: who asked, how it stands, with which word, since when, and when it was declined (ms).

    Only the first three and `at` may show: what a refusal changes, whoever asked must not see.
    """

    asker: str
    state: Standing
    word: str
    at: int
    declined_at: int = 0


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def between(db: Db, a: str, b: str) -> Between:
    """What stands between these two; `none` for strangers."""
    one, other = _pair(a, b)
    found = select(contacts.c.asker, contacts.c.state, contacts.c.word, contacts.c.at, contacts.c.declined_at)
    row: Any = db.execute(found.where(contacts.c.one == one, contacts.c.other == other)).first()
    return Between("", "none", "", 0) if row is None else Between(*row)


def held(db: Db, a: str, b: str) -> Between:
    """The same, and nobody else changes it before this unit ends: each of the two writes at a desk of their own."""
    one, other = _pair(a, b)
    _PLACE(db, {"one": one, "other": other, "asker": a, "state": "none", "word": "", "at": 0, "declined_at": 0})
    mine = select(contacts.c.one).where(contacts.c.one == one, contacts.c.other == other)
    db.execute(mine.with_for_update()).first()
    return between(db, a, b)


def put(db: Db, a: str, b: str, now: Between) -> None:
    """So it stands between them from here on."""
    one, other = _pair(a, b)
    db.execute(update(contacts).where(contacts.c.one == one, contacts.c.other == other).values(now._asdict()))


def are_contacts(db: Db, a: str, b: str) -> bool:
    """Whether each has accepted the other."""
    return between(db, a, b).state == "accepted"


def of(db: Db, person: str) -> list[str]:
    """Everybody with whom something stands, in the order of their ids."""
    query = select(contacts.c.one, contacts.c.other).where(
        or_(contacts.c.one == person, contacts.c.other == person), contacts.c.state != "none"
    )
    return sorted(other if one == person else one for one, other in db.execute(query))


def waiting_of(db: Db, person: str) -> int:
    """How many of those whom this person asked have not said yes."""
    query = select(contacts.c.one).where(contacts.c.asker == person, contacts.c.state.in_(("asked", "declined")))
    return len(db.execute(query).fetchall())


def schools_said(db: Db, person: str) -> dict[str, State]:
    """The schools to which an adult belongs, confirmed or by their own word; nobody else is found, asks or is asked."""
    adult = db.execute(select(people.c.adult).where(people.c.id == person)).scalar()
    return {school: state for school, state in schools_of(db, person).items() if state != "refused"} if adult else {}
