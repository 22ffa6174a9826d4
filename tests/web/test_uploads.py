"""Files on their way in and out over HTTP: what is refused, when, and that nothing of it stays."""

import asyncio
import errno
import io
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
import pytest_asyncio

from tests.cast import enter, populated_database
from tests.drivers import Server, start_program
from twinspace_server.files.promise import Part

MB = 1 << 20
LIMIT = 5 * MB
EVERYBODY = ("alice", "bob", "pia", "milo")


class Door:
    """The HTTP door of a server, as one of the cast goes through it; `place` is an archive in their space."""

    def __init__(self, server: Server, client: httpx2.AsyncClient, place: str) -> None:
        self.server, self.client, self.place = server, client, place
        self.world = server.world

    @property
    def port(self) -> int:
        return int(self.server.url.rsplit(":", 1)[1])

    def head(self, who: str | None) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.world[who].token}"} if who else {}

    async def send(self, who: str | None, name: str, content: bytes, *, place: str | None = None, **headers: str) -> httpx2.Response:
        return await self.client.post(
            f"{self.server.url}/api/upload", params={"place": place or self.place}, files={"file": (name, content)},
            headers={**self.head(who), **headers},
        )  # fmt: skip

    async def add(self, who: str, name: str, content: bytes, **params: Any) -> dict[str, Any]:
        sent = await self.send(who, name, content)
        assert sent.status_code == 200, sent.text
        done = await self.world.do(who, "file.add", place=self.place, upload=sent.json()["upload"], **params)
        return dict(done["file"])

    async def get(self, who: str | None, path: str, **headers: str) -> httpx2.Response:
        return await self.client.get(f"{self.server.url}{path}", headers={**self.head(who), **headers})

    def kept(self) -> list[str]:
        """What lies in the store, and what is left of files that were coming in."""
        root = self.world.house.settings.data_path / "files"
        return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


@pytest_asyncio.fixture
async def door(stage: Server) -> AsyncIterator[Door]:
    async with httpx2.AsyncClient(timeout=30) as client:
        place = (await stage.world.do("alice", "archive.make", space=stage.world.space, title="Field notes"))["place"]["id"]
        yield Door(stage, client, place)


