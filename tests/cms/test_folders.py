"""Folders: who makes the five kinds where, what they begin with, and what holds places at all."""

from typing import Any

from tests.cast import World
from tests.drivers import Server
from twinspace_server.errors import BadInput, NotAllowed, NotFound


async def made(world: World, who: str, kind: str = "folder", **params: Any) -> dict[str, Any]:
    """What making one answers, or the code of the refusal."""
    answer = await world.do(who, f"{kind}.make", space=world.space, **params)
    return dict(answer["place"])


async def test_a_folder_has_what_it_was_asked_for_and_is_told_live(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        answer = await made(world, "alice", title="  Our   rivers ", description="Two rivers.\r\nOne sea.", icon="waves")
        event = await pia.wait_for("place.added")
    assert (answer["type"], answer["title"], answer["description"], answer["icon"]) == (
        "folder",
        "Our rivers",
        "Two rivers.\nOne sea.",
        "waves",
    )
    assert answer["own_table"] is False, "it inherits"
    [told] = event["put"]
    assert {**told, "may": []} == {**answer, "may": []}
    opened = await world.ask("pia", "place.open", place=answer["id"])
    assert opened["items"] == []
    assert (opened["place"]["description"], opened["place"]["icon"]) == ("Two rivers.\nOne sea.", "waves")


async def test_at_the_root_administrators_in_a_folder_whoever_may_add(stage: Server) -> None:
    world = stage.world
    assert isinstance(await world.refusal("pia", "folder.make", space=world.space, title="x"), NotAllowed)
    assert isinstance(await world.refusal("olga", "folder.make", space=world.space, title="x"), NotFound)
    folder = await world.make_folder("Fieldwork")
    inner = await made(world, "pia", title="October", parent=folder)
    assert inner["parent"] == folder
    assert (await made(world, "milo", "forum", title="What we saw", parent=inner["id"]))["own_table"] is True, "guests may not come in"
    assert isinstance(await world.refusal("gerda", "folder.make", space=world.space, title="x", parent=folder), NotAllowed)
    await world.set_table(folder, {"teacher": ["read", "add"], "pupil": ["read"]})
    refused = await world.refusal("pia", "folder.make", space=world.space, title="x", parent=inner["id"])
    assert [reason.code for reason in refused.why] == ["role_row_lacks"]
    assert (await made(world, "bob", "forum", title="For teachers", parent=folder))["own_table"] is False, "no guest comes in anyway"
    await world.set_table(folder, {"teacher": ["read"], "pupil": []})
    assert isinstance(await world.refusal("pia", "folder.make", space=world.space, title="x", parent=inner["id"]), NotFound)


async def test_rooms_stay_with_administrators_in_folders_too(stage: Server) -> None:
    world = stage.world
    folder = await world.make_folder("Fieldwork")
    for method in ("chat.make_room", "pinboard.make", "calendar.make"):
        assert isinstance(await world.refusal("pia", method, space=world.space, title="x", parent=folder), NotAllowed)
        assert (await world.do("alice", method, space=world.space, title="x", parent=folder))["place"]["parent"] == folder


async def test_only_folders_and_the_space_hold_places(stage: Server) -> None:
    world = stage.world
    for method in ("folder.make", "forum.make", "chat.make_room"):
        error = await world.refusal("alice", method, space=world.space, title="x", parent=world.lobby)
        assert error.kind == "not_a_folder"
        for parent in ("nowhere", world.attic, world["alice"].desk):
            assert isinstance(await world.refusal("alice", method, space=world.space, title="x", parent=parent), NotFound)
    desk = world["alice"].desk
    assert (await world.refusal("alice", "folder.make", space=desk, title="x")).kind == "not_for_desks"


async def test_bad_titles_descriptions_icons_are_refused(stage: Server) -> None:
    world = stage.world
    bad: list[dict[str, Any]] = [
        {"title": ""}, {"title": " \u202e "}, {"title": "x" * 121}, {"title": "x", "description": "x" * 1001},
        {"title": "x", "icon": "skull"}, {"title": "x", "icon": None}, {"title": "x", "parent": "../x"},
        {"title": "x", "parent": 1}, {"title": "x", "colour": "red"},
    ]  # fmt: skip
    for params in bad:
        assert isinstance(await world.refusal("alice", "folder.make", space=world.space, **params), BadInput)
    assert (await made(world, "alice", title="🌊" * 120, description=" \n "))["description"] == ""


async def test_a_tree_has_bounds(stage: Server) -> None:
    world = stage.world
    place = None
    for depth in range(12):
        place = await world.make_folder(f"Step {depth + 1}", parent=place)
    error = await world.refusal("alice", "folder.make", space=world.space, title="x", parent=place)
    assert (error.kind, error.args_["most"]) == ("too_deep", 12)
