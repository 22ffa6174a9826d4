"""Calendars as files: taking a holiday calendar in, and giving a calendar out.

An event that is taken in again (the same UID in the same calendar) is changed, not doubled.
"""

import asyncio
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import select

from twinspace_server.channels.calendar.events import (
    COLUMNS,
    KIND,
    EventType,
    calendar,
    events,
    feature,
    item,
    put,
    room_for,
    school_of_space,
    timing,
    wording,
    write,
)
from twinspace_server.errors import BadInput, TwinspaceError
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import Asking, CommandParams, Context, Id, Params, Prepared, Ref
from twinspace_server.people.accounts import Zone, checked_zone

if TYPE_CHECKING:
    from twinspace_server.channels.calendar import ical

MOST_ICS = 200_000
"""Characters: with what JSON adds it fits into the body of a request."""
MOST_IMPORTED = 300
MOST_BYTES = 160_000
"""Of all that is taken in at once: it goes to every open window as one event."""
TITLE, DESCRIPTION = 120, 2000


class Import(CommandParams, kw_only=True):
    place: Id
    ics: Annotated[str, Meta(min_length=1, max_length=MOST_ICS, description="The text of an iCalendar file.")]
    type: EventType = "holiday"
    school: Id | None = None
    zone: Annotated[Zone | None, Meta(description="The zone of times that name none.")] = None


async def _read(asking: Asking, p: Import) -> Prepared:
    """Parsing is slow: it happens outside the unit."""
    zone = checked_zone(p.zone) if p.zone is not None else None

    def read() -> "list[ical.Read]":
        from twinspace_server.channels.calendar import ical  # with the first file: iCalendar's library is large

        return ical.read(p.ics, zone, MOST_IMPORTED)

    return Prepared(await asyncio.to_thread(read))


@feature.command("calendar.import", right=Right.ADD, emits=["calendar.imported"], prepare=_read)
def take_in(ctx: Context, p: Import) -> None:
    """Take in an iCalendar file of up to 300 events. What is wrong in it is named: the event's number, the property, the problem."""
    calendar(ctx, p.place)
    school = school_of_space(ctx, p.school)
    known = _known(ctx, p.place)
    changed: list[Ref] = []
    rows: list[tuple[str | None, dict[str, Any], dict[str, Any]]] = []
    size = 0
    for one in ctx.prepared:
        words = _words(one)
        size += len(words["title"].encode()) + len(words["description"].encode()) + 400
        there = known.get(one.uid) if one.uid else None
        rows.append((there, {**words, "type": p.type, "school": school, "uid": one.uid or None}, timing(one.at, one.rule, one.skips)))
    if size > MOST_BYTES:
        raise BadInput(code="ics_too_much", path="$.ics", most=MOST_BYTES)
    room_for(ctx, p.place, sum(there is None for there, _, _ in rows))
    if any(there is not None for there, _, _ in rows):
        ctx.hold()
    for there, values, at in rows:
        changed.append(put(ctx, p.place, values, at) if there is None else write(ctx, there, {**values, **at}))
    ctx.emit("calendar.imported", *changed, place=p.place)


def _known(ctx: Context, place: str) -> dict[str, str]:
    """What was taken in before and may be changed by this person, by UID."""
    query = select(events.c.uid, events.c.id, events.c.author).where(
        events.c.place == place, events.c.uid.is_not(None), events.c.removed_at.is_(None)
    )
    law = ctx.rules
    return {
        uid: event
        for uid, event, author in ctx.db.execute(query)
        if law.decide(ctx.person, place, Right.EDIT, own=author == ctx.person).allowed
    }


def _words(one: "ical.Read") -> dict[str, Any]:
    for text, most, field in ((one.title, TITLE, "SUMMARY"), (one.description, DESCRIPTION, "DESCRIPTION")):
        if len(text) > most:
            raise BadInput(code="ics_field", path="$.ics", event=one.number, field=field, problem="text_too_long")
    try:
        return wording(one.title, one.description)
    except TwinspaceError as error:
        field = "SUMMARY" if error.path == "$.title" else "DESCRIPTION"
        raise BadInput(code="ics_field", path="$.ics", event=one.number, field=field, problem=error.kind) from None


class Export(Params, kw_only=True):
    place: Id


class File(msgspec.Struct):
    """A file to be kept; larger than what a live connection carries, so ask over HTTP."""

    name: str
    ics: str


@feature.query("calendar.export", answers=File)
def give_out(ctx: Context, p: Export) -> File:
    """The calendar as an iCalendar file."""
    from twinspace_server.channels.calendar import ical  # with the first file: iCalendar's library is large

    calendar(ctx, p.place)
    rows = ctx.db.execute(select(*COLUMNS).where(events.c.place == p.place, events.c.removed_at.is_(None)).order_by(events.c.id))
    kind = ctx.registry.items[KIND]
    planned = [event for event in map(item, rows) if ctx.sees(kind, event)]
    title = ctx.rules.places[p.place].title
    return File(f"{title}.ics", ical.write(title, planned).decode())
