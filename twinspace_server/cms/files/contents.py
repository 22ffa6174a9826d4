"""Which bytes are kept for whom: contents, uploads on their way to becoming files, what a space may keep, and clearing up.

A content (`blobs`) is there once for all files that have it, under a name in the file store that is used for one life only: what the
sweep drops can't be what somebody is just adding. It drops what no file, no version and no upload has named for two hours.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, exists, func, insert, select, union, update

from twinspace_server import ids
from twinspace_server.errors import NoRoom, NotFound, TooMany
from twinspace_server.files.names import megabytes
from twinspace_server.files.promise import fresh_name
from twinspace_server.law.published import public_files
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import CommandParams, Context, Gate, Id, Params
from twinspace_server.live.keeping import Erasing
from twinspace_server.people.portraits import portraits
from twinspace_server.spaces.covers import covers
from twinspace_server.spaces.waiting import waiting
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

from .items import EMPTY, feature, file_versions, files, pictures_only, room_for_one

HOUR_MS = 3_600_000
UPLOAD_MS = HOUR_MS
UNNAMED_MS = 2 * HOUR_MS
"""Longer than an upload may lie: what is to be named is named before the sweep comes."""
MOST_PENDING = 200
"""Uploads of one person that lie there and are no files yet."""
AT_ONCE = 500

blobs = Table(
    "blobs",
    metadata,
    Column("name", Text, primary_key=True),
    Column("sha256", Text, unique=True),
    Column("size", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
)

uploads = Table(
    "uploads",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("blob", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("width", BigInteger),
    Column("height", BigInteger),
    Column("file", Text),
    Index("ix_uploads_person", "person"),
    Index("ix_uploads_blob", "blob"),
)


NAMING = (files, file_versions, uploads, public_files, portraits, covers)
"""What names contents: as long as one of these does, it is kept."""


class AskRoom(Params, kw_only=True):
    place: Id


class Room(msgspec.Struct):
    """How much goes in, in bytes: into one file, and into the space, of which `used` is taken. Same contents count once.

    Nothing does while the space is `closed`, and nothing but pictures where there are `pictures_only`.
    """

    space: str
    file_bytes: int
    space_bytes: int
    used: int
    closed: bool
    pictures_only: bool


@feature.query("file.room", answers=Room, right=Right.ADD)
def ask_room(ctx: Context, p: AskRoom) -> Room:
    """What may be uploaded here now: refuses whoever may not add a file, with the reason, before a byte is sent."""
    shown = _shows_a_picture(ctx, p.place)
    if not shown:
        room_for_one(ctx, p.place)
    return Room(
        ctx.space, ctx.settings.file_bytes, ctx.settings.space_bytes, used(ctx.db, ctx.space), ctx.rules.closed,
        shown or pictures_only(ctx, p.place),
    )  # fmt: skip


def _shows_a_picture(ctx: Context, place: str) -> bool:
    """Whether no files lie there, but a picture comes in: a photo of oneself at one's desk, an administrator's of the whole space."""
    return ctx.rules.kind == "desk" or (place == ctx.space and ctx.rules.administers(ctx.person, when_closed=True).allowed)


def used(db: Db, space: str) -> int:
    """Bytes that a space keeps: each content once, with earlier versions and what can still be brought back."""
    return int(db.execute(select(func.coalesce(func.sum(_kept(space).c.size), 0))).scalar_one())


def _kept(space: str) -> Any:
    parts = [select(t.c.blob, t.c.size).where(t.c.space == space, t.c.blob != "") for t in (files, file_versions, covers)]
    return union(*parts).subquery()


def require_room(ctx: Context, blob: str, size: int) -> None:
    """Goes on only if this content fits into the space, or is there already: `space_full`."""
    kept, most = _kept(ctx.space), ctx.settings.space_bytes
    if ctx.db.execute(select(kept.c.blob).where(kept.c.blob == blob)).first() is None and used(ctx.db, ctx.space) + size > most:
        raise NoRoom(code="space_full", limit=megabytes(most))


class Claim(CommandParams, kw_only=True):
    """A content that has come in whole, and what was found out about it."""

    person: str
    place: str
    name: str
    type: str
    size: int
    sha256: str
    width: int | None = None
    height: int | None = None


@feature.command("file.claim", gate=Gate.HOUSE)
def claim(ctx: Context, p: Claim) -> Mapping[str, Any]:
    """Note an upload, and under which name its content is to be kept, if it isn't yet."""
    mine = select(func.count()).select_from(uploads).where(uploads.c.person == p.person, uploads.c.file.is_(None))
    if ctx.db.execute(mine.where(uploads.c.at > ctx.now - UPLOAD_MS)).scalar_one() >= MOST_PENDING:
        raise TooMany(code="too_many_uploads", retry_after=60)
    # The row's lock, and its time, keep the sweep away from it.
    known = ctx.db.execute(update(blobs).where(blobs.c.sha256 == p.sha256).values(at=ctx.now).returning(blobs.c.name)).scalar()
    blob = known or fresh_name(p.sha256)
    if known is None:
        ctx.db.execute(insert(blobs), {"name": blob, "sha256": p.sha256, "size": p.size, "at": ctx.now})
    upload = ids.new(ctx.now)
    ctx.db.execute(
        insert(uploads),
        {
            "id": upload, "space": ctx.space, "place": p.place, "person": p.person, "at": ctx.now, "name": p.name, "blob": blob,
            "type": p.type, "size": p.size, "width": p.width, "height": p.height, "file": None,
        },
    )  # fmt: skip
    return {"upload": upload, "blob": blob}


class Unclaim(CommandParams, kw_only=True):
    upload: str


