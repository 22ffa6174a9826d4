"""What stands in a calendar: the table, the item, and the loader; what is planned is kept as it was said, in local time."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import BigInteger, Column, Index, Table, Text, func, insert, select, update

from twinspace_server import ids, texts
from twinspace_server.channels.calendar import when
from twinspace_server.channels.calendar.when import Rule, Span
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.live.feature import Context, Feature, Item, ItemKind, Ref
from twinspace_server.spaces.spaces import space_schools
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

KIND = "calendar_event"
MOST_EVENTS = 1_000
"""In one calendar, those removed not counted."""
MOST_SKIPS = 400

EventType = Literal["holiday", "activity", "deadline"]
AnyType = Literal["holiday", "activity", "deadline", "session"]

events = Table(
    "calendar_events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("title", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("school", Text),
    Column("link", Text),
    Column("starts", Text, nullable=False),
    Column("ends", Text, nullable=False),
    Column("zone", Text),
    Column("repeat", Text),
    Column("skips", Text, nullable=False),
    Column("last", Text),
    Column("reach", Text),
    Column("uid", Text),
    Column("removed_at", BigInteger),
    Column("removed_by", Text),
    Index("ix_calendar_events_place", "place", "starts"),
    Index("ix_calendar_events_space_seq", "space", "seq"),
    Index("ix_calendar_events_link", "link"),
)

feature = Feature("calendar")


class CalendarEvent(Item, tag=KIND, frozen=True):
    """Something planned. `starts` and `ends` are days (the last one included) or local times of `zone`; `last` is the start of
    the last occurrence, null for what goes on; `skips` are starts of occurrences that were taken out. `link` is the place
    that a session is held in."""

    place: str
    seq: int
    at: str
    author: str
    changed_at: str
    title: str
    description: str
    type: AnyType
    school: str | None
    link: str | None
    starts: str
    ends: str
    zone: str | None
    repeat: str | None
    skips: list[str]
    last: str | None


COLUMNS = (
    events.c.id, events.c.place, events.c.seq, events.c.at, events.c.author, events.c.changed_at, events.c.title, events.c.description,
    events.c.type, events.c.school, events.c.link, events.c.starts, events.c.ends, events.c.zone, events.c.repeat, events.c.skips,
    events.c.last,
)  # fmt: skip


def item(row: Any) -> CalendarEvent:
    """The item of a row of `COLUMNS`."""
    return CalendarEvent(
        id=row[0], place=row[1], seq=row[2], at=iso(row[3]), author=row[4], changed_at=iso(row[5]), title=row[6], description=row[7],
        type=row[8], school=row[9], link=row[10], starts=row[11], ends=row[12], zone=row[13], repeat=row[14],
        skips=json.loads(row[15]), last=row[16],
    )  # fmt: skip


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Events by id; what was removed is not there."""
    rows = db.execute(select(*COLUMNS).where(events.c.id.in_(list(wanted)), events.c.removed_at.is_(None)))
    return {row[0]: item(row) for row in rows}


# A session is seen by those who may read the place it is held in, whatever calendar shows it.
feature.item(
    ItemKind(
        KIND, CalendarEvent, load, place=lambda event: str(event.link or event.place),
        words=lambda event: f"{event.title}\n{event.description}".strip(), every=events.c.id,
    )
)  # fmt: skip


def calendar(ctx: Context, place: str) -> None:
    """Go on only in a calendar."""
    if ctx.rules.places[place].kind != "calendar":
        raise NotFound()


def found(ctx: Context, place: str, event: str) -> CalendarEvent:
    """The event of this calendar, for a command that is about to change it; nobody else changes it before the unit ends."""
    calendar(ctx, place)
    ctx.hold()
    there = load(ctx.db, [event]).get(event)
    if not isinstance(there, CalendarEvent) or there.place != place:
        raise NotFound()
    return there


def span_of(event: CalendarEvent) -> Span:
    """Its first occurrence."""
    return Span(datetime.fromisoformat(event.starts), datetime.fromisoformat(event.ends), event.zone)


