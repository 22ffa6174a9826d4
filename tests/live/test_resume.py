"""Coming back: from the ring, from the log, or anew; never a hole, never a repeat, and nothing that was taken back meanwhile.

What a client holds after resuming must be what it would hold had it never been away; that is compared item by item.
"""

import asyncio
import contextlib
import itertools
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import websockets
from sqlalchemy import delete, select

from tests.cast import World
from tests.drivers import Live, Refused, Server, serving
from twinspace_server.channels import chat
from twinspace_server.live import hub as hub_module
from twinspace_server.live import log
from twinspace_server.storage.store import Db, Unit

SECRET = "the-heron-nests-behind-the-mill"


@asynccontextmanager
async def away(server: Server, how: str, username: str = "pia") -> AsyncIterator[tuple[dict[str, Any], Callable[[], Any]]]:
    """That person listened once and is gone; answers what they were told, and the way back."""
    world = server.world
    async with server.live("bob") as keeps_it_alive:
        if how == "ring":
            await keeps_it_alive.listen(world.space)
            await world.say("alice", "Good morning.")
        async with server.live(username) as first:
            told = await first.listen(world.space)
        stream = server.house.hub.streams.get(world.space)
        assert (stream is not None and stream.ring.tag(told["seq"]) is not None) == (how == "ring")
        yield told, lambda: server.live(username)


def of(live: Live, space: str) -> list[tuple[int, str]]:
    return [(event["seq"], event["event"]) for event in live.of(space)]


@pytest.mark.parametrize("how", ["ring", "log"])
async def test_what_happened_meanwhile_comes_in_order_without_holes_or_repeats(stage: Server, how: str) -> None:
    world = stage.world
    async with away(stage, how) as (told, back):
        lines = [await world.say("milo", f"line {n}") for n in range(40)]
        await world.do("milo", "chat.react", place=world.lobby, message=lines[3]["id"], emoji="👍", on=True)
        async with back() as pia:
            answer = await pia.listen(world.space, told["bookmark"])
            assert answer == {"fresh": False, "seq": told["seq"], "bookmark": told["bookmark"]}
            await pia.wait_for("chat.reacted")
            numbers = [seq for seq, _ in of(pia, world.space)]
            assert numbers == [n for n in range(told["seq"] + 1, told["seq"] + 42) if n != lines[3]["seq"]], (
                "an item comes once, as it is now"
            )
            said = [event["put"][0] for event in pia.of(world.space) if event["event"] == "chat.said" and event["put"]]
            reacted = pia.of(world.space)[-1]["put"]
            held = {message["id"]: message for message in [*said, *reacted]}
            opened = await pia.call("place.open", place=world.lobby)
            assert held == {message["id"]: message for message in opened["items"] if message["seq"] > told["seq"]}
            await world.say("milo", "and now live")
            event = await pia.wait_for(lambda event: event["seq"] == told["seq"] + 42)
            assert event["put"][0]["text"] == "and now live"


@pytest.mark.parametrize("how", ["ring", "log"])
async def test_coming_back_at_every_moment_gives_the_rest(stage: Server, how: str) -> None:
    world = stage.world
    async with away(stage, how) as (_, back):
        async with stage.live("milo") as milo:
            await milo.listen(world.space)
            for number in range(12):
                await world.say("milo", str(number))
            await milo.settle()
            events = milo.of(world.space)
        for cut in range(len(events)):
            async with back() as pia:
                answer = await pia.listen(world.space, events[cut]["bookmark"])
                assert not answer["fresh"]
                rest = events[cut + 1 :]
                if rest:
                    await pia.wait_for(lambda event, last=rest[-1]: event["seq"] == last["seq"])
                await pia.settle()
                assert pia.of(world.space) == rest


