"""The photo that somebody shows of themselves: one small square, and where its bytes lie.

Rows only: `cms/portraits` takes one in, `spaces/faces` decides who may see it. A portrait has a new id with each new photo, so a browser
may keep what it has.
"""

from sqlalchemy import BigInteger, Column, Table, Text, select

from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

portraits = Table(
    "portraits",
    metadata,
    Column("person", Text, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("blob", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("type", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

put = upsert(portraits, ["person"], ["id", "blob", "size", "type", "at"])


def blob_of(db: Db, person: str) -> str | None:
    """The content that is their photo."""
    found = db.execute(select(portraits.c.blob).where(portraits.c.person == person)).scalar()
    return None if found is None else str(found)
