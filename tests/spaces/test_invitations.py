"""Invitations by mail: a link for a week that works once, the same answer whoever has an account, and no power that comes with it."""

import asyncio
import email
import json
import re
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.cast import World
from tests.drivers import START_SECONDS, Server
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound
from twinspace_server.ids import new as new_id
from twinspace_server.jobs import jobs
from twinspace_server.people.attachments import attach, schools_of
from twinspace_server.people.schools import schools
from twinspace_server.storage.store import Db

ACCOUNT = {"name": "Carla Diaz", "username": "carla", "password": "a boat on the river"}


async def invited(world: World, address: str, role: str = "teacher", **more: Any) -> str:
    """Invites, lets the mail out, and answers what stands behind the # of its link."""
    school = world.gent if role == "teacher" and not more.get("own_school") else None
    await world.do("alice", "team.invite", space=world.space, email=address, role=role, school=school, **more)
    return await token(world, address)


async def token(world: World, address: str) -> str:
    """The newest link that was mailed to an address."""
    waiting = await world.house.store.read(lambda db: [row.payload for row in db.execute(select(jobs)) if "post.send" in row.payload])
    assert waiting
    assert all(address not in payload for payload in waiting)  # a job names no address
    for payload in waiting:
        await world.house.dispatcher.later(json.loads(payload))
    await world.write(lambda db: db.execute(jobs.delete()).rowcount)
    return max(_mailed(world, address))[1]


async def arrived(world: World, address: str) -> str:
    """The same where a server does its jobs itself."""
    async with asyncio.timeout(START_SECONDS):
        while not (found := _mailed(world, address)):
            await asyncio.sleep(0.02)
    return max(found)[1]


def _mailed(world: World, address: str) -> list[tuple[int, str]]:
    """Links in mails to an address, with when each came."""
    found = []
    for path in (Path(world.house.settings.data_dir) / "mail").glob("*.eml"):
        mail = email.message_from_bytes(path.read_bytes(), policy=default)
        if mail["To"] == address:
            body = mail.get_body(("plain",))
            assert body is not None
            found.append((path.stat().st_mtime_ns, str(body.get_content()).partition("/invited#")[2].split()[0]))
    return found


async def pending(world: World, by: str = "alice") -> list[str]:
    return [one["email"] for one in (await world.ask(by, "team.invitations", space=world.space))["invitations"]]


async def test_somebody_new_makes_an_account_and_is_in(world: World) -> None:
    link = await invited(world, "Carla@Example.org".lower())
    assert await pending(world, "bob") == ["carla@example.org"]
    assert await pending(world, "pia") == []
    told = await world.ask(None, "invitation.look", token=link)
    assert told == {
        "space": "Two Rivers, One Map", "by": "Alice Vermeulen", "role": "teacher", "school": "De Waterlelie", "own_school": False,
        "email": "carla@example.org", "account": False,
    }  # fmt: skip
    assert (await world.do(None, "invitation.join", token=link, **ACCOUNT))["space"] == world.space
    await world.do(None, "people.sign_in", name="carla", password=ACCOUNT["password"])
    members = (await world.ask("alice", "space.members", space=world.space))["members"]
    carla = next(one for one in members if one["name"] == "Carla Diaz")
    assert (carla["role"], carla["school"], carla["administrator"], carla["adult"]) == ("teacher", world.gent, False, True)
    # What she says of her school gives her nothing over its pupils.
    assert await world.house.store.read(lambda db: schools_of(db, carla["id"])) == {world.gent: "claimed"}
    assert await pending(world) == []
    assert (await world.refusal(None, "invitation.look", token=link)).kind == "link_is_dead"
    assert (await world.refusal("olga", "invitation.accept", token=link)).kind == "link_is_dead"


