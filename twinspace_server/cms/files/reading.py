"""Which files lie where, what was there before, and what the doors for bytes (`web/downloads.py`) ask before they send one."""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import and_, select

from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, NotFound, TooLarge
from twinspace_server.files.names import megabytes
from twinspace_server.law.load import space_of
from twinspace_server.law.rights import Law
from twinspace_server.live.feature import Context, Gate, Id, Params

from .contents import uploads
from .items import COLUMNS, RECOVERABLE_MS, File, feature, file_of, file_versions, files

PAGE_BYTES = 150_000
FILE_BYTES = 450
"""What a file without words takes on the wire."""
MOST_BUNDLED = 1000
MOST_BUNDLED_BYTES = 1 << 30


class ListFiles(Params, kw_only=True):
    place: Id
    before: Id | None = None


class Files(msgspec.Struct):
    """Files in the order in which they came, as of the number `seq`; `more` says that there are earlier ones."""

    files: list[File]
    more: bool
    seq: int


@feature.query("file.list", answers=Files)
def list_files(ctx: Context, p: ListFiles) -> Files:
    """The newest files of a place, or those before one. A page ends where it gets long."""
    before = 2**62
    if p.before is not None:
        there = ctx.db.execute(select(files.c.seq).where(files.c.id == p.before, files.c.place == p.place)).first()
        if there is None:
            raise BadInput(code="unknown_file", path="$.before")
        before = there[0]
    return page(ctx, p.place, before)


def page(ctx: Context, place: str, before: int = 2**62) -> Files:
    """The newest files before a number, as many as fit."""
    there = and_(files.c.place == place, files.c.deleted_at.is_(None), files.c.seq < before)
    rows = ctx.db.execute(select(*COLUMNS).where(there).order_by(files.c.seq.desc())).fetchall()
    size, fitting = 0, 0
    for row in rows:
        size += FILE_BYTES + len(row[5].encode()) + len(row[8].encode()) + len(row[9].encode())
        if fitting and size > PAGE_BYTES:
            break
        fitting += 1
    return Files([file_of(row) for row in reversed(rows[:fitting])], len(rows) > fitting, ctx.as_of[0])


def open_files(ctx: Context, place: str) -> Mapping[str, Any]:
    """What `place.open` answers where files are all there is; of very many, `more` are had by `file.list`."""
    newest = page(ctx, place)
    return {"items": list(newest.files), "more": newest.more}


class AskNamed(Params, kw_only=True):
    space: Id
    files: Annotated[list[Id], Meta(max_length=100)]


class Named(msgspec.Struct):
    files: list[File]


@feature.query("file.named", answers=Named)
def named(ctx: Context, p: AskNamed) -> Named:
    """What is known of these files, wherever in the space they lie: for what hangs on notes, posts and pages. Others are left out."""
    return Named([file for file in ctx.load("file", p.files) if isinstance(file, File)])


class AskVersions(Params, kw_only=True):
    place: Id
    file: Id


class Version(msgspec.Struct):
    """One version of a file; `by` put it there. Its bytes are at `/files/<id>?version=<number>`."""

    number: int
    name: str
    type: str
    size: int
    at: str
    by: str


class Versions(msgspec.Struct):
    versions: list[Version]


@feature.query("file.versions", answers=Versions)
def versions(ctx: Context, p: AskVersions) -> Versions:
    """All versions of a file that are kept, the present one first. Of a hidden file for the staff alone."""
    row = ctx.db.execute(select(files).where(files.c.id == p.file, files.c.place == p.place, files.c.deleted_at.is_(None))).first()
    if row is None or (row.state == "hidden" and not ctx.view.staff_at(p.place)):
        raise NotFound()
    kept = select(file_versions).where(file_versions.c.file == p.file).order_by(file_versions.c.number.desc())
    present = Version(row.version, row.name, row.type, row.size, iso(row.changed_at or row.at), row.changed_by or row.author)
    return Versions([present, *(Version(v.number, v.name, v.type, v.size, iso(v.at), v.by) for v in ctx.db.execute(kept))])


class AskDeleted(Params, kw_only=True):
    place: Id


class DeletedFile(msgspec.Struct):
    file: File
    deleted_at: str
    deleted_by: str


class DeletedFiles(msgspec.Struct):
    files: list[DeletedFile]


@feature.query("file.deleted", answers=DeletedFiles)
def deleted(ctx: Context, p: AskDeleted) -> DeletedFiles:
    """The newest 100 files that one can still put back: those one has deleted, and for the staff everybody's."""
    gone = select(*COLUMNS, files.c.deleted_by).where(files.c.place == p.place, files.c.deleted_at > ctx.now - RECOVERABLE_MS)
    gone = gone.where(files.c.blob != "")
    if not ctx.view.staff_at(p.place):
        gone = gone.where(files.c.deleted_by == ctx.person)
    rows = ctx.db.execute(gone.order_by(files.c.deleted_at.desc(), files.c.id).limit(100))
    return DeletedFiles([DeletedFile(file_of(row), iso(row[18]), row[19]) for row in rows])


