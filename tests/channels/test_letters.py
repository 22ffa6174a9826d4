"""Letters: who gets one, who never does, and what stays one's own. Looked at in frames, answers, counts and events alike.

The secret is a word that stands in a letter's subject and text: whoever may not read the letter must never be sent it.
"""

import json
from contextlib import AsyncExitStack
from typing import Any

import pytest

from tests.cast import World
from tests.drivers import Live, Server
from twinspace_server.channels.letters.own import MOST_DRAFTS
from twinspace_server.errors import BadInput, Conflict, NotAllowed

SECRET = "heron-under-the-bridge"
EVERYBODY_HERE = ("alice", "bob", "pia", "milo", "gerda")


async def send(world: World, by: str, *to: str, text: str = SECRET, **params: Any) -> dict[str, Any]:
    """A letter to these: usernames, or addressees as the wire has them."""
    answer = await world.do(by, "letters.send", space=world.space, to=named(world, *to), subject=f"About: {text[:60]}", text=text, **params)
    return dict(answer["letter"])


def named(world: World, *to: str) -> list[str]:
    return [f"person:{world[one].id}" if one in world.people else one for one in to]


async def folder(world: World, username: str, name: str = "inbox", **params: Any) -> list[str]:
    page = await world.ask(username, "letters.folder", space=world.space, folder=name, **params)
    return [letter["id"] for letter in page["letters"]]


async def mailbox(world: World) -> str:
    """The place, as alice's bin would name it: found in the law."""
    law = await world.house.dispatcher.store.read(lambda db: world.house.dispatcher.laws.current(db, world.space))
    assert law is not None
    return next(place for place, row in law.places.items() if row.kind == "mailbox")


async def unread(world: World, username: str) -> int:
    cards = (await world.ask(username, "spaces.mine"))["spaces"]
    return int(next(card["unread"] for card in cards if card["space"]["id"] == world.space))


async def all_told(world: World, username: str) -> str:
    """Everything that this person can ask of the mailbox, as one text."""
    asked: list[Any] = [await world.ask(username, "place.open", place=await mailbox(world))]
    for name in ("inbox", "sent", "removed", "supervised"):
        if name != "supervised" or username in ("alice", "bob"):
            asked.append(await world.ask(username, "letters.folder", space=world.space, folder=name, limit=100))
    asked.append(await world.ask(username, "letters.drafts", space=world.space))
    asked.append(await world.ask(username, "letters.counts", space=world.space))
    return json.dumps(asked)


async def listening(stage: Server, stack: AsyncExitStack, *usernames: str) -> dict[str, Live]:
    """Sockets of these, at the space and at their desks."""
    lives: dict[str, Live] = {}
    for username in usernames:
        live = lives[username] = await stack.enter_async_context(stage.live(username))
        await live.listen(stage.world.space)
        await live.listen(stage.world[username].desk)
    return lives


async def frames(live: Live) -> str:
    await live.settle()
    return "\n".join(live.texts)


# -- the mailbox itself --------------------------------------------------------------------------------------------


async def test_every_space_has_one_mailbox_that_stays(stage: Server) -> None:
    world = stage.world
    place = await mailbox(world)
    assert (await world.ask("pia", "place.open", place=place))["place"]["may"] == ["read", "add"]
    assert (await world.ask("gerda", "place.open", place=place))["place"]["may"] == ["read"], "guests get letters and write none"
    error = await world.refusal("alice", "place.bin", place=place)
    assert (error.kind, isinstance(error, Conflict)) == ("place_stays", True)
    for outsider in ("olga", "nora"):
        for method in ("letters.folder", "letters.counts", "letters.drafts"):
            assert (await world.refusal(outsider, method, space=world.space)).kind == "not_found"
    assert (await world.refusal("pia", "letters.drafts", space=world["pia"].desk)).kind == "not_found", "a desk has no mailbox"


# -- to whom -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "to", "reached"),
    [
        ("pia", ["milo"], {"milo"}),
        ("pia", ["milo", "alice"], {"milo", "alice"}),
        ("pia", ["role:teacher"], {"alice", "bob"}),
        ("pia", ["role:pupil"], {"milo"}),
        ("alice", ["role:pupil"], {"pia", "milo"}),
        ("alice", ["school:batumi"], {"bob", "milo"}),
        ("alice", ["role:guest", "bob"], {"gerda", "bob"}),
        ("pia", ["everybody"], {"alice", "bob", "milo", "gerda"}),
        ("milo", ["everybody", "pia", "role:pupil"], {"alice", "bob", "pia", "gerda"}),
    ],
)
async def test_a_letter_reaches_exactly_those_who_are_meant(stage: Server, by: str, to: list[str], reached: set[str]) -> None:
    world = stage.world
    letter = await send(world, by, *[one.replace("batumi", world.batumi) for one in to])
    assert letter["reached"] == len(reached)
    for username in EVERYBODY_HERE:
        assert (letter["id"] in await folder(world, username)) == (username in reached), username
        assert await unread(world, username) == (username in reached), username
    assert await folder(world, by, "sent") == [letter["id"]]


