"""When something is: its local time and zone, its rule of repeating, and the occurrences that follow from them.

What people said is the truth: a day, or a local time in an IANA zone. Moments in UTC are worked out anew at each asking,
because governments change their clocks after an event was planned. A time that a change of clocks leaves out is taken with
the offset before the change, one that comes twice is the first (RFC 5545 3.3.5). Pure: no database, no clock.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import count, islice
from typing import Annotated, Final, Literal
from zoneinfo import ZoneInfo

import msgspec
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday
from msgspec import Meta

from twinspace_server.errors import BadInput, Conflict
from twinspace_server.people.accounts import checked_zone

Local = Annotated[
    str,
    Meta(
        min_length=10,
        max_length=16,
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$(?!\n)",
        description="A day (`2026-11-24`) or a local time (`2026-11-24T10:00`).",
    ),
]
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$(?!\n)", description="A day: `2026-11-24`.")]
RuleText = Annotated[
    str,
    Meta(
        min_length=10,
        max_length=200,
        description="An iCalendar RRULE: FREQ of DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, COUNT or UNTIL, BYDAY, BYMONTHDAY, "
        "BYMONTH, BYSETPOS, WKST.",
    ),
]

FIRST, LAST = date(1990, 1, 1), date(2099, 12, 31)
LONGEST = timedelta(days=366)
MOST_TIMES = 1_000
MOST_STEP = 99

_FREQUENCIES: Final[dict[str, Literal[0, 1, 2, 3]]] = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"^([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)$")
_END_OF_DAYS = datetime.combine(LAST, time(23, 59))


class Span(msgspec.Struct, frozen=True):
    """From when to when: whole days (`zone` is None, `ends` is the last day), or local times of a zone."""

    starts: datetime
    ends: datetime
    zone: str | None

    @property
    def all_day(self) -> bool:
        return self.zone is None

    @property
    def length(self) -> timedelta:
        return self.ends - self.starts

    def text(self, moment: datetime) -> str:
        """A local moment of this span as it is kept and sent."""
        return moment.strftime("%Y-%m-%d" if self.zone is None else "%Y-%m-%dT%H:%M")

    def moved(self, starts: datetime) -> "Span":
        """The same length, at another start."""
        return Span(starts, starts + self.length, self.zone)

    def edges(self, starts: datetime) -> tuple[int, int]:
        """The two moments, in milliseconds since 1970 UTC, of the occurrence that starts then; whole days go by UTC's midnights."""
        if self.zone is None:
            first, past = starts, starts + self.length + timedelta(days=1)
            return int(first.replace(tzinfo=UTC).timestamp() * 1000), int(past.replace(tzinfo=UTC).timestamp() * 1000)
        zone = ZoneInfo(self.zone)
        first_ms = int(starts.replace(tzinfo=zone).timestamp() * 1000)
        return first_ms, max(first_ms, int((starts + self.length).replace(tzinfo=zone).timestamp() * 1000))


class Rule(msgspec.Struct, frozen=True):
    """A rule of repeating; `until` is the last local day, inclusive."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    by_day: tuple[str, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_set_pos: tuple[int, ...] = ()
    week_start: str = "MO"

    def __str__(self) -> str:
        parts = [f"FREQ={self.freq}"]
        parts += [f"INTERVAL={self.interval}"] if self.interval > 1 else []
        parts += [f"COUNT={self.count}"] if self.count else []
        parts += [f"UNTIL={self.until:%Y%m%d}"] if self.until else []
        for name, values in (
            ("BYMONTH", self.by_month), ("BYMONTHDAY", self.by_month_day), ("BYDAY", self.by_day), ("BYSETPOS", self.by_set_pos),
        ):  # fmt: skip
            parts += [f"{name}={','.join(map(str, values))}"] if values else []
        return ";".join(parts + ([f"WKST={self.week_start}"] if self.week_start != "MO" else []))


# -- reading what was said ------------------------------------------------------------------------------------------


def span(starts: str, ends: str | None, zone: str | None) -> Span:
    """The span of these words; without `ends` one day, or a moment."""
    first = local(starts, "$.starts")
    last = first if ends is None else local(ends, "$.ends")
    all_day = len(starts) == 10
    if ends is not None and (len(ends) == 10) != all_day:
        raise BadInput(code="days_or_times", path="$.ends")
    if all_day != (zone is None):
        raise BadInput(code="zone_for_days" if all_day else "zone_needed", path="$.zone")
    if last < first:
        raise BadInput(code="ends_before_it_starts", path="$.ends")
    if last - first > LONGEST:
        raise BadInput(code="too_long", path="$.ends", days=LONGEST.days)
    return Span(first, last, checked_zone(zone) if zone is not None else None)


def local(text: str, path: str) -> datetime:
    """A local moment; a day is its midnight."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput(code="no_such_day", path=path) from None
    return in_bounds(moment, path)


