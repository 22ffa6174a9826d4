"""What is kept of a person, as a ZIP: complete, once, for themselves and the teachers of their own school."""

import io
import json
import time
import zipfile
from typing import Any

import httpx2
import pytest

from tests.cast import World, picture
from tests.drivers import Server
from tests.samples import REGISTRY
from twinspace_server.people import links, my_data

WORDS = "the heron of the Leie"


async def fetch(server: Server, by: str, address: str) -> httpx2.Response:
    async with httpx2.AsyncClient(base_url=server.url) as client:
        return await client.get(address, headers={"Authorization": f"Bearer {server.world[by].token}"}, timeout=60)


async def asked(server: Server, by: str, **params: Any) -> str:
    return str((await server.world.do(by, "my_data.ask", **params))["address"])


@pytest.mark.parametrize(("by", "whose"), [("pia", None), ("alice", "pia")])
async def test_everything_of_a_pupil_is_in_it(server: Server, by: str, whose: str | None) -> None:
    world = server.world
    await world.say("pia", WORDS)
    await world.say("milo", "Milo's own secret")
    archive = (await world.do("alice", "archive.make", space=world.space, title="Finds"))["place"]["id"]
    await world.add_file("pia", archive, "notes.txt", WORDS.encode())
    await world.add_file("pia", archive, "notes.txt", b"the same name again")
    await world.add_file("pia", archive, "river.png", picture(30, 20))
    params = {} if whose is None else {"person": world["pia"].id}

    started = time.perf_counter()
    answer = await fetch(server, by, await asked(server, by, **params))
    assert time.perf_counter() - started < 10
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "attachment" in answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as whole:
        assert whole.testzip() is None
        data = {name: json.loads(whole.read(name)) for name in whole.namelist() if name.endswith(".json")}
        assert [row["text"] for row in data["data/messages.json"]] == [WORDS]
        assert data["data/messages.json"][0]["at"].endswith("Z")
        assert data["data/people.json"][0]["name"] == "Pia Claes"
        assert {keeping.table.name for keeping in my_data.kept(REGISTRY)} <= {name[5:-5].partition(" (")[0] for name in data}
        texts = [whole.read(name) for name in whole.namelist() if name.startswith("files/")]
        assert WORDS.encode() in texts
        assert len(texts) == 3
        assert any(room["title"] == "Lobby" for room in data["data/where.json"])
        everything = b"".join(whole.read(name) for name in whole.namelist())
    assert b"Milo's own secret" not in everything
    assert b"tws_" not in everything
    assert b"$argon2" not in everything
    assert whole.namelist()[0] == "README.txt"


async def test_an_address_works_once_and_for_who_asked(server: Server) -> None:
    address = await asked(server, "pia")
    assert (await fetch(server, "milo", address)).status_code == 404
    assert (await fetch(server, "pia", address)).status_code == 200
    assert (await fetch(server, "pia", address)).status_code == 404
    late = await asked(server, "pia")
    server.world.clock.forward(minutes=11)
    assert (await fetch(server, "pia", late)).status_code == 404
    assert (await fetch(server, "pia", "/my-data/nothing")).status_code == 404


async def test_an_address_that_another_process_has_used_up_leads_nowhere(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    address = await asked(server, "pia")
    monkeypatch.setattr(links, "use", lambda *_: False)
    assert (await fetch(server, "pia", address)).status_code == 404


async def where(world: World, username: str) -> dict[str, str]:
    """What the places are called that somebody's copy tells of, by id."""
    person = world[username].id
    return {one["id"]: one["title"] for one in await world.house.store.read(lambda db: [*my_data.where(db, person)])}


async def test_only_places_that_they_may_read_are_named(world: World) -> None:
    scrap = await world.make_room("Scrap")
    await world.do("alice", "place.bin", place=scrap)
    told = await where(world, "pia")
    assert {world.space, world.lobby, world.river} <= told.keys()
    assert not told.keys() & {world.staffroom, scrap, world.attic}
    assert world.staffroom in await where(world, "bob")


async def test_of_a_space_that_they_left_there_is_its_name_alone(world: World) -> None:
    await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
    assert await where(world, "pia") == {world.space: "Two Rivers, One Map"}


@pytest.mark.parametrize("who", ["bob", "olga", "milo", "nora"])
async def test_nobody_else_gets_it(server: Server, who: str) -> None:
    error = await server.world.refusal(who, "my_data.ask", person=server.world["pia"].id)
    nobody = await server.world.refusal(who, "my_data.ask", person="nobody")
    assert (error.kind, error.why, error.path) == (nobody.kind, nobody.why, nobody.path) == ("not_found", (), None)
