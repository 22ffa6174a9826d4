"""The tree of places: what a place looks like on the wire, making and changing one, and opening it.

Each kind of place is made by its own feature (`chat.make_room`); what all kinds share is here, in `moving` and in `bin`.
A place's item depends on its reader: `may` says what they may do there, read out from the law.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, Literal, cast

import msgspec
from msgspec import Meta, field
from sqlalchemy import select

from twinspace_server import texts, unread
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.law import places as law_places
from twinspace_server.law.places import places
from twinspace_server.law.published import Published, of_places, of_space
from twinspace_server.law.rights import KINDS, Law, PlaceRow, Right, View
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

HOLDERS: Final = frozenset({"space", "folder"})
"""What other places can stand in."""


class Place(Item, tag="place", frozen=True):
    """A place as one reader gets it. `may` is a part of read, add, edit, delete, publish, moderate; `people` are the two of a pair.
    `author` made it."""

    parent: str | None
    type: str
    title: str
    own_table: bool
    may: list[str]
    author: str = ""
    people: list[str] = field(default_factory=list)
    description: str = ""
    icon: Icon = ""
    published: Published | None = None


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Places by id; what the reader may do is put in by `dress`."""
    rows = db.execute(select(places).where(places.c.id.in_(list(wanted)), places.c.binned_at.is_(None))).fetchall()
    public = of_places(db, [row.id for row in rows])
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
            published=public.get(r.id),
        )
        for r in rows
    }


def dress(item: Any, law: Law, view: View) -> Item:
    """The place as the law in force has it, with what this view may do there."""
    return _dressed(law.places[item.id], item.published, view)


def listed(db: Db, law: Law, view: View) -> list[Place]:
    """All places of this view, each before those inside it. The law knows them: nothing is read but what is public."""
    public = of_space(db, law.space)
    return [_dressed(law.places[place], public.get(place), view) for place in view.rights]


def _dressed(row: PlaceRow, published: Published | None, view: View) -> Place:
    return Place(
        id=row.id, parent=row.parent, type=row.kind, title=row.title, own_table=row.own_table, may=list(view.may(row.id)),
        people=row.people if row.kind == "pair" else [], author=row.author or "", description=row.description, icon=cast(Icon, row.icon),
        published=published,
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
    may_hold(ctx, parent, kind, "$.parent")
    rows = None
    if kind not in KINDS or kind == "forum":
        rows = _without_guests(ctx.rules, parent, kind, guests)
    place = law_places.make_place(
        ctx.db, space=p.space, parent=parent, kind=kind, title=texts.line(p.title, "$.title"), description=_described(p.description),
        icon=p.icon, author=ctx.person, at=ctx.now, rows=rows, most=ctx.settings.most_places,
    )  # fmt: skip
    ctx.emit("place.added", Ref("place", place), place=place)
    return Ref("place", place)


def may_hold(ctx: Context, parent: str, kind: str, path: str) -> None:
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


class ChangePlace(CommandParams, kw_only=True):
    """What stays out stays as it is."""

    place: Id
    title: Title | None = None
    description: Description | None = None
    icon: Icon | None = None


@feature.command("place.change", answers={"place": Place}, emits=["place.changed"], law=True, when_held=True)
def change(ctx: Context, p: ChangePlace) -> Mapping[str, Any]:
    """Give a place another title, description or icon: who may *edit* there, and its maker while all of it is theirs.

    The space itself is changed by `space.change`.
    """
    if p.place == ctx.space:
        raise Conflict(code="not_for_the_root")
    require_own(ctx, p.place, Right.EDIT)
    values: dict[str, str] = {}
    if p.title is not None:
        values["title"] = texts.line(p.title, "$.title")
    if p.description is not None:
        values["description"] = _described(p.description)
    if p.icon is not None:
        values["icon"] = p.icon
    if not values:
        raise BadInput(code="nothing_to_change")
    law_places.change(ctx.db, p.place, values)
    ctx.emit("place.changed", Ref("place", p.place), place=p.place)
    return {"place": Ref("place", p.place)}


def require_own(ctx: Context, place: str, right: Right) -> None:
    """Go on only with this right on the place, or as its maker: it and all places and items in it are then theirs."""
    own = ctx.rules.owns(ctx.person, place) and not others_in(ctx, place)
    ctx.require(place, right, own=own)


def others_in(ctx: Context, place: str) -> bool:
    """Whether somebody else has put something into the place or one inside it."""
    by_kind: dict[str, list[str]] = {}
    for one in (place, *ctx.rules.within(place)):
        by_kind.setdefault(ctx.rules.places[one].kind, []).append(one)
    channels = ctx.registry.channels
    return any(kind in channels and channels[kind].others(ctx.db, inside, ctx.person) for kind, inside in by_kind.items())


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
