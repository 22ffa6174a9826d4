"""Accounts, signing in and out, devices and tokens: what is answered, and what ends with what."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from tests.cast import PEOPLE, World, password
from tests.drivers import Refused, Server
from twinspace_server import identity
from twinspace_server.errors import BadInput, Conflict, NotFound, SignedOut, TooMany, TwinspaceError
from twinspace_server.live.dispatch import Asker
from twinspace_server.people import sign_in
from twinspace_server.people.sign_in import device_name


async def attempt(world: World, name: str, word: str, address: str = "192.0.2.7") -> TwinspaceError | dict[str, Any]:
    """A try to sign in from an address; the error or the answer."""
    dispatcher = world.house.dispatcher
    params: Any = sign_in.SignIn(name=name, password=word, token=True)
    try:
        return (await dispatcher.command("people.sign_in", params, Asker(None, address))).result
    except TwinspaceError as error:
        return error


# -- accounts ----------------------------------------------------------------------------------------------------


async def test_an_account_comes_with_a_desk(world: World) -> None:
    answer = await world.do(
        "nora",
        "people.add",
        username="jef",
        name="  Jef  Maes ",
        password=password("jef"),
        adult=False,
        language="nl",
        zone="Europe/Brussels",
    )
    assert answer["person"] == {
        "kind": "person", "id": answer["person"]["id"], "name": "Jef Maes", "username": "jef", "language": "nl", "zone": "Europe/Brussels",
        "adult": False, "operator": False, "desk": answer["person"]["desk"], "portrait": None, "email": None,
    }  # fmt: skip
    jef = await world.sign_in("jef")
    assert (jef.id, jef.desk) == (answer["person"]["id"], answer["person"]["desk"])
    assert (await world.ask("jef", "people.me"))["person"] == answer["person"]
    assert (await world.ask("jef", "spaces.mine")) == {"spaces": []}


ADDING: list[tuple[dict[str, Any], str, str]] = [
    ({"username": "pia"}, "name_taken", "$.username"),
    ({"username": "PIA2"}, "bad_input", "$.username"),
    ({"username": "p"}, "bad_input", "$.username"),
    ({"username": "-pia"}, "bad_input", "$.username"),
    ({"username": "pia claes"}, "bad_input", "$.username"),
    ({"username": "ρια"}, "bad_input", "$.username"),
    ({"username": "x" * 41}, "bad_input", "$.username"),
    ({"username": "pia\n"}, "bad_input", "$.username"),
    ({"name": " \u202e "}, "empty_text", "$.name"),
    ({"name": "x" * 81}, "bad_input", "$.name"),
    ({"password": "short"}, "bad_input", "$.password"),
    ({"password": "x" * 257}, "bad_input", "$.password"),
    ({"language": "fr"}, "bad_input", "$.language"),
    ({"zone": "Mars/Olympus"}, "unknown_zone", "$.zone"),
    ({"zone": "../../etc/passwd"}, "unknown_zone", "$.zone"),
]


@pytest.mark.parametrize(("what", "expected", "path"), ADDING, ids=lambda value: str(value)[:40])
async def test_what_is_no_account(shared: Server, what: dict[str, Any], expected: str, path: str) -> None:
    params = {"username": "somebody", "name": "Some Body", "password": "a good long one", "adult": True, **what}
    error = await shared.world.refusal("nora", "people.add", **params)
    assert isinstance(error, BadInput | Conflict)
    assert (error.kind, error.path) == (expected, path)


async def test_a_name_can_not_hide_behind_directions_and_controls(shared: Server) -> None:
    world = shared.world
    answer = await world.do(
        "nora", "people.add", username="trick", name="A\u202elice\u0000 \u200f V", password=password("trick"), adult=True
    )
    assert answer["person"]["name"] == "Alice V"


async def test_two_accounts_of_one_name_at_once_are_one(world: World) -> None:
    params = {"username": "twin", "name": "Twin", "password": password("twin"), "adult": True}
    done = await asyncio.gather(*(world.do("nora", "people.add", **params) for _ in range(5)), return_exceptions=True)
    assert sum(isinstance(one, dict) for one in done) == 1
    assert {one.kind for one in done if isinstance(one, TwinspaceError)} == {"name_taken"}


async def test_language_and_zone_are_chosen_and_forgotten(world: World) -> None:
    answer = await world.do("pia", "people.change", language="en", zone="Asia/Tbilisi")
    assert (answer["person"]["language"], answer["person"]["zone"]) == ("en", "Asia/Tbilisi")
    answer = await world.do("pia", "people.change", language=None)
    assert (answer["person"]["language"], answer["person"]["zone"]) == (None, "Asia/Tbilisi")
    assert (await world.refusal("pia", "people.change", zone="Nowhere/Here")).kind == "unknown_zone"


# -- signing in --------------------------------------------------------------------------------------------------


async def test_a_name_is_written_as_one_likes(world: World) -> None:
    for name in ("pia", "PIA", "  Pia "):
        answer = await attempt(world, name, password("pia"))
        assert isinstance(answer, dict), answer
        assert answer["token"].startswith("tws_")
        assert answer["person"].id == world["pia"].id


async def test_a_nul_in_a_name_is_no_fault_of_the_server(world: World) -> None:
    """PostgreSQL takes none, not even in a question."""
    error = await attempt(world, "pi\0a", password("pia"))
    assert isinstance(error, SignedOut)
    assert isinstance(await world.refusal("alice", "space.add_member", space=world.space, username="ol\0ga", role="guest"), BadInput)
    told = await world.do("milo", "people.create_token", name="My\0 program", days=1)
    assert told["session"]["name"] == "My program"
    told = await world.do(None, "people.sign_in", name="milo", password=password("milo"), token=True, device="Tab\0let")
    assert "token" in told


async def test_a_wrong_password_and_a_wrong_name_are_told_alike(world: World) -> None:
    answers = [
        await attempt(world, name, word)
        for name, word in (("pia", "wrong"), ("nobody", "wrong"), ("pia ", ""), ("nobody", password("pia")))
    ]
    first = await attempt(world, "pia", password("milo"))
    assert isinstance(first, SignedOut)
    for answer in answers:
        assert isinstance(answer, SignedOut)
        assert (answer.kind, answer.path, answer.args_, answer.why) == ("wrong_credentials", None, {}, ())


async def test_a_password_is_nowhere_in_clear(world: World) -> None:
    from twinspace_server.storage.tables import metadata

    def everything(db: Any) -> str:
        return repr([tuple(row) for table in metadata.sorted_tables for row in db.execute(select(table))])

    kept = await world.house.store.read(everything)
    assert world["pia"].id in kept
    for username in PEOPLE:
        assert password(username) not in kept
        assert world[username].token not in kept
        assert world[username].token.removeprefix("tws_") not in kept


async def test_ten_failures_an_hour_for_a_name_whoever_tries(world: World) -> None:
    for number in range(10):
        assert isinstance(await attempt(world, "pia", "wrong", f"192.0.2.{number}"), SignedOut)
    for name in ("pia", "PIA "):
        refused = await attempt(world, name, password("pia"), "192.0.2.99")
        assert isinstance(refused, TooMany)
        assert refused.kind == "too_many_tries"
        assert 3500 < (refused.retry_after or 0) <= 3600
    assert isinstance(await attempt(world, "milo", password("milo"), "192.0.2.1"), dict)
    world.clock.forward(minutes=59)
    assert isinstance(await attempt(world, "pia", password("pia")), TooMany)
    world.clock.forward(minutes=2)
    assert isinstance(await attempt(world, "pia", password("pia")), dict)


async def test_a_name_that_nobody_has_is_throttled_like_any_other(world: World) -> None:
    for _ in range(10):
        assert isinstance(await attempt(world, "nobody", "wrong"), SignedOut)
    assert isinstance(await attempt(world, "nobody", "wrong"), TooMany)


async def test_signing_in_rightly_counts_for_nothing(world: World) -> None:
    for _ in range(15):
        assert isinstance(await attempt(world, "pia", password("pia")), dict)
    for _ in range(9):
        assert isinstance(await attempt(world, "pia", "wrong"), SignedOut)
    assert isinstance(await attempt(world, "pia", password("pia")), dict)


async def test_a_hundred_failures_an_hour_for_an_address_but_a_class_can_still_sign_in(world: World) -> None:
    assert isinstance(await attempt(world, "pia", password("pia"), "198.51.100.1"), dict)
    for number in range(100):
        assert isinstance(await attempt(world, f"guess{number}", "wrong", "198.51.100.1"), SignedOut)
    for name, word in (("guess777", "wrong"), ("milo", password("milo"))):
        assert isinstance(await attempt(world, name, word, "198.51.100.1"), TooMany), "has not signed in from there before"
    assert isinstance(await attempt(world, "pia", password("pia"), "198.51.100.1"), dict), "has"
    assert isinstance(await attempt(world, "milo", password("milo"), "198.51.100.2"), dict), "another address"


async def test_many_tries_at_once_learn_no_more_than_the_limit(world: World) -> None:
    answers = await asyncio.gather(*(attempt(world, "pia", "wrong") for _ in range(60)))
    assert sum(isinstance(answer, SignedOut) for answer in answers) == 10
    assert sum(isinstance(answer, TooMany) for answer in answers) == 50


async def test_the_limits_hold_over_two_processes(pair: tuple[Server, Server]) -> None:
    first, second = pair
    for number in range(10):
        assert isinstance(await attempt(pair[number % 2].world, "pia", "wrong"), SignedOut)
    for server in pair:
        assert isinstance(await attempt(server.world, "pia", password("pia")), TooMany)
    for number in range(90):
        assert isinstance(await attempt(pair[number % 2].world, f"guess{number}", "wrong"), SignedOut)
    assert isinstance(await attempt(first.world, "somebody", "wrong"), TooMany)
    assert isinstance(await attempt(second.world, "somebody", "wrong"), TooMany)


# -- sessions ----------------------------------------------------------------------------------------------------


async def test_a_session_lasts_as_long_as_it_is_used(server: Server) -> None:
    world = server.world
    async with server.http() as client:
        await client.post("/api/people.sign_in", json={"name": "pia", "password": password("pia")})
        for _ in range(4):
            server.clock.forward(days=20)
            assert (await client.post("/api/people.me", json={})).status_code == 200
        server.clock.forward(days=31)
        assert (await client.post("/api/people.me", json={})).status_code == 401
    assert isinstance(await world.refusal("pia", "people.me"), SignedOut), "a token's days are fixed"


async def test_devices_are_listed_and_can_be_ended(world: World) -> None:
    first = world["pia"]
    await world.sign_in("pia")
    made = await world.do("pia", "people.create_token", name="  My program ", days=7)
    listed = await world.ask("pia", "people.devices")
    assert {one["id"] for one in listed["sessions"]} == {first.session, world["pia"].session, made["session"]["id"]}
    assert listed["this"] == world["pia"].session
    assert (made["session"]["type"], made["session"]["name"]) == ("token", "My program")
    assert made["session"] in listed["sessions"]
    for username in ("milo", "alice", "nora"):
        assert isinstance(await world.refusal(username, "people.end_session", session=first.session), NotFound)
    await world.do("pia", "people.end_session", session=first.session)
    assert isinstance(await world.refusal("pia", "people.end_session", session=first.session), NotFound)
    assert {one["id"] for one in (await world.ask("pia", "people.devices"))["sessions"]} == {
        world["pia"].session, made["session"]["id"],
    }  # fmt: skip


async def test_a_token_is_shown_once_and_ends_in_time(server: Server) -> None:
    world = server.world
    made = await world.do("pia", "people.create_token", name="program", days=2)
    assert made["token"] not in str(await world.ask("pia", "people.devices"))
    async with server.http(Authorization=f"Bearer {made['token']}") as program:
        assert (await program.post("/api/people.me", json={})).json()["session"]["id"] == made["session"]["id"]
        server.clock.forward(days=2, seconds=1)
        assert (await program.post("/api/people.me", json={})).status_code == 401
    for days in (0, 367, -1):
        assert (await world.refusal("pia", "people.create_token", name="x", days=days)).path == "$.days"
    assert (await world.refusal("pia", "people.create_token", name="  ")).path == "$.name"


async def test_ending_a_session_closes_its_sockets_and_no_others(server: Server) -> None:
    world = server.world
    first = world["pia"]
    async with server.live("pia") as lost:
        await world.sign_in("pia")
        async with server.live("pia") as kept:
            await lost.listen(world.space)
            await kept.listen(world.space)
            await kept.listen(world["pia"].desk)
            await kept.call("people.end_session", session=first.session)
            event = await kept.wait_for("session.ended")
            assert event["gone"] == [{"kind": "session", "id": first.session}]
            assert await lost.ended(1) == 4001
            await world.say("milo", "after")
            await kept.wait_for("chat.said")
            await kept.settle()


async def test_signing_out_answers_and_then_closes(server: Server) -> None:
    async with server.live("pia") as pia:
        await pia.listen(server.world.space)
        assert set(await pia.call("people.sign_out")) <= {"seq"}
        assert await pia.ended(1) == 4001
    assert (await server.post("pia", "people.me")).status_code == 401


async def test_signing_out_everywhere_ends_all_and_silences_at_once(server: Server) -> None:
    world = server.world
    first = world["pia"]
    made = await world.do("pia", "people.create_token", name="program")
    async with server.live("pia") as one:
        await world.sign_in("pia")
        async with server.live("pia") as two, server.http(Authorization=f"Bearer {made['token']}") as program:
            for live in (one, two):
                await live.listen(world.space)
            await world.do("pia", "people.sign_out_everywhere")
            await world.say("milo", "after the answer")
            assert [await live.ended(1) for live in (one, two)] == [4001, 4001]
            assert "after the answer" not in "".join(one.texts + two.texts)
            assert (await program.post("/api/people.me", json={})).status_code == 401
    assert isinstance(await world.refusal("pia", "people.me"), SignedOut)
    assert first.token != world["pia"].token
    await world.sign_in("pia")
    await world.say("milo", "others are not touched")


async def test_signing_out_everywhere_closes_sockets_of_other_processes(pair: tuple[Server, Server]) -> None:
    first, second = pair
    world = first.world
    async with second.live("pia") as pia:
        await pia.listen(world.space)
        began = asyncio.get_running_loop().time()
        await world.do("pia", "people.sign_out_everywhere")
        assert await pia.ended(2) == 4001
        assert asyncio.get_running_loop().time() - began < 1
        await world.say("milo", "after")
    response = await second.post("pia", "people.me")
    assert response.status_code == 401


async def test_a_call_that_raced_with_the_end_of_its_session(server: Server) -> None:
    """Lines that are said while the session ends are said before its end, or not at all."""
    world = server.world
    async with server.live("pia") as pia:
        await pia.settle()
        waiting = [pia.expect(f"n{n}") for n in range(40)]
        for number in range(40):
            params = {"place": world.lobby, "text": str(number)}
            await pia.send({"jsonrpc": "2.0", "id": f"n{number}", "method": "chat.say", "params": params})
            if number == 20:
                await pia.send({"jsonrpc": "2.0", "id": "out", "method": "people.sign_out", "params": {}})
        await pia.ended()
        done = await asyncio.gather(*waiting, return_exceptions=True)
    said = sum(isinstance(one, dict) and "result" in one for one in done)
    stored = (await world.ask("milo", "place.open", place=world.lobby))["items"]
    assert [item["text"] for item in stored] == [str(n) for n in range(len(stored))]
    assert said <= len(stored) <= 40
    at = await world.house.store.read(
        lambda db: db.execute(select(identity.sessions.c.ended_at).where(identity.sessions.c.id == world["pia"].session)).scalar_one()
    )
    assert at is not None


async def test_the_socket_says_who_one_is(shared: Server) -> None:
    async with shared.live("nora") as nora, shared.live("pia") as pia:
        assert (await nora.call("people.me"))["person"]["operator"] is True
        told = await pia.call("people.me")
        assert told["person"]["id"] == shared.world["pia"].id
        assert told["session"]["type"] == "token"
        assert told["installation"] == {"name": "TwinSpace", "demo": False, "insecure": True}
        with pytest.raises(Refused) as refused:
            await pia.call("people.add", username="x2", name="x", password="0123456789", adult=True)
        assert (refused.value.code, refused.value.data["why"][0]["code"]) == ("not_allowed", "operators_only")


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", "Chrome, Chromebook"),
        ("Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1", "Safari, iPad"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox, Linux"),
        ("curl/8.0", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_device_is_called_by_browser_and_system_only(agent: str, name: str) -> None:
    assert device_name(agent) == name
