"""The live socket from outside: who may open it, and what it answers to everything that is not a proper call.

The rule (issue: "bad input gets"): the documented error, never a bug's reference, and the socket stays wherever a reply is possible.
"""

import asyncio
import json
import socket as sockets
import struct
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import websockets

from tests.cast import populated_database
from tests.drivers import Live, Refused, Server, serving
from twinspace_server.i18n import words

KB64 = 64 * 1024


# -- what is no call ---------------------------------------------------------------------------------------------


def call(method: Any = "people.me", **changes: Any) -> str:
    return json.dumps({"jsonrpc": "2.0", "id": 7, "method": method, **changes})


PARSE, REQUEST, METHOD, PARAMS = -32700, -32600, -32601, -32602

BROKEN: dict[str, tuple[str, int, str, Any]] = {
    "half an object": ('{"jsonrpc":"2.0","id":7', PARSE, "bad_json", None),
    "no JSON": ("hello", PARSE, "bad_json", None),
    "nothing": ("", PARSE, "bad_json", None),
    "spaces": ("  \n ", PARSE, "bad_json", None),
    "half a batch": ("[1,", PARSE, "bad_json", None),
    "NaN": (call()[:-1] + ',"params":NaN}', PARSE, "bad_json", None),
    "a number": ("1", REQUEST, "not_json_rpc", None),
    "a text": ('"people.me"', REQUEST, "not_json_rpc", None),
    "null": ("null", REQUEST, "not_json_rpc", None),
    "an empty object": ("{}", REQUEST, "not_json_rpc", None),
    "an empty batch": ("[]", REQUEST, "not_json_rpc", None),
    "no method": ('{"jsonrpc":"2.0","id":7}', REQUEST, "not_json_rpc", None),
    "a method that is a number": (call(5), REQUEST, "not_json_rpc", None),
    "no version": ('{"id":7,"method":"people.me"}', REQUEST, "not_json_rpc", None),
    "another version": (call(jsonrpc="1.0"), REQUEST, "not_json_rpc", 7),
    "another version, no id": ('{"jsonrpc":"1.0","method":"people.me"}', REQUEST, "not_json_rpc", None),
    "an id that is an object": (call(id={"a": 1}), REQUEST, "not_json_rpc", None),
    "an id that is true": (call(id=True), REQUEST, "not_json_rpc", None),
    "an id that is a list": (call(id=[1]), REQUEST, "not_json_rpc", None),
    "an unknown method": (call("chat.shout"), METHOD, "unknown_method", 7),
    "the house's own method": (call("house.sweep"), METHOD, "unknown_method", 7),
    "a method of 10,000 letters": (call("x" * 10_000), METHOD, "unknown_method", 7),
    "a method with a path": (call("../chat.say"), METHOD, "unknown_method", 7),
    "an empty method": (call(""), METHOD, "unknown_method", 7),
    "parameters by position": (call(params=["x"]), PARAMS, "bad_input", 7),
    "parameters that are a text": (call(params="x"), PARAMS, "bad_input", 7),
    "an unknown parameter": (call(params={"x": 1}), PARAMS, "bad_input", 7),
    "33 deep": (call(params={"x": json.loads("[" * 33 + "]" * 33)}), PARAMS, "bad_input", 7),
    "10,000 deep": ('{"jsonrpc":"2.0","id":7,"method":"people.me","params":{"x":' + "[" * 10_000 + "]" * 10_000 + "}}", 0, "", None),
    "10,000 deep outside": ("[" * 10_000 + "]" * 10_000, 0, "", None),
    "10,000 objects deep": ('{"a":' * 10_000 + "1" + "}" * 10_000, 0, "", None),
    "10,000 deep and never closed": ('{"jsonrpc":' * 3_000, 0, "", None),
    "a lone surrogate": (call("chat.say", params={"place": "x", "text": "\ud800"}), 0, "", None),
    "a number beyond all bounds": (call("place.read", params={"place": "x", "seq": 10**400}), 0, "", None),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
async def test_what_is_no_call_gets_its_error_and_the_socket_stays(shared: Server, name: str) -> None:
    text, number, code, id_ = BROKEN[name]
    async with shared.live("pia") as pia:
        await pia.send(text)
        reply = await pia.wait_reply()
        error = reply["error"]
        assert set(reply) == {"jsonrpc", "id", "error"}
        assert reply["jsonrpc"] == "2.0"
        assert error["data"]["code"] != "internal"
        if number:
            assert (error["code"], error["data"]["code"], reply["id"]) == (number, code, id_)
        else:
            assert error["code"] in (PARSE, REQUEST, PARAMS)
        assert (await pia.call("people.me"))["person"]["username"] == "pia"


async def test_a_binary_frame_is_answered(shared: Server) -> None:
    async with shared.live("pia") as pia:
        await pia.send(call().encode())
        reply = await pia.wait_reply()
        assert (reply["error"]["code"], reply["error"]["data"]["code"], reply["id"]) == (REQUEST, "binary_frame", None)
        await pia.settle()


async def test_text_that_is_not_utf8_closes_with_1007(shared: Server) -> None:
    async with shared.live("pia") as pia:
        await pia.connection.send(b'{"jsonrpc":"2.0","id":7,"method":"\xff\xfe"}', text=True)
        assert await pia.ended() == 1007


async def test_a_message_may_have_64_kb_and_not_one_byte_more(shared: Server) -> None:
    async with shared.live("pia") as pia:
        most = call(params={"x": ""})
        most = most.replace('""', '"' + "x" * (KB64 - len(most)) + '"')
        assert len(most) == KB64
        await pia.send(most)
        assert (await pia.wait_reply())["error"]["data"]["code"] == "bad_input"
        await pia.send(most + " ")
        reply = await pia.wait_reply()
        assert (reply["error"]["code"], reply["error"]["data"]["code"], reply["id"]) == (-32006, "too_large", None)
        await pia.settle()


async def test_a_message_far_too_large_closes_with_1009(shared: Server) -> None:
    async with shared.live("pia") as pia:
        await pia.send("x" * (1024 * 1024))
        assert await pia.ended() == 1009


async def test_nothing_that_was_refused_was_done(shared: Server) -> None:
    before = await shared.world.ask("pia", "chat.history", place=shared.world.river)
    wrong: list[dict[str, Any]] = [
        {"params": ["x"]},
        {"jsonrpc": "1.0"},
        {"id": {}},
        {"params": {"place": shared.world.river, "text": "x", "more": 1}},
    ]
    async with shared.live("pia") as pia:
        for broken in wrong:
            await pia.send(call("chat.say", **{"params": {"place": shared.world.river, "text": "never"}, **broken}))
            await pia.wait_reply()
    assert await shared.world.ask("pia", "chat.history", place=shared.world.river) == before


# -- what is one -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", [0, 1, -5, 2**53, 2**63, 1.5, "", "a", "7", "é😀", "x" * 1000, None], ids=repr)
async def test_a_reply_has_the_id_of_its_call(shared: Server, id_: Any) -> None:
    async with shared.live("pia") as pia:
        await pia.send(call(id=id_))
        reply = await pia.wait_reply()
        assert (reply["id"], type(reply["id"])) == (id_, type(id_))
        assert set(reply) == {"jsonrpc", "id", "result"}


@pytest.mark.parametrize("params", ["{}", "null", ""])
async def test_a_call_without_parameters_may_leave_them_out(shared: Server, params: str) -> None:
    async with shared.live("pia") as pia:
        await pia.send(call()[:-1] + (f',"params":{params}' if params else "") + "}")
        assert (await pia.wait_reply())["result"]["person"]["username"] == "pia"


async def test_a_notification_is_never_answered_not_even_with_an_error(shared: Server) -> None:
    world = shared.world
    async with shared.live("pia") as pia:
        for method, params in (
            ("chat.say", {"place": world.lobby, "text": "as a notification"}),
            ("chat.say", {"place": world.lobby}),
            ("chat.say", {"place": "nowhere", "text": "x"}),
            ("chat.shout", {}),
            ("presence.typing", {"place": "nowhere"}),
            ("people.me", {}),
        ):
            await pia.signal(method, **params)
        await pia.settle()
        await asyncio.sleep(0.1)
        assert pia.strays == []
        assert pia.events == []
    assert (await world.ask("pia", "chat.history", place=world.lobby))["messages"][-1]["text"] == "as a notification"


async def test_a_batch_is_answered_in_one_frame_without_its_notifications(shared: Server) -> None:
    async with shared.live("pia") as pia:
        batch = [
            json.loads(call(id="a")),
            {"jsonrpc": "2.0", "method": "people.me"},
            json.loads(call("chat.shout", id="b")),
            1,
            json.loads(call("chat.history", id="c", params={"place": shared.world.lobby})),
        ]
        await pia.send(batch)
        await pia.wait_reply()
        answers = {reply["id"]: reply for reply in json.loads(pia.texts[-1])}
        assert set(answers) == {"a", "b", "c", None}
        assert answers["a"]["result"]["person"]["username"] == "pia"
        assert answers["b"]["error"]["code"] == METHOD
        assert answers[None]["error"]["code"] == REQUEST
        assert "messages" in answers["c"]["result"]


async def test_a_batch_of_notifications_is_not_answered(shared: Server) -> None:
    async with shared.live("pia") as pia:
        await pia.send([{"jsonrpc": "2.0", "method": "people.me"}, {"jsonrpc": "2.0", "method": "chat.shout"}])
        await pia.settle()
        await asyncio.sleep(0.1)
        assert pia.strays == []


async def test_a_batch_of_too_many_is_refused_whole(shared: Server) -> None:
    async with shared.live("pia") as pia:
        await pia.send([json.loads(call("chat.say", id=n, params={"place": shared.world.lobby, "text": "no"})) for n in range(21)])
        reply = await pia.wait_reply()
        assert (reply["error"]["code"], reply["id"]) == (REQUEST, None)
        await pia.settle()
        assert pia.strays == []


async def test_listening_in_a_batch_answers_before_the_first_event(shared: Server) -> None:
    world = shared.world
    async with shared.live("pia") as pia:
        first = await pia.listen(world.space)
        await world.say("milo", "while pia reads on")
        await pia.call("space.unlisten", space=world.space)
        seen = len(pia.texts)
        await pia.send([json.loads(call("space.listen", id="a", params={"space": world.space, "bookmark": first["bookmark"]}))])
        await pia.wait_for(lambda event: event["seq"] > first["seq"], after=len(pia.events))
        assert "result" in pia.texts[seen]


async def test_calls_are_answered_alone_and_in_any_case_once(shared: Server) -> None:
    async with shared.live("pia") as pia:
        replies = await asyncio.gather(*(pia.reply("people.me") for _ in range(30)))
        assert len({reply["id"] for reply in replies}) == 30
        assert all(isinstance(json.loads(text), dict) for text in pia.texts)
        assert pia.strays == []


async def test_lines_are_stored_in_the_order_in_which_they_were_sent(shared: Server) -> None:
    world = shared.world
    room = await world.make_room("In order")
    async with shared.live("pia") as pia:
        waiting = []
        for number in range(30):
            waiting.append(pia.expect(f"n{number}"))
            await pia.send(call("chat.say", id=f"n{number}", params={"place": room, "text": str(number)}))
        replies = await asyncio.gather(*waiting)
        seqs = [reply["result"]["seq"] for reply in replies]
        assert seqs == sorted(seqs)


# -- words -------------------------------------------------------------------------------------------------------


async def test_errors_speak_the_readers_language(shared: Server) -> None:
    world = shared.world
    for username, language in (("pia", "nl"), ("milo", "en")):
        async with shared.live(username, headers={"Accept-Language": "fr, de"}) as live:
            with pytest.raises(Refused) as refused:
                await live.call("place.change", place=world.lobby, title="Mine")
            assert refused.value.code == "not_allowed"
            assert refused.value.message == words(language, "error-not-allowed")
            reason = refused.value.data["why"][-1]
            assert reason["text"] == words(language, f"why-{reason['code'].replace('_', '-')}", reason["args"])
            assert reason["text"] != reason["code"]
            await live.send("hello")
            assert (await live.wait_reply())["error"]["message"] == words(language, "error-bad-json")


async def test_who_has_chosen_no_language_gets_the_one_the_browser_asks_for(shared: Server) -> None:
    world = shared.world
    if "tess" not in world.people:
        await world.add_person("tess", "Tess", adult=True, language=None)
    for asked, language in (("nl-BE, en;q=0.5", "nl"), ("en;q=0.5, nl;q=0.4", "en"), ("ka", "en"), ("", "en")):
        async with shared.live("tess", headers={"Accept-Language": asked}) as live:
            reply = await live.reply("chat.shout")
            assert reply["error"]["message"] == words(language, "error-unknown-method")


# -- the handshake -----------------------------------------------------------------------------------------------


async def refused_handshake(server: Server, **options: Any) -> tuple[int, dict[str, Any]]:
    with pytest.raises(websockets.InvalidStatus) as refused:
        async with Live.open(server.url, **options):
            pass
    response = refused.value.response
    assert response.headers["Content-Type"] == "application/problem+json"
    return response.status_code, json.loads(response.body or b"{}")


async def cookie_of(server: Server, username: str) -> str:
    async with server.http() as client:
        answer = await client.post("/api/people.sign_in", json={"name": username, "password": server.world[username].password})
        return str(answer.headers["set-cookie"].partition(";")[0])


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost.evil.example", "http://localhost:1", "HTTP://", "file://"]
)
async def test_a_foreign_page_can_not_open_it_with_its_visitors_cookie(shared: Server, origin: str) -> None:
    cookie = await cookie_of(shared, "pia")
    status, problem = await refused_handshake(shared, cookie=cookie, origin=origin)
    assert (status, problem["code"]) == (403, "foreign_origin")
    status, _ = await refused_handshake(shared, token=shared.world["pia"].token, origin=origin)
    assert status == 403


