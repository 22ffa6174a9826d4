"""Pages in real browsers: two windows write one page, see each other, go offline and come back; a reader reads; history; axe."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import look


def address(demo: Demo) -> str:
    return f"{demo.url}/s/{demo.told['space']}/p/{demo.told['places']['page']}"


async def at_page(windows: Windows, demo: Demo, name: str, **how: Any) -> Page:
    page = await windows.sign_in(demo, name, **how)
    await page.goto(address(demo))
    await expect(page.locator(".page-text h2").first).to_be_visible()
    return page


async def saved(page: Page) -> None:
    await expect(page.locator(".keeping.saved")).to_be_visible()


@pytest.mark.story
async def test_two_windows_write_one_page(windows: Windows, demo: Demo) -> None:
    bob = await at_page(windows, demo, "bob")
    pia = await at_page(windows, demo, "pia", width=820, height=1100, language="nl-BE")
    await expect(pia.locator(".column")).to_have_count(2)
    await pia.locator(".page-text li").last.click()
    await pia.keyboard.press("End")
    await pia.keyboard.press("Enter")
    await pia.keyboard.type("The heron came back.")
    await expect(bob.locator(".page-text li").last).to_contain_text("The heron came back.")
    await expect(bob.locator(".their-caret bdi", has_text="Pia Claes")).to_be_visible()
    await expect(bob.locator(".here li")).to_have_count(1)
    await saved(pia)
    await bob.locator(".page-text h2").last.click()
    await bob.keyboard.press("End")
    await bob.keyboard.type(", all of us")
    await expect(pia.locator(".page-text h2").last).to_contain_text("all of us")
    # By keyboard: from the text back to the toolbar, along it, and press.
    await bob.keyboard.press("Shift+Tab")
    await expect(bob.locator("[role=toolbar] button:focus")).to_have_count(1)
    await bob.keyboard.press("ArrowRight")
    await expect(bob.locator("[role=toolbar] button[tabindex='0']")).to_have_count(1)
    await look(bob, "page-desktop")
    await look(pia, "page-tablet")


async def test_offline_and_back(windows: Windows, demo: Demo) -> None:
    windows.allowed = ("WebSocket connection", "ERR_INTERNET_DISCONNECTED", "Failed to load resource")
    pia = await at_page(windows, demo, "pia")
    bob = await at_page(windows, demo, "bob")
    await pia.evaluate("Object.defineProperty(navigator, 'onLine', { get: () => true })")
    await demo.program.kill()
    await pia.locator(".page-text > p").last.click()
    await pia.keyboard.press("End")
    await pia.keyboard.type(" Written while the server was down.")
    await expect(pia.locator(".keeping.unsaved")).to_be_visible()
    await demo.again()
    await saved(pia)
    await expect(pia.locator(".draft")).to_have_count(0)
    await expect(bob.locator(".page-text")).to_contain_text("Written while the server was down.")
    await pia.reload()
    await expect(pia.locator(".page-text")).to_contain_text("Written while the server was down.")


async def test_history_and_a_reader(windows: Windows, demo: Demo) -> None:
    bob = await at_page(windows, demo, "bob", scheme="dark")
    await bob.get_by_role("button", name="More for this page").click()
    await bob.get_by_role("menuitem", name="History").click()
    await expect(bob.get_by_text("Before we show it to the parents")).to_be_visible()
    await bob.get_by_text("Before we show it to the parents").click()
    await expect(bob.locator(".written ins").first).to_be_visible()
    await look(bob, "page-history")
    await bob.get_by_role("button", name="Bring this version back").click()
    await expect(bob.locator(".page-text")).to_be_visible()
    await expect(bob.locator(".page-text")).not_to_contain_text("What we still want to know")
    phone = await at_page(windows, demo, "milo", width=390, height=844)
    await look(phone, "page-phone")
