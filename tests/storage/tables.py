"""Small tables for the storage tests: spaces with a counter, and what was said in them."""

from typing import Any

from sqlalchemy import BigInteger, Column, MetaData, Table, Text, bindparam, func, insert, select, update

from twinspace_server.storage.hot import Hot, upsert
from twinspace_server.storage.store import Db, Unit
from twinspace_server.storage.tables import metadata as ours

metadata = MetaData(naming_convention=ours.naming_convention)

spaces = Table("spaces", metadata, Column("id", Text, primary_key=True), Column("seq", BigInteger, nullable=False))
lines = Table(
    "lines",
    metadata,
    Column("space", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("text", Text, nullable=False, unique=True),
    Column("reply_to", BigInteger),
)

add_space = upsert(spaces, ["id"])
set_space = upsert(spaces, ["id"], ["seq"])
raise_counter = Hot(update(spaces).where(spaces.c.id == bindparam("space")).values(seq=spaces.c.seq + 1).returning(spaces.c.seq))
counter = Hot(select(spaces.c.seq).where(spaces.c.id == bindparam("space")))
add_line = Hot(insert(lines))
all_lines = Hot(select(lines.c.seq, lines.c.text).where(lines.c.space == bindparam("space")).order_by(lines.c.seq))
count_lines = Hot(select(func.count()).select_from(lines))


def say(db: Db, space: str, text: str) -> int:
    """Raises the counter and writes a line, as the log does."""
    row = raise_counter.one(db, {"space": space})
    assert row is not None
    add_line(db, {"space": space, "seq": row[0], "text": text, "reply_to": None})
    db.committed.append((space, row[0]))
    return int(row[0])


def said(db: Db, space: str) -> list[str]:
    """All lines in order; the numbers must have no gap."""
    rows = all_lines(db, {"space": space})
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    return [row[1] for row in rows]


def line(space: str, words: str, **more: Any) -> Unit[int]:
    """A unit that says something there."""
    return Unit(space, lambda db: say(db, space, words), **more)
