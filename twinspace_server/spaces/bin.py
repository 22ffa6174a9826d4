"""The bin: places, each with everything inside it and its rights, for thirty days, and then for ever (CMS-11 to 14).

A place in the bin is there for nobody; only this list shows it, to administrators and to whoever put it there. Restoring
one whose folder is in the bin too is refused with the reason, and an administrator may say where it shall go instead.
"""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import select

from twinspace_server import unread
from twinspace_server.clock import iso
from twinspace_server.errors import Conflict
from twinspace_server.law import gates as law_gates
from twinspace_server.law import places as law_places
from twinspace_server.law import published
from twinspace_server.law.places import places
from twinspace_server.law.rights import Right
from twinspace_server.live import gates
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Id, Params, Ref
from twinspace_server.spaces.tree import HOLDERS, Place, others_in
from twinspace_server.storage import fulltext

feature = Feature("bin")

DAY_MS = 24 * 3600 * 1000
KEPT_DAYS = 30
"""So long a place can be restored."""
LISTED = 50


class BinPlace(CommandParams, kw_only=True):
    place: Id


@feature.command("place.bin", emits=["place.binned"], law=True)
def bin_place(ctx: Context, p: BinPlace) -> None:
    """Put a place, with everything inside it, into the bin for thirty days. Needs *delete* on all of it, or that all of it is one's own."""
    ctx.accept(ctx.rules.bins(ctx.person, p.place))
    if not ctx.rules.decide(ctx.person, p.place, Right.DELETE).allowed and others_in(ctx, p.place):
        ctx.require(p.place, Right.DELETE)
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
    to: Annotated[Id | None, Meta(description="Another folder, or the space, instead of where it was: administrators only.")] = None


@feature.command("place.restore", right=None, answers={"place": Place}, emits=["place.restored"], law=True)
def restore(ctx: Context, p: RestorePlace) -> Mapping[str, Any]:
    """Take a place out of the bin, with everything inside it: administrators, and who put it there."""
    ctx.accept(ctx.rules.restores(ctx.person, p.place, elsewhere=p.to is not None))
    if p.to is not None:
        ctx.require(p.to, Right.ADD)
        if ctx.rules.places[p.to].kind not in HOLDERS:
            raise Conflict(code="not_a_folder", path="$.to")
        law_places.move(ctx.db, ctx.rules, p.place, p.to, back=True)
    law_places.restore(ctx.db, p.place)
    ctx.emit("place.restored", Ref("place", p.place), place=p.place)
    return {"place": Ref("place", p.place)}


class Binned(msgspec.Struct):
    """A place in the bin: who put it there and when, whole days until it is gone, and how many places are inside it.

    `parent` is where it stood; `parent_title` is null when that is the space itself, `parent_binned` that it is in the bin too.
    """

    id: str
    type: str
    title: str
    icon: str
    at: str
    by: str
    days_left: int
    inside: int
    parent: str
    parent_title: str | None
    parent_binned: bool


class BinContents(msgspec.Struct):
    places: list[Binned]
    more: bool


class ListBin(Params, kw_only=True):
    space: Id
    before: Annotated[Id | None, Meta(description="The last one of the page before.")] = None


@feature.query("place.binned", answers=BinContents)
def list_bin(ctx: Context, p: ListBin) -> BinContents:
    """What one can restore, the newest first, fifty at once: administrators everything, others what they put there themselves."""
    law = ctx.rules
    all_of_it = law.administers(ctx.person, when_closed=True).allowed
    rows = ctx.db.execute(
        select(places.c.id, places.c.binned_at, places.c.binned_by)
        .where(places.c.space == ctx.space, places.c.binned_at.is_not(None))
        .order_by(places.c.binned_at.desc(), places.c.id.desc())
    ).fetchall()
    mine = [row for row in rows if all_of_it or (row.binned_by == ctx.person and not law.restores(ctx.person, row.id).hidden)]
    known = [row.id for row in mine]
    start = known.index(p.before) + 1 if p.before in known else 0
    shown = mine[start : start + LISTED]
    return BinContents([_binned(ctx, *row) for row in shown], start + LISTED < len(mine))


