"""Moving a place: who may, where to, what it changes for whom, and that everybody's tree follows at once."""

from typing import Any

from tests.cast import World
from tests.drivers import Live, Server
from twinspace_server.errors import NotAllowed, NotFound

OPEN = {"teacher": ["read", "add", "edit", "delete"], "pupil": ["read", "add", "edit"]}


async def reasons(world: World, who: str, **params: Any) -> list[str]:
    """Why a move is refused: its reasons, or the code alone."""
    error = await world.refusal(who, "place.move", **params)
    return [reason.code for reason in error.why] or [error.kind]


def heard(live: Live, name: str) -> set[str]:
    return {event["place"] for event in live.events if event["event"] == name}


async def test_a_place_moves_with_all_that_is_inside_it_before_everybodys_eyes(stage: Server) -> None:
    world = stage.world
    work, trips = await world.make_folder("Work"), await world.make_folder("Trips")
    dam = await world.make_folder("The dam", parent=trips)
    forum = (await world.do("pia", "forum.make", space=world.space, title="Dams", parent=dam))["place"]["id"]
    async with stage.live("pia") as pia, stage.live("milo") as milo:
        await pia.listen(world.space)
        await milo.listen(world.space)
        answer = await world.do("alice", "place.move", place=dam, to=work)
        for live in (pia, milo):
            event = await live.wait_for("place.moved")
            assert [(place["id"], place["parent"]) for place in event["put"]] == [(dam, work)]
            assert heard(live, "place.lost") == heard(live, "place.found") == set(), "nobody's rights changed"
    assert answer["place"]["parent"] == work
    assert (await world.ask("pia", "place.open", place=forum))["place"]["parent"] == dam


async def test_into_a_folder_that_pupils_may_not_read_they_lose_it_and_find_it_again(stage: Server) -> None:
    world = stage.world
    staff, trips = await world.make_folder("For teachers"), await world.make_folder("Trips")
    await world.set_table(staff, {"teacher": OPEN["teacher"], "pupil": []})
    inner = await world.make_folder("Dams", parent=trips)
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        effect = await world.ask("alice", "place.move_effect", place=trips, to=staff)
        assert effect["changes_rights"] is True
        lost = [shift for shift in effect["preview"]["shifts"] if "read" in shift["loses"]]
        assert lost
        assert world["pia"].name in str(lost) or any(crowd["role"] == "pupil" and crowd["all"] for s in lost for crowd in s["crowds"])
        await world.do("alice", "place.move", place=trips, to=staff)
        await pia.wait_for(lambda event: event["event"] == "place.lost" and event["place"] == inner)
        assert heard(pia, "place.lost") == {trips, inner}
        assert "place.moved" not in pia.names(), "what happens to a place that one may not see is absent"
        assert isinstance(await world.refusal("pia", "place.open", place=inner), NotFound)
        await world.do("alice", "place.move", place=trips, to=world.space)
        await pia.wait_for(lambda event: event["event"] == "place.found" and event["place"] == inner)
        found = next(event for event in pia.events if event["event"] == "place.found" and event["place"] == trips)
        assert found["item"]["parent"] == world.space


async def test_who_may_move_what_where(stage: Server) -> None:
    world = stage.world
    await world.do("alice", "space.change_member", space=world.space, person=world["bob"].id, administrator=False)
    work, trips, staff = await world.make_folder("Work"), await world.make_folder("Trips"), await world.make_folder("Staff")
    for folder in (work, trips):
        await world.set_table(folder, OPEN)
    await world.set_table(staff, {"teacher": ["read", "add", "edit"], "pupil": ["read"]})
    mine = (await world.do("pia", "folder.make", space=world.space, title="Mine", parent=work))["place"]["id"]
    await world.do("pia", "place.move", place=mine, to=trips)
    assert await reasons(world, "pia", place=mine, to=world.space) == ["administrators_only"]
    assert await reasons(world, "pia", place=mine, to=staff) == ["role_row_lacks"]
    assert await reasons(world, "bob", place=mine, to=staff) == ["move_changes_rights"], "pupils would lose something"
    assert (await world.ask("bob", "place.move_effect", place=mine, to=staff)) == {"changes_rights": True, "preview": None}
    await world.do("alice", "place.move", place=mine, to=staff)
    assert await reasons(world, "olga", place=mine, to=work) == ["not_found"]
    assert await reasons(world, "pia", place=world.lobby, to=work) == ["role_row_lacks"]
    await world.set_table(work, {"teacher": OPEN["teacher"], "pupil": []})
    assert await reasons(world, "pia", place=trips, to=work) == ["not_found"], "a hidden target does not exist"
    await world.do("alice", "space.close", space=world.space)
    assert await reasons(world, "alice", place=mine, to=trips) == ["closed"]


