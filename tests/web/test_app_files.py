"""The browser app's files: what may be kept, what must be asked for again, and what is no page."""

import gzip
from pathlib import Path

import httpx2
import pytest

from twinspace_server.web.app_files import AppFiles

INDEX = b"<!doctype html><title>TwinSpace</title>" + b"<p>x</p>" * 300


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name, body in {
        "index.html": INDEX,
        "favicon.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "manifest.webmanifest": b"{}",
        "assets/main-4f2a.js": b"export {};" * 300,
        "assets/rubik-11aa.woff2": b"wOF2",
        ".vite/manifest.json": b"{}",
        "fonts/Rubik.ttf": b"\0\1",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(body)
    return tmp_path


def _client(app: AppFiles) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://localhost")


async def test_hashed_names_are_kept_for_a_year_and_pages_never(built: Path) -> None:
    async with _client(AppFiles(built)) as client:
        script, page, icon = await client.get("/assets/main-4f2a.js"), await client.get("/"), await client.get("/favicon.svg")
    assert script.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert page.headers["cache-control"] == "no-cache"
    assert page.content == INDEX
    assert icon.headers["cache-control"] == "no-cache"
    assert icon.headers["content-type"] == "image/svg+xml"


async def test_an_unchanged_file_is_not_sent_again(built: Path) -> None:
    async with _client(AppFiles(built)) as client:
        etag = (await client.get("/")).headers["etag"]
        again = await client.get("/", headers={"if-none-match": f'"other", W/{etag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == etag


async def test_text_is_packed_for_who_can_unpack(built: Path) -> None:
    app = AppFiles(built)
    async with _client(app) as client:
        plain = await client.get("/assets/main-4f2a.js", headers={"accept-encoding": "identity"})
        packed = await client.get("/assets/main-4f2a.js", headers={"accept-encoding": "gzip"})
        font = await client.get("/assets/rubik-11aa.woff2", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(plain.content)
    assert packed.content == plain.content
    assert "content-encoding" not in font.headers
    assert gzip.decompress(gzip.compress(plain.content)) == plain.content


@pytest.mark.parametrize("path", ["/sign-in", "/spaces/01JD0000000000000000000000/chat", "/", "/livestock"])
async def test_the_apps_own_paths_get_the_page(built: Path, path: str) -> None:
    async with _client(AppFiles(built)) as client:
        response = await client.get(path)
    assert (response.status_code, response.content) == (200, INDEX)


@pytest.mark.parametrize(
    "path",
    [
        "/assets/gone-1234.js",
        "/api/nothing",
        "/files/x",
        "/p/x",
        "/robots.txt",
        "/.vite/manifest.json",
        "/fonts/Rubik.ttf",
        "/..%2f..%2fetc/passwd.x",
        "/assets/",
    ],
)
async def test_what_is_no_page_is_not_found(built: Path, path: str) -> None:
    async with _client(AppFiles(built)) as client:
        assert (await client.get(path)).status_code == 404


async def test_head_and_other_methods(built: Path) -> None:
    async with _client(AppFiles(built)) as client:
        head = await client.head("/")
        assert (head.status_code, head.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert (await client.post("/")).status_code == 405


async def test_without_a_build_a_page_says_what_to_do(tmp_path: Path) -> None:
    app = AppFiles(tmp_path)
    assert not app.built
    async with _client(app) as client:
        response = await client.get("/")
    assert response.status_code == 503
    assert "make build" in response.text
