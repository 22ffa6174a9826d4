"""The second step: codes, passkeys, recovery codes; what a guesser, a thief of a session and a pupil get of it (SGN-02, S12)."""

import asyncio
from typing import Any

from sqlalchemy import select

from tests.cast import World, password
from tests.people.authenticators import Authenticator, code
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, SignedOut, TooMany, TwinspaceError
from twinspace_server.identity import by_token
from twinspace_server.jobs import jobs
from twinspace_server.live.dispatch import Asker
from twinspace_server.people import factors, tickets
from twinspace_server.storage.tables import metadata


async def call(world: World, method: str, address: str = "192.0.2.7", /, **params: Any) -> Any:
    """A call without a session from an address; the answer or the error."""
    dispatcher = world.house.dispatcher
    try:
        return (await dispatcher.command(method, dispatcher.registry.commands[method].params(**params), Asker(None, address))).result
    except TwinspaceError as error:
        return error


async def first_step(world: World, username: str = "alice", address: str = "192.0.2.7") -> factors.Second:
    """The password is right; what is still asked."""
    told = await call(world, "people.sign_in", address, name=username, password=password(username), token=True)
    assert isinstance(told, dict), told
    assert "token" not in told
    second: factors.Second = told["second"]
    return second


async def with_app(world: World, username: str = "alice") -> tuple[str, list[str]]:
    """Somebody adds an authenticator app; its secret and the recovery codes. The code that proved it is used up."""
    secret = (await world.do(username, "people.begin_app"))["secret"]
    told = await world.do(username, "people.add_app", code=code(secret, world.clock()))
    world.clock.forward(seconds=60)
    return secret, told["codes"]


async def with_passkey(world: World, username: str = "alice") -> Authenticator:
    """Somebody adds a passkey."""
    origin = next(iter(world.house.settings.origins))
    mine = Authenticator(origin)
    asked = await world.do(username, "people.begin_adding_passkey")
    await world.do(username, "people.add_passkey", ticket=asked["ticket"], passkey=mine.make(asked["options"]), name="My laptop")
    return mine


# -- an authenticator app --------------------------------------------------------------------------------------------


async def test_an_app_counts_after_a_code_and_then_the_password_alone_lets_nobody_in(world: World) -> None:
    begun = await world.do("alice", "people.begin_app")
    assert begun["address"].startswith("otpauth://totp/TwinSpace:alice?secret=")
    assert isinstance(await call(world, "people.sign_in", name="alice", password=password("alice")), dict)
    assert (await world.ask("alice", "people.factors"))["factors"] == []
    error = await world.refusal("alice", "people.add_app", code=code(begun["secret"], world.clock(), 5))
    assert (error.kind, error.path) == ("wrong_code", "$.code")
    told = await world.do("alice", "people.add_app", code=code(begun["secret"], world.clock()))
    assert told["factor"]["type"] == "app"
    assert len(set(told["codes"])) == 10
    listed = await world.ask("alice", "people.factors")
    assert [(one["type"], one["left"]) for one in listed["factors"]] == [("app", None), ("recovery", 10)]
    assert (await world.refusal("alice", "people.begin_app")).kind == "app_is_there"
    second = await first_step(world)
    assert second.ways == ["code", "recovery"]
    assert second.options is None


async def test_a_code_lets_in_once_and_its_neighbours_count(world: World) -> None:
    secret, _ = await with_app(world)
    second = await first_step(world)
    now = code(secret, world.clock())
    told = await call(world, "people.sign_in_second", ticket=second.ticket, code=now[:3] + " " + now[3:])
    assert told["token"].startswith("tws_")
    again = await call(world, "people.sign_in_second", ticket=second.ticket, code=now)
    assert (type(again), again.kind) == (SignedOut, "sign_in_over"), "a ticket is for one use"
    second = await first_step(world)
    again = await call(world, "people.sign_in_second", ticket=second.ticket, code=now)
    assert (type(again), again.kind) == (SignedOut, "wrong_code"), "a code works once"
    earlier = await call(world, "people.sign_in_second", ticket=second.ticket, code=code(secret, world.clock(), -1))
    assert earlier.kind == "wrong_code", "what was before a used one, too"
    assert "token" in await call(world, "people.sign_in_second", ticket=second.ticket, code=code(secret, world.clock(), 1))
    world.clock.forward(minutes=5)
    second = await first_step(world)
    for away in (-2, 2):
        assert (
            await call(world, "people.sign_in_second", ticket=second.ticket, code=code(secret, world.clock(), away))
        ).kind == "wrong_code"


