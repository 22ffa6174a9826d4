"""Guessing is held down in one place, whatever is guessed (safety S12): by name, by address, and over all."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlalchemy import insert, select, update
from starlette.requests import HTTPConnection

from tests.cast import World, enter, password
from tests.drivers import running
from tests.people.authenticators import Authenticator, code
from tests.people.doors import PIN
from tests.people.test_factors import call, first_step, with_app, with_passkey
from twinspace_server.errors import SignedOut, TooMany, TwinspaceError
from twinspace_server.identity import digest
from twinspace_server.ids import new as new_id
from twinspace_server.live.dispatch import Asker
from twinspace_server.live.rates import neighbourhood
from twinspace_server.people import knocks, throttle
from twinspace_server.people.cards import cards, pin_hash
from twinspace_server.storage.store import Db


async def test_what_is_tried_is_counted_apart_by_kind_and_together_by_address(world: World) -> None:
    settings, now = world.house.settings, world.clock()
    card, name = throttle.tried_for("x", "192.0.2.7", "card"), throttle.tried_for("x", "192.0.2.7")

    def fail(db: Db) -> None:
        for _ in range(10):
            throttle.failed(db, card, now)

    await world.write(fail)
    with pytest.raises(TooMany) as error:
        await world.house.store.read(lambda db: throttle.refuse(db, settings, card, now))
    assert (error.value.kind, error.value.retry_after) == ("too_many_tries", 3600)
    await world.house.store.read(lambda db: throttle.refuse(db, settings, name, now))
    once = throttle.tried_for("y", "192.0.2.8", "reset")
    await world.write(lambda db: throttle.failed(db, once, now))
    await world.house.store.read(lambda db: throttle.refuse(db, settings, once, now))
    with pytest.raises(TooMany):
        await world.house.store.read(lambda db: throttle.refuse(db, settings, once, now, most=1))
    for _ in range(8):
        await world.write(fail)
    await world.house.store.read(lambda db: throttle.refuse(db, settings, name, now))
    await world.write(fail)
    with pytest.raises(TooMany):
        await world.house.store.read(lambda db: throttle.refuse(db, settings, name, now))


async def test_nothing_that_is_kept_names_anybody(world: World) -> None:
    tried = throttle.tried_for("alice@example.org", "192.0.2.7", "reset")
    assert {len(part) for part in tried[:2]} == {64}
    assert "alice" not in repr(tried)


async def test_over_all_only_those_get_in_who_did_so_before(populated: tuple[str, World], tmp_path: Path) -> None:
    url, made = populated
    async with enter(url, tmp_path, made, SIGN_IN_TRIES_OVERALL="20") as world:
        assert "token" in await call(world, "people.sign_in", "198.51.100.1", name="pia", password=password("pia"), token=True)
        for number in range(20):
            wrong = await call(world, "people.sign_in", f"203.0.113.{number}", name=f"guess{number}", password="wrong")
            assert isinstance(wrong, SignedOut)
        stranger = await call(world, "people.sign_in", "203.0.113.99", name="milo", password=password("milo"))
        assert (type(stranger), stranger.kind) == (TooMany, "too_many_tries")
        assert "token" in await call(world, "people.sign_in", "198.51.100.1", name="pia", password=password("pia"), token=True)
        world.clock.forward(minutes=61)
        assert "token" in await call(world, "people.sign_in", "203.0.113.99", name="milo", password=password("milo"), token=True)


# -- every door where guessing pays ----------------------------------------------------------------------------------

SCHOOL, HOME = "198.51.100.1", "203.0.113.99"


class Guessed(NamedTuple):
    """A door: a wrong answer for somebody from an address, and the right one; both answer what `call` does."""

    wrong: Callable[["Inside", str], Awaitable[Any]]
    right: Callable[["Inside", str], Awaitable[Any]]


@dataclass
class Inside:
    """What the right ones know."""

    world: World
    card: str = ""
    secret: str = ""
    passkey: Authenticator | None = None
    """alice's; `stolen` says that it is hers and has another key."""
    stolen: Authenticator | None = None

    async def second(self, address: str) -> str:
        """A ticket of alice's, whose password is known."""
        return (await first_step(self.world, address=address)).ticket

    async def signed(self, key: Authenticator | None, address: str) -> Any:
        assert key is not None
        asked = await call(self.world, "people.begin_passkey", address)
        return await call(self.world, "people.sign_in_passkey", address, ticket=asked["ticket"], passkey=key.sign(asked["options"]))


