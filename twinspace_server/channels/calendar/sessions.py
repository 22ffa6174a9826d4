"""Booked sessions in the calendar: a session that was agreed appears, moves and goes with its booking.

It hears what is told of booked sessions; nobody plans or changes such an event by hand. It stands in the oldest calendar of the
space, and is seen by those who may read the place that the session is held in (`link`).
"""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select

from twinspace_server.channels.calendar.events import KIND, events, feature, put, timing, wording, write
from twinspace_server.channels.calendar.when import Span
from twinspace_server.law import gates
from twinspace_server.live.feature import Context, Emission, Gone

EMITS = ("calendar.added", "calendar.changed", "calendar.removed")


class Booking(msgspec.Struct, frozen=True):
    """A session as a calendar shows it: `begins` and `ends` in milliseconds since 1970 UTC, `zone` that of the one who booked."""

    session: str
    title: str
    link: str
    begins: int
    ends: int
    zone: str
    by: str


@feature.on("session.confirmed", emits=EMITS)
@feature.on("session.changed", emits=EMITS)
@feature.on("session.extended", emits=EMITS)
@feature.on("session.cancelled", emits=EMITS)
def heard(ctx: Context, emission: Emission) -> None:
    """A session was agreed, changed or cancelled: what its room's gate says now is what the calendar shows."""
    place = emission.place
    gate = gates.of(ctx.db, place) if place is not None else None
    if gate is None or gate.opens_at is None or gate.closes_at is None:
        return
    if gate.shut in ("cancelled", "proposed"):
        hide(ctx, gate.place)
    elif gate.shut is None:
        agreed: Any = ctx.registry.items["chat_session"].load(ctx.db, [gate.place])[gate.place]
        show(ctx, Booking(gate.place, agreed.subject, gate.place, gate.opens_at, gate.closes_at, agreed.zone, agreed.by))


def show(ctx: Context, booking: Booking) -> None:
    """The session is agreed, or was changed: it stands in the calendar as it is booked now. Without a calendar nothing happens."""
    zone = ZoneInfo(booking.zone)
    begins, ends = (_local(moment, zone) for moment in (booking.begins, booking.ends))
    at = timing(Span(begins, ends, booking.zone), None)
    values = {**wording(booking.title, ""), "type": "session", "link": booking.link}
    there = ctx.db.execute(_of(booking.session)).first()
    if there is not None:
        # Told in the calendar, about an item of the session's place: only who may read both learns of it.
        ctx.emit("calendar.changed", write(ctx, there[0], {**values, **at, "removed_at": None, "removed_by": None}), place=there[1])
        return
    place = _calendar(ctx)
    if place is not None:
        event = put(ctx, place, {**values, "uid": _name(booking.session)}, at, author=booking.by)
        ctx.emit("calendar.added", event, place=place)


def hide(ctx: Context, session: str) -> None:
    """The session was cancelled: it goes from the calendar."""
    there = ctx.db.execute(_of(session).where(events.c.removed_at.is_(None))).first()
    if there is not None:
        write(ctx, there[0], {"removed_at": ctx.now, "removed_by": ctx.person})
        # Told in the place of the session: who may not read that one never knew of it.
        ctx.emit("calendar.removed", place=session, gone=[Gone(KIND, there[0])])


def _of(session: str) -> Any:
    return select(events.c.id, events.c.place).where(events.c.uid == _name(session), events.c.type == "session")


def _name(session: str) -> str:
    return f"session:{session}"


def _calendar(ctx: Context) -> str | None:
    """The oldest calendar that is not in the bin."""
    standing = [row.id for row in ctx.rules.places.values() if row.kind == "calendar" and not row.binned]
    return min(standing, default=None)


def _local(moment: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(moment // 60_000 * 60, UTC).astimezone(zone).replace(tzinfo=None)
