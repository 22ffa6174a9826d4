"""Search: it finds what one may read by its words, and nothing else ever comes up, on both databases and on the wire."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url, text

from tests.cast import World
from tests.drivers import Server
from twinspace_server.spaces.search import Forget, Index, Tidy, excerpt
from twinspace_server.storage import fulltext


async def follow(world: World) -> None:
    """What the indexer of a running house does by itself."""
    while (await world.house.dispatcher.house("search.index", Index(), world.space)).result["more"]:
        pass


async def found(world: World, by: str, words: str, **more: Any) -> list[str]:
    """The ids of what comes up, once the index has followed."""
    await follow(world)
    return [hit["id"] for hit in (await world.ask(by, "search.find", space=world.space, text=words, **more))["hits"]]


async def test_words_are_found_whatever_their_case_accents_and_ends(stage: Server) -> None:
    world = stage.world
    heron = await world.say("pia", "We saw a Héron on the Íslands, naïve ﬁsh fled!")
    georgian = await world.say("milo", "ჩვენ დღეს მდინარეზე ვიყავით")
    for words in ("heron", "HÉRON", "her", "islands heron", "fish", "naive fl", "on the islands"):
        assert await found(world, "milo", words) == [heron["id"]], words
    assert await found(world, "pia", "მდინარე") == [georgian["id"]]
    for words in ("herons", "eron", "fl naive islands x", "hero heron island"):
        assert await found(world, "milo", words) == [], words


@pytest.mark.parametrize(
    "words", ['"', '* "a" OR b*', "a AND NOT b)", "'); DROP TABLE found; --", "℀ ½ ⅷ", "a:b & !c | (d)", "\\ \u0000x 'y", "NEAR(a b)"]
)
async def test_what_is_typed_is_never_a_command_of_the_index(stage: Server, words: str) -> None:
    world = stage.world
    said = await world.say("pia", f"before {words} after")
    error = None
    try:
        assert await found(world, "pia", words) in ([said["id"]], [])
    except Exception as caught:
        error = caught
    assert error is None or getattr(error, "kind", "") == "search_too_short"


@pytest.mark.parametrize("words", ["a", " ? ", "...", "_"])
async def test_too_short_is_said(stage: Server, words: str) -> None:
    error = await stage.world.refusal("pia", "search.find", space=stage.world.space, text=words)
    assert (error.kind, error.path) == ("search_too_short", "$.text")


async def test_hits_say_where_they_are_and_show_the_words(stage: Server) -> None:
    world = stage.world
    forum = (await world.do("alice", "forum.make", space=world.space, title="Questions"))["place"]["id"]
    made = await world.do("milo", "forum.start", place=forum, title="Otters", text="Who has seen an <b>otter</b> & where?")
    await follow(world)
    hits = (await world.ask("pia", "search.find", space=world.space, text="otter"))["hits"]
    assert {(hit["kind"], hit["id"], hit["place"], hit["by"]) for hit in hits} == {
        ("topic", made["topic"]["id"], forum, world["milo"].id), ("post", made["post"]["id"], forum, world["milo"].id),
    }  # fmt: skip
    post = next(hit for hit in hits if hit["kind"] == "post")
    assert post["excerpt"] == [
        {"text": "Who has seen an <b>", "hit": False}, {"text": "otter", "hit": True}, {"text": "</b> & where?", "hit": False},
    ]  # fmt: skip
    assert await found(world, "pia", "otter", kinds=["topic"]) == [made["topic"]["id"]]
    assert await found(world, "pia", "otter", kinds=["message"]) == []


async def test_pages_come_newest_first_and_meet(stage: Server) -> None:
    world = stage.world
    await follow(world)
    said = [(await world.say("pia", f"otter {n}"))["id"] for n in range(45)]
    await follow(world)
    pages: list[str] = []
    while True:
        before = {"before": pages[-1]} if pages else {}
        page = await world.ask("milo", "search.find", space=world.space, text="otter", **before)
        pages += [hit["id"] for hit in page["hits"]]
        if not page["more"]:
            break
    assert pages == said[::-1]


async def test_a_changed_line_is_found_by_its_new_words_alone(stage: Server) -> None:
    world = stage.world
    said = await world.say("pia", "a hern flew by")
    await world.do("pia", "chat.edit", place=world.lobby, message=said["id"], text="a heron flew by")
    assert await found(world, "alice", "hern") == []
    assert await found(world, "alice", "heron") == [said["id"]]


async def test_what_is_not_for_one_never_comes_up(stage: Server) -> None:
    """Hidden, withdrawn, binned and moved things, other rooms, other spaces; looked for on the wire, by everybody."""
    world = stage.world
    secret = "zebrafinch"
    forum = (await world.do("alice", "forum.make", space=world.space, title="Questions"))["place"]["id"]
    staff = (await world.do("alice", "forum.make", space=world.space, title="Teachers"))["place"]["id"]
    await world.set_table(staff, {"teacher": ["read", "add", "edit", "delete"], "pupil": []})
    whispered = await world.say("bob", f"{secret} among teachers", world.staffroom)
    hidden = await world.say("pia", f"{secret} unkind")
    withdrawn = await world.say("pia", f"{secret} oh no")
    await world.do("olga", "chat.say", place=world.attic, text=f"{secret} elsewhere")
    topics = [
        await world.do("milo", "forum.start", place=forum, title=f"{secret} {n}", text=f"{secret} text") for n in ("hide", "bin", "move")
    ]
    assert len(await found(world, "pia", secret)) == 8
    await world.do("alice", "chat.hide", place=world.lobby, message=hidden["id"], reason="Unkind.")
    await world.do("pia", "chat.withdraw", place=world.lobby, message=withdrawn["id"])
    await world.do("bob", "forum.hide", place=forum, post=topics[0]["post"]["id"], reason="Unkind.")
    await world.do("bob", "forum.bin", place=forum, topic=topics[1]["topic"]["id"])
    await world.do("bob", "forum.move", place=forum, topic=topics[2]["topic"]["id"], to=staff)
    for behind in (True, False):
        if not behind:
            await follow(world)
        for username in ("pia", "milo"):
            async with stage.live(username) as live:
                answer = await live.call("search.find", space=world.space, text=secret)
                assert answer == {"hits": [], "more": False}
                assert secret not in "".join(live.texts)
    moved = {topics[2]["topic"]["id"], topics[2]["post"]["id"]}
    assert set(await found(world, "bob", secret)) == {whispered["id"], *moved}, "also for the staff, hidden words are not found"
    assert await found(world, "gerda", secret) == []
    for outsider in ("olga", "nora"):
        assert (await world.refusal(outsider, "search.find", space=world.space, text=secret)).kind == "not_found"
    await world.do("alice", "chat.restore", place=world.lobby, message=hidden["id"])
    await world.do("bob", "forum.unbin", place=forum, topic=topics[1]["topic"]["id"])
    await world.do("bob", "forum.move", place=staff, topic=topics[2]["topic"]["id"], to=forum)
    back = {hidden["id"], topics[1]["topic"]["id"], topics[1]["post"]["id"], *moved}
    assert set(await found(world, "pia", secret)) == back
    await world.do("alice", "place.bin", place=forum)
    assert await found(world, "pia", secret) == [hidden["id"]]
    await world.set_table(world.lobby, {"teacher": ["read", "add"], "pupil": ["read", "add"], "milo": []})
    assert await found(world, "milo", secret) == []


async def test_things_for_the_staff_or_for_some_persons_are_theirs_alone(world: World) -> None:
    """The index itself, as items with an audience (held notes, letters) put themselves into it."""
    space, lobby, pia, milo = world.space, world.lobby, world["pia"].id, world["milo"].id

    def put(db: Any) -> None:
        for id, audience in (("all", ""), ("held", " staff "), ("letter", f" {pia} {milo} "), ("mine", f" staff {pia} ")):
            fulltext.put(db, "note", id, space=space, place=lobby, audience=audience, words="otter")

    def look(db: Any, person: str, staff: bool) -> set[str]:
        return {hit.id for hit in fulltext.find(db, space, ["otter"], fulltext.Readable(person, [lobby], staff), None, 50)}

    from twinspace_server.storage.store import Unit

    await world.house.store.write(Unit(space=space, run=put))
    store = world.house.store
    assert await store.read(lambda db: look(db, pia, False)) == {"all", "letter", "mine"}
    assert await store.read(lambda db: look(db, milo, False)) == {"all", "letter"}
    assert await store.read(lambda db: look(db, world["bob"].id, True)) == {"all", "held", "mine"}
    assert await store.read(lambda db: look(db, world["gerda"].id, False)) == {"all"}


async def test_withdrawn_words_leave_the_index_and_its_file(populated: tuple[str, World], world: World, kind: str) -> None:
    said = await world.say("pia", "zebrafinch and quokka")
    assert await found(world, "pia", "quokka") == [said["id"]]
    await world.do("pia", "chat.withdraw", place=world.lobby, message=said["id"])
    await follow(world)
    await world.house.dispatcher.house("search.tidy", Tidy())
    rows = await world.house.store.read(lambda db: db.execute(text("SELECT words FROM found")).fetchall())
    assert not any("quokka" in row[0] for row in rows)
    if kind == "sqlite":
        with sqlite3.connect(str(make_url(populated[0]).database)) as connection:
            blocks = b"".join(bytes(row[0]) for row in connection.execute("SELECT block FROM found_words_data"))
        assert b"quokka" not in blocks
        assert Path(str(make_url(populated[0]).database)).exists()


def test_an_excerpt_stays_near_its_words() -> None:
    words = "far " * 100 + "the Otter of Batumi, an otter" + " away" * 100
    pieces = excerpt(words, ["batumi", "ott"])
    assert [piece.text for piece in pieces if piece.hit] == ["Otter", "Batumi", "otter"]
    assert (pieces[0].text, pieces[-1].text) == ("…", "…")
    assert sum(len(piece.text) for piece in pieces) < 250
    assert "".join(piece.text for piece in excerpt("short otter", ["otter"])) == "short otter"
    assert "".join(piece.text for piece in excerpt("x" * 5000, ["x"])).strip("…") in "x" * 5000


async def test_the_index_is_built_from_what_is_there(stage: Server) -> None:
    """For an installation that is older than its index, and after `twinspace reindex`."""
    world = stage.world
    said = [(await world.say("pia", f"otter {n}"))["id"] for n in range(5)]
    await world.do("pia", "chat.withdraw", place=world.lobby, message=said[3])
    await follow(world)
    await world.house.dispatcher.house("search.forget", Forget())
    assert (await world.ask("pia", "search.find", space=world.space, text="otter"))["hits"] == []
    # Built anew it follows the ids, which have no order within a millisecond.
    assert sorted(await found(world, "pia", "otter")) == sorted([said[4], said[2], said[1], said[0]])
    said.append((await world.say("pia", "one more otter"))["id"])
    assert (await found(world, "pia", "otter"))[0] == said[5]


async def test_a_running_house_follows_by_itself(stage: Server) -> None:
    world = stage.world
    said = await world.say("pia", "a wild wombat")
    for _ in range(100):
        hits = (await world.ask("milo", "search.find", space=world.space, text="wombat"))["hits"]
        if hits:
            break
        await asyncio.sleep(0.1)
    assert [hit["id"] for hit in hits] == [said["id"]]
