"""Two processes on one PostgreSQL database: what holds in one holds in the other, and a process that dies takes nobody with it.

It holds whatever carries news between them: that database, Redis or NATS.
Most tests have both in this process, each with its own store, broker and hub; what must really die is a child (`Program`).
"""

import asyncio
from pathlib import Path

import pytest

from tests.cast import populated_database
from tests.drivers import Live, Refused, Server, running, serving
from twinspace_server.live import presence

Pair = tuple[Server, Server]


async def test_events_cross_in_order_and_once(pair: Pair) -> None:
    first, second = pair
    world = first.world
    async with first.live("pia") as here, second.live("milo") as there:
        told = await here.listen(world.space)
        await there.listen(world.space)
        await asyncio.gather(
            *(here.call("chat.say", place=world.lobby, text=f"here {n}") for n in range(60)),
            *(there.call("chat.say", place=world.lobby, text=f"there {n}") for n in range(60)),
        )
        for live in (here, there):
            await live.wait_for(lambda event: event["seq"] == told["seq"] + 120)
            assert live.seqs[world.space] == list(range(told["seq"] + 1, told["seq"] + 121))
        assert here.of(world.space) == there.of(world.space), "the same bytes, bookmarks too"


async def test_a_bookmark_of_one_process_is_good_in_the_other(pair: Pair) -> None:
    first, second = pair
    world = first.world
    async with first.live("pia") as here:
        await here.listen(world.space)
        await world.say("milo", "one")
        bookmark = (await here.wait_for("chat.said"))["bookmark"]
    await world.say("milo", "two")
    async with second.live("pia") as there:
        assert not (await there.listen(world.space, bookmark))["fresh"]
        event = await there.wait_for("chat.said")
        assert event["put"][0]["text"] == "two"
        await second.world.say("milo", "three")
        await there.wait_for(lambda event: bool(event["put"]) and event["put"][0]["text"] == "three")
        assert len(there.of(world.space)) == 2


async def test_changes_of_the_law_cross_before_what_comes_after(pair: Pair) -> None:
    """Rooms are taken and given in one process while lines are said in the other: nobody hears what they may not."""
    first, second = pair
    world = first.world
    async with second.live("pia") as pia, second.live("bob") as bob:
        await pia.listen(world.space)
        await bob.listen(world.space)
        for round_ in range(8):
            await world.set_table(world.lobby, {"teacher": ["read", "add"], "pupil": []})
            said = await second.world.say("bob", f"secret {round_}")
            await bob.wait_for(lambda event, seq=said["seq"]: event["seq"] == seq)
            await world.set_table(world.lobby, {"teacher": ["read", "add"], "pupil": ["read", "add"]})
            open_ = await second.world.say("bob", f"open {round_}")
            await pia.wait_for(lambda event, seq=open_["seq"]: event["seq"] == seq)
        everything = "".join(pia.texts)
        assert "secret" not in everything
        assert everything.count('"text":"open') == 8
        assert pia.seqs[world.space] == sorted(set(pia.seqs[world.space]))


async def test_a_member_is_removed_while_eight_write(pair: Pair) -> None:
    """Nothing numbered after the removal reaches them, in either process, and `space.lost` is the last they hear."""
    first, second = pair
    world = first.world
    for _ in range(3):
        async with first.live("pia") as here, second.live("pia") as there, first.live("milo") as one, second.live("milo") as other:
            for live in (here, there, one, other):
                await live.listen(world.space)
            stop = False

            async def write(live: Live, number: int) -> None:
                while not stop:  # noqa: B023
                    await live.call("chat.say", place=world.lobby, text=f"writer {number}")

            writers = [asyncio.create_task(write((one, other)[n % 2], n)) for n in range(8)]
            await asyncio.sleep(0.15)
            began = asyncio.get_running_loop().time()
            removed = await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
            took = asyncio.get_running_loop().time() - began
            await asyncio.sleep(0.15)
            stop = True
            await asyncio.gather(*writers)
            for live in (here, there):
                assert await live.ended() == 4003
                events = live.of(world.space)
                assert events[-1] == {"space": world.space, "seq": removed["seq"], "event": "space.lost"}
                numbers = [event["seq"] for event in events[:-1]]
                assert numbers == sorted(set(numbers))
                assert numbers[-1] == removed["seq"] - 1, "and everything before did"
            for live in (one, other):
                await live.wait_for("member.removed")
                assert max(live.seqs[world.space]) > removed["seq"]
            assert took < 1
        await world.do("alice", "space.add_member", space=world.space, username="pia", role="pupil", school=world.gent)


async def test_a_member_who_resumes_elsewhere_right_after_removal_gets_nothing(pair: Pair) -> None:
    first, second = pair
    world = first.world
    async with second.live("milo") as milo, second.live("pia") as pia:
        await milo.listen(world.space)
        told = await pia.listen(world.space)
        await pia.call("space.unlisten", space=world.space)
        await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
        with pytest.raises(Refused) as refused:
            await pia.listen(world.space, told["bookmark"])
        assert refused.value.code == "not_found"


