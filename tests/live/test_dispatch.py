"""The door: locks and keys of a unit, order, what a refusal leaves behind, and that a repeat is done once whoever races."""

import asyncio
from typing import Any

import msgspec
import pytest
from sqlalchemy import func, select

from tests.cast import World
from tests.drivers import Server
from twinspace_server.channels import chat
from twinspace_server.errors import Conflict, NotFound, SignedOut, TwinspaceError
from twinspace_server.ids import new as new_id
from twinspace_server.live import keys, log
from twinspace_server.live.feature import Context
from twinspace_server.storage.store import Db


async def numbers(world: World, space: str) -> list[int]:
    rows = select(log.log.c.seq).where(log.log.c.space == space).order_by(log.log.c.seq)
    return await world.house.store.read(lambda db: [row[0] for row in db.execute(rows)])


async def rows(world: World, table: Any, **where: Any) -> int:
    query = select(func.count()).select_from(table).where(*(table.c[name] == value for name, value in where.items()))
    return await world.house.store.read(lambda db: int(db.execute(query).scalar_one()))


async def test_numbers_have_no_gaps_whatever_is_refused_between(stage: Server) -> None:
    world = stage.world
    await asyncio.gather(
        *(world.say("pia", f"line {n}") for n in range(20)),
        *(world.do("milo", "chat.say", place=world.lobby, text="an answer to nothing", reply_to=new_id()) for _ in range(20)),
        *(world.do("pia", "place.change", place=world.lobby, title="Mine") for _ in range(20)),
        return_exceptions=True,
    )
    found = await numbers(world, world.space)
    assert found == list(range(1, len(found) + 1))
    assert await rows(world, chat.messages, place=world.lobby) == 20


