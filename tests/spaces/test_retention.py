"""Settings of a space, and its end: announced for a month, then nothing of it is left."""

from pathlib import Path

import pytest

from tests.cast import World
from tests.desk.test_mail import work
from tests.test_erasure import files_with, rows_with
from twinspace_server.errors import Conflict, NotFound
from twinspace_server.spaces.housekeeping import Sweep

WORD = "Kingfisher"


async def sweep(world: World) -> None:
    await world.house.dispatcher.house("house.sweep", Sweep())
    await work(world)


async def fill(world: World) -> None:
    await world.say("pia", f"{WORD} in the chat")
    archive = (await world.do("alice", "archive.make", space=world.space, title=f"{WORD} finds"))["place"]["id"]
    await world.add_file("pia", archive, f"{WORD}.txt", f"{WORD} in a file".encode())
    topic = (await world.do("alice", "forum.make", space=world.space, title="Questions"))["place"]["id"]
    await world.do("milo", "forum.start", place=topic, title=f"{WORD}?", text=f"A {WORD}.")
    await world.do("alice", "space.change", space=world.space, description=f"About the {WORD}")


async def test_a_closed_space_is_erased_after_a_month_of_notice(world: World, tmp_path: Path) -> None:
    await fill(world)
    elsewhere = await world.do("olga", "chat.say", place=world.attic, text="Another space stays")
    await world.do("alice", "space.close", space=world.space)
    told = await world.do("alice", "space.ending", space=world.space)
    assert {one["what"]: one["count"] for one in told["goes"]}["message"] == 1
    assert (told["months"], told["warned"], told["at"] is not None, told["bytes"] > 0) == (12, False, True, True)
    assert (await world.do("pia", "space.ending", space=world.space))["goes"] == []

    world.clock.forward(days=330)
    await world.sign_in("alice")
    await sweep(world)
    assert not (await world.do("alice", "space.ending", space=world.space))["warned"]
    world.clock.forward(days=6)
    await world.sign_in("alice")
    await sweep(world)
    assert (await world.do("alice", "space.ending", space=world.space))["warned"]
    news = (await world.do("alice", "bell.list"))["notifications"]
    assert [one["what"] for one in news if one["what"] == "space-ending"] == ["space-ending"]
    world.clock.forward(days=29, hours=12)
    await sweep(world)
    await world.sign_in("alice")
    assert await world.do("alice", "space.ending", space=world.space)

    world.clock.forward(days=2)
    await sweep(world)
    await world.sign_in("alice")
    await world.sign_in("olga")
    assert isinstance(await world.refusal("alice", "space.members", space=world.space), NotFound)
    assert await rows_with(world, WORD) == []
    assert files_with(tmp_path, WORD) == []
    shown = (await world.do("olga", "chat.history", place=world.attic))["messages"]
    assert [one["id"] for one in shown] == [elsewhere["message"]["id"]]
    await sweep(world)  # and it is not erased twice


async def test_reopening_and_a_longer_time_keep_a_space(world: World) -> None:
    await world.do("alice", "space.close", space=world.space)
    await world.do("alice", "space.set_retention", space=world.space, months=24)
    world.clock.forward(days=400)
    await world.sign_in("alice")
    await sweep(world)
    assert not (await world.do("alice", "space.ending", space=world.space))["warned"]
    world.clock.forward(days=305)
    await world.sign_in("alice")
    await sweep(world)
    assert (await world.do("alice", "space.ending", space=world.space))["warned"]
    await world.do("alice", "space.reopen", space=world.space)
    world.clock.forward(days=60)
    await world.sign_in("alice")
    await sweep(world)
    assert (await world.do("alice", "space.ending", space=world.space))["at"] is None


async def test_two_schools_never_share_a_colour(world: World) -> None:
    answer = await world.do("alice", "space.set_hue", space=world.space, school=world.gent, hue="marigold")
    assert {school["id"]: school["hue"] for school in answer["space"]["schools"]} == {world.gent: "marigold", world.batumi: "lagoon"}
    refused = await world.refusal("alice", "space.set_hue", space=world.space, school="nothing", hue="plum")
    assert (refused.kind, refused.path) == ("unknown_school", "$.school")
    for who, method, more in (
        ("pia", "space.set_hue", {"school": world.gent, "hue": "plum"}),
        ("pia", "space.set_retention", {"months": 3}),
    ):
        assert (await world.refusal(who, method, space=world.space, **more)).kind == "not_allowed"
    assert (await world.refusal("olga", "space.set_retention", space=world.space, months=3)).kind == "not_found"
    desk = await world.refusal("alice", "space.set_retention", space=world["alice"].desk, months=3)
    assert isinstance(desk, Conflict) or desk.kind == "not_found"


@pytest.mark.parametrize(
    ("closed", "months", "ends"), [("2026-01-31", 1, "2026-02-28"), ("2026-11-30", 3, "2027-02-28"), ("2024-02-29", 12, "2025-02-28")]
)
def test_a_month_later_is_the_same_day_or_the_last(closed: str, months: int, ends: str) -> None:
    from datetime import UTC, datetime

    from twinspace_server.spaces.spaces import end_of

    def moment(day: str) -> int:
        return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)

    assert end_of(moment(closed), months) == moment(ends)
