"""The picture that a space shows of itself (SET-02): one to each space, and where its bytes lie.

Rows, and who gets the bytes; `cms/covers` takes one in. A cover has a new id with each new picture, so a browser may keep what it has.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, Table, Text, delete, select

from twinspace_server.errors import NotFound
from twinspace_server.live.feature import Context, Feature, Gate, Params
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

covers = Table(
    "space_covers",
    metadata,
    Column("space", Text, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("blob", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("type", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

feature = Feature("covers")

put = upsert(covers, ["space"], ["id", "blob", "size", "type", "by", "at"])


def blob_of(db: Db, space: str) -> str | None:
    """The content that is the picture of a space."""
    found = db.execute(select(covers.c.blob).where(covers.c.space == space)).scalar()
    return None if found is None else str(found)


def drop(db: Db, space: str) -> None:
    """No picture of this space any more."""
    db.execute(delete(covers).where(covers.c.space == space))


def of(db: Db, spaces: Sequence[str]) -> dict[str, str]:
    """The covers' ids, by space."""
    query = select(covers.c.space, covers.c.id).where(covers.c.space.in_(list(spaces)))
    return {space: cover for space, cover in db.execute(query)}


class ServeCover(Params, kw_only=True):
    person: str
    cover: str


class Cover(msgspec.Struct):
    """A picture's bytes, by their name in the file store."""

    blob: str
    size: int
    type: str


@feature.query("cover.serve", answers=Cover, gate=Gate.HOUSE)
def serve(ctx: Context, p: ServeCover) -> Cover:
    """The picture for this reader: of a space that they may read."""
    row: Any = ctx.db.execute(select(covers).where(covers.c.id == p.cover)).first()
    law = ctx.law_of(row.space) if row is not None else None
    if law is None or row.space not in law.readable(p.person):
        raise NotFound()
    return Cover(row.blob, row.size, row.type)
