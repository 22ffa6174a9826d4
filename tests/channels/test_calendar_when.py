"""When things happen: against a slow and obvious expansion, and against two other readers of iCalendar.

The slow one walks day after day and asks of each whether the rule, read aloud, says so. The readers get the file that we write
and must work out the same moments, over the changes of clocks of four zones (`readers.py`).
"""

# ruff: noqa: DTZ001 - local times are the subject

import calendar
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.channels.readers import ical_js_reads, python_reads
from twinspace_server.channels.calendar import ical, when
from twinspace_server.channels.calendar.events import CalendarEvent
from twinspace_server.channels.calendar.reading import page
from twinspace_server.channels.calendar.when import Rule, Span
from twinspace_server.errors import BadInput, Conflict

ZONES = ("Europe/Brussels", "Asia/Tbilisi", "America/Sao_Paulo", "Australia/Lord_Howe")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def planned(at: Span, rule: Rule | None, skips: list[str] | None = None, id: str = "e") -> CalendarEvent:
    last = when.last_of(rule, at) if rule is not None else at.starts
    return CalendarEvent(
        id=id, place="p", seq=1, at="2026-01-01T00:00:00.000Z", author="alice", changed_at="2026-01-01T00:00:00.000Z", title="River; \\",
        description="", type="activity", school=None, link=None, starts=at.text(at.starts), ends=at.text(at.ends), zone=at.zone,
        repeat=str(rule) if rule else None, skips=skips or [], last=at.text(last) if last else None,
    )  # fmt: skip


# -- the slow and obvious expansion -----------------------------------------------------------------------------------


def obvious(rule: Rule, start: datetime, until: date) -> Iterator[datetime]:
    """Every day from the first on that the rule means."""
    day, count = start.date(), 0
    while day <= until and (rule.until is None or day <= rule.until):
        if means(rule, start.date(), day):
            count += 1
            if rule.count is not None and count > rule.count:
                return
            yield datetime.combine(day, start.time())
        day += timedelta(days=1)


def means(rule: Rule, start: date, day: date) -> bool:
    months = (day.year - start.year) * 12 + day.month - start.month
    if rule.freq == "DAILY":
        return (day - start).days % rule.interval == 0
    if rule.freq == "WEEKLY":
        weeks = ((day - timedelta(days=day.weekday())) - (start - timedelta(days=start.weekday()))).days // 7
        return weeks % rule.interval == 0 and DAYS[day.weekday()] in (rule.by_day or (DAYS[start.weekday()],))
    if rule.freq == "YEARLY":
        return (day.year - start.year) % rule.interval == 0 and (day.month, day.day) == (start.month, start.day)
    if months % rule.interval:
        return False
    if rule.by_day:
        nth, name = int(rule.by_day[0][:-2]), rule.by_day[0][-2:]
        length = calendar.monthrange(day.year, day.month)[1]
        place = (day.day - 1) // 7 + 1 if nth > 0 else -((length - day.day) // 7 + 1)
        return DAYS[day.weekday()] == name and place == nth
    return day.day == start.day


@st.composite
def series(draw: st.DrawFn) -> tuple[Span, Rule]:
    start = datetime(2026, 1, 1) + timedelta(days=draw(st.integers(0, 400)), minutes=draw(st.integers(0, 47)) * 30)
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    by_day: tuple[str, ...] = ()
    if freq == "WEEKLY" and draw(st.booleans()):
        others = draw(st.sets(st.sampled_from(DAYS), max_size=3))
        by_day = tuple(sorted({*others, DAYS[start.weekday()]}, key=DAYS.index))
    if freq == "MONTHLY" and draw(st.booleans()) and (start.day - 1) // 7 < 4:
        by_day = (f"{(start.day - 1) // 7 + 1}{DAYS[start.weekday()]}",)
    end = draw(st.sampled_from(["count", "until", "open"]))
    rule = Rule(
        freq, draw(st.integers(1, 4)), draw(st.integers(1, 40)) if end == "count" else None,
        start.date() + timedelta(days=draw(st.integers(0, 900))) if end == "until" else None, by_day,
    )  # fmt: skip
    zone = draw(st.sampled_from((*ZONES, None)))
    if zone is None:
        start = datetime.combine(start.date(), datetime.min.time())
    length = timedelta(days=draw(st.integers(0, 3))) if zone is None else timedelta(minutes=30 * draw(st.integers(1, 5)))
    return Span(start, start + length, zone), rule


