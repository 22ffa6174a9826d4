"""The door over HTTP: problems, keys, cookies, sizes and rates; and that it is the same door as the socket's."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
import pytest_asyncio

from tests.cast import password, populated_database
from tests.drivers import Server, serving
from tests.samples import OF_A_SPACE, SAMPLES, Scene, make_scene, told
from twinspace_server.i18n import words


def cookie(response: httpx2.Response) -> dict[str, str]:
    """The one cookie that is set, by attribute, with its name under `name`."""
    [header] = response.headers.get_list("set-cookie")
    pair, *attributes = header.split("; ")
    name, _, value = pair.partition("=")
    found = {"name": name, "value": value.strip('"')}
    for attribute in attributes:
        key, _, value = attribute.partition("=")
        found[key.lower()] = value
    return found


def problem(response: httpx2.Response, status: int, code: str) -> dict[str, Any]:
    """What a problem document has in any case."""
    told: dict[str, Any] = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.status_code, told["status"], told["code"]) == (status, status, code), told
    assert told["type"].endswith(code)
    assert told["title"]
    assert set(told) <= {"type", "title", "status", "code", "why", "path", "retry_after", "ref"}
    assert response.headers["cache-control"] == "no-store"
    return told


# -- one door ----------------------------------------------------------------------------------------------------


async def test_a_command_over_http_is_heard_on_the_socket(shared: Server) -> None:
    world = shared.world
    async with shared.live("milo") as milo:
        await milo.listen(world.space)
        response = await shared.post("pia", "chat.say", place=world.lobby, text="over HTTP")
        assert response.status_code == 200
        assert response.headers["content-type"] == "application/json"
        assert response.headers["cache-control"] == "no-store"
        answer = response.json()
        event = await milo.wait_for("chat.said")
        assert (event["put"], event["seq"]) == ([answer["message"]], answer["seq"])


async def test_an_outsider_reads_the_same_bytes_for_yours_and_for_nothing(shared: Server) -> None:
    """Over HTTP and over the socket, for every method of a space: to the byte, and in what the headers say."""
    scene: Scene = await told(await make_scene(shared.world))
    async with shared.http("olga") as http, shared.live("olga") as live:
        for name in OF_A_SPACE:
            sample = SAMPLES[name][1]
            answers: list[Any] = []
            for params in (sample(scene), sample(scene.nowhere)):
                reply = await live.reply(name, **params)
                answers.append({"socket": {**reply, "id": 0}})
                if name != "space.listen":
                    response = await http.post(f"/api/{name}", json=params)
                    problem(response, 404, "not_found")
                    headers = {key: value for key, value in response.headers.items() if key != "date"}
                    answers[-1]["http"] = (response.status_code, response.content, headers)
            assert answers[0] == answers[1], name
            assert answers[0]["socket"]["error"]["code"] == -32002, name


async def test_http_and_socket_refuse_in_the_same_words(shared: Server) -> None:
    world = shared.world
    async with shared.http("pia") as http, shared.live("pia") as live:
        for method, params in (
            ("place.change", {"place": world.lobby, "title": "x"}),
            ("chat.say", {"place": world.lobby, "text": ""}),
            ("chat.say", {"place": world.lobby, "text": "x", "reply_to": "never"}),
            ("space.add_member", {"space": world.space, "username": "olga", "role": "guest"}),
            ("chat.shout", {}),
            ("people.add", {"username": "ab", "name": "x", "password": "0123456789", "adult": True}),
        ):
            told = (await http.post(f"/api/{method}", json=params)).json()
            error = (await live.reply(method, **params))["error"]
            assert told["title"] == error["message"]
            assert {key: value for key, value in told.items() if key not in ("type", "title", "status")} == error["data"]
            assert told["title"] == words("nl", f"error-{told['code'].replace('_', '-')}", {"path": told.get("path", "")})


# -- bad input ---------------------------------------------------------------------------------------------------


BODIES: dict[str, tuple[bytes, int, str, str | None]] = {
    "no JSON": (b"hello", 400, "bad_json", None),
    "half": (b'{"place":', 400, "bad_json", None),
    "not UTF-8": (b'{"place":"\xff","text":"x"}', 400, "bad_json", None),
    "a list": (b"[]", 400, "bad_input", "$"),
    "a number": (b"5", 400, "bad_input", "$"),
    "nothing": (b"", 400, "bad_input", "$.place"),
    "an unknown field": (b'{"place":"x","text":"x","more":1}', 400, "bad_input", "$.more"),
    "a wrong type": (b'{"place":5,"text":"x"}', 400, "bad_input", "$.place"),
    "a missing field": (b'{"place":"x"}', 400, "bad_input", "$.text"),
    "too long": (json.dumps({"place": "x", "text": "x" * 4001}).encode(), 400, "bad_input", "$.text"),
    "10,000 deep": (b'{"place":' + b"[" * 10_000 + b"]" * 10_000 + b"}", 400, "", None),
    "100,000 deep": (b"[" * 100_000, 400, "", None),
    "a lone surrogate": (b'{"place":"x","text":"\\ud800"}', 400, "", None),
    "too many bytes": (b" " * (256 * 1024 + 1), 413, "too_large", None),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
async def test_a_body_that_is_wrong_gets_its_problem(shared: Server, name: str) -> None:
    body, status, code, path = BODIES[name]
    async with shared.http("pia") as client:
        response = await client.post("/api/chat.say", content=body)
    told = response.json()
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert told["code"] == code or (not code and told["code"] in ("bad_json", "bad_input"))
    if path:
        assert told["path"] == path


async def test_a_body_of_the_largest_size_is_read(shared: Server) -> None:
    body = json.dumps({"place": shared.world.lobby, "text": "x"}).encode()
    async with shared.http("pia") as client:
        response = await client.post("/api/chat.say", content=body + b" " * (256 * 1024 - len(body)))
    assert response.status_code == 200


@pytest.mark.parametrize("method", ["chat.shout", "house.sweep", "people.add_operator", "x" * 5000, "chat", "%00"])
async def test_an_unknown_method(shared: Server, method: str) -> None:
    for username in ("pia", None):
        problem(await shared.post(username, method), 404, "unknown_method")


@pytest.mark.parametrize("verb", ["GET", "PUT", "DELETE", "PATCH", "HEAD"])
async def test_only_post_asks(shared: Server, verb: str) -> None:
    async with shared.http("pia") as client:
        response = await client.request(verb, "/api/people.me")
    assert response.status_code in (404, 405)
    assert b"pia" not in response.content


async def test_what_is_for_the_socket_says_so(shared: Server) -> None:
    for method, params in (("space.listen", {"space": "x"}), ("presence.typing", {"place": "x"}), ("presence.enter", {"place": "x"})):
        problem(await shared.post("pia", method, **params), 400, "socket_only")


# -- sessions ----------------------------------------------------------------------------------------------------


async def test_without_a_session(shared: Server) -> None:
    async with shared.http() as client:
        nobody = await client.post("/api/people.me", json={})
        told = problem(nobody, 401, "signed_out")
        assert "set-cookie" not in nobody.headers
        for headers in (
            {"Authorization": "Bearer tws_nonsense"}, {"Authorization": "Bearer"}, {"Authorization": "Basic cGlhOnBpYQ=="},
            {"Authorization": f"Bearer {'x' * 5000}"}, {"Cookie": "session=tws_nonsense"}, {"Cookie": "session="},
            {"Cookie": f"__Host-session={shared.world['pia'].token}"},
        ):  # fmt: skip
            assert (await client.post("/api/people.me", json={}, headers=headers)).json() == told
        dutch = await client.post("/api/people.me", json={}, headers={"Accept-Language": "nl"})
        assert dutch.json()["title"] == words("nl", "error-signed-out")
        assert dutch.headers["content-language"] == "nl"


async def test_signing_in_sets_a_cookie_that_scripts_and_other_sites_never_see(shared: Server) -> None:
    async with shared.http() as client:
        response = await client.post("/api/people.sign_in", json={"name": "pia", "password": password("pia")})
        assert response.status_code == 200
        told = response.json()
        assert told["person"]["username"] == "pia"
        assert "token" not in told
        found = cookie(response)
        assert found["name"] == "session"
        assert found["value"].startswith("tws_")
        assert found["value"] not in response.text
        assert set(found) == {"name", "value", "httponly", "max-age", "path", "samesite"}
        assert (found["samesite"].lower(), found["path"], int(found["max-age"])) == ("lax", "/", 30 * 86_400)
        me = (await client.post("/api/people.me", json={})).json()
        assert me["session"]["type"] == "browser"
        out = await client.post("/api/people.sign_out", json={})
        assert out.status_code == 200
        assert cookie(out)["max-age"] == "0"
        assert out.headers["clear-site-data"] == '"cache"'
        late = await client.post("/api/people.me", json={}, headers={"Cookie": f"session={found['value']}"})
        problem(late, 401, "signed_out")
        assert cookie(late)["max-age"] == "0", "a browser need not send it again"


@pytest_asyncio.fixture(scope="module")
async def secure(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Server]:
    """A server that people reach over https, behind a proxy."""
    directory = tmp_path_factory.mktemp("secure")
    async with (
        populated_database("sqlite", directory) as (url, made),
        serving(url, directory, made, PUBLIC_URL="https://twinspace.example.eu") as started,
    ):
        yield started


async def test_over_https_the_cookie_is_bound_to_the_host_and_secure(secure: Server) -> None:
    ours = {"Host": "twinspace.example.eu", "Origin": "https://twinspace.example.eu"}
    async with secure.http(**ours) as client:
        response = await client.post("/api/people.sign_in", json={"name": "pia", "password": password("pia")})
        found = cookie(response)
        assert found["name"] == "__Host-session"
        assert set(found) == {"name", "value", "httponly", "max-age", "path", "samesite", "secure"}
        asked = {"Cookie": f"__Host-session={found['value']}"}
        assert (await client.post("/api/people.me", json={}, headers=asked)).status_code == 200
        asked = {"Cookie": f"session={found['value']}"}
        assert (await client.post("/api/people.me", json={}, headers=asked)).status_code == 401
        out = await client.post("/api/people.sign_out", json={}, headers={"Cookie": f"__Host-session={found['value']}"})
        assert "secure" in cookie(out), "a browser lets go of it only with the same attributes"


async def test_another_site_can_not_speak_for_its_visitor(shared: Server) -> None:
    async with shared.http() as client:
        await client.post("/api/people.sign_in", json={"name": "pia", "password": password("pia")})
        params = {"place": shared.world.lobby, "text": "not mine"}
        for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
            response = await client.post("/api/chat.say", json=params, headers=headers)
            assert (response.status_code, response.json()["code"]) == (403, "foreign_origin")
        port = shared.url.rpartition(":")[2]
        ours = {"Origin": f"http://localhost:{port}", "Sec-Fetch-Site": "same-origin"}
        assert (await client.post("/api/people.me", json={}, headers=ours)).status_code == 200


async def test_a_token_is_answered_without_a_cookie(shared: Server) -> None:
    response = await shared.post(None, "people.sign_in", name="milo", password=password("milo"), token=True, device="A robot")
    assert "set-cookie" not in response.headers
    async with shared.http(Authorization=f"Bearer {response.json()['token']}") as program:
        told = (await program.post("/api/people.me", json={})).json()
    assert (told["session"]["type"], told["session"]["name"]) == ("token", "A robot")


async def test_a_wrong_name_and_a_wrong_password_are_the_same_bytes(server: Server) -> None:
    async with server.http() as client:
        asked = [
            {"name": "pia", "password": "wrong"},
            {"name": "nobody", "password": "wrong"},
            {"name": "pia", "password": password("milo")},
        ]
        answers = [await client.post("/api/people.sign_in", json=params) for params in asked]
        problem(answers[0], 401, "wrong_credentials")
        assert len({answer.content for answer in answers}) == 1
        assert len({tuple(sorted((k, v) for k, v in a.headers.items() if k != "date")) for a in answers}) == 1
        for _ in range(8):
            await client.post("/api/people.sign_in", json={"name": "pia", "password": "wrong"})
        late = await client.post("/api/people.sign_in", json={"name": "pia", "password": password("pia")})
        told = problem(late, 429, "too_many_tries")
        assert 0 < told["retry_after"] <= 3600
        assert late.headers["retry-after"] == str(told["retry_after"])


async def test_signing_in_takes_no_key(shared: Server) -> None:
    """Two sign-ins under one key are two sessions: an answer with a secret is never given twice."""
    params = {"name": "milo", "password": password("milo"), "token": True, "key": "k"}
    tokens = {(await shared.post(None, "people.sign_in", **params)).json()["token"] for _ in range(2)}
    assert len(tokens) == 2


# -- keys and rates ----------------------------------------------------------------------------------------------


async def test_the_header_is_the_key(shared: Server) -> None:
    world = shared.world
    params = {"place": world.lobby, "text": "once"}
    async with shared.http("pia") as client:
        first = await client.post("/api/chat.say", json=params, headers={"Idempotency-Key": "header-1"})
        again = await client.post("/api/chat.say", json=params, headers={"Idempotency-Key": "header-1"})
        in_body = await client.post("/api/chat.say", json={**params, "key": "header-1"})
        both = await client.post("/api/chat.say", json={**params, "key": "header-1"}, headers={"Idempotency-Key": "header-1"})
        assert first.content == again.content == in_body.content == both.content
        other = await client.post("/api/chat.say", json={**params, "text": "twice"}, headers={"Idempotency-Key": "header-1"})
        problem(other, 409, "key_reused")
        for key in (b"", b"x" * 65, b"a b", "é".encode()):
            wrong = await client.post("/api/chat.say", json=params, headers={b"Idempotency-Key": key})
            assert problem(wrong, 400, "bad_input")["path"] == "Idempotency-Key"
        two = await client.post("/api/chat.say", json={**params, "key": "one"}, headers={"Idempotency-Key": "two"})
        assert problem(two, 400, "bad_input")["path"] == "$.key"
    async with shared.live("pia") as pia:
        assert await pia.call("chat.say", **params, key="header-1") == first.json()


@pytest_asyncio.fixture(scope="module")
async def slow(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Server]:
    directory = tmp_path_factory.mktemp("slow")
    async with (
        populated_database("sqlite", directory) as (url, made),
        serving(url, directory, made, MESSAGES_PER_SECOND="20", BURST="40") as started,
    ):
        yield started


async def test_too_fast_over_http(slow: Server) -> None:
    clock = asyncio.get_running_loop().time
    async with slow.http("pia") as client:
        began = clock()
        answers = await asyncio.gather(*(client.post("/api/people.me", json={}) for _ in range(120)))
        done = sum(answer.status_code == 200 for answer in answers)
        assert 40 <= done <= 41 + 20 * (clock() - began)
        late = next(answer for answer in answers if answer.status_code != 200)
        assert problem(late, 429, "too_many")["retry_after"] >= 1
        assert late.headers["retry-after"] == "1"
    assert (await slow.post("milo", "people.me")).status_code == 200


async def test_a_flood_of_strangers_ends_before_it_is_looked_at_and_nobody_elsewhere_notices(tmp_path: Path) -> None:
    async with (
        populated_database("sqlite", tmp_path) as (url, made),
        serving(url, tmp_path, made, MESSAGES_PER_SECOND="1", BURST="4") as server,
    ):
        wrong = {"name": "nobody", "password": "wrong"}
        async with server.http() as client:
            answers = [await client.post("/api/people.sign_in", json={**wrong, "name": f"nobody{number}"}) for number in range(30)]
            refused = [answer for answer in answers if answer.status_code == 429]
            assert {answer.status_code for answer in answers[:20]} == {401}
            assert len(refused) >= 5
            problem(refused[0], 429, "too_many")
            assert refused[0].headers["retry-after"] == "1"
            before = server.house.store.statements
            problem(await client.post("/api/people.sign_in", json=wrong), 429, "too_many")
            assert server.house.store.statements == before, "nothing was asked of the database"
            assert (await client.post("/api/installation.about", json={})).status_code == 200, "who only looks is not counted"
        elsewhere = httpx2.AsyncHTTPTransport(local_address="127.0.0.2")
        async with httpx2.AsyncClient(base_url=server.url, transport=elsewhere, timeout=10) as client:
            right = {"name": "pia", "password": password("pia")}
            assert (await client.post("/api/people.sign_in", json=right)).status_code == 200