def in_bounds(moment: datetime, path: str) -> datetime:
    """The moment, if a calendar here goes that far."""
    if not FIRST <= moment.date() <= LAST:
        raise BadInput(code="day_out_of_bounds", path=path, first=FIRST.year, last=LAST.year)
    return moment


def rule(text: str, at: Span, path: str = "$.repeat") -> Rule:
    """The rule in these words; `repeat_not_understood` names the part, `repeat_misses_start` when `at` is no occurrence of it."""
    parts: dict[str, str] = {}
    for part in text.removeprefix("RRULE:").split(";"):
        name, equals, value = part.partition("=")
        name = name.upper()
        if not equals or not value or name in parts:
            raise BadInput(code="repeat_not_understood", path=path, part=part[:40])
        parts[name] = value.upper()
    made = Rule(
        freq=parts.pop("FREQ", ""),
        interval=_number(parts, "INTERVAL", 1, MOST_STEP, path) or 1,
        count=_number(parts, "COUNT", 1, MOST_TIMES, path),
        until=_until(parts.pop("UNTIL", None), at, path),
        by_day=_days(parts, path),
        by_month_day=_numbers(parts, "BYMONTHDAY", 31, path),
        by_month=_numbers(parts, "BYMONTH", 12, path),
        by_set_pos=_numbers(parts, "BYSETPOS", 31, path),
        week_start=parts.pop("WKST", "MO"),
    )
    if made.freq not in _FREQUENCIES:
        raise BadInput(code="repeat_not_understood", path=path, part=f"FREQ={made.freq}"[:40])
    if parts:
        raise BadInput(code="repeat_not_understood", path=path, part=next(iter(parts))[:40])
    wrong = (
        (made.week_start not in _DAYS, "WKST"),
        (made.count is not None and made.until is not None, "COUNT, UNTIL"),
        (any(len(day) > 2 for day in made.by_day) and made.freq not in ("MONTHLY", "YEARLY"), "BYDAY"),
        (any(month < 1 for month in made.by_month), "BYMONTH"),
        (made.freq == "WEEKLY" and bool(made.by_month_day), "BYMONTHDAY"),
        (bool(made.by_set_pos) and not (made.by_day or made.by_month_day or made.by_month), "BYSETPOS"),
    )
    for is_wrong, part in wrong:
        if is_wrong:
            raise BadInput(code="repeat_not_understood", path=path, part=part)
    if next(_recurring(made, at.starts, at.starts, at.starts), None) != at.starts:
        raise BadInput(code="repeat_misses_start", path=path)
    return made


def _number(parts: dict[str, str], name: str, least: int, most: int, path: str) -> int | None:
    value = parts.pop(name, None)
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 6 and least <= int(value) <= most):
        raise BadInput(code="repeat_not_understood", path=path, part=f"{name}={value}"[:40])
    return int(value)