async def test_a_cookie_without_an_origin_is_refused(shared: Server) -> None:
    """Every browser says where a socket is opened from; a program that doesn't has no business with a cookie (CSWSH)."""
    cookie = await cookie_of(shared, "pia")
    status, problem = await refused_handshake(shared, cookie=cookie)
    assert (status, problem["code"]) == (403, "foreign_origin")


async def test_our_own_page_opens_it_with_the_cookie_and_a_program_with_its_token(shared: Server) -> None:
    cookie = await cookie_of(shared, "pia")
    port = shared.url.rpartition(":")[2]
    for options in (
        {"cookie": cookie, "origin": f"http://localhost:{port}"},
        {"cookie": cookie, "origin": f"http://127.0.0.1:{port}"},
        {"token": shared.world["pia"].token},
    ):
        async with Live.open(shared.url, **options) as live:  # type: ignore[arg-type]
            assert (await live.call("people.me"))["person"]["username"] == "pia"


@pytest.mark.parametrize("token", [None, "", "tws_nonsense", "x" * 300, "tws_ \t x"])
async def test_nobody_is_let_in_without_a_session_that_stands(shared: Server, token: str | None) -> None:
    status, problem = await refused_handshake(shared, token=token)
    assert (status, problem["code"], problem["status"]) == (401, "signed_out", 401)
    status, problem = await refused_handshake(shared, token=token, headers={"Accept-Language": "nl"})
    assert problem["title"] == words("nl", "error-signed-out")


