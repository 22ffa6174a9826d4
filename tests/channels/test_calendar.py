"""The calendar: planning three ways (it works, it refuses, it rejects), parts of what repeats, what is told to whom, and what is new."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from tests.cast import DEFAULT_TABLE, World
from tests.drivers import Server
from twinspace_server.channels.calendar import planning, sessions
from twinspace_server.channels.calendar.events import events
from twinspace_server.errors import BadInput, NotAllowed, NotFound
from twinspace_server.live.feature import Context, Hearer

TALK = {
    "title": "We talk", "starts": "2026-03-24T10:00", "ends": "2026-03-24T11:00", "zone": "Europe/Brussels",
    "repeat": "FREQ=WEEKLY;COUNT=4",
}  # fmt: skip


async def make(world: World) -> str:
    return str((await world.do("alice", "calendar.make", space=world.space, title="Our year"))["place"]["id"])


async def add(world: World, username: str, place: str, **params: Any) -> dict[str, Any]:
    return dict((await world.do(username, "calendar.add", place=place, **{**TALK, **params}))["event"])


async def between(
    world: World, place: str, first: str = "2026-03-01", last: str = "2026-05-31", by: str = "milo", **more: Any
) -> list[str]:
    told = await world.ask(by, "calendar.between", place=place, first=first, last=last, **more)
    titles = {event["id"]: event["title"] for event in told["events"]}
    return [f"{titles[one['event']]} {one['starts']} {one['at'] or ''}".strip() for one in told["occurrences"]]


async def kind(world: World, username: str, method: str, /, **params: Any) -> str:
    return (await world.refusal(username, method, **params)).kind


async def test_what_is_planned_is_answered_told_and_shown_alike(stage: Server) -> None:
    world = stage.world
    place = await make(world)
    async with stage.live("milo") as milo:
        await milo.listen(world.space)
        event = await add(world, "pia", place, description="Bring a pencil.", school=world.gent)
        told = await milo.wait_for("calendar.added")
        assert told["put"] == [event]
        assert event["author"] == world["pia"].id
        assert (await milo.call("place.open", place=place))["items"] == [event]
    # Summer time begins on the 29th: the local time stays, the moment moves.
    assert await between(world, place) == [
        "We talk 2026-03-24T10:00 2026-03-24T09:00:00.000Z",
        "We talk 2026-03-31T10:00 2026-03-31T08:00:00.000Z",
        "We talk 2026-04-07T10:00 2026-04-07T08:00:00.000Z",
        "We talk 2026-04-14T10:00 2026-04-14T08:00:00.000Z",
    ]
    guest = await world.ask("gerda", "calendar.between", place=place, first="2026-03-24", last="2026-03-24")
    assert len(guest["occurrences"]) == 1, "all members see it, guests too"


async def test_whose_days_these_are_decides_at_the_edges(stage: Server) -> None:
    world = stage.world
    place = await make(world)
    await add(world, "pia", place, starts="2026-07-01T23:30", ends="2026-07-01T23:45", repeat=None)
    assert len(await between(world, place, "2026-07-01", "2026-07-01", zone="Europe/Brussels")) == 1
    assert await between(world, place, "2026-07-01", "2026-07-01", zone="Asia/Tbilisi") == []
    assert len(await between(world, place, "2026-07-02", "2026-07-02", zone="Asia/Tbilisi")) == 1


async def test_authors_change_their_own_teachers_everything(stage: Server) -> None:
    world = stage.world
    place = await make(world)
    event = await add(world, "pia", place)
    own = {"place": place, "event": event["id"]}
    for method, more in (("calendar.change", {"title": "x"}), ("calendar.move", {"starts": "2026-03-25T10:00"}), ("calendar.remove", {})):
        for username in ("milo", "gerda"):
            assert isinstance(await world.refusal(username, method, **own, **more), NotAllowed)
        assert isinstance(await world.refusal("olga", method, **own, **more), NotFound)
    assert isinstance(await world.refusal("gerda", "calendar.add", place=place, **TALK), NotAllowed)
    await world.do("pia", "calendar.change", **own, title="We talk again")
    changed = (await world.do("bob", "calendar.change", **own, type="deadline"))["event"]
    assert (changed["title"], changed["type"], changed["author"]) == ("We talk again", "deadline", world["pia"].id)
    await world.do("bob", "calendar.remove", **own)
    assert isinstance(await world.refusal("pia", "calendar.restore", **own), NotAllowed), (
        "what a teacher took out, a pupil does not put back"
    )
    await world.do("alice", "calendar.restore", **own)
    assert len(await between(world, place)) == 4


async def test_one_of_a_series_and_all_that_follow(stage: Server) -> None:
    world = stage.world
    place = await make(world)
    event = await add(world, "alice", place)
    own = {"place": place, "event": event["id"]}
    await world.do("alice", "calendar.remove", **own, scope="one", occurrence="2026-03-31T10:00")
    assert [one.split()[2] for one in await between(world, place)] == ["2026-03-24T10:00", "2026-04-07T10:00", "2026-04-14T10:00"]
    assert await kind(world, "alice", "calendar.remove", **own, scope="one", occurrence="2026-03-31T10:00") == "unknown_occurrence"
    await world.do("alice", "calendar.restore", **own, occurrence="2026-03-31T10:00")
    moved = await world.do("alice", "calendar.move", **own, scope="one", occurrence="2026-03-31T10:00", starts="2026-04-01T09:00")
    assert moved["event"]["repeat"] is None
    later = await world.do("alice", "calendar.change", **own, scope="following", occurrence="2026-04-07T10:00", title="Later")
    assert later["event"]["repeat"] == "FREQ=WEEKLY;COUNT=2"
    assert [one.rsplit(" ", 1)[0] for one in await between(world, place)] == [
        "We talk 2026-03-24T10:00", "We talk 2026-04-01T09:00", "Later 2026-04-07T10:00", "Later 2026-04-14T10:00",
    ]  # fmt: skip
    await world.do("alice", "calendar.move", place=place, event=later["event"]["id"], starts="2026-04-09T10:00")
    await world.do("alice", "calendar.remove", **own)
    assert [one.rsplit(" ", 1)[0] for one in await between(world, place)] == [
        "We talk 2026-04-01T09:00", "Later 2026-04-09T10:00", "Later 2026-04-16T10:00",
    ]  # fmt: skip


async def test_what_was_removed_is_forgotten_after_thirty_days(world: World) -> None:
    place = await make(world)
    kept, lost = await add(world, "alice", place), await add(world, "alice", place)
    for event in (kept, lost):
        await world.do("alice", "calendar.remove", place=place, event=event["id"])
    await world.do("alice", "calendar.restore", place=place, event=kept["id"])
    world.clock.forward(days=30)
    for event in (kept, lost):
        await world.house.dispatcher.house("calendar.forget", planning.Forget(event=event["id"]), world.space)
    standing = await world.house.store.read(lambda db: set(db.execute(select(events.c.id)).scalars()))
    assert standing == {kept["id"]}


async def test_what_can_not_be_planned_is_rejected_and_named(stage: Server) -> None:
    world = stage.world
    place = await make(world)
    for params, code, path in (
        ({"zone": None}, "zone_needed", "$.zone"),
        ({"title": "\u200b"}, "empty_text", "$.title"),
        ({"school": "nowhere"}, "unknown_school", "$.school"),
        ({"repeat": "FREQ=SECONDLY"}, "repeat_not_understood", "$.repeat"),
        ({"type": "session"}, "bad_input", "$.type"),
    ):
        error = await world.refusal("pia", "calendar.add", place=place, **{**TALK, **params})
        assert isinstance(error, BadInput)
        assert (error.kind, error.path) == (code, path)
    assert await kind(world, "pia", "calendar.add", place=world.lobby, **TALK) == "not_found", "a chat room is no calendar"
    assert await kind(world, "pia", "calendar.between", place=place, first="2026-01-01", last="2027-03-01") == "too_many_days"
    assert await between(world, place) == []


async def test_an_answer_ends_at_a_day_and_goes_on_there(stage: Server) -> None:
    world = stage.world
    place = await make(world)
    for hour in (10, 11):
        await add(world, "pia", place, starts=f"2026-01-01T{hour}:00", ends=f"2026-01-01T{hour}:30", repeat="FREQ=DAILY")
    seen: set[tuple[str, str]] = set()
    first, asked = "2026-01-01", 0
    while first is not None:
        told = await world.ask("milo", "calendar.between", place=place, first=first, last="2027-01-31")
        assert len(told["occurrences"]) <= 400
        seen |= {(one["event"], one["starts"]) for one in told["occurrences"]}
        first, asked = told["rest"], asked + 1
    assert (len(seen), asked) == (2 * 396, 2)


async def test_what_others_planned_counts_as_new_until_it_was_seen(stage: Server) -> None:
    world = stage.world
    place = await make(world)
    async with stage.live("milo") as milo:
        await add(world, "pia", place)
        event = await add(world, "bob", place)
        assert (await milo.listen(world.space))["unread"][place]["count"] == 2
        await milo.call("place.read", place=place, seq=event["seq"])
    async with stage.live("milo") as milo:
        assert (await milo.listen(world.space))["unread"].get(place, {"count": 0})["count"] == 0


async def test_a_closed_calendar_and_a_withdrawn_one_stay_silent(stage: Server) -> None:
    """At the level of frames: who may not read it gets no event, no count and no answer."""
    world = stage.world
    place = await make(world)
    await world.set_table(place, {"teacher": DEFAULT_TABLE["teacher"], "pupil": [], "guest": []})
    async with stage.live("milo") as milo:
        told = await milo.listen(world.space)
        event = await add(world, "alice", place)
        await world.do("alice", "calendar.remove", place=place, event=event["id"])
        await milo.settle()
        assert milo.names() == []
        assert place not in told["unread"]
        assert place not in "".join(milo.texts)
        assert event["id"] not in "".join(milo.texts)


# -- sessions ----------------------------------------------------------------------------------------------------------


async def booked(world: World, show: Callable[[Context], None]) -> None:
    """What a hearer of a booking does: here it hears that alice says something in the lobby."""
    hearers = world.house.dispatcher.registry.hearers
    hearers["chat.said"] = [Hearer("chat.said", lambda ctx, _emission: show(ctx), sessions.EMITS)]
    try:
        await world.say("alice", "Booked.")
    finally:
        del hearers["chat.said"]


async def test_a_booked_session_appears_moves_and_goes(stage: Server) -> None:
    world = stage.world
    place = await make(world)
    booking = sessions.Booking("s1", "Photo vote", world.staffroom, 1_774_342_800_000, 1_774_346_400_000, "Asia/Tbilisi", world["alice"].id)
    async with stage.live("milo") as milo:
        await milo.listen(world.space)
        await booked(world, lambda ctx: sessions.show(ctx, booking))
        assert await between(world, place, by="bob") == ["Photo vote 2026-03-24T13:00 2026-03-24T09:00:00.000Z"]
        assert await between(world, place, by="pia") == [], "it is held where pupils may not read"
        event = (await world.ask("bob", "place.open", place=place))["items"][0]
        assert (event["type"], event["link"]) == ("session", world.staffroom)
        assert await kind(world, "alice", "calendar.remove", place=place, event=event["id"]) == "session_is_booked"
        assert await kind(world, "pia", "calendar.remove", place=place, event=event["id"]) == "not_found"
        await booked(world, lambda ctx: sessions.hide(ctx, "s1"))
        assert await between(world, place, by="bob") == []
        await milo.settle()
        assert set(milo.names()) == {"chat.said"}


async def test_what_is_agreed_stands_in_the_calendar_until_it_is_cancelled(stage: Server) -> None:
    world = stage.world
    place = await make(world)
    asked = {"subject": "Photo vote", "start": "2027-03-24T10:00", "zone": "Europe/Brussels", "minutes": 45, "people": [world["bob"].id]}
    room = (await world.do("alice", "session.book", space=world.space, **asked))["place"]["id"]

    async def seen(who: str) -> list[str]:
        answer = await world.ask(who, "place.open", place=place)
        return [f"{event['title']} {event['starts']}" for event in answer["items"] if event["kind"] == "calendar_event"]

    assert await seen("alice") == [], "only asked"
    await world.do("bob", "session.answer", place=room, answer="accepted")
    assert await seen("bob") == ["Photo vote 2027-03-24T10:00"]
    assert await seen("pia") == [], "who does not take part learns nothing"
    await world.do("alice", "session.change", place=room, start="2027-03-24T11:00", zone="Europe/Brussels")
    await world.do("bob", "session.answer", place=room, answer="accepted")
    assert await seen("bob") == ["Photo vote 2027-03-24T11:00"]
    await world.do("alice", "session.cancel", place=room, reason="Snow.")
    assert await seen("bob") == []


@pytest.mark.parametrize("method", ["calendar.change", "calendar.move", "calendar.remove"])
async def test_an_event_of_another_calendar_is_not_found(stage: Server, method: str) -> None:
    world = stage.world
    place, other = await make(world), await make(world)
    event = await add(world, "alice", place)
    more = {"starts": "2026-03-25T10:00"} if method == "calendar.move" else {}
    assert await kind(world, "alice", method, place=other, event=event["id"], **more) == "not_found"
