"""A page as it lies in the database: a base, the numbered updates (Yjs) after it, and whose each client and each stretch of text is.

Read by all that has to do with pages; whoever changes one holds its row first (`found(..., hold=True)`). What may be stored is decided
in `pages`, what was stored is put together here: the document of now, with or without who wrote what. Nothing is kept in memory.
"""

import base64
from collections.abc import Sequence, Set
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, insert, select, update

from twinspace_server.cms import page_authors, page_document
from twinspace_server.cms.files.changing import forget_places
from twinspace_server.cms.page_document import Node
from twinspace_server.errors import NotFound
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

SCHEMA = 1
"""Raised with each node that older editors don't know: they would delete it from everybody's page."""
FEW = 4
"""Clients that are asked for one by one; for more, all of the page are read."""

page_doc = Table(
    "page_doc",
    metadata,
    Column("place", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("generation", Text, nullable=False),
    Column("last_n", BigInteger, nullable=False),
    Column("base", Text, nullable=False),
    Column("base_n", BigInteger, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("levels", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("kept_at", BigInteger, nullable=False),
    Column("kept_n", BigInteger, nullable=False),
    Column("settles", BigInteger, nullable=False),
    Column("told_at", BigInteger, nullable=False),
    Column("told_n", BigInteger, nullable=False),
    Column("words", Text, nullable=False),
    Index("ix_page_doc_space", "space"),
)

page_update = Table(
    "page_update",
    metadata,
    Column("place", Text, primary_key=True),
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Column("person", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("data", Text, nullable=False),
)

page_client = Table(
    "page_client",
    metadata,
    Column("place", Text, primary_key=True),
    Column("client", BigInteger, primary_key=True, autoincrement=False),
    Column("person", Text, nullable=False),
    Column("clock", BigInteger, nullable=False),
)

page_credit = Table(
    "page_credit",
    metadata,
    Column("place", Text, primary_key=True),
    Column("client", BigInteger, primary_key=True, autoincrement=False),
    Column("start", BigInteger, primary_key=True, autoincrement=False),
    Column("stop", BigInteger, nullable=False),
    Column("person", Text, nullable=False),
)

page_version = Table(
    "page_version",
    metadata,
    Column("id", Text, primary_key=True),
    Column("place", Text, nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("why", Text, nullable=False),
    Column("by", Text),
    Column("name", Text, nullable=False),
    Column("writers", Text, nullable=False),
    Column("frozen", Text, nullable=False),
    Index("ix_page_version_place", "place", "at"),
)

page_writer = Table(
    "page_writer",
    metadata,
    Column("place", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("told_at", BigInteger, nullable=False),
)

_ONE = Hot(select(page_doc).where(page_doc.c.place == bindparam("place")))
_HOLD = Hot(select(page_doc).where(page_doc.c.place == bindparam("place")).with_for_update())
_ROWS = Hot(
    select(page_update.c.n, page_update.c.person, page_update.c.at, page_update.c.data)
    .where(page_update.c.place == bindparam("place"), page_update.c.n > bindparam("after"))
    .order_by(page_update.c.n)
)
_CLIENT = Hot(
    select(page_client.c.client, page_client.c.person, page_client.c.clock).where(
        page_client.c.place == bindparam("place"), page_client.c.client == bindparam("client")
    )
)
_CLIENTS = Hot(select(page_client.c.client, page_client.c.person, page_client.c.clock).where(page_client.c.place == bindparam("place")))


class Row(NamedTuple):
    """A row of `page_doc`."""

    place: str
    space: str
    generation: str
    last_n: int
    base: str
    base_n: int
    size: int
    levels: int
    at: int
    kept_at: int
    kept_n: int
    settles: int
    told_at: int
    told_n: int
    words: str


def encoded(data: bytes) -> str:
    """Bytes as a text column has them."""
    return base64.b64encode(data).decode()


def there(db: Db, place: str, *, hold: bool = False) -> Row | None:
    """The page's row, if there is one. With `hold` nobody else writes the page before this unit ends."""
    row = (_HOLD if hold else _ONE).one(db, {"place": place})
    return None if row is None else Row(*row)


def found(db: Db, place: str, *, hold: bool = False) -> Row:
    """The page's row; another kind of place is not found."""
    row = there(db, place, hold=hold)
    if row is None:
        raise NotFound()
    return row


def rows_after(db: Db, place: str, n: int) -> list[tuple[int, str, int, bytes]]:
    """The updates after a number: (number, person, moment, update)."""
    return [(n, person, at, base64.b64decode(data)) for n, person, at, data in _ROWS(db, {"place": place, "after": n})]


def doc_of(db: Db, row: Row) -> Any:
    """The document as it is now."""
    doc = page_document.opened(base64.b64decode(row.base))
    for _, _, _, data in rows_after(db, row.place, row.base_n):
        doc.apply_update(data)
    return doc


def frozen(db: Db, place: str) -> bytes:
    """The document of now as JSON, for publishing."""
    return page_document.frozen(page_document.tree(doc_of(db, found(db, place))))


def attributed(db: Db, row: Row) -> Node:
    """The document of now, with who wrote what."""
    persons, known = people_of(db, row.place)
    base, rows = base64.b64decode(row.base), rows_after(db, row.place, row.base_n)
    credits = page_authors.credits(base, [(person, data) for _, person, _, data in rows], persons, known)
    return page_authors.attributed(doc_of(db, row).get_update(), page_authors.whose(persons, credits))


def people_of(db: Db, place: str) -> tuple[dict[int, str], list[page_authors.Credit]]:
    """Who has which client, and whose words are known not to be theirs who put them."""
    credits = db.execute(
        select(page_credit.c.client, page_credit.c.start, page_credit.c.stop, page_credit.c.person).where(page_credit.c.place == place)
    )
    persons = {client: person for client, person, _ in _CLIENTS(db, {"place": place})}
    return persons, [page_authors.Credit(*credit) for credit in credits]


def clients(db: Db, place: str, named: Set[int]) -> dict[int, tuple[str, int]]:
    """Person and clock of those of the page's clients that are named."""
    if len(named) <= FEW:
        rows = [row for client in named for row in _CLIENT(db, {"place": place, "client": client})]
    else:
        rows = [row for row in _CLIENTS(db, {"place": place}) if row[0] in named]
    return {client: (person, clock) for client, person, clock in rows}


def compact(db: Db, row: Row) -> Row:
    """Write the document anew as one base: what was deleted is gone from it, who wrote what is kept."""
    persons, known = people_of(db, row.place)
    rows = rows_after(db, row.place, row.base_n)
    credits = page_authors.credits(base64.b64decode(row.base), [(person, data) for _, person, _, data in rows], persons, known)
    doc = page_document.opened(base64.b64decode(row.base))
    for _, _, _, data in rows:
        doc.apply_update(data)
    base = page_document.opened(doc.get_update()).get_update()
    changed = {"base": encoded(base), "base_n": row.last_n, "size": len(base)}
    db.execute(update(page_doc).where(page_doc.c.place == row.place).values(**changed))
    db.execute(delete(page_update).where(page_update.c.place == row.place, page_update.c.n <= row.last_n))
    fresh = [credit for credit in credits if credit not in set(known)]
    for at in range(0, len(fresh), 200):
        some = {(c.client, c.start): c for c in fresh[at : at + 200]}
        db.execute(
            insert(page_credit).values(
                [{"place": row.place, "client": c.client, "start": c.start, "stop": c.stop, "person": c.person} for c in some.values()]
            )
        )
    return row._replace(**changed)  # type: ignore[arg-type]


def forget(db: Db, gone: Sequence[str]) -> None:
    """Let go of all that pages held, when they are taken out of the bin for good."""
    for table in (page_doc, page_update, page_client, page_credit, page_version, page_writer):
        db.execute(delete(table).where(table.c.place.in_(list(gone))))
    forget_places(db, gone)


class NumberedUpdate(NamedTuple):
    n: int
    update: bytes


class Since(NamedTuple):
    """What a room takes up: the base, when it was written anew after the number asked for, updates, and whose each client is."""

    generation: str
    schema: int
    n: int
    base: bytes | None
    updates: list[NumberedUpdate]
    clients: dict[int, str]


def since(db: Db, place: str, n: int) -> Since:
    """What was written after update `n`, for the room of the page alone: single updates hold words that were deleted since."""
    row = found(db, place)
    base = base64.b64decode(row.base) if row.base_n > n else None
    rows = [NumberedUpdate(number, data) for number, _, _, data in rows_after(db, place, max(n, row.base_n))]
    owners = {client: person for client, person, _ in _CLIENTS(db, {"place": place})}
    return Since(row.generation, SCHEMA, row.last_n, base, rows, owners)


def newest(db: Db, places: Sequence[str]) -> dict[str, int]:
    """The number of the newest update of each of these pages."""
    rows = db.execute(select(page_doc.c.place, page_doc.c.last_n).where(page_doc.c.place.in_(list(places))))
    return {place: int(n) for place, n in rows}
