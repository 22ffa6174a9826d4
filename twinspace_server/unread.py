"""Read marks: up to which number a person has read a place.

Kept at the person's desk, so that a pupil's tablet and laptop agree; the counting itself belongs to each channel.
Nobody but the person ever learns a mark (no read receipts).
"""

from collections.abc import Collection

from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, select

from twinspace_server.storage.hot import Hot, upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

marks = Table(
    "marks",
    metadata,
    Column("person", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Index("ix_marks_space", "space"),
)

_PUT = upsert(marks, ["person", "place"], ["seq"])
_AT = Hot(select(marks.c.seq).where(marks.c.person == bindparam("person"), marks.c.place == bindparam("place")))


def put(db: Db, person: str, space: str, place: str, seq: int) -> bool:
    """Move the mark forward; False when it stood there or further already."""
    if at(db, person, place) >= seq:
        return False
    _PUT(db, {"person": person, "place": place, "space": space, "seq": seq})
    return True


def at(db: Db, person: str, place: str) -> int:
    """The number up to which the person has read the place; 0 for nothing yet."""
    row = _AT.one(db, {"person": person, "place": place})
    return 0 if row is None else int(row[0])


def of(db: Db, person: str, space: str) -> dict[str, int]:
    """The person's marks in a space, by place."""
    rows = db.execute(select(marks.c.place, marks.c.seq).where(marks.c.person == person, marks.c.space == space))
    return {place: seq for place, seq in rows}


def forget(db: Db, places: Collection[str]) -> None:
    """The marks of everybody in places that are gone for ever."""
    db.execute(delete(marks).where(marks.c.place.in_(places)))