async def inside(world: World) -> Inside:
    made = Inside(world, card=f"card-of-pia-{new_id()}")
    await world.write(lambda db: _card(db, world, made.card))
    made.secret, _ = await with_app(world)
    made.passkey = await with_passkey(world, "bob")
    made.stolen = Authenticator(made.passkey.origin, credential=made.passkey.credential)
    return made


def _card(db: Db, world: World, secret: str) -> None:
    db.execute(
        insert(cards),
        {
            "person": world["pia"].id, "secret_hash": digest(secret), "pin_hash": pin_hash(secret, PIN), "pin": "apart", "hours": None,
            "made_by": world["alice"].id, "made_at": world.clock(), "used_on": None,
        },
    )  # fmt: skip


async def _wrong_code(it: Inside, address: str) -> Any:
    return await call(it.world, "people.sign_in_second", address, ticket=await it.second(address), code="000000")


async def _right_code(it: Inside, address: str) -> Any:
    it.world.clock.forward(seconds=60)  # a code works once
    ticket = await it.second(address)
    return await call(it.world, "people.sign_in_second", address, ticket=ticket, code=code(it.secret, it.world.clock()))


GUESSED: dict[str, Guessed] = {
    "password": Guessed(
        lambda it, address: call(it.world, "people.sign_in", address, name="milo", password="wrong"),
        lambda it, address: call(it.world, "people.sign_in", address, name="milo", password=password("milo")),
    ),
    "card": Guessed(
        lambda it, address: call(it.world, "cards.sign_in", address, card=it.card, pin=PIN[::-1]),
        lambda it, address: call(it.world, "cards.sign_in", address, card=it.card, pin=PIN),
    ),
    "second step": Guessed(_wrong_code, _right_code),
    "passkey": Guessed(lambda it, address: it.signed(it.stolen, address), lambda it, address: it.signed(it.passkey, address)),
}


def told(answer: Any) -> str:
    """The code of a refusal, or "in"."""
    return "in" if isinstance(answer, dict) else str(answer.kind)


@pytest.mark.parametrize("door", GUESSED)
async def test_ten_an_hour_for_each_thing_that_is_guessed_from_wherever(world: World, door: str) -> None:
    it = await inside(world)
    for number in range(10):
        assert told(await GUESSED[door].wrong(it, f"192.0.2.{number}")).startswith("wrong_")
    right, wrong = await GUESSED[door].right(it, HOME), await GUESSED[door].wrong(it, HOME)
    assert isinstance(right, TooMany), "a right guess is told nothing"
    assert (told(right), right.path, right.args_) == (told(wrong), wrong.path, wrong.args_) == ("too_many_tries", None, {})
    world.clock.forward(hours=1, minutes=1)
    assert told(await GUESSED[door].right(it, HOME)) == "in"


@pytest.mark.parametrize("door", GUESSED)
async def test_an_address_that_guesses_is_refused_for_whatever_it_asks(populated: tuple[str, World], tmp_path: Path, door: str) -> None:
    url, made = populated
    async with enter(url, tmp_path, made, SIGN_IN_TRIES="20") as world:
        it = await inside(world)
        ticket = await it.second(SCHOOL)
        for number in range(20):
            assert told(await call(world, "people.sign_in", SCHOOL, name=f"guess{number}", password="wrong")) == "wrong_credentials"
        if door == "second step":
            world.clock.forward(seconds=60)
            right = await call(world, "people.sign_in_second", SCHOOL, ticket=ticket, code=code(it.secret, world.clock()))
        else:
            right = await GUESSED[door].right(it, SCHOOL)
        assert told(right) == "too_many_tries"
        assert told(await GUESSED[door].right(it, HOME)) == "in", "elsewhere it is nobody's fault"