@settings(max_examples=300, deadline=None)
@given(series(), st.integers(0, 900), st.integers(0, 399))
def test_occurrences_are_those_of_the_obvious_expansion(made: tuple[Span, Rule], after: int, days: int) -> None:
    at, rule = made
    first = datetime(2026, 1, 1) + timedelta(days=after)
    past = first + timedelta(days=days, hours=23, minutes=59)
    assert when.rule(str(rule), at) == rule, "what is kept is read back the same"
    assert when.known(str(rule)) == rule
    expected = [moment for moment in obvious(rule, at.starts, past.date()) if first <= moment <= past]
    assert list(when.starts_between(at, rule, when.last_of(rule, at), first, past)) == expected


# -- other readers ----------------------------------------------------------------------------------------------------

WINDOW = (datetime(2026, 2, 1), datetime(2027, 2, 28))
DAYS_OF_WINDOW = (WINDOW[0].date(), WINDOW[1].date())


def ours(event: CalendarEvent) -> list[str]:
    found: list[str] = []
    first: datetime | None = WINDOW[0]
    while first is not None:
        told = page([event], first, WINDOW[1], ZoneInfo("UTC"))
        found += [one.at[:16] + "Z" if one.at else one.starts for one in told.occurrences]
        first = datetime.fromisoformat(told.rest) if told.rest else None
    return sorted(set(found))


@settings(max_examples=60, deadline=None)
@given(series())
def test_recurring_ical_events_reads_the_same(made: tuple[Span, Rule]) -> None:
    event = planned(*made)
    low, high = f"{WINDOW[0]:%Y-%m-%d}", f"{WINDOW[1]:%Y-%m-%dT23:59Z}"
    theirs = [one for one in python_reads(ical.write("Ours", [event]), *DAYS_OF_WINDOW) if low <= one <= high]
    assert theirs == [one for one in ours(event) if low <= one]