async def group(world: World, *persons: str, name: str = "Otters") -> str:
    """A group of these, as an addressee."""
    told = [{"name": name, "hue": "leaf", "persons": [world[one].id for one in persons]}]
    return f"group:{(await world.do('alice', 'group.make', space=world.space, groups=told))['group']['id']}"


async def test_a_letter_to_a_group_reaches_those_who_are_in_it_when_it_is_sent(stage: Server) -> None:
    world = stage.world
    otters = await group(world, "pia", "milo", "bob", "gerda")
    await world.do("alice", "group.move", space=world.space, person=world["gerda"].id, out=otters.removeprefix("group:"))
    await world.do("alice", "space.remove_member", space=world.space, person=world["milo"].id)
    letter = await send(world, "pia", otters, "bob")
    assert (letter["to"], letter["reached"], letter["with_pupil"]) == ([otters, f"person:{world['bob'].id}"], 1, True)
    for username in ("alice", "bob", "pia", "gerda"):
        assert (letter["id"] in await folder(world, username)) == (username == "bob"), username
    await world.do("alice", "group.move", space=world.space, person=world["gerda"].id, into=otters.removeprefix("group:"))
    assert letter["id"] not in await all_told(world, "gerda"), "who comes later gets no letters of before"
    alone = await world.refusal("pia", "letters.send", space=world.space, to=[await group(world, "pia")], subject="x", text="x")
    assert (alone.kind, alone.path) == ("nobody_but_you", "$.to")


async def test_a_letter_to_a_group_with_pupils_is_read_by_the_staff_and_one_among_adults_is_not(stage: Server) -> None:
    world = stage.world
    async with AsyncExitStack() as stack:
        lives = await listening(stage, stack, *EVERYBODY_HERE)
        among_adults = await send(world, "bob", await group(world, "gerda", "bob"))
        assert not among_adults["with_pupil"]
        await lives["gerda"].wait_for("letter.sent")
        for username in ("alice", "pia", "milo"):
            assert SECRET not in await frames(lives[username]), username
            assert SECRET not in await all_told(world, username), username
        with_pupil = await send(world, "bob", await group(world, "pia"), text="otter-in-the-reeds")
        assert with_pupil["with_pupil"]
        for username in ("alice", "pia"):
            assert (await lives[username].wait_for(lambda event: "otter-in" in json.dumps(event)))["put"] == [with_pupil]
        for username in ("milo", "gerda"):
            assert "otter-in" not in await frames(lives[username]), username


async def test_groups_that_nobody_can_be_reached_by(stage: Server) -> None:
    """Undone, empty, of another space, or closed out of the mailbox: all the same."""
    world = stage.world
    undone, pupils = await group(world, "bob"), await group(world, "pia", "milo")
    await world.do("alice", "group.delete", space=world.space, group=undone.removeprefix("group:"))
    told = [{"name": "Far", "hue": "leaf", "persons": [world["olga"].id]}]
    far = (await world.do("olga", "group.make", space=world.elsewhere, groups=told))["group"]["id"]
    await world.set_table(await mailbox(world), {"teacher": ["read", "add"], "pupil": [], "guest": []})
    for to in (undone, await group(world), f"group:{far}", "group:never-was", pupils):
        error = await world.refusal("bob", "letters.send", space=world.space, to=["everybody", to], subject="x", text="x")
        assert (type(error), error.kind, error.path) == (BadInput, "unknown_addressee", "$.to[1]"), to


async def test_whom_nobody_can_reach(stage: Server) -> None:
    world = stage.world
    await world.do("alice", "space.remove_member", space=world.space, person=world["milo"].id)
    for to in (["milo"], ["olga"], ["nora"], ["person:never-was"], ["school:never-was"]):
        error = await world.refusal("pia", "letters.send", space=world.space, to=named(world, "alice", *to), subject="x", text="x")
        assert (type(error), error.kind, error.path) == (BadInput, "unknown_addressee", "$.to[1]"), to
    alone = await world.refusal("pia", "letters.send", space=world.space, to=named(world, "pia"), subject="x", text="x")
    assert (alone.kind, alone.path) == ("nobody_but_you", "$.to")
    assert await folder(world, "pia", "sent") == []
    assert isinstance(await world.refusal("gerda", "letters.send", space=world.space, to=["everybody"], subject="x", text="x"), NotAllowed)


