"""Passwords and mail addresses: forgotten, changed, and what ends with them (SGN-04 to SGN-06, PRO-09)."""

import asyncio
from typing import Any

from tests.cast import World, password
from tests.people.post_office import Post, delivered, entered
from twinspace_server.errors import NotFound, SignedOut, TooMany, TwinspaceError
from twinspace_server.people import knocks

NEW = "zeven zebra's zingen zacht"


async def forgot(world: World, name: str = "alice") -> Post:
    await world.do(None, "people.forgot", name=name)
    return await delivered(world)


async def test_a_new_password_by_mail_ends_every_session(world: World) -> None:
    for name in ("alice", "ALICE ", "alice@example.org", "Alice@Example.org"):
        post = await forgot(world, name)
    assert len(post.to("alice@example.org")) == 4
    assert "alice" in post.text("alice@example.org"), "who forgot the user name finds it in the mail"
    token = post.token("alice@example.org")
    first = world["alice"].token
    answer = await world.do(None, "people.new_password", token=token, password=NEW)
    assert answer["username"] == "alice"
    assert await world.house.dispatcher.recognise(first) is None
    assert isinstance(await world.refusal("alice", "people.me"), SignedOut)
    assert (await world.refusal(None, "people.sign_in", name="alice", password=password("alice"))).kind == "wrong_credentials"
    await entered(world, "alice", NEW)
    assert (await world.refusal(None, "people.new_password", token=token, password=NEW)).kind == "link_dead"


async def test_a_pupil_who_has_no_password_yet_gets_one_by_mail(world: World) -> None:
    pupils = [{"name": "Lee", "email": "lee@example.org"}]
    await world.do("alice", "team.add_pupils", space=world.space, school=world.gent, group="4B", pupils=pupils)
    post = await forgot(world, "lee@example.org")
    answer = await world.do(None, "people.new_password", token=post.token("lee@example.org"), password=NEW)
    await entered(world, answer["username"], NEW)


async def test_only_the_newest_link_works_and_only_for_half_an_hour(world: World) -> None:
    first = (await forgot(world)).token("alice@example.org")
    second = (await forgot(world)).token("alice@example.org")
    assert (await world.refusal(None, "people.new_password", token=first, password=NEW)).kind == "link_dead"
    world.clock.forward(minutes=31)
    assert (await world.refusal(None, "people.new_password", token=second, password=NEW)).kind == "link_dead"


async def test_two_at_once_with_one_link_are_one(world: World) -> None:
    token = (await forgot(world)).token("alice@example.org")
    tries = [world.do(None, "people.new_password", token=token, password=f"{NEW} {number}") for number in range(3)]
    done = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(one, dict) for one in done) == 1
    assert {one.kind for one in done if isinstance(one, TwinspaceError)} == {"link_dead"}


async def test_what_is_no_new_password(world: World) -> None:
    token = (await forgot(world)).token("alice@example.org")
    for weak in ("password1234", "alicevermeulen", "1234567890"):
        error = await world.refusal(None, "people.new_password", token=token, password=weak)
        assert (error.kind, error.path) == ("weak_password", "$.password")
    await world.do(None, "people.new_password", token=token, password=NEW)  # a weak one has not used it up


async def test_changing_a_password_ends_the_others(world: World) -> None:
    kept = world["alice"]
    await world.sign_in("alice")
    other, world.people["alice"] = world["alice"], kept
    token = (await forgot(world)).token("alice@example.org")
    await world.do("alice", "people.change_password", current=password("alice"), password=NEW)
    assert (await world.ask("alice", "people.me"))["session"]["id"] == kept.session, "this one goes on"
    assert await world.house.dispatcher.recognise(other.token) is None
    post = await delivered(world)
    assert NEW not in post.text("alice@example.org")
    assert (await world.refusal(None, "people.new_password", token=token, password=NEW)).kind == "link_dead", "links of before are dead"
    await entered(world, "alice", NEW)


async def test_without_the_current_one_nothing_changes(world: World) -> None:
    for _ in range(knocks.PER_NAME):
        error = await world.refusal("alice", "people.change_password", current="not this one", password=NEW)
        assert (error.kind, error.path) == ("wrong_current", "$.current")
    error = await world.refusal("alice", "people.change_password", current=password("alice"), password=NEW)
    assert isinstance(error, TooMany), "a stolen session guesses no password"
    error = await world.refusal("bob", "people.change_password", current=password("bob"), password="bob lomidze")
    assert (error.kind, error.path) == ("weak_password", "$.password")
    await world.sign_in("alice")


async def test_a_pupil_may_choose_a_milder_one(world: World) -> None:
    await world.do("pia", "people.change_password", current=password("pia"), password="kikker 12 boom")
    await entered(world, "pia", "kikker 12 boom")


async def address_of(world: World, username: str) -> Any:
    return (await world.ask(username, "people.me"))["person"]["email"]


async def test_another_address_counts_when_its_link_is_opened(world: World) -> None:
    await world.do("alice", "people.change_address", password=password("alice"), email=" Alice@School.example ")
    post = await delivered(world)
    assert await address_of(world, "alice") == "alice@example.org"
    await world.do(None, "people.confirm_address", token=post.token("alice@school.example"))
    assert await address_of(world, "alice") == "alice@school.example"
    post = await delivered(world)
    assert len(post.to("alice@example.org")) == 1, "the old one is told"
    assert "school.example" not in post.text("alice@example.org")
    error = await world.refusal(None, "people.confirm_address", token=post.token("alice@school.example"))
    assert isinstance(error, NotFound)


async def test_an_address_that_somebody_has_answers_alike(world: World) -> None:
    told = []
    for email in ("bob@example.org", "nobody@example.org"):
        told.append(await world.do("alice", "people.change_address", password=password("alice"), email=email))
        post = await delivered(world)
    assert told == [{}, {}]
    assert "bob" in post.text("bob@example.org")
    assert "#" not in post.text("bob@example.org")
    assert await address_of(world, "bob") == "bob@example.org"


async def test_an_address_that_was_taken_meanwhile_is_nobodys_second(world: World) -> None:
    await world.do("alice", "people.change_address", password=password("alice"), email="shared@example.org")
    await world.do("bob", "people.change_address", password=password("bob"), email="shared@example.org")
    mails = (await delivered(world)).to("shared@example.org")
    tokens = [Post([("x", mail)]).token("x") for mail in mails]
    await world.do(None, "people.confirm_address", token=tokens[0])
    assert (await world.refusal(None, "people.confirm_address", token=tokens[1])).kind == "link_dead"


async def test_what_is_no_change_of_address(world: World) -> None:
    wrong = await world.refusal("alice", "people.change_address", password="not this one", email="new@example.org")
    assert (wrong.kind, wrong.path) == ("wrong_current", "$.password")
    wrong = await world.refusal("alice", "people.change_address", password=password("alice"), email="nobody")
    assert (wrong.kind, wrong.path) == ("not_an_address", "$.email")
    assert (await world.refusal("pia", "people.change_address", password=password("pia"), email="pia@example.org")).kind == "adults_only"
    assert (await delivered(world)).mails == []