async def test_who_is_invited_can_not_ask_who_has_which_user_name(world: World) -> None:
    """Who would be told that a name is in use could ask for all of them: the account is made, with an ending behind the name."""
    link = await invited(world, "carla@example.org", "guest")
    told = await world.do(None, "invitation.join", token=link, **{**ACCOUNT, "username": "pia"})
    assert re.fullmatch(r"pia-[a-z2-9]{4}", told["username"])
    await world.do(None, "people.sign_in", name=told["username"], password=ACCOUNT["password"])
    assert (await world.refusal(None, "invitation.look", token=link)).kind == "link_is_dead", "each name costs an invitation"
    other = await invited(world, "dora@example.org", "guest")
    assert (await world.do(None, "invitation.join", token=other, **{**ACCOUNT, "username": "dora"}))["username"] == "dora"


async def test_who_has_an_account_joins_with_it(world: World) -> None:
    link = await invited(world, "olga@example.org", "guest")
    assert (await world.ask(None, "invitation.look", token=link))["account"] is True
    assert (await world.refusal(None, "invitation.join", token=link, **ACCOUNT)).kind == "address_taken"
    assert (await world.refusal("pia", "invitation.accept", token=link)).kind == "adults_only"
    assert (await world.do("olga", "invitation.accept", token=link))["space"] == world.space
    await world.say("bob", "Welcome")
    assert (await world.ask("olga", "space.members", space=world.space))["members"]
    again = await invited(world, "gerda@example.org", "guest")
    assert (await world.refusal("gerda", "invitation.accept", token=again)).kind == "already_member"


async def test_the_answer_is_the_same_whoever_has_an_account(world: World) -> None:
    answers = []
    for address in ("olga@example.org", "nobody@example.org"):
        told = await world.do("alice", "team.invite", space=world.space, email=address, role="guest")
        answers.append({key: value for key, value in told["invited"].items() if key not in ("id", "email", "sent_at", "expires_at")})
    assert answers[0] == answers[1]
    twice = await world.refusal("alice", "team.invite", space=world.space, email="OLGA@example.org", role="guest")
    assert isinstance(twice, Conflict)
    assert (twice.kind, twice.path) == ("invited_already", "$.email")


async def test_a_link_lives_for_a_week_and_the_newest_only(world: World) -> None:
    old = await invited(world, "carla@example.org", "guest")
    (one,) = (await world.ask("alice", "team.invitations", space=world.space))["invitations"]
    await world.do("alice", "team.invite_again", space=world.space, invitation=one["id"])
    new = await token(world, "carla@example.org")
    assert (await world.refusal(None, "invitation.look", token=old)).kind == "link_is_dead"
    world.clock.forward(days=6.9)
    await world.ask(None, "invitation.look", token=new)
    world.clock.forward(days=0.2)
    assert (await world.refusal(None, "invitation.look", token=new)).kind == "link_is_dead"
    assert (await world.refusal(None, "invitation.join", token=new, **ACCOUNT)).kind == "link_is_dead"
    await world.do("alice", "team.invite_again", space=world.space, invitation=one["id"])
    last = await token(world, "carla@example.org")
    await world.do("alice", "team.uninvite", space=world.space, invitation=one["id"])
    assert (await world.refusal(None, "invitation.join", token=last, **ACCOUNT)).kind == "link_is_dead"


async def test_another_space_that_invites_the_same_address_ends_no_link(world: World) -> None:
    here = await invited(world, "carla@example.org", "guest")
    there = await world.do("olga", "team.invite", space=world.elsewhere, email="carla@example.org", role="guest")
    other = await token(world, "carla@example.org")
    looked = [(await world.ask(None, "invitation.look", token=one))["space"] for one in (here, other)]
    assert looked == ["Two Rivers, One Map", "Somewhere Else"]
    await world.do("olga", "team.invite_again", space=world.elsewhere, invitation=there["invited"]["id"])
    newest = await token(world, "carla@example.org")
    assert (await world.refusal(None, "invitation.look", token=other)).kind == "link_is_dead"
    await world.do("olga", "team.uninvite", space=world.elsewhere, invitation=there["invited"]["id"])
    assert (await world.refusal(None, "invitation.look", token=newest)).kind == "link_is_dead"
    assert (await world.do(None, "invitation.join", token=here, **ACCOUNT))["space"] == world.space


