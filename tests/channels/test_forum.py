"""The forum: writing in topics, keeping order, and that nobody learns what is not for them, looked at on the wire."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.cast import World
from tests.drivers import Server
from twinspace_server.errors import Conflict, NotAllowed


async def make(world: World, title: str = "Questions") -> str:
    """A forum for everybody but guests."""
    return str((await world.do("alice", "forum.make", space=world.space, title=title))["place"]["id"])


async def start(world: World, forum: str, by: str = "pia", title: str = "How warm is your river?", text: str = "Ours has 11.") -> Any:
    """A topic; its answer has `topic` and `post`."""
    return await world.do(by, "forum.start", place=forum, title=title, text=text)


async def answer(world: World, topic: Mapping[str, Any], by: str = "milo", text: str = "14 degrees.", **more: Any) -> Any:
    return (await world.do(by, "forum.answer", place=topic["place"], topic=topic["id"], text=text, **more))["post"]


async def listed(world: World, forum: str, by: str = "pia") -> list[str]:
    return [topic["id"] for topic in (await world.ask(by, "place.open", place=forum))["items"]]


async def read(world: World, topic: Mapping[str, Any], by: str = "pia", **where: Any) -> Any:
    return await world.ask(by, "forum.posts", place=where.pop("place", topic["place"]), topic=topic["id"], **where)


async def refused(world: World, by: str, method: str, /, **params: Any) -> str:
    return (await world.refusal(by, method, **params)).kind


# -- making and writing --------------------------------------------------------------------------------------------


async def test_who_may_make_a_forum(stage: Server) -> None:
    world = stage.world
    for by in ("pia", "milo"):
        assert isinstance(await world.refusal(by, "forum.make", space=world.space, title="Mine"), NotAllowed)
    assert await refused(world, "alice", "forum.make", space=world.space, title="x", parent=world.lobby) == "not_a_folder"
    assert await refused(world, "pia", "forum.make", space=world.space, title="x", parent=world.staffroom) == "not_found"
    assert await refused(world, "olga", "forum.make", space=world.space, title="x") == "not_found"
    forum = await make(world)
    assert await refused(world, "gerda", "place.open", place=forum) == "not_found", "guests are let in by name"


async def test_a_topic_and_its_answers_are_told_answered_and_stored_alike(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    async with stage.live("milo") as milo:
        await milo.listen(world.space)
        made = await start(world, forum)
        event = await milo.wait_for("forum.started")
        assert event["put"] == [made["topic"], made["post"]]
        topic, first = made["topic"], made["post"]
        assert (topic["first"], topic["answers"], topic["last_seq"]) == (first["id"], 0, first["seq"])
        second = await answer(world, topic, quote=first["id"])
        event = await milo.wait_for("forum.answered")
        topic = event["put"][0]
        assert event["put"][1] == second
        assert (topic["answers"], topic["last_seq"], topic["last_by"]) == (1, second["seq"], world["milo"].id)
    page = await read(world, topic)
    assert page == {
        "topic": topic,
        "posts": [first, second],
        "also": [],
        "originals": [],
        "older": False,
        "newer": False,
        "seq": second["seq"],
    }


async def test_a_quote_names_a_post_of_the_same_topic(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    one, other = await start(world, forum), await start(world, forum)
    for quote in (other["post"]["id"], "never-written"):
        error = await world.refusal(
            "milo", "forum.answer", place=forum, topic=one["topic"]["id"], text="x", quote=quote
        )  # fmt: skip
        assert (error.kind, error.path) == ("unknown_post", "$.quote")


async def test_nobody_changes_anothers_post(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    made = await start(world, forum)
    for by in ("milo", "bob", "alice"):
        for method, more in (("forum.edit", {"text": "Yours."}), ("forum.withdraw", {})):
            error = await world.refusal(by, method, place=forum, post=made["post"]["id"], **more)
            assert [reason.code for reason in error.why] == ["not_your_message"]


async def test_the_opening_post_carries_the_title(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    made = await start(world, forum)
    topic, first = made["topic"], made["post"]
    second = await answer(world, topic)
    await world.do("pia", "forum.edit", place=forum, post=first["id"], text="Ours has 12.", title="How warm?")
    assert (await read(world, topic))["topic"]["title"] == "How warm?"
    assert await refused(world, "milo", "forum.edit", place=forum, post=second["id"], text="x", title="y") == "not_the_opening_post"
    await world.do("bob", "forum.hide", place=forum, post=first["id"], reason="Names a pupil.")
    page = await read(world, topic)
    assert (page["topic"]["title"], page["topic"]["state"]) == ("", "hidden")
    assert [post["text"] for post in page["posts"]] == ["", "14 degrees."]
    await world.do("bob", "forum.restore", place=forum, post=first["id"])
    page = await read(world, topic)
    assert (page["topic"]["title"], page["posts"][0]["text"], page["posts"][0]["reason"]) == ("How warm?", "Ours has 12.", None)
    assert await refused(world, "bob", "forum.restore", place=forum, post=first["id"]) == "post_said"


async def test_hidden_and_withdrawn_words_reach_the_staff_alone(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    made = await start(world, forum, title="A secret of Tess", text="She told me that")
    async with stage.live("milo") as milo, stage.live("bob") as bob:
        await milo.listen(world.space)
        await bob.listen(world.space)
        await world.do("alice", "forum.hide", place=forum, post=made["post"]["id"], reason="Not yours to tell.")
        await milo.wait_for("forum.hidden")
        seen = await bob.wait_for("forum.hidden")
        original = next(item for item in seen["put"] if item["kind"] == "post_original")
        assert (original["title"], original["text"], original["why"]) == ("A secret of Tess", "She told me that", "hidden")
        told = await world.do("pia", "forum.answer", place=forum, topic=made["topic"]["id"], text="Sorry about my words")
        await milo.wait_for("forum.answered")
        await world.do("pia", "forum.withdraw", place=forum, post=told["post"]["id"])
        await milo.wait_for("forum.withdrawn")
        wire = "".join(milo.texts[-2:])
        assert original["id"] not in "".join(milo.texts)
        assert "She told" not in "".join(milo.texts)
        assert "Sorry" not in wire.split("forum.withdrawn")[-1]
    for by, kept in (("milo", []), ("pia", []), ("bob", ["She told me that", "Sorry about my words"])):
        page = await read(world, made["topic"], by)
        assert [o["text"] for o in page["originals"]] == kept
        assert [(p["text"], p["state"]) for p in page["posts"]] == [("", "hidden"), ("", "withdrawn")]


# -- order ---------------------------------------------------------------------------------------------------------


async def test_pinned_topics_stand_above_and_the_liveliest_follow(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    topics = [(await start(world, forum, title=f"Topic {n}"))["topic"] for n in range(4)]
    ids = [topic["id"] for topic in topics]
    assert await listed(world, forum) == ids[::-1]
    await answer(world, topics[0])
    await world.do("bob", "forum.pin", place=forum, topic=ids[2], on=True)
    assert await listed(world, forum) == [ids[2], ids[0], ids[3], ids[1]]
    assert await refused(world, "pia", "forum.pin", place=forum, topic=ids[1], on=True) == "not_allowed"
    page = await world.ask("pia", "forum.topics", place=forum, limit=2)
    assert ([t["id"] for t in page["topics"]], page["more"]) == ([ids[0], ids[3]], True)
    page = await world.ask("pia", "forum.topics", place=forum, limit=2, before=page["topics"][-1]["last_seq"])
    assert ([t["id"] for t in page["topics"]], page["more"]) == ([ids[1]], False)
    for n in range(9):
        await world.do("bob", "forum.pin", place=forum, topic=(await start(world, forum, title=f"More {n}"))["topic"]["id"], on=True)
    assert await refused(world, "bob", "forum.pin", place=forum, topic=ids[0], on=True) == "too_many_pinned"


async def test_a_closed_topic_takes_no_answers(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    made = await start(world, forum)
    topic, post = made["topic"], made["post"]
    await world.do("bob", "forum.close", place=forum, topic=topic["id"], on=True)
    for by in ("milo", "alice"):
        assert await refused(world, by, "forum.answer", place=forum, topic=topic["id"], text="x") == "topic_closed"
    assert await refused(world, "pia", "forum.edit", place=forum, post=post["id"], text="x") == "topic_closed"
    await world.do("pia", "forum.withdraw", place=forum, post=post["id"])
    await world.do("bob", "forum.close", place=forum, topic=topic["id"], on=False)
    await answer(world, topic)


async def test_moving_a_topic_is_gone_in_the_one_and_put_in_the_other_for_the_right_readers(stage: Server) -> None:
    world = stage.world
    forum, staff = await make(world), await make(world, "Among teachers")
    await world.set_table(staff, {"teacher": ["read", "add", "edit", "delete"], "pupil": [], "guest": []})
    made = await start(world, forum)
    topic = made["topic"]
    await answer(world, topic)
    await world.do("pia", "forum.follow", place=forum, topic=topic["id"], on=True)
    assert await refused(world, "pia", "forum.move", place=forum, topic=topic["id"], to=staff) == "not_allowed"
    assert await refused(world, "bob", "forum.move", place=forum, topic=topic["id"], to=world.lobby) == "not_found"
    assert await refused(world, "bob", "forum.move", place=forum, topic=topic["id"], to=forum) == "same_forum"
    assert await refused(world, "bob", "forum.move", place=forum, topic=topic["id"], to=world.attic) == "not_found"
    async with stage.live("milo") as milo, stage.live("bob") as bob:
        listening = await milo.listen(world.space)
        await bob.listen(world.space)
        await world.do("bob", "forum.move", place=forum, topic=topic["id"], to=staff)
        gone = await milo.wait_for("forum.moved")
        assert (gone["place"], gone["put"], gone["gone"]) == (forum, [], [{"kind": "topic", "id": topic["id"]}])
        arrived = await bob.wait_for("forum.arrived")
        assert (arrived["place"], arrived["put"][0]["place"]) == (staff, staff)
        await answer(world, {**topic, "place": staff}, "alice", "Now among ourselves")
        await bob.wait_for("forum.answered")
        await world.say("bob", "Back to work.")
        await milo.wait_for("chat.said")
        assert staff not in "".join(milo.texts)
        assert "among ourselves" not in "".join(milo.texts)
    async with stage.live("milo") as milo:  # who was away hears the same
        assert not (await milo.listen(world.space, listening["bookmark"]))["fresh"]
        await milo.wait_for("chat.said")
        assert milo.names(world.space) == ["forum.moved", "chat.said"]
        assert staff not in "".join(milo.texts)
    for place in (forum, staff):
        assert await refused(world, "milo", "forum.posts", place=place, topic=topic["id"]) == "not_found"
        assert await refused(world, "milo", "forum.posts", place=place, around=made["post"]["id"]) == "not_found"
        assert await refused(world, "pia", "forum.edit", place=place, post=made["post"]["id"], text="x") == "not_found"
    assert (await world.ask("pia", "forum.marks", place=forum))["marks"] == []
    assert [post["place"] for post in (await read(world, topic, "bob", place=staff))["posts"]] == [staff] * 3
    back = await world.do("bob", "forum.move", place=staff, topic=topic["id"], to=forum)
    assert (back["topic"]["place"], back["topic"]["answers"]) == (forum, 2)


async def test_deleting_a_topic_can_be_undone(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    made = await start(world, forum)
    topic, where = made["topic"], {"place": forum, "topic": made["topic"]["id"]}
    async with stage.live("milo") as milo:
        await milo.listen(world.space)
        assert await refused(world, "milo", "forum.bin", **where) == "not_allowed"
        await world.do("pia", "forum.bin", **where)
        event = await milo.wait_for("forum.binned")
        assert (event["put"], event["gone"]) == ([], [{"kind": "topic", "id": topic["id"]}])
        assert await listed(world, forum) == []
        assert await refused(world, "milo", "forum.posts", **where) == "not_found"
        assert await refused(world, "milo", "forum.answer", **where, text="x") == "not_found"
        assert await refused(world, "milo", "forum.unbin", **where) == "not_found"
        await world.do("pia", "forum.unbin", **where)
        assert (await milo.wait_for("forum.unbinned"))["put"] == [topic]
    await answer(world, topic)
    assert await refused(world, "pia", "forum.bin", **where) == "not_allowed", "it is not hers alone any more"
    await world.do("bob", "forum.bin", **where)
    assert await refused(world, "pia", "forum.unbin", **where) == "not_found"
    assert await refused(world, "pia", "forum.bin_contents", place=forum) == "not_allowed"
    binned = await world.ask("alice", "forum.bin_contents", place=forum)
    assert [(each["id"], each["by"]) for each in binned["topics"]] == [(topic["id"], world["bob"].id)]
    await world.do("alice", "forum.unbin", **where)
    assert await listed(world, forum) == [topic["id"]]


# -- one's own ------------------------------------------------------------------------------------------------------


async def test_what_one_has_read_and_follows_is_nobody_elses_business(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    topic = (await start(world, forum, "milo"))["topic"]
    async with stage.live("pia") as pia, stage.live("alice") as alice, stage.live("milo") as milo:
        await pia.listen(world["pia"].desk)
        for other in (alice, milo):
            await other.listen(world.space)
        followed = await world.do("pia", "forum.follow", place=forum, topic=topic["id"], on=True)
        seen = await world.do("pia", "forum.seen", place=forum, topic=topic["id"], seq=topic["last_seq"])
        mark = {"kind": "topic_mark", "id": topic["id"], "space": world.space, "seq": topic["last_seq"], "follows": True}
        assert (followed["mark"], seen["mark"]) == ({**mark, "seq": 0}, mark)
        assert (await pia.wait_for("forum.marked"))["put"] == [{**mark, "seq": 0}]
        await world.say("bob", "Done?")
        for other in (alice, milo):
            await other.wait_for("chat.said")
            assert "topic_mark" not in "".join(other.texts)
    assert await world.ask("pia", "forum.marks", place=forum) == {"read": 0, "marks": [mark]}
    assert await world.ask("milo", "forum.marks", place=forum) == {"read": 0, "marks": []}
    ahead = await world.do("pia", "forum.seen", place=forum, seq=2**50)
    assert ahead["mark"]["seq"] < 2**50, "not beyond what has happened"
    assert (await world.ask("pia", "forum.marks", place=forum))["read"] == ahead["mark"]["seq"]
    for place in (world.lobby, world.staffroom, world.attic):
        assert await refused(world, "pia", "forum.seen", place=place, seq=1) == "not_found"
    assert await refused(world, "olga", "forum.follow", place=forum, topic=topic["id"], on=True) == "not_found"


async def test_what_is_new_in_a_forum(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    topic = (await start(world, forum, "milo"))["topic"]
    last = await answer(world, topic, "milo")
    await answer(world, topic, "pia")
    async with stage.live("pia") as pia:
        assert (await pia.listen(world.space))["unread"][forum] == {"count": 2, "mark": 0}
    await world.do("pia", "place.read", place=forum, seq=last["seq"])
    async with stage.live("pia") as pia:
        assert (await pia.listen(world.space))["unread"][forum]["count"] == 0


# -- long ones -----------------------------------------------------------------------------------------------------

LONG = "ჩვენ დღეს მდინარეზე ვიყავით. " * 180


async def test_pages_of_a_long_topic_meet_and_fit_into_a_frame(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    made = await start(world, forum, text=LONG)
    topic = made["topic"]
    posts = [made["post"]]
    for n in range(12):
        posts.append(await answer(world, topic, ("milo", "pia")[n % 2], f"{n} {LONG}", quote=posts[-1]["id"]))
    async with stage.live("bob") as bob:
        found: list[str] = []
        page = await bob.call("forum.posts", place=forum, topic=topic["id"])
        while True:
            found += [post["id"] for post in page["posts"]]
            if not page["newer"]:
                break
            page = await bob.call("forum.posts", place=forum, topic=topic["id"], after=found[-1])
            assert page["older"]
        assert found == [post["id"] for post in posts]
        around = await bob.call("forum.posts", place=forum, topic=topic["id"], around=posts[6]["id"])
        assert posts[6] in around["posts"]
        assert (around["older"], around["newer"]) == (True, True)
        assert await bob.call("forum.posts", place=forum, around=posts[6]["id"]) == around, "a link names the post alone"
        since = await bob.call("forum.posts", place=forum, topic=topic["id"], since=posts[6]["seq"])
        assert posts[7] in since["posts"]
        newest = await bob.call("forum.posts", place=forum, topic=topic["id"], newest=True)
        assert newest["posts"][-1] == posts[-1]
        before = await bob.call("forum.posts", place=forum, topic=topic["id"], before=newest["posts"][0]["id"])
        at = found.index(newest["posts"][0]["id"])
        assert [post["id"] for post in before["posts"]] == found[at - len(before["posts"]) : at]
        assert max(len(text.encode()) for text in bob.texts) < 64 * 1024


async def test_a_full_list_of_topics_fits_into_a_frame(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    for n in range(45):
        topic = (await start(world, forum, title=f"{n} " + "მ" * 117, text="x"))["topic"]
        if n < 10:
            await world.do("bob", "forum.pin", place=forum, topic=topic["id"], on=True)
    async with stage.live("pia") as pia:
        opened = await pia.call("place.open", place=forum)
        assert (len(opened["items"]), opened["more"]) == (40, True)
        rest = await pia.call("forum.topics", place=forum, before=opened["items"][-1]["last_seq"])
        assert (len(rest["topics"]), rest["more"]) == (5, False)
        assert max(len(text.encode()) for text in pia.texts) < 64 * 1024


@pytest.mark.parametrize("where", [{"before": "a", "after": "b"}, {"newest": True, "since": 3}])
async def test_one_direction_at_a_time(stage: Server, where: dict[str, Any]) -> None:
    world = stage.world
    topic = (await start(world, await make(world)))["topic"]
    assert (await world.refusal("pia", "forum.posts", place=topic["place"], topic=topic["id"], **where)).kind == "one_direction"
    assert await refused(world, "pia", "forum.posts", place=topic["place"]) == "topic_missing"


async def test_what_is_done_already_is_refused_or_said_again(stage: Server) -> None:
    world = stage.world
    forum = await make(world)
    made = await start(world, forum)
    where = {"place": forum, "post": made["post"]["id"]}
    assert "seq" not in await world.do("pia", "forum.edit", **where, text="Ours has 11.")
    await world.do("pia", "forum.withdraw", **where)
    for method, by, more in (("forum.withdraw", "pia", {}), ("forum.edit", "pia", {"text": "x"}), ("forum.hide", "bob", {"reason": "x"})):
        error = await world.refusal(by, method, **where, **more)
        assert isinstance(error, Conflict)
        assert (error.kind, error.path) == ("post_withdrawn", "$.post")