def _numbers(parts: dict[str, str], name: str, most: int, path: str) -> tuple[int, ...]:
    value = parts.pop(name, None)
    if value is None:
        return ()
    if not re.fullmatch(r"[+-]?\d{1,2}(,[+-]?\d{1,2}){0,30}", value):
        raise BadInput(code="repeat_not_understood", path=path, part=f"{name}={value}"[:40])
    found = tuple(sorted({int(one) for one in value.split(",")}))
    if any(one == 0 or abs(one) > most for one in found):
        raise BadInput(code="repeat_not_understood", path=path, part=f"{name}={value}"[:40])
    return found


def _days(parts: dict[str, str], path: str) -> tuple[str, ...]:
    value = parts.pop("BYDAY", None)
    if value is None:
        return ()
    found = value.split(",")
    if len(found) > 14 or not all(_BY_DAY.match(one) and abs(int(one[:-2] or 1)) <= 53 for one in found):
        raise BadInput(code="repeat_not_understood", path=path, part=f"BYDAY={value}"[:40])
    plain = {one.lstrip("+") for one in found}
    return tuple(sorted(plain, key=lambda one: (_DAYS.index(one[-2:]), one)))


def _until(value: str | None, at: Span, path: str) -> date | None:
    """The last local day. A moment in UTC, as calendars write it, is the day on which the last occurrence may still start."""
    if value is None:
        return None
    try:
        if len(value) == 8:
            return in_bounds(datetime.strptime(value, "%Y%m%d"), path).date()  # noqa: DTZ007 - a local day
        moment = datetime.strptime(value.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
        if value.endswith("Z") and at.zone is not None:
            moment = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(at.zone)).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise BadInput(code="repeat_not_understood", path=path, part=f"UNTIL={value}"[:40]) from None
    late = moment.time() < at.starts.time()
    return in_bounds(moment, path).date() - timedelta(days=int(late))


@lru_cache(maxsize=4_096)
def known(text: str) -> Rule:
    """A rule that is kept, and so was checked when it was made."""
    parts = dict(part.split("=", 1) for part in text.split(";"))

    def numbers(name: str) -> tuple[int, ...]:
        return tuple(int(one) for one in parts[name].split(",")) if name in parts else ()

    return Rule(
        freq=parts["FREQ"], interval=int(parts.get("INTERVAL", 1)), count=int(parts["COUNT"]) if "COUNT" in parts else None,
        until=date.fromisoformat(parts["UNTIL"]) if "UNTIL" in parts else None,
        by_day=tuple(parts["BYDAY"].split(",")) if "BYDAY" in parts else (),
        by_month_day=numbers("BYMONTHDAY"), by_month=numbers("BYMONTH"), by_set_pos=numbers("BYSETPOS"), week_start=parts.get("WKST", "MO"),
    )  # fmt: skip


# -- occurrences ------------------------------------------------------------------------------------------------------


def last_of(of: Rule, at: Span) -> datetime | None:
    """The start of the last occurrence; None for a rule that goes on."""
    if of.count is None and of.until is None:
        return None
    last = at.starts
    for last in _recurring(of, at.starts, at.starts, _END_OF_DAYS):  # noqa: B007 - the last one is what is asked
        pass
    return last


def starts_between(at: Span, of: Rule | None, last: datetime | None, first: datetime, past: datetime) -> Iterator[datetime]:
    """The local starts from `first` to `past`, both included, in order. `last` is what `last_of` said."""
    if of is None:
        return iter([at.starts] if first <= at.starts <= past else [])
    bounded = msgspec.structs.replace(of, count=None, until=None)
    return _recurring(bounded, at.starts, first, past if last is None else min(last, past))


def _recurring(of: Rule, start: datetime, first: datetime, past: datetime) -> Iterator[datetime]:
    """The starts from `first` to `past`, of what may begin long before: counting begins shortly before what is asked."""
    if of.until is not None:
        past = min(past, datetime.combine(of.until, time(23, 59)))
    if past < start:
        return
    plain = of.freq in ("DAILY", "WEEKLY") and not (of.by_month or of.by_month_day or of.by_set_pos or (of.freq == "DAILY" and of.by_day))
    since = start if of.count is not None else first
    found = _by_steps(of, start, since) if plain else _by_dateutil(of, start, since, past)
    # Counted here: dateutil would look for the last ones until the year 9999.
    for moment in islice((one for one in found if one >= start), of.count):
        if moment > past:
            return
        if moment >= first:
            yield moment


