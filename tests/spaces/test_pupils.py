"""A whole class at once: proposals with named errors, all or none, by confirmed teachers of that school alone; and what they keep."""

import time
from typing import Any

import pytest

from tests.cast import World, password
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound
from twinspace_server.ids import new as new_id
from twinspace_server.spaces.proposed_names import PROPOSED, plain, propose


def rows(*names: str, group: str = "4B") -> list[dict[str, str]]:
    return [{"name": name, "group": group, "email": ""} for name in names]


async def proposed(world: World, wanted: list[dict[str, str]], by: str = "alice") -> list[dict[str, Any]]:
    answer = await world.ask(by, "team.propose_pupils", space=world.space, school=world.gent, rows=wanted)
    return list(answer["rows"])


async def members(world: World) -> list[dict[str, Any]]:
    return list((await world.ask("alice", "space.members", space=world.space))["members"])


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("Pia Claes", "pia-4b-"), ("Łukasz Żółć", "lukasz-4b-"), ("ნინო ბერიძე", "nino-4b-"), ("Ελένη Παππά", "eleni-4b-"),
        ("Анна Їжак", "anna-4b-"), ("Ægir", "aegir-4b-"), ("李", "pupil-4b-"), ("Անի", "ani-4b-"),
    ],
)  # fmt: skip
def test_a_user_name_is_typed_on_any_keyboard_and_guessed_by_nobody(name: str, start: str) -> None:
    one, two = propose(name, "4B"), propose(name, "4B")
    assert one.startswith(start)
    assert PROPOSED.fullmatch(one)
    assert one != two


def test_nothing_but_letters_and_digits_is_left() -> None:
    assert plain("Zoë-Lynn  d'Arc 2") == "zoelynndarc2"


async def test_a_class_is_looked_at_and_then_made(world: World) -> None:
    wanted = [*rows("Noor Peeters", "Pia Claes", ""), *rows("Sam", "Sam"), {"name": "Lee", "group": "4B", "email": "bob@example.org"}]
    told = await proposed(world, wanted)
    assert [one["wrong"] for one in told] == [[], [], ["name_missing"], ["name_twice"], ["name_twice"], ["address_taken"]]
    assert [one["known"] for one in told] == [False, True, False, False, False, False]
    pupils = [{"name": one["name"], "username": one["username"]} for one in told[:1]] + [{"name": "Lee", "email": "Lee@Example.org"}]
    before, key = len(await members(world)), new_id()
    made = await world.do("alice", "team.add_pupils", space=world.space, school=world.gent, group="4B", pupils=pupils, key=key)
    assert await world.do("alice", "team.add_pupils", space=world.space, school=world.gent, group="4B", pupils=pupils, key=key) == made
    added = (await members(world))[before:]
    assert sorted((one["name"], one["role"], one["school"]) for one in added) == [
        ("Lee", "pupil", world.gent),
        ("Noor Peeters", "pupil", world.gent),
    ]
    mine = await world.ask("alice", "team.my_pupils", space=world.space)
    assert mine["schools"] == [world.gent]
    by_name = {one["username"]: one for one in mine["pupils"]}
    assert by_name[told[0]["username"]]["password"] is False
    assert {one["email"] for one in mine["pupils"]} >= {"lee@example.org"}
    assert by_name["pia"]["password"] is True
    # Without a password nobody gets in, and the answer is that of a name that isn't there.
    assert (await world.refusal(None, "people.sign_in", name=told[0]["username"], password="anything at all")).kind == "wrong_credentials"


async def test_all_or_none(world: World) -> None:
    before = await members(world)
    add = {"space": world.space, "school": world.gent, "group": "4B"}
    for pupils, kind, path in (
        ([{"name": "Fine"}, {"name": "Guessed", "username": "guessed"}], "username_guessable", "$.pupils[1].username"),
        ([{"name": "Fine"}, {"name": "Mail", "email": "bob@example.org"}], "address_taken", "$.pupils[1].email"),
        ([{"name": "Fine"}, {"name": "Mail", "email": "not one"}], "not_an_address", "$.pupils[1].email"),
        ([{"name": "Fine"}, {"name": "\u200b"}], "empty_text", "$.pupils[1].name"),
        ([{"name": "Twice", "username": "a-4b-x7k2"}, {"name": "T", "username": "a-4b-x7k2"}], "name_taken", "$.pupils[1].username"),
    ):
        error = await world.refusal("alice", "team.add_pupils", **add, pupils=pupils)
        assert isinstance(error, BadInput | Conflict)
        assert (error.kind, error.path) == (kind, path)
    assert (await world.refusal("alice", "team.add_pupils", **add, pupils=[{"name": "N"}] * 201)).kind == "bad_input"
    assert await members(world) == before


