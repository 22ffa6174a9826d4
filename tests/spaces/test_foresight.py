"""Before a table is sent: who gains and loses what, and what is refused; two administrators at once; the space as somebody else sees it."""

from typing import Any

import pytest

from tests.cast import DEFAULT_TABLE, World
from tests.drivers import Live, Server
from twinspace_server import i18n
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, TwinspaceError
from twinspace_server.spaces.foresight import MOST_SHIFTS

TABLE = {role: DEFAULT_TABLE[role] for role in ("teacher", "pupil")}
"""What a new room begins with."""
ALL = ["read", "add", "edit", "delete", "publish"]


def said(shift: dict[str, Any]) -> tuple[Any, ...]:
    """A shift in short: who, what, where."""
    crowds = [(crowd["role"], crowd["school"], crowd["count"], crowd["all"]) for crowd in shift["crowds"]]
    return [one["name"] for one in shift["people"]], crowds, shift["loses"], shift["gains"], shift["places"]


async def previewed(world: World, place: str, rows: dict[str, list[str]] | None, **more: Any) -> dict[str, Any]:
    return await world.ask("alice", "rights.preview", place=place, rows=None if rows is None else world.rows(rows), **more)


async def test_it_names_who_gains_and_who_loses_what_and_it_comes_so(stage: Server) -> None:
    world = stage.world
    await world.do("alice", "space.change_member", space=world.space, person=world["bob"].id, administrator=False)
    folder = str((await world.do("alice", "folder.make", space=world.space, title="Folder"))["place"]["id"])
    inner = str((await world.do("alice", "folder.make", space=world.space, title="Inside", parent=folder))["place"]["id"])
    own = await world.make_room("With a table of its own", parent=folder)
    table = {"teacher": ALL, "pupil": ["read"], "guest": ["read"], "pia": ["read", "add"]}
    answer = await previewed(world, folder, table)
    assert (answer["same"], answer["count"], answer["more"]) == (False, 2, 0)
    assert [said(shift) for shift in answer["shifts"]] == [
        (["Milo Beridze"], [], ["add"], [], [folder, inner]),
        (["Bob Lomidze"], [], [], ["publish"], [folder, inner]),
    ]
    before = {name: await tree_of(world, name) for name in ("bob", "pia", "milo", "gerda")}
    await world.set_table(folder, table)
    after = {name: await tree_of(world, name) for name in before}
    changed = {(name, place) for name in before for place in before[name] if before[name][place] != after[name].get(place)}
    assert changed == {("bob", folder), ("bob", inner), ("milo", folder), ("milo", inner)}
    assert own in after["milo"]
    assert (await previewed(world, folder, table))["same"]
    assert (await previewed(world, folder, {**table, "bob": []}))["shifts"][0]["loses"] == ["add", "edit", "delete", "publish"], (
        "teachers read along where a pupil may add"
    )
    assert (await previewed(world, inner, None))["same"]


async def tree_of(world: World, username: str) -> dict[str, list[str]]:
    answer = await world.ask("alice", "rights.as", space=world.space, whom=f"person:{world[username].id}")
    return {place["id"]: place["may"] for place in answer["places"]}


async def test_whole_groups_stand_together_and_the_whole_list_is_there_on_demand(stage: Server) -> None:
    world = stage.world
    mark = world.lobby[-6:].lower()
    added = [await world.add_pupil(f"{mark}{number:02}") for number in range(9)]
    answer = await previewed(world, world.lobby, {**TABLE, "pupil": ["read"]})
    assert [said(shift)[:3] for shift in answer["shifts"]] == [([], [("pupil", None, 11, True)], ["add"])]
    # All of one school, and those whom a row spares.
    answer = await previewed(world, world.lobby, {**TABLE, "pupil": ["read"], "milo": ["read", "add"]})
    assert [said(shift)[:3] for shift in answer["shifts"]] == [([], [("pupil", world.gent, 10, True)], ["add"])]
    answer = await previewed(world, world.lobby, {**TABLE, "pupil": ["read"], "milo": ["read", "add"], "pia": ["read", "add"]})
    names = sorted(person.name for person in added)
    assert [said(shift)[:3] for shift in answer["shifts"]] == [(names[:2], [("pupil", world.gent, 7, False)], ["add"])]
    answer = await previewed(world, world.lobby, {**TABLE, "pupil": ["read"]}, whole=True)
    assert [one["name"] for one in answer["shifts"][0]["people"]] == sorted([*names, "Milo Beridze", "Pia Claes"])
    assert answer["shifts"][0]["crowds"] == []