async def test_a_bookmark_of_the_newest_event_brings_nothing(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia:
        told = await pia.listen(world.space)
        again = await pia.listen(world.space, told["bookmark"])
        assert not again["fresh"]
        await pia.settle()
        assert pia.events == []
        await world.say("milo", "once")
        await pia.wait_for("chat.said")
        await pia.settle()
        assert len(pia.events) == 1, "listening twice on one socket is listening once"


@contextmanager
def during_reads(server: Server, happens: Callable[[int], Awaitable[Any]]) -> Iterator[None]:
    """What is read is never the newest: after each read, before its answer is used, something happens (told how many reads there were)."""
    store, reads = server.house.store, itertools.count(1)
    read = store.read

    async def overtaken(fn: Callable[[Db], Any]) -> Any:
        answer = await read(fn)
        with mock.patch.object(store, "read", read):
            await happens(next(reads))
        return answer

    with mock.patch.object(store, "read", overtaken):
        yield
    assert next(reads) > 1


@pytest.mark.parametrize("bookmarked", [False, True])
@pytest.mark.parametrize("where", ["space", "desk"])
async def test_the_first_to_listen_is_let_in_while_others_write(server: Server, where: str, bookmarked: bool) -> None:
    """As after a restart, when everybody comes back at once and says what was kept."""
    world = server.world
    space = world.space if where == "space" else world["pia"].desk

    async def write(_: int) -> int:
        if where == "space":
            return int((await world.say("milo", "and another"))["seq"])
        return int((await world.do("pia", "people.create_token", name="And another"))["seq"])

    seq, tag = await server.house.store.read(lambda db: log.head(db, space))
    async with server.live("pia") as pia:
        await pia.settle()
        with during_reads(server, write):
            answer = await pia.listen(space, f"{seq}-{tag}" if bookmarked else None)
        assert answer["fresh"] == (not bookmarked)
        newest = await write(0)
        await pia.wait_for(lambda event: event["space"] == space and event["seq"] == newest)
        assert pia.seqs[space] == list(range(answer["seq"] + 1, newest + 1))


async def test_a_law_that_is_no_longer_in_force_lets_nobody_in(server: Server) -> None:
    """Between the read and its use the room was taken from the pupils, and something was said there."""
    world = server.world

    async def taken(reads: int) -> None:
        if reads == 1:
            await world.set_table(world.lobby, {"teacher": ["read", "add"], "pupil": []})
            await world.say("bob", SECRET)

    async with server.live("pia") as pia:
        await pia.settle()
        with during_reads(server, taken):
            answer = await pia.listen(world.space)
        assert world.river in {place["id"] for place in answer["places"]}
        await world.say("milo", "the last", world.river)
        await pia.wait_for("chat.said")
        everything = "".join(pia.texts)
        assert SECRET not in everything
        assert world.lobby not in everything


@pytest.mark.parametrize("bookmark", ["", "x", "-", "5", "5-", "-5-x", "999999-x", "1-x", "９-x", "1" * 90, "0-", "00005-x", "1.5-x"])
async def test_a_bookmark_that_is_none_means_load_anew(shared: Server, bookmark: str) -> None:
    async with shared.live("pia") as pia:
        answer = await pia.listen(shared.world.space, bookmark)
        assert answer["fresh"]
        assert {place["id"] for place in answer["places"]} >= {shared.world.lobby}


async def test_a_bookmark_of_another_space_means_load_anew(stage: Server) -> None:
    world = stage.world
    async with stage.live("olga") as olga, stage.live("pia") as pia:
        told = await olga.listen(world.elsewhere)
        assert (await pia.listen(world.space, told["bookmark"]))["fresh"]


@pytest.mark.parametrize("how", ["ring", "log"])
async def test_a_number_with_another_tag_means_load_anew(stage: Server, how: str) -> None:
    """The number is right, but what stood there was another event: a backup was restored."""
    world = stage.world
    async with away(stage, how) as (told, back):
        await world.say("milo", "x")
        async with back() as pia:
            assert (await pia.listen(world.space, f"{told['seq']}-another"))["fresh"]


async def test_after_a_restored_backup_everybody_loads_anew(server: Server) -> None:
    world = server.world
    async with away(server, "log") as (told, back):
        await world.house.store.write(Unit(space="house", run=log.retag))
        async with back() as pia:
            assert (await pia.listen(world.space, told["bookmark"]))["fresh"]


async def test_too_long_an_absence_means_load_anew(stage: Server) -> None:
    world = stage.world
    async with away(stage, "log") as (told, back):
        await asyncio.gather(*(world.say("milo", str(n)) for n in range(hub_module.AWAY_ENTRIES)))
        async with back() as pia:
            assert not (await pia.listen(world.space, told["bookmark"]))["fresh"]
            await pia.wait_for(lambda event: event["seq"] == told["seq"] + hub_module.AWAY_ENTRIES, timeout=15)
            numbers = [event["seq"] for event in pia.of(world.space)]
            assert numbers == list(range(told["seq"] + 1, told["seq"] + 1 + hub_module.AWAY_ENTRIES))
        await world.say("milo", "one too many")
        async with back() as pia:
            assert (await pia.listen(world.space, told["bookmark"]))["fresh"]


async def test_rows_that_were_swept_mean_load_anew(stage: Server) -> None:
    world = stage.world
    async with away(stage, "log") as (told, back):
        for _ in range(3):
            await world.say("milo", "x")
        await world.house.store.write(
            Unit(
                space="house",
                run=lambda db: db.execute(delete(log.log).where(log.log.c.space == world.space, log.log.c.seq <= told["seq"] + 1)),
            )
        )
        async with back() as pia:
            assert (await pia.listen(world.space, told["bookmark"]))["fresh"]


@pytest.mark.parametrize("how", ["ring", "log"])
async def test_a_room_is_known_before_anything_happens_in_it(stage: Server, how: str) -> None:
    """Made, used and renamed twice while pia was away: she hears first what it is called now, and never what it was."""
    world = stage.world
    async with away(stage, how) as (told, back):
        room = await world.make_room("The mil")
        for title in ("The mill", "The mill race"):
            await world.say("milo", "Here?", room)
            await world.do("alice", "place.change", place=room, title=title)
        async with back() as pia:
            assert not (await pia.listen(world.space, told["bookmark"]))["fresh"]
            await pia.wait_for("place.changed")
            happened = [(event["event"], [item.get("title") for item in event["put"]]) for event in pia.of(world.space)]
            titled = ["The mill race"]
            assert happened == [("place.added", titled), ("chat.said", [None]), ("chat.said", [None]), ("place.changed", titled)]


async def test_across_a_restart(populated: tuple[str, World], tmp_path: Path) -> None:
    database, made = populated
    async with serving(database, tmp_path, made) as first:
        world = first.world
        async with first.live("pia") as pia:
            told = await pia.listen(world.space)
        for number in range(5):
            await world.say("milo", str(number))
    async with serving(database, tmp_path, world) as second, second.live("pia") as pia:
        assert not (await pia.listen(world.space, told["bookmark"]))["fresh"]
        await pia.wait_for(lambda event: [item.get("text") for item in event.get("put", ())] == ["4"])
        assert [event["put"][0]["text"] for event in pia.of(world.space)] == ["0", "1", "2", "3", "4"]


async def test_a_stop_in_good_order_says_come_back(populated: tuple[str, World], tmp_path: Path) -> None:
    database, made = populated
    async with serving(database, tmp_path, made) as server, server.live("pia") as pia:
        await pia.listen(server.world.space)
        await server.stop()
        assert await pia.ended() == 1012


# -- what one may not see any more ---------------------------------------------------------------------------------


Deed = Callable[[World, str], Awaitable[Any]]


async def hide_restore_hide(world: World, message: str) -> None:
    await world.do("bob", "chat.hide", place=world.lobby, message=message, reason="Not here.")
    await world.do("bob", "chat.restore", place=world.lobby, message=message)
    await world.do("bob", "chat.hide", place=world.lobby, message=message, reason="No, not here.")


async def edit_and_withdraw(world: World, message: str) -> None:
    await world.do("milo", "chat.edit", place=world.lobby, message=message, text=f"{SECRET}, or rather:")
    await world.do("milo", "chat.withdraw", place=world.lobby, message=message)


async def react_and_withdraw(world: World, message: str) -> None:
    await world.do("pia", "chat.react", place=world.lobby, message=message, emoji="🎉", on=True)
    await world.do("milo", "chat.withdraw", place=world.lobby, message=message)


TAKEN_BACK: dict[str, Deed] = {
    "withdrawn": lambda w, m: w.do("milo", "chat.withdraw", place=w.lobby, message=m),
    "hidden": lambda w, m: w.do("bob", "chat.hide", place=w.lobby, message=m, reason="Not here."),
    "edited": lambda w, m: w.do("milo", "chat.edit", place=w.lobby, message=m, text="Something milder."),
    "restored and hidden again": hide_restore_hide,
    "edited, then withdrawn": edit_and_withdraw,
    "reacted to, then withdrawn": react_and_withdraw,
}


@pytest.mark.parametrize(
    ("how", "deed"),
    [*((how, deed) for how in ("ring", "log") for deed in TAKEN_BACK), ("fresh", "hidden"), ("fresh", "edited, then withdrawn")],
)
async def test_what_was_taken_back_while_pia_was_away_never_reaches_her(stage: Server, how: str, deed: str) -> None:
    world = stage.world
    async with away(stage, how) as (told, back):
        answer = await world.say("milo", "before")
        await world.say("milo", "a reply to come", reply_to=answer["id"])
        message = await world.say("milo", f"I know: {SECRET}")
        await world.say("pia", "an answer", reply_to=message["id"])
        await TAKEN_BACK[deed](world, message["id"])
        await world.say("milo", "after")
        originals = await world.house.store.read(
            lambda db: [row[0] for row in db.execute(select(chat.originals.c.id).where(chat.originals.c.place == world.lobby))]
        )
        assert originals
        async with back() as pia:
            fresh = (await pia.listen(world.space, told["bookmark"] if how != "fresh" else None))["fresh"]
            assert fresh == (how == "fresh")
            opened = await pia.call("place.open", place=world.lobby)
            if how != "fresh":
                await pia.wait_for(lambda event: event["seq"] == opened["seq"])
            await pia.call("chat.history", place=world.lobby)
            around = await pia.call("chat.history", place=world.lobby, around=message["id"])
            everything = "".join(pia.texts)
            assert SECRET not in everything
            for original in originals:
                assert original not in everything, "the id of an original is for the staff"
            trace = next(item for item in opened["items"] if item["id"] == message["id"])
            assert trace["state"] == ("said" if deed == "edited" else "withdrawn" if "withdrawn" in deed else "hidden")
            assert any(item["id"] == message["id"] for item in around["messages"])
            if how != "fresh":
                seqs = [event["seq"] for event in pia.of(world.space)]
                assert seqs == sorted(set(seqs))
                assert seqs[-1] == opened["seq"]
                held = [item for event in pia.of(world.space) for item in event["put"] if item["id"] == message["id"]]
                assert held[-1] == trace
        async with stage.live("alice") as alice:
            await alice.listen(world.space)
            opened = await alice.call("place.open", place=world.lobby)
            assert SECRET in json.dumps(opened["originals"]), "the staff has it"


@pytest.mark.parametrize("between", [0, 210])
@pytest.mark.parametrize("how", ["ring", "log"])
async def test_a_room_that_one_never_saw_is_not_even_named(stage: Server, how: str, between: int) -> None:
    """Used, renamed and binned while pia was away, for teachers only: not an id of it reaches her."""
    world = stage.world
    async with away(stage, how) as (told, back):
        await world.set_table(world.staffroom, {"teacher": ["read", "add", "edit"]})
        await world.do("bob", "place.change", place=world.staffroom, title="Staff")
        said = await world.say("bob", "Among ourselves.", world.staffroom)
        await world.do("bob", "chat.withdraw", place=world.staffroom, message=said["id"])
        await asyncio.gather(*(world.say("milo", str(number)) for number in range(between)))
        await world.do("alice", "place.bin", place=world.staffroom)
        await world.say("milo", "after")
        async with back() as pia:
            assert not (await pia.listen(world.space, told["bookmark"]))["fresh"]
            await pia.wait_for(lambda event: event["put"] and event["put"][0].get("text") == "after")
            everything = "".join(pia.texts)
            assert world.staffroom not in everything
            assert said["id"] not in everything
            assert of(pia, world.space)[-1][1] == "chat.said"


CHANGES: dict[str, Deed] = {
    "her row on the root": lambda w, p: w.set_table(w.space, {"teacher": ["read", "add"], "pupil": ["read", "add"], "pia": ["read"]}),
    "a room's table": lambda w, p: w.set_table(w.river, {"teacher": ["read"], "pupil": []}),
    "a room in the bin": lambda w, p: w.do("alice", "place.bin", place=w.river),
    "a room out of the bin": lambda w, p: w.do("alice", "place.restore", place=w.attic),
    "the space closed": lambda w, p: w.do("alice", "space.close", space=w.space),
    "removed and added again": lambda w, p: readd(w),
}


async def readd(world: World) -> None:
    await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
    await world.do("alice", "space.add_member", space=world.space, username="pia", role="pupil", school=world.gent)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("how", ["ring", "log"])
async def test_when_what_one_may_see_has_changed_one_loads_anew(stage: Server, how: str, change: str) -> None:
    world = stage.world
    world.attic = await world.make_room("Binned")
    await world.do("alice", "place.bin", place=world.attic)
    async with away(stage, how) as (told, back):
        await world.say("milo", "before")
        await CHANGES[change](world, "")
        async with back() as pia:
            answer = await pia.listen(world.space, told["bookmark"])
            assert answer["fresh"], change
            assert answer["seq"] > told["seq"] + 1


async def test_a_change_for_others_does_not_make_one_load_anew(stage: Server) -> None:
    world = stage.world
    async with away(stage, "log") as (told, back):
        await world.set_table(world.space, {"teacher": ["read", "add"], "pupil": ["read", "add"], "milo": ["read"]})
        async with back() as pia:
            assert not (await pia.listen(world.space, told["bookmark"]))["fresh"]


async def test_who_was_removed_is_told_nothing_about_it(stage: Server) -> None:
    world = stage.world
    async with away(stage, "ring") as (told, back):
        await world.say("milo", "while pia may still read")
        await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
        async with back() as pia:
            nowhere = await pia.reply("space.listen", space="nowhere", bookmark=told["bookmark"])
            with pytest.raises(Refused) as refused:
                await pia.listen(world.space, told["bookmark"])
            assert refused.value.code == "not_found"
            assert nowhere["error"]["data"] == refused.value.data
            await world.say("milo", "afterwards")
            await pia.settle()
            assert pia.events == []


async def talk_at_length(world: World) -> None:
    """400 lines of 4 KB, in portions that those who listen can take."""
    for start in range(0, 400, 20):
        await asyncio.gather(*(world.say("milo", f"{n} " + "x" * 3_900) for n in range(start, start + 20)))
        await asyncio.sleep(0.005)


# -- how it is written ---------------------------------------------------------------------------------------------


async def test_a_long_replay_is_written_as_fast_as_it_is_read(stage: Server) -> None:
    """400 long lines are more than an outbox holds: the reader who takes its time gets them all, and is not dropped."""
    world = stage.world
    async with away(stage, "ring") as (told, _):
        await talk_at_length(world)
        async with stage.live("pia", max_queue=1) as pia:
            pia._reading.cancel()
            answer = pia.expect(0)
            params = {"space": world.space, "bookmark": told["bookmark"]}
            await pia.send({"jsonrpc": "2.0", "id": 0, "method": "space.listen", "params": params})
            await asyncio.sleep(0.5)
            pia._reading = asyncio.create_task(pia._read())
            assert (await answer)["result"]["fresh"] is False
            await pia.wait_for(lambda event: event["seq"] == told["seq"] + 400, timeout=20)
            assert [event["seq"] for event in pia.of(world.space)] == list(range(told["seq"] + 1, told["seq"] + 401))
            assert max(len(text.encode()) for text in pia.texts) <= 64 * 1024


async def test_who_leaves_in_the_middle_of_a_replay_leaves_nothing_behind(stage: Server) -> None:
    world = stage.world
    async with away(stage, "ring") as (told, _):
        await talk_at_length(world)
        stream = stage.house.hub.streams[world.space]
        users, listeners = stream.users, len(stream.listeners)
        for _ in range(3):
            async with stage.live("pia", max_queue=1) as pia:
                await pia.send(
                    {"jsonrpc": "2.0", "id": 1, "method": "space.listen", "params": {"space": world.space, "bookmark": told["bookmark"]}}
                )
                pia._reading.cancel()
                await asyncio.sleep(0.05)
                pia.connection.transport.abort()
        for _ in range(100):
            await asyncio.sleep(0.02)
            if (stream.users, len(stream.listeners)) == (users, listeners):
                break
        assert (stream.users, len(stream.listeners)) == (users, listeners)


async def test_a_session_that_ends_during_a_replay_ends_the_replay(server: Server) -> None:
    world = server.world
    async with away(server, "ring") as (told, _):
        await talk_at_length(world)
        async with server.live("pia", max_queue=1) as pia:
            await pia.send(
                {"jsonrpc": "2.0", "id": 99, "method": "space.listen", "params": {"space": world.space, "bookmark": told["bookmark"]}}
            )
            pia._reading.cancel()
            await asyncio.sleep(0.1)
            await world.do("pia", "people.sign_out_everywhere")
            rest: list[str] = []
            with contextlib.suppress(websockets.ConnectionClosed):
                while True:
                    rest.append(str(await asyncio.wait_for(pia.connection.recv(), 3)))
            assert pia.connection.close_code == 4001
            last = [event for text in rest for event in (json.loads(text) if text[0] == "[" else [json.loads(text)])]
            assert len(last) < 300, "what was written before is on its way; no more is written"
