"""Making calendars, and planning in them: add, change, move, remove, bring back.

Authors change what is their own while they may add there, teachers and administrators everything (the law's *edit* and
*delete*). What repeats is changed as a whole, at one occurrence (which becomes an event of its own), or from one on.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType
from sqlalchemy import delete, select

from twinspace_server.channels.calendar import when
from twinspace_server.channels.calendar.events import (
    COLUMNS,
    KIND,
    CalendarEvent,
    EventType,
    calendar,
    events,
    feature,
    found,
    item,
    last_start,
    occurs,
    put,
    room_for,
    rule_of,
    school_of_space,
    span_of,
    timing,
    wording,
    write,
)
from twinspace_server.channels.calendar.when import Local, Rule, RuleText, Span
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import CommandParams, Context, Gate, Gone, Id, Ref
from twinspace_server.people.accounts import Zone
from twinspace_server.spaces.tree import MakePlace, Place, Title, make

RESTORE_MS = 30 * 86_400_000
"""So long what was removed can be brought back; then its words go."""

Scope = Literal["all", "one", "following"]
Description = Annotated[str, Meta(max_length=2000)]


@feature.command("calendar.make", administrator=True, answers={"place": Place}, emits=["place.added"], law=True)
def make_calendar(ctx: Context, p: MakePlace) -> Mapping[str, Any]:
    """Make a calendar, at the root or inside a folder. Guests read it too: all members know of holidays and deadlines (CAL-03)."""
    return {"place": make(ctx, "calendar", p, guests=True)}


class Add(CommandParams, kw_only=True):
    place: Id
    title: Title
    description: Description = ""
    type: EventType = "activity"
    school: Annotated[Id | None, Meta(description="The school it concerns; null for all.")] = None
    starts: Local
    ends: Annotated[Local | None, Meta(description="The last day, or the end in local time; null for one day, or a moment.")] = None
    zone: Annotated[Zone | None, Meta(description="The zone of the local times; null for whole days.")] = None
    repeat: RuleText | None = None


@feature.command("calendar.add", right=Right.ADD, answers={"event": CalendarEvent}, emits=["calendar.added"], waits=True)
def add(ctx: Context, p: Add) -> Mapping[str, Any]:
    """Plan something: a holiday, an activity or a deadline, on whole days or at a local time, once or again and again."""
    calendar(ctx, p.place)
    at = when.span(p.starts, p.ends, p.zone)
    rule = when.rule(p.repeat, at) if p.repeat is not None else None
    values = {**wording(p.title, p.description), "type": p.type, "school": school_of_space(ctx, p.school)}
    timed = timing(at, rule)
    room_for(ctx, p.place)
    event = put(ctx, p.place, values, timed)
    ctx.emit("calendar.added", event, place=p.place)
    return {"event": event}


class OnEvent(CommandParams, kw_only=True):
    place: Id
    event: Id
    scope: Annotated[Scope, Meta(description="Of what repeats: all of it, one occurrence, or that one and all following.")] = "all"
    occurrence: Annotated[Local | None, Meta(description="The start of the occurrence meant; needed for `one` and `following`.")] = None


class Change(OnEvent, kw_only=True):
    title: Title | UnsetType = UNSET
    description: Description | UnsetType = UNSET
    type: EventType | UnsetType = UNSET
    school: Id | None | UnsetType = UNSET
    starts: Local | UnsetType = UNSET
    ends: Local | None | UnsetType = UNSET
    zone: Zone | None | UnsetType = UNSET
    repeat: RuleText | None | UnsetType = UNSET


@feature.command("calendar.change", answers={"event": CalendarEvent}, emits=["calendar.changed"], waits=True)
def change(ctx: Context, p: Change) -> Mapping[str, Any]:
    """Change what is named. With `starts`, the end and the zone are said anew too, as when adding.

    Of one occurrence, `starts` is its new start; of all, the new start of the first.
    """
    event = _mine(ctx, p, Right.EDIT)
    part = _part(event, p)
    values = _worded(ctx, p, part.event)
    at, rule, skips = _timed(p, part)
    told = part.keep(ctx, {**values, **timing(at, rule, skips)})
    ctx.emit("calendar.changed", *told, place=p.place)
    return {"event": told[-1]}


class Move(OnEvent, kw_only=True):
    starts: Annotated[Local, Meta(description="Where the occurrence goes (without one: the first); the length stays.")]


@feature.command("calendar.move", answers={"event": CalendarEvent}, emits=["calendar.moved"])
def move(ctx: Context, p: Move) -> Mapping[str, Any]:
    """Move it to another day or time of its zone, as long as before. A weekly series moves to other weekdays."""
    event = _mine(ctx, p, Right.EDIT)
    part = _part(event, p)
    at = span_of(part.event)
    if len(p.starts) != len(part.event.starts):
        raise BadInput(code="days_or_times", path="$.starts")
    meant = when.local(p.occurrence, "$.occurrence") if p.occurrence is not None else at.starts
    by = when.local(p.starts, "$.starts") - meant
    there = at.moved(when.in_bounds(at.starts + by, "$.starts"))
    when.in_bounds(there.ends, "$.starts")
    rule = rule_of(part.event)
    days = timedelta(days=(there.starts.date() - at.starts.date()).days)
    moved = when.shifted(rule, days) if rule is not None else None
    skips = [at.text(datetime.fromisoformat(skip) + by) for skip in part.event.skips]
    told = part.keep(ctx, timing(there, moved, skips))
    ctx.emit("calendar.moved", *told, place=p.place)
    return {"event": told[-1]}


@feature.command("calendar.remove", answers={"event": CalendarEvent | None}, emits=["calendar.removed"])
def remove(ctx: Context, p: OnEvent) -> Mapping[str, Any]:
    """Take it out, or one occurrence of it, or that one and all following. It can be brought back for 30 days."""
    event = _mine(ctx, p, Right.DELETE)
    meant = _occurrence(event, p)
    if meant is None:
        write(ctx, event.id, {"removed_at": ctx.now, "removed_by": ctx.person})
        ctx.later("calendar.forget", {"event": event.id}, at=ctx.now + RESTORE_MS)
        ctx.emit("calendar.removed", place=p.place, gone=[Gone(KIND, event.id)])
        return {"event": None}
    left = _without(event, meant) if p.scope == "one" else _before(event, meant)
    ctx.emit("calendar.removed", write(ctx, event.id, left), place=p.place)
    return {"event": Ref(KIND, event.id)}


class Forget(CommandParams, kw_only=True):
    event: Id


@feature.command("calendar.forget", gate=Gate.HOUSE)
def forget(ctx: Context, p: Forget) -> None:
    """Delete what was removed 30 days ago; what was brought back meanwhile stays."""
    ctx.db.execute(delete(events).where(events.c.id == p.event, events.c.removed_at <= ctx.now - RESTORE_MS))


class Restore(CommandParams, kw_only=True):
    place: Id
    event: Id
    occurrence: Annotated[Local | None, Meta(description="One that was taken out of a series; null for the whole event.")] = None


@feature.command("calendar.restore", answers={"event": CalendarEvent}, emits=["calendar.restored"])
def restore(ctx: Context, p: Restore) -> Mapping[str, Any]:
    """Bring back what was removed, or one occurrence of a series: by whoever removed it, or those who may delete anything there."""
    if p.occurrence is not None:
        event = _mine(ctx, p, Right.DELETE)
        if p.occurrence not in event.skips:
            raise BadInput(code="unknown_occurrence", path="$.occurrence")
        skips = [skip for skip in event.skips if skip != p.occurrence]
        told = write(ctx, event.id, timing(span_of(event), rule_of(event), skips))
    else:
        told = _removed(ctx, p)
    ctx.emit("calendar.restored", told, place=p.place)
    return {"event": told}


def _removed(ctx: Context, p: Restore) -> Ref:
    calendar(ctx, p.place)
    ctx.hold()
    there = (events.c.id == p.event) & (events.c.place == p.place) & (events.c.removed_at > ctx.now - RESTORE_MS)
    row = ctx.db.execute(select(*COLUMNS, events.c.removed_by).where(there)).first()
    if row is None:
        raise NotFound()
    event, by = item(row), row[-1]
    if by == ctx.person:
        ctx.require(p.place, Right.DELETE, own=event.author == ctx.person)
    else:
        ctx.require(p.place, Right.DELETE)
    room_for(ctx, p.place)
    return write(ctx, event.id, {"removed_at": None, "removed_by": None})


# -- who, and which part ----------------------------------------------------------------------------------------------


def _mine(ctx: Context, p: OnEvent | Restore, right: Right) -> CalendarEvent:
    """The event, if it is one's own or one has this right on all; a booked session is changed where it was booked."""
    event = found(ctx, p.place, p.event)
    if event.link is not None and event.link not in ctx.view.rights:
        raise NotFound()
    ctx.require(p.place, right, own=event.author == ctx.person)
    if event.type == "session":
        raise Conflict(code="session_is_booked")
    return event