async def test_the_answer_is_bounded(stage: Server) -> None:
    world = stage.world
    folder = str((await world.do("alice", "folder.make", space=world.space, title="Folder"))["place"]["id"])
    for number in range(20):
        await world.do("alice", "folder.make", space=world.space, title=f"Folder {number}", parent=folder)
    answer = await previewed(world, folder, {"teacher": ALL, "guest": ["read"]})
    assert [(len(shift["places"]), shift["count_places"]) for shift in answer["shifts"]] == [(12, 21)]
    answer = await previewed(world, folder, {"teacher": ALL, "guest": ["read"]}, whole=True)
    assert [(len(shift["places"]), shift["count_places"]) for shift in answer["shifts"]] == [(21, 21)]
    assert len(answer["shifts"]) <= MOST_SHIFTS


async def test_on_the_root_a_row_restricts_everywhere(stage: Server) -> None:
    world = stage.world
    answer = await previewed(world, world.space, {**DEFAULT_TABLE, "milo": ["read"]})
    shift = answer["shifts"][0]
    assert said(shift)[:3] == (["Milo Beridze"], [], ["add"])
    assert {world.space, world.lobby, world.river} <= set(shift["places"])
    assert world.staffroom not in shift["places"]
    assert (await previewed(world, world.space, {**DEFAULT_TABLE, "alice": []}))["shifts"] == [], "administrators have all rights, always"
    await world.set_table(world.space, {**DEFAULT_TABLE, "milo": ["read"]})
    why = (await world.ask("bob", "rights.explain", place=world.lobby, person=world["milo"].id))["rights"]["add"]
    assert why == {
        "allowed": False,
        "why": [{"code": "root_row_lacks", "args": {"place": "Two Rivers, One Map", "at": world.space, "right": "add", "role": "pupil"}}],
    }
    at_the_root = (await world.ask("bob", "rights.explain", place=world.space, person=world["milo"].id))["rights"]["add"]["why"]
    assert [reason["code"] for reason in at_the_root] == ["own_row_lacks"]


async def refused_alike(world: World, place: str, rows: Any, **more: Any) -> TwinspaceError:
    """The same error from the preview and from the command."""
    errors = [await world.refusal("alice", method, place=place, rows=rows, **more) for method in ("rights.preview", "rights.set")]
    first, second = [(type(error), error.kind, error.path, error.args_, error.why) for error in errors]
    assert first == second
    return errors[0]


async def test_it_refuses_what_setting_refuses(stage: Server) -> None:
    world = stage.world
    for rows, kind in (
        ([{"subject": "role:pupil", "rights": ["add"]}], "row_without_read"),
        ([{"subject": "role:pupil", "rights": []}] * 2, "row_twice"),
        ([{"subject": "person:nobody", "rights": ["read"]}], "row_unknown"),
        ([{"subject": "person:" + world["olga"].id, "rights": ["read"]}], "row_unknown"),
    ):
        error = await refused_alike(world, world.lobby, rows)
        assert (error.kind, error.args_["row"]) == (kind, rows[-1]["subject"])
    assert (await refused_alike(world, world.space, None)).kind == "root_keeps_table"
    await world.do("alice", "space.change_member", space=world.space, person=world["bob"].id, administrator=False)
    for username, expected in (("bob", NotAllowed), ("pia", NotAllowed), ("olga", NotFound)):
        for method in ("rights.preview", "rights.set"):
            assert isinstance(await world.refusal(username, method, place=world.lobby, rows=[]), expected), (username, method)
    assert isinstance(await world.refusal("pia", "rights.preview", place=world.staffroom, rows=[]), NotFound)
    await world.do("alice", "space.close", space=world.space)
    assert [reason.code for reason in (await world.refusal("alice", "rights.set", place=world.lobby, rows=[])).why] == ["closed"]
    assert (await previewed(world, world.lobby, {}))["count"], "looking goes on"
    await world.ask("alice", "rights.table", place=world.lobby)


async def test_of_two_administrators_at_once_the_second_looks_again(stage: Server) -> None:
    world = stage.world
    first = await world.ask("alice", "rights.table", place=world.lobby)
    assert (await world.ask("bob", "rights.table", place=world.lobby))["version"] == first["version"]
    await world.do("bob", "rights.set", place=world.lobby, rows=world.rows(DEFAULT_TABLE), version=first["version"])
    error = await refused_alike(world, world.lobby, [], version=first["version"])
    assert isinstance(error, Conflict)
    assert error.kind == "rights_changed_meanwhile"
    again = await world.ask("alice", "rights.table", place=world.lobby)
    assert {row["subject"] for row in again["rows"]} == {"role:teacher", "role:pupil", "role:guest"}
    await world.do("alice", "rights.set", place=world.lobby, rows=None, version=again["version"])
    # What is inherited is part of what was read.
    inherits = await world.ask("alice", "rights.table", place=world.lobby)
    assert (inherits["own_table"], inherits["at"], inherits["above"]["at"]) == (False, world.space, world.space)
    await world.set_table(world.space, {**DEFAULT_TABLE, "pupil": ["read"]})
    assert (await refused_alike(world, world.lobby, [], version=inherits["version"])).kind == "rights_changed_meanwhile"
    await world.do("alice", "rights.set", place=world.lobby, rows=[])  # without a version, whatever it was
    assert isinstance(await world.refusal("alice", "rights.set", place=world.lobby, rows=[], version="X"), BadInput)