EDGES = {
    "over all changes of clocks": ("2026-02-02T10:00", "2026-02-02T11:00", "FREQ=DAILY", []),
    "in the hour that is left out": ("2026-03-22T02:30", "2026-03-22T02:45", "FREQ=DAILY;COUNT=20", []),
    "in the hour that comes twice": ("2026-10-18T02:30", "2026-10-18T02:45", "FREQ=DAILY;COUNT=20", []),
    "at midnight, where clocks change at midnight": ("2026-10-04T00:30", "2026-10-04T01:00", "FREQ=WEEKLY;COUNT=30", []),
    "with days taken out": ("2026-03-24T10:00", "2026-03-24T11:00", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=12", ["2026-03-31T10:00"]),
    "until a day": ("2026-09-07T22:30", "2026-09-07T23:30", "FREQ=WEEKLY;UNTIL=20261109", []),
    "the last Sunday": ("2026-02-22T03:00", "2026-02-22T04:00", "FREQ=MONTHLY;BYDAY=-1SU", []),
    "the 31st": ("2026-01-31T09:00", "2026-01-31T10:00", "FREQ=MONTHLY", []),
}  # fmt: skip


def edges() -> list[CalendarEvent]:
    made = []
    for zone in ZONES:
        for starts, ends, text, skips in EDGES.values():
            at = when.span(starts, ends, zone)
            made.append(planned(at, when.rule(text, at), skips))
    return made


def inside(found: list[str]) -> list[str]:
    return sorted(one for one in found if f"{WINDOW[0]:%Y-%m-%d}" <= one <= f"{WINDOW[1]:%Y-%m-%dT23:59Z}")


def plain(event: CalendarEvent) -> set[str]:
    """Our moments without those whose local time is left out or comes twice."""
    at, rule = when.span(event.starts, event.ends, event.zone), when.known(event.repeat or "")
    zone = ZoneInfo(event.zone or "UTC")
    starts = when.starts_between(at, rule, when.last_of(rule, at), *WINDOW)
    zoned = [one.replace(tzinfo=zone) for one in starts if at.text(one) not in event.skips]
    return {f"{one.astimezone(UTC):%Y-%m-%dT%H:%MZ}" for one in zoned if one.utcoffset() == one.replace(fold=1).utcoffset()}


def test_recurring_ical_events_reads_the_same_at_the_edges() -> None:
    for event in edges():
        found = python_reads(ical.write("Ours", [event]), *DAYS_OF_WINDOW)
        assert inside(found) == inside(ours(event)), (event.zone, event.repeat)


def test_ical_js_reads_the_same_moments() -> None:
    """Where a local time is left out or comes twice it takes the other offset (against RFC 5545 3.3.5): there only the number counts."""
    read = ical_js_reads([ical.write("Ours", [event]).decode() for event in edges()], 2027)
    for event, found in zip(edges(), read, strict=True):
        theirs = inside(found)
        mine = inside(ours(event))
        assert len(theirs) == len(mine), (event.zone, event.repeat)
        sure = plain(event)
        assert [one for one in mine if one in sure] == [one for one in theirs if one in sure], (event.zone, event.repeat)
        assert len(sure) >= len(mine) - 4


# -- the words ---------------------------------------------------------------------------------------------------------

BAD = {
    "FREQ=SECONDLY": "FREQ", "FREQ=MINUTELY;COUNT=5": "FREQ", "FREQ=HOURLY;COUNT=5": "FREQ", "COUNT=5;INTERVAL=2": "FREQ",
    "FREQ=DAILY;COUNT=0": "COUNT", "FREQ=DAILY;COUNT=1001": "COUNT", "FREQ=DAILY;COUNT=2;UNTIL=20270101": "COUNT, UNTIL",
    "FREQ=DAILY;INTERVAL=100": "INTERVAL", "FREQ=WEEKLY;BYDAY=1TU": "BYDAY", "FREQ=DAILY;BYHOUR=3": "BYHOUR",
    "FREQ=DAILY;UNTIL=20261399": "UNTIL", "FREQ=DAILY;FREQ=DAILY": "FREQ", "FREQ=DAILY;COUNT=²": "COUNT",
    "FREQ=DAILY;BYSETPOS=1": "BYSETPOS",
    "FREQ=YEARLY;BYWEEKNO=3": "BYWEEKNO", "FREQ=DAILY;;COUNT=2": "", "FREQ=DAILY;BYMONTHDAY=0": "BYMONTHDAY",
}  # fmt: skip


@pytest.mark.parametrize("text", BAD)
def test_a_rule_that_is_not_understood_names_its_part(text: str) -> None:
    at = when.span("2026-11-24T10:00", "2026-11-24T11:00", "Europe/Brussels")
    with pytest.raises(BadInput) as raised:
        when.rule(text, at)
    assert (raised.value.kind, raised.value.path) == ("repeat_not_understood", "$.repeat")
    assert str(raised.value.args_["part"]).startswith(BAD[text])


@pytest.mark.parametrize("text", ["FREQ=WEEKLY;BYDAY=MO", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;UNTIL=20261123"])
def test_a_rule_must_mean_its_first_day(text: str) -> None:
    with pytest.raises(BadInput) as raised:
        when.rule(text, when.span("2026-11-24", None, None))
    assert raised.value.kind == "repeat_misses_start"


def test_a_rule_that_hardly_ever_comes_true_costs_little() -> None:
    at = when.span("2028-02-29", None, None)
    rule = when.rule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=1000", at)
    assert when.last_of(rule, at) == datetime(2096, 2, 29)


@pytest.mark.parametrize(
    ("starts", "ends", "zone", "kind", "path"),
    [
        ("2026-02-30", None, None, "no_such_day", "$.starts"),
        ("2026-11-24T25:00", None, "Europe/Brussels", "no_such_day", "$.starts"),
        ("2026-11-24", "2026-11-23", None, "ends_before_it_starts", "$.ends"),
        ("2026-11-24", "2026-11-24T10:00", None, "days_or_times", "$.ends"),
        ("2026-11-24T10:00", None, None, "zone_needed", "$.zone"),
        ("2026-11-24", None, "Europe/Brussels", "zone_for_days", "$.zone"),
        ("2026-11-24T10:00", None, "Europe/Atlantis", "unknown_zone", "$.zone"),
        ("1980-01-01", None, None, "day_out_of_bounds", "$.starts"),
        ("2026-01-01", "2027-06-01", None, "too_long", "$.ends"),
    ],
)
def test_a_span_that_can_not_be_names_its_field(starts: str, ends: str | None, zone: str | None, kind: str, path: str) -> None:
    with pytest.raises(BadInput) as raised:
        when.span(starts, ends, zone)
    assert (raised.value.kind, raised.value.path) == (kind, path)


def test_a_weekly_series_turns_with_its_day() -> None:
    assert str(when.shifted(Rule("WEEKLY", by_day=("TU", "TH")), timedelta(days=1))) == "FREQ=WEEKLY;BYDAY=WE,FR"
    assert str(when.shifted(Rule("WEEKLY", by_day=("MO", "SU")), timedelta(days=-1))) == "FREQ=WEEKLY;BYDAY=SA,SU"
    with pytest.raises(Conflict):
        when.shifted(Rule("MONTHLY", by_day=("-1SU",)), timedelta(days=1))
