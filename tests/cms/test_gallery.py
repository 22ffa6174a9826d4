"""Galleries: nothing but pictures, in the order that people give them, with a cover; raw commands, as each of the cast."""

import random
from functools import partial
from typing import Any

import pytest

from tests.cast import World, picture
from twinspace_server.cms.files.items import RANK_STEP
from twinspace_server.cms.gallery import LEAST_ROOM, _ranked

SIZES = {"heron": (64, 48), "bridge": (48, 64), "lock": (50, 50), "moon": (90, 30)}


@pytest.fixture
async def wall(world: World) -> str:
    return str((await world.do("alice", "gallery.make", space=world.space, title="By the water"))["place"]["id"])


async def hang(world: World, username: str, wall: str, name: str, **words: Any) -> str:
    return str((await world.add_file(username, wall, f"{name}.png", picture(*SIZES[name]), **words))["id"])


async def names(world: World, username: str, wall: str) -> list[str]:
    items = (await world.ask(username, "place.open", place=wall))["items"]
    there = sorted((i for i in items if i["kind"] == "file"), key=lambda i: (i["rank"], i["seq"]))
    return [i["name"].removesuffix(".png") for i in there]


async def gallery(world: World, username: str, wall: str) -> dict[str, Any]:
    items = (await world.ask(username, "place.open", place=wall))["items"]
    return next(i for i in items if i["kind"] == "gallery")


async def test_pictures_hang_in_the_order_in_which_they_came_with_their_sizes(world: World, wall: str) -> None:
    await hang(world, "pia", wall, "heron", description="It stood still", alt="A heron")
    await hang(world, "milo", wall, "bridge")
    opened = (await world.ask("bob", "place.open", place=wall))["items"]
    assert await names(world, "bob", wall) == ["heron", "bridge"]
    heron = next(i for i in opened if i["kind"] == "file" and i["author"] == world["pia"].id)
    assert (heron["width"], heron["height"], heron["type"], heron["alt"]) == (64, 48, "image/png", "A heron")
    assert await gallery(world, "bob", wall) == {"kind": "gallery", "id": wall, "place": wall, "cover": None}


async def test_nothing_but_pictures_gets_in_whichever_way(world: World, wall: str) -> None:
    archive = (await world.do("alice", "archive.make", space=world.space, title="Papers"))["place"]["id"]
    with pytest.raises(Exception, match="only_pictures"):
        await world.add_file("pia", wall, "notes.txt", b"not a picture")
    note = await world.add_file("pia", archive, "notes.txt", b"not a picture")
    assert (await world.refusal("pia", "file.move", place=archive, file=note["id"], to=wall)).kind == "only_pictures"
    upload = await world.upload("pia", archive, "notes.txt", b"not a picture either")
    assert (await world.refusal("pia", "file.add", place=wall, upload=upload)).kind == "only_pictures"
    heron = await hang(world, "pia", wall, "heron")
    assert (await world.refusal("pia", "file.replace", place=wall, file=heron, upload=upload)).kind == "only_pictures"
    # A picture that was a text once doesn't become one again in here.
    upload = await world.upload("pia", archive, "moon.png", picture(9, 9))
    await world.do("pia", "file.replace", place=archive, file=note["id"], upload=upload)
    await world.do("pia", "file.move", place=archive, file=note["id"], to=wall)
    assert (await world.refusal("pia", "file.bring_back", place=wall, file=note["id"], version=1)).kind == "only_pictures"
    assert sorted(await names(world, "pia", wall)) == ["heron", "notes"]


async def test_who_may_edit_arranges_all_and_everybody_their_own(world: World, wall: str) -> None:
    heron, bridge, lock = [await hang(world, who, wall, name) for who, name in (("pia", "heron"), ("milo", "bridge"), ("pia", "lock"))]
    await world.do("bob", "gallery.move", place=wall, file=lock)
    assert await names(world, "milo", wall) == ["lock", "heron", "bridge"]
    await world.do("milo", "gallery.move", place=wall, file=bridge, after=lock)
    assert await names(world, "pia", wall) == ["lock", "bridge", "heron"]
    await world.do("pia", "gallery.move", place=wall, file=lock, after=heron)
    assert await names(world, "bob", wall) == ["bridge", "heron", "lock"]
    # Whatever comes later stands behind what was moved to the end.
    await hang(world, "milo", wall, "moon")
    assert await names(world, "bob", wall) == ["bridge", "heron", "lock", "moon"]
    assert (await world.refusal("milo", "gallery.move", place=wall, file=heron)).kind == "not_allowed"
    assert (await world.refusal("olga", "gallery.move", place=wall, file=heron)).kind == "not_found"
    assert (await world.refusal("bob", "gallery.move", place=wall, file=heron, after="nowhere")).kind == "unknown_file"
    assert (await world.refusal("bob", "gallery.move", place=wall, file=heron, after=heron)).kind == "unknown_file"
    assert (await world.refusal("bob", "gallery.move", place=world.lobby, file=heron)).kind == "not_found"
    assert (await world.refusal("bob", "gallery.move", place=wall, file="nowhere")).kind == "not_found"
    seq = (await world.ask("bob", "place.open", place=wall))["seq"]
    await world.do("bob", "gallery.move", place=wall, file=heron, after=bridge)
    assert (await world.ask("bob", "place.open", place=wall))["seq"] == seq  # it stood there


async def test_the_order_holds_through_many_moves_to_the_same_spot(world: World, wall: str) -> None:
    ids = {name: await hang(world, "bob", wall, name) for name in SIZES}
    expected, dice = list(SIZES), random.Random(7)
    for turn in range(60):
        name, at = (expected[-1], 1) if turn < 45 else (dice.choice(expected), dice.randrange(len(expected)))
        expected.remove(name)
        expected.insert(at, name)
        after = {"after": ids[expected[at - 1]]} if at else {}
        await world.do("bob", "gallery.move", place=wall, file=ids[name], **after)
    assert await names(world, "pia", wall) == expected


