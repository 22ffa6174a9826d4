"""The numbered log: gap-free numbers, tags, what is read back and under which names; and that no person's words are kept in it."""

import io
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import select

from tests.cast import World
from tests.drivers import Server, running
from twinspace_server import texts
from twinspace_server.live import keys, log
from twinspace_server.spaces import housekeeping
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

MARKER = "Zwanenzang-7f3a"
"""What pia says; it may be in tables that hold what people say, and nowhere else."""


async def read(world: World, space: str, after: int = 0, most: int = 1000) -> list[log.Entry]:
    registry = world.house.dispatcher.registry
    return await world.house.store.read(lambda db: log.read(db, registry, space, after, most))


async def head(world: World, space: str) -> tuple[int, str]:
    return await world.house.store.read(lambda db: log.head(db, space))


async def test_numbers_begin_with_one_and_the_head_is_the_newest(stage: Server) -> None:
    world = stage.world
    for number in range(5):
        await world.say("pia", str(number))
    entries = await read(world, world.space)
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert await head(world, world.space) == (entries[-1].seq, entries[-1].tag)
    assert len({entry.tag for entry in entries}) == len(entries)
    assert entries[0].event == "space.founded"
    assert await head(world, "nowhere") == (0, "")


async def test_what_is_read_back_are_the_things_as_they_are_now(stage: Server) -> None:
    world = stage.world
    start, _ = await head(world, world.space)
    said = await world.say("pia", "first")
    await world.do("pia", "chat.edit", place=world.lobby, message=said["id"], text="second")
    await world.do("bob", "chat.hide", place=world.lobby, message=said["id"], reason="x")
    entries = await read(world, world.space, start)
    assert [entry.event for entry in entries] == ["chat.said", "chat.edited", "chat.hidden"]
    kinds = [[(loaded.kind.name, getattr(loaded.item, "text", None)) for loaded in entry.loaded] for entry in entries]
    assert kinds == [[], [("original", "first")], [("message", ""), ("original", "second")]], "each once, at the newest that names it"
    page = await read(world, world.space, start, 1)
    assert [(loaded.kind.name, getattr(loaded.item, "state", None)) for loaded in page[0].loaded] == [("message", "hidden")]


@pytest.mark.parametrize(
    ("bookmark", "expected"),
    [("12-abc", (12, "abc")), ("0-x", (0, "x")), ("12-a-b", (12, "a-b")), ("12", None), ("", None), ("-1-x", None), ("x-1", None),
     ("１２-x", None), ("1" * 19 + "-x", None), (" 1-x", None), ("+1-x", None)],
)  # fmt: skip
def test_a_bookmark_is_a_number_and_a_tag(bookmark: str, expected: tuple[int, str] | None) -> None:
    assert log.split(bookmark) == expected


async def test_old_rows_are_swept_and_newer_stay(world: World) -> None:
    await world.do("pia", "chat.say", place=world.lobby, text="old", key="k")
    before = await head(world, world.space)
    world.clock.forward(days=36)
    await world.house.dispatcher.house("house.sweep", housekeeping.Sweep())
    await world.sign_in("pia")
    await world.say("pia", "new", key="k")
    entries = await read(world, world.space)
    assert [entry.seq for entry in entries] == [before[0] + 1]
    assert await head(world, world.space) == (entries[0].seq, entries[0].tag)
    texts = [item["text"] for item in (await world.ask("pia", "place.open", place=world.lobby))["items"]]
    assert texts == ["old", "new"], "the log is swept, not what people said; and an old key is forgotten"


# -- nobody's words ----------------------------------------------------------------------------------------------


async def every_deed(world: World) -> None:
    """Words of pia's in everything that takes words, also in what is refused."""
    said = await world.do("pia", "chat.say", place=world.lobby, text=f"{MARKER} one", key="k1")
    message = said["message"]["id"]
    await world.do("pia", "chat.edit", place=world.lobby, message=message, text=f"{MARKER} two", key="k2")
    await world.do("bob", "chat.hide", place=world.lobby, message=message, reason=f"{MARKER} three", key="k3")
    await world.do("bob", "chat.restore", place=world.lobby, message=message, key="k4")
    await world.do("pia", "chat.withdraw", place=world.lobby, message=message, key="k5")
    await world.say("pia", f"{MARKER} that stays")
    await world.do("pia", "people.create_token", name=f"{MARKER} token", key="k6")
    await world.do("alice", "chat.make_room", space=world.space, title=f"{MARKER} room", key="k7")
    await world.do("alice", "space.change", space=world.space, name=f"{MARKER} space", description=f"{MARKER} four", key="k8")
    for method, params in (
        ("chat.say", {"place": world.staffroom, "text": MARKER}),
        ("chat.say", {"place": world.lobby, "text": MARKER, "key": "k1"}),
        ("chat.say", {"place": world.lobby, "text": MARKER, "more": MARKER}),
        ("chat.react", {"place": world.lobby, "message": message, "emoji": MARKER, "on": True}),
        ("place.change", {"place": world.lobby, "title": MARKER}),
        (f"chat.{MARKER}", {}),
    ):
        await world.refusal("pia", method, **params)
    await world.refusal(None, "people.sign_in", name=f"{MARKER}", password=f"{MARKER} password")