async def test_only_confirmed_teachers_of_the_school_add_its_pupils(world: World) -> None:
    add = {"space": world.space, "group": "", "pupils": [{"name": "Noor"}]}
    error = await world.refusal("bob", "team.add_pupils", **add, school=world.gent)  # an administrator, but of the other school
    assert isinstance(error, NotAllowed)
    assert [reason.code for reason in error.why] == ["pupils_by_confirmed_teachers"]
    assert isinstance(await world.refusal("pia", "team.add_pupils", **add, school=world.gent), NotAllowed)
    assert isinstance(await world.refusal("olga", "team.add_pupils", **add, school=world.gent), NotFound)
    await world.do("bob", "team.add_pupils", **add, school=world.batumi)


async def test_two_hundred_pupils_take_no_minute(world: World) -> None:
    pupils = [{"name": f"ნინო {'ბერიძე ' * 8}{number}"} for number in range(200)]
    began = time.perf_counter()
    await world.do("alice", "team.add_pupils", space=world.space, school=world.gent, group="4B", pupils=pupils)
    assert time.perf_counter() - began < 15
    assert sum(one["role"] == "pupil" for one in await members(world)) == 202


async def test_a_password_is_set_by_the_own_teachers_and_ends_what_was(world: World) -> None:
    pia = world["pia"]
    new = {"person": pia.id, "password": "three small otters 7"}
    for other in ("bob", "gerda", "milo"):
        error = await world.refusal(other, "pupil.set_password", **new)
        assert isinstance(error, NotAllowed), other
        assert [reason.code for reason in error.why] == ["pupils_by_own_teachers"]
    nobody = await world.refusal("olga", "pupil.set_password", **{**new, "person": new_id()})
    assert isinstance(nobody, NotFound)
    assert (await world.refusal("olga", "pupil.set_password", **new)).kind == nobody.kind
    assert isinstance(await world.refusal("alice", "pupil.set_password", **{**new, "person": world["gerda"].id}), NotAllowed)
    await world.do("alice", "pupil.set_password", **new)
    assert (await world.refusal("pia", "people.me")).kind == "signed_out"
    assert (await world.refusal(None, "people.sign_in", name="pia", password=password("pia"))).kind == "wrong_credentials"
    await world.do(None, "people.sign_in", name="pia", password=new["password"])


async def test_a_pupil_is_called_otherwise_everywhere(world: World) -> None:
    await world.do("alice", "pupil.change", person=world["pia"].id, name="Pia  De Smet", language="en")
    assert next(one for one in await members(world) if one["id"] == world["pia"].id)["name"] == "Pia De Smet"
    me = await world.ask("pia", "people.me")
    assert (me["person"]["name"], me["person"]["language"]) == ("Pia De Smet", "en")
    assert isinstance(await world.refusal("bob", "pupil.change", person=world["pia"].id, name="Other"), NotAllowed)
    assert isinstance(await world.refusal("olga", "pupil.change", person=world["pia"].id, name="Other"), NotFound)
    assert (await world.refusal("alice", "pupil.change", person=world["pia"].id)).kind == "nothing_to_change"


async def test_the_last_sign_in_is_a_day_and_for_the_staff(world: World) -> None:
    days = (await world.ask("bob", "team.last_seen", space=world.space))["days"]
    assert days == {}  # the cast came in with tokens, as programs do
    await world.do(None, "people.sign_in", name="pia", password=password("pia"))
    days = (await world.ask("bob", "team.last_seen", space=world.space))["days"]
    assert len(days[world["pia"].id]) == 10
    assert isinstance(await world.refusal("pia", "team.last_seen", space=world.space), NotAllowed)
    assert isinstance(await world.refusal("olga", "team.last_seen", space=world.space), NotFound)
