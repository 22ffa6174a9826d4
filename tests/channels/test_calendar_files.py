"""Feeds and files: a secret address that answers what its owner may read now, or nothing; taking holidays in, giving a calendar out."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest

from tests.cast import World
from tests.channels.readers import ical_js_reads, python_reads
from tests.channels.test_calendar import TALK, add, between, make
from tests.drivers import Server
from twinspace_server.errors import BadInput
from twinspace_server.web.security import withheld


async def titles(stage: Server, address: str) -> list[str]:
    async with stage.http() as client:
        answer = await client.get(address)
        assert answer.status_code == 200, answer.text
        return sorted(str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(answer.text).walk("VEVENT"))


async def gone(stage: Server, address: str) -> bool:
    async with stage.http() as client:
        answer, never = await client.get(address), await client.get("/feeds/twf_" + "x" * 43 + ".ics")
        assert (answer.status_code == 404) == (answer.text == never.text)
        return answer.status_code == 404


async def test_a_feed_holds_what_its_owner_may_read_now(stage: Server) -> None:
    world = stage.world
    place, hidden = await make(world), await make(world)
    await world.set_table(hidden, {"teacher": ["read", "add"], "pupil": []})
    await add(world, "alice", place, title="For all", repeat="FREQ=WEEKLY")
    await add(world, "alice", hidden, title="For teachers", repeat="FREQ=WEEKLY")
    feeds = {name: (await world.do(name, "calendar.renew_feed", space=world.space))["address"] for name in ("bob", "milo")}
    assert await titles(stage, feeds["bob"]) == ["For all", "For teachers"]
    assert await titles(stage, feeds["milo"]) == ["For all"]
    await world.set_table(hidden, {"teacher": ["read", "add"], "pupil": ["read"]})
    assert await titles(stage, feeds["milo"]) == ["For all", "For teachers"]
    await world.do("alice", "place.bin", place=hidden)
    assert await titles(stage, feeds["bob"]) == ["For all"]


async def test_the_feed_of_a_shut_account_answers_nothing_until_it_is_open_again(server: Server) -> None:
    world = server.world
    address = (await world.do("bob", "calendar.renew_feed", space=world.space))["address"]
    assert not await gone(server, address)
    await world.do("nora", "accounts.block", person=world["bob"].id)
    assert await gone(server, address)
    await world.do("nora", "accounts.unblock", person=world["bob"].id)
    assert not await gone(server, address)


async def test_two_other_programs_find_in_a_feed_what_we_say_is_there(stage: Server) -> None:
    """Series over a change to summer time, one day of them moved, a holiday of two days, and a booked session."""
    world = stage.world
    place = await make(world)
    year = datetime.now(UTC).year + 1
    talk = await add(world, "alice", place, starts=f"{year}-03-22T10:00", ends=f"{year}-03-22T11:00")
    moved = {"scope": "one", "occurrence": f"{year}-04-05T10:00", "starts": f"{year}-04-06T11:30"}
    await world.do("alice", "calendar.move", place=place, event=talk["id"], **moved)
    await add(world, "bob", place, title="Tea", zone="Asia/Tbilisi", starts=f"{year}-03-25T16:00", ends=f"{year}-03-25T16:30")
    await add(world, "bob", place, title="Free", zone=None, starts=f"{year}-04-13", ends=f"{year}-04-14", repeat=None)
    soon = (datetime.now(UTC) + timedelta(days=30)).strftime("%Y-%m-%dT10:00")
    asked = {"space": world.space, "subject": "Bridges", "start": soon, "zone": "Europe/Brussels", "minutes": 45}
    session = await world.do("alice", "session.book", **asked, people=[world["bob"].id, world["milo"].id])
    await world.do("bob", "session.answer", place=session["place"]["id"], answer="accepted")
    said = []
    for first, last in ((f"{year - 1}-01-01", f"{year - 1}-12-31"), (f"{year}-01-01", f"{year}-12-31")):
        told = await world.ask("milo", "calendar.between", place=place, first=first, last=last)
        said += [f"{one['at'][:16]}Z" if one["at"] else one["starts"] for one in told["occurrences"]]
    assert len(said) == 4 + 4 + 1 + 1
    address = (await world.do("milo", "calendar.renew_feed", space=world.space))["address"]
    async with stage.http() as client:
        feed = (await client.get(address)).text
    assert python_reads(feed, date(year - 1, 1, 1), date(year, 12, 31)) == sorted(said)
    assert ical_js_reads([feed], year) == [sorted(said)]


async def test_an_address_ends_by_renewing_revoking_and_leaving(stage: Server) -> None:
    world = stage.world
    await make(world)
    renew = {"method": "calendar.renew_feed", "space": world.space}
    first = (await world.do("milo", renew["method"], space=world.space))["address"]
    second = (await world.do("milo", renew["method"], space=world.space))["address"]
    assert await gone(stage, first)
    assert not await gone(stage, second)
    assert (await world.ask("milo", "calendar.feed", space=world.space))["made_at"]
    await world.do("milo", "calendar.end_feed", space=world.space)
    assert await gone(stage, second)
    third = (await world.do("milo", renew["method"], space=world.space))["address"]
    await world.do("milo", "people.sign_out_everywhere")
    assert not await gone(stage, third), "a telephone reads on when the browser has signed out"
    await world.do("alice", "space.remove_member", space=world.space, person=world["milo"].id)
    assert await gone(stage, third)
    stage.clock.forward(seconds=1)
    await world.do("alice", "space.add_member", space=world.space, username="milo", role="pupil", school=world.batumi)
    assert await gone(stage, third), "coming back does not wake it"
    await world.sign_in("milo")
    assert (await world.ask("milo", "calendar.feed", space=world.space))["made_at"] is None


async def test_a_feed_is_kept_by_whoever_has_it_and_by_nobody_between(stage: Server) -> None:
    world = stage.world
    place = await make(world)
    event = await add(world, "alice", place)
    address = (await world.do("milo", "calendar.renew_feed", space=world.space))["address"]
    async with stage.http() as client:
        answer = await client.get(address)
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        assert answer.headers["cache-control"].startswith("private")
        assert "set-cookie" not in answer.headers
        again = await client.get(address, headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        await world.do("alice", "calendar.change", place=place, event=event["id"], title="Another")
        changed = await client.get(address, headers={"If-None-Match": answer.headers["etag"]})
        assert changed.status_code == 200
        assert (await client.head(address)).status_code == 200
        assert (await client.post(address)).status_code == 405
        for _ in range(30):
            late = await client.get(address)
        assert (late.status_code, late.headers["retry-after"]) == (429, "60")
    assert withheld(address) == "/feeds/…"


async def test_the_token_is_kept_as_a_hash_alone(world: World) -> None:
    from sqlalchemy import select

    from twinspace_server.channels.calendar.feeds import feeds

    address = (await world.do("milo", "calendar.renew_feed", space=world.space))["address"]
    token = address.removeprefix("/feeds/").removesuffix(".ics")
    rows = await world.house.store.read(lambda db: [tuple(row) for row in db.execute(select(feeds))])
    assert len(rows) == 1
    assert token not in str(rows)


HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
HOLIDAYS = HEAD + (
    "BEGIN:VEVENT\r\nUID:a@x\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260406\r\nDTEND;VALUE=DATE:20260418\r\n"
    "SUMMARY:Easter holidays\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:b@x\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Brussels:20260324T100000\r\nDURATION:PT1H\r\n"
    "RRULE:FREQ=WEEKLY;UNTIL=20260414T080000Z\r\nEXDATE;TZID=Europe/Brussels:20260407T100000\r\nSUMMARY:Club\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:b@x\r\nDTSTAMP:20260101T000000Z\r\nRECURRENCE-ID;TZID=Europe/Brussels:20260331T100000\r\n"
    "DTSTART;TZID=Europe/Brussels:20260401T100000\r\nDURATION:PT1H\r\nSUMMARY:Club, a day later\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)


async def test_holidays_are_taken_in_once_however_often(world: World) -> None:
    place = await make(world)
    for _ in range(2):
        await world.do("alice", "calendar.import", place=place, ics=HOLIDAYS, school=world.gent)
        assert await between(world, place) == [
            "Club 2026-03-24T10:00 2026-03-24T09:00:00.000Z",
            "Club, a day later 2026-04-01T10:00 2026-04-01T08:00:00.000Z",
            "Easter holidays 2026-04-06",
            "Club 2026-04-14T10:00 2026-04-14T08:00:00.000Z",
        ]
    out = (await world.ask("milo", "calendar.export", place=place))["ics"]
    other = await make(world)
    await world.do("alice", "calendar.import", place=other, ics=out)
    assert await between(world, other) == await between(world, place), "what we give out we take in"


def event(body: str) -> str:
    return f"{HEAD}BEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260101T000000Z\r\n{body}END:VEVENT\r\nEND:VCALENDAR\r\n"


DAY = "DTSTART;VALUE=DATE:20260406\r\n"
ONE = event(DAY + "SUMMARY:x\r\n")[len(HEAD) : -len("END:VCALENDAR\r\n")]
BAD = {
    "no calendar": ("hello", "ics_unreadable", None, None),
    "cut off": ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n", None, None, None),
    "nothing in it": (HEAD + "END:VCALENDAR\r\n", "ics_empty", None, None),
    "too many": (HEAD + ONE * 301 + "END:VCALENDAR\r\n", "ics_too_many", None, None),
    "no start": (event("SUMMARY:x\r\n"), "ics_field", "DTSTART", "missing"),
    "no title": (event(DAY), "ics_field", "SUMMARY", "missing"),
    "an empty title": (event(DAY + "SUMMARY: \r\n"), "ics_field", "SUMMARY", "empty_text"),
    "a long title": (event(DAY + f"SUMMARY:{'x' * 121}\r\n"), "ics_field", "SUMMARY", "text_too_long"),
    "every second": (event(DAY + "SUMMARY:x\r\nRRULE:FREQ=SECONDLY\r\n"), "ics_field", "RRULE", "repeat_not_understood"),
    "days said one by one": (event(DAY + "SUMMARY:x\r\nRDATE;VALUE=DATE:20260408\r\n"), "ics_field", "RDATE", "not_understood"),
    "the year 9999": (event("DTSTART;VALUE=DATE:99990406\r\nSUMMARY:x\r\n"), "ics_field", "DTSTART", "day_out_of_bounds"),
    "a zone of its own": (event("DTSTART;TZID=Europe/Atlantis:20260406T100000\r\nSUMMARY:x\r\n"), "ics_field", "DTSTART;TZID", None),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_file_is_refused_and_says_where(world: World, name: str) -> None:
    ics, code, field, problem = BAD[name]
    place = await make(world)
    error = await world.refusal("alice", "calendar.import", place=place, ics=ics)
    assert isinstance(error, BadInput), error
    assert error.path == "$.ics"
    assert code in (None, error.kind)
    if field is not None:
        assert (error.args_["event"], error.args_["field"]) == (1, field)
        assert problem in (None, error.args_["problem"])
    assert (await world.ask("alice", "place.open", place=place))["items"] == []


async def test_who_may_not_add_takes_nothing_in(world: World) -> None:
    place = await make(world)
    assert (await world.refusal("gerda", "calendar.import", place=place, ics=HOLIDAYS)).kind == "not_allowed"
    assert (await world.refusal("olga", "calendar.import", place=place, ics=HOLIDAYS)).kind == "not_found"
    assert TALK["title"] not in str(await world.ask("alice", "place.open", place=place))
