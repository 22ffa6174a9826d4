"""The tree of places: what a place looks like on the wire, renaming, the bin, and opening a place.

Each kind of place is made by its own feature (`chat.make_room`); what all kinds share is here. A place's item depends on
its reader: `may` says what they may do there, read out from the law.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, Literal, cast

import msgspec
from msgspec import Meta, field
from sqlalchemy import select

from twinspace_server import texts, unread
from twinspace_server.errors import Conflict, NotFound
from twinspace_server.law import places as law_places
from twinspace_server.law.places import places
from twinspace_server.law.rights import Law, Right, View
from twinspace_server.live.feature import CommandParams, Context, Feature, Id, Item, ItemKind, Params, Ref
from twinspace_server.live.gates import Gate
from twinspace_server.live.presence import here
from twinspace_server.storage.store import Db

feature = Feature("tree")

Title = Annotated[str, Meta(min_length=1, max_length=120)]
Description = Annotated[str, Meta(max_length=1000)]
Icon = Literal[
    "", "bird", "book", "bulb", "camera", "compass", "fish", "flask", "globe", "heart", "house", "languages", "leaf", "map", "mountain",
    "music", "palette", "puzzle", "rocket", "school", "star", "sun", "tree", "trophy", "waves",
]  # fmt: skip
"""What a place may carry beside its title, or nothing: the sign of its kind."""

KINDS: Final = frozenset({"folder", "archive", "gallery", "forum", "page"})
"""The five kinds that whoever may *add* makes in a folder; all others are rooms, which are made by administrators."""
HOLDERS: Final = frozenset({"space", "folder"})
"""What other places can stand in."""


class Place(Item, tag="place", frozen=True):
    """A place as one reader gets it. `may` is a part of read, add, edit, delete, publish, moderate; `people` are the two of a pair."""

    parent: str | None
    type: str
    title: str
    own_table: bool
    may: list[str]
    people: list[str] = field(default_factory=list)
    description: str = ""
    icon: Icon = ""


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Places by id; what the reader may do is put in by `dress`."""
    rows = db.execute(select(places).where(places.c.id.in_(list(wanted)), places.c.binned_at.is_(None)))
    return {
        r.id: Place(
            id=r.id,
            parent=r.parent,
            type=r.kind,
            title=r.title,
            own_table=bool(r.own_table),
            may=[],
            description=r.description,
            icon=r.icon,
        )
        for r in rows
    }


def dress(item: Any, law: Law, view: View) -> Item:
    """The place as the law in force has it, with what this view may do there."""
    row = law.places[item.id]
    two = row.people if row.kind == "pair" else []
    return Place(
        id=row.id, parent=row.parent, type=row.kind, title=row.title, own_table=row.own_table, may=list(view.may(row.id)), people=two,
        description=row.description, icon=cast(Icon, row.icon),
    )  # fmt: skip


PLACE = feature.item(ItemKind("place", Place, load, place=lambda place: str(place.id), dress=dress, holds=True))


class MakePlace(CommandParams, kw_only=True):
    """What a command that makes a place of its kind is asked with."""

    space: Id
    title: Title
    parent: Annotated[Id | None, Meta(description="A folder; null for the space itself.")] = None
    description: Description = ""
    icon: Icon = ""


def make(ctx: Context, kind: str, p: MakePlace, *, guests: bool = False) -> Ref:
    """Make a place of this kind, at the root or inside a folder.

    One of the five `KINDS` is made at the root by administrators, in a folder by whoever may *add* there (the command then says
    `right=None`), and inherits; who may make a room is the command's to say. A room has a table of its own, a copy of what
    applied there without the guests, unless they are let in; so has a forum where guests could read it.
    """
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    parent = p.parent or p.space
    _may_hold(ctx, parent, kind, "$.parent")
    rows = None
    if kind not in KINDS or kind == "forum":
        rows = _without_guests(ctx.rules, parent, kind, guests)
    place = law_places.make_place(
        ctx.db, space=p.space, parent=parent, kind=kind, title=texts.line(p.title, "$.title"), description=_described(p.description),
        icon=p.icon, author=ctx.person, at=ctx.now, rows=rows, most=ctx.settings.most_places,
    )  # fmt: skip
    ctx.emit("place.added", Ref("place", place), place=place)
    return Ref("place", place)


def _may_hold(ctx: Context, parent: str, kind: str, path: str) -> None:
    """Go on only if this person may put a place of this kind into that one, and that one holds places at all."""
    ctx.require(parent, Right.READ)
    if ctx.rules.places[parent].kind not in HOLDERS:
        raise Conflict(code="not_a_folder", path=path)
    if parent == ctx.space or kind not in KINDS:
        ctx.require_administrator()
    else:
        ctx.require(parent, Right.ADD)


