"""The picture of a space, as administrators choose it and everybody sees it: over the list of places, and on the space's card."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look
from tests.browser.test_letters import speak
from twinspace_server.demo.pictures import morning


async def choose(page: Page, button: str, take: str) -> None:
    """Choose one, move it by keys, zoom, and take it."""
    await page.get_by_role("button", name=button).click()
    dialog = page.get_by_role("dialog")
    await dialog.locator("input[type=file]").set_input_files({"name": "rivers.jpg", "mimeType": "image/jpeg", "buffer": morning()})
    frame = dialog.get_by_role("application")
    await frame.focus()
    for key in ("+", "ArrowLeft", "ArrowUp"):
        await frame.press(key)
    await look(page, f"cover-crop-{take[:3]}")
    await dialog.get_by_role("button", name=take).click()
    await expect(dialog).to_have_count(0)


async def test_everybody_sees_it_at_once(demo: Demo, windows: Windows) -> None:
    alice, pia = await windows.sign_in(demo, "alice"), await windows.in_chat(demo, "pia")
    for page in (alice, pia):
        await speak(page, "en")
    await expect(pia.locator("nav .cover")).to_have_count(0)
    await alice.goto(f"{demo.url}/s/{demo.told['space']}/settings")
    await choose(alice, "Choose a picture", "Use this picture")
    await expect(pia.locator("nav .cover img")).to_be_visible()  # live, on a screen that was open
    assert await pia.locator("nav .cover img").evaluate("image => [image.naturalWidth, image.naturalHeight]") == [1536, 512]
    await pia.goto(f"{demo.url}/s/{demo.told['space']}/settings")
    await expect(pia.locator("main .cover img")).to_be_visible()
    await expect(pia.get_by_role("button", name="Another picture")).to_have_count(0)
    await pia.goto(demo.url)
    card = pia.locator("article").filter(has=pia.locator(f"a[href*='{demo.told['space']}']"))
    await expect(card.locator(".cover img")).to_be_visible()
    await alice.get_by_role("button", name="Take it away").click()
    await expect(alice.locator(".cover")).to_have_count(0)
    await pia.reload()
    await expect(card.get_by_role("group")).to_be_visible()
    await expect(card.locator(".cover")).to_have_count(0)


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_screens(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    page = await windows.sign_in(demo, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await speak(page, language)
    await page.goto(f"{demo.url}/s/{demo.told['space']}/settings")
    button, take = {"en": ("Choose a picture", "Use this picture"), "nl": ("Foto kiezen", "Deze foto gebruiken")}[language]
    await choose(page, button, take)
    await expect(page.locator("main .cover img")).to_be_visible()
    await look(page, f"cover-settings-{name}")
    await page.goto(demo.url)
    await expect(page.locator("article .cover img")).to_be_visible()
    await look(page, f"cover-spaces-{name}")
    if width < 500:
        await page.goto(demo.chat)
        await page.locator("header.bar button").first.click()
        await expect(page.get_by_role("dialog").locator(".cover img")).to_be_visible()
        await look(page, f"cover-drawer-{name}")
    await page.evaluate(
        "s => fetch('/api/space.drop_cover', {method: 'POST', body: JSON.stringify({space: s})}).then(r => r.status)", demo.told["space"]
    )
