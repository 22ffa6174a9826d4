"""The pinboard: each command three ways, who may change whose notes, the limits, and held notes, which reach nobody else."""

import json
from typing import Any

import msgspec
import pytest

from tests.cast import World
from tests.drivers import Live, Refused, Server
from twinspace_server.channels import pinboard_notes
from twinspace_server.channels.pinboard import NOTE_BYTES, note_of
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound


async def make_board(world: World, *, hold: bool = False, changes: str = "own", columns: tuple[str, ...] = ()) -> str:
    answer = await world.do("alice", "pinboard.make", space=world.space, title="By the river")
    board = str(answer["place"]["id"])
    if hold or changes != "own":
        await world.do("bob", "pinboard.set", place=board, hold=hold, changes=changes)
    if columns:
        await world.do("bob", "pinboard.set_columns", place=board, columns=[{"title": title} for title in columns])
    return board


async def pin(world: World, username: str, board: str, text: str = "A heron!", **params: Any) -> dict[str, Any]:
    answer = await world.do(username, "note.pin", place=board, text=text, **params)
    return dict(answer["note"])


async def stored(world: World, username: str, board: str) -> dict[str, dict[str, Any]]:
    """The notes there as this person gets them, by id; opening and listing must agree."""
    opened = await world.ask(username, "place.open", place=board)
    listed = await world.ask(username, "pinboard.notes", place=board)
    notes = [item for item in opened["items"] if item["kind"] == "note"]
    assert notes == listed["notes"]
    return {note["id"]: note for note in notes}


async def kind(world: World, username: str, method: str, /, **params: Any) -> str:
    return (await world.refusal(username, method, **params)).kind


# -- pinning, changing, moving -----------------------------------------------------------------------------------------


async def test_a_note_is_answered_told_and_stored_alike(stage: Server) -> None:
    world = stage.world
    board = await make_board(world)
    async with stage.live("milo") as milo:
        told = await milo.listen(world.space)
        note = await pin(world, "pia", board, "  A heron!\r\nTwo, even. ", colour="rose", x=300, y=200)
        assert note == {
            "kind": "note", "id": note["id"], "place": board, "seq": told["seq"] + 1, "at": note["at"], "author": world["pia"].id,
            "text": "A heron!\nTwo, even.", "colour": "rose", "x": 300, "y": 200, "z": told["seq"] + 1, "column": None,
            "state": "shown", "reason": None, "edited_at": None, "edited_by": None, "picture": None,
        }  # fmt: skip
        event = await milo.wait_for("note.pinned")
        assert (event["place"], event["put"], event["gone"]) == (board, [note], [])
    assert await stored(world, "bob", board) == {note["id"]: note}


async def test_notes_without_a_spot_do_not_cover_each_other(shared: Server) -> None:
    world = shared.world
    board = await make_board(world)
    spots = {(note["x"], note["y"]) for note in [await pin(world, "pia", board, str(n)) for n in range(12)]}
    assert len(spots) == 12
    assert all(0 <= x <= 4800 and 0 <= y <= 3600 for x, y in map(pinboard_notes._free, range(500)))


@pytest.mark.parametrize(
    ("params", "path"),
    [
        ({"text": ""}, "$.text"), ({"text": " \u200b"}, "$.text"), ({"text": "x" * 501}, "$.text"),
        ({"text": "x", "colour": "mud"}, "$.colour"),
        ({"text": "x", "x": -1}, "$.x"), ({"text": "x", "y": 3601}, "$.y"), ({"text": "x", "column": "none"}, "$.column"),
    ],
)  # fmt: skip
async def test_a_note_has_bounds(shared: Server, params: dict[str, Any], path: str) -> None:
    board = await make_board(shared.world)
    error = await shared.world.refusal("pia", "note.pin", place=board, **params)
    assert isinstance(error, BadInput)
    assert error.path == path


