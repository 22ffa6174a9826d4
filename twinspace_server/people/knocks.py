"""How often strangers may knock at the doors that anybody can reach: registering, forgotten passwords, links of mails (safety S12).

Counted by what was asked for, by address and over all, whether or not there is somebody behind it: so being refused tells nothing.
What is kept is a hash and an hour, nothing that names anybody. (What was guessed wrong counts in `throttle`, with limits that settings
have and exemptions that a flood must not get.) Called by the features that own a door, before any slow work and
again inside the unit.
"""

import hashlib
from collections.abc import Mapping

from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, func, insert, select

from twinspace_server import ids
from twinspace_server.errors import TooMany
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

HOUR_MS = 3_600_000
ALL = 500
"""An hour over all: what one machine hashes and mails without anybody noticing."""
PER_ADDRESS = 60
"""From one address: thirty teachers on a training day sit behind it, and type things twice."""
PER_NAME = 6
"""For one mail address or name: nobody's letterbox is to be filled."""

knocks = Table(
    "knocks",
    metadata,
    Column("id", Text, primary_key=True),
    Column("mark", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_knocks_mark", "mark", "at"),
    Index("ix_knocks_at", "at"),
)


def marks(door: str, name: str, address: str) -> dict[str, int]:
    """What a knock is counted under, with the most of each in an hour."""
    told = {f"{door}|name|{name}": PER_NAME, f"{door}|address|{address}": PER_ADDRESS, f"{door}|all": ALL}
    return {hashlib.sha256(mark.encode()).hexdigest(): most for mark, most in told.items()}


def refuse(db: Db, counted: Mapping[str, int], now: int) -> None:
    """Raise `too_many_asked`, with the seconds to wait, if one of them is used up."""
    for mark, most in counted.items():
        query = select(func.count(), func.min(knocks.c.at)).where(knocks.c.mark == mark, knocks.c.at > now - HOUR_MS)
        number, oldest = db.execute(query).one()
        if number >= most:
            raise TooMany(code="too_many_asked", retry_after=max(1, (oldest + HOUR_MS - now) // 1000))


def take(db: Db, counted: Mapping[str, int], now: int) -> None:
    """Count this one, or refuse it."""
    refuse(db, counted, now)
    for mark in counted:
        db.execute(insert(knocks), {"id": ids.new(now), "mark": mark, "at": now})


def forget(db: Db, now: int) -> None:
    """Drop what is older than an hour."""
    db.execute(delete(knocks).where(knocks.c.at < now - HOUR_MS))
