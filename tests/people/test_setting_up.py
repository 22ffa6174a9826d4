"""The first run: a code opens the set-up page, once; then there is no such thing. `create-admin` is as good."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import pytest_asyncio
from sqlalchemy import select

from tests.cast import HASHER, Clock, World, settings_for
from twinspace_server import app
from twinspace_server.errors import NotFound, TwinspaceError, UnknownMethod
from twinspace_server.identity import people
from twinspace_server.live.dispatch import Asker
from twinspace_server.people import arrangements, setting_up
from twinspace_server.people.setting_up import LETTERS, TRIES, TRIES_PER_ADDRESS, Offer, mark_of, new_code

CODE = "7KQ2-M9XR-T4HW-C6PB"
FINISH: dict[str, Any] = {
    "code": CODE, "organisation": "The schools of the rivers", "called": "Rivers", "approval": "none", "username": "olivia",
    "name": "Olivia Peeters", "email": "Olivia@Example.eu", "password": "stones along the Leie", "language": "nl",
}  # fmt: skip


async def start(world: World, code: str = CODE) -> bool:
    """What a start of the server does before anything else."""
    reply = await world.house.dispatcher.house("setup.offer", Offer(mark=mark_of(code)))
    return bool(reply.result["offered"])


@pytest_asyncio.fixture
async def nobody(database: str, tmp_path: Path) -> AsyncIterator[World]:
    """An installation that nobody runs yet, started."""
    now = Clock()
    async with app.assemble(settings_for(database, tmp_path), now=now, hasher=HASHER) as house:
        world = World(house, now)
        assert await start(world)
        yield world


async def ask_from(world: World, address: str, method: str, **params: Any) -> dict[str, Any]:
    """The same as `World.do` for nobody, from another address."""
    dispatcher = world.house.dispatcher
    answer = await dispatcher.ask(method, dispatcher.decode(method, msgspec.json.encode(params)), Asker(None, address))
    return answer.result


def test_a_code_can_be_copied_by_hand() -> None:
    codes = {new_code() for _ in range(100)}
    assert len(codes) == 100
    for code in codes:
        assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
        assert set(code) <= {*LETTERS, "-"}
    assert not set(LETTERS) & set("01OIL")
    assert mark_of("7kq2 m9xr t4hw c6pb") == mark_of(CODE)


async def test_with_the_code_somebody_runs_it(nobody: World) -> None:
    assert (await nobody.ask(None, "installation.about"))["needs_setup"] is True
    opened = await nobody.do(None, "setup.check", code=CODE.lower().replace("-", " "))
    assert (opened["called"], opened["mail"]["server"]) == ("TwinSpace", None)
    assert opened["mail"]["folder"] == str(nobody.house.settings.data_path / "mail")
    assert (await nobody.do(None, "setup.try_mail", code=CODE, email="olivia@example.eu"))["folder"] == opened["mail"]["folder"]
    (mail,) = (nobody.house.settings.data_path / "mail").glob("*.eml")
    assert "olivia@example.eu" in mail.read_text()
    assert await nobody.do(None, "setup.finish", **FINISH) == {"username": "olivia"}
    about = await nobody.ask(None, "installation.about")
    assert (about["needs_setup"], about["name"], about["organisation"]) == (False, "Rivers", "The schools of the rivers")
    signed_in = await nobody.do(None, "people.sign_in", name="olivia", password=FINISH["password"], token=True)
    assert signed_in["person"]["operator"] is True
    assert (signed_in["person"]["email"], signed_in["person"]["adult"]) == ("olivia@example.eu", True)

    def said(db: Any) -> dict[str, str]:
        return {name: arrangements.said(db, name) for name in ("approval", "setup_code")}

    assert await nobody.house.store.read(said) == {"approval": "none", "setup_code": ""}


async def test_afterwards_it_does_not_exist(nobody: World) -> None:
    await nobody.do(None, "setup.finish", **FINISH)
    for method, params in (("setup.check", {"code": CODE}), ("setup.try_mail", {"code": CODE, "email": "a@example.org"}),
                           ("setup.finish", {**FINISH, "username": "second", "email": "b@example.org"})):  # fmt: skip
        error = await nobody.refusal(None, method, **params)
        assert isinstance(error, NotFound)
    assert not await start(nobody), "no start offers a code again"
    assert isinstance(await nobody.refusal(None, "setup.check", code=CODE), NotFound)
    # Not even when the one who runs it is gone.
    await nobody.write(lambda db: db.execute(people.delete()))
    assert not await start(nobody)


async def test_where_there_is_none_a_wrong_code_is_told_the_same(world: World) -> None:
    errors = [await world.refusal(who, "setup.check", code=code) for who in (None, "olga", "pia", "nora") for code in (CODE, "x")]
    assert {type(error) for error in errors} == {NotFound}


async def test_of_two_at_once_one_is_quicker(nobody: World) -> None:
    async def finish(username: str) -> str:
        try:
            await nobody.do(None, "setup.finish", **{**FINISH, "username": username, "email": f"{username}@example.eu"})
        except TwinspaceError as error:
            return error.kind
        return "done"

    told = await asyncio.gather(*(finish(f"olivia{number}") for number in range(6)))
    assert sorted(told) == ["done"] + ["not_found"] * 5
    operators = await nobody.house.store.read(lambda db: db.execute(select(people.c.id).where(people.c.operator == 1)).all())
    assert len(operators) == 1


async def test_of_two_processes_one_is_quicker(tmp_path: Path, database: str) -> None:
    if database.startswith("sqlite"):
        pytest.skip("SQLite has one process")
    now = Clock()
    settings = settings_for(database, tmp_path)
    async with app.assemble(settings, now=now, hasher=HASHER) as one, app.assemble(settings, now=now, hasher=HASHER) as two:
        worlds = [World(one, now), World(two, now)]
        await start(worlds[0])

        async def finish(number: int) -> str:
            try:
                await worlds[number % 2].do(
                    None, "setup.finish", **{**FINISH, "username": f"olivia{number}", "email": f"o{number}@example.eu"}
                )
            except TwinspaceError as error:
                return error.kind
            return "done"

        assert sorted(await asyncio.gather(*map(finish, range(8)))) == ["done"] + ["not_found"] * 7


async def test_a_new_start_makes_the_old_code_worthless(nobody: World) -> None:
    assert await start(nobody, "AAAA-BBBB-CCCC-DDDD")
    assert (await nobody.refusal(None, "setup.check", code=CODE)).kind == "wrong_setup_code"
    await nobody.do(None, "setup.check", code="AAAA-BBBB-CCCC-DDDD")


async def test_guessing_is_held_down(nobody: World) -> None:
    for _ in range(TRIES_PER_ADDRESS):
        assert (await nobody.refusal(None, "setup.check", code="AAAA")).kind == "wrong_setup_code"
    error = await nobody.refusal(None, "setup.finish", **FINISH)
    assert (error.kind, error.status) == ("too_many_tries", 429)
    await ask_from(nobody, "192.0.2.77", "setup.check", code=CODE)
    for number in range(TRIES - TRIES_PER_ADDRESS):
        with pytest.raises(TwinspaceError):
            await ask_from(nobody, f"198.51.100.{number}", "setup.check", code="AAAA")
    with pytest.raises(TwinspaceError) as told:
        await ask_from(nobody, "192.0.2.78", "setup.check", code=CODE)
    assert told.value.kind == "too_many_tries"
    nobody.clock.forward(hours=1, seconds=1)
    await nobody.do(None, "setup.check", code=CODE)


async def test_a_wrong_code_costs_no_hash_and_sends_no_mail(nobody: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(*_: object) -> str:
        raise AssertionError("something was hashed")

    monkeypatch.setattr(nobody.house.dispatcher.tools.passwords, "chosen", never)
    assert (await nobody.refusal(None, "setup.finish", **{**FINISH, "code": "AAAA"})).kind == "wrong_setup_code"
    assert (await nobody.refusal(None, "setup.try_mail", code="AAAA", email="a@example.org")).kind == "wrong_setup_code"
    assert not (nobody.house.settings.data_path / "mail").exists()


async def test_what_it_does_not_take(nobody: World) -> None:
    refused: list[tuple[dict[str, str], str]] = [
        ({"username": "A B"}, "bad_input"),
        ({"email": "nobody"}, "not_an_address"),
        ({"password": "short"}, "bad_input"),
        ({"password": "olivia peeters"}, "weak_password"),
        ({"organisation": " "}, "bad_input"),
        ({"approval": "perhaps"}, "bad_input"),
    ]
    for changed, kind in refused:
        error = await nobody.refusal(None, "setup.finish", **{**FINISH, **changed})
        assert error.kind == kind or error.status == 400, changed
        assert await nobody.house.store.read(setting_up.is_open)
    await nobody.do(None, "setup.finish", **FINISH)


async def test_an_operator_from_the_command_line_is_as_good(nobody: World) -> None:
    adding: Any = nobody.house.dispatcher.registry.commands["people.add_operator"].params
    await nobody.house.dispatcher.house(
        "people.add_operator", adding(username="olivia", name="Olivia", password="stones along the Leie", adult=True)
    )
    assert isinstance(await nobody.refusal(None, "setup.check", code=CODE), NotFound)
    assert not await start(nobody)


async def test_nobody_can_offer_a_code_from_outside(nobody: World) -> None:
    assert isinstance(await nobody.refusal(None, "setup.offer", mark=mark_of(CODE)), UnknownMethod)
