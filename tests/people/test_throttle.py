"""Guessing is held down in one place, whatever is guessed (safety S12): by name, by address, and over all."""

from pathlib import Path

import pytest

from tests.cast import World, enter, password
from tests.people.test_factors import call
from twinspace_server.errors import SignedOut, TooMany
from twinspace_server.people import throttle
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