async def test_one_code_lets_in_one_of_many_at_once(world: World) -> None:
    secret, _ = await with_app(world)
    seconds = [await first_step(world) for _ in range(5)]
    now = code(secret, world.clock())
    answers = await asyncio.gather(*(call(world, "people.sign_in_second", ticket=one.ticket, code=now) for one in seconds))
    assert sum(isinstance(answer, dict) for answer in answers) == 1


async def test_a_ticket_is_short_lived_bound_to_its_address_and_kept_as_a_hash(world: World) -> None:
    secret, _ = await with_app(world)
    second = await first_step(world)
    rows = await world.house.store.read(lambda db: repr(db.execute(select(tickets.tickets)).fetchall()))
    assert second.ticket not in rows
    elsewhere = await call(world, "people.sign_in_second", "192.0.2.8", ticket=second.ticket, code=code(secret, world.clock()))
    assert elsewhere.kind == "sign_in_over"
    world.clock.forward(minutes=11)
    assert (await call(world, "people.sign_in_second", ticket=second.ticket, code=code(secret, world.clock()))).kind == "sign_in_over"
    for none in ("x", "a\0b"):
        assert (await call(world, "people.sign_in_second", ticket=none, code="123456")).kind == "sign_in_over"


async def test_the_second_step_is_throttled_whoever_tries_and_with_whatever_ticket(world: World) -> None:
    secret, codes = await with_app(world)
    second = await first_step(world)
    for number in range(5):
        assert (await call(world, "people.sign_in_second", ticket=second.ticket, code=f"00000{number}")).kind == "wrong_code"
    assert (await call(world, "people.sign_in_second", ticket=second.ticket, code="000009")).kind == "sign_in_over", (
        "five, and it is torn up"
    )
    for number in range(5):
        second = await first_step(world, address=f"198.51.100.{number}")
        wrong = await call(world, "people.sign_in_second", f"198.51.100.{number}", ticket=second.ticket, recovery="wrong-wrong-wrong-wrong")
        assert wrong.kind == "wrong_code"
    second = await first_step(world, address="203.0.113.5")
    for given in ({"code": code(secret, world.clock())}, {"recovery": codes[0]}):
        assert isinstance(await call(world, "people.sign_in_second", "203.0.113.5", ticket=second.ticket, **given), TooMany)


async def test_a_recovery_code_works_once_and_a_mail_says_so(world: World) -> None:
    _, codes = await with_app(world)
    second = await first_step(world)
    given = codes[3].upper().replace("-", " ")
    assert "token" in await call(world, "people.sign_in_second", ticket=second.ticket, recovery=given)
    second = await first_step(world)
    assert (await call(world, "people.sign_in_second", ticket=second.ticket, recovery=codes[3])).kind == "wrong_code"
    listed = (await world.ask("alice", "people.factors"))["factors"]
    assert listed[-1]["left"] == 9
    waiting = await world.house.store.read(lambda db: repr(db.execute(select(jobs)).fetchall()))
    assert "recovery-used" in waiting
    assert "alice@" not in waiting
    new = (await world.do("alice", "people.renew_codes"))["codes"]
    second = await first_step(world)
    assert (await call(world, "people.sign_in_second", ticket=second.ticket, recovery=codes[0])).kind == "wrong_code"
    assert "token" in await call(world, "people.sign_in_second", ticket=second.ticket, recovery=new[0])


async def test_no_recovery_code_is_kept_in_clear(world: World) -> None:
    _, codes = await with_app(world)

    def everything(db: Any) -> str:
        return repr([tuple(row) for table in metadata.sorted_tables for row in db.execute(select(table))])

    kept = await world.house.store.read(everything)
    for one in codes:
        assert one not in kept
        assert one.replace("-", "") not in kept


# -- passkeys --------------------------------------------------------------------------------------------------------


