"""Links that come by mail: each is for one purpose, works once, and only for a while (SGN-05, REG-05, TEAM-04).

A link's token is made in the moment its mail is written and is kept as its SHA-256 alone, so that it stands in no job, no log and
no backup. It travels behind the `#` of an address: browsers send that to no server. `post` mails links; the features that own a
purpose make and redeem them, and let one newer link take the place of those before it.
"""

import secrets
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, insert, or_, select, update

from twinspace_server import ids
from twinspace_server.identity import digest
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

DAY_MS = 24 * 3_600_000
KEPT_MS = 30 * DAY_MS

links = Table(
    "links",
    metadata,
    Column("id", Text, primary_key=True),
    Column("purpose", Text, nullable=False),
    Column("person", Text),
    Column("address", Text),
    Column("language", Text),
    Column("data", Text, nullable=False),
    Column("hash", Text, unique=True),
    Column("made_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    Index("ix_links_person", "person"),
    Index("ix_links_address", "address"),
)


class Link(NamedTuple):
    """One link: what it is for, whose it is (an account's or only an address's), and what its maker wrote down for itself."""

    id: str
    purpose: str
    person: str | None
    address: str | None
    language: str | None
    data: dict[str, Any]
    expires_at: int


def make(
    db: Db, purpose: str, *, lives_ms: int, now: int, person: str | None = None, address: str | None = None, language: str | None = None,
    data: Mapping[str, Any] | None = None, beside: bool = False,
) -> str:  # fmt: skip
    """A new link for a person or an address; those of the same purpose for the same one die. Answers its id, for `post.mail`.

    `beside`: they live on, as each is about something else; who makes them ends them.
    """
    if not beside:
        drop(db, purpose, person=person, address=address)
    link = ids.new(now)
    db.execute(
        insert(links),
        {
            "id": link, "purpose": purpose, "person": person, "address": address, "language": language,
            "data": msgspec.json.encode(dict(data or {})).decode(), "hash": None, "made_at": now, "expires_at": now + lives_ms,
            "used_at": None,
        },
    )  # fmt: skip
    return link


def drop(db: Db, purpose: str, *, person: str | None = None, address: str | None = None) -> None:
    """Let the links of this purpose for a person or an address die."""
    whose = links.c.person == person if person is not None else links.c.address == address
    db.execute(delete(links).where(links.c.purpose == purpose, whose))


def by_id(db: Db, link: str) -> Link | None:
    """The link, used or not, for the one that mails it."""
    return _read(db, links.c.id == link)


def token() -> tuple[str, str]:
    """A new token, and what is kept of it."""
    made = secrets.token_urlsafe(32)
    return made, digest(made)


def hand_out(db: Db, link: str, hashed: str) -> None:
    """The token that was just mailed is the one that opens the link."""
    db.execute(update(links).where(links.c.id == link).values(hash=hashed))


def opened_by(db: Db, purpose: str, given: str, now: int) -> Link | None:
    """The link that this token opens; None for what is unknown, used up, too old or for something else, all the same."""
    return _read(db, links.c.hash == digest(given), links.c.purpose == purpose, links.c.used_at.is_(None), links.c.expires_at > now)


def use(db: Db, link: Link, now: int) -> bool:
    """Use it up. False when somebody else has done so meanwhile, in another process: then nothing may come of it."""
    standing = update(links).where(links.c.id == link.id, links.c.used_at.is_(None))
    return int(db.execute(standing.values(used_at=now, hash=None)).rowcount) == 1


def _read(db: Db, *conditions: Any) -> Link | None:
    row = db.execute(
        select(
            links.c.id, links.c.purpose, links.c.person, links.c.address, links.c.language, links.c.data, links.c.expires_at
        ).where(*conditions)
    ).first()  # fmt: skip
    return None if row is None else Link(row[0], row[1], row[2], row[3], row[4], msgspec.json.decode(row[5]), row[6])


def forget(db: Db, now: int) -> int:
    """Drop what was used or ran out a month ago; answers how many went."""
    old = now - KEPT_MS
    return int(db.execute(delete(links).where(or_(links.c.used_at < old, links.c.expires_at < old))).rowcount)
