"""Photo galleries (CMS-15): pictures in the order that people gave them, with captions, words for those who can't see them, and a cover.

A picture is a file of `cms/files`, which takes it in, serves it and keeps its words (`description` is the caption, `alt` what is to be
seen). Here is what a gallery adds: nothing but pictures goes in, and who may edit arranges them. Ranks leave room between them, so that
moving one picture changes one row; where the room is used up, the nearest neighbours are spread anew.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Column, Table, Text, bindparam, delete, insert, select, update

from twinspace_server.cms.files.changing import forget_places, others_in_places
from twinspace_server.cms.files.items import RANK_STEP, File, OfFile, files, the_file, unread_in
from twinspace_server.cms.files.reading import open_files
from twinspace_server.errors import BadInput, NotFound
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import Channel, CommandParams, Context, Feature, Id, Item, ItemKind, Params, Ref
from twinspace_server.spaces import tree
from twinspace_server.spaces.tree import MakePlace, Place
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

LEAST_ROOM = 64
"""Between two ranks after spreading anew: room for a few more moves to the same spot."""

galleries = Table("galleries", metadata, Column("place", Text, primary_key=True), Column("cover", Text))

feature = Feature("gallery")


class Gallery(Item, tag="gallery", frozen=True):
    """What holds for a whole gallery; `id` is its place. Without a `cover`, or where it is gone, the first picture stands for it."""

    place: str
    cover: str | None


_ONE = Hot(select(galleries).where(galleries.c.place == bindparam("place")))
_RANKS = Hot(
    select(files.c.id, files.c.rank)
    .where(files.c.place == bindparam("place"), files.c.deleted_at.is_(None))
    .order_by(files.c.rank, files.c.seq)
)


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Galleries by their place."""
    found = {place: _ONE.one(db, {"place": place}) for place in wanted}
    return {place: Gallery(id=place, place=place, cover=row[1]) for place, row in found.items() if row is not None}


feature.item(ItemKind("gallery", Gallery, load, place=lambda gallery: str(gallery.place)))


@feature.command("gallery.make", right=None, answers={"place": Place}, emits=["place.added"], law=True)
def make(ctx: Context, p: MakePlace) -> Mapping[str, Any]:
    """Make a photo gallery: in a folder whoever may *add* there, at the root administrators. It inherits the rights around it."""
    place = tree.make(ctx, "gallery", p)
    ctx.db.execute(insert(galleries), {"place": place.id, "cover": None})
    return {"place": place}


class MovePicture(OfFile, kw_only=True):
    after: Id | None = None


@feature.command("gallery.move", answers={"file": File}, emits=["gallery.arranged"])
def move(ctx: Context, p: MovePicture) -> Mapping[str, Any]:
    """Put a picture behind another one, or first without `after`: one's own, or any with *edit*."""
    _the_gallery(ctx, p.place)
    row = the_file(ctx, p.place, p.file, "shown", "hidden")
    ctx.require(p.place, Right.EDIT, own=row.author == ctx.person and row.state == "shown")
    before = list(_RANKS(ctx.db, {"place": p.place}))
    order = [one for one in before if one[0] != p.file]
    at = 0
    if p.after is not None:
        at = next((index + 1 for index, one in enumerate(order) if one[0] == p.after), 0)
        if not at:
            raise BadInput(code="unknown_file", path="$.after")
    if before[at][0] == p.file:
        return {"file": Ref("file", p.file)}
    ranks = _ranked(order, at, p.file, ctx.seq * RANK_STEP)
    for file, rank in ranks.items():
        ctx.db.execute(update(files).where(files.c.id == file).values(rank=rank))
    ctx.emit("gallery.arranged", *(Ref("file", file) for file in ranks), place=p.place)
    return {"file": Ref("file", p.file)}


def _ranked(order: Sequence[Any], at: int, file: str, last: int) -> dict[str, int]:
    """The ranks that change when `file` comes to stand at `at` among the others: its own, and where there is no room its neighbours'.

    At the end it gets what a picture that is added now would get, so that whatever is added later comes behind it.
    """
    if at == len(order):
        return {file: max(last, order[-1][1] + 1) if order else last}
    reach = 0
    while True:
        start, end = max(0, at - reach), min(len(order), at + reach)
        low = order[start - 1][1] if start else -RANK_STEP
        high = order[end][1] if end < len(order) else max(last, order[-1][1] + RANK_STEP)
        count = end - start + 1
        room = (high - low) // (count + 1)
        if room >= (LEAST_ROOM if reach else 1) or (start == 0 and end == len(order)):
            break
        reach = max(4, reach * 2)
    names = [*(one[0] for one in order[start:at]), file, *(one[0] for one in order[at:end])]
    return {name: low + max(1, room) * (index + 1) for index, name in enumerate(names)}


