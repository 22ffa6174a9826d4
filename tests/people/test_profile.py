"""Profile: names of adults, languages, and photos that only those see who may."""

import io
from typing import Any

import pytest
from PIL import Image

from tests.cast import World, picture
from tests.desk.test_mail import work
from tests.drivers import Server
from tests.test_erasure import done
from twinspace_server.errors import BadInput, NotAllowed, NotFound


async def show(world: World, who: str, side: int = 96) -> str:
    """A photo of somebody, set by themselves; answers its id."""
    upload = await world.upload(who, world[who].desk, "me.png", picture(side, side))
    portrait = (await world.do(who, "portrait.set", upload=upload))["person"]["portrait"]
    await work(world)
    return str(portrait)


async def seen(world: World, by: str, whose: str) -> str | None:
    members = (await world.do(by, "space.members", space=world.space))["members"]
    found = next(member for member in members if member["id"] == world[whose].id)["portrait"]
    return None if found is None else str(found)


async def test_a_name_reaches_every_space(world: World) -> None:
    answer = await world.do("bob", "profile.change", name="  Bob  Lomidze-Maes ", speaks=["ka", "en", "ka"])
    assert answer["person"]["name"] == "Bob Lomidze-Maes"
    assert (await world.do("bob", "profile.mine"))["speaks"] == ["en", "ka"]
    await work(world)
    members = (await world.do("pia", "space.members", space=world.space))["members"]
    assert "Bob Lomidze-Maes" in [member["name"] for member in members]


async def test_what_is_refused_and_rejected(world: World) -> None:
    error = await world.refusal("pia", "profile.change", name="Somebody Else")
    assert isinstance(error, NotAllowed)
    assert error.why[0].rule == "name_by_own_teachers" if hasattr(error.why[0], "rule") else error.why
    await world.do("pia", "profile.change", speaks=["nl"])
    assert (await world.refusal("bob", "profile.change", speaks=["xx"])).kind == "unknown_language"
    upload = await world.upload("bob", world["bob"].desk, "me.png", picture(90, 60))
    error = await world.refusal("bob", "portrait.set", upload=upload)
    assert (error.kind, isinstance(error, BadInput)) == ("portrait_not_square", True)
    assert isinstance(await world.refusal("olga", "portrait.set", upload=upload), NotFound)
    with pytest.raises(Exception, match="not_found"):
        await world.upload("olga", world["bob"].desk, "me.png", picture(90, 90))


async def test_a_pupils_photo_needs_consent_and_goes_with_it(world: World) -> None:
    portrait = await show(world, "pia")
    assert await seen(world, "bob", "pia") is None
    await world.do("alice", "consent.set", space=world.space, person=world["pia"].id, photo_inside=True)
    assert await seen(world, "bob", "pia") == portrait
    await world.do("alice", "consent.set", space=world.space, person=world["pia"].id, photo_inside=False)
    assert await seen(world, "bob", "pia") is None


async def test_only_fellow_members_get_the_bytes(server: Server) -> None:
    world = server.world
    alices, pias = await show(world, "alice"), await show(world, "pia")

    async def status(who: str | None, portrait: str) -> int:
        async with server.http(who) as client:
            answer = await client.get(f"/faces/{portrait}")
            if answer.status_code == 200:
                assert Image.open(io.BytesIO(answer.content)).size == (96, 96)
                assert "private" in answer.headers["cache-control"]
            return int(answer.status_code)

    assert [await status(who, alices) for who in ("alice", "bob", "milo", "olga", None)] == [200, 200, 200, 404, 401]
    assert [await status(who, pias) for who in ("pia", "bob", "olga")] == [200, 404, 404]
    assert await status("bob", "nothing") == 404
    await world.do("bob", "space.remove_member", space=world.space, person=world["milo"].id)
    assert await status("milo", alices) == 404
    again = await show(world, "alice", 64)
    assert [await status("alice", alices), again != alices] == [404, True]
    await world.do("alice", "portrait.drop")
    assert await status("alice", again) == 404


async def test_a_photo_is_erased_with_its_person(world: World, tmp_path: Any) -> None:
    await show(world, "pia")
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    await world.do("alice", "erasure.ask", person=world["pia"].id, username="pia", choice="former")
    await done(world, world["pia"].id)
    assert not [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
