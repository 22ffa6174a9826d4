"""Who is here and who is typing: seen by those who may read the place, in every process, and gone when the socket is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import select

from tests.cast import World
from tests.drivers import Live, Refused, Server
from twinspace_server.law import present
from twinspace_server.live import presence


def who(world: World, *usernames: str) -> list[str]:
    return sorted(world[username].id for username in usernames)


async def here(live: Live, world: World, place: str, *usernames: str, after: int = 0) -> None:
    """Wait until exactly these are said to be there."""
    expected = who(world, *usernames)
    await live.wait_for(
        lambda event: event["event"] == "presence.here" and event["place"] == place and sorted(event["here"]) == expected, after=after
    )


@asynccontextmanager
async def listening(server: Server, username: str) -> AsyncIterator[Live]:
    async with server.live(username) as live:
        await live.listen(server.world.space)
        yield live


async def test_who_opens_a_room_is_seen_there_and_who_leaves_is_not(stage: Server) -> None:
    world = stage.world
    async with listening(stage, "pia") as pia, listening(stage, "milo") as milo:
        await pia.signal("presence.enter", place=world.lobby)
        await here(milo, world, world.lobby, "pia")
        await here(pia, world, world.lobby, "pia")
        assert "seq" not in milo.events[-1]
        await milo.signal("presence.enter", place=world.lobby)
        await here(pia, world, world.lobby, "pia", "milo")
        assert sorted((await milo.call("place.open", place=world.lobby))["here"]) == who(world, "pia", "milo")
        async with stage.live("bob") as bob:
            assert sorted((await bob.listen(world.space))["here"][world.lobby]) == who(world, "pia", "milo")
        seen = len(milo.events)
        await pia.signal("presence.leave", place=world.lobby)
        await here(milo, world, world.lobby, "milo", after=seen)


async def test_who_goes_away_is_not_here_any_more(stage: Server) -> None:
    world = stage.world
    async with listening(stage, "milo") as milo:
        async with listening(stage, "pia") as pia:
            await pia.signal("presence.enter", place=world.lobby)
            await here(milo, world, world.lobby, "pia")
        await here(milo, world, world.lobby, after=len(milo.events))


async def test_one_is_here_as_long_as_one_of_ones_windows_is(stage: Server) -> None:
    world = stage.world
    async with listening(stage, "milo") as milo, listening(stage, "pia") as tablet:
        async with listening(stage, "pia") as laptop:
            await tablet.signal("presence.enter", place=world.lobby)
            await laptop.signal("presence.enter", place=world.lobby)
            await here(milo, world, world.lobby, "pia")
            await asyncio.sleep(0.2)
        await asyncio.sleep(0.3)
        assert (await milo.call("place.open", place=world.lobby))["here"] == who(world, "pia")
        seen = len(milo.events)
        await tablet.signal("presence.leave", place=world.lobby)
        await here(milo, world, world.lobby, after=seen)


async def test_a_room_is_seen_only_by_those_who_may_read_it(stage: Server) -> None:
    world = stage.world
    async with listening(stage, "pia") as pia, listening(stage, "bob") as bob, listening(stage, "alice") as alice:
        await bob.signal("presence.enter", place=world.staffroom)
        await here(alice, world, world.staffroom, "bob")
        await bob.signal("presence.typing", place=world.staffroom)
        await alice.wait_for("presence.typing")
        await pia.settle()
        await asyncio.sleep(0.1)
        assert world.staffroom not in "".join(pia.texts)
        assert world.staffroom not in (await pia.listen(world.space))["here"]


async def test_typing_is_told_and_not_to_oneself_alone(stage: Server) -> None:
    world = stage.world
    async with listening(stage, "pia") as pia, listening(stage, "milo") as milo:
        assert (await pia.reply("presence.typing", place=world.lobby))["result"] == {}
        event = await milo.wait_for("presence.typing")
        assert event == {"space": world.space, "event": "presence.typing", "place": world.lobby, "by": world["pia"].id}


@pytest.mark.parametrize("signal", ["presence.enter", "presence.leave", "presence.typing"])
async def test_signals_are_decided_like_all_else(stage: Server, signal: str) -> None:
    world = stage.world
    async with listening(stage, "pia") as pia, stage.live("olga") as olga, stage.live("milo") as milo:
        nothing = (await pia.reply(signal, place="nowhere"))["error"]
        assert nothing["data"]["code"] == "not_found"
        assert (await pia.reply(signal, place=world.staffroom))["error"] == nothing
        assert (await olga.reply(signal, place=world.lobby))["error"] == (await olga.reply(signal, place="nowhere"))["error"]
        assert (await milo.reply(signal, place=world.lobby))["error"]["data"]["code"] == "not_found", "who does not listen is not here"
        await pia.signal(signal, place=world.staffroom)
        await pia.settle()
        assert pia.strays == []


async def test_who_may_only_read_may_be_here_but_not_type(stage: Server) -> None:
    world = stage.world
    await world.set_table(world.lobby, {"teacher": ["read", "add"], "pupil": ["read"]})
    async with listening(stage, "pia") as pia, listening(stage, "bob") as bob:
        await pia.signal("presence.enter", place=world.lobby)
        await here(bob, world, world.lobby, "pia")
        with pytest.raises(Refused) as refused:
            await pia.call("presence.typing", place=world.lobby)
        assert refused.value.code == "not_allowed"


async def test_who_is_removed_is_not_here_any_more(stage: Server) -> None:
    world = stage.world
    async with listening(stage, "pia") as pia, listening(stage, "milo") as milo:
        await pia.signal("presence.enter", place=world.lobby)
        await here(milo, world, world.lobby, "pia")
        seen = len(milo.events)
        await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
        await pia.ended()
        await here(milo, world, world.lobby, after=seen)
        assert (await milo.call("place.open", place=world.lobby))["here"] == []


async def test_who_may_no_longer_read_a_room_is_not_shown_there(stage: Server) -> None:
    world = stage.world
    async with listening(stage, "pia") as pia, listening(stage, "milo") as milo:
        await pia.signal("presence.enter", place=world.lobby)
        await here(milo, world, world.lobby, "pia")
        await world.set_table(world.lobby, {"teacher": ["read"], "pupil": ["read"], "pia": []})
        await pia.wait_for("place.lost")
        assert (await milo.call("place.open", place=world.lobby))["here"] == []
        assert (await milo.listen(world.space))["here"].get(world.lobby, []) == []
        seen = len(milo.events)
        await pia.signal("presence.leave", place=world.lobby)
        await here(milo, world, world.lobby, after=seen)


async def test_it_is_seen_in_another_process(pair: tuple[Server, Server]) -> None:
    first, second = pair
    world = first.world
    async with listening(second, "milo") as milo:
        async with listening(first, "pia") as pia:
            await pia.signal("presence.enter", place=world.lobby)
            await here(milo, world, world.lobby, "pia")
            await pia.signal("presence.typing", place=world.lobby)
            assert (await milo.wait_for("presence.typing"))["by"] == world["pia"].id
            assert (await milo.call("place.open", place=world.lobby))["here"] == who(world, "pia")
        await here(milo, world, world.lobby, after=len(milo.events))


async def test_nothing_of_it_is_in_any_log(stage: Server) -> None:
    world = stage.world
    async with listening(stage, "pia") as pia, listening(stage, "milo") as milo:
        before = (await milo.call("place.open", place=world.lobby))["seq"]
        await pia.signal("presence.enter", place=world.lobby)
        await pia.signal("presence.typing", place=world.lobby)
        await here(milo, world, world.lobby, "pia")
        assert (await milo.call("place.open", place=world.lobby))["seq"] == before


async def test_rows_are_renewed_and_lapse(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Short times here: a row that nobody renews is gone, and that is told; a renewed one stays."""
    monkeypatch.setattr(presence, "LASTS_MS", 600)
    monkeypatch.setattr(presence, "RENEW_SECONDS", 0.1)
    world = server.world
    server.house.hub.spawn(server.house.presence._renew())

    async def rows() -> list[Any]:
        return await world.house.store.read(lambda db: list(db.execute(select(present.presence.c.person))))

    async with listening(server, "pia") as pia, listening(server, "milo") as milo:
        await pia.signal("presence.enter", place=world.lobby)
        await here(milo, world, world.lobby, "pia")
        await asyncio.sleep(1)
        assert len(await rows()) == 1
        server.house.presence.process, kept = "another", server.house.presence.process
        seen = len(milo.events)
        await here(milo, world, world.lobby, after=seen)
        assert await rows() == []
        server.house.presence.process = kept
