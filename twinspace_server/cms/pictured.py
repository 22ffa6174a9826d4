"""Who is in a picture or film: said by the staff and whoever may edit there, asked before a stranger sees it.

What is said belongs to these very bytes: a file that is replaced has to be looked at again. A picture about which nobody has said
anything is never public; one with somebody whose consent is missing is marked for the staff, inside the space too.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, insert, select

from twinspace_server.clock import iso
from twinspace_server.cms.files.items import files, the_file
from twinspace_server.errors import BadInput, Conflict
from twinspace_server.law.members import members
from twinspace_server.law.rights import Right, named
from twinspace_server.live.feature import CommandParams, Context, Emission, Feature, Id, Item, ItemKind, Params, Ref
from twinspace_server.spaces import consent
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

MOST_PEOPLE = 200
MOST_TOLD = 200
"""Pictures in one event."""

pictured = Table(
    "pictured",
    metadata,
    Column("file", Text, primary_key=True),
    Column("blob", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

picture_people = Table(
    "picture_people",
    metadata,
    Column("file", Text, primary_key=True),
    Column("blob", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Index("ix_picture_people_person", "space", "person"),
)

feature = Feature("picture")

_PUT = upsert(pictured, ["file", "blob"], ["by", "at"])


class Pictured(Item, tag="pictured", frozen=True):
    """Who is in a picture; `id` is the file's. Nobody in `people`: nobody can be recognised. `to_check`: somebody may not be seen in
    pictures inside the space. For the staff and who said it."""

    place: str
    people: list[str]
    by: str
    at: str
    to_check: bool


def shows_people(type_: str) -> bool:
    """Whether people may be seen in a file of this type."""
    return type_.startswith(("image/", "video/"))


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """What is said about these files as they are now."""
    joined = pictured.join(files, (files.c.id == pictured.c.file) & (files.c.blob == pictured.c.blob))
    query = select(files.c.id, files.c.place, files.c.space, pictured.c.by, pictured.c.at).select_from(joined)
    rows = db.execute(query.where(files.c.id.in_(list(wanted)), files.c.deleted_at.is_(None))).fetchall()
    people = people_of(db, [row[0] for row in rows])
    marks = {space: consent.of_persons(db, space) for space in {row[2] for row in rows}}
    return {
        file: Pictured(
            id=file, place=place, people=people.get(file, []), by=by, at=iso(at),
            to_check=any(not _inside(marks[space], person) for person in people.get(file, [])),
        )
        for file, place, space, by, at in rows
    }  # fmt: skip


def _inside(marks: Mapping[str, consent.Consent], person: str) -> bool:
    return person in marks and marks[person].photo_inside


def people_of(db: Db, wanted: Iterable[str]) -> dict[str, list[str]]:
    """Who is in these files as they are now."""
    joined = picture_people.join(files, (files.c.id == picture_people.c.file) & (files.c.blob == picture_people.c.blob))
    query = select(files.c.id, picture_people.c.person).select_from(joined).where(files.c.id.in_(list(wanted)))
    found: dict[str, list[str]] = {}
    for file, person in db.execute(query.order_by(picture_people.c.person)):
        found.setdefault(file, []).append(person)
    return found


feature.item(
    ItemKind("pictured", Pictured, load, place=lambda item: str(item.place), audience=lambda item: named([item.by], staff=True))
)  # fmt: skip


class Who(CommandParams, kw_only=True):
    place: Id
    file: Id
    people: Annotated[list[Id], Meta(max_length=MOST_PEOPLE, description="Members; empty when nobody can be recognised.")]


@feature.command("picture.who", answers={"pictured": Pictured}, emits=["picture.said"])
def who(ctx: Context, p: Who) -> Mapping[str, Any]:
    """Say who can be recognised in a picture or film: teachers and administrators who may read it, and whoever may edit here."""
    row = the_file(ctx, p.place, p.file)
    if not ctx.rules.moderates(ctx.person, p.place).allowed:
        ctx.require(p.place, Right.EDIT)
    if not shows_people(row.type):
        raise Conflict(code="not_a_picture", path="$.file")
    people = list(dict.fromkeys(p.people))
    known = {one for (one,) in ctx.db.execute(select(members.c.person).where(members.c.space == ctx.space, members.c.person.in_(people)))}
    for at, person in enumerate(people):
        if person not in known:
            raise BadInput(code="unknown_person", path=f"$.people[{at}]")
    _PUT(ctx.db, {"file": row.id, "blob": row.blob, "space": ctx.space, "by": ctx.person, "at": ctx.now})
    ctx.db.execute(delete(picture_people).where(picture_people.c.file == row.id, picture_people.c.blob == row.blob))
    if people:
        seen = [{"file": row.id, "blob": row.blob, "space": ctx.space, "person": person} for person in people]
        ctx.db.execute(insert(picture_people).values(seen))
    ctx.emit("picture.said", Ref("pictured", row.id), place=p.place)
    return {"pictured": Ref("pictured", row.id)}


@feature.on("consent.changed", emits=["picture.doubted"])
def doubt(ctx: Context, happened: Emission) -> None:
    """Somebody's consent changed: what is said about the pictures with them looks different now."""
    for ref in happened.items:
        person = ref.id.partition(".")[2]
        joined = picture_people.join(files, (files.c.id == picture_people.c.file) & (files.c.blob == picture_people.c.blob))
        query = select(files.c.id, files.c.place).select_from(joined).where(picture_people.c.space == ctx.space)
        rows = ctx.db.execute(query.where(picture_people.c.person == person, files.c.deleted_at.is_(None)).limit(MOST_TOLD))
        by_place: dict[str, list[Ref]] = {}
        for file, place in rows:
            by_place.setdefault(place, []).append(Ref("pictured", file))
        for place, refs in by_place.items():
            ctx.emit("picture.doubted", *refs, place=place)