async def test_a_move_carries_the_one_note_and_lies_on_top(stage: Server) -> None:
    world = stage.world
    board = await make_board(world, columns=("Water", "Bank"))
    notes = [await pin(world, "pia", board, str(n)) for n in range(3)]
    opened = await world.ask("pia", "place.open", place=board)
    bank = opened["items"][0]["columns"][1]["id"]
    async with stage.live("milo") as milo:
        await milo.listen(world.space)
        moved = (await world.do("pia", "note.move", place=board, note=notes[0]["id"], x=7, column=bank))["note"]
        event = await milo.wait_for("note.moved")
        assert event["put"] == [moved]
    assert moved == {**notes[0], "x": 7, "column": bank, "z": moved["z"]}
    assert moved["z"] > max(note["z"] for note in notes)
    back = (await world.do("pia", "note.move", place=board, note=notes[0]["id"], y=9, column=None))["note"]
    assert (back["x"], back["y"], back["column"]) == (7, 9, None)
    error = await world.refusal("pia", "note.move", place=board, note=notes[0]["id"], column="none")
    assert (error.kind, error.path) == ("unknown_column", "$.column")
    assert isinstance(await world.refusal("pia", "note.move", place=board, note=notes[0]["id"], x=4801), BadInput)


async def test_what_a_note_said_before_is_known_to_the_staff(stage: Server) -> None:
    world = stage.world
    board = await make_board(world)
    note = await pin(world, "pia", board, "First")
    edited = (await world.do("pia", "note.edit", place=board, note=note["id"], text="Second"))["note"]
    assert (edited["text"], edited["edited_by"]) == ("Second", world["pia"].id)
    assert "seq" not in await world.do("pia", "note.edit", place=board, note=note["id"], text="Second"), "nothing has happened"
    coloured = (await world.do("pia", "note.edit", place=board, note=note["id"], colour="plum"))["note"]
    assert coloured == {**edited, "colour": "plum"}
    words = (await world.ask("bob", "note.earlier", place=board, note=note["id"]))["words"]
    assert [(one["text"], one["why"], one["by"]) for one in words] == [("First", "edited", world["pia"].id)]
    assert isinstance(await world.refusal("pia", "note.earlier", place=board, note=note["id"]), NotAllowed)
    assert isinstance(await world.refusal("bob", "note.earlier", place=board, note="never"), NotFound)


async def test_whose_notes_one_may_change(stage: Server) -> None:
    world = stage.world
    board = await make_board(world)
    note = await pin(world, "pia", board)
    for method, params in (("note.move", {"x": 1}), ("note.edit", {"text": "Mine now"}), ("note.delete", {})):
        assert isinstance(await world.refusal("milo", method, place=board, note=note["id"], **params), NotAllowed)
        await world.do("bob", method, place=board, note=note["id"], **params)
    await world.do("bob", "note.recover", place=board, note=note["id"])
    await world.do("bob", "pinboard.set", place=board, changes="everybody")
    for method, params in (("note.move", {"x": 2}), ("note.edit", {"text": "Ours now"}), ("note.delete", {})):
        await world.do("milo", method, place=board, note=note["id"], **params)
    await world.set_table(board, {"teacher": ["read", "add"], "pupil": ["read"]})
    note = await pin(world, "alice", board)
    assert isinstance(await world.refusal("milo", "note.move", place=board, note=note["id"], x=3), NotAllowed)


