"""The bin: what lies there and who sees it, coming back, elsewhere, and going for ever, by hand or after thirty days."""

from typing import Any

from sqlalchemy import func, select

from tests.cast import World
from tests.drivers import Server
from twinspace_server.channels import chat
from twinspace_server.channels.forum.tables import posts, topics
from twinspace_server.channels.pinboard import notes, pinboards
from twinspace_server.errors import NotAllowed, NotFound
from twinspace_server.law.places import places, rights_rows
from twinspace_server.spaces.housekeeping import Sweep
from twinspace_server.storage import fulltext


async def listed(world: World, who: str = "alice") -> list[dict[str, Any]]:
    return list((await world.ask(who, "place.binned", space=world.space))["places"])


async def furnished(world: World) -> tuple[str, dict[str, str]]:
    """A folder with a table, and in it a room, a board and a forum in which something stands."""
    folder = await world.make_folder("Fieldwork")
    await world.set_table(folder, {"teacher": ["read", "add", "edit", "delete"], "pupil": ["read", "add"]})
    made = {"folder": folder, "room": await world.make_room("Room", parent=folder)}
    for name, method in (("board", "pinboard.make"), ("forum", "forum.make"), ("calendar", "calendar.make")):
        made[name] = (await world.do("alice", method, space=world.space, title=name, parent=folder))["place"]["id"]
    await world.say("pia", "An otter", made["room"])
    await world.do("pia", "forum.start", place=made["forum"], title="Otters", text="Where?")
    await world.do("pia", "note.pin", place=made["board"], text="Here", x=1, y=1)
    await world.do("alice", "calendar.add", place=made["calendar"], title="Trip", starts="2026-12-01")
    await world.do("pia", "place.read", place=made["room"], seq=5)
    return folder, made


async def rows_of(world: World, made: dict[str, str]) -> dict[str, int]:
    """How many rows each table has of these places."""
    tables = {
        "places": places.c.id, "rights": rights_rows.c.place, "messages": chat.messages.c.place, "topics": topics.c.place,
        "posts": posts.c.place, "notes": notes.c.place, "boards": pinboards.c.place, "found": fulltext.found.c.place,
    }  # fmt: skip

    def count(db: Any) -> dict[str, int]:
        wanted = list(made.values())
        return {name: db.execute(select(func.count()).where(column.in_(wanted))).scalar_one() for name, column in tables.items()}

    return await world.house.store.read(count)


async def test_all_of_it_comes_back_with_its_rights(stage: Server) -> None:
    world = stage.world
    folder, made = await furnished(world)
    before = await world.ask("bob", "rights.table", place=folder)
    await world.do("alice", "place.bin", place=folder)
    [one] = await listed(world)
    assert (one["id"], one["inside"], one["by"], one["days_left"]) == (folder, 4, world["alice"].id, 30)
    for place in made.values():
        assert isinstance(await world.refusal("alice", "place.open", place=place), NotFound)
    assert isinstance(await world.refusal("alice", "folder.make", space=world.space, title="x", parent=folder), NotFound)
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        await world.do("alice", "place.restore", place=folder)
        await pia.wait_for(lambda event: event["event"] == "place.found" and event["place"] == made["forum"])
    assert await world.ask("bob", "rights.table", place=folder) == before
    assert "An otter" in str(await world.ask("pia", "place.open", place=made["room"]))
    assert (await listed(world)) == []


async def test_one_whose_folder_is_in_the_bin_too_comes_back_elsewhere(stage: Server) -> None:
    world = stage.world
    folder, made = await furnished(world)
    other = await world.make_folder("Other")
    await world.do("alice", "place.bin", place=made["room"])
    await world.do("alice", "place.bin", place=folder)
    by_id = {one["id"]: one for one in await listed(world)}
    assert (by_id[made["room"]]["parent_binned"], by_id[made["room"]]["parent_title"]) == (True, "Fieldwork")
    refused = await world.refusal("alice", "place.restore", place=made["room"])
    assert [reason.code for reason in refused.why] == ["above_in_bin"]
    assert (await world.refusal("alice", "place.restore", place=made["room"], to=world.lobby)).kind == "not_a_folder"
    assert (await world.refusal("alice", "place.restore", place=folder, to=made["board"])).kind == "not_found"
    assert (await world.do("alice", "place.restore", place=made["room"], to=other))["place"]["parent"] == other
    await world.do("alice", "place.restore", place=folder)
    assert (await world.ask("alice", "place.open", place=made["room"]))["place"]["parent"] == other


