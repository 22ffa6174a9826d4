"""What happens to a session while it runs, and when a country changes its clocks before that."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta
from sqlalchemy import delete, or_, select, update

from twinspace_server.errors import Conflict
from twinspace_server.law import gates
from twinspace_server.law.places import places
from twinspace_server.live.feature import CommandParams, Context, Emission, Gate, Id, Ref
from twinspace_server.live.gates import Gate as RoomGate
from twinspace_server.live.gates import attend
from twinspace_server.storage.store import Db

from .agreeing import InSession
from .items import ChatSession, feature, invited, load, sessions
from .terms import LONGEST_MS, MINUTE_MS, moments, shut, tell, the_session, under_way


class Extend(InSession, kw_only=True):
    minutes: Annotated[int, Meta(ge=1, le=120)]


@feature.command("session.extend", answers={"session": ChatSession, "gate": RoomGate}, emits=["session.extended"])
def extend(ctx: Context, p: Extend) -> Mapping[str, Any]:
    """Let an open session go on for so many minutes longer. Teachers and administrators."""
    ctx.require_moderator(p.place)
    ctx.hold()
    session, gate = the_session(ctx, p.place)
    under_way(ctx, gate)
    assert gate.opens_at is not None
    closes_at = (gate.closes_at or 0) + p.minutes * MINUTE_MS
    if closes_at - gate.opens_at > LONGEST_MS:
        raise Conflict(code="session_too_long", path="$.minutes")
    ctx.db.execute(update(sessions).where(sessions.c.place == p.place).values(extra=session.extra + p.minutes))
    gates.change(ctx.db, p.place, closes_at=closes_at)
    gates.settle(ctx.db, ctx.rules, p.place, ctx.now)
    tell(ctx, "session.extended", p.place)
    return {"session": Ref("chat_session", p.place), "gate": Ref("gate", p.place)}


@feature.command("session.end", answers={"session": ChatSession, "gate": RoomGate}, emits=["session.ended_early"])
def end(ctx: Context, p: InSession) -> Mapping[str, Any]:
    """Close an open session before its time. Teachers and administrators."""
    ctx.require_moderator(p.place)
    ctx.hold()
    _, gate = the_session(ctx, p.place)
    under_way(ctx, gate)
    attend(ctx.db, p.place, ctx.now, over=False)
    attend(ctx.db, p.place, ctx.now, over=True)
    shut(ctx, p.place, "ended", gate)
    tell(ctx, "session.ended_early", p.place)
    return {"session": Ref("chat_session", p.place), "gate": Ref("gate", p.place)}


class Reckon(CommandParams, kw_only=True):
    place: Id


@feature.command("session.reckon", gate=Gate.HOUSE, emits=["session.changed"])
def reckon(ctx: Context, p: Reckon) -> None:
    """Work the moments of a session out anew from what was agreed: a country may have changed its clocks."""
    ctx.hold()
    session, gate = load(ctx.db, [p.place]).get(p.place), gates.of(ctx.db, p.place)
    if not isinstance(session, ChatSession) or gate is None or gate.opens_at is None or ctx.now >= gate.opens_at:
        return
    opens_at, closes_at = moments(session.start, session.end, session.minutes, session.zone, session.extra)
    if (opens_at, closes_at) != (gate.opens_at, gate.closes_at) and closes_at > opens_at:
        gates.change(ctx.db, p.place, opens_at=opens_at, closes_at=closes_at, announced=None)
        gates.settle(ctx.db, ctx.rules, p.place, ctx.now)
        tell(ctx, "session.changed", p.place)


def to_reckon(db: Db, now: int) -> list[tuple[str, str]]:
    """The sessions to come (room, space) whose moments no longer are what was agreed."""
    coming = (
        select(sessions.c.place, sessions.c.space, sessions.c.start, sessions.c.end, sessions.c.minutes, sessions.c.zone, sessions.c.extra,
               gates.gates.c.opens_at, gates.gates.c.closes_at)
        .join(gates.gates, gates.gates.c.place == sessions.c.place)
        .where(gates.gates.c.opens_at > now, or_(gates.gates.c.shut.is_(None), gates.gates.c.shut == "proposed"))
    )  # fmt: skip
    return [(row[0], row[1]) for row in db.execute(coming) if moments(*row[2:7]) != tuple(row[7:])]


@feature.on("place.erased")
def erased(ctx: Context, _emission: Emission) -> None:
    """Nothing is kept of sessions whose rooms are gone for ever."""
    gone = select(sessions.c.place).where(sessions.c.space == ctx.space, sessions.c.place.not_in(select(places.c.id)))
    of_them = [row[0] for row in ctx.db.execute(gone)]
    ctx.db.execute(delete(invited).where(invited.c.place.in_(of_them)))
    ctx.db.execute(delete(sessions).where(sessions.c.place.in_(of_them)))