async def test_a_file_goes_in_and_comes_out_again(door: Door) -> None:
    file = await door.add("pia", "lamps.csv", b"bridge,lamps\nnorth,14\n", description="Counted.")
    assert (file["name"], file["type"], file["size"], file["version"]) == ("lamps.csv", "text/csv", 22, 1)
    got = await door.get("milo", f"/files/{file['id']}")
    assert got.status_code == 200
    assert got.content == b"bridge,lamps\nnorth,14\n"
    assert got.headers["content-type"] == "text/plain; charset=utf-8"
    assert got.headers["cache-control"] == "private, no-cache"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in got.headers["content-security-policy"]
    known = await door.get("milo", f"/files/{file['id']}", **{"If-None-Match": got.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")


async def test_only_who_sees_the_file_gets_a_byte(door: Door) -> None:
    await door.world.set_table(door.place, {"teacher": ["read", "add"], "pupil": []})
    file = await door.add("bob", "plan.txt", b"For teachers only.")
    for who, status in (("alice", 200), ("bob", 200), ("pia", 404), ("olga", 404), ("gerda", 404), (None, 401)):
        for path in (
            f"/files/{file['id']}",
            f"/files/{file['id']}?version=1",
            f"/files/zip?file={file['id']}",
            f"/files/zip?place={door.place}",
        ):
            got = await door.get(who, path)
            assert got.status_code == status, (who, path, got.text)
            assert status == 200 or b"teachers" not in got.content
    await door.world.do("alice", "file.hide", place=door.place, file=file["id"], reason="Not here.")
    assert (await door.get("bob", f"/files/{file['id']}")).status_code == 200


async def test_whoever_may_not_add_is_refused_before_the_body_is_read(door: Door) -> None:
    """Of a body that never ends, the answer comes all the same."""
    await door.world.set_table(door.place, {"teacher": ["read", "add"], "pupil": ["read"]})
    for who, status in (("pia", 403), ("olga", 404), (None, 401)):
        reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
        token = f"authorization: bearer {door.world[who].token}\r\n" if who else ""
        writer.write(
            f"POST /api/upload?place={door.place} HTTP/1.1\r\nhost: {door.server.url.removeprefix('http://')}\r\n{token}"
            "content-type: multipart/form-data; boundary=x\r\ncontent-length: 5000000\r\n\r\n--x\r\n".encode()
        )
        await writer.drain()
        answer = await asyncio.wait_for(reader.readline(), 5)
        assert answer.split()[1] == str(status).encode(), (who, answer)
        writer.close()


async def test_five_megabytes_exactly_go_in_and_one_byte_more_does_not(door: Door) -> None:
    whole = bytes(range(256)) * (LIMIT // 256)
    assert (await door.send("pia", "exactly.zip", b"PK\x03\x04" + whole[4:])).status_code == 200
    before = door.kept()
    over = await door.send("pia", "over.zip", b"PK\x03\x04" + whole[4:] + b"!")
    assert over.status_code == 413
    assert "5" in over.json()["title"]
    announced = await door.send("pia", "far-over.zip", b"x" * (LIMIT + 200_000))
    assert announced.status_code == 413
    assert "5,2" in announced.json()["title"]
    assert door.kept() == before


async def test_a_chunked_body_is_counted_as_it_comes(door: Door) -> None:
    before = door.kept()

    async def endless() -> AsyncIterator[bytes]:
        yield b'--x\r\ncontent-disposition: form-data; name="file"; filename="a.zip"\r\n\r\nPK\x03\x04'
        while True:
            yield b"x" * 65536

    head = {**door.head("pia"), "content-type": "multipart/form-data; boundary=x"}
    try:
        sent = await door.client.post(f"{door.server.url}/api/upload?place={door.place}", content=endless(), headers=head)
        assert sent.status_code == 413
    except (httpx2.WriteError, httpx2.ReadError):
        pass  # the server has closed the line while we were still sending
    assert door.kept() == before


async def test_a_connection_cut_halfway_leaves_nothing(door: Door) -> None:
    before = door.kept()
    _reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(
        f"POST /api/upload?place={door.place} HTTP/1.1\r\nhost: {door.server.url.removeprefix('http://')}\r\n"
        f"authorization: bearer {door.world['pia'].token}\r\ncontent-length: 3000000\r\n"
        "content-type: multipart/form-data; boundary=x\r\n\r\n"
        '--x\r\ncontent-disposition: form-data; name="file"; filename="a.zip"\r\n\r\n'.encode()
        + b"PK\x03\x04"
        + b"x" * 1_000_000
    )
    await writer.drain()
    async with asyncio.timeout(5):
        while not any(name.endswith(".part") for name in door.kept()):
            await asyncio.sleep(0.01)
        writer.close()
        while door.kept() != before:
            await asyncio.sleep(0.01)


async def test_a_full_disk_says_so_and_leaves_nothing(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    before = door.kept()

    class Full:
        async def write(self, _piece: bytes) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    flushed = Part._flush

    async def flush(self: Part) -> None:
        handle, self._handle = self._handle, Full()
        try:
            await flushed(self)
        finally:
            self._handle = handle

    monkeypatch.setattr(Part, "_flush", flush)
    sent = await door.send("pia", "a.txt", b"Hello")
    assert (sent.status_code, sent.json()["code"]) == (507, "no_room")
    assert door.kept() == before


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "file_empty"),
        ("program.exe", b"MZ\x90\0", "file_kind"),
        ("no-ending", b"text", "file_kind"),
        ("photo.jpg", b"<script>alert(1)</script>", None),
        ("page.pdf", b"<html><script>alert(1)</script>", "file_not_so"),
        ("sheet.ods", b"MZ\x90\0", "file_not_so"),
        ("song.mp3", b"<html><script>", "file_not_so"),
        ("x" * 300 + ".txt", b"text", "name_too_long"),
        ("../../etc/passwd", b"root", "file_kind"),
        ("\u202e\u2066", b"text", "file_name_missing"),
    ],
)
async def test_what_is_not_taken_is_refused_in_words_and_leaves_nothing(door: Door, name: str, content: bytes, code: str | None) -> None:
    before = door.kept()
    sent = await door.send("pia", name, content)
    assert sent.status_code in (400, 413), sent.text
    assert code is None or sent.json()["code"] == code
    assert len(sent.json()["title"]) > 20
    assert door.kept() == before


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("..\\..\\C:\\notes.txt", "notes.txt"),
        ("/etc/hosts.txt", "hosts.txt"),
        ("in\u200fvis\u202eible\u2066.txt", "invisible.txt"),
        (" .hidden.txt", "hidden.txt"),
        ("é\u0301 ğ 漢字.TXT", "é́ ğ 漢字.TXT"),
    ],
)
async def test_hostile_names_become_harmless_ones(door: Door, name: str, kept: str) -> None:
    sent = await door.send("pia", name, b"text")
    assert sent.status_code == 200, sent.text
    assert sent.json()["name"] == kept


