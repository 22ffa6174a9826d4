"""What is done with a file: naming and describing, moving, deleting and putting back, and what the staff do to keep order."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from msgspec import Meta
from sqlalchemy import delete as remove
from sqlalchemy import select, update

from twinspace_server import texts
from twinspace_server.errors import BadInput, NotFound
from twinspace_server.files import names
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import CommandParams, Context, Gate, Gone, Id, Ref
from twinspace_server.storage import fulltext
from twinspace_server.storage.store import Db

from .adding import said
from .items import RECOVERABLE_MS, Alt, File, Name, OfFile, Rank, Words, feature, file_versions, files, fits, room_for_one, the_file


class Change(OfFile, kw_only=True):
    name: Name | None = None
    description: Words | None = None
    alt: Alt | None = None
    rank: Rank | None = None


@feature.command("file.change", answers={"file": File}, emits=["file.changed"], waits=True)
def change(ctx: Context, p: Change) -> Mapping[str, Any]:
    """Give a file another name, description, alternative text or rank: one's own, or anybody's with *edit*. Its ending stays."""
    row = the_file(ctx, p.place, p.file)
    ctx.require(p.place, Right.EDIT, own=row.author == ctx.person)
    wanted: dict[str, Any] = {}
    if p.name is not None:
        wanted["name"] = names.with_ending(names.clean(p.name), names.ending(row.name))
    if p.description is not None:
        wanted["description"] = said(p.description, "$.description")
    if p.alt is not None:
        wanted["alt"] = said(p.alt, "$.alt")
    words = any(getattr(row, name) != value for name, value in wanted.items())
    if p.rank is not None:
        wanted["rank"] = p.rank
    if words:
        wanted |= {"changed_at": ctx.now, "changed_by": ctx.person}
    elif p.rank is None or p.rank == row.rank:
        return {"file": Ref("file", p.file)}
    return _changed(ctx, p, "file.changed", **wanted)


class Move(OfFile, kw_only=True):
    to: Id


@feature.command("file.move", answers={"file": File}, emits=["file.moved", "file.arrived"])
def move(ctx: Context, p: Move) -> Mapping[str, Any]:
    """Put a file into another place of the space that takes files: one's own, or with *edit*; and *add* there."""
    row = the_file(ctx, p.place, p.file)
    ctx.require(p.place, Right.EDIT, own=row.author == ctx.person)
    if p.to == p.place:
        raise BadInput(code="same_place", path="$.to")
    ctx.require(p.to, Right.ADD)
    room_for_one(ctx, p.to)
    fits(ctx, p.to, row.type)
    ctx.db.execute(update(files).where(files.c.id == p.file).values(place=p.to))
    fulltext.move(ctx.db, "file", select(files.c.id).where(files.c.id == p.file), p.to)
    ctx.emit("file.moved", place=p.place, gone=[Gone("file", p.file)])
    ctx.emit("file.arrived", Ref("file", p.file), place=p.to)
    return {"file": Ref("file", p.file)}


@feature.command("file.delete", emits=["file.deleted"], when_quiet=True)
def delete(ctx: Context, p: OfFile) -> None:
    """Delete a file, with its earlier versions; for 30 days whoever did it, and the staff, can put it back. A hidden one is the staff's."""
    row = the_file(ctx, p.place, p.file, "shown", "hidden")
    if row.state == "hidden":
        ctx.require_moderator(p.place)
    else:
        ctx.require(p.place, Right.DELETE, own=row.author == ctx.person)
    ctx.db.execute(update(files).where(files.c.id == p.file).values(deleted_at=ctx.now, deleted_by=ctx.person))
    ctx.emit("file.deleted", place=p.place, gone=[Gone("file", p.file)])
    ctx.later("file.forget", {"file": p.file}, at=ctx.now + RECOVERABLE_MS)


@feature.command("file.restore", right=Right.ADD, answers={"file": File}, emits=["file.restored"])
def restore(ctx: Context, p: OfFile) -> Mapping[str, Any]:
    """Put a deleted file back where it was: whoever deleted it, and the staff, while they may add here."""
    ctx.hold()
    there = select(files.c.deleted_by).where(files.c.id == p.file, files.c.place == p.place, files.c.deleted_at > ctx.now - RECOVERABLE_MS)
    row = ctx.db.execute(there).first()
    if row is None or (row[0] != ctx.person and not ctx.view.staff_at(p.place)):
        raise NotFound()
    room_for_one(ctx, p.place)
    return _changed(ctx, p, "file.restored", deleted_at=None, deleted_by=None)


class Forget(CommandParams, kw_only=True):
    file: Id


@feature.command("file.forget", gate=Gate.HOUSE)
def forget(ctx: Context, p: Forget) -> None:
    """Let go of a file that was deleted 30 days ago: words, versions and bytes; its id stays, so that the log names nothing unknown."""
    gone = (files.c.id == p.file) & (files.c.deleted_at <= ctx.now - RECOVERABLE_MS)
    let_go(ctx, gone)


def let_go(ctx: Context, which: Any) -> None:
    """Nothing is left of these files but their ids; the sweep drops contents that nobody else names."""
    named = [row[0] for row in ctx.db.execute(select(files.c.id).where(which, files.c.blob != ""))]
    for at in range(0, len(named), 500):
        some = named[at : at + 500]
        ctx.db.execute(remove(file_versions).where(file_versions.c.file.in_(some)))
        emptied = update(files).where(files.c.id.in_(some))
        ctx.db.execute(emptied.values(name="", description="", alt="", blob="", type="", size=0, reason=None, deleted_at=ctx.now))


def others_in_places(db: Db, places: Sequence[str], person: str) -> bool:
    """Whether somebody else has put a file there: `Channel.others` of archives and galleries."""
    theirs = select(files.c.id).where(files.c.place.in_(list(places)), files.c.author != person, files.c.blob != "").limit(1)
    return db.execute(theirs).first() is not None


def forget_places(db: Db, gone: Sequence[str]) -> None:
    """Nothing is left of the files in places that are erased for ever: `Channel.forget` of every kind that takes files."""
    inside = files.c.place.in_(list(gone))
    db.execute(remove(file_versions).where(file_versions.c.file.in_(select(files.c.id).where(inside))))
    db.execute(remove(files).where(inside))


# -- keeping order ---------------------------------------------------------------------------------------------------


class Hide(OfFile, kw_only=True):
    reason: Annotated[str, Meta(min_length=1, max_length=500)]


@feature.command("file.hide", answers={"file": File}, emits=["file.hidden"], when_closed=True)
def hide(ctx: Context, p: Hide) -> Mapping[str, Any]:
    """Hide a file, with a reason that everybody sees: nobody but the staff gets its bytes or its words. Teachers and administrators."""
    ctx.require_moderator(p.place)
    the_file(ctx, p.place, p.file)
    return _changed(ctx, p, "file.hidden", state="hidden", reason=texts.line(p.reason, "$.reason"))


@feature.command("file.show", answers={"file": File}, emits=["file.shown"], when_closed=True)
def show(ctx: Context, p: OfFile) -> Mapping[str, Any]:
    """Show a hidden file again. Teachers and administrators."""
    ctx.require_moderator(p.place)
    the_file(ctx, p.place, p.file, "hidden")
    return _changed(ctx, p, "file.shown", state="shown", reason=None)


def _changed(ctx: Context, p: OfFile, event: str, **values: Any) -> Mapping[str, Any]:
    ctx.db.execute(update(files).where(files.c.id == p.file).values(**values))
    ctx.emit(event, Ref("file", p.file), place=p.place)
    return {"file": Ref("file", p.file)}