async def test_an_ended_or_expired_session_is_refused_like_an_unknown_one(server: Server) -> None:
    world = server.world
    unknown = await refused_handshake(server, token="tws_nonsense")
    await world.do("milo", "people.sign_out")
    assert await refused_handshake(server, token=world["milo"].token) == unknown
    server.clock.forward(days=31)
    assert await refused_handshake(server, token=world["pia"].token) == unknown


async def test_a_call_on_a_socket_whose_session_has_run_out_is_signed_out(server: Server) -> None:
    async with server.live("pia") as pia:
        await pia.settle()
        server.clock.forward(days=31)
        with pytest.raises(Refused) as refused:
            await pia.call("people.me")
        assert (refused.value.code, refused.value.number) == ("signed_out", -32001)
        with pytest.raises((Refused, ConnectionError)):
            await pia.call("chat.say", place=server.world.lobby, text="too late")


async def test_nobody_holds_more_than_eight(shared: Server) -> None:
    opened = [Live.open(shared.url, shared.world["gerda"].token) for _ in range(8)]
    lives = [await one.__aenter__() for one in opened]
    try:
        status, problem = await refused_handshake(shared, token=shared.world["gerda"].token)
        assert (status, problem["code"], problem["retry_after"]) == (429, "too_many_sockets", 10)
        async with shared.live("pia") as pia:  # one's own limit, nobody else's
            await pia.settle()
        await lives[0].close()
        for _ in range(50):
            try:
                async with shared.live("gerda") as ninth:
                    await ninth.settle()
                break
            except websockets.InvalidStatus:
                await asyncio.sleep(0.02)
        else:
            raise AssertionError("a closed socket is still counted")
    finally:
        for one in opened:
            await one.__aexit__(None, None, None)