async def test_a_dead_link_says_nothing_and_costs_no_hash(world: World) -> None:
    kinds = {(await world.refusal(None, "invitation.look", token=word)).kind for word in ("x", new_id(), "a" * 43)}
    assert kinds == {"link_is_dead"}
    assert isinstance(await world.refusal(None, "invitation.join", token="x", **ACCOUNT), NotFound)
    assert isinstance(await world.refusal("olga", "invitation.accept", token="x"), NotFound)


@pytest.mark.parametrize(
    ("what", "kind", "path"),
    [
        ({"email": "not an address"}, "not_an_address", "$.email"),
        ({"role": "pupil"}, "bad_input", "$.role"),
        ({"school": None}, "school_needed", "$.school"),
        ({"school": "none"}, "unknown_school", "$.school"),
        ({"role": "guest"}, "guest_has_no_school", "$.school"),
        ({"own_school": True}, "own_school_alone", "$.own_school"),
        ({"own_school": True, "role": "guest", "school": None}, "own_school_alone", "$.own_school"),
    ],
    ids=str,
)
async def test_whom_one_can_not_invite(world: World, what: dict[str, Any], kind: str, path: str) -> None:
    params = {"space": world.space, "email": "carla@example.org", "role": "teacher", "school": world.gent, **what}
    error = await world.refusal("alice", "team.invite", **params)
    assert isinstance(error, BadInput | Conflict)
    assert (error.kind, error.path) == (kind, path)


# -- with a school of one's own -----------------------------------------------------------------------------------------


async def own_school(world: World, state: str, *, to_check: bool = False) -> str:
    """A school outside the space, to which olga belongs in that state."""
    about = {"name": "Colegio del Mar", "town": "Vigo", "country": "ES", "zone": "Europe/Madrid", "hue": "sky"}
    school = str((await world.do("nora", "schools.add", **about))["school"]["id"])

    def put(db: Db) -> None:
        attach(db, world["olga"].id, school, state, by=world["nora"].id, at=world.clock())  # type: ignore[arg-type]
        db.execute(update(schools).where(schools.c.id == school).values(to_check=int(to_check)))

    await world.write(put)
    return school


async def taking_part(world: World) -> list[str]:
    opened = await world.ask("alice", "spaces.mine")
    return [one["id"] for card in opened["spaces"] if card["space"]["id"] == world.space for one in card["space"]["schools"]]


async def member(world: World, username: str) -> dict[str, Any]:
    members = (await world.ask("alice", "space.members", space=world.space))["members"]
    return next(one for one in members if one["id"] == world[username].id)


async def test_a_confirmed_teacher_brings_their_school(server: Server) -> None:
    world = server.world
    school = await own_school(world, "confirmed")
    await world.do("alice", "team.invite", space=world.space, email="olga@example.org", role="teacher", school=None, own_school=True)
    link = await arrived(world, "olga@example.org")
    (told,) = (await world.ask("bob", "team.invitations", space=world.space))["invitations"]
    assert (told["role"], told["school"], told["own_school"]) == ("teacher", None, True)
    looked = await world.ask(None, "invitation.look", token=link)
    assert (looked["role"], looked["school"], looked["own_school"]) == ("teacher", None, True)
    assert await taking_part(world) == [world.gent, world.batumi], "nothing happens before they say yes"
    async with server.live("pia") as pia:
        await pia.listen(world.space)
        await world.do("olga", "invitation.accept", token=link)
        event = await pia.wait_for("space.changed")
        assert [one["id"] for one in event["put"][0]["schools"]] == [world.gent, world.batumi, school]
    olga = await member(world, "olga")
    assert (olga["role"], olga["school"], olga["administrator"]) == ("teacher", school, False)
    assert await world.house.store.read(lambda db: schools_of(db, olga["id"], "confirmed")) == {school: "confirmed"}
    assert await taking_part(world) == [world.gent, world.batumi, school]


