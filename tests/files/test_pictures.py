"""Pictures are cleaned before they are kept: upright, web-sized, without a word about who, where and when, and no bomb goes off here."""

import asyncio
import io
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.files import corpus
from twinspace_server.errors import TooLarge, TwinspaceError, Unavailable
from twinspace_server.files import picture_bounds, picture_work, pictures
from twinspace_server.files.pictures import WIDTHS, Picture, Pictures

FORMS = ["JPEG", "PNG", "GIF", "WEBP", "AVIF"]


@pytest.fixture(scope="module")
def shop() -> Iterator[Pictures]:
    made = Pictures()
    yield made
    made.close()


class Desk:
    """A folder, and the pictures on it."""

    def __init__(self, folder: Path, shop: Pictures) -> None:
        self.folder, self.shop = folder, shop

    async def clean(self, data: bytes, name: str = "in") -> tuple[Picture, bytes]:
        into, out = self.folder / name, self.folder / "out"
        into.write_bytes(data)
        picture = await self.shop.clean(into, out)
        return picture, out.read_bytes()

    async def refused(self, data: bytes, shop: Pictures | None = None) -> str:
        into, out = self.folder / "in", self.folder / "out"
        into.write_bytes(data)
        with pytest.raises(TwinspaceError) as error:
            await (shop or self.shop).clean(into, out)
        assert not out.exists()
        return error.value.kind


