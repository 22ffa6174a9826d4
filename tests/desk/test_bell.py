"""The bell: it rings for those who are meant, names without quoting, and shows nothing that its person may not see now."""

import json
from typing import Any

from tests.cast import World
from tests.drivers import Live, Server
from twinspace_server.desk.bell import KEPT_MS, MOST_COUNTED, MOST_JOINED, MOST_KEPT
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.spaces.housekeeping import Sweep

SECRET = "heron-under-the-bridge"


async def bell(world: World, username: str) -> list[dict[str, Any]]:
    """What the bell tells of this test's space."""
    told = (await world.ask(username, "bell.list", limit=50))["notifications"]
    return [notification for notification in told if notification["space"] == world.space]


async def unread(world: World, username: str) -> int:
    return sum(not notification["read"] for notification in await bell(world, username))


async def letter(world: World, by: str, *to: str, **params: Any) -> dict[str, Any]:
    persons = [f"person:{world[one].id}" if one in world.people else one for one in to]
    answer = await world.do(by, "letters.send", space=world.space, to=persons, subject=SECRET, text=SECRET, **params)
    return dict(answer["letter"])


async def rung(live: Live, item: str) -> dict[str, Any]:
    """The notification whose newest item that is, when it comes."""
    event = await live.wait_for(lambda event: event["event"] == "bell.rang" and event["put"][0]["item"] == item)
    return dict(event["put"][0])


async def ring(world: World, username: str, item: str, *, about: str = "thing", kind: str = "message", by: str = "alice") -> None:
    """What `Context.notify` puts as a job, at once."""
    dispatcher = world.house.dispatcher
    params = dispatcher.registry.commands["bell.ring"].params
    told = {"what": "answer", "space": world.space, "place": world.lobby, "kind": kind, "item": item, "about": about}
    await dispatcher.house("bell.ring", params(**told, by=world[by].id, at=world.clock()), world[username].desk)  # type: ignore[call-arg]


async def test_a_letter_rings_for_those_it_is_to_and_says_none_of_it(stage: Server) -> None:
    world = stage.world
    async with stage.live("milo") as milo, stage.live("alice") as alice:
        for live, username in ((milo, "milo"), (alice, "alice")):
            await live.listen(world[username].desk)
        sent = await letter(world, "pia", "milo")
        told = await rung(milo, sent["id"])
        assert told == {
            "kind": "notification", "id": told["id"], "what": "letter", "space": world.space, "space_name": "Two Rivers, One Map",
            "place": sent["place"], "place_title": "Mailbox", "item": sent["id"], "item_kind": "letter", "about": sent["thread"],
            "count": 1, "by": [world["pia"].id], "names": ["Pia Claes"], "at": sent["at"], "read": False,
        }  # fmt: skip
        assert SECRET not in "".join(milo.texts)
        assert await bell(world, "milo") == [told]
        await alice.settle()
        assert alice.names(world["alice"].desk) == [], "alice may read it, but it is not to her"
        assert [x["what"] for x in await bell(world, "pia")] == [], "nobody is told of what they did"


async def test_an_answer_to_my_line_rings(stage: Server) -> None:
    world = stage.world
    line = await world.say("pia", SECRET)
    async with stage.live("pia") as pia:
        await pia.listen(world["pia"].desk)
        await world.say("pia", "To myself.", reply_to=line["id"])
        first = await world.say("milo", SECRET, reply_to=line["id"])
        one = await rung(pia, first["id"])
        second = await world.say("bob", SECRET, reply_to=line["id"])
        both = await rung(pia, second["id"])
        assert (one["id"], both["id"], both["count"], both["names"]) == (both["id"], one["id"], 2, ["Bob Lomidze", "Milo Beridze"])
        assert (one["what"], one["place"], one["about"]) == ("answer", world.lobby, line["id"])
        assert SECRET not in "".join(text for text in pia.texts if "notification" in text)
        assert await unread(world, "pia") == 1


async def test_what_is_gone_or_out_of_sight_leaves_the_bell(stage: Server) -> None:
    world = stage.world
    line = await world.say("pia", "A line.")
    async with stage.live("pia") as pia:
        await pia.listen(world["pia"].desk)
        said = [await world.say(username, "An answer.", reply_to=line["id"]) for username in ("milo", "bob")]
        for message in said:
            await pia.wait_for(lambda event, m=message: event["event"] == "bell.rang" and event["put"][0]["item"] == m["id"])
    assert [x["count"] for x in await bell(world, "pia")] == [2]
    await world.do("bob", "chat.withdraw", place=world.lobby, message=said[1]["id"])
    assert [(x["count"], x["item"], x["names"]) for x in await bell(world, "pia")] == [(1, said[0]["id"], ["Milo Beridze"])]
    await world.do("alice", "chat.hide", place=world.lobby, message=said[0]["id"], reason="x")
    assert (await bell(world, "pia"), await unread(world, "pia")) == ([], 0)
    await world.do("alice", "chat.restore", place=world.lobby, message=said[0]["id"])
    assert len(await bell(world, "pia")) == 1
    await world.set_table(world.lobby, {"teacher": ["read", "add"], "pupil": []})
    assert (await bell(world, "pia"), await unread(world, "pia")) == ([], 0)
    await world.set_table(world.lobby, None)
    assert len(await bell(world, "pia")) == 1
    await world.do("alice", "place.bin", place=world.lobby)
    assert await bell(world, "pia") == []
    await world.do("alice", "place.restore", place=world.lobby)
    await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
    assert (await bell(world, "pia"), await unread(world, "pia")) == ([], 0)


