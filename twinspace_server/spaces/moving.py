"""Moving a place, with all that is inside it, and what that would mean for whom.

A place that inherits gets other rights by where it stands. So the law is resolved as it would be, before anything is
written: if anybody's rights change by it, only administrators may, and they are told beforehand who gains and who loses.
"""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from twinspace_server.errors import Conflict, NotAllowed, Reason
from twinspace_server.law import places as law_places
from twinspace_server.law.rights import FIXED, Right
from twinspace_server.law.shifts import moved, shifts
from twinspace_server.live.feature import CommandParams, Context, Feature, Id, Params, Ref
from twinspace_server.spaces.foresight import Previewed, foretell
from twinspace_server.spaces.tree import HOLDERS, Place, require_own

feature = Feature("moving")


class MovePlace(CommandParams, kw_only=True):
    place: Id
    to: Id


@feature.command("place.move", answers={"place": Place}, emits=["place.moved"], law=True, when_held=True)
def move(ctx: Context, p: MovePlace) -> Mapping[str, Any]:
    """Put a place with all that is inside it into another folder: needs *edit* on it and *add* there, at the root an administrator.

    If anybody's rights change by it, an administrator too.
    """
    _check(ctx, p.place, p.to)
    law = ctx.rules
    law_places.may_hang(law, p.place, p.to)
    if not law.administers(ctx.person).allowed and shifts(law, moved(law, p.place, p.to)):
        raise NotAllowed(why=(Reason("move_changes_rights"),))
    law_places.move(ctx.db, law, p.place, p.to)
    ctx.emit("place.moved", Ref("place", p.place), place=p.place)
    return {"place": Ref("place", p.place)}


def _check(ctx: Context, place: str, to: str) -> None:
    if place == ctx.space:
        raise Conflict(code="not_for_the_root")
    require_own(ctx, place, Right.EDIT)
    kind = ctx.rules.places[place].kind
    channel = ctx.registry.channels.get(kind)
    if kind in FIXED or (channel is not None and channel.stays):
        raise Conflict(code="place_stays")
    ctx.require(to, Right.READ)
    if ctx.rules.places[to].kind not in HOLDERS:
        raise Conflict(code="not_a_folder", path="$.to")
    if to == ctx.space:
        ctx.require_administrator()
    else:
        ctx.require(to, Right.ADD)


class AskEffect(Params, kw_only=True):
    place: Id
    to: Id
    whole: Annotated[bool, Meta(description="Name everybody, as far as it goes.")] = False


class MoveEffect(msgspec.Struct):
    """`preview` tells administrators who gains and who loses what; nobody else can move what changes rights."""

    changes_rights: bool
    preview: Previewed | None


@feature.query("place.move_effect", answers=MoveEffect)
def move_effect(ctx: Context, p: AskEffect) -> MoveEffect:
    """What moving the place there would change; refused like `place.move` where that can't be done at all."""
    _check(ctx, p.place, p.to)
    law = ctx.rules
    law_places.may_hang(law, p.place, p.to)
    found = shifts(law, moved(law, p.place, p.to))
    tells = law.administers(ctx.person, when_closed=True).allowed
    return MoveEffect(bool(found), foretell(ctx, found, p.whole) if tells else None)


feature.example("folder.make", "alice", {"space": "{space}", "title": "Trips"}, gives="trips")
feature.example("folder.make", "alice", {"space": "{space}", "title": "To the dam", "parent": "{trips}"}, gives="dam")
feature.example("place.move_effect", "alice", {"place": "{dam}", "to": "{space}"})
feature.example("place.move", "alice", {"place": "{dam}", "to": "{space}"})
feature.example("place.move", "alice", {"place": "{dam}", "to": "{trips}"})
