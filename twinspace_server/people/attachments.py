"""Who belongs to which school, and whether that is known to be so (ROL-20).

What a teacher says of themselves is *claimed*: it gives no power over anybody. *Confirmed* it is by a confirmed teacher of that
school, by the support organisation of its country, or by the operator. Passwords, cards, consent, download and erasure of a pupil
belong to confirmed teachers of that pupil's own school only, whatever space they meet in.
"""

from collections.abc import Collection
from typing import Any, Literal

from sqlalchemy import BigInteger, Column, Index, Table, Text, select

from twinspace_server.identity import people
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

State = Literal["claimed", "confirmed", "refused"]

attachments = Table(
    "attachments",
    metadata,
    Column("person", Text, primary_key=True),
    Column("school", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_attachments_school", "school"),
)

_PUT = upsert(attachments, ["person", "school"], ["state", "by", "at"])


def attach(db: Db, person: str, school: str, state: State, *, by: str, at: int) -> None:
    """Write down that somebody belongs to a school, in that state; it takes the place of what was known before."""
    _PUT(db, {"person": person, "school": school, "state": state, "by": by, "at": at})


def schools_of(db: Db, person: str, state: State | None = None) -> dict[str, State]:
    """The schools of a person, with the state of each; only those in `state`, if one is given."""
    query = select(attachments.c.school, attachments.c.state).where(attachments.c.person == person)
    if state is not None:
        query = query.where(attachments.c.state == state)
    found: Any = db.execute(query.order_by(attachments.c.at))
    return {school: known for school, known in found}


def teaches(db: Db, teacher: str, pupil: str) -> bool:
    """Whether this adult is a confirmed member of a school to which that pupil belongs: the one who keeps what is the pupil's."""
    theirs = select(attachments.c.school).where(attachments.c.person == pupil, attachments.c.state == "confirmed")
    query = (
        select(attachments.c.school)
        .join_from(attachments, people, people.c.id == attachments.c.person)
        .where(attachments.c.person == teacher, attachments.c.state == "confirmed", people.c.adult == 1, attachments.c.school.in_(theirs))
    )
    young = db.execute(select(people.c.adult).where(people.c.id == pupil)).scalar()
    return young == 0 and db.execute(query.limit(1)).first() is not None


def taught(db: Db, teacher: str, pupils: Collection[str]) -> frozenset[str]:
    """Those of these pupils whose keeper this adult is (`teaches`), in one question for a whole class."""
    own = (
        select(attachments.c.school)
        .join_from(attachments, people, people.c.id == attachments.c.person)
        .where(attachments.c.person == teacher, attachments.c.state == "confirmed", people.c.adult == 1)
    )
    query = (
        select(attachments.c.person)
        .join_from(attachments, people, people.c.id == attachments.c.person)
        .where(
            attachments.c.person.in_(list(pupils)), attachments.c.state == "confirmed", people.c.adult == 0, attachments.c.school.in_(own)
        )
    )
    return frozenset(row[0] for row in db.execute(query))