async def test_a_mailbox_closed_to_some_reaches_none_of_them(stage: Server) -> None:
    world = stage.world
    await world.set_table(await mailbox(world), {"teacher": ["read", "add"], "pupil": [], "guest": []})
    error = await world.refusal("alice", "letters.send", space=world.space, to=named(world, "pia"), subject="x", text="x")
    assert (error.kind, error.path) == ("unknown_addressee", "$.to[0]")
    assert (await send(world, "alice", "everybody"))["reached"] == 1
    assert (await world.refusal("pia", "letters.folder", space=world.space)).kind == "not_found"


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "x" * 10_001])
async def test_what_is_no_letter(stage: Server, text: str) -> None:
    error = await stage.world.refusal("pia", "letters.send", space=stage.world.space, to=["everybody"], subject="x", text=text)
    assert (type(error), error.path) == (BadInput, "$.text")
    error = await stage.world.refusal("pia", "letters.send", space=stage.world.space, to=["everybody"], subject=text or " ", text="x")
    assert (type(error), error.path) == (BadInput, "$.subject")


async def test_the_longest_letters_fit_into_frames(stage: Server) -> None:
    world = stage.world
    async with stage.live("milo") as milo:
        await milo.listen(world.space)
        for text in ("ჩ" * 10_000, "😀" * 10_000):
            await send(world, "pia", "milo", text=text)
        await milo.wait_for(lambda event: event["put"][0]["text"] == "😀" * 10_000)
        page = await milo.call("letters.folder", space=world.space)
        assert (len(page["letters"]), page["more"]) == (1, True)
        rest = await milo.call("letters.folder", space=world.space, before=page["letters"][0]["id"])
        assert [letter["text"][0] for letter in rest["letters"]] == ["ჩ"]
        assert all(len(text.encode()) < 64 * 1024 for text in milo.texts)


# -- who may read --------------------------------------------------------------------------------------------------


async def test_a_letter_among_adults_reaches_nobody_else(stage: Server) -> None:
    world = stage.world
    async with AsyncExitStack() as stack:
        lives = await listening(stage, stack, *EVERYBODY_HERE)
        letter = await send(world, "bob", "gerda")
        assert not letter["with_pupil"]
        await lives["gerda"].wait_for("letter.sent")
        for username in ("alice", "pia", "milo"):  # alice administers, and it is still none of her business
            told = await frames(lives[username])
            asked = await all_told(world, username)
            for word in (SECRET, letter["id"]):
                assert word not in told, username
                assert word not in asked, username
            assert await unread(world, username) == 0
            for method in ("letters.thread", "letters.hide", "letters.restore"):
                more = {"reason": "x"} if method == "letters.hide" else {}
                expected = "not_found" if username == "alice" or method == "letters.thread" else "not_allowed"
                assert (await world.refusal(username, method, space=world.space, letter=letter["id"], **more)).kind == expected
            assert (await world.refusal(username, "letters.mark", letter=letter["id"], read=True)).kind == "not_found"
            answer = {"space": world.space, "to": ["everybody"], "subject": "x", "text": "x", "reply_to": letter["id"]}
            if username != "gerda":
                error = await world.refusal(username, "letters.send", **answer)
                assert (error.kind, error.path) == ("unknown_letter", "$.reply_to")
        for username in ("pia", "milo"):
            bookmark = f"{(await world.ask('bob', 'place.open', place=world.lobby))['seq'] - 1}-x"
            async with stage.live(username) as again:
                await again.listen(world.space, bookmark)
                assert SECRET not in await frames(again)


async def test_a_letter_with_a_pupil_may_be_read_by_the_staff_alone(stage: Server) -> None:
    world = stage.world
    await world.add_pupil("lien")
    async with AsyncExitStack() as stack:
        lives = await listening(stage, stack, "alice", "bob", "milo", "gerda", "lien")
        letter = await send(world, "pia", "milo")
        assert letter["with_pupil"]
        for username in ("alice", "bob", "milo"):
            assert (await lives[username].wait_for("letter.sent"))["put"] == [letter]
        for username in ("gerda", "lien"):
            assert SECRET not in await frames(lives[username])
            assert SECRET not in await all_told(world, username)
        for username in ("alice", "bob"):
            assert await folder(world, username) == []
            assert await folder(world, username, "supervised") == [letter["id"]]
            assert await unread(world, username) == 0, "what one only supervises is no mail of one's own"
    assert isinstance(await world.refusal("pia", "letters.folder", space=world.space, folder="supervised"), NotAllowed)
    assert "persons" not in json.dumps(await world.ask("alice", "letters.thread", space=world.space, letter=letter["id"]))


