"""Where a second factor is required, grown-ups without one do nothing but set one up, or sign out: at every door, by session and token."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from websockets.exceptions import InvalidStatus

from tests.cast import World, enter, password, populated_database
from tests.drivers import Server, serving
from tests.people.authenticators import code
from tests.people.test_factors import with_app, with_passkey
from tests.samples import METHODS, SAMPLES, make_scene, told
from twinspace_server.errors import Conflict, NotAllowed
from twinspace_server.live.feature import Gate, Query

FREE = {
    "cards.sign_in", "installation.about", "people.add_app", "people.add_passkey", "people.begin_adding_passkey", "people.begin_app",
    "people.begin_passkey", "people.change", "people.confirm", "people.confirm_address", "people.devices", "people.end_session",
    "people.factors", "people.forgot", "people.join", "people.look_joining", "people.me", "people.new_password", "people.sign_in",
    "people.sign_in_passkey", "people.sign_in_second", "people.sign_out", "people.sign_out_everywhere",
}  # fmt: skip
"""All that may be done without a factor: making one, the basics of one's own account, and what needs no session anyway."""


@pytest_asyncio.fixture
async def strict(populated: tuple[str, World], tmp_path: Path) -> AsyncIterator[World]:
    """The cast in a house that requires a second factor; nobody has one yet."""
    url, made = populated
    async with enter(url, tmp_path, made, SECOND_FACTOR="required") as entered:
        yield entered


@pytest_asyncio.fixture
async def strict_server(populated: tuple[str, World], tmp_path: Path) -> AsyncIterator[Server]:
    """The same behind a web server."""
    url, made = populated
    async with serving(url, tmp_path, made, SECOND_FACTOR="required") as started:
        yield started


def test_what_is_free_is_written_down() -> None:
    assert {name for name, method in METHODS.items() if method.when_owing} == FREE


async def test_everything_else_is_refused_whoever_asks_and_whatever(kind: str, tmp_path: Path) -> None:
    """Each command and query with the parameters of its sample, on things that are there."""
    async with populated_database(kind, tmp_path) as (url, made):
        async with enter(url, tmp_path, made) as world:
            scene = await told(await make_scene(world))
        async with enter(url, tmp_path, made, SECOND_FACTOR="required") as world:
            wrong = []
            for name, method in METHODS.items():
                if name in FREE or (isinstance(method, Query) and method.live_only):
                    continue
                who = "nora" if method.gate is Gate.OPERATOR else "alice"
                error = await world.refusal(who, name, **SAMPLES[name][1](scene))
                if (error.kind, isinstance(error, NotAllowed)) != ("factor_first", True):
                    wrong.append((name, error.kind))
            assert wrong == [("place.erase", "not_found")], "its story has erased the place"
            assert (await world.do("pia", "spaces.mine"))["spaces"], "pupils never have one"
            await world.say("milo", "Nothing is asked of me")


async def test_with_a_factor_everything_goes_on(strict: World) -> None:
    world = strict
    assert (await world.refusal("alice", "spaces.mine")).kind == "factor_first"
    about = await world.do("alice", "people.me")
    assert (about["owes_factor"], about["person"]["username"]) == (True, "alice")
    assert (await world.do("pia", "people.me"))["owes_factor"] is False
    await with_app(world)
    assert (await world.do("alice", "people.me"))["owes_factor"] is False
    assert (await world.do("alice", "spaces.mine"))["spaces"]
    await with_passkey(world, "bob")
    await world.say("bob", "With a passkey, too")


async def test_an_app_that_was_not_confirmed_is_none(strict: World) -> None:
    secret = (await strict.do("alice", "people.begin_app"))["secret"]
    assert (await strict.refusal("alice", "spaces.mine")).kind == "factor_first"
    wrong = "000000" if code(secret, strict.clock()) != "000000" else "111111"
    assert (await strict.refusal("alice", "people.add_app", code=wrong)).kind == "wrong_code"
    assert (await strict.refusal("alice", "spaces.mine")).kind == "factor_first"


