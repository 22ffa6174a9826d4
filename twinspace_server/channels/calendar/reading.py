"""Reading a calendar: what happens between two days, what `place.open` answers, and what is new.

The server alone works out occurrences. An answer is bounded: it ends at a day, and says from which day to ask on.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Meta
from sqlalchemy import and_, bindparam, delete, func, select

from twinspace_server.channels.calendar import when
from twinspace_server.channels.calendar.events import (
    COLUMNS,
    CalendarEvent,
    calendar,
    events,
    feature,
    item,
    last_start,
    rule_of,
    span_of,
    within,
)
from twinspace_server.channels.calendar.when import Day
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput
from twinspace_server.law import places as law_places
from twinspace_server.live.feature import Channel, Context, Emission, Id, Params
from twinspace_server.people.accounts import Zone, checked_zone
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.unread import marks

MOST_DAYS = 400
MOST_OCCURRENCES = 400
PAGE_BYTES = 80_000
ITEM_BYTES = 450
OCCURRENCE_BYTES = 160


class Occurrence(msgspec.Struct, frozen=True):
    """One time that an event happens: `starts` and `ends` as the event's; for local times also the moments, in UTC."""

    event: str
    starts: str
    ends: str
    at: str | None
    until: str | None


class Between(Params, kw_only=True):
    place: Id
    first: Annotated[Day, Meta(description="The first day.")]
    last: Annotated[Day, Meta(description="The last day, included; at most 400 days after the first.")]
    zone: Annotated[Zone | None, Meta(description="Whose days these are; null is UTC.")] = None


class Times(msgspec.Struct):
    """What happens, in the order in which it begins, with the events it belongs to, as of `seq`.

    `rest` is the day from which to ask on, null when this is all.
    """

    events: list[CalendarEvent]
    occurrences: list[Occurrence]
    rest: str | None
    seq: int = 0


@feature.query("calendar.between", answers=Times)
def between(ctx: Context, p: Between) -> Times:
    """What happens between two days. Local times are worked out with the clocks of their zones, summer time included."""
    calendar(ctx, p.place)
    first, last = when.local(p.first, "$.first"), when.local(p.last, "$.last")
    if not timedelta(0) <= last - first < timedelta(days=MOST_DAYS):
        raise BadInput(code="too_many_days", path="$.last", most=MOST_DAYS)
    zone = ZoneInfo(checked_zone(p.zone)) if p.zone is not None else ZoneInfo("UTC")
    rows = [item(row) for row in ctx.db.execute(within(p.place, p.first, p.last))]
    kind = ctx.registry.items["calendar_event"]
    times = page([event for event in rows if ctx.sees(kind, event)], first, last, zone)
    times.seq = ctx.as_of[0]
    return times


def page(planned: Sequence[CalendarEvent], first: datetime, last: datetime, zone: ZoneInfo) -> Times:
    """The occurrences of these events on these days of the zone, as many as an answer holds: whole days of beginnings."""
    told: dict[str, CalendarEvent] = {}
    times: list[Occurrence] = []
    size = 0
    for begins, event, occurrence in heapq.merge(*(_times(event, first, last, zone) for event in planned), key=lambda one: one[0]):
        size += OCCURRENCE_BYTES + (0 if event.id in told else ITEM_BYTES + len(event.title.encode()) + len(event.description.encode()))
        if times and (len(times) >= MOST_OCCURRENCES or size > PAGE_BYTES):
            day = datetime.fromtimestamp(begins / 1000, UTC).astimezone(zone).date()
            return Times(list(told.values()), times, max(day, first.date()).isoformat())
        told[event.id] = event
        times.append(occurrence)
    return Times(list(told.values()), times, None)


def _times(event: CalendarEvent, first: datetime, last: datetime, zone: ZoneInfo) -> Iterator[tuple[int, CalendarEvent, Occurrence]]:
    at, skips = span_of(event), frozenset(event.skips)
    if at.zone is None:
        opens, shuts = first, last
        from_ms, to_ms = 0, 0
    else:
        # Whole days of the asker; the same moments on the event's own clocks, with room for a change of either.
        opens_at = first.replace(tzinfo=zone)
        shuts_at = (last + timedelta(days=1)).replace(tzinfo=zone)
        from_ms, to_ms = int(opens_at.timestamp() * 1000), int(shuts_at.timestamp() * 1000)
        own, room = ZoneInfo(at.zone), timedelta(hours=3)
        opens = opens_at.astimezone(own).replace(tzinfo=None) - room
        shuts = shuts_at.astimezone(own).replace(tzinfo=None) + room
    for start in when.starts_between(at, rule_of(event), last_start(event), opens - at.length, shuts):
        text = at.text(start)
        if text in skips:
            continue
        begins, ends = at.edges(start)
        if at.zone is None:
            yield begins, event, Occurrence(event.id, text, at.text(start + at.length), None, None)
        elif begins < to_ms and (ends > from_ms or begins >= from_ms):
            yield begins, event, Occurrence(event.id, text, at.text(start + at.length), iso(begins), iso(ends))


def open_calendar(ctx: Context, place: str) -> Mapping[str, Any]:
    """The events that were planned last, as many as an answer holds; `more` says that there are others, which `between` tells."""
    rows = ctx.db.execute(
        select(*COLUMNS).where(events.c.place == place, events.c.removed_at.is_(None)).order_by(events.c.seq.desc(), events.c.id.desc())
    ).fetchall()
    kind = ctx.registry.items["calendar_event"]
    told: list[CalendarEvent] = []
    size = 0
    for event in (one for one in map(item, rows) if ctx.sees(kind, one)):
        size += ITEM_BYTES + len(event.title.encode()) + len(event.description.encode())
        if told and size > PAGE_BYTES:
            return {"items": told[::-1], "also": [], "originals": [], "more": True}
        told.append(event)
    return {"items": told[::-1], "also": [], "originals": [], "more": False}


_UNREAD = Hot(
    select(events.c.place, func.count())
    .select_from(events.outerjoin(marks, and_(marks.c.place == events.c.place, marks.c.person == bindparam("person"))))
    .where(
        events.c.space == bindparam("space"),
        events.c.author != bindparam("me"),
        events.c.removed_at.is_(None),
        events.c.link.is_(None),
        events.c.seq > func.coalesce(marks.c.seq, 0),
    )
    .group_by(events.c.place)
)


def unread(db: Db, space: str, person: str) -> Mapping[str, int]:
    """How many things others planned since the person's mark, by calendar. Sessions are told by where they are booked."""
    return {place: int(count) for place, count in _UNREAD(db, {"person": person, "space": space, "me": person})}


def forget(db: Db, places: Sequence[str]) -> None:
    """Drops what was planned in calendars that go for ever."""
    db.execute(delete(events).where(events.c.place.in_(places)))


@feature.on("place.erased")
def erased(ctx: Context, _emission: Emission) -> None:
    """What was held in a room that is gone for ever is in no calendar either."""
    gone = events.c.link.is_not(None) & events.c.link.not_in(select(law_places.places.c.id))
    ctx.db.execute(delete(events).where(events.c.space == ctx.space, gone))


CHANNEL = Channel("calendar", open_calendar, unread, forget=forget)
feature.channels.append(CHANNEL)
