"""Tickets: what carries somebody from one step of getting in to the next, for some minutes and for one use.

Random, kept as its hash alone, and good only from the address that it was given to. `sign_in`, `passkeys` and `single_sign_on` make and
take them; what a ticket stands for (whose second step, which challenge) is in its row and never in the browser.
"""

import secrets
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, func, insert, select, update

from twinspace_server.errors import TooMany
from twinspace_server.identity import digest
from twinspace_server.people.throttle import mark
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

LIVES_MS = 10 * 60_000
MOST_MISSES = 5
MOST_FROM_AN_ADDRESS = 500
"""Tickets of one purpose that stand for one address; a school sits behind one."""

tickets = Table(
    "sign_in_tickets",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("purpose", Text, nullable=False),
    Column("person", Text),
    Column("address_mark", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("misses", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Index("ix_sign_in_tickets_address", "address_mark", "expires_at"),
)


class Ticket(NamedTuple):
    """One that stands."""

    hash: str
    person: str | None
    data: dict[str, Any]


def make(db: Db, purpose: str, *, address: str, now: int, person: str | None = None, data: Mapping[str, Any] | None = None) -> str:
    """A new ticket; answers what the browser brings back. `too_many` from an address that has hundreds of them."""
    standing = select(func.count()).where(tickets.c.address_mark == mark(address), tickets.c.expires_at > now, tickets.c.purpose == purpose)
    if db.execute(standing).scalar_one() >= MOST_FROM_AN_ADDRESS:
        raise TooMany(retry_after=60)
    token = secrets.token_urlsafe(32)
    db.execute(
        insert(tickets),
        {
            "hash": digest(token), "purpose": purpose, "person": person, "address_mark": mark(address),
            "data": msgspec.json.encode(dict(data or {})).decode(), "misses": 0, "expires_at": now + LIVES_MS,
        },
    )  # fmt: skip
    return token


def held(db: Db, purpose: str, token: str, *, address: str, now: int) -> Ticket | None:
    """The ticket, if it stands, is for this purpose and comes from where it was given; None for all else, all the same."""
    row = db.execute(
        select(tickets.c.hash, tickets.c.person, tickets.c.data).where(
            tickets.c.hash == digest(token), tickets.c.purpose == purpose, tickets.c.address_mark == mark(address),
            tickets.c.expires_at > now,
        )
    ).first()  # fmt: skip
    return None if row is None else Ticket(row[0], row[1], msgspec.json.decode(row[2]))


def use(db: Db, ticket: Ticket) -> bool:
    """Tear it up. False when somebody else has done so meanwhile: then nothing may come of it."""
    return int(db.execute(delete(tickets).where(tickets.c.hash == ticket.hash)).rowcount) == 1


def missed(db: Db, ticket: Ticket) -> None:
    """A wrong code was given with it; after a few it is worth nothing."""
    db.execute(update(tickets).where(tickets.c.hash == ticket.hash).values(misses=tickets.c.misses + 1))
    db.execute(delete(tickets).where(tickets.c.hash == ticket.hash, tickets.c.misses >= MOST_MISSES))


def forget(db: Db, now: int) -> None:
    """Drop what ran out."""
    db.execute(delete(tickets).where(tickets.c.expires_at <= now))