class _Part(msgspec.Struct, frozen=True):
    """What a change is about: the event as it was, or a new one split off (`rest` are the columns of what it leaves behind)."""

    event: CalendarEvent
    rest: dict[str, Any] | None

    def keep(self, ctx: Context, values: Mapping[str, Any]) -> list[Ref]:
        """Write it; answers what changed, the part last."""
        if self.rest is None:
            return [write(ctx, self.event.id, values)]
        room_for(ctx, self.event.place)
        left = write(ctx, self.event.id, self.rest)
        words = {name: getattr(self.event, name) for name in ("title", "description", "type", "school")}
        return [left, put(ctx, self.event.place, {**words, **_columns(values)}, _timing_of(values), author=self.event.author)]


_TIMING = ("starts", "ends", "zone", "repeat", "skips", "last", "reach")


def _columns(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _TIMING}


def _timing_of(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in _TIMING}


def _occurrence(event: CalendarEvent, p: OnEvent) -> datetime | None:
    """The start of the occurrence that `one` or `following` means; None for the whole event."""
    if p.scope == "all" or event.repeat is None:
        return None
    if p.occurrence is None or len(p.occurrence) != len(event.starts):
        raise BadInput(code="unknown_occurrence", path="$.occurrence")
    meant = when.local(p.occurrence, "$.occurrence")
    if not occurs(event, meant):
        raise BadInput(code="unknown_occurrence", path="$.occurrence")
    return None if p.scope == "following" and p.occurrence == event.starts else meant


