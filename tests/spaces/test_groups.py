"""Groups: made many at once, each with a folder and a room that only it and the teachers read, in step with who is in it."""

from typing import Any

import pytest

from tests.cast import DEFAULT_TABLE, World
from tests.drivers import Server
from twinspace_server.errors import BadInput, NotAllowed, NotFound
from twinspace_server.ids import new as new_id


async def groups(world: World, by: str = "alice") -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in (await world.ask(by, "group.list", space=world.space))["groups"]}


async def make(world: World, **wanted: list[str]) -> dict[str, dict[str, Any]]:
    told = [{"name": name, "hue": "coral", "persons": [world[one].id for one in who]} for name, who in wanted.items()]
    await world.do("alice", "group.make", space=world.space, groups=told, folders=True, rooms=True)
    return await groups(world)


async def may(world: World, username: str, place: str) -> list[str]:
    """What somebody may do there; nothing where it does not exist for them."""
    try:
        told = await world.ask(username, "rights.explain", place=place, person=world[username].id)
    except NotFound:
        return []
    return [right for right, decided in told["rights"].items() if decided["allowed"] and right != "moderate"]


async def test_each_group_has_its_own_folder_and_room(server: Server) -> None:
    world = server.world
    async with server.live("milo") as milo:
        await milo.listen(world.space)
        made = await make(world, Otters=["pia", "alice"], Herons=["milo"])
        event = await milo.wait_for("group.made")
        told = {item["name"]: item for item in event["put"]}
        assert told["Otters"]["folder"] is told["Otters"]["room"] is None  # to him there is no such place
        assert told["Herons"] == made["Herons"]
    for place in (made["Otters"]["folder"], made["Otters"]["room"]):
        assert await may(world, "pia", place) == ["read", "add"]
        assert await may(world, "milo", place) == []
        assert await may(world, "gerda", place) == []
        assert await may(world, "bob", place) == ["read", "add", "edit", "delete", "publish"]
    await world.say("pia", "Only we otters read this.", made["Otters"]["room"])
    assert (await groups(world, "milo"))["Otters"]["room"] is None


async def test_the_places_follow_the_members(world: World) -> None:
    made = await make(world, Otters=["pia"], Herons=["milo"])
    otters, herons = made["Otters"], made["Herons"]
    await world.set_table(otters["folder"], {"teacher": ["read"], "pupil": [], "gerda": ["read"], "pia": ["read", "add"]})
    await world.do("alice", "group.move", space=world.space, person=world["pia"].id, out=otters["id"], into=herons["id"])
    assert (await groups(world))["Herons"]["persons"] == sorted([world["pia"].id, world["milo"].id])
    assert await may(world, "pia", otters["room"]) == []
    assert await may(world, "pia", herons["room"]) == ["read", "add"]
    assert await may(world, "gerda", otters["folder"]) == ["read"]  # what an administrator set for others stays
    changed = await world.do("alice", "group.change", space=world.space, group=herons["id"], name="Egrets", persons=[world["gerda"].id])
    assert (changed["group"]["name"], changed["group"]["persons"]) == ("Egrets", [world["gerda"].id])
    assert await may(world, "pia", herons["folder"]) == []
    assert await may(world, "gerda", herons["folder"]) == ["read", "add"]


async def test_the_places_follow_the_members_in_the_bin_too(world: World) -> None:
    otters = (await make(world, Otters=["pia"]))["Otters"]
    await world.do("alice", "place.bin", place=otters["folder"])
    await world.do("alice", "group.change", space=world.space, group=otters["id"], persons=[world["milo"].id])
    await world.do("alice", "place.restore", place=otters["folder"])
    for place in (otters["folder"], otters["room"]):
        assert (await may(world, "pia", place), await may(world, "milo", place)) == ([], ["read", "add"])


