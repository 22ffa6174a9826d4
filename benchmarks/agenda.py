"""What it costs to say what happens in a year of a full calendar: 300 repeating events, beside dateutil alone as the limit.

`expanded` is our own expansion of the year; `year` is all of `calendar.between` once the rows are there, asked on in pages until the
year is told; `month` is the first page of what a window asks for; `feed` is the file that a telephone reads.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from twinspace_server.channels.calendar import ical, when
from twinspace_server.channels.calendar.events import CalendarEvent, last_start, rule_of, span_of
from twinspace_server.channels.calendar.reading import page

RULES = ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY={day}", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=WEEKLY;COUNT=30")
ZONES = ("Europe/Brussels", "Asia/Tbilisi", "America/Sao_Paulo", None)
FIRST, LAST = datetime.fromisoformat("2026-09-01"), datetime.fromisoformat("2027-08-31")


def events(many: int) -> list[CalendarEvent]:
    """Series that began in the year before."""
    made = []
    for number in range(many):
        zone = ZONES[number % 4]
        day = datetime.fromisoformat("2025-09-01") + timedelta(days=number % 300)
        clock = "" if zone is None else f"T{8 + number % 9:02d}:30"
        at = when.span(f"{day:%Y-%m-%d}{clock}", None, zone)
        rule = when.rule(RULES[number % len(RULES)].format(day=("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day.weekday()]), at)
        last = when.last_of(rule, at)
        made.append(
            CalendarEvent(
                id=f"e{number:04d}", place="p", seq=number, at="2026-01-01T00:00:00.000Z", author="alice",
                changed_at="2026-01-01T00:00:00.000Z", title=f"Something planned, number {number}", description="", type="activity",
                school=None, link=None, starts=at.text(at.starts), ends=at.text(at.ends), zone=zone, repeat=str(rule), skips=[],
                last=at.text(last) if last else None,
            )
        )  # fmt: skip
    return made


def _year(planned: list[CalendarEvent], first: datetime = FIRST, last: datetime = LAST) -> int:
    found: set[tuple[str, str]] = set()
    begin: datetime | None = first
    while begin is not None:
        told = page(planned, begin, last, ZoneInfo("Europe/Brussels"))
        found.update((one.event, one.starts) for one in told.occurrences)
        begin = datetime.fromisoformat(told.rest) if told.rest else None
    return len(found)


def _expanded(planned: list[CalendarEvent]) -> int:
    past = LAST + timedelta(days=1)
    return sum(1 for e in planned for _ in when.starts_between(span_of(e), rule_of(e), last_start(e), FIRST, past))


def _bare(planned: list[CalendarEvent]) -> int:
    past = LAST + timedelta(days=1)
    rules = [rrulestr(e.repeat, dtstart=datetime.fromisoformat(e.starts)) for e in planned if e.repeat]
    return sum(len(rule.between(FIRST, past, inc=True)) for rule in rules)


def _best(what: Callable[[], Any], rounds: int) -> tuple[float, Any]:
    best, answer = float("inf"), None
    for _ in range(rounds):
        begun = time.perf_counter()
        answer = what()
        best = min(best, time.perf_counter() - begun)
    return round(best * 1000, 1), answer


def run(*, quick: bool, many: int = 300) -> dict[str, Any]:
    """Milliseconds, the best of some rounds."""
    planned, rounds = events(many), 2 if quick else 7
    bare, _ = _best(lambda: _bare(planned), rounds)
    expanded, _ = _best(lambda: _expanded(planned), rounds)
    year, occurrences = _best(lambda: _year(planned), rounds)
    month, _ = _best(lambda: page(planned, FIRST, FIRST + timedelta(days=41), ZoneInfo("Europe/Brussels")), rounds)
    feed, body = _best(lambda: ical.write("Our year", planned), rounds)
    return {
        "events": many, "occurrences": occurrences, "dateutil_alone_ms": bare, "expanded_ms": expanded,
        "year_ms": year, "first_answer_of_a_month_ms": month,
        "feed_ms": feed, "feed_bytes": len(body),
    }  # fmt: skip
