"""Files as commands have them: each works, refuses and rejects; contents are kept once, and go when nobody names them any more."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.cast import World, enter, populated_database
from tests.drivers import Server
from twinspace_server import app
from twinspace_server.cms.files import contents
from twinspace_server.cms.files.contents import blobs
from twinspace_server.errors import TwinspaceError
from twinspace_server.files.copying import bring_in, bring_out
from twinspace_server.files.local import LocalFiles
from twinspace_server.files.promise import beside
from twinspace_server.storage import backup


class Shelf:
    """An archive of the cast's space."""

    def __init__(self, world: World, place: str) -> None:
        self.world, self.place = world, place

    @classmethod
    async def make(cls, world: World, title: str = "Field notes") -> "Shelf":
        return cls(world, str((await world.do("alice", "archive.make", space=world.space, title=title))["place"]["id"]))

    async def add(self, by: str, called: str, content: bytes = b"text", /, **params: Any) -> dict[str, Any]:
        return await self.world.add_file(by, self.place, called, content, **params)

    async def do(self, by: str, method: str, file: dict[str, Any], **params: Any) -> dict[str, Any]:
        return await self.world.do(by, method, place=self.place, file=file["id"], **params)

    async def refused(self, by: str, method: str, file: dict[str, Any], **params: Any) -> TwinspaceError:
        return await self.world.refusal(by, method, place=self.place, file=file["id"], **params)

    async def there(self, who: str) -> list[dict[str, Any]]:
        return list((await self.world.ask(who, "file.list", place=self.place))["files"])

    async def names(self, who: str) -> list[str]:
        return [file["name"] for file in await self.there(who)]


async def test_adding(stage: Server) -> None:
    world, shelf = stage.world, await Shelf.make(stage.world)
    file = await shelf.add("pia", "lamps.csv", name="Lamps on the bridge", description=" Counted. ", alt="")
    assert (file["name"], file["description"], file["author"]) == ("Lamps on the bridge.csv", "Counted.", world["pia"].id)
    assert await shelf.names("milo") == ["Lamps on the bridge.csv"]
    opened = await world.ask("milo", "place.open", place=shelf.place)
    assert opened["items"] == [file]
    upload = await world.upload("pia", shelf.place, "a.txt", b"a")
    first = await world.do("pia", "file.add", place=shelf.place, upload=upload, key="k")
    assert await world.do("pia", "file.add", place=shelf.place, upload=upload, key="k") == first, "a repeat adds nothing"
    other = await world.upload("pia", shelf.place, "b.txt", b"b")
    assert (await world.refusal("pia", "file.add", place=world.lobby, upload=other)).kind == "no_files_here"
    assert (await world.refusal("pia", "file.add", place=shelf.place, upload=other, name="\u202e")).kind == "file_name_missing"
    assert (await world.refusal("olga", "file.add", place=shelf.place, upload=other)).kind == "not_found"
    assert (await world.refusal("gerda", "file.add", place=shelf.place, upload=other)).kind == "not_allowed"
    world.clock.forward(minutes=61)
    assert (await world.refusal("pia", "file.add", place=shelf.place, upload=other)).kind == "unknown_upload"


async def test_changing(stage: Server) -> None:
    shelf = await Shelf.make(stage.world)
    file = await shelf.add("pia", "a.txt")
    changed = (await shelf.do("pia", "file.change", file, name="../B.exe", description="New", rank=7))["file"]
    assert (changed["name"], changed["description"], changed["rank"]) == ("B.txt", "New", 7)
    assert changed["changed_by"] == stage.world["pia"].id
    assert "seq" not in await shelf.do("pia", "file.change", file, description="New")
    assert (await shelf.refused("milo", "file.change", file, name="C")).kind == "not_allowed"
    assert (await shelf.refused("olga", "file.change", file, name="C")).kind == "not_found"
    assert (await shelf.refused("pia", "file.change", file, name=" ")).kind == "file_name_missing"
    assert (await shelf.do("bob", "file.change", file, alt="For teachers, too"))["file"]["alt"] == "For teachers, too"


