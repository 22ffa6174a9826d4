"""Chat: each command three ways (it works, it refuses, it rejects), reading in all directions, and what is new.

*Works* means: the reply, the event that the others get, and what is stored, which must all agree.
"""

import json
import unicodedata
from typing import Any

import pytest

from tests.cast import World
from tests.drivers import Live, Refused, Server
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, TwinspaceError


async def stored(world: World, message: str, username: str = "pia", place: str | None = None) -> dict[str, Any]:
    page = await world.ask(username, "chat.history", place=place or world.lobby, around=message)
    return next(one for one in page["messages"] if one["id"] == message)


async def originals(world: World, message: str, username: str = "alice") -> list[tuple[str, str]]:
    page = await world.ask(username, "chat.history", place=world.lobby, around=message)
    return [(one["why"], one["text"]) for one in page["originals"] if one["message"] == message]


async def kind(world: World, username: str, method: str, /, **params: Any) -> str:
    return (await world.refusal(username, method, **params)).kind


# -- saying ------------------------------------------------------------------------------------------------------


async def test_a_line_is_answered_told_and_stored_alike(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia, stage.live("milo") as milo:
        told = await pia.listen(world.space)
        await milo.listen(world.space)
        answer = await pia.call("chat.say", place=world.lobby, text="  Hoi!\r\nWe are here.  ", key="k")
        message = answer["message"]
        assert message == {
            "kind": "message", "id": message["id"], "place": world.lobby, "seq": told["seq"] + 1, "at": message["at"],
            "author": world["pia"].id, "text": "Hoi!\nWe are here.", "reply_to": None, "edited_at": None, "state": "said",
            "reason": None, "reactions": [],
        }  # fmt: skip
        assert answer["seq"] == message["seq"]
        for live in (pia, milo):  # the author learns it from the same event as everybody
            event = await live.wait_for("chat.said")
            assert event == {
                "space": world.space, "seq": answer["seq"], "bookmark": event["bookmark"], "event": "chat.said", "place": world.lobby,
                "by": world["pia"].id, "at": message["at"], "put": [message], "gone": [],
            }  # fmt: skip
        assert await stored(world, message["id"], "milo") == message


TEXTS = {
    "Georgian": "ჩვენ დღეს მდინარეზე ვიყავით",
    "Arabic and Hebrew": "مرحبا שלום",
    "emoji of several parts": "👩🏽‍🔬👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇬🇪",
    "markup": '<img src=x onerror="alert(1)"> & <b>bold</b> [x](javascript:1)',
    "quotes": "'); DROP TABLE messages; --",
    "backslashes": r"C:\new\x00 \u0041 %s {0}",
    "a combining pile": "a\u0301\u0323" + "\u0301" * 50,
    "4,000 characters": "x" * 4000,
    "4,000 of four bytes": "😀" * 4000,
    "lines": "one\n\ntwo\n\tthree",
}


@pytest.mark.parametrize("name", TEXTS)
async def test_any_script_comes_out_as_it_went_in(shared: Server, name: str) -> None:
    async with shared.live("milo") as milo:
        await milo.listen(shared.world.space)
        said = await shared.world.say("pia", TEXTS[name])
        assert said["text"] == unicodedata.normalize("NFC", TEXTS[name])
        assert (await milo.wait_for("chat.said"))["put"][0]["text"] == said["text"]


@pytest.mark.parametrize("text", ["", " ", "\n\t\r\n", "\u200b\u200d", "\x00\x01", "\ufeff", "x" * 4001])
async def test_what_is_no_line_is_rejected(shared: Server, text: str) -> None:
    before = await shared.world.ask("pia", "place.open", place=shared.world.lobby)
    error = await shared.world.refusal("pia", "chat.say", place=shared.world.lobby, text=text)
    assert isinstance(error, BadInput)
    assert error.path == "$.text"
    assert await shared.world.ask("pia", "place.open", place=shared.world.lobby) == before


async def test_a_line_with_nul_and_control_characters_loses_them(shared: Server) -> None:
    assert (await shared.world.say("pia", "a\x00b\x07c\x1b[31md\x9fe"))["text"] == "abc[31mde"


async def test_who_may_say_something_where(stage: Server) -> None:
    world = stage.world
    for username in ("alice", "bob", "pia", "milo"):
        await world.say(username, "Hello.")
    assert await kind(world, "gerda", "chat.say", place=world.lobby, text="x") == "not_found", "rooms leave guests out"
    assert await kind(world, "olga", "chat.say", place=world.lobby, text="x") == "not_found"
    assert await kind(world, "nora", "chat.say", place=world.lobby, text="x") == "not_found"
    assert await kind(world, "pia", "chat.say", place=world.staffroom, text="x") == "not_found"
    assert await kind(world, "pia", "chat.say", place=world.space, text="x") == "not_found", "the space itself is no room"
    assert await kind(world, "pia", "chat.say", place=world["pia"].desk, text="x") == "not_found"
    await world.set_table(world.lobby, {"teacher": ["read", "add"], "pupil": ["read"]})
    error = await world.refusal("pia", "chat.say", place=world.lobby, text="x")
    assert isinstance(error, NotAllowed)
    assert [reason.code for reason in error.why] == ["role_row_lacks"]


async def test_an_answer_names_a_line_of_the_same_room(stage: Server) -> None:
    world = stage.world
    first = await world.say("pia", "What is this bird?")
    answer = await world.say("milo", "A heron.", reply_to=first["id"])
    assert answer["reply_to"] == first["id"]
    for elsewhere in (await world.say("pia", "x", world.river), await world.say("bob", "x", world.staffroom), {"id": "never-said"}):
        error = await world.refusal("pia", "chat.say", place=world.lobby, text="x", reply_to=elsewhere["id"])
        assert (error.kind, error.path, error.status) == ("unknown_message", "$.reply_to", 400)
    await world.do("pia", "chat.withdraw", place=world.lobby, message=first["id"])
    late = await world.say("milo", "It was a heron.", reply_to=first["id"])
    assert late["reply_to"] == first["id"], "what was withdrawn keeps its trace, and can be answered"


# -- editing and withdrawing ---------------------------------------------------------------------------------------


async def test_an_edited_line_keeps_its_place_and_the_staff_what_it_said(stage: Server) -> None:
    world = stage.world
    said = await world.say("pia", "We saw a hern.")
    async with stage.live("milo") as milo, stage.live("bob") as bob:
        await milo.listen(world.space)
        await bob.listen(world.space)
        answer = await world.do("pia", "chat.edit", place=world.lobby, message=said["id"], text="We saw a heron.")
        edited = answer["message"]
        assert edited == {**said, "text": "We saw a heron.", "edited_at": edited["edited_at"]}
        assert edited["edited_at"] >= said["at"]
        event = await milo.wait_for("chat.edited")
        assert (event["put"], event["seq"]) == ([edited], answer["seq"])
        seen_by_staff = await bob.wait_for("chat.edited")
        assert seen_by_staff["put"][0] == edited
        original = seen_by_staff["put"][1]
        assert original == {
            "kind": "original", "id": original["id"], "place": world.lobby, "message": said["id"], "text": "We saw a hern.",
            "at": edited["edited_at"], "why": "edited", "by": world["pia"].id,
        }  # fmt: skip
        assert original["id"] not in "".join(milo.texts)
    assert await stored(world, said["id"]) == edited
    assert await originals(world, said["id"]) == [("edited", "We saw a hern.")]
    assert await originals(world, said["id"], "bob") == [("edited", "We saw a hern.")]
    for username in ("pia", "milo"):
        assert await originals(world, said["id"], username) == []


async def test_an_edit_that_changes_nothing_says_nothing(stage: Server) -> None:
    world = stage.world
    said = await world.say("pia", "As it is.")
    answer = await world.do("pia", "chat.edit", place=world.lobby, message=said["id"], text=" As it is. ")
    assert answer == {"message": said}
    assert await originals(world, said["id"]) == []


async def test_nobody_puts_words_into_anothers_mouth(stage: Server) -> None:
    world = stage.world
    said = await world.say("pia", "Mine.")
    await world.set_table(world.lobby, {"teacher": ["read", "add", "edit", "delete"], "pupil": ["read", "add", "edit", "delete"]})
    for username in ("milo", "bob", "alice"):
        for method, more in (("chat.edit", {"text": "Yours."}), ("chat.withdraw", {})):
            error = await world.refusal(username, method, place=world.lobby, message=said["id"], **more)
            assert isinstance(error, NotAllowed)
            assert [reason.code for reason in error.why] == ["not_your_message"]
    assert await stored(world, said["id"]) == said


async def test_who_may_no_longer_write_here_changes_nothing_here(stage: Server) -> None:
    world = stage.world
    said = await world.say("pia", "Mine.")
    await world.set_table(world.lobby, {"teacher": ["read", "add"], "pupil": ["read"]})
    for method, more in (("chat.edit", {"text": "Changed."}), ("chat.withdraw", {}), ("chat.react", {"emoji": "👍", "on": True})):
        assert isinstance(await world.refusal("pia", method, place=world.lobby, message=said["id"], **more), NotAllowed)
    await world.set_table(world.lobby, {"teacher": ["read", "add"], "pupil": ["read", "add"]})
    await world.do("pia", "chat.withdraw", place=world.lobby, message=said["id"])


async def test_a_withdrawn_line_leaves_a_trace_and_its_words_to_the_staff(stage: Server) -> None:
    world = stage.world
    said = await world.say("pia", "Oh no, not this.")
    await world.do("milo", "chat.react", place=world.lobby, message=said["id"], emoji="😮", on=True)
    async with stage.live("milo") as milo, stage.live("alice") as alice:
        await milo.listen(world.space)
        await alice.listen(world.space)
        answer = await world.do("pia", "chat.withdraw", place=world.lobby, message=said["id"])
        trace = {**said, "text": "", "state": "withdrawn", "reactions": []}
        assert answer["message"] == trace
        assert (await milo.wait_for("chat.withdrawn"))["put"] == [trace]
        kept = (await alice.wait_for("chat.withdrawn"))["put"]
        assert [item["kind"] for item in kept] == ["message", "original"]
        assert (kept[1]["text"], kept[1]["why"]) == ("Oh no, not this.", "withdrawn")
        assert "not this" not in "".join(milo.texts)
    assert await stored(world, said["id"]) == trace
    for method, more in (
        ("chat.withdraw", {}), ("chat.edit", {"text": "x"}), ("chat.react", {"emoji": "👍", "on": True}),
    ):  # fmt: skip
        error = await world.refusal("pia", method, place=world.lobby, message=said["id"], **more)
        assert isinstance(error, Conflict)
        assert (error.kind, error.path) == ("message_withdrawn", "$.message")
    assert await kind(world, "bob", "chat.hide", place=world.lobby, message=said["id"], reason="x") == "message_withdrawn"
    assert await kind(world, "bob", "chat.restore", place=world.lobby, message=said["id"]) == "message_withdrawn"


# -- hiding ------------------------------------------------------------------------------------------------------


async def test_a_hidden_line_says_why_and_comes_back_when_restored(stage: Server) -> None:
    world = stage.world
    said = await world.say("milo", "Something unkind.")
    async with stage.live("pia") as pia, stage.live("bob") as bob:
        await pia.listen(world.space)
        await bob.listen(world.space)
        answer = await world.do("bob", "chat.hide", place=world.lobby, message=said["id"], reason="  Be \n kind. ")
        trace = {**said, "text": "", "state": "hidden", "reason": "Be kind."}
        assert answer["message"] == trace
        event = await pia.wait_for("chat.hidden")
        assert (event["put"], event["by"]) == ([trace], world["bob"].id)
        assert (await bob.wait_for("chat.hidden"))["put"][1]["text"] == "Something unkind."
        assert "unkind" not in "".join(pia.texts)
        assert await originals(world, said["id"], "bob") == [("hidden", "Something unkind.")]
        assert await originals(world, said["id"], "milo") == [], "not even its author: the words are with the staff"
        for username, method, more in (
            ("milo", "chat.edit", {"text": "x"}), ("milo", "chat.withdraw", {}), ("bob", "chat.hide", {"reason": "x"}),
            ("pia", "chat.react", {"emoji": "👍", "on": True}),
        ):  # fmt: skip
            assert await kind(world, username, method, place=world.lobby, message=said["id"], **more) == "message_hidden"
        answer = await world.do("alice", "chat.restore", place=world.lobby, message=said["id"])
        assert answer["message"] == said
        assert (await pia.wait_for("chat.restored"))["put"] == [said]
    assert await stored(world, said["id"]) == said
    assert await kind(world, "bob", "chat.restore", place=world.lobby, message=said["id"]) == "message_said"


async def test_restoring_gives_the_newest_words(stage: Server) -> None:
    world = stage.world
    said = await world.say("milo", "one")
    await world.do("milo", "chat.edit", place=world.lobby, message=said["id"], text="two")
    await world.do("bob", "chat.hide", place=world.lobby, message=said["id"], reason="x")
    await world.do("bob", "chat.restore", place=world.lobby, message=said["id"])
    await world.do("milo", "chat.edit", place=world.lobby, message=said["id"], text="three")
    await world.do("bob", "chat.hide", place=world.lobby, message=said["id"], reason="y")
    answer = await world.do("bob", "chat.restore", place=world.lobby, message=said["id"])
    assert answer["message"]["text"] == "three"
    assert sorted(await originals(world, said["id"])) == [("edited", "one"), ("edited", "two"), ("hidden", "three"), ("hidden", "two")]


async def test_who_keeps_order(stage: Server) -> None:
    """Teachers who may read the room, and administrators; no table makes a pupil or a guest one of them."""
    world = stage.world
    await world.set_table(
        world.lobby, {"teacher": ["read"], "pupil": ["read", "add", "edit", "delete"], "guest": ["read", "add", "edit", "delete"]}
    )
    said = await world.say("milo", "x")
    for username in ("pia", "milo", "gerda"):
        for method, more in (("chat.hide", {"reason": "x"}), ("chat.restore", {})):
            error = await world.refusal(username, method, place=world.lobby, message=said["id"], **more)
            assert isinstance(error, NotAllowed)
            assert [reason.code for reason in error.why] == ["staff_only"]
    assert await kind(world, "olga", "chat.hide", place=world.lobby, message=said["id"], reason="x") == "not_found"
    await world.do("bob", "chat.hide", place=world.lobby, message=said["id"], reason="x")


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
async def test_hiding_needs_a_reason(stage: Server, reason: str) -> None:
    said = await stage.world.say("milo", "x")
    error = await stage.world.refusal("bob", "chat.hide", place=stage.world.lobby, message=said["id"], reason=reason)
    assert isinstance(error, BadInput)
    assert error.path == "$.reason"


# -- reacting ----------------------------------------------------------------------------------------------------


async def test_reactions_are_counted_by_persons_in_the_order_in_which_they_came(stage: Server) -> None:
    world = stage.world
    said = await world.say("pia", "We are there!")
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        for username, emoji in (("milo", "🎉"), ("bob", "👍"), ("alice", "🎉")):
            answer = await world.do(username, "chat.react", place=world.lobby, message=said["id"], emoji=emoji, on=True)
        expected = [{"emoji": "🎉", "by": [world["milo"].id, world["alice"].id]}, {"emoji": "👍", "by": [world["bob"].id]}]
        assert answer["message"]["reactions"] == expected
        event = await pia.wait_for(lambda event: event["seq"] == answer["seq"])
        assert event["put"] == [answer["message"]]
        again = await world.do("bob", "chat.react", place=world.lobby, message=said["id"], emoji="👍", on=True)
        assert again == {"message": answer["message"]}, "once more is nothing new"
        answer = await world.do("milo", "chat.react", place=world.lobby, message=said["id"], emoji="🎉", on=False)
        assert answer["message"]["reactions"] == [expected[1], {"emoji": "🎉", "by": [world["alice"].id]}]
        nothing = await world.do("pia", "chat.react", place=world.lobby, message=said["id"], emoji="🎉", on=False)
        assert "seq" not in nothing
    assert (await stored(world, said["id"]))["reactions"] == answer["message"]["reactions"]
    await world.do("bob", "chat.react", place=world.lobby, message=said["id"], emoji="👍", on=False)
    answer = await world.do("alice", "chat.react", place=world.lobby, message=said["id"], emoji="🎉", on=False)
    assert answer["message"] == said


@pytest.mark.parametrize("emoji", ["👍", "❤️", "👩🏽‍🔬", "🇬🇪", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☀", "©️"])
async def test_an_emoji_is_one(shared: Server, emoji: str) -> None:
    said = await shared.world.say("pia", "x")
    answer = await shared.world.do("milo", "chat.react", place=shared.world.lobby, message=said["id"], emoji=emoji, on=True)
    assert answer["message"]["reactions"] == [{"emoji": emoji, "by": [shared.world["milo"].id]}]


@pytest.mark.parametrize("emoji", ["a", "ok", "<b>", "1", "👍a", " 👍", "\u200d", "\ufe0f", "é", "#", "👍" * 20, "ა", "\U000e0067"])
async def test_anything_else_is_none(shared: Server, emoji: str) -> None:
    said = await shared.world.say("pia", "x")
    error = await shared.world.refusal("milo", "chat.react", place=shared.world.lobby, message=said["id"], emoji=emoji, on=True)
    assert isinstance(error, BadInput)
    assert (error.kind, error.path) == ("not_an_emoji", "$.emoji")


async def test_a_line_carries_at_most_twenty(stage: Server) -> None:
    world = stage.world
    said = await world.say("pia", "x")
    emoji = [chr(0x1F600 + n) for n in range(21)]
    for one in emoji[:20]:
        await world.do("milo", "chat.react", place=world.lobby, message=said["id"], emoji=one, on=True)
    error = await world.refusal("milo", "chat.react", place=world.lobby, message=said["id"], emoji=emoji[20], on=True)
    assert isinstance(error, Conflict)
    assert error.kind == "too_many_reactions"
    await world.do("bob", "chat.react", place=world.lobby, message=said["id"], emoji=emoji[3], on=True)


# -- reading -----------------------------------------------------------------------------------------------------


@pytest.fixture
async def talk(stage: Server) -> tuple[World, list[dict[str, Any]]]:
    """A room with 130 lines, between which others are said elsewhere."""
    world = stage.world
    lines = []
    for number in range(130):
        lines.append(await world.say("pia", f"line {number}"))
        if number % 40 == 0:
            await world.say("milo", "elsewhere", world.river)
    return world, lines


async def test_history_goes_in_both_directions_without_holes(talk: tuple[World, list[dict[str, Any]]]) -> None:
    world, lines = talk
    opened = await world.ask("milo", "place.open", place=world.lobby)
    assert opened["items"] == lines[-50:]
    assert opened["more"]
    back = list(opened["items"])
    more = True
    while more:
        page = await world.ask("milo", "chat.history", place=world.lobby, before=back[0]["id"], limit=37)
        back, more = page["messages"] + back, page["more"]
    assert back == lines
    forth: list[dict[str, Any]] = [lines[0]]
    more = True
    while more:
        page = await world.ask("milo", "chat.history", place=world.lobby, after=forth[-1]["id"], limit=37)
        forth, more = forth + page["messages"], page["more"]
    assert forth == lines
    assert (await world.ask("milo", "chat.history", place=world.lobby, before=lines[0]["id"])) == {
        "messages": [], "also": [], "originals": [], "more": False,
    }  # fmt: skip
    assert (await world.ask("milo", "chat.history", place=world.lobby, after=lines[-1]["id"]))["messages"] == []
    assert (await world.ask("milo", "chat.history", place=world.lobby))["messages"] == lines[-50:]


async def test_history_around_a_line(talk: tuple[World, list[dict[str, Any]]]) -> None:
    world, lines = talk
    page = await world.ask("milo", "chat.history", place=world.lobby, around=lines[60]["id"], limit=20)
    found = page["messages"]
    assert lines[60] in found
    start = lines.index(found[0])
    assert found == lines[start : start + len(found)]
    assert 8 <= 60 - start <= 12
    assert page["more"]
    page = await world.ask("milo", "chat.history", place=world.lobby, around=lines[0]["id"], limit=20)
    assert page["messages"][0] == lines[0]
    assert not page["more"]


@pytest.mark.parametrize("limit", [0, -1, 101, 2**63])
async def test_a_page_has_bounds(shared: Server, limit: int) -> None:
    error = await shared.world.refusal("pia", "chat.history", place=shared.world.lobby, limit=limit)
    assert isinstance(error, BadInput)
    assert error.path == "$.limit"


async def test_history_knows_one_direction_and_the_lines_of_its_room(stage: Server) -> None:
    world = stage.world
    said = await world.say("pia", "x")
    for extra in ({"before": said["id"], "after": said["id"]}, {"before": said["id"], "around": said["id"]}):
        assert await kind(world, "pia", "chat.history", place=world.lobby, **extra) == "one_direction"
    for elsewhere in (await world.say("bob", "x", world.staffroom), await world.say("pia", "x", world.river), {"id": "never"}):
        for direction in ("before", "after", "around"):
            error = await world.refusal("pia", "chat.history", place=world.lobby, **{direction: elsewhere["id"]})
            assert (error.kind, error.path) == ("unknown_message", f"$.{direction}")


async def test_lines_that_are_answered_come_along(talk: tuple[World, list[dict[str, Any]]]) -> None:
    world, lines = talk
    await world.say("milo", "about the third", reply_to=lines[3]["id"])
    await world.say("milo", "about the last", reply_to=lines[129]["id"])
    opened = await world.ask("bob", "place.open", place=world.lobby)
    assert opened["also"] == [lines[3]], "the one that is not among the items"
    await world.do("pia", "chat.withdraw", place=world.lobby, message=lines[3]["id"])
    opened = await world.ask("milo", "place.open", place=world.lobby)
    assert [(one["state"], one["text"]) for one in opened["also"]] == [("withdrawn", "")]


async def test_long_lines_in_any_script_can_be_opened_on_the_socket(stage: Server) -> None:
    """Fifty lines of the full length in Georgian are 600 KB, more than an outbox holds: the reader isn't dropped for asking."""
    world = stage.world
    for _ in range(60):
        await world.say("pia", "ა" * 4000)
    async with stage.live("milo") as milo:
        await milo.listen(world.space)
        opened = await milo.call("place.open", place=world.lobby)
        assert opened["items"]
        seen = {item["id"] for item in opened["items"]}
        more, first = opened["more"], opened["items"][0]["id"]
        while more:
            page = await milo.call("chat.history", place=world.lobby, before=first, limit=100)
            seen |= {item["id"] for item in page["messages"]}
            more, first = page["more"], page["messages"][0]["id"]
        assert len(seen) == 60
        await milo.settle()


async def test_many_long_answers_and_originals_do_not_make_a_page_too_long(stage: Server) -> None:
    world = stage.world
    asked = [await world.say("pia", f"{n} " + "ა" * 3990) for n in range(30)]
    for one in asked:
        await world.say("milo", "an answer", reply_to=one["id"])
    for one in asked[10:]:
        await world.do("pia", "chat.withdraw", place=world.lobby, message=one["id"])
    async with stage.live("bob") as bob:
        for _ in range(5):
            opened = await bob.call("place.open", place=world.lobby)
            page = await bob.call("chat.history", place=world.lobby, limit=100)
        assert opened["also"]
        assert page["originals"]
        assert max(len(text.encode()) for text in bob.texts) < 128 * 1024


# -- what is new -------------------------------------------------------------------------------------------------


async def unread(live: Live, space: str) -> dict[str, dict[str, int]]:
    answer = await live.listen(space)
    await live.call("space.unlisten", space=space)
    return dict(answer["unread"])


async def card(world: World, username: str) -> int:
    cards = (await world.ask(username, "spaces.mine"))["spaces"]
    return int(next(one["unread"] for one in cards if one["space"]["id"] == world.space))


async def test_what_others_said_since_one_read_is_new(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia:
        assert await unread(pia, world.space) == {}
        lines = [await world.say("milo", str(n)) for n in range(4)]
        await world.say("pia", "my own is not new to me")
        await world.say("milo", "x", world.river)
        await world.say("bob", "nor what I may not read", world.staffroom)
        assert await unread(pia, world.space) == {world.lobby: {"count": 4, "mark": 0}, world.river: {"count": 1, "mark": 0}}
        assert await card(world, "pia") == 5
        await pia.call("place.read", place=world.lobby, seq=lines[1]["seq"])
        told = await unread(pia, world.space)
        assert told[world.lobby] == {"count": 2, "mark": lines[1]["seq"]}
        assert (await pia.call("place.open", place=world.lobby))["mark"] == lines[1]["seq"]
        assert await card(world, "pia") == 3
        assert await card(world, "milo") == 1
        assert await card(world, "bob") == 6


async def test_a_mark_goes_forward_only_and_all_of_ones_devices_agree(stage: Server) -> None:
    world = stage.world
    lines = [await world.say("milo", str(n)) for n in range(3)]
    async with stage.live("pia") as tablet, stage.live("pia") as laptop, stage.live("milo") as milo:
        for live, person in ((tablet, "pia"), (laptop, "pia"), (milo, "milo")):
            await live.listen(world[person].desk)
            await live.listen(world.space)
        mark = {"kind": "mark", "id": world.lobby, "space": world.space, "seq": lines[1]["seq"]}
        answer = await tablet.call("place.read", place=world.lobby, seq=lines[1]["seq"])
        assert answer["mark"] == mark
        event = await laptop.wait_for("place.read")
        assert (event["space"], event["put"]) == (world["pia"].desk, [mark])
        back = await laptop.call("place.read", place=world.lobby, seq=lines[0]["seq"])
        assert back == {"mark": mark}
        await milo.settle()
        assert "place.read" not in milo.names(), "nobody learns what somebody has read"
        assert world["pia"].desk not in "".join(milo.texts)


async def test_a_mark_beyond_the_newest_line_hides_nothing_that_comes(stage: Server) -> None:
    """A client may send any number; what is said afterwards must still be new."""
    world = stage.world
    await world.do("pia", "place.read", place=world.lobby, seq=2**53)
    await world.say("milo", "and this?")
    assert await card(world, "pia") == 1


async def test_marks_are_made_where_one_may_read(stage: Server) -> None:
    world = stage.world
    for username, place in (("pia", world.staffroom), ("olga", world.lobby), ("pia", "nowhere"), ("pia", world["milo"].desk)):
        assert isinstance(await world.refusal(username, "place.read", place=place, seq=1), NotFound)
    await world.do("alice", "space.close", space=world.space)
    await world.do("pia", "place.read", place=world.lobby, seq=1)


# -- rooms -------------------------------------------------------------------------------------------------------


async def test_a_new_room_is_shown_to_those_who_may_read_it(stage: Server) -> None:
    world = stage.world
    async with stage.live("pia") as pia, stage.live("gerda") as gerda:
        await pia.listen(world.space)
        await gerda.listen(world.space)
        answer = await world.do("alice", "chat.make_room", space=world.space, title=" Our \n films ")
        room = answer["place"]
        assert (room["title"], room["type"], room["parent"]) == ("Our films", "chat", world.space)
        assert "moderate" in room["may"]
        event = await pia.wait_for("place.added")
        assert event["put"] == [{**room, "may": ["read", "add"]}]
        await gerda.settle()
        assert room["id"] not in "".join(gerda.texts)
        await pia.call("chat.say", place=room["id"], text="First!")


async def test_a_room_is_made_by_administrators_in_a_place_of_the_space(stage: Server) -> None:
    world = stage.world
    for username in ("pia", "gerda"):
        assert isinstance(await world.refusal(username, "chat.make_room", space=world.space, title="x"), NotAllowed)
    assert await kind(world, "olga", "chat.make_room", space=world.space, title="x") == "not_found"
    for parent in ("nowhere", world.attic, world["alice"].desk):
        assert isinstance(await world.refusal("alice", "chat.make_room", space=world.space, title="x", parent=parent), TwinspaceError)
    assert await kind(world, "alice", "chat.make_room", space=world["alice"].desk, title="x") == "not_for_desks"
    for title in ("", "  ", "x" * 121, "\u202e"):
        assert isinstance(await world.refusal("alice", "chat.make_room", space=world.space, title=title), BadInput)


async def test_moments_are_those_of_the_servers_clock(stage: Server) -> None:
    before = iso(stage.clock())
    said = await stage.world.say("pia", "x")
    assert before <= said["at"] <= iso(stage.clock())
    assert said["at"].endswith("Z")


async def test_refusals_over_the_socket_are_those_of_the_door(stage: Server) -> None:
    world = stage.world
    said = await world.say("milo", "x")
    async with stage.live("pia") as pia:
        with pytest.raises(Refused) as refused:
            await pia.call("chat.hide", place=world.lobby, message=said["id"], reason="x")
        assert (refused.value.code, refused.value.number) == ("not_allowed", -32003)
        assert [reason["code"] for reason in refused.value.data["why"]] == ["staff_only"]
        with pytest.raises(Refused) as refused:
            await pia.call("chat.say", place=world.lobby, text=" ")
        assert (refused.value.code, refused.value.number, refused.value.data["path"]) == ("empty_text", -32602, "$.text")
        assert json.loads(pia.texts[-1])["error"]["message"]
