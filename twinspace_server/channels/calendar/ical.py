"""iCalendar (RFC 5545): events written as a file, and events read out of one. The library knows the format, this file our events.

Times go out in their zone with its definition, so that every reader works out the same moments. Reading is strict: what is not
understood is refused with the number of the event and the property at fault, never skipped in silence.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import msgspec
from icalendar import vRecur

from twinspace_server.channels.calendar import when
from twinspace_server.channels.calendar.events import CalendarEvent, rule_of, span_of
from twinspace_server.channels.calendar.when import Rule, Span
from twinspace_server.errors import BadInput

PRODUCT = "-//TwinSpace//TwinSpace//EN"
FIRST_YEAR, LAST_YEAR = 2020, 2040
"""For which a file says how clocks change; programs that know a zone by its name need none of it."""
HOURS = 6
"""How often a program that subscribed should look again."""


# -- writing ----------------------------------------------------------------------------------------------------------


def write(name: str, planned: Sequence[CalendarEvent]) -> bytes:
    """A calendar file with these events; the same events give the same bytes."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=HOURS), {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{HOURS}H")
    for zone in sorted({event.zone for event in planned if event.zone is not None} - {"UTC"}):
        calendar.add_component(_zone(zone))
    for event in planned:
        calendar.add_component(_component(event))
    written: bytes = calendar.to_ical()
    return written


@lru_cache(maxsize=64)
def _zone(name: str) -> icalendar.Timezone:
    """The definition of a zone: one part for each change of its clocks, beginning at the clock before it.

    The library's own puts the changes of all years into one RDATE, of which ical.js reads the first, and lets summer time begin
    an hour late.
    """
    zone, told = ZoneInfo(name), icalendar.Timezone()
    told.add("tzid", name)
    moment = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
    _part(told, datetime(1970, 1, 1), moment.astimezone(zone), moment.astimezone(zone))  # noqa: DTZ001 - a clock's time
    while moment.year < LAST_YEAR:
        before, moment = moment, moment + timedelta(days=1)
        if before.astimezone(zone).utcoffset() == moment.astimezone(zone).utcoffset():
            continue
        early, late = before, moment
        while late - early > timedelta(minutes=1):
            middle = early + (late - early) // 2
            same = middle.astimezone(zone).utcoffset() == before.astimezone(zone).utcoffset()
            early, late = (middle, late) if same else (early, middle)
        change = late.replace(second=0, microsecond=0)
        was = (change - timedelta(minutes=1)).astimezone(zone)
        _part(told, was.replace(tzinfo=None) + timedelta(minutes=1), was, change.astimezone(zone))
    return told


def _part(told: icalendar.Timezone, begins: datetime, before: datetime, after: datetime) -> None:
    part = icalendar.TimezoneDaylight() if after.dst() else icalendar.TimezoneStandard()
    part.add("dtstart", begins)
    part.add("tzoffsetfrom", before.utcoffset())
    part.add("tzoffsetto", after.utcoffset())
    part.add("tzname", after.tzname())
    told.add_component(part)


def _component(event: CalendarEvent) -> icalendar.Event:
    at, rule = span_of(event), rule_of(event)
    told = icalendar.Event()
    told.add("uid", f"{event.id}@twinspace")
    changed = datetime.fromisoformat(event.changed_at).replace(microsecond=0)
    told.add("dtstamp", changed)
    told.add("last-modified", changed)
    told.add("created", datetime.fromisoformat(event.at).replace(microsecond=0))
    told.add("summary", event.title)
    if event.description:
        told.add("description", event.description)
    told.add("categories", [event.type.upper()])
    told.add("transp", "TRANSPARENT" if event.type == "holiday" else "OPAQUE")
    told.add("dtstart", _moment(at, at.starts))
    if at.all_day:
        told.add("dtend", at.ends.date() + timedelta(days=1))
    elif at.length:
        told.add("dtend", _moment(at, at.ends))
    if rule is not None:
        told.add("rrule", vRecur.from_ical(_rule_text(rule, at)))
        if event.skips:
            told.add("exdate", [_moment(at, datetime.fromisoformat(skip)) for skip in event.skips])
    return told


def _moment(at: Span, moment: datetime) -> date | datetime:
    if at.zone is None:
        return moment.date()
    return moment.replace(tzinfo=UTC if at.zone == "UTC" else ZoneInfo(at.zone))


def _rule_text(rule: Rule, at: Span) -> str:
    """The rule as RFC 5545 wants it: UNTIL of a local time is a moment in UTC."""
    text = str(rule)
    if rule.until is None or at.zone is None:
        return text
    last = datetime.combine(rule.until, at.starts.time(), ZoneInfo(at.zone)).astimezone(UTC)
    return text.replace(f"UNTIL={rule.until:%Y%m%d}", f"UNTIL={last:%Y%m%dT%H%M%SZ}")


# -- reading ----------------------------------------------------------------------------------------------------------


class Read(msgspec.Struct, frozen=True):
    """One event of a file, checked."""

    number: int
    uid: str
    title: str
    description: str
    at: Span
    rule: Rule | None
    skips: list[str]


