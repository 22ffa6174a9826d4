"""Where a second factor is required: one screen on which grown-ups set one up, or sign out; pupils never see it."""

import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows, demo_on
from tests.browser.test_every_screen import LOOKS, look
from tests.browser.test_second_step import authenticator, call, speak, type_password
from tests.people.authenticators import code


@pytest_asyncio.fixture(scope="module")
async def strict(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    """A demo that requires one."""
    async with demo_on("sqlite", tmp_path_factory.mktemp("strict"), SECOND_FACTOR="required") as started:
        yield started


async def owing(page: Page, demo: Demo, username: str) -> None:
    """Signed in with the password alone, and now at the one screen that there is."""
    await type_password(page, demo, username)
    await expect(page.get_by_role("button", name="Sign out").or_(page.get_by_role("button", name="Afmelden"))).to_be_visible()


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_the_screen(strict: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    size: dict[str, Any] = {"width": width, "height": 844 if width < 500 else 1026, "scheme": scheme, "language": language}
    page = await windows.open(strict, **size)
    await owing(page, strict, "nora")
    await speak(page, language)
    await page.reload()
    await expect(page.locator("main h1")).to_be_visible()
    await look(page, f"owed-{width}-{scheme}-{language}")
    await page.locator("main .card button").last.click()
    await expect(page.locator("input[type=password]")).to_be_visible()


async def test_nothing_else_until_an_app_is_there(strict: Demo, windows: Windows) -> None:
    page = await windows.open(strict, width=390, height=844)
    await owing(page, strict, "alice")
    await speak(page, "en")
    for path in ("/", "/account", f"/s/{strict.told['space']}/team", "/welcome", "/nowhere"):
        await page.goto(strict.url + path)
        await expect(page.get_by_role("heading", name="First a second step")).to_be_visible()
    assert (await call_quietly(page, windows, "spaces.mine"))["code"] == "factor_first"
    await page.get_by_role("button", name="Add an app").focus()
    await page.keyboard.press("Enter")
    secret = (await page.get_by_role("dialog").locator("code").inner_text()).replace(" ", "")
    await page.get_by_role("dialog").get_by_role("textbox").fill(code(secret, int(time.time() * 1000)))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog").locator("ol li")).to_have_count(10)
    await look(page, "owed-codes")
    await page.get_by_role("button", name="I have kept them").click()
    await expect(page.get_by_role("heading", name="First a second step")).to_have_count(0)
    await page.goto(strict.chat)
    await expect(page.locator("textarea")).to_be_visible()
    await page.locator("textarea").fill("Now with a second step")
    await page.keyboard.press("Enter")
    await expect(page.locator("[role=log]").get_by_text("Now with a second step")).to_be_visible()
    windows.allowed = (*windows.allowed, "409")
    await page.goto(f"{strict.url}/account/safety")
    await page.get_by_role("button", name="Take Authenticator app away").click()
    await page.get_by_role("dialog").locator("input[type=password]").fill(strict.password("alice"))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog").get_by_text("Add another one before")).to_be_visible()


async def call_quietly(page: Page, windows: Windows, method: str) -> Any:
    """A command that is refused on purpose: the console says so."""
    windows.allowed = (*windows.allowed, "403")
    return await call(page, method)


async def test_a_passkey_will_do(strict: Demo, windows: Windows) -> None:
    page = await windows.open(strict)
    await authenticator(page)
    await owing(page, strict, "bob")
    await speak(page, "en")
    await page.get_by_role("button", name="Add a passkey").click()
    await page.get_by_role("button", name="Make the passkey").click()
    await page.get_by_role("button", name="I have kept them").click()
    await expect(page.locator(f"a[href*='{strict.told['space']}']").first).to_be_visible()


async def test_a_pupil_sees_nothing_of_it(strict: Demo, windows: Windows) -> None:
    page = await windows.in_chat(strict, "pia")
    await expect(page.locator("[role=log] li").last).to_be_visible()
