"""Invitations by mail: a link for a week that works once, the same answer whoever has an account, and no power that comes with it."""

import email
import json
import re
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.cast import World
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound
from twinspace_server.ids import new as new_id
from twinspace_server.jobs import jobs
from twinspace_server.people.attachments import schools_of

ACCOUNT = {"name": "Carla Diaz", "username": "carla", "password": "a boat on the river"}


async def invited(world: World, address: str, role: str = "teacher", **more: Any) -> str:
    """Invites, lets the mail out, and answers what stands behind the # of its link."""
    school = world.gent if role == "teacher" else None
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
    found = []
    for path in (Path(world.house.settings.data_dir) / "mail").glob("*.eml"):
        mail = email.message_from_bytes(path.read_bytes(), policy=default)
        if mail["To"] == address:
            body = mail.get_body(("plain",))
            assert body is not None
            found.append((path.stat().st_mtime_ns, str(body.get_content()).partition("/invited#")[2].split()[0]))
    return max(found)[1]


async def pending(world: World, by: str = "alice") -> list[str]:
    return [one["email"] for one in (await world.ask(by, "team.invitations", space=world.space))["invitations"]]


async def test_somebody_new_makes_an_account_and_is_in(world: World) -> None:
    link = await invited(world, "Carla@Example.org".lower())
    assert await pending(world, "bob") == ["carla@example.org"]
    assert await pending(world, "pia") == []
    told = await world.ask(None, "invitation.look", token=link)
    assert told == {
        "space": "Two Rivers, One Map", "by": "Alice Vermeulen", "role": "teacher", "school": "De Waterlelie", "email": "carla@example.org",
        "account": False,
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
    ],
    ids=str,
)
async def test_whom_one_can_not_invite(world: World, what: dict[str, Any], kind: str, path: str) -> None:
    params = {"space": world.space, "email": "carla@example.org", "role": "teacher", "school": world.gent, **what}
    error = await world.refusal("alice", "team.invite", **params)
    assert isinstance(error, BadInput | Conflict)
    assert (error.kind, error.path) == (kind, path)


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
