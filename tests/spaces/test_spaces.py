"""Founding, name and description, closing and reopening, my spaces, and the state that listening begins with."""

from typing import Any

import pytest

from tests.cast import World
from tests.drivers import Server
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, UnknownMethod


async def found(world: World, **changes: Any) -> dict[str, Any]:
    params = {
        "name": "A new one", "schools": [world.gent, world.batumi], "administrator": world["alice"].id,
        "administrator_school": world.gent, **changes,
    }  # fmt: skip
    return await world.do("nora", "spaces.found", **params)


async def test_a_new_space_has_its_schools_in_order_and_one_administrator(shared: Server) -> None:
    world = shared.world
    answer = await found(world, description="  Two\nlines ", schools=[world.batumi, world.gent])
    space = answer["space"]
    assert (space["name"], space["description"], space["closed_at"]) == ("A new one", "Two\nlines", None)
    assert [school["id"] for school in space["schools"]] == [world.batumi, world.gent]
    assert set(space["schools"][0]) == {"kind", "id", "name", "town", "country", "zone", "hue"}
    async with shared.live("alice") as alice:
        told = await alice.listen(space["id"])
        assert told["space"] == space
        assert (told["me"]["administrator"], told["me"]["school"], told["seq"]) == (True, world.gent, answer["seq"])
        assert {place["type"]: place["id"] for place in told["places"]}["space"] == space["id"]
        assert sorted(place["type"] for place in told["places"]) == ["mailbox", "space"]
        assert told["places"][0]["may"] == ["read", "add", "edit", "delete", "publish", "moderate"]
    assert isinstance(await world.refusal("nora", "space.members", space=space["id"]), NotFound), "an operator is a member of nothing"


FOUNDING: list[tuple[dict[str, Any], str, str]] = [
    ({"administrator": "nobody"}, "unknown_person", "$.administrator"),
    ({"schools": ["none"]}, "unknown_school", "$.schools[0]"),
    ({"schools": []}, "bad_input", "$.schools"),
    ({"schools": ["x"] * 13}, "bad_input", "$.schools"),
    ({"administrator_school": "none"}, "unknown_school", "$.administrator_school"),
    ({"name": "   "}, "empty_text", "$.name"),
    ({"name": "x" * 81}, "bad_input", "$.name"),
    ({"description": "x" * 2001}, "bad_input", "$.description"),
]


@pytest.mark.parametrize(("what", "expected", "path"), FOUNDING, ids=lambda value: str(value)[:40])
async def test_what_can_not_be_founded(shared: Server, what: dict[str, Any], expected: str, path: str) -> None:
    world = shared.world
    params = {"name": "x", "schools": [world.gent], "administrator": world["alice"].id, "administrator_school": world.gent, **what}
    error = await world.refusal("nora", "spaces.found", **params)
    assert isinstance(error, BadInput)
    assert (error.kind, error.path) == (expected, path)


async def test_a_pupil_does_not_become_an_administrator_by_founding(shared: Server) -> None:
    world = shared.world
    params = {"name": "x", "schools": [world.gent], "administrator": world["pia"].id, "administrator_school": world.gent}
    assert (await world.refusal("nora", "spaces.found", **params)).kind == "administrator_must_be_adult"
    params = {"name": "x", "schools": [world.gent, world.gent], "administrator": world["alice"].id, "administrator_school": world.gent}
    assert (await world.refusal("nora", "spaces.found", **params)).path == "$.schools[1]"