async def test_who_put_it_there_may_take_it_out_again(stage: Server) -> None:
    world = stage.world
    await world.do("alice", "space.change_member", space=world.space, person=world["bob"].id, administrator=False)
    folder, made = await furnished(world)
    await world.do("alice", "place.bin", place=made["room"])
    await world.do("bob", "place.bin", place=made["board"])
    assert [one["id"] for one in await listed(world, "bob")] == [made["board"]]
    assert await listed(world, "pia") == []
    assert isinstance(await world.refusal("bob", "place.restore", place=made["room"]), NotFound)
    assert isinstance(await world.refusal("bob", "place.restore", place=made["board"], to=folder), NotAllowed)
    assert isinstance(await world.refusal("bob", "place.erase", place=made["board"]), NotFound)
    await world.do("bob", "place.restore", place=made["board"])
    await world.do("bob", "place.bin", place=made["board"])
    await world.set_table(folder, {"teacher": ["read"], "pupil": ["read"]})
    assert isinstance(await world.refusal("bob", "place.restore", place=made["board"]), NotFound), "while they may add there"


async def test_an_administrator_lets_it_go_for_ever_and_nothing_stays(stage: Server) -> None:
    world = stage.world
    folder, made = await furnished(world)
    before = await rows_of(world, made)
    assert [name for name in ("places", "messages", "topics", "notes", "boards", "rights") if not before[name]] == []
    refused = await world.refusal("alice", "place.erase", place=folder)
    assert [reason.code for reason in refused.why] == ["not_in_bin"]
    await world.do("alice", "place.bin", place=folder)
    for username in ("pia", "olga"):
        assert isinstance(await world.refusal(username, "place.erase", place=folder), NotFound)
    await world.do("alice", "space.close", space=world.space)
    await world.do("alice", "place.erase", place=folder, key="once")
    await world.do("alice", "place.erase", place=folder, key="once")
    assert set((await rows_of(world, made)).values()) == {0}
    assert await listed(world) == []
    for place in made.values():
        assert isinstance(await world.refusal("alice", "place.restore", place=place), NotFound)
        assert isinstance(await world.refusal("alice", "place.open", place=place), NotFound)


async def test_after_thirty_days_the_house_empties_it_in_a_closed_space_too(world: World) -> None:
    folder, made = await furnished(world)
    await world.do("alice", "place.bin", place=made["room"])
    world.clock.forward(days=10)
    await world.do("alice", "place.bin", place=folder)
    await world.do("alice", "space.close", space=world.space)

    async def sweep() -> None:
        await world.house.dispatcher.house("house.sweep", Sweep())
        empties = world.house.dispatcher.registry.commands["place.empty_bin"].params
        await world.house.dispatcher.house("place.empty_bin", empties(), world.space)

    world.clock.forward(days=19.9)
    await world.sign_in("alice")
    assert [one["days_left"] for one in await listed(world)] == [11, 1]
    await sweep()
    assert len(await listed(world)) == 2
    world.clock.forward(days=0.2)
    await sweep()
    assert [one["id"] for one in await listed(world)] == [folder]
    world.clock.forward(days=10)
    await world.sign_in("alice")
    await sweep()
    assert await listed(world) == []
    assert set((await rows_of(world, made)).values()) == {0}


async def test_a_pair_may_meet_again_when_their_room_is_gone(stage: Server) -> None:
    world = stage.world
    pair = (await world.do("pia", "chat.with", space=world.space, person=world["bob"].id))["place"]["id"]
    await world.do("alice", "place.bin", place=pair)
    assert (await world.refusal("pia", "chat.with", space=world.space, person=world["bob"].id)).kind == "room_in_bin"
    await world.do("alice", "place.erase", place=pair)
    again = (await world.do("pia", "chat.with", space=world.space, person=world["bob"].id))["place"]["id"]
    assert again != pair