MAY_HOLD = {"messages", "originals", "order_record", "places", "space_details", "sessions"}
"""The tables for what people say and how they call things."""


async def test_a_persons_words_are_in_no_log_row_and_no_stored_reply(world: World) -> None:
    await every_deed(world)

    def tables(db: Db) -> dict[str, str]:
        return {table.name: repr([tuple(row) for row in db.execute(select(table))]) for table in metadata.sorted_tables}

    kept = await world.house.store.read(tables)
    assert {name for name, rows in kept.items() if MARKER in rows} == MAY_HOLD
    assert MARKER not in kept[log.log.name] + kept[keys.keys.name] + kept["sign_in_failures"] + kept["jobs"]


@pytest.fixture
def logged() -> Any:
    """Everything that this process writes to its log, from the lowest level on."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    root = logging.getLogger()
    for one in root.handlers:
        if isinstance(one.formatter, structlog.stdlib.ProcessorFormatter):
            handler.setFormatter(one.formatter)
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(before)


async def test_a_persons_words_are_in_no_line_of_the_log(world: World, logged: io.StringIO) -> None:
    await every_deed(world)
    assert MARKER not in logged.getvalue()


@pytest.fixture
async def program(populated: tuple[str, World], tmp_path: Path) -> AsyncIterator[Any]:
    url, world = populated
    async with running(url, tmp_path, world, LOG_LEVEL="info") as started:
        yield started


async def test_a_server_writes_nobodys_words_not_even_when_it_fails(program: Any) -> None:
    """The real server's own log, over HTTP and socket, with hostile input; and with a bug in a handler."""
    world = program.world
    async with program.http("pia") as http, program.live("pia") as pia:
        await pia.listen(world.space)
        for body in (
            json.dumps({"place": world.lobby, "text": f"{MARKER} x"}).encode(), f'{{"place":"{MARKER}'.encode(),
            json.dumps({"place": MARKER, "text": MARKER}).encode(), json.dumps({MARKER: MARKER}).encode(),
        ):  # fmt: skip
            await http.post("/api/chat.say", content=body)
            await pia.send(body.decode())
        await http.post(f"/api/chat.{MARKER}?{MARKER}={MARKER}", json={})
        await http.post("/api/people.me", json={}, headers={"Authorization": f"Bearer {MARKER}", "User-Agent": MARKER})
        await http.post("/api/people.sign_in", json={"name": MARKER, "password": MARKER})
        await pia.send(f"{MARKER}\n\n{{")
        await pia.send(MARKER.encode())
        await pia.call("chat.say", place=world.lobby, text=f'{MARKER} y\r\n{{"level":"forged"}}')
        await pia.settle()
    await program.stop()
    written = program.log.read_text()
    assert MARKER not in written
    assert world["pia"].token not in written
    for line in written.splitlines()[1:]:
        assert json.loads(line)["level"] in ("info", "warning")


async def test_a_bug_is_logged_under_its_reference_without_what_was_said(
    server: Server, logged: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str, path: str) -> str:
        raise RuntimeError(f"could not understand {text}")

    monkeypatch.setattr(texts, "prose", broken)
    response = await server.post("pia", "chat.say", place=server.world.lobby, text=MARKER)
    async with server.live("pia") as pia:
        reply = await pia.reply("chat.say", place=server.world.lobby, text=MARKER)
        assert (await pia.call("people.me"))["person"]
    told = response.json()
    assert (response.status_code, told["code"], reply["error"]["code"]) == (500, "internal", -32603)
    written = logged.getvalue()
    for ref in (told["ref"], reply["error"]["data"]["ref"]):
        assert ref in written
    assert MARKER not in written + response.text + json.dumps(reply)
    assert "chat.py" in written, "where it happened is told"