async def test_the_last_one_stays(strict: World) -> None:
    world = strict
    await with_app(world)
    app = (await world.do("alice", "people.factors"))["factors"][0]["id"]
    error = await world.refusal("alice", "people.remove_factor", factor=app, password=password("alice"))
    assert (error.kind, isinstance(error, Conflict)) == ("last_factor", True)
    await with_passkey(world)
    await world.do("alice", "people.remove_factor", factor=app, password=password("alice"))
    assert (await world.do("alice", "spaces.mine"))["spaces"]


async def test_signing_in_again_does_not_help(strict: World) -> None:
    await strict.sign_in("alice")
    assert (await strict.refusal("alice", "spaces.mine")).kind == "factor_first"
    assert (await strict.refusal("alice", "people.create_token", name="Mine")).kind == "factor_first"
    await strict.do("alice", "people.change", language="en")
    await strict.do("alice", "people.sign_out")


async def test_every_door_of_the_protocol(strict_server: Server) -> None:
    world = strict_server.world

    async def status(who: str, method: str, path: str, **more: Any) -> tuple[int, str]:
        async with strict_server.http(who) as client:
            answer = await client.request(method, path, **more)
            return answer.status_code, answer.json().get("code", "") if "json" in answer.headers["content-type"] else ""

    shut = (403, "factor_first")
    for method, path, more in (
        ("POST", "/api/spaces.mine", {"json": {}}),
        ("POST", "/api/chat.say", {"json": {"place": world.lobby, "text": "Hoi"}}),
        ("POST", f"/api/upload?place={world['alice'].desk}", {"files": {"file": ("me.png", b"x")}}),
        ("GET", "/files/anything", {}),
        ("GET", "/faces/anything", {}),
        ("GET", "/covers/anything", {}),
        ("GET", f"/preview/{world.lobby}", {}),
    ):
        found = await status("alice", method, path, **more)
        assert found == shut, (path, found)
        assert (await status("pia", method, path, **more))[1] != "factor_first", path
    assert (await status("alice", "POST", "/api/people.me", json={}))[0] == 200
    with pytest.raises(InvalidStatus) as refused:
        async with strict_server.live("alice"):
            pass
    assert refused.value.response.status_code == 403
    assert b"factor_first" in (refused.value.response.body or b"")
    async with strict_server.live("pia") as pia:
        await pia.listen(world.space)
    await with_app(world)
    async with strict_server.live("alice") as alice:
        assert (await alice.listen(world.space))["fresh"]


async def test_the_feed_of_who_owes_one_rests_and_goes_on_with_the_same_address(populated: tuple[str, World], tmp_path: Path) -> None:
    """Made before it was required; asked for as a telephone does, without a session."""
    url, made = populated
    async with enter(url, tmp_path, made) as world:
        feeds = {who: (await world.do(who, "calendar.renew_feed", space=world.space))["address"] for who in ("alice", "pia")}
    async with serving(url, tmp_path, made, SECOND_FACTOR="required") as server, server.http() as client:
        world = server.world
        resting = await client.get(feeds["alice"])
        assert (resting.status_code, resting.json()["code"]) == (403, "factor_first")
        assert b"VCALENDAR" not in resting.content
        assert (await client.get(feeds["pia"])).status_code == 200, "pupils never have one"
        assert (await client.get(feeds["alice"][:-5] + "x.ics")).status_code == 404
        await with_app(world)
        assert b"VCALENDAR" in (await client.get(feeds["alice"])).content


async def test_where_it_is_optional_nothing_is_asked(world: World) -> None:
    assert (await world.do("alice", "people.me"))["owes_factor"] is False
    await with_app(world)
    app = (await world.do("alice", "people.factors"))["factors"][0]["id"]
    await world.do("alice", "people.remove_factor", factor=app, password=password("alice"))
    assert (await world.do("alice", "spaces.mine"))["spaces"]
