"""What a file is: its tables, its item and how it is loaded and found."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Literal

from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, and_, bindparam, func, select

from twinspace_server.clock import iso, iso_or_none
from twinspace_server.errors import Conflict, NotFound
from twinspace_server.files.kinds import PICTURES
from twinspace_server.law.places import places
from twinspace_server.live.feature import CommandParams, Context, Feature, Id, Item, ItemKind
from twinspace_server.live.keeping import through
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.near import near
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata
from twinspace_server.unread import marks

MOST_FILES = 1000
"""In one place."""
RANK_STEP = 1 << 20
RECOVERABLE_MS = 30 * 24 * 3600 * 1000

files = Table(
    "files",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("alt", Text, nullable=False),
    Column("rank", BigInteger, nullable=False),
    Column("blob", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("width", BigInteger),
    Column("height", BigInteger),
    Column("version", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("changed_at", BigInteger),
    Column("changed_by", Text),
    Column("deleted_at", BigInteger),
    Column("deleted_by", Text),
    Index("ix_files_place_seq", "place", "seq"),
    Index("ix_files_space_blob", "space", "blob"),
    Index("ix_files_blob", "blob"),
)

file_versions = Table(
    "file_versions",
    metadata,
    Column("file", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("space", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("blob", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("width", BigInteger),
    Column("height", BigInteger),
    Column("at", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Index("ix_file_versions_space_blob", "space", "blob"),
    Index("ix_file_versions_blob", "blob"),
)

feature = Feature("file")

Name = Annotated[str, Meta(min_length=1, max_length=200)]
Words = Annotated[str, Meta(max_length=2000)]
Alt = Annotated[str, Meta(max_length=500)]
Rank = Annotated[int, Meta(ge=0, le=2**53 - 1)]


class File(Item, tag="file", frozen=True):
    """A file in a place; its bytes are at `/files/<id>`. Name, words, type and size are empty while it is hidden.

    `alt` says in words what a picture shows; `rank` is its place where people arrange files by hand. `version` counts up with each
    replacement; `changed_at` is when it, or what is said of it, was changed last.
    """

    place: str
    seq: int
    at: str
    author: str
    name: str
    type: str
    size: int
    description: str
    alt: str
    width: int | None
    height: int | None
    rank: int
    version: int
    state: Literal["shown", "hidden"]
    reason: str | None
    changed_at: str | None
    changed_by: str | None


COLUMNS = (
    files.c.id, files.c.place, files.c.seq, files.c.at, files.c.author, files.c.name, files.c.type, files.c.size, files.c.description,
    files.c.alt, files.c.width, files.c.height, files.c.rank, files.c.version, files.c.state, files.c.reason, files.c.changed_at,
    files.c.changed_by, files.c.deleted_at,
)  # fmt: skip
_ONE = Hot(select(*COLUMNS).where(files.c.id == bindparam("id")))
_COUNT = Hot(select(func.count()).where(files.c.place == bindparam("place"), files.c.deleted_at.is_(None)))


def file_of(row: Sequence[Any]) -> File:
    """A row of `COLUMNS` as it goes over the wire."""
    shown = row[14] == "shown"
    return File(
        id=row[0], place=row[1], seq=row[2], at=iso(row[3]), author=row[4], name=row[5] if shown else "", type=row[6] if shown else "",
        size=row[7] if shown else 0, description=row[8] if shown else "", alt=row[9] if shown else "", width=row[10] if shown else None,
        height=row[11] if shown else None, rank=row[12], version=row[13], state=row[14], reason=row[15],
        changed_at=iso_or_none(row[16]), changed_by=row[17],
    )  # fmt: skip


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, File]:
    """Files by id; a deleted one is not there."""
    if len(wanted) == 1:
        rows: Sequence[Any] = _ONE(db, {"id": wanted[0]})
    else:
        rows = db.execute(select(*COLUMNS).where(files.c.id.in_(list(wanted)))).fetchall()
    return {row[0]: file_of(row) for row in rows if row[18] is None}


def _words(item: Any) -> str | None:
    return "\n".join(text for text in (item.name, item.description, item.alt) if text) if item.state == "shown" else None


def _around(db: Db, item: File, most: int) -> list[str]:
    """The files of its place that came shortly before and after it."""
    return near(db, files.c.id, files.c.seq, item.seq, most, and_(files.c.place == item.place, files.c.deleted_at.is_(None)))


FILE = feature.item(
    ItemKind("file", File, load, place=lambda item: str(item.place), words=_words, every=files.c.id, beside=_around)
)  # fmt: skip


class OfFile(CommandParams, kw_only=True):
    place: Id
    file: Id


def the_file(ctx: Context, place: str, file: str, *states: str) -> Any:
    """The whole row of a file that lies there and nobody else changes before this unit ends; else not found, or `file_hidden`."""
    ctx.hold()
    row = ctx.db.execute(select(files).where(files.c.id == file, files.c.place == place, files.c.deleted_at.is_(None))).first()
    if row is None:
        raise NotFound()
    if row.state not in (states or ("shown",)):
        raise Conflict(code=f"file_{row.state}", path="$.file")
    return row


def takes_files(ctx: Context, place: str) -> bool:
    """Whether files may lie in this kind of place."""
    channel = ctx.registry.channels.get(ctx.rules.places[place].kind)
    return channel is not None and channel.takes_files


def pictures_only(ctx: Context, place: str) -> bool:
    """Whether nothing but pictures may lie in this kind of place."""
    channel = ctx.registry.channels.get(ctx.rules.places[place].kind)
    return channel is not None and channel.pictures_only


def fits(ctx: Context, place: str, type_: str) -> None:
    """Goes on only if a file of this type may lie there: `only_pictures`."""
    if pictures_only(ctx, place) and type_ not in PICTURES:
        raise Conflict(code="only_pictures")


def room_for_one(ctx: Context, place: str) -> None:
    """Goes on only if one more file fits into a place that takes files: `no_files_here`, `place_full`."""
    if not takes_files(ctx, place):
        raise Conflict(code="no_files_here")
    if _COUNT(ctx.db, {"place": place})[0][0] >= MOST_FILES:
        raise Conflict(code="place_full", most=MOST_FILES)


def unread_in(kind: str) -> Callable[[Db, str, str], Mapping[str, int]]:
    """How many files of others came since a person's mark, by place: for places of this kind, as `Channel.unread` wants it."""
    asked = Hot(
        select(files.c.place, func.count())
        .select_from(
            files.join(places, places.c.id == files.c.place).outerjoin(
                marks, and_(marks.c.place == files.c.place, marks.c.person == bindparam("person"))
            )
        )
        .where(
            files.c.space == bindparam("space"), places.c.kind == bindparam("kind"), files.c.author != bindparam("me"),
            files.c.deleted_at.is_(None), files.c.seq > func.coalesce(marks.c.seq, 0),
        )
        .group_by(files.c.place)
    )  # fmt: skip

    def unread(db: Db, space: str, person: str) -> Mapping[str, int]:
        return {place: int(n) for place, n in asked(db, {"person": person, "space": space, "kind": kind, "me": person})}

    return unread


EMPTY = {
    "name": "", "description": "", "alt": "", "blob": "", "type": "", "size": 0, "reason": None, "deleted_at": 0, "deleted_by": None
}  # fmt: skip
"""What is left of a file when its author was erased; deleted so long ago that nobody can put it back."""

feature.keeps(file_versions, through(file_versions, "file", files, "author"), "made")
