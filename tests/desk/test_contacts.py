"""Contacts: found by name, school and town, asked, accepted, declined without a sign, removed; live at both desks (CON-01..06)."""

from typing import Any

import pytest

from tests.cast import World
from tests.desk.test_mail import mails, work
from tests.drivers import Server
from tests.samples import REGISTRY
from twinspace_server.desk import contacts
from twinspace_server.people import my_data
from twinspace_server.people.attachments import attach
from twinspace_server.people.contacts import are_contacts


async def mine(world: World, username: str) -> dict[str, str]:
    """Whose contact, and how it stands, by first name."""
    found = (await world.ask(username, "contacts.mine"))["contacts"]
    return {one["name"].split()[0].lower(): one["state"] for one in found}


async def bells(world: World, username: str) -> list[str]:
    return [one["what"] for one in (await world.ask(username, "bell.list"))["notifications"]]


async def found(world: World, username: str, text: str, **more: Any) -> list[str]:
    answer = await world.do(username, "contacts.search", text=text, **more)
    return [one["name"].split()[0].lower() for one in answer["found"]["people"]]


async def test_ask_accept_and_both_have_it(world: World, tmp_path: Any) -> None:
    alice, bob = world["alice"].id, world["bob"].id
    asked = (await world.do("alice", "contacts.ask", person=bob, word="Shall we?"))["contact"]
    assert (asked["state"], asked["person"], asked["schools"][0]["town"]) == ("waiting", bob, "Batumi")
    await work(world)
    assert (await mine(world, "bob"), await bells(world, "bob")) == ({"alice": "asked_me"}, ["contact_asked"])
    assert (await world.ask("bob", "contacts.mine"))["contacts"][0]["word"] == "Shall we?"
    (mail,) = mails(tmp_path)
    assert (mail["To"], "Shall we?" in mail.as_string()) == ("bob@example.org", False)
    await world.do("bob", "contacts.accept", person=alice)
    await work(world)
    assert (await mine(world, "alice"), await mine(world, "bob")) == ({"bob": "accepted"}, {"alice": "accepted"})
    assert await bells(world, "alice") == ["contact_accepted"]
    assert await world.house.store.read(lambda db: are_contacts(db, alice, bob))


async def test_live_at_both_desks(stage: Server) -> None:
    world = stage.world
    async with stage.live("alice") as alice, stage.live("bob") as bob:
        await alice.listen(world["alice"].desk)
        await bob.listen(world["bob"].desk)
        await world.do("alice", "contacts.remove", person=world["bob"].id)
        before = len(bob.events)
        await alice.call("contacts.ask", person=world["bob"].id)
        told = await bob.wait_for("contacts.changed", after=before)
        assert [(item["kind"], item["state"]) for item in told["put"]] == [("contact", "asked_me")]
        await bob.wait_for("bell.rang")
        await bob.call("contacts.accept", person=world["alice"].id)
        await alice.wait_for(lambda e: any(item.get("state") == "accepted" for item in e.get("put", [])))
        before = len(bob.events)
        await alice.call("contacts.remove", person=world["bob"].id)
        told = await bob.wait_for("contacts.changed", after=before)
        assert [one["kind"] for one in told["gone"]] == ["contact"]


async def test_a_refusal_can_not_be_told_from_waiting(world: World) -> None:
    """Not by state, nor by moment, nor by what asking again answers or rings; only the one who refused may change it (CON-03)."""
    alice, bob = world["alice"].id, world["bob"].id
    await world.do("alice", "contacts.ask", person=bob, word="Please.")
    before = await world.ask("alice", "contacts.mine")
    await work(world)
    world.clock.forward(days=1)
    for name in ("alice", "bob"):
        await world.sign_in(name)
    await world.do("bob", "contacts.decline", person=alice)
    await work(world)
    assert await world.ask("alice", "contacts.mine") == before
    assert await mine(world, "bob") == {}
    for _again in range(2):
        await world.do("alice", "contacts.ask", person=bob, word="Please.")
        await world.do("alice", "contacts.remove", person=bob)
        await world.do("alice", "contacts.ask", person=bob, word="Please?")
        await work(world)
    assert (await mine(world, "alice"), await mine(world, "bob"), await bells(world, "bob")) == ({"bob": "waiting"}, {}, [])
    world.clock.forward(days=31)
    for name in ("alice", "bob"):
        await world.sign_in(name)
    await world.do("alice", "contacts.remove", person=bob)
    await world.do("alice", "contacts.ask", person=bob)
    await work(world)
    assert (await mine(world, "bob"), await bells(world, "bob")) == ({"alice": "asked_me"}, ["contact_asked"])


async def copied(world: World, username: str) -> list[dict[str, Any]]:
    """What the copy of all that is kept of somebody says of their contacts."""
    (keeping,) = [one for one in my_data.kept(REGISTRY) if one.table.name == "contacts"]
    return [dict(row) for row in await world.house.store.read(lambda db: my_data.page(db, keeping, world[username].id, 0))]