class SetCover(CommandParams, kw_only=True):
    place: Id
    file: Id | None = None


@feature.command("gallery.set_cover", right=Right.EDIT, answers={"gallery": Gallery}, emits=["gallery.covered"])
def set_cover(ctx: Context, p: SetCover) -> Mapping[str, Any]:
    """Choose the picture that stands for the gallery; without `file` it is the first one again."""
    before = _the_gallery(ctx, p.place)
    if p.file is not None:
        the_file(ctx, p.place, p.file)
    if before.cover != p.file:
        ctx.db.execute(update(galleries).where(galleries.c.place == p.place).values(cover=p.file))
        ctx.emit("gallery.covered", Ref("gallery", p.place), place=p.place)
    return {"gallery": Ref("gallery", p.place)}


def _the_gallery(ctx: Context, place: str) -> Gallery:
    """The gallery that this place is; another kind of place is not found."""
    row = _ONE.one(ctx.db, {"place": place})
    if row is None:
        raise NotFound()
    return Gallery(id=place, place=place, cover=row[1])


# -- reading -------------------------------------------------------------------------------------------------------


class AskCovers(Params, kw_only=True):
    space: Id


class Cover(msgspec.Struct):
    """What stands for a gallery: its chosen picture or its first, and how many there are."""

    place: str
    file: str
    version: int
    alt: str
    count: int


class Covers(msgspec.Struct):
    covers: list[Cover]


@feature.query("gallery.covers", answers=Covers)
def covers(ctx: Context, p: AskCovers) -> Covers:
    """What stands for each gallery of the space that one may see, where a list of places shows them; empty ones are left out."""
    seen = [place for place in ctx.view.rights if ctx.rules.places[place].kind == "gallery"]
    found: list[Cover] = []
    for at in range(0, len(seen), 500):
        some = seen[at : at + 500]
        chosen = {row[0]: row[1] for row in ctx.db.execute(select(galleries).where(galleries.c.place.in_(some)))}
        asked = select(files.c.place, files.c.id, files.c.version, files.c.alt)
        asked = asked.where(files.c.place.in_(some), files.c.deleted_at.is_(None), files.c.state == "shown")
        there: dict[str, list[Any]] = {}
        for row in ctx.db.execute(asked.order_by(files.c.place, files.c.rank, files.c.seq)):
            there.setdefault(row[0], []).append(row)
        for place, rows in there.items():
            one = next((row for row in rows if row[1] == chosen.get(place)), rows[0])
            found.append(Cover(place, one[1], one[2], one[3], len(rows)))
    return Covers(found)


def open_gallery(ctx: Context, place: str) -> Mapping[str, Any]:
    """The gallery and its newest pictures; of very many, `more` are had by `file.list`."""
    opened = open_files(ctx, place)
    return {**opened, "items": [_the_gallery(ctx, place), *opened["items"]]}


def forget(db: Db, gone: Sequence[str]) -> None:
    """Nothing is left of these galleries and of their pictures."""
    forget_places(db, gone)
    db.execute(delete(galleries).where(galleries.c.place.in_(list(gone))))


CHANNEL = Channel(
    "gallery", open_gallery, unread_in("gallery"), forget=forget, others=others_in_places, takes_files=True, pictures_only=True
)
feature.channels.append(CHANNEL)

feature.example("gallery.make", "alice", {"space": "{space}", "title": "By the water"}, gives="wall_of_pictures")
feature.example("upload", "pia", {"place": "{wall_of_pictures}", "name": "heron.png", "picture": [64, 48]}, gives="heron_sent")
feature.example(
    "file.add", "pia", {"place": "{wall_of_pictures}", "upload": "{heron_sent}", "alt": "A heron on one leg"}, gives="heron_hung"
)  # fmt: skip
feature.example("upload", "milo", {"place": "{wall_of_pictures}", "name": "bridge.png", "picture": [80, 40]}, gives="bridge_sent")
feature.example("file.add", "milo", {"place": "{wall_of_pictures}", "upload": "{bridge_sent}", "description": "Ours"}, gives="arch_hung")
feature.example("gallery.move", "milo", {"place": "{wall_of_pictures}", "file": "{arch_hung}"})
feature.example("gallery.move", "bob", {"place": "{wall_of_pictures}", "file": "{arch_hung}", "after": "{heron_hung}"})
feature.example("gallery.set_cover", "bob", {"place": "{wall_of_pictures}", "file": "{arch_hung}"})
feature.example("gallery.covers", "pia", {"space": "{space}"})

feature.keeps_nothing(galleries, "which picture is on the cover")
