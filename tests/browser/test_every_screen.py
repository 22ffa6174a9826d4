"""Every screen: axe finds nothing, nothing is wider than the window, it comes to rest, the page speaks the person's language."""

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.browser.conftest import ASKED, Demo, Windows

LOOKS = [
    ("light", 1400, "en"),
    ("light", 820, "nl"),
    ("dark", 390, "nl"),
    *(pytest.param(*look, marks=pytest.mark.long) for look in (("dark", 1400, "nl"), ("dark", 820, "en"), ("light", 390, "en"))),
]
"""Each width, scheme and language once in every run; every pair of width and scheme in `make prove`."""
PICTURES = os.environ.get("TWINSPACE_PICTURES")
"""A folder for screenshots, for those who want to look."""


RESTLESS = 3
"""The same question so often while somebody looks comes from a screen that asks because it was answered."""
SETTLED = """() => Promise.allSettled(document.getAnimations()
  .filter(one => one.effect?.getComputedTiming().iterations !== Infinity).map(one => one.finished))"""
"""Colours that are still on their way to others are nobody's to judge; a busy machine takes its time."""


async def look(page: Page, name: str) -> None:
    """Nothing for axe to find, no sideways scrolling, and nothing asked for over and over."""
    await expect(page.locator("main[aria-busy=true]")).to_have_count(0)  # the sign that a screen is coming is none
    asked = ASKED.get(page, Counter())
    asked.clear()
    await page.wait_for_timeout(400)
    await page.evaluate(SETTLED)
    if PICTURES:
        await page.screenshot(path=Path(PICTURES) / f"{name}.png")
    found: Any = await Axe().run(page)
    often = [question for question, times in asked.items() if times > RESTLESS]
    assert often == [], f"{name} asks the same over and over"
    wrong = [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in found.response["violations"]]
    assert wrong == [], f"{name}: {wrong}"
    wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{name} is {wide} px too wide"


@pytest.mark.story
@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_accessible_and_inside_the_window(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    page = await windows.open(demo, width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await page.goto(demo.url)
    await expect(page.locator("input[type=password]")).to_be_visible()
    await look(page, f"signin-{name}")
    await page.locator("input[autocomplete=username]").fill("alice")
    await page.locator("input[type=password]").fill("wrong-on-purpose")
    windows.allowed = ("401",)
    await page.keyboard.press("Enter")
    await expect(page.locator("[role=alert], [aria-invalid=true]").first).to_be_visible()
    await look(page, f"signin-wrong-{name}")
    await page.locator("input[type=password]").fill(demo.password("alice"))
    await page.keyboard.press("Enter")
    await expect(page.locator(f"a[href*='{demo.told['space']}']").first).to_be_visible()
    await page.evaluate(
        "l => fetch('/api/people.change', {method: 'POST', body: JSON.stringify({language: l})}).then(r => r.status)", language
    )
    await page.reload()
    await expect(page.locator(f"a[href*='{demo.told['space']}']").first).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == language
    await look(page, f"spaces-{name}")
    await page.goto(demo.chat)
    await expect(page.locator("[role=log] li").last).to_be_visible()
    await look(page, f"chat-{name}")
    await page.locator("[role=log] button.more").last.click()
    await look(page, f"chat-actions-{name}")
    await page.keyboard.press("Escape")
    await page.goto(f"{demo.url}/s/{demo.told['space']}/team")
    await expect(page.locator("main h1")).to_be_visible()
    await look(page, f"team-{name}")
    await page.goto(f"{demo.url}/account")
    await expect(page.locator("main h1")).to_be_visible()
    await look(page, f"account-{name}")
    await page.goto(f"{demo.url}/nowhere")
    await expect(page.locator("main h1")).to_be_visible()
    await look(page, f"lost-{name}")


async def test_nothing_scrolls_sideways_at_320(demo: Demo, windows: Windows) -> None:
    page = await windows.in_chat(demo, "bob", width=320, height=640)
    await page.locator("textarea").fill("W" * 300)
    await page.locator("textarea").press("Enter")
    await expect(page.locator("[role=log] li").filter(has_text="WWWW")).to_have_count(1)
    await look(page, "chat-320")
    for path in ("/", f"/s/{demo.told['space']}/team", "/account"):
        await page.goto(demo.url + path)
        await expect(page.locator("main h1")).to_be_visible()
        await look(page, f"320{path.replace('/', '-')}")