@pytest.mark.parametrize("door", GUESSED)
async def test_over_all_nobody_new_gets_in_by_any_door(populated: tuple[str, World], tmp_path: Path, door: str) -> None:
    url, made = populated
    async with enter(url, tmp_path, made, SIGN_IN_TRIES_OVERALL="20") as world:
        it = await inside(world)
        assert told(await GUESSED[door].right(it, SCHOOL)) == "in"
        tickets = [await it.second(address) for address in (SCHOOL, HOME)]
        for number in range(20):
            await call(world, "people.sign_in", f"192.0.2.{number}", name=f"guess{number}", password="wrong")
        if door == "second step":
            world.clock.forward(seconds=60)
            for address, ticket, wanted in ((HOME, tickets[1], "too_many_tries"), (SCHOOL, tickets[0], "in")):
                given = code(it.secret, world.clock())
                assert told(await call(world, "people.sign_in_second", address, ticket=ticket, code=given)) == wanted
            return
        assert told(await GUESSED[door].right(it, HOME)) == "too_many_tries"
        assert told(await GUESSED[door].right(it, SCHOOL)) == "in", "has been met there"


@pytest.mark.parametrize("door", ["password", "card"])
async def test_of_many_at_once_the_right_one_does_not_overtake(world: World, door: str) -> None:
    """It would run in the lane of its own desk, past all the wrong ones."""
    it = await inside(world)
    answers = await asyncio.gather(*(GUESSED[door].wrong(it, HOME) for _ in range(59)), GUESSED[door].right(it, HOME))
    assert [told(answer) for answer in answers].count("too_many_tries") == 50
    assert told(answers[-1]) == "too_many_tries"


async def test_of_many_current_passwords_at_once_the_right_one_is_not_told(world: World) -> None:
    async def change(current: str) -> str:
        dispatcher = world.house.dispatcher
        params: Any = dispatcher.registry.commands["people.change_password"].params
        asker = Asker(world["alice"].who, HOME)
        try:
            await dispatcher.command("people.change_password", params(current=current, password="zon fiets kaas boom"), asker)
        except TwinspaceError as error:
            return error.kind
        return "in"

    answers = await asyncio.gather(*(change("wrong") for _ in range(30)), change(password("alice")))
    assert answers.count("wrong_current") == knocks.PER_NAME
    assert answers[-1] == "too_many_asked"


async def test_a_full_queue_counts_for_nobody(populated: tuple[str, World], tmp_path: Path) -> None:
    """Who is asked to come again has not failed."""
    url, made = populated
    async with enter(url, tmp_path, made, HASH_POOL="1", HASH_QUEUE="1") as world:
        answers = await asyncio.gather(*(call(world, "people.sign_in", HOME, name="milo", password="wrong") for _ in range(9)))
        kinds = [told(answer) for answer in answers]
        assert "busy" in kinds
        kept = await world.house.store.read(lambda db: db.execute(select(throttle.failures)).fetchall())
        assert len(kept) == kinds.count("wrong_credentials")


async def test_a_card_shown_before_its_hours_is_no_guess(world: World) -> None:
    it = await inside(world)
    soon = (datetime.now(UTC).weekday() + 3) % 7
    hours = json.dumps({"zone": "UTC", "week": [{"day": soon, "from": "08:00", "to": "09:00"}]})
    await world.write(lambda db: db.execute(update(cards).values(hours=hours)).rowcount)
    for _ in range(12):
        assert told(await GUESSED["card"].right(it, SCHOOL)) == "not_allowed"
    await world.write(lambda db: db.execute(update(cards).values(hours=None)).rowcount)
    assert told(await GUESSED["card"].right(it, SCHOOL)) == "in"