def test_ranks_leave_room_and_change_few() -> None:
    order: list[tuple[str, int]] = [(f"p{n}", (n + 1) * RANK_STEP) for n in range(1000)]
    dice, changed = random.Random(11), []
    for seq in range(1001, 4001):
        at = 500 if seq < 3000 else dice.randrange(len(order) + 1)
        fresh = _ranked(order, at, f"n{seq}", seq * RANK_STEP)
        changed.append(len(fresh))
        order.insert(at, (f"n{seq}", fresh[f"n{seq}"]))
        order = [(name, fresh.get(name, rank)) for name, rank in order]
        ranks = [rank for _, rank in order]
        assert ranks == sorted(set(ranks))
    assert max(changed) <= 1000
    assert sum(changed) / len(changed) < 3
    assert LEAST_ROOM > 1


async def test_a_cover_is_chosen_and_the_first_stands_in_for_one_that_is_gone(world: World, wall: str) -> None:
    heron, bridge = await hang(world, "pia", wall, "heron"), await hang(world, "milo", wall, "bridge", alt="An arch")
    told = {"place": wall, "file": heron, "version": 1, "alt": "", "count": 2}
    assert (await world.ask("milo", "gallery.covers", space=world.space))["covers"] == [told]
    await world.do("bob", "gallery.set_cover", place=wall, file=bridge)
    assert (await gallery(world, "pia", wall))["cover"] == bridge
    assert (await world.ask("milo", "gallery.covers", space=world.space))["covers"] == [{**told, "file": bridge, "alt": "An arch"}]
    await world.do("milo", "file.delete", place=wall, file=bridge)
    assert (await world.ask("milo", "gallery.covers", space=world.space))["covers"] == [{**told, "count": 1}]
    await world.do("milo", "file.restore", place=wall, file=bridge)
    await world.do("bob", "file.hide", place=wall, file=bridge, reason="Not ours")
    assert (await world.ask("milo", "gallery.covers", space=world.space))["covers"][0]["file"] == heron
    await world.do("bob", "gallery.set_cover", place=wall)
    assert (await gallery(world, "pia", wall))["cover"] is None
    assert (await world.refusal("pia", "gallery.set_cover", place=wall, file=heron)).kind == "not_allowed"
    assert (await world.refusal("olga", "gallery.set_cover", place=wall, file=heron)).kind == "not_found"
    assert (await world.refusal("bob", "gallery.set_cover", place=wall, file=bridge)).kind == "file_hidden"
    assert (await world.refusal("bob", "gallery.set_cover", place=wall, file="nowhere")).kind == "not_found"
    assert (await world.refusal("bob", "gallery.set_cover", place=world.lobby)).kind == "not_found"


async def test_covers_of_what_one_may_not_see_are_not_told(world: World, wall: str) -> None:
    await hang(world, "bob", wall, "heron")
    rows = [{"subject": "role:teacher", "rights": ["read", "add"]}]
    await world.do("alice", "rights.set", place=wall, rows=rows)
    assert (await world.ask("pia", "gallery.covers", space=world.space))["covers"] == []
    assert len((await world.ask("bob", "gallery.covers", space=world.space))["covers"]) == 1
    assert (await world.refusal("olga", "gallery.covers", space=world.space)).kind == "not_found"


async def test_captions_are_their_authors_and_the_editors(world: World, wall: str) -> None:
    heron = await hang(world, "pia", wall, "heron")
    await world.do("pia", "file.change", place=wall, file=heron, description="It stood still.", alt="A heron on one leg")
    await world.do("bob", "file.change", place=wall, file=heron, description="It stood still, on one leg.")
    assert (await world.refusal("milo", "file.change", place=wall, file=heron, alt="A duck")).kind == "not_allowed"
    found = (await world.ask("milo", "place.open", place=wall))["items"]
    words = next((i["description"], i["alt"]) for i in found if i["kind"] == "file")
    assert words == ("It stood still, on one leg.", "A heron on one leg")


async def test_galleries_are_made_as_all_five_kinds_are(world: World) -> None:
    folder = (await world.do("alice", "folder.make", space=world.space, title="Fieldwork"))["place"]["id"]
    made = await world.do("pia", "gallery.make", space=world.space, title="Pia’s pictures", parent=folder, icon="camera")
    assert (made["place"]["type"], made["place"]["parent"], made["place"]["icon"]) == ("gallery", folder, "camera")
    assert await gallery(world, "milo", made["place"]["id"])
    assert (await world.refusal("pia", "gallery.make", space=world.space, title="At the root")).kind == "not_allowed"
    assert (await world.refusal("olga", "gallery.make", space=world.space, title="Mine")).kind == "not_found"
    assert (
        await world.refusal("alice", "gallery.make", space=world.space, title="Inside", parent=made["place"]["id"])
    ).kind == "not_a_folder"


def _counted(count: Any, space: str, person: str, db: Any) -> Any:
    return count(db, space, person)


async def test_what_others_have_hung_counts_as_new(world: World, wall: str) -> None:
    await hang(world, "pia", wall, "heron")
    await hang(world, "pia", wall, "lock")
    await world.do("bob", "gallery.move", place=wall, file=await hang(world, "bob", wall, "moon"))
    registry = world.house.dispatcher.registry
    count = registry.channels["gallery"].unread
    told = {}
    for who in ("milo", "pia"):
        counts = await world.house.store.read(partial(_counted, count, world.space, world[who].id))
        told[who] = counts.get(wall)
    assert told == {"milo": 3, "pia": 1}