async def test_versions(stage: Server) -> None:
    world, shelf = stage.world, await Shelf.make(stage.world)
    file = await shelf.add("pia", "a.txt", b"one")
    upload = await world.upload("pia", shelf.place, "a.csv", b"two")
    fresh = (await shelf.do("pia", "file.replace", file, upload=upload))["file"]
    assert (fresh["id"], fresh["name"], fresh["version"]) == (file["id"], "a.csv", 2)
    told = (await shelf.do("milo", "file.versions", file))["versions"]
    assert [(one["number"], one["name"]) for one in told] == [(2, "a.csv"), (1, "a.txt")]
    assert (await shelf.do("pia", "file.bring_back", file, version=1))["file"]["version"] == 3
    assert (await shelf.refused("pia", "file.bring_back", file, version=9)).kind == "unknown_version"
    assert (await shelf.refused("pia", "file.bring_back", file, version=1)).kind == "same_version"
    assert (await shelf.refused("milo", "file.bring_back", file, version=2)).kind == "not_allowed"
    mine = await world.upload("milo", shelf.place, "b.txt", b"three")
    assert (await shelf.refused("milo", "file.replace", file, upload=mine)).kind == "not_allowed"
    assert (await shelf.refused("pia", "file.replace", file, upload=mine)).kind == "unknown_upload"


async def test_moving(stage: Server) -> None:
    world, shelf, other = stage.world, await Shelf.make(stage.world), await Shelf.make(stage.world, "Finished")
    closed = await Shelf.make(world, "For teachers")
    await world.set_table(closed.place, {"teacher": ["read", "add"], "pupil": []})
    file = await shelf.add("pia", "a.txt")
    moved = (await shelf.do("pia", "file.move", file, to=other.place))["file"]
    assert moved["place"] == other.place
    assert (await shelf.names("milo"), await other.names("milo")) == ([], ["a.txt"])
    assert (await other.refused("milo", "file.move", file, to=shelf.place)).kind == "not_allowed"
    assert (await other.refused("pia", "file.move", file, to=closed.place)).kind == "not_found"
    assert (await other.refused("pia", "file.move", file, to=other.place)).kind == "same_place"
    assert (await other.refused("pia", "file.move", file, to=world.lobby)).kind == "no_files_here"
    await other.do("alice", "file.move", file, to=closed.place)
    assert await other.names("pia") == []
    assert (await world.refusal("pia", "file.versions", place=closed.place, file=file["id"])).kind == "not_found"


async def test_deleting_and_putting_back(stage: Server) -> None:
    shelf = await Shelf.make(stage.world)
    file = await shelf.add("pia", "a.txt")
    assert (await shelf.refused("milo", "file.delete", file)).kind == "not_allowed"
    await shelf.do("pia", "file.delete", file)
    assert await shelf.names("milo") == []
    assert (await shelf.refused("pia", "file.delete", file)).kind == "not_found"
    for who, count in (("pia", 1), ("bob", 1), ("milo", 0)):
        assert len((await stage.world.ask(who, "file.deleted", place=shelf.place))["files"]) == count
    assert (await shelf.refused("milo", "file.restore", file)).kind == "not_found"
    assert (await shelf.do("bob", "file.restore", file))["file"]["name"] == "a.txt"
    assert await shelf.names("milo") == ["a.txt"]


async def test_hiding(stage: Server) -> None:
    shelf = await Shelf.make(stage.world)
    file = await shelf.add("pia", "secret-name.txt", description="secret words")
    assert (await shelf.refused("milo", "file.hide", file, reason="x")).kind == "not_allowed"
    hidden = (await shelf.do("bob", "file.hide", file, reason="Not our file."))["file"]
    assert (hidden["state"], hidden["reason"], hidden["name"], hidden["description"], hidden["size"]) == (
        "hidden",
        "Not our file.",
        "",
        "",
        0,
    )
    for method, params in (("file.change", {"name": "x"}), ("file.move", {"to": shelf.place})):
        assert (await shelf.refused("pia", method, file, **params)).kind == "file_hidden"
    assert (await shelf.refused("pia", "file.delete", file)).kind == "not_allowed"
    assert (await shelf.refused("pia", "file.versions", file)).kind == "not_found"
    assert (await shelf.do("bob", "file.versions", file))["versions"][0]["name"] == "secret-name.txt"
    assert (await shelf.do("bob", "file.show", file))["file"]["name"] == "secret-name.txt"
    assert (await shelf.refused("bob", "file.show", file)).kind == "file_shown"


