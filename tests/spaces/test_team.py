"""My team: adding, changing, removing, leaving; what each means at once to those who are connected."""

from typing import Any

import pytest

from tests.cast import World
from tests.drivers import Refused, Server
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound


async def member(world: World, username: str) -> dict[str, Any]:
    people = (await world.ask("alice", "space.members", space=world.space))["members"]
    return next(one for one in people if one["id"] == world[username].id)


async def change(world: World, username: str, by: str = "alice", **what: Any) -> dict[str, Any]:
    answer = await world.do(by, "space.change_member", space=world.space, person=world[username].id, **what)
    return dict(answer["member"])


async def code(world: World, username: str, method: str, /, **params: Any) -> tuple[str, str | None]:
    error = await world.refusal(username, method, space=world.space, **params)
    return error.kind, error.path


# -- adding ------------------------------------------------------------------------------------------------------


async def test_who_is_added_is_told_to_all_and_can_read_at_once(stage: Server) -> None:
    world = stage.world
    async with stage.live("milo") as milo, stage.live("olga") as olga:
        await milo.listen(world.space)
        with pytest.raises(Refused):
            await olga.listen(world.space)
        answer = await world.do("alice", "space.add_member", space=world.space, username=" OLGA ", role="teacher", school=world.gent)
        assert answer["member"] == {
            "kind": "member", "id": world["olga"].id, "name": "Olga Kask", "role": "teacher", "administrator": False,
            "school": world.gent, "left": False, "adult": True, "portrait": None,
        }  # fmt: skip
        event = await milo.wait_for("member.added")
        assert (event["put"], event["seq"]) == ([answer["member"]], answer["seq"])
        told = await olga.listen(world.space)
        assert told["me"] == answer["member"]
        assert world.staffroom in {place["id"] for place in told["places"]}
        await olga.call("chat.say", place=world.lobby, text="Hello, all!")


ADDING: list[tuple[dict[str, Any], str, str]] = [
    ({"username": "nobody"}, "unknown_person", "$.username"),
    ({"username": ""}, "bad_input", "$.username"),
    ({"username": "x" * 41}, "bad_input", "$.username"),
    ({"role": "owner"}, "bad_input", "$.role"),
    ({"role": "pupil"}, "role_needs_pupil", "$.role"),
    ({"school": None}, "school_needed", "$.school"),
    ({"school": "none"}, "unknown_school", "$.school"),
    ({"role": "guest"}, "guest_has_no_school", "$.school"),
    ({"username": "child"}, "role_needs_adult", "$.role"),
    ({"username": "child", "role": "guest", "school": None}, "role_needs_adult", "$.role"),
    ({"username": "child", "role": "pupil", "administrator": True}, "administrator_must_be_adult", "$.administrator"),
    ({"username": "bob"}, "already_member", ""),
]


@pytest.mark.parametrize(("what", "expected", "path"), ADDING, ids=lambda value: str(value)[:40])
async def test_whom_one_can_not_add(shared: Server, what: dict[str, Any], expected: str, path: str) -> None:
    world = shared.world
    if "child" not in world.people:
        await world.add_person("child", "A Child")
    params = {"username": "olga", "role": "teacher", "school": world.gent, **what}
    error = await world.refusal("alice", "space.add_member", space=world.space, **params)
    assert isinstance(error, BadInput | Conflict)
    assert (error.kind, error.path or "") == (expected, path)


async def test_a_school_that_takes_no_part_is_unknown_here(shared: Server) -> None:
    world = shared.world
    school = await world.do("nora", "schools.add", name="Elsewhere", town="Aarhus", country="DK", zone="Europe/Copenhagen", hue="leaf")
    params = {"username": "olga", "role": "teacher", "school": school["school"]["id"]}
    assert await code(world, "alice", "space.add_member", **params) == ("unknown_school", "$.school")


# -- changing ----------------------------------------------------------------------------------------------------


