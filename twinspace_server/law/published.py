"""What is public: the rows, and what a place's head says of them. `cms/publishing` writes them, the tree reads them.

A publication is one frozen revision of a place. The place keeps its public code for ever, so that an address on paper leads to the
same thing again when it is published anew. A row without a `revision` is not public now.
"""

import re
import secrets
import unicodedata
from collections.abc import Sequence

import msgspec
from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text, bindparam, delete, select

from twinspace_server.clock import iso, iso_or_none
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

publications = Table(
    "publications",
    metadata,
    Column("place", Text, ForeignKey("places.id"), primary_key=True),
    Column("space", Text, nullable=False),
    Column("code", Text, nullable=False, unique=True),
    Column("revision", BigInteger),
    Column("slug", Text, nullable=False),
    Column("at", BigInteger),
    Column("by", Text),
    Column("until", BigInteger),
    Column("changed", BigInteger, nullable=False),
    Index("ix_publications_space", "space"),
)

sites = Table(
    "public_sites",
    metadata,
    Column("space", Text, ForeignKey("spaces.id"), primary_key=True),
    Column("code", Text, nullable=False, unique=True),
    Column("slug", Text, nullable=False),
    Column("indexed", BigInteger, nullable=False),
)

revisions = Table(
    "revisions",
    metadata,
    Column("place", Text, ForeignKey("places.id"), primary_key=True),
    Column("revision", BigInteger, primary_key=True, autoincrement=False),
    Column("space", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("frozen", Text, nullable=False),
)

public_files = Table(
    "public_files",
    metadata,
    Column("place", Text, ForeignKey("places.id"), primary_key=True),
    Column("file", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("blob", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("width", BigInteger, nullable=False),
    Column("height", BigInteger, nullable=False),
    Column("alt", Text, nullable=False),
    Column("description", Text, nullable=False),
    Index("ix_public_files_file", "file"),
    Index("ix_public_files_blob", "blob"),
)
"""What the revision that is public now shows, and nothing that was held back when it was published."""

SLUG = 60
_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"


class Published(msgspec.Struct, frozen=True):
    """Where strangers read a place, since when, until when, and whether it was changed here since."""

    address: str
    at: str
    until: str | None
    changed: bool


_ONES = (
    publications.c.place, publications.c.code, publications.c.slug, publications.c.at, publications.c.until, publications.c.changed,
    sites.c.code, sites.c.slug,
)  # fmt: skip
_OF_SPACE = Hot(
    select(*_ONES)
    .join_from(publications, sites, sites.c.space == publications.c.space)
    .where(publications.c.space == bindparam("space"), publications.c.revision.is_not(None))
)


def of_space(db: Db, space: str) -> dict[str, Published]:
    """What is public of a space."""
    return {row[0]: _published(*row[1:]) for row in _OF_SPACE(db, {"space": space})}


def _published(code: str, slug: str, at: int, until: int | None, changed: int, site: str, site_slug: str) -> Published:
    return Published(address(site_slug, site, slug, code), iso(at), iso_or_none(until), bool(changed))


def of_places(db: Db, wanted: Sequence[str]) -> dict[str, Published]:
    """What is public of these places."""
    query = select(*_ONES).join_from(publications, sites, sites.c.space == publications.c.space)
    rows = db.execute(query.where(publications.c.place.in_(list(wanted)), publications.c.revision.is_not(None)))
    return {row[0]: _published(*row[1:]) for row in rows}


def home(slug: str, code: str) -> str:
    """The path of a space's public home."""
    return f"/p/{slug}-{code}" if slug else f"/p/{code}"


def address(site_slug: str, site: str, slug: str, code: str) -> str:
    """The path of a published place."""
    return f"{home(site_slug, site)}/{slug}-{code}" if slug else f"{home(site_slug, site)}/{code}"


def slug_of(title: str) -> str:
    """A title as a part of an address: small Latin letters, digits and dashes; nothing of a title in another script."""
    plain = unicodedata.normalize("NFKD", title).lower().encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words if len(words) <= SLUG else words[:SLUG].rpartition("-")[0] or words[:SLUG]


def new_code() -> str:
    """A public code: ten letters and digits that nobody guesses and nobody misreads."""
    return "".join(secrets.choice(_LETTERS) for _ in range(10))


def forget(db: Db, places: Sequence[str]) -> None:
    """Nothing is public, nor was ever, of places that are gone for ever."""
    for table in (public_files, revisions, publications):
        db.execute(delete(table).where(table.c.place.in_(places)))