@pytest.mark.parametrize(
    ("method", "named"),
    [
        ("people.forgot", lambda n: {"name": f"somebody{n}@example.org"}),
        ("registration.begin", lambda n: {"email": f"somebody{n}@example.org", "username": "somebody", "password": "seven grey herons"}),
    ],
    ids=["forgotten", "registering"],
)
async def test_knocking_is_counted_by_name_by_address_and_over_all(
    world: World, monkeypatch: pytest.MonkeyPatch, method: str, named: Callable[[int], dict[str, Any]]
) -> None:
    monkeypatch.setattr(knocks, "PER_ADDRESS", 9)
    monkeypatch.setattr(knocks, "ALL", 20)
    for number in range(knocks.PER_NAME):
        assert told(await call(world, method, f"192.0.2.{number}", **named(0))) == "in"
    assert told(await call(world, method, HOME, **named(0))) == "too_many_asked"
    for number in range(9):
        assert told(await call(world, method, SCHOOL, **named(number + 1))) == "in"
    assert told(await call(world, method, SCHOOL, **named(99))) == "too_many_asked"
    for number in range(5):
        assert told(await call(world, method, f"192.0.2.{number}", **named(number + 50))) == "in"
    assert told(await call(world, method, "192.0.2.77", **named(77))) == "too_many_asked"


# -- who shares an address, and who does not -------------------------------------------------------------------------


async def test_nobody_elsewhere_shuts_a_class_out_by_its_names(world: World) -> None:
    for name in ("pia", "milo"):
        assert told(await call(world, "people.sign_in", SCHOOL, name=name, password=password(name))) == "in"
        for number in range(12):
            await call(world, "people.sign_in", f"192.0.2.{number}", name=name, password="wrong")
    for name in ("pia", "milo"):
        assert told(await call(world, "people.sign_in", HOME, name=name, password=password(name))) == "too_many_tries"
        assert told(await call(world, "people.sign_in", SCHOOL, name=name, password=password(name))) == "in"
    for _ in range(10):
        assert told(await call(world, "people.sign_in", SCHOOL, name="pia", password="wrong")) == "wrong_credentials"
    assert told(await call(world, "people.sign_in", SCHOOL, name="pia", password=password("pia"))) == "too_many_tries"
    assert told(await call(world, "people.sign_in", SCHOOL, name="milo", password=password("milo"))) == "in", "only who was guessed at"


async def test_twenty_wrong_passkeys_keep_nobody_elses_from_opening(world: World) -> None:
    it = await inside(world)
    origin = next(iter(world.house.settings.origins))
    for number in range(30):
        assert told(await it.signed(Authenticator(origin), f"192.0.2.{number}")) == "wrong_passkey"
    assert told(await it.signed(it.passkey, HOME)) == "in"


@pytest.mark.parametrize(
    ("host", "reckoned"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::9", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
        ("not:an:address", "not:an:address"),
    ],
)
def test_a_neighbourhood_is_an_address_and_of_ipv6_a_64(host: str, reckoned: str) -> None:
    scope: dict[str, Any] = {"type": "http", "client": (host, 1234), "headers": []}
    assert neighbourhood(HTTPConnection(scope)) == reckoned
    assert neighbourhood(HTTPConnection({**scope, "client": None})) == ""


async def test_behind_a_proxy_one_customer_with_many_addresses_is_one(populated: tuple[str, World], tmp_path: Path) -> None:
    """The raw protocol, from the front of a real program: an attacker has as many addresses of IPv6 as they like."""
    url, made = populated
    async with enter(url, tmp_path, made) as world:
        pass
    limits = {"SIGN_IN_TRIES": "12", "TRUSTED_PROXIES": "127.0.0.1"}
    async with running(url, tmp_path, world, **limits) as program, program.http() as client:

        async def attempt(name: str, word: str, address: str) -> tuple[int, str]:
            headers = {"X-Forwarded-For": address}
            answer = await client.post("/api/people.sign_in", json={"name": name, "password": word}, headers=headers, timeout=60)
            return answer.status_code, answer.json().get("code", "in")

        for number in range(12):
            assert await attempt(f"guess{number}", "wrong", f"2001:db8:1:2::{number:x}") == (401, "wrong_credentials")
        assert await attempt("milo", password("milo"), "2001:db8:1:2:ffff::1") == (429, "too_many_tries")
        assert await attempt("milo", password("milo"), "2001:db8:1:3::1") == (200, "in")
        for number in range(10):
            assert await attempt("pia", "wrong", f"2001:db8:{number:x}::1") == (401, "wrong_credentials")
        assert await attempt("pia", password("pia"), "198.51.100.8") == (429, "too_many_tries")
