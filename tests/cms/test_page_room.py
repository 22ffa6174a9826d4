"""The room of a page: several people at once, rights on every update, cuts and a killed server, and what must not get in."""

import asyncio
from typing import Any

import pytest
import websockets

from tests.drivers import Server
from tests.editors import Editor, an_update, editing, make_page, paragraph, shared
from twinspace_server.cms.page_document import append
from twinspace_server.live.lib0 import sized
from twinspace_server.live.page_room import Room


async def stored(server: Server, place: str, by: str = "alice") -> str:
    """What the page says to somebody who opens it now."""
    async with editing(server, by, place) as fresh:
        return fresh.text


async def test_two_write_one_page_and_a_reader_sees_it(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    async with editing(stage, "bob", place) as bob, editing(stage, "pia", place) as pia, editing(stage, "gerda", place) as gerda:
        assert [one.hellos[0]["edit"] for one in (bob, pia, gerda)] == [True, True, False]
        await bob.write("The Leie is slow.")
        await pia.until(lambda e: "slow" in e.text, "bob's line")
        await pia.type(" And brown.")
        for one in (bob, pia, gerda):
            await one.until(lambda e: "slow. And brown." in e.text, "pia's words")
        await bob.until(lambda e: e.saved)
        await pia.until(lambda e: e.saved)
        assert not any(one.refusals for one in (bob, pia, gerda))
    assert await stored(stage, place) == "The Leie is slow. And brown."


async def test_who_comes_while_the_room_still_reads_waits_for_it(stage: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    place = await make_page(stage.world, content=[paragraph("Written before.")])
    begun, go, read = asyncio.Event(), asyncio.Event(), Room.read

    async def slow(room: Room) -> None:
        begun.set()
        await go.wait()
        await read(room)

    monkeypatch.setattr(Room, "read", slow)

    async def first_text(name: str) -> str:
        async with editing(stage, name, place) as editor:
            return editor.text

    alice = asyncio.create_task(first_text("alice"))
    await begun.wait()
    bob = asyncio.create_task(first_text("bob"))
    await asyncio.sleep(0.2)
    assert not bob.done()
    go.set()
    assert await alice == await bob == "Written before."


async def test_what_is_not_there_for_somebody_is_refused_at_the_door(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    closed = await make_page(world)
    await world.set_table(closed, {"teacher": ["read", "edit"], "pupil": []})
    for name, wanted, status in (("olga", place, 404), ("pia", closed, 404), ("pia", world.lobby, 404), ("pia", "a.b", 404)):
        with pytest.raises(websockets.InvalidStatus) as refused:
            await Editor(stage.url, world[name].token, wanted).open()
        assert refused.value.response.status_code == status
    with pytest.raises(websockets.InvalidStatus) as refused:
        await Editor(stage.url, "nobody", place).open()
    assert refused.value.response.status_code == 401


async def test_a_readers_forged_update_changes_nothing(stage: Server) -> None:
    world = stage.world
    place = await make_page(world, pupils=False)
    async with editing(stage, "bob", place) as bob, editing(stage, "pia", place) as pia:
        await bob.write("True.")
        await pia.until(lambda e: e.text == "True.")
        assert not any(message[:2] == b"\0\0" for message in pia.messages), "nobody asks a reader for anything"
        await pia.write("False.")
        await pia.until(lambda e: e.refusals)
        assert pia.refusals[0]["code"] == "not_allowed"
        await pia.write("Again.")
        await bob.type(" Still.")
        await pia.until(lambda e: "Still" in e.text)
        assert len(pia.refusals) == 1
        assert bob.text == "True. Still."
    assert await stored(stage, place) == "True. Still."


async def test_a_right_that_is_taken_away_stops_at_once(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    async with editing(stage, "pia", place) as pia, editing(stage, "bob", place) as bob:
        await pia.write("One.")
        await pia.until(lambda e: e.saved)
        await world.set_table(place, {"teacher": ["read", "edit"], "pupil": ["read"]})
        await pia.write("Two.")
        await pia.until(lambda e: not e.hellos[-1]["edit"])
        await pia.until(lambda e: e.refusals)
        assert bob.text == "One."
        await world.set_table(place, {"teacher": ["read", "edit"], "pupil": []})
        assert await pia.ended() == 4003
        await bob.write("Three.")
        await bob.until(lambda e: e.saved)
    assert await stored(stage, place) == "One.\nThree."


async def test_a_time_out_and_the_bin_stop_it(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    async with editing(stage, "pia", place) as pia:
        await world.do("bob", "order.time_out", space=world.space, person=world["pia"].id, minutes=10, reason="Calm down.")
        await pia.until(lambda e: not e.hellos[-1]["edit"])
        await pia.write("I won't.")
        await pia.until(lambda e: e.refusals)
        assert pia.refusals[0]["why"] == ["timed_out"]
        await world.do("alice", "place.bin", place=place)
        assert await pia.ended() == 4003


async def test_a_forged_client_id_and_a_gap_are_refused(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    async with editing(stage, "bob", place) as bob, editing(stage, "milo", place) as milo:
        await bob.write("Mine.")
        await milo.until(lambda e: "Mine" in e.text)
        forged = shared(bob.doc.client_id)
        forged.apply_update(milo.doc.get_update())
        before = forged.get_state()
        append(forged, [paragraph("Bob said this.")])
        await milo.send(b"\0\2" + sized(forged.get_update(before)), counts=True)
        await milo.until(lambda e: e.refusals)
        assert milo.refusals[0]["code"] == "not_yours"
    async with editing(stage, "milo", place) as milo:
        ahead = shared()
        ahead.apply_update(milo.doc.get_update())
        append(ahead, [paragraph("First.")])
        before = ahead.get_state()
        append(ahead, [paragraph("Second.")])
        await milo.send(b"\0\2" + sized(ahead.get_update(before)), counts=True)
        await milo.until(lambda e: e.refusals)
        assert milo.refusals[0]["code"] == "gap"
    assert await stored(stage, place) == "Mine."


@pytest.mark.parametrize("data", [b"", b"\0", b"\0\7\0", b"\0\2\5ab", b"\0\2\2\0\0x", b"\xff" * 12, b"\1\xff\xff\xff"])
async def test_what_is_no_message_is_refused(stage: Server, data: bytes) -> None:
    place = await make_page(stage.world)
    async with editing(stage, "bob", place) as bob, editing(stage, "pia", place) as pia:
        await bob.send(data)
        await pia.write("Fine.")
        await pia.until(lambda e: e.saved)
    assert await stored(stage, place) == "Fine."


@pytest.mark.parametrize("data", [b"", b"\0"])
async def test_too_short_an_update_is_no_update(stage: Server, data: bytes) -> None:
    place = await make_page(stage.world)
    async with editing(stage, "bob", place) as bob:
        await bob.send(b"\0\2" + sized(data))
        await bob.until(lambda e: e.refusals)
        assert bob.refusals[0]["code"] == "bad_update"


async def test_too_large_an_update_is_refused_and_the_rest_goes_on(stage: Server) -> None:
    place = await make_page(stage.world)
    async with editing(stage, "bob", place) as bob, editing(stage, "pia", place) as pia:
        await bob.write("x" * 70_000)
        await bob.until(lambda e: e.refusals)
        assert bob.refusals[0] == {"code": "too_large", "why": [], "kept": 1}
        await pia.write("Fine.")
        await pia.until(lambda e: e.saved)
    async with editing(stage, "bob", place, bob.doc) as again:
        assert again.saved, "as what was written while away it may come"


async def test_cursors_are_rebuilt_by_the_server(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    async with editing(stage, "bob", place) as bob, editing(stage, "pia", place) as pia:
        spot = {"type": None, "item": None, "tname": "default", "assoc": 0}
        await pia.show({"anchor": spot, "head": spot}, user={"name": "The Queen", "color": "red"})
        await bob.until(lambda e: pia.doc.client_id in e.others)
        seen = bob.others[pia.doc.client_id]
        assert seen == {
            "user": {"id": world["pia"].id, "name": "Pia Claes", "school": world.gent, "color": "#0b7a83"},
            "cursor": {"anchor": spot, "head": spot},
        }
        for n, bad in enumerate(({"anchor": 5}, {"anchor": spot}, [1], "x", {"anchor": {"tname": "other"}, "head": spot})):
            await pia.show(bad, clock=2 + n)
        await pia.show(None, client=bob.doc.client_id, clock=99)
        await pia.show({"anchor": spot, "head": spot}, clock=50)
        await bob.until(lambda e: e.others[pia.doc.client_id]["cursor"])
        assert bob.doc.client_id not in bob.others
    async with editing(stage, "bob", place) as bob:
        assert bob.others.get(pia.doc.client_id) is None


async def test_an_ended_session_closes_the_page(server: Server) -> None:
    world = server.world
    place = await make_page(world)
    async with editing(server, "pia", place) as pia:
        await world.do("pia", "people.sign_out")
        assert await pia.ended() == 4001


async def test_over_http_it_is_the_same_command(stage: Server) -> None:
    world = stage.world
    place = await make_page(world, pupils=False)
    async with editing(stage, "bob", place) as bob:
        answer = await stage.post("bob", "page.update", place=place, update=_text(an_update("By HTTP.")))
        assert answer.json() == {"n": 1, "seq": answer.json()["seq"]}
        await bob.until(lambda e: e.text == "By HTTP.")
    refused = await stage.post("pia", "page.update", place=place, update=_text(an_update("No.")))
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")


def _text(data: bytes) -> str:
    import base64

    return base64.b64encode(data).decode()


async def test_two_processes_show_one_page(pair: tuple[Server, Server]) -> None:
    first, second = pair
    place = await make_page(first.world)
    async with editing(first, "bob", place) as bob, editing(second, "pia", place) as pia:
        await bob.write("Here.")
        await pia.until(lambda e: e.text == "Here.")
        for n in range(5):
            await asyncio.gather(bob.write(f"bob {n}"), pia.write(f"pia {n}"))
        for one in (bob, pia):
            await one.until(lambda e: e.text.count("\n") == 10)
            await one.until(lambda e: e.saved)
        assert bob.text == pia.text
        spot: Any = {"type": None, "item": None, "tname": "default", "assoc": 0}
        await pia.show({"anchor": spot, "head": spot})
        await bob.until(lambda e: e.others.get(pia.doc.client_id))
        await first.world.set_table(place, {"teacher": ["read", "edit"], "pupil": []})
        assert await pia.ended() == 4003
