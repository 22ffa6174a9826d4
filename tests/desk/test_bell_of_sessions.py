"""What the bell tells of booked sessions, and of forum topics that one follows: each who is meant, once for each thing."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.cast import World
from tests.drivers import Live, Server

ZONE = "Europe/Brussels"


def ahead(days: int) -> str:
    return (datetime.now(ZoneInfo(ZONE)) + timedelta(days=days)).strftime("%Y-%m-%dT10:00")


async def book(world: World, *people: str, by: str = "alice") -> str:
    told = await world.do(
        by, "session.book", space=world.space, subject="Rivers", start=ahead(3), zone=ZONE, minutes=45,
        people=[world[name].id for name in people],
    )  # fmt: skip
    return str(told["place"]["id"])


async def rung(live: Live, what: str, after: int = 0) -> dict[str, Any]:
    """The first notification of this kind, from that position on."""
    event = await live.wait_for(lambda event: event["event"] == "bell.rang" and event["put"][0]["what"] == what, after=after)
    return dict(event["put"][0])


async def whats(world: World, username: str) -> list[str]:
    """What the bell tells of this test's space, the newest first."""
    told = (await world.ask(username, "bell.list", limit=50))["notifications"]
    return [one["what"] for one in told if one["space"] == world.space]


async def test_asked_answered_confirmed_changed_cancelled(stage: Server) -> None:
    world = stage.world
    async with stage.live("alice") as alice, stage.live("pia") as pia:
        for live, username in ((alice, "alice"), (pia, "pia")):
            await live.listen(world[username].desk)
        place = await book(world, "bob", "pia")
        asked = await rung(pia, "session_asked")
        assert (asked["place"], asked["item"], asked["names"]) == (place, place, ["Alice Vermeulen"])
        await world.do("pia", "session.answer", place=place, answer="declined")
        assert (await rung(alice, "session_declined"))["names"] == ["Pia Claes"]
        await world.do("bob", "session.answer", place=place, answer="accepted")
        assert (await rung(alice, "session_confirmed"))["names"] == ["Bob Lomidze"]
        await rung(pia, "session_confirmed")
        for note in ("Bring maps.", "Bring boots."):
            after = len(pia.events)
            await world.do("bob", "session.change", place=place, note=note)
            await rung(pia, "session_changed", after)
        await world.do("alice", "session.change", place=place, people=[world[name].id for name in ("bob", "pia", "milo")])
        await world.do("alice", "session.cancel", place=place)
        await rung(pia, "session_cancelled")
    assert "session_changed" not in await whats(world, "milo"), "who is asked only now knows nothing else"
    assert (await whats(world, "bob")).count("session_asked") == 1
    assert "session_asked" not in await whats(world, "alice"), "nobody is told of what they did"


async def test_two_who_accept_are_told_together(stage: Server) -> None:
    world = stage.world
    place = await book(world, "bob", "pia", "milo")
    async with stage.live("alice") as alice:
        await alice.listen(world["alice"].desk)
        for username in ("pia", "milo"):
            after = len(alice.events)
            await world.do(username, "session.answer", place=place, answer="accepted")
            told = await rung(alice, "session_accepted", after)
        assert (told["count"], told["names"]) == (2, ["Milo Beridze", "Pia Claes"])


async def test_who_is_asked_no_more_hears_nothing_more(stage: Server) -> None:
    world = stage.world
    place = await book(world, "bob", "pia")
    async with stage.live("pia") as pia:
        await pia.listen(world["pia"].desk)
        await world.do("alice", "session.change", place=place, people=[world["bob"].id])
        await pia.settle()
    assert await whats(world, "pia") == []


async def test_followers_of_a_topic_hear_of_answers(stage: Server) -> None:
    world = stage.world
    forum = (await world.do("alice", "forum.make", space=world.space, title="Questions"))["place"]["id"]
    topic = (await world.do("pia", "forum.start", place=forum, title="How warm is it?", text="Ours has 11."))["topic"]["id"]
    for username in ("pia", "bob"):
        await world.do(username, "forum.follow", place=forum, topic=topic, on=True)
    await world.do("bob", "forum.follow", place=forum, topic=topic, on=False)
    async with stage.live("pia") as pia:
        await pia.listen(world["pia"].desk)
        post = (await world.do("milo", "forum.answer", place=forum, topic=topic, text="14."))["post"]
        told = await rung(pia, "topic")
        assert (told["place"], told["about"], told["item"], told["names"]) == (forum, topic, post["id"], ["Milo Beridze"])
        await world.do("pia", "forum.answer", place=forum, topic=topic, text="So warm!")
        await pia.settle()
    assert await whats(world, "pia") == ["topic"]
    assert (await whats(world, "bob"), await whats(world, "milo")) == ([], [])
