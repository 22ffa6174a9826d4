"""Pages: making and writing, their history with who wrote what, search, bounds, and what a held pupil or an outsider gets."""

import base64
import secrets
from typing import Any

import pycrdt
import pytest

from tests.cast import World
from tests.drivers import Server
from tests.editors import an_update, make_page, paragraph, shared
from tests.spaces.test_search import follow
from twinspace_server.cms import page_rows, pages
from twinspace_server.cms.page_document import Node, TextMark, append, thawed, words
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound


class Tab:
    """A person's page in memory; what is written goes through the door."""

    def __init__(self, world: World, name: str, place: str) -> None:
        self.world, self.name, self.place = world, name, place
        self.doc = shared()

    async def load(self) -> "Tab":
        told = await self.world.ask(self.name, "page.state", place=self.place)
        self.doc.apply_update(base64.b64decode(told["state"]))
        return self

    async def send(self, before: bytes) -> int:
        answer = await self.world.do(self.name, "page.update", place=self.place, update=self.doc.get_update(before))
        return int(answer["n"])

    async def write(self, *texts: str) -> int:
        await self.load()
        before = self.doc.get_state()
        append(self.doc, [paragraph(text) for text in texts])
        return await self.send(before)

    async def insert(self, text: str, block: int, at: int) -> int:
        await self.load()
        before = self.doc.get_state()
        self.doc["default"].children[block].children[0].insert(at, text)
        return await self.send(before)

    async def cut(self, block: int, start: int, stop: int) -> int:
        await self.load()
        before = self.doc.get_update(self.doc.get_state())
        run: Any = self.doc["default"].children[block].children[0]
        with self.doc.transaction():
            del run[start:stop]
        assert self.doc.get_update(self.doc.get_state()) != before
        return await self.send(self.doc.get_state())


async def html(world: World, place: str, by: str = "pia") -> str:
    return str((await world.ask(by, "page.text", place=place))["html"])


async def kind(world: World, username: str, method: str, /, **params: Any) -> str:
    return (await world.refusal(username, method, **params)).kind