def _part(event: CalendarEvent, p: OnEvent) -> _Part:
    meant = _occurrence(event, p)
    if meant is None:
        return _Part(event, None)
    at = span_of(event)
    there = at.moved(meant)
    split = msgspec.structs.replace(event, starts=at.text(there.starts), ends=at.text(there.ends), skips=[])
    if p.scope == "one":
        return _Part(msgspec.structs.replace(split, repeat=None, last=split.starts), _without(event, meant))
    rule = rule_of(event)
    assert rule is not None
    if rule.count is not None:
        past = sum(1 for _ in when.starts_between(at, rule, last_start(event), at.starts, meant - timedelta(minutes=1)))
        rule = msgspec.structs.replace(rule, count=rule.count - past)
    later = [skip for skip in event.skips if skip > split.starts]
    return _Part(msgspec.structs.replace(split, repeat=str(rule), skips=later), _before(event, meant))


def _without(event: CalendarEvent, meant: datetime) -> dict[str, Any]:
    """The series with one occurrence taken out."""
    at = span_of(event)
    return timing(at, rule_of(event), [*event.skips, at.text(meant)])


def _before(event: CalendarEvent, meant: datetime) -> dict[str, Any]:
    """The series up to the day before this occurrence."""
    at, rule = span_of(event), rule_of(event)
    assert rule is not None
    ended = msgspec.structs.replace(rule, count=None, until=meant.date() - timedelta(days=1))
    return timing(at, ended, [skip for skip in event.skips if skip < at.text(meant)])


def _worded(ctx: Context, p: Change, event: CalendarEvent) -> dict[str, Any]:
    values = wording(
        event.title if isinstance(p.title, UnsetType) else p.title,
        event.description if isinstance(p.description, UnsetType) else p.description,
    )
    values["type"] = event.type if isinstance(p.type, UnsetType) else p.type
    values["school"] = event.school if isinstance(p.school, UnsetType) else school_of_space(ctx, p.school)
    return values


def _timed(p: Change, part: _Part) -> tuple[Span, Rule | None, list[str]]:
    """When it is now: span, rule, and the skips that still are occurrences."""
    event = part.event
    at = span_of(event)
    named = {name for name in ("ends", "zone") if not isinstance(getattr(p, name), UnsetType)}
    if isinstance(p.starts, UnsetType):
        if named:
            raise BadInput(code="starts_needed", path=f"$.{min(named)}")
        there = at
    else:
        there = when.span(p.starts, p.ends or None, p.zone or None)
    if not isinstance(p.repeat, UnsetType):
        rule = when.rule(p.repeat, there) if p.repeat is not None else None
    else:
        rule = rule_of(event)
        if rule is not None and there != at:
            rule = when.rule(str(when.shifted(rule, there.starts.date() - at.starts.date())), there)
    if there.all_day != at.all_day or rule is None:
        return there, rule, []
    last = when.last_of(rule, there)
    moved = [datetime.fromisoformat(skip) + (there.starts - at.starts) for skip in event.skips]
    return there, rule, [there.text(skip) for skip in moved if skip in when.starts_between(there, rule, last, skip, skip)]