async def test_a_bell_that_rings_too_late_is_silent(stage: Server) -> None:
    """Between the letter and the desk's own unit a membership may end."""
    world = stage.world
    sent = await letter(world, "bob", "alice")
    async with stage.live("milo") as milo:
        await milo.listen(world["milo"].desk)
        await ring(world, "milo", sent["id"], kind="letter")  # as if somebody had rung for one whom it is not to
        await milo.settle()
        assert [event for event in milo.of(world["milo"].desk) if event.get("put")] == []
        assert sent["id"] not in "".join(milo.texts) + json.dumps(await world.ask("milo", "bell.list"))
        assert (await bell(world, "milo"), await unread(world, "milo")) == ([], 0)


async def test_who_has_read_it_already_needs_no_bell(stage: Server) -> None:
    world = stage.world
    said = [await world.say("alice", "x") for _ in range(2)]
    await world.do("pia", "place.read", place=world.lobby, seq=said[0]["seq"])
    for message in said:
        await ring(world, "pia", message["id"])
    assert [x["item"] for x in await bell(world, "pia")] == [said[1]["id"]]


async def test_ringing_twice_for_one_thing_rings_once(stage: Server) -> None:
    world = stage.world
    said = await world.say("alice", "x")
    for _ in range(3):
        await ring(world, "pia", said["id"])
    assert [x["count"] for x in await bell(world, "pia")] == [1]
    await world.do("pia", "bell.read")
    await ring(world, "pia", said["id"])
    assert [(x["count"], x["read"]) for x in await bell(world, "pia")] == [(1, True)]
    later = await world.say("alice", "y")
    await ring(world, "pia", later["id"])
    assert [(x["item"], x["read"]) for x in await bell(world, "pia")] == [(later["id"], False), (said["id"], True)]


async def test_reading_one_or_all_and_on_every_device(stage: Server) -> None:
    world = stage.world
    said = [await world.say("alice", f"{n}") for n in range(3)]
    for n, message in enumerate(said):
        await ring(world, "pia", message["id"], about=f"thing-{n}")
    ids = [x["id"] for x in await bell(world, "pia")]
    assert [x["item"] for x in await bell(world, "pia")] == [message["id"] for message in reversed(said)]
    async with stage.live("pia") as pia:
        await pia.listen(world["pia"].desk)
        await world.do("pia", "bell.read", notification=ids[1])
        told = await pia.wait_for("bell.read")
        assert [(x["id"], x["read"]) for x in told["put"]] == [(ids[1], True)]
        assert await unread(world, "pia") == 2
    assert (await world.refusal("milo", "bell.read", notification=ids[0])).kind == "not_found"
    await world.do("pia", "bell.read")
    assert [x["read"] for x in await bell(world, "pia")] == [True] * 3
    page = await world.ask("pia", "bell.list", limit=2)
    assert ([x["id"] for x in page["notifications"]], page["unread"], page["more"]) == (ids[:2], 0, True)
    rest = await world.ask("pia", "bell.list", limit=1, before=ids[1])
    assert [x["id"] for x in rest["notifications"]] == ids[2:]
    assert (await world.refusal("pia", "bell.list", before="never-was")).kind == "not_found"


async def test_a_bell_is_bounded_and_forgets(world: World) -> None:
    said = await world.say("alice", "x")
    for n in range(MOST_KEPT + 2):
        await ring(world, "pia", said["id"], about=f"thing-{n}")
    for n in range(MOST_JOINED + 2):
        await ring(world, "pia", f"never-{n}", about="joined")
    await ring(world, "pia", said["id"], about="joined")
    seen, before = 0, None
    while True:
        page = await world.ask("pia", "bell.list", limit=50, **({"before": before} if before else {}))
        seen += len(page["notifications"])
        if not page["more"]:
            break
        before = page["notifications"][-1]["id"]
    assert seen == MOST_KEPT
    assert (await bell(world, "pia"))[0]["count"] == 1
    assert (await world.ask("pia", "bell.list"))["unread"] == MOST_COUNTED
    world.clock.forward(seconds=KEPT_MS / 1000 + 1)
    await world.sign_in("pia")
    await world.house.dispatcher.house("house.sweep", Sweep(), HOUSE)
    assert await bell(world, "pia") == []
