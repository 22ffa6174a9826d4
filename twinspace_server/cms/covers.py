"""Taking in the picture of a space (SET-02): uploaded like any picture, to the space itself, and so made anew without metadata.

A browser has cropped it to a wide strip; what is larger, or of another shape, is refused. The old picture's bytes go when nobody names
them any more.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from twinspace_server import ids
from twinspace_server.cms.files.contents import part_with, take_upload
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.files.kinds import PICTURES
from twinspace_server.live.feature import CommandParams, Context, Feature, Id, Ref
from twinspace_server.live.keeping import Erasing
from twinspace_server.spaces.covers import blob_of, covers, drop, put
from twinspace_server.spaces.spaces import Space
from twinspace_server.storage.store import Db

RATIO = 3
"""So many times as wide as high."""
MOST_WIDTH = 1920

feature = Feature("space_covers")


class SetCover(CommandParams, kw_only=True):
    space: Id
    upload: Id


@feature.command("space.set_cover", administrator=True, answers={"space": Space}, emits=["space.changed"])
def set_cover(ctx: Context, p: SetCover) -> Mapping[str, Any]:
    """Show this picture over the space: one that was uploaded to the space itself, three times as wide as high. All members see it."""
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    cover, before = ids.new(ctx.now), blob_of(ctx.db, p.space)
    row = take_upload(ctx, p.upload, cover)
    if row.type not in PICTURES or row.width != RATIO * row.height or row.width > MOST_WIDTH:
        raise BadInput(code="cover_shape", path="$.upload")
    values = {"id": cover, "blob": row.blob, "size": row.size, "type": row.type, "by": ctx.person, "at": ctx.now}
    put(ctx.db, {"space": p.space, **values})
    return _changed(ctx, p.space, before)


class DropCover(CommandParams, kw_only=True):
    space: Id


@feature.command("space.drop_cover", administrator=True, answers={"space": Space}, emits=["space.changed"])
def drop_cover(ctx: Context, p: DropCover) -> Mapping[str, Any]:
    """Show the skies of its schools over the space again. `not_found` where it has no picture."""
    before = blob_of(ctx.db, p.space)
    if before is None:
        raise NotFound()
    drop(ctx.db, p.space)
    return _changed(ctx, p.space, before)


def _changed(ctx: Context, space: str, before: str | None) -> Mapping[str, Any]:
    if before is not None:
        part_with(ctx.db, [before])
    ctx.emit("space.changed", Ref("space", space))
    return {"space": Ref("space", space)}


def _contents(db: Db, person: str) -> Iterable[tuple[str, str]]:
    return [("cover", blob) for (blob,) in db.execute(select(covers.c.blob).where(covers.c.by == person).order_by(covers.c.id))]


def _let_go(erasing: Erasing) -> None:
    if erasing.space is None or not erasing.goes("made"):
        return
    theirs = select(covers.c.blob).where(covers.c.space == erasing.space, covers.c.by == erasing.person)
    blob = erasing.db.execute(theirs).scalar()
    if blob is not None:
        drop(erasing.db, erasing.space)
        part_with(erasing.db, [blob])


feature.keeps(covers, "by", "made", kind="space", key="space", also=_let_go, contents=_contents)

feature.example("upload", "alice", {"place": "{space}", "name": "rivers.png", "picture": [384, 128]}, gives="cover")
feature.example("space.set_cover", "alice", {"space": "{space}", "upload": "{cover}"})
feature.example("space.drop_cover", "alice", {"space": "{space}"})