@pytest.fixture
def desk(tmp_path: Path, shop: Pictures) -> Desk:
    return Desk(tmp_path, shop)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def stands_upright(image: Image.Image) -> bool:
    """Whether the corpus' red, green and blue are where they belong."""
    rgb, (width, height) = image.convert("RGB"), image.size
    at = [
        rgb.getpixel((width // 2, height // 8)),
        rgb.getpixel((width // 8, height * 7 // 8)),
        rgb.getpixel((width * 7 // 8, height * 7 // 8)),
    ]
    return [max(range(3), key=lambda c, pixel=pixel: pixel[c]) for pixel in at] == [0, 1, 2]  # type: ignore[misc]


@pytest.mark.parametrize("orientation", range(1, 9))
async def test_every_orientation_of_a_phone_comes_out_upright(desk: Desk, orientation: int) -> None:
    lying = corpus.drawn(320, 240)
    back = {turn: op for turn, op in picture_work.UPRIGHT.items()}.get(orientation)
    undo = {Image.Transpose.ROTATE_90: Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_270: Image.Transpose.ROTATE_90}
    if back is not None:
        lying = lying.transpose(undo.get(back, back))
    picture, out = await desk.clean(corpus.saved(lying, "JPEG", exif=corpus.exif(orientation)))
    assert (picture.width, picture.height) == opened(out).size == (320, 240)
    assert stands_upright(opened(out))


@pytest.mark.parametrize("form", FORMS)
async def test_the_type_stays_and_the_colours_too(desk: Desk, form: str) -> None:
    plain = corpus.drawn(640, 480)
    picture, out = await desk.clean(corpus.saved(plain, form))
    assert picture == Picture(picture_bounds.TYPES[form], 640, 480)
    assert max(ImageStat.Stat(ImageChops.difference(opened(out).convert("RGB"), plain)).mean) < 4


@pytest.mark.parametrize(
    ("size", "expected"), [((2560, 100), (2560, 100)), ((2561, 100), (2560, 100)), ((3000, 6000), (1280, 2560)), ((9000, 2), (2560, 1))]
)
async def test_a_long_side_of_more_than_2560_is_made_web_sized(desk: Desk, size: tuple[int, int], expected: tuple[int, int]) -> None:
    for form in ("JPEG", "PNG"):
        picture, out = await desk.clean(corpus.saved(corpus.drawn(*size), form))
        assert (picture.width, picture.height) == opened(out).size == expected


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "CMYK", "I;16"])
async def test_every_mode_goes_through_large_and_small(desk: Desk, mode: str) -> None:
    for width in (64, 2600):
        form = "JPEG" if mode == "CMYK" else "PNG"
        source = corpus.drawn(width, 64)
        image = source.convert("L").convert("I;16").point(lambda v: v * 257) if mode == "I;16" else source.convert(mode)
        if mode == "PA":
            image = source.convert("P")
            image.info["transparency"] = 0
        picture, out = await desk.clean(corpus.saved(image, form))
        assert opened(out).size == ((64, 64) if width == 64 else (2560, 63))
        await desk.shop.thumbnails(desk.folder / "out", {320: desk.folder / "small"})
        assert Image.open(desk.folder / "small").size[0] == min(width, 320)
        assert picture.type == f"image/{form.lower()}"


async def test_what_is_transparent_stays_so(desk: Desk) -> None:
    image = corpus.drawn(3000, 300).convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 3000, 150))
    _, out = await desk.clean(corpus.saved(image, "PNG"))
    await desk.shop.thumbnails(desk.folder / "out", {320: desk.folder / "small"})
    for made in (opened(out), Image.open(desk.folder / "small")):
        assert made.convert("RGBA").getpixel((5, 2))[3] == 0  # type: ignore[index]
        assert made.convert("RGBA").getpixel((5, made.height - 2))[3] == 255  # type: ignore[index]


@pytest.mark.parametrize("form", ["GIF", "WEBP"])
async def test_an_animation_keeps_moving_and_its_thumbnail_does_not(desk: Desk, form: str) -> None:
    frames = [Image.new("RGB", (80, 60), colour) for colour in ("red", "green", "blue")]
    picture, out = await desk.clean(corpus.saved(frames[0], form, save_all=True, append_images=frames[1:], duration=[100, 250, 40], loop=0))
    moving = Image.open(io.BytesIO(out))
    assert (picture.width, picture.height, moving.n_frames, moving.info["loop"]) == (80, 60, 3, 0)  # type: ignore[attr-defined]
    seen = []
    for number in range(3):
        moving.seek(number)
        moving.load()
        seen.append((moving.convert("RGB").getpixel((40, 30)), moving.info["duration"]))
    assert [max(range(3), key=lambda c, pixel=pixel: pixel[c]) for pixel, _ in seen] == [0, 1, 2]  # type: ignore[misc]
    assert [duration for _, duration in seen] == [100, 250, 40]
    await desk.shop.thumbnails(desk.folder / "out", {320: desk.folder / "small"})
    assert getattr(Image.open(desk.folder / "small"), "n_frames", 1) == 1


async def test_an_animation_without_end_is_refused(desk: Desk) -> None:
    frames = [Image.new("P", (8, 8), number % 200) for number in range(picture_work.MOST_FRAMES + 1)]
    assert (
        await desk.refused(corpus.saved(frames[0], "GIF", save_all=True, append_images=frames[1:], optimize=False)) == "animation_too_long"
    )


async def test_bombs_are_refused_with_a_sentence(desk: Desk) -> None:
    told = {name: await desk.refused(bomb) for name, bomb in corpus.bombs().items()}
    assert {name: told[name] for name in ("header.png", "pixels.png", "just over.png", "header.jpg", "header.gif")} == dict.fromkeys(
        ("header.png", "pixels.png", "just over.png", "header.jpg", "header.gif"), "picture_too_large"
    )
    assert set(told.values()) <= {"picture_too_large", "picture_broken", "type_not_allowed"}
    # The next picture of somebody else is made as ever.
    assert (await desk.clean(corpus.phone()))[0].width == 480


@pytest.mark.parametrize("form", FORMS)
async def test_half_a_picture_is_refused_and_a_broken_one(desk: Desk, form: str) -> None:
    whole = corpus.told(form)
    assert await desk.refused(whole[: len(whole) // 2]) in {"picture_broken", "type_not_allowed"}
    middle = len(whole) * 2 // 3
    with_hole = whole[:middle] + os.urandom(200) + whole[middle + 200 :]
    told = ""
    try:
        await desk.clean(with_hole)  # a decoder may forgive it; then what is kept is whole
    except TwinspaceError as error:
        told = error.kind
    assert told in {"", "picture_broken", "type_not_allowed", "picture_too_large"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"just words",
        corpus.HTML,
        b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        corpus.saved(corpus.drawn(8, 8), "BMP"),
        corpus.saved(corpus.drawn(8, 8), "TIFF"),
        corpus.saved(corpus.drawn(8, 8), "ICO"),
        corpus.zipped(),
    ],
    ids=["nothing", "words", "html", "svg", "eps", "bmp", "tiff", "ico", "zip"],
)
async def test_only_five_formats_are_opened_at_all(desk: Desk, data: bytes) -> None:
    assert await desk.refused(data) == "type_not_allowed"


@pytest.mark.parametrize("form", FORMS)
async def test_what_hangs_on_a_picture_is_gone(desk: Desk, form: str) -> None:
    for tail in (corpus.HTML, corpus.zipped()):
        _, out = await desk.clean(corpus.told(form) + tail)
        assert b"SECRET" not in out
        assert b"PK\x05\x06" not in out


async def test_a_picture_of_several_is_one_picture(desk: Desk) -> None:
    """Phones put a second picture (a larger preview, the other eye) behind the first: MPO."""
    two = corpus.saved(corpus.drawn(64, 48), "MPO", save_all=True, append_images=[Image.new("RGB", (64, 48), "white")])
    picture, out = await desk.clean(two)
    assert picture == Picture("image/jpeg", 64, 48)
    assert opened(out).format == "JPEG"


async def test_a_colour_profile_is_kept_and_nothing_that_pretends_to_be_one(desk: Desk) -> None:
    for form in ("JPEG", "PNG", "WEBP", "AVIF"):
        for width in (64, 2600):
            _, out = await desk.clean(corpus.saved(corpus.drawn(width, 48), form, icc_profile=corpus.SRGB + b"SECRET behind it"))
            assert opened(out).info["icc_profile"] == corpus.SRGB
        await desk.shop.thumbnails(desk.folder / "out", {320: desk.folder / "small"})
        assert Image.open(desk.folder / "small").info["icc_profile"] == corpus.SRGB
    for profile in (b"SECRET" * 40, corpus.SRGB + b"\0" * picture_work.MOST_PROFILE):
        _, out = await desk.clean(corpus.saved(corpus.drawn(64, 48), "JPEG", icc_profile=profile))
        assert "icc_profile" not in opened(out).info


# What exiftool may find in a picture: its file, its size, how its pixels are packed, its colour profile.
PLAIN = {"SourceFile", "ExifTool", "File", "ICC_Profile", "Composite", "JFIF", "PNG", "GIF", "RIFF", "QuickTime", "Meta"}
TELLING = ["secret", "gps", "comment", "author", "creator", "artist", "serial", "thumbnail", "xmp", "iptc", "original", "makernote"]


@pytest.mark.parametrize("form", FORMS)
async def test_exiftool_finds_nothing_in_any_stored_byte(desk: Desk, form: str) -> None:
    if shutil.which("exiftool") is None:
        message = "exiftool is not here (Debian: libimage-exiftool-perl), so that nothing is proven about metadata."
        if os.environ.get("TWINSPACE_REQUIRE_SERVICES") == "1":
            pytest.fail(message)
        pytest.skip(message)
    data = corpus.told(form)
    (desk.folder / "before").write_bytes(data)
    assert "secret" in _exiftool([desk.folder / "before"]).lower()  # it would find it
    await desk.clean(data)
    small = {width: desk.folder / f"{width}.webp" for width in WIDTHS}
    await desk.shop.thumbnails(desk.folder / "before", small)  # even of one that was not cleaned
    for path in [desk.folder / "out", *small.values()]:
        raw = path.read_bytes()
        assert b"ecret" not in raw
        assert b"Exif" not in raw
        assert b"http://ns.adobe" not in raw
        for found in json.loads(_exiftool([path])):
            tags = {name for name in found if not name.startswith(("ICC_Profile:", "File:", "ExifTool:", "SourceFile"))}
            assert {name.split(":")[0] for name in tags} <= PLAIN, tags
            assert not [name for name in tags if any(word in name.lower() for word in TELLING)]
            assert "EXIF:GPSLatitude" not in found


def _exiftool(paths: list[Path]) -> str:
    asked = ["exiftool", "-j", "-G", "-a", "-u", "-ee", *map(str, paths)]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout


async def test_thumbnails_are_small_webp_pictures_and_never_enlarged(desk: Desk) -> None:
    await desk.clean(corpus.saved(corpus.drawn(1200, 900), "JPEG"))
    small = {width: desk.folder / f"{width}" for width in WIDTHS}
    await desk.shop.thumbnails(desk.folder / "out", small)
    sizes = {width: (Image.open(path).format, *Image.open(path).size) for width, path in small.items()}
    assert sizes == {320: ("WEBP", 320, 240), 960: ("WEBP", 960, 720), 1600: ("WEBP", 1200, 900)}
    for path in small.values():
        assert stands_upright(Image.open(path))


async def test_a_thumbnail_of_what_is_no_picture_is_refused_whole(desk: Desk) -> None:
    (desk.folder / "in").write_bytes(corpus.phone()[:-2000])
    small = {width: desk.folder / f"{width}" for width in WIDTHS}
    with pytest.raises(TwinspaceError, match="picture_broken"):
        await desk.shop.thumbnails(desk.folder / "in", small)
    assert not [path for path in small.values() if path.exists()]


async def test_what_takes_too_long_is_killed_and_replaced(desk: Desk) -> None:
    slow = Pictures(children=1, seconds=0.001)
    try:
        assert await desk.refused(corpus.phone(), slow) == "picture_too_large"
        slow._seconds = 30
        (desk.folder / "in").write_bytes(corpus.phone())
        assert (await slow.clean(desk.folder / "in", desk.folder / "out")).width == 480
    finally:
        slow.close()


async def test_a_child_that_dies_costs_one_picture(desk: Desk) -> None:
    shop = Pictures(children=1)
    try:
        await shop.clean(_written(desk, corpus.phone()), desk.folder / "out")
        (child,) = shop._free
        child._process.kill()
        child._process.wait()
        await shop.clean(_written(desk, corpus.phone()), desk.folder / "out")  # found dead before it was asked: nobody notices
    finally:
        shop.close()
    assert not shop._free


def _written(desk: Desk, data: bytes) -> Path:
    (desk.folder / "in").write_bytes(data)
    return desk.folder / "in"


async def test_a_child_without_work_goes_home(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    monkeypatch.setattr(picture_work, "IDLE", 0.01)
    monkeypatch.setattr(sys, "stdin", os.fdopen(reading))
    assert picture_work._idle()
    os.write(writing, b"x")
    assert not picture_work._idle()
    os.close(writing)


async def test_too_many_at_once_are_asked_to_come_back(desk: Desk) -> None:
    shop = Pictures(children=1, queue=1)
    try:
        into = _written(desk, corpus.phone())
        outcomes = await asyncio.gather(*(shop.clean(into, desk.folder / f"out{n}") for n in range(4)), return_exceptions=True)
        assert [type(outcome) for outcome in outcomes].count(Unavailable) == 2
        assert [type(outcome) for outcome in outcomes].count(Picture) == 2
    finally:
        shop.close()


async def test_children_know_nothing_of_the_server_and_have_bounded_memory(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWINSPACE_DATABASE_URL", "postgresql://SECRET")
    shop = Pictures(children=1)
    try:
        await shop.clean(_written(desk, corpus.phone()), desk.folder / "out")
        (child,) = shop._free
        inside = Path(f"/proc/{child._process.pid}")
        if inside.exists():
            assert b"TWINSPACE" not in (inside / "environ").read_bytes()
            limits = (inside / "limits").read_text()
            assert f"Max address space         {picture_work.MEMORY}" in limits
    finally:
        shop.close()


async def test_the_loop_stays_free_meanwhile(desk: Desk) -> None:
    """Pictures are made in other processes: no thread of ours does it, and the loop's ticks go on."""
    into = _written(desk, corpus.saved(corpus.drawn(4000, 3000), "PNG"))
    main, ticks, work = threading.get_ident(), 0, asyncio.ensure_future(desk.shop.clean(into, desk.folder / "out"))
    while not work.done():
        await asyncio.sleep(0.001)
        ticks += 1
    assert ticks > 20
    assert threading.get_ident() == main
    assert "PIL.JpegImagePlugin" in sys.modules  # by these tests; a server has none of it open


async def test_a_refusal_names_the_bound(desk: Desk) -> None:
    with pytest.raises(TooLarge) as error:
        await desk.shop.clean(_written(desk, corpus.bombs()["just over.png"]), desk.folder / "out")
    assert error.value.args_ == {"most": 40}


async def test_the_servers_own_children_answer_too(desk: Desk) -> None:
    assert await pictures.clean(_written(desk, corpus.phone()), desk.folder / "out") == Picture("image/jpeg", 480, 640)
    await pictures.thumbnail(desk.folder / "out", desk.folder / "small", 320)
    assert Image.open(desk.folder / "small").size == (320, 427)