RUNNABLE = b"<html><body><script>document.title='ran'</script></body></html>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='document.title=1'/>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", RUNNABLE), ("drawing.svg", SVG), ("feed.xml", SVG), ("code.js", b"alert(1)"), ("style.css", b"body{}"),
        ("notes.zip", b"PK\x03\x04" + RUNNABLE), ("book.epub", b"PK\x03\x04" + RUNNABLE), ("letter.docx", b"PK\x03\x04" + RUNNABLE),
        ("odd.txt", b"\xff\xfe\x00" + RUNNABLE),
    ],
)  # fmt: skip
async def test_nothing_that_a_browser_could_run_is_shown(door: Door, name: str, content: bytes) -> None:
    file = await door.add("pia", name, content)
    got = await door.get("milo", f"/files/{file['id']}")
    assert got.headers["content-disposition"].startswith("attachment")
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["content-security-policy"].endswith("sandbox")
    assert got.headers["x-frame-options"] == "DENY"
    assert got.content == content


async def test_a_page_that_says_it_is_text_is_shown_as_text(door: Door) -> None:
    file = await door.add("pia", "page.txt", RUNNABLE)
    got = await door.get("milo", f"/files/{file['id']}")
    assert got.headers["content-type"] == "text/plain; charset=utf-8"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["content-security-policy"].endswith("sandbox")
    download = await door.get("milo", f"/files/{file['id']}?download")
    assert download.headers["content-disposition"].startswith("attachment")


async def test_ranges(door: Door) -> None:
    file = await door.add("pia", "numbers.txt", b"0123456789")
    path = f"/files/{file['id']}"
    tag = (await door.get("pia", path)).headers["etag"]
    for asked, status, content in (
        ("bytes=0-3", 206, b"0123"),
        ("bytes=4-", 206, b"456789"),
        ("bytes=-2", 206, b"89"),
        ("bytes=8-99", 206, b"89"),
        ("bytes=10-", 416, b""),
        ("bytes=5-2", 200, b"0123456789"),
        ("lines=0-3", 200, b"0123456789"),
        ("bytes=0-1,4-5", 200, b"0123456789"),
        ("bytes=" + ",".join(["0-1"] * 17), 416, b""),
    ):
        got = await door.get("pia", path, Range=asked)
        assert (got.status_code, got.content) == (status, content), asked
    assert (await door.get("pia", path, Range="bytes=2-3")).headers["content-range"] == "bytes 2-3/10"
    assert (await door.get("pia", path, **{"Range": "bytes=0-3", "If-Range": tag})).status_code == 206
    assert (await door.get("pia", path, **{"Range": "bytes=0-3", "If-Range": '"other"'})).status_code == 200
    head = await door.client.head(f"{door.server.url}{path}", headers=door.head("pia"))
    assert (head.status_code, head.headers["content-length"], head.content) == (200, "10", b"")


