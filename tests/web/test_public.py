"""The public site over HTTP, as a stranger meets it: a crawl reaches exactly what is published, and nothing a moment after."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import httpx2
import pytest
import pytest_asyncio

from tests.cms.test_publishing import allow, figure, link, make, page, paragraph, picture
from tests.drivers import Server
from twinspace_server.pages import render

ATOM = "{http://www.w3.org/2005/Atom}"


class Stranger:
    """Somebody without a session, who asks for addresses."""

    def __init__(self, server: Server, client: httpx2.AsyncClient) -> None:
        self.server, self.world, self.client = server, server.world, client

    async def get(self, path: str, **headers: str) -> httpx2.Response:
        return await self.client.get(f"{self.server.url}{path}", headers=headers)

    async def address(self, place: str) -> str:
        listed = await self.world.do("alice", "publish.list", space=self.world.space)
        return str(next(one["address"] for one in listed["places"] if one["place"] == place))

    async def crawl(self, start: str) -> dict[str, httpx2.Response]:
        """Everything that is reached from an address without leaving the site."""
        seen: dict[str, httpx2.Response] = {}
        waiting = [start]
        while waiting:
            path = waiting.pop()
            if path in seen:
                continue
            got = seen[path] = await self.get(path)
            if not got.headers["content-type"].startswith("text/html"):
                continue
            named = re.findall(r'(?:href|src)="([^"]+)"', got.text) + [
                part.split()[0] for several in re.findall(r'srcset="([^"]+)"', got.text) for part in several.split(", ")
            ]
            for one in named:
                whole = urlsplit(urljoin(f"{self.server.url}{path}", one.replace("&amp;", "&")))
                if whole.netloc == urlsplit(self.server.url).netloc and whole.path.startswith("/p/"):
                    waiting.append(whole.path)
        return seen


@pytest_asyncio.fixture
async def stranger(stage: Server) -> AsyncIterator[Stranger]:
    async with httpx2.AsyncClient(timeout=30) as client:
        yield Stranger(stage, client)


async def published(stranger: Stranger) -> dict[str, str]:
    """A folder with a page and a gallery, an archive, and things that are not public; their places and files by name."""
    world = stranger.world
    folder = await make(world, "folder", "Rivers", description="What we found.")
    gallery = await make(world, "gallery", "At the water", parent=folder)
    boats, with_milo = await picture(world, gallery, alt="Boats"), await picture(world, gallery, "milo")
    secret = await page(world, "Not for all", paragraph("Hush."), parent=folder)
    hidden = await make(world, "archive", "Inside only")
    inside = (await world.add_file("alice", hidden, "inside.csv", b"a\n1\n"))["id"]
    archive = await make(world, "archive", "Measurements")
    numbers = (await world.add_file("bob", archive, "numbers.csv", b"a,b\n1,2\n"))["id"]
    diary = await page(
        world, "River diary", paragraph("Pia Claes and Milo Beridze were here."), figure(boats, "Boats at the quay", "By Milo Beridze"),
        {"type": "columns", "content": [
            {"type": "column", "attrs": {"school": world.gent}, "content": [paragraph("One bank.")]},
            {"type": "column", "attrs": {"school": world.batumi}, "content": [paragraph("The other.")]},
        ]},
        {"type": "attachment", "attrs": {"file": numbers, "name": "Numbers"}},
        paragraph(link("hush", f"/s/{world.space}/p/{secret}"), link("pictures", f"/s/{world.space}/p/{gallery}")), parent=folder,
    )  # fmt: skip
    await allow(world, "pia", "name_public")
    for place in (folder, gallery, archive, diary):
        await world.do("alice", "publish.put", place=place, language="en")
    return {
        "folder": folder, "gallery": gallery, "archive": archive, "diary": diary, "secret": secret, "boats": boats, "numbers": numbers,
        "with_milo": with_milo, "inside": inside,
    }  # fmt: skip


async def test_a_crawl_reaches_exactly_what_is_published_and_then_nothing(stranger: Stranger) -> None:
    world, there = stranger.world, await published(stranger)
    pages = {name: await stranger.address(there[name]) for name in ("folder", "gallery", "archive", "diary")}
    home = pages["diary"].rpartition("/")[0]
    reached = await stranger.crawl(home)
    assert {path: got.status_code for path, got in reached.items() if got.status_code != 200} == {}
    sizes = [f"{home}/files/{there['boats']}{width}" for width in ("", "/320", "/960", "/1600")]
    computed = {home, f"{home}/feed.atom", *pages.values(), f"{home}/files/{there['numbers']}", *sizes}
    assert set(reached) <= computed
    assert set(reached) >= computed - {sizes[0]}
    said = "\n".join(got.text for path, got in reached.items() if "/files/" not in path)
    for canary in ("Claes", "Beridze", "Milo", "Hush", "Not for all", there["secret"], there["with_milo"], there["inside"], "inside.csv"):
        assert canary not in said, canary
    assert 'class="hue-marigold"' in said, "the columns have the schools' colours"
    for member_only in (there["with_milo"], there["inside"]):
        assert (await stranger.get(f"{home}/files/{member_only}")).status_code == 404
        assert (await stranger.get(f"/files/{member_only}")).status_code == 401
    for place in (there["diary"], there["gallery"], there["archive"], there["folder"]):
        await world.do("alice", "publish.take_back", place=place)
    for path in computed:
        assert (await stranger.get(path)).status_code in (404, 410), path


async def test_what_is_forbidden_is_gone_from_the_very_next_answer(stranger: Stranger) -> None:
    """The pages are kept in memory: each of these must be heard of before it is answered."""
    world, there = stranger.world, await published(stranger)
    diary, gallery = await stranger.address(there["diary"]), await stranger.address(there["gallery"])
    home = diary.rpartition("/")[0]
    for _ in range(2):
        assert "Pia and a pupil were here." in (await stranger.get(diary)).text
    await world.do("alice", "consent.set", space=world.space, person=world["pia"].id, name_public=False)
    assert "A pupil and a pupil were here." in (await stranger.get(diary)).text
    assert there["boats"] in (await stranger.get(gallery)).text
    await world.do("alice", "picture.who", place=there["gallery"], file=there["boats"], people=[world["milo"].id])
    for path in (diary, gallery):
        assert there["boats"] not in (await stranger.get(path)).text
    for size in ("", "/320"):
        assert (await stranger.get(f"{home}/files/{there['boats']}{size}")).status_code == 404
    await world.say("pia", "Only chat.")
    await world.do("bob", "publish.take_back", place=there["diary"])
    assert (await stranger.get(diary)).status_code == 410
    assert "River diary" not in (await stranger.get(home)).text


async def test_two_processes(pair: tuple[Server, Server]) -> None:
    """What one process takes back the other stops giving out within a second, whatever carries the news."""
    first, second = pair
    async with httpx2.AsyncClient(timeout=30) as client:
        diary = await page(first.world, "Diary", paragraph("Boats."))
        await first.world.do("alice", "publish.put", place=diary)
        address = await Stranger(first, client).address(diary)
        for server in pair:
            assert (await Stranger(server, client).get(address)).status_code == 200
        await first.world.do("alice", "publish.take_back", place=diary)
        assert (await Stranger(first, client).get(address)).status_code == 404
        for _ in range(24):
            if (await Stranger(second, client).get(address)).status_code == 404:
                return
            await asyncio.sleep(0.05)
        raise AssertionError("the other process still shows it")


async def test_answers_are_kept_packed_and_known_again(stranger: Stranger) -> None:
    there = await published(stranger)
    diary = await stranger.address(there["diary"])
    got = await stranger.get(diary, **{"Accept-Language": "en", "Accept-Encoding": "gzip"})
    again = await stranger.get(diary, **{"Accept-Language": "en", "Accept-Encoding": "gzip"})
    assert got.headers["content-encoding"] == "gzip"
    assert {name: value for name, value in got.headers.items() if name != "date"} == {
        name: value for name, value in again.headers.items() if name != "date"
    }, "written and kept answers are the same"
    assert got.headers["cache-control"] == "public, no-cache"
    assert "accept-language" in got.headers["vary"].lower()
    policy = got.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert got.headers["x-robots-tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in got.text
    assert "<script" not in got.text
    for language, word in (("nl", "Gepubliceerd op"), ("en", "Published on"), ("fr", "Published on")):
        spoken = await stranger.get(diary, **{"Accept-Language": language})
        assert word in spoken.text
    assert "Gepubliceerd op" in (await stranger.get(f"{diary}?lang=nl", **{"Accept-Language": "en"})).text
    same = await stranger.get(diary, **{"Accept-Language": "en", "If-None-Match": got.headers["etag"]})
    assert (same.status_code, same.content) == (304, b"")
    head = await stranger.client.head(f"{stranger.server.url}{diary}")
    assert (head.status_code, head.content) == (200, b"")
    plain = await stranger.get(diary, **{"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert len(plain.content) < 100_000
    other = await stranger.client.get(f"{stranger.server.url}{diary}", headers={"Host": "evil.example"})
    assert other.status_code == 400


async def test_addresses_that_mean_nothing(stranger: Stranger) -> None:
    there = await published(stranger)
    diary = await stranger.address(there["diary"])
    home = diary.rpartition("/")[0]
    nothing = (await stranger.get("/p/nothing-2222222222")).text
    for path in (
        "/p/", "/p/x", f"{home}/xyz", f"{home}/files/x", f"{home}/files/{there['numbers']}/320", f"{home}/files/../x",
        f"{home}/files/{there['boats']}/99", f"/p/x-{'2' * 10}/files/{there['boats']}", f"{home}/sitemap.xml", f"{home}/{'3' * 10}",
    ):  # fmt: skip
        got = await stranger.get(path)
        assert got.status_code == 404, path
        if path.startswith("/p/") and len(path) > 3:
            assert got.text == nothing, path
    renamed = f"{home}/an-old-title-{diary[-10:]}"
    moved = await stranger.get(renamed)
    assert (moved.status_code, moved.headers["location"]) == (302, diary)
    assert (await stranger.get(f"{home}/")).headers["location"] == home


async def test_search_engines_only_where_the_space_lets_them(stranger: Stranger) -> None:
    there = await published(stranger)
    diary = await stranger.address(there["diary"])
    home = diary.rpartition("/")[0]
    assert home not in (await stranger.get("/robots.txt")).text
    await stranger.world.do("alice", "publish.site", space=stranger.world.space, indexed=True)
    got = await stranger.get(diary)
    assert "x-robots-tag" not in got.headers
    assert "noindex" not in got.text
    robots = (await stranger.get("/robots.txt")).text
    assert f"Allow: {home}\n" in robots
    assert robots.rstrip().split("\n")[-1].endswith("sitemap.xml")
    listed = ElementTree.fromstring((await stranger.get(f"{home}/sitemap.xml")).text)
    paths = {urlsplit(str(loc.text)).path for loc in listed.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert paths == {home, *[await stranger.address(there[name]) for name in ("folder", "gallery", "archive", "diary")]}


async def test_the_feed(stranger: Stranger) -> None:
    there = await published(stranger)
    home = (await stranger.address(there["diary"])).rpartition("/")[0]
    got = await stranger.get(f"{home}/feed.atom")
    assert got.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(got.text)
    assert feed.findtext(f"{ATOM}title") == "Two Rivers, One Map"
    assert next(entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")) == "River diary", "the newest first"
    assert len(feed.findall(f"{ATOM}entry")) == 4


async def test_the_preview_is_for_members(stranger: Stranger) -> None:
    world, there = stranger.world, await published(stranger)
    path = f"/preview/{there['secret']}"
    assert (await stranger.get(path)).status_code == 401
    for username, status in (("alice", 200), ("pia", 200), ("olga", 404)):
        got = await stranger.get(path, Authorization=f"Bearer {world[username].token}")
        assert got.status_code == status, username
        if status == 200:
            assert "Hush." in got.text
            assert got.headers["x-frame-options"] == "SAMEORIGIN"
            assert "frame-ancestors 'self'" in got.headers["content-security-policy"]
            assert got.headers["cache-control"] == "no-store"
            assert "canonical" not in got.text


@pytest.mark.parametrize("language", ["en", "nl"])
def test_nothing_looks_like_nothing(language: str) -> None:
    assert "noindex" in render.gone(language)


async def test_a_page_of_somebody_elses_making_can_not_run_anything(stranger: Stranger) -> None:
    world = stranger.world
    evil = '<img src=x onerror=alert(1)>"><script>alert(2)</script>{{ 7*7 }}'
    bad: list[dict[str, Any]] = [
        paragraph(evil), {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": evil}]},
        paragraph(link(evil, "javascript:alert(3)"), link("data", "data:text/html,<script>alert(4)</script>")),
    ]  # fmt: skip
    place = await page(world, evil[:100], *bad, description=evil)
    await world.do("alice", "publish.put", place=place)
    got = await stranger.get(await stranger.address(place))
    assert got.status_code == 200
    assert "<script" not in got.text
    assert "onerror=alert(1)&gt;" in got.text
    assert "javascript:" not in got.text.replace(evil, "")
    assert "{{ 7*7 }}" in got.text


async def raw(server: Server, *questions: bytes) -> list[bytes]:
    """What these get one after the other on one line, as bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(server.url.rsplit(":", 1)[1]))
    answers = []
    for question in questions:
        writer.write(question)
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
        length = re.search(rb"content-length: (\d+)", head)
        answers.append(head + await reader.readexactly(int(length[1]) if length and b" 304 " not in head[:20] else 0))
    writer.close()
    return answers