class OfPlace(Params, kw_only=True):
    place: Id


class Said(msgspec.Struct):
    pictures: list[Pictured]


@feature.query("picture.of", answers=Said)
def of_place(ctx: Context, p: OfPlace) -> Said:
    """What is said about the pictures of a place; for the staff, and what one has said oneself."""
    query = select(pictured.c.file).join_from(pictured, files, files.c.id == pictured.c.file)
    wanted = [file for (file,) in ctx.db.execute(query.where(files.c.place == p.place, files.c.deleted_at.is_(None)).distinct())]
    return Said([item for item in ctx.load("pictured", sorted(wanted)) if isinstance(item, Pictured)])


class OfSpace(Params, kw_only=True):
    space: Id


@feature.query("picture.to_check", answers=Said)
def to_check(ctx: Context, p: OfSpace) -> Said:
    """The pictures with somebody who may not be seen in pictures inside the space; for the staff."""
    if not ctx.view.staff_at(p.space):
        return Said([])
    wanted = ctx.db.execute(select(picture_people.c.file).where(picture_people.c.space == p.space).distinct())
    found = ctx.load("pictured", sorted({file for (file,) in wanted}))
    return Said([item for item in found if isinstance(item, Pictured) and item.to_check])


_PICTURE = {"place": "{shown_gallery}", "file": "{boats_picture}"}

feature.example("gallery.make", "alice", {"space": "{space}", "title": "At the water"}, gives="shown_gallery")
feature.example("upload", "bob", {"place": "{shown_gallery}", "name": "boats.png", "picture": [64, 48]}, gives="boats_upload")
feature.example("file.add", "bob", {"place": "{shown_gallery}", "upload": "{boats_upload}", "alt": "Two boats"}, gives="boats_picture")
feature.example("picture.who", "bob", {**_PICTURE, "people": ["{pia}"]})
feature.example("picture.of", "bob", {"place": "{shown_gallery}"})
feature.example("picture.to_check", "bob", {"space": "{space}"})

feature.keeps(pictured, "by", "stays", why="who said who is in a picture, by id")
feature.keeps(picture_people, "person", "stays", why="keeps a picture of them from strangers: their consent is gone, and that counts as no")