async def test_a_second_process_that_starts_while_others_write_misses_nothing(pair: Pair, tmp_path: Path, carried: dict[str, str]) -> None:
    first, _ = pair
    world = first.world
    stop = False

    async def write() -> int:
        count = 0
        while not stop:
            await world.say("milo", str(count))
            count += 1
        return count

    writer = asyncio.create_task(write())
    async with serving(first.settings.database, tmp_path, world, **carried) as third:
        for _ in range(5):
            async with third.live("pia") as pia:
                told = await pia.listen(world.space)
                await asyncio.sleep(0.1)
                await pia.wait_for(lambda event, seq=told["seq"]: event["seq"] > seq + 3)
                numbers = pia.seqs[world.space]
                assert numbers == list(range(told["seq"] + 1, told["seq"] + 1 + len(numbers)))
        stop = True
        await writer


async def test_a_lost_poke_costs_seconds_and_no_message(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """The broker is only a poke: with a deaf one, the comparing of numbers brings what was missed."""
    first, second = pair
    world = first.world
    async with second.live("pia") as pia:
        told = await pia.listen(world.space)
        monkeypatch.setattr(first.house.hub.broker, "poke", lambda numbers: None)
        for number in range(5):
            await world.say("milo", str(number))
        await second.house.hub._compare_now()
        await pia.wait_for(lambda event: event["seq"] == told["seq"] + 5)
        assert pia.seqs[world.space] == list(range(told["seq"] + 1, told["seq"] + 6))


SHORT = "from twinspace_server.live import presence\npresence.LASTS_MS, presence.RENEW_SECONDS = 1500, 0.3\n"


async def test_a_process_that_is_killed_takes_nobody_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, carried: dict[str, str]
) -> None:
    """Its people are no longer here after a while (short here), what it acknowledged is there, and others never noticed."""
    monkeypatch.setattr(presence, "LASTS_MS", 1500)
    monkeypatch.setattr(presence, "RENEW_SECONDS", 0.3)
    async with (
        populated_database("postgresql", tmp_path) as (url, made),
        serving(url, tmp_path, made, **carried) as stays,
        running(url, tmp_path, stays.world, before=SHORT, **carried) as dies,
    ):
        world = stays.world
        async with dies.live("pia") as pia, stays.live("milo") as milo:
            await pia.listen(world.space)
            told = await milo.listen(world.space)
            await pia.signal("presence.enter", place=world.lobby)
            here = await milo.wait_for(lambda event: event["event"] == "presence.here" and event["here"] == [world["pia"].id])
            acknowledged = [(await pia.call("chat.say", place=world.lobby, text=str(n)))["message"]["id"] for n in range(10)]
            await asyncio.sleep(2)
            assert (await milo.call("place.open", place=world.lobby))["here"] == [world["pia"].id], "renewed while it lives"
            await dies.kill()
            assert await pia.ended() == 1006
            await milo.wait_for(lambda event: event["event"] == "presence.here" and event["here"] == [], after=milo.events.index(here))
            opened = await milo.call("place.open", place=world.lobby)
            assert [item["id"] for item in opened["items"]] == acknowledged
            assert opened["here"] == []
            assert milo.seqs[world.space] == list(range(told["seq"] + 1, told["seq"] + 11))
            async with stays.live("pia") as again:
                assert not (await again.listen(world.space, pia.bookmarks[world.space]))["fresh"]
                await world.say("milo", "welcome back")
                await again.wait_for("chat.said")


async def test_twinspace_serve_takes_a_second_worker_on_postgresql(tmp_path: Path, carried: dict[str, str]) -> None:
    """The command itself, with two workers on one port: whoever gets which, all hear all; and it stops in good order."""
    async with populated_database("postgresql", tmp_path) as (url, world):
        async with running(url, tmp_path, world, WORKERS="2", **carried) as program:
            lives: list[Live] = []
            opened = [program.live(username) for username in ("pia", "milo", "alice", "bob") for _ in range(3)]
            try:
                for one in opened:
                    lives.append(await one.__aenter__())
                    await lives[-1].listen(world.space)
                await asyncio.gather(*(live.call("chat.say", place=world.lobby, text=f"{n}") for n, live in enumerate(lives)))
                for live in lives:
                    await live.wait_for(lambda event: event["event"] == "chat.said" and len(live.seqs[world.space]) >= 12)  # noqa: B023
                    assert live.seqs[world.space] == sorted(set(live.seqs[world.space]))
                await program.stop()
                assert {await live.ended() for live in lives} == {1012}
            finally:
                for one in opened:
                    await one.__aexit__(None, None, None)
        written = program.log.read_text()
        assert '"level":"error"' not in written, written


async def test_a_removal_that_is_read_late_still_ends_at_its_own_number(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines, the removal and more lines arrive in the other process in one reading of the log."""
    first, second = pair
    world = first.world
    async with second.live("pia") as pia, second.live("milo") as milo:
        await pia.listen(world.space)
        await milo.listen(world.space)
        with monkeypatch.context() as deaf:
            deaf.setattr(first.house.hub.broker, "poke", lambda numbers: None)
            await world.say("milo", "before")
            removed = await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
            await world.say("milo", "after")
            await world.do("alice", "place.change", place=world.lobby, title="Renamed")
            last = await world.say("milo", "and after that")
        await second.house.hub._compare_now()
        assert await pia.ended() == 4003
        assert [(event["seq"], event["event"]) for event in pia.of(world.space)] == [
            (removed["seq"] - 1, "chat.said"), (removed["seq"], "space.lost"),
        ]  # fmt: skip
        await milo.wait_for(lambda event: event["seq"] == last["seq"])
        assert milo.seqs[world.space] == list(range(removed["seq"] - 1, last["seq"] + 1))