async def test_a_question_repeated_byte_for_byte(stranger: Stranger) -> None:
    """It is answered before it is parsed, the same as before; and no longer once something was taken back."""
    there = await published(stranger)
    diary = await stranger.address(there["diary"])
    host = stranger.server.url.removeprefix("http://")

    def question(*more: str, path: str = diary) -> bytes:
        return "\r\n".join(
            [f"GET {path} HTTP/1.1", f"Host: {host}", "Accept-Encoding: gzip", "Accept-Language: en", *more, "", ""]
        ).encode()

    def same(answer: bytes) -> bytes:
        return re.sub(rb"date: [^\r]*\r\n", b"", answer)

    first, again, third = await raw(stranger.server, question(), question(), question())
    assert same(first).split(b"\r\n")[0] == b"HTTP/1.1 200 OK"
    assert sorted(same(first).split(b"\r\n")) == sorted(same(again).split(b"\r\n")) == sorted(same(third).split(b"\r\n"))
    tag = re.search(rb"etag: ([^\r]*)", first)
    assert tag is not None
    known = question(f"If-None-Match: {tag[1].decode()}")
    assert [answer[:12] for answer in await raw(stranger.server, known, known)] == [b"HTTP/1.1 304"] * 2
    # What says how it is framed, or is not quite a question, goes the usual way, and stays in step.
    for odd in (question("X-Y: 1"), question("Content-Length: 0"), question(path=f"{diary}?lang=nl"), question("Sec-Fetch-Mode: navigate")):
        assert [answer[:12] for answer in await raw(stranger.server, question(), odd, odd, question())] == [b"HTTP/1.1 200"] * 4
    assert (await raw(stranger.server, question("Host: evil.example")))[0][:12] == b"HTTP/1.1 400"
    await stranger.world.do("alice", "publish.take_back", place=there["diary"])
    assert (await raw(stranger.server, question()))[0][:12] == b"HTTP/1.1 410"
    assert (await raw(stranger.server, known))[0][:12] == b"HTTP/1.1 410"


async def test_an_end_that_has_come_ends_what_is_kept(stranger: Stranger) -> None:
    world = stranger.world
    diary = await page(world, "Diary", paragraph("Boats."))
    soon = (datetime.now(UTC) + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
    await world.do("alice", "publish.put", place=diary, until=soon)
    address = await stranger.address(diary)
    for _ in range(3):
        assert (await stranger.get(address)).status_code == 200
    before = stranger.server.clock.ahead
    stranger.server.clock.forward(days=3)
    try:
        assert (await stranger.get(address)).status_code in (404, 410)
    finally:
        stranger.server.clock.ahead = before