def rule_of(event: CalendarEvent) -> Rule | None:
    """How it repeats."""
    return when.known(event.repeat) if event.repeat else None


def last_start(event: CalendarEvent) -> datetime | None:
    """The start of its last occurrence."""
    return datetime.fromisoformat(event.last) if event.last else None


def occurs(event: CalendarEvent, start: datetime) -> bool:
    """Whether an occurrence of it, not taken out, starts then."""
    at = span_of(event)
    if at.text(start) in event.skips:
        return False
    return next(iter(when.starts_between(at, rule_of(event), last_start(event), start, start)), None) is not None


# -- writing -----------------------------------------------------------------------------------------------------------


def timing(at: Span, rule: Rule | None, skips: Sequence[str] = ()) -> dict[str, Any]:
    """The columns that say when."""
    if len(skips) > MOST_SKIPS:
        raise Conflict(code="too_many_skips", most=MOST_SKIPS)
    last = when.last_of(rule, at) if rule is not None else at.starts
    return {
        "starts": at.text(at.starts), "ends": at.text(at.ends), "zone": at.zone, "repeat": str(rule) if rule else None,
        "skips": json.dumps(sorted(skips)), "last": at.text(last) if last else None,
        "reach": (last + at.length).strftime("%Y-%m-%d") if last else None,
    }  # fmt: skip


def wording(title: str, description: str) -> dict[str, Any]:
    """The columns that people wrote."""
    return {
        "title": texts.line(title, "$.title"),
        "description": texts.prose(description, "$.description") if description.strip() else "",
    }


def put(ctx: Context, place: str, values: Mapping[str, Any], at: Mapping[str, Any], *, author: str | None = None) -> Ref:
    """A new event in a calendar; `values` its words, type, school and perhaps link and uid, `at` what `timing` said."""
    event = ids.new(ctx.now)
    row = {"school": None, "link": None, "uid": None, **values, **at}
    row |= {"id": event, "space": ctx.space, "place": place, "seq": ctx.seq, "at": ctx.now, "changed_at": ctx.now}
    ctx.db.execute(insert(events), {**row, "author": author or ctx.person, "removed_at": None, "removed_by": None})
    return Ref(KIND, event)


def write(ctx: Context, event: str, values: Mapping[str, Any]) -> Ref:
    """Change an event's columns."""
    ctx.db.execute(update(events).where(events.c.id == event).values(changed_at=ctx.now, **values))
    return Ref(KIND, event)


def room_for(ctx: Context, place: str, more: int = 1) -> None:
    """Go on only while the calendar holds less than it may."""
    standing = select(func.count()).select_from(events).where(events.c.place == place, events.c.removed_at.is_(None))
    if int(ctx.db.execute(standing).scalar_one()) + more > MOST_EVENTS:
        raise Conflict(code="calendar_full", most=MOST_EVENTS)


def school_of_space(ctx: Context, school: str | None) -> str | None:
    """The school, if it takes part in this space; None is all of them."""
    if school is not None:
        taking_part = select(space_schools.c.school).where(space_schools.c.space == ctx.space, space_schools.c.school == school)
        if ctx.db.execute(taking_part).first() is None:
            raise BadInput(code="unknown_school", path="$.school")
    return school


def within(place: str, first: str, past: str) -> Any:
    """Live events of a calendar that may have something between these days; a day's slack on either side, for the zones."""
    early = (datetime.fromisoformat(first) - timedelta(days=1)).strftime("%Y-%m-%d")
    late = (datetime.fromisoformat(past) + timedelta(days=2)).strftime("%Y-%m-%d")
    return (
        select(*COLUMNS)
        .where(events.c.place == place, events.c.removed_at.is_(None), events.c.starts < late)
        .where(events.c.reach.is_(None) | (events.c.reach >= early))
        .order_by(events.c.id)
    )


feature.keeps(events, "author", "made", becomes={"title": "", "description": "", "removed_at": 0, "removed_by": None}, kind=KIND)