@pytest.mark.parametrize(
    ("state", "to_check"), [("claimed", False), ("refused", False), ("confirmed", True)], ids=("claimed", "refused", "unchecked")
)
async def test_a_school_that_is_not_sure_is_not_let_in(world: World, state: str, to_check: bool) -> None:
    school = await own_school(world, state, to_check=to_check)
    link = await invited(world, "olga@example.org", own_school=True)
    for params in ({}, {"school": school}, {"school": world.gent}, {"school": "never-was"}):
        error = await world.refusal("olga", "invitation.accept", token=link, **params)
        assert (type(error), error.kind) == (Conflict, "own_school_unsure"), params
    assert await taking_part(world) == [world.gent, world.batumi]
    await world.do("olga", "invitation.accept", token=link, as_guest=True)  # the link is still good
    olga = await member(world, "olga")
    assert (olga["role"], olga["school"]) == ("guest", None)
    assert await taking_part(world) == [world.gent, world.batumi]


async def test_a_guest_comes_back_with_their_school(world: World) -> None:
    await world.do("olga", "invitation.accept", token=await invited(world, "olga@example.org", "guest"))
    school = await own_school(world, "confirmed")
    link = await invited(world, "olga@example.org", own_school=True)
    assert (await world.refusal("olga", "invitation.accept", token=link, as_guest=True)).kind == "already_member"
    assert (await world.refusal("bob", "invitation.accept", token=link)).kind == "already_member"
    await world.do("olga", "invitation.accept", token=link, school=school)
    olga = await member(world, "olga")
    assert (olga["role"], olga["school"]) == ("teacher", school)
    assert await taking_part(world) == [world.gent, world.batumi, school]


async def test_only_an_administrators_word_lets_a_school_in(world: World) -> None:
    """Who lost the mark since lets no school in; whoever sends the invitation again answers for it."""
    school = await own_school(world, "confirmed")
    link = await invited(world, "olga@example.org", own_school=True)
    await world.do("bob", "space.change_member", space=world.space, person=world["alice"].id, administrator=False)
    error = await world.refusal("olga", "invitation.accept", token=link)
    assert (type(error), error.kind) == (Conflict, "inviter_no_administrator")
    assert await taking_part(world) == [world.gent, world.batumi]
    (one,) = (await world.ask("bob", "team.invitations", space=world.space))["invitations"]
    await world.do("bob", "team.invite_again", space=world.space, invitation=one["id"])
    await world.do("olga", "invitation.accept", token=await token(world, "olga@example.org"))
    assert (await member(world, "olga"))["school"] == school


async def test_who_has_no_account_registers_first_or_comes_as_a_guest(world: World) -> None:
    link = await invited(world, "carla@example.org", own_school=True)
    assert (await world.refusal(None, "invitation.join", token=link, **ACCOUNT)).kind == "own_school_unsure"
    assert (await world.ask(None, "invitation.look", token=link))["account"] is False, "no account was made"
    await world.do(None, "invitation.join", token=link, as_guest=True, **ACCOUNT)
    members = (await world.ask("alice", "space.members", space=world.space))["members"]
    carla = next(one for one in members if one["name"] == "Carla Diaz")
    assert (carla["role"], carla["school"]) == ("guest", None)
    assert await world.house.store.read(lambda db: schools_of(db, carla["id"])) == {}


async def test_only_administrators_invite(world: World) -> None:
    await world.do("alice", "team.invite", space=world.space, email="carla@example.org", role="guest")
    (one,) = (await world.ask("alice", "team.invitations", space=world.space))["invitations"]
    for method, params in (
        ("team.invite", {"email": "dan@example.org", "role": "guest"}),
        ("team.invite_again", {"invitation": one["id"]}),
        ("team.uninvite", {"invitation": one["id"]}),
    ):
        assert isinstance(await world.refusal("pia", method, space=world.space, **params), NotAllowed)
        assert isinstance(await world.refusal("olga", method, space=world.space, **params), NotFound)
    foreign = await world.refusal("olga", "team.uninvite", space=world.elsewhere, invitation=one["id"])
    assert isinstance(foreign, NotFound)


async def test_a_space_that_is_closed_takes_nobody_in(world: World) -> None:
    link = await invited(world, "carla@example.org", "guest")
    await world.do("alice", "space.close", space=world.space)
    assert (await world.refusal(None, "invitation.join", token=link, **ACCOUNT)).kind == "closed"
    assert (await world.refusal("olga", "invitation.accept", token=link)).kind == "closed"