@feature.command("file.unclaim", gate=Gate.HOUSE)
def unclaim(ctx: Context, p: Unclaim) -> None:
    """Forget an upload whose content could not be kept."""
    ctx.db.execute(delete(uploads).where(uploads.c.id == p.upload, uploads.c.file.is_(None)))


def take_upload(ctx: Context, upload: str, file: str) -> Any:
    """The row of one's own upload for this place, which is used up by it. Not found for every other, and after an hour.

    What waited for a teacher may be older.
    """
    row = ctx.db.execute(select(uploads).where(uploads.c.id == upload, uploads.c.person == ctx.person)).first()
    late = row is not None and row.at < ctx.now - UPLOAD_MS and not let_through(ctx)
    if row is None or row.space != ctx.space or row.file is not None or late:
        raise NotFound(code="unknown_upload", path="$.upload")
    require_room(ctx, row.blob, row.size)
    ctx.db.execute(update(uploads).where(uploads.c.id == upload).values(file=file))
    return row


def let_through(ctx: Context) -> bool:
    """Whether this runs because a teacher has let it through: as its author, and not by its author."""
    return ctx.who is not None and ctx.who.person != ctx.person


# -- clearing up -----------------------------------------------------------------------------------------------------


class Unnamed(CommandParams, kw_only=True):
    pass


@feature.command("file.unnamed", gate=Gate.HOUSE)
def unnamed(ctx: Context, p: Unnamed) -> Mapping[str, Any]:
    """Drop old uploads, and part with contents that nobody names: from here on nobody can, and their bytes may go."""
    held = _held_back(ctx.db)
    old = delete(uploads).where(uploads.c.at < ctx.now - UPLOAD_MS)
    ctx.db.execute(old.where(uploads.c.id.not_in(held)) if held else old)
    nobody = [~exists().where(table.c.blob == blobs.c.name) for table in NAMING]
    candidates = select(blobs.c.name).where(blobs.c.sha256.is_not(None), blobs.c.at < ctx.now - UNNAMED_MS, *nobody).limit(AT_ONCE)
    names = [row[0] for row in ctx.db.execute(candidates)]
    if names:
        # `at` once more: on PostgreSQL somebody may have claimed one between the two statements.
        parted = update(blobs).where(blobs.c.name.in_(names), blobs.c.at < ctx.now - UNNAMED_MS, *nobody)
        ctx.db.execute(parted.values(sha256=None))
    gone = ctx.db.execute(select(blobs.c.name).where(blobs.c.sha256.is_(None)).limit(AT_ONCE))
    return {"names": [row[0] for row in gone]}


class Dropped(CommandParams, kw_only=True):
    names: list[str]


@feature.command("file.dropped", gate=Gate.HOUSE)
def dropped(ctx: Context, p: Dropped) -> None:
    """Forget contents whose bytes are gone."""
    ctx.db.execute(delete(blobs).where(blobs.c.name.in_(p.names), blobs.c.sha256.is_(None)))


def _held_back(db: Db) -> list[str]:
    """Uploads that wait with their command for a teacher."""
    asked = select(waiting.c.params).where(waiting.c.method.in_(("file.add", "file.replace")), waiting.c.state.in_(("waiting", "refused")))
    return [str(msgspec.json.decode(row[0])["upload"]) for row in db.execute(asked)]


def part_with(db: Db, names: Sequence[str]) -> None:
    """Part with those of these contents that nobody names any more, at once: the next clearing up drops their bytes."""
    nobody = [~exists().where(table.c.blob == blobs.c.name) for table in NAMING]
    for at in range(0, len(names), AT_ONCE):
        some = list(names[at : at + AT_ONCE])
        db.execute(update(blobs).where(blobs.c.name.in_(some), blobs.c.sha256.is_not(None), *nobody).values(sha256=None))


def _part(erasing: Erasing) -> None:
    """Their uploads name nothing any more; whatever else nobody names by now can go in the same breath."""
    theirs = select(uploads.c.blob).where(uploads.c.person == erasing.person)
    names = [row[0] for row in erasing.db.execute(theirs)]
    erasing.db.execute(delete(uploads).where(uploads.c.person == erasing.person))
    part_with(erasing.db, names)


def _let_go(erasing: Erasing) -> None:
    """Their files' contents, asked before the rows forget which they were."""
    if not erasing.goes("made"):
        return
    mine = (files.c.author == erasing.person) & (files.c.space == erasing.space)
    kept = select(files.c.blob).where(mine, files.c.blob != "")
    earlier = select(file_versions.c.blob).where(file_versions.c.file.in_(select(files.c.id).where(mine)))
    names = [row[0] for row in erasing.db.execute(kept.union(earlier))]
    theirs = select(files.c.id).where(mine)
    erasing.db.execute(delete(public_files).where(public_files.c.file.in_(theirs)))
    erasing.db.execute(delete(file_versions).where(file_versions.c.file.in_(theirs)))
    erasing.db.execute(update(files).where(mine).values(**EMPTY))
    part_with(erasing.db, names)


def _contents(db: Db, person: str) -> Iterable[tuple[str, str]]:
    kept = select(files.c.name, files.c.blob).where(files.c.author == person, files.c.blob != "").order_by(files.c.id)
    return [(name, blob) for name, blob in db.execute(kept)]


feature.keeps(uploads, "person", "own", everywhere=True, also=_part)
# Nothing is left of a file but its id.
feature.keeps(files, "author", "made", kind="file", becomes=EMPTY, also=_let_go, contents=_contents)
feature.keeps_nothing(blobs, "contents by their checksum; whose they are say files, uploads, portraits and covers")