def _without_guests(law: Law, parent: str, kind: str, guests: bool) -> dict[str, int] | None:
    """The table of a new room or forum. A forum to which guests would not come anyway simply inherits."""
    at = law.nearest_table(parent)
    if kind == "forum":
        table = law.places[at].table or {}
        if not table.get("role:guest"):
            return None
        persons = {subject: bits for subject, bits in table.items() if subject.startswith("person:") and at != law.space}
    else:
        persons = {}
    rows = {subject: bits for subject, bits in law_places.starting_rows(law, parent).items() if guests or subject != "role:guest"}
    return {**rows, **persons}


def _described(text: str) -> str:
    """A description as it is kept: what people type, or nothing."""
    return texts.prose(text, "$.description") if text.strip() else ""


class RenamePlace(CommandParams, kw_only=True):
    place: Id
    title: Title


@feature.command("place.rename", right=Right.EDIT, answers={"place": Place}, emits=["place.renamed"], law=True, when_held=True)
def rename(ctx: Context, p: RenamePlace) -> Mapping[str, Any]:
    """Give a place another title. The space itself is renamed by `space.change`."""
    if p.place == ctx.space:
        raise Conflict(code="not_for_the_root")
    law_places.rename(ctx.db, p.place, texts.line(p.title, "$.title"))
    ctx.emit("place.renamed", Ref("place", p.place), place=p.place)
    return {"place": Ref("place", p.place)}


class BinPlace(CommandParams, kw_only=True):
    place: Id


@feature.command("place.bin", emits=["place.binned"], law=True)
def bin_place(ctx: Context, p: BinPlace) -> None:
    """Put a place, with everything inside it, into the bin; administrators can restore it. Needs *delete* on all of it."""
    ctx.accept(ctx.rules.bins(ctx.person, p.place))
    channels = ctx.registry.channels
    for inside in (p.place, *ctx.rules.within(p.place)):
        channel = channels.get(ctx.rules.places[inside].kind)
        if channel is not None and channel.stays:
            raise Conflict(code="place_stays")
    law_places.bin(ctx.db, p.place, by=ctx.person, at=ctx.now)
    # Of the place itself, which nobody can read now: so the event reaches no one, also not from the log; `place.lost` tells.
    ctx.emit("place.binned", Ref("place", p.place), place=p.place)


class RestorePlace(CommandParams, kw_only=True):
    place: Annotated[Id, Meta(description="The place in the bin.")]


@feature.command("place.restore", right=None, answers={"place": Place}, emits=["place.restored"], law=True)
def restore(ctx: Context, p: RestorePlace) -> Mapping[str, Any]:
    """Take a place out of the bin, with everything inside it."""
    ctx.accept(ctx.rules.restores(ctx.person, p.place))
    law_places.restore(ctx.db, p.place)
    ctx.emit("place.restored", Ref("place", p.place), place=p.place)
    return {"place": Ref("place", p.place)}


class Binned(msgspec.Struct):
    """A place in the bin."""

    id: str
    type: str
    title: str


class BinContents(msgspec.Struct):
    places: list[Binned]


class ListBin(Params, kw_only=True):
    space: Id


@feature.query("place.binned", answers=BinContents)
def list_bin(ctx: Context, p: ListBin) -> BinContents:
    """What administrators can restore."""
    ctx.require_administrator()
    return BinContents([Binned(row.id, row.kind, row.title) for row in ctx.rules.places.values() if row.binned_here])


class OpenPlace(Params, kw_only=True):
    place: Id


class Opened(msgspec.Struct):
    """The newest of a place, as of `seq`: `items` is what stands there, `also` and `originals` what a chat's lines refer to.

    `more` says that there is older than these; `read_along` are the teachers and administrators who may read a room in which
    pupils may write.
    """

    place: Place
    items: list[Any]
    also: list[Any]
    originals: list[Any]
    gate: Gate | None
    read_along: list[str]
    mark: int
    here: list[str]
    more: bool
    seq: int
    bookmark: str


@feature.query("place.open", answers=Opened)
def open_place(ctx: Context, p: OpenPlace) -> Mapping[str, Any]:
    """The place with its newest items, as of a number: events up to that number are in it already."""
    channel = ctx.registry.channels.get(ctx.rules.places[p.place].kind)
    if channel is None:
        raise NotFound()
    head, tag = ctx.as_of
    return {
        "place": ctx.load("place", [p.place])[0],
        "gate": next(iter(ctx.load("gate", [p.place])), None) if ctx.rules.places[p.place].gated else None,
        "read_along": ctx.rules.read_along(p.place),
        "mark": unread.at(ctx.db, ctx.person, p.place),
        "here": [person for person in here(ctx.db, p.place) if ctx.rules.sees(person, p.place)],
        "seq": head,
        "bookmark": f"{head}-{tag}",
        "also": [],
        "originals": [],
        "more": False,
        **channel.open(ctx, p.place),
    }
