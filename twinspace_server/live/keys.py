"""Idempotency keys: a command sent twice with one key is done once (the client's re-send after a broken line).

Unique by person, space and key. Kept are a hash of method and parameters, the number and the names of the items, never
the reply: a repeat is answered by loading the items as they are now. Refusals are not kept. Rows go after 30 days.
"""

import hashlib
from dataclasses import dataclass

import msgspec
from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, insert, select

from twinspace_server.errors import Conflict
from twinspace_server.live.feature import CommandParams, Ref
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

KEPT_MS = 30 * 24 * 3600 * 1000

keys = Table(
    "keys",
    metadata,
    Column("person", Text, primary_key=True),
    Column("space", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("seq", BigInteger),
    Column("names", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_keys_at", "at"),
)

_FIND = Hot(
    select(keys.c.hash, keys.c.seq, keys.c.names).where(
        keys.c.person == bindparam("person"), keys.c.space == bindparam("space"), keys.c.key == bindparam("key")
    )
)
_KEEP = Hot(insert(keys))

_encoder = msgspec.json.Encoder()
_items = msgspec.json.Decoder(dict[str, tuple[str, str]])


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a command that was done before."""

    seq: int | None
    items: dict[str, Ref]


def fingerprint(method: str, params: CommandParams) -> str:
    """A hash over method and parameters (the key is part of them)."""
    return hashlib.blake2b(_encoder.encode((method, params)), digest_size=16).hexdigest()


def recall(db: Db, person: str, space: str, key: str, mark: str) -> Kept | None:
    """What this key did before, or None. Another command or other parameters under the same key: `key_reused`."""
    row = _FIND.one(db, {"person": person, "space": space, "key": key})
    if row is None:
        return None
    if row[0] != mark:
        raise Conflict(code="key_reused", path="$.key")
    return Kept(row[1], {name: Ref(*pair) for name, pair in _items.decode(row[2]).items()})


def keep(db: Db, person: str, space: str, key: str, mark: str, seq: int | None, items: dict[str, Ref], now: int) -> None:
    """Remember that this key was used, by names only."""
    _KEEP.put_off(
        db,
        {
            "person": person, "space": space, "key": key, "hash": mark, "seq": seq, "at": now,
            "names": _encoder.encode({name: (r.kind, r.id) for name, r in items.items()}).decode(),
        },
    )  # fmt: skip


def forget(db: Db, before: int) -> int:
    """Drop keys older than `before` (ms); answers how many went."""
    return db.execute(delete(keys).where(keys.c.at < before)).rowcount