async def test_a_name_in_any_script_comes_down_as_it_is(door: Door) -> None:
    file = await door.add("pia", 'Brücke «a"b» 漢.zip', b"PK\x03\x04")
    said = (await door.get("pia", f"/files/{file['id']}")).headers["content-disposition"]
    assert said.startswith("attachment; filename=\"Br_cke _a_b_ _.zip\"; filename*=UTF-8''Br%C3%BCcke")


async def test_a_picture_is_made_anew_and_gets_thumbnails(door: Door) -> None:
    from PIL import Image

    plain = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "A secret place"
    Image.new("RGB", (2000, 1000), "red").save(plain, "JPEG", exif=exif)
    hidden = plain.getvalue() + b"<script>alert(1)</script>" + b"PK\x03\x04"
    file = await door.add("pia", "river.jpg", hidden, alt="A red river")
    assert file["type"] == "image/jpeg"
    got = await door.get("milo", f"/files/{file['id']}")
    assert b"secret" not in got.content
    assert b"script" not in got.content
    assert got.headers["content-type"] == "image/jpeg"
    small, again = await asyncio.gather(*(door.get("milo", f"/files/{file['id']}/320") for _ in range(2)))
    assert small.status_code == again.status_code == 200
    assert small.headers["content-type"] == "image/webp"
    assert Image.open(io.BytesIO(small.content)).size == (320, 160)
    assert (await door.get("milo", f"/files/{file['id']}/321")).status_code == 404
    assert (await door.get("olga", f"/files/{file['id']}/320")).status_code == 404
    assert (await door.get("milo", f"/files/{file['id']}/320", **{"If-None-Match": small.headers["etag"]})).status_code == 304
    text = await door.add("pia", "a.txt", b"text")
    assert (await door.get("milo", f"/files/{text['id']}/320")).status_code == 404


async def test_a_picture_under_another_pictures_name_gets_its_own_ending(door: Door) -> None:
    from PIL import Image

    plain = io.BytesIO()
    Image.new("RGB", (20, 10), "blue").save(plain, "PNG")
    assert (await door.send("pia", "sky.jpg", plain.getvalue())).json()["name"] == "sky.png"


async def test_several_files_come_in_one_zip(door: Door) -> None:
    one = await door.add("pia", "a.txt", b"one")
    await door.add("pia", "A.txt", b"two")
    await door.add("pia", "what: now?.txt", b"three")
    got = await door.get("milo", f"/files/zip?place={door.place}")
    assert got.status_code == 200
    assert got.headers["content-disposition"].startswith('attachment; filename="Field notes.zip"')
    with zipfile.ZipFile(io.BytesIO(got.content)) as whole:
        assert whole.testzip() is None
        assert {name: whole.read(name) for name in whole.namelist()} == {"a.txt": b"one", "A (2).txt": b"two", "what_ now_.txt": b"three"}
    with zipfile.ZipFile(io.BytesIO((await door.get("milo", f"/files/zip?file={one['id']}")).content)) as whole:
        assert whole.namelist() == ["a.txt"]
    for bad in ("/files/zip", f"/files/zip?file={one['id']}&file=nothing", "/files/zip?place=nothing", "/files/nothing"):
        assert (await door.get("milo", bad)).status_code in (400, 404), bad


async def test_two_uploads_of_the_same_bytes_at_once_are_kept_once(door: Door) -> None:
    content = b"PK\x03\x04" + bytes(300_000)
    before = set(door.kept())
    sent = await asyncio.gather(*(door.send(who, "same.zip", content) for who in EVERYBODY))
    assert [one.status_code for one in sent] == [200] * 4
    assert len(set(door.kept()) - before) == 1