async def test_whoever_is_removed_reads_no_letters_any_more(stage: Server) -> None:
    """Who is removed reads nothing from then on, and nothing more reaches them."""
    world = stage.world
    first = await send(world, "bob", "alice", "gerda")
    async with stage.live("gerda") as gerda:
        await gerda.listen(world.space)
        await world.do("alice", "space.remove_member", space=world.space, person=world["gerda"].id)
        await gerda.wait_for("space.lost")
        await send(world, "bob", "alice", text="only-for-alice", reply_to=first["id"])
        await gerda.ended()
        assert "only-for-alice" not in "".join(gerda.texts)
        assert (await world.refusal("gerda", "letters.folder", space=world.space)).kind == "not_found"
        assert (await world.refusal("gerda", "letters.thread", space=world.space, letter=first["id"])).kind == "not_found"
        assert (await world.refusal("gerda", "letters.mark", letter=first["id"], read=True)).kind == "not_found"
    assert await folder(world, "alice") != []


# -- answering -----------------------------------------------------------------------------------------------------


async def test_a_thread_holds_what_the_reader_may_see_of_it(stage: Server) -> None:
    world = stage.world
    first = await send(world, "alice", "bob", "pia")
    answer = await send(world, "pia", "alice", reply_to=first["id"])
    aside = await send(world, "bob", "alice", reply_to=answer["id"])  # bob reads along with pupils, and answers among adults
    assert [letter["thread"] for letter in (first, answer, aside)] == [first["id"]] * 3

    async def thread(username: str) -> list[str]:
        page = await world.ask(username, "letters.thread", space=world.space, letter=first["id"])
        return [letter["id"] for letter in page["letters"]]

    assert await thread("alice") == [aside["id"], answer["id"], first["id"]]
    assert await thread("pia") == [answer["id"], first["id"]]


# -- hiding --------------------------------------------------------------------------------------------------------


async def test_a_hidden_letter_is_read_by_the_staff_alone(stage: Server) -> None:
    world = stage.world
    letter = await send(world, "pia", "milo")
    async with AsyncExitStack() as stack:
        lives = await listening(stage, stack, "alice", "bob", "pia", "milo", "gerda")
        hidden = (await world.do("alice", "letters.hide", space=world.space, letter=letter["id"], reason="Unkind."))["letter"]
        assert (hidden["text"], hidden["subject"], hidden["state"], hidden["reason"]) == ("", "", "hidden", "Unkind.")
        assert SECRET in json.dumps((await lives["bob"].wait_for("letter.hidden"))["put"])
        for username in ("pia", "milo"):
            assert (await lives[username].wait_for("letter.hidden"))["put"] == [hidden]
        for username in ("pia", "milo", "gerda"):
            assert SECRET not in await frames(lives[username])
            assert SECRET not in await all_told(world, username)
        assert SECRET in await all_told(world, "bob")
        assert (await world.refusal("bob", "letters.hide", space=world.space, letter=letter["id"], reason="x")).kind == "letter_hidden"
        shown = await world.do("bob", "letters.restore", space=world.space, letter=letter["id"])
        assert shown["letter"] == letter
        assert (await lives["milo"].wait_for("letter.restored"))["put"] == [letter]
    assert isinstance(await world.refusal("pia", "letters.hide", space=world.space, letter=letter["id"], reason="x"), NotAllowed)


async def test_a_hidden_letter_among_adults_is_known_to_whoever_hid_it(stage: Server) -> None:
    world = stage.world
    letter = await send(world, "bob", "alice", "gerda")
    async with AsyncExitStack() as stack:
        lives = await listening(stage, stack, "bob", "gerda", "pia")
        await world.do("alice", "letters.hide", space=world.space, letter=letter["id"], reason="Wrong mailbox.")
        for username in ("bob", "gerda"):
            await lives[username].wait_for("letter.hidden")
            assert SECRET not in await frames(lives[username])
            assert SECRET not in await all_told(world, username)
        assert "letter.hidden" not in lives["pia"].names()
    assert SECRET in await all_told(world, "alice")
    error = await world.refusal("bob", "letters.restore", space=world.space, letter=letter["id"])
    assert [reason.code for reason in error.why] == ["hidden_by_another"]


# -- one's own -----------------------------------------------------------------------------------------------------