async def test_a_passkey_is_a_second_step(world: World) -> None:
    mine = await with_passkey(world)
    second = await first_step(world)
    assert second.ways == ["passkey", "recovery"]
    assert second.options is not None
    for wrong in (
        mine.sign(second.options, origin="https://evil.example"),
        Authenticator(mine.origin).sign(second.options),
        "{}",
        '{"id": "a\\u0000b"}',
    ):
        assert (await call(world, "people.sign_in_second", ticket=second.ticket, passkey=wrong)).kind == "wrong_code"
    assert "token" in await call(world, "people.sign_in_second", ticket=second.ticket, passkey=mine.sign(second.options))
    replayed = await first_step(world)
    assert (await call(world, "people.sign_in_second", ticket=replayed.ticket, passkey=mine.sign(second.options))).kind == "wrong_code"


async def test_somebody_elses_passkey_is_no_second_step(world: World) -> None:
    await with_passkey(world)
    hers = await with_passkey(world, "olga")
    second = await first_step(world)
    assert second.options is not None
    assert (await call(world, "people.sign_in_second", ticket=second.ticket, passkey=hers.sign(second.options))).kind == "wrong_code"


async def test_a_passkey_signs_in_alone(world: World) -> None:
    mine = await with_passkey(world)
    asked = await call(world, "people.begin_passkey")
    told = await call(world, "people.sign_in_passkey", ticket=asked["ticket"], passkey=mine.sign(asked["options"]), token=True)
    assert told["person"].id == world["alice"].id
    token, now = told["token"], world.clock()
    assert await world.house.store.read(lambda db: by_token(db, token, now)) is not None
    signed = mine.sign(asked["options"])
    assert (await call(world, "people.sign_in_passkey", ticket=asked["ticket"], passkey=signed)).kind == "sign_in_over", "once"
    asked = await call(world, "people.begin_passkey")
    cloned = Authenticator(mine.origin, mine.key, mine.credential, count=0)
    assert (
        await call(world, "people.sign_in_passkey", ticket=asked["ticket"], passkey=cloned.sign(asked["options"]))
    ).kind == "wrong_passkey"
    asked = await call(world, "people.begin_passkey")
    mine.verifies = False
    unverified = await call(world, "people.sign_in_passkey", ticket=asked["ticket"], passkey=mine.sign(asked["options"]))
    assert unverified.kind == "wrong_passkey", "alone it must have asked for a finger or a PIN"
    asked = await call(world, "people.begin_passkey")
    stranger = await call(
        world, "people.sign_in_passkey", ticket=asked["ticket"], passkey=Authenticator(mine.origin).sign(asked["options"])
    )
    assert stranger.kind == "wrong_passkey"


async def test_a_passkey_is_added_once_and_by_whom_it_was_asked(world: World) -> None:
    mine = await with_passkey(world)
    asked = await world.do("olga", "people.begin_adding_passkey")
    taken = await world.refusal("olga", "people.add_passkey", ticket=asked["ticket"], passkey=mine.make(asked["options"]), name="x")
    assert taken.kind == "wrong_passkey"
    asked = await world.do("olga", "people.begin_adding_passkey")
    other = Authenticator(mine.origin)
    error = await world.refusal("bob", "people.add_passkey", ticket=asked["ticket"], passkey=other.make(asked["options"]), name="x")
    assert error.kind == "began_too_long_ago"
    foreign = Authenticator("https://evil.example")
    error = await world.refusal("olga", "people.add_passkey", ticket=asked["ticket"], passkey=foreign.make(asked["options"]), name="x")
    assert error.kind == "wrong_passkey"


# -- who may, and what a stolen session may not ----------------------------------------------------------------------


async def test_pupils_have_no_second_step(world: World) -> None:
    for method in ("people.begin_app", "people.begin_adding_passkey", "people.renew_codes"):
        error = await world.refusal("pia", method)
        assert (type(error), error.kind) == (NotAllowed, "adults_only")
    assert (await world.ask("pia", "people.factors")) == {"factors": [], "may": False, "fresh": True}