async def test_a_new_role_counts_at_once_and_is_told(stage: Server) -> None:
    world = stage.world
    await change(world, "bob", administrator=False)
    async with stage.live("bob") as bob, stage.live("pia") as pia:
        await bob.listen(world.space)
        await pia.listen(world.space)
        assert await change(world, "bob", role="guest") == {**await member(world, "bob"), "role": "guest", "school": None}
        event = await pia.wait_for("member.changed")
        assert event["put"][0]["role"] == "guest"
        lost = await bob.wait_for(lambda event: event["event"] == "place.lost" and event["place"] == world.staffroom)
        assert lost["seq"] == event["seq"]
        assert {event["place"] for event in bob.events if event["event"] == "place.lost"} == {world.lobby, world.river, world.staffroom}
        told = await bob.wait_for("member.changed")
        assert bob.events.index(told) > bob.events.index(lost), "what is lost is told before what happened"
        await world.say("pia", "now without bob")
        await bob.settle()
        assert "without bob" not in "".join(bob.texts)
        await change(world, "bob", role="teacher", school=world.batumi)
        found = await bob.wait_for(lambda event: event["event"] == "place.found" and event["place"] == world.staffroom)
        assert found["item"]["may"] == ["read", "add", "edit", "delete", "moderate"]
        assert found["item"]["title"] == "Teachers"
        await bob.call("chat.say", place=world.staffroom, text="Back again.")


async def test_the_mark_of_an_administrator_comes_and_goes_live(stage: Server) -> None:
    world = stage.world
    await change(world, "bob", administrator=False)
    async with stage.live("bob") as bob:
        await bob.listen(world.space)
        with pytest.raises(Refused):
            await bob.call("chat.make_room", space=world.space, title="Mine")
        seen = len(bob.events)
        await change(world, "bob", administrator=True)
        found = await bob.wait_for(lambda event: event["event"] == "place.found" and event["place"] == world.lobby, after=seen)
        assert "publish" in found["item"]["may"]
        await bob.call("chat.make_room", space=world.space, title="Mine")
        await change(world, "bob", administrator=False)
        with pytest.raises(Refused):
            await bob.call("chat.make_room", space=world.space, title="Mine too")


async def test_what_a_change_may_not_make_of_somebody(stage: Server) -> None:
    world = stage.world
    for username, what, expected in (
        ("pia", {"role": "teacher"}, "role_needs_adult"),
        ("pia", {"administrator": True}, "administrator_must_be_adult"),
        ("bob", {"role": "pupil"}, "role_needs_pupil"),
        ("bob", {"school": "none"}, "unknown_school"),
        ("bob", {"school": None}, "school_needed"),
        ("gerda", {"school": world.gent}, "guest_has_no_school"),
        ("gerda", {"role": "teacher"}, "school_needed"),
        ("olga", {"role": "guest"}, "not_found"),
    ):
        error = await world.refusal("alice", "space.change_member", space=world.space, person=world[username].id, **what)
        assert error.kind == expected, (username, what)
    assert (await member(world, "pia"))["role"] == "pupil"


async def test_a_space_never_loses_its_last_administrator(stage: Server) -> None:
    world = stage.world
    await change(world, "bob", administrator=False)
    for method, params in (
        ("space.change_member", {"person": world["alice"].id, "administrator": False}),
        ("space.remove_member", {"person": world["alice"].id}),
        ("space.leave", {}),
    ):
        error = await world.refusal("alice", method, space=world.space, **params)
        assert isinstance(error, Conflict)
        assert error.kind == "last_administrator"
    await change(world, "bob", administrator=True)
    await change(world, "alice", administrator=False)
    assert isinstance(await world.refusal("alice", "chat.make_room", space=world.space, title="x"), NotAllowed)
    assert (await world.refusal("bob", "space.leave", space=world.space)).kind == "last_administrator"


async def test_two_administrators_who_leave_at_once_do_not_both_leave(stage: Server) -> None:
    import asyncio

    world = stage.world
    done = await asyncio.gather(
        world.do("alice", "space.leave", space=world.space), world.do("bob", "space.leave", space=world.space), return_exceptions=True
    )
    assert sum(isinstance(one, dict) for one in done) == 1
    assert [one.kind for one in done if isinstance(one, Conflict)] == ["last_administrator"]


# -- removing and leaving ----------------------------------------------------------------------------------------