async def test_what_two_write_is_there_for_a_third(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    async with stage.live("gerda") as gerda:
        await gerda.listen(world.space)
        assert await Tab(world, "bob", place).write("The Leie is slow.") == 1
        assert await Tab(world, "pia", place).insert(" And brown.", 0, 17) == 2
        told = await gerda.wait_for(lambda event: event["event"] == "page.changed" and event["by"] == world["pia"].id)
        item = told["put"][0]
        assert (item["kind"], item["place"], set(item["writers"])) == ("page", place, {world["bob"].id, world["pia"].id})
        assert "slow" not in str(told), "the log names, it does not quote"
    assert await html(world, place, "gerda") == "<p>The Leie is slow. And brown.</p>"
    opened_ = await world.ask("gerda", "place.open", place=place)
    assert opened_["items"][0] == item
    assert words(thawed(await world.house.store.read(lambda db: page_rows.frozen(db, place)))) == "The Leie is slow. And brown."


async def test_one_change_is_told_per_person_and_ten_seconds(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    async with stage.live("milo") as milo:
        await milo.listen(world.space)
        tab = Tab(world, "bob", place)
        for n in range(5):
            await tab.write(str(n))
        await milo.settle()
        assert milo.names().count("page.changed") == 1
        stage.clock.forward(seconds=11)
        await tab.write("later")
        await milo.settle()
        assert milo.names().count("page.changed") == 2


async def test_a_page_is_made_with_content_and_found_by_search(stage: Server) -> None:
    world = stage.world
    nodes = [Node("heading", {"level": 2}, [Node("text", text="Kingfisher")]), paragraph("A blue bird.")]
    place = await make_page(world, content=nodes)
    assert await html(world, place) == "<h2>Kingfisher</h2><p>A blue bird.</p>"
    await follow(world)
    found = await world.ask("pia", "search.find", space=world.space, text="kingfisher")
    assert [(hit["kind"], hit["place"]) for hit in found["hits"]] == [("page", place)]
    await world.do("bob", "page.update", place=place, update=an_update("Dipper"))
    await world.house.dispatcher.house("page.settle", pages.Settle(place=place), world.space)
    await follow(world)
    assert (await world.ask("pia", "search.find", space=world.space, text="dipper"))["hits"]
    assert not (await world.ask("olga", "search.find", space=world.elsewhere, text="dipper"))["hits"]


@pytest.mark.parametrize(
    "node",
    [
        Node("script"), Node("paragraph", content=[Node("text", text="x", marks=[TextMark("blink")])]),
        Node("paragraph", attrs={"style": {"a": 1}}), Node("blockquote", content=[Node("iframe")]),
        Node("paragraph", content=[Node("text", text="Bob said so.", by="bob")]), Node("paragraph", put="bob"),
    ],
)  # fmt: skip
async def test_what_the_editor_does_not_know_is_no_content(shared: Server, node: Node) -> None:
    error = await shared.world.refusal("alice", "page.make", space=shared.world.space, title="x", content=[node])
    assert (error.kind, error.path) == ("unknown_node", "$.content")


async def test_who_may_write(stage: Server) -> None:
    world = stage.world
    place = await make_page(world, pupils=False)
    update = an_update("Hoi!")
    assert isinstance(await world.refusal("pia", "page.update", place=place, update=update), NotAllowed)
    assert isinstance(await world.refusal("olga", "page.update", place=place, update=update), NotFound)
    assert isinstance(await world.refusal("pia", "page.update", place=world.lobby, update=update), NotAllowed)
    assert isinstance(await world.refusal("bob", "page.update", place=world.lobby, update=update), NotFound)
    folder = (await world.do("alice", "folder.make", space=world.space, title="Ours"))["place"]["id"]
    own = (await world.do("pia", "page.make", space=world.space, title="Mine", parent=folder))["place"]["id"]
    await Tab(world, "pia", own).write("My own page.")
    assert isinstance(await world.refusal("milo", "page.update", place=own, update=update), NotAllowed)
    await world.do("bob", "order.hold", space=world.space, person=world["pia"].id, on=True)
    assert await kind(world, "pia", "page.update", place=own, update=update) == "not_allowed"
    await world.do("bob", "order.hold", space=world.space, person=world["pia"].id, on=False)
    await world.do("alice", "space.close", space=world.space)
    assert await kind(world, "bob", "page.update", place=place, update=update) == "not_allowed"
    await world.do("alice", "space.reopen", space=world.space)


async def test_what_is_no_update_of_the_editor_is_refused(shared: Server) -> None:
    world = shared.world
    place = await make_page(world)
    good = an_update("Hoi!")
    other_root: Any = pycrdt.Doc(client_id=5)
    other_root["other"] = pycrdt.Text("x")
    for bad in (b"\0\1", good + b"\0", good[:-3], b"\xff" * 40, other_root.get_update()):
        assert isinstance(await world.refusal("bob", "page.update", place=place, update=bad), BadInput)
    unknown = shared_with(Node("iframe"))
    assert await kind(world, "bob", "page.update", place=place, update=unknown) == "bad_update"
    assert await kind(world, "bob", "page.update", place=place, update=good, generation="old") == "page_renewed"
    assert (await world.ask("bob", "page.text", place=place))["html"] == ""


def shared_with(*nodes: Node) -> bytes:
    doc = shared()
    append(doc, nodes)
    return bytes(doc.get_update())


def nested(levels: int) -> Node:
    node = paragraph("deep")
    for _ in range(levels):
        node = Node("blockquote", content=[node])
    return node


async def test_elements_stand_in_each_other_forty_deep_at_most(shared: Server) -> None:
    world = shared.world
    place = await make_page(world)
    assert await kind(world, "bob", "page.update", place=place, update=shared_with(nested(41))) == "bad_update"
    tab = Tab(world, "bob", place)
    for _ in range(60):  # many blocks one after the other are not deep
        await tab.write("line")
    at: Any = tab.doc["default"]
    refused = ""
    for _ in range(60):  # one step deeper with each update
        before = tab.doc.get_state()
        at = at.children.append(pycrdt.XmlElement("blockquote"))
        try:
            await tab.send(before)
        except BadInput as error:
            refused = error.kind
            break
    assert refused == "bad_update"


async def test_a_full_page_takes_deletions_only(shared: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    world = shared.world
    place = await make_page(world)
    monkeypatch.setattr(pages, "MOST_DOCUMENT", 2_000)
    tab = Tab(world, "bob", place)
    await tab.write("x" * 1_500)
    assert await kind(world, "pia", "page.update", place=place, update=an_update("y" * 1_000)) == "page_full"
    await tab.cut(0, 0, 1_400)
    await Tab(world, "pia", place).write("y" * 1_000)


async def test_tidying_loses_nothing_and_keeps_who_wrote_what(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    bob, pia = Tab(world, "bob", place), Tab(world, "pia", place)
    await bob.write("The bridge has lamps.")
    await pia.insert("fourteen ", 0, 15)
    await bob.cut(0, 0, 4)
    before = await world.ask("bob", "page.version", place=place, version="now")
    compacted = await world.house.store.write(_unit(world, lambda db: page_rows.compact(db, page_rows.found(db, place))))
    assert compacted.base_n == 3
    after = await world.ask("bob", "page.version", place=place, version="now")
    assert after == before
    text = after["document"]["content"][0]["content"]
    assert [(one["text"], one["by"]) for one in text] == [
        ("bridge has ", world["bob"].id), ("fourteen ", world["pia"].id), ("lamps.", world["bob"].id),
    ]  # fmt: skip
    await pia.insert("!", 0, 5)
    assert (await html(world, place)) == "<p>bridg!e has fourteen lamps.</p>"


def _unit(world: World, run: Any) -> Any:
    from twinspace_server.storage.store import Lock, Unit

    return Unit(space=world.space, run=run, law=Lock.SHARED)


async def test_words_keep_their_author_when_they_are_moved(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    await Tab(world, "bob", place).write("Come to the river. We swim.")
    pia = await Tab(world, "pia", place).load()
    state = pia.doc.get_state()
    run: Any = pia.doc["default"].children[0].children[0]
    with pia.doc.transaction():  # Enter in the middle: the editor deletes the rest and inserts it into a new paragraph
        del run[18:27]
        append(pia.doc, [paragraph(" We swim.")])
    await pia.send(state)
    now = (await world.ask("bob", "page.version", place=place, version="now"))["document"]
    moved = now["content"][1]["content"][0]
    assert (moved["text"], moved["by"], moved["put"]) == (" We swim.", world["bob"].id, world["pia"].id)


async def test_versions_are_kept_compared_and_brought_back(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    await Tab(world, "bob", place).write("One.", "Two.")
    stage.clock.forward(minutes=11)
    await Tab(world, "pia", place).insert(" Three.", 1, 4)
    versions = (await world.ask("pia", "page.versions", place=place))["versions"]
    assert [(v["why"], v["writers"]) for v in versions] == [("kept", [world["bob"].id])]
    first = versions[0]["id"]
    blocks = (await world.ask("pia", "page.compare", place=place, older=first))["blocks"]
    assert [block["how"] for block in blocks] == ["same", "changed"]
    new = [run for run in blocks[1]["runs"] if run.get("how") == "new"]
    assert ("".join(run["text"] for run in new), new[0]["by"]) == (" Three.", world["pia"].id)
    named = await world.do("pia", "page.name_version", place=place, name="With three")
    assert (await world.do("pia", "page.name_version", place=place, name="With three"))["version"] == named["version"]
    await world.do("pia", "page.restore", place=place, version=first)
    assert await html(world, place) == "<p>One.</p><p>Two.</p>"
    now = (await world.ask("pia", "page.version", place=place, version="now"))["document"]
    assert (now["content"][0]["content"][0]["by"], now["content"][0]["content"][0]["put"]) == (world["bob"].id, world["pia"].id)
    await world.do("pia", "page.restore", place=place, version=named["version"]["id"])
    assert await html(world, place) == "<p>One.</p><p>Two. Three.</p>"
    assert isinstance(await world.refusal("gerda", "page.versions", place=place), NotAllowed)
    assert isinstance(await world.refusal("olga", "page.versions", place=place), NotFound)
    assert isinstance(await world.refusal("pia", "page.version", place=place, version="never"), NotFound)
    assert isinstance(await world.refusal("pia", "page.drop_version", place=place, version=first), NotAllowed)
    await world.do("bob", "page.drop_version", place=place, version=first)
    assert isinstance(await world.refusal("bob", "page.restore", place=place, version=first), NotFound)


async def test_a_client_id_has_one_owner(shared: Server) -> None:
    world = shared.world
    place = await make_page(world)
    client = secrets.randbelow(2**31) + 1
    await world.do("bob", "page.update", place=place, update=an_update("Mine.", client))
    forged = shared_doc_after(await world.ask("milo", "page.state", place=place), client)
    error = await world.refusal("milo", "page.update", place=place, update=forged)
    assert isinstance(error, Conflict)
    assert error.kind == "not_yours"


def shared_doc_after(told: dict[str, Any], client: int) -> bytes:
    doc = shared(client)
    doc.apply_update(base64.b64decode(told["state"]))
    before = doc.get_state()
    append(doc, [paragraph("Forged.")])
    return bytes(doc.get_update(before))


async def test_a_page_in_the_bin_is_gone_and_comes_back_whole(stage: Server) -> None:
    world = stage.world
    place = await make_page(world)
    await Tab(world, "bob", place).write("Here.")
    await world.do("alice", "place.bin", place=place)
    assert isinstance(await world.refusal("bob", "page.text", place=place), NotFound)
    await world.do("alice", "place.restore", place=place)
    assert await html(world, place) == "<p>Here.</p>"