async def test_a_found_session_can_not_make_itself_at_home(world: World) -> None:
    await with_app(world)
    world.clock.forward(minutes=20)
    for method in ("people.begin_adding_passkey", "people.renew_codes"):
        assert (await world.refusal("alice", method)).kind == "confirm_first"
    assert (await world.refusal("alice", "people.create_token", name="x", days=1)).kind == "confirm_first"
    assert (await world.refusal("bob", "people.begin_app")).kind == "confirm_first", "nor can one of somebody who has none yet"
    assert (await world.do("bob", "people.create_token", name="x", days=1))["token"]
    error = await world.refusal("bob", "people.confirm", password="wrong")
    assert (type(error), error.kind, error.path) == (BadInput, "wrong_password", "$.password")
    await world.do("bob", "people.confirm", password=password("bob"))
    await world.do("bob", "people.begin_app")


async def test_a_token_asks_for_the_factor(world: World) -> None:
    secret, codes = await with_app(world)
    world.clock.forward(minutes=20)
    assert (await world.refusal("alice", "people.confirm", password=password("alice"))).kind == "wrong_code", "the password is not enough"
    await world.do("alice", "people.confirm", code=code(secret, world.clock()))
    assert (await world.do("alice", "people.create_token", name="x", days=1))["token"]
    world.clock.forward(minutes=20)
    await world.do("alice", "people.confirm", recovery=codes[0])
    assert (await world.do("alice", "people.create_token", name="x", days=1))["token"]


async def test_a_passkey_confirms(world: World) -> None:
    mine = await with_passkey(world)
    world.clock.forward(minutes=20)
    asked = await world.do("alice", "people.begin_passkey")
    hers = await world.do("olga", "people.begin_passkey")
    error = await world.refusal("alice", "people.confirm", ticket=hers["ticket"], passkey=mine.sign(hers["options"]))
    assert error.kind == "wrong_code", "asked of somebody else"
    await world.do("alice", "people.confirm", ticket=asked["ticket"], passkey=mine.sign(asked["options"]))
    assert (await world.ask("alice", "people.factors"))["fresh"]


async def test_a_factor_is_taken_away_with_the_password_and_a_mail(world: World) -> None:
    await with_app(world)
    (app,) = [one["id"] for one in (await world.ask("alice", "people.factors"))["factors"] if one["type"] == "app"]
    error = await world.refusal("alice", "people.remove_factor", factor=app, password="wrong")
    assert (error.kind, error.path) == ("wrong_password", "$.password")
    for username in ("olga", "bob", "pia"):
        refused = await world.refusal(username, "people.remove_factor", factor=app, password=password(username))
        assert isinstance(refused, NotFound)
    await world.do("alice", "people.remove_factor", factor=app, password=password("alice"))
    assert (await world.ask("alice", "people.factors"))["factors"] == [], "recovery codes go with the last one"
    assert "token" in await call(world, "people.sign_in", name="alice", password=password("alice"), token=True)
    waiting = await world.house.store.read(lambda db: repr(db.execute(select(jobs)).fetchall()))
    assert "factor-removed" in waiting
    error = await world.refusal("alice", "people.renew_codes")
    assert error.kind == "nothing_to_recover"
    error = await world.refusal("alice", "people.add_app", code="123456")
    assert (type(error), error.kind) == (Conflict, "begin_first")


async def test_the_password_of_a_removal_can_not_be_guessed_either(world: World) -> None:
    await with_app(world)
    (app,) = [one["id"] for one in (await world.ask("alice", "people.factors"))["factors"] if one["type"] == "app"]
    for _ in range(10):
        assert (await world.refusal("alice", "people.remove_factor", factor=app, password="wrong")).kind == "wrong_password"
    assert isinstance(await world.refusal("alice", "people.remove_factor", factor=app, password=password("alice")), TooMany)


async def test_who_signs_in_may_be_another_than_the_browser_still_knows(world: World) -> None:
    dispatcher = world.house.dispatcher
    params: Any = dispatcher.registry.commands["people.sign_in"].params
    asked = params(name="bob", password=password("bob"), token=True)
    told = (await dispatcher.command("people.sign_in", asked, Asker(world["alice"].who, "192.0.2.7"))).result
    assert told["person"].id == world["bob"].id