async def test_after_removal_nothing_of_the_space_arrives_any_more(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia, stage.live("milo") as milo:
        await pia.listen(world.space)
        await pia.listen(world["pia"].desk)
        await milo.listen(world.space)
        said = await world.say("pia", "I was here.")
        answer = await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
        event = await milo.wait_for("member.removed")
        assert event["put"] == [{**await member(world, "pia")}]
        assert event["put"][0]["left"] is True
        lost = await pia.wait_for("space.lost")
        assert lost == {"space": world.space, "seq": answer["seq"], "event": "space.lost"}
        await world.say("milo", "later")
        assert await pia.ended() == 4003
        assert pia.of(world.space)[-1] == lost
        assert max(event["seq"] for event in pia.of(world.space)) == answer["seq"]
    assert isinstance(await world.refusal("pia", "chat.say", place=world.lobby, text="x"), NotFound)
    kept = (await world.ask("milo", "chat.history", place=world.lobby))["messages"]
    assert said in kept, "what somebody wrote stays"
    told = await world.ask("milo", "space.members", space=world.space)
    assert [one["name"] for one in told["members"] if one["left"]] == ["Pia Claes"], "and keeps its name"


async def test_a_socket_that_listens_elsewhere_too_stays_open(stage: Server) -> None:
    world = stage.world
    other = await world.do(
        "nora", "spaces.found", name="Other", schools=[world.gent], administrator=world["alice"].id, administrator_school=world.gent
    )
    await world.do("alice", "space.add_member", space=other["space"]["id"], username="pia", role="pupil", school=world.gent)
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        await pia.listen(other["space"]["id"])
        await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
        await pia.wait_for("space.lost")
        room = await world.do("alice", "chat.make_room", space=other["space"]["id"], title="Still here")
        event = await pia.wait_for("place.added")
        assert event["put"][0]["id"] == room["place"]["id"]


async def test_who_leaves_is_out_and_may_be_added_again(stage: Server) -> None:
    world = stage.world
    async with stage.live("milo") as milo:
        await milo.listen(world.space)
        await world.do("gerda", "space.leave", space=world.space)
        event = await milo.wait_for("member.removed")
        assert (event["by"], event["put"][0]["left"]) == (world["gerda"].id, True)
        assert isinstance(await world.refusal("gerda", "space.members", space=world.space), NotFound)
        assert world.space not in {one["space"]["id"] for one in (await world.ask("gerda", "spaces.mine"))["spaces"]}
        await world.do("alice", "space.add_member", space=world.space, username="gerda", role="teacher", school=world.gent)
        assert (await milo.wait_for("member.added"))["put"][0]["left"] is False
        assert [place["title"] for place in [(await world.ask("gerda", "place.open", place=world.lobby))["place"]]] == ["Lobby"]


async def test_a_restriction_is_not_shaken_off_by_leaving(stage: Server) -> None:
    world = stage.world
    await world.set_table(world.space, {"teacher": ["read", "add"], "pupil": ["read", "add"], "milo": ["read"]})
    await world.do("milo", "space.leave", space=world.space)
    await world.do("alice", "space.add_member", space=world.space, username="milo", role="pupil", school=world.batumi)
    assert isinstance(await world.refusal("milo", "chat.say", place=world.lobby, text="x"), NotAllowed)


async def test_removing_who_is_no_member(stage: Server) -> None:
    world = stage.world
    for person in (world["olga"].id, "nobody"):
        assert isinstance(await world.refusal("alice", "space.remove_member", space=world.space, person=person), NotFound)


async def test_a_large_team_comes_in_pages(stage: Server) -> None:
    world = stage.world
    from sqlalchemy import insert

    from twinspace_server.identity import people
    from twinspace_server.law import load
    from twinspace_server.law.members import members
    from twinspace_server.storage.store import Db, Lock, Unit

    def many(db: Db) -> None:
        for number in range(620):
            person = f"{world.space[:20]}p{number:03}"
            row = {"username": person.lower(), "name": "P", "adult": 0, "operator": 0, "desk": f"d{person}", "made_at": 0}
            db.execute(insert(people), {"id": person, "language": None, "zone": None, **row})
            db.execute(
                insert(members),
                {"space": world.space, "person": person, "role": "pupil", "administrator": 0, "school": world.gent, "since": 0,
                 "left": None, "sees_since": 0},
            )  # fmt: skip
        load.touch(db, world.space)

    await world.house.store.write(Unit(space=world.space, run=many, law=Lock.EXCLUSIVE))
    async with stage.live("pia") as pia:
        told = await pia.listen(world.space)
        assert told["more"]
        found = list(told["members"])
        more = True
        while more:
            page = await pia.call("space.members", space=world.space, after=found[-1]["id"])
            found, more = found + page["members"], page["more"]
        assert len(found) == len({one["id"] for one in found}) == 625
        assert max(len(text.encode()) for text in pia.texts) < 64 * 1024
    await world.do("alice", "space.remove_member", space=world.space, person=f"{world.space[:20]}p000")