async def test_a_space_changes_its_name_live(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        answer = await world.do("alice", "space.change", space=world.space, name="Three Rivers", description="")
        event = await pia.wait_for("space.changed")
        assert event["put"][0] == answer["space"]
        assert (event["put"][0]["name"], event["put"][0]["description"]) == ("Three Rivers", "")
        assert event["put"][1]["title"] == "Three Rivers", "the root of the tree bears the same name"
        told = await pia.listen(world.space)
        assert told["space"] == answer["space"]
    assert (await world.refusal("alice", "space.change", space=world.space, name=" ")).path == "$.name"
    assert (await world.refusal("alice", "space.change", space=world["alice"].desk, name="x")).kind == "not_for_desks"


async def test_closing_and_reopening_are_told_and_count_at_once(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia, stage.live("bob") as bob:
        places = (await pia.listen(world.space))["places"]
        await bob.listen(world.space)
        answer = await world.do("alice", "space.close", space=world.space)
        assert answer["space"]["closed_at"] is not None
        event = await pia.wait_for("space.closed")
        assert event["put"] == [answer["space"]]
        now = {event["place"]: event["item"]["may"] for event in pia.events if event["event"] == "place.found"}
        assert now == {place["id"]: ["read"] for place in places}
        await bob.wait_for("space.closed")
        now = {event["place"]: event["item"]["may"] for event in bob.events if event["event"] == "place.found"}
        assert now[world.lobby] == ["read", "moderate"]
        error = await world.refusal("pia", "chat.say", place=world.lobby, text="x")
        assert isinstance(error, NotAllowed)
        assert [reason.code for reason in error.why] == ["closed"]
        assert (await world.refusal("alice", "space.close", space=world.space)).kind == "already_closed"
        seen = len(pia.events)
        await world.do("alice", "space.reopen", space=world.space)
        event = await pia.wait_for("space.reopened")
        assert event["put"][0]["closed_at"] is None
        again = {event["place"]: event["item"]["may"] for event in pia.events[seen:] if event["event"] == "place.found"}
        assert again[world.lobby] == ["read", "add"]
        await pia.call("chat.say", place=world.lobby, text="open again")
    assert (await world.refusal("alice", "space.reopen", space=world.space)).kind == "not_closed"


async def test_who_may_close_and_reopen(stage: Server) -> None:
    world = stage.world
    for username in ("pia", "gerda"):
        assert isinstance(await world.refusal(username, "space.close", space=world.space), NotAllowed)
    assert isinstance(await world.refusal("olga", "space.close", space=world.space), NotFound)
    await world.do("bob", "space.close", space=world.space)
    assert isinstance(await world.refusal("pia", "space.reopen", space=world.space), NotAllowed)
    assert (await world.refusal("alice", "space.close", space=world["alice"].desk)).kind == "not_for_desks"


async def test_my_spaces_are_mine_the_liveliest_first(stage: Server) -> None:
    world = stage.world
    quiet = await found(world, name="Quiet")
    await world.do("alice", "space.add_member", space=quiet["space"]["id"], username="pia", role="pupil", school=world.gent)
    said = await world.say("milo", "something new")
    cards = (await world.ask("pia", "spaces.mine"))["spaces"]
    assert cards[0] == {
        "space": cards[0]["space"], "role": "pupil", "administrator": False, "unread": 1, "people": 5, "last_at": said["at"],
    }  # fmt: skip
    assert cards[0]["space"]["id"] == world.space
    assert quiet["space"]["id"] in {card["space"]["id"] for card in cards}
    assert world["pia"].desk not in {card["space"]["id"] for card in cards}
    assert all(card["space"]["id"] != world.space for card in (await world.ask("olga", "spaces.mine"))["spaces"])
    assert (await world.ask("nora", "spaces.mine"))["spaces"] == []


async def test_a_fresh_listener_gets_what_they_may_see_and_no_more(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia, stage.live("bob") as bob, stage.live("gerda") as gerda:
        told = await pia.listen(world.space)
        assert {place["title"] for place in told["places"]} == {"Two Rivers, One Map", "Lobby", "The river", "Mailbox"}
        assert {one["name"] for one in told["members"]} == {"Alice Vermeulen", "Bob Lomidze", "Pia Claes", "Milo Beridze", "Gerda Maes"}
        assert world.staffroom not in pia.texts[-1]
        assert "Teachers" in {place["title"] for place in (await bob.listen(world.space))["places"]}
        assert {place["title"] for place in (await gerda.listen(world.space))["places"]} == {"Two Rivers, One Map", "Mailbox"}


async def test_ones_desk_is_listened_to_like_a_space_by_oneself_alone(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia, stage.live("alice") as alice:
        told = await pia.listen(world["pia"].desk)
        assert told["me"]["id"] == world["pia"].id
        assert [one["id"] for one in told["members"]] == [world["pia"].id]
        reply = await alice.reply("space.listen", space=world["pia"].desk)
        nothing = await alice.reply("space.listen", space="nowhere")
        assert reply["error"] == nothing["error"]
        await world.do("pia", "people.change", zone="Europe/Brussels")
        event = await pia.wait_for("person.changed")
        assert event["put"][0]["zone"] == "Europe/Brussels"
    for method, params in (
        ("space.leave", {}), ("space.add_member", {"username": "milo", "role": "pupil", "school": world.gent}),
        ("space.remove_member", {"person": world["pia"].id}), ("space.change_member", {"person": world["pia"].id}),
    ):  # fmt: skip
        assert isinstance(await world.refusal("pia", method, space=world["pia"].desk, **params), Conflict), method


async def test_after_unlistening_nothing_more_is_heard(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        assert await pia.call("space.unlisten", space=world.space) == {}
        await world.say("milo", "unheard")
        await pia.settle()
        assert pia.events == []
        assert await pia.call("space.unlisten", space="nowhere") == {}


async def test_listening_is_for_the_socket(shared: Server) -> None:
    world = shared.world
    assert isinstance(await world.refusal("pia", "space.listen", space=world.space), UnknownMethod)
    response = await shared.post("pia", "space.listen", space=world.space)
    assert (response.status_code, response.json()["code"]) == (400, "socket_only")