async def test_as_somebody_else(stage: Server) -> None:
    world = stage.world
    await world.do("alice", "space.change_member", space=world.space, person=world["bob"].id, administrator=False)
    await world.set_table(world.space, {**DEFAULT_TABLE, "milo": ["read"]})
    for username in ("alice", "bob", "pia", "milo", "gerda"):
        async with stage.live(username) as live:
            places = (await live.listen(world.space))["places"]
        answer = await world.ask("alice", "rights.as", space=world.space, whom=f"person:{world[username].id}")
        assert answer["places"] == places, "the very tree that they get"
    pupils = await world.ask("alice", "rights.as", space=world.space, whom="role:pupil")
    assert pupils == await world.ask("alice", "rights.as", space=world.space, whom=f"person:{world['pia'].id}")
    guests = (await world.ask("alice", "rights.as", space=world.space, whom="role:guest"))["places"]
    assert guests[0]["id"] == world.space
    assert {world.lobby, world.river, world.staffroom}.isdisjoint(place["id"] for place in guests)
    assert (await world.ask("alice", "rights.as", space=world.space, whom="stranger"))["places"] == []
    for username, error in (("bob", NotAllowed), ("pia", NotAllowed), ("olga", NotFound)):
        assert isinstance(await world.refusal(username, "rights.as", space=world.space, whom="role:pupil"), error)
    assert isinstance(await world.refusal("alice", "rights.as", space=world.space, whom=f"person:{world['olga'].id}"), NotFound)
    for whom in ("role:owner", "person:", "anybody"):
        assert isinstance(await world.refusal("alice", "rights.as", space=world.space, whom=whom), BadInput)
    await world.do("alice", "space.close", space=world.space)
    assert (await world.ask("alice", "rights.as", space=world.space, whom="role:pupil"))["places"][0]["may"] == ["read"]


async def test_looking_as_somebody_leaves_no_trace(stage: Server) -> None:
    world = stage.world
    await world.say("alice", "New to pia.")
    async with stage.live("pia") as pia, stage.live("alice") as alice:
        before = await pia.listen(world.space)
        heard = len(pia.events)
        await alice.call("rights.as", space=world.space, whom=f"person:{world['pia'].id}")
        await pia.settle()
        assert len(pia.events) == heard
    async with stage.live("pia") as pia:
        after = await pia.listen(world.space)
        assert (after["unread"], after["seq"]) == (before["unread"], before["seq"])
        assert "New to pia" not in "".join(alice.texts)


async def test_why_of_a_role_and_of_what_is_ones_own(stage: Server) -> None:
    world = stage.world
    told = await world.ask("bob", "rights.explain", place=world.staffroom, role="pupil")
    assert [reason["code"] for reason in told["rights"]["read"]["why"]] == ["role_row_lacks"]
    told = await world.ask("pia", "rights.explain", place=world.lobby, person=world["pia"].id)
    assert not told["rights"]["edit"]["allowed"]
    assert told["own"]["edit"]["allowed"]
    assert told["own"]["edit"]["why"][0]["code"] == "own_item"
    assert isinstance(await world.refusal("pia", "rights.explain", place=world.lobby, role="pupil"), NotAllowed)
    for asked in ({}, {"role": "pupil", "person": world["pia"].id}):
        assert (await world.refusal("bob", "rights.explain", place=world.lobby, **asked)).kind == "person_or_role"


async def test_over_the_socket_and_http_alike(stage: Server) -> None:
    world = stage.world
    asked = {"place": world.lobby, "rows": world.rows({**DEFAULT_TABLE, "pupil": ["read"]})}
    async with stage.live("alice") as alice:
        told = await alice.call("rights.preview", **asked)
    response = await stage.post("alice", "rights.preview", **asked)
    assert response.json() == told
    response = await stage.post("olga", "rights.as", space=world.space, whom="stranger")
    assert response.status_code == 404
    response = await stage.post("pia", "rights.preview", **asked)
    assert (response.status_code, response.json()["code"]) == (403, "not_allowed")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_conflict_has_words(language: str) -> None:
    assert "error" not in i18n.words(language, "error-rights-changed-meanwhile")


async def test_a_closed_socket_is_not_needed(stage: Server) -> None:
    """A preview changes nothing: nobody hears of it."""
    world = stage.world
    async with stage.live("pia") as pia:
        assert isinstance(pia, Live)
        await pia.listen(world.space)
        await previewed(world, world.lobby, {"teacher": ALL})
        await pia.settle()
        assert pia.events == []