def _binned(ctx: Context, place: str, at: int, by: str) -> Binned:
    row = ctx.rules.places[place]
    above = ctx.rules.places[row.parent or ctx.space]
    left = max(0, -((ctx.now - at - KEPT_DAYS * DAY_MS) // DAY_MS))
    return Binned(
        id=place, type=row.kind, title=row.title, icon=row.icon, at=iso(at), by=by, days_left=left,
        inside=len(law_places.all_within(ctx.rules, place)) - 1, parent=above.id,
        parent_title=None if above.id == ctx.space else above.title, parent_binned=above.binned,
    )  # fmt: skip


class ErasePlace(CommandParams, kw_only=True):
    place: Annotated[Id, Meta(description="The place in the bin.")]


@feature.command("place.erase", right=None, emits=["place.erased"], law=True, when_closed=True)
def erase(ctx: Context, p: ErasePlace) -> None:
    """Let a place in the bin go for ever, with everything inside it. Administrators only; nobody can bring it back."""
    ctx.accept(ctx.rules.erases(ctx.person, p.place))
    _erase(ctx, p.place)


class EmptyBin(CommandParams, kw_only=True):
    pass


@feature.command("place.empty_bin", gate=Gate.HOUSE, emits=["place.erased"], law=True)
def empty_bin(ctx: Context, p: EmptyBin) -> None:
    """What has lain in the bin for thirty days goes, in a closed space too."""
    old = _expired(ctx.now).where(places.c.space == ctx.space).order_by(places.c.id)
    due = [row.id for row in ctx.db.execute(old) if row.id in ctx.rules.places]
    gone: set[str] = set()
    for place in due:
        if place not in gone:
            gone.update(_erase(ctx, place))
    if not due:  # restored since: nothing happened, and nobody sees this
        ctx.emit("place.erased", place=ctx.person)


def _expired(now: int) -> Any:
    return select(places.c.id, places.c.space).where(places.c.binned_at <= now - KEPT_DAYS * DAY_MS)


@feature.sweep
def sweep(ctx: Context) -> None:
    """Have each space's own lane empty its bin."""
    for space in sorted({row.space for row in ctx.db.execute(_expired(ctx.now))}):
        ctx.later("place.empty_bin", {}, space=space, dedupe=f"bin:{space}")


def _erase(ctx: Context, place: str) -> list[str]:
    """Each kind drops what is its own, then what all kinds share goes. What features keep beside it they drop on the event."""
    gone = law_places.all_within(ctx.rules, place)
    for kind, channel in ctx.registry.channels.items():
        of_kind = [one for one in gone if ctx.rules.places[one].kind == kind]
        if of_kind:
            channel.forget(ctx.db, of_kind)
    fulltext.forget(ctx.db, gone)
    unread.forget(ctx.db, gone)
    gates.forget(ctx.db, gone)
    law_gates.forget(ctx.db, gone)
    published.forget(ctx.db, gone)
    law_places.erase(ctx.db, gone)
    # Of a place that is no more: the event reaches no one, it is for the hearers.
    ctx.emit("place.erased", place=place)
    return gone


feature.example("chat.make_room", "alice", {"space": "{space}", "title": "Tried out"}, gives="tried")
feature.example("place.bin", "alice", {"place": "{tried}"})
feature.example("place.binned", "alice", {"space": "{space}"})
feature.example("place.restore", "alice", {"place": "{tried}"})
feature.example("chat.make_room", "alice", {"space": "{space}", "title": "Not needed"}, gives="scrap")
feature.example("place.bin", "alice", {"place": "{scrap}"})
feature.example("place.erase", "alice", {"place": "{scrap}"})
