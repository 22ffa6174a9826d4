"""The tree and its tables: renaming, the bin, rights that are given and taken live, and why."""

from typing import Any

import pytest

from tests.cast import World
from tests.drivers import Live, Server
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound


def told(live: Live, name: str) -> dict[str, Any]:
    """What was lost or found: by place, the newest item."""
    return {event["place"]: event.get("item") for event in live.events if event["event"] == name}


async def test_renaming_is_told_to_those_who_may_read(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        answer = await world.do("bob", "place.change", place=world.lobby, title="Hall")
        event = await pia.wait_for("place.changed")
        assert event["put"] == [{**answer["place"], "may": ["read", "add"]}]
        await world.do("alice", "place.change", place=world.staffroom, title="Staff")
        await pia.settle()
        assert "Staff" not in "".join(pia.texts)
        assert world.staffroom not in "".join(pia.texts)
    assert (await world.refusal("alice", "place.change", place=world.space, title="x")).kind == "not_for_the_root"
    for title in (" ", "x" * 121):
        assert isinstance(await world.refusal("alice", "place.change", place=world.lobby, title=title), BadInput)
    assert isinstance(await world.refusal("pia", "place.change", place=world.lobby, title="x"), NotAllowed)


async def test_a_room_goes_into_the_bin_and_comes_back_with_everything_in_it(stage: Server) -> None:
    world = stage.world
    said = await world.say("pia", "Before.")
    async with stage.live("pia") as pia, stage.live("alice") as alice:
        await pia.listen(world.space)
        await alice.listen(world.space)
        answer = await world.do("alice", "place.bin", place=world.lobby)
        for live in (pia, alice):
            lost = await live.wait_for("place.lost")
            assert lost == {"space": world.space, "seq": answer["seq"], "event": "place.lost", "place": world.lobby}
        for username in ("pia", "alice", "bob"):
            for method, params in (
                ("chat.say", {"text": "x"}), ("place.open", {}), ("chat.history", {}), ("place.change", {"title": "x"}), ("place.bin", {}),
                ("place.read", {"seq": 1}), ("chat.edit", {"message": said["id"], "text": "x"}),
            ):  # fmt: skip
                assert isinstance(await world.refusal(username, method, place=world.lobby, **params), NotFound), (username, method)
        bin_ = (await world.ask("alice", "place.binned", space=world.space))["places"]
        [binned] = bin_
        assert {**binned, "at": ""} == {
            "id": world.lobby, "type": "chat", "title": "Lobby", "icon": "", "at": "", "by": world["alice"].id, "days_left": 30,
            "inside": 0, "parent": world.space, "parent_title": None, "parent_binned": False,
        }  # fmt: skip
        assert (await world.ask("pia", "spaces.mine"))["spaces"]
        answer = await world.do("alice", "place.restore", place=world.lobby)
        assert answer["place"]["title"] == "Lobby"
        found = await pia.wait_for("place.found")
        assert (found["item"], found["seq"]) == ({**answer["place"], "may": ["read", "add"]}, answer["seq"])
        assert (await pia.call("place.open", place=world.lobby))["items"] == [said]
    assert (await world.ask("alice", "place.binned", space=world.space))["places"] == []


async def test_who_may_use_the_bin(stage: Server) -> None:
    world = stage.world
    assert isinstance(await world.refusal("pia", "place.bin", place=world.lobby), NotAllowed)
    for username in ("pia", "gerda"):
        assert (await world.ask(username, "place.binned", space=world.space))["places"] == []
    error = await world.refusal("alice", "place.bin", place=world.space)
    assert isinstance(error, NotAllowed)
    assert [reason.code for reason in error.why] == ["root_stays"]
    await world.do("alice", "space.change_member", space=world.space, person=world["bob"].id, administrator=False)
    await world.do("alice", "place.bin", place=world.river)
    assert isinstance(await world.refusal("bob", "place.restore", place=world.river), NotFound)
    await world.do("bob", "place.bin", place=world.lobby)
    assert isinstance(await world.refusal("pia", "place.restore", place=world.lobby), NotFound)
    assert [place["id"] for place in (await world.ask("bob", "place.binned", space=world.space))["places"]] == [world.lobby]
    await world.do("bob", "place.restore", place=world.lobby)
    error = await world.refusal("alice", "place.restore", place=world.lobby)
    assert [reason.code for reason in error.why] == ["not_in_bin"]


async def test_a_room_that_is_taken_away_is_lost_by_the_right_people_only(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia, stage.live("milo") as milo, stage.live("bob") as bob:
        for live in (pia, milo, bob):
            await live.listen(world.space)
        answer = await world.do(
            "alice", "rights.set", place=world.lobby, rows=world.rows({"teacher": ["read", "add"], "pupil": ["read", "add"], "pia": []})
        )
        lost = await pia.wait_for("place.lost")
        assert (lost["place"], lost["seq"]) == (world.lobby, answer["seq"])
        await milo.wait_for("rights.changed")
        assert told(milo, "place.lost") == told(bob, "place.lost") == {}
        await world.say("milo", "pia is not here")
        await milo.wait_for("chat.said")
        await pia.settle()
        assert "not here" not in "".join(pia.texts)
        assert "rights.changed" not in pia.names(), "an event of a place one may not see is absent"
        await world.set_table(world.lobby, {"teacher": ["read", "add"], "pupil": ["read"]})
        found = await pia.wait_for("place.found")
        assert (found["place"], found["item"]["may"]) == (world.lobby, ["read"])
        assert (await milo.wait_for("place.found"))["item"]["may"] == ["read"], "other rights: load anew"
        assert "pia is not here" in str(await pia.call("place.open", place=world.lobby))


async def test_a_row_on_the_root_restricts_everywhere_and_at_once(stage: Server) -> None:
    world = stage.world
    async with stage.live("milo") as milo:
        places = (await milo.listen(world.space))["places"]
        await world.set_table(world.space, {"teacher": ["read", "add", "edit", "delete"], "pupil": ["read", "add"], "milo": ["read"]})
        await milo.wait_for("rights.changed")
        assert {place: item["may"] for place, item in told(milo, "place.found").items()} == {place["id"]: ["read"] for place in places}
        assert isinstance(await world.refusal("milo", "chat.say", place=world.river, text="x"), NotAllowed)
        error = await world.refusal("milo", "chat.say", place=world.lobby, text="x")
        assert [reason.code for reason in error.why] == ["root_row_lacks"]
        await world.say("pia", "pia may")


async def test_a_place_below_one_that_is_taken_away_goes_with_it(stage: Server) -> None:
    world = stage.world
    folder = await world.make_folder("Rivers")
    inner = await world.make_room("Inside", parent=folder)
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        await world.set_table(folder, {"teacher": ["read", "add"], "pupil": []})
        await pia.wait_for(lambda event: event["event"] == "place.lost" and event["place"] == inner)
        assert set(told(pia, "place.lost")) == {folder, inner}
        assert isinstance(await world.refusal("pia", "place.open", place=inner), NotFound)
        await world.do("alice", "rights.set", place=folder, rows=None)
        await pia.wait_for(lambda event: event["event"] == "place.found" and event["place"] == inner)
        order = [event["place"] for event in pia.events if event["event"] == "place.found"]
        assert order == [folder, inner], "a place is found before what stands in it"


async def test_a_table_can_be_seen_and_set_back(stage: Server) -> None:
    world = stage.world
    await world.do("alice", "rights.set", place=world.river, rows=None)
    told = await world.ask("bob", "rights.table", place=world.river)
    assert (told["own_table"], told["at"]) == (False, world.space)
    assert {row["subject"] for row in told["rows"]} == {"role:teacher", "role:pupil", "role:guest"}
    rows = [
        {"subject": "role:pupil", "rights": ["read"]},
        {"subject": "role:teacher", "rights": ["read", "add", "edit", "delete", "publish"]},
    ]
    answer = await world.do("alice", "rights.set", place=world.river, rows=rows)
    assert answer["place"]["own_table"] is True
    told = await world.ask("bob", "rights.table", place=world.river)
    assert (told["own_table"], told["at"], told["rows"], told["above"]["at"]) == (True, world.river, rows, world.space)
    assert isinstance(await world.refusal("pia", "rights.table", place=world.river), NotAllowed), "it names persons"


TABLES: list[tuple[Any, str]] = [
    ([{"subject": "role:pupil", "rights": ["add"]}], "row_without_read"),
    ([{"subject": "role:pupil", "rights": []}, {"subject": "role:pupil", "rights": ["read"]}], "row_twice"),
    ([{"subject": "person:nobody", "rights": ["read"]}], "row_unknown"),
    ([{"subject": "role:owner", "rights": ["read"]}], "bad_input"),
    ([{"subject": "role:pupil", "rights": ["moderate"]}], "bad_input"),
    ([{"subject": "role:pupil", "rights": "read"}], "bad_input"),
    ([{"subject": "role:pupil"}], "bad_input"),
    ([{"subject": "role:pupil", "rights": ["read"], "until": "x"}], "bad_input"),
]


@pytest.mark.parametrize(("rows", "expected"), TABLES, ids=lambda value: str(value)[:50])
async def test_a_table_that_makes_no_sense_is_refused(stage: Server, rows: Any, expected: str) -> None:
    world = stage.world
    error = await world.refusal("alice", "rights.set", place=world.lobby, rows=rows)
    assert isinstance(error, BadInput | Conflict)
    assert error.kind == expected
    assert await world.refusal("pia", "rights.set", place=world.lobby, rows=rows)


async def test_the_root_keeps_its_table(stage: Server) -> None:
    world = stage.world
    assert (await world.refusal("alice", "rights.set", place=world.space, rows=None)).kind == "root_keeps_table"
    for username in ("bob",):
        await world.do("alice", "space.change_member", space=world.space, person=world[username].id, administrator=False)
        assert isinstance(await world.refusal(username, "rights.set", place=world.lobby, rows=[]), NotAllowed)


async def test_teachers_read_along_where_pupils_write(stage: Server) -> None:
    world = stage.world
    await world.do("alice", "space.change_member", space=world.space, person=world["bob"].id, administrator=False)
    await world.set_table(world.lobby, {"teacher": [], "pupil": ["read", "add"]})
    said = await world.say("pia", "among pupils")
    assert (await world.ask("bob", "place.open", place=world.lobby))["items"] == [said]
    why = (await world.ask("bob", "rights.explain", place=world.lobby, person=world["bob"].id))["rights"]
    assert why["read"] == {"allowed": True, "why": [{"code": "teachers_read_along", "args": {"place": "Lobby", "at": world.lobby}}]}
    assert why["add"]["allowed"] is False
    await world.do("bob", "chat.hide", place=world.lobby, message=said["id"], reason="x")


async def test_why(stage: Server) -> None:
    world = stage.world
    mine = (await world.ask("pia", "rights.explain", place=world.lobby, person=world["pia"].id))["rights"]
    assert set(mine) == {"read", "add", "edit", "delete", "publish", "moderate"}
    assert {name: right["allowed"] for name, right in mine.items()} == {
        "read": True, "add": True, "edit": False, "delete": False, "publish": False, "moderate": False,
    }  # fmt: skip
    assert all(right["why"] for right in mine.values())
    assert mine == (await world.ask("bob", "rights.explain", place=world.lobby, person=world["pia"].id))["rights"]
    administrators = (await world.ask("alice", "rights.explain", place=world.lobby, person=world["alice"].id))["rights"]
    assert {tuple(reason["code"] for reason in right["why"]) for right in administrators.values()} == {("administrator",)}
    assert isinstance(await world.refusal("pia", "rights.explain", place=world.lobby, person=world["milo"].id), NotAllowed)
    assert isinstance(await world.refusal("pia", "rights.explain", place=world.staffroom, person=world["pia"].id), NotFound)
    for person in (world["olga"].id, "nobody"):
        assert isinstance(await world.refusal("bob", "rights.explain", place=world.lobby, person=person), NotFound)
    hidden = (await world.ask("bob", "rights.explain", place=world.staffroom, person=world["pia"].id))["rights"]
    assert not any(right["allowed"] for right in hidden.values())


async def test_what_explain_says_is_what_happens(stage: Server) -> None:
    world: World = stage.world
    tables: list[dict[str, list[str]]] = [
        {"teacher": ["read"], "pupil": ["read"]},
        {"pupil": ["read", "add"]},
        {"pupil": []},
        {"pupil": ["read", "edit"]},
    ]
    for table in tables:
        await world.set_table(world.lobby, table)
        may = (await world.ask("alice", "rights.explain", place=world.lobby, person=world["pia"].id))["rights"]
        for right, method, params in (
            ("read", "place.open", {}), ("add", "chat.say", {"text": "x"}), ("edit", "place.change", {"title": "Lobby"}),
        ):  # fmt: skip
            if may[right]["allowed"]:
                await world.do("pia", method, place=world.lobby, **params)
            else:
                error = await world.refusal("pia", method, place=world.lobby, **params)
                assert isinstance(error, NotAllowed if may["read"]["allowed"] else NotFound)