def _by_steps(of: Rule, start: datetime, since: datetime) -> Iterator[datetime]:
    """Every so many days, or on these days of every so many weeks: most rules, for which dateutil takes twenty times as long."""
    days: tuple[int, ...] = (0,)
    if of.freq == "DAILY":
        begin, step = start, of.interval
    else:
        week = _DAYS.index(of.week_start)
        begin = start - timedelta(days=(start.weekday() - week) % 7)
        named = of.by_day or (_DAYS[start.weekday()],)
        days, step = tuple(sorted((_DAYS.index(day) - week) % 7 for day in named)), 7 * of.interval
    begin += timedelta(days=max(0, (since - begin).days // step * step))
    for turn in count():
        for day in days:
            yield begin + timedelta(days=turn * step + day)


def _by_dateutil(of: Rule, start: datetime, since: datetime, past: datetime) -> Iterator[datetime]:
    by_day, by_month_day, by_month = of.by_day, of.by_month_day, of.by_month
    if not by_day and not by_month_day:
        # Said outright, what the first start means stays the same when counting begins later.
        if of.freq == "WEEKLY":
            by_day = (_DAYS[start.weekday()],)
        elif of.freq in ("MONTHLY", "YEARLY"):
            by_month_day = (start.day,)
            by_month = by_month or ((start.month,) if of.freq == "YEARLY" else ())
    return iter(
        rrule(
            _FREQUENCIES[of.freq], dtstart=_nearer(of, start, since), interval=of.interval, wkst=_DAYS.index(of.week_start), until=past,
            byweekday=[_weekday(day) for day in by_day] or None, bymonthday=by_month_day or None, bymonth=by_month or None,
            bysetpos=of.by_set_pos or None,
        )
    )  # fmt: skip


def _weekday(day: str) -> weekday:
    return weekday(_DAYS.index(day[-2:]), int(day[:-2]) if day[:-2] else None)


def _nearer(of: Rule, start: datetime, first: datetime) -> datetime:
    """A later beginning, whole steps of the rule after its own and before `first`."""
    days = (first - start).days
    if days <= 0:
        return start
    if of.freq in ("DAILY", "WEEKLY"):
        step = of.interval * (7 if of.freq == "WEEKLY" else 1)
        return start + timedelta(days=days // step * step)
    if of.freq == "YEARLY":
        year = start.year + (first.year - start.year) // of.interval * of.interval
        return start.replace(year=year, month=1, day=1) if year > start.year else start
    months = ((first.year - start.year) * 12 + first.month - start.month) // of.interval * of.interval
    if months <= 0:
        return start
    years, month = divmod(start.month - 1 + months, 12)
    return start.replace(year=start.year + years, month=month + 1, day=1)


# -- moving -----------------------------------------------------------------------------------------------------------


def shifted(of: Rule, by: timedelta) -> Rule:
    """The rule of a series that was moved by so many whole days; Conflict `repeat_cannot_move` where that has no plain meaning."""
    if not by.days:
        return of
    until = of.until + timedelta(days=by.days) if of.until is not None else None
    if of.freq == "WEEKLY" and not of.by_month and not of.by_set_pos and (of.interval == 1 or len(of.by_day) < 2):
        turned = {_DAYS[(_DAYS.index(day) + by.days) % 7] for day in of.by_day}
        return msgspec.structs.replace(of, until=until, by_day=tuple(sorted(turned, key=_DAYS.index)))
    if of.by_day or of.by_month_day or of.by_month or of.by_set_pos:
        raise Conflict(code="repeat_cannot_move", path="$.starts")
    return msgspec.structs.replace(of, until=until)
