"""The picture of a space: set and taken away by administrators, seen by its members alone, gone with the space or with who brought it."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.cast import World, picture
from tests.drivers import Server
from tests.spaces.test_retention import sweep
from tests.test_erasure import done
from twinspace_server import app
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound

GPS = 0x8825


async def show(world: World, who: str = "alice", content: bytes | None = None) -> str:
    """A picture over the space; answers its id."""
    upload = await world.upload(who, world.space, "rivers.jpg", content or photo())
    return str((await world.do(who, "space.set_cover", space=world.space, upload=upload))["space"]["cover"])


def photo(width: int = 600, height: int = 200) -> bytes:
    """A JPEG that tells where it was taken."""
    out, exif = io.BytesIO(), Image.Exif()
    exif.get_ifd(GPS)[1] = "N"
    exif[0x010F] = "Camera of the Kingfisher"
    Image.open(io.BytesIO(picture(width, height))).convert("RGB").save(out, "JPEG", exif=exif)
    return out.getvalue()


def kept(directory: Path) -> list[Path]:
    return [path for path in (directory / "files").rglob("*") if path.is_file()]


async def told(world: World, who: str) -> Any:
    spaces = (await world.do(who, "spaces.mine"))["spaces"]
    return next(one["space"]["cover"] for one in spaces if one["space"]["id"] == world.space)


async def test_an_administrator_shows_a_picture_and_everybody_is_told(server: Server) -> None:
    world = server.world
    assert await told(world, "milo") is None
    async with server.live("pia") as pia:
        await pia.listen(world.space)
        first = await show(world)
        event = await pia.wait_for("space.changed")
        assert [one["cover"] for one in event["put"] if one["kind"] == "space"] == [first]
        assert await told(world, "milo") == first
        other = await show(world, "bob")
        assert other != first
        answer = await world.do("alice", "space.drop_cover", space=world.space)
        assert answer["space"]["cover"] is None
    assert await told(world, "milo") is None


async def test_only_those_who_read_the_space_get_the_bytes(server: Server) -> None:
    world = server.world
    cover = await show(world)

    async def ask(who: str | None, cover: str = cover) -> Any:
        async with server.http(who) as client:
            return await client.get(f"/covers/{cover}")

    got = await ask("pia")
    assert (got.status_code, got.headers["content-type"]) == (200, "image/jpeg")
    assert "private" in got.headers["cache-control"]
    assert b"Kingfisher" not in got.content
    assert Image.open(io.BytesIO(got.content)).size == (600, 200)
    assert not Image.open(io.BytesIO(got.content)).getexif()
    assert [(await ask(who)).status_code for who in ("gerda", "olga", "nora", None)] == [200, 404, 404, 401]
    assert (await ask("alice", "nothing")).status_code == 404
    await world.do("bob", "space.remove_member", space=world.space, person=world["milo"].id)
    assert (await ask("milo")).status_code == 404
    await world.do("alice", "space.close", space=world.space)
    assert (await ask("pia")).status_code == 200
    await world.do("alice", "space.reopen", space=world.space)
    await world.do("alice", "space.drop_cover", space=world.space)
    assert (await ask("alice")).status_code == 404


async def test_who_may_not(world: World) -> None:
    upload = await world.upload("alice", world.space, "rivers.jpg", photo())
    for who, kind in (("pia", NotAllowed), ("gerda", NotAllowed), ("olga", NotFound)):
        for method, more in (("space.set_cover", {"upload": upload}), ("space.drop_cover", {})):
            assert isinstance(await world.refusal(who, method, space=world.space, **more), kind), (who, method)
    with pytest.raises(Conflict, match="no_files_here"):
        await world.upload("pia", world.space, "rivers.jpg", photo())
    with pytest.raises(NotFound):
        await world.upload("olga", world.space, "rivers.jpg", photo())
    assert isinstance(await world.refusal("bob", "space.set_cover", space=world.space, upload=upload), NotFound), "it is alice's"
    await world.do("alice", "space.close", space=world.space)
    assert isinstance(await world.refusal("alice", "space.set_cover", space=world.space, upload=upload), NotAllowed)


@pytest.mark.parametrize("size", [(600, 300), (600, 199), (1923, 641), (200, 600)])
async def test_another_shape_is_rejected(world: World, size: tuple[int, int]) -> None:
    upload = await world.upload("alice", world.space, "rivers.jpg", photo(*size))
    error = await world.refusal("alice", "space.set_cover", space=world.space, upload=upload)
    assert isinstance(error, BadInput)
    assert (error.kind, error.path) == ("cover_shape", "$.upload")


async def test_what_else_is_rejected(world: World) -> None:
    with pytest.raises(Conflict, match="only_pictures"):
        await world.upload("alice", world.space, "rivers.txt", b"no picture")
    assert isinstance(await world.refusal("alice", "space.drop_cover", space=world.space), NotFound)
    at_desk = await world.upload("alice", world["alice"].desk, "rivers.jpg", photo())
    error = await world.refusal("alice", "space.set_cover", space=world.space, upload=at_desk)
    assert (error.kind, isinstance(error, NotFound)) == ("unknown_upload", True)


async def test_its_bytes_count_and_go_when_nobody_names_them(world: World, tmp_path: Path) -> None:
    await show(world)
    archive = (await world.do("alice", "archive.make", space=world.space, title="Finds"))["place"]["id"]
    assert (await world.do("alice", "file.room", place=archive))["used"] > 0
    assert len(kept(tmp_path)) == 1
    await world.do("alice", "space.drop_cover", space=world.space)
    assert (await world.do("alice", "file.room", place=archive))["used"] == 0
    world.clock.forward(hours=3)
    await app.clear_files(world.house.dispatcher, world.house.files)
    await app.clear_files(world.house.dispatcher, world.house.files)
    assert kept(tmp_path) == []


@pytest.mark.parametrize(("choice", "stays"), [("remove", False), ("former", True)])
async def test_it_goes_with_whoever_brought_it_if_they_so_choose(world: World, tmp_path: Path, choice: str, stays: bool) -> None:
    cover = await show(world, "bob")
    world.clock.forward(hours=3)
    await world.sign_in("bob")
    await world.do("bob", "erasure.ask", username="bob", choice=choice)
    await done(world, world["bob"].id)
    await world.sign_in("alice")
    assert await told(world, "alice") == (cover if stays else None)
    assert len(kept(tmp_path)) == int(stays)


async def test_it_goes_with_the_space(world: World, tmp_path: Path) -> None:
    await show(world)
    await world.do("alice", "space.close", space=world.space)
    for days in (400, 40):
        world.clock.forward(days=days)
        await sweep(world)
    assert kept(tmp_path) == []
