"""Time-outs, words that wait for a teacher, reports and the record: on the raw protocol, and in every frame."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.cast import World, enter, populated_database
from tests.databases import KINDS
from tests.test_stories import Tab
from twinspace_server.errors import Conflict, NotAllowed, NotFound
from twinspace_server.spaces import record


@pytest_asyncio.fixture(params=KINDS)
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    async with populated_database(str(request.param), tmp_path) as (url, made), enter(url, tmp_path, made) as there:
        yield there


class Heard(Tab):
    """A tab that keeps every frame as it came."""

    def __init__(self, world: World, username: str) -> None:
        super().__init__(world, username, world.space)
        self.frames: list[str] = []

    def send(self, frame: Any) -> None:
        self.frames.append(frame.text.decode())
        super().send(frame)

    def has(self, words: str) -> bool:
        return any(words in text for text in self.frames)


async def ears(world: World, *names: str) -> dict[str, Heard]:
    tabs = {name: Heard(world, name) for name in names}
    for tab in tabs.values():
        await tab.listen()
    return tabs


async def time_out(world: World, person: str, minutes: int = 10) -> dict[str, Any]:
    return await world.do("alice", "order.time_out", space=world.space, person=world[person].id, minutes=minutes, reason="Cool down.")


async def hold(world: World, person: str, on: bool = True) -> None:
    await world.do("alice", "order.hold", space=world.space, person=world[person].id, on=on)


async def test_who_has_a_time_out_writes_nothing_until_it_is_over(world: World) -> None:
    said = await world.say("pia", "before")
    restraint = (await time_out(world, "pia"))["restraint"]
    assert restraint["reason"] == "Cool down."
    for method, params in (
        ("chat.say", {"text": "still here"}),
        ("chat.edit", {"message": said["id"], "text": "other words"}),
        ("chat.react", {"message": said["id"], "emoji": "🎉", "on": True}),
    ):
        error = await world.refusal("pia", method, place=world.lobby, **params)
        assert isinstance(error, NotAllowed)
        assert [reason.code for reason in error.why] == ["timed_out"]
    told = await world.ask("alice", "rights.explain", place=world.lobby, person=world["pia"].id)
    assert "timed_out" in str(told)
    # What is always possible: reading, taking back, reporting.
    await world.ask("pia", "chat.history", place=world.lobby)
    await world.do("pia", "chat.withdraw", place=world.lobby, message=said["id"])
    other = await world.say("milo", "hello")
    await world.do("pia", "report.make", place=world.lobby, kind="message", item=other["id"])
    await world.do("alice", "order.end_time_out", space=world.space, person=world["pia"].id)
    await world.say("pia", "and again")


async def test_a_time_out_ends_by_itself_and_outlives_leaving(world: World) -> None:
    await time_out(world, "pia", minutes=1)
    await world.do("pia", "space.leave", space=world.space)
    await world.do("alice", "space.add_member", space=world.space, username="pia", role="pupil", school=world.gent)
    assert isinstance(await world.refusal("pia", "chat.say", place=world.lobby, text="back"), NotAllowed)
    world.clock.forward(seconds=61)
    await world.say("pia", "a minute later")
    error = await world.refusal("alice", "order.end_time_out", space=world.space, person=world["pia"].id)
    assert isinstance(error, Conflict)


@pytest.mark.parametrize("doer", ["pia", "gerda"])
async def test_only_the_staff_keeps_order_and_never_among_itself(world: World, doer: str) -> None:
    params = {"space": world.space, "person": world["milo"].id}
    assert isinstance(await world.refusal(doer, "order.time_out", **params, minutes=5, reason="No."), NotAllowed)
    assert isinstance(await world.refusal(doer, "order.hold", **params, on=True), NotAllowed)
    for person in ("alice", "bob"):
        error = await world.refusal("alice", "order.time_out", space=world.space, person=world[person].id, minutes=5, reason="No.")
        assert isinstance(error, Conflict)
        assert error.kind == "not_for_staff"


async def test_what_binds_a_pupil_is_known_to_them_and_the_staff_alone(world: World) -> None:
    tabs = await ears(world, "alice", "pia", "milo")
    await time_out(world, "pia")
    assert tabs["alice"].has("Cool down.")
    assert tabs["pia"].has("Cool down.")
    assert not tabs["milo"].has("restraint")
    for name, known in (("alice", 1), ("pia", 1), ("milo", 0)):
        assert len((await world.ask(name, "order.restrained", space=world.space))["restraints"]) == known


async def test_held_words_reach_nobody_but_the_staff_until_they_are_let_through(world: World) -> None:
    tabs = await ears(world, "alice", "pia", "milo")
    await hold(world, "pia")
    before = await world.ask("milo", "place.open", place=world.lobby)
    answer = await world.do("pia", "chat.say", place=world.lobby, text="a hidden zebra", key="once")
    assert set(answer) == {"waiting", "seq"}
    assert (await world.do("pia", "chat.say", place=world.lobby, text="a hidden zebra", key="once"))["waiting"] == answer["waiting"]
    waiting = answer["waiting"]["id"]
    assert tabs["alice"].has("zebra")
    assert tabs["pia"].has("zebra")
    # Not a frame, not a line of history, not a hit, not a count, not a bell.
    assert not tabs["milo"].has("zebra")
    assert not tabs["milo"].has("waiting")
    assert (await world.ask("milo", "place.open", place=world.lobby))["items"] == before["items"]
    assert (await world.ask("milo", "search.find", space=world.space, text="zebra"))["hits"] == []
    assert (await world.ask("milo", "waiting.list", space=world.space))["waiting"] == []
    for params in ({"waiting": waiting}, {"waiting": waiting, "reason": "No."}):
        method = "waiting.refuse" if "reason" in params else "waiting.let_through"
        assert isinstance(await world.refusal("milo", method, place=world.lobby, **params), NotAllowed | NotFound)
    assert isinstance(await world.refusal("milo", "waiting.take_back", place=world.lobby, waiting=waiting), NotFound)
    assert isinstance(await world.refusal("pia", "waiting.let_through", place=world.lobby, waiting=waiting), NotAllowed)
    await world.do("bob", "waiting.let_through", place=world.lobby, waiting=waiting)
    assert tabs["milo"].has("zebra")
    newest = (await world.ask("milo", "chat.history", place=world.lobby))["messages"][-1]
    assert (newest["text"], newest["author"]) == ("a hidden zebra", world["pia"].id)
    assert isinstance(await world.refusal("bob", "waiting.let_through", place=world.lobby, waiting=waiting), NotFound)


async def test_what_is_refused_is_its_authors_alone_with_the_reason(world: World) -> None:
    await hold(world, "pia")
    waiting = (await world.do("pia", "chat.say", place=world.lobby, text="not like this"))["waiting"]["id"]
    tabs = await ears(world, "pia", "milo")
    await world.do("alice", "waiting.refuse", place=world.lobby, waiting=waiting, reason="Without names.")
    assert tabs["pia"].has("Without names.")
    assert not tabs["milo"].has("Without names.")
    await world.do("pia", "waiting.take_back", place=world.lobby, waiting=waiting)
    assert (await world.ask("pia", "waiting.list", space=world.space))["waiting"] == []


async def test_a_command_with_words_that_cannot_wait_is_refused(world: World) -> None:
    """Default closed: what a channel did not think of does not slip through."""
    await hold(world, "pia")
    line = await world.say("milo", "hello")
    error = await world.refusal("pia", "chat.react", place=world.lobby, message=line["id"], emoji="🖕", on=True)
    assert isinstance(error, NotAllowed)
    assert [reason.code for reason in error.why] == ["held_first"]
    await hold(world, "pia", on=False)
    await world.do("pia", "chat.react", place=world.lobby, message=line["id"], emoji="🎉", on=True)


async def test_the_author_must_still_be_allowed_to_when_it_is_let_through(world: World) -> None:
    await hold(world, "pia")
    waiting = (await world.do("pia", "chat.say", place=world.lobby, text="late"))["waiting"]["id"]
    await world.set_table(world.lobby, {"teacher": ["read", "add"], "pupil": ["read"]})
    assert isinstance(await world.refusal("bob", "waiting.let_through", place=world.lobby, waiting=waiting), NotAllowed)
    assert len((await world.ask("bob", "waiting.list", space=world.space))["waiting"]) == 1


async def report(world: World, doer: str, item: str, **more: Any) -> dict[str, Any]:
    return dict((await world.do(doer, "report.make", place=world.lobby, kind="message", item=item, **more))["report"])


async def test_a_report_freezes_what_it_is_about_and_its_neighbours(world: World) -> None:
    lines = [await world.say("milo", f"line {n}") for n in range(30)]
    made = await report(world, "pia", lines[15]["id"], word="That hurts.")
    await world.do("milo", "chat.edit", place=world.lobby, message=lines[15]["id"], text="something harmless")
    await world.do("milo", "chat.withdraw", place=world.lobby, message=lines[14]["id"])
    told = await world.ask("bob", "report.evidence", space=world.space, report=made["id"])
    assert [one["text"] for one in told["frozen"] if one["reported"]] == ["line 15"]
    assert {f"line {n}" for n in range(11, 20)} <= {one["text"] for one in told["frozen"]}
    assert told["report"]["about"] == world["milo"].id
    assert (await report(world, "pia", lines[15]["id"]))["id"] == made["id"]


async def test_who_is_reported_learns_nothing_of_it(world: World) -> None:
    """Also a teacher: neither event nor list nor evidence nor record, and no way to close it."""
    tabs = await ears(world, "alice", "bob", "pia", "milo")
    said = await world.say("bob", "a teacher's line")
    made = await report(world, "pia", said["id"], word="a grey walrus")
    assert tabs["alice"].has("walrus")
    assert tabs["pia"].has("walrus")
    for name in ("bob", "milo"):
        assert not tabs[name].has("walrus")
        assert not tabs[name].has("report")
        assert (await world.ask(name, "report.list", space=world.space))["reports"] == []
        assert isinstance(await world.refusal(name, "report.close", space=world.space, report=made["id"], decision="nothing"), NotFound)
        with pytest.raises(NotFound):
            await world.ask(name, "report.evidence", space=world.space, report=made["id"])
        assert "walrus" not in str(await world.ask(name, "bell.list"))
    acts = (await world.ask("bob", "order.record", space=world.space))["acts"]
    assert not [act for act in acts if act["item_kind"] == "report"]
    assert [act for act in (await world.ask("alice", "order.record", space=world.space))["acts"] if act["item_kind"] == "report"]
    await world.do("alice", "report.close", space=world.space, report=made["id"], decision="talked", answer="We talked.")
    assert tabs["pia"].has("We talked.")
    assert not tabs["bob"].has("We talked.")


async def test_nobody_reports_what_they_cannot_see(world: World) -> None:
    whisper = await world.say("bob", "among teachers", world.staffroom)
    said = await world.say("milo", "hello")
    wrong: list[dict[str, Any]] = [
        {"place": world.lobby, "kind": "message", "item": "never-was"},
        {"place": world.lobby, "kind": "nothing", "item": said["id"]},
        {"place": world.lobby, "kind": "notification", "item": said["id"]},
        {"place": world.space, "kind": "message", "item": said["id"]},
        {"place": world.space, "kind": "member", "item": "never-was"},
        {"place": world.lobby, "kind": "message", "item": whisper["id"]},
        {"place": world.staffroom, "kind": "message", "item": whisper["id"]},
    ]
    for params in wrong:
        assert isinstance(await world.refusal("pia", "report.make", **params), NotFound), params
    await world.do("pia", "report.make", place=world.space, kind="member", item=world["milo"].id, word="He calls me names.")


async def test_the_record_is_only_ever_added_to(world: World) -> None:
    said = await world.say("milo", "rude")
    await world.do("bob", "chat.hide", place=world.lobby, message=said["id"], reason="Rude.")
    await world.do("alice", "chat.restore", place=world.lobby, message=said["id"])
    await time_out(world, "milo")
    acts = (await world.ask("bob", "order.record", space=world.space))["acts"]
    assert [(act["what"], act["by"], act["about"]) for act in acts] == [
        ("order.timed_out", world["alice"].id, world["milo"].id),
        ("chat.restored", world["alice"].id, world["milo"].id),
        ("chat.hidden", world["bob"].id, world["milo"].id),
    ]
    assert [act["reason"] for act in acts] == ["Cool down.", None, "Rude."]
    with pytest.raises(NotAllowed):
        await world.ask("pia", "order.record", space=world.space)
    source = (Path(record.__file__)).read_text(encoding="utf-8")
    assert "insert(record)" in source
    assert not {"update", "delete"} & set(source.replace("(", " ").split())
