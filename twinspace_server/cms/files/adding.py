"""An upload becomes a file, or the new version of one; earlier versions are kept and can be brought back."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta
from sqlalchemy import delete, func, insert, select, update

from twinspace_server import ids, texts
from twinspace_server.errors import Conflict, NotFound
from twinspace_server.files import names
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import CommandParams, Context, Id, Ref

from .contents import let_through, take_upload
from .items import RANK_STEP, Alt, File, Name, OfFile, Words, feature, file_versions, files, fits, room_for_one, the_file

MOST_VERSIONS = 20
"""Earlier ones of one file; the oldest goes when there are more."""


class Add(CommandParams, kw_only=True):
    place: Id
    upload: Id
    name: Name | None = None
    description: Words = ""
    alt: Alt = ""


@feature.command("file.add", right=Right.ADD, answers={"file": File}, emits=["file.added"], waits=True)
def add(ctx: Context, p: Add) -> Mapping[str, Any]:
    """Put what was uploaded into this place as a file, under its own name or another one."""
    ctx.hold()
    room_for_one(ctx, p.place)
    file = ids.new(ctx.now)
    row = take_upload(ctx, p.upload, file)
    fits(ctx, p.place, row.type)
    if p.name is None:  # a name that came with the bytes, which no teacher has read
        name = "file" + names.ending(row.name) if let_through(ctx) else row.name
    else:
        name = names.with_ending(names.clean(p.name), names.ending(row.name))
    ctx.db.execute(
        insert(files),
        {
            "id": file, "space": ctx.space, "place": p.place, "seq": ctx.seq, "at": ctx.now, "author": ctx.person, "name": name,
            "description": said(p.description, "$.description"), "alt": said(p.alt, "$.alt"), "rank": ctx.seq * RANK_STEP,
            "blob": row.blob, "type": row.type, "size": row.size, "width": row.width, "height": row.height, "version": 1,
            "state": "shown", "reason": None, "changed_at": None, "changed_by": None, "deleted_at": None, "deleted_by": None,
        },
    )  # fmt: skip
    ctx.emit("file.added", Ref("file", file), place=p.place)
    return {"file": Ref("file", file)}


class Replace(OfFile, kw_only=True):
    upload: Id


@feature.command("file.replace", answers={"file": File}, emits=["file.replaced"], waits=True)
def replace(ctx: Context, p: Replace) -> Mapping[str, Any]:
    """Put what was uploaded in the place of a file, which keeps id and words; the version before is kept. One's own, or with *edit*."""
    row = the_file(ctx, p.place, p.file)
    ctx.require(p.place, Right.EDIT, own=row.author == ctx.person)
    fresh = take_upload(ctx, p.upload, p.file)
    fits(ctx, p.place, fresh.type)
    if fresh.blob == row.blob:
        return {"file": Ref("file", p.file)}
    return _put_in_place(ctx, row, fresh)


class BringBack(OfFile, kw_only=True):
    version: Annotated[int, Meta(ge=1, le=1_000_000_000)]


@feature.command("file.bring_back", answers={"file": File}, emits=["file.replaced"])
def bring_back(ctx: Context, p: BringBack) -> Mapping[str, Any]:
    """Make an earlier version the present one again; the present one is kept as an earlier version. One's own, or with *edit*."""
    row = the_file(ctx, p.place, p.file)
    ctx.require(p.place, Right.EDIT, own=row.author == ctx.person)
    there = select(file_versions).where(file_versions.c.file == p.file, file_versions.c.number == p.version)
    earlier = ctx.db.execute(there).first()
    if earlier is None:
        raise NotFound(code="unknown_version", path="$.version")
    if earlier.blob == row.blob:
        raise Conflict(code="same_version", path="$.version")
    fits(ctx, p.place, earlier.type)
    return _put_in_place(ctx, row, earlier)


def _put_in_place(ctx: Context, row: Any, fresh: Any) -> Mapping[str, Any]:
    ctx.db.execute(
        insert(file_versions),
        {
            "file": row.id, "number": row.version, "space": row.space, "name": row.name, "blob": row.blob, "type": row.type,
            "size": row.size, "width": row.width, "height": row.height, "at": row.changed_at or row.at,
            "by": row.changed_by or row.author,
        },
    )  # fmt: skip
    newest = select(func.max(file_versions.c.number)).where(file_versions.c.file == row.id).scalar_subquery()
    ctx.db.execute(delete(file_versions).where(file_versions.c.file == row.id, file_versions.c.number <= newest - MOST_VERSIONS))
    values = {
        "name": names.with_ending(row.name, names.ending(fresh.name)), "blob": fresh.blob, "type": fresh.type, "size": fresh.size,
        "width": fresh.width, "height": fresh.height, "version": row.version + 1, "changed_at": ctx.now, "changed_by": ctx.person,
    }  # fmt: skip
    ctx.db.execute(update(files).where(files.c.id == row.id).values(values))
    ctx.emit("file.replaced", Ref("file", row.id), place=row.place)
    return {"file": Ref("file", row.id)}


def said(text: str, path: str) -> str:
    """Words that may be missing."""
    return texts.prose(text, path) if text.strip() else ""