async def test_a_guest_who_becomes_a_teacher_and_the_other_way(server: Server) -> None:
    world = server.world
    made = await make(world, Otters=["gerda", "pia"], Herons=["gerda"])
    places = [made[name][place] for name in ("Otters", "Herons") for place in ("folder", "room")]
    gerda = {"space": world.space, "person": world["gerda"].id}
    async with server.live("gerda") as live:
        await live.listen(world.space)
        await world.do("alice", "space.change_member", **gerda, role="teacher", school=world.gent)
        for place in places:
            assert await may(world, "gerda", place) == ["read", "add", "edit", "delete"]
        await world.do("alice", "space.change_member", **gerda, role="guest")
        for place in places:
            assert await may(world, "gerda", place) == ["read", "add"]
        await live.wait_for("rights.changed")
    assert await may(world, "pia", made["Otters"]["room"]) == ["read", "add"]
    assert await may(world, "milo", made["Otters"]["room"]) == []


async def test_who_is_held_back_everywhere_is_held_back_here(world: World) -> None:
    await world.set_table(world.space, {**DEFAULT_TABLE, "pia": ["read"]})
    made = await make(world, Otters=["pia"])
    assert await may(world, "pia", made["Otters"]["room"]) == ["read"]


async def test_who_leaves_is_in_no_group_and_an_undone_group_leaves_its_places(world: World) -> None:
    made = await make(world, Otters=["pia", "milo"])
    await world.do("alice", "space.remove_member", space=world.space, person=world["milo"].id)
    assert (await groups(world))["Otters"]["persons"] == [world["pia"].id]
    await world.do("alice", "group.delete", space=world.space, group=made["Otters"]["id"])
    assert await groups(world) == {}
    assert await may(world, "pia", made["Otters"]["room"]) == ["read", "add"]


async def test_one_goes_wrong_and_none_is_made(world: World) -> None:
    fine = {"name": "Fine", "hue": "sky", "persons": []}
    for wrong, path in (
        ({"name": "Others", "hue": "sky", "persons": [world["olga"].id]}, "$.groups[1].persons[0]"),
        ({"name": "\u200b", "hue": "sky", "persons": []}, "$.groups[1].name"),
        ({"name": "Grey", "hue": "grey", "persons": []}, "$.groups[1].hue"),
    ):
        error = await world.refusal("alice", "group.make", space=world.space, groups=[fine, wrong], folders=True)
        assert isinstance(error, BadInput)
        assert error.path is not None
        assert error.path.startswith(path[:11])
    assert (await world.refusal("alice", "group.make", space=world.space, groups=[fine] * 61)).kind == "bad_input"
    assert await groups(world) == {}
    assert all(place["title"] != "Fine" for place in (await _listed(world)))


async def _listed(world: World) -> list[dict[str, Any]]:
    found = await world.ask("alice", "place.binned", space=world.space)
    return list(found.get("places", []))


@pytest.mark.parametrize("method", ["group.make", "group.change", "group.move", "group.delete"])
async def test_only_administrators_make_and_change_groups(world: World, method: str) -> None:
    made = await make(world, Otters=["pia"])
    params: dict[str, Any] = {
        "group.make": {"groups": [{"name": "Mine", "hue": "sky", "persons": []}]},
        "group.change": {"group": made["Otters"]["id"], "name": "Ours"},
        "group.move": {"person": world["pia"].id, "out": made["Otters"]["id"]},
        "group.delete": {"group": made["Otters"]["id"]},
    }[method]
    for other in ("pia", "gerda"):
        assert isinstance(await world.refusal(other, method, space=world.space, **params), NotAllowed)
    assert isinstance(await world.refusal("olga", method, space=world.space, **params), NotFound)
    if "group" in params:
        assert isinstance(await world.refusal("alice", method, space=world.space, **{**params, "group": new_id()}), NotFound)
        # A group of another space is none of this one.
        assert isinstance(await world.refusal("olga", method, space=world.elsewhere, **params), NotFound)