async def test_what_a_held_pupil_adds_waits_with_its_upload(stage: Server) -> None:
    world, shelf = stage.world, await Shelf.make(stage.world)
    await world.do("alice", "order.hold", space=world.space, person=world["pia"].id, on=True)
    upload = await world.upload("pia", shelf.place, "unread words.txt", b"text")
    put = await world.do("pia", "file.add", place=shelf.place, upload=upload)
    assert "file" not in put
    assert await shelf.names("milo") == []
    world.clock.forward(hours=5)
    await app.clear_files(world.house.dispatcher, world.house.files)
    await world.do("alice", "waiting.let_through", place=shelf.place, waiting=put["waiting"]["id"])
    assert await shelf.names("milo") == ["file.txt"], "a name that nobody has read stays out"


async def test_reports_freeze_a_file_with_its_neighbours(stage: Server) -> None:
    world, shelf = stage.world, await Shelf.make(stage.world)
    await shelf.add("pia", "before.txt")
    file = await shelf.add("milo", "unkind.txt", description="unkind words")
    made = await world.do("pia", "report.make", place=shelf.place, kind="file", item=file["id"], word="Look")
    frozen = (await world.ask("alice", "report.evidence", space=world.space, report=made["report"]["id"]))["frozen"]
    assert [one["text"] for one in frozen] == ["before.txt", "unkind.txt\nunkind words"]


async def test_files_are_found_by_name_and_words(stage: Server) -> None:
    world, shelf = stage.world, await Shelf.make(stage.world)
    file = await shelf.add("pia", "kingfisher.txt", description="seen at the weir")

    async def found(who: str, words: str) -> list[str]:
        for _ in range(200):
            answer = await world.ask(who, "search.find", space=world.space, text=words)
            hits = [hit["id"] for hit in answer["hits"] if hit["kind"] == "file"]
            if hits:
                return hits
            await asyncio.sleep(0.02)
        return []

    assert await found("milo", "kingfisher") == [file["id"]]
    assert await found("milo", "weir") == [file["id"]]


async def test_room(stage: Server) -> None:
    world, shelf = stage.world, await Shelf.make(stage.world)
    before = (await world.ask("pia", "file.room", place=shelf.place))["used"]
    await shelf.add("pia", "a.txt", b"x" * 1000)
    await shelf.add("milo", "b.txt", b"x" * 1000)
    await shelf.add("milo", "c.txt", b"y" * 1000)
    room = await world.ask("pia", "file.room", place=shelf.place)
    assert room["used"] - before == 2000, "the same content counts once"
    assert (await world.refusal("gerda", "file.room", place=shelf.place)).kind == "not_allowed"
    assert (await world.refusal("pia", "file.room", place=world.lobby)).kind == "no_files_here"


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_a_full_space_takes_nothing_more(kind: str, tmp_path: Path) -> None:
    async with populated_database(kind, tmp_path) as (url, made), enter(url, tmp_path, made, SPACE_BYTES="3000") as world:
        shelf = await Shelf.make(world)
        await shelf.add("pia", "a.txt", b"x" * 2000)
        again = await shelf.add("milo", "same.txt", b"x" * 2000)
        upload = await world.upload("milo", shelf.place, "b.txt", b"y" * 2000)
        error = await world.refusal("milo", "file.add", place=shelf.place, upload=upload)
        assert (error.kind, error.status) == ("space_full", 507)
        await shelf.do("milo", "file.delete", again)