async def test_settings_and_columns_are_the_staffs(stage: Server) -> None:
    world = stage.world
    board = await make_board(world)
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        answer = await world.do("bob", "pinboard.set_columns", place=board, columns=[{"title": " Water "}, {"title": "Bank"}])
        water, bank = answer["board"]["columns"]
        assert [water["title"], bank["title"]] == ["Water", "Bank"]
        event = await pia.wait_for("pinboard.set")
        assert event["put"] == [answer["board"]]
    note = await pin(world, "pia", board, column=water["id"])
    renamed = await world.do("bob", "pinboard.set_columns", place=board, columns=[bank, {"id": water["id"], "title": "River"}])
    assert renamed["board"]["columns"] == [bank, {"id": water["id"], "title": "River"}]
    await world.do("bob", "pinboard.set_columns", place=board, columns=[bank])
    assert (await stored(world, "pia", board))[note["id"]]["column"] == water["id"], "a column that is no more means none"
    for columns in ([water], [bank, bank], [{"title": " "}], [{"title": "x"}] * 13):
        assert isinstance(await world.refusal("bob", "pinboard.set_columns", place=board, columns=columns), BadInput)
    assert isinstance(await world.refusal("pia", "pinboard.set", place=board, hold=True), NotAllowed)
    assert isinstance(await world.refusal("pia", "pinboard.set_columns", place=board, columns=[]), NotAllowed)
    for method, params in (("pinboard.set", {"hold": True}), ("note.pin", {"text": "x"}), ("pinboard.notes", {})):
        assert await kind(world, "alice", method, place=world.lobby, **params) == "not_found", "a chat room is no board"
        assert await kind(world, "olga", method, place=board, **params) == "not_found"


# -- deleting and putting back -----------------------------------------------------------------------------------------


async def test_a_deleted_note_is_gone_and_can_be_put_back(stage: Server) -> None:
    world = stage.world
    board = await make_board(world)
    note = await pin(world, "pia", board, x=5, y=6)
    async with stage.live("milo") as milo:
        await milo.listen(world.space)
        await world.do("pia", "note.delete", place=board, note=note["id"])
        event = await milo.wait_for("note.deleted")
        assert (event["put"], event["gone"]) == ([], [{"kind": "note", "id": note["id"]}])
        assert await stored(world, "bob", board) == {}
        for method, params in (("note.edit", {"text": "x"}), ("note.move", {"x": 1}), ("note.delete", {}), ("note.hide", {"reason": "x"})):
            assert await kind(world, "alice", method, place=board, note=note["id"], **params) == "not_found"
        assert await kind(world, "milo", "note.recover", place=board, note=note["id"]) == "not_found"
        assert (await world.ask("milo", "note.deleted", place=board))["notes"] == []
        mine = (await world.ask("pia", "note.deleted", place=board))["notes"]
        assert [(one["note"]["text"], one["deleted_by"]) for one in mine] == [("A heron!", world["pia"].id)]
        assert len((await world.ask("bob", "note.deleted", place=board))["notes"]) == 1
        assert (await world.do("pia", "note.recover", place=board, note=note["id"]))["note"] == note
        event = await milo.wait_for("note.recovered")
        assert event["put"] == [note]
    assert await kind(world, "pia", "note.recover", place=board, note=note["id"]) == "not_found"


async def test_what_a_teacher_took_off_a_pupil_does_not_put_back(stage: Server) -> None:
    world = stage.world
    board = await make_board(world)
    note = await pin(world, "pia", board)
    await world.do("bob", "note.delete", place=board, note=note["id"])
    assert await kind(world, "pia", "note.recover", place=board, note=note["id"]) == "not_found"
    await world.do("alice", "note.recover", place=board, note=note["id"])


