"""Somebody else's JSON-RPC 2.0 client (`jsonrpcclient`) over a plain websocket: signs in, listens, says, receives.

Nothing of our own drivers is used for it: what works here works for any program that knows the standard and docs/protocol.md.
"""

import asyncio
import json
from typing import Any

import httpx2
from jsonrpcclient import Error, Ok, notification_json, parse, request_json
from websockets.asyncio.client import connect

from tests.cast import password
from tests.drivers import Server


async def token(url: str, username: str) -> str:
    async with httpx2.AsyncClient() as client:
        answer = await client.post(f"{url}/api/people.sign_in", json={"name": username, "password": password(username), "token": True})
    return str(answer.json()["token"])


async def receive(socket: Any, events: list[dict[str, Any]]) -> Any:
    """The next reply; what comes before it are notifications, alone or in a batch."""
    while True:
        told = json.loads(await asyncio.wait_for(socket.recv(), 5))
        if isinstance(told, dict) and "id" in told:
            return parse(told)
        events += [one["params"] for one in (told if isinstance(told, list) else [told])]


async def hear(socket: Any, events: list[dict[str, Any]], count: int) -> None:
    """Until so many events have come."""
    while len(events) < count:
        told = json.loads(await asyncio.wait_for(socket.recv(), 5))
        events += [one["params"] for one in (told if isinstance(told, list) else [told])]


async def ask(socket: Any, method: str, params: dict[str, Any], events: list[dict[str, Any]]) -> Any:
    await socket.send(request_json(method, params=params))
    answer = await receive(socket, events)
    assert isinstance(answer, Ok), answer
    return answer.result


async def test_a_program_that_knows_the_standard_takes_part(shared: Server) -> None:
    url = shared.url
    live = url.replace("http", "ws", 1) + "/live"
    async with (
        connect(live, additional_headers={"Authorization": f"Bearer {await token(url, 'pia')}"}) as pia,
        connect(live, additional_headers={"Authorization": f"Bearer {await token(url, 'milo')}"}) as milo,
    ):
        heard: list[dict[str, Any]] = []
        spaces = (await ask(pia, "spaces.mine", {}, heard))["spaces"]
        space = next(card["space"]["id"] for card in spaces if card["space"]["id"] == shared.world.space)
        listening = await ask(pia, "space.listen", {"space": space}, heard)
        lobby = next(place["id"] for place in listening["places"] if place["title"] == "Lobby")
        opened = await ask(milo, "place.open", {"place": lobby}, [])
        said = await ask(milo, "chat.say", {"place": lobby, "text": "Hello from a program", "key": "k1"}, [])
        await hear(pia, heard, 1)
        assert heard[-1]["event"] == "chat.said"
        assert heard[-1]["put"] == [said["message"]]
        assert heard[-1]["seq"] == said["seq"] > opened["seq"]
        again = await ask(milo, "chat.say", {"place": lobby, "text": "Hello from a program", "key": "k1"}, [])
        assert again == said
        await milo.send(notification_json("chat.say", params={"place": lobby, "text": "and as a notification"}))
        await milo.send(request_json("chat.shout", params={}))
        refused = await receive(milo, [])
        assert isinstance(refused, Error)
        assert (refused.code, refused.data["code"]) == (-32601, "unknown_method")
        await hear(pia, heard, 2)
        history = await ask(pia, "chat.history", {"place": lobby, "limit": 2}, heard)
        assert [message["text"] for message in history["messages"]] == ["Hello from a program", "and as a notification"]


async def test_it_comes_back_after_a_while_and_gets_what_it_missed(shared: Server) -> None:
    live = shared.url.replace("http", "ws", 1) + "/live"
    headers = {"Authorization": f"Bearer {await token(shared.url, 'pia')}"}
    events: list[dict[str, Any]] = []
    async with connect(live, additional_headers=headers) as pia:
        bookmark = (await ask(pia, "space.listen", {"space": shared.world.space}, events))["bookmark"]
    lines = [await shared.world.say("milo", f"missed {number}") for number in range(3)]
    async with connect(live, additional_headers=headers) as pia:
        again = await ask(pia, "space.listen", {"space": shared.world.space, "bookmark": bookmark}, events)
        assert again["fresh"] is False
        while len(events) < 3:
            await ask(pia, "people.me", {}, events)
        assert [event["put"][0] for event in events] == lines