async def test_what_one_has_made_oneself_one_may_move_and_bin_until_others_add_to_it(stage: Server) -> None:
    world = stage.world
    work = await world.make_folder("Work")
    await world.set_table(work, {"teacher": OPEN["teacher"], "pupil": ["read", "add"]})
    mine = (await world.do("pia", "folder.make", space=world.space, title="Mine", parent=work))["place"]["id"]
    forum = (await world.do("pia", "forum.make", space=world.space, title="Asked", parent=mine))["place"]["id"]
    assert isinstance(await world.refusal("milo", "place.change", place=mine, title="x"), NotAllowed)
    assert (await world.do("pia", "place.change", place=mine, title="Ours", icon="leaf"))["place"]["icon"] == "leaf"
    await world.do("pia", "place.bin", place=mine)
    await world.do("pia", "place.restore", place=mine)
    await world.do("milo", "forum.start", place=forum, title="Why?", text="I wonder.")
    for method, params in (("place.change", {"title": "x"}), ("place.bin", {})):
        assert isinstance(await world.refusal("pia", method, place=mine, **params), NotAllowed), method
        assert isinstance(await world.refusal("pia", method, place=forum, **params), NotAllowed), method
    session = (await world.do("pia", "chat.with", space=world.space, person=world["bob"].id))["place"]["id"]
    assert isinstance(await world.refusal("pia", "place.bin", place=session), NotAllowed), "rooms are nobody's own"


async def test_moves_that_make_no_sense_are_refused_with_the_reason(stage: Server) -> None:
    world = stage.world
    outer = await world.make_folder("Outer")
    inner = await world.make_folder("Inner", parent=outer)
    for to in (outer, inner):
        assert await reasons(world, "alice", place=outer, to=to) == ["into_itself"]
        assert (await world.refusal("alice", "place.move_effect", place=outer, to=to)).kind == "into_itself"
    assert await reasons(world, "alice", place=inner, to=outer) == ["there_already"]
    assert await reasons(world, "alice", place=inner, to=world.lobby) == ["not_a_folder"]
    assert await reasons(world, "alice", place=world.space, to=outer) == ["not_for_the_root"]
    assert await reasons(world, "alice", place=inner, to=world.attic) == ["not_found"]
    pair = (await world.do("pia", "chat.with", space=world.space, person=world["bob"].id))["place"]["id"]
    assert await reasons(world, "alice", place=pair, to=outer) == ["place_stays"]
    place = inner
    for step in range(10):
        place = await world.make_folder(f"Step {step}", parent=place)
    other = await world.make_folder("Other")
    assert await reasons(world, "alice", place=outer, to=other) == ["too_deep"]
    assert await reasons(world, "alice", place=other, to=place) == ["too_deep"]
    await world.do("alice", "place.move", place=inner, to=other)


async def test_a_move_is_taken_back_by_another(stage: Server) -> None:
    world = stage.world
    trips, staff = await world.make_folder("Trips"), await world.make_folder("Staff")
    await world.set_table(staff, {"teacher": OPEN["teacher"], "pupil": [], "guest": []})
    dam = (await world.do("pia", "folder.make", space=world.space, title="Dam", parent=trips))["place"]["id"]
    await world.do("pia", "place.change", place=dam, title="The great dam")
    await world.do("alice", "place.move", place=dam, to=staff)
    assert (await world.do("alice", "place.move", place=dam, to=trips))["place"]["parent"] == trips
    assert (await world.ask("pia", "place.open", place=dam))["place"]["title"] == "The great dam"
