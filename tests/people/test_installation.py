"""Those who run the installation: what they see of it, whom they find, let in and shut out. For everybody else there is nothing of it."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cast import World, enter, populated_database
from tests.desk.test_mail import work
from tests.drivers import Server
from twinspace_server.people.attachments import attach, schools_of, teaches


async def found(world: World, text: str) -> list[dict[str, Any]]:
    return list((await world.ask("nora", "accounts.find", text=text))["accounts"])


async def test_how_it_stands(world: World) -> None:
    told = await world.ask("nora", "installation.state")
    assert (told["adults"], told["pupils"], told["schools"], told["spaces"]) == (5, 2, 2, 2)
    assert (told["approval"], told["called"], told["mail"]["server"]) == ("support", "TwinSpace", None)
    assert "postgresql://" not in str(told)
    await world.do("nora", "installation.arrange", called="Rivers", organisation="The ministry", approval="none")
    about = await world.ask(None, "installation.about")
    assert (about["name"], about["organisation"]) == ("Rivers", "The ministry")
    assert (await world.ask("nora", "installation.state"))["approval"] == "none"
    assert (await world.refusal("nora", "installation.arrange", called=" ", organisation="x", approval="none")).status == 400


async def test_a_demo_offers_its_own_people_and_nobody_who_came_since(tmp_path: Path) -> None:
    """A class that somebody pasted into a demo is not read out to whoever opens it; the desks are, or nobody finds them."""
    told = [{"name": "nora", "role": "operator"}, {"name": "pia", "role": "pupil"}, {"name": "left", "role": "pupil"}]
    async with populated_database("sqlite", tmp_path) as (url, cast), enter(url, tmp_path, cast, DEMO="true") as world:
        assert (await world.ask(None, "installation.about"))["demo_people"] == []
        (world.house.settings.data_path / "demo.json").write_text(json.dumps({"people": told}))
        people = (await world.ask(None, "installation.about"))["demo_people"]
    assert {one["username"]: (one["role"], one["school"]) for one in people} == {
        "nora": ("operator", None), "pia": ("pupil", "De Waterlelie"),
    }  # fmt: skip


async def test_accounts_are_found_by_name_and_whole_address(world: World) -> None:
    assert [one["username"] for one in await found(world, "ali")] == ["alice"]
    assert [one["username"] for one in await found(world, "beridze")] == ["milo"]
    assert [one["username"] for one in await found(world, "bob@example.org")] == ["bob"]
    assert await found(world, "bob@example") == []
    assert await found(world, "%%") == []
    (alice,) = await found(world, "alice")
    assert [(one["name"], one["state"]) for one in alice["schools"]] == [("De Waterlelie", "confirmed")]
    assert "password" not in str(alice)


async def test_who_is_shut_out_is_out_everywhere_and_stays_out(world: World) -> None:
    answer = await world.do("nora", "accounts.block", person=world["milo"].id)
    assert answer["account"]["blocked"] is True
    for method in ("people.me", "spaces.mine"):
        assert (await world.refusal("milo", method)).kind == "signed_out"
    error = await world.refusal(None, "people.sign_in", name="milo", password=world["milo"].password)
    assert (error.kind, error.status) == ("account_blocked", 401)
    wrong = await world.refusal(None, "people.sign_in", name="milo", password="not the password")
    assert wrong.kind == "wrong_credentials", "a guesser does not learn that the account is shut"
    await world.do("pia", "people.me")
    await world.do("nora", "accounts.unblock", person=world["milo"].id)
    await world.sign_in("milo")
    await world.do("milo", "people.me")


async def test_nobody_shuts_out_themselves_or_nobody(world: World) -> None:
    assert (await world.refusal("nora", "accounts.block", person=world["nora"].id)).kind == "not_your_own_account"
    assert (await world.refusal("nora", "accounts.block", person="nobody")).kind == "not_found"
    assert (await world.refusal("nora", "accounts.unblock", person="nobody")).kind == "unknown_person"


async def test_open_windows_of_whom_is_shut_out_close_at_once(server: Server) -> None:
    world = server.world
    async with server.live("milo") as milo:
        await milo.listen(world.space)
        await world.do("nora", "accounts.block", person=world["milo"].id)
        assert await milo.ended() == 4001


async def test_a_grown_up_gets_an_account_and_a_link(world: World) -> None:
    await world.do("nora", "accounts.invite", username="irakli", name="Irakli Shengelia", email="Irakli@example.org", language="en")
    await work(world)
    (mail,) = (world.house.settings.data_path / "mail").glob("*.eml")
    assert "/new-password#" in mail.read_text()
    (irakli,) = await found(world, "irakli@example.org")
    assert (irakli["adult"], irakli["operator"], irakli["used_at"]) == (True, False, None)
    for username, email, code in (("irakli", "x@example.org", "name_taken"), ("tamar", "irakli@example.org", "address_taken"),
                                  ("tamar", "nobody", "not_an_address")):  # fmt: skip
        assert (await world.refusal("nora", "accounts.invite", username=username, name="T", email=email)).kind == code
    await world.do("nora", "accounts.send_link", person=irakli["id"])
    assert (await world.refusal("nora", "accounts.send_link", person=world["pia"].id)).kind == "adults_only"


async def test_a_claim_is_confirmed_or_refused(world: World) -> None:
    olga, gent = world["olga"].id, world.gent
    await world.write(lambda db: attach(db, olga, gent, "claimed", by=olga, at=world.clock()))
    (claim,) = (await world.ask("nora", "schools.claimed"))["claims"]
    assert (claim["name"], claim["school_name"], claim["country"]) == ("Olga Kask", "De Waterlelie", "BE")
    pia = world["pia"].id
    assert not await world.house.store.read(lambda db: teaches(db, olga, pia))
    await world.do("nora", "schools.attach", school=gent, person=olga)
    assert await world.house.store.read(lambda db: teaches(db, olga, pia))
    await world.do("nora", "schools.detach", school=gent, person=olga)
    assert not await world.house.store.read(lambda db: teaches(db, olga, pia))
    assert await world.house.store.read(lambda db: schools_of(db, olga)) == {gent: "refused"}
    assert (await world.ask("nora", "schools.claimed"))["claims"] == []
    assert (await world.refusal("nora", "schools.detach", school=world.batumi, person=olga)).kind == "not_found"


async def test_the_register_of_schools(world: World) -> None:
    told = await world.ask("nora", "schools.list")
    assert [(one["school"]["name"], one["adults"], one["pupils"]) for one in told["schools"]] == [
        ("De Waterlelie", 1, 1), ("Batumi School No. 3", 1, 1),
    ]  # fmt: skip
    assert [one["school"]["town"] for one in (await world.ask("nora", "schools.list", text="batu"))["schools"]] == ["Batumi"]
    after = told["schools"][0]["school"]["id"]
    assert len((await world.ask("nora", "schools.list", after=after))["schools"]) == 1


@pytest.mark.parametrize("username", ["alice", "pia", "olga"])
async def test_nobody_else_runs_it(world: World, username: str) -> None:
    for method, params in (("installation.state", {}), ("outgoing.state", {}), ("accounts.find", {"text": "alice"}),
                           ("accounts.block", {"person": world["milo"].id}), ("schools.claimed", {}), ("support.staff", {}),
                           ("accounts.invite", {"username": "x1", "name": "X", "email": "x@example.org"})):  # fmt: skip
        assert (await world.refusal(username, method, **params)).kind == "not_allowed"
    assert (await world.ask("nora", "accounts.find", text="x1"))["accounts"] == []


async def test_a_hanging_mail_server_does_not_hold_up_other_work(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten mails hang; a letter's bell, a job too, rings all the same."""
    from twinspace_server import mail as letterbox

    hangs = asyncio.Event()
    loop = asyncio.get_running_loop()

    def deliver(*_: object) -> None:
        asyncio.run_coroutine_threadsafe(hangs.wait(), loop).result(20)

    monkeypatch.setattr(letterbox, "deliver", deliver)
    world = server.world
    for number in range(10):
        await world.do("nora", "accounts.invite", username=f"irakli{number}", name="Irakli", email=f"i{number}@example.org")
    await asyncio.sleep(0.3)
    async with server.live("bob") as bob:
        await bob.listen(world["bob"].desk)
        await world.do("alice", "letters.send", space=world.space, to=[f"person:{world['bob'].id}"], subject="Hello", text="Hello Bob")
        await bob.wait_for("bell.rang")
    hangs.set()