async def kept(world: World) -> set[str]:
    return {name async for name in world.house.files.names()}


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_contents_go_when_nobody_names_them(kind: str, tmp_path: Path) -> None:
    async with populated_database(kind, tmp_path) as (url, made), enter(url, tmp_path, made) as world:

        async def sweep() -> int:
            return await app.clear_files(world.house.dispatcher, world.house.files)

        async def a_month_later() -> None:
            world.clock.forward(days=31)
            for who in ("pia", "milo"):
                await world.sign_in(who)

        shelf = await Shelf.make(world)
        file = await shelf.add("pia", "a.txt", b"one")
        await shelf.add("milo", "same.txt", b"one")
        await world.upload("pia", shelf.place, "given-up.txt", b"two")
        assert len(await kept(world)) == 2
        assert await sweep() == 0
        world.clock.forward(hours=3)
        assert await sweep() == 1, "an upload that became nothing"
        assert len(await kept(world)) == 1
        await shelf.do("pia", "file.delete", file)
        await a_month_later()
        await world.house.dispatcher.house("file.forget", _forget(file["id"]), world.space)
        assert await sweep() == 0, "somebody else has the same"
        other = (await shelf.there("milo"))[0]
        await shelf.do("milo", "file.delete", other)
        assert (await shelf.refused("milo", "file.restore", file)).kind == "not_found"
        await a_month_later()
        await world.house.dispatcher.house("file.forget", _forget(other["id"]), world.space)
        assert await sweep() == 1
        assert await kept(world) == set()
        again = await shelf.add("pia", "again.txt", b"one")
        assert len(await kept(world)) == 1
        assert again["name"] == "again.txt"


def _forget(file: str) -> Any:
    command = app.registry().commands["file.forget"]
    return command.params(file=file)  # type: ignore[call-arg]


async def test_what_is_being_dropped_is_not_what_somebody_adds(stage: Server) -> None:
    """Between parting with a content and dropping its bytes, the same content comes in again: under another name."""
    world, shelf = stage.world, await Shelf.make(stage.world)
    house = world.house.dispatcher
    await world.upload("pia", shelf.place, "a.txt", b"the very same")
    world.clock.forward(hours=3)
    going = (await house.house("file.unnamed", contents.Unnamed())).result["names"]
    file = await shelf.add("milo", "a.txt", b"the very same")
    for name in going:
        await world.house.files.drop(name)
        await world.house.files.drop(beside(name, "320"))
    await house.house("file.dropped", contents.Dropped(names=going))
    blob = (await house.look("file.serve", {"person": world["milo"].id, "file": file["id"]})).blob
    assert blob not in going
    assert await world.house.files.size(blob) == 13
    named = await world.house.store.read(lambda db: [row[0] for row in db.execute(select(blobs.c.name))])
    assert not set(going) & set(named)


async def test_a_backup_holds_the_files_wherever_they_lie(tmp_path: Path) -> None:
    """Out of a store and back into another one, with what is on its way left out."""
    here, there, elsewhere = (tmp_path / name for name in ("here", "there", "elsewhere"))
    here.mkdir()
    async with populated_database("sqlite", here) as (url, made), enter(url, here, made) as world:
        shelf = await Shelf.make(world)
        file = await shelf.add("pia", "a.txt", b"kept")
        (here / "files" / ".incoming" / "half.part").write_bytes(b"half")
        blob = (await world.house.dispatcher.look("file.serve", {"person": world["pia"].id, "file": file["id"]})).blob
        store = world.house.files
        for name, collect in (("local.tar", None), ("fetched.tar", lambda at: asyncio.run(bring_out(store, at)))):
            wrote = await asyncio.to_thread(backup.write, url, here, tmp_path / name, collect=collect)
            assert wrote.files == 1
    there.mkdir()
    other = LocalFiles(elsewhere)
    brought = await asyncio.to_thread(
        backup.restore,
        f"sqlite:///{there / 'twinspace.sqlite'}",
        there,
        tmp_path / "fetched.tar",
        give=lambda at: asyncio.run(bring_in(other, at)),
    )
    assert brought.files == 1
    assert b"".join([piece async for piece in other.read(blob)]) == b"kept"
    (tmp_path / "third").mkdir()
    third = tmp_path / "third"
    await asyncio.to_thread(backup.restore, f"sqlite:///{third / 'twinspace.sqlite'}", third, tmp_path / "local.tar")
    assert b"".join([piece async for piece in LocalFiles(third / "files").read(blob)]) == b"kept"