async def test_somebody_elses_upload_is_nothing(door: Door) -> None:
    upload = (await door.send("pia", "a.txt", b"mine")).json()["upload"]
    error = await door.world.refusal("milo", "file.add", place=door.place, upload=upload)
    assert error.kind == "unknown_upload"
    assert (await door.get("pia", f"/files/{upload}")).content == b"mine"
    assert (await door.get("alice", f"/files/{upload}")).status_code == 200
    assert (await door.get("milo", f"/files/{upload}")).status_code == 404
    await door.world.do("pia", "file.add", place=door.place, upload=upload)
    assert (await door.world.refusal("pia", "file.add", place=door.place, upload=upload)).kind == "unknown_upload"
    assert (await door.get("pia", f"/files/{upload}")).status_code == 404


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data", b"--x--"),
        ("multipart/form-data; boundary=x", b""),
        ("multipart/form-data; boundary=x", b"--x--\r\n"),
        ("multipart/form-data; boundary=x", b"nothing of a form"),
        ("multipart/form-data; boundary=x", b'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n'),
        ("multipart/form-data; boundary=x", b'--x\r\ncontent-disposition: form-data; name="f"; filename="a.txt"\r\n\r\nhalf'),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\ncontent-disposition: form-data; name="f"; filename="a.txt"\r\n\r\n1\r\n--x\r\n'
            b'content-disposition: form-data; name="f"; filename="b.txt"\r\n\r\n2\r\n--x--\r\n',
        ),
        ("multipart/form-data; boundary=x", b"--x\r\n" + b"a: b\r\n" * 50 + b"\r\n"),
        ("multipart/form-data; boundary=" + "x" * 200, b"--x"),
    ],
)
async def test_what_is_no_form_with_one_file_is_refused(door: Door, kind: str, body: bytes) -> None:
    before = door.kept()
    sent = await door.client.post(
        f"{door.server.url}/api/upload?place={door.place}", content=body, headers={**door.head("pia"), "content-type": kind}
    )
    assert sent.status_code == 400, sent.text
    assert sent.json()["code"] in ("not_a_form", "one_file_at_a_time")
    assert door.kept() == before


async def test_the_store_is_a_directory_nobody_else_reads(door: Door) -> None:
    await door.add("pia", "a.txt", b"text")
    root: Path = door.world.house.settings.data_path / "files"
    assert all(path.stat().st_mode & 0o077 == 0 for path in root.iterdir())


async def test_memory_stays_flat_while_twenty_large_files_come_in_at_once(tmp_path: Path) -> None:
    """100 MB on their way through one server process."""

    def resident(pid: int) -> int:
        status = Path(f"/proc/{pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) // 1024

    async with populated_database("sqlite", tmp_path) as (url, made):
        async with enter(url, tmp_path, made) as world:
            place = (await world.do("alice", "archive.make", space=world.space, title="Files"))["place"]["id"]
        program = await start_program(url, tmp_path, made, UPLOADS_AT_ONCE="20")
        try:
            async with httpx2.AsyncClient(timeout=60) as client:

                async def send(number: int) -> int:
                    sent = await client.post(
                        f"{program.url}/api/upload?place={place}",
                        files={"file": ("a.zip", b"PK\x03\x04" + number.to_bytes(4, "big") * ((LIMIT - 4) // 4))},
                        headers={"Authorization": f"Bearer {made[EVERYBODY[number % 4]].token}"},
                    )
                    return sent.status_code

                assert await send(0) == 200
                before = resident(program.process.pid)
                assert await asyncio.gather(*(send(number) for number in range(20))) == [200] * 20
                assert resident(program.process.pid) - before < 45, "MB, at its most"
        finally:
            await program.stop()