# -- the doors for bytes ---------------------------------------------------------------------------------------------


class Stored(msgspec.Struct, frozen=True):
    """Where the bytes lie that somebody may have, and what they are; `path` are the places above it in a bundle."""

    blob: str
    name: str
    type: str
    size: int
    path: tuple[str, ...] = ()


class Serve(Params, kw_only=True):
    person: str
    file: str
    version: int | None = None


@feature.query("file.serve", answers=Stored, gate=Gate.HOUSE)
def serve(ctx: Context, p: Serve) -> Stored:
    """The bytes of a file that this person may see now; or of an upload, for whoever made it and the staff there."""
    row: Any = ctx.db.execute(select(files).where(files.c.id == p.file, files.c.deleted_at.is_(None))).first()
    if row is None:
        return _upload(ctx, p)
    law = _readable(ctx, row.space, row.place, p.person)
    if row.state == "hidden":
        _require_staff(law, row.place, p.person)
    if p.version is not None and p.version != row.version:
        asked = select(file_versions).where(file_versions.c.file == p.file, file_versions.c.number == p.version)
        row = ctx.db.execute(asked).first()
        if row is None:
            raise NotFound()
    return Stored(row.blob, row.name, row.type, row.size)


def _upload(ctx: Context, p: Serve) -> Stored:
    row = ctx.db.execute(select(uploads).where(uploads.c.id == p.file, uploads.c.file.is_(None))).first()
    if row is None:
        raise NotFound()
    law = _readable(ctx, row.space, row.place, p.person)
    if row.person != p.person:
        _require_staff(law, row.place, p.person)
    return Stored(row.blob, row.name, row.type, row.size)


def _readable(ctx: Context, space: str, place: str, person: str) -> Law:
    law = ctx.law_of(space)
    if law is None or not law.sees(person, place):
        raise NotFound()
    return law


def _require_staff(law: Law, place: str, person: str) -> None:
    view = law.view(person)
    if view is None or not view.staff_at(place):
        raise NotFound()


class Bundle(Params, kw_only=True):
    person: str
    place: str | None = None
    files: tuple[str, ...] = ()


class Bundled(msgspec.Struct, frozen=True):
    title: str
    files: list[Stored]


@feature.query("file.bundle", answers=Bundled, gate=Gate.HOUSE)
def bundle(ctx: Context, p: Bundle) -> Bundled:
    """The files named, or all in a place and those inside it, that this person may see now; at most a thousand, and a gigabyte."""
    if p.place is not None:
        found, title = _everything(ctx, p.place, p.person)
    else:
        found, title = _chosen(ctx, p), ""
    total = sum(one.size for one in found)
    if len(found) > MOST_BUNDLED or total > MOST_BUNDLED_BYTES:
        raise TooLarge(code="bundle_too_large", most=MOST_BUNDLED, limit=megabytes(MOST_BUNDLED_BYTES))
    return Bundled(title, found)


def _everything(ctx: Context, place: str, person: str) -> tuple[list[Stored], str]:
    space = space_of(ctx.db, place)
    if space is None:
        raise NotFound()
    law = _readable(ctx, space, place, person)
    view = law.view(person)
    assert view is not None
    inside = [one for one in (place, *law.within(place)) if one in view.rights]
    paths = {place: ()} | {one: _path(law, one, place) for one in inside if one != place}
    found: list[Stored] = []
    for at in range(0, len(inside), 500):
        asked = select(files).where(files.c.place.in_(inside[at : at + 500]), files.c.deleted_at.is_(None), files.c.state == "shown")
        rows = ctx.db.execute(asked.order_by(files.c.seq).limit(MOST_BUNDLED + 1))
        found += [Stored(row.blob, row.name, row.type, row.size, paths[row.place]) for row in rows]
    return found, law.places[place].title


def _path(law: Law, place: str, top: str) -> tuple[str, ...]:
    titles: list[str] = []
    at: str | None = place
    while at is not None and at != top:
        titles.append(law.places[at].title)
        at = law.places[at].parent
    return tuple(reversed(titles))


def _chosen(ctx: Context, p: Bundle) -> list[Stored]:
    wanted = list(dict.fromkeys(p.files))
    if not wanted or len(wanted) > MOST_BUNDLED:
        raise BadInput(path="file")
    asked = select(files).where(files.c.id.in_(wanted), files.c.deleted_at.is_(None), files.c.state == "shown")
    rows = {row.id: row for row in ctx.db.execute(asked)}
    found = []
    for one in wanted:
        if one not in rows:
            raise NotFound()
        _readable(ctx, rows[one].space, rows[one].place, p.person)
        found.append(Stored(rows[one].blob, rows[one].name, rows[one].type, rows[one].size))
    return found
