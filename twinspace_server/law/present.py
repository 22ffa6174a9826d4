"""Before whom a place is open: one row for each (socket, place), which lapses unless its process renews it.

`live/presence.py` writes the rows and `law/gates.py` decides by them, inside the unit, by the database's clock. In a place
with a gate who leaves keeps counting until the row lapses (`linger`): a broken line and a closed window are the same to the
pupils who are writing. Nothing here knows a socket, emits, or commits.
"""

from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, func, select, update

from twinspace_server.storage.hot import Hot, upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

GONE = ""
"""The process of a row that nobody renews: left, but counting for the rest of its time."""

presence = Table(
    "presence",
    metadata,
    Column("socket", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("process", Text, nullable=False),
    Column("until", BigInteger, nullable=False),
    Index("ix_presence_place", "place"),
    Index("ix_presence_process", "process"),
)

_one = (presence.c.socket == bindparam("b_socket"), presence.c.place == bindparam("b_place"))
_ENTER = upsert(presence, ["socket", "place"], ["until", "process", "person"])
_LEAVE = Hot(delete(presence).where(*_one))
_LINGER = Hot(update(presence).where(*_one).values(process=GONE, until=bindparam("b_until")))
_RENEW = Hot(update(presence).where(presence.c.process == bindparam("b_process")).values(until=bindparam("b_until")))
_LET_GO = Hot(update(presence).where(presence.c.process == bindparam("b_process")).values(process=GONE))
_HERE = Hot(
    select(presence.c.person).distinct()
    .where(presence.c.place == bindparam("place"), presence.c.until > bindparam("now"), presence.c.process != GONE)
    .order_by(presence.c.person)
)  # fmt: skip
_COUNTING = Hot(
    select(presence.c.person, func.max(presence.c.until))
    .where(presence.c.place == bindparam("place"), presence.c.until > bindparam("now"))
    .group_by(presence.c.person)
)


def enter(db: Db, *, socket: str, place: str, space: str, person: str, process: str, until: int) -> None:
    """The place is open before this socket now."""
    _ENTER(db, {"socket": socket, "place": place, "space": space, "person": person, "process": process, "until": until})


def leave(db: Db, socket: str, place: str) -> None:
    """It no longer is, and doesn't count."""
    _LEAVE(db, {"b_socket": socket, "b_place": place})


def linger(db: Db, socket: str, place: str, until: int) -> None:
    """It no longer is, but counts until then."""
    _LINGER(db, {"b_socket": socket, "b_place": place, "b_until": until})


def renew(db: Db, process: str, until: int) -> None:
    """All that is open in this process stays so until then."""
    _RENEW(db, {"b_process": process, "b_until": until})


def let_go(db: Db, process: str) -> None:
    """The process ends: nobody is here through it, though what it renewed last counts to its end."""
    _LET_GO(db, {"b_process": process})


def here(db: Db, place: str) -> list[str]:
    """The persons before whom this place is open, in any process."""
    return [row[0] for row in _HERE(db, {"place": place, "now": db.now()})]


def counting(db: Db, place: str) -> dict[str, int]:
    """Who counts as present, those who have just left too → until when, by the database's clock."""
    return {row[0]: int(row[1]) for row in _COUNTING(db, {"place": place, "now": db.now()})}