async def test_after_thirty_days_the_words_are_let_go(stage: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    world = stage.world
    board = await make_board(world)
    note = await pin(world, "pia", board, "First")
    await world.do("pia", "note.edit", place=board, note=note["id"], text="A secret of mine")
    await world.do("pia", "note.delete", place=board, note=note["id"])
    forget = pinboard_notes.ForgetNote(note=note["id"])
    await world.house.dispatcher.house("note.forget", forget, world.space)
    assert len((await world.ask("pia", "note.deleted", place=board))["notes"]) == 1, "a job that comes too early does nothing"
    monkeypatch.setattr(pinboard_notes, "RECOVERABLE_MS", -1000)
    assert (await world.ask("pia", "note.deleted", place=board))["notes"] == []
    assert await kind(world, "pia", "note.recover", place=board, note=note["id"]) == "not_found"
    for _ in range(2):
        await world.house.dispatcher.house("note.forget", forget, world.space)
    assert (await world.ask("bob", "note.earlier", place=board, note=note["id"]))["words"] == []


# -- hiding ------------------------------------------------------------------------------------------------------------


async def test_a_hidden_note_leaves_a_trace_and_its_words_stay_with_the_staff(stage: Server) -> None:
    world = stage.world
    board = await make_board(world)
    note = await pin(world, "pia", board, "Jef is stupid")
    assert isinstance(await world.refusal("milo", "note.hide", place=board, note=note["id"], reason="x"), NotAllowed)
    async with stage.live("milo") as milo:
        await milo.listen(world.space)
        hidden = (await world.do("bob", "note.hide", place=board, note=note["id"], reason="This hurts."))["note"]
        assert hidden == {**note, "state": "hidden", "text": "", "reason": "This hurts."}
        event = await milo.wait_for("note.hidden")
        assert event["put"] == [hidden]
        assert "stupid" not in "".join(milo.texts)
    assert await kind(world, "pia", "note.edit", place=board, note=note["id"], text="x") == "note_hidden"
    for method, params in (("note.move", {"x": 1}), ("note.delete", {})):
        assert isinstance(await world.refusal("pia", method, place=board, note=note["id"], **params), NotAllowed)
    words = (await world.ask("alice", "note.earlier", place=board, note=note["id"]))["words"]
    assert [(one["text"], one["why"]) for one in words] == [("Jef is stupid", "hidden")]
    await world.do("alice", "space.close", space=world.space)
    assert (await world.do("alice", "note.restore", place=board, note=note["id"]))["note"] == note
    assert await kind(world, "alice", "note.restore", place=board, note=note["id"]) == "note_shown"
    assert isinstance(await world.refusal("pia", "note.pin", place=board, text="x"), NotAllowed)


# -- holding -----------------------------------------------------------------------------------------------------------


def said_to(live: Live) -> str:
    return "".join(live.texts)


async def unread(live: Live, space: str) -> dict[str, int]:
    answer = await live.listen(space)
    await live.call("space.unlisten", space=space)
    return {place: told["count"] for place, told in answer["unread"].items() if told["count"]}


async def test_a_held_note_reaches_its_author_and_the_staff_alone(stage: Server) -> None:
    """At the level of frames: what milo's sockets get holds no id and no word of it, live, resumed, asked, counted or refused."""
    world = stage.world
    board = await make_board(world, hold=True)
    async with stage.live("milo") as milo, stage.live("pia") as pia, stage.live("bob") as bob:
        heard = await milo.listen(world.space)
        for live in (pia, bob):
            await live.listen(world.space)
        note = (await pia.call("note.pin", place=board, text="Kingfisher at the lock"))["note"]
        assert note["state"] == "held"
        for live in (pia, bob):
            event = await live.wait_for("note.pinned")
            assert event["put"] == [note]
        assert await stored(world, "pia", board) == await stored(world, "bob", board) == {note["id"]: note}
        await pia.call("note.move", place=board, note=note["id"], x=50)
        await bob.call("note.refuse", place=board, note=note["id"], reason="Where exactly?")
        refused = await pia.wait_for("note.refused")
        assert (refused["put"][0]["state"], refused["put"][0]["reason"]) == ("refused", "Where exactly?")
        await pia.call("note.edit", place=board, note=note["id"], text="Kingfisher at the third lock")
        await bob.call("note.refuse", place=board, note=note["id"], reason="Once more")
        await pia.call("note.delete", place=board, note=note["id"])
        gone = await bob.wait_for("note.deleted")
        assert gone["gone"] == [{"kind": "note", "id": note["id"]}]
        await pia.call("note.recover", place=board, note=note["id"])
        for method, params in (
            ("note.edit", {"text": "x"}), ("note.move", {"x": 1}), ("note.delete", {}), ("note.recover", {}),
            ("note.hide", {"reason": "x"}), ("note.let_through", {}),
        ):  # fmt: skip
            with pytest.raises(Refused) as refusal:
                await milo.call(method, place=board, note=note["id"], **params)
            assert refusal.value.code in ("not_found", "not_allowed")
        with pytest.raises(Refused) as refusal:
            await milo.call("note.move", place=board, note=note["id"], x=1)
        with pytest.raises(Refused) as never:
            await milo.call("note.move", place=board, note="never", x=1)
        assert refusal.value.data == never.value.data, "the same answer as for what never was"
        with pytest.raises(Refused, match="unknown_note"):
            await milo.call("pinboard.notes", place=board, before=note["id"])
        await milo.call("place.open", place=board)
        await milo.call("note.deleted", place=board)
        assert await unread(milo, world.space) == {}
        assert await unread(bob, world.space) == {board: 1}
        async with stage.live("milo") as back:
            await back.listen(world.space, heard["bookmark"])
            await back.settle()
            assert "Kingfisher" not in said_to(back)
            assert note["id"] not in said_to(back)
        await milo.settle()
        assert "Kingfisher" not in said_to(milo)
        assert note["id"] not in said_to(milo)
        assert not [event for event in milo.events if event["event"].startswith("note.")]

        await milo.listen(world.space)
        through = (await bob.call("note.let_through", place=board, note=note["id"]))["note"]
        assert through["state"] == "shown"
        assert through["reason"] is None
        event = await milo.wait_for("note.let_through")
        assert event["put"] == [through]
        assert through["seq"] == event["seq"], "new from now on"
        assert await unread(milo, world.space) == {board: 1}


async def test_a_held_note_that_was_deleted_is_not_named_to_who_resumes_from_the_log(stage: Server) -> None:
    """The log names what it has told of; a note that is there no more is *gone* only to those who could see it."""
    world = stage.world
    board = await make_board(world, hold=True)
    async with stage.live("milo") as milo, stage.live("bob") as bob:
        before = (await milo.listen(world.space))["bookmark"]
        await bob.listen(world.space)
    note = await pin(world, "pia", board, "Kingfisher")
    await world.do("bob", "note.refuse", place=board, note=note["id"], reason="x")
    await world.do("pia", "note.delete", place=board, note=note["id"])
    stage.house.hub.streams.clear()  # nothing in memory: the log alone answers
    async with stage.live("milo") as milo, stage.live("bob") as bob:
        assert not (await milo.listen(world.space, before))["fresh"]
        assert not (await bob.listen(world.space, before))["fresh"]
        await bob.wait_for(lambda event: {"kind": "note", "id": note["id"]} in event.get("gone", ()))
        await world.say("alice", "done")
        await milo.wait_for("chat.said")
        assert note["id"] not in said_to(milo)


async def test_what_a_teacher_let_through_stays_as_it_was_read(stage: Server) -> None:
    world = stage.world
    board = await make_board(world, hold=True)
    note = await pin(world, "pia", board)
    assert await kind(world, "pia", "note.edit", place=board, note=note["id"], text="x") == "note_held"
    assert await kind(world, "pia", "note.delete", place=board, note=note["id"]) == "note_held"
    assert await kind(world, "bob", "note.hide", place=board, note=note["id"], reason="x") == "note_held"
    for method, params in (("note.let_through", {}), ("note.refuse", {"reason": "x"})):
        assert isinstance(await world.refusal("pia", method, place=board, note=note["id"], **params), NotAllowed)
    await world.do("bob", "note.let_through", place=board, note=note["id"])
    assert await kind(world, "pia", "note.edit", place=board, note=note["id"], text="Rude") == "note_let_through"
    await world.do("pia", "note.edit", place=board, note=note["id"], colour="rose")
    await world.do("bob", "note.edit", place=board, note=note["id"], text="Tidied")
    assert await kind(world, "bob", "note.let_through", place=board, note=note["id"]) == "note_shown"
    mine = await pin(world, "alice", board)
    assert mine["state"] == "shown", "teachers' own notes don't wait"


async def test_a_refused_note_is_changed_by_its_author_and_waits_again(stage: Server) -> None:
    world = stage.world
    board = await make_board(world, hold=True)
    note = await pin(world, "pia", board)
    await world.do("bob", "note.refuse", place=board, note=note["id"], reason="x")
    assert isinstance(await world.refusal("alice", "note.edit", place=board, note=note["id"], text="y"), NotAllowed)
    await world.do("bob", "pinboard.set", place=board, hold=False)
    again = (await world.do("pia", "note.edit", place=board, note=note["id"], text="Better"))["note"]
    assert (again["state"], again["reason"]) == ("held", None), "also where nothing is held any more"


# -- limits ------------------------------------------------------------------------------------------------------------


async def test_a_board_that_is_full_says_so(stage: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    world = stage.world
    monkeypatch.setattr(pinboard_notes, "MOST_NOTES", 3)
    monkeypatch.setattr(pinboard_notes, "MOST_HELD", 2)
    board = await make_board(world)
    notes = [await pin(world, "pia", board, str(n)) for n in range(3)]
    assert isinstance(await world.refusal("pia", "note.pin", place=board, text="x"), Conflict)
    assert await kind(world, "pia", "note.pin", place=board, text="x") == "board_full"
    await world.do("pia", "note.delete", place=board, note=notes[0]["id"])
    await pin(world, "milo", board)
    assert await kind(world, "pia", "note.recover", place=board, note=notes[0]["id"]) == "board_full"
    await world.do("pia", "note.delete", place=board, note=notes[1]["id"])
    await world.do("bob", "pinboard.set", place=board, hold=True)
    held = [await pin(world, "pia", board, str(n)) for n in range(2)]
    assert await kind(world, "pia", "note.pin", place=board, text="x") == "too_many_held"
    await pin(world, "milo", board, "what waits of others does not count, nor tell")
    await world.do("bob", "note.let_through", place=board, note=held[0]["id"])
    assert await kind(world, "bob", "note.let_through", place=board, note=held[1]["id"]) == "board_full"


async def test_a_full_board_of_long_notes_can_be_opened_on_the_socket(stage: Server) -> None:
    world = stage.world
    board = await make_board(world)
    for _ in range(120):
        await pin(world, "pia", board, "ა" * 500)
    async with stage.live("milo") as milo:
        opened = await milo.call("place.open", place=board)
        notes = [item for item in opened["items"] if item["kind"] == "note"]
        more = opened["more"]
        assert more
        while more:
            page = await milo.call("pinboard.notes", place=board, before=notes[0]["id"])
            notes, more = [*page["notes"], *notes], page["more"]
        assert [note["seq"] for note in notes] == sorted({note["seq"] for note in notes})
        assert len(notes) == 120
        assert max(len(text.encode()) for text in milo.texts) < 128 * 1024


async def test_new_notes_of_others_are_counted(stage: Server) -> None:
    world = stage.world
    board = await make_board(world)
    async with stage.live("pia") as pia:
        first = await pin(world, "milo", board)
        await pin(world, "milo", board)
        await pin(world, "pia", board)
        assert await unread(pia, world.space) == {board: 2}
        await pia.call("place.read", place=board, seq=first["seq"])
        assert await unread(pia, world.space) == {board: 1}
        await world.do("milo", "note.delete", place=board, note=first["id"])
        assert await unread(pia, world.space) == {board: 1}


def test_the_widest_note_is_as_long_as_a_page_reckons() -> None:
    row = (
        "x" * 26,
        "x" * 26,
        2**53,
        2**42,
        "x" * 26,
        "",
        "leaf",
        4800,
        3600,
        2**53,
        "x" * 26,
        "refused",
        None,
        2**42,
        "x" * 26,
        None,
        "x" * 26,
    )
    assert len(msgspec.json.encode(note_of(row))) <= NOTE_BYTES
    assert json.loads(msgspec.json.encode(note_of(row)))["kind"] == "note"