async def test_what_fails_after_writing_leaves_nothing(stage: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug late in the handler: the line, its number and its key go with it, and the others of the same commit stay."""
    world = stage.world
    before = await numbers(world, world.space)
    emit = Context.emit

    def fails(self: Context, event: str, *items: Any, **rest: Any) -> None:
        emit(self, event, *items, **rest)
        if self.person == world["pia"].id:
            raise RuntimeError("a bug")

    monkeypatch.setattr(Context, "emit", fails)
    done = await asyncio.gather(
        *(world.do(who, "chat.say", place=world.lobby, text="x", key=f"{who}-{n}") for n in range(5) for who in ("pia", "milo")),
        return_exceptions=True,
    )
    monkeypatch.undo()
    assert [isinstance(one, dict) for one in done] == [False, True] * 5
    assert len(await numbers(world, world.space)) == len(before) + 5
    assert await rows(world, chat.messages, place=world.lobby) == 5
    assert await rows(world, keys.keys, space=world.space, person=world["pia"].id) == 0
    assert (await world.do("pia", "chat.say", place=world.lobby, text="x", key="pia-0"))["message"]["text"] == "x"


async def test_a_key_is_ones_own_and_of_one_space(stage: Server) -> None:
    world = stage.world
    mine = await world.do("pia", "chat.say", place=world.lobby, text="x", key="k")
    other = await world.do("milo", "chat.say", place=world.lobby, text="x", key="k")
    assert mine["message"]["id"] != other["message"]["id"]
    await world.do("pia", "people.change", language="nl", key="k")
    await world.do("pia", "place.read", place=world.lobby, seq=1, key="k2")
    assert (await world.refusal("pia", "place.read", place=world.lobby, seq=2, key="k2")).kind == "key_reused"
    assert (await world.do("pia", "chat.say", place=world.lobby, text="x", key="k"))["message"]["id"] == mine["message"]["id"]


async def test_a_refusal_is_not_kept_under_its_key(stage: Server) -> None:
    world = stage.world
    for _ in range(2):
        assert (await world.refusal("pia", "chat.say", place=world.staffroom, text="x", key="k")).kind == "not_found"
        assert (await world.refusal("gerda", "chat.say", place=world.lobby, text="x", key="k")).kind == "not_found"
    await world.set_table(world.lobby, {"teacher": ["read"], "pupil": ["read", "add"], "guest": ["read", "add"]})
    await world.do("gerda", "chat.say", place=world.lobby, text="x", key="k")


async def test_a_repeat_answers_with_the_things_as_they_are_now(stage: Server) -> None:
    world = stage.world
    params = {"place": world.lobby, "text": "too much said", "key": "k"}
    first = await world.do("pia", "chat.say", **params)
    await world.do("bob", "chat.hide", place=world.lobby, message=first["message"]["id"], reason="Too much.")
    again = await world.do("pia", "chat.say", **params)
    assert again["seq"] == first["seq"]
    assert (again["message"]["state"], again["message"]["text"]) == ("hidden", "")


async def test_a_repeat_is_refused_to_those_who_may_no_longer_read(stage: Server) -> None:
    world = stage.world
    params = {"place": world.lobby, "text": "x", "key": "k"}
    first = await world.do("pia", "chat.say", **params)
    await world.set_table(world.lobby, {"teacher": ["read"], "pupil": ["read"]})
    assert await world.do("pia", "chat.say", **params) == first, "the line stands, though pia may write no more"
    await world.set_table(world.lobby, {"teacher": ["read"], "pupil": []})
    assert isinstance(await world.refusal("pia", "chat.say", **params), NotFound)


@pytest.mark.parametrize("times", [2, 10])
async def test_the_same_key_sent_at_once_is_done_once(stage: Server, times: int) -> None:
    world = stage.world
    answers = await asyncio.gather(*(world.do("pia", "chat.say", place=world.lobby, text="once", key="k") for _ in range(times)))
    assert all(answer == answers[0] for answer in answers)
    assert await rows(world, chat.messages, place=world.lobby) == 1


async def test_the_same_key_sent_to_two_processes_at_once_is_done_once(pair: tuple[Server, Server]) -> None:
    first, second = pair
    world = first.world
    for round_ in range(20):
        params = {"place": world.lobby, "text": "once", "key": f"k{round_}"}
        answers = await asyncio.gather(*(server.world.do("pia", "chat.say", **params) for server in pair for _ in range(3)))
        assert all(answer == answers[0] for answer in answers)
    assert await rows(world, chat.messages, place=world.lobby) == 20
    assert second.house is not first.house


async def test_the_same_key_with_other_parameters_at_once_is_done_once(stage: Server) -> None:
    world = stage.world
    answers = await asyncio.gather(
        *(world.do("pia", "chat.say", place=world.lobby, text=str(n), key="k") for n in range(5)), return_exceptions=True
    )
    assert sum(isinstance(answer, dict) for answer in answers) == 1
    assert sum(isinstance(answer, Conflict) and answer.kind == "key_reused" for answer in answers) == 4


async def test_calls_about_a_place_that_is_new_here_keep_their_order(stage: Server) -> None:
    world = stage.world
    room = await world.make_room("Never met")
    world.house.dispatcher.laws._spaces.clear()
    said = await asyncio.gather(*(world.say("pia", str(n), room) for n in range(25)))
    assert [message["seq"] for message in said] == sorted(message["seq"] for message in said)
    opened = await world.ask("pia", "place.open", place=room)
    assert [message["text"] for message in opened["items"]] == [str(n) for n in range(25)]


async def test_a_flood_of_places_that_are_none_leaves_nothing_behind(stage: Server) -> None:
    world, dispatcher = stage.world, stage.house.dispatcher
    refused = await asyncio.gather(*(world.do("pia", "place.open", place=f"none{n % 7}") for n in range(50)), return_exceptions=True)
    assert all(isinstance(error, NotFound) for error in refused)
    assert dispatcher._looked_for == {}


async def test_a_session_that_has_ended_does_nothing_more(server: Server) -> None:
    """Also where who asks was found out before it ended."""
    world = server.world
    await world.do("pia", "people.sign_out")
    for method, params in (
        ("chat.say", {"place": world.lobby, "text": "x"}),
        ("chat.history", {"place": world.lobby}),
        ("people.me", {}),
        ("people.create_token", {"name": "x"}),
        ("place.read", {"place": world.lobby, "seq": 3}),
        ("space.leave", {"space": world.space}),
    ):
        assert isinstance(await world.refusal("pia", method, **params), SignedOut), method
    assert await rows(world, chat.messages, place=world.lobby) == 0


async def test_the_law_of_before_is_never_used_after_a_change(stage: Server) -> None:
    """Each says a line right after a change is answered: allowed and refused take turns, and the stale law never counts."""
    world = stage.world
    for _ in range(10):
        await world.set_table(world.lobby, {"teacher": ["read"], "pupil": ["read"]})
        assert isinstance(await world.refusal("pia", "chat.say", place=world.lobby, text="x"), TwinspaceError)
        await world.set_table(world.lobby, {"teacher": ["read"], "pupil": ["read", "add"]})
        await world.say("pia", "allowed")


async def test_the_law_of_before_is_never_used_in_another_process(pair: tuple[Server, Server]) -> None:
    first, second = pair
    world, other = first.world, second.world
    await other.say("pia", "the other process knows the law")
    for _ in range(10):
        await world.set_table(world.lobby, {"teacher": ["read"], "pupil": ["read"]})
        assert isinstance(await other.refusal("pia", "chat.say", place=world.lobby, text="x"), TwinspaceError)
        await world.set_table(world.lobby, {"teacher": ["read"], "pupil": ["read", "add"]})
        await other.say("pia", "allowed")


async def test_a_query_is_answered_as_of_one_moment(stage: Server) -> None:
    """Messages, number and law of one read belong together, while somebody writes."""
    world = stage.world

    async def write() -> None:
        for number in range(40):
            await world.say("milo", str(number))

    async def read() -> None:
        for _ in range(40):
            opened = await world.ask("pia", "place.open", place=world.lobby)
            newest = [message["seq"] for message in opened["items"]]
            assert newest == sorted(newest)
            assert not newest or newest[-1] == opened["seq"]

    await asyncio.gather(write(), read())


async def test_log_and_keys_hold_names_only(stage: Server) -> None:
    world, marker = stage.world, "marker-of-pias-words"
    said = await world.do("pia", "chat.say", place=world.lobby, text=marker, key="k")
    await world.do("pia", "chat.edit", place=world.lobby, message=said["message"]["id"], text=f"{marker} again", key="k2")
    await world.do("bob", "chat.hide", place=world.lobby, message=said["message"]["id"], reason=f"{marker} as a reason", key="k3")
    await world.do("alice", "space.change", space=world.space, description=marker, key="k4")
    await world.do("alice", "place.change", place=world.lobby, title=marker, key="k5")

    def everything(db: Db) -> str:
        found = [tuple(row) for table in (log.log, log.heads, keys.keys) for row in db.execute(select(table))]
        return msgspec.json.encode(found).decode()

    kept = await world.house.store.read(everything)
    assert said["message"]["id"] in kept
    assert marker not in kept