async def test_what_i_read_and_put_away_is_told_to_my_desk_alone(stage: Server) -> None:
    world = stage.world
    async with AsyncExitStack() as stack:
        lives = await listening(stage, stack, "alice", "pia", "milo")
        letter = await send(world, "pia", "milo", "alice")
        for username, event in (("alice", "bell.rang"), ("milo", "bell.rang"), ("pia", "letter.sent")):
            await lives[username].wait_for(event)
        told = {name: len(live.texts) for name, live in lives.items()}
        answer = await world.do("milo", "letters.mark", letter=letter["id"], read=True)
        assert answer["slip"] == {
            "kind": "letter_slip", "id": letter["id"], "space": world.space, "box": "inbox", "read": True, "removed": False,
        }  # fmt: skip
        assert (await lives["milo"].wait_for("letter.marked"))["put"] == [answer["slip"]]
        assert "seq" not in await world.do("milo", "letters.mark", letter=letter["id"], read=True), "nothing changed"
        await world.do("milo", "letters.mark", letter=letter["id"], removed=True)
        assert (await folder(world, "milo"), await folder(world, "milo", "removed")) == ([], [letter["id"]])
        await world.do("milo", "letters.mark", letter=letter["id"], removed=False, read=False)
        assert (await folder(world, "milo"), await unread(world, "milo")) == ([letter["id"]], 1)
        for username in ("alice", "pia"):
            await lives[username].settle()
            heard = [text for text in lives[username].texts[told[username] :] if '"event"' in text]
            assert heard == [], "no read receipts"
    assert await folder(world, "alice") == [letter["id"]]


async def test_a_draft_is_seen_on_its_authors_devices_only(stage: Server) -> None:
    world = stage.world
    async with AsyncExitStack() as stack:
        lives = await listening(stage, stack, *EVERYBODY_HERE)
        saved = await world.do("pia", "letters.save_draft", space=world.space, to=["role:teacher"], text=SECRET)
        draft = saved["draft"]["id"]
        assert (await lives["pia"].wait_for("draft.saved"))["put"] == [saved["draft"]]
        changed = await world.do(
            "pia", "letters.save_draft", space=world.space, draft=draft, to=["role:teacher"], text=SECRET, subject="Hi"
        )
        assert (await world.ask("pia", "letters.drafts", space=world.space))["drafts"] == [changed["draft"]]
        for username in ("alice", "bob", "milo", "gerda"):
            assert SECRET not in await frames(lives[username])
            assert SECRET not in await all_told(world, username)
            assert (await world.refusal(username, "letters.drop_draft", draft=draft)).kind == "not_found"
            error = await world.refusal(username, "letters.save_draft", space=world.space, draft=draft, text="mine now")
            assert error.kind == "not_found"
        await send(world, "milo", "alice", draft=draft)
        assert (await world.ask("pia", "letters.drafts", space=world.space))["drafts"] != [], "nobody sends another's draft away"
        await send(world, "pia", "alice", draft=draft)
        assert (await world.ask("pia", "letters.counts", space=world.space))["drafts"] == 0
        assert (await lives["pia"].wait_for("draft.dropped"))["gone"] == [{"kind": "letter_draft", "id": draft}]
        assert (await world.refusal("pia", "letters.save_draft", space=world.space, draft=draft, text="late")).kind == "not_found"


async def test_drafts_are_bounded(stage: Server) -> None:
    world = stage.world
    for _ in range(MOST_DRAFTS):
        await world.do("pia", "letters.save_draft", space=world.space, text="x" * 2000)
    error = await world.refusal("pia", "letters.save_draft", space=world.space, text="x")
    assert (error.kind, isinstance(error, Conflict)) == ("too_many_drafts", True)
    seen: list[str] = []
    more, before = True, None
    while more:
        page = await world.ask("pia", "letters.drafts", space=world.space, **({"before": before} if before else {}))
        seen += [draft["id"] for draft in page["drafts"]]
        more, before = page["more"], seen[-1]
    assert len(seen) == len(set(seen)) == MOST_DRAFTS


async def test_folders_come_in_pages(stage: Server) -> None:
    world = stage.world
    sent = [(await send(world, "pia", "milo", text=f"{n}"))["id"] for n in range(5)][::-1]
    assert await folder(world, "milo", limit=2) == sent[:2]
    assert await folder(world, "milo", limit=2, before=sent[1]) == sent[2:4]
    page = await world.ask("milo", "letters.folder", space=world.space, limit=2, before=sent[3])
    assert ([letter["id"] for letter in page["letters"]], page["more"]) == (sent[4:], False)
    error = await world.refusal("milo", "letters.folder", space=world.space, before="never-was")
    assert (error.kind, error.path) == ("unknown_letter", "$.before")
