"""Rooms of two (CHT-03): two members of a space who talk alone, as far as anybody does.

Everything of chat works in them. Teachers of the space read every room of two with a pupil in it, and its face says so. Two
pupils have one only where the space allows it; a guest and a pupil never do.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Table, Text, delete, insert, select

from twinspace_server.errors import Conflict, NotAllowed, NotFound, Reason
from twinspace_server.law import gates
from twinspace_server.law import places as law_places
from twinspace_server.law.rights import Right, person_subject
from twinspace_server.live.feature import CommandParams, Context, Emission, Feature, Id, Ref
from twinspace_server.spaces import policies
from twinspace_server.spaces.tree import Place
from twinspace_server.storage.tables import metadata

TITLE = "1 : 1"
"""No names: they stand with the people, and change and go with them."""

pairs = Table(
    "pairs",
    metadata,
    Column("space", Text, primary_key=True),
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("place", Text, nullable=False, unique=True),
)

feature = Feature("pairs")


class With(CommandParams, kw_only=True):
    space: Id
    person: Id


@feature.command("chat.with", answers={"place": Place}, emits=["place.added", "pair.opened"], law=True)
def talk_with(ctx: Context, p: With) -> Mapping[str, Any]:
    """Open the room of two with another member, or make it. Pupils among themselves only where the space allows it."""
    ctx.require_open()
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    me, other = ctx.rules.members[ctx.person], ctx.rules.members.get(p.person)
    if other is None:
        raise NotFound()
    if other.person == me.person:
        raise Conflict(code="not_with_oneself", path="$.person")
    roles, allowed = sorted((me.role, other.role)), policies.of(ctx.db, p.space)
    if roles == ["guest", "pupil"]:
        raise NotAllowed(why=(Reason("guests_and_pupils_apart"),))
    if roles == ["pupil", "pupil"] and not allowed.pupils_pair:
        raise NotAllowed(why=(Reason("room_policy"),))
    one, two = sorted((me.person, other.person))
    known = ctx.db.execute(select(pairs.c.place).where(pairs.c.space == p.space, pairs.c.one == one, pairs.c.other == two)).scalar()
    if known is not None:
        if ctx.rules.places[known].binned:
            raise Conflict(code="room_in_bin")
        ctx.emit("pair.opened", Ref("place", known), place=known)
        return {"place": Ref("place", known)}
    rows = {person_subject(one): int(Right.READ | Right.ADD), person_subject(two): int(Right.READ | Right.ADD)}
    if "pupil" in roles:
        rows["role:teacher"] = int(Right.READ)
    place = law_places.make_place(
        ctx.db, space=p.space, parent=p.space, kind="pair", title=TITLE, author=ctx.person, at=ctx.now, rows=rows,
        most=ctx.settings.most_places,
    )  # fmt: skip
    ctx.db.execute(insert(pairs), {"space": p.space, "one": one, "other": two, "place": place})
    # Roles change: the gate asks each time who these two are now.
    gates.put(ctx.db, place=place, space=p.space, shut=None if allowed.pupils_pair else "policy", shown="open")
    ctx.emit("place.added", Ref("place", place), Ref("gate", place), place=place)
    return {"place": Ref("place", place)}


@feature.on("place.erased")
def erased(ctx: Context, _emission: Emission) -> None:
    """The two may have a new room when theirs is gone for ever."""
    ctx.db.execute(delete(pairs).where(pairs.c.space == ctx.space, pairs.c.place.not_in(select(law_places.places.c.id))))


feature.example("chat.with", "pia", {"space": "{space}", "person": "{bob}"}, gives="pair")

feature.keeps(pairs, ("one", "other"), "stays", why="which room is that of which two, by their ids")