async def test_a_refusal_can_not_be_told_from_waiting_in_the_copy_of_ones_data(world: World) -> None:
    alice, bob = world["alice"].id, world["bob"].id
    await world.do("alice", "contacts.ask", person=bob, word="Please.")
    (before,) = await copied(world, "alice")
    assert (before["state"], before["word"], before["asker"], {before["one"], before["other"]}) == ("asked", "Please.", alice, {alice, bob})
    await world.do("alice", "contacts.remove", person=bob)
    (taken_back,) = await copied(world, "alice")
    await world.do("alice", "contacts.ask", person=bob, word="Please.")
    (before,) = await copied(world, "alice")
    world.clock.forward(hours=1)
    await world.do("bob", "contacts.decline", person=alice)
    assert await copied(world, "alice") == [before]
    (declined,) = await copied(world, "bob")
    assert (declined["state"], declined["declined_at"] > declined["at"]) == ("declined", True), "whoever declined may know when"
    await world.do("alice", "contacts.remove", person=bob)
    assert await copied(world, "alice") == [{**taken_back, "at": before["at"]}]


async def test_who_was_asked_may_ask_back_and_change_their_mind(world: World) -> None:
    alice, bob = world["alice"].id, world["bob"].id
    await world.do("alice", "contacts.ask", person=bob)
    await world.do("bob", "contacts.decline", person=alice)
    answer = await world.do("bob", "contacts.ask", person=alice)
    assert answer["contact"]["state"] == "accepted"
    await work(world)
    assert await mine(world, "alice") == {"bob": "accepted"}


async def test_removing_ends_it_for_both_and_tells_nothing_of_others(world: World) -> None:
    await world.do("alice", "contacts.ask", person=world["bob"].id)
    await world.do("bob", "contacts.accept", person=world["alice"].id)
    await world.do("bob", "contacts.remove", person=world["alice"].id)
    assert (await mine(world, "alice"), await mine(world, "bob")) == ({}, {})
    for nobody in (world["pia"].id, world["olga"].id, "01M8M9HW3B8S35EPBGEBWTTKFR"):
        assert await world.do("bob", "contacts.remove", person=nobody) == {}
        assert await world.do("bob", "contacts.decline", person=nobody) == {}
        assert (await world.refusal("bob", "contacts.accept", person=nobody)).kind == "not_found"


async def test_who_may_not_be_asked_can_not_be_told_from_nobody(world: World) -> None:
    for person in (world["pia"].id, world["olga"].id, world["nora"].id, world["alice"].id, "01M8M9HW3B8S35EPBGEBWTTKFR"):
        error = await world.refusal("alice", "contacts.ask", person=person)
        assert (error.kind, error.args_) == ("not_found", {})


@pytest.mark.parametrize(("username", "why"), [("pia", "adults_only"), ("olga", "school_first")])
async def test_pupils_and_people_without_a_school_have_none(world: World, username: str, why: str) -> None:
    assert (await world.refusal(username, "contacts.search", text="alice")).kind == why
    assert (await world.refusal(username, "contacts.ask", person=world["bob"].id)).kind == why
    assert (await world.refusal(username, "contacts.accept", person=world["bob"].id)).kind == why
    assert await world.ask(username, "contacts.mine") == {"contacts": [], "may_ask": False}


async def test_search_finds_adults_of_schools_and_nobody_else(world: World) -> None:
    assert await found(world, "alice", "batumi") == ["bob"]
    assert await found(world, "alice", "LOMID") == ["bob"]
    assert await found(world, "bob", "waterlelie verm") == ["alice"]
    assert await found(world, "bob", "gent", country="GE") == []
    assert await found(world, "alice", "pia") == await found(world, "alice", "olga") == await found(world, "alice", "example.org") == []
    assert (await world.refusal("alice", "contacts.search", text="· ·")).kind == "empty_text"
    olga = world["olga"].id
    await world.write(lambda db: attach(db, olga, world.gent, "claimed", by=olga, at=1))
    assert await found(world, "alice", "olga") == ["olga"]
    await world.write(lambda db: attach(db, olga, world.gent, "refused", by=olga, at=2))
    assert await found(world, "alice", "olga") == []


async def test_accents_and_case_do_not_hide_anybody(world: World) -> None:
    await world.add_person("joze", "José Ångström", adult=True)
    await world.do("nora", "schools.attach", school=world.gent, person=world["joze"].id)
    assert await found(world, "alice", "jose ANG") == ["josé"]


async def test_searches_are_counted(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contacts, "MOST_SEARCHES", 3)
    for _time in range(3):
        await found(world, "alice", "bob")
    error = await world.refusal("alice", "contacts.search", text="bob")
    assert (error.kind, (error.retry_after or 0) > 3000) == ("too_many", True)
    assert await found(world, "bob", "alice") == ["alice"]
    world.clock.forward(hours=2)
    await world.sign_in("alice")
    assert await found(world, "alice", "bob") == ["bob"]


async def test_one_waits_for_so_many_only(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contacts, "MOST_WAITING", 1)
    await world.do("alice", "contacts.ask", person=world["bob"].id)
    await world.do("nora", "schools.attach", school=world.gent, person=world["gerda"].id)
    assert (await world.refusal("alice", "contacts.ask", person=world["gerda"].id)).kind == "too_many_undecided"
    await world.do("alice", "contacts.ask", person=world["bob"].id)
