"""A demo server in a process of its own, and windows of Debian's Chromium on it.

Every window fails its test for a console error, for a request to another host, and for an uncaught error. Without Chromium the
tests are skipped with one sentence; with TWINSPACE_REQUIRE_SERVICES=1 that is a failure.
"""

import json
import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, WebSocketRoute, async_playwright, expect

from tests.databases import fresh_url
from tests.drivers import Program, free_port, start_program
from twinspace_server import app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
ASSETS = Path(app.__file__).parent / "assets" / "index.html"

expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = str(Path(__file__).parent)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(autouse=True)
def _needs_a_browser() -> None:
    missing = "Chromium was not found" if CHROMIUM is None else "the browser app is not built (make build)" if not ASSETS.exists() else ""
    if missing and os.environ.get("TWINSPACE_REQUIRE_SERVICES") == "1":
        pytest.fail(f"{missing}, and browser tests are required here")
    if missing:
        pytest.skip(f"{missing}: the browser tests are left out")


@dataclass
class Demo:
    """A running demo: where it is, who may sign in, what stands where."""

    program: Program
    told: dict[str, Any]
    directory: Path
    changes: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.program.port}"

    @property
    def chat(self) -> str:
        return f"{self.url}/s/{self.told['space']}/p/{self.told['places']['chat']}"

    def password(self, username: str) -> str:
        return str(next(p["password"] for p in self.told["people"] if p["name"] == username))

    async def again(self) -> None:
        """Start it once more, after it was ended, on the same port and data."""
        self.program = await start_program("", self.directory, None, port=self.program.port, **self.changes)  # type: ignore[arg-type]


@asynccontextmanager
async def demo_on(kind: str, directory: Path, **more: str) -> AsyncIterator[Demo]:
    """`twinspace serve --demo` on a fresh database of this kind; `more` settings as in the environment.

    On SQLite it is one that was founded before, for all of a run: telling the demo's story takes longer than most tests.
    """
    async with fresh_url(kind, directory) as url:
        if kind == "sqlite":
            shutil.copytree(await _founded(), directory, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.log", "lock"))
        with free_port() as listening:
            port = listening.getsockname()[1]
        changes = {"DEMO": "1", "DATABASE_URL": url, "MESSAGES_PER_SECOND": "200", "BURST": "400", "SOCKETS_PER_PERSON": "50", **more}
        program = await start_program(url, directory, None, port=port, **changes)  # type: ignore[arg-type]
        demo = Demo(program, json.loads((directory / "demo.json").read_text("utf-8")), directory, changes)
        try:
            yield demo
        finally:
            await demo.program.stop()


_kept: list[Path] = []


async def _founded() -> Path:
    """The data of a demo that was started once and stopped; made at the first call."""
    if not _kept:
        directory = Path(tempfile.mkdtemp(prefix="twinspace-demo-"))
        _kept.append(directory)
        async with fresh_url("sqlite", directory) as url:
            program = await start_program(url, directory, None, DEMO="1")  # type: ignore[arg-type]
            await program.stop()
    return _kept[0]


@pytest.fixture(scope="session", autouse=True)
def _kept_no_longer() -> Iterator[None]:
    yield
    while _kept:
        shutil.rmtree(_kept.pop(), ignore_errors=True)


@pytest_asyncio.fixture(scope="module")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    """The demo as somebody meets it: on SQLite."""
    async with demo_on("sqlite", tmp_path_factory.mktemp("demo")) as started:
        yield started


@pytest_asyncio.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


ASKED: WeakKeyDictionary[Page, Counter[str]] = WeakKeyDictionary()
"""What each page asks on its sockets while somebody looks, and how often: one that never comes to rest is found out."""


def _listen(page: Page) -> None:
    asked = ASKED.setdefault(page, Counter())

    def sent(frame: str | bytes) -> None:
        if isinstance(frame, str) and '"id":' in frame[:40]:  # a question, no signal, no part of a page
            asked[re.sub(r'"id":\d+,', "", frame, count=1)[:300]] += 1

    page.on("websocket", lambda socket: socket.on("framesent", sent))


class Windows:
    """Opens windows, each with its own cookies and storage, and looks at what went wrong in them afterwards."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.wrong: list[str] = []
        self.allowed: tuple[str, ...] = ()
        """Parts of console errors that belong to the test (a server that is down)."""
        self.elsewhere: tuple[str, ...] = ()
        """Other addresses that the test goes to on purpose (a provider of single sign-on)."""

    async def open(
        self, demo: Demo, *, width: int = 1400, height: int = 900, scheme: Any = "light", language: str = "en-GB", **more: Any
    ) -> Page:
        """An empty window on the demo."""
        context = await self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale=language, reduced_motion="reduce", **more
        )
        self.contexts.append(context)
        page = await context.new_page()
        _listen(page)
        page.on("console", lambda message: self._note(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("request", lambda request: self._look(request.url, demo))
        return page

    async def sign_in(self, demo: Demo, username: str, **how: Any) -> Page:
        """A window in which somebody has signed in and sees their spaces."""
        page = await self.open(demo, **how)
        await page.goto(demo.url)
        await page.locator("input[autocomplete=username]").fill(username)
        await page.locator("input[type=password]").fill(demo.password(username))
        await page.keyboard.press("Enter")
        await expect(page.locator("input[type=password]")).to_have_count(0)
        await expect(page.locator("main h1")).to_be_visible()
        return page

    async def in_chat(self, demo: Demo, username: str, **how: Any) -> Page:
        """The same, in the demo's live chat."""
        page = await self.sign_in(demo, username, **how)
        await page.goto(demo.chat)
        await expect(page.locator("textarea")).to_be_visible()
        return page

    def _note(self, text: str) -> None:
        if not any(part in text for part in self.allowed):
            self.wrong.append(text[:300])

    def _look(self, url: str, demo: Demo) -> None:
        if not url.startswith(
            (demo.url, demo.url.replace("http", "ws"), "data:", "blob:", "chrome-extension:", "chrome:", *self.elsewhere)
        ):
            self.wrong.append(f"asked another host: {url[:100]}")


@pytest_asyncio.fixture
async def windows(chromium: Browser) -> AsyncIterator[Windows]:
    opened = Windows(chromium)
    yield opened
    for context in opened.contexts:
        await context.close()
    assert opened.wrong == []


class Cable:
    """The wire of one window's live socket, to be pulled and put back."""

    def __init__(self) -> None:
        self.pulled = False
        self._sockets: list[WebSocketRoute] = []

    async def lay(self, page: Page) -> None:
        """Before the page is opened."""
        await page.context.route_web_socket("**/live", self._dialled)

    async def pull(self) -> None:
        self.pulled = True
        for socket in self._sockets:
            await socket.close(code=1001)
        self._sockets.clear()

    def put_back(self) -> None:
        self.pulled = False

    async def _dialled(self, socket: WebSocketRoute) -> None:
        if self.pulled:
            await socket.close(code=1001)
            return
        self._sockets.append(socket)
        socket.connect_to_server()