async def test_those_who_go_away_during_the_handshake_are_not_counted(shared: Server) -> None:
    host, port = shared.url.removeprefix("http://").split(":")
    ask = (
        f"GET /live HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nAuthorization: Bearer {shared.world['bob'].token}\r\n\r\n"
    )
    for number in range(30):
        with sockets.create_connection((host, int(port))) as gone:
            gone.setsockopt(sockets.SOL_SOCKET, sockets.SO_LINGER, struct.pack("ii", 1, 0))  # a reset, not a goodbye
            gone.sendall(ask.encode())
            if number % 2:
                await asyncio.sleep(0.001)
    await asyncio.sleep(0.3)
    async with shared.live("bob") as bob:
        await bob.settle()


# -- too much ----------------------------------------------------------------------------------------------------


@pytest_asyncio.fixture(scope="module")
async def slow(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Server]:
    """A server with the rate that people get: 20 messages a second, 40 at once."""
    directory: Path = tmp_path_factory.mktemp("slow")
    async with (
        populated_database("sqlite", directory) as (url, made),
        serving(url, directory, made, MESSAGES_PER_SECOND="20", BURST="40") as started,
    ):
        yield started


async def test_too_fast_is_told_when_to_come_back_and_the_socket_stays(slow: Server) -> None:
    clock = asyncio.get_running_loop().time
    async with slow.live("pia") as pia, slow.live("milo") as milo:
        began = clock()
        replies = await asyncio.gather(*(pia.reply("people.me") for _ in range(80)))
        refused = [reply["error"] for reply in replies if "error" in reply]
        assert 40 <= 80 - len(refused) <= 41 + 20 * (clock() - began)
        assert {(e["code"], e["data"]["code"]) for e in refused} == {(-32005, "too_many")}
        assert all(error["data"]["retry_after"] >= 1 for error in refused)
        await milo.settle()
        await asyncio.sleep(1)
        replies = await asyncio.gather(*(pia.reply("people.me") for _ in range(80)))
        assert 20 <= sum("result" in reply for reply in replies) <= 41 + 20 * (clock() - began) - (80 - len(refused))


async def test_signals_and_broken_messages_count_too(slow: Server) -> None:
    world = slow.world
    async with slow.live("pia") as pia:
        await pia.listen(world.space)
        for _ in range(60):
            await pia.signal("presence.typing", place=world.lobby)
        reply = await pia.reply("people.me")
        assert reply["error"]["data"]["code"] == "too_many"
    async with slow.live("pia") as pia:
        for _ in range(60):
            await pia.send("hello")
        reply = await pia.reply("people.me")
        assert reply["error"]["data"]["code"] == "too_many"


async def test_a_batch_counts_as_many_as_are_in_it(slow: Server) -> None:
    async with slow.live("pia") as pia:
        for _ in range(4):
            await pia.send([json.loads(call(id=f"b{n}")) for n in range(20)])
        codes: list[str] = []
        while len(codes) < 80:
            reply = await pia.wait_reply()
            codes.append(reply.get("error", {"data": {"code": "ok"}})["data"]["code"])
        assert 30 <= codes.count("too_many") <= 40


async def test_a_floods_error_replies_do_not_drop_who_reads_them(slow: Server) -> None:
    async with slow.live("pia") as pia:
        for _ in range(2_000):
            await pia.send("hello")
        await asyncio.sleep(1.2)
        await pia.settle()