def read(text: str, zone: str | None, most: int) -> list[Read]:
    """The events of a file; floating times are in `zone`. BadInput at `$.ics` names the event (from 1) and the property."""
    try:
        calendar = icalendar.Calendar.from_ical(text)
    except (ValueError, IndexError, KeyError, RecursionError):
        raise BadInput(code="ics_unreadable", path="$.ics") from None
    if not isinstance(calendar, icalendar.Calendar):
        raise BadInput(code="ics_unreadable", path="$.ics")
    components: list[Mapping[str, Any]] = [one for one in calendar.walk("VEVENT") if str(one.get("STATUS", "")).upper() != "CANCELLED"]
    if not components:
        raise BadInput(code="ics_empty", path="$.ics")
    if len(components) > most:
        raise BadInput(code="ics_too_many", path="$.ics", most=most)
    return list(_series(components, zone))


def _series(components: Sequence[Mapping[str, Any]], zone: str | None) -> Iterator[Read]:
    """An occurrence that was changed alone (RECURRENCE-ID) is taken out of its series and stands for itself."""
    changed: dict[str, list[date]] = {}
    for one in components:
        if "RECURRENCE-ID" in one:
            changed.setdefault(str(one.get("UID", "")), []).append(one["RECURRENCE-ID"].dt)
    for number, one in enumerate(components, 1):
        try:
            yield _event(one, number, zone, changed)
        except BadInput as error:
            if error.kind == "ics_field":
                raise
            raise _field(number, _PROPERTIES.get(error.path or "", "DTSTART"), error.kind) from None


_PROPERTIES = {"$.ends": "DTEND", "$.repeat": "RRULE", "$.zone": "DTSTART;TZID"}


def _field(number: int, name: str, problem: str) -> BadInput:
    return BadInput(code="ics_field", path="$.ics", event=number, field=name, problem=problem)


def _event(one: Mapping[str, Any], number: int, zone: str | None, changed: dict[str, list[date]]) -> Read:
    for name in ("RDATE", "EXRULE"):
        if name in one:
            raise _field(number, name, "not_understood")
    for name in ("DTSTART", "SUMMARY"):
        if one.get(name) is None:
            raise _field(number, name, "missing")
        if isinstance(one.get(name), list):
            raise _field(number, name, "twice")
    at = _span(one, number, zone)
    own, rule = "RECURRENCE-ID" in one, None
    if "RRULE" in one and not own:
        if isinstance(one["RRULE"], list):
            raise _field(number, "RRULE", "twice")
        rule = when.rule(one["RRULE"].to_ical().decode(), at)
    uid = str(one.get("UID", ""))[:200]
    name = f"{uid}/{one['RECURRENCE-ID'].to_ical().decode()}"[:250] if own else uid
    skips = [] if rule is None else _skips(one, number, at, changed.get(uid, []))
    return Read(number, name, str(one["SUMMARY"]), str(one.get("DESCRIPTION", "")), at, rule, skips)


def _span(one: Mapping[str, Any], number: int, zone: str | None) -> Span:
    start = getattr(one["DTSTART"], "dt", None)
    end = getattr(one.get("DTEND"), "dt", None)
    if end is None and "DURATION" in one:
        length = getattr(one["DURATION"], "dt", None)
        if not isinstance(length, timedelta) or start is None:
            raise _field(number, "DURATION", "not_understood")
        end = start + length
    if not isinstance(start, date):
        raise _field(number, "DTSTART", "not_understood")
    if end is not None and isinstance(end, datetime) != isinstance(start, datetime):
        raise _field(number, "DTEND", "days_or_times")
    if not isinstance(start, datetime):
        last = max(start, end - timedelta(days=1)) if end is not None else start
        return when.span(start.isoformat(), last.isoformat(), None)
    where = _zone_of(start, number, zone)
    ends = start if end is None else _local(end, where)
    return when.span(f"{start:%Y-%m-%dT%H:%M}", f"{ends:%Y-%m-%dT%H:%M}", where)


def _zone_of(moment: datetime, number: int, zone: str | None) -> str:
    if moment.tzinfo is None:
        if zone is None:
            raise _field(number, "DTSTART;TZID", "missing")
        return zone
    if moment.tzinfo is UTC:
        return "UTC"
    name = getattr(moment.tzinfo, "key", None)
    if name is None:
        raise _field(number, "DTSTART;TZID", "unknown_zone")
    return str(name)


def _local(moment: datetime, zone: str) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _skips(one: Mapping[str, Any], number: int, at: Span, changed: Sequence[date]) -> list[str]:
    """The starts that EXDATE and changed occurrences take out."""
    taken = list(changed)
    exdates = one.get("EXDATE", [])
    for group in exdates if isinstance(exdates, list) else [exdates]:
        taken += [entry.dt for entry in group.dts]
    found: set[str] = set()
    for moment in taken:
        if isinstance(moment, datetime) and at.zone is not None:
            found.add(at.text(_local(moment, at.zone)))
        elif not isinstance(moment, datetime):
            found.add(at.text(datetime.combine(moment, time(0) if at.all_day else at.starts.time())))
        else:
            raise _field(number, "EXDATE", "days_or_times")
    return sorted(found)
