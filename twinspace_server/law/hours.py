"""Weekly hours in local time (lessons, a room's opening hours), and agreed local times as moments.

What people agreed on is local time and zone; moments are worked out from it, each time anew, so that a change of the clocks
or of a country's law moves the moment and not the lesson. Pure: no clock, no database.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Meta

from twinspace_server.errors import BadInput

DAY_MS = 86_400_000

HourOfDay = Annotated[
    str, Meta(max_length=5, pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$(?!\n)", description="Local, such as 08:30.")
]
LocalTime = Annotated[
    str,
    Meta(max_length=16, pattern=r"^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]$(?!\n)", description="Local, 2026-11-24T10:15."),
]


class Stretch(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"start": "from", "end": "to"}):
    """From one time of day to a later one, each week on this day (0 is Monday)."""

    day: Annotated[int, Meta(ge=0, le=6)]
    start: HourOfDay
    end: HourOfDay


Week = Annotated[list[Stretch], Meta(max_length=60)]


class Hours(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Weekly hours in one zone."""

    zone: Annotated[str, Meta(min_length=1, max_length=64)]
    week: Week


def checked(week: Sequence[Stretch], path: str) -> None:
    """BadInput `hours_backwards`, naming the row, for a stretch that doesn't end after it began."""
    for at, stretch in enumerate(week):
        if stretch.end <= stretch.start:
            raise BadInput(code="hours_backwards", path=f"{path}[{at}].to")


def moment(local: datetime, zone: str) -> int:
    """The moment at which clocks in the zone show this; of two, the first; for one that is skipped, as if it were not."""
    return int(local.replace(tzinfo=ZoneInfo(zone), fold=0).timestamp()) * 1000


def named_moment(local: str, zone: str) -> int:
    """`moment` of a time that was found to be one when it was agreed on."""
    return moment(datetime.fromisoformat(local), zone)


def agreed(local: str, zone: str, path: str) -> int:
    """The moment of a time that people name; BadInput `no_such_time` where the calendar or the clocks skip it."""
    try:
        naive = datetime.fromisoformat(local)
        found = moment(naive, zone)
    except (ValueError, OverflowError):
        raise BadInput(code="no_such_time", path=path) from None
    if at(found, zone) != naive:
        raise BadInput(code="no_such_time", path=path)
    return found


def at(ms: int, zone: str) -> datetime:
    """What clocks in the zone show at a moment."""
    return datetime.fromtimestamp(ms // 1000, ZoneInfo(zone)).replace(tzinfo=None)


def stretches(week: Iterable[Stretch], zone: str, since: int, until: int) -> Iterator[tuple[int, int]]:
    """All stretches that touch this time, as moments (from, to), in order."""
    first, last = at(since, zone).date() - timedelta(days=1), at(until, zone).date() + timedelta(days=1)
    by_day: dict[int, list[Stretch]] = {}
    for stretch in sorted(week, key=lambda one: (one.start, one.end)):
        by_day.setdefault(stretch.day, []).append(stretch)
    found: date = first
    while found <= last:
        for stretch in by_day.get(found.weekday(), ()):
            begins, ends = _edge(found, stretch.start, zone), _edge(found, stretch.end, zone)
            if ends > since and begins < until and begins < ends:
                yield begins, ends
        found += timedelta(days=1)


def within(hours: Hours, now: int) -> bool:
    """Whether it is one of these hours."""
    return next(stretches(hours.week, hours.zone, now, now + 1), None) is not None


def next_change(hours: Hours, now: int) -> int | None:
    """The next moment at which a stretch begins or ends; None where there are no hours at all."""
    edges = [edge for pair in stretches(hours.week, hours.zone, now, now + 8 * DAY_MS) for edge in pair if edge > now]
    return min(edges, default=None)


def common(weeks: Sequence[tuple[Iterable[Stretch], str]], since: int, until: int, least: int) -> list[tuple[int, int]]:
    """The stretches of at least so many milliseconds in which all of these weeks (with their zones) are within their hours."""
    if not weeks:
        return []
    found = [(since, until)]
    for week, zone in weeks:
        theirs = _joined(stretches(week, zone, since, until))
        found = [(max(a, c), min(b, d)) for a, b in found for c, d in theirs if max(a, c) < min(b, d)]
    return sorted(pair for pair in found if pair[1] - pair[0] >= least)


def _joined(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for begins, ends in sorted(pairs):
        if found and begins <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((begins, ends))
    return found


def _edge(day: date, hour: str, zone: str) -> int:
    if hour == "24:00":
        return moment(datetime.combine(day + timedelta(days=1), time()), zone)
    return moment(datetime.combine(day, time.fromisoformat(hour)), zone)


def day_begins(day: str, zone: str, path: str) -> int:
    """The moment at which a local day (2026-11-24) begins."""
    try:
        return moment(datetime.combine(date.fromisoformat(day), time()), zone)
    except ValueError:
        raise BadInput(code="no_such_time", path=path) from None


def local(ms: int, zone: str) -> str:
    """What clocks in the zone show, as text: 2026-11-24T10:15."""
    return at(ms, zone).isoformat(timespec="minutes")
